from __future__ import annotations

from typing import Any

from summarizer import evaluate
from summarizer.exports.evaluation import evaluation_text


def shown(gold: dict[str, Any], output: dict[str, Any], show: int = 0) -> list[str]:
    return evaluation_text(evaluate(gold, output), show).splitlines()


GOLD = {
    "parties": [{"name": "Fen Bank", "kind": "company"}, {"name": "Odile Brandt", "kind": "person"}],
    "quotes": [{"text": "It was a hard year for mills", "speaker": "Odile Brandt", "evidence": [2]}],
}
OUTPUT = {
    "parties": [{"name": "Fen Bank", "kind": "other"}],
    "quotes": [{"text": "It was a hard year", "speaker": "Jonas Fell", "evidence": [3], "verdict": "altered"}],
}


def test_each_section_and_all_together_have_a_row() -> None:
    lines = shown(GOLD, OUTPUT)
    assert lines[3:6] == [
        "  parties                     2       1        1      1.000   0.500  0.667",
        "  quotes                      1       1        1      1.000   1.000  1.000",
        "  all                         3       2        2      1.000   0.667  0.800",
    ]


def test_each_field_has_a_row_with_exact_and_relaxed_figures() -> None:
    lines = shown(GOLD, OUTPUT)
    assert "  parties.kind                 1      0.000      1       1      0.000   0.000  0.000       0.000" in lines
    assert "  quotes.text                  1      0.000      1       1      0.000   0.000  0.000       1.000" in lines
    assert "  quotes, all fields                             3       3      0.000   0.000  0.000       0.333" in lines


def test_a_figure_over_nothing_is_a_dash() -> None:
    assert "  deals                       0       0        0          –       –      –" in shown({"deals": []}, OUTPUT)


def test_what_is_wrong_comes_before_what_is_near_and_citations_come_last() -> None:
    lines = shown(GOLD, OUTPUT, show=3)
    at = lines.index("quotes: matched, and different (3)")
    assert [line.split(".")[1] for line in lines[at + 1 : at + 10 : 3]] == ["speaker", "text (near)", "evidence"]
    assert lines[at + 2 : at + 4] == ["    gold    Odile Brandt", "    output  Jonas Fell"]


def test_only_so_many_are_named_and_the_number_of_all_is_said() -> None:
    missing = {"parties": [{"name": name} for name in ("Fen Bank", "Ost Mills", "Tessary")]}
    lines = shown(missing, {"parties": []}, show=2)
    assert lines[-3:] == [
        "parties: in the gold only (2 of 3)",
        "  gold[0] parties[0]: Fen Bank",
        "  gold[0] parties[1]: Ost Mills",
    ]


def test_what_has_no_partner_is_said() -> None:
    gold = [{"id": name, "deals": []} for name in ("mill", "bank")]
    text = evaluation_text(evaluate(gold, [{"id": "mill", "deals": []}, {"id": "yard", "deals": []}]))
    assert "without output, so that all their records count as missed (1): bank\n" in text
    assert "output without gold, not counted (1): yard\n" in text


def test_long_words_are_cut() -> None:
    [*_, last] = shown({"claims": [{"statement": "very " * 200 + "long"}]}, {"claims": []}, show=1)
    assert last.endswith("…")
    assert len(last) < 350
