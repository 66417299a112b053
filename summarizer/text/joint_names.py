"""Names of companies that hold "and": "Orrin Savings and Loan Association", "Tarn and Lund Inc" of one company.

Two names beside "and" are one where the second would be no name alone: it is a legal form, or begins with a trade that
firms are called by after another ("Oil and Gas", "Tire and Rubber"); or where the first has no legal form, means nobody
else in the article, and what follows speaks of one ("Tarn and Lund Inc said it").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.name_forms import name_kind, strip_suffix
from summarizer.text.name_words import LEGAL_FORMS
from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set

_BETWEEN = frozenset(("and", "&", "und", "et", "y", "e"))
_SEAT = re.compile(r"(?:[\w.'’]+\s+){0,3}?[\w.'’]+-(?:based|listed|owned|quoted)\s+")
_POSSESSIVE = frozenset(("'s", "’s"))
_FORM_BEHIND = re.compile(r"['’]s\s+([A-Z][a-z]{1,5}\b\.?)")
_ASKING = ("May ", "Will ")
"""Verbs that open questions and are first names too."""
_OPENS = re.compile(r"(?:\A|[.?!]\s|\n\s?)\Z")
_QUESTION = re.compile(r"[^.?!\n]{1,160}\?")
_FOREIGN = frozenset(("und", "et", "y", "e"))
_SECOND_TRADES = word_set("""
    beverage casualty chemical chemicals co communication communications company development equipment exchange
    exploration foods forwarding fuel gas house iron light loan machine management metals minerals oil paper pipeline
    power production products protective publishers publishing refining research rubber shipping smelting sons steel
    telegraph telephone tobacco trading transport trust water
""")
"""The second word of firms' names with "and" (newswire usage, lists of quoted companies)."""
_ONE = re.compile(
    r"(?:,\s+(?:an?|the)\s[^,.;]{2,60})?,?\s+"
    r"(?:said|says|reported|announced|told [\w\s]{2,60}?|agreed|has|is|was)\s+(?:it\b|its\b)|\s+(?:has|is|"
    r"was)\b|\s+which\s+\w+s\b"
)
_BODIES = word_set("""
    administration agency authority board bureau commission commissioner committee council department directorate
    executive inspectorate ministry office ombudsman regulator secretariat tribunal
""")
"""The last word of a public body's name: "Competition and Markets Tribunal"."""
_FIELDS = word_set("""
    aging agriculture arts aviation business citizenship commerce communications communities competition construction
    consumer consumers corporations culture customs defence defense development economy education employment energy
    enterprise environment excise exchange families finance financial fisheries food forestry futures gas health
    heritage housing immigration industry infrastructure innovation insurance justice labor labour land lands licensing
    livestock local maritime markets media medicines mines mining natural oceans oil parks pensions petroleum planning
    ports postal prices privacy prisons railways regions research resources revenue rural safety sanitation science
    securities social skills sport sports standards statistics tax technology telecommunications tourism trade training
    transport treasury veterans water welfare work works youth
""")
"""What ministries and regulators are for (lists of ministries and of competition and market authorities)."""
_BODY_OF = re.compile(
    r"(?:Administration|Agency|Authority|Board|Bureau|Commission|Committee|Council|Department|Directorate|Ministry"
    r"|Minister|Office|Secretary|Secretariat) (?:of|for) (?:[A-Z]\w+ )*\Z"
)
_ONE_BEFORE = re.compile(
    r"\b(?:bid|division|interest|offer|stake|subsidiary|unit) (?:for|in|of)\s+\Z|"
    r"\b(?:[Aa]n?|[Ii]ts|[Tt]he) (?:[\w-]+ ){0,3}"
    r"(?:bank|banker|broker|company|concern|firm|maker|unit|subsidiary),?\s+\Z"
)
"""Words of one company before its name: "a stake in", "its banker,"."""
_NEVER_ENDS = frozenset(("associates", "association", "group"))


def join_names(text: str, names: Sequence[NameSpan]) -> list[NameSpan]:
    """`names` with those that "and" makes one name put together."""
    joined: list[NameSpan] = []
    for name in names:
        if joined and _belong_together(text, joined[-1], name, names):
            start = joined[-1].start
            joined[-1] = NameSpan(start, name.end, text[start : name.end])
        else:
            joined.append(name)
    joined = [_without_seat(text, name) if "-" in name.text else name for name in joined]
    joined = [_without_auxiliary(text, name) if name.text.startswith(_ASKING) else name for name in joined]
    return [_with_form(text, name) if text.startswith(("'", "’"), name.end) else name for name in joined]


