"""What only stands behind a verb as its object, and so is nobody's words: "Tarn confirmed its outlook for the year"."""

from __future__ import annotations

import re

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Index, Place
from summarizer.verifier.wording import words

_GOVERNING = pattern(
    r"\b(?:affirm|announc|confirm|disclos|maintain|reaffirm|reiterat|repeat|report|reveal|withdr[ae]w)(?:ed|e?s|ing)?\s+\Z",
    re.IGNORECASE,
)
_OPENING = word_set("a an any another her his its new no our several the their these this those")
_VERBS = word_set("""
    am are began came can could did do does fell got grew had has have held is kept lost made may might must paid rose
    saw shall should sold took was went were will won would
""")
_REACH = 24
"""Characters before the words in which the verb stands."""


def is_bare_object(text: str, place: Place, index: Index) -> bool:
    """Whether words right behind such a verb are a noun phrase, with a determiner and without a verb of their own."""
    low = [word.low for word in words(text)]
    if not low or low[0] not in _OPENING or any(word in _VERBS or word.endswith("ed") for word in low):
        return False
    return _GOVERNING.search(index.text[max(0, place[0] - _REACH) : place[0]]) is not None
