"""The words that tell of a deal, by family, and the patterns by which a sentence says who buys what.

Origin: newswire usage for deals (the verbs of `models.offline.deal_triggers`, which are FrameNet's Commerce_buy,
Commerce_sell, Amalgamation and Takeover), orders and contracts, financings, and alliances.
"""

from __future__ import annotations

import re
from typing import Literal

from summarizer.records import DealKind
from summarizer.text.patterns import pattern

Family = Literal["ownership", "supply", "alliance", "financing", "other"]

FAMILY_OF: dict[DealKind, Family] = {
    "acquisition": "ownership",
    "divestiture": "ownership",
    "financing": "financing",
    "investment": "financing",
    "joint_venture": "alliance",
    "licensing": "alliance",
    "merger": "ownership",
    "other": "other",
    "partnership": "alliance",
    "supply": "supply",
}

_BUY = (
    r"acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|t(?:ake|akes|aken|aking|ook) over|"
    r"snap(?:s|ped|ping)? up|scoop(?:s|ed|ing)? up|pick(?:s|ed|ing)? up|gobbl(?:e|es|ed|ing) up|swallow(?:s|ed|ing)?|"
    r"(?:lands|bags|nabs|grabs)\b(?![^.;:?!\n]{0,40}\b(?:contracts?|jobs?|orders?|work)\b)|"
    r"absorb(?:s|ed|ing)?|merg(?:e|es|ed|ing) with|combin(?:e|es|ed|ing) with"
)
_BUY_NOUN = (
    r"acquisitions?|purchases?|takeovers?|take-overs?|buyouts?|buy-outs?|mergers?|tie-?ups?|bids?|offers?|deals?|buy|"
    r"agreement|transaction"
)
_BUY_NOUN_ONLY = r"acquisition|purchase|takeover|take-over|buyout|buy-out|merger|tie-?up|bid|offer|deal"

WORDS: dict[Family, str] = {
    "ownership": rf"{_BUY}|{_BUY_NOUN}|merg(?:e|es|ed|ing)|sell(?:s|ing)?|sold|sale|divest\w*|spin-?off|pay(?:s|ing)?|"
    r"paid|shelled out|joins|changes hands|new owners?|becom\w+ (?:a )?(?:division|part|subsidiary|unit) of|"
    r"belong to|owned by|approach(?:es)?|pursuit",
    "supply": r"orders?|ordered|contracts?|deals?|suppl(?:y|ies|ied|ier|iers|ying)|awards?|awarded|agreements?|"
    r"provid\w+|deliver\w*|selects?|selected|picks?|picked|choos\w+|chosen|chose|w[io]ns?|won",
    "alliance": r"partner\w*|alliances?|joint ventures?|ventures?|licen[cs]\w+|collaborat\w+|team(?:s|ed|ing)? up|"
    r"agreements?|deals?|join(?:s|ed|ing)? forces",
    "financing": r"invest\w*|rais(?:e|es|ed|ing)|fund\w*|financ\w+|loans?|rounds?|stakes?|lend\w*|lent|credit|"
    r"back(?:s|ed|ing)|series [a-k]",
    "other": r"deals?|agreements?|agreed|contracts?|transactions?",
}
TRIGGER = {family: pattern(rf"\b(?:{words})\b", re.IGNORECASE) for family, words in WORDS.items()}

HEADLINE: dict[Family, re.Pattern[str]] = {
    **TRIGGER,
    "ownership": pattern(rf"\b(?:{_BUY}|{_BUY_NOUN_ONLY}|acquisitions?|deals?)\b", re.IGNORECASE),
    "other": pattern(r"\b(?:deal|contract)\b", re.IGNORECASE),
}
"""The words of a heading over an article about such a deal."""

