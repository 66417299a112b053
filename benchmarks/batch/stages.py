"""Where the time of one article goes in a batch: CPU by stage, in the process that does it all."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import summarizer.asking.asker as asker
import summarizer.asking.extracting as extracting
import summarizer.asking.mending as mending
import summarizer.asking.repair as repair
import summarizer.batch.pool_process as documents
import summarizer.batch.read_todo as read_todo
import summarizer.batch.store as store
import summarizer.batch.work as work
import summarizer.models.exchange as exchange
import summarizer.models.recording as recording
import summarizer.pipeline as pipeline
from benchmarks.batch.service import Service
from benchmarks.batch.throughput import answer_file
from benchmarks.batch.ways import FEW, Bare, Batch, measure
from summarizer.batch.reading import Reading
from summarizer.batch.writer import Writer
from summarizer.schema import NEWS, Schema

STAGES: dict[str, list[tuple[Any, str]]] = {
    "reading the file, cutting sentences": [(read_todo, "read_article")],
    "known already? (hash, store)": [(work, "key_of"), (Reading, "row"), (Reading, "same"), (Reading, "answer")],
    "prompt": [(asker, "extract_messages")],
    "hash of the request": [(recording, "request_of")],
    "answer against its class": [(NEWS.wire, "model_validate_json")],
    "answer in a fence or prose": [(exchange, "find_object")],
    "price": [(exchange, "cost_of"), (recording, "cost_of")],
    "answer to records": [(extracting, "drafts_of")],
    "verification": [(pipeline, "verify_sections"), (mending, "verify_sections"), (repair, "verify_records")],
    "document": [(Schema, "assemble"), (documents, "document"), (documents, "dump_line")],
    "store: compression": [(store, "add_text")],
    "store: commit": [(Writer, "_commit")],
}
INSIDE = {"store: commit": "store: compression"}
"""What a stage holds of another one."""


def stages(folder: Path, calls: int) -> None:
    """Prints a table for the short and the long answer."""
    found = {}
    for few in (FEW, None):
        with Service(answer_file(folder, few), latency=0.02) as service:
            bare = measure(Bare, service.base_url, 32, calls, warm=min(100, calls)).cpu_ms
            measure(Batch, service.base_url, 32, min(50, calls))
            with _timed() as seconds:
                whole = measure(Batch, service.base_url, 32, calls).cpu_ms
        by_stage = {stage: 1000 * seconds[stage] / calls for stage in STAGES}
        for outer, inner in INSIDE.items():
            by_stage[outer] -= by_stage[inner]
        rest = whole - sum(by_stage.values())
        found[few] = {**by_stage, "the call and the runner": rest, "all": whole, "openai's client, its call": bare}
    print(f"\nCPU milliseconds an article, {calls} articles of 2.1 KB, one process, 32 at once")
    print(f"  {'':40} {'short answer':>12} {'long answer':>12}")
    for stage, short in found[FEW].items():
        print(f"  {stage:40} {short:>12.2f} {found[None][stage]:>12.2f}", flush=True)


@contextmanager
def _timed() -> Iterator[dict[str, float]]:
    """Within it, the CPU seconds by stage."""
    seconds: dict[str, float] = defaultdict(float)

    def timed(stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            began = time.thread_time()
            try:
                return call(*arguments, **options)
            finally:
                seconds[stage] += time.thread_time() - began

        return run

    with ExitStack() as patches:
        for stage, places in STAGES.items():
            for place, name in places:
                patches.enter_context(mock.patch.object(place, name, timed(stage, getattr(place, name))))
        yield seconds
