"""Date words → first and last day they can mean; what is no date; datelines; invariants over arbitrary text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.text.dates import find_dateline, read_date, read_date_at, read_dates

BASE = date(2025, 1, 10)  # a Friday


def span(text: str, base: date | None = BASE) -> tuple[str | None, str | None]:
    """The days that `text` means, as ISO dates."""
    read = read_date(text, base)
    assert read is not None, text
    earliest, latest = read.earliest, read.latest
    return (earliest.isoformat() if earliest else None, latest.isoformat() if latest else None)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Jan. 10, 2025", "2025-01-10", "2025-01-10"),
        ("on January 10th, 2025", "2025-01-10", "2025-01-10"),
        ("10 January 2025", "2025-01-10", "2025-01-10"),
        ("10th of January, 2025", "2025-01-10", "2025-01-10"),
        ("26-FEB-1987", "1987-02-26", "1987-02-26"),
        ("2025-01-10", "2025-01-10", "2025-01-10"),
        ("2025-01-10T08:30:00Z", "2025-01-10", "2025-01-10"),
        ("13.1.2025", "2025-01-13", "2025-01-13"),
        ("13/1/2025", "2025-01-13", "2025-01-13"),
        ("Friday, Jan. 10, 2025", "2025-01-10", "2025-01-10"),
        ("May 5-7, 2024", "2024-05-05", "2024-05-07"),
        ("May 28 to June 3, 2024", "2024-05-28", "2024-06-03"),
        ("June\n30, 2024", "2024-06-30", "2024-06-30"),
        ("in June 2024", "2024-06-01", "2024-06-30"),
        ("February of 2024", "2024-02-01", "2024-02-29"),
        ("January-March 2024", "2024-01-01", "2024-03-31"),
        ("in 2024", "2024-01-01", "2024-12-31"),
        ("2019-2021", "2019-01-01", "2021-12-31"),
        ("2023-24", "2023-01-01", "2024-12-31"),
        ("from 2019 to 2021", "2019-01-01", "2021-12-31"),
        ("between March and May 2024", "2024-03-01", "2024-05-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the early 1990s", "1990-01-01", "1994-12-31"),
        ("Q3 2024", "2024-07-01", "2024-09-30"),
        ("3Q24", "2024-07-01", "2024-09-30"),
        ("third quarter of 2024", "2024-07-01", "2024-09-30"),
        ("the fourth-quarter of 2024", "2024-10-01", "2024-12-31"),
        ("H1 2025", "2025-01-01", "2025-06-30"),
        ("second half of 2024", "2024-07-01", "2024-12-31"),
        ("late 2024", "2024-09-01", "2024-12-31"),
        ("toward the end of 2024", "2024-10-01", "2024-12-31"),
        ("early 2024", "2024-01-01", "2024-04-30"),
        ("mid-2024", "2024-04-01", "2024-09-30"),
        ("summer of 2023", "2023-06-01", "2023-09-30"),
        ("by the end of June 2025", None, "2025-06-30"),
        ("through 2027", None, "2027-12-31"),
        ("no later than March 31, 2026", None, "2026-03-31"),
        ("the first six months of 2023", "2023-01-01", "2023-06-30"),
        ("year ended December 31, 2024", "2024-01-01", "2024-12-31"),
        ("nine months to September 2024", "2024-01-01", "2024-09-30"),
        ("fiscal 2025", "2024-01-01", "2026-06-30"),
        ("FY25", "2024-01-01", "2026-06-30"),
        ("second quarter of fiscal 2025", "2024-01-01", "2026-06-30"),
        ("final quarter of fiscal 2025", "2024-01-01", "2026-06-30"),
        ("late in fiscal 2025", "2024-01-01", "2026-06-30"),
        ("last week of June 2024", "2024-06-24", "2024-06-30"),
        ("year-end 2024", "2024-10-01", "2024-12-31"),
    ],
)
def test_absolute_expressions_need_no_base(text: str, earliest: str | None, latest: str | None) -> None:
    assert span(text, None) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("late last year", "2024-09-01", "2024-12-31"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("this year", "2025-01-01", "2025-12-31"),
        ("next year", "2026-01-01", "2026-12-31"),
        ("last month", "2024-12-01", "2024-12-31"),
        ("next month", "2025-02-01", "2025-02-28"),
        ("last quarter", "2024-10-01", "2024-12-31"),
        ("last week", "2024-12-29", "2025-01-05"),
        ("yesterday", "2025-01-09", "2025-01-09"),
        ("today", "2025-01-10", "2025-01-10"),
        ("tomorrow", "2025-01-11", "2025-01-11"),
        ("earlier this year", "2025-01-01", "2025-01-10"),
        ("later this year", "2025-01-10", "2025-12-31"),
        ("the end of the year", "2025-10-01", "2025-12-31"),
        ("since 2019", "2019-01-01", "2025-01-10"),
        ("within 12 months", "2025-01-10", "2026-01-10"),
        ("the past three years", "2022-01-10", "2025-01-10"),
        ("over the next five years", "2025-01-10", "2030-01-10"),
        ("in the coming weeks", "2025-01-10", None),
        ("three days ago", "2025-01-07", "2025-01-07"),
        ("two years ago", "2022-07-11", "2023-07-12"),
        ("last December", "2024-12-01", "2024-12-31"),
        ("in December", "2024-12-01", "2024-12-31"),
        ("May last year", "2024-05-01", "2024-05-31"),
        ("on March 3 this year", "2025-03-03", "2025-03-03"),
        ("last Friday", "2025-01-03", "2025-01-03"),
        ("this fall", "2025-09-01", "2025-12-31"),
        ("first half of this year", "2025-01-01", "2025-06-30"),
        ("by the end of June", None, "2025-06-30"),
        ("quarter ended September 30", "2024-07-01", "2024-09-30"),
    ],
)
def test_relative_expressions_are_resolved_against_the_base(
    text: str, earliest: str | None, latest: str | None
) -> None:
    assert span(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["late last year", "on Tuesday", "yesterday", "in December", "third quarter", "two years ago", "next spring"],
)
def test_without_a_base_relative_expressions_have_no_days(text: str) -> None:
    assert span(text, None) == (None, None)


def test_a_slashed_date_that_is_open_spans_both_readings() -> None:
    assert span("10/11/2024") == ("2024-10-11", "2024-11-10")


def test_a_part_of_an_open_month_stays_as_wide_as_the_month() -> None:
    assert span("the first week of June") == span("June")


def test_a_weekday_alone_spans_the_last_and_the_next_one() -> None:
    assert span("on Tuesday") == ("2025-01-07", "2025-01-14")


def test_a_year_earlier_hangs_on_another_date() -> None:
    assert span("a year earlier") == (None, None)


@pytest.mark.parametrize(
    ("text", "words", "earliest"),
    [
        ("The company said on Tuesday it agreed.", "Tuesday", date(2025, 1, 7)),
        ("Shareholders will vote on Tuesday.", "Tuesday", date(2025, 1, 14)),
        ("The deal is expected to close in March, it said.", "March", date(2025, 3, 1)),
        ("The bank is expected to cut its rate in March.", "March", date(2025, 3, 1)),
        ("A paper wrote about the plans in March.", "March", date(2024, 3, 1)),
        ("It had a worse-than-expected fourth quarter.", "fourth quarter", date(2024, 10, 1)),
        ("The plant opened in July.", "July", date(2024, 7, 1)),
        ("The plant opened in March.", "March", date(2024, 3, 1)),
        ("A meeting is scheduled for Feb. 20.", "Feb. 20", date(2025, 2, 20)),
        ("She joined Larch Ltd. on Feb. 20.", "Feb. 20", date(2024, 2, 20)),
        ("A verdict is to be announced on Thursday.", "Thursday", date(2025, 1, 16)),
        ("Profit fell in the third quarter.", "third quarter", date(2024, 7, 1)),
        ("Larch will pay 38% more than the closing price on Feb. 20.", "Feb. 20", date(2024, 2, 20)),
        ("Larch will pay 38% more than Orrin's close on Feb. 20.", "Feb. 20", date(2024, 2, 20)),
        ("Larch expects to close on Feb. 20.", "Feb. 20", date(2025, 2, 20)),
    ],
)
def test_the_verb_of_the_sentence_tells_behind_from_ahead(text: str, words: str, earliest: date) -> None:
    (read,) = read_dates(text, BASE)

    assert (text[read.start : read.end], read.earliest) == (words, earliest)


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("Two bids were turned down in the winter.", date(2025, 1, 10)),
        ("Two bids were turned down in the summer.", date(2024, 9, 30)),
        ("The plant will open in the winter.", date(2025, 3, 31)),
    ],
)
def test_what_came_about_in_a_season_did_so_before_the_day_of_the_text(text: str, latest: date) -> None:
    (read,) = read_dates(text, BASE)

    assert read.latest == latest


def test_the_past_decade_is_the_last_ten_years() -> None:
    assert span("in the past decade") == ("2015-01-10", "2025-01-10")


def test_words_in_their_place_are_read_with_their_sentence() -> None:
    text = "Shareholders will vote on Tuesday."
    start = text.index("on")

    read = read_date_at(text, start, len(text) - 1, BASE)

    assert read is not None
    assert (read.earliest, read.latest) == (date(2025, 1, 14), date(2025, 1, 14))


@pytest.mark.parametrize(
    "text",
    [
        "It may march on, as spring water may fall from the roof a second time.",
        "April Jones and Theresa May met August Brandt; Sun shares rose.",
        "We sat in the sun with Jan and Dec, and saw the wed couple.",
        "It employs 2000 employees and sold 1987 cars for $2024.",
        "They fall behind: the H100, the 24/7 desk, version 1.2.3, the score of 3-2.",
        "A mix of one, two and a third of it; last orders, next steps.",
        "",
    ],
)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert [text[read.start : read.end] for read in read_dates(text, BASE)] == []


@pytest.mark.parametrize(
    "text", ["", "on", "we", "a mix", "deal closed late last year", "Tuesday's deal with Larch", "$5"]
)
def test_what_is_more_or_less_than_a_date_is_none(text: str) -> None:
    assert read_date(text, BASE) is None


def test_a_text_gives_its_dates_in_order() -> None:
    text = (
        "Larch plc closed the deal late last year. In 2025, it expects orders in the second half, said finance chief "
        "May Reed on a call in December. The order, due by June 30, was signed toward the end of 2024."
    )

    assert [text[read.start : read.end] for read in read_dates(text, BASE)] == [
        "late last year",
        "2025",
        "second half",
        "December",
        "by June 30",
        "toward the end of 2024",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NEW YORK, Jan. 10, 2025 (Wire) - Larch said it agreed.",
        "SAN FRANCISCO, Jan. 10, 2025 /Wirenews/ -- Larch said",
        "BASEL--(WIRE)--Jan 10, 2025--Larch said",
        "Paris, 10 January 2025 – Larch (LRC) announces",
        "Larch Wins Order\n\nPublished: 10 January 2025\nLarch said",
        "Larch Wins Order\nBy Jane Roe | Jan 10, 2025 5:30 PM EST\nLarch said",
        "Larch Wins Order\nJanuary 10, 2025\nLarch said",
        "2025-01-10\n\nLarch wins order",
        "Friday, January 10, 2025 | 9:00 am",
        "Updated: Jan 12, 2025\nPublished: Jan 10, 2025\n",
        "Larch Wins Order\nJan . 10 , 2025\nLarch said a thing.\n",
        "Larch Wins Order\nFriday , January 10 , 2025 , 9 : 12 am EST\nLarch said a thing.\n",
        "Larch Wins Order\n2025 / 01 / 10 , 7 : 14\nLarch said a thing.\n",
        "10-JAN-2025 17:08:27.52\nLARCH WINS ORDER",
        "For immediate release: January 10, 2025",
    ],
)
def test_a_dateline_is_found_at_the_top(text: str) -> None:
    assert find_dateline(text) == date(2025, 1, 10)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Larch said on January 10, 2025, that it agreed.",
        "NEW YORK, Jan 10 (Wire) - Larch said",
        "Larch to Buy Birch on January 10, 2025",
        "Results for the quarter ended June 30, 2024\n",
        "As of March 3, 2024 - the last day - Larch held",
        "March 3, 2024 was a good day for Larch, which said so.",
        "10/11/2024",
        "February 30, 2024",
        "\n".join(["Larch said a thing."] * 11 + ["Published: 10 January 2025"]),
    ],
)
def test_a_date_without_year_or_in_prose_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


STYLES = [
    "{0:%B} {0.day}, {0.year}",
    "{0.day} {0:%B} {0.year}",
    "{0:%Y-%m-%d}",
    "{0:%b}. {0.day}, {0.year}",
    "{0:%d-%b-%Y}",
]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(STYLES))
def test_a_day_written_in_any_style_is_read_back(day: date, style: str) -> None:
    text = style.format(day).replace("May.", "May")

    read = read_date(text, None)

    assert read is not None
    assert (read.earliest, read.latest) == (day, day)


WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_the_days_of_last_and_next_week_are_in_the_span_of_their_weekday(base: date, back: int) -> None:
    day = base - timedelta(days=back)
    read = read_date_at(f"It said on {WEEKDAYS[day.weekday()]}.", 8, 11 + len(WEEKDAYS[day.weekday()]), base)

    assert read is not None
    assert read.earliest == read.latest == day


FRAGMENTS = st.sampled_from(
    [
        "Jan. ",
        "May ",
        "10",
        "2024",
        ", ",
        "-",
        "Q3 ",
        "late ",
        "last ",
        "year ",
        "the end of ",
        "by ",
        "in ",
        "Tuesday ",
        "two ",
        "weeks ",
        "ago ",
        "from ",
        "to ",
        "fiscal ",
        "first ",
        "half ",
        "of ",
        "quarter ",
        "ended ",
        "\u200b",
        "30",
    ]
)


@given(
    st.one_of(st.text(), st.lists(FRAGMENTS, max_size=14).map("".join)),
    st.one_of(st.none(), st.dates()),
)
@example("early mid " * 2_000, BASE)
@example("the end of " * 2_000, BASE)
@example("9999 years ago, in 2199, 999 decades from now", date(1, 1, 1))
@example("next year, next decade, within 999 decades", date(9999, 12, 31))
def test_dates_are_ordered_disjoint_and_inside_of_any_text(text: str, base: date | None) -> None:
    end = 0
    for read in read_dates(text, base):
        assert end <= read.start < read.end <= len(text)
        assert read.earliest is None or read.latest is None or read.earliest <= read.latest
        end = read.end


@given(st.text(), st.one_of(st.none(), st.dates()))
def test_any_text_is_a_date_expression_or_none(text: str, base: date | None) -> None:
    read = read_date(text, base)

    assert read is None or (read.start, read.end) == (0, len(text))


@given(st.text())
def test_any_text_has_a_dateline_or_none(text: str) -> None:
    assert find_dateline(text) is None or any(character.isdecimal() for character in text)


def test_both_articles_date_the_deal_to_the_end_of_the_year(shared: object) -> None:
    for path in sorted(shared.glob("articles/*.txt")):  # type: ignore[attr-defined]
        text = path.read_text("utf-8")
        days = [(read.earliest, read.latest) for read in read_dates(text, BASE)]
        assert any(first and last and first.year == 2024 and last == date(2024, 12, 31) for first, last in days)


def test_a_planned_merger_that_was_terminated_on_friday_is_behind() -> None:
    [span] = read_dates("Sorano terminated its planned merger on Friday.", date(2024, 9, 10))
    assert (span.earliest, span.latest) == (date(2024, 9, 6), date(2024, 9, 6))


@pytest.mark.parametrize(
    "words", ["Q3", "3Q24", "FY25", "fiscal '24", "5/6/24", "13.1.2025", "the '90s", "1990s", "2019-20", "2025-01-10"]
)
def test_a_date_in_figures_is_found_without_any_word_of_the_calendar(words: str) -> None:
    text = f"The mill of 1,200 workers sold 31 million bricks in {words} and no more."
    found = [text[one.start : one.end] for one in read_dates(text, None)]
    assert found == [words.removeprefix("the ")]


@pytest.mark.parametrize(
    "text", ["It sold 31 million bricks at 4.5 cents.", "Boeing 737s, A1 grade, 24/7, 12-15 of 300"]
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert read_dates(text, date(2011, 5, 3)) == []


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("before 2028", date(2027, 12, 31)),
        ("prior to March 2027", date(2027, 2, 28)),
        ("before the end of 2028", date(2028, 12, 31)),
        ("by 2028", date(2028, 12, 31)),
    ],
)
def test_before_a_year_or_a_month_is_not_in_it(text: str, latest: date) -> None:
    [found] = read_dates(f"It will not close {text}.", date(2026, 6, 1))
    assert (found.earliest, found.latest) == (None, latest)
