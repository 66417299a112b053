"""What a run by provider batches takes on this side: CPU and memory by the number of articles.

    python -m benchmarks.provider_batches [--articles 1000 20000] [--folder DIR]

Each number is a run of `summarizer batch --provider-batch` in a process of its own, over articles of 2.5 KB, against a
service in another process that holds files and batches on disk and answers every line with the same completion. Three
runs each: one that sends (`--no-wait`), one that finds everything still on its way, one that collects.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.loopback import completion

SENTENCE = "It said the pumps and valves would go by rail in the spring and be paid for on delivery, as agreed. "
TEXT = "Ostrava Rail ordered {} trains from Dorrin Works. " + 24 * SENTENCE
ANSWER = {"headline": {"text": "Ostrava Rail ordered trains from Dorrin Works.", "evidence": [1]}}
LISTS: dict[str, list[Any]] = {name: [] for name in ("abstract", "organizations", "people", "deals", "claims")}
MEASURED = """
import resource, sys, time
from summarizer.cli import app
began, code = time.time(), 0
try:
    app(sys.argv[1:])
except SystemExit as ended:
    code = ended.code
used = resource.getrusage(resource.RUSAGE_SELF)
cpu = used.ru_utime + used.ru_stime
print(f"exit {code}, {time.time() - began:.1f} s, {cpu:.1f} s of CPU, {used.ru_maxrss // 1024} MB")
"""


class Handler(BaseHTTPRequestHandler):
    """Files in a folder; a batch is in progress until the file `done` is there."""

    protocol_version = "HTTP/1.1"
    folder: Path

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        if self.path.endswith("/files"):
            name = f"file-{time.time_ns()}"
            with (self.folder / name).open("wb") as file:
                while length:
                    length -= file.write(self.rfile.read(min(length, 1 << 20)))
            self.answer(
                {"id": name, "object": "file", "bytes": 0, "created_at": 0, "filename": name, "purpose": "batch"}
            )
        else:
            asked = json.loads(self.rfile.read(length))
            self.answer(self.batch(asked["input_file_id"]))

    def do_GET(self) -> None:
        *_, kind, name = self.path.removesuffix("/content").partition("?")[0].split("/")
        if self.path.endswith("/content"):
            self.content(self.folder / name.removeprefix("out-"))
        elif kind == "batches":
            self.answer(self.batch(name.removeprefix("batch-")))
        else:
            self.answer({"object": "list", "data": [], "has_more": False})

    def do_DELETE(self) -> None:
        name = self.path.rsplit("/", 1)[1]
        (self.folder / name).unlink(missing_ok=True)
        self.answer({"id": name, "object": "file", "deleted": True})

    def batch(self, file: str) -> dict[str, Any]:
        done = (self.folder / "done").exists()
        return {
            "id": f"batch-{file}",
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "completion_window": "24h",
            "input_file_id": file,
            "created_at": int(time.time()),
            "status": "completed" if done else "in_progress",
            "output_file_id": f"out-{file}" if done else None,
        }

    def content(self, path: Path) -> None:
        """The answers to the lines of a file, made while they are sent."""
        body = completion(json.dumps({**ANSWER, **LISTS}), "relay-1", 1000, 200)
        rest = json.dumps({"response": {"status_code": 200, "body": body}, "error": None})[1:]
        self.send_response(200)
        self.send_header("connection", "close")
        self.end_headers()
        with path.open("rb") as file:
            for line in file:
                if line.startswith(b'{"custom_id":"'):
                    self.wfile.write(f'{{"custom_id": "{line[14:78].decode()}", {rest}\n'.encode())
        self.close_connection = True

    def answer(self, said: dict[str, Any]) -> None:
        data = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


def serve(folder: Path) -> None:
    Handler.folder = folder
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()


def make_files(folder: Path, articles: int) -> None:
    folder.mkdir()
    hour_ago = time.time() - 3600
    for number in range(articles):
        path = folder / f"{number:07}.txt"
        path.write_text(TEXT.format(number))
        os.utime(path, (hour_ago, hour_ago))


def measure(scratch: Path, articles: int) -> None:
    folder, out, files = scratch / "articles", scratch / "out", scratch / "files"
    files.mkdir()
    make_files(folder, articles)
    service = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.provider_batches", "--serve", str(files)], stdout=subprocess.PIPE, text=True
    )
    assert service.stdout
    url = f"http://127.0.0.1:{int(service.stdout.readline())}/v1"
    command = [sys.executable, "-c", MEASURED, "batch", str(folder), "-o", str(out), "--model", "relay", "--base-url"]
    environment = {**os.environ, "OPENAI_API_KEY": "none"}
    try:
        for what in ("sent", "on its way", "collected"):
            if what == "collected":
                (files / "done").touch()
            options = [url, "-q", "--provider-batch", "--no-wait"]
            done = subprocess.run([*command, *options], capture_output=True, text=True, check=True, env=environment)
            size = sum(path.stat().st_size for path in files.iterdir()) / 1e6
            held = f", {size:.0f} MB in {len(list(files.iterdir()))} files" if what == "sent" else ""
            print(f"{articles:,} articles {what}: {done.stdout.strip()}{held}", flush=True)
    finally:
        service.terminate()
        service.communicate()
        shutil.rmtree(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description="What a run by provider batches takes on this side.")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 20_000])
    parser.add_argument("--folder", type=Path, help="where to make them; a temporary folder otherwise")
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return
    for articles in options.articles:
        with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
            measure(Path(scratch), articles)


if __name__ == "__main__":
    main()
