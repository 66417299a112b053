"""Processes beside the first one, which read and verify articles: where there are cores, that is what takes them.

The first process keeps what there can be only one of: the store, the limits, the calls. A process of the pool gets an
article, sends back each question to a model, goes on with its answer, and ends with the finished document. They are
forked, so that they begin with what is loaded and need nothing that could be pickled of a user's own schema; they hold
nothing open but the way to the first process, and end with it, however that ends.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
import math
import os
import pickle
import signal
import socket
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from summarizer import telemetry
from summarizer.article import Article
from summarizer.asking.wires import wire_of
from summarizer.batch.pool_process import LENGTH_BYTES, Asked, Ended, Given, Reply, sent_line, serve
from summarizer.batch.reading import Finished
from summarizer.errors import ArticleError, ConfigurationError, SummarizerError
from summarizer.judging.wire import Judgements
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline
from summarizer.schema import NEWS

log = logging.getLogger(__name__)

FEWEST_ARTICLES = 50
"""Fewer do not repay what it takes until each process has read its first."""
MOST_CORES = 8
"""More are not taken unless they are asked for: the first process cannot keep more of them busy."""
CPU_LIMIT = Path("/sys/fs/cgroup/cpu.max")
"""Where Linux says what a container may use: microseconds of CPU, or `max`, in so many of the clock."""
MOST_DEATHS = 1
"""How often an article is tried again whose process was killed while it was at work on it."""


class ProcessKilled(ArticleError):
    """The processes that read this article were killed, twice."""


def processes_for(articles: int, asked: int | None) -> int:
    """How many processes read so many articles: as many as were `asked` for, or as there are cores for them, up to 8.

    1: none but the first. Raises `ConfigurationError` where there is no such thing as a fork.
    """
    if asked is not None:
        if asked < 1:
            raise ConfigurationError(f"the number of processes is 1 or more, not {asked}")
        if asked > 1 and not hasattr(os, "fork"):
            raise ConfigurationError("several processes are for systems that fork: leave --processes away")
        return asked
    if sys.platform != "linux" or articles < FEWEST_ARTICLES:
        return 1
    return min(_cores(), MOST_CORES)


def _cores() -> int:
    """Cores that this process may use, by the machine and by the limit of its container."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    with suppress(OSError, ValueError):  # no such limit, or `max`
        used, of = map(int, CPU_LIMIT.read_text(encoding="ascii").split())
        cores = min(cores, math.ceil(used / of))
    return max(1, cores)


class Pool:
    """Does articles in so many processes, which are forked as they are needed. Close it in the end."""

    def __init__(self, pipeline: Pipeline, processes: int) -> None:
        self._pipeline = pipeline
        self._most = processes
        self._processes: list[_Process] = []
        self._numbers = itertools.count()

    async def read(self, article: Article) -> tuple[Finished, None]:
        """How `article` ended. Raises what `Pipeline.run` does, and `ProcessKilled`."""
        if (told := telemetry.current()) is None:
            return await self._done(article), None
        with told.article(len(article.text), article.sha256) as span:
            done = await self._done(article)
            span.document(done.document, done.verification, done.provenance)
            return done, None

    async def _done(self, article: Article) -> Finished:
        deaths = 0
        while True:
            try:
                return await self._through(self._least_busy(), article)
            except _Died as died:
                # What was answered is in the store, so that trying again costs no call.
                deaths += died.at_work
                if deaths > MOST_DEATHS:
                    raise ProcessKilled(
                        f"the process that read this article ended twice ({died}): is the memory enough for it?"
                    ) from None

    def close(self) -> None:
        """Ends the processes, whatever they are doing."""
        for process in self._processes:
            process.end()
        self._processes.clear()

    def _least_busy(self) -> _Process:
        self._processes = [process for process in self._processes if process.lives]
        idle = next((process for process in self._processes if not process.articles), None)
        if idle is None and len(self._processes) < self._most:
            try:
                idle = _Process(self._pipeline)
            except OSError as fault:
                if not self._processes:
                    raise ConfigurationError(
                        f"no further process can be started ({fault.strerror}): --processes 1 takes none"
                    ) from fault
                self._most = len(self._processes)
                log.warning("no further process can be started (%s): it goes on with %d", fault.strerror, self._most)
            else:
                self._processes.append(idle)
        return idle or min(self._processes, key=lambda process: (len(process.waiting), process.articles))

    async def _through(self, process: _Process, article: Article) -> Finished:
        number = next(self._numbers)
        process.articles += 1
        reply: Reply = None
        try:
            reply = await process.step(number, article)
            while isinstance(reply, Asked | list):
                answered = self._answer(reply, article) if isinstance(reply, Asked) else self._answers(reply, article)
                reply = await process.step(number, await answered)
        finally:
            process.articles -= 1
            if isinstance(reply, Asked | list):  # its question was not answered, and never will be
                process.drop(number)
        if isinstance(reply, Exception):
            raise reply
        assert isinstance(reply, Finished)  # noqa: S101
        return reply

    async def _answer(self, asked: Asked, article: Article) -> Answer | SummarizerError:
        """The answer to a question, or the fault that the pipeline is to be told of. Raises any other fault."""
        settings, judge = self._pipeline.settings, self._pipeline.judge
        schema = settings.schema
        wire: type[BaseModel] = Judgements
        if asked.task == "judge" and judge is not None:
            model, schema = judge.model, NEWS
        else:
            model, wire = self._pipeline.asked(asked.model), wire_of(schema, asked.task, asked.fields)
        try:
            return await model.answer(Question(asked.task, article, schema, wire, asked.messages))
        except SummarizerError as fault:
            return fault

    async def _answers(self, asked: Sequence[Asked], article: Article) -> list[Answer | SummarizerError]:
        """The same of several at once. They are given up together."""
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._answer(one, article)) for one in asked]
        except BaseExceptionGroup as faults:
            raise faults.exceptions[0] from None
        return [task.result() for task in tasks]


