from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import app
from summarizer.errors import NotAuthorized, Refused
from summarizer.models.base import Answer, Question
from summarizer.records import Usage

ORRIN = "Orrin Foods NV agreed to buy the pasta maker Dell’Acqua for about $2.4 billion."
TESSEL = "Tessel Air shares fell 3% on Monday."
HEAVY = ("aiohttp", "instructor", "openai", "pydantic", "rich", "trafilatura")


class FirstSentence:
    """Says an article's first sentence; what an article's first word tells it goes wrong."""

    name = "fake/first-sentence"
    needs_prompt = False

    async def answer(self, question: Question) -> Answer:
        sentence = question.article.sentences[0].text
        match sentence.split()[0]:
            case "REFUSE":
                raise Refused("the model declined to answer")
            case "UNAUTHORIZED":
                raise NotAuthorized("the service did not accept the key: set OPENAI_API_KEY")
            case "BUG":
                raise ZeroDivisionError("division by zero\nin two lines")
            case "INTERRUPT":
                # Started in the background, a shell leaves the interrupt ignored.
                if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
                    signal.signal(signal.SIGINT, signal.default_int_handler)
                signal.raise_signal(signal.SIGINT)
                await asyncio.sleep(0.05)
                signal.raise_signal(signal.SIGINT)
                await asyncio.sleep(60)
            case "STOP":
                signal.raise_signal(signal.SIGINT)
                await asyncio.sleep(0.05)
            case "LATER":
                await asyncio.sleep(0.05)
            case "LIE":
                sentence = "Tessel Air bought the moon for $9 trillion."
        headline = {"text": sentence, "evidence": [1]}
        empty: dict[str, list[object]] = {name: [] for name in ("abstract", "parties", "deals", "quotes", "claims")}
        return Answer({"headline": headline, **empty}, model=self.name)

    async def close(self) -> None:
        return None


Run = Callable[..., Result]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "orrin.txt").write_text(ORRIN, "utf-8")
    (folder / "tessel.txt").write_text(TESSEL, "utf-8")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, articles: Path) -> Iterator[Run]:
    """Runs a command line in the folder that holds `articles`, with the model above behind every name."""
    monkeypatch.chdir(articles.parent)
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("summarizer.models.providers.open_model", lambda *_, **__: FirstSentence())
    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)

    def invoke(*arguments: str, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=input, prog_name="summarizer")

    yield invoke
    root.handlers[:], ours.handlers[:] = handlers


