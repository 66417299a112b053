"""Values and periods whose words stand in the article and yet leave open what the record says of them."""

from __future__ import annotations

from typing import Any

import pytest


def _claim(statement: str, text: str, measures: str, period: str | None = None) -> dict[str, Any]:
    figure = {"text": text, "measures": measures, "period": {"text": period} if period else None}
    return {"statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted",
            "figures": [figure], "evidence": [1]}  # fmt: skip


def _doubted(record: Any) -> list[str]:
    return [finding.field for finding in record.findings if finding.code in ("judgement_unproven", "value_unread")]


CANADIAN = "Tarnbrook Mills said it would pay 14.20 Canadian dlrs a share for Orrin Paper. "
"""A sentence that names another country's dollar."""


@pytest.mark.parametrize(
    ("article", "text", "doubted"),
    [
        (f"Orrin Paper had sales of 61 mln dlrs in 1986. {CANADIAN}", "61 mln dlrs", True),
        (f"Orrin Paper had sales of 61 mln U.S. dlrs in 1986. {CANADIAN}", "61 mln U.S. dlrs", False),
        ("Orrin Paper had sales of 61 mln dlrs in 1986. Tarnbrook bid 14 dlrs a share.", "61 mln dlrs", False),
        ("TORONTO, March 3, 2025 - Orrin Paper had sales of $61 million in 2024.", "$61 million", True),
        ("BOSTON, March 3, 2025 - Orrin Paper had sales of $61 million in 2024.", "$61 million", False),
        ("PERTH, Scotland, March 3, 2025 - Orrin Paper had sales of $61 million in 2024.", "$61 million", False),
        ("TORONTO, March 3, 2025 - Orrin Paper had sales of $61 million (C$84 million).", "$61 million", False),
        ("TORONTO, March 3, 2025 - Orrin Paper had sales of C$84 million in 2024.", "C$84 million", False),
    ],
)
def test_a_bare_dollar_beside_those_of_another_country_is_a_judgement(
    check: Any, faults: Any, article: str, text: str, doubted: bool
) -> None:
    record = check("claims", _claim(f"Orrin Paper had sales of {text}.", text, "sales"), article=article)
    assert faults(record) == []
    assert ("figures[0]" in _doubted(record)) is doubted


@pytest.mark.parametrize(
    ("article", "text", "measures", "doubted"),
    [
        ("Orrin lost 410,000 dlrs on revenues of 38.6 mln in 1986.", "38.6 mln", "revenues", True),
        ("Orrin earned 4.2 mln stg, against 3.9 mln in 1986.", "3.9 mln", "result of the year before", True),
        ("Orrin lost 410,000 dlrs in 1986 and shipped 38.6 mln bottles.", "38.6 mln bottles", "bottles shipped", False),
        ("Orrin paid 4.2 mln dlrs for a mill that feeds 38,600.", "38,600", "people fed by the mill", False),
        ("Orrin drew a crowd of 38,600 to the fair.", "38,600", "visitors", False),
        ("Orrin closed at 33-1/4 on Monday.", "33-1/4", "closing price", True),
        ("Orrin sold less than a third of the lots at that price.", "less than a third", "share of the price", False),
    ],
)
def test_a_number_that_measures_money_is_no_plain_quantity(
    check: Any, faults: Any, article: str, text: str, measures: str, doubted: bool
) -> None:
    record = check("claims", _claim(article, text, measures), article=article)
    assert faults(record) == []
    assert ("figures[0]" in _doubted(record)) is doubted


@pytest.mark.parametrize(
    ("article", "text", "doubted"),
    [
        ("About one of every seven riders pays in cash.", "About one of every seven riders", True),
        ("Royalties run from the low teens to 18 percent of sales.", "low teens to 18 percent", True),
        ("Harrow sold 12 of 14 sites last year.", "12 of 14 sites", True),
        ("About one of every seven riders pays in cash.", "seven riders", True),
        ("One in seven riders pays in cash.", "seven riders", True),
        ("Six out of seven riders pay in cash.", "seven riders", True),
        ("One of seven riders paid in cash.", "seven riders", False),
        ("Harrow opened two in seven months.", "seven months", False),
        ("Royalties run from the low teens to 18 percent of sales.", "18 percent", True),
        ("Sales grew by 12 to 18 percent.", "12 to 18 percent", False),
        ("Harrow has $20-odd million in cash.", "$20", True),
        ("Harrow pays 0.62 of a Brandt share for each of its own.", "0.62 of a Brandt share", False),
        ("Harrow took a one-off charge of $4 million in May.", "one-off charge of $4 million", False),
        ("Harrow paid $4 million by March 3 to its lenders.", "$4 million by March 3", False),
        ("Royalties run from 12 to 18 percent of sales.", "12 to 18 percent", False),
    ],
)
def test_words_with_a_second_number_are_not_read_as_one(
    check: Any, faults: Any, article: str, text: str, doubted: bool
) -> None:
    record = check("claims", _claim(article, text, "what it says"), article=article)
    assert faults(record) == []
    assert ("figures[0]" in _doubted(record)) is doubted
    if doubted:
        assert record.figures[0].amount is None


