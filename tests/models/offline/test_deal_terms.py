"""The terms and the dates of a deal in today's business prose: which words, under which name."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.models.offline.deal_details import dates_in, terms_in
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading


def terms(text: str) -> dict[str, str]:
    reading = Reading(Article.from_text(text))
    found: dict[str, str] = {}
    for sentence in reading.article.sentences:
        skeleton = reading.skeleton(sentence)
        assert skeleton is not None
        for name, start, end in terms_in(skeleton):
            found.setdefault(name, reading.words(start, end))
    return found


def dates(text: str) -> dict[str, str]:
    reading = Reading(Article.from_text(text))
    found: dict[str, str] = {}
    for sentence in reading.article.sentences:
        skeleton = reading.skeleton(sentence)
        assert skeleton is not None
        for event, start, end in dates_in(reading, skeleton, mention=True):
            found.setdefault(event, reading.words(start, end))
    return found


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Tarn Steel will buy Lund Forge in an all-cash deal.", "payment", "all-cash deal"),
        ("Tarn Steel will buy Lund Forge in a cash-and-stock transaction.", "payment", "cash-and-stock transaction"),
        ("Tarn Steel agreed to buy Lund Forge for $900 million in cash.", "payment", "in cash"),
        ("Tarn Steel agreed to buy Lund Forge for $900 million in cash and stock.", "payment", "in cash and stock"),
        ("Lund Forge holders will get $27.50 per share in cash.", "price per share", "$27.50 per share"),
        ("Tarn Steel offered 28 dlrs a share for Lund Forge.", "price per share", "28 dlrs a share"),
        ("Tarn Steel offered $14 for each Lund Forge share.", "price per share", "$14 for each Lund Forge share"),
        ("That is a premium of 31% to Friday's close.", "premium", "a premium of 31% to Friday's close"),
        ("The price is a 31% premium to the closing price on Friday.", "premium",
         "a 31% premium to the closing price on Friday"),
        ("The deal is worth $2 billion including the assumption of $400 million in debt.", "debt assumed",
         "assumption of $400 million in debt"),
        ("The deal is worth $2 billion, including debt.", "debt assumed", "debt"),
        ("Tarn Steel will pay a termination fee of $60 million if the deal fails.", "break fee",
         "a termination fee of $60 million"),
        ("Lund Forge would owe a $60 million break-up fee.", "break fee", "$60 million break-up fee"),
        ("The pact has a breakup fee of $70 million.", "break fee", "a breakup fee of $70 million"),
        ("Lund Forge would owe a termination fee of 2.5% of the deal's value.", "break fee",
         "a termination fee of 2.5% of the deal's value"),
        ("Lund Bio gets $50 million up front and up to $700 million in milestones.", "milestones",
         "up to $700 million in milestones"),
        ("Lund Bio gets an upfront payment of $50 million and up to $700 million in milestones.", "upfront payment",
         "upfront payment of $50 million"),
        ("Lund Bio gets milestone payments of up to $700 million.", "milestones",
         "milestone payments of up to $700 million"),
        ("Lund Forge holders get $12 in cash and 0.25 share of Tarn Steel for each share.", "price per share",
         "$12 in cash and 0.25 share of Tarn Steel for each share"),
        ("Lund Forge holders get $12 in cash and 0.25 share of Tarn Steel for each share.", "exchange ratio",
         "0.25 share of Tarn Steel for each share"),
        ("The deal is subject to regulatory approval.", "condition", "subject to regulatory approval"),
        ("The deal is subject to shareholder approval and customary closing conditions, and should close in May.",
         "condition", "subject to shareholder approval and customary closing conditions"),
        ("The deal, which requires the approval of Lund Forge holders, would close in May.", "condition",
         "requires the approval of Lund Forge holders"),
        ("Holders get 0.62 of a share of Tarn Steel for each share of Lund Forge.", "exchange ratio",
         "0.62 of a share of Tarn Steel for each share of Lund Forge"),
        ("Holders get 1.4 Tarn Steel shares for each Lund Forge share.", "exchange ratio",
         "1.4 Tarn Steel shares for each Lund Forge share"),
        ("Tarn Steel agreed to buy a 40% stake in Lund Forge.", "stake", "40% stake"),
        ("Tarn Steel holds 5.3 pct of the total outstanding common stock of Lund Forge.", "stake",
         "5.3 pct of the total outstanding common stock"),
        ("Tarn Steel bought 1.2 million shares of Lund Forge.", "shares", "1.2 million shares"),
        ("Tarn Steel said it will fund the deal with cash on hand and new debt.", "financing",
         "fund the deal with cash on hand and new debt"),
        ("The purchase will be financed by a term loan.", "financing", "financed by a term loan"),
        ("Heron Partners advised Tarn Steel on the deal.", "adviser", "Heron Partners advised Tarn Steel"),
        ("Heron Partners is acting as financial adviser to Tarn Steel.", "adviser",
         "Heron Partners is acting as financial adviser to Tarn Steel"),
    ],
)  # fmt: skip
def test_a_term_has_its_name_and_its_words(text: str, name: str, words: str) -> None:
    assert terms(text).get(name) == words


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel had $900 million in cash and no debt.",
        "Tarn Steel pays a dividend of $2 a share each year.",
        "Shares of Tarn Steel rose 4% to $27.50.",
        "Tarn Steel sells premium rails in Oslo.",
    ],
)
def test_what_is_no_term_of_a_deal_gives_none(text: str) -> None:
    assert terms(text) == {}


@pytest.mark.parametrize(
    ("text", "event", "when"),
    [
        ("The deal is expected to close in the first half of next year.", "expected_close",
         "first half of next year"),
        ("Tarn Steel expects to complete the purchase by the end of 2027.", "expected_close", "the end of 2027"),
        ("Closing is expected in June.", "expected_close", "June"),
        ("The companies signed the agreement on May 4, 2026.", "signed", "May 4, 2026"),
        ("The sale was completed on May 4, 2026.", "closed", "May 4, 2026"),
        ("Tarn Steel announced the deal on Tuesday.", "announced", "Tuesday"),
    ],
)  # fmt: skip
def test_a_date_has_the_event_that_it_is_the_day_of(text: str, event: str, when: str) -> None:
    assert when in dates(text).get(event, "")


def test_the_verifier_leaves_the_facets_of_a_right_record_alone() -> None:
    from summarizer import summarize

    text = (
        "Tarn Steel Inc. agreed in principle to buy Lund Forge Corp., a Dunmore, Pa.-based maker of train wheels, for "
        "$27.50 per share in cash, a premium of 31% to Friday's close. The deal is subject to regulatory approval and "
        "is expected to close in the first half of next year."
    )
    summary = summarize(Article.from_text(text), model="offline")
    [deal] = summary.deals
    names = [term.name for term in deal.terms]
    assert {"status", "target business", "target location", "price per share", "premium", "condition"} <= set(names)
    assert deal.verdict != "altered"


def test_deals_keep_the_terms_that_their_sentences_state() -> None:
    text = "Tarn Steel Inc. agreed to buy Lund Forge Corp. for $27.50 per share in cash, a premium of 31%."
    [deal] = find_deals(Reading(Article.from_text(text)))
    told = {term["name"]: term["text"] for term in deal["terms"]}
    assert told["price per share"] == "$27.50 per share"
    assert told["payment"] == "in cash"


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Steel said the sale will result in a gain of 42 cts a share.",
        "Tarn Steel will take a charge of 15 cts a share.",
        "The deal adds 12 cents a share to earnings.",
        "Tarn Steel pays a dividend of 10 cts a share.",
        "Tarn Steel will book a 30 cts a share gain.",
        "The deal brings savings of 20 cts per share.",
    ],
)
def test_what_a_company_gains_for_each_share_is_no_price(text: str) -> None:
    assert "price per share" not in terms(text)


@pytest.mark.parametrize(
    ("follows", "name"),
    [
        ("Lund Forge will pay a break fee of $70 million if it accepts a rival offer.", "break fee"),
        ("Lund Forge holders will receive $12 in cash and 0.25 share for each share.", "exchange ratio"),
        ("Tarn Steel will pay 28 dlrs a share.", "price per share"),
    ],
)
def test_a_sentence_with_a_party_and_a_term_is_about_the_deal(follows: str, name: str) -> None:
    reading = Reading(Article.from_text(f"Tarn Steel Inc agreed to buy Lund Forge AG.\n\n{follows}"))
    (deal,) = find_deals(reading)
    assert name in {term["name"] for term in deal["terms"]}


def test_a_break_fee_of_another_company_is_not_the_deals() -> None:
    text = "Tarn Steel Inc agreed to buy Lund Forge AG.\n\nBrindle Rail will pay Vell Corp a break fee of $70 million."
    (deal,) = find_deals(Reading(Article.from_text(text)))
    assert "break fee" not in {term["name"] for term in deal["terms"]}


@pytest.mark.parametrize(
    ("follows", "name"),
    [
        ("Neither company owes a breakup fee.", "break fee"),
        ("The deal is not conditional on financing.", "condition"),
        ("Tarn will not assume any debt of Lund.", "debt assumed"),
        ("The deal does not include a 10% premium.", "premium"),
    ],
)
def test_a_term_that_the_article_denies_is_not_recorded(follows: str, name: str) -> None:
    text = f"Tarn Steel Inc agreed to buy Lund Forge AG for $40 million.\n\n{follows}"
    (deal,) = find_deals(Reading(Article.from_text(text)))
    assert name not in {term["name"] for term in deal["terms"]}
