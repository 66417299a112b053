"""Where the target of a deal is and what it does: the extent of the words, and when there are none."""

from __future__ import annotations

import time

import pytest

from summarizer.article import Article
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.place_reader import place_at
from summarizer.models.offline.reading import Reading
from summarizer.models.offline.target_business import business_in, businesses_of
from summarizer.models.offline.target_context import contexts_of, mentions_of, taken_up
from summarizer.models.offline.target_location import location_in, locations_of


def facets(text: str, name: str = "Lund Forge Corp.") -> tuple[str | None, str | None]:
    """(trade, place) of the target `name` in a text about its sale."""
    article = Article.from_text(text)
    contexts = list(contexts_of(article.sentences, mentions_of(text, name), frozenset({1})))
    trade = next(businesses_of(contexts), None)
    place = next(locations_of(contexts), None)
    return (trade and text[trade[0] : trade[1]]), (place and text[place[0] : place[1]])


@pytest.mark.parametrize(
    ("text", "trade", "place"),
    [
        ("Tarn bought Lund Forge Corp., a Canadian maker of train wheels, for $4 million.", "train wheels", "Canadian"),
        ("Tarn bought Lund Forge Corp., a privately held trucking company based in Dunmore, Pa., for $4 million.",
         "trucking", "Dunmore, Pa."),
        ("Tarn bought Lund Forge Corp. of Dunmore, Ohio, for $4 million.", None, "Dunmore, Ohio"),
        ("Tarn bought the Oslo-based Lund Forge Corp. for $4 million.", None, "Oslo"),
        ("Tarn bought Spanish train wheel maker Lund Forge Corp. for $4 million.", "train wheel maker", "Spanish"),
        ("Tarn bought its Hamburg courier unit, Lund Forge Corp., for $4 million.", "courier", "Hamburg"),
        ("Tarn bought Lund Forge Corp., which leases and repairs trams.", "trams", None),
        ("Tarn bought Lund Forge Corp. Lund Forge makes valves, pumps and motors for the navy.",
         "valves, pumps and motors", None),
        ("Tarn bought Lund Forge Corp. Lund Forge is one of Norway's leading producers of smoked eel.", "smoked eel",
         None),
        ("Tarn bought Lund Forge Corp. Lund Forge operates 161 grocery stores in southern Ohio.", "grocery stores",
         "southern Ohio"),
        ("Tarn bought Lund Forge Corp. Lund Forge, based in Dunmore, makes train wheels.", "train wheels", "Dunmore"),
        ("Tarn bought Lund Forge Corp. Lund Forge has ten branches in Oregon and Washington.", None,
         "Oregon and Washington"),
        ("Tarn bought Lund Forge Corp. A maker of rails, Lund Forge had sales of $9 million.", "rails", None),
        ("Tarn bought Lund Forge Corp. It owns Lund Forge stock worth $9 million.", None, None),
        ("Tarn bought Lund Forge Corp. from Orrin Holdings Inc. of Dunmore, Ohio.", None, None),
        ("Tarn bought Lund Forge Corp., a unit of Orrin Holdings Inc.", None, None),
        ("Tarn bought Lund Forge Corp. Lund Forge expects higher sales in Ohio.", None, None),
        ("Tarn bought Lund Forge Corp. Lund Forge owns 22 pct of the shares of a bank.", None, None),
    ],
)  # fmt: skip
def test_what_an_article_says_of_the_target(text: str, trade: str | None, place: str | None) -> None:
    assert facets(text) == (trade, place)


@pytest.mark.parametrize(
    ("words", "trade", "place"),
    [
        (" its Oslo-based dairy unit to Tarn Steel for $4 million.", "dairy", "Oslo"),
        (" its subsidiaries engaged in pipeline and terminal operations for $4 million.",
         "pipeline and terminal operations", None),
        (" ten pizza restaurants in southeastern Colorado from a bank.", "pizza restaurants", "southeastern Colorado"),
        (" an 80 pct interest in a plastics company it did not name.", "plastics", None),
        (" Lund Forge from Orrin Holdings.", None, None),
    ],
)  # fmt: skip
def test_a_target_without_a_name_is_told_by_its_noun_phrase(words: str, trade: str | None, place: str | None) -> None:
    found = business_in(words, 0), location_in(words, 0)
    assert tuple(span and words[slice(*span)] for span in found) == (trade, place)


