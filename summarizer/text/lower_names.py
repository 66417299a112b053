"""Brands written in small letters throughout: "brindo, a start-up", "brindo Inc.".

A word in lower case is taken for a brand where a legal form follows, or where it begins a paragraph, which no other
word in lower case does, and something follows that only a name has; never where a determiner stands before it.

Origin of the lists: legal forms as registries have them; determiners are a closed class of English grammar; verbs
are those that newswires put behind a company's name.
"""

from __future__ import annotations

import re

from summarizer.text.headline_words import CAPITALS_CLOSED
from summarizer.text.name_runs import NameSpan
from summarizer.text.name_words import LINK_WORDS, OPENERS
from summarizer.text.patterns import pattern

_FORM = r"(?:Inc|Corp|Ltd|LLC|PLC|plc|AG|SE|N\.?V|S\.?A|GmbH|AB|ASA|Oyj?)\b\.?"
_FORM_BEHIND = pattern(rf" {_FORM}")
_LAST_WORD = pattern(r"(?<![\w.@/’'-])[a-z][a-z0-9]{2,19}\Z")
_REACH = 24
"""Characters before a legal form in which a brand stands."""
_OPENING = pattern(
    r"(?P<brand>[a-z][a-z0-9]{2,19})"
    r"(?=['’]s\s[a-z]|,\s(?:an?|the|which)\s|\s(?:has|is|was|will|acquired|acquires|agreed|announced|bought|buys|cuts|expects|"
    r"gets|hires|launched|launches|plans|raised|raises|reported|said|says|sells|sold|sues|unveils|wants|wins)\b)"
)
_PARAGRAPH = pattern(r"\n[ \t]*\n[ \t]*(?=[a-z])")
"""The break before a paragraph that begins in lower case."""
_DETERMINED = r"\b(?:an?|each|her|his|its|our|that|the|their|these|this|those|your)\s+"
_LEAST = 2
"""Mentions of a brand that is known by its place alone."""


def names_in_small_letters(text: str) -> list[NameSpan]:
    """The mentions of such brands, with the legal form behind them, in order."""
    brands: dict[str, bool] = {}
    for form in _FORM_BEHIND.finditer(text):
        if text[form.start() - 1 : form.start()].islower() and (
            word := _LAST_WORD.search(text, max(0, form.start() - _REACH), form.start())
        ):
            brands[word.group()] = True
    for start in (0, *(gap.end() for gap in _PARAGRAPH.finditer(text))):
        if opening := _OPENING.match(text, start):
            brands.setdefault(opening["brand"], False)
    spans: list[NameSpan] = []
    for brand, formed in brands.items():
        if brand in OPENERS or brand in CAPITALS_CLOSED or brand in LINK_WORDS:
            continue
        if re.search(rf"{_DETERMINED}{brand}\b", text, re.IGNORECASE):
            continue
        mentions = list(re.finditer(rf"(?<![\w.@/’'-]){brand}(?: {_FORM})?(?![\w@-]|\.\w)", text))
        if formed or len(mentions) >= _LEAST:
            spans += [NameSpan(item.start(), item.end(), item.group()) for item in mentions]
    return sorted(spans, key=lambda span: span.start)
