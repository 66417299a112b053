"""Right records that were marked as altered, by the rule that marked them, each beside a wrong one that still is."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.text.names import NameSpan
from summarizer.verdicts import Verdict
from summarizer.verifier import Code
from summarizer.verifier.index import Index
from summarizer.verifier.no_subjects import is_no_subject
from summarizer.verifier.own_voice import is_authors, is_own_document
from tests.verifier.makers import claim, quote

# Names of which nothing is told


@pytest.mark.parametrize(
    ("text", "statement", "name", "rival"),
    [
        (
            "Orsund Mills, which began in a shed in Torvik, employs 900.",
            "Orsund Mills employs 900.",
            "Orsund Mills",
            "Torvik",
        ),
        (
            "The brewer, founded by the late Asgeir Moe, owes banks $3 million.",
            "Lund owes $3 million.",
            "Lund",
            "Asgeir Moe",
        ),
        (
            "Kettering analysts moved the stock to Underperform with a target of 40.",
            "Vesle has a target of 40.",
            "Vesle",
            "Underperform",
        ),
        ("Refusal to pay the toll costs drivers $40.", "Drivers of Vesle pay $40.", "Vesle", "Refusal"),
        ("FY31 sales to rise to $9 million; FY30 unchanged.", "FY30 sales are unchanged.", "FY30", "FY31"),
        (
            "The Works Council will meet in May.",
            "The Works Council of Orsund will meet.",
            "Works Council of Orsund",
            "Works Council",
        ),
    ],
)
def test_a_town_or_a_plain_word_has_no_place_to_be_taken(text: str, statement: str, name: str, rival: str) -> None:
    index = Index(Article.from_text(text))
    own = NameSpan(statement.find(name), statement.find(name) + len(name), name)
    theirs = NameSpan(text.find(rival), text.find(rival) + len(rival), rival)
    assert is_no_subject(statement, own, theirs, index)


def test_who_does_what_is_told_has_one() -> None:
    text = "Shares in Orsund rose 4% on Monday.\nVesle, bought by Orsund, rose 5%.\n"
    index = Index(Article.from_text(text))
    statement = "Lumen rose 4%."
    own = NameSpan(0, len("Lumen"), "Lumen")
    for start in (text.find("Orsund"), text.find("Vesle")):
        end = start + len(text[start:].split()[0].strip(","))
        assert not is_no_subject(statement, own, NameSpan(start, end, text[start:end]), index)


def test_a_pronoun_stands_for_whom_the_citation_names(check: Any, faults: Any) -> None:
    text = (
        "Vesle Water plans to borrow $40 million from its owners.\n"
        "The regulator Havtilsyn must still agree to it.\n"
        "Its bonds rose two points to 81 on Monday.\n"
    )
    right = check("claims", claim("Vesle Water’s bonds rose two points to 81 on Monday.", 1, 3), article=text)
    assert faults(right) == []
    wrong = check("claims", claim("Havtilsyn plans to borrow $40 million from its owners.", 1), article=text)
    assert faults(wrong) != []


# A document in the first person

LETTER = (
    "Orsund Mills half-year report\n\nSales were $40 million.\n\nFROM THE CHIEF EXECUTIVE\n"
    "Millers are buying flour again. We raised prices in March, and our bakers did not leave. "
    "Wages in Torvik are too high. We expect to save $3 million a year.\n\nSigrid Aune\nChief Executive\n"
)


def test_the_author_may_say_any_sentence_of_a_document_of_his_own(check: Any, faults: Any) -> None:
    index = Index(Article.from_text(LETTER))
    assert not is_own_document(
        Index(Article.from_text("We came.\nOrsund went.\n“We, and we, and our own,” he said.\n"))
    )
    assert is_own_document(Index(Article.from_text(LETTER.replace("Wages", "Our wages"))))
    told = LETTER.replace("Wages", "Our wages")
    right = check(
        "quotes", quote("Millers are buying flour again", "Sigrid Aune", 5, speaker_kind="executive"), article=told
    )
    assert faults(right) == []
    assert right.verdict is Verdict.INFERRED
    whole = check("claims", claim("Millers are buying flour again", 5, claimant="Sigrid Aune"), article=told)
    assert faults(whole) == []
    assert whole.verdict is Verdict.INFERRED
    assert not is_authors([], index)


def test_what_another_is_quoted_with_is_not_the_authors(check: Any, faults: Any) -> None:
    told = LETTER.replace("Wages", "Our wages") + "“Bread is dear,” said Runa Lie, a baker.\n"
    wrong = check("quotes", quote("Bread is dear", "Sigrid Aune", 10, mode="direct"), article=told)
    assert Code.SPEAKER_ALTERED in faults(wrong)


# Negations without what they negate


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Drivers in Torvik have been offered posts at Orsund.\nMillers have not.",
            "Millers have not been offered posts at Orsund",
        ),
        (
            "A reader asked why the loaf had shrunk this year.\nIt hasn’t, said Orsund.",
            "The loaf has not shrunk this year",
        ),
    ],
)
def test_what_an_elliptical_negation_denies_may_be_denied(check: Any, faults: Any, text: str, statement: str) -> None:
    record = check("claims", claim(statement, 2, 3, certainty="denied"), article=FIRST + text + "\n")
    assert Code.NEGATION_ALTERED not in faults(record)


FIRST = "Nothing else happened on Monday.\n"


def test_what_did_not_help_was_so_all_the_same(check: Any, faults: Any) -> None:
    text = FIRST + "It did not help that the price of flour fell 9% in Torvik.\n"
    assert faults(check("claims", claim("The price of flour fell 9% in Torvik", 2), article=text)) == []
    plain = FIRST + "The price of flour did not fall 9% in Torvik.\n"
    assert Code.NEGATION_ALTERED in faults(
        check("claims", claim("The price of flour fell 9% in Torvik", 2), article=plain)
    )


# What "could" leaves open


@pytest.mark.parametrize(
    ("told", "altered"),
    [
        ("Orsund could have bought a smaller mill", False),
        ("Orsund must ask the council before it could open the mill", False),
        ("Orsund could open a mill in Torvik", True),
    ],
)
def test_could_of_what_did_not_come_about_is_no_doubt(check: Any, faults: Any, told: str, altered: bool) -> None:
    record = check("claims", claim(told, 2, claimant="Sigrid Aune"), article=FIRST + f"{told}, Sigrid Aune said.\n")
    assert (Code.CERTAINTY_ALTERED in faults(record)) is altered
