"""Somebody else's record as one of ours, so that roles, speakers and claimants are checked too.

What a record must have and the extraction does not say is filled in with something neutral, and whatever is found
about it is left out: nobody said it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from summarizer.fields import Figure, Money, Record
from summarizer.foreign.mapping import MAIN, SLOTS, USUAL, Group
from summarizer.foreign.paths import Steps, found, joined
from summarizer.foreign.readings import decimal_of, digits, money_of, when_of, why_unchecked
from summarizer.foreign.results import ForeignValue, Unchecked
from summarizer.foreign.source import SourceText
from summarizer.records import (
    Certainty,
    Claim,
    ClaimKind,
    Deal,
    DealDate,
    DealEvent,
    DealKind,
    DealParty,
    DealStatus,
    Party,
    PartyKind,
    Quote,
    QuoteMode,
    Role,
    Term,
)
from summarizer.verdicts import Finding, worst
from summarizer.verifier.findings import Code, shown
from summarizer.verifier.locate import locate
from summarizer.verifier.verifier import verify_record

_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("deal", "status"): get_args(DealStatus),
    ("deal", "kind"): get_args(DealKind),
    ("quote", "mode"): get_args(QuoteMode),
    ("claim", "certainty"): get_args(Certainty),
    ("claim", "kind"): get_args(ClaimKind),
    ("party", "kind"): get_args(PartyKind),
}
_NEEDED = {"quote": ("text", "speaker"), "claim": ("statement",), "party": ("name",)}
"""By record: what it cannot do without; a deal needs a party, a value, or anything else of its own."""
_ROLES = frozenset(get_args(Role))
_EVENTS = frozenset(get_args(DealEvent))


@dataclass
class Draft:
    """One of our records made of theirs."""

    record: Record | None = None
    """`None` where too little of it is said."""
    paths: dict[str, str] = field(default_factory=dict)
    """By our field: where it stands in the extraction."""
    taken: set[str] = field(default_factory=set)
    """Paths of the extraction that are part of the record, or said not to be checked."""
    unchecked: list[Unchecked] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)
    """Paths of the mapping that led to something."""


def draft_of(value: Any, path: str, group: Group, evidence: Sequence[int], source: SourceText) -> Draft:
    """The record of the group's kind that `value` at `path` is."""
    kind = str(group.kind)
    draft = Draft()
    said: dict[str, list[tuple[str, Any]]] = {}
    for pattern, steps, slot in _places(value, kind, group):
        for where, given in found(value, steps, path):
            draft.filled.add(pattern)
            items = list(enumerate(given)) if isinstance(given, list) else [(None, given)]
            for at, item in items:
                _take(draft, said, kind, slot, where if at is None else joined(where, at), item, group)
    if any(slot not in said for slot in _NEEDED.get(kind, ())) or not said:
        draft.taken.clear()
        draft.unchecked.clear()
        return draft
    draft.record = _MAKERS[kind](said, draft.paths, evidence, source)
    return draft


def _places(value: Any, kind: str, group: Group) -> Iterator[tuple[str, Steps, str]]:
    """(path of the mapping, its steps, the place it has in our record)."""
    if not isinstance(value, Mapping):
        if MAIN[kind]:
            yield "", (), MAIN[kind]
        return
    for pattern, (steps, slot) in group.slots.items():
        yield pattern, steps, slot
    if not group.slots:
        taken: set[str] = set()
        usual = USUAL[kind]
        # A field with the very name of a place goes before one that is merely usual for it.
        for key in sorted((key for key in value if str(key).casefold() in usual), key=lambda key: key not in usual):
            slot = usual[str(key).casefold()]
            if slot not in taken and key not in group.fields:
                taken.add(slot)
                yield str(key), (key,), slot


def _take(
    draft: Draft, said: dict[str, list[tuple[str, Any]]], kind: str, slot: str, path: str, value: Any, group: Group
) -> None:
    if isinstance(value, Mapping | list):
        return  # What has fields of its own is checked field by field.
    draft.taken.add(path)
    why = why_unchecked(value, "")
    if why is None and (choices := _CHOICES.get((kind, slot))) is not None:
        word = "_".join(str(value).casefold().replace("-", " ").split())
        value = group.values.get(word, word)
        if value not in choices:
            why = f"{shown(word)!r} is no {slot} of a {kind}: {', '.join(choices)}"
    if why is not None:
        draft.unchecked.append(Unchecked(path=path, why=why))
    else:
        said.setdefault(slot, []).append((path, value))


def _text(said: Mapping[str, list[tuple[str, Any]]], slot: str, paths: dict[str, str], ours: str) -> str | None:
    """The one value of a place as words, its path noted."""
    if slot not in said:
        return None
    path, value = said[slot][0]
    paths[ours] = path
    return value if isinstance(value, str) else shown(value)


def _deal(
    said: Mapping[str, list[tuple[str, Any]]], paths: dict[str, str], evidence: Sequence[int], source: SourceText
) -> Record:
    parties, dates, terms = list[DealParty](), list[DealDate](), list[Term]()
    for slot, given in said.items():
        for path, value in given:
            if slot in _ROLES or slot == "party":
                paths[f"parties[{len(parties)}]"] = path
                parties.append(DealParty(name=str(value), role=slot if slot in _ROLES else "other"))
            elif slot in _EVENTS or slot == "date":
                paths[f"dates[{len(dates)}]"] = path
                event: Any = slot if slot in _EVENTS else "other"
                dates.append(DealDate(event=event, when=when_of(str(value), source)))
            elif slot == "term":
                paths[f"terms[{len(terms)}].text"] = path
                terms.append(Term(name="term", text=str(value)))
    value = _money(said, paths, source)
    if not evidence:
        evidence = source.naming([party.name for party in parties] + ([value.text] if value else []))
    made: dict[str, Any] = {
        "kind": _text(said, "kind", paths, "kind") or "other",
        "status": _text(said, "status", paths, "status") or "agreed",
        "subject": _text(said, "subject", paths, "subject") or "",
    }
    return Deal(parties=parties, dates=dates, terms=terms, value=value, evidence=list(evidence), **made)


