"""What later sections name briefly, where an earlier one named it in full."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.asking.merging.parties import Names, is_described
from summarizer.records import Claim, Deal, Party, Quote
from summarizer.schema import Sections
from tests.asking.test_merging import claim, merged, party, quote

TEXT = (
    "Brackwell Industries agreed to buy Ellsworth Valve Works from the Gorran Foundation for 312 million euros. "
    "Brackwell Industries will supply pump packages to Hylle Yards for at least $180 million. "
    "Brackwell Industries completed the purchase of Sable Sensors on March 3, 2026. "
    "So you pay 312 for Ellsworth, and the family wanted no third shift. "
    "The Hylle contract is 180 at a minimum, said Brackwell. "
    "Brackwell has to get Ellsworth through the authorities. "
    "Brackwell bought Sable from the three founders for $141 million. "
    "Brackwell will build a hall for Hylle for $7 million. "
    "Brackwell also agreed to buy the rest of Ellsworth from the Gorran Foundation. "
    "Sales at Ellsworth rose 12% last year, Brackwell said. "
    "Sales at Ellsworth Valve Works rose 12% last year, Brackwell Industries said. "
    "Hylle said “we will build on”. "
    "Brackwell will supply pump packages to Hylle for £140 million."
)
PARTIES = [
    party("Brackwell Industries"),
    party("Ellsworth Valve Works"),
    party("Gorran Foundation", "other"),
    party("Hylle Yards", evidence=[2]),
    party("Sable Sensors", evidence=[3]),
]


@pytest.fixture(scope="module")
def article() -> Article:
    return Article.from_text(TEXT)


def told(
    kind: str,
    evidence: list[int],
    subject: str,
    value: str | None = None,
    currency: str | None = "USD",
    status: str = "agreed",
    **roles: str | list[str],
) -> dict[str, Any]:
    """A deal in which `roles` has who has each of them."""
    parties = [
        {"name": name, "role": role}
        for role, names in roles.items()
        for name in ([names] if isinstance(names, str) else names)
    ]
    money = None if value is None else {"text": value, "currency": currency}
    same = {"dates": [], "terms": [], "evidence": evidence}
    return {"kind": kind, "status": status, "parties": parties, "subject": subject, "value": money, **same}


PURCHASE = told(
    "acquisition", [1], "Ellsworth Valve Works", "312 million euros", "EUR",
    acquirer="Brackwell Industries", target="Ellsworth Valve Works", seller="Gorran Foundation",
)  # fmt: skip
SUPPLY = told(
    "supply", [2], "pump packages", "at least $180 million", supplier="Brackwell Industries", customer="Hylle Yards"
)
CLOSED = told(
    "acquisition", [3], "Sable Sensors", status="closed", acquirer="Brackwell Industries", target="Sable Sensors"
)


def deals(article: Article, *answers: dict[str, Any]) -> list[Deal]:
    """The deals of sections that tell one each, with all parties in the first."""
    first, *others = answers
    sections = merged(article, {"parties": PARTIES, "deals": [first]}, *({"deals": [one]} for one in others))
    return [one for one in sections["deals"] if isinstance(one, Deal)]


def roles_in(deal: Deal) -> list[tuple[str, str]]:
    return [(one.name, one.role) for one in deal.parties]


def value_of(deal: Deal) -> str | None:
    return deal.value and deal.value.text


def test_a_purchase_told_again_in_short_is_one_with_the_complete_value_and_the_named_seller(article: Article) -> None:
    short = told("acquisition", [4], "Ellsworth", "312", acquirer="Brackwell", target="Ellsworth", seller="the family")
    shorter = told(
        "acquisition", [6], "Ellsworth", acquirer="Brackwell", target="Ellsworth", regulator="the authorities"
    )
    for answers in ((PURCHASE, short, shorter), (shorter, short, PURCHASE)):
        [one] = deals(article, *answers)
        assert one.subject == "Ellsworth Valve Works"
        assert value_of(one) == "312 million euros"
        assert [name for name, role in roles_in(one) if role != "regulator"] == [
            "Brackwell Industries",
            "Ellsworth Valve Works",
            "Gorran Foundation",
        ]


def test_a_contract_that_is_called_by_its_party_is_the_one_with_that_party(article: Article) -> None:
    short = told("supply", [5], "The Hylle contract", "180 at a minimum", supplier="Brackwell", customer="Hylle")
    for answers in ((SUPPLY, short), (short, SUPPLY)):
        [one] = deals(article, *answers)
        assert (one.subject, value_of(one)) == ("pump packages", "at least $180 million")


def test_a_contract_that_is_called_by_its_party_is_neither_of_two_with_that_party(article: Article) -> None:
    hall = told("supply", [8], "a hall", supplier="Brackwell", customer="Hylle")
    pumps = {**SUPPLY, "value": None}
    short = told("supply", [5], "The Hylle contract", supplier="Brackwell", customer="Hylle")
    assert [one.subject for one in deals(article, pumps, hall, short)] == [
        "pump packages",
        "a hall",
        "The Hylle contract",
    ]


APART = {
    "a value without its unit that is another number": told(
        "supply", [5], "The Hylle contract", "96", supplier="Brackwell", customer="Hylle"
    ),
    "a value in the same currency": told(
        "supply", [8], "The Hylle contract", "$7 million", supplier="Brackwell", customer="Hylle"
    ),
    "the other side": told("supply", [5], "The Hylle contract", supplier="Hylle", customer="Brackwell"),
    "called off, and perhaps something else": told(
        "supply", [5], "The Hylle contract", status="terminated", supplier="Brackwell", customer="Hylle"
    ),
}


@pytest.mark.parametrize("what", APART)
def test_what_is_said_otherwise_keeps_a_contract_apart(article: Article, what: str) -> None:
    assert len(deals(article, SUPPLY, APART[what])) == 2
    assert len(deals(article, APART[what], SUPPLY)) == 2


def test_the_rest_of_a_company_is_another_purchase(article: Article) -> None:
    rest = told("acquisition", [9], "the rest of Ellsworth", acquirer="Brackwell", target="Ellsworth")
    assert len(deals(article, PURCHASE, rest)) == 2


def test_another_currency_is_of_the_same_purchase_only_where_what_is_bought_is_named(article: Article) -> None:
    dollars = told("acquisition", [4], "Ellsworth", "$340 million", acquirer="Brackwell", target="Ellsworth")
    assert len(deals(article, PURCHASE, dollars)) == 1
    pounds = told("supply", [13], "pump packages", "£140 million", "GBP", supplier="Brackwell", customer="Hylle")
    assert len(deals(article, SUPPLY, pounds)) == 2


def test_two_described_sellers_of_a_thing_without_a_name_are_two_deals(article: Article) -> None:
    one = told("acquisition", [4], "a plant", acquirer="Brackwell", seller="the family")
    other = told("acquisition", [7], "a plant", acquirer="Brackwell", seller="the three founders")
    assert len(deals(article, one, other)) == 2
    assert len(deals(article, one, {**one, "evidence": [6]})) == 1


def test_described_parties_stay_where_nobody_is_named_in_their_role_or_beside_who_is(article: Article) -> None:
    founders = told("acquisition", [7], "Sable", acquirer="Brackwell", target="Sable", seller="the three founders")
    [one] = deals(article, CLOSED, {**founders, "status": "closed"})
    assert ("the three founders", "seller") in roles_in(one)
    beside = {**PURCHASE, "parties": [*PURCHASE["parties"], {"name": "the family", "role": "seller"}]}
    [one] = deals(article, beside, told("acquisition", [6], "Ellsworth", acquirer="Brackwell", target="Ellsworth"))
    assert ("the family", "seller") in roles_in(one)


def test_the_value_of_a_record_that_is_at_fault_in_something_else_is_taken(article: Article) -> None:
    short = told(
        "acquisition", [7], "Sable", "$141 million", status="closed", acquirer="Brackwell", target="Sable",
        adviser="Nobody at All Ltd.",
    )  # fmt: skip
    [one] = deals(article, CLOSED, short)
    assert one.verdict is not None
    assert not one.verdict.faulty
    assert value_of(one) == "$141 million"
    assert set(one.evidence) >= {3, 7}
    assert "Nobody at All Ltd." not in dict(roles_in(one))


def test_a_day_is_told_once_and_in_full(article: Article) -> None:
    full = {**CLOSED, "dates": [{"event": "closed", "when": "March 3, 2026"}]}
    short = {**CLOSED, "dates": [{"event": "closed", "when": "March 3"}]}
    [one] = deals(article, short, full)
    assert [date.when.text for date in one.dates] == ["March 3, 2026"]


def said(sections: Sections) -> tuple[list[tuple[str, str | None]], list[str | None]]:
    claims = [(one.statement, one.claimant) for one in sections["claims"] if isinstance(one, Claim)]
    return claims, [one.speaker for one in sections["quotes"] if isinstance(one, Quote)]


def test_claims_that_differ_in_the_forms_of_names_are_one_and_speakers_have_their_full_names(article: Article) -> None:
    claims, speakers = said(
        merged(
            article,
            {"parties": PARTIES, "claims": [claim("Sales at Ellsworth rose 12% last year", 10, "Brackwell")]},
            {"claims": [claim("Sales at Ellsworth Valve Works rose 12% last year", 11, "Brackwell Industries")]},
            {"claims": [claim("Sales at Sable rose 12% last year", 10, "Brackwell")]},
            {"quotes": [quote("we will build on", "Hylle", 12)]},
        )
    )
    assert len(claims) == 2
    assert {claimant for _, claimant in claims} == {"Brackwell Industries"}
    assert speakers == ["Hylle Yards"]


def test_a_short_name_of_two_parties_is_left_as_it_is() -> None:
    article = Article.from_text("Ada Roe met Ben Roe. Roe said “we will see”.")
    people = [party("Ada Roe", "person"), party("Ben Roe", "person")]
    _, speakers = said(merged(article, {"parties": people}, {"quotes": [quote("we will see", "Roe", 2)]}))
    assert speakers == ["Roe"]


def test_a_name_that_is_given_as_one_partys_and_can_be_anothers_stays_as_it_is() -> None:
    article = Article.from_text("Ada Gorran, called Gorran, met Gorran Holding Ltd. Gorran said “we will see”.")
    parties = [party("Ada Gorran", "person", aliases=["Gorran"]), party("Gorran Holding Ltd.")]
    _, speakers = said(merged(article, {"parties": parties}, {"quotes": [quote("we will see", "Gorran", 2)]}))
    assert speakers == ["Gorran"]


def test_deals_in_which_nobody_is_named_are_one_only_with_the_same_people(article: Article) -> None:
    one = told("acquisition", [4], "a plant", acquirer="the family")
    other = told("acquisition", [7], "a plant", seller="the three founders")
    assert len(deals(article, one, other)) == 2
    assert len(deals(article, one, {**one, "evidence": [6]})) == 1


def test_names_that_only_deals_have_are_known_by_the_fullest() -> None:
    names = Names(
        [Party(name="Hylle Yards", kind="company")], ["Ellsworth", "Ellsworth Valve Works", "Hylle", "the yards"]
    )
    assert names.fullest("Ellsworth") == "Ellsworth Valve Works"
    assert names.fullest("Hylle") == "Hylle Yards"
    assert names.fullest("the yards") is None
    assert names.in_full("Ellsworth and Hylle.") == names.in_full("Ellsworth Valve Works and Hylle Yards.")


@pytest.mark.parametrize("words", ["the family", "The three founders", "a small venture fund", "four other lenders"])
def test_words_that_say_only_what_somebody_is(words: str) -> None:
    assert is_described(words)


@pytest.mark.parametrize("words", ["The Harbour Ledger", "adidas", "3i group", "the 3i fund", "Gorran family", "A", ""])
def test_words_that_are_a_name(words: str) -> None:
    assert not is_described(words)
