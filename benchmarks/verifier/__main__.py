"""Corrupts right records, and prints how many of the corruptions the verifier catches and how many right ones it marks.

python -m benchmarks.verifier [--seed N] [--operator NAME] [--source NAME] [--show N] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

from benchmarks.verifier import labelled, timing
from benchmarks.verifier.operators import load_operators
from benchmarks.verifier.peers import available
from benchmarks.verifier.report import figures, shown, side_by_side, tables, uncovered
from benchmarks.verifier.run import Plan, run
from benchmarks.verifier.sources import load

PEERS_MOST = 4
"""Other tools take a second where this one takes a millisecond: the sample that they get is smaller."""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.verifier", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--operator", action="append", default=[], metavar="NAME", help="only this one (repeatable)")
    parser.add_argument(
        "--source", action="append", default=[], metavar="NAME", help="only right records from here (repeatable)"
    )
    parser.add_argument(
        "--most",
        type=int,
        metavar="N",
        help="corruptions of one operator and source at most (150; with --peers 4)",
    )
    parser.add_argument("--no-variants", action="store_true", help="leave out the harmless variants")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print so many misses of each operator, and false alarms"
    )
    parser.add_argument(
        "--drafts", type=int, default=0, metavar="N", help="only print so many drafts of each operator, caught or not"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here")
    parser.add_argument("--list", action="store_true", help="print the operators with what they do, and their codes")
    parser.add_argument(
        "--peers", action="store_true", help="only a sample of the drafts through other tools, side by side"
    )
    parser.add_argument("--labelled", action="store_true", help="only the labelled claims of ../shared")
    parser.add_argument("--time", action="store_true", help="only the time, by length and on inputs made to hurt")
    arguments = parser.parse_args()
    if arguments.labelled:
        print(labelled.tables())
    if arguments.time:
        timing.print_tables()
    if arguments.labelled or arguments.time:
        return

    operators = load_operators()
    if arguments.list:
        for operator in operators:
            print(f"{operator.name:24}{operator.does}\n{'':24}{', '.join(sorted(operator.codes))}")
        return
    unknown = set(arguments.operator) - {operator.name for operator in operators}
    if unknown:
        parser.error(f"no such operator: {', '.join(sorted(unknown))}; --list prints them")
    chosen = [operator for operator in operators if not arguments.operator or operator.name in arguments.operator]
    if not arguments.operator and uncovered(operators):
        print("Codes that no operator covers:", ", ".join(uncovered(operators)), end="\n\n")

    sources = load(arguments.source)
    for name, cases in sources.items():
        if not cases:
            print(f"{name}: no records (the reference data is not beside this repository)")
    began = time.perf_counter()
    variants = not (arguments.no_variants or arguments.drafts or arguments.peers)
    most = arguments.most or (PEERS_MOST if arguments.peers else Plan.a_source)
    plan = Plan(arguments.seed, chosen, a_source=most, variants=variants)
    results = run(sources, plan)
    if arguments.drafts:
        for operator in chosen:
            made = [outcome for outcome in results.wrong if outcome.label == operator.name]
            for outcome in random.Random(arguments.seed).sample(made, min(arguments.drafts, len(made))):
                print("\nCAUGHT" if outcome.marked else "\nPASSED", shown(outcome))
        return
    if arguments.peers:
        print(side_by_side(results, *available(), seed=arguments.seed))
        return
    print(tables(results, chosen))
    checked = len(results.right) + len(results.wrong)
    print(f"\n{checked} records checked in {time.perf_counter() - began:.1f} s, seed {arguments.seed}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures(results, chosen), indent=2) + "\n", encoding="utf-8")
    if arguments.show:
        chance = random.Random(arguments.seed)
        for operator in chosen:
            missed = [outcome for outcome in results.wrong if outcome.label == operator.name and not outcome.marked]
            for outcome in chance.sample(missed, min(arguments.show, len(missed))):
                print("\nMISSED", shown(outcome))
        alarms = [outcome for outcome in results.right if outcome.marked]
        for outcome in chance.sample(alarms, min(arguments.show, len(alarms))):
            print("\nFALSE ALARM", shown(outcome))


if __name__ == "__main__":
    main()
