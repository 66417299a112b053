"""The small mapping that says what the fields of somebody else's JSON are.

    records  = "data.deals[*]"        # where the records are; left out: the whole document is one
    kind     = "deal"                 # deal, quote, claim or party; left out: field by field
    evidence = "proof"                # the field that holds the evidence, looked for in each record
    rest     = "check"                # or "ignore": what is done with fields that are not named here

    [fields]                          # from the record on: which field is of which kind
    "company.ceo" = "name"
    price = { kind = "money", currency = "ccy", scale = 1000000 }
    said  = { kind = "quotation", speaker = "by", affiliation = "of" }

    [values]                          # their word for one of ours
    done = "closed"

    [classes]                         # langextract: what the texts of which class are
    company = "name"

Where `kind` names a record, a field's kind may also be the place that it has there: `buyer = "acquirer"`. Several
groups are written as `[[group]]` tables with the same keys. A file is TOML or JSON; the short form is `path=kind`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigurationError
from summarizer.foreign.paths import Steps, parse_path
from summarizer.records import DealEvent, Role
from summarizer.verifier.findings import shown

KINDS = (
    "ignore",
    "judgement",
    "money",
    "name",
    "number",
    "percent",
    "quantity",
    "quotation",
    "statement",
    "verbatim",
    "when",
)
"""What a single value can be."""

_ROLES = tuple(role for role in Role.__args__ if role != "other")  # type: ignore[attr-defined]
_EVENTS = tuple(event for event in DealEvent.__args__ if event != "other")  # type: ignore[attr-defined]

SLOTS: Mapping[str, tuple[str, ...]] = {
    "deal": (*_ROLES, "party", "value", "currency", "status", "kind", "subject", *_EVENTS, "date", "term"),
    "quote": ("text", "speaker", "affiliation", "role", "mode"),
    "claim": ("statement", "claimant", "certainty", "kind", "figure"),
    "party": ("name", "alias", "kind", "description", "ticker"),
}
"""By record: the places that a field can have in it."""

USUAL: Mapping[str, Mapping[str, str]] = {
    "deal": {
        "acquired": "target",
        "acquiror": "acquirer",
        "amount": "value",
        "announcement_date": "announced",
        "buyer": "acquirer",
        "closing_date": "closed",
        "deal_type": "kind",
        "deal_value": "value",
        "price": "value",
        "purchaser": "acquirer",
        "stage": "status",
        "type": "kind",
        "vendor": "seller",
        **{slot: slot for slot in SLOTS["deal"] if slot not in ("party", "term")},
    },
    "quote": {
        "by": "speaker",
        "company": "affiliation",
        "organization": "affiliation",
        "quotation": "text",
        "quote": "text",
        "said_by": "speaker",
        "title": "role",
        "words": "text",
        **{slot: slot for slot in SLOTS["quote"]},
    },
    "claim": {"claim": "statement", "source": "claimant", "text": "statement", **{s: s for s in SLOTS["claim"]}},
    "party": {"aliases": "alias", "company": "name", "symbol": "ticker", **{slot: slot for slot in SLOTS["party"]}},
}
"""By record: the names that fields usually have, for a mapping that names no places."""

MAIN = {"deal": "", "quote": "text", "claim": "statement", "party": "name"}
"""By record: the place of a bare string."""

_OPTIONS = ("kind", "speaker", "affiliation", "currency", "unit", "start", "end", "scale")
_REFERS = {
    "speaker": ("quotation",),
    "affiliation": ("quotation",),
    "currency": ("money",),
    "unit": ("quantity",),
    "scale": ("money", "number", "percent", "quantity"),
    "start": ("name", "quotation", "verbatim"),
    "end": ("name", "quotation", "verbatim"),
}
"""By option: the kinds that it goes with."""
_GROUP = ("records", "kind", "evidence", "rest", "fields", "values")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """How one field is checked. Other fields are named as they are called beside it."""

    kind: str
    speaker: Steps | None = None
    affiliation: Steps | None = None
    currency: Steps | None = None
    unit: Steps | None = None
    start: Steps | None = None
    end: Steps | None = None
    scale: float = 1
    currency_is: str | None = None
    """The currency itself, where no field holds it."""

    @property
    def beside(self) -> tuple[Steps, ...]:
        """The fields that are read together with this one."""
        named = (self.speaker, self.affiliation, self.currency, self.unit, self.start, self.end)
        return tuple(steps for steps in named if steps is not None)


@dataclass(frozen=True)
class Group:
    """Where records are, what they are, and what their fields are."""

    where: str = ""
    records: Steps = ()
    kind: str | None = None
    evidence: Steps | None = None
    ignore_rest: bool = False
    fields: Mapping[str, tuple[Steps, FieldSpec]] = field(default_factory=dict)
    slots: Mapping[str, tuple[Steps, str]] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FieldMapping:
    """A mapping as it was read and found right."""

    groups: tuple[Group, ...] = ()
    classes: Mapping[str, FieldSpec] = field(default_factory=dict)


def read_mapping(given: object) -> FieldMapping:
    """The mapping given as a `FieldMapping`, a dict of the form above, a path, `path=kind`, or several of these.

    Raises `ConfigurationError` that says what is wrong with it.
    """
    if isinstance(given, FieldMapping):
        return given
    if isinstance(given, Mapping):
        return _mapping_of(given, "the mapping")
    if isinstance(given, Path):
        return _mapping_of(_load(given), str(given))
    if isinstance(given, str):
        return _from_words(given)
    if isinstance(given, Sequence) or (isinstance(given, Iterable) and not isinstance(given, bytes)):
        return _together([read_mapping(one) for one in given])
    raise ConfigurationError(f"a mapping is a dict, a file or path=kind, not a {type(given).__name__}")


def _together(mappings: Sequence[FieldMapping]) -> FieldMapping:
    classes = {name: spec for mapping in mappings for name, spec in mapping.classes.items()}
    return FieldMapping(tuple(group for mapping in mappings for group in mapping.groups), classes)


def _from_words(words: str) -> FieldMapping:
    """`deals[*].price=money`, `deals[*]=deal`, or the name of a file."""
    path, equals, kind = words.rpartition("=")
    if words.endswith((".toml", ".json")) or not equals:
        return _mapping_of(_load(Path(words)), words)
    kind = kind.strip()
    if kind in SLOTS:
        return FieldMapping((Group(path, parse_path(path), kind),))
    return FieldMapping((Group(fields={path: (parse_path(path), _spec(kind, f"the mapping {shown(words)!r}"))}),))


def _load(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as fault:
        raise ConfigurationError(f"{path}: no such file; a mapping is a .toml or .json file, or path=kind") from fault
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "is not UTF-8"
        raise ConfigurationError(f"{path}: {why}") from fault
    try:
        if path.suffix.lower() == ".json":
            data = json.loads(text)
        else:
            import tomllib

            data = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        raise ConfigurationError(f"{path} is not {'JSON' if path.suffix == '.json' else 'TOML'}: {fault}") from fault
    if not isinstance(data, dict):
        raise ConfigurationError(f"{path} must hold an object with `fields`, `records`, `kind`, …")
    return data


def _mapping_of(data: Mapping[str, Any], name: str) -> FieldMapping:
    _known(data, (*_GROUP, "group", "classes"), name)
    groups = data.get("group", [])
    if not isinstance(groups, list) or not all(isinstance(one, Mapping) for one in groups):
        raise ConfigurationError(f"{name}: `group` must be a list of tables ([[group]] in TOML)")
    own = {key: value for key, value in data.items() if key in _GROUP}
    read = [_group(own, name)] if own else []
    read += [_group(one, f"{name}: group {at}") for at, one in enumerate(groups, start=1)]
    classes = _table(data, "classes", name)
    return FieldMapping(tuple(read), {key: _spec(value, f"{name}: classes.{key}") for key, value in classes.items()})


def _group(data: Mapping[str, Any], name: str) -> Group:
    _known(data, _GROUP, name)
    where, kind, rest = _text(data, "records", name), _text(data, "kind", name), _text(data, "rest", name)
    evidence = _text(data, "evidence", name)
    if kind is not None and kind not in SLOTS:
        raise ConfigurationError(f"{name}: `kind` is {shown(kind)!r}; records are of kind {', '.join(SLOTS)}")
    if rest not in (None, "check", "ignore"):
        raise ConfigurationError(f'{name}: `rest` is "check" or "ignore", not {shown(rest)!r}')
    fields: dict[str, tuple[Steps, FieldSpec]] = {}
    slots: dict[str, tuple[Steps, str]] = {}
    for path, said in _table(data, "fields", name).items():
        if kind is not None and isinstance(said, str) and said in SLOTS[kind]:
            slots[path] = parse_path(path), said
        else:
            fields[path] = parse_path(path), _spec(said, f"{name}: fields.{shown(path)}", kind)
    values = _table(data, "values", name)
    if not all(isinstance(value, str) for value in values.values()):
        raise ConfigurationError(f'{name}: `values` must say words for words, such as done = "closed"')
    return Group(
        where or "",
        parse_path(where or ""),
        kind,
        parse_path(evidence) if evidence else None,
        rest == "ignore",
        fields,
        slots,
        {_choice(key): _choice(value) for key, value in values.items()},
    )


def _spec(said: object, name: str, record: str | None = None) -> FieldSpec:
    options = {"kind": said} if isinstance(said, str) else said
    if not isinstance(options, Mapping) or not isinstance(options.get("kind"), str):
        raise ConfigurationError(f'{name} must be a kind, or a table with one: "money", {{ kind = "money" }}')
    _known(options, _OPTIONS, name)
    kind = options["kind"]
    if kind not in KINDS:
        places = f", or a place in a {record}: {', '.join(SLOTS[record])}" if record else ""
        raise ConfigurationError(f"{name}: there is no kind {shown(kind)!r}; there are {', '.join(KINDS)}{places}")
    read: dict[str, Any] = {}
    for option in options:
        if option != "kind" and kind not in _REFERS[option]:
            raise ConfigurationError(f"{name}: `{option}` goes with {' or '.join(_REFERS[option])}, not with {kind}")
    for option in ("speaker", "affiliation", "currency", "unit", "start", "end"):
        words = _text(options, option, name)
        if words is not None and option == "currency" and len(words) == 3 and words.isupper():
            read["currency_is"] = words
        elif words is not None:
            read[option] = parse_path(words)
    if ("start" in options) != ("end" in options):
        raise ConfigurationError(f"{name}: `start` and `end` go together")
    if "affiliation" in options and "speaker" not in options:
        raise ConfigurationError(f"{name}: `affiliation` is the speaker's; name the `speaker` too")
    scale = options.get("scale", 1)
    if isinstance(scale, bool) or not isinstance(scale, int | float) or not 0 < scale <= 10**15:
        raise ConfigurationError(f"{name}: `scale` must be a number above 0, such as 1000000")
    return FieldSpec(kind, scale=scale, **read)


def _choice(word: str) -> str:
    return "_".join(word.strip().casefold().replace("-", " ").split())


def _known(data: Mapping[str, Any], names: Sequence[str], name: str) -> None:
    unknown = [key for key in data if key not in names]
    if unknown:
        raise ConfigurationError(f"{name} has an unknown key {shown(unknown[0])!r}; there are {', '.join(names)}")


def _text(data: Mapping[str, Any], key: str, name: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise ConfigurationError(f"{name}: `{key}` must be a string")
    return value


def _table(data: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, Mapping):
        raise ConfigurationError(f"{name}: `{key}` must be a table")
    return value
