"""An estimate in words and as a document."""

from __future__ import annotations

from math import floor, log10
from typing import Any

from summarizer.batch.estimate import Estimate, Range
from summarizer.escaping import one_line
from summarizer.exports.brief import dollars, plural

DIGITS = 3
"""Significant digits of a number of tokens: more would say more than is known."""


def estimate_text(estimate: Estimate, budget: float | None = None) -> str:
    """The estimate as a few aligned lines; `budget` in US dollars, as a run would be given it."""
    rows = [("articles", _articles(estimate))]
    if estimate.at_service:
        rows.append(("", f"of these, {estimate.at_service} at the service already, whose cost is part of the figures"))
    model = estimate.model if estimate.judge in (None, estimate.model) else f"{estimate.model}, judge {estimate.judge}"
    rows.append(("model", model))
    rows += [("", _other(estimate, role, name)) for role, name in estimate.others]
    if estimate.free:
        rows.append(("cost", "nothing: nobody is asked" if estimate.asked else "nothing: there is nothing to ask"))
        return _aligned(rows)
    if estimate.requests.likely:
        rows += _taken(estimate)
    if estimate.later_requests:
        rows.append(("" if estimate.requests.likely else "cost", _later(estimate)))
    if budget is not None and estimate.cost_usd is not None and estimate.later_usd is not None:
        rows.append(("budget", _covered(estimate, estimate.cost_usd, estimate.later_usd, budget)))
        if words := estimate.unpriced_before.words():
            rows.append(("", words))
    if estimate.requests.likely:
        rows.append(("by", _basis(estimate)))
    if estimate.sampling_error:
        rows.append(
            ("", f"{estimate.read:,} of the articles were read for this, evenly spread: ±{estimate.sampling_error:.1%}")
        )
        if estimate.doubled:
            rows.append(("", "among the others there may be more of the same text"))
    return _aligned(rows)


def _taken(estimate: Estimate) -> list[tuple[str, str]]:
    """What the articles take that are asked about from the beginning."""
    rows: list[tuple[str, str]] = []
    requests = f"about {estimate.requests.likely:,.0f}"
    if estimate.repairs:
        requests += f", {estimate.repairs:,.0f} of them for repairs"
    rows.append(("requests", requests))
    cached = estimate.cached_input_tokens.likely
    from_cache = f", {_count(cached)} of them from the service's cache" if cached else ""
    rows.append(("tokens in", f"about {_count(estimate.input_tokens.likely)}{from_cache}"))
    rows.append(("tokens out", f"about {_count(estimate.output_tokens.likely)}, {_between(estimate.output_tokens)}"))
    if estimate.cost_usd is None:
        unknown = " and ".join(estimate.unpriced)
        advice = "; give it with --price" if estimate.model in estimate.unpriced else ""
        rows.append(("cost", f"not known: the price list has no price of {unknown}{advice}"))
    else:
        rows.append(("cost", f"about {dollars(estimate.cost_usd.likely)}, {_between(estimate.cost_usd, dollars)}"))
    if estimate.provider_batch_usd is not None:
        low = dollars(estimate.provider_batch_usd.likely)
        rows.append(("", f"about {low} in the provider's batches, which answer within a day"))
    return rows


def _later(estimate: Estimate) -> str:
    """What articles of the store may take."""
    asked = ["repairs"] + ["the judge"] * bool(estimate.judge)
    asked += ["the better model"] * any(role == "escalation" for role, _ in estimate.others)
    who = " and ".join(filter(None, [", ".join(asked[:-1]), asked[-1]]))
    most = f"up to about {estimate.later_requests:,.0f} requests"
    if estimate.later_usd is not None:
        most = f"up to about {dollars(estimate.later_usd)}, {estimate.later_requests:,.0f} requests"
    return (
        f"{'and ' if estimate.requests.likely else ''}{most}, for {who}, which may still be asked about "
        f"{estimate.later:,} of those answered in the store"
    )


