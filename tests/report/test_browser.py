"""The report in a real browser: what is seen, filtered, pointed at and reached there, and what hostile text does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.report import write_report

Look = Callable[..., Any]
PHONE = {"viewport": {"width": 375, "height": 700}}
WIDE = {"viewport": {"width": 1300, "height": 800}}


@pytest.fixture
def look(browser: Any) -> Look:
    return browser.look  # type: ignore[no-any-return]


def rows(page: Any, table: str) -> list[str]:
    return page.locator(f"#{table} tbody tr td:first-child").all_inner_texts()  # type: ignore[no-any-return]


def lit(page: Any) -> list[str]:
    return page.locator(".open .lit, .doc:only-child .lit").all_inner_texts()  # type: ignore[no-any-return]


def test_the_start_page_has_the_totals_and_the_largest_deals_first(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        sums = dict(
            zip(page.locator(".sums dt").all_inner_texts(), page.locator(".sums dd").all_inner_texts(), strict=True)
        )
        assert sums["Articles"] == "4 1 failed"
        assert sums["Deals"] == "4"
        assert rows(page, "deals")[0] == "Dunlin Capital (investor), Weft & Warp Textiles (investee)"
        assert page.locator("#deals tbody tr").count() == 4
        assert page.locator(".doc:visible").count() == 0
        assert rows(page, "failures") == ["<img src=x onerror=window.__pwned=1>.txt"]

    look(report, do)


def test_a_table_is_filtered_by_words_and_by_choice(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        page.locator("#deals").get_by_label("Find").fill("tamsin acquirer")
        assert rows(page, "deals") == ["Tamsin Foods plc (acquirer), Orlo Bakeries Ltd. (target)"]
        assert page.locator("#deals output").inner_text() == "1 of 4"
        page.locator("#deals").get_by_label("Find").fill("")
        page.locator("#deals").get_by_label("Kind").select_option("Financing")
        assert rows(page, "deals") == ["Corran Shipping NV (borrower), Banco Lirio (lender)"]
        page.locator("#deals").get_by_label("Find").fill("nobody")
        assert rows(page, "deals") == []

    look(report, do)


def test_a_table_is_sorted_by_its_headings_and_says_so(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        heading = page.locator("#deals th", has_text="Kind")
        heading.get_by_role("button").click()
        kinds = page.locator("#deals tbody td:nth-child(2)")
        assert kinds.all_inner_texts() == ["Acquisition", "Acquisition", "Financing", "Investment"]
        assert heading.get_attribute("aria-sort") == "ascending"
        heading.get_by_role("button").press("Enter")
        assert kinds.first.inner_text() == "Investment"
        assert heading.get_attribute("aria-sort") == "descending"
        page.locator("#articles th", has_text="Do not hold").get_by_role("button").click()
        held = page.locator("#articles tbody td:nth-child(6)").all_inner_texts()
        assert held == ["3", "3", "", ""]
        page.locator("#deals th", has_text="Value").get_by_role("button").click()
        assert page.locator("#deals tbody td:nth-child(4)").all_inner_texts()[:2] == ["$35m", "$5m"]

    look(report, do)


def test_a_deal_leads_to_its_record_beside_the_text(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        page.get_by_role("link", name="Tamsin Foods plc (acquirer)").click()
        page.wait_for_selector(".open")
        assert page.locator("#start").is_hidden()
        assert page.locator(".open h1").inner_text() == "Tamsin Foods to buy Orlo Bakeries for $412 million"
        assert page.locator(".open li.lit b").first.inner_text() == "Acquisition, agreed"
        page.go_back()
        assert page.locator("#start").is_visible()

    look(report, do)


def test_pointing_at_a_record_lights_its_words_and_sentences(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        page.locator(".open .records li", has_text="We have wanted this oven").hover()
        found = lit(page)
        assert any(one.startswith("“We have wanted this oven for nine years” [4]") for one in found)
        assert {"We have wanted this oven for nine years", "Ines Varga"} <= set(found)
        assert any(one.startswith("4") and "chief executive of Tamsin Foods" in one for one in found)

    look(report, do, "#4")


def test_pointing_at_words_lights_all_their_records(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        page.locator(".open .text").get_by_text("Ines Varga").hover()
        found = lit(page)
        assert found.count("Ines Varga") == 1
        assert sum(one.startswith("“We have wanted") for one in found) == 1
        assert sum(one.startswith("Ines Varga [4]") for one in found) == 1
        page.locator(".open [id$=s3]").hover(position={"x": 30, "y": 5})
        assert any(one.startswith("Sales at Orlo rose") for one in lit(page))

    look(report, do, "#4")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_every_mark_has_the_look_of_its_kind_with_and_without_scripts(report: Path, look: Look, scripts: bool) -> None:
    """A mark of the record that its sentence's number leads to says nothing in the file of its kind."""

    def do(page: Any) -> None:
        text = page.locator(".doc", has_text="LEEDS").locator(".text")
        quoted = text.get_by_text("We have wanted this oven for nine years", exact=True)
        ground = "(mark) => getComputedStyle(mark).backgroundColor"
        assert quoted.evaluate(ground) == "rgb(253, 243, 211)"
        assert text.evaluate(ground) == "rgba(0, 0, 0, 0)"
        named = text.get_by_text("Ines Varga", exact=True)
        assert named.evaluate("(mark) => getComputedStyle(mark).textDecorationStyle") == "dotted"
        marks = text.locator("[id] > u:not([data-r])")
        assert marks.count() == 0 if scripts else marks.count() > 0
        plain = text.locator("p[id], u[id]").evaluate_all(
            "(all) => all.map((one) => getComputedStyle(one).textDecorationLine)"
        )
        assert set(plain) == {"none"}

    look(report, do, "#4", java_script_enabled=scripts)


