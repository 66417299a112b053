"""Statements that are cited sentences as they stand: nothing in them is compared, whatever else the article says."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.verdicts import Finding
from summarizer.verifier import statements
from summarizer.verifier.copies import is_copy, is_kept, is_told, stands
from summarizer.verifier.index import Cited, Index

NEWS = """\
OSTERBY, Nov 3 (Wirepost) - Velkamp NV denied on Monday that it would sell its 40% stake in Dorrin Rail for less
than $1.2 billion. “We aren't sellers, and Tilde Freight knows it,” said finance chief Mira Okonjo-Hall. Rival
Tilde, which bid 95 crowns a share in May, may not return until 2027. Shares of Velkamp (VLK) fell 3.1%, Dorrin's
rose 4%. Orders didn't fall, the company said, but margins could.

NO DEAL - Velkamp walked away from a merger with Quill Ports last year.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(Article.from_text(NEWS))


def _numbers(index: Index) -> range:
    return range(1, len(index.sentences) + 1)


def test_every_sentence_is_a_copy_of_itself_on_one_line(index: Index) -> None:
    assert all(
        is_copy(" ".join(sentence.text.split()), Cited(index, [sentence.number])) for sentence in index.sentences
    )


def test_a_copy_may_leave_out_the_dateline(index: Index) -> None:
    text = "Velkamp NV denied on Monday that it would sell its 40% stake in Dorrin Rail for less than $1.2 billion."
    assert is_copy(text, Cited(index, [1]))


def test_a_dateline_that_negates_is_none(index: Index) -> None:
    last = len(index.sentences)
    assert not is_copy("Velkamp walked away from a merger with Quill Ports last year.", Cited(index, [last]))


def test_neighbours_in_order_are_a_copy(index: Index) -> None:
    text = " ".join(" ".join(sentence.text.split()) for sentence in index.sentences[2:4])
    assert is_copy(text, Cited(index, [2, 3, 4]))


@pytest.mark.parametrize("order", [(3, 2), (2, 4)])
def test_sentences_out_of_order_or_apart_are_no_copy(index: Index, order: tuple[int, int]) -> None:
    text = " ".join(" ".join(index.sentences[number - 1].text.split()) for number in order)
    assert not is_copy(text, Cited(index, _numbers(index)))


@pytest.mark.parametrize(
    "text",
    [
        "it would sell its 40% stake in Dorrin Rail for less than $1.2 billion.",
        "Velkamp NV denied on Monday that it would sell its 40% stake in Dorrin Rail",
        "Orders didn't fall, the company said",
        "Shares of Velkamp (VLK) fell 3.1%, Dorrin's rose 4",
        "Shares of Velkamp (VLK) fell 3.1%, Dorrin's rose 4%. Orders",
    ],
)
def test_a_part_of_a_sentence_is_no_copy(index: Index, text: str) -> None:
    assert not is_copy(text, Cited(index, _numbers(index)))


def test_a_copy_of_a_sentence_that_is_not_cited_is_none(index: Index) -> None:
    assert not is_copy(index.sentences[3].text, Cited(index, [1, 2, 3]))


def test_marks_alone_are_no_statement() -> None:
    dashes = Index(Article.from_text("Velkamp shut a depot.\n\n* * *\n\nDorrin opened one."))
    number = next(sentence.number for sentence in dashes.sentences if "*" in sentence.text)
    assert not is_copy("* * *", Cited(dashes, [number]))


def test_the_full_comparison_finds_nothing_in_a_copy_either(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "is_copy", lambda _text, _cited: False)
    monkeypatch.setattr(statements, "is_told", lambda _text, _cited: False)
    for sentence in index.sentences[1:]:  # in the first it would call the agency of the dateline a mere reporter
        text = " ".join(sentence.text.split())
        for cited in ([sentence.number], list(_numbers(index))):
            notes = list(statements.compare("text", text, Cited(index, cited)))
            assert not [note for note in notes if isinstance(note, Finding)], text


