"""By which words of a sentence English news gives statements to somebody: one test for each construction."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.text.speech import Speech, find_speech


def speech(text: str) -> list[Speech]:
    return find_speech(text, [(sentence.start, sentence.end) for sentence in Article.from_text(text).sentences])


def said(text: str) -> list[tuple[str | None, str]]:
    """(speaker, the pieces of what is said) of every statement."""
    return [(item.speaker, " | ".join(text[start:end] for start, end in item.content)) for item in speech(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We are losing money here,” he griped.", "he"),
        ("“We are losing money here,” grumbled Ines Varga.", "Ines Varga"),
        ("“It is a fair price,” Ines Varga of Tarn and Co told the Herald.", "Ines Varga of Tarn and Co"),
        (
            "“It is a fair price,” one of the founder's lawyers, Ines Varga, told a conference in Bergen.",
            "one of the founder's lawyers, Ines Varga",
        ),
        (
            "“We will stay,” Ines Varga, Tarn's vice-president for Norway and Denmark, said.",
            "Ines Varga, Tarn's vice-president for Norway and Denmark",
        ),
        ("“We built it,” said works foreman Bo Lund.", "works foreman Bo Lund"),
        ("“It looks weak,” said shipping consultant Bo Lund.", "shipping consultant Bo Lund"),
        ("“We made it ourselves,” said its founder Bo Lund.", "its founder Bo Lund"),
        ("“Why should we wait?”\nhe said at the gate.", "he"),
        ("Tarn lacks a plan but has a “good name,” Lund said.", "Lund"),
    ],
)
def test_a_quotation_belongs_to_the_subject_beside_it(text: str, source: str) -> None:
    (item,) = speech(text)
    assert item.source is not None
    assert text[slice(*item.source)] == source


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("As noted by Ines Varga: “It only works in small plants.”", "Ines Varga", "It only works in small plants."),
        ("In the words of Ines Varga, it was “the deal of the year.”", "Ines Varga", "it was “the deal of the year.”"),
        ("It is a “once a decade” deal, in the words of Bo Lund.", "Bo Lund", "It is a “once a decade” deal"),
        ("To quote Bo Lund: “We never sleep here.”", "Bo Lund", "We never sleep here."),
        ("“A wasted year” was how Ines Varga described it.", "Ines Varga", "A wasted year"),
        ("Ines Varga's “no layoffs” promise did not last.", "Ines Varga", "no layoffs"),
        ("Ines Varga rejected the bid as “far too low.”", "Ines Varga", "the bid as “far too low.”"),
        ("“We will pay it back.”\n\n— Ines Varga, mayor of Bergen", "Ines Varga", "We will pay it back."),
    ],
)
def test_a_quotation_without_a_verb_of_saying(text: str, speaker: str, content: str) -> None:
    assert said(text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "In her book, “Cheap Money Again,” Ines Varga blamed nobody.",
        "“Cheap Money Again,” a book by Ines Varga, sold well.",
        "The firm, called “Tarn Works,” opened a mill.",
    ],
)
def test_a_title_in_quotation_marks_is_not_said_by_anybody(text: str) -> None:
    assert not [content for _, content in said(text) if "Cheap Money" in content or "Tarn Works" in content]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Ines Varga, chief executive of Tarn Plc, said the office in Bergen would shut.",
            "Ines Varga",
            "the office in Bergen would shut",
        ),
        ("But sales of coal fell by half, Ines Varga, head of coal at Tarn Plc, says.", "Ines Varga", None),
        ("Sales rose 4 percent, Ines Varga, Tarn's finance chief, told analysts on a call.", "Ines Varga", None),
        ("Varga will leave the board on Dec. 31, Tarn Plc said.", "Tarn Plc", "Varga will leave the board on Dec. 31"),
        ("Tarn Plc runs a mill in Salem, Ore., its trustee said.", "its trustee", None),
        ("Boeing said it would cut output in May.", "Boeing", "it would cut output in May"),
        ("Varga's said it had sales of 20 million crowns.", "Varga's", "it had sales of 20 million crowns"),
        ("Ines Varga told the Ports and Harbours Board that she owns the mill.", "Ines Varga", "she owns the mill"),
        ("Ines Varga told Reuters the talks, which began in May, ended.", "Ines Varga", None),
        (
            "Tarn Plc said after the merger it will have three mills.",
            "Tarn Plc",
            "after the merger it will have three mills",
        ),
        ("Tarn Plc said about seven buyers were interested.", "Tarn Plc", "about seven buyers were interested"),
        ("Tarn Plc and Lund Foods Inc, parent of Lund Dairy Inc, jointly said they agreed on terms.", "Tarn Plc", None),
        (
            "Ines Varga said, in a letter to the mayor, that “the mill was lost in May.”",
            "Ines Varga",
            "the mill was lost in May.",
        ),
        (
            "Tarn Plc said they met and agreed to build a mill “as fast as possible.”",
            "Tarn Plc",
            "they met and agreed to build a mill “as fast as possible.”",
        ),
        ("Tarn Plc claims the engine is quieter than others.", "Tarn Plc", "the engine is quieter than others"),
        ("Ines Varga acknowledged the risk of fire.", "Ines Varga", "the risk of fire"),
        ("Ines Varga blamed the weather for the loss.", "Ines Varga", "the weather for the loss"),
    ],
)
def test_an_indirect_statement_has_its_subject_and_its_clause(text: str, speaker: str, content: str | None) -> None:
    (item,) = said(text)
    assert item[0] == speaker
    assert content is None or item[1] == content


def test_those_who_study_find_that_something_is_so() -> None:
    text = "One study of 55 mills by economists from Norway found that “a tax would cut wages by half.”"
    assert said(text) == [
        ("One study of 55 mills by economists from Norway", "a tax would cut wages by half."),
    ]
    assert said("Ines Varga found that the door was open.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn claims were settled in May.",
        "Several drivers became worried that they would fall ill.",
        "The label's warning text was short.",
        "Large balance-sheet write-offs were made.",
    ],
)
def test_nouns_and_states_that_look_like_verbs_of_saying(text: str) -> None:
    assert said(text) == []


def test_the_paragraphs_of_a_quotation_belong_to_the_speaker_at_its_end() -> None:
    text = "“We began with two lathes.\n\n“We never borrowed.\n\n“Then the bank came,” Ines Varga said."
    assert said(text) == [("Ines Varga", "We began with two lathes. | We never borrowed. | Then the bank came")]


def test_a_paragraph_of_another_speaker_is_not_taken() -> None:
    text = "“We won,” Bo Lund said.\n\n“It was fun.”\n\n“They lost,” Ines Varga said."
    assert said(text) == [("Bo Lund", "We won | It was fun."), ("Ines Varga", "They lost")]


def test_a_quotation_alone_behind_an_indirect_statement_is_by_the_same_speaker() -> None:
    text = "Tarn was not built for retail, Ines Varga said.\n\n“That holds them back.”\n\nSales rose."
    assert said(text) == [("Ines Varga", "Tarn was not built for retail"), ("Ines Varga", "That holds them back.")]


def test_a_quotation_behind_a_few_words_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    text = "Ines Varga said prices would fall. On jobs: “We will hire in Spain.”"
    assert said(text)[1:] == [("Ines Varga", "We will hire in Spain.")]


def test_a_paragraph_set_off_behind_a_colon_is_a_quotation_without_marks() -> None:
    text = "The mayor added:\n\nIt is typical of the bank. It knows nothing, and its mouth never stops.\n\nShares fell."
    assert said(text) == [
        ("The mayor", "It is typical of the bank. It knows nothing, and its mouth never stops"),
    ]


def test_two_apostrophes_open_a_quotation_behind_a_full_stop() -> None:
    text = "''I like the plan,'' Mr. Lund said. ''It is short. It is cheap.''"
    assert said(text) == [("Mr. Lund", "I like the plan | It is short. It is cheap.")]


@pytest.mark.parametrize(
    ("text", "speakers", "content"),
    [
        ("Calls to Lund Foods were not returned.", ["Lund Foods"], "Calls to Lund Foods were not returned"),
        (
            "An email seeking comment from Lund Foods went unanswered.",
            ["Lund Foods"],
            "An email seeking comment from Lund Foods went unanswered",
        ),
        (
            "Neither Tarn Plc nor Lund Foods responded to requests for comment.",
            ["Tarn Plc", "Lund Foods"],
            "Neither Tarn Plc nor Lund Foods responded to requests for comment",
        ),
        ("Tarn Plc and Lund Foods declined to comment.", ["Tarn Plc", "Lund Foods"], "declined to comment"),
        ("Ines Varga would not say how many jobs were at risk.", ["Ines Varga"], None),
        ("Ines Varga declined to confirm the price.", ["Ines Varga"], "declined to confirm the price"),
    ],
)
def test_who_says_nothing(text: str, speakers: list[str], content: str | None) -> None:
    found = speech(text)
    assert {item.mode for item in found} == {"no_comment"}
    assert [item.speaker for item in found] == speakers
    assert content is None or {text[slice(*item.content[0])] for item in found} == {content}


def test_both_responded_is_no_refusal() -> None:
    assert [item for item in speech("Tarn Plc responded to requests for comment.") if item.mode == "no_comment"] == []


def test_a_thousand_quotations_in_one_sentence_are_read_in_no_time_out_of_proportion() -> None:
    # Without a bound each quotation would be compared with all those before it.
    text = "“a b,” he zagged “a b,” " * 3000
    assert len(speech(text)) <= 200


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Brenholt, Oaklane and Tirrel Systems all declined to comment.", ["Brenholt", "Oaklane", "Tirrel Systems"]),
        ("Spokesmen for Brenholt, Oaklane and Tirrel declined to comment.", ["Brenholt", "Oaklane", "Tirrel"]),
        ("Spokespeople for Brenholt and Oaklane declined to comment.", ["Brenholt", "Oaklane"]),
        ("A spokesman for Brenholt and a lawyer for Oaklane declined to comment.", ["Brenholt", "Oaklane"]),
        ("In Oslo, Brenholt and Oaklane did not respond.", ["Brenholt", "Oaklane"]),
        ("Hill and Sons and Tirrel declined to comment.", ["Hill and Sons", "Tirrel"]),
        ("Ines Varga, a lawyer for Brenholt, and Oaklane declined to comment.", ["Oaklane"]),
        ("Oaklane of Columbus, Ohio, and Brenholt declined to comment.", ["Brenholt"]),
    ],
)
def test_each_of_several_who_are_asked_in_vain_is_silent(text: str, speakers: list[str]) -> None:
    assert [item.speaker for item in speech(text)] == speakers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Courier reported the sale of the mill, citing people close to the talks.", []),
        ("Brenholt shut the mill, citing an internal company memo seen by the mayor.", []),
        ("Brenholt shut the mill, citing weak demand from builders.", ["weak demand from builders"]),
        ("The board of Brenholt advised investors to reject the offer.", []),
        ("Brenholt advised investors that the offer was low.", ["the offer was low"]),
        ("Brenholt said the mill would close by June and did not elaborate.", ["the mill would close by June"]),
        ("Brenholt attacked the report, calling it “complete fiction”.", ["complete fiction"]),
    ],
)
def test_the_reporters_own_words_are_no_speech(text: str, words: list[str]) -> None:
    assert [what for _, what in said(text)] == words


def test_what_stands_between_two_quotations_of_two_is_the_reporters() -> None:
    assert said("Oaklane said “we are hiring” and rose when Bo Lund said “yes, in every town”.") == [
        ("Oaklane", "we are hiring"),
        ("Bo Lund", "yes, in every town"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Varga denied claims that she had misled lenders.",
        "Ines Varga is to answer claims that she misled lenders.",
        "Ines Varga disputes claims that she misled lenders.",
        "Amid reports that lenders had been misled, Ines Varga resigned.",
        "Varga faced demands that she repay the loan.",
        "It is fair to note that lenders have been repaid.",
    ],
)
def test_a_noun_behind_a_verb_or_a_preposition_is_no_verb_of_speech(text: str) -> None:
    assert said(text) == []


def test_a_verb_that_may_be_a_noun_still_tells_speech_behind_its_subject() -> None:
    assert said("Tarn Ltd reports that it was misled.") == [("Tarn Ltd", "it was misled")]
    assert said("Ines Varga claims that she was misled.") == [("Ines Varga", "she was misled")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We paid,” said Keld Plc's Yrsa Wolf.", "Yrsa Wolf"),
        ("Keld Plc’s Yrsa Wolf said costs would fall.", "Yrsa Wolf"),
        ("Asked about jobs, Keld Plc's Yrsa Wolf: “None of them will go.”", "Yrsa Wolf"),
        ("Keld Plc's Fold Logistics said it would cut jobs.", "Fold Logistics"),
        ("Keld Plc's Managing Board said it would cut jobs.", "Keld Plc"),
    ],
)
def test_who_stands_behind_the_name_of_his_house_speaks_himself(text: str, speaker: str) -> None:
    assert [item[0] for item in said(text)] == [speaker]
