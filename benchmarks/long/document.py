"""A long document of invented sentences, with deals, quotes and claims planted at known places in it.

It reads like the transcript of a conference: headings, speakers' turns, paragraphs. All names are made up of syllables
by a seeded generator, so that the same size gives the same document.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from summarizer.article import Article

SYLLABLES = ("bar", "cor", "del", "fen", "gal", "hol", "jen", "kor", "lun", "mar", "nor", "orr", "pel", "quin", "ros")
ENDINGS = ("dale", "ford", "gate", "holm", "mere", "stead", "ton", "well", "wick", "worth")
TRADES = ("Bakeries", "Castings", "Ferries", "Freight", "Glass", "Instruments", "Marine", "Optics", "Pumps", "Textiles")
FORMS = ("Inc.", "plc", "AG", "Ltd.", "Corp.")
FIRST = ("Ada", "Bruno", "Celia", "Dario", "Edda", "Farid", "Greta", "Hamid", "Ines", "Jonas", "Katya", "Luca", "Mira")
JOBS = ("chief executive", "chief financial officer", "analyst", "head of operations")
GOODS = ("castings", "cooling pumps", "ferry engines", "grid cables", "lens blanks", "roof beams", "steel drums")
FILLER = (
    "The {noun} of the {place} works was repaired in the {season}, and the crews went back to their usual shifts.",
    "Most of the stock lay in the sheds by the river, where it had been counted twice in the {season}.",
    "Nobody at the meeting expected that the {noun} would be moved again before the end of the {season}.",
    "A second line for the {noun} is to be tried in the {season}, as the first one was too slow.",
    "The board heard a report about the {noun} and thanked those who had written it.",
    "It rained through much of the {season}, which kept the {noun} under its covers.",
    "Visitors were shown the {noun}, the canteen and the new road to the {place} gate.",
)
NOUNS = ("boiler", "crane", "dock", "furnace", "kiln", "loom", "mill", "press", "quay", "roof", "turntable", "winch")
SEASONS = ("spring", "summer", "autumn", "winter")
EVERY = 1_000
"""Characters between two things that are planted."""


@dataclass
class Planted:
    """A document, and the records that a reader who misses nothing finds in it."""

    article: Article
    records: list[tuple[int, str, dict[str, Any]]] = field(default_factory=list)
    """Offset of the sentence in the text, section of the schema, and the record without its citation."""


def long_document(characters: int, seed: int = 7) -> Planted:
    """A document of about so many characters."""
    chance = random.Random(seed)
    parts: list[str] = []
    planted: list[tuple[int, str, dict[str, Any]]] = []
    length = 0

    def add(text: str) -> int:
        nonlocal length
        at = length
        parts.append(text)
        length += len(text)
        return at

    host = company(chance)
    add(f"{host} holds its annual meeting\n\n{host} held its annual meeting on Tuesday. ")
    add("Those who spoke for it and for its partners are recorded below.\n\n")
    due, number = 500, 0
    while length < characters:
        if chance.random() < 0.1:
            add(f"{person(chance)} -- Member of the Board\n\n")
        for _ in range(chance.randint(2, 5)):
            if length >= due:
                plant(chance, number, add, planted)
                number, due = number + 1, due + EVERY
            filler = chance.choice(FILLER)
            place = chance.choice(SYLLABLES).title() + chance.choice(ENDINGS)
            add(filler.format(noun=chance.choice(NOUNS), place=place, season=chance.choice(SEASONS)) + " ")
        add("\n\n")
    return Planted(Article.from_text("".join(parts).rstrip()), planted)


def plant(chance: random.Random, number: int, add: Any, planted: list[tuple[int, str, dict[str, Any]]]) -> None:
    """Writes a sentence that holds a record: by turns a deal, a quote, a claim."""
    if number % 3 == 0:
        buyer, seller, goods = company(chance), company(chance), chance.choice(GOODS)
        value = f"${chance.randint(11, 989)} million"
        at = add(f"{buyer} agreed to buy {goods} from {seller} for {value}. ")
        parties = [{"name": buyer, "role": "customer"}, {"name": seller, "role": "supplier"}]
        money = {"text": value, "currency": "USD"}
        deal = {"kind": "supply", "status": "agreed", "parties": parties, "subject": goods, "value": money}
        planted.append((at, "deals", {**deal, "dates": [], "terms": []}))
        for name in (buyer, seller):
            planted.append((at, "parties", _party(name, "company")))
    elif number % 3 == 1:
        speaker, job, firm = person(chance), chance.choice(JOBS), company(chance)
        noun, season = chance.choice(NOUNS), chance.choice(SEASONS)
        words = f"We will not close the {noun} number {number} before the {season} of next year"
        at = add(f"“{words},” said {speaker}, {job} of {firm}. ")
        kind = "analyst" if job == "analyst" else "executive"
        quote = {"text": words, "mode": "direct", "speaker": speaker, "affiliation": firm, "role": job}
        planted.append((at, "quotes", {**quote, "speaker_kind": kind}))
        planted.append((at, "parties", _party(speaker, "person")))
    else:
        firm, share = company(chance), f"{chance.randint(2, 48)}.{chance.randint(1, 9)}%"
        sentence = f"Revenue at {firm} rose {share} in the last quarter."
        at = add(f"{sentence} ")
        figures = [{"text": share, "measures": f"rise in revenue at {firm}", "period": "in the last quarter"}]
        claim = {"statement": sentence, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": figures}
        planted.append((at, "claims", claim))


def company(chance: random.Random) -> str:
    """An invented company."""
    stem = chance.choice(SYLLABLES).title() + chance.choice(SYLLABLES) + chance.choice(ENDINGS)
    return f"{stem} {chance.choice(TRADES)} {chance.choice(FORMS)}"


def person(chance: random.Random) -> str:
    """An invented person."""
    last = chance.choice(SYLLABLES).title() + chance.choice(SYLLABLES) + chance.choice(SYLLABLES)
    return f"{chance.choice(FIRST)} {last}"


def _party(name: str, kind: str) -> dict[str, Any]:
    return {"name": name, "aliases": [], "kind": kind, "description": None, "ticker": None}
