"""Several numbers or dates in one sentence: each belongs to what the sentence says of it, in whatever words."""

from __future__ import annotations

from typing import Any

import pytest

_SEVERAL = [
    (
        "Profit at Hallvard Mining rose to 412 million crowns in the quarter from 377 million a year earlier, "
        "on revenue of 2.9 billion.",
        ["Hallvard earned 412 million crowns in the quarter.", "Quarterly revenue was 2.9 billion crowns."],
        ["Hallvard earned 377 million crowns in the quarter.", "Quarterly revenue was 412 million crowns."],
    ),
    (
        "Brightsea Foods sold 14.2 million tins, compared with 12.8 million in the same period last year, at "
        "an average price of $1.85 a tin against $1.70.",
        ["Brightsea sold 14.2 million tins, up from 12.8 million.", "The average price went up to $1.85 a tin."],
        ["Brightsea sold 12.8 million tins, up from 14.2 million.", "The average price went up to $1.70 a tin."],
    ),
    (
        "Montrose Capital cut its price target on Ellerby Pumps to 340p from 410p, while Quorn Securities "
        "raised its own to 395p from 360p.",
        ["Montrose lowered its target for Ellerby from 410p to 340p.", "Quorn lifted its target to 395p."],
        ["Montrose lowered its target for Ellerby from 340p to 410p.", "Quorn lifted its target to 340p."],
    ),
    (
        "Stellan Oil will pay $620 million in cash and assume $145 million of debt, it said; Garrison had "
        "offered $590 million.",
        ["Stellan will pay $620 million in cash.", "Stellan takes on debt of $145 million."],
        ["Stellan will pay $590 million in cash.", "Stellan takes on debt of $620 million."],
    ),
    (
        "Tarn Bank holds 8.1 percent of Wexley and the Dahl family 22 percent.",
        ["The Dahl family owns 22 percent of Wexley.", "Tarn Bank has 8.1% of Wexley."],
        ["The Dahl family owns 8.1 percent of Wexley.", "Tarn Bank has 22% of Wexley."],
    ),
    (
        "Norrland Paper shipped 310,000 tonnes in the third quarter, down from 355,000 tonnes in the second, "
        "and aims for 340,000 in the fourth.",
        ["Norrland shipped 310,000 tonnes in the third quarter.", "It targets 340,000 tonnes in the fourth quarter."],
        ["Norrland shipped 340,000 tonnes in the third quarter.", "It targets 310,000 tonnes in the fourth quarter."],
    ),
    (
        "The Reserve Bank left its key rate at 3.75%, while inflation eased to 2.9% in August from 3.2% in July.",
        ["The key rate stays at 3.75%.", "Inflation slowed to 2.9% in August."],
        ["Inflation slowed to 3.2% in August."],
    ),
    (
        "Cobalt prices fell to $24,500 a tonne on Friday after touching $26,100 earlier in the week; they "
        "began the year at $21,000.",
        ["Cobalt fell to $24,500 a tonne on Friday.", "Cobalt started the year at $21,000 a tonne."],
        ["Cobalt fell to $26,100 a tonne on Friday.", "It had touched $24,500 earlier in the week."],
    ),
    (
        "Net interest income grew 6% to 1.94 bln yuan and fees dropped 11% to 480 mln yuan, Shenhe Bank said.",
        ["Net interest income rose to 1.94 billion yuan.", "Fees fell 11%."],
        ["Net interest income rose to 480 million yuan.", "Fees fell 6%."],
    ),
    (
        "Operating profit was 18.4 bln yen against a forecast of 17 bln yen; the company now sees 75 bln for "
        "the full year, up from 71 bln.",
        [
            "Operating profit came to 18.4 billion yen, above the 17 billion forecast.",
            "It now forecasts 75 billion yen for the full year.",
        ],
        [
            "Operating profit came to 17 billion yen, above the 18.4 billion forecast.",
            "It now forecasts 71 billion yen for the full year.",
        ],
    ),
    (
        "The union wants a 7% raise; Drumlin Rail has offered 3.5% now and a further 2% in January.",
        ["The union demands a raise of 7%.", "Drumlin Rail offers 3.5% now."],
        ["The union demands a raise of 3.5%.", "Drumlin Rail has offered 7% now."],
    ),
    (
        "Kestle Robotics has 1,900 employees in Turin and 640 in Graz.",
        ["Kestle employs 640 people in Graz.", "Kestle has 1,900 employees in Turin."],
        ["Kestle employs 1,900 people in Graz.", "Kestle has 640 employees in Turin."],
    ),
    (
        "Vantor raised its dividend to 27 cents a share from 24 cents and said it would buy back $500 million "
        "of stock.",
        ["Vantor's dividend goes up to 27 cents a share.", "Vantor will repurchase $500 million of shares."],
        ["Vantor's dividend goes up to 24 cents a share.", "Vantor's dividend was 27 cents before."],
    ),
    (
        "Ticket sales were $48 million in North America and $71 million overseas, against a production budget "
        "of $95 million.",
        ["The film took in $71 million overseas.", "The budget was $95 million."],
        ["The budget was $71 million.", "North American ticket sales were $71 million."],
    ),
    (
        "Regulators fined Harbin Brokers HK$15 million and its former chief HK$2.2 million.",
        ["Harbin Brokers was fined HK$15 million.", "Harbin's former chief was fined HK$2.2 million."],
        ["Harbin Brokers was fined HK$2.2 million.", "Harbin's former chief was fined HK$15 million."],
    ),
    (
        "Copper stocks rose by 3,200 tonnes to 91,450 tonnes.",
        ["Copper stocks climbed 3,200 tonnes.", "Copper stocks now stand at 91,450 tonnes."],
        ["Copper stocks climbed 91,450 tonnes.", "Copper stocks rose to 3,200 tonnes."],
    ),
    (
        "Dravik's market value has shrunk to $3.1 billion from $12 billion at its peak, and it holds $900 "
        "million in cash.",
        ["Dravik was worth $12 billion at its peak.", "Dravik has $900 million of cash."],
        ["Dravik was worth $3.1 billion at its peak.", "Dravik has $3.1 billion of cash."],
    ),
    (
        "Iberia Solar's order book stands at 2.4 GW, of which 900 MW are in Chile and 350 MW in Peru.",
        ["Orders in Chile amount to 900 MW.", "Peru accounts for 350 MW."],
        [],
    ),
    (
        "The Ministry expects a deficit of 4.6% of GDP this year and 3.9% next year; the previous forecast "
        "was 4.1% for this year.",
        ["The deficit is forecast at 4.6% of GDP this year.", "The ministry had earlier predicted 4.1% for this year."],
        ["The deficit is forecast at 3.9% of GDP this year.", "It should be 4.6% of GDP next year."],
    ),
    (
        "Bowmont bought the clinics in 2019 for 140 million pounds and is selling them for 205 million.",
        ["Bowmont paid 140 million pounds for the clinics in 2019.", "It now sells them for 205 million pounds."],
        ["Bowmont paid 205 million pounds for the clinics in 2019.", "It now sells them for 140 million pounds."],
    ),
    (
        "Of the 3.2 billion baht loan, 2 billion will refinance bonds and 1.2 billion will fund a hospital in "
        "Chiang Mai.",
        ["2 billion baht of the loan refinances bonds.", "The Chiang Mai hospital gets 1.2 billion baht."],
        ["1.2 billion baht of the loan refinances bonds.", "The Chiang Mai hospital gets 2 billion baht."],
    ),
    (
        "Ekstrom's services arm earned 120 million kronor on sales of 950 million; its products arm lost 35 "
        "million on sales of 1.4 billion.",
        ["The products arm lost 35 million kronor.", "The services arm had sales of 950 million kronor."],
        ["The products arm lost 120 million kronor.", "The services arm had sales of 1.4 billion kronor."],
    ),
    (
        "Lathom agreed to pay $2.75 a unit, sweetened from the $2.40 that the trustees rejected last month.",
        ["Lathom will pay $2.75 a unit.", "The trustees rejected $2.40 a unit."],
        ["Lathom will pay $2.40 a unit.", "The trustees rejected $2.75 a unit."],
    ),
    (
        "Mills will close on June 30 and reopen on September 1, Tessaline said.",
        ["The mills reopen on September 1.", "Tessaline's mills shut on June 30."],
        ["The mills reopen on June 30."],
    ),
    (
        "The fund returned 11.3 percent last year, compared with 8.7 percent for its benchmark.",
        ["The fund gained 11.3% last year.", "The benchmark returned 8.7%."],
        ["The fund gained 8.7% last year.", "The benchmark returned 11.3%."],
    ),
    (
        "Revenue from chips was 5.6 billion won in the first half, down 14%, and from displays 3.3 billion, up 9%.",
        ["Chip revenue fell 14%.", "Display revenue was 3.3 billion won."],
        ["Chip revenue fell 9%.", "Display revenue was 5.6 billion won."],
    ),
    (
        "Whitcombe's founder sold 3 million shares, reducing his holding to 9% from 13%.",
        ["The founder now holds 9%."],
        ["The founder now holds 13%."],
    ),
    (
        "Hotel occupancy was 71%, up 3 percentage points, and the average room rate 126 euros, 5% higher.",
        ["Occupancy reached 71%.", "The average room rate rose 5% to 126 euros."],
        ["The average room rate rose 3% to 126 euros.", "Occupancy reached 5%."],
    ),
    (
        "Premiums rose 12% to $1.8 bln and claims 17% to $1.3 bln, leaving a combined ratio of 97.4%.",
        ["Claims rose 17%.", "Premiums reached $1.8 billion."],
        ["Premiums reached $1.3 billion.", "Premiums rose 17%."],
    ),
    (
        "A board meeting on Nov. 4 approved the sale, which was announced on Nov. 6 and is to close by Dec. 31.",
        ["The sale was announced on Nov. 6.", "The board approved the sale on Nov. 4."],
        ["The sale was announced on Nov. 4.", "The board approved the sale on Nov. 6."],
    ),
    (
        "Home loans grew 3.1% and business loans shrank 1.4% in the year to May.",
        ["Business loans fell 1.4%.", "Home loans were up 3.1%."],
        ["Business loans fell 3.1%.", "Home loans were up 1.4%."],
    ),
    (
        "Gross margin narrowed to 38.2% from 40.5%, and the operating margin to 9.6% from 11.9%.",
        ["The operating margin fell to 9.6%.", "Gross margin was 38.2%, against 40.5% before."],
        ["The operating margin fell to 38.2%.", "Gross margin was 40.5%, against 38.2% before."],
    ),
    (
        "Rival Sudwerk offered 33 euros a share on Monday, topping the 30.50 euros that Palfrey had put "
        "forward in April.",
        ["Sudwerk bid 33 euros a share.", "Palfrey offered 30.50 euros in April."],
        ["Palfrey offered 33 euros in April."],
    ),
    (
        "The state will sell 15% of the phone company at 6.20 lira a share, keeping 51%.",
        ["The state keeps 51%.", "The state is selling 15%."],
        ["The state keeps 15%.", "The state is selling 51%."],
    ),
    (
        "It sees capital spending of $1.4-$1.5 bln this year versus $1.1 bln last year.",
        ["Capital spending was $1.1 billion last year.", "It plans to spend $1.4 billion to $1.5 billion this year."],
        ["Capital spending was $1.4 billion last year.", "It sees capital spending of $1.1 billion this year."],
    ),
]
"""A sentence, statements that keep each number where it belongs, and statements that put it elsewhere."""

