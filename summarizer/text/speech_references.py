"""Whom "he", "she", "it" or "the company" means where it is the source of a statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from summarizer.text.directory import Directory
from summarizer.text.first_names import pronoun_of
from summarizer.text.names import name_kind
from summarizer.text.phrases import word_set
from summarizer.text.speakers import Speaker, kind_of_person
from summarizer.text.speech_bodies import goes_with, noun_of
from summarizer.text.speech_content import DATELINE
from summarizer.text.speech_units import Attribution
from summarizer.text.speech_words import NAMELESS_BODIES, NO_FAMILY_NAMES, SPOKES

_ARTICLE = 5
"""Characters of "The " before a name."""
_NEAR_BODY = 600
"""Characters in which "the utility" is looked for before it speaks."""
_ANY_BODY = frozenset({"company", "firm", "group"})
"""Words that mean whichever body was named last."""
_KIND_WORDS = {
    "airline": word_set("air airlines airways aviation"),
    "bank": word_set("bancorp banco bancshares bank banking banque"),
    "brokerage": word_set("brokers capital securities"),
    "carmaker": word_set("auto automobile automotive cars motor motors"),
    "insurer": word_set("assurance insurance life mutual reinsurance"),
    "lender": word_set("bancorp bank banking credit finance lending loans savings"),
    "retailer": word_set("market markets retail shops stores supermarkets"),
    "utility": word_set("electric electricity energy gas power utilities utility water"),
}
"""Nouns for a body and the words in names of such bodies, from registers of companies."""
Said = tuple[Speaker, tuple[int, int] | None]
"""Somebody who spoke, and where the words for him stand."""


def leans(text: str, item: Attribution) -> bool:
    """Whether the source is a word that means somebody named before."""
    return any(_wanted(text, item))


def _wanted(text: str, item: Attribution) -> tuple[bool, bool]:
    """Whether the source stands for a person named before, and whether for a body."""
    words = text[item.source[0] : item.source[1]].lower().split() if item.source else []
    if not words:
        return False, False
    alone = len(words) == 1
    return alone and words[0] in ("he", "she"), (alone and words[0] == "it") or (
        words[0] in ("the", "its") and words[-1] in NAMELESS_BODIES
    )


def referent(
    text: str,
    item: Attribution,
    directory: Directory,
    last: Callable[[], Said | None],
    sentences: Sequence[tuple[int, int]],
    starts: Sequence[int],
) -> Speaker | None:
    """Whom "he", "she", "it" or "the company" at the source would mean: only where one candidate is left.

    The last speaker, unless somebody else of that sort was named since or a paragraph lies between; else the only
    candidate of the sentence before, or of the two before where the nearer names nobody.

    `last` finds the last speaker before the cue; asked only where the source leans on somebody.
    """
    wants_person, wants_body = _wanted(text, item)
    if item.source is None or not (wants_person or wants_body):
        return None
    previous, previous_source = last() or (None, None)
    here = item.source[0]
    pronoun = text[here : item.source[1]].lower()
    outside = min([here, *(start for start, _ in item.content)])
    number = bisect_right(starts, outside)
    if wants_body and (named := of_that_kind(directory, pronoun.rsplit(None, 1)[-1])) is not None:
        supplier = is_another(directory, here, pronoun) and directory.names_in(*item.content[0]) == []
        return None if supplier else Speaker(named, None, None, "company")
    if wants_body and is_another(directory, here, pronoun):
        return None
    if wants_body and (body := _subject_of_content(item, directory)) is not None:
        return Speaker(body, None, None, "company")
    if wants_body and previous and previous_source and previous_source[1] <= here:
        same = goes_with(noun_of(text, previous_source), pronoun)
        if same and text.count("\n\n", previous_source[1], outside) <= 1:
            return replace(previous, affiliation=None, role=None, kind="company", person=False)
        if same is False:
            return None
    if wants_person and previous and previous_source and _is_spokesman(text, previous_source):
        near = here >= previous_source[1] and text.count("\n\n", previous_source[1], outside) <= 1
        if near and not _candidates(directory, previous_source[1], outside, person=True):
            return replace(previous, person=True)
    fits = previous is not None and previous.person == wants_person and (wants_person or previous.kind == "company")
    if wants_person and previous and not _fitting({previous.name}, pronoun, directory):
        fits = False
    if previous and previous_source and fits and previous_source[1] <= here:
        near = text.count("\n\n", previous_source[1], outside) <= 1
        others = _fitting(
            _candidates(directory, previous_source[1], outside, wants_person) - {previous.name}, pronoun, directory
        )
        if near and (
            not others or (wants_person and _goes_on(text, previous_source, here, outside, sentences, number))
        ):
            return previous
    if wants_person and previous and previous_source and _has_just_spoken(text, previous, previous_source, outside):
        return None
    for back in (2, 3):
        candidates = _candidates(directory, sentences[max(number - back, 0)][0], outside, wants_person)
        if wants_person:
            candidates = _fitting(candidates, pronoun, directory)
        if candidates:
            break
    if len(candidates) != 1:
        return None
    name = candidates.pop()
    if wants_person and not (directory.is_person(name) or pronoun_of(name)):
        return None
    role, affiliation = directory.described(name) if wants_person else (None, None)
    kind = kind_of_person(role, affiliation) if wants_person else "company"
    return Speaker(name, affiliation, role, kind, wants_person)


def is_another(directory: Directory, here: int, words: str) -> bool:
    """Whether "the utility" stands beside the only company near by in one sentence, so that it is another one.

    "The utility signed a contract with Keld Energy. The utility said …"
    """
    if words.rsplit(None, 1)[-1] not in NAMELESS_BODIES - _ANY_BODY:
        return False
    low = max(here - _NEAR_BODY, 0)
    at = directory.text[low:here].lower().rfind(words)
    return at >= 0 and any(name_kind(name.text) == "company" for name in directory.names_in(low + at, here))


def of_that_kind(directory: Directory, noun: str) -> str | None:
    """The only company of the text whose name tells that it is a bank, a utility or the like, as `noun` says."""
    wanted = _KIND_WORDS.get(noun)
    if wanted is None:
        return None
    if noun not in directory.kinds:
        fits = {
            directory.fullest(name)
            for name in directory.distinct
            if not wanted.isdisjoint(name.lower().replace(".", "").split())
        }
        fits = {name for name in fits if not directory.is_person(name) and name_kind(name) != "place"}
        directory.kinds[noun] = fits.pop() if len(fits) == 1 else None
    return directory.kinds[noun]


def _is_spokesman(text: str, source: tuple[int, int]) -> bool:
    """Whether the words name nobody but somebody's spokesman, whom "he" can mean."""
    return not SPOKES.isdisjoint(word.strip(",.") for word in text[slice(*source)].lower().split())


