"""How many requests and tokens a minute a service grants, and how long the next request has to wait for that.

Two sources: what the user allows (`--rpm`, `--tpm`), and what the service says of itself in the headers of its
answers, in OpenAI's names (which most services took over) and in Anthropic's. No clock in here: `now` is always given,
in seconds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

REQUEST_HEADERS = tuple(
    tuple(pattern.format(part) for part in ("limit", "remaining", "reset"))
    for pattern in ("x-ratelimit-{}-requests", "anthropic-ratelimit-requests-{}")
)
TOKEN_HEADERS = tuple(
    tuple(pattern.format(part) for part in ("limit", "remaining", "reset"))
    for pattern in ("x-ratelimit-{}-tokens", "anthropic-ratelimit-tokens-{}")
)
"""The limit, what is left of it, and when it is whole again, as the services document them."""

BURST_SECONDS = 1.0
"""What may be sent at once under a user's limit, in seconds of it: services count shorter spans than a minute too."""
USUAL_SECONDS = 60.0
"""The span of a limit whose service does not say when it is whole again."""

DURATION = re.compile(r"(?:([0-9.]+)d)?(?:([0-9.]+)h)?(?:([0-9.]+)m)?(?:([0-9.]+)s)?(?:([0-9.]+)ms)?")
UNITS = (86_400.0, 3_600.0, 60.0, 1.0, 0.001)
EPOCH_SECONDS = 1e9
EPOCH_MILLISECONDS = 1e12
"""A plain number from here on is a time and not a duration."""

ROUNDING = 1e-6
"""What may be missing of a request or token: a wait for less might be too short for the clock to see."""

FIRST_TOKENS_PER_CHARACTER = 0.3
"""A first guess, for English prose and JSON; learned from the usage of the answers."""
FIRST_OUTPUT_TOKENS = 1_000.0
"""A first guess at an answer's length; learned too."""
MEMORY_SECONDS = 5.0
"""Over which time an observed rate is taken."""
LEAST_SPAN = 0.1
"""A shorter time makes no rate either."""
FEWEST_ANSWERS = 10
"""Fewer answers make no rate."""
SLOWER = 0.95
"""What a refusal leaves of an observed rate…"""
GROWTH = 0.01
"""… and what each second adds to it, as a share of it."""
FORGOTTEN = 10.0
"""A rate that has grown to so many times what it was cut to holds nothing back any more."""
LEARNED_SHARE = 0.1
"""The weight of one answer in what is learned."""


def seconds_until(text: str, now: datetime | None = None) -> float | None:
    """Seconds that `text` names: "6m0s", "1s", "20ms", "1.5" (seconds), an RFC 3339 time, or seconds since 1970.

    None where it is none of these.
    """
    text = text.strip().lower()
    now = now or datetime.now(UTC)
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if math.isfinite(number):
        if number >= EPOCH_SECONDS:
            number = number / (1000 if number >= EPOCH_MILLISECONDS else 1) - now.timestamp()
        return max(0.0, number)
    if text and (found := DURATION.fullmatch(text)):
        try:
            return sum(float(part) * unit for part, unit in zip(found.groups(), UNITS, strict=True) if part)
        except ValueError:
            return None
    try:
        when = datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())


@dataclass
class Budget:
    """Something that is used up by requests and refills steadily.

    rate    what comes back in a second
    full    the most that can be there
    """

    rate: float
    full: float
    level: float = field(init=False)
    at: float | None = None
    """When `level` was right."""
    newest: int = -1
    """The request whose answer set `level` last, by its number."""
    taken: float = 0.0
    """All that was ever taken."""

    def __post_init__(self) -> None:
        self.level = self.full

    def wait(self, amount: float, now: float) -> float:
        """Seconds until `amount` is there; more than the whole is not waited for."""
        lacking = min(amount, self.full) - self._refilled(now)
        return lacking / self.rate if lacking > ROUNDING else 0.0

    def take(self, amount: float, now: float) -> None:
        """Uses `amount` up; what was not there is owed."""
        self.level, self.at = self._refilled(now) - amount, now
        self.taken += amount

    def give(self, amount: float) -> None:
        """Gives back what was taken too much; less than 0: takes more."""
        self.level = min(self.full, self.level + amount)

    def _refilled(self, now: float) -> float:
        return self.level if self.at is None else min(self.full, self.level + (now - self.at) * self.rate)


class Observed:
    """A rate of requests that is learned from refusals, where the service does not say what it grants.

    After a refusal it is a little less than what was answered of late; from there it grows until the next one.
    """

    def __init__(self) -> None:
        self.budget: Budget | None = None
        self._count = 0.0
        self._since: float | None = None
        self._at = 0.0
        self._cut_at = -math.inf
        self._cut_to = 0.0

    def answered(self, now: float, *, grows: bool = True) -> None:
        """Counts an answer, and lets the rate grow with the time."""
        if self._since is None:
            self._since = self._at = now
        if self.budget and grows and now > self._at:
            self.budget.rate *= 1 + GROWTH * (now - self._at)
            if self.budget.rate > FORGOTTEN * self._cut_to:
                self.budget = None
        self._count = self._count * math.exp((self._at - now) / MEMORY_SECONDS) + 1
        self._at = now

    def refused(self, sent_at: float, now: float, running: float) -> None:
        """Takes the rate of late in place of the one that was too much; but for the requests of one round only once."""
        if self._since is None or self._count < FEWEST_ANSWERS or sent_at <= self._cut_at:
            return
        span = MEMORY_SECONDS * (1 - math.exp((self._since - running) / MEMORY_SECONDS))
        rate = self._count * math.exp((self._at - running) / MEMORY_SECONDS) / max(span, LEAST_SPAN)
        rate = SLOWER * (rate if self.budget is None else min(rate, self.budget.rate))
        if self.budget is None:
            self.budget = Budget(rate, 1.0)
        self.budget.rate = self._cut_to = rate
        self._cut_at = now


