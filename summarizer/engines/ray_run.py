"""Ray Data: blocks of articles to actors that keep their client, Parquet shards out of them, and a run that goes on."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Generator
from contextlib import ExitStack, closing
from dataclasses import replace
from importlib.util import find_spec
from types import TracebackType
from typing import Any, Self

from summarizer.batch.database import NAME
from summarizer.batch.lock import Lock
from summarizer.batch.output import prepare
from summarizer.engines.blocks import BlockDone, BlockWorker, in_blocks, packed, read_done
from summarizer.engines.checkpoint import Checkpoint, ShardTotals
from summarizer.engines.items import items
from summarizer.engines.places import Place
from summarizer.engines.rows import SummarizeRows
from summarizer.errors import ConfigurationError
from summarizer.models.providers import OFFLINE

ADDRESS = "RAY_ADDRESS"
"""The environment variable that names a cluster; without it, one is started on this machine and ended with the run."""
ANSWERS = "answers"
"""The folder in a local OUT where the workers of each machine keep the answers."""
REACH_SECONDS = 10.0
"""How long a cluster is waited for."""
_SPARE = 2
"""CPUs that a cluster of our own has beside those of the actors: with none, Ray waits for them without a word."""


class RayRun:
    """The run of `rows` over `source` into Parquet shards in `out`, on a Ray cluster. Use it with `with`.

    source  any path that Arrow takes: articles or Parquet files in a folder, or one such file
    actors  worker processes, among which the limits and the articles at once are divided, at most as many as there are
            of these; None: one for each CPU
    block   articles in a shard: so much is lost, but for its answers, when a worker or this process is killed

    Making it says, in `counts`, what there is to do. Raises `ConfigurationError` where there is nothing to do it with.
    """

    def __init__(
        self, source: str, out: str, rows: SummarizeRows, *, actors: int | None = None, block: int = 256
    ) -> None:
        check_installed()
        if block < 1 or (actors is not None and actors < 1):
            raise ConfigurationError("actors and the articles in a block are 1 or more")
        self.source, self.out = Place(source), Place(out)
        self.totals = ShardTotals()
        self._actors = actors
        self._block = block
        self._settings = f"{rows.settings().hex()} {self.source} {rows.text}"
        if rows.cache is None and self.out.is_local and rows.model != OFFLINE:
            rows = replace(rows, cache=self.out.local / ANSWERS)
        self._rows = rows
        with ExitStack() as opened:
            self._take_place(opened)
            self._checkpoint = Checkpoint(self.out, self._settings)
            opened.callback(self._checkpoint.close)
            self.counts = self._checkpoint.plan(items(self.source, rows.text, self.out))
            self._opened = opened.pop_all()

    def _take_place(self, opened: ExitStack) -> None:
        if self.out.is_local:
            prepare(self.out.local)
            if (self.out.local / NAME).exists():
                raise ConfigurationError(f"{self.out} holds a run without Ray: give another folder")
            opened.callback(Lock(self.out.local).release)
        else:
            self.out.make()

    def run(self) -> Generator[BlockDone, None, None]:
        """Does what is to be done; yields what became of each block when its shard is written.

        Raises what `ENDS_RUN` names from the first block that meets it, and `ConfigurationError` where the cluster is
        too small, or cannot be reached.
        """
        if not self.counts.total:
            return
        blocks = [{"block": packed(block)} for block in in_blocks(self._checkpoint.todo(), self._block)]
        with _Cluster(self._actors, min(len(blocks), self._rows.concurrency)) as cluster:
            at_once = self._rows.concurrency // cluster.actors
            rows = replace(self._rows.shared_among(cluster.actors), concurrency=at_once)
            worker = (rows, self.source, self.out, self._settings)
            with closing(cluster.map(BlockWorker, worker, blocks)) as told:
                for one in told:
                    yield self._checked(read_done(one))

    def _checked(self, done: BlockDone) -> BlockDone:
        done.check()
        if not self.out.holds(done.shard):
            raise ConfigurationError(
                f"a worker has written {done.shard} where this process does not see it: {self.out} must be the same "
                "folder on all machines, or an address such as s3://…"
            )
        return done

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._opened:
            self.totals = self._checkpoint.tidy()


class _Cluster:
    """A Ray cluster: the one that the environment names, or one on this machine for as long as this lasts."""

    def __init__(self, actors: int | None, most: int) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        # It warns of every actor that could be lost with the driver, which could not go on without it anyway.
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        import ray

        self._ray = ray
        address = os.environ.get(ADDRESS, "").strip()
        self.actors = self._opened(address, actors, most)

    def _opened(self, address: str, actors: int | None, most: int) -> int:
        """Opens the cluster; how many actors it is for."""
        ray = self._ray
        quiet: dict[str, Any] = {"logging_level": logging.ERROR, "log_to_driver": False}
        try:
            if not address:
                number = min(actors or os.cpu_count() or 1, most)
                ray.init(address="local", num_cpus=number + _SPARE, include_dashboard=False, **quiet)
                return number
            _check_reached(address)
            ray.init(address=address, **quiet)
            there = int(ray.cluster_resources().get("CPU", 0))
        except Exception as fault:  # of a node that does not come up Ray raises just that
            raise ConfigurationError(f"Ray cannot be started or reached ({ADDRESS}): {fault}") from fault
        number = min(actors or max(1, there - 1), most)
        if number + 1 > there:
            ray.shutdown()
            raise ConfigurationError(
                f"{number} actors take {number + 1} CPUs, and the cluster at {address} has {there}: give fewer "
                "--actors, or start more nodes"
            )
        return number

    def map(
        self, worker: type, arguments: tuple[Any, ...], blocks: list[dict[str, bytes]]
    ) -> Generator[bytes, None, None]:
        """What `worker(*arguments)`, in as many actors, says of each block, as it comes."""
        data = self._ray.data
        context = data.DataContext.get_current()
        context.enable_progress_bars = False
        dataset = data.from_items(blocks, override_num_blocks=len(blocks))
        for name in ("ray.data", "ray"):
            logging.getLogger(name).setLevel(logging.ERROR)
        done = dataset.map_batches(
            worker,
            batch_size=1,
            num_cpus=1,
            fn_constructor_args=arguments,
            compute=data.ActorPoolStrategy(size=self.actors, max_tasks_in_flight_per_actor=2),
        )
        try:
            # Closed before the cluster is, or it would go on with one that is not there.
            with closing(_rows(done)) as rows:
                for row in rows:
                    yield row["done"]
        except self._ray.exceptions.RayError as fault:
            raise ConfigurationError(
                f"Ray has given up ({type(fault).__name__}): {str(fault).strip()}; what is finished is kept, run the "
                "same command again"
            ) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ray.shutdown()


def _rows(dataset: Any) -> Generator[Any, None, None]:
    yield from dataset.iter_rows()


def _check_reached(address: str) -> None:
    """Raises `OSError` where nobody listens at `host:port`: Ray itself would wait for it without end."""
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if host and port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=REACH_SECONDS).close()


def check_installed() -> None:
    """Raises `ConfigurationError` where Ray or Arrow is missing."""
    missing = [name for name in ("ray", "pyarrow") if find_spec(name) is None]
    if missing:
        raise ConfigurationError(f"--engine ray needs {' and '.join(missing)}: pip install '.[ray]'")
