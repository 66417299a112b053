"""Which article has its news from which, so that an echo is not counted as a second source.

An article derives from an outlet that it credits, and from an article whose sentences it repeats. Repeated sentences
are found by their words alone, quotations left out: what a spokesman said may stand in articles that have nothing else
of each other. Partly repeated ones count by shingles of five words (Broder, On the resemblance and containment of
documents, 1997).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from summarizer.dossier.citing import article_id, of_sentence
from summarizer.dossier.model import Citation, Derivation
from summarizer.dossier.outlets import credits_of, outlet_key, own_outlet
from summarizer.dossier.stories import Story
from summarizer.text.folding import folded
from summarizer.text.patterns import pattern
from summarizer.text.quotation import quoted_stretches

_SHINGLE = 5
_LEAST_WORDS = 8
"""Words of a sentence that two articles can hardly have by chance."""
_COPIED_SENTENCES = 2
_COPIED_SHARE = 0.25
"""Of the shorter article's sentences, where only one is the same."""
_CONTAINED = 0.3
"""The share of the shorter article's shingles that the other one has too."""
_WORDS = pattern(r"\w+")


class Prose:
    """A story's own words, for finding them again elsewhere."""

    def __init__(self, story: Story) -> None:
        self.sentences: dict[tuple[str, ...], int] = {}
        self.shingles: set[int] = set()
        text = story.text
        for quoted in quoted_stretches(text):
            text = f"{text[: quoted.start]}{' ' * (quoted.end - quoted.start)}{text[quoted.end :]}"
        for sentence in story.sentences:
            words = tuple(_WORDS.findall(folded(text[sentence.start : sentence.end])))
            if len(words) >= _LEAST_WORDS:
                self.sentences.setdefault(words, sentence.number)
            self.shingles.update(hash(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def copied(one: Prose, other: Prose) -> list[tuple[int, int]] | None:
    """The numbers of the sentences that are the same in both; None where the two are not copies of one another."""
    same = [(number, other.sentences[words]) for words, number in one.sentences.items() if words in other.sentences]
    least = min(len(one.sentences), len(other.sentences))
    if len(same) >= _COPIED_SENTENCES or (same and len(same) >= _COPIED_SHARE * least):
        return same
    fewer = min(len(one.shingles), len(other.shingles))
    shared = len(one.shingles & other.shingles)
    return same if fewer > 2 * _LEAST_WORDS and shared >= _CONTAINED * fewer else None


def derivations(stories: Mapping[int, Story]) -> list[Derivation]:
    """What each article of an event has from whom, in the order of the articles. `stories` by their places."""
    own = {place: own_outlet(story) for place, story in stories.items()}
    of_outlet: dict[str, int] = {}
    for place, outlet in own.items():
        if outlet:
            of_outlet.setdefault(outlet_key(outlet), place)
    found: list[Derivation] = []
    linked: set[tuple[int, int]] = set()
    for place, story in stories.items():
        for credit in credits_of(story):
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
    found += _copies(stories, linked)
    order = {article_id(place): at for at, place in enumerate(stories)}
    return sorted(found, key=lambda one: order[one.article])


def _copies(stories: Mapping[int, Story], linked: set[tuple[int, int]]) -> list[Derivation]:
    """A copy is of the earlier article; of two that are of one day or undated, of the one that comes first."""
    prose = {place: Prose(story) for place, story in stories.items()}
    found = []
    ordered = sorted(stories, key=lambda place: (stories[place].published or date.max, place))
    for at, later in enumerate(ordered):
        for earlier in ordered[:at]:
            if (later, earlier) in linked:
                continue
            same = copied(prose[earlier], prose[later])
            if same is None:
                continue
            evidence: list[Citation] = []
            for first, second in same:
                for place, number in ((earlier, first), (later, second)):
                    if citation := of_sentence(place, stories[place], number):
                        evidence.append(citation)
            found.append(
                Derivation(
                    article=article_id(later), source=article_id(earlier), outlet=None, how="copies", evidence=evidence
                )
            )
            break
    return found


def independent(articles: Iterable[str], links: Sequence[Derivation], outlets: Mapping[str, str | None]) -> int:
    """How many sources some articles come to: those that derive from one another, or are of one outlet, are one.

    outlets     whose each article is, where that is known
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        parent.setdefault(name, name)
        while parent[name] != name:
            name = parent[name]
        return name

    for article, outlet in outlets.items():
        if outlet:
            parent[root(article)] = root(f"outlet {outlet_key(outlet)}")
    for link in links:
        source = link.source or f"outlet {outlet_key(link.outlet or '')}"
        parent[root(link.article)] = root(source)
    return len({root(article) for article in articles})
