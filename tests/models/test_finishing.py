"""What is made of an answer, whoever brought it."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def test_what_a_terminal_obeys_is_taken_out_of_an_answers_texts(ask: Any, service: Any, said: Any) -> None:
    texts = ["Ilse\x00 Corran", "\x1b[2JOstrava Rail", "pays \u202e000,1$\u202c\x9b31m", "two\x1flines\nand\ta tab"]
    records = [{"text": text, "evidence": [1]} for text in texts]
    service.script = [said(json.dumps({"items": records}, ensure_ascii=False))]
    answer = ask()
    shown = ["Ilse Corran", "[2JOstrava Rail", "pays 000,1$31m", "two lines\nand\ta tab"]
    assert [record["text"] for record in answer.data["items"]] == shown
    assert answer.notes == ("the model's answer was mended: control characters in 4 texts",)


def test_what_scripts_need_and_what_shows_as_nothing_stays(ask: Any, service: Any, said: Any) -> None:
    texts = ["می\u200cخواهم", "nostal\xadgia", "caf\u00e9 \u2013 \u201cyes\u201d"]
    records = [{"text": text, "evidence": [1]} for text in texts]
    service.script = [said(json.dumps({"items": records}))]
    answer = ask()
    assert (answer.data, answer.notes) == ({"items": records}, ())


def test_records_that_differ_in_control_characters_alone_are_one(ask: Any, service: Any, said: Any) -> None:
    records = [{"text": text, "evidence": [1]} for text in ("Ostrava Rail", "Ostrava\x07 Rail")]
    service.script = [said(json.dumps({"items": records}))]
    assert [record["text"] for record in ask().data["items"]] == ["Ostrava Rail"]
