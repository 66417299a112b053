"""Records laid out for reading, one entry each: what `summarizer.exports.brief` is put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from summarizer.exports.values import value_words
from summarizer.fields import Record, Value, own_fields
from summarizer.records import Claim, Deal, Party, Quote
from summarizer.text.folding import folded
from summarizer.verdicts import Finding, Verdict
from summarizer.verifier.findings import quoted

Shape = Literal["sentence", "card", "quote", "point"]


@dataclass(frozen=True)
class Entry:
    """One record: what it says, how sure that is."""

    shape: Shape
    text: str
    """The sentence, the title of a card, the words of a quote, or the point made."""
    aside: str = ""
    """Who said it, or what else belongs behind the text."""
    rows: tuple[tuple[str, str], ...] = ()
    """A card's table: label and value."""
    citations: tuple[int, ...] = ()
    """Numbers of the cited sentences."""
    verdict: Verdict | None = None
    remarks: tuple[str, ...] = ()
    """Why the verdict is not better: the messages of the findings that made it so."""


_DEAL_TITLES = {
    "licensing": "Licensing deal",
    "other": "Deal",
    "supply": "Supply deal",
}
"""Where the kind alone does not name the deal."""

_BARE_STATUS = re.compile(r"(?:had|has|have|will) \w+|agreed to \w+", re.IGNORECASE)
"""Words of a status that say no more than the title of its deal."""

_MODES = {
    "direct": "quoted",
    "indirect": "paraphrased",
    "mixed": "partly quoted",
    "no_comment": "no comment",
}

_JUDGED = "judgement_unproven"
_NOT_OUTRIGHT = "by judgement: the cited sentences do not say so outright."
"""How the verifier's message of a plain judgement ends; others with this code say more."""

_SHORT = 24
"""Characters of an item of a list that may share a row with others."""


def entry_of(record: Record, number: str = "", repeated: Sequence[Claim] = (), introduced: bool = False) -> Entry:
    """A record as an entry.

    `number` tells records apart that have no name of their own. `repeated` are claims that say no more than the record
    does: their kind, certainty and figures stand with it. `introduced` says that the entry before names the same
    speaker, whose role is then not told again.
    """
    match record:
        case Deal():
            entry = _deal(record)
        case Quote():
            entry = _quote(record, repeated, introduced)
        case Claim():
            entry = _claim(record)
        case Party():
            entry = _party(record)
        case _:
            entry = _any_record(record, number)
            kinds = _kinds(repeated)
            entry = replace(entry, aside=f"({'; '.join(kinds)})" if kinds else "")
    cited = dict.fromkeys([*record.evidence, *(number for claim in repeated for number in claim.evidence)])
    return replace(entry, citations=tuple(cited), verdict=record.verdict, remarks=tuple(_remarks(record)))


def _remarks(record: Record) -> Iterator[str]:
    """The messages of the findings that gave the record its verdict, those of plain judgements made one."""
    if record.verdict is Verdict.VERIFIED:
        return
    marks = [finding for finding in record.findings if finding.verdict is record.verdict]
    judged = [finding for finding in marks if finding.code == _JUDGED and finding.message.endswith(_NOT_OUTRIGHT)]
    if names := list(dict.fromkeys(_judged(finding, record) for finding in judged)):
        *others, last = names
        said = f"{', '.join(others)} and {last} are judgements" if others else f"{last} is a judgement"
        yield f"{said[:1].upper()}{said[1:]}, not said outright."
    yield from dict.fromkeys(_in_place(finding.message, record) for finding in marks if finding not in judged)


def _in_place(message: str, record: Record) -> str:
    """A message that stands under the record, so that it need not tell the record's own statement again."""
    for name in ("text", "statement"):
        if isinstance(own := getattr(record, name, None), str):
            message = message.replace(f": {quoted(own)}; ", "; ").replace(f"the words of {quoted(own)}", "its words")
    return message


def _judged(finding: Finding, record: Record) -> str:
    """`parties[0].role` as "the role of Orrin", `speaker_kind` as "the speaker kind (analyst)"."""
    item = re.fullmatch(r"(\w+)\[(\d+)\](?:\.(\w+))?", finding.field)
    if item is None:
        said = f" ({finding.said})" if finding.said else ""
        return f"the {_words(finding.field.rpartition('.')[2])}{said}"
    parts = getattr(record, item[1], [])
    part = parts[int(item[2])] if int(item[2]) < len(parts) else None
    called = next((text for name in ("name", "text") if isinstance(text := getattr(part, name, None), str)), item[0])
    return f"the {_words(item[3] or item[1])} of {called}"


