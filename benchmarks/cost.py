"""How far the estimate of a run's cost is off, and the budget.

    python -m benchmarks.cost [FOLDER OF ARTICLES] [--run] [--articles 1000]

First, how many tokens a text is said to be, beside two vocabularies of OpenAI's: over the examples, the prompt, the
schema, the recorded answers, and the articles of the folder, which is optional. Then, how long answers are said to be,
beside the recorded ones. With `--run` also the whole way: copies of the examples, each with a number of its own, are
estimated, run in part under a budget, estimated again and run to the end, against a service on this machine that
answers as recorded and counts by the vocabulary.

Needs `pip install bpe-openai`, which brings the vocabularies with it. Nothing of this program does.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from benchmarks.loopback import answering, completion
from summarizer.batch.forecast import ANSWER, ANSWER_PER_TOKEN
from summarizer.batch.tokens import article_tokens
from summarizer.models.strict import schema_name, wire_schema
from summarizer.prompts import extract_messages, load_prompt, show_article
from summarizer.readers import article_suffixes, read_article
from summarizer.schema import NEWS
from summarizer.text.tokens import count_tokens

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples/articles"
VOCABULARIES = ("o200k_base", "cl100k_base")
PER_MESSAGE = 4
"""Tokens that a service adds to each message, as OpenAI describes it."""
WARM = 8
"""Requests before the service's cache is filled."""
MODEL, BUDGET = "gpt-4.1-mini", 0.5
"""The model whose list prices the run takes, and the budget of its first part in US dollars."""

Count = Callable[[str], int]


def counter(vocabulary: str) -> Count:
    import bpe_openai  # type: ignore[import-not-found]

    encoding = bpe_openai.get_encoding(vocabulary)
    return lambda text: len(encoding.encode(text))


def recorded() -> Iterator[tuple[str, str]]:
    """Each recorded news article as it was shown, and the answer."""
    found = {}
    for path in sorted((ROOT / "cassettes").rglob("*.yaml")):
        for interaction in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)["interactions"]:
            asked, choice = interaction["request"]["body"]["$json"], interaction["response"]["body"]["$json"]
            choice = choice["choices"][0]
            if (
                asked["response_format"]["json_schema"]["name"] != schema_name(NEWS.wire)
                or choice["finish_reason"] != "stop"
            ):
                continue
            if content := choice["message"].get("content"):
                shown = asked["messages"][-1]["content"]
                found[shown] = content if isinstance(content, str) else json.dumps(content["$json"], ensure_ascii=False)
    yield from found.items()


def articles(folder: Path) -> Iterator[Any]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in article_suffixes():
            yield read_article(path)


def print_counts(counts: dict[str, Count], folder: Path | None) -> None:
    example = next(articles(EXAMPLES))
    system = extract_messages(load_prompt("extract"), example, NEWS)[0].content
    shape = json.dumps(wire_schema(NEWS.wire), separators=(",", ":"))
    kinds: dict[str, list[tuple[str, int]]] = {
        "the examples": [(show_article(one), article_tokens(one)) for one in articles(EXAMPLES)],
        "the instructions": [(system, count_tokens(system))],
        "the schema": [(shape, count_tokens(shape))],
        "recorded answers": [(answer, count_tokens(answer)) for _, answer in recorded()],
    }
    if folder is not None:
        kinds[folder.name] = [(show_article(one), article_tokens(one)) for one in articles(folder)]
    print(f"{'tokens, said / counted':24}{'texts':>6}{'characters a token':>20}", *(f"{name:>26}" for name in counts))
    for kind, texts in kinds.items():
        cells = []
        for count in counts.values():
            true = [count(text) for text, _ in texts]
            each = sorted(said / number for (_, said), number in zip(texts, true, strict=True))
            cells.append(f"{sum(said for _, said in texts) / sum(true):10.3f} ({each[0]:.2f} to {each[-1]:.2f})")
        first = next(iter(counts.values()))
        characters = sum(len(text) for text, _ in texts) / sum(first(text) for text, _ in texts)
        print(f"{kind:24}{len(texts):6}{characters:20.2f}", *(f"{cell:>26}" for cell in cells))


