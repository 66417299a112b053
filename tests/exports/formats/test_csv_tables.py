from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.exports.formats import csv_tables
from summarizer.exports.formats.items import Item, Job
from summarizer.records import Summary

Cells = Callable[[Path], list[dict[str, str]]]


def test_there_is_a_file_a_table_even_where_it_has_no_rows(item: Item, job: Job, tmp_path: Path, cells: Cells) -> None:
    csv_tables.write([item], job, tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} >= {"articles", "deals", "deal_parties", "abstract", "findings"}
    assert cells(tmp_path / "abstract.csv") == []
    assert (tmp_path / "abstract.csv").read_text("utf-8").startswith("record_id,article_id,position,text")


def test_keys_join_a_deal_with_its_parties_and_its_article(item: Item, job: Job, tmp_path: Path, cells: Cells) -> None:
    csv_tables.write([item, item], job, tmp_path)
    second = cells(tmp_path / "deals.csv")[1]
    parties = [row for row in cells(tmp_path / "deal_parties.csv") if row["record_id"] == second["record_id"]]
    [article] = [row for row in cells(tmp_path / "articles.csv") if row["article_id"] == second["article_id"]]
    [record] = [row for row in cells(tmp_path / "records.csv") if row["record_id"] == second["record_id"]]
    assert [(row["position"], row["name"], row["role"]) for row in parties] == [
        ("0", "Quillon Optics plc", "acquirer"),
        ("1", "𝔏umen Fields Ltd.", "target"),
    ]
    assert (article["article_id"], article["path"], article["published"]) == ("2", "wire/quillon opt.txt", "2031-03-04")
    assert (record["section"], record["position"], record["verdict"]) == ("deals", "0", "inferred")
    assert (second["value_amount"], second["value_currency"], second["evidence"]) == ("2400000", "GBP", "[1]")


def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(
    item: Item, job: Job, tmp_path: Path, cells: Cells
) -> None:
    csv_tables.write([item], job, tmp_path)
    assert cells(tmp_path / "quotes.csv")[0]["text"] == '\'=SUM(A1:A9) is "not" a plan,'
    assert cells(tmp_path / "headline.csv")[0]["text"] == "'-Quillon buys 𝔏umen Fields"
    [figure] = cells(tmp_path / "claim_figures.csv")
    assert (figure["text"], figure["amount"]) == ("'-2%", "-2")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "\u00a0@"])
def test_no_cell_of_text_begins_like_a_formula(start: str, job: Job, tmp_path: Path, cells: Cells, item: Item) -> None:
    item.document["headline"]["text"] = f"{start}cmd|' /C calc'!A0"
    csv_tables.write([item], job, tmp_path)
    assert cells(tmp_path / "headline.csv")[0]["text"] == f"'{start}cmd|' /C calc'!A0"


def test_formulas_stay_where_programs_read_them(item: Item, tmp_path: Path, cells: Cells) -> None:
    csv_tables.write([item], Job(Summary, formulas=True), tmp_path)
    assert cells(tmp_path / "quotes.csv")[0]["text"] == '=SUM(A1:A9) is "not" a plan,'


def test_a_byte_order_mark_is_written_where_it_is_asked_for(item: Item, job: Job, tmp_path: Path) -> None:
    marked, plain = tmp_path / "marked", tmp_path / "plain"
    for folder, one in ((marked, Job(Summary, bom=True)), (plain, job)):
        folder.mkdir()
        csv_tables.write([item], one, folder)
    assert (marked / "deals.csv").read_bytes() == b"\xef\xbb\xbf" + (plain / "deals.csv").read_bytes()


def test_pandas_reads_what_was_written(item: Item, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="the extra `pandas` is not installed")
    csv_tables.write([item], Job(Summary, formulas=True, bom=True), tmp_path)
    frame = pandas.read_csv(tmp_path / "spans.csv")
    assert item.text() is not None
    assert [item.text()[row.start : row.end] for row in frame.itertuples()] == frame["text"].to_list()


def test_duckdb_joins_what_was_written(item: Item, job: Job, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    csv_tables.write([item], job, tmp_path)
    query = f"""
        SELECT name FROM '{tmp_path}/deals.csv' JOIN '{tmp_path}/deal_parties.csv' USING (record_id)
        WHERE role = 'target' AND value_amount > 2e6
    """
    with duckdb.connect() as connection:
        assert connection.execute(query).fetchall() == [("𝔏umen Fields Ltd.",)]
