"""Names: by the form that the article uses, by another form of the same, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from summarizer.fields import Leaf
from summarizer.text.folding import folded
from summarizer.text.name_words import (
    BODY_WORDS,
    COMPANY_WORDS,
    FIRST_NAMES,
    INSTITUTIONS,
    LEGAL_FORMS,
    NATIONALITIES,
    OPENERS,
    PLACES,
)
from summarizer.text.names import NameSpan, strip_suffix
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.slips import SHORTEST, plain_words
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place, refers
from summarizer.verifier.locate import locate, locate_cited
from summarizer.verifier.misspelt import misspelt
from summarizer.verifier.name_table import NameTable
from summarizer.verifier.notes import Held, Note, find
from summarizer.verifier.remembered import of_pair
from summarizer.verifier.short_names import may_abbreviate
from summarizer.verifier.similar_names import similar, similar_in_article, telling
from summarizer.verifier.texts import missing
from summarizer.verifier.wording import words

_BESIDE = 200
"""Characters before describing words within which the name that they describe begins, brackets included."""
_DEGREE = pattern(r"(?:[A-Z][a-z]?\.)+[A-Z]\.?|Ph(?:\.?D)?\.?|MD|MBA|CFA|CPA|Esq\.?|Jr\.?|Sr\.?")
_BRACKETS = pattern(r"\([^()]*\)|,\s(?:(?:[A-Z][a-z]?\.){2,}|Ph\.?D\.?|MD|MBA|CFA|CPA|Esq\.?|Jr\.?|Sr\.?)(?=,)")
_STATE_BEHIND = pattern(r",\s(?:[A-Z]\.){2},?\s\Z|,\s(?:[A-Z]\.){2},?\s(?=[a-z])")
"""What follows a town: the state in which it lies."""
_ENDED = pattern(r"[.!?;\n]")
"""What ends a sentence between two names or words of it."""
_JOINS = ("", "a", "an", "the", "who", "which")
"""What may stand between a name and the words beside it that describe it."""
_LEADING_ON = word_set("a an and as at by for from in its of on or over than the to unlike versus with")
_COMMON_PARTS = COMPANY_WORDS | BODY_WORDS | INSTITUTIONS | LEGAL_FORMS | NATIONALITIES | OPENERS | PLACES | FIRST_NAMES
"""Words that, alone, are no short form of a name that holds them."""
_MENTIONS = 32
"""Places of describing words that are looked at."""
_HOLDERS = 64
"""Names that share a word, above which the word is no one's name."""


