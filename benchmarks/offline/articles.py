"""Articles without gold: what the rules write, how it is judged, how fast that is, and whether memory stays flat.

The timed call is what the batch calls for an article that is read: cutting it into sentences, the rules, the verifier.
Reading files is done before; the word tables are loaded by a run over the example articles, which are none of these.
"""

from __future__ import annotations

import asyncio
import random
import re
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.offline.reference import DATA, DataError, part_of
from benchmarks.offline.stages import REST, timed
from summarizer.article import Article
from summarizer.batch.collector import collect_seldom
from summarizer.batch.folder import find_articles
from summarizer.errors import ReadError
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Pipeline
from summarizer.readers import read_article
from summarizer.records import Result

FOLDER = DATA / "articles"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
USUAL = 2_500
"""Characters of the article for which a rate is given."""
WARMING = 2
"""Runs over the examples before the clock starts."""
STEPS = 20
"""How often memory is shown in a run."""


@dataclass(frozen=True)
class Marked:
    """A record that the verifier does not let stand."""

    article: str
    path: str
    verdict: str
    codes: tuple[str, ...]
    words: str
    message: str


@dataclass
class Table:
    """What the articles of a folder come to."""

    articles: int = 0
    characters: int = 0
    records: Counter[str] = field(default_factory=Counter)
    """By section."""
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By section and verdict."""
    empty: Counter[str] = field(default_factory=Counter)
    """Articles without a record of the section."""
    codes: Counter[str] = field(default_factory=Counter)
    """Of the findings that make a record altered or unsupported."""
    marked: list[Marked] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    """CPU time of each article."""
    stages: dict[str, float] = field(default_factory=dict)
    """CPU seconds by stage over all articles, where that was asked for."""

    @property
    def all_stages(self) -> dict[str, float]:
        """The stages with what lies between them; empty where they were not timed."""
        return {**self.stages, REST: sum(self.seconds) - sum(self.stages.values())} if self.stages else {}

    @property
    def rate(self) -> float:
        """Articles a second of CPU time, on one core."""
        return self.articles / sum(self.seconds) if self.seconds else 0.0

    @property
    def usual_rate(self) -> float:
        """The same for articles of `USUAL` characters, by the characters a second."""
        return self.characters / USUAL / sum(self.seconds) if self.seconds else 0.0

    def document(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "articles": self.articles,
            "characters": self.characters,
            "records": dict(self.records),
            "verdicts": {f"{section}.{verdict}": count for (section, verdict), count in self.verdicts.items()},
            "codes": dict(self.codes),
            "errors": self.errors,
            "articles_a_second": round(self.rate, 1),
            "articles_of_2500_characters_a_second": round(self.usual_rate, 1),
            "milliseconds_median": round(1000 * median(self.seconds), 2) if self.seconds else None,
            "milliseconds_largest": round(1000 * max(self.seconds), 2) if self.seconds else None,
            "milliseconds_by_stage": {
                name: round(1000 * seconds / max(1, self.articles), 3) for name, seconds in self.all_stages.items()
            },
        }


def load(folder: Path, part: str = "all") -> tuple[list[Article], list[str]]:
    """The articles of a folder, or of one half of it by name, and a line for each file that is none.

    Raises `DataError` where there is no article at all.
    """
    named = [{"name": path.name, "path": path} for path in find_articles(folder)]
    if not named:
        raise DataError(f"{folder} holds no article")
    articles, errors = [], []
    for one in part_of(named, "name", part):
        try:
            articles.append(read_article(one["path"]))
        except ReadError as fault:
            errors.append(f"ReadError: {fault}")
    if not articles:
        raise DataError(f"{folder}: no article of it can be read: {errors[0]}")
    return articles, errors


def run(articles: Sequence[Article], errors: Sequence[str] = (), *, stages: bool = False) -> Table:
    """Summarizes each article once, in a warmed process. `errors`: of files that could not be read."""
    table = Table(errors=list(errors))
    with _running() as summarize:
        for _ in range(WARMING):
            for path in find_articles(EXAMPLES):
                summarize(read_article(path))
        with timed() if stages else nullcontext({}) as table.stages:
            _run_all(articles, summarize, table)
    return table


def _run_all(articles: Sequence[Article], summarize: Callable[[Article], Result], table: Table) -> None:
    for article in articles:
        began = time.process_time()
        try:
            result = summarize(replace(article))  # a copy is cut into sentences anew
        except Exception as fault:
            # Whatever it is, the table is to say so and to go on.
            table.errors.append(f"{article.path}: {type(fault).__name__}: {fault}")
            continue
        table.seconds.append(time.process_time() - began)
        _count(table, article, result)


@contextmanager
def _running() -> Iterator[Callable[[Article], Result]]:
    """The function that the batch awaits for each article, called and waited for."""
    pipeline = Pipeline(OfflineModel())
    loop = asyncio.new_event_loop()
    set_back = collect_seldom()  # as a batch does
    try:
        # Not `asyncio.run`, which takes charge of Ctrl-C anew each time and in doing so prints the whole result.
        yield lambda article: loop.run_until_complete(pipeline.run(article))
    finally:
        set_back()
        loop.close()


def _count(table: Table, article: Article, result: Result) -> None:
    table.articles += 1
    table.characters += len(article.text)
    seen = set()
    for path, record in result.records():
        section = path.partition("[")[0]
        seen.add(section)
        verdict = str(record.verdict)
        table.records[section] += 1
        table.verdicts[section, verdict] += 1
        if record.verdict is not None and record.verdict.faulty:
            faults = [finding for finding in record.findings if finding.verdict.faulty]
            codes = tuple(finding.code for finding in faults)
            table.codes.update(codes)
            words = str(record.model_dump(mode="json", exclude={"spans", "findings", "verdict"}))
            message = faults[0].message if faults else ""
            table.marked.append(Marked(Path(article.path or "").name, path, verdict, codes, words, message))
    table.empty.update({"headline", "abstract", "parties", "deals", "quotes", "claims"} - seen)


def watch(articles: Sequence[Article], count: int) -> Iterator[tuple[int, float, float]]:
    """Summarizes `count` varied copies of the articles: (done, resident MB, articles a second of CPU) at intervals."""
    began = time.process_time()
    step = max(1, count // STEPS)
    with _running() as summarize:
        for done in range(count):
            article = articles[done % len(articles)]
            summarize(replace(article, text=varied(article.text, done)))
            if (done + 1) % step == 0 or done + 1 == count:
                yield done + 1, resident(), (done + 1) / (time.process_time() - began)


_NAME_INSIDE = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{3,})\b")
_DIGIT = re.compile(r"(?<=\d)\d")


def varied(text: str, seed: int) -> str:
    """A copy of a text with other names and numbers, so that what is remembered of one text is of no use for the next.

    Names are the words that have a capital inside a sentence; each gets a syllable that depends on the seed.
    """
    chance = random.Random(seed)
    syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "za"]
    syllable = "".join(chance.choices(syllables, k=2))
    names = sorted(set(_NAME_INSIDE.findall(text)))[:200]
    if names:
        found = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        text = found.sub(lambda match: match[0][:3] + syllable + match[0][3:], text)
    return _DIGIT.sub(lambda _: str(chance.randrange(10)), text)


def resident() -> float:
    """Megabytes of this process in memory now; where the system does not tell, the most it has had."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 2**20
