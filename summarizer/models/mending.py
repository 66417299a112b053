"""Answers of weak models mended where there is one way to read them, before they are asked for again, which costs.

Two steps, and neither makes anything up: the JSON is tidied where only its punctuation is wrong, and its values are
fitted to the schema of the wire class, whatever class it is. What could be read in two ways, such as a quotation mark
inside a text, an unknown label, a list of records that is missing or an answer that breaks off, is left as it is and
asked for again. What was mended is verified against the article like any other answer, and named in its notes.
"""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.models.fitting import MISSING_WORDS, Fitter, Number, Unfit
from summarizer.models.strict import find_object, wire_schema
from summarizer.models.surrogates import may_hold_halves, mended_halves
from summarizer.models.unreadable import none_where_unreadable
from summarizer.wire import cited, cited_lists

LARGEST_LITERAL = 1_000_000
"""Characters of an answer that may be read as a Python literal: its parser takes a hundred times that in memory."""
FENCE = re.compile(r"\A\s*```[A-Za-z0-9]*\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
TIDIED = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*+(?:"|\Z))"""
    r"""|(?P<comma>,(?=[\s,]{0,80}[}\]])|,(?=\s{0,80},))"""
    r"""|(?P<between>(?<=\})\s*+(?=\{))"""
    r"""|(?P<comment>//[^\n]*|/\*[^*]{0,400}\*/)"""
    r"""|(?P<word>\b(?:None|True|False|undefined)\b)""",
    re.DOTALL,
)
"""What may be put right outside of texts, and the texts, within which only escapes are that JSON does not have.

Nothing in it looks further than it has to: an answer may be long and mean harm.
"""
BAD_ESCAPE = re.compile(r"""\\(?:(?P<good>["\\/bfnrt]|u[0-9A-Fa-f]{4})|(?P<bad>[^u]))""", re.DOTALL)
JSON_WORD: Mapping[str, str] = {"None": "null", "True": "true", "False": "false", "undefined": "null"}
MISSING_TEXT = re.compile(rf'"\s*(?:{MISSING_WORDS})\.?\s*"')
"""A text that says that there is nothing, which a schema takes for a value."""


@dataclass(frozen=True)
class Mended:
    """An answer in the shape that was asked for."""

    parsed: BaseModel
    kept: bool
    """Whether it had that shape as it came, whatever stood around it."""
    notes: tuple[str, ...] = ()
    """What was mended, for people to read."""
    text: str | None = None
    """The one of several answers that was read."""


@none_where_unreadable
def read_answer(text: str, wire: type[BaseModel]) -> Mended | None:
    """The answer that `text` holds, mended where that is safe; None where it has to be asked for again."""
    try:
        parsed = wire.model_validate_json(text)
    except ValidationError:
        return mended(text, wire)
    if MISSING_TEXT.search(text) is not None and (read := mended(text, wire)) is not None:
        return replace(read, kept=True)
    return Mended(parsed, kept=True)


@none_where_unreadable
def mended(text: str, wire: type[BaseModel]) -> Mended | None:
    """The same for a text that is known not to satisfy `wire`."""
    schema = wire_schema(wire)
    for value, tidied in values_in(text, wire):
        fitter = Fitter(schema, cited_lists(wire))
        try:
            fitted = fitter.fit_root(value)
            parsed = wire.model_validate_json(json.dumps(fitted, allow_nan=False))
        except (Unfit, ValidationError, RecursionError, ValueError, OverflowError):
            continue
        notes = notes_of(tidied + fitter.mends)
        return Mended(parsed, kept=not notes, notes=notes)
    return None


def distinct(data: Any) -> tuple[Any, int]:
    """`data` without records that stand twice in one list, alike in every field, and how many were left out.

    Weak models repeat themselves, and two alike say no more than one.
    """
    if isinstance(data, dict):
        return _distinct_members(data)
    if isinstance(data, list) and len(data) > 1 and all(isinstance(item, str) for item in data):
        return _distinct_texts(data)
    if not isinstance(data, list) or not data or not isinstance(data[0], dict):
        return data, 0
    if not all(isinstance(item, dict) for item in data):
        return data, 0
    firsts = {first for item in data if isinstance(first := next(iter(item.values()), None), str)}
    seen: set[str] = set()
    kept, repeats = [], 0
    for item in data:
        if len(firsts) < len(data):  # else no two can be alike, and each need not be written out
            key = repr(item)
            if key in seen:
                repeats += 1
                continue
            seen.add(key)
        unlike, below = distinct(item)
        kept.append(unlike)
        repeats += below
    return (kept, repeats) if repeats else (data, 0)


def _distinct_texts(data: list[str]) -> tuple[list[str], int]:
    """A text that has its numbers behind it is a record; others may stand twice."""
    repeated = {text for text, times in Counter(data).items() if times > 1 and cited(text)[1]}
    if not repeated:
        return data, 0
    kept, seen = list[str](), set[str]()
    for text in data:
        if text not in seen:
            kept.append(text)
        if text in repeated:
            seen.add(text)
    return kept, len(data) - len(kept)


def repeats_note(repeats: int) -> tuple[str, ...]:
    """The note on records that were left out for standing there twice; none where there were none."""
    return (f"the model's answer held {repeats} records twice",) if repeats else ()


def _distinct_members(data: dict[str, Any]) -> tuple[dict[str, Any], int]:
    changed, repeats = {}, 0
    for name, value in data.items():
        if isinstance(value, list | dict):
            unlike, below = distinct(value)
            if below:
                changed[name] = unlike
                repeats += below
    return ({**data, **changed}, repeats) if repeats else (data, 0)


def values_in(text: str, wire: type[BaseModel]) -> Iterator[tuple[Any, Counter[str]]]:
    """The values that `text` may mean, with what was mended to read it; the whole text before an object within it."""
    halves = may_hold_halves(text)
    for value, kinds in _written_in(text, wire):
        done = Counter({f"punctuation of the JSON ({kind})": count for kind, count in kinds.items()})
        if not halves:
            yield value, done
            continue
        try:
            whole, texts = mended_halves(value)
        except RecursionError:
            continue
        done["halves of a character"] += texts
        yield whole, +done


def _written_in(text: str, wire: type[BaseModel]) -> Iterator[tuple[Any, Counter[str]]]:
    """The same with what was put right of its punctuation, its texts as they were written."""
    whole = found[1] if (found := FENCE.match(text)) else text.strip()
    nothing = Counter[str]()
    for candidate, done in ((whole, nothing), tidy(whole)):
        if (value := _loaded(candidate)) is not None:
            yield value, done
    # What stands before the first brace is prose, whose quotation marks would be taken for those of a text.
    for candidate, done in ((text, nothing), tidy(text[max(0, text.find("{")) :])):
        if (inner := find_object(candidate, wire.model_fields)) is not None:
            yield _loaded(inner), done
    if (literal := _literal(whole)) is not None:
        yield literal, Counter({"Python in place of it": 1})


def _loaded(text: str) -> Any:
    try:
        # Python's JSON takes NaN and Infinity for numbers: who writes them has none.
        return json.loads(text, strict=False, parse_float=Number, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None


def _literal(text: str) -> Any:
    """The Python dictionary that `text` is, as weak models write JSON with single quotes; None where it is none."""
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start or end - start > LARGEST_LITERAL or "'" not in text:
        return None
    try:
        # By way of JSON, so that names are texts and there is nothing that JSON does not have.
        value = json.loads(json.dumps(ast.literal_eval(text[start : end + 1])), parse_constant=lambda _: None)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def tidy(text: str) -> tuple[str, Counter[str]]:
    """`text` with the slips of punctuation put right that stand outside of its texts."""
    kinds: Counter[str] = Counter()

    def put(match: re.Match[str]) -> str:
        found = match[0]
        if match["text"] is not None:
            if "\\" not in found:
                return found
            right = BAD_ESCAPE.sub(lambda escape: escape["bad"] or escape[0], found)
            kinds["escapes"] += right != found
            return right
        if match["comma"] is not None or match["between"] is not None:
            kinds["commas"] += 1
            return "," if match["comma"] is None else ""
        if match["comment"] is not None:
            kinds["comments"] += 1
            return ""
        kinds["words of Python"] += 1
        return JSON_WORD[found]

    return TIDIED.sub(put, text), +kinds


def notes_of(done: Counter[str]) -> tuple[str, ...]:
    """What was mended, counted by its kind, as a note; none where it was nothing."""
    if not done:
        return ()
    what = ", ".join(f"{kind} ({count} times)" if count > 1 else kind for kind, count in sorted(done.items()))
    return (f"the model's answer was mended: {what}",)
