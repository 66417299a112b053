"""Several results to one stream, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Literal, Self, TextIO

from summarizer.article import Article
from summarizer.exports.documents import document, dump, to_json, to_jsonl
from summarizer.exports.markdown import to_markdown
from summarizer.exports.terminal import open_console, print_brief
from summarizer.exports.verification import findings_markdown, findings_text
from summarizer.records import Result

Format = Literal["text", "json", "jsonl", "md"]


class ResultStream:
    """Writes results to `stream` one after the other. Use it with `with`: leaving it ends the JSON document.

    `several`: whether `json` is a list of documents, whatever their number, or the one document.
    """

    def __init__(self, stream: TextIO, form: Format, *, several: bool) -> None:
        self._stream = stream
        self._form = form
        self._several = several
        self._count = 0

    def write(self, result: Result) -> None:
        """Writes one result, and hands it on at once."""
        match self._form:
            case "json" if self._several:
                # No string in JSON holds a line break as it is, so that every one is the layout's.
                self._stream.write("[\n  " if self._count == 0 else ",\n  ")
                self._stream.write(dump(document(result)).replace("\n", "\n  "))
            case "json":
                self._stream.write(to_json(result))
            case "jsonl":
                self._stream.write(to_jsonl(result))
            case "md":
                self._stream.write("\n---\n\n" * (self._count > 0) + to_markdown(result))
            case "text":
                self._stream.write("\n\n" * (self._count > 0))
                print_brief(result, open_console(self._stream))
        self._count += 1
        self._stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._form == "json" and self._several and not isinstance(fault, BrokenPipeError):
            self._stream.write("\n]\n" if self._count else "[]\n")
            self._stream.flush()


def print_verified(
    results: Sequence[tuple[Result, Article]], form: Literal["text", "json", "md"], stream: TextIO
) -> None:
    """Writes what the verifier made of extractions, each with its article: the findings, or the results as JSON."""
    if form == "json":
        with ResultStream(stream, form, several=len(results) > 1) as documents:
            for result, _ in results:
                documents.write(result)
    else:
        show = findings_text if form == "text" else findings_markdown
        stream.write("\n".join(show(result, article) for result, article in results))