@pytest.mark.parametrize(
    ("text", "sure", "place"),
    [
        ("Dunmore, Pa., for $4", False, "Dunmore, Pa."),
        ("Dunmore, Pa.", False, "Dunmore, Pa"),
        ("Secaucus, N.J.", False, "Secaucus, N.J."),
        ("Minnesota, Wisconsin and Ohio, it said", False, "Minnesota, Wisconsin and Ohio"),
        ("the Netherlands. It", False, "Netherlands"),
        ("southern Ohio and Tarn", False, "southern Ohio"),
        ("Falcon Beach for", False, "Falcon Beach"),
        ("Dunmore for", True, "Dunmore"),
        ("Dunmore for", False, None),
        ("Dunmore Bank Inc", True, None),
        ("last Ohio", False, None),
    ],
)
def test_a_place_ends_with_its_state_and_takes_its_neighbours(text: str, sure: bool, place: str | None) -> None:
    span = place_at(text, 0, sure=sure)
    assert (span and text[slice(*span)]) == place


def test_a_first_word_that_another_name_has_too_stands_for_none() -> None:
    text = "Lund Forge Corp. and Lund Rail Inc. met. Lund rose. Lund Forge fell."
    found = [text[slice(*span)] for span in mentions_of(text, "Lund Forge Corp.", ["Lund Rail Inc."])]
    assert found == ["Lund Forge Corp.", "Lund Forge"]


def test_a_noun_takes_the_target_up_again() -> None:
    text = "Tarn sold a mill. It said the mill makes paper. The weather was fine."
    article = Article.from_text(text)
    spans = list(taken_up(article.sentences, 1))
    [context] = contexts_of(article.sentences, spans, frozenset({1}))
    assert context.after == " makes paper."
    [(start, end, _)] = businesses_of([context])
    assert text[start:end] == "paper"


def test_a_record_has_the_target_s_trade_and_place() -> None:
    text = "Tarn Steel Inc. acquired Lund Forge Corp., a Dunmore, Pa.-based maker of train wheels, for $40 million."
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert {"name": "target business", "text": "train wheels"} in deal["terms"]
    assert {"name": "target location", "text": "Dunmore, Pa."} in deal["terms"]


def test_a_supply_contract_has_no_target_s_trade() -> None:
    text = "Tarn Steel Inc. won a contract worth $40 million to supply Brindle Rail AG with tracks from its Oslo mill."
    [deal] = find_deals(Reading(Article.from_text(text)))
    assert deal["kind"] == "supply"
    assert not {term["name"] for term in deal["terms"]} & {"target business", "target location"}


@pytest.mark.parametrize(
    "words",
    ["maker of valves, " * 3000, "Lund Forge, " * 5000, "Oslo, Ohio and " * 4000, "which makes " * 5000, "(" * 60000],
)
def test_long_lines_are_read_in_time(words: str) -> None:
    text = f"Tarn Steel Inc. acquired Lund Forge Corp., {words}."
    before = time.process_time()
    mentions = mentions_of(text, "Lund Forge Corp.")
    contexts = list(contexts_of(Article.from_text(text).sentences, mentions, frozenset({1})))
    list(businesses_of(contexts))
    list(locations_of(contexts))
    business_in(text, 0)
    location_in(text, 0)
    assert time.process_time() - before < 2


@pytest.mark.parametrize("deal", ["a round that values the lender at $90 million", "a step that surprised its bank"])
def test_what_a_deal_is_called_is_no_trade_of_the_target(deal: str) -> None:
    assert facets(f"Tarn Capital put $9 million into Lund Forge Corp., {deal}.") == (None, None)
