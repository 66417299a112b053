"""The verbs and nouns of deals other than ownership: supply, licences, loans, funding rounds, partnerships.

Each row says what a word does with its parts, as grammatical functions: who its subject is, and who stands behind
which preposition. Origin: the verbs of contracting in newswire usage; the classes follow FrameNet's frames Supply,
Commerce_buy, Hiring, Lending, Borrowing, Grant_permission and Collaboration.
"""

from __future__ import annotations

from summarizer.models.offline.deal_triggers import Form, Verb
from summarizer.text.phrases import word_set

_FORMS: tuple[tuple[str, str, str, str, str, str], ...] = (
    # does, base, third person, past, participle, -ing
    ("borrow", "borrow", "borrows", "borrowed", "borrowed", "borrowing"),
    ("buy", "buy", "buys", "bought", "bought", "buying"),
    ("buy", "purchase", "purchases", "purchased", "purchased", "purchasing"),
    ("choose", "appoint", "appoints", "appointed", "appointed", "appointing"),
    ("choose", "choose", "chooses", "chose", "chosen", "choosing"),
    ("choose", "commission", "commissions", "commissioned", "commissioned", "commissioning"),
    ("choose", "hire", "hires", "hired", "hired", "hiring"),
    ("choose", "name", "names", "named", "named", "naming"),
    ("choose", "pick", "picks", "picked", "picked", "picking"),
    ("choose", "select", "selects", "selected", "selected", "selecting"),
    ("choose", "tap", "taps", "tapped", "tapped", "tapping"),
    ("equip", "equip", "equips", "equipped", "equipped", "equipping"),
    ("equip", "outfit", "outfits", "outfitted", "outfitted", "outfitting"),
    ("issue", "issue", "issues", "issued", "issued", "issuing"),
    ("issue", "place", "places", "placed", "placed", "placing"),
    ("issue", "price", "prices", "priced", "priced", "pricing"),
    ("lease", "charter", "charters", "chartered", "chartered", "chartering"),
    ("lease", "lease", "leases", "leased", "leased", "leasing"),
    ("lease", "rent", "rents", "rented", "rented", "renting"),
    ("lend", "lend", "lends", "lent", "lent", "lending"),
    ("lend", "loan", "loans", "loaned", "loaned", "loaning"),
    ("license", "in-license", "in-licenses", "in-licensed", "in-licensed", "in-licensing"),
    ("license", "license", "licenses", "licensed", "licensed", "licensing"),
    ("license", "licence", "licences", "licenced", "licenced", "licencing"),
    ("license", "out-license", "out-licenses", "out-licensed", "out-licensed", "out-licensing"),
    ("make", "build", "builds", "built", "built", "building"),
    ("make", "construct", "constructs", "constructed", "constructed", "constructing"),
    ("make", "install", "installs", "installed", "installed", "installing"),
    ("make", "maintain", "maintains", "maintained", "maintained", "maintaining"),
    ("make", "make", "makes", "made", "made", "making"),
    ("make", "manufacture", "manufactures", "manufactured", "manufactured", "manufacturing"),
    ("make", "operate", "operates", "operated", "operated", "operating"),
    ("order", "order", "orders", "ordered", "ordered", "ordering"),
    ("participate", "invest", "invests", "invested", "invested", "investing"),
    ("participate", "participate", "participates", "participated", "participated", "participating"),
    ("participate", "take", "takes", "took", "taken", "taking"),
    ("partner", "ally", "allies", "allied", "allied", "allying"),
    ("partner", "collaborate", "collaborates", "collaborated", "collaborated", "collaborating"),
    ("partner", "join", "joins", "joined", "joined", "joining"),
    ("partner", "partner", "partners", "partnered", "partnered", "partnering"),
    ("partner", "team", "teams", "teamed", "teamed", "teaming"),
    ("issue", "sell", "sells", "sold", "sold", "selling"),
    ("raise", "raise", "raises", "raised", "raised", "raising"),
    ("supply", "deliver", "delivers", "delivered", "delivered", "delivering"),
    ("supply", "provide", "provides", "provided", "provided", "providing"),
    ("supply", "supply", "supplies", "supplied", "supplied", "supplying"),
)

