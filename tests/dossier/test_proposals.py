"""Matches that somebody proposes, and the rules that decide on them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier.proposals import GroupView, Proposal

FIRST = "May 4, 2026\n\nTarn Mills Inc. agreed to buy Orrin Paper Ltd. for $90 million, the companies said on Monday.\n"
SECOND = FIRST.replace("Tarn Mills Inc.", "Harrow Cartons Plc")


def pair(views: Sequence[GroupView]) -> list[Proposal]:
    return [Proposal(views[0].id, views[1].id, "one  is the\nother's brand")]


def dossier_of(*texts: str) -> Dossier:
    summaries = [summarize(Article.from_text(text), model="offline") for text in texts]
    return Dossier.of(summaries, texts, proposer=pair)


def test_a_proposal_with_nothing_against_it_joins_two_groups() -> None:
    events = dossier_of(FIRST, SECOND).events
    assert [(event.articles, event.joined) for event in events] == [(["a1", "a2"], ["one is the other's brand"])]


@pytest.mark.parametrize(
    "second",
    [
        SECOND.replace("$90 million", "$140 million"),
        SECOND.replace("May 4, 2026", "December 4, 2026"),
        SECOND + "\nTarn Mills Inc. had looked at Orrin too.\n",
        SECOND.replace("Orrin Paper Ltd.", "Lund Glass AB"),
        "May 4, 2026\n\nOrrin Paper Ltd. agreed to buy Harrow Cartons Plc for $90 million, it said on Monday.\n",
    ],
    ids=["another value", "another time", "named as two", "nothing in common", "sides exchanged"],
)
def test_the_rules_refuse_what_something_speaks_against(second: str) -> None:
    assert dossier_of(FIRST, second).events == []


def test_proposals_of_unknown_groups_are_passed_over() -> None:
    summaries = [summarize(Article.from_text(text), model="offline") for text in (FIRST, SECOND)]
    made = Dossier.of(
        summaries, [FIRST, SECOND], proposer=lambda _: [Proposal("g1", "g9", ""), Proposal("g1", "g1", "")]
    )
    assert made.events == []
