"""OpenAI's Responses API, spoken at the edge: a request for a chat completion put in its words, its answer read as one.

Everything between (limits, retries, re-asks, the store, the errors) so stays the same, and what a store keeps of such
an answer is the completion that it is read as.

https://platform.openai.com/docs/api-reference/responses
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.models.completions import Completion

RESPONSES = "/responses"
FINISH: Mapping[str, str] = {"max_output_tokens": "length", "content_filter": "content_filter"}
"""Why an answer is incomplete, in the words of a chat completion."""
STATUS_OF_CODE: Mapping[str, int] = {"invalid_prompt": 400, "rate_limit_exceeded": 429, "server_error": 500}
"""The status that says the same as the code of an answer that failed under status 200."""
LIMITS = ("max_completion_tokens", "max_tokens")


def body_of(request: Mapping[str, Any]) -> dict[str, Any]:
    """The request for a response that asks what `request` asks of a chat completion, without its format.

    `store` is off: the service would keep the article and the answer for 30 days otherwise. The messages say that they
    are some, without which llama.cpp's server does not take the model's own back.
    """
    messages = [{"type": "message", **message} for message in request["messages"]]
    body: dict[str, Any] = {"model": request["model"], "input": messages, "store": False}
    for name, value in request.items():
        if name in LIMITS:
            body["max_output_tokens"] = value
        elif name == "reasoning_effort":
            body["reasoning"] = {"effort": value}
        elif name not in ("model", "messages", "response_format"):
            body[name] = value
    return body


def format_of(shape: Mapping[str, Any]) -> dict[str, Any]:
    """A chat completion's response format as the Responses API has it, which lays it flat."""
    return {"format": {"type": shape["type"], **shape.get("json_schema", {})}}


def read_response(said: Any, headers: Mapping[str, str]) -> Completion | Any:
    """The completion that a response is read as; what is no response as it came, an error in it with its status."""
    if not isinstance(said, Mapping) or not isinstance(said.get("output"), list):
        return said
    error = said.get("error")
    if isinstance(error, Mapping) and error:
        code = str(error.get("code") or "")
        return {"error": {**error, "code": STATUS_OF_CODE.get(code, 502), "type": code}}
    parts = list(_parts(said["output"]))
    text = "".join(part["text"] for part in parts if isinstance(part.get("text"), str))
    refusal = next((part["refusal"] for part in parts if isinstance(part.get("refusal"), str)), None)
    message = {"role": "assistant", "content": text, "refusal": refusal}
    completion = {
        "id": str(said.get("id") or ""),
        "object": "chat.completion",
        "created": 0,
        "model": said.get("model"),
        "choices": [{"index": 0, "finish_reason": _finish(said), "message": message}],
        "usage": _usage(said.get("usage")),
    }
    return Completion(completion, json.dumps(completion), headers)


def _parts(output: list[Any]) -> Iterator[Mapping[str, Any]]:
    """The parts of the messages in an answer; its reasoning is none."""
    for item in output:
        if isinstance(item, Mapping) and item.get("type") == "message" and isinstance(item.get("content"), list):
            yield from (part for part in item["content"] if isinstance(part, Mapping))


def _finish(said: Mapping[str, Any]) -> str:
    if said.get("status") != "incomplete":
        return "stop"
    details = said.get("incomplete_details")
    reason = details.get("reason") if isinstance(details, Mapping) else None
    return FINISH.get(str(reason), "length")


def _usage(usage: Any) -> dict[str, Any]:
    usage = usage if isinstance(usage, Mapping) else {}
    details = usage.get("input_tokens_details")
    return {
        "prompt_tokens": usage.get("input_tokens"),
        "completion_tokens": usage.get("output_tokens"),
        "prompt_tokens_details": {"cached_tokens": details.get("cached_tokens") if isinstance(details, Mapping) else 0},
    }
