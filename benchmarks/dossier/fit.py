"""The weights by which articles are judged to tell of one event, fitted and tried on rounds left out.

    python -m benchmarks.dossier.fit [--write]

Fits logistic regressions (L2, Newton's method) on all invented articles and the reference events: one on pairs of
articles (`likeness`), and one on an article beside others of an event (`belonging`), of which it is one or is not. The
scores of pairs that the second one rests on are those of weights fitted without the round. Prints for the `later`
rounds of long articles, and for those events, the pairwise precision and recall with weights that were fitted without
the round, for some thresholds of the second score. `--write` writes the weights of all sets to
summarizer/dossier/likeness_weights.py and belonging_weights.py.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import combinations, product
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.dossier.grouping import Text, pairs_of
from benchmarks.dossier.sets import own, reference
from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier import belonging, joining, likeness, profiles
from summarizer.dossier.belonging import Gathered
from summarizer.dossier.likeness import FARTHEST, Likeness
from summarizer.dossier.small_names import Readings
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling
from summarizer.records import Summary

PENALTY, SETS_PENALTY = 33.0, 10.0
"""Of the squares of the weights of features of one standard deviation, for pairs and for sets."""
_STEPS = 12
_FIRST_ROUND = 11
"""The rounds before are of short notices, which are not put together by the score."""
_THRESHOLDS = (0.0, 0.2, 0.4)
_FROM = 3
"""Articles of an event from which on one is left out and looked at beside the others."""
_DRAWS = 3
"""Times that this is done with each: beside all the others, and beside some of them."""
_TABLES = {
    "likeness": "of two stories (`likeness`)",
    "belonging": "of a story beside a set (`belonging`)",
}


class Set(NamedTuple):
    """A set of articles that is grouped by itself, and its pairs that have a name in common."""

    texts: list[Text]
    summaries: list[Summary]
    tellings: list[Telling]
    pairs: list[tuple[int, int]]
    features: list[dict[str, float]]
    same: list[bool]


class Rows(NamedTuple):
    """What is learned from, and what is right of it."""

    features: list[dict[str, float]]
    same: list[bool]


class Model(NamedTuple):
    """An intercept and the weight of each feature."""

    intercept: float
    weights: dict[str, float]


def read(texts: list[Text]) -> Set:
    """Reads a set's articles and compares them, short ones too: there are near misses among them."""
    short, profiles.SHORT = profiles.SHORT, 0
    summaries = [summarize(Article.from_text(one.text), model="offline") for one in texts]
    stories = [Story(summary, one.text) for summary, one in zip(summaries, texts, strict=True)]
    readings = Readings()
    for story in stories:
        readings.read(story)
    tellings = readings.again(stories.__getitem__)
    profiles.SHORT = short
    compared = Likeness(tellings)
    found = Set(texts, summaries, tellings, [], [], [])
    for one, other in combinations(range(len(texts)), 2):
        if compared.names_of(one).keys() & compared.names_of(other).keys():
            found.pairs.append((one, other))
            found.features.append(compared.features(tellings[one], tellings[other]))
            found.same.append(texts[one].event is not None and texts[one].event == texts[other].event)
    return found


def left_out(one: Set, model: Model) -> Rows:
    """Each article of an event beside the others, or some of them, and those beside them that share a name with one.

    model       gives the scores of pairs, and was fitted without this set
    """
    compared = Likeness(one.tellings)
    near = set(one.pairs)
    scores = {
        pair: model.intercept + sum(weight * row[name] for name, weight in model.weights.items())
        for pair, row in zip(one.pairs, one.features, strict=True)
    }

    def score(mine: Telling, other: Telling) -> float:
        found = scores.get((min(mine.place, other.place), max(mine.place, other.place)), FARTHEST)
        return max(FARTHEST, min(-FARTHEST, found))

    events: dict[str, list[int]] = {}
    for at, text in enumerate(one.texts):
        if text.event is not None:
            events.setdefault(text.event, []).append(at)
    chance = Random(1)
    rows = Rows([], [])
    for members in events.values():
        asked = [
            at
            for at in range(len(one.texts))
            if at in members or any((min(at, other), max(at, other)) in near for other in members)
        ]
        for at, draw in product(asked if len(members) >= _FROM else (), range(_DRAWS)):
            rest = [other for other in members if other != at]
            some = chance.sample(rest, chance.randint(2, len(rest)) if draw else len(rest))
            others = Gathered([one.tellings[other] for other in some])
            rows.features.append(belonging.features(one.tellings[at], others, compared, score))
            rows.same.append(at in members)
    return rows


