"""The benchmark of the offline rules: what it counts and how it varies texts, on invented articles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer.pipeline

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.offline import articles, deals, gold, peers, quotes  # noqa: E402
from benchmarks.offline.__main__ import absent  # noqa: E402
from benchmarks.offline.reference import DataError, load_lines, part_of  # noqa: E402
from benchmarks.offline.report import articles_table, deals_table, quotes_table  # noqa: E402
from benchmarks.offline.stages import STAGES  # noqa: E402
from summarizer import Article  # noqa: E402

MILL = (
    "Pallister Mills agreed to buy Tessary for $40 million.\n\n"
    "“We have looked for such a mill since 2019,” said Odile Brandt, its chief executive, on 14 May."
)


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "WARMING", 0)


def test_the_parts_are_disjoint_and_together_all() -> None:
    documents = [{"id": f"mill{number}"} for number in range(20)]
    read, unread = part_of(documents, "id", "read"), part_of(documents, "id", "unread")
    assert read
    assert unread
    assert sorted(map(str, read + unread)) == sorted(map(str, part_of(documents, "id", "all")))


@pytest.mark.usefixtures("cold")
def test_the_table_counts_articles_records_and_time() -> None:
    table = articles.run([Article.from_text(MILL), Article.from_text("Nothing was sold.")])
    assert (table.articles, table.characters, table.errors) == (2, len(MILL) + 17, [])
    assert (table.records["headline"], table.records["quotes"]) == (2, 1)
    assert (table.empty["headline"], table.empty["quotes"]) == (0, 1)
    assert sum(table.verdicts.values()) == sum(table.records.values())
    assert table.usual_rate == pytest.approx(table.rate * table.characters / 2 / 2500)


@pytest.mark.usefixtures("cold")
def test_an_article_that_fails_is_an_error_in_the_table_and_not_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: object, article: Article) -> object:
        if "Tessary" in article.text:
            raise ZeroDivisionError("no mill")
        return await run(self, article)

    run = articles.Pipeline.run
    monkeypatch.setattr(articles.Pipeline, "run", fail)
    table = articles.run([Article(MILL, path="mill.txt"), Article.from_text("Nothing was sold.")])
    assert table.errors == ["mill.txt: ZeroDivisionError: no mill"]
    assert (table.articles, len(table.seconds)) == (1, 1)
    assert "errors: 1" in list(articles_table(table))


def test_what_the_verifier_marks_is_shown_with_its_code() -> None:
    table = articles.Table(articles=1, characters=100, seconds=[0.02])
    table.records["deals"] = 1
    table.verdicts["deals", "altered"] = 1
    table.codes["unit_altered"] = 1
    table.marked.append(articles.Marked("mill.txt", "deals[0]", "altered", ("unit_altered",), "{…}", "It is pounds."))
    lines = list(articles_table(table, show=1))
    assert "deals             1        1.00        0            0            0            1            0" in lines
    assert "marked by the verifier: unit_altered 1" in lines
    assert any(line.endswith("50 a second on one core, 2 of 2,500 characters") for line in lines)
    assert "mill.txt deals[0] altered (unit_altered): It is pounds." in lines


def test_a_varied_copy_has_other_names_and_numbers_and_is_the_same_for_the_same_seed() -> None:
    copy = articles.varied(MILL, 7)
    assert copy == articles.varied(MILL, 7) != articles.varied(MILL, 8)
    assert "Tessary" not in copy
    assert "Odile" not in copy
    assert copy.startswith("Pallister Mil")
    assert " agreed to buy Tes" in copy


def test_memory_is_shown_at_intervals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "STEPS", 2)
    steps = list(articles.watch([Article.from_text(MILL)], 5))
    assert [done for done, _, _ in steps] == [2, 4, 5]
    assert all(megabytes > 1 and rate > 0 for _, megabytes, rate in steps)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We are full,” said Odile Brandt on Monday.", "We are full,", "Odile Brandt"),
        ('"We are full," Brandt said.', "We are full,", "Brandt"),
        ("Brandt said, “we are full.”", "we are full.", "Brandt"),
        ("“We are full,” she said.", "We are full,", "she"),
    ],
)
def test_the_naive_pattern_takes_who_said_stands_beside(text: str, words: str, speaker: str) -> None:
    [answer] = peers.said_beside(text)
    [[start, end]] = answer["spans"]
    assert (text[start:end], answer["speaker"]) == (words, speaker)


def test_the_other_pattern_takes_every_stretch_of_four_words() -> None:
    text = "The “green mill” was shut. “It will not open again,” said Brandt. “Nobody has asked us yet.”"
    assert [answer["speaker"] for answer in peers.quoted_stretches(text)] == ["Brandt", None]


def test_the_naive_deal_has_the_parties_and_the_price() -> None:
    assert peers.naive_deal("Fen Corp <FEN> said it acquired Ost Mills Inc for 12.5 mln dlrs.") == {
        "purchaser": ["Fen Corp"],
        "acquired": ["Ost Mills Inc"],
        "dlramt": ["12.5 mln dlrs"],
    }
    assert peers.naive_deal("Ost Inc sold its mill to Fen Corp") == {"seller": ["Ost Inc"], "purchaser": ["Fen Corp"]}


def test_the_tables_have_a_row_for_each_subset_and_slot() -> None:
    near = {"P": 0.5, "R": 0.25, "F1": 0.3333}
    result = {
        "counts": {"gold": 8, "pred": 4},
        "overlap": near,
        "exact": near,
        "coverage": near,
        "speaker": 1.0,
        "speaker_named": 0.5,
        "cov_speaker": 0.75,
    }
    rows = list(quotes_table({"somebody": {"direct": result}}))
    assert rows[1:] == [
        "somebody",
        "  direct       8      4   0.500  0.250  0.333     0.333    1.000  0.500       0.333    0.750",
    ]
    slot = {"P": 0.5, "R": 0.25, "F": 0.333, "n": [2, 4, 8]}
    views = {"strict": {"seller": slot}, "relaxed": {"seller": slot}, "grounded": 1.0, "status_class": [3, 4]}
    assert list(deals_table({"somebody": views}))[2:] == [
        "  seller         8      4     0.500  0.250  0.333      0.500  0.250  0.333",
        "  grounded 1.000; status class right in 3 of 4",
    ]


def test_the_own_gold_is_scored_set_by_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gold, "FOLDER", tmp_path)
    (tmp_path / "seen").mkdir()
    (tmp_path / "seen/mill.txt").write_text(MILL, encoding="utf-8")
    quote = {"text": "We have looked for such a mill since 2019", "speaker": "Odile Brandt"}
    (tmp_path / "seen/mill.json").write_text(json.dumps({"quotes": [quote], "deals": []}), encoding="utf-8")
    evaluation = gold.score("seen")
    assert evaluation is not None
    assert evaluation.kinds["quotes"].records.right == 1
    assert evaluation.missing == ()
    assert gold.score("unseen") is None


def test_reference_data_may_be_absent_and_a_file_that_is_named_may_not() -> None:
    assert absent(articles.DATA / "quotes" / "no_such_file.jsonl")
    assert not absent(ROOT / "README.md")
    with pytest.raises(DataError, match="no such file or folder"):
        absent(ROOT / "no_such_file.jsonl")


def test_where_the_reference_data_is_absent_the_run_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from benchmarks.offline import __main__ as program

    for module, folder in ((quotes, "quotes"), (deals, "deals"), (articles, "articles")):
        monkeypatch.setattr(module, "FOLDER", tmp_path / folder)
    monkeypatch.setattr(articles, "DATA", tmp_path)
    monkeypatch.setattr(sys, "argv", ["offline", "--only", "quotes", "--only", "deals", "--only", "articles"])
    program.main()
    assert capsys.readouterr().out.count("is not on this machine") == 3


@pytest.mark.usefixtures("cold")
def test_one_command_prints_the_table_and_writes_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from benchmarks.offline import __main__ as program

    (tmp_path / "in").mkdir()
    (tmp_path / "in/mill.txt").write_text(MILL, encoding="utf-8")
    figures = tmp_path / "figures.json"
    command = ["offline", "--only", "articles", "--articles", str(tmp_path / "in"), "--json", str(figures)]
    monkeypatch.setattr(sys, "argv", command)
    program.main()
    assert "errors: none" in capsys.readouterr().out
    assert json.loads(figures.read_text(encoding="utf-8"))["articles"]["articles"] == 1


def test_the_scorer_of_the_reference_data_is_called_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An invented scorer that counts: the documents of the part that was asked for, and an answer for each."""
    (tmp_path / "score_deals.py").write_text(
        "def score(gold, answers):\n    return {'gold': len(gold), 'answers': [a['id'] for a in answers]}\n",
        encoding="utf-8",
    )
    path = tmp_path / "dev.jsonl"
    path.write_text("\n".join(json.dumps({"id": str(at), "text": MILL}) for at in range(4)), encoding="utf-8")
    monkeypatch.setattr(deals, "FOLDER", tmp_path)
    assert deals.score(path, part="read") == {"gold": 3, "answers": ["0", "1", "2"]}
    assert next(iter(peers.score_deals(path, "unread").values())) == {"gold": 1, "answers": ["3"]}


