"""The same articles through other tools, each used as its documentation says, on the same service in the same run.

Each gets answers in the shape that it asks for, with the same words in them: what the recorded answer has copied from
the article. So many requests are allowed at once to each, and an article is one request.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.batch.service import Service
from benchmarks.batch.throughput import answer_file
from benchmarks.batch.ways import FEW, KEY, Bare, Batch, Counts, Opened, measure, recorded_answer, several
from summarizer.article import Article
from summarizer.prompts import extract_messages, load_prompt
from summarizer.schema import NEWS
from summarizer.wire import cited

CONCURRENCY = 64
LATENCY = 0.2
LONGEST = 100_000
"""Characters of a text that langextract sends in one request: each article goes in one."""
WORDS = "words"
"""The one kind of extraction that the other tools are asked for."""


class Gathered:
    """instructor on openai's client, `asyncio.gather` and a semaphore: what anyone would write first."""

    def __init__(self, base_url: str, concurrency: int) -> None:
        import instructor
        import openai

        limits = type(openai.DEFAULT_CONNECTION_LIMITS)(max_connections=10_000)
        self._client = openai.AsyncOpenAI(
            api_key=KEY, base_url=base_url, timeout=60, http_client=openai.DefaultAioHttpClient(limits=limits)
        )
        self._ask: Any = instructor.from_openai(self._client, mode=instructor.Mode.JSON_SCHEMA)
        self._concurrency = concurrency

    def prepare(self, texts: Sequence[str]) -> Sequence[str]:
        return texts

    async def run(self, prepared: Sequence[str], _: Callable[[], bool]) -> Counts:
        room, prompt = asyncio.Semaphore(self._concurrency), load_prompt("extract", None)

        async def one(text: str) -> bool:
            async with room:
                rendered = extract_messages(prompt, Article.from_text(text), NEWS)
                messages = [{"role": message.role, "content": message.content} for message in rendered]
                try:
                    await self._ask.chat.completions.create(model="x", response_model=NEWS.wire, messages=messages)
                except Exception:
                    return False
                return True

        done = await asyncio.gather(*map(one, prepared))
        return _at_the_end(sum(done), len(prepared))

    async def close(self) -> None:
        await self._client.close()


class LangExtract:
    """langextract's `extract` over documents, which has each extraction aligned with the text."""

    def __init__(self, base_url: str, concurrency: int) -> None:
        import langextract

        self._base_url, self._concurrency, self._tool = base_url, concurrency, langextract

    def prepare(self, texts: Sequence[str]) -> list[Any]:
        return [self._tool.data.Document(text=text, document_id=str(number)) for number, text in enumerate(texts)]

    async def run(self, prepared: list[Any], _: Callable[[], bool]) -> Counts:
        from langextract.providers.openai import OpenAILanguageModel

        data = self._tool.data
        extraction = data.Extraction(extraction_class=WORDS, extraction_text="Ostrava Rail")
        found = self._tool.extract(
            prepared,
            prompt_description="Extract the names and amounts of the deals, as they stand in the text.",
            examples=[data.ExampleData(text="Ostrava Rail bought Dorrin Works.", extractions=[extraction])],
            model=OpenAILanguageModel("x", api_key=KEY, base_url=self._base_url, max_workers=self._concurrency),
            max_char_buffer=LONGEST,
            batch_length=self._concurrency,
            max_workers=self._concurrency,
            use_schema_constraints=False,  # a model that is given has none
            show_progress=False,
        )
        answered = sum(bool(document.extractions) for document in found)
        return _at_the_end(answered, len(prepared))

    async def close(self) -> None:
        return None


