"""The verifier's benchmark: its drafts are wrong where they should be, the same for the same seed, for every code."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.verifier.cases import RECORDS, Case, judge  # noqa: E402
from benchmarks.verifier.corruption import Operator  # noqa: E402
from benchmarks.verifier.operators import load_operators  # noqa: E402
from benchmarks.verifier.report import caught, uncovered  # noqa: E402
from benchmarks.verifier.run import Plan, corrupted, run  # noqa: E402
from benchmarks.verifier.sources import load, own, written  # noqa: E402
from benchmarks.verifier.variants import VARIANTS  # noqa: E402

OPERATORS = {operator.name: operator for operator in load_operators()}


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return [*written.cases(), *written.unseen()]


def test_every_code_of_a_faulty_record_is_some_operators() -> None:
    assert uncovered(OPERATORS.values()) == []


def test_there_are_more_operators_than_the_issue_asks_for() -> None:
    assert len(OPERATORS) >= 50
    assert all(operator.does.endswith(".") and operator.codes for operator in OPERATORS.values())


def test_every_operator_is_in_a_file_of_its_own_name() -> None:
    files = {path.stem for path in (ROOT / "benchmarks/verifier/operators").glob("*.py")} - {"__init__"}
    assert files == set(OPERATORS)


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_the_drafts_of_an_operator_differ_from_the_record_and_are_records(name: str, cases: list[Case]) -> None:
    for case in cases:
        for draft in OPERATORS[name].drafts(case, seed=3, most=3):
            assert draft != case.draft
            RECORDS[case.section].model_validate(draft)


def test_the_same_seed_makes_the_same_drafts_and_another_others(cases: list[Case]) -> None:
    def made(seed: int) -> list[object]:
        plan = Plan(seed, list(OPERATORS.values()), a_record=1, a_source=10)
        return [draft for one in OPERATORS.values() for _, _, draft in corrupted(cases, one, plan)]

    assert made(1) == made(1)
    assert made(1) != made(2)


def test_the_corruptions_written_by_hand_name_operators_that_exist(cases: list[Case]) -> None:
    assert {name for case in cases for name, _ in case.wrong} <= set(OPERATORS)


def test_a_changed_number_stands_nowhere_in_the_article(cases: list[Case]) -> None:
    operator = OPERATORS["digits_transposed"]
    for case in cases:
        alone = replace(case, wrong=())
        for draft in operator.drafts(alone, seed=1, most=5):
            assert str(draft) not in case.article.text
            if case.statement_field and draft[case.statement_field] != case.statement:
                new = set(draft[case.statement_field].split()) - set(case.statement.split())
                assert new
                assert not any(word.strip(".,;") in case.article.text.split() for word in new)


def test_a_swapped_name_is_another_partys(cases: list[Case]) -> None:
    [case] = [one for one in cases if one.statement == "Ferrand Partners is Pellucid's adviser."]
    drafts = [draft["statement"] for draft in OPERATORS["name_swapped"].drafts(case, seed=1, most=4)]
    assert drafts
    assert all("Ferrand Partners is Pellucid's" not in draft for draft in drafts)


def test_harmless_variants_differ_from_the_record_and_are_records(cases: list[Case]) -> None:
    made = dict.fromkeys(VARIANTS, 0)
    for name, variant in VARIANTS.items():
        for case in cases:
            for draft in variant(case, random.Random(1)):  # noqa: S311
                RECORDS[case.section].model_validate(draft)
                made[name] += draft != case.draft
    assert made["curly or straight quotes"] > 5
    assert made["whole article cited"] == len(cases)


def test_a_whole_run_counts_what_is_caught(cases: list[Case]) -> None:
    chosen = [OPERATORS["scale"], OPERATORS["name_invented"]]
    some = [case for case in cases if case.key.startswith("rival_bid/")]
    results = run({"written": some}, Plan(1, chosen, variants=False))
    assert len(results.right) == len(some)
    assert {outcome.label for outcome in results.wrong} == {"scale", "name_invented"}
    assert "name_invented" in caught(results.wrong, chosen)


def test_an_invented_company_is_caught_with_the_right_code(cases: list[Case]) -> None:
    [case] = [one for one in cases if one.draft.get("name") == "Ferrand Partners"]
    outcome = judge(case, "name_invented", case.having(name="Quillmark Systems"))
    assert outcome.marked
    assert outcome.codes & OPERATORS["name_invented"].codes


def test_an_operator_refuses_a_code_that_does_not_exist() -> None:
    from benchmarks.verifier.corruption import operator

    with pytest.raises(AssertionError):
        operator("wrong", "Does nothing.", ("no_such_code",))


def test_the_recorded_answers_give_right_records_of_every_section() -> None:
    found = list(own.cases())
    assert {case.section for case in found} == set(RECORDS)
    assert len(found) > 600


def test_an_unknown_source_is_refused() -> None:
    with pytest.raises(SystemExit, match="no such source"):
        load(["nowhere"])


def test_the_list_of_operators_is_printed() -> None:
    command = [sys.executable, "-m", "benchmarks.verifier", "--list"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "digit_changed" in done.stdout
    assert isinstance(OPERATORS["scale"], Operator)
