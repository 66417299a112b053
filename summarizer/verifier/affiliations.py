"""For which organisation the speaker of a quote speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from summarizer.fields import FieldKind, Leaf
from summarizer.records import Party
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.slips import plain_words
from summarizer.text.speech import Speech
from summarizer.verdicts import Finding
from summarizer.verifier.belonging import BREAK, has_left, of_another_house, placed_by
from summarizer.verifier.case import Case
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.kind_proofs import is_company
from summarizer.verifier.locate import locate_cited
from summarizer.verifier.names import akin, check_name, known_as, same, stands
from summarizer.verifier.notes import Held, Note, find
from summarizer.verifier.open_houses import (
    is_no_house,
    is_of_theirs,
    is_told_of_before,
    may_be_the_one,
    names_only_organ,
    takes_up,
)
from summarizer.verifier.quotes import quote_of
from summarizer.verifier.reach import is_main, owner_of_job, subject_of, within_reach
from summarizer.verifier.short_names import may_abbreviate
from summarizer.verifier.speaker_kinds import GOVERNS_JOBS
from summarizer.verifier.speakers import BEFORE, FOLLOWING, alike, is_known, spoken_by
from summarizer.verifier.turns import in_row, is_house, listed_elsewhere
from summarizer.verifier.utterances import speeches_at

_MENTIONS = 12
"""Mentions of a person beside which an organisation is looked for."""
_ATTACHED = 100
"""Characters between a person and an organisation that are attached to each other at most."""


def check_affiliation(case: Case) -> Iterator[Note]:
    """The organisation must be the one for which the article has the speaker speak, and not one that he has left."""
    if (listed := _by_list(case)) is not None:
        yield listed
        return
    notes = [
        _unproven_affiliation(case)
        if isinstance(note, Finding) and note.code == Code.AFFILIATION_ALTERED and _may_be_placed(case)
        else note
        for note in _affiliation(case)
    ]
    yield from notes
    record = quote_of(case)
    if record.affiliation is None or any(isinstance(note, Finding) and note.verdict.faulty for note in notes):
        return
    if not any(isinstance(note, Finding) and note.code is Code.AFFILIATION_UNPROVEN for note in notes) and (
        has_left(record.speaker, record.affiliation, record.role, case.index)
        or of_another_house(record.speaker, record.affiliation, case.index)
    ):
        yield _unproven_affiliation(case)


def _by_list(case: Case) -> Note | None:
    """What the list of those who take part in a call says of the organisation."""
    record, index = quote_of(case), case.index
    listed = index.turns.listed.get(index.directory.fullest(record.speaker)) or index.turns.listed.get(record.speaker)
    if record.affiliation is None or listed is None:
        return None
    if in_row(record.affiliation, listed) or is_house(record.affiliation, listed, index):
        return Held("affiliation", (listed.place,))
    if listed_elsewhere(record.affiliation, listed, index):
        return find(
            Code.AFFILIATION_ALTERED,
            "affiliation",
            f"The list of participants has {quoted(index.text[slice(*listed.place)])}, the record "
            f"{quoted(record.affiliation)}.",
            said=record.affiliation,
            article=index.article,
            place=listed.place,
        )
    return None


def _unproven_affiliation(case: Case) -> Finding:
    record = quote_of(case)
    return find(
        Code.AFFILIATION_UNPROVEN,
        "affiliation",
        f"The article does not say outright that {quoted(record.speaker)} speaks for {quoted(record.affiliation)}.",
        said=record.affiliation,
    )


def _affiliation(case: Case) -> Iterator[Note]:
    record = quote_of(case)
    if record.affiliation is None:
        return
    said, index = record.affiliation, case.index
    speech = _speech_of(case)
    known = speech.affiliation if speech else None
    if known and (not is_known(known, index) or index.directory.is_person(known) or known in record.speaker.split()):
        known = None
    if known and index.directory.can_be_person(known) and is_main(said, index):
        known = None
    owner = owner_of_job(record.speaker, index)
    if owner is not None and same(said, owner, index):
        # "Its Leeds branch head": of a branch, but its.
        known = owner
    known = known or _described_at(record.speaker, index) or owner
    if known and (known.endswith("-based") or _is_word_of_job(known, record.role) or names_only_organ(known)):
        # "a Leeds-based partner": where he sits, not for whom; "Mill Director": what he directs.
        known = None
    if known and (same(said, known, index) or alike(said, known)):
        yield from _affiliation_place(case, speech)
        return
    if speech and speech.source and placed_by(said, speech.source, index):
        yield from _affiliation_place(case, speech)
        return
    if same(said, record.speaker, index):
        yield from check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited)
        return
    if known and may_abbreviate(known, said, index):
        yield from check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited)
        yield _unproven_affiliation(case)
        return
    if known and (_has_its_letters(known, said) or _is_its_thing(known, said, case)):
        yield from check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited)
        yield _unproven_affiliation(case)
        return
    if known and speech and speech.source and known in index.text[slice(*speech.source)]:
        if index.text[: speech.source[1]].endswith(f" of {known}") and any(
            takes_up(said, one, index) for one in _mentions_of(record.speaker, index)[:1]
        ):
            # "The lawyer, Jane Roe of Leeds": the town, or the house, of somebody who is told of as another's.
            yield _unproven_affiliation(case)
            return
        yield _wrong_affiliation(known, speech, case)
        return
    notes = list(check_name(Leaf("affiliation", FieldKind.NAME, said), case.cited))
    yield from notes
    if any(isinstance(note, Finding) and note.verdict.faulty for note in notes):
        return
    if _attached(record.speaker, said, index):
        if record.speaker_kind in ("anonymous", "company") or name_kind(record.speaker) == "company":
            # Two bodies named side by side: neither speaks for the other by that.
            yield _unproven_affiliation(case)
        return
    first = _mentions_of(record.speaker, index)[:1]
    if any(takes_up(said, one, index) or is_of_theirs(said, one, index) for one in first):
        yield _unproven_affiliation(case)
        return
    if index.directory.can_be_person(record.speaker) and re.search(rf"\b(?:his|her)\s{re.escape(said)}\b", index.text):
        yield _unproven_affiliation(case)
        return
    if not is_known(said, index) and (len(said.split()) > 1 or said[:1].islower()):
        # What stands in the article and was read as no name, is held against no other one.
        yield _unproven_affiliation(case)
    elif known and name_kind(known) != "person" and not akin(known, said, index):
        yield _wrong_affiliation(known, speech, case)
    elif (
        (theirs := _spoken_of(record.speaker, said, case)) is not None
        and not _at_home(record.text, said)
        and not _with_pronoun(record.speaker, said, index)
    ):
        yield _wrong_affiliation(theirs, speech, case)
    elif (
        not _named_together(record.speaker, said, case)
        and not _named_near(record.speaker, said, index)
        and (known or not any(may_be_the_one(said, one, index) for one in _mentions_of(record.speaker, index)))
    ):
        yield _wrong_affiliation(known or "somebody else", speech, case)
    else:
        yield _unproven_affiliation(case)


def _is_word_of_job(known: str, role: str | None) -> bool:
    """Whether what was read as a house is only the first word of a job that is written with capitals."""
    return role is not None and plain_words(role)[:1] == plain_words(known)


_THOSE_AT = pattern(r"\b(?:analysts|brokers|economists|researchers|strategists|those)\s(?:at|from)\s(?:the\s)?\Z")
_OPENS = 40
"""Characters of a sentence within which the body that it is about is named."""


def _may_be_placed(case: Case) -> bool:
    """Whether the article may mean the organisation without saying so: it is named in the sentence that first names the
    speaker, or the sentence before is about it ("say analysts at Tarn. “It is dear,” writes Jane Roe"), or its name has
    the speaker's job in it ("Partner Jane Roe" of Tarn Partners); unless the article places the speaker elsewhere."""
    record, index = quote_of(case), case.index
    said, jobs = str(record.affiliation), plain_words(str(record.role))
    known = _described_at(record.speaker, index)
    if known is not None and not _is_word_of_job(known, record.role) and known not in said:
        return any(
            akin(said, name.text, index) and _AT_FIRM.search(index.text, max(0, name.start - _OPENS), name.start)
            for start, end in _mentions_of(record.speaker, index)[:1]
            for name in index.names_in((end, end + _ATTACHED))
        )
    if is_main(said, index) and not _WATCHERS.isdisjoint(jobs):
        return False
    if jobs and f"{jobs[0]}s" in plain_words(said):
        return True
    for start, end in _mentions_of(record.speaker, index)[:1]:
        number = index.sentences_of((start, end))[0]
        if any(akin(said, name.text, index) for name in index.names_of(number)):
            return True
        before = [name for name in index.names_of(number - 1) if name_kind(name.text) != "place"] if number > 1 else []
        for name in before:
            opening = index.sentences[number - 2].start
            if akin(said, name.text, index) and (
                _THOSE_AT.search(index.text, opening, name.start)
                or (name is before[0] and name.start - opening < _OPENS)
            ):
                return True
    return False


