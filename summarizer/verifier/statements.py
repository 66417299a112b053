"""Statements in the model's own words: every number, name and date, and what turns them round, borne out.

Wording is free. What is compared are the facts that a paraphrase must keep: amounts by value, names by whom they
mean, dates by the days they mean, negation, certainty and direction where both sides use the word. Facts that the
cited sentences lack may stand in others that are about the same; those are then added to the citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from summarizer.fields import Leaf
from summarizer.text.dates import DateSpan, read_dates
from summarizer.text.folding import folded
from summarizer.text.names import NameSpan
from summarizer.text.numbers import Amount, read_amount, read_amounts
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import borne_out, differences, distance, same_size
from summarizer.verifier.clause import Clause
from summarizer.verifier.demonyms import place_of
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place, names_in
from summarizer.verifier.locate import likely_sentences, locate_cited
from summarizer.verifier.names import akin, same, similar
from summarizer.verifier.notes import Note, Supported, find
from summarizer.verifier.polarity import check_certainty, check_direction, check_negation, sentences
from summarizer.verifier.relations import relations
from summarizer.verifier.stages import check_told_stage
from summarizer.verifier.wording import Word, before, behind, content, stems_of, words

_SMALL = 12
"""Spelled-out counts up to here may be the writer's own: "two analysts"."""
_FEW = 0.25
"""Share of a statement's content words that the cited sentences have at least, for it to be proven by them."""
_OVERLAP = 0.3
"""Share of the shorter of two stretches of days that both have at least, for them to be the same: "late last year"
and "mid-2024" touch in September."""
_MOST = 0.6
"""Share from which another sentence is taken to be the one that says it."""


_SPACED = re.compile(r"(?:(?<=\d)([.,]) (?=\d))|(?:(?<=[$€£¥]) (?=\d))")
_HOLDERS = 16
_STRANGERS = 200
"""Names of the cited sentences that are compared with one of the statement's."""
_WINDOW = 400
"""Characters on either side of an amount in which the bounds of its part of the sentence are looked for."""
_INSERTION = re.compile(r",[^,]{1,60},")
_PARTS = re.compile(r"; |,? while |,? whereas |, and |, but |,? compared with ")
"""Where a part of a sentence with a subject of its own may begin."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the facts in it."""

    path: str
    text: str
    amounts: tuple[Amount, ...]
    dates: tuple[DateSpan, ...]
    names: tuple[NameSpan, ...]
    content: tuple[Word, ...]
    """The content words that belong to no name, amount or date."""
    clause: Clause


def read(path: str, text: str, published: date | None) -> Said:
    """The facts of a statement."""
    amounts, dates, names = read_amounts(text), read_dates(text, published), names_in(text)
    clause = Clause(text)
    taken = [
        *((amount.start, amount.end) for amount in amounts),
        *((span.start, span.end) for span in dates),
        *((name.start, name.end) for name in names),
    ]
    own = [word for word in clause.content if not any(start <= word.start and word.end <= end for start, end in taken)]
    return Said(path, text, tuple(amounts), tuple(dates), names, tuple(own), clause)