class Delm:
    """DELM's `extract` over a data frame, without its disk storage and its cache."""

    def __init__(self, base_url: str, concurrency: int) -> None:
        _count_bytes()
        from delm import DELM, ExtractionVariable, Schema

        os.environ["OPENAI_API_KEY"] = KEY
        name = ExtractionVariable(name=WORDS, description="names and amounts, as they stand", data_type="string")
        self._delm = DELM(
            schema=Schema.nested(container_name="items", variables_list=[name]),
            provider="openai",
            model="x",
            base_url=base_url,
            mode="json_schema",
            batch_size=concurrency,
            max_workers=concurrency,
            track_cost=False,
            cache_backend=None,
            console_log_level="ERROR",
        )

    def prepare(self, texts: Sequence[str]) -> Any:
        import pandas

        return pandas.DataFrame({"text": list(texts)})

    async def run(self, prepared: Any, _: Callable[[], bool]) -> Counts:
        with redirect_stderr(io.StringIO()):  # its progress bars
            found = self._delm.extract(prepared)
        answered = int((found["delm_extracted_data_json"].map(lambda said: bool(json.loads(said or "{}")))).sum())
        return _at_the_end(answered, len(prepared))

    async def close(self) -> None:
        return None


def _at_the_end(answered: int, of: int) -> Counts:
    """What is known of a tool that gives all its answers at once."""
    return [time.perf_counter()] * answered, of - answered


def _count_bytes() -> None:
    """Lets DELM count bytes in place of tokens: the vocabulary that it wants would be downloaded."""
    import tiktoken

    ranks = {bytes([byte]): byte for byte in range(256)}
    coding = tiktoken.Encoding("bytes", pat_str=r"\S+|\s+", mergeable_ranks=ranks, special_tokens={})
    tiktoken.get_encoding = lambda _: coding


PEERS: dict[str, tuple[Opened, str]] = {"langextract": (LangExtract, "extractions"), "delm": (Delm, "items")}


def compare(folder: Path, calls: int) -> None:
    """Prints what each tool comes to, and which are not installed."""
    logging.getLogger("langextract").setLevel(logging.CRITICAL)
    logging.getLogger("absl").setLevel(logging.CRITICAL)
    long = answer_file(folder, None)
    rows: list[tuple[str, Opened, Path]] = [
        ("openai's client, gathered", Bare, long),
        ("instructor, gathered", Gathered, long),
        ("summarizer batch", Batch, long),
        ("summarizer batch, 2 more processes", several, long),
        ("summarizer batch, short answer", several, answer_file(folder, FEW)),
    ]
    for package, (opened, container) in PEERS.items():
        try:
            rows.append((f"{package} {version(package)}", opened, _words(folder, container)))
        except PackageNotFoundError:
            print(f"{package} is not compared: pip install -r benchmarks/batch/requirements.txt")
    ideal = CONCURRENCY / LATENCY
    print(f"\n{calls} articles of 2.1 KB, {CONCURRENCY} at once, {1000 * LATENCY:.0f} ms: ideal {ideal:.0f} a second")
    for name, opened, answer in rows:
        with Service(answer, latency=LATENCY) as service:
            measure(opened, service.base_url, CONCURRENCY, CONCURRENCY)  # loads what there is to load
            found = measure(opened, service.base_url, CONCURRENCY, calls)
            asked = service.counts()["answered"]
        more = f", {asked - CONCURRENCY} requests" if asked != calls + CONCURRENCY else ""
        print(
            f"  {name:36} {found.overall:7.1f}/s {found.overall / ideal:6.1%} of the ideal "
            f"{found.cpu_ms:8.2f} ms CPU an article{f', {found.lost} lost' if found.lost else ''}{more}",
            flush=True,
        )


def _words(folder: Path, container: str) -> Path:
    """The words that the recorded answer copied, as another tool's answer."""
    path = folder / f"answer-{container}.json"
    completion = json.loads(recorded_answer())
    message = completion["choices"][0]["message"]
    said = json.loads(message["content"])
    copied = [
        *(named["name"] for named in (*said["organizations"], *said["people"])),
        *(cited(one)[0] for named in (*said["organizations"], *said["people"]) for one in named["said"]),
        *(cited(one)[0] for of in said["claims"] for one in of["claims"]),
    ]
    message["content"] = json.dumps({container: [{WORDS: text} for text in copied]}, ensure_ascii=False)
    path.write_text(json.dumps(completion, ensure_ascii=False), encoding="utf-8")
    return path
