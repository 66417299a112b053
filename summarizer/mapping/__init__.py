"""The one mapping from what a model writes about business news (`summarizer.wire`) to the records of the domain.

    records_of(answer, index)             an answer → its sections, in the shape that `Schema.drafts` takes
    record_of(section, written, index)    one record, as a repair writes it

`index` is the article as the verifier has read it.

Pure; what it adds it reads in the article. It judges nothing: what does not stand there is for the verifier to find.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from summarizer.mapping.abbreviated import written_out
from summarizer.mapping.denied import with_denial
from summarizer.mapping.figures import Figures
from summarizer.mapping.known_parties import KnownParties
from summarizer.mapping.modes import mode_of
from summarizer.models.offline.headline import find_headline
from summarizer.models.offline.reading import Reading
from summarizer.records import PartyKind, SpeakerKind
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate
from summarizer.verifier.speaker_kinds import are_companies
from summarizer.wire import OrganizationKind, PersonKind, cited, stated_as

__all__ = ["record_of", "records_of"]

Written = Mapping[str, Any]
"""A member of an answer, as its wire class dumps it."""

_OF_ORGANIZATIONS: Mapping[OrganizationKind, SpeakerKind] = {
    "company": "company",
    "fund": "company",
    "research_firm": "analyst",
    "media": "other",
    "government": "government",
    "group": "other",
    "other": "other",
}
"""What a speaker is that is no person."""
_OF_PEOPLE: Mapping[PersonKind, SpeakerKind] = {
    "analyst": "analyst",
    "executive": "executive",
    "spokesperson": "company",
    "official": "government",
    "anonymous": "anonymous",
    "other": "other",
}
_PERSON: PartyKind = "person"


def records_of(answer: Written, index: Index) -> dict[str, Any]:
    """The sections of the records that `answer` stands for: quotes and claims in the article's order.

    An answer that has the records' own shape already is given back as it is.
    """
    if "organizations" not in answer:
        return dict(answer)
    reading = Reading(index.article)
    return {
        **_overview(answer, reading),
        "parties": _parties(answer, index),
        "deals": [_deal(deal, index) for deal in answer["deals"]],
        "quotes": _quotes(answer, index),
        "claims": _claims(answer, Figures(reading)),
    }


def record_of(section: str, written: Written, index: Index) -> dict[str, Any]:
    """The record of a section that stands for what a repair has written in its place."""
    if section == "parties" and "evidence" not in written:
        people = [written["name"]] if written["kind"] == _PERSON else []
        return _party(written, KnownParties(index.article, [written["name"]], people))
    if section == "deals" and "currency" in written:
        return _deal(written, index)
    if section == "quotes" and "mode" not in written:
        return _quote(written, index)
    if section == "claims" and "figures" not in written:
        return _claim(written, Figures(Reading(index.article)))
    return dict(written)


def _overview(answer: Written, reading: Reading) -> dict[str, Any]:
    """The headline, which is the article's own where none is written, and the abstract, where they are asked for."""
    found: dict[str, Any] = {}
    if "headline" in answer:
        headline = answer["headline"]
        found["headline"] = find_headline(reading, ()) if headline is None else _sentence(headline)
    if "abstract" in answer:
        found["abstract"] = [_sentence(written) for written in answer["abstract"]]
    return found


def _sentence(written: Any) -> dict[str, Any]:
    text, numbers = cited(written)
    return {"evidence": numbers, "text": text}


def _parties(answer: Written, index: Index) -> list[dict[str, Any]]:
    written = [
        *answer["organizations"],
        *(
            {"name": person["name"], "kind": _PERSON, "description": person["role"]}
            for person in answer["people"]
            if person["kind"] != "anonymous"
        ),
    ]
    named = [party for party in written if _is_name(party["name"])]
    people = [party["name"] for party in named if party["kind"] == _PERSON]
    known = KnownParties(index.article, [party["name"] for party in named], people)
    return [_party(party, known) for party in {party["name"]: party for party in reversed(named)}.values()][::-1]


def _is_name(name: str) -> bool:
    """False for a speaker who is only described ("two union leaders", "Her office", "the Monday letter to owners") or a
    document ("Papers filed in Ohio")."""
    first, _, rest = name.strip().partition(" ")
    noun = _ADDED.sub("", rest).rpartition(" ")[2]
    if first.lower() in _OF_SOMEBODY and (rest[:1].islower() or noun[:1].islower()):
        return False
    if not rest:
        return first.lower() not in _SOURCES
    return name != name.lower() and not (first.lower() in _SOURCES and rest.partition(" ")[0] in _MADE)