def fit(sets: Sequence[Set | Rows], start: Model | None = None, penalty: float = PENALTY) -> Model:
    """The likeliest weights, large ones held back."""
    rows = [row for one in sets for row in one.features]
    same = [float(one) for some in sets for one in some.same]
    names = list(rows[0])
    means = {name: sum(row[name] for row in rows) / len(rows) for name in names}
    sizes = {name: sqrt(sum((row[name] - means[name]) ** 2 for row in rows) / len(rows)) or 1.0 for name in names}
    scaled = [[1.0, *((row[name] - means[name]) / sizes[name] for name in names)] for row in rows]
    weights = [0.0] * (len(names) + 1)
    if start is not None:
        weights[1:] = [start.weights[name] * sizes[name] for name in names]
        weights[0] = start.intercept + sum(start.weights[name] * means[name] for name in names)
    for _ in range(_STEPS if start is None else _STEPS // 3):
        slope = [0.0, *(-penalty * weight for weight in weights[1:])]
        bend = [[penalty * (at == to and at > 0) for to in range(at + 1)] for at in range(len(weights))]
        for row, label in zip(scaled, same, strict=True):
            odds = sum(map(float.__mul__, row, weights))
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
            spread = chance * (1 - chance)
            for at, value in enumerate(row):
                slope[at] += (label - chance) * value
                if spread > 1e-6:
                    factor, line = spread * value, bend[at]
                    line[:] = [had + factor * other for had, other in zip(line, row, strict=False)]
        step = solved(bend, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    found = {name: weight / sizes[name] for name, weight in zip(names, weights[1:], strict=True)}
    return Model(weights[0] - sum(found[name] * means[name] for name in names), found)


def solved(lower: list[list[float]], right: list[float]) -> list[float]:
    """What a symmetric, positive matrix (its lower half) makes of it is `right` (Cholesky)."""
    size = len(right)
    root = [[0.0] * size for _ in range(size)]
    for at in range(size):
        for to in range(at + 1):
            rest = lower[at][to] - sum(root[at][k] * root[to][k] for k in range(to))
            root[at][to] = sqrt(rest) if at == to else rest / root[to][to]
    found = [0.0] * size
    for at in range(size):
        found[at] = (right[at] - sum(root[at][k] * found[k] for k in range(at))) / root[at][at]
    for at in reversed(range(size)):
        found[at] = (found[at] - sum(root[k][at] * found[k] for k in range(at + 1, size))) / root[at][at]
    return found


def use(pairs: Model, beside: Model) -> None:
    """Has the dossier judge by these."""
    likeness.INTERCEPT, likeness.WEIGHTS = pairs
    belonging.INTERCEPT, belonging.WEIGHTS = beside


def write(name: str, model: Model) -> None:
    """Writes a table of weights."""
    lines = [
        f'"""The weights of the features {_TABLES[name]}: `python -m benchmarks.dossier.fit --write`."""',
        "\nfrom __future__ import annotations\n",
        f"INTERCEPT = {model.intercept:.4f}",
        "WEIGHTS: dict[str, float] = {",
        *(f'    "{feature}": {weight:.4f},' for feature, weight in model.weights.items()),
        "}",
    ]
    Path(likeness.__file__).with_name(f"{name}_weights.py").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Fits, prints the table, and writes the weights where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dossier.fit")
    parser.add_argument("--write", action="store_true", help="write the weights of all sets")
    options = parser.parse_args()
    later = own("later.jsonl")
    rounds = list(dict.fromkeys(one.id.partition("-")[0] for one in later))
    sets = {name: read([one for one in later if one.id.partition("-")[0] == name]) for name in rounds}
    sets |= {name: read(own(f"{name}.jsonl")) for name in ("articles", "near")}
    events, _ = reference()
    if events:
        sets["events"] = read(events)
    whole = fit(list(sets.values()))
    models = {name: fit([one for other, one in sets.items() if other != name], whole) for name in sets}
    rows = {name: found for name, one in sets.items() if (found := left_out(one, models[name])).features}
    beside = fit(list(rows.values()), penalty=SETS_PENALTY)
    if options.write:
        write("likeness", whole)
        write("belonging", beside)
    print(f"{'precision / recall at':22}" + "".join(f"{threshold:>14}" for threshold in _THRESHOLDS))
    sums = {threshold: [0, 0, 0] for threshold in _THRESHOLDS}
    for name in (one for one in sets if one == "events" or (one in rounds and int(one) >= _FIRST_ROUND)):
        one = sets[name]
        others = [found for other, found in rows.items() if other != name]
        use(models[name], fit(others, beside, SETS_PENALTY))
        line = f"{name:22}"
        for threshold in _THRESHOLDS:
            joining.BELONGING = threshold
            pairs = pairs_of(Dossier.of(one.summaries, [text.text for text in one.texts]), one.texts)
            line += f"{pairs.precision:8.2f}{pairs.recall:6.2f}"
            if name in rounds:
                counts = (len(pairs.found & pairs.gold), len(pairs.found), len(pairs.gold))
                sums[threshold] = [had + more for had, more in zip(sums[threshold], counts, strict=True)]
        print(line, flush=True)
    line = f"{'all rounds':22}"
    for right, found, gold in sums.values():
        line += f"{right / max(1, found):8.3f}{right / gold:6.2f}"
    print(line)


if __name__ == "__main__":
    sys.exit(main())
