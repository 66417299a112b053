"""Kinds by the offline rules: of speakers, of the houses they belong to, of parties and of claims."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import summarize
from summarizer.article import Article
from summarizer.models.offline import read_news
from summarizer.models.offline.claim_kinds import certainty_of, kind_of


def read(text: str) -> dict[str, Any]:
    return read_news(Article.from_text(text))


def quote(text: str) -> dict[str, Any]:
    quotes: list[dict[str, Any]] = read(text)["quotes"]
    return quotes[0]


def party_kind(text: str, name: str) -> str:
    return {str(party["name"]): str(party["kind"]) for party in read(text)["parties"]}[name]


def whole(claim: str) -> str:
    """The kind of a sentence that nobody is given as saying."""
    return kind_of(claim, claim, spoken=False, direct=False, figures=True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It is a land grab,” said Ilka Dorn of Tarn Insight.", "analyst"),
        ("“It is a land grab,” said Ilka Dorn, who covers mills at Tarn & Vole.", "analyst"),
        ("“It is a land grab,” said Ilka Dorn, head of research at Tarn Insight.", "analyst"),
        ("“It is a land grab,” said Ilka Dorn, an economist at Tarn Bank.", "analyst"),
        ("“It is a land grab,” said Ilka Dorn, a partner at the law firm Tarn & Vole and a lawyer.", "executive"),
        ("“It is a land grab,” said Ilka Dorn, a lawyer at Tarn & Vole.", "other"),
        ("“It is a land grab,” said Ilka Dorn, general counsel of Orvane Inc.", "executive"),
        ("“It is a land grab,” said Ilka Dorn, former chairman of Orvane Inc.", "other"),
        ("“It is a land grab,” said union president Ilka Dorn.", "other"),
        ("“It is a land grab,” said Ilka Dorn, president of the Millers Union.", "other"),
        ("“It is a land grab,” said Ilka Dorn, President and Chief Executive Officer.", "executive"),
        ("“It is a land grab,” said Orvane co-founder Ilka Dorn.", "executive"),
        ("“It is a land grab,” said Ilka Dorn, a spokeswoman for Orvane Inc.", "company"),
        ("“It is a land grab,” said Ilka Dorn, director of the Federal Mill Commission.", "government"),
        ("“It is a land grab,” said Mayor Ilka Dorn.", "government"),
        ("“It is a land grab,” a trader said.", "anonymous"),
        ("“It is a land grab,” one former manager said.", "anonymous"),
        ("“It is a land grab,” several analysts said.", "analyst"),
        ("“It is a land grab,” the grocery chain said.", "company"),
        ("“It is a land grab,” the city council said.", "government"),
        ("The order said that mills must close by May.", "other"),
        ("Tarn Research said that mills must close by May.", "analyst"),
    ],
)
def test_a_speakers_kind_follows_from_his_job_and_his_house(text: str, kind: str) -> None:
    assert quote(text)["speaker_kind"] == kind


def test_an_analyst_stays_one_where_only_his_name_stands() -> None:
    text = (
        "Ilka Dorn, who follows mills at Tarn & Vole, expects a loss. Orvane fell by 3% on Monday.\n\n"
        "“It is a land grab,” Dorn said."
    )
    last = read(text)["quotes"][-1]
    assert (last["speaker"], last["affiliation"], last["speaker_kind"]) == ("Ilka Dorn", "Tarn & Vole", "analyst")
    assert party_kind(text, "Tarn & Vole") == "research_firm"


def test_who_belongs_to_a_house_of_the_story_is_no_analyst() -> None:
    text = (
        "Orvane bought a mill. Orvane paid $3 million for it. Orvane had wanted it for years.\n\n"
        "“We like mills,” said Ilka Dorn of Orvane."
    )
    assert quote(text)["speaker_kind"] == "executive"


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Orvane Inc. bought a mill. “We like mills,” Chief Executive Ilka Dorn said.", "Orvane Inc."),
        ("Orvane Inc. bought it. “We like mills,” said Ilka Dorn, founder, chairman and CEO at Lune Ltd.", "Lune Ltd."),
        ("Orvane Inc. bought a mill. “We like mills,” said Ilka Dorn, the owner of the shop next door.", None),
        ("Orvane Inc. bought a mill. “We like mills,” trader Ilka Dorn said.", None),
    ],
)  # fmt: skip
def test_an_officer_belongs_to_the_company_that_the_story_speaks_of(text: str, house: str | None) -> None:
    assert quote(text)["affiliation"] == house


def test_the_field_of_a_job_is_no_house() -> None:
    found = quote("It rained. Energy economist Ilka Dorn, of the think-tank Tarnwerk, said mills waste power.")
    assert (found["affiliation"], found["speaker_kind"]) == ("Tarnwerk", "analyst")


def test_the_verifier_takes_a_companys_nameless_manager_for_no_name() -> None:
    text = "Orvane bought a mill. “We like mills,” an Orvane manager said."
    [said] = summarize(text, model="offline").quotes
    assert (said.speaker, said.speaker_kind) == ("an Orvane manager", "anonymous")
    assert [finding.code for finding in said.findings if finding.verdict.faulty] == []


def test_of_two_stories_in_briefs_each_gives_its_own_officer_a_house() -> None:
    text = (
        "Orvane Inc. bought a mill from Lund Corp. “We like mills,” Chief Executive Ilka Dorn said.\n\n"
        "Vessel Ltd. sold a ship to Harrow plc. “We like ships,” Chief Executive Oda Marr said."
    )
    assert [one["affiliation"] for one in read(text)["quotes"]] == ["Orvane Inc.", "Vessel Ltd."]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Keld Row, a private equity firm, bought the mill of Orvane.", "Keld Row", "fund"),
        ("Buyout firm Keld Row bought 5% of Orvane Inc.", "Keld Row", "fund"),
        ("Keld Capital LLC bought 5% of Orvane Inc.", "Keld Capital LLC", "fund"),
        ("Existing investors Keld Row and Tarn Vale put $3 million into Orvane Inc.", "Keld Row", "fund"),
        ("Keld Vole, a consultancy, said that mills close.", "Keld Vole", "research_firm"),
        ("Keld Rating Service cut the debt of Orvane Inc.", "Keld Rating Service", "research_firm"),
        ("Allied Mill Workers, a union, sued Orvane Inc.", "Allied Mill Workers", "group"),
        ("Calder Parcel Service bought a mill for $3 million.", "Calder Parcel Service", "company"),
        ("The engineer, Tomas Velk, pleaded guilty. Orvane Inc. paid $3 million.", "Tomas Velk", "person"),
        ("Orvane Inc. hired Oda Velk. Oda Velk will join the board in May.", "Oda Velk", "person"),
    ],
)
def test_what_stands_beside_a_name_tells_what_its_bearer_is(text: str, name: str, kind: str) -> None:
    assert party_kind(text, name) == kind


def test_a_founder_is_no_legal_form() -> None:
    names = [name.text for name in Article.from_text("Keld Row co-founder Ilka Dorn left.").readings.names]
    assert names == ["Keld Row", "Ilka Dorn"]
    assert [name.text for name in Article.from_text("Keld Row co left.").readings.names] == ["Keld Row co"]


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Orvane raised its full-year profit forecast to $3 million.", "forecast"),
        ("Tarn Bank cut its price target for Orvane to $3.", "fact"),
        ("Orvane raised its profit forecast and now expects $3 million.", "forecast"),
        ("The company expects $3 million.", "forecast"),
        ("Kettleman expects $3 million.", "forecast"),
        ("A profit forecast of $3 million had raised doubts.", "fact"),
        ("Lune will have the option to buy 5% of the mill.", "fact"),
        ("Under the agreement, Lune will build three mills.", "fact"),
        ("Orvane may raise its stake to 15%.", "fact"),
        ("The mill could fetch $3 million.", "estimate"),
        ("The mill could lose $3 million.", "forecast"),
    ],
)
def test_forecast_estimate_and_fact(claim: str, kind: str) -> None:
    assert whole(claim) == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("it would not sell the mill", "denial"),
        ("there would be no rights issue", "denial"),
        ("it was not shopping the company", "denial"),
        ("sales would not recover", "forecast"),
        ("Lune would pay $3 million", "fact"),
        ("Lune would open a mill", "forecast"),
        ("the mill would cost $3 million", "estimate"),
    ],
)
def test_what_somebody_says_that_he_will_not_do_is_a_denial(said: str, kind: str) -> None:
    sentence = f"Orvane said {said}."
    assert kind_of(said, sentence, spoken=True, direct=False, figures="$" in said) == kind


@pytest.mark.parametrize(
    ("claim", "certainty"),
    [
        ("Analysts expect a profit of $3 million.", "hedged"),
        ("The companies anticipate a profit.", "hedged"),
        ("Analysts forecast revenue of $3 million.", "hedged"),
        ("The top line is forecast to grow by 5%.", "hedged"),
        ("The sale is expected in May.", "hedged"),
        ("The mill is on course to open.", "hedged"),
        ("There is a good chance of a sale.", "hedged"),
        ("Owners need to think about mills differently.", "asserted"),
        ("Profit beat the consensus estimate by 3 cents.", "asserted"),
        ("The mill was built in May for about $3 million.", "asserted"),
        ("The company does not expect a profit.", "denied"),
    ],
)
def test_every_form_of_a_hedging_verb_hedges_and_no_noun_does(claim: str, certainty: str) -> None:
    assert certainty_of(claim, "fact") == certainty


def test_the_house_of_an_officer_is_a_company() -> None:
    text = "Velk bought a mill. “We like mills,” said Ilka Dorn, chief executive of Tarnwerk."
    assert party_kind(text, "Tarnwerk") == "company"


def test_a_targets_noun_hedges_nothing_and_as_expected_neither() -> None:
    assert certainty_of("Orvane hit its output targets.", "fact") == "asserted"
    assert certainty_of("Orvane bought a mill", "fact", told="As expected, Orvane said") == "asserted"
    assert certainty_of("the mill had been sold", "fact", told="He suspected") == "hedged"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Greenmoor, the supplier backed by the pension fund Heron Trust, bought Lund Forge Corp.",
            "Greenmoor",
            "company",
        ),
        (
            "Greenmoor, the supplier backed by the pension fund Heron Trust, will open a shop. Greenmoor is old.",
            "Greenmoor",
            "company",
        ),
        ("Heron Row, a large private equity firm, bought Lund Forge Corp.", "Heron Row", "fund"),
        ("Tarn Ltd bought Lund Ltd from private equity investor Cedar Tree Growth.", "Cedar Tree Growth", "fund"),
        ("Tarn Ltd bought Lund Ltd from private equity investor Jane Roe.", "Jane Roe", "person"),
    ],
)
def test_a_fund_is_who_is_called_one_and_not_whom_it_backs(text: str, name: str, kind: str) -> None:
    assert party_kind(text, name) == kind
