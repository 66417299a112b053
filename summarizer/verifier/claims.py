"""Claims: the statement with its certainty, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.fields import FieldKind, Leaf
from summarizer.records import Claim
from summarizer.text import modality
from summarizer.text.folding import folded
from summarizer.text.names import NameSpan
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set
from summarizer.text.speech import Speech
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.claim_labels import denies, foretells, has_it_denied, is_no_hedge
from summarizer.verifier.claim_labels import leaves_open as says_may_be
from summarizer.verifier.claim_proofs import is_appraised, is_denied, is_left_open
from summarizer.verifier.clause import Clause
from summarizer.verifier.deniers import denier
from summarizer.verifier.disowned import check_disowned
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.governed import governs
from summarizer.verifier.index import Place, names_in
from summarizer.verifier.laid import Laid
from summarizer.verifier.names import akin, check_name, same
from summarizer.verifier.no_speakers import may_be_anybody
from summarizer.verifier.notes import Held, Note, Settled, find
from summarizer.verifier.open_speakers import leaves_open
from summarizer.verifier.own_beliefs import as_belief, as_reported, foreseen_by
from summarizer.verifier.own_voice import is_authors
from summarizer.verifier.polarity import sentences
from summarizer.verifier.reach import (
    another_person,
    leaves_body_open,
    may_be_person,
    opens_in_capitals,
    subject_of,
    within_reach,
)
from summarizer.verifier.retold import goes_on_with, is_the_company, leaves_claim_open
from summarizer.verifier.said import compared
from summarizer.verifier.short_names import may_abbreviate
from summarizer.verifier.speakers import (
    FOLLOWING,
    beside_cue,
    is_known,
    may_be_main,
    named_last,
    names_its_speaker,
    not_by_name,
    not_meant_by,
    source_places,
    spoken_by,
)
from summarizer.verifier.statements import compare
from summarizer.verifier.sure_claimants import is_sure
from summarizer.verifier.turns import is_house_of, is_of, is_of_another, name_of, tellers
from summarizer.verifier.wording import stems_of

_KIND_CUES = {
    "estimate": frozenset({"expected", "possible", "likely", "about"}),
    "forecast": frozenset({"expected", "planned", "possible", "likely"}),
    "opinion": frozenset({"possible", "likely"}),
    "allegation": frozenset({"reported"}),
}
"""The senses of hedges that bear the kind of a claim out."""
_FORECAST_WORDS = frozenset({"will", "shall"})


def _claim(case: Case) -> Claim:
    assert isinstance(case.record, Claim)  # noqa: S101
    return case.record


def check_claim_statement(case: Case) -> Iterator[Note]:
    """The statement; what `certainty` says beside it, it need not say itself."""
    claim = _claim(case)
    faulty = False
    for note in compare(
        "statement",
        claim.statement,
        case.cited,
        denied=claim.certainty == "denied",
        hedged=claim.certainty == "hedged",
        attributed=claim.claimant is not None,
    ):
        if isinstance(note, Finding) and (believed := as_belief(note, claim, case)) is not None:
            yield from believed
            continue
        if isinstance(note, Finding) and note.code == Code.CERTAINTY_ALTERED and _is_unnamed(claim, case):
            # "It is said to be for sale": by the people whom the record has say it.
            yield find(Code.STATEMENT_UNPROVEN, "statement", note.message, said=claim.statement)
            continue
        if isinstance(note, Finding) and (reported := as_reported(note, claim, case)) is not None:
            yield reported
            continue
        faulty = faulty or (isinstance(note, Finding) and note.verdict.faulty)
        yield note
    if not faulty:
        yield from check_disowned(claim, case)


_HEARSAY = pattern(r"\b(?:are|is|was|were)\s(?:believed|reported|rumou?red|said|thought|understood)\sto\b")


def _is_unnamed(claim: Claim, case: Case) -> bool:
    """Whether the claimant has no name, and a cited sentence only tells what is said to be so."""
    return (
        claim.claimant is not None
        and claim.claimant.islower()
        and any(_HEARSAY.search(case.index.sentences[number - 1].text) for number in case.cited.numbers)
    )


def check_claim_certainty(case: Case) -> Iterator[Note]:
    """A claim is asserted, hedged or denied only where the cited sentences have it so."""
    claim = _claim(case)
    sources = sentences(case.cited)
    said = Clause.of(compared(claim.statement))
    if claim.certainty == "asserted":
        if (place := _without_its_if(claim.statement, case)) is not None:
            yield find(
                Code.CERTAINTY_ALTERED,
                "certainty",
                f"The claim is called asserted, but the article has it under a condition: "
                f"{quoted(case.index.text[slice(*place)])}.",
                said=claim.certainty,
                article=case.index.article,
                place=place,
            )
            return
        cue = says_may_be(said)
        if cue is not None and is_no_hedge(said, cue):
            # "could have", or what was only asked: neither a doubt of what is told, nor proof that there is none.
            return
        if cue is not None and any(source.soft for source in sources):
            yield _mislabelled(
                Code.CERTAINTY_ALTERED,
                "certainty",
                f"The claim is called asserted, but it only says that something {quoted(cue.text)} be so.",
                case,
            )
        elif claim.kind == "fact" and claim.claimant is not None and has_it_denied(said):
            yield _mislabelled(
                Code.CERTAINTY_ALTERED,
                "certainty",
                "The claim is called an asserted fact, but what it tells is a denial.",
                case,
            )
        # A statement that keeps the hedge misleads nobody, whatever it is called; one that drops it is `compare`'s.
        else:
            yield Settled("certainty")
    elif claim.certainty == "hedged":
        if is_left_open(said, sources, Laid.of("statement", said, sources, case.cited)):
            yield Settled("certainty")
    elif sources and not denies(said, Laid.of("statement", said, sources, case.cited)):
        yield _mislabelled(
            Code.CERTAINTY_ALTERED,
            "certainty",
            "The claim is called denied, but the cited sentences do not deny it.",
            case,
        )
    elif sources and is_denied(said, sources, denier(claim.claimant, case)):
        yield Settled("certainty")


_BEFORE, _BEHIND = 6, 2
"""Sentences before and behind a cited one from which a reader takes who is meant in it."""
_CONDITIONS = word_set("if unless provided suppose should")
_IF_APART = pattern(
    rf"[“\"'‘](?:{'|'.join(sorted(_CONDITIONS))}),?[”\"'’],?\s[^“”\"‘]{{1,80}}?[“\"'‘]\s?", re.IGNORECASE
)


def _without_its_if(statement: str, case: Case) -> Place | None:
    """Where the condition of a statement stands apart from it: “If,” said Reiss, “they sell, we go”."""
    numbers = [number for number in case.cited.numbers if not _CONDITIONS.isdisjoint(case.index.letters(number))]
    opening = folded(statement).split()[:3] if numbers else []
    if len(opening) < 3:
        return None
    for number in numbers:
        sentence = case.index.sentences[number - 1]
        for apart in _IF_APART.finditer(sentence.text):
            if folded(sentence.text[apart.end() : apart.end() + len(statement) + 8]).split()[:3] == opening:
                return sentence.start + apart.start(), sentence.start + apart.end()
    return None


def _mislabelled(code: Code, path: str, message: str, case: Case) -> Finding:
    runs = case.cited.runs
    return find(
        code,
        path,
        message,
        said=getattr(case.record, path),
        article=case.index.article,
        place=(runs[0][0], runs[-1][1]) if runs else None,
    )


def _leaves_open(said: Clause, sources: Sequence[Clause], case: Case) -> bool:
    """Whether something softens the statement, or the words of the article that it goes back to."""
    if said.hedges or said.reading.softenings or not sources:
        return True
    laid = Laid.of("statement", said, sources, case.cited)
    if any(cue.sense == "about" for source in sources for cue in modality.hedges(source.text)):
        return True
    return any(
        cue.last < there < cue.reach for (number, there) in laid.alignment.back for cue in laid.told(number).softenings
    )


def check_claimant(case: Case) -> Iterator[Note]:
    """The claimant must be the one to whom the article gives the statement; that it only names him proves nothing."""
    claim = _claim(case)
    if claim.claimant is None:
        return
    speeches = case.index.speeches_in(case.cited.numbers)
    told = tellers(claim.statement, case.cited.numbers, case.index)
    by_turn = any(
        is_of(claim.claimant, turn, case.index) or is_house_of(claim.claimant, turn, case.index) for turn in told
    )
    proven = by_turn or governs(claim, speeches, case)
    notes = list(_given_to(claim, speeches, case))
    if proven or any(isinstance(note, Finding) and note.verdict.faulty for note in notes):
        for note in notes:
            yield (
                note
                if not isinstance(note, Held) or _tells_who(note, case)
                else Held(note.path, note.places, cites=False)
            )
        if not any(isinstance(note, Finding) for note in notes) and not by_turn and not is_sure(claim, speeches, case):
            yield _unproven_claimant(claim.claimant, None, case)
        return
    for note in notes:
        # A sentence that names him without a word of his is no proof, and not to be cited as one.
        yield Held(note.path, note.places, cites=False) if isinstance(note, Held) else note
    if not any(isinstance(note, Finding) for note in notes):
        yield _unproven_claimant(claim.claimant, None, case)


def _tells_who(held: Held, case: Case) -> bool:
    """Whether a sentence with the claimant's name may be read with the cited ones: one just before, or right behind."""
    numbers = [number for place in held.places for number in case.index.sentences_of(place)]
    return any(-_BEFORE <= there - cited <= _BEHIND for there in numbers for cited in case.record.evidence)


