"""Scores a language model's records against gold, with what the verifier caught, what repair mended and what it cost.

python -m benchmarks.model --recorded [--gold SET …]
python -m benchmarks.model --base-url URL --model NAME [--gold SET …] [--out FOLDER] [--prices NAME]
python -m benchmarks.model … --variant cited --variant copied --variant langextract
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.model import figures, reading, recorded, repairs, report, review, sets, tokens, variants
from benchmarks.model.runs import Done, Runner
from benchmarks.model.sets import GoldSet, Item
from benchmarks.offline import deals, quotes
from benchmarks.offline.reference import DataError, load_scorer
from benchmarks.offline.report import deals_table, quotes_table
from summarizer import Summarizer, evaluate
from summarizer.errors import SummarizerError
from summarizer.exports.evaluation import evaluation_text
from summarizer.models.base import Model
from summarizer.models.chat import ChatOptions
from summarizer.models.pricing import Prices, read_prices
from summarizer.models.retries import RetryPolicy

LONGEST = 600.0
"""Seconds for which an answer is tried for, beyond the time of one try."""
UNSHOWN = ("later", "fresh", "unseen")
"""Sets of which only figures leave: who writes rules and prompts does not read their faults."""
OWN = ("later", "fresh", "unseen", "seen")
"""The sets whose answers may be kept in this repository."""
DEFAULT_PRICES = "openai/gpt-5-mini"


@dataclass(frozen=True)
class Asked:
    """What all sets are scored with."""

    runner: Runner
    model: str
    prices: Prices
    priced: str
    marks: review.Marks | None
    show: int
    record: Path | None
    reader: Model | None
    written: Path | None


def main() -> None:
    parser = _parser()
    arguments = parser.parse_args()
    if arguments.recorded and (arguments.base_url or arguments.model):
        parser.error("--recorded has its own service: leave --base-url and --model out")
    for file in (arguments.json, arguments.review, arguments.record):
        if file is not None and not file.parent.is_dir():
            parser.error(f"{file.parent} is no folder")
    try:
        with ExitStack() as opened:
            if arguments.recorded:
                arguments.base_url, arguments.model = opened.enter_context(recorded.service()), recorded.MODEL
                arguments.gold = [name for name in arguments.gold or sets.NAMES if name in OWN]
                if not arguments.gold:
                    parser.error("no answers on the reference data are recorded: --gold " + ", ".join(OWN))
                if set(arguments.variant or ()) - {"cited"}:
                    parser.error("only the answers of the cited variant are recorded: ask a service for the others")
            out = arguments.out
            if out is None or arguments.recorded:
                out = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="benchmark-model-")))
            _score(arguments, out)
    except (DataError, SummarizerError) as fault:
        parser.exit(2, f"{parser.prog}: {fault}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.model", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--gold", action="append", choices=sets.NAMES, metavar="SET", help=f"{', '.join(sets.NAMES)} (repeatable)")
    add("--base-url", metavar="URL", help="any OpenAI-compatible service")
    add("--model", metavar="NAME", help="provider/name; the default is that of `summarizer extract`")
    add("--recorded", action="store_true", help="the answers that docs/quality.md was written from, own articles only")
    add("--record", type=Path, metavar="FILE", help="add the answers on own articles to such a file")
    add("--articles", type=_at_least(1), metavar="N", help="only N evenly spaced articles of each set")
    add("--variant", action="append", choices=variants.NAMES, metavar="NAME", help=", ".join(variants.NAMES))
    add("--out", type=Path, metavar="FOLDER", help="keep the answers here: what is unchanged is not asked again")
    add("--prices", default=DEFAULT_PRICES, metavar="PRICES", help="as `summarizer batch --price` takes them")
    add("--repairs", type=_at_least(0), default=1, metavar="N", help="how often faulty records are sent back")
    add("-j", "--concurrency", type=_at_least(1), default=8, metavar="N", help="questions at once")
    add("--timeout", type=float, default=180.0, metavar="SECONDS", help="for one answer")
    add(
        "--show",
        type=_at_least(0),
        default=0,
        metavar="N",
        help="name so many faults of each kind (not of `fresh` and `unseen`)",
    )
    add("--review", type=Path, metavar="FILE", help="write what gold does not settle, for a reader, as JSON Lines")
    add("--reviewed", type=Path, action="append", metavar="FILE", help="a reader's marks of that (repeatable)")
    add("--reader", metavar="NAME", help="another model that marks it, at the same service")
    add("--marks", type=Path, metavar="FILE", help="add the reader's marks to a file for --reviewed")
    add("--json", type=Path, metavar="FILE", help="write the figures here")
    return parser


def _at_least(least: int) -> Callable[[str], int]:
    def whole(words: str) -> int:
        if int(words) < least:
            raise argparse.ArgumentTypeError(f"{words} is less than {least}")
        return int(words)

    return whole


def _score(arguments: argparse.Namespace, out: Path) -> None:
    summarizer = _opened(arguments, arguments.model)
    asked = Asked(
        Runner(summarizer.pipeline, out, arguments.concurrency),
        summarizer.model_name,
        read_prices(arguments.prices),
        arguments.prices,
        review.read(arguments.reviewed) if arguments.reviewed else None,
        arguments.show,
        arguments.record,
        _opened(arguments, arguments.reader).pipeline.model if arguments.reader else None,
        arguments.marks,
    )
    found: dict[str, Any] = {}
    unsettled: list[dict[str, Any]] = []
    articles: dict[str, Any] = {}
    for at, name in enumerate(dict.fromkeys(arguments.gold or sets.NAMES)):
        print("\n" * (at > 0), end="")
        try:
            gold = sets.load(name, arguments.articles)
        except sets.Absent as fault:
            print(fault, flush=True)
            continue
        lines = (
            _variants(gold, asked, arguments.variant, found)
            if arguments.variant
            else _set(gold, asked, found, unsettled)
        )
        for line in lines:
            print(line, flush=True)
        articles |= {item.name: item.article for item in gold.items}
    if arguments.review is not None:
        print(f"\n{review.write(arguments.review, unsettled, articles)} records to be read are in {arguments.review}")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _opened(arguments: argparse.Namespace, model: str | None) -> Summarizer:
    return Summarizer(
        model,
        base_url=arguments.base_url,
        api_key="none-needed" if arguments.recorded else None,
        repairs=arguments.repairs,
        options=ChatOptions(timeout=arguments.timeout, retries=RetryPolicy(total_seconds=LONGEST + arguments.timeout)),
    )


def _set(gold: GoldSet, asked: Asked, found: dict[str, Any], unsettled: list[dict[str, Any]]) -> Iterator[str]:
    runner = asked.runner
    after, before = asyncio.run(_both(runner, gold.items))
    if asked.record is not None and gold.name in OWN:
        recorded.write(asked.record, (call for done in after for call in done.calls))
    yield from report.answered(gold.name, after, gold.of, asked.model, runner.pipeline.prompt_label)
    own = gold.kind == "records"
    of_set: dict[str, Any] = {}
    if own:
        yield from _own(gold, after, asked, of_set)
    else:
        yield from _reference(gold, after, asked.model, of_set)
    yield ""
    yield from report.sections(after)
    checked = review.verified(after, with_gold=own)
    if own:
        marks = asked.marks
        if asked.reader is not None:
            left = [item for item in checked.items if marks is None or item["id"] not in marks.right]
            said, failed = asyncio.run(
                reading.ask(asked.reader, left, {item.name: item.article for item in gold.items})
            )
            marks = reading.joined(marks, said)
            if asked.written is not None:
                reading.write(asked.written, said)
            yield from (f"  not read: {line[:200]}" for line in failed)
        yield from report.verified(checked, marks)
        unsettled += checked.items
    yield ""
    if runner.pipeline.model.needs_prompt:
        yield from report.repairs(repairs.count(before, after, with_gold=own), with_gold=own)
        yield ""
        cost = tokens.add_up((call for done in after for call in done.calls), tokens.counter())
        records = sum(report.verdicts(after).values())
        yield from report.took(cost, records, checked.count, asked.prices, asked.priced)
        of_set["tokens"] = vars(cost)
    of_set["records"] = {str(verdict): count for verdict, count in report.verdicts(after).items()}
    found[gold.name] = of_set


def _variants(gold: GoldSet, asked: Asked, names: list[str], found: dict[str, Any]) -> Iterator[str]:
    yield f"{gold.name}: {len(gold.items)} articles; {asked.model}, {asked.runner.pipeline.prompt_label}"
    if gold.kind != "records":
        yield "  ways to ask are compared on own articles"
        return
    rows = []
    for row in variants.rows(dict.fromkeys(names), asked.runner, gold.items, tokens.counter()):
        rows.append(row)
        if isinstance(row, variants.Row):
            if asked.record is not None and row.name != variants.WRITTEN_OUT:
                recorded.write(asked.record, row.calls)
            verdicts = {str(verdict): count for verdict, count in row.verdicts.items()}
            found.setdefault(gold.name, {})[row.name] = {"tokens": vars(row.took), "records": verdicts}
    yield from variants.table(rows)


async def _both(runner: Runner, items: tuple[Item, ...]) -> tuple[list[Done], list[Done]]:
    """The runs with the repair, and those of the articles that were answered without it, from the same answers."""
    after = await runner.run(items)
    before = await runner.run([done.item for done in after if done.summary is not None], repairs=0)
    return after, before


def _own(gold: GoldSet, runs: list[Done], asked: Asked, of_set: dict[str, Any]) -> Iterator[str]:
    summaries = [done.summary for done in runs if done.summary is not None]
    if not summaries:
        return
    evaluation = evaluate([item.gold for item in gold.items], summaries)
    of_set["gold"] = {**evaluation.document(), "documents": None}
    wanted = list(figures.of_gold(evaluation, runs))
    of_set["figures"] = {one.name: {"right": one.right, "of": one.of, "share": one.share} for one in wanted}
    yield from report.figures(wanted)
    yield ""
    # Of what is kept from whoever writes rules and prompts only the figures are shown.
    shown = 0 if gold.name in UNSHOWN else asked.show
    yield from (f"  {line}".rstrip() for line in evaluation_text(evaluation, shown).splitlines()[2:])


def _reference(gold: GoldSet, runs: list[Done], model: str, of_set: dict[str, Any]) -> Iterator[str]:
    answered = {done.item.name: done.summary for done in runs if done.summary is not None}
    documents = [dict(item.gold) for item in gold.items]
    if gold.kind == "deals":
        answers = [{"id": name, **deals.slots(summary)} for name, summary in answered.items()]
        result = load_scorer(deals.FOLDER / "score_deals.py").score(documents, answers)
        of_set["scored"] = result
        yield from deals_table({model: result})
        yield report.asked_slots(result)
        return
    scorer = load_scorer(quotes.FOLDER / "score_quotes.py")
    given = [{"doc_id": name, "quotes": quotes.predicted(summary)} for name, summary in answered.items()]
    results = {subset: scorer.score(documents, given, subset) for subset in quotes.SUBSETS}
    of_set["scored"] = results
    yield from quotes_table({model: results})


if __name__ == "__main__":
    main()
