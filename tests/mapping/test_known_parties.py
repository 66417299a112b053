"""What the article says of a party that a model has named."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.mapping.known_parties import KnownParties

TEXT = """\
Careless Brandt Slammed Over Ferry Deal
Senators Moira Brandt and Ole Stent called for a vote on Monday.
Brandt Was Late, a rival paper wrote.
Sheikh Omar bin Radwan owns the yard. bin Radwan did not comment.
Orrin Paper Ltd. sold the mill. Orrin said the price was fair. The company, known as the Long Slip, has 40 staff.
"""


@pytest.mark.parametrize(
    ("name", "no_alias"),
    [
        ("Moira Brandt", "Careless Brandt Slammed Over"),
        ("Moira Brandt", "Careless Brandt"),
        ("Moira Brandt", "Senators Moira Brandt"),
        ("Moira Brandt", "Brandt Was Late"),
        ("Omar bin Radwan", "Radwan"),
    ],
)
def test_what_runs_on_or_is_cut_is_no_other_name(name: str, no_alias: str) -> None:
    assert no_alias not in KnownParties(Article.from_text(TEXT), [name]).aliases(name, None)


def test_short_forms_stay() -> None:
    text = "Orrin Paper Ltd. sold the mill to Ole Stent. Orrin said the price was fair, and Stent that it was low."
    known = KnownParties(Article.from_text(text), ["Orrin Paper Ltd.", "Ole Stent"], ["Ole Stent"])
    assert known.aliases("Orrin Paper Ltd.", None) == ["Orrin"]
    assert known.aliases("Ole Stent", None) == ["Stent"]


def test_a_short_form_long_before_the_name_may_be_anothers() -> None:
    text = (
        "Vellmar took its trucks off the road. It gave no reason. A court had asked Vellmar and its Tarn unit to. "
        "Drivers cheered. So did the union. Nobody was hurt. The suit came from Tarn Robotics, a maker of carts. "
        "Vellmar Haulage Ltd. fell 2%."
    )
    known = KnownParties(Article.from_text(text), ["Tarn Robotics", "Vellmar Haulage Ltd."])
    assert known.aliases("Tarn Robotics", None) == []
    assert known.aliases("Vellmar Haulage Ltd.", None) == ["Vellmar"]


def test_a_surname_of_two_is_no_other_name_of_either() -> None:
    text = (
        "Felix Tarrow left Orrin on Monday. Gudrun Tarrow, who heads the mill, stays. Tarrow said she was glad. "
        "Tarrow Mills Ltd. has 40 staff. Mayor Ida de Vries and Omar Lund met. De Vries said so, and Lund agreed. "
        "Founder Omar Lund will stay."
    )
    known = KnownParties(Article.from_text(text), ["Gudrun Tarrow", "Tarrow Mills Ltd.", "Ida de Vries", "Omar Lund"])
    assert "Tarrow" not in known.aliases("Gudrun Tarrow", None)
    assert "Tarrow" not in known.aliases("Tarrow Mills Ltd.", None)
    assert "Vries" not in known.aliases("Ida de Vries", None)
    assert known.aliases("Omar Lund", None) == ["Lund"]


def test_a_flight_a_cut_name_and_a_shared_beginning_are_no_aliases() -> None:
    text = (
        "St. Tarn Medical Center will merge. Vellmar Express Flight 311 was late. Vellmar Air is a unit of Vellmar "
        "Holdings Inc. Vellmar said so. Vellmar Express apologised."
    )
    known = KnownParties(
        Article.from_text(text), ["St. Tarn Medical Center", "Vellmar Express", "Vellmar Holdings Inc."]
    )
    assert known.aliases("St. Tarn Medical Center", None) == []
    assert "Vellmar Express Flight" not in known.aliases("Vellmar Express", None)
    assert "Vellmar" not in known.aliases("Vellmar Holdings Inc.", None)


def test_a_paper_and_an_authority_are_not_called_by_their_first_words() -> None:
    text = "The Tarn Port Gazette reported it. Tarn is small. The Lund Grain Board, or LGB, said so. Lund is smaller."
    known = KnownParties(Article.from_text(text), ["Tarn Port Gazette", "Lund Grain Board"])
    assert known.aliases("Tarn Port Gazette", None, "media") == []
    assert known.aliases("Lund Grain Board", None, "government") == ["LGB"]


def test_a_long_symbol_behind_its_exchange_is_a_ticker_and_no_alias() -> None:
    text = "Vellmar Textiles Ltd. (NSE: VELLMARTEX) will shut. Vellmar said so."
    known = KnownParties(Article.from_text(text), ["Vellmar Textiles Ltd."])
    assert known.ticker("Vellmar Textiles Ltd.", "company") == "VELLMARTEX"
    assert "VELLMARTEX" not in known.aliases("Vellmar Textiles Ltd.", "VELLMARTEX")


def test_a_title_does_not_make_a_name_of_its_own() -> None:
    text = "Lord Crossvale will join the board. Lord Crossvale is 70."
    known = KnownParties(Article.from_text(text), ["Lord Crossvale"], ["Lord Crossvale"])
    assert known.aliases("Lord Crossvale", None) == []


PEOPLE = """\
The mill of Vellmar Textiles, near Tarn, will shut. Vellmar said so on Monday, and Gudrun Vellmar wept.
Lund Haulage Ltd. will buy the trucks. Lund paid cash. The Ferry Safety Board, or FSB, will look on.
Tarn Dyes Ltd. keeps its vats. Grupo Orrin may take them; Orrin has the money. Stent Rail sold, too.
A partner at Pellam Capital agreed. He has been at Pellam for years. Ole de Brandt, its head, did not. De Brandt left.
"""


@pytest.mark.parametrize(
    ("name", "aliases"),
    [
        ("Vellmar Textiles", []),  # a surname of the article
        ("Lund Haulage Ltd.", ["Lund Haulage", "Lund"]),
        ("Ferry Safety Board", ["FSB"]),
        ("Tarn Dyes Ltd.", ["Tarn Dyes"]),  # Tarn is a place
        ("Grupo Orrin", ["Orrin"]),
        ("Stent Rail", []),  # never in short
        ("Pellam Capital", []),  # "at Pellam" may be a place
        ("Ole de Brandt", ["De Brandt"]),
    ],
)
def test_an_alias_is_certain_or_absent(name: str, aliases: list[str]) -> None:
    names = [
        "Vellmar Textiles",
        "Lund Haulage Ltd.",
        "Ferry Safety Board",
        "Tarn Dyes Ltd.",
        "Grupo Orrin",
        "Stent Rail",
    ]
    people = ["Gudrun Vellmar", "Ole de Brandt"]
    known = KnownParties(Article.from_text(PEOPLE), [*names, "Pellam Capital", *people], people)
    assert set(known.aliases(name, None)) <= set(aliases)
    assert [alias for alias in aliases if alias.count(" ") == 0] == [
        alias for alias in known.aliases(name, None) if alias.count(" ") == 0
    ]


def test_words_that_describe_somebody_are_looked_for_near_the_name() -> None:
    filler = "The mill is old. Its roof leaks. Nobody minds. Rain fell in May. The river rose. "
    far = Article.from_text(f"Ole Stent spoke on Monday. {filler}Any firm can pick the wrong chairman.")
    known = KnownParties(far, ["Ole Stent"], ["Ole Stent"])
    assert known.evidence("Ole Stent", "chairman") == [1]
    assert known.described("Ole Stent", "chairman") is None
    assert known.described("Ole Stent", "skipper") == "skipper"
    near = Article.from_text(f"Any chairman may err. {filler}Ole Stent spoke on Monday. The chairman was calm.")
    assert KnownParties(near, ["Ole Stent"], ["Ole Stent"]).evidence("Ole Stent", "chairman") == [7, 8]


def test_a_first_name_behind_a_title_and_a_site_are_no_other_names() -> None:
    text = (
        "Dame Greta Ostrel will lead it. Holders lunched with Dame Greta. Jens Stent came; Jens was late. "
        "The Pellam lithium project is old. Its owner, Pellam Litio S.A., is new. Rivals held 40% of Pellam. "
        "Lund Haulage Ltd. has trucks. Lund is small, and the Lund chief knows it."
    )
    people = ["Dame Greta Ostrel", "Jens Stent"]
    known = KnownParties(Article.from_text(text), [*people, "Pellam Litio S.A.", "Lund Haulage Ltd."], people)
    assert known.aliases("Dame Greta Ostrel", None) == []
    assert known.aliases("Pellam Litio S.A.", None, "company") == []
    assert "Lund" in known.aliases("Lund Haulage Ltd.", None, "company")
    assert known.aliases("Jens Stent", None) == ["Jens"]


def test_a_former_job_is_no_former_name() -> None:
    text = "Pellam has named Lucia Stent-Brandt, formerly Chief Operating Officer of Orrin Controls, as its head."
    known = KnownParties(Article.from_text(text), ["Lucia Stent-Brandt"], ["Lucia Stent-Brandt"])
    assert known.aliases("Lucia Stent-Brandt", None) == []
