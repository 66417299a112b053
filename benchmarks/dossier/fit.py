"""The weights by which two articles are judged to tell of one event, fitted and tried on rounds left out.

    python -m benchmarks.dossier.fit [--write]

Fits a logistic regression (L2, Newton's method) on the pairs of all invented articles and of the reference events, and
prints for the `later` rounds of long articles, and for those events, the pairwise precision and recall with weights
that were fitted without the round, for some thresholds.
`--write` writes the weights of all sets to summarizer/dossier/likeness_weights.py.
"""

from __future__ import annotations

import argparse
import sys
from itertools import combinations
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from benchmarks.dossier.grouping import Text, pairs_of
from benchmarks.dossier.sets import own, reference
from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.dossier import joining, likeness, profiles
from summarizer.dossier.likeness import Likeness
from summarizer.dossier.recasing import forms_of, is_caseless, told_again
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling
from summarizer.records import Summary

PENALTY = 33.0
"""Of the squares of the weights of features of one standard deviation."""
_STEPS = 12
_FIRST_ROUND = 11
"""The rounds before are of short notices, which are not put together by the score."""
_THRESHOLDS = (0.3, 0.45, 0.6, 0.9)
_TABLE = Path(likeness.__file__).with_name("likeness_weights.py")
_HEAD = '''"""The weights of the features of two stories (`likeness`): `python -m benchmarks.dossier.fit --write`."""

from __future__ import annotations

'''


class Set(NamedTuple):
    """A set of articles that is grouped by itself, and its pairs that have a name in common."""

    texts: list[Text]
    summaries: list[Summary]
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
    tellings = [Telling(place, story) for place, story in enumerate(stories)]
    caseless = [place for place, story in enumerate(stories) if is_caseless(story)]
    forms = forms_of(one for one in tellings if one.place not in caseless)
    for place in caseless:
        tellings[place] = told_again(tellings[place], stories[place], forms)
    profiles.SHORT = short
    compared = Likeness(tellings)
    features, same = [], []
    for one, other in combinations(range(len(texts)), 2):
        if compared.names_of(one).keys() & compared.names_of(other).keys():
            features.append(compared.features(tellings[one], tellings[other]))
            same.append(texts[one].event is not None and texts[one].event == texts[other].event)
    return Set(texts, summaries, features, same)


def fit(sets: list[Set], start: Model | None = None) -> Model:
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
        slope = [0.0, *(-PENALTY * weight for weight in weights[1:])]
        bend = [[PENALTY * (at == to and at > 0) for to in range(at + 1)] for at in range(len(weights))]
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


def use(model: Model) -> None:
    """Has the dossier judge by a model."""
    likeness.INTERCEPT = model.intercept
    likeness.WEIGHTS = model.weights


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
    if options.write:
        lines = [f"INTERCEPT = {whole.intercept:.4f}", "WEIGHTS: dict[str, float] = {"]
        lines += [f'    "{name}": {weight:.4f},' for name, weight in whole.weights.items()]
        _TABLE.write_text(_HEAD + "\n".join([*lines, "}"]) + "\n", "utf-8")
    tried = {"events", *(one for one in rounds if int(one) >= _FIRST_ROUND)}
    models = {name: fit([one for other, one in sets.items() if other != name], whole) for name in sets if name in tried}
    print(f"{'precision / recall at':22}" + "".join(f"{threshold:>14}" for threshold in _THRESHOLDS))
    sums = {threshold: [0, 0, 0] for threshold in _THRESHOLDS}
    for name, model in models.items():
        one = sets[name]
        use(model)
        line = f"{name:22}"
        for threshold in _THRESHOLDS:
            joining.LIKELY = threshold
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
