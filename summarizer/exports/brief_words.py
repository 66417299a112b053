"""Names of fields and classes as a reader wants them."""

from __future__ import annotations

import re


def plain(name: str) -> str:
    """`expected_close` → `expected close`."""
    return name.replace("_", " ").strip()


def class_words(name: str) -> str:
    """`ClinicalTrial` → `Clinical trial`."""
    return label(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).capitalize())


def label(name: str) -> str:
    """`expected_close` → `Expected close`."""
    words = plain(name)
    return words[:1].upper() + words[1:]
