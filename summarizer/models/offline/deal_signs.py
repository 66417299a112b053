"""Signs beside a deal's cue that tell a deal from goods bought, shares traded and earlier history.

Origin: modal verbs and number words are closed classes of English grammar; goods, counted things, nouns for companies
and words for holdings are those of newswire usage, read off the development articles and generalised.
"""

from __future__ import annotations

import re

from summarizer.text.phrases import word_set

COUNTED = re.compile(
    r"\b(?:[\d,.]+|million|thousand|hundreds?|dozens?|more|fewer|many|record|"
    r"examples?) (?:of )?(?:[\w-]+ )?(?:units|copies|vehicles|cars|trucks|phones|devices|planes|aircraft|jets|"
    r"products|examples)\b|\b[\d,]{4,} |\b(?:million|thousand) \ue000"
)
GOODS = re.compile(
    r"\b(?:worth of|stock in|tickets|cars|vehicles|aircraft|jets|planes|iphones?|tablets|rolls|products|goods|"
    r"merchandise|energy|power|electricity|crude|gas from)\b(?!-)|\ue001 (?:on|of|in) "
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COMMITTED = re.compile(r"\b(?:agree|complet|plans? to|offered to|definitive|letter of intent|undisclosed|agreement)")
NUMBERS = word_set("dozens eight eleven five four hundreds nine seven several six ten three twelve two")
"""Counts in words before what is counted."""
LOOSE_LEMMAS = word_set("absorb buy gobble pick purchase scoop sell swallow transfer")
"""Verbs that goods have for an object too."""
NO_UNITS = word_set(
    "coal content copper corn crude data electricity gas gold grain inventory oil output paper power "
    "production software stock sugar technology water wheat"
)
"""Nouns of what is sold by the ton or the copy, and is no part of a company."""
SELF_NOUNS = word_set("""
    airline bank brewer carrier chain company concern conglomerate firm group insurer lender maker manufacturer
    partnership producer retailer utility
""")
"""Nouns that stand for the company that is spoken of."""
GROUPS = word_set("""
    buyer buyers concern consortium creditors employees executives firm fund group investor investors managers
    partnership purchaser syndicate
""")
"""Nouns for a party that a report does not name."""
STAKE_WORDS = re.compile(
    r"\b(?:stakes?|interests?|shareholdings?|holdings?|control|ownership|position|equity|shares|stock|pct|\ue003)\b|\ue003"
)
WHOLE = re.compile(
    r"\b(?:all|whole|entire|outstanding|remaining|remainder|rest|balance|majority|issued|controlling|assets|half|"
    r"voting|capital|minority|not (?:already )?(?:own|hold|control))\b"
)
"""Words that make shares a part of the company and not a trade on the exchange."""
NOT_OWNED = re.compile(
    r"^(?:(?:that|which) )?(?:it|he|she|they|\ue000) (?:do(?:es)?|did) not (?:already |yet |now )?"
    r"(?:own|hold|control)\b"
)
STAKES = re.compile(r"\b(?:stakes?|interests?|shareholdings?|holdings?|control|ownership)\b")
"""Words for a part of a company, where shares alone may be a trade."""
DOING = re.compile(
    r"\b(?:announc|complet|clos(?:ed?|es|ing)\b|conclud|conclus|consummat|finali[sz]|ma[dk]e|making|propos|plan|agree|sign|letter|talk|"
    r"discuss|negotiat|consider|explor|proceed|terminat|drop|shelv|ruled out|abandon|withdr|call(?:ed|s)? off|report|"
    r"disclos|confirm|seek|"
    r"sought|offer|bid|launch|start|began|begun|begin|commenc|extend|rais|increas|reach|enter|intend|pursu|accept|receiv|financ|"
    r"valu|move up|hold(?:s|ing)? |study|studying|mull|weigh|prepar|carry out|go(?:es|ing)? ahead|effect|"
    r"accomplish|end(?:s|ed)?\b|"
    r"won\b|wins\b|led\b|leads\b|among\b|unveil|carried|said|says|approv|clear)\w*"
)
"""What those do to a deal who are a party to it, where its noun has no possessor."""
REST = re.compile(r"\b(?:remaining|remainder|rest|balance|other)\b")
"""Words for the part that makes a holding the whole."""
