"""Quotation marks, dashes, spaces and letters in another form."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.verifier.cases import Case, Draft

KEPT = frozenset({"kind", "status", "mode", "certainty", "role", "event", "speaker_kind", "currency", "bound", "type"})
"""Fields with a fixed set of values; a party's `role` is one, a speaker's is copied, and both stay."""


def everywhere(draft: Any, change: Callable[[str], str]) -> Any:
    """`draft` with every free string changed."""
    if isinstance(draft, dict):
        return {name: value if name in KEPT else everywhere(value, change) for name, value in draft.items()}
    if isinstance(draft, list):
        return [everywhere(value, change) for value in draft]
    return change(draft) if isinstance(draft, str) else draft


def quotation_marks(case: Case, _: random.Random) -> Iterator[Draft]:
    straight = str.maketrans("“”‘’", "\"\"''")
    if any(sign in str(case.draft) for sign in "“”‘’"):
        yield everywhere(case.draft, lambda text: text.translate(straight))
    else:
        yield everywhere(case.draft, lambda text: text.replace("'", "’"))


def dashes(case: Case, _: random.Random) -> Iterator[Draft]:
    if any(sign in str(case.draft) for sign in "–—‑"):
        yield everywhere(case.draft, lambda text: text.replace("–", "-").replace("—", "-").replace("‑", "-"))
    else:
        yield everywhere(case.draft, lambda text: text.replace("-", "‑") if " - " not in text else text)


def spaces(case: Case, chance: random.Random) -> Iterator[Draft]:
    def change(text: str) -> str:
        words = text.split(" ")
        at = chance.randrange(len(words))
        return " ".join(words[:at]) + ("\u00a0" if at else "") + " ".join(words[at:])

    yield everywhere(case.draft, change)


def line_breaks(case: Case, _: random.Random) -> Iterator[Draft]:
    if case.section in ("quotes", "parties", "deals"):
        yield everywhere(case.draft, lambda text: text.replace(" ", "\n", 1))


COMMON = frozenset(
    [
        "A",
        "And",
        "But",
        "He",
        "If",
        "In",
        "It",
        "Not",
        "Our",
        "She",
        "That",
        "The",
        "There",
        "They",
        "This",
        "We",
        "What",
    ]
)
"""Words whose capital is only the sentence's; that of a name or an abbreviation stays."""


def initial_letter(case: Case, _: random.Random) -> Iterator[Draft]:
    text = case.draft.get("text") if case.section == "quotes" else None
    if text and case.draft["mode"] != "no_comment" and (text[0].islower() or text.split()[0] in COMMON):
        yield case.having(text=text[0].swapcase() + text[1:])


def full_stop(case: Case, _: random.Random) -> Iterator[Draft]:
    field = case.statement_field or ("text" if case.section == "quotes" else None)
    if field and case.draft[field].endswith("."):
        yield case.having(**{field: case.draft[field][:-1]})
    elif field and case.draft[field][-1].isalpha() and case.draft.get("mode") == "direct":
        yield case.having(**{field: case.draft[field] + "."})
