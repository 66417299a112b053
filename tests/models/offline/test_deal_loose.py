"""The loose reading of an opening: only where the closer rules find nothing, and only of companies."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.models.offline.deal_loose import loose_mention
from summarizer.models.offline.deal_party_names import PartyNames
from summarizer.models.offline.deal_tokens import tokens_of
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.reading import Reading

TARN, LUND = "Tarn Corp", "Lund Forge Inc"


def read(text: str) -> dict[str, str] | None:
    reading = Reading(Article.from_text(text))
    sentence = reading.article.sentences[0]
    skeleton = reading.skeleton(sentence)
    assert skeleton is not None
    mention = loose_mention(reading, PartyNames(reading), sentence, tokens_of(skeleton))
    return mention.parties if mention else None


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (f"{TARN} said its tender offer yesterday late in the day for {LUND} expired.",
         {TARN: "acquirer", LUND: "target"}),
        (f"{TARN} said completion of its acquisition in full of {LUND} is near.", {TARN: "acquirer", LUND: "target"}),
        (f"{TARN} reported a sale for cash of {LUND} to Orrin Co.",
         {TARN: "seller", LUND: "target", "Orrin Co": "acquirer"}),
    ],
)  # fmt: skip
def test_who_acts_and_the_next_company_make_a_deal(text: str, parties: dict[str, str]) -> None:
    assert read(text) == parties


@pytest.mark.parametrize(
    "text",
    [
        f"{TARN} increased output in May at the pace of {LUND}.",
        f"{TARN} sold more cars in May than {LUND}.",
        f"{TARN} said it will not buy {LUND}.",
        f"{TARN} should acquire {LUND}.",
    ],
)
def test_what_the_words_do_not_bear_out_is_left_out(text: str) -> None:
    assert read(text) is None


def test_the_closer_rules_come_first() -> None:
    text = (
        f"{TARN} agreed to buy {LUND} for $9 million. "
        "Orrin Co said completion of its acquisition in full of Dorn Inc is near."
    )
    found = find_deals(Reading(Article.from_text(text)))
    assert [party["name"] for party in found[0]["parties"]] == [TARN, LUND]
    assert len(found) == 1
