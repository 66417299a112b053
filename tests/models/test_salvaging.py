"""What is kept of answers that never fit the schema as a whole."""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import MalformedAnswer
from summarizer.models.base import Question, Task
from summarizer.models.salvaging import salvaged
from summarizer.schema import NEWS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

SAID = "Brackwell Marine agreed to buy Ostrava Rail for $340 million."
CLAIM = f"{SAID} [1]"
DEAL = {
    "evidence": [1],
    "kind": "acquisition",
    "status": "agreed",
    "parties": [{"name": "Brackwell Marine", "role": "acquirer"}, {"name": "Ostrava Rail", "role": "target"}],
    "subject": "Ostrava Rail",
    "value": "$340 million",
    "currency": "USD",
    "dates": [],
    "terms": [],
}
PERSON = {
    "name": "Ilse Corran",
    "kind": "executive",
    "role": None,
    "affiliation": "Brackwell Marine",
    "said": ["We waited [2]", "for years [2]"],
}
ANSWER: dict[str, Any] = {
    "headline": CLAIM,
    "abstract": [CLAIM],
    "organizations": [{"name": "Ostrava Rail", "kind": "company", "description": None, "said": []}],
    "people": [PERSON],
    "deals": [DEAL, {**DEAL, "subject": "a depot"}],
    "claims": [{"claimant": None, "kind": "fact", "claims": [CLAIM, "Ostrava Rail was sold [1]"]}],
}
MISFIT = "no answer of the model satisfied the schema"


def asked(task: Task = "extract") -> Question:
    return Question(task, Article.from_text(SAID), NEWS, NEWS.wire)


def changed(change: Callable[[Any], Any]) -> dict[str, Any]:
    answer = copy.deepcopy(ANSWER)
    change(answer)
    return answer


def put(section: str, at: int, **members: Any) -> Callable[[Any], Any]:
    return lambda answer: answer[section][at].update(members)


def kept(answer: Any) -> tuple[dict[str, Any], tuple[str, ...]]:
    read = salvaged([json.dumps(answer)], asked())
    assert read is not None
    assert not read.kept
    return read.parsed.model_dump(mode="json"), read.notes


@pytest.mark.parametrize(
    ("section", "at", "members", "why"),
    [
        ("deals", 1, {"kind": "takeover"}, 'kind "takeover"'),
        ("deals", 0, {"parties": [{"name": "Brackwell Marine", "role": "buyer"}]}, 'role "buyer"'),
        ("deals", 0, {"value": {"amount": 340, "of": "m"}}, 'value {"amount": 340, "of": "m"}'),
        ("deals", 1, {"dates": ["Tuesday"]}, 'dates ["Tuesday"]'),
        ("people", 0, {"kind": "ceo"}, 'kind "ceo"; 2 more in it'),
        ("people", 0, {"name": None}, "name null; 2 more in it"),
        ("organizations", 0, {"name": None}, "name null"),
    ],
)
def test_a_record_with_a_member_that_does_not_fit_is_left_out_whole_and_named(
    section: str, at: int, members: dict[str, Any], why: str
) -> None:
    data, notes = kept(changed(put(section, at, **members)))
    rest = {**ANSWER, section: [one for place, one in enumerate(ANSWER[section]) if place != at]}
    assert data == rest
    assert notes[0].startswith(f"{MISFIT}: 1 record was left out: {section}[{at}] ({why}")


def test_of_somebodys_words_and_claims_only_those_that_do_not_fit_are_left_out() -> None:
    def spoil(answer: Any) -> None:
        answer["people"][0]["said"][1] = None
        answer["claims"][0]["claims"][0] = {"text": None, "evidence": [1]}

    data, notes = kept(changed(spoil))
    assert data["people"] == [{**PERSON, "said": PERSON["said"][:1]}]
    assert data["claims"] == [{**ANSWER["claims"][0], "claims": ANSWER["claims"][0]["claims"][1:]}]
    left = 'people[0].said[1] (null), claims[0].claims[0] ({"text": null, "evidence": [1]})'
    assert notes == (f"{MISFIT}: 2 records were left out: {left}",)


@pytest.mark.parametrize("name", ["headline", "abstract", "claims"])
def test_a_section_that_the_answer_lacks_is_named(name: str) -> None:
    data, notes = kept(changed(lambda answer: answer.pop(name)))
    assert data == {**ANSWER, name: None if name == "headline" else []}
    assert notes == (f"{MISFIT}, and it has no {name}",)


