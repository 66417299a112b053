"""Events that several articles tell of, as the report shows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.report import write_report
from summarizer.dossier.model import (
    Citation,
    Derivation,
    DossierArticle,
    DossierData,
    Drift,
    DriftStatement,
    Event,
    EventParty,
    Row,
    RowValue,
    Stage,
    Statement,
)
from summarizer.exports.html.events import event_row, event_view, repeats_of
from summarizer.exports.html.many import MOST_BESIDE, MOST_LISTED
from summarizer.exports.html.pages import Pages
from summarizer.verdicts import Verdict

HOSTILE = "<img src=x onerror=window.__pwned=1>"


def citation(article: str, text: str, sentence: int = 2, verdict: Verdict = Verdict.VERIFIED) -> Citation:
    return Citation(article=article, sentences=[sentence], text=text, record="deals[0]", verdict=verdict)


@pytest.fixture
def event() -> Event:
    values = [
        RowValue(text="$9 million", reading="USD 9,000,000", citations=[citation("a1", "$9 million")], sources=1),
        RowValue(text="$8 million", citations=[citation("a3", "$8 million", 4, Verdict.ALTERED)], sources=0),
    ]
    return Event(
        id="e1",
        title=f"Tamsin buys {HOSTILE}",
        kind="acquisition",
        parties=[EventParty(name="Tamsin", forms=["Tamsin"], roles=["acquirer"])],
        articles=["a1", "a3"],
        mentioned_in=["a2"],
        sources=1,
        rows=[
            Row(field="value", state="conflicting", values=values, silent=[], note="two amounts"),
            Row(field="role: target", state="complementary", values=[], silent=["a1", "a3"]),
        ],
        timeline=[Stage(day=date(2031, 3, 4), status="in_talks", citation=citation("a1", "in talks"))],
        drift=[
            Drift(
                speaker="Ines Varga",
                weaker=DriftStatement(citation=citation("a1", "It may well help."), degree=2, cues=["may"]),
                stronger=DriftStatement(citation=citation("a3", "It will help."), degree=6, cues=["will", ""]),
                direction="hardened",
                strength=4,
                shared=["help"],
            )
        ],
        derivations=[
            Derivation(
                article="a3", source="a1", outlet="The Wire", how="cites", evidence=[citation("a3", "The Wire said")]
            )
        ],
        only={"a1": [Statement(article="a1", sentences=[7], text="Only here.")], "a3": []},
    )


@pytest.fixture
def data(event: Event) -> DossierData:
    articles = [DossierArticle(id=f"a{number}", sha256="0" * 64, title=f"Title {number}") for number in (1, 2, 3)]
    return DossierData(articles=articles, events=[event], alone=[])


def test_the_fields_of_an_event_stand_side_by_side_with_links_to_their_sentences(
    event: Event, data: DossierData
) -> None:
    view = event_view(event, data, lambda article, sentence: f"#{article}/{sentence}")
    value, target = view.rows
    assert (value.field, value.state, value.note) == ("Value", "≠ conflict", "two amounts")
    [[first], [second]] = value.cells
    assert (first.text, first.reading, first.verdict) == ("$9 million", "USD 9,000,000", "")
    assert [(link.label, link.href) for link in first.links] == [("A 2", "#a1/2")]
    assert (second.text, second.verdict, second.links[0].href) == ("$8 million", "altered", "#a3/4")
    assert (target.field, target.cells) == ("Target", ((), ()))
    assert [one.about for one in view.told] == ["undated", "undated · has it from A and The Wire"]
    assert view.timeline[0][:3] == ("2031-03-04", "in talks", "in talks")
    assert [one.label for one in view.mentioned] == ["Title 2"]
    assert [(name, len(said)) for name, said in view.only] == [("A: Title 1", 1)]


def of_many(event: Event, count: int, values: list[RowValue]) -> tuple[Event, DossierData]:
    names = [f"a{number}" for number in range(1, count + 1)]
    row = Row(field="value", state="conflicting", values=values, silent=[])
    many = event.model_copy(update={"articles": names, "rows": [row]})
    return many, DossierData(
        articles=[DossierArticle(id=name, sha256="0" * 64) for name in names], events=[many], alone=[]
    )


def test_articles_that_say_the_same_share_a_column_where_they_are_many(event: Event) -> None:
    values = [
        RowValue(text="$9 million", citations=[citation(f"a{at}", "$9 million") for at in range(3, 41)], sources=1),
        RowValue(text="$8 million", citations=[citation("a2", "$8 million")], sources=1),
    ]
    view = event_view(*of_many(event, 40, values), lambda *_: "#")
    assert len(view.told) == 40
    assert [(one.name, one.more) for one in view.beside] == [("C", "and 37 more say the same"), ("A", ""), ("B", "")]
    assert [[said.text for said in cell] for cell in view.rows[0].cells] == [["$9 million"], [], ["$8 million"]]
    assert (view.told[25].name, view.told[26].name) == ("Z", "AA")
    few = event_view(*of_many(event, MOST_BESIDE, values[1:]), lambda *_: "#")
    assert [one.more for one in few.beside] == [""] * MOST_BESIDE


def test_columns_beyond_the_most_are_left_out_and_counted(event: Event) -> None:
    values = [
        RowValue(text=f"${at} million", citations=[citation(f"a{at}", f"${at} million")], sources=1)
        for at in range(1, 21)
    ]
    many, data = of_many(event, 20, values)
    view = event_view(many, data, lambda *_: "#")
    assert len(view.beside) == MOST_BESIDE
    assert {len(row.cells) for row in view.rows} == {MOST_BESIDE}
    assert view.more["beside"] == f"and {20 - MOST_BESIDE} more articles, which say something else"
    assert "And 8 more articles, which say something else, are not shown." in Pages("1").event_page(view, "#")


def test_the_page_of_an_event_in_two_thousand_outlets_stays_small(event: Event) -> None:
    value = RowValue(
        text="$9 million", citations=[citation(f"a{at}", "$9 million") for at in range(1, 2001)], sources=1
    )
    many, data = of_many(event, 2000, [value])
    evidence = [citation("a1", "A sentence."), citation("a2", "A sentence.")]
    many = many.model_copy(
        update={
            "derivations": [
                Derivation(article=f"a{at}", source="a1", outlet=None, how="copies", evidence=evidence)
                for at in range(2, 1990)
            ],
            "timeline": [
                Stage(day=date(2031, 3, 4), status="agreed", citation=citation(f"a{at}", "agreed"))
                for at in range(1, 2001)
            ],
        }
    )
    view = event_view(many, data, lambda article, _: f"{article}.html")
    assert len(view.told) == MOST_LISTED
    # What is a copy of another is left out before what is none.
    assert [one.href for one in view.told[-11:]] == [f"a{at}.html" for at in range(1990, 2001)]
    assert view.more["told"] == "and 1,950 more articles"
    [(words, links)] = view.derived
    assert words.startswith("B, C, D, E, F, G, H, I, J, K, L, M and 1,976 more: copied from A")
    assert len(links) == 2
    [(*_, also)] = view.timeline
    assert also == "and 1,999 more say so"
    page = Pages("1").event_page(view, "report.html")
    assert page.count("<dt>") < 2 * MOST_LISTED
    assert "and 1,950 more articles" in page
    assert "and 1,999 more say the same" in page
    assert len(page) < 100_000


def test_the_words_that_soften_or_strengthen_are_told_apart(event: Event, data: DossierData) -> None:
    [drift] = event_view(event, data, lambda *_: "#").drift
    assert drift.weaker.pieces == (("It ", False), ("may", True), (" well help.", False))
    assert drift.stronger.pieces == (("It ", False), ("will", True), (" help.", False))


def test_a_cell_cites_each_sentence_and_has_no_other_articles_reading(event: Event, data: DossierData) -> None:
    about = citation("a1", "about $9 million").model_copy(update={"sentences": [1, 4]})
    value = RowValue(
        text="about $9 million", reading="≈ USD 9,000,000", citations=[about, citation("a3", "$9.1 million")], sources=2
    )
    row = Row(field="value", state="agreed", values=[value], silent=[])
    [laid] = event_view(event.model_copy(update={"rows": [row]}), data, lambda *at: f"#{at[0]}/{at[1]}").rows
    [[first], [second]] = laid.cells
    assert [(link.label, link.href) for link in first.links] == [("A 1", "#a1/1"), ("A 4", "#a1/4")]
    assert (first.reading, second.reading) == ("≈ USD 9,000,000", "")


@pytest.mark.parametrize(
    ("direction", "source", "said"),
    [
        ("hardened", "a1", "B has it from A, and is surer."),
        ("hardened", None, "B is later than A, and surer."),
        ("softened", "a1", "A is later than B, and less sure."),
        ("unknown", "a1", "Which of them was first is not known."),
    ],
)
def test_a_drift_says_which_article_came_behind_the_other(
    event: Event, data: DossierData, direction: str, source: str | None, said: str
) -> None:
    changed = {
        "drift": [event.drift[0].model_copy(update={"direction": direction})],
        "derivations": [event.derivations[0].model_copy(update={"source": source})],
    }
    [drift] = event_view(event.model_copy(update=changed), data, lambda *_: "#").drift
    assert drift.direction == said


def test_the_row_of_an_event_counts_conflicts_and_drift(event: Event) -> None:
    assert [cell.text for cell in event_row(event, "#e1")] == [event.title, "Acquisition", "2", "1", "1", "1"]


def test_one_record_of_an_event_stands_for_the_others(event: Event) -> None:
    def cited(article: str, record: str | None, verdict: Verdict = Verdict.VERIFIED) -> Citation:
        return Citation(article=article, sentences=[1], text="x", record=record, verdict=verdict)

    kind = [cited("a1", "deals[0]"), cited("a2", "deals[1]"), cited("a2", "deals[3]"), cited("a3", "deals[2]")]
    value = [cited("a1", "deals[0]", Verdict.ALTERED), cited("a3", "deals[2]"), cited("a2", None)]
    other = [cited("a1", "quotes[0]")]
    rows = [
        Row(field=field, state="agreed", values=[RowValue(text="x", citations=citations, sources=1)], silent=[])
        for field, citations in (("kind", kind), ("value", value), ("term: other", other))
    ]
    told = event.model_copy(update={"rows": rows})
    assert repeats_of([told]) == {"a1": frozenset({0}), "a2": frozenset({1, 3})}
    assert repeats_of([event]) == {"a3": frozenset({0})}
    assert repeats_of([event.model_copy(update={"rows": []})]) == {}


def test_the_start_page_says_that_a_deal_of_several_articles_is_counted_once(event_run: Path, tmp_path: Path) -> None:
    page = write_report(event_run, tmp_path / "report.html").path.read_text("utf-8")
    assert "one event, or give the same kind, parties and value: 1 record is not counted again." in page
    assert re.search(r'<th scope="row">Divestiture</th><td class="number">1</td><td class="number">1</td>', page)


@pytest.mark.parametrize("pages", [False, True], ids=["one file", "pages"])
def test_an_event_leads_to_its_articles_and_they_to_it(
    event_run: Path, tmp_path: Path, browser: Any, pages: bool
) -> None:
    start = write_report(event_run, tmp_path / "report.html", one_file=not pages).path
    open_ = ".doc" if pages else ".doc.open"

    def do(page: Any) -> None:
        assert page.locator("#events tbody tr").count() == 1
        page.locator("#events tbody a").click()
        page.wait_for_selector(f"{open_}.event")
        assert page.locator(f"{open_} .told dt").all_inner_texts() == ["A", "B"]
        value = page.locator(f"{open_} .wide tr", has_text="Value")
        assert value.locator("td").nth(0).inner_text().startswith("= agree")
        value.get_by_role("link").first.click()
        page.wait_for_selector(f"{open_} .text .lit")
        assert "billion" in page.locator(f"{open_} .text .lit").first.inner_text()
        page.locator(f"{open_} .about").get_by_role("link", name="Event:").click()
        page.wait_for_selector(f"{open_}.event")
        page.get_by_text("Statements that drift").or_(page.get_by_text("What only one of them says")).first.wait_for()

    browser.look(start, do, viewport={"width": 1200, "height": 800})


def test_axe_finds_nothing_in_an_event(event_run: Path, tmp_path: Path, browser: Any) -> None:
    module = "axe_playwright_python.sync_playwright"
    axe = pytest.importorskip(module, reason="axe is not installed: pip install '.[test]'")
    start = write_report(event_run, tmp_path / "report.html").path

    def do(page: Any) -> None:
        found = axe.Axe().run(page).response["violations"]
        assert [(one["id"], node["html"], node["failureSummary"]) for one in found for node in one["nodes"]] == []

    browser.look(start, do, "#e1")


def test_on_a_phone_an_event_needs_no_scrolling_sideways(event_run: Path, tmp_path: Path, browser: Any) -> None:
    start = write_report(event_run, tmp_path / "report.html").path

    def do(page: Any) -> None:
        table = page.locator(".open .wide")
        assert table.evaluate("(box) => box.scrollWidth - box.clientWidth") <= 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        cell = table.locator("tbody td[data-a]").first
        assert cell.evaluate("(cell) => getComputedStyle(cell, '::before').content").startswith('"A')

    browser.look(start, do, "#e1", viewport={"width": 390, "height": 700})


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_paper_an_event_is_complete(event_run: Path, tmp_path: Path, browser: Any, scripts: bool) -> None:
    start = write_report(event_run, tmp_path / "report.html", one_file=False).path
    page_of_event = next(start.with_suffix("").glob("event-*.html"))

    def do(page: Any) -> None:
        said = page.locator("details li").first
        assert not said.is_visible()
        page.emulate_media(media="print")
        assert said.is_visible()
        assert said.bounding_box()["height"] > 10

    browser.look(page_of_event, do, java_script_enabled=scripts)


def test_an_event_in_hostile_words_does_nothing(
    data: DossierData, make_run: Callable[..., Path], browser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.batch.report.events_of", lambda *_: data)
    start = write_report(make_run()).path

    def do(page: Any) -> None:
        assert page.locator(".open h1").inner_text() == f"Tamsin buys {HOSTILE}"
        assert page.locator("img").count() == 0
        assert re.search(r"not recorded", page.locator(".open .wide").inner_text())

    browser.look(start, do, "#e1")


def test_records_of_a_users_class_have_no_events(make_run: Callable[..., Path]) -> None:
    text = (
        "Corran Shipping borrows 90 million euros\n\nCorran Shipping NV took out a loan of 90 million euros on Monday."
    )
    page = write_report(make_run({"a.txt": text, "b.txt": f"{text} "}, loans=True)).path.read_text("utf-8")
    assert page.count("<article ") == 2
    assert 'id="events"' not in page


def test_a_field_of_one_article_completes_no_other(event: Event, data: DossierData) -> None:
    value = RowValue(text="the mill", citations=[citation("a1", "the mill")], sources=1)
    row = Row(field="subject", state="complementary", values=[value], silent=["a3"])
    [laid] = event_view(event.model_copy(update={"rows": [row]}), data, lambda *_: "#").rows
    assert laid.state == "one only"
    both = value.model_copy(update={"citations": [*value.citations, citation("a3", "the mill at Orlo")]})
    row = row.model_copy(update={"values": [both], "silent": []})
    [laid] = event_view(event.model_copy(update={"rows": [row]}), data, lambda *_: "#").rows
    assert laid.state == "+ complete each other"
