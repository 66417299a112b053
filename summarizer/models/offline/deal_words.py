"""Words that tell the stage of a deal, its terms and dates, and what only looks like a deal.

Origin: the development articles' wording, by stage; the order of `STAGES` is that of their force.
"""

from __future__ import annotations

import re

from summarizer.text.phrases import word_set

STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "terminated",
        re.compile(
            r"\b(?:terminat(?:e|es|ed|ing|ion)|call(?:ed|ing|s)? off|abandon(?:ed|s|ing)?|withdr(?:ew|aws|awing)|"
            r"(?:was|were|been|has) withdrawn|scrapp?(?:ed|s|ing)|"
            r"fell (?:through|apart)|collapsed|broke (?:off|down)|broken off|walk(?:ed|s|ing)? away|end(?:ed|"
            r"s)? (?:talks|negotiations|discussions|"
            r"its (?:offer|bid|agreement))|cancel(?:led|ed|s)|rescinded|dropped (?:its|the|plans)|shelv(?:ed|es|ing)|"
            r"rul(?:ed|es|ing) out|vot(?:ed|es|ing) down|g(?:ave|ives?|iven|iving) up|let (?:its|"
            r"the) (?:offer|bid) (?:lapse|expire)|"
            r"(?:offer|bid|agreement) (?:has )?(?:lapsed|expired)|no longer (?:plans|intends|seeking|pursuing))\b"
        ),
    ),
    (
        "rumored",
        re.compile(
            r"\b(?:rumou?r(?:s|ed)?|speculation|speculated|is said to be|are said to be|reportedly (?:considering|"
            r"weighing|exploring|interested)|"
            r"(?:considering|weighing|exploring|mulling|studying|considers|explores|weighs|mulls) (?:an?|the|its|"
            r"whether|making|options|sale|buying|acquiring)|"
            r"may (?:buy|acquire|sell|bid|make)|could (?:buy|acquire|sell|bid)|might (?:buy|acquire|sell|bid)|"
            r"interested in (?:buying|acquiring))\b"
        ),
    ),
    (
        "in_talks",
        re.compile(
            r"\b(?:in (?:[\w-]+ ){0,2}(?:talks|discussions|negotiations)|(?:talks|negotiations|discussions) (?:with|"
            r"to|about|on|over|between)|"
            r"negotiat(?:ing|es) |nearing a deal|nears? (?:a )?deal|close to (?:a deal|an agreement|acquiring|buying))"
        ),
    ),
    (
        "expected",
        re.compile(
            r"\b(?:expect(?:s|ed)?|anticipat(?:es|ed)|will|would|should|likely|scheduled|set|slated|due|plans?|"
            r"aims?) (?:(?:the|that) [\w\s]{3,40} )?(?:to )?"
            r"(?:be )?(?:clos|complet|finali[sz]|consummat)|(?:closing|completion) (?:of the [\w\s]{3,30})?(?:is|"
            r"was) (?:expected|scheduled|subject|anticipated|slated|due)"
        ),
    ),
    (
        "closed",
        re.compile(
            r"\b(?:complet(?:ed|es) |(?:has|have|had|was|were|been) (?:now )?(?:completed|closed|finali[sz]ed|"
            r"consummated)|"
            r"(?:deal|transaction|acquisition|sale|merger|purchase|takeover|agreement|round|buyout|divestiture|"
            r"investment)(?: \(?with [^.;,]{3,40})? (?:closed|was closed|was completed|was finali[sz]ed)|"
            r"clos(?:ed|es) (?:its|the|on|a) |finali[sz]ed (?:its|the)|consummated|effective (?:today|immediately))"
        ),
    ),
    (
        "agreed",
        re.compile(
            r"\b(?:agree(?:d|s|ment)|signed|signs|definitive|entered into|struck a deal|reached|will (?:acquire|buy|"
            r"pay|purchase|sell|supply|provide|take|invest)|to (?:acquire|buy|take over)|"
            r"w[io]ns?|awarded|secure[sd]|land(?:s|ed)|inked|clinched|announced (?:the|a|an|"
            r"its) (?:[\w-]+ ){0,3}(?:acquisition|purchase|merger|sale|deal|partnership))\b"
        ),
    ),
    (
        "proposed",
        re.compile(
            r"\b(?:propos(?:ed|es|al|als)|offer(?:s|ed|ing)?|bids?|bidding|plans?|planned|planning|intends?|"
            r"intention|wants?|seeks?|seeking|sought|hopes?|letter of intent|would|"
            r"unsolicited|tender|aims?|looking|expects? to)\b"
        ),
    ),
)

