"""What is inferred of a record by judgement alone, in the words of a brief."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from summarizer.exports.brief_words import plain
from summarizer.fields import Record
from summarizer.verdicts import Finding, Verdict

_JUDGED = "judgement_unproven"
_NOT_OUTRIGHT = "by judgement: the cited sentences do not say so outright."
"""How the verifier's message of a plain judgement ends; others with this code say more."""

_ITEM = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


def is_plain_judgement(code: str | None, message: str) -> bool:
    """Whether a finding of this code and message says no more than that a choice is a judgement."""
    return code == _JUDGED and message.endswith(_NOT_OUTRIGHT)


def is_judgement(finding: Finding) -> bool:
    """Whether the finding says no more than that a choice is a judgement."""
    return is_plain_judgement(finding.code, finding.message)


def only_judged(record: Record, *fields: str) -> bool:
    """Whether the record is inferred for judgements on `fields`, and for nothing else."""
    why = [finding for finding in record.findings if finding.verdict is record.verdict]
    return (
        record.verdict is Verdict.INFERRED
        and bool(why)
        and all(is_judgement(finding) and finding.field in fields for finding in why)
    )


def judged_words(path: str, record: Record | Mapping[str, Any], said: str | None = None) -> str:
    """`parties[0].role` as "role of Orrin", `dates[0].event` as "event of Friday", `kind` as "kind".

    What an item of a list is called by is its name, its words, or those of its day. `said`, what was judged, stands
    behind what has no such name: "kind (fact)". `record` may be in its JSON form.
    """
    item = _ITEM.fullmatch(path)
    if item is None:
        return plain(path.rpartition(".")[2]) + (f" ({said})" if said else "")
    parts = _of(record, item[1]) or []
    part = parts[int(item[2])] if int(item[2]) < len(parts) else None
    own = None if item[3] == "name" else _of(part, "name")
    called = own or _of(part, "text") or _of(_of(part, "when"), "text")
    field = plain(item[3] or item[1])
    return f"{field} of {called}" if isinstance(called, str) else field + (f" ({said})" if said else "")


def _of(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
