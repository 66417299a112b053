from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pyarrow = pytest.importorskip("pyarrow", reason="the extra `parquet` is not installed")
from pyarrow import parquet  # noqa: E402

from summarizer.errors import ConfigurationError  # noqa: E402
from summarizer.exports.documents import document  # noqa: E402
from summarizer.exports.formats import arrow  # noqa: E402
from summarizer.exports.formats.items import Item, Job  # noqa: E402
from summarizer.records import Extraction, Summary  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]


def written(items: list[Item], job: Job, path: Path) -> Path:
    with path.open("wb") as stream:
        arrow.write_parquet(items, job, stream)
    return path


def as_json(value: Any) -> Any:
    """What came back, with dates as JSON has them."""
    if isinstance(value, dict):
        return {name: as_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def test_what_comes_back_is_the_document(item: Item, summary: Summary, job: Job, tmp_path: Path) -> None:
    [row] = parquet.read_table(written([item], job, tmp_path / "s.parquet")).to_pylist()
    expected = document(summary)
    expected["provenance"] |= {"attempts": None, "unread": None}  # a column is never left away
    expected["dropped"][0]["record"] = json.dumps(expected["dropped"][0]["record"], separators=(",", ":"))
    assert as_json(row) == expected


def test_an_arrow_file_holds_the_same(item: Item, job: Job, tmp_path: Path) -> None:
    stream = io.BytesIO()
    arrow.write_arrow([item], job, stream)
    table = pyarrow.ipc.open_file(io.BytesIO(stream.getvalue())).read_all()
    assert table.to_pylist() == parquet.read_table(written([item], job, tmp_path / "s.parquet")).to_pylist()


def test_the_columns_are_the_same_whatever_is_in_them(item: Item, job: Job, tmp_path: Path) -> None:
    empty = Summary(source=item.document["source"], provenance={"model": "offline"})
    bare = Item(document(empty), 100, lambda _: None)
    schemas = [
        parquet.read_schema(written(items, job, tmp_path / f"{at}.parquet"))
        for at, items in enumerate(([item], [bare], []))
    ]
    assert schemas[0].equals(schemas[1], check_metadata=True)
    assert schemas[0].equals(schemas[2], check_metadata=True)


def test_the_columns_are_the_published_ones(job: Job) -> None:
    def described(kind: Any) -> dict[str, Any]:
        if pyarrow.types.is_struct(kind):
            return {"type": "struct", "fields": [{"name": f.name, **described(f.type)} for f in kind.fields]}
        if pyarrow.types.is_list(kind):
            return {"type": "list", "element": described(kind.value_type)}
        return {"type": {"date32[day]": "date32", "double": "float64"}.get(str(kind), str(kind))}

    published = json.loads((ROOT / "schemas/exports/parquet.json").read_text("utf-8"))
    schema = arrow.arrow_schema(job)
    assert [{"name": field.name, **described(field.type)} for field in schema] == published["fields"]
    assert schema.metadata[b"summarizer.layout_version"].decode() == published["layout_version"]


def test_many_results_make_several_row_groups_in_their_order(
    item: Item, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrow, "_BATCH_BYTES", 30_000)
    monkeypatch.setattr(arrow, "_GROUP_BYTES", 1)
    items = [
        Item({**item.document, "source": {**item.document["source"], "path": f"{at}.txt"}}, 10_000, item.find_text)
        for at in range(10)
    ]
    file = parquet.ParquetFile(written(items, job, tmp_path / "s.parquet"))
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [3, 3, 3, 1]
    paths = [row["source"]["path"] for row in file.read(columns=["source.path"]).to_pylist()]
    assert paths == [f"{at}.txt" for at in range(10)]


def test_duckdb_reads_amounts_and_dates(item: Item, job: Job, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    path = written([item], job, tmp_path / "s.parquet")
    query = f"""
        SELECT source.published, deal.value.amount, deal.value.currency, deal.dates[1]."when".earliest, span.text
        FROM '{path}', unnest(deals) AS of_deals(deal), unnest(deal.spans) AS of_spans(span)
        WHERE span.field = 'subject'
    """
    with duckdb.connect() as connection:
        rows = connection.execute(query).fetchall()
    assert rows == [(date(2031, 3, 4), 2_400_000.0, "GBP", date(2031, 3, 3), "𝔏umen Fields Ltd.")]


def test_polars_reads_it(item: Item, job: Job, tmp_path: Path) -> None:
    polars = pytest.importorskip("polars", reason="the extra `polars` is not installed")
    frame = polars.read_parquet(written([item], job, tmp_path / "s.parquet"))
    amounts = frame.explode("deals").select(polars.col("deals").struct.field("value").struct.field("amount"))
    assert amounts["amount"].to_list() == [2_400_000.0]


def test_pandas_reads_it(item: Item, job: Job, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="the extra `pandas` is not installed")
    frame = pandas.read_parquet(written([item], job, tmp_path / "s.parquet"))
    assert frame["quotes"][0][0]["text"] == '=SUM(A1:A9) is "not" a plan,'


def test_records_of_a_class_that_is_not_known_are_json(recall_class: Any, tmp_path: Path, item: Item) -> None:
    recall = recall_class(product="kettle", units=[1, 2], evidence=[1])
    extraction = Extraction[recall_class](  # type: ignore[valid-type]
        source=item.document["source"], provenance={"model": "m"}, records_of="Recall", items=[recall]
    )
    given = Item(document(extraction), 100, lambda _: None)
    [row] = parquet.read_table(written([given], Job(Extraction), tmp_path / "a.parquet")).to_pylist()
    assert json.loads(row["items"][0]["fields"]) == {"product": "kettle", "cost": None, "units": [1, 2]}
    assert row["items"][0]["evidence"] == [1]
    known = Job(Extraction[recall_class])  # type: ignore[valid-type]
    [row] = parquet.read_table(written([given], known, tmp_path / "b.parquet")).to_pylist()
    assert row["items"][0]["product"] == "kettle"
    assert row["items"][0]["units"] == [1, 2]


def test_a_number_that_no_column_holds_is_an_error_that_names_the_article(item: Item, job: Job) -> None:
    source = {**item.document["source"], "characters": 1 << 70}
    huge = Item({**item.document, "source": source}, 100, item.find_text)
    with pytest.raises(ConfigurationError, match="quillon opt"):
        arrow.write_parquet([huge], job, io.BytesIO())


def test_a_file_of_somebody_else_is_not_ours(item: Item, job: Job, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.parquet"
    parquet.write_table(pyarrow.table({"a": [1]}), theirs)
    (tmp_path / "text").write_text("no table at all")
    assert arrow.is_ours(written([item], job, tmp_path / "ours.parquet"))
    assert not arrow.is_ours(theirs)
    assert not arrow.is_ours(tmp_path / "text")
