"""The tables that a run prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.offline.articles import USUAL, Table

SECTIONS = ("headline", "abstract", "parties", "deals", "quotes", "claims")
VERDICTS = ("verified", "inferred", "altered", "unsupported")


def quotes_table(results: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """By name of who answered: the scorer's views of each subset of speech."""
    yield (
        f"{'quotes':10}{'gold':>6}{'found':>7}{'P':>8}{'R':>7}{'F1':>7}{'exact F1':>10}{'speaker':>9}{'named':>7}"
        f"{'covered F1':>12}{'speaker':>9}"
    )
    for who, by_subset in results.items():
        yield who
        for subset, result in by_subset.items():
            count, near = result["counts"], result["overlap"]
            yield (
                f"  {subset:8}{count['gold']:>6}{count['pred']:>7}{near['P']:>8.3f}{near['R']:>7.3f}{near['F1']:>7.3f}"
                f"{result['exact']['F1']:>10.3f}{result['speaker']:>9.3f}{result['speaker_named']:>7.3f}"
                f"{result['coverage']['F1']:>12.3f}{result['cov_speaker']:>9.3f}"
            )


def deals_table(results: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """By name of who answered: each slot, strict and relaxed."""
    yield f"{'deals':12}{'gold':>6}{'found':>7}{'strict P':>10}{'R':>7}{'F':>7}{'relaxed P':>11}{'R':>7}{'F':>7}"
    for who, result in results.items():
        yield who
        for slot, strict in result["strict"].items():
            loose = result["relaxed"][slot]
            _, found, gold = strict["n"]
            yield (
                f"  {slot:10}{gold:>6}{found:>7}{strict['P']:>10.3f}{strict['R']:>7.3f}{strict['F']:>7.3f}"
                f"{loose['P']:>11.3f}{loose['R']:>7.3f}{loose['F']:>7.3f}"
            )
        right, labelled = result["status_class"]
        grounded = "–" if result["grounded"] is None else f"{result['grounded']:.3f}"
        yield f"  grounded {grounded}; status class right in {right} of {labelled}"


def articles_table(table: Table, show: int = 0) -> Iterator[str]:
    """Records by section and verdict, what is altered by code, errors, and the time."""
    head = "".join(f"{verdict:>13}" for verdict in VERDICTS)
    yield f"{'records':12}{'all':>7}{'an article':>12}{'none in':>9}{head}"
    for section in SECTIONS:
        yield _section_row(section, table, [section])
    yield _section_row("all", table, SECTIONS)
    yield ""
    codes = ", ".join(f"{code} {count}" for code, count in table.codes.most_common())
    yield f"marked by the verifier: {codes or 'nothing'}"
    yield f"errors: {len(table.errors) or 'none'}"
    yield from (f"  {error}" for error in table.errors[:20])
    if table.seconds:
        yield (
            f"{table.articles} articles of {table.characters / table.articles:,.0f} characters in "
            f"{sum(table.seconds):.2f} s of CPU time, verification included: {table.rate:.0f} a second on one core, "
            f"{table.usual_rate:.0f} of {USUAL:,} characters"
        )
        yield (f"an article: median {1000 * median(table.seconds):.1f} ms, longest {1000 * max(table.seconds):.1f} ms")
        yield from _stages(table)
    for one in table.marked[:show]:
        yield ""
        yield f"{one.article} {one.path} {one.verdict} ({', '.join(one.codes)}): {one.message}"
        yield f"  {one.words}"


def _stages(table: Table) -> Iterator[str]:
    if not table.stages:
        return
    total = sum(table.seconds)
    yield ""
    yield f"{'by stage':20}{'ms an article':>14}{'share':>8}"
    for name, seconds in table.all_stages.items():
        yield f"  {name:18}{1000 * seconds / table.articles:>14.3f}{seconds / total:>8.1%}"


def _section_row(name: str, table: Table, sections: Sequence[str]) -> str:
    count = sum(table.records[section] for section in sections)
    row = f"{name:12}{count:>7}{count / max(1, table.articles):>12.2f}"
    row += f"{table.empty[name]:>9}" if len(sections) == 1 else f"{'':>9}"
    for verdict in VERDICTS:
        row += f"{sum(table.verdicts[section, verdict] for section in sections):>13}"
    return row
