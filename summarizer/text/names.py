"""Capitalised names in English prose: where they stand, which short forms fit them, which aliases a text states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.text.aliases import stated_aliases
from summarizer.text.name_forms import NameKind, initials, may_refer, name_kind, strip_suffix
from summarizer.text.name_words import (
    CALENDAR,
    COMPANY_WORDS,
    COURTESY_TITLES,
    FIRST_NAMES,
    INSTITUTIONS,
    LEGAL_FORMS,
    LINK_WORDS,
    NATIONALITIES,
    NOT_NAMES,
    OPENERS,
    POST_WORDS,
)

__all__ = ["NameKind", "NameSpan", "find_names", "initials", "may_refer", "name_kind", "stated_aliases", "strip_suffix"]


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name as it stands: `article[start:end] == text`, possessive ending and punctuation left out."""

    start: int
    end: int
    text: str


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΡΣ-ΫА-ЯЁ"
_IN = "[\\w\u200b\u2060\u00ad]"
"""What goes on inside a word; zero-width marks and soft hyphens do not end it."""
_WORD = (
    rf"(?:(?:[{_UPPER}]\.){{2,5}}"
    rf"|(?:St|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|Rev|Lt|Col|Capt|Sgt|Jr|Sr|Inc|Co|Cos|Corp|Ltd|Bros|Intl|Hldgs)\."
    rf"|[{_UPPER}]\.(?=\s[{_UPPER}])"
    rf"|(?:[{_UPPER}]|[a-z]{{1,2}}[A-Z]|\d{{1,3}}-?[A-Z])\w*+(?:[&’'‐‑@/+-](?![sS]\b)\w++)*+(?:\.(?:com|net|org|io|ai)\b)?+!?+(?=$|\W))"
)
_LEGAL_AFTER_COMMA = r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|L\.P|LP|Co|Corp|S\.A|N\.V|PLC|Jr|Sr)\b\.?"
_LONGEST_RUN = 15
"""Words that a run of capitalised words goes on after its first one."""
_INSTITUTION_END = (
    r"(?:[A-Z][a-z]+[ ])?(?:Exchange[ ]Commission|Drug[ ]Administration|Authority|Budget|Sons|Medicine|Technology|Sciences|Development|Urban[ ]Development)\b"
)
_RUN = re.compile(
    rf"(?<![\w$€£@#.])(?:{_WORD})(?:(?:[ \t\xa0]{{1,3}}(?:(?:&|and(?=[ ](?:{_INSTITUTION_END}))|of|of\sthe|for|de|de\sla|de\slos|la|van|van\sder|von|del|der|du|di|da|al|bin|el)[ \xa0])?"
    rf"|[ \t]?\n[ \t]*(?:of\s|&\s)?)(?:{_WORD}|&[ ](?:{_WORD}))|,[ ](?={_LEGAL_AFTER_COMMA}){_WORD}){{0,{_LONGEST_RUN}}}+(?:[ \n](?:plc|co|inc|corp|ltd|llc|asa|ag|nv)\b(?![ ]of\b))?"
)
_PART = re.compile(r"\S+")
_TAIL = re.compile(r"(?:['’][sS]?|[,;:])+$")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]]*\s*[\"“‘'(\[]*\Z|\A[\s\"“‘'(\[]*\Z|[\"“]\Z|[•*▪-]\s+\Z|—\s*\Z")
_BREAK = re.compile(r"\n\s*[\"“‘'(\[]*\Z")
_OF_HEADS = LEGAL_FORMS | COMPANY_WORDS
_WHOLE_COUNTRIES = frozenset({"america", "australia", "brazil", "canada", "china", "england", "india", "israel", "japan", "mexico", "scotland"})
"""What can follow "Corp. of" as a part of a company's name; elsewhere "of" says where it sits."""
_ADJECTIVE = re.compile(
    r"[-‐‑](?:[a-z]+(?:ed|ing)|based|like|style|wide|free|only|ready|old|made|only|led|run|high|low|term|owned|born)$"
)
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_HEADING_WORD = re.compile(r"[A-Za-z][\w'’&-]*")
_SHORT_LINE = 45
_LONGEST_LINE_OF_WRAPPED_TEXT = 100


