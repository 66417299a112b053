"""Which class of word each common word belongs to, as far as the sentences of deals need it.

Origin: closed classes from any grammar of English (R. Quirk et al., A Comprehensive Grammar of the English Language);
the nouns and verbs of business from newswire usage and style guides.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

_TABLE: tuple[tuple[str, str], ...] = (
    ("d", """
        a all an another any both certain each either every half her his its more most much my no our several some
        these their the this those various whole your
    """),
    ("I", "he him it she them they we"),
    ("B", "are be been being is was were"),
    ("H", "had has have having"),
    ("V", "can could did do does may might must shall should will would"),
    ("o", "of"),
    ("i", "in into"),
    ("f", "for"),
    ("t", "to"),
    ("b", "by"),
    ("m", "from"),
    ("w", "with"),
    ("p", """
        about above across against along amid among around at beside besides between beyond despite during except
        excluding following given including like near off on onto out outside over per pursuant through throughout
        toward towards under unlike up upon versus via within without
    """),
    ("u", """
        after although as because before how if once since so than though unless until when where whereas whether
        while why
    """),
    ("q", "that which who whom whose"),
    ("c", "and but or plus"),
    ("r", """
        again ago ahead already also altogether always away back down earlier else even ever finally first formally
        forward further hereby here instead jointly just later least long never not now off often once only perhaps
        quite rather soon still subsequently then there thereby therefore thus together too today tomorrow very well
        yesterday yet n't
    """),
    ("R", """
        added adds announced announces announcing confirmed confirms disclosed disclosing discloses indicated informed
        noted notified reported reports revealed reveals said saying says stated told
    """),
    ("G", """
        abandon abandoned accept accepted accepts agree agreed agreeing agrees aim aims allow allowed allows
        appointed approve approved approves asked asking attract attracted attracts authorized became become
        began begin begun believes
        blocked called canceled cancelled cancels ceased cleared close closed closes commenced complete
        completed completes completing concluded consider considered considering considers consummated
        continue continued contracted decided declined dropped drops ended ends enter entered entering enters
        executed exercise exercised expand expanded expect expected expects explore exploring extend extended
        failed filed finalised finalized finalizing form formed gave get gets give given gives got hope hopes
        identify inked intend intended intends invited launch launched launches led made make makes making met
        mulling mulls named nearing need needs negotiate negotiated negotiating obtained offered offering
        oppose opposed outbid overturned owned owning plan planned planning plans prepared proceed propose proposed
        proposes proposing pursue put puts putting reach reached reaches reaching receive received receives recommended
        reject rejected rejects remains require required requires reviewed revived scrapped seek seeking seeks
        selected set sign signed signing signs sought start started starting struck studying submit submitted
        subscribe tendered terminate terminated tried try trying urged valued values voted wait want wanted
        wants weighing went win wins withdraw withdrawn withdrew won

        beat became broke brought built came climbed fallen grown risen stands
        chose drew drove fell fought found grew kept knew laid lost made
        ran rose sank sent slid spent stood swung threw wrote
    """),
    ("n", """
        affiliate affiliates airline airlines app arm arms asset assets bakery bank banks branch branches brand brands
        brewery building buildings business businesses casino casinos center centers chain chains channel clinic
        clinics complex concession deposits depot depots
        distributor division divisions factories factory facilities facility farm
        farms field fields fleet franchise franchises headquarters hospital hospitals hotel hotels land
        leases line lines locations magazine magazines mall mill mills mine mines network newspaper newspapers
        office offices operation operations outlets park pipeline pipelines plant plants platform portfolio
        portfolios practice project projects properties property quarry refineries refinery reserves
        resort resorts restaurant restaurants routes school schools segment segments site sites smelter
        station stations store stores studio studios subsidiaries subsidiary supermarkets system systems terminal
        terminals theater theaters theatres tower towers unit units venture warehouse warehouses well wells
    """),
    ("h", """
        balance capital control debentures equity holding holdings interest interests majority minority
        ownership percentage position preferred remainder rest share shareholding shareholdings shares stake
        stakes stock warrants
    """),
    ("k", """
        bidder board boards builder buyer buyers carrier companies company competitor concern concerns conglomerate
        consortium contractor corporation developer directors employees entity executives family firm firms
        fund government group groups holders insurer investor investors lender lenders maker management
        manager managers manufacturer miner parent partner partners partnership producer provider publisher
        purchaser purchasers retailer rival shareholder shareholders start-up startup stockholder stockholders
        supplier syndicate trust
    """),
    ("e", """
        accord agreement agreements application applications bid bids contract contracts deal deals discussions effort
        efforts intent intention letter memorandum negotiations offer offers option options pact plan plans proposal
        proposals right talks tender terms transaction transactions understanding
    """),
)  # fmt: skip

JUDGING = word_set("""
    accused attacked challenged condemned congratulated criticised criticises criticized criticizes denounced faulted
    fined halted investigated praised questioned rebuked slammed stopped sued sues thanked warned
""")
"""Verbs of what outsiders do to somebody over a deal of his."""
CLASSES: dict[str, str] = {word: tag for tag, words in reversed(_TABLE) for word in sorted(word_set(words))}
CLASSES.update((word, "G") for word in sorted(JUDGING.difference(CLASSES)))
"""The tag of each word; where a word stands in two classes, the earlier row wins."""

PLANS = word_set("bid bids contract contracts offer offers plan plans tender")
"""Words that are nouns behind a determiner and verbs elsewhere."""
PARTICIPLES = word_set("acquired combined merged purchased winning")
"""Words that describe a noun where they stand between a determiner and it."""
NOUNS_UNLESS_LED = word_set("exchange exchanges issue issues")
"""Words that are verbs only behind "to" and "will"."""
VERBS_OF_LEAVE = word_set("ban bar block clear force let prevent prohibit stop")
"""What authorities do to a deal, verbs behind "to" and "may" and often nouns elsewhere."""
AMBIGUOUS = (
    PLANS
    | PARTICIPLES
    | NOUNS_UNLESS_LED
    | VERBS_OF_LEAVE
    | word_set("buy cut held hold increase purchase purchases raise transfer")
)
"""Words whose class their neighbours decide."""
