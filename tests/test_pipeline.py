from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import ConfigurationError, MalformedAnswer, Unavailable, VerificationFailed
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline, Policy, Settings
from summarizer.records import Summary, Usage
from summarizer.verdicts import Verdict

TEXT = "Orla Pharma Inc. said it will buy Dunmore Labs for $40 million. Analysts welcomed the purchase."
RIGHT = {"text": "Orla Pharma will buy Dunmore Labs for $40 million.", "evidence": [1]}
WRONG = {"text": "Orla Pharma will buy Dunmore Labs for $90 million.", "evidence": [1]}
WELCOMED = {"text": "Analysts welcomed the purchase.", "evidence": [2]}
INVENTED = {"text": "Kestrel Foods opened 77 shops in Lima.", "evidence": [2]}


def answer(headline: dict[str, Any], abstract: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"headline": headline, "abstract": abstract or [], "parties": [], "deals": [], "quotes": [], "claims": []}


class Scripted:
    """A model that gives prepared answers in turn and remembers what it was asked."""

    name = "test/scripted"
    needs_prompt = True

    def __init__(self, *answers: Mapping[str, Any] | Exception | Callable[[Question], Mapping[str, Any]]) -> None:
        self.answers = list(answers)
        self.asked: list[Question] = []

    async def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        data = self.answers.pop(0)
        if isinstance(data, Exception):
            raise data
        usage = Usage(input_tokens=100, output_tokens=10, cached_input_tokens=5)
        data = data(question) if callable(data) else data
        return Answer(data, "test/scripted-1", "strict", 1, usage, 0.5)

    async def close(self) -> None:
        pass


def run(model: Scripted, policy: Policy = "flag", repairs: int = 1, judge: Scripted | None = None) -> Summary:
    pipeline = Pipeline(model, Settings(policy=policy, repairs=repairs), judge)
    result = asyncio.run(pipeline.run(Article.from_text(TEXT)))
    assert isinstance(result, Summary)
    return result


def replace(section: str, record: int, new: Mapping[str, Any] | None) -> dict[str, Any]:
    return {section: [{"record": record, "replacement": new}]}


def test_a_right_answer_is_verified_and_nothing_is_sent_back() -> None:
    model = Scripted(answer(RIGHT))
    summary = run(model)
    assert summary.headline is not None
    assert summary.headline.verdict is Verdict.VERIFIED
    assert [question.task for question in model.asked] == ["extract"]


def test_only_the_faulty_records_are_sent_back() -> None:
    model = Scripted(answer(RIGHT, [WELCOMED, WRONG]), replace("abstract", 1, RIGHT))
    summary = run(model)
    repair = model.asked[1]
    assert repair.task == "repair"
    assert list(repair.wire.model_fields) == ["abstract"]
    assert "$90 million" in repair.messages[-1].content
    assert [sentence.text for sentence in summary.abstract] == [WELCOMED["text"], RIGHT["text"]]
    assert summary.provenance.repaired == 1
    assert summary.verification.altered == 0


def test_a_record_that_is_mended_to_what_another_says_is_dropped() -> None:
    twice = {"abstract": [{"record": 1, "replacement": RIGHT}, {"record": 2, "replacement": WELCOMED}]}
    summary = run(Scripted(answer(RIGHT, [RIGHT, WRONG, INVENTED]), twice))
    assert [sentence.text for sentence in summary.abstract] == [RIGHT["text"], WELCOMED["text"]]
    assert [drop.record["text"] for drop in summary.dropped] == [WRONG["text"]]


def test_the_account_adds_up_over_the_calls() -> None:
    provenance = run(Scripted(answer(WRONG), replace("headline", 0, RIGHT))).provenance
    assert (provenance.calls, provenance.cost_usd) == (2, 1.0)
    assert provenance.usage == Usage(input_tokens=200, output_tokens=20, cached_input_tokens=10)
    assert provenance.model == "test/scripted-1"
    assert provenance.prompt is not None
    assert provenance.prompt.startswith("extract@")


def test_a_replacement_that_holds_no_better_is_not_taken() -> None:
    summary = run(Scripted(answer(WRONG), replace("headline", 0, INVENTED)))
    assert summary.headline is not None
    assert summary.headline.text == WRONG["text"]
    assert summary.provenance.repaired == 0


def test_a_record_that_the_model_takes_back_is_shown_as_dropped() -> None:
    summary = run(Scripted(answer(RIGHT, [WRONG, RIGHT]), replace("abstract", 0, None)))
    assert [sentence.text for sentence in summary.abstract] == [RIGHT["text"]]
    assert [(drop.section, drop.record["text"]) for drop in summary.dropped] == [("abstract", WRONG["text"])]
    assert summary.verification.dropped == 1


def test_a_replacement_for_a_record_that_was_not_asked_about_is_ignored() -> None:
    summary = run(Scripted(answer(RIGHT, [RIGHT, WRONG]), replace("abstract", 0, INVENTED)))
    assert [sentence.text for sentence in summary.abstract] == [RIGHT["text"], WRONG["text"]]


def test_a_repair_that_fails_loses_nothing_and_is_said() -> None:
    summary = run(Scripted(answer(WRONG, [WELCOMED]), Unavailable("the service did not answer")))
    assert summary.headline is not None
    assert summary.headline.verdict is Verdict.ALTERED
    assert summary.provenance.notes == ["repair failed: the service did not answer"]