STANCE_STATUS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "rumored",
        re.compile(
            r"\b(?:may|might|could|considering|weighing|exploring|considered|considers|reportedly (?:plan|consider|"
            r"explor))"
        ),
    ),
    (
        "terminated",
        re.compile(
            r"\b(?:terminat|scrapp|dropp|shelv|end(?:ing|s) (?:an?|its|the|their) (?:[\w-]+ ){0,3}?"
            r"(?:agreement|bid|deal|effort|merger|offer|pact|plan|pursuit|talks|tie-up)|rul(?:ed|es|ing) out|"
            r"vot(?:ed|es|ing) down|"
            r"g(?:ave|ives?|iven|iving) up|abandon|called off|ended|withdr|declined|refused|unable|failed|cancel|"
            r"walk(?:ed|s|ing)? away|(?:pull|back)(?:ed|s|ing)? out|no longer)"
        ),
    ),
    ("in_talks", re.compile(r"\b(?:talks|discussions|negotiat\w+|nearing a deal|nears|close to)\b")),
    (
        "closed",
        re.compile(r"\b(?:completed|completes|closed|closes|finali[sz]ed|concluded) "),
    ),
    (
        "proposed",
        re.compile(
            r"\b(?:in principle|letter of intent|memorandum|offer|bid|propos|plan|intend|want|hope|aim|seek|sought|"
            r"expects? to|tried|prepar|would|looking|preliminary|options? to|right of first)"
        ),
    ),
    (
        "agreed",
        re.compile(
            r"\b(?:agree|signed|entered|reached|struck|will|to|definitive|deal|won|secured|made|set|due|decided)\b|"
            r"(?:agreed|agrees|agreement)"
        ),
    ),
)

DEAL_NOUNS = re.compile(
    r"\b(?:the|this|its|that|said|such) (?:[\w$\ue001-]+ ){0,3}?(?P<noun>deals?|transactions?|agreements?|"
    r"acquisition|takeover|purchase|merger|sale|contracts?|orders?|offer|bid|"
    r"buyout|partnership|joint venture|investment|round|financing|loan|licen[sc]e|divestiture|disposal|terms|tie-up|"
    r"combination)\b|"
    r"\b(?:bought|acquired|purchased|sold|for) the (?:stock|shares|stake|interest)\b|"
    r"^(?:terms|financial (?:terms|details)|closing|completion|details)\b|\b(?:purchase|the|selling) price\b"
)
NOUN_KINDS: dict[str, tuple[str, ...]] = {
    "acquisition": ("acquisition", "divestiture", "investment", "merger"),
    "bid": ("acquisition", "merger", "supply"),
    "buyout": ("acquisition",),
    "combination": ("merger", "acquisition"),
    "contract": ("supply",),
    "contracts": ("supply",),
    "disposal": ("divestiture", "acquisition"),
    "divestiture": ("divestiture", "acquisition"),
    "financing": ("financing", "investment"),
    "investment": ("investment", "acquisition"),
    "joint venture": ("joint_venture", "partnership"),
    "licence": ("licensing",),
    "license": ("licensing",),
    "loan": ("financing",),
    "merger": ("merger", "acquisition"),
    "offer": ("acquisition", "merger", "investment", "divestiture"),
    "order": ("supply",),
    "orders": ("supply",),
    "partnership": ("partnership", "joint_venture"),
    "purchase": ("acquisition", "divestiture", "investment"),
    "round": ("investment",),
    "sale": ("divestiture", "acquisition"),
    "takeover": ("acquisition", "merger"),
    "tie-up": ("merger", "partnership", "acquisition"),
}
"""Which kinds of deal a noun can take up again; a noun that is not here takes up any."""

NOT_VALUE_AFTER = re.compile(
    r"^,? ?(?:in cash,? )?(?:(?:[\w-]+ ){0,1}(?:a|per|for each|for every|an?) (?:[\w]+ ){0,2}(?:share|barrel|unit|"
    r"ordinary|tonne|ton|ounce|month|year|day|week|pound)|each\b|(?:in|of) (?:(?:[\w-]+,? )?(?:[\w-]+ )?)(?:sales|"
    r"revenues?|profits?|earnings|assets|deposits|debt|net income|savings|synergies|costs|savings|charges|losses|"
    r"annual|termination|"
    r"milestone|milestones|royalties|fees)|(?!the )(?:[\w-]+ )?(?:charge|gain|loss|profit|fine|fee|break|termination|"
    r"penalty|write-?down|market|company|business|retailer|maker|startup|chip|industry|valuation|mortgage|"
    r"market cap|dividend|savings|synerg|budget|breakup|milestone|upfront|annual))"
)
NOT_VALUE_BEFORE = re.compile(
    r"\b(?:sales|revenues?|profits?|earnings|assets|deposits|debt|income|savings|synergies|costs?|charges?|"
    r"loss(?:es)?|fee|dividend|shares? (?:rose|fell|closed|were|slipped|jumped|gained|dropped)|closed|premium|fine|"
    r"penalty|"
    r"market (?:value|cap|capitali[sz]ation)|up|down|backlog|budget|capital expenditures?|turnover|break-?up fee|"
    r"termination fee|milestones?|royalt\w+)"
    r"(?: (?:of|at|were|was|is|are|about|around|totaled|totalling|to|rose|fell|by|for the (?:year|quarter)|"
    r"in \ue002|for \ue002|worth)){0,3}(?: (?:about|around|over|more than|nearly|some|up to|approximately))?\s*$"
)

