"""Claims by the offline rules: which statements are one, of what kind, how sure, whose, and with which figures."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline import read_news


def claims(text: str) -> list[dict[str, Any]]:
    return list(read_news(Article.from_text(text))["claims"])


def figures(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (figure["text"], figure["measures"], figure["period"]) for claim in claims(text) for figure in claim["figures"]
    ]


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Orvane's revenue rose 5% in May.", "fact", "asserted"),
        ("Orvane expects revenue of $5 million next year.", "forecast", "hedged"),
        ("The mill of Orvane will be closed in 2027.", "forecast", "asserted"),
        ("The bank of Orvane could lose the order.", "forecast", "hedged"),
        ("Orvane is expected to report a loss of 3 cents.", "forecast", "hedged"),
        ("Orvane will pay $40 a share for Lund Corp.", "fact", "asserted"),
        ("Orvane earned 12 cents a share, better than expected.", "fact", "asserted"),
        ("Orvane missed forecasts with a profit of $5 million.", "fact", "asserted"),
        ("Although Orvane will not open the mill until 2027, it spent $5 million on it.", "fact", "asserted"),
        ("Orvane denied that it had sold the mill.", "denial", "denied"),
        ("Orvane rejected the accusations of its former owner.", "denial", "denied"),
        ("Orvane rejected a bid of $5 million.", "fact", "asserted"),
        ("The lawsuit says Orvane hid 31 fires.", "allegation", "asserted"),
        ("Analysts polled by Corvane put Orvane's profit at $5 million.", "estimate", "hedged"),
        ("Orvane will pay a dividend of $0.30.", "forecast", "asserted"),
        ("Orvane said it did not bribe officials.", "denial", "denied"),
        ("Lune Inc did not break the law, its lawyer said.", "denial", "denied"),
        ("Analysts had expected revenue of $46 million.", "forecast", "asserted"),
        ("It is unlikely that Orvane will pay a dividend.", "forecast", "hedged"),
        ("Sales are likely to fall.", "forecast", "hedged"),
        ("Orvane has not paid a dividend of $3 since May.", "fact", "denied"),
        ("Shares of Orvane fell 3% in May, and the month may be its worst.", "fact", "hedged"),
    ],
)
def test_kind_and_certainty_follow_from_the_main_clause(text: str, kind: str, certainty: str) -> None:
    assert [(claim["kind"], claim["certainty"]) for claim in claims(text)] == [(kind, certainty)]


def test_what_somebody_says_is_that_ones_claim() -> None:
    (claim,) = claims("Sales would fall by 5% next year, said Ines Varga, an analyst at Petrel Bank.")
    assert (claim["claimant"], claim["kind"]) == ("Ines Varga", "forecast")
    assert claim["statement"] == "Sales would fall by 5% next year"


def test_who_only_believes_it_leaves_it_open() -> None:
    (claim,) = claims("Ines Varga believes that the mill is worth $5 million.")
    assert claim["certainty"] == "hedged"


@pytest.mark.parametrize(
    "text",
    [
        "What will Orvane do?",
        "The chairman met the board of Orvane in a hall by the river.",
        "Imagine 5% of it.",
        "Subscribe to our newsletter for $5 a month.",
        "Let's be clear about the 5% of Orvane.",
    ],
)
def test_a_sentence_without_news_is_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spending on tracks rose by 34% in 2024.", [("34%", "Spending on tracks", "2024")]),
        ("Orvane paid a dividend of 30 cents.", [("30 cents", "dividend", None)]),
        ("Orvane saw a 16% increase in net revenue.", [("16%", "net revenue", None)]),
        ("It won a $15.1 billion order.", [("$15.1 billion", "order", None)]),
        ("Lune makes up over 60% of Orvane's sales.", [("over 60%", "Orvane's sales", None)]),
        ("The mill has 3,100 employees.", [("3,100 employees", "employees", None)]),
        (
            "Revenue at the unit fell 7 pct to 3.4 bln stg in 1986.",
            [("7 pct", "Revenue at the unit", "1986"), ("3.4 bln stg", "Revenue at the unit", "1986")],
        ),
        (
            "Analysts expect Orvane's profit to rise 5% next year.",
            [("5%", "Orvane's profit", "next year")],
        ),
        ("The Lune 500 rose 1.2% on a dull day.", [("1.2%", "Lune 500", None)]),
        (
            "The 10-year yield rose 5 basis points to 4.31%.",
            [("5 basis points", "10-year yield", None), ("4.31%", "10-year yield", None)],
        ),
        (
            "Petrel Bank raised its price target on Lune to $40 from $35.",
            [("$40", "price target", None), ("$35", "price target", None)],
        ),
        ("Lune allegedly hid losses of $30 million.", [("$30 million", "losses", None)]),
        ("Lune employs 2,300 people and was founded in 1981.", [("2,300 people", "people", None)]),
        ("Lune cut 300 jobs in 2024 and 120 in 2025.", [("300 jobs", "jobs", "2024"), ("120", "jobs", "2025")]),
        ("Orvane closed at $33.25, up 7%.", [("$33.25", "Orvane", None), ("7%", "Orvane", None)]),
    ],
)
def test_a_figure_says_what_it_measures_and_when(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Orvane rebuilt the 21-inch rims of its cars in May and is expected to sell them.",
        "Orvane is expected to sell the mill over the next five years.",
        "Orvane is expected to deliver the first Lune 737 soon.",
    ],
)
def test_sizes_models_and_lengths_of_time_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_date_between_subject_and_number_is_no_part_of_what_is_measured() -> None:
    assert figures("Tarn crude ended last week at $65.45 per barrel.") == [("$65.45", "Tarn crude", "last week")]


def test_the_rows_of_a_table_of_earnings_are_claims() -> None:
    text = (
        "Orvane Corp said it made a profit.\n    Shr 34 cts vs 30 cts\n    Oper net 1,220,000 vs 1,010,000\n"
        "    Revs 12.2 mln vs 10.1 mln"
    )
    rows = [claim for claim in claims(text) if claim["figures"]]
    assert [(claim["statement"], claim["figures"][0]["measures"]) for claim in rows] == [
        ("Shr 34 cts vs 30 cts", "Shr"),
        ("Oper net 1,220,000 vs 1,010,000", "Oper net"),
        ("Revs 12.2 mln vs 10.1 mln", "Revs"),
    ]


def test_a_statement_that_was_cut_is_left_out() -> None:
    assert not any(claim["statement"].endswith(" and") for claim in claims("Ines Varga said it was fair and"))


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Orvane Inc. expects revenue of $5 million next year.", "Orvane Inc."),
        ("Orvane Inc., based in Lorne, rejected the accusations.", "Orvane Inc."),
        ("Orvane Inc. plans to turn two floors into 310 flats.", "Orvane Inc."),
        ("Revenue of Orvane Inc. rose 5% in May.", None),
    ],
)
def test_who_expects_or_denies_is_the_claimant(text: str, claimant: str | None) -> None:
    assert [claim["claimant"] for claim in claims(text)] == [claimant]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Prosecutors allege that Orvane hid losses of $3 million.", "Prosecutors"),
        ("Analysts had expected revenue of $46 million.", "Analysts"),
        ("Some analysts expect sales of $46 million.", None),
    ],
)
def test_a_group_is_a_claimant_unless_it_is_nobody(text: str, claimant: str | None) -> None:
    (claim,) = claims(text)
    assert claim["claimant"] == claimant


def statements(text: str) -> list[str]:
    return [claim["statement"] for claim in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane Inc. said it would not raise its bid.",
        "Orvane Inc. has promised to keep the mill at Tarne open.",
        "Orvane Inc. denied that its pumps were at fault.",
    ],
)
def test_words_that_lean_on_their_source_keep_it(text: str) -> None:
    assert statements(text) == [text]


def test_words_that_stand_alone_are_cut_out() -> None:
    assert statements("Orvane Inc. said net debt stood at $96 million.") == ["Net debt stood at $96 million"]


def test_a_fragment_behind_a_verb_of_naming_keeps_its_clause() -> None:
    text = 'The chairman of Orvane Inc., Ada Lund, called the price of the mill "fair to all".'
    assert statements(text) == [text]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        (
            "Shares of Orvane Inc. fell 17% to $4 after the maker said that sales dropped 6% in March.",
            "Shares of Orvane Inc. fell 17% to $4",
        ),
        (
            "Tarn Bank cut its price target for Orvane Inc. to $9 from $12 and said that the dividend looked safe.",
            "Tarn Bank cut its price target for Orvane Inc. to $9 from $12",
        ),
    ],
)
def test_what_a_sentence_tells_beside_its_speech_is_a_claim_of_its_own(text: str, beside: str) -> None:
    first = claims(text)[0]
    assert (first["statement"], first["claimant"]) == (beside, None)
    assert len(claims(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The deal must be approved by the holders of Orvane Inc. and by a court.",
        "Lund Forge Corp. will bear all costs of the trials.",
        "Lund Forge Corp. retains the rights to the valve in Corvania.",
        "Under the rules, Lund Forge Corp. has until 7 October to make an offer.",
        "Analysts at Tarn Bank upgraded Orvane Inc. to 'hold' from 'sell'.",
    ],
)
def test_terms_and_ratings_are_claims_without_a_figure(text: str) -> None:
    assert [(claim["statement"], claim["kind"]) for claim in claims(text)] == [(text, "fact")]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane Inc. said it was monitoring the situation.",
        "Ada Lund, the chairman of Orvane Inc., said she was delighted with the mill.",
        "Ada Lund of Orvane Inc. urged holders to take no action.",
        "Not everyone thinks Orvane Inc. is the company with the most to lose.",
        "Ada Lund of Orvane Inc. sold the mill, citing the weak market for rusty pumps.",
    ],
)
def test_courtesies_requests_and_what_is_not_said_are_no_claims(text: str) -> None:
    assert claims(text) == []


def test_a_quotation_over_sentences_gives_the_sentence_with_the_outlook() -> None:
    text = (
        '"You learn to live with rust," said Ada Lund, the chairman of Orvane Inc. "The repair will delay us by a year.'
        ' Rust never sleeps."'
    )
    found = claims(text)
    assert [(claim["statement"], claim["kind"], claim["claimant"]) for claim in found] == [
        ("The repair will delay us by a year.", "forecast", "Ada Lund")
    ]
    assert found[0]["evidence"] == [1, 2]


def test_the_company_that_was_named_last_is_the_claimant() -> None:
    text = "Orvane Inc. sold a mill on Monday. The company said it will record a gain of $21 million."
    assert [(claim["statement"], claim["claimant"]) for claim in claims(text)] == [
        ("The company said it will record a gain of $21 million.", "Orvane Inc.")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ines Varga of Petrel Bank estimates that debt will rise to $4 million.", "forecast"),
        ("Ines Varga of Petrel Bank estimates that the mill is worth $4 million.", "estimate"),
        ("Ada Lund of Orvane Inc. reckoned the work cost $4 million.", "estimate"),
        ("I'd rather own Orvane Inc. at 9% than Lund Corp.", "opinion"),
    ],
)
def test_what_is_to_come_is_foretold_and_what_is_judged_is_an_opinion(text: str, kind: str) -> None:
    assert [claim["kind"] for claim in claims(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("The index rose 1.2% to 5,431 on Tuesday, traders at Orvane Inc. saw.", ["index", "index"]),
        ("Revenue of Orvane grew 5% in 2024 to $3 million from $2 million.", ["Revenue of Orvane"] * 3),
        ("Sales of tubes, its best business by far, rose 4%, Orvane Inc. found.", ["Sales of tubes"]),
        ("Orvane (ORV) slipped 0.9%.", ["Orvane"]),
        ("Orvane Inc. raised Lund's price target to $9 from $8.", ["price target", "price target"]),
        ("Orvane Inc. spent $4 million.", ["spending"]),
        ("Orvane Inc. bought the mill for about $4 million.", ["price"]),
        ("It was a slight decline from $33 million at Orvane Inc.", [None]),
    ],
)
def test_figures_measure_what_their_clause_is_about(text: str, measured: list[str | None]) -> None:
    assert [measures for _, measures, _ in figures(text)] == measured


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orvane's profit of 61 cents beat the Tarn consensus estimate by 4 cents.", "fact"),
        ("Analysts polled by Corvane see Orvane's profit rising to $5 million.", "forecast"),
        ("A judge at Tarne denied Orvane's motion for $5 million in fees.", "fact"),
        ("Shares of Orvane fell 3% on allegations of fraud.", "fact"),
        ("The new valve should lift sales of Orvane by 5%.", "forecast"),
        ("Orvane Inc. has promised to keep the mill at Tarne open.", "forecast"),
        ("Orvane should avoid Corvania, where it lost $5 million.", "opinion"),
    ],
)
def test_what_a_sentence_only_mentions_does_not_make_its_kind(text: str, kind: str) -> None:
    assert [claim["kind"] for claim in claims(text)] == [kind]


def test_it_expects_is_the_claim_of_the_company_named_before() -> None:
    text = "Orvane Inc. fell by 3% on Monday. It now expects a profit of $4 million."
    claim = claims(text)[1]
    assert (claim["claimant"], claim["evidence"]) == ("Orvane Inc.", [1, 2])


@pytest.mark.parametrize(
    "text",
    [
        '"If," said Ines Varga, "the price of ore falls again, we will shut two mills."',
        '"Unless the bank lends us $20 million," Ines Varga said, "the mill will close in June."',
        "Unless the bank lends it $20 million, Ines Varga said, the mill will close in June.",
        '"We will," Ines Varga said, "shut two mills in June."',
    ],
)
def test_a_condition_stays_with_what_hangs_on_it(text: str) -> None:
    assert statements(text) == [text]


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Orvane dropped plans to merge with Lund Corp.", "fact", "asserted"),
        ("Orvane shelved its plan to open 40 shops.", "fact", "asserted"),
        ("Orvane plans to drop the order for 40 ships.", "forecast", "hedged"),
        (
            "Orvane earned 90 cents a share, topping the 85-cent average estimate of analysts polled by Tarn Data.",
            "fact",
            "asserted",
        ),
        ("Analysts doubt that Orvane will meet its target of 40 million tons.", "forecast", "hedged"),
        ("Orvane will without doubt meet its target of 40 million tons.", "forecast", "asserted"),
        ("Orvane gained 2%.", "fact", "asserted"),
    ],
)
def test_what_was_given_up_beaten_or_doubted(text: str, kind: str, certainty: str) -> None:
    assert [(claim["kind"], claim["certainty"]) for claim in claims(text)] == [(kind, certainty)]


def test_that_nobody_could_be_reached_is_no_claim() -> None:
    assert claims("Neither Orvane nor Lund Corp could be reached for comment.") == []


def test_a_cause_that_somebody_blames_is_no_claim_without_its_sentence() -> None:
    assert statements("Shares fell 3% after Ines Varga, who blamed the weather for poor orders, resigned.") == [
        "Shares fell 3%"
    ]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The merger would cost 4,000 jobs, unions fear.", "unions"),
        ("The market for valves will grow 8% next year, Tarn Research estimates.", "Tarn Research"),
        ("The market for valves could grow 8% next year, which nobody expects.", None),
    ],
)
def test_who_expects_it_may_stand_at_the_end(text: str, claimant: str | None) -> None:
    assert [claim["claimant"] for claim in claims(text)] == [claimant]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orvane had second quarter net income of 6.1 mln, or 12 cents, against a loss of 3.5 mln a year ago.",
            [
                ("6.1 mln", "net income", "second quarter"),
                ("12 cents", "net income", "second quarter"),
                ("3.5 mln", "loss", "a year ago"),
            ],
        ),
        (
            "The jobless rate fell to 5.1% in March from 5.7%.",
            [("5.1%", "jobless rate", "March"), ("5.7%", "jobless rate", None)],
        ),
        (
            "The jobless rate fell to 5.1% in March from 5.7% in February.",
            [("5.1%", "jobless rate", "March"), ("5.7%", "jobless rate", "February")],
        ),
        ("The shares pared losses to trade up 2.2 percent.", [("2.2 percent", "shares", None)]),
        (
            "Orvane lost 300 million euros of its value in the drop since April.",
            [("300 million euros", "Orvane", None)],
        ),
        ("Sales would rise by 4 to 6 percent despite weak orders in May.", [("4 to 6 percent", "Sales", None)]),
        ("Sales rose 5 percent after tax in 2024.", [("5 percent", "Sales", "2024")]),
    ],
)
def test_a_figure_has_the_period_of_its_own_phrase(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Tarn Estimates Ltd lost $4 million in May.", "fact", "asserted"),
        ("Lune Projects Corp sold a dredger for $4 million.", "fact", "asserted"),
        ("Will Harker Ltd bought a mill for $3 million.", "fact", "asserted"),
        ("Orvane Denies Inc earned $3 million in May.", "fact", "asserted"),
        ("Tarn Estimates Ltd expects a loss of $4 million.", "forecast", "hedged"),
    ],
)
def test_a_word_of_a_name_makes_no_kind(text: str, kind: str, certainty: str) -> None:
    assert [(claim["kind"], claim["certainty"]) for claim in claims(text)] == [(kind, certainty)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The drug, which targets an enzyme of the liver, helped 41% of patients.", "fact"),
        ("Orvane targets sales of $5 billion.", "forecast"),
        ("Orvane targets annual savings of $50 million.", "forecast"),
    ],
)
def test_what_is_aimed_at_is_an_outlook_only_where_it_is_a_figure(text: str, kind: str) -> None:
    assert [claim["kind"] for claim in claims(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "While Ines Varga said output fell 4%, Bo Lund insisted it rose 2%.",
            [("Output fell 4%", "Ines Varga"), ("Bo Lund insisted it rose 2%", "Bo Lund")],
        ),
        (
            "Orvane Inc said orders rose 4%, but Tarn Plc said they fell.",
            [("Orders rose 4%", "Orvane Inc"), ("Tarn Plc said they fell", "Tarn Plc")],
        ),
        (
            "Jane Roe of Tarn Bank expects sales of $4 million, while Rob Lund of Pell Bank forecasts $5 million.",
            [
                ("Jane Roe of Tarn Bank expects sales of $4 million", "Jane Roe"),
                ("Rob Lund of Pell Bank forecasts $5 million.", "Rob Lund"),
            ],
        ),
    ],
)
def test_of_two_sources_in_a_sentence_each_has_its_own_claim(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim["statement"], claim["claimant"]) for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "statement", "kind"),
    [
        ("Ines Varga said the mill lost $4 million, a claim that Orvane denied.", "The mill lost $4 million", "fact"),
        ("Orvane, which denied the report, said orders rose 4% in May.", "Orders rose 4% in May", "fact"),
        ("The lawsuit says Orvane hid 31 fires.", "Orvane hid 31 fires", "allegation"),
    ],
)
def test_what_the_sentence_tells_of_others_does_not_make_the_kind(text: str, statement: str, kind: str) -> None:
    assert [(claim["statement"], claim["kind"]) for claim in claims(text)] == [(statement, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Founded in 2014, Orvane employs 62 people.", [("62 people", "people", None)]),
        ("Orvane, which listed in 2012, has debt of $40 million.", [("$40 million", "debt", None)]),
        ("Orvane said on Friday that hail had destroyed 12% of its crop.", [("12%", "crop", None)]),
        ("Orvane on Friday reported profit of $4 million.", [("$4 million", "profit", None)]),
        ("Orvane reported fourth-quarter profit of $4 million.", [("$4 million", "profit", "fourth-quarter")]),
        ("In 2023, Orvane had debt of $40 million.", [("$40 million", "debt", "2023")]),
        ("Profit in 2023 was $4 million.", [("$4 million", "Profit", "2023")]),
    ],
)
def test_when_it_was_said_and_the_date_of_another_clause_are_no_period(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Orvane has raised $40 million in a seed round led by Tarn Partners.", "seed round"),
        ("The loan of Orvane carries interest of 4.5%.", "interest"),
        ("The cost of the mill of Orvane amounts to $4 million.", "cost of the mill of Orvane"),
        ("Orvane has a $300 million loan provided by Tarn Bank.", "loan"),
        ("Orvane has 4% paid customers.", "paid customers"),
    ],
)
def test_what_is_measured_is_a_noun_without_its_verb(text: str, measures: str) -> None:
    assert [found[1] for found in figures(text)] == [measures]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orvane raised its profit forecast to $40 million.", "forecast"),
        ("Orvane kept its outlook for sales of $40 million.", "forecast"),
        ("Orvane withdrew its guidance for sales of $40 million.", "fact"),
        ("Tarn Bank cut its price target for Orvane to $40.", "fact"),
    ],
)
def test_an_own_outlook_set_anew_with_a_figure_is_a_forecast(text: str, kind: str) -> None:
    assert [claim["kind"] for claim in claims(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Martin Dolan claims in his lawsuit that he was sacked after he had “told the board” of it.", "allegation"),
        ("Ostrow Paper says Calder Mills copied its design for boxes.", "allegation"),
        ("A complaint filed by Ostrow Paper says that Calder Mills hid its losses.", "allegation"),
        ("Ostrow Paper said it breached the terms of its loan.", "fact"),
        ("Ostrow Paper said Calder Mills never copied its design.", "fact"),
        ("“That's nonsense, and we'll prove it in court,” Calder Mills chairman Edwin Sprake said.", "denial"),
    ],
)
def test_what_somebody_says_another_did_wrong_is_an_allegation(text: str, kind: str) -> None:
    assert [claim["kind"] for claim in claims(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales and profit rose 3% and 8%, respectively.", [("3%", "Sales", None), ("8%", "profit", None)]),
        (
            "Calder Mills and Ostrow Paper fell 3% and 6%, respectively.",
            [("3%", "Calder Mills", None), ("6%", "Ostrow Paper", None)],
        ),
        (
            "The margin was 6.1% and 7.2% in 1Q19 and 2Q19, respectively.",
            [("6.1%", "margin", "1Q19"), ("7.2%", "margin", "2Q19")],
        ),
        (
            "In 2017 and 2018, Calder sales were $4 billion and $5 billion, respectively.",
            [("$4 billion", "Calder sales", "2017"), ("$5 billion", "Calder sales", "2018")],
        ),
        (
            "Net sales, operating profit and cash flow were $4 billion, $1 billion and $300 million, respectively.",
            [
                ("$4 billion", "Net sales", None),
                ("$1 billion", "operating profit", None),
                ("$300 million", "cash flow", None),
            ],
        ),
        (
            "Calder Mills and Ostrow Paper posted declines of 3% and 6%, respectively.",
            [("3%", "declines", None), ("6%", "declines", None)],
        ),
    ],
)
def test_respectively_pairs_each_figure_with_its_own_measure_or_period(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert figures(text) == expected


FLASH = """CALDER MILLS CORP CEO EDWIN SPRAKE SAYS DEMAND IS WEAK

