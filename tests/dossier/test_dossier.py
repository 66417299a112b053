"""What a dossier says of the example articles, which were written before the rules were run on them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.model import DossierData, Event, Row
from summarizer.readers import read_article
from summarizer.records import Headline
from summarizer.verdicts import Verdict

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "dossier"


@pytest.fixture
def event(example: Dossier) -> Event:
    return example.events[0]


def row(event: Event, field: str) -> Row:
    return next(row for row in event.rows if row.field == field)


def test_three_of_the_articles_are_one_event_and_the_other_deal_stands_alone(example: Dossier) -> None:
    assert [event.articles for event in example.events] == [["a1", "a2", "a3"]]
    assert example.alone == ["a4"]


def test_the_parties_have_every_form_of_their_names(event: Event) -> None:
    parties = {party.name: party for party in event.parties}
    assert parties["Castellan Freight Systems Inc."].roles == ["acquirer"]
    assert {"Castellan", "Castellan Freight Systems"} <= set(parties["Castellan Freight Systems Inc."].forms)
    assert parties["Orrindale Cold Chain Ltd."].roles == ["target"]


def test_a_price_within_the_bound_of_the_others_is_complementary(event: Event) -> None:
    value = row(event, "value")
    assert value.state == "complementary"
    assert [one.text for one in value.values] == ["$437 million"]
    assert {citation.text for citation in value.values[0].citations} == {
        "$437 million",
        "more than $420 million",
        "exceeding $420 million",
    }


def test_the_later_stage_supersedes_the_earlier_one(event: Event) -> None:
    status = row(event, "status")
    assert status.state == "superseded"
    assert [one.text for one in status.values] == ["agreed", "closed"]
    assert [(stage.day, stage.status) for stage in event.timeline] == [
        (date(2026, 3, 10), "agreed"),
        (date(2026, 3, 11), "agreed"),
        (date(2026, 6, 30), "closed"),
    ]


def test_an_echo_is_no_second_source(event: Event) -> None:
    assert [(link.article, link.source, link.how) for link in event.derivations] == [("a2", "a1", "cites")]
    assert event.sources == 2
    agreed = next(one for one in row(event, "status").values if one.text == "agreed")
    assert len(agreed.citations) == 2
    assert agreed.sources == 1


def test_the_analysts_guess_has_hardened_on_its_way(event: Event) -> None:
    assert len(event.drift) == 1
    drift = event.drift[0]
    assert (drift.speaker, drift.direction) == ("Tobias Wrenfield", "hardened")
    assert (drift.weaker.citation.article, drift.weaker.cues) == ("a1", ["may"])
    assert (drift.stronger.citation.article, drift.stronger.cues) == ("a2", ["main"])


def test_what_only_one_article_says_is_told(event: Event) -> None:
    assert any("We have wanted this company" in citation.text for citation in event.only["a1"])
    assert any("working capital" in citation.text for citation in event.only["a3"])


def test_every_citation_is_where_it_says(event: Event) -> None:
    texts = {f"a{at}": read_article(path).text for at, path in enumerate(sorted(EXAMPLES.glob("*.txt")), start=1)}
    rows = [row for row in event.rows if row.field not in ("kind", "status")]
    citations = [citation for row in rows for value in row.values for citation in value.citations]
    assert len(citations) > 10
    for citation in citations:
        assert texts[citation.article][citation.start : citation.end] == citation.text


def test_a_citation_names_the_sentence_that_holds_it(event: Event) -> None:
    articles = {f"a{at}": read_article(path) for at, path in enumerate(sorted(EXAMPLES.glob("*.txt")), start=1)}
    rows = [row for row in event.rows if row.field not in ("kind", "status")]
    citations = [citation for row in rows for value in row.values for citation in value.citations]
    for citation in citations:
        assert citation.start is not None
        [number] = citation.sentences
        sentence = articles[citation.article].sentences[number - 1]
        assert sentence.start <= citation.start < sentence.end


def test_it_comes_back_from_its_json(example: Dossier) -> None:
    assert DossierData.model_validate_json(example.to_json()) == example.data


def test_it_is_the_same_the_second_time(example: Dossier) -> None:
    articles = [read_article(path) for path in sorted(EXAMPLES.glob("*.txt"))]
    again = Dossier.of([summarize(one, model="offline") for one in articles], [one.text for one in articles])
    assert [event.model_dump() for event in again.events] == [event.model_dump() for event in example.events]


def test_without_the_articles_the_cited_sentences_do() -> None:
    summaries = [summarize(read_article(path), model="offline") for path in sorted(EXAMPLES.glob("*.txt"))]
    moved = [
        one.model_copy(update={"source": one.source.model_copy(update={"path": "elsewhere/gone.txt"})})
        for one in summaries
    ]
    dossier = Dossier.of(moved)
    assert [event.articles for event in dossier.events] == [["a1", "a2", "a3"]]
    assert not any(article.whole for article in dossier.articles)


def test_an_article_is_called_by_the_heading_that_names_a_party() -> None:
    text = (
        "Home › Paper › Deals\n\nRolls of paper in a shed at sunrise\n\nTarn Mills buys Orrin Paper\n\nMay 4, 2026\n\n"
        "Tarn Mills Inc. has agreed to buy Orrin Paper Ltd. for $90 million, the companies said on Monday.\n"
    )
    [article] = Dossier.of([summarize(text, model="offline")], [text]).articles
    assert article.title == "Tarn Mills buys Orrin Paper"


def test_no_summaries_make_an_empty_dossier() -> None:
    assert Dossier.of([]).data == DossierData(articles=[], events=[], alone=[])


@pytest.mark.parametrize(("verdict", "title"), [(Verdict.UNSUPPORTED, None), (Verdict.VERIFIED, "A flood in Kelmouth")])
def test_a_headline_that_the_article_does_not_bear_out_is_not_its_title(verdict: Verdict, title: str | None) -> None:
    text = "it rained in the town for most of the week.\n"
    summary = summarize(Article.from_text(text), model="offline")
    headline = Headline(text="A flood in Kelmouth", evidence=[1], verdict=verdict)
    told = Dossier.of([summary.model_copy(update={"headline": headline})], [text])
    assert told.article("a1").title == title


def test_what_is_no_summary_is_refused_with_what_to_do() -> None:
    with pytest.raises(TypeError, match=r"number 1 is a str and no Summary: .*Dossier\.read"):
        Dossier.of(["out"])  # type: ignore[list-item]
