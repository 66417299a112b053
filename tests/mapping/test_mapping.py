"""From what a model writes to the records: what is put together, computed and looked up on the way."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.mapping import record_of, records_of
from summarizer.schema import NEWS
from summarizer.verdicts import Verdict
from summarizer.verifier import verify_sections
from summarizer.verifier.index import Index
from summarizer.wire import as_written

TEXT = """\
Ostrel Grid AB (STO: OSTG) will buy cable maker Pellam Wire for 310 million kronor, the companies said on Tuesday. \
"We looked at nine makers," said Ines Marlowe, who runs Ostrel Grid's projects as head of procurement. \
"Two of them could promise steel cores before the end of the decade."
Ms. Marlowe added that the order may lift Ostrel's backlog well above four billion kronor by the end of next year. \
Pellam called the price "a bargain" for Ostrel. Dagny Quist, an analyst at Tolland Bridge, expects margins to narrow. \
A spokesman for the union declined to comment.
People close to the talks said a second buyer had given up in March.
"""
ARTICLE = Article.from_text(TEXT)
INDEX = Index(ARTICLE)
"""Sentences: 1 the deal, 2 and 3 Marlowe's quote, 4 the backlog, 5 a bargain, 6 margins, 7 no comment, 8 a second."""


def said(text: str, *evidence: int) -> str:
    return f"{text} [{','.join(map(str, evidence))}]"


ANSWER: dict[str, Any] = {
    "headline": said("Ostrel Grid AB will buy Pellam Wire for 310 million kronor.", 1),
    "abstract": [said("Ostrel Grid AB will buy Pellam Wire for 310 million kronor.", 1)],
    "organizations": [
        {"name": "Ostrel Grid AB", "kind": "company", "description": None, "said": []},
        {"name": "Pellam Wire", "kind": "company", "description": "cable maker", "said": [said("a bargain", 5)]},
        {"name": "Tolland Bridge", "kind": "research_firm", "description": None, "said": []},
        {"name": "the union", "kind": "group", "description": None, "said": [said("declined to comment", 7)]},
    ],
    "people": [
        {
            "name": "People close to the talks",
            "kind": "anonymous",
            "role": None,
            "affiliation": None,
            "said": [said("a second buyer had given up in March", 8)],
        },
        {
            "name": "Ines Marlowe",
            "kind": "executive",
            "role": "head of procurement",
            "affiliation": "Ostrel Grid AB",
            "said": [
                said("the order may lift ~ end of next year", 4),
                said("We looked at nine makers … Two of them could ~ end of the decade.", 2, 3),
            ],
        },
        {
            "name": "Dagny Quist",
            "kind": "analyst",
            "role": "analyst",
            "affiliation": "Tolland Bridge",
            "said": [said("margins to narrow", 6)],
        },
    ],
    "deals": [
        {
            "evidence": [1],
            "kind": "acquisition",
            "status": "agreed",
            "parties": [{"name": "Ostrel Grid AB", "role": "acquirer"}, {"name": "Pellam Wire", "role": "target"}],
            "subject": "cable maker Pellam Wire",
            "value": "310 million kronor",
            "currency": "SEK",
            "dates": [{"event": "announced", "when": "Tuesday"}],
            "terms": [],
        }
    ],
    "claims": [
        {
            "claimant": "Ines Marlowe",
            "kind": "hedged forecast",
            "claims": [said("The order may lift the backlog above four billion kronor.", 4)],
        },
        {"claimant": None, "kind": "fact", "claims": [said("Ostrel Grid AB pays 310 million kronor.", 1)]},
    ],
}


@pytest.fixture(scope="module")
def records() -> dict[str, Any]:
    """The records of the answer, through its class as a service's answer goes."""
    answer = NEWS.wire.model_validate_json(json.dumps(ANSWER)).model_dump(mode="json")
    assert answer == ANSWER
    return records_of(answer, INDEX)


