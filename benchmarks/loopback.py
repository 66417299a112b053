"""A chat service on this machine for the benchmarks that need no speed; `benchmarks.batch.service` is the quick one."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[dict[str, Any]], tuple[int, Mapping[str, Any]]]
"""The status and the JSON that come back for the JSON of a request."""


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """The base url of a service that says to each request what `answer` does, to several at once."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            status, said = answer(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            data = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def completion(content: str, model: str, given: int, said: int, **usage: Any) -> dict[str, Any]:
    """A chat completion with this text, for `given` tokens of input and `said` of output."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": given, "completion_tokens": said, "total_tokens": given + said, **usage},
    }
