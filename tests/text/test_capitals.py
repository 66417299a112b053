"""Texts in capitals in the case of prose: the same offsets, names where names stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.article import Article
from summarizer.text.capitals import in_sentence_case


def cased(text: str) -> str | None:
    return in_sentence_case(text, [(sentence.start, sentence.end) for sentence in Article.from_text(text).sentences])


WIRE = (
    "TARN MILLS INC. SAID ITS CHAIRMAN, MARA OLDEN, WILL LEAVE ON MONDAY. THE BOARD THANKED HER FOR ALL THAT SHE HAD "
    "DONE OVER THE YEARS. OLDEN TOLD REPORTERS THAT I AM GLAD WAS ALL SHE COULD SAY."
)


def test_names_keep_their_capitals_wherever_they_stand() -> None:
    assert cased(WIRE) == (
        "Tarn Mills Inc. said its chairman, Mara Olden, will leave on Monday. The board thanked her for all that she "
        "had done over the years. Olden told reporters that I am glad was all she could say."
    )


def test_prose_and_short_texts_are_left_alone() -> None:
    assert cased(WIRE.lower()) is None
    assert cased(WIRE[:60]) is None
    assert in_sentence_case("", []) is None


@given(st.text(alphabet="ABC SAID ÄẞİŒ.,\"'\n", min_size=150, max_size=400))
def test_offsets_stay(text: str) -> None:
    found = in_sentence_case(text, [(0, len(text))])
    assert found is None or (len(found) == len(text) and found.lower() == text.lower())