def line(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Least squares: what stands at 0, and the slope."""
    count = len(points)
    x, y = sum(one for one, _ in points) / count, sum(two for _, two in points) / count
    slope = sum((one - x) * (two - y) for one, two in points) / sum((one - x) ** 2 for one, _ in points)
    return y - slope * x, slope


def print_answers(count: Count) -> None:
    points = [(float(count(shown)), float(count(answer))) for shown, answer in recorded()]
    start, slope = line(points)
    off = sqrt(sum((y - start - slope * x) ** 2 for x, y in points) / (len(points) - 2))
    missed = []
    for at, (x, y) in enumerate(points):
        left, steep = line(points[:at] + points[at + 1 :])
        missed.append(abs(left + steep * x - y) / y)
    said = sum(ANSWER + ANSWER_PER_TOKEN * x for x, _ in points) / sum(y for _, y in points)
    print(f"\nanswers: {len(points)} recorded, to articles of {min(points)[0]:.0f} to {max(points)[0]:.0f} tokens")
    print(f"  best line: {start:.0f} + {slope:.2f} a token of the article, residual {off:.0f}")
    print(f"  each left out in turn: missed by {sum(missed) / len(missed):.0%} on average, {max(missed):.0%} at most")
    print(f"  said / recorded in all: {said:.3f} ({ANSWER:.0f} + {ANSWER_PER_TOKEN} a token)")


class Service:
    """A chat service that answers as recorded, by an article's first sentence."""

    def __init__(self, count: Count) -> None:
        self.count = count
        self.answers = {_first(shown): answer for shown, answer in recorded()}
        self.asked = 0

    def answer(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """What is said to a request: see `answering`."""
        texts = [message["content"] for message in body["messages"]]
        shape = body["response_format"]["json_schema"]
        repair = shape["name"].endswith("_repair")
        content = (
            json.dumps({name: [] for name in shape["schema"]["properties"]})
            if repair
            else self.answers[_first(next(text for text in texts if "<article" in text and "\n[1] " in text))]
        )
        told = self.count(json.dumps(shape["schema"], separators=(",", ":")))
        tokens = told + sum(self.count(text) + PER_MESSAGE for text in texts)
        self.asked += 1
        cached = 0 if repair or self.asked <= WARM else (told + self.count(texts[0])) // 128 * 128
        details = {"prompt_tokens_details": {"cached_tokens": cached}}
        return 200, completion(content, MODEL, tokens, self.count(content), **details)


def _first(shown: str) -> str:
    found = re.search(r"^\[1\] (.*)$", shown, re.M)
    assert found
    return found[1]


def copies(folder: Path, number: int) -> None:
    """So many copies of the examples as plain text, each with a number at its end."""
    texts = [one.text for one in articles(EXAMPLES) if not one.derived and one.title is None]
    for at in range(number):
        (folder / f"{at:05}.txt").write_text(
            f"{texts[at % len(texts)].rstrip()}\n\nReference {10_000 + at}.\n", "utf-8"
        )


def print_run(count: Count, number: int) -> None:
    service = Service(count)
    with tempfile.TemporaryDirectory() as scratch, answering(service.answer) as base_url:
        folder, out = Path(scratch, "articles"), Path(scratch, "out")
        folder.mkdir()
        copies(folder, number)
        model = ("-m", MODEL, "--base-url", base_url, "--price", f"openai/{MODEL}", "--quiet")

        def command(*options: str) -> str:
            run = ("batch", str(folder), "-o", str(out), *model) if options[0] != "usage" else ("usage", str(out))
            options = options if options[0] != "usage" else options[1:]
            whole = [sys.executable, "-m", "summarizer", *run, *options]
            done = subprocess.run(whole, stdout=subprocess.PIPE, check=False, cwd=ROOT, text=True)
            return done.stdout

        def estimate() -> dict[str, Any]:
            said: dict[str, Any] = json.loads(command("--estimate", "--format", "json"))
            return said

        def usage() -> dict[str, Any]:
            said: dict[str, Any] = json.loads(command("usage", "--format", "json"))["total"]
            return said

        first = estimate()
        command("--budget", str(BUDGET), "-j", "8")
        part = usage()
        second = estimate()
        command("-j", "8")
        whole = usage()
    print(f"\nrun: {number} articles, {service.asked} requests")
    rest = {name: whole[name] - part[name] for name in ("input_tokens", "output_tokens", "cost_usd")}
    for title, said, took in (
        ("before", first, whole),
        (f"after {part['calls']} articles, for the rest", second, rest),
    ):
        for name, taken in ((name, took[name]) for name in rest):
            one = said[name]
            words = f"said {one['likely']:,.4g} ({one['low']:,.4g} to {one['high']:,.4g}), took {taken:,.4g}"
            print(f"  {title}: {name} {words}: {one['likely'] / taken - 1:+.1%}")
    print(f"  budget ${BUDGET}: spent ${part['cost_usd']:.4f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--run", action="store_true")
    parser.add_argument("--articles", type=int, default=1_000)
    given = parser.parse_args()
    try:
        found = {name: counter(name) for name in VOCABULARIES}
    except ImportError:
        sys.exit("pip install bpe-openai: the vocabularies to compare with are not there")
    print_counts(found, given.folder)
    print_answers(found[VOCABULARIES[0]])
    if given.run:
        print_run(found[VOCABULARIES[0]], given.articles)
