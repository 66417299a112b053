"""The tables that a run prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.model.figures import Figure
from benchmarks.model.repairs import Repairs
from benchmarks.model.review import Marks, Verified
from benchmarks.model.runs import Done
from benchmarks.model.tokens import VOCABULARY, Took
from summarizer.models.pricing import Prices
from summarizer.schema import NEWS
from summarizer.verdicts import Verdict

MOST_CODES = 20
ASKED_SLOTS = ("acquired", "purchaser", "seller", "dlramt")


def answered(name: str, runs: Sequence[Done], of: int, model: str, prompt: str | None) -> Iterator[str]:
    """Which articles, who answered, and what failed."""
    part = "" if of == len(runs) else f", evenly spaced among {of}"
    failed = [done for done in runs if done.summary is None]
    yield f"{name}: {len(runs)} articles{part}; {model}, {prompt or 'no prompt'}"
    if failed:
        yield f"  without an answer, so that all their records count as missed: {len(failed)}"
        yield from (f"    {done.item.name}: {(done.error or '')[:200]}" for done in failed)


def figures(found: Iterable[Figure]) -> Iterator[str]:
    """The share that is right, of how many, beside what is wanted."""
    yield f"  {'':34}{'right':>7}{'of':>6}{'share':>8}{'the same':>10}{'wanted':>8}"
    for one in found:
        exact = "" if one.exact is None or not one.of else f"{one.exact / one.of:.3f}"
        target = "" if one.target is None else f"{one.target:.3f}"
        share = "–" if one.share is None else f"{one.share:.3f}"
        yield f"  {one.name:34}{one.right:>7}{one.of:>6}{share:>8}{exact:>10}{target:>8}"


def verified(found: Verified, marks: Marks | None) -> Iterator[str]:
    """Of what came out verified, how much is right."""
    yield f"  verified records: {found.count}, borne out by gold {found.confirmed}, left to a reader {len(found.items)}"
    if marks is None:
        return
    right, wrong = marks.of(found.items)
    unmarked = len(found.items) - right - wrong
    yield f"    readers: right {right}, wrong {wrong}, not marked {unmarked}"
    settled = found.confirmed + right + wrong
    if settled:
        right += found.confirmed
        yield f"    of the verified records that were settled, right: {right} of {settled} = {right / settled:.4f}"


def repairs(found: Repairs, *, with_gold: bool) -> Iterator[str]:
    """What the verifier marked, by code, and what the repair made of it."""
    marked = found.faulty.total()
    yield (
        f"  first answers: {found.records} records, {marked} marked by the verifier"
        + (f", {found.marked_in_error} of them borne out by gold all the same" if with_gold else "")
        + (f" ({', '.join(f'{name} {count}' for name, count in found.faulty.items() if count)})" if marked else "")
    )
    for named, count in found.codes.most_common(MOST_CODES):
        code, section, field = named
        error = f", borne out {found.in_error[named]}" if found.in_error[named] else ""
        yield f"    {count:>4}  {code} ({section}{'.' * bool(field)}{field}){error}"
    if len(found.codes) > MOST_CODES:
        yield f"    and {len(found.codes) - MOST_CODES} more kinds"
    if not marked:
        return
    gold = "; of these gold bears out {}" if with_gold else ""
    yield f"  repair: mended {found.mended}{gold.format(found.mended_right)}"
    yield f"          still marked {found.better + found.kept} ({found.better} of them better than before)"
    taken = f"; of these gold has {found.withdrawn_known}, and bears out {found.withdrawn_right}" if with_gold else ""
    yield f"          taken back {found.withdrawn}{taken}"
    if with_gold:
        yield f"          made worse, by gold: {found.worse + found.withdrawn_right}"
    if found.strange:
        yield f"          not followed, as the records changed their places: {found.strange} sections"


def verdicts(runs: Iterable[Done]) -> Mapping[Verdict, int]:
    """The records of all results by verdict."""
    counts = dict.fromkeys(Verdict, 0)
    for done in runs:
        for _, record in () if done.summary is None else done.summary.records():
            if record.verdict is not None:
                counts[record.verdict] += 1
    return counts


def sections(runs: Iterable[Done]) -> Iterator[str]:
    """Records by section and verdict."""
    runs = list(runs)
    yield f"  {'records':12}{'all':>6}" + "".join(f"{verdict:>13}" for verdict in Verdict)
    rows = {name: [done for done in runs if done.summary is not None] for name in NEWS.sections}
    for name, answered_ones in rows.items():
        counts = dict.fromkeys(Verdict, 0)
        for done in answered_ones:
            assert done.summary is not None
            for path, record in done.summary.records():
                if path.partition("[")[0] == name and record.verdict is not None:
                    counts[record.verdict] += 1
        yield f"  {name:12}{sum(counts.values()):>6}" + "".join(f"{count:>13}" for count in counts.values())
    counts = dict(verdicts(runs))
    yield f"  {'all':12}{sum(counts.values()):>6}" + "".join(f"{count:>13}" for count in counts.values())


def asked_slots(result: Mapping[str, Any]) -> str:
    """The slots of a reference deal that the prompt asks for: the words for its status, and for a target's business and
    place, are terms that the program reads."""
    parts = []
    for how in ("strict", "relaxed"):
        right, said, wanted = (sum(result[how][slot]["n"][at] for slot in ASKED_SLOTS) for at in range(3))
        precision, recall = right / said if said else 0.0, right / wanted if wanted else 0.0
        parts.append(f"{how} P {precision:.3f} R {recall:.3f}")
    return f"  of the slots {', '.join(ASKED_SLOTS)}: {'; '.join(parts)}"


def took(cost: Took, records: int, good: int, prices: Prices | None, priced: str) -> Iterator[str]:
    """Calls, tokens, dollars, and tokens a record; `good` are the verified ones."""
    yield f"  calls {cost.calls}, of which repairs {cost.repairs}"
    yield _tokens("by the service", cost.service_input, cost.service_output, records, good)
    if cost.input is not None and cost.output is not None:
        yield _tokens(f"by {VOCABULARY}", cost.input, cost.output, records, good)
        if cost.article_input is not None:
            yield f"  of the input {cost.article_input:,} differ from article to article; the rest a service can cache"
    if prices is not None:
        yield f"  cost at the prices of {priced}, nothing from a cache: ${cost.cost(prices):.4f}"


def _tokens(how: str, given: int, said: int, records: int, good: int) -> str:
    each = "".join(
        f"; {said / count:.1f} of output {name}" for count, name in ((records, "a record"), (good, "a verified one"))
        if count
    )  # fmt: skip
    return f"  tokens {how}: {given:,} of input, {said:,} of output{each}"
