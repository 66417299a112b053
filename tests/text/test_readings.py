"""What is read of a text is read once, and says of whole texts what it says of their sentences."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.article import Article
from summarizer.text import readings
from summarizer.text.readings import Readings

TEXT = """\
Velkamp NV paid $1.2 billion for Dorrin Rail (“Dorrin”) on 3 March, in cash. “It fits,” said Mira Okonjo-Hall, its head.
Velkamp sold 40% of it last year for 95 crowns a share."""


@pytest.fixture
def read() -> Readings:
    return Article.from_text(TEXT, published=date(2025, 4, 1)).readings


def test_amounts_and_dates_stand_at_their_places_in_the_whole_text(read: Readings) -> None:
    assert [TEXT[one.start : one.end] for one in read.amounts] == ["$1.2 billion", "40%", "95 crowns"]
    assert [TEXT[one.start : one.end] for one in read.dates] == ["3 March", "last year"]
    assert [(one.earliest, one.latest) for one in read.dates] == [
        (date(2025, 3, 3), date(2025, 3, 3)),
        (date(2024, 1, 1), date(2024, 12, 31)),
    ]


def test_sentences_go_by_number_from_one(read: Readings) -> None:
    assert [str(one.value) for one in read.amounts_of(3)] == ["40", "95"]
    assert read.dates_of(2) == []


def test_speech_is_that_of_its_sentence(read: Readings) -> None:
    assert [one.speaker for one in read.speech] == ["Mira Okonjo-Hall"]
    assert read.speech_of(2) == read.speech
    assert read.speech_of(1) == []


def test_nothing_is_read_twice(read: Readings, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("find_names", "read_amounts", "read_dates", "stated_aliases"):
        once = getattr(readings, name)
        monkeypatch.setattr(readings, name, lambda *given, once=once, name=name: calls.append(name) or once(*given))
    for _ in range(2):
        assert all((read.names, read.aliases, read.directory, read.amounts_of(1), read.amounts, read.dates))
    assert sorted(calls) == ["find_names", *["read_amounts"] * 3, *["read_dates"] * 3, "stated_aliases"]
