"""Whether the words at a deal term call it what its name says: a fee, a premium, a debt, a price for each share.

A term's name is the writer's own word, so only names of a few kinds are judged, by the words of the sentence that has
the term. Where none of them speaks for the name, it stays a judgement; where those right at the sum speak for another
of these kinds, it is at fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.records import Deal
from summarizer.text.numbers import Amount, read_amounts
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import same_size
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index
from summarizer.verifier.measured import rate
from summarizer.verifier.notes import Note, find

_KINDS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (what, pattern(name, re.IGNORECASE), pattern(told, re.IGNORECASE))
    for what, name, told in (
        ("a fee", r"\b(?:fee|penalty)\b",
         r"\b(?:fees?|penalt(?:y|ies)|break-?up|compensat\w*|walk(?:s|ed)? away|terminat\w*|pay\w* .{0,40}\bif)\b"),
        ("a premium", r"\bpremium\b",
         r"\b(?:premium|above|over|higher than|more than|discount|clos(?:e|ing)|last (?:price|trad\w+))\b"),
        ("a debt", r"\b(?:debts?|borrowings|liabilities)\b",
         r"\b(?:debts?|borrow\w*|liabilit\w+|loans?|notes|bonds?|assum\w+|owe[sd]?|credit|financ\w+)\b"),
        ("a royalty", r"\broyalt(?:y|ies)\b",
         r"\b(?:royalt(?:y|ies)|(?:percent|per cent|share|%).{0,20}(?:sales|revenue))\b"),
        ("a dividend", r"\bdividend\b", r"\b(?:dividends?|payouts?|distributions?)\b"),
    )
)  # fmt: skip
"""Kinds of terms: what the name says, and the words of a sentence that speak for it."""
_BESIDE: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (what, pattern(before, re.IGNORECASE), pattern(behind, re.IGNORECASE))
    for what, before, behind in (
        ("a fee", r"\b(?:fees?|penalty) (?:of|is|was|totall?ing)(?: \w+)? \Z", r"\A(?:-| )(?:[\w-]+ ){0,2}fees?\b"),
        ("a debt", r"\b(?:debts?|borrowings|liabilities) (?:of|totall?ing|worth)(?: \w+)? \Z",
         r"\A (?:of|in) (?:\w+ ){0,2}(?:debts?|borrowings|liabilities)\b"),
        ("a dividend", r"\bdividend of(?: \w+)? \Z", r"\A (?:\w+ )?dividend\b"),
    )
)  # fmt: skip
"""Words right before or behind a sum that say of which kind it is."""
_EACH = pattern(r"\b(?:per|a|each)[ -]share\b|\bshare price\b", re.IGNORECASE)
_IN_ALL = 1000
"""How many times a price per share a sum must be to be none."""
_REACH = 40
"""Characters at either side of a sum that are read for what it is."""


def check_terms(case: Case) -> Iterator[Note]:
    """Each term's name must be what the sentence with the term calls it, where that is one of the known kinds."""
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    for at, term in enumerate(deal.terms):
        places = case.places.get(f"terms[{at}].text", ())
        numbers = [number for place in places for number in index.sentences_of(place)]
        amounts = [
            amount
            for said in read_amounts(term.text)[:1]
            for number in numbers or case.cited.numbers
            for amount in index.amounts(number)
            if same_size(said.value, amount) and amount.kind == said.kind
        ]
        path = f"terms[{at}].name"
        if amounts and _EACH.search(term.name) and (priced := _price_of_one(amounts[0], case)) is not None:
            shown = quoted(index.text[amounts[0].start : amounts[0].end])
            each = quoted(index.text[priced.start : priced.end])
            yield find(
                Code.UNIT_ALTERED,
                path,
                f"In the article {shown} is the price in all and not for each share, which is {each}.",
                said=term.name,
                article=index.article,
                place=(amounts[0].start, amounts[0].end),
            )
            continue
        own = next(((what, told) for what, name, told in _KINDS if name.search(term.name)), None)
        if own is None or not numbers:
            continue
        what, told = own
        if any(told.search(" ".join(index.sentences[number - 1].text.split())) for number in numbers):
            other = next((kind for amount in amounts[:1] if (kind := _kind_beside(amount, index)) is not None), None)
            if other is None or other == what:
                continue
        else:
            other = next((kind for amount in amounts[:1] if (kind := _kind_beside(amount, index)) is not None), None)
        if other is not None and other != what:
            yield find(
                Code.UNIT_ALTERED,
                path,
                f"In the article {quoted(index.text[amounts[0].start : amounts[0].end])} is {other}, not {what}.",
                said=term.name,
                article=index.article,
                place=(amounts[0].start, amounts[0].end),
            )
        else:
            yield find(
                Code.JUDGEMENT_UNPROVEN,
                path,
                f"{path} is {quoted(term.name)} by judgement: the cited sentences do not say so outright.",
                said=term.name,
            )


def _kind_beside(amount: Amount, index: Index) -> str | None:
    before = " ".join(index.text[max(0, amount.start - _REACH) : amount.start].split()) + " "
    tail = index.text[amount.end : amount.end + _REACH]
    behind = (" " if tail[:1].isspace() else "") + " ".join(tail.split())
    return next((what for what, left, right in _BESIDE if left.search(before) or right.match(behind)), None)


def _price_of_one(mine: Amount, case: Case) -> Amount | None:
    """The price per share of the cited sentences, if `mine` is far too much for one."""
    index = case.index
    if mine.kind != "money" or rate(index.text, mine.end) is not None:
        return None
    return next(
        (
            amount
            for number in case.cited.numbers
            for amount in index.amounts(number)
            if amount.kind == "money"
            and rate(index.text, amount.end) == "share"
            and abs(mine.value) > _IN_ALL * abs(amount.value)
        ),
        None,
    )
