"""How texts, records and totals are laid out for the pages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.exports.html.amounts import compact_money, compact_number
from summarizer.exports.html.cards import card, value_text
from summarizer.exports.html.charts import deals_by_kind, verdicts_by_field
from summarizer.exports.html.difference import differences
from summarizer.exports.html.tables import IN_PAGE, Cell, Column, Table, script_json
from summarizer.exports.html.text import Marked, lay_out
from summarizer.exports.html.totals import Totals
from summarizer.exports.html.view import Segment
from summarizer.text.paragraphs import paragraphs

TEXT = "Tamsin Foods buys Orlo. It pays $412 million.\n\nNobody spoke."


def span(field: str, text: str, of: str = TEXT) -> dict[str, Any]:
    start = of.index(text)
    return {"field": field, "start": start, "end": start + len(text), "text": text}


def record(*spans: dict[str, Any], evidence: list[int] | None = None) -> dict[str, Any]:
    return {"evidence": evidence or [], "spans": list(spans), "findings": []}


def test_text_under_two_records_is_told_of_both_and_leads_to_the_one_with_the_shorter_span() -> None:
    whole = Marked("q0", record(span("text", "Tamsin Foods buys Orlo")))
    name = Marked("p1", record(span("name", "Tamsin Foods")))
    [[run], _] = lay_out(TEXT, [whole, name])
    first, second, rest = run.segments
    assert (first.text, first.letters, first.records, first.link) == ("Tamsin Foods", ("p", "q"), ("p1", "q0"), "p1")
    assert (second.text, second.records, second.link) == (" buys Orlo", ("q0",), "")
    assert (rest.text, rest.records) == (". It pays $412 million.", ())


def test_a_mark_says_what_its_link_does_not() -> None:
    assert Segment("a", ("c",), ("c4",), "c4").others == ()
    assert Segment("a", ("c", "p", "x"), ("c4", "p2"), "c4").others == ("p2", "x")
    assert Segment("a", ("c",), ("c4",)).others == ("c4",)


def test_the_number_of_a_sentence_leads_to_the_record_with_most_marks_in_it() -> None:
    sentence = span("evidence", "It pays $412 million.")
    headline = Marked("h0", record(sentence, evidence=[2]))
    claim = Marked("c1", record(sentence, span("figures[0].text", "$412 million"), evidence=[2]))
    elsewhere = Marked("p2", record(sentence, span("name", "Orlo"), span("aliases[0]", "Tamsin Foods"), evidence=[2]))
    for marked in ([headline, claim, elsewhere], [elsewhere, claim, headline]):
        [[_, run], _] = lay_out(TEXT, marked)
        assert (run.sentence, run.record) == (2, "c1")


def test_a_cited_sentence_stands_by_its_number_and_what_is_not_cited_has_none() -> None:
    [runs, others] = lay_out(TEXT, [Marked("c0", record(span("evidence", "It pays $412 million."), evidence=[2]))])
    assert [(run.sentence, run.begins, "".join(one.text for one in run.segments)) for run in runs] == [
        (None, False, "Tamsin Foods buys Orlo. "),
        (2, True, "It pays $412 million."),
    ]
    assert others[0].sentence is None


def test_without_the_text_the_cited_sentences_are_shown_with_their_marks() -> None:
    deal = record(span("evidence", "It pays $412 million."), span("value", "$412 million"), evidence=[2])
    [[run]] = lay_out(None, [Marked("d0", deal)])
    assert [(one.text, one.link) for one in run.segments] == [("It pays ", ""), ("$412 million", "d0"), (".", "")]


@given(
    st.text(st.sampled_from("ab. \n\u2028é😀"), max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70), st.booleans()), max_size=12),
)
def test_every_character_is_shown_once_and_in_order_whatever_the_spans(
    text: str, spans: list[tuple[int, int, bool]]
) -> None:
    marked = []
    for number, (one, other, cited) in enumerate(spans):
        start, end = sorted((one, other))
        field = "evidence" if cited else "name"
        found = {"field": field, "start": start, "end": end, "text": text[start:end]}
        marked.append(Marked(f"p{number}", record(found, evidence=[number + 1] if cited else [])))
    laid = lay_out(text, marked)
    shown = ["".join(segment.text for run in runs for segment in run.segments) for runs in laid]
    assert shown == [text[start:end] for start, end in paragraphs(text)]
    assert all(segment.text for runs in laid for run in runs for segment in run.segments)


def test_what_differs_is_marked_word_by_word() -> None:
    said, source = differences("$412 billion in cash", "$412 million in cash")
    assert said == (("$412 ", False), ("billion", True), (" in cash", False))
    assert source == (("$412 ", False), ("million", True), (" in cash", False))


FEW = st.text(st.sampled_from("ab1. "), max_size=16)


@given(st.text(max_size=40) | FEW, st.text(max_size=40) | FEW)
def test_the_pieces_of_a_difference_are_the_texts(one: str, other: str) -> None:
    for pieces, text in zip(differences(one, other), (one, other), strict=True):
        assert "".join(piece for piece, _ in pieces) == text


@pytest.mark.parametrize(
    ("money", "shown"),
    [
        ({"amount": 640_000_000, "currency": "USD", "bound": "more_than"}, "> $640m"),
        ({"amount": 2_350_000_000, "currency": "USD", "bound": "exactly"}, "$2.35bn"),
        ({"amount": 62_000_000, "currency": "AUD", "bound": None}, "AUD 62m"),
        ({"amount": 1.5e9, "high": 2e9, "currency": "EUR", "bound": "between"}, "€1.5bn–2bn"),
        ({"amount": None, "currency": "USD", "text": "a few dollars"}, "a few dollars"),
        ({}, ""),
    ],
)
def test_money_is_short(money: dict[str, Any], shown: str) -> None:
    assert compact_money(money) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "0"),
        (58.5, "58.5"),
        (999.96, "1k"),
        (999_960, "1m"),
        (12_345, "12.3k"),
        (1e15, "1,000tn"),
        (-2.5e6, "-2.5m"),
    ],
)
def test_numbers_have_three_digits_and_a_scale(amount: float, shown: str) -> None:
    assert compact_number(amount) == shown


def test_a_record_of_a_users_class_is_shown_field_by_field() -> None:
    trial = {
        "drug": "Velorin",
        "enrolled": {"text": "412 patients", "amount": 412, "unit": "patients", "bound": None, "high": None},
        "cost": {"text": "$9 million", "amount": 9_000_000, "currency": "USD", "bound": "exactly", "high": None},
        "started": {"text": "in May", "earliest": "2031-05-01", "latest": "2031-05-31"},
        "open": True,
        "sites": [],
        "arms": [{"name": "one", "size": 2}],
        "evidence": [1],
        "verdict": "verified",
    }
    made = card(trial, "items", "o0", 1, frozenset(), "ClinicalTrial")
    assert (made.text, made.citations) == ("Clinical trial 1", ((1, False),))
    assert made.rows == (
        ("Drug", "Velorin"),
        ("Enrolled", "412 patients"),
        ("Cost", "$9 million (USD 9,000,000)"),
        ("Started", "in May (2031-05-01 to 2031-05-31)"),
        ("Open", "yes"),
        ("Arms", "name: one; size: 2"),
    )
    assert value_text({"text": "May", "earliest": "no date", "latest": None}) == "May"


def result(*deals: dict[str, Any]) -> dict[str, Any]:
    count = dict.fromkeys(("verified", "inferred", "altered", "unsupported", "dropped"), 0)
    return {"verification": count, "provenance": {"model": "m"}, "source": {}, "deals": list(deals)}


def deal(kind: str, amount: float | None, currency: str = "USD", verdict: str = "verified") -> dict[str, Any]:
    value = None if amount is None else {"text": "x", "amount": amount, "currency": currency}
    field = {"field": "value", "verdict": verdict, "message": "", "code": ""}
    return {"kind": kind, "value": value, "verdict": verdict, "findings": [field]}


def test_the_chart_of_deals_leaves_out_what_does_not_hold_and_draws_one_currency() -> None:
    totals = Totals()
    totals.add(
        result(
            deal("supply", 1e6),
            deal("supply", 2e9),
            deal("supply", 5e6, "EUR"),
            deal("supply", 9e12, verdict="altered"),
            deal("merger", None),
        )
    )
    chart = deals_by_kind(totals)
    supply, merger = chart.rows
    assert (supply.kind, supply.deals, supply.valued, supply.total, supply.largest) == ("Supply", 3, 3, "$2bn", "$2bn")
    assert (len(supply.dots), chart.currency, chart.elsewhere, chart.doubtful) == (2, "USD", 1, 1)
    assert (merger.deals, merger.dots) == (1, ())
    assert supply.dots[0].x < supply.dots[1].x


def test_a_deal_that_several_articles_tell_of_is_counted_once_where_that_is_known() -> None:
    totals = Totals()
    totals.add(result(deal("supply", 1e6), deal("merger", None)))
    totals.add(result(deal("supply", 3e6), deal("supply", 1e6)), {1})
    totals.add(result(deal("supply", 1e6, verdict="altered")), {0})
    chart = deals_by_kind(totals)
    assert [(row.kind, row.deals, row.total) for row in chart.rows] == [("Supply", 2, "$4m"), ("Merger", 1, "")]
    assert (chart.repeated, chart.doubtful) == (1, 1)
    assert totals.sections["deals"] == 5
    for told in ({1}, set[int](), set[int]()):
        totals.add(result(deal("licensing", 7e6), deal("licensing", 7e6)), told, ["e1"])
    totals.add(result(deal("licensing", 7e6)), events=["e2"])
    assert totals.kinds["licensing"].deals == 2


def test_a_field_counts_by_the_worst_that_was_found_about_it() -> None:
    totals = Totals()
    totals.add(result(deal("supply", 1e6), deal("supply", 1e6, verdict="altered"), deal("merger", None)))
    [group] = verdicts_by_field(totals)
    assert [(row.name, row.records, row.counts) for row in group.rows] == [
        ("Kind", 3, (3, 0, 0, 0)),
        ("Value", 2, (1, 0, 1, 0)),
    ]
    assert [bar.width for bar in group.rows[1].bars] == [50, 50]


def test_rows_come_by_the_size_of_their_group_and_their_rank_and_many_are_kept_back() -> None:
    with Table("deals", (Column("Name"), Column("Value", kind="ranked"))) as table:
        table.add((Cell("euros"), Cell("€9m")), group="EUR", rank=9e6)
        table.add((Cell("nothing"), Cell("")))
        for number in range(IN_PAGE + 5):
            table.add((Cell(f"dollars {number}"), Cell("")), group="USD", rank=number)
        shown = list(table.shown())
        behind = list(table.kept_back())
    assert len(shown) == IN_PAGE
    assert [shown[0][0].text, shown[-1][0].text] == [f"dollars {IN_PAGE + 4}", "dollars 5"]
    assert [row[1].key for row in shown[:3]] == [0, 1, 2]
    assert [line.split('"')[1] for line in behind[-3:]] == ["dollars 0", "euros", "nothing"]


def test_data_in_a_page_ends_no_script() -> None:
    assert script_json("</script><!-- \u2028\ud800") == '"\\u003c/script>\\u003c!-- \\u2028\\ud800"'


def test_a_deal_with_the_same_parties_and_value_is_counted_once_and_another_value_again() -> None:
    def told(buyer: str, amount: int) -> dict[str, Any]:
        parties = [{"name": buyer, "role": "acquirer"}, {"name": "Orlo", "role": "target"}]
        deal = {
            "kind": "acquisition",
            "parties": parties,
            "value": {"amount": amount, "currency": "USD"},
            "evidence": [],
        }
        counts = {"dropped": 0, "altered": 0, "unsupported": 0, "verified": 1, "inferred": 0}
        return {"verification": counts, "provenance": {"model": "offline"}, "deals": [deal]}

    totals = Totals()
    for buyer, amount in (("Tamsin Foods Inc.", 9), ("Tamsin Foods", 9), ("Tamsin Foods", 8), ("Bask", 9)):
        totals.add(told(buyer, amount * 1_000_000))
    assert totals.kinds["acquisition"].deals == 3
    assert totals.kinds["acquisition"].sums == {"USD": 26_000_000.0}
    assert totals.repeated_deals == 1


def test_a_number_against_a_longer_statement_strikes_no_more_words_than_the_article_has_there() -> None:
    said, source = differences("Kestrel bought Marlow for 13 billion", "about 1.3 billion")
    assert said == (("Kestrel bought Marlow ", False), ("for 13", True), (" billion", False))
    assert source == (("about 1.3", True), (" billion", False))


def judged(field: str) -> dict[str, Any]:
    message = f"{field} is “so” by judgement: the cited sentences do not say so outright."
    return {
        "code": "judgement_unproven",
        "field": field,
        "verdict": "inferred",
        "said": "so",
        "source": None,
        "message": message,
    }


def party(*findings: dict[str, Any]) -> dict[str, Any]:
    named = {"name": "Orlo", "aliases": [], "ticker": None, "kind": "company", "description": None}
    return {**record(), **named, "verdict": "inferred", "findings": list(findings)}


def test_plain_judgements_stand_with_the_verdict_and_are_called_by_their_part() -> None:
    deal = {
        **record(),
        "kind": "acquisition",
        "status": "agreed",
        "parties": [{"name": "Orlo", "role": "target"}],
        "subject": "a mill",
        "value": None,
        "dates": [{"event": "announced", "when": {"text": "Friday", "earliest": None, "latest": None}}],
        "terms": [],
        "verdict": "inferred",
        "findings": [judged("status"), judged("parties[0].role"), judged("dates[0].event")],
    }
    drawn = card(deal, "deals", "d0", 1, frozenset(), None)
    assert drawn.judged == "status, role of Orlo, event of Friday"


def test_beside_another_finding_judgements_are_remarks_of_their_own() -> None:
    other = {**judged("kind"), "message": "“Orlo” may be a place."}
    assert card(party(judged("kind")), "parties", "p0", 1, frozenset(), None).judged == "kind"
    both = card(party(judged("kind"), other), "parties", "p0", 1, frozenset(), None)
    assert (both.judged, [remark.message for remark in both.remarks]) == (
        "",
        ["Kind: a judgement", "“Orlo” may be a place."],
    )
