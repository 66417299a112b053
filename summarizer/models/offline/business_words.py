"""Words by which an article says what a company does: what companies are called, who makes, what they do.

Origin: the usual apposition of business prose ("a maker of valves", "a privately held trucking firm, which operates").
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

HOUSES = word_set("""
    affiliate affiliates arm business businesses chain chains companies company concern concerns conglomerate
    corporation division divisions enterprise enterprises firm firms giant group groups house industry operator
    operators plant plants properties property provider providers specialist specialists start-up startup subsidiaries
    subsidiary unit units mill mills
""")
"""What a company is called whatever it does: the words before it say what that is."""
AGENTS = word_set("""
    airline airlines bank banks bottler brewer brewery broker brokerage builder builders carrier contractor dealer
    dealers designer developer developers distiller distributor distributors exporter exporters grower homebuilder
    importer insurer insurers jeweler lender lessor maker makers manufacturer manufacturers marketer marketers
    merchant miner magazine newspaper packager printer processor processors producer producers publisher publishers
    railroad refiner refiners retailer retailers seller sellers shipper shipbuilder steelmaker supplier suppliers
    trader traders utility vendor vendors wholesaler wholesalers winery
""")
NOT_TRADES = word_set("""
    acquisition agreement analyst analysts area arrangement associate bid billionaire buyer buyout chairman
    competitor customer deal director executive financier gamble holder individual investor investors majority
    member merger milestone move offer official officials one owner parent part partner partnership party person
    pioneer result rival round setback share shareholder shareholders shares spokesman stake state step stock
    stockholder suitor sum surprise takeover time total transaction trust vehicle venture year
""")
"""Nouns with an article behind a name that say who or what it is, and not what it does."""
"""What a company is called by what it does: with the words before it they say it."""
THINGS = word_set("""
    activities centers clinics facilities factories farms fields homes hotels interests leases licenses mines
    operations outlets pipelines refineries restaurants routes stations stores supermarkets systems terminals theaters
    wells wineries
""")
"""What changes hands where it is no company: the noun says with the words before it what is done there."""
DOERS = "|".join(
    [
        "bottlers?",
        "builders?",
        "designers?",
        "developers?",
        "distributors?",
        "exporters?",
        "growers?",
        "importers?",
        "lessors?",
        "makers?",
        "manufacturers?",
        "marketers?",
        "operators?",
        "owners?",
        "packagers?",
        "printers?",
        "processors?",
        "producers?",
        "providers?",
        "publishers?",
        "refiners?",
        "retailers?",
        "sellers?",
        "suppliers?",
        "traders?",
        "vendors?",
        "wholesalers?",
    ]
)
"""Those that "of" and the goods follow."""
DOES = "|".join(
    [
        "assembles?",
        "bottles?",
        "breeds?",
        "brews?",
        "builds?",
        "conducts?",
        "constructs?",
        "creates?",
        "cultivates?",
        "delivers?",
        "designs?",
        "develops?",
        "distributes?",
        "drills?",
        "exports?",
        "fabricates?",
        "finances?",
        "franchises?",
        "grows?",
        "hauls?",
        "imports?",
        "installs?",
        "leases?",
        "licenses?",
        "maintains?",
        "makes?",
        "manages?",
        "manufactures?",
        "markets?",
        "mines?",
        "offers?",
        "operates?",
        "owns?",
        "packages?",
        "performs?",
        "prepares?",
        "prints?",
        "process(?:es)?",
        "produces?",
        "provides?",
        "publish(?:es)?",
        "re-markets?",
        "recycles?",
        "refines?",
        "remarkets?",
        "rents?",
        "repairs?",
        "runs?",
        "sells?",
        "services?",
        "ships?",
        "suppl(?:y|ies)",
        "tests?",
        "transports?",
        "treats?",
        "underwrites?",
        "writes?",
    ]
)
"""What they do, of one and of several."""
NO_TRADE_VERBS = word_set("""
    accepts accounts agrees aims allows also always amounts announces answers appears asks assumes becomes begins
    believes belongs bids calls ceases claims closes comes compares competes considers contains continues controls
    costs declines denies describes does earns employs ends estimates exceeds expects faces falls favors fears feels
    files finds follows forecasts gains gets gives goes hopes holds includes increases intends is issues its joins
    keeps knows lacks lies likes looks loses means merges needs opposes owes pays plans posts predicts prefers
    projects proposes raises ranks receives recommends refuses rejects remains replaces reports represents requires
    rises sees seeks shares shows sits stands starts stays supports takes tells thinks this trades urges values wants
    was wins

    bonds directors employees executives holders investors officials owners shareholders shares stockholders workers
""")
"""What a subject does that is no trade."""
DOES_IN = (
    r"(?:special(?:iz|is)(?:es|ing) in|(?:is |are )?(?:engaged|involved|active)(?: \w+ly)? in|is in the|engages in"
    r"|deals in|explores for"
    r"|concentrates on|focuses on)"
)
BARE = word_set("""
    ailing another bankrupt beloved big biggest closely direct diversified-industrial domestic existing fast-growing
    foreign formed former fully global growing held independent indirect innovative international its large
    large-sized largest leading listed local long-established loss-making lucrative main major majority-owned
    medium-sized mid-sized multinational national new newly-formed old oldest only other owned pioneering popular
    private privately privately-held privately-owned profitable prominent public publicly publicly-held
    publicly-traded quirky quoted regional second-largest small smaller state-owned struggling subsidiary successful
    third-largest top traded troubled unlisted unprofitable wholly wholly-owned
""")
"""What may stand before it and says nothing of what a company does."""
QUANTITIES = word_set("""
    a about all an any approximately around certain dozens eight eleven five four hundreds its many more nearly nine
    one over several seven six some ten than the their three twelve two various
""")
ENDS = word_set("""
    a across after along also among are around as at based be because been before but by called controlled described
    designed during financed for formed founded from had has have headquartered if in including into is it known led
    located mainly mostly near of off on or out over passing primarily principally run said serving since so such
    than that the their through throughout to under used using was were when where whether which while who whose
    will with within would
""")
"""Words at which the goods end."""
NO_GOODS = word_set("""
    $ acres customers deal deals discussions employees feet flights income money negotiations passengers people
    persons workers assets common company control convertible debt dlrs equity half holding holdings interest majority
    mln pct percent preferred profit profits revenue sales shares stake stock subordinated talks warrants
""")
"""Words that speak of shares and money, not of goods."""
DEEDS = word_set("""
    acquire acquired acquiring announced bid bought buy buying own purchase purchased said sell selling sold tender
""")
"""Verbs of deals, at which a noun phrase begins."""
