"""Speakers of quotes: who said the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.fields import FieldKind, Leaf
from summarizer.text.first_names import pronoun_of
from summarizer.text.folding import folded
from summarizer.text.names import NameSpan, name_kind, strip_suffix
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.slips import plain_words
from summarizer.text.speech import Speech
from summarizer.text.speech_words import ANONYMOUS, ORGANISATION_NOUNS
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.judgements import unproven
from summarizer.verifier.locate import locate_cited
from summarizer.verifier.names import akin, check_name, known_as, same, stands
from summarizer.verifier.no_speakers import may_be_anybody
from summarizer.verifier.notes import Held, Note, Settled, find
from summarizer.verifier.open_sources import (
    LEADS_TO_CUE,
    is_half_of,
    is_its_source,
    is_no_name,
    is_only_beside,
    is_paper,
    may_be_described,
    may_mean,
    only_describes,
    passed_on_by,
    tells_within,
)
from summarizer.verifier.open_speakers import leaves_open
from summarizer.verifier.own_voice import is_authors, is_first_person
from summarizer.verifier.quotes import quote_of
from summarizer.verifier.reach import (
    another_person,
    is_generic,
    is_main,
    leaves_body_open,
    may_be_person,
    stands_for,
    subject_of,
    within_reach,
)
from summarizer.verifier.retold import is_the_company, leaves_words_open
from summarizer.verifier.speaker_kinds import are_companies
from summarizer.verifier.turns import (
    is_house_of,
    is_of,
    is_of_another,
    kind_in,
    name_of,
    passed_on,
    tells_of_others_words,
    turn_of,
)
from summarizer.verifier.unnamed_groups import is_of_several
from summarizer.verifier.utterances import speeches_at
from summarizer.verifier.wording import stems_of, words

BESIDE = 40
"""Characters between a name and the words that give the speaker within which either may be meant."""
BEFORE = 3
"""Sentences before the words in which their speaker may be named last."""
FOLLOWING = 2
"""Sentences behind the words in which their speaker may be named first."""
_PARAGRAPH = 4000
"""Characters of a paragraph over which the name at its head is taken for the speaker of all of it."""
_LABEL = pattern(r"[\s\"“]*([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s")
_ANSWERS = frozenset({"A", "Answer"})
_ADJACENT = 12
"""Characters between a name and a word of saying beside it: "according to the", "also"."""
_LEADS_ON = 30
_ACTS = pattern(r"(?: [a-z]+){1,4} ")
"""What stands between a name and the words that it is said to say: "urges", "is calling for"."""
_MARKS = 4
"""Characters of punctuation between quoted words and who said them."""
_RELATIVE = pattern(r",\s+(?:which|who|whose)\b")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_UNNAMED = pattern(r"(?:[Aa]n?|[Aa]nother|[Oo]ne|[Ss]ome|[Ss]everal|[Tt]wo)\s.*\b[a-z][\w-]*\Z")
"""Words for somebody who has no name in the article: an article or a number before, a common noun at the end."""
_SPEAKS_FOR = pattern(r"\b(?:aide|attorney|lawyer|representative|spokes(?:man|woman|person))\b", re.IGNORECASE)


_WITHOUT_NAME = pattern(
    r"(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:(?!spokes|representative)[a-z][\w-]*\s){1,4}?(?:at|for|from|in|near|of|to|with)\s"
)
"""Somebody of a house that is named, who is not: "a former accountant at Tarn Finance", "a person close to Roe"."""


def check_speaker(case: Case) -> Iterator[Note]:
    """The words must be given to the speaker whom the record names."""
    record = quote_of(case)
    if record.speaker_kind == "other" and are_companies(record.speaker):
        yield unproven(Leaf("speaker_kind", FieldKind.JUDGEMENT, record.speaker_kind))
    spoken = speeches_at(case.places.get("text", ()), case.cited)
    if (by_turn := _by_turn(spoken, case)) is not None:
        yield from by_turn
        return
    if record.mode == "no_comment":
        spoken = [
            speech for speech in case.index.speeches_in(case.cited.numbers) if speech.mode == "no_comment"
        ] or spoken
    for speech in spoken:
        if speech.source is not None and spoken_by(record.speaker, speech, case):
            if _is_somebody_of(record.speaker, case.index.text[slice(*speech.source)]):
                yield from check_name(Leaf("speaker", FieldKind.NAME, record.speaker), case.cited)
                yield _unproven(case, spoken)
                return
            yield Held("speaker", _speaker_places(record.speaker, speech, case))
            if speech.speaker_kind == record.speaker_kind:
                yield Settled("speaker_kind")
            elif record.speaker_kind == "other" and _is_of_a_kind(speech, record.speaker):
                yield unproven(Leaf("speaker_kind", FieldKind.JUDGEMENT, record.speaker_kind))
            elif (
                record.speaker_kind == "anonymous"
                and is_known(record.speaker, case.index)
                and not _WITHOUT_NAME.match(record.speaker)
                and not is_of_several(record.speaker)
            ):
                yield _has_a_name(case, speech.source, speech.speaker)
            return
    if record.speaker_kind == "company" and name_kind(record.speaker) == "company":
        yield Settled("speaker_kind")
    spoken = [speech for speech in spoken if speech.source is None or not _within_his_words(speech.source, case)]
    sure = next((speech for speech in spoken if names_its_speaker(speech, case)), None)
    for note in check_name(Leaf("speaker", FieldKind.NAME, record.speaker), case.cited):
        yield note
        if isinstance(note, Finding) and note.verdict.faulty:
            return
    if not case.places.get("text"):
        yield Settled("speaker_kind")
    elif (
        _his_house_speaks(record.affiliation, spoken, case.index)
        or any(not_by_name(record.speaker, record.role, speech, case) for speech in spoken[:1])
        or leaves_words_open(record.speaker, record.role, spoken, case.places["text"], case.index)
    ):
        yield _unproven(case, spoken)
    elif (
        not beside_cue(record.speaker, case, case.places.get("text", ()))
        and (other := _stranger_to(record.speaker, spoken, case)) is not None
    ):
        yield _wrong_speaker(case, other)
    elif (
        sure is None
        or beside_cue(record.speaker, case, case.places.get("text", ()))
        or (sure.affiliation and same(record.speaker, sure.affiliation, case.index))
        or (sure.speaker and akin(record.speaker, sure.speaker, case.index))
        or _both_unnamed(record.speaker, sure, case.index)
        or _may_be_meant(record.speaker, sure, case)
        or _speaks_for_him(record.speaker, sure, case.index)
    ):
        yield _unproven(case, spoken)
    else:
        assert sure.source is not None  # noqa: S101
        yield _wrong_speaker(case, sure.source)


def _is_somebody_of(said: str, source: str) -> bool:
    """Whether the words give somebody of the speaker's, whose noun is left out: "our expert says 9, Tarn's says 7"."""
    return source.endswith(("'s", "’s")) and not said.endswith(("'s", "’s"))


