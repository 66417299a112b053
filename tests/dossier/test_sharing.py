"""What the articles of an event have in common, as it is found, told in a line and shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier
from summarizer.dossier.model import DossierData, Shared
from summarizer.exports.dossier import dossier_markdown
from summarizer.exports.html.events import event_view
from summarizer.exports.html.pages import Pages
from summarizer.exports.shared_words import shared_words

Make = Callable[[Sequence[str]], Dossier]

TRAM = (
    "May 4, 2026\n\nVelmora Trams SA agreed to buy the wagon builder Ostrik Werke AG for $312 million, both said on "
    "Monday. “We wanted these welders for years, and now they are ours,” said Lioba Trantow, who heads "
    "Velmora. Ostrik has 1,740 staff in two halls at Brennhof. Its welders built the first tram of "
    "Velmora in 1931. The welders' union asked for a guarantee that no hall at Brennhof is shut before "
    "2030. Ms Trantow said that she would talk to the union in June. Analysts were surprised by the "
    "price, which is nine times what Ostrik earns in a year.\n"
)
TRADE = (
    "May 5, 2026\n\nThe welders of Ostrik Werke get a new owner. Velmora Trams, the maker of low-floor trams, is to "
    "pay $312 million for the family's firm at Brennhof. The welders learned of it from the radio. Lioba "
    "Trantow, the chief of Velmora, came to the works in the afternoon and spoke for ten minutes from a "
    "crate. All 1,740 staff would stay, she told them, and the welders above all. The family, which has "
    "owned Ostrik since it was a smithy, keeps nothing but the name of the street.\n"
)
SHORT = "May 5, 2026\n\nVelmora Trams SA agreed to buy Ostrik Werke AG, the companies said.\n"
OTHER = (
    "May 5, 2026\n\nDunlin Bakeries Ltd. opened a shop in Carrow on Tuesday. The shop sells bread and rolls, and "
    "employs 12 people from the town. Dunlin has 48 shops in the county. It said that two more will follow in "
    "autumn, and that it looks for bakers. The mayor of Carrow cut the ribbon, and said that the town had "
    "waited for a baker since the last one retired. Bread costs as much as in the other shops of Dunlin.\n"
)


@pytest.fixture
def dossier(dossier_of: Make) -> Dossier:
    return dossier_of([TRAM, OTHER, TRADE, SHORT])


def test_an_article_shares_names_figures_and_words_with_the_others(dossier: Dossier) -> None:
    [event] = dossier.events
    assert event.articles == ["a1", "a3", "a4"]
    assert event.shared.keys() == set(event.articles)
    first = {(one.kind, one.text): one.others for one in event.shared["a1"]}
    assert first["name", "Velmora Trams SA"] == first["name", "Ostrik Werke AG"] == 2
    assert first["name", "Lioba Trantow"] == 1
    assert first["figure", "$312 million"] == 1
    assert first["figure", "1,740 staff"] == 1
    assert first["word", "welders"] == 1
    # What stands in one of them alone is nothing that they share.
    told = json.dumps(event.model_dump(mode="json")["shared"])
    assert "1931" not in told
    assert "crate" not in told


def test_each_article_has_it_in_its_own_words_what_more_have_first(dossier: Dossier) -> None:
    [event] = dossier.events
    for article, text in (("a1", TRAM), ("a3", TRADE), ("a4", SHORT)):
        shared = event.shared[article]
        assert all(one.text in text for one in shared if one.kind != "quote")
        assert all(1 <= one.others <= 2 for one in shared)
    assert {one.text for one in event.shared["a4"]} == {"Velmora Trams SA", "Ostrik Werke AG"}
    assert [one.others for one in event.shared["a3"]][:2] == [2, 2]


NAMES = ("Abbott", "Birch", "Cordell", "Danby", "Ellery", "Farrow", "Gantry", "Hollin", "Iveson")


def test_what_many_articles_of_the_run_have_tells_less(dossier_of: Make) -> None:
    """The two share a town, which nine others have too."""

    def before(*others: str) -> int:
        [event] = [one for one in dossier_of([TRAM, TRADE, *others]).events if one.articles == ["a1", "a2"]]
        return [one.text for one in event.shared["a1"]].index("Brennhof")

    strays = [OTHER.replace("Dunlin", name).replace("Carrow", "Brennhof") for name in NAMES]
    assert before(*strays) > before()


def test_articles_that_share_no_event_share_nothing(dossier_of: Make) -> None:
    made = dossier_of([TRAM, OTHER])
    assert made.events == []


def test_a_dossier_of_before_is_still_read(dossier: Dossier) -> None:
    document = dossier.data.model_dump(mode="json")
    for event in document["events"]:
        del event["shared"]
    assert DossierData.model_validate(document).events[0].shared == {}


def shared(*told: tuple[str, str, int]) -> list[Shared]:
    return [Shared.model_validate({"kind": kind, "text": text, "others": others}) for kind, text, others in told]


@pytest.mark.parametrize(
    ("told", "others", "words"),
    [
        ([], 3, ""),
        ([("name", "Taborex", 1)], 1, "shares Taborex with the other"),
        (
            [("name", "Taborex", 5), ("figure", "48 zloty", 5), ("word", "ferry", 3), ("name", "Marczuk", 5)],
            5,
            "shares Taborex, 48 zloty and Marczuk with all 5 others; “ferry” with 3 of the 5 others",
        ),
        (
            [("figure", "48 zloty", 1), ("name", "Taborex", 1200)],
            1200,
            "shares Taborex with all 1,200 others; 48 zloty with 1 of the 1,200 others",
        ),
    ],
)
def test_it_is_told_in_a_line(told: list[tuple[str, str, int]], others: int, words: str) -> None:
    assert shared_words(shared(*told), others) == words


def test_the_markdown_has_a_line_for_each_article(dossier: Dossier) -> None:
    shown = dossier_markdown(dossier.data)
    section = shown.split("### What they have in common\n\n", 1)[1].split("\n\n", 1)[0].splitlines()
    assert [line.partition(":")[0] for line in section] == ["- a1", "- a3", "- a4"]
    assert section[2].endswith("with both others")
    assert "1,740 staff" in section[0]


HOSTILE = "<script>alert(1)</script> [x](javascript:1) | *Tarn*"


def test_what_is_shared_is_shown_as_text(dossier: Dossier) -> None:
    [event] = dossier.events
    hostile = event.model_copy(update={"shared": {"a1": shared(("name", HOSTILE, 2))}})
    data = dossier.data.model_copy(update={"events": [hostile]})
    page = Pages("1").event_page(event_view(hostile, data, lambda *_: "#"), "#")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    line = next(one for one in dossier_markdown(data).splitlines() if one.startswith("- a1: shares"))
    assert "\\<script" in line
    assert "\\[x\\]" in line
    assert "\\*Tarn\\*" in line


def test_the_page_tells_it_with_each_article(dossier: Dossier) -> None:
    [event] = dossier.events
    view = event_view(event, dossier.data, lambda *_: "#")
    assert all(one.shares.startswith("shares ") for one in view.told)
    page = Pages("1").event_page(view, "#")
    assert page.count("shares ") == len(view.told) == 3
    assert all(one.shares in page for one in view.told)
