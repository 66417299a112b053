"""Articles in small letters, or in capitals, throughout, with the names that other articles have put in their case.

A blog that writes "so orrin goes to tarn", and a wire's flash "TARN TO BUY ORRIN", show no names by themselves. Names
that the other articles of the set have are known in them, word by word; the text keeps its length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from summarizer.article import Sentence
from summarizer.dossier.entities import Entity, same_entity
from summarizer.dossier.mentions import is_whole
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling
from summarizer.text.name_words import COMPANY_WORDS, LEGAL_FORMS, OPENERS
from summarizer.text.patterns import pattern

_WORD = pattern(r"[^\W\d_]+(?:[’'&-][^\W\d_]+)*")
_LOOKED_AT = 24
"""Sentences by which the case of a text is told."""
_FEWEST = 3
_SHARE = 0.6
"""The part of the sentences that begin in small letters, or of the letters that are capitals, from which on case tells
nothing."""
_SHORTEST = 4
"""Letters of a single word that is known as a name; fewer of initials by which a party to the news is known."""
_KNOWN_BY = 2
"""Articles that have a name, unless it is a party's."""

Forms = Mapping[str, Sequence[tuple[str, ...]]]


def is_caseless(story: Story) -> bool:
    """Whether most sentences of an article begin in small letters, or most of its letters are capitals."""
    texts = [one.text for one in islice(story.sentences, _LOOKED_AT) if len(one.text.split()) > _FEWEST]
    firsts = [next((letter for letter in text if letter.isalpha()), "A") for text in texts]
    if len(texts) >= _FEWEST and sum(map(str.islower, firsts)) > _SHARE * len(texts):
        return True
    return in_capitals("".join(texts))


def in_capitals(text: str) -> bool:
    """Whether most letters of a text are capitals."""
    large = sum(map(str.isupper, text))
    return large > _SHARE * (large + sum(map(str.islower, text))) > 0


def forms_of(tellings: Iterable[Telling]) -> Forms:
    """The names, taken apart into words, that two articles have or that are of a party to the news of one; by their
    first words in small letters, the longest first. A single word that an article has in small letters too is none, and
    neither is one with which two parties' names begin."""
    counts: Counter[str] = Counter()
    common: set[str] = set()
    full: dict[str, Entity] = {}
    short: Counter[str] = Counter()
    for telling in tellings:
        common |= telling.common
        parties = {party for mention in telling.main for party in mention.principals()}
        for party in parties:
            # "orrin" may be Orrin Paper or Orrin Bank where both are in the news.
            short.update(form.lower() for form in party.forms if form.isupper() and len(form) < _SHORTEST)
            first, more, _ = party.name.lower().partition(" ")
            if more and not same_entity(party, full.setdefault(first, party)):
                common.add(first)
        for entity in telling.names:
            known = _KNOWN_BY if entity in parties else 1
            counts.update(dict.fromkeys(entity.forms, known))
    found: dict[str, list[tuple[str, ...]]] = {}
    for form, count in counts.items():
        words = tuple(_WORD.findall(form))
        if count < _KNOWN_BY or not words:
            continue
        for part in {words, words[:1]}:
            first = part[0].lower()
            long = len(first) >= _SHORTEST or short[first] >= _KNOWN_BY
            if len(part) > 1 or (long and first not in common and first not in _NO_NAMES):
                found.setdefault(first, []).append(part)
    return {first: sorted(set(forms), key=_order) for first, forms in found.items()}


def _order(form: tuple[str, ...]) -> tuple[int, bool, tuple[str, ...]]:
    """The longest first, and of these such as are not in capitals throughout."""
    return -len(form), form[0].isupper(), form


_NO_NAMES = COMPANY_WORDS | LEGAL_FORMS | OPENERS


def told_again(telling: Telling, story: Story, forms: Forms) -> Telling:
    """What an article without case tells, read again with names in their case."""
    found = Telling(telling.place, recased(story, forms))
    if not any(map(is_whole, found.main)):
        found.small, found.small_title = telling.small, telling.small_title
    return found


def recased(story: Story, forms: Forms) -> Story:
    """The article with known names, and what begins a sentence, in their case; all else in small letters where it was
    in capitals. Its sentences are those of the text as it was."""
    text = story.text
    letters = list(text.lower() if in_capitals(story.head) else text)
    if len(letters) != len(text):
        return story
    words = [(one.start(), one.end(), one.group().lower()) for one in _WORD.finditer(story.head)]
    at = 0
    while at < len(words):
        word = words[at][2]
        step = 1
        for form in forms.get(word.removesuffix("'s").removesuffix("’s"), ()):
            run = words[at : at + len(form)]
            if all(_is_word(had, has) for (_, _, had), has in zip(run, form, strict=False)) and len(run) == len(form):
                for (first, _, _), has in zip(run, form, strict=True):
                    letters[first : first + len(has)] = has
                step = len(form)
                break
        at += step
    for sentence in story.sentences:
        first = next((at for at in range(sentence.start, sentence.end) if letters[at].isalpha()), sentence.start)
        if story.head[first : first + 1].isspace():
            continue  # the address of a page
        letters[first] = upper if len(upper := letters[first].upper()) == 1 else letters[first]
    known = "".join(letters)
    kept = tuple(Sentence(one.number, one.start, one.end, known[one.start : one.end]) for one in story.sentences)
    return Story(story.summary, known, name=story.name, sentences=kept)


def _is_word(had: str, has: str) -> bool:
    """Whether a word in small letters is one of a name, be it in the possessive."""
    name = has.lower()
    return had == name or had in (f"{name}'s", f"{name}’s")