def put(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


# start-up


def python(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


IMPORTED = f"""
import sys
from summarizer.cli import main
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print("imported:", *sorted(set(sys.modules) & set({HEAVY!r})))
"""


def imported(*arguments: str, **environment: str) -> set[str]:
    """Which of the heavy packages a command line has imported when it ends."""
    return set(python(IMPORTED, *arguments, **environment).stdout.splitlines()[-1].split()[1:])


def test_help_imports_nothing_heavy() -> None:
    assert imported("--help") == set()


@pytest.mark.parametrize("arguments", [["--version"], ["extract", "--help"], ["batch", "--help"]])
def test_the_help_of_a_command_imports_what_typer_itself_needs(arguments: list[str]) -> None:
    assert imported(*arguments) <= {"pydantic"}


def test_completion_imports_what_typer_itself_needs() -> None:
    asked = {"_SUMMARIZER_COMPLETE": "complete_bash", "COMP_WORDS": "summarizer ext", "COMP_CWORD": "1"}
    assert python(IMPORTED, **asked).stdout.splitlines()[0] == "extract"
    assert imported(**asked) <= {"pydantic"}


@pytest.mark.parametrize("command", ["models", "schema"])
def test_what_asks_no_model_imports_neither_openai_nor_instructor(command: str) -> None:
    assert not {"openai", "instructor"} & imported(command)


def test_verify_imports_neither_openai_nor_instructor(articles: Path) -> None:
    summary = put(articles, "s.json", json.dumps({"headline": {"text": ORRIN, "evidence": [1]}}))
    theirs = put(articles, "t.json", json.dumps({"maker": "Dell’Acqua", "evidence": [1]}))
    for extraction in (summary, theirs):
        found = imported("verify", f"{articles}/orrin.txt", extraction)
        assert not {"openai", "instructor", "rich", "trafilatura"} & found


def test_the_version_is_printed(run: Run) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("summarizer")


def test_no_command_is_bad_usage_and_shows_the_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "extract" in result.output


# extract


def test_the_brief_is_printed(run: Run) -> None:
    result = run("extract", "articles/orrin.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("Orrin Foods NV agreed to buy the pasta maker Dell’Acqua")
    assert result.stdout.rstrip().endswith("1 record: 1 verified, 0 inferred, 0 altered, 0 unsupported")


def test_json_of_one_article_is_one_document(run: Run) -> None:
    document = json.loads(run("extract", "--format", "json", "articles/orrin.txt").stdout)
    assert document["headline"]["text"] == ORRIN
    assert document["source"]["path"] == "articles/orrin.txt"


def test_json_of_several_articles_is_a_list_in_the_order_given(run: Run, articles: Path) -> None:
    slow = put(articles, "later.txt", "LATER than all others came Orrin.")
    names = [slow, "articles/tessel.txt", "articles/orrin.txt"]
    documents = json.loads(run("extract", "-f", "json", *names).stdout)
    assert [document["source"]["path"] for document in documents] == names


def test_jsonl_is_a_line_an_article(run: Run) -> None:
    lines = run("extract", "-f", "jsonl", "articles/orrin.txt", "articles/tessel.txt").stdout.splitlines()
    assert [json.loads(line)["headline"]["text"] for line in lines] == [ORRIN, TESSEL]


def test_markdown_of_several_articles_is_parted_by_rules(run: Run) -> None:
    text = run("extract", "-f", "md", "articles/orrin.txt", "articles/tessel.txt").stdout
    assert text.count("\n# ") == 1
    assert "\n---\n\n# Tessel Air" in text


def test_standard_input_is_an_article(run: Run) -> None:
    document = json.loads(run("extract", "-", "-f", "json", input=ORRIN.encode()).stdout)
    assert document["headline"]["text"] == ORRIN
    assert document["source"]["text"] == ORRIN


def test_standard_input_twice_is_bad_usage(run: Run) -> None:
    assert run("extract", "-", "-", input=ORRIN.encode()).exit_code == 2


def test_one_failing_article_does_not_stop_the_others(run: Run, articles: Path) -> None:
    refused = put(articles, "refused.txt", "REFUSE this, said Orrin.")
    result = run("extract", "-f", "json", refused, "articles/missing.txt", "articles/orrin.txt")
    assert result.exit_code == 1
    assert [document["headline"]["text"] for document in json.loads(result.stdout)] == [ORRIN]
    first, second = (line for line in result.stderr.splitlines() if "no model" not in line)
    assert first == f"summarizer: {refused}: the model declined to answer"
    assert second.startswith("summarizer: articles/missing.txt")


def test_several_failing_articles_still_make_one_json_document(run: Run) -> None:
    result = run("extract", "-f", "json", "a.txt", "b.txt")
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])


def test_a_record_that_does_not_hold_is_exit_code_1(run: Run, articles: Path) -> None:
    lie = put(articles, "lie.txt", "LIE is what the Tessel Air report did.")
    result = run("extract", lie)
    assert result.exit_code == 1
    assert "! " in result.stdout


def test_under_the_policy_drop_nothing_faulty_is_left(run: Run, articles: Path) -> None:
    lie = put(articles, "lie.txt", "LIE is what the Tessel Air report did.")
    result = run("extract", "--policy", "drop", "-f", "json", lie)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["verification"]["dropped"] == 1


def test_under_the_policy_fail_the_article_fails(run: Run, articles: Path) -> None:
    lie = put(articles, "lie.txt", "LIE is what the Tessel Air report did.")
    result = run("extract", "--policy", "fail", "-f", "json", lie)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1].startswith(f"summarizer: {lie}: ")


def test_a_key_that_is_not_accepted_is_a_matter_of_configuration(run: Run, articles: Path) -> None:
    result = run("extract", "-q", put(articles, "x.txt", "UNAUTHORIZED was Orrin."))
    assert result.exit_code == 2
    assert result.stderr == "summarizer: the service did not accept the key: set OPENAI_API_KEY\n"