def find_names(text: str) -> list[NameSpan]:
    """The names of companies, persons, bodies, products and places in `text`, in order and disjoint.

    Capitalised words that only begin a sentence, months, week days, titles and job names are no names and are no
    part of one. In headlines, where every word is capitalised, only names that the prose has too are found.
    """
    lower = {match.group() for match in _LOWER_WORD.finditer(text)}
    wrapped = _is_wrapped(text)
    headings = _headings(text, wrapped)
    found: list[NameSpan] = []
    in_headings: list[tuple[int, int]] = []
    heading = 0
    for match in _RUN.finditer(text):
        while heading < len(headings) and headings[heading][1] <= match.start():
            heading += 1
        if heading < len(headings) and headings[heading][0] <= match.start():
            in_headings.append(match.span())
            continue
        for start, end in _lines(text, match.start(), match.end(), wrapped):
            found.extend(_names_in_run(text, start, end))
    found = _settle_openings(text, found, lower)
    if in_headings:
        found.extend(_known_names(text, in_headings, {name.text for name in found}))
        found.sort(key=lambda name: name.start)
    return _without_descriptors(text, found, lower)


def _settle_openings(text: str, found: list[NameSpan], lower: set[str]) -> list[NameSpan]:
    """Cuts off the words that are capitalised only because a sentence begins with them.

    What stands inside a sentence too, whole or at the start of a longer name, is a name and stays whole.
    """
    inside: set[str] = set()
    for name in found:
        if not _opens_sentence(text, name.start):
            words = name.text.split()
            inside.update(" ".join(words[:count]) for count in range(1, len(words) + 1))
    settled = []
    for name in found:
        if name.text in inside or not _opens_sentence(text, name.start):
            settled.append(name)
            continue
        words = [(name.start + part.start(), part.group()) for part in _PART.finditer(name.text)]
        while words and " ".join(word for _, word in words) not in inside and _is_common([word for _, word in words], lower):
            words.pop(0)
        if words and words[0][1].lower() not in LINK_WORDS:
            settled.append(NameSpan(words[0][0], name.end, text[words[0][0] : name.end]))
    return settled


def _is_wrapped(text: str) -> bool:
    """Whether lines break inside sentences, as in agency copy of old."""
    head = text[:20_000].strip()
    lines = head.split("\n")
    return len(lines) > 2 and max(map(len, lines)) <= _LONGEST_LINE_OF_WRAPPED_TEXT


def _headings(text: str, wrapped: bool) -> list[tuple[int, int]]:
    """Lines without a closing full stop in which nearly every longer word is capitalised."""
    spans = []
    start = 0
    for line in text.splitlines(keepends=True):
        if 12 < len(line) < 200 and not (wrapped and _goes_on(text, start + len(line))):
            words = [word for word in _HEADING_WORD.findall(line) if len(word) > 3]
            capital = sum(word[0].isupper() for word in words)
            if len(words) >= 2 and capital >= (0.75 if len(words) > 3 else 1) * len(words) and line.rstrip()[-1:] not in ".:,;":
                spans.append((start, start + len(line)))
        start += len(line)
    covered = sum(end - first for first, end in spans)
    return spans if covered < 0.9 * len(text) else [span for span in spans if span[1] - span[0] > _SHORT_LINE]


def _goes_on(text: str, at: int) -> bool:
    """Whether a line of wrapped text is followed by another without a blank line between."""
    return not text.startswith(("\n", "\r"), at) and bool(text[at : at + 40].strip())


def _lines(text: str, start: int, end: int, wrapped: bool) -> Iterator[tuple[int, int]]:
    """The run in one piece where the text is wrapped, else its pieces line by line."""
    if wrapped or "\n" not in text[start:end]:
        yield start, end
        return
    at = start
    for piece in text[start:end].split("\n"):
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield at + lead, at + len(piece.rstrip())
        at += len(piece) + 1