def test_the_records_are_drafts_that_hold(records: dict[str, Any]) -> None:
    sections = verify_sections(NEWS.drafts(records), ARTICLE)
    faulty = [finding for found in sections.values() for record in found for finding in record.findings]
    assert [finding for finding in faulty if finding.verdict.faulty] == []
    assert all(record.verdict is not Verdict.UNSUPPORTED for found in sections.values() for record in found)


def test_quotes_stand_in_the_order_of_the_article_with_their_speakers(records: dict[str, Any]) -> None:
    told = [(quote["speaker"], quote["speaker_kind"], quote["mode"]) for quote in records["quotes"]]
    assert told == [
        ("Ines Marlowe", "executive", "direct"),
        ("Ines Marlowe", "executive", "indirect"),
        ("Pellam Wire", "company", "direct"),
        ("Dagny Quist", "analyst", "indirect"),
        ("the union", "other", "no_comment"),
        ("People close to the talks", "anonymous", "indirect"),
    ]
    assert [quote["role"] for quote in records["quotes"][:3]] == ["head of procurement", "head of procurement", None]


def test_shortened_words_come_out_as_the_article_has_them(records: dict[str, Any]) -> None:
    assert [quote["text"] for quote in records["quotes"][:2]] == [
        "We looked at nine makers … Two of them could promise steel cores before the end of the decade.",
        "the order may lift Ostrel's backlog well above four billion kronor by the end of next year",
    ]


def test_parties_are_those_that_have_a_name(records: dict[str, Any]) -> None:
    assert [(party["name"], party["kind"]) for party in records["parties"]] == [
        ("Ostrel Grid AB", "company"),
        ("Pellam Wire", "company"),
        ("Tolland Bridge", "research_firm"),
        ("Ines Marlowe", "person"),
        ("Dagny Quist", "person"),
    ]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Her office", False),
        ("a letter seen by Ostrel Grid", False),
        ("the Monday letter to Ostrel Grid owners", False),
        ("the Ostrel Grid board", False),
        ("the companies", False),
        ("two union leaders", False),
        ("Surveys", False),
        ("Papers filed in Ostrel", False),
        ("Records for All", True),
        ("the Justice Department", True),
        ("A Plus Foods", True),
        ("nimbl", True),
    ],
)
def test_who_is_only_described_is_no_party(name: str, named: bool) -> None:
    body = {"name": name, "kind": "other", "description": None, "said": [said("the order may lift", 4)]}
    found = records_of({**ANSWER, "organizations": [body], "people": []}, INDEX)
    assert [party["name"] for party in found["parties"]] == [name] * named
    assert [quote["speaker"] for quote in found["quotes"]] == [name]


def test_a_partys_other_names_ticker_and_sentences_are_looked_up(records: dict[str, Any]) -> None:
    by_name = {party["name"]: party for party in records["parties"]}
    assert (by_name["Ostrel Grid AB"]["ticker"], by_name["Pellam Wire"]["ticker"]) == ("OSTG", None)
    assert "Ostrel" in by_name["Ostrel Grid AB"]["aliases"]
    assert by_name["Pellam Wire"]["aliases"] == ["Pellam"]
    assert by_name["Ines Marlowe"]["aliases"] == ["Marlowe"]
    assert [by_name[name]["evidence"] for name in ("Pellam Wire", "Ines Marlowe", "Dagny Quist")] == [[1], [2], [6]]
    assert by_name["Pellam Wire"]["description"] == "cable maker"
    assert by_name["Ines Marlowe"]["description"] == "head of procurement"


def test_claims_come_out_one_by_one_in_the_articles_order(records: dict[str, Any]) -> None:
    assert [(claim["claimant"], claim["evidence"]) for claim in records["claims"]] == [
        (None, [1]),
        ("Ines Marlowe", [4]),
    ]
    assert [(claim["kind"], claim["certainty"]) for claim in records["claims"]] == [
        ("fact", "asserted"),
        ("forecast", "hedged"),
    ]


def test_the_figures_of_a_claim_are_those_of_its_statement(records: dict[str, Any]) -> None:
    figures = [[figure["text"] for figure in claim["figures"]] for claim in records["claims"]]
    assert figures == [["310 million kronor"], ["well above four billion kronor"]]


