"""The project's own gold: invented articles with all their records, scored as `summarizer eval` scores a user's.

`seen` was there for whoever wrote the rules; `unseen` was not.
"""

from __future__ import annotations

from pathlib import Path

from summarizer import Evaluation, Summary, evaluate, summarize
from summarizer.batch.folder import find_articles

FOLDER = Path(__file__).resolve().parents[1] / "data" / "offline"
UNSEEN = "unseen"
SETS = ("seen", UNSEEN)


def score(name: str) -> Evaluation | None:
    """The evaluation of one set, None where it is not there."""
    folder = FOLDER / name
    if not folder.is_dir() or not any(folder.glob("*.json")):
        return None
    summaries: list[Summary] = [summarize(path, model="offline") for path in find_articles(folder)]
    return evaluate(folder, summaries)