def _names_in_run(text: str, start: int, end: int) -> Iterator[NameSpan]:
    """The names of one run of capitalised words: cut at possessives, "of" without an institution, titles, months."""
    words = [(start + part.start(), start + part.end()) for part in _PART.finditer(text[start:end])]
    group: list[tuple[int, int, str]] = []
    jobs = _job_words([_TAIL.sub("", text[low:high]) for low, high in words])
    for at, ((word_start, word_end), job) in enumerate(zip(words, jobs, strict=True)):
        raw = text[word_start:word_end]
        word = _TAIL.sub("", raw)
        cut_before = "drop" if job else _cuts(word, group, text[slice(*words[at + 1])] if at + 1 < len(words) else "")
        if cut_before:
            yield from _name(text, group)
            group = []
        if cut_before != "drop":
            group.append((word_start, word_start + len(word), word))
        if raw != word and not (raw[-1] in ",sS" and _next_is_legal(text, word_end)):
            yield from _name(text, group)
            group = []
    yield from _name(text, group)


def _cuts(word: str, group: list[tuple[int, int, str]], after: str) -> str:
    """Whether a new name starts at `word` ("cut"), or between names stands a word of none ("drop"); else ""."""
    lower = word.lower().strip(".")
    if word.lower() in COURTESY_TITLES and word[0].isupper():
        return "cut"
    if lower in CALENDAR:
        return "drop"
    if lower in NOT_NAMES and not group:
        return "drop"
    if word in ("of", "for", "of the") or (word == "the" and group and group[-1][2] == "of"):
        held = {name.lower().strip(",.") for _, _, name in group}
        if held & INSTITUTIONS and not held & LEGAL_FORMS:
            return ""
        return "" if held & _OF_HEADS and after.lower().strip(".,;") in _WHOLE_COUNTRIES else "drop"
    if word[0].isupper() and lower in OPENERS and word.lower() in ("the", "a", "an", "in", "at", "on", "and", "but", "it", "its"):
        return "drop"
    return ""


def _job_words(words: list[str]) -> list[bool]:
    """Which words of a run are a job: "Chief Financial Officer", but not the "Financial" of a bank's name."""
    lower = [word.lower() for word in words]
    jobs = [False] * len(words)
    for at, word in enumerate(lower):
        if word not in POST_WORDS or not words[at][0].isupper():
            continue
        after = lower[at + 1] if at + 1 < len(words) else ""
        if after.strip(".") in LEGAL_FORMS | COMPANY_WORDS or (at and lower[at - 1] in ("of", "&", "general")):
            continue
        jobs[at] = word not in _HALF_JOBS or (at > 0 and jobs[at - 1]) or (after in POST_WORDS and after not in _HALF_JOBS)
    return jobs


def _next_is_legal(text: str, at: int) -> bool:
    following = text[at : at + 10].split()
    return bool(following) and following[0].strip(".,;").lower().replace(".", "") in LEGAL_FORMS | {"jr", "sr"}


def _name(text: str, group: list[tuple[int, int, str]]) -> Iterator[NameSpan]:
    words = list(group)
    while words and (words[-1][2][0].islower() and words[-1][2] not in LEGAL_FORMS and len(words[-1][2]) < 4 and words[-1][2].isalpha() and words[-1][2].islower() or words[-1][2] == "&"):
        words.pop()
    while words and _no_name_alone(words[0][2]) and not (len(words) > 1 and words[1][2] == "&" and words[0][2].isupper()):
        words.pop(0)
    while words and words[0][2].islower():
        words.pop(0)
    if not words:
        return
    start, end = words[0][0], words[-1][1]
    last = words[-1][2]
    if last.endswith(".") and not _keeps_stop(last):
        end -= 1
    name = text[start:end]
    plain = name.lower()
    if plain in NOT_NAMES or plain in CALENDAR or (len(words) == 1 and plain.strip(".") in POST_WORDS | LEGAL_FORMS | COURTESY_TITLES):
        return
    if len(words) == 1 and (plain in NATIONALITIES or _ADJECTIVE.search(name)):
        return
    if len(name) == 1 and not _stands_as_name(text, start, end):
        return
    if any(letter.isalpha() for letter in name):
        yield NameSpan(start, end, name)


def _keeps_stop(word: str) -> bool:
    return word.count(".") > 1 or word.strip(".").lower() in LEGAL_FORMS | {"jr", "sr", "bros", "intl"}


def _no_name_alone(word: str) -> bool:
    """Words that no name begins with, wherever they stand."""
    lower = word.lower()
    return lower in _CLOSED or lower.strip(".") in CALENDAR or (lower.endswith("’s") or lower.endswith("'s"))


