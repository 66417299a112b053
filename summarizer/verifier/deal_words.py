"""The words of deals: which verb gives whom which part, which words tell a deal's stage and kind.

Origin: the verbs and nouns with which English business prose reports deals, collected from the deal sentences of the
development articles and completed from the synonyms that dictionaries give for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.text.phrases import word_set
from summarizer.verifier.wording import stem


@dataclass(frozen=True, slots=True)
class Relation:
    """Who does what to whom. `doer` and `other` are the roles that fit the grammatical subject and the other party."""

    doer: frozenset[str]
    other: frozenset[str]
    link: frozenset[str] = frozenset()
    """Prepositions that lead from the verb to the other party where it is not the verb's object ("sold … to Y")."""
    never_doer: frozenset[str] = frozenset()
    """Roles that, beside those of the other party, do not fit the subject either."""
    never_other: frozenset[str] = frozenset()
    """Roles that, beside those of the subject, do not fit the other party either."""

    @property
    def not_doer(self) -> frozenset[str]:
        """The roles that contradict being the subject."""
        return (self.other | self.never_doer) - self.doer

    @property
    def not_other(self) -> frozenset[str]:
        """The roles that contradict being the other party."""
        return (self.doer | self.never_other) - self.other


def _roles(words: str) -> frozenset[str]:
    return word_set(words)


BUYS = Relation(_roles("acquirer customer investor partner"), _roles("target investee partner"),
                never_doer=_roles("seller supplier"))  # fmt: skip
BIDS = Relation(_roles("acquirer investor partner rival"), _roles("target investee partner"), _roles("for"))
SELLS = Relation(_roles("seller supplier partner"), _roles("target investee partner"),
                 never_doer=_roles("acquirer customer"), never_other=_roles("acquirer customer investor"))  # fmt: skip
SELLS_TO = Relation(_roles("seller supplier partner target"), _roles("acquirer customer investor partner"),
                    never_other=_roles("target investee"))  # fmt: skip
SUPPLIES = Relation(_roles("supplier seller partner"), _roles("customer acquirer partner"), _roles("to with"))
INVESTS = Relation(
    _roles("investor acquirer lender partner"), _roles("investee target borrower partner"), _roles("in into")
)
LENDS = Relation(_roles("lender investor"), _roles("borrower investee customer target"), _roles("to with"))
LICENSES_OUT = Relation(
    _roles("licensor seller supplier partner"), _roles("licensee customer acquirer partner"), _roles("to")
)

PAYS = Relation(_roles("acquirer customer investor licensee partner"), _roles("seller supplier licensor target"))
OWNS = Relation(_roles("seller partner"), _roles("target partner"))

VERBS: dict[str, Relation] = {
    form: relation
    for relation, forms in (
        (
            BUYS,
            """acquire acquires acquired acquiring buy buys bought buying purchase purchases purchased purchasing
            absorb absorbed repurchase repurchased repurchases snapped""",
        ),
        (BIDS, "bid bids bidding offer offered offering offers pay paying pays paid"),
        (SELLS, "sell sells sold selling divest divests divested divesting offload offloads offloaded offloading"),
        (
            SUPPLIES,
            """supply supplies supplied supplying provide provides provided providing deliver delivers delivered
            delivering furnish furnished equip equips equipped""",
        ),
        (INVESTS, "invest invests invested investing"),
        (LENDS, "lend lends lent lending"),
        (LICENSES_OUT, "license licenses licensed licensing licence licenced"),
    )
    for form in forms.split()
}
"""Verbs by their forms. In a passive ("was acquired by") the parts are the other way round."""

NOUNS: dict[str, Relation] = {
    "acquisition": BUYS,
    "acquisitions": BUYS,
    "bid": BIDS,
    "approach": BIDS,
    "buyout": BUYS,
    "disposal": SELLS,
    "disposition": SELLS,
    "divestiture": SELLS,
    "divestment": SELLS,
    "offer": BIDS,
    "proposal": BIDS,
    "purchase": BUYS,
    "purchases": BUYS,
    "sale": SELLS,
    "takeover": BUYS,
}
"""Nouns that act like a verb: "A's acquisition of B", "the acquisition of B by A", "B's acquisition by A"."""

BID_FOR = frozenset({"licensing", "supply"})
"""Kinds of deals in which who bids for the contract offers to do it, and buys nothing."""

