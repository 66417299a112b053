"""Right records that a check took for wrong on too little evidence, by class, each beside a wrong one that is."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verdicts import Verdict
from summarizer.verifier import Code
from summarizer.verifier.job_letters import same_job
from tests.verifier.makers import claim, quote

FIRST = "Nothing else happened on Monday.\n"


# Jobs, descriptions and houses

CFO = (
    "Marlow Tiles lost money in spring.\nI asked Marlow's chief financial officer why.\n"
    "Marlow CFO Greta Ibsen said that clay had grown dear.\n"
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("CFO", "chief financial officer", True),
        ("Ulm's chief operating officer", "COO", True),
        ("CEO", "chief financial officer", False),
        ("vice president of sales", "VP", True),
        ("chief", "chief engineer", False),
    ],
)
def test_letters_of_a_job(one: str, other: str, same: bool) -> None:
    assert same_job(one, other) is same


def test_a_job_may_be_told_by_its_letters(check: Any, faults: Any) -> None:
    said = {"mode": "indirect", "speaker_kind": "executive", "affiliation": "Marlow Tiles"}
    right = quote("clay had grown dear", "Greta Ibsen", 2, 3, role="chief financial officer", **said)
    assert faults(check("quotes", right, article=CFO)) == []
    text = CFO.replace("Marlow's chief financial officer", "Marlow's head of clay")
    wrong = quote("clay had grown dear", "Greta Ibsen", 2, 3, role="head of clay", **said)
    assert Code.JOB_ALTERED in faults(check("quotes", wrong, article=text))


def party(name: str, kind: str, *evidence: int, **fields: Any) -> dict[str, Any]:
    return {"name": name, "aliases": [], "kind": kind, "ticker": None, "description": None, "evidence": list(evidence),
            **fields}  # fmt: skip


PLACED = "Corvex Motors will hire in Aalborg.\nIn Aalborg, the van maker has two halls.\n"
GIANT = (
    "Corvex Motors may be fined.\n"
    "The rule may help the transport giant, Petra Lindahl, an analyst at Quill & Moor, says in a note.\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (PLACED, party("Corvex Motors", "company", 1, 2, description="van maker")),
        (GIANT, party("Corvex Motors", "company", 1, 2, description="transport giant")),
        (CFO, party("Greta Ibsen", "person", 2, 3, description="chief financial officer")),
    ],
)
def test_a_name_beside_describing_words_need_not_be_what_they_describe(
    check: Any, faults: Any, text: str, record: dict[str, Any]
) -> None:
    assert faults(check("parties", record, article=text)) == []


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (
            "Corvex Motors sued Halm.\nCorvex hired Halm, a boat builder, in May.\n" + FIRST,
            party("Corvex Motors", "company", 1, 2, description="boat builder"),
        ),
        (
            "Corvex Motors may be fined.\nThe analyst, Petra Lindahl, says so.\n",
            party("Corvex Motors", "company", 1, 2, description="analyst"),
        ),
    ],
)
def test_words_that_describe_another_are_still_marked(
    check: Any, faults: Any, text: str, record: dict[str, Any]
) -> None:
    assert Code.DESCRIPTION_ALTERED in faults(check("parties", record, article=text))


def test_who_has_a_ticker_behind_the_name_is_no_person(check: Any, faults: Any) -> None:
    text = (
        "Halden Mexican Grill (HMG) announced that it has hired Scott Brandt as chief restaurant officer, a post "
        "in which he will work with the firm's team.\nBrandt was at Arlo.\nHalden has 9 shops.\n"
    )
    right = party("Halden Mexican Grill", "company", 1, aliases=["HMG"])
    assert faults(check("parties", right, article=text)) == []
    named = "Ole Brandt, the chief kite officer, was hired on Monday.\n"
    assert Code.KIND_ALTERED in faults(check("parties", party("Ole Brandt", "company", 1), article=named))


THING = (
    "Tarvo Motors makes vans, and Tarvo shows one today.\nThe Corvo is a van that Tarvo sells.\n"
    "“We drove it over ice,” said Nils Ekdal, the Corvo's chief engineer.\nTarvo rose 2%.\n"
    "Tarvo sold the Corvo to ten shops.\nQuill Partners, a bank, is in Lund.\n"
)
SENATOR = (
    "Tarvo Motors opened a hall, and Tarvo will hire.\nAt the hall stood U.S. Sen. Amos Pell and its owner.\n"
    "“My work in the Senate is jobs,” Pell said.\nTarvo is glad.\nTarvo grew.\nTarvo hired.\n"
)
TITLE = (
    "European Union officials are off to the sea.\nThey wait for EU Transport Commissioner Mirela Danko.\n"
    "The lines hope, and the lines wait.\nDanko wrote that she would look at the tolls.\n"
)
LEFT = (
    "Orlo Coffee bought the shops of baker Pascal Meunier.\nMeunier hoped that Orlo Coffee would do more.\n"
    "“A great firm,” is how Meunier has it, but Orlo Coffee was slow.\nSo he left and opened five shops, "
    "naming them La Miche.\nOrlo Coffee sells rolls.\nOrlo Coffee sells tea.\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (THING, quote("We drove it over ice", "Nils Ekdal", 1, 3, affiliation="Tarvo Motors", mode="direct")),
        (SENATOR, quote("My work in the Senate is jobs", "Amos Pell", 2, 3, affiliation="Senate", role="U.S. Sen.",
                        mode="direct", speaker_kind="government")),
        (TITLE, quote("she would look at the tolls", "Mirela Danko", 1, 2, 4, affiliation="European Union")),
        (LEFT, quote("A great firm", "Pascal Meunier", 3, 4, affiliation="La Miche", mode="direct")),
    ],
)  # fmt: skip
def test_what_stands_beside_a_speaker_need_not_be_his_house(
    check: Any, faults: Any, text: str, record: dict[str, Any]
) -> None:
    assert Code.AFFILIATION_ALTERED not in faults(check("quotes", record, article=text))


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (THING, quote("We drove it over ice", "Nils Ekdal", 3, affiliation="Quill Partners", mode="direct")),
        (SENATOR, quote("My work in the Senate is jobs", "Amos Pell", 3, affiliation="Tarvo Motors", mode="direct")),
        (
            TITLE.replace("EU Transport", "Danish Transport") + "Acme Oil drills.\n",
            quote("she would look at the tolls", "Mirela Danko", 2, 4, affiliation="Acme Oil"),
        ),
        (LEFT.replace("So he left", "Orlo left"),
         quote("A great firm", "Pascal Meunier", 3, 4, affiliation="La Miche", mode="direct")),
    ],
)  # fmt: skip
def test_a_house_of_others_is_not_proven(check: Any, text: str, record: dict[str, Any]) -> None:
    assert check("quotes", record, article=text).verdict is not Verdict.VERIFIED


def test_a_house_of_others_is_marked(check: Any, faults: Any) -> None:
    wrong = quote("We drove it over ice", "Nils Ekdal", 3, affiliation="Quill Partners", mode="direct")
    assert Code.AFFILIATION_ALTERED in faults(check("quotes", wrong, article=THING))


# Who says it

NURSE = (
    "Sund-Cedar is a clinic, and Sund-Cedar has pads.\n" + FIRST
    + "Tilda Brandvold, a registered nurse at Sund told Netnytt the plan made it easier for nurses.\nSund is large.\n"
)  # fmt: skip
LAWYERS = "The company's lawyers sought to convince the jury that Marlow properly disclosed the risk of fire.\n"
IT_IS = (
    "The lawyer, Steven Vesely, said a court had gone too far.\nOrlo Oil was glad.\nThe award was large.\n" + FIRST
    + "It's the latest turn in a case that began in 1993, when Vesely and others sued Texo Inc. in Oslo, claiming "
    "the oil firm spoiled two lakes.\n"
)  # fmt: skip
CLAIMS = (
    "The European Union may fine Norvane.\n" + FIRST * 3
    + "EU's claims that Norvane Shopping harms trade “are wrong as a matter of law,” general counsel Kit Walder "
    "wrote.\nNorvane is big.\nNorvane is old.\n"
)  # fmt: skip
SPELT = "Chief Doug Halloran backs it.\n“We go on,” Hallorran said on the call.\nDoug Halloran is 50.\n"
SORT = (
    "Norvane shares rose, then fell when a well-known analyst found that the price had run ahead of itself.\n"
    "Norvane builds boats.\n" + FIRST * 4
    + "Norvane's shares fell when analyst firm Quill Moor pointed out that the stock might be dear.\n"
)  # fmt: skip
IT_WITHIN = (
    "The soap giant is being targeted by a billionaire.\nShares of Norvik & Vale Co. rose.\n"
    "Tern Fund has for years picked quarrels with the managers of soap giants.\n"
    "N & V said no. N & V is large.\nN & V fell.\nN & V's board met.\n"
    "N & V's “poor results over the past decade,” it explained, include lost market share and “excessive cost.”\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (NURSE, quote("the plan made it easier for nurses", "Tilda Brandvold", 3)),
        (LAWYERS, quote("Marlow properly disclosed the risk of fire", "The company's lawyers", 1)),
        (IT_IS, quote("the oil firm spoiled two lakes", "Steven Vesely", 1, 5)),
        (CLAIMS, quote("Norvane Shopping harms trade", "European Union", 1, 5, speaker_kind="government")),
        (SPELT, quote("We go on", "Doug Halloran", 1, 2, mode="direct")),
        (SORT, quote("the price had run ahead of itself", "Quill Moor", 1, 7, speaker_kind="analyst")),
        (
            IT_WITHIN,
            quote(
                "N & V's “poor results over the past decade,” … include lost market share and “excessive cost.”",
                "Tern Fund",
                3,
                8,
                mode="mixed",
                speaker_kind="company",
            ),
        ),
    ],
)
def test_words_that_leave_the_speaker_open(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.SPEAKER_ALTERED not in faults(check("quotes", record, article=text))


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (NURSE + FIRST * 5 + "Sven Aune said no.\n", quote("the plan made it easier for nurses", "Sven Aune", 3)),
        (CLAIMS + FIRST * 5 + "Halm Line sails.\n", quote("Norvane Shopping harms trade", "Halm Line", 5)),
        (SPELT + FIRST * 5 + "Ruth Calder, 40, left.\n", quote("We go on", "Ruth Calder", 2, mode="direct")),
        (SORT + FIRST * 5 + "Ruth Calder, 40, left.\n", quote("the price had run ahead of itself", "Ruth Calder", 1)),
    ],
)
def test_another_speaker_is_still_marked(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.SPEAKER_ALTERED in faults(check("quotes", record, article=text))


def test_a_group_of_a_house_has_no_name(check: Any, faults: Any) -> None:
    text = "Norvane execs said that tolls would rise.\nNorvane Lines sails.\nNorvane Lines is old.\n"
    right = quote("tolls would rise", "Norvane execs", 1, speaker_kind="anonymous")
    assert faults(check("quotes", right, article=text)) == []
    named = quote("tolls would rise", "Norvane Lines", 1, speaker_kind="anonymous")
    assert Code.KIND_ALTERED in faults(check("quotes", named, article=text))


EXPECTED = (
    "Shares of Orlo Gas rose to the top of the R & D 50 on Friday.\n" + FIRST
    + "The drug firm said it earned $2 a share, better than the $1.80 analysts were expecting.\nOrlo Gas rose 3%.\n"
)  # fmt: skip


def test_who_is_told_to_expect_something_is_a_claimant(check: Any, faults: Any) -> None:
    right = claim("Analysts were expecting Orlo Gas to earn $1.80 a share", 1, 3, claimant="analysts", kind="forecast")
    assert Code.CLAIMANT_ALTERED not in faults(check("claims", right, article=EXPECTED))
    assert Code.NAME_ALTERED not in faults(
        check("claims", claim("Orlo Gas said it earned $2 a share", 3), article=EXPECTED)
    )
