"""Quotes: their words, whether in one piece, split or spliced, and their quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.fields import Leaf
from summarizer.records import Quote
from summarizer.text.folding import bare, fold, folded
from summarizer.text.patterns import pattern
from summarizer.text.speech import Speech
from summarizer.verdicts import Finding
from summarizer.verifier.bare_objects import is_bare_object
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import PLAIN_RUN, Located, likely_sentences, locate, locate_cited, may_stand, trimmed
from summarizer.verifier.names import same
from summarizer.verifier.notes import Held, Note, Settled, differing, find
from summarizer.verifier.texts import missing, negation_left_out
from summarizer.verifier.utterances import beyond, only_attribution, speeches_at
from summarizer.verifier.wording import LONGEST_WORD, first_word, word_places

_MARKS = "\"“”„«»‘’'` \t\n"
_ELLIPSIS = pattern(r"\s*(?:…|\.\.\.)\s*")
_ALIKE = 80
"""Rapidfuzz's partial ratio from which a split quote is taken for the said one with words changed."""
_LONGEST_TURN = 4000
_FEWEST = 3
"""Words that each half of a spliced quote has at least."""


def check_quotation(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """The words of the quote must stand in the article, in one piece or split by the words that give them to
    somebody."""
    text = str(leaf.value).strip(_MARKS)
    located = locate_cited(text, cited) or _split_quote(text, cited) or locate(text, cited)
    if located is not None and all(marked(located.places, cited)) and _may_be_marked(text, cited.index):
        # A word of the quote stands outside the marks too: the one between them is meant.
        spoken = _split_quote(_ELLIPSIS.sub(" ", text), cited)
        located = spoken if spoken is not None and not marked(spoken.places, cited)[1] else located
    if located is not None:
        yield Held(leaf.path, located.places)
        yield from negation_left_out(leaf, located, cited)
        yield from _two_speakers(leaf, located, cited)
        yield from _run_over(leaf, located, cited)
        return
    if joined := _around_attribution(text, cited):
        yield Held(leaf.path, joined)
        return
    yield from (
        _spliced(leaf, text, cited)
        or _altered_turn(leaf, text, cited)
        or [missing(leaf.path, str(leaf.value), cited, Code.QUOTE_ALTERED, Code.QUOTE_UNSUPPORTED)]
    )


def _may_be_marked(text: str, index: Index) -> bool:
    """False where a word of the quote stands nowhere in the article between quotation marks."""
    small = index.small_between_marks
    if small is None:
        return True
    return all(run in small for run in PLAIN_RUN.findall(folded(text)) if run != "[" and len(run) <= LONGEST_WORD)


def _split_quote(text: str, cited: Cited) -> Located | None:
    """The words across the pieces of one speech: “We won,” she said, “and we stay.”"""
    sought = trimmed(bare(fold(text)).text)
    if not sought:
        return None
    index = cited.index
    for numbers in _where(text, cited):
        for pieces in _turns(index.speeches_in(numbers)):
            if len(pieces) > 1 and (places := _across(sought, pieces, cited)):
                return Located(tuple(places), "folded")
    return None


def _where(text: str, cited: Cited) -> Iterator[Sequence[int]]:
    """The sentences in which the words are looked for: the cited ones, then those most like them."""
    yield cited.numbers
    yield likely_sentences(text, cited.index)


def _turns(speeches: Sequence[Speech]) -> Iterator[list[Place]]:
    """The words of each speaker at one go: a speech with those right behind it that the same one goes on with."""
    turn: list[Speech] = []
    for speech in sorted(speeches, key=lambda one: one.content[0]):
        if turn and not (
            speech.speaker is not None
            and speech.speaker == turn[-1].speaker
            and min(speech.sentences) - max(turn[-1].sentences) <= 1
        ):
            yield [piece for said in turn for piece in said.content]
            turn = []
        turn.append(speech)
    yield [piece for said in turn for piece in said.content]


def _altered_turn(leaf: Leaf, text: str, cited: Cited) -> list[Finding]:
    """The finding for a split quote whose words were changed: nearly all of one speaker's words, read at one go."""
    from rapidfuzz import fuzz

    index = cited.index
    sought = folded(text)[:_LONGEST_TURN]
    for numbers in _where(text, cited):
        for pieces in _turns(index.speeches_in(numbers)):
            if len(pieces) < 2:
                continue
            told = folded(" ".join(index.text[start:end] for start, end in pieces))[:_LONGEST_TURN]
            if len(told) >= len(sought) * 0.8 and fuzz.partial_ratio(sought, told) >= _ALIKE:
                place = pieces[0][0], pieces[-1][1]
                return [differing(Code.QUOTE_ALTERED, leaf.path, text, index.article, place)]
    return []


def _across(sought: str, pieces: Sequence[Place], cited: Cited) -> list[Place]:
    """Where `sought` stands in the pieces read one after the other."""
    if not may_stand(sought, cited.index, min(start for start, _ in pieces), max(end for _, end in pieces)):
        return []
    forms = []
    joined = ""
    for start, end in pieces:
        form = bare(fold(cited.index.text[start:end]))
        body = trimmed(form.text)
        lead = form.text.find(body)
        if body:
            forms.append((len(joined), body, lead, form, start))
            joined += body + " "
    at = f" {joined}".find(f" {sought} ")
    if at < 0:
        return []
    stop = at + len(sought)
    places = []
    for offset, body, lead, form, start in forms:
        low, high = max(at, offset), min(stop, offset + len(body))
        if low < high:
            first, last = form.span(low - offset + lead, high - offset + lead)
            places.append((start + first, start + last))
    return places


def _two_speakers(leaf: Leaf, located: Located, cited: Cited) -> Iterator[Finding]:
    """The pieces of one quote must not belong to two people."""
    if len(located.places) < 2:
        return
    spoken = [speech for place in located.places for speech in speeches_at((place,), cited)[:1] if speech.speaker]
    for one, other in pairwise(spoken):
        if not same(str(one.speaker), str(other.speaker), cited.index):
            yield find(
                Code.QUOTE_SPLICED,
                leaf.path,
                f"The quote joins words of {quoted(one.speaker)} with words of {quoted(other.speaker)}.",
                said=leaf.value,
                article=cited.index.article,
                place=other.content[0],
            )
            return


def _run_over(leaf: Leaf, located: Located, cited: Cited) -> Iterator[Finding]:
    """The quote must not run on over its closing mark into the words that give it to somebody."""
    for place in located.places:
        if alien := beyond(place, cited):
            words = quoted(cited.index.text[slice(*alien)].strip(_MARKS + ","))
            yield find(
                Code.QUOTE_ALTERED,
                leaf.path,
                f"The quote holds words that are not the speaker's: {words}.",
                said=leaf.value,
                article=cited.index.article,
                place=alien,
            )
            return


def _halves(text: str, cited: Cited) -> tuple[Located, Located] | None:
    """The longest beginning of the words that stands in the article, and the rest, if that stands there too."""
    parts = text.split()[:400]
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if locate(" ".join(parts[:middle]), cited):
            low = middle
        else:
            high = middle - 1
    if not 0 < low < len(parts):
        return None
    first = locate(" ".join(parts[:low]), cited)
    if first is None:
        return None
    rest = " ".join(parts[low:])
    last = cited.index.sentences_of(first.whole)[-1]
    near = Cited(cited.index, range(last, min(last + 1, len(cited.index.sentences)) + 1))
    second = locate_cited(rest, near) or locate(rest, cited)
    return (first, second) if second is not None else None


def _around_attribution(text: str, cited: Cited) -> tuple[Place, ...] | None:
    """Where the words stand in two parts with nothing between them but the words that give them to somebody."""
    halves = _halves(text, cited)
    if halves is None:
        return None
    first, second = halves
    gap = first.whole[1], second.whole[0]
    return (*first.places, *second.places) if only_attribution(gap, cited) else None


def _spliced(leaf: Leaf, text: str, cited: Cited) -> list[Finding]:
    """The finding for two passages that stand in the article, but not together."""
    parts = text.split()[:400]
    if len(parts) < 2 * _FEWEST:
        return []
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if locate(" ".join(parts[:middle]), cited):
            low = middle
        else:
            high = middle - 1
    if low < _FEWEST or len(parts) - low < _FEWEST:
        return []
    first = locate(" ".join(parts[:low]), cited)
    second = locate(" ".join(parts[low:]), cited)
    if first is None or second is None:
        return []
    start, end = second.whole
    index = cited.index
    if first.whole[1] <= start and only_attribution((first.whole[1], start), cited):
        return []
    together = set(index.sentences_of(first.whole)) & set(index.sentences_of(second.whole))
    if together and start >= first.whole[1]:
        left_out = index.text[first.whole[1] : start]
        code, message = Code.QUOTE_ALTERED, f"The quote leaves out {quoted(left_out)} without a sign."
        place = first.whole[0], end
    else:
        code, message = (
            Code.QUOTE_SPLICED,
            f"The quote joins words that stand apart: {quoted(index.text[start:end])} stands elsewhere.",
        )
        place = start, end
    return [find(code, leaf.path, message, said=leaf.value, article=index.article, place=place)]


def check_mode(case: Case) -> Iterator[Note]:
    """Direct words stand inside quotation marks, indirect ones outside, mixed ones partly inside."""
    record = quote_of(case)
    places = case.places.get("text")
    if record.mode == "no_comment":
        return
    if not places:
        yield Settled("mode")
        return
    inside, outside = marked(places, case.cited)
    if record.mode == "direct" and outside and not (not inside and has_marks_around(places, case.cited)):
        what = "does not have in quotation marks" if not inside else "has only partly in quotation marks"
        text = _shown_text(places, case.cited)
        yield _mode_fault(case, f"The quote claims direct speech, but the article {what}: {text}.")
    elif (
        record.mode == "mixed"
        and not inside
        and "<<" not in (text := _shown_text(places, case.cited))
        and not has_marks_around(places, case.cited)
    ):
        yield _mode_fault(
            case, f"The quote claims partly direct speech, but the article has no quotation marks there: {text}."
        )
    elif record.mode == "indirect" and inside and not outside:
        text = _shown_text(places, case.cited)
        yield _mode_fault(
            case, f"The quote claims indirect speech, but the article has the words in quotation marks: {text}."
        )
    elif not _leaves_mode_open(record, places, inside, outside, case):
        yield Settled("mode")


def _leaves_mode_open(record: Quote, places: Sequence[Place], inside: bool, outside: bool, case: Case) -> bool:
    """Whether another mode may be meant: indirect words that are partly quoted or a refusal, a thing that is only
    named, or a whole quoted sentence that is called a part of one."""
    if record.mode == "indirect":
        refused = any(
            speech.mode == "no_comment"
            and any(low < places[-1][1] and places[0][0] < high for low, high in speech.content)
            for speech in case.index.speeches_in(case.cited.numbers)
        )
        return (inside and outside) or refused or is_bare_object(record.text, places[0], case.index)
    start = case.index.text[places[0][0] : places[0][0] + 1]
    return record.mode == "mixed" and inside and not outside and start.isupper()


def _shown_text(places: Sequence[Place], cited: Cited) -> str:
    """The article's words at `places` for a message."""
    return quoted(" … ".join(cited.index.text[start:end] for start, end in places))


def _mode_fault(case: Case, message: str) -> Finding:
    places = case.places["text"]
    return find(
        Code.QUOTE_MODE_ALTERED,
        "mode",
        message,
        said=quote_of(case).mode,
        article=case.index.article,
        place=(places[0][0], places[-1][1]),
    )


def marked(places: Sequence[Place], cited: Cited) -> tuple[bool, bool]:
    """Whether any word of these stretches stands inside quotation marks, and whether any stands outside."""
    inside = outside = False
    for start, end in places:
        stretches = cited.index.quoted_in((start, end))
        if len(stretches) == 1 and stretches[0].start <= start and end <= stretches[0].end:
            inside = inside or bool(first_word(cited.index.text, start, end))
        elif not stretches:
            outside = outside or bool(first_word(cited.index.text, start, end))
        else:
            for first, last in word_places(cited.index.text, start, end):
                if any(stretch.start <= first and last <= stretch.end for stretch in stretches):
                    inside = True
                else:
                    outside = True
    return inside, outside


def has_marks_around(places: Sequence[Place], cited: Cited) -> bool:
    """Whether a quotation mark stands right at an edge, though nothing closes it: a slip of the article's.

    The closing mark of what stands before, and the opening one of what comes behind, are none.
    """
    text, index = cited.index.text, cited.index
    for start, end in places:
        before = start - 2 if text[max(0, start - 1) : start].isspace() else start - 1
        if (
            before >= 0
            and text[before] in '“"«„'
            and not any(mark.end == before for mark in index.quoted_in((max(0, before - 1), before)))
        ):
            return True
        behind = end + 1 if text[end : end + 1].isspace() else end
        if text[behind : behind + 1] in ("”", '"', "»") and not any(
            mark.start == behind + 1 for mark in index.quoted_in((behind + 1, behind + 2))
        ):
            return True
    return False


def quote_of(case: Case) -> Quote:
    """The record of `case`, which is a quote."""
    assert isinstance(case.record, Quote)  # noqa: S101
    return case.record
