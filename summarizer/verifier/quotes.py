"""Quotes: their words, their quotation marks, who said them, and for whom that person speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from summarizer.fields import FieldKind, Leaf
from summarizer.records import Quote
from summarizer.text.folding import bare, fold, folded
from summarizer.text.modality import negations
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.speech import Speech
from summarizer.text.speech_words import ANONYMOUS
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Place
from summarizer.verifier.locate import Located, likely_sentences, locate, locate_cited, trimmed
from summarizer.verifier.names import beside, check_name, same, standing
from summarizer.verifier.notes import Held, Note, Settled, find
from summarizer.verifier.texts import missing, negation_left_out
from summarizer.verifier.wording import stems_of, words

_MARKS = "\"“”„«»‘’'` \t\n"
_ALIKE = 80
"""Rapidfuzz's partial ratio from which a split quote is taken for the said one with words changed."""
_LONGEST_TURN = 4000
_BESIDE = 40
"""Characters between a name and the words that give the speaker within which either may be meant."""
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_FEWEST = 3
"""Words that each half of a spliced quote has at least."""


def check_quotation(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """The words of the quote must stand in the article, in one piece or split by the words that give them to
    somebody."""
    text = str(leaf.value).strip(_MARKS)
    located = locate_cited(text, cited) or _split_quote(text, cited) or locate(text, cited)
    if located is not None:
        yield Held(leaf.path, located.places)
        yield from negation_left_out(leaf, located, cited)
        yield from _two_speakers(leaf, located, cited)
        return
    yield from (
        _spliced(leaf, text, cited)
        or _altered_turn(leaf, text, cited)
        or [missing(leaf.path, str(leaf.value), cited, Code.QUOTE_ALTERED, Code.QUOTE_UNSUPPORTED)]
    )


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
                message = f"The article has {quoted(index.text[slice(*place)])} where the record has {quoted(text)}."
                return [find(Code.QUOTE_ALTERED, leaf.path, message, said=text, article=index.article, place=place)]
    return []


def _across(sought: str, pieces: Sequence[Place], cited: Cited) -> list[Place]:
    """Where `sought` stands in the pieces read one after the other."""
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
    record = _quote(case)
    places = case.places.get("text")
    if record.mode == "no_comment":
        return
    if not places:
        yield Settled("mode")
        return
    inside, outside = _marked(places, case.cited)
    text = shown_text(places, case.cited)
    if record.mode == "direct" and outside and not (inside == 0 and _has_marks_around(places, case.cited)):
        what = "does not have in quotation marks" if not inside else "has only partly in quotation marks"
        yield _mode_fault(case, f"The quote claims direct speech, but the article {what}: {text}.")
    elif record.mode == "mixed" and not inside and "<<" not in text and not _has_marks_around(places, case.cited):
        yield _mode_fault(
            case, f"The quote claims partly direct speech, but the article has no quotation marks there: {text}."
        )
    elif record.mode == "indirect" and inside and not outside:
        yield _mode_fault(
            case, f"The quote claims indirect speech, but the article has the words in quotation marks: {text}."
        )
    else:
        yield Settled("mode")


def shown_text(places: Sequence[Place], cited: Cited) -> str:
    """The article's words at `places` for a message."""
    return quoted(" … ".join(cited.index.text[start:end] for start, end in places))


def _mode_fault(case: Case, message: str) -> Finding:
    places = case.places["text"]
    return find(
        Code.QUOTE_MODE_ALTERED,
        "mode",
        message,
        said=_quote(case).mode,
        article=case.index.article,
        place=(places[0][0], places[-1][1]),
    )


def _marked(places: Sequence[Place], cited: Cited) -> tuple[int, int]:
    """How many words of these stretches stand inside quotation marks, and how many outside."""
    inside = total = 0
    for start, end in places:
        stretches = cited.index.quoted_in((start, end))
        for word in words(cited.index.text[start:end], start):
            total += 1
            inside += any(stretch.start <= word.start and word.end <= stretch.end for stretch in stretches)
    return inside, total - inside


def _has_marks_around(places: Sequence[Place], cited: Cited) -> bool:
    """Whether a quotation mark stands right at an edge, though nothing closes it: a slip of the article's."""
    text = cited.index.text
    return any(
        text[max(0, start - 2) : start].strip()[-1:] in ("“", '"', "«", "„")
        or text[end : end + 2].strip()[:1] in ("”", '"', "»")
        for start, end in places
    )


def speeches_at(places: Sequence[Place], cited: Cited) -> list[Speech]:
    """The speeches that say these words, the one that shares most of them first."""
    index = cited.index
    numbers = sorted({number for place in places for number in index.sentences_of(place)})
    scored = []
    for speech in index.speeches_in(numbers):
        shared = sum(
            max(0, min(end, last) - max(start, first)) for start, end in places for first, last in _extent(speech)
        )
        if shared > 0:
            scored.append((shared, -_length(speech), speech))
    scored.sort(key=lambda item: item[:2], reverse=True)
    return [speech for _, _, speech in scored]


def _extent(speech: Speech) -> Iterable[Place]:
    """The content of a speech; with the words around it where it says that somebody kept silent."""
    return chain(speech.content, filter(None, (speech.cue,))) if speech.mode == "no_comment" else speech.content


def _length(speech: Speech) -> int:
    return sum(end - start for start, end in speech.content)


def check_speaker(case: Case) -> Iterator[Note]:
    """The words must be given to the speaker whom the record names."""
    record = _quote(case)
    spoken = speeches_at(case.places.get("text", ()), case.cited)
    if record.mode == "no_comment":
        spoken = [
            speech for speech in case.index.speeches_in(case.cited.numbers) if speech.mode == "no_comment"
        ] or spoken
    for speech in spoken:
        if speech.source is not None and spoken_by(record.speaker, speech, case):
            yield Held("speaker", _speaker_places(record.speaker, speech, case))
            if speech.speaker_kind == record.speaker_kind:
                yield Settled("speaker_kind")
            return
    if record.speaker_kind == "company" and name_kind(record.speaker) == "company":
        yield Settled("speaker_kind")
    sure = next((speech for speech in spoken if names_its_speaker(speech, case)), None)
    for note in check_name(Leaf("speaker", FieldKind.NAME, record.speaker), case.cited):
        yield note
        if isinstance(note, Finding) and note.verdict.faulty:
            return
    if not case.places.get("text"):
        yield Settled("speaker_kind")
    elif (
        sure is None
        or (sure.affiliation and same(record.speaker, sure.affiliation, case.index))
        or _may_be_meant(record.speaker, sure, case)
    ):
        yield _unproven(case, spoken)
    else:
        yield find(
            Code.SPEAKER_ALTERED,
            "speaker",
            f"The article gives these words to {quoted(sure.speaker)}, the record to {quoted(record.speaker)}.",
            said=record.speaker,
            article=case.index.article,
            place=sure.source,
        )


def names_its_speaker(speech: Speech, case: Case) -> bool:
    """Whether the article gives these words to somebody by name, or to people who are not to be named, and not to
    "the companies" or "a spokesman", who may have a name elsewhere."""
    if speech.speaker is None or speech.source is None:
        return False
    if speech.speaker_kind == "anonymous":
        source = case.index.text[slice(*speech.source)]
        return any(word.text.lower() in ANONYMOUS for word in words(source))
    return any(same(speech.speaker, name.text, case.index) for name in case.index.names)


def _in_one_sentence(name: NameSpan, speech: Speech, case: Case) -> bool:
    """Whether the name and the words that give the speaker stand in the same sentence."""
    source = speech.source or (name.start, name.end)
    return case.index.sentences_of((name.start, name.end)) == case.index.sentences_of(source)


def _may_be_meant(said: str, speech: Speech, case: Case) -> bool:
    """Whether `said` is named right beside the words that give the speaker, or named last before a pronoun."""
    assert speech.source is not None  # noqa: S101
    index = case.index
    start, end = speech.source
    if speech.speaker_kind == "anonymous":
        return False
    mine = [name for name in index.names if same(said, name.text, index)]
    near = [name for name in mine if _in_one_sentence(name, speech, case)]
    if any(-_BESIDE <= name.start - end <= _BESIDE or -_BESIDE <= start - name.end <= 0 for name in near):
        return True
    if index.text[start:end].lower() not in _PRONOUNS:
        return False
    theirs = [name.start for name in index.names if same(str(speech.speaker), name.text, index) and name.start < start]
    return max((name.start for name in mine if name.start < start), default=-1) > max(theirs, default=-1)


def _unproven(case: Case, spoken: Sequence[Speech]) -> Finding:
    record = _quote(case)
    place = next((speech.source for speech in spoken if speech.source), None)
    return find(
        Code.SPEAKER_UNPROVEN,
        "speaker",
        f"The article does not say outright that these are words of {quoted(record.speaker)}.",
        said=record.speaker,
        article=case.index.article,
        place=place,
    )


def spoken_by(said: str, speech: Speech, case: Case) -> bool:
    """Whether `said` is the speaker of `speech`, by a name or by the words that stand for an unnamed source."""
    source = case.index.text[slice(*speech.source)] if speech.source else ""
    if speech.speaker and same(said, speech.speaker, case.index):
        return True
    if speech.speaker_kind == "anonymous" or not speech.speaker or not _names_somebody(said):
        return _alike(said, source) or bool(speech.speaker and _alike(said, speech.speaker))
    if f" {folded(said)} " in f" {folded(source)} ":
        return True
    if speech.affiliation and name_kind(speech.speaker) != "person" and speech.role is not None:
        named = [name for name in case.index.names_in(speech.source or (0, 0)) if name_kind(name.text) == "person"]
        return not named and same(said, speech.affiliation, case.index)
    return not speech.affiliation and any(
        same(said, name.text, case.index) for name in case.index.names_in(speech.source or (0, 0))
    )


def _names_somebody(said: str) -> bool:
    return any(character.isupper() for character in said)


def _alike(said: str, source: str) -> bool:
    """Whether two wordings of an unnamed source mean the same one: most of the shorter one's words are the other's."""
    one = stems_of(said)
    other = stems_of(source)
    return bool(one and other) and len(one & other) * 2 >= min(len(one), len(other))


def _speaker_places(said: str, speech: Speech, case: Case) -> tuple[Place, ...]:
    """The name where it stands in the words that give the speaker, else those words ("he")."""
    assert speech.source is not None  # noqa: S101
    source = Cited(case.index, case.index.sentences_of(speech.source))
    form = locate_cited(said, source, name=True)
    if form is not None and speech.source[0] <= form.whole[0] and form.whole[1] <= speech.source[1]:
        return form.places
    for name in case.index.names_in(speech.source):
        if same(said, name.text, case.index):
            return ((name.start, name.end),)
    return (speech.source,)


def check_affiliation(case: Case) -> Iterator[Note]:
    """The organisation must be the one for which the article has the speaker speak."""
    record = _quote(case)
    if record.affiliation is None:
        return
    said, index = record.affiliation, case.index
    speech = _speech_of(case)
    known = speech.affiliation if speech else None
    if known and not any(same(known, name.text, index) for name in index.names):
        known = None
    if known and (same(said, known, index) or _alike(said, known)):
        yield from _affiliation_place(case, speech)
        return
    if same(said, record.speaker, index):
        yield from check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited)
        return
    if known and speech and speech.source and known in index.text[slice(*speech.source)]:
        yield find(
            Code.AFFILIATION_ALTERED,
            "affiliation",
            f"The article has {quoted(record.speaker)} speak for {quoted(known)}, the record for {quoted(said)}.",
            said=said,
            article=index.article,
            place=speech.source,
        )
        return
    notes = list(check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited))
    yield from notes
    if any(isinstance(note, Finding) and note.verdict.faulty for note in notes):
        return
    if _named_together(record.speaker, said, case):
        return
    if known and speech and name_kind(known) != "person":
        yield find(
            Code.AFFILIATION_ALTERED,
            "affiliation",
            f"The article has {quoted(record.speaker)} speak for {quoted(known)}, the record for {quoted(said)}.",
            said=said,
            article=index.article,
            place=speech.source,
        )
    else:
        yield find(
            Code.AFFILIATION_UNPROVEN,
            "affiliation",
            f"The article does not say outright that {quoted(record.speaker)} speaks for {quoted(said)}.",
            said=said,
        )


