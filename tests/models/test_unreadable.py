"""Whatever a model writes is read, salvaged, asked for again or told as its fault, and breaks nothing."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.errors import MalformedAnswer, ModelError
from summarizer.models import mending
from summarizer.models.base import Answer, Question
from summarizer.models.cut_answers import broken_off, whole_part
from summarizer.models.finishing import finished
from summarizer.models.mending import read_answer
from summarizer.models.salvaging import salvaged
from summarizer.pipeline import Pipeline
from summarizer.records import Summary
from summarizer.routing import Route
from summarizer.schema import NEWS
from tests.loopback import completion
from tests.models.test_cut_answers import ANSWER

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = "Quillon Dairies bought Tarn Creameries for $40 million. “Milk is dear,” said Ada Quill, its chairwoman."
EMPTY: dict[str, Any] = {"headline": None, **{name: [] for name in ANSWER if name != "headline"}}
WORDS = json.dumps(ANSWER)

code_points = st.characters(codec=None, exclude_categories=())
texts = st.text(code_points, max_size=12)
names = texts | st.sampled_from(list(ANSWER))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


def asked() -> Question:
    return Question("extract", Article.from_text(TEXT), NEWS, NEWS.wire)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all that stands in a JSON value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for name, inner in pairs for place in places(inner, (*path, name)))]


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """`value` with `new` at a path."""
    if not path:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = put(value[path[0]], path[1:], new)
    return copy


def read_all(text: str, caplog: pytest.LogCaptureFixture) -> None:
    """Reads an answer in each way there is; nothing may break on it, unseen or not."""
    caplog.clear()
    for read in (read_answer(text, NEWS.wire), salvaged([text], asked())):
        if read is not None:
            data, _ = finished(read.parsed, read.notes)
            json.dumps(data, ensure_ascii=False).encode()
    part = whole_part(text, NEWS.wire)
    assert part is None or isinstance(part, str)
    assert not [record for record in caplog.records if "a fault of this program" in record.getMessage()], text


fuzzed = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@fuzzed
@given(path=st.sampled_from(places(ANSWER)), new=values, escaped=st.booleans(), end=st.none() | st.integers(0, 1_500))
def test_an_answer_with_anything_anywhere_cut_anywhere_breaks_nothing(
    caplog: pytest.LogCaptureFixture, path: tuple[Any, ...], new: Any, escaped: bool, end: int | None
) -> None:
    read_all(json.dumps(put(ANSWER, path, new), ensure_ascii=escaped)[:end], caplog)


@fuzzed
@given(at=st.integers(0, len(WORDS)), drop=st.integers(0, 5), new=st.text(code_points, max_size=8))
def test_an_answer_with_any_characters_in_its_midst_breaks_nothing(
    caplog: pytest.LogCaptureFixture, at: int, drop: int, new: str
) -> None:
    read_all(WORDS[:at] + new + WORDS[at + drop :], caplog)


@pytest.mark.parametrize(
    "text",
    [
        WORDS.replace("null", "9" * 5_000),  # more digits than Python reads
        f"Here it is: {WORDS.replace('null', '9' * 5_000)}",
        WORDS.replace("null", "1e999"),
        WORDS.replace("[1]", "1e999"),
        "{1: {'name': 2}, True: 'x', 'headline': {3: 4}}",
        "{'headline': 0x" + "f" * 5_000 + ", 'abstract': []}",
        WORDS.replace("null", "[" * 900 + "]" * 900),
        WORDS.replace("null", "[" * 90_000),
        json.dumps(put(ANSWER, ("deals", 0, "value"), {"\udcff": ["\ud83d"]})),
    ],
)
def test_numbers_names_and_depths_that_python_does_not_take_break_nothing(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    read_all(text, caplog)


@pytest.mark.parametrize("ensure_ascii", [True, False])
@pytest.mark.parametrize("half", ["\udcff", "\ude00\ud83d"])
def test_half_of_a_character_is_one_that_stands_for_it_and_the_notes_say_so(half: str, ensure_ascii: bool) -> None:
    text = json.dumps({**ANSWER, "headline": f"Quillon {half} buys [1]"}, ensure_ascii=ensure_ascii)
    read = read_answer(text, NEWS.wire)
    assert read is not None
    assert read.parsed.model_dump()["headline"] == f"Quillon {'�' * len(half)} buys [1]"
    assert read.notes == ("the model's answer was mended: halves of a character",)


def test_a_whole_character_in_two_escapes_is_itself() -> None:
    read = read_answer(json.dumps({**ANSWER, "headline": "Quillon \N{COW} [1]"}), NEWS.wire)
    assert read is not None
    assert (read.parsed.model_dump()["headline"], read.notes) == ("Quillon \N{COW} [1]", ())


def test_half_a_character_costs_no_further_answer(service: Any, said: Any, ask: Any) -> None:
    service.script = [said('{"items": [{"text": "\\udcff tons", "evidence": [1]}]}')]
    answer = ask()
    assert answer.data == {"items": [{"text": "\N{REPLACEMENT CHARACTER} tons", "evidence": [1]}]}
    assert answer.calls == len(service.asked) == 1


def test_half_a_character_of_the_service_itself_is_sent_back_to_nobody(
    service: Any, said: Any, reply: Any, ask: Any
) -> None:
    good = '{"items": [{"text": "tons", "evidence": [1]}]}'
    cut = json.dumps(completion('{"items": [{"text": "\ud83d"}, 5]}'))
    service.script = [reply(cut, content_type="application/json"), said(good)]
    assert ask().data == json.loads(good)
    assert '"\N{REPLACEMENT CHARACTER}"' in service.asked[1]["messages"][-2]["content"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (completion(None, refusal="No \ud83d"), 200),
        ({**completion("{}"), "model": "\udcff", "usage": {"prompt_tokens": 10**30, "completion_tokens": True}}, 200),
        ({"error": {"message": "No \ud83d", "code": "\udcff"}}, 400),
        ({"error": {"message": "No \ud83d", "code": 10**30}}, 200),
        ({"choices": [5, None]}, 200),
        ({"choices": [{"message": {"content": [{"text": "\ud83d"}, 5]}, "finish_reason": ["stop"]}]}, 200),
    ],
)
def test_whatever_else_a_service_says_fails_in_words_that_can_be_written(
    service: Any, reply: Any, ask: Any, body: dict[str, Any], status: int
) -> None:
    service.script = [reply(json.dumps(body), status, content_type="application/json")]
    with pytest.raises(ModelError) as fault:
        ask(options={"reasks": 0})
    str(fault.value).encode()
    usage = fault.value.usage
    assert usage is None or usage.input_tokens < 2**63


def test_an_answer_on_which_the_reading_breaks_is_asked_for_again(
    service: Any, said: Any, ask: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    good = '{"items": [{"text": "tons", "evidence": [1]}]}'
    service.script = [said("{'items': 5}"), said(good)]

    def breaks(*_: Any) -> Any:
        raise IndexError("tuple index out of range")

    monkeypatch.setattr(mending, "values_in", breaks)
    with caplog.at_level(logging.WARNING):
        assert ask().data == json.loads(good)
    assert "an answer could not be read: IndexError (a fault of this program)" in caplog.text


class Writer:
    """A model that writes this."""

    needs_prompt = True

    def __init__(self, name: str, data: dict[str, Any]) -> None:
        self.name = name
        self.data = data

    async def answer(self, question: Question) -> Answer:
        if question.task == "repair":
            return Answer({name: [] for name in question.wire.model_fields}, self.name)
        return Answer(self.data, self.name)

    async def close(self) -> None: ...


def test_where_the_verifier_breaks_on_an_answer_the_next_model_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarizer import pipeline

    verify = pipeline.verify_sections

    def breaks(sections: Any, *given: Any) -> Any:
        if sections["abstract"][0].text.startswith("Odd"):
            raise ZeroDivisionError("by zero")
        return verify(sections, *given)

    monkeypatch.setattr(pipeline, "verify_sections", breaks)
    odd = Writer("test/odd", {**EMPTY, "abstract": ["Odd things happened [1]"]})
    plain = Writer("test/plain", {**EMPTY, "abstract": ["Quillon Dairies bought Tarn Creameries [1]"]})
    article = Article.from_text(TEXT)
    with pytest.raises(MalformedAnswer, match=r"ZeroDivisionError: by zero \(a fault of this program"):
        asyncio.run(Pipeline(odd).run(article))
    result = asyncio.run(Route(odd, fallbacks=[plain]).run(article))
    assert isinstance(result, Summary)
    assert result.provenance.model == "test/plain"


@fuzzed
@given(path=st.sampled_from([place for place in places(ANSWER) if place]), new=texts)
def test_records_of_any_text_are_verified_and_written(path: tuple[Any, ...], new: str) -> None:
    text = json.dumps(put(ANSWER, path, new))
    read = salvaged([text], asked())
    if read is None:
        return
    data, _ = finished(read.parsed, read.notes)
    result = asyncio.run(Pipeline(Writer("test/any", data)).run(Article.from_text(TEXT)))
    assert isinstance(result, Summary)
    result.model_dump_json().encode()


BROKEN = '{"items": [{"text": "x", "evidence": [1]}, {"text": "y", "evid'


def test_an_answer_that_breaks_off_without_a_reason_keeps_its_whole_records_once_it_was_asked_again(
    service: Any, said: Any, ask: Any
) -> None:
    service.script = [said(BROKEN)]
    answer = ask()
    assert len(service.asked) == answer.calls == 3
    assert answer.data == {"items": [{"text": "x", "evidence": [1]}]}
    assert answer.notes == (
        "no answer of the model is whole: of the one with the most records, which breaks off, those that were whole "
        "are kept, any behind them are missing",
    )
    assert "breaks off after 62 characters" in service.asked[1]["messages"][-1]["content"]


def test_an_answer_that_breaks_off_before_its_first_record_is_told_as_such(service: Any, said: Any, ask: Any) -> None:
    service.script = [said(BROKEN[:30])]
    with pytest.raises(MalformedAnswer, match="the last: the answer breaks off after 30 characters, in the middle of"):
        ask()


def test_wherever_an_answer_ends_it_is_known_to_break_off() -> None:
    for end in range(len('{"headline":') + 1, len(WORDS)):
        assert broken_off(f"Here:\n```json\n{WORDS[:end]}", NEWS.wire) is not None, WORDS[:end]
    assert broken_off(WORDS, NEWS.wire) is None


@pytest.mark.parametrize(
    "text",
    [
        WORDS.replace("Milk", 'Mi"lk'),  # where its texts end is not plain
        WORDS.replace("Milk", 'Mi"lk')[:-10],
        f'<think>{{"headline": "…"</think>{WORDS}',
        f'{{"headline": "an example"}} and then {WORDS}',
        "no JSON",
        '{"error": "no',
    ],
)
def test_what_is_wrong_before_its_end_does_not_break_off(text: str) -> None:
    assert broken_off(text, NEWS.wire) is None


def test_where_only_the_headline_is_whole_nothing_is_kept() -> None:
    assert salvaged(['{"headline": "Quillon buys Tarn [1]", "abstract": ["Qui'], asked()) is None
    read = salvaged(['{"headline": "Quillon buys Tarn [1]", "abstract": ["Quillon buys Tarn [1]", "I'], asked())
    assert read is not None
    assert read.parsed.model_dump()["abstract"] == ["Quillon buys Tarn [1]"]


def test_an_answer_without_a_record_about_an_article_with_news_is_noted() -> None:
    result = asyncio.run(Pipeline(Writer("test/lazy", EMPTY)).run(Article.from_text(TEXT)))
    (note,) = result.provenance.notes
    assert note.startswith("the model's answer has no record, though the offline rules find 1 deal and 1 quote there")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (EMPTY, "The museum opens at nine. Dogs stay outside."),
        ({**EMPTY, "abstract": ["Quillon Dairies bought Tarn Creameries [1]"]}, TEXT),
    ],
)
def test_an_answer_with_a_record_or_about_no_news_is_not(data: dict[str, Any], text: str) -> None:
    result = asyncio.run(Pipeline(Writer("test/fair", data)).run(Article.from_text(text)))
    assert result.provenance.notes == []
