"""Where a speaker belongs: not where he once was, nor where no sentence puts him, nor by a name that two share."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def codes(check: Any, text: str, speaker: str, body: str, role: str | None, words: str, mode: str) -> list[str]:
    numbers = list(range(1, text.count(". ") + 2))
    draft = {
        "text": words, "mode": mode, "speaker": speaker, "affiliation": body, "role": role,
        "speaker_kind": "executive", "evidence": numbers,
    }  # fmt: skip
    return [finding.code for finding in check("quotes", draft, article=text).findings]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Uma Reiss, a former Norvane director, said fares will drop.", False),
        ("Uma Reiss, formerly head of trading at Norvane, said fares will drop.", False),
        ("Ex-Norvane director Uma Reiss said fares will drop.", False),
        ("Uma Reiss, a Norvane director, said fares will drop.", True),
        ("Uma Reiss, a director at Norvane and a former pilot, said fares will drop.", True),
    ],
)
def test_a_house_that_the_speaker_has_left_is_not_verified(check: Any, text: str, plain: bool) -> None:
    found = codes(check, text, "Uma Reiss", "Norvane", None, "fares will drop", "indirect")
    assert (Code.AFFILIATION_UNPROVEN not in found) is plain
    assert Code.AFFILIATION_ALTERED not in found or not plain


def test_a_house_that_no_sentence_puts_the_speaker_in_is_not_verified(check: Any) -> None:
    text = "Norvane will buy Tarn Foods. Chief Executive Uma Reiss likes it. Tarn's mills will grow, she said."
    for body in ("Norvane", "Tarn Foods"):
        found = codes(check, text, "Uma Reiss", body, "Chief Executive", "Tarn's mills will grow", "indirect")
        assert Code.AFFILIATION_UNPROVEN in found or Code.AFFILIATION_ALTERED in found
    told = text.replace("Executive Uma", "Executive of Norvane Uma")
    assert Code.AFFILIATION_UNPROVEN not in codes(
        check, told, "Uma Reiss", "Norvane", None, "Tarn's mills will grow", "indirect"
    )


@pytest.mark.parametrize(("unit", "plain"), [("Tarn Saaten GmbH", False), ("Elm Saaten GmbH", True)])
def test_a_short_name_of_two_houses_is_neither_of_them(check: Any, unit: str, plain: bool) -> None:
    text = f"Tarn Holdings has a unit, {unit}. “Seeds sell,” said Tarn's finance chief, Uma Reiss."
    body = unit if not plain else "Tarn Holdings"
    found = codes(check, text, "Uma Reiss", body, "finance chief", "Seeds sell", "direct")
    assert (Code.AFFILIATION_UNPROVEN not in found) is plain
