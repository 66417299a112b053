"""Aliases that a text states itself: "Hanseatic Data Group (HDG)", "Quill, formerly known as Birdsong"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.text.name_forms import has_legal_form, may_refer
from summarizer.text.patterns import pattern
from summarizer.text.phrases import lower_words_of, word_set

_CAPITAL_WORD = r"(?:(?:Inc|Corp|Ltd|Cos?)\.|(?:[A-Z]\.)+|[A-Z](?:[\w&’'-]|\.(?=\w))*)"
_CAPITAL_WORDS = rf"{_CAPITAL_WORD}(?:,?[ \n](?:(?:of|and|&|de|for|the)[ \n])?{_CAPITAL_WORD}){{0,7}}"
_BRACKETED = pattern(r"\(([^()\n]{1,60})\)|<([^<>\n]{1,24})>")
_BEFORE_BRACKET = pattern(rf"({_CAPITAL_WORDS})[”\"]?,?\s?\Z")
_FORMERLY = pattern(
    r"(?: ?\(|,\s)(?:[a-z][\w’'-]*,? ){0,8}?"
    r"(?:formerly(?: known as| called)?|previously(?: known as| called)|once known as|also known as|better known as|"
    r"which (?:was|used to be) (?:formerly |previously )?(?:known as|called)|doing business as|trading as|d/b/a|"
    r"(?:commonly |locally |now |simply |since |widely )?known (?:simply )?as|(?:now|since) (?:called|renamed)|"
    r"whose (?:full|legal|official|registered) name is) [“\"]?"
    rf"({_CAPITAL_WORDS})"
)
_FORMER_CUE = pattern(
    r"\b(?:formerly|previously|once known|also known|better known|used to be|doing business as|trading as|"
    r"d/b/a|known (?:simply )?as|(?:now|since) (?:called|renamed)|whose (?:full|legal|official|registered) name is)\b"
)
_CUES = word_set("b called doing formerly known previously renamed trading used whose")
_CUE_PHRASES = (
    "d/b/a", "doing business", "formerly", "known", "now called", "previously", "renamed", "since called",
    "trading as", "used to be", "whose ",
)  # fmt: skip
"""One of these words, and one of the phrases, stands in whatever `_FORMER_CUE` finds."""
_TICKER = pattern(
    r"(?:NYSE(?: American| Arca)?|NASDAQ(?:-?[A-Z]{2})?|Nasdaq|AMEX|NYSEMKT|OTC(?:QB|QX|BB|MKTS)?|TSXV?|CSE|LSE|LON|"
    r"AIM|ASX|HKEX|SEHK|HKG|SEHK|TYO|TSE|"
    r"FRA|ETR|XETRA|EPA|AMS|BIT|BME|SIX|SGX|NSE|BSE|KRX|Euronext(?: [A-Z][a-z]+)?|Frankfurt|London|"
    r"Tokyo|[Tt]icker(?: symbol)?|(?:[Ss]tock )?[Ss]ymbol)\s?:\s?([A-Z0-9][A-Z0-9.]{0,7})"
)
_REUTERS_CODE = pattern(r"([A-Z0-9]{1,6})\.[A-Z]{1,3}")
"""A listing as Reuters writes it, without or with its exchange: "HPE.N"."""
_LISTED = pattern(r"[A-Z][A-Z0-9]{0,5}")
_SHORT = pattern(r"(?:the |hereinafter |or )?[“\"']?([A-Z][\w&.-]{0,20}(?: [A-Z][\w&.-]{0,20})?)[”\"']?")
_LEADING = pattern(r"^(?:The|In|At|On|By|But|And|For|With|From|When|While|As|If|After|Its|A|An)\s+")
_OWNED = pattern(r"([A-Z]\w+)\sof\s(?=[A-Z])")
_OWNED_THINGS = word_set("analysts bonds chairman directors executives owners parent shareholders shares stock units")
"""What opens a sentence and is a company's: "Shares of Acme Inc (ACM)"."""
_SENTENCE_STOP = pattern(r"\b(?:Inc|Corp|Ltd)\.[ \n](?=[A-Z])")
"""A legal form with which the sentence before ends, as nothing but another form goes on behind it."""
_TAIL = pattern(r"['’]s?$|[,.]$")
_NO_NAME_ENDS = ("", "(", ")", "<", ">", ":", ";", "!", "?", "%", "-")
_NEAR = 160
"""Characters before a bracket or a "formerly" within which the name must stand."""


