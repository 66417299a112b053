"""Models that stand in for each other: one that is left out while its service is down, and the first that answers.

What a limiter does within one model (all calls wait, one at a time probes) ends when its patience does. Then there is
no use in waiting where another model can be asked: this one is left out, and one question at a time, at growing
intervals, shows whether it is back. It is the circuit breaker of Nygard's *Release It!* (2007).
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Sequence

from summarizer.errors import (
    RUN_AGAIN,
    ModelError,
    NoneAnswered,
    NotAuthorized,
    OutOfQuota,
    RateLimited,
    ServiceDown,
    Unavailable,
)
from summarizer.models.base import ASKED, Answer, Model, Question
from summarizer.models.limits import Limiter

log = logging.getLogger(__name__)

OUTAGES = (NotAuthorized, OutOfQuota, ServiceDown)
"""What every question to a model would meet."""
FIRST_INTERVAL, LONGEST_INTERVAL = 60.0, 600.0
"""Seconds from one trial of a model that is out to the next: doubled each time."""


class Guarded:
    """`model`, which is left out after an outage: a question then raises at once what the outage was.

    After a refused key it is left out for good, otherwise until a trial shows that it is back. Safe for many articles
    at once.

    clock       seconds; None: the clock of the model's limiter
    """

    def __init__(self, model: Model, clock: Callable[[], float] | None = None) -> None:
        self.name = model.name
        self.needs_prompt = model.needs_prompt
        self.waits: bool = getattr(model, "waits", True)
        self._model = model
        self._limiter: Limiter | None = getattr(model, "limiter", None)
        self._clock = clock or (self._limiter.clock if self._limiter is not None else time.monotonic)
        self._outage: ModelError | None = None
        self._interval = FIRST_INTERVAL
        self._next_trial = 0.0
        self._on_trial = False
        self._missing = False
        """Whether it was said that the service knows no such model."""

    @property
    def request_settings(self) -> Sequence[object] | None:
        """By these a store knows the model's requests again; None where it keeps none."""
        found: Sequence[object] | None = getattr(self._model, "request_settings", None)
        return found

    async def answer(self, question: Question) -> Answer:
        """The model's answer. Raises what the model does, and at once what put it out while it is."""
        trial = self._outage is not None
        if self._outage is not None:
            self._try_again(self._outage)
        token = ASKED.set(self.name)
        try:
            answer = await self._model.answer(question)
        except OUTAGES as fault:
            self._put_out(fault, trial=trial)
            raise
        except (RateLimited, Unavailable) as fault:
            if trial:
                self._put_out(fault, trial=True)
            raise
        except ModelError as fault:
            self._put_back()
            if fault.not_found and not self._missing:
                self._missing = True
                log.warning("%s; the next model is asked", told(self.name, fault))
            raise
        else:
            self._put_back()
            return answer
        finally:
            ASKED.reset(token)
            self._on_trial = self._on_trial and not trial

    async def close(self) -> None:
        """Closes the model."""
        await self._model.close()

    def _try_again(self, outage: ModelError) -> None:
        """Begins a trial, or raises the outage where it is not time for one."""
        if self._on_trial or self._clock() < self._next_trial:
            raise type(outage)(str(outage))
        self._on_trial = True
        if self._limiter is not None and isinstance(outage, ServiceDown):
            self._limiter.doubt()

    def _put_out(self, fault: ModelError, *, trial: bool) -> None:
        if self._outage is not None and not trial:
            return  # one of those that were under way when it went out
        if self._outage is None:
            log.warning("%s; it is left out from now on, and others answer in its place", told(self.name, fault))
            self._outage = fault
        self._next_trial = math.inf if isinstance(fault, NotAuthorized) else self._clock() + self._interval
        self._interval = min(LONGEST_INTERVAL, 2 * self._interval)

    def _put_back(self) -> None:
        if self._outage is not None:
            log.warning("%s answers again", self.name)
        self._outage, self._interval = None, FIRST_INTERVAL


class Standby:
    """The first of `models` that answers, each asked where the one before it failed. One of them at least."""

    needs_prompt = True

    def __init__(self, models: Sequence[Model]) -> None:
        self._models = tuple(models)
        self.name = self._models[0].name

    @property
    def request_settings(self) -> Sequence[object] | None:
        """Those of the first."""
        found: Sequence[object] | None = getattr(self._models[0], "request_settings", None)
        return found

    async def answer(self, question: Question) -> Answer:
        """The first answer. Raises what the models come to where each failed."""
        faults: list[tuple[str, ModelError]] = []
        for model in self._models:
            try:
                return await model.answer(question)
            except ModelError as fault:
                faults.append((model.name, fault))
        raise all_failed(faults)

    async def close(self) -> None:
        """Closes them."""
        for model in self._models:
            await model.close()


def all_failed(faults: Sequence[tuple[str, ModelError]]) -> ModelError:
    """The error where each of the models, which are named, failed, with what their answers took.

    One that ends a run where every model is out, so that the other articles would meet it too.
    """
    if len(faults) == 1:
        return faults[0][1]
    words = "; ".join(told(name, fault) for name, fault in faults)
    error: ModelError = NoneAnswered(f"no model gave a usable answer: {words}")
    if all(isinstance(fault, OUTAGES) for _, fault in faults):
        kinds = [type(fault) for _, fault in faults]
        kind = ServiceDown if ServiceDown in kinds else kinds[-1]
        error = kind(f"no model can be asked: {words}{RUN_AGAIN} when one of them can")
    paid = [fault for _, fault in faults if fault.calls]
    error.calls = sum(fault.calls for fault in paid)
    used = [fault.usage for fault in paid if fault.usage is not None]
    error.usage = sum(used[1:], used[0]) if used else None
    costs = [fault.cost_usd for fault in paid]
    error.cost_usd = None if not costs or None in costs else sum(cost for cost in costs if cost is not None)
    return error


def told(name: str, fault: ModelError) -> str:
    """The fault of the model that is called so, without the advice to run again: there are others to ask."""
    words = str(fault).partition(RUN_AGAIN)[0]
    return words if words.startswith(name) else f"{name}: {words}"
