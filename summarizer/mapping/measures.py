"""What a figure measures, read a second time, from the figure outwards.

The offline rules read from the noun to the figure. What they say is kept only where this reading finds the same noun in
one of a few tight constructions, with nothing between the two that could turn it:

    revenue of FIG · revenue rose FIG (to FIG) · the margin was FIG · raised its price target to FIG
    an order worth FIG · a FIG stake · generated FIG in revenue · a FIG rise in sales · paid FIG · bought Orvane for FIG

Everything else measures nothing as far as the program knows. Pure; places are those of the sentence on one line.
"""

from __future__ import annotations

import re

from summarizer.mapping.measure_words import (
    BEHIND,
    CLAUSES,
    DETERMINERS,
    FINITE,
    HEADS,
    HOLDERS,
    INCOMES,
    LEADS,
    LED,
    MODIFIERS,
    MOVES,
    NO_TAIL,
    NOT_INSIDE,
    SETTERS,
    STANDS,
    TAKERS,
)
from summarizer.text.patterns import pattern

__all__ = ["follows_on", "head_of", "is_bounded", "sure_measure"]

_BEHIND_HEAD = pattern(r"\s(?:across|among|at|by|during|for|from|in|of|on|over|to|under|with)\s.*")
_RATE = pattern(r"\s(?:an?|each|every|per)\s[a-z-]+(?:\s(?:foot|meter|metre))?\b|\sapiece\b")
_NEXT = pattern(r"\s(\S+)")
_MARK = pattern(r"\s?[.,;:)”\"’'\]]|\s[(–—-]|\Z")
_AMOUNT_END = pattern(r"(?:\d[^\s]*|%|percent|per cent|pct|million|billion|trillion|mln|bln|crore|[A-Za-z]*\d)\Z")
_OWNED = pattern(r"(?:['’]s|s['’]|\s['’])\Z")
_LOW_OWNER = pattern(r"\A(?:[a-z][\w-]*\s){0,2}[a-z][\w-]*(?:['’]s|s['’])\s")

_AUXILIARY = (
    r"(?:will|would|should|could|may|might|has|have|had|is|are|was|were|to|be|been|also|already|now|then|likely|expected|forecast"
    r"|projected|estimated|still|[a-z]+ly)"
)
_OF = pattern(r"\sof\s\Z")
_MOVED = pattern(
    rf"(?:\s{_AUXILIARY})*\s(?:{MOVES}|(?:is|are|was|were|be|been|closed|ended|finished|opened|traded|trading|moved|edged"
    r"|inched|ticked|crept)\s(?:up|down|off))(?:\s(?:up|down|back|[a-z]+ly))?(?:\s(?:by|to))?(?:\s(?:just|only|another|a\sfurther))?\s\Z"
)
_STOOD = pattern(rf"(?:\s{_AUXILIARY})*\s(?:{STANDS})(?:\s[a-z]+ly)?(?:\s(?:at|to|in\sat))?(?:\s(?:just|only))?\s\Z")
_SET = pattern(r"(?:\s(?:on|for)\s[^,;:]{1,40})?\s(?:to|by|from|at)\s\Z")
_WORTH = pattern(r"\s(?:worth|totall?ing|valued\sat)\s(?:a\stotal\sof\s)?\Z")
_WITH = pattern(r"\s(?:up|down|off)\s(?:by\s)?\Z")
_LEVEL_BEHIND = pattern(r"\s(?:higher|lower|up|down)\b(?!\s(?:than|from\s(?:the|a)\b))")
_TO = pattern(r",?\sto\s(?:just\s|only\s)?\Z")
_LEVEL_AT = pattern(r"(?:\s(?:higher|lower|up|down))?\s(?:at|to)\s\Z")
_FROM = pattern(r",?\s(?:up\s|down\s)?from\s\Z")
_TO_OR_AT = pattern(r"\s(?:to|at)\s(?:just\s|only\s)?\Z")
_CHANGE = pattern(
    r"[\s-](?:increase|decrease|rise|drop|decline|jump|gain|fall|growth|improvement|reduction|surge|dip|slump)\sin\s"
    r"(?:the\s|its\s|their\s)?"
)
_PAID = {
    "bid": "bid|bids|bidding",
    "debt": "owe|owed|owes|owing",
    "investment": "invest|invested|investing|invests",
    "offer": "offered|offering|offers",
    "payment": "pay|paying|pays|paid",
    "spending": "spend|spending|spends|spent",
}
_OBJECT_OF = {noun: pattern(rf"(?<![\w-])(?P<verb>{verbs})\s\Z") for noun, verbs in _PAID.items()}
_PASSIVE = pattern(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s(?:[a-z]+ly\s)?(?:paid|offered|spent|invested)\s\Z"
)
_PRICED = pattern(
    r"\b(?:acquir(?:e|ed|es|ing)|b(?:ought|uy|uys|uying)|purchas(?:e|ed|es|ing)|s(?:old|ell|ells|elling))\s"
    r"((?:(?!(?:after|and|for|or|that|to(?!\s(?:the\s)?[A-Z])|when|where|which|who|whose|while)\s)[^\s;:]+\s){0,16})"
    r"for\s(?:a\stotal\sof\s)?\Z"
)
_VALUED = pattern(r"\bvalu(?:es|ed|ing)\s(?:(?!at\b)[^\s,;:.]+\s){1,6}at\s\Z")
_NUMBER = pattern(r"[$€£¥]|\d{1,3}(?:[.,]\d+)*\s(?:million|billion|mln|bln)")


