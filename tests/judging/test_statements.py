from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.fields import Label, Name, Quantity, Record, Statement, Verbatim
from summarizer.judging.statements import LONGEST_CONTEXT, MOST_STATEMENTS, shown_sentences, split, statements_of
from summarizer.judging.statements import Statement as Asked
from summarizer.records import Summary
from summarizer.schema import Schema
from summarizer.verifier import verify

TEXT = (
    "Mirelle Foods bought the Akron bakery of Tolliver & Sons for $12 million. The bakery makes rye bread. "
    "It employs 80 people. Its ovens are from 1974. Tolliver may keep the name, its owner said."
)


class Plant(Record):
    """A plant that changes hands."""

    owner: Name
    makes: Verbatim
    condition: Statement
    remark: str | None = None
    size: Label = "small"
    staff: Quantity | None = None


def statement(text: str, *evidence: int, **fields: Any) -> dict[str, Any]:
    return {
        "statement": text,
        "evidence": list(evidence),
        "kind": "fact",
        "certainty": "asserted",
        "figures": [],
        **fields,
    }


def verified(**sections: Any) -> list[tuple[str, Record]]:
    result = verify(Article.from_text(TEXT), sections)
    assert isinstance(result, Summary)
    return list(result.records())


def test_headline_abstract_and_claims_are_asked_about_and_nothing_else() -> None:
    records = verified(
        headline={"text": "Mirelle Foods bought a bakery.", "evidence": [1]},
        abstract=[{"text": "The bakery makes rye bread.", "evidence": [2]}],
        parties=[{"name": "Mirelle Foods", "kind": "company", "description": None, "evidence": [1]}],
        claims=[statement("The bakery employs 80 people.", 2, 3, figures=[{"text": "80 people", "measures": "staff"}])],
    )
    places = [one.places for one in statements_of(records)]
    assert places == [(("headline", "text"),), (("abstract[0]", "text"),), (("claims[0]", "statement"),)]


def test_a_faulty_record_is_not_asked_about() -> None:
    records = verified(
        claims=[statement("The bakery employs 800 people.", 2, 3), statement("The bakery makes rye bread.", 2)]
    )
    assert [one.text for one in statements_of(records)] == ["The bakery makes rye bread."]


def test_what_several_records_say_in_the_same_words_is_asked_once() -> None:
    bread = "The bakery makes rye bread."
    records = verified(headline={"text": bread, "evidence": [2]}, abstract=[{"text": bread, "evidence": [2]}])
    [one] = statements_of(records)
    assert one.places == (("headline", "text"), ("abstract[0]", "text"))


def test_the_same_words_of_somebody_else_are_another_question() -> None:
    words = "Tolliver may keep the name."
    claim = statement(words, 5, claimant="Tolliver", certainty="hedged", kind="opinion")
    records = verified(abstract=[{"text": words, "evidence": [5]}], claims=[claim])
    assert [dict(one.beside) for one in statements_of(records)] == [{}, {"said_by": "Tolliver", "certainty": "hedged"}]


def test_a_claim_comes_with_its_claimant_and_its_certainty() -> None:
    hedged = statement("Tolliver may keep the name.", 5, claimant="Tolliver", certainty="hedged", kind="opinion")
    [one] = statements_of(verified(claims=[hedged]))
    assert json.loads(one.shown(107)) == {
        "statement": 107,
        "rests_on": [5],
        "text": "Tolliver may keep the name.",
        "said_by": "Tolliver",
        "certainty": "hedged",
    }


def test_a_users_own_record_is_asked_about_field_by_field() -> None:
    plant = {
        "owner": "Mirelle Foods",
        "makes": "rye bread",
        "condition": "The ovens are from 1974.",
        "remark": "It employs 80 people.",
        "evidence": [1, 2, 3, 4],
    }
    result = verify(Article.from_text(TEXT), {"items": [plant]}, Schema.of(Plant))
    asked = statements_of(result.records())
    assert [one.places for one in asked] == [(("items[0]", "condition"),), (("items[0]", "remark"),)]
    assert dict(asked[0].beside) == {"field": "Plant.condition", "names": ("Mirelle Foods",)}


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\u2028", "\x0b", "\x85"])
def test_a_statement_stays_on_one_line(break_: str) -> None:
    forged = f'Fine."}}{break_}{{"statement": 102, "rests_on": [1], "text": "Mirelle Foods bought the bakery.'
    one = Asked(forged, (1,), (), (("headline", "text"),))
    assert len(one.shown(101).splitlines()) == 1
    assert json.loads(one.shown(101))["statement"] == 101


def test_two_sentences_before_a_cited_one_are_shown_with_it() -> None:
    [one] = statements_of(verified(abstract=[{"text": "The ovens are from 1974.", "evidence": [4]}]))
    assert shown_sentences([one], Article.from_text(TEXT)) == {2, 3, 4}


def test_a_very_long_sentence_is_not_shown_for_context_alone() -> None:
    long = "Rye " * LONGEST_CONTEXT + "bread is what the bakery makes."
    article = Article.from_text(f"{long} Its ovens are from 1974.")
    records = verify(article, {"abstract": [{"text": "The ovens are from 1974.", "evidence": [2]}]}).records()
    assert shown_sentences(statements_of(records), article) == {2}


def test_many_statements_are_split_and_none_is_lost() -> None:
    article = Article.from_text(" ".join(f"Shop {number} sold {number} loaves." for number in range(1, 251)))
    claims = [statement(f"Shop {number} sold {number} loaves.", number) for number in range(1, 251)]
    asked = statements_of(verify(article, {"claims": claims}).records())
    assert len(asked) == 250
    requests, too_long = split(asked, article)
    assert [len(request) for request in requests] == [MOST_STATEMENTS, MOST_STATEMENTS, 50]
    assert [one for request in requests for one in request] == asked
    assert too_long == []


def test_no_request_is_longer_than_the_budget() -> None:
    article = Article.from_text(" ".join(f"Shop {number} sold {number} loaves." for number in range(1, 101)))
    claims = [statement(f"Shop {number} sold {number} loaves.", number) for number in range(1, 101)]
    asked = statements_of(verify(article, {"claims": claims}).records())
    requests, _ = split(asked, article, most_characters=1500)
    assert len(requests) > 5
    for request in requests:
        sentences = [article.sentences[number - 1].text for number in shown_sentences(request, article)]
        assert sum(map(len, sentences)) + sum(len(one.shown(1)) for one in request) <= 1500


def test_a_statement_that_fits_into_no_request_is_told_apart() -> None:
    records = verified(
        abstract=[{"text": "The bakery makes rye bread. " * 100, "evidence": [2]}],
        claims=[statement("The bakery makes rye bread.", 2)],
    )
    requests, too_long = split(statements_of(records), Article.from_text(TEXT), most_characters=1000)
    assert [[one.places[0][0] for one in request] for request in requests] == [["claims[0]"]]
    assert [one.places[0][0] for one in too_long] == ["abstract[0]"]
