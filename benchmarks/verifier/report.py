"""The tables that a run prints, and the misses and false alarms behind them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.verifier.cases import Outcome
from benchmarks.verifier.corruption import Operator
from benchmarks.verifier.peers import Peer, answer_of
from benchmarks.verifier.run import UNTOUCHED, Results
from summarizer.verdicts import Verdict
from summarizer.verifier.findings import Code


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.1f}" if whole else "     –"


def tables(results: Results, operators: Sequence[Operator]) -> str:
    return "\n\n".join((false_alarms(results.right), caught(results.wrong, operators), summary(results)))


def false_alarms(right: Sequence[Outcome]) -> str:
    lines = ["Right records that are marked (false alarms)", ""]
    lines.append(f"{'source':12}{'variant':28}{'n':>7}{'marked':>8}{'%':>7}{'verified %':>12}{'inferred %':>12}")
    rows: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in right:
        rows[outcome.case.source, outcome.label].append(outcome)
    for (source, label), found in rows.items():
        lines.append(_alarm_row(source, label, found))
    for source in dict.fromkeys(outcome.case.source for outcome in right):
        found = [outcome for outcome in right if outcome.case.source == source]
        lines.append(_alarm_row(source, "all", found))
    untouched = [outcome for outcome in right if outcome.label == UNTOUCHED]
    lines += [_alarm_row("all", UNTOUCHED, untouched), _alarm_row("all", "all", right)]
    return "\n".join(lines)


def _alarm_row(source: str, label: str, found: Sequence[Outcome]) -> str:
    marked = sum(outcome.marked for outcome in found)
    shares = [
        percent(sum(one.verdict is verdict for one in found), len(found))
        for verdict in (Verdict.VERIFIED, Verdict.INFERRED)
    ]
    return (
        f"{source:12}{label:28}{len(found):>7}{marked:>8}{percent(marked, len(found)):>7}{shares[0]:>12}{shares[1]:>12}"
    )


def caught(wrong: Sequence[Outcome], operators: Sequence[Operator]) -> str:
    sources = list(dict.fromkeys(outcome.case.source for outcome in wrong))
    head = "".join(f"{source:>10}" for source in sources)
    lines = ["Corruptions by operator: caught %, with the right code %; caught % by source", ""]
    lines.append(f"{'operator':24}{'n':>6}{'caught':>8}{'code':>8}{head}")
    for operator in operators:
        found = [outcome for outcome in wrong if outcome.label == operator.name]
        if found:
            lines.append(_caught_row(operator.name, found, sources, operator.codes))
    codes = {operator.name: operator.codes for operator in operators}
    right_code = sum(bool(outcome.codes & codes[outcome.label]) for outcome in wrong)
    total = _caught_row("all", wrong, sources, None)
    lines.append(total[:38] + f"{percent(right_code, len(wrong)):>8}" + total[46:])
    return "\n".join(lines)


def _caught_row(name: str, found: Sequence[Outcome], sources: Sequence[str], codes: frozenset[str] | None) -> str:
    marked = sum(outcome.marked for outcome in found)
    coded = sum(bool(outcome.codes & codes) for outcome in found) if codes else 0
    row = f"{name:24}{len(found):>6}{percent(marked, len(found)):>8}{percent(coded, len(found)):>8}"
    for source in sources:
        mine = [outcome for outcome in found if outcome.case.source == source]
        row += f"{percent(sum(outcome.marked for outcome in mine), len(mine)):>10}"
    return row


def side_by_side(
    results: Results, peers: Sequence[Peer], missing: Sequence[str], seed: int = 1, each: int = 4, most: int = 200
) -> str:
    """How the verifier and other tools take the same records and corruptions: a seeded sample of every operator."""
    untouched = [outcome for outcome in results.right if outcome.label == UNTOUCHED]
    chance = random.Random(seed)
    wrong = []
    for name in dict.fromkeys(outcome.label for outcome in results.wrong):
        made = [outcome for outcome in results.wrong if outcome.label == name]
        wrong += chance.sample(made, min(each, len(made)))
    right = chance.sample(untouched, min(most, len(untouched)))
    lines = [f"Side by side on {len(wrong)} corruptions and {len(right)} untouched records: caught, and marked", ""]
    lines.append(f"{'tool':40}{'copied words only':>20}{'with the statements':>22}{'no answer':>11}")
    lines.append(f"{'':40}{'caught %':>10}{'marked %':>10}{'caught %':>12}{'marked %':>10}{'in 1 s':>11}")
    shares = [percent(sum(one.marked for one in found), len(found)) for found in (wrong, right)]
    lines.append(f"{'summarizer':40}{'':20}{shares[0]:>12}{shares[1]:>10}{0:>11}")
    for peer in peers:
        row, silent = f"{peer.name:40}", 0
        for statements in (False, True):
            for found, width in ((wrong, 12 if statements else 10), (right, 10)):
                answers = [answer_of(peer, outcome, statements) for outcome in found]
                silent += answers.count(None)
                row += f"{percent(answers.count(False), len(found)):>{width}}"
        lines.append(f"{row}{silent:>11}")
    lines += [*missing, "", *(f"{peer.name}: {peer.how}." for peer in peers)]
    lines.append(
        "Fields that a tool has no notion of (roles, statuses, modes, who said it, certainty) are not given to it; "
        "what is not given, and what is not answered in a second, counts as accepted."
    )
    return "\n".join(lines)


def figures(results: Results, operators: Sequence[Operator]) -> dict[str, Any]:
    """The figures of a run as JSON."""
    rows = {}
    for operator in operators:
        found = [outcome for outcome in results.wrong if outcome.label == operator.name]
        if found:
            rows[operator.name] = {
                "n": len(found),
                "caught": sum(outcome.marked for outcome in found) / len(found),
                "right_code": sum(bool(outcome.codes & operator.codes) for outcome in found) / len(found),
            }
    n = len(results.right)
    wrong = results.wrong
    return {
        "corruptions": len(wrong),
        "caught": sum(outcome.marked for outcome in wrong) / len(wrong) if wrong else None,
        "mean_over_operators": sum(row["caught"] for row in rows.values()) / len(rows) if rows else None,
        "worst_operator": min(rows, key=lambda name: rows[name]["caught"]) if rows else None,
        "right_records": n,
        "false_alarms": sum(outcome.marked for outcome in results.right) / n if n else None,
        "operators": rows,
    }


def summary(results: Results) -> str:
    made: set[str] = set()
    for outcome in results.wrong:
        made |= outcome.codes
    never = [str(code) for code in Code if code.verdict.faulty and str(code) not in made | JUDGED]
    return "Codes of faulty records that no corruption of this run drew: " + (", ".join(never) or "none")


JUDGED = frozenset({"meaning_contradicted", "meaning_unsupported"})
"""Codes that only a model's judgement draws; the benchmark runs without a model."""


def uncovered(operators: Iterable[Operator]) -> list[str]:
    """The codes of faulty records that no operator declares."""
    declared = frozenset().union(*(operator.codes for operator in operators)) | JUDGED
    return [str(code) for code in Code if code.verdict.faulty and str(code) not in declared]


def shown(outcome: Outcome) -> str:
    """A miss or a false alarm with what a reader needs to judge it."""
    changed = {
        name: value
        for name, value in outcome.draft.items()
        if value != outcome.case.draft.get(name) and name != "figures"
    }
    lines = [f"[{outcome.label}] {outcome.case.key} → {outcome.verdict}"]
    lines.append(f"  cited:  {' '.join(outcome.case.cited.split())[:700]}")
    right = {name: outcome.case.draft.get(name) for name in changed} if changed else outcome.case.draft
    lines.append(f"  right:  {right}")
    if changed:
        lines.append(f"  draft:  {changed}")
    lines += [f"  - {finding.code} {finding.field}: {finding.message}" for finding in outcome.findings]
    return "\n".join(lines)
