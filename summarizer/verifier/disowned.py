"""What the article only has somebody deny, call untrue or refuse to confirm is no fact of the article's.

Read are the turns of agency copy that hold a clause out as not so ("dismissed talk that …", "it is untrue that …",
"called reports that … nonsense"), those that leave it open ("refused to confirm that …", "all but abandoned") and the
exception of a comparison ("Corvell, unlike Denholm, raised prices"). A turn that this module does not know is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.records import Claim
from summarizer.text import modality
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.clause import Clause
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import names_in
from summarizer.verifier.names import akin
from summarizer.verifier.notes import find
from summarizer.verifier.said import compared
from summarizer.verifier.wording import content, stem, stems_of

_HEARD = (
    r"(?:accusation|allegation|article|assertion|claim|idea|notion|report|rumou?r|speculation|story|stories|suggestion"
    r"|talk)s?"
)
_FALSE = (
    r"(?:untrue|not\strue|false|incorrect|inaccurate|baseless|groundless|unfounded|wrong|nonsense|rubbish|not\sthe\scase"
    r"|fabricated|without\sfoundation|a\slie)"
)
_ADVERB = r"(?:[a-z]+ly\s|also\s|just\s|quite\s|simply\s)?"
_PLAIN = (
    pattern(
        rf"\b(?:it|that)(?:\s(?:is|was)|[’']s)\s{_ADVERB}{_FALSE}\s(?:to\s(?:claim|say|suggest)\s)?that\s",
        re.IGNORECASE,
    ),
    pattern(rf"\bno\struth\s(?:in|to)\s(?:[\w’'-]+\s){{0,4}}{_HEARD}\s(?:that|of)\s", re.IGNORECASE),
    pattern(
        r"\b(?:den(?:ied|ies|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing)|rebut(?:ted|s|ting)"
        rf"|ridicul(?:ed|es|ing)|scoff(?:ed|s)\sat"
        r"|(?:brush|wav|laugh|shrugg)e?(?:d|s|ing)\s(?:aside|away|off)"
        rf"|(?:call|describ|dismiss|label|labell|brand)(?:ed|e?s|ing)\s(?:as\s)?[“\"‘']?{_FALSE}[”\"’']?)"
        rf"\s(?:[\w’'.-]+\s){{0,6}}?{_HEARD}\s(?:in\s(?:[\w’'-]+\s){{1,4}})?that\s",
        re.IGNORECASE,
    ),
)
"""What stands before a clause that is held out as not so."""
_CALLED = (
    pattern(
        rf"\b(?:call|describ|label|labell|brand|dismiss)(?:ed|e?s|ing)\s(?:[\w’'-]+\s){{0,3}}?{_HEARD}\sthat\s"
        rf"(?P<clause>[^.;!?]{{3,240}}?)\s(?:as\s)?[“\"‘']?{_ADVERB}{_FALSE}\b",
        re.IGNORECASE,
    ),
    pattern(
        rf"\b{_HEARD}\sthat\s(?P<clause>[^.;!?]{{3,240}}?)\s(?:is|are|was|were)\s[“\"‘']?{_ADVERB}{_FALSE}\b",
        re.IGNORECASE,
    ),
)
_OPEN = pattern(
    r"\b(?:(?:declin|refus)(?:ed|es|ing)\sto|(?:would|could|did|does)(?:\snot|n[’']t)(?:\simmediately)?|unable\sto"
    r"|stopp(?:ed|ing)\sshort\sof)\s"
    rf"(?:confirm(?:ing)?|say(?:ing)?|verify(?:ing)?|comment\son)\s(?:(?:[\w’'-]+\s){{0,3}}?{_HEARD}\s)?"
    r"(?:that|whether|if)\s",
    re.IGNORECASE,
)
"""What stands before a clause that is neither affirmed nor denied."""
_ALL_BUT = pattern(r"\ball\sbut\s(?P<verb>[a-z]+ed|lost|won|gone|sold|quit|given|ruled)\b", re.IGNORECASE)
_NEARLY = word_set("all almost nearly virtually practically effectively largely")
_UNLIKE = pattern(r",\sunlike\s(?P<other>[^,.;]{2,60}),\s|^unlike\s(?P<first>[^,.;]{2,60}),\s", re.IGNORECASE)
_STOPS = pattern(
    r"[;:—]|,\s(?:adding|although|and|but|insisting|noting|said|saying|says|though|while|yet)\b"
    r"|,\s[^,;:]{2,80}\s(?:added|insisted|noted|said|says|told)\b|\s(?:although|but|whereas)\s|\sand\s(?:added|insisted|noted|said|says)\b",
    re.IGNORECASE,
)
"""Where a clause ends at the latest."""
_TURNED_BEFORE = pattern(r"\b(?:cannot|declin\w+|fail\w+|neither|never|no|nor|not|refus\w+)\b|n[’']t\b", re.IGNORECASE)
_LONG_AGO = word_set(
    "after before despite earlier first had having initially once previously repeatedly that until when which who"
)
_THEN = word_set("although before but however later though until when yet")
"""With these a denial may have been overtaken, or be told of beside something else."""
_TELLS_OF_IT = frozenset(
    stem(word)
    for word in word_set("""
        accusation allegation allege assertion claim denial deny dismiss dispute doubt false groundless baseless idea
        nonsense notion refuse reject report reportedly rumor rumour speculation story suggestion suggest untrue
        unfounded
    """)
)
_IDLE = frozenset(stem(word) for word in word_set("bank business company firm group"))
_FEWEST = 1
_MOSTLY = 0.7
"""Share of the statement's words that stand in a clause, from which the clause may be what it says."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A clause of a sentence, by its characters there, and whether it is plainly held out as not so."""

    start: int
    end: int
    lead: int
    """Where what holds it out begins."""
    plain: bool
    behind: bool
    """Whether who denies may stand behind the clause: "it is untrue that …, Dunant said"."""