def test_a_headline_that_is_not_written_is_the_articles_own() -> None:
    article = Article.from_text("Ostrel Grid buys Pellam\n\nOstrel Grid AB bought Pellam Wire on Tuesday.")
    nothing: dict[str, Any] = {name: [] for name in NEWS.wire.model_fields}
    found = records_of({**nothing, "headline": None}, Index(article))
    assert found["headline"] == {"evidence": [1], "text": "Ostrel Grid buys Pellam"}
    assert "headline" not in records_of({name: [] for name in nothing if name != "headline"}, Index(article))


def test_words_without_numbers_behind_them_are_found_by_the_verifier() -> None:
    marlowe = {**ANSWER["people"][1], "said": ["Two of them could promise steel cores", "nobody said this"]}
    found = verify_sections(
        NEWS.drafts(records_of({**ANSWER, "organizations": [], "people": [marlowe]}, INDEX)), ARTICLE
    )
    held, strange = found["quotes"]
    assert (held.verdict, 3 in held.evidence) == (Verdict.VERIFIED, True)
    assert strange.verdict is Verdict.UNSUPPORTED


def test_a_deals_value_has_its_currency(records: dict[str, Any]) -> None:
    assert records["deals"][0]["value"] == {"text": "310 million kronor", "currency": "SEK"}
    without = {**ANSWER, "deals": [{**ANSWER["deals"][0], "value": None, "currency": None}]}
    assert records_of(without, INDEX)["deals"][0]["value"] is None


def test_an_answer_in_the_shape_of_the_records_is_taken_as_it_is(records: dict[str, Any]) -> None:
    assert records_of(records, INDEX) == records


@pytest.mark.parametrize("section", list(NEWS.sections))
def test_what_a_repair_is_shown_can_be_written_again(section: str, records: dict[str, Any]) -> None:
    drafts = NEWS.drafts(records)[section]
    again = [record_of(section, as_written(record), INDEX) for record in drafts]
    given = again[0] if NEWS.sections[section].single else again
    assert NEWS.drafts({section: given})[section] == drafts
    wire = NEWS.repair_wire([section])
    asked = {section: [{"record": at, "replacement": as_written(record)} for at, record in enumerate(drafts)]}
    assert wire.model_validate(asked).model_dump(mode="json") == asked


def test_sentences_that_are_not_there_and_names_that_nobody_has_do_no_harm() -> None:
    people = [{**ANSWER["people"][1], "name": "Nobody Atall", "said": [said("never ~ said so", 0, 99), said("", 3)]}]
    found = records_of({**ANSWER, "people": people}, INDEX)
    assert [quote["text"] for quote in found["quotes"] if quote["speaker"] == "Nobody Atall"] == ["", "never ~ said so"]
    assert [party["evidence"] for party in found["parties"] if party["name"] == "Nobody Atall"] == [[2]]
    verify_sections(NEWS.drafts(found), ARTICLE)


@pytest.mark.parametrize(("name", "kind"), [("the companies", "company"), ("the union", "other")])
def test_several_companies_under_one_name_speak_as_companies(name: str, kind: str) -> None:
    bodies = [{"name": name, "kind": "group", "description": None, "said": [said("the order may lift", 4)]}]
    answer = {**ANSWER, "organizations": bodies, "people": []}
    assert [quote["speaker_kind"] for quote in records_of(answer, INDEX)["quotes"]] == [kind]


@pytest.mark.parametrize(("kind", "speaks_as"), [("group", "other"), ("company", "company")])
def test_who_speaks_for_a_union_speaks_for_no_company(kind: str, speaks_as: str) -> None:
    union = {"name": "Ostrel Pilots", "kind": kind, "description": None, "said": []}
    person = {"name": "Ole Varn", "kind": "spokesperson", "role": None, "affiliation": "Ostrel Pilots"}
    answer = {**ANSWER, "organizations": [union], "people": [{**person, "said": [said("the order may lift", 4)]}]}
    assert [quote["speaker_kind"] for quote in records_of(answer, INDEX)["quotes"]] == [speaks_as]
