"""Scores the offline rules: quotes and deals against the reference data, the project's own gold, and the raw articles.

python -m benchmarks.offline [--part read|unread|all] [--only NAME] [--peers] [--show N] [--stages] [--json FILE]
python -m benchmarks.offline --memory 100000
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.offline import articles, deals, gold, peers, quotes
from benchmarks.offline.reference import DataError
from benchmarks.offline.report import articles_table, deals_table, quotes_table
from summarizer.exports.evaluation import evaluation_text

RULES = "the offline rules"
NAMES = ("quotes", "deals", "gold", "articles")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.offline", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--part", choices=("read", "unread", "all"), default="all", help="what the rules' writers read, or not"
    )
    parser.add_argument("--only", action="append", choices=NAMES, help="only this (repeatable)")
    parser.add_argument(
        "--quotes", type=Path, default=quotes.FOLDER / "dev_docs.jsonl", metavar="FILE", help="of the same form"
    )
    parser.add_argument(
        "--deals", type=Path, default=deals.FOLDER / "dev.jsonl", metavar="FILE", help="of the same form"
    )
    parser.add_argument("--articles", type=Path, default=articles.FOLDER, metavar="FOLDER", help="of articles")
    parser.add_argument("--peers", action="store_true", help="naive patterns, and textacy where installed, beside them")
    parser.add_argument(
        "--show",
        type=_at_least(0),
        default=0,
        metavar="N",
        help="name so many marked records, and faults against the gold",
    )
    parser.add_argument("--stages", action="store_true", help="the time of the articles by stage too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here")
    parser.add_argument(
        "--memory", type=_at_least(1), metavar="N", help="only run N varied copies of the articles and print the memory"
    )
    arguments = parser.parse_args()
    if arguments.json and not arguments.json.parent.is_dir():
        parser.error(f"argument --json: {arguments.json.parent} is no folder")
    try:
        if arguments.memory is None:
            _score(arguments)
        else:
            memory(arguments)
    except DataError as fault:
        parser.exit(2, f"{parser.prog}: {fault}\n")


def _at_least(least: int) -> Callable[[str], int]:
    def whole(words: str) -> int:
        if int(words) < least:
            raise argparse.ArgumentTypeError(f"{words} is less than {least}")
        return int(words)

    return whole


def _score(arguments: argparse.Namespace) -> None:
    figures: dict[str, Any] = {"part": arguments.part}
    parts = {"quotes": _quotes, "deals": _deals, "gold": _gold, "articles": _articles}
    for at, name in enumerate(arguments.only or NAMES):
        print("\n" * (at > 0), end="")
        for line in parts[name](arguments, figures):
            print(line, flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _quotes(arguments: argparse.Namespace, figures: dict[str, Any]) -> Iterator[str]:
    if absent(arguments.quotes):
        yield f"quotes: {arguments.quotes} is not on this machine"
        return
    results: dict[str, Any] = {RULES: quotes.score(arguments.quotes, part=arguments.part)}
    missing: list[str] = []
    if arguments.peers:
        others, missing = peers.score_quotes(arguments.quotes, arguments.part)
        results |= others
    figures["quotes"] = results
    yield from quotes_table(results)
    yield from missing


def _deals(arguments: argparse.Namespace, figures: dict[str, Any]) -> Iterator[str]:
    if absent(arguments.deals):
        yield f"deals: {arguments.deals} is not on this machine"
        return
    results = {RULES: deals.score(arguments.deals, part=arguments.part)}
    if arguments.peers:
        results |= peers.score_deals(arguments.deals, arguments.part)
    figures["deals"] = results
    yield from deals_table(results)


def _gold(arguments: argparse.Namespace, figures: dict[str, Any]) -> Iterator[str]:
    figures["gold"] = {}
    for at, name in enumerate(gold.SETS):
        evaluation = gold.score(name)
        if at:
            yield ""
        if evaluation is None:
            yield f"own gold, {name}: none in {gold.FOLDER / name}"
            continue
        figures["gold"][name] = evaluation.document()
        # Of what is kept from the rules' writers only the figures are shown.
        shown = 0 if name == gold.UNSEEN else arguments.show
        yield f"own gold, {name}: " + evaluation_text(evaluation, shown).rstrip("\n")


def _articles(arguments: argparse.Namespace, figures: dict[str, Any]) -> Iterator[str]:
    if absent(arguments.articles):
        yield f"articles: {arguments.articles} is not on this machine"
        return
    table = articles.run(*articles.load(arguments.articles, arguments.part), stages=arguments.stages)
    figures["articles"] = table.document()
    yield from articles_table(table, arguments.show)


def memory(arguments: argparse.Namespace) -> None:
    """Prints resident memory while many articles go through, and how much it grew over the last four fifths."""
    folder = articles.EXAMPLES if absent(arguments.articles) else arguments.articles
    found, _ = articles.load(folder)
    print(f"{arguments.memory:,} varied copies of the {len(found)} articles in {folder.name}")
    print(f"{'articles':>10}{'resident MB':>13}{'a second':>10}")
    settled = last = None
    for done, megabytes, rate in articles.watch(found, arguments.memory):
        print(f"{done:>10,}{megabytes:>13.1f}{rate:>10.1f}", flush=True)
        last = megabytes
        if settled is None and done >= arguments.memory / 5:
            settled = megabytes
    if settled is not None and last is not None:
        print(f"grown over the last four fifths: {last - settled:+.1f} MB")


def absent(path: Path) -> bool:
    """Whether reference data is not beside this repository; `DataError` where anything else that is named is not."""
    if path.exists():
        return False
    if path.is_relative_to(articles.DATA):
        return True
    raise DataError(f"{path}: no such file or folder")


if __name__ == "__main__":
    main()
