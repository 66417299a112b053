"""What an article has in common with the others of its event, in a line: plain text, which whoever shows it escapes."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.dossier.model import Shared

_BOTH = 2


def shared_words(shared: Sequence[Shared], others: int) -> str:
    """`shares Taborex and 48 zloty with all 5 others; Marczuk with 2 of them`; empty where nothing is shared.

    others  how many other articles the event has
    """
    by_count: dict[int, list[str]] = {}
    for one in shared:
        by_count.setdefault(one.others, []).append(f"“{one.text}”" if one.kind == "word" else one.text)
    told = [
        f"{_listed(by_count[count])} with {_whom(count, others)}" for count in sorted(by_count, reverse=True) if count
    ]
    return f"shares {'; '.join(told)}" if told else ""


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _whom(count: int, others: int) -> str:
    if others == 1:
        return "the other"
    if count == others == _BOTH:
        return "both others"
    return f"all {others:,} others" if count >= others else f"{count:,} of the {others:,} others"
