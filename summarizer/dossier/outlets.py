"""Papers and agencies: which one an article is of, and which ones it has its news from.

Origin: the agencies and papers that business news cites, and the words that papers' names begin or end with (masthead
usage); the phrases are those by which newsrooms credit one another ("first reported by", "a report from").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from summarizer.dossier.clauses import lead_of
from summarizer.dossier.crediting import credited_by_words
from summarizer.dossier.stories import Story
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_KNOWN = (
    r"(?:The )?(?:Associated Press|Axios|Barron['’]s|Bloomberg(?! (?:Intelligence|Economics|Terminal|Law\b))(?: News)?|"
    r"Business Insider|Business Wire|BBC(?: News)?|CNBC|CNET|CNN(?:Money)?|Dow Jones(?: Newswires)?|Fast Company|"
    r"Financial Times|Forbes|Fortune|Fox Business|GlobeNewswire|Handelsblatt|IDG News Service|InformationWeek|"
    r"Kyodo(?: News)?|MarketWatch|Nikkei(?: Asia)?|New York Times|PC World|PCWorld|PR Newswire|Politico|Reuters|"
    r"Seeking Alpha|Sky News|TechCrunch|The (?:Guardian|Information|Register|Verge|Economist)|Wall Street Journal|"
    r"Washington Post|Xinhua|Yahoo Finance|ZDNet)"
)
_PRESS = (
    "Bulletin|Chronicle|Courier|Daily|Gazette|Globe|Herald|Journal|Ledger|Mirror|Monitor|News|Newswire|Observer|Post|"
    "Press|Register|Star|Sun|Telegraph|Times|Tribune|Weekly|Wire"
)
_NAME = rf"(?:{_KNOWN}|(?:The |the )?(?:[A-Z][\w’'-]+ ){{1,3}}(?:{_PRESS})\b)"
_VERB = (
    r"(?:(?:also|earlier|first|had|has) ){0,2}"
    r"(?:cited|learned|noted|notes|reported|reports|revealed|reveals|writes|wrote)"
)
_AGENCY = r"(?:AFP|AP|DPA|UPI|[A-Z][\w&’'-]*[a-z](?: [A-Z][\w&’'-]*){0,3})"
"""Any name, where a dateline has one between brackets."""
_CITY = r"(?:[A-Z][A-Z. /-]{2,40}(?:, [A-Z][\w. ]+)?|[A-Z][\w. -]{2,40})"
_DAY = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, ?\d{4})?"


def _cited(name: str) -> str:
    """The phrases that credit an outlet with a name of this pattern."""
    return (
        rf"\b(?:[Aa]ccording to|[Rr]eport(?:s|ed|ing)? (?:from|by|in)|[Ff]irst (?:reported|revealed) by|[Ss]tory in|"
        rf"[Tt]old|[Cc]iting|[Aa]s reported by|[Ss]een by|[Rr]eviewed by|[Oo]btained by)"
        rf"(?: (?:a|an|the)(?: \w+)? (?:report|story|article) (?:by|from|in|of))? (?P<behind>{name})"
        rf"|(?<![\w-])(?P<before>{name})(?:['’]s? report(?:ing)?)?,?(?: (?:on )?\w+day,?)? {_VERB}\b"
    )


_CITED = pattern(_cited(_NAME))
_DATELINE = pattern(
    rf"(?:\A|\n)[^\n]{{0,80}}?\((?P<name>{_NAME})\)\s?(?:[-–—]|\n)|"
    rf"(?:\A|\n)(?:{_CITY}, {_DAY}|[A-Z][A-Z. -]{{2,40}}) \((?P<agency>{_AGENCY})\)\s?[-–—]|"
    rf"\bMost [Rr]ead (?:on|from) (?P<read>{_NAME})|"
    rf"(?:\A|\n)(?:By )?[^\n]{{0,60}} \| (?P<bar>{_NAME})\s*(?:\n|\Z)"
)
_HOST = pattern(r"\A\s*(?:https?\s?:\s?/\s?/\s?)?(?:www\s?\.\s?)?(?P<host>[\w-]+(?:\s?\.\s?[\w-]+)+)\s?/")
_DULL_HOSTS = word_set("blog blogs com co edition en finance m money net news online org sites uk us www")
_WORDS = pattern(r"\w+")
_LETTERS = pattern(r"[^a-z0-9]+")
_TOLD_LATE = 2
"""Times that an article names its source outside of its top, for all of it to count as from there."""
_TOP = 4
"""Sentences behind the title in which one naming is enough."""


class Outlets:
    """Names of papers and agencies, to be found among the words of an article."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._order = {name: at for at, name in enumerate(dict.fromkeys(names))}
        self._by_word: dict[str, list[str]] = {}
        for name in self._order:
            # Outlets that are known by their addresses alone have no name to be cited by.
            if name[0].isupper():
                self._by_word.setdefault(max(_WORDS.findall(name), key=len), []).append(name)

    def among(self, text: str) -> list[str]:
        """Those whose longest word stands in a text, in the order in which they were given."""
        words = set(_WORDS.findall(text)) if self._by_word else set()
        found = (name for word in words & self._by_word.keys() for name in self._by_word[word])
        return sorted(found, key=self._order.__getitem__)