def stated_aliases(text: str, words: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """(name, alias) pairs that the text states, in order: short names and tickers in brackets, former names.

    `words` are the text's `lower_words_of`, for who has them.
    """
    found: dict[tuple[str, str], int] = {}
    for match in _brackets_in(text):
        if text[max(0, match.start() - 2) : match.start()].rstrip()[-1:] in _NO_NAME_ENDS:
            continue
        last = text[max(0, match.start() - _NEAR) : match.start()].rsplit(None, 1)[-1]
        if last == last.lower():
            continue  # no name ends in a word without a capital
        before = _BEFORE_BRACKET.search(text, max(0, match.start() - _NEAR), match.start())
        if before is None:
            continue
        name = _trim(before.group(1))
        if match.group(2) is not None:
            if code := _REUTERS_CODE.fullmatch(match.group(2)) or _LISTED.fullmatch(match.group(2)):
                found.setdefault((name, code.group()), match.start())
            continue
        for alias in _bracketed_aliases(match.group(1), name):
            found.setdefault((_reach(name, alias), alias), match.start())
    has_cue = not _CUES.isdisjoint(lower_words_of(text) if words is None else words) and any(
        phrase in text for phrase in _CUE_PHRASES
    )
    for cue in _FORMER_CUE.finditer(text) if has_cue else ():
        if pair := _former(text, cue.start()):
            found.setdefault(pair, cue.start())
    return sorted(found, key=lambda pair: found[pair])


def _brackets_in(text: str) -> Iterator[re.Match[str]]:
    """`_BRACKETED.finditer`, which looks at each character, where only one of its two brackets is to be looked for."""
    if "<" in text:
        yield from _BRACKETED.finditer(text)
        return
    at = text.find("(")
    while at >= 0:
        found = _BRACKETED.match(text, at)
        if found:
            yield found
        at = text.find("(", found.end() if found else at + 1)


def _trim(name: str) -> str:
    for stop in _SENTENCE_STOP.finditer(name):
        if not has_legal_form(f"Acme {name[stop.end() :].split()[0]}"):
            name = name[stop.end() :]
            break
    name = _LEADING.sub("", name.strip())
    owned = _OWNED.match(name)
    if owned and owned[1].lower() in _OWNED_THINGS:
        name = name[owned.end() :]
    return _TAIL.sub("", name) if not name.endswith((".",)) else name


def _bracketed_aliases(inner: str, name: str) -> list[str]:
    if ticker := _TICKER.search(inner):
        return [ticker.group(1).rstrip(".")]
    if _REUTERS_CODE.fullmatch(inner):
        return [inner]
    short = _SHORT.fullmatch(inner.strip())
    if short is None or short.group(1) == name:
        return []
    alias = short.group(1)
    quoted = inner.strip()[-1:] in "”\"'"
    if quoted and alias.lower() in ("company", "the company", "group", "buyer", "seller", "parent", "purchaser"):
        return []
    return [alias] if quoted or any(may_refer(alias, part) for part in _tails(name)) else []


def _tails(name: str) -> list[str]:
    """`name` and what is left when its first words are cut: "Chief Jane Roe of Acme Tool" may run on too far left."""
    words = name.split()
    return [" ".join(words[at:]) for at in range(min(len(words), 8)) if words[at][0].isupper()] or [name]


def _reach(name: str, alias: str) -> str:
    """The longest tail of `name` that `alias` fits, `name` itself where none does (a ticker, a quoted name)."""
    return next((part for part in _tails(name) if may_refer(alias, part)), name)


def _former(text: str, at: int) -> tuple[str, str] | None:
    """The pair around the "formerly" at `at`: the name stands before the nearest comma or bracket."""
    comma = max(text.rfind(",", max(0, at - _NEAR // 2), at), text.rfind("(", max(0, at - _NEAR // 2), at))
    if comma < 0:
        return None
    after = _FORMERLY.match(text, comma - (text[comma] == "(" and text[comma - 1 : comma] == " "), at + _NEAR)
    before = _BEFORE_BRACKET.search(text, max(0, comma - _NEAR), comma)
    if after is None or before is None or after.end() < at:
        return None
    name, alias = _trim(before.group(1)), _TAIL.sub("", after.group(1))
    return (name, alias) if name and alias and name != alias else None
