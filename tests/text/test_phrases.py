"""Words of a text, whether they are cut out of its bytes (ASCII and typographic marks) or found letter by letter."""

from __future__ import annotations

import pytest

from summarizer.text.phrases import Phrase, PhraseList, letters_of, lower_words_of, small_words_of

LISTED = PhraseList({"not": "no", "don't": "no", "as well as": "and", "year": "time"})


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Velkamp's mid-year sale, 4th", {"velkamp", "s", "mid", "year", "sale", "th"}),
        ("“Velkamp’s” — it said…", {"velkamp", "s", "it", "said"}),
        ("Café Ölund’s 3 per cent", {"café", "ölund", "s", "per", "cent"}),
        ("€40 a share", {"a", "share"}),
        ("\ud800lone", {"lone"}),
    ],
)
def test_letters_are_cut_at_all_else(text: str, letters: set[str]) -> None:
    assert letters_of(text) == letters


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The mill's owner, mid-2011, had two_parts and 3rd ones.",
            {"mill", "s", "owner", "mid", "had", "and", "ones"},
        ),
        ("The mill’s owner — “old hands” — left.", {"mill", "s", "owner", "old", "hands", "left"}),
        ("The café’s owner eBay naïvely left.", {"s", "owner", "left"}),
    ],
)
def test_lower_words_are_whole_words_of_small_letters_of_ascii(text: str, words: set[str]) -> None:
    assert lower_words_of(text) == words


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        ("The mill's McRoe said_so in 3rd place", {"he", "c", "oe", "said", "so", "rd"}),
        ("The café’s owner eBay left.", {"he", "caf", "e", "ay"}),
        ("all in small letters", set()),
    ],
)
def test_the_small_letters_of_other_words_are_kept_apart(text: str, rests: set[str]) -> None:
    assert small_words_of(text).rests == rests


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They do not.", [(8, 11, "no")]),
        ("They don’t — not yet", [(5, 10, "no"), (13, 16, "no")]),
        ("'Not' ''don't'' as well\nas that", [(1, 4, "no"), (8, 13, "no"), (16, 26, "and")]),
        ("This year's café is not a knot", [(20, 23, "no")]),
        ("As well, as the notary", []),
    ],
)
def test_phrases_are_found_where_they_stand(text: str, found: list[tuple[int, int, str]]) -> None:
    assert list(LISTED.find(text)) == [Phrase(*one) for one in found]
