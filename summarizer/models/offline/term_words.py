"""The words for the terms of a deal, by the name that the record gives to each.

Origin: the usual clauses of merger announcements and of newswire reports about them. In a skeleton \\ue000 is a name,
\\ue001 an amount of money, \\ue002 a date and \\ue003 a percentage; the text is in small letters.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class TermWords(NamedTuple):
    """A term: its name, of which substrings one must be there, the pattern, and what before it makes it none.

    The first group that takes part holds the term where it is not all of the match.
    """

    name: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    not_behind: re.Pattern[str] | None = None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_NUMBER = (
    r"(?:\d[\d,.]*(?:-\d/\d)?(?: (?:million|mln|billion|thousand))?|(?:an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)"
    r"(?: (?:million|mln|billion))?)"
)
BREAK_FEE = r"(?:break(?:[- ]?up)?|kill|termination|walk-?away) fee"
"""What a party owes that leaves a deal."""
_SHARES = (
    r"(?:(?:\ue000|additional|american|class \w|common|depositary|new|newly issued|ordinary|preferred|treasury) ){0,4}"
)
_BEFORE_PRICE = _words(
    r"\b(?:accreti\w+|adds?|book value|charges?|closed|cost savings|diluti\w+|distributions?|dividends?|down|earn"
    r"|earned|earnings|fell|from|gain|gained|gains|income|loss|losses|net asset value|payouts?|profits?|quoted|rose"
    r"|sav(?:e|ings?)|slipped|traded|trading|up|write-?(?:down|off)s?)\b"
    r"[^.;]{0,24}$"
)
_HELD = _words(r"\b(?:had|has|have|having|holds?|held|with|generated?)(?: (?:about|almost|nearly|over|some))? \ue001 $")

TERM_TABLE: tuple[TermWords, ...] = (
    TermWords(
        "payment",
        ("cash", "stock", "share swap", "undisclosed"),
        _words(
            r"\ball[- ](?:cash|paper|share|stock)(?: (?:bid|deal|merger|offer|takeover|transaction))?\b"
            r"|\bcash[- ]and[- ](?:share|stock)s?(?: (?:bid|deal|merger|offer|transaction))\b"
            r"|\b(?:in|for) (?:an? )?(?:cash(?!-)(?!,? (?:and|plus) \d)"
            r"(?:,? (?:and|or) (?:notes|preferred stock|securities|shares|stock)\b)?"
            r"|(?:stock|shares|notes) and cash|stock(?! exchange| market| price| options?))(?: (?:deal|swap"
            r"|transaction))?\b"
            r"|\b(?:share|stock) swap\b|\bundisclosed (?:amount|price|sum|terms)\b"
        ),
        _HELD,
    ),
    TermWords(
        "price per share",
        ("\ue001", "p-a-share", "p a share", "p per share", "c a share", "c per share"),
        _words(
            r"\ue001 (?:(?:in )?cash )?(?:an?|each|per|for (?:each|every)) (?:(?:\ue000|common|depositary|ordinary"
            r"|preferred) ){0,2}share\b(?!,? (?:(?:in|of) )?(?:[\w-]+ )?(?:charge|dividend|earnings|gain|loss|payout"
            r"|profit|savings|write-?(?:down|off))\b)"
            rf"|\ue001 in cash,? (?:and|plus) {_NUMBER} (?:of an? )?{_SHARES}(?:shares?|units?)"
            r"(?: of (?:\ue000|its)(?:'s)?(?: common)?(?: stock| shares?)?)?,? (?:for (?:each|every)|per)"
            r"(?: \ue000(?:'s)?)? (?:common |ordinary )?(?:share|unit)\b(?: of \ue000|(?: of)? \ue000 stock)?"
            r"|\bper[- ]share (?:offer|price) of \ue001|\b\d[\d,.]*(?:p|c)[- ](?:a|per)[- ]share\b"
        ),
        _BEFORE_PRICE,
    ),
    TermWords(
        "premium",
        ("premium",),
        _words(
            r"(?:\b(?:an? )?premium of (?:about |almost |more than |nearly |roughly )?\ue003|(?:\ban? )?\ue003 premium)"
            r"(?: (?:on|over|to) (?:(?!and\b|for\b|in\b|which\b)[\w'\ue000-\ue003-]+ ?){1,7}(?=[ ,.;)]|$))?"
        ),
    ),
    TermWords(
        "break fee",
        ("fee", "\ue001 if "),
        _words(
            rf"\b(?:an? )?(?:reverse )?{BREAK_FEE}"
            r"(?: (?:of|equal to|worth)(?: as much as| up to)? (?:\ue001|\ue003(?: of (?:the |its )?(?:\ue000's )?"
            r"(?:(?:deal|equity|offer|purchase|transaction)(?:'s)? )?(?:price|value))?))?"
            rf"|\ue001 (?:reverse )?{BREAK_FEE}"
            r"|\b(?:must|owes?|will|would|ha(?:s|ve) to|agreed to) pay (?:\ue000 |it )?(?P<owed>\ue001) if (?:it|they"
            r"|\ue000|either (?:side|party)|the \w+) (?:accepts?|agrees?|backs?|breaks?|cancels?|chooses?|drops?|ends?"
            r"|pulls?|quits?|takes?|terminates?|walks?|withdraws?)\b"
        ),
    ),
    TermWords(
        "condition",
        (
            "subject to",
            "ondition",
            "contingent",
            "hinges",
            "pending",
            "requires",
            "depends on",
            "be approved",
            "awaiting",
        ),
        _words(
            r"\b(?:subject to|conditional (?:up)?on|conditioned (?:up)?on|contingent (?:up)?on|hinges on|depends on"
            r"|(?:requires?|needs|awaiting|pending) (?:(?:the|final|further"
            r"|formal) )?(?:[\w-]+ (?:and [\w-]+ )?)?(?:approvals?|clearance|consent|completion)"
            r"|must be approved) ?[^.;]{0,160}"
        ),
    ),
    TermWords(
        "duration",
        ("-year", "term of"),
        _words(
            r"\b(?:\w+-year|multi-?year) (?:deal|contract|agreement|order|partnership|term|supply|licen[sc]e|pact"
            r"|lease)\b"
            r"|\bterm of (?P<take>[\w-]+ years)\b"
        ),
    ),
    TermWords(
        "debt assumed",
        ("debt", "liabilities", "assum"),
        _words(
            r"\bassum(?:e|es|ed|ing|ption of) (?:(?:about|almost|approximately|certain|its|more than|nearly|some|the"
            r"|up to) ){0,2}"
            r"(?:\ue001 (?:in|of|worth of) )?(?:(?:existing|long-term|net|outstanding|\ue000's) ){0,2}(?:borrowings"
            r"|debts?|liabilities)\b"
            r"|\bincluding (?P<take>(?:(?:about|the) )?(?:\ue001 (?:in|of) )?(?:assumed |net )?debts?\b(?: of \ue001)?)"
            r"|\ue001 (?:in|of) (?:assumed|net) debt\b"
        ),
    ),
    TermWords(
        "valuation",
        ("valu",),
        _words(
            r"\b(?P<take>valuation of (?:about |more than |nearly |roughly )?\ue001|\ue001 valuation)\b"
            r"|\bround (?:values|valued|valuing) (?:it|\ue000|the (?:company|start-?up)) at (?P<at>\ue001)"
        ),
    ),
    TermWords(
        "use of proceeds",
        ("money", "proceeds", "funds", "capital"),
        _words(
            r"\b(?:us(?:e|ed|es|ing)|spend|invest) (?:the|its|this) (?:(?:fresh|net|new) )?"
            r"(?:capital|funding|funds|money|proceeds)(?: from \S+ \S+)? (?:for|on|to) (?P<take>[^.;,]{4,90})"
            r"|\b(?:capital|funding|funds|money|proceeds) will (?:be used (?:for|to)|go (?:to|toward|towards)|pay for"
            r"|fund) (?P<for>[^.;,]{4,90})"
        ),
    ),
    TermWords(
        "exchange ratio",
        ("for each", "for every", "each "),
        _words(
            r"\beach \ue000 (?:common |ordinary )?share (?:is to|will|would) be (?:converted|exchanged|swapped)"
            rf" (?:for|into) (?P<ratio>{_NUMBER} (?:of an? )?(?:new )?\ue000(?:'s)? (?:common |ordinary )?shares?)|"
            rf"(?<![\w.\ue001]){_NUMBER} (?:of an? )?{_SHARES}(?:shares?|units?)(?: of (?:\ue000"
            rf"|its)(?:'s)?(?: common)?(?: stock| shares?)?)? "
            r"(?:in exchange )?for (?:each|every) (?:(?!(?:and|held|it|owned|plus|that|they"
            r"|which)\b)[\w'\ue000-]+ ?){1,8}"
        ),
    ),
    TermWords(
        "shares",
        ("shares",),
        _words(
            r"\b(?:acquir\w*|bought|buy(?:ing)?|purchas\w*|sell(?:ing)?|sold|tender(?:ed)?|offer for|stake of)"
            r" (?:(?:about|additional|all|an|another|approximately|its|of|some|the|up to) ){0,3}"
            rf"(?P<take>{_NUMBER} (?:of )?{_SHARES}shares)\b"
        ),
    ),
    TermWords(
        "stake",
        ("\ue003", "stake", "interest"),
        _words(
            r"\ue003 (?:controlling |equity |economic |minority |ownership |voting |working ){0,2}(?:stake|interest"
            r"|shareholding|holding)\b"
            r"|\ue003 of (?:(?:all|common|company's|equity|issued|its|ordinary|outstanding|preferred|share|the|total"
            r"|voting|\ue000|\ue000's|') ?){0,5}"
            r"(?:capital|equity|shares|stock|units)\b"
            r"|\b(?:controlling|majority|minority) (?:stake|interest|shareholding)\b"
        ),
    ),
    TermWords(
        "financing",
        ("financ", "fund"),
        _words(
            r"\b(?:financ(?:e|es|ed|ing)|fund(?:s|ed|ing)?) (?:(?:it|its|the|this)(?: (?:acquisition|bid|buyout"
            r"|cash portion|deal|merger|offer|purchase"
            r"|takeover|transaction))? )?(?:by|from|out of|through|with) [^.;,]{4,90}"
        ),
    ),
    TermWords(
        "adviser",
        ("advis", "represented"),
        _words(
            r"\ue000(?: and \ue000)? (?:(?:is|are|was|were|has been|served|acted|acting"
            r"|serving) ){0,2}as (?:(?:exclusive|financial|lead|legal|sole) )*"
            r"advis[eo]rs? (?:to|for) (?:\ue000|the (?:buyer|seller|company))"
            r"|\ue000(?: and \ue000)? (?:advised|represented) \ue000"
            r"|\bretained \ue000(?: and \ue000)?(?: to act)? as (?:its |a )?(?:financial|legal) advis[eo]rs?"
        ),
    ),
    TermWords(
        "option",
        ("option",),
        _words(
            r"\b(?:two|three|five|\w+)-year option [^.;,]{3,80}|\boption to (?:acquire|buy|extend"
            r"|purchase) [^.;,]{3,80}"
        ),
    ),
    TermWords(
        "upfront payment",
        ("front", "signing"),
        _words(
            r"\b(?:initial|up-?front) (?:cash )?(?:fee|payment)(?: of \ue001)?"
            r"|\ue001 (?:(?:in an?|in|as an?) )?(?:cash )?(?:up[- ]?front(?: cash)?(?: fee| payment)?"
            r"|(?:up)?on signing)"
        ),
    ),
    TermWords(
        "milestones",
        ("milestone", " if ", " when "),
        _words(
            r"(?:\b(?:another|(?:an? )?(?:additional|extra|further)|as much as|up to) )?\ue001 (?:more )?(?:if|when) "
            r"(?:(?!(?:deal|it|offer|sale)\b)[\w'\ue000-]+,? ){1,8}?(?:goals|milestones|targets|thresholds)"
            r"(?: (?:are|is) (?:achieved|hit|met|reached))?|"
            r"(?:\bup to )?\ue001 in (?:[\w-]+,? (?:and )?){0,5}milestones?(?: payments)?"
            r"|\bmilestone(?:s| payments)(?: (?:of|that could reach|totall?ing|worth)(?: up to)? \ue001)?"
        ),
    ),
    TermWords(
        "royalty", ("royalt",), _words(r"\b(?:tiered |[\w-]+ )?royalt(?:y|ies) (?:of|on|ranging from) [^.;,]{2,60}")
    ),
)
DENIABLE = frozenset({
    "break fee", "condition", "debt assumed", "financing", "milestones", "option", "premium", "royalty",
    "upfront payment",
})  # fmt: skip
"""Terms that are none where the sentence denies them; a price stands in "will not raise its $9 offer" too."""
TERM_END = re.compile(
    r",? (?:and|but|which|although|though|so) (?:\w+ )?(?:are|be|is|expect\w*|hopes?|plans?|should|was|will|would)\b"
    r"|,? (?:which|and (?:it|the (?:company|deal|transaction))) |, (?:it|he|she|they|\ue000|the \w+) (?:said|added)\b"
    r"|,? (?:it|he|she|they|\ue000) said\b|, (?:would|will|is|was|expected)\b| \("
)
"""Where the words of a condition end, though the sentence goes on."""
