"""Deals told as one list with a price for each: "bought Tarn for $1 million and Lund for $2 million".

Origin: gapping, which leaves a verb out of the later parts of a list, and the adverb "respectively", which pairs two
lists in order (R. Quirk et al., A Comprehensive Grammar of the English Language, on coordination).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.reading import MONEY, NAME, Skeleton
from summarizer.text.numbers import Amount

_PRICES = re.compile(rf"{MONEY}(?:, {MONEY})*,? and {MONEY},? respectively\b")
_PRICED = rf"{NAME} for {MONEY}"
_GAPPED = re.compile(rf"{_PRICED}(?:, {_PRICED})*,? and {_PRICED}(?! (?:a|per) )")
_TARGETS = frozenset({"target", "investee"})


def told_apart(mention: Mention, skeleton: Skeleton, full: Callable[[str], str]) -> list[Mention]:
    """A mention as one of each target with its own price, where the words pair them; else only itself.

    `full` gives the form of a name that stands for its company.
    """
    targets = [name for name, role in mention.parties.items() if role in _TARGETS]
    if (prices := _PRICES.search(skeleton.text)) is not None and len(targets) > 1:
        amounts = [skeleton.amounts[place] for place in sorted(skeleton.amounts) if _is_in(place, prices)]
        if len(amounts) == len(targets):
            return [_alone(mention, target, amount) for target, amount in zip(targets, amounts, strict=True)]
    if (listed := _GAPPED.search(skeleton.text)) is not None and len(targets) == 1:
        names = [full(skeleton.names[place].text) for place in sorted(skeleton.names) if _is_in(place, listed)]
        amounts = [skeleton.amounts[place] for place in sorted(skeleton.amounts) if _is_in(place, listed)]
        if names[0] == targets[0] and mention.parties.keys().isdisjoint(names[1:]) and len(set(names)) == len(names):
            return [_alone(mention, target, amount) for target, amount in zip(names, amounts, strict=True)]
    return [mention]


def _is_in(place: int, match: re.Match[str]) -> bool:
    return match.start() <= place < match.end()


def _alone(mention: Mention, target: str, amount: Amount) -> Mention:
    """The mention with `target` in place of its own ones, in their role."""
    role = next(role for role in mention.parties.values() if role in _TARGETS)
    parties = {name: held for name, held in mention.parties.items() if held not in _TARGETS}
    buyers_first = next(iter(mention.parties.values())) not in _TARGETS
    return replace(
        mention, parties={**parties, target: role} if buyers_first else {target: role, **parties}, amount=amount
    )
