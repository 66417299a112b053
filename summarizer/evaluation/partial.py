"""Records of which only a part is given: gold says what somebody has marked, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError, create_model

from summarizer.errors import ConfigurationError
from summarizer.fields import Record
from summarizer.input_faults import field_fault
from summarizer.schema import NEWS, Section


@cache
def partial_class(cls: type[Record]) -> type[Record]:
    """`cls` with no field required; which ones were given is `model_fields_set`."""
    optional: dict[str, Any] = {
        name: (info.rebuild_annotation() | None, None) for name, info in cls.model_fields.items() if info.is_required()
    }
    return create_model(cls.__name__, __base__=cls, **optional)


def read_sections(document: Mapping[str, Any], name: str) -> dict[str, list[Record]]:
    """The records of the sections that `document` has; a section that it lacks is no key, null is an empty one.

    Verdicts and findings are left out. Raises `ConfigurationError` naming the first record that is none, and where.
    """
    sections: dict[str, list[Record]] = {}
    for section, of in NEWS.sections.items():
        if section in document:
            sections[section] = _read_section(document[section], section, of, name)
    if not sections:
        raise ConfigurationError(
            f"{name} has none of the sections {', '.join(NEWS.sections)} (see `summarizer schema`)"
        )
    return sections


def _read_section(given: Any, section: str, of: Section, name: str) -> list[Record]:
    items = [] if given is None else [given] if of.single else given
    if not isinstance(items, list):
        raise ConfigurationError(f"{name}: `{section}` must be a list of {of.record.__name__} records")
    return [
        _read(item, of.record, f"{name}: {section}" if of.single else f"{name}: {section}[{at}]")
        for at, item in enumerate(items)
    ]


def _read(item: Any, cls: type[Record], where: str) -> Record:
    if isinstance(item, Mapping):
        item = {key: value for key, value in item.items() if key != "findings"}
    try:
        return partial_class(cls).model_validate(item)
    except ValidationError as fault:
        if isinstance(item, str):
            field = next(iter(cls.model_fields))
            named = next((name for name in ("text", "statement", "name") if name in cls.model_fields), field)
            raise ConfigurationError(
                f'{where}: words alone are no record: give an object, as {{"{named}": …}} (see `summarizer schema`)'
            ) from fault
        raise ConfigurationError(f"{field_fault(fault, item, where)} (see `summarizer schema`)") from fault
