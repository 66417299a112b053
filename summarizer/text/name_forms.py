"""The forms of a name: without its legal form or title, its initials, what it names, whether a short form fits.

Origin of the lists: articles, conjunctions and particles of names in European languages; adjectives that begin many
companies' names and so name none alone; the rest are unions of `name_words`.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import accumulate, compress
from typing import Literal

from summarizer.text.name_words import (
    BANKS,
    BODY_WORDS,
    CALENDAR,
    COMPANY_WORDS,
    COURTESY_TITLES,
    FIRST_NAMES,
    GROUP_WORDS,
    INSTITUTIONS,
    LEGAL_FORMS,
    LINK_WORDS,
    NATIONALITIES,
    NOT_PARTY_HEADS,
    OPENERS,
    PLACE_HEADS,
    PLACE_PHRASES,
    PLACES,
    POST_WORDS,
    REGION_WORDS,
    TRADE_ENDS,
)
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

NameKind = Literal["company", "person", "government", "place", "other"]

_POSSESSIVE = pattern(r"['’]s?$")
_SLASHED = frozenset({"A/S", "a/s", "AS"})
"""Danish and Norwegian companies; the word "as" is none of them."""
_BANK_ENDS = ("bank", "banken")
"""Ends of banks' names in Germanic languages: "Handelsbanken", "Landesbank"."""
_NO_BANKS = word_set("burbank eubank fairbank greenbank millbank southbank")
"""Places and families that end so."""
_SHORTEST_BANK = 6
_TOKEN = pattern(r"&|[^\W_]+(?:['’][^\W_]+)*")
_DOTTED = pattern(r"\b(?:[^\W\d_]\.\s?){2,}")
_INITIALS = pattern(r"[A-Z][A-Z&]{1,6}s?")
_LONGEST = 200
"""Characters beyond which a string is no name."""
_SURNAME, _ACRONYM = "-", "="
"""Marks of the keys that are a last word, and of those that are initials."""

_MINOR = word_set("a an and at by for in of on the to & de la le und et y")
_TOO_COMMON_ALONE = word_set("""
    advanced applied central consolidated federal first general great group international national new old
    public saint san santa standard state states the trans
""")
_NEVER_ALONE = _TOO_COMMON_ALONE | OPENERS | NATIONALITIES | PLACES | LINK_WORDS
_COMPANY_OR_FORM = COMPANY_WORDS | LEGAL_FORMS
_NO_SURNAMES = COMPANY_WORDS | BODY_WORDS | INSTITUTIONS | PLACES | OPENERS
_NO_FIRST_NAMES = NATIONALITIES | PLACES | _TOO_COMMON_ALONE
_BODIES_ALONE = word_set("congress fed parliament pentagon")
_PUBLIC_BODIES = (BODY_WORDS - GROUP_WORDS - {"house", "institute", "university"}) | word_set(
    "directorate inspectorate ombudsman regulator secretariat tribunal"
)
_LEADING_ON = word_set("and at for of on to")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_NUMBERED = pattern(r"\d")


@lru_cache(maxsize=8192)
def strip_suffix(name: str) -> str:
    """`name` without legal form ("Inc.", "Co., Ltd.") at its end and without courtesy and job titles before it."""
    words = name.strip().split()
    while len(words) > 1 and (_is_legal_form(words[-1]) or words[-1] in ("&", "and")):
        words.pop()
    title = ""
    while len(words) > 1 and _is_title(words[0], words[1:], title):
        title = words.pop(0)
    return " ".join(words).rstrip(",")


@lru_cache(maxsize=8192)
def _is_legal_form(word: str) -> bool:
    plain = word.strip(",.()")
    return plain.replace(".", "").replace("/", "").lower() in LEGAL_FORMS or plain in _SLASHED


@lru_cache(maxsize=8192)
def has_legal_form(name: str) -> bool:
    """Whether `name` ends in the legal form of a company."""
    words = name.split()
    return len(words) > 1 and _is_legal_form(words[-1])


def _is_title(word: str, rest: list[str], before: str) -> bool:
    lower = word.lower()
    if lower in COURTESY_TITLES:
        return True
    if lower == "general" and before.lower() != "attorney":
        return False
    return (
        lower.strip(",") in POST_WORDS
        and word[0].isupper()
        and not any(other.lower().strip(".,") in _COMPANY_OR_FORM for other in rest)
    )


