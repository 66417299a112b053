"""Whether the words at a deal term call it what its name says: a fee, a premium, a debt, a price for each share.

A term's name is the writer's own word, so only names of a few kinds are judged, by the words of the sentence that has
the term. Where none of them speaks for the name, it stays a judgement; where those right at the sum speak for another
of these kinds, it is at fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.records import Deal
from summarizer.text.negated_terms import is_denied_term
from summarizer.text.numbers import Amount, read_amounts
from summarizer.text.patterns import pattern
from summarizer.verifier.amounts import same_size
from summarizer.verifier.case import Case
from summarizer.verifier.deal_values import is_price
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place
from summarizer.verifier.measured import rate
from summarizer.verifier.notes import Note, find

_KINDS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (what, pattern(name, re.IGNORECASE), pattern(told, re.IGNORECASE))
    for what, name, told in (
        ("a fee", r"\b(?:fee|fine|penalty)\b",
         r"\b(?:fees?|fines?|penalt(?:y|ies)|break-?up|compensat\w*|walk(?:s|ed)? away|terminat\w*"
         r"|pay\w* .{0,40}\bif)\b"),
        ("a premium", r"\bpremium\b",
         r"\b(?:premium|above|over|higher than|more than|discount|clos(?:e|ing)|last (?:price|trad\w+))\b"),
        ("a debt", r"\b(?:debts?|borrowings|liabilities)\b",
         r"\b(?:debts?|borrow\w*|liabilit\w+|loans?|notes|bonds?|assum\w+|owe[sd]?|credit|financ\w+)\b"),
        ("a royalty", r"\broyalt(?:y|ies)\b",
         r"\b(?:royalt(?:y|ies)|(?:percent|per cent|share|%).{0,20}(?:sales|revenue))\b"),
        ("a dividend", r"\bdividend\b", r"\b(?:dividends?|payouts?|distributions?)\b"),
        ("an upfront payment", r"\bup-?front\b",
         r"\b(?:up-?front|initial(?:ly)?|at (?:the )?(?:closing|signing)|on signing|immediate(?:ly)?"
         r"|(?:down|first|cash) payment)\b"),
        ("a milestone payment", r"\b(?:milestones?|earn-?outs?)\b",
         r"\b(?:milestones?|earn-?outs?|contingent|depend\w*|if|further|additional|targets?|goals?|meet\w*|more|later)\b"),
        ("a stake", r"\b(?:stake|shareholding)\b",
         r"\b(?:stakes?|interests?|holdings?|shareholdings?|shares?|equity|stock|own\w*|control\w*|half|majority|minority"
         r"|(?:percent|per cent|pct) of)\b|% of"),
    )
)  # fmt: skip
"""Kinds of terms: what the name says, and the words of a sentence that speak for it."""
_BESIDE: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (what, pattern(before, re.IGNORECASE), pattern(behind, re.IGNORECASE))
    for what, before, behind in (
        ("a price for each share", r"\A\Z", r"\A(?: in cash)?,? (?:a|per|each|for each) (?:\w+ )?share\b"),
        ("an upfront payment", r"\bup-?front (?:\w+ )?(?:payment|fee) of(?: \w+)? \Z", r"\A (?:in cash )?up-?front\b"),
        ("a milestone payment", r"\bmilestones? (?:payments? )?(?:of|worth|totall?ing)(?: \w+){0,2} \Z",
         r"\A (?:in|of) (?:\w+,? ){0,5}(?:milestones?|earn-?outs?)\b"),
        ("a premium", r"\bpremium of(?: \w+)? \Z", r"\A premium\b"),
        ("a royalty", r"\broyalt(?:y|ies) of(?: \w+)? \Z", r"\A royalt(?:y|ies)\b"),
        ("a stake", r"\b(?:stake|interest|holding|shareholding) of(?: \w+)? \Z",
         r"\A (?:of (?:the |its |their )?(?:\w+ )?(?:shares?|stock|company|equity|capital|(?-i:[A-Z]))|(?:equity )?"
         r"(?:stake|interest|holding|shareholding)\b)"),
        ("a fee", r"\b(?:fees?|penalty) (?:of|is|was|totall?ing)(?: \w+)? \Z",
         r"\A(?:-| )(?:[\w-]+ ){0,2}(?:fees?|fine|penalty)\b"),
        ("a debt", r"\b(?:debts?|borrowings|liabilities) (?:of|totall?ing|worth)(?: \w+)? \Z",
         r"\A (?:of|in) (?:\w+ ){0,2}(?:debts?|borrowings|liabilities)\b"),
        ("a dividend", r"\bdividend of(?: \w+)? \Z", r"\A (?:\w+ )?dividend\b"),
    )
)  # fmt: skip
"""Words right before or behind a sum that say of which kind it is."""
_NEVER_THE_PRICE = frozenset({"a fee", "a premium", "a debt", "a royalty", "a dividend", "a milestone payment"})
_WORDED = tuple(
    (what, pattern(name, re.IGNORECASE), pattern(told, re.IGNORECASE))
    for what, name, told in (
        ("a condition", r"\bconditions?\b",
         r"\b(?:subject to|condition\w*|contingent|approv\w*|clear\w*|consent|unless|provided|pending|requir\w*|if"
         r"|until|review|vote)\b"),
        ("how it is paid", r"\b(?:payment|consideration)\b(?!.*\b(?:date|fee)\b)",
         r"\b(?:all-?\s?cash|all-?\s?(?:stock|share)|cash(?:-and-\w+)?|stock|shares|instal?lments?|share swap)\b"),
        ("how it is financed", r"\bfinancing\b",
         r"\b(?:banks?|bonds?|borrow\w*|cash|credit|debt|equity|financ\w*|fund\w*|loans?|notes|proceeds|resources|shares)\b"),
        ("a time", r"\bduration\b|\bterm of\b", r"\b(?:years?|months?|weeks?|days?|decades?|until|through)\b"),
    )
)  # fmt: skip
"""Kinds of terms that have no sum: what the name says, and the words that such a term has."""
_DENIABLE = pattern(
    r"\b(?:assumed|conditions?|contingenc\w+|debts?|earn-?outs?|fee|financing|milestones?|option|penalty|premium"
    r"|royalt(?:y|ies)|up-?front)\b",
    re.IGNORECASE,
)
"""Names of terms that are none where the sentence denies them."""
_DENYING = pattern(r"\b(?:absent|no|none|not|waived|without)\b", re.IGNORECASE)
_WHITE = pattern(r"\s")
_EACH = pattern(r"\b(?:per|a|each)[ -]share\b|\bshare price\b", re.IGNORECASE)
_IN_ALL = 1000
"""How many times a price per share a sum must be to be none."""
_REACH = 60
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
        if places and (denied := _denied(term.name, places[0], index)) is not None:
            yield find(
                Code.NEGATION_ALTERED,
                f"terms[{at}].text",
                f"The record has {quoted(term.text)} as a term, but the article denies it or leaves it open: "
                f"{quoted(index.text[slice(*denied)])}.",
                said=term.text,
                article=index.article,
                place=denied,
            )
            continue
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
        if places and not amounts and (other := _other_wording(term.name, term.text)) is not None:
            yield find(
                Code.UNIT_ALTERED,
                path,
                f"{quoted(term.text)} is {other}, and the record calls it {quoted(term.name)}.",
                said=term.name,
                article=index.article,
                place=places[0],
            )
            continue
        own = next(((what, told) for what, name, told in _KINDS if name.search(term.name)), None)
        if own is None and _EACH.search(term.name):
            own = _EACH_KIND
        if own is None or not numbers:
            continue
        what, told = own
        others = _kinds_beside(amounts[0], what, told, index) if amounts else ()
        if what in others:
            continue
        if others:
            yield find(
                Code.UNIT_ALTERED,
                path,
                f"In the article {quoted(index.text[amounts[0].start : amounts[0].end])} is {others[0]}, not {what}.",
                said=term.name,
                article=index.article,
                place=(amounts[0].start, amounts[0].end),
            )
        elif not any(told.search(" ".join(index.sentences[number - 1].text.split())) for number in numbers):
            yield find(
                Code.JUDGEMENT_UNPROVEN,
                path,
                f"{path} is {quoted(term.name)} by judgement: the cited sentences do not say so outright.",
                said=term.name,
            )


def _denied(name: str, place: Place, index: Index) -> Place | None:
    """The sentence around a term that it denies: "neither side owes a break fee"."""
    if not _DENIABLE.search(name) or _DENYING.search(name):
        return None
    sentence = index.sentences[index.sentences_of(place)[0] - 1]
    text = _WHITE.sub(" ", sentence.text).lower()
    if len(text) != len(sentence.text):
        return None
    return (
        (sentence.start, sentence.end)
        if is_denied_term(text, place[0] - sentence.start, place[1] - sentence.start)
        else None
    )


_EACH_KIND = ("a price for each share", pattern(r"\b(?:share|unit|each|apiece)\b", re.IGNORECASE))
_FULL = 1_000_000
"""A sum from which nobody pays it for one share."""


_MARK = pattern(r"[,;()]")


def _other_wording(name: str, text: str) -> str | None:
    """What a term without a sum plainly is, where its name says something else and its words do not bear that out."""
    known = [what for what, named, _ in (*_WORDED, *_KINDS) if named.search(name)]
    if not known and not _EACH.search(name):
        return None
    shown = [what for what, _, told in _WORDED if told.search(text)]
    if any(what in known for what in shown) or any(told.search(text) for what, _, told in _KINDS if what in known):
        return None
    return shown[0] if shown else None


def _clause_of(before: str, behind: str) -> str:
    """The words around a sum up to the next comma on either side."""
    return f"{_MARK.split(before)[-1]}# {_MARK.split(behind)[0]}"


def _kinds_beside(amount: Amount, what: str, own: re.Pattern[str], index: Index) -> list[str]:
    """Of which kinds the words right at an amount say that it is; also the price, where the name's kind is never one.

    `what`: the kind that the term's name says, `own`: the words that speak for it.
    """
    before = " ".join(index.text[max(0, amount.start - _REACH) : amount.start].split()) + " "
    tail = index.text[amount.end : amount.end + _REACH]
    behind = (" " if tail[:1].isspace() else "") + " ".join(tail.split())
    found = [kind for kind, left, right in _BESIDE if left.search(before) or right.match(behind)]
    if (
        rate(index.text, amount.end) == "share"
        and amount.kind == "money"
        and not own.search(_clause_of(before, behind))
    ):
        found.append(_EACH_KIND[0])
    if not found and amount.kind == "money":
        if what == _EACH_KIND[0]:
            found = ["a sum in all"] if abs(amount.value) >= _FULL else []
        elif what in _NEVER_THE_PRICE and is_price(amount, index) and not (what == "a fee" and _is_owed(amount, index)):
            found = ["the price"]
    return found


_OWES = pattern(r"\b(?:ha[sd]\sto|have\sto|must|shall|will|would)\s(?:\w+\s)?pay\s(?:\w+\s){0,3}\Z")
_FAULT = pattern(r"\b(?:breach\w*|delay\w*|fail\w*|late|miss\w*|overrun\w*|terminat\w*|walks?\saway|withdraw\w*)\b")


def _is_owed(amount: Amount, index: Index) -> bool:
    """Whether a sum is what must be paid for a fault: "if they are late, Tarn must pay up to $3 million"."""
    sentence = index.sentences[index.sentences_of((amount.start, amount.end))[0] - 1]
    return (
        _OWES.search(index.text[sentence.start : amount.start]) is not None and _FAULT.search(sentence.text) is not None
    )


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
