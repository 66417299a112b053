"""Deals told as one list with a price for each: "bought Tarn for $1 million and Lund for $2 million".

Origin: gapping, which leaves a verb out of the later parts of a list, and the adverb "respectively", which pairs two
lists in order (R. Quirk et al., A Comprehensive Grammar of the English Language, on coordination).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.reading import DATE, MONEY, NAME, Skeleton
from summarizer.text.numbers import Amount

_PRICES = re.compile(rf"{MONEY}(?:, {MONEY})*,? and {MONEY},? respectively\b")
_WHEN = rf"(?: (?:in |on )?{DATE})?"
_PRICED = rf"{NAME} for {MONEY}{_WHEN}"
_PAID = rf"{MONEY} for {NAME}{_WHEN}"
_GAPPED = re.compile(
    rf"{_PRICED}(?:, {_PRICED})*,? and {_PRICED}(?! (?:a|per) )|{_PAID}(?:, {_PAID})*,? and {_PAID}(?! (?:[a-z]))"
)
_THING = r"(?:its|the|their) [^,;.:]{2,60}?"
_SECOND = re.compile(
    rf"(?P<first>{_THING}) (?P<by>to|from) (?P<one>{NAME})(?: for {MONEY}{_WHEN})?,? and (?P<second>{_THING}) (?P=by)"
    rf" (?P<other>{NAME})(?: for (?P<price>{MONEY}))?(?=[ ,.;])"
)
"""Two things that one verb sells or buys, each with its other side: "sold its mill to Tarn and its kiln to Lund"."""
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
            places = [place for place in sorted(skeleton.names) if _is_in(place, listed)]
            alone = [_alone(mention, target, amount) for target, amount in zip(names, amounts, strict=True)]
            # The verb is the first one's; a date behind a later name is that one's.
            return [alone[0]] + [
                replace(one, cue=skeleton.span(place, place + 1))
                for one, place in zip(alone[1:], places[1:], strict=True)
            ]
    if (second := _second(mention, skeleton, full)) is not None:
        return [mention, second]
    return [mention]


def _second(mention: Mention, skeleton: Skeleton, full: Callable[[str], str]) -> Mention | None:
    """The second of two trades that share a verb, of which the mention is the first."""
    match = _SECOND.search(skeleton.text) if " and " in skeleton.text else None
    if match is None or mention.noun:
        return None
    role = "acquirer" if match["by"] == "to" else "seller"
    one, other = (full(skeleton.names[match.start(side)].text) for side in ("one", "other"))
    first = skeleton.span(*match.span("first"))
    if mention.parties.get(one) != role or other in mention.parties or not first[0] <= mention.subject[0] < first[1]:
        return None
    start, end = match.span("second")
    located = skeleton.text.find(f" in {NAME}", start, end)
    stop = located if located > 0 else end
    named = [full(name.text) for place, name in skeleton.names.items() if start <= place < stop]
    parties = {name: held for name, held in mention.parties.items() if name != one and held not in _TARGETS}
    parties |= dict.fromkeys(named[-1:], "target") | {other: role}
    thing = start + skeleton.text[start:stop].index(" ") + 1, stop
    span = skeleton.span(*thing)
    return replace(
        mention,
        parties=parties,
        subject=skeleton.span(start, end),
        cue=span,
        target=None if named else span,
        target_noun="" if named else skeleton.text[:stop].rpartition(" ")[2].lower(),
        amount=skeleton.amounts[match.start("price")] if match["price"] else None,
        part=False,
    )


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
