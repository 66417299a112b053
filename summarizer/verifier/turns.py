"""Transcripts: what is said in somebody's turn is his, and the list of those who take part says for whom he speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.folding import folded
from summarizer.text.patterns import pattern
from summarizer.text.speakers import SpeakerKind, kind_of_person
from summarizer.text.speech import Speech
from summarizer.text.speech_words import OFFICERS
from summarizer.text.turns import Listed, Turn
from summarizer.verifier.index import Index, Place
from summarizer.verifier.names import akin, same
from summarizer.verifier.wording import stems_of

_OTHERS_WORDS = pattern(
    r"\b(you|he|she|they|who|that|which|it|I|we|[A-Z]\w+)(?:['’](?:d|ve|s))?(?:\s(?:also|had|has|have|just|once|then|\w+ly))*\s"
    r"(?:said|says|say|told|tells|tell|wrote|writes|argued|argues|called|claimed|claims|announced|mentioned|suggested)\b"
)
"""A subject with a verb of saying behind it."""
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_HOUSE_LINES = 400
"""Characters before the list of those who take part in which the company whose call it is has its name."""


def turn_of(places: Sequence[Place], index: Index) -> Turn | None:
    """The first turn in which these stretches stand, if its label says more than "Q" or "A" and the others are of
    turns with the same label, as where somebody is interrupted."""
    if not places or not index.turns.turns:
        return None
    found: list[Turn] = []
    for low, high in places:
        turn = index.turns.at(low)
        if turn is None or turn.is_part_only or not turn.start <= low <= high <= turn.end:
            return None
        found.append(turn)
    return found[0] if len({turn.name for turn in found}) == 1 else None


def name_of(turn: Turn, index: Index) -> str:
    """The fullest name of who has the turn; where the label gives none, the label: "Operator"."""
    if turn.name is None:
        return index.text[slice(*turn.label)]
    name = turn.name.title() if turn.name.isupper() and len(turn.name) > len("ABC") else turn.name
    ends = [
        one for one in index.turns.listed if folded(one) == folded(name) or folded(one).endswith(f" {folded(name)}")
    ]
    return ends[0] if len(ends) == 1 else index.directory.fullest(name)


def is_of(said: str, turn: Turn, index: Index) -> bool:
    """Whether `said` is who has the turn."""
    if turn.name is None:
        return folded(said).removeprefix("the ") == folded(index.text[slice(*turn.label)])
    full = name_of(turn, index)
    return folded(said) in (folded(full), folded(turn.name)) or same(said, full, index)


def is_of_another(said: str, turn: Turn, index: Index) -> bool:
    """Whether `said` is known not to be who has the turn: somebody with turns of his own, or a person of the text
    where the label is surely a person's name too."""
    full = name_of(turn, index)
    if is_of(said, turn, index) or (turn.name is not None and akin(said, full, index)):
        return False
    if any(is_of(said, one, index) for one in index.turns.by_name.values()):
        return True
    if any(same(said, one, index) for one in index.turns.listed):
        return True
    directory = index.directory
    return (
        turn.name is not None
        and (full in index.turns.listed or directory.is_person(full))
        and said in index.name_forms
        and directory.is_person(directory.fullest(said))
    )


def passed_on(speeches: Sequence[Speech], places: Sequence[Place], turn: Turn, index: Index) -> Speech | None:
    """What the one who has the turn tells of the words of somebody else, before them: "She told me that it is sold".

    None where the words begin before that, as those of "It is up, as Marguerite said" do.
    """
    for speech in speeches:
        if speech.cue is None or speech.source is None or not turn.start <= speech.source[0] < turn.end:
            continue
        if index.text[slice(*speech.source)].lower() in _FIRST_PERSON or _is_himself(speech, turn, index):
            continue
        if speech.source[1] <= places[0][0] and any(low - 1 <= places[0][0] < high for low, high in speech.content):
            return speech
    return None


def tells_of_others_words(place: Place, turn: Turn, index: Index) -> bool:
    """Whether words before `place` in its sentence say that somebody else said it: "You said it was timing"."""
    start = max(turn.start, index.sentences[index.sentence_at(place[0]) - 1].start)
    return any(
        match.group(1).lower() not in _FIRST_PERSON for match in _OTHERS_WORDS.finditer(index.text, start, place[0])
    )


def _is_himself(speech: Speech, turn: Turn, index: Index) -> bool:
    return speech.speaker is not None and is_of(speech.speaker, turn, index)


def kind_in(turn: Turn, index: Index) -> SpeakerKind | None:
    """What sort of speaker has the turn, as far as a list or the words beside his name say."""
    full = name_of(turn, index)
    listed = index.turns.listed.get(full)
    if listed is not None and listed.of_the_house and not OFFICERS.isdisjoint(_plain(listed.rest).split()):
        return "executive"
    if listed is not None and listed.rest and (kind := kind_of_person(listed.rest, None)) != "other":
        return kind
    if listed is not None and listed.heading_has("analysts"):
        return "analyst"
    kind = kind_of_person(*index.directory.described(full))
    return None if kind == "other" else kind


def is_house_of(said: str, turn: Turn, index: Index) -> bool:
    """Whether `said` is the body for which whoever has the turn speaks."""
    full = name_of(turn, index)
    listed = index.turns.listed.get(full)
    if listed is not None and (in_row(said, listed) or is_house(said, listed, index)):
        return True
    return turn.name is not None and index.belongs(full, said)


def in_row(said: str, listed: Listed) -> bool:
    """Whether a row of the list of those who take part has `said` beside the name."""
    return bool(said.strip()) and f" {_plain(said)} " in f" {_plain(listed.rest)} "


def is_house(said: str, listed: Listed, index: Index) -> bool:
    """Whether `said` is the company whose call it is, for which the listed one takes part."""
    if not listed.of_the_house or not said.strip():
        return False
    first = min(one.place[0] for one in index.turns.listed.values())
    head = _plain(index.text[max(0, first - _HOUSE_LINES) : first])
    return f" {_plain(said)} " in f" {head} "


def _plain(text: str) -> str:
    return " ".join(folded(text).replace(",", " ").replace(".", " ").split()).casefold()


def listed_elsewhere(said: str, listed: Listed, index: Index) -> bool:
    """Whether the list has others for the body `said`, and whoever is `listed` for another one."""
    if in_row(said, listed) or is_house(said, listed, index) or not (listed.of_the_house or listed.rest):
        return False
    return any(
        one is not listed and (in_row(said, one) or (is_house(said, one, index) and listed.rest))
        for one in index.turns.listed.values()
    )


def tellers(statement: str, numbers: Sequence[int], index: Index) -> list[Turn]:
    """The turns that tell what a statement says, by the sentences that share content words with it, most first."""
    if not index.turns.turns:
        return []
    told = stems_of(statement)
    scores: dict[int, tuple[int, Turn]] = {}
    for turn, words in _said_in(numbers, index):
        shared = len(told & stems_of(words))
        if shared:
            before = scores.get(id(turn), (0, turn))[0]
            scores[id(turn)] = before + shared, turn
    return [turn for _, turn in sorted(scores.values(), key=lambda item: -item[0])]


def _said_in(numbers: Sequence[int], index: Index) -> Iterator[tuple[Turn, str]]:
    for number in numbers:
        sentence = index.sentences[number - 1]
        turn = index.turns.at(max(sentence.start, sentence.end - 1))
        if turn is not None:
            yield turn, index.text[max(sentence.start, turn.start) : sentence.end]
