"""Reported speech: what is said, by whom, in which mode."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.directory import Directory
from summarizer.text.names import find_names, stated_aliases
from summarizer.text.sentences import split_sentences
from summarizer.text.speech import Speech, SpeechReader, find_speech, quoted_stretches


def speech(text: str) -> list[Speech]:
    return find_speech(text, split_sentences(text))


def only(text: str) -> Speech:
    [found] = speech(text)
    return found


def said(text: str, item: Speech) -> list[str]:
    return [text[start:end] for start, end in item.content]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "mode"),
    [
        ("“We sold the mill,” said Ines Varga.", ["We sold the mill"], "Ines Varga", "direct"),
        ("“We sold the mill,” Ines Varga said on Monday.", ["We sold the mill"], "Ines Varga", "direct"),
        ('Ines Varga said: "We sold the mill."', ["We sold the mill."], "Ines Varga", "direct"),
        ("Ines Varga said the mill was sold.", ["the mill was sold"], "Ines Varga", "indirect"),
        ("Ines Varga said that the mill was sold.", ["the mill was sold"], "Ines Varga", "indirect"),
        ("The mill was sold, Ines Varga said.", ["The mill was sold"], "Ines Varga", "indirect"),
        ("The mill was sold, wrote Ines Varga.", ["The mill was sold"], "Ines Varga", "indirect"),
        ("According to Ines Varga, the mill was sold.", ["the mill was sold"], "Ines Varga", "indirect"),
        ("The mill was sold, according to Ines Varga.", ["The mill was sold"], "Ines Varga", "indirect"),
        (
            "Ines Varga told reporters that the mill “was never ours.”",
            ["the mill “was never ours.”"],
            "Ines Varga",
            "mixed",
        ),
        (
            "In a statement, Tarn Steel Inc. said it “has the best mills.”",
            ["it “has the best mills.”"],
            "Tarn Steel Inc.",
            "mixed",
        ),
        ("Tarn Steel Inc. declined to comment.", ["declined to comment"], "Tarn Steel Inc.", "no_comment"),
        (
            "Tarn Steel Inc. didn’t respond to a request for comment.",
            ["didn’t respond to a request for comment"],
            "Tarn Steel Inc.",
            "no_comment",
        ),
        (
            "To be safe, Ines Varga said, mills should close.",
            ["To be safe", "mills should close"],
            "Ines Varga",
            "indirect",
        ),
        ("The mill was described by Ines Varga as “a ruin.”", ["a ruin."], "Ines Varga", "direct"),
        (
            "A report from Petrel Research shows nothing, but mills will close, a report from Petrel Research said.",
            ["A report from Petrel Research shows nothing, but mills will close"],
            "Petrel Research",
            "indirect",
        ),
    ],
)
def test_a_statement_is_found_with_its_words_speaker_and_mode(
    text: str, content: list[str], speaker: str, mode: str
) -> None:
    found = only(text)
    assert (said(text, found), found.speaker, found.mode) == (content, speaker, mode)


def test_a_split_quotation_has_a_piece_for_each_part() -> None:
    text = "“We sold the mill,” Ines Varga said, “and the town knew.”"
    assert said(text, only(text)) == ["We sold the mill", "and the town knew."]


def test_a_quoted_sentence_that_follows_in_the_paragraph_belongs_to_the_same_speaker() -> None:
    text = "“We sold the mill,” Ines Varga said. “The town knew.”"
    assert said(text, only(text)) == ["We sold the mill", "The town knew."]


def test_a_quotation_of_two_sentences_before_its_speaker_is_one_statement() -> None:
    text = "“We sold the mill. The town knew,” said Ines Varga."
    found = only(text)
    assert said(text, found) == ["We sold the mill. The town knew"]
    assert found.sentences == (1, 2)


def test_a_quotation_behind_a_colon_in_the_next_paragraph_is_found() -> None:
    text = "Ines Varga added:\n\n“We sold the mill.”"
    assert said(text, only(text)) == ["We sold the mill."]


def test_adding_that_is_a_second_statement_of_the_same_speaker() -> None:
    text = "“We sold it,” Ines Varga said, adding that “the town knew.”"
    first, second = speech(text)
    assert said(text, first) == ["We sold it"]
    assert (said(text, second), second.speaker) == (["the town knew."], "Ines Varga")


@pytest.mark.parametrize(
    ("source", "speaker", "role", "affiliation", "kind"),
    [
        ("Petrel Research analyst Ines Varga", "Ines Varga", "analyst", "Petrel Research", "analyst"),
        ("Ines Varga, an analyst at Petrel Research,", "Ines Varga", "analyst", "Petrel Research", "analyst"),
        ("Chief Financial Officer Ines Varga", "Ines Varga", "Chief Financial Officer", None, "executive"),
        ("Tarn Steel’s chief executive, Ines Varga,", "Ines Varga", "chief executive", "Tarn Steel", "executive"),
        ("Tarn Steel spokeswoman Ines Varga", "Ines Varga", "spokeswoman", "Tarn Steel", "company"),
        ("a spokesman for Tarn Steel", "Tarn Steel", "spokesman", "Tarn Steel", "company"),
        ("analysts at Petrel Research", "analysts at Petrel Research", "analysts", "Petrel Research", "analyst"),
        ("two people familiar with the matter", "two people familiar with the matter", None, None, "anonymous"),
        ("the Ministry of Trade", "Ministry of Trade", None, None, "government"),
        ("Tarn Steel Inc.", "Tarn Steel Inc.", None, None, "company"),
    ],
)
def test_a_source_tells_who_speaks_for_whom_in_which_job(
    source: str, speaker: str, role: str | None, affiliation: str | None, kind: str
) -> None:
    found = only(f"Old mills close early, {source} said.")
    assert (found.speaker, found.role, found.affiliation, found.speaker_kind) == (speaker, role, affiliation, kind)


def test_a_short_form_comes_out_as_the_fullest_name() -> None:
    text = "Ines Varga runs Tarn Steel Inc. from home. Varga said mills close. Tarn Steel declined to comment."
    assert [found.speaker for found in speech(text)] == ["Ines Varga", "Tarn Steel Inc."]


def test_a_job_named_once_holds_for_later_statements() -> None:
    text = "Tarn Steel treasurer Ines Varga said mills close. Towns know, Varga said."
    assert [(found.role, found.affiliation) for found in speech(text)] == [("treasurer", "Tarn Steel")] * 2


def test_a_pronoun_is_the_last_speaker() -> None:
    text = "Mills close, said analyst Ines Varga. Towns know, she added."
    assert [found.speaker for found in speech(text)] == ["Ines Varga", "Ines Varga"]


def test_a_pronoun_stays_open_where_two_people_are_named() -> None:
    text = "Ines Varga met Maria Okoye at the mill. Towns know, she said."
    assert only(text).speaker is None


def test_the_company_is_the_company_that_spoke_last() -> None:
    text = "Tarn Steel Inc. said mills close. The company said towns know."
    assert [found.speaker for found in speech(text)] == ["Tarn Steel Inc.", "Tarn Steel Inc."]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel sold a so-called “hot” mill.",
        "Tarn Steel announced a new mill in March.",
        "The United States imports steel.",
        "Sales added 3% in May.",
        "The mill, called Lund, closed.",
    ],
)
def test_what_nobody_says_is_no_speech(text: str) -> None:
    assert speech(text) == []


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "TARNSTAD, March 4 (Corvane) - The mill was sold, Ines Varga said."
    assert said(text, only(text)) == ["The mill was sold"]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "“We sold it,”",
                "Ines Varga",
                "said",
                "she added",
                ".",
                "according to",
                "Tarn Inc.",
                "that",
                '"',
                "\n\n",
                "it",
                ",",
            ]
        ),
        max_size=30,
    )
)
def test_every_span_lies_in_the_text_and_its_sentences_hold_it(words: list[str]) -> None:
    text = " ".join(words)
    sentences = split_sentences(text)
    for found in find_speech(text, sentences):
        assert found.content
        for start, end in found.content:
            assert 0 <= start < end <= len(text)
        assert found.sentences == tuple(sorted(set(found.sentences)))
        assert all(1 <= number <= len(sentences) for number in found.sentences)


def reader(text: str) -> SpeechReader:
    quoted = quoted_stretches(text)
    return SpeechReader(
        text, split_sentences(text), quoted, lambda: Directory(text, find_names(text), stated_aliases(text))
    )


def test_a_sentence_read_alone_says_what_it_says_in_the_whole_text() -> None:
    text = (
        "Bram Coyle, chairman of Tarn Steel Inc., said the mill will close. “It hurts. It is right.” "
        "He added that pay goes on.\n\nHe said:\n\n“We looked at all of it. Nobody bid.” “Not one.”\n\n"
        "Mira Oake said she had. “I wrote twice,” she said. “He knew.” It said nothing. He denied that."
    )
    whole = find_speech(text, split_sentences(text))
    for number in reversed(range(1, len(split_sentences(text)) + 1)):
        assert reader(text).of(number) == [speech for speech in whole if number in speech.sentences]


def test_a_speaker_is_found_behind_thousands_of_pronouns_that_mean_him() -> None:
    text = "Bram Coyle, chairman of Tarn Steel Inc., said the mill will close. " + "He said it hurts. " * 3_000
    assert [speech.speaker for speech in reader(text).of(3_001)] == ["Bram Coyle"]


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    find_speech(text, split_sentences(text))


def test_a_denial_keeps_its_verb_so_that_it_does_not_turn_into_its_opposite() -> None:
    text = "Tarn Steel Inc. denied on Monday that it will sell the mill."
    assert said(text, only(text)) == ["denied on Monday that it will sell the mill"]


@pytest.mark.parametrize(
    "text", ["Ines Varga never said that mills close.", "Ines Varga has not said that mills close."]
)
def test_what_somebody_did_not_say_is_no_speech(text: str) -> None:
    assert speech(text) == []


def test_who_is_told_is_not_who_speaks() -> None:
    text = "“We sold the mill,” the town’s oldest smith told Corvane News."
    assert only(text).speaker != "Corvane News"


def test_a_name_behind_the_job_and_a_comma_is_the_speaker() -> None:
    text = "“We sold the mill,” said Tarn Steel's head of procurement, Ines Varga."
    found = only(text)
    assert (found.speaker, found.affiliation) == ("Ines Varga", "Tarn Steel")


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("“We lost,” Ines Varga (Tarnstad) said bluntly.", ["We lost"], "Ines Varga"),
        ("“We lost it all,” said the Rev. Ines Varga, of Lund.", ["We lost it all"], "Rev. Ines Varga"),
        ("Ines Varga, speaking in Oslo, said mills close.", ["mills close"], "Ines Varga"),
        ("Tarn Inc., which owns it, said it “must close.”", ["it “must close.”"], "Tarn Inc."),
        ("Ines Varga, 44, who runs the mill, said it closes.", ["it closes"], "Ines Varga"),
        ("The mill is sold, according to the poll.", ["The mill is sold"], "the poll"),
        ("According to exit polls, the mill won.", ["the mill won"], "exit polls"),
        ("Old mills, Ines Varga said, “die young.”", ["Old mills", "“die young.”"], "Ines Varga"),
        ("“We lost,” one trader, Ines Varga, told a hall in Oslo.", ["We lost"], "Ines Varga"),
        ("Ines Varga is warning voters that mills close.", ["mills close"], "Ines Varga"),
        ("Ines Varga vowed to close the mill.", ["to close the mill"], "Ines Varga"),
        ("Ines Varga called for a new mill.", ["a new mill"], "Ines Varga"),
        ("Ines Varga argues there is no bid.", ["there is no bid"], "Ines Varga"),
        ("As Ines Varga put it, “mills die young.”", ["mills die young."], "Ines Varga"),
        ("Writes Ines Varga: “Mills die young.”", ["Mills die young."], "Ines Varga"),
        ("Ines Varga had one answer: “Mills die young.”", ["Mills die young."], "Ines Varga"),
        ("Ines Varga told workers in March to stay home.", ["to stay home"], "Ines Varga"),
        ("“Mills die so young.” ― Ines Varga", ["Mills die so young."], "Ines Varga"),
        ("While Ines Varga said mills close, the town hopes.", ["mills close"], "Ines Varga"),
        ("In a talk on “The Mills,” Ines Varga said they close.", ["they close"], "Ines Varga"),
    ],
)
def test_a_statement_is_found_in_whatever_form_it_is_given_to_somebody(
    text: str, content: list[str], speaker: str
) -> None:
    found = only(text)
    assert (said(text, found), found.speaker) == (content, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Two mill states in the north could close it.",
        "The talk was of new remarks that could hurt.",
        "Tarn Steel agreed to buy the mill.",
        "The board called off the sale.",
        "Two traders asked not to be named.",
        "The mill is expected to say more.",
        "The town could say that mills close.",
    ],
)
def test_words_that_look_like_verbs_of_speech_give_nothing_to_anybody(text: str) -> None:
    assert speech(text) == []


def test_each_of_two_verbs_joined_by_and_has_its_own_statement() -> None:
    text = "Ines Varga said mills close and warned that towns die."
    assert [said(text, found) for found in speech(text)] == [["mills close"], ["towns die"]]


def test_a_who_clause_behind_the_speaker_is_a_second_statement() -> None:
    text = "“We lost,” said Ines Varga, who added that towns die."
    assert [found.speaker for found in speech(text)] == ["Ines Varga", "Ines Varga"]


def test_quoted_paragraphs_that_follow_are_the_same_statement() -> None:
    text = "“We lost,” Ines Varga said.\n\n“The town knew it.”\n\nThe mill is old."
    assert said(text, only(text)) == ["We lost", "The town knew it."]


def test_he_is_no_woman_named_since() -> None:
    text = "Robert Lund said mills close. Mary Okoye left the mill. He said towns die."
    assert [found.speaker for found in speech(text)] == ["Robert Lund", "Robert Lund"]


def test_he_behind_somebody_without_a_name_is_not_the_one_named_before() -> None:
    text = "Robert Lund runs the mill. A trader said steel is dear. He said nobody buys."
    assert [found.speaker for found in speech(text)][-1] is None


def test_the_company_behind_its_own_deed_is_the_one_that_acts() -> None:
    text = "Lund Forge Inc. met Tarn Steel Inc. on Monday. Tarn Steel Inc. will sell the mill, the company said."
    assert [found.speaker for found in speech(text)] == ["Tarn Steel Inc."]


def test_a_text_with_labels_before_its_paragraphs_is_a_transcript() -> None:
    text = "VARGA: Why?\n\nLUND: Nobody bid.\n\nVARGA: Nobody?\n\nLUND: Not one."
    assert [found.speaker for found in speech(text)] == ["Varga", "Lund", "Varga", "Lund"]


def test_one_label_makes_no_transcript() -> None:
    assert speech("Update: The mill is sold.\n\nThe town was told.") == []


@pytest.mark.parametrize(
    "part", ['said "x" ', "said “x” ", "Roe said that ", "“a\n", "a, Ines Roe said, ", "''a ", "(", "“A.” "]
)
def test_a_long_line_of_nothing_but_cues_and_marks_takes_no_long_time(part: str) -> None:
    text = part * (200_000 // len(part))
    start = time.process_time()
    find_speech(text, [(0, len(text))], [])
    assert time.process_time() - start < 10
