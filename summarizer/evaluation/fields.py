"""The fields of two records that were matched: how each is compared, and what that adds up to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel

from summarizer.evaluation.assignment import assign
from summarizer.evaluation.comparing import (
    Match,
    Names,
    compare_amounts,
    compare_days,
    compare_labels,
    compare_quotes,
    compare_words,
)
from summarizer.evaluation.results import Count, FieldScore
from summarizer.fields import Record

Compare = Callable[[Any, Any, Names], Match]


def _labels(one: Any, other: Any, _: Names) -> Match:
    return compare_labels(one, other)


def _words(one: Any, other: Any, _: Names) -> Match:
    return compare_words(one, other)


def _names(one: Any, other: Any, names: Names) -> Match:
    return names.compare(one, other)


def _amounts(one: Any, other: Any, _: Names) -> Match:
    return compare_amounts(one, other)


def _parties(one: Any, other: Any, names: Names) -> Match:
    """Exact: the same name in the same role. Near: a name that can stand for it, in whatever role."""
    name = names.compare(one.name, other.name)
    return Match(name.exact and one.role == other.role, name.near)


def _spoken(one: Any, other: Any, _: Names) -> Match:
    return compare_quotes(str(one), str(other))


def _dates(one: Any, other: Any, _: Names) -> Match:
    """Exact: the same days of the same event. Near: days or words that are near, of whatever event."""
    days = compare_days(one.when, other.when)
    return Match(days.exact and one.event == other.event, days.near)


def _terms(one: Any, other: Any, _: Names) -> Match:
    """By the words alone: what a term is called is a free choice."""
    return compare_words(one.text, other.text)


FIELDS: dict[str, dict[str, Compare]] = {
    "headline": {"text": _words},
    "abstract": {"text": _words},
    "parties": {
        "name": _names,
        "aliases": _names,
        "kind": _labels,
        "description": _words,
        "ticker": _words,
    },
    "deals": {
        "kind": _labels,
        "status": _labels,
        "parties": _parties,
        "subject": _words,
        "value": _amounts,
        "dates": _dates,
        "terms": _terms,
    },
    "quotes": {
        "text": _spoken,
        "mode": _labels,
        "speaker": _names,
        "affiliation": _names,
        "role": _words,
        "speaker_kind": _labels,
    },
    "claims": {
        "statement": _words,
        "claimant": _names,
        "kind": _labels,
        "certainty": _labels,
        "figures": _amounts,
    },
}
"""Every field of every record of the schema, in its order; a test holds it to the classes."""

EVIDENCE = "evidence"
"""The cited sentences, compared by number where gold gives them and both sides were made from the same text."""


def compared(section: str, gold: Record, *, same_text: bool) -> dict[str, Compare]:
    """The fields of a record that the gold gives, each with its comparison."""
    fields = {name: compare for name, compare in FIELDS[section].items() if name in gold.model_fields_set}
    if same_text and EVIDENCE in gold.model_fields_set:
        fields[EVIDENCE] = _labels
    return fields


def score_field(gold: Any, output: Any, compare: Compare, names: Names) -> FieldScore:
    """One field of one pair. A single value counts as a list of one, null as a list of none."""
    wanted, given = _listed(gold), _listed(output)
    matches = {
        (row, column): match
        for row, one in enumerate(wanted)
        for column, other in enumerate(given)
        if (match := compare(one, other, names)).near
    }
    # An exact item outweighs any number of near ones that it could be exchanged for.
    pairs = assign({place: 1.0 if match.exact else 0.4 for place, match in matches.items()})
    exact = sum(matches[pair].exact for pair in pairs)
    agreed = exact == len(wanted) == len(given)
    return FieldScore(Count(len(wanted), len(given), exact), len(pairs), 1, int(agreed))


def _listed(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def shown(value: Any) -> str | None:
    """A field's value in short, for a reader; None for null and for an empty list."""
    if isinstance(value, list):
        return "; ".join(str(shown(item)) for item in value) or None
    if isinstance(value, BaseModel):
        if hasattr(value, "text"):
            label = getattr(value, "name", None)
            return f"{label}: {value.text}" if label else str(value.text)
        return " ".join(str(shown(getattr(value, name))) for name in reversed(type(value).model_fields))
    return None if value is None else str(value)
