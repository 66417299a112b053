"""Citations: numbers that do not exist, none at all, wrong ones, and what is done about them."""

from __future__ import annotations

from typing import Any

from summarizer.verifier import Code

PRICE = {"text": "The price looks full", "mode": "direct", "speaker": "Marcus Webb", "affiliation": None, "role": None,
         "speaker_kind": "analyst"}  # fmt: skip


def codes(record: Any) -> list[str]:
    return [finding.code for finding in record.findings]


def test_a_number_that_does_not_exist_is_found_and_left_out(check: Any) -> None:
    record = check("quotes", {**PRICE, "evidence": [10, 99, 0, -3]})
    assert codes(record) == [Code.CITATION_UNKNOWN]
    assert record.evidence == [10]
    assert record.verdict == "verified"


def test_a_sentence_cited_twice_is_kept_once(check: Any) -> None:
    record = check("quotes", {**PRICE, "evidence": [10, 10]})
    assert record.evidence == [10]
    assert codes(record) == [Code.CITATION_REPEATED]


def test_a_wrong_citation_is_replaced_without_fault(check: Any) -> None:
    record = check("quotes", {**PRICE, "evidence": [3]})
    assert record.evidence == [10]
    assert codes(record) == [Code.CITATION_CORRECTED]
    assert record.verdict == "verified"


def test_a_citation_that_holds_a_part_is_completed(check: Any) -> None:
    record = check("quotes", {**PRICE, "affiliation": "Corvid Research", "evidence": [10]})
    assert record.evidence == [9, 10]
    assert codes(record) == [Code.CITATION_CORRECTED]


def test_no_citation_is_filled_in_where_the_words_stand(check: Any) -> None:
    record = check("quotes", {**PRICE, "evidence": []})
    assert record.evidence == [10]


def test_no_citation_and_no_support_is_unsupported(check: Any) -> None:
    record = check("headline", {"text": "Penguins waddle gracefully", "evidence": []})
    assert Code.CITATION_MISSING in codes(record)
    assert record.verdict == "unsupported"


def test_every_cited_sentence_has_a_span(check: Any, takeover: Any) -> None:
    record = check("quotes", {**PRICE, "evidence": [10, 11]})
    cited = [span.text for span in record.spans if span.field == "evidence"]
    assert cited == [takeover.sentence(10).text, takeover.sentence(11).text]


def test_what_a_figure_measures_brings_no_sentence_in(check: Any) -> None:
    text = (
        "Kolbrun pulled out of a venture in Porto last year, letting its half go for 7 million kroner. "
        "Rivals in Spain have driven prices down. Nobody expects the price to recover."
    )
    figure = {"text": "7 million kroner", "measures": "price", "period": None, "type": "money", "amount": 7_000_000,
              "currency": "NOK", "unit": None, "bound": "exactly"}  # fmt: skip
    statement = "Kolbrun pulled out of a venture in Porto last year, letting its half go for 7 million kroner"
    record = check(
        "claims",
        {"statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [figure],
         "evidence": [1]},
        article=text,
    )  # fmt: skip
    assert record.evidence == [1]
    assert Code.CITATION_CORRECTED not in codes(record)


FERRY = """\
Skagen Line will sell two ferries. The yard in Gdynia built both.
They carry 900 cars each. Bookings rose in spring. Fuel became dearer. The crews were told on Monday.
A union called it a shock. The mayor asked for talks. The route opened in 1974.
The sale lapses if no permit comes by May, according to the notice.
"""


def test_a_claimant_named_far_away_brings_no_sentence_in(check: Any) -> None:
    claim = {"statement": "The sale lapses if no permit comes by May", "claimant": "Skagen Line", "kind": "fact",
             "certainty": "asserted", "figures": [], "evidence": [10]}  # fmt: skip
    far = check("claims", claim, article=FERRY)
    assert far.evidence == [10]
    near = check("claims", {**claim, "evidence": [4], "statement": "Bookings rose in spring"}, article=FERRY)
    assert 1 not in near.evidence or near.evidence == [1, 4]


def test_a_role_is_cited_where_it_is_the_speakers_own(check: Any) -> None:
    text = (
        "Tarn Chemical and Orrin Dye will merge. Tarn President Hiro Stent will lead the new company. "
        "Orrin President Masa Lund becomes chairman. The seat is Tarnby. Stent said neither could invest alone."
    )
    quote = {"text": "neither could invest alone", "mode": "indirect", "speaker": "Hiro Stent", "affiliation": None,
             "role": "President", "speaker_kind": "executive", "evidence": [5]}  # fmt: skip
    assert check("quotes", quote, article=text).evidence == [2, 5]
