"""Whether a text is English, by words that every English text has: a cheap check, no recognition of languages.

Origin of the list: the most frequent English function words that German, Dutch, French, Spanish, Italian, Portuguese
and the Scandinavian languages do not write alike.
"""

from __future__ import annotations

from collections.abc import Set

from summarizer.text.phrases import word_set

_ENGLISH = word_set("and been could from has have its of said that the their this were which will with would")
_FEWEST_WORDS = 20
"""Different words in small letters from which they tell anything: a flash in capitals has none."""
_FEWEST_HITS = 2
_FEWEST_LETTERS = 40
"""Letters that are not Latin from which a text that is mostly made of them is taken for one in another script."""


def reads_as_english(text: str, lower_words: Set[str]) -> bool:
    """Whether nothing shows a text to be in another language; a short one gets the benefit of the doubt.

    lower_words   the different words of `text` that are written in small letters of ASCII throughout
    """
    if len(lower_words) >= _FEWEST_WORDS:
        return len(_ENGLISH & lower_words) >= _FEWEST_HITS
    if text.isascii():
        return True
    foreign = sum(letter.isalpha() and letter > "\u024f" for letter in text)
    return foreign < _FEWEST_LETTERS or 2 * foreign < sum(map(str.isalpha, text))
