"""The same articles asked in several ways, with what each costs: first answers alone, none is repaired.

cited        ours: evidence by number
written out  ours, counted with the sentences in the place of the numbers; nobody is asked
copied       the same records asked for with their evidence copied out
langextract  langextract's own prompt and format for the same kinds of records
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.model.copied import Copying, written_out
from benchmarks.model.few_shot import FewShot
from benchmarks.model.pairs import sides
from benchmarks.model.runs import Call, Done, Runner, unchanged
from benchmarks.model.sets import Item
from benchmarks.model.tokens import Count, Took, add_up
from summarizer.verdicts import Verdict

CITED, WRITTEN_OUT, COPIED, LANGEXTRACT = "cited", "written out", "copied", "langextract"
NAMES = (CITED, COPIED, LANGEXTRACT)

COUNTED = ("deals", "quotes", "claims")


@dataclass(frozen=True)
class Row:
    """One way to ask, over all articles."""

    name: str
    answered: int
    took: Took
    verdicts: Mapping[Verdict, int]
    calls: tuple[Call, ...]
    found: tuple[int, int] | None
    """Of gold's deals, quotes and claims, how many have a partner, and how many they are; None where the records are
    not ours."""

    @property
    def records(self) -> int:
        return sum(self.verdicts.values())

    @property
    def verified(self) -> int:
        return self.verdicts[Verdict.VERIFIED]

    @property
    def faulty(self) -> int:
        return sum(count for verdict, count in self.verdicts.items() if verdict.faulty)


def rows(names: Iterable[str], runner: Runner, items: Sequence[Item], tokens: Count | None) -> Iterator[Row | str]:
    """A row for each way to ask, or a line that says why there is none."""
    for name in names:
        if name == LANGEXTRACT:
            yield _langextract(runner, items, tokens)
            continue
        runs = asyncio.run(runner.run(items, repairs=0, put=Copying if name == COPIED else unchanged))
        yield _row(name, runs, tokens)
        if name == CITED and tokens is not None:
            yield _row(WRITTEN_OUT, [_written_out(done) for done in runs], tokens)


def _row(name: str, runs: Sequence[Done], tokens: Count | None) -> Row:
    counts = dict.fromkeys(Verdict, 0)
    found = wanted = 0
    for done in runs:
        for _, record in () if done.summary is None else done.summary.records():
            if record.verdict is not None:
                counts[record.verdict] += 1
        if done.summary is not None:
            each = [
                side for side in sides(done.item.gold, done.summary) if side.section in ("deals", "quotes", "claims")
            ]
            found += sum(len(side.pairs) for side in each)
            wanted += sum(len(side.gold) for side in each)
    answered = sum(done.summary is not None for done in runs)
    calls = tuple(call for done in runs for call in done.calls)
    return Row(name, answered, add_up(calls, tokens), counts, calls, (found, wanted))


def _written_out(done: Done) -> Done:
    """The same article, its answer with sentences in place of numbers."""

    def longer(answer: str) -> str:
        try:
            return json.dumps(written_out(json.loads(answer), done.item.article), ensure_ascii=False)
        except ValueError:
            return answer

    return replace(done, calls=tuple(replace(call, answer=longer(call.answer)) for call in done.calls))


def _langextract(runner: Runner, items: Sequence[Item], tokens: Count | None) -> Row | str:
    model = runner.pipeline.model
    endpoint = getattr(model, "endpoint", None)
    if endpoint is None:
        return f"{LANGEXTRACT} is not compared: {model.name} is no service that it can ask"
    try:
        peer = FewShot(
            model.model,  # type: ignore[attr-defined]
            endpoint.base_url,
            endpoint.api_key,
            runner.out,
            model.options.timeout,  # type: ignore[attr-defined]
        )
    except ImportError as fault:
        return f"{LANGEXTRACT} is not compared: {fault}; pip install -r benchmarks/model/requirements.txt"
    verdicts = peer.run(items, runner.concurrency)
    counts = dict.fromkeys(Verdict, 0)
    for verdict in (one for of_article in verdicts for one in of_article):
        counts[verdict] += 1
    return Row(peer.label, len(verdicts), add_up(peer.calls, tokens), counts, tuple(peer.calls), None)


def table(found: Iterable[Row | str]) -> Iterator[str]:
    """The rows, by the vocabulary where it is installed, else as the service counts."""
    first = True
    for row in found:
        if isinstance(row, str):
            yield row
            continue
        if first:
            counted = "service" if row.took.output is None else "o200k"
            yield (
                f"{'tokens: ' + counted:22}{'articles':>9}{'input':>10}{'output':>9}{'records':>9}{'verified':>10}"
                f"{'marked':>8}{'gold found':>12}{'output a record':>17}{'a verified one':>16}"
            )
            first = False
        given = row.took.service_input if row.took.input is None else row.took.input
        said = row.took.service_output if row.took.output is None else row.took.output
        recall = "–" if row.found is None or not row.found[1] else f"{row.found[0] / row.found[1]:.3f}"
        yield (
            f"{row.name:22}{row.answered:>9}{given:>10,}{said:>9,}{row.records:>9}{row.verified:>10}{row.faulty:>8}"
            f"{recall:>12}{_each(said, row.records):>17}{_each(said, row.verified):>16}"
        )


def _each(tokens: int, count: int) -> str:
    return f"{tokens / count:.1f}" if count else "–"
