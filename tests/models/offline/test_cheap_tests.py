"""The cheap tests before long patterns: whatever such a pattern can find has one of the words looked up first."""

from __future__ import annotations

import re

import pytest

from summarizer.models.offline import abstract, claim_kinds, claim_parts, deal_words
from summarizer.text.phrases import letters_of

TRADING = (
    "a hedge fund",
    "an institutional investor",
    "its 13f",
    "a 13d filing",
    "an insider",
    "shares of the company's stock",
    "shares of the stock",
    "of the company's stock",
    "a new position",
    "cut its position in",
    "raised their position",
    "its holdings in",
    "option contracts",
    "a call option",
    "put options",
    "the price target",
    "its moving average",
    "outstanding shares in a transaction",
    "an average price of",
    "a share repurchase",
    "a buy back",
    "a buyback",
    "a buy-back",
    "stock worth",
    "worth of shares",
    "to buy from",
    "a conviction list",
    "a buy rating",
    "a sell rating",
    "a buy recommendation",
    "to a buy",
    "from a buy",
    "a hold rating",
    "a strong buy",
)
OUTCOMES = (
    "Tarn expects the sale to close in May",
    "closing is expected by June",
    "The sale is subject to a vote",
    "It must be approved",
    "The transaction is valued at $4",
    "the deal was worth $4",
    "The offer is valued at $4",
    "$4 including debt",
    "EXPECTED BY JUNE",
)
FORETOLD = (
    ("said_not", "Tarn has no plans", claim_kinds._SAID_NOT),
    ("said_not", "it would never", claim_kinds._SAID_NOT),
    ("said_not", "he won’t sell", claim_kinds._SAID_NOT),
    ("denial", "Tarn flatly denied it", claim_kinds._DENIAL),
    ("allegation", "Lund accuses Tarn", claim_kinds._ALLEGATION),
    ("outlook", "Tarn expects more", claim_kinds._OUTLOOK),
    ("outlook", "they’ll buy", claim_kinds._OUTLOOK),
    ("outlook", "it is on track to rise", claim_kinds._OUTLOOK),
    ("open", "it may rise", claim_kinds._OPEN_OUTLOOK),
    ("estimate", "Roe reckons so", claim_kinds._ESTIMATE),
    ("estimate", "Tarn estimates that 4", claim_kinds._ESTIMATE),
    ("hedged", "it reportedly fell", claim_kinds._HEDGED),
    ("hedged", "there is a chance of rain", claim_kinds._HEDGED),
    ("negated", "it didn’t fall", claim_kinds._NEGATED),
    ("my_voice", "I’d say", claim_kinds._MY_VOICE),
    ("changed", "cut its profit forecast", claim_kinds._CHANGED),
)


@pytest.mark.parametrize("words", TRADING)
def test_trading_in_shares_has_a_word_that_the_gate_knows(words: str) -> None:
    assert deal_words.NO_DEAL.search(words)
    assert not deal_words.NO_DEAL_WORDS.isdisjoint(letters_of(words))


@pytest.mark.parametrize("words", OUTCOMES)
def test_an_outcome_is_seen_through_its_gate(words: str) -> None:
    assert abstract._tells_outcome(words, letters_of(words))


@pytest.mark.parametrize("first", sorted(abstract._ADDRESS))
def test_each_address_to_the_reader_begins_with_letters_that_the_gate_knows(first: str) -> None:
    assert not abstract._ADDRESS_LETTERS.isdisjoint(letters_of(first))


@pytest.mark.parametrize(("name", "words", "found_by"), FORETOLD)
def test_what_a_pattern_of_claims_finds_has_one_of_its_cues(name: str, words: str, found_by: re.Pattern[str]) -> None:
    assert found_by.search(words)
    assert name in claim_kinds._cues_of(words)


def test_words_without_cues_belong_to_no_pattern() -> None:
    assert claim_kinds._cues_of("Tarn bought Lund") == frozenset()


@pytest.mark.parametrize(
    "words",
    [
        "We are aware of it", "I am confident", "She was delighted", "he is Disappointed", "they are excited",
        "is glad", "are grateful", "was happy", "is honored", "is honoured", "are closely monitoring", "is pleased",
        "was proud", "are reviewing", "am sad", "was saddened", "were surprised", "is thrilled", "would not comment",
        "couldn't discuss", "does not speculate", "thank you", "thanked them", "Thanks",
    ],
)  # fmt: skip
def test_a_courtesy_has_a_word_that_is_looked_up_first(words: str) -> None:
    assert claim_parts._COURTESY.search(words)
    assert claim_parts.is_courtesy(words)


@pytest.mark.parametrize(
    "words", ["Last year", "Last week", "Earlier this", "In 1999", "In early 2010", "In late 2020"]
)
def test_a_time_before_the_news_begins_as_is_looked_at_first(words: str) -> None:
    assert abstract._EARLIER.match(words)
    assert words.startswith(abstract._EARLIER_OPENINGS)