def test_a_bug_is_one_line_and_no_traceback(run: Run, articles: Path) -> None:
    result = run("extract", "-q", put(articles, "x.txt", "BUG in the Orrin story."))
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert "ZeroDivisionError: division by zero in two lines" in line


def test_the_traceback_is_there_on_demand(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_DEBUG", "1")
    result = run("extract", "-q", put(articles, "x.txt", "BUG in the Orrin story."))
    assert "Traceback (most recent call last)" in result.stderr


def test_without_a_key_or_a_model_a_line_says_that_the_rules_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FirstSentence, "name", "offline")
    said = "summarizer: no model is configured, so the offline rules answer (see `summarizer models`)\n"
    assert run("extract", "articles/orrin.txt").stderr == said
    assert run("extract", "--quiet", "articles/orrin.txt").stderr == ""
    assert run("extract", "--model", "offline", "articles/orrin.txt").stderr == ""


def test_what_an_article_holds_is_not_obeyed_by_the_terminal(run: Run, articles: Path) -> None:
    nasty = put(articles, "nasty.txt", "Orrin \x1b]0;owned\x07rose [bold]3%[/bold].")
    for form in ("text", "md", "json", "jsonl"):
        assert "\x1b" not in run("extract", "-f", form, nasty).output


def test_a_name_with_escape_sequences_is_not_obeyed_either(run: Run) -> None:
    assert "\x1b" not in run("extract", "\x1b[2Jmissing.txt").output


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "a.txt", "--format", "xml"],
        ["extract", "a.txt", "--policy", "ignore"],
        ["extract", "a.txt", "--published", "last Tuesday"],
        ["extract", "a.txt", "--repair", "-1"],
        ["extract", "a.txt", "--schema", "nothing.py:Recall"],
        ["batch", "articles"],
        ["batch", "articles", "-o", "out", "-j", "0"],
        ["verify", "a.txt"],
        ["schema", "dael"],
        ["schema", "deal", "--write", "schemas"],
        ["summarise"],
    ],
)
def test_bad_usage_is_exit_code_2_and_no_traceback(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_an_article_that_is_interrupted_is_exit_code_130(run: Run, articles: Path) -> None:
    stuck = put(articles, "stuck.txt", "INTERRUPT came from Orrin.")
    result = run("extract", "-f", "json", "-j", "1", "articles/orrin.txt", stuck)
    assert result.exit_code == 130
    assert [document["headline"]["text"] for document in json.loads(result.stdout)] == [ORRIN]


def test_the_options_reach_the_summarizer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}

    def open_model(name: str, **options: Any) -> FirstSentence:
        given.update(name=name, **options)
        return FirstSentence()

    monkeypatch.setattr("summarizer.models.providers.open_model", open_model)
    arguments = ["--model", "openai/x", "--base-url", "http://localhost:1/v1", "--timeout", "2.5"]
    arguments += ["--reasoning-effort", "low", "--temperature", "0.5", "--max-output-tokens", "700"]
    document = json.loads(
        run("extract", *arguments, "--published", "2031-03-04", "-f", "json", "articles/orrin.txt").stdout
    )
    assert (given["name"], given["base_url"], given["options"].timeout) == ("openai/x", "http://localhost:1/v1", 2.5)
    options = given["options"]
    assert (options.reasoning_effort, options.temperature, options.max_output_tokens) == ("low", 0.5, 700)
    assert document["source"]["published"] == "2031-03-04"
    assert document["source"]["published_from"] == "flag"


def test_a_long_timeout_leaves_the_answer_as_much_time_as_a_whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}

    def open_model(_: str, **options: Any) -> FirstSentence:
        given.update(options)
        return FirstSentence()

    monkeypatch.setattr("summarizer.models.providers.open_model", open_model)
    run("extract", "--model", "openai/x", "--timeout", "900", "-f", "json", "articles/orrin.txt")
    assert given["options"].retries.total_seconds == 1800
    run("extract", "--model", "openai/x", "--timeout", "30", "-f", "json", "articles/orrin.txt")
    assert given["options"].retries.total_seconds == 600