def _belong_together(text: str, last: NameSpan, name: NameSpan, names: Sequence[NameSpan]) -> bool:
    between = text[last.end : name.start]
    words = between.strip()
    if not words:
        return _goes_on(last.text, name.text)
    if not between[-1].isspace():
        return False
    if between[0].isspace():
        return words in _BETWEEN and _are_one(text, last, name, names)
    return words in _POSSESSIVE and (_is_brand(text, last.text) or _is_whole(text, last, name, names))


def _without_seat(text: str, name: NameSpan) -> NameSpan:
    """A name without the place before it that only says where its bearer is: "Port Orrin-based Tarn Inc"."""
    match = _SEAT.match(text, name.start, name.end)
    if match is None or match.end() >= name.end:
        return name
    return NameSpan(match.end(), name.end, text[match.end() : name.end])


def _without_auxiliary(text: str, name: NameSpan) -> NameSpan:
    """A company's name without the verb that opens a question: "Will Tarn Corp cut jobs?"."""
    if _OPENS.search(text, max(0, name.start - 3), name.start) is None or _QUESTION.match(text, name.end) is None:
        return name
    first, _, rest = name.text.partition(" ")
    if not _is_formal(rest) and text.count(rest) == text.count(name.text):
        return name
    return NameSpan(name.start + len(first) + 1, name.end, rest)


def _with_form(text: str, name: NameSpan) -> NameSpan:
    """A name in the possessive with the legal form behind it: "Orrin's Corp"."""
    match = _FORM_BEHIND.match(text, name.end)
    if match is None or match.group(1).strip(".").lower() not in LEGAL_FORMS:
        return name
    return NameSpan(name.start, match.end(), text[name.start : match.end()])


def _is_brand(text: str, name: str) -> bool:
    """Whether a name ends in 's everywhere: "Orrin's said"."""
    return any(
        f"{name}{mark} {verb}" in text for mark in ("'s", "’s") for verb in ("said", "has", "had", "will", "is", "also")
    )


def _is_whole(text: str, first: NameSpan, second: NameSpan, names: Sequence[NameSpan]) -> bool:
    """Whether "Orrin's Tools Inc" is told of as "Orrin's Tools" too, and neither of the two stands alone."""
    if not _is_formal(second.text) or " " in first.text or name_kind(first.text) in ("place", "person"):
        return False
    plain = strip_suffix(second.text)
    start = text[first.start : second.start] + plain.split()[0]
    return text.count(start) > 1 and all(
        text.startswith(("'s ", "\u2019s "), other.end) if other.text == first.text else other.text != plain
        for other in names
        if other is not second
        and (other.text == first.text or text[other.start - 3 : other.start] not in ("'s ", "\u2019s "))
    )


def _goes_on(first: str, second: str) -> bool:
    """Whether a name was cut behind a brand in 's, or before the last word of "Limited Partnership"."""
    if first.endswith(("'s", "\u2019s")):
        return _is_formal(second)
    return second == "Partnership" and first.endswith(" Limited")


def _are_one_body(first: str, second: str) -> bool:
    """Whether two names are halves of a public body's: "Energy" and "Water Board", "Ministry of Ports" and "Parks"."""
    if first.rsplit(" ", 1)[-1].lower() not in _FIELDS:
        return False
    words = second.lower().split()
    if len(words) > 1 and words[-1] in _BODIES:
        return True
    return words[0] in _FIELDS and _BODY_OF.match(first.removesuffix(first.rsplit(" ", 1)[-1])) is not None


def _is_formal(name: str) -> bool:
    """Whether a name ends in a legal form, or in a noun that ends a company's name in the same way."""
    end = name.split()[-1].strip(".,").lower()
    return (
        strip_suffix(name) != name or end in LEGAL_FORMS or end in _NEVER_ENDS or "association" in name.lower().split()
    )


def _are_one(text: str, first: NameSpan, second: NameSpan, names: Sequence[NameSpan]) -> bool:
    if _are_one_body(first.text, second.text):
        return True
    if _is_formal(first.text) or name_kind(first.text) in ("place", "person"):
        return False
    opening = second.text.split()[0].strip(".,").lower()
    if not _is_formal(second.text):
        return False
    if opening in _SECOND_TRADES or text[first.end : second.start].strip() in _FOREIGN:
        return True
    if _ONE.match(text, second.end) is None and _ONE_BEFORE.search(text, max(0, first.start - 60), first.start) is None:
        return False
    pair = text[first.start : second.start] + second.text.split()[0]
    alone = [first.text, strip_suffix(second.text)]
    return not any(
        (other not in (first, second) and other.text in alone) or strip_suffix(other.text) in alone
        for other in names
        if other not in (first, second) and not text.startswith(pair, other.start)
    )