_AT_FIRM = pattern(r"\b(?:at|of|with)\sthe\s(?:firm|house|law\sfirm)\s(?:of\s)?\Z")


def _has_its_letters(known: str, said: str) -> bool:
    """Whether the house read beside the speaker opens with the first letters of the one of the record: "EU Transport"
    (of a commissioner's title) with those of "European Union"."""
    letters = known.split()[0]
    initials = "".join(word[0] for word in said.split() if word[0].isupper())
    return len(initials) > 1 and letters == initials


def _is_its_thing(known: str, said: str, case: Case) -> bool:
    """Whether the house read beside the speaker is a thing that the article has as "the Corvo" and nowhere without,
    which somebody named before it may make: "the Corvo's chief engineer" of Tarn Motors."""
    index = case.index
    mentions = index.occurrences_of(known)
    if " " in known or known.isupper() or name_kind(known) != "other" or not mentions or not is_main(said, index):
        return False
    numbered = [one for one in mentions if index.text[max(0, one.start - len("the ")) : one.start].lower() == "the "]
    return len(numbered) * 2 >= len(mentions) and not akin(known, said, index)


_HE_HAS_IT = pattern(
    r"\b(?:he|her|his|she)\b[^.;:“”\"]{0,120}?\b(?:call|found|head|join|launch|lead|nam|open|own|rename|run|start|works?\sat|works?\sfor)"
    r"(?:e|ed|es|ing|s)?\b[^.;:“”\"]{0,40}\Z",
    re.IGNORECASE,
)