# batch


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_folder_becomes_a_folder(run: Run, tmp_path: Path) -> None:
    result = run("batch", "articles", "-o", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert [line["headline"]["text"] for line in lines(tmp_path / "out" / "summaries.jsonl")] == [ORRIN, TESSEL]
    assert (tmp_path / "out" / "failures.jsonl").read_text() == ""
    assert not (tmp_path / "out" / "summaries").exists()
    assert "articles  2 done, 0 failed" in result.stderr
    assert "out/summaries.jsonl" in result.stderr


def test_failing_articles_are_listed_and_the_others_done(run: Run, articles: Path, tmp_path: Path) -> None:
    put(articles, "bug.txt", "BUG in the Orrin story.")
    put(articles, "empty.txt", "")
    result = run("batch", "articles", "-o", "out")
    assert result.exit_code == 1
    assert len(lines(tmp_path / "out" / "summaries.jsonl")) == 2
    failed = [(line["path"], line["error"]) for line in lines(tmp_path / "out" / "failures.jsonl")]
    assert failed == [("bug.txt", "ZeroDivisionError"), ("empty.txt", "ReadError")]
    assert "Traceback" not in result.stderr


def test_many_failures_are_not_all_printed(run: Run, articles: Path) -> None:
    for number in range(30):
        put(articles, f"{number:02}.txt", "REFUSE this, said Orrin.")
    said = run("batch", "articles", "-o", "out").stderr
    assert said.count("declined") == 10
    assert "further failures are listed in out/failures.jsonl only" in said


def test_quiet_says_nothing_when_all_is_well(run: Run) -> None:
    result = run("batch", "articles", "-o", "out", "--quiet")
    assert (result.stdout, result.stderr) == ("", "")


def test_a_key_that_is_not_accepted_stops_the_run_and_keeps_what_is_done(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    put(articles, "p.txt", "UNAUTHORIZED was Orrin.")
    result = run("batch", "articles", "-o", "out", "-j", "1")
    assert result.exit_code == 2
    assert [line["headline"]["text"] for line in lines(tmp_path / "out" / "summaries.jsonl")] == [ORRIN]
    assert "set OPENAI_API_KEY" in result.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Interrupts are heard, also where a shell has started these tests in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_two_interrupts_end_a_run_at_once_and_keep_what_is_done(run: Run, articles: Path, tmp_path: Path) -> None:
    put(articles, "stuck.txt", "INTERRUPT came from Orrin.")
    result = run("batch", "articles", "-o", "out", "-j", "1")
    assert result.exit_code == 130
    assert [line["headline"]["text"] for line in lines(tmp_path / "out" / "summaries.jsonl")] == [ORRIN]
    assert "articles  1 done, 0 failed" in result.stderr


@pytest.mark.usefixtures("interruptible")
def test_one_interrupt_lets_a_run_finish_what_is_under_way(run: Run, articles: Path, tmp_path: Path) -> None:
    stop = put(articles, "stop.txt", "STOP it, said Orrin.")
    before = signal.getsignal(signal.SIGINT)
    result = run("batch", "articles", "-o", "out", "-j", "1")
    assert result.exit_code == 130
    done = [line["headline"]["text"] for line in lines(tmp_path / "out" / "summaries.jsonl")]
    assert done == [ORRIN, "STOP it, said Orrin."]
    assert "finishing what is under way, for 5 seconds at most; once more to stop at once" in result.stderr
    assert "1 article is left: the same command goes on from here" in result.stderr
    assert signal.getsignal(signal.SIGINT) is before
    put(articles, "stop.txt", "Stopped it, said Orrin.")
    again = run("batch", "articles", "-o", "out", "-j", "1")
    assert again.exit_code == 0
    assert Path(stop).is_file()
    assert len(lines(tmp_path / "out" / "summaries.jsonl")) == 3


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_of_the_last_article_is_no_interruption(run: Run, articles: Path, tmp_path: Path) -> None:
    put(articles, "zz.txt", "STOP it, said Orrin.")
    assert run("batch", "articles", "-o", "out", "-j", "1").exit_code == 0
    assert len(lines(tmp_path / "out" / "summaries.jsonl")) == 3


def test_an_interrupt_that_is_ignored_stays_ignored(run: Run, articles: Path, tmp_path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    put(articles, "stop.txt", "STOP it, said Orrin.")
    result = run("batch", "articles", "-o", "out", "-j", "1")
    assert signal.signal(signal.SIGINT, before) is signal.SIG_IGN
    assert result.exit_code == 0
    assert len(lines(tmp_path / "out" / "summaries.jsonl")) == 3


def test_the_order_to_end_lets_a_run_finish_too(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(articles, "stop.txt", "STOP it, said Orrin.")
    monkeypatch.setattr(signal, "SIGINT", signal.SIGTERM)
    assert run("batch", "articles", "-o", "out", "-j", "1").exit_code == 130


def test_a_second_run_says_what_it_found(run: Run, articles: Path) -> None:
    run("batch", "articles", "-o", "out")
    put(articles, "new.txt", "Dorrin opened.")
    result = run("batch", "articles", "-o", "out")
    assert result.exit_code == 0
    assert "          2 unchanged, 0 changed, 1 new\n" in result.stderr


def test_a_folder_in_use_is_bad_usage(run: Run, tmp_path: Path) -> None:
    from summarizer.batch.lock import Lock

    (tmp_path / "out").mkdir()
    held = Lock(tmp_path / "out")
    result = run("batch", "articles", "-o", "out")
    held.release()
    assert result.exit_code == 2
    assert f"another run writes into out: process {os.getpid()} on" in result.stderr


def test_what_a_run_took_is_told(run: Run) -> None:
    run("batch", "articles", "-o", "out")
    assert run("usage", "out").stdout == "2 articles done, 0 failed\nno call was paid for\n"
    assert [json.loads(line)["path"] for line in run("usage", "out", "-f", "jsonl").stdout.splitlines()] == [
        "orrin.txt",
        "tessel.txt",
    ]
    missing = run("usage", "articles")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "articles holds no run" in missing.stderr


def test_results_inside_the_folder_are_not_read_as_articles(run: Run, articles: Path) -> None:
    (articles / "out").mkdir()
    put(articles / "out", "old.txt", "Old news of Orrin.")
    assert run("batch", "articles", "-o", "articles/out").exit_code == 0
    assert len(lines(articles / "out" / "summaries.jsonl")) == 2


def test_a_file_is_done_as_a_folder_of_one(run: Run, tmp_path: Path) -> None:
    assert run("batch", "articles/orrin.txt", "-o", "out", "--documents").exit_code == 0
    assert (tmp_path / "out" / "summaries" / "orrin.txt.json").is_file()


@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_a_folder_without_articles_is_bad_usage_and_makes_no_folder(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()
    result = run("batch", folder, "-o", "out")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"summarizer: {folder}")
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_place_of_the_results_is_bad_usage(run: Run, articles: Path) -> None:
    put(articles.parent, "out", "")
    result = run("batch", "articles", "-o", "out")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


# verify


def wire(text: str) -> str:
    return json.dumps({"headline": {"text": text, "evidence": [1]}})


def test_a_right_summary_is_exit_code_0(run: Run, articles: Path) -> None:
    result = run("verify", "articles/orrin.txt", put(articles, "s.json", wire(ORRIN)))
    assert result.exit_code == 0
    assert result.stdout == "articles/orrin.txt\n1 record: 1 verified, 0 inferred, 0 altered, 0 unsupported\n"


def test_a_changed_amount_is_shown_with_both_sides_and_its_place(run: Run, articles: Path) -> None:
    result = run("verify", "articles/orrin.txt", put(articles, "s.json", wire(ORRIN.replace("2.4", "4.2"))))
    assert result.exit_code == 1
    for words in ("altered: headline.text", "$4.2 billion", "$2.4 billion", "sentence 1, characters"):
        assert words in result.stdout


def test_findings_as_json_are_a_document_again(run: Run, articles: Path) -> None:
    changed = put(articles, "s.json", wire(ORRIN.replace("2.4", "4.2")))
    document = json.loads(run("verify", "articles/orrin.txt", changed, "-f", "json").stdout)
    assert document["headline"]["verdict"] == "altered"


def test_findings_as_markdown_are_a_list(run: Run, articles: Path) -> None:
    changed = put(articles, "s.json", wire(ORRIN.replace("2.4", "4.2")))
    assert "- **altered**: headline.text" in run("verify", "articles/orrin.txt", changed, "-f", "md").stdout


def test_our_own_lines_are_verified_by_the_article_they_are_of(run: Run) -> None:
    run("batch", "articles", "-o", "out")
    result = run("verify", "articles/tessel.txt", "out/summaries.jsonl")
    assert result.exit_code == 0
    assert result.stderr == ""


def test_a_summary_of_another_text_is_verified_with_a_warning(run: Run) -> None:
    run("batch", "articles", "-o", "out", "--documents")
    result = run("verify", "articles/tessel.txt", "out/summaries/orrin.txt.json")
    assert result.exit_code == 1
    assert "was made from another text" in result.stderr


def test_the_summary_can_come_from_standard_input(run: Run) -> None:
    assert run("verify", "articles/orrin.txt", "-", input=wire(ORRIN)).exit_code == 0


def test_malformed_json_is_told_with_line_and_column(run: Run, articles: Path) -> None:
    result = run("verify", "articles/orrin.txt", put(articles, "s.json", '{\n "headline": }'))
    assert result.exit_code == 2
    assert "s.json is not JSON: line 2, column 14" in result.stderr


def test_a_missing_summary_is_exit_code_2(run: Run) -> None:
    result = run("verify", "articles/orrin.txt", "missing.json")
    assert (result.exit_code, result.stderr) == (2, "summarizer: missing.json: No such file or directory\n")


def test_a_missing_article_is_exit_code_2_too(run: Run, articles: Path) -> None:
    result = run("verify", "missing.txt", put(articles, "s.json", wire(ORRIN)))
    assert result.exit_code == 2
    assert result.stderr.startswith("summarizer: missing.txt")


def test_anyones_json_is_checked_value_by_value(run: Run, articles: Path) -> None:
    right = put(articles, "s.json", json.dumps({"order": {"maker": "Dell’Acqua", "id": 7}}))
    result = run("verify", "articles/orrin.txt", right)
    assert result.exit_code == 0
    assert "1 record: 1 verified" in result.stdout
    assert "not checked (an identifier): order.id" in result.stdout


def test_a_wrong_value_is_exit_code_1_and_told_by_its_path(run: Run, articles: Path) -> None:
    wrong = put(articles, "s.json", json.dumps({"items": [{"maker": "Dell’Aqua*"}]}))
    result = run("verify", "articles/orrin.txt", wrong, "-f", "md")
    assert result.exit_code == 1
    assert r"- **altered**: items\[0\].maker (text\_altered)" in result.stdout
    assert json.loads(run("verify", "articles/orrin.txt", wrong, "-f", "json").stdout)["items"][0]["kind"] == "verbatim"


def test_a_mapping_says_what_the_fields_are(run: Run, articles: Path) -> None:
    deal = put(articles, "s.json", json.dumps([{"buyer": "Orrin Foods", "price": 2400000000, "label": "big"}]))
    result = run("verify", "articles/orrin.txt", deal, "--map", "[*]=deal", "--map", "[*].label=ignore")
    assert (result.exit_code, result.stderr) == (0, "")
    assert run("verify", "articles/orrin.txt", deal, "--map", "[*].lable=ignore").exit_code == 2
    assert run("verify", "articles/orrin.txt", deal, "--map", "[*]=dael").exit_code == 2


def test_an_extraction_that_holds_its_text_needs_no_article(run: Run, articles: Path) -> None:
    line = {"extractions": [], "text": ORRIN, "document_id": "doc_1"}
    lines = put(articles, "s.jsonl", f"{json.dumps(line)}\n{json.dumps({**line, 'document_id': 'doc_2'})}\n")
    result = run("verify", lines)
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line.startswith("doc_")] == ["doc_1", "doc_2"]
    assert len(json.loads(run("verify", lines, "-f", "json").stdout)) == 2
    result = run("verify", put(articles, "t.json", wire(ORRIN)))
    assert (result.exit_code, "name the article first" in result.stderr) == (2, True)


def test_one_broken_document_of_several_costs_the_others_nothing(run: Run, articles: Path) -> None:
    line = json.dumps({"extractions": [], "text": ORRIN, "document_id": "doc_1"})
    lines = put(
        articles,
        "s.jsonl",
        f"{line}\n{line[:-9]}\n{json.dumps({'extractions': [], 'text': '', 'document_id': 'doc_3'})}\n",
    )
    result = run("verify", lines)
    assert result.exit_code == 2
    assert result.stdout.startswith("doc_1\n")
    assert "s.jsonl is not JSON: line 2" in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_a_pydantic_class_says_what_the_fields_are(run: Run, articles: Path) -> None:
    classes = put(
        articles, "own.py", "from pydantic import BaseModel\nclass Order(BaseModel):\n    maker: str\n    n: int\n"
    )
    right = put(articles, "s.json", json.dumps({"maker": "Orrin Foods", "n": 2400000000}))
    assert run("verify", "articles/orrin.txt", right, "--schema", f"{classes}:Order").exit_code == 0
    result = run("verify", "articles/orrin.txt", put(articles, "t.json", "{}"), "--schema", f"{classes}:Order")
    assert (result.exit_code, "is no Order: maker: it is missing: give it" in result.stderr) == (2, True)


# the judge


class Strict(FirstSentence):
    """Judges down whatever speaks of a pasta maker, and says first sentences otherwise; remembers its tasks."""

    name = "fake/strict"
    needs_prompt = True

    def __init__(self) -> None:
        self.tasks: list[str] = []

    async def answer(self, question: Question) -> Answer:
        self.tasks.append(question.task)
        if question.task != "judge":
            return await super().answer(question)
        label = "contradicted" if '"text": "Orrin' in question.messages[-1].content else "entailed"
        judged = {"statement": 101, "difference": "It is no pasta maker.", "sentence": None, "label": label}
        return Answer(
            {"judgements": [judged]}, self.name, usage=Usage(input_tokens=1000, output_tokens=30), cost_usd=0.5
        )


@pytest.fixture
def strict(run: Run, monkeypatch: pytest.MonkeyPatch) -> Strict:  # noqa: ARG001
    model = Strict()
    monkeypatch.setattr("summarizer.models.providers.open_model", lambda *_, **__: model)
    return model


def test_the_judge_lowers_and_its_finding_is_shown(run: Run, articles: Path, strict: Strict) -> None:
    summary = put(articles, "s.json", wire(ORRIN))
    assert run("verify", "articles/orrin.txt", summary).exit_code == 0
    assert strict.tasks == []
    result = run("verify", "articles/orrin.txt", summary, "--judge")
    assert result.exit_code == 1
    assert "1 statement judged by fake/strict, 1 record lowered (1,030 tokens, $0.5000)" in result.stdout
    assert "altered: headline.text (meaning_contradicted)" in result.stdout
    assert "The judge reads the cited sentences otherwise: It is no pasta maker." in result.stdout
    assert "1 record: 0 verified, 0 inferred, 1 altered, 0 unsupported" in result.stdout


def test_naming_the_judging_model_is_asking_for_it(run: Run, articles: Path, strict: Strict) -> None:
    summary = put(articles, "s.json", wire(ORRIN))
    for command in (["extract", "articles/orrin.txt"], ["verify", "articles/orrin.txt", summary]):
        assert run(*command, "--judge-model", "openai/x").exit_code == 1
    assert strict.tasks == ["extract", "judge", "judge"]


@pytest.mark.usefixtures("strict")
def test_extract_and_batch_judge_and_count_it(run: Run, tmp_path: Path) -> None:
    document = json.loads(run("extract", "articles/tessel.txt", "--judge", "-f", "json").stdout)
    assert document["provenance"]["judge"]["statements"] == 1
    assert document["headline"]["verdict"] == "verified"
    done = run("batch", "articles", "-o", "out", "--judge")
    assert done.exit_code == 1
    assert "1 verified, 0 inferred, 1 altered" in done.stderr
    assert "2,000 in, 60 out" in done.stderr
    assert [line["headline"]["verdict"] for line in lines(tmp_path / "out" / "summaries.jsonl")] == [
        "altered",
        "verified",
    ]


@pytest.mark.parametrize("command", ["extract", "batch", "verify"])
def test_without_a_model_a_judge_is_a_fault_of_configuration(run: Run, articles: Path, command: str) -> None:
    summary = put(articles, "s.json", wire(ORRIN))
    arguments = {"extract": ["articles/orrin.txt"], "batch": ["articles", "-o", "out"]}
    result = run(command, *arguments.get(command, ["articles/orrin.txt", summary]), "--judge")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "set OPENAI_API_KEY, or name one with --judge-model" in result.stderr
    assert not (articles.parent / "out").exists()


def test_a_judge_that_fails_is_said_and_the_records_decide(run: Run, articles: Path, strict: Strict) -> None:
    async def fail(question: Question) -> Answer:  # noqa: ARG001
        raise Refused("the model declined to answer")

    strict.answer = fail  # type: ignore[method-assign]
    summary = put(articles, "s.json", wire(ORRIN))
    result = run("verify", "articles/orrin.txt", summary, "--judge", "-f", "json")
    assert result.exit_code == 0
    said = "the judge failed, 1 statement was not judged: the model declined to answer"
    assert result.stderr == f"summarizer: articles/orrin.txt: {said}\n"
    assert json.loads(result.stdout)["provenance"]["notes"] == [said]


def test_what_a_judge_had_found_is_not_kept_without_it(run: Run, articles: Path, strict: Strict) -> None:
    out = put(articles, "s.json", run("extract", "articles/orrin.txt", "--judge", "-f", "json").stdout)
    document = json.loads(run("verify", "articles/orrin.txt", out, "-f", "json").stdout)
    assert document["headline"]["verdict"] == "verified"
    assert document["provenance"]["judge"] is None
    # The first is on an answer without any record.
    assert "left out" in document["provenance"]["notes"][1]
    assert strict.tasks == ["extract", "judge"]


# schema and models


def test_the_schema_is_of_the_summary_unless_a_record_is_named(run: Run) -> None:
    assert json.loads(run("schema").stdout)["title"] == "Summary"
    assert json.loads(run("schema", "deal").stdout)["title"] == "Deal"
    assert "verdict" not in run("schema", "deal", "--wire").stdout


def test_the_schema_of_a_users_class_is_printed(run: Run, tmp_path: Path) -> None:
    code = "from summarizer import Record, Verbatim\nclass Recall(Record):\n    'One.'\n    product: Verbatim\n"
    reference = f"{put(tmp_path, 'recall.py', code)}:Recall"
    assert (
        "product" in json.loads(run("schema", "--schema", reference, "--wire").stdout)["$defs"]["Recall"]["properties"]
    )


def test_the_published_schemas_are_written_on_demand(run: Run, tmp_path: Path) -> None:
    assert run("schema", "--write", "schemas").exit_code == 0
    assert (tmp_path / "schemas" / "summary.json").is_file()


def test_the_models_say_what_they_need(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    table = run("models").stdout
    assert table.startswith("model")
    assert "offline" in table.splitlines()[1]
    assert "answers where no --model is given" in table.splitlines()[1]
    assert "set OPENAI_API_KEY" in table
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    assert "OPENAI_API_KEY is set" in run("models").stdout


def test_the_models_are_told_to_programs_too(run: Run) -> None:
    models = json.loads(run("models", "--format", "json").stdout)
    assert models[0]["name"] == "offline"
    held = {model["name"]: model["held"] for model in models}
    assert held["openai/gpt-5-mini"] == ["strict", "json", "words"]


def test_a_model_is_described_by_its_name(run: Run) -> None:
    assert "asked by               the Responses API\n" in run("models", "openai/o3-pro").stdout
    assert json.loads(run("models", "openai/o3-pro", "-f", "json").stdout)["limit"] == "max_output_tokens"
    assert run("models", "o3-pro").exit_code == 2


# the world outside


def test_a_fault_while_the_program_loads_is_one_line_too(
    run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "summarizer.api", None)
    result = run("extract", "-q", f"{articles}/orrin.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("summarizer: ModuleNotFoundError: import of summarizer.api halted")


def test_output_is_utf8_whatever_the_locale_says() -> None:
    done = python(
        "from summarizer.cli import main; main()",
        "schema",
        "deal",
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONIOENCODING="ascii",
    )
    assert done.returncode == 0
    assert "…" in done.stdout


def test_a_reader_that_has_read_enough_is_no_error() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "summarizer", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_that_cannot_be_written_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "summarizer", "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (2, "summarizer: cannot write the output: No space left on device\n")
