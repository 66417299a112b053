"""Time per article and per span at three lengths, beside langextract's aligner, and on inputs made to hurt."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.verifier.cases import RECORDS, Case
from benchmarks.verifier.peers import TooLong, give_up, words_given
from benchmarks.verifier.sources.own import cases as own_cases
from summarizer.article import Article
from summarizer.fields import Record
from summarizer.records import Claim, Quote
from summarizer.verifier import verify_sections

LENGTHS = ((2_500, 40), (50_000, 100), (500_000, 400))
"""Characters of the text, and records in it."""
REPEATS = 5
PATIENCE = 60.0
"""Seconds that one run may take."""


def print_tables() -> None:
    print("Time (the best of several runs; cutting the article into sentences is not counted for either)\n")
    print(
        f"{'characters':>11}{'records':>9}{'spans':>7}{'summarizer ms':>15}{'ms a span':>11}"
        f"{'langextract ms':>16}{'ms a span':>11}"
    )
    for length, count in LENGTHS:
        article, sections, words = long_article(length, count)
        spans = len(words)
        ours = best(lambda article=article, sections=sections: verify_sections(sections, article))  # type: ignore[misc]
        row = f"{len(article.text):>11,}{sum(map(len, sections.values())):>9}{spans:>7}{shown(ours, spans)}"
        align = aligner(article, words)
        print(row + (shown(best(align), spans, 16) if align else f"{'not installed':>16}"), flush=True)
    print(f"\n{'input made to hurt':44}{'characters':>11}{'seconds':>9}")
    for name, text, records in pathological():
        seconds = best(lambda text=text, records=records: one_claim_and_quote(text, records), repeats=1)  # type: ignore[misc]
        print(
            f"{name:44}{len(text):>11,}" + (f"{seconds:>9.2f}" if seconds else f"{f'over {PATIENCE:.0f}':>9}"),
            flush=True,
        )


def shown(seconds: float | None, spans: int, width: int = 15) -> str:
    if seconds is None:
        return f"{f'over {PATIENCE:.0f} s':>{width}}{'':>11}"
    return f"{seconds * 1000:>{width}.1f}{seconds * 1000 / spans:>11.3f}"


def one_claim_and_quote(text: str, records: list[Record]) -> None:
    verify_sections({"claims": records[:1], "quotes": records[1:]}, Article.from_text(text))


def best(run: Callable[[], object], repeats: int = REPEATS) -> float | None:
    """The shortest of several runs in seconds; None where one takes longer than `PATIENCE`."""
    times = []
    before = signal.signal(signal.SIGALRM, give_up)
    try:
        for _ in range(repeats):
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)
            began = time.perf_counter()
            run()
            times.append(time.perf_counter() - began)
            if times[-1] > 2:
                break
    except TooLong:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return min(times)


def long_article(length: int, count: int) -> tuple[Article, dict[str, list[Record]], list[str]]:
    """Example articles one after the other up to about `length`, and `count` of their records, citations shifted."""
    by_article: dict[Article, list[Case]] = {}
    for case in own_cases():
        by_article.setdefault(case.article, []).append(case)
    chosen = sorted(by_article, key=lambda one: abs(len(one.text) - 2_500))
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


def aligner(article: Article, words: Sequence[str]) -> Callable[[], object] | None:
    try:
        from langextract.core.data import Extraction
        from langextract.resolver import Resolver
    except ImportError:
        return None
    resolver = Resolver()

    def run() -> object:
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