_SMALL_COUNTS = [
    (
        "Two of its three kilns were relit on Monday, and the third will follow within six weeks.",
        ["Two of the three kilns were relit.", "The third kiln follows within six weeks."],
        ["Four of its three kilns were relit on Monday.", "Two of its five kilns were relit on Monday."],
    ),
    (
        "Marlowe Foods will shut seven bakeries and sell four others to Penrith Dairies.",
        ["Marlowe closes seven bakeries.", "Four bakeries go to Penrith."],
        ["Marlowe Foods will shut nine bakeries.", "Marlowe Foods will sell six bakeries to Penrith Dairies."],
    ),
    (
        "The strike, now in its fifth week, has idled twelve ships at two ports.",
        ["Twelve ships are idle because of the strike.", "The strike affects two ports."],
        ["The strike has idled fifteen ships at two ports.", "Ten ships are idle because of the strike."],
    ),
    (
        "Kestrel has a fleet of twenty tankers and an option on six more.",
        ["Kestrel has twenty tankers.", "It has an option on six more tankers."],
        ["Kestrel has thirty tankers.", "Kestrel has a fleet of forty tankers."],
    ),
    (
        "A dozen banks lent the money; two have asked to be repaid within thirty days.",
        ["Twelve banks lent the money.", "Two banks want to be repaid within thirty days."],
        ["Two have asked to be repaid within sixty days.", "Four banks want to be repaid within thirty days."],
    ),
    (
        "Solberg said that three of every four orders came from abroad.",
        ["Three in four orders came from abroad.", "75% of orders came from abroad."],
        ["Two of every four orders came from abroad.", "One in four orders came from abroad."],
    ),
    (
        "One-third of sales come from Asia.",
        ["A third of sales come from Asia.", "About 33% of sales come from Asia."],
        ["One-quarter of sales come from Asia.", "Two-thirds of sales come from Asia."],
    ),
    (
        "The bank cut its rate by a quarter point to 4.25%.",
        [
            "The bank cut its rate by 25 basis points to 4.25%.",
            "The bank cut its rate by 0.25 percentage point to 4.25%.",
        ],
        ["The bank cut its rate by half a point to 4.25%.", "The bank cut its rate by 50 basis points to 4.25%."],
    ),
    (
        "The lease runs for fifteen years with two five-year options.",
        ["The lease runs 15 years, with two five-year options."],
        [
            "The lease runs for fifteen years with two ten-year options.",
            "The lease runs for fifteen years with three five-year options.",
        ],
    ),
    (
        "Costs topped 90 million euros.",
        ["Costs were more than 90 million euros.", "Costs exceeded 90 million euros."],
        [],
    ),
    (
        "Nine out of ten customers renewed.",
        ["Nine in ten customers renewed.", "90% of customers renewed."],
        ["Seven out of ten customers renewed."],
    ),
    (
        "It expects to finish late next year; the second half of this year will be slow.",
        ["It should finish late next year.", "The second half of this year will be slow."],
        ["It expects to finish early next year.", "It expects to finish late this year."],
    ),
    (
        "Talks began last month and should end early next week, two people said on Thursday.",
        ["Talks started last month.", "The talks should end early next week."],
        ["Talks began last week.", "The talks should end late next week."],
    ),
    (
        "Deliveries start early next year, after trials later this month.",
        ["Deliveries begin early next year.", "Trials take place later this month."],
        ["Deliveries start late next year.", "Deliveries start early this year."],
    ),
    (
        "Output rose in the first nine months, and orders were up in the three months to September.",
        ["Output grew in the first nine months.", "Orders rose in the three months to September."],
        ["Output rose in the first six months.", "Orders rose in the six months to September."],
    ),
    (
        "The chairman retires at the end of this year; his deputy left at the end of last year.",
        ["The chairman retires at the end of this year.", "The deputy left at the end of last year."],
        ["The chairman retires at the end of next year.", "The chairman retires at the beginning of this year."],
    ),
]
"""The same of numbers in words, shares, points and parts of the year."""


_DATELINE = "LONDON, March 3, 2027 (Nordwire) - "


def _cases(*, right: bool) -> list[tuple[str, str]]:
    rows = (*_SEVERAL, *_SMALL_COUNTS)
    return [(text, said) for text, kept, exchanged in rows for said in (kept if right else exchanged)]


@pytest.mark.parametrize(("text", "said"), _cases(right=True))
def test_a_number_in_its_own_place_is_right_in_other_words(check: Any, faults: Any, text: str, said: str) -> None:
    assert faults(check("headline", {"text": said, "evidence": [1]}, article=_DATELINE + text)) == []


@pytest.mark.parametrize(("text", "said"), _cases(right=False))
def test_a_number_in_the_place_of_another_is_found(check: Any, faults: Any, text: str, said: str) -> None:
    found = faults(check("headline", {"text": said, "evidence": [1]}, article=_DATELINE + text))
    assert {"number_altered", "date_altered", "unit_altered", "direction_altered"} & set(found)