def check_statement(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """Every fact of the statement must be borne out by the cited sentences, or by others that are about the same."""
    yield from compare(leaf.path, str(leaf.value), cited, facts_only=leaf.path.endswith(".measures"))


def compare(
    path: str, text: str, cited: Cited, *, denied: bool = False, hedged: bool = False, facts_only: bool = False
) -> Iterator[Note]:
    """What `check_statement` finds.

    `denied` and `hedged`: the record says so beside the statement, which then need not say it itself.
    `facts_only`: it is no sentence but the name of a thing ("share price rise"); only its facts are compared.
    """
    said = read(path, text, cited.index.article.published)
    if not said.content and not said.names and not said.amounts and not said.dates:
        if not any(character.isalnum() for character in text):
            yield find(Code.STATEMENT_UNSUPPORTED, path, f"The field {path} states nothing: {quoted(text)}.", said=text)
        return
    for centre in _recentred(said, cited):
        cited = Cited(cited.index, (*cited.numbers, *centre.sentences), cited.subjects)
        yield centre
    pairs: list[tuple[Amount, Amount]] = []
    added: set[int] = set()
    for note in (*_amounts(said, cited, pairs), *_names(said, cited), *_dates(said, cited)):
        if isinstance(note, Supported):
            added.update(note.sentences)
        yield note
    if facts_only:
        return
    cited = Cited(cited.index, (*cited.numbers, *added), cited.subjects)
    clause, sources = said.clause, sentences(cited)
    if not denied:
        yield from check_negation(path, clause, sources, cited)
    if not hedged and not denied:
        yield from check_certainty(path, clause, sources, cited)
    yield from check_direction(path, clause, sources, cited, pairs)
    yield from _told_relations(said, cited)
    yield from check_told_stage(path, text, cited)
    yield from _contents(said, cited)


# Which sentences say it


def _coverage(said: Said, stems: frozenset[str] | set[str]) -> float:
    own = {word.stem for word in said.content}
    return len(own & stems) / len(own) if own else 1.0


def _shared_directions(said: Said, cited: Cited) -> set[str]:
    """The stems of the statement's words of direction that go the same way as some of the cited sentences."""
    senses = {cue.sense for cue in cited.each(cited.index.directions)}
    cues = [cue for cue in said.clause.directions if cue.sense in senses]
    return {word.stem for cue in cues for word in words(cue.text)}


def _recentred(said: Said, cited: Cited) -> Iterator[Supported]:
    """Another sentence, where the cited ones share next to nothing with the statement and that one most of it."""
    index = cited.index
    everything = stems_of(said.text)
    if not everything or (cited.numbers and len(everything & cited.stems) / len(everything) > _FEW):
        return
    for number in likely_sentences(said.text, index, 1):
        stems = index.stems(number)
        if number not in cited.numbers and len(everything & stems) / len(everything) >= _MOST:
            yield Supported(said.path, (number,))


def _about(said: Said, number: int, index: Index, *, words_too: bool) -> bool:
    """Whether an uncited sentence is about what the statement is about: somebody it names, or several of its words."""
    sentence = index.sentences[number - 1]
    named = index.names_in((sentence.start, sentence.end))
    shared = len({word.stem for word in said.content} & index.stems(number))
    if said.names:
        return any(same(one.text, other.text, index) for one in said.names for other in named) and (
            not words_too or shared >= 1
        )
    return shared >= 2


def _contents(said: Said, cited: Cited) -> Iterator[Finding]:
    """What the statement says beside its facts must have something to do with the cited sentences."""
    if not said.content or _coverage(said, cited.stems) >= _FEW:
        return
    if _coverage(said, cited.stems | _shared_directions(said, cited)) >= _FEW:
        return
    index = cited.index
    known = any(word.stem in index.sentences_by_stem for word in said.content)
    named = any(folded(name.text) in cited.folded for name in said.names) or said.amounts or said.dates
    if not known and not named and len(said.content) >= 2:
        yield find(
            Code.STATEMENT_UNSUPPORTED,
            said.path,
            f"Nothing in the article speaks of this: {quoted(said.text)}.",
            said=said.text,
        )
    elif len(said.content) >= 2 or not named:
        yield find(
            Code.STATEMENT_UNPROVEN,
            said.path,
            f"The cited sentences do not use the words of {quoted(said.text)}; its meaning was not checked.",
            said=said.text,
        )


# Amounts


def _amounts(said: Said, cited: Cited, pairs: list[tuple[Amount, Amount]]) -> Iterator[Note]:
    """Each amount must stand in the cited sentences by value; those that do are put into `pairs`."""
    index = cited.index
    pool = cited.each(index.amounts)
    if any(amount.high is not None for amount in said.amounts):
        pool += cited.each(index.ranges)
    for mine in said.amounts:
        free = mine.unit is None or not _used_elsewhere(mine.unit, index)
        exact = [amount for amount in pool if same_size(mine.value, amount) and borne_out(mine, amount, any_noun=free)]
        if exact:
            pairs.append((mine, exact[0]))
            continue
        text = said.text[mine.start : mine.end]
        rivals = [
            amount for amount in pool if amount.kind == mine.kind and not any(amount is used for _, used in pairs)
        ]
        if _standing_alone(text, cited) and not any(differences(mine, rival) == [] for rival in rivals):
            continue
        elsewhere = next(
            (
                amount
                for amount in index.amounts_by_value.get(abs(mine.value), ())[:64]
                if borne_out(mine, amount)
                and any(
                    _about(said, number, index, words_too=bool(rivals))
                    for number in index.sentences_of((amount.start, amount.end))
                )
            ),
            None,
        )
        if elsewhere is not None:
            pairs.append((mine, elsewhere))
            yield Supported(said.path, index.sentences_of((elsewhere.start, elsewhere.end)))
            continue
        rounded = [amount for amount in pool if borne_out(mine, amount)]
        if rounded:
            pairs.append((mine, min(rounded, key=lambda amount: distance(mine, amount))))
            continue
        if _own_count(mine, text):
            rivals = [rival for rival in rivals if mine.unit and rival.unit and folded(mine.unit) == folded(rival.unit)]
            if not rivals:
                continue
        yield _wrong_amount(said, mine, rivals, pool, index)


def _standing_alone(text: str, cited: Cited) -> bool:
    """Whether the very words stand in the cited sentences, though no amount like it was read there; also with the
    spaces that some tools leave inside numbers: "1. 3 billion", "$ 36, 000"."""
    if not any(character.isdigit() for character in text):
        return False
    if locate_cited(text, cited) is not None:
        return True
    mine = read_amount(text)
    mended = _SPACED.sub(r"\1", cited.folded)
    return (
        mine is not None and mended != cited.folded and any(borne_out(mine, amount) for amount in read_amounts(mended))
    )


def _own_count(amount: Amount, text: str) -> bool:
    return (
        amount.kind == "quantity" and abs(amount.value) <= _SMALL and not any(character.isdigit() for character in text)
    )


def _wrong_amount(said: Said, mine: Amount, rivals: Sequence[Amount], pool: Sequence[Amount], index: Index) -> Finding:
    text = said.text[mine.start : mine.end]
    same_size = [amount for amount in pool if abs(amount.value) == abs(mine.value)]
    candidates = same_size or rivals
    if not candidates:
        return find(
            Code.NUMBER_UNSUPPORTED,
            said.path,
            f"The cited sentences do not have the number {quoted(text)}.",
            said=said.text,
        )
    theirs = min(candidates, key=lambda amount: distance(mine, amount))
    wrong = differences(mine, theirs)
    code = wrong[0].code if wrong else Code.BOUND_ALTERED
    what = wrong[0].what if wrong else "the bound"
    return find(
        code,
        said.path,
        f"The article has {quoted(index.text[theirs.start : theirs.end])} where the record has {quoted(text)}: "
        f"{what} differs.",
        said=said.text,
        article=index.article,
        place=(theirs.start, theirs.end),
    )


def _used_elsewhere(unit: str, index: Index) -> bool:
    """Whether the article has the counted noun as a word, and so calls something else by it."""
    return any(word.stem in index.sentences_by_stem for word in content(words(unit))[-1:])


# Names


def _names(said: Said, cited: Cited) -> Iterator[Note]:
    """Each name must mean somebody whom the cited sentences name, or whom they speak of without a name."""
    index = cited.index
    for name in said.names:
        if _plain_opening(said, name, cited):
            continue
        if _named(name.text, cited):
            if rival := _bearer(said, name, cited):
                yield _wrong_name(said, name, rival, index)
            continue
        numbers = _naming(name.text, index)
        best = _best(said, numbers, cited) if numbers else None
        rival = _displacing(said, name, cited)
        if rival is not None and (best is None or not _says_more(said, best, cited)):
            yield _wrong_name(said, name, rival, index)
        elif best is not None:
            yield Supported(said.path, (best,))
        elif not _common_words(name, index) and not place_of(name.text, index.folded.text):
            alike = similar(name.text, cited.names) or similar(name.text, index.distinct_names.values())
            if alike is not None:
                yield _wrong_name(said, name, alike, index)
            elif name.start > 0 or len(name.text.split()) > 1 or not name.text.istitle():
                yield find(
                    Code.NAME_UNSUPPORTED, said.path, f"The article does not name {quoted(name.text)}.", said=said.text
                )
            else:
                yield find(
                    Code.STATEMENT_UNPROVEN,
                    said.path,
                    f"The article does not have the word {quoted(name.text)}.",
                    said=said.text,
                )


def _named(name: str, cited: Cited) -> bool:
    return locate_cited(name, cited, name=True) is not None or any(
        same(name, other.text, cited.index) for other in cited.names
    )


def _naming(name: str, index: Index) -> list[int]:
    """The sentences of the article that name it."""
    found = {
        number
        for key, other in index.distinct_names.items()
        if same(name, other.text, index)
        for occurrence in index.occurrences.get(key, ())
        for number in index.sentences_of((occurrence.start, occurrence.end))
    }
    if not found:
        located = locate_cited(name, Cited(index, range(1, len(index.sentences) + 1)), name=True)
        if located:
            found.update(index.sentences_of(located.whole))
    return sorted(found)


def _best(said: Said, numbers: Sequence[int], cited: Cited) -> int:
    """Of these sentences the one that shares most words with the statement, then the nearest to the cited ones."""
    own = {word.stem for word in said.content}
    nearest = min(cited.numbers, default=1)
    return max(
        numbers[:200],
        key=lambda number: (len(own & cited.index.stems(number)), -abs(number - nearest)),
    )


def _strangers(said: Said, cited: Cited) -> list[NameSpan]:
    """The names of the cited sentences that the statement does not mean."""
    return [other for other in cited.names if not any(same(name.text, other.text, cited.index) for name in said.names)]


def _says_more(said: Said, number: int, cited: Cited) -> bool:
    """Whether an uncited sentence says more of the statement than the cited ones: the citation was wrong, not the
    name."""
    index = cited.index

    def share(numbers: Sequence[int]) -> int:
        stems = {stem for one in numbers for stem in index.stems(one)}
        amounts = [amount for one in numbers for amount in index.amounts(one)]
        held = sum(any(borne_out(mine, amount) for amount in amounts) for mine in said.amounts)
        return len({word.stem for word in said.content} & stems) + 2 * held

    return share((number,)) > share(cited.numbers)


def _displacing(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """The name that stands in the source where the statement has `name`: with the same word right behind or before."""
    own = said.clause.words
    mine, leader = _company(said.text, own, name.end), _leader(own, name.start)
    for other in _strangers(said, cited)[:_STRANGERS]:
        number = cited.index.sentences_of((other.start, other.end))[0]
        around = cited.index.words(number)
        theirs = _company(cited.index.text, around, other.end)
        if (mine[:1] and mine[:1] == theirs[:1]) or (leader is not None and leader == _leader(around, other.start)):
            return other
    return None


def _leader(words_of: Sequence[Word], start: int) -> str | None:
    """The stem of the content word right before a name."""
    leader = content(before(words_of, start, 1))
    return leader[0].stem if leader else None


def _bearer(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """Of whom the source says the amount that the statement says of `name`, where both put it alike.

    "Dell shares slipped 3.8%" in a cited sentence, "HPE shares fell 3.8%" in the statement: names in different
    sentences, so that each would be found.
    """
    index = cited.index
    if not said.amounts or len(said.names) != 1:
        return None
    mine = _company(said.text, said.clause.words, name.end)
    for amount in said.amounts:
        holders = [
            (number, _part(index, number, other))
            for number in cited.numbers
            for other in index.amounts(number)
            if borne_out(amount, other)
        ][:_HOLDERS]
        named = [(number, index.names_in(part)) for number, part in holders]
        if any(same(name.text, other.text, index) for _, others in named for other in others):
            continue
        for number, others in named:
            for other in others:
                theirs = _company(index.text, index.words(number), other.end)
                if mine[:1] and mine[:1] == theirs[:1] and not same(name.text, other.text, index):
                    return other
    return None


def _part(index: Index, number: int, amount: Amount) -> Place:
    """The part of the sentence that holds the amount, cut where another subject may begin."""
    sentence = index.sentences[number - 1]
    start, end = max(sentence.start, amount.start - _WINDOW), min(sentence.end, amount.end + _WINDOW)
    for cut in _PARTS.finditer(index.text, start, end):
        if cut.start() < amount.start:
            start = cut.end()
        else:
            end = cut.start()
            break
    return start, end


def _company(text: str, words_of: Sequence[Word], end: int) -> list[str]:
    """The stems of the two content words right behind a name and what is inserted there between commas."""
    if insertion := _INSERTION.match(text, end):
        end = insertion.end()
    stems: list[str] = []
    for word in content(behind(words_of, end, 4)):
        if any(mark in text[end : word.start] for mark in ",;:.—"):
            break
        stems.append(word.stem)
    return stems[:2]


def _plain_opening(said: Said, name: NameSpan, cited: Cited) -> bool:
    """Whether the cited sentences have the words in lower case, so that only opening the statement capitalised them."""
    if name.start > 0 and said.text[: name.start].rstrip()[-1:] not in (".", "!", "?", ":", "”", '"'):
        return False
    return name.text.lower() in " ".join(sentence.text for sentence in cited.sentences) and len(name.text) > 2


def _common_words(name: NameSpan, index: Index) -> bool:
    """Whether the article has all words of the "name" as plain words: a capital that only opens the statement."""
    return all(len(word.stem) < 2 or word.stem in index.sentences_by_stem for word in words(name.text))


def _wrong_name(said: Said, name: NameSpan, rival: NameSpan, index: Index) -> Finding:
    return find(
        Code.NAME_ALTERED,
        said.path,
        f"The article says it of {quoted(rival.text)}, the record of {quoted(name.text)}.",
        said=said.text,
        article=index.article,
        place=(rival.start, rival.end),
    )


def _told_relations(said: Said, cited: Cited) -> Iterator[Finding]:
    """Who does what to whom: not the other way round, and not to somebody else."""
    index = cited.index
    sources = cited.each(index.relations)
    for told in relations(said.text, said.clause.words, said.names):
        alike = [source for source in sources if source.relation == told.relation]
        ends = [
            (akin(told.doer.text, one.doer.text, index), akin(told.other.text, one.other.text, index)) for one in alike
        ]
        if (True, True) in ends:
            continue
        for source, (doer, other) in zip(alike, ends, strict=True):
            crossed = same(told.doer.text, source.other.text, index), same(told.other.text, source.doer.text, index)
            if crossed == (True, True):
                yield find(
                    Code.ROLE_ALTERED,
                    said.path,
                    f"The article has it the other way round: {quoted(index.text[slice(*source.whole)])}.",
                    said=said.text,
                    article=index.article,
                    place=source.whole,
                )
                return
            stranger, mine = (source.other, told.other) if doer else (source.doer, told.doer)
            if (
                doer != other
                and not akin(mine.text, stranger.text, index)
                and not _names_near(mine.text, source.whole, index)
            ):
                yield _wrong_name(said, mine, stranger, index)
                return


def _names_near(name: str, place: Place, index: Index) -> bool:
    """Whether the sentence around `place` names it."""
    return any(
        akin(name, other.text, index)
        for number in index.sentences_of(place)
        for other in index.names_in((index.sentences[number - 1].start, index.sentences[number - 1].end))
    )


# Dates


def _dates(said: Said, cited: Cited) -> Iterator[Note]:
    """Each date must meet one of the cited sentences', or the article's own."""
    index = cited.index
    pool = cited.each(index.dates)
    published = index.article.published
    for mine in said.dates:
        text = said.text[mine.start : mine.end]
        if folded(text) in cited.folded or (mine.earliest is None and mine.latest is None):
            continue
        resolved = [span for span in pool if span.earliest is not None or span.latest is not None]
        if any(_meet(mine, span) for span in resolved):
            continue
        if published is not None and _holds(mine, published) and (not resolved or _is_short(mine)):
            continue
        elsewhere = next(
            (
                number
                for number in likely_sentences(said.text, index, 8)
                if any(_meet(mine, span) for span in index.dates(number))
                and _about(said, number, index, words_too=bool(pool))
            ),
            None,
        )
        if elsewhere is not None:
            yield Supported(said.path, (elsewhere,))
            continue
        if not resolved and pool:
            continue
        yield _wrong_date(said, text, resolved, index)


def _wrong_date(said: Said, text: str, read: Sequence[DateSpan], index: Index) -> Finding:
    if not read:
        return find(
            Code.DATE_UNSUPPORTED,
            said.path,
            f"The cited sentences do not have the date {quoted(text)}.",
            said=said.text,
        )
    place = read[0].start, read[0].end
    return find(
        Code.DATE_ALTERED,
        said.path,
        f"The article has {quoted(index.text[slice(*place)])} where the record has {quoted(text)}.",
        said=said.text,
        article=index.article,
        place=place,
    )


def _meet(one: DateSpan, other: DateSpan) -> bool:
    if other.earliest is None and other.latest is None:
        return False
    first = max(one.earliest or date.min, other.earliest or date.min)
    last = min(one.latest or date.max, other.latest or date.max)
    shorter = min(_length(one), _length(other))
    return (last - first).days + 1 > shorter * _OVERLAP


def _length(span: DateSpan) -> int:
    return ((span.latest or date.max) - (span.earliest or date.min)).days + 1


def _is_short(span: DateSpan) -> bool:
    """Whether it is a month or less, as the day of publication may be told."""
    return span.earliest is not None and span.latest is not None and (span.latest - span.earliest).days <= 31


def _holds(span: DateSpan, day: date) -> bool:
    return (span.earliest or date.min) <= day <= (span.latest or date.max)
