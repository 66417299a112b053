"""The same number, date or word, spelled in another way, in statements."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.tables import MONTHS, NUMBER_WORDS, SHORT_MONTHS, WEEKDAYS

BRITISH: tuple[tuple[str, str], ...] = (
    ("labor", "labour"), ("color", "colour"), ("favor", "favour"), ("favorite", "favourite"), ("center", "centre"),
    ("program", "programme"), ("organization", "organisation"), ("analyze", "analyse"), ("rumors", "rumours"),
    ("rumor", "rumour"), ("fiber", "fibre"), ("skeptical", "sceptical"), ("defense", "defence"),
    ("canceled", "cancelled"), ("traveled", "travelled"), ("realize", "realise"), ("neighbor", "neighbour"),
    ("license", "licence"), ("recognized", "recognised"), ("finalized", "finalised"), ("adviser", "advisor"),
    ("modernize", "modernise"), ("cannot", "can not"), ("aluminum", "aluminium"), ("tons", "tonnes"),
)[:-1]  # fmt: skip


def _restated(case: Case, text: str) -> Draft:
    """The draft with another wording of its statement; the figures are copied words and stay."""
    return case.having(**{str(case.statement_field): text})


def _sentence(case: Case) -> str:
    return case.statement if "“" not in case.statement and '"' not in case.statement else ""


def percent(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    if re.search(r"\d%", text):
        yield _restated(case, re.sub(r"(?<=\d)%", " percent", text))
        yield _restated(case, re.sub(r"(?<=\d)%", " per cent", text))
    elif re.search(r"\d (?:percent|per cent|pct)\b", text):
        yield _restated(case, re.sub(r"(?<=\d) (?:percent|per cent|pct)\b", "%", text))


def scale(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    for long, short in (("billion", "bn"), ("million", "m")):
        found = re.search(rf"([$€£]\d[\d.,]*) {long}\b", text)
        if found:
            yield _restated(case, text.replace(found.group(), found[1] + short))
        found = re.search(rf"([$€£]\d[\d.,]*){short}\b", text)
        if found:
            yield _restated(case, text.replace(found.group(), f"{found[1]} {long}"))
    found = re.search(r"(\d[\d.,]*) (mln|billion|bn) dlrs\b", text)
    if found:
        word = {"mln": "million", "bn": "billion"}.get(found[2], found[2])
        yield _restated(case, text.replace(found.group(), f"${found[1]} {word}"))
        yield _restated(case, text.replace(found.group(), f"{found[1]} {word} dollars"))


def number_words(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    found = re.search(rf"\b({'|'.join(NUMBER_WORDS[1:])}) (?=[a-z]+s\b)", text)
    if found:
        digits = str(NUMBER_WORDS.index(found[1]) + 1)
        yield _restated(case, text[: found.start()] + digits + " " + text[found.end() :])
    found = re.search(r"(?<![\w.,$€£-])([2-9]) (?=[a-z]+s\b)(?!percent|per|pct)", text)
    if found:
        yield _restated(case, text[: found.start()] + NUMBER_WORDS[int(found[1]) - 1] + " " + text[found.end() :])


def separators(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    if re.search(r"\d,\d{3}\b", text):
        yield _restated(case, re.sub(r"(?<=\d),(?=\d{3}\b)", "", text))


def months(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    for short, long in SHORT_MONTHS.items():
        if re.search(rf"\b{short}\. \d", text):
            yield _restated(case, re.sub(rf"\b{short}\. (?=\d)", f"{long} ", text))
    for month in MONTHS:
        if len(month) > 4 and re.search(rf"\b{month} \d{{1,2}}\b", text):
            yield _restated(case, re.sub(rf"\b{month} (?=\d{{1,2}}\b)", f"{month[:3]}. ", text))


def weekday(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    found = re.search(rf" on ({'|'.join(WEEKDAYS)})\b(?! (?:morning|night|evening|afternoon))", text)
    if found and found.end() > 20:
        yield _restated(case, text[: found.start()] + text[found.end() :])


def ordinals(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    found = re.search(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b(?!,? \d{{4}})", text)
    if found:
        yield _restated(case, text.replace(found.group(), f"{found[2]} {found[1]}"))


def british(case: Case, _: random.Random) -> Iterator[Draft]:
    text = case.statement
    for one, other in BRITISH:
        for old, new in ((one, other), (other, one)):
            if re.search(rf"\b{old}\b", text):
                yield _restated(case, re.sub(rf"\b{old}\b", new, text))


def ampersand(case: Case, _: random.Random) -> Iterator[Draft]:
    for field in filter(None, (case.statement_field, "name" if case.section == "parties" else None)):
        if re.search(r"\w{2} & \w{2}", case.draft[field]):
            yield case.having(**{field: case.draft[field].replace(" & ", " and ")})