def estimate_document(estimate: Estimate) -> dict[str, Any]:
    """The estimate as JSON says it."""
    return {
        "model": estimate.model,
        "judge": estimate.judge,
        **({"others": [{"role": role, "model": name} for role, name in estimate.others]} if estimate.others else {}),
        "articles": {
            "asked": estimate.asked,
            "unchanged": estimate.unchanged,
            "answered": estimate.answered,
            "doubled": estimate.doubled,
            "unreadable": estimate.unreadable,
            "elsewhere": estimate.elsewhere,
        },
        "requests": _numbers(estimate.requests),
        "later": {
            "articles": estimate.later,
            "requests": round(estimate.later_requests),
            "cost_usd": None if estimate.later_usd is None else round(estimate.later_usd, 6),
        },
        "at_service": estimate.at_service or None,
        "input_tokens": _numbers(estimate.input_tokens),
        "cached_input_tokens": _numbers(estimate.cached_input_tokens),
        "output_tokens": _numbers(estimate.output_tokens),
        "cost_usd": _numbers(estimate.cost_usd, 6),
        "provider_batch_usd": _numbers(estimate.provider_batch_usd, 6),
        "spent_usd": round(estimate.spent_usd, 6),
        "observed": estimate.observed,
        "thinks": estimate.thinks,
        "read": estimate.read,
        "sampling_error": round(estimate.sampling_error, 4),
        "failures": [
            {"path": path, "error": type(fault).__name__, "message": str(fault)} for path, fault in estimate.failures
        ],
    }


def _other(estimate: Estimate, role: str, name: str) -> str:
    """A further model of a route, and how it is part of the figures."""
    if estimate.observed:
        return f"{'fallback' if role == 'fallback' else 'better model'} {name}, as often as for those that are done"
    if role == "fallback":
        return f"fallback {name}, which the figures leave out: nobody knows what fails"
    return f"better model {name}, for one article of five; for none where it is least, for all where it is most"


def _articles(estimate: Estimate) -> str:
    parts = [f"{estimate.asked:,} to do"]
    for count, words in (
        (estimate.unchanged, "unchanged"),
        (estimate.answered, "answered in the store"),
        (estimate.doubled, "of the same text as others"),
        (estimate.unreadable, "that cannot be read"),
        (estimate.elsewhere, "of other shards"),
    ):
        if count:
            parts.append(f"{count:,} {words}")
    return ", ".join(parts)


def _covered(estimate: Estimate, cost: Range, later: float, budget: float) -> str:
    left = max(0.0, budget - estimate.spent_usd)
    before = f", of which {dollars(estimate.spent_usd)} is spent," if estimate.spent_usd else ""
    likely, articles = cost.likely + later, estimate.asked + estimate.later
    if left >= likely:
        sure = left >= cost.high + later
        return f"{dollars(budget)}{before} is enough for all{'' if sure else ', if it goes as is likely'}"
    part = int(articles * left / likely)
    return f"{dollars(budget)}{before} is enough for about {part:,} of {articles:,}"


def _basis(estimate: Estimate) -> str:
    if estimate.observed:
        return f"what {plural(estimate.observed, 'article')} took that are done"
    if estimate.thinks:
        return (
            "the texts; the model thinks before it answers, and how long, nobody can tell: do some articles first "
            "(--budget), and the estimate goes by what they took"
        )
    return "the texts; when some articles are done, the estimate goes by what they took"


def _between(given: Range, words: Any = None) -> str:
    words = words or _count
    return f"between {words(given.low)} and {words(given.high)}"


def _count(number: float) -> str:
    """`4,770,000`: a number of tokens as exactly as it is known."""
    if number < 1:
        return "0"
    unit: int = 10 ** max(0, floor(log10(number)) + 1 - DIGITS)
    return f"{round(number / unit) * unit:,}"


def _numbers(given: Range | None, digits: int | None = None) -> dict[str, float] | None:
    if given is None:
        return None
    return {name: round(getattr(given, name), digits) for name in ("low", "likely", "high")}


def _aligned(rows: list[tuple[str, str]]) -> str:
    return "".join(f"{label:<10}  {one_line(value)}\n" for label, value in rows)
