"""Finding and replacing amounts, names and words in drafts; the benchmark's own reading, apart from the verifier's."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.tables import NEGATIONS

NUMBER = re.compile(r"(?<![\w.,/\-–])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d/]|[.,]\d|[-–]?\d|th\b|st\b|nd\b|rd\b)")
MONEY = re.compile(
    r"(?P<sign>(?:US|A|C|HK|S|NZ)?\$|€|£|¥|₹|Rs\.? ?)\s?(?P<digits>\d[\d,]*(?:\.\d+)?)"
    r"(?:[ -]?(?P<scale>million|billion|trillion|mln|bln|bn|mn|m|crore|lakh)\b)?"
    r"|(?P<digits2>\d[\d,]*(?:\.\d+)?)(?:[ -](?P<scale2>million|billion|trillion|mln|bln|bn|mn|crore|lakh))?"
    r" (?P<word>dlrs|stg|dollars|euros?|pounds|(?:Swiss )?francs|yen|rupees|cents)\b"
)
PERCENT = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?(%|per cent\b|percent\b|pct\b)")
YEAR = re.compile(r"(?<![\w$€£.,])(19[5-9]\d|20[0-4]\d)(?![\w%]|,\d)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
SCALES = {
    "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12,
    "crore": 1e7, "lakh": 1e5,
}  # fmt: skip
LEGAL = frozenset(
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "plc",
        "llc",
        "lp",
        "ag",
        "sa",
        "nv",
        "se",
        "gmbh",
        "ab",
        "oyj",
        "oy",
        "bv",
        "holdings",
        "group",
        "company",
        "the",
        "and",
        "of",
    ]
)


def squeezed(text: str) -> str:
    return " ".join(text.split())


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DAY_BEFORE = re.compile(rf"{_MONTH}\.? $")
_DAY_AFTER = re.compile(rf" {_MONTH}\b")


def plain_numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers of `text` that are no years and no days of a month, in ASCII digits."""
    for match in NUMBER.finditer(text):
        if not match.group().isascii() or YEAR.fullmatch(match.group()):
            continue
        if not _DAY_BEFORE.search(text[: match.start()]) and not _DAY_AFTER.match(text, match.end()):
            yield match


