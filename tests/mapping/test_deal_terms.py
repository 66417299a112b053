"""The terms of a deal that no model is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.mapping.deal_terms import with_deal_terms
from summarizer.records import Deal
from summarizer.schema import NEWS
from summarizer.verifier import verify, verify_sections
from summarizer.verifier.index import Index

TAKEOVER = """\
Ostrel Grid AG agreed in principle to buy Pellam Wire Ltd, a Danish maker of copper cable, for $40 million.
Pellam, based in Aarhus, employs 310 people. Shares of Ostrel fell 3%.
Ostrel also completed the purchase of Corvane Locks Inc in March."""

NOTHING: dict[str, Any] = {"headline": None, "abstract": [], "parties": [], "quotes": [], "claims": []}


def deal(**changed: Any) -> dict[str, Any]:
    return {
        "evidence": [1],
        "kind": "acquisition",
        "status": "agreed",
        "parties": [{"name": "Ostrel Grid AG", "role": "acquirer"}, {"name": "Pellam Wire Ltd", "role": "target"}],
        "subject": "Pellam Wire Ltd",
        "value": None,
        "dates": [],
        "terms": [],
    } | changed


def completed(text: str, *deals: dict[str, Any]) -> list[Deal]:
    index = Index(Article.from_text(text))
    drafts = NEWS.drafts(
        {"headline": None, "abstract": [], "parties": [], "quotes": [], "claims": [], "deals": [*deals]}
    )
    found = with_deal_terms(verify_sections(drafts, index.article, index), index)["deals"]
    return [one for one in found if isinstance(one, Deal)]


def terms(text: str, *deals: dict[str, Any]) -> list[dict[str, str]]:
    return [{term.name: term.text for term in one.terms} for one in completed(text, *deals)]


def test_status_business_and_place_are_the_articles_words() -> None:
    [found] = terms(TAKEOVER, deal())
    assert found == {
        "status": "agreed in principle",
        "target business": "copper cable",
        "target location": "Aarhus",
    }


def test_a_sentence_that_a_term_stands_in_is_cited() -> None:
    [one] = completed(TAKEOVER, deal())
    assert one.evidence == [1, 2]
    places = {span.field: span.text for span in one.spans}
    assert places["terms[2].text"] == "Aarhus"


def test_what_the_model_has_given_stays() -> None:
    given = [{"name": "Status", "text": "agreed"}, {"name": "target business", "text": "maker of copper cable"}]
    [one] = completed(TAKEOVER, deal(terms=given))
    assert [(term.name, term.text) for term in one.terms] == [
        ("Status", "agreed"),
        ("target business", "maker of copper cable"),
        ("target location", "Aarhus"),
    ]


def test_the_same_words_are_no_second_term() -> None:
    [found] = terms(TAKEOVER, deal(terms=[{"name": "agreement", "text": "agreed in principle"}]))
    assert found["status"] == "agreed in principle"
    assert "agreement" not in found
    [found] = terms(TAKEOVER, deal(terms=[{"name": "caveat", "text": "agreed in principle"}]))
    assert found["caveat"] == "agreed in principle"
    assert "status" not in found


@pytest.mark.parametrize("status", ["closed", "terminated", "rumored"])
def test_words_for_another_stage_than_the_models_are_no_status(status: str) -> None:
    [found] = terms(TAKEOVER, deal(status=status))
    assert "status" not in found


def test_each_deal_has_its_own_words() -> None:
    other = deal(
        evidence=[4],
        status="closed",
        parties=[{"name": "Ostrel Grid AG", "role": "acquirer"}, {"name": "Corvane Locks Inc", "role": "target"}],
        subject="Corvane Locks Inc",
    )
    first, second = terms(TAKEOVER, deal(), other)
    assert first["status"] == "agreed in principle"
    assert second == {"status": "completed"}


def test_a_unit_without_a_name_is_read_where_the_subject_stands() -> None:
    text = "Ostrel Grid AG said it has agreed to sell its Hamburg paper mill to Pellam Wire Ltd for $40 million."
    sale = deal(
        kind="divestiture",
        parties=[{"name": "Ostrel Grid AG", "role": "seller"}, {"name": "Pellam Wire Ltd", "role": "acquirer"}],
        subject="its Hamburg paper mill",
    )
    [found] = terms(text, sale)
    assert found["target location"] == "Hamburg"
    assert found["target business"] == "paper"


@pytest.mark.parametrize(
    "changed",
    [
        {"parties": [{"name": "Ostrel Grid AG", "role": "acquirer"}], "subject": "the harbour of Lund"},
        {"parties": [], "subject": "the harbour of Lund"},
        {"parties": [{"name": "Velmar Foods plc", "role": "target"}], "subject": "Velmar Foods plc"},
    ],
)
def test_a_deal_without_a_target_that_the_article_has_gets_none(changed: dict[str, Any]) -> None:
    [found] = terms(TAKEOVER, deal(**changed))
    assert found == {}


def test_a_contract_has_a_status_alone() -> None:
    text = "Ostrel Grid AG has signed a contract to buy cable from Pellam Wire Ltd, a Danish maker of copper cable."
    contract = deal(
        kind="supply",
        parties=[{"name": "Ostrel Grid AG", "role": "customer"}, {"name": "Pellam Wire Ltd", "role": "supplier"}],
        subject="cable",
    )
    [found] = terms(text, contract)
    assert set(found) <= {"status"}


PROFILE = """\
Ostrel Grid AG has agreed to buy Pellam for $40 million.
Managers see in {} a good fit. Pellam employs 310 people."""


@pytest.mark.parametrize(
    ("description", "trade"),
    [
        ("the Danish maker of copper cable", "copper cable"),
        ("a bus company", "bus"),
        ("the maker of Tarn Gravy", None),  # a brand
        ("the supplier of drills, chairs and X-ray film", None),  # the row goes on
        ("a family business", None),
    ],
)
def test_the_models_description_of_the_target_tells_its_trade(description: str, trade: str | None) -> None:
    text = PROFILE.format(description)
    party = {"evidence": [2], "name": "Pellam", "aliases": [], "kind": "company", "ticker": None}
    index = Index(Article.from_text(text))
    bought = deal(parties=[{"name": "Pellam", "role": "target"}], subject="Pellam")
    drafts = NEWS.drafts(NOTHING | {"parties": [party | {"description": description}], "deals": [bought]})
    [held] = with_deal_terms(verify_sections(drafts, index.article, index), index)["deals"]
    assert isinstance(held, Deal)
    assert {term.name: term.text for term in held.terms}.get("target business") == trade
    assert (2 in held.evidence) == (trade is not None)


def test_a_name_that_the_article_uses_in_short_is_found() -> None:
    [found] = terms(TAKEOVER, deal(parties=[{"name": "Pellam", "role": "target"}], subject="Pellam"))
    assert found["target location"] == "Aarhus"


def test_the_verdict_is_the_verifiers_and_no_worse() -> None:
    index = Index(Article.from_text(TAKEOVER))
    records = NOTHING | {"deals": [deal()]}
    before = verify_sections(NEWS.drafts(records), index.article, index)
    [held] = with_deal_terms(before, index)["deals"]
    assert isinstance(held, Deal)
    [first] = before["deals"]
    assert held.verdict is not None
    assert first.verdict is not None
    assert held.verdict.rank <= first.verdict.rank
    records["deals"] = [held.model_dump(mode="json", include=set(deal()))]
    assert verify(index.article, records).deals == [held]  # type: ignore[attr-defined]


def test_a_sentence_that_bears_the_deal_out_needs_no_second_reading() -> None:
    text = "Ostrel Grid AG agreed in principle to buy Pellam Wire Ltd for $40 million."
    valued = deal(value={"text": "$40 million", "currency": "USD"})
    [held] = completed(text, valued)
    told = valued | {"terms": [term.model_dump() for term in held.terms]}
    [again] = verify(Article.from_text(text), NOTHING | {"deals": [told]}).deals  # type: ignore[attr-defined]
    assert [term.name for term in held.terms] == ["status"]
    assert held == again


def test_other_languages_and_empty_answers_are_left_alone() -> None:
    assert completed(TAKEOVER) == []
    german = (
        "Die Ostrel Grid AG hat sich mit der Pellam Wire Ltd über den Kauf des Werks geeinigt. Der Preis wurde nicht "
        "genannt, und die Behörden müssen dem Vorhaben noch zustimmen, wie das Unternehmen am Montag mitteilte. "
    ) * 6
    assert terms(german, deal()) == [{}]


def test_sections_that_were_given_stay_as_they_are() -> None:
    index = Index(Article.from_text(TAKEOVER))
    records = NOTHING | {"deals": [deal()]}
    before = verify_sections(NEWS.drafts(records), index.article, index)
    kept = {name: list(of) for name, of in before.items()}
    with_deal_terms(before, index)
    assert before == kept


@pytest.mark.parametrize(
    ("title", "trade"), [("Pellam shuns no cables", None), ("Pellam braids copper cables", "copper cables")]
)
def test_what_a_target_does_not_make_is_no_trade(title: str, trade: str | None) -> None:
    text = f"{title}\n\nAARHUS, May 3 - Ostrel Grid AG bought Pellam for 40 million euros.\n"
    bought = deal(parties=[{"name": "Ostrel Grid AG", "role": "acquirer"}, {"name": "Pellam", "role": "target"}],
                  subject="Pellam", status="closed", evidence=[1, 2])  # fmt: skip
    [found] = terms(text, bought)
    assert found.get("target business") == trade


def test_where_a_target_was_sued_is_not_where_it_is() -> None:
    text = "Growers sued Pellam Wire Ltd in Oslo. Ostrel Grid AG later bought Pellam Wire Ltd."
    [found] = completed(text, deal(evidence=[1, 2]))
    assert [term.text for term in found.terms if term.name == "target location"] == []
    text = "Growers praised Pellam Wire Ltd in Oslo. Ostrel Grid AG later bought Pellam Wire Ltd."
    [found] = completed(text, deal(evidence=[1, 2]))
    assert [term.text for term in found.terms if term.name == "target location"] == ["Oslo"]


def test_of_partners_in_a_merger_none_is_what_changes_hands() -> None:
    text = "A year after its merger with Finnish rival Pellam fell through, the Aarhus cable group Ostrel AG sells."
    partners = [{"name": "Ostrel AG", "role": "partner"}, {"name": "Pellam", "role": "partner"}]
    merger = deal(kind="merger", status="terminated", parties=partners, subject="merger with Finnish rival Pellam")
    [found] = terms(text, merger)
    assert "target location" not in found


def test_what_a_company_lifts_is_no_trade_of_its() -> None:
    text = "Ostrel Grid lifts outlook, denies sale of a stake to Pellam Wire.\n"
    parties = [{"name": "Ostrel Grid", "role": "investee"}, {"name": "Pellam Wire", "role": "investor"}]
    [found] = terms(text, deal(kind="investment", status="rumored", parties=parties, subject="a stake"))
    assert "target business" not in found
