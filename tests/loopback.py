"""Services on this machine that answer as a test says: the HTTP that all of them share, with its faults."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class Cut(Exception):
    """The connection is to be closed without a word."""


@dataclass(frozen=True)
class Request:
    """What came."""

    method: str
    path: str
    """With the query."""
    headers: Message
    raw: bytes

    @property
    def body(self) -> Any:
        """The JSON that it is."""
        return json.loads(self.raw)


@dataclass(frozen=True)
class Reply:
    """One answer of a service, or a fault in its place."""

    body: Any = None
    """JSON, or text or bytes as they are."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    delay: float = 0.0
    reset: bool = False
    """The connection is cut off without a word."""
    short: int = 0
    """Bytes of the body that are held back although they were announced; with `reset`, the connection is cut there."""
    endless: bool = False
    """The body goes on in spaces until the client has enough."""
    middle: Callable[[], None] | None = None
    """Is called when half of the body is sent."""

    def bytes(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        text = self.body if isinstance(self.body, str) else json.dumps(self.body, ensure_ascii=False)
        return text.encode()


class Loopback:
    """A service at `address` and, as OpenAI's are, at `base_url`; `reply` says what comes back, in a thread of its own
    for each connection. Serves within `with`."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # head and body are two writes

            def handle_request(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                raw = self.rfile.read(length)
                if len(raw) < length:
                    return  # who asked was killed meanwhile
                try:
                    reply = service.reply(Request(self.command, self.path, self.headers, raw))
                    self.answer(reply)
                except Cut:
                    self.close_connection = True

            do_GET = do_POST = do_DELETE = handle_request  # noqa: N815

            def answer(self, reply: Reply) -> None:
                time.sleep(reply.delay)
                if not reply.reset or reply.short:
                    with contextlib.suppress(OSError):
                        self.write(reply)
                self.close_connection = self.close_connection or bool(reply.short) or reply.endless
                if reply.reset:
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.connection.close()
                    self.close_connection = True

            def write(self, reply: Reply) -> None:
                data = reply.bytes()
                self.send_response(reply.status)
                self.send_header("content-type", reply.content_type)
                self.send_header("content-length", str(10**9 if reply.endless else len(data)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                half = len(data) // 2 if reply.middle else 0
                self.wfile.write(data[:half])
                if reply.middle and half:
                    self.wfile.flush()
                    reply.middle()
                self.wfile.write(data[half : len(data) - reply.short])
                self.wfile.flush()
                while reply.endless:
                    self.wfile.write(b" ")
                    time.sleep(0.01)

            def log_message(self, *_: Any) -> None:
                pass

            def finish(self) -> None:
                with contextlib.suppress(OSError, ValueError):
                    super().finish()

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False
            request_queue_size = 128

            def handle_error(self, *_: Any) -> None:
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.base_url = f"{self.address}/v1"
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def reply(self, request: Request) -> Reply:
        """What comes back; may raise `Cut`."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


class Chat(Loopback):
    """A chat service that answers each request with what `said` makes of its JSON; `asked` are all of them."""

    def __init__(self, said: Callable[[dict[str, Any]], Reply]) -> None:
        super().__init__()
        self.said = said
        self.asked: list[dict[str, Any]] = []

    def reply(self, request: Request) -> Reply:
        body = request.body
        with self.lock:
            self.asked.append(body)
        return self.said(body)


def completion(
    content: Any,
    *,
    model: str = "relay-1",
    finish: str | None = "stop",
    usage: tuple[int, int, int] | None = (100, 20, 0),
    **message: Any,
) -> dict[str, Any]:
    """A chat completion with this text. `usage`: tokens of the prompt, of the answer, and those from a cache."""
    body: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
        ],
    }
    if usage:
        prompt, output, cached = usage
        body["usage"] = {
            "prompt_tokens": prompt,
            "completion_tokens": output,
            "total_tokens": prompt + output,
            "prompt_tokens_details": {"cached_tokens": cached},
        }
    return body
