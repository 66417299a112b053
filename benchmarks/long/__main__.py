"""Documents of 10 kB, 100 kB and 1 MB: sections, requests, tokens, seconds, memory, and what is found of the planted.

    python -m benchmarks.long [--characters N …] [--section-tokens N] [--wrong SHARE]

The documents are generated (`document.py`). Whoever answers knows what is planted in the sentences that a question is
about and misses nothing (`answers.py`), so that what is measured is this program's own: dividing, asking, verifying,
merging. `--wrong`: such a share of what it answers is changed, so that it does not hold. Tokens are counted as in all
of this program, by pieces of words; `told` are those of the instructions, which are the same in all requests. Each size
has a process of its own, whose memory is the most that it took; seconds are of CPU. The offline rules read the same
document at once.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
from typing import Any

from benchmarks.long.answers import Finder, read_now
from benchmarks.long.document import Planted, long_document
from summarizer.asking.chunks import CHUNK_TOKENS
from summarizer.models.base import Answer, Question
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Summary, Usage
from summarizer.schema import NEWS
from summarizer.text.tokens import count_tokens

SIZES = (10_000, 100_000, 1_000_000)
COLUMNS = ("characters", "sentences", "sections", "requests", "tokens in", "told", "tokens out")
MORE = ("s", "MB", "planted", "found", "not held", "rules s", "rules MB")


KINDS = ("deals", "quotes", "claims")
CHANGES = {" million": " billion", "will not": "will", "rose": "fell"}
"""What is put in place of a word to make a record wrong."""


def spoil(planted: Planted, share: float) -> None:
    """Makes this share of the planted deals, quotes and claims wrong, evenly spread."""
    seen = 0
    for at, (offset, name, record) in enumerate(planted.records):
        if name in KINDS:
            if int((seen + 1) * share) > int(seen * share):
                said = json.dumps(record)
                for right, wrong in CHANGES.items():
                    said = said.replace(right, wrong)
                planted.records[at] = (offset, name, json.loads(said))
            seen += 1


class Reader:
    """Finds all that is planted in the sentences that it is asked about, and counts what it is shown."""

    name = "benchmark/finder"
    needs_prompt = True

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.sections = self.requests = self.tokens_in = self.told = self.tokens_out = 0

    async def answer(self, question: Question) -> Answer:
        """The answer to one question."""
        system, user = (message.content for message in question.messages)
        first, last = read_now(user)
        if question.task == "repair":
            found: dict[str, Any] = {name: [] for name in question.wire.model_fields}
        else:
            skipped = tuple(NEWS.sections) if question.task == "overview" else ()
            found = self.finder.answer(question.wire, first, last, skipped)
        shown = (count_tokens(system), count_tokens(user))
        self.requests += 1
        self.sections += question.task == "extract"
        self.tokens_in += sum(shown)
        self.told += shown[0]
        said = json.dumps(found, separators=(",", ":"))
        self.tokens_out += count_tokens(said)
        return Answer(found, self.name, "strict", 1, Usage(input_tokens=sum(shown), output_tokens=count_tokens(said)))

    async def close(self) -> None:
        """Nothing to give up."""


def measured(characters: int, section_tokens: int, wrong: float, *, offline: bool) -> dict[str, float]:
    """What one document takes, of a reader that misses nothing or of the offline rules."""
    planted = long_document(characters)
    total = sum(name in KINDS for _, name, _ in planted.records)
    spoil(planted, wrong)
    reader = Reader(Finder(planted))
    settings = Settings(section_tokens=section_tokens)
    began = time.process_time()
    summary = asyncio.run(Pipeline(OfflineModel() if offline else reader, settings).run(planted.article))
    seconds = time.process_time() - began
    assert isinstance(summary, Summary)
    return {
        "characters": len(planted.article.text),
        "sentences": len(planted.article.sentences),
        "sections": reader.sections,
        "requests": reader.requests,
        "tokens in": reader.tokens_in,
        "told": reader.told,
        "tokens out": reader.tokens_out,
        "s": round(seconds, 2),
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "planted": total,
        "found": sum(len(getattr(summary, name)) for name in KINDS),
        "not held": len(summary.faulty()),
    }


def main() -> None:
    """Prints a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--characters", type=int, nargs="+", default=SIZES)
    parser.add_argument("--section-tokens", type=int, default=CHUNK_TOKENS)
    parser.add_argument("--wrong", type=float, default=0.0)
    parser.add_argument("--one", choices=("model", "rules"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        [characters] = given.characters
        print(json.dumps(measured(characters, given.section_tokens, given.wrong, offline=given.one == "rules")))
        return
    print(*(f"{name:>11}" for name in (*COLUMNS, *MORE)), sep="")
    for characters in given.characters:
        row = apart(given, characters, "model")
        rules = apart(given, characters, "rules")
        row |= {"rules s": rules["s"], "rules MB": rules["MB"]}
        print(*(f"{row[name]:>11,}" for name in (*COLUMNS, *MORE)), sep="", flush=True)


def apart(given: argparse.Namespace, characters: int, one: str) -> dict[str, float]:
    """`measured` in a process of its own."""
    told = ["--characters", characters, "--section-tokens", given.section_tokens, "--wrong", given.wrong, "--one", one]
    command = [sys.executable, "-m", "benchmarks.long", *map(str, told)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


if __name__ == "__main__":
    main()
