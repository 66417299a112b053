"""Where copied words stand: exact, folded, elided, never merely alike; and what stands there instead."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate, locate_cited, nearest


def cited(text: str, *numbers: int) -> Cited:
    return Cited(Index(Article.from_text(text)), numbers or (1,))


def found(needle: str, text: str, *, name: bool = False) -> str | None:
    scope = cited(text)
    located = locate(needle, scope, name=name)
    return scope.index.text[slice(*located.whole)] if located else None


@pytest.mark.parametrize(
    ("needle", "text", "there"),
    [
        ("liquid-cooled servers", "Norvane sells liquid-cooled servers.", "liquid-cooled servers"),
        ("Quill's first order", "It was Quill’s  first\norder of the year.", "Quill’s  first\norder"),
        ("LIQUID–COOLED", "Norvane sells liquid-cooled servers.", "liquid-cooled"),
        ("“a fair price”", 'They paid "a fair price" for it.', '"a fair price"'),
        ("prices rose … in May", "It said prices rose and rose in May.", "prices rose and rose in May"),
        ("prices rose [...] in May", "It said prices rose sharply in May.", "prices rose sharply in May"),
        ("[t]he unit was sold", "The unit was sold.", "The unit was sold"),
        ("sold [the unit] in May", "It sold its grid arm in May.", "sold its grid arm in May"),
    ],
)
def test_words_are_found_through_harmless_typography_and_ellipses(needle: str, text: str, there: str) -> None:
    assert found(needle, text) == there


@pytest.mark.parametrize(
    ("needle", "text"),
    [
        ("X", "Texas firms and xAI and AX-9 met."),
        ("40", "It sold 140 units for 40.5 cents and 1,40 more."),
        ("AT", "AT&T met them."),
        ("sold the unit", "It sold a unit."),
        ("rose 5%", "Shares fell 5%."),
        ("in May … prices rose", "Prices rose in May."),
        ("", "Anything."),
        ("…", "Anything … at all."),
    ],
)
def test_what_does_not_stand_there_is_not_found(needle: str, text: str) -> None:
    assert found(needle, text) is None


def test_an_ellipsis_does_not_bridge_the_whole_article() -> None:
    text = "Prices rose. " + "Nothing else happened here today. " * 40 + "It was in May."
    assert found("Prices rose … in May", text) is None


def test_a_name_with_a_capital_is_not_a_plain_word() -> None:
    assert found("Target", "They met the target.", name=True) is None
    assert found("Target", "They met Target.", name=True) == "Target"


def test_the_cited_sentence_is_preferred() -> None:
    text = "Revenue was $5 million. Costs were low. Profit was $5 million too."
    located = locate("$5 million", cited(text, 3))
    assert located is not None
    assert located.whole[0] == text.rindex("$5")


def test_elsewhere_the_nearest_occurrence_is_taken() -> None:
    text = "A deal. " + "Filler words stand here. " * 30 + "Hopes fell. A deal. " + "More words. " * 30
    sentences = Article.from_text(text).sentences
    hopes = next(sentence.number for sentence in sentences if sentence.text == "Hopes fell.")
    located = locate("a deal", cited(text, hopes))
    assert located is not None
    assert located.whole[0] == text.rindex("A deal")


def test_words_across_two_adjacent_cited_sentences_are_found() -> None:
    text = "It rained. The sun came out. It rained."
    assert locate_cited("rained. The sun", cited(text, 1, 2)) is not None
    assert locate_cited("rained. The sun", cited(text, 1)) is None


def test_what_the_source_says_instead_is_shown_in_whole_words() -> None:
    scope = cited("The board approved the sale of its ferry unit on Monday.")
    place = nearest("approved the sale of its fury unit", scope)
    assert place is not None
    assert scope.index.text[slice(*place)] == "approved the sale of its ferry unit"


def test_nothing_is_shown_where_nothing_is_alike() -> None:
    assert nearest("quarterly penguin census", cited("The board approved the sale on Monday.")) is None
