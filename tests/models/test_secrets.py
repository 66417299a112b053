"""A key that a service echoes does not get into what is kept."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import quote

import pytest

from summarizer.models.secrets import answer_scrubber, forms_of

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

KEY = "sk-local-0123456789"
"""That of the service of these tests."""
ODD = 'Ab+/9"zz?77-plain'


@pytest.mark.parametrize("form", [ODD, quote(ODD, safe=""), base64.b64encode(ODD.encode()).decode(), json.dumps(ODD)])
def test_a_key_is_taken_out_in_each_of_its_forms(form: str) -> None:
    said = {"model": f"m-{form}", "choices": [{"text": f"my key is {form}."}], form: 3}
    left = json.dumps(answer_scrubber(ODD)(said))
    assert left.count("***") == 3
    assert not any(one in left for one in forms_of(ODD))


@pytest.mark.parametrize("key", ["", None, "ollama", "unneeded"])
def test_a_plain_word_given_for_a_key_leaves_answers_as_they_are(key: str | None) -> None:
    said = {"text": "ollama was unneeded"}
    assert answer_scrubber(key)(said) is said


def test_an_answer_without_the_key_is_the_same_object() -> None:
    said = {"text": "Ostrava Rail", "numbers": [1, None, {"a": "b"}]}
    assert answer_scrubber(KEY)(said) is said


def test_an_echoed_key_is_in_no_part_of_an_answer(service: Any, reply: Any, ask: Any) -> None:
    content = json.dumps({"items": [{"text": f"the key {KEY}", "evidence": [1]}]})
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
    service.script = [reply({"id": KEY, "model": f"m-{KEY}", "choices": [choice]})]
    answer = ask()
    assert (answer.model, answer.data["items"][0]["text"]) == ("m-***", "the key ***")
    assert KEY not in str(answer)
