from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summarizer import Article, ConfigurationError, ReadError, Summarizer, Summary, judge, summarize, verify
from summarizer.api import open_article, open_judge
from summarizer.models.base import Answer, Question
from summarizer.models.chat import ChatModel
from summarizer.models.offline import OfflineModel

TEXT = (
    'Orla Pharma Inc. said it will buy Dunmore Labs for $40 million. "It is a fine fit," said Vera Orla, who runs it.'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("$40", "$50"), "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    return tmp_path


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_read(folder: Path, kind: type) -> None:
    assert open_article(kind(folder / "a.txt")).text == TEXT


def test_a_text_is_taken_as_it_is() -> None:
    assert open_article(TEXT).text == TEXT


def test_a_path_that_does_not_exist_is_no_text_of_one_word(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="nowhere"):
        open_article(str(tmp_path / "nowhere.txt"))


def test_a_very_long_text_of_one_line_is_a_text() -> None:
    assert open_article("word " * 5000).text.startswith("word")


def test_the_date_that_is_given_goes_before_the_articles_own() -> None:
    article = Article.from_text("LEEDS, March 3, 2026 (Wire) - Orla grew.")
    assert article.published == date(2026, 3, 3)
    given = open_article(article, date(2026, 4, 1))
    assert (given.published, given.published_from) == (date(2026, 4, 1), "flag")


def test_one_call_summarizes_a_text() -> None:
    summary = summarize(TEXT, model="offline", published=date(2026, 4, 1))
    assert isinstance(summary, Summary)
    assert summary.source.published == date(2026, 4, 1)
    assert "Vera Orla" in {quote.speaker for quote in summary.quotes}


def test_it_works_inside_a_running_event_loop() -> None:
    async def notebook() -> Any:
        return summarize(TEXT, model="offline")

    assert asyncio.run(notebook()).verification.records > 0


def test_a_folder_gives_the_results_that_could_be_had(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def paths() -> set[str | None]:
        async with Summarizer(model="offline") as summarizer:
            assert summarizer.model_name == "offline"
            return {result.source.path async for result in summarizer.batch(folder)}

    assert {Path(path).name for path in asyncio.run(paths()) if path} == {"a.txt", "b.txt"}
    assert "empty.txt" in caplog.text


def files_of(out: Path) -> set[str]:
    return {path.name for path in out.iterdir() if not path.name.startswith("run.")}


def test_a_batch_that_is_broken_off_is_over_when_the_summarizer_is_left(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    async def twice() -> int:
        async with Summarizer(model="offline") as summarizer:
            async for _ in summarizer.batch(folder, out=out):
                break
        assert files_of(out) == {"summaries.jsonl", "failures.jsonl"}
        async with Summarizer(model="offline") as summarizer:
            return len([result async for result in summarizer.batch(folder, out=out)])

    assert asyncio.run(twice()) == 2


def test_a_batch_that_is_broken_off_and_still_held_is_over_then_too(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    async def held() -> None:
        async with Summarizer(model="offline") as summarizer:
            begun = summarizer.batch(folder, out=out)
            never = summarizer.batch(folder, out=tmp_path / "never")
            await anext(begun)
        assert files_of(out) == {"summaries.jsonl", "failures.jsonl"}
        assert [result async for result in begun] == []
        assert never is not begun

    asyncio.run(held())
    assert not (tmp_path / "never").exists()


def test_a_batch_can_follow_one_that_was_broken_off(folder: Path, tmp_path: Path) -> None:
    async def again() -> int:
        async with Summarizer(model="offline") as summarizer:
            async for _ in summarizer.batch(folder, out=tmp_path / "out"):
                break
            return len([result async for result in summarizer.batch(folder, out=tmp_path / "out")])

    assert asyncio.run(again()) == 2


def test_leaving_a_summarizer_waits_for_no_batch_that_is_being_read(folder: Path, tmp_path: Path) -> None:
    async def both() -> int:
        summarizer = Summarizer(model="offline")

        async def count() -> int:
            return len([result async for result in summarizer.batch(folder, out=tmp_path / "out")])

        async with summarizer:
            counting = asyncio.create_task(count())
            await asyncio.sleep(0)
        return await counting

    assert asyncio.run(both()) == 2


class Judging:
    """A model that finds every statement contradicted."""

    name = "fake/judge"
    needs_prompt = True

    async def answer(self, question: Question) -> Answer:
        numbers = range(101, 101 + question.messages[-1].content.count('{"statement": '))
        words = [{"statement": at, "difference": None, "sentence": None, "label": "contradicted"} for at in numbers]
        return Answer({"judgements": words}, self.name)

    async def close(self) -> None:
        pass


def test_another_model_can_judge_what_the_rules_write() -> None:
    summary = summarize(TEXT, model="offline", judge=Judging())
    assert isinstance(summary, Summary)
    assert summary.headline is not None
    assert summary.headline.verdict == "altered"
    assert summary.provenance.model == "offline"
    assert summary.provenance.judge is not None
    assert summary.provenance.judge.model == "fake/judge"


def test_what_is_verified_already_can_be_judged() -> None:
    article = Article.from_text(TEXT)
    claim = {"text": "Orla Pharma will buy Dunmore Labs.", "evidence": [1]}
    before = verify(article, {"abstract": [claim]})
    after = judge(article, before, Judging())
    assert [path for path, _ in before.faulty()] == []
    assert [path for path, _ in after.faulty()] == ["abstract[0]"]


@pytest.mark.parametrize(("model", "said"), [("offline", "--judge-model"), (None, "set OPENAI_API_KEY")])
def test_the_offline_rules_judge_nothing(model: str | None, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    with pytest.raises(ConfigurationError, match=said):
        Summarizer(model=model, judge=True)
    article = Article.from_text(TEXT)
    with pytest.raises(ConfigurationError, match=said):
        judge(article, verify(article, {"abstract": []}), model)


def test_a_judge_of_another_provider_is_not_sought_at_the_models_address() -> None:
    here = {"base_url": "http://127.0.0.1:1/v1", "api_key": "k"}
    for name, address in [("groq/judge", "https://api.groq.com/openai/v1"), ("own-judge", here["base_url"])]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GROQ_API_KEY", "k")
            opened = open_judge(name, "own-model", here["base_url"], here["api_key"], None)
        assert isinstance(opened, ChatModel)
        assert opened.endpoint.base_url == address


def test_a_judge_that_is_misspelt_is_named_as_such() -> None:
    with pytest.raises(ConfigurationError, match="the judge: --model nobody/nothing"):
        Summarizer(model="offline", judge="nobody/nothing")


def test_a_model_of_ones_own_takes_no_address() -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        Summarizer(OfflineModel(), base_url="http://127.0.0.1:1/v1")


@pytest.mark.parametrize("options", [{"policy": "ignore"}, {"schema": int}, {"model": "nobody/nothing"}])
def test_what_cannot_work_is_said_at_once(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        Summarizer(**{"model": "offline", **options})


def test_the_offline_rules_need_no_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise AssertionError("an event loop was started")

    monkeypatch.setattr(asyncio, "run", none)
    result = summarize("Corvane agreed to buy Pell Optics for $40 million.", model="offline")
    assert result.provenance.model == "offline"


def test_a_model_that_waits_though_it_says_it_does_not_is_an_error() -> None:
    class Sleeper(OfflineModel):
        async def answer(self, question: Question) -> Answer:
            await asyncio.sleep(0)
            return await super().answer(question)

    with pytest.raises(RuntimeError, match="waits for nothing"):
        summarize("Corvane agreed to buy Pell Optics for $40 million.", model=Sleeper())


def test_before_a_better_model_the_rules_leave_it_the_address() -> None:
    url = "http://127.0.0.1:9/v1"
    one = Summarizer("offline", escalate="openai/gpt-5-mini", base_url=url, api_key="invented")
    assert [model.name for model in one.pipeline.models] == ["offline", "openai/gpt-5-mini"]
    better = one.pipeline.models[1]
    assert "127.0.0.1:9" in str(getattr(better, "request_settings", None))
    with pytest.raises(ConfigurationError, match="take no base url"):
        Summarizer("offline", base_url=url)
