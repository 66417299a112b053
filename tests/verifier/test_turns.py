"""Transcripts: who has the turn says what stands in it, and the list of those who take part says for whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.fields import Record
from tests.verifier.conftest import Check

Faults = Callable[[Record], list[str]]

CALL = """\
PELLWORTH TIMBER, INC.
Second Quarter Earnings Call

COMPANY PARTICIPANTS

Agnes Thorvale, President and Chief Executive Officer
Leopold Brandywine, Executive Vice President and Chief Financial Officer

CONFERENCE CALL PARTICIPANTS

Winifred Aldous, Harrowgate Securities
Cosmo Fennimore, Lindle & Partners

PRESENTATION

Operator: Good morning. This call is being recorded.

Agnes Thorvale: Thank you. The quarter was strong in every region.

We signed a supply contract with Dunmere Homes for nine years. One point matters most: the mill at Carrow is full.

It is the number I look at first. Leopold told me that lumber prices had bottomed in May.

Leopold Brandywine: Thanks, Agnes. Revenue was $88.2 million, up 6 percent.

Our debt has fallen to $140 million, and it will fall further by December.

QUESTIONS AND ANSWERS

Operator: The first question is from Winifred Aldous of Harrowgate Securities.

Winifred Aldous: You said that debt will fall. How much of that is timing?

Agnes Thorvale: Most of it is not timing. We will close two yards in the autumn.

Cosmo Fennimore: Would you ever sell the Carrow mill?

