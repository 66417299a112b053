"""What is made of a model's answer, whoever brought it, before its records are looked at."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from summarizer.escaping import without_controls
from summarizer.models.mending import distinct, repeats_note


def finished(parsed: BaseModel, notes: tuple[str, ...]) -> tuple[Any, tuple[str, ...]]:
    """The data of an answer, and `notes` with what was done to it.

    Characters that a terminal obeys, or that turn the order of the letters, are taken out of its texts, since whoever
    reads a record must see what was verified; then records that stand there twice are left out.
    """
    data, texts = _shown(parsed.model_dump(mode="json"))
    data, repeats = distinct(data)
    return data, (*notes, *repeats_note(repeats), *_controls_note(texts))


def _shown(data: Any) -> tuple[Any, int]:
    """`data` with such characters out of its texts, and how many of these had any; the same object where none had."""
    if isinstance(data, str):
        text = without_controls(data)
        return (text, 1) if text != data else (data, 0)
    if isinstance(data, dict):
        members = {name: _shown(value) for name, value in data.items()}
        texts = sum(count for _, count in members.values())
        return ({name: value for name, (value, _) in members.items()} if texts else data), texts
    if isinstance(data, list):
        items = [_shown(value) for value in data]
        texts = sum(count for _, count in items)
        return ([value for value, _ in items] if texts else data), texts
    return data, 0


def _controls_note(texts: int) -> tuple[str, ...]:
    if not texts:
        return ()
    what = "1 text" if texts == 1 else f"{texts} texts"
    return (f"the model's answer was mended: control characters in {what}",)
