"""Noun phrases that name a magnitude: what a number in business news can measure.

"Pretax profit", "sales of trucks in Norway" and "Corvane's shares" do; "plan", "day" and "joint ventures" do not, nor
do words for a change alone ("leap", "clip"). Origin of the list: headings of income statements and balance sheets (IFRS
taxonomy), of national accounts and of market tables, with the terms of deals.
"""

from __future__ import annotations

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_NOUNS = word_set("""
    absenteeism age amortisation amortization area arrears arrivals assets attendance audience average backlog
    balance balances bandwidth benchmark bid bids bond bonds bonus bonuses bookings borrowing borrowings
    break-even budget budgets buyback buybacks capacity capex capital capitalisation capitalization cash cashflow
    charge charges circulation claims coffee commission commissions commitment commitments compensation composite
    consideration consumption contract contracts contribution contributions copper corn cost costs coupon cover
    coverage credit crude currency damages debt debts deficit deficits deliveries demand density deposit deposits
    depreciation depth discount discounts disposals distribution distributions dividend dividends dollar donation
    donations duties duty earnings ebit ebita ebitda economy efficiency emissions employment enrollment enrolment
    eps equity euro exchange expenditure expenditures expense expenses exports exposure facility factor fare fares
    fee fees fine fines flow flows footfall freight fund funding funds futures gain gains gas gasoline gdp gold
    goodwill grant grants gross guidance harvest headcount height holding holdings impairment imports incentives
    income index indices inflation inflow inflows installations interest inventories inventory investment
    investments jobless joblessness kronor lease lending length leverage levy liabilities liability liquidity load
    loan loans loss losses margin margins market markup membership merchandise mileage mortgage mortgages multiple
    multiples nav nickel occupancy offer oil order orders outflow outflows outlay outlays output overdraft
    overheads ownership payment payments payout payouts payroll penalties penalty pension pensions peso pledges
    population portfolio potential pound power premium premiums pressure price prices proceeds procurement
    production productivity profit profitability profits provision provisions purchases radius range rate rates
    ratio receipts receivables redemptions refund refunds reimbursement remuneration rent rents reserve reserves
    restructuring return returns revenue revenues reward rewards round rounds royalties royalty rupee rupees
    salaries salary sale sales saving savings score settlement settlements share shares shipments silver size
    speed spend spending spread stake stakes stock stocks storage subsidies subsidy supply surplus synergies
    takings target targets tariff tariffs tax taxes temperature throughput tonnage tourism traffic turnout
    turnover unemployment utilisation utilization valuation value values volume volumes votes voyages wage wages
    weight wheat width workforce worth write-down write-downs write-off write-offs writedown writedowns yen yield
    yields yuan
""")
_NOT_ALONE = word_set("""
    average capital composite contract currency dollar economy exchange gain gains gross market oil power range
    rate rates return returns size supply target targets value worth
""")
"""Magnitudes only with a word before or behind that says of what: "loan rate", "value of the orders"."""
_ATTRIBUTIVE = word_set("""
    arms bonds claims commodities communications deposits earnings electronics energies funds futures goods
    holdings jobs logistics materials mortgages news operations orders parts politics premiums rates sales savings
    securities services shares sports stocks systems taxes telecommunications utilities volumes wages works
""")
"""Plurals behind which another noun may come that they belong to: "sales growth", "funds rate"."""
_INDICES = word_set("average composite index")
"""Magnitudes that stand in names: "FTSE 100 Index", never "Tamsin Oil"."""
_THIN = word_set("active better brisk heavier heavy light lighter muted quiet slow thin thinner worse")
"""How trade is, where it is no magnitude but a circumstance: "a drop in heavy volume"."""
_WORD = pattern(r"[^\W\d_][\w’'&.-]*")
_BEHIND = pattern(
    r"\s(?:across|among|at|between|by|during|for|from|in|into|of|on|over|per|through|to|under|with)\s.*", look=True
)
_CLAUSE = pattern(
    r"(?<![\w’'-])(?:he|him|i|it|she|them|they|us|we|you|are|be|been|being|can|could|did|do|does|had|has|have|is|may|might|must"
    r"|should|was|were|will|would|became|came|fell|gave|got|made|rose|saw|sold|took|went|who|which|that|than|and|or|via|versus|say|says|[a-z]+['’](?:d|ll|m|re|t|ve))(?![\w’'-])"
)


def is_magnitude(phrase: str) -> bool:
    """Whether a noun phrase of one line, without its article, names what a number can measure.

    Its head must be in the list, and nothing in it may look like a clause, as in `is_noun`.
    """
    if not is_noun(phrase):
        return False
    front = _BEHIND.sub("", phrase, count=1)
    words = _WORD.findall(front)
    head = words[-1].lower()
    if head not in _NOUNS or (len(words) > 1 and words[-1] != head and head not in _INDICES):
        return False
    if head in _NOT_ALONE and len(words) == 1 and front == phrase:
        return False
    return len(words) == 1 or words[-2].lower() not in _THIN


def is_noun(phrase: str) -> bool:
    """Whether words may be a noun with what belongs to it: no pronoun, verb or conjunction is among them, no participle
    ends them, and no plural stands before the noun that is not known to do so ("clients maintain deposits")."""
    words = _WORD.findall(_BEHIND.sub("", phrase, count=1))
    if not words or words[-1].endswith(("ed", "ly")) or _CLAUSE.search(phrase.lower()):
        return False  # "the company's projected" lacks its noun
    return not any(map(_is_bare_plural, words[:-1]))


def _is_bare_plural(word: str) -> bool:
    """Whether a word in small letters is a plural, or a verb in the third person: "ventures", "maintains"."""
    return (
        word.islower()
        and len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in _ATTRIBUTIVE
    )