def _given_to(claim: Claim, speeches: list[Speech], case: Case) -> Iterator[Note]:
    """To whom the article gives the statement."""
    index = case.index
    assert claim.claimant is not None  # noqa: S101
    for speech in speeches:
        if speech.source and spoken_by(claim.claimant, speech, case):
            yield Held("claimant", source_places(claim.claimant, speech, case))
            return
    told = tellers(claim.statement, case.cited.numbers, index)
    if own := next((turn for turn in told if is_of(claim.claimant, turn, index)), None):
        yield Held("claimant", (own.label,))
        return
    notes = list(check_name(Leaf("claimant", FieldKind.NAME, claim.claimant), case.cited))
    yield from notes
    if any(isinstance(note, Finding) and note.verdict.faulty for note in notes):
        return
    if told and not told[0].is_part_only:
        if any(is_house_of(claim.claimant, turn, index) for turn in told):
            return
        if is_of_another(claim.claimant, told[0], index):
            yield _anothers(claim.claimant, name_of(told[0], index), told[0].label, case)
            return
    sayer = _sayer(claim, speeches, case)
    if leaves_claim_open(claim.claimant, sayer, case.cited.numbers, index) or _is_denied_by_company(claim, case):
        yield _unproven_claimant(claim.claimant, sayer.source if sayer else None, case)
        return
    if sayer is not None and (
        leaves_open(claim.claimant, sayer, index)
        or _is_what_he_denies(claim, sayer, speeches, case)
        or foreseen_by(claim.claimant, case)
    ):
        yield _unproven_claimant(claim.claimant, sayer.source, case)
        return
    if (
        sayer is not None
        and names_its_speaker(sayer, case)
        and not beside_cue(claim.claimant, case)
        and not may_be_main(claim.claimant, sayer, index)
        and not akin(claim.claimant, str(sayer.speaker), index)
        and not not_by_name(claim.claimant, None, sayer, case)
        and not (may_be_person(claim.claimant) and named_last(claim.claimant, sayer, index))
    ):
        yield _anothers(claim.claimant, sayer.speaker, sayer.source, case)
        return
    if (
        sayer is not None
        and not same(claim.claimant, str(sayer.speaker), index)
        and may_abbreviate(claim.claimant, str(sayer.speaker), index)
    ):
        yield _unproven_claimant(claim.claimant, sayer.source, case)
        return
    place = _out_of_reach(claim.claimant, speeches, case)
    if place is not None:
        yield _anothers(claim.claimant, index.text[slice(*place)], place, case)


