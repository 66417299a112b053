"""What a deal looks like in a sentence's skeleton, as tables.

Each frame is a pattern around a cue. `N` is a name (with up to a few words of description before or behind it), the
groups `a`, `b`, `c` are the phrases of the parties whose roles the frame gives, `s` is the subject of the deal. The
stance words before a verb ("agreed to", "in talks to") tell the status.
Origin: the ways in which the development articles word a deal, generalised by voice and tense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.models.offline.reading import DATE, MONEY, NAME, SHARE

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
    any_of: tuple[str, ...] = ()
    """Groups of which at least one must hold a company besides."""


_AUX = (
    rf"(?:(?:has|have|had|will|would|could|may|might|is|was|are|were|be|been|being|also|already|now|today|recently|"
    rf"tentatively|previously|just|since|then|subsequently|formally|finally|successfully|reportedly|(?:on )?{DATE}|"
    rf"earlier|expected|set|due|poised|planning|seeking|looking|hoping|considering|weighing|exploring|to) ){{0,9}}+"
)
_STANCE = (
    r"(?:(?:agreed|agrees|agreeing|agree) (?:in principle )?to |"
    r"(?:plans?|planned|planning|intends?|intended|wants?|wanted|hopes?|hoped|aims?|proposes|expects?|expected|seeks?|sought|tried|tries|"
    r"offer(?:s|ed|ing)?|proposed|prepar(?:es|ed|ing)|bids?|considered|considers|decided|moved|moves|ready|close|nearing a deal|nears a deal|nears deal|failed|declined|refused|unable) to |"
    r"(?:in (?:advanced |early |exclusive |preliminary )?(?:talks|discussions|negotiations)|in the process|under consideration) (?:to|of) |"
    r"(?:has |have |had )?(?:signed|reached|entered into|entered|struck|announced|made|executed|inked|clinched|concluded|won|secured)[^,.;:]{0,60}?"
    r"(?:agreement|deal|pact|contract|letter of intent|accord|memorandum of understanding|offer|bid|proposal|approval|plans?|tender offer)[^,.;:]{0,40}? (?:to|under which it (?:will|would)) |"
    r"(?:made|making|launched|received)? ?an? (?:[\w-]+ ){0,3}(?:offer|bid|proposal) to |"
    r"(?:announced|unveiled|dropped|abandoned|scrapped|terminated|ended|confirmed) (?:its |a )?(?:[\w-]+ ){0,3}(?:plans?|intention|bid|offer|agreement|talks|proposal|effort) to |"
    r"completed (?:its |the )?(?:[\w-]+ ){0,3}agreement to )?"
)
_SAID = (
    r"(?:(?:said|says|announced|confirmed|disclosed|reported|noted|added)(?: (?:today|in a [\w ]{3,30}|on [\w]+))?"
    rf"(?: (?:on )?{DATE})?,?(?: that)? (?:it|they|the company|the group|the firm|one of its units|its (?:[\w'-]+ |[\ue000-\ue003] ){{0,6}}?(?:unit|subsidiary|affiliate|division|arm)(?:,? {NAME},?)?)?(?: has| have| had|'s|'d)? ?)?"
)
_APPOSITION = r"(?: ?\([^()]{1,60}\)| ?<[^<>]{1,20}>){0,2}(?:, (?!which|who)[^,;:.]{2,90},|, which [^,;:.]{2,90},)?"
_N = rf"{NAME}(?: (?:and|&) {NAME}|, {NAME},? and {NAME})?(?:'s?(?: [\w-]+){{0,3}} {NAME})?"
_SUBJECT = rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}{_STANCE}{_AUX}(?P<stance>)"
_ASSET = (
    r"(?P<n>units?|divisions?|business(?:es)?|subsidiar(?:y|ies)|operations|assets|plants?|mills?|stores|hotels?|properties|brands?|interests?|"
    r"stakes?|mines?|projects?|arm|segment|stock|shares|rights|portfolio|affiliates?|companies|company)"
)
_OBJECT = (
    rf"(?P<b>(?:[\w',%{SHARE}{MONEY}{DATE}-]+ ){{0,14}}?(?:{NAME}(?: ?\([^()]{{1,40}}\))?(?:'s? (?:[\w-]+ ){{0,6}}?(?:{NAME}|{_ASSET.replace('<n>', '<n1>')})\b)?"
    rf"(?: {_ASSET.replace('<n>', '<n2>')}\b)?(?: and (?:the )?{NAME})?|{_ASSET}\b))"
    rf"(?:(?:(?: and [\w-]+)? (?:of|in)(?: the)?(?: \w+){{0,2}}?)+? (?:the |its |an? )?(?:[\w'-]+ ){{0,3}}?(?P<o>{NAME})|, (?P<p>{NAME})(?=[,.; ]))?"
)
_TAIL = r"(?P<tail>[^.;]{0,260})"
_FROM = rf"(?:[^.;]{{0,120}}?\bfrom (?:the |its |an? )?(?:[\w'-]+ ){{0,5}}?(?P<c>{_N}))?"
_TO = rf"(?:[^.;]{{0,160}}?\bto (?:the |an? )?(?:[\w'-]+ ){{0,6}}?(?P<c>{_N}))?"
_BY = rf"(?:by|to) (?:the |an? )?(?:[\w',-]+ ){{0,6}}?(?P<c>{_N})"

_BUY = r"(?P<cue>acquires?|acquired|acquiring|buys?|bought|buying|purchases?|purchased|purchasing|takes? over|took over|taken over|taking over|takes? private|snaps? up|snapped up)"
_SELL = r"(?P<cue>sells?|sold|selling|divests?|divested|divesting|spins? off|spun off|disposes? of|disposed of|transfers?|transferred|offloads?|offloaded)"
_NOUN = r"(?:acquisition|purchase|takeover|buyout|buy-out|take-over)"
_CONTRACT = r"(?:deals?|contracts?|orders?|agreements?|subcontracts?|tenders?|awards?|pacts?)"
_WIN = r"(?:wins?|won|winning|secures?|secured|lands?|landed|receives?|received|bags?|bagged|clinch(?:es|ed)|inks?|inked|books?|booked|gets?|got|signs?|signed|obtains?|obtained|been awarded|is awarded|was awarded|has|announced|snagged|scored|nabbed|captured)"
_PROVIDE = r"(?:to |that will |and will |for (?:the )?)(?P<cue2>supply|provide|deliver|build|sell|furnish|manufacture|produce|make|equip|install|develop|design|construct|upgrade|operate|maintain)"
_LET = r"(?:[\w,'%$/&.-]+ |[\ue001\ue002\ue003] )"


def _frame(
    kind: str,
    roles: Roles,
    pattern: str,
    *,
    status: str | None = None,
    noun: bool = False,
    needs: tuple[str, ...] = (),
    any_of: tuple[str, ...] = (),
) -> Frame:
    return Frame(kind, roles, re.compile(pattern), status, noun, needs, any_of)


_TRANSFER: Roles = (("a", "acquirer"), ("a2", "acquirer"), ("b", "target"), ("c", "seller"))
_SUPPLY: Roles = (("a", "supplier"), ("b", "customer"))

FRAMES: tuple[Frame, ...] = (
    _frame(
        "acquisition",
        (("b", "target"), ("c", "acquirer")),
        rf"(?P<b>{_N}){_APPOSITION} {_SAID}{_AUX}{_STANCE}{_AUX}(?P<stance>)(?P<cue>acquired|bought|purchased|taken over|taken private) {_BY}",
        needs=("b", "c"),
    ),
    _frame("acquisition", _TRANSFER, rf"{_SUBJECT}{_BUY} (?!by |out |back )(?!its own ){_OBJECT}(?P<s>){_FROM}", needs=("a",), any_of=("b", "c")),
    _frame(
        "divestiture",
        (("a", "seller"), ("b", "target"), ("c", "acquirer")),
        rf"{_SUBJECT}{_SELL} {_OBJECT}(?P<s>){_TO}",
        needs=("a",),
        any_of=("b", "c"),
    ),
    _frame(
        "licensing",
        (("a", "licensee"), ("c", "licensor")),
        rf"{_SUBJECT}(?P<cue>pay|pays|paid|paying) (?P<c>{_N}) (?P<m>{MONEY})(?: [\w ]{{3,30}}?)? for (?P<s>(?:an? |the |[\w-]+ ){{0,3}}(?:rights|licen[sc]es?)[^.;,]{{0,100}})",
        needs=("a", "c"),
    ),
    _frame(
        "acquisition",
        (("a", "acquirer"), ("c", "seller")),
        rf"{_SUBJECT}(?P<cue>pay|pays|paid|paying) (?P<c>{_N}) (?P<m>{MONEY})(?: in [\w ]{{3,30}}?)? for (?P<s>(?:an? |the |its )[^.;,]{{3,100}})",
        needs=("a", "c"),
    ),
    _frame(
        "acquisition",
        _TRANSFER,
        rf"(?:(?P<a>{_N})(?:'s?)? )?(?:[\w-]+ |{MONEY} )?(?:[\w-]+ |{MONEY} )?(?P<cue>{_NOUN}) of {_OBJECT}(?P<s>)(?:[^.;]{{0,80}}? by (?P<a2>{_N}))?{_FROM}",
        noun=True,
        needs=("b",),
        any_of=("a", "a2"),
    ),
    _frame(
        "acquisition",
        _TRANSFER,
        rf"{_SUBJECT}(?:(?:completed?|completes|closed?|closes|announces?|announced|finalized?|concluded) )(?:its |the |an? )?(?:[\w-]+ |{MONEY} ){{0,4}}?(?P<cue>{_NOUN}) of {_OBJECT}(?P<s>){_FROM}",
        needs=("a",),
        any_of=("b",),
    ),
    _frame(
        "divestiture",
        (("a", "seller"), ("b", "target"), ("c", "acquirer")),
        rf"{_SUBJECT}(?:(?:completed?|completes|closed?|announces?|announced|finalized?) )(?:its |the |an? )?(?:[\w-]+ |{MONEY} ){{0,4}}?(?P<cue>sale|disposition|divestiture|disposal) of {_OBJECT}(?P<s>){_TO}",
        needs=("a",),
        any_of=("b", "c"),
    ),
    _frame(
        "acquisition",
        (("a", "acquirer"), ("b", "target")),
        rf"(?P<a>{_N})(?:'s?)? (?:[\w-]+ |{MONEY} ){{0,4}}?(?P<cue>(?:tender |takeover |buyout |exchange )?(?:offer|bid)) for {_OBJECT}(?P<s>)",
        noun=True,
        status="proposed",
        needs=("a", "b"),
    ),
    _frame(
        "acquisition",
        (("a", "acquirer"), ("b", "target")),
        rf"{_SUBJECT}(?:made|launched|began|begun|starts?|started|making|raised|raises|sweetened|doubled|increased|submitted|tabled|extended|bid|bids) "
        rf"(?:its |an? |the )?(?:[\w-]+ |{MONEY} ){{0,6}}?(?P<cue>(?:tender |takeover |buyout |exchange )?(?:offer|bid|proposal)) (?:for|to (?:acquire|buy|purchase)) {_OBJECT}(?P<s>)",
        status="proposed",
        needs=("a",),
        any_of=("b",),
    ),
    _frame(
        "merger",
        (("a", "partner"), ("b", "partner")),
        rf"{_SUBJECT}(?:(?:to |a |an |its |in )(?:[\w-]+ |{MONEY} ){{0,4}}?)?(?P<cue>merge|merges|merged|merger|combine|combined)(?: agreement| deal)? with (?:the )?(?:[\w-]+ ){{0,3}}?(?P<b>{_N})(?P<s>)",
        needs=("a", "b"),
    ),
    _frame(
        "merger",
        (("a", "partner"), ("b", "partner")),
        rf"(?P<a>{NAME}){_APPOSITION} and (?:[\w-]+ ){{0,3}}?(?P<b>{NAME}){_APPOSITION} {_SAID}{_AUX}{_STANCE}{_AUX}(?P<stance>)(?P<cue>merge|merged|combine|combined)\b(?P<s>)",
        needs=("a", "b"),
    ),
    _frame(
        "merger",
        (("a", "partner"), ("b", "partner")),
        rf"(?P<cue>merger|combination)(?: agreement| deal)? (?:of|between|with) (?:the )?(?P<a>{NAME})(?: (?:and|with) (?:the )?(?P<b>{NAME}))(?P<s>)",
        noun=True,
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}{_WIN} (?:[\w',/&-]+ |[\ue001-\ue003] ){{0,9}}?(?P<cue>{_CONTRACT})\b[^.;]{{0,90}}?{_PROVIDE} "
        rf"(?P<b>(?:the |an? )?{_N}(?: {_LET}{{0,3}}?{NAME})?)(?: {_LET}{{0,4}}?| )with (?P<s>[^.;,]{{3,160}})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}{_WIN} (?:[\w',/&-]+ |[\ue001-\ue003] ){{0,9}}?(?P<cue>{_CONTRACT})\b[^.;]{{0,60}}?{_PROVIDE} "
        rf"(?P<s>[^.;,]{{3,140}}?) (?:to|for) (?:the )?(?:[\w'-]+ ){{0,4}}?(?P<b>{_N})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?P<v>{_WIN}) (?:(?!(?:partnership|merger|licens|loan|credit|lease|settlement|distribution|letter)\b)(?:[\w',/&-]+|[\ue001-\ue003]) ){{0,9}}?"
        rf"(?P<cue>{_CONTRACT})\b(?! to (?:acquire|buy|purchase|merge|sell))[^.;]{{0,60}}? (?P<w>from|with|by) (?:the )?(?:[\w'-]+ ){{0,4}}?(?P<b>{_N})(?: (?:to|for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?:awarded|awards|has awarded|gave|gives|handed) (?:the )?(?P<b>{_N}) (?:[\w',/&-]+ |[\ue001-\ue003] ){{0,8}}?(?P<cue>{_CONTRACT})\b(?: (?:to|for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?:awarded|awards|placed) (?:[\w',/&-]+ |[\ue001-\ue003] ){{0,8}}?(?P<cue>{_CONTRACT})\b[^.;]{{0,80}}? (?:to|with) (?:the )?(?P<b>{_N})(?: (?:to|for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?P<cue>selected|selects|chose|chooses|picked|picks|tapped|taps|hired) (?:the )?(?P<b>{_N})[^.;,]{{0,40}}? to (?:supply|provide|deliver|build|furnish|manufacture|install|upgrade) (?P<s>[^.;,]{{3,120}})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}{_STANCE}{_AUX}(?P<stance>)(?P<cue>supply|supplies|supplied|provide|deliver) (?:the )?(?P<b>{_N})(?: {_LET}{{0,4}}?| )with (?P<s>[^.;,]{{3,160}})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        _SUPPLY,
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}{_STANCE}{_AUX}(?P<stance>)(?P<cue>supply|supplied|deliver) (?P<s>[^.;,]{{3,120}}?) to (?:the )?(?P<b>{_N})",
        needs=("a", "b"),
    ),
    _frame(
        "supply",
        (("a", "customer"), ("b", "supplier")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?P<cue>ordered|orders|order) (?P<s>[^.;,]{{3,120}}?) from (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{_N})",
        needs=("a", "b"),
    ),
    _frame(
        "investment",
        (("a", "investor"), ("b", "investee")),
        rf"{_SUBJECT}(?P<cue>invest|invests|invested|investing)(?: (?:up to |about |as much as )?(?P<m>{MONEY}))?(?: [\w-]+){{0,4}}? in (?:the )?(?:[\w'-]+ ){{0,5}}?(?P<b>{_N})(?P<s>)",
        needs=("a", "b"),
    ),
    _frame(
        "investment",
        (("a", "investor"), ("b", "investee")),
        rf"{_SUBJECT}(?:made|makes|make|making|completed|completes|announced|announces) (?:an? |its )?(?P<s>(?:[\w-]+ |[\ue001-\ue003] ){{0,5}}?(?P<cue>investment)) in (?:the )?(?:[\w-]+ ){{0,3}}?(?P<b>{_N})",
        needs=("a", "b"),
    ),
    _frame(
        "investment",
        (("a", "investee"), ("b", "investor")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?P<cue>raised|raises|raise|closed|closes|secured|secures) (?:an? |its |the )?(?:[\w-]+ ){{0,4}}?(?P<m>{MONEY})(?P<s>[^.;]{{0,60}}?(?:funding|financing|round|series [a-h]|equity|investment|seed|venture)[^.;]{{0,60}}?)"
        rf"(?:(?:led|co-led|backed|headed) by|from) (?:[\w-]+ ){{0,4}}?(?P<b>{_N})",
        needs=("a", "b"),
        status="closed",
    ),
    _frame(
        "investment",
        (("a", "investor"), ("b", "investee")),
        rf"{_SUBJECT}(?:(?P<cue>raised|raises|increased|increases|boosted|boosts|lifted|takes?|took|taken|acquires?|acquired|bought|buys?|buying|purchased?|holds?) (?:its |an? |the )?(?P<s>(?:[\w,'-]+ |[\ue001-\ue003] ){{0,8}}?(?:stake|interest|shareholding|holding))) in (?:the )?(?:[\w-]+ ){{0,3}}?(?P<b>{_N})",
        needs=("a", "b"),
    ),
    _frame(
        "partnership",
        (("a", "partner"), ("b", "partner")),
        rf"{_SUBJECT}(?P<cue>partners?|partnered|partnering|teams? up|teamed up|teaming up|teams?|teamed|joins? forces|joined forces|collaborates?|collaborated|collaborating) with (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{_N})(?: (?:to|on|in) (?P<s>[^.;,]{{3,140}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "partnership",
        (("a", "partner"), ("b", "partner")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?:announced|announces|signed|signs|formed|forms|form|entered(?: into)?|enters(?: into)?|struck|strikes|inked|expanded|expands|unveiled|has|have) (?:an? |its |the |their )?(?:[\w-]+ |[\ue001-\ue003] ){{0,5}}?"
        rf"(?P<cue>partnership|alliance|collaboration|joint venture|(?:strategic|development|distribution|marketing|collaboration|cooperation|partnership|commercial)(?: [\w-]+)? agreement)[^.;,]{{0,40}}? with (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{_N})(?: (?:to|for) (?P<s>[^.;,]{{3,140}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "partnership",
        (("a", "partner"), ("b", "partner")),
        rf"(?P<a>{NAME}){_APPOSITION} and (?:[\w-]+ ){{0,3}}?(?P<b>{NAME}){_APPOSITION} {_SAID}{_AUX}{_STANCE}{_AUX}(?P<stance>)(?:announced|announces|signed|signs|formed|forms|form|entered(?: into)?|struck|inked|unveiled|create|created|set up|launch|launched|establish|established|have) (?:an? |their )?"
        rf"(?:[\w-]+ |[\ue001-\ue003] ){{0,5}}?(?P<cue>partnership|alliance|collaboration|joint venture)(?: (?:to|for|that will) (?P<s>[^.;,]{{3,140}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensee"), ("b", "licensor")),
        rf"{_SUBJECT}(?P<cue>license|licenses|licensed|in-license|in-licensed) (?P<s>[^.;,]{{3,120}}?) from (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{_N})",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensor"), ("b", "licensee")),
        rf"{_SUBJECT}(?P<cue>license|licenses|licensed|out-license|out-licensed|grant|granted|grants) (?P<s>[^.;,]{{3,120}}?) to (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{_N})",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensor"), ("b", "licensee")),
        rf"{_SUBJECT}(?P<cue>grant|granted|grants|gave|give|gives) (?:the )?(?P<b>{_N}) (?P<s>(?:[\w-]+ ){{0,5}}?(?:licen[sc]e|rights)[^.;,]{{0,100}})",
        needs=("a", "b"),
    ),
    _frame(
        "licensing",
        (("a", "licensee"), ("b", "licensor")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?:signed|signs|entered(?: into)?|struck|announced|reached|inked|has) (?:an? |its |the )?(?:[\w-]+ |[\ue001-\ue003] ){{0,5}}?(?P<cue>licensing (?:agreement|deal|pact)|licen[sc]e agreement|licen[sc]e)[^.;,]{{0,40}}? (?P<w>with|from) (?:the )?(?:[\w-]+ ){{0,4}}?(?P<b>{_N})(?: (?:to|for) (?P<s>[^.;,]{{3,120}}))?",
        needs=("a", "b"),
    ),
    _frame(
        "financing",
        (("a", "borrower"), ("b", "lender")),
        rf"(?P<a>{_N}){_APPOSITION} {_SAID}{_AUX}(?:secured|secures|obtained|raised|raises|took out|takes out|obtains|received|receives|signed|signs|arranged|got|closed|has) (?:an? |its |the )?(?P<s>(?:[\w-]+ |[\ue001-\ue003] ){{0,6}}?(?P<cue>loan|credit facility|credit line|line of credit|credit agreement|term loan|mortgage|debt financing|bridge loan|revolver))(?:[^.;]{{0,60}}? (?:from|with|by) (?:the )?(?:[\w-]+ ){{0,8}}?(?P<b>{_N}))?",
        needs=("a",),
    ),
    _frame(
        "acquisition",
        (("a", "acquirer"), ("b", "target")),
        rf"{_SUBJECT}(?P<cue>terminat(?:ed|es|ing|e)|call(?:ed|s|ing)? off|abandon(?:ed|s|ing)?|withdr(?:ew|aws?|awn|awing)|scrap(?:ped|s|ping)?|dropp?(?:ed|s|ing)?|walk(?:ed|s|ing)? away from|cancel(?:led|ed|s)?|ends?|ended) (?:its |the |their |an? )?"
        rf"(?:[\w-]+ |{MONEY} ){{0,5}}?(?:acquisition|takeover|purchase|buyout|bid|offer|deal|agreement|talks|proposal|merger)(?: agreement| talks| offer| bid)? (?:of|for|with|to (?:acquire|buy|purchase|merge with)|on) {_OBJECT}(?P<s>)",
        status="terminated",
        needs=("a",),
        any_of=("b",),
    ),
    _frame(
        "acquisition",
        (("a", "acquirer"), ("b", "target")),
        rf"{_SUBJECT}(?P<cue>(?:in )?(?:talks|discussions|negotiations)) (?:with [^.;,]{{3,40}} )?(?:about |over |on |for )(?:an? |the |its )?(?:[\w-]+ ){{0,3}}?(?:acquisition|takeover|purchase|buyout|acquiring|buying|purchasing)(?: of)? {_OBJECT}(?P<s>)",
        status="in_talks",
        needs=("a",),
        any_of=("b",),
    ),
)

CUE_WORDS = re.compile(
    r"acqui|bought|\bbuy|purchas|takeover|take over|took over|taken over|takes over|take-over|private|snap|sell|\bsold|divest|spin|spun|dispos|transfer|"
    r"offload|\bsale\b|\boffer|\bbid|proposal|merg|combin|deal|contract|order|agreement|tender|award|pact|suppl|deliver|invest|raise|stake|interest|holding|"
    r"partner|team|forces|collaborat|alliance|joint venture|licen|grant|rights|loan|credit|mortgage|financing|funding|round|terminat|call|abandon|withdr|scrap|"
    r"talks|selected|selects|chose|picked|tapped|hired|walk|cancel"
)
"""One of these stands in every sentence that a frame can match: the cheap test before the dear ones."""