def approximate(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is given as an approximate one."""
    return bool(
        re.search(r"\b(?:about|around|nearly|almost|roughly|some|approximately|over|than|close to) ?\W*$", text[:start])
    )


def numbers_in(text: str) -> set[str]:
    """Every number's digits as written, commas left out."""
    return {found.replace(",", "") for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def value_of(match: re.Match[str]) -> float:
    """The value of a `MONEY` match, scale applied."""
    digits = match["digits"] or match["digits2"]
    return float(digits.replace(",", "").rstrip(".")) * SCALES.get(match["scale"] or match["scale2"] or "", 1.0)


def replaced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def at_path(draft: Draft, path: Sequence[str | int]) -> Any:
    value: Any = draft
    for step in path:
        value = value[step]
    return value


def with_path(draft: Draft, path: Sequence[str | int], new: Any) -> Draft:
    """A copy of the draft in which the value at `path` is `new`."""
    done = copy.deepcopy(draft)
    holder = at_path(done, path[:-1])
    holder[path[-1]] = new
    return done


def carriers(case: Case) -> list[tuple[tuple[str | int, ...], str]]:
    """Where a record writes amounts and dates that a corruption may change: the path and the text there."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    if case.statement_field:
        found.append(((case.statement_field,), case.statement))
    found += [(path, text) for path, text in copied_amounts(case)]
    return found


def copied_amounts(case: Case) -> list[tuple[tuple[str | int, ...], str]]:
    found: list[tuple[tuple[str | int, ...], str]] = []
    if case.section == "deals" and case.draft.get("value"):
        value = case.draft["value"]
        found.append((("value",), value) if isinstance(value, str) else (("value", "text"), value["text"]))
    for place, figure in enumerate(case.draft.get("figures", ())):
        found.append((("figures", place, "text"), figure["text"]))
    return found


def edited(case: Case, path: tuple[str | int, ...], text: str) -> Draft:
    """The draft with `text` at `path`; values that were read from the old words are left out, and figures too."""
    if path == (case.statement_field,):
        return case.with_statement(text)
    draft = with_path(case.draft, path, text)
    holder = at_path(draft, path[:-1])
    if isinstance(holder, dict) and path[-1] == "text" and len(path) > 1:
        for name in ("amount", "bound", "high", "unit", "earliest", "latest"):
            holder.pop(name, None)
    return draft


def dated(case: Case) -> list[tuple[tuple[str | int, ...], str]]:
    """Where a record writes dates: the path and the text there."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    if case.statement_field:
        found.append(((case.statement_field,), case.statement))
    for place, entry in enumerate(case.draft.get("dates", ())):
        when = entry["when"]
        found.append((("dates", place, "when"), when if isinstance(when, str) else when["text"]))
    return found


def redated(case: Case, path: tuple[str | int, ...], text: str) -> Draft:
    """The draft with other date words at a path of `dated`."""
    return case.with_statement(text) if path == (case.statement_field,) else with_path(case.draft, path, text)


def once(text: str, phrase: str) -> re.Match[str] | None:
    """Where `phrase` stands as whole words, if it does so exactly once."""
    found = list(
        re.finditer(rf"(?<![\w-]){phrase}(?![\w-])" if phrase[-1:].isalnum() else rf"(?<![\w-]){phrase}", text)
    )
    return found[0] if len(found) == 1 else None


def swapped(text: str, pairs: Iterable[tuple[str, str]], both_ways: bool = False) -> Iterator[str]:
    """`text` with one phrase of the table replaced, a draft for each phrase that stands in it once."""
    for one, other in pairs:
        for old, new in ((one, other), (other, one)) if both_ways else ((one, other),):
            match = once(text, old)
            if match:
                put = match.expand(new) if "\\" in new else new
                if match.start() == 0 and put:
                    put = put[0].upper() + put[1:]
                yield replaced(text, *match.span(), put)


def negated(text: str) -> bool:
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    return any(word in NEGATIONS or word.endswith("n't") for word in words)


def forms(party: Draft) -> list[str]:
    """The names of a party, longest first."""
    return sorted({party["name"], *party.get("aliases", ())}, key=lambda name: (-len(name), name))


def key_words(name: str) -> set[str]:
    return {word.lower().removesuffix("'s").removesuffix("’s") for word in WORD.findall(name)} - LEGAL


def related(one: Draft, other: Draft) -> bool:
    """Whether two parties share a word in any of their names, or one's description names the other."""
    mine = set().union(*map(key_words, forms(one)))
    theirs = set().union(*map(key_words, forms(other)))
    if mine & theirs or _initials(one) & theirs or _initials(other) & mine:
        return True
    for a, b in ((one, other), (other, one)):
        described = key_words(a.get("description") or "")
        if described & set().union(*map(key_words, forms(b))):
            return True
    return False


def _initials(party: Draft) -> set[str]:
    return {"".join(word[0] for word in WORD.findall(name)).lower() for name in forms(party)}


def party_named(case: Case, name: str | None) -> Draft | None:
    """The party of the article that goes by this name."""
    if not name:
        return None
    wanted = key_words(name)
    for party in case.parties:
        if name in forms(party):
            return party
    for party in case.parties:
        if wanted and any(wanted == key_words(form) for form in forms(party)):
            return party
    return None


PERSONS = {"person"}


def kin(one: Draft, other: Draft) -> bool:
    """Whether both are people, or neither is: only such names stand in for one another in a sentence."""
    return (one.get("kind") in PERSONS) == (other.get("kind") in PERSONS)


def others(case: Case, party: Draft) -> list[Draft]:
    """Parties of the article that have nothing to do with `party`, and whose name could stand in its place."""
    return [
        other
        for other in case.parties
        if other is not party and kin(party, other) and not related(party, other) and key_words(other["name"])
    ]


def mentions(text: str, party: Draft) -> list[tuple[int, int]]:
    """Where a party is named in `text`, each place once, by its longest form there."""
    found: list[tuple[int, int]] = []
    for form in forms(party):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if not any(start < match.end() and match.start() < end for start, end in found):
                found.append(match.span())
    return sorted(found)


def standing_alone(text: str, party: Draft) -> bool:
    """Whether every mention of `party` is a whole name, not “America” of “Bank of America”."""
    return party.get("kind") == "person" or not any(
        re.search(r"[A-Z][\w.&-]* (?:of |de )?$", text[:start]) or re.match(r" (?:& )?[A-Z]", text[end:])
        for start, end in mentions(text, party)
    )


def renamed(text: str, party: Draft, name: str) -> str:
    """`text` with every mention of `party` replaced."""
    for start, end in reversed(mentions(text, party)):
        text = replaced(text, start, end, name)
    return text


def sentence_case(text: str) -> str:
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", '."', ".”")) else text + "."
