"""What is inferred of a record by judgement alone, in the words of a brief."""

from __future__ import annotations

import re

from summarizer.exports.brief_words import plain
from summarizer.fields import Record
from summarizer.verdicts import Finding, Verdict

_JUDGED = "judgement_unproven"
_NOT_OUTRIGHT = "by judgement: the cited sentences do not say so outright."
"""How the verifier's message of a plain judgement ends; others with this code say more."""

_ITEM = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?")


def is_judgement(finding: Finding) -> bool:
    """Whether the finding says no more than that a choice is a judgement."""
    return finding.code == _JUDGED and finding.message.endswith(_NOT_OUTRIGHT)


def only_judged(record: Record, *fields: str) -> bool:
    """Whether the record is inferred for judgements on `fields`, and for nothing else."""
    why = [finding for finding in record.findings if finding.verdict is record.verdict]
    return (
        record.verdict is Verdict.INFERRED
        and bool(why)
        and all(is_judgement(finding) and finding.field in fields for finding in why)
    )


def judged_words(finding: Finding, record: Record) -> str:
    """`parties[0].role` as "the role of Orrin", `dates[0].event` as "the event of Friday", `kind` as "the kind (fact)".

    What an item of a list is called by is its name, its words, or those of its day.
    """
    item = _ITEM.fullmatch(finding.field)
    if item is None:
        said = f" ({finding.said})" if finding.said else ""
        return f"the {plain(finding.field.rpartition('.')[2])}{said}"
    parts = getattr(record, item[1], [])
    part = parts[int(item[2])] if int(item[2]) < len(parts) else None
    own = "" if item[3] == "name" else getattr(part, "name", None)
    called = own or getattr(part, "text", None) or getattr(getattr(part, "when", None), "text", None)
    field = plain(item[3] or item[1])
    return f"the {field} of {called}" if isinstance(called, str) else f"the {field} ({finding.said})"