def _with_pronoun(person: str, body: str, index: Index) -> bool:
    """Whether a sentence has the organisation behind a pronoun that may mean the speaker, named in it or in the one
    before: "Roe grew tired. So he left, and called the shop Tarn"."""
    forms = known_as(person, index)
    for one in index.occurrences_of(body)[:_MENTIONS]:
        number = index.sentences_of((one.start, one.end))[0]
        if not _HE_HAS_IT.search(index.text, index.sentences[number - 1].start, one.start):
            continue
        near = [name for at in range(max(1, number - 1), number + 1) for name in index.names_of(at)]
        people = [name for name in near if index.directory.is_person(index.directory.fullest(name.text))]
        if people and all(name.text in forms for name in people):
            return True
    return False


def _at_home(text: str, body: str) -> bool:
    """Whether the speaker's own words place him with the organisation: "nobody at Acme", "here at Acme"."""
    return re.search(rf"\b(?:at|for|of us at)\s(?:the\s)?{re.escape(body)}\b", text) is not None


def _described_at(speaker: str, index: Index) -> str | None:
    """The organisation that the article names beside a mention of the speaker."""
    known = index.directory.described(index.directory.fullest(speaker))[1]
    return known if known and is_known(known, index) and not index.directory.is_person(known) else None


def _attached(person: str, body: str, index: Index) -> bool:
    """Whether some mention of the person has the organisation right beside it, with nobody else between."""
    for start, end in _mentions_of(person, index):
        for name in index.names_in((max(0, start - _ATTACHED), end + _ATTACHED)):
            if not same(body, name.text, index):
                continue
            gap = (name.end, start) if name.start < start else (end, name.start)
            between = [
                one
                for one in index.names_in(gap)
                if not one.text.endswith("-based")
                and name_kind(one.text) != "place"
                and not (start < name.start and _OF_SORT.fullmatch(index.text, one.end, name.start))
            ]
            if not between and not BREAK.search(index.text[slice(*gap)]):
                return True
    return False


_OF_SORT = pattern(r"\s(?:[a-z][\w-]*\s){1,3}")
"""Between a place's name and a body's: "chief executive of the Oslo builder Tarn"."""


def _mentions_of(person: str, index: Index) -> list[Place]:
    """The first places of a person's full name, or of the very words of the record where these are read as no name."""
    found = [(one.start, one.end) for one in index.occurrences_of(index.directory.fullest(person))[:_MENTIONS]]
    if found:
        return found
    return [one.span() for one in islice(re.finditer(rf"\b{re.escape(person)}\b", index.text), _MENTIONS)]


def _named_near(person: str, body: str, index: Index) -> bool:
    """Whether the organisation is named near some mention of the person, or is what the article is about."""
    forms = known_as(person, index)
    mentions = [name for name in index.names if name.text in forms][:_MENTIONS]
    if not mentions:
        return True
    numbers = [number for name in mentions for number in index.sentences_of((name.start, name.end))]
    if body[:1].islower() and any(
        re.search(rf"\b{re.escape(body)}\b", index.sentences[near - 1].text)
        for number in numbers
        for near in range(max(1, number - BEFORE), number + 1)
    ):
        # A brand written small is read as no name.
        return True
    return any(within_reach(body, (number,), index) for number in numbers)