@lru_cache(maxsize=4096)
def _tokens(name: str) -> tuple[str, ...]:
    """The words of a name folded for comparison: no legal form, title, article, possessive, case or accents."""
    text = name[:_LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).replace("’", "'").replace("‐", " ")
    text = strip_suffix(text.replace("-", " ").strip(" \"“”‘'.,;:()[]"))
    if text.replace(" ", "").isalpha() and text.isascii():
        words = text.lower().split()
    else:
        text = _POSSESSIVE.sub("", text)
        text = _DOTTED.sub(lambda match: match.group().replace(".", "").replace(" ", "") + " ", text)
        words = [word.lower().replace("'", "") for word in _TOKEN.findall(_unaccented(text))]
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return tuple(words)


@lru_cache(maxsize=8192)
def initials(name: str) -> frozenset[str]:
    """The acronyms that `name` can have: with and without its small words, the title, all or part of the legal form."""
    text = name[:_LONGEST].replace("-", " ")
    forms: set[str] = set()
    words = [word.strip("(),.'’\"“”") for word in text.split()]
    words = [word for word in words if word and (word[0].isalnum() or word == "&")]
    least = 0
    while least < len(words) and not all(_is_legal_form(word) for word in words[least:]):
        least += 1
    firsts = [word[0] for word in words]
    lasting = [word.lower() not in _MINOR for word in words]
    for count in range(max(least, 1), len(words) + 1):
        forms.add("".join(firsts[:count]).upper())
        if not all(lasting):
            forms.add("".join(compress(firsts[:count], lasting)).upper())
    return frozenset(letters for letters in forms if 2 <= len(letters) <= 8)


@lru_cache(maxsize=8192)
def name_kind(name: str) -> NameKind:
    """What `name` names, by its own words alone: `other` where they do not tell."""
    words = [word.strip(",.()'’").lower() for word in name.split()]
    words = [word for word in words if word]
    if not words or (words[-1] in CALENDAR and len(words) == 1):
        return "other"
    if any(word.replace(".", "").replace("/", "") in LEGAL_FORMS or word == "a/s" for word in words[1:]):
        return "company"
    plain = " ".join(words)
    if "/" in plain and all(part in PLACES or part in PLACE_PHRASES for part in plain.split("/")):
        # a dateline of two towns
        return "place"
    if (
        plain in PLACES
        or plain in PLACE_PHRASES
        or name.lower() in PLACE_PHRASES
        or all(
            word in PLACES or word in LINK_WORDS or (not at and word in REGION_WORDS) for at, word in enumerate(words)
        )
    ):
        return "place"
    if words[0].rstrip(".") + "." in COURTESY_TITLES:
        return "person"
    if len(words) > 1 and words[-1] in PLACE_HEADS:
        return "place"
    if _is_body(words):
        return "government"
    if (len(words) > 1 and words[0] in BANKS) or any(
        word.endswith(_BANK_ENDS) and word not in _NO_BANKS and len(word) > _SHORTEST_BANK for word in words
    ):
        return "company"
    if len(words) > 1 and words[-1] in NOT_PARTY_HEADS:
        return "other"
    if len(words) > 1 and (
        words[-1] in COMPANY_WORDS
        or words[-1] in TRADE_ENDS
        or any(word in COMPANY_WORDS or word == "&" for word in words[1:])
    ):
        return "company"
    if 2 <= len(words) <= 5 and _unaccented(words[0]) in FIRST_NAMES and not any(map(_NUMBERED.search, words)):
        return "person"
    return "other"


def _is_body(words: list[str]) -> bool:
    """Whether a public body's noun ends the name or leads on: "Ministry of Trade", not "Union Carriers"."""
    if len(words) == 1:
        return words[0] in _BODIES_ALONE
    if words[:2] == ["white", "house"] or words[0] == "house":
        return True
    if words[-1] == "union":
        return words[0] in NATIONALITIES or words[0] == "soviet"
    return any(
        word in _PUBLIC_BODIES and (at == len(words) - 1 or words[at + 1] in _LEADING_ON)
        for at, word in enumerate(words)
    )


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))


def may_refer(short: str, full: str) -> bool:
    """Whether `short` can stand for the person or company named `full`.

    True for equal names give or take legal forms, titles, accents, spaces and hyphens; for an acronym of the full
    name; for its first words ("Acme" for "Acme Tool Works Inc."); for a person's last name, with or without title
    or initial. False for two different names, and for words that are no name ("the company").
    """
    if keys_as_short(short).isdisjoint(keys_as_full(full)):
        return False
    one, other = _tokens(short), _tokens(full)
    if one == other or "".join(one) == "".join(other):
        return True
    if _is_acronym_of(short, full) or (len(one) == 1 and _ends_in_acronym(full, one[0])):
        return True
    if _is_plain_person(full) and (
        _person_may_refer(one, other, short) or (_is_written_as_name(full) and _first_surname(one, other))
    ):
        return True
    if name_kind(full) == "person":
        return False
    return _leading_words(one, other)