SIDES: dict[Relation, tuple[str, str]] = {
    BUYS: ("buys", "bought"),
    BIDS: ("buys", "bought"),
    SELLS: ("sells", "bought"),
    SELLS_TO: ("sells", "buys"),
    SUPPLIES: ("supplies", "supplied"),
    INVESTS: ("invests", "funded"),
    LENDS: ("lends", "lent"),
    LICENSES_OUT: ("licenses", "licensed"),
    OWNS: ("owns", "owned"),
    PAYS: ("pays", "paid"),
}
"""By relation the side of its doer and of the other party."""

AFFINITY: dict[str, dict[str, int]] = {
    "buys": {"acquirer": 2, "investor": 1, "customer": 1, "target": -2, "seller": -2, "investee": -2, "supplier": -2},
    "bought": {"target": 2, "investee": 1, "seller": -1, "acquirer": -2, "investor": -2, "customer": -2},
    "sells": {
        "seller": 2,
        "supplier": 2,
        "licensor": 1,
        "target": -1,
        "acquirer": -2,
        "customer": -2,
        "investor": -2,
    },
    "owner": {"seller": 2, "supplier": 1, "licensor": 1, "acquirer": -2, "customer": -2, "investor": -2},
    "pays": {
        "acquirer": 1,
        "customer": 1,
        "investor": 1,
        "licensee": 1,
        "seller": -2,
        "supplier": -2,
        "licensor": -2,
        "investee": -1,
    },
    "paid": {"seller": 1, "supplier": 1, "licensor": 1, "investee": 1, "acquirer": -2, "customer": -2, "licensee": -2},
    "supplies": {"supplier": 2, "seller": 1, "customer": -2, "acquirer": -1},
    "supplied": {"customer": 2, "acquirer": 1, "supplier": -2, "seller": -1},
    "invests": {"investor": 2, "acquirer": 1, "lender": 1, "investee": -2, "target": -2, "seller": -2, "borrower": -2},
    "funded": {"investee": 2, "target": 1, "borrower": 1, "investor": -2, "acquirer": -2, "lender": -2},
    "lends": {"lender": 2, "investor": 1, "borrower": -2, "investee": -2},
    "lent": {"borrower": 2, "investee": 1, "lender": -2, "investor": -2},
    "owns": {"seller": 1, "target": -1, "investee": -1},
    "owned": {"target": 1, "seller": -1, "acquirer": -1, "investor": -1},
    "licenses": {"licensor": 2, "seller": 1, "supplier": 1, "licensee": -2, "acquirer": -1, "customer": -1},
    "licensed": {"licensee": 2, "acquirer": 1, "customer": 1, "licensor": -2, "seller": -1, "supplier": -1},
}
"""By the side of an act: how well a role fits who stands there; 0 where it is not named."""

PRINCIPALS = _roles(
    "supplier customer acquirer target seller investor investee partner licensor licensee lender borrower"
)
"""The roles of those who make a deal; advisers, regulators and rivals stand beside it."""

BESIDE: dict[str, frozenset[str]] = {
    "rival": word_set("bidder bidders competing outbid suitor suitors"),
    "competitor": word_set("competitor competitors rival rivals"),
    "adviser": word_set("""
        advise advised adviser advisers advising advisor advisors counsel counseled represented advises
    """),
    "regulator": word_set("""
        antitrust authority commission court approval regulator regulators regulatory review watchdog
    """),
    "acquirer": word_set("acquirer buyer purchaser"),
    "target": word_set("target"),
    "seller": word_set("seller"),
}
"""Words that, right before or behind a name, put its bearer beside the deal."""

EXCLUDED_ROLES: dict[str, frozenset[str]] = {
    "acquirer": _roles("seller supplier target licensor investee borrower"),
    "target": _roles("acquirer customer investor lender"),
    "seller": _roles("acquirer customer investor"),
}
"""By what the article calls somebody outright ("the buyer, Norvane"): the roles that it then does not have."""

ROLE_CUES: dict[str, frozenset[str]] = {
    "partner": word_set("""
        alliance collaborate collaborated collaboration jointly joint merge merged merger partner partnered
        partnering partners partnership team teamed venture with
    """),
    "investor": word_set("""
        backed backer backers funding fund invest invested investment investor investors led leading participated
        participating raised round stake
    """),
    "investee": word_set("funding raised raises raising round invest invested investment stake"),
    "lender": word_set("bank banks credit facility lend lender lenders loan loans underwriter"),
    "borrower": word_set("borrow borrowed borrowing credit debt facility loan loans"),
    "licensor": word_set("license licensed licence licensing rights royalties royalty"),
    "licensee": word_set("license licensed licence licensing rights royalties royalty"),
    "supplier": word_set("award awarded awards contract contracts order orders won wins winning secured"),
    "customer": word_set("award awarded awards contract contracts customer customers order ordered orders"),
    "acquirer": word_set("bid bids offer offers offered takeover buyout buyer"),
    "target": word_set("bid bids offer takeover buyout target"),
    "seller": word_set("owner parent sale seller unit"),
}  # fmt: skip
"""Words of a sentence that bear a role out where no verb gives it to the party outright."""