_DATE_BEFORE = pattern(
    r"(?:\A|\s)[“\"(]?(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|1st|2nd|3rd|4th)[\s-](?:[Qq]uarter|[Hh]alf)"
    r"|[Qq][1-4]|[Hh][12]|(?:fiscal\s|financial\s)?(?:19|20)\d\d|[Ff]ull[\s-][Yy]ear|[Nn]ine-month|[Ss]ix-month|[Hh]alf-[Yy]ear(?:ly)?|[Qq]uarterly"
    r"|[Aa]nnual|[Mm]onthly|[Yy]early)\Z"
)
"""What tells of which time a noun behind it is, and is no part of the noun phrase as the rules read it."""


def head_of(measures: str) -> str:
    """The noun of a noun phrase, in lower case: "margin" of "operating margin in Peru"."""
    return _BEHIND_HEAD.sub("", measures).rsplit(" ", 1)[-1].lower()


def is_bounded(words: str, end: int, *, of: bool = False) -> bool:
    """Whether what ends at `end` goes on in no noun and no comparison."""
    rate = _RATE.match(words, end)
    if rate and not rate[0].endswith((" year", " quarter")):
        end = rate.end()
    if _MARK.match(words, end):
        return True
    following = _NEXT.match(words, end)
    word = following[1].lower().rstrip(".,;:)") if following else ""
    return word in BEHIND or (of and word == "of") or (word in ("up", "down") and words[end:].split()[1:2] == ["from"])


def sure_measure(words: str, start: int, end: int, said: str, kind: str) -> str | None:
    """What the figure at `words[start:end]` measures: `said`, in the article's words, where this reading agrees."""
    head = head_of(said)
    if kind == "percent" and said == "interest":
        return said if _attribute(words, start, end, said, kind) else None
    if kind == "money" and said in (*_PAID, "price", "value") and _is_object(words[:start], said):
        return said if is_bounded(words, end) else None
    if head not in HEADS or not _is_phrase(said, head):
        return None
    behind = _BEHIND_HEAD.search(said) is not None
    tight = (
        _of(words, start, end, said, behind=behind)
        or _subject(words, start, end, said, kind)
        or _is_set(words, start, end, said, kind, behind=behind)
        or (not behind and _attribute(words, start, end, said, kind))
        or _held(words, start, end, said, kind)
        or _changed(words, start, end, said, kind)
    )
    return _LOW_OWNER.sub("", said) if tight else None


