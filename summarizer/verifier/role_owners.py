"""Who owns what changes hands: an owner is whom it is bought from, and not what is bought."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.deal_words import BIDS, BUYS, OWNS
from summarizer.verifier.index import Index
from summarizer.verifier.relations import Joined
from summarizer.verifier.same_party import alike, means, telling

_POSSESSIVE = pattern(r"['’]s?\s+(?=\S)")
_OF_CAPITAL = word_set("board capital equity holders investors share shareholders shares shareholding stake stock")
"""Behind a possessive they mean the whole of the company: "Tessel's shares"."""


def _possessed(span: NameSpan, index: Index) -> tuple[str, str]:
    """Owner and what he owns, of a phrase like "Dorn's snack plant", or of "Dorn" before "'s snack plant"; empty
    words where it is none."""
    inside = _POSSESSIVE.search(span.text)
    if inside is not None:
        return span.text[: inside.start()], span.text[inside.end() :]
    follows = _POSSESSIVE.match(index.text, span.end)
    if follows is None:
        return "", ""
    sentence = index.sentences[index.sentences_of((span.start, span.end))[0] - 1]
    return span.text, " ".join(index.text[follows.end() : sentence.end].split()[:4])


def is_owner(name: str, span: NameSpan, index: Index) -> bool:
    """Whether the phrase has the bearer of the name as the owner of what is bought, a part of what is his."""
    owner, owned = _possessed(span, index)
    if not owner or not means(name, owner, index) or means(name, owned, index):
        return False
    return not any(word.strip(".,").lower() in _OF_CAPITAL for word in owned.split()[:3])


def owns_the_target(
    name: str, rest: Sequence[str], subject: str, joined: Sequence[Joined], index: Index
) -> Joined | None:
    """Where the article has the record's target only as the owner of what another party of the record buys."""
    bought = [
        found
        for found in joined
        if found.relation in (BUYS, BIDS) and any(means(one, found.doer.text, index) for one in rest)
    ]
    for found in joined:
        if found.relation is OWNS and means(name, found.doer.text, index) and not alike(name, found.other.text, index):
            for purchase in bought:
                if purchase.sure and means(found.other.text, purchase.other.text, index):
                    return found
    for purchase in bought:
        if is_owner(name, purchase.other, index):
            _, owned = _possessed(purchase.other, index)
            if telling(subject) & telling(owned) and not means(name, subject, index):
                return purchase
    return None