class Credit(NamedTuple):
    """An outlet that an article has its news from, and the sentences in which it says so."""

    outlet: str
    sentences: tuple[int, ...]


def outlet_key(name: str) -> str:
    """An outlet's name as it is compared: "PC World" and "pcworld.com" are one."""
    return _LETTERS.sub("", name.lower().removeprefix("the ").removesuffix(" news"))


@lru_cache(maxsize=32)
def own_outlet(story: Story) -> str | None:
    """Who publishes the article: by its dateline, its page's furniture, or its address. None where none tells."""
    if found := _DATELINE.search(story.text[:4000]):
        return " ".join((found["name"] or found["agency"] or found["read"] or found["bar"]).split()).removeprefix(
            "the "
        )
    return _of_address(story.summary.source.url) or _of_address(story.text[:300])


def _of_address(address: str | None) -> str | None:
    if not address:
        return None
    host = urlsplit(address.strip()).hostname if "://" in address else None
    if host is None and (found := _HOST.match(address)):
        host = re.sub(r"\s", "", found["host"])
    if not host or "." not in host:
        return None
    parts = [part for part in host.lower().split(".")[:-1] if part not in _DULL_HOSTS]
    return parts[-1] if parts else None


def _citations(text: str, outlets: Iterable[str]) -> list[re.Match[str]]:
    found = list(_CITED.finditer(text))
    for outlet in outlets:
        if outlet in text:
            same = re.finditer(_cited(rf"(?:[Tt]he )?{re.escape(outlet)}\b"), text)
            found += [one for one in same if all(one.start() != other.start() for other in found)]
    return found


def credits_of(story: Story, outlets: Outlets | None = None) -> list[Credit]:
    """The outlets that the article's news is from: those named so at its top, or more than once.

    outlets     names of papers and agencies beside those that are known by themselves: the other articles' own
    """
    own = own_outlet(story)
    lead = lead_of(story)
    top = {*lead.title, *lead.rest[:_TOP]}
    others = outlets.among(story.text) if outlets is not None else []
    found: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for sentence in story.sentences:
        told = []
        for cited in _citations(sentence.text, others):
            name = " ".join((cited["behind"] or cited["before"]).split()).removeprefix("the ")
            told.append(name)
        for name in (*told, *credited_by_words(story, sentence)):
            key = outlet_key(name)
            if own is None or key != outlet_key(own):
                names.setdefault(key, name)
                found.setdefault(key, []).append(sentence.number)
    return [
        Credit(names[key], tuple(dict.fromkeys(numbers)))
        for key, numbers in found.items()
        if len(numbers) >= _TOLD_LATE or not top.isdisjoint(numbers)
    ]
