"""A party gets the ticker of another."""

from __future__ import annotations

import random
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.corruption import operator


def make(case: Case, chance: random.Random) -> Iterator[Draft]:
    tickers = [party["ticker"] for party in case.parties if party.get("ticker") and party["name"] != case.draft["name"]]
    if case.draft.get("kind") != "person" and tickers:
        yield case.having(ticker=chance.choice(tickers))


OPERATOR = operator("ticker", "A party gets the ticker of another.", ("ticker_altered",), ("parties",))(make)
