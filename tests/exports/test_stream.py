from __future__ import annotations

import io
import json

import pytest

from summarizer.exports.stream import Format, ResultStream
from summarizer.records import Summary


def written(results: list[Summary], form: Format, *, several: bool) -> str:
    stream = io.StringIO()
    with ResultStream(stream, form, several=several) as documents:
        for result in results:
            documents.write(result)
    return stream.getvalue()


def test_a_list_is_laid_out_as_json_lays_it_out(summary: Summary) -> None:
    text = written([summary, summary], "json", several=True)
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_a_list_of_one_and_of_none_is_still_a_list(summary: Summary) -> None:
    assert len(json.loads(written([summary], "json", several=True))) == 1
    assert json.loads(written([], "json", several=True)) == []


def test_a_list_that_is_broken_off_is_still_a_document(summary: Summary) -> None:
    stream = io.StringIO()

    def broken_off() -> None:
        with ResultStream(stream, "json", several=True) as documents:
            documents.write(summary)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert len(json.loads(stream.getvalue())) == 1


def test_nothing_is_written_where_one_document_was_asked_for_and_none_came() -> None:
    assert written([], "json", several=False) == ""


def test_briefs_are_parted_by_empty_lines(summary: Summary) -> None:
    brief = written([summary], "text", several=False)
    assert written([summary, summary], "text", several=True) == f"{brief}\n\n{brief}"
