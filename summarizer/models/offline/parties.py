"""Parties: who the article is about, with the other names it uses for them, what they are, and their tickers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from summarizer.article import Sentence
from summarizer.models.offline.reading import Reading
from summarizer.text.directory import on_one_line
from summarizer.text.name_forms import initials, may_refer, name_kind, strip_suffix
from summarizer.text.name_words import NATIONALITIES, NOT_NAMES
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import MEDIA_WORDS, RESEARCH_WORDS

_MOST = 24
_TICKER = re.compile(
    r"\((?:[A-Z][A-Za-z .-]{1,20}: ?(?P<listed>[A-Z0-9.]{1,8})|(?P<bare>[A-Z]{2,5}))(?:[;,][^()]{0,40})?\)"
)
_KINDS_OF_COMPANY = word_set("""
    airline automaker bank brokerage builder carmaker carrier chain chipmaker company conglomerate developer
    drugmaker firm giant group insurer lender maker manufacturer miner network operator platform producer
    provider publisher retailer start-up startup supplier utility
""")
_DESCRIPTION_BEFORE = re.compile(
    r"(?:\b[Tt]he |\b[Aa]n? )?((?:[A-Z]?[a-z][\w&’'-]*,? ){0,4}(?:maker|developer|operator|producer|retailer|"
    r"chipmaker|carmaker|automaker|drugmaker|startup|start-up|giant|company|firm|bank|"
    r"airline|insurer|provider|supplier|manufacturer|group|lender|miner|publisher|brokerage|builder|conglomerate|"
    r"platform|network|chain|utility|carrier)) $"
)
_DESCRIPTION_AFTER = re.compile(
    r", ((?:an? |the |one of )[^,.;:“”\"()]{4,90}?)(?=,| (?:said|says|has|have|is|was|will)\b|[.;]|$)"
)
_FUND_WORDS = word_set("capital fund funds partners equity ventures investors investments holdings trust")
_MONTH_LIKE = word_set("new york wall street")


def find_parties(
    reading: Reading, deals: Sequence[dict[str, Any]], quotes: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The parties in the shape of the wire's Party records: of deals first, then speakers, then others by mentions."""
    in_deals = [party["name"] for deal in deals for party in deal["parties"]]
    in_quotes = [
        name
        for quote in quotes
        for name in (quote["speaker"], quote["affiliation"])
        if name and quote["speaker_kind"] != "anonymous"
    ]
    mentions: dict[str, list[int]] = {}
    forms: dict[str, dict[str, None]] = {}
    for mention in reading.names:
        full = reading.full(mention)
        mentions.setdefault(full, []).append(mention.start)
        forms.setdefault(full, {}).setdefault(on_one_line(mention.text))
    for name, alias in reading.aliases:
        full = reading.directory.fullest(name)
        if full in forms and alias != full:
            forms[full].setdefault(alias)
            if alias in forms and alias != full and alias not in in_deals:
                mentions.setdefault(full, []).extend(mentions.pop(alias, []))
    often = sorted(mentions, key=lambda name: (-len(mentions[name]), mentions[name][0]))
    order = dict.fromkeys(name for name in [*in_deals, *in_quotes] if name in mentions and name_kind(name) != "place")
    for name in often:
        if len(order) >= _MOST:
            break
        if name not in order and _is_party(name, len(mentions[name])):
            order[name] = None
    return [_record(name, mentions[name], list(forms.get(name, {})), reading) for name in list(order)[:_MOST]]


def _is_party(name: str, count: int) -> bool:
    """Companies by their legal form, people by name, and what is named twice; not places and nationalities."""
    kind = name_kind(name)
    lower = name.lower()
    if kind == "place" or lower in NATIONALITIES | NOT_NAMES | _MONTH_LIKE or (len(name) < 2 and count < 2):
        return False
    if kind in ("company", "person", "government"):
        return True
    return count > 1 and not any(character.isdigit() for character in name)


def _record(name: str, places: Sequence[int], forms: Sequence[str], reading: Reading) -> dict[str, Any]:
    evidence = {sentence.number for at in sorted(places)[:2] if (sentence := reading.article.sentence_at(at))}
    for words in (name, *forms):
        at = reading.text.find(words)
        if at >= 0 and (sentence := reading.article.sentence_at(at)):
            evidence.add(sentence.number)
    kind = _kind(name, reading)
    description, described_at = _description(name, kind, places, reading)
    ticker, ticker_at = _ticker(name, places, reading)
    for place in (described_at, ticker_at):
        if place is not None and (sentence := reading.article.sentence_at(place)):
            evidence.add(sentence.number)
    aliases = [form for form in forms if form not in (name, ticker) or (form in initials(name) and form != name)]
    aliases += [
        alias
        for stated, alias in reading.aliases
        if reading.directory.fullest(stated) == name and alias not in (*aliases, ticker, name)
    ]
    return {
        "evidence": sorted(evidence),
        "name": name,
        "aliases": list(dict.fromkeys(alias for alias in aliases if alias in reading.text)),
        "kind": kind,
        "description": description,
        "ticker": ticker,
    }


