"""The files of a report: where they go, when they are paged, what they leave alone."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.batch.report import is_current, write_report
from summarizer.cli import app
from summarizer.commands.report import leave_report
from summarizer.errors import ConfigurationError
from tests.report.conftest import ANSWERS

MakeRun = Callable[..., Path]
ROOT = Path(__file__).resolve().parents[2]


def one_article(number: int) -> dict[str, str]:
    return {f"article {number}.txt": f"Weft & Warp opened mill number {number}.\n\nIt employs {number} people."}


@pytest.fixture
def offline(tmp_path: Path) -> Callable[..., Path]:
    """The results of `summarizer batch` over a few articles, offline."""

    def make(*options: str, articles: int = 3) -> Path:
        folder = tmp_path / "mills"
        folder.mkdir(exist_ok=True)
        for number in range(articles):
            for name, text in one_article(number).items():
                (folder / name).write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, ["batch", str(folder), "-o", str(tmp_path / "out"), "-m", "offline", *options])
        assert done.exit_code == 0, done.stderr
        return tmp_path / "out"

    return make


def test_a_small_report_is_one_file_that_has_all_articles(make_run: MakeRun) -> None:
    written = write_report(make_run())
    assert (written.path.name, written.pages, written.articles, written.without_text) == ("report.html", 0, 4, 0)
    page = written.path.read_text("utf-8")
    assert page.count("<article ") == 4
    assert not written.path.with_suffix("").exists()


def test_a_long_report_in_one_file_has_every_word_and_tag_whole(offline: Callable[..., Path]) -> None:
    long = {f"mill{number}": f"mill{number:05}x" for number in range(16_000)}
    folder = offline("--no-report", articles=1).parent / "mills"
    (folder / "long.txt").write_text(f"Weft & Warp opened a mill. {' '.join(long.values())}.", encoding="utf-8")
    out = offline("--no-report", articles=1)
    page = write_report(out, one_file=True).path.read_text("utf-8")
    assert len(page) > 2 * (1 << 16)
    assert [word for word in long.values() if word not in page] == []
    assert re.findall(r"</?\n|<[^>]*[a-z]=[^ \">]*\n", page) == []


def test_a_headline_that_does_not_hold_is_shown_with_its_words_below_another_title(
    make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Nobody spoke at the mill on that day, said Weft & Warp."
    headline = {"text": "Tamsin Foods buys the whole of the moon", "evidence": [1]}
    monkeypatch.setitem(ANSWERS, text, {"headline": headline})
    page = write_report(make_run({"moon.txt": text})).path.read_text("utf-8")
    assert "<h1>moon.txt</h1>" in page
    assert "<li id=1h0>Tamsin Foods buys the whole of the moon" in page


def test_the_same_store_gives_the_same_bytes(make_run: MakeRun) -> None:
    out = make_run()
    first = write_report(out).path.read_bytes()
    program = "import sys; from pathlib import Path; from summarizer.batch.report import write_report; "
    program += "write_report(Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", program, str(out)], check=True, env=environment)
    assert (out / "report.html").read_bytes() == first


def test_pages_lead_to_each_other_and_stay_where_they_are(make_run: MakeRun) -> None:
    out = make_run()
    written = write_report(out, one_file=False)
    folder = out / "report"
    pages = {path.name for path in folder.glob("*.html")}
    assert (written.pages, len(pages)) == (4, 4)
    start = (out / "report.html").read_text("utf-8")
    assert set(re.findall(r'href="report/([^"#]+)', start)) == pages
    takeover = next(name for name in pages if name.startswith("takeover-"))
    text = (folder / takeover).read_text("utf-8")
    assert 'href="../report.html"' in text
    assert re.search(r'href="(stake-\w+\.html)" rel="prev"', text)
    (out.parent / "articles/hostile.txt").unlink()
    assert write_report(out, one_file=False).pages == 4
    assert {path.name for path in folder.glob("*.html")} == pages


def test_a_report_that_is_one_file_again_takes_its_pages_away(make_run: MakeRun) -> None:
    out = make_run()
    write_report(out, one_file=False)
    write_report(out, one_file=True)
    assert sorted(path.name for path in out.iterdir() if path.name.startswith((".", "report"))) == ["report.html"]


def test_a_report_that_is_too_large_is_paged(make_run: MakeRun, monkeypatch: pytest.MonkeyPatch) -> None:
    out = make_run()
    size = write_report(out).path.stat().st_size
    monkeypatch.setattr("summarizer.batch.report.LARGEST_FILE", size - 1)
    assert write_report(out).pages == 4
    assert write_report(out, one_file=True).pages == 0


def test_what_others_wrote_is_left_alone(make_run: MakeRun) -> None:
    out = make_run()
    (out / "report").mkdir()
    (out / "report" / "mine.txt").write_text("mine")
    with pytest.raises(ConfigurationError, match=r"report is no folder of ours: move it away"):
        write_report(out, one_file=False)
    write_report(out)
    assert (out / "report" / "mine.txt").read_text() == "mine"
    (out / "report.html").write_text("<h1>mine</h1>")
    with pytest.raises(ConfigurationError, match=r"report\.html is no report of ours: move it away"):
        write_report(out)
    assert (out / "report.html").read_text() == "<h1>mine</h1>"


def test_a_report_that_cannot_be_written_says_so(make_run: MakeRun, tmp_path: Path) -> None:
    out = make_run()
    with pytest.raises(ConfigurationError, match="is no folder: make it"):
        write_report(out, tmp_path / "nowhere" / "report.html")
    with pytest.raises(ConfigurationError, match="holds no run"):
        write_report(tmp_path)
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(ConfigurationError, match="cannot write"):
        write_report(out, tmp_path / "folder.html")


def test_an_article_that_changed_is_shown_by_its_cited_sentences(make_run: MakeRun) -> None:
    out = make_run()
    (out.parent / "articles/takeover.txt").write_text("Something else.")
    (out.parent / "articles/stake.txt").unlink()
    written = write_report(out)
    assert written.without_text == 2
    page = written.path.read_text("utf-8")
    assert "its file has changed since" in page
    assert "its file is not where it was" in page
    assert "Something else." not in page


def test_the_articles_may_lie_elsewhere_now(make_run: MakeRun, tmp_path: Path) -> None:
    out = make_run()
    (tmp_path / "articles").rename(tmp_path / "moved")
    assert write_report(out).without_text == 4
    assert write_report(out, articles=tmp_path / "moved").without_text == 0


def test_a_run_without_results_has_a_report(make_run: MakeRun) -> None:
    page = write_report(make_run({"a.txt": " "})).path.read_text("utf-8")
    assert "ReadError" in page
    assert re.search(r"<td>a\.txt\s*<td>", page)


def test_what_the_policy_dropped_is_shown_as_dropped(make_run: MakeRun) -> None:
    page = write_report(make_run(policy="drop")).path.read_text("utf-8")
    assert re.search(r"<li id=\d+c\d+><s>Sales at Orlo rose 7% last year\.</s>", page)
    assert not re.search(r"<li id=\d+c\d+>Sales at Orlo rose", page)


def test_the_store_is_not_written(make_run: MakeRun) -> None:
    out = make_run()

    def all_of_it() -> list[str]:
        with sqlite3.connect(out / "run.sqlite") as connection:
            found = list(connection.iterdump())
        connection.close()
        return found

    before = all_of_it()
    write_report(out)
    assert all_of_it() == before


def test_batch_writes_the_report_and_leaves_it_where_nothing_is_new(offline: Callable[..., Path]) -> None:
    out = offline()
    first = (out / "report.html").stat()
    assert is_current(out)
    offline()
    assert (out / "report.html").stat().st_mtime_ns == first.st_mtime_ns
    offline(articles=4)
    assert "4 articles" in (out / "report.html").read_text("utf-8")


def test_batch_leaves_the_report_where_it_is_not_wanted(offline: Callable[..., Path]) -> None:
    assert not (offline("--no-report") / "report.html").exists()


def test_a_large_run_ends_without_a_report_that_nobody_asked_for(
    offline: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("summarizer.commands.report.MOST_UNASKED", 1)
    out = offline()
    assert not (out / "report.html").exists()
    capsys.readouterr()
    leave_report(out, 2, asked=None, quiet=False)
    assert f"`summarizer report {out}`" in capsys.readouterr().err
    leave_report(out, 2, asked=True, quiet=True)
    assert is_current(out)


def test_a_report_is_no_article_of_the_next_run(tmp_path: Path) -> None:
    mills = tmp_path / "mills"
    (mills / "deep").mkdir(parents=True)
    (mills / "a.txt").write_text("Weft & Warp opened a mill.")
    shutil.copy(ROOT / "examples/articles/acquisition.html", mills / "deep" / "report.html")

    def batch(out: Path) -> int:
        done = CliRunner().invoke(app, ["batch", str(mills), "-o", str(out), "-m", "offline"])
        assert done.exit_code == 0
        return len((out / "summaries.jsonl").read_text("utf-8").splitlines())

    for out in (mills / "one", mills / "other", mills):
        for one_file in (True, False):
            assert batch(out) == 2
            write_report(out, one_file=one_file)
    assert batch(mills) == 2
    with pytest.raises(ConfigurationError, match="would lie among the articles"):
        write_report(mills / "one", mills / "deep" / "mine.html")


def test_a_run_that_is_broken_off_leaves_a_report(
    offline: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = offline("--no-report")

    async def broken_off(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("summarizer.commands.batch._batch", broken_off)
    folder = str(out.parent / "mills")
    assert CliRunner().invoke(app, ["batch", folder, "-o", str(out), "-m", "offline"]).exit_code == 130
    assert "3 articles" in (out / "report.html").read_text("utf-8")


def test_a_report_that_fails_costs_the_run_nothing(
    offline: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("summarizer.batch.report.write_report", broken)
    out = offline()
    assert len((out / "summaries.jsonl").read_text("utf-8").splitlines()) == 3
    (tmp_path / "out/report.html").mkdir()
    monkeypatch.undo()
    folder = str(tmp_path / "mills")
    done = CliRunner().invoke(app, ["batch", folder, "-o", str(out), "-m", "offline"])
    assert done.exit_code == 0
    assert "no report: cannot write" in done.stderr


def test_the_command_writes_where_it_is_told(offline: Callable[..., Path], tmp_path: Path) -> None:
    out = offline("--no-report")
    target = tmp_path / "mill report.html"
    done = CliRunner().invoke(app, ["report", str(out), "-o", str(target), "--pages"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"summarizer: {target}: 3 articles, each on a page\n"
    assert len(list((tmp_path / "mill report").glob("*.html"))) == 3
    assert 'href="mill%20report/article-0-' in target.read_text("utf-8")
    assert CliRunner().invoke(app, ["report", str(tmp_path)]).exit_code == 2
