"""What can go wrong with a batch, and what follows: in part answered, expired, not taken, cancelled, unreadable."""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from summarizer.errors import ConfigurationError, Deferred, NotAuthorized, OutOfQuota, ServiceDown
from summarizer.pipeline import Pipeline

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

Run = Callable[..., Any]
Relay = Callable[..., Pipeline]


def articles(count: int) -> dict[str, str]:
    return {
        f"{number}.txt": f"Ostrava Rail ordered {number} trains from Dorrin Works." for number in range(11, 11 + count)
    }


def refuse(batching: Any, status: int, error: dict[str, Any], word: str = "Ostrava", times: int = 10**6) -> None:
    """Answers the lines that hold this word so, for so many times."""
    answer, left = batching.answer, [times]

    def refusing(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if word in json.dumps(body["messages"]) and left[0]:
            left[0] -= 1
            return status, {"error": error}
        return answer(body)  # type: ignore[no-any-return]

    batching.answer = refusing


def test_what_an_expired_batch_has_answered_is_kept_and_the_rest_goes_with_the_next(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, fate: Any
) -> None:
    batching.fates = [fate("expired", answered=3)]
    ended = by_batch(folder(articles(5)), relay())
    assert len(ended.documents) == 5
    assert batching.sizes == [5, 2]
    assert set(batching.lines.values()) == {1}


def test_a_request_that_no_file_has_a_word_on_goes_with_the_next_batch(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, fate: Any
) -> None:
    batching.fates = [fate("completed", answered=3, silent=True)]
    ended = by_batch(folder(articles(5)), relay())
    assert (len(ended.documents), batching.sizes) == (5, [5, 2])


def test_after_three_batches_without_an_answer_the_article_fails_and_the_next_run_tries_it_again(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, fate: Any, age: Any
) -> None:
    root = folder(articles(2))
    age(root)
    batching.fates = [fate("expired", answered=1), fate("expired", answered=0), fate("expired", answered=0)]
    ended = by_batch(root, relay())
    assert batching.sizes == [2, 1, 1]
    assert len(ended.documents) == 1
    [(error, message)] = ended.failures.values()
    assert (error, "batch_expired" in message or "not executed" in message) == ("Unavailable", True)
    assert by_batch(root, relay()).failures == {}
    assert batching.sizes == [2, 1, 1, 1]


def test_a_line_that_the_service_broke_on_goes_with_the_next_batch(
    folder: Any, relay: Relay, by_batch: Run, batching: Any
) -> None:
    refuse(batching, 500, {"message": "out of order"}, "11 trains", times=1)
    ended = by_batch(folder(articles(3)), relay())
    assert (len(ended.documents), batching.sizes) == (3, [3, 1])


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (400, "context_length_exceeded", "RequestRejected"),
        (400, "content_filter", "ContentFiltered"),
        (422, None, "RequestRejected"),
    ],
)
def test_a_line_that_is_wrong_for_good_fails_its_article_as_a_single_call_would(
    folder: Any,
    relay: Relay,
    by_batch: Run,
    go: Any,
    batching: Any,
    status: int,
    code: str | None,
    error: str,
    tmp_path: Any,
) -> None:
    refuse(batching, status, {"message": "it cannot be", "code": code, "type": "invalid_request_error"}, "12 trains")
    root = folder(articles(3))
    ended = by_batch(root, relay())
    assert (len(ended.documents), batching.sizes) == (2, [3])
    assert ended.failures["12.txt"][0] == error
    go(root, relay(), tmp_path / "direct")
    assert (tmp_path / "direct" / "failures.jsonl").read_bytes() == ended.run.failures.read_bytes()


