"""The two real articles about one contract, read in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Dossier, summarize
from summarizer.readers import read_article


@pytest.fixture(scope="module")
def dossier(shared: Path) -> Dossier:
    articles = [read_article(path) for path in sorted((shared / "articles").glob("*.txt"))]
    return Dossier.of([summarize(one, model="offline") for one in articles], [one.text for one in articles])


def test_they_are_one_event_of_one_source(dossier: Dossier) -> None:
    assert [(event.articles, event.sources, event.kind) for event in dossier.events] == [(["a1", "a2"], 1, "supply")]


@pytest.mark.parametrize("field", ["value", "date: closed", "status", "role: supplier", "role: customer"])
def test_they_agree(dossier: Dossier, field: str) -> None:
    row = next(row for row in dossier.events[0].rows if row.field == field)
    assert row.state == "agreed"
    assert {citation.article for citation in row.values[0].citations} == {"a1", "a2"}


def test_the_analysts_hedge_has_drifted(dossier: Dossier) -> None:
    drift = next(one for one in dossier.events[0].drift if one.speaker == "Woo Jin Ho")
    assert (drift.direction, drift.weaker.citation.article, drift.stronger.citation.article) == ("hardened", "a1", "a2")
    assert (drift.weaker.cues, drift.stronger.cues) == (["may"], ["likely", "key"])


def test_the_second_derives_from_the_agencys(dossier: Dossier) -> None:
    links = [(one.article, one.source, one.outlet, one.how) for one in dossier.events[0].derivations]
    assert links == [("a2", "a1", "Bloomberg", "cites")]


def test_what_only_one_of_them_says_is_told(dossier: Dossier) -> None:
    only = dossier.events[0].only
    assert any("margins" in citation.text for citation in only["a1"])
    assert any("122 days" in citation.text for citation in only["a2"])
    assert any("Grok" in citation.text and "free" in citation.text for citation in only["a2"])
    assert any("auditor" in citation.text for citation in only["a2"])


def test_the_rivals_stand_in_both(dossier: Dossier) -> None:
    rivals = next(row for row in dossier.events[0].rows if row.field == "role: rival")
    assert (rivals.state, rivals.silent) == ("agreed", [])
    assert all({one.article for one in value.citations} == {"a1", "a2"} for value in rivals.values)
