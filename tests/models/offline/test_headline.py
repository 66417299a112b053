"""The headline by the offline rules: the article's own line, whatever it is written like, else the opening news."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.models.offline import read_news

_NEWS = "Orvane Inc. agreed to buy Lund Forge Corp. for $40 million."
_MORE = "Lund Forge Corp. has three mills and 400 employees in the north of Corvania."


def answer(*lines: str) -> dict[str, object]:
    return read_news(Article.from_text("\n\n".join(lines)))


def headline(*lines: str) -> object:
    found = answer(*lines)["headline"]
    assert isinstance(found, dict)
    return found["text"]


@pytest.mark.parametrize(
    "title",
    [
        "brindo raises $12M to teach cranes some manners",
        "ORVANE <ORV> SELLS FORGE, SETS BUYBACK",
        "Weekly Digest: Cranes, Kettles and an Old Bridge",
        "Steel makers brace for a long winter in the U.S.",
        "Boring?!?! Why a Quiet Year Might Not Be Over Just Yet",
        "Orvane Overreaches",
        "Orvane to build its next mill in Corvane, N.C.",
    ],
)
def test_the_first_line_is_the_headline_whatever_its_letters(title: str) -> None:
    assert headline(title, _NEWS, _MORE) == title


@pytest.mark.parametrize("marked", ["# {}", "## {} ##", "**{}**", "__{}__"])
def test_the_marks_of_markdown_are_no_part_of_the_headline(marked: str) -> None:
    title = "Orvane bags $40m for mills that hum"
    assert headline(marked.format(title), _NEWS, _MORE) == title


def test_a_number_sign_inside_a_headline_stays() -> None:
    title = "Orvane is #1 in mills, and #2 in forges"
    assert headline(title, _NEWS, _MORE) == title


@pytest.mark.parametrize(
    "above",
    [
        "By Ada Lund, City Correspondent",
        "FOR IMMEDIATE RELEASE",
        "Tuesday 14 April 2026 16.02",
        "March 4, 2026",
        "Markets",
        "Metals & Mining",
        "Harbour Courier Business Weekly",
        "Lund Port Gazette | Metals",
        "Home > Business > Metals",
        "Vol. 12, No. 4",
        "Anvils and Sparks, a weekly column by Ole Stent",
        "Forges & Foundries\nIssue 4 | 2 March 2031",
    ],
)
def test_labels_bylines_and_dates_above_it_are_none(above: str) -> None:
    assert headline(above, "Orvane to Buy Lund Forge for $40 Million", _NEWS) == (
        "Orvane to Buy Lund Forge for $40 Million"
    )


def test_two_lines_that_share_a_word_are_headline_and_second_line() -> None:
    assert headline("Orvane Sells Forge", "Forge Goes to Lund for a Song, Bankers Say", _NEWS) == "Orvane Sells Forge"


def test_without_a_title_the_first_sentence_is_it_less_its_dateline() -> None:
    later = "Orvane also sold its kettle unit to Brask Homes Inc. for $9 million."
    assert headline(f"TARNE, 4 March 2026 - {_NEWS}", later) == _NEWS


def test_wrapped_prose_is_no_headline() -> None:
    text = (
        "    TARNE, March 4, 1987 - Orvane Inc said it agreed to buy Lund\n Forge Corp for 40 mln dlrs "
        "in cash, and that it\n expects to close the purchase in May.\n    Lund Forge has three mills.\n"
    )
    found = read_news(Article.from_text(text))["headline"]
    assert found["text"] == (
        "Orvane Inc said it agreed to buy Lund Forge Corp for 40 mln dlrs in cash, and that it expects to close the "
        "purchase in May."
    )


def test_a_sentence_that_stands_for_the_headline_opens_the_abstract_too() -> None:
    found = answer(f"TARNE, March 4, 2026 (Gazette) - {_NEWS}", _MORE, "Brask Homes had bid $38 million.")
    assert isinstance(found["abstract"], list)
    assert found["abstract"][0]["text"] == _NEWS


@pytest.mark.parametrize(
    "text", ["the mill of Orvane makes pumps and " * 900, "x" * 40_000, "Orvane sold a mill, " * 900]
)
def test_of_text_without_sentence_ends_only_the_first_words_are_headline_and_abstract(text: str) -> None:
    found = read_news(Article.from_text(text))
    assert 100 < len(found["headline"]["text"]) <= 300
    assert text.startswith(found["headline"]["text"])
    assert [len(item["text"]) <= 700 and text.startswith(item["text"]) for item in found["abstract"]] == [True]


@pytest.mark.parametrize("slug", ["BRIEF - ", "UPDATE 2-", "EXCLUSIVE: ", "REFILE — "])
def test_what_an_agency_puts_before_a_headline_is_no_part_of_it(slug: str) -> None:
    assert headline(f"{slug}Orla Pharma wins tender for vaccines", "", "The ministry said so on Monday.") == (
        "Orla Pharma wins tender for vaccines"
    )


def test_a_place_in_capitals_is_still_a_dateline() -> None:
    opening = "ROTTERDAM - Orla Pharma won a tender for vaccines worth 3 million euros on Monday."
    assert headline(opening) == "Orla Pharma won a tender for vaccines worth 3 million euros on Monday."


def test_the_mark_of_a_lists_item_is_left_out_of_a_statement() -> None:
    found = answer(
        "Orla Pharma wins tender", "", "* Sells 40 million doses to Norway for 90 million euros", "* Shares up"
    )
    assert [entry["text"] for entry in found["abstract"]][1] == "Sells 40 million doses to Norway for 90 million euros"  # type: ignore[index, call-overload]


@pytest.mark.parametrize("label", ["THE TILLER", "Mast & Keel – Tankers", "Mast & Keel, Friday 3 May 2030"])
def test_a_column_a_section_or_a_papers_day_above_the_headline_is_not_it(label: str) -> None:
    title = "Nobody wants to buy the Orrin ferry line, until the tide turns"
    assert headline(label, title, _MORE) == title


def test_a_headline_that_goes_on_behind_a_legal_form_is_one() -> None:
    found = answer("Why Orvane Inc.\nShares Gained 11% in June", _NEWS, _MORE)["headline"]
    assert found == {"evidence": [1, 2], "text": "Why Orvane Inc. Shares Gained 11% in June"}


def test_capitals_over_news_in_brief_are_its_headline() -> None:
    assert headline("PORTS IN BRIEF", _NEWS, _MORE) == "PORTS IN BRIEF"
    assert headline("PRESS RELEASE", _NEWS, _MORE) == _NEWS


def test_a_columns_name_with_its_writer_is_no_headline() -> None:
    assert headline("Tuesday never comes", "The tide table | Ottilie Brandt", _NEWS, _MORE) == "Tuesday never comes"
