"""Time per article and per span at three lengths, beside langextract's aligner, and on inputs made to hurt."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.verifier.cases import RECORDS, Case
from benchmarks.verifier.peers import TooLong, give_up, words_given
from benchmarks.verifier.sources.own import cases as own_cases
from summarizer.article import Article
from summarizer.fields import Record
from summarizer.records import Claim, Quote
from summarizer.verifier import verify_sections

LENGTHS = ((2_500, 40), (50_000, 400), (500_000, 400))
"""Characters of the text, and records in it."""
REPEATS = 7
PATIENCE = 60.0
"""Seconds that one run may take."""


def print_tables() -> None:
    print("Time of verify_sections after import: the first run, then the median of several, each on a fresh Article.")
    print("Cutting the article into sentences is not counted, for either.\n")
    print(
        f"{'characters':>11}{'records':>9}{'spans':>7}{'first ms':>10}{'wall ms':>9}{'CPU ms':>9}{'ms a span':>11}"
        f"{'langextract ms':>16}{'CPU ms':>9}{'ms a span':>11}"
    )
    for length, count in LENGTHS:
        article, sections, words = long_article(length, count)
        row = f"{len(article.text):>11,}{sum(map(len, sections.values())):>9}{len(words):>7}"
        times = measured(lambda fresh, sections=sections: verify_sections(sections, fresh), article.text)  # type: ignore[misc]
        row += f"{times.first * 1000:>10.1f}{shown(times, len(words), 9)}" if times else f"{'over a minute':>39}"
        align = aligner(words)
        if align is None:
            row += f"{'not installed':>16}"
        else:
            times = measured(align, article.text)
            row += shown(times, len(words), 16) if times else f"{'over a minute':>16}"
        print(row, flush=True)
    print(f"\n{'input made to hurt (cutting included)':44}{'characters':>11}{'wall s':>9}{'CPU s':>9}")
    for name, text, records in pathological():
        times = measured(lambda fresh, records=records: claim_and_quote(records, fresh), text, repeats=1, cut=False)  # type: ignore[misc]
        figures = f"{times.wall:>9.2f}{times.cpu:>9.2f}" if times else f"{'over a minute':>18}"
        print(f"{name:44}{len(text):>11,}{figures}", flush=True)


@dataclass(frozen=True)
class Times:
    """Seconds of a run: the first, and the medians of wall and CPU time."""

    first: float
    wall: float
    cpu: float


def shown(times: Times, spans: int, width: int) -> str:
    return f"{times.wall * 1000:>{width}.1f}{times.cpu * 1000:>9.1f}{times.wall * 1000 / spans:>11.3f}"


def claim_and_quote(records: list[Record], article: Article) -> object:
    return verify_sections({"claims": records[:1], "quotes": records[1:]}, article)


def measured(run: Callable[[Article], object], text: str, repeats: int = REPEATS, cut: bool = True) -> Times | None:
    """The times of several runs, each on an article of its own; None where one takes longer than `PATIENCE`."""
    walls, cpus = [], []
    before = signal.signal(signal.SIGALRM, give_up)
    try:
        for _ in range(repeats):
            article = Article.from_text(text) if cut else None
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)
            wall, cpu = time.perf_counter(), time.process_time()
            run(article or Article.from_text(text))
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
            if walls[-1] > 2:
                break
    except TooLong:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return Times(walls[0], median(walls), median(cpus))


def long_article(length: int, count: int) -> tuple[Article, dict[str, list[Record]], list[str]]:
    """Example articles one after the other up to about `length`, and `count` of their records, citations shifted."""
    by_article: dict[Article, list[Case]] = {}
    for case in own_cases():
        by_article.setdefault(case.article, []).append(case)
    many = min(count, 40)
    chosen = [article for article, found in by_article.items() if len(found) >= many or length > 2_500]
    chosen.sort(key=lambda one: abs(len(one.text) - 2_500))
    text, starts, place = "", [], 0
    while len(text) < length * 0.85:
        article = chosen[place % len(chosen)]
        starts.append((article, len(text)))
        text += article.text.strip("\ufeff") + "\n\n"
        place += 1
    whole = Article.from_text(text)
    drafts = [(case, start) for article, start in starts for case in by_article[article]]
    step = max(1, len(drafts) // count)
    sections: dict[str, list[Record]] = {}
    words: list[str] = []
    for case, start in drafts[::step][:count]:
        shifted = []
        for number in case.evidence:
            sentence = case.article.sentences[number - 1]
            found = whole.sentence_at(start + sentence.start + len(sentence.text) // 2)
            shifted.append(found.number if found else 1)
        sections.setdefault(case.section, []).append(
            RECORDS[case.section].model_validate(case.having(evidence=shifted))
        )
        words += words_given(case, case.draft, statements=False)
    # In the order of the text, as langextract expects them: else it falls back to its slow fuzzy search.
    return whole, sections, sorted(words, key=whole.text.find)


def aligner(words: Sequence[str]) -> Callable[[Article], object] | None:
    try:
        from langextract.core.data import Extraction
        from langextract.resolver import Resolver
    except ImportError:
        return None
    resolver = Resolver()

    def run(article: Article) -> object:
        extractions = [Extraction(extraction_class="field", extraction_text=text) for text in words]
        return list(resolver.align(extractions, article.text, token_offset=0, char_offset=0))

    return run


def pathological() -> Iterator[tuple[str, str, list[Record]]]:
    """Texts that bring a quadratic search to its knees, each with a claim and a quote."""
    claim = Claim(
        statement="Tarrenby Holdings agreed to buy Ostravane Partners for $1.2 billion in May 2024, not in June.",
        kind="fact", certainty="asserted", evidence=[1],
    )  # fmt: skip
    quote = Quote(
        text="we will … never … sell", mode="direct", speaker="Gareth Plimsoll", speaker_kind="executive", evidence=[1]
    )
    sentence = "Tarrenby Holdings said on Tuesday that it agreed to buy Ostravane Partners for $1.2 billion. "
    yield "one letter, 1,000,000 times", "a" * 1_000_000, [claim, quote]
    yield "one quotation mark, 200,000 times", '"' * 200_000, [claim, quote]
    yield "10,000 identical sentences", sentence * 10_000, [claim, quote]
    yield "1 MB of names in one line", "Acme Corp " * 100_000, [claim, quote]
    yield "1 MB of numbers in one line", "$1,234.56 million " * 58_000, [claim, quote]
    yield "1 MB of quotes in one line", '"we will never sell," he said, ' * 33_000, [claim, quote]
    yield "1 MB of dates in one line", "on Tuesday, May 3, 2024 " * 42_000, [claim, quote]
    yield "100,000 opening brackets", "(" * 100_000 + " Tarrenby.", [claim, quote]
    yield "1 MB of white space", "Tarrenby" + " " * 1_000_000 + "sold.", [claim, quote]
