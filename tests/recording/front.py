#!/usr/bin/env python3
"""Stands before a chat endpoint that has no limits and no refusals, and gives it both.

    python tests/recording/front.py --upstream http://127.0.0.1:8399/v1 --port 8398

Every POST is passed on as it is. Two things that a hosted service does, and a bare answerer does not, are done to
the answer: it is cut after `max_completion_tokens` (four characters a token) with finish reason `length`, and an
answer in plain words to a request for a strict JSON schema becomes the message's `refusal`. The words themselves are
the upstream's. Recordings against a hosted service need none of this.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CHARACTERS_PER_TOKEN = 4
PATIENCE_SECONDS = 3600


def as_a_service_would(asked: dict[str, Any], reply: dict[str, Any]) -> dict[str, Any]:
    """`reply` with the limit on tokens and the rule on refusals applied."""
    choice = reply["choices"][0]
    message = choice["message"]
    content = message.get("content")
    if not isinstance(content, str):
        return reply
    shape = asked.get("response_format") or {}
    if shape.get("type") == "json_schema" and not content.lstrip().startswith("{"):
        message["content"], message["refusal"] = None, content
        return reply
    limit = asked.get("max_completion_tokens") or asked.get("max_tokens")
    if limit and len(content) > limit * CHARACTERS_PER_TOKEN:
        message["content"] = content[: limit * CHARACTERS_PER_TOKEN]
        choice["finish_reason"] = "length"
        reply["usage"]["completion_tokens"] = limit
        reply["usage"]["total_tokens"] = reply["usage"]["prompt_tokens"] + limit
    return reply


class Handler(BaseHTTPRequestHandler):
    """Passes requests on to `upstream`."""

    protocol_version = "HTTP/1.1"
    upstream: str

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = self.upstream.rstrip("/") + self.path.removeprefix("/v1")
        request = urllib.request.Request(url, data=raw, headers={"Content-Type": "application/json"})  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310
                status, body = answer.status, json.loads(answer.read())
            body = as_a_service_would(json.loads(raw), body)
        except urllib.error.HTTPError as fault:
            status, body = fault.code, json.loads(fault.read())
        data = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Many clients may ask at once."""

    request_queue_size = 128


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--upstream", required=True, help="base url of the endpoint that answers")
    parser.add_argument("--port", type=int, default=8398)
    args = parser.parse_args()
    Handler.upstream = args.upstream
    server = Server(("127.0.0.1", args.port), Handler)
    sys.stderr.write(f"http://127.0.0.1:{server.server_port}/v1 in front of {args.upstream}\n")
    with contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
