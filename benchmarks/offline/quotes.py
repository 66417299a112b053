"""Quotes: the rules' Quote records on `shared/data/quotes`, counted by its own scorer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.offline.reference import DATA, load_lines, load_scorer, part_of
from summarizer import Summary, summarize
from summarizer.article import Article

FOLDER = DATA / "quotes"
SUBSETS = ("direct", "mixed", "indirect", "quoted", "speech", "all")


def predicted(summary: Summary) -> list[dict[str, Any]]:
    """The quotes of a summary as the scorer reads them: the spans of the words and of the speaker, and its name.

    Where the verifier cannot prove whom "he" means, its finding shows those words: they are what the result gives as
    the place of the speaker.
    """
    return [
        {
            "spans": [[span.start, span.end] for span in quote.spans if span.field == "text"],
            "speaker": quote.speaker,
            "speaker_spans": [[span.start, span.end] for span in quote.spans if span.field == "speaker"]
            + [
                [finding.start, finding.end]
                for finding in quote.findings
                if finding.code == "speaker_unproven" and finding.start is not None
            ],
        }
        for quote in summary.quotes
        if quote.mode != "no_comment"
    ]


def score(path: Path = FOLDER / "dev_docs.jsonl", *, part: str = "all") -> dict[str, Any]:
    """The scorer's result by subset of speech."""
    documents = part_of(load_lines(path), "doc_id", part)
    scorer = load_scorer(FOLDER / "score_quotes.py")
    answers = []
    for document in documents:
        published = date.fromisoformat(document["date"]) if document.get("date") else None
        article = Article.from_text(document["text"], published=published)
        answers.append({"doc_id": document["doc_id"], "quotes": predicted(summarize(article, model="offline"))})
    return {subset: scorer.score(documents, answers, subset) for subset in SUBSETS}


if __name__ == "__main__":
    import sys

    for subset, result in score(part=sys.argv[1] if len(sys.argv) > 1 else "all").items():
        counts = result["counts"]
        print(
            f"{subset:9} overlap {result['overlap']} exact {result['exact']['F1']} speaker {result['speaker']} "
            f"named {result['speaker_named']} coverage {result['coverage']} cov speaker {result['cov_speaker']} "
            f"gold {counts['gold']} predicted {counts['pred']}"
        )
