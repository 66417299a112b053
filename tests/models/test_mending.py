"""What weak models break: mended where there is one way to read it, asked for again where there is not.

Each row of the table in docs/models.md has a test here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, create_model

from benchmarks import mending
from summarizer.errors import MalformedAnswer
from summarizer.models.base import Question
from summarizer.models.mending import distinct, mended, read_answer
from summarizer.schema import NEWS

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

STRICT = ConfigDict(extra="forbid")
MONEY = create_model("Money", __config__=STRICT, text=(str, ...), currency=(str | None, ...))
RECORD = create_model(
    "Record",
    __config__=STRICT,
    subject=(str, ...),
    status=(Literal["in_talks", "rumored", "agreed"], ...),
    value=(MONEY | None, ...),
    share=(float | None, ...),
    signed=(bool, ...),
    aliases=(list[str], ...),
    evidence=(list[int], ...),
)
WIRE = create_model("Wire", __config__=STRICT, headline=(str, ...), deals=(list[RECORD], ...))  # type: ignore[valid-type]
ORDER = {
    "subject": "12 trains",
    "status": "in_talks",
    "value": {"text": "$40 million", "currency": None},
    "share": 2.5,
    "signed": False,
    "aliases": ["Ostrava"],
    "evidence": [3, 4],
}


def answer(**changed: Any) -> dict[str, Any]:
    return {"headline": "Trains are ordered", "deals": [{**ORDER, **changed}]}


def without(*names: str) -> dict[str, Any]:
    return {"headline": "Trains are ordered", "deals": [{k: v for k, v in ORDER.items() if k not in names}]}


def wire_of_currencies() -> type[BaseModel]:
    amount = create_model("Amount", __config__=STRICT, currency=(str | None, ...))
    return create_model("Amounts", __config__=STRICT, items=(list[amount], ...))  # type: ignore[valid-type]


def read(text: Any, wire: type[BaseModel] = WIRE) -> tuple[Any, str] | None:
    """The answer as it is read, and its notes; None where it is asked for again."""
    found = read_answer(text if isinstance(text, str) else json.dumps(text), wire)
    return None if found is None else (found.parsed.model_dump(mode="json"), " ".join(found.notes))


RIGHT = json.dumps(answer())


def test_an_answer_in_its_shape_is_taken_as_it_is() -> None:
    assert read(RIGHT) == (answer(), "")


@pytest.mark.parametrize(
    "text",
    [
        f"Sure! Here is the JSON you asked for:\n\n{RIGHT}\n\nLet me know if I can help.",
        f"```json\n{RIGHT}\n```",
        f'<think>The article says "12 trains" and {{so on}}.</think>\n{RIGHT}',
    ],
    ids=["prose", "fence", "thoughts"],
)
def test_what_stands_around_the_json_is_left_out(text: str) -> None:
    assert read(text) == (answer(), "")


@pytest.mark.parametrize(
    ("broken", "kind"),
    [
        (RIGHT.replace("[3, 4]", "[3, 4,]").replace("}]}", "},]}"), "commas"),
        (json.dumps({**answer(), "deals": [ORDER, {**ORDER, "share": None}]}).replace("}, {", "} {"), "commas"),
        (RIGHT.replace('"signed": false', '"signed": False'), "words of Python"),
        (RIGHT.replace('"deals"', '// the deals\n"deals"'), "comments"),
        (RIGHT.replace("$40", "\\$40"), "escapes"),
        (str(answer(value=None)), "Python in place of it"),
    ],
)
def test_slips_of_punctuation_are_put_right(broken: str, kind: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        json.loads(broken)
    found = read(broken)
    assert found is not None
    assert f"({kind})" in found[1]
    assert found[0]["deals"][0]["evidence"] == [3, 4]
    assert found[0]["deals"][0]["subject"] == "12 trains"


def test_commas_and_comments_inside_a_text_stay() -> None:
    text = "He said, ] that // it, } works. None, True"
    assert read(json.dumps(answer(subject=text))[:-1] + ",}") == (
        answer(subject=text),
        "the model's answer was mended: punctuation of the JSON (commas)",
    )


@pytest.mark.parametrize(
    ("given", "right", "kind"),
    [
        ({"status": "IN_TALKS"}, {}, "labels in another form"),
        ({"status": "In talks"}, {}, "labels in another form"),
        ({"status": "Rumoured"}, {"status": "rumored"}, "labels in another form"),
        ({"share": "1,250"}, {"share": 1250.0}, "numbers as text"),
        ({"evidence": "[3, 4]"}, {}, "numbers as text"),
        ({"evidence": ["[3]", "4"]}, {}, "numbers as text (2 times)"),
        ({"evidence": "3-4"}, {}, "numbers as text"),
        ({"evidence": "sentences 3 and 4"}, {}, "numbers as text"),
        ({"evidence": 3}, {"evidence": [3]}, "one member in place of a list"),
        ({"value": "N/A"}, {"value": None}, "null as text"),
        ({"value": "not specified"}, {"value": None}, "null as text"),
        (
            {"value": "$40 million"},
            {},
            "a text in place of its object, fields left out where nothing is said",
        ),
        ({"value": {"text": "$40 million"}}, {}, "fields left out where nothing is said"),
        ({"value": {"text": "$40 million", "currency": "null"}}, {}, "null as text"),
        ({"value": {"text": 40, "currency": None}}, {"value": {"text": "40", "currency": None}}, "texts as numbers"),
        ({"aliases": None}, {"aliases": []}, "null in place of an empty list"),
        ({"aliases": "Ostrava"}, {}, "one member in place of a list"),
        ({"confidence": 0.9}, {}, "fields that were not asked for"),
    ],
)
def test_a_value_that_can_be_meant_in_one_way_only_is_mended(
    given: dict[str, Any], right: dict[str, Any], kind: str
) -> None:
    assert read(answer(**given)) == (answer(**right), f"the model's answer was mended: {kind}")


@pytest.mark.parametrize("given", [{"share": "2.5"}, {"signed": "false"}, {"evidence": ["3", "4"]}])
def test_what_pydantic_reads_by_itself_is_no_fault(given: dict[str, Any]) -> None:
    assert read(answer(**given)) == (answer(), "")


def test_a_number_that_is_none_is_null() -> None:
    found = read('{"items": [{"currency": NaN}, {"currency": Infinity}]}', wire_of_currencies())
    assert found is not None
    assert found[0] == {"items": [{"currency": None}, {"currency": None}]}


def test_fractions_keep_their_zeros_as_text() -> None:
    found = read(json.dumps(answer(subject=0)).replace('"subject": 0', '"subject": 1.10'))
    assert found is not None
    assert found[0]["deals"][0]["subject"] == "1.10"


def test_what_is_left_out_is_null_or_an_empty_list() -> None:
    found = read(without("value", "share", "aliases", "evidence"))
    assert found == (
        answer(value=None, share=None, aliases=[], evidence=[]),
        "the model's answer was mended: fields left out where nothing is said (4 times)",
    )


def test_names_of_fields_may_be_written_in_another_form() -> None:
    spoken = json.dumps(answer()).replace('"subject"', '"Subject"').replace('"headline"', '"HEADLINE"')
    found = read(spoken)
    assert found == (answer(), "the model's answer was mended: names of fields in another form (2 times)")


@pytest.mark.parametrize("name", ["result", "properties", "business_news"])
def test_an_object_around_the_answer_is_taken_off(name: str) -> None:
    assert read({name: answer()}) == (answer(), "the model's answer was mended: an object around the answer")


def test_a_schemas_only_list_may_come_without_its_object(wire: type[BaseModel]) -> None:
    note = {"text": "Trains are ordered.", "evidence": [1]}
    assert read([note, note], wire) == (
        {"items": [note, note]},
        "the model's answer was mended: the list without its object",
    )


def test_records_alike_in_every_field_count_once() -> None:
    data = {**answer(), "deals": [ORDER, {**ORDER, "share": None}, ORDER, ORDER]}
    assert distinct(data) == ({**answer(), "deals": [ORDER, {**ORDER, "share": None}]}, 2)


def test_a_text_with_its_numbers_that_stands_twice_is_one_record() -> None:
    said = ["We waited [2]", "for years [2]", "We waited [2]", "for years [3]", "for years [2]"]
    assert distinct({"people": [{"said": said}]}) == ({"people": [{"said": [*said[:2], said[3]]}]}, 2)
    named = {"names": ["Ostrava", "Ostrava"], "said": said[:2]}
    assert distinct(named) == (named, 0)


AMBIGUOUS: dict[str, Any] = {
    "a quotation mark inside a text": RIGHT.replace("12 trains", '12 "fast" trains'),
    "a quotation mark inside a text, before a comma": RIGHT.replace("12 trains", 'the "fast," new trains'),
    "an answer that breaks off": RIGHT[: len(RIGHT) * 2 // 3],
    "an answer that breaks off between records": json.dumps({**answer(), "deals": [ORDER, ORDER]}).split("}, {")[0],
    "an unknown label": answer(status="concluded"),
    "a text that is missing": without("subject"),
    "a label that is missing": without("status"),
    "true or false that is missing": without("signed"),
    "a list of records that is missing": {"headline": "Trains are ordered"},
    "no text where one is due": answer(subject=None),
    "a number that is none": answer(share="a quarter"),
    "citations in words": answer(evidence="the third sentence"),
    "citations without end": answer(evidence="1-9999"),
    "several names in one text": answer(aliases="Ostrava, Ostrava Rail"),
    "several texts in an object": answer(value="$40 million", evidence={"a": 1, "b": 2}),
    "nothing": "",
    "an empty object": {},
    "another object": {"error": "I cannot help with that"},
    "the schema": WIRE.model_json_schema(),
    "the schema's properties": WIRE.model_json_schema()["properties"],
}


@pytest.mark.parametrize("text", AMBIGUOUS.values(), ids=AMBIGUOUS.keys())
def test_what_can_be_meant_in_two_ways_is_asked_for_again(text: Any) -> None:
    assert read(text) is None


def test_the_business_news_schema_echoed_back_is_no_answer() -> None:
    schema = NEWS.wire.model_json_schema()
    assert mended(json.dumps(schema), NEWS.wire) is None
    assert mended(json.dumps(schema["properties"]), NEWS.wire) is None


@pytest.mark.parametrize(
    "hostile",
    ['"' + '\\"' * 200_000, "{" * 200_000, "," * 100_000, "/*" * 200_000, '{"deals":[' * 30_000, "{'a':" * 50_000],
    ids=["quotes", "braces", "commas", "comments", "lists", "dictionaries"],
)
def test_an_answer_that_means_harm_takes_no_time(hostile: str) -> None:
    began = time.process_time()
    assert read(hostile) is None
    # Seconds where each character is looked at a bounded number of times, hours where it is not.
    assert time.process_time() - began < 20


def test_a_mended_answer_costs_one_request_and_says_so(
    service: Any, said: Any, with_chat: Any, question: Callable[..., Question]
) -> None:
    service.script = [said('{"items": [{"text": "Ostrava Rail ordered 12 trains.", "evidence": "[1]",}]}')]

    async def twice(model: Any) -> Any:
        return [await model.answer(question()) for _ in range(3)]

    answers = with_chat(twice)
    assert [one.calls for one in answers] == [1, 1, 1]
    assert answers[0].data == {"items": [{"text": "Ostrava Rail ordered 12 trains.", "evidence": [1]}]}
    note = "the model's answer was mended: numbers as text, punctuation of the JSON (commas)"
    assert answers[0].notes == (note,)
    # A service that does not keep to the schema is shown it in words from the third question on.
    assert ["JSON Schema" in body["messages"][0]["content"] for body in service.asked] == [False, False, True]


def test_a_re_asked_answer_is_mended_too(service: Any, said: Any, ask: Any) -> None:
    service.script = [said('{"items": [{"evidence": [1]}]}'), said('{"items": [{"text": "x", "evidence": ["[1]"]}]}')]
    answer = ask()
    assert (answer.calls, answer.data) == (2, {"items": [{"text": "x", "evidence": [1]}]})
    assert answer.notes == ("the model's answer was mended: numbers as text",)


def test_what_cannot_be_mended_fails_with_its_fault(service: Any, said: Any, ask: Any) -> None:
    service.script = [said('{"items": [{"text": "x", "evidence": "the first"}]}')]
    with pytest.raises(MalformedAnswer, match=r"items\.0\.evidence"):
        ask()
    assert len(service.asked) == 3


def test_records_that_stand_twice_are_named(service: Any, said: Any, ask: Any) -> None:
    note = '{"text": "x", "evidence": [1]}'
    service.script = [said(f'{{"items": [{note}, {note}, {note}]}}')]
    answer = ask()
    assert answer.data == {"items": [{"text": "x", "evidence": [1]}]}
    assert answer.notes == ("the model's answer held 2 records twice",)


@pytest.mark.parametrize("name", mending.BREAKS)
def test_no_broken_answer_of_the_benchmark_comes_back_other_than_meant(name: str) -> None:
    documents = [json.loads(path.read_text("utf-8")) for path in sorted(mending.GOLD.rglob("*.json"))]
    answers = [json.dumps({"items": items}) for items in map(list, map(mending.records, documents)) if items]
    counted = mending.count(answers, mending.ours, mending.BREAKS[name])
    assert counted.total() > 20
    assert counted["other"] == 0
