"""Parties: who the article is about, with the other names it uses for them, what they are, and their tickers.

Origin of the lists: courtesy titles, stock indices, and the forms in which newswires write tickers; names of seasons,
streets and storms that are capitalised and act nowhere, read off the development articles and generalised.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from itertools import islice
from typing import Any

from summarizer.models.offline.party_descriptions import describe
from summarizer.models.offline.party_kinds import is_product, is_region, kind_of
from summarizer.models.offline.reading import Reading
from summarizer.text.name_forms import has_legal_form, initials, name_kind, strip_suffix
from summarizer.text.name_words import NATIONALITIES, NOT_NAMES, NOT_PARTY_HEADS, OPENERS
from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.text.phrases import phrase_set, word_set
from summarizer.text.tickers import ticker_behind

_MOST = 24
_NO_TICKERS = ("person", "government", "media")
_NO_PARTIES = phrase_set("""
    big tech, black friday, cac, cyber monday, dax, dow, dow jones, ftse, hang seng, main street, nasdaq, net income,
    nikkei, s & p, s&p, silicon valley, wall street
""")
"""What news capitalises, and what neither acts nor owns."""
_NO_FIRST_WORDS = word_set("chapter class hurricane phase see series tropical type typhoon")
"""What begins the names of storms, rounds, references and grades."""
_DEPARTMENTS = word_set("""
    affairs and business capital commercial communications compliance corporate customer development digital economics
    engineering equity finance global government human information innovation investor legal market marketing markets
    media north of operations planning policy product public relations research resources retail risk sales security
    services strategy supply technology wealth
