"""A value fitted to a JSON Schema, where what is meant is plain: a number written as text, a label in capitals."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from summarizer.models.labels import label_of, plain
from summarizer.models.regrouping import holds_record, labelled, record_beside, records_in
from summarizer.wire import cited_text

JsonSchema = Mapping[str, Any]

MISSING_WORDS = r"(?:|None|(?i:null|n/a|n\.a\.|not (?:applicable|mentioned|provided|specified|stated)))"
"""What weak models write in place of `null`, as a pattern: Python's None, but not "none", a word that articles have."""
MISSING = re.compile(rf"\s*{MISSING_WORDS}\.?\s*")
WHOLE = re.compile(r"\s*[\[(]?\s*([0-9]{1,9})(?:\.0+)?\s*[\])]?\s*")
WHOLES = re.compile(
    r"(?:sentences?|lines?)?[\s\[\]()]*[0-9]{1,9}(?:(?:[\s,;\[\]()]|and|&)+[0-9]{1,9})*[\s\[\]().]*", re.IGNORECASE
)
"""Numbers that are listed in a text: "[3]", "3, 4", "sentences 3 and 4"."""
WHOLE_RANGE = re.compile(
    r"(?:sentences?|lines?)?\s*\[?([0-9]{1,9})\]?\s*(?:-|–|to)\s*\[?([0-9]{1,9})\]?", re.IGNORECASE
)
LONGEST_RANGE = 50
"""Numbers from the first to the last of a range: more is taken for a slip."""
DECIMAL = re.compile(r"\s*[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?\s*")
BOOLEANS: Mapping[str, bool] = {"false": False, "no": False, "true": True, "yes": True}
MOST_DEPTH = 60


class Unfit(Exception):
    """What is meant is not plain."""


class Number(float):
    """A number with a fraction that remembers how it was written."""

    written: str

    def __new__(cls, written: str) -> Number:
        """The number that `written` is in JSON."""
        number = super().__new__(cls, written)
        number.written = written
        return number