@pytest.mark.parametrize(
    ("sentence", "period", "doubted"),
    [
        ("Second quarter profit was $3 million, up from $2 million a year ago.", "a year ago", True),
        ("Harrow bought the mill for $3 million a year ago.", "a year ago", False),
        ("Harrow sold half of the lots and a quarter of the mills for $3 million a year ago.", "a year ago", False),
        ("Second quarter profit was $3 million, as in the first quarter of 2024.", "first quarter of 2024", False),
        ("Harrow raised $3 million on the day after Tuesday's vote.", "on the day after Tuesday's vote", True),
        ("Harrow raised $3 million on Tuesday.", "on Tuesday", False),
    ],
)
def test_a_year_ago_in_figures_of_a_quarter_is_that_quarter(
    check: Any, faults: Any, sentence: str, period: str, doubted: bool
) -> None:
    article = f"OSLO, July 24, 2025 (Nordwire) - {sentence}"
    record = check("claims", _claim(sentence, "$3 million", "sum", period), article=article)
    assert faults(record) == []
    assert ("figures[0].period" in _doubted(record)) is doubted


@pytest.mark.parametrize(
    ("article", "text", "measures", "doubted"),
    [
        ("Harrow set aside $4 million of the price for claims.", "$4 million", "price", True),
        ("Harrow set aside $4 million of the price for claims.", "$4 million", "sum set aside", False),
        ("Harrow booked $4 million of revenue in May.", "$4 million", "revenue", False),
        ("Harrow will own 53% of the group.", "53%", "group", False),
        ("Harrow has proposed a top rate of 33 percent.", "33 percent", "rate he", True),
        ("Harrow has proposed a top rate of 33 percent.", "33 percent", "top rate", False),
        ("The krone was flat at $1.31.", "$1.31", "krone was flat", True),
        ("The krone was flat at $1.31.", "$1.31", "price at which the krone was traded", False),
        ("Net income was $9 million, or $1.12 a share.", "$1.12", "Net income", True),
        ("Net income was $9 million, or $1.12 a share.", "$1.12", "net income per share", False),
        ("Net income was $9 million, or $1.12 a share.", "$1.12 a share", "Net income", False),
        ("Net income was $9 million, or $1.12 a share.", "$9 million", "Net income", False),
        ("Harrow had offered $39 a share.", "$39", "offer", False),
    ],
)
def test_what_a_number_is_a_part_of_or_is_for_each_share_it_does_not_measure(
    check: Any, faults: Any, article: str, text: str, measures: str, doubted: bool
) -> None:
    record = check("claims", _claim(article, text, measures), article=article)
    assert faults(record) == []
    assert ("figures[0].measures" in _doubted(record)) is doubted


@pytest.mark.parametrize(
    ("article", "text", "doubted"),
    [
        ("Kea Dairy, listed on the NZX, had sales of $61 million in 2024.", "$61 million", True),
        ("Kea Dairy of Dunedin had sales of $61 million in 2024.", "$61 million", True),
        ("Kiwi cheesemaker Kea Dairy had sales of $61 million in 2024.", "$61 million", True),
        ("Kea Dairy of New Zealand had sales of NZ$61 million in 2024.", "NZ$61 million", False),
        ("Kea Dairy of New Zealand had sales of $61 million (NZ$98 million) in 2024.", "$61 million", False),
        ("Kea Dairy of New Zealand had sales of $61 million and a debt of US$9 million.", "$61 million", True),
        ("Kea Dairy of Otago had sales of $61 million and a debt of NZ$9 million.", "$61 million", True),
        ("Kea Dairy of Otago had sales of $61 million (NZ$9 million of it in May).", "$61 million", True),
        ("Kea Dairy of Otago and Texas had sales of $61 million and a debt of NZ$9 million.", "$61 million", False),
        ("Kea Dairy had sales of $61 million and a debt of NZ$9 million.", "$61 million", True),
        ("Kea Dairy of Texas had sales of $61 million and a debt of NZ$9 million.", "$61 million", False),
        ("Kea Dairy of Otago was sold for NZ$9 million, or $3.20 a share.", "$3.20 a share", True),
        ("Kea Dairy of Otago was sold for NZ$9 million, or $5 million.", "$5 million", False),
        ("Kea Dairy of Ottawa and Toronto, which sells to Texas, was sold for C$9 (US$7).", "C$9", False),
        ("Kea Dairy of Ottawa and Toronto, which sells to Texas, was sold for C$9 ($7).", "$7", False),
        ("Kea Dairy of Ottawa was sold for C$9 a share ($7).", "$7", False),
        ("Kea Dairy was sold for $9 million (US$7 million).", "$9 million", True),
        ("Kea Dairy of New Zealand had sales of US$61 million and a debt of $9 million.", "US$61 million", False),
        ("Kea Dairy of Boston, which buys milk in New Zealand, had sales of $61 million.", "$61 million", False),
        ("Kea Dairy of Otago and Taranaki, which sells to Texas, had sales of $61 million.", "$61 million", True),
        ("Kea Dairy of Leeds had sales of $61 million in 2024.", "$61 million", False),
        ("Kea Dairy had sales of $61 million in North America and Wellington Moss runs it.", "$61 million", False),
        ("Kea Dairy of Suva had sales of $61 million in 2024.", "$61 million", True),
        ("Kea Dairy of Toronto had sales of $61 million. All amounts are in U.S. dollars.", "$61 million", False),
        ("Kea Dairy of New Mexico had sales of $61 million in 2024.", "$61 million", False),
        ("Kea Dairy of Cairo had sales of 61 million pounds in 2024.", "61 million pounds", True),
        ("Kea Dairy of Leeds had sales of 61 million pounds in 2024.", "61 million pounds", False),
        ("Kea Dairy had sales of £61 million in 2024.", "£61 million", False),
        ("Kea Dairy of Karachi had sales of 61 million rupees in 2024.", "61 million rupees", True),
        ("Kea Dairy of Mumbai had sales of 61 million rupees in 2024.", "61 million rupees", False),
        ("Kea Dairy of Oslo had sales of 61 million crowns in 2024.", "61 million crowns", False),
        ("Kea Dairy had sales of 45 cents a share and a debt of €9 million.", "45 cents a share", True),
        ("Kea Dairy had sales of 45 cents a share and a debt of $9 million.", "45 cents a share", False),
        ("Kea Dairy had sales of 45 cents a share and a debt of €9 million, not dollars.", "45 cents a share", True),
    ],
)
def test_a_bare_sign_of_money_is_that_of_the_country_most_told_of(
    check: Any, faults: Any, article: str, text: str, doubted: bool
) -> None:
    record = check("claims", _claim(article.partition(". ")[0], text, "sales"), article=article)
    assert faults(record) == []
    assert ("figures[0]" in _doubted(record)) is doubted