_HALF_JOBS = frozenset({"deputy", "executive", "financial", "founder", "general", "head", "king", "manager", "managing", "marketing", "operating", "partner", "prime", "prince", "princess", "queen", "secretary", "senior", "technology", "vice"})
"""Words that make a job only beside another one."""
_COMMON_ENDINGS = (
    "ants", "ations", "ed", "ers", "ies", "ing", "ings", "ions", "ists", "ly", "ment", "ments", "ness", "ors", "tion", "ties", "ures"
)
_CLOSED = frozenset(
    """a after although amid an and any are as at because before both but by despite during each every for from he her
    his how if in is it its like many most my no not on once or our she since so some such than that the their then
    there these they this those though through to under until was we were what when where while who why with without
    yet you your i i'm it's we're that's he's she's they're i've we've don't can't""".split()  # noqa: SIM905
)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    return bool(_SENTENCE_END.search(before) or _BREAK.search(before)) or start == 0


def _is_common(words: list[str], lower: set[str]) -> bool:
    """Whether the first of these words, which begin a sentence, is capitalised for that reason alone."""
    word = words[0].lower()
    first, hyphen, second = word.partition("-")
    if hyphen and words[0].endswith(second) and second.isalpha():
        return first in OPENERS or first in lower or second in lower
    if (words[0].isupper() and len(word) > 1) or not word.isalpha():
        return False
    if len(words) > 1 and (
        word in FIRST_NAMES or (word not in _CLOSED and words[1].lower().strip(".,") in LEGAL_FORMS | COMPANY_WORDS | {"&"})
    ):
        return False
    return word in OPENERS or word in lower or word.endswith(("ly", "ing", "tion") if len(words) > 1 else _COMMON_ENDINGS)


def _stands_as_name(text: str, start: int, end: int) -> bool:
    """Whether a single capital letter is a name: not "A", "I", an initial, a grade or a list letter."""
    if text[start] in "AI" or text[end : end + 1] in (".", ")", "+", "'", "’") and not text[end : end + 2].endswith("s"):
        return text[start] not in "AI" and text[end : end + 1] == "." and text[end : end + 2] in (".", ".\n", ".”", '."')
    before = text[max(0, start - 14) : start].lower().split()
    return not (before and before[-1] in {"class", "series", "grade", "type", "plan", "vitamin", "appendix", "section", "exhibit"})


def _known_names(text: str, spans: list[tuple[int, int]], known: set[str]) -> Iterator[NameSpan]:
    """Names of the prose, and acronyms or names with a legal form, inside the runs of headlines."""
    forms = known | {strip_suffix(name) for name in known} | {name.split()[0] for name in known if len(name.split()[0]) > 3}
    forms -= {form for form in forms if form.lower() in OPENERS}
    for start, end in spans:
        words = [(start + part.start(), start + part.start() + len(_TAIL.sub("", part.group()))) for part in _PART.finditer(text[start:end])]
        at = 0
        while at < len(words):
            for last in range(min(len(words), at + 6) - 1, at - 1, -1):
                piece = text[words[at][0] : words[last][1]].rstrip(".")
                if piece in forms or (last == at and _is_certain(piece)):
                    yield NameSpan(words[at][0], words[at][0] + len(piece), piece)
                    at = last
                    break
            at += 1


def _is_certain(word: str) -> bool:
    """Acronyms and words with a capital inside are names in a headline too."""
    lower = word.lower()
    inner = any(letter.isupper() for letter in word[1:])
    return inner and word.isalnum() and lower not in NOT_NAMES | OPENERS | POST_WORDS | LEGAL_FORMS


def _without_descriptors(text: str, names: list[NameSpan], lower: set[str]) -> list[NameSpan]:
    """Cuts leading words off a name that the text writes in lower case elsewhere, where the rest is a name alone."""
    alone = {name.text for name in names}
    result = []
    for name in names:
        words = name.text.split()
        for count in range(1, len(words)):
            rest = name.text.split(None, count)[-1]
            if rest in alone and all(word.lower() in lower for word in words[:count]):
                start = name.end - len(rest)
                name = NameSpan(start, name.end, text[start : name.end])
                break
        result.append(name)
    return result
