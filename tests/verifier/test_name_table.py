"""Names are looked up by what their forms share, and so must never miss one that a comparison would find."""

from __future__ import annotations

from itertools import product

import pytest

from summarizer.text.name_forms import may_refer
from summarizer.verifier.name_table import NameTable

FORMS = (
    "Tarrenby", "Tarrenby Holdings", "Tarrenby Holdings plc", "TARRENBY", "tarrenby", "The Tarrenby Group",
    "International Widget Makers", "IWM", "I.W.M.", "IWMs", "Widget & Bolt Co.", "W&B", "WB", "WBC",
    "Hanseatic Data Group (HDG)", "HDG", "Hanseatic", "Hanse Atic", "Hanse-Atic Data",
    "Gareth Plimsoll", "Plimsoll", "Mr. Plimsoll", "G. Plimsoll", "Gareth", "Gareth T. Plimsoll", "Sir Gareth Plimsoll",
    "Maria Orrin Vello", "Maria Orrin", "Orrin Vello", "Vello", "Chief Executive Maria Vello", "M. O. Vello",
    "Société Brévaux", "Societe Brevaux", "Brévaux's", "Brevaux’s", "3Dex", "3 Dex", "the company", "", "(", "A", "&",
)  # fmt: skip


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Tarrenby", "Tarrenby Holdings plc"),
        ("IWM", "International Widget Makers"),
        ("W&B", "Widget & Bolt Co."),
        ("HDG", "Hanseatic Data Group (HDG)"),
        ("HanseAtic", "Hanse-Atic Data"),
        ("Mr. Plimsoll", "Gareth T. Plimsoll"),
        ("Gareth Plimsoll", "Gareth T. Plimsoll"),
        ("Orrin Vello", "Maria Orrin Vello"),
        ("Brevaux", "Brévaux’s"),
    ],
)
def test_short_forms_are_still_taken_for_their_names(short: str, full: str) -> None:
    assert may_refer(short, full)


def test_a_table_answers_with_every_name_that_is_another_form() -> None:
    table = NameTable(FORMS)
    for name in FORMS:
        found = set(table.like(name))
        for other in FORMS:
            if may_refer(name, other) or may_refer(other, name):
                assert other in found, (name, other)


def test_a_table_does_not_answer_with_names_that_share_nothing() -> None:
    table = NameTable(f"{one}{two} Holdings" for one, two in product(("Bor", "Cal", "Dun"), ("an", "ex", "ic")))
    assert list(table.like("Calex")) == ["Calex Holdings"]
    assert list(table.like("Mordane")) == []
