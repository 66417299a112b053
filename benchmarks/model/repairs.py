"""What the verifier caught in the first answers, and what the repair made of it.

The records before the repair come from the same kept answers with no repair allowed, so that they cost nothing. Where
there is gold it says who was right: a marked record that gold bears out was marked in error, and a repair that loses
what gold has made things worse.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.model.pairs import Side, sides
from benchmarks.model.runs import Done
from summarizer import Summary
from summarizer.fields import Record
from summarizer.schema import NEWS

_INDEX = re.compile(r"\[\d+\]")


@dataclass
class Repairs:
    """Counts over all articles of a set."""

    records: int = 0
    """In the first answers."""
    faulty: Counter[str] = field(default_factory=Counter)
    """By section, records that the verifier marked as altered or unsupported."""
    codes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """By code, section and field, the findings that marked them."""
    in_error: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Those of the findings whose record gold bears out."""
    marked_in_error: int = 0
    """Marked records that gold bears out."""
    mended: int = 0
    """Marked records that passed the verifier in their second version."""
    mended_right: int = 0
    """Those of them whose second version gold bears out."""
    better: int = 0
    """Marked records whose second version has a better verdict or fewer faults, and is still marked."""
    kept: int = 0
    """Marked records that stayed as they were."""
    withdrawn: int = 0
    """Marked records that the model took back."""
    withdrawn_right: int = 0
    """Those of them that gold bears out."""
    withdrawn_known: int = 0
    """Those of them that gold has, with whatever field wrong."""
    worse: int = 0
    """Marked records that gold bears out, and whose second version it does not."""
    strange: int = 0
    """Sections in which the records before and after could not be told to be the same ones."""


def count(before: Iterable[Done], after: Iterable[Done], *, with_gold: bool) -> Repairs:
    """What became of the marked records of each article that was answered."""
    found = Repairs()
    later = {done.item.name: done.summary for done in after}
    for done in before:
        first, second = done.summary, later.get(done.item.name)
        if first is None or second is None:
            continue
        wanted = _by_section(sides(done.item.gold, first)) if with_gold else {}
        got = _by_section(sides(done.item.gold, second)) if with_gold else {}
        for section in NEWS.sections:
            _section(found, section, first, second, wanted.get(section), got.get(section))
    return found


def _by_section(each: Iterator[Side]) -> dict[str, Side]:
    return {side.section: side for side in each}


def _section(
    found: Repairs, section: str, first: Summary, second: Summary, wanted: Side | None, got: Side | None
) -> None:
    before, after = records_of(first, section), records_of(second, section)
    found.records += len(before)
    marked = [at for at, record in enumerate(before) if record.verdict and record.verdict.faulty]
    found.faulty[section] += len(marked)
    for at in marked:
        right = wanted is not None and wanted.borne_out(at)
        found.marked_in_error += right
        for finding in before[at].findings:
            if finding.verdict.faulty:
                named = finding.code, section, _INDEX.sub("", finding.field)
                found.codes[named] += 1
                found.in_error[named] += right
    partner = follow(before, after, [drop.record for drop in second.dropped if drop.section == section])
    if partner is None:
        found.strange += 1
        return
    for at in marked:
        right = wanted is not None and wanted.borne_out(at)
        place = partner[at]
        if place is None:
            found.withdrawn += 1
            found.withdrawn_right += right
            found.withdrawn_known += wanted is not None and at in wanted.pairs
            continue
        record = after[place]
        right_now = got is not None and got.borne_out(place)
        found.worse += right and not right_now
        if record == before[at]:
            found.kept += 1
        elif record.verdict and record.verdict.faulty:
            found.better += 1
        else:
            found.mended += 1
            found.mended_right += right_now


def records_of(summary: Summary, section: str) -> list[Record]:
    """The records of a section, also where there is at most one."""
    given = getattr(summary, section)
    return list(given) if isinstance(given, list) else [] if given is None else [given]


def follow(
    before: Sequence[Record], after: Sequence[Record], withdrawn: Sequence[dict[str, object]]
) -> list[int | None] | None:
    """For each record before the repair its place behind it, None where it was taken back; None where the two lists
    are not the same records in the same order."""
    left = list(withdrawn)
    places: list[int | None] = []
    at = 0
    for record in before:
        dumped = record.model_dump(mode="json")
        if dumped in left:
            left.remove(dumped)
            places.append(None)
        else:
            places.append(at)
            at += 1
    return places if at == len(after) and not left else None