def _is_of_a_kind(speech: Speech, speaker: str) -> bool:
    """Whether the words for the speaker show what kind he is of."""
    kind = speech.speaker_kind
    body = speaker if kind == "company" else speech.affiliation or ""
    return kind in ("analyst", "anonymous", "government") or (
        kind in ("company", "executive") and name_kind(body) == "company"
    )


def _by_turn(spoken: Sequence[Speech], case: Case) -> list[Note] | None:
    """What the turn of a transcript says of who speaks; None where it leaves that to the words themselves."""
    record, index, places = quote_of(case), case.index, case.places.get("text", ())
    turn = turn_of(places, index)
    if turn is None:
        part = index.turns.at(places[0][0]) if places else None
        if part is None or not part.is_part_only or not is_known(record.speaker, index) or spoken:
            return None
        # Who is named around "A: We won" need not be the one who says it.
        return [*check_name(Leaf("speaker", FieldKind.NAME, record.speaker), case.cited), _unproven(case, spoken)]
    told = passed_on(spoken, places, turn, index)
    others = told is not None or tells_of_others_words(places[0], turn, index)
    if is_of(record.speaker, turn, index):
        if others:
            return [_unproven(case, spoken)]
        notes: list[Note] = [Held("speaker", (turn.label,))]
        if kind_in(turn, index) == record.speaker_kind:
            notes.append(Settled("speaker_kind"))
        elif record.speaker_kind == "anonymous" and turn.name is not None:
            notes.append(_has_a_name(case, turn.label, name_of(turn, index)))
        return notes
    if any(spoken_by(record.speaker, speech, case) for speech in spoken):
        return None
    if told is not None and told.source is not None and not_meant_by(record.speaker, told.source, case):
        return [_wrong_speaker(case, told.source)]
    if others:
        return [*check_name(Leaf("speaker", FieldKind.NAME, record.speaker), case.cited), _unproven(case, spoken)]
    if is_of_another(record.speaker, turn, index):
        return [_wrong_speaker(case, turn.label, name_of(turn, index))]
    return [_unproven(case, spoken)] if is_house_of(record.speaker, turn, index) else None


