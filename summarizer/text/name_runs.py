"""Runs of capitalised words, and the names that they come apart into: at possessives, job names, months.

Origin of the patterns: titles and legal forms with the abbreviations of style guides, particles of family names in
European and Arabic names, capital letters of Latin scripts (Unicode).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from summarizer.text.name_words import (
    BANKS,
    CALENDAR,
    COMPANY_WORDS,
    COURTESY_TITLES,
    FIRST_NAMES,
    INSTITUTIONS,
    LEGAL_FORMS,
    NATIONALITIES,
    NOT_NAMES,
    OPENERS,
    PLACES,
    POST_WORDS,
)
from summarizer.text.patterns import pattern


class NameSpan(NamedTuple):
    """A name as it stands: `article[start:end] == text`, possessive ending and punctuation left out."""

    start: int
    end: int
    text: str


name_span = partial(tuple.__new__, NameSpan)
"""A `NameSpan` of its three values in a tuple; a named tuple's own call takes twice as long."""
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΡΣ-ΫА-ЯЁ"
_IN = r"[\w\u200b\u2060\u00ad\u0300-\u036f]"
"""What goes on inside a word; zero-width marks, soft hyphens and combining accents do not end it."""
_WORD = (
    rf"(?:(?:[{_UPPER}]\.){{2,5}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)(?=[ ](?:Avenue|Century|Circuit|Street)\b)"
    rf"|(?:St|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Prof|Rev|Lt|Col|Capt|Sgt|Jr|Sr|Inc|Co|Cos|Corp|Ltd|Bros|Intl|Hldgs)\."
    rf"|[{_UPPER}]\.(?=\s[{_UPPER}])"
    rf"|(?:[{_UPPER}]|[a-z]{{1,2}}[A-Z]|[dDlL][’'](?=[{_UPPER}])|[ae][lnrsz][-‐‑](?=[{_UPPER}])|\d{{1,3}}-?[A-Z]){_IN}*+(?:(?:[&‐‑@/+-]|[’'](?![sS]\b)){_IN}++)*+(?:\.(?:com|net|org|io|"
    rf"ai)\b)?+!?+(?=$|\W))"
)
_LEGAL_AFTER_COMMA = r"(?:Inc|Ltd|LLC|L\.L\.C|LLP|L\.P|LP|Co|Corp|S\.A|N\.V|PLC|Jr|Sr)\b\.?"
_BRACKETED = (
    r"\s\((?:(?:[A-Z]\.){2,3}|[A-Z]{2,3}|[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)\)"
    r"(?=\s(?:[A-Z][a-z]+\s){0,2}(?:Inc|Co|Cos|Corp|Company|Ltd|Limited|LLC|Holdings?|Pty|Plc|PLC|N\.?V|S\.?A)\b)"
)
"""A place in brackets inside a company's name: "Petroleum (U.K.) Ltd"."""
_JOINED_BY_AND = r"[ ]and[ ](?=[A-Z][\w&’'-]*(?:[ ](?:Inc|Cos?|Corp|Ltd|Plc)\b\.?)?\s(?:said|says)\s(?:it|its)\b)"
"""The "and" of one name: "Cross and Trebble said it"."""
_LONGEST_RUN = 15
"""Words that a run of capitalised words goes on after its first one."""
_INSTITUTION_END = (
    r"(?:[A-Z][a-z]+[ ])?(?:Co|Exchange[ ]Commission|Drug[ ]Administration|Authority|Budget|Sons|Medicine|Technology|"
    r"Sciences|Development|Urban[ ]Development)\b"
)
_SLUGS = (
    "ADVISORY|ANALYSIS|BRIEF|BULLETIN|EXCLUSIVE|FACTBOX|FEATURE|FLASH|INTERVIEW|REFILE|TIMELINE|UPDATE|URGENT|WRAPUP"
)
"""What agencies put before a headline and a dash: "BRIEF-Acme to buy", "UPDATE 2-Acme"."""
_RUN = pattern(
    rf"(?<![\w$€£@#.])(?!(?:{_SLUGS})(?: \d+)?-)(?<!(?:UPDATE|WRAPUP) )"
    rf"(?:{_WORD})(?:(?:[ \t\xa0]{{1,3}}(?:(?:&[ \xa0](?:de|del|der|di|du|la|le|van|von)|&|"
    rf"and(?=\s(?:{_INSTITUTION_END}))|of|of\sthe|for|de|"
    rf"de\s(?:la|las|los)|la|van\s(?:de[nr]?)|van|von\sder|von|del|der|du|di|da|das|dos|te|ter|al|bin|bint|"
    rf"ibn|el|e|y)[ \xa0\n])?"
    rf"|[ \t]?\n[ \t]*(?:of\s|&\s)?)(?:{_WORD}|&[ ](?:{_WORD}))|"
    rf",[ ](?={_LEGAL_AFTER_COMMA}){_WORD}|{_BRACKETED}|{_JOINED_BY_AND}(?:{_WORD}))"
    rf"{{0,{_LONGEST_RUN}}}+(?:[ \n](?:plc|co|inc|corp|ltd|llc|asa|ag|nv)\b(?![ ]of\b|[-‐‑]))?"
)
_MAY_BE_CAPITAL = bytes(ord("A") if chr(code) == "?" or chr(code).isupper() else ord(" ") for code in range(256))
"""For a text in Latin-1, in which a question mark stands for all other characters."""
_BEFORE_CAPITAL = 4
"""Characters of a run before its first capital, at most: "123-A", "21st Century"."""
_ORDINALS = ("st ", "nd ", "rd ", "th ")
PART = pattern(r"\S+")
TAIL = pattern(r"(?:['’][sS]?|[,;:])+$")
_TAIL_ENDS = frozenset("'’,;:")
_POSSESSIVES = ("'s", "'S", "’s", "’S")
_LEGAL_REACH = 10
"""Characters behind a comma or possessive in which a legal form may follow."""
_SENTENCE_END = pattern(r"[.!?:;…][\"”’')\]]*\s*[\"“‘'(\[]*\Z|\A[\s\"“‘'(\[]*\Z|[\"“]\Z|[•*▪-]\s+\Z|—\s*\Z")
_BREAK = pattern(r"\n\s*[\"“‘'(\[]*\Z")
_OF_HEADS = LEGAL_FORMS | COMPANY_WORDS
_COMPANY_SIGNS = _OF_HEADS | {"&"}
_KEEPS_STOP = LEGAL_FORMS | {"jr", "sr", "bros", "intl"}
_AFTER_COMMA = LEGAL_FORMS | {"jr", "sr"}
_NEVER_NAMES_ALONE = POST_WORDS | LEGAL_FORMS | COURTESY_TITLES
NEVER_CERTAIN = NOT_NAMES | OPENERS | POST_WORDS | LEGAL_FORMS
_NO_OPENERS = frozenset({"the", "a", "an", "in", "at", "on", "and", "but", "it", "its"})
"""Words with which a sentence opens and no name."""
_ENDING = pattern(r"(?:Inc|Corp|Ltd|Plc|PLC|LLC|LLP|GmbH|Incorporated|Limited)\.?|Co\.|Cos\.")
_ENDINGS_IN_LETTERS = frozenset({"inc", "corp", "ltd", "plc", "llc", "llp", "gmbh", "incorporated", "limited"})
"""Those of the next that may stand without a stop."""
"""Legal forms with which a name ends, unless another one or "of" follows."""
_AFTER_LEGAL = LEGAL_FORMS | {"&", "and", "jr", "of", "of the", "sr"}
_BEFORE_TICKERS = (COMPANY_WORDS | LEGAL_FORMS | {"average", "index"}) - {
    "air",
    "cable",
    "global",
    "news",
    "oil",
    "power",
    "steel",
}
_BEGINS_NAMES = frozenset({"ai", "ar", "dc", "id", "ip", "lse", "pc", "tv", "vr"})
"""Acronyms of no name that a company's name may begin with."""
_NO_TICKERS = LEGAL_FORMS | PLACES | {"a", "i"}
_TICKER = 5
"""Letters of a ticker, at most."""
_WHOLE_COUNTRIES = frozenset(
    {"america", "australia", "brazil", "canada", "china", "england", "india", "israel", "japan", "mexico", "scotland"}
)
"""What can follow "Corp. of" as a part of a company's name; elsewhere "of" says where it sits."""
_ADJECTIVE = pattern(
    r"[-‐‑](?:[a-z]+(?:ed|ing)|based|like|style|wide|free|only|ready|old|made|only|led|run|high|low|term|owned|born)$"
)


