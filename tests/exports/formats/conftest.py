"""An invented article that is hard on formats, and a summary of it with spans that stand where they say."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.exports.documents import document
from summarizer.exports.formats.items import Item, Job
from summarizer.fields import Figure, Money, Record, When
from summarizer.records import (
    Claim,
    Deal,
    DealDate,
    DealParty,
    Dropped,
    Headline,
    Party,
    Provenance,
    Quote,
    Source,
    Summary,
    Term,
    Verification,
)
from summarizer.verdicts import Finding, Span, Verdict

TEXT = (
    "💼 Quillon Optics plc agreed to buy 𝔏umen Fields Ltd. for about £2.4 million, it said on 3 March.\r\n"
    '“=SUM(A1:A9) is "not" a plan,” said Petra Ohlund, of Quillon.\r\n'
    "Sales fell 4.5%, -2% of them abroad; </script><b>analysts</b> expected\ta rise.\r\n"
)
"""Characters outside the basic plane, a formula, quotation marks, markup, a tab, line ends of two characters."""


def span(field: str, words: str) -> Span:
    start = TEXT.index(words)
    return Span(field=field, start=start, end=start + len(words), text=words)


@pytest.fixture
def article() -> Article:
    return Article.from_text(TEXT, published=date(2031, 3, 4))


@pytest.fixture
def summary(article: Article) -> Summary:
    deal, speech, sales = TEXT.split("\r\n")[:3]
    return Summary(
        source=Source.of(article).model_copy(update={"path": "wire/quillon opt.txt", "title": "Quillon buys"}),
        provenance=Provenance(model="openai/some-model", calls=1, cost_usd=0.25, notes=["a repair failed"]),
        headline=Headline(
            text="-Quillon buys 𝔏umen Fields",
            evidence=[1],
            spans=[span("evidence", deal)],
            verdict=Verdict.VERIFIED,
        ),
        parties=[
            Party(
                name="Quillon Optics plc",
                aliases=["Quillon"],
                kind="company",
                evidence=[1, 2],
                spans=[span("evidence", deal), span("name", "Quillon Optics plc"), span("aliases[0]", "Quillon")],
                verdict=Verdict.VERIFIED,
            ),
            Party(name="𝔏umen Fields Ltd.", kind="company", evidence=[1], verdict=Verdict.VERIFIED),
        ],
        deals=[
            Deal(
                kind="acquisition",
                status="agreed",
                parties=[
                    DealParty(name="Quillon Optics plc", role="acquirer"),
                    DealParty(name="𝔏umen Fields Ltd.", role="target"),
                ],
                subject="𝔏umen Fields Ltd.",
                value=Money(text="about £2.4 million", amount=2_400_000, currency="GBP", bound="about"),
                dates=[
                    DealDate(
                        event="announced",
                        when=When(text="3 March", earliest=date(2031, 3, 3), latest=date(2031, 3, 3)),
                    )
                ],
                terms=[Term(name="form", text="agreed to buy")],
                evidence=[1],
                spans=[
                    span("evidence", deal),
                    span("subject", "𝔏umen Fields Ltd."),
                    span("value", "about £2.4 million"),
                    span("dates[0].when", "3 March"),
                ],
                verdict=Verdict.INFERRED,
            )
        ],
        quotes=[
            Quote(
                text='=SUM(A1:A9) is "not" a plan,',
                mode="direct",
                speaker="Petra Ohlund",
                affiliation="Quillon",
                speaker_kind="executive",
                evidence=[2],
                spans=[
                    span("evidence", speech),
                    span("text", '=SUM(A1:A9) is "not" a plan,'),
                    span("speaker", "Petra Ohlund"),
                ],
                verdict=Verdict.VERIFIED,
            )
        ],
        claims=[
            Claim(
                statement="Sales fell 5.4%.",
                kind="fact",
                certainty="asserted",
                figures=[Figure(text="-2%", type="percent", amount=-2, unit="percent", bound="exactly")],
                evidence=[3],
                spans=[span("evidence", sales), span("figures[0]", "-2%")],
                verdict=Verdict.ALTERED,
                findings=[
                    Finding(
                        code="number_altered",
                        field="statement",
                        verdict=Verdict.ALTERED,
                        said="5.4%",
                        source="4.5%",
                        start=TEXT.index("4.5%"),
                        end=TEXT.index("4.5%") + 4,
                        message="The article says 4.5%.",
                    )
                ],
            )
        ],
        dropped=[Dropped(section="claims", record={"statement": "It rained.", "verdict": "unsupported"})],
        verification=Verification(records=7, verified=4, inferred=1, altered=1, unsupported=1, dropped=1),
    )


def as_item(summary: Any, text: str | None = TEXT) -> Item:
    return Item(document(summary), 10_000, lambda _: text)


@pytest.fixture
def item(summary: Summary) -> Item:
    return as_item(summary)


@pytest.fixture
def without_text(summary: Summary) -> Item:
    return as_item(summary, None)


@pytest.fixture
def job() -> Job:
    return Job(Summary)


@pytest.fixture
def cells() -> Callable[[Path], list[dict[str, str]]]:
    """The rows of a CSV file, as the standard library reads them."""
    return lambda path: list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


class Recall(Record):
    """A product that is called back."""

    product: str
    cost: Money | None = None
    units: list[int] = []  # noqa: RUF012 (Pydantic copies it)


@pytest.fixture
def recall_class() -> type[Record]:
    return Recall