""")
"""Words that make up the name of a department in somebody's job: "head of Business Development"."""
_ON = pattern(r"on (?:the )?\Z")
_NUMBERED = pattern(r"[ABCD]{2,3}|[A-Za-z]{1,3}\d+|\d[\dA-Za-z]*")
_TITLE = pattern(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\.? ")
_TITLES = ("Mr", "Ms", "Miss", "Dr", "Sir", "Sen", "Rep", "Gov")
_TITLED = pattern(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov)\.? (\S+)")
_PLACES_READ = 8
"""Mentions of a name whose surroundings are read."""


def find_parties(
    reading: Reading, deals: Sequence[dict[str, Any]], quotes: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The parties in the shape of Party records: of deals first, then speakers, then others by mentions."""
    in_deals = [party["name"] for deal in deals for party in deal["parties"]]
    in_quotes = [
        name
        for quote in quotes
        for name in (quote["speaker"], quote["affiliation"])
        if name and quote["speaker_kind"] != "anonymous"
    ]
    mentions = {name: list(places) for name, places in reading.mentions.items()}
    forms: dict[str, dict[str, None]] = {name: {} for name in mentions}
    for form in reading.directory.distinct:
        forms[reading.directory.fullest(form)].setdefault(form)
    for name, alias in reading.aliases:
        full = reading.directory.fullest(name)
        if full in forms and alias != full:
            forms[full].setdefault(alias)
            if alias in forms and alias not in in_deals:
                mentions[full].extend(mentions.pop(alias, []))
    tickers = _tickers(mentions, forms, reading)
    for full, (symbol, _) in tickers.items():
        if symbol in mentions and symbol != full and symbol not in in_deals:
            del mentions[symbol]
    for name in [
        name
        for name in mentions
        if name.startswith(_TITLES) and (titled := _TITLED.fullmatch(name)) and _is_anothers(titled[1], mentions)
    ]:
        del mentions[name]
    capitals = [name for name in mentions if name.isupper()]
    written = {name.casefold() for name in mentions if not name.isupper()} if capitals else set()
    for name in [name for name in capitals if name.casefold() in written and name not in in_deals]:
        # "TARN MILLS TO CLOSE" over a report on Tarn Mills
        del mentions[name]
    kinds: dict[str, str] = {}
    order: dict[str, None] = {}
    for name in dict.fromkeys(in_deals):
        # A party of a deal is one, whatever its name looks like: one letter, "group of investors".
        if name not in mentions and (places := _places_of(name, reading)):
            mentions[name], forms[name] = places, {name: None}
        if name in mentions:
            kind = kind_of(name, mentions[name], reading, listed=name in tickers)
            # Who buys, sells or is bought and is nothing else is a company.
            kinds[name] = "company" if kind == "other" and name[0].isupper() else kind
            order[name] = None
    for name in in_quotes:
        if name in mentions and name not in order and _can_be_party(name):
            kinds[name] = kind_of(name, mentions[name], reading, listed=name in tickers)
            order[name] = None
    for name in sorted(mentions, key=lambda name: (-len(mentions[name]), mentions[name][0])):
        if len(order) >= _MOST:
            break
        if len(mentions[name]) == 1 and " " not in name and name not in tickers and _is_plain_word(name, reading):
            continue
        if name not in order and _can_be_party(name):
            kinds[name] = kind_of(name, mentions[name], reading, listed=name in tickers)
            if name in tickers or _is_party(name, kinds[name], mentions[name], reading):
                order[name] = None
    _agree(kinds, quotes, tickers, in_deals)
    return [
        _record(name, kinds[name], sorted(mentions[name]), list(forms[name]), tickers.get(name), reading)
        for name in list(order)[:_MOST]
    ]


def _agree(
    kinds: dict[str, str], quotes: Sequence[dict[str, Any]], listed: Container[str], in_deals: Container[str]
) -> None:
    """Makes the kinds of parties say what the quotes say of the same names: who has a job or a house is a person, a
    house that is only heard through its analysts is a research firm."""
    for quote in quotes:
        speaker, house = quote["speaker"], quote["affiliation"]
        job = house != speaker and (not quote["role"].endswith("s") if quote["role"] else house is not None)
        if job and kinds.get(speaker) in ("company", "other") and _can_be_somebody(speaker):
            kinds[speaker] = "person"
        if quote["speaker_kind"] in ("company", "executive") and kinds.get(house) == "other":
            kinds[house] = "company"
        if quote["speaker_kind"] == "company" and kinds.get(speaker) == "other":
            kinds[speaker] = "company"
        if quote["speaker_kind"] != "analyst" or house in listed or house in in_deals or has_legal_form(house or ""):
            continue
        if kinds.get(house) in ("company", "other"):
            kinds[house] = "research_firm"


def _can_be_somebody(name: str) -> bool:
    """Whether a name has a person's form: two words or more, none an acronym, no company's or place's."""
    return (
        " " in name
        and name_kind(name) == "other"
        and not any(word.isupper() and len(word) > 1 for word in name.split())
    )


def _places_of(name: str, reading: Reading) -> list[int]:
    """Where the words of a name stand whole; over a line's end too."""
    words = r"\s+".join(map(re.escape, name.split()))
    found = re.compile(rf"(?<!\w){words}(?!\w)").finditer(reading.text)
    return [match.start() for match in islice(found, _PLACES_READ)]


def _is_anothers(family: str, names: Iterable[str]) -> bool:
    """Whether a longer name of a person ends in the family name: "Mr. Lund" of two Lunds is no third party."""
    return any(name.endswith(f" {family}") and _TITLED.fullmatch(name) is None for name in names)


def _can_be_party(name: str) -> bool:
    """Whether the name's own words allow it: no place, nationality, law, index, quarter."""
    lower = name.lower()
    last = lower.rsplit(None, 1)[-1]
    return not (
        name_kind(name) == "place"
        or lower in NATIONALITIES
        or lower in NOT_NAMES
        or lower in _NO_PARTIES
        or len(name) < 2
        or (" " in name and _DEPARTMENTS.issuperset(lower.split()))
        or _NUMBERED.fullmatch(name)
        or (" " in name and (last in NOT_PARTY_HEADS or lower.split(None, 1)[0] in _NO_FIRST_WORDS))
        or (last.endswith("s") and name.endswith("s") and name[-len(last) : -1].isupper())
    )


def _is_party(name: str, kind: str, places: Sequence[int], reading: Reading) -> bool:
    """Bodies and people; what else is named twice and is shown to act, or at least to be no product and no region."""
    if has_legal_form(name) or kind in ("person", "government", "group"):
        return True
    if name.endswith(" Exchange") and all(_ON.search(reading.text, max(0, at - 8), at) for at in places):
        return False
    near = sorted(places)[:_PLACES_READ]
    if name in reading.aliased:
        return True
    if kind in ("company", "other") and (is_product(name, near, reading) or is_region(name, near, reading)):
        return False
    if kind != "other":
        return " " in name or not _is_plain_word(name, reading) or len(places) > 1
    return (
        len(places) > 1
        and " " in name
        and not any(character.isdigit() for character in name)
        and not any(_is_plain_word(word, reading) for word in name.split())
    )


def _is_plain_word(name: str, reading: Reading) -> bool:
    lower = name.lower()
    return lower in OPENERS or lower in reading.lower_words


def _record(
    name: str,
    kind: str,
    places: Sequence[int],
    forms: Sequence[str],
    ticker: tuple[str, int] | None,
    reading: Reading,
) -> dict[str, Any]:
    cited = list(places[:2])
    description, described_at = describe(name, kind, places, reading)
    symbol = None
    if ticker is not None and kind not in _NO_TICKERS:
        symbol = ticker[0]
        cited.append(ticker[1])
    if described_at is not None:
        cited.append(described_at)
    aliases = []
    others = (name, strip_suffix(name), *forms)
    for form in dict.fromkeys(forms):
        if form in (name, symbol) or (form == (symbol or "").split(".")[0] and form not in initials(name)):
            continue
        spans = reading.directory.mentions_of(form)
        at = spans[0].start if spans else reading.text.find(form)
        if at >= 0 and not (form.isupper() and any(form == other.upper() for other in others if other != form)):
            aliases.append(form)
            cited.append(at)
    cited += [span.start for span in reading.directory.mentions_of(name)[:1]]
    numbers = {sentence.number for at in cited if (sentence := reading.article.sentence_at(at))}
    if description is not None and kind == "person" and not _stands_first(description, described_at, numbers, reading):
        description = None
    if kind == "person" and (titled := _TITLE.match(name)) and " " in name[titled.end() :]:
        aliases = [name, *(alias for alias in aliases if alias != name[titled.end() :])]
        name = name[titled.end() :]
    return {
        "evidence": sorted(numbers),
        "name": name,
        "aliases": aliases,
        "kind": kind,
        "description": description,
        "ticker": symbol,
    }


def _stands_first(words: str, at: int | None, numbers: Iterable[int], reading: Reading) -> bool:
    """Whether the words stand nowhere in the cited sentences before `at`, where they would be another's."""
    for number in sorted(numbers):
        sentence = reading.article.sentences[number - 1]
        found = reading.text.find(words, sentence.start, sentence.end)
        if found >= 0:
            return found == at
    return True


def _tickers(
    mentions: dict[str, list[int]], forms: dict[str, dict[str, None]], reading: Reading
) -> dict[str, tuple[str, int]]:
    """The ticker of each party that the text gives one to, with an offset where it does."""
    owners = {alias: reading.directory.fullest(name) for name, alias in reading.aliases}
    found: dict[str, tuple[str, int]] = {}
    for full in mentions:
        if name_kind(full) in ("person", "government", "place"):
            continue
        for form in forms[full]:
            for mention in reading.directory.mentions_of(form)[:3]:
                if full in found:
                    continue
                symbol = ticker_behind(reading.text, mention.end, full, form)
                if symbol and owners.get(symbol, full) == full and not _goes_on_left(mention, reading):
                    found[full] = symbol, mention.start
    return found


def _goes_on_left(mention: NameSpan, reading: Reading) -> bool:
    """Whether a capitalised word of a headline before the name may belong to it."""
    before = reading.text[max(0, mention.start - 20) : mention.start].split(" ")
    return len(before) > 1 and before[-2][:1].isupper() and "\n" not in reading.text[: mention.start].lstrip()
