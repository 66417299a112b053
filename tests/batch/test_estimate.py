"""What is said before a run of what it will take."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from summarizer import Article, Summarizer
from summarizer.batch import estimate as module
from summarizer.batch.estimate import Estimate, estimate, spread
from summarizer.batch.estimate_text import estimate_document, estimate_text
from summarizer.batch.forecast import CASES, LIKELY, LONGEST_RECORDED, THINKS, Cache, Forecaster, Lengths
from summarizer.batch.plan import Todo
from summarizer.batch.tokens import article_tokens
from summarizer.cli import app
from summarizer.errors import ConfigurationError
from summarizer.exports.brief import dollars
from summarizer.models.chat import ChatModel, Endpoint
from summarizer.models.pricing import PriceList, Prices
from summarizer.pipeline import Pipeline, Settings
from summarizer.text.tokens import count_tokens

MakeFolder = Callable[..., Path]
Go = Callable[..., Any]

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

MILLS = {f"{number}.txt": f"Orrin Foods opened mill {number} in Velkamp." for number in range(8)}


def of(
    model: str = "gpt-4.1-mini", prices: PriceList = "openai", judge: str | None = None, **settings: Any
) -> Pipeline:
    def chat(name: str) -> ChatModel:
        return ChatModel(name, name, Endpoint("http://127.0.0.1:9/v1", "none", prices))

    return Pipeline(chat(model), Settings(**settings), chat(judge) if judge else None)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Orrin opened mill 100.", 5),
        ("extraordinarily", 2),  # 15 letters
        ("1,250,000", 5),  # digits by threes, and the commas
        ("a\nb", 3),
        ("", 0),
        ("株式会社", 4),  # one run, and three quarters for each letter
    ],
)
def test_a_piece_counts_as_a_token(text: str, tokens: int) -> None:
    assert count_tokens(text) == tokens


def test_an_article_counts_with_the_numbers_of_its_sentences() -> None:
    assert article_tokens(Article.from_text("Orrin rose. Tessel fell.")) == 6 + 2 * 3


def test_the_forecast_of_many_is_the_sum_of_those_of_each() -> None:
    forecaster = Forecaster(of(judge="gpt-4.1"))
    lengths = [Lengths.of(tokens) for tokens in (10.0, 700.0, 5_000.0)]
    for case in CASES:
        each = [forecaster.of(one, case).total for one in lengths]
        whole = forecaster.of(sum(lengths, Lengths()), case).total
        for part in ("requests", "input", "cached", "output"):
            assert getattr(whole, part) == pytest.approx(sum(getattr(one, part) for one in each))


def test_the_recorded_answers_are_as_long_as_forecast() -> None:
    """3.4 characters of them are a token (docs/cost.md)."""
    said = forecast = 0.0
    forecaster = Forecaster(of())
    for path in sorted((ROOT / "cassettes/test_recordings").glob("*.yaml")):
        interaction, *_repairs = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["interactions"]
        body = interaction["response"]["body"]["$json"]["choices"][0]["message"]["content"]
        said += len(body if isinstance(body, str) else json.dumps(body["$json"], ensure_ascii=False)) / 3.4
        shown = interaction["request"]["body"]["$json"]["messages"][-1]["content"]
        forecast += forecaster.of(Lengths.of(count_tokens(shown))).extraction.output
    assert forecast == pytest.approx(said, rel=0.1)


def test_what_is_the_same_for_all_comes_from_the_cache_where_it_is_long_enough() -> None:
    assert Cache(1_024, 128).of(1_023) == 0
    assert Cache(1_024, 128).of(1_200) == 1_152
    one = Lengths.of(100)
    assert Forecaster(of(prices="openai")).of(one).total.cached > 2_000
    assert Forecaster(of(prices="anthropic")).of(one).total.cached == 0
    assert Forecaster(of(prices=Prices(2e-6, 1e-6, 8e-6))).of(one).total.cached > 2_000
    assert Forecaster(of(prices=Prices(2e-6, 2e-6, 8e-6))).of(one).total.cached == 0


def test_repairs_and_the_judge_are_part_of_it() -> None:
    one = Lengths.of(100)
    plain, repaired = Forecaster(of(repairs=0)).of(one), Forecaster(of(repairs=2)).of(one)
    assert plain.repairs.requests == 0
    assert repaired.repairs.requests == pytest.approx(LIKELY.repaired + LIKELY.repaired**2)
    judged = Forecaster(of(repairs=0, judge="gpt-4.1")).of(one)
    assert judged.total.requests == 2
    assert judged.total.output > plain.total.output


@pytest.mark.parametrize(
    ("model", "thinks"),
    [
        ("gpt-5-mini", True),
        ("gpt-5-2025-08-07", True),
        ("gpt-5-chat-latest", False),
        ("gpt-5.1", False),
        ("gpt-4o", False),
        ("o3", True),
        ("o4-mini", True),
        ("openai/gpt-oss-120b", True),
        ("gemini-2.5-flash", True),
        ("gemini-2.5-flash-lite", False),
        ("grok-4-fast-non-reasoning", False),
        ("grok-4", True),
        ("claude-sonnet-4-5", False),
    ],
)
def test_models_that_think_are_known_by_name(model: str, thinks: bool) -> None:
    assert bool(THINKS.search(model)) is thinks
    if thinks:
        lengths = Lengths.of(100)
        assert Forecaster(of(model)).of(lengths).extraction.output > Forecaster(of()).of(lengths).extraction.output


def test_dollars_are_tokens_at_their_prices(folder: MakeFolder) -> None:
    found = estimate(folder(MILLS), None, of("relay", Prices(2e-6, 1e-6, 1e-5)))
    fresh = found.input_tokens.likely - found.cached_input_tokens.likely
    dollars = fresh * 2e-6 + found.cached_input_tokens.likely * 1e-6 + found.output_tokens.likely * 1e-5
    assert found.cost_usd is not None
    assert found.cost_usd.likely == pytest.approx(dollars)
    assert found.cost_usd.low < found.cost_usd.likely < found.cost_usd.high
    assert (found.asked, found.read, found.sampling_error) == (8, 8, 0)
    assert found.repairs == pytest.approx(2)
    assert found.requests.likely == pytest.approx(10)


def test_a_providers_batches_cost_half_where_the_list_says_so(folder: MakeFolder) -> None:
    root = folder(MILLS)
    found = estimate(root, None, of("gpt-5-mini"))
    assert found.cost_usd is not None
    assert found.provider_batch_usd is not None
    assert found.provider_batch_usd.likely == pytest.approx(found.cost_usd.likely / 2, rel=0.02)
    assert "in the provider's batches" in estimate_text(found)
    assert estimate(root, None, of("deepseek-chat", "deepseek")).provider_batch_usd is None


def test_records_of_ones_own_have_a_wider_range(folder: MakeFolder) -> None:
    from summarizer import Record
    from summarizer.schema import Schema

    class Mill(Record):
        name: str

    found = estimate(folder(MILLS), None, of(schema=Schema.of(Mill)))
    news = estimate(folder(MILLS), None, of())
    assert found.output_tokens.high / found.output_tokens.likely > news.output_tokens.high / news.output_tokens.likely


def test_long_articles_have_a_wider_range() -> None:
    forecaster = Forecaster(of())
    low, likely, _ = (forecaster.of(Lengths.of(10 * LONGEST_RECORDED), case).extraction.output for case in CASES)
    short_low, short, _ = (forecaster.of(Lengths.of(LONGEST_RECORDED), case).extraction.output for case in CASES)
    assert low / likely < short_low / short


def test_what_costs_nothing_is_left_out(
    folder: MakeFolder,
    go: Go,
    chat: Callable[..., Pipeline],
    service: Any,
    age: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root, out = folder(MILLS), tmp_path / "out"
    age(root)
    go(root, chat())
    calls = service.calls
    (root / "0.txt").write_text("Orrin Foods closed mill 0.", "utf-8")
    (root / "1.txt").touch()
    for name in ("8.txt", "9.txt"):
        (root / name).write_text("Tessel Air ordered nine aircraft.", "utf-8")
    (root / "empty.txt").write_text("", "utf-8")
    (root / "renamed.txt").write_text(MILLS["5.txt"], "utf-8")
    found = estimate(root, out, chat())
    assert (found.asked, found.unchanged, found.answered, found.doubled, found.unreadable) == (2, 7, 1, 1, 1)
    [(path, fault)] = found.failures
    assert path == "empty.txt"
    assert "empty" in str(fault)
    monkeypatch.setattr("summarizer.batch.keys.program", lambda: "another program")
    found = estimate(root, out, chat())
    assert (found.asked, found.unchanged, found.answered, found.doubled, found.unreadable) == (2, 0, 7, 2, 1)
    assert service.calls == calls


def test_what_repairs_and_the_judge_may_still_take_is_told(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], tmp_path: Path, age: Callable[[Path], None]
) -> None:
    """The store has the first answers; three of eight articles have a record that a repair would be asked about."""
    root, out = folder(MILLS | {f"lie{number}.txt": f"LIE of {number} shops." for number in range(3)}), tmp_path / "out"
    age(root)
    go(root, chat(repairs=0))
    found = estimate(root, out, chat(repairs=1))
    assert (found.asked, found.answered, found.later) == (0, 11, 3)
    assert found.later_requests == pytest.approx(3)
    assert not found.free
    assert "cost        up to about 3 requests, for repairs, which may still be asked about 3 of" in estimate_text(
        found
    )
    plain = chat(repairs=0)
    found = estimate(root, out, Pipeline(plain.model, plain.settings, plain.model))
    assert (found.later, found.later_requests) == (11, pytest.approx(11))
    assert estimate_document(found)["later"] == {"articles": 11, "requests": 11, "cost_usd": None}
    go(root, chat(repairs=1))
    assert estimate(root, out, chat(repairs=1)).free
    assert estimate(root, out, chat(repairs=0)).free


def test_what_was_judged_is_not_judged_again(
    folder: MakeFolder,
    go: Go,
    chat: Callable[..., Pipeline],
    tmp_path: Path,
    age: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root, out = folder(MILLS), tmp_path / "out"
    age(root)
    plain = chat(repairs=0)
    judged = Pipeline(plain.model, plain.settings, plain.model)
    go(root, judged)
    monkeypatch.setattr("summarizer.batch.keys.program", lambda: "another program")
    found = estimate(root, out, judged)
    assert (found.answered, found.later) == (8, 0)
    assert found.free


def test_what_failed_for_an_answer_is_asked_anew(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], tmp_path: Path, age: Callable[[Path], None]
) -> None:
    root = folder({"a.txt": "DECLINE to speak.", "b.txt": "Orrin rose."})
    age(root)
    go(root, chat())
    assert estimate(root, tmp_path / "out", chat()).asked == 1


def test_nothing_is_written_and_nobody_is_asked(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], service: Any, tmp_path: Path
) -> None:
    root, out = folder(MILLS), tmp_path / "out"
    estimate(root, out, chat())
    assert not out.exists()
    assert service.calls == 0
    go(root, chat())
    before = {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in out.iterdir()}
    estimate(root, out, chat())
    assert {path.name: (path.stat().st_mtime_ns, path.stat().st_size) for path in out.iterdir()} == before
    assert service.calls == len(MILLS)


def test_what_articles_took_is_what_others_will_take(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], tmp_path: Path, age: Callable[[Path], None]
) -> None:
    """The service says 100 tokens in and 20 out of every answer, far from what is usual."""
    root, out = folder(MILLS), tmp_path / "out"
    age(root)
    go(root, chat())
    for number in range(4):
        (root / f"new{number}.txt").write_text(f"Orrin Foods closed mill {number} in Velkamp.", "utf-8")
    found = estimate(root, out, chat())
    assert (found.asked, found.observed) == (4, 8)
    assert found.requests.likely == pytest.approx(4, rel=0.05)
    assert found.input_tokens.likely == pytest.approx(400, rel=0.05)
    assert found.output_tokens.likely == pytest.approx(80, rel=0.05)
    assert found.output_tokens.high < 100
    assert "by          what 8 articles took that are done" in estimate_text(found)
    assert estimate(root, out, chat(repairs=0)).observed == 8
    other = tmp_path / "prompts"
    other.mkdir()
    changed = (ROOT / "prompts/extract.md").read_text("utf-8").replace("\n## user", "\nBe brief.\n\n## user", 1)
    (other / "extract.md").write_text(changed, "utf-8")
    assert estimate(root, out, chat(prompts=other)).observed == 0


def test_a_part_of_a_large_folder_stands_for_all(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{at:03}.txt": f"Orrin opened mill {at}. " * (1 + at % 7) for at in range(300)} | {"x.txt": ""}
    root = folder(files)
    whole = estimate(root, None, of())
    monkeypatch.setattr(module, "MOST_READ", 60)
    part = estimate(root, None, of())
    assert part.read == 60
    assert 0 < part.sampling_error < 0.2
    assert part.output_tokens.likely == pytest.approx(whole.output_tokens.likely, rel=part.sampling_error)
    assert part.asked + part.doubled + part.unreadable == pytest.approx(301, abs=2)
    assert part.output_tokens.high / part.output_tokens.likely > whole.output_tokens.high / whole.output_tokens.likely
    assert "60 of the articles were read for this" in estimate_text(part)


@pytest.mark.parametrize(("total", "most"), [(0, 3), (2, 3), (3, 3), (10, 3), (1_000, 7)])
def test_articles_are_read_at_equal_distances(total: int, most: int) -> None:
    todo = [Todo(str(number), None, "new") for number in range(total)]
    chosen = [int(one.path) for one in spread(iter(todo), total, most)]
    assert len(chosen) == min(total, most)
    gaps = {later - earlier for earlier, later in pairwise(chosen)}
    assert not gaps or max(gaps) - min(gaps) <= 1


def test_without_a_price_there_are_tokens_and_a_word_on_it(folder: MakeFolder) -> None:
    found = estimate(folder(MILLS), None, of("relay", None))
    assert found.cost_usd is None
    assert "cost        not known: the price list has no price of relay; give it with --price" in estimate_text(found)
    assert found.output_tokens.likely > 0


def test_the_offline_rules_cost_nothing(folder: MakeFolder) -> None:
    found = Summarizer("offline").estimate(folder(MILLS))
    assert found.free
    assert estimate_text(found).splitlines()[-1] == "cost        nothing: nobody is asked"


def test_where_nothing_is_left_to_do_it_says_so(
    folder: MakeFolder, go: Go, chat: Callable[..., Pipeline], tmp_path: Path, age: Callable[[Path], None]
) -> None:
    root = folder(MILLS)
    age(root)
    go(root, chat())
    found = estimate(root, tmp_path / "out", chat())
    assert estimate_text(found).splitlines() == [
        "articles    0 to do, 8 unchanged",
        "model       relay",
        "cost        nothing: there is nothing to ask",
    ]


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(ConfigurationError, match="is empty"):
        estimate(tmp_path / "none", None, of())


def test_a_single_file_is_estimated(folder: MakeFolder, tmp_path: Path) -> None:
    assert estimate(folder(MILLS) / "3.txt", tmp_path / "out", of()).asked == 1


def test_it_is_not_far_off_for_the_examples() -> None:
    """By the recordings, an example takes about 1,300 tokens of an answer, and repairs."""
    found: Estimate = estimate(ROOT / "examples/articles", None, of())
    assert found.output_tokens.likely / found.asked == pytest.approx(1_300, rel=0.15)


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (1_000.0, "$1,000.00 is enough for all\n"),
        (1.05, "is enough for all, if it goes as is likely\n"),
        (0.5, "$0.5000 is enough for about 4 of 8\n"),
        (0.0, "is enough for about 0 of 8\n"),
    ],
)
def test_it_says_how_far_a_budget_goes(budget: float, words: str, folder: MakeFolder) -> None:
    root = folder(MILLS)
    likely = estimate(root, None, of("relay", Prices(0, 0, 1e-6))).cost_usd
    assert likely is not None
    found = estimate(root, None, of("relay", Prices(0, 0, 1e-6 / likely.likely)))
    assert f"budget      {dollars(budget)}" in estimate_text(found, budget)
    assert words in estimate_text(found, budget)


def test_what_is_spent_counts_against_the_budget(
    folder: MakeFolder, go: Go, pipeline: Pipeline, model: Any, tmp_path: Path
) -> None:
    root = folder({"a.txt": "Orrin rose."})
    model.price_list = Prices(0, 0, 1e-6)
    go(root, pipeline)
    (root / "b.txt").write_text("Tessel fell.", "utf-8")
    found = estimate(root, tmp_path / "out", pipeline)
    assert found.spent_usd == 0.5
    assert "budget      $0.5000, of which $0.5000 is spent, is enough for about 0 of 1" in estimate_text(found, 0.5)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)
    yield lambda *options: CliRunner().invoke(app, ["batch", *map(str, options)])
    root.handlers[:], ours.handlers[:] = handlers


def test_the_command_prints_a_table_or_json(command: Any, folder: MakeFolder, tmp_path: Path) -> None:
    root, out = folder(MILLS), tmp_path / "out"
    done = command(root, "-o", out, "--estimate")
    assert done.exit_code == 0
    assert done.stdout.startswith("articles    8 to do\nmodel       openai/gpt-5-mini\n")
    assert done.stderr == ""
    done = command(root, "-o", out, "--estimate", "--format", "json", "-m", "openai/gpt-4.1-mini")
    document = json.loads(done.stdout)
    assert document["articles"] == {
        "asked": 8,
        "unchanged": 0,
        "answered": 0,
        "doubled": 0,
        "unreadable": 0,
        "elsewhere": 0,
    }
    assert document["cost_usd"]["low"] < document["cost_usd"]["likely"] < document["cost_usd"]["high"]
    assert not out.exists()


def test_the_command_names_what_cannot_be_read(command: Any, folder: MakeFolder, tmp_path: Path) -> None:
    root = folder(MILLS | {f"empty{number:02}.txt": "" for number in range(12)})
    done = command(root, "-o", tmp_path / "out", "--estimate")
    assert done.exit_code == 1
    assert "8 to do, 12 that cannot be read" in done.stdout
    assert done.stderr.count("empty.txt") + done.stderr.count("the article is empty") >= 10
    assert "so are others; 12 cannot be read in all" in done.stderr


def test_a_format_without_an_estimate_is_refused(command: Any, folder: MakeFolder, tmp_path: Path) -> None:
    done = command(folder(MILLS), "-o", tmp_path / "out", "--format", "json")
    assert done.exit_code == 2
    assert "--format goes with --estimate" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_store_of_something_else_is_told(command: Any, folder: MakeFolder, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/run.sqlite").write_text("no database at all, but text that is long enough", "utf-8")
    done = command(folder(MILLS), "-o", tmp_path / "out", "--estimate")
    assert done.exit_code == 2
    assert "no SQLite database" in done.stderr


def test_a_judge_is_asked_too(folder: MakeFolder) -> None:
    root = folder(MILLS)
    plain, judged = estimate(root, None, of()), estimate(root, None, of(judge="gpt-4.1"))
    assert judged.judge == "gpt-4.1"
    assert judged.requests.likely == pytest.approx(plain.requests.likely + 8)
    assert judged.cost_usd is not None
    assert plain.cost_usd is not None
    assert judged.cost_usd.likely > plain.cost_usd.likely
    assert "model       gpt-4.1-mini, judge gpt-4.1" in estimate_text(judged)