def check_name(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """The name must stand in the cited sentences, as it is or in another form, or else elsewhere in the article."""
    said = str(leaf.value)
    located = locate_cited(said, cited, name=True)
    if located is not None:
        yield Held(leaf.path, located.places)
        return
    if said not in cited.index.text and (changed := misspelt(said, cited.index)):
        yield _altered(leaf.path, said, changed, cited)
        return
    form = form_of(said, cited.names, cited.index)
    if form is not None:
        yield Held(leaf.path, ((form.start, form.end),))
        yield from expanded(leaf.path, said, form, cited)
        return
    located = locate(said, cited, name=True)
    if located is not None:
        yield Held(leaf.path, located.places)
        return
    form = form_in_article(said, cited.index)
    if form is not None:
        yield Held(leaf.path, ((form.start, form.end),))
        yield from expanded(leaf.path, said, form, cited)
        return
    yield unnamed(leaf.path, said, cited)


@of_pair
def same(one: str, other: str, index: Index) -> bool:
    """Whether two names may be one's: a short form, an acronym, or an alias that the article states."""
    return (
        _close(one, other)
        or any(_close(other, partner) for partner in _partners(one, index))
        or any(_close(one, partner) for partner in _partners(other, index))
    )


def known_as(said: str, index: Index) -> frozenset[str]:
    """All forms of names in the article that may mean `said`, as they stand."""
    found = index.known_forms.get(said)
    if found is None:
        # What `same` says of each of them: another form, a form of another name of it, or one whose other name it is.
        forms = {
            form
            for name in (said, *_partners(said, index))
            for form in index.name_table.like(name)
            if _close(name, form)
        }
        table, bearers = _borne_names(index)
        forms.update(form for name in table.like(said) if _close(said, name) for form in bearers[name])
        found = index.known_forms[said] = frozenset(forms)
    return found


def _borne_names(index: Index) -> tuple[NameTable, dict[str, list[str]]]:
    """The other names of all names in the article, and whose they are."""
    if index.borne_names is None:
        bearers: dict[str, list[str]] = {}
        for form in index.name_forms:
            for partner in _partners(form, index):
                bearers.setdefault(partner, []).append(form)
        index.borne_names = NameTable(bearers), bearers
    return index.borne_names


def _partners(name: str, index: Index) -> tuple[str, ...]:
    """What the article states to be another name of `name`."""
    if name not in index.partners:
        stated = [
            partner
            for known in (index.alias_table.like(name) if index.aliases else ())
            if _close(name, known)
            for partner in index.partners_by_name[known]
        ]
        index.partners[name] = (*stated, *_parts_of(name, index), *_WELL_KNOWN.get(folded(name), ()))
    return index.partners[name]


def _parts_of(name: str, index: Index) -> list[str]:
    """The names of the article that hold the words of `name` in a row, where all of them are one party's: "Jacaranda"
    for "Grupo Jacaranda SAB"."""
    mine = plain_words(strip_suffix(name))
    if not mine or len(mine[0]) < SHORTEST - 1 or mine[0] not in index.later_words or _COMMON_PARTS.issuperset(mine):
        return []
    found = []
    holders = index.names_by_word.get(mine[0], ())
    if len(holders) > _HOLDERS:
        return []
    for other in holders:
        theirs = plain_words(other.text)
        at = next((at for at in range(1, len(theirs)) if theirs[at : at + len(mine)] == mine), 0)
        if at and theirs[at - 1] not in ("and", "of"):
            found.append(other.text)
    longest = max(found, key=len, default="")
    return found if all(_close(one, longest) for one in found) else []


@of_pair
def akin(one: str, other: str, index: Index) -> bool:
    """Whether two names may be one's, or share a word that tells: too alike for either to be called a stranger."""
    if same(one, other, index) or telling(one) & telling(other) or may_abbreviate(one, other, index):
        return True
    short, long = sorted((f" {folded(strip_suffix(one))} ", f" {folded(strip_suffix(other))} "), key=len)
    return short in long


_WELL_KNOWN = {"fed": ("Federal Reserve",), "the fed": ("Federal Reserve",)}
"""Other names that no article states, because everybody knows them."""


def _ampersand(name: str) -> str:
    """A name with "and" written as "&", as either may be: "Calder and Firth Bank"."""
    return name.replace(" and ", " & ") if " and " in name else name


@lru_cache(maxsize=8192)
def _close(one: str, other: str) -> bool:
    one, other = (_ampersand(name).removeprefix("U.S. ") for name in (one, other))
    return folded(one) == folded(other) or refers(one, other) or refers(other, one)


def form_of(said: str, names: Iterable[NameSpan], index: Index) -> NameSpan | None:
    """The first of `names` that is another form of `said`."""
    return next((name for name in names if same(said, name.text, index)), None)


def form_in_article(said: str, index: Index) -> NameSpan | None:
    """The first name of the article that is another form of `said`: `form_of` all of them, without asking each."""
    forms = known_as(said, index)
    found = {index.distinct_names[folded(form)] for form in forms}
    return min((name for name in found if name.text in forms), key=attrgetter("start"), default=None)


def expanded(path: str, said: str, form: NameSpan, cited: Cited) -> Iterator[Finding]:
    """A name longer than any form of it in the article: its own words must not contradict the article's."""
    index = cited.index
    said = _ampersand(said) if " & " in form.text else said
    if refers(said, form.text) or folded(said) == folded(form.text) or locate(said, cited, name=True):
        return
    if any(folded(said) in (folded(name), folded(alias)) for name, alias in index.aliases):
        return
    rival = _rival(said, form.text, index)
    if rival is not None:
        yield _altered(path, said, rival, cited)
    elif len(words(strip_suffix(said))) > len(words(strip_suffix(form.text))):
        yield find(
            Code.NAME_EXPANDED,
            path,
            f"The article calls it {quoted(form.text)} and never {quoted(said)}.",
            said=said,
            article=index.article,
            place=(form.start, form.end),
        )


def _rival(said: str, short: str, index: Index) -> NameSpan | None:
    """A longer name of the article that `short` also stands for, and that is not `said`: "Super Micro Computer"."""
    found = {index.distinct_names[folded(form)] for form in index.name_table.like(short)}
    rivals = (
        name
        for name in found
        if len(name.text) > len(short) and refers(short, name.text) and not _close(said, name.text)
    )
    return min(rivals, key=attrgetter("start"), default=None)


def unnamed(path: str, said: str, cited: Cited) -> Finding:
    """The finding for a name that the article does not have."""
    alike = similar(said, cited.names) or similar_in_article(said, cited.index)
    if alike is not None:
        return _altered(path, said, alike, cited)
    if not any(character.isupper() for character in said):
        return missing(path, said, cited, Code.NAME_ALTERED, Code.NAME_UNSUPPORTED)
    return find(Code.NAME_UNSUPPORTED, path, f"The article does not name {quoted(said)}.", said=said)


def _altered(path: str, said: str, name: NameSpan, cited: Cited) -> Finding:
    return find(
        Code.NAME_ALTERED,
        path,
        f"The article names {quoted(name.text)}, the record {quoted(said)}.",
        said=said,
        article=cited.index.article,
        place=(name.start, name.end),
    )


def beside(place: Place, index: Index, reach: int = 3) -> tuple[NameSpan | None, NameSpan | None]:
    """The names that stand right before `place`, with a comma between, and right after it."""
    start, end = place
    after = next(iter(index.names_in((end, end + reach + 120))), None)
    if after is not None and (after.start - end > reach or _ENDED.search(index.text, end, after.start)):
        after = None
    before = None
    for name in reversed(index.names_in((max(0, start - _BESIDE), start))):
        if index.text[name.end : start] == " ":
            # Whose job it is: "Mara Tolk, Orvane vice president".
            start = name.start
            continue
        between = _BRACKETS.sub("", index.text[name.end : start])
        if _DEGREE.fullmatch(name.text) or "(" in between or ")" in between:
            continue
        plain = between.strip(', \n*_"”').lower()
        before = name if "," in between and len(between) <= reach + 8 and plain in _JOINS else None
        break
    return before, after


def said_of_another(words_at: Place, forms: Sequence[str], index: Index) -> NameSpan | None:
    """Whom describing words stand right beside, where that is none of `forms`; `None` where they stand beside one of
    those, beside nobody, or lead on to a name that is only their object ("a supplier to Bolt")."""
    before, after = beside(words_at, index)
    if any(name is not None and any(same(form, name.text, index) for form in forms) for name in (before, after)):
        return None
    if before is not None and _STATE_BEHIND.match(index.text, before.end, words_at[0]):
        # "Roe Inc, a Dorn, S.C., maker of pumps": where its seat is.
        return None
    if before is not None and not _stands_ahead(before, index):
        return before
    last = index.text[slice(*words_at)].lower().split()[-1:]
    return None if last and last[0] in _LEADING_ON else after


_AHEAD = pattern(r"\W*(?:Across|Around|At|From|In|Inside|Near|Outside|Throughout)\s(?:the\s)?\Z")


def _stands_ahead(name: NameSpan, index: Index) -> bool:
    """Whether a name only tells, at the head of its sentence, where it is so: "In Lund, the builder"."""
    sentence = index.sentences[index.sentences_of((name.start, name.end))[0] - 1]
    return _AHEAD.match(index.text, sentence.start, name.start) is not None


def said_elsewhere_of(words_at: Place, forms: Sequence[str], index: Index) -> bool:
    """Whether the same describing words stand right beside one of `forms` at another place of the article, where the
    first of them stands beside somebody else: "President Roe met President Lund"."""
    told = index.text[slice(*words_at)]
    found = re.finditer(rf"\b{re.escape(told)}\b", index.text, re.IGNORECASE)
    return any(
        name is not None and any(same(form, name.text, index) for form in forms)
        for match in islice(found, _MENTIONS)
        for name in beside(match.span(), index)
    )


def stands(forms: Sequence[str], numbers: Iterable[int], index: Index) -> bool:
    """Whether any name in these sentences is one of `forms` or another form of one; those written alike go first."""
    named = [name.text for number in numbers for name in index.names_of(number)]
    if not named:
        return False
    return (
        any(form in named for form in forms)
        or any(_close(form, name) for name in named for form in forms)
        or any(same(form, name, index) for name in named for form in forms)
    )
