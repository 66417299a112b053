"""Words that stand for one name in the articles of a run: "HMH" and "Hudson & Mohawk", "Tres Garzas" and "Cervecería
Tres Garzas".

Stories are compared by the telling word of each name. An article that writes one name in two forms links the words of
these, where the letters of the one are in the other or two articles say so; and a name is linked to what is left of it
without its first word, where other articles call somebody that and nobody by the first word alone. All articles of the
run share the links (union-find).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from summarizer.dossier.entities import Entity
from summarizer.dossier.specifics import word_of
from summarizer.dossier.telling import Telling
from summarizer.text.name_words import COMPANY_WORDS, FIRST_NAMES, LEGAL_FORMS, OPENERS, PLACES
from summarizer.text.phrases import word_set
from summarizer.verifier.wording import STOP_WORDS

_NO_LINKS = LEGAL_FORMS | OPENERS | STOP_WORDS
_NO_TAILS = (
    COMPANY_WORDS
    | PLACES
    | word_set("""
    avenue bay beach city coast commission council county court creek department hill island lake park port river road
    school square state states street town university valley village
""")
)
_SHORTEST = 4
"""Letters of a single word that is left of a name."""
_OFTEN = 2
"""Articles that link two words of which neither has the letters of the other."""
_LARGEST = 8
"""Words of one name at most: what grows beyond that was linked by mistake."""


def aliases_of(tellings: Iterable[Telling]) -> dict[str, str]:
    """By each word that stands for a name as another word does too: the one of them that most articles have."""
    sure: set[tuple[str, str]] = set()
    told: Counter[tuple[str, str]] = Counter()
    apart: Counter[tuple[str, str]] = Counter()
    alone: set[str] = set()
    tails: dict[str, str] = {}
    having: Counter[str] = Counter()
    forms: set[str] = set()
    for telling in tellings:
        companies = [one for one in telling.names if not one.person and one.can_trade]
        words = {word for one in companies for word in _words(one)}
        having.update(words)
        linked: set[tuple[str, str]] = set()
        for one in companies:
            forms |= one.plain
            for form in one.plain:
                first, _, rest = form.partition(" ")
                if rest:
                    tails.setdefault(form, rest)
                else:
                    alone.add(first)
            by_word = _words(one)
            for pair in combinations(sorted(by_word), 2):
                linked.add(pair)
                if _is_short_for(by_word[pair[0]], by_word[pair[1]]):
                    sure.add(pair)
        told.update(linked)
        apart.update(pair for pair in combinations(sorted(words), 2) if pair not in linked)
    links = sure | {pair for pair, count in told.items() if count >= _OFTEN and not apart[pair]}
    for form, rest in tails.items():
        first = form.partition(" ")[0]
        whole, left = word_of((form,)), word_of((rest,))
        long = " " in rest or (len(rest) >= _SHORTEST and rest not in _NO_TAILS)
        if rest in forms and long and first not in alone | FIRST_NAMES and not {whole, left} & _NO_LINKS:
            links.add((whole, left))
    return _joined(sorted(links), having)


def _words(entity: Entity) -> dict[str, str]:
    """The telling words of the forms of a name, each with the longest of them."""
    found = {word_of((form,)): form.lower() for form in sorted(entity.forms, key=len)}
    return {word: form for word, form in found.items() if word and word not in _NO_LINKS}


def _is_short_for(one: str, other: str) -> bool:
    """Whether the words of one name are among those of the other, or its letters are in the other in their order, from
    the first on."""
    short, long = sorted((one, other), key=len)
    if set(short.split()) <= set(long.split()):
        return True
    letters = iter(filter(str.isalnum, long))
    return short[0] == long[0] and " " not in short and all(one in letters for one in filter(str.isalnum, short))


def _joined(links: Iterable[tuple[str, str]], having: Counter[str]) -> dict[str, str]:
    of: dict[str, set[str]] = {}
    for one, other in links:
        both = of.get(one, {one}) | of.get(other, {other})
        if one != other and len(both) <= _LARGEST:
            of.update(dict.fromkeys(both, both))
    return {word: max(words, key=lambda one: (having[one], one)) for word, words in of.items()}