def runs_in(text: str) -> Iterator[re.Match[str]]:
    """The runs of capitalised words in a text, in order and disjoint: `_RUN`, tried only where a capital is near."""
    capitals = text.encode("latin-1", "replace").translate(_MAY_BE_CAPITAL)
    floor = 0
    capital = capitals.find(b"A")
    while capital >= 0:
        run = _run_at(text, floor, capital) if text[capital].isupper() else None
        if run is not None:
            yield run
            floor = run.end()
        capital = capitals.find(b"A", floor if run is not None else capital + 1)


def _run_at(text: str, floor: int, capital: int) -> re.Match[str] | None:
    """The run whose first capital stands there; nothing of it stands before `floor`."""
    start, low = capital, max(floor, capital - _BEFORE_CAPITAL)
    if text.endswith(_ORDINALS, floor, capital):
        start -= len(_ORDINALS[0])
        low = max(floor, start - 2)
    while start > low and not text[start - 1].isspace():
        start -= 1
    while start <= capital:
        if run := _RUN.match(text, start):
            return run
        start += 1
    return None


def names_in_run(text: str, start: int, end: int) -> list[NameSpan]:
    """The names of one run of capitalised words: cut at possessives, "of" without an institution, titles, months."""
    run = text[start:end]
    cut = "," in run or "'" in run or "’" in run
    found = []
    for low, high, name in _names_of(run, text[end : end + _LEGAL_REACH] if cut else ""):
        at, stop = start + low, start + high
        if name.lower() in _FIELDS and _JOB_BEHIND.match(text, stop):
            continue
        if high - low == 1 and not _stands_as_name(text, at, stop):
            continue
        found.append(name_span((at, stop, name)))
    return found


