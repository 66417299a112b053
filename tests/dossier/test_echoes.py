"""One agency's text in many outlets: the same result as if all were compared with all, and few comparisons."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier import derivation, echoes, grouping, rows
from summarizer.dossier.derivation import Prose, copied, derivations
from summarizer.dossier.stories import Story
from summarizer.records import Summary

WIRE = (
    "Marrowgate to buy Tillhurst Cables for $310 million\n\nMay 4, 2026 - Marrowgate Holdings Inc. agreed to buy "
    "Tillhurst Cables Ltd. for $310 million in cash, the companies said on Monday. Tillhurst lays lines across drowned "
    "valleys where older firms gave up after storms tore their moorings loose. “The moorings will outlast "
    "every northern winter,” said Ada Finchley, chief executive of Tillhurst Cables. Its crews mend what the "
    "winter breaks before the herring fleet sails north again."
)
OTHER = (
    "Tillhurst Cables finds a buyer\n\nMay 5, 2026 - Marrowgate Holdings Inc. is paying $310 million for Tillhurst "
    "Cables Ltd., it said. Analysts had thought that nobody wanted a firm so small. “The moorings may outlast "
    "every northern winter,” said Ada Finchley, chief executive of Tillhurst Cables."
)
FEW, MANY = 30, 120

Make = Callable[[Sequence[str]], Dossier]


def printed(text: str, count: int) -> tuple[list[Summary], list[str]]:
    """One text in so many outlets, on three days, each with a line of its own."""
    texts = [f"{text}\n\nRead more on page {number} of this edition.\n" for number in range(count)]
    summaries = [summarize(Article.from_text(one), model="offline") for one in texts]
    return [
        one.model_copy(
            update={"source": one.source.model_copy(update={"published": date(2026, 5, 4) + timedelta(days=at % 3)})}
        )
        for at, one in enumerate(summaries)
    ], texts


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> list[None]:
    calls: list[None] = []
    real = getattr(owner, name)

    def call(*values: Any, **named: Any) -> Any:
        calls.append(None)
        return real(*values, **named)

    monkeypatch.setattr(owner, name, call)
    return calls


def test_many_copies_are_one_event_of_one_source(dossier_of: Make) -> None:
    (event,) = dossier_of([WIRE] * FEW).events
    assert len(event.articles) == FEW
    assert event.sources == 1
    assert [(link.article, link.source) for link in event.derivations] == [
        (f"a{number}", "a1") for number in range(2, FEW + 1)
    ]
    (value,) = next(row for row in event.rows if row.field == "value").values
    assert [one.article for one in value.citations] == event.articles
    assert value.sources == 1


def test_what_is_compared_grows_no_faster_than_the_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [
        (echoes, "matches"),
        (grouping, "contradict"),
        (derivation, "copied"),
        (rows, "compare_money"),
    ]
    calls = {name: counted(monkeypatch, owner, name) for owner, name in names}
    counts = []
    for count in (FEW, MANY):
        (event,) = Dossier.of(*printed(WIRE, count)).events
        assert len(event.articles) == count
        counts.append({name: len(found) for name, found in calls.items()})
        for found in calls.values():
            found.clear()
    few, many = counts
    assert all(few.values()), few
    for name in few:
        # Each with each would be sixteen times as many.
        assert many[name] < 5 * few[name], (name, few, many)


def test_an_article_that_says_it_less_surely_is_seen_among_the_copies(dossier_of: Make) -> None:
    (event,) = dossier_of([*[WIRE] * FEW, OTHER]).events
    assert len(event.articles) == FEW + 1
    assert event.sources == 2
    (drift,) = event.drift
    assert drift.weaker.citation.article == f"a{FEW + 1}"
    assert set(event.only) == set(event.articles)
    assert [article for article, said in event.only.items() if said] == [f"a{FEW + 1}"]


@pytest.mark.parametrize("seed", range(8))
def test_a_copy_is_of_the_first_text_that_it_repeats_as_if_all_were_compared(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    words = ["anchors", "barges", "canals", "drains", "embers", "furrows", "gravel", "hollows", "islets", "jetties"]
    pool = [f"The keeper {' '.join(chance.choices(words, k=11))}." for _ in range(9)]
    texts = [" ".join(chance.sample(pool, chance.choice((1, 2, 3)))) for _ in range(10)]
    texts += chance.choices(texts, k=5)
    summary = summarize(Article.from_text(WIRE), model="offline")
    stories = {place: Story(summary, text) for place, text in enumerate(texts)}
    expected: dict[int, int] = {}
    for first, second in combinations(stories, 2):
        if copied(Prose(stories[first]), Prose(stories[second])) is not None:
            expected.setdefault(second, first)
    found = {int(link.article[1:]) - 1: int((link.source or "a0")[1:]) - 1 for link in derivations(stories)}
    assert found == expected
    assert len(set(expected.values())) > 1
