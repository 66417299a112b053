"""The SDK that the command sets up where the environment asks for telemetry."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer.telemetry import export
from summarizer.telemetry.export import set_up, wanted
from tests.loopback import Loopback, Reply, Request

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

ARTICLE = "Brackwell Marine Ltd. agreed to buy Ostrava Rail for $340 million, the companies said on Tuesday.\n"


class Collector(Loopback):
    """Takes what is exported by OTLP over HTTP."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[tuple[str, bytes]] = []

    def reply(self, request: Request) -> Reply:
        self.came.append((request.path, request.raw))
        return Reply("")

    @property
    def resource_spans(self) -> list[Any]:
        from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

        bodies = [body for path, body in self.came if path == "/v1/traces"]
        return [one for body in bodies for one in ExportTraceServiceRequest.FromString(body).resource_spans]

    @property
    def spans(self) -> list[Any]:
        return [span for one in self.resource_spans for scope in one.scope_spans for span in scope.spans]

    @property
    def metrics(self) -> dict[str, Any]:
        from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest

        bodies = [body for path, body in self.came if path == "/v1/metrics"]
        return {
            metric.name: metric
            for body in bodies
            for one in ExportMetricsServiceRequest.FromString(body).resource_metrics
            for scope in one.scope_metrics
            for metric in scope.metrics
        }


@pytest.fixture
def collector() -> Iterator[Collector]:
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http", reason="the extra `otel` is not installed")
    with Collector() as collector:
        yield collector


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OTEL_", "OPENAI_"))}
    return subprocess.run(
        [sys.executable, "-m", "summarizer", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**kept, **environment},
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_command_exports_to_the_endpoint_of_the_environment(collector: Collector, article: Path) -> None:
    plain = command("extract", article, "-m", "offline")
    done = command("extract", article, "-m", "offline", OTEL_EXPORTER_OTLP_ENDPOINT=collector.address)
    assert (done.returncode, done.stdout, done.stderr) == (plain.returncode, plain.stdout, "")
    [span] = collector.spans
    assert span.name == "summarize article"
    assert {"summarizer.records", "summarizer.article.duration"} <= collector.metrics.keys()
    attributes = {one.key: one.value.string_value for one in collector.resource_spans[0].resource.attributes}
    assert attributes["service.name"] == "summarizer"


def test_the_service_is_called_as_the_environment_says(collector: Collector, article: Path) -> None:
    command(
        "extract",
        article,
        "-m",
        "offline",
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=f"{collector.address}/v1/traces",
        OTEL_SERVICE_NAME="newsroom",
    )
    attributes = {one.key: one.value.string_value for one in collector.resource_spans[0].resource.attributes}
    assert attributes["service.name"] == "newsroom"
    assert collector.metrics == {}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="several processes are for systems that fork")
def test_a_batch_with_several_processes_tells_of_each_article_once(collector: Collector, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"{number}. {ARTICLE}", encoding="utf-8")
    command(
        "batch",
        folder,
        "-o",
        tmp_path / "out",
        "-m",
        "offline",
        "--processes",
        "2",
        OTEL_EXPORTER_OTLP_ENDPOINT=collector.address,
        OTEL_BSP_SCHEDULE_DELAY="20",
        OTEL_METRIC_EXPORT_INTERVAL="20",
    )
    assert len(collector.spans) == 6
    counted = collector.metrics["summarizer.records"].sum.data_points
    verified = [
        int(one.value.int_value)
        for span in collector.spans
        for one in span.attributes
        if one.key == "summarizer.verification.records"
    ]
    assert sum(point.as_int for point in counted) == sum(verified) > 0


def test_a_collector_that_is_not_there_is_said_in_one_line_and_stops_nothing(article: Path) -> None:
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http", reason="the extra `otel` is not installed")
    done = command(
        "extract",
        article,
        "-m",
        "offline",
        OTEL_EXPORTER_OTLP_ENDPOINT="http://127.0.0.1:9",
        OTEL_EXPORTER_OTLP_TIMEOUT="1",
    )
    assert "Ostrava Rail" in done.stdout
    [line] = done.stderr.splitlines()
    assert line.startswith("summarizer: OpenTelemetry: ")


@pytest.mark.parametrize(
    ("environment", "exporters"),
    [
        ({}, {}),
        ({"OTEL_SERVICE_NAME": "x"}, {}),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318"}, {"traces": "otlp", "metrics": "otlp"}),
        ({"OTEL_EXPORTER_OTLP_METRICS_ENDPOINT": "http://c/v1/metrics"}, {"metrics": "otlp"}),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_METRICS_EXPORTER": "none"}, {"traces": "otlp"}),
        ({"OTEL_TRACES_EXPORTER": "console"}, {"traces": "console"}),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://c:4318", "OTEL_SDK_DISABLED": "TRUE"}, {}),
    ],
)
def test_the_environment_says_what_is_exported(environment: dict[str, str], exporters: dict[str, str]) -> None:
    assert wanted(environment) == exporters


def test_what_is_asked_for_and_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "find_spec", lambda _: None)
    said: list[str] = []
    assert not set_up(said.append, {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"})
    assert said == ["OpenTelemetry is asked for by the environment (OTEL_…) and not installed: pip install '.[otel]'"]


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"OTEL_TRACES_EXPORTER": "zipkin"}, "no traces are exported: OTEL_TRACES_EXPORTER is zipkin"),
        (
            {"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "http/json"},
            "OTEL_EXPORTER_OTLP_PROTOCOL is http/json",
        ),
    ],
)
def test_an_exporter_that_there_is_not_is_said(environment: dict[str, str], words: str, article: Path) -> None:
    pytest.importorskip("opentelemetry.sdk", reason="the extra `otel` is not installed")
    done = command("extract", article, "-m", "offline", **environment)
    assert "Ostrava Rail" in done.stdout
    assert words in done.stderr


def test_the_console_is_standard_error(article: Path) -> None:
    pytest.importorskip("opentelemetry.sdk", reason="the extra `otel` is not installed")
    plain = command("extract", article, "-m", "offline")
    done = command("extract", article, "-m", "offline", OTEL_TRACES_EXPORTER="console")
    assert done.stdout == plain.stdout
    assert '"name": "summarize article"' in done.stderr
