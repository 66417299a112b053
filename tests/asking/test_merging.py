"""What several sections tell, told once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.asking.chunks import Chunk
from summarizer.asking.gathered import Gathered
from summarizer.asking.merging import merge
from summarizer.asking.merging.parties import Names
from summarizer.fields import Name, Record
from summarizer.records import Claim, Deal, Party, Quote
from summarizer.schema import NEWS, Schema, Sections
from summarizer.verifier import verify_sections

TEXT = (
    "Oberline Grid Systems Inc. (OGS) agreed to supply 40 transformers to Tarnwick Power Co. for $640 million. "
    "“We had waited for this,” said Siân O’Dowd, chief executive of Oberline Grid Systems Inc.\n\n"
    "Oberline will deliver the transformers to Tarnwick Power by 2027. "
    "Tarnwick Power Co. also agreed to buy 200 meters from Oberline for $3 million. "
    "O’Dowd said demand had risen 12% last year. "
    "Demand rose 12% last year at Oberline, O’Dowd said."
)


@pytest.fixture(scope="module")
def article() -> Article:
    return Article.from_text(TEXT)


def merged(article: Article, *answers: dict[str, list[dict[str, Any]]], schema: Schema = NEWS) -> Sections:
    """The records of answers about one section each, as they are merged."""
    gathered = Gathered(schema)
    for home, answer in enumerate(answers):
        gathered.chunks.append(Chunk(home + 1, home + 1))
        gathered.add(home, schema.drafts(answer))
    gathered.sections = verify_sections(gathered.sections, article)
    return merge(gathered, article)


def party(name: str, kind: str = "company", aliases: Sequence[str] = (), **more: Any) -> dict[str, Any]:
    return {"name": name, "aliases": list(aliases), "kind": kind, "evidence": [1], **more}


def deal(value: str | None, evidence: list[int], subject: str = "transformers", **more: Any) -> dict[str, Any]:
    parties = [{"name": "Oberline", "role": "supplier"}, {"name": "Tarnwick Power Co.", "role": "customer"}]
    money = None if value is None else {"text": value, "currency": "USD"}
    told = {"kind": "supply", "status": "agreed", "parties": parties, "subject": subject, "value": money}
    return {**told, "dates": [], "terms": [], "evidence": evidence, **more}


def quote(text: str, speaker: str, evidence: int) -> dict[str, Any]:
    return {"text": text, "mode": "direct", "speaker": speaker, "speaker_kind": "executive", "evidence": [evidence]}


def claim(statement: str, evidence: int, claimant: str | None = "Siân O’Dowd") -> dict[str, Any]:
    told = {"statement": statement, "claimant": claimant, "kind": "fact", "certainty": "asserted"}
    return {**told, "figures": [{"text": "12%", "measures": None, "period": None}], "evidence": [evidence]}


def names(sections: Sections) -> list[str]:
    return [one.name for one in sections["parties"] if isinstance(one, Party)]


def test_a_short_name_of_another_section_is_the_full_one(article: Article) -> None:
    sections = merged(
        article,
        {"parties": [party("Oberline Grid Systems Inc.", aliases=["OGS"], description="Grid Systems")]},
        {"parties": [party("Oberline", evidence=[3]), party("Tarnwick Power", evidence=[3])]},
        {"parties": [party("Tarnwick Power Co.", evidence=[4])]},
    )
    assert names(sections) == ["Oberline Grid Systems Inc.", "Tarnwick Power Co."]
    first = sections["parties"][0]
    assert isinstance(first, Party)
    assert first.aliases == ["OGS", "Oberline"]
    assert {1, 3}.issubset(first.evidence)
    assert first.description == "Grid Systems"


def test_who_is_told_apart_in_one_section_stays_so(article: Article) -> None:
    sections = merged(
        article, {"parties": [party("Oberline Grid Systems Inc."), party("Oberline", evidence=[3])]}, {"parties": []}
    )
    assert names(sections) == ["Oberline Grid Systems Inc.", "Oberline"]


def test_a_name_that_two_may_bear_is_left_to_itself() -> None:
    article = Article.from_text("Ada Roe met Ben Roe. Roe left.")
    people = [party("Ada Roe", "person"), party("Ben Roe", "person")]
    sections = merged(article, {"parties": people}, {"parties": [party("Roe", "person", evidence=[2])]})
    assert names(sections) == ["Ada Roe", "Ben Roe", "Roe"]


def test_kinds_that_differ_are_two_parties() -> None:
    article = Article.from_text("Mara Vellmar runs Vellmar Bank. Vellmar rose.")
    sections = merged(
        article, {"parties": [party("Vellmar Bank")]}, {"parties": [party("Vellmar", "person", evidence=[2])]}
    )
    assert len(names(sections)) == 2


def test_one_deal_of_two_sections_has_what_both_tell(article: Article) -> None:
    dates = [{"event": "other", "when": "2027"}]
    parties = [party("Oberline Grid Systems Inc."), party("Tarnwick Power Co.")]
    sections = merged(
        article,
        {"parties": parties, "deals": [deal("$640 million", [1])]},
        {"deals": [deal(None, [3], dates=dates)]},
    )
    [one] = sections["deals"]
    assert isinstance(one, Deal)
    assert one.value is not None
    assert one.value.amount == 640_000_000
    assert [when.when.text for when in one.dates] == ["2027"]
    assert set(one.evidence) >= {1, 3}


def test_deals_of_other_values_or_other_subjects_are_two(article: Article) -> None:
    sections = merged(
        article,
        {"deals": [deal("$640 million", [1])]},
        {"deals": [deal("$3 million", [4], subject="200 meters")]},
        {"deals": [deal(None, [4], subject="200 meters")]},
    )
    assert [one.subject for one in sections["deals"] if isinstance(one, Deal)] == ["transformers", "200 meters"]


def test_a_faulty_record_gives_nothing_to_the_one_that_holds(article: Article) -> None:
    wrong = deal("$999 million", [1])
    wrong["parties"] = [*wrong["parties"], {"name": "Kestrel Foods", "role": "adviser"}]
    right = deal(None, [1])
    sections = merged(article, {"deals": [right]}, {"deals": [wrong]})
    [one] = sections["deals"]
    assert isinstance(one, Deal)
    assert [party.name for party in one.parties] == ["Oberline", "Tarnwick Power Co."]
    assert one.value is None


def test_a_quote_is_one_by_its_place_and_the_better_stands(article: Article) -> None:
    sections = merged(
        article,
        {"quotes": [quote("We had waited for", "Siân O’Dowd", 2)]},
        {"quotes": [quote("We had waited for this,", "Siân O’Dowd", 2), quote("We had waited for this", "Kestrel", 2)]},
    )
    told = [(one.text, one.speaker) for one in sections["quotes"] if isinstance(one, Quote)]
    assert told == [("We had waited for this,", "Siân O’Dowd"), ("We had waited for this", "Kestrel")]


def test_claims_that_say_the_same_of_one_sentence_are_one(article: Article) -> None:
    sections = merged(
        article,
        {"claims": [claim("Demand had risen 12% last year.", 5)]},
        {"claims": [claim("Demand has risen 12% last year", 5), claim("Demand had risen 12% last year", 6)]},
        {"claims": [claim("Demand had risen 12% last year.", 5, None)]},
    )
    told = [(one.statement, one.claimant) for one in sections["claims"] if isinstance(one, Claim)]
    assert len(told) == 2
    assert {claimant for _, claimant in told} == {"Siân O’Dowd", None}


class Buyer(Record):
    """Who buys."""

    name: Name


def test_records_of_ones_own_are_one_where_their_content_is(article: Article) -> None:
    schema = Schema.of(Buyer)
    sections = merged(
        article,
        {"items": [{"name": "Tarnwick Power Co.", "evidence": [1]}, {"name": "Oberline", "evidence": [3]}]},
        {"items": [{"name": "TARNWICK POWER CO.", "evidence": [4]}]},
        schema=schema,
    )
    assert [one.name for one in sections["items"] if isinstance(one, Buyer)] == ["Tarnwick Power Co.", "Oberline"]


def test_a_name_is_known_by_its_forms() -> None:
    known = Names([Party(name="Siân O’Dowd", kind="person"), Party(name="Oberline Grid Systems Inc.", kind="company")])
    assert known.who("O’Dowd") == known.who("Siân O’Dowd")
    assert known.who("Kestrel") != known.who("Oberline")
    assert known.who(None) == known.who("")


SERIAL = (
    "Tarnwick Power Co. agreed to buy the Leeds plant from Ostrel Gas Ltd. for $40 million. "
    "Tarnwick Power Co. agreed to buy the Hull plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed in 2019 to buy a gas plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed in 2024 to buy a gas plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. called off its plan to buy the Leeds plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. completed the purchase of the Leeds plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed to sell the Leeds plant to Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed to buy another gas plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed to buy the plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed to buy the turbine hall from Ostrel Gas Ltd. for $40 million. "
    "Tarnwick Power Co. agreed to buy the Leeds plant from Ostrel Gas Ltd. for $52 million."
)


def purchase(
    subject: str, number: int, value: str | None = None, status: str = "agreed", *, sold: bool = False, **more: Any
) -> dict[str, Any]:
    roles = ("seller", "acquirer") if sold else ("acquirer", "seller")
    parties = [
        {"name": "Tarnwick Power Co.", "role": roles[0]},
        {"name": "Ostrel Gas Ltd.", "role": roles[1]},
    ]
    return deal(value, [number], subject, kind="acquisition", status=status, parties=parties, **more)


def made(when: str) -> list[dict[str, str]]:
    return [{"event": "announced", "when": when}]


LEEDS = purchase("the Leeds plant", 1, "$40 million")
HULL = purchase("the Hull plant", 2)
APART = {
    "the subjects have other names": (LEEDS, HULL),
    "one was called off": (purchase("the Leeds plant", 5, status="terminated"), HULL),
    "one was called off, the other is of a plant": (
        purchase("the Leeds plant", 5, status="terminated"),
        purchase("the plant", 9),
    ),
    "one was called off, the other done": (
        purchase("the Leeds plant", 5, status="terminated"),
        purchase("the Leeds plant", 6, status="closed"),
    ),
    "the years": (purchase("a gas plant", 3, dates=made("in 2019")), purchase("a gas plant", 4, dates=made("in 2024"))),
    "done before the other was made": (
        purchase("a gas plant", 3, dates=[{"event": "closed", "when": "in 2019"}]),
        purchase("a gas plant", 4, dates=made("in 2024")),
    ),
    "another": (purchase("a gas plant", 3), purchase("another gas plant", 8)),
    "the one sells what it bought": (LEEDS, purchase("the Leeds plant", 7, sold=True)),
    "the values": (LEEDS, purchase("the Leeds plant", 11, "$52 million")),
    "the kinds": (LEEDS, {**LEEDS, "kind": "licensing"}),
    "things with no word in common": (purchase("the Leeds plant", 1), purchase("the turbine hall", 10)),
}
ONE = {
    "the same words": (LEEDS, purchase("the Leeds plant", 5)),
    "a part of the words": (LEEDS, purchase("the plant", 9)),
    "agreed, then called off": (LEEDS, purchase("the Leeds plant", 5, status="terminated")),
    "agreed, then done": (LEEDS, purchase("the Leeds plant", 6, status="closed")),
    "the value": (purchase("turbine hall", 10, "$40 million"), purchase("the plant", 1, "$40 million")),
    "one of them has no date": (purchase("a gas plant", 3, dates=made("in 2019")), purchase("a gas plant", 4)),
    "the sale of it, told from the other side": (LEEDS, {**LEEDS, "kind": "divestiture"}),
}


@pytest.fixture(scope="module")
def serial() -> Article:
    return Article.from_text(SERIAL)


@pytest.mark.parametrize("what", APART)
def test_deals_of_the_same_parties_stay_two_where_something_tells_them_apart(serial: Article, what: str) -> None:
    one, other = APART[what]
    assert len(merged(serial, {"deals": [one]}, {"deals": [other]})["deals"]) == 2
    assert len(merged(serial, {"deals": [other]}, {"deals": [one]})["deals"]) == 2


@pytest.mark.parametrize("what", ONE)
def test_deals_are_one_where_nothing_does(serial: Article, what: str) -> None:
    one, other = ONE[what]
    assert len(merged(serial, {"deals": [one]}, {"deals": [other]})["deals"]) == 1
    assert len(merged(serial, {"deals": [other]}, {"deals": [one]})["deals"]) == 1


def test_a_deal_that_may_be_either_of_two_is_neither_and_brings_them_not_together(serial: Article) -> None:
    sections = merged(serial, {"deals": [purchase("the plant", 9)]}, {"deals": [LEEDS]}, {"deals": [HULL]})
    told = [one.subject for one in sections["deals"] if isinstance(one, Deal)]
    assert told == ["the plant", "the Leeds plant", "the Hull plant"]


def test_where_its_value_tells_which_of_two_it_is_a_deal_is_that_one(serial: Article) -> None:
    vague = purchase("the plant", 1, "$40 million")
    sections = merged(serial, {"deals": [LEEDS]}, {"deals": [HULL]}, {"deals": [vague]})
    told = [(one.subject, one.value and one.value.text) for one in sections["deals"] if isinstance(one, Deal)]
    assert told == [("the Leeds plant", "$40 million"), ("the Hull plant", None)]


MONTHS = (
    "Tarnwick Power Co. agreed in March to buy a gas plant from Ostrel Gas Ltd. "
    "In October Tarnwick Power Co. agreed to buy a gas plant from Ostrel Gas Ltd. "
    "Last year Tarnwick Power Co. agreed to buy a gas plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed on March 9 to buy a gas plant from Ostrel Gas Ltd. "
    "Tarnwick Power Co. agreed in October 2023 to buy a gas plant from Ostrel Gas Ltd."
)
"""Without a date of its own: no year is known but that of sentence 5."""


@pytest.mark.parametrize(
    ("one", "other", "many"),
    [
        (("March", 1), ("October", 2), 2),
        (("March", 1), ("March 9", 4), 1),
        (("March", 1), ("Last year", 3), 1),
        (("October", 2), ("March 9", 4), 2),
        (("March", 1), ("October 2023", 5), 2),
        (("October", 2), ("October 2023", 5), 1),
        (("Last year", 3), ("October 2023", 5), 1),
    ],
)
def test_months_tell_deals_apart_in_whatever_year(one: tuple[str, int], other: tuple[str, int], many: int) -> None:
    article = Article.from_text(MONTHS)
    first, second = ({"deals": [purchase("a gas plant", at, dates=made(when))]} for when, at in (one, other))
    for answers in ((first, second), (second, first)):
        found = [deal for deal in merged(article, *answers)["deals"] if isinstance(deal, Deal)]
        assert len(found) == many
        assert {number for deal in found for number in deal.evidence} == {one[1], other[1]}


def test_other_targets_are_other_deals_though_two_of_the_parties_are_the_same() -> None:
    article = Article.from_text(
        "Tarnwick Power Co. agreed to buy Norling Works from Ostrel Gas Ltd. "
        "Tarnwick Power Co. agreed to buy Sedley Works from Ostrel Gas Ltd."
    )
    ones = []
    for number, target in enumerate(("Norling Works", "Sedley Works"), 1):
        one = purchase("Works", number)
        ones.append({**one, "parties": [*one["parties"], {"name": target, "role": "target"}]})
    assert len(merged(article, {"deals": [ones[0]]}, {"deals": [ones[1]]})["deals"]) == 2
