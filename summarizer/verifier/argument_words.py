"""The words by which the arguments of a verb are found: what is passed over, what ends a phrase, what stands in.

Origin: the closed classes of English, and the verbs and nouns with which deal reports put an act ahead of itself,
collected from the development articles.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

BE = word_set("am are be been being get gets getting got is was were")
"""Forms that make the participle behind them a passive."""

DETERMINERS = word_set("""
    a all an another any both each her his its my our several some that the their these this those two your
""")

PRONOUNS = word_set("he i it itself she that they themselves we you him them")

RELATIVES = word_set("which who")

STAND_IN_NOUNS = word_set("business company concern firm group maker partnership retailer companies chipmaker")
"""Nouns that, with nothing but "the", mean somebody named before."""

SAYING = word_set("""
    added announce announced announces confirmed disclosed disclosing report reported revealed said saying says told
    stated
""")

COMMITS = word_set("""
    accepted agree agreed agreeing agrees aim aims announced announces arranged bid bids began begin begun clinched
    close closed complete completed completes completing conclude concluded considering consummated continue decided
    discussing due elected enter entered enters executed expect expected expects exploring finalised finalized finished
    hope hoped hopes intend intended intending intends likely looking made make makes making mulling negotiating offer
    offered offering offers planned planning plans prepared propose proposed proposes proposing pursue pursuing reach
    reached ready received scheduled seek seeking seeks set sign signed signs sought start started struck studying
    trying try undertook undertaking want wanted wants weighing won won't moves move moved
""")
"""Verbs that leave their subject the one who acts: "agreed to buy", "completed the purchase of"."""

OFF = word_set("""
    abandon abandoned abandoning abandons canceled canceling cancelled called dropped drops ended ends rejected
    scrapped scraps terminate terminated terminates terminating withdrew withdrawn
""")
"""Verbs that put an end to what stands behind them: "terminated its agreement to buy"."""

STAGES: tuple[tuple[str, frozenset[str]], ...] = (
    ("off", OFF),
    ("talks", word_set("""
        considering discussing exploring looking mulling negotiating negotiations studying talks weighing
    """)),
    ("agreed", word_set("""
        accord agree agreed agreeing agreement agreements agrees contract contracts deal deals definitive entered
        letter memorandum principle reached sign signed signs struck understanding
    """)),
    ("proposed", word_set("""
        aim aims bid bids could hope hoped hopes intend intended intending intends intent may might offer offered
        offering offers plan planned planning plans prepared proposal propose proposed proposes proposing pursue
        pursuing seek seeking seeks sought tender try trying tried want wanted wants
    """)),
    ("ahead", word_set("being due expect expected expects likely scheduled set shall to will would")),
)  # fmt: skip
"""How far an act has come, by the words before it; the first that applies. With none of them a past form is done."""

FINISHING = word_set("""
    closed completed completes completing concluded consummated finalised finalized finished
""")
"""Verbs that have the act of the noun behind them done."""

_COMMITMENTS = word_set("""
    accord agreement agreements bid contract contracts deal deals definitive intent letter memorandum negotiations
    non binding nonbinding offer option outline pact plan plans preliminary principle proposal right talks tender
    tentative understanding
""")
_AUXILIARIES = BE | word_set("""
    can could did do does had has have having may might must ought shall should will would
""")
_ADVERBS = word_set("""
    ago again also already always earlier ever finally friday hereby instead just last later monday month
    never next not now once saturday since so still sunday then thursday today together tomorrow too tuesday twice
    week wednesday year yesterday yet as well
""")
SKIPPED = (
    COMMITS
    | _COMMITMENTS
    | _AUXILIARIES
    | _ADVERBS
    | word_set("""
    a an the to of in into for its their
    able interested succeed succeeds unable
""")
) - {
    "it",
    "s",
}
"""What may stand between a subject and its verb."""

BOUNDARY = (
    _AUXILIARIES
    | COMMITS - {"offer", "bid", "set", "offering"}
    | SAYING
    | RELATIVES
    | word_set("""
        about according after against although amid among and around as at because before behind between but by during
        following for from how if in into last later like near next of off on onto or over per since so than that
        then through to today toward towards under until upon versus via what when where whether while with within
        without worth yesterday plus including valued
    """)
)
"""Words that end a noun phrase, or that stand before it."""

LEADERS = word_set("""
    about after against among as at before behind between by during for from in into like near of off on onto over
    than through to toward towards under upon versus via without beat
""")
"""Prepositions: a name behind one is no subject."""

INSERTS = word_set("""
    a adviser also an at based builder distributor formerly in its maker manufacturer now of once one operator owner
    parent part producer provider publisher retailer seller supplier the which who whose
""")
"""Words with which an insertion behind a name begins."""

PORTIONS = word_set("""
    a about all an any approximately another assets balance block capital certain common control controlling equity
    half holding holdings interest interests its issued just liabilities majority minority most mln million much nearly
    of one outstanding over part parts pct percent piece portion preferred remainder remaining rest rights securities
    share shareholding shares stake stakes stock substantially the their third total units voting ordinary up to more
    than almost essentially virtually ownership whole entire new ordinary additional
    assumption operations position positions
""")
"""Words for a part of what is bought: "51 percent of the shares of Tessel" is Tessel's."""

BREAKS = frozenset(',;:()[]—–“”"<>!?')
"""Marks that end a phrase."""

ASSET_NOUNS = word_set("""
    activities affiliate arm assets brand branch branches business businesses division divisions holdings interest
    interests line operation operations plant plants portfolio property store stores subsidiaries subsidiary unit units
""")
"""Heads of phrases that name a part of a company."""

CONSENTS = word_set("approval authorisation authorization backing blessing clearance consent leave licence license nod "
                    "permission waiver")  # fmt: skip
"""What somebody else gives before one may buy."""
GETTING = word_set("""
    awaiting await awaits final formal full get gets getting got has have gain gained gains need needed needs obtain
    obtained obtains preliminary receive received receives regulatory seek seeking seeks sought secure secured secures
    the unconditional conditional win wins won
""")
"""Between the one who gets a consent and the word for it."""
