"""What a deal is worth by the words around an amount: "for", "valued at", "a $3 million purchase", "or … in total".

Prices per share, sales, profits and fees are other figures. Where the parties keep the price to themselves the words
that say so stand for it.
Origin of the tables: the ways in which newswires give a price, with the figures that their reports give besides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.models.offline.deal_shares import belongs, in_clause_before
from summarizer.models.offline.deal_words import NOT_VALUE_AFTER, NOT_VALUE_BEFORE
from summarizer.models.offline.reading import MONEY, SHARE, Skeleton
from summarizer.text.numbers import Amount

_BEFORE = 90
_AFTER = 70
_LEAST = 10_000
"""What is less is the price of a share."""
_FAR = 320
"""Characters from a deal's cue beyond which an amount in its sentence is not its price."""

_BOUND = (
    r"(?: (?:a |an )?(?:about|around|approximately|roughly|nearly|almost|some|over|estimated|up to|as much as|"
    r"as high as|"
    r"more than|less than|at least|total of|in total|in cash|cash|combined|initial|additional|equivalent (?:of|to)|"
    r"the equivalent of|aggregate of|reported|proposed|rumou?red|whopping|mere|measly|record|cool|purported))*"
)
_GIVEN = re.compile(
    r"\b(?:for(?: (?:an?|the)(?: [\w-]+){0,4}? (?:of|to))?|worth|valu(?:ed?|es|ing)(?: [\w\ue000\ue003' -]{0,60}?)? at|"
    r"valued|valu(?:es|ing) [\w\ue000' -]{2,60}|pa(?:y|ys|id|ying)(?: (?:an?|the) (?:[\w-]+ ){0,3}(?:of|to)"
    r"| (?:\ue000|it|them|the [\w-]+))?|offer(?:s|ed|ing)?|bid(?:s|ding)?|"
    r"(?:price|sum|amount|total|value|cost|consideration|payment|proceeds|package|price tag)"
    r"(?: (?:for|of) (?:the |its |each |all )?[\w\ue000' -]{1,40}?)?"
    r"(?: (?:of|is|was|at|to|will be|would be|could be|being|to be|includes?|including|set at|were|came to))+|"
    r"(?:deal|transaction|bid|offer|contract|order|agreement|loan|facility|investment|acquisition|purchase|round|stake|sale|"
    r"takeover|buyout)(?: (?:is|was|are|worth|valued|of|for|at|at a total of|totals?|totall?ing|includes?|"
    r"amounts? to))+|"
    r"spen(?:ds?|t|ding)|totall?(?:s|ed|ing)?|in (?:return|exchange) for|exceeding|amount(?:s|ed|ing)? to|"
    r"raise[sd]?|raising|"
    r"invest(?:s|ed|ing)?|plou?ghed|plowed|poured|pumped|put(?:s|ting)?|sank|sunk|"
    r"costs?|costing|returns? for|bring(?:s|ing)?|receiv(?:e|es|ed|ing)|consists? of|"
    rf"shares?,? or|each,? or|{MONEY},? or|{SHARE},? or|{MONEY} (?:a|per) share,? (?:or|for))"
    rf"{_BOUND} ?$"
)
"""Words right before an amount that make it a price."""
_WORTH_OVER = re.compile(r"\b(?:deal|contract|order|agreement|pact|stake|round) ?$")
"""What an amount that begins with words of its bound stands behind: "a contract exceeding $1 billion"."""
_CALLED = re.compile(
    r"^[ -]?(?:(?!(?:after|as|before|despite|during|in|of|over|since|when|while)\b)[\w'-]+,? ){0,4}?"
    r"(?:acquisition|purchase|sale|deal|transaction|buy-?out|take-?over|merger|bid|"
    r"offer|stake|"
    r"contract|order|agreement|loan|round|investment|buy|financing|credit|facility|funding|mortgage|line of credit|"
    r"partnership|pact|tender)\b|^ worth of (?:\S+ ){1,4}?(?:shares|stock)\b"
)
"""Words right behind an amount that it belongs to: "a $3 million cash offer"."""
_PER_SHARE = re.compile(
    r"^,? ?(?:\(?\ue001\)?,? ?)?(?:in cash,? |cash,? |net,? )?(?:(?:a|per|for each|for every|an?|the|"
    r"each) )(?:[\w-]+ ){0,3}?"
    r"(?:share|unit|barrel|ordinary|tonne|ton|ounce|month|year|day|week|pound)\b|^-?(?:per|a)-share|"
    r"^,? (?:(?:in )?cash )?each\b|^,? apiece\b|^ (?:more|less|higher|lower) than\b"
)
_CONVERSION = re.compile(rf"^(?: \({MONEY}\)|, or {MONEY},)")
"""The same amount in another currency, behind it."""
_MIXED = re.compile(
    r"^ in cash,? (?:and|plus) [^,;.]{0,12}(?:\.\d+)?[^,;.]{0,40}?\b(?:share|stock|unit)s?\b[^;.]{0,50}?"
    r"\b(?:for (?:each|every)|per)\b"
)
"""Behind the cash of an offer in cash and shares for each share."""
_ASIDE_BEFORE = re.compile(
    r"\b(?:sales|revenues?|turnover|profits?|earnings|income|assets|deposits|equity|debt|backlog|capacity|budget|"
    r"net worth|loss(?:es)?|capitali[sz]ation)\b(?:(?! for )[^,;]){0,40}$"
)
_VALUATION = re.compile(
    r"\bvalu(?:e[sd]?|ing) (?!(?:its|the|their|this) (?:deal|holding|investment|purchase|round|shares?|stake)\b)"
    r"[^,;]{1,60} at(?: (?:about|around|more than|nearly|over|some))? $|\bvaluation of(?: \w+){0,2} $"
)
"""Before what a company is worth of which only a part is bought."""
_CREATED = re.compile(
    r"\b(?:build|built|creat(?:e|es|ed|ing)|form(?:s|ed|ing)?)\b(?! (?:an? |the )?(?:[\w-]+ ){0,2}?"
    r"(?:fund|partnership|venture))(?:(?! by | for )[^,;]){0,70}$|\b(?:combined|enlarged|merged|resulting)"
    r" (?:bank|business|company|entity|firm|group|lender)\b(?:(?! for )[^,;]){0,60}$"
)
"""Before an amount that a company is worth which the deal makes."""
_BESIDES_BEFORE = re.compile(
    r"\b(?:milestones?|royalt(?:y|ies)|up-?front|(?:break(?:-?up)?|termination) fee)\b[^,;]{0,30}$"
)
_BESIDES_AFTER = re.compile(
    r"^,? (?:(?:in|of) (?:(?!(?:cash|for|plus|with)\b)[\w-]+,? ){0,6}?|as an? |)"
    r"(?:milestones?|royalt(?:y|ies)|up-?front)\b|^ up front\b"
    r"|^ (?:as|for|in) (?:an? |its |legal )?(?:compensation|costs|damages|expenses|reimbursement)\b"
)
"""Beside an amount that is one of a deal's terms."""
_OUTDONE = re.compile(
    r"\b(?:(?:bettered|beaten|exceeded|matched|topped|trumped) by"
    r"|(?:beat(?:ing|s)?|topp(?:ed|ing|s)|trump(?:ed|ing|s)) (?:an?|the|[A-Z\ue000]))(?:(?! with )[^;]){0,80}$"
)
"""Between a bid and an amount that is the price of another one: "its bid was topped by Orrin's $3 million offer"."""
_PRICE_WORDS = re.compile(
    r"\bvalu(?:es|ing) (?:\ue000|it|the) |"
    r"\b(?:deal|transaction|acquisition|takeover|purchase|sale|merger|contract|order|offer|bid|agreement|price|terms|"
    r"investment|round|buy-?out|stake|consideration|(?:bought|sold|acquired|purchased|paid) (?:it|them|the|these|those|"
    r"its|his)|pa(?:id|y) (?:about |around |some )?\ue001)\b"
)
"""One of these stands in a sentence without a deal's own verb that gives its price."""
_KEPT_BACK = re.compile(
    r"\b(?P<a>undisclosed|unspecified)(?: [\w-]+){0,2}? (?:terms|amount|sum|price|cash|consideration|value|number)\b|"
    r"\b(?:terms|prices?|details|value|amount|cost|consideration|figures?)\b[^.;]{0,60}?\b(?:was|were|is|are|has|have|had|be|being)"
    r" (?P<b>(?:not |never )(?:immediately |yet |being |been )*(?:disclosed?|released|revealed|announced|given|"
    r"specified|"
    r"available|divulged|made public))\b|"
    r"\b(?:did|does|do|would|has|have)(?:n't| (?P<c>not)) (?:immediately |yet )?(?:disclosed?|reveal(?:ed)?|"
    r"specif(?:y|ied)|"
    r"give|release) (?:the |any |financial |other |further )*(?:terms|price|value|details|amount|cost|figures?)\b|"
    r"\b(?:terms|price|value)\b[^.;]{0,30}? (?:was|were) (?P<d>undisclosed|withheld|kept secret)\b"
)
"""Words that keep a price back."""