NO_DEAL = re.compile(
    r"\b(?:hedge fund|institutional investor|13f|13d filing|insider|shares of the company's stock|"
    r"shares of the stock|of the company's stock|new position|its position in|their position|"
    r"holdings in|option contracts?|call options?|put options?|price target|moving average|"
    r"outstanding shares in a transaction|average price of|share repurchase|buy ?back|buy-back|repurchas|"
    r"stock worth|worth of shares|to buy from|conviction list|buy rating|sell rating|buy recommendation|to a buy|"
    r"from a buy|hold rating|strong buy)\b"
)
"""Trading in shares and recommendations, which are worded like deals and are none."""
NO_DEAL_WORDS = word_set("""
    average buy buyback call conviction f filing hedge holdings insider institutional option outstanding position put
    rating recommendation repurchas repurchase stock target worth
""")
"""One of these, as runs of letters, stands in whatever `NO_DEAL` finds."""


NEGATED = re.compile(
    r"\b(?:not|never|no (?:plans?|intention|agreement|deal|longer)|n't|denied|denies|denying|without|neither|nor)\b|"
    r"n't\b"
)

RIVAL = re.compile(
    r"\b(?:also (?:offered|bid|bidding|competed|vied|sought|made|submitted)|(?:have|had|has) (?:also )?(?:offered|"
    r"bid|competed|vied)\b|rival(?:s|led)? (?:bids?|bidders?|offers?|suitors?)|outbid|outbidding|beat(?:ing)? out|"
    r"beating|beat(?=[^.;]{2,80} (?:for|in|to) (?:an?|the) "
    r"(?:award|business|contract|deal|job|order|race|tender|work)\b)|"
    r"(?<=, )dropping|topping (?:an?|the)\b|trumping|"
    r"competing (?:bids?|offers?|against)|other bidders|losing bidders?|despite bidding|were also (?:in the running|"
    r"bidding)|(?:higher|topping|competing|counter) ?(?:offer|bid))\b"
)

DATE_EVENTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "expected_close",
        re.compile(
            r"\b(?:expect|anticipat|will|would|should|schedul|slated|due|likely|on (?:course|track)|set to|plans? to|"
            r"targets?|"
            r"aim|to be (?=closed|complet|finali[sz]))[^.;]{0,60}?"
            r"(?:clos(?!ing (?:level|price|quote|share))|complet|finali[sz]|consummat)|"
            r"(?:closing|completion)[^.;]{0,50}?(?:expected|"
            r"scheduled|anticipated|targeted|slated|due)|"
            r"\b(?:deal|merger|purchase|sale|takeover|transaction) closes (?=(?:at|before|by|in|on)\b)"
        ),
    ),
    (
        "terminated",
        re.compile(r"\b(?:terminat|call(?:ed)? off|abandon|withdr|scrapp|fell through|collapsed|lapsed)"),
    ),
    (
        "closed",
        re.compile(
            r"\b(?:closed|closes(?= (?:an?|its|on (?:an?|its|the)|the)\b)|completed|finali[sz]ed|consummated"
            r"|took effect)\b"
        ),
    ),
    ("signed", re.compile(r"\b(?:sign(?:ed|s)|entered into|reached (?:an|the) agreement|struck)\b")),
    (
        "announced",
        re.compile(
            r"\b(?:announc|said|disclosed|unveiled|revealed|confirmed|agreed|reported|told|w[io]n|acquire|awarded|says)\w*\b"
        ),
    ),
)
TOLD_BEFORE = re.compile(
    r"\b(?:already|earlier|last|previously) raised\b|\bhad (?:\w+ ){0,2}?raised \S+(?: \S+){0,8}? (?:in )?\ue002"
    r"|\braised\b[^.,;]{1,40}?\b(?:altogether|in all|in total|previously|so far|since (?:it|its)|to date)\b"
)
"""Money that was raised before a round, or with it in all; in a skeleton \\ue002 is a date."""