PURCHASE = pattern(
    r"\b(?:acqui\w+|buy(?:s|ing|out)?|bought|buyers?|purchas\w+|take-?overs?|taken over|merg\w+|bids?|"
    r"offer(?:s|ed|ing)?|deal|sale|sell(?:s|ing|er|ers)?|sold|tender\w*|combin\w+|transaction|(?:new|future) owners?|"
    r"subsidiary|integration|clos(?:es|ed|ing)|complet\w+)\b",
    re.IGNORECASE,
)
"""The words of an article that goes on speaking of a purchase."""

BUYS = pattern(rf"\b(?:{_BUY})\b", re.IGNORECASE)
"""A verb behind which stands what is bought (case ignored)."""
PAYS = pattern(
    r"\b(?:pay(?:s|ing)?|paid|shell(?:s|ed|ing)? out|spend(?:s|ing)?|spent|bid(?:s|ding)?|offer(?:s|ed|ing)?)\b"
    r"[^.;:?!\n]{0,60}?\bfor\b",
    re.IGNORECASE,
)
"""Paying an amount for what stands behind."""
NOUN_OF = pattern(
    rf"\b(?i:(?:{_BUY_NOUN})\s+(?:of|for)|(?:merger|tie-?up|combination)\s+with)\b|"
    r"\b(?:announc\w+|ma[dk]es?|complet\w+)\s(?:a|an|another|its)\s(?:[\w-]+\s){0,3}(?:acquisition|purchase),(?=\s[A-Z])"
)
"""A noun behind which stands what is bought."""
NOUN_AFTER = pattern(
    rf"(?P<owner>['’]s)?\s+(?:(?!and\b|to\b|will\b|is\b)[a-z-]+\s+)?(?:{_BUY_NOUN_ONLY})\b", re.IGNORECASE
)
"""Behind a name: with 's it is mostly the buyer's, without it what is bought ("the Tarn deal")."""
BOUGHT_BY = pattern(
    r"\b(?:acquired|bought|purchased|taken over|snapped up|swallowed|absorbed|scooped up|picked up|acquisition|"
    r"purchase|takeover|buyout)\s+by\b|\b(?:joins|becom(?:e|es|ing) (?:a )?(?:division|part|subsidiary|unit) of|"
    r"(?:is|are) now (?:a )?part of|will belong to)\b",
    re.IGNORECASE,
)
"""Passive: what is bought stands before, who buys behind."""
SELLS = pattern(r"\b(?:sell|sells|selling|sold|sale of)\b", re.IGNORECASE)
SOLD_TO = pattern(r"\bto\b")

BREAK = pattern(
    r"[.;:?!—]|\s--?\s|\b(?:from|by|to|after|as|because|which|that|who|when|while|where|if|but|in order|in a|before|"
    r"since|says?|said|using|through|appoint(?:ed|s)|hire[ds]|retain(?:ed|s))\b"
)
"""Between a verb and what it has for an object none of these stands."""
POSSESSED = pattern(r"['’](?:s\b)?(?=\s)")

MERGER = pattern(r"\b(?:acquir\w+|acquisition|buyout|merger|takeover)\b", re.IGNORECASE)

LED_BY = pattern(r"\b(?:co-)?led by\b|\bled (?:an?|its|the)\b", re.IGNORECASE)
"""Behind the first of these, or else before the second, stands who leads a round of financing."""

SAYS_SO: dict[Family, re.Pattern[str]] = {
    "alliance": pattern(
        r"\b(?:alliances?|collaborat\w+|joint ventures?|licen[cs]\w+|partner(?:s|ed|ing|ship)?|team(?:s|ed|ing)? up|"
        r"tie-?ups?)\b",
        re.IGNORECASE,
    ),
    "supply": pattern(r"\b(?:contracts?|ordered|orders?|suppl(?:ied|ies|y|ying))\b", re.IGNORECASE),
}
"""The words that mean such a deal whatever stands beside them, for titles that no record was made of."""