def follows_on(words: str, last_end: int, start: int, end: int, kinds: tuple[str, str]) -> bool:
    """Whether the figure at `words[start:end]` measures what the one that ends at `last_end` does: "rose 3% to $40"."""
    between = words[last_end:start]
    if not is_bounded(words, end):
        return False
    if _FROM.fullmatch(between):
        return kinds[0] == kinds[1]
    return kinds[0] in ("percent", "money") and kinds[1] != "percent" and bool(
        _TO.fullmatch(between) or (kinds[0] == "percent" and _LEVEL_AT.fullmatch(between))
    )  # fmt: skip


def _is_phrase(said: str, head: str) -> bool:
    """Whether the words are a noun phrase with this head that is whole: nothing in it is a verb or joins another."""
    front = _BEHIND_HEAD.sub("", said)
    inside = [word.lower().strip("“”\"'") for word in front.split()[:-1]]
    rest = said[len(front) :]
    if any(mark in said for mark in ",;:()") or len(inside) > _LONGEST or any(map(_is_no_modifier, inside)):
        return False
    if (
        any(map(str.isdigit, rest))
        or len(rest.split()) > 6
        or any(word in ("that", "which", "who", "and", "or", "than") for word in rest.split())
    ):
        return False
    if head not in LED:
        return True
    lead = inside[-1] if inside else ""
    return lead in LEADS[head] if head in LEADS else lead.isalnum() or "-" in lead


def _is_no_modifier(word: str) -> bool:
    """Whether a word before a noun may be a verb or a small word, so that the noun phrase does not begin before it."""
    if word in NOT_INSIDE:
        return True
    formed = word.endswith("ing") or (word.endswith("ed") and len(word) > 4)
    return formed and "-" not in word and word not in MODIFIERS


_LONGEST = 6
"""Words before the noun, at most."""


def _starts(words: str, at: int, before: frozenset[str], *, whole: bool) -> bool:
    """Whether a noun phrase may begin at `at`: behind owner and determiner stand a mark or one of the words `before`.

    whole   the phrase is a subject, and no determiner makes a new one behind "and"
    """
    ahead = words[:at].rstrip()
    while dated := _DATE_BEFORE.search(ahead):
        ahead = ahead[: dated.start()].rstrip()
    tokens = ahead.split()
    fresh = False
    if tokens and _OWNED.search(f" {tokens[-1]}") and tokens[-1] not in ("'", "’", "“"):
        tokens.pop()
        while (
            tokens and (tokens[-1][0].isupper() or tokens[-1] in ("&", "de", "la", "van")) and tokens[-1][-1].isalnum()
        ):
            tokens.pop()
        fresh = True
        if (
            tokens
            and tokens[-1].isalpha()
            and tokens[-1].islower()
            and len(tokens) > 1
            and tokens[-2].lower() in DETERMINERS
        ):
            tokens.pop()
    elif tokens and tokens[-1] in ("'", "’"):
        return False
    if tokens and tokens[-1].strip('“"(').lower() in DETERMINERS:
        opened, new = tokens[-1][0] in '“"(', tokens[-1].lower() in ("a", "an", "another")
        tokens.pop()
        fresh = True
        if opened or (new and not whole and tokens and tokens[-1].lower() not in (*NO_TAIL, "and", "or")):
            return True
    if not tokens:
        return True
    last = tokens[-1]
    word = last.strip('“”"()').lower()
    if last[-1] in ',;:(—–“"' or last in ("-", "--", "•", "·", "*"):
        return True
    if word in before:
        return True
    if word in ("and", "or", "but"):
        ahead = tokens[-2] if len(tokens) > 1 else ","
        return ahead[-1] == "," or (fresh and word != "or") or (not whole and _AMOUNT_END.search(ahead) is not None)
    return False


def _ends(words: str, end: int, said: str) -> int | None:
    """Where `said` begins if it ends at `end` as whole words."""
    at = end - len(said)
    if at < 0 or words[at:end] != said or (at and words[at - 1].isalnum()):
        return None
    return at


