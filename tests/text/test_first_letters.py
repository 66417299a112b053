from __future__ import annotations

import re

import pytest

from summarizer.text.first_letters import with_look

TEXTS = (
    "Orvane expects sales to rise; Lund, which didn't, WILL sell. It's “likely”: 12% up\nor [so].",
    "A rise of €3, said the maker's CEO, is no-one's 'guess'.",
    "",
)
PATTERNS = (
    r"\b(?:expects?|rise|(?-i:will)|(?<!the )maker)\b",
    r"\bexpects\b|\b(?:a|the)\srise\b",
    r"(?<!,\s)which\b|[’']t\b",
    r"(?:\b(?:ceo|cfo)|[$€£]\d)\b",
    r"(?:no-)?one|(?P<mark>[\[“\"])\w",
    r"(?:x|y)*rise|\d+%",
    r"o{1,2}r|\(|[)\]]",
    r"(?!rise)r\w+|\xe9|[a-c]ce",
)


@pytest.mark.parametrize("written", PATTERNS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_pattern_with_a_look_finds_the_same(written: str, text: str) -> None:
    plain = re.compile(written, re.IGNORECASE)
    looking = re.compile(with_look(written), re.IGNORECASE)
    assert [match.regs for match in looking.finditer(text)] == [match.regs for match in plain.finditer(text)]
    assert [bool(looking.match(text, at)) for at in range(len(text))] == [
        bool(plain.match(text, at)) for at in range(len(text))
    ]


@pytest.mark.parametrize(
    ("written", "look"),
    [
        (r"\b(?:sold|bought)\b", r"\b(?=[bs])"),
        (r"\bsold\b|\bbought\b", r"\b(?=[bs])"),
        (r"sold|\bbought\b", r"(?=[bs])"),
        (r"\b(?:(?<!not )(?:un)?likely|[a-c-]x|\d)", r"\b(?=[\-\da-clu])"),
        (r"(?:a?b)?c", r"(?=[abc])"),
        (r"a{0,2}b", r"(?=[ab])"),
        (r"a{2}b", r"(?=[a])"),
    ],
)
def test_the_look_holds_each_first_character(written: str, look: str) -> None:
    assert with_look(written) == f"{look}(?:{written})"


@pytest.mark.parametrize("written", [r"\w+", r".x", r"[^a]b", r"(?:a|b)?", r"a|", r"(a)|\1b", r"a)b", r"\Aa*\Z"])
def test_what_no_set_can_tell_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no set tells"):
        with_look(written)