CALDER MILLS CORP TO CUT 400 JOBS

CALDER MILLS CORP SEES Q3 REVENUE OF $1.2 BLN

CALDER MILLS CORP SAYS EXPECTS SALE OF UNIT TO CLOSE IN MAY
"""


def test_the_lines_of_a_flash_in_capitals_are_claims_and_quotes() -> None:
    found = read_news(Article.from_text(FLASH))
    assert [(quote["speaker"], quote["role"], quote["text"]) for quote in found["quotes"]] == [
        ("Edwin Sprake", "CEO", "DEMAND IS WEAK"),
        ("Calder Mills Corp", None, "EXPECTS SALE OF UNIT TO CLOSE IN MAY"),
    ]
    assert ("CALDER MILLS CORP SEES Q3 REVENUE OF $1.2 BLN", "forecast", "CALDER MILLS CORP") in [
        (claim["statement"], claim["kind"], claim["claimant"]) for claim in found["claims"]
    ]


def test_the_items_of_a_brief_are_claims_and_its_slug_is_no_name() -> None:
    text = (
        "BRIEF-Calder Mills to buy Ostrow Paper\n\nNov 3 (Newswire) - Calder Mills Ltd:\n\n"
        "* SEES DEAL ADDING TO EARNINGS PER SHARE IN FIRST YEAR\n\n* FY REVENUE GUIDANCE UNCHANGED AT $410 MILLION\n\n"
        "* SOURCE TEXT IN NORWEGIAN\n"
    )
    found = read_news(Article.from_text(text))
    assert [(claim["statement"], claim["kind"]) for claim in found["claims"]] == [
        ("SEES DEAL ADDING TO EARNINGS PER SHARE IN FIRST YEAR", "forecast"),
        ("FY REVENUE GUIDANCE UNCHANGED AT $410 MILLION", "fact"),
    ]
    assert not [party["name"] for party in found["parties"] if "BRIEF" in party["name"]]


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Analysts on average were expecting revenue of $1.51 billion.", "forecast", "hedged"),
        ("Traders see a 78% chance of a cut in March.", "forecast", "hedged"),
        ("Calder Mills will buy the 40 percent of Ostrow Paper it does not already own.", "fact", "asserted"),
        ("“Print isn't the only business we have,” Calder Mills chairman Edwin Sprake said.", "opinion", "asserted"),
        ("Calder Mills did not sell 40 trucks in May.", "fact", "denied"),
    ],
)
def test_what_is_expected_and_what_is_no_denial(text: str, kind: str, certainty: str) -> None:
    assert [(claim["kind"], claim["certainty"]) for claim in claims(text)] == [(kind, certainty)]


def test_who_only_calls_something_by_a_name_is_not_given_the_sentence() -> None:
    [claim] = claims("Calder Mills offered $3 billion for Ostrow Paper, a price that one banker called “a bit mad”.")
    assert (claim["claimant"], claim["statement"]) == (None, "Calder Mills offered $3 billion for Ostrow Paper")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares of Calder Mills ticked up 2%.", [("2%", "Shares of Calder Mills", None)]),
        ("The deal values Ostrow Paper at $3.9 billion.", [("$3.9 billion", "value", None)]),
        ("Calder Mills is expected to post sales of $4 billion.", [("$4 billion", "sales", None)]),
        (
            "Costs of Calder Mills will be $400 million, plus or minus $40 million.",
            [("$400 million", None, None), ("$40 million", None, None)],
        ),
    ],
)
def test_a_measure_holds_no_verb_and_a_margin_no_sign(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(words, measures, period) for words, measures, period in figures(text)] == expected
