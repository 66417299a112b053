"""What fits the schema of answers that as a whole never did, once the model has been asked again in vain.

One bad member of one record would otherwise lose all the others, which are paid for. A record that does not fit is left
out whole: a deal without the party that could not be read would say something else. A record is a member of one of the
answer's own lists, or within it whatever cites sentences by itself; what is left out is named in the notes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from summarizer.models.base import Question, Task
from summarizer.models.cut_answers import broken_off, whole_part
from summarizer.models.fitting import Fitter, JsonSchema, Unfit
from summarizer.models.mending import Mended, notes_of, read_answer, values_in
from summarizer.models.strict import wire_schema
from summarizer.models.unreadable import none_where_unreadable
from summarizer.wire import cited, cited_lists

TASKS: frozenset[Task] = frozenset({"extract", "again", "overview", "repair"})
"""Questions whose answers are lists of records that stand for themselves."""
CITATION = "evidence"
"""The member that makes an object within a record one of its own."""
BREAKS_OFF = (
    "no answer of the model is whole: of the one with the most records, which breaks off, those that were whole are "
    "kept, any behind them are missing"
)
_FEWEST = 2
"""Lists that an answer has begun which ran into the limit: with the abstract alone a higher limit is what helps."""
MOST_NAMED = 40
"""Records that were left out and are named one by one."""
MOST_SHOWN = 40
"""Characters of a member that are shown."""


@dataclass
class _Left:
    """What was left out of an answer."""

    records: list[tuple[str, str]] = field(default_factory=list)
    """The path of each record, and what did not fit."""
    sections: list[str] = field(default_factory=list)
    """Lists that the answer did not have at all."""


@none_where_unreadable
def salvaged(texts: Iterable[str], question: Question, *, cut: bool = False) -> Mended | None:
    """The one of the answers `texts` to `question` with the most records that fit, without those that do not; None
    where none has any. Of two with as many the later counts. `cut`: they are the whole parts of answers that were cut.

    Of an answer that breaks off the records that were whole count. The class of what is returned is the question's, but
    that a member which is no list may be null.
    """
    if question.task not in TASKS:
        return None
    best: tuple[int, Mended] | None = None
    for text in texts:
        read = _read(text, question.wire, cut=cut, fewest=_FEWEST) or _read_broken_off(text, question.wire)
        if read is not None and (best is None or read[0] >= best[0]):
            best = read
    return None if best is None else best[1]


def read_or_salvaged(text: str, question: Question) -> Mended | None:
    """An answer that was kept, read as it was when it came; None where nothing of it fits."""
    return read_answer(text, question.wire) or salvaged([text], question)


def _read_broken_off(text: str, wire: type[BaseModel]) -> tuple[int, Mended] | None:
    """The same for an answer that has no end, whose records are read as far as they are whole."""
    written = broken_off(text, wire)
    part = None if written is None else whole_part(written, wire)
    if part is None or (read := _read(part, wire, cut=True)) is None:
        return None
    count, whole = read
    return count, replace(whole, notes=(BREAKS_OFF, *whole.notes), text=text)


def _read(text: str, wire: type[BaseModel], *, cut: bool, fewest: int = 1) -> tuple[int, Mended] | None:
    """How many records an answer holds, and what is left of it; of one that was cut, `fewest` lists at least count."""
    for value, tidied in values_in(text, wire):
        left = _Left()
        fitter = _Salvager(wire_schema(wire), left, cited_lists(wire), cut=cut)
        try:
            fitted = fitter.fit_root(value)
            parsed = _validated(fitted, wire, left)
        except (Unfit, RecursionError, ValueError, OverflowError):
            continue
        lists = sum(map(_is_list, fitted.values()))
        if not (count := _count(fitted)) or (cut and lists < min(fewest, _lists(wire))):
            continue
        notes = (*_told(left), *notes_of(tidied + fitter.mends))
        return count, Mended(parsed, kept=False, notes=notes, text=text)
    return None


class _Salvager(Fitter):
    """Fits what fits, and notes the rest."""

    def __init__(self, schema: JsonSchema, left: _Left, cited_lists: frozenset[str], *, cut: bool) -> None:
        super().__init__(schema, cited_lists)
        self.left = left
        self.cut = cut
        self._path: list[str] = []

    def _root(self, value: dict[str, Any], named: Mapping[str, str], names: Mapping[str, JsonSchema]) -> Any:
        """The answer's own lists, each for itself. Where less than half of them are there, and it was not cut, it is
        some other object."""
        if not self.cut and 2 * len(named) < len(names):
            raise Unfit
        self.mends["fields that were not asked for"] += len(value) - len(named)
        self.mends["names of fields in another form"] += sum(name != own for name, own in named.items())
        fitted: dict[str, Any] = {}
        for name, schema in names.items():
            nothing: Any = [] if self._resolved(schema).get("type") == "array" else None
            fitted[name] = nothing
            self._path = [name]
            since = len(self.left.records)
            if name not in named:
                self.left.sections.append(name)
                continue
            try:
                fitted[name] = self.fit(value[named[name]], schema)
            except Unfit as fault:
                self._leave(fault, value[named[name]], since)
        return fitted

    def _member(self, value: dict[str, Any], own: str | None, name: str, schema: JsonSchema) -> Any:
        self._path.append(name)
        try:
            return super()._member(value, own, name, schema)
        except Unfit as fault:
            if not fault.args:
                raise Unfit(f"{name} {_shown(value[own])}" if own is not None else f"no {name}") from None
            raise
        finally:
            self._path.pop()

    def _items(self, value: list[Any], items: JsonSchema) -> list[Any]:
        cites = CITATION in items.get("properties", {}) or self._path[-1] in self.cited_lists
        if len(self._path) > 1 and not cites:
            return super()._items(value, items)
        kept, list_path = [], self._path
        for at, item in enumerate(value):
            self._path = [*list_path[:-1], f"{list_path[-1]}[{at}]"]
            since = len(self.left.records)
            try:
                kept.append(self.fit(self._grouped(item, items), items))
            except Unfit as fault:
                self._leave(fault, item, since)
        self._path = list_path
        return kept

    def _any(self, value: Any, options: list[JsonSchema]) -> Any:
        kinds = {self._resolved(option).get("type") for option in options}
        if kinds == {"string", "null"} and isinstance(value, dict) and isinstance(value.get("text"), str):
            self.mends["an object in place of its text"] += 1
            value = value["text"]
        return super()._any(value, options)

    def _members(self, value: dict[str, Any], named: Mapping[str, str], names: Mapping[str, JsonSchema]) -> Any:
        """As ever; what an object that stands in place of a text says besides is a member beside it where one is due:
        a value's currency."""
        for own in named.values():
            inner = value[own]
            if isinstance(inner, dict) and isinstance(inner.get("text"), str):
                beside = {name: inner[name] for name in names if name in inner and name not in named}
                value, named = {**value, **beside}, {**named, **{name: name for name in beside}}
        return super()._members(value, named, names)

    def _grouped(self, item: Any, items: JsonSchema) -> Any:
        """A record that stands where a group of such was due, with what the group says of them: a group of one."""
        names = items.get("properties", {})
        if not isinstance(item, dict) or CITATION in names or CITATION not in item:
            return item
        lists = [name for name, schema in names.items() if self._resolved(schema).get("type") == "array"]
        others = [name for name in names if name not in lists]
        if len(lists) != 1 or lists[0] in item or not all(name in item for name in others):
            return item
        self.mends["a record in place of its group"] += 1
        record = {name: one for name, one in item.items() if name not in others}
        return {**{name: item[name] for name in others}, lists[0]: [record]}

    def _leave(self, fault: Unfit, item: Any, since: int) -> None:
        """Notes the record at the present path, in place of what was noted within it: behind the first `since`."""
        why = str(fault.args[0]) if fault.args else _shown(item)
        inside = _cited_in(item)
        del self.left.records[since:]
        self.left.records.append((".".join(self._path), f"{why}; {inside} more in it" if inside else why))


