"""Which article has its news from which, so that an echo is not counted as a second source.

An article derives from an outlet that it credits, and from an article whose sentences it repeats. Repeated sentences
are found by their words alone, quotations left out: what a spokesman said may stand in articles that have nothing else
of each other. What counts is the longest run of words that two sentences share, without names, numbers and the formulas
of such news; articles and sentences to compare are found by the shingles of words that they share (Broder, On the
resemblance and containment of documents, 1997), and articles of the same sentences are compared once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from difflib import SequenceMatcher
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from summarizer.dossier.citing import article_id, of_sentence
from summarizer.dossier.model import Citation, Derivation
from summarizer.dossier.outlets import Outlets, credits_of, outlet_key, own_outlet
from summarizer.dossier.stories import Story
from summarizer.text.folding import folded
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.quotation import quoted_stretches
from summarizer.verifier.wording import STOP_WORDS

_LEAST_WORDS = 8
"""Words of a sentence that two articles can hardly have by chance."""
_RUN = 10
"""Words in a row that a sentence has of another article's, where the whole is not the same."""
_TELLING = 5
"""Of these, words that are neither names nor what every article on such a deal says."""
_TELLING_ALONE = 7
"""The same where one sentence is all that two articles have of each other."""
_COPIED_SENTENCES = 2
_COPIED_SHARE = 0.25
"""Of the shorter article's sentences, where only one is the same."""
_WORDS = pattern(r"\w+")
_SEED = _LEAST_WORDS
"""Words in a row by which sentences that may share a longer run are found: no run that counts has fewer."""
_FORMULA = word_set("""
    according acquire acquired acquisition agreed agreement announced approval approvals billion bought buy cash close
    closed closing companies company complete completed conditions customary day deal definitive disclosed end expected
    financial first fourth friday half million monday month offer order ordered people percent plans price purchase
    quarter quarterly regulatory reported said say says second share shares signed spokesman spokeswoman statement stock
    subject sunday saturday terms third thursday today transaction tuesday undisclosed wednesday week will worth year
""")
"""What articles about a deal say without having it from one another."""


class Prose:
    """A story's own words, for finding them again elsewhere."""

    def __init__(self, story: Story) -> None:
        self.sentences: list[tuple[int, tuple[str, ...], tuple[bool, ...]]] = []
        """Number, words, and for each word whether it tells something: no name, number, stop word or formula."""
        self.seeds: dict[int, list[int]] = {}
        """Places in `sentences`, by the hash of words in a row."""
        text = story.text
        for quoted in quoted_stretches(text):
            text = f"{text[: quoted.start]}{' ' * (quoted.end - quoted.start)}{text[quoted.end :]}"
        for sentence in story.sentences:
            raw = _WORDS.findall(text[sentence.start : sentence.end])
            words = tuple(folded(word) for word in raw)
            if len(words) < _LEAST_WORDS:
                continue
            telling = tuple(
                word.islower() and len(word) > 2 and low not in STOP_WORDS and low not in _FORMULA
                for word, low in zip(raw, words, strict=True)
            )
            place = len(self.sentences)
            self.sentences.append((sentence.number, words, telling))
            for seed in {hash(words[at : at + _SEED]) for at in range(len(words) - _SEED + 1)}:
                self.seeds.setdefault(seed, []).append(place)


def copied(one: Prose, other: Prose) -> list[tuple[int, int]] | None:
    """The numbers of the sentences that share a long run of words; None where neither article copies the other."""
    found: dict[int, tuple[int, int]] = {}
    for mine, theirs in sorted(
        {
            (mine, theirs)
            for seed in one.seeds.keys() & other.seeds.keys()
            for mine in one.seeds[seed]
            for theirs in other.seeds[seed]
        }
    ):
        telling = _run(one.sentences[mine], other.sentences[theirs])
        if telling >= _TELLING and telling > found.get(mine, (0, 0))[1]:
            found[mine] = theirs, telling
    least = min(len(one.sentences), len(other.sentences))
    alone = any(telling >= _TELLING_ALONE for _, telling in found.values()) and len(found) >= _COPIED_SHARE * least
    if min(len(found), len({theirs for theirs, _ in found.values()})) < _COPIED_SENTENCES and not alone:
        return None
    return [(one.sentences[mine][0], other.sentences[theirs][0]) for mine, (theirs, _) in sorted(found.items())]


def _run(
    one: tuple[int, tuple[str, ...], tuple[bool, ...]], other: tuple[int, tuple[str, ...], tuple[bool, ...]]
) -> int:
    """The telling words of the longest run that two sentences share; 0 where that is short."""
    if one[1] == other[1]:
        return sum(one[2])
    match = SequenceMatcher(None, one[1], other[1], autojunk=False).find_longest_match()
    whole = match.size == len(one[1]) == len(other[1])
    return sum(one[2][match.a : match.a + match.size]) if whole or match.size >= _RUN else 0