def test_the_help_names_every_option() -> None:
    command = [sys.executable, "-m", "benchmarks.offline", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    options = "--part --only --quotes --deals --articles --peers --show --stages --json --memory"
    for option in options.split():
        assert option in done.stdout


def refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a run says on standard error that ends with exit code 2 and prints no table."""
    from benchmarks.offline import __main__ as program

    monkeypatch.setattr(sys, "argv", ["offline", *arguments])
    with pytest.raises(SystemExit) as end:
        program.main()
    printed = capsys.readouterr()
    assert (end.value.code, printed.out) == (2, "")
    return printed.err


@pytest.mark.usefixtures("cold")
def test_an_empty_file_among_the_articles_is_an_error_in_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from benchmarks.offline import __main__ as program

    (tmp_path / "mill.txt").write_text(MILL, encoding="utf-8")
    (tmp_path / "void.txt").touch()
    monkeypatch.setattr(sys, "argv", ["offline", "--only", "articles", "--articles", str(tmp_path)])
    program.main()
    shown = capsys.readouterr().out
    assert "errors: 1\n  ReadError: " in shown
    assert "void.txt: the article is empty" in shown
    assert "1 articles of " in shown


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no document"),
        (b'{"id": "1", "text": "caf\xe9"}', "is not UTF-8: invalid continuation byte at byte 24"),
        (b'{"id": "1", "text": "Fen"}\n{"id"', "line 2 is not JSON"),
        (b'["Fen"]', "line 1 is no object with a `text`"),
        (b'{"text": "Fen"}', "a document has no `id`"),
        (b'{"id": "2", "text": "Fen"}', "there is no document in the part 'unread'"),
    ],
)
def test_data_that_cannot_be_used_is_exit_code_2_with_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    path = tmp_path / "deals.jsonl"
    path.write_bytes(content)
    assert message in refused(monkeypatch, capsys, "--only", "deals", "--part", "unread", "--deals", str(path))


def test_a_folder_without_an_article_is_exit_code_2_with_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ("--only", "articles", "--articles", str(tmp_path))
    assert f"{tmp_path} holds no article" in refused(monkeypatch, capsys, *command)
    (tmp_path / "void.txt").touch()
    assert f"{tmp_path}: no article of it can be read" in refused(monkeypatch, capsys, *command)


@pytest.mark.parametrize(
    "option", [("--memory", "0"), ("--show", "-1"), ("--show", "many"), ("--json", "nowhere/figures.json")]
)
def test_an_option_out_of_bounds_is_exit_code_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], option: tuple[str, str]
) -> None:
    assert f"argument {option[0]}: " in refused(monkeypatch, capsys, *option)


def test_a_line_separator_inside_a_text_ends_no_document(tmp_path: Path) -> None:
    path = tmp_path / "deals.jsonl"
    path.write_text(json.dumps({"text": "Fen\u2028Ost"}, ensure_ascii=False) + "\r\n\n", encoding="utf-8")
    assert load_lines(path) == [{"text": "Fen\u2028Ost"}]


@pytest.mark.usefixtures("cold")
def test_the_time_by_stage_adds_up_to_the_time_of_the_articles() -> None:
    before = articles.Pipeline, summarizer.pipeline.verify_sections
    table = articles.run([Article.from_text(MILL)] * 3, stages=True)
    assert (articles.Pipeline, summarizer.pipeline.verify_sections) == before
    assert set(table.stages) == set(STAGES)
    assert all(seconds > 0 for seconds in table.all_stages.values())
    assert sum(table.all_stages.values()) == pytest.approx(sum(table.seconds))
    rows = "\n".join(articles_table(table))
    assert "\nby stage             ms an article   share\n  cutting sentences" in rows
    assert "\n  the rest " in rows


@pytest.mark.usefixtures("cold")
def test_the_stages_are_shown_only_where_they_were_timed() -> None:
    table = articles.run([Article.from_text(MILL)])
    assert table.document()["milliseconds_by_stage"] == {}
    assert "by stage" not in "\n".join(articles_table(table))