def _spoken_of(person: str, said: str, case: Case) -> str | None:
    """The company that the article is about, where the record has the speaker with one that it is not about and that
    it puts beside no mention of the speaker."""
    index = case.index
    if is_main(said, index):
        return None
    main = next(
        (
            name
            for name in index.main_names
            if name_kind(name) not in ("person", "place")
            and not akin(name, person, index)
            and not index.directory.is_person(index.directory.fullest(name))
            and not is_no_house(name, index)
        ),
        None,
    )
    if main is None or akin(main, said, index):
        return None
    if _is_of_its_title(person, said, case) or _watches(person, said, case):
        return None
    if not is_known(person, index) and any(
        akin(said, name.text, index)
        for place in case.places.get("text", ())
        for number in index.sentences_of(place)
        for near in range(max(1, number - 1), number + 1)
        for name in index.names_of(near)
    ):
        return None
    if _holds_office(person, case) and name_kind(main) != "government" and not _is_firm(said, case):
        # "The state's economy minister" is nobody's of the company that the article is about.
        return None
    for mention in _mentions_of(person, index)[:1]:
        if is_told_of_before(said, mention, index):
            return None
        number = index.sentences_of(mention)[0]
        for near in range(max(1, number - 2), number + 1):
            subject = subject_of(near, index)
            if subject is not None and akin(said, subject.text, index):
                return None
            if _is_somebodys(said, near, index):
                return None
            if re.match(rf"(?:The\s)?(?:[a-z][\w-]*\s){{0,3}}{re.escape(said)}[\s,]", index.sentences[near - 1].text):
                # "The union Tarn, which had opposed it, was relieved."
                return None
    return main if within_reach(main, case.cited.numbers, index) else None


def _holds_office(person: str, case: Case) -> bool:
    """Whether the speaker's job is a public one: a minister, a mayor."""
    job = quote_of(case).role or case.index.directory.described(case.index.directory.fullest(person))[0]
    return job is not None and GOVERNS_JOBS.search(job) is not None


def _is_firm(body: str, case: Case) -> bool:
    """Whether the article shows the organisation to be a company."""
    party = Party.model_construct(name=body, aliases=[], kind="company", description=None, ticker=None)
    return name_kind(body) == "company" or is_company(case, party)


def _is_of_its_title(person: str, body: str, case: Case) -> bool:
    """Whether the speaker's title is made from the body's noun: a councillor of a council, a senator of a senate."""
    told = [
        person,
        str(quote_of(case).role or ""),
        str(case.index.directory.described(case.index.directory.fullest(person))[0]),
    ]
    titles = plain_words(" ".join((*told, case.index.directory.fullest(person))))
    titles = [_LONG_TITLES.get(title, title) for title in titles]
    stems = [word[:_TITLE] for word in plain_words(body) if len(word) >= _TITLE and word[:_TITLE] in _CHAMBERS]
    return any(title.startswith(stem) for title in titles for stem in stems)


_TITLE = 5
_LONG_TITLES = {"sen": "senator", "rep": "congressman", "mp": "parliamentarian", "mep": "parliamentarian"}
_CHAMBERS = frozenset({"counc", "senat", "parli", "congr", "minis", "commi", "chanc"})
"""How the names of chambers and offices begin, as the titles of their members do."""


def _watches(person: str, body: str, case: Case) -> bool:
    """Whether the speaker is one who follows companies for a house of his own, which is named shortly before him."""
    index = case.index
    told = plain_words(f"{quote_of(case).role} {index.directory.described(index.directory.fullest(person))[0]}")
    if _WATCHERS.isdisjoint(told):
        return False
    for start, end in _mentions_of(person, index)[:1]:
        number = index.sentences_of((start, end))[0]
        near = range(max(1, number - FOLLOWING), number + 1)
        return any(akin(body, name.text, index) for one in near for name in index.names_of(one))
    return False


_WATCHERS = word_set("analyst analysts economist economists strategist strategists")

_SOMEBODYS = pattern(
    r"\A(?:The\s)?[^,.;:\"“”]{2,60}?(?:s['’]|['’]s)\s(?:(?!(?:and|at|by|for|from|in|of|on|over|than|to|with)\s)[a-z][\w-]*,?\s){1,5}\Z"
)
"""Before a name that opens a sentence behind what its bearer is to another: "Tarn's largest investor, Moss, said"."""


def _is_somebodys(body: str, number: int, index: Index) -> bool:
    """Whether the sentence is about the organisation, told by what it is to another one."""
    start = index.sentences[number - 1].start
    return any(
        akin(body, name.text, index) and _SOMEBODYS.match(index.text[start : name.start]) is not None
        for name in index.names_of(number)
    )


def _wrong_affiliation(known: str, speech: Speech | None, case: Case) -> Finding:
    record = quote_of(case)
    return find(
        Code.AFFILIATION_ALTERED,
        "affiliation",
        f"The article has {quoted(record.speaker)} speak for {quoted(known)}, the record for "
        f"{quoted(record.affiliation)}.",
        said=record.affiliation,
        article=case.index.article,
        place=speech.source if speech else None,
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
        for form in known_as(one, index)
        for name in index.occurrences_of(form)
        for number in index.sentences_of((name.start, name.end))
    }
    return stands([other], sorted(numbers | set(case.cited.numbers)), index)