def test_a_response_format_that_the_service_does_not_take_is_left_out_of_the_next_batch(
    folder: Any, relay: Relay, by_batch: Run, batching: Any
) -> None:
    answer, formats = batching.answer, []

    def plain(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        formats.append(body.get("response_format", {}).get("type"))
        if formats[-1] == "json_schema":
            return 400, {"error": {"message": "response_format json_schema is not supported"}}
        shape = {"json_schema": {"name": "news", "schema": {"properties": {}}}}
        return answer({**body, "response_format": shape})  # type: ignore[no-any-return]

    batching.answer = plain
    ended = by_batch(folder(articles(2)), relay())
    assert formats == ["json_schema"] * 2 + ["json_object"] * 2
    assert [document["provenance"]["schema_mode"] for document in ended.documents] == ["plain", "plain"]
    # Another run, in a process of its own, need not find it out again.
    assert len(by_batch(folder(articles(3)), relay()).documents) == 3
    assert formats[4:] == ["json_object"]


@pytest.mark.parametrize(
    ("status", "error", "kind"),
    [
        (429, {"message": "no credit", "code": "insufficient_quota"}, OutOfQuota),
        (401, {"message": "bad key"}, NotAuthorized),
    ],
)
def test_a_quota_or_key_that_ends_in_mid_batch_ends_the_run_and_costs_no_try(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, status: int, error: dict[str, Any], kind: type[Exception]
) -> None:
    refuse(batching, status, error, "12 trains", times=4)
    root = folder(articles(3))
    for _ in range(4):
        assert isinstance(by_batch(root, relay()).fault, kind)
    ended = by_batch(root, relay())
    assert (ended.fault, len(ended.documents)) == (None, 3)
    assert batching.sizes == [3, 1, 1, 1, 1]


def test_a_batch_that_was_not_taken_for_its_model_ends_the_run_and_leaves_nothing_open(
    folder: Any, relay: Relay, by_batch: Run, go: Any, batching: Any, fate: Any
) -> None:
    why = {"code": "model_not_found", "message": "there is no model 'relay'", "line": 1}
    batching.fates = [fate("failed", errors=[why])]
    root = folder(articles(2))
    ended = by_batch(root, relay())
    assert isinstance(ended.fault, ConfigurationError)
    assert "the service did not take the batch: there is no model 'relay'" in str(ended.fault)
    assert batching.files == {}
    assert len(go(root, relay()).documents) == 2  # by single calls


def test_a_line_for_which_a_batch_was_not_taken_fails_alone(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, fate: Any
) -> None:
    batching.fates = [fate("failed", errors=[{"code": "invalid_request", "message": "too long a text", "line": 2}])]
    ended = by_batch(folder(articles(4)), relay())
    assert (len(ended.documents), batching.sizes) == (3, [4, 3])
    [(error, message)] = ended.failures.values()
    assert (error, "too long a text" in message) == ("RequestRejected", True)


def test_a_batch_that_fails_by_the_services_own_fault_is_sent_again(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, fate: Any
) -> None:
    batching.fates = [fate("failed", errors=[{"code": "server_error", "message": "out of order", "line": None}])]
    ended = by_batch(folder(articles(2)), relay())
    assert (len(ended.documents), batching.sizes) == (2, [2, 2])


@pytest.mark.parametrize("where", ["validation", "creation"])
def test_a_queue_that_is_full_is_given_less_and_the_rest_later(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, where: str
) -> None:
    batching.queue, batching.queue_says = 3, where
    ended = by_batch(folder(articles(8)), relay())
    assert (ended.fault, len(ended.documents)) == (None, 8)
    assert set(batching.lines.values()) == {1}
    assert sum(batching.lines.values()) == 8
    assert batching.files == {}
    if where == "creation":
        assert max(batching.sizes) <= 3


def test_a_queue_that_takes_nothing_is_given_up_when_the_patience_ends(
    folder: Any, relay: Relay, by_batch: Run, batching: Any
) -> None:
    batching.queue = 0
    root = folder(articles(4))
    ended = by_batch(root, relay(patience=300.0))
    assert isinstance(ended.fault, ServiceDown)
    assert "queue for batches is full" in str(ended.fault)
    assert 300 <= sum(ended.slept) < 1200
    batching.queue = None
    assert len(by_batch(root, relay()).documents) == 4


def test_a_batch_that_is_cancelled_at_the_service_ends_the_run_and_the_next_one_sends_the_rest(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, fate: Any
) -> None:
    batching.fates = [fate("cancelled", answered=2)]
    root = folder(articles(5))
    ended = by_batch(root, relay())
    assert isinstance(ended.fault, ServiceDown)
    assert "cancelled at the service" in str(ended.fault)
    ended = by_batch(root, relay())
    assert (len(ended.documents), batching.sizes) == (5, [5, 3])
    assert set(batching.lines.values()) == {1}


@pytest.mark.parametrize("status", [404, 405])
def test_a_service_without_batches_is_named_and_leaves_nothing_open(
    folder: Any, relay: Relay, by_batch: Run, go: Any, batching: Any, status: int
) -> None:
    def none(_: str, path: str) -> tuple[int, Any] | None:
        return None if path == "/chat/completions" else (status, {"detail": "Not Found"})

    batching.before = none
    root = folder(articles(2))
    ended = by_batch(root, relay())
    assert isinstance(ended.fault, ConfigurationError)
    assert "it has no batches at this address" in str(ended.fault)
    assert len(go(root, relay()).documents) == 2


def test_a_file_that_is_gone_says_how_to_go_on(folder: Any, relay: Relay, by_batch: Run, batching: Any) -> None:
    root = folder(articles(1))
    by_batch(root, relay(), wait=False)
    batching.before = lambda _, path: (404, {"error": {"message": "gone"}}) if path.endswith("/content") else None
    ended = by_batch(root, relay())
    assert isinstance(ended.fault, ConfigurationError)
    assert "summarizer batches OUT --cancel" in str(ended.fault)


def test_lines_that_cannot_be_read_are_told_of_and_count_as_missing(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, caplog: pytest.LogCaptureFixture
) -> None:
    root = folder(articles(3))

    left = [1]

    def spoil(*_: str) -> None:
        for file, content in batching.contents.items():
            if batching.files[file]["purpose"] == "batch_output" and left[0]:
                left[0] -= 1
                first, rest = content.split(b"\n", 1)
                batching.contents[file] = first[: len(first) // 2] + b"\n[1, 2]\n" + rest

    batching.after = spoil
    ended = by_batch(root, relay())
    assert (len(ended.documents), batching.sizes) == (3, [3, 1])
    assert batching.count("GET /files/ID/content") == 3 + 1
    assert "answers are missing: 3 by its count, 2 in its files, 2 of them unreadable" in caplog.text


@pytest.mark.parametrize("spoilt", [b"", b"<html>a page</html>", b"one line less"])
def test_a_file_that_comes_spoilt_is_fetched_again_and_nothing_sent_again(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, spoilt: bytes
) -> None:
    left, do = [2], batching.do

    def spoil(method: str, path: str, *asked: Any) -> tuple[int, Any]:
        status, answer = do(method, path, *asked)
        if path.endswith("/content") and left[0]:
            left[0] -= 1
            answer = answer.split(b"\n", 1)[1] if spoilt.startswith(b"one") else spoilt
        return status, answer

    batching.do = spoil
    ended = by_batch(folder(articles(3)), relay())
    assert (ended.fault, len(ended.documents)) == (None, 3)
    assert (batching.sizes, left, ended.run.paid.calls) == ([3], [0], 3)


def test_a_file_that_cannot_be_deleted_is_named(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, caplog: pytest.LogCaptureFixture
) -> None:
    batching.before = lambda method, _: (500, {}) if method == "DELETE" else None
    ended = by_batch(folder(articles(1)), relay())
    assert (ended.fault, len(ended.documents), len(batching.files)) == (None, 1, 2)
    assert f"not deleted at the service: {', '.join(batching.files)}" in caplog.text


@pytest.mark.parametrize("request_", ["POST /files", "POST /batches", "GET /batches/ID", "GET /files/ID/content"])
@pytest.mark.parametrize("when", ["before", "after", "500"])
def test_a_request_that_breaks_off_is_tried_again_and_nothing_is_sent_twice(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, request_: str, when: str, cut: type[Exception]
) -> None:
    left = [2]

    def once(method: str, path: str) -> tuple[int, Any] | None:
        if f"{method} {path}" == request_ and left[0]:
            left[0] -= 1
            if when == "500":
                return 500, {"error": {"message": "out of order"}}
            raise cut
        return None

    setattr(batching, "before" if when in ("before", "500") else "after", once)
    ended = by_batch(folder(articles(3)), relay())
    assert (ended.fault, len(ended.documents)) == (None, 3)
    assert (batching.sizes, set(batching.lines.values())) == ([3], {1})
    assert left[0] < 2
    assert batching.files == {}


def test_a_transfer_that_breaks_off_in_the_middle_begins_anew(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, cut: type[Exception]
) -> None:
    left = [1]

    def break_off() -> None:
        if left[0]:
            left[0] -= 1
            raise cut

    batching.middle = break_off
    ended = by_batch(folder(articles(3)), relay())
    assert (len(ended.documents), batching.sizes) == (3, [3])
    assert ended.run.paid.calls == 3


def test_a_service_that_is_down_is_waited_for_as_long_as_the_patience_lasts_and_goes_on_there(
    folder: Any, relay: Relay, by_batch: Run, batching: Any
) -> None:
    root = folder(articles(3))
    down = [False]
    batching.before = lambda *_: (503, {"error": {"message": "maintenance"}}) if down[0] else None
    by_batch(root, relay(), wait=False)
    down[0] = True
    ended = by_batch(root, relay(patience=0.0))
    assert isinstance(ended.fault, ServiceDown)
    assert "what is at the service stays there" in str(ended.fault)
    down[0] = False
    assert len(by_batch(root, relay()).documents) == 3
    assert batching.sizes == [3]


def test_a_batch_of_another_account_says_so(folder: Any, relay: Relay, by_batch: Run, batching: Any) -> None:
    root = folder(articles(1))
    by_batch(root, relay(), wait=False)
    batching.batches.clear()
    ended = by_batch(root, relay())
    assert isinstance(ended.fault, ConfigurationError)
    assert "use the key of the account and project that began it" in str(ended.fault)


def test_a_model_that_is_not_found_for_some_lines_fails_these_alone(
    folder: Any, relay: Relay, by_batch: Run, batching: Any
) -> None:
    answer = batching.answer

    def lost(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        shown = json.dumps(body["messages"])
        found = "11 trains" in shown or "12 trains" in shown
        return answer(body) if found else (404, {"error": {"message": "no model", "code": "model_not_found"}})

    batching.answer = lost
    ended = by_batch(folder(articles(6)), relay())
    assert (ended.fault, len(ended.documents), len(ended.failures)) == (None, 2, 4)


def test_a_full_disk_ends_the_run_and_nothing_is_sent(
    folder: Any, relay: Relay, by_batch: Run, batching: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarizer.batch.provider import outbox

    class Full(io.BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(28, "No space left on device")

    begun = outbox.Part.begun

    def full(folder: Any) -> Any:
        part = begun(folder)
        part.file.close()
        part.file = Full()
        return part

    root = folder(articles(2))
    with monkeypatch.context() as patch:
        patch.setattr(outbox.Part, "begun", full)
        ended = by_batch(root, relay())
    assert isinstance(ended.fault, ConfigurationError)
    assert "No space left on device; what was done is kept" in str(ended.fault)
    assert batching.count("POST /files") == 0
    assert not list((tmp_path / "out").glob(".*.part"))
    assert len(by_batch(root, relay()).documents) == 2


def test_what_is_deferred_arrives_whole_in_another_process() -> None:
    deferred = pickle.loads(pickle.dumps(Deferred(b"request")))  # noqa: S301
    assert (deferred.request, str(deferred)) == (b"request", "the answer comes with a provider batch")
