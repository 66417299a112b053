"""Fixtures for all tests, and how HTTP is recorded and replayed.

A test marked `vcr` replays `cassettes/<its module>/<its name>.yaml`. The recordings hold no key and no address: of the
headers only those listed here, and every address under the portable name `MODEL_URL`. They are matched by method,
address and body, the model's name left out, so a changed prompt does not replay. To record:

    OPENAI_BASE_URL=… OPENAI_API_KEY=… RECORD_MODEL=… pytest --record-mode=rewrite -m vcr
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import re
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from summarizer.models.base import Model
from summarizer.models.chat import ChatOptions
from summarizer.models.providers import open_model
from summarizer.models.retries import RetryPolicy

ROOT = Path(__file__).resolve().parent.parent

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts the tests behind an `&` has Ctrl-C ignored, by them and by all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("same every time", deadline=None, derandomize=True)
settings.load_profile("same every time")

MODEL_URL = "https://model.invalid/v1"
REQUEST_HEADERS = {"accept", "content-type"}
RESPONSE_HEADERS = {"content-type", "retry-after-ms"}
ENDPOINT = re.compile(r"^https?://[^?#]*?(/chat/completions|/responses|/embeddings)$")
PATIENCE_SECONDS = 3600.0
"""An answer may be written by hand while it is recorded."""
INNER = "$json"
"""The key under which a string that is JSON itself is shown as a tree."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference texts beside the repository, which is not part of it."""
    folder = ROOT.parent / "shared"
    if not (folder / "articles").is_dir():
        pytest.skip("the reference articles (../shared) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def rows() -> Callable[[str], list[str]]:
    """The first cells of the table in the section of docs/faults.md that is headed so."""

    def read(heading: str) -> list[str]:
        text = (ROOT / "docs" / "faults.md").read_text("utf-8")
        section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        return re.findall(r"^\| ([^|`]+?) \|", section, re.MULTILINE)[2:]  # without the head and the line under it

    return read


@pytest.fixture
def relay_model(record_mode: str) -> Iterator[Model]:
    """The model of the recordings: RECORD_MODEL or `relay`, at OPENAI_BASE_URL while recording; tries nothing twice."""
    options = ChatOptions(timeout=PATIENCE_SECONDS, retries=RetryPolicy(attempts=1, total_seconds=PATIENCE_SECONDS))
    recording = record_mode != "none"
    name = (recording and os.environ.get("RECORD_MODEL")) or "relay"
    address = (recording and os.environ.get("OPENAI_BASE_URL")) or MODEL_URL
    model = open_model(name, base_url=address, options=options)
    yield model
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # connections that were opened in a loop that is closed by now
        asyncio.run(model.close())
        if recording:
            gc.collect()


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    module = request.path.resolve()
    return str(ROOT / "cassettes" / module.relative_to(ROOT / "tests").with_suffix(""))


@pytest.fixture(scope="session")
def vcr_config() -> dict[str, Any]:
    return {
        "match_on": ["method", "uri", "asked"],
        "before_record_request": portable_request,
        "before_record_response": portable_response,
        "decode_compressed_response": True,
        "serializer": "yaml",
    }


def pytest_recording_configure(vcr: Any) -> None:
    vcr.register_serializer("yaml", Trees)
    vcr.register_matcher("asked", asked)


def asked(one: Any, other: Any) -> None:
    """Holds two requests to be the same where their bodies are, whichever model they name."""
    assert what_is_asked(one.body) == what_is_asked(other.body), "another request was recorded"


def what_is_asked(body: Any) -> Any:
    try:
        tree = json.loads(body)
    except (TypeError, ValueError):
        return body
    return {key: value for key, value in tree.items() if key != "model"} if isinstance(tree, dict) else tree


@pytest.fixture(autouse=True)
def every_recording_is_played(vcr: Any, record_mode: str) -> Iterator[None]:
    """Fails a test that leaves a recorded interaction unused: it no longer asks what was recorded."""
    yield
    if vcr is not None and record_mode == "none":
        assert vcr.all_played, f"{len(vcr) - vcr.play_count} recorded interactions were not asked for"


def portable_request(request: Any) -> Any:
    """The request under the portable address, with the headers that may be kept. Used to record and to look up."""
    found = ENDPOINT.match(request.uri)
    if found:
        request.uri = MODEL_URL + found[1]
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in REQUEST_HEADERS}
    return request


