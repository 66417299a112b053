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


# Amounts that are told briefly


def test_a_number_without_its_scale_may_be_of_the_scale_beside_it(check: Any, faults: Any) -> None:
    text = FIRST + "Orsund lost 6 million euros in 2031.\nFor this year Orsund is expecting 9, in profit.\n"
    right = check("claims", claim("Orsund is expecting a profit of 9 million euros this year", 2, 3), article=text)
    assert faults(right) == []
    assert right.verdict is Verdict.INFERRED
    wrong = check("claims", claim("Orsund is expecting a profit of 8 million euros this year", 2, 3), article=text)
    assert Code.NUMBER_ALTERED in faults(wrong)


def test_an_amount_may_stand_in_the_sentence_that_its_statement_fills_in(check: Any, faults: Any) -> None:
    text = FIRST + "Lie estimates peak yearly sales of flour of $35 million.\nOrsund has talked of $80 million.\n"
    right = claim("Orsund has talked of peak yearly sales of flour of $80 million", 2, 3)
    assert Code.NUMBER_ALTERED not in faults(check("claims", right, article=text))
    wrong = claim("Lie estimates peak yearly sales of flour of $80 million", 2, 3)
    assert Code.NUMBER_ALTERED in faults(check("claims", wrong, article=text))


# Whom the words for a speaker leave open


@pytest.mark.parametrize(
    ("told", "said", "altered"),
    [
        ("A harbour agency spokeswoman said that the toll would rise.", "Torvik Harbour Agency", False),
        ("Runa Lie said that the toll would rise.", "Torvik Harbour Agency", True),
    ],
)
def test_a_common_noun_may_be_whom_the_citation_names(
    check: Any, faults: Any, told: str, said: str, altered: bool
) -> None:
    text = "The Torvik Harbour Agency met on Monday.\nRuna Lie, a brewer, was there too.\n" + told + "\n"
    record = check("quotes", quote("the toll would rise", said, 1, 3, speaker_kind="government"), article=text)
    assert (Code.SPEAKER_ALTERED in faults(record)) is altered


# For whom somebody speaks


@pytest.mark.parametrize(
    ("writer", "body", "altered"),
    [
        ("lead analyst Sunniva Rao", "Kettering Moe", False),
        ("Sunniva Rao, an analyst at Corvid Lie", "Kettering Moe", True),
    ],
)
def test_an_analyst_is_of_the_house_just_named(check: Any, faults: Any, writer: str, body: str, altered: bool) -> None:
    text = (
        f"Vesle Gyms rose again.\nCorvid Lie rose too.\n{FIRST}Vesle Gyms is dear, say analysts at Kettering Moe.\n"
        f"“The good halls are gone,” writes {writer}.\n"
    )
    record = quote("The good halls are gone", "Sunniva Rao", 4, 5, mode="direct", affiliation=body, role="lead analyst",
                   speaker_kind="analyst")  # fmt: skip
    assert (Code.AFFILIATION_ALTERED in faults(check("quotes", record, article=text))) is altered


# The stage of a deal


def deal(status: str, parties: dict[str, str], *evidence: int, **fields: Any) -> dict[str, Any]:
    return {
        "kind": "acquisition", "status": status, "subject": "", "value": None, "dates": [], "terms": [],
        "parties": [{"name": name, "role": role} for name, role in parties.items()], "evidence": list(evidence),
        **fields,
    }  # fmt: skip


def test_what_was_intended_of_something_else_leaves_a_purchase_done(check: Any, faults: Any) -> None:
    text = (
        "Vesle Gyms intends to close its hall in Torvik.\nIn 2019 Vesle Gyms was sold to Lie Invest for $9 million.\n"
    )
    sides = {"Lie Invest": "acquirer", "Vesle Gyms": "target"}
    right = deal("closed", sides, 1, 2, subject="Vesle Gyms", value={"text": "$9 million"})
    assert Code.STATUS_ALTERED not in faults(check("deals", right, article=text))
    later = "In May Lie Invest bid $9 million for Vesle Gyms.\nLie Invest has abandoned the purchase of Vesle Gyms.\n"
    wrong = deal("closed", sides, 1, 2, subject="Vesle Gyms", value={"text": "$9 million"})
    assert Code.STATUS_ALTERED in faults(check("deals", wrong, article=later))


# Kinds of parties


def test_whose_chief_somebody_was_is_no_person(check: Any, faults: Any) -> None:
    text = "Vesle has named Lucia Lund, formerly chief executive of Tessaro Fields, as its chief executive.\n"
    record = {"name": "Tessaro Fields", "aliases": [], "kind": "company", "ticker": None, "description": None,
              "evidence": [1]}  # fmt: skip
    assert Code.KIND_ALTERED not in faults(check("parties", record, article=text))
    wrong = {**record, "name": "Lucia Lund"}
    assert Code.KIND_ALTERED in faults(check("parties", wrong, article=text))


def test_what_came_behind_the_price_is_of_another_deal(check: Any, faults: Any) -> None:
    text = "In 2019 it paid $9 million for Vesle Gyms, and a year later Lie Invest abandoned a bid for Torvik Spa.\n"
    right = deal("closed", {"Lie Invest": "acquirer", "Vesle Gyms": "target"}, 1, value={"text": "$9 million"})
    assert Code.STATUS_ALTERED not in faults(check("deals", right, article=text))


def test_who_bought_before_may_sell_now(check: Any, faults: Any) -> None:
    text = "Lie Invest, which bought Vesle Gyms in 2019, will cut its stake to 10 percent by selling shares.\n"
    right = deal("agreed", {"Lie Invest": "seller", "Vesle Gyms": "target"}, 1, subject="its stake")
    assert Code.ROLE_ALTERED not in faults(check("deals", right, article=text))
    plain = "Lie Invest bought Vesle Gyms in 2019.\n"
    wrong = deal("closed", {"Lie Invest": "seller", "Vesle Gyms": "target"}, 1, subject="Vesle Gyms")
    assert Code.ROLE_ALTERED in faults(check("deals", wrong, article=plain))


def test_a_sum_without_its_currency_is_in_that_of_the_whole_article(check: Any, faults: Any) -> None:
    text = "Vesle Gyms made 12 million euros.\nIt owes 30 million euros.\n" + FIRST * 3
    told = "Lie Invest bought Vesle Gyms in 2015, for 6 million.\n"
    record = deal("closed", {"Lie Invest": "acquirer", "Vesle Gyms": "target"}, 6,
                  value={"text": "6 million", "currency": "EUR"})  # fmt: skip
    assert Code.UNIT_ALTERED not in faults(check("deals", record, article=text + told))
    mixed = text.replace("30 million euros", "$30 million")
    assert Code.UNIT_ALTERED in faults(check("deals", record, article=mixed + told))
