"""Who a phrase names as its source: the author of a text, a body by its seat, a subject without its verb."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.text.speech import find_speech


def speakers(text: str) -> list[str | None]:
    sentences = [(sentence.start, sentence.end) for sentence in Article.from_text(text).sentences]
    return [item.speaker for item in find_speech(text, sentences)]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("a statement Monday", "a statement"),
        ("a memo written by Ines Varga", "Ines Varga"),
        ("a report released Friday by Tarn Bank", "Tarn Bank"),
        ("a report Monday from Ines Varga", "Ines Varga"),
        ("a memo seen by Ines Varga", "a memo"),
        ("a filing with the Trade Board", "a filing with the Trade Board"),
        ("Orvane Inc's filing with the Trade Board", "Orvane Inc"),
        ("a note to Orvane Inc", "a note"),
    ],
)
def test_of_a_text_its_author_speaks_and_not_who_gets_or_reads_it(source: str, speaker: str) -> None:
    assert speakers(f"The mill has lost its head, according to {source}.") == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The government in Port Varga says the sale needs its consent.", "The government in Port Varga"),
        ("A court in Port Varga said the sale was void.", "A court in Port Varga"),
        ("A director of Orvane Inc said the sale was void.", "A director of Orvane Inc"),
    ],
)
def test_a_body_is_not_the_town_in_which_it_sits(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Her counterpart at Orvane, Ruben Aalto,", "Ruben Aalto"),
        ("His opposite number at Orvane, Ruben Aalto,", "Ruben Aalto"),
        ("The former head of Orvane, Ruben Aalto,", "Ruben Aalto"),
        ("Her counterpart at Orvane, a pump maker,", "Orvane"),
        ("The union at Orvane, which has 300 members,", "Orvane"),
        ("The chairman of Orvane, Aalto Holdings,", "The chairman of Orvane, Aalto Holdings"),
    ],
)
def test_who_is_named_behind_the_house_of_his_job_speaks(source: str, speaker: str) -> None:
    assert speakers(f"Orvane and Tarn Bank met. {source} said the sale was void.") == [speaker]


def test_a_verb_behind_the_noun_for_a_body_is_no_part_of_it() -> None:
    assert speakers("Orvane Inc makes pumps. The company cut its outlook, saying it expects no orders.") == [
        "Orvane Inc"
    ]


def test_a_clause_that_only_leads_up_to_the_verb_is_not_what_is_said() -> None:
    text = "Ever since Orvane Inc paid $9 billion for a mill, investors have said that others will follow."
    sentences = [(sentence.start, sentence.end) for sentence in Article.from_text(text).sentences]
    (item,) = find_speech(text, sentences)
    assert [text[slice(*piece)] for piece in item.content] == ["others will follow"]