Agnes Thorvale: No. The mill stays with us.
"""


def quote(text: str, speaker: str, **rest: Any) -> dict[str, Any]:
    found = {"text": text, "speaker": speaker, "mode": "indirect", "speaker_kind": "executive", "evidence": []}
    return {**found, **rest}


def about(record: Record, path: str) -> list[str]:
    """The codes of the findings on one field, remarks on the citation apart."""
    return [finding.code for finding in record.findings if finding.field == path]


WORDS = [
    ("The quarter was strong in every region", "Agnes Thorvale", "Leopold Brandywine"),
    ("We signed a supply contract with Dunmere Homes for nine years", "Agnes Thorvale", "Cosmo Fennimore"),
    ("the mill at Carrow is full", "Agnes Thorvale", "Winifred Aldous"),
    ("It is the number I look at first", "Agnes Thorvale", "Leopold Brandywine"),
    ("Revenue was $88.2 million, up 6 percent", "Leopold Brandywine", "Agnes Thorvale"),
    ("Our debt has fallen to $140 million", "Leopold Brandywine", "Agnes Thorvale"),
    ("How much of that is timing?", "Winifred Aldous", "Agnes Thorvale"),
    ("We will close two yards in the autumn", "Agnes Thorvale", "Winifred Aldous"),
    ("Would you ever sell the Carrow mill?", "Cosmo Fennimore", "Agnes Thorvale"),
    ("The mill stays with us", "Agnes Thorvale", "Cosmo Fennimore"),
]


@pytest.mark.parametrize(("words", "speaker", "other"), WORDS)
def test_words_are_those_of_whoever_has_the_turn(words: str, speaker: str, other: str, check: Check) -> None:
    right = check("quotes", quote(words, speaker), article=CALL)
    assert about(right, "speaker") == []
    wrong = check("quotes", quote(words, other), article=CALL)
    assert about(wrong, "speaker") == ["speaker_altered"]


def test_the_label_is_cited_with_the_words(check: Check) -> None:
    record = check("quotes", quote("It is the number I look at first", "Agnes Thorvale"), article=CALL)
    labels = [(span.start, span.text) for span in record.spans if span.field == "speaker"]
    assert labels == [(CALL.index("Agnes Thorvale: Thank"), "Agnes Thorvale")]


def test_what_an_operator_says_is_no_officers(check: Check) -> None:
    record = check("quotes", quote("This call is being recorded", "Agnes Thorvale"), article=CALL)
    assert about(record, "speaker") == ["speaker_altered"]
    record = check("quotes", quote("This call is being recorded", "Operator", speaker_kind="other"), article=CALL)
    assert about(record, "speaker") == []


def test_what_one_tells_of_anothers_words_is_not_settled_by_the_turn(check: Check) -> None:
    words = "lumber prices had bottomed in May"
    assert about(check("quotes", quote(words, "Leopold Brandywine"), article=CALL), "speaker") == []
    assert about(check("quotes", quote(words, "Agnes Thorvale"), article=CALL), "speaker") == ["speaker_unproven"]
    for speaker in ("Winifred Aldous", "Leopold Brandywine"):
        record = check("quotes", quote("debt will fall", speaker), article=CALL)
        assert about(record, "speaker") == ["speaker_unproven"]


@pytest.mark.parametrize(
    ("speaker", "words", "body", "codes"),
    [
        ("Winifred Aldous", "How much of that is timing?", "Harrowgate Securities", []),
        ("Winifred Aldous", "How much of that is timing?", "Lindle & Partners", ["affiliation_altered"]),
        ("Winifred Aldous", "How much of that is timing?", "Pellworth Timber", ["affiliation_altered"]),
        ("Agnes Thorvale", "The mill stays with us", "Pellworth Timber", []),
        ("Agnes Thorvale", "The mill stays with us", "Harrowgate Securities", ["affiliation_altered"]),
    ],
)
def test_the_list_of_participants_says_for_whom(
    speaker: str, words: str, body: str, codes: list[str], check: Check
) -> None:
    record = check("quotes", quote(words, speaker, affiliation=body), article=CALL)
    assert about(record, "affiliation") == codes


def test_the_list_says_who_is_an_executive(check: Check) -> None:
    right = check("quotes", quote("The mill stays with us", "Agnes Thorvale"), article=CALL)
    assert about(right, "speaker_kind") == []
    asked = check("quotes", quote("How much of that is timing?", "Winifred Aldous"), article=CALL)
    assert about(asked, "speaker_kind") == ["judgement_unproven"]


@pytest.mark.parametrize(
    ("statement", "told", "claimant", "other"),
    [
        ("The mill at Carrow is full", "the mill at Carrow", "Agnes Thorvale", "Leopold Brandywine"),
        ("Revenue was $88.2 million, up 6 percent", "Revenue was", "Leopold Brandywine", "Cosmo Fennimore"),
        ("Pellworth will close two yards in the autumn", "two yards", "Agnes Thorvale", "Winifred Aldous"),
    ],
)
def test_claims_are_those_of_whoever_has_the_turn(
    statement: str, told: str, claimant: str, other: str, check: Check
) -> None:
    numbers = [sentence.number for sentence in Article.from_text(CALL).sentences if told in sentence.text]
    claim = {"statement": statement, "kind": "fact", "certainty": "asserted", "evidence": numbers, "figures": []}
    for who, codes in ((claimant, []), ("Pellworth Timber", []), (other, ["claimant_altered"])):
        assert about(check("claims", {**claim, "claimant": who}, article=CALL), "claimant") == codes, who


def test_a_sentence_with_a_colon_is_no_label(check: Check) -> None:
    text = CALL.replace("One point", "Labor: the crews are new. Freight: it is dear. One point")
    record = check("quotes", quote("the crews are new", "Agnes Thorvale"), article=text)
    assert about(record, "speaker") == []


def test_letters_and_offices_name_nobody(check: Check) -> None:
    text = (
        "Turid Quayle is the chief executive and Bayo Oduya asked.\n\nANALYST: Why?\n\nCEO: The barge sank.\n\n"
        "TURID QUAYLE: It was old.\n\nANALYST: When?\n\nBAYO ODUYA: Was it you?\n\nTURID QUAYLE: "
        "No.\n\nA. Nobody checked it."
    )
    for words in ("The barge sank", "Nobody checked it"):
        for speaker in ("Turid Quayle", "Bayo Oduya"):
            record = check("quotes", quote(words, speaker, speaker_kind="other"), article=text)
            assert "speaker_altered" not in about(record, "speaker"), (words, speaker)


OTHER_FORMS = {
    "with dashes": "Corporate participants\nTurid Quayle Hull Docks - CEO\nBayo Oduya Hull Docks - CFO\nPresentation\n"
    "Turid Quayle - Hull Docks - CEO\nThe barge sank.\n\nIt was old.\n\nBayo Oduya - Hull Docks - CFO\nNobody checked "
    "it.\n\nTurid Quayle - Hull Docks - CEO\nWe asked.",
    "on lines of their own": "Company participants\n\nTurid Quayle - CEO\nBayo Oduya - CFO\n\nTurid Quayle\n\nThe "
    "barge sank.\n\nIt was old.\n\nBayo Oduya\n\nNobody checked it.\n\nTurid Quayle\n\nWe asked.",
    "in capitals": "MS. QUAYLE: The barge sank.\n\nIt was old.\n\nMR. ODUYA: Nobody checked it.\n\n"
    "MS. QUAYLE: We asked.\n\nMR. ODUYA: When?\n\nTurid Quayle and Bayo Oduya spoke in Hull.",
    "with titles": "Turid Quayle, chief executive: The barge sank.\n\nIt was old.\n\nBayo Oduya (Hull Docks): Nobody "
    "checked it.\n\nTurid Quayle: We asked.\n\nBayo Oduya: When?",
    "with letters": "Q - Bayo Oduya\n\nNobody checked it, as far as we saw.\n\nA - Turid Quayle\n\nThe barge sank.\n\n"
    "It was old.\n\nQ - Bayo Oduya\n\nWhen?\n\nA - Turid Quayle\n\nWe asked.",
}


@pytest.mark.parametrize("form", sorted(OTHER_FORMS))
def test_labels_have_other_forms(form: str, check: Check) -> None:
    for words in ("The barge sank", "It was old"):
        record = check("quotes", quote(words, "Turid Quayle", speaker_kind="other"), article=OTHER_FORMS[form])
        assert about(record, "speaker") == [], words
        record = check("quotes", quote(words, "Bayo Oduya", speaker_kind="other"), article=OTHER_FORMS[form])
        assert about(record, "speaker") == ["speaker_altered"], words


SLIPS = CALL.replace(
    "Our debt has",
    "In May we told you first quarter orders were $381 million. It should have been $318 million. An order was entered "
    "twice. Investment will not exceed $25 million ... let me check that. No. Will not exceed $22 million. Free cash "
    "flow was $13.4 million in the quarter and $47.9 million for the six months. If tolls rose, it would cost us "
    "another $6 million or so a year before we did anything.\n\nOur debt has",
)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("First quarter orders should have been $318 million, not $381 million", ["orders were", "should have"]),
        ("Investment will not exceed $22 million", ["$25 million", "$22 million"]),
        ("Free cash flow was $47.9 million for the six months", ["$47.9 million"]),
        ("If tolls rose, it would cost another $6 million or so a year", ["tolls"]),
    ],
)
def test_what_a_speaker_sets_right_is_right(statement: str, told: list[str], check: Check, faults: Faults) -> None:
    assert faults(check("claims", slip(statement, told), article=SLIPS)) == []


@pytest.mark.parametrize(
    ("statement", "told", "code"),
    [
        ("First quarter orders were $381 million", ["orders were", "should have"], "number_altered"),
        ("First quarter orders should have been $381 million, not $318 million", ["orders were", "should have"], None),
        ("Investment will not exceed $25 million", ["$25 million", "$22 million"], "number_altered"),
        ("Free cash flow was $47.9 million in the quarter", ["$47.9 million"], "number_altered"),
    ],
)
def test_what_he_takes_back_is_wrong(
    statement: str, told: list[str], code: str | None, check: Check, faults: Faults
) -> None:
    found = faults(check("claims", slip(statement, told), article=SLIPS))
    assert found[:1] == [code] if code else found


def test_outside_of_a_transcript_nothing_is_taken_back(check: Check, faults: Faults) -> None:
    text = "Orders at Pellworth were $381 million in May. Sorry tales followed. Orders were $318 million in June."
    claim = {"statement": "Orders at Pellworth were $381 million in May", "claimant": None, "kind": "fact"}
    assert (
        faults(check("claims", {**claim, "certainty": "asserted", "evidence": [1], "figures": []}, article=text)) == []
    )


def slip(statement: str, told: list[str]) -> dict[str, Any]:
    """A claim of the finance chief's that cites the sentences with these words."""
    numbers = [one.number for one in Article.from_text(SLIPS).sentences if any(part in one.text for part in told)]
    claim = {"statement": statement, "claimant": "Leopold Brandywine", "kind": "fact", "certainty": "asserted"}
    return {**claim, "evidence": numbers, "figures": []}
