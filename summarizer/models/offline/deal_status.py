"""The words by which an article says how far a deal has come: "agreed in principle", "completed", "letter of intent".

A sentence often has several: "said it agreed to buy the maker, which completed its own purchase". What counts is the
verb that rules the mention of the deal from the front of its clause, with the words that only belong together: the
verb group up to the deed ("agreed to buy"), a verb with the bid or the talks that it moves ("extended its offer"), or
the document that was signed ("letter of intent"). What stands in a relative clause is about something else.
Origin of the words: the table of `stage_words`; the relative pronouns and subordinators beside it are closed classes
of English grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.models.offline.deal_shares import Span, clause_of
from summarizer.models.offline.stage_words import STAGE_TABLE, StageWords, Status
from summarizer.models.offline.target_context import flat

_RULES: dict[str, list[tuple[StageWords, re.Pattern[str]]]] = {}
for _family in STAGE_TABLE:
    _pattern = re.compile(rf"(?:{_family.rest})\b" if _family.rest else r"")
    for _head in _family.heads.split():
        _RULES.setdefault(_head, []).append((_family, _pattern))
_WORD = re.compile(r"[a-z]+")
_BEHIND = 200
"""Characters behind the cue in which a predicate may follow: "the purchase of the mill has been completed"."""
_RELATIVE = re.compile(
    r"\b(?:(?:who|which|whose|if|unless|once|when|after|before|until|since)(?: \w+){0,3}"
    r"|(?<!said )(?<!says )that(?: (?:had|has|have|is|was|were)(?: been)?)?) $"
)
TO_COME = re.compile(r"\b(?:can|could|may|must|should|to|will|would) (?:\w+ )?be (?:\w+ly )?\Z")
"""What makes a participle one of the future: "will be completed"."""
_NOT_DONE = re.compile(r"(?:\bnot|\bnever|n't)(?: yet)?(?: (?:be|been|have|have been|seek to|try to|want to))? \Z")
"""What makes an end one that does not come: "will not be blocked"."""
_OF_TARGET = re.compile(
    r" (?:which|whom) (?!(?:[a-z]+ly )?(?:agreed|had|has|have|is|was|were|will|would)\b)[^,;]{1,80}"
)
"""A relative clause with a subject of its own, which speaks of what was bought: "Lund, which Tarn acquired,"."""
_OPEN = frozenset({"rumored"})
_JOINED = re.compile(r"\b(?:and|but)(?: (?:also|it|now|they))? \Z")
"""What joins a predicate to the one with the deal."""
_IS_ASIDE = re.compile(r", [a-z]+ing\Z")
_OF_CUE = re.compile(r"\b(?:after|since|that|which|who|whose)(?: \w+){0,3} $")
"""What opens a clause whose words are about the deal that stands in it: "which scrapped its merger"."""
_OPENS = re.compile(
    r"(?:\b(?:and|but|then|yet)(?: (?:[a-z]+ly|added|also|are|been|had|has|have|he|in|instead|is|it|later|now|said|she"
    r"|soon|that|then|they|was|were|will|would))*"
    r"|(?P<clause>,(?= $)|\b(?:after|as|before|despite|instead of|since|when|while|without)(?: [\w.&'-]+){0,3})) $"
)
"""What opens a predicate or a clause of its own right behind; a `clause` lasts to its comma."""
_OPENED = re.compile(r" (?:after|and|as|before|but|despite|instead|since|then|when|while|without|yet) |, ")
_OPENS_REACH = 48
_RELATIVE_CLAUSE = re.compile(r" (?:who|which|whose)\b[^,;]{1,160}(?:,|$)")
_DEEDS_DONE = frozenset({"acquired", "bought", "purchased", "sold"})
_ORDER = {"stage": 0, "act": 1, "deed": 1, "noun": 2, "name": 3}
_LEAST = 4
_LATIN = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
"""For texts with a letter that is two in lower case, which would move all offsets."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the words stand (offsets in the text that was given), and the status that they mean.

    `plain`: they are only the deed or a name for it ("bought", "bid"): the status follows, but they tell no stage.
    """

    start: int
    end: int
    status: Status
    plain: bool = False
    strong: bool = False
    """Whether the words are about the stage, and not the deed in a tense."""


def stage_of(text: str, cue: Span | None = None, others: Sequence[Span] = ()) -> Stage | None:
    """The words of a sentence that tell the stage of the deal mentioned at `cue`, (start, end) in `text`.

    Without a cue the whole sentence is taken for one about the deal. `others` are the cues of other deals in it, whose
    deeds and clauses tell no stage of this one. None where the sentence tells no stage.
    """
    lower = text.lower()
    lower = flat(lower if len(lower) == len(text) else text.translate(_LATIN))
    asides = [match.span() for match in _RELATIVE_CLAUSE.finditer(lower)]
    last = len(lower) if cue is None else _reach(lower, cue)
    best: tuple[int, Stage] | None = None
    at = clause_of(text, cue, others) if cue is not None else 0
    if cue is not None and (own := next((one for one in asides if one[0] <= cue[0] < one[1]), None)) is not None:
        # "Lund, which fights a bid by Tarn, agreed to": the agreement is another.
        last = min(last, own[1]) if not lower.startswith(" whose", own[0]) else last
        asides.remove(own)
    deeds = [start for start, _ in others]
    for word in _WORD.finditer(lower, at, last):
        if word.start() < at or (rules := _RULES.get(word.group())) is None:
            continue
        for family, pattern in rules:
            match = pattern.match(lower, word.end())
            if match is None or (
                family.behind and lower[max(0, word.start() - 24) : word.start()].split()[-1:] not in _behind(family)
            ):
                continue
            if family.status == "terminated" and _NOT_DONE.search(lower, max(0, word.start() - 24), word.start()):
                continue
            if family.strength != "stage" and any(word.start() <= deed < match.end() for deed in deeds):
                continue
            aside = (
                family.behind != "after"
                and (
                    any(start <= word.start() < end for start, end in asides)
                    or (
                        _RELATIVE.search(lower[max(0, word.start() - 40) : word.start()]) is not None
                        and not (
                            cue is not None and word.group() != "would" and _is_clause_of(lower, word.start(), cue)
                        )
                    )
                    # "bought Lund, planning to make steel": what follows from it
                    or (cue is not None and word.start() > cue[1] and _IS_ASIDE.search(lower[: word.end()]) is not None)
                )
            )
            if (
                cue is not None
                and word.start() > cue[1]
                and family.status in _OPEN
                and _JOINED.search(lower, max(0, word.start() - 20), word.start())
            ):
                # "bought 8 pct of Lund and may seek a seat": what else it may do
                aside = True
            if cue is not None and word.start() > cue[1] and not aside:
                aside = _leads_on(lower, word.start(), cue, others)
            rank = _ORDER[family.strength] + _LEAST * aside
            at = match.end()
            if (
                best is None
                or rank < best[0]
                or (rank < _LEAST and cue is not None and _governs(lower, word.start(), cue))
            ):
                status = family.status
                if status == "closed" and TO_COME.search(lower, max(0, word.start() - 30), word.start()):
                    status = "agreed"
                span = match.span("take") if "take" in pattern.groupindex else (word.start(), match.end())
                best = (
                    rank,
                    Stage(*span, status, family.strength in ("deed", "name"), family.strength == "stage"),
                )
            break
        if best is not None and best[0] == 0 and (cue is None or not _OPENED.search(lower, at, cue[0])):
            break
    return best[1] if best is not None and best[0] < _LEAST else None


def _governs(lower: str, at: int, cue: Span) -> bool:
    """Whether the words at `at` open the last clause before the deal: "dropped its bid and agreed to buy"."""
    if at > cue[0] or (opened := _OPENS.search(lower, max(0, at - _OPENS_REACH), at)) is None:
        return False
    return opened.group("clause") is None or _is_one_clause(lower, at, cue[0])


def _is_clause_of(lower: str, at: int, cue: Span) -> bool:
    """Whether the deal stands in the same subordinate clause as the words at `at` before it."""
    return (
        at <= cue[0]
        and _is_one_clause(lower, at, cue[0])
        and _OF_CUE.search(lower, max(0, at - _OPENS_REACH), at) is not None
    )


def _is_one_clause(lower: str, start: int, end: int) -> bool:
    return lower.find(", ", start, end) < 0 and lower.find("; ", start, end) < 0


def _leads_on(lower: str, at: int, cue: Span, others: Sequence[Span]) -> bool:
    """Whether the words at `at`, behind the deal, open the clause of another: "bought Lund and agreed to sell"."""
    if not (lower[cue[0] : cue[1]] in _DEEDS_DONE or any(start >= at for start, _ in others)):
        return False
    return _OPENS.search(lower, max(cue[1], at - _OPENS_REACH), at) is not None


def _reach(lower: str, cue: Span) -> int:
    """How far behind a cue words may tell its stage: to a semicolon, or the end of a clause that has its deed done."""
    if lower[cue[0] : cue[1]] in _DEEDS_DONE:
        clause = next((at.end() for at in _OF_TARGET.finditer(lower, 0) if at.start() < cue[0] < at.end()), None)
        if clause is not None:
            return clause
    stop = lower.find("; ", cue[1], cue[1] + _BEHIND)
    return stop if stop >= 0 else cue[1] + _BEHIND


def _behind(family: StageWords) -> list[list[str]]:
    return [[word] for word in family.behind.split()]