@lru_cache(maxsize=4096)
def _names_of(run: str, behind: str) -> tuple[tuple[int, int, str], ...]:
    """The names of a run, (start, end, name), but for what the text around it decides; `behind` follows the run."""
    if run.isalpha():
        alone = not (_job_words([run])[0] or _cuts(run, [], []) == "drop")
        return tuple(_name(run, [(0, len(run), run)])) if alone else ()
    if (whole := _whole_run(run)) is not None:
        return tuple(_name(run, whole))
    parts: list[tuple[int, int, str]] = []
    stop = 0
    for raw in run.split():
        start = run.find(raw, stop)
        stop = start + len(raw)
        parts.append((start, stop, raw))
    words = [TAIL.sub("", raw) if raw[-1] in _TAIL_ENDS or raw[-2:] in _POSSESSIVES else raw for _, _, raw in parts]
    found: list[tuple[int, int, str]] = []
    group: list[tuple[int, int, str]] = []
    for at, ((low, high, raw), word, job) in enumerate(zip(parts, words, _job_words(words), strict=True)):
        cut_before = "drop" if job else _cuts(word, group, words[at + 1 : at + 5])
        if cut_before:
            found += _name(run, group)
            group = []
        if group and _ENDING.fullmatch(group[-1][2]) and word.lower().strip(".,") not in _AFTER_LEGAL:
            found += _name(run, group)
            group = []
            # Market reports put the ticker behind the name: "Acme Tool Corp. ACM".
            if len(word) <= _TICKER and word.isupper() and word.isalpha():
                cut_before = "drop"
        if (
            group
            and at == len(parts) - 1
            and word.isupper()
            and word.isalpha()
            and len(word) <= _TICKER
            and group[-1][2].lower() in _BEFORE_TICKERS
            and word.lower() not in _NO_TICKERS
        ):
            cut_before = "drop"
            found += _name(run, group)
            group = []
        if cut_before != "drop":
            group.append((low, low + len(word), word))
        if raw != word and not (raw[-1] in ",sS" and _next_is_legal(run[high:] + behind)):
            found += _name(run, group)
            group = []
    found += _name(run, group)
    return tuple(found)


def _whole_run(run: str) -> list[tuple[int, int, str]] | None:
    """The words of a run in which nothing parts one name from another, as in most names of people; else None."""
    if not run.replace(" ", "").isalpha():
        return None
    words = run.split(" ")
    for word in words:
        if not word[:1].isupper() or word.isupper() or word.lower() in _PARTING:
            return None
    parts, start = [], 0
    for word in words:
        parts.append((start, start + len(word), word))
        start += len(word) + 1
    return parts


_PARTING = (
    POST_WORDS | COURTESY_TITLES | frozenset(CALENDAR) | NOT_NAMES | LEGAL_FORMS | _ENDINGS_IN_LETTERS | _NO_OPENERS
)
"""The words at which a run may come apart, capitals apart: whatever `_cuts` and `_job_words` look for."""


