"""What a claimant believes, sees, expects or alleges: the claim is his, and the verb that says so softens nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.records import Claim
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code
from summarizer.verifier.names import akin
from summarizer.verifier.notes import find

_BELIEVES = pattern(
    r"(?:believe|indicate|see|suggest|think)(?:s|d|ed)?\b|(?:saw|thought|believing|indicating|seeing|suggesting)\b",
    re.IGNORECASE,
)
_ALLEGES = pattern(r"(?:accus|alleg|claim|charg)(?:es?|ed|ing)\b", re.IGNORECASE)
_NOT_FACTS = frozenset({"allegation", "estimate", "forecast", "opinion"})
_WE = pattern(r"\b(?:I|[Ww]e)\s(?:\w+\s)?\Z")
_AHEAD = 120
"""Characters from the claimant's name to the verb of believing."""


def as_belief(finding: Finding, claim: Claim, case: Case) -> Sequence[Finding] | None:
    """What is left of the finding that a claim is more certain than the article, where the article softens it only by
    the verb that makes it its claimant's; None for any other finding.

    Nothing is left where the record calls it no fact: the claimant and the kind say what the verb said. A fact is
    unproven.
    """
    if finding.code != Code.CERTAINTY_ALTERED or claim.claimant is None or finding.start is None:
        return None
    index, start = case.index, finding.start
    alleges = claim.kind == "allegation" and _ALLEGES.match(index.text, start) is not None
    if not alleges and not _BELIEVES.match(index.text, start):
        return None
    number = index.sentences_of((start, start + 1))[0]
    ahead = [
        name
        for name in index.names_of(number)
        if max(index.sentences[number - 1].start, start - _AHEAD) <= name.start and name.end <= start
    ]
    own = any(akin(claim.claimant, name.text, index) for name in ahead) or _WE.search(index.text, start - 20, start)
    if not own:
        return None
    if claim.kind in _NOT_FACTS:
        return []
    return [
        find(
            Code.STATEMENT_UNPROVEN,
            finding.field,
            "The article has it as what its source believes or indicates.",
            said=finding.said,
            article=index.article,
            place=(start, finding.end or start),
        )
    ]


_NOT_OWNED = pattern(
    r"(?:denie[sd]|dismisse[sd]|disputed?s?|refute[sd]|reject(?:ed|s))\b|not\s(?:be\sdrawn|comment|confirm|discuss)\b",
    re.IGNORECASE,
)
_REPORTED_BY = pattern(r"\b(?:article|report|story)\s(?:by|from|in)\s(?:the\s)?\Z", re.IGNORECASE)
_FROM = pattern(r"\b(?:according\sto|citing|quoting)\s(?:the\s)?\Z", re.IGNORECASE)


def as_reported(finding: Finding, claim: Claim, case: Case) -> Finding | None:
    """What is left of the finding that the article negates a claim, where somebody else denies what the claimant has
    reported, or does not speak of it: "denied that they had quarrelled, as a paper said, citing people at the table",
    "would not be drawn on a report in the Herald that …". None for any other finding."""
    if finding.code != Code.NEGATION_ALTERED or claim.claimant is None or finding.start is None:
        return None
    index, start = case.index, finding.start
    if not _NOT_OWNED.match(index.text, start) or claim.kind not in ("allegation", "fact"):
        return None
    sentence = index.sentences[index.sentences_of((start, start + 1))[0] - 1]
    for found in re.finditer(rf"\b{re.escape(claim.claimant)}\b", sentence.text[start - sentence.start :]):
        at = start + found.start()
        reports = _REPORTED_BY.search(index.text, start, at) is not None
        if reports or (claim.kind == "allegation" and _FROM.search(index.text, start, at)):
            return find(
                Code.STATEMENT_UNPROVEN,
                finding.field,
                "The article has somebody else deny it, or not speak of it.",
                said=finding.said,
                article=index.article,
                place=(start, finding.end or start),
            )
    return None


def foreseen_by(claimant: str, case: Case) -> bool:
    """Whether the cited sentences have a group without a name expect something: "better than analysts had expected"."""
    if not claimant.islower():
        return False
    told = re.compile(
        rf"\b{re.escape(claimant)}\s(?:\w+\s){{0,2}}(?:anticipat|believ|estimat|expect|forecast|predict|project)",
        re.IGNORECASE,
    )
    return any(told.search(sentence.text) for sentence in case.cited.sentences)