def derivations(stories: Mapping[int, Story], makers: Iterable[str] = ()) -> list[Derivation]:
    """What each article of an event has from whom, in the order of the articles. `stories` by their places.

    makers      names of those who take part: what they publish themselves is no copy of what papers make of it
    """
    own = {place: own_outlet(story) for place, story in stories.items()}
    of_outlet: dict[str, int] = {}
    for place, outlet in own.items():
        if outlet:
            of_outlet.setdefault(outlet_key(outlet), place)
    found: list[Derivation] = []
    linked: set[tuple[int, int]] = set()
    outlets = Outlets(outlet for outlet in own.values() if outlet)
    for place, story in stories.items():
        for credit in credits_of(story, outlets):
            source = of_outlet.get(outlet_key(credit.outlet))
            if source == place:
                continue
            if source is not None:
                linked |= {(place, source), (source, place)}
            cited = (of_sentence(place, story, number) for number in credit.sentences)
            found.append(
                Derivation(
                    article=article_id(place),
                    source=None if source is None else article_id(source),
                    outlet=credit.outlet,
                    how="cites",
                    evidence=[citation for citation in cited if citation is not None],
                )
            )
    keys = set(map(outlet_key, makers))
    released = {place for place, outlet in own.items() if outlet and outlet_key(outlet) in keys}
    found += _copies(stories, linked, released)
    order = {article_id(place): at for at, place in enumerate(stories)}
    return sorted(found, key=lambda one: order[one.article])


def _copies(stories: Mapping[int, Story], linked: set[tuple[int, int]], released: AbstractSet[int]) -> list[Derivation]:
    """A copy is of what a party itself released, else of the earlier article; of two that are of one day or undated, of
    the one that comes first."""
    found = []
    ordered = sorted(stories, key=lambda place: (place not in released, stories[place].published or date.max, place))
    position = {place: at for at, place in enumerate(ordered)}
    barred: dict[int, set[int]] = {}
    for one, other in linked:
        barred.setdefault(position[one], set()).add(position[other])
    shelf = _Texts()
    texts: dict[str, int] = {}
    for at, later in enumerate(ordered):
        told = shelf.add(at, Prose(stories[later]))
        copy = shelf.first_copied(told, at, barred.get(at, frozenset()))
        same = texts.setdefault(stories[later].text, at)
        if copy is None and same < at and same not in barred.get(at, frozenset()):
            # However short: a text that is the same to the letter.
            copy = _Copy(same, [(one.number, one.number) for one in stories[later].sentences])
        if copy is None:
            continue
        earlier = ordered[copy.at]
        evidence: list[Citation] = []
        for first, second in copy.sentences:
            for place, number in ((earlier, first), (later, second)):
                if citation := of_sentence(place, stories[place], number):
                    evidence.append(citation)
        found.append(
            Derivation(
                article=article_id(later), source=article_id(earlier), outlet=None, how="copies", evidence=evidence
            )
        )
    return found


class _Copy(NamedTuple):
    """What a text has of an earlier one."""

    at: int
    """Where that is in the order."""
    sentences: list[tuple[int, int]]
    """The numbers of the sentences there and here."""


class _Texts:
    """The texts of an event in the order of who can have it from whom, those of the same sentences as one."""

    def __init__(self) -> None:
        self._prose: list[Prose] = []
        self._places: list[list[int]] = []
        """Where each stands in the order, rising."""
        self._by_sentences: dict[Hashable, int] = {}
        self._by_seed: dict[int, list[int]] = {}
        self._copied: dict[tuple[int, int], list[tuple[int, int]] | None] = {}

    def add(self, at: int, prose: Prose) -> int:
        """Puts the text at a place of the order. What it is called here."""
        key = tuple(prose.sentences)
        told = self._by_sentences.setdefault(key, len(self._prose))
        if told == len(self._prose):
            self._prose.append(prose)
            self._places.append([])
            for seed in prose.seeds:
                self._by_seed.setdefault(seed, []).append(told)
        self._places[told].append(at)
        return told

    def first_copied(self, told: int, at: int, barred: AbstractSet[int]) -> _Copy | None:
        """What the text at a place has of the first one before it that it copies. `barred`: the places of those that it
        is no copy of."""
        found: _Copy | None = None
        for other, _ in groupby(merge(*(self._by_seed[seed] for seed in self._prose[told].seeds))):
            if self._places[other][0] >= (at if found is None else found.at):
                break
            sentences = self._of_two(other, told)
            if sentences is None:
                continue
            earlier = next((place for place in self._places[other] if place not in barred), at)
            if earlier < (at if found is None else found.at):
                found = _Copy(earlier, sentences)
        return found

    def _of_two(self, one: int, other: int) -> list[tuple[int, int]] | None:
        if (one, other) not in self._copied:
            self._copied[one, other] = copied(self._prose[one], self._prose[other])
        return self._copied[one, other]


def independent(articles: Iterable[str], links: Sequence[Derivation], outlets: Mapping[str, str | None]) -> int:
    """How many sources some articles come to, each counted by where it has its news from in the end: an outlet is one,
    and so is all that derives from one article.

    outlets     whose each article is, where that is known
    """
    from_whom: dict[str, str] = {}
    for link in links:
        from_whom.setdefault(link.article, link.source or f"outlet {outlet_key(link.outlet or '')}")

    def origin(name: str) -> str:
        seen: list[str] = []
        while name in from_whom and name not in seen:
            seen.append(name)
            name = from_whom[name]
        if name in seen:
            # Articles that have it from one another.
            return min(seen[seen.index(name) :])
        outlet = outlets.get(name)
        return f"outlet {outlet_key(outlet)}" if outlet else name

    return len({origin(article) for article in articles})