class Fitter:
    """Fits values to one schema: that of a wire class, as `wire_schema` makes it. `mends` counts what was done.

    `cited_lists` are the names of its lists of texts with numbers behind, each of which is a record.
    """

    def __init__(self, schema: JsonSchema, cited_lists: frozenset[str] = frozenset()) -> None:
        self.schema = schema
        self.cited_lists = cited_lists
        self.mends: Counter[str] = Counter()
        self._depth = 0

    def fit_root(self, value: Any) -> Any:
        """The whole answer. Its own members must be there: a list that is missing is not an empty one."""
        names = self.schema.get("properties", {})
        lists = [name for name, one in names.items() if self._resolved(one).get("type") == "array"]
        if isinstance(value, list) and len(names) == 1 and lists:
            self.mends["the list without its object"] += 1
            value = {lists[0]: value}
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if not isinstance(value, dict):
            raise Unfit
        named = self._named(value, names)
        if not named:
            inside = [one for one in value.values() if isinstance(one, dict) and self._named(one, names)]
            if len(inside) != 1:
                raise Unfit
            self.mends["an object around the answer"] += 1
            value, named = inside[0], self._named(inside[0], names)
        return self._root(value, named, names)

    def _root(self, value: dict[str, Any], named: Mapping[str, str], names: Mapping[str, JsonSchema]) -> Any:
        if len(named) < len(names):
            raise Unfit
        return self._members(value, named, names)

    def fit(self, value: Any, schema: JsonSchema) -> Any:
        """`value` as `schema` wants it. Raises `Unfit`."""
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise Unfit
        try:
            return self._fitted(value, self._resolved(schema))
        finally:
            self._depth -= 1

    def _fitted(self, value: Any, schema: JsonSchema) -> Any:
        if "anyOf" in schema:
            return self._any(value, schema["anyOf"])
        if "enum" in schema or "const" in schema:
            return self._label(value, schema.get("enum", [schema.get("const")]))
        kind = schema.get("type")
        if kind == "object":
            return self._object(value, schema)
        if kind == "array":
            return self._array(value, self._resolved(schema.get("items", {})))
        if kind == "string":
            return self._string(value)
        if kind in ("integer", "number"):
            return self._number(value, whole=kind == "integer")
        if kind == "boolean":
            return self._boolean(value)
        if kind == "null" and value is not None:
            raise Unfit
        return value

    def _any(self, value: Any, options: list[JsonSchema]) -> Any:
        options = [self._resolved(option) for option in options]
        rest = [option for option in options if option.get("type") != "null"]
        if len(rest) < len(options):
            if value is None:
                return None
            if isinstance(value, str) and MISSING.fullmatch(value):
                self.mends["null as text"] += 1
                return None
        best: tuple[int, Any, Counter[str]] | None = None
        for option in rest:
            tried = Fitter(self.schema, self.cited_lists)
            tried._depth = self._depth
            try:
                fitted = tried.fit(value, option)
            except Unfit:
                continue
            cost = tried.mends.total()
            if best is None or cost < best[0]:
                best = cost, fitted, tried.mends
        if best is None:
            raise Unfit
        self.mends += best[2]
        return best[1]

    def _label(self, value: Any, labels: list[Any]) -> Any:
        if value in labels and not isinstance(value, bool):
            return value
        if not isinstance(value, str):
            raise Unfit
        found = label_of(value, labels)
        if found is None:
            raise Unfit
        self.mends["labels in another form"] += 1
        return found

    def _object(self, value: Any, schema: JsonSchema) -> Any:
        names = schema.get("properties", {})
        if isinstance(value, list) and len(value) == 1:
            self.mends["a list in place of its only member"] += 1
            value = value[0]
        if isinstance(value, str):
            value = self._from_text(value, names)
        if not isinstance(value, dict):
            raise Unfit
        named = self._named(value, names)
        if not named:
            raise Unfit
        value, named = self._regrouped(value, named, names)
        return self._members(value, named, names)

    def _regrouped(
        self, value: dict[str, Any], named: dict[str, str], names: Mapping[str, JsonSchema]
    ) -> tuple[dict[str, Any], dict[str, str]]:
        """A record that stands where a group of such was due, with all that the group says of them: a group of one."""
        lists = [name for name in names if name in self.cited_lists and name not in named]
        if not lists:
            return value, named
        others = {own: one for own, one in value.items() if own not in named.values()}
        records = record_beside(others)
        if records is None and not any(map(holds_record, others.values())):
            return value, named
        if records is None or len(lists) > 1 or len(named) + 1 < len(names):
            raise Unfit
        self.mends["a record in place of its group"] += 1
        kept = {own: one for own, one in value.items() if own in named.values()}
        return {**kept, lists[0]: records}, {**named, lists[0]: lists[0]}

    def _members(self, value: dict[str, Any], named: Mapping[str, str], names: Mapping[str, JsonSchema]) -> Any:
        """The members of an object by the schema's names; `named` says by which name of its own it has each."""
        self.mends["fields that were not asked for"] += len(value) - len(named)
        self.mends["names of fields in another form"] += sum(name != own for name, own in named.items())
        self.mends = +self.mends
        return {name: self._member(value, named.get(name), name, schema) for name, schema in names.items()}

    def _member(self, value: dict[str, Any], own: str | None, name: str, schema: JsonSchema) -> Any:
        if own is None:
            return self._absent(schema)
        given = value[own]
        if name in self.cited_lists and isinstance(given, str) and (records := records_in(given)) is not None:
            self.mends["a text in place of a list"] += 1
            given = records
        return self.fit(given, schema)

    def _absent(self, schema: JsonSchema) -> Any:
        schema = self._resolved(schema)
        nullable = any(option.get("type") == "null" for option in schema.get("anyOf", []))
        if not nullable and schema.get("type") != "array":
            raise Unfit
        self.mends["fields left out where nothing is said"] += 1
        return None if nullable else []

    def _from_text(self, value: str, names: Mapping[str, JsonSchema]) -> Any:
        """The object that a text stands for: its JSON, or that whose one text it is."""
        if value.lstrip().startswith("{"):
            try:
                inner = json.loads(value, strict=False, parse_float=Number)
            except (ValueError, RecursionError):
                raise Unfit from None
            self.mends["JSON inside a text"] += 1
            return inner
        texts = [name for name, schema in names.items() if self._resolved(schema).get("type") == "string"]
        labels = [name for name, schema in names.items() if "enum" in self._resolved(schema)]
        free = [name for name in texts if name not in labels]
        if len(names) == 2 and len(free) == len(labels) == 1:
            known = self._resolved(names[labels[0]])["enum"]
            read = {(text, label) for text, label in labelled(value, lambda words: label_of(words, known))}
            if len(read) == 1:
                text, label = read.pop()
                self.mends["a text in place of its object"] += 1
                return {free[0]: text, labels[0]: label}
        if len(texts) != 1 or MISSING.fullmatch(value):
            raise Unfit
        self.mends["a text in place of its object"] += 1
        return {texts[0]: value}

    def _array(self, value: Any, items: JsonSchema) -> list[Any]:
        if value is None or (isinstance(value, str) and MISSING.fullmatch(value)):
            self.mends["null in place of an empty list"] += 1
            return []
        if isinstance(value, str) and items.get("type") == "integer":
            return self._wholes(value)
        if isinstance(value, str) and re.search(r"[,;\n]", value):
            raise Unfit
        if not isinstance(value, list):
            self.mends["one member in place of a list"] += 1
            value = [value]
        if items.get("type") != "integer":
            return self._items(value, items)
        numbers: list[int] = []
        for item in value:
            numbers += self._wholes(item) if isinstance(item, str) else [self.fit(_only_member(item), items)]
        return numbers

    def _items(self, value: list[Any], items: JsonSchema) -> list[Any]:
        return [self.fit(item, items) for item in value]

    def _wholes(self, value: str) -> list[int]:
        """The numbers in a text, of which there may be several: citations."""
        if found := WHOLE_RANGE.fullmatch(value.strip()):
            first, last = int(found[1]), int(found[2])
            if not first <= last < first + LONGEST_RANGE:
                raise Unfit
            numbers = list(range(first, last + 1))
        elif WHOLES.fullmatch(value.strip()):
            numbers = [int(number) for number in re.findall(r"[0-9]+", value)]
        else:
            raise Unfit
        self.mends["numbers as text"] += 1
        return numbers

    def _string(self, value: Any) -> str:
        value = _only_member(value)
        if isinstance(value, dict) and isinstance(text := cited_text(value), str):
            self.mends["an object in place of its text"] += 1
            return text
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.mends["texts as numbers"] += 1
            return value.written if isinstance(value, Number) else str(value)
        raise Unfit

    def _number(self, value: Any, *, whole: bool) -> Any:
        if isinstance(value, str):
            pattern = WHOLE if whole else DECIMAL
            if not (found := pattern.fullmatch(value)):
                raise Unfit
            self.mends["numbers as text"] += 1
            return int(found[1]) if whole else _finite(float(value.replace(",", "")))
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Unfit
        if whole and _finite(value) != int(value):
            raise Unfit
        return int(value) if whole else _finite(value)

    def _boolean(self, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        if not isinstance(value, str) or value.strip().lower() not in BOOLEANS:
            raise Unfit
        self.mends["true or false as text"] += 1
        return BOOLEANS[value.strip().lower()]

    def _named(self, value: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, str]:
        """By which of its own names `value` has the members `names`; a name that two stand for is none's."""
        named = {name: name for name in names if name in value}
        forms = Counter(plain(own) for own in value if own not in names)
        other = {plain(own): own for own in value if own not in names and forms[plain(own)] == 1}
        for name in names:
            if name not in named and (own := other.get(plain(name))) is not None:
                named[name] = own
        return named

    def _resolved(self, schema: JsonSchema) -> JsonSchema:
        while "$ref" in schema:
            schema = self.schema["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        return schema


def _finite(number: Any) -> Any:
    """`number`. Raises `Unfit` where it is larger than what a number can be."""
    if isinstance(number, float) and not math.isfinite(number):
        raise Unfit
    return number


def _only_member(value: Any) -> Any:
    """What an object or a list with one plain member holds; anything else as it is."""
    if isinstance(value, dict | list) and len(value) == 1:
        inner = next(iter(value.values())) if isinstance(value, dict) else value[0]
        return inner if isinstance(inner, str | int | float) else value
    return value