def test_the_answers_of_a_repair_that_failed_are_counted() -> None:
    error = MalformedAnswer("none of 3 answers satisfied the schema")
    error.calls, error.usage, error.cost_usd = 3, Usage(input_tokens=300, output_tokens=30), 1.5
    provenance = run(Scripted(answer(WRONG), error)).provenance
    assert (provenance.calls, provenance.cost_usd) == (4, 2.0)
    assert provenance.usage == Usage(input_tokens=400, output_tokens=40, cached_input_tokens=5)


def test_a_repair_that_failed_without_an_answer_leaves_the_cost_known() -> None:
    provenance = run(Scripted(answer(WRONG), Unavailable("the service did not answer"))).provenance
    assert (provenance.calls, provenance.cost_usd) == (1, 0.5)


def test_repairs_stop_at_the_number_that_was_set() -> None:
    model = Scripted(answer(WRONG), replace("headline", 0, WRONG), replace("headline", 0, WRONG), answer(RIGHT))
    run(model, repairs=2)
    assert [question.task for question in model.asked] == ["extract", "repair", "repair"]


def test_no_repairs_means_one_call() -> None:
    model = Scripted(answer(WRONG))
    run(model, repairs=0)
    assert len(model.asked) == 1


def test_the_policy_drop_takes_faulty_records_out_and_counts_them() -> None:
    summary = run(Scripted(answer(RIGHT, [WRONG, RIGHT])), policy="drop", repairs=0)
    assert len(summary.abstract) == 1
    assert (summary.verification.records, summary.verification.altered, summary.verification.dropped) == (3, 1, 1)


def test_the_policy_drop_may_leave_no_headline() -> None:
    assert run(Scripted(answer(WRONG)), policy="drop", repairs=0).headline is None


def test_the_policy_fail_says_which_record_does_not_hold() -> None:
    with pytest.raises(VerificationFailed, match=r"headline\[0\].*90 million"):
        run(Scripted(answer(WRONG)), policy="fail", repairs=0)


def test_an_answer_that_is_not_of_the_schema_is_malformed() -> None:
    with pytest.raises(MalformedAnswer, match=r"headline\[0\]"):
        run(Scripted(answer({"headline": "x"})))


@pytest.mark.parametrize("settings", [{"policy": "ignore"}, {"repairs": -1}])
def test_settings_that_cannot_be_are_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        Settings(**settings)


def test_prompts_of_a_folder_are_the_ones_that_are_sent(tmp_path: Path) -> None:
    builtin = Path(__file__).parent.parent / "prompts" / "extract.md"
    (tmp_path / "extract.md").write_text(builtin.read_text("utf-8") + "\nMind the decimals.\n", "utf-8")
    model = Scripted(answer(RIGHT))
    result = asyncio.run(Pipeline(model, Settings(prompts=tmp_path)).run(Article.from_text(TEXT)))
    assert any("Mind the decimals." in message.content for message in model.asked[0].messages)
    assert result.provenance.prompt != run(Scripted(answer(RIGHT))).provenance.prompt


def judged(*labels: str) -> dict[str, Any]:
    numbered = enumerate(labels, start=101)
    return {"judgements": [{"statement": at, "difference": "", "sentence": 1, "label": it} for at, it in numbered]}


def test_without_a_judge_nobody_is_asked_for_the_meaning() -> None:
    model = Scripted(answer(RIGHT))
    assert run(model).provenance.judge is None
    assert len(model.asked) == 1


def test_the_judge_comes_after_the_repair_and_its_verdict_is_not_repaired() -> None:
    model = Scripted(answer(WRONG, [RIGHT]), replace("headline", 0, RIGHT), judged("contradicted"))
    summary = run(model, repairs=3, judge=model)
    assert [question.task for question in model.asked] == ["extract", "repair", "judge"]
    assert summary.headline is not None
    assert [summary.headline.verdict, summary.abstract[0].verdict] == [Verdict.ALTERED, Verdict.ALTERED]
    assert summary.provenance.repaired == 1


def test_the_judge_may_be_another_model_and_its_cost_is_in_the_sum() -> None:
    model, judge = Scripted(answer(RIGHT)), Scripted(judged("entailed"))
    provenance = run(model, judge=judge).provenance
    assert (len(model.asked), len(judge.asked)) == (1, 1)
    assert (provenance.calls, provenance.cost_usd) == (2, 1.0)
    assert provenance.usage == Usage(input_tokens=200, output_tokens=20, cached_input_tokens=10)
    assert provenance.prompt is not None
    assert provenance.prompt.startswith("extract@")
    assert provenance.judge is not None
    assert provenance.judge.prompt.startswith("judge@")


def test_what_is_judged_down_meets_the_policy() -> None:
    other = {"text": "Orla Pharma will buy Dunmore Labs.", "evidence": [1]}
    model = Scripted(answer(RIGHT, [other]), judged("entailed", "not_stated"))
    summary = run(model, policy="drop", judge=model)
    assert summary.abstract == []
    assert [(drop.section, drop.record["verdict"]) for drop in summary.dropped] == [("abstract", "unsupported")]
    assert (summary.verification.unsupported, summary.verification.dropped) == (1, 1)
    model = Scripted(answer(RIGHT), judged("contradicted"))
    with pytest.raises(VerificationFailed, match="The judge reads the cited sentences otherwise"):
        run(model, policy="fail", judge=model)


def test_a_judge_that_fails_costs_no_record() -> None:
    told = {**answer(RIGHT), "headline": None, "abstract": [RIGHT]}
    summary = run(Scripted(told), judge=Scripted(Unavailable("not reached")))
    assert summary.faulty() == []
    assert summary.provenance.notes == ["the judge failed, 1 statement was not judged: not reached"]
