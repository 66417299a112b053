"""Markdown: the text as it stands, with the front matter read for metadata and left out.

Front matter is a block between two lines of `---` (YAML) or `+++` (TOML) at the very top. It is not prose: as sentences
it would be cited and quoted. Of YAML, what front matter holds in practice is read, scalars and lists of scalars, and it
need not be valid: `title: Halden: what is next` is a common slip.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from summarizer.readers.content import Content, stated_day
from summarizer.text.patterns import pattern

_LINE_END = r"(?:\r\n|\r|\n)"
_FENCED = pattern(
    rf"(?P<fence>---|\+\+\+)[ \t]*{_LINE_END}"
    rf"(?P<matter>(?:(?!(?:---|\+\+\+|\.\.\.)[ \t]*(?:[\r\n]|\Z))[^\r\n]*{_LINE_END}){{1,200}})"
    rf"(?:---|\.\.\.|\+\+\+)[ \t]*(?:{_LINE_END}+|\Z)"
)
_KEY = pattern(r"([A-Za-z_][\w-]{0,40})[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_ITEM = pattern(r"[ \t]*-[ \t]+(.*)$")
_COMMENT = pattern(r"[ \t]+#.*$")

_TITLE_KEYS = ("title", "headline")
_AUTHOR_KEYS = ("author", "authors", "byline", "by")
_DATE_KEYS = ("date", "published", "publish_date", "date_published", "datepublished", "published_at", "pubdate")
_URL_KEYS = ("canonical_url", "canonical", "url", "source_url", "link")


def read(text: str) -> Content:
    """The article without its front matter, and the title, author, date and address from there."""
    fenced = _FENCED.match(text)
    matter = _entries(fenced["fence"], fenced["matter"]) if fenced else {}
    if fenced is None or not matter:
        return Content(text)
    return Content(
        text[fenced.end() :],
        derived=True,
        title=_first(matter, _TITLE_KEYS),
        author=_first(matter, _AUTHOR_KEYS),
        url=_first(matter, _URL_KEYS),
        published=stated_day(_first(matter, _DATE_KEYS)),
    )


def _entries(fence: str, matter: str) -> Mapping[str, Any]:
    if fence == "+++":
        try:
            return {key.casefold(): value for key, value in tomllib.loads(matter.replace("\r", "\n")).items()}
        except tomllib.TOMLDecodeError:
            return {}
    return _yaml(matter.splitlines())


def _yaml(lines: Sequence[str]) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    key = ""
    for line in lines:
        if found := _KEY.match(line):
            key = found[1].casefold()
            entries[key] = _value(found[2] or "")
        elif key and (item := _ITEM.match(line)):
            listed = entries[key] if isinstance(entries[key], list) else []
            entries[key] = [*listed, _scalar(item[1])]
    return entries


def _value(words: str) -> str | list[str]:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return [_scalar(part) for part in words[1:-1].split(",")]
    return _scalar(words)


def _scalar(words: str) -> str:
    words = words.strip()
    for mark in "\"'":
        if len(words) > 1 and words.startswith(mark) and (end := words.rfind(mark)) > 0:
            inner = words[1:end]
            return inner.replace("''", "'") if mark == "'" else inner.replace('\\"', '"')
    return _COMMENT.sub("", words)


def _first(matter: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    for key in keys:
        value = matter.get(key)
        words = ", ".join(str(part) for part in value) if isinstance(value, list) else str(value or "")
        if words.strip() and words.strip() not in ("null", "~"):
            return words.strip()
    return None
