"""Names with a possessive inside: bodies called by their members, and brands with a company's word behind."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarizer.text.names import find_names


def names(text: str) -> list[str]:
    return [name.text for name in find_names(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Tolland Farmers' Co-operative",
        "Bakers' Alliance",
        "Harbour Pilots’ Association",
        "Ostland Teachers' Retirement System",
        "Welders' Guild",
        "Dunmore Women's Bank",
        "Dentists' Provident Society",
    ],
)
@pytest.mark.parametrize("sentence", ["The {} said so on Monday.", "Dorn Foods bought it from the {}, Ada Roe said."])
def test_a_body_called_by_its_members_is_one_name(name: str, sentence: str) -> None:
    assert name in names(sentence.format(name))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lund sold General Waters' Dorn division on Monday.", ["Lund", "General Waters", "Dorn"]),
        ("He likes farmers' markets and the buyers' views of Dorn.", ["Dorn"]),
        ("Orrin said Siemers' rail unit was sold.", ["Orrin", "Siemers"]),
        ("Orrin said that its workers' Dorn mill closed.", ["Orrin", "Dorn"]),
    ],
)
def test_the_possessive_of_an_owner_parts_two_names(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


def test_a_brand_goes_on_to_the_word_that_ends_a_company_s_name() -> None:
    assert names("Brandt Foods agreed to acquire Hetty's International for $90 million.") == [
        "Brandt Foods",
        "Hetty's International",
    ]
    assert "Hetty's International" not in names("Brandt Foods agreed to acquire Hetty's International division.")


def test_the_text_of_a_name_stands_at_its_place() -> None:
    text = "The vote of the Tolland Growers'\nUnion is due. Growers' Union heads met Dorn Ltd."
    found = find_names(text)

    assert all(text[name.start : name.end] == name.text for name in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert [" ".join(name.text.split()) for name in found] == ["Tolland Growers' Union", "Growers' Union", "Dorn Ltd."]


def test_an_ordinal_that_begins_a_name_stays_a_part_of_it() -> None:
    assert names("Pell Ltd. sold its stake in 31st Century Dorn Inc. to Orrin Corp. in May.") == [
        "Pell Ltd.",
        "31st Century Dorn Inc.",
        "Orrin Corp.",
    ]


@pytest.mark.parametrize("piece", ["A-Growers' ", "Growers' Union ", "Growers' ", "Hetty's International. "])
def test_a_long_row_of_possessives_is_read(piece: str) -> None:
    assert "Bakers' Union" in names("The Bakers' Union met Dorn Ltd. " + piece * 5_000 + "end.")
