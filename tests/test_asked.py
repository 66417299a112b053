"""The options by which a model is asked: every command that may ask one has all of them, from one place."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import summarizer.commands
from summarizer import summarize
from summarizer.article import Article
from summarizer.cli import app
from summarizer.commands.asked import Asked, ModelAsked
from summarizer.commands.opening import chat_options, options_of
from summarizer.errors import ConfigurationError
from summarizer.exports.documents import document, dump_line
from summarizer.options import EffortOption, MaxOutputOption, TemperatureOption, TimeoutOption

ASKING = ("extract", "batch", "mcp", "verify", "dossier")
OPTIONS = {
    "--timeout": TimeoutOption,
    "--reasoning-effort": EffortOption,
    "--temperature": TemperatureOption,
    "--max-output-tokens": MaxOutputOption,
}
GIVEN = ("--timeout", "7", "--reasoning-effort", "low", "--temperature", "0.5", "--max-output-tokens", "700")


def callbacks() -> dict[str, Any]:
    """The functions of the commands, by name."""
    return {one.name or one.callback.__name__: one.callback for one in app.registered_commands if one.callback}


@pytest.mark.parametrize("name", ASKING)
def test_every_command_that_may_ask_a_model_takes_the_same_options(name: str) -> None:
    taken = inspect.signature(callbacks()[name]).parameters
    for option, annotation in OPTIONS.items():
        assert taken[option.removeprefix("--").replace("-", "_")].annotation == annotation


def test_no_command_lists_them_by_itself() -> None:
    folder = Path(summarizer.commands.__file__).parent
    naming = [path.name for path in folder.glob("*.py") if "EffortOption" in path.read_text("utf-8")]
    assert naming == ["asked.py"]


def test_what_is_given_is_named_as_on_the_command_line() -> None:
    assert ModelAsked().given() == []
    assert ModelAsked(max_output_tokens=5, base_url="http://127.0.0.1:9").given() == [
        "--base-url",
        "--max-output-tokens",
    ]
    # Of what else an article is asked by nothing is said: it has its own defaults.
    assert Asked(model="relay", repair=2, temperature=0.0).given() == ["--temperature"]


def test_how_a_chat_model_is_asked() -> None:
    assert chat_options(ModelAsked()) is None
    options = chat_options(ModelAsked(timeout=400.0, reasoning_effort="low", temperature=0.0, max_output_tokens=700))
    assert (options.timeout, options.retries.total_seconds) == (400.0, 800.0)
    assert (options.reasoning_effort, options.temperature, options.max_output_tokens) == ("low", 0.0, 700)
    assert (
        options_of(Asked(fallback=["offline"]), None).limits.patience
        < chat_options(ModelAsked(), 600.0).limits.patience
    )


@pytest.mark.parametrize("name", ["extract", "verify", "dossier"])
def test_they_reach_the_model(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article, summaries = tmp_path / "a.txt", tmp_path / "summaries.jsonl"
    article.write_text("Orrin Foods opened a mill in Lund.\n", "utf-8")
    told = document(summarize(Article.from_text(article.read_text("utf-8")), model="offline"))
    summaries.write_text(f"{dump_line(told)}\n", "utf-8")
    seen: list[Any] = []

    def open_model(*_: Any, **given: Any) -> Any:
        seen.append(given["options"])
        raise ConfigurationError("it is not opened")

    monkeypatch.setattr("summarizer.models.providers.open_model", open_model)
    command = {
        "extract": ["extract", str(article), "--model", "relay"],
        "verify": ["verify", str(article), str(summaries), "--judge-model", "relay"],
        "dossier": ["dossier", str(summaries), "--model", "relay"],
    }[name]
    done = CliRunner().invoke(app, [*command, *GIVEN])
    assert done.exit_code == 2
    assert done.stderr.endswith(": it is not opened\n")
    [options] = seen
    assert options.timeout == 7.0
    assert (options.reasoning_effort, options.temperature, options.max_output_tokens) == ("low", 0.5, 700)
