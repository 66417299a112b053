"""The stop behind a legal form at the end of a sentence: whether it belongs to the name or to the sentence."""

from __future__ import annotations

from summarizer.text.name_runs import NameSpan
from summarizer.text.name_words import LEGAL_FORMS
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_SHORTENED = word_set("bros co corp cos inc intl jr ltd sr")
"""Forms that are shortened with a stop, where an article does so at all."""
_SENTENCE_GOES = pattern(r"['’\"”)\]]*(?:[,;:]|\s*\(|\s+[a-z\d$£€<]|['’]s\b)")
"""What follows a name inside a sentence."""


def without_last_stops(text: str, names: list[NameSpan]) -> list[NameSpan]:
    """Leaves the stop behind a legal form to the sentence that ends there: "to buy Bolt Corp."

    The name keeps it in an article that writes legal forms with a stop inside sentences ("Bolt Corp. said"), and in
    one that shows no legal form inside a sentence.
    """
    last: list[int] = []
    inside: dict[bool, set[str]] = {True: set(), False: set()}
    for nth, name in enumerate(names):
        if name.text.isalpha():
            continue  # one word, and so no form behind another
        word = name.text.rsplit(None, 1)[-1]
        form = word.rstrip(".").lower()
        if form not in LEGAL_FORMS or form == name.text.lower() or "." in word[:-1]:
            continue
        stopped = word.endswith(".")
        if stopped and (form not in _SHORTENED or _SENTENCE_GOES.match(text, name.end) is None):
            last.append(nth)
        elif form in _SHORTENED:
            inside[stopped].add(form)
    if not last:
        return names
    names = list(names)
    for nth in last:
        name = names[nth]
        form = name.text.rsplit(None, 1)[-1].rstrip(".").lower()
        own = form in inside[True], form in inside[False]
        with_stop = own[0] if any(own) else bool(inside[True]) or not inside[False]
        if form not in _SHORTENED or not with_stop:
            names[nth] = NameSpan(name.start, name.end - 1, name.text[:-1])
    return names
