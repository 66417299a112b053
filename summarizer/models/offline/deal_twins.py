"""Whether two names are one company's, one shorter than the other."""

from __future__ import annotations

from summarizer.text.name_forms import strip_suffix


def are_twins(one: str, other: str) -> bool:
    """Whether two names are one with and without its last words: "Tarn", "Tarn.com Inc", "Tarn Steel Inc"."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return bool(short) and (long == short or long.startswith((f"{short} ", f"{short}.")))


def _plain(name: str) -> str:
    return strip_suffix(name).lower().removeprefix("the ")
