"""Whether a form of a name is another name of its party for certain.

The article states it ("Tarn Air (TA)"), or it is the name without its legal form, its first words, or a person's family
or first name, used alone; and nobody else in the article or in the answer has it, in whole or as a part of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.text.name_forms import initials, strip_suffix
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_KINDS_OF_FIRM = word_set(
    "banca banco bank banque compagnie gruppe groupe grupo gruppo koninklijke società société the"
)
"""What stands before the word by which a firm is known: "Grupo Tarn"."""
_PARTICLES = word_set("al bin da de del den der di du el ibn la le ten ter van von")
_IN = pattern(r"\b(?:around|at|from|in|near)\s\Z")
"""Before a place, but before a firm too: such a use tells nothing."""
_PLACE_AHEAD = pattern(r"\b(?:near|(?:[Bb]ased|[Bb]orn|[Ll]ives?)\sin|(?:city|port|town|village)\sof)\s\Z")
_PLACE_BEHIND = pattern(r"-(?:area|based|born)\b")
_THE_AHEAD = pattern(r"\b[Tt]he\s\Z")
_SITE_BEHIND = pattern(
    r"(?:\s[a-z][\w-]*){0,3}?\s(?:assets?|basin|block|brand|dam|deposit|development|drug|factory|field|licen[cs]e|line|mill"
    r"|mine|pipeline|plant|port|programme|project|prospect|refinery|reservoir|scheme|site|terminal|trial|venture|vessel|well)\b"
)
"""What a name without its owner may be: "the Tarn lithium project" is not the company that is to run it."""
_CAPITAL_AHEAD = pattern(
    r"\b(?!(?:A|An|As|And|At|But|By|For|From|If|In|Its|Of|On|Or|That|The|To|Under|With|When|While|Like|After|Before|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Dame)"
    r"\.?\s)[A-ZÀ-Þ][\w’'&-]*(?<!['’]s)(?<!s['’])[ ]\Z"
)
"""A capital right before, that no small word, title or owner has."""
_TITLE_AHEAD = pattern(r"\b[A-Z][a-z]{1,12}\.?\s\Z")
_CAPITAL_BEHIND = pattern(r"\s(?:&\s)?[A-ZÀ-Þ]\w")
_LEAST_LETTERS = 3
_REACH = 24
"""Characters before a form in which the word before it stands."""


def is_sure(
    alias: str, name: str, *, person: bool, shortened: bool, people: Iterable[str], others: Iterable[str], text: str
) -> bool:
    """Whether `alias`, which the article does not state, is another name of `name`.

    people   the full names of all people who are known in the article, this one among them where it is one
    shortened   the party may be called by the first words of its name
    others   the names of the other parties
    """
    words, own = alias.split(), strip_suffix(name).split()
    if [word.casefold() for word in words] == [word.casefold() for word in own]:
        return len(own) > 1 or not person or _stands_alone(alias, text, titled=False)
    if not person and len(alias) >= _LEAST_LETTERS and alias in initials(name):
        return not any(alias in initials(other) for other in others if other != name)
    if person:
        fits = len(own) > 1 and (_is_family(words, own) or words == own[:1])
    else:
        bare = own[1:] if own and own[0].lower() in _KINDS_OF_FIRM else own
        fits = shortened and (words == bare[: len(words)] or words == own[: len(words)])
    # "Dame Greta" is called so, and not "Greta".
    first = person and words == own[:1]
    return fits and not _is_anothers(words, name, people, others) and _stands_alone(alias, text, titled=not first)


def _is_family(words: list[str], own: list[str]) -> bool:
    """Whether the words are a family name with its particles, or the first name and it."""
    at = len(own) - 1
    while at > 1 and own[at - 1].lower() in _PARTICLES:
        at -= 1
    return words in (own[at:], [own[0], *own[at:]])


def _is_anothers(words: list[str], name: str, people: Iterable[str], others: Iterable[str]) -> bool:
    """Whether someone else's name begins with the words, or has the one word anywhere."""
    known = strip_suffix(name)
    for other in (*people, *others):
        if (
            other == name
            or strip_suffix(other) == known
            or known.startswith(f"{other} ")
            or other.startswith(f"{known} ")
        ):
            continue
        parts = [part.strip(".,'’").removesuffix("'s").removesuffix("’s") for part in other.split()]
        if parts[: len(words)] == words or (len(words) == 1 and words[0] in parts):
            return True
    return False


def _stands_alone(alias: str, text: str, *, titled: bool = True) -> bool:
    """Whether the form is used without other capitals at it (a title if `titled`), and nowhere as a place's name."""
    alone = False
    for start, end in _places(alias, text):
        ahead = text[max(0, start - _REACH) : start]
        if _PLACE_AHEAD.search(ahead) or _PLACE_BEHIND.match(text, end):
            return False
        if _THE_AHEAD.search(ahead) and _SITE_BEHIND.match(text, end):
            return False
        if not titled and _TITLE_AHEAD.search(ahead):
            continue
        alone = alone or not (_IN.search(ahead) or _CAPITAL_AHEAD.search(ahead) or _CAPITAL_BEHIND.match(text, end))
    return alone


def _places(alias: str, text: str) -> Iterator[tuple[int, int]]:
    sought = r"\s+".join(map(re.escape, alias.split()))
    return (match.span() for match in re.finditer(rf"(?<![\w-]){sought}(?!\w)", text))