def test_everything_is_reached_by_keys(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        assert page.evaluate("document.activeElement.tagName") == "H1"
        page.locator(".open .short a").last.focus()
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("ArrowRight")
        second = page.evaluate("document.activeElement.textContent")
        assert [first, second] == ["1", "2"]
        while page.evaluate("document.activeElement.textContent") != "$412 million":
            page.keyboard.press("ArrowDown")
        assert any(one.startswith("Acquisition, agreed") for one in lit(page))
        page.keyboard.press("Enter")
        page.wait_for_selector(".records li:focus-within")
        assert (
            page.evaluate("document.activeElement.closest('li').querySelector('b').textContent")
            == "Acquisition, agreed"
        )
        page.keyboard.press("Enter")
        page.wait_for_selector(".text :focus")
        assert page.evaluate("document.activeElement.closest('[id]').textContent").startswith("2LEEDS")
        stops = page.evaluate("[...document.querySelectorAll('.open .text a')].filter((a) => a.tabIndex === 0).length")
        assert stops == 1

    look(report, do, "#4")


def test_an_altered_record_shows_what_was_said_beside_the_source(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        deal = page.locator(".open .records li", has_text="Acquisition, agreed")
        assert deal.locator(".v").inner_text() == "≠ altered"
        assert deal.locator(".diff del").inner_text() == "billion"
        assert deal.locator(".diff ins").inner_text() == "million"
        claim = page.locator(".open .records li", has_text="Sales at Orlo rose")
        assert claim.locator(".diff dd").all_inner_texts() == [
            "Sales at Orlo rose 7% last year.",
            "Sales at Orlo fell 7% last year.",
        ]
        assert (claim.locator("del").inner_text(), claim.locator("ins").inner_text()) == ("rose", "fell")
        assert page.locator(".open .text [data-r*=x]").all_inner_texts() == ["$412 million", "fell"]

    look(report, do, "#4")


def test_a_claim_that_is_a_whole_sentence_is_shown_in_full(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        claim = page.locator(".open .records li", has_text="fact").first
        assert claim.inner_text().startswith(
            "Dunlin Capital bought a 12% stake in Weft & Warp Textiles for $35 million"
        )
        assert claim.get_by_role("link").all_inner_texts() == ["[2]"]

    look(report, do, "#3")


@pytest.mark.parametrize("pages", [False, True], ids=["one file", "pages"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_hostile_text_is_shown_and_does_nothing(
    report: Path, tmp_path: Path, look: Look, pages: bool, scripts: bool
) -> None:
    """`look` fails where a page opens a dialog, asks for anything, breaks its policy, or sets `__pwned`."""
    start = write_report(report.parent, tmp_path / "report.html", one_file=not pages).path
    files = [start, *sorted(start.with_suffix("").glob("*.html"))]
    assert len(files) == (5 if pages else 1)

    def do(page: Any) -> None:
        for element in ("img", "iframe", "object", "svg[onload]", "[onerror]", "[onmouseover]"):
            assert page.locator(element).count() == 0
        links = page.locator("a").evaluate_all("(all) => all.map((link) => link.getAttribute('href'))")
        assert [link for link in links if not re.match(r"#|\.\./report\.html|report/|[\w.-]+\.html", link)] == []

    for file in files:
        look(file, do, java_script_enabled=scripts)
        assert not re.search("[\0\u202a-\u202e\u2066-\u2069]", file.read_text("utf-8"))
    hostile = start if not pages else next(file for file in files if file.stem.startswith("hostile"))

    def shown(page: Any) -> None:
        text = page.locator("article", has_text="Noitpurro").locator(".text").inner_text()
        assert 'script>window.__pwned = 1</script> buys </script><img src=x onerror="window.__pwned=1">' in text
        assert 'Evil & "Sons" <b>Ltd.</b> agreed to buy NoitpurroC plc' in text
        assert "{{ 7 * 7 }} {% raise %}" in text

    look(hostile, shown, "" if pages else "#2", java_script_enabled=scripts)


def test_without_scripts_everything_can_be_read(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        assert page.locator("#deals tbody tr:visible").count() == 4
        assert page.locator(".doc:visible").count() == 4
        assert page.locator(".find:visible, button:visible").count() == 0
        page.locator("#deals").get_by_role("link", name="Tamsin").click()
        assert re.search(r"#4d\d+$", page.url)
        by_number = page.locator("li > a:first-child", has_text="Sentence")
        assert page.locator(".doc", has_text="LEEDS").locator(by_number).count() == 0
        assert page.locator(".doc", has_text="12% stake").locator(by_number).all_inner_texts() == ["Sentence 2"]

    look(report, do, java_script_enabled=False)


def test_a_narrow_page_needs_no_scrolling_sideways(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 375

    for fragment in ("", "#2", "#4"):
        look(report, do, fragment, **PHONE)


def test_the_narrowest_start_page_needs_no_scrolling_sideways(examples_run: Path, tmp_path: Path, look: Look) -> None:
    start = write_report(examples_run, tmp_path / "report.html").path

    def do(page: Any) -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    look(start, do, viewport={"width": 320, "height": 700})


def test_the_window_is_called_like_what_it_shows(report: Path, look: Look) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")

    def do(page: Any) -> None:
        assert page.title() == "4 articles from articles"
        page.goto(f"{page.url}#4")
        heading = page.locator(".open h1").inner_text()
        assert page.title() == f"{heading} · 4 articles from articles"
        page.go_back()
        sync_api.expect(page).to_have_title("4 articles from articles")

    look(report, do)


def test_a_deal_is_found_by_another_form_of_a_name(examples_run: Path, tmp_path: Path, look: Look) -> None:
    """Oberline Grid Systems Inc. is OBLG too."""
    start = write_report(examples_run, tmp_path / "report.html").path

    def do(page: Any) -> None:
        find = page.locator("#deals").get_by_label("Find")
        count = page.locator("#deals output")
        find.fill("oblg")
        assert any("Oberline Grid Systems Inc." in row for row in rows(page, "deals"))
        find.fill("oblg nobody")
        assert count.inner_text().startswith("0 of ")
        assert count.inner_text().endswith(": no row has all these words")

    look(start, do)


def test_a_dark_page_has_light_letters_on_a_dark_ground(report: Path, look: Look) -> None:
    def do(page: Any) -> tuple[int, int]:
        style = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        )
        ground, ink = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in style)
        return ground, ink

    ground, ink = look(report, do, color_scheme="dark")
    assert ground < 150 < 600 < ink
    ground, ink = look(report, do, color_scheme="light")
    assert ink < 150 < 600 < ground


def test_on_paper_there_is_the_text_and_nothing_to_press(report: Path, look: Look) -> None:
    def do(page: Any) -> None:
        page.emulate_media(media="print")
        assert page.locator(".find:visible, .more:visible, nav:visible").count() == 0
        pane = page.locator(".open .text")
        assert pane.evaluate("(pane) => pane.scrollHeight - pane.clientHeight") <= 0
        assert pane.evaluate("(pane) => getComputedStyle(pane).position") == "static"
        assert pane.evaluate("(pane) => pane.parentElement.children[1].getBoundingClientRect().left") < 60

    look(report, do, "#4")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(report: Path, tmp_path: Path, look: Look, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed: pip install '.[test]'"
    )
    paged = write_report(report.parent, tmp_path / "paged.html", one_file=False).path

    def do(page: Any) -> None:
        found = axe.Axe().run(page).response
        assert [
            (one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found["violations"]
        ] == []

    look(report, do, "#4", color_scheme=scheme, **PHONE)
    look(report, do, color_scheme=scheme)
    if scheme == "light":
        look(paged, do)
        look(next(paged.with_suffix("").glob("takeover*")), do)


@pytest.mark.parametrize(
    ("scheme", "screen"), [("light", WIDE), ("dark", PHONE)], ids=["light and wide", "dark and on a phone"]
)
def test_axe_finds_nothing_in_any_example(
    examples_run: Path, tmp_path: Path, look: Look, scheme: str, screen: dict[str, Any]
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed: pip install '.[test]'"
    )
    start = write_report(examples_run, tmp_path / "report.html", one_file=True).path

    def do(page: Any) -> None:
        places = page.locator(".doc").evaluate_all("(all) => all.map((doc) => doc.id)")
        assert len(places) > 20
        assert any(place.startswith("e") for place in places)
        found = []
        for place in places:
            page.evaluate("(place) => (location.hash = place)", place)
            page.wait_for_selector(f"[id='{place}'].open")
            response = axe.Axe().run(page).response
            found += [(place, one["id"], node["html"]) for one in response["violations"] for node in one["nodes"]]
        assert found == []

    look(start, do, color_scheme=scheme, **screen)


def test_the_page_can_be_photographed(report: Path, look: Look, tmp_path: Path) -> None:
    picture = tmp_path / "start.png"
    look(report, lambda page: page.screenshot(path=picture, full_page=True))
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000


def test_many_rows_are_drawn_from_data_and_can_all_be_found(
    report: Path, tmp_path: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.exports.html.tables.IN_PAGE", 1)
    monkeypatch.setattr("summarizer.exports.html.pages.IN_PAGE", 1)
    start = write_report(report.parent, tmp_path / "report.html").path

    def do(page: Any) -> None:
        assert page.locator("#deals tbody tr").count() == 4
        page.locator("#deals").get_by_label("Find").fill("script")
        assert rows(page, "deals") == ["</script><script>window.__pwned=1</script> (acquirer)"]
        page.get_by_role("link", name="</script>").first.click()
        page.wait_for_selector(".open")

    def count(page: Any) -> int:
        return page.get_by_text("3 more are shown where scripts may run").count()  # type: ignore[no-any-return]

    look(start, do)
    assert look(start, count, java_script_enabled=False) == 2
