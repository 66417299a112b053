"""Papers and agencies that an article names only because they report: such a one makes no deal and does no business.

A name is an outlet's where it stands in the dateline or where, wherever the article has it, words beside it tell of
reporting: "(Corvane News) -", "the Gazette reported", "told the Chronicle".
"""

from __future__ import annotations

import re
from itertools import islice

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import known_as
from summarizer.verifier.remembered import of_name

_PLACES = 32
"""Places of a name that are looked at; one that stands oftener is no bystander."""
_REACH = 60
_REPORTS = pattern(
    r"\A(?:['’]s)?,?(?:\s(?:newspaper|staff|reporter|website|magazine|column|columnist|report|story|article|poll|survey"
    r"|interview)s?\b|(?:\s(?:has|had|have|was|were|is|could|did|first|also|earlier|later|previously|which|that|on|late"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))*\s(?:report|wrote|writ|cit(?:ed|es|ing)|quot(?:ed|es|ing)|publish"
    r"|learn|saw|seen|review|unable|not\b|verif|polled|calculat|broke|understands))"
)
"""Behind the name of somebody who reports."""
_REPORTED_BY = pattern(
    r"(?:\b(?:told|tells|telling|interview\swith|interview\sin|speaking\sto|spoke\sto|seen\sby|reviewed\sby|obtained\sby"
    r"|reported\sby|polled\sby|compiled\sby|quoted\sby|published\sby|according\sto|report\s(?:in|by|from)|story\sin|article\sin|wrote\sin|says\sin"
    r"|said\sin|as|newspaper|daily|agency|magazine|website|letter\sto)\s(?:a\s|an\s)?(?:[Tt]he\s)?(?:[\w-]+\s)?|[—|©]\s*)\Z"
)
"""Before it."""
_PRESS = word_set("""
    bloomberg bulletin chronicle courier daily gazette globe herald journal ledger mail mirror monitor news newswire
    observer post press report reuters review standard star sun telegraph times tribune weekly wire
""")
"""Words with which the names of papers and agencies begin or end."""
_REPORTING = pattern(
    r"\b(?:report|newspaper|paper|article|story|stories|wrote|writ(?:es|ten)|interview|cit(?:ed|es|ing)|quot(?:ed|es|ing)"
    r"|journalist|editor|told|tells|poll|survey|unable|verif|e-?mail|column|magazine|website|news\s|said|says"
    r"|stat(?:ed|es)|added|noted|declared|according)\w*",
    re.IGNORECASE,
)
_DATELINE_REACH = 80
"""Characters of a line that a dateline takes up at most: behind more a bracket before a dash is a ticker's."""
_DATELINE = pattern(r"\)\s?(?:[-–—]|\n)")


@of_name
def outlet(name: str, index: Index) -> Place | None:
    """Where the article names somebody who only reports; None for anybody else."""
    found: Place | None = None
    press = _of_press(name)
    forms = [form for form in known_as(name, index) if not press or _of_press(form)]
    places = [(span.start, span.end) for form in forms for span in index.occurrences_of(form)]
    places = places or [found.span() for found in islice(re.finditer(re.escape(name), index.text), _PLACES + 1)]
    if len(places) > _PLACES:
        return None
    for start, end in places:
        dated = _in_dateline(start, end, index.text)
        press = press or dated
        if not (dated or _reports(index.text, start, end)):
            return None
        found = found or (start, end)
    return found if press else None


def _of_press(name: str) -> bool:
    """Whether it begins or ends as the names of papers do; "Leeds" is no form of "Leeds Gazette"."""
    low = name.lower().split()
    return not _PRESS.isdisjoint((*low[:1], *low[-1:]))


def speaks_of_reporting(text: str) -> bool:
    """Whether a statement tells anything of reporting."""
    return _REPORTING.search(text) is not None


def _reports(text: str, start: int, end: int) -> bool:
    ahead = " ".join(text[max(0, start - _REACH) : start].split()) + " "
    behind = " ".join(text[end : end + _REACH].split())
    gap = " " if text[end : end + 1].isspace() else ""
    return bool(_REPORTS.search(gap + behind) or _REPORTED_BY.search(ahead))


def _in_dateline(start: int, end: int, text: str) -> bool:
    opened = text[max(0, start - 1) : start] == "(" and start - (text.rfind("\n", 0, start) + 1) <= _DATELINE_REACH
    return opened and _DATELINE.match(text, end) is not None
