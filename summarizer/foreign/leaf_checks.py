"""One value against the article: by the kind that it is mapped to, or by what it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from summarizer.fields import FieldKind, Figure, Leaf, Value
from summarizer.foreign.mapping import FieldSpec
from summarizer.foreign.readings import days_of, decimal_of, value_leaf, value_of, when_of
from summarizer.foreign.source import SourceText
from summarizer.text.dates import read_date
from summarizer.text.numbers import Amount, read_amount
from summarizer.verifier.amounts import differences, kinds_agree
from summarizer.verifier.findings import Code, quoted, shown
from summarizer.verifier.index import Cited, Place
from summarizer.verifier.judgements import check_judgement, unproven
from summarizer.verifier.locate import Located, locate, locate_cited
from summarizer.verifier.names import check_name
from summarizer.verifier.notes import Held, Note, differing, find
from summarizer.verifier.plain_numbers import check_number
from summarizer.verifier.quotes import check_quotation
from summarizer.verifier.statements import check_statement
from summarizer.verifier.texts import missing, negation_left_out
from summarizer.verifier.times import check_when
from summarizer.verifier.values import check_value
from summarizer.verifier.wording import content, words

_SHORT = 120
"""Characters of a string that may be an amount or a date written in another way."""


def kind_of(value: object) -> str:
    """What a value is checked as that nobody mapped: a number as a number, all else as copied words."""
    return "verbatim" if isinstance(value, str) else "number"


def check_leaf(
    path: str,
    value: Any,
    spec: FieldSpec,
    beside: dict[str, Any],
    cited: Cited,
    source: SourceText,
    *,
    place: Place | None = None,
    mapped: bool = True,
) -> Iterator[Note]:
    """The notes on one value.

    beside  the values of the fields that `spec` names beside it, by option
    place   where the extraction says that the words stand
    mapped  whether somebody said that it is of this kind; if not, a string may be words, a date or an amount
    """
    text = value if isinstance(value, str) else shown(value)
    match spec.kind:
        case "verbatim" if not mapped and isinstance(value, str):
            yield from _any_words(path, value, cited, source)
        case "verbatim":
            yield from words_at(path, text, place, cited, source)
        case "name" | "quotation" if place is not None:
            yield from words_at(path, text, place, cited, source)
        case "name":
            yield from check_name(Leaf(path, FieldKind.NAME, text), cited)
        case "quotation":
            yield from check_quotation(Leaf(path, FieldKind.QUOTATION, text), cited)
        case "statement":
            about = cited if cited.numbers else source.cited(source.speaking_of(text))
            yield from check_statement(Leaf(path, FieldKind.STATEMENT, text), about)
        case "when":
            yield from _when(path, text, cited, source)
        case "judgement":
            yield from _judgement(path, value, cited, source)
        case "number":
            yield from _number(path, value, spec.scale, cited, source)
        case _:
            currency = beside.get("currency") or spec.currency_is
            read = value_of(spec.kind, value, currency, beside.get("unit"), spec.scale, source)
            if read is None:
                yield from _number(path, value, spec.scale, cited, source)
            else:
                yield from _value(path, read, cited, source)


def words_at(path: str, text: str, place: Place | None, cited: Cited, source: SourceText) -> Iterator[Note]:
    """Copied words, at the place that the extraction gives for them if it gives one."""
    if place is not None:
        start, end = place
        there = source.index.sentences_of((start, max(end, start + 1)))
        located = _at(text, place, Cited(source.index, there)) if there else None
        if located is not None:
            yield Held(path, located.places)
            return
    located = locate(text, cited)
    leaf = Leaf(path, FieldKind.VERBATIM, text)
    if located is None:
        yield _missing(path, text, cited, source) if place is None else _other_words(path, text, place, source)
        return
    yield Held(path, located.places)
    yield from negation_left_out(leaf, located, cited)
    if place is not None:
        start, end = located.whole
        yield find(
            Code.OFFSETS_CORRECTED,
            path,
            f"The offsets {place[0]} to {place[1]} show {quoted(source.index.text[slice(*place)])}; "
            f"{quoted(text)} stands at {start} to {end}.",
            said=f"{place[0]} to {place[1]}",
            article=source.article,
            place=located.whole,
        )


def _at(text: str, place: Place, cited: Cited) -> Located | None:
    """The words where they overlap `place`: offsets of a tokenizer may take in a mark or leave one out."""
    start, end = place
    exact = cited.index.text[start:end]
    if exact == text or " ".join(exact.split()) == " ".join(text.split()):
        return Located((place,), "exact")
    located = locate_cited(text, cited)
    if located is None:
        return None
    first, last = located.whole
    if first < end and start < last:
        return located
    # The sentence may have the words twice: the stretch itself is asked before they count as standing elsewhere.
    inside = cited.index.text[max(0, start - 2) : end + 2].find(text.strip())
    if inside < 0 or not text.strip():
        return None
    at = max(0, start - 2) + inside
    return Located(((at, at + len(text.strip())),), "exact")


def _other_words(path: str, text: str, place: Place, source: SourceText) -> Note:
    return find(
        Code.TEXT_ALTERED,
        path,
        f"At the offsets given the article has {quoted(source.index.text[slice(*place)])} "
        f"where the record has {quoted(text)}.",
        said=text,
        article=source.article,
        place=place,
    )


def _missing(path: str, text: str, cited: Cited, source: SourceText) -> Note:
    if source.look_alike():
        return missing(path, text, cited, Code.TEXT_ALTERED, Code.TEXT_UNSUPPORTED)
    return find(Code.TEXT_UNSUPPORTED, path, f"{quoted(text)} stands nowhere in the article.", said=text)


def _any_words(path: str, text: str, cited: Cited, source: SourceText) -> Iterator[Note]:
    """Copied words; or else an amount or a date that the article writes in another way."""
    located = locate(text, cited)
    if located is not None:
        yield Held(path, located.places)
        yield from negation_left_out(Leaf(path, FieldKind.VERBATIM, text), located, cited)
        return
    if len(text) <= _SHORT:
        if days_of(text) and decimal_of(text) is None:
            yield from _when(path, text, cited, source)
            return
        if decimal_of(text) is not None:
            yield from _number(path, text, 1, cited, source)
            return
        if (notes := _in_other_words(path, text, cited, source)) is not None:
            yield from notes
            return
    yield _missing(path, text, cited, source)


def _in_other_words(path: str, text: str, cited: Cited, source: SourceText) -> list[Note] | None:
    """What holds a string that is an amount or a date as a whole: "USD 2.4bn" for "$2.4 billion"."""
    amount = read_amount(text) if any(character.isdigit() for character in text) else None
    if amount is not None:
        notes = list(check_value(value_leaf(path, Figure(text=text)), cited))
        if any(isinstance(note, Held) for note in notes):
            return notes
        other = None if cited.numbers else _other_amount(path, text, amount, source)
        return [other] if other is not None else None
    said = read_date(text, source.article.published)
    if said is None or said.earliest is None or said.latest is None:
        return None
    span = source.date_of(said.earliest, said.latest)
    exact = span is not None and (span.earliest, span.latest) == (said.earliest, said.latest)
    return [Held(path, ((span.start, span.end),))] if span is not None and exact else None


def _value(path: str, value: Value, cited: Cited, source: SourceText) -> Iterator[Note]:
    """An amount; where the whole article is the source, what differs is told of the amount with the same digits."""
    notes = list(check_value(value_leaf(path, value), cited))
    if not cited.numbers and not any(isinstance(note, Held) for note in notes):
        said = read_amount(value.text)
        other = _other_amount(path, value.text, said, source) if said is not None else None
        if other is not None:
            yield other
            return
    yield from notes


def _other_amount(path: str, text: str, said: Amount, source: SourceText) -> Note | None:
    """The finding that the article has the same digits in another scale, currency or unit."""
    for amount in source.same_digits(said.value):
        wrong = differences(said, amount)
        if wrong and kinds_agree(said, amount):
            place = amount.start, amount.end
            return differing(wrong[0].code, path, text, source.article, place, what=wrong[0].what)
    return None


def _when(path: str, text: str, cited: Cited, source: SourceText) -> Iterator[Note]:
    yield from check_when(value_leaf(path, when_of(text, source)), cited)


def _judgement(path: str, value: Any, cited: Cited, source: SourceText) -> Iterator[Note]:
    leaf = Leaf(path, FieldKind.JUDGEMENT, value)
    if cited.numbers or isinstance(value, bool):
        yield from check_judgement(leaf, cited)
        return
    said = words(shown(value).replace("_", " "))
    sought = {word.stem for word in content(said) or said}
    if not sought or not sought <= source.index.sentences_by_stem.keys():
        yield unproven(leaf)


def _number(path: str, value: Any, scale: float, cited: Cited, source: SourceText) -> Iterator[Note]:
    wanted = decimal_of(value, scale)
    if wanted is None or not wanted.is_finite():
        message = f"{quoted(value)} is not a number that a text can give."
        yield find(Code.NUMBER_UNSUPPORTED, path, message, said=value)
        return
    if cited.numbers:
        plain = int(wanted) if wanted == wanted.to_integral_value() and abs(wanted) < Decimal(10) ** 24 else wanted
        yield from check_number(Leaf(path, FieldKind.NUMBER, plain), cited)
        return
    amount = source.amount_of(wanted)
    if amount is not None:
        yield from _as_amount(path, wanted, amount, cited, source)
        return
    for form in _written(wanted):
        if (located := locate(form, cited)) is not None:
            yield Held(path, located.places)
            yield from _scaled(path, value, located.whole, source)
            return
    yield _no_such_number(path, value, wanted, source)


def _as_amount(path: str, wanted: Decimal, amount: Amount, cited: Cited, source: SourceText) -> Iterator[Note]:
    """A number that the article gives; one below zero must be a fall or a loss there."""
    yield Held(path, (amount.core,))
    if wanted >= 0:
        return
    text = source.index.text[amount.start : amount.end]
    figure = value_leaf(path, Figure(text=text, amount=float(wanted)))
    yield from (note for note in check_value(figure, cited) if getattr(note, "code", None) == Code.SIGN_ALTERED.value)


def _scaled(path: str, value: Any, place: Place, source: SourceText) -> Iterator[Note]:
    """What to say of digits that the article has before a scale word: 2.4 for "$2.4 billion"."""
    start, end = place
    for sentence in source.index.sentences_of(place):
        for amount in source.index.amounts(sentence):
            if amount.start <= start and end <= amount.end:
                whole = source.index.text[amount.start : amount.end]
                message = f"The article has {shown(value)} in {quoted(whole)} only; the record does not say the scale."
                yield find(
                    Code.JUDGEMENT_UNPROVEN,
                    path,
                    message,
                    said=value,
                    article=source.article,
                    place=(amount.start, amount.end),
                )
                return


def _written(value: Decimal) -> list[str]:
    if abs(value) >= Decimal(10) ** 24:
        return []
    return list(dict.fromkeys((f"{abs(value):f}", f"{abs(value):,f}")))


def _no_such_number(path: str, value: Any, wanted: Decimal, source: SourceText) -> Note:
    scaled = next(iter(source.same_digits(wanted)), None)
    closest = scaled or source.nearest_amount(wanted)
    if closest is None:
        return find(Code.NUMBER_UNSUPPORTED, path, f"The article does not give the number {shown(value)}.", said=value)
    text = source.index.text[closest.start : closest.end]
    what = "it has the digits in" if scaled else "the closest that it gives is"
    return find(
        Code.SCALE_ALTERED if scaled else Code.NUMBER_UNSUPPORTED,
        path,
        f"The article does not give the number {shown(value)}; {what} {quoted(text)}.",
        said=value,
        article=source.article,
        place=(closest.start, closest.end),
    )
