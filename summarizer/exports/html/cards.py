"""A result's records as cards, from its JSON: the business-news records, and any others field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from summarizer.exports.brief_entries import claim_kind
from summarizer.exports.brief_judgements import is_plain_judgement, judged_words
from summarizer.exports.brief_words import class_words, label
from summarizer.exports.html.difference import Pieces, differences, is_near
from summarizer.exports.html.view import LETTERS, Card, Remark
from summarizer.exports.values import says_more, value_words
from summarizer.fields import Figure, Money, When

Json = Mapping[str, Any]

VERIFIER_KEYS = frozenset(("evidence", "spans", "verdict", "findings"))
_NOT_SECTIONS = frozenset(("schema_version", "source", "provenance", "verification", "dropped", "records_of"))
_ORDER = ("headline", "abstract", "deals", "quotes", "claims", "parties")
_TITLES = {
    "headline": "Headline",
    "abstract": "In short",
    "deals": "Deals",
    "quotes": "Who said what",
    "claims": "Claims",
    "parties": "Who is who",
}
_DEAL_TITLES = {"licensing": "Licensing deal", "other": "Deal", "supply": "Supply deal"}
_MODES = {"direct": "quoted", "indirect": "paraphrased", "mixed": "partly quoted", "no_comment": "no comment"}


def sections(document: Json) -> Iterator[tuple[str, Sequence[Json]]]:
    """The sections of a result with their records, in the order of reading; those of other schemas come last."""
    for name in in_order(document):
        value = document.get(name)
        if name in _NOT_SECTIONS or not value:
            continue
        if isinstance(value, Mapping):
            yield name, [value]
        elif isinstance(value, list) and isinstance(value[0], Mapping):
            yield name, value


def in_order(names: Iterable[str]) -> list[str]:
    """These sections in the order of reading; those of other schemas come last."""
    given = list(names)
    return [*(name for name in _ORDER if name in given), *(name for name in given if name not in _ORDER)]


def section_title(section: str, records_of: str | None = None) -> str:
    """What the section is called: `Who said what`; the name of a user's class for its records."""
    if section == "items" and records_of:
        return class_words(records_of)
    return _TITLES.get(section) or label(section)


def record_name(section: str, number: int) -> str:
    """What a record is called in its page: a letter for its kind and its number among the article's records."""
    return f"{LETTERS.get(section, 'o')}{number}"


def card(record: Json, section: str, name: str, within: int, known: frozenset[int], records_of: str | None) -> Card:
    """A record as a card: `within` counts those of its section; the text shown has the sentences `known`."""
    text, aside, rows, quoted = _drawn(record, section, within, records_of)
    return Card(
        name,
        text,
        aside,
        tuple(rows),
        tuple((one, one in known) for one in record.get("evidence") or [] if isinstance(one, int)),
        record.get("verdict") or "",
        tuple(remark(finding, record, text) for finding in record.get("findings") or []),
        quoted,
    )


def remark(finding: Json, record: Json, shown: str) -> Remark:
    """A finding, with what differs between its two sides; `shown` is the text of its card."""
    said, source = finding.get("said"), finding.get("source")
    verdict = finding["verdict"]
    if verdict not in ("altered", "unsupported"):
        # The most frequent finding of all, whose message says no more than this and the start page.
        judged = ""
        if is_plain_judgement(finding.get("code"), finding["message"]):
            judged = judged_words(finding["field"], record)
        message = f"{label(judged)}: a judgement" if judged else finding["message"]
        return Remark(field_words(finding["field"]), verdict, message, judged=judged)
    left: Pieces = ()
    right: Pieces = ()
    if said is not None and source is not None:
        sentence = _sentence_of(finding, record)
        if sentence and is_near(said, sentence):
            source = sentence
        left, right = differences(said, source)
    elif source is not None:
        right = ((source, False),)
    elif said is not None and said != shown:
        left = ((said, True),)
    return Remark(field_words(finding["field"]), verdict, finding["message"], left, right)


def _sentence_of(finding: Json, record: Json) -> str:
    """The cited sentence that a finding points into: a word says more in it."""
    start, end = finding.get("start"), finding.get("end")
    if start is not None and end is not None:
        for span in record.get("spans") or []:
            if span["field"] == "evidence" and span["start"] <= start and end <= span["end"]:
                return str(span["text"])
    return ""


