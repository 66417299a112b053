"""Quotes: their words and their marks."""

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


@pytest.mark.parametrize("draft", [SOLBERG, UNIT, WEBB, OFFER, HALDEN])
def test_a_right_quote_is_verified(check: Any, draft: dict[str, Any]) -> None:
    record = check("quotes", draft)
    assert record.verdict == "verified", record.findings


@pytest.mark.parametrize(
    "text",
    [
        "We are paying a fair price, and we will not raise it again.",
        "We are paying a fair price and we will not raise it again",
        "“We are paying a fair price … and we will not raise it again.”",
        "We are paying a fair price,” Chief Executive Officer Ingrid Solberg told reporters, “and we will not raise it",
    ],
)
def test_a_quote_split_by_its_speaker_may_be_joined(check: Any, faults: Any, text: str) -> None:
    mode = "mixed" if "told" in text else "direct"
    assert faults(check("quotes", {**SOLBERG, "text": text, "mode": mode})) == []


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        (SOLBERG, "We are paying a high price"),
        (SOLBERG, "We are paying a fair price, and we will raise it again."),
        (UNIT, "Brightwater will sell Tessel's software unit next year"),
        (WEBB, "The price looks low"),
    ],
)
def test_changed_words_are_a_fault(check: Any, faults: Any, draft: dict[str, Any], text: str) -> None:
    assert faults(check("quotes", {**draft, "text": text})) == [Code.QUOTE_ALTERED]


def test_an_ellipsis_may_not_swallow_the_negation(check: Any, faults: Any) -> None:
    assert faults(check("quotes", {**SOLBERG, "text": "we will … raise it again"})) == [Code.NEGATION_ELIDED]


def test_two_speakers_words_are_not_one_quote(check: Any, faults: Any) -> None:
    text = "We are paying a fair price, Integration won't be easy."
    assert faults(check("quotes", {**SOLBERG, "text": text})) == [Code.QUOTE_SPLICED]


def test_words_that_nobody_said_are_unsupported(check: Any, faults: Any) -> None:
    record = check("quotes", {**SOLBERG, "text": "Penguins are the future of this industry"})
    assert faults(record) == [Code.QUOTE_UNSUPPORTED]


def test_direct_speech_stands_between_quotation_marks(check: Any, faults: Any) -> None:
    assert faults(check("quotes", {**UNIT, "mode": "direct"})) == [Code.QUOTE_MODE_ALTERED]
    assert faults(check("quotes", {**SOLBERG, "mode": "indirect"})) == [Code.QUOTE_MODE_ALTERED]


def test_words_outside_the_marks_are_not_direct_speech(check: Any, faults: Any) -> None:
    text = "Halden’s chief called the bid “far too low” and walked away, Jane Roe of Corvid said."
    draft = {**WEBB, "speaker": "Jane Roe", "affiliation": None, "role": None, "evidence": [1]}
    record = check("quotes", {**draft, "text": "the bid “far too low” and walked away"}, article=text)
    assert Code.QUOTE_MODE_ALTERED in faults(record)


def test_a_word_that_also_stands_outside_the_marks_is_taken_between_them(check: Any, faults: Any) -> None:
    text = "Elmhithe is shut. Ms Dorrity kept it. “Elmhithe,” she told the Post, “has no pier.”"
    draft = {
        "text": "Elmhithe … has no pier", "mode": "direct", "speaker": "Ms Dorrity", "affiliation": None, "role": None,
        "speaker_kind": "other", "evidence": [1, 2, 3],
    }  # fmt: skip
    assert faults(check("quotes", draft, article=text)) == []


BRISK = {"mode": "mixed", "speaker": "Tova Brisk", "affiliation": None, "role": None, "speaker_kind": "executive",
         "evidence": [1]}  # fmt: skip
ENDED = "“The pier is sound,” said Tova Brisk, who added that it may be mended in the end."
PARTLY = "Bookings were “very strong” in May, said Tova Brisk, but few expect that they will last."


@pytest.mark.parametrize("mode", ["direct", "mixed", "indirect"])
@pytest.mark.parametrize(
    ("article", "text"),
    [
        (ENDED, "The pier is sound,” said Tova Brisk, who added that it may be mended in the end"),
        (ENDED, "The pier is sound,” said Tova Brisk"),
        (PARTLY, "Bookings were “very strong” in May, said Tova Brisk, but few expect that they will last"),
    ],
)
def test_a_quote_does_not_run_over_its_marks_into_who_says_it(
    check: Any, faults: Any, article: str, text: str, mode: str
) -> None:
    record = check("quotes", {**BRISK, "text": text, "mode": mode}, article=article)
    assert Code.QUOTE_ALTERED in faults(record)
    assert "not the speaker's" in " ".join(finding.message for finding in record.findings)


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (PARTLY, "Bookings were “very strong” in May"),
        ("“The pier,” Tova Brisk said, “is sound.”", "The pier,” Tova Brisk said, “is sound"),
        ("Tova Brisk said the pier is “sound” and, she added, dry.", "the pier is “sound” and, she added, dry"),
        (
            "Tova Brisk claimed the pier is “sound,” and concluded that fears of a fall were “mere talk.”",
            "the pier is “sound,” and concluded that fears of a fall were “mere talk.”",
        ),
        ("Tova Brisk said fares were “low” at first and “high” later.", "fares were “low” at first and “high” later"),
    ],
)
def test_a_quote_that_is_marked_here_and_there_is_one_utterance(
    check: Any, faults: Any, article: str, text: str
) -> None:
    assert not faults(check("quotes", {**BRISK, "text": text}, article=article))
