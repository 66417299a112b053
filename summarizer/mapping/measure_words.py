"""The closed lists of `summarizer.mapping.measures`: nouns that a number measures, and the words that lead to it.

Origin of the lists: headings of income statements, balance sheets and market tables (IFRS taxonomy, newswire usage);
verbs of rise and fall and of reporting; determiners, conjunctions and prepositions, closed classes of English grammar.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

HEADS = word_set("""
    assets average backlog bid bonus bonuses bookings borrowings buyback capacity capex capitalisation
    capitalization cash charge charges compensation composite consideration cost costs damages debt debts deficit
    deliveries demand deposits dividend dividends earnings ebit ebita ebitda emissions employment eps expenditure
    expenditures expense expenses exports facility factor fare fares fee fees fine fines footfall gain gdp growth
    headcount impairment imports income index inflation interest inventories inventory investment liabilities loan
    loans loss losses margin margins occupancy offer order orders outlay output payment payments payout penalties
    penalty premium premiums price prices proceeds procurement production productivity profit profits provision
    provisions rate rates ratio rent rents revenue revenues round royalties royalty salaries salary sales savings
    settlement share shares shipments spending stake stakes stock stocks subsidies subsidy surplus synergies takings
    target tariff tariffs tax taxes throughput traffic turnover unemployment utilisation utilization valuation value
    volume volumes wage wages workforce write-down write-downs write-off write-offs writedown writedowns yield
    yields
""")
"""Nouns that a number in business news measures."""
LED = word_set(
    "average capitalisation capitalization facility factor gain growth index interest rate rates ratio round target"
    " value"
)
"""Of these only with a word before that says of what: "interest rate", "order book", "credit facility"."""
LEADS = {
    "target": word_set("price profit sales revenue"),
    "interest": word_set("controlling majority minority net"),
    "value": word_set("asset book enterprise equity market net order transaction"),
    "capitalisation": word_set("market"),
    "capitalization": word_set("market"),
    "factor": word_set("capacity load"),
    "round": word_set("angel funding financing seed"),
    "facility": word_set("credit loan debt"),
    "growth": word_set("gdp profit revenue sales earnings loan volume wage economic annual"),
    "gain": word_set("after-tax capital net one-time pre-tax pretax"),
    "ratio": word_set("capital debt leverage liquidity loss payout combined"),
}
"""What must stand before some of them; without an entry any word that is no small one will do."""
PRICES = word_set("index average price prices share shares stock stocks yield yields fare fares")
"""What is quoted day by day."""
FLOWS = word_set("""
    bookings capex costs deliveries earnings ebit ebita ebitda eps expenses exports imports income inflation loss
    losses margin margins orders output production profit profits revenue revenues sales shipments spending takings
    throughput traffic turnover
""")
"""What is told for a stretch of time."""
MOVES = (
    r"(?:climb|declin|decreas|dipp|dropp|eas|edg|gain|increas|jump|plung|rebound|recover|slipp|slump|soar|surg|tumbl"
    r"|narrow|widen|improv|contract|expand|advanc|rall?i|doubl|shed|retreat)(?:ed|es|s|e|ing)?|rose|rises?|rising|risen|fell|falls?|falling|fallen"
    r"|grew|grows?|growing|grown|sank|sinks?|slid|slides?|slip|dip|drop|climb|ease|edge|shrank|shrinks?|tumble|surge|decline|increase|lost|lose"
    r"|added|adds|put on|crept|inched|ticked"
)
"""Verbs of rise and fall, as they stand before a number."""
STANDS = (
    r"is|are|was|were|be|been|stood|stands?|c[ao]mes? (?:in|out)|came|reach(?:ed|es)?|hit|hits|amount(?:ed|s)"
    r"|total(?:l?ed|s)|averaged"
    r"|averages|exceed(?:ed|s)|remain(?:ed|s)|stay(?:ed|s)|ended|closed|finished|opened|settled|traded"
)
"""Verbs that say what something came to."""
SETTERS = word_set("""
    boosted bumped cut cuts cutting held hiked hold increase increased keep keeps kept leave leaves left lift lifted
    lifting lifts lower lowered lowering lowers maintained raise raised raises raising reduce reduced revised
    slashed trimmed upped
