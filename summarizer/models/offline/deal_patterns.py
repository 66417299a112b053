"""The cheap tests before a sentence is read for deals: words of which one stands in each that can tell of one.

Origin: the verbs and nouns of the tables of triggers, as stems.
"""

from __future__ import annotations

import re

OWNERSHIP_CUES = re.compile(
    r"\b(?:acqui|amalgam|bid\b|bids\b|bought|buy|combin|dispos|divest|invest|leveraged|merg|offer|offload|proposal|purchas|"
    r"pa(?:id|ys?|ying)\b(?=[^.]{0,50} for )|sale\b|sell|snap|sold|sp[iu]n|takeover|tender|transfer|unload)"
)
"""For deals about ownership."""
WEAK_CUES = re.compile(
    r"\b(?:assum|becom|became|boost|cut|exchange|gain|ha[sd]|have|held|hold|increas|issue|lift|lower|obtain|own|pa(?:id|y)|rais|"
    r"redu|seek|sought|take|taking|took|trim|w[io]n)"
)
"""Verbs that are of a deal with an object that is a part of a company."""
PARTS = re.compile(r"%|\b(?:control|holding|interest|over|pct|percent|private|share|stake|subsidiar|unit)")
"""Words of such objects."""

CONTRACT_CUES = re.compile(
    r"\b(?:accord|agreements?\b|allied|alliance|allies|ally(?:ing)? with|appointed|b(?:uy|uying|ought|uild|uilt) "
    r"(?=[^.]{0,160}\b(?:from|for)\b)|bonds\b|borrow|cho(?:ose|se)|collaborat|commission(?:s|ed)\b|contract|credit|"
    r"deals?\b|debt\b|deliver|equip|facilit(?:y|ies)\b|financing|funding|hire[ds]?\b|invested|issue[ds]?\b|"
    r"join(?:s|ed|ing)? forces|joint|lend|lent\b|licen[cs]|line of credit|loan|mortgage|named\b|notes\b|"
    r"orders?\b|ordered|ordering|outfit|pact|part\b|participat|partner|pick(?:s|ed)\b|priced\b|provid|"
    r"rais(?:e|ed|es|ing)\b|revolver|rights\b|rounds?\b|select|series\b|subcontract|suppl|tap(?:s|ped|ping)\b|"
    r"team(?:s|ed|ing)?\b|tie-up|venture)"
)
"""For supply, licences, loans, rounds and partnerships."""
PARTY_CUES = re.compile(r"\b(?:arranger|backers|banks|bookrunners|investors|lenders?)\b")
"""For those who take part in a loan or a round that was told of before."""
