"""Untrusted text made safe to show: an article, a model and a file name can hold anything."""

from __future__ import annotations

import re

_CONTROLS = r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]"
"""C0, C1 and bidirectional overrides."""

_CONTROL = re.compile(_CONTROLS)

_NOT_SHOWN = re.compile(
    _CONTROLS + r"|[\xad\u200b\u2060\ufeff]"  # soft hyphens and spaces of no width, which copies carry along
)
"""What a terminal obeys instead of showing, and what shows as nothing. Controls that Python counts as white space
become a space."""

_SURROGATES = re.compile(r"[\ud800-\udfff]")
_ODD_SPACES = re.compile(r"[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""Controls that Python counts as white space and HTML does not."""

_MARKDOWN = re.compile(
    r"""
    [\\`*_\[\]<>|~\#]             # emphasis, links, HTML, tables, headings
    | ^[-+=]                      # a list, a rule, the underline of a heading
    | ^(?P<number>\d{1,9})[.)]    # a numbered list
    | &(?=\#?\w+;)                # a character reference
    | :(?=//)                     # GitHub makes links of bare addresses
    | (?<=\bwww)\.
    """,
    re.VERBOSE | re.IGNORECASE,
)


def without_controls(text: str) -> str:
    """`text` without what a terminal obeys instead of showing; what only shows as nothing stays."""
    return text if text.isprintable() else _CONTROL.sub("", _ODD_SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """`text` on one line, its white space runs one space each, without what a terminal obeys or does not show."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", " ".join(_NOT_SHOWN.sub("", text).split()))


def visible(text: str) -> str:
    """`text` with its lines as they are, without what a reader does not see or what turns the order of the letters."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _ODD_SPACES.sub(" ", _NOT_SHOWN.sub("", text)))


def markdown_text(text: str) -> str:
    """`text` on one line as Markdown that shows just these characters, wherever in a line it is put."""
    return _MARKDOWN.sub(_escaped, one_line(text))


def _escaped(match: re.Match[str]) -> str:
    number = match["number"] or ""
    return f"{number}\\{match[0][len(number) :]}"