_RUPEES = frozenset({"Rs", "Rs."})
"""Before an amount, as Indian, Pakistani and Mauritian newspapers write it; "RS" may begin a name."""
_FISCAL = pattern(r"(?:[QH][1-4]|[1-4][QH])?FY(?:\d\d){1,2}")
"""A fiscal year, or a part of one: "FY27", "Q2FY26"."""
_RATES = frozenset({"ESTR", "EURIBOR", "HIBOR", "LIBOR", "SHIBOR", "SOFR", "SONIA", "TONA"})
"""Interest rates, which are written in capitals alone: "2% over SONIA"."""


def _cuts(word: str, group: list[tuple[int, int, str]], after: list[str]) -> str:
    """Whether a new name starts at `word` ("cut"), or between names stands a word of none ("drop"); else ""."""
    lower = word.lower().strip(".")
    if word.lower() in COURTESY_TITLES and word[0].isupper():
        return "cut"
    if lower in CALENDAR or word in _RUPEES:
        return "drop"
    if lower in NOT_NAMES and not group:
        begins = lower in _BEGINS_NAMES and any(name.lower().strip(".") in LEGAL_FORMS for name in after)
        return "" if begins else "drop"
    if word in ("of", "for", "of the") or (word == "the" and group and group[-1][2] == "of"):
        held = {name.lower().strip(",.") for _, _, name in group}
        if held & INSTITUTIONS and not held & LEGAL_FORMS:
            return ""
        if not held & _OF_HEADS or held & LEGAL_FORMS & {"inc", "ltd", "plc"}:
            return "drop"
        following = [name.lower().strip(".,;") for name in after]
        return "" if following and (following[0] in _WHOLE_COUNTRIES or LEGAL_FORMS & set(following[1:])) else "drop"
    if (
        word[0].isupper()
        and not (word.isupper() and len(word) > 1)
        and lower in OPENERS
        and word.lower() in _NO_OPENERS
    ):
        return "drop"
    return ""


_GENERAL_JOBS = frozenset({("general", "counsel"), ("general", "manager"), ("general", "partner")})


def _job_words(words: list[str]) -> list[bool]:
    """Which words of a run are a job: "Chief Financial Officer", but not the "Financial" of a bank's name."""
    lower = [word.lower() for word in words]
    jobs = [False] * len(words)
    for at, word in enumerate(lower):
        if at and jobs[at - 1] and lower[at - 1] == "chief" and at + 1 < len(words) and lower[at + 1] in POST_WORDS:
            jobs[at] = True
            continue
        if word not in POST_WORDS or not words[at][0].isupper():
            continue
        after = lower[at + 1] if at + 1 < len(words) else ""
        if (after.strip(".") in _OF_HEADS and not (word == "chief" and after in POST_WORDS)) or (
            at and lower[at - 1] in ("of", "&", "general") and (lower[at - 1], word) not in _GENERAL_JOBS
        ):
            continue
        jobs[at] = (
            (word, after) in _GENERAL_JOBS
            or word not in _HALF_JOBS
            or (at > 0 and jobs[at - 1])
            or (after in POST_WORDS and after not in _HALF_JOBS)
        )
    return jobs


def _next_is_legal(behind: str) -> bool:
    following = behind[:_LEGAL_REACH].split()
    return bool(following) and following[0].strip(".,;").lower().replace(".", "") in _AFTER_COMMA


