"""What a story is about, in short: its names, its other words and its kinds of act, each by how much of it they are.

Stories are compared by these (see `likeness`). Words are kept as numbers, so that a large run is held in memory.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from zlib import crc32

from summarizer.article import Sentence
from summarizer.dossier.cast import Cast
from summarizer.dossier.specifics import telling_word
from summarizer.dossier.stories import Story
from summarizer.text.name_words import CALENDAR, NATIONALITIES, OPENERS, PLACES
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.wording import STOP_WORDS, stem

_SENTENCES = 100
"""Sentences of a story that are read."""
_FIRST = 5
"""Sentences of its top."""
_TITLED = 0.6
"""The part of a line's words with a capital from which on capitals say nothing: a heading."""
_MOST = 255
SHORT = 70
"""Words up to which a story is a notice of a few sentences."""
_WORD = pattern(r"[^\W\d_][\w&’'-]*[^\W_]|[^\W\d_]")
_NUMBER = pattern(r"(?<![\w.,/:$€£¥-])[1-9]\d{0,2}(?:,\d{3}|\d{2,3}\b)(?![\w%/:]|[.,]\d)")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_NO_NAMES = NATIONALITIES | PLACES | CALENDAR | OPENERS | STOP_WORDS
_EVERYWHERE = STOP_WORDS | word_set("""
    billion business cent companies company corp deal firm group inc last ltd market million new news percent plc said
    say says share shares top week year years
""")
_SHORTEST = 3

_ACTS: Mapping[str, re.Pattern[str]] = {
    "appointment": pattern(
        r"\b(?:resign\w*|step(?:s|ped|ping)? down|appoint\w*|successor|succeed\w*|depart\w*|ousted|quits)\b",
        re.IGNORECASE,
    ),
    "lawsuit": pattern(
        r"\b(?:lawsuit|sued|sues|court|judge|fine[sd]?|penalt\w+|settle\w*|verdict|jury|patent)\b", re.IGNORECASE
    ),
    "licence": pattern(r"\b(?:licen[cs]\w+|partner\w*|joint venture|alliance|collaborat\w*)\b", re.IGNORECASE),
    "loan": pattern(r"\b(?:bonds?|loans?|notes|lenders?|refinanc\w*|credit facility|coupon)\b", re.IGNORECASE),
    "order": pattern(r"\b(?:orders?|contracts?|suppl(?:y|ier|ies)|deliver\w*|tender)\b", re.IGNORECASE),
    "purchase": pattern(
        r"\b(?:acqui\w+|buy(?:s|ing|out)?|bought|buyers?|purchas\w+|take-?overs?|taken over|merg\w+|bids?|tender\w*|"
        r"shareholders)\b",
        re.IGNORECASE,
    ),
    "recall": pattern(r"\b(?:recall\w*|defect\w*|calls? back|called back|safety alert|hazard\w*)\b", re.IGNORECASE),
    "results": pattern(
        r"\b(?:earnings|ebitda|like-for-likes?|net (?:income|loss)|quarter\w*|results|first-half|full-year|guidance|"
        r"q[1-4])\b",
        re.IGNORECASE,
    ),
    "round": pattern(
        r"\b(?:series [a-k]|venture\w*|funding|financing|raises|raised|backers|investors)\b", re.IGNORECASE
    ),
    "strike": pattern(
        r"\b(?:strikes?|striking|walkouts?|picket\w*|unions?|lockouts?|stoppages?|industrial action)\b", re.IGNORECASE
    ),
}
"""The words of a kind of act. Origin: the headings of event types in business news (the classes of the ACE and
SENTiVENT schemas)."""
ACTS = tuple(_ACTS)
_ACTS_READ = 4000
"""Characters in which these are counted."""