def _his_house_speaks(affiliation: str | None, spoken: Sequence[Speech], index: Index) -> bool:
    """Whether the words are read as those of the very body for which the record has the speaker speak: "Jane Roe, a
    spokeswoman for Acme, which makes pumps, said"."""
    return affiliation is not None and any(
        speech.speaker is not None and speech.role is not None and same(affiliation, speech.speaker, index)
        for speech in spoken[:1]
    )


def not_by_name(said: str, job: str | None, speech: Speech, case: Case) -> bool:
    """Whether the words that give the speaker name him not, and may mean `said`, whose job is `job`."""
    index = case.index
    return (
        called_briefly(said, speech, index)
        or may_mean(said, speech, index)
        or may_be_described(said, job, speech, index)
        or is_no_name(speech, index)
        or leaves_open(said, speech, index)
        or (speech.source is not None and is_paper(speech.source, index))
        or (speech.source is not None and is_only_beside(said, speech.source, index))
        or passed_on_by(said, speech, index)
        or is_its_source(said, speech, index)
        or is_half_of(said, speech, index)
        or tells_within(said, case.places.get("text", ()), index)
    )


_BODIES = word_set("""
    agency association authority bank board bureau commission committee council court department foundation institute
    ministry office regulator society tribunal union university
""")


def called_briefly(said: str, speech: Speech, index: Index) -> bool:
    """Whether the words that give the speaker are the common noun that ends his name: "police" for "Oslo police"."""
    if speech.source is None:
        return False
    told = index.text[slice(*speech.source)]
    nouns = [word for word in plain_words(told) if word not in ("a", "an", "the")]
    own = plain_words(said)
    if len(nouns) == 1 and told[1:].islower() and told[1:4] == "he " and nouns[0] in _BODIES and nouns[0] in own:
        # "the court" for "Court of Appeal", which may be another one all the same
        return len(own) > 1
    return 0 < len(nouns) < len(own) and own[-len(nouns) :] == nouns and said.rsplit(None, 1)[-1].islower()


def _both_unnamed(said: str, speech: Speech, index: Index) -> bool:
    """Whether "the person" gives the speaker, who may be the unnamed one of the record: "another shareholder"."""
    told = index.text[slice(*speech.source)].lower().split() if speech.source else []
    return len(told) == len(("the", "person")) and told[0] == "the" and _UNNAMED.match(said) is not None


def _speaks_for_him(said: str, speech: Speech, index: Index) -> bool:
    """Whether a pronoun that was read as somebody may as well be the one who speaks for him: "a spokesman for Roe"."""
    if speech.source is None or not speech.speaker:
        return False
    return index.text[slice(*speech.source)].lower() in _PRONOUNS and bool(
        _SPEAKS_FOR.search(said) and speech.speaker.split()[-1] in said.split()[1:]
    )


