"""Fields of the events that were found against what was written down of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.dossier.grouping import Text, places
from summarizer import Dossier
from summarizer.dossier.model import Event
from summarizer.evaluation.comparing import Names
from summarizer.text.numbers import read_amount

Expected = Mapping[str, Any]


def fields_of(dossier: Dossier, texts: Sequence[Text], gold: Mapping[str, Expected]) -> tuple[int, list[str]]:
    """How many of gold's fields are right, and the faults: states, amounts, stages, who drifts, who derives."""
    right, wrong = 0, []
    names = {texts[at].event for at in range(len(texts))}
    for name in sorted(name for name in gold if name in names):
        event = _of(dossier, texts, name)
        for what, fault in _checks(event, gold[name], texts):
            right += fault is None
            if fault is not None:
                wrong.append(f"{name}: {what}: {fault}")
    return right, wrong


def _of(dossier: Dossier, texts: Sequence[Text], name: str) -> Event | None:
    """The found event that has most of gold's articles."""
    shares = [(Counter(texts[at].event for at in places(event.articles))[name], event) for event in dossier.events]
    best = max(shares, key=lambda share: share[0], default=(0, None))
    return best[1] if best[0] else None


def _checks(event: Event | None, gold: Expected, texts: Sequence[Text]) -> Iterator[tuple[str, str | None]]:
    rows = {} if event is None else {row.field: row for row in event.rows}
    for field, state in gold.get("states", {}).items():
        found = rows[field].state if field in rows else "no such field"
        yield f"{field} is {state}", None if found == state else found
    if "amounts" in gold:
        values = rows["value"].values if "value" in rows else []
        amounts = {float(said.value) for value in values if (said := read_amount(value.text)) is not None}
        missing = [amount for amount in gold["amounts"] if float(amount) not in amounts]
        yield f"amounts {gold['amounts']}", f"found {sorted(amounts)}" if missing else None
    if "stages" in gold:
        stages = [] if event is None else list(dict.fromkeys(stage.status for stage in event.timeline))
        yield f"stages {gold['stages']}", None if stages == gold["stages"] else f"found {stages}"
    for speaker in gold.get("drift", ()):
        speakers = set() if event is None else {one.speaker for one in event.drift}
        yield f"{speaker} drifts", None if speaker in speakers else f"found {sorted(map(str, speakers))}"
    for derived, source in gold.get("derived", ()):
        links = [] if event is None else event.derivations
        found_links = {(_id(link.article, texts), _id(link.source, texts) if link.source else None) for link in links}
        yield f"{derived} from {source}", None if (derived, source) in found_links else f"found {found_links}"


def _id(article: str, texts: Sequence[Text]) -> str:
    return texts[places([article])[0]].id


def reference_fields(dossier: Dossier, texts: Sequence[Text], facts: Sequence[Expected]) -> tuple[int, list[str]]:
    """The reference events' buyer, target and amount against the value that most articles give."""
    right, wrong = 0, []
    for fact in facts:
        event = _of(dossier, texts, fact["cluster"])
        rows = {} if event is None else {row.field: row for row in event.rows}
        for field, gold in (("role: acquirer", fact["purchaser"]), ("role: target", fact["acquired"])):
            said = rows[field].values[0].citations[0].text if field in rows else "nothing"
            forms = [] if event is None else [form for party in event.parties for form in party.forms]
            ok = said != "nothing" and any(Names([gold, forms]).compare(said, name).near for name in gold)
            right += ok
            if not ok:
                wrong.append(f"{fact['cluster']}: {field}: {said}")
        amount = read_amount(fact["amount"])
        said_amount = read_amount(rows["value"].values[0].text) if "value" in rows else None
        ok = said_amount is None if amount is None else said_amount is not None and said_amount.value == amount.value
        right += ok
        if not ok:
            wrong.append(f"{fact['cluster']}: value: {said_amount and said_amount.value}")
    return right, wrong
