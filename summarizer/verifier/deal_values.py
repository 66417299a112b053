"""A deal's value must be the price of this deal: not a debt, a revenue, a price per share, a fee or an older bid.

The words right at the amount decide. Only a plain word for something else speaks against it, and only where nothing
beside it speaks for it; a sum with no word at all is left alone, unless the same sentences give a price outright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.fields import Money
from summarizer.records import Deal
from summarizer.text.numbers import Amount, read_amount
from summarizer.text.patterns import pattern
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import same_size
from summarizer.verifier.case import Case
from summarizer.verifier.deal_bidders import bidder_of
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index
from summarizer.verifier.measured import rate
from summarizer.verifier.names import known_as
from summarizer.verifier.notes import Note, find
from summarizer.verifier.same_party import alike

_REACH = 64
"""Characters before an amount that are read for what it is."""
_BEHIND = 40
"""Characters behind it."""
_OF = (
    r"(?:\s(?:of|at|is|was|were|are|totaling|totalling|about|around|nearly|than|more|less|over|the|its|a|an|up|some"
    r"|pre-?tax|record)){1,4}\s*\Z"
)
"""Small words between a noun and the sum that it governs: "revenue of about"."""
_MORE = r"\s(?:about\s|some\s|around\s|approximately\s|nearly\s)?\Z"

_NOT_THE_PRICE: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (what, pattern(before, re.IGNORECASE), pattern(behind, re.IGNORECASE))
    for what, before, behind in (
        (
            "debt",
            rf"\b(?:debts?|borrowings?|liabilities|loans?|notes){_OF}"
            r"|\b(?:assum(?:e|es|ed|ing|ption of)|repay|refinance)\s(?:about\s|some\s|another\s)?\Z",
            r"\A\s(?:in|of)\s(?:\w+\s){0,2}(?:debts?|borrowings|liabilities)\b|\A\s(?:debt|debt load)\b",
        ),
        (
            "revenue or profit",
            rf"\b(?:revenues?|sales|turnover|profits?|losses|loss|earnings|ebitda|income|billings){_OF}"
            r"|\b(?:earned|lost|netted)\s\Z",
            r"\A\s(?:in|of)\s(?:\w+\s){0,2}(?:revenues?|sales|turnover|profits?|losses|earnings|ebitda|income)\b",
        ),
        (
            "a market value or assets",
            rf"\b(?:market\s(?:value|capitali[sz]ation|cap)|assets|deposits|book\svalue|net\sworth|equity){_OF}",
            r"\A\s(?:in|of)\s(?:\w+\s){0,2}(?:assets|deposits)\b|\A\s(?:market\s(?:value|cap))",
        ),
        (
            "a fee",
            rf"\b(?:fees?|penalty|fine|dividends?){_OF}",
            r"\A\s(?:break-?up|break|termination|reverse)[- ](?:\w+[- ])?fee\b|\A\s(?:in|of)\s(?:\w+\s){0,2}fees\b",
        ),
        ("savings or costs", rf"\b(?:savings|synergies|charges?|write-?downs?|taxes|gains?){_OF}",
         r"\A\s(?:a year\s|annually\s)?(?:in|of)\s(?:\w+\s){0,2}(?:savings|synergies|costs|charges|taxes|gains?)\b"
         r"|\A\s(?:\w+\s){0,2}(?:charge|gain|write-?down)\b"),
        ("a part of the price",
         rf"\b(?:of\swhich|including|comprising|consisting\sof|made\sup\sof|up\sto\sa\sfurther){_MORE}"
         r"|\b(?:comprising|consisting\sof|made\sup\sof)\s[^.;]{1,30}\sand\s\Z",
         r"\A\s(?:more\s(?:if|when|once|on)|of\s(?:it|which|that)\b|is\s(?:in\s)?(?:cash|stock|shares)\b)"),
        ("a price target", rf"\b(?:price\starget|target\sprice|target){_OF}", r"\A\s(?:price\s)?target\b"),
    )
)  # fmt: skip
_PRICE = pattern(
    r"(?:\b(?:for|valued\sat|values?\s\w+\sat|worth|price\s(?:of|is|was)|consideration\s(?:of|is|was)|pa(?:y|ys|id|ying)|cost\s\w+"
    r"|(?:deal|transaction|takeover|acquisition|purchase|sale|bid|offer|merger)\s(?:of|at|worth|valued\sat))"
    r"\s(?:it\s|them\s|about\s|approximately\s|around\s|some\s|nearly\s|up\sto\s|as\smuch\sas\s|a\stotal\sof\s|(?:at\s(?:least|most)|just|less\sthan|more\sthan|over|under)\s|an?\s"
    r"|undisclosed\s|cash\s|total\s|initial\s|aggregate\s)*)\Z"
    r"|\b(?:rais|increas|lift|sweeten|hik|improv|boost|cut|lower|reduc|trimm|upped)\w*\s[^.;]{1,50}\sto\s(?:about\s|an?\s|around\s|up\sto\s)*\Z",
    re.IGNORECASE,
)
_PRICE_BEHIND = pattern(
    r"\A[- ](?:[a-z-]+\s){0,2}?(?:all-)?"
    r"(?:cash|stock|deal|takeover|acquisition|purchase|buyout|merger|transaction|offer|bid)\b",
    re.IGNORECASE,
)
_FOR = pattern(r"\sfor\s(?:the\s)?(?=[A-Z])")
_IN_ALL = pattern(
    r"\b(?:share|unit|each|apiece|cash),?\s(?:cash,?\s)?(?:or|for)\s(?:about\s|an?\s|total\sof\s|some\s|approximately\s)*\Z",
    re.IGNORECASE,
)
"""Behind a price per share: "$41.50 a share, or a total of"."""
_OLDER = pattern(
    r"\b(?:earlier|previous(?:ly)?|prior|initial(?:ly)?|original(?:ly)?|old|first|rejected|rebuffed|rival|competing|lower)\b"
    r"[^.;,]{0,40}\Z|\b(?:raised|increased|sweetened|improved|lifted|hiked|up)\s[^.;,]{0,40}\bfrom\s(?:an?\s|about\s)?\Z|\bfrom\s\Z",
    re.IGNORECASE,
)
_CHANGED = r"\b(?:rais|increas|lift|sweeten|hik|improv|boost|cut|lower|reduc|trimm|upped)\w*\s[^.;,]{1,40}\s"
_BY = pattern(
    rf"{_CHANGED}by\s(?:about\s|another\s|some\s|an?\s|more\sthan\s|around\s|up\sto\s|nearly\s)*\Z", re.IGNORECASE
)
_DOLLAR = "USD"
_ANOTHERS = "what somebody else offered"
_OFFERED = pattern(
    r"(?:\s(?:had|has|have|previously|earlier|also|itself|then|first))*\s(?:offered|bid|proposed|tabled|made\s(?:an?|its|their)\s"
    r"(?:\w+\s)?(?:offer|bid|proposal))\b|['’]s\s(?:\w+\s)?(?:offer|bid|proposal)\b",
    re.IGNORECASE,
)
"""Behind the name of whoever makes an offer."""
_DEAREST, _MILLION = 10_000, 1_000_000
"""A sum below the first is the price of one share or piece where the sentences have any beyond the second."""
_BOUGHT = frozenset({"acquisition", "divestiture", "merger"})


def check_deal_value(case: Case) -> Iterator[Note]:
    """The value must not be a sum that the article gives for something else."""
    deal, index = case.record, case.index
    assert isinstance(deal, Deal)  # noqa: S101
    places = case.places.get("value", ())
    if deal.value is None or not places or (said := read_amount(deal.value.text)) is None:
        return
    amounts = [amount for number in case.cited.numbers for amount in index.amounts(number) if amount.kind == "money"]
    mine = [amount for amount in amounts if same_size(said.value, amount)]
    if not mine:
        return
    if rate(deal.value.text, said.end) is None and (small := _of_one(mine, amounts, deal.kind, index)):
        yield find(
            Code.UNIT_ALTERED,
            "value",
            f"In the article {quoted(index.text[small.start : small.end])} is a price for one, not this deal's value.",
            said=deal.value.text,
            article=index.article,
            place=(small.start, small.end),
        )
        return
    if (fault := _cut(deal.value, said, mine, index)) is not None:
        yield fault
        return
    if all(_bid_by_a_stranger(amount, deal, index) for amount in mine):
        yield _not_this(Code.NUMBER_ALTERED, deal.value.text, mine[0], _ANOTHERS, index)
        return
    if all(_is_change(amount, index) for amount in mine):
        yield _not_this(Code.NUMBER_ALTERED, deal.value.text, mine[0], "by how much the price was changed", index)
        return
    if any(is_price(amount, index) or _pays_for(amount, deal, index) for amount in mine):
        return
    if deal.status in _TURNED_DOWN and any(_is_refused(amount, index) for amount in mine):
        return
    others = [amount for amount in amounts if amount not in mine and is_price(amount, index)]
    what = [_is_no_price(amount, index, deal.kind, others) or _of_a_stranger(amount, deal, index) for amount in mine]
    if any(reason is None for reason in what):
        return
    code = Code.NUMBER_ALTERED if what[0] in ("an older or another price", _ANOTHERS) else Code.UNIT_ALTERED
    yield _not_this(code, deal.value.text, mine[0], str(what[0]), index)


def _not_this(code: Code, said: str, amount: Amount, what: str, index: Index) -> Finding:
    return find(
        code,
        "value",
        f"In the article {quoted(index.text[amount.start : amount.end])} is {what}, not the value of this deal.",
        said=said,
        article=index.article,
        place=(amount.start, amount.end),
    )


def _cut(value: Money, said: Amount, mine: Sequence[Amount], index: Index) -> Finding | None:
    """Words that leave off so much of the article's that they say something else: one end of a range alone, dollars
    where the article has those of another country."""
    place = mine[0].start, mine[0].end
    shown = quoted(index.text[slice(*place)])
    if said.high is None and value.high is None and all(amount.high is not None for amount in mine):
        return find(
            Code.BOUND_ALTERED,
            "value",
            f"{quoted(value.text)} is one end of a range: the article has {shown}.",
            said=value.text,
            article=index.article,
            place=place,
        )
    foreign = all(amount.currencies and _DOLLAR not in amount.currencies for amount in mine)
    if value.currency is None and _DOLLAR in said.currencies and foreign:
        return find(
            Code.CURRENCY_ALTERED,
            "value",
            f"{quoted(value.text)} leaves open or alters the currency: the article has {shown}.",
            said=value.text,
            article=index.article,
            place=place,
        )
    return None


def _bid_by_a_stranger(amount: Amount, deal: Deal, index: Index) -> bool:
    """Whether the sum is the offer of somebody who is named and is no buyer of the record."""
    buyers = [party.name for party in deal.parties if party.role in ("acquirer", "partner", "investor")]
    if deal.kind not in _BOUGHT or not any(party.role == "acquirer" for party in deal.parties):
        return False
    bidder = bidder_of(amount, index)
    return bidder is not None and not any(alike(name, bidder.text, index) for name in buyers)


_TURNED_DOWN = frozenset({"proposed", "terminated"})
_REFUSED = pattern(
    r"\b(?:rebuffed|rejected|spurned|turned\sdown)\s(?:an?|the|[\w’'.]+['’]s)\s(?:[a-z][\w-]*\s){0,3}?"
    r"(?P<whole>(?:approach|bid|offer|proposal)\s(?:at|of|worth)\s(?:about\s)?)?\Z",
    re.IGNORECASE,
)


def _is_refused(amount: Amount, index: Index) -> bool:
    """Whether it is the price of a bid that is turned down: "rejected a hostile $3 million bid"."""
    before, behind = _around(amount, index)
    refused = _REFUSED.search(before)
    return refused is not None and (refused["whole"] is not None or _PRICE_BEHIND.match(behind) is not None)


def _is_change(amount: Amount, index: Index) -> bool:
    """Whether it is by how much an offer was raised or cut."""
    before, _ = _around(amount, index)
    return bool(_BY.search(before))


def _of_one(mine: Sequence[Amount], amounts: Sequence[Amount], kind: str, index: Index) -> Amount | None:
    """The first of `mine` where all are too small for anything but one share or piece, beside sums of millions."""
    if any(abs(amount.value) >= _DEAREST for amount in mine):
        return None
    sums = (amount for amount in amounts if abs(amount.value) >= _MILLION)
    what = (_other_thing(amount, index) for amount in sums)
    return mine[0] if any(one is None or (one == "debt" and kind == "financing") for one in what) else None


def _of_a_stranger(amount: Amount, deal: Deal, index: Index) -> str | None:
    """That the sum belongs to the offer of somebody who is no buyer of the record, or a rival; None otherwise."""
    if deal.kind not in _BOUGHT or not any(party.role == "acquirer" for party in deal.parties):
        return None
    for number in index.sentences_of((amount.start, amount.end)):
        ahead = [name for name in index.names_of(number) if name.end <= amount.start]
        offering = [name for name in ahead if _OFFERED.match(index.text, name.end)]
        buyers = [
            known_as(party.name, index) for party in deal.parties if party.role in ("acquirer", "partner", "investor")
        ]
        own = any(name.text in known for name in ahead for known in buyers)
        behind = index.names_in((amount.end, amount.end + _BEHIND))[:1]
        if any(name.text in known for name in behind for known in buyers) and _THAT.fullmatch(
            index.text, amount.end, behind[0].start
        ):
            own = True
        if offering and not own:
            return _ANOTHERS
    return None


_THAT = pattern(r",?\s(?:in\s(?:all|cash|total),?\s)?(?:that|which)\s(?:the\s)?")
"""Between a sum and whoever pays it: "$3 million in all that Tarn has agreed to pay"."""


def _around(amount: Amount, index: Index) -> tuple[str, str]:
    number = index.sentences_of((amount.start, amount.end))[0]
    sentence = index.sentences[number - 1]
    before = index.text[max(sentence.start, amount.core[0] - _REACH) : amount.core[0]]
    return " ".join(before.split()) + " ", " " + " ".join(index.text[amount.end : amount.end + _BEHIND].split())


def _pays_for(amount: Amount, deal: Deal, index: Index) -> bool:
    """Whether what is bought stands right behind the amount: "and $2 billion for Lund"."""
    match = _FOR.match(index.text, amount.end)
    named = index.names_in((match.end(), match.end() + _BEHIND))[:1] if match else ()
    bought = [party.name for party in deal.parties if party.role in ("target", "investee")]
    return any(alike(name, other.text, index) for other in named for name in bought)


def is_price(amount: Amount, index: Index) -> bool:
    """Whether the words at the amount call it what is paid, and nothing else."""
    if rate(index.text, amount.end) is not None or _other_thing(amount, index) is not None:
        return False
    before, behind = _around(amount, index)
    glued = index.text[amount.end : amount.end + _BEHIND]
    if _OLDER.search(before):
        return False
    return bool(
        _PRICE.search(before) or _IN_ALL.search(before) or _PRICE_BEHIND.match(glued) or _PRICE_BEHIND.match(behind)
    )


def _other_thing(amount: Amount, index: Index) -> str | None:
    before, behind = _around(amount, index)
    return next((what for what, left, right in _NOT_THE_PRICE if left.search(before) or right.search(behind)), None)


def _is_no_price(amount: Amount, index: Index, kind: str, prices: Sequence[Amount]) -> str | None:
    """What the amount is instead; None where it may be the price."""
    if (what := _other_thing(amount, index)) is not None:
        return None if what == "debt" and kind == "financing" else what
    if (per := rate(index.text, amount.end)) is not None and prices:
        return f"for each {per}"
    before, _ = _around(amount, index)
    if prices and _OLDER.search(before):
        return "an older or another price"
    if prices and kind in _BOUGHT and all(price.value > amount.value * 2 for price in prices):
        return "an older or another price"
    return None
