"""The pages of the report, from the templates in `templates/`: HTML in pieces, so that none is in memory whole."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from summarizer.escaping import visible
from summarizer.exports.brief import plural
from summarizer.exports.html.charts import deals_by_kind, verdicts_by_field
from summarizer.exports.html.event_parts import EventView
from summarizer.exports.html.rows import marked
from summarizer.exports.html.tables import IN_PAGE, Table
from summarizer.exports.html.totals import VERDICTS, Totals
from summarizer.exports.html.view import ArticleView

TEMPLATES = Path(__file__).parent / "templates"

_BETWEEN_BLOCKS = re.compile(r"\n(?=</?(?:article|d[dltiv]+|h[12]|li|nav|p|section|ul)\b)|(?<=>)\n$")
"""Texts are escaped: a tag is one of the templates."""

Sum = tuple[str, str, str]
"""A figure of the start page: what is counted, the number, a remark."""
Shown = tuple[Table, str, str]
"""A table with its heading and what is said below it."""


@dataclass(frozen=True, slots=True)
class Start:
    """What the start page shows."""

    title: str
    about: Sequence[str]
    totals: Totals
    failed: int
    grouped: bool
    """Whether the articles were grouped by event."""
    first_tables: Sequence[Shown]
    last_tables: Sequence[Shown]


class Pages:
    """Renders pages. Texts are escaped where they are put in, and what is not to be seen in them is left out.

    `version` stands for what the pages are made of; they carry it.
    """

    def __init__(self, version: str = "") -> None:
        self._version = version

    @cached_property
    def look(self) -> str:
        """What changes whenever a template, the style or the script does."""
        files = sorted(path for path in TEMPLATES.iterdir() if path.is_file())
        return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]

    @cached_property
    def _templates(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_finalized,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        style, script = (_file(name) for name in ("report.css", "report.js"))
        environment.globals.update(
            style=Markup(style),  # noqa: S704 (our own files)
            script=Markup(script),  # noqa: S704
            # No address may be loaded, and no script or style run but these two: what an article smuggles in does
            # nothing even if it were not escaped.
            policy=f"default-src 'none'; script-src {_source(script)}; style-src {_source(style)}; "
            "base-uri 'none'; form-action 'none'",
            in_page=IN_PAGE,
            marked=marked,
            plural=plural,
            verdicts=VERDICTS,
            version=self._version,
        )
        return environment

    def fragment(self, view: ArticleView) -> str:
        """The article as it stands in the one file that holds all."""
        return _dense(self._templates.get_template("fragment.html.j2").render(view=view))

    def page(self, view: ArticleView, home: str) -> str:
        """The article as a page of its own; `home` is the address of the start page."""
        return self._templates.get_template("page.html.j2").render(view=view, home=home)

    def event_fragment(self, view: EventView) -> str:
        """The event as it stands in the one file that holds all."""
        return self._templates.get_template("event_fragment.html.j2").render(view=view)

    def event_page(self, view: EventView, home: str) -> str:
        """The event as a page of its own."""
        return self._templates.get_template("event_page.html.j2").render(view=view, home=home)

    def start(self, start: Start, articles: Iterable[str] = ()) -> Iterator[str]:
        """The start page, with these fragments behind it."""
        return self._templates.get_template("start.html.j2").generate(
            title=start.title,
            about=start.about,
            sums=tuple(_sums(start.totals, start.failed)),
            first_tables=start.first_tables,
            last_tables=start.last_tables,
            by_kind=deals_by_kind(start.totals),
            grouped=start.grouped,
            several=start.totals.articles > 1,
            by_field=verdicts_by_field(start.totals),
            articles=(Markup(article) for article in articles),  # noqa: S704 (rendered here)
        )


def _sums(totals: Totals, failed: int) -> Iterator[Sum]:
    yield "Articles", f"{totals.articles:,}", f"{failed:,} failed" if failed else ""
    for section, name in (("deals", "Deals"), ("quotes", "Quotes"), ("claims", "Claims"), ("parties", "Parties")):
        if totals.sections[section]:
            yield name, f"{totals.sections[section]:,}", ""
    yield "Records", f"{totals.records:,}", f"{totals.dropped:,} dropped" if totals.dropped else ""
    for verdict in VERDICTS:
        number = totals.verdicts[verdict]
        yield verdict.capitalize(), f"{number:,}", _share(number, totals.records)


def _share(part: int, whole: int) -> str:
    if not part:
        return ""
    share = 100 * part / whole
    return "< 1%" if share < 1 else "> 99%" if 99 < share < 100 else f"{share:.0f}%"


def _dense(page: str) -> str:
    """`page` without empty lines, and without line ends between blocks, where HTML shows no white space."""
    return _BETWEEN_BLOCKS.sub("", re.sub(r"\s*\n\s*", "\n", page))


def _finalized(value: Any) -> Any:
    """Escapes a text. The apostrophe stays: attributes are in double quotes in all templates, and it is frequent."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    # Most texts are plain, and there are hundreds in an article.
    text = value if value.isascii() and value.isprintable() else visible(value)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    return Markup(text)  # noqa: S704 (escaped in the line above)


def _file(name: str) -> str:
    """A file of style or script as it stands in every page: without indents and whole-line comments."""
    lines = (line.strip() for line in (TEMPLATES / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
