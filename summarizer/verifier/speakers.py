"""Speakers of quotes: who said the words, for whom that person speaks and in what job, or that they kept silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.fields import FieldKind, Leaf
from summarizer.text.folding import folded
from summarizer.text.modality import negations
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.speech import Speech
from summarizer.text.speech_words import ANONYMOUS
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Place
from summarizer.verifier.locate import locate_cited
from summarizer.verifier.names import beside, check_name, same, standing
from summarizer.verifier.notes import Held, Note, Settled, find
from summarizer.verifier.quotes import quote_of, speeches_at
from summarizer.verifier.wording import stems_of, words

_BESIDE = 40
"""Characters between a name and the words that give the speaker within which either may be meant."""
_PRONOUNS = frozenset({"he", "she", "they", "it"})


def check_speaker(case: Case) -> Iterator[Note]:
    """The words must be given to the speaker whom the record names."""
    record = quote_of(case)
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
    record = quote_of(case)
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
    personal = speech.affiliation is not None and not same(speech.speaker, speech.affiliation, case.index)
    if not personal and f" {folded(said)} " in f" {folded(source)} ":
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
    return source_places(said, speech, case)


def source_places(said: str, speech: Speech, case: Case) -> tuple[Place, ...]:
    """The first form of the name `said` in the words that give the speaker, else all those words."""
    for name in case.index.names_in(speech.source or (0, 0)):
        if same(said, name.text, case.index):
            return ((name.start, name.end),)
    return (speech.source,) if speech.source else ()


def check_affiliation(case: Case) -> Iterator[Note]:
    """The organisation must be the one for which the article has the speaker speak."""
    record = quote_of(case)
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
        yield _wrong_affiliation(known, speech, case)
        return
    notes = list(check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited))
    yield from notes
    if any(isinstance(note, Finding) and note.verdict.faulty for note in notes):
        return
    if _named_together(record.speaker, said, case):
        return
    if known and speech and name_kind(known) != "person":
        yield _wrong_affiliation(known, speech, case)
    else:
        yield find(
            Code.AFFILIATION_UNPROVEN,
            "affiliation",
            f"The article does not say outright that {quoted(record.speaker)} speaks for {quoted(said)}.",
            said=said,
        )


def _wrong_affiliation(known: str, speech: Speech, case: Case) -> Finding:
    record = quote_of(case)
    return find(
        Code.AFFILIATION_ALTERED,
        "affiliation",
        f"The article has {quoted(record.speaker)} speak for {quoted(known)}, the record for "
        f"{quoted(record.affiliation)}.",
        said=record.affiliation,
        article=case.index.article,
        place=speech.source,
    )


def _affiliation_place(case: Case, speech: Speech | None) -> Iterator[Note]:
    said = str(quote_of(case).affiliation)
    if speech and speech.source:
        near = Cited(case.index, {*speech.sentences, *case.cited.numbers})
        located = locate_cited(said, near, name=True)
        if located is not None:
            yield Held("affiliation", located.places)
            return
    yield from check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited)


def _speech_of(case: Case) -> Speech | None:
    """The speech of the record's speaker that says the words."""
    record = quote_of(case)
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
    record = quote_of(case)
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
    record = quote_of(case)
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