DEED_VERBS: dict[str, Verb] = {}
for _does, _base, _third, _past, _participle, _ing in _FORMS:
    _rows: tuple[tuple[str, Form], ...] = (
        (_base, "base"),
        (_third, "finite"),
        (_past, "past"),
        (_participle, "past"),
        (_ing, "ing"),
    )
    for _word, _form in _rows:
        DEED_VERBS[_word] = Verb(_base, _does, _form)
for _word in (
    "buys",
    "charter",
    "issuing",
    "leases",
    "manufacturing",
    "names",
    "place",
    "places",
    "placing",
    "pricing",
    "rent",
    "rents",
    "selling",
    "taken",
):
    del DEED_VERBS[_word]


MAKING = word_set("""
    build construct deliver design develop equip furnish install maintain make manufacture operate produce provide
    sell supply upgrade
""")
"""What a contractor does for its customer."""
USING = word_set("commercialise commercialize develop distribute exploit make manufacture market produce sell use")
"""What a licensee does with what is licensed."""
BUYING = word_set("buy order purchase")

_LEADING: tuple[tuple[str, str], ...] = (
    ("get", """
        acquire acquired acquires bag bagged bags book booked books capture captured captures clinch clinched
        clinches gain gained gains get gets got land landed lands nab nabbed nabs obtain obtained obtains
        receive received receives receiving score scored scores secure secured secures securing snag snagged
        snags win winning wins won
    """),
    ("give", """
        arrange arranged arranges award awarded awarding awards commit commits committed extend extended
        extends gave give given gives grant granted grants hand handed hands offer offered offers place placed
        places placing provide provided provides providing
    """),
    ("make", """
        agree agreed agreeing agrees amend amended amends announce announced announces close closed closes
        closing complete completed completes conclude concluded concludes create created creates cut draw drew
        enter entered entering enters establish established establishes expand expanded expands finalise
        finalised finalize finalized form formed forming forms had has have ink inked inking inks launch
        launched launches launching negotiate negotiated negotiates negotiating raise raised raises reach
        plan planned planning plans prepare prepared prepares preparing price priced prices
        reached reaches refinance refinanced refinances refinancing renew renewed renews seal sealed seals
        seek seeking seeks set sign signed signing signs sought strike struck take took unveil unveiled
        unveils
    """),
    ("allow", "approved approves cleared clears sanctioned sanctions"),
    ("pay", "paid pay paying pays"),
    ("fund", "co-led co-leads join joined joins lead leading leads led"),
    ("lose", "lose loses losing lost"),
    ("repay", "repaid repay repaying repays replace replaced replaces replacing"),
    ("end", """
        abandon abandoned abandons cancel canceled cancelled cancels dissolve dissolved dissolves drop dropped
        drops end ended ending ends exit exited pulled quit scrap scrapped scraps terminate terminated
        terminates terminating
    """),
)  # fmt: skip
LEADING: dict[str, str] = {word: does for does, words in _LEADING for word in sorted(word_set(words))}
"""What is done with a contract, a loan or a round: who gets it, who gives it, who makes one with another.

`allow`: a bank approves a loan that it gives, but an authority a contract of others."""

HEADS: dict[str, str] = {
    "accord": "agreement",
    "agreement": "agreement",
    "agreements": "agreement",
    "alliance": "partnership",
    "collaboration": "partnership",
    "contract": "contract",
    "contracts": "contract",
    "deal": "agreement",
    "deals": "agreement",
    "facilities": "credit",
    "facility": "credit",
    "financing": "financing",
    "funding": "funding",
    "joint-venture": "partnership",
    "lease": "lease",
    "licence": "licence",
    "license": "licence",
    "licenses": "licence",
    "line": "credit",
    "loan": "loan",
    "loans": "loan",
    "mortgage": "loan",
    "flotation": "offering",
    "ipo": "offering",
    "offering": "offering",
    "order": "order",
    "orders": "order",
    "pact": "agreement",
    "partnership": "partnership",
    "revolver": "loan",
    "rights": "rights",
    "round": "round",
    "subcontract": "contract",
    "tie-up": "partnership",
    "venture": "venture",
}
"""What a noun at the head of a phrase is, before the words that stand in front of it tell its kind."""

