"""The figures of a claim, which no model is asked for."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.mapping.figures import Figures
from summarizer.models.offline.reading import Reading

TEXT = """\
Ostrel Grid's revenue rose 12% to $40 million in the third quarter. Shares of Ostrel fell 3% to $12.40.
It employs about 3,100 people and had sales of $1.6 million last year, 11.8 times last year's profit.
Pellam Wire had 310 staff in March."""
FIGURES = Figures(Reading(Article.from_text(TEXT)))


def figures(statement: str, *numbers: int) -> list[tuple[str, str | None, str | None]]:
    return [(one["text"], one["measures"], one["period"]) for one in FIGURES.of(statement, numbers)]


def test_the_numbers_of_the_statement_are_found_in_its_sentences() -> None:
    assert figures("Ostrel Grid's revenue rose 12% to $40 million.", 1) == [
        ("12%", "Ostrel Grid's revenue", None),
        ("$40 million", "Ostrel Grid's revenue", "third quarter"),
    ]
    assert [text for text, _, _ in figures("Revenue was $40 million, after a rise of 12%.", 1)] == [
        "$40 million",
        "12%",
    ]


@pytest.mark.parametrize(
    ("statement", "numbers"),
    [
        ("Ostrel Grid's revenue rose 13% to $41 million.", (1,)),  # no such number there
        ("Ostrel Grid's revenue rose 12%.", (4,)),  # in another sentence than the one cited
        ("Ostrel Grid's revenue rose 12%.", (0, 99)),
        ("Ostrel Grid's revenue rose 12%.", ()),
        ("Ostrel Grid's revenue rose.", (1,)),
        ("Ostrel Grid's revenue rose 112%.", (1,)),  # no part of another number
        ("", (1,)),
    ],
)
def test_nothing_else_is_a_figure(statement: str, numbers: tuple[int, ...]) -> None:
    assert figures(statement, *numbers) == []


def test_the_same_amount_in_other_words_is_given_as_the_article_has_it() -> None:
    assert [text for text, _, _ in figures("Revenue came to $40m.", 1)] == ["$40 million"]


def test_a_period_is_taken_only_right_behind_its_number() -> None:
    assert figures("It employs about 3,100 people.", 3) == [("about 3,100 people", "people", None)]
    assert [period for _, _, period in figures("It had sales of $1.6 million.", 3)] == ["last year"]
    assert [period for _, _, period in figures("Sales were 11.8 times profit.", 3)] == [None]
    assert [period for _, _, period in figures("Pellam Wire had 310 staff.", 4)] == ["March"]


def test_a_name_alone_is_not_what_a_number_measures() -> None:
    reading = Reading(Article.from_text("Ostrel added 3% to $12.40 on Monday. The Nikkei fell 0.9%."))
    found = Figures(reading).of("Ostrel added 3% to $12.40, while the Nikkei fell 0.9%.", (1, 2))
    assert [(one["text"], one["measures"]) for one in found] == [("3%", None), ("$12.40", None), ("0.9%", None)]


def test_what_a_number_is_for_one_of_belongs_to_it() -> None:
    text = "Orrin earned $1.25 a share, and sold coal at 84 euros a ton. It spent $30 million a year and $2 a piece."
    read = Figures(Reading(Article.from_text(text)))
    assert [one["text"] for one in read.of("Orrin earned $1.25 per share.", [1])] == ["$1.25 a share"]
    assert [one["text"] for one in read.of("Its coal sold at 84 euros a ton.", [1])] == ["84 euros a ton"]
    assert [one["text"] for one in read.of("It spent $30 million a year.", [2])] == ["$30 million a year"]
    read = Figures(Reading(Article.from_text("Output was 212 million cubic feet a day in the fourth quarter.")))
    [figure] = read.of("Output was 212 million cubic feet a day in the fourth quarter.", [1])
    assert figure["text"] == "212 million cubic feet a day"


@pytest.mark.parametrize("text", ["The pound was flat at $1.30 on Monday.", "The rate he wanted was 4%, Orrin said."])
def test_words_that_were_cut_at_the_wrong_place_are_not_what_a_number_measures(text: str) -> None:
    [figure] = Figures(Reading(Article.from_text(text))).of(text, [1])
    words = (figure["measures"] or "").split()
    assert not {"was", "he"} & set(words)


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Hollin Grid burned through $26 million in the first quarter.", None),
        ("Fewer than 4% of the mills are electric now.", None),
        ("Pellam Bank raised its target on the stock of Orrin to $12 from $9.", None),
        ("The airline lost $9 million last year.", "Kestrel Air lost $9 million last year."),
    ],
)
def test_what_is_no_noun_of_the_statement_is_not_what_a_number_measures(sentence: str, statement: str | None) -> None:
    read = Figures(Reading(Article.from_text(sentence)))
    found = [one["measures"] for one in read.of(statement or sentence, [1])]
    assert found
    assert not {"first quarter", "now", "stock", "airline"} & set(found)


def test_what_a_statement_says_of_its_numbers_stays() -> None:
    text = (
        "Orrin will record an after-tax gain of $21 million. Its loan runs for five years. Its adjusted profit rose 4%."
    )
    read = Figures(Reading(Article.from_text(text)))
    assert [one["measures"] for one in read.of("Orrin will record an after-tax gain of $21 million.", [1])] == [
        "after-tax gain"
    ]
    assert [one["measures"] for one in read.of("Orrin's adjusted profit rose 4%.", [3])] == ["adjusted profit"]


def test_what_belongs_to_something_else_is_not_what_a_number_measures() -> None:
    def measured(text: str) -> list[str | None]:
        return [one["measures"] for one in Figures(Reading(Article.from_text(text))).of(text, [1])]

    text = (
        "The round values Orrin at $310 million after the new money, up from the $140 million at which it was priced."
    )
    assert "new money" not in measured(text)
    assert measured("The mill was built at a cost of $40 million.") == ["cost"]
    assert measured("Orrin beat a 0.3 percent rise in the main index.") == ["main index"]
    assert measured("Orrin owns 61% of the shares.") == [None]
    assert measured("Sales at the hearing-aid chain rose 6.3%.")[0] in ("Sales at the hearing-aid chain", "Sales")


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Vellmar has gained more than 15 percent in the past year.", [None]),
        ("Orrin plans to bring back $12 billion in overseas cash.", [None]),
        ("Ferrow's sales grew at a 9.4 percent clip.", [None]),
        ("Marl Group shares ended the day up 13 cents at $34.64.", [None, None]),
        ("Its clients maintain deposits of almost $13 billion.", [None]),
        ("Its joint ventures generated $504 million in the quarter.", [None]),
        ("Orrin will pay 5 percent of the cost via a bank.", [None]),
        ("Loans were up 33 percent, beside a 21 percent rise in lease income.", ["Loans", "lease income"]),
        (
            "Old Tarn Vellmar Haulage Lines ' profit in the far north fell 4%.",
            ["Old Tarn Vellmar Haulage Lines ' profit in the far north"],
        ),
        ("Oslo makes 33% of company earnings.", [None]),
        ("Orrin replaced 161 percent of production organically.", [None]),
        ("It says 9% of buyers say they've tried it.", [None]),
        ("Profit beat the $1.72 expected by analysts.", [None]),
        ("Fares jumped $21 last month.", [None]),
        ("Stock in Orrin slipped after a 1.2% drop in heavy volume.", [None]),
        ("Sales came to 240 units, down 1.3% from a year before.", ["units", None]),
        ("The ferry line reported total deposits of $128 million.", ["total deposits"]),
        ("The average rate for such loans is currently 0.06%.", ["average rate for such loans"]),
    ],
)
def test_only_a_magnitude_is_what_a_number_measures(sentence: str, measures: list[str | None]) -> None:
    read = Figures(Reading(Article.from_text(sentence)))
    assert [one["measures"] for one in read.of(sentence, [1])] == measures


def test_a_number_of_another_sentence_is_not_the_one_within_a_bound() -> None:
    read = Figures(Reading(Article.from_text("Costs fell as much as 50%, Orrin said. Rents fell 50% too.")))
    assert [one["text"] for one in read.of("Orrin's costs fell as much as 50%.", [1, 2])] == ["as much as 50%"]


def test_a_number_inside_another_is_no_figure_of_the_statement() -> None:
    read = Figures(Reading(Article.from_text("Sales of trucks rose 4.2%; only those of vans, down 2%, lagged.")))
    assert [one["text"] for one in read.of("Sales of trucks rose 4.2%.", [1])] == ["4.2%"]


def test_the_same_amount_in_other_words_gives_way_to_the_statements_own() -> None:
    sentence = "Loans with less than 10% down need cover; if the usual payment fell to 10%, fewer would."
    read = Figures(Reading(Article.from_text(sentence)))
    assert [one["text"] for one in read.of("If the usual payment fell to 10%, fewer would need cover.", [1])] == ["10%"]
    assert [one["text"] for one in read.of("Loans with under 10% down need cover.", [1])] == ["10%"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Orrin gained 9.8 percent after third-quarter profit rose.",
        "Sales should grow at 31.4% through FY 2021 to FY 2023.",
    ],
)
def test_cut_date_words_are_no_period(sentence: str) -> None:
    [figure] = Figures(Reading(Article.from_text(sentence))).of(sentence, [1])
    assert figure["period"] is None


def test_one_of_several_numbers_has_not_their_periods() -> None:
    sentence = "Profit rose 3%, 12% and 17% in those three quarters."
    read = Figures(Reading(Article.from_text(sentence)))
    assert [one["period"] for one in read.of(sentence, [1])] == [None, None, None]


def test_one_number_that_stands_for_two_things_measures_neither() -> None:
    text = "Orrin's revenue rose 4%. Costs rose 4%."
    read = Figures(Reading(Article.from_text(text)))
    assert [one["measures"] for one in read.of("Revenue and costs rose 4%.", [1, 2])] == [None]
    assert [one["measures"] for one in read.of("Orrin's revenue rose 4%.", [1])] == ["Orrin's revenue"]


def test_a_number_that_is_a_figure_in_one_of_its_places_alone_is_none() -> None:
    text = "Of 40 mills that Orrin looked at in its survey, No. 40 mills no grain, and 40 mills do."
    assert Figures(Reading(Article.from_text(text))).of(text, [1]) == []


def test_nothing_is_read_in_a_text_without_sentence_ends() -> None:
    words = "vats of dye " * 300
    read = Figures(Reading(Article.from_text(f"Orrin has {words}and revenue of $4 million")))
    assert read.of("Orrin has revenue of $4 million.", [1]) == []


def test_pounds_may_be_a_weight_where_nothing_is_british() -> None:
    text = "Sales of prawns rose to about three million pounds a year."
    assert Figures(Reading(Article.from_text(text))).of(text, [1]) == []
    [figure] = Figures(Reading(Article.from_text(f"{text} Orrin is based in London."))).of(text, [1])
    assert figure["text"] == "about three million pounds a year"


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("It plans 200 openings a year through 2031.", ["200 openings a year"]),
        ("The fee is 40 euros a quarter.", ["40 euros a quarter"]),
        ("Sales were 9 million euros a year earlier.", ["9 million euros"]),
        ("Sales passed 9 million euros in May.", []),
        ("It sees sales of $3.4 billion, plus or minus $100 million.", ["$100 million"]),
        ("Sales have crossed 9 million euros.", []),
    ],
)
def test_a_yearly_rate_is_kept_and_what_was_passed_is_no_figure(sentence: str, texts: list[str]) -> None:
    found = Figures(Reading(Article.from_text(sentence))).of(sentence, [1])
    assert [one["text"] for one in found] == texts
