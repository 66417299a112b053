"""What is kept of an answer that was cut: whole records and nothing else, at whatever character it ends."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import Truncated
from summarizer.models.base import Question
from summarizer.models.cut_answers import whole_part
from summarizer.models.salvaging import salvaged
from summarizer.schema import NEWS
from tests.models.test_regrouping import DEAL

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

ANSWER: dict[str, Any] = {
    "headline": "Quillon buys Tarn [1]",
    "abstract": ["Quillon buys {Tarn} [1]", 'It said "soon" [2]'],
    "organizations": [
        {"name": "Quillon Dairies", "kind": "company", "description": None, "said": ["soon [2]", "ok [3]"]}
    ],
    "people": [],
    "deals": [{**DEAL, "terms": [{"name": "stake", "text": "all"}, {"name": "payment", "text": "cash"}]}],
    "claims": [{"claimant": "Ada Quill", "kind": "fact", "claims": ["Milk is dear [3]", "Cream is dear [4]"]}],
}


def test_wherever_an_answer_ends_what_is_kept_stands_in_the_whole_one() -> None:
    text = json.dumps(ANSWER)
    question = Question("extract", Article.from_text("Quillon Dairies bought Tarn."), NEWS, NEWS.wire)
    most = 0
    for end in range(len(text)):
        part = whole_part(text[:end], NEWS.wire)
        read = None if part is None else salvaged([part], question)
        if read is None:
            continue
        data = read.parsed.model_dump(mode="json")
        assert data["headline"] == ANSWER["headline"]
        assert data["abstract"] == ANSWER["abstract"][: len(data["abstract"])]
        assert data["deals"] in ([], ANSWER["deals"])
        for name, inner in (("organizations", "said"), ("claims", "claims")):
            for one, whole in zip(data[name], ANSWER[name], strict=False):
                assert {**one, inner: whole[inner]} == whole
                assert one[inner] == whole[inner][: len(one[inner])]
        most = max(most, len(data["claims"]) and len(data["claims"][0]["claims"]))
    assert most == 2


def test_a_group_that_had_yet_to_say_whose_it_is_is_left_out() -> None:
    text = '{"headline": null, "abstract": ["A b [1]"], "claims": [{"kind": "fact", "claims": ["C d [2]", "E'
    part = whole_part(text, NEWS.wire)
    assert part is not None
    assert json.loads(part) == {"headline": None, "abstract": ["A b [1]"]}


@pytest.mark.parametrize("text", ["", "no JSON", '{"', '{"headline": "Quil', "}]{[" * 99])
def test_where_nothing_is_whole_there_is_nothing(text: str) -> None:
    assert whole_part(text, NEWS.wire) is None


def test_the_error_of_a_cut_answer_has_what_was_whole(service: Any, said: Any, ask: Any) -> None:
    service.script = [said('{"items": [{"text": "x", "evidence": [1]}, {"text": "y", "evid', finish="length")]
    with pytest.raises(Truncated) as fault:
        ask()
    assert fault.value.kept.data == {"items": [{"text": "x", "evidence": [1]}]}
    assert fault.value.kept.calls == fault.value.calls == len(service.asked) == 1
