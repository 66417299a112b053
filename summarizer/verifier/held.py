"""Whose a thing is of which an article speaks with "the" or with nothing before it: "the shares", "the offer".

Certain it is where the article has the thing as somebody's once at least ("Tarn's offer", "the offer of Tarn"), as
nobody else's anywhere, and never as one of several ("a second offer", "offers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Index
from summarizer.verifier.names import same
from summarizer.verifier.wording import STOP_WORDS, Word

_BEHIND = pattern(r"(?P<own>['’]s?)?\s(?P<words>(?:[A-Za-z-]+\s){0,2}[A-Za-z-]+)")
"""What is a name's: "Tarn's first offer", "Tarn shares"."""
_WORD = pattern(r"\S+")
_BEFORE = pattern(r"(?P<noun>[A-Za-z-]+)\s(?P<link>between|by|for|from|in|of|on|to|with)\s(?:the\s)?[<“\"]?\Z")
"""Whose something is: "an offer by Tarn"."""
_REACH = 40
"""Characters before a name that are read."""
LINKS = word_set("between by for from in of on to with")
_ONE_OF_MANY = word_set("""
    a an another any each either every first further last new next no old one other previous rival second such third
    two
""")
_PARTS = word_set("cent cents pct per percent third half quarter total")
_MASSES = word_set("debt dividends earnings inventories losses profits revenues sales savings shares talks")
"""Plurals that are one thing of their owner's."""


def is_only_holder(name: str, noun: Word, index: Index) -> bool:
    """Whether the thing that `noun` names is `name`'s in the article, and nobody else's."""
    if noun.low in _PARTS:
        return False
    holders = list(_holders(noun, index))
    return (
        bool(holders)
        and all(same(name, one.text, index) for one, _ in holders)
        and not _is_one_of_many(noun, {place for _, place in holders}, index)
    )


def _holders(noun: Word, index: Index) -> Iterator[tuple[NameSpan, int]]:
    """The names that the article joins to the noun, and where the noun stands."""
    for name in index.names:
        behind = _BEHIND.match(index.text, name.end)
        if behind is not None:
            words = list(_WORD.finditer(index.text, *behind.span("words")))
            at = next((at for at, word in enumerate(words) if _is(word[0].lower(), noun)), None)
            if at is not None and STOP_WORDS.isdisjoint(word[0].lower() for word in words[:at]):
                yield name, words[at].start()
                continue
        before = _BEFORE.search(index.text, max(0, name.start - _REACH), name.start)
        if before is not None and _is(before["noun"].lower(), noun):
            yield name, before.start("noun")


def _is(word: str, noun: Word) -> bool:
    return word == noun.low or word.rstrip("s") == noun.low.rstrip("s")


def _is_one_of_many(noun: Word, held: Set[int], index: Index) -> bool:
    """Whether the article has more than one such thing, or one that it gives to nobody."""
    single = noun.low.rstrip("s")
    mentions = re.compile(
        rf"(?P<lead>[\w’'-]+)\s(?:[a-z-]+\s)?(?P<noun>{re.escape(single)}(?P<more>s?))\b", re.IGNORECASE
    )
    for mention in mentions.finditer(index.text):
        if mention["lead"].lower() in _ONE_OF_MANY and mention.start("noun") not in held:
            return True
        if mention["more"] and noun.low not in _MASSES and not noun.low.endswith("s"):
            return True
    return False