def _anothers(claimant: str, theirs: str | None, place: Place | None, case: Case) -> Finding:
    """The finding that the claim is made by whoever stands at `place`; or that it may be the claimant's, where nobody
    stands there by name."""
    if place is not None and may_be_anybody(claimant, place, case.cited):
        return _unproven_claimant(claimant, None, case)
    return find(
        Code.CLAIMANT_ALTERED,
        "claimant",
        f"The article gives this to {quoted(theirs)}, the record to {quoted(claimant)}.",
        said=claimant,
        article=case.index.article,
        place=place,
    )


def _unproven_claimant(claimant: str, place: Place | None, case: Case) -> Finding:
    return find(
        Code.SPEAKER_UNPROVEN,
        "claimant",
        f"The article does not say outright that {quoted(claimant)} says this.",
        said=claimant,
        article=case.index.article,
        place=place,
    )


_BY_PRONOUN = pattern(r"[Aa]ccording\sto\s(?:her|him|them),")


_DENIES = pattern(
    r"\s(?:(?:also|ha[ds]|have|has\salways|later|then)\s)*(?:den(?:ied|ies)|disput(?:ed|es)|issued\sa\s(?:\w+\s)?denial|reject(?:ed|s))\b"
)


_DENIES_IT = pattern(rf"The\s\w+{_DENIES.pattern}\s(?:it|that|this)\b")


def _is_denied_by_company(claim: Claim, case: Case) -> bool:
    """Whether a denial has nothing but "The company denies this" in the cited sentences, and may be the claimant's."""
    return (claim.certainty == "denied" or claim.kind == "denial") and any(
        is_the_company(str(claim.claimant), number, case.index)
        and _DENIES_IT.match(case.index.sentences[number - 1].text) is not None
        for number in case.cited.numbers
    )


