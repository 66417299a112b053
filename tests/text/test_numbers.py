"""Amounts in words → values, bounds, currencies, units; what is no amount; invariants over arbitrary text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.text.amount_sides import BEHIND_YEARS
from summarizer.text.numbers import Amount, read_amount, read_amounts
from summarizer.text.units import NOT_COUNTED, UNITS


def amount(text: str) -> Amount:
    """The one amount that `text` is."""
    found = read_amount(text)
    assert found is not None, f"{text!r} was read as {read_amounts(text)}"
    return found


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$1.2 billion", "1200000000", "USD"),
        ("US$3.4bn", "3400000000", "USD"),
        ("U.S.$40 million", "40000000", "USD"),
        ("C$250 million", "250000000", "CAD"),
        ("A$5m", "5000000", "AUD"),
        ("HK$12 billion", "12000000000", "HKD"),
        ("NT$900 million", "900000000", "TWD"),
        ("€500m", "500000000", "EUR"),
        ("£2.1bn", "2100000000", "GBP"),
        ("¥300 billion", "300000000000", "JPY"),
        ("₹3,000 crore", "30000000000", "INR"),
        ("Rs 500 lakh", "50000000", "INR"),
        ("Rs. 1,250", "1250", "INR"),
        ("SFr 20 million", "20000000", "CHF"),
        ("USD 1.2bn", "1200000000", "USD"),
        ("EUR500m", "500000000", "EUR"),
        ("1.2 billion USD", "1200000000", "USD"),
        ("R500 million", "500000000", "ZAR"),
        ("12.2 mln dlrs", "12200000", "USD"),
        ("12.2\n    mln dlrs", "12200000", "USD"),
        ("6.3 mln U.S. dlrs", "6300000", "USD"),
        ("7.1 billion Canadian dlrs", "7100000000", "CAD"),
        ("$17 Canadian dollars", "17", "CAD"),
        ("90 million Hong Kong dollars", "90000000", "HKD"),
        ("one billion stg", "1000000000", "GBP"),
        ("40 pounds sterling", "40", "GBP"),
        ("700p", "7", "GBP"),
        ("two pence", "0.02", "GBP"),
        ("25 cents", "0.25", "USD"),
        ("25 cents a share", "0.25", "USD"),
        ("3.5 bln yen", "3500000000", "JPY"),
        ("700 mln marks", "700000000", "DEM"),
        ("1.2 billion Belgian francs", "1200000000", "BEF"),
        ("500 billion lire", "500000000000", "ITL"),
        ("50,000 won", "50000", "KRW"),
        ("half a billion dollars", "500000000", "USD"),
        ("three-quarters of a billion dollars", "750000000", "USD"),
        ("a million and a half dollars", "1500000", "USD"),
        ("$1-1/2 billion", "1500000000", "USD"),
        ("$1½ billion", "1500000000", "USD"),
        ("$5mm", "5000000", "USD"),
        ("$40 - billion", "40000000000", "USD"),
        ("$1.5-billion", "1500000000", "USD"),
        ("$1,000,000.50", "1000000.5", "USD"),
        ("€1.200.000", "1200000", "EUR"),
        ("€1.234,56", "1234.56", "EUR"),
        ("€1,5 billion", "1500000000", "EUR"),
        ("CHF 1'200'000", "1200000", "CHF"),
        ("₹3,00,000", "300000", "INR"),
        ("$１２.５ million", "12500000", "USD"),
        ("$12\N{NO-BREAK SPACE}million", "12000000", "USD"),
        ("$٣٤ million", "34000000", "USD"),
        ("$1\N{ZERO WIDTH SPACE}.2 billion", "1200000000", "USD"),
    ],
)
def test_money_has_its_exact_value_and_likeliest_currency(text: str, value: str, currency: str) -> None:
    read = amount(text)

    assert (read.kind, read.value, read.currencies[0]) == ("money", Decimal(value), currency)


def test_a_bare_dollar_sign_leaves_the_country_open() -> None:
    assert amount("$5").currencies[:3] == ("USD", "CAD", "AUD")


def test_a_named_nation_leaves_one_currency() -> None:
    assert amount("5 million Swedish crowns").currencies == ("SEK",)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("4.3%", "4.3", "percent"),
        ("4.3 percent", "4.3", "percent"),
        ("4.9 pct", "4.9", "percent"),
        ("50 per cent", "50", "percent"),
        ("4.9\npct", "4.9", "percent"),
        ("two percent", "2", "percent"),
        ("2.5 percentage points", "2.5", "percentage_points"),
        ("50 basis points", "50", "basis_points"),
        ("50 bps", "50", "basis_points"),
        ("-4.5%", "-4.5", "percent"),
        ("\N{MINUS SIGN}4.5%", "-4.5", "percent"),
        ("(3.2)%", "-3.2", "percent"),
        ("minus 3 percent", "-3", "percent"),
        ("3/4 pct", "0.75", "percent"),
        ("34 ％", "34", "percent"),
    ],
)
def test_percent_keeps_the_unit_that_the_words_say(text: str, value: str, unit: str) -> None:
    read = amount(text)

    assert (read.kind, read.value, read.unit) == ("percent", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("122 days", "122", "days"),
        ("100,000 Nvidia H100 GPUs", "100000", "GPUs"),
        ("1 million GPUs", "1000000", "GPUs"),
        ("33 mln ordinary shares", "33000000", "shares"),
        ("3 MW", "3", "MW"),
        ("200MW", "200", "MW"),
        ("500,000 square feet", "500000", "square feet"),
        ("1.5x", "1.5", "x"),
        ("a dozen", "12", None),
        ("twenty-five million", "25000000", None),
        ("a hundred thousand", "100000", None),
        ("one hundred and fifty people", "150", "people"),
        ("two and a half years", "2.5", "years"),
        ("two dozen outlets", "24", "outlets"),
        ("a 12-member board".removeprefix("a ").removesuffix(" board"), "12", "member"),
        ("2000 employees", "2000", "employees"),
        ("5m users", "5000000", "users"),
        ("4,000-plus stores", "4000", "stores"),
        ("10 000 jobs".replace(" ", "\N{NARROW NO-BREAK SPACE}", 1), "10000", "jobs"),
        ("1.200", "1.2", None),
        ("1,200", "1200", None),
        ("17-3/8", "17.375", None),
        ("five", "5", None),
    ],
)
def test_a_quantity_has_the_counted_noun_as_its_unit(text: str, value: str, unit: str | None) -> None:
    read = amount(text)

    assert (read.kind, read.value, read.unit) == ("quantity", Decimal(value), unit)


def test_a_fraction_in_words_has_a_value_of_28_digits() -> None:
    assert amount("two-thirds").value == Decimal(2) / Decimal(3)


@pytest.mark.parametrize(
    ("text", "bound", "core"),
    [
        ("$5 million", "exactly", "$5 million"),
        ("more than $1 billion", "more_than", "$1 billion"),
        ("over $3bn", "more_than", "$3bn"),
        ("exceeding $1 billion", "more_than", "$1 billion"),
        ("north of $40 million", "more_than", "$40 million"),
        ("in excess of 90 pct", "more_than", "90 pct"),
        (">$5m", "more_than", "$5m"),
        ("$5m+", "at_least", "$5m"),
        ("at least 300 workers", "at_least", "300 workers"),
        ("no less than $4", "at_least", "$4"),
        ("$4 or more", "at_least", "$4"),
        ("≥ 4%", "at_least", "4%"),
        ("up to 33 mln shares", "up_to", "33 mln shares"),
        ("as much as 4.3%", "up_to", "4.3%"),
        ("as many as 90 jobs", "up_to", "90 jobs"),
        ("no more than $3", "up_to", "$3"),
        ("about 240 mln dlrs", "about", "240 mln dlrs"),
        ("approximately\n8.2 mln shares", "about", "8.2 mln shares"),
        ("some 500 people", "about", "500 people"),
        ("an estimated $3 billion", "about", "$3 billion"),
        ("~ 36%", "about", "36%"),
        ("$3 billion or so", "about", "$3 billion"),
        ("nearly $5 billion", "about", "$5 billion"),
        ("almost a billion dlrs", "about", "a billion dlrs"),
        ("less than 1%", "less_than", "1%"),
        ("under $40", "less_than", "$40"),
        ("just shy of $90 million", "less_than", "$90 million"),
        ("at least about $3 billion", "at_least", "$3 billion"),
        ("up to about $3 billion", "up_to", "$3 billion"),
    ],
)
def test_bound_words_stand_outside_of_the_core(text: str, bound: str, core: str) -> None:
    read = amount(text)

    assert (read.bound, text[slice(*read.core)]) == (bound, core)
    assert (read.start, read.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It got $50 million and up to $700 million in milestones.", ["exactly", "up_to"]),
        ("It has $40 or more to spend.", ["at_least"]),
        ("Houses cost $40 and up.", ["at_least"]),
    ],
)
def test_and_up_before_to_belongs_to_the_next_amount(text: str, bounds: list[str]) -> None:
    assert [read.bound for read in read_amounts(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Its bid topped a $850 million offer from Tarn.", "exactly"),
        ("It bid $900 million, topping an $850 million offer from Tarn.", "exactly"),
        ("The bid has a value topping $850 million.", "more_than"),
    ],
)
def test_a_thing_that_is_outdone_has_its_amount_without_a_bound(text: str, bound: str) -> None:
    assert read_amounts(text)[-1].bound == bound


def test_over_before_a_stretch_of_time_is_no_bound() -> None:
    assert [read.bound for read in read_amounts("Orchard will pay it back over three years.")] == ["exactly"]


def test_for_over_a_stretch_of_time_is_a_bound() -> None:
    assert [read.bound for read in read_amounts("She led the mill for over 20 years.")] == ["more_than"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$10-$12 billion", "10000000000", "12000000000"),
        ("$10–12 billion", "10000000000", "12000000000"),
        ("between $10 million and $12 million", "10000000", "12000000"),
        ("$10 million to $12 million", "10000000", "12000000"),
        ("$2.5 billion to 3 billion", "2500000000", "3000000000"),
        ("$100 to $200 million", "100000000", "200000000"),
        ("$40 to $1 billion", "40", "1000000000"),
        ("20 to 25 cents a share", "0.20", "0.25"),
        ("between $8 a share and $8.20 a share", "8", "8.2"),
        ("10%-12%", "10", "12"),
        ("five to 10 percent", "5", "10"),
        ("ranging from 18.75 to 25\npct", "18.75", "25"),
        ("two to three years", "2", "3"),
        ("two or three plants", "2", "3"),
        ("1,000 - 1,500 jobs", "1000", "1500"),
    ],
)
def test_a_range_shares_what_stands_only_once(text: str, low: str, high: str) -> None:
    read = amount(text)

    assert (read.bound, read.value, read.high) == ("between", Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "Profit went from $5 million to $7 million.",
        "The dividend rose 5 cents to 25 cents.",
        "Shares slipped 3.8% to $114.77.",
        "The index rose 1.2% to 5,431 on Tuesday.",
        "Corvane is rising 4% to 29.28 in Oslo.",
        "It paid $5 and $7.",
    ],
)
def test_a_movement_is_two_amounts(text: str) -> None:
    assert [read.bound for read in read_amounts(text)] == ["exactly", "exactly"]


@pytest.mark.parametrize(
    "text",
    [
        "Grok-2 and the H100 ship in Q3.",
        "They met on Jan. 10 and on 3 May 2024.",
        "The 2019-2021 plan of 1987.",
        "Call +1 212-555-0100 or (212) 555-0188 at 10:30 or 5 p.m.",
        "A Boeing 737 of a Fortune 500 company in the S&P 500.",
        "Support runs 24/7 on 3-D printers, said No. 2.",
        "One of the two said it was the one.",
        "Type 2 diabetes, phase 3 trials, section 4.2 and Chapter 11.",
        "hundreds of millions, several dozen and a few thousand",
        "Their 401(k), its 10-K and the 10 - K.",
        "a 3-for-1 split after a 5-4 vote",
        "the first half of the third quarter",
        "(NYSE: 700), 0700.HK, 005930 and 1.2.3",
        "https://acme.example/2024/05/12/a-300-b",
        "the 1990s and the '80s",
        "3. Hire more people",
        "2025-01-10 and 10/11/2024",
    ],
)
def test_what_only_looks_like_a_number_is_no_amount(text: str) -> None:
    assert [text[read.start : read.end] for read in read_amounts(text)] == []


@pytest.mark.parametrize(
    "text",
    ["a deal worth $1bn", "$1 billion in cash", "the company", "", "$1bn and $2bn", "$", "percent", "2024", "1e999999"],
)
def test_more_or_less_than_one_amount_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    "text", ["the $1 billion", "a 20 percent", "only $4", "$1 billion's", "“$3”", "$114.77.", "$54 per share"]
)
def test_articles_marks_and_rates_may_stand_around_an_amount(text: str) -> None:
    assert read_amount(text) is not None


def test_a_sentence_gives_its_amounts_in_order() -> None:
    text = (
        "Marlow Robotics Inc. shares jumped as much as 4.3% before paring gains to close up less than 1% at $22.08, "
        "after it won a contract exceeding €40 million for some 1,200 arms, with 122 days to deliver."
    )

    assert [text[read.start : read.end] for read in read_amounts(text)] == [
        "as much as 4.3%",
        "less than 1%",
        "$22.08",
        "exceeding €40 million",
        "some 1,200 arms",
        "122 days",
    ]


def test_offsets_count_the_invisible_characters_of_the_original() -> None:
    text = "It paid $1\u200b.2\u00ad billion\u200b in cash"

    (read,) = read_amounts(text)

    assert text[read.start : read.end] == "$1\u200b.2\u00ad billion"


SCALES = {"": 1, " thousand": 10**3, " million": 10**6, "m": 10**6, " mln": 10**6, " billion": 10**9, "bn": 10**9}


@given(
    st.decimals(min_value=0, max_value=999, places=2).filter(lambda value: value > 0),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from([("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("HK$", "HKD"), ("USD ", "USD")]),
    st.sampled_from(["", "about ", "more than ", "up to "]),
)
def test_money_written_in_any_style_is_read_back(value: Decimal, scale: str, sign: tuple[str, str], bound: str) -> None:
    text = f"{bound}{sign[0]}{value}{scale}"

    read = amount(text)

    assert (read.value, read.currencies[0], text[: read.core[0]]) == (value * SCALES[scale], sign[1], bound)


@given(st.integers(min_value=10_000, max_value=10**15), st.sampled_from(["workers", "shares", "square feet", "GPUs"]))
def test_a_grouped_number_is_read_back(count: int, noun: str) -> None:
    read = amount(f"{count:,} {noun}")

    assert (read.value, read.unit) == (Decimal(count), noun)


WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@given(st.integers(1, 12), st.sampled_from(["hundred", "thousand", "million", "billion"]), st.integers(0, 9))
def test_numbers_in_words_are_read_back(head: int, scale: str, tail: int) -> None:
    text = f"{WORDS[head - 1]} {scale}" + (f" and {WORDS[tail - 1]}" if tail else "")
    factor = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]

    assert amount(text).value == head * factor + tail


FRAGMENTS = st.sampled_from(
    [
        "$",
        "€",
        "1",
        "1,000",
        "2.5",
        "billion",
        "m",
        "%",
        " percent",
        "-",
        "–",
        " to ",
        " and ",
        "between ",
        "more than ",
        "one",
        "half a ",
        "dozen",
        "(",
        ")",
        "½",
        "3/4",
        "Jan. ",
        "2024",
        "GPUs",
        "\xa0",
        "yen",
        "+",
        "p",
        "\u200b",
    ]
)


@given(st.one_of(st.text(), st.lists(FRAGMENTS, max_size=12).map("".join)))
@example("$1" + "0" * 10_000)
@example("9," * 5_000)
@example("$" * 10_000)
@example("one " * 5_000)
@example("1e999999 0.1e-99999 1" + "0" * 5_000 + "%")
def test_amounts_are_ordered_disjoint_and_inside_of_any_text(text: str) -> None:
    end = 0
    for read in read_amounts(text):
        assert end <= read.start <= read.core[0] < read.core[1] <= read.end <= len(text)
        assert read.value.is_finite()
        assert read.high is None or read.high > read.value
        assert (read.kind == "money") == bool(read.currencies)
        end = read.end


def test_the_articles_have_the_amounts_that_matter(shared: object) -> None:
    texts = [path.read_text("utf-8") for path in sorted(shared.glob("articles/*.txt"))]  # type: ignore[attr-defined]

    found = {text[read.start : read.end] for text in texts for read in read_amounts(text)}

    assert {"more than $1 billion", "exceeding $1 billion", "34%", "$282 billion", "100,000 Nvidia H100 GPUs"} <= found


@pytest.mark.parametrize(
    "text", ["Sales of $5 million rose 10% to $6 million.", "a 3 to 5 per\u00adcent rise of $1\u200b.2bn"]
)
def test_an_offset_moves_all_places(text: str) -> None:
    plain, moved = read_amounts(text), read_amounts(text, 40)
    assert [(item.start - 40, item.end - 40, item.core[0] - 40, item.core[1] - 40) for item in moved] == [
        (item.start, item.end, *item.core) for item in plain
    ]
    assert len(plain) > 1


@pytest.mark.parametrize("word", BEHIND_YEARS)
def test_a_word_behind_a_year_that_settles_it_ends_every_search_for_a_noun(word: str) -> None:
    assert word in NOT_COUNTED
    assert word not in UNITS
    assert read_amounts(f"Tarn sold in 2024 {word} Lund") == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("It has 2024 stores.", "2024 stores"),
        ("It paid $2024, and left.", "$2024"),
        ("It lost 2024 million, and left.", "2024 million"),
        ("It has 2024, in all.", None),
        ("Shares rose in 2024.", None),
        ("It cost 2024.5 pounds.", "2024.5 pounds"),
    ],
)
def test_a_number_like_a_year_counts_where_something_says_so(text: str, amount: str | None) -> None:
    assert [text[found.start : found.end] for found in read_amounts(text)] == ([amount] if amount else [])


@pytest.mark.parametrize(
    ("text", "last", "bound"),
    [
        ("Corley shares slipped four to 338p", "3.38", "exactly"),
        ("Corley gained 12 to 310p", "3.1", "exactly"),
        ("Corley rose two to three cents", "0.02", "between"),
        ("Corley fell 20 to 30 dollars", "20", "between"),
    ],
)
def test_a_bare_change_before_a_far_larger_price_is_no_range(text: str, last: str, bound: str) -> None:
    amount = read_amounts(text)[-1]
    assert (str(amount.value), amount.bound) == (last, bound)


def test_what_weighs_pounds_is_no_money() -> None:
    [read] = read_amounts("It will lift a payload of between 900 and 3,000 pounds.")
    assert (read.kind, read.unit, read.value, read.high) == ("quantity", "pounds", 900, 3000)
    assert [one.kind for one in read_amounts("It weighed a bid of £4 or 900 pounds.")] == ["money", "money"]


def test_the_name_of_an_airliner_counts_nothing() -> None:
    assert [read.value for read in read_amounts("It ordered 30 737 Max jets.")] == [30]


def test_where_something_was_brought_up_to_is_no_bound() -> None:
    assert [read.bound for read in read_amounts("Orrin pushed its yearly sales up to 55,000.")] == ["exactly"]
    assert [read.bound for read in read_amounts("Orrin may push its sales by up to 55,000.")] == ["up_to"]


@pytest.mark.parametrize(
    "text", ["The new hall is at 1101 W. Tarn Ave., by the pier.", "It owns U.S. Patent 9,085,001."]
)
def test_what_names_a_house_or_a_patent_counts_nothing(text: str) -> None:
    assert read_amounts(text) == []


def test_what_something_will_move_by_is_a_range() -> None:
    [read] = read_amounts("Orrin expects loans to grow by 5% to 7%.")
    assert (read.bound, read.value, read.high) == ("between", 5, 7)
    assert len(read_amounts("Loans fell by 5% to 7%.")) == 2


def test_over_that_belongs_to_its_verb_is_no_bound() -> None:
    assert [read.bound for read in read_amounts("The mart turned over €71 million.")] == ["exactly"]
    assert [read.bound for read in read_amounts("The mart took in over €71 million.")] == ["more_than"]


def test_two_quarters_are_no_half() -> None:
    assert [found.value for found in read_amounts("He would wait for two quarters of numbers.")] == [Decimal(2)]
    assert [found.value for found in read_amounts("Three quarters of the staff left.")] == [Decimal("0.75")]


def test_what_something_has_gone_up_to_is_no_bound() -> None:
    [share] = read_amounts("The share had gone up to 37 per cent.")
    assert share.bound == "exactly"
    [price] = read_amounts("It opens nearer 500p.")
    assert price.bound == "about"