def _of(words: str, start: int, end: int, said: str, *, behind: bool) -> bool:
    link = _OF.search(words, 0, start)
    at = _ends(words, link.start(), said) if link and not behind else None
    if at is None or not _starts(words, at, TAKERS | CLAUSES, whole=False):
        return False
    following = _NEXT.match(words, end)
    return is_bounded(words, end) or (following is not None and following[1] in FINITE)


def _subject(words: str, start: int, end: int, said: str, kind: str) -> bool:
    for link, level in ((_MOVED, False), (_STOOD, True)):
        found = _last(link, words, start, said)
        if found is None:
            continue
        if not _starts(words, found, CLAUSES, whole=True):
            return False
        percent = kind == "percent"
        if not level and kind != "percent" and not _TO_OR_AT.search(words, 0, start):
            return False  # by how much, not how much
        if is_bounded(words, end):
            return True
        compared = _LEVEL_BEHIND.match(words, end)
        return percent and level and compared is not None and is_bounded(words, compared.end())
    found = _last(_WITH, words, start, said)
    return (
        found is not None and kind == "percent" and _starts(words, found, frozenset({"with"}), whole=True)
    ) and is_bounded(words, end)


def _last(link: re.Pattern[str], words: str, start: int, said: str) -> int | None:
    """Where `said` begins if only the link parts it from the figure at `start`."""
    at = words.rfind(said, 0, start)
    if at < 0 or (at and words[at - 1].isalnum()):
        return None
    return at if link.fullmatch(words, at + len(said), start) else None


def _is_set(words: str, start: int, end: int, said: str, kind: str, *, behind: bool) -> bool:
    at = _last(_SET, words, start, said)
    changed = kind != "percent" and words.endswith("by ", 0, start)
    if at is not None and not behind and not changed and is_bounded(words, end):
        tokens = words[:at].split()
        owned = bool(tokens) and (tokens[-1].lower() in DETERMINERS or _OWNED.search(tokens[-1]) is not None)
        if owned and any(token.lower() in SETTERS for token in tokens[-4:-1]):
            return True
    at = _last(_WORTH, words, start, said)
    return (
        at is not None and not behind and is_bounded(words, end) and _starts(words, at, TAKERS | CLAUSES, whole=False)
    )


def _attribute(words: str, start: int, end: int, said: str, kind: str) -> bool:
    if kind == "quantity" or not words.startswith(f" {said}", end) or not _closed(words, end + 1 + len(said)):
        return False
    before = words[:start].split()
    last = before[-1].strip('“"(').lower() if before else ""
    return last in DETERMINERS or last == "new" or (said.endswith("s") and last in HOLDERS) or bool(_OWNED.search(last))


def _held(words: str, start: int, end: int, said: str, kind: str) -> bool:
    if kind != "money" or head_of(said) not in INCOMES:
        return False
    link = next((link for link in (" in ", " of ") if words.startswith(f"{link}{said}", end)), None)
    if link is None or not _closed(words, end + len(link) + len(said)):
        return False
    before = words[:start].split()
    last = before[-1].strip('“"(').lower() if before else ""
    return last in HOLDERS or (link == " of " and (bool(_OWNED.search(last)) or last == "their"))


def _changed(words: str, start: int, end: int, said: str, kind: str) -> bool:
    change = _CHANGE.match(words, end)
    if kind == "quantity" or change is None or not words.startswith(said, change.end()):
        return False
    before = words[:start].split()
    return bool(before) and before[-1].lower() in DETERMINERS and is_bounded(words, change.end() + len(said))


def _closed(words: str, end: int) -> bool:
    """Whether the noun that ends at `end` is the whole of it."""
    return is_bounded(words, end, of=True) and not words.startswith((" and ", " or "), end)


def _is_object(before: str, noun: str) -> bool:
    """Whether a sum behind these words is the object of the verb that the noun is made of."""
    if noun == "price":
        sold = _PRICED.search(before)
        return sold is not None and not _NUMBER.search(sold[1]) and sold[1].count(",") in (0, 2)
    if noun == "value":
        return _VALUED.search(before) is not None
    return _OBJECT_OF[noun].search(before) is not None and not _PASSIVE.search(before)