STATUS: dict[str, tuple[str, ...]] = {
    "terminated": (
        "abandon", "abandoned", "abandons", "broke off", "break off", "call off", "called off", "calls off",
        "bowed out", "cancel", "canceled", "cancelled", "collapsed", "dropped its", "dropped out", "ended talks",
        "ended without agreement",
        "fell apart", "fell through", "pulled out", "scrap", "scrapped", "scraps", "terminate", "terminated",
        "terminates", "termination", "walked away", "withdraw from",
        "withdrawn", "withdrew",
    ),
    "closed": (
        "announced the closing of", "announces the closing of", "closed",
        "complete its", "completed", "completes", "completion", "concluded its", "concluded the",
        "consummated", "finalised",
        "finalized", "has acquired", "has bought", "was closed",
    ),
    "agreed": (
        "agree", "agreed", "agreement", "agrees", "award", "awarded", "contract", "deal to", "definitive",
        "has signed", "inked", "inks", "secured", "sign", "signed", "signs", "struck", "to acquire", "to buy",
        "as winner", "to purchase", "to sell", "to supply", "will acquire", "will buy", "win", "winner of", "wins",
        "won",
    ),
    "proposed": (
        "bid", "bids", "has offered", "made an offer", "offer", "offered", "plan to", "plans", "plans to",
        "proposal", "propose", "proposed", "proposes", "tender offer", "unsolicited",
    ),
    "in_talks": (
        "considering", "discuss", "discussed", "discussing", "discussions", "exploring", "in talks", "negotiate",
        "negotiating", "negotiations", "talks", "weighing",
    ),
    "rumored": (
        "according to people", "considering", "could", "familiar with the matter", "may", "mulling",
        "people familiar", "reportedly", "rumor", "rumored", "rumors", "rumour", "rumoured", "sources",
        "believed to", "is said to", "market talk", "might", "possible", "press report",
        "seen as", "speculation", "thought to", "understood to", "weighing",
    ),
}  # fmt: skip
"""Words that bear a deal's stage out."""

STATUS_EXCLUDES: dict[str, frozenset[str]] = {
    "closed": frozenset({"terminated", "in_talks", "pending", "meant", "refused", "signed", "proposed", "rumored"}),
    "agreed": frozenset({"terminated", "closed", "did", "in_talks", "meant", "paid", "proposed", "refused", "rumored"}),
    "terminated": frozenset({"closed", "agreed", "announced", "did", "in_talks", "meant", "pending", "signed"}),
    "in_talks": frozenset({"closed", "terminated", "agreed", "announced", "did", "pending", "firm"}),
    "proposed": frozenset({"closed", "did", "terminated"}),
    "rumored": frozenset({"closed", "terminated", "agreed", "announced", "did", "pending", "firm"}),
}
"""By the stage that a record claims: those whose words contradict it where no word bears it out."""

MEANT = (
    "intends to",
    "made a proposal",
    "made an offer",
    "offered to",
    "plans to",
    "proposal",
    "propose",
    "proposed",
    "proposes",
    "proposing",
    "seeking to",
    "unsolicited",
    "wants to",
)
"""Words that leave a deal a wish of one side."""

SIGNED = (
    "agreed in principle",
    "agreed monday",
    "agreed to",
    "agreement in principle",
    "agrees to",
    "agreement to",
    "definitive agreement",
    "definitive merger agreement",
    "has won",
    "letter of intent",
    "pending",
    "signed a letter",
    "signs",
    "tentative agreement",
    "to be acquired",
    "will acquire",
    "will buy",
    "will pay",
    "won an order",
)
"""Words that have a deal made and not yet done."""

FIRM = tuple(
    word
    for word in SIGNED
    if word not in ("letter of intent", "pending", "signed a letter", "to be acquired") and "principle" not in word
    and "tentative" not in word
)  # fmt: skip
"""Those of them that leave no doubt that there is a deal."""

POSSIBLY = frozenset({"according to people", "could", "may", "might", "possible", "sources"})
"""Words for a rumor that are said of anything: they tell of a deal only right at a word for one."""

