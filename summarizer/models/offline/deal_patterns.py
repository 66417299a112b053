"""The cheap tests before a sentence is read for deals: words of which one stands in each that can tell of one.

Origin: the verbs and nouns of the tables of triggers, as stems.
"""

from __future__ import annotations

import re


def _cues(stems: str) -> re.Pattern[str]:
    """A pattern for words that begin with one of `stems`, tried by their first letters, which is the quicker way."""
    by_letter: dict[str, list[str]] = {}
    for stem in stems.split():
        by_letter.setdefault(stem[0], []).append(stem[1:])
    return re.compile(
        r"\b(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items())) + ")"
    )


_MOVES = r"\b(?=[^.]{0,80}\x20(?:climbed|dropped|fallen|fell|gr[eo]w|risen|rose|shr[au]nk|stands))"
OWNERSHIP_CUES = _cues(
    rf"""
    absorb acceptances acqui amalgam approach auction bid\b bids\b bidder bought buy combin dispos divest
    g[eo]ts?\b(?=(?:[^.]|\.\d){{1,60}}\x20for\x20) gobbl holding{_MOVES} inject interest{_MOVES} invest leveraged merg
    offer offload on\x20the\x20(?:auction\x20)?block outbid pa(?:id|ys?|ying)\b(?=(?:[^.]|\.\d){{0,50}}\x20for\x20)
    part\x20of pick(?:ed|ing|s)?\x20up private\b proposal purchas pursuit
    p(?:loughed|lowed|oured|umped|ut|uts|utting)\x20[^.]{{0,30}}\d[^;]{{0,20}}\x20in(?:to)?\x20
    receiv\w*\b(?=(?:[^.]|\.\d){{0,50}}\x20from\x20[^.]{{0,50}}\x20for\x20) sale\b scoop sell shareholding{_MOVES} snap
    sold sp[iu]n stake{_MOVES} swallow swap takeover tender transfer unload
    """
)
"""For deals about ownership."""
WEAK_CUES = re.compile(
    r"\b(?:accumulat|amass|assum|becom|became|boost|controls\b|cut|exchange|gain|g[eo]t|ha[sd]|have|held|hold|increas|issue|lift|lower|obtain|own|pa(?:id|y)|rais|"
    r"redu|seek|sought|take|taking|took|trim|upp(?:ed|ing)|w[io]n)"
)
"""Verbs that are of a deal with an object that is a part of a company."""
PARTS = re.compile(r"%|\b(?:control|deposits|holding|interest|over|pct|percent|private|share|stake|subsidiar|unit)")
"""Words of such objects."""

CONTRACT_CUES = _cues(
    r"""
    accord agreements?\b allied alliance allies ally(?:ing)?\b appointed bonds\b borrow
    b(?:uy|uying|ought|uild|uilt)\b(?=[^.]{1,160}\b(?:from|for)\b) cho(?:ose|se) collaborat commission(?:s|ed)\b
    charter contract credit deals?\b debt\b deliver equip facilit(?:y|ies)\b financing flotation funding hire[ds]?\b
    invested ipo\b issue[ds]?\b join(?:s|ed|ing)?\b joint leas lend lent\b licen[cs] line\b loan mortgage named\b
    notes\b offering\b orders?\b order(?:ed|ing) outfit pact part\b participat partner
    pick(?:s|ed)\b priced\b provid rais(?:e|ed|es|ing)\b
    rent(?:ed|ing)?\b revolver rights\b rounds?\b s(?:ell|old)\b(?=[^.]{1,160}\bto) select series\b
    subcontract suppl tap(?:s|ped|ping)\b team(?:s|ed|ing)?\b tie-up
    venture
    """
)
"""For supply, licences, loans, rounds and partnerships."""
PARTY_CUES = re.compile(r"\b(?:arranger|backers|banks|bookrunners|investors|lenders?)\b")
"""For those who take part in a loan or a round that was told of before."""
