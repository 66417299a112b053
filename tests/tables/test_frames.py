from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from summarizer import summarize, to_pandas, to_polars
from summarizer.errors import ConfigurationError
from summarizer.fields import Money
from summarizer.foreign.results import ForeignResult
from summarizer.records import Deal, DealDate, Provenance, Source, Summary, When
from summarizer.tables.layout import tables_of

ARTICLES = Path(__file__).resolve().parents[2] / "examples/articles"
SOURCE = Source(path="a.txt", sha256="0" * 64, characters=3, published=date(2031, 3, 4))


@pytest.fixture
def summary() -> Summary:
    deal = Deal(
        kind="supply",
        status="agreed",
        parties=[],
        subject="pumps",
        value=Money(text="$3", amount=3, currency="USD"),
        dates=[
            DealDate(event="signed", when=When(text="then", earliest=date(1066, 10, 14), latest=None)),
        ],
    )
    return Summary(source=SOURCE, provenance=Provenance(model="m"), deals=[deal])


def test_pandas_frames_have_the_values_and_types_that_know_what_is_missing(summary: Summary) -> None:
    pandas = pytest.importorskip("pandas", reason="the extra `pandas` is not installed")
    frames = summary.to_pandas()
    assert list(frames) == [table.name for table in tables_of(Summary)]
    [deal] = frames["deals"].to_dict("records")
    assert (deal["subject"], deal["value_amount"], deal["value_currency"]) == ("pumps", 3.0, "USD")
    assert frames["deals"]["value_high"].isna().all()
    [day] = frames["deal_dates"].to_dict("records")
    assert day["when_earliest"] == pandas.Timestamp("1066-10-14")
    assert day["when_latest"] is pandas.NaT
    assert str(frames["quotes"]["speaker"].dtype) == "string"
    assert str(frames["claim_figures"]["amount"].dtype) == "Float64"


def test_polars_frames_have_the_same(summary: Summary) -> None:
    polars = pytest.importorskip("polars", reason="the extra `polars` is not installed")
    frames = summary.to_polars()
    assert frames["deals"].select("subject", "value_amount", "value_high").rows() == [("pumps", 3.0, None)]
    assert frames["deal_dates"]["when_earliest"].to_list() == [date(1066, 10, 14)]
    assert frames["claim_figures"].schema["amount"] == polars.Float64
    assert frames["claim_figures"].schema["period_latest"] == polars.Date


@pytest.mark.parametrize("make", [to_pandas, to_polars])
def test_several_results_join_by_their_keys(make: object, summary: Summary) -> None:
    pytest.importorskip("pandas" if make is to_pandas else "polars", reason="the extra is not installed")
    frames = make(iter([summary, summary]))  # type: ignore[operator]
    assert list(frames["deals"]["record_id"]) == [1, 2]
    assert list(frames["articles"]["article_id"]) == [1, 2]
    assert list(make([])["deals"].columns) == list(frames["deals"].columns)  # type: ignore[operator]


def test_a_number_larger_than_any_integer_column_is_a_float(summary: Summary) -> None:
    pytest.importorskip("pandas", reason="the extra `pandas` is not installed")
    pytest.importorskip("polars", reason="the extra `polars` is not installed")
    deal = summary.deals[0].model_copy(update={"value": Money(text="much", amount=10**30)})
    huge = summary.model_copy(update={"deals": [deal]})
    assert huge.to_pandas()["deals"]["value_amount"].to_list() == [1e30]
    assert huge.to_polars()["deals"]["value_amount"].to_list() == [1e30]


def test_a_real_article_comes_out_whole() -> None:
    pytest.importorskip("pandas", reason="the extra `pandas` is not installed")
    result = summarize(ARTICLES / "supply_contract.txt", model="offline")
    frames = result.to_pandas()
    assert len(frames["records"]) == sum(1 for _ in result.records())
    assert frames["quotes"]["text"].to_list() == [quote.text for quote in result.quotes]


def test_results_of_two_classes_are_refused(summary: Summary) -> None:
    pytest.importorskip("pandas", reason="the extra `pandas` is not installed")
    other = ForeignResult(source=SOURCE, provenance=Provenance(model="m"), shape="json")
    with pytest.raises(ConfigurationError, match="make frames of each apart"):
        to_pandas([summary, other])


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_the_library_the_extra_is_named(
    library: str, summary: Summary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ConfigurationError, match=rf"pip install '\.\[{library}\]'"):
        getattr(summary, f"to_{library}")()
