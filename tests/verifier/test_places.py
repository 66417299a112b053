"""Numbers and dates that the article has, but not in this place; deal values that are something else."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

KESTREL = """\
Kestrel Foundries said second-quarter revenue rose to $84 million from $71 million a year earlier, while net profit \
of $6.2 million, or 31 cents a share, beat forecasts.
Its Dutch arm shipped 412 furnaces in March and the Polish one 388 in May.
Operating costs and capital spending fell 16% and 17%, respectively.
More than 900 customers have signed up, the company said on Tuesday.
The board pays a dividend of $4 million a year.
Kestrel's gross margin was 33.8% in fiscal 2024.
"""

MERGER = """\
Ostrava Mills agreed on Monday to buy Lindgate Paper for $1.9 billion in cash.
The price is $38 a share and includes the assumption of $640 million of debt.
Lindgate had revenue of $1.1 billion last year and would owe a termination fee of $55 million.
Ostrava raised its bid from $1.7 billion in April.
"""

SENTENCES = {
    1: "Kestrel Foundries said second-quarter revenue rose to $84 million from $71 million a year earlier.",
    2: "Its Dutch arm shipped 412 furnaces in March and the Polish one 388 in May.",
    3: "Operating costs and capital spending fell 16% and 17%, respectively.",
    4: "More than 900 customers have signed up, the company said on Tuesday.",
    5: "The board pays a dividend of $4 million a year.",
    6: "Kestrel's gross margin was 33.8% in fiscal 2024.",
}


def claim(check: Any, statement: str, sentence: int, *figures: Any) -> Any:
    draft = {"statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted",
             "figures": list(figures), "evidence": [sentence]}  # fmt: skip
    return check("claims", draft, article=KESTREL)


def deal(check: Any, value: str) -> Any:
    draft = {"kind": "acquisition", "status": "agreed", "subject": "Lindgate Paper", "value": value, "dates": [],
             "terms": [], "evidence": [1, 2, 3, 4],
             "parties": [{"name": "Ostrava Mills", "role": "acquirer"},
                         {"name": "Lindgate Paper", "role": "target"}]}  # fmt: skip
    return check("deals", draft, article=MERGER)


@pytest.mark.parametrize("sentence", sorted(SENTENCES))
def test_a_sentence_of_the_article_is_never_marked(check: Any, faults: Any, sentence: int) -> None:
    assert faults(claim(check, SENTENCES[sentence], sentence)) == []


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Revenue of Kestrel Foundries was $71 million a year earlier.", 1),
        ("From $71 million a year earlier, revenue rose to $84 million.", 1),
        ("Kestrel earned 31 cents a share.", 1),
        ("The Polish arm shipped 388 furnaces, the Dutch one 412.", 2),
        ("Operating costs fell 16%.", 3),
        ("Over 900 customers have signed up.", 4),
        ("The dividend costs Kestrel $4 million annually.", 5),
        ("Kestrel's gross margin was 34% in fiscal 2024.", 6),
    ],
)
def test_the_same_numbers_in_other_words_are_right(check: Any, faults: Any, statement: str, sentence: int) -> None:
    assert faults(claim(check, statement, sentence)) == []


@pytest.mark.parametrize(
    ("statement", "sentence", "code"),
    [
        ("Kestrel Foundries said revenue rose to $71 million from $84 million a year earlier.", 1, Code.NUMBER_ALTERED),
        ("Kestrel said net profit of $6.2 million, or 31 cents, beat forecasts.", 1, Code.UNIT_ALTERED),
        ("Its Dutch arm shipped 388 furnaces in March and the Polish one 412 in May.", 2, Code.NUMBER_ALTERED),
        ("Its Dutch arm shipped 412 furnaces in May and the Polish one 388 in March.", 2, Code.DATE_ALTERED),
        ("Operating costs and capital spending fell 17% and 16%, respectively.", 3, Code.NUMBER_ALTERED),
        ("900 customers have signed up, the company said on Tuesday.", 4, Code.BOUND_ALTERED),
        ("More than 900 engineers have signed up, the company said on Tuesday.", 4, Code.UNIT_ALTERED),
        ("The board pays a dividend of $4 million.", 5, Code.UNIT_ALTERED),
        ("Kestrel's gross margin was 35% in fiscal 2024.", 6, Code.NUMBER_ALTERED),
        ("Kestrel's gross margin was 33.8% in fiscal 2023.", 6, Code.DATE_ALTERED),
    ],
)
def test_a_number_or_date_in_the_place_of_another_is_found(
    check: Any, faults: Any, statement: str, sentence: int, code: Code
) -> None:
    assert code in faults(claim(check, statement, sentence))


def test_the_price_of_the_deal_is_its_value(check: Any, faults: Any) -> None:
    assert faults(deal(check, "$1.9 billion")) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("$640 million", Code.UNIT_ALTERED),
        ("$1.1 billion", Code.UNIT_ALTERED),
        ("$55 million", Code.UNIT_ALTERED),
        ("$38", Code.UNIT_ALTERED),
        ("$1.7 billion", Code.NUMBER_ALTERED),
    ],
)
def test_a_debt_a_revenue_a_fee_or_an_older_bid_is_not_the_value(
    check: Any, faults: Any, value: str, code: Code
) -> None:
    assert faults(deal(check, value)) == [code]


def test_a_figure_of_another_sentence_than_the_statement_speaks_of_is_found(check: Any, faults: Any) -> None:
    figure = {"text": "17%", "measures": None, "period": None}
    assert Code.NUMBER_ALTERED in faults(claim(check, SENTENCES[6], 6, figure))


def test_what_a_figure_measures_is_compared(check: Any, faults: Any) -> None:
    right = {"text": "$6.2 million", "measures": "net profit", "period": None}
    wrong = {"text": "$6.2 million", "measures": "quarterly revenue", "period": None}
    statement = "Kestrel had a net profit of $6.2 million."
    assert faults(claim(check, statement, 1, right)) == []
    assert faults(claim(check, statement, 1, wrong)) == [Code.UNIT_ALTERED]


def test_a_rise_is_not_stored_as_a_fall(check: Any, faults: Any) -> None:
    def stored(amount: float, sentence: str) -> Any:
        figure = {"text": "4.5%", "measures": None, "period": None, "amount": amount}
        draft = {"statement": sentence, "claimant": None, "kind": "fact", "certainty": "asserted",
                 "figures": [figure], "evidence": [1]}  # fmt: skip
        return check("claims", draft, article=f"{sentence}\nRivals lost ground and fell back.\n")

    assert faults(stored(-4.5, "Vantro shares fell 4.5% in Vienna.")) == []
    assert faults(stored(-4.5, "Vantro shares rose 4.5% in Vienna.")) == [Code.SIGN_ALTERED]


def test_of_two_equal_amounts_the_one_with_the_words_bound_is_meant(check: Any) -> None:
    text = "Loans with less than 10% down need cover. If the usual share fell to 10%, fewer would."
    given = "If the usual share fell to 10%, fewer would need cover."
    claimed = {"statement": given, "claimant": None, "kind": "fact", "certainty": "asserted", "evidence": [1, 2]}
    [figure] = check("claims", {**claimed, "figures": [{"text": "10%"}]}, article=text).figures
    assert (figure.bound, figure.amount) == ("exactly", 10)