def _validated(fitted: dict[str, Any], wire: type[BaseModel], left: _Left) -> BaseModel:
    """What is left in its class, without records that only Pydantic takes for wrong. Raises `ValidationError`."""
    nullable = _nullable(wire)
    try:
        return nullable.model_validate_json(json.dumps(fitted, allow_nan=False))
    except ValidationError as fault:
        wrong = {error["loc"][:2]: error["msg"] for error in fault.errors(include_url=False, include_input=False)}
        if () in wrong:  # the whole is wrong, and there is nothing to leave out
            raise
    for name, given in fitted.items():
        if isinstance(given, list):
            fitted[name] = [one for at, one in enumerate(given) if (name, at) not in wrong]
        elif any(place[0] == name for place in wrong):
            fitted[name] = None
    left.records += [(f"a record of {place[0]}", message) for place, message in wrong.items()]
    return nullable.model_validate_json(json.dumps(fitted, allow_nan=False))


@lru_cache(maxsize=64)
def _nullable(wire: type[BaseModel]) -> type[BaseModel]:
    """`wire` whose members may be null, but for its lists."""
    properties = wire_schema(wire)["properties"]
    members: dict[str, Any] = {
        name: (info.annotation if properties[name].get("type") == "array" else info.annotation | None, info)  # type: ignore[operator]
        for name, info in wire.model_fields.items()
    }
    return create_model(wire.__name__, __config__=ConfigDict(extra="forbid"), **members)


def _count(fitted: Mapping[str, Any]) -> int:
    """The records of an answer. A group that nothing names is none, only what it holds."""
    found = 0
    for given in fitted.values():
        for item in given if isinstance(given, list) else [given]:
            found += item is not None and (not isinstance(item, dict) or any(map(_is_said, item.values())))
            found += _cited_in(item)
    return found


def _lists(wire: type[BaseModel]) -> int:
    """How many members of an answer are lists."""
    return sum(get_origin(info.annotation) is list for info in wire.model_fields.values())


def _is_list(value: Any) -> bool:
    """Whether a member is more than a text: a headline is no record of what an article says."""
    return isinstance(value, list | dict) and bool(value)


def _is_said(value: Any) -> bool:
    return value is not None and not isinstance(value, list | dict)


def _cited_in(item: Any) -> int:
    """The records that stand within one."""
    inner = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
    return sum(_cites(one) + _cited_in(one) for one in inner)


def _cites(item: Any) -> bool:
    return CITATION in item if isinstance(item, dict) else isinstance(item, str) and bool(cited(item)[1])


def _shown(value: Any) -> str:
    """A member as JSON in ASCII: it is the model's, and goes to a terminal."""
    try:
        text = json.dumps(value, default=str)
    except RecursionError:
        text = "nested too deeply"
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _told(left: _Left) -> Iterator[str]:
    """The notes on what was left out."""
    if left.sections:
        yield f"no answer of the model satisfied the schema, and it has no {', no '.join(left.sections)}"
    if count := len(left.records):
        named = ", ".join(f"{path} ({why})" for path, why in left.records[:MOST_NAMED])
        more = f", and {count - MOST_NAMED} more" if count > MOST_NAMED else ""
        words = "1 record was" if count == 1 else f"{count} records were"
        yield f"no answer of the model satisfied the schema: {words} left out: {named}{more}"
