"""Answers through a ledger: kept before they are read, given again instead of a call."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from summarizer.errors import MalformedAnswer, ModelError, Refused, Unavailable
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.models.pricing import cost_of
from summarizer.models.recording import request_of, whole_answer
from summarizer.records import Usage

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Ask = Callable[..., Answer]
GOOD = json.dumps({"items": [{"text": "twelve trains", "evidence": [1]}]})


def test_a_question_that_was_answered_is_not_asked_again(ask: Ask, service: Any, said: Any, memory: Any) -> None:
    service.script = [said(GOOD, usage=(100, 20, 60))]
    first, second = ask(), ask()
    assert len(service.asked) == 1
    assert second == first
    assert second.usage == Usage(input_tokens=100, output_tokens=20, cached_input_tokens=60)
    assert memory.said == ["recall", "sent", "keep", "recall"]


def test_another_question_is_asked(ask: Ask, service: Any, said: Any, memory: Any) -> None:
    service.script = [said(GOOD)]
    ask()
    ask("And what else?")
    ask(options={"temperature": 0.5})
    ask(options={"max_output_tokens": 900})
    ask(options={"reasoning_effort": "low"})
    ask(options={"reasoning_effort": "high"})
    assert len(service.asked) == len(memory.kept) == 6


def test_an_answer_and_the_one_to_its_re_ask_are_kept_apart(ask: Ask, service: Any, said: Any, memory: Any) -> None:
    service.script = [said("{}"), said(GOOD)]
    first = ask()
    assert (first.calls, len(memory.kept)) == (2, 2)
    assert ask() == first
    assert len(service.asked) == 2


def test_the_last_answer_may_be_missing_and_is_asked_for_alone(ask: Ask, service: Any, said: Any, memory: Any) -> None:
    service.script = [said("{}"), said(GOOD)]
    first = ask()
    memory.kept.popitem()
    assert ask() == first
    assert len(service.asked) == 3
    assert service.asked[2] == service.asked[1]


@pytest.mark.usefixtures("memory")
def test_what_is_recalled_does_not_depend_on_what_the_service_takes(
    ask: Ask, service: Any, said: Any, failed: Any
) -> None:
    """The answer came to a simpler request, after the service had refused a response format; a fresh model does not
    know of that."""
    service.script = [failed(400, "response_format is not supported"), said(GOOD)]
    first = ask()
    assert first.schema_mode == "plain"
    assert ask() == first
    assert len(service.asked) == 2


def test_an_answer_is_kept_though_nothing_can_be_made_of_it(ask: Ask, service: Any, said: Any, memory: Any) -> None:
    service.script = [said(None, refusal="no")]
    for _ in range(2):
        with pytest.raises(Refused):
            ask()
    assert len(service.asked) == 1
    service.script = [said("nothing of the kind")]
    with pytest.raises(MalformedAnswer) as fault:
        ask("Another?")
    with pytest.raises(MalformedAnswer) as again:
        ask("Another?")
    assert (fault.value.calls, fault.value.usage) == (again.value.calls, again.value.usage)
    assert len(service.asked) == 4
    assert len(memory.kept) == 4


def test_a_call_that_failed_has_landed(ask: Ask, service: Any, failed: Any, memory: Any) -> None:
    service.script = [failed(500)]
    with pytest.raises(Unavailable):
        ask(attempts=2)
    assert memory.said == ["recall", "sent", "landed", "sent", "landed"]
    assert memory.kept == {}


def test_a_call_that_is_given_up_stays_in_the_air(
    with_chat: Any, service: Any, said: Any, question: Any, memory: Any
) -> None:
    service.script = [replace(said(GOOD), delay=0.5)]

    async def leave(model: Any) -> None:
        asking = asyncio.ensure_future(model.answer(question()))
        await asyncio.to_thread(service.was_asked.wait, 5)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)

    with_chat(leave)
    assert memory.said == ["recall", "sent"]


def test_a_strange_content_is_recalled_as_it_came(ask: Ask, service: Any, said: Any, memory: Any) -> None:
    service.script = [said([{"type": "text", "text": GOOD}])]
    assert ask() == ask()
    assert len(service.asked) == 1
    assert json.loads(next(iter(memory.kept.values())).raw or "")["choices"][0]["message"]["content"][0]["text"] == GOOD


def test_what_the_cache_saved_is_kept(service: Any, said: Any, question: Any, memory: Any) -> None:
    """At the list price, what was paid and what was saved come to the price without a cache."""
    reply = said(GOOD, usage=(100_000, 20, 60_000))
    reply.body["model"] = "gpt-5-mini"
    service.script = [reply]

    async def ask() -> Answer:
        model = ChatModel("openai/gpt-5-mini", "gpt-5-mini", Endpoint(service.base_url, "none", "openai"))
        try:
            return await model.answer(question())
        finally:
            await model.close()

    answer = asyncio.run(ask())
    [kept] = memory.kept.values()
    assert kept.cost_usd == answer.cost_usd
    assert kept.saved_usd
    assert kept.cost_usd
    full = cost_of(Usage(input_tokens=100_000, output_tokens=20), "gpt-5-mini", "openai")
    assert kept.cost_usd + kept.saved_usd == pytest.approx(full)
    assert kept.saved_usd > kept.cost_usd


def test_without_a_ledger_each_question_is_asked(ask: Ask, service: Any, said: Any) -> None:
    service.script = [said(GOOD)]
    ask()
    ask()
    assert len(service.asked) == 2


# whole answers


def whole(question: Question, result: Answer | ModelError) -> tuple[list[int], Any]:
    asked: list[int] = []

    async def once() -> Answer:
        asked.append(1)
        if isinstance(result, ModelError):
            raise result
        return result

    async def twice() -> list[Any]:
        return [await whole_answer(("anthropic/x", None), question, once) for _ in range(2)]

    try:
        return asked, asyncio.run(twice())
    except ModelError as fault:
        return asked, fault


def test_a_whole_answer_is_kept_and_recalled(question: Any, memory: Any) -> None:
    answer = Answer({"items": []}, "x-1", "plain", 2, Usage(input_tokens=9), 0.25, '{"items":[]}')
    asked, answers = whole(question(), answer)
    assert (len(asked), answers) == (1, [answer, answer])
    assert memory.said == ["recall", "sent", "keep", "recall"]


def test_a_whole_answer_that_failed_is_paid_for_and_not_recalled(question: Any, memory: Any) -> None:
    fault = MalformedAnswer("none of 3")
    fault.calls, fault.usage, fault.cost_usd = 3, Usage(input_tokens=30), 0.5
    asked, raised = whole(question(), fault)
    assert (len(asked), raised) == (1, fault)
    [kept] = memory.kept.values()
    assert (kept.raw, kept.calls, kept.usage, kept.cost_usd) == (None, 3, Usage(input_tokens=30), 0.5)
    whole(question(), fault)
    assert memory.said == ["recall", "sent", "keep"] * 2


def test_a_whole_answer_that_never_came_has_landed(question: Any, memory: Any) -> None:
    whole(question(), Unavailable("down"))
    assert memory.said == ["recall", "sent", "landed"]


def test_a_request_is_known_by_settings_messages_and_schema(question: Any) -> None:
    same = request_of(("x", 1), question())
    assert request_of(("x", 1), question()) == same
    others = [
        request_of(("x", 2), question()),
        request_of(("x", 1), question("Why?")),
        request_of(("y", 1), question()),
    ]
    assert len({same, *others}) == 4
    assert len(same) == 32
