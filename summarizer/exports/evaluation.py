"""An evaluation for reading: two tables, and some of what is missed, spurious and different."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.escaping import one_line
from summarizer.evaluation import Count, Difference, Evaluation, FieldScore, KindScore, Unmatched
from summarizer.exports.brief import plural
from summarizer.verdicts import Verdict

_NAMED = 5
"""Articles and documents of a list that are named."""
_LONGEST = 300
"""Characters of a record or a value that are shown."""
_HEAD = (
    f"{'':24}{'records':>8}{'all right':>11}{'gold':>7}{'output':>8}"
    f"{'precision':>11}{'recall':>8}{'F1':>7}{'relaxed F1':>12}"
)


def evaluation_text(evaluation: Evaluation, show: int = 0) -> str:
    """The tables as plain text that ends with a line break; `show`: how many records of each kind are named."""
    lines = [plural(len(evaluation.documents), "article")]
    lines += _asides(evaluation)
    lines += ["", f"{'records':24}{'gold':>7}{'output':>8}{'matched':>9}{'precision':>11}{'recall':>8}{'F1':>7}"]
    lines += [_records(name, score.records) for name, score in evaluation.kinds.items()]
    lines.append(_records("all", evaluation.records))
    fields = list(_fields(evaluation))
    if fields:
        lines += ["", "fields of the matched records"]
        lines += [_HEAD, *fields]
    verdicts = list(_verdicts(evaluation))
    if verdicts:
        lines += ["", f"{'records by verdict':36}{'output':>8}{'matched':>9}{'precision':>11}", *verdicts]
        lines.append("  (where gold marks only some of the records, right ones that it leaves out lower these)")
    for name in evaluation.kinds if show else ():
        lines += _shown(evaluation, name, show)
    return "\n".join(lines) + "\n"


def _asides(evaluation: Evaluation) -> Iterator[str]:
    for what, names in (
        ("without output, so that all their records count as missed", evaluation.missing),
        ("output without gold, not counted", evaluation.left_out),
        ("could not be read", evaluation.unread),
    ):
        if names:
            more = "; …" if len(names) > _NAMED else ""
            yield f"{what} ({len(names):,}): {'; '.join(map(one_line, names[:_NAMED]))}{more}"
    yield from (f"note: {one_line(note)}" for note in evaluation.notes)


def _records(name: str, count: Count) -> str:
    return f"  {name:22}{count.gold:>7,}{count.output:>8,}{count.right:>9,}{_figures(count)}"


def _fields(evaluation: Evaluation) -> Iterator[str]:
    for kind, score in evaluation.kinds.items():
        for name, field in score.fields.items():
            yield _field(f"{kind}.{name}", field)
        if len(score.fields) > 1:
            yield _field(f"{kind}, all fields", score.all_fields, together=True)


def _field(name: str, score: FieldScore, *, together: bool = False) -> str:
    exact = score.exact
    pairs = "" if together else f"{score.pairs:,}"
    agreed = "" if together else _share(score.accuracy)
    return (
        f"  {name:22}{pairs:>8}{agreed:>11}{exact.gold:>7,}{exact.output:>8,}{_figures(exact)}"
        f"{_share(score.relaxed.f1):>12}"
    )


def _verdicts(evaluation: Evaluation) -> Iterator[str]:
    """By section and verdict how many of the output's records matched the gold; nothing where it has no verdicts."""
    kinds = evaluation.kinds
    total = sum(kinds.values(), KindScore())
    for kind, score in {**kinds, "all": total}.items():
        for verdict in Verdict:
            if count := score.verdicts.get(verdict.value):
                name = f"{kind}, {verdict.value}"
                yield f"  {name:34}{count.output:>8,}{count.right:>9,}{_share(count.precision):>11}"


def _figures(count: Count) -> str:
    return f"{_share(count.precision):>11}{_share(count.recall):>8}{_share(count.f1):>7}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _shown(evaluation: Evaluation, kind: str, most: int) -> Iterator[str]:
    missed = [one for document in evaluation.documents for one in document.missed if one.kind == kind]
    spurious = [one for document in evaluation.documents for one in document.spurious if one.kind == kind]
    different = [one for document in evaluation.documents for one in document.different if one.kind == kind]
    # What is wrong before what is only near or cited otherwise.
    different.sort(key=lambda one: (one.path.endswith(".evidence"), one.near))
    yield from _unmatched(f"{kind}: in the gold only", missed, most)
    yield from _unmatched(f"{kind}: in the output only", spurious, most)
    yield from _different(f"{kind}: matched, and different", different, most)


def _unmatched(title: str, records: Sequence[Unmatched], most: int) -> Iterator[str]:
    if not records:
        return
    yield from ("", _title(title, len(records), most))
    for one in records[:most]:
        verdict = f" ({one.verdict})" if one.verdict else ""
        yield f"  {one_line(one.article)} {one.path}{verdict}: {_cut(one.words)}"


def _different(title: str, records: Sequence[Difference], most: int) -> Iterator[str]:
    if not records:
        return
    yield from ("", _title(title, len(records), most))
    for one in records[:most]:
        near = " (near)" if one.near else ""
        yield f"  {one_line(one.article)} {one.path}{near}"
        yield f"    gold    {_cut(one.gold)}"
        yield f"    output  {_cut(one.output)}"


def _title(title: str, count: int, most: int) -> str:
    return f"{title} ({count:,})" if count <= most else f"{title} ({most:,} of {count:,})"


def _cut(words: str | None) -> str:
    line = "nothing" if words is None else one_line(words)
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