def field_words(path: str) -> str:
    """`parties[1].name` as `Parties 2, name`."""
    words = re.sub(r"\[(\d+)\]", lambda match: f" {int(match[1]) + 1}", path)
    return label(words.replace(".", ", "))


_Drawn = tuple[str, str, list[tuple[str, str]], bool]


def _drawn(record: Json, section: str, within: int, records_of: str | None) -> _Drawn:
    match section:
        case "headline" | "abstract":
            return record["text"], "", [], False
        case "deals":
            return _deal(record)
        case "quotes":
            return _quote(record)
        case "claims":
            return _claim(record)
        case "parties":
            return _party(record)
        case _:
            rows = [row for name, value in record.items() if name not in VERIFIER_KEYS for row in _rows(name, value)]
            return f"{section_title(section, records_of)} {within}", "", rows, False


def _deal(deal: Json) -> _Drawn:
    roles: dict[str, list[str]] = {}
    for party in deal["parties"]:
        roles.setdefault(party["role"], []).append(party["name"])
    rows = [(label(role) if role != "other" else "Also in it", ", ".join(names)) for role, names in roles.items()]
    rows.append(("Subject", deal["subject"]))
    if deal.get("value"):
        rows.append(("Value", value_text(deal["value"])))
    for day in deal["dates"]:
        rows.append((label(day["event"]) if day["event"] != "other" else "Date", value_text(day["when"])))
    rows += [(label(term["name"]), term["text"]) for term in deal["terms"]]
    kind = _DEAL_TITLES.get(deal["kind"]) or label(deal["kind"])
    return f"{kind}, {deal['status'].replace('_', ' ')}", "", rows, False


def _quote(quote: Json) -> _Drawn:
    who = quote["speaker"]
    for detail in (quote.get("role"), quote.get("affiliation")):
        if detail and detail.casefold() not in who.casefold():
            who += f", {detail}"
    own = quote["mode"] in ("direct", "mixed") and not any(mark in quote["text"] for mark in '“”"')
    return quote["text"], f"{who} ({_MODES.get(quote['mode'], quote['mode'])})", [], own


def _claim(claim: Json) -> _Drawn:
    kind = claim_kind(claim["kind"], claim["certainty"])
    rows = []
    for figure in claim["figures"]:
        words = value_text(figure) if says_more(_figure(figure)) else figure["text"]
        period = value_text(figure["period"]) if figure.get("period") else ""
        told = figure["text"].casefold()
        news = [words for words in (figure.get("measures") or "", period) if words and words.casefold() not in told]
        if news:
            rows.append((words, ", ".join(news)))
    return claim["statement"], f"{claim['claimant']}: {kind}" if claim.get("claimant") else kind, rows, False


def _party(party: Json) -> _Drawn:
    also = [*party["aliases"], *([party["ticker"]] if party.get("ticker") else [])]
    name = f"{party['name']} ({', '.join(dict.fromkeys(also))})" if also else party["name"]
    kind = [] if party["kind"] == "other" else [party["kind"].replace("_", " ")]
    return name, ", ".join([*kind, *([party["description"]] if party.get("description") else [])]), [], False


def value_text(value: Any) -> str:
    """Any field's value in words: an amount or a date with how it is read, a group of fields field by field."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case {"text": str(), "earliest": _}:
            earliest, latest = _day(value["earliest"]), _day(value.get("latest"))
            return value_words(When.model_construct(text=value["text"], earliest=earliest, latest=latest))
        case {"text": str(), "type": _, "measures": _}:
            return value_words(_figure(value))
        case {"text": str(), "currency": _}:
            fields = {key: value.get(key) for key in ("text", "amount", "currency", "bound", "high")}
            return value_words(Money.model_construct(**fields))
        case {"text": str(), "amount": _}:
            return str(value["text"])
        case Mapping():
            return "; ".join(f"{label(name).lower()}: {value_text(item)}" for name, item in value.items() if item)
        case list():
            return "; ".join(value_text(item) for item in value)
        case _:
            return str(value)


def _figure(value: Json) -> Figure:
    fields: dict[str, Any] = {key: value.get(key) for key in ("text", "amount", "currency", "bound", "high")}
    return Figure.model_construct(**fields)


def _rows(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if value is not None and value != []:
        yield label(name), value_text(value)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
