"""A deal's value and terms: whose offer a sum is, what was cut from it, and what a term really is."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code
from summarizer.verifier.wording import stem

BOUGHT = "Norvane agreed to buy Tarn Foods"


def codes(check: Any, faults: Any, text: str, **fields: Any) -> list[str]:
    draft = {
        "kind": "acquisition", "status": "agreed", "subject": "Tarn Foods", "value": None, "dates": [], "terms": [],
        "parties": [{"name": "Norvane", "role": "acquirer"}, {"name": "Tarn Foods", "role": "target"}],
        "evidence": list(range(1, text.count(". ") + 2)), **fields,
    }  # fmt: skip
    return faults(check("deals", draft, article=text))


@pytest.mark.parametrize(
    "text",
    [
        f"{BOUGHT} for $90 million, topping Quill's bid of $80 million.",
        f"{BOUGHT} for $90 million. Quill had offered $80 million.",
        f"{BOUGHT} for $90 million, beating an $80 million offer from Quill.",
        f"{BOUGHT} for $90 million. The offer tops a bid of $80 million by Quill.",
        f"{BOUGHT} for $90 million. Rival bidder Quill put $80 million on the table.",
    ],
)
def test_what_somebody_else_offered_is_not_the_value(check: Any, faults: Any, text: str) -> None:
    assert codes(check, faults, text, value="$90 million") == []
    assert codes(check, faults, text, value="$80 million") == [Code.NUMBER_ALTERED]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Norvane raised its offer for Tarn Foods by $2.3 billion to $9 billion.", "$9 billion", "$2.3 billion"),
        ("Norvane sweetened its bid for Tarn Foods to $9 billion from $8 billion.", "$9 billion", "$8 billion"),
    ],
)
def test_how_much_a_bid_was_raised_is_not_the_value(check: Any, faults: Any, text: str, right: str, wrong: str) -> None:
    assert codes(check, faults, text, value=right, status="proposed") == []
    assert codes(check, faults, text, value=wrong, status="proposed") == [Code.NUMBER_ALTERED]


@pytest.mark.parametrize(
    ("price", "ends"),
    [
        ("between $90 million and $95 million", ["$90 million", "$95 million"]),
        ("$90 million to $95 million", ["$90 million", "$95 million"]),
        ("$1.2-1.4 billion", ["$1.4 billion"]),
    ],
)
def test_one_end_of_a_range_is_not_the_value(check: Any, faults: Any, price: str, ends: list[str]) -> None:
    text = f"{BOUGHT} for {price}."
    assert codes(check, faults, text, value=price) == []
    for end in ends:
        assert codes(check, faults, text, value=end) == [Code.BOUND_ALTERED]


@pytest.mark.parametrize(
    ("price", "cut"),
    [
        ("C$75 million", "$75 million"),
        ("HK$75 million", "$75 million"),
        ("75 million Canadian dollars", "75 million dollars"),
    ],
)
def test_dollars_of_another_country_are_not_cut_to_dollars(check: Any, faults: Any, price: str, cut: str) -> None:
    text = f"{BOUGHT} for {price}."
    assert codes(check, faults, text, value=price) == []
    assert codes(check, faults, text, value=cut) == [Code.CURRENCY_ALTERED]


def test_plain_dollars_may_stand_for_those_of_the_united_states(check: Any, faults: Any) -> None:
    assert codes(check, faults, f"{BOUGHT} for US$75 million.", value="$75 million") == []


@pytest.mark.parametrize(("said", "told"), [("nearly", "more than"), ("more than", "nearly"), ("up to", "more than")])
def test_another_bound_is_altered(check: Any, faults: Any, said: str, told: str) -> None:
    text = f"{BOUGHT} for {told} $300 million."
    assert codes(check, faults, text, value=f"{told} $300 million") == []
    assert codes(check, faults, text, value=f"{said} $300 million") == [Code.BOUND_ALTERED]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            f"{BOUGHT} for $90 million, with a break fee of $4 million.",
            {"break fee": "$4 million"},
            {"debt assumed": "$4 million", "milestones": "$4 million", "upfront payment": "$4 million"},
        ),
        (
            f"{BOUGHT} for $41.50 a share, a premium of 38%.",
            {"premium": "38%", "price per share": "$41.50 a share"},
            {"stake": "38%", "royalty": "38%", "premium": "$41.50 a share", "break fee": "$41.50 a share"},
        ),
        (
            "Norvane agreed to buy 30% of Tarn Foods for $90 million upfront and up to $40 million in milestones.",
            {"stake": "30%", "upfront payment": "$90 million", "milestones": "up to $40 million"},
            {"premium": "30%", "upfront payment": "up to $40 million", "debt assumed": "$90 million"},
        ),
        (
            f"{BOUGHT} for $90 million, including $20 million of debt.",
            {"debt assumed": "$20 million"},
            {"debt assumed": "$90 million", "premium": "$20 million", "price per share": "$90 million"},
        ),
        (
            f"{BOUGHT} in an all-cash deal subject to regulatory approval.",
            {"payment": "all-cash", "condition": "subject to regulatory approval"},
            {"condition": "all-cash", "payment": "subject to regulatory approval", "premium": "all-cash"},
        ),
        (
            f"{BOUGHT} and will pay a special dividend of $2 a share.",
            {"special dividend": "$2 a share"},
            {"royalty": "$2 a share"},
        ),
    ],
)
def test_a_term_is_what_its_name_says(
    check: Any, faults: Any, text: str, right: dict[str, str], wrong: dict[str, str]
) -> None:
    for name, words in right.items():
        assert codes(check, faults, text, terms=[{"name": name, "text": words}]) == [], name
    for name, words in wrong.items():
        assert codes(check, faults, text, terms=[{"name": name, "text": words}]) == [Code.UNIT_ALTERED], name


def test_no_stem_is_a_small_word() -> None:
    assert {stem(word) for word in ("note", "notes", "noted", "noting")} == {"note"}
    assert stem("not") == "not"
    assert stem("offer") == stem("offers") != stem("off")
