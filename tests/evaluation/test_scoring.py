"""Invented gold and outputs, with every figure worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer import evaluate
from summarizer.errors import ConfigurationError
from summarizer.evaluation import Count, Evaluation
from summarizer.evaluation.fields import EVIDENCE, FIELDS
from summarizer.exports.evaluation import evaluation_text
from summarizer.fields import own_fields
from summarizer.schema import NEWS

PALLISTER = {"name": "Pallister Mills plc", "aliases": ["Pallister", "the weaver"], "kind": "company"}
ODILE = {"name": "Odile Brandt", "kind": "person"}
LOOM = {
    "kind": "acquisition",
    "status": "agreed",
    "subject": "the Loom Street works",
    "value": "more than £40 million",
    "parties": [
        {"name": "Pallister Mills plc", "role": "acquirer"},
        {"name": "Tessary plc", "role": "target"},
    ],
}


def score(gold: dict[str, Any], output: dict[str, Any]) -> Evaluation:
    return evaluate({"source": {"path": "a.txt"}, **gold}, {"source": {"path": "a.txt"}, **output})


def test_every_field_of_every_record_is_compared() -> None:
    assert {name: list(fields) for name, fields in FIELDS.items()} == {
        name: list(own_fields(section.record)) for name, section in NEWS.sections.items()
    }


def test_precision_recall_and_f1_of_records() -> None:
    # Two of three found, one invented: P 2/3, R 2/3; three parties each.
    gold = {"parties": [PALLISTER, ODILE, {"name": "Fen Bank", "kind": "company"}]}
    output = {"parties": [ODILE, {"name": "Pallister", "kind": "company"}, {"name": "Utah", "kind": "other"}]}
    count = score(gold, output).kinds["parties"].records
    assert count == Count(gold=3, output=3, right=2)
    assert (count.precision, count.recall, count.f1) == (2 / 3, 2 / 3, 2 / 3)


def test_what_is_missed_and_what_is_spurious_is_named() -> None:
    evaluation = score({"parties": [PALLISTER, ODILE]}, {"parties": [ODILE, {"name": "Utah", "verdict": "verified"}]})
    [document] = evaluation.documents
    assert [(one.path, one.words) for one in document.missed] == [("parties[0]", "Pallister Mills plc")]
    assert [(one.path, one.words, one.verdict) for one in document.spurious] == [("parties[1]", "Utah", "verified")]


def test_a_section_that_the_gold_lacks_is_not_scored_and_an_empty_one_is() -> None:
    output = {"parties": [PALLISTER], "deals": [LOOM], "headline": {"text": "Pallister buys"}}
    evaluation = score({"deals": [], "headline": None}, output)
    assert {name: kind.records for name, kind in evaluation.kinds.items()} == {
        "headline": Count(0, 1, 0),
        "deals": Count(0, 1, 0),
    }
    assert evaluation.f1 == 0.0


def test_a_field_that_the_gold_lacks_is_not_scored_and_null_is() -> None:
    gold = {"parties": [{"name": "Odile Brandt", "ticker": None}]}
    fields = score(gold, {"parties": [{**ODILE, "ticker": "ODB"}]}).kinds["parties"].fields
    assert list(fields) == ["name", "ticker"]
    assert fields["ticker"].exact == Count(gold=0, output=1, right=0)
    assert (fields["ticker"].pairs, fields["ticker"].accuracy) == (1, 0.0)


def test_null_on_both_sides_is_agreement_and_no_value_found() -> None:
    fields = score({"parties": [{**ODILE, "ticker": None}]}, {"parties": [ODILE]}).kinds["parties"].fields
    assert fields["ticker"].exact == Count()
    assert (fields["ticker"].exact.f1, fields["ticker"].accuracy) == (None, 1.0)


def test_the_fields_of_a_deal_in_exact_and_relaxed_counts() -> None:
    output = {
        **LOOM,
        "status": "closed",
        "subject": "Loom Street works and a yard",  # three of three and of five words (no article): 2·3/8
        "value": "£40 million",  # another bound
        "parties": [
            {"name": "PALLISTER MILLS PLC", "role": "acquirer"},
            {"name": "Tessary", "role": "seller"},  # another role
            {"name": "Fen Bank", "role": "lender"},
        ],
    }
    fields = score({"deals": [LOOM]}, {"deals": [output]}).kinds["deals"].fields
    found = {
        name: (field.exact.gold, field.exact.output, field.exact.right, field.close) for name, field in fields.items()
    }
    assert found == {
        "kind": (1, 1, 1, 1),
        "status": (1, 1, 0, 0),
        "parties": (2, 3, 1, 2),
        "subject": (1, 1, 0, 1),
        "value": (1, 1, 0, 1),
    }
    together = score({"deals": [LOOM]}, {"deals": [output]}).kinds["deals"].all_fields
    assert (together.exact, together.close) == (Count(gold=6, output=7, right=2), 5)


def test_a_deal_is_found_without_the_advisers_that_the_gold_lists() -> None:
    advisers = [{"name": f"{name} Partners", "role": "adviser"} for name in ("Aldous", "Birch", "Cray", "Dunmore")]
    gold = {**LOOM, "parties": [*LOOM["parties"], *advisers], "value": None}
    # Both of the output's parties, two of six of the gold's: (1 + 1/3) / 2 with weight 3, the subject whole with 1.
    assert score({"deals": [gold]}, {"deals": [{**LOOM, "value": None}]}).records == Count(1, 1, 1)


def test_two_deals_of_one_buyer_are_kept_apart_by_their_values() -> None:
    other = {
        **LOOM,
        "subject": "a dye house",
        "value": "£7 million",
        "parties": [LOOM["parties"][0], {"name": "Verrin Dyes Ltd", "role": "target"}],
    }
    evaluation = score({"deals": [LOOM, other]}, {"deals": [{**other, "status": "closed"}]})
    assert evaluation.records == Count(2, 1, 1)
    assert [one.path for one in evaluation.documents[0].missed] == ["deals[0]"]


def test_another_deal_of_the_same_buyer_is_not_taken_for_it() -> None:
    other = {**LOOM, "subject": "a dye house", "value": "£7 million"}
    other["parties"] = [LOOM["parties"][0], {"name": "Verrin Dyes Ltd", "role": "target"}]
    assert score({"deals": [LOOM]}, {"deals": [other]}).records == Count(1, 1, 0)


def test_dates_are_right_by_event_and_day_and_terms_by_their_words() -> None:
    gold = {
        **LOOM,
        "dates": [{"event": "expected_close", "when": "in June 2026"}, {"event": "signed", "when": "on Friday"}],
        "terms": [{"name": "break fee", "text": "a break fee of £1 million"}, {"name": "payment", "text": "in cash"}],
    }
    output = {
        **LOOM,
        "dates": [{"event": "closed", "when": "in June 2026"}, {"event": "signed", "when": "on Friday"}],
        "terms": [{"name": "fee", "text": "a break fee of £1 million"}, {"name": "payment", "text": "half in shares"}],
    }
    fields = score({"deals": [gold]}, {"deals": [output]}).kinds["deals"].fields
    assert (fields["dates"].exact, fields["dates"].close) == (Count(2, 2, 1), 2)
    # "in cash" and "half in shares" share one word of two and three: 2/5, less than half.
    assert (fields["terms"].exact, fields["terms"].close) == (Count(2, 2, 1), 1)


def test_quotes_are_matched_by_words_and_their_speakers_scored() -> None:
    gold = {
        "quotes": [
            {"text": "We will not run a mill that burns coal", "speaker": "Odile Brandt"},
            {"text": "It was a hard year", "speaker": "Jonas Fell"},
        ]
    }
    output = {
        "quotes": [
            {"text": "It was a hard year.", "speaker": "Odile Brandt"},
            {"text": "a mill that burns coal", "speaker": "Brandt"},  # four of eight and of four words: 2·4/12
            {"text": "Fell said nothing else", "speaker": "Fell"},
        ]
    }
    kind = score(gold, output).kinds["quotes"]
    assert kind.records == Count(2, 3, 2)
    assert (kind.fields["text"].exact.right, kind.fields["text"].close) == (1, 2)
    assert (kind.fields["speaker"].exact.right, kind.fields["speaker"].close) == (0, 1)


def test_the_same_words_said_twice_go_to_the_speaker_who_said_them() -> None:
    gold = {"quotes": [{"text": "declined to comment", "speaker": name} for name in ("Tessary plc", "Fen Bank")]}
    output = {"quotes": [{"text": "declined to comment", "speaker": "Fen Bank"}]}
    [document] = score(gold, output).documents
    assert [one.words for one in document.missed] == ["“declined to comment” — Tessary plc"]
    assert document.different == ()


def test_quotes_with_places_are_matched_by_the_characters_that_they_share() -> None:
    def quote(start: int, end: int) -> dict[str, Any]:
        spans = [{"field": "text", "start": start, "end": end, "text": "x" * (end - start)}]
        return {"text": "steel first", "speaker": "Fell", "spans": spans}

    # 40 to 60 and 45 to 65 share 15 characters of 20 and 20: 30/40. 10 to 30 shares none, for all its same words.
    assert score({"quotes": [quote(40, 60)]}, {"quotes": [quote(10, 30), quote(45, 65)]}).records == Count(1, 2, 1)
    assert score({"quotes": [quote(40, 60)]}, {"quotes": [quote(10, 30)]}).records == Count(1, 1, 0)


def test_a_claim_in_other_words_is_found_by_the_sentence_that_both_cite() -> None:
    gold = {"claims": [{"statement": "Output at Loom Street fell 12%", "evidence": [4]}]}
    told = "The works in Loom Street made 12% less cloth than in the year before"
    # Shared: loom, street, 12 of six and thirteen words: 6/19, more than a quarter and less than half.
    assert score(gold, {"claims": [{"statement": told, "evidence": [4]}]}).records == Count(1, 1, 1)
    assert score(gold, {"claims": [{"statement": told, "evidence": [5]}]}).records == Count(1, 1, 0)
    assert score(gold, {"claims": [{"statement": told}]}).records == Count(1, 1, 0)


def test_the_figures_of_a_claim_are_scored_one_by_one() -> None:
    said = "Sales rose 4% to about £90 million"
    gold = {"claims": [{"statement": said, "kind": "fact", "figures": ["4%", "about £90 million"]}]}
    output = {"claims": [{"statement": said, "kind": "forecast", "figures": ["£90 million", "4 percent", "two years"]}]}
    fields = score(gold, output).kinds["claims"].fields
    assert (fields["figures"].exact, fields["figures"].close) == (Count(2, 3, 1), 2)
    assert fields["kind"].accuracy == 0.0


def test_cited_sentences_are_scored_where_the_gold_gives_them() -> None:
    gold = {"headline": {"text": "Pallister buys a mill", "evidence": [1, 3]}}
    fields = (
        score(gold, {"headline": {"text": "Pallister buys a mill", "evidence": [3, 5, 6]}}).kinds["headline"].fields
    )
    assert fields[EVIDENCE].exact == Count(gold=2, output=3, right=1)


def test_offsets_and_citations_of_another_text_are_not_compared() -> None:
    gold = {"source": {"path": "a.txt", "sha256": "1"}, "headline": {"text": "Pallister buys a mill", "evidence": [1]}}
    evaluation = evaluate(gold, {**gold, "source": {"path": "a.txt", "sha256": "2"}})
    assert list(evaluation.kinds["headline"].fields) == ["text"]
    assert "different texts" in evaluation.notes[0]


def test_counts_are_summed_over_the_articles() -> None:
    gold = [{"source": {"path": name}, "parties": [ODILE]} for name in ("a.txt", "b.txt", "c.txt")]
    output = [
        {"source": {"path": "a.txt"}, "parties": [ODILE, PALLISTER, {"name": "Fen Bank"}]},
        {"source": {"path": "b.txt"}, "parties": []},
    ]
    evaluation = evaluate(gold, output)
    assert evaluation.records == Count(gold=3, output=3, right=1)
    assert evaluation.missing == ("c",)
    assert [document.kinds["parties"].records for document in evaluation.documents] == [
        Count(1, 3, 1),
        Count(1, 0, 0),
        Count(1, 0, 0),
    ]


def test_the_names_of_records_and_fields_are_checked() -> None:
    told = r"gold\[0\]: deals\[0\]\.parties\[1\]\.role: give 'supplier', 'customer', .* or 'other', not \"banker\""
    with pytest.raises(ConfigurationError, match=told):
        score({"deals": [{"parties": [LOOM["parties"][0], {"name": "Fen Bank", "role": "banker"}]}]}, {"deals": []})
    with pytest.raises(ConfigurationError, match=r"parties\[0\]\.naem: there is no such field: leave"):
        score({"parties": [{"naem": "Fen Bank"}]}, {"parties": []})


def test_two_empty_sides_agree() -> None:
    evaluation = score({"deals": []}, {"deals": []})
    assert (evaluation.records.f1, evaluation.f1) == (None, 1.0)


def test_the_json_has_the_figures_of_every_article() -> None:
    document = score({"parties": [PALLISTER, ODILE]}, {"parties": [ODILE]}).document()
    assert document["records"] == {
        "gold": 2,
        "output": 1,
        "right": 1,
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.6667,
    }
    [article] = document["documents"]
    assert (article["article"], article["missed"]) == ("a", [{"path": "parties[0]", "words": "Pallister Mills plc"}])
    assert article["kinds"]["parties"]["fields"]["name"]["accuracy"] == 1.0


def test_precision_is_told_by_verdict_where_the_output_has_verdicts() -> None:
    gold = {"parties": [{"name": "Fen Bank"}, {"name": "Ost Mills"}]}
    output = [
        ("Fen Bank", "verified"),
        ("Ost Mills", "altered"),
        ("Utah", "verified"),
        ("Ohio", "altered"),
        ("x", None),
    ]
    parties = [{"name": name, "verdict": verdict} for name, verdict in [*output, ("Odile", "verified")]]
    both = [{**gold, "id": name} for name in "ab"]
    evaluation = evaluate(both, [{"id": name, "parties": parties} for name in "ab"])
    assert evaluation.kinds["parties"].verdicts == {"verified": Count(0, 6, 2), "altered": Count(0, 4, 2)}
    rows = evaluation_text(evaluation)
    assert "  parties, verified                        6        2      0.333\n" in rows
    assert "  all, altered                             4        2      0.500\n" in rows
    assert evaluation.document()["kinds"]["parties"]["verdicts"]["verified"]["precision"] == 0.3333
    assert "by verdict" not in evaluation_text(evaluate(gold, gold))