class _Died(Exception):
    """A process has ended in the midst of its work; `at_work`: on this article, which may be why."""

    def __init__(self, how: str, *, at_work: bool) -> None:
        super().__init__(how)
        self.at_work = at_work


class _Process:
    """One of the processes, as the first one sees it."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.lives = True
        self.articles = 0
        """Articles that are under way in it."""
        self.waiting: dict[int, asyncio.Future[Reply]] = {}
        """Steps that it has been told and has not done, in the order in which it does them."""
        self._process, self._socket = _forked(pipeline)
        self._writer: asyncio.StreamWriter | None = None
        self._listening: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()

    async def step(self, number: int, given: Given) -> Reply:
        """What comes of the article `number` when it goes on with `given`. Raises `_Died`."""
        writer = await self._opened()
        if not self.lives:
            raise _Died("before it began", at_work=False)
        self.waiting[number] = asyncio.get_running_loop().create_future()
        done = self.waiting[number]
        with suppress(ConnectionError):  # the listener finds out too, and knows who is concerned
            writer.write(sent_line((number, given)))
            await writer.drain()
        return await done

    def drop(self, number: int) -> None:
        """The article `number` does not go on."""
        if self._writer is not None and self.lives:
            self._writer.write(sent_line((number, None)))

    def end(self) -> None:
        """Ends it."""
        self.lives = False
        if self._listening is not None:
            self._listening.cancel()
        if self._writer is not None:
            self._writer.transport.abort()
        self._socket.close()
        self._reap()

    async def _opened(self) -> asyncio.StreamWriter:
        async with self._opening:
            if self._writer is None:
                reader, self._writer = await asyncio.open_unix_connection(sock=self._socket)
                self._listening = asyncio.create_task(self._listen(reader))
        return self._writer

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        try:
            while True:
                length = int.from_bytes(await reader.readexactly(LENGTH_BYTES))
                ended: Ended = pickle.loads(await reader.readexactly(length))  # noqa: S301 (our own process)
                for name, level, message in ended.logged:
                    logging.getLogger(name).log(level, "%s", message)
                step = self.waiting.pop(ended.number)
                if not step.done():  # given up meanwhile
                    step.set_result(ended.reply)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.lives = False
            assert self._writer is not None  # noqa: S101
            self._writer.close()
            how = self._reap()
            for at, step in enumerate(self.waiting.values()):
                if not step.done():
                    step.set_exception(_Died(how, at_work=not at))

    def _reap(self) -> str:
        """Sees it to its end; returns how it ended."""
        if not self._process:
            return "ended"
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        code = os.waitstatus_to_exitcode(status)
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _forked(pipeline: Pipeline) -> tuple[int, socket.socket]:
    """A process that serves `pipeline`, and the way to it."""
    ours, theirs = socket.socketpair()
    # A Ctrl-C is for the first process alone, which lets these finish what is under way.
    before: Any = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        with warnings.catch_warnings():
            # From Python 3.12 on one that has threads is warned of: this one goes on with nothing that they hold.
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
        if not process:
            serve(theirs, pipeline)  # does not come back
    except OSError:
        ours.close()
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
    return process, ours
