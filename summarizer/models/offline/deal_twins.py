"""Whether two names are one company's, one shorter than the other."""

from __future__ import annotations

from summarizer.text.name_forms import strip_suffix


def are_twins(one: str, other: str) -> bool:
    """Whether two names are one with and without its last words: "Tarn", "Tarn.com Inc", "Tarn Steel Inc";

    or with their initials: "Tarn MCF".
    """
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return bool(short) and (long == short or long.startswith((f"{short} ", f"{short}.")) or _abbreviates(short, long))


def _abbreviates(short: str, long: str) -> bool:
    """Whether the second of two words has the initials of all that follows the first: "Tarn MCF"."""
    first, _, letters = short.partition(" ")
    words = long.split()
    return len(letters) > 1 and first == words[0] and letters == "".join(word[0] for word in words[1:])


def _plain(name: str) -> str:
    return strip_suffix(name).lower().removeprefix("the ")
