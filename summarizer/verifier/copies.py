"""Statements that are no paraphrase but copied from the cited sentences, which need no comparison.

Whatever such a statement says stands there in the same words. Whole sentences count as they are, with every negation,
hedge and attribution in them; a part of one may leave out what turns it round ("denies that …"), so that it counts
only where nothing is left out but "he said".
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from summarizer.text import modality
from summarizer.text.certainty_words import ANONYMOUS, HEARSAY, NEGATING, SOFTENING
from summarizer.text.modality_words import DIRECTIONS, NEGATIONS
from summarizer.text.patterns import pattern
from summarizer.text.phrases import PhraseList, letters_of, word_set
from summarizer.text.speech_content import DATELINE
from summarizer.verifier.clause import NEGATIVE, Clause, negates_by_prefix
from summarizer.verifier.index import Cited, Index, Placed
from summarizer.verifier.locate import stands_alone
from summarizer.verifier.wording import stem

_MOST = 8
"""Sentences that a copied statement has at most."""
_PLAINLY = word_set(
    """
    according added adds announced announces argued argues asserted asserts commented confirmed confirms contended
    contends disclosed explained explains insisted insists noted notes observed reported reports revealed reveals said
    saying says stated states stressed told warned warns writes wrote
    """
)
"""Words that give a statement to somebody and say nothing else of it."""
_SETTING = word_set(
    """
    after although as assuming because before but despite except given how if nor once or provided since so than
    though unless until what when where whether which while who whom whose why without
    """
)
"""Words that tie a part of a sentence to what is left out."""
_LONGEST = 30
"""Words that "he said" has at most, with his name, his job and where he said it."""


_MARKS = " “\"‘'"
_STOPS = " .”\"’'"
_ENDS = pattern(r",|[”\"]\s")
"""Where a statement ends before "he said"."""


def is_copy(text: str, cited: Cited) -> bool:
    """Whether `text` is one of the cited sentences, or neighbours among them in their order, white space aside.

    The dateline before the first of them may be missing.
    """
    line = " ".join(text.split())
    numbers, index = cited.numbers, cited.index
    for at, number in enumerate(numbers):
        for opening in openings(number, index):
            if line.startswith(opening) and _goes_on(line, len(opening), numbers[at + 1 : at + _MOST], number, index):
                return any(map(str.isalnum, line))
    return False


def _goes_on(line: str, read: int, numbers: tuple[int, ...], before: int, index: Index) -> bool:
    """Whether what follows the first `read` characters is the sentences behind `before`, as far as it goes."""
    for number in numbers:
        if read == len(line):
            break
        following = openings(number, index)[0]
        if number != before + 1 or not line.startswith(f" {following}", read):
            return False
        before, read = number, read + 1 + len(following)
    return read == len(line)


def openings(number: int, index: Index) -> tuple[str, ...]:
    """A sentence on one line, as it is and without its dateline."""
    found = index.openings.get(number)
    if found is None:
        found = index.openings[number] = _openings(index.sentences[number - 1].text)
    return found


def _openings(text: str) -> tuple[str, ...]:
    line = " ".join(text.split())
    head = DATELINE.match(line) if "-" in line or "—" in line or "–" in line else None
    if head is None or modality.negations(head.group()) or modality.hedges(head.group()):
        return (line,)
    return line, line[head.end() :]


def stands(text: str, cited: Cited) -> bool:
    """Whether `text` stands in a cited sentence, white space aside, and cuts no word or number there."""
    part = " ".join(text.split())
    for number in cited.numbers:
        line = openings(number, cited.index)[0]
        at = line.find(part)
        if at >= 0 and part and stands_alone(line, at, at + len(part)):
            return True
    return False


def is_part(text: str, cited: Cited) -> bool:
    """Whether `text` stands in a cited sentence, a capital for its first letter aside, and cuts no name, amount or date
    there: whatever facts it has are those of the sentence."""
    index = cited.index
    for number in cited.numbers:
        sentence = index.sentences[number - 1]
        for form in (text, text[:1].lower() + text[1:]):
            at = sentence.text.find(form)
            end = at + len(form)
            if at >= 0 and form and stands_alone(sentence.text, at, end):
                edges = sentence.start + at, sentence.start + end
                facts: list[Placed] = [*index.amounts(number), *index.dates(number), *index.names_of(number)]
                return not any(fact.start < edge < fact.end for fact in facts for edge in edges)
    return False


def is_kept(text: str, cited: Cited) -> bool:
    """Whether `text` is a part (`is_part`) of the one cited sentence, and nothing that is left out can turn it round.

    What is left out has no word that negates or refuses and none of a direction that may be taken for another of the
    part; what leads up to the part has none that softens or passes on what others say, and no cue goes on from one
    side of a cut to the other: then no comparison can find that anything was dropped.
    """
    if len(cited.numbers) != 1 or not is_part(text, cited) or not any(map(str.isalnum, text)):
        return False
    sentence = cited.index.sentences[cited.numbers[0] - 1].text
    start = next(at for form in (text, text[:1].lower() + text[1:]) if (at := sentence.find(form)) >= 0)
    end = start + len(text)
    before, behind = sentence[:start], sentence[end:]
    left_out = letters_of(before) | letters_of(behind)
    if "t" in left_out or any(map(_negates, left_out)):
        return False
    # A phrase stands only where its first letters do; behind a cut it goes on with one of its other words.
    if not _NEGATING_BEGINS.isdisjoint(left_out) and (any(_NEGATING.find(before)) or any(_NEGATING.find(behind))):
        return False
    if not _TURNING_BEGINS.isdisjoint(left_out) and any(_TURNING.find(_leading_up(before))):
        return False
    edges = [edge for edge in (start, end) if (run := _RUN.search(sentence, edge)) and run[0].lower() in _TURNING_RESTS]
    if edges and any(cue.start < edge < cue.end for cue in _TURNING.find(sentence) for edge in edges):
        return False
    return not (
        not _DIRECTION_BEGINS.isdisjoint(left_out)
        and modality.directions(text)
        and (modality.directions(before) or modality.directions(behind))
    )


@lru_cache(maxsize=16384)
def _negates(word: str) -> bool:
    """Whether a word in small letters may negate."""
    return word not in _NOTING and (stem(word) in NEGATIVE or negates_by_prefix(word))


def _begins(phrases: Iterable[str]) -> frozenset[str]:
    """The letters that these phrases begin with, as `letters_of` has them of a text where one of them stands."""
    return frozenset(run for phrase in phrases for run in _RUN.findall(phrase)[:1])


def _leading_up(before: str) -> str:
    """The end of what stands before a part of a sentence, from where a cue may bear on the part: behind the last pause,
    or before that where no more than an aside of a few words parts it: "does not, he said, expect"."""
    stretches = _PAUSE.split(before)
    first = len(stretches) - 1
    while first > 1 and len(stretches[first - 1].split()) <= _ASIDE:
        first -= 2
    return ", ".join(stretches[max(0, first) :])


_PAUSE = pattern(r"[,;:—!?]")
_ASIDE = 3
"""Words between two pauses that count as thrown in."""
_NOTING = word_set("note noted notes noting")
"""These have the stem of "not"."""
_RUN = pattern(r"[^\W\d_]+")
_NEGATES = (*NEGATING, *NEGATIONS)
_NEGATING = PhraseList(dict.fromkeys(_NEGATES, ""))
_NEGATING_BEGINS = _begins(_NEGATES)
_TURNS = (*SOFTENING, *HEARSAY, *ANONYMOUS, *_NEGATES)
_TURNING = PhraseList(dict.fromkeys(_TURNS, ""))
"""What may turn what stands behind it round, or say that it is not so sure."""
_TURNING_BEGINS = _begins(_TURNS)
_TURNING_RESTS = frozenset(word for phrase in _TURNS for word in phrase.split()[1:])
_DIRECTION_BEGINS = _begins(DIRECTIONS)


def is_told(text: str, cited: Cited) -> bool:
    """Whether `text` is all that a cited sentence has somebody say, without the words that say who: "…, he said".

    The first letter may be a capital instead of a small one, and the full stop may be missing.
    """
    line = " ".join(text.split()).rstrip(".")
    small = line[:1].lower() + line[1:]
    return len(line.split()) > 1 and any(
        _is_told(form, openings(number, cited.index)[0]) for number in cited.numbers for form in {line, small}
    )


def _is_told(part: str, line: str) -> bool:
    start = line.find(part)
    end = start + len(part)
    if start < 0 or not stands_alone(line, start, end):
        return False
    before, behind = line[:start].rstrip(_MARKS), line[end:].rstrip(_STOPS)
    last = before.rpartition(" ")[2].lower()
    if (before and last != "that" and last not in _PLAINLY and before[-1] != ",") or (
        behind and not _ENDS.search(line, end - 1, end + 2)
    ):
        return False
    rest = Clause.of(f"{before} | {behind}")
    said = letters_of(rest.text)
    if said.isdisjoint(_PLAINLY) or not said.isdisjoint(_SETTING) or rest.text.count(" ") > _LONGEST:
        return False
    reading = Clause.of(line).reading
    outside = {at for at, word in enumerate(reading.words) if word.end <= start or word.start >= end}
    return not (
        rest.negative
        or any(cue.text.split()[0].lower() not in _PLAINLY for cue in rest.hedges)
        or rest.directions
        or rest.reading.softenings
        or any(
            not outside.isdisjoint(range(cue.first, cue.last + 1))
            for cue in (*reading.negations, *reading.softenings, *reading.hearsay)
        )
        or not outside.isdisjoint(reading.anonymous)
    )