CLOSING = pattern(
    r"\b(?:complet(?:e|es|ed|ing|ion)|clos(?:e|es|ed|ing)|finali[sz]\w*|approv(?:e|es|ed|al)|clear(?:s|ed|ance)|"
    r"terminat\w+|call(?:s|ed|ing)? off|scrap(?:s|ped)?|abandon\w*|withdr\w+|collaps\w+|sweeten\w*|"
    r"rais(?:e|es|ed) (?:its|the) (?:bid|offer)|reject\w*|shareholders|regulators?|antitrust)\b",
    re.IGNORECASE,
)
"""Words of news about a deal that became known before."""

AUTHORITY = pattern(
    r"\A(?:the )?(?:EU|European (?:Commission|Union)|FTC|FCC|CMA|OFT|SAMR|DOJ|Brussels|.*\b(?:Competition|Fair Trade|"
    r"Federal Trade|Markets|Cartel|Antitrust)\b.*\b(?:Authority|Bureau|Commission|Office)|(?:US |U\.S\. )?"
    r"(?:Justice Department|Department of Justice)|Office of Fair Trading)\Z"
)
"""Who clears the purchases of others, by names that are stated in full or as initials."""

ENDING = pattern(
    r"\b(?:cancel\w*|defer(?:s|red|ring)?|dissol\w+|halv(?:e|es|ed|ing)|lapsed?|returning|scrap(?:s|ped)?|terminat\w+|"
    r"unwind\w*|withdr\w+|abandon\w*|call(?:s|ed|ing)? off|pull(?:s|ed|ing)? out|walk(?:s|ed|ing)? away|"
    r"(?:torn|tears?|tearing|tore) up|(?:cuts?|cutting) (?:its|the|an?) order|ends? (?:its|the|an?) (?:[\w-]+ ){0,3}"
    r"(?:agreement|alliance|contract|deal|licen[cs]e|partnership|venture)|(?:gets?|getting|giv\w+|hand(?:s|ed|ing)?|"
    r"return(?:s|ed)?)\b[^.;:?!\n]{1,60}\b(?:back|rights))\b",
    re.IGNORECASE,
)
"""Words of the end of a deal, or of a change of it, that was made before."""

_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
BACKGROUND = pattern(
    rf"\b(?:[Ee]arlier (?:today|this|on)|[Ll]ast (?:week|month|year|fall|spring|summer|winter|{_DAYS})|"
    r"came after|[Tt]his month|"
    r"[Ss]ince|preceded|previously|ago|following (?:its|the)|after (?:its|the)|had (?:agreed|announced)|"
    r"separate from|(?:which|whom|that) [\w\s]{0,40}?(?:acquired|bought)|in the (?:middle|midst) of)\b"
)
"""Words of what was known before."""

TODAY = pattern(r"\b(?:[Tt]oday|[Yy]esterday|[Tt]his morning)\b")
ANNOUNCES = pattern(
    r"\b(?:agree[ds]?|announc\w+|confirm\w*|disclos\w+|reveal\w*|said|says|sign(?:ed|s)|struck|unveil\w*)\b",
    re.IGNORECASE,
)
"""With a day of these, somebody tells news wherever it stands."""

AGAIN = pattern(
    r"\b(?:additional|another|follow-?on|follow-?up|further|repeat)\s[a-z]|"
    r"\b(?:second|third|fourth|fifth)\s(?!(?:biggest|half|largest|quarter)\b)[a-z]|"
    r"\b(?:again|comes on top of|exercis\w+ (?:an?|its|the) options?)\b",
    re.IGNORECASE,
)
"""Words of a deal that is not the first of its parties."""

NOUN = pattern(
    r"\A(?:acquisitions?|agreements?|alliances?|approach(?:es)?|awards?|bids?|buy-?outs?|collaborations?|contracts?|credit|deals?|"
    r"divestitures?|financing|funding|investments?|joint ventures?|licen[cs]es?|loans?|mergers?|offers?|orders?|"
    r"partnerships?|purchases?|rounds?|sale|spin-?off|stakes?|suppl(?:y|ies)|takeovers?|take-overs?|tie-?ups?|"
    r"transactions?|ventures?)\Z",
    re.IGNORECASE,
)
"""Of the words above, those that are nouns, or may be."""