def _affiliation_place(case: Case, speech: Speech | None) -> Iterator[Note]:
    said = str(_quote(case).affiliation)
    if speech and speech.source:
        near = Cited(case.index, {*speech.sentences, *case.cited.numbers})
        located = locate_cited(said, near, name=True)
        if located is not None:
            yield Held("affiliation", located.places)
            return
    yield from check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited)


def _speech_of(case: Case) -> Speech | None:
    """The speech of the record's speaker that says the words."""
    record = _quote(case)
    return next(
        (
            speech
            for speech in speeches_at(case.places.get("text", ()), case.cited)
            if speech.source is not None and spoken_by(record.speaker, speech, case)
        ),
        None,
    )


def _named_together(one: str, other: str, case: Case) -> bool:
    """Whether some sentence names both."""
    index = case.index
    numbers = {
        number
        for name in index.names
        if same(one, name.text, index)
        for number in index.sentences_of((name.start, name.end))
    }
    return bool(standing([other], sorted(numbers | set(case.cited.numbers)), index))


def check_job(case: Case) -> Iterator[Note]:
    """The role must be the speaker's and not that of a person named beside it."""
    record = _quote(case)
    places = case.places.get("role")
    if record.role is None or not places:
        return
    index = case.index
    numbers = index.sentences_of((places[0][0], places[-1][1]))
    if standing([record.speaker], numbers, index):
        return
    for name in filter(None, beside(places[0], index)):
        if name_kind(name.text) in ("person", "other") and not same(record.speaker, name.text, index):
            yield find(
                Code.JOB_ALTERED,
                "role",
                f"The article says {quoted(record.role)} of {quoted(name.text)}, not of {quoted(record.speaker)}.",
                said=record.role,
                article=index.article,
                place=(min(places[0][0], name.start), max(places[0][1], name.end)),
            )
            return


def check_silence(case: Case) -> Iterator[Note]:
    """Where the record says that somebody kept silent, the article must say so."""
    record = _quote(case)
    if record.mode != "no_comment":
        return
    index = case.index
    cues = [cue for cue in case.cited.each(index.attributions) if cue.sense == "no_comment"]
    silent = [speech for speech in index.speeches_in(case.cited.numbers) if speech.mode == "no_comment"]
    kept_back = [place for place in case.places.get("text", ()) if negations(index.text[slice(*place)])]
    if cues or silent or kept_back:
        yield Settled("mode")
        return
    place = next(iter(case.places.get("text", ())), None)
    yield find(
        Code.NO_COMMENT_UNSUPPORTED,
        "mode",
        f"The cited sentences do not say that {quoted(record.speaker)} declined to comment.",
        said=record.mode,
        article=index.article,
        place=place,
    )


def _quote(case: Case) -> Quote:
    assert isinstance(case.record, Quote)  # noqa: S101
    return case.record
