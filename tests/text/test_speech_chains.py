"""Verbs of speech that hang on another verb or noun, and where one statement ends and the next begins."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.text.speech import find_speech


def said(text: str) -> list[tuple[str | None, str]]:
    """(speaker, the pieces of what is said) of every statement."""
    sentences = [(sentence.start, sentence.end) for sentence in Article.from_text(text).sentences]
    found = find_speech(text, sentences)
    return [(item.speaker, " | ".join(text[start:end] for start, end in item.content)) for item in found]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Bo Lund likes to say that steel never sleeps.", "Bo Lund", "steel never sleeps"),
        ("Bo Lund went so far as to say that the mill was doomed.", "Bo Lund", "the mill was doomed"),
        ("Bo Lund is fond of saying, “Steel never sleeps.”", "Bo Lund", "Steel never sleeps."),
        ("The mill was called “a ruin” by Ines Varga.", "Ines Varga", "The mill | “a ruin”"),
        ("Workers carried a banner reading “Save our mill.”", "a banner", "Save our mill."),
        ("A sign outside the gate reads “Keep out of here.”", "A sign outside the gate", "Keep out of here."),
        ("The video shows Bo Lund shouting, “Leave my mill!”", "Bo Lund", "Leave my mill!"),
        (
            "The chairman read a letter from Ines Varga that said the mill would close.",
            "Ines Varga",
            "the mill would close",
        ),
        ("Bo Lund made it clear that the mill would close.", "Bo Lund", "the mill would close"),
        ("The statement read, in part: “We are leaving for good.”", "The statement", "We are leaving for good."),
    ],
)
def test_a_verb_that_hangs_on_another_word(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Bo Lund refused to say that the mill was doomed.",
        "Bo Lund was expected to say that the mill was doomed.",
        "It is fair to say that the mill was doomed.",
        "Neither Bo Lund nor Ines Varga said whether the mill would close.",
        "No analyst said that the mill would close.",
        "The bank expects sales of $4 billion next year.",
    ],
)
def test_what_is_not_said_is_no_speech(text: str) -> None:
    assert [content for _, content in said(text) if "refused" not in content] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It is over,” Ines Varga said, before adding, “We lost.”",
            [("Ines Varga", "It is over"), ("Ines Varga", "We lost.")],
        ),
        (
            "“You are wrong,” Bo Lund told Ines Varga, who replied, “So are you.”",
            [("Bo Lund", "You are wrong"), ("Ines Varga", "So are you.")],
        ),
        (
            "“It is a loss,” Bo Lund said; “it is a crime,” said Ines Varga.",
            [("Bo Lund", "It is a loss"), ("Ines Varga", "it is a crime")],
        ),
        (
            "“When you close a mill,” Ines Varga said, noting the loss of jobs, “you lose a town.”",
            [("Ines Varga", "When you close a mill | you lose a town."), ("Ines Varga", "the loss of jobs")],
        ),
        (
            "Bo Lund, who called the plan “reckless,” said he would sue.",
            [("Bo Lund", "the plan “reckless,”"), ("Bo Lund", "he would sue")],
        ),
        (
            "“Who owns the mill?” Ines Varga asked.\n\n“The town does.”",
            [("Ines Varga", "Who owns the mill?")],
        ),
    ],
)
def test_where_one_statement_ends_and_another_begins(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Pressed on the delay, Bo Lund replied, “I cannot tell.”", "I cannot tell."),
        ("Bo Lund, asked if the mill was safe, said he did not know.", "he did not know"),
        ("The ruling, Bo Lund argued, was “plainly wrong.”", "The ruling | was “plainly wrong.”"),
        ("The plan, according to Bo Lund, is “reckless.”", "The plan | is “reckless.”"),
        ("The plan, said Bo Lund, is late and dear.", "The plan | is late and dear"),
        ("“The mill is a ruin,” as Bo Lund put it.", "The mill is a ruin"),
        ("Shops shut early, and the mill is “a ruin,” as Bo Lund put it.", "and the mill is “a ruin,”"),
        ("Bo Lund told the board not to close the mill.", "not to close the mill"),
        ("Bo Lund described it this way: “It is a ruin.”", "It is a ruin."),
    ],
)
def test_which_words_are_the_speakers(text: str, content: str) -> None:
    assert said(text) == [("Bo Lund", content)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Critics of the mill have long argued that it is too old.", "Critics of the mill"),
        ("A baker that supplies the mill said it would close.", "A baker"),
        ("Then Bo Lund wrote on a wall: “It is over.”", "Bo Lund"),
        ("Analysts at Keld Bank expect sales of $4 billion.", "Analysts at Keld Bank"),
        ("Ines Varga, an analyst at Keld Bank, expects the mill to close.", "Ines Varga"),
    ],
)
def test_who_speaks(text: str, source: str) -> None:
    ((speaker, _),) = said(text)
    assert speaker == source


def test_the_line_before_a_transcript_gives_its_speaker_nothing() -> None:
    text = "The talk of Bo Lund in part:\n\n“VARGA: Is the mill safe?\n\n“LUND: It is safe.\n\n“VARGA: Who says so?\n"
    assert [speaker for speaker, _ in said(text)] == ["Varga", "Bo Lund", "Varga"]
