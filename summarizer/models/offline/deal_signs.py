"""Signs beside a deal's cue that tell a deal from goods bought, shares traded and earlier history."""

from __future__ import annotations

import re

from summarizer.text.phrases import word_set

ASSET_NOUNS = re.compile(
    r"\b(?:units?|divisions?|business(?:es)?|subsidiar(?:y|ies)|operations|assets|plants?|mills?|stores|hotels?|"
    r"properties|brands?|interests?|stakes?|mines?|"
    r"projects?|arm|segment|shares|compan(?:y|ies)|fields?|stations?|banks?|portfolio|rights|factory|factories|"
    r"chain|network|newspapers?|magazines?|royalt(?:y|ies)|affiliates?)\b"
)
LOOSE_CUES = word_set(
    "buy buys bought buying purchase purchases purchased purchasing sell sells sold selling transfer transfers "
    "transferred"
)
BASE_FORMS = word_set(
    "acquire buy purchase sell divest merge combine supply provide deliver invest partner collaborate license grant "
    "transfer"
)
BEFORE_BASE = re.compile(
    r"(?:\bto|\bwill|\bwould|\bmay|\bcould|\bmight|\bshould|\bcan|\bmust|'ll|\band|\bto jointly|\bto also) $"
)
UNIT = re.compile(
    r"units?|divisions?|business(?:es)?|subsidiar(?:y|ies)|operations|plants?|mills?|stores|hotels?|brands?|arm|"
    r"segment|affiliates?"
)
COUNTED = re.compile(
    r"\b(?:[\d,.]+|million|thousand|hundreds?|dozens?|more|fewer|many|record|"
    r"examples?) (?:of )?(?:[\w-]+ )?(?:units|copies|vehicles|cars|trucks|phones|devices|planes|aircraft|jets|"
    r"products|examples)\b|\b[\d,]{4,} |\b(?:million|thousand) \ue000"
)
GOODS = re.compile(
    r"\b(?:worth of|stock in|tickets|cars|vehicles|aircraft|jets|planes|iphones?|tablets|rolls|products|goods|"
    r"merchandise|energy|power|electricity|crude|gas from)\b|\ue001 (?:on|of|in) "
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COMMITTED = re.compile(r"\b(?:agree|complet|plans? to|offered to|definitive|letter of intent|undisclosed|agreement)")
LOOSE_CONTRACT = re.compile(r"(?:deal|agreement|pact)s?")
WON = re.compile(
    r"w[io]n|secure|land|bag|clinch|been awarded|is awarded|was awarded|snagged|scored|nabbed|captured|book"
)
TRADED = re.compile(r"\b(?:[\d,]+|\ue003) (?:shares|stock)\b")
