"""What a process of the pool does: articles, step by step, between the questions that their way takes to a model.

A message is its length, then a pickle. To the process go the number of an article with the article, or with the answer
to its question; back come the question, the finished document, or the fault, one for each. Several questions at once,
about the sections of a long article, are one message, as are their answers.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import signal
import socket
import traceback
import types
from collections.abc import Coroutine, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, NoReturn

from summarizer import telemetry
from summarizer.article import Article
from summarizer.batch.collector import collect_seldom
from summarizer.batch.reading import Finished
from summarizer.errors import SummarizerError
from summarizer.exports.documents import document, dump_line
from summarizer.models.base import Answer, Message, Model, Question, Task
from summarizer.pipeline import Pipeline
from summarizer.records import Result

LENGTH_BYTES = 8


@dataclass(frozen=True)
class Asked:
    """A question that goes to the first process, which has the article, the schema and the model."""

    model: str
    """The name of the model that is asked."""
    task: Task
    messages: tuple[Message, ...]
    fields: tuple[str, ...]
    """Those of the wire class, by which the first process finds its own."""


Given = Article | Answer | SummarizerError | list[Answer | SummarizerError] | None
"""What an article begins or goes on with; None: it does not go on."""
Reply = Finished | Asked | list[Asked] | Exception | None


@dataclass(frozen=True)
class Ended:
    """A step that is done."""

    number: int
    reply: Reply
    logged: list[tuple[str, int, str]] = field(default_factory=list)
    """Loggers, levels and messages: the first process says them, between its own lines."""


class Elsewhere:
    """Stands for a model that is asked by the first process."""

    needs_prompt = True

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self.needs_prompt = model.needs_prompt

    async def answer(self, question: Question) -> Answer:
        """The first process's answer."""
        return await _asked(_sent(self.name, question))

    async def answers(self, questions: Sequence[Question]) -> list[Answer | SummarizerError]:
        """The first process's answers to several at once, each with its own fault."""
        return await _asked_all([_sent(self.name, question) for question in questions])

    async def close(self) -> None:
        """Nothing to give up."""


@types.coroutine
def _asked(asked: Asked) -> Generator[Asked, Answer, Answer]:
    return (yield asked)


@types.coroutine
def _asked_all(
    asked: list[Asked],
) -> Generator[list[Asked], list[Answer | SummarizerError], list[Answer | SummarizerError]]:
    return (yield asked)


def _sent(model: str, question: Question) -> Asked:
    return Asked(model, question.task, question.messages, tuple(question.wire.model_fields))


def finished(result: Result) -> Finished:
    """`result` as the store has it."""
    return Finished(dump_line(document(result)), result.verification, len(result.faulty()), result.provenance)


def sent_line(message: object) -> bytes:
    """A message as it goes from process to process."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(LENGTH_BYTES) + data


def portable(fault: Exception) -> Exception:
    """`fault` where it arrives whole in another process, else one that says the same."""
    try:
        if type(pickle.loads(pickle.dumps(fault))) is type(fault):  # noqa: S301 (our own)
            return fault
    except Exception as reason:
        logging.getLogger(__name__).debug("%s does not travel: %s", type(fault).__name__, reason)
    return RuntimeError(f"{type(fault).__name__}: {fault}")


def serve(way: socket.socket, pipeline: Pipeline) -> NoReturn:
    """Does what the first process sends along `way`, until that closes it; then ends the process."""
    try:
        _settle(way.fileno())
        # Models that wait for nothing, the offline rules, answer here.
        here = pipeline.with_models(lambda model: Elsewhere(model) if getattr(model, "waits", True) else model)
        with way.makefile("rb") as read, way.makefile("wb") as write:
            _Steps(here).serve(read, write)
    except (ConnectionError, EOFError):
        pass  # the first process has ended
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _settle(way: int) -> None:
    """Lets go of all that belongs to the first process."""
    telemetry.switch_off()
    signal.set_wakeup_fd(-1)
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))
    # The lock of the folder, the store, the ways to others: nothing of it may live on here. In their place stands a
    # file that swallows all, so that no number is given to something new while an old object may still close it.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in [int(entry.name) for entry in Path("/dev/fd").iterdir()]:
        if number not in (2, way, nowhere):
            with suppress(OSError):
                os.dup2(nowhere, number, inheritable=False)
    collect_seldom()
    gc.freeze()


class _Steps:
    """The articles that are under way in this process."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._under_way: dict[int, Coroutine[Asked | list[Asked], Any, Finished]] = {}

    def serve(self, read: IO[bytes], write: IO[bytes]) -> None:
        logged = _Logged()
        while True:
            number, given = pickle.loads(_received(read))  # noqa: S301 (the first process)
            if given is None:
                if (work := self._under_way.pop(number, None)) is not None:
                    work.close()
                continue
            reply = self._step(number, given)
            write.write(sent_line(Ended(number, reply, logged.taken())))
            write.flush()

    def _step(self, number: int, given: Given) -> Reply:
        work = self._under_way.pop(number, None)
        try:
            if work is None:
                assert isinstance(given, Article)  # noqa: S101
                work = self._done(given)
                asked = work.send(None)
            else:
                asked = work.throw(given) if isinstance(given, Exception) else work.send(given)
        except StopIteration as ended:
            return ended.value  # type: ignore[no-any-return]
        except Exception as fault:
            if not isinstance(fault, SummarizerError):
                fault.add_note(traceback.format_exc())
            return portable(fault)
        self._under_way[number] = work
        return asked

    async def _done(self, article: Article) -> Finished:
        return finished(await self._pipeline.run(article))


def _received(way: IO[bytes]) -> bytes:
    """The next message. Raises `EOFError` where there is none any more."""
    length = way.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        raise EOFError
    return way.read(int.from_bytes(length))


class _Logged(logging.Handler):
    """What is logged in this process, in place of the handlers that the first one has."""

    def __init__(self) -> None:
        super().__init__()
        self._records: list[tuple[str, int, str]] = []
        for name in ("", *logging.root.manager.loggerDict):
            logging.getLogger(name).handlers = []
        logging.getLogger().handlers = [self]

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append((record.name, record.levelno, record.getMessage()))

    def taken(self) -> list[tuple[str, int, str]]:
        """What came since it was asked last."""
        taken, self._records = self._records, []
        return taken