def _has_a_name(case: Case, source: Place | None, name: str | None) -> Finding:
    """The finding that a speaker whom the article names is called anonymous."""
    return find(
        Code.KIND_ALTERED,
        "speaker_kind",
        f"The speaker is called anonymous, but the article names {quoted(name)}.",
        said=quote_of(case).speaker_kind,
        article=case.index.article,
        place=source,
    )


def _wrong_speaker(case: Case, place: Place, theirs: str | None = None) -> Finding:
    """The finding that the words are those of whoever stands at `place`, by the name `theirs` if that is known; or
    that they may be the record's speaker's, where nobody stands there by name."""
    record, index = quote_of(case), case.index
    if may_be_anybody(record.speaker, place, case.cited):
        return _unproven(case, ())
    if theirs is None:
        speech = next((one for one in index.speeches_in(index.sentences_of(place)) if one.source == place), None)
        theirs = speech.speaker if speech and speech.speaker else index.text[slice(*place)]
    return find(
        Code.SPEAKER_ALTERED,
        "speaker",
        f"The article gives these words to {quoted(theirs)}, the record to {quoted(record.speaker)}.",
        said=record.speaker,
        article=index.article,
        place=place,
    )


def beside_cue(said: str, case: Case, places: Sequence[Place] = ()) -> bool:
    """Whether `said` stands right beside a word of saying, or right behind the quoted words, in their sentences."""
    index = case.index
    numbers = sorted({number for place in places for number in index.sentences_of(place)}) or case.cited.numbers
    for number in numbers:
        located = locate_cited(said, Cited(index, (number,)), name=True)
        if located is None:
            continue
        start, end = located.whole
        if any(low < end and start < high for low, high in places):
            continue
        for cue in index.attributions(number):
            inverted = index.text[max(0, cue.start - 3) : cue.start].strip()[-1:] in (",", "”", '"', "'", "’", "")
            if (
                -1 <= cue.start - end <= _ADJACENT
                or (end < cue.start <= end + BESIDE * 2 and LEADS_TO_CUE.fullmatch(index.text, end, cue.start))
                or (-1 <= start - cue.end <= _ADJACENT and (inverted or cue.text.lower().startswith("according")))
            ):
                return True
        if any(0 < start - high <= _MARKS for _, high in places):
            return True
        if any(0 < low - end <= _LEADS_ON and _ACTS.fullmatch(index.text, end, low) for low, _ in places):
            return True
    return False


def _stranger_to(said: str, spoken: Sequence[Speech], case: Case) -> Place | None:
    """Where the article gives the words to somebody who cannot be `said`; None where it may be."""
    index = case.index
    places = case.places.get("text", ())
    numbers = sorted({number for place in places for number in index.sentences_of(place)})
    if not numbers or not is_known(said, index) or is_authors(numbers, index):
        return None
    if label := _label(places[0], index):
        if index.text[slice(*label)] in _ANSWERS:
            # "A:" says that somebody answers, and not who.
            return None
        return None if same(said, index.text[slice(*label)], index) else label
    for speech in spoken[:1]:
        if speech.source and not_meant_by(said, speech.source, case):
            return speech.source
    if not spoken and (subject := subject_of(numbers[0], index)) and not _inside(subject, places):
        place = subject.start, subject.end
        if not_meant_by(said, place, case) and not any(
            akin(said, name.text, index)
            for number in numbers
            for name in index.names_of(number)
            if not _inside(name, places)
        ):
            return place
    # A sentence far from the words, cited for the speaker's job, says nothing of who speaks.
    near = (number for number in case.cited.numbers if numbers[0] - BEFORE <= number <= numbers[-1] + FOLLOWING)
    around = sorted({*numbers, *near})
    if (person := another_person(said, around, index, places)) and (
        index.directory.is_person(index.directory.fullest(said)) or not leaves_body_open(around, index)
    ):
        return person.start, person.end
    if within_reach(said, numbers, index, behind=FOLLOWING):
        return None
    if spoken and spoken[0].source:
        return spoken[0].source
    named = [name for number in numbers for name in index.names_of(number) if not _inside(name, places)]
    if not named and is_main(said, index):
        # In the midst of a long quotation nobody is named, and nothing speaks for another one.
        return None
    if not named and not spoken and within_reach(said, (max(1, numbers[0] - _LONG_QUOTE),), index, main=False):
        return None
    if not named and not spoken and numbers[-1] <= _LEDE and within_reach(said, numbers, index, behind=_NAMED_LATER):
        # "Clerk said his firm hid bills" at the head of an article that names the clerk below.
        return None
    if not spoken and (is_the_company(said, numbers[0], index) if not named else _may_be_he(said, numbers[0], index)):
        return None
    return (named[0].start, named[0].end) if named else places[0]


