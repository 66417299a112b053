"""What bears out the kind of a party or of a speaker, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.schema import NEWS
from summarizer.verifier import verify_sections
from tests.verifier.makers import quote

PARTY = {"description": None, "ticker": None, "aliases": [], "evidence": [1]}


def judged(record: Any, field: str) -> bool:
    """Whether the field was left a judgement."""
    return field in [finding.field for finding in record.findings if finding.code == "judgement_unproven"]


@pytest.mark.parametrize(
    ("article", "name", "kind", "description"),
    [
        ("By Oda Vrinsk and Karel Mott\n\nHarrow shut two pits.\n", "Karel Mott", "person", None),
        ("Harrow shut two pits. (Reporting by Oda Vrinsk in Leeds; Editing by K. Mott)\n", "K. Mott", "person", None),
        ("Press contact: Oda Vrinsk, press@harrow.example\n", "Oda Vrinsk", "person", None),
        ("It sold the barn to ferry pilot Oda Vrinsk.\n", "Oda Vrinsk", "person", "ferry pilot"),
        ("Councillor Oda Vrinsk voted against.\n", "Oda Vrinsk", "person", None),
        ("Dalgety, which presses sugar beet, lost a contract.\n", "Dalgety", "company", None),
        ("Rovan Brask will be supplied by Orsay Brume for ten years.\n", "Orsay Brume", "company", None),
        ("The mill went to Leeds-based Orsay Brume.\n", "Orsay Brume", "company", None),
        ("Orsay Brume -3.1%\nHarrow Cable +2.2%\n", "Orsay Brume", "company", None),
        ("Tool maker Orsay Brume pressed its case.\n", "Orsay Brume", "company", "Tool maker"),
        ("The loan went to Orsay Brume. Orsay Brume makes knives.\n", "Orsay Brume", "company", "makes knives"),
        ("OSLO, 4 May 2031 (Orsay) - Harrow shut two pits.\n", "Orsay", "media", None),
        ("LEEDS, May 4, 2031 /Brumewire/ -- Harrow shut two pits.\n", "Brumewire", "media", None),
        ("Brume | Updated: 04 May 2031\nHarrow shut two pits.\n", "Brume", "media", None),
        ("The Leeds Examiner, Friday 4 May 2031\nHarrow shut two pits.\n", "The Leeds Examiner", "media", None),
        ("Tilsynet, the bank supervisor, had objected.\n", "Tilsynet", "government", None),
        ("Nobody expects the Bank of Norland to act.\n", "Bank of Norland", "government", None),
        ("Buyout firm Orsay Brume bid for Harrow.\n", "Orsay Brume", "fund", "Buyout firm"),
        ("Harrow raised $4 million from Brume Ventures.\n", "Brume Ventures", "fund", None),
        ("Oda Vrinsk, an analyst at Orsay Brume, was sceptical.\n", "Orsay Brume", "research_firm", None),
        ("It bought the mill from the Vrinsk family.\n", "Vrinsk family", "group", None),
    ],
)  # fmt: skip
def test_a_sign_of_its_own_bears_out_what_a_party_is(
    check: Any, article: str, name: str, kind: str, description: str | None
) -> None:
    record = check("parties", {**PARTY, "name": name, "kind": kind, "description": description}, article=article)
    assert not judged(record, "kind")


@pytest.mark.parametrize(
    ("article", "name", "kind"),
    [
        ("The prize went to Orsay Brume.\n", "Orsay Brume", "person"),
        ("The prize went to Orsay Brume.\n", "Orsay Brume", "company"),
        ("The prize went to Orsay Brume.\n", "Orsay Brume", "fund"),
        ("The prize went to Orsay Brume.\n", "Orsay Brume", "government"),
        ("The prize went to Orsay Brume.\n", "Orsay Brume", "media"),
        ("The prize went to Orsay Brume.\n", "Orsay Brume", "group"),
        ("Prosecutors had asked for longer.\n", "Prosecutors", "group"),
        ("He stood by Oda Vrinsk.\n", "Oda Vrinsk", "company"),
        ("By nightfall Harrow had sold it to Orsay Brume.\n", "Orsay Brume", "person"),
    ],
)
def test_without_a_sign_the_kind_is_a_judgement(check: Any, article: str, name: str, kind: str) -> None:
    assert judged(check("parties", {**PARTY, "name": name, "kind": kind}, article=article), "kind")


def test_who_is_of_a_house_and_thinks_is_a_person() -> None:
    drafts = [{**PARTY, "name": "Oda Vrinsk", "kind": "person"}, {**PARTY, "name": "Brask Lund", "kind": "company"}]
    for house, known in (("Brask Lund", True), ("Norland", False)):
        article = Article.from_text(f"Oda Vrinsk of {house} reckons that the price is full.\n")
        record = verify_sections(NEWS.drafts({"parties": drafts}), article)["parties"][0]
        assert judged(record, "kind") is not known


SAID = "We will not sell"


@pytest.mark.parametrize(
    ("article", "fields"),
    [
        (f'"{SAID}," said one of them.\n', {"speaker": "one of them", "speaker_kind": "anonymous"}),
        (f'"{SAID}," another said.\n', {"speaker": "another", "speaker_kind": "anonymous"}),
        (
            f'"{SAID}," said Oda Vrinsk, who covers food stocks at Brask Lund.\n',
            {"speaker": "Oda Vrinsk", "speaker_kind": "analyst", "role": "covers food stocks"},
        ),
        (
            f'"{SAID}," said Oda Vrinsk of the brokerage Brask Lund.\n',
            {"speaker": "Oda Vrinsk", "speaker_kind": "analyst", "affiliation": "Brask Lund"},
        ),
        (
            f'Oda Vrinsk is chief executive of Brask Lund.\n\n"{SAID}," Vrinsk said.\n',
            {
                "speaker": "Oda Vrinsk", "speaker_kind": "executive", "role": "chief executive",
                "affiliation": "Brask Lund", "evidence": [1, 2],
            },
        ),
        (
            f'"{SAID}," said council leader Oda Vrinsk.\n',
            {"speaker": "Oda Vrinsk", "speaker_kind": "government", "role": "council leader"},
        ),
    ],
)  # fmt: skip
def test_job_house_or_words_bear_out_what_a_speaker_is(check: Any, article: str, fields: dict[str, Any]) -> None:
    draft = {**quote(SAID, "", 1, mode="direct"), **fields}
    record = check("quotes", draft, article=article)
    assert not judged(record, "speaker_kind")


@pytest.mark.parametrize(
    ("article", "fields"),
    [
        (f'"{SAID}," one analyst said.\n', {"speaker": "one analyst", "speaker_kind": "executive"}),
        (f'"{SAID}," the company said.\n', {"speaker": "the company", "speaker_kind": "analyst"}),
        (
            f'"{SAID}," said Oda Vrinsk of Brask Lund.\n',
            {"speaker": "Oda Vrinsk", "speaker_kind": "analyst", "affiliation": "Brask Lund"},
        ),
    ],
)  # fmt: skip
def test_what_bears_out_another_kind_or_none_leaves_it_open(check: Any, article: str, fields: dict[str, Any]) -> None:
    draft = {**quote(SAID, "", 1, mode="direct"), **fields}
    record = check("quotes", draft, article=article)
    assert judged(record, "speaker_kind") or record.verdict in ("altered", "unsupported")