def test_a_value_that_came_as_an_object_is_its_text_with_its_currency() -> None:
    def spoil(answer: Any) -> None:
        del answer["deals"][0]["currency"]
        answer["deals"][0]["value"] = {"text": "$340 million", "currency": "CAD"}

    data, notes = kept(changed(spoil))
    assert data["deals"][0] == {**DEAL, "currency": "CAD"}
    assert notes == ("the model's answer was mended: an object in place of its text",)


def test_a_claim_by_itself_is_read_where_it_says_whose_it_is_and_left_out_where_it_does_not() -> None:
    bare = {"evidence": [1], "statement": SAID}
    flat = [{**bare, "claimant": "Ilse Corran", "kind": "fact"}, bare]
    data, notes = kept(changed(lambda answer: answer.update(claims=flat)))
    assert data["claims"] == [{"claimant": "Ilse Corran", "kind": "fact", "claims": [CLAIM]}]
    assert "1 record was left out: claims[1] (" in notes[0]
    assert notes[1] == "the model's answer was mended: a record in place of its group, an object in place of its text"


def test_the_answer_with_the_most_records_counts_and_of_like_ones_the_last() -> None:
    def spoil(*places: int) -> str:
        return json.dumps(changed(lambda answer: [answer["deals"][at].update(kind="takeover") for at in places]))

    few, first, last = spoil(0, 1), spoil(0), spoil(1)
    read = salvaged([few, first, last, few, "no JSON"], asked())
    assert read is not None
    assert "deals[1] (" in read.notes[0]


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"claims": [{"claimant": None, "kind": "fact", "claims": [CLAIM]}]},  # what a broken-off answer may hold whole
        {name: [] for name in ANSWER},
        changed(lambda answer: [answer.update({name: "N/A"}) for name in ANSWER]),
        {"headline": None, "abstract": [None], "organizations": 5, "people": [None], "deals": ["x"], "claims": [CLAIM]},
    ],
)
def test_where_nothing_fits_there_is_nothing(answer: Any) -> None:
    assert salvaged([json.dumps(answer)], asked()) is None


@pytest.mark.parametrize("task", ["judge", "match"])
def test_a_judgement_is_not_taken_in_part(task: Task) -> None:
    assert salvaged([json.dumps(ANSWER)], asked(task)) is None


def test_thousands_of_records_that_do_not_fit_take_no_time_and_are_counted() -> None:
    many = changed(lambda answer: answer.update(people=[{**PERSON, "kind": "ceo"}] * 5_000))
    began = time.process_time()
    _, notes = kept(many)
    assert time.process_time() - began < 20
    assert notes[0].startswith(f"{MISFIT}: 5000 records were left out: people[0] (")
    assert notes[0].endswith(", and 4960 more")


def test_what_a_model_writes_is_shown_in_ascii_and_not_at_length() -> None:
    _, notes = kept(changed(put("deals", 0, kind="\x1b[31m" + "x" * 1_000)))
    assert "\\u001b[31mxxx" in notes[0]
    assert "\x1b" not in notes[0]
    assert len(notes[0]) < 200


def test_the_records_that_fit_are_kept_once_all_re_asks_are_used_up(service: Any, said: Any, ask: Any) -> None:
    service.script = [said('{"items": [{"text": "x", "evidence": [1]}, {"text": null, "evidence": [1]}]}')]
    answer = ask()
    assert len(service.asked) == answer.calls == 3
    assert answer.data == {"items": [{"text": "x", "evidence": [1]}]}
    assert answer.notes == (f"{MISFIT}: 1 record was left out: items[1] (text null)",)


def test_a_re_ask_that_fits_is_taken_whole(service: Any, said: Any, ask: Any) -> None:
    good = {"items": [{"text": "y", "evidence": [1]}]}
    service.script = [said('{"items": [{"text": "x", "evidence": [1]}, {"text": null}]}'), said(json.dumps(good))]
    answer = ask()
    assert (answer.data, answer.notes, answer.calls) == (good, (), 2)


def test_an_answer_of_which_nothing_fits_fails(service: Any, said: Any, ask: Any) -> None:
    service.script = [said('{"items": [{"text": null, "evidence": [1]}]}')]
    with pytest.raises(MalformedAnswer, match=r"items\.0\.text"):
        ask()