def _is_what_he_denies(claim: Claim, sayer: Speech, speeches: Sequence[Speech], case: Case) -> bool:
    """Whether a denial is held against who reports what is denied, while "the company" or the like says something of
    it beside: "the Herald reported a sale. “That is untrue,” the brewer said", or the claimant himself denies: "Tarn
    denied any such payments"."""
    if claim.certainty != "denied" and claim.kind != "denial":
        return False
    index = case.index
    if any(
        _DENIES.match(index.text, name.end) and akin(str(claim.claimant), name.text, index)
        for number in case.cited.numbers
        for name in index.names_of(number)
    ):
        return True
    return any(
        speech.source is not None
        and speech.source != sayer.source
        and not names_its_speaker(speech, case)
        and within_reach(str(claim.claimant), case.index.sentences_of(speech.source), case.index)
        for speech in speeches
    )


def _out_of_reach(claimant: str, speeches: list[Speech], case: Case) -> Place | None:
    """Where the cited sentences name somebody else, while nothing in them can mean the claimant."""
    index = case.index
    cited_first = set(case.record.evidence)
    numbers = tuple(number for number in case.cited.numbers if number in cited_first) or case.cited.numbers
    if (
        not numbers
        or not is_known(claimant, index)
        or any(same(claimant, name.text, index) for number in numbers for name in index.names_of(number))
        or is_authors(numbers, index)
    ):
        return None
    told = [speech for speech in speeches if speech.source and not set(numbers).isdisjoint(speech.sentences)]
    if any(not_by_name(claimant, None, speech, case) for speech in told):
        return None
    if any(goes_on_with(claimant, number, index) for number in numbers):
        return None
    person = another_person(claimant, numbers, index)
    if (
        person is not None
        and not _is_topic(person, numbers, case)
        and (index.directory.is_person(index.directory.fullest(claimant)) or not leaves_body_open(numbers, index))
    ):
        return person.start, person.end
    if len(told) == 1 and told[0].source and not_meant_by(claimant, told[0].source, case):
        return told[0].source
    if (
        not told
        and not _BY_PRONOUN.match(index.sentences[numbers[0] - 1].text)
        and (subject := subject_of(numbers[0], index))
    ):
        place = subject.start, subject.end
        if not_meant_by(claimant, place, case) and not _is_topic(subject, numbers, case):
            return place
    if within_reach(claimant, numbers, index, behind=FOLLOWING):
        return None
    if told:
        return told[0].source
    named = [name for number in numbers for name in index.names_of(number) if not opens_in_capitals(name, index)]
    first = named[0] if named else index.sentences[numbers[0] - 1]
    return first.start, first.end


def _is_topic(name: NameSpan, numbers: Sequence[int], case: Case) -> bool:
    """Whether the statement tells of somebody in sentences in which nobody is said to say anything, as in the midst of
    a long quotation: he need not be the one who tells it."""
    index = case.index
    sources = [speech.source for speech in index.speeches_in(numbers) if speech.source]
    return (
        not any(start <= name.start and name.end <= end for start, end in sources)
        and (bool(sources) or not any(index.attributions(number) for number in numbers))
        and any(same(name.text, told.text, index) for told in names_in(_claim(case).statement))
    )


def _sayer(claim: Claim, speeches: list[Speech], case: Case) -> Speech | None:
    """The speech that says what the claim says, if its speaker is sure."""
    stems = stems_of(compared(claim.statement))
    best: tuple[int, Speech] | None = None
    for speech in speeches:
        told = frozenset().union(*(stems_of(case.index.text[start:end]) for start, end in speech.content))
        shared = len(stems & told)
        if shared * 2 >= max(2, len(stems)) and (best is None or shared > best[0]):
            best = shared, speech
    return best[1] if best and best[1].speaker else None


def check_claim_kind(case: Case) -> Iterator[Note]:
    """The kind: a plain fact needs no word; estimates, forecasts, denials and allegations have theirs."""
    claim = _claim(case)
    sources = sentences(case.cited)
    said = Clause.of(compared(claim.statement))
    if claim.kind == "fact":
        # Whether what is told of the future is a fact or a forecast, its writer decides: unproven, not wrong.
        settled = claim.certainty == "asserted" and not foretells(said)
    elif claim.kind == "denial":
        if sources and not denies(said, Laid.of("statement", said, sources, case.cited)):
            yield _mislabelled(
                Code.KIND_ALTERED, "kind", "The claim is called a denial, but the cited sentences do not deny it.", case
            )
            return
        settled = is_denied(said, sources, denier(claim.claimant, case))
    elif claim.kind == "opinion" and claim.claimant is not None:
        settled = is_appraised(said, sources)
    else:
        senses = _KIND_CUES.get(claim.kind, frozenset())
        settled = any(cue.sense in senses for source in (said, *sources) for cue in source.hedges)
        if claim.kind == "forecast" and not settled:
            settled = any(
                word.low in _FORECAST_WORDS
                for source in sources
                if not _FORECAST_WORDS.isdisjoint(letters_of(source.text))
                for word in source.words
            )
        if settled and claim.kind in ("forecast", "estimate"):
            settled = _leaves_open(said, sources, case)
    if settled:
        yield Settled("kind")
