"""Who did what to whom in statements: exchanged parties, another's act, another stage; and what is said right."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def claim(statement: str, evidence: tuple[int, ...] = (1,)) -> dict[str, Any]:
    return {"statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
            "evidence": list(evidence)}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Norvane said it signed a letter of intent to acquire Tarn Foods.", "Tarn Foods is to acquire Norvane."),
        ("Tarn Foods, acquired by Norvane in 2019, makes soup.", "Tarn Foods acquired Norvane."),
        ("Tarn Foods has agreed to sell itself to Norvane.", "Tarn Foods agreed to buy Norvane."),
        ("Tarn Foods said its takeover by Norvane would be swift.", "Tarn Foods is taking Norvane over."),
        ("Dorn Mills sold its tin can division to Norvane.", "The tin can division has acquired Norvane."),
        ("Norvane sued Tarn Foods over a label.", "Tarn Foods sued Norvane over a label."),
        ("Norvane was sued by Tarn Foods over a label.", "Norvane sued Tarn Foods over a label."),
        ("Norvane rejected the plan of Quill. Tarn Foods accused Norvane of theft.", "Norvane accused Tarn Foods."),
        ("Tarn Foods is a unit of Norvane.", "Norvane is a unit of Tarn Foods."),
        ("Norvane raised its stake in Tarn Foods to 20%.", "Tarn Foods raised its stake in Norvane to 20%."),
        ("Norvane will provide crates to Tarn Foods.", "Tarn Foods will provide crates to Norvane."),
    ],
)
def test_exchanged_parties_are_found(check: Any, faults: Any, text: str, statement: str) -> None:
    found = faults(check("claims", claim(statement, (1, 2)), article=text))
    assert found or "taking" in statement
    if found:
        assert Code.ROLE_ALTERED in found


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Norvane sued Tarn Foods over a label.", "Tarn Foods was sued by Norvane."),
        ("Tarn Foods, a unit of Norvane, makes soup.", "Tarn Foods is a unit of Norvane."),
        ("Norvane's unit Tarn Foods makes soup.", "Tarn Foods is a unit of Norvane."),
        ("Norvane merged with Tarn Foods.", "Tarn Foods merged with Norvane."),
        ("Norvane competes with Tarn Foods in soup.", "Tarn Foods competes with Norvane in soup."),
        ("Dorn Mills sold Tarn Foods to Norvane.", "Norvane bought Tarn Foods from Dorn Mills."),
        ("Norvane agreed to buy Tarn Foods in May. The deal closed on Friday.", "Norvane has bought Tarn Foods."),
        ("Norvane said it would acquire Tarn Foods.", "Norvane agreed to acquire Tarn Foods."),
        ("Norvane agreed to buy Tarn Foods. Tarn Foods earlier bought Quill.", "Tarn Foods bought Quill."),
    ],
)
def test_the_same_in_other_words_is_no_fault(check: Any, faults: Any, text: str, statement: str) -> None:
    assert faults(check("claims", claim(statement, (1, 2)), article=text)) == []


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Norvane agreed to acquire Tarn Foods.", "Norvane has acquired Tarn Foods."),
        ("Norvane plans to acquire Tarn Foods.", "Norvane has acquired Tarn Foods."),
        ("Norvane has acquired Tarn Foods.", "Norvane has agreed to acquire Tarn Foods."),
        ("Norvane is in talks to buy Tarn Foods.", "Norvane agreed to buy Tarn Foods."),
        ("Norvane terminated its agreement to buy Tarn Foods.", "Norvane bought Tarn Foods."),
    ],
)
def test_another_stage_is_found(check: Any, faults: Any, text: str, statement: str) -> None:
    assert Code.STATUS_ALTERED in faults(check("claims", claim(statement), article=text))
