"""The same statement in two articles: surer, denied, or only quoted again; and what one article alone says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.model import Event

Make = Callable[[Sequence[str]], Dossier]

FIRST = "June 8, 2026 - Tamsel Dairies Inc. agreed to buy Orvell Creameries Ltd. for $310 million, it said on Monday."
SECOND = (
    "June 9, 2026 - Orvell Creameries Ltd. will be bought by Tamsel Dairies Inc. for $310 "
    "million, it was announced on Monday."
)


def event_of(dossier_of: Make, first: str, second: str) -> Event:
    events = dossier_of([f"Tamsel to buy Orvell\n\n{FIRST} {first}", f"Tamsel buys Orvell\n\n{SECOND} {second}"]).events
    assert len(events) == 1
    return events[0]


def odds(event: Event) -> list[tuple[str, list[str]]]:
    rows = [row for row in event.rows if row.field.startswith("statement: ")]
    assert all(row.state == "conflicting" for row in rows)
    return [(row.field.removeprefix("statement: "), [value.text for value in row.values]) for row in rows]


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        (
            '"Farmers could seek higher prices," said Ilse Brandt, an analyst at Corley Partners.',
            "Farmers will demand higher prices, Corley Partners analyst Ilse Brandt said.",
        ),
        (
            "The merger may have been a reason for the delay, said Ilse Brandt, an analyst at Corley Partners.",
            "The merger was a main reason for the delay, Corley Partners analyst Ilse Brandt said.",
        ),
        (
            "The discount could mirror a glut of butter, said Ilse Brandt, an analyst at Corley Partners.",
            "The discount mirrors a glut of butter, said Ilse Brandt, an analyst at Corley Partners.",
        ),
        (
            "Ilse Brandt, an analyst at Corley Partners, said dozens of dairies may close.",
            "Ilse Brandt, an analyst at Corley Partners, said dozens of dairies will close.",
        ),
        (
            "Ilse Brandt, an analyst at Corley Partners, said it was possible that a second suitor would appear.",
            "Ilse Brandt, an analyst at Corley Partners, said a second suitor would appear.",
        ),
        (
            "Ilse Brandt, an analyst at Corley Partners, said the offer did not necessarily cover the brands.",
            "Ilse Brandt, an analyst at Corley Partners, said the offer did not cover the brands.",
        ),
    ],
)
def test_the_same_persons_guess_that_becomes_a_fact_drifts(dossier_of: Make, weaker: str, stronger: str) -> None:
    event = event_of(dossier_of, weaker, stronger)
    assert [(one.speaker, one.direction) for one in event.drift] == [("Ilse Brandt", "hardened")]
    assert odds(event) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Another speaker.
        (
            '"Farmers could demand higher prices," said Ilse Brandt, an analyst at Corley Partners.',
            '"Farmers will demand higher prices," said Tomas Reil, an analyst at Hale Securities.',
        ),
        # Another act on the same things.
        (
            "Tamsel may close the Dunmore cheese plant, chief executive Ruth Adair said.",
            "Tamsel will expand the Dunmore cheese plant, chief executive Ruth Adair said.",
        ),
        # Another subject, and the same word said of it.
        (
            "Ilse Brandt, an analyst at Corley Partners, said dozens of dairies may close.",
            "Ilse Brandt, an analyst at Corley Partners, said dozens of shops will close.",
        ),
        # Another subject.
        (
            "Orvell may close the Dunmore cheese plant, Tamsel chief executive Ruth Adair said.",
            "Tamsel will close the Dunmore cheese plant, chief executive Ruth Adair said.",
        ),
        # The same words, of which one article quotes more.
        (
            '"Orvell helps us to reach bakeries across the north," said Ruth Adair, chief executive of Tamsel.',
            '"Cheese is the essential business of the next decade. Orvell helps us to reach '
            'bakeries across the north," '
            "said Ruth Adair, chief executive of Tamsel.",
        ),
        # An expectation told in the passive.
        (
            "Tamsel expects the purchase to be completed in the fourth quarter.",
            "The purchase is expected to be completed in the fourth quarter.",
        ),
        # Only names in common.
        (
            "Tamsel might sue Orvell over the Dunmore lease, Ruth Adair said.",
            "Tamsel's Orvell brands are sold in Dunmore, Ruth Adair said.",
        ),
    ],
)
def test_what_is_another_statement_does_not_drift(dossier_of: Make, first: str, second: str) -> None:
    event = event_of(dossier_of, first, second)
    assert event.drift == []
    assert odds(event) == []


def test_what_a_person_says_here_and_denies_there_conflicts(dossier_of: Make) -> None:
    event = event_of(
        dossier_of,
        "The purchase will not lead to layoffs at Dunmore, Tamsel chief executive Ruth Adair said.",
        "The purchase will lead to layoffs at Dunmore, Tamsel chief executive Ruth Adair said.",
    )
    assert [speaker for speaker, _ in odds(event)] == ["Ruth Adair"]
    assert {"not" in text for text in odds(event)[0][1]} == {True, False}
    assert event.drift == []


def test_a_may_and_a_may_not_are_no_conflict(dossier_of: Make) -> None:
    event = event_of(
        dossier_of,
        "The purchase may not lead to layoffs at Dunmore, Tamsel chief executive Ruth Adair said.",
        "The purchase may lead to layoffs at Dunmore, Tamsel chief executive Ruth Adair said.",
    )
    assert odds(event) == []


def test_another_number_and_an_opposite_are_said_by_one_only(dossier_of: Make) -> None:
    event = event_of(
        dossier_of, "Orvell has 900 employees. Its Dunmore plant is unionized.", "Orvell has 1,400 employees."
    )
    texts = {article: " ".join(one.text for one in said) for article, said in event.only.items()}
    assert "900 employees" in texts["a1"]
    assert "1,400 employees" in texts["a2"]


def test_the_event_itself_is_not_said_by_one_only_and_speakers_are_named(dossier_of: Make) -> None:
    event = event_of(
        dossier_of,
        '"Butter has never been dearer," said Ilse Brandt, an analyst at Corley Partners.',
        "Tamsel, which makes yogurt, bought Orvell after a long search.",
    )
    assert [(one.text, one.speaker) for one in event.only["a1"]] == [("Butter has never been dearer", "Ilse Brandt")]
    assert event.only["a2"] == []


def test_a_day_of_closing_that_only_the_text_has_is_compared(dossier_of: Make) -> None:
    event = event_of(
        dossier_of,
        "The deal is expected to close in the fourth quarter.",
        "The companies expect completion by the end of June.",
    )
    row = next(row for row in event.rows if row.field == "date: expected_close")
    assert row.state == "conflicting"
    assert {citation.article for value in row.values for citation in value.citations} == {"a1", "a2"}


def test_articles_that_are_gone_are_compared_by_the_sentences_that_are_cited() -> None:
    texts = [
        f"Tamsel to buy Orvell\n\n{FIRST} The deal is expected to close in the fourth quarter.",
        f"Tamsel buys Orvell\n\n{SECOND} It rained. Really? The companies expect completion by the end of June.",
    ]
    summaries = [summarize(Article.from_text(text), model="offline") for text in texts]
    stripped = [one.model_copy(update={"source": one.source.model_copy(update={"text": None})}) for one in summaries]
    (event,) = Dossier.of(stripped).events
    assert "date: expected_close" in [row.field for row in event.rows]


def test_a_sentence_that_no_record_holds_is_said_by_one_only_too(dossier_of: Make) -> None:
    told = "Last winter Orvell handed every milkman in Dunmore a wooden yoke carved from a toppled chestnut."
    event = event_of(dossier_of, told, "Tamsel shares rose 2%.")
    assert told in [one.text for one in event.only["a1"]]