def portable_response(response: dict[str, Any]) -> dict[str, Any]:
    headers = {name.lower(): value for name, value in response["headers"].items()}
    return {**response, "headers": {name: headers[name] for name in sorted(RESPONSE_HEADERS & headers.keys())}}


class Trees:
    """Cassettes that people can read: JSON bodies as trees, texts of several lines as blocks, no character changed.

    What would not come back the same stays the string that it was.
    """

    @classmethod
    def serialize(cls, cassette: dict[str, Any]) -> str:
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["body"] = to_tree(request["body"])
            response["body"] = to_tree(response["body"].get("string"))
        written: str = yaml.dump(cassette, Dumper=Blocks, allow_unicode=True, sort_keys=False, width=120)
        if yaml.load(written, yaml.CSafeLoader) == cassette:
            return written
        return str(yaml.safe_dump(cassette, allow_unicode=False, sort_keys=False))

    @classmethod
    def deserialize(cls, text: str) -> dict[str, Any]:
        cassette: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["body"] = from_tree(request["body"])
            response["body"] = {"string": from_tree(response["body"])}
        return cassette


class Blocks(yaml.SafeDumper):
    """Writes texts of several lines as blocks where YAML can, and never abbreviates by anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def to_tree(body: Any) -> Any:
    """A body as the tree of its JSON, or as it is where it is none."""
    if isinstance(body, bytes):
        try:
            body = body.decode("utf-8")
        except UnicodeDecodeError:
            return body
    if not isinstance(body, str):
        return body
    try:
        tree = json.loads(body)
        json.dumps(tree, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return body
    return {INNER: show_inner(tree)} if isinstance(tree, dict | list) else body


def from_tree(body: Any) -> Any:
    return json.dumps(hide_inner(body[INNER]), ensure_ascii=False) if isinstance(body, dict) else body


def show_inner(tree: Any) -> Any:
    """`tree` with each string that is JSON itself, spaced as `json.dumps` does, as a tree in its turn."""
    if isinstance(tree, dict):
        return {key: show_inner(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [show_inner(value) for value in tree]
    if isinstance(tree, str) and tree.startswith("{"):
        try:
            inner = json.loads(tree)
        except (ValueError, RecursionError):
            return tree
        if json.dumps(inner, ensure_ascii=False) == tree and inner.keys() != {INNER}:
            return {INNER: inner}
    return tree


def hide_inner(tree: Any) -> Any:
    if isinstance(tree, dict):
        if tree.keys() == {INNER}:
            return json.dumps(tree[INNER], ensure_ascii=False)
        return {key: hide_inner(value) for key, value in tree.items()}
    return [hide_inner(value) for value in tree] if isinstance(tree, list) else tree


@pytest.fixture(scope="session")
def cassette_trees() -> type[Trees]:
    return Trees


class Told:
    """What an OpenTelemetry SDK that keeps all in memory was told."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        from opentelemetry import metrics, trace
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import InMemoryMetricReader
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

        self.exporter, self.reader = InMemorySpanExporter(), InMemoryMetricReader()
        tracers, meters = TracerProvider(), MeterProvider([self.reader])
        tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        # The API takes one provider in the life of a process; each test has its own.
        patch.setattr(trace, "get_tracer_provider", lambda: tracers)
        patch.setattr(metrics, "get_meter_provider", lambda: meters)
        if (of_mcp := sys.modules.get("mcp.shared._otel")) is not None:  # took its tracer when it was imported
            patch.setattr(of_mcp, "_tracer", tracers.get_tracer("mcp-python-sdk"))

    def spans(self, name: str = "") -> list[Any]:
        """The spans that have ended, in that order; those whose name begins so."""
        return [span for span in self.exporter.get_finished_spans() if span.name.startswith(name)]

    def points(self, metric: str) -> list[Any]:
        """The data points of a metric, each with its attributes."""
        data = self.reader.get_metrics_data()
        return [
            point
            for resource in (data.resource_metrics if data else ())
            for scope in resource.scope_metrics
            for one in scope.metrics
            if one.name == metric
            for point in one.data.data_points
        ]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Sets an OpenTelemetry SDK up that keeps in memory what it is told."""
    pytest.importorskip("opentelemetry.sdk", reason="the extra `otel` is not installed")
    return Told(monkeypatch)
