"""One question's way through a chat service: calls, re-asks, what they add up to, and what each failure becomes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from summarizer.errors import (
    ANOTHER_MODEL,
    KEEPS_SCHEMA,
    ConfigurationError,
    EmptyAnswer,
    MalformedAnswer,
    ModelError,
    SummarizerError,
    Truncated,
)
from summarizer.models.base import Answer, Question
from summarizer.models.completions import Completion
from summarizer.models.cut_answers import broken_off, whole_part
from summarizer.models.cut_prompts import check_whole
from summarizer.models.finishing import finished
from summarizer.models.mending import Mended, mended, read_answer
from summarizer.models.parsing import through_instructor
from summarizer.models.posting import posted
from summarizer.models.pricing import cost_of
from summarizer.models.recording import Recording
from summarizer.models.requests import request_of
from summarizer.models.retries import CallFailed, failure_of_reply
from summarizer.models.salvaging import salvaged
from summarizer.models.strict import find_object
from summarizer.models.tries import Tries
from summarizer.models.watching import watch
from summarizer.records import Usage

if TYPE_CHECKING:
    from summarizer.models.chat import ChatModel
    from summarizer.models.dialect import Dialect

MISSES_BEFORE_WORDS = 2
"""After so many questions whose strict answer missed the schema, and none that kept it, all are asked in words too."""
NOT_FOUND = frozenset({200, 404})
"""Where the model or the address is not right: 404, or (200) a page in place of JSON."""
NOT_FOUND_BEFORE_END = 3
"""After so many articles that met this, and none that was answered, the others would meet it too."""
EMPTY_REASKS = 1
"""How often an empty answer is asked for again."""


class Exchange:
    """The calls that one question takes: what they used, what they said, and until when they may go on."""

    def __init__(self, model: ChatModel, question: Question) -> None:
        self.model = model
        self.question = question
        self.turn = model.limiter.begin(question.article)
        self.tries = Tries(model.options.retries, model.limiter, self.turn)
        self.shared = self.dialect = model.dialect
        self.guess: Dialect | None = None
        """Tried in this exchange alone until the service takes it."""
        self.told = False
        self.was_mended = False
        """Whether the answer that counts did not satisfy the schema as it came."""
        self.by_batch = False
        """Whether a request went with a batch, of which others may have been answered."""
        self.calls = 0
        self.empty = 0
        self.strange = 0
        self.misshapen = 0
        """Answers of the model that the service itself did not take."""
        self.usage = Usage()
        self.costs: list[float | None] = []
        """What each call cost, in US dollars; None where the price is not known."""
        self.served_by = model.model
        self.raw: str | None = None
        self.texts: list[str] = []
        """Those of all answers, the last in `raw`."""
        self.notes: tuple[str, ...] = ()
        """What was mended in the answer that counts."""
        self.recording = Recording(self)
        self.watch = watch(lambda: model.watched(question.task))
        self._first: Completion | Exception | None = None
        """What came of the first request, for instructor to begin with."""

    async def run(self) -> Answer:
        """The answer. Raises a `ModelError`; `ConfigurationError` where no article finds the model."""
        messages = [{"role": message.role, "content": message.content} for message in self.question.messages]
        parsed = await self._at_once(messages) or await self._asked_again(messages)
        if self.dialect.schema_mode == "strict" and not self.was_mended:
            self.model.kept_schema = True
        return self._finished(parsed)

    def _finished(self, parsed: BaseModel) -> Answer:
        data, notes = finished(parsed, self.notes)
        return Answer(
            data=data,
            model=self.served_by,
            schema_mode=self.dialect.schema_mode,
            calls=self.calls,
            usage=self.usage,
            cost_usd=self._cost(),
            raw=self.raw,
            notes=notes,
        )

    async def _at_once(self, messages: list[dict[str, Any]]) -> BaseModel | None:
        """The first answer where it satisfies the schema, as nearly all do, or where it can be mended; else None, and
        instructor is given it.

        There instructor would only walk through the class and the answer, which takes a third of a call's CPU.
        """
        try:
            self._first = await self._answered(messages)
        except Exception as fault:
            self._first = fault
            return None
        read = read_answer(self.raw or "", self.question.wire)
        if read is None:
            return None
        self._take(read)
        return read.parsed

    def _take(self, read: Mended) -> None:
        """Notes what was mended. A service that does not keep to the schema is shown it in words like any other."""
        self.notes = read.notes
        self.was_mended = not read.kept
        if self.was_mended and not self.told and not self.model.kept_schema:
            self._missed()

    async def _asked_again(self, messages: list[dict[str, Any]]) -> BaseModel:
        """An answer that satisfies the schema, asked for again with the fault where one does not."""
        from instructor.core.exceptions import InstructorRetryException

        most = 1 + self.model.options.reasks
        try:
            return await through_instructor(self.complete, self.question.wire, messages, most, self._is_asked_again)
        except InstructorRetryException as fault:
            cause = fault.__cause__
            if not isinstance(cause, SummarizerError) and (read := salvaged(self.texts, self.question)) is not None:
                self.notes, self.was_mended = read.notes, True
                return read.parsed
            error = self._error(cause)
            if self.calls and isinstance(error, ModelError):
                error.calls, error.usage, error.cost_usd = self.calls, self.usage, self._cost()
                if not isinstance(error, Truncated):  # which another question follows from, about less
                    self.recording.came_to_nothing()
                elif (part := whole_part(error.written, self.question.wire)) is not None:
                    read = salvaged([part], self.question, cut=True)
                    if read is not None:
                        self.notes, self.raw = read.notes, error.written
                        error.kept = self._finished(read.parsed)
            raise error from None

    async def complete(self, messages: list[dict[str, Any]], **_: Any) -> Any:
        """What instructor takes for `chat.completions.create`: one answer with text in it, or a typed error."""
        from openai.types import CompletionUsage
        from openai.types.chat import ChatCompletion

        first, self._first = self._first, None
        if isinstance(first, Exception):
            raise first
        said = (first or await self._answered(messages)).said
        completion: Any = ChatCompletion.construct(**said)
        completion.choices[0].message.content = self._readable(self.raw or "", unread=first is None)
        # The tokens are counted already. Without any, instructor looks for Anthropic's package, in vain each time.
        completion.usage = CompletionUsage(prompt_tokens=0, completion_tokens=0, total_tokens=0)
        return completion

    def _readable(self, text: str, *, unread: bool) -> str:
        """What of an answer instructor is given to parse: all of it, mended where that is safe. Where it is `unread`,
        nobody has tried that yet."""
        if unread and (read := mended(text, self.question.wire)) is not None:
            self._take(read)
            return read.parsed.model_dump_json()
        wire = self.question.wire
        if broken_off(text, wire) is not None:  # else its last record would be taken for all of it
            return text
        return find_object(text, wire.model_fields) or text

    async def _answered(self, messages: list[dict[str, Any]]) -> Completion:
        """A completion whose text is in `raw`, or a typed error."""
        if self.raw is not None and not self.told and not self.model.kept_schema:
            self._tell()
        call = self._call if self.watch is None else self._watched
        completion = await self.recording.completion(lambda: call(messages), self._count)
        self.raw = self._text(completion)
        self.texts.append(self.raw)
        return completion

    def _tell(self) -> None:
        """Shows the schema in words from now on: in this exchange, and in all once it is not the only one."""
        self.told = True
        self._missed()

    def _missed(self) -> None:
        """An answer that was held to the schema did not satisfy it."""
        if self.dialect.schema_mode == "strict":
            self.model.misses += 1
            if self.model.misses >= MISSES_BEFORE_WORDS:
                self.model.adapt(self.dialect, replace(self.dialect, told=True))

    async def _watched(self, messages: list[dict[str, Any]]) -> Completion:
        """`_call`, of which somebody is told."""
        assert self.watch is not None  # noqa: S101
        return await self.watch.over(self._call(messages))

    async def _call(self, messages: list[dict[str, Any]]) -> Completion:
        """The service's completion, after the retries and in the dialect that it takes."""
        while True:
            if self.guess is None:
                self.shared = self.model.dialect
            dialect = self.guess or self.shared
            self.dialect = replace(dialect, told=dialect.told or self.told)
            try:
                completion = await self._tried(request_of(self.model, self.dialect, messages, self.question.wire))
            except CallFailed as failed:
                simpler = dialect.after(failed)
                if simpler is not None and self.guess is None:
                    self.model.adapt(self.shared, simpler)
                    continue
                self.guess = simpler or dialect.guess(failed)
                if self.guess is None:
                    raise self._failure(failed) from None
            else:
                if self.guess is not None and not self.model.kept_schema:
                    self.model.adapt(self.shared, self.guess)
                    self.guess = None
                return completion

    async def _tried(self, request: dict[str, Any]) -> Completion:
        """The completion of a request that is sent until it is answered or not worth another try: a `CallFailed`."""
        try:
            # tenacity costs as much as the rest of our own part, and its circles keep what it was given: only what has
            # failed goes through it.
            return await self._send(request)
        except CallFailed as failed:
            failures = [failed]

        async def send() -> Completion:
            if failures:
                raise failures.pop()
            return await self._send(request)

        return await self.tries.retrying(self.model.retrying)(send)

    def _failure(self, failed: CallFailed) -> SummarizerError:
        """What a call comes to that is not tried again."""
        model = self.model
        if failed.status not in NOT_FOUND or model.limiter.answers or self.by_batch:
            return failed.error
        model.not_found += 1
        if model.not_found < NOT_FOUND_BEFORE_END:
            return failed.error
        return ConfigurationError(f"{failed.error}: so it is for the first {NOT_FOUND_BEFORE_END} articles")

    async def _send(self, request: dict[str, Any]) -> Completion:
        """One request. Raises `CallFailed`, `Deferred` where it goes with a batch, and `ServiceDown` where waiting for
        its turn has no end in sight."""
        if (failure := await self.recording.put_off(request)) is not None:
            failed = failure_of_reply(failure, self.model.name, self.model.scrub)
            failed.retried = False  # it was tried again by further batches
            self.by_batch = True
            raise failed
        completion = await self._in_turn(request)
        self._count(completion)
        return completion

    async def _in_turn(self, request: dict[str, Any]) -> Completion:
        """The completion of a request that waited until the limits of all calls let it go."""
        limiter = self.model.limiter
        characters = sum(len(message["content"]) for message in request["messages"])
        async with limiter.permit(self.turn, characters, self.model.options.max_output_tokens) as permit:
            self.tries.deadline += permit.waited
            await self.recording.sent()
            try:
                completion = await self._post(request)
            except CallFailed as failed:
                permit.failed(failed)
                await self.recording.landed()
                raise
            usage = completion.usage
            permit.answered(completion.headers, usage.input_tokens, usage.output_tokens)
        return completion

    async def _post(self, request: dict[str, Any]) -> Completion:
        """What came for a request, with its headers."""
        return await posted(self, request)

    def _cost(self) -> float | None:
        known = [cost for cost in self.costs if cost is not None]
        return round(sum(known), 9) if known and len(known) == len(self.costs) else None

    def _count(self, completion: Completion) -> None:
        self.calls += 1
        self.served_by = completion.served_by or self.model.model
        usage = completion.usage
        self.usage += usage
        self.costs.append(cost_of(usage, self.served_by, self.model.endpoint.price_list, self.model.model))

    def _text(self, completion: Completion) -> str:
        """The answer's text. Raises what a completion without a usable text means."""
        name = self.model.name
        text = completion.answer(name, self.model.scrub, self.model.options.max_output_tokens)
        if not text:
            self.empty += 1
            times = "the answer was empty, twice" if self.empty > 1 else "an empty answer"
            raise EmptyAnswer(f"{name}: {times}; try again later, or {ANOTHER_MODEL}")
        if self.model.endpoint.cuts_prompts:
            check_whole(self.model, self.question.messages, completion.usage.input_tokens)
        return text

    def _is_asked_again(self, fault: BaseException) -> bool:
        from instructor.core.exceptions import ResponseParsingError

        if isinstance(fault, EmptyAnswer):
            return self.empty <= EMPTY_REASKS
        return isinstance(fault, ResponseParsingError)

    def _error(self, fault: BaseException | None) -> SummarizerError:
        if isinstance(fault, SummarizerError):
            return fault
        said = self.model.scrub(str(fault)).split("\n")[0][:300]
        return MalformedAnswer(
            f"{self.model.name}: none of {self.calls} answers satisfied the schema; the last: {said}; {KEEPS_SCHEMA}"
        )
