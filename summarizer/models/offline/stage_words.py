"""The words by which business prose says how far a deal has come, with the status that each of them means.

Origin: the stock phrases of newswire deal stories and of merger announcements (letter of intent, agreement in
principle, definitive agreement, tender offer; shareholders' votes; completion; what ends a deal), with the grammar of
English control verbs: "agreed to buy" is one verb group, "completed the purchase" is a verb and what it completes.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Strength = Literal["stage", "act", "deed", "noun", "name"]
"""`stage`: the words are about how far it is. `act`: the deed as the stage, "has acquired". `noun`: a word beside the
name of the deal. `deed` and `name`: the deed or the name of the deal alone, from which the status follows, and no more.
"""
Status = Literal["rumored", "in_talks", "proposed", "agreed", "closed", "terminated"]


class StageWords(NamedTuple):
    """One family of wordings, in lower case: the first words it may have, and the pattern of what must follow them.

    A group `take` in the pattern holds the words that say the stage, where they are not all of the match. `behind`
    names the words of which one must stand right before.
    """

    status: Status
    strength: Strength
    heads: str
    rest: str = ""
    behind: str = ""


_TRADE = r"(?:acquire|buy|divest|purchase|sell|spin off|take over)"
_DEED = (
    r"(?:accept|acquire|bid|buy|combine|complete|conclude|divest|exercise|increase|invest|lift|make|merge|offer|proceed"
    r"|purchase|raise|reduce|sell|spin off|swap|take|take over|tender)"
)
_OWN = r"(?:an?|the|its|his|her|their|any|all|this|that)"
_FILL = r"(?:(?!(?:of|for|to|by|with|in|on|at|from|it|he|they|and)\b)[\w$.,'/-]+ ){0,4}?"
"""Up to four words before a noun, no prepositions."""
_BID = r"(?:offer|bid|proposal)s?"
_TALKS = r"(?:talks|negotiations|discussions)"
_PACT = r"(?:agreement|accord|pact|contract)"
_FIRMNESS = r"(?:binding|conditional|definitive|final|formal|initial|preliminary|tentative)"
_STAKE = r"(?:stake|holdings?|interest|ownership|position|shareholding)s?"
_DEAL = r"(?:acquisition|buyout|combination|deal|disposal|merger|offer|purchase|sale|takeover|tie-up|transaction)"

STAGE_TABLE: tuple[StageWords, ...] = (
    # Ended, refused, held up.
    StageWords(
        "terminated", "stage",
        "called calling calls call",
        rf" off(?: {_OWN} {_FILL}(?:plans?|deal|merger|{_BID}|{_TALKS}))?",
    ),
    StageWords(
        "terminated", "stage",
        "withdraw withdraws withdrawing withdrawn withdrew",
        rf"(?: {_OWN} {_FILL}{_BID})?",
    ),
    StageWords(
        "terminated", "stage",
        "drop dropped dropping drops shelve shelved shelves shelving",
        rf" (?:{_OWN} {_FILL}(?:{_BID}|plans?|{_TALKS}|{_DEAL})|(?:[\w-]+ )?(?:plans|{_TALKS})"
        rf"(?: (?:to {_DEED}|(?:for|of) (?:an?|the) {_DEAL}))?)",
    ),
    StageWords("terminated", "stage", "shelved", behind="be been is was were"),
    StageWords("terminated", "stage", "rule ruled rules ruling", " out"),
    StageWords("terminated", "stage", "vote voted votes voting", " down"),
    StageWords("terminated", "stage", "gave give given gives giving", rf" up(?: on)? {_OWN} {_FILL}(?:{_BID}|plans?"
        rf"|attempts?|efforts?|pursuit|{_DEAL})"),
    StageWords(
        "terminated", "stage",
        "annulled annuls barred bars blocks forbade forbids halted halts prohibited prohibits quashed quashes "
        "scuppered scuttled thwarted vetoed vetoes",
        rf"(?= (?:{_OWN} |(?:[\w.,&-]+ ){{0,3}}[\w.,'&-]+(?:'s|s') )?{_FILL}(?:{_DEAL}|{_BID})\b)",
    ),
    StageWords(
        "terminated", "stage", "annulled forbidden prohibited quashed scuppered thwarted vetoed",
        behind="be been is was were",
    ),
    StageWords(
        "terminated", "stage",
        "banned barred prevented prohibited stopped",
        r"(?= (?:[\w.,'&-]+ ){1,6}from (?:acquiring|buying|combining|merging|purchasing|selling|taking))",
    ),
    StageWords(
        "terminated", "stage",
        "end ended ending ends suspended",
        rf" (?:{_OWN} )?{_FILL}(?:{_TALKS}|{_PACT})",
    ),
    StageWords("terminated", "stage", "break breaking broke broken", rf" off(?: (?:{_OWN} )?{_FILL}{_TALKS})?"),
    StageWords(
        "terminated", "stage",
        "failed unable",
        rf" to (?:agree|complete|conclude|reach)(?: on)?(?: (?:{_OWN} )?{_FILL}(?:{_TALKS}|terms|{_PACT}))?",
    ),
    StageWords("terminated", "stage", "agree agreed agrees", r" to (?:abandon|cancel|end|terminate|withdraw)"),
    StageWords("terminated", "stage", "collapsed ended", behind="had has have"),
    StageWords("proposed", "stage", "take taken takes taking took", r" no action"),
    StageWords("terminated", "stage", "chosen decided elected voted", r" (?:not to \w+|against (?:an? |the )?\w+)"),
    StageWords("agreed", "stage", "waiting", r" period\b[^.;]{0,90}?\b(?P<take>ended|expired|lapsed)"),
    StageWords(
        "terminated", "stage",
        "abandon abandoned abandoning blocked cancelled canceled collapsed expired lapsed overturned rescinded "
        "scrapped scrapping scraps terminate terminated terminates terminating",
    ),
    StageWords("terminated", "stage", "fallen fell", r" (?:through|apart)"),
    StageWords("terminated", "stage", "broke broken", r" down"),
    StageWords("terminated", "stage", "walked walking walks", r" away"),
    StageWords("terminated", "stage", "backed backing pulled pulling", r" out(?= of\b)"),
    StageWords(
        "terminated", "stage",
        "not",
        r" (?:interested in \w+ing|pursu\w+|seeking|true)|(?<=will not) proceed",
    ),
    StageWords(
        "terminated", "stage",
        "no",
        rf" (?:interest in (?:an? )?\w+|longer (?:\w+ing|interested in \w+ing|expects?|intends?|plans?|seeks?"
        rf"|wants?)|{_TALKS})",
    ),
    StageWords("terminated", "stage", "rebuffed rebuffing reject rejected rejecting rejects spurned spurning"),
    StageWords("terminated", "stage", "turned turning", " (?:down|away)"),
    # Votes and approvals.
    StageWords("agreed", "stage", "accepted approved approves cleared ratified"),
    StageWords(
        "agreed", "stage",
        "gained granted obtained received won",
        r" (?:final |regulatory |shareholder )?(?P<take>approval|clearance)",
    ),
    StageWords("agreed", "stage", "holders shareholders stockholders", r" (?:to|will) vote"),
    # Done.
    StageWords("agreed", "stage", "concluded", rf" (?:{_OWN} )?{_FILL}{_TALKS}"),
    StageWords("closed", "stage", "completed completes concluded consummated finalised finalized"),
    StageWords("closed", "stage", "wrapped wraps", " up"),
    StageWords("closed", "stage", "finished", " (?:acquiring|buying|selling)"),
    StageWords("closed", "stage", "sealed", rf"(?= {_OWN} {_FILL}{_DEAL}\b)"),
    StageWords("closed", "stage", "became become", " (?:effective|final)"),
    StageWords("closed", "stage", "gone went", " through"),
    StageWords("agreed", "stage", "expect expected expects", r" to (?:close|complete|conclude|finali[sz]e)"),
    StageWords(
        "agreed", "stage",
        "aim aims due hope hopes hoping intend intends plan planning plans set",
        rf" to (?:close|complete|conclude|finali[sz]e) {_OWN} {_FILL}{_DEAL}\b",
    ),
    StageWords("closed", "stage", "complete", behind="are is now was were"),
    StageWords("agreed", "stage", "complete"),
    StageWords("closed", "stage", "closed closes", r"(?! (?:above|as (?:high|low)|at|below|down|higher|"
        r"lower|near|out|trading|unchanged|up|with)\b| (?:\w+ ){0,3}\$?\d)"),
    StageWords("closed", "stage", "assumed gained taken took", " control"),
    # Agreed, more or less firmly.
    StageWords("proposed", "stage", "letter letters", " of intent"),
    StageWords("proposed", "stage", "memorandum", " of (?:understanding|agreement)"),
    StageWords("proposed", "stage", "heads", " of agreement"),
    StageWords("proposed", "stage", "term", " sheet"),
    StageWords("agreed", "stage", "agree agreed agrees", " in princip(?:le|al)"),
    StageWords("agreed", "stage", "conditionally preliminarily tentatively", " agreed"),
    StageWords("agreed", "stage", "accord agreement pact", "(?: reached)? in princip(?:le|al)"),
    StageWords(
        "agreed", "stage",
        "binding conditional definitive final formal initial preliminary tentative",
        rf"(?: (?!to\b)\w+){{0,2}}? {_PACT}s?",
    ),
    StageWords("agreed", "stage", "agree agreed agreeing agrees", rf" to (?:{_TRADE}|terms)"),
    StageWords(
        "agreed", "stage",
        "entered entering enters",
        rf" into (?:an?|the) (?:merger |purchase |sale |stock purchase )?{_PACT}",
    ),
    StageWords(
        "agreed", "stage",
        "clinched executed inked reached sealed sign signed signing signs struck",
        rf" (?:an? "
        rf"|the )?(?:(?!{_FIRMNESS})[\w-]+ ){{0,4}}?(?P<take>(?:{_FIRMNESS} (?:\w+ ){{0,2}}?)?(?:{_PACT}|deal)(?: in "
        rf"princip(?:le"
        rf"|al))?)",
    ),
    StageWords("agreed", "stage", "agree agreed agrees", r"(?= (?:in|on|that|to|with)\b)"),
    StageWords("agreed", "stage", "accord agreement pact", "(?= to )"),
    # Offered, meant, talked about.
    StageWords(
        "proposed", "stage",
        "amended amending began beginning begun boosted boosting doubled doubles extended extending extends "
        "improved increase increased increasing launched launches launching lifted made make makes making matched "
        "raise raised raises raising received receives revised revising started starting starts submitted sweetened "
        "sweetening topped",
        rf"(?: until (?!its\b)[\w.]+(?: [\w.]+)??)? {_OWN} {_FILL}{_BID}",
    ),
    StageWords(
        "proposed", "stage",
        "aim aims attempting bidding competing decided expect expected expects hope hopes hoping intend intended "
        "intends looking "
        "offered offering offers plan planned planning plans prepared proposed proposes proposing ready seek "
        "seeking seeks sought tried tries "
        "trying vying want wanted wants wishes",
        rf" to {_DEED}\b(?: {_OWN} {_FILL}{_BID})?",
    ),
    StageWords(
        "in_talks", "stage",
        "began begun having held hold holding holds in opened started",
        rf" {_FILL}{_TALKS}",
    ),
    StageWords(
        "in_talks", "stage",
        "close closer nearer",
        rf" to (?:{_OWN} {_FILL}(?:{_PACT}|{_DEAL}|deal)\b|agreeing|agreement|(?:acquir|bu[yi]|purchas|sell)ing)",
    ),
    StageWords("in_talks", "stage", "closing", rf" in on {_OWN} {_FILL}(?:{_PACT}|{_DEAL}|deal)\b"),
    StageWords("in_talks", "stage", "near nearing nears", rf" {_OWN} {_FILL}(?:{_PACT}|{_DEAL}|deal)\b"),
    StageWords("in_talks", "stage", "negotiate negotiates negotiating", r"(?: (?:the )?terms)?"),
    StageWords("in_talks", "stage", "talking", r"(?= (?:about|to|with)\b)"),
    StageWords(
        "in_talks", "stage",
        "discuss discussed discussing",
        rf"(?= (?:{_OWN} |buying|acquiring|selling|merging|combining|possible |potential )(?!.{{0,30}}announcement))",
    ),
    StageWords("rumored", "stage", "considering evaluating exploring mulling studying weighing"),
    StageWords("rumored", "stage", "consider evaluate explore mull weigh", rf"(?= {_OWN} {_FILL}{_DEAL}\b)"),
    StageWords("proposed", "stage", "leading preferred", r" (?:bidder|contender|suitor)"),
    StageWords("proposed", "stage", "front-runner frontrunner favourite favorite", r"(?= (?:for|to)\b)"),
    StageWords("proposed", "stage", "approached bidding reconsider reconsidering"),
    StageWords("proposed", "stage", "plan planning plans", rf" (?:an?|the|its) {_FILL}{_DEAL}\b"),
    StageWords("proposed", "stage", "on", " the (?:auction )?block"),
    StageWords("proposed", "stage", "for up", r"(?:(?<=up) for|(?<=for)) sale"),
    StageWords(
        "proposed", "stage",
        "exercise exercised exercises exercising",
        rf" {_OWN} {_FILL}(?:option|right)s?(?: to \w+)?",
    ),
    StageWords("proposed", "stage", "postponed delayed"),
    StageWords("proposed", "stage", "recommend recommended recommends urged urges"),
    StageWords("closed", "stage", "declared", r" (?:wholly )?unconditional"),
    StageWords("proposed", "stage", "under", " (?:consideration|study|review)"),
    StageWords("proposed", "stage", "will would", " (?:consider|offer|review|study)"),
    StageWords("rumored", "stage", "could may might", rf" (?:{_DEED}|seek)"),
    StageWords("proposed", "stage", "interested", r" in \w+ing"),
    # "said it would buy" is a "will" that is reported; any other "would" hangs on something.
    StageWords(
        "agreed", "stage", "would", rf" (?:be (?:acquired|merged|sold)|combine|merge|{_TRADE})", behind="it they"
    ),
    StageWords("proposed", "stage", "among", " (?:the )?(?:bidders|suitors)"),
    StageWords("proposed", "stage", "would", rf" (?:be (?:acquired|merged|sold)|merge|{_TRADE})"),
    StageWords(
        "agreed", "stage",
        "will would",
        rf" (?:be (?:acquired|merged|sold)|merge|(?:reduce|increase)(?! {_OWN} {_FILL}{_BID}\b)|{_TRADE})",
    ),
    # Stakes that grow and shrink.
    StageWords(
        "closed", "stage",
        "boosted cut increased lifted lowered raised reduced trimmed upped",
        rf" (?:its|his|her|their) {_FILL}{_STAKE}",
    ),
    # The deed itself.
    StageWords("closed", "act", "acquired purchased repurchased sold tendered"),
    StageWords("closed", "act", "taken took", r" over(?! \$?\d)"),
    StageWords("closed", "deed", "bought divested offloaded unloaded"),
    StageWords("closed", "deed", "gobbled picked scooped snapped", " up"),
    StageWords("closed", "deed", "acquiring buying purchasing selling", behind="after"),
    StageWords("agreed", "act", "acquiring buying selling", behind="are is was were"),
    StageWords("proposed", "act", "offered"),
    StageWords("agreed", "act", "agreed merge"),
    StageWords("in_talks", "noun", "discussions negotiations talks"),
    StageWords("agreed", "noun", "pending planned", rf"(?= (?:[\w-]+ ){{0,2}}{_DEAL}\b)"),
    StageWords("proposed", "noun", "proposed", rf"(?= (?:[\w-]+ ){{0,2}}{_DEAL}\b)"),
    StageWords("proposed", "name", "bid offer proposal"),
)  # fmt: skip
"""In the order in which they are tried at one word: the longer wording first."""
