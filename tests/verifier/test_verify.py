"""The public face of the verifier, users' own records, and what holds for every draft whatever it says."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.fields import Money, Name, Percent, Quantity, Quotation, Record, Statement, Verbatim, When
from summarizer.schema import NEWS, Schema
from summarizer.verifier import Code, verify, verify_sections

TEXT = (
    "Corvid Pharma said on March 3, 2025 that 412 patients joined its phase 3 trial of tarnolol. "
    "Deaths fell 12% against placebo. “We saw no liver injury,” said Dr. Mira Okafor, who led the trial. "
    "The study cost $38 million."
)


class Design(StrEnum):
    BLIND = "double_blind"
    OPEN = "open_label"


class Trial(Record):
    sponsor: Name
    drug: Verbatim
    phase: Literal["phase_1", "phase_2", "phase_3"]
    patients: int
    design: Design | None = None
    effect: Percent
    cost: Money
    reported: When
    finding: Annotated[str, Field(description="in your own words")]
    quote: Quotation | None = None
    enrolled: Quantity | None = None
    note: Statement | None = None


TRIAL: dict[str, Any] = {
    "sponsor": "Corvid Pharma", "drug": "tarnolol", "phase": "phase_3", "patients": 412, "effect": "12%",
    "cost": "$38 million", "reported": "March 3, 2025", "finding": "Deaths dropped 12% against placebo.",
    "quote": "We saw no liver injury", "enrolled": "412 patients", "note": "The study cost $38 million.",
    "evidence": [1, 2, 3, 4],
}  # fmt: skip


def trial(**changes: Any) -> Any:
    result = verify(Article.from_text(TEXT), {"items": [{**TRIAL, **changes}]}, Schema.of(Trial))
    return next(result.records())[1]


def test_a_users_record_is_verified_with_no_further_code() -> None:
    record = trial()
    assert record.verdict == "verified", record.findings
    assert (record.cost.amount, record.effect.amount, record.enrolled.amount) == (38_000_000, 12, 412)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"patients": 421}, Code.NUMBER_ALTERED),
        ({"drug": "tarnolin"}, Code.TEXT_ALTERED),
        ({"effect": "21%"}, Code.NUMBER_ALTERED),
        ({"cost": "$38 billion"}, Code.SCALE_ALTERED),
        ({"reported": "March 5, 2025"}, Code.DATE_ALTERED),
        ({"finding": "Deaths rose by 12%."}, Code.DIRECTION_ALTERED),
        ({"quote": "We saw some liver injury"}, Code.QUOTE_ALTERED),
        ({"sponsor": "Corvus Pharma"}, Code.NAME_ALTERED),
    ],
)
def test_a_fault_in_a_users_record_is_found(changes: dict[str, Any], code: Code) -> None:
    assert [finding.code for finding in trial(**changes).findings if finding.verdict.faulty] == [code]


def test_a_choice_that_the_text_does_not_name_is_inferred() -> None:
    assert trial(design="double_blind").verdict == "inferred"


HEADLINE = {"headline": {"text": "Deaths fell 12% against placebo.", "evidence": [2]}}


def test_a_results_own_json_can_be_verified_again() -> None:
    article = Article.from_text(TEXT)
    first = verify(article, HEADLINE)
    second = verify(article, first.model_dump(mode="json"))
    assert second == first
    assert verify(article, first) == first
    assert first.provenance.model == "unknown"
    assert first.verification.verified == 1


def test_provenance_is_kept_and_another_text_is_noted() -> None:
    data = verify(Article.from_text(TEXT), HEADLINE).model_dump(mode="json")
    data["provenance"]["model"] = "acme/one"
    result = verify(Article.from_text(TEXT + " It ends here."), data)
    assert result.provenance.model == "acme/one"
    assert any("another text" in note for note in result.provenance.notes)


@pytest.mark.parametrize(
    "extraction",
    [
        [],
        {},
        {"headlines": []},
        {"deals": {"kind": "supply"}},
        {"deals": ["a string"]},
        {"headline": {"text": 5, "evidence": [1]}},
        {"headline": {"evidence": [1]}},
        {"headline": HEADLINE["headline"], "provenance": {"usage": 3}},
    ],
)
def test_what_does_not_have_the_shape_is_refused_with_a_reason(extraction: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"\w+"):
        verify(Article.from_text(TEXT), extraction)


def test_every_code_has_a_verdict_and_a_sentence() -> None:
    for code in Code:
        assert code.value.replace("_", "").isalpha()
        assert code.meaning.endswith(".")
        assert code.verdict is not None


def test_hostile_text_is_shown_in_bounded_plain_lines() -> None:
    hostile = "\x1b[31mred\u202e\n\n" + "x" * 5000
    record = verify(Article.from_text(TEXT), {"headline": {"text": hostile + " $99 trillion", "evidence": [1]}})
    for finding in record.headline.findings:  # type: ignore[attr-defined]
        for shown in (finding.message, finding.said or "", finding.source or ""):
            assert shown.isprintable()
            assert len(shown) < 500


WORDS = st.sampled_from(
    [
        *(
            "Norvane",
            "Tarn",
            "X",
            "He",
            "said",
            "not",
            "may",
            "rose",
            "fell",
            "“",
            "”",
            '"',
            "'",
            ".",
            ",",
            "…",
            "[...]",
        ),
        *("$1", "billion", "40%", "1,000", "−4", "Jan.", "10,", "2025", "\n", "\u200b", "é", "İ", "ß", "ﬁ"),
    ]
)
PROSE = st.lists(WORDS, min_size=1, max_size=40).map(" ".join) | st.text(max_size=80)
ARTICLE = PROSE.filter(lambda text: bool(text.strip())).filter(
    lambda text: not any("\ud800" <= character <= "\udfff" for character in text)
)
NUMBERS = st.lists(st.integers(-3, 12) | st.integers(), max_size=4)
AMOUNT = st.none() | st.integers() | st.floats()
VALUE = PROSE | st.fixed_dictionaries(
    {"text": PROSE}, optional={"amount": AMOUNT, "currency": st.none() | PROSE, "high": AMOUNT}
)
PARTY = st.fixed_dictionaries({"name": PROSE, "role": st.sampled_from(["supplier", "rival"])})
DRAFT = st.fixed_dictionaries(
    {
        "headline": st.none() | st.fixed_dictionaries({"text": PROSE, "evidence": NUMBERS}),
        "parties": st.lists(
            st.fixed_dictionaries(
                {"name": PROSE, "aliases": st.lists(PROSE, max_size=2), "kind": st.sampled_from(["company", "person"]),
                 "description": st.none() | PROSE, "ticker": st.none() | PROSE, "evidence": NUMBERS}
            ),
            max_size=2,
        ),
        "deals": st.lists(
            st.fixed_dictionaries(
                {"kind": st.just("supply"), "status": st.sampled_from(["closed", "rumored", "terminated"]),
                 "parties": st.lists(PARTY, max_size=2),
                 "subject": PROSE, "value": st.none() | VALUE,
                 "dates": st.lists(st.fixed_dictionaries({"event": st.just("closed"), "when": PROSE}), max_size=1),
                 "terms": st.lists(st.fixed_dictionaries({"name": PROSE, "text": PROSE}), max_size=1),
                 "evidence": NUMBERS}
            ),
            max_size=1,
        ),
        "quotes": st.lists(
            st.fixed_dictionaries(
                {"text": PROSE, "mode": st.sampled_from(["direct", "indirect", "mixed", "no_comment"]),
                 "speaker": PROSE, "affiliation": st.none() | PROSE, "role": st.none() | PROSE,
                 "speaker_kind": st.sampled_from(["company", "analyst"]), "evidence": NUMBERS}
            ),
            max_size=2,
        ),
        "claims": st.lists(
            st.fixed_dictionaries(
                {"statement": PROSE, "claimant": st.none() | PROSE, "kind": st.just("fact"),
                 "certainty": st.sampled_from(["asserted", "hedged", "denied"]),
                 "figures": st.lists(VALUE, max_size=2), "evidence": NUMBERS}
            ),
            max_size=2,
        ),
    }
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ARTICLE, DRAFT)
def test_whatever_a_draft_says_its_spans_are_true_and_it_gets_a_verdict(text: str, draft: dict[str, Any]) -> None:
    article = Article.from_text(text)

    verified = verify_sections(NEWS.drafts(draft), article)

    for records in verified.values():
        for record in records:
            assert record.verdict is not None
            assert all(article.sentence(number) is not None for number in record.evidence)
            assert all(article.text[span.start : span.end] == span.text for span in record.spans)
            for finding in record.findings:
                assert finding.code in {code.value for code in Code}
                assert finding.message


@settings(max_examples=60, deadline=None)
@given(ARTICLE, DRAFT)
def test_the_same_draft_gets_the_same_answer(text: str, draft: dict[str, Any]) -> None:
    article = Article.from_text(text)
    once = verify_sections(NEWS.drafts(draft), article)
    again = verify_sections(NEWS.drafts(draft), article)
    assert once == again
