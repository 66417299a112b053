"""What one article alone says: statements that no sentence of the others makes in nearly the same words.

An opposite, or another number, is something that only one says. What tells the event itself is not: all its articles
do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from summarizer.dossier.cast import Cast
from summarizer.dossier.citing import article_id, of_place, of_record
from summarizer.dossier.model import Statement
from summarizer.dossier.statements import Clause, clauses_of, likeness, opposed
from summarizer.dossier.stories import Story
from summarizer.fields import Record
from summarizer.records import Summary
from summarizer.text.numbers import read_amounts
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.wording import stems_of

_SAID_TOO = 0.6
"""The part of a statement's words that a sentence of another article has where that says it too."""
_FEWEST = 2
"""Content words of a statement that is shown."""
_TELLS = {
    "ownership": pattern(
        r"\b(?:acquir(?:es?|ed|ing)|buy(?:s|ing)?|bought|purchas(?:es?|ed|ing)|snap(?:s|ped) up|"
        r"took over|takes? over)\b"
    ),
    "supply": pattern(
        r"\b(?:won|wins|winning|landed|lands|secured|order(?:s|ed)|supplier of choice|selected as|picked as)\b"
    ),
    "financing": pattern(r"\b(?:raised|raises|secured|secures|invest(?:s|ed)|borrow(?:s|ed))\b"),
    "alliance": pattern(r"\b(?:teams? up|teamed up|partner(?:s|ed) with|form(?:s|ed) (?:a|an)|licen[cs](?:es|ed))\b"),
}
"""By family of kinds: the verbs that tell a deal as done, agreed or offered."""
_SENTENCE = 7
"""Content words of a sentence that is shown though no record holds it."""
_FEW = 3
"""Articles of an event of which such sentences are shown: of more, what only one says is far too much to read."""
_NEAR = 40
"""Characters between a party and the verb that tells the event, within which it is that party's act."""


class Others:
    """The sentences of all stories but one, as they are compared with a statement."""

    def __init__(self, stories: Mapping[int, Story]) -> None:
        self._count = len(stories)
        self._told: dict[str, set[int]] = {}
        for place, story in stories.items():
            for one in story.sentences:
                self._told.setdefault(one.text, set()).add(place)
        self._stems = {sentence: stems_of(sentence) for sentence in self._told}
        self._by_stem: dict[str, list[str]] = {}
        for sentence, stems in self._stems.items():
            for stem in stems:
                self._by_stem.setdefault(stem, []).append(sentence)

    @property
    def few(self) -> bool:
        """Whether the articles are few enough for every sentence to be compared."""
        return self._count <= _FEW

    def say(self, place: int, text: str) -> bool:
        """Whether an article beside that at `place` says what `text` does."""
        stems = stems_of(text)
        if not stems:
            return True
        amounts = read_amounts(text)
        mine: tuple[Clause, ...] | None = None
        for sentence in self._like(stems):
            if self._told[sentence] <= {place}:
                continue
            said = read_amounts(sentence)
            if not all(any(borne_out(one, two) or borne_out(two, one) for two in said) for one in amounts):
                continue
            mine = mine if mine is not None else clauses_of(text)
            if not _opposed(mine, clauses_of(sentence)):
                return True
        return False

    def _like(self, stems: frozenset[str]) -> Iterator[str]:
        """The sentences that have enough of some stems: each has at least one of so many of the rarest that the others
        would be too few (prefix filtering: Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins,
        2006)."""
        least = next(count for count in range(len(stems) + 1) if count >= _SAID_TOO * len(stems))
        rarest = sorted(stems, key=lambda stem: len(self._by_stem.get(stem, ())))[: len(stems) - least + 1]
        for sentence in dict.fromkeys(sentence for stem in rarest for sentence in self._by_stem.get(stem, ())):
            if len(stems & self._stems[sentence]) >= least:
                yield sentence


def _opposed(mine: Sequence[Clause], theirs: Sequence[Clause]) -> bool:
    for one in mine:
        for other in theirs:
            how, shared = likeness(one, other, spoken=True)
            if how and opposed(one, other, shared):
                return True
    return False


def said_by_one(
    place: int,
    story: Story,
    others: Others,
    shown_already: AbstractSet[tuple[str, str | int]],
    family: str,
    parties: Iterable[str],
) -> list[Statement]:
    """The claims and quotes of a story that the others do not have, each with its speaker.

    shown_already   (article, statement) of what the rows and the drift show, and (article, sentence) of the rows
    parties         the forms of the names of those who take part in the event
    """
    article = article_id(place)
    names = sorted(set(parties), key=len, reverse=True)
    found: list[Statement] = []
    said: list[frozenset[str]] = []
    for path, record, text, speaker, quoted in _statements(story.summary):
        if record.verdict is not None and record.verdict.faulty:
            continue
        stems = stems_of(text)
        if (article, text) in shown_already or len(stems) < _FEWEST:
            continue
        if not quoted:
            cited = bool(record.evidence) and all((article, number) in shown_already for number in record.evidence)
            if cited or tells_event(text, family, names):
                continue
        if others.say(place, text) or any(stems <= other or other <= stems for other in said):
            continue
        said.append(stems)
        citation = of_record(place, path, record, text).model_dump() | {"text": text, "speaker": speaker}
        found.append(Statement.model_validate(citation))
    return found


def sentences_of_one(
    place: int, story: Story, people: Cast, others: Others, told: Sequence[Statement], names: Sequence[str], family: str
) -> list[Statement]:
    """Sentences that name somebody, that no record holds, and that the other articles do not have either.

    Of an event of few articles, whose texts are known; behind what the records give of the same article, `told`.
    """
    if not others.few or not story.whole:
        return []
    records: list[Record] = [*story.summary.deals, *story.summary.quotes, *story.summary.claims]
    cited = {number for record in records for number in record.evidence}
    cited |= {number for one in told for number in one.sentences}
    found = []
    for sentence in story.sentences:
        text = sentence.text
        if sentence.number in cited or sentence.end > len(story.head) or not text.rstrip("\"”’'").endswith("."):
            continue
        if len(stems_of(text)) < _SENTENCE or not people.spans_within(sentence.start, sentence.end):
            continue
        if not tells_event(text, family, names) and not others.say(place, text):
            citation = of_place(place, story, sentence.start, sentence.end)
            found.append(Statement.model_validate(citation.model_dump()))
    return found


def tells_event(text: str, family: str, names: Sequence[str]) -> bool:
    """Whether a sentence tells of the event itself, as every article about it does: one of the parties, the verb of the
    deal close behind it, and no other statement before these."""
    verbs = _TELLS.get(family)
    found = verbs.search(text) if verbs is not None else None
    if found is None:
        return False
    before = text[: found.start()]
    return any((at := before.rfind(name)) >= 0 and len(before) - at - len(name) <= _NEAR for name in names)


def _statements(summary: Summary) -> Iterator[tuple[str, Record, str, str | None, bool]]:
    """Path, record, words, speaker, and whether they are quoted word for word."""
    for at, claim in enumerate(summary.claims):
        yield f"claims[{at}]", claim, claim.statement, claim.claimant, False
    for at, quote in enumerate(summary.quotes):
        if quote.mode != "no_comment":
            yield f"quotes[{at}]", quote, quote.text, quote.speaker, quote.mode == "direct"
