"""What a deal looks like in a sentence's skeleton, as tables.

Each frame is a pattern around a cue. `N` is a name (with up to a few words of description before or behind it), the
groups `a`, `b`, `c` are the phrases of the parties whose roles the frame gives, `s` is the subject of the deal. The
stance words before a verb ("agreed to", "in talks to") tell the status.
Origin: the ways in which the development articles word a deal, generalised by voice and tense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.models.offline.deal_grammar import (
    APPOSITION,
    AUX,
    CONTRACT,
    LET,
    PROVIDE,
    SAID,
    STANCE,
    SUBJECT,
    WIN,
    N,
)
from summarizer.models.offline.reading import MONEY, NAME

Roles = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to word a deal: `roles` maps the pattern's groups to the roles of the names in them."""

    kind: str
    roles: Roles
    pattern: re.Pattern[str]
    status: str | None = None
    """The status that the words themselves give; None: read from the stance."""
    noun: bool = False
    """Whether it is a nominal mention, which counts less than a clause."""
    needs: tuple[str, ...] = ()
    """Groups of which each must hold the name of a company."""


def _frame(
    kind: str,
    roles: Roles,
    pattern: str,
    *,
    status: str | None = None,
    noun: bool = False,
    needs: tuple[str, ...] = (),
) -> Frame:
    return Frame(kind, roles, re.compile(pattern), status, noun, needs)


_SUPPLY: Roles = (("a", "supplier"), ("b", "customer"))

