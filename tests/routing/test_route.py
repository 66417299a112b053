"""Which model is asked when, whose records are kept, and what is said of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.errors import (
    ArticleError,
    ConfigurationError,
    ContentFiltered,
    EmptyAnswer,
    MalformedAnswer,
    ModelError,
    NoneAnswered,
    NotAuthorized,
    OutOfQuota,
    Refused,
    RequestRejected,
    ServiceDown,
    Truncated,
    Unavailable,
    VerificationFailed,
)
from summarizer.judging.wire import Judgements
from summarizer.models.base import Answer, Question
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Settings
from summarizer.records import Summary, Usage
from summarizer.routing import Route, Rules
from summarizer.verdicts import Verdict

TEXT = (
    "Orla Pharma Inc. said on Monday it will buy Dunmore Labs for $40 million. "
    'Chief Executive Mara Quist said: "We have looked for this for years." Analysts welcomed the purchase.'
)
RIGHT = {"text": "Orla Pharma will buy Dunmore Labs for $40 million.", "evidence": [1]}
WRONG = {"text": "Orla Pharma will buy Dunmore Labs for $90 million.", "evidence": [1]}
ALSO = {"text": "Analysts welcomed the purchase.", "evidence": [3]}
DEAL = {
    "kind": "acquisition",
    "status": "agreed",
    "parties": [{"name": "Orla Pharma Inc.", "role": "acquirer"}, {"name": "Dunmore Labs", "role": "target"}],
    "subject": "Dunmore Labs",
    "value": {"text": "$40 million"},
    "dates": [],
    "terms": [],
    "evidence": [1],
}
QUOTE = {
    "text": "We have looked for this for years.",
    "mode": "direct",
    "speaker": "Mara Quist",
    "affiliation": None,
    "role": "Chief Executive",
    "speaker_kind": "executive",
    "evidence": [2],
}


def said(*abstract: Any, deals: Sequence[Any] = (DEAL,), quotes: Sequence[Any] = (QUOTE,)) -> dict[str, Any]:
    """An answer whose headline is right, with these sentences of the abstract."""
    lists = {"parties": [], "deals": list(deals), "quotes": list(quotes), "claims": []}
    return {"headline": RIGHT, "abstract": list(abstract), **lists}


class Scripted:
    """A model that gives prepared answers in turn, the last of them again and again, each for half a dollar."""

    needs_prompt = True

    def __init__(self, name: str, *answers: Any) -> None:
        self.name = name
        self.answers = list(answers)
        self.tasks: list[str] = []
        self.closed = False

    async def answer(self, question: Question) -> Answer:
        self.tasks.append(question.task)
        await asyncio.sleep(0)
        if question.task == "repair":
            raise Unavailable(f"{self.name}: no repairs here")
        if question.task == "judge":
            return Answer(Judgements(judgements=[]).model_dump(), f"{self.name}-1")
        data = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(data, Exception):
            raise data
        return Answer(data, f"{self.name}-1", "strict", 1, Usage(input_tokens=100, output_tokens=10), 0.5)

    async def close(self) -> None:
        self.closed = True


def paid(fault: ModelError) -> ModelError:
    """`fault` with what its answer took."""
    fault.calls, fault.usage, fault.cost_usd = 1, Usage(input_tokens=7, output_tokens=3), 0.25
    return fault


def run(route: Route, text: str = TEXT) -> Summary:
    result = asyncio.run(route.run(Article.from_text(text)))
    assert isinstance(result, Summary)
    return result


def outcomes(summary: Summary) -> list[tuple[str, str, str]]:
    return [(one.model, one.role, one.outcome) for one in summary.provenance.attempts]


def test_a_model_that_does_well_is_the_only_one_that_is_asked() -> None:
    cheap, spare, better = Scripted("cheap", said(ALSO)), Scripted("spare"), Scripted("better")
    summary = run(Route(cheap, fallbacks=[spare], better=better))
    assert (summary.provenance.model, summary.provenance.attempts, summary.provenance.notes) == ("cheap-1", [], [])
    assert "attempts" not in json.loads(summary.model_dump_json())["provenance"]
    assert spare.tasks == better.tasks == []


@pytest.mark.parametrize(
    "kind", [Refused, ContentFiltered, EmptyAnswer, MalformedAnswer, Truncated, Unavailable, NotAuthorized]
)
def test_where_a_model_fails_the_next_is_asked_and_both_are_paid_for(kind: type[ModelError]) -> None:
    cheap = Scripted("cheap", paid(kind("cheap: it did not do")))
    summary = run(Route(cheap, fallbacks=[Scripted("spare", said(ALSO))]))
    assert outcomes(summary) == [("cheap", "model", "failed"), ("spare", "fallback", "kept")]
    provenance = summary.provenance
    assert provenance.model == "spare-1"
    assert (provenance.calls, provenance.cost_usd) == (2, 0.75)
    assert provenance.usage == Usage(input_tokens=107, output_tokens=13)
    assert provenance.notes == ["cheap: it did not do; spare was asked"]
    assert provenance.attempts[0].error == kind.__name__
    assert [(one.calls, one.cost_usd) for one in provenance.attempts] == [(1, 0.25), (1, 0.5)]


def test_the_cost_is_unknown_where_that_of_one_of_them_is() -> None:
    fault = paid(Refused("cheap: no"))
    fault.cost_usd = None
    summary = run(Route(Scripted("cheap", fault), fallbacks=[Scripted("spare", said(ALSO))]))
    assert summary.provenance.cost_usd is None


def test_a_failure_that_took_nothing_leaves_the_cost_known() -> None:
    summary = run(Route(Scripted("cheap", Unavailable("cheap: away")), fallbacks=[Scripted("spare", said(ALSO))]))
    assert (summary.provenance.calls, summary.provenance.cost_usd) == (1, 0.5)


def test_the_offline_rules_come_last_where_they_are_named() -> None:
    models = Scripted("cheap", Unavailable("away")), Scripted("spare", paid(Refused("no")))
    summary = run(Route(models[0], fallbacks=[models[1], OfflineModel()]))
    assert [one.outcome for one in summary.provenance.attempts] == ["failed", "failed", "kept"]
    assert summary.provenance.model == "offline"
    assert summary.provenance.cost_usd == 0.25
    assert summary.deals
    assert summary.provenance.notes == ["cheap: away; spare was asked", "spare: no; offline was asked"]


def test_too_many_faults_are_as_good_as_none() -> None:
    cheap, spare = Scripted("cheap", said(WRONG, WRONG, WRONG, WRONG)), Scripted("spare", said(ALSO))
    summary = run(Route(cheap, fallbacks=[spare]))
    assert outcomes(summary) == [("cheap", "model", "outdone"), ("spare", "fallback", "kept")]
    assert summary.provenance.notes == ["cheap: 4 of 7 records do not hold; spare was asked"]
    assert summary.provenance.cost_usd == 1.0
    assert [one.text for one in summary.abstract] == [ALSO["text"]]


@pytest.mark.parametrize(("above", "asked"), [(0.25, []), (0.24, ["extract"])])
def test_the_share_of_faults_is_the_users_choice(above: float, asked: list[str]) -> None:
    spare = Scripted("spare", said(ALSO))
    run(Route(Scripted("cheap", said(WRONG)), fallbacks=[spare], rules=Rules(fallback_above=above)))
    assert spare.tasks == asked


def test_where_the_fallback_does_worse_the_first_records_are_kept() -> None:
    spare = Scripted("spare", said(WRONG, WRONG, WRONG, WRONG, WRONG, WRONG))
    summary = run(Route(Scripted("cheap", said(WRONG, WRONG, WRONG, WRONG)), fallbacks=[spare]))
    assert outcomes(summary) == [("cheap", "model", "kept"), ("spare", "fallback", "outdone")]
    assert summary.provenance.notes[1] == (
        "spare: 6 of 9 records do not hold; the records of cheap are kept, which hold better"
    )


def test_where_the_fallback_fails_the_first_records_are_kept() -> None:
    spare = Scripted("spare", Refused("spare: no"))
    summary = run(Route(Scripted("cheap", said(WRONG, WRONG, WRONG, WRONG)), fallbacks=[spare]))
    assert outcomes(summary) == [("cheap", "model", "kept"), ("spare", "fallback", "failed")]
    assert "spare: no; the records of cheap are kept" in summary.provenance.notes


EMPTY: dict[str, Any] = {"headline": RIGHT, **{name: [] for name in list(said())[1:]}}


@pytest.mark.parametrize("empty", [EMPTY, EMPTY | {"headline": None}])
def test_an_answer_without_a_record_is_a_failure_where_there_is_something_to_say(empty: dict[str, Any]) -> None:
    cheap, spare, third = Scripted("cheap", empty), Scripted("spare", empty), Scripted("third", said(ALSO))
    summary = run(Route(cheap, fallbacks=[spare, third, OfflineModel()]))
    assert outcomes(summary) == [
        ("cheap", "model", "outdone"),
        ("spare", "fallback", "outdone"),
        ("third", "fallback", "kept"),
    ]
    why = "no deals and no quotes, where the offline rules find some"
    assert summary.provenance.notes == [f"cheap: {why}; spare was asked", f"spare: {why}; third was asked"]
    assert (summary.provenance.calls, summary.provenance.cost_usd) == (3, 1.5)
    assert len(summary.deals) == len(summary.quotes) == 1


def test_where_no_fallback_does_better_an_answer_without_a_record_stands() -> None:
    spare = Scripted("spare", Refused("spare: no"))
    summary = run(Route(Scripted("cheap", EMPTY), fallbacks=[spare]))
    assert outcomes(summary) == [("cheap", "model", "kept"), ("spare", "fallback", "failed")]
    assert "spare: no; the records of cheap are kept" in summary.provenance.notes
    assert "has no record, though the offline rules find 1 deal" in summary.provenance.notes[-1]


def test_what_a_fallback_misses_too_is_no_reason_to_keep_it() -> None:
    cheap, spare = Scripted("cheap", EMPTY), Scripted("spare", EMPTY | {"abstract": [WRONG]})
    assert run(Route(cheap, fallbacks=[spare])).provenance.model == "cheap-1"


def test_an_answer_without_a_record_stands_where_there_is_nothing_to_say() -> None:
    quiet = EMPTY | {"headline": {"text": "It rained.", "evidence": [1]}}
    spare = Scripted("spare", quiet)
    run(Route(Scripted("cheap", quiet), fallbacks=[spare]), "It rained. The roads were wet.")
    assert spare.tasks == []


@pytest.mark.parametrize("answer", [said(deals=[]), said(quotes=[]), EMPTY | {"abstract": [ALSO]}])
def test_an_answer_with_any_record_is_no_failure_for_what_it_leaves_out(answer: dict[str, Any]) -> None:
    spare = Scripted("spare", said(ALSO))
    run(Route(Scripted("cheap", answer), fallbacks=[spare]))
    assert spare.tasks == []


def test_records_that_the_repair_takes_back_leave_none() -> None:
    class Repairing(Scripted):
        async def answer(self, question: Question) -> Answer:
            if question.task == "repair":
                return Answer({"abstract": [{"record": 0, "replacement": None}]}, self.name, "strict", 1, Usage(), 0.5)
            return await super().answer(question)

    cheap = Repairing("cheap", EMPTY | {"abstract": [WRONG]})
    summary = run(Route(cheap, fallbacks=[Scripted("spare", said(ALSO))]))
    assert outcomes(summary) == [("cheap", "model", "outdone"), ("spare", "fallback", "kept")]


def test_the_error_names_each_where_all_fail() -> None:
    route = Route(
        Scripted("cheap", paid(Refused("cheap: the model declined"))),
        fallbacks=[Scripted("spare", paid(Truncated("the limit"))), Scripted("third", Unavailable("third: away"))],
    )
    with pytest.raises(NoneAnswered) as raised:
        run(route)
    assert str(raised.value) == (
        "no model gave a usable answer: cheap: the model declined; spare: the limit; third: away"
    )
    assert (raised.value.calls, raised.value.cost_usd) == (2, 0.5)
    assert raised.value.usage == Usage(input_tokens=14, output_tokens=6)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (ServiceDown, NotAuthorized, ServiceDown),
        (NotAuthorized, OutOfQuota, OutOfQuota),
        (ServiceDown, Refused, NoneAnswered),
        (Refused, NotAuthorized, NoneAnswered),
    ],
)
def test_a_run_ends_where_no_model_can_be_asked_any_more(
    first: type[ModelError], second: type[ModelError], kind: type[ModelError]
) -> None:
    route = Route(Scripted("cheap", first("one")), fallbacks=[Scripted("spare", second("two"))])
    with pytest.raises(ArticleError) as raised:
        run(route)
    assert type(raised.value) is kind


def test_a_model_that_the_service_does_not_know_is_warned_of_once(caplog: pytest.LogCaptureFixture) -> None:
    unknown = RequestRejected("cheap: the service answered 404; check the model's name")
    unknown.not_found = True
    route = Route(Scripted("cheap", unknown), fallbacks=[Scripted("spare", said(ALSO))])
    for _ in range(2):
        assert run(route).provenance.model == "spare-1"
    assert caplog.messages == ["cheap: the service answered 404; check the model's name; the next model is asked"]


def test_what_is_said_of_records_that_are_not_kept_is_not_said(caplog: pytest.LogCaptureFixture) -> None:
    class Fading(Scripted):
        async def answer(self, question: Question) -> Answer:
            if question.task == "repair":
                raise Unavailable(f"{self.name}: away")
            return await super().answer(question)

    def warned(spare: Scripted) -> list[str]:
        caplog.clear()
        run(Route(Fading("cheap", said(WRONG, WRONG, WRONG, WRONG)), fallbacks=[spare]))
        return [message.partition(": ")[2] for message in caplog.messages]

    assert warned(Scripted("spare", said(ALSO))) == []
    assert warned(Scripted("spare", Refused("spare: no"))) == [
        "the repair failed, the records stay as they are: cheap: away"
    ]


def test_a_fault_of_configuration_is_no_reason_to_ask_another() -> None:
    spare = Scripted("spare", said(ALSO))
    with pytest.raises(ConfigurationError):
        run(Route(Scripted("cheap", ConfigurationError("no such model")), fallbacks=[spare]))
    assert spare.tasks == []


def test_an_outage_at_the_repair_leaves_the_records_as_they_are() -> None:
    class Fading(Scripted):
        async def answer(self, question: Question) -> Answer:
            if question.task == "repair":
                raise ServiceDown("cheap: down")
            return await super().answer(question)

    summary = run(Route(Fading("cheap", said(WRONG)), fallbacks=[Scripted("spare", said(ALSO))]))
    assert summary.provenance.model == "cheap-1"
    assert summary.provenance.notes == ["repair failed: cheap: down"]


def test_an_article_whose_records_hold_is_not_escalated() -> None:
    better = Scripted("better", said(ALSO))
    run(Route(Scripted("cheap", said(ALSO)), better=better))
    assert better.tasks == []


def test_an_article_whose_records_do_not_hold_is_escalated_and_the_better_ones_are_kept() -> None:
    summary = run(Route(Scripted("cheap", said(WRONG)), better=Scripted("better", said(ALSO))))
    assert outcomes(summary) == [("cheap", "model", "outdone"), ("better", "escalation", "kept")]
    assert summary.provenance.model == "better-1"
    assert summary.provenance.cost_usd == 1.0
    assert summary.provenance.notes == ["cheap: 1 of 4 records do not hold; better was asked"]


@pytest.mark.parametrize(("above", "asked"), [(0.25, False), (0.2, True)])
def test_from_which_share_on_is_the_users_choice(above: float, asked: bool) -> None:
    better = Scripted("better", said(ALSO))
    run(Route(Scripted("cheap", said(WRONG)), better=better, rules=Rules(escalate_above=above)))
    assert bool(better.tasks) is asked


@pytest.mark.parametrize(
    ("answer", "missed"),
    [(said(ALSO, deals=[]), "no deals"), (said(ALSO, deals=[], quotes=[]), "no deals and no quotes")],
)
def test_an_article_in_which_the_rules_find_what_the_model_did_not_is_escalated(
    answer: dict[str, Any], missed: str
) -> None:
    better = Scripted("better", said(deals=[DEAL], quotes=[QUOTE]))
    summary = run(Route(Scripted("cheap", answer), better=better))
    assert summary.provenance.model == "better-1"
    assert summary.provenance.notes == [f"cheap: {missed}, where the offline rules find some; better was asked"]


def test_what_was_missed_counts_more_than_further_records() -> None:
    cheap = Scripted("cheap", said(ALSO, ALSO, ALSO, ALSO, deals=[]))
    summary = run(Route(cheap, better=Scripted("better", said())))
    assert summary.provenance.model == "better-1"


def test_where_there_is_nothing_to_find_nothing_is_missed() -> None:
    empty = {"headline": {"text": "It rained.", "evidence": [1]}, **{name: [] for name in list(said())[1:]}}
    better = Scripted("better", empty)
    run(Route(Scripted("cheap", empty), better=better), "It rained. The roads were wet.")
    assert better.tasks == []


def test_the_better_records_are_kept_though_the_cheap_model_wrote_them() -> None:
    summary = run(Route(Scripted("cheap", said(WRONG, ALSO)), better=Scripted("better", said(WRONG, WRONG))))
    assert outcomes(summary) == [("cheap", "model", "kept"), ("better", "escalation", "outdone")]
    assert summary.provenance.cost_usd == 1.0


def test_a_better_model_that_fails_leaves_the_records_that_there_are() -> None:
    summary = run(Route(Scripted("cheap", said(WRONG)), better=Scripted("better", ServiceDown("better: down"))))
    assert outcomes(summary) == [("cheap", "model", "kept"), ("better", "escalation", "failed")]
    assert summary.provenance.notes[1:2] == ["better: down; the records of cheap are kept"]


def test_an_article_that_the_cheap_model_refuses_goes_to_the_better_one() -> None:
    summary = run(Route(Scripted("cheap", Refused("cheap: no")), better=Scripted("better", said(ALSO))))
    assert summary.provenance.model == "better-1"


def test_an_outage_of_the_cheap_model_does_not_send_all_articles_to_the_better_one() -> None:
    better = Scripted("better", said(ALSO))
    with pytest.raises(NotAuthorized):
        run(Route(Scripted("cheap", NotAuthorized("cheap: the key")), better=better))
    assert better.tasks == []


def test_a_fallback_may_be_escalated_too() -> None:
    cheap, spare = Scripted("cheap", Unavailable("cheap: away")), Scripted("spare", said(WRONG))
    summary = run(Route(cheap, fallbacks=[spare], better=Scripted("better", said(ALSO))))
    assert [one.outcome for one in summary.provenance.attempts] == ["failed", "outdone", "kept"]


def test_the_rules_may_come_first_and_cost_nothing() -> None:
    better = Scripted("better", said(ALSO))
    summary = run(Route(OfflineModel(), better=better))
    assert (better.tasks, summary.provenance.cost_usd) == ([], None)


def test_the_policy_is_applied_to_what_is_kept() -> None:
    route = Route(Scripted("cheap", said(WRONG)), Settings(policy="fail"), better=Scripted("better", said(ALSO)))
    assert run(route).headline is not None
    faulty = Route(Scripted("cheap", said(WRONG)), Settings(policy="fail"), better=Scripted("better", said(WRONG)))
    with pytest.raises(VerificationFailed):
        run(faulty)
    dropping = Route(Scripted("cheap", said(WRONG)), Settings(policy="drop"), better=Scripted("better", said(WRONG)))
    assert [drop.section for drop in run(dropping).dropped] == ["abstract"]


def test_the_judge_is_asked_once_about_what_is_kept() -> None:
    judge = Scripted("judge")
    run(Route(Scripted("cheap", said(WRONG)), judge=judge, better=Scripted("better", said(ALSO))))
    assert set(judge.tasks) == {"judge"}


def test_another_model_judges_where_the_one_that_should_is_out() -> None:
    class Dead(Scripted):
        async def answer(self, _: Question) -> Answer:
            raise NotAuthorized("cheap: the key")

    cheap, spare = Dead("cheap"), Scripted("spare", said(ALSO))
    summary = run(Route(cheap, judge=cheap, fallbacks=[spare]))
    assert summary.provenance.judge is not None
    assert summary.provenance.judge.model == "spare-1"


class Gaping(Scripted):
    """Refuses the section of a long article that tells of a closure."""

    async def answer(self, question: Question) -> Answer:
        if question.task != "extract":
            raise Unavailable("no")
        if "Dunmore Labs has closed" in question.messages[-1].content:
            raise Refused("cheap: no")
        return await super().answer(question)


def long_article(opening: str = "") -> Article:
    text = " ".join(f"Orla Pharma opened office {at} in a town by the sea last year." for at in range(60))
    return Article.from_text(f"{opening} {text} Dunmore Labs has closed.".strip())


def test_what_is_from_more_of_a_long_article_is_kept() -> None:
    empty = said(deals=[], quotes=[])
    settings = Settings(section_tokens=300, repairs=0)
    models = Gaping("cheap", empty), Scripted("spare", empty)
    result = asyncio.run(Route(models[0], settings, fallbacks=[models[1]]).run(long_article()))
    assert [one.outcome for one in result.provenance.attempts] == ["outdone", "kept"]
    assert "not read; spare was asked" in result.provenance.notes[0]
    assert result.provenance.unread == []


def test_a_part_that_a_model_read_well_is_kept_though_another_read_all_and_found_little() -> None:
    claims = [
        {"statement": f"Orla Pharma opened office {at} in a town by the sea last year.", "claimant": None,
         "kind": "fact", "certainty": "asserted", "figures": [], "evidence": [at + 4]}
        for at in range(30)
    ]  # fmt: skip
    much, little = {**said(ALSO), "claims": claims}, said(ALSO, quotes=[])
    settings = Settings(section_tokens=300, repairs=0)
    models = Gaping("cheap", much), Scripted("spare", little)
    result = asyncio.run(Route(models[0], settings, fallbacks=[models[1]]).run(long_article(TEXT)))
    assert [one.outcome for one in result.provenance.attempts] == ["kept", "outdone"]
    assert result.provenance.unread
    assert "the records of cheap are kept" in result.provenance.notes[1]
    assert "not read" in result.provenance.notes[1]


def make_offline_and_after() -> Route:
    return Route(Scripted("cheap"), fallbacks=[OfflineModel(), Scripted("spare")])


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Route(Scripted("a"), fallbacks=[Scripted("a")]), "a is asked twice"),
        (lambda: Route(Scripted("a"), fallbacks=[Scripted("b")], better=Scripted("b")), "b is asked twice"),
        (lambda: Route(OfflineModel(), fallbacks=[OfflineModel()]), "no other model is named or configured"),
        (make_offline_and_after, "name them as the last fallback"),
        (lambda: Route(OfflineModel(), fallbacks=[Scripted("a")]), "name them as the last fallback"),
        (lambda: Route(Scripted("a"), better=OfflineModel()), "no better model"),
        (lambda: Rules(escalate_above=1.5), "from 0 to 1"),
        (lambda: Rules(fallback_above=float("nan")), "from 0 to 1"),
    ],
)
def test_a_route_that_makes_no_sense_is_refused(make: Callable[[], Any], words: str) -> None:
    with pytest.raises(ConfigurationError, match=words):
        make()


def test_all_models_are_closed() -> None:
    models = [Scripted(name, said(ALSO)) for name in ("cheap", "spare", "better", "judge")]
    route = Route(models[0], judge=models[3], fallbacks=[models[1]], better=models[2])
    asyncio.run(route.close())
    assert all(model.closed for model in models)


def test_the_verdicts_are_those_of_the_records_that_are_kept() -> None:
    summary = run(Route(Scripted("cheap", said(WRONG)), better=Scripted("better", said(ALSO))))
    assert {record.verdict for _, record in summary.records()} <= {Verdict.VERIFIED, Verdict.INFERRED}
    assert summary.verification.altered == 0
