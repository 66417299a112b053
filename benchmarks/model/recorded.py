"""The answers that docs/quality.md was written from, so that its figures can be printed by anyone, with no model.

A line for each request: its SHA-256, over the messages and the schema, and the answer. A service on this machine gives
them again; a request that is none of these, as after a change of the prompt, is refused with a word on why. Only own
articles are recorded: no sentence of the reference data enters this repository.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.loopback import answering, completion
from benchmarks.model.runs import Call
from benchmarks.model.tokens import compact
from benchmarks.offline.reference import DataError

FILE = Path(__file__).resolve().parents[1] / "data" / "model" / "answers.jsonl"
MODEL = "openai/relay"
"""They were written through the relay, by readers of the prompt."""
_PER_TOKEN = 4
"""Characters to a token, as the relay estimates them."""


def request_of(messages: Sequence[str], schema: str) -> str:
    """The SHA-256 by which a request is known; `schema` is compact JSON."""
    return hashlib.sha256(json.dumps([*messages, schema], ensure_ascii=False).encode()).hexdigest()


def write(path: Path, calls: Iterable[Call]) -> int:
    """Adds the answers of these calls to those in the file, and returns how many it has then."""
    known = dict(_read(path)) if path.exists() else {}
    known |= {request_of(call.messages, call.schema): compact(call.answer) for call in calls}
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (
        json.dumps({"request": request, "answer": answer}, ensure_ascii=False) for request, answer in known.items()
    )
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(known)


def _read(path: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise DataError(f"{path}: {fault}") from fault
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            yield entry["request"], entry["answer"]
        except (ValueError, KeyError, TypeError) as fault:
            raise DataError(f"{path}: line {number} is no recorded answer: {fault}") from fault


@contextmanager
def service(path: Path = FILE) -> Iterator[str]:
    """The base url of a service that gives the recorded answers. Raises `DataError` where they cannot be read."""
    answers = dict(_read(path))
    with answering(lambda body: _reply(answers, body)) as base_url:
        yield base_url


def _reply(answers: Mapping[str, str], body: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
    messages = [message["content"] for message in body["messages"]]
    schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
    answer = answers.get(request_of(messages, json.dumps(schema, ensure_ascii=False, separators=(",", ":"))))
    if answer is None:
        words = (
            "no answer to this request is recorded: the prompt, the wire or the article has changed since; "
            "ask a service with --base-url, and --record its answers"
        )
        return 422, {"error": {"message": words, "type": "not_recorded", "code": None, "param": None}}
    given, said = sum(len(text) for text in messages) // _PER_TOKEN, len(answer) // _PER_TOKEN
    return 200, completion(answer, "relay", given, said)
