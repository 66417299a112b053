"""The verifier's shortcuts come to the same as the long way: copies of models, spans, folding of a stretch alone."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import given, strategies
from pydantic import PrivateAttr

from summarizer import Article
from summarizer.fields import FieldKind, Leaf, Money, Name, Record
from summarizer.records import Claim, Party
from summarizer.text.names import NameSpan
from summarizer.text.phrases import letters_of
from summarizer.text.slips import plain_words
from summarizer.verdicts import Finding, Span, Verdict, with_fields
from summarizer.verifier import remembered
from summarizer.verifier.arguments import Reading as Arguments
from summarizer.verifier.clause import Clause
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate, locate_cited, stands_alone
from summarizer.verifier.notes import Held
from summarizer.verifier.quotes import check_quotation
from summarizer.verifier.said import Said
from summarizer.verifier.stage_phrases import _STRETCHES
from summarizer.verifier.token_lines import Line, is_place, line_of, statement_line
from summarizer.verifier.told_relations import _joins, _may_join
from summarizer.verifier.verifier import verify_record
from summarizer.verifier.wording import LONGEST_WORD, words


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


def test_a_finding_of_its_values_is_the_finding_that_is_written_out() -> None:
    made = Finding.of("name_altered", "name", Verdict.ALTERED, "Velkamp", "Velcamp", 3, 10, "Another name.")
    meant = Finding(
        code="name_altered",
        field="name",
        verdict=Verdict.ALTERED,
        said="Velkamp",
        source="Velcamp",
        start=3,
        end=10,
        message="Another name.",
    )
    assert made == meant
    assert made.model_fields_set == meant.model_fields_set
    assert made.model_dump_json() == meant.model_dump_json()


@pytest.mark.parametrize(
    ("statement", "number"), [("It paid in cash.", 2), ("Velkamp acquired Dorrin Rail for about $40 million.", 1)]
)
def test_an_index_is_freed_with_its_last_record_and_not_by_the_collector(statement: str, number: int) -> None:
    article = Article.from_text("Velkamp bought Dorrin Rail for $40 million. It paid in cash.")
    index = Index(article)
    gone = weakref.ref(index)
    claim = Claim(statement=statement, kind="fact", certainty="asserted", evidence=[number])
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


def test_words_stand_where_they_are_said_to_stand() -> None:
    text = f"_a_ an a, a-an {'x' * (LONGEST_WORD + 1)} x’x Ünal’s 3.5"
    found = words(text, offset=7)
    assert [word.text for word in found] == ["a", "an", "a", "a", "an", "x", "x", "Ünal", "s", "3", "5"]
    assert [text[word.start - 7 : word.end - 7] for word in found] == [word.text for word in found]
    assert [word.start - 7 for word in found[:5]] == [1, 4, 7, 10, 12]
    assert found[5].start - 7 == 15 + LONGEST_WORD + 2


def test_the_words_of_a_name_are_the_callers_own() -> None:
    plain_words("Velkamp Tools’s yard").append("spoilt")
    assert plain_words("Velkamp Tools’s yard") == ["velkamp", "tools", "yard"]


@pytest.mark.parametrize(
    ("text", "part", "alone"),
    [
        ("paid 5 million", "5", True),
        ("paid 1,5 million", "5", False),
        ("the AT&T plan", "AT", False),
        ("the mid-yard crane", "yard", True),
        ("harbour", "harbour", True),
        ("harbours", "harbour", False),
    ],
)
def test_a_stretch_between_spaces_is_no_part_of_a_word(text: str, part: str, alone: bool) -> None:
    start = text.index(part)
    assert stands_alone(text, start, start + len(part)) is alone


def test_names_are_judged_once_an_article_and_anew_where_too_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    @remembered.of_pair
    def longer(one: str, other: str, index: Index) -> bool:
        asked.append((one, other))
        assert index.text
        return len(one) > len(other)

    @remembered.of_name
    def nobody(name: str, index: Index) -> None:
        assert index.text
        asked.append((name, ""))

    index = Index(Article.from_text("Velkamp bought Dorrin Rail."))
    assert longer("Velkamp", "Dorrin", index) is longer("Velkamp", "Dorrin", index) is True
    assert longer("Dorrin", "Velkamp", index) is False
    assert nobody("Velkamp", index) is nobody("Velkamp", index) is None
    assert asked == [("Velkamp", "Dorrin"), ("Dorrin", "Velkamp"), ("Velkamp", "")]
    # Another article is asked for itself, and a full one keeps nothing more.
    asked.clear()
    monkeypatch.setattr(remembered, "_MOST", 1)
    other = Index(Article.from_text("Dorrin Rail was sold."))
    for _ in range(2):
        assert longer("Velkamp", "Dorrin", other) is True
        assert longer("Dorrin", "Velkamp", other) is False
    assert asked == [("Velkamp", "Dorrin"), ("Dorrin", "Velkamp"), ("Dorrin", "Velkamp")]
    assert len(other.remembered) == 1


def _onward(line: Line, at: int, step: int, count: int, *, strict: bool) -> list[int]:
    """What `Line.onward` says, token by token."""
    found: list[int] = []
    while 0 <= at < len(line.tokens) and len(found) < count:
        token = line.tokens[at]
        if token.kind == "end" and strict:
            break
        if token.kind in ("word", "name") and not is_place(token):
            found.append(at)
            if strict and token.kind == "name":
                break
        at += step
    return found


def test_a_line_knows_the_next_tokens_from_every_one_of_its_own() -> None:
    text = (
        "Velkamp, which is based in Oslo, said that it agreed to buy Dorrin Rail of Norway from Halden; "
        "the Danish yard, though, will keep its cranes."
    )
    line = line_of(1, Index(Article.from_text(text)))
    assert {token.kind for token in line.tokens} == {"word", "name", "stand", "end"}
    assert [line.tokens[at].kind for at in line.holders] == [
        token.kind for token in line.tokens if token.kind in ("name", "stand")
    ]
    for at in range(-1, len(line.tokens) + 1):
        for step in (-1, 1):
            for count in (1, 2, 7):
                for strict in (False, True):
                    meant = _onward(line, at, step, count, strict=strict)
                    assert line.onward(at, step, count, strict=strict) == meant


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("Sales rose by a tenth.", "Sales fell by a tenth.", True),
        ("The court approved the permit.", "The court rejected the permit.", True),
        ("All yards were shut.", "Some yards were shut.", True),
        ("It has the largest yard.", "It has the second largest yard.", True),
        ("The bid was unfair.", "The bid was fair.", True),
        ("The bid was fair.", "The bid was unfair.", True),
        ("Sales rose by a tenth.", "Sales grew by ten percent.", False),
        ("The yard makes cranes in Oslo.", "Cranes are made at the Oslo yard.", False),
    ],
)
def test_sentences_without_anything_contrary_are_told_from_the_others(one: str, other: str, may: bool) -> None:
    said, told = Clause(one).reading.turning, Clause(other).reading.turning
    assert said.may_oppose(told) is may
    assert told.may_oppose(said) is may


@pytest.mark.parametrize(
    ("text", "verb", "may"),
    [
        ("Velkamp sued Dorrin over the yard.", "sued", True),
        ("Velkamp and Dorrin plan to sue somebody.", "sue", False),
        ("Sued twice, Velkamp and Dorrin gave in.", "Sued", False),
        ("The yard was bought by Velkamp from Dorrin.", "bought", True),
        ("Velkamp told Dorrin that it would sue the company.", "sue", True),
        ("Velkamp sued the city.", "sued", False),
    ],
)
def test_a_verb_joins_only_names_on_its_two_sides(text: str, verb: str, may: bool) -> None:
    names = [
        NameSpan(text.index(name), text.index(name) + len(name), name) for name in ("Velkamp", "Dorrin") if name in text
    ]
    reading = Arguments(text, words(text), names)
    at = next(at for at, word in enumerate(reading.words) if word.text == verb)
    assert _may_join(reading, at) is may
    assert may or not list(_joins(reading, at))


def test_a_statement_with_other_names_keeps_its_content() -> None:
    said = Said("statement", "Velkamp paid Dorrin $40 million in May 2024", None)
    assert [word.text for word in said.content] == ["paid"]
    other = said.with_names([NameSpan(0, 7, "Velkamp")])
    assert [name.text for name in other.names] == ["Velkamp"]
    assert (other.content, other.amounts, other.dates) == (said.content, said.amounts, said.dates)
    assert [token.key for token in statement_line(other).tokens if token.kind == "name"] == ["Velkamp"]


@pytest.mark.parametrize(("text", "empty"), [("…", True), ("of the", True), ("7", False), ("yard", False)])
def test_a_statement_is_empty_without_content_and_facts(text: str, empty: bool) -> None:
    assert Said("statement", text, None).is_empty is empty
    assert (not Said("statement", text, None).content and not Said("statement", text, None).amounts) is empty


def test_words_that_stand_between_marks_elsewhere_are_taken_from_there() -> None:
    text = (
        "Okonjo said the yard “will be kept” for now. "
        "“The yard will be kept,” she told reporters later, “and the cranes too.”"
    )
    index = Index(Article.from_text(text))
    leaf = Leaf("text", FieldKind.QUOTATION, "the yard will be kept")
    notes = [note for note in check_quotation(leaf, Cited(index, [1])) if isinstance(note, Held)]
    assert [text[start:end] for note in notes for start, end in note.places] == ["The yard will be kept"]


@pytest.mark.parametrize("nth", range(len(_STRETCHES)))
@given(strategies.data())
def test_what_a_pattern_for_a_stage_finds_has_one_of_its_words(nth: int, data: strategies.DataObject) -> None:
    _, written, telling = _STRETCHES[nth]
    text = data.draw(strategies.from_regex(written.pattern, alphabet=strategies.characters(max_codepoint=126)))
    found = written.search(text)
    assert found is None or not telling.isdisjoint(letters_of(found.group()))


def test_a_word_of_the_article_is_found_in_any_form_of_its_stem() -> None:
    index = Index(Article.from_text("Velkamp sold two TURBINES. Nobody bought it in the end."))
    told = words("turbine Turbines sells nobody pumps")
    assert [index.has(word) for word in told] == [any(word.stem in index.stems(n) for n in (1, 2)) for word in told]
    assert [index.has(word) for word in told] == [True, True, True, True, False]
