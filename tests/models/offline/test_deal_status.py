"""The words for the stage of a deal: which of a sentence's words they are, how far they go, what status they mean."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline.deal_status import stage_of
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading


def told(text: str, cue: str | None = None) -> tuple[str, str] | None:
    """(words, status) for the deal that `cue` mentions."""
    at = None if cue is None else (text.index(cue), text.index(cue) + len(cue))
    stage = stage_of(text, at)
    return None if stage is None or stage.plain else (text[stage.start : stage.end], stage.status)


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("Tarn Steel said it agreed to buy Lund Forge for $40 million.", "agreed to buy", "agreed"),
        ("Tarn Steel agreed in principle to sell its kiln unit.", "agreed in principle", "agreed"),
        ("Tarn Steel has tentatively agreed to merge with Lund Forge.", "tentatively agreed", "agreed"),
        ("Tarn Steel said it has agreed to take a 9 pct stake in Lund Forge.", "agreed", "agreed"),
        ("Tarn Steel signed a non-binding letter of intent to buy Lund Forge.", "letter of intent", "proposed"),
        ("Tarn Steel reached a definitive merger agreement with Lund Forge.", "definitive merger agreement", "agreed"),
        ("Tarn Steel executed an agreement to acquire Lund Forge.", "agreement", "agreed"),
        ("Tarn Steel entered into an agreement to acquire Lund Forge.", "entered into an agreement", "agreed"),
        ("Tarn Steel said it completed the previously announced purchase of Lund Forge.", "completed", "closed"),
        ("Tarn Steel has acquired Lund Forge.", "acquired", "closed"),
        ("Tarn Steel is close to a deal to acquire Lund Forge.", "close to a deal", "in_talks"),
        ("Tarn Steel nears an agreement to buy Lund Forge.", "nears an agreement", "in_talks"),
        ("Tarn Steel plans to sell its kiln unit.", "plans to sell", "proposed"),
        ("Tarn Steel launched a $27 a share tender offer for Lund.", "launched a $27 a share tender offer", "proposed"),
        ("Tarn Steel may sell its kiln unit, people said.", "may sell", "rumored"),
        ("Tarn Steel and Lund Forge broke off merger talks.", "broke off merger talks", "terminated"),
        ("Tarn Steel withdrew its bid for Lund Forge.", "withdrew its bid", "terminated"),
        ("Tarn Steel said it is not interested in buying Lund Forge.", "not interested in buying", "terminated"),
        ("Lund Forge holders approved the merger with Tarn Steel.", "approved", "agreed"),
        ("An heir of the founder raised his stake in Lund Forge to 7 pct.", "raised his stake", "closed"),
        ("Tarn Steel is holding preliminary talks on a sale of the mill.", "holding preliminary talks", "in_talks"),
    ],
)  # fmt: skip
def test_the_words_are_the_verb_group_or_the_document_of_the_stage(text: str, words: str, status: str) -> None:
    assert told(text) == (words, status)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel bought Lund Forge for $40 million.",
        "Lund Forge got a bid from Tarn Steel.",
        "Tarn Steel makes rails.",
    ],
)
def test_the_deed_or_the_name_of_a_deal_alone_is_no_stage(text: str) -> None:
    assert told(text) is None


def test_a_relative_clause_tells_of_something_else() -> None:
    text = "Tarn Steel, which last year completed its move to Oslo, said it agreed to buy Lund Forge."
    assert told(text, "buy") == ("agreed to buy", "agreed")


def test_a_predicate_behind_the_deal_tells_its_stage() -> None:
    text = "The purchase of the Lund mill by Tarn Steel has been completed."
    assert told(text, "purchase") == ("completed", "closed")


def test_a_stage_far_behind_the_mention_is_not_its_own() -> None:
    text = "The bid for the mill stands, " + "and the town waits " * 8 + "while a bridge was completed."
    assert told(text, "bid") is None


def test_the_record_has_the_words_and_the_status_that_they_mean() -> None:
    text = "Tarn Steel Inc. signed a letter of intent to acquire Lund Forge Corp. for $40 million."
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert deal["status"] == "proposed"
    assert {"name": "status", "text": "letter of intent"} in deal["terms"]


def test_the_last_stage_of_a_deal_that_fell_through_is_the_record_s() -> None:
    text = "Tarn Steel Inc. agreed to buy Lund Forge Corp. for $40 million. The deal was terminated on Friday."
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert (deal["status"], deal["terms"][0]["text"]) == ("terminated", "terminated")


def test_a_letter_that_changes_its_length_in_lower_case_moves_no_offset() -> None:
    assert told("İznik Steel agreed to buy Lund Forge.") == ("agreed to buy", "agreed")


@pytest.mark.parametrize(
    ("headline", "report", "status"),
    [
        ("TARN TO BUY LUND - SOURCES", "is close to a deal to acquire Lund Forge Corp, people said.", "in_talks"),
        ("Tarn agrees to buy Lund", "is nearing an agreement to acquire Lund Forge Corp, people said.", "in_talks"),
        ("Tarn seeks to buy Lund", "agreed to acquire Lund Forge Corp.", "agreed"),
    ],
)
def test_the_report_tells_the_stage_before_its_headline(headline: str, report: str, status: str) -> None:
    article = Article.from_text(f"{headline}\n\nTarn Steel Inc {report}")
    assert [deal["status"] for deal in find_deals(Reading(article))] == [status]


def test_a_headline_that_the_report_corrects_is_no_evidence() -> None:
    article = Article.from_text(
        "Tarn Steel agrees to buy Lund Forge\n\nTarn Steel Inc is nearing an agreement to buy Lund Forge Corp, it said."
    )
    (deal,) = find_deals(Reading(article))
    assert deal["evidence"] == [2]


@pytest.mark.parametrize(
    ("text", "cue", "words", "status"),
    [
        ("Tarn Steel has dropped plans to merge with Lund Forge.", "merge", "dropped plans to merge", "terminated"),
        ("Tarn Steel shelved its planned sale of the kiln unit.", "sale", "shelved its planned sale", "terminated"),
        ("Tarn Steel ruled out a bid for Lund Forge.", "bid", "ruled out", "terminated"),
        ("Lund Forge holders voted down an offer from Tarn Steel.", "offer", "voted down", "terminated"),
        ("Tarn Steel gave up its attempt to buy Lund Forge.", "buy", "gave up its attempt", "terminated"),
        ("A court barred Tarn Steel from buying Lund Forge.", "buying", "barred", "terminated"),
        ("Officials vetoed Tarn Steel's $4 million bid for Lund Forge.", "bid", "vetoed", "terminated"),
        ("The sale of Lund Forge was prohibited by a court.", "sale", "prohibited", "terminated"),
    ],
)
def test_a_dropped_deal_is_at_its_end(text: str, cue: str, words: str, status: str) -> None:
    assert told(text, cue) == (words, status)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel's takeover of Lund Forge will not be blocked, the regulator said.",
        "Tarn Steel's takeover of Lund Forge has not been abandoned.",
    ],
)
def test_an_end_that_does_not_come_is_no_end(text: str) -> None:
    assert told(text, "takeover") is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tarn Steel Inc. has not withdrawn its $40 million bid for Lund Forge Corp.", "proposed"),
        (
            "Tarn Steel Inc. offered $40 million for Lund Forge Corp. in March. That deal fell through in May.",
            "terminated",
        ),
        ("Regulators blocked Tarn Steel Inc. from buying Lund Forge Corp.", "terminated"),
        ("Tarn Steel Inc. shelved the sale of its Lund Forge unit.", "terminated"),
        ("Lund Forge Corp., which Tarn Steel Inc. acquired in 2011, is up for sale.", "closed"),
    ],
)
def test_what_becomes_of_a_plan_is_the_status_of_the_record(text: str, status: str) -> None:
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert deal["status"] == status


def test_a_semicolon_ends_what_is_said_of_a_deal() -> None:
    text = (
        "Tarn Steel will pay for the mill with loans from Orrin Bank, due in May; the sale of the kiln closed at once."
    )
    assert told(text, "loans") is None


def test_a_date_behind_a_new_predicate_is_not_the_first_ones() -> None:
    [deal] = find_deals(
        Reading(
            Article.from_text(
                "Tarn Steel Inc.'s purchase of Lund Forge Corp., agreed in May 2021, was due to close in June 2022."
            )
        )
    )
    assert [(date["event"], date["when"]) for date in deal["dates"]] == [
        ("announced", "May 2021"),
        ("expected_close", "June 2022"),
    ]


def stages(text: str) -> dict[str, str]:
    """The status of each deal by its target, or by the partner that is told of last."""
    return {
        deal["parties"][-1]["name"]: deal["status"] for deal in _in_order(find_deals(Reading(Article.from_text(text))))
    }


def _in_order(deals: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for deal in deals:
        deal["parties"].sort(key=lambda party: party["role"] in ("target", "partner"))
    return deals


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "Tarn Steel has called off its merger with Dorn Ltd but will buy Brill Mills Inc for $12 million.",
            {"Dorn Ltd": "terminated", "Brill Mills Inc": "agreed"},
        ),
        (
            "Tarn Steel abandoned its bid for Dorn Ltd and bought Brill Mills Inc for $12 million.",
            {"Dorn Ltd": "terminated", "Brill Mills Inc": "closed"},
        ),
        (
            "Tarn Steel finalized its purchase of Dorn Ltd and added that it plans to acquire Brill Mills Inc.",
            {"Dorn Ltd": "closed", "Brill Mills Inc": "proposed"},
        ),
        (
            "Tarn Steel, which scrapped its merger with Dorn Ltd, has agreed to acquire Brill Mills Inc.",
            {"Dorn Ltd": "terminated", "Brill Mills Inc": "agreed"},
        ),
        (
            "Tarn Steel completed the purchase of Brill Mills Inc while Orrin Forge withdrew its bid for Dorn Ltd.",
            {"Brill Mills Inc": "closed", "Dorn Ltd": "terminated"},
        ),
    ],
)
def test_each_clause_tells_the_stage_of_its_own_deal(text: str, statuses: dict[str, str]) -> None:
    assert stages(text) == statuses


def test_of_two_offers_the_one_that_is_turned_away_is_at_its_end() -> None:
    text = (
        "Brill Mills Inc accepted an $80 million offer from Tarn Steel, rebuffing a $70 million bid from Orrin Forge."
    )
    deals = find_deals(Reading(Article.from_text(text)))
    assert {
        party["name"]: deal["status"] for deal in deals for party in deal["parties"] if party["role"] == "acquirer"
    } == {"Tarn Steel": "agreed", "Orrin Forge": "terminated"}


def test_a_subordinate_clause_with_the_deal_tells_its_stage() -> None:
    assert told("Tarn Steel shares rose after it agreed to buy Lund Forge.", "buy") == ("agreed to buy", "agreed")


def test_a_relative_clause_before_the_deal_has_neither_its_date_nor_its_price() -> None:
    text = "Tarn Steel, whose $30 million takeover of Dorn Ltd was completed in April, offered to buy Brill Mills Inc."
    [deal] = [one for one in find_deals(Reading(Article.from_text(text))) if one["subject"] == "Brill Mills Inc"]
    assert (deal["status"], deal["dates"], deal["value"]) == ("proposed", [], None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tarn Steel Inc has an option to buy Lund Forge Corp for $90 million.", "proposed"),
        ("Tarn Steel Inc denied that it was preparing a bid for Lund Forge Corp.", "rumored"),
    ],
)
def test_what_need_not_come_is_not_agreed(text: str, status: str) -> None:
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert deal["status"] == status


def test_a_condition_supposes_what_its_main_clause_tells_too() -> None:
    text = "If Tarn Steel Inc bought Lund Forge Corp for $300 million, it would have to sell its depots, a banker said."
    assert find_deals(Reading(Article.from_text(text))) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Tarn Steel Inc's purchase of Lund Forge Corp, agreed last May, will now be completed on 1 July.",
            [("announced", "last May"), ("expected_close", "1 July.")],
        ),
        ("Tarn Steel Inc's offer for Lund Forge Corp closes on February 12.", []),
        ("Tarn Steel Inc will buy Lund Forge Corp. The deal closes in May.", [("expected_close", "May")]),
    ],
)
def test_a_date_is_of_the_verb_beside_it_and_a_closing_offer_closes_no_deal(
    text: str, dates: list[tuple[str, str]]
) -> None:
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert [(date["event"], date["when"]) for date in deal["dates"]] == dates