class Profile:
    """What a story is about, in short; nothing of a short story, which is not compared by it."""

    __slots__ = (
        "acts",
        "counts",
        "ents",
        "head_acts",
        "head_ents",
        "head_names",
        "names",
        "numbers",
        "people",
        "size",
        "top",
        "words",
    )

    def __init__(self, story: Story, cast: Cast) -> None:
        text = story.head
        self.size = len(text.split())
        """How many words it has."""
        sentences = [one for one in islice(story.sentences, _SENTENCES) if one.end <= len(text)]
        if self.is_short:
            sentences = []
        end = sentences[min(_FIRST, len(sentences)) - 1].end if sentences else 0
        self.ents: dict[str, int] = {}
        """How many sentences name somebody, by the telling word of the name."""
        self.head_ents: frozenset[str] = frozenset()
        """Those of the top."""
        self.people: frozenset[str] = frozenset()
        """Those who are people."""
        self._read_ents(sentences, cast)
        self.names: dict[str, int] = {}
        """How many sentences have a word that the story writes with a capital."""
        self.head_names: frozenset[str] = frozenset()
        """Those of the top."""
        self.words = array("I")
        """The stems of other words, hashed, those of the top first; `counts` in how many sentences each is."""
        self.counts = array("B")
        self.top = 0
        """How many of them are of the top."""
        self._read_words(text, sentences)
        found = (int(one.replace(",", "")) for one in ([] if self.is_short else _NUMBER.findall(text)))
        self.numbers = frozenset(one for one in found if not _FIRST_YEAR <= one <= _LAST_YEAR)
        """Whole numbers of three to six digits, with or without a noun, no years."""
        text = "" if self.is_short else text
        per = 1 + len(text[:_ACTS_READ]) / 1000
        self.acts = tuple(len(words.findall(text, 0, _ACTS_READ)) / per for words in _ACTS.values())
        """How often in a thousand characters each kind of act (`ACTS`) is spoken of."""
        self.head_acts = frozenset(act for act, words in _ACTS.items() if words.search(text, 0, end))
        """The kinds of which the top speaks."""

    @property
    def is_short(self) -> bool:
        """Whether it has too few words to be compared by how much of it each is."""
        return self.size < SHORT

    def rename(self, aliases: Mapping[str, str]) -> None:
        """Has what stands for one name in the articles of a run stand as one (`aliasing`)."""
        if aliases.keys().isdisjoint(self.ents):
            return
        ents: dict[str, int] = {}
        for word, count in self.ents.items():
            known = aliases.get(word, word)
            ents[known] = ents.get(known, 0) + count
        self.ents = ents
        self.head_ents = frozenset(aliases.get(word, word) for word in self.head_ents)
        self.people = frozenset(aliases.get(word, word) for word in self.people)

    def _read_ents(self, sentences: Iterable[Sentence], cast: Cast) -> None:
        head: set[str] = set()
        people: set[str] = set()
        for at, sentence in enumerate(sentences):
            for entity in {entity for _, entity in cast.spans_within(sentence.start, sentence.end)}:
                if entity.can_trade and (word := telling_word(entity)):
                    self.ents[word] = self.ents.get(word, 0) + 1
                    if at < _FIRST:
                        head.add(word)
                    if entity.person:
                        people.add(word)
        self.head_ents, self.people = frozenset(head), frozenset(people)

    def _read_words(self, text: str, sentences: Iterable[Sentence]) -> None:
        inside: Counter[str] = Counter()
        small: Counter[str] = Counter()
        lines: list[set[str]] = []
        for sentence in sentences:
            words = [
                one.replace("’", "'").removesuffix("'s") for one in _WORD.findall(text, sentence.start, sentence.end)
            ]
            lines.append({one.lower() for one in words})
            if sum(one[0].isupper() for one in words) > _TITLED * len(words):
                continue
            for at, word in enumerate(words):
                if not word[0].isupper():
                    small[word.lower()] += 1
                elif at:
                    inside[word.lower()] += 1
        named = {one for one, count in inside.items() if count > small[one] and one not in _NO_NAMES and len(one) > 1}
        head: set[str] = set()
        first: dict[int, int] = {}
        other: dict[int, int] = {}
        for at, line in enumerate(lines):
            for word in line:
                if word in named:
                    self.names[word] = self.names.get(word, 0) + 1
                    if at < _FIRST:
                        head.add(word)
                elif word not in _EVERYWHERE and len(word) >= _SHORTEST and word not in _NO_NAMES:
                    key = crc32(stem(word).encode())
                    counts = first if at <= _FIRST or key in first else other
                    counts[key] = counts.get(key, 0) + 1
        self.head_names = frozenset(head)
        self.top = len(first)
        self.words.extend([*first, *other])
        self.counts.extend(min(count, _MOST) for count in (*first.values(), *other.values()))
