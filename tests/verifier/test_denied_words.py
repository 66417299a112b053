"""Words that somebody denies are no words of his without the verb that denies them."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verdicts import Verdict
from summarizer.verifier.findings import Code

BARE = "the mill had lost its only buyer"
QUOTE = {"mode": "indirect", "speaker": "Una Brack", "affiliation": None, "role": None, "speaker_kind": "other",
         "evidence": [1]}  # fmt: skip


@pytest.mark.parametrize(
    "lead",
    [
        "denied that",
        "dismissed talk that",
        "rejected a report on Monday that",
        "did not deny that",
        "refused to confirm that",
        "doubted that",
    ],
)
def test_the_bare_clause_is_altered(check: Any, faults: Any, lead: str) -> None:
    record = check("quotes", {**QUOTE, "text": BARE}, article=f"Una Brack {lead} {BARE}.")
    assert Code.NEGATION_ELIDED in faults(record)
    assert record.verdict is Verdict.ALTERED


@pytest.mark.parametrize("lead", ["denied that", "dismissed talk that", "rejected a report on Monday that"])
def test_with_its_verb_it_is_right(check: Any, faults: Any, lead: str) -> None:
    record = check("quotes", {**QUOTE, "text": f"{lead} {BARE}"}, article=f"Una Brack {lead} {BARE}.")
    assert faults(record) == []
    # A report that is dismissed is not read as somebody's speech, which leaves the speaker a judgement.
    assert record.verdict is (Verdict.VERIFIED if lead.startswith("denied") else Verdict.INFERRED)


def test_between_quotation_marks_too(check: Any, faults: Any) -> None:
    article = f"“We deny that {BARE},” said Una Brack."
    draft = {**QUOTE, "mode": "direct"}
    assert Code.NEGATION_ELIDED in faults(check("quotes", {**draft, "text": BARE}, article=article))
    assert faults(check("quotes", {**draft, "text": f"We deny that {BARE}"}, article=article)) == []


def test_what_is_denied_may_be_somebody_elses_words(check: Any, faults: Any) -> None:
    article = f"Una Brack denied that {BARE}, as the Oslund Courier reported."
    paper = {**QUOTE, "text": BARE, "speaker": "Oslund Courier"}
    assert Code.NEGATION_ELIDED not in faults(check("quotes", paper, article=article))
    assert Code.NEGATION_ELIDED in faults(check("quotes", {**paper, "speaker": "Una Brack"}, article=article))


@pytest.mark.parametrize(
    ("article", "mode", "text"),
    [
        (f"Una Brack denied the report and said {BARE}.", "indirect", BARE),
        (f"Una Brack, who denied any fault, said that {BARE}.", "indirect", BARE),
        (f"Una Brack confirmed that {BARE}.", "indirect", BARE),
        (f"Una Brack said nobody could deny that {BARE}.", "indirect", BARE),
        (f"“No one can deny that {BARE},” said Una Brack.", "direct", BARE),
        ("Una Brack denied that the mill was for sale, calling it “a jewel”.", "direct", "a jewel"),
        ("Una Brack denied it. “We stay,” said Una Brack.", "direct", "We stay"),
    ],
)
def test_what_is_not_denied_there_is_right(check: Any, faults: Any, article: str, mode: str, text: str) -> None:
    assert faults(check("quotes", {**QUOTE, "mode": mode, "text": text, "evidence": [1, 2]}, article=article)) == []
