from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.fields import Money
from summarizer.records import Deal, DealParty, Dropped, Headline, Party, Provenance, Source, Summary
from summarizer.tables.rows import Rows
from summarizer.verdicts import Finding, Span, Verdict

SOURCE = Source(path="a.txt", sha256="0" * 64, characters=3)


def rows_by_table(rows: Rows, summary: Summary) -> dict[str, list[dict[str, object]]]:
    return {
        table.name: [dict(zip(table.kinds, row, strict=True)) for row in added]
        for table, added in zip(rows.tables, rows.of(summary.model_dump(mode="json")), strict=True)
    }


def summary(names: list[str], deal_parties: list[list[str]]) -> Summary:
    return Summary(
        source=SOURCE,
        provenance=Provenance(model="m", notes=["one", "two"]),
        headline=Headline(text="News", spans=[Span(field="evidence", start=0, end=3, text="abc")]),
        parties=[Party(name=name, kind="company", aliases=[name, "x"]) for name in names],
        deals=[
            Deal(
                kind="merger",
                status="agreed",
                subject="all of it",
                value=Money(text="$1", amount=1, currency="USD"),
                parties=[DealParty(name=name, role="partner") for name in named],
                verdict=Verdict.ALTERED,
                findings=[Finding(code="c", field="value", verdict=Verdict.ALTERED, message="no")],
            )
            for named in deal_parties
        ],
        dropped=[Dropped(section="claims", record={"statement": "s"})],
    )


def test_a_result_is_taken_apart() -> None:
    found = rows_by_table(Rows(Summary), summary(["Ardent"], [["Ardent", "Bell"]]))
    assert found["articles"][0]["path"] == "a.txt"
    assert found["records"] == [
        {"record_id": 1, "article_id": 1, "position": 0, "section": "headline", "verdict": None},
        {"record_id": 2, "article_id": 1, "position": 0, "section": "parties", "verdict": None},
        {"record_id": 3, "article_id": 1, "position": 0, "section": "deals", "verdict": "altered"},
    ]
    assert found["party_aliases"] == [
        {"record_id": 2, "position": 0, "value": "Ardent"},
        {"record_id": 2, "position": 1, "value": "x"},
    ]
    assert [row["name"] for row in found["deal_parties"]] == ["Ardent", "Bell"]
    assert found["deals"][0]["value_amount"] == 1
    assert found["deals"][0]["value_high"] is None
    assert found["spans"] == [{"record_id": 1, "position": 0, "field": "evidence", "start": 0, "end": 3, "text": "abc"}]
    assert [(row["record_id"], row["code"]) for row in found["findings"]] == [(3, "c")]
    assert [row["value"] for row in found["notes"]] == ["one", "two"]
    assert found["dropped"] == [{"article_id": 1, "position": 0, "section": "claims", "record": '{"statement":"s"}'}]


def test_keys_count_on_over_results() -> None:
    rows = Rows(Summary)
    rows.of(summary(["A"], []).model_dump(mode="json"))
    second = rows_by_table(rows, summary(["B"], []))
    assert [(row["record_id"], row["article_id"]) for row in second["records"]] == [(3, 2), (4, 2)]


def test_what_an_older_version_did_not_write_is_missing_and_no_error() -> None:
    rows = Rows(Summary)
    added = rows.of({"source": {"path": "a.txt"}, "provenance": {"model": "m"}, "parties": [{"name": "A"}]})
    by_table = dict(zip([table.name for table in rows.tables], added, strict=True))
    assert len(by_table["parties"]) == 1
    assert by_table["deals"] == []


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.lists(st.text(max_size=5), max_size=3), max_size=4))
def test_every_key_of_an_item_is_that_of_a_record(names: list[str], deal_parties: list[list[str]]) -> None:
    rows = Rows(Summary)
    for _ in range(2):
        found = rows_by_table(rows, summary(names, deal_parties))
        records = {row["record_id"] for row in found["records"]}
        assert len(records) == len(found["records"]) == 1 + len(names) + len(deal_parties)
        for table in rows.tables:
            keys = [tuple(row[name] for name in table.primary_key) for row in found[table.name]]
            assert len(set(keys)) == len(keys)
            if table.per == "item":
                assert {row["record_id"] for row in found[table.name]} <= records
        assert len(found["deal_parties"]) == sum(map(len, deal_parties))