def _name(run: str, group: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    words = list(group)
    while words and (
        (
            words[-1][2][0].islower()
            and words[-1][2] not in LEGAL_FORMS
            and len(words[-1][2]) < 4
            and words[-1][2].isalpha()
            and words[-1][2].islower()
        )
        or words[-1][2] == "&"
    ):
        words.pop()
    while (
        words and begins_no_name(words[0][2]) and not (len(words) > 1 and words[1][2] == "&" and words[0][2].isupper())
    ):
        words.pop(0)
    while words and (
        (words[0][2].islower() and not words[0][2][0].isdigit()) or (len(words) > 1 and _ADJECTIVE.search(words[0][2]))
    ):
        words.pop(0)
    if not words:
        return
    start, end = words[0][0], words[-1][1]
    if words[0][2].startswith("Ex-") and words[0][2][3:4].isupper():
        # "Ex-Acme chief Jane Roe" begins a sentence: the house is Acme.
        start += 3
    last = words[-1][2]
    if last.endswith(".") and not _keeps_stop(last):
        end -= 1
    name = run[start:end]
    plain = name.lower()
    if (
        plain.replace(" & ", "&") in NOT_NAMES
        or plain in CALENDAR
        or name in _RATES
        or _FISCAL.fullmatch(name)
        or (len(words) == 1 and plain.strip(".") in _NEVER_NAMES_ALONE)
    ):
        return
    if len(words) == 1 and (plain in NATIONALITIES or _ADJECTIVE.search(name)):
        return
    if any(map(str.isalpha, name)):
        yield start, end, name


def _keeps_stop(word: str) -> bool:
    return word.count(".") > 1 or word.strip(".").lower() in _KEEPS_STOP


@lru_cache(maxsize=8192)
def begins_no_name(word: str) -> bool:
    """Whether no name begins with the word, wherever it stands."""
    lower = word.lower()
    return (
        lower in _CLOSED
        or bool(_CONTRACTION.fullmatch(lower))
        or lower.strip(".") in CALENDAR
        or (lower.endswith("’s") or lower.endswith("'s"))
    )


_FIELDS = frozenset(
    {"commercial", "communications", "deputy", "finance", "financial", "managing", "marketing", "sales", "technical"}
)
_JOB_BEHIND = pattern(r"\s(?:chief|director|head|manager|officer|president|secretary|minister)\b")
_HALF_JOBS = frozenset(
    {
        "deputy",
        "executive",
        "financial",
        "founder",
        "general",
        "head",
        "king",
        "manager",
        "managing",
        "marketing",
        "operating",
        "partner",
        "prime",
        "prince",
        "princess",
        "queen",
        "secretary",
        "senior",
        "technology",
        "vice",
    }
)
"""Words that make a job only beside another one."""
_COMMON_ENDINGS = (
    "ants",
    "ations",
    "ed",
    "ers",
    "ies",
    "ing",
    "ings",
    "ions",
    "ists",
    "ly",
    "ment",
    "ments",
    "ness",
    "ors",
    "tion",
    "ties",
    "ures",
)
_CLOSED = frozenset(
    """a after although amid an and any are as at because before both but by despite during each every for from he her
    his how if in is it its like many most my no not on once or our she since so some such than that the their then
    there these they this those though through to under until was we were what when where while who why with without
    yet you your i i'm it's we're that's he's she's they're i've we've don't can't""".split()  # noqa: SIM905
)


ONLY_OPENERS = frozenset(word.capitalize() for word in _CLOSED if word.isalpha() and len(word) > 1)
"""Runs of one word that are no names, as most of those that open sentences."""
_CONTRACTION = pattern(r"(?:he|i|it|she|that|there|they|we|what|who|you)[’'](?:d|ll|m|re|s|ve)")


def opens_sentence(text: str, start: int) -> bool:
    """Whether what stands at `start` begins a sentence, a quotation or a line."""
    if start > 1 and text[start - 1] == " ":
        mark = text[start - 2]
        if mark.isalnum() or mark == ",":
            return False
    before = text[max(0, start - 12) : start]
    return bool(_SENTENCE_END.search(before) or _BREAK.search(before)) or start == 0


def is_common(words: list[str], lower: set[str]) -> bool:
    """Whether the first of these words, which begin a sentence, is capitalised for that reason alone."""
    word = words[0].lower()
    first, hyphen, second = word.partition("-")
    if hyphen and words[0].endswith(second) and second.isalpha():
        return first in OPENERS or first in lower or second in lower
    if (words[0].isupper() and len(word) > 1) or not word.isalpha():
        return False
    if len(words) > 2 and words[1] == "of" and word in INSTITUTIONS:
        return False
    if len(words) > 1 and word in BANKS:
        return False
    if len(words) > 1 and (
        word in FIRST_NAMES or (word not in _CLOSED and words[1].lower().strip(".,") in _COMPANY_SIGNS)
    ):
        return False
    return (
        word in OPENERS or word in lower or word.endswith(("ly", "ing", "tion") if len(words) > 1 else _COMMON_ENDINGS)
    )


def _stands_as_name(text: str, start: int, end: int) -> bool:
    """Whether a single capital letter is a name: not "A", "I", an initial, a grade or a list letter."""
    if text[start] in "AI" or (
        text[end : end + 1] in (".", ")", "+", "'", "’") and not text[end : end + 2].endswith("s")
    ):
        return (
            text[start] not in "AI" and text[end : end + 1] == "." and text[end : end + 2] in (".", ".\n", ".”", '."')
        )
    before = text[max(0, start - 14) : start].lower().split()
    return not (
        before
        and before[-1] in {"class", "series", "grade", "type", "plan", "vitamin", "appendix", "section", "exhibit"}
    )
