"""Many articles: found in a folder, summarized several at once, written down as they are finished."""

from summarizer.batch.folder import check_folder, find_articles, left_out
from summarizer.batch.runner import Job, Outcome, run, run_jobs
from summarizer.batch.session import StoredRun
from summarizer.batch.shards import Shard

__all__ = ["Job", "Outcome", "Shard", "StoredRun", "check_folder", "find_articles", "left_out", "run", "run_jobs"]