def _deal(deal: Deal) -> Entry:
    roles: dict[str, list[str]] = {}
    for party in deal.parties:
        roles.setdefault(party.role, []).append(party.name)
    rows = [(label(role) if role != "other" else "Also in it", ", ".join(names)) for role, names in roles.items()]
    if folded(deal.subject) not in {folded(party.name) for party in deal.parties}:
        rows.append(("Subject", deal.subject))
    if deal.value:
        rows.append(("Value", value_words(deal.value)))
    rows += [(label(day.event) if day.event != "other" else "Date", value_words(day.when)) for day in deal.dates]
    told = {(folded(label(day.event)), folded(day.when.text)) for day in deal.dates}
    told |= {("status", folded(_words(deal.status))), ("target", folded(deal.subject))}
    rows += [
        (label(term.name), term.text)
        for term in deal.terms
        if (folded(_words(term.name)), folded(term.text)) not in told
        and not (folded(_words(term.name)) == "status" and _BARE_STATUS.fullmatch(term.text))
    ]
    kind = _DEAL_TITLES.get(deal.kind) or label(deal.kind)
    return Entry("card", f"{kind}, {_words(deal.status)}", rows=tuple(rows))


def _quote(quote: Quote, repeated: Sequence[Claim], introduced: bool) -> Entry:
    who = quote.speaker
    for detail in () if introduced else (quote.role, quote.affiliation):
        if detail and detail.casefold() not in who.casefold():
            who += f", {detail}"
    marks = quote.mode in ("direct", "mixed") and not any(mark in quote.text for mark in '“”"')
    aside = f"{who} ({'; '.join([_MODES[quote.mode], *_kinds(repeated)])})"
    rows = dict.fromkeys(row for claim in repeated for row in _figures(claim, quote.text))
    return Entry("quote", f"“{quote.text}”" if marks else quote.text, aside=aside, rows=tuple(rows))


def _claim(claim: Claim) -> Entry:
    rows = tuple(_figures(claim, claim.statement))
    return Entry("point", claim.statement, aside=f"{claim.claimant or 'the article'}: {_kind(claim)}", rows=rows)


def claim_kind(kind: str, certainty: str) -> str:
    """`forecast, hedged`: the kind of a claim, and how sure it is where that is not plain."""
    if certainty == "asserted" or (kind, certainty) == ("denial", "denied"):
        return kind
    # "Tarn does not expect a loss" denies nothing that was said: only of an allegation is that the word.
    negative = certainty == "denied" and kind != "allegation"
    return f"{kind}, {'in the negative' if negative else certainty}"


def _kind(claim: Claim) -> str:
    return claim_kind(claim.kind, claim.certainty)


def _kinds(claims: Sequence[Claim]) -> list[str]:
    """The kinds of claims that stand with another record, where they are more than plain facts."""
    return [kind for kind in dict.fromkeys(map(_kind, claims)) if kind != "fact"]


def _figures(claim: Claim, shown: str) -> Iterator[tuple[str, str]]:
    """The figures of a claim, and what is known of them; one that `shown` tells as well is left out."""
    for figure in claim.figures:
        measures = figure.measures or ""
        period = value_words(figure.period) if figure.period else ""
        news = [words for words in (measures, period) if words and words.casefold() not in figure.text.casefold()]
        if news or value_words(figure) != figure.text or figure.text not in shown:
            yield value_words(figure), ", ".join(news)


def _party(party: Party) -> Entry:
    also = [*party.aliases, *([party.ticker] if party.ticker else [])]
    name = f"{party.name} ({', '.join(dict.fromkeys(also))})" if also else party.name
    kind = [] if party.kind == "other" else [_words(party.kind)]
    return Entry("point", name, aside=", ".join([*kind, *([party.description] if party.description else [])]))


def _any_record(record: Record, number: str) -> Entry:
    fields = own_fields(type(record))
    if len(fields) == 1 and isinstance(text := getattr(record, next(iter(fields))), str):
        return Entry("sentence", text)
    rows = tuple(row for name in fields for row in _rows(label(name), getattr(record, name)))
    return Entry("card", f"{class_words(type(record).__name__)} {number}".strip(), rows=rows)


def _rows(label: str, value: Any) -> Iterator[tuple[str, str]]:
    """The rows of one field of any record: one, none where it is empty, one an item where a list's items are long."""
    if value is None or value == []:
        return
    items = [_plain(item) for item in value] if isinstance(value, list | tuple) else [_plain(value)]
    if max(map(len, items)) <= _SHORT:
        yield label, "; ".join(items)
    else:
        yield label, items[0]
        yield from (("", item) for item in items[1:])


def _plain(value: Any) -> str:
    match value:
        case Value():
            return value_words(value)
        case BaseModel():
            pairs = [
                f"{_words(name)}: {_plain(item)}" for name in own_fields(type(value)) if (item := getattr(value, name))
            ]
            return "; ".join(pairs)
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(_plain(item) for item in value)
        case _:
            return str(getattr(value, "value", value))


def _words(name: str) -> str:
    return name.replace("_", " ").strip()


def class_words(name: str) -> str:
    """`ClinicalTrial` → `Clinical trial`."""
    return label(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).capitalize())


def label(name: str) -> str:
    """`expected_close` → `Expected close`."""
    words = _words(name)
    return words[:1].upper() + words[1:]
