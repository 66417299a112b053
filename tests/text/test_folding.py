"""Folding: what makes no difference, what does, and the way back to offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.folding import fold, folded

UNICODE = st.text(st.characters(exclude_categories=["Cs"]))
TYPOGRAPHY = st.text(st.sampled_from("aÉe\u0301ß ﬁ“”’'-—\u00ad\u200b…½²İ\t\n`한\u1112\u1161\u11ab Ａ"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Orders doubled,” she said", '"Orders doubled," she said'),
        ("Brightwater’s chief", "Brightwater's chief"),
        ("liquid–cooled", "liquid-cooled"),
        ("a deal — at last", "a deal -- at last"),
        ("$4.2\u00a0billion", "$4.2 billion"),
        ("high\u00adpowered", "highpowered"),
        ("Nor\u200bdlys", "Nordlys"),
        ("first line\n   second line", "first line second line"),
        ("e\u0301lan", "élan"),
        ("ﬁnal oﬀer", "final offer"),
        ("Ｎ ２４", "N 24"),
        ("STRASSE", "straße"),
        ("−4.5%", "-4.5%"),
        ("``Yes,'' he said", "“Yes,” he said"),
        ("and so…", "and so..."),
    ],
)
def test_harmless_typography_folds_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$1.2 billion", "$1.3 billion"),
        ("4½", "41/2"),
        ("10²", "102"),
        ("1,000", "1.000"),
        ("can", "can't"),
        ("re-sign", "resign"),
        ("€5", "$5"),
    ],
)
def test_what_changes_the_meaning_does_not_fold_alike(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_folded_span_leads_back_to_the_characters_it_came_from() -> None:
    text = "He said:  “The ﬁnal\n\n oﬀer—it’s ours.”"
    form = fold(text)
    start = form.text.index('"the final offer-it\'s ours."')

    first, last = form.span(start, start + len('"the final offer-it\'s ours."'))

    assert text[first:last] == "“The ﬁnal\n\n oﬀer—it’s ours.”"


def test_characters_without_width_at_the_edges_are_not_part_of_the_span() -> None:
    text = "\u200bAcme\u200b rose"
    form = fold(text)
    start, end = form.span(form.text.index("acme"), form.text.index("acme") + 4)
    assert text[start:end] in ("Acme", "Acme\u200b")


def test_an_original_offset_leads_to_its_folded_place() -> None:
    text = "“Oﬃcial”   word"
    form = fold(text)
    assert form.text[form.at(text.index("word")) :] == "word"


def test_an_empty_text_folds_to_an_empty_text() -> None:
    assert fold("").text == ""
    assert fold("").span(0, 0) == (0, 0)


@given(UNICODE | TYPOGRAPHY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(UNICODE | TYPOGRAPHY)
def test_both_functions_agree(text: str) -> None:
    assert fold(text).text == folded(text)


@given(UNICODE | TYPOGRAPHY, st.data())
def test_spans_stay_in_the_text_and_in_order(text: str, data: st.DataObject) -> None:
    form = fold(text)
    start = data.draw(st.integers(0, len(form.text)))
    end = data.draw(st.integers(start, len(form.text)))

    first, last = form.span(start, end)

    assert 0 <= first <= last <= len(text)


@given(UNICODE | TYPOGRAPHY)
def test_every_original_offset_has_a_folded_one(text: str) -> None:
    form = fold(text)
    places = [form.at(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(form.text) for place in places)


def test_a_million_of_anything_is_folded() -> None:
    for text in ("A" * 10**6, "\u0301\u0316" * 500_000, " \n" * 500_000, "ß" * 10**6):
        assert fold(text).text