DEALING = frozenset(
    stem(word)
    for word in [
        "acquire",
        "alliance",
        "approach",
        "bid",
        "buy",
        "combination",
        "combine",
        "contract",
        "deal",
        "interested",
        "invest",
        "joint",
        "loan",
        "merge",
        "offer",
        "order",
        "purchase",
        "sell",
        "stake",
        "suitor",
        "supply",
        "takeover",
        "tender",
        "tie-up",
        "transaction",
        "venture",
    ]
)
"""Stems of words for a deal."""

SOFTER: dict[str, tuple[str, ...]] = {
    "closed": (
        "acquired", "acquires", "bought", "buys", "closes", "closing", "combined", "completion of",
        "concluded", "divested", "has sold", "led by", "merged", "purchased", "raised",
        "sold", "taken over", "took control", "took over", "was acquired",
    ),
    "agreed": (
        "accepted", "accord", "agreeing", "announced", "approved", "buys", "contracts", "deal", "entered", "order",
        "pact", "partnership", "pending", "sells", "terms", "to be acquired", "understanding", "unanimously", "will",
    ),
}  # fmt: skip
"""Words that may bear a stage out, which only keep it from being called altered."""

HELD = (
    "accumulated", "accumulating", "amassed",
    "built a", "built up", "disclosed a", "held", "held by", "holds", "now owns", "owns", "revealed a", "took a",
)  # fmt: skip
"""Words by which somebody has a stake, so that an investment may well be done."""

DID = (
    "acquired", "bought", "boosted its stake", "divested", "has sold", "increased its stake", "lowered its stake",
    "purchased", "raised its stake", "reduced its stake", "sold", "spun off", "took control", "took full control",
    "took majority control", "took over", "took up", "was acquired", "wrapped up its",
)  # fmt: skip
"""Plain words for what is done."""

ACT_EXCLUDES: dict[str, frozenset[str]] = {
    "done": frozenset({"agreed", "ahead", "proposed", "talks", "off"}),
    "agreed": frozenset({"done", "proposed", "talks", "off"}),
    "proposed": frozenset({"done", "agreed"}),
    "talks": frozenset({"done", "agreed"}),
    "rumored": frozenset({"done", "agreed"}),
    "off": frozenset({"done", "agreed", "ahead", "proposed", "talks"}),
}
"""By the stage of an act (`Joined.stage`) that is claimed: those that contradict it."""

STRONG: dict[str, tuple[str, ...]] = {
    "done": ("closed", "completed", "completes", "concluded the", "consummated", "finalised", "finalized",
             "has acquired", "has bought", "has completed"),
    "agreed": tuple(word for word in STATUS["agreed"] if not word.startswith("to ")),
    "proposed": (*STATUS["proposed"], "in principle", "letter of intent", "non-binding", "nonbinding", "preliminary"),
    "talks": STATUS["in_talks"],
    "rumored": STATUS["rumored"],
    "off": (
        *STATUS["terminated"], "blocked", "broken off", "denied", "denies", "ended", "ends", "expired", "failed",
        "lapsed", "no longer", "not interested", "not pursue", "reject", "rejected", "rejects", "turned down",
    ),
}  # fmt: skip
"""By the stage of an act: words anywhere in the cited sentences that may bear it out all the same."""

PENDING = (
    "be closed", "be completed", "closing is expected", "completion is expected", "due to close", "due to complete",
    "expected to be finalised", "expected to be finalized", "expected to close", "expects to close",
    "expects to complete", "is expected to be completed", "on track to close", "on track to complete",
    "pending acquisition", "pending merger", "pending purchase", "pending sale", "pending takeover", "set to close",
    "should be completed", "should close", "should complete", "to be completed", "to close", "to complete",
    "will be completed", "will close", "will complete",
)  # fmt: skip
"""Words that have the closing still ahead."""

KINDS: dict[str, tuple[str, ...]] = {
    "supply": (
        "contract", "deliver", "delivered", "deliveries", "equip", "order", "orders", "provide", "provided",
        "provides", "sell the", "sold", "supplied", "supplier", "supplies", "supply", "supplying",
    ),
    "acquisition": (
        "acquire", "acquired", "acquires", "acquiring", "acquisition", "bought", "buy", "buying", "buyout", "buys",
        "purchase", "purchased", "takeover", "tender offer",
    ),
    "merger": ("combination", "combine", "merge", "merged", "merger", "merging"),
    "investment": (
        "backed", "funding", "invest", "invested", "investing", "investment", "investor", "round", "series a",
        "series b", "series c", "stake",
    ),
    "partnership": (
        "alliance", "collaborate", "collaboration", "partner", "partnered", "partnership", "team up", "teamed up",
        "tie-up",
    ),
    "joint_venture": ("joint venture", "jv"),
    "licensing": ("licence", "license", "licensed", "licensing", "royalties", "royalty"),
    "financing": (
        "bond", "bonds", "credit", "debt", "facility", "financing", "loan", "loans", "notes", "raise", "raised",
        "refinance",
    ),
    "divestiture": (
        "carve", "carve-out", "divest", "divested", "divesting", "divestiture", "sale", "sell", "selling", "sells",
        "sold", "spin off", "spinoff",
    ),
}  # fmt: skip
"""Words that bear a deal's kind out."""