TOLD = """\
Margins at Velkamp will shrink next year, Okonjo-Hall said. The lessor said on Friday that 212 railcars stand idle.
“Steel is dear, and we pay for it,” she told a conference in Osterby. According to Tilde, Dorrin lost two contracts.
If the vote goes ahead, Okonjo-Hall said, Velkamp will sell the yard. Nobody at Velkamp said that the yard is full.
Tilde may have said that it wants Dorrin. Okonjo-Hall denied that Velkamp owes Tilde 4 million crowns.
The analyst believes, and said so, Velkamp will buy Quill. Velkamp bought no fewer than 30 railcars, Tilde said.
"""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Margins at Velkamp will shrink next year", 1),
        ("212 railcars stand idle.", 2),
        ("Steel is dear, and we pay for it,”", 3),
        ("Dorrin lost two contracts", 4),
        ("Velkamp bought no fewer than 30 railcars", 10),
    ],
)
def test_what_somebody_is_plainly_said_to_say_is_told(text: str, sentence: int) -> None:
    told = Index(Article.from_text(TOLD))
    assert is_told(text, Cited(told, [sentence]))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Velkamp will sell the yard", 5),
        ("The yard is full", 6),
        ("It wants Dorrin", 7),
        ("Velkamp owes Tilde 4 million crowns", 8),
        ("Velkamp will buy Quill", 9),
        ("Fewer than 30 railcars", 10),
        ("Velkamp bought no", 10),
        ("30 railcars", 10),
        ("Margins at Velkamp will shrink", 1),
        ("Margins at Velkamp will grow next year", 1),
    ],
)
def test_a_part_that_leaves_out_more_than_who_says_it_is_not_told(text: str, sentence: int) -> None:
    told = Index(Article.from_text(TOLD))
    assert not is_told(text, Cited(told, [sentence]))


@pytest.mark.parametrize(("text", "there"), [("40% stake in Dorrin Rail", True), ("0% stake", False), ("stak", False)])
def test_words_stand_in_a_sentence_only_whole(index: Index, text: str, there: bool) -> None:
    assert stands(text, Cited(index, [1])) is there


def _is_kept(sentence: str, part: str) -> bool:
    return is_kept(part, Cited(Index(Article.from_text(sentence)), [1]))


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        (
            "When it opened the yard in Brell, Hollin Freight said it moved nine cranes to the quay.",
            "It moved nine cranes to the quay",
        ),
        (
            "“Tugs come first, then the barges,” Ilse Marwick wrote in a note to clients.",
            "Tugs come first, then the barges",
        ),
        (
            "Analysts expect a quiet year, while Hollin Freight runs nine cranes in Brell.",
            "Hollin Freight runs nine cranes in Brell",
        ),
    ],
)
def test_a_part_is_kept_where_nothing_left_out_bears_on_it(sentence: str, part: str) -> None:
    assert _is_kept(sentence, part)


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Hollin Freight denied on Monday that it moved nine cranes to Brell.", "It moved nine cranes to Brell"),
        ("Marwick thinks Hollin Freight runs nine cranes in Brell.", "Hollin Freight runs nine cranes in Brell"),
        (
            "The port does not, she said, expect Hollin Freight to move nine cranes.",
            "Hollin Freight to move nine cranes",
        ),
        ("Hollin Freight reportedly runs nine cranes in Brell.", "Runs nine cranes in Brell"),
        ("Fares rose in May after Hollin Freight cut nine sailings.", "Hollin Freight cut nine sailings"),
        ("Hollin Freight runs nine cranes in Brell, which it isn't.", "Hollin Freight runs nine cranes in Brell"),
        ("Hollin Freight paid $12 million for nine cranes.", "Hollin Freight paid $12"),
    ],
)
def test_a_part_is_not_kept_where_what_is_left_out_may_turn_it(sentence: str, part: str) -> None:
    assert not _is_kept(sentence, part)


def test_a_part_is_not_kept_where_another_sentence_is_cited_beside_it() -> None:
    index = Index(Article.from_text("Marwick said the yard has nine cranes. Brell called that a mistake."))
    assert not is_kept("The yard has nine cranes", Cited(index, [1, 2]))
