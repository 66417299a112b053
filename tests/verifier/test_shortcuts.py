"""The verifier's shortcuts come to the same as the long way: copies of models, spans, folding of a stretch alone."""

from __future__ import annotations

import gc
import weakref

import pytest
from pydantic import PrivateAttr

from summarizer import Article
from summarizer.fields import Money, Name, Record
from summarizer.records import Claim, Party
from summarizer.verdicts import Span, with_fields
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate, locate_cited
from summarizer.verifier.verifier import verify_record


class Kept(Record):
    name: Name
    _seen: int = PrivateAttr(default=3)


@pytest.mark.parametrize(
    ("model", "update"),
    [
        (Party(name="Velkamp", kind="company", evidence=[1]), {"evidence": [2], "aliases": ["VK"]}),
        (Money(text="$4 million"), {"amount": 4_000_000, "currency": "USD"}),
        (Kept(name="Velkamp"), {"name": "Dorrin"}),
    ],
)
def test_a_model_with_other_fields_is_what_pydantic_makes_of_it(model: Record, update: dict[str, object]) -> None:
    before = model.model_dump()
    made, meant = with_fields(model, update), model.model_copy(update=update)
    assert made == meant
    assert type(made) is type(meant)
    assert made.model_fields_set == meant.model_fields_set
    assert made.model_dump_json(exclude_unset=True) == meant.model_dump_json(exclude_unset=True)
    assert model.model_dump() == before


def test_private_attributes_are_copied_too() -> None:
    model = Kept(name="Velkamp")
    model._seen = 7
    assert with_fields(model, {"name": "Dorrin"})._seen == 7


def test_a_span_of_a_text_is_the_span_that_is_written_out() -> None:
    made, meant = Span.of("name", 3, 6, "on deck"), Span(field="name", start=3, end=6, text="dec")
    assert made == meant
    assert made.model_fields_set == meant.model_fields_set
    assert made.model_dump_json() == meant.model_dump_json()


def test_an_index_is_freed_with_its_last_record_and_not_by_the_collector() -> None:
    article = Article.from_text("Velkamp bought Dorrin Rail for $40 million. It paid in cash.")
    index = Index(article)
    gone = weakref.ref(index)
    claim = Claim(statement="It paid in cash.", kind="fact", certainty="asserted", evidence=[2])
    gc.collect()
    gc.disable()
    try:
        assert verify_record(claim, index).verdict == "verified"
        del index
        assert gone() is None
    finally:
        gc.enable()


LONG = "The quays of the northern basin were dredged in spring. " * 12


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("the “old” yard", 'the "old" yard'),
        ("Ostrava's  new - cranes", "Ostrava’s new – cranes"),
        ("cranes, wharves and tugs", "cranes; wharves and tugs"),
        ("velkamp tools", "Velkamp\u00a0Tools"),
        ("the cranes […] of Ostrava", "the cranes and all the tugs of Ostrava"),
    ],
)
def test_a_cited_stretch_folded_alone_has_its_places_where_the_whole_article_has_them(said: str, stands: str) -> None:
    text = f"{LONG}He sold {stands} today. {LONG}"
    index = Index(Article.from_text(text))
    number = index.sentence_at(text.index(stands))
    alone = locate_cited(said, Cited(index, [number]))
    whole = locate_cited(said, Cited(index, range(1, len(index.sentences) + 1)))
    assert alone is not None
    assert alone == whole
    assert text[slice(*alone.whole)] == stands


@pytest.mark.parametrize(
    ("said", "stands"),
    [("office of Velkamp", "oﬃce of Velkamp"), ("Dorrin Rail", "Dor\u00adrin Rail"), ("Kestrel 12", "Kestrel １２")],
)
def test_words_that_only_folding_brings_about_are_still_found(said: str, stands: str) -> None:
    text = f"{LONG}He saw the {stands} today."
    index = Index(Article.from_text(text))
    assert index.small is None
    located = locate(said, Cited(index, [len(index.sentences)]))
    assert located is not None
    assert text[slice(*located.whole)] == stands


def test_an_article_of_plain_and_curly_characters_is_looked_through_in_small_letters() -> None:
    index = Index(Article.from_text("“Société Velkamp” paid €4 million – in cash…"))
    assert index.small == "“société velkamp” paid €4 million – in cash…"
    assert locate("Velkamp Tools", Cited(index, [1])) is None
    assert locate("SOCIÉTÉ VELKAMP", Cited(index, [1])) is not None