def price_in(
    skeleton: Skeleton,
    cue: tuple[int, int] | None,
    others: Sequence[tuple[int, int]] = (),
    article: str = "",
    *,
    kind: str = "",
) -> Amount | None:
    """The amount of money that a sentence gives as the deal's value.

    `cue` is the deal's cue in the article where the sentence mentions the deal itself; without one only a sentence that
    speaks of a price or of the deal counts. `others` are the cues of other deals in the sentence, whose amounts are
    theirs; they need the text of the `article`. Of a deal of the `kind` investment what the company is then worth is no
    value.
    """
    if not skeleton.amounts:
        return None
    text = skeleton.text.lower()
    if cue is None and not _PRICE_WORDS.search(text):
        return None
    best: tuple[int, Amount] | None = None
    for place, amount in skeleton.amounts.items():
        if amount.kind != "money" or (amount.value is not None and amount.value < _LEAST):
            continue
        before = text[max(0, place - _BEFORE) : place]
        after = _CONVERSION.sub("", text[place + 1 : place + 1 + _AFTER])
        called = _CALLED.match(after)
        if _PER_SHARE.match(after) or (NOT_VALUE_AFTER.search(after) and not called):
            continue
        if NOT_VALUE_BEFORE.search(before) or (_ASIDE_BEFORE.search(before) and not called) or _CREATED.search(before):
            continue
        if kind == "investment" and _VALUATION.search(before):
            continue
        if _BESIDES_BEFORE.search(before) or _BESIDES_AFTER.search(after) or _MIXED.match(after):
            continue
        if cue is not None and not belongs(article, (amount.start, amount.end), cue, others):
            continue
        if cue is not None and in_clause_before(article, (amount.start, amount.end), cue):
            continue
        between = before if cue is None else article[cue[1] : amount.start]
        if _OUTDONE.search(between):
            continue
        # The bound words of an amount stand in it: "more than" in "for more than $1 billion".
        exceeding = amount.start != amount.core[0] and _WORTH_OVER.search(before)
        if not called and not exceeding and not _GIVEN.search(before):
            continue
        score = 0
        if cue is not None:
            distance = min(abs(amount.start - cue[1]), abs(cue[0] - amount.end))
            if distance > _FAR:
                continue
            score = 1000 - distance + (300 if amount.start >= cue[0] else 0)
        if best is None or score > best[0]:
            best = (score, amount)
    return best[1] if best else None


def kept_back(skeleton: Skeleton) -> tuple[int, int] | None:
    """(start, end) in the article of the words that say that a price is not told."""
    match = _KEPT_BACK.search(skeleton.text.lower())
    return skeleton.span(*match.span()) if match else None
