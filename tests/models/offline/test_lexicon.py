"""Furniture of pages: every marker marks its sentence, whatever words stand around it."""

from __future__ import annotations

import pytest

from summarizer.models.offline.lexicon import MARKERS, is_furniture


@pytest.mark.parametrize("marker", MARKERS)
def test_each_marker_makes_a_sentence_furniture(marker: str) -> None:
    assert is_furniture(f"Tarn said, ({marker} Roe and Lund.")
    assert is_furniture(marker.title())
    assert is_furniture(f"{marker}s of theirs")


@pytest.mark.parametrize(
    "text", ["The underwriting by three banks was safe.", "Tarn signed a nondisclosure: it is in force."]
)
def test_the_end_of_a_longer_word_is_no_marker(text: str) -> None:
    assert not is_furniture(text)


def test_the_words_of_markers_apart_are_no_furniture() -> None:
    assert not is_furniture("The market said a cap of the price was safe for institutional holders, by writing to all.")
