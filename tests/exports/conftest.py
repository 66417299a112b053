"""A summary and an extraction of invented companies, with one record of every kind and every verdict."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.fields import Figure, Money, When
from summarizer.records import (
    AbstractSentence,
    Claim,
    Deal,
    DealDate,
    DealParty,
    Headline,
    Party,
    Provenance,
    Quote,
    Source,
    Summary,
    Term,
    Usage,
    Verification,
)
from summarizer.verdicts import Finding, Span, Verdict


@pytest.fixture
def summary() -> Summary:
    return Summary(
        source=Source(
            path="wire/orrin.txt",
            sha256="0" * 64,
            characters=900,
            published=date(2031, 3, 4),
            published_from="dateline",
        ),
        provenance=Provenance(
            model="openai/some-model", calls=2, usage=Usage(input_tokens=1200, output_tokens=300), cost_usd=0.0123
        ),
        headline=Headline(text="Orrin Foods buys Dell’Acqua", evidence=[1], verdict=Verdict.VERIFIED),
        abstract=[
            AbstractSentence(text="Orrin Foods pays $2.4 billion.", evidence=[1, 2], verdict=Verdict.VERIFIED),
            AbstractSentence(
                text="Regulators have agreed.",
                evidence=[3],
                verdict=Verdict.ALTERED,
                findings=[
                    Finding(
                        code="negation",
                        field="text",
                        verdict=Verdict.ALTERED,
                        said="have agreed",
                        source="have not agreed",
                        start=120,
                        end=135,
                        message="The article says the opposite.",
                    )
                ],
            ),
        ],
        parties=[
            Party(
                name="Orrin Foods NV",
                aliases=["Orrin"],
                kind="company",
                ticker="ORRN",
                evidence=[1],
                verdict=Verdict.INFERRED,
                findings=[
                    Finding(
                        code="judgement",
                        field="kind",
                        verdict=Verdict.INFERRED,
                        said="company",
                        message="The kind is a judgement.",
                    )
                ],
            )
        ],
        deals=[
            Deal(
                kind="acquisition",
                status="agreed",
                parties=[
                    DealParty(name="Orrin Foods NV", role="acquirer"),
                    DealParty(name="Dell’Acqua S.p.A.", role="target"),
                ],
                subject="the pasta maker",
                value=Money(text="about $2.4 billion", amount=2_400_000_000, currency="USD", bound="about"),
                dates=[
                    DealDate(
                        event="expected_close",
                        when=When(text="by June", earliest=date(2031, 3, 4), latest=date(2031, 6, 30)),
                    )
                ],
                terms=[Term(name="break fee", text="€40 million")],
                evidence=[1, 2],
                spans=[Span(field="evidence", start=0, end=5, text="Orrin")],
                verdict=Verdict.VERIFIED,
            )
        ],
        quotes=[
            Quote(
                text="We waited nine years",
                mode="direct",
                speaker="Ada Lindqvist",
                affiliation="Orrin",
                role="Orrin chief executive",
                speaker_kind="executive",
                evidence=[4],
                verdict=Verdict.VERIFIED,
            )
        ],
        claims=[
            Claim(
                statement="Pasta sales rose 7% in 2030.",
                claimant=None,
                kind="estimate",
                certainty="hedged",
                figures=[Figure(text="7%", measures="sales", period=When(text="2030"))],
                evidence=[5],
                verdict=Verdict.UNSUPPORTED,
                findings=[
                    Finding(
                        code="not_found", field="statement", verdict=Verdict.UNSUPPORTED, message="No sentence says so."
                    )
                ],
            )
        ],
        verification=Verification(records=6, verified=3, inferred=1, altered=1, unsupported=1),
    )