def _money(said: Mapping[str, list[tuple[str, Any]]], paths: dict[str, str], source: SourceText) -> Money | None:
    if "value" not in said:
        return None
    currency = said["currency"][0][1] if "currency" in said else None
    path, value = said["value"][0]
    paths["value"] = path
    return money_of(value, currency, 1, source)


def _quote(
    said: Mapping[str, list[tuple[str, Any]]], paths: dict[str, str], evidence: Sequence[int], source: SourceText
) -> Record:
    text = str(_text(said, "text", paths, "text"))
    located = locate(text, source.cited(evidence))
    direct = located is not None and any(source.index.quoted_in(place) for place in located.places)
    mode: Any = _text(said, "mode", paths, "mode") or ("direct" if direct else "indirect")
    return Quote(
        text=text,
        mode=mode,
        speaker=str(_text(said, "speaker", paths, "speaker")),
        affiliation=_text(said, "affiliation", paths, "affiliation"),
        role=_text(said, "role", paths, "role"),
        speaker_kind="other",
        evidence=list(evidence),
    )


def _claim(
    said: Mapping[str, list[tuple[str, Any]]], paths: dict[str, str], evidence: Sequence[int], source: SourceText
) -> Record:
    statement = str(_text(said, "statement", paths, "statement"))
    kind: Any = _text(said, "kind", paths, "kind") or "fact"
    certainty: Any = _text(said, "certainty", paths, "certainty") or "asserted"
    figures = list[Figure]()
    for path, value in said.get("figure", ()):
        paths[f"figures[{len(figures)}]"] = path
        size = decimal_of(value)
        figures.append(Figure(text=str(value) if size is None else digits(size)))
    return Claim(
        statement=statement,
        claimant=_text(said, "claimant", paths, "claimant"),
        kind=kind,
        certainty=certainty,
        figures=figures,
        evidence=list(evidence) or source.speaking_of(statement),
    )


def _party(
    said: Mapping[str, list[tuple[str, Any]]], paths: dict[str, str], evidence: Sequence[int], _: SourceText
) -> Record:
    aliases = list[str]()
    for path, value in said.get("alias", ()):
        paths[f"aliases[{len(aliases)}]"] = path
        aliases.append(str(value))
    kind: Any = _text(said, "kind", paths, "kind") or "other"
    return Party(
        name=str(_text(said, "name", paths, "name")),
        aliases=aliases,
        kind=kind,
        description=_text(said, "description", paths, "description"),
        ticker=_text(said, "ticker", paths, "ticker"),
        evidence=list(evidence),
    )


_Maker = Callable[[Mapping[str, list[tuple[str, Any]]], dict[str, str], Sequence[int], SourceText], Record]
_MAKERS: Mapping[str, _Maker] = {"deal": _deal, "quote": _quote, "claim": _claim, "party": _party}
assert _MAKERS.keys() == SLOTS.keys()  # noqa: S101


def checked(
    record: Record,
    paths: Mapping[str, str],
    path: str,
    kind: str,
    value: Any,
    source: SourceText,
    parties: Sequence[str] = (),
    *,
    cited: bool,
) -> ForeignValue:
    """Our record verified, and what was found told by the extraction's own paths.

    cited  whether the extraction gave the evidence; if not, nothing is said of it
    """
    done = verify_record(record, source.index, parties)
    findings = [
        finding.model_copy(update={"field": theirs, "message": _told(finding, theirs)})
        for finding in done.findings
        if (theirs := _theirs(finding, paths, path, cited)) is not None
    ]
    spans = [
        span.model_copy(update={"field": theirs})
        for span in done.spans
        if (theirs := "evidence" if span.field == "evidence" else _owner(span.field, paths)) is not None
    ]
    if not cited and not findings and not any(span.field != "evidence" for span in spans):
        findings = [one.model_copy(update={"field": path}) for one in done.findings if one.code == _NOWHERE]
    return ForeignValue(
        path=path,
        kind=kind,
        value=value,
        evidence=done.evidence,
        spans=spans,
        findings=findings,
        verdict=worst([finding.verdict for finding in findings]),
    )


_NOWHERE = Code.CITATION_MISSING.value


def _told(finding: Finding, theirs: str) -> str:
    """The message, where it begins with our field with the extraction's own path."""
    ours = f"{finding.field} is "
    return f"{theirs} is " + finding.message.removeprefix(ours) if finding.message.startswith(ours) else finding.message


def _theirs(finding: Finding, paths: Mapping[str, str], path: str, cited: bool) -> str | None:
    """The path of the extraction that a finding is about; `None` where it is about what nobody said."""
    if finding.field == "evidence":
        return joined(path, "evidence") if cited else None
    return _owner(finding.field, paths)


def _owner(ours: str, paths: Mapping[str, str]) -> str | None:
    """The extraction's path of our field, or of the group of fields that it belongs to."""
    while ours:
        if ours in paths:
            return paths[ours]
        ours = ours[: max(ours.rfind("."), ours.rfind("["))] if "." in ours or "[" in ours else ""
    return None
