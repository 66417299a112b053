"""The cheap tests in front of the deals: whatever a rule could read goes through, the rest is not cut into words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.article import Article, Sentence
from summarizer.models.offline import deal_mentions
from summarizer.models.offline.contract_clauses import CONTRACT_EVENT_WORDS, contract_events, contract_tokens
from summarizer.models.offline.contract_words import DEED_VERBS, HEADS, LEADING
from summarizer.models.offline.deal_clauses import EVENT_WORDS, HAVING, events_of
from summarizer.models.offline.deal_gates import can_tell, has_contract_cue, has_ownership_cue
from summarizer.models.offline.deal_tokens import Tokens, tokens_of
from summarizer.models.offline.deal_triggers import BUYERS, NOUNS, OFFERS, VERBS
from summarizer.models.offline.deal_word_classes import CLASSES
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading
from summarizer.readers import read_article

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "articles").iterdir())
SHAPES = (
    "Tarn Corp {} Lund Inc for $3 million.",
    "Tarn Corp has {} its 12% stake in Lund Inc.",
    "Tarn Corp {} $3 million from Orrin Co for its mill.",
    "Tarn Corp {} Lund Inc on the block.",
    "Tarn Corp {} part of Lund Inc.",
    "Tarn Corp {} up a 12% stake in Lund Inc.",
    "Tarn Corp said 40% of its shares were {} by holders.",
    "Tarn Corp sought a {} for Lund Inc.",
    "Tarn Corp won the {} for Lund Inc.",
    "Tarn Corp emerged as the {} of Lund Inc.",
    "The {} of Lund Inc by Tarn Corp is near.",
    "Tarn Corp said its stake in Lund Inc has {} to 12%.",
    "Tarn Corp {} Orrin Ltd for the Lund mill.",
    "Tarn Corp {} Lund Inc about a takeover.",
    "Tarn Corp is among {} for Lund Inc.",
)


def words_of(text: str) -> Tokens:
    reading = Reading(Article.from_text(text))
    skeleton = reading.skeleton(reading.article.sentences[0])
    assert skeleton is not None
    return tokens_of(skeleton)


def filled() -> Iterator[Tokens]:
    """A sentence of each shape with each word that any table of the deals has."""
    for word in sorted({*CLASSES, *VERBS, *NOUNS, *OFFERS, *BUYERS, *DEED_VERBS, *HEADS, *LEADING, *EVENT_WORDS}):
        for shape in SHAPES:
            yield words_of(shape.format(word))


def test_every_event_stands_at_a_word_that_the_gate_knows() -> None:
    at_words: set[str] = set()
    for tokens in filled():
        for event in events_of(tokens):
            word = tokens.words[event.at]
            led = tokens.words[event.at - 1] if word == "up" else word
            assert led in EVENT_WORDS | HAVING, tokens.words
            at_words.add(led)
        for event in contract_events(contract_tokens(tokens)):
            assert tokens.words[event.at] in CONTRACT_EVENT_WORDS, tokens.words
    # The shapes do lead to events, those of words that are no verb of a deal by themselves included.
    assert {"acquired", "merger", "bid", "buyer", "auction", "received", "put", "became", "built", "has"} <= at_words
    assert {"risen", "outbid", "approached", "suitors"} <= at_words


def test_a_full_stop_before_a_comma_ends_no_phrase() -> None:
    tokens = words_of("Tarn Corp bought the Reno, Nev., plant of Lund Inc.")
    assert ("." in tokens.words[:-1], tokens.words[-1]) == (False, ".")


def test_the_round_that_a_name_names_is_known_to_the_gate() -> None:
    reading = Reading(Article.from_text("Tarn Corp closed a $30 million Series B led by Orrin Ventures."))
    assert can_tell(reading, reading.article.sentences[0], found=False) == (False, True)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Tarn Corp agreed to buy Lund Inc.", False, (True, False)),
        # A cue alone ("offer", "private") with nobody named, and a name with cues that no event stands at.
        ("The offer was private.", False, (False, False)),
        ("Tarn Corp spoke of investors and private matters.", False, (False, False)),
        # A holding is one in percent only.
        ("Tarn Corp has 12 percent of Lund Inc.", False, (True, False)),
        ("Tarn Corp has a share of Lund Inc in mind.", False, (False, False)),
        # Lenders are told of behind the loan, not before.
        ("Among the lenders is Tarn Bank.", True, (False, True)),
        ("Among the lenders is Tarn Bank.", False, (False, False)),
        ("Tarn Corp in-licensed a drug from Lund Inc.", False, (False, True)),
        ("Tarn Corp licensed a drug from Lund Inc.", False, (False, True)),
    ],
)
def test_a_sentence_needs_a_name_a_cue_and_a_word_of_an_event(
    text: str, found: bool, expected: tuple[bool, bool]
) -> None:
    reading = Reading(Article.from_text(text))
    assert can_tell(reading, reading.article.sentences[0], found=found) == expected


def by_cues_alone(_: Reading, sentence: Sentence, *, found: bool) -> tuple[bool, bool]:
    lower = sentence.text.lower()
    return has_ownership_cue(lower), has_contract_cue(lower, found=found)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_deals_are_those_found_without_the_gate(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_article(path)
    gated = find_deals(Reading(article))
    monkeypatch.setattr(deal_mentions, "can_tell", by_cues_alone)
    assert find_deals(Reading(article)) == gated


def test_only_what_can_tell_of_a_deal_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "Tarn Corp agreed to buy Lund Inc. Its private offices in Orrin were quiet, as investors noticed. "
        "The offer was welcome. Per Dahl painted the doors."
    )
    cut: list[int] = []
    plain = Reading.skeleton

    def counting(self: Reading, sentence: Sentence) -> object:
        cut.append(sentence.number)
        return plain(self, sentence)

    monkeypatch.setattr(Reading, "skeleton", counting)
    deals = find_deals(Reading(Article.from_text(text)))
    # The third speaks of "the offer", which is the deal told before.
    assert (len(deals), cut) == (1, [1, 3])