def _may_be_he(said: str, number: int, index: Index) -> bool:
    """Whether a sentence opens with "he" or "she", which may mean `said`: "He did, however, order Roe to pay"."""
    opening = index.sentences[number - 1].text.split(None, 1)[0].lower()
    return (
        opening in ("he", "she")
        and may_be_person(said)
        and pronoun_of(index.directory.fullest(said)) in (None, opening)
    )


_LEDE, _NAMED_LATER = 3, 4
"""Sentences with which an article opens, and those behind them in which it first names whom they speak of."""
_LONG_QUOTE = 3
"""Sentences of a long quotation from which its speaker, named before it, is still looked for."""


def is_known(said: str, index: Index) -> bool:
    """Whether `said` is a name of the article, and not the words for an unnamed source."""
    if said in index.name_forms:
        return True
    if _UNNAMED.match(said):
        # "An Acme manager" begins as a longer form of "Acme" would.
        return False
    forms = known_as(said, index)
    return any(name.text in forms for name in index.distinct_names.values())


def _inside(name: NameSpan, places: Sequence[Place]) -> bool:
    return any(start <= name.start and name.end <= end for start, end in places)


def _label(place: Place, index: Index) -> Place | None:
    """The name before a colon with which the paragraph of `place` begins, as in a transcript: "ROE: We won."."""
    start = index.text.rfind("\n", 0, place[0]) + 1
    match = _LABEL.match(index.text, start, place[0])
    return match.span(1) if match and place[0] - start < _PARAGRAPH else None


def not_meant_by(said: str, source: Place, case: Case) -> bool:
    """Whether the words that give the speaker name others than `said`, or stand for another sort of speaker."""
    index = case.index
    words_of = index.text[slice(*source)].lower().split()
    if is_first_person(source, index) and not index.quoted_in(source):
        return False
    if only_describes(source, index):
        return words_of[-1] in ORGANISATION_NOUNS and may_be_person(said, surely=True)
    named = [name for name in index.names_in(source) if name_kind(name.text) != "place" and not is_generic(name, index)]
    if named:
        return (
            not any(akin(said, name.text, index) for name in named)
            and not any(index.belongs(said, name.text) or index.belongs(name.text, said) for name in named)
            and not _beside_source(said, source, case)
        )
    if ANONYMOUS & {word.strip(",.") for word in words_of}:
        return not _beside_source(said, source, case)
    personal = stands_for(words_of)
    if personal is None:
        return False
    if personal:
        before = index.sentences_of(source)[0]
        near = range(max(1, before - 2), before + 1)
        return name_kind(said) in ("company", "government") and not stands([said], near, index)
    return words_of[0] not in ("they", "their") and may_be_person(said, surely=True)


def _beside_source(said: str, source: Place, case: Case) -> bool:
    """Whether `said` is named right beside the words that give the speaker."""
    index = case.index
    near = index.names_in((max(0, source[0] - 2 * BESIDE), source[1] + 2 * BESIDE))
    numbers = index.sentences_of(source)
    return any(akin(said, name.text, index) and index.sentences_of((name.start, name.end)) == numbers for name in near)


def _within_his_words(source: Place, case: Case) -> bool:
    """Whether what was read as the speaker stands within the words of the record, behind the speaker of the record in
    its sentence: "the lawyers sought to show that Tarn had warned of it"."""
    index, said = case.index, quote_of(case).speaker
    if not any(start <= source[0] and source[1] <= end for start, end in case.places.get("text", ())):
        return False
    sentence = index.sentences[index.sentences_of(source)[0] - 1]
    return folded(said) in folded(index.text[sentence.start : source[0]])


