from __future__ import annotations

import pytest
from pydantic import BaseModel

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.fields import Name, Record
from summarizer.records import Extraction, Provenance, Source, Summary
from summarizer.schema import NEWS, Schema
from summarizer.verdicts import Verdict

PARTY = {"name": "Orla Pharma", "aliases": [], "kind": "company", "description": None, "ticker": None, "evidence": [1]}
EMPTY = {
    "headline": {"text": "News.", "evidence": [1]},
    "abstract": [],
    "parties": [],
    "deals": [],
    "quotes": [],
    "claims": [],
}


class Drug(Record):
    name: Name


def test_an_answer_becomes_one_list_of_drafts_a_section() -> None:
    drafts = NEWS.drafts({**EMPTY, "parties": [PARTY]})
    assert [name for name, records in drafts.items() if records] == ["headline", "parties"]
    assert drafts["parties"][0].evidence == [1]


def test_what_an_earlier_verifier_said_is_left_out_of_a_draft() -> None:
    marked = {**PARTY, "verdict": "verified", "spans": [{"field": "name", "start": 0, "end": 1, "text": "x"}]}
    [party] = NEWS.drafts({"parties": [marked]})["parties"]
    assert party.verdict is None
    assert party.spans == []


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({"parties": "Orla"}, "`parties` must be a list"),
        ({"parties": [{**PARTY, "kind": "planet"}]}, r"parties\[0\]\.kind"),
        ({"parties": [PARTY, {"name": "x"}]}, r"parties\[1\]\.kind"),
        ({"parties": ["Orla"]}, r"parties\[0\]"),
    ],
)
def test_a_wrong_shape_is_named_by_its_place(answer: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        NEWS.drafts(answer)


def test_the_result_counts_its_records_by_verdict() -> None:
    article = Article.from_text("Orla Pharma grew.")
    drafts = NEWS.drafts({**EMPTY, "parties": [PARTY, PARTY]})
    good, bad = drafts["parties"]
    drafts["headline"] = []
    drafts["parties"] = [
        good.model_copy(update={"verdict": Verdict.VERIFIED}),
        bad.model_copy(update={"verdict": Verdict.ALTERED}),
    ]
    summary = NEWS.assemble(drafts, Source.of(article), Provenance(model="offline"))
    assert isinstance(summary, Summary)
    assert summary.headline is None
    assert (summary.verification.records, summary.verification.verified, summary.verification.altered) == (2, 1, 1)
    assert [path for path, _ in summary.faulty()] == ["parties[1]"]


def test_a_users_record_class_is_a_schema() -> None:
    schema = Schema.of(Drug)
    drafts = schema.drafts({"items": [{"name": "velamab", "evidence": [1]}]})
    result = schema.assemble(drafts, Source.of(Article.from_text("Velamab works.")), Provenance(model="m"))
    assert isinstance(result, Extraction)
    assert result.records_of == "Drug"
    assert result.items[0].name == "velamab"


class Plain(BaseModel):
    name: str


class Empty(Record):
    pass


@pytest.mark.parametrize(("cls", "message"), [(Plain, "summarizer.Record"), (Empty, "no fields"), (3, "record class")])
def test_what_is_no_record_class_is_refused(cls: type[Record], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Schema.of(cls)


def test_a_repair_is_asked_for_by_number_and_may_take_a_record_back() -> None:
    wire = NEWS.repair_wire(["parties"])
    mended = {name: PARTY[name] for name in ("name", "kind", "description")}
    answer = wire.model_validate(
        {"parties": [{"record": 0, "replacement": None}, {"record": 1, "replacement": mended}]}
    )
    assert [item["record"] for item in answer.model_dump()["parties"]] == [0, 1]
