"""What the wire of business news saves, and how well the program finds what it no longer asks for.

    python -m benchmarks.wire

Tokens: each answer recorded in `cassettes/` is made into its records, and these are written in three shapes, compactly:
as answered; one by one with all their members, as their classes would be asked for; and the same with the cited
sentences copied out in place of their numbers. Counted by OpenAI's vocabulary o200k_base (`pip install bpe-openai`),
or by this program's own count where that is not installed. The examples are the articles; an answer about any other
text is left out.

Then the annotated articles of `benchmarks/data/offline`, as the program reads them: the modes of their quotes, the
other names and tickers of their parties, the certainty of their claims; and their quotes of more than fifteen words,
shortened to five at either end and written out again.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.cost import recorded
from summarizer.article import Article
from summarizer.batch.tokens import count_tokens
from summarizer.fields import Record, Value, own_fields
from summarizer.mapping import records_of
from summarizer.mapping.abbreviated import written_out
from summarizer.mapping.known_parties import KnownParties
from summarizer.mapping.modes import mode_of
from summarizer.models.offline.claim_kinds import certainty_of
from summarizer.prompts import show_article
from summarizer.readers import read_article
from summarizer.schema import NEWS
from summarizer.verifier.index import Index

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "benchmarks/data/offline"
LONG, END = 15, 5
"""Words from which a copy is shortened, and those that are left at either end."""


def counter() -> tuple[str, Callable[[str], int]]:
    """The vocabulary's count, or the program's own."""
    try:
        import bpe_openai  # type: ignore[import-not-found]
    except ImportError:
        return "this program's count", count_tokens
    encoding = bpe_openai.get_encoding("o200k_base")
    return "o200k_base", lambda text: len(encoding.encode(text))


def answers() -> Iterator[tuple[Article, dict[str, Any]]]:
    """The recorded answers about the examples."""
    shown = {show_article(one): one for one in map(read_article, sorted((ROOT / "examples/articles").iterdir()))}
    for asked, answer in recorded():
        article = next((one for text, one in shown.items() if asked.startswith(text)), None)
        if article is not None:
            yield article, json.loads(answer)


def one_by_one(value: Any, article: Article, *, copied: bool) -> Any:
    """A draft with all its members, as its own class would have a model write it."""
    if isinstance(value, Value):
        members = {name: one_by_one(getattr(value, name), article, copied=copied) for name in value.wire}
        return members["text"] if len(members) == 1 else members
    if isinstance(value, list):
        return [one_by_one(item, article, copied=copied) for item in value]
    if not hasattr(value, "model_fields_set"):
        return value
    members = {name: one_by_one(getattr(value, name), article, copied=copied) for name in own_fields(type(value))}
    if not isinstance(value, Record):
        return members
    cited = [sentence for number in value.evidence if (sentence := article.sentence(number))]
    return {"evidence": [one.text for one in cited] if copied else value.evidence} | members


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def print_tokens() -> None:
    name, count = counter()
    sums: Counter[str] = Counter()
    for article, answer in answers():
        drafts = NEWS.drafts(records_of(answer, Index(article)))
        sums["answers"] += 1
        sums["records"] += sum(map(len, drafts.values()))
        sums["as answered"] += count(compact(answer))
        for shape, copied in (("one by one", False), ("with copied sentences", True)):
            sums[shape] += sum(
                count(compact({name: one_by_one(records, article, copied=copied)})) for name, records in drafts.items()
            )
    if not sums["answers"]:
        sys.exit("no recorded answers about the examples: `make record` makes them")
    print(f"{sums['answers']} recorded answers with {sums['records']} records; tokens by {name}")
    for shape in ("as answered", "one by one", "with copied sentences"):
        print(f"  {shape:24}{sums[shape]:8,}{sums[shape] / sums['records']:8.1f} a record")


def print_found() -> None:
    modes: Counter[bool] = Counter()
    copies: Counter[bool] = Counter()
    tickers: Counter[bool] = Counter()
    certain: Counter[bool] = Counter()
    names: Counter[str] = Counter()
    for path in sorted(GOLD.glob("*/*.json")):
        if not (text := path.with_suffix(".txt")).exists():
            continue
        gold, article = json.loads(path.read_text("utf-8")), read_article(text)
        index = Index(article)
        for quote in gold["quotes"]:
            said, numbers = quote["text"], quote["evidence"]
            modes[mode_of(said, numbers, index) == quote["mode"]] += 1
            words = said.split()
            if len(words) > LONG and "…" not in said:
                shortened = f"{' '.join(words[:END])} ~ {' '.join(words[-END:])}"
                copies[written_out(shortened, numbers, index, said=True).rstrip(".,") == said.rstrip(".,")] += 1
        for claim in gold["claims"]:
            certain[certainty_of(claim["statement"], claim["kind"]) == claim["certainty"]] += 1
        known = KnownParties(article, [party["name"] for party in gold["parties"]])
        for party in gold["parties"]:
            ticker = known.ticker(party["name"], party["kind"])
            tickers[ticker == party["ticker"]] += 1
            found, marked = set(known.aliases(party["name"], ticker)), set(party["aliases"])
            names.update(both=len(found & marked), found=len(found), marked=len(marked))
    print(f"modes of quotes               {modes[True]} of {modes.total()} as annotated")
    print(f"shortened copies written out  {copies[True]} of {copies.total()}")
    print(f"tickers                       {tickers[True]} of {tickers.total()} as annotated")
    print(f"certainty, if it were read    {certain[True]} of {certain.total()} as annotated")
    print(
        f"other names of parties        {names['both']} of {names['marked']} found, "
        f"{names['found'] - names['both']} more"
    )


def main() -> int:
    print_tokens()
    print_found()
    return 0


if __name__ == "__main__":
    sys.exit(main())