def names_its_speaker(speech: Speech, case: Case) -> bool:
    """Whether the article gives these words to somebody by name, or to people who are not to be named, and not to
    "the companies" or "a spokesman", who may have a name elsewhere."""
    if speech.speaker is None or speech.source is None:
        return False
    if is_first_person(speech.source, case.index) and not case.index.quoted_in(speech.source):
        return False
    if speech.speaker_kind == "anonymous":
        source = case.index.text[slice(*speech.source)]
        return any(word.low in ANONYMOUS for word in words(source))
    if speech.speaker[0].islower() and all(
        name_kind(name.text) == "place" for name in case.index.names_in(speech.source)
    ):
        # "The Oslo company": where it sits is not its name.
        return speech.speaker in case.index.name_forms
    return speech.speaker in case.index.name_forms or bool(known_as(speech.speaker, case.index))


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
    if may_be_main(said, speech, index):
        return True
    forms = known_as(said, index)
    mine = [name for name in index.names if name.text in forms]
    near = [name for name in mine if _in_one_sentence(name, speech, case)]
    if any(
        (-BESIDE <= name.start - end <= BESIDE and not _RELATIVE.search(index.text, end, max(end, name.start)))
        or -BESIDE <= start - name.end <= 0
        for name in near
    ):
        return True
    return named_last(said, speech, index)


def named_last(said: str, speech: Speech, index: Index) -> bool:
    """Whether a pronoun gives the speaker, and `said` is named nearer before it than who it was read as."""
    if speech.source is None or index.text[slice(*speech.source)].lower() not in _PRONOUNS:
        return False
    start = speech.source[0]
    last = [
        max((name.start for name in index.names if name.text in forms and name.start < start), default=-1)
        for forms in (known_as(said, index), known_as(str(speech.speaker), index))
    ]
    return last[0] > last[1]


def may_be_main(said: str, speech: Speech, index: Index) -> bool:
    """Whether the words that give the speaker are "the company" or the like, which may as well mean `said`, whom the
    article is about, as one named shortly before whom it is not about."""
    if speech.source is None or speech.speaker is None or may_be_person(said, surely=True):
        return False
    tokens = index.text[slice(*speech.source)].lower().split()
    return (
        tokens[0] == "the"
        and (stands_for(tokens) is False or any(is_generic(name, index) for name in index.names_in(speech.source)))
        and is_main(said, index)
        and (not is_main(speech.speaker, index) or _is_named_more(said, speech.speaker, index))
    )


def _is_named_more(said: str, other: str, index: Index) -> bool:
    """Whether `said` is a name that the article has more often than the other."""
    order = index.main_names
    mine = next((at for at, name in enumerate(order) if same(said, name, index)), len(order))
    theirs = next((at for at, name in enumerate(order) if same(other, name, index)), len(order))
    return mine < theirs


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
    if "," in said and speech.speaker and same(said.partition(",")[0], speech.speaker, case.index):
        return True
    if speech.speaker_kind == "anonymous" or not speech.speaker or not _names_somebody(said):
        return alike(said, source) or bool(speech.speaker and alike(said, speech.speaker))
    personal = speech.affiliation is not None and not same(speech.speaker, speech.affiliation, case.index)
    if not personal and any(f" {folded(form)} " in f" {folded(source)} " for form in (said, strip_suffix(said))):
        return True
    if (
        speech.affiliation
        and speech.role is not None
        and name_kind(speech.speaker) != "person"
        and not (personal and is_known(speech.speaker, case.index))
    ):
        named = [name for name in case.index.names_in(speech.source or (0, 0)) if name_kind(name.text) == "person"]
        return not named and same(said, speech.affiliation, case.index)
    return not speech.affiliation and any(
        same(said, name.text, case.index) for name in case.index.names_in(speech.source or (0, 0))
    )


def _names_somebody(said: str) -> bool:
    return any(character.isupper() for character in said)


def alike(said: str, source: str) -> bool:
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
