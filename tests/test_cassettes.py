from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

CASSETTES = Path(__file__).resolve().parent.parent / "cassettes"

texts = st.text(st.characters(exclude_categories=["Cs"]))
trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)


def cassette(asked: Any, answered: Any) -> dict[str, Any]:
    interaction = {
        "request": {"body": asked, "headers": {"accept": ["application/json"]}, "method": "POST", "uri": "https://x"},
        "response": {
            "body": {"string": answered},
            "headers": {"content-type": ["application/json"]},
            "status": {"code": 200, "message": "OK"},
        },
    }
    return {"interactions": [interaction], "version": 1}


def again(trees: Any, recorded: dict[str, Any]) -> tuple[Any, Any]:
    (interaction,) = trees.deserialize(trees.serialize(copy.deepcopy(recorded)))["interactions"]
    return interaction["request"]["body"], interaction["response"]["body"]["string"]


@given(tree=st.dictionaries(texts, trees, min_size=1, max_size=4))
def test_json_comes_back_with_every_character(cassette_trees: Any, tree: dict[str, Any]) -> None:
    asked, answered = again(cassette_trees, cassette(json.dumps(tree), json.dumps(tree, ensure_ascii=False)))
    assert json.loads(asked) == tree
    assert json.loads(answered) == tree


@given(text=texts)
def test_text_that_is_no_json_comes_back_with_every_character(cassette_trees: Any, text: str) -> None:
    body = f"<p>{text}"
    assert again(cassette_trees, cassette(body, body)) == (body, body)


@pytest.mark.parametrize(
    "content",
    [
        '{"a": "“é\u00a0\u200b\u2028\\n{{x}}"}',
        '{"a":1}',
        '{"a": 1} ',
        '{"$json": {"a": 1}}',
        '{"a": 1, "a": 2}',
        '{"a": 1.10}',
        "{not json",
        "line one  \n\n   line two\t\r\n",
        "\n\n",
        " x",
        "2025-01-10",
        "yes",
    ],
)
def test_the_answers_own_text_comes_back_to_the_letter(cassette_trees: Any, content: str) -> None:
    body = json.dumps({"choices": [{"message": {"content": content}}]})
    _, answered = again(cassette_trees, cassette(None, body))
    assert json.loads(answered)["choices"][0]["message"]["content"] == content


@pytest.mark.parametrize("body", [None, "", "null", '"text"', '{"lone": "\\ud800"}', "[1"])
def test_an_odd_body_comes_back_as_it_was(cassette_trees: Any, body: str | None) -> None:
    assert again(cassette_trees, cassette(body, body)) == (body, body)


def test_a_recording_can_be_read(cassette_trees: Any) -> None:
    body = json.dumps({"messages": [{"content": "first line\nsecond “line”"}]})
    written = cassette_trees.serialize(cassette(body, body))
    assert "      - content: |-\n            first line\n            second “line”\n" in written


@pytest.mark.parametrize("path", sorted(CASSETTES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_recording_holds_a_key_or_an_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"authorization|api-key|cookie|bearer|\bsk-[A-Za-z0-9]{8}", text, re.IGNORECASE)
    assert set(re.findall(r"^  +uri: (.*)$", text, re.MULTILINE)) <= {"https://model.invalid/v1/chat/completions"}
