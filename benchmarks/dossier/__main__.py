"""How well articles about one event are found and laid side by side, with the offline rules.

    python -m benchmarks.dossier [--show] [--round 6] [--file ROUND.jsonl] [--scale 100000] [--copies 2000]

Prints the pairwise precision, recall and F1 of the grouping, and how many fields have the state and the values that
gold has, and how many drifts, conflicts and derivations (`derived`) gold has, were found, and were found though gold
has none, of

    own        benchmarks/data/dossier/articles.jsonl: invented events with near misses, read to make the rules
    later      benchmarks/data/dossier/later.jsonl: in rounds, each written when the rules stood; docs/dossier.md
               says how they did at first, before what went wrong was mended
    near       (`--file near.jsonl`) benchmarks/data/dossier/near.jsonl: written to break the rules for purchases
    near_events (`--file near_events.jsonl`) pages on events that lie near to each other, written to break the grouping
    events     the reference events (../shared), alone and among all raw articles and deal texts there

`--show` names every wrong and missing pair, every wrong field, and each event that was found among the distractors,
which no gold covers: they are to be read. `--round N` groups one round of the later articles by itself, `--file FILE`
the articles of a file of that form ({"id", "event", "text"} a line). `--scale N` measures N invented summaries instead,
`--copies N` those of one text in N outlets.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from benchmarks.dossier.fields import Expected, fields_of, reference_fields
from benchmarks.dossier.findings import findings_of
from benchmarks.dossier.grouping import Pairs, Text, pairs_of, show_strays
from benchmarks.dossier.scale import measure, measure_copies
from benchmarks.dossier.sets import distractors, expected, own, reference
from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.records import Summary

HEAD = f"{'articles':34} {'pairs':>6} {'precision':>10} {'recall':>8} {'F1':>7}   fields right"


def main() -> None:
    """Reads the command line and prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dossier")
    parser.add_argument("--show", action="store_true", help="name what is wrong, and what is found among distractors")
    parser.add_argument("--scale", type=int, metavar="N", help="measure N invented summaries")
    parser.add_argument("--copies", type=int, metavar="N", help="measure the summaries of one text in N outlets")
    parser.add_argument("--round", type=int, metavar="N", help="group one round of the later articles by itself")
    parser.add_argument("--file", type=Path, metavar="FILE", help="group the articles of a file of the same form")
    options = parser.parse_args()
    if options.scale:
        measure(options.scale)
        return
    if options.copies:
        measure_copies(options.copies)
        return
    if options.round is not None:
        print(HEAD)
        score(f"later, round {options.round}", own("later.jsonl", options.round), expected(), show=options.show)
        return
    if options.file is not None:
        print(HEAD)
        score(options.file.stem, own(options.file), {}, show=options.show)
        return
    gold = expected()
    print(HEAD)
    for name, file in (("own", "articles.jsonl"), ("later", "later.jsonl")):
        score(name, own(file), gold, show=options.show)
    events, facts = reference()
    if not events:
        print("the reference events (../shared/data/events) are not on this machine")
        return
    dossier = score("events", events, {}, show=options.show)
    right, wrong = reference_fields(dossier, events, facts)
    print(f"{'':34} fields right: {right} of {right + len(wrong)}")
    if options.show:
        print(*(f"    wrong: {one}" for one in wrong), sep="\n")
    score("events without deal records", events, {}, show=options.show, keep=without_deals)
    score("events without their texts", events, {}, show=options.show, whole=False)
    mixed = [*events, *distractors()]
    dossier = score(f"events among {len(mixed) - len(events)} others", mixed, {}, show=options.show)
    if options.show:
        show_strays(dossier, mixed)


def without_deals(summary: Summary) -> Summary:
    """A summary in which no deal was found."""
    return summary.model_copy(update={"deals": []})


def score(
    name: str,
    texts: list[Text],
    gold: dict[str, Expected],
    *,
    show: bool,
    keep: Callable[[Summary], Summary] = lambda summary: summary,
    whole: bool = True,
) -> Dossier:
    """Groups some texts and prints a line about it; `whole`: whether the texts are had beside the summaries."""
    summaries = [keep(summarize(Article.from_text(one.text), model="offline")) for one in texts]
    dossier = Dossier.of(summaries, [one.text for one in texts] if whole else None)
    pairs: Pairs = pairs_of(dossier, texts)
    right, wrong = fields_of(dossier, texts, gold)
    fields = f"{right} of {right + len(wrong)}" if right or wrong else ""
    print(f"{name:34} {len(pairs.gold):6} {pairs.precision:10.4f} {pairs.recall:8.4f} {pairs.f1:7.4f}   {fields}")
    counts = findings_of(dossier, texts, gold) if gold else {}
    if counts:
        print(f"{'':34} {'; '.join(f'{kind}: {count}' for kind, count in counts.items())}")
    if show:
        for count in counts.values():
            for one in (*(f"false: {one}" for one in count.false), *(f"missed: {one}" for one in count.missed)):
                print(f"    {one}")
        for word, some in (("wrong", pairs.found - pairs.gold), ("missing", pairs.gold - pairs.found)):
            for one, other in sorted(some):
                print(f"    {word}: {texts[one].id} with {texts[other].id}")
        for fault in wrong:
            print(f"    field: {fault}")
    return dossier


main()