_OWNED = "ownership"
KIND_FAMILIES = {
    "acquisition": _OWNED, "merger": _OWNED, "divestiture": _OWNED, "investment": "funding", "supply": "supply",
    "licensing": "licensing", "financing": "loan", "partnership": "joint", "joint_venture": "joint",
}  # fmt: skip
"""By a deal's kind the family of kinds that a reader may call it as well."""

KIND_CORE: dict[str, tuple[str, ...]] = {
    _OWNED: (
        "acquire", "acquired", "acquires", "acquiring", "acquisition", "acquisitions", "bought", "buyout", "divest",
        "divested", "divestiture", "merge", "merged", "merger", "purchase of", "purchased", "subsidiary", "takeover",
        "tender offer", "to buy", "to sell its",
    ),
    "supply": (
        "order to supply", "supplied", "supplies", "supply", "supply agreement", "supply contract", "supply deal",
        "to deliver", "will deliver", "will supply",
    ),
    "licensing": ("licence", "licences", "license", "licensed", "licensee", "licensing", "licensor", "royalties"),
    "loan": (
        "bond", "bonds", "credit facility", "credit line", "lender", "lenders", "loan", "loans", "refinance",
        "term loan",
    ),
    "funding": ("funding round", "seed round", "series a", "series b", "series c", "series d", "series e"),
    "joint": ("joint venture", "joint ventures", "partnership", "strategic alliance"),
}  # fmt: skip
"""By family: words that name such a deal outright."""

KIND_ALSO: dict[str, tuple[str, ...]] = {
    _OWNED: (
        *KINDS["acquisition"], *KINDS["merger"], *KINDS["divestiture"], *KINDS["joint_venture"], "assets", "assume",
        "assumed", "bid", "bids", "buyer", "exchange of shares", "holding", "interest in", "offer for", "offered",
        "own", "owned", "ownership",
        "pay", "paid", "parent", "privatisation", "sells", "shares", "stake", "swap", "take over", "taken over",
        "takes over", "to sell", "will own",
    ),
    "supply": (
        *KINDS["supply"], "award", "awarded", "contracts", "customer", "delivers", "lease", "leased", "order",
        "ordered", "orders", "purchase agreement", "service", "services", "shipments", "ships", "source", "sourcing",
        "supplying", "to build", "to manufacture",
    ),
    "licensing": (*KINDS["licensing"], "patent", "patents", "right to", "rights", "sublicense", "technology"),
    "loan": (
        *KINDS["financing"], "float", "flotation", "go public", "going public", "ipo", "listing", "placement",
        "placing", "rights issue", "went public", "share issue", "share sale", "borrow", "borrowed",
        "borrower", "finance", "financed", "funded", "funding",
        "lend", "lending", "lent", "lender", "lenders", "mortgage", "offering", "refinancing", "series a", "series b",
        "series c", "underwriter",
    ),
    "funding": (
        *KINDS["investment"], "bought shares", "capital", "equity", "financing", "holding", "inject", "interest in",
        "investors", "own", "owns", "pct", "per cent of", "percent of", "raised", "raising", "shares", "stakes",
        "stock", "venture",
    ),
    "joint": (
        *KINDS["partnership"], *KINDS["joint_venture"], "agreement", "co-develop", "cooperate", "cooperation",
        "develop", "joint", "jointly", "partners", "together", "tie up", "venture", "work with",
    ),
}  # fmt: skip
"""By family: words by which somebody may call a deal so with some right; they prove nothing."""

EVENTS: dict[str, tuple[str, ...]] = {
    "announced": (
        "announce", "announced", "announcement", "announces", "disclosed", "reported", "revealed", "said",
        "unveiled",
    ),
    "signed": ("agreed", "agreement", "inked", "reached", "sign", "signed", "signing", "struck"),
    "closed": ("closed", "closing", "completed", "completion", "concluded", "finalised", "finalized"),
    "expected_close": ("close", "closing", "complete", "completed", "completion", "expected", "expects", "finalize"),
    "terminated": STATUS["terminated"],
}  # fmt: skip
"""Words of a sentence that bear out what happened on its date."""