@dataclass(frozen=True)
class Taken:
    """What one request took of the budgets, and when."""

    number: int
    tokens: float
    at: float
    requests_before: float
    tokens_before: float
    """What had been taken of the budgets that the service speaks of, this request included."""


class Pace:
    """The budgets of requests and tokens: those of the user, and those of which the service speaks."""

    def __init__(self, rpm: float | None = None, tpm: float | None = None) -> None:
        self._own_requests = _own(rpm)
        self._own_tokens = _own(tpm)
        self._told_requests: Budget | None = None
        self._told_tokens: Budget | None = None
        self._observed = Observed()
        self._sent = 0
        self._tokens_per_character = FIRST_TOKENS_PER_CHARACTER
        self._output_tokens = FIRST_OUTPUT_TOKENS

    def guess(self, characters: int, most_output: int | None) -> float:
        """The tokens that a request of so many characters will take, its answer included."""
        output = self._output_tokens if most_output is None else min(self._output_tokens, most_output)
        return characters * self._tokens_per_character + output

    def wait(self, tokens: float, now: float) -> float:
        """Seconds until a request of so many tokens may go."""
        budgets = (self._own_requests, self._told_requests, self._observed.budget)
        waits = [budget.wait(1, now) for budget in budgets if budget]
        waits += [budget.wait(tokens, now) for budget in (self._own_tokens, self._told_tokens) if budget]
        return max(waits, default=0.0)

    def take(self, tokens: float, now: float) -> Taken:
        """Counts a request of so many tokens that goes now."""
        for budget in (self._own_requests, self._told_requests, self._observed.budget):
            if budget:
                budget.take(1, now)
        for budget in (self._own_tokens, self._told_tokens):
            if budget:
                budget.take(tokens, now)
        self._sent += 1
        return Taken(
            self._sent,
            tokens,
            now,
            self._told_requests.taken if self._told_requests else 0.0,
            self._told_tokens.taken if self._told_tokens else 0.0,
        )

    def answered(self, now: float, *, grows: bool = True) -> None:
        """Counts an answer."""
        self._observed.answered(now, grows=grows)

    def is_why(self, taken: Taken, now: float) -> bool:
        """Whether the service's own figures say why it refused (429) the request `taken`."""
        told = ((self._told_requests, 1.0), (self._told_tokens, taken.tokens))
        return any(budget and budget.wait(amount, now) > 0 for budget, amount in told)

    def slow_down(self, sent_at: float, now: float, running: float) -> None:
        """Holds the rate to what was answered of late, since a request that was sent then was refused."""
        self._observed.refused(sent_at, now, running)

    def forget_observed(self) -> None:
        """Gives up the rate that was learned from refusals."""
        self._observed.budget = None

    def settle(self, taken: Taken, characters: int, input_tokens: int, output_tokens: int) -> None:
        """Puts what a request took in the place of what was guessed; the service's own budget it tells by itself."""
        if not input_tokens:
            return
        if self._own_tokens:
            self._own_tokens.give(taken.tokens - input_tokens - output_tokens)
        if characters:
            self._tokens_per_character += LEARNED_SHARE * (input_tokens / characters - self._tokens_per_character)
        self._output_tokens += LEARNED_SHARE * (output_tokens - self._output_tokens)

    def read(self, headers: Mapping[str, str], taken: Taken, now: float, wall: datetime | None = None) -> None:
        """Takes over what the answer to the request `taken` says of the service's limits; `wall` is the time of day."""
        if told := _told(headers, REQUEST_HEADERS, wall):
            self._told_requests = _set(self._told_requests, told, taken, taken.requests_before, now)
        if told := _told(headers, TOKEN_HEADERS, wall):
            self._told_tokens = _set(self._told_tokens, told, taken, taken.tokens_before, now)


def _own(each_minute: float | None) -> Budget | None:
    if each_minute is None:
        return None
    rate = each_minute / 60
    return Budget(rate, max(1.0, rate * BURST_SECONDS))


def _told(
    headers: Mapping[str, str], names: tuple[tuple[str, ...], ...], wall: datetime | None
) -> tuple[float, float, float | None] | None:
    """The limit, what remains, and the seconds until it is whole; None where the headers do not say the first two."""
    for limit_name, remaining_name, reset_name in names:
        limit, remaining = _number(headers.get(limit_name)), _number(headers.get(remaining_name))
        if limit and remaining is not None:
            reset = headers.get(reset_name)
            return limit, remaining, None if reset is None else seconds_until(reset, wall)
    return None


def _set(
    budget: Budget | None, told: tuple[float, float, float | None], taken: Taken, before: float, now: float
) -> Budget:
    """`budget` as the service saw it when it let the request in, and as it has gone on since."""
    limit, remaining, reset = told
    budget = budget or Budget(limit / USUAL_SECONDS, limit)
    if taken.number <= budget.newest:
        return budget
    budget.newest, budget.full = taken.number, limit
    if reset and remaining < limit:
        budget.rate = (limit - remaining) / reset
    since = budget.taken - before
    budget.level = min(limit, remaining - since + (now - taken.at) * budget.rate)
    budget.at = now
    return budget


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None
