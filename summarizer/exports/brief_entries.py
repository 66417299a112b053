"""Records laid out for reading, one entry each: what `summarizer.exports.brief` is put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import BaseModel

from summarizer.exports.brief_judgements import is_judgement, judged_words, only_judged
from summarizer.exports.brief_words import class_words, label, plain
from summarizer.exports.values import says_more, value_words
from summarizer.fields import Record, Value, own_fields
from summarizer.records import Claim, Deal, Party, Quote
from summarizer.text.folding import folded
from summarizer.text.speech_words import PHRASE_DETERMINERS, SUBJECT_PRONOUNS
from summarizer.verdicts import Verdict
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
    marked: bool = False
    """Whether `aside` says by itself what is inferred."""


_DEAL_TITLES = {
    "licensing": "Licensing deal",
    "other": "Deal",
    "supply": "Supply deal",
}
"""Where the kind alone does not name the deal."""

NO_COMMENT = " (no comment)"
"""How the aside of a quote ends that tells no words."""

_BARE_STATUS = re.compile(r"(?:had|has|have|will) \w+|agreed to \w+", re.IGNORECASE)
"""Words of a status that say no more than the title of its deal."""

_MODES = {
    "direct": "quoted",
    "indirect": "paraphrased",
    "mixed": "partly quoted",
    "no_comment": "no comment",
}

_OPENING = SUBJECT_PRONOUNS | PHRASE_DETERMINERS
"""Words that begin a clause after "that"."""

_IN_ASIDE: dict[type[Record], tuple[str, ...]] = {
    Claim: ("kind", "certainty"),
    Party: ("kind",),
    Quote: ("speaker_kind",),
}
"""Judgements that an entry's aside tells, so that no remark need say it again."""

_SPEAKERS = {
    "analyst": "an analyst",
    "anonymous": "anonymous",
    "company": "a company",
    "executive": "an executive",
    "government": "of a government",
    "other": "of another kind",
}
"""A quote's kind of speaker, after "inferred to be"."""

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
    if only_judged(record, *_IN_ASIDE.get(type(record), ())):
        entry = replace(entry, marked=True)
    cited = dict.fromkeys([*record.evidence, *(number for claim in repeated for number in claim.evidence)])
    return replace(entry, citations=tuple(cited), verdict=record.verdict, remarks=tuple(_remarks(record)))


def _remarks(record: Record) -> Iterator[str]:
    """The messages of the findings that gave the record its verdict, those of plain judgements made one."""
    if record.verdict is Verdict.VERIFIED:
        return
    marks = [finding for finding in record.findings if finding.verdict is record.verdict]
    judged = [finding for finding in marks if is_judgement(finding)]
    if names := list(dict.fromkeys(f"the {judged_words(one.field, record, one.said)}" for one in judged)):
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
    told |= {("status", folded(plain(deal.status))), ("target", folded(deal.subject))}
    rows += [
        (label(term.name), term.text)
        for term in deal.terms
        if (folded(plain(term.name)), folded(term.text)) not in told
        and not (folded(plain(term.name)) == "status" and _BARE_STATUS.fullmatch(term.text))
    ]
    kind = _DEAL_TITLES.get(deal.kind) or label(deal.kind)
    return Entry("card", f"{kind}, {plain(deal.status)}", rows=tuple(rows))


def _quote(quote: Quote, repeated: Sequence[Claim], introduced: bool) -> Entry:
    who = quote.speaker
    for detail in () if introduced else (quote.role, quote.affiliation):
        if detail and detail.casefold() not in who.casefold():
            who += f", {detail}"
    first, _, rest = quote.text.partition(" ")
    # "That it will pay" reads as a sentence without its "that"; "that deal" does not.
    clause = quote.mode in ("indirect", "mixed") and first == "that" and rest.partition(" ")[0] in _OPENING
    text = rest if clause else quote.text
    marks = quote.mode in ("direct", "mixed") and not any(mark in text for mark in '“”"')
    kind = [f"inferred to be {_SPEAKERS[quote.speaker_kind]}"] if only_judged(quote, "speaker_kind") else []
    aside = f"{who} ({'; '.join([_MODES[quote.mode], *_kinds(repeated), *kind])})"
    rows = dict.fromkeys(row for claim in repeated for row in _figures(claim, quote.text))
    return Entry("quote", f"“{text}”" if marks else text, aside=aside, rows=tuple(rows))


def _claim(claim: Claim) -> Entry:
    rows = tuple(_figures(claim, claim.statement))
    first = claim.statement.partition(" ")[0]
    # A clause out of a sentence begins like a point; "iPhone" and "eBay" stay as they are.
    text = claim.statement[:1].upper() + claim.statement[1:] if first.islower() else claim.statement
    return Entry("point", text, aside=f"{claim.claimant or 'the article'}: {_kind(claim)}", rows=rows)


def claim_kind(kind: str, certainty: str) -> str:
    """`forecast, hedged`: the kind of a claim, and how sure it is where that is not plain."""
    if certainty == "asserted" or (kind, certainty) == ("denial", "denied"):
        return kind
    # "Tarn does not expect a loss" denies nothing that was said: only of an allegation is that the word.
    negative = certainty == "denied" and kind != "allegation"
    return f"{kind}, {'in the negative' if negative else certainty}"


def _kind(claim: Claim) -> str:
    kind = claim_kind(claim.kind, claim.certainty)
    return f"{kind}, inferred" if only_judged(claim, "kind", "certainty") else kind


def _kinds(claims: Sequence[Claim]) -> list[str]:
    """The kinds of claims that stand with another record, where they are more than plain facts."""
    return [kind for kind in dict.fromkeys(map(_kind, claims)) if kind != "fact"]


def _figures(claim: Claim, shown: str) -> Iterator[tuple[str, str]]:
    """The figures of a claim, and what is known of them; one of which `shown` tells all is left out."""
    told = folded(shown)
    for figure in claim.figures:
        measures = figure.measures or ""
        period = value_words(figure.period) if figure.period else ""
        news = [words for words in (measures, period) if words and words.casefold() not in figure.text.casefold()]
        if says_more(figure) or not all(folded(words) in told for words in (figure.text, *news)):
            yield value_words(figure), ", ".join(news)


def _party(party: Party) -> Entry:
    also = [*party.aliases, *([party.ticker] if party.ticker else [])]
    name = f"{party.name} ({', '.join(dict.fromkeys(also))})" if also else party.name
    kind = [] if party.kind == "other" else [plain(party.kind)]
    if only_judged(party, "kind"):
        kind = [f"{plain(party.kind)} (inferred)"]
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
    items = [_value(item) for item in value] if isinstance(value, list | tuple) else [_value(value)]
    if max(map(len, items)) <= _SHORT:
        yield label, "; ".join(items)
    else:
        yield label, items[0]
        yield from (("", item) for item in items[1:])


def _value(value: Any) -> str:
    match value:
        case Value():
            return value_words(value)
        case BaseModel():
            pairs = [
                f"{plain(name)}: {_value(item)}" for name in own_fields(type(value)) if (item := getattr(value, name))
            ]
            return "; ".join(pairs)
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return ", ".join(_value(item) for item in value)
        case _:
            return str(getattr(value, "value", value))