_MODIFIERS: tuple[tuple[str, str], ...] = (
    ("supply", """
        aircraft building buying catering chartering construction delivery engineering equipment installation
        logistics maintenance manufacturing offtake order outsourcing procurement purchase purchasing servicing
        shipbuilding subcontract supply
    """),
    ("licensing", "licence licences license licensing sublicense"),
    ("partnership", """
        alliance code-share codeshare co-operation collaboration collaborative co-marketing commercial cooperation
        development distribution marketing partnering partnership promotion research strategic
    """),
    ("financing", "bridge credit debt financing lending loan mortgage refinancing revolving term"),
    ("none", """
        acquisition arbitration bailout bidding buyout charter collective confidentiality court custody employment
        futures guarantee indemnity labor labour lease merger non-compete non-disclosure option peace pay
        plea recognition record rental restraining rights sale sales settlement severance share shareholder
        shareholders shareholding sponsorship standstill stock takeover tax tender trade union voting wage
    """),
)  # fmt: skip
MODIFIERS: dict[str, str] = {word: kind for kind, words in reversed(_MODIFIERS) for word in sorted(word_set(words))}
"""The kind that a word in front of "agreement", "deal" or "contract" gives it; `none`: no deal of these kinds."""

ROUND_WORDS = word_set("""
    angel equity financing funding growth investment investors pre-seed round seed series start-up startup valuation
    venture
""")
"""Words beside an amount raised that make it money from investors."""
DEBT_WORDS = word_set("bond bonds debt debentures loan loans notes")
OFFERING_WORDS = word_set("equity initial public rights secondary share stock")
"""What stands in front of "offering" where a company sells its shares."""
CREDIT_WORDS = word_set("credit loan")
"""What stands in front of "facility" and "line" where they are of a bank."""
NOT_DEALT = word_set("backlog bylaws cash court executive law mail money new pecking purchase short social tall world")
"""Words in front of "order" that make it no order for goods."""
ROUND_BEFORE = word_set("a b c d e f funding financing seed series investment equity investor venture growth latest")
DEFINITE = word_set("that the this")

PARTY_NOUNS: dict[str, tuple[str, str]] = {
    "arranger": ("financing", "lender"),
    "arrangers": ("financing", "lender"),
    "backers": ("investment", "investor"),
    "banks": ("financing", "lender"),
    "bookrunners": ("financing", "lender"),
    "investors": ("investment", "investor"),
    "lender": ("financing", "lender"),
    "lenders": ("financing", "lender"),
}
"""Nouns for those who take part in a loan or a round that was told of before: "Tarn is among the lenders"."""

PROMISES = word_set("""
    agree agreed agreeing agreement agrees chosen committed contract contracted deal expects hired order pact picked
    plan planning plans selected set signed talks tapped
""")
"""Words before an infinitive that make it a deal."""
BUYER_NOUNS = word_set("buying catering outsourcing procurement purchase purchasing")
"""Words in front of "agreement" that make its subject the customer."""
CONTRACT_WORDS = word_set("agreement contract deal order pact")
"""Words beside "will build" that make it a deal."""
ORDER_WORDS = word_set("contract contracts order orders supplies supply")
"""Words beside goods that are bought which make it an order, and no purchase in a shop."""
CHOSEN_AS: dict[str, str] = {
    "builder": "supply",
    "contractor": "supply",
    "distributor": "partnership",
    "provider": "supply",
    "supplier": "supply",
    "vendor": "supply",
}
"""As what somebody is chosen, with the kind of deal that it makes."""
CREDIT = word_set(
    "capital credit equity facility finance financing funding funds guarantee guarantees loan loans mortgage"
)
"""What a bank or an investor provides, which is no supply."""
