"""Copied words: found as they stand, or shown beside what the article has in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from summarizer.fields import Leaf
from summarizer.text import modality
from summarizer.text.folding import folded
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.locate import Located, locate, locate_cited, nearest
from summarizer.verifier.notes import Held, Note, differing, find


def check_verbatim(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """The words must stand in the cited sentences, or else elsewhere in the article, which mends the citation."""
    located = (_beside_a_name(leaf, cited) if leaf.path in _OF_SOMEBODY else None) or locate(leaf.value, cited)
    if located is not None:
        yield Held(leaf.path, located.places)
        yield from negation_left_out(leaf, located, cited)
        return
    yield missing(leaf.path, leaf.value, cited, Code.TEXT_ALTERED, Code.TEXT_UNSUPPORTED)


_OF_SOMEBODY = frozenset({"description", "role"})
"""Fields whose words other people of the article may have too: "President"."""
_MOST = 32
"""Places of such words that are looked at."""


def _beside_a_name(leaf: Leaf, cited: Cited) -> Located | None:
    """Where the words stand in a sentence that names whom the record is about; None where a cited one has them, or none
    with the name."""
    if not cited.subjects or locate_cited(leaf.value, cited) is not None:
        return None
    index, words = cited.index, str(leaf.value).strip()
    places = (match.span() for match in islice(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", index.text), _MOST))
    surname = folded(cited.subjects[0]).rpartition(" ")[2]
    for place in places:
        sentence = index.sentences[index.sentence_at(place[0]) - 1]
        if surname in folded(sentence.text).split() or f"{surname}," in folded(sentence.text):
            return Located((place,), "exact")
    return None


def missing(path: str, text: str, cited: Cited, altered: Code, unsupported: Code) -> Finding:
    """The finding for copied words that the article does not have: with what it has instead, if anything is alike."""
    if not any(character.isalnum() for character in text):
        return find(unsupported, path, f"The field {path} holds no words: {quoted(text)}.", said=text)
    place = nearest(text, cited)
    if place is None:
        return find(unsupported, path, f"{quoted(text)} stands nowhere in the article.", said=text)
    return differing(altered, path, text, cited.index.article, place)


def _between_marks(at: int, located: Located, cited: Cited) -> bool:
    """Whether `at` stands between the marks of two stretches of quoted words, in what tells who says them, in the
    sentence of either."""
    index = cited.index
    if all(index.sentences_of((at, at + 1)) != index.sentences_of(place) for place in located.places):
        return False
    marked = index.quoted_in((located.places[0][0], located.places[-1][1]))
    return (
        any(one.end <= at for one in marked)
        and any(one.start > at for one in marked)
        and not any(one.start <= at < one.end for one in marked)
    )


def negation_left_out(leaf: Leaf, located: Located, cited: Cited) -> Iterator[Finding]:
    """Words that an ellipsis stands for must not turn the rest round: "did … win" for "did not win"."""
    text = cited.index.text
    if not located.gaps or modality.negations(str(leaf.value)):
        return
    for start, end in located.gaps:
        cues = [
            cue
            for cue in modality.negations(text[start:end])
            if cue.sense in ("not", "denied", "failed") and not _between_marks(start + cue.start, located, cited)
        ]
        if cues:
            place = start + cues[0].start, start + cues[0].end
            yield find(
                Code.NEGATION_ELIDED,
                leaf.path,
                f"Between the pieces of {quoted(leaf.value)} the article has {quoted(text[slice(*place)])}.",
                said=leaf.value,
                article=cited.index.article,
                place=place,
            )
            return
