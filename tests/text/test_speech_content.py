"""What a cue of speech gives to whom: where the words begin and end, and what is no speech at all."""

from __future__ import annotations

import pytest

from summarizer.text.sentences import split_sentences
from summarizer.text.speech import Speech, find_speech


def speech(text: str) -> list[Speech]:
    return find_speech(text, split_sentences(text))


def said(text: str) -> list[tuple[str | None, str]]:
    """(speaker, the pieces of what is said) of every statement."""
    return [(item.speaker, " | ".join(text[start:end] for start, end in item.content)) for item in speech(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ines Varga called the bid “a breach” of four older agreements and left the room.",
            "the bid “a breach” of four older agreements",
        ),
        (
            "Ines Varga condemned the bid as “reckless” and a “grave threat” to the valley's mills.",
            "the bid as “reckless” and a “grave threat” to the valley's mills",
        ),
        ("Ines Varga praised the bank's “patient” lending on Monday.", "the bank's “patient” lending"),
        ("Ines Varga called the bank “deaf” in a letter.", "the bank “deaf”"),
        ("Tarn Steel Inc. accused its founder, Bo Lund, of being “careless” with coal.", "being “careless” with coal"),
    ],
)
def test_what_is_named_in_quotation_marks_goes_on_to_the_end_of_its_phrase(text: str, content: str) -> None:
    assert said(text)[0][1] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ines Varga cited weak demand for steel.", "weak demand for steel"),
        ("Tarn Steel Inc. cut its forecast, citing weak demand in Norway.", "weak demand in Norway"),
        ("Ines Varga called the merger a costly mistake.", "the merger a costly mistake"),
        ("Ines Varga called it unfair to the town.", "it unfair to the town"),
        ("Ines Varga described the offer as inadequate.", "the offer as inadequate"),
        ("Tarn Steel Inc. dismissed the reports as rumours.", "the reports as rumours"),
    ],
)
def test_what_is_named_without_quotation_marks_is_said_too(text: str, content: str) -> None:
    assert [content for _, content in said(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Varga called the bank a week later.",
        "Ines Varga called them on Monday.",
        "Ines Varga called her lawyer.",
        "The case cited by Tarn Steel Inc. was old.",
        "Tarn Steel Inc. branded its wire as rope.",
    ],
)
def test_a_call_to_somebody_and_a_brand_are_no_speech(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tarn Steel Inc. is up for sale, people who asked not to be named because talks go on said.", "people"),
        ("People who asked to remain anonymous because the deal was private said Tarn is up for sale.", "People"),
        (
            "Tarn Steel Inc. is up for sale, said people close to the firm, who asked for anonymity as talks go on.",
            "people close to the firm",
        ),
        ("Sources who were briefed on the talks told the Lund Courier that Tarn is up for sale.", "Sources"),
    ],
)
def test_who_asks_for_no_name_says_what_follows_and_not_that(text: str, speaker: str) -> None:
    [(found, content)] = said(text)
    assert found == speaker
    assert content.endswith("is up for sale")


def test_a_pronoun_with_its_auxiliary_is_a_subject() -> None:
    text = "Mary Okoye said the mill was old. She's claiming that the bank “never had a plan” for it."
    item = speech(text)[1]
    assert item.source is not None
    assert (item.speaker, text[slice(*item.source)]) == ("Mary Okoye", "She")


def test_an_auxiliary_before_the_verb_leaves_its_object_an_object() -> None:
    text = "Opponents, including the League of Weavers, have urged Parliament to leave the law alone."
    assert said(text) == [("Opponents", "Parliament to leave the law alone")]


def test_people_who_know_two_things_are_the_whole_phrase() -> None:
    assert said("Experts on coal and iron mining said the seam is thin.") == [
        ("Experts on coal and iron mining", "the seam is thin")
    ]


def test_experts_on_a_country_do_not_belong_to_it() -> None:
    [item] = speech("Experts on Norway said the seam is thin.")
    assert item.affiliation is None