LETTER = """\
Huia Foods has sold Kea Dairy to Merlion Partners of Singapore for $41m.
The Tauranga cheesemaker, bought for NZ$18.5m in 2019, is listed on the NZX. Holders will get $2.87 a share.
Wattle Capital, an Australian investor, votes for the sale. The break fee is $2m.
"""
"""A letter from a country that gives its own dollar its full sign only once."""


@pytest.mark.parametrize(
    ("beside", "doubted"), [("", True), ("Ohio, Iowa, Texas and Utah sell its cheese. " * 3, False)]
)
def test_a_claims_figures_and_a_deals_value_are_held_against_the_countries(
    check: Any, faults: Any, beside: str, doubted: bool
) -> None:
    article = LETTER + beside
    draft = _claim("Holders of Kea Dairy will get $2.87 a share.", "$2.87 a share", "price per share")
    record = check("claims", {**draft, "evidence": [3]}, article=article)
    assert faults(record) == []
    assert ("figures[0]" in _doubted(record)) is doubted
    deal = {"kind": "acquisition", "status": "closed", "subject": "Kea Dairy", "parties": [], "evidence": [1]}
    terms = [{"name": "break fee", "text": "break fee is $2m"}]
    record = check("deals", {**deal, "value": {"text": "$41m"}, "terms": terms}, article=article)
    assert faults(record) == []
    assert ("value" in _doubted(record)) is doubted
    # A term's words are copied, and no currency is read from them.
    assert "terms[0].text" not in _doubted(record)


@pytest.mark.parametrize(
    ("town", "text", "currency", "doubted"),
    [
        ("Dunedin", "$61 million", "NZD", False),
        ("Dunedin", "$61 million", "AUD", True),
        ("Dunedin", "$61 million", "USD", True),
        ("Boston", "$61 million", "NZD", True),
        ("Boston", "$61 million", "USD", False),
        ("Lahore", "61 million rupees", "PKR", False),
        ("Basel", "61 million francs", "CHF", False),
        ("Dover", "61 million francs", "CHF", True),
    ],
)
def test_a_currency_that_is_given_for_a_bare_sign_is_held_against_the_countries(
    check: Any, faults: Any, town: str, text: str, currency: str, doubted: bool
) -> None:
    article = f"Kea Dairy of {town} had sales of {text} in 2024."
    draft = _claim(article, text, "sales")
    draft["figures"][0]["currency"] = currency
    record = check("claims", draft, article=article)
    assert faults(record) == []
    assert ("figures[0]" in _doubted(record)) is doubted


@pytest.mark.parametrize(
    ("article", "text", "doubted", "bound"),
    [
        ("Harrow is in talks about a 4 million franc loan.", "about a 4 million franc", True, None),
        ("Harrow is in talks about a 4 million franc loan.", "4 million franc", False, "exactly"),
        ("Harrow is in talks, of which about 4 million francs is due.", "about 4 million francs", False, "about"),
    ],
)
def test_about_behind_talks_bounds_nothing(
    check: Any, faults: Any, article: str, text: str, doubted: bool, bound: str | None
) -> None:
    record = check("claims", _claim(article, text, "loan"), article=article)
    assert faults(record) == []
    assert ("figures[0]" in _doubted(record)) is doubted
    assert record.figures[0].bound == bound
