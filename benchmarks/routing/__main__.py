"""Cost against quality: a cheap model alone, a better one alone, and articles escalated from one to the other.

    python -m benchmarks.routing [--seeds 5] [--set seen] [--set unseen]

Over the project's own gold (`benchmarks/data/offline`), with scripted models (`benchmarks/routing/scripted.py`): gold
records with faults put in, at the rates that are printed. They are no language models. Tokens are those of the real
prompt and of the answers, as this program counts them; prices are the ones that are printed. Repairs are off, so that
what is compared is the route.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.routing.scripted import Rates, ScriptedModel, Skill
from summarizer import Summary, evaluate
from summarizer.article import Article
from summarizer.errors import ModelError
from summarizer.models.pricing import MILLION, Prices
from summarizer.pipeline import Pipeline, Settings
from summarizer.readers import read_article
from summarizer.routing import Route, Rules

FOLDER = Path(__file__).resolve().parents[1] / "data" / "offline"
SETS = ("seen", "unseen")
CHEAP = Skill(Rates(0.05, 0.03), Rates(0.2, 0.3), hard_articles=0.4, refused=0.02)
BETTER = Skill(Rates(0.03, 0.02), Rates(0.03, 0.02))
CHEAP_PRICES = Prices(0.25 / MILLION, 0.25 / MILLION, 2.0 / MILLION)
BETTER_PRICES = Prices(2.5 / MILLION, 2.5 / MILLION, 20.0 / MILLION)
THRESHOLDS = (0.5, 0.3, 0.2, 0.1, 0.05, 0.0)


@dataclass
class Figures:
    """What one way of asking came to."""

    articles: int = 0
    failed: int = 0
    escalated: int = 0
    kept_cheap: int = 0
    """Of the escalated articles, those whose first records were kept."""
    cost: float = 0.0
    records: int = 0
    faulty: int = 0
    wrong: int = 0
    """Records of the output that a fault was put into."""
    gold: int = 0
    output: int = 0
    right: int = 0
    field_gold: int = 0
    field_output: int = 0
    field_right: int = 0

    def row(self, name: str, dearest: float) -> tuple[str, ...]:
        """A line of the table."""
        return (
            name,
            f"${self.cost:.3f}",
            f"{self.cost / dearest:.0%}",
            f"{self.escalated / self.articles:.0%}",
            str(self.kept_cheap),
            str(self.failed),
            f"{2 * self.right / (self.gold + self.output):.3f}",
            f"{2 * self.field_right / (self.field_gold + self.field_output):.3f}",
            str(self.records),
            str(self.wrong),
            str(self.faulty),
        )


HEADS = (
    "",
    "cost",
    "of better",
    "escalated",
    "taken back",
    "failed",
    "F1",
    "fields F1",
    "records",
    "wrong",
    "marked",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.routing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=5, metavar="N", help="rounds with other faults (5)")
    parser.add_argument("--set", action="append", choices=SETS, dest="sets", help="only this set (repeatable)")
    given = parser.parse_args()
    folders = [FOLDER / name for name in given.sets or SETS]
    articles = [read_article(path) for folder in folders for path in sorted(folder.glob("*.txt"))]
    gold = {
        article.sha256: json.loads(Path(str(article.path)).with_suffix(".json").read_text("utf-8"))
        for article in articles
    }
    print(f"{len(articles)} articles, {given.seeds} rounds; scripted models, no language models:")
    print(f"  cheap   $0.25 and $2 a million tokens; {_words(CHEAP)}")
    print(f"  better  $2.50 and $20 a million tokens; {_words(BETTER)}")
    ways: dict[str, Figures] = {name: Figures() for name, _ in _ways(gold, 0)}
    for seed in range(given.seeds):
        for name, pipeline in _ways(gold, seed):
            _count(ways[name], pipeline, articles, gold)
    dearest = ways["better alone"].cost
    rows = [HEADS, *(figures.row(name, dearest) for name, figures in ways.items())]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]
    print()
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join([row[0].ljust(widths[0]), *cells[1:]]))
    print(
        "\nescalated: share of the articles; taken back: escalated articles whose cheap records were kept; F1: of the "
        "records\nagainst gold, and of the fields of those that were matched; wrong: records of the output that a "
        "fault was put into;\nmarked: those that the verifier marks"
    )


def _ways(gold: dict[str, Any], seed: int) -> Iterable[tuple[str, Pipeline]]:
    settings = Settings(repairs=0)

    def cheap() -> ScriptedModel:
        return ScriptedModel("cheap", CHEAP, CHEAP_PRICES, gold, seed)

    def better() -> ScriptedModel:
        return ScriptedModel("better", BETTER, BETTER_PRICES, gold, seed)

    yield "cheap alone", Pipeline(cheap(), settings)
    for share in THRESHOLDS:
        rules = Rules(escalate_above=share)
        yield f"escalate above {share:g}", Route(cheap(), settings, better=better(), rules=rules)
    yield "better alone", Pipeline(better(), settings)


def _count(figures: Figures, pipeline: Pipeline, articles: list[Article], gold: dict[str, Any]) -> None:
    """Adds what `pipeline` makes of the articles."""
    results = asyncio.run(_results(figures, pipeline, articles))
    for article, found in results:
        figures.articles += 1
        figures.failed += found is None
        nothing = {"source": {"sha256": article.sha256, "characters": 0}, "provenance": {"model": "none"}}
        summary = Summary.model_validate(nothing) if found is None else found
        for model in pipeline.models:
            if isinstance(model, ScriptedModel) and model.name == summary.provenance.model:
                figures.wrong += model.wrong[article.sha256]
        attempts = summary.provenance.attempts
        figures.escalated += any(one.role == "escalation" for one in attempts)
        figures.kept_cheap += any(one.role == "model" and one.outcome == "kept" for one in attempts)
        figures.cost += summary.provenance.cost_usd or 0.0
        figures.records += summary.verification.records
        figures.faulty += len(summary.faulty())
        wanted = {**gold[article.sha256], "source": {"sha256": article.sha256}}
        scored = evaluate([wanted], [summary])
        figures.gold += scored.records.gold
        figures.output += scored.records.output
        figures.right += scored.records.right
        for kind in scored.kinds.values():
            fields = kind.all_fields.exact
            figures.field_gold += fields.gold
            figures.field_output += fields.output
            figures.field_right += fields.right


async def _results(
    figures: Figures, pipeline: Pipeline, articles: list[Article]
) -> list[tuple[Article, Summary | None]]:
    found: list[tuple[Article, Summary | None]] = []
    for article in articles:
        try:
            result = await pipeline.run(article)
        except ModelError as fault:
            figures.cost += fault.cost_usd or 0.0
            found.append((article, None))
        else:
            assert isinstance(result, Summary)
            found.append((article, result))
    return found


def _words(skill: Skill) -> str:
    usual, hard = skill.usual, skill.hard
    words = f"{usual.left_out:.0%} of the records left out, {usual.wrong:.0%} wrong"
    if skill.hard_articles:
        words += f"; in {skill.hard_articles:.0%} of the articles {hard.left_out:.0%} and {hard.wrong:.0%}"
    return f"{words}; {skill.refused:.0%} of the articles refused" if skill.refused else words


if __name__ == "__main__":
    main()