def _candidates(directory: Directory, start: int, end: int, person: bool) -> set[str]:
    """Everybody, or every company, that is named in [start, end): who may be one is counted, so that two stay open."""
    if head := DATELINE.match(directory.text, start, end):
        start = head.end()
    full = {directory.fullest(name.text) for name in directory.names_in(start, end)}
    if person:
        return {name for name in full if may_be_person(name, directory)}
    return {name for name in full if not directory.is_person(name) and not _is_place(name)}


def _subject_of_content(item: Attribution, directory: Directory) -> str | None:
    """The company that the statement before "the company said" begins with: Acme will close, the company said."""
    assert item.source is not None  # noqa: S101
    start, end = item.content[0]
    if start >= item.source[0] or not directory.text[: item.source[1]].endswith("company"):
        return None
    names = directory.names_in(start, end)
    if not names or names[0].start - start > _ARTICLE:
        return None
    full = directory.fullest(names[0].text)
    bodies = {directory.fullest(name.text) for name in names} - {full}
    if name_kind(full) != "company" or any(directory.is_subject(name) for name in bodies):
        return None
    return full


def _has_just_spoken(text: str, previous: Speaker, source: tuple[int, int], here: int) -> bool:
    """Whether somebody without a name who can be "he" is the last to have spoken, near by: "a trader"."""
    unnamed = not previous.person and previous.role is not None and previous.affiliation is None
    return unnamed and not (previous.role or "").endswith("s") and text.count("\n\n", source[1], here) <= 1


def may_be_person(name: str, directory: Directory) -> bool:
    """Whether nothing speaks against a person, nor a word of the name: "Eastern District", "Presidential Debates"."""
    if not directory.can_be_person(name):
        return False
    last = name.rsplit(" ", 1)[-1].lower()
    return directory.is_person(name) or not (last in NO_FAMILY_NAMES or last.endswith(("ans", "ats")))


def _goes_on(
    text: str,
    previous_source: tuple[int, int],
    here: int,
    outside: int,
    sentences: Sequence[tuple[int, int]],
    number: int,
) -> bool:
    """Whether "he" begins the sentence behind one that begins with the last speaker: "Roe said … He added …"."""
    if number < 2 or here != outside or sentences[number - 1][0] != here:
        return False
    start, end = sentences[number - 2]
    return start == previous_source[0] and "\n" not in text[end:here]


def _fitting(names: set[str], pronoun: str, directory: Directory) -> set[str]:
    """The names that the pronoun can stand for, as far as titles and first names tell."""
    if pronoun not in ("he", "she"):
        return names
    told = {name: directory.pronouns.get(name.rsplit(" ", 1)[-1]) or pronoun_of(name) for name in names}
    return {name for name in names if told[name] in (None, pronoun)}


def _is_place(name: str) -> bool:
    return name_kind(name) in ("place", "government")