def _kind(name: str, reading: Reading) -> str:
    words = {word.strip(".,").lower() for word in name.split()}
    own = name_kind(name)
    if own == "government":
        return "government"
    if reading.directory.is_person(name):
        return "person"
    if words & RESEARCH_WORDS and own != "person":
        return "research_firm"
    if words & MEDIA_WORDS and not words & _FUND_WORDS:
        return "media"
    if words & {"fund", "funds"}:
        return "fund"
    if own == "company":
        return "company"
    if any(speech.speaker == name and speech.speaker_kind == "company" for speech in reading.speech):
        return "company"
    return "company" if _acts_as_company(name, reading) else "other"


_COMPANY_SIGN = re.compile(
    r"(?:['’]s)? (?:shares?|stock|customers|employees|board|chief executive|ceo|revenue|sales|profits?|investors|"
    r"shareholders|declined|agreed|announced|"
    r"acquired|bought|sold|plans|expects|spokes|servers|products|supplie[sd]|(?:originally|also|"
    r"already) (?:supplied|sold|made)|makes|sells|owns|operates|employs|hired)\b",
    re.IGNORECASE,
)


def _acts_as_company(name: str, reading: Reading) -> bool:
    return any(
        _COMPANY_SIGN.match(reading.text, at + len(form))
        for form in {name, strip_suffix(name)}
        for at in reading.places_of(form, 12)
    )


def _description(name: str, kind: str, places: Sequence[int], reading: Reading) -> tuple[str | None, int | None]:
    if kind == "person":
        role, affiliation = reading.directory.described(name)
        for at in sorted(places)[:4]:
            before = reading.text[max(0, at - 90) : at]
            if role and affiliation and (start := _run_with(before, role, affiliation)) is not None:
                return before[start:].strip(" ,"), at
        for at in sorted(places)[:6]:
            sentence = reading.article.sentence_at(at)
            if role and sentence and sentence.text.count(role) == 1 and len(_people(sentence, reading)) == 1:
                return role, at
        return None, None
    for at in sorted(places)[:4]:
        form_end = next(
            (at + len(form) for form in (name, strip_suffix(name)) if reading.text.startswith(form, at)), None
        )
        if form_end is not None and (after := _DESCRIPTION_AFTER.match(reading.text, form_end, form_end + 120)):
            words = after.group(1)
            if not re.search(r"\b(?:said|which|who|will|is|was|has)\b", words):
                return words, at
        before = reading.text[max(0, at - 60) : at]
        if (
            before[-1:] == " "
            and before.split()[-1:]
            and before.split()[-1].lower() in _KINDS_OF_COMPANY
            and (match := _DESCRIPTION_BEFORE.search(before))
        ):
            return match.group(1), at
    return None, None


def _people(sentence: Sentence, reading: Reading) -> set[str]:
    names = {reading.full(name) for name in reading.names_of(sentence)}
    return {name for name in names if reading.directory.is_person(name)}


def _run_with(before: str, role: str, affiliation: str) -> int | None:
    """Where "Hanseatic Research analyst " begins that runs up to a name, if both words are in it."""
    role_at = before.rfind(role)
    if role_at < 0 or before[role_at + len(role) :].strip(" ,"):
        return None
    for form in (affiliation, strip_suffix(affiliation)):
        at = before.rfind(form, 0, role_at)
        if at >= 0 and before[at + len(form) : role_at] in (" ", "’s ", "'s "):
            return at
    return role_at


def _ticker(name: str, places: Sequence[int], reading: Reading) -> tuple[str | None, int | None]:
    for at in sorted(places)[:6]:
        form_end = next(
            (
                at + len(form)
                for form in (name, strip_suffix(name), *_short_forms(name))
                if reading.text.startswith(form, at)
            ),
            None,
        )
        if form_end is None:
            continue
        match = _TICKER.match(reading.text, form_end + (reading.text[form_end : form_end + 1] == " "), form_end + 60)
        if match is None:
            continue
        if match.group("listed"):
            return match.group("listed").rstrip("."), at
        if not may_refer(match.group("bare"), name):
            return match.group("bare"), at
    return None, None


def _short_forms(name: str) -> list[str]:
    words = strip_suffix(name).split()
    return [" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)]