""")
"""Verbs whose object is set to a number."""
DETERMINERS = word_set("a an another his her its our that the their this whose your my")
CLAUSES = word_set("""
    after although as because before but how if said say says since so than that then though until when where
    whereas which while whose
""") - {"than"}
"""What a clause begins with, before its subject."""
TAKERS = word_set("""
    completed considered considering launched raised rejects signed withdrawn withdrew won
    after against announced announces at book booked booking by declared delivered despite earned earning expect
    expected expecting expects for forecast forecasting forecasts generate generated generates generating had has
    have having including made make makes making offered on paid pay paying pays post posted posting posts predicted
    predicts produced project projected projects receive received receives record recorded recording records reject
    rejected report reported reporting reports saw see seeing seek sees sought targeting targets with yield yielded
""")
"""Verbs and prepositions whose object is said to be "of" a number."""
HOLDERS = word_set("""
    book booked collected collecting expects forecast forecasts generate generated generates generating had has have
    having held hold holding holds made manage managed manages managing of owe owed owes owing paid pay paying pays
    post posted posting posts produce produced received receives record recorded report reported reports sees with
    worth
""")
"""Verbs and prepositions behind which a sum is said to be "in" or "of" what it measures."""
INCOMES = word_set("""
    assets bookings borrowings damages debt debts deposits dividends ebitda exports fees fines income liabilities
    loan loans losses orders payments penalties premiums proceeds profit profits rent revenue revenues royalties
    sales taxes
""")
"""What a sum may be said to be "in": "$4 million in fees"."""
NOT_INSIDE = word_set("""
    became began bought brought built cut drew gave got held kept left lost made met put ran said saw sent set sold
    spent took went won
    about after all also although and are around as barring be because been before being between but by can could
    did do does down each every excluding few had has have he her him his how i if including is it its just less
    many may me might more most much must my not now of off on only or our out over paid pay she should since so
    some such than that their them then there these they this those though to too up us very was we were what when
    where which while who whom whose why will with would yet you your
""")
"""Words that no noun phrase before its first preposition holds."""
BEHIND = word_set("""
    a after against all amid an and annually apiece as at because before but by compared despite due during each
    excluding for friday from helped if in including into last later monday next nor now on or outright over partly
    per saturday since so sunday thanks that this through throughout thursday to today tomorrow tuesday under until
    versus via wednesday when where whereas which while with within without y-o-y year year-on-year year-over-year
    yesterday yoy
""")
"""What may stand behind a number that goes no further itself: no noun, and none of "more", "lower", "short"."""
FINITE = word_set("""
    are beat came compared compares could edged exceeded fell has helped is may missed rose should topped was were
    will would
""")
"""Verbs behind a noun "of" a number, whose subject it is: "revenue of FIG beat"."""
NO_TAIL = frozenset({"in", "of", "from", "between", "than"})
"""Behind these a noun phrase belongs to something else, which may have the number: "a fall in the price of FIG"."""
MODIFIERS = word_set("""
    adjusted advertising annualised annualized asking automated banking borrowing building closing combined committed
    consolidated consulting deferred diluted drilling engineering estimated existing expected fixed forecasted gaming
    guaranteed housing implied improved increased invested leasing lending licensing limited listed
    manufacturing marketing mining opening operating outstanding planned printing projected proposed raised realised
    realized recurring reduced refining related remaining reported restricted retained revised secured selling shipping
    shared starting stated streaming subsidised suggested targeted trading training trailing underlying unadjusted
    undisclosed unemployed unlimited unsecured unsolicited weighted
""")
"""Words in "ed" and "ing" that stand before such nouns and are no verbs there."""