_ADDED = pattern(r"\s(?:about|at|by|for|from|in|of|on|to|with)\s.*")
_SOURCES = frozenset(
    {"analysts", "data", "documents", "economists", "emails", "figures", "filings", "letters", "minutes", "papers"}
    | {"paperwork", "polls", "records", "reports", "sources", "studies", "surveys"}
)
"""What a sentence may begin with, so that a capital makes no name of it."""
_MADE = frozenset(
    {"by", "compiled", "filed", "from", "obtained", "of", "published", "released", "reviewed", "seen", "sent"}
)
"""What stands behind a document: filed with a court, seen by a paper."""
_OF_SOMEBODY = frozenset({"a", "an", "her", "his", "its", "our", "the", "their"})


def _party(written: Written, known: KnownParties) -> dict[str, Any]:
    name, kind = written["name"], written["kind"]
    description = known.described(name, written["description"])
    ticker = known.ticker(name, kind)
    return {
        "evidence": known.evidence(name, description),
        "name": name,
        "aliases": known.aliases(name, ticker, kind),
        "kind": kind,
        "description": description,
        "ticker": ticker,
    }


def _deal(written: Written, index: Index) -> dict[str, Any]:
    evidence = written["evidence"]
    value = written["value"]
    return {
        **{name: written[name] for name in ("evidence", "kind", "status", "parties", "dates")},
        "subject": written_out(written["subject"], evidence, index),
        "value": None if value is None else {"text": value, "currency": written["currency"]},
        "terms": [{**term, "text": written_out(term["text"], evidence, index)} for term in written["terms"]],
    }


def _kind_of_body(body: Written) -> SpeakerKind:
    """What an organization is as a speaker; several companies under a name for all are companies."""
    kind = _OF_ORGANIZATIONS[body["kind"]]
    return "company" if kind == "other" and are_companies(body["name"]) else kind


def _kind_of_person(person: Written, groups: Collection[str]) -> SpeakerKind:
    """What a person is as a speaker; who speaks for one of the groups (a union, a club) speaks for no company."""
    if person["kind"] == "spokesperson" and person["affiliation"] in groups:
        return "other"
    return _OF_PEOPLE[person["kind"]]


def _quotes(answer: Written, index: Index) -> list[dict[str, Any]]:
    groups = {body["name"] for body in answer["organizations"] if body["kind"] == "group"}
    speakers = [
        *(
            {"speaker": body["name"], "affiliation": None, "role": None}
            | {"speaker_kind": _kind_of_body(body), "said": body["said"]}
            for body in answer["organizations"]
        ),
        *(
            {"speaker": person["name"], "affiliation": person["affiliation"], "role": person["role"]}
            | {"speaker_kind": _kind_of_person(person, groups), "said": person["said"]}
            for person in answer["people"]
        ),
    ]
    quotes = [_quote({**speaker, **_sentence(words)}, index) for speaker in speakers for words in speaker.pop("said")]
    return sorted(quotes, key=lambda quote: _place(quote, index))


def _quote(written: Written, index: Index) -> dict[str, Any]:
    text = written_out(written["text"], written["evidence"], index, said=True)
    text = with_denial(text, written["speaker"], written["evidence"], index)
    return {
        "evidence": written["evidence"],
        "text": text,
        "mode": mode_of(text, written["evidence"], index),
        **{name: written[name] for name in ("speaker", "affiliation", "role", "speaker_kind")},
    }


def _place(quote: Written, index: Index) -> tuple[int, int]:
    """Where a quote stands: its first sentence, and the offset of its words where they are found."""
    numbers = [number for number in quote["evidence"] if 0 < number <= len(index.sentences)]
    found = locate(quote["text"], Cited(index, numbers))
    if found is not None:
        return index.sentence_at(found.whole[0]), found.whole[0]
    return min(numbers, default=len(index.sentences)), 0


def _claims(answer: Written, figures: Figures) -> list[dict[str, Any]]:
    claims = []
    for group in answer["claims"]:
        kind, certainty = stated_as(group["kind"])
        for written in group["claims"]:
            statement, numbers = cited(written)
            claim = {"evidence": numbers, "statement": statement, "claimant": group["claimant"]}
            claims.append(_claim({**claim, "kind": kind, "certainty": certainty}, figures))
    return sorted(claims, key=lambda claim: min(claim["evidence"], default=0))


def _claim(written: Written, figures: Figures) -> dict[str, Any]:
    return {**written, "figures": figures.of(written["statement"], written["evidence"])}
