"""What the article does not assert: conditions, questions, what nearly happened, what is not true or yet to be got.

Read are clauses that "if", "unless", "whether" or the like open, or an inversion ("were the bid to fail"), what stands
behind "came close to" and "it is not true that", verbs behind "would have", and nouns of leave behind "needs". A
statement that tells such a clause as a fact, without the word that opens it, is at fault; one that keeps what hangs on
a condition and leaves out the condition is not proven. Another turn of phrase is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from summarizer.text import modality
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, names_in
from summarizer.verifier.notes import find
from summarizer.verifier.wording import stem, stems_of

_MOSTLY = 0.7
"""Share of the statement's words, names aside, that stand in a clause, from which it may be that clause."""

_CONDITION = pattern(
    r"(?<!\beven\s)(?<!\bas\s)(?<!\bwhat\s)\b(?:(?:but\s)?(?:only\s)?if(?!\s(?:any|ever|need|not|only|possible|so)\b)|unless"
    r"|provid(?:ed|ing)\sthat|(?:as|so)\slong\sas|in\sthe\sevent\s(?:that|of)|on\s(?:the\s)?condition\sthat"
    r"|assuming(?:\sthat)?)\s",
    re.IGNORECASE,
)
_INVERTED = pattern(
    r"(?:\A|[.;,]\s)(?:Were|Should)\s(?=[\w’' -]{2,60}?\s(?:to\s)?[a-z]+\b[^?]*,)"
    r"|\A[“\"]?Had\s(?=[\w’' -]{2,60}?\s[a-z]+(?:ed|en|wn|ought|ent|ost)\b[^?]*,)"
    r"|\shad\s(?=(?:he|it|she|they|we|you|the\s[a-z]+)\s(?:not\s|[a-z]+(?:ed|en|wn|ought|ent|ost)\b))(?<=\S\shad\s)"
)
_ASKED = pattern(
    r"\bwhether\s|\b(?:ask|wonder|see|know|unclear|check|say|decid|tell|told)\w*\s(?:\w+\s)?if\s", re.IGNORECASE
)
_ANSWERED = pattern(
    r"\b(?:[Aa]sked|[Qq]uestioned)\s(?:if|whether)\b.*?,\s|\b(?:answered|confirmed|replied|responded)\b"
)
"""An asking with its answer behind a pause: "asked whether it would, she said"."""
_NEARLY = pattern(
    r"\b(?:(?:came|come[sd]?|coming|got|been|was|were|are|is)\s(?:\w+ly\s|so\s|very\s)?close\sto\s(?=\w+ing\b)"
    r"|on\sthe\s(?:brink|cusp|edge|point|verge)\sof\s(?=\w+ing\b)"
    r"|(?:nearly|almost)\s(?=(?!doubl|tripl|halv|quadrupl|match|exceed|need|unchang|limit)[a-z]{2,}ed\b"
    r"|(?:lost|won|sold|quit|went|fell|broke|left)\b))",
    re.IGNORECASE,
)
_UNTRUE = pattern(r"\b(?:it|that)(?:\s(?:is|was)|[’']s)\s(?:\w+ly\s)?(?:not\strue|untrue|false)\sthat\s", re.IGNORECASE)
_ENDS = pattern(
    r"[;:—–?]|,\s(?:said|says|adding|and|but|although|while|which|who)\b|,\s[\w\s.’'-]{2,40}\s(?:said|says|added)\b|\sthen\s"
)
_COMMA = pattern(r",\s")
_KEEPS = pattern(
    r"\b(?:if|unless|whether|provid(?:ed|ing)|(?:as|so)\slong\sas|event|condition\w*|assum\w+|were|subject|depend\w*|until|once"
    r"|ask\w*|question\w*|wonder\w*|unclear|close\sto|brink|cusp|edge|point\sof|verge|nearly|almost|untrue|false|den(?:ies|ied|y\w*|ials?)|reject\w*|dismiss\w*|refut\w*|avoid\w*|escap\w*|baseless"
    r"|not\strue|should|would|could|may|might|must|possib\w+|risk\w*|threat\w*|hope\w*|in\scase|when)\b|\?"
    r"|\A(?:Counting|Excluding|Including|With|Without)\s",
    re.IGNORECASE,
)
"""With one of these a statement may itself leave it open."""
_WOULD_HAVE = pattern(
    r"\b(?:would|could|might)(?:\snot|n[’']t)?\shave\s(?:\w+ly\s)?(?P<verb>(?!been\b)[a-z]+)\b", re.IGNORECASE
)
_AHEAD = pattern(r"\b(?:will|would|can|could|may|might|must|shall|expect\w*|forecast\w*|predict\w*|plan\w*)\b|[’']ll\b")
_BREAK = pattern(r"[;:—]|,?\s(?:and|but|while|although)\s|,\s")
_LEAVE = (
    r"(?:approval|authori[sz]ation|backing|blessing|clearance|consent|financing|funding|go-ahead|green\slight|licen[cs]e"
    r"|permission|permit)s?"
)
_NEEDED = pattern(
    r"\b(?:need|requir|seek|sought|await|want|lack|hop(?:e[sd]?|ing)\sfor|appl\w+\sfor|ask\w*\sfor|subject\sto|pending"
    r"|conditional\s(?:up)?on|depend\w*\son|(?:yet|still)\sto\s(?:get|win|obtain|receive)"
    rf"|must\s(?:get|win|obtain|receive)|without)\w*\s[^,;.]{{0,80}}?\b(?P<noun>{_LEAVE})\b",
    re.IGNORECASE,
)
_GOT = pattern(
    r"\b(?:ha(?:s|ve|d)|got|gets|w[io]ns?|receive[sd]?|obtain(?:s|ed)|secure[sd]|gain(?:s|ed)|(?:given|granted)(?:\sthe)?)\s"
    rf"(?!to\b)[^,;.]{{0,60}}?\b(?P<noun>{_LEAVE})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a sentence that is not asserted, by its characters there."""

    lead: int
    start: int
    end: int
    code: Code
    why: str


def check_unasserted(path: str, text: str, cited: Cited, *, hedged: bool = False) -> Iterator[Finding]:
    """The finding that the statement tells as a fact what the cited sentences do not assert, if it is so."""
    index, stems = cited.index, stems_of(text)
    told = (stems - frozenset().union(*(stems_of(name.text) for name in names_in(text)))) or stems
    if not told:
        return
    found = _needed(path, text, cited)
    keeps = hedged or _KEEPS.search(text) is not None
    for number in cited.numbers if found is None and not keeps else ():
        sentence = index.sentences[number - 1].text
        clauses = [clause for clause in _clauses(sentence) if _is_told(told, sentence, clause)]
        if clauses and clauses[0].code is Code.NEGATION_ALTERED and modality.negations(text):
            # "It is untrue that the till is empty" says that it is not.
            return
        dropped = None if clauses else _dropped(told, sentence)
        if clauses:
            clause, sure = clauses[0], not _stands_elsewhere(told, number, cited)
            place = index.sentences[number - 1].start + clause.lead, index.sentences[number - 1].start + clause.end
            # Of a claim, `check_disowned` knows whose it is.
            sure = sure and not (path == "statement" and _UNTRUE.match(sentence, clause.lead))
            # Where somebody is asked, he may have answered.
            sure = sure and not _ANSWERED.search(sentence)
            code = clause.code if sure and sentence.rstrip()[-1:] != "?" else Code.STATEMENT_UNPROVEN
            found = find(
                code,
                path,
                f"{clause.why}: {quoted(sentence[clause.lead : clause.end])}.",
                said=text,
                article=index.article,
                place=place,
            )
        elif dropped is not None:
            code, start, end = dropped
            place = index.sentences[number - 1].start + start, index.sentences[number - 1].start + end
            found = find(
                code,
                path,
                f"The article says so only beside {quoted(sentence[start:end])}, which is left out.",
                said=text,
                article=index.article,
                place=place,
            )
        elif told <= index.stems(number):
            # A cited sentence says all of it outright.
            return
        if found is not None and any(_says_outright(told, other, cited) for other in cited.numbers if other != number):
            return
    if found is not None:
        yield found


def _clauses(sentence: str) -> Iterator[_Clause]:
    for cue, code, why in (
        (_UNTRUE, Code.NEGATION_ALTERED, "The article calls untrue what the record asserts"),
        (_ASKED, Code.CERTAINTY_ALTERED, "The record asserts what the article only has asked"),
        (_NEARLY, Code.NEGATION_ALTERED, "The record asserts what the article says nearly happened"),
    ):
        for match in cue.finditer(sentence):
            yield _Clause(match.start(), match.end(), _end(sentence, match.end(), comma=False), code, why)
    for lead, start, end in _conditions(sentence):
        yield _Clause(
            lead, start, end, Code.CERTAINTY_ALTERED, "The record asserts what the article has as a condition"
        )
    if sentence.rstrip(' ”"’').endswith("?"):
        start = max((match.end() for match in re.finditer(r"[:;—]\s", sentence)), default=0)
        yield _Clause(
            start, start, len(sentence), Code.STATEMENT_UNPROVEN, "The article only asks what the record asserts"
        )


def _conditions(sentence: str) -> Iterator[tuple[int, int, int]]:
    """The conditions of a sentence, with the word that opens them, and without: where each begins and ends."""
    asked = {match.end() for match in _ASKED.finditer(sentence)}
    for cue in (_CONDITION, _INVERTED):
        for match in cue.finditer(sentence):
            if match.end() not in asked:
                first = (
                    not sentence[: match.start()].strip(" “\"'‘") or sentence[: match.start()].rstrip()[-1:] in ",;:"
                )
                yield match.start(), match.end(), _end(sentence, match.end(), comma=first)


def _end(sentence: str, start: int, *, comma: bool) -> int:
    stop = _ENDS.search(sentence, start)
    end = stop.start() if stop else len(sentence)
    first = _COMMA.search(sentence, start, end) if comma else None
    return first.start() if first else end


_NUMBER = pattern(r"\d[\d.,]*\d|\d")


def _is_told(told: Set[str], sentence: str, clause: _Clause) -> bool:
    """Whether the clause has what the statement tells, and the rest of the sentence has not."""
    numbers = set(_NUMBER.findall(" ".join(sorted(told))))
    if numbers and not numbers & set(_NUMBER.findall(sentence[clause.start : clause.end])):
        # "if it exceeded 3.5; it was 3.1 now": of another number.
        return False
    inside = told & stems_of(sentence[clause.start : clause.end])
    outside = told & stems_of(f"{sentence[: clause.lead]} {sentence[clause.end :]}")
    return len(inside) >= _MOSTLY * len(told) and 2 * len(inside - outside) >= len(told)


def _dropped(told: Set[str], sentence: str) -> tuple[Code, int, int] | None:
    """What of the sentence the statement leaves out, where it tells what depends on that."""
    for match in _WOULD_HAVE.finditer(sentence):
        verb = stem(match["verb"].lower())
        rest = stems_of(f"{sentence[: match.start()]} {sentence[match.end() :]}")
        if verb in told and verb not in rest and len(told & stems_of(sentence)) >= _MOSTLY * len(told):
            return Code.CERTAINTY_ALTERED, match.start(), match.end()
    for lead, start, end in _conditions(sentence):
        before = sentence[:lead].rstrip(' ,“"')
        if before.strip():
            begin = max((match.end() for match in _BREAK.finditer(before)), default=0)
            main = before[begin:]
        else:
            main = sentence[end:].lstrip(" ,")
            stop = _BREAK.search(main)
            main = main[: stop.start()] if stop else main
        shared = told & stems_of(main)
        if _AHEAD.search(main) and len(shared) >= _MOSTLY * len(told) and told & stems_of(sentence[start:end]) < shared:
            return Code.STATEMENT_UNPROVEN, lead, end
    return None


def _says_outright(told: Set[str], number: int, cited: Cited) -> bool:
    """Whether a sentence has all that the statement tells, and none of it in a clause that is not asserted."""
    sentence = cited.index.sentences[number - 1].text
    return told <= cited.index.stems(number) and not any(
        _is_told(told, sentence, clause) for clause in _clauses(sentence)
    )


def _stands_elsewhere(told: Set[str], number: int, cited: Cited) -> bool:
    """Whether another sentence of the article has most of the words, and may assert it."""
    return any(
        other != number and len(told & cited.index.stems(other)) >= _MOSTLY * len(told)
        for other in range(1, len(cited.index.sentences) + 1)
    )


def _needed(path: str, text: str, cited: Cited) -> Finding | None:
    """The finding that the statement has got what the article says is still needed: a consent, a licence."""
    got = _GOT.search(text)
    if got is None or _NEEDED.search(text):
        return None
    noun, found = stem(got["noun"].lower()), None
    for number in cited.numbers:
        sentence = cited.index.sentences[number - 1]
        if noun not in cited.index.stems(number):
            continue
        needed = next((one for one in _NEEDED.finditer(sentence.text) if stem(one["noun"].lower()) == noun), None)
        if needed is None or any(
            stem(one["noun"].lower()) == noun and not needed.start() <= one.start() < needed.end()
            for one in _GOT.finditer(sentence.text)
        ):
            return None
        found = found or find(
            Code.CERTAINTY_ALTERED,
            path,
            f"The record has as given what the article has as needed: {quoted(needed.group())}.",
            said=text,
            article=cited.index.article,
            place=(sentence.start + needed.start(), sentence.start + needed.end()),
        )
    return found
