"""The judge for meaning before a service that refuses, cuts its answer, breaks off, or answers beside the point."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import NotAuthorized
from summarizer.judging import Judge
from summarizer.models.chat import ChatModel
from summarizer.records import Result
from summarizer.verdicts import Verdict
from summarizer.verifier import verify

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

ARTICLE = Article.from_text("Vexholm Dairy sold its Tarn creamery. The price was 9 million kroner. Milk got dearer.")
EXTRACTION = {
    "abstract": [
        {"text": "Vexholm Dairy sold its Tarn creamery.", "evidence": [1]},
        {"text": "The price was 9 million kroner.", "evidence": [1, 2]},
    ]
}

Judged = Callable[[], Result]


@pytest.fixture
def judged(with_chat: Callable[..., Any]) -> Judged:
    """The extraction, verified and then judged by the service."""

    async def work(model: ChatModel) -> Result:
        return await Judge(model).result(verify(ARTICLE, EXTRACTION), ARTICLE)

    return lambda: with_chat(work, attempts=2)


def answer(*labels: str) -> str:
    numbered = enumerate(labels, start=101)
    return json.dumps(
        {"judgements": [{"statement": at, "difference": None, "sentence": None, "label": it} for at, it in numbered]}
    )


def verdicts(result: Result) -> list[Verdict | None]:
    return [record.verdict for _, record in result.records()]


UNTOUCHED = verdicts(verify(ARTICLE, EXTRACTION))


def test_the_service_is_held_to_the_schema_and_asked_once(service: Any, said: Any, judged: Judged) -> None:
    service.script = [said(answer("entailed", "contradicted"))]
    result = judged()
    [asked] = service.asked
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert asked["response_format"]["json_schema"]["name"] == "Judgements"
    assert verdicts(result) == [Verdict.VERIFIED, Verdict.ALTERED]
    assert result.provenance.usage.input_tokens == 100
    assert result.provenance.notes == []


@pytest.mark.parametrize(
    ("content", "settings", "words"),
    [
        (None, {"refusal": "I would rather not."}, "declined to answer: I would rather not."),
        ('{"judgements": [{"statement": 101, "dif', {"finish": "length"}, "output tokens"),
        (None, {"finish": "content_filter"}, "content filter"),
        ("", {}, "empty, twice"),
        ("I think that both are fine.", {}, "none of 3 answers satisfied the schema"),
    ],
    ids=["refusal", "cut", "filter", "empty", "prose"],
)
def test_an_answer_that_cannot_be_used_leaves_the_records_as_they_are(
    service: Any, said: Any, judged: Judged, content: Any, settings: dict[str, Any], words: str
) -> None:
    service.script = [said(content, **settings)]
    result = judged()
    assert verdicts(result) == UNTOUCHED
    [note] = result.provenance.notes
    assert note.startswith("the judge failed, 2 statements were not judged: ")
    assert words in note
    # What was answered is paid for, usable or not.
    assert result.provenance.usage.input_tokens == 100 * len(service.asked)


def test_a_service_that_is_down_leaves_the_records_as_they_are(service: Any, failed: Any, judged: Judged) -> None:
    service.script = [failed(503, "overloaded")]
    result = judged()
    assert len(service.asked) == 2
    assert verdicts(result) == UNTOUCHED
    assert "overloaded" in result.provenance.notes[0]
    assert result.provenance.usage.input_tokens == 0


def test_an_answer_without_labels_is_asked_for_again_with_the_fault(service: Any, said: Any, judged: Judged) -> None:
    service.script = [said('{"judgements": [{"statement": 101}]}'), said(answer("entailed", "not_stated"))]
    result = judged()
    assert "judgements.0.label" in json.dumps(service.asked[1]["messages"])
    assert verdicts(result) == [Verdict.VERIFIED, Verdict.UNSUPPORTED]
    assert result.provenance.judge is not None
    assert result.provenance.judge.calls == 2


def test_an_answer_on_one_statement_alone_is_followed_by_a_question_about_the_other(
    service: Any, said: Any, judged: Judged
) -> None:
    service.script = [said(answer("contradicted")), said(answer("entailed"))]
    result = judged()
    asked = service.asked[1]["messages"][-1]["content"]
    assert "9 million kroner" in asked
    assert '"text": "Vexholm Dairy sold' not in asked
    assert verdicts(result) == [Verdict.ALTERED, Verdict.VERIFIED]


def test_a_key_that_is_not_accepted_is_an_error(service: Any, failed: Any, judged: Judged) -> None:
    service.script = [failed(401, "bad key")]
    with pytest.raises(NotAuthorized):
        judged()