@pytest.mark.parametrize(
    "words",
    [
        "Ines Varga's family said the mill is lost.",
        "Ines Varga's late father said the mill is lost.",
        "Tarn Steel's major rivals said the mill is lost.",
    ],
)
def test_kin_and_rivals_do_not_speak_under_the_name_of_somebody_else(words: str) -> None:
    assert [speaker for speaker, _ in said(words)] == [words.partition(" said")[0]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Cell supplier Lund Energy Co., which makes no cars, said its cells are safe.", "Lund Energy Co."),
        ("FTSE 250 port operator Tarn plc said it sold the pier.", "Tarn plc"),
        (
            "Olive oil bottler Lund & Sons Inc. of Fresno, California, said Thursday that it will close.",
            "Lund & Sons Inc.",
        ),
    ],
)
def test_words_that_describe_a_company_before_its_name_are_not_the_speaker(text: str, speaker: str) -> None:
    assert [found for found, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Though the change was smooth, Ines Varga said, replacing the chair would take years.",
            "Though the change was smooth | replacing the chair would take years",
        ),
        (
            "The trouble now, Ines Varga told me on Friday, is that nobody wants coal.",
            "The trouble now | is that nobody wants coal",
        ),
        ("Ines Varga said the mill would pay, although it never has.", "the mill would pay"),
        ("Ines Varga called for more money in a statement on Thursday.", "more money"),
        ("The suit says that Tarn hid its losses, the Lund Courier reported in May.", "Tarn hid its losses"),
        ("Tarn Steel Inc. said Nov. 1 that its sales fell.", "its sales fell"),
        ("Ines Varga warned the mill's buyers that prices would rise.", "prices would rise"),
    ],
)
def test_what_tells_how_and_when_it_was_said_is_no_part_of_it(text: str, content: str) -> None:
    assert content in [found for _, found in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Varga noted that Bo Lund paid no tax – as was true for years – Bo Lund replied, “That was smart of me.”",
        "Ines Varga said fathers get no leave, and when asked about it, Bo Lund replied, “That was smart of me.”",
    ],
)
def test_a_clause_that_leads_to_a_quotation_ends_what_was_said_before(text: str) -> None:
    assert said(text)[1] == ("Bo Lund", "That was smart of me.")


def test_the_second_verb_of_a_leading_clause_ends_with_that_clause() -> None:
    text = "Though Ines Varga called the bid “rude” and called for pay to be “cut” at once, Varga gave no date."
    assert said(text)[1] == ("Ines Varga", "pay to be “cut” at once")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund Energy Co., which is not named in the suit, denied that its cells caught fire.", "denied that"),
        ("Tarn Steel Inc. said it was sorry and denied that its cells caught fire.", "denied that"),
    ],
)
def test_a_denial_keeps_its_verb(text: str, content: str) -> None:
    assert said(text)[-1][1] == f"{content} its cells caught fire"


@pytest.mark.parametrize("refusal", ["the company had no comment", "it does not comment on rumours"])
def test_a_spokesman_who_says_that_there_is_no_comment_refuses_one(refusal: str) -> None:
    assert [item.mode for item in speech(f"A spokesman for Tarn Steel Inc. said {refusal}.")] == ["no_comment"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel shares rose, suggesting that the market expects a higher price.",
        "Tarn Steel Inc. continues to gain from selling rope in a way that is closed to rivals.",
        "That is no longer so, as many house brands look like others.",
        "Ines Varga read “The Long Winter” on the train.",
    ],
)
def test_figures_habits_and_readers_say_nothing(text: str) -> None:
    assert said(text) == []


def test_a_letter_reads_what_stands_in_it() -> None:
    text = "“From Bergen to Lund, mills are closing,” the letter reads. “Nobody asked us.”"
    assert said(text) == [("the letter", "From Bergen to Lund, mills are closing | Nobody asked us.")]


def test_a_description_between_dashes_may_hold_commas() -> None:
    text = "Ines Varga, the chief executive of Tarn Media – the firm that owns it, too – told me, “We make wire.”"
    assert said(text) == [("Ines Varga", "We make wire.")]


def test_what_became_of_the_words_is_no_part_of_them() -> None:
    text = "Ines Varga said the mill had lost money, a charge that Bo Lund denies."
    assert [text[slice(*piece)] for item in speech(text) for piece in item.content] == ["the mill had lost money"]
