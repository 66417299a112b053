"""Speakers of quotes: who said it, for whom, in what job, or that they kept silent."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code

SOLBERG = {"text": "We are paying a fair price", "mode": "direct", "speaker": "Ingrid Solberg", "affiliation": None,
           "role": "Chief Executive Officer", "speaker_kind": "executive", "evidence": [5]}  # fmt: skip
UNIT = {**SOLBERG, "text": "Brightwater may sell Tessel's software unit next year", "mode": "indirect", "role": None,
        "evidence": [6]}  # fmt: skip
WEBB = {"text": "The price looks full", "mode": "direct", "speaker": "Marcus Webb", "affiliation": "Corvid Research",
        "role": "analyst", "speaker_kind": "analyst", "evidence": [9, 10]}  # fmt: skip
OFFER = {"text": "Brightwater had earlier offered up to $38 a share", "mode": "indirect", "affiliation": None,
         "speaker": "two people with knowledge of the talks", "role": None, "speaker_kind": "anonymous",
         "evidence": [4]}  # fmt: skip
HALDEN = {"text": "declined to comment", "mode": "no_comment", "speaker": "Halden Power", "affiliation": None,
          "role": None, "speaker_kind": "company", "evidence": [8]}  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "speaker"),
    [
        (SOLBERG, "Marcus Webb"),
        (UNIT, "Marcus Webb"),
        (WEBB, "Ingrid Solberg"),
        (OFFER, "Marcus Webb"),
        (HALDEN, "Brightwater"),
    ],
)
def test_somebody_else_did_not_say_it(check: Any, draft: dict[str, Any], speaker: str) -> None:
    record = check("quotes", {**draft, "speaker": speaker, "affiliation": None, "role": None})
    (finding,) = (one for one in record.findings if one.verdict.faulty)
    assert finding.code == Code.SPEAKER_ALTERED
    assert finding.said == speaker
    assert finding.source


def test_a_speaker_whom_the_article_does_not_name_is_unsupported(check: Any, faults: Any) -> None:
    assert faults(check("quotes", {**OFFER, "speaker": "Penelope Quist"})) == [Code.NAME_UNSUPPORTED]


def test_the_pronouns_speaker_has_a_span(check: Any) -> None:
    record = check("quotes", UNIT)
    assert [span.text for span in record.spans if span.field == "speaker"] == ["She"]


def test_an_analyst_does_not_speak_for_the_company_he_speaks_of(check: Any, faults: Any) -> None:
    assert faults(check("quotes", {**WEBB, "affiliation": "Halden Power"})) == [Code.AFFILIATION_ALTERED]


def test_another_persons_job_is_a_fault(check: Any, faults: Any) -> None:
    assert faults(check("quotes", {**SOLBERG, "role": "an analyst at Corvid Research"})) == [Code.JOB_ALTERED]


def test_silence_must_be_said(check: Any, faults: Any) -> None:
    draft = {**HALDEN, "text": "withdrew its offer last week", "evidence": [7]}
    assert faults(check("quotes", draft)) == [Code.NO_COMMENT_UNSUPPORTED]
