"""What the program keeps between articles: little, and no more after a hundred thousand of them than after a few."""

from __future__ import annotations

import functools
import gc
import importlib
import pkgutil
import weakref
from collections.abc import Iterator

import summarizer
from summarizer import Article, summarize
from summarizer.models.offline import read_news

MOST = 16384
"""Entries of a cache whose keys are words or names."""
ONE_A_CLASS = {
    "summarizer.asking.wires.again_wire",
    "summarizer.asking.wires.overview_wire",
    "summarizer.evaluation.partial.partial_class",
    "summarizer.fields._annotation",
    "summarizer.fields._text_kinds",
    "summarizer.fields.own_fields",
    "summarizer.fields.wire_model",
    "summarizer.prompts._fields_of",
    "summarizer.schema._repair_wire",
    "summarizer.tables.layout.tables_of",
    "summarizer.tables.shapes.shape_of",
    "summarizer.wire.cited_lists",
}
"""Caches without a bound: their keys are the classes of records that the program defines."""
SPELLINGS = {"summarizer.text.datelines._month"}
"""Without a bound too: their keys are the ways to write a month."""


def _caches() -> Iterator[tuple[str, int | None]]:
    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and str(one.__module__).startswith("summarizer"):
            yield f"{one.__module__}.{one.__qualname__}", one.cache_parameters()["maxsize"]


def test_every_cache_has_a_bound_or_classes_for_keys() -> None:
    unbounded = {name for name, size in _caches() if size is None}
    assert unbounded - ONE_A_CLASS - SPELLINGS == set()


def test_no_cache_holds_more_than_its_words_and_names() -> None:
    assert {name: size for name, size in _caches() if size is not None and size > MOST} == {}


def test_nothing_keeps_an_article_that_is_done() -> None:
    text = "Velkamp agreed to buy Dorrin Rail for $40 million. “It fits,” said Mira Okonjo, who runs Velkamp."
    article = Article.from_text(text)
    result = summarize(article, model="offline")
    gone = weakref.ref(article)
    readings = weakref.ref(article.readings)
    del article
    gc.collect()
    assert result.source.sha256
    assert gone() is None
    assert readings() is None


def test_what_the_rules_read_of_an_article_goes_without_the_collector() -> None:
    text = "“It fits,” said Mira Okonjo, who runs Velkamp. Velkamp agreed to buy Dorrin Rail for $40 million."
    gc.collect()
    gc.disable()
    try:
        article = Article.from_text(text)
        read_news(article)
        readings = weakref.ref(article.readings)
        del article
        assert readings() is None
    finally:
        gc.enable()
