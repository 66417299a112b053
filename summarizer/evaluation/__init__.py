"""Evaluation: precision, recall and F1 of an output against gold, by record and by field."""

from __future__ import annotations

from summarizer.errors import ConfigurationError
from summarizer.evaluation.documents import GOLD, OUTPUT, Side, read_side
from summarizer.evaluation.pairing import pair_documents
from summarizer.evaluation.results import Count, Difference, DocumentScore, Evaluation, FieldScore, KindScore, Unmatched
from summarizer.evaluation.scoring import score_document

__all__ = [
    "Count",
    "Difference",
    "DocumentScore",
    "Evaluation",
    "FieldScore",
    "KindScore",
    "Unmatched",
    "evaluate",
]


def evaluate(gold: Side, output: Side) -> Evaluation:
    """Scores `output` against `gold`, article by article.

    gold     a folder of JSON files, a JSON or JSON Lines file, a `Summary` or its JSON, or a list of these. What it
             leaves away is not scored: a section, or a field of a record. An empty list says that there are none
    output   the same, or the output folder of `summarizer batch`

    A document that cannot be read is listed in `unread` and does not stop the others. Raises `ConfigurationError`
    where nothing of a side can be read, or no document of the output is about an article of the gold.
    """
    wanted, given = read_side(gold, GOLD), read_side(output, OUTPUT)
    paired = pair_documents(wanted.read, given.read)
    if not any(other for _, other in paired.pairs):
        raise ConfigurationError(
            f"no document of the output is about an article of the gold: the gold has {wanted.read[0].article}"
            f"{' and others' if len(wanted.read) > 1 else ''}, the output {given.read[0].article}"
            f"{' and others' if len(given.read) > 1 else ''}; they are paired by source.sha256, source.path or, "
            "where no path is given, the file's name"
        )
    return Evaluation(
        documents=tuple(score_document(one, other) for one, other in paired.pairs),
        left_out=tuple(document.article for document in paired.left_out),
        unread=(*wanted.unread, *given.unread),
        notes=(*wanted.notes, *given.notes, *paired.notes),
    )