FRAMES: tuple[Frame, ...] = (
    _frame(
        "licensing",
        (("a", "licensee"), ("c", "licensor")),
        rf"{SUBJECT}(?P<cue>pay|pays|paid|paying) (?P<c>{N}) (?P<m>{MONEY})(?: [\w ]{{3,30}}?)? for (?P<s>(?:an? |"
        rf"the |[\w-]+ ){{0,3}}(?:rights|licen[sc]es?)[^.;,]{{0,100}})",
        needs=("a", "c"),
    ),
    _frame(
        "acquisition",
        (("a", "acquirer"), ("c", "seller")),
        rf"{SUBJECT}(?P<cue>pay|pays|paid|paying) (?P<c>{N}) (?P<m>{MONEY})(?: in [\w ]{{3,30}}?)? for (?P<s>(?:an? "
        rf"|the |its )[^.;,]{{3,100}})",
        needs=("a", "c"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}{WIN} (?:[\w',/&-]+ |"
        rf"[\ue001-\ue003] ){{0,9}}?(?P<cue>{CONTRACT})\b[^.;]{{0,90}}?{PROVIDE} "
        rf"(?P<b>(?:the |an? )?{N}(?: {LET}{{0,3}}?{NAME})?)(?: {LET}{{0,4}}?| )with (?P<s>[^.;,]{{3,160}})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}{WIN} (?:[\w',/&-]+ |"
        rf"[\ue001-\ue003] ){{0,9}}?(?P<cue>{CONTRACT})\b[^.;]{{0,60}}?{PROVIDE} "
        rf"(?P<s>[^.;,]{{3,140}}?) (?:to|for) (?:the )?(?:[\w'-]+ ){{0,4}}?(?P<b>{N})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?P<v>{WIN}) (?:(?!(?:partnership|merger|licens|loan|credit|lease|"
        rf"settlement|distribution|letter)\b)(?:[\w',/&-]+|[\ue001-\ue003]) ){{0,9}}?"
        rf"(?P<cue>{CONTRACT})\b(?! to (?:acquire|buy|purchase|merge|sell))[^.;]{{0,60}}? (?P<w>from|with|"
        rf"by) (?:the )?(?:[\w'-]+ ){{0,4}}?(?P<b>{N})(?: (?:to|for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?:awarded|awards|has awarded|gave|gives|"
        rf"handed) (?:the )?(?P<b>{N}) (?:[\w',/&-]+ |[\ue001-\ue003] ){{0,8}}?(?P<cue>{CONTRACT})\b(?: (?:to|"
        rf"for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?:awarded|awards|placed) (?:[\w',/&-]+ |"
        rf"[\ue001-\ue003] ){{0,8}}?(?P<cue>{CONTRACT})\b[^.;]{{0,80}}? (?:to|with) (?:the )?(?P<b>{N})(?: (?:to|"
        rf"for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?P<cue>selected|selects|chose|chooses|picked|picks|tapped|taps|"
        rf"hired) (?:the )?(?P<b>{N})[^.;,]{{0,40}}? to (?:supply|provide|deliver|build|furnish|manufacture|install|"
        rf"upgrade) (?P<s>[^.;,]{{3,120}})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}{STANCE}{AUX}(?P<stance>)(?P<cue>supply|supplies|supplied|provide|"
        rf"deliver) (?:the )?(?P<b>{N})(?: {LET}{{0,4}}?| )with (?P<s>[^.;,]{{3,160}})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}{STANCE}{AUX}(?P<stance>)(?P<cue>supply|supplied|"
        rf"deliver) (?P<s>[^.;,]{{3,120}}?) to (?:the )?(?P<b>{N})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?P<cue>ordered|orders|"
        rf"order) (?P<s>[^.;,]{{3,120}}?) from (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{N})",
        needs=("a", "b"),
    ),
    _frame(
        "investment",
        (("a", "investee"), ("b", "investor")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?P<cue>raised|raises|raise|closed|closes|secured|secures) (?:an? |"
        rf"its |the )?(?:[\w-]+ ){{0,4}}?(?P<m>{MONEY})(?P<s>[^.;]{{0,60}}?(?:funding|financing|round|series [a-h]|"
        rf"equity|investment|seed|venture)[^.;]{{0,60}}?)"
        rf"(?:(?:led|co-led|backed|headed) by|from) (?:[\w-]+ ){{0,4}}?(?P<b>{N})",
        needs=("a", "b"),
        status="closed",
    ),
    _frame(
        "partnership",
        (("a", "partner"), ("b", "partner")),
        rf"{SUBJECT}(?P<cue>partners?|partnered|partnering|teams? up|teamed up|teaming up|teams?|teamed|"
        rf"joins? forces|joined forces|collaborates?|collaborated|"
        rf"collaborating) with (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{N})(?: (?:to|on|in) (?P<s>[^.;,]{{3,140}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "partnership",
        (("a", "partner"), ("b", "partner")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?:announced|announces|signed|signs|formed|forms|form|"
        rf"entered(?: into)?|enters(?: into)?|struck|strikes|inked|expanded|expands|unveiled|has|have) (?:an? |its |"
        rf"the |their )?(?:[\w-]+ |[\ue001-\ue003] ){{0,5}}?"
        rf"(?P<cue>partnership|alliance|collaboration|joint venture|(?:strategic|development|distribution|marketing|"
        rf"collaboration|cooperation|partnership|commercial)(?: [\w-]+)? agreement)[^.;,]{{0,40}}? with (?:the )"
        rf"?(?:[\w-]+ ){{0,4}}?(?P<b>{N})(?: (?:to|for) (?P<s>[^.;,]{{3,140}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "partnership",
        (("a", "partner"), ("b", "partner")),
        rf"(?P<a>{NAME}){APPOSITION} and (?:[\w-]+ ){{0,3}}?(?P<b>{NAME}){APPOSITION} "
        rf"{SAID}{AUX}{STANCE}{AUX}(?P<stance>)(?:announced|announces|signed|signs|formed|forms|form|"
        rf"entered(?: into)?|struck|inked|unveiled|create|created|set up|launch|launched|establish|established|"
        rf"have) (?:an? |their )?"
        rf"(?:[\w-]+ |[\ue001-\ue003] ){{0,5}}?(?P<cue>partnership|alliance|collaboration|joint venture)(?: (?:to|"
        rf"for|that will) (?P<s>[^.;,]{{3,140}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensee"), ("b", "licensor")),
        rf"{SUBJECT}(?P<cue>license|licenses|licensed|in-license|"
        rf"in-licensed) (?P<s>[^.;,]{{3,120}}?) from (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{N})",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensor"), ("b", "licensee")),
        rf"{SUBJECT}(?P<cue>license|licenses|licensed|out-license|out-licensed|grant|granted|"
        rf"grants) (?P<s>[^.;,]{{3,120}}?) to (?!acquire|buy|purchase|sell)(?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{N})",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensor"), ("b", "licensee")),
        rf"{SUBJECT}(?P<cue>grant|granted|grants|gave|give|gives) (?:the )?(?P<b>{N}) (?P<s>(?:[\w-]+ )"
        rf"{{0,5}}?(?:licen[sc]e|rights)[^.;,]{{0,100}})",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensee"), ("b", "licensor")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?:signed|signs|entered(?: into)?|struck|announced|reached|inked|"
        rf"has) (?:an? |its |the )?(?:[\w-]+ |[\ue001-\ue003] ){{0,5}}?(?P<cue>licensing (?:agreement|deal|pact)|"
        rf"licen[sc]e agreement|licen[sc]e)[^.;,]{{0,40}}? (?P<w>with|"
        rf"from) (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{N})(?: (?:to|for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "financing",
        (("a", "borrower"), ("b", "lender")),
        rf"(?P<a>{N}){APPOSITION} {SAID}{AUX}(?:secured|secures|obtained|raised|raises|took out|takes out|obtains|"
        rf"received|receives|signed|signs|arranged|got|closed|has) (?:an? |its |the )?(?P<s>(?:[\w-]+ |"
        rf"[\ue001-\ue003] ){{0,6}}?(?P<cue>loan|credit facility|credit line|line of credit|credit agreement|"
        rf"term loan|mortgage|debt financing|bridge loan|revolver))(?:[^.;]{{0,60}}? (?:from|with|"
        rf"by) (?:the )?(?:[\w-]+ ){{0,8}}?(?P<b>{N}))?",
        needs=("a",),
    ),
)

KIND_CUES: dict[str, re.Pattern[str]] = {
    "acquisition": re.compile(r"\b(?:pay|paid)"),
    "financing": re.compile(r"\b(?:loan|credit|mortgage|debt financing|bridge|revolver)"),
    "investment": re.compile(r"\b(?:rais|clos|secur)"),
    "licensing": re.compile(r"licen[sc]|\brights\b|\bgrant"),
    "partnership": re.compile(r"\b(?:partner|team|join|collaborat|alliance|agreement)"),
    "supply": re.compile(
        r"\b(?:deals?\b|contract|order|agreement|subcontract|tender|award|pact|suppl|provide|deliver|select|chose|choos|pick|"
        r"tap|hire)"
    ),
}
"""For each kind a word that stands in every sentence that its frames can match: the cheap test before the dear ones."""
CUE_WORDS = re.compile(
    r"\b(?:agreement|alliance|award|bridge|choos|chose|clos|collaborat|contract|credit|deals?\b|debt financing|deliver|"
    r"grant|hire|join|licen[sc]|loan|mortgage|order|paid|partner|pay|pick|provide|rais|revolver|rights\b|secur|select|"
    r"subcontract|sublicen[sc]|suppl|tap|team|tender)"
)
"""Their union, in one alternation, which is the quicker."""

OWNERSHIP_CUES = re.compile(
    r"\b(?:acqui|amalgam|bid\b|bids\b|bought|buy|combin|dispos|divest|gobbl|invest|leveraged|merg|offer|offload|proposal|purchas|"
    r"pick(?:ed|ing|s)? up|"
    r"pa(?:id|ys?|ying)\b(?=[^.]{0,50} for )|sale\b|scoop|sell|snap|sold|sp[iu]n|swallow|takeover|"
    r"tender|transfer|unload)"
)
"""The same for the sentences that can hold a deal about ownership."""
WEAK_CUES = re.compile(
    r"\b(?:assum|becom|became|boost|cut|exchange|gain|ha[sd]|have|held|hold|increas|issue|lift|lower|obtain|own|pa(?:id|y)|rais|"
    r"redu|seek|sought|take|taking|took|trim|w[io]n)"
)
"""Verbs that are of a deal with an object that is a part of a company."""
PARTS = re.compile(r"%|\b(?:control|holding|interest|over|pct|percent|private|share|stake|subsidiar|unit)")
"""Words of such objects."""
