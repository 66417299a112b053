"""What an article's result depends on, as hashes: by these a run knows what it need not do again."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import unicodedata
from datetime import date
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from summarizer.article import Article
from summarizer.models.base import Model
from summarizer.pipeline import Pipeline
from summarizer.resources import PACKAGE
from summarizer.schema import Schema

NOT_ASKED = frozenset(
    (  # noqa: SIM905
        "__main__ api batch cli commands coroutines dossier engines evaluation exports extractions foreign generators "
        "mcp_server options reporting tables telemetry"
    ).split()
)
"""Modules and rooms of this package that do not change what is found in an article."""
ASKED_AFTER_ALL = ("exports/documents.py",)
"""How a document is written down."""
LIBRARIES = ("charset-normalizer", "lxml_html_clean", "pydantic", "rapidfuzz", "trafilatura")
"""Libraries that read articles or compare their words."""


def settings_of(pipeline: Pipeline, published: date | None) -> bytes:
    """The SHA-256 of what is the same for all articles of a run: program, model, schema, prompts, policy, judge."""
    judge = pipeline.judge
    return _hash(
        program(),
        [_model(model) for model in pipeline.models],
        pipeline.route,
        _schema(pipeline.settings.schema),
        pipeline.prompt_hashes,
        pipeline.settings.policy,
        pipeline.settings.repairs,
        pipeline.settings.section_tokens,
        pipeline.settings.passes,
        None if judge is None else [_model(judge.model), judge.prompt.hash, judge.most_characters],
        published,
    )


def key_of(article: Article, program: bytes) -> bytes:
    """The SHA-256 of all that an article's result depends on: itself, its path left out, and `settings_of` the run.

    Where two articles have the same, one is answered by what is known of the other.
    """
    said = (article.published, article.published_from, article.title)
    return _hash(program.hex(), article.sha256, *said)


def settings_in(program: bytes, folder: Path) -> bytes:
    """The SHA-256 by which a run over `folder` knows whether it would tell an article as another run did; `program` is
    `settings_of` it."""
    # Where the folder is called otherwise, so are the articles in their documents.
    return hashlib.sha256(program + os.fsencode(folder)).digest()


def services_asked(pipeline: Pipeline) -> str:
    """Who may be asked for the records, in words."""
    return ", then ".join(map(service_of, pipeline.models))


def service_of(model: Model) -> str:
    """Who is asked, in words."""
    address = getattr(getattr(model, "endpoint", None), "base_url", None)
    return f"{model.name} at {address}" if address else model.name


@lru_cache(maxsize=1)
def program() -> str:
    """The SHA-256 of the code that finds and checks records, and of what it stands on."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE)
        if relative.parts[0].removesuffix(".py") not in NOT_ASKED or relative.as_posix() in ASKED_AFTER_ALL:
            digest.update(f"{relative.as_posix()}\0".encode() + path.read_bytes() + b"\0")
    for name in LIBRARIES:
        digest.update(f"{name} {_version(name)}\0".encode())
    digest.update(f"{platform.python_version_tuple()[:2]} {unicodedata.unidata_version}".encode())
    return digest.hexdigest()


def _model(model: Model) -> list[object]:
    """The model's name and address, and the options that change what it answers."""
    options = getattr(model, "options", None)
    return [
        model.name,
        getattr(getattr(model, "endpoint", None), "base_url", None),
        *(getattr(options, name, None) for name in ("max_output_tokens", "temperature", "reasoning_effort", "reasks")),
    ]


def _schema(schema: Schema) -> list[object]:
    """The shape that is asked for; of a user's own classes also the files, which may check more than a shape says."""
    records = [section.record for section in schema.sections.values()]
    files = {getattr(sys.modules.get(record.__module__), "__file__", None) for record in records}
    own = sorted(path for name in files if name and not (path := Path(name)).resolve().is_relative_to(PACKAGE))
    return [
        schema.name,
        schema.wire.model_json_schema(),
        [record.model_json_schema() for record in records],
        [hashlib.sha256(path.read_bytes()).hexdigest() for path in own if path.is_file()],
    ]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"


def _hash(*parts: Any) -> bytes:
    return hashlib.sha256(json.dumps(parts, default=str, sort_keys=True).encode()).digest()