def check_disowned(claim: Claim, case: Case) -> Iterator[Finding]:
    """The finding that the cited sentences do not assert what the claim does: `altered` where they plainly deny it and
    the claim is the article's or the denier's own, `inferred` otherwise."""
    if claim.kind == "denial" or claim.certainty == "denied" or not case.cited.numbers:
        return
    said = Clause.of(compared(claim.statement))
    stems = {word.stem for word in said.content}
    if said.negative or said.negations or not _TELLS_OF_IT.isdisjoint(stems_of(said.text)):
        return
    if "talk" in said.reading.low:
        return
    told = {word.stem for word in said.content if not word.text[0].isupper()} - _IDLE
    if len(told) < _FEWEST:
        return
    found: Finding | None = None
    for number in case.cited.numbers:
        sentence = case.index.sentences[number - 1]
        held = _held_out(sentence.text, told, claim, case) or _excepted(sentence.text, said, told)
        if held is None:
            if stems - _IDLE <= stems_of(sentence.text):
                return
        elif found is None:
            found = _finding(held, number, told, claim, case)
    if found is not None:
        yield found


def _held_out(text: str, told: set[str], claim: Claim, case: Case) -> _Held | None:
    """The clause of the sentence that the statement tells and that the sentence does not assert."""
    for held in _clauses(text):
        clause = text[held.start : held.end]
        if modality.negations(clause) or len(told & stems_of(clause)) < _MOSTLY * len(told):
            continue
        if told <= stems_of(f"{text[: held.lead]} {text[held.end :]}"):
            continue
        if claim.kind == "allegation" and not _is_denier(claim.claimant, held, text, case):
            continue
        return held
    match = _ALL_BUT.search(text)
    if match is None or stem(match["verb"].lower()) not in told or not letters_of(claim.statement).isdisjoint(_NEARLY):
        return None
    return _Held(match.start(), match.end(), match.start(), plain=False, behind=False)


def _clauses(text: str) -> Iterator[_Held]:
    for one in _CALLED:
        for match in one.finditer(text):
            if not _TURNED_BEFORE.search(text, max(0, match.start() - 24), match.start()):
                yield _Held(*match.span("clause"), match.start(), plain=True, behind=True)
    for nth, one in enumerate((*_PLAIN, _OPEN)):
        for match in one.finditer(text):
            stop = _STOPS.search(text, match.end())
            end = stop.start() if stop else len(text)
            turned = _TURNED_BEFORE.search(text, max(0, match.start() - 24), match.start()) is not None
            yield _Held(match.end(), end, match.start(), plain=one is not _OPEN and not turned, behind=nth < 2)


def _excepted(text: str, said: Clause, told: set[str]) -> _Held | None:
    """Where the statement says of the exception what the sentence says of somebody else."""
    match = _UNLIKE.search(text)
    if match is None:
        return None
    other = match["other"] or match["first"]
    subject = {word.stem for word in content(said.words[:4]) if word.text[0].isupper()}
    rest = stems_of(text[match.end() :])
    if subject and subject <= stems_of(other) and told <= rest:
        return _Held(match.start(), match.end(), match.start(), plain=False, behind=False)
    return None


def _finding(held: _Held, number: int, told: set[str], claim: Claim, case: Case) -> Finding:
    text, offset = case.index.sentences[number - 1].text, case.index.sentences[number - 1].start
    shown = quoted(text[held.lead : held.end])
    place = (offset + held.lead, offset + held.end)
    mine = claim.claimant is None or _is_denier(claim.claimant, held, text, case)
    overtaken = not _LONG_AGO.isdisjoint(letters_of(text[: held.lead])) or not _THEN.isdisjoint(
        letters_of(text[held.end :])
    )
    whole = told <= stems_of(text[held.start : held.end])
    if (
        held.plain and mine and whole and not overtaken
        and claim.certainty == "asserted" and not _told_elsewhere(told, number, case)
    ):  # fmt: skip
        return find(
            Code.NEGATION_ALTERED,
            "statement",
            f"The article has this denied: {shown}.",
            said=claim.statement,
            article=case.index.article,
            place=place,
        )
    return find(
        Code.STATEMENT_UNPROVEN,
        "statement",
        f"The article does not say so itself: {shown}.",
        said=claim.statement,
        article=case.index.article,
        place=place,
    )


def _told_elsewhere(told: set[str], denied: int, case: Case) -> bool:
    """Whether a sentence beside the one that denies it has the words, and may assert it."""
    return any(
        number != denied and len(told & stems_of(sentence.text)) >= _MOSTLY * len(told)
        for number, sentence in enumerate(case.index.sentences, 1)
    )


def _is_denier(claimant: str | None, held: _Held, text: str, case: Case) -> bool:
    if claimant is None:
        return False
    around = text[: held.lead] + (text[held.end :] if held.behind else "")
    return any(akin(claimant, name.text, case.index) for name in names_in(around))
