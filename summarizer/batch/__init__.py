"""Many articles: found in a folder, summarized several at once, written down as they are finished."""

from summarizer.batch.folder import check_folder, find_articles, left_out
from summarizer.batch.output import RunFolder, Tally
from summarizer.batch.runner import Job, Outcome, run, run_jobs

__all__ = ["Job", "Outcome", "RunFolder", "Tally", "check_folder", "find_articles", "left_out", "run", "run_jobs"]
