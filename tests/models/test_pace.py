"""What the headers of a service say, and how long the next request waits for it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from summarizer.models.breaker import Breaker
from summarizer.models.pace import Budget, Pace, seconds_until
from summarizer.models.window import Window

NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1s", 1.0),
        ("20ms", 0.02),
        ("6m0s", 360.0),
        ("2m59.56s", 179.56),
        ("1h2m3s", 3723.0),
        ("1d", 86400.0),
        ("7.66s", 7.66),
        ("0", 0.0),
        ("1.5", 1.5),
        ("2031-03-04T12:00:30Z", 30.0),
        ("2031-03-04T11:00:00Z", 0.0),
        ("2031-03-04T14:00:00+01:00", 3600.0),
        (str(NOON.timestamp() + 12), 12.0),
        (str(int(NOON.timestamp() * 1000) + 2500), 2.5),
        ("", None),
        ("soon", None),
        ("1.2.3s", None),
        ("-5", 0.0),
        ("nan", None),
    ],
)
def test_a_time_is_read_as_the_services_write_it(text: str, seconds: float | None) -> None:
    found = seconds_until(text, NOON)
    assert found == (None if seconds is None else pytest.approx(seconds))


def test_a_budget_refills_and_owes() -> None:
    budget = Budget(rate=2.0, full=10.0)
    assert budget.wait(10, 0.0) == 0.0
    budget.take(10, 0.0)
    assert budget.wait(4, 1.0) == pytest.approx(1.0)
    budget.take(4, 1.0)  # 2 are there: 2 are owed
    assert budget.wait(1, 1.0) == pytest.approx(1.5)
    budget.give(3)
    assert budget.wait(1, 1.0) == 0.0


def test_more_than_the_whole_goes_when_all_is_there() -> None:
    budget = Budget(rate=1.0, full=10.0)
    assert budget.wait(50, 0.0) == 0.0
    budget.take(50, 0.0)
    assert budget.wait(1, 0.0) == pytest.approx(41.0)


def headers(limit: int, remaining: int, reset: str | None, kind: str = "requests") -> dict[str, str]:
    said = {f"x-ratelimit-limit-{kind}": str(limit), f"x-ratelimit-remaining-{kind}": str(remaining)}
    return said if reset is None else said | {f"x-ratelimit-reset-{kind}": reset}


def test_the_rate_is_what_is_missing_over_the_time_until_it_is_back() -> None:
    pace = Pace()
    taken = pace.take(0, 0.0)
    assert pace.wait(0, 0.0) == 0.0
    pace.read(headers(100, 0, "50s"), taken, 0.0)  # two a second
    assert pace.wait(0, 0.0) == pytest.approx(0.5)
    assert pace.wait(0, 0.5) == 0.0


def test_a_limit_without_a_reset_is_one_a_minute() -> None:
    pace = Pace()
    pace.read(headers(120, 0, None), pace.take(0, 0.0), 0.0)
    assert pace.wait(0, 0.0) == pytest.approx(0.5)


def test_requests_sent_since_are_counted_against_what_remains() -> None:
    pace = Pace()
    first = pace.take(0, 0.0)
    pace.read(headers(60, 59, "1s"), first, 0.0)
    second = pace.take(0, 10.0)
    for _ in range(4):
        pace.take(0, 10.0)
    # The service let the second in with two left; four more went since: two too many, at one a second.
    pace.read(headers(60, 2, "58s"), second, 10.0)
    assert pace.wait(0, 10.0) == pytest.approx(3.0)


def test_an_older_answer_that_comes_late_changes_nothing() -> None:
    pace = Pace()
    early, late = pace.take(0, 0.0), pace.take(0, 0.0)
    pace.read(headers(60, 50, "10s"), late, 1.0)
    pace.read(headers(60, 0, "60s"), early, 2.0)
    assert pace.wait(0, 2.0) == 0.0


def test_tokens_are_held_to_their_own_limit() -> None:
    pace = Pace()
    pace.read(headers(6000, 0, "60s", "tokens"), pace.take(500, 0.0), 0.0)
    assert pace.wait(500, 0.0) == pytest.approx(5.0)


def test_the_names_of_anthropic_are_known() -> None:
    pace = Pace()
    said = {
        "anthropic-ratelimit-requests-limit": "60",
        "anthropic-ratelimit-requests-remaining": "0",
        "anthropic-ratelimit-requests-reset": "2031-03-04T12:01:00Z",
    }
    pace.read(said, pace.take(0, 0.0), 0.0, NOON)
    assert pace.wait(0, 0.0) == pytest.approx(1.0)


@pytest.mark.parametrize("said", [{}, headers(0, 0, "1s"), {"x-ratelimit-limit-requests": "many"}])
def test_headers_that_say_nothing_hold_up_nothing(said: dict[str, str]) -> None:
    pace = Pace()
    pace.read(said, pace.take(0, 0.0), 0.0)
    assert pace.wait(0, 0.0) == 0.0


def test_what_tokens_a_character_makes_is_learned() -> None:
    pace = Pace(tpm=6000)
    assert pace.guess(1000, 50) == pytest.approx(350)
    for at in range(100):
        pace.settle(pace.take(350, float(at)), 1000, 600, 40)
    assert pace.guess(1000, None) == pytest.approx(640, rel=0.01)


def test_a_window_is_cut_once_for_the_calls_of_one_round() -> None:
    window = Window()
    window.cut(20, sent_at=1.0, now=2.0)
    window.cut(19, sent_at=1.5, now=2.1)
    assert window.size == pytest.approx(14.0)
    window.grow(sent_at=1.9)
    assert window.size == pytest.approx(14.0)
    for _ in range(14):
        window.grow(sent_at=3.0)
    # A round adds a sixteenth of the twenty that were too many.
    assert window.size == pytest.approx(15.25, rel=0.01)


def test_a_window_never_closes() -> None:
    window = Window(most=4)
    for at in range(10):
        window.cut(1, sent_at=2.0 * at, now=2.0 * at + 1)
    assert window.size == 1.0


def test_five_failures_of_three_questions_open_the_breaker() -> None:
    breaker = Breaker(60.0)
    assert [breaker.failed(question, "failing", 0.0) for question in (1, 1, 1, 1, 1, 2)] == [False] * 6
    assert breaker.failed(3, "failing", 0.0)
    assert breaker.delay(0.0) == 1.0


def test_an_answer_between_them_keeps_it_closed() -> None:
    breaker = Breaker(60.0)
    for question in range(4):
        breaker.failed(question, "failing", 0.0)
    assert breaker.answered(1.0) is None
    assert not breaker.failed(5, "failing", 1.0)


def test_two_questions_are_enough_without_a_connection() -> None:
    breaker = Breaker(60.0)
    assert [breaker.failed(question, "unreachable", 0.0) for question in (1, 1, 1, 1, 2)] == [False] * 4 + [True]


def test_a_probe_that_is_given_up_is_taken_over() -> None:
    breaker = Breaker(60.0)
    for question in range(5):
        breaker.failed(question, "unreachable", 0.0)
    assert breaker.go()
    assert breaker.delay(5.0) is None
    breaker.abandon()
    assert breaker.delay(5.0) == 0.0
