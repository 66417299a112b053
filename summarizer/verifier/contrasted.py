"""What the article sets apart from a deal: "sold its quarry, not its mill", "12% rather than 14%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.records import Deal
from summarizer.text.patterns import pattern
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Place
from summarizer.verifier.notes import Note, find

_APART = pattern(
    r"(?:(?:,|\b(?:and|but|though))\snot|\bas\sopposed\sto|\binstead\sof|\bother\sthan|\brather\sthan)\s"
    r"(?:(?:for|from|in|of)\s)?(?:(?:an?|her|his|its|the|their)\s)?\Z",
    re.IGNORECASE,
)
"""Before what is set apart. "not only" and "if not" set nothing apart, and are no match."""
_CONTRAST = pattern(r"\b(?:instead|not|opposed|than)\b", re.IGNORECASE)
_BEFORE = 40
_MOST = 50
"""Places of the words that are looked at."""


def check_contrast(case: Case) -> Iterator[Note]:
    """The subject and the terms of a deal must not stand in the cited sentences only as what it is not about."""
    deal = case.record
    assert isinstance(deal, Deal)  # noqa: S101
    if not any(_CONTRAST.search(case.index.sentences[number - 1].text) for number in case.cited.numbers):
        return
    fields = [("subject", deal.subject), *((f"terms[{at}].text", term.text) for at, term in enumerate(deal.terms))]
    for path, said in fields:
        place = _set_apart(said, case) if said else None
        if place is not None:
            yield find(
                Code.NEGATION_ALTERED,
                path,
                f"The article sets it apart from the deal: {quoted(case.index.text[slice(*place)])}.",
                said=said,
                article=case.index.article,
                place=place,
            )


def _set_apart(said: str, case: Case) -> Place | None:
    """Where the words are set apart, if the cited sentences have them nowhere else."""
    index, found = case.index, None
    words = pattern(rf"(?<!\w){re.escape(said)}(?!\w)", re.IGNORECASE)
    for number in case.cited.numbers:
        sentence = index.sentences[number - 1]
        for at, match in enumerate(words.finditer(index.text, sentence.start, sentence.end)):
            leading = _APART.search(index.text[max(sentence.start, match.start() - _BEFORE) : match.start()])
            if leading is None or at >= _MOST:
                return None
            found = found or (match.start() - len(leading.group().lstrip(", ")), match.end())
    return found
