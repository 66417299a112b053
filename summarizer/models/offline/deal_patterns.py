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
    r"\b(?:accord|b(?:uy|uying|ought|uild|uilt) (?=[^.]{0,160}\b(?:from|for)\b)|agreements?\b|allied|alliance|allies|ally(?:ing)? with|borrow|cho(?:ose|se)|collaborat|"
    r"commission(?:s|ed)\b|contract|credit|deals?\b|deliver|equip|facilit(?:y|ies)\b|financing|funding|hire[ds]?\b|(?:appoint|nam)ed\b|"
    r"invested|issue[ds]?\b|join(?:s|ed|ing)? forces|joint|lend|lent\b|licen[cs]|line of credit|loan|mortgage|notes\b|"
    r"orders?\b|ordered|ordering|outfit|pact|part\b|participat|partner|pick(?:s|ed)\b|priced\b|provid|"
    r"rais(?:e|ed|es|ing)\b|revolver|rights\b|rounds?\b|select|subcontract|suppl|tap(?:s|ped)\b|"
    r"team(?:s|ed|ing)?\b|tie-up|venture|(?:debt|bonds|series)\b)"
)
"""For supply, licences, loans, rounds and partnerships."""
PARTY_CUES = re.compile(r"\b(?:arranger|backers|banks|bookrunners|investors|lenders?)\b")
"""For those who take part in a loan or a round that was told of before."""