@lru_cache(maxsize=16384)
def keys_as_short(name: str) -> frozenset[str]:
    """What `name` must have in common with `keys_as_full` of another to stand for it; nothing where it is no name.

    Whatever `may_refer` accepts shares a key; what shares one need not be accepted. So a short form is looked up among
    many names, and not compared with each.
    """
    words = _tokens(name)
    if not words or not _is_capitalised(name):
        return frozenset()
    letters = _letters(name)
    acronym = {_ACRONYM + letters.rstrip("s")} if _INITIALS.fullmatch(letters) else ()
    return frozenset(("".join(words), _SURNAME + words[-1], *acronym))


@lru_cache(maxsize=16384)
def keys_as_full(name: str) -> frozenset[str]:
    """What a short form of `name` must have one of: see `keys_as_short`."""
    words = _tokens(name)
    if not words:
        return frozenset()
    found = set(accumulate(words))
    if _is_plain_person(name):
        found.update(_SURNAME + word for word in words)
    if name.endswith(")"):
        found.update(_tokens(name[name.rfind("(") :])[:1])
    found.update(_ACRONYM + form for letters in initials(name) for form in (letters, letters.replace("&", "")))
    return frozenset(found)


@lru_cache(maxsize=8192)
def _is_capitalised(short: str) -> bool:
    words = [word for word in short.split() if word[0].isalnum()]
    return any(
        any(letter.isupper() or letter.isdigit() for letter in word) or not word.isascii() for word in words
    ) and not (all(word.lower().strip(",.'’") in OPENERS or word.lower() in _MINOR for word in words))


def _letters(short: str) -> str:
    """A name as an acronym is compared: "I.B.M.'s" as "IBM"."""
    letters = short.strip(' .,()"“”').removeprefix("the ").removeprefix("The ").replace(".", "")
    letters = letters.replace(" & ", "&")
    return _POSSESSIVE.sub("", letters) if "'" in letters or "’" in letters else letters


def _is_acronym_of(short: str, full: str) -> bool:
    letters = _letters(short)
    return bool(_INITIALS.fullmatch(letters)) and letters.rstrip("s").replace("&", "&") in initials(full) | {
        form.replace("&", "") for form in initials(full)
    }


def _ends_in_acronym(full: str, short: str) -> bool:
    """Whether `full` carries its own acronym: "Hanseatic Data Group (HDG)"."""
    return full.endswith(")") and _tokens(full[full.rfind("(") :]) == (short,)


@lru_cache(maxsize=8192)
def _is_plain_person(full: str) -> bool:
    words = _tokens(full)
    if not 2 <= len(words) <= 5:
        return False
    return name_kind(full) == "person" or (
        name_kind(full) == "other"
        and words[-1] not in _NO_SURNAMES
        and words[0] not in _NO_FIRST_NAMES
        and words[-1] not in _TOO_COMMON_ALONE
    )


def _person_may_refer(one: tuple[str, ...], other: tuple[str, ...], short: str) -> bool:
    """Last name; last name behind an initial or the same first name; the full name less middle names."""
    surname = other[-1]
    if one[-1] != surname or surname.isdigit():
        return _first_name_alone(one, other)
    if len(one) == 1:
        return not (short.isupper() and len(short) < 4)
    first, same = one[0], other[0]
    if first == same:
        return set(one[1:-1]) <= set(other[1:-1]) or not other[1:-1] or all(len(middle) == 1 for middle in one[1:-1])
    if one == other[-len(one) :]:
        return True
    return (len(first) == 1 and same.startswith(first)) or (len(same) == 1 and first.startswith(same))


def _first_name_alone(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == 1 and one[0] == other[0] and one[0] in FIRST_NAMES


def _is_written_as_name(full: str) -> bool:
    """Whether all words but particles have a capital: not "a former Acme manager"."""
    return all(not word[0].islower() or word in LINK_WORDS for word in full.split())


def _first_surname(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Salas", "Rodrigo Salas" for "Rodrigo Salas de la Garza": the family name before another one."""
    at = 1
    while at < len(other) - 1 and (len(other[at]) == 1 or other[at] in FIRST_NAMES or other[at] in LINK_WORDS):
        at += 1
    return at < len(other) - 1 and (one in ((other[at],), (other[0], other[at])))


def _leading_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) == 1 and one[0] in _NEVER_ALONE:
        return False
    if len(one) < len(other) and other[: len(one)] == one:
        return True
    joined = "".join(one)
    return len(joined) > 3 and any("".join(other[:count]) == joined for count in range(1, len(other)))
