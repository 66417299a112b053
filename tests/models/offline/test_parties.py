"""Parties by the offline rules: who is one, what kind, under which names, with which ticker and description."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.models.offline import read_news
from summarizer.models.offline.parties import find_parties
from summarizer.models.offline.reading import Reading


def parties(text: str) -> dict[str, dict[str, Any]]:
    return {party["name"]: party for party in read_news(Article.from_text(text))["parties"]}


@pytest.mark.parametrize(
    ("text", "name", "ticker"),
    [
        ("Shares of Orvane Tools Inc. (NYSE: ORV) rose.", "Orvane Tools Inc.", "ORV"),
        ("Shares of Orvane Tools Inc. (ORV.N) rose.", "Orvane Tools Inc.", "ORV.N"),
        ("Orvane Tools Inc <ORV.N> said it sold a mill.", "Orvane Tools Inc", "ORV.N"),
        ("Orvane Tools Inc <ORV> said it sold a mill.", "Orvane Tools Inc", "ORV"),
        ("Shares of Orvane Tools ($TOLX) rose.", "Orvane Tools", "TOLX"),
        ("Shares of Orvane Tools Corp. TOLX have risen by half.", "Orvane Tools Corp.", "TOLX"),
    ],
)
def test_a_ticker_is_its_companys_however_it_is_written(text: str, name: str, ticker: str) -> None:
    assert parties(text)[name]["ticker"] == ticker


def test_an_acronym_in_brackets_is_no_ticker() -> None:
    found = parties("The Federal Bullion Commission (FBC) sued Orvane Inc. The FBC won.")
    assert found["Federal Bullion Commission"]["ticker"] is None
    assert found["Federal Bullion Commission"]["aliases"] == ["FBC"]


def test_a_ticker_that_stands_alone_elsewhere_is_no_second_party() -> None:
    found = parties("Lune (LNAX) sells pumps. Analysts like Lune. They say LNAX is cheap, and LNAX could rise.")
    assert list(found) == ["Lune"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Quill, the social network formerly known as Birdsong, fell.", "Birdsong"),
        ("Quill, doing business as Birdsong, fell.", "Birdsong"),
        ("Quill, widely known as Birdsong, fell.", "Birdsong"),
        ("Quill (formerly Birdsong) fell.", "Birdsong"),
    ],
)
def test_another_name_that_the_text_states_is_an_alias(sentence: str, name: str) -> None:
    found = parties(f"{sentence} Users of Quill complained. The board of Quill met.")
    assert name in found["Quill"]["aliases"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Lorne Growers Association sued Orvane Inc.", "Lorne Growers Association", "group"),
        ("It told the Securities and Exchange Commission so.", "Securities and Exchange Commission", "government"),
        ("It filed papers with the SEC. The SEC read them.", "SEC", "government"),
        ("The hedge fund Tarn Point holds 5% of Orvane Inc.", "Tarn Point", "fund"),
        ("The research firm Petrel Marr counted the mills.", "Petrel Marr", "research_firm"),
        ("It was first in the Corvane Gazette on Friday.", "Corvane Gazette", "media"),
        ("The retailer Orvane is old. The board of Orvane met.", "Orvane", "company"),
        ("Union Carriers Corp. met its lenders.", "Union Carriers Corp.", "company"),
        ("It met Bank of Corvania in May.", "Bank of Corvania", "company"),
        ("Analyst Henrik Sool liked it.", "Henrik Sool", "person"),
        ("It is dear, said Hedda Sool, who follows mills.", "Hedda Sool", "person"),
        ("The round was led by Tarn Ventures.", "Tarn Ventures", "fund"),
        ("Rates were left alone by the Bank of England.", "Bank of England", "government"),
        ("It was bought by Lund Corp, Astra Lune and others.", "Astra Lune", "company"),
    ],
)
def test_the_kind_follows_from_the_name_or_the_words_beside_it(text: str, name: str, kind: str) -> None:
    assert parties(text)[name]["kind"] == kind


def test_a_firm_with_a_persons_name_is_shown_by_who_works_there() -> None:
    found = parties("Morgan Brandt analyst Ines Varga cut her rating. Morgan Brandt sees risks.")
    assert (found["Morgan Brandt"]["kind"], found["Ines Varga"]["kind"]) == ("research_firm", "person")


@pytest.mark.parametrize(
    "text",
    [
        "The new Lune 8 is thin. Orvane Inc. sells the Lune 8 and every Lune 7 it made.",
        "Prices rose in Tarnshire. Farms in Tarnshire are old. Orvane Inc. has a mill there.",
        "Orvane Inc. must pay under the Clean Harbor Act. The Clean Harbor Act is old.",
        "Shares of Orvane Inc. fell as the Lorne Industrial Average rose. The Lorne Industrial Average is up.",
        "Orvane Inc. sold its SUVs. Buyers like SUVs.",
        "Orvane Inc. rose on the Corvane Stock Exchange. It is rated BB by one firm and BB by another.",
        "Orvane Inc. is strong on Main Street and on Wall Street. So says Wall Street.",
    ],
)
def test_products_places_laws_indexes_and_plain_acronyms_are_no_parties(text: str) -> None:
    assert list(parties(text)) == ["Orvane Inc."]


def test_a_headline_gives_no_party_of_its_own() -> None:
    text = "Why Shares of Orvane Inc. Jumped: What Buyers Need\n\nOrvane Inc. said sales of pumps rose."
    assert list(parties(text)) == ["Orvane Inc."]


def test_a_headline_in_capitals_gives_the_names_of_the_text() -> None:
    text = "ORVANE TO BUY LUND FORGE\n\nOrvane Corp agreed to buy Lund Forge Inc, it said."
    found = parties(text)
    assert set(found) == {"Orvane Corp", "Lund Forge Inc"}


def test_a_unit_that_comes_later_is_no_fuller_name() -> None:
    text = (
        "Lune Media Co. reported a profit. Lune is old. Lune said visits to Lune World fell. People like Lune. "
        "Analysts follow Lune."
    )
    assert parties(text)["Lune Media Co."]["aliases"] == ["Lune"]


def test_two_companies_with_one_first_word_stay_two() -> None:
    found = parties("Lune Inc, parent of Lune Airlines Inc, said it agreed. Lune Airlines Inc was glad.")
    assert {"Lune Inc", "Lune Airlines Inc"} <= set(found)


def test_a_family_name_stands_for_the_company_that_bears_it() -> None:
    found = parties("Ada Lorne Co. fell. Investors left Lorne. The board of Lorne met.")
    assert found["Ada Lorne Co."]["aliases"] == ["Lorne"]


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Orvane Inc., a maker of pumps, said so.", "Orvane Inc.", "maker of pumps"),
        ("It sold the mill to engine maker Orvane Inc. in May.", "Orvane Inc.", "engine maker"),
        (
            "Lund Corp, a unit of Orvane Inc for about 70 mln dlrs, was sold.",
            "Lund Corp",
            "unit of Orvane Inc",
        ),
        ("Petrel Bank analyst Ines Varga was glad.", "Ines Varga", "Petrel Bank analyst"),
        ("Orvane's finance chief, Ines Varga, was glad.", "Ines Varga", "Orvane's finance chief"),
        ("Customers include grocery chain Orvane Inc. and others.", "Orvane Inc.", "grocery chain"),
        ("It met Ines Varga, chief executive of Orvane Inc.", "Ines Varga", "chief executive of Orvane Inc"),
    ],
)
def test_the_description_is_what_the_text_says_beside_the_name(text: str, name: str, description: str) -> None:
    assert parties(text)[name]["description"] == description


@pytest.mark.parametrize(
    "text",
    [
        "Earlier on Thursday, Orvane Inc. said so.",
        "It bought Orvane Inc, a poultry, beef and pork packer, in May.",
        "It told Orvane Inc., the board said on Friday.",
    ],
)
def test_what_only_stands_beside_the_name_is_no_description(text: str) -> None:
    assert parties(text)["Orvane Inc." if "Inc." in text else "Orvane Inc"]["description"] is None


def test_a_job_before_another_name_is_not_given_to_the_first() -> None:
    found = parties("It names Ines Varga, as investor Tarn Point Fund asked. Ines Varga said she was glad.")
    assert found["Ines Varga"]["description"] is None


def test_a_courtesy_title_is_no_part_of_a_persons_name() -> None:
    found = parties("Dr Wiebke Sool, the chair of Orvane Inc., said it was late. Dr Sool met nobody.")
    assert "Dr Wiebke Sool" in found["Wiebke Sool"]["aliases"]


def test_a_firm_named_like_two_first_names_is_no_person_without_a_sign_of_one() -> None:
    found = parties("Orvane Inc. hired Stanley Morgan to sell its mill. Stanley Morgan has sold mills before.")
    assert found["Stanley Morgan"]["kind"] != "person"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Morning Courier reported that Lune Inc rose.", "Morning Courier", "media"),
        ("Corvan Central Bank said prices rose.", "Corvan Central Bank", "government"),
        ("The City of Tarn sued Lune Inc for $3 million.", "City of Tarn", "government"),
        ("Marl, Pyke & Co. advised Lune Inc.", "Marl, Pyke & Co.", "company"),
    ],
)
def test_towns_central_banks_papers_and_partners_are_told_by_their_words(text: str, name: str, kind: str) -> None:
    answer = read_news(Article.from_text(text))
    assert {party["name"]: party["kind"] for party in answer["parties"]}.get(name) == kind


def test_a_former_name_is_not_given_to_the_company_that_ends_the_sentence_before() -> None:
    text = "Marl advised Orvane Inc. Lune Inc, the maker of lamps formerly called Tarn Corp, said sales rose 3%."
    answer = read_news(Article.from_text(text))
    assert {party["name"]: party["aliases"] for party in answer["parties"]}["Lune Inc"] == ["Tarn Corp"]


@pytest.mark.parametrize("customer", ["Q", "group of investors"])
def test_who_takes_part_in_a_deal_is_a_party_whatever_the_name(customer: str) -> None:
    reading = Reading(Article.from_text(f"Orvane Inc. agreed to sell its forge unit to the network {customer}."))
    deal = {"parties": [{"name": "Orvane Inc.", "role": "seller"}, {"name": customer, "role": "acquirer"}]}
    assert customer in [party["name"] for party in find_parties(reading, [deal], [])]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Orla Park, an economist at Petrel Bank, warned of it. Park said growth was slow.", "Orla Park", "person"),
        ("Orvane hired Mr. Ebbe Power as its head. Power said sales rose.", "Ebbe Power", "person"),
        ("Tarn Power, a supplier of current, said sales rose. Tarn Power has 300 workers.", "Tarn Power", "company"),
    ],
)
def test_a_job_or_title_shows_a_person_whose_family_name_is_a_companys_word(text: str, name: str, kind: str) -> None:
    answer = read_news(Article.from_text(text))
    assert {party["name"]: party["kind"] for party in answer["parties"]}.get(name) == kind
    assert not {"Park", "Power"} & {party["name"] for party in answer["parties"]}


@pytest.mark.parametrize(
    "ticker",
    ["(NYSE: ORV)", "(ORV)", "($ORV)", "[ORV:US]", "(ORV US)", "(NYSE/ORV)", "(ORV-NYSE)", "(ticker: ORV)", "<ORV>"],
)
def test_a_ticker_is_read_in_whatever_brackets(ticker: str) -> None:
    assert parties(f"Orvane {ticker} said it sold a mill.")["Orvane"]["ticker"] == "ORV"


def test_a_ticker_stands_before_a_change_too() -> None:
    assert parties("Orvane's ORV, +0.35% profit rose. Orvane said so.")["Orvane"]["ticker"] == "ORV"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("brindo AG said it sold a mill. Shares of brindo rose.", "brindo AG"),
        ("brindo, a Tarne startup, has sold a mill.\n\nbrindo's pumps are loved.", "brindo"),
        ("First Tarne Bank is lending Lund Corp. $60 million.", "First Tarne Bank"),
        ("It asked the law firm Peel, Lowe & Quist about Lund Corp.", "Peel, Lowe & Quist"),
        ("Lowe & de Wit Capital bought a mill.", "Lowe & de Wit Capital"),
        ("It sold the mill to Lund A/S on Monday.", "Lund A/S"),
        ("SHARES OF BOLT AND SONS LTD ROSE BY 5 PCT ON THE EXCHANGE", "BOLT AND SONS LTD"),
    ],
)
def test_a_name_is_taken_whole(text: str, name: str) -> None:
    assert name in parties(text)


def test_a_word_in_small_letters_behind_an_article_is_no_brand() -> None:
    found = parties("kettle, a pot, is sold by Orvane Inc. in May.\n\nkettle's lids are loved. The kettle is old.")
    assert "kettle" not in found


def test_a_brand_in_small_letters_has_its_short_form() -> None:
    found = parties("brindo Inc. sold a mill. Later brindo said it was glad.")
    assert found["brindo Inc."]["aliases"] == ["brindo"]


def test_the_trade_that_opens_a_sentence_is_no_name() -> None:
    found = parties("Software maker Orvane Inc. sold a mill.")
    assert set(found) == {"Orvane Inc."}
    assert found["Orvane Inc."]["description"] == "Software maker"


def test_a_department_is_no_party() -> None:
    found = parties('"We sold it," said Ada Lund, head of Business Development at Orvane Inc.')
    assert "Business Development" not in found


def test_the_same_name_in_capitals_is_no_alias() -> None:
    found = parties("ORVANE <ORV> TO SELL MILL TO LUND\n\nOrvane Inc said it agreed to sell a mill to Lund Corp.")
    assert found["Orvane Inc"]["aliases"] == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Tarn Securities cut its price target for Orvane Inc. to $9.", "Tarn Securities", "research_firm"),
        ("Ada Lund, who follows steel at Tarn Insight, was glad.", "Tarn Insight", "research_firm"),
        ("The union Tarne Weavers said the pledge was void.", "Tarne Weavers", "group"),
        ("It borrowed from Sparbanken Tarne in May.", "Sparbanken Tarne", "company"),
        ("A note was seen by HarbourWire on Monday.", "HarbourWire", "media"),
        ("Ada Lund, a securities lawyer at Mott Tarne, was glad.", "Mott Tarne", "company"),
    ],
)
def test_the_kind_follows_from_what_is_said_around_the_name(text: str, name: str, kind: str) -> None:
    assert parties(text)[name]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Orvane Inc. is a maker of pumps. It sold a mill.", "Orvane Inc.", "maker of pumps"),
        ("Orvane Inc., which makes pumps at Tarne, sold a mill.", "Orvane Inc.", "makes pumps at Tarne"),
        ("It bought the Asturian shipyard Orvane Inc. in May.", "Orvane Inc.", "Asturian shipyard"),
        (
            '"It rusts," said Ines Varga, Ph.D., President of Orvane Inc.',
            "Ines Varga",
            "President of Orvane Inc",
        ),
        (
            "It rusts, said Ines Varga, a securities lawyer at Tarn Lowe who has no part in it.",
            "Ines Varga",
            "securities lawyer at Tarn Lowe",
        ),
        ("Ines Varga, who follows steel at Tarn Bank, said it rusts.", "Ines Varga", "who follows steel at Tarn Bank"),
    ],
)
def test_a_description_stands_behind_the_name_in_several_forms(text: str, name: str, description: str) -> None:
    assert parties(text)[name]["description"] == description


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Norvik Group will buy Daisy Orchards for $12 million.", "Daisy Orchards", "company"),
        ("Norvik Group will buy Rose Aldersea for $12 million.", "Rose Aldersea", "company"),
        ("Rose Aldersea said on Monday it will buy a mill.", "Rose Aldersea", "company"),
        ("Rose Aldersea, based in Perth, will sell its mill to Norvik Group.", "Rose Aldersea", "company"),
        ("Rose Aldersea will sell her mill to Norvik Group.", "Rose Aldersea", "person"),
        ("Norvik Group will buy Rose Aldersea's mill.", "Rose Aldersea", "person"),
        ("Norvik Group bought Rose Aldersea, who will retire.", "Rose Aldersea", "person"),
    ],
)
def test_what_is_bought_or_trades_as_it_is_no_person_though_its_name_begins_as_one(
    text: str, name: str, kind: str
) -> None:
    assert parties(text)[name]["kind"] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Steelmaker Orvane said it will buy Lumenray.", "Orvane"),
        ("Insurer Velk Nord said it will buy Lumenray.", "Velk Nord"),
        ("Ex-Orvane chief Ilka Dorn will run a mill. Velk said Orvane was told.", "Orvane"),
        ("Utility Holdings said it will buy Lumenray.", "Utility Holdings"),
    ],
)
def test_a_trade_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    found = parties(text)
    assert name in found
    assert not [other for other in found if other != name and name in other]


def test_the_adjective_of_a_state_names_no_party() -> None:
    assert set(parties("Norvik Group sold its Ugandan unit to Velk Metals.")) == {"Norvik Group", "Velk Metals"}


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Norvik Group wants to acquire Danish rival Velk AB.", "Velk AB", "Danish rival"),
        ("Prices rose. Last month rival Velk AB bought a mill.", "Velk AB", "rival"),
    ],
)
def test_a_description_holds_no_verb_and_no_time(text: str, name: str, description: str) -> None:
    assert parties(text)[name]["description"] == description


def test_who_speaks_for_two_is_no_party_and_both_of_them_are() -> None:
    assert set(parties("Spokespeople for Orvane and Velk declined to comment.")) == {"Orvane", "Velk"}


def test_a_name_in_a_headline_in_capitals_is_no_second_party() -> None:
    text = (
        "TARN TELECOM TO BUY LUND CABLE\n\nTarn Telecom agreed to buy Lund Cable for $40 million. Tarn Telecom is old."
    )
    article = Article.from_text(text)
    names = [party["name"] for party in read_news(article)["parties"]]
    assert names == ["Tarn Telecom", "Lund Cable"]


def test_somebody_with_a_house_and_no_known_first_name_is_a_person() -> None:
    text = "Views\n\nKeld Plc makes pumps in Tarnhaven. “We paid,” said Keld's Yrsa Wolf."
    assert {name: party["kind"] for name, party in parties(text).items()} == {
        "Keld Plc": "company",
        "Yrsa Wolf": "person",
    }
