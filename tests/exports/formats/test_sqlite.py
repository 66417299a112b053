from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ConfigurationError
from summarizer.exports.formats import sqlite
from summarizer.exports.formats.items import Item, Job
from summarizer.exports.formats.published import published_layouts
from summarizer.exports.formats.views import VIEWS
from summarizer.records import Extraction

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def database(item: Item, job: Job, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    sqlite.write([item, item], job, tmp_path / "s.sqlite")
    with closing(sqlite3.connect(tmp_path / "s.sqlite")) as connection:
        yield connection


def test_every_key_leads_somewhere(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_row_that_belongs_to_nothing_is_refused(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.execute("INSERT INTO deal_parties VALUES (999, 0, 'nobody', 'other')")


def test_every_table_but_the_first_points_into_another(database: sqlite3.Connection) -> None:
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    alone = [name for name in names if not database.execute(f"PRAGMA foreign_key_list({name})").fetchall()]
    assert alone == ["articles"]


def test_the_deals_of_an_acquirer(database: sqlite3.Connection) -> None:
    ask = "SELECT target, value_amount, value_currency, published FROM deals_by_acquirer WHERE acquirer = ?"
    row = ("𝔏umen Fields Ltd.", 2_400_000.0, "GBP", "2031-03-04")
    assert database.execute(ask, ("Quillon Optics plc",)).fetchall() == [row, row]


def test_who_said_what(database: sqlite3.Connection) -> None:
    ask = "SELECT text, affiliation FROM who_said_what WHERE speaker = 'Petra Ohlund' AND article_id = 2"
    assert database.execute(ask).fetchall() == [('=SUM(A1:A9) is "not" a plan,', "Quillon")]


def test_the_claims_of_the_article_itself(database: sqlite3.Connection) -> None:
    ask = "SELECT statement, figures FROM claims_by_claimant WHERE claimant = 'the article' AND article_id = 1"
    assert database.execute(ask).fetchall() == [("Sales fell 5.4%.", "-2%")]


def test_what_does_not_hold(database: sqlite3.Connection) -> None:
    ask = "SELECT section, position, verdict, said, source FROM what_does_not_hold WHERE article_id = 1"
    assert database.execute(ask).fetchall() == [("claims", 0, "altered", "5.4%", "4.5%")]


def test_the_published_statements_are_current() -> None:
    """If not: `summarizer schema --write schemas`."""
    for name, text in published_layouts().items():
        assert (ROOT / "schemas/exports" / name).read_text("utf-8") == text
    assert {path.name for path in (ROOT / "schemas/exports").iterdir()} == set(published_layouts())


def test_the_published_statements_make_the_database() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(published_layouts()["tables.sql"])
        views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name").fetchall()
    assert views == sorted((view.name,) for view in VIEWS)


def test_records_of_a_user_have_a_table_of_their_own(recall_class: Any, item: Item, tmp_path: Path) -> None:
    record = {"product": "kettle", "cost": None, "units": [7], "evidence": [1], "spans": [], "verdict": "verified"}
    document = {"source": item.document["source"], "provenance": {"model": "m"}, "records_of": "Recall"}
    given = Item({**document, "items": [{**record, "findings": []}]}, 100, lambda _: None)
    for cls, ask, expected in (
        (
            Extraction[recall_class],
            "SELECT product, value FROM recall JOIN recall_units USING (record_id)",
            ("kettle", 7),
        ),
        (Extraction, "SELECT json_extract(fields, '$.product'), verdict FROM items", ("kettle", "verified")),
    ):
        path = tmp_path / f"{expected[1]}.sqlite"
        sqlite.write([given], Job(cls), path)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute(ask).fetchall() == [expected]
            assert connection.execute("SELECT count(*) FROM what_does_not_hold").fetchall() == [(0,)]


def test_a_number_that_no_column_holds_is_an_error(item: Item, job: Job, tmp_path: Path) -> None:
    item.document["source"]["characters"] = 1 << 70
    with pytest.raises(ConfigurationError, match="cannot be written"):
        sqlite.write([item], job, tmp_path / "s.sqlite")


def test_a_database_of_somebody_else_is_not_ours(tmp_path: Path, item: Item, job: Job) -> None:
    with closing(sqlite3.connect(tmp_path / "theirs.sqlite")) as connection:
        connection.execute("CREATE TABLE a (b)")
    sqlite.write([item], job, tmp_path / "ours.sqlite")
    assert sqlite.is_ours(tmp_path / "ours.sqlite")
    assert not sqlite.is_ours(tmp_path / "theirs.sqlite")
