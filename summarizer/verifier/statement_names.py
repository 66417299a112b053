"""Names in statements: whom the cited sentences name, and of whom they say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.text.folding import folded
from summarizer.text.name_words import CALENDAR, OPENERS
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import ORGANISATION_NOUNS
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.demonyms import place_of
from summarizer.verifier.displaced import MOST, company, displacing, meant, strangers
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import locate_cited, stands_alone
from summarizer.verifier.misspelt import has, misspelt, misspelt_word
from summarizer.verifier.names import akin, known_as, same
from summarizer.verifier.near_copies import misplaced_names
from summarizer.verifier.no_subjects import is_by_pronoun_only
from summarizer.verifier.notes import Note, Supported, find
from summarizer.verifier.outlets import outlet, speaks_of_reporting
from summarizer.verifier.reach import is_generic, is_main, leaves_body_to, within_reach
from summarizer.verifier.said import Said
from summarizer.verifier.short_names import is_ticker, may_abbreviate
from summarizer.verifier.similar_names import similar, similar_in_article
from summarizer.verifier.statement_rivals import is_derived, is_no_rival, is_organ_of, only_tells
from summarizer.verifier.taken_places import only_by_pronoun, whose_place
from summarizer.verifier.token_lines import Line, statement_line
from summarizer.verifier.wording import behind, content, words

_MOST_NAMES = 64
"""Names of a statement that are compared, each with all that the cited sentences name; a sentence has a few."""
_STAND_INS = word_set("he her his it its our she their they those we i my")
_STAND_IN_NOUNS = ORGANISATION_NOUNS | word_set("""
    acquisition agreement bid contract deal loan merger offer order partnership project purchase round sale stake
    takeover transaction
""")
"""Words that, before any name in their sentence, stand for somebody or something named earlier."""
_HOLDERS = 16
"""Places of the cited sentences with an amount of the statement's whose bearers are compared."""
_WINDOW = 400
"""Characters on either side of an amount in which the bounds of its part of the sentence are looked for."""
_BEHIND_NAME = 3
"""Words behind a name that tell, in a headline, that another word stands in its place."""
_TELLS = pattern(
    r",?\s(?:also\s)?(?:said|says|told|adds|added|noted|warned|predicts|predicted|believes|estimates|argued|explained)\b"
)
_PARTS = pattern(r"; |,? while |,? whereas |, and |, but |,? compared with ")
"""Where a part of a sentence with a subject of its own may begin."""


def check_names(said: Said, cited: Cited) -> Iterator[Note]:
    """Each name must mean somebody whom the cited sentences name, or whom they speak of without a name."""
    names = _names(said, cited.index)
    if len(names) != len(said.names) or len(names) > _MOST_NAMES:
        said = said.with_names(names[:_MOST_NAMES])
    if not said.names:
        yield from _unknown_in_headline(said, cited)
        return
    line = statement_line(said)
    found = list(_each(said, cited, line))
    yield from found
    if len(names) > _MOST_NAMES:
        yield find(
            Code.STATEMENT_UNPROVEN,
            said.path,
            f"Of {len(names)} names, only the first {_MOST_NAMES} were compared with the article: {quoted(said.text)}.",
            said=said.text,
        )
    if not any(isinstance(note, Finding) and note.code == Code.NAME_ALTERED for note in found):
        for name, rival in misplaced_names(said, cited, line):
            if is_no_rival(said.text, name, rival, cited.index):
                continue
            yield _called_so(said, name, rival, cited) or wrong_name(said, name, rival, cited.index)


def _each(said: Said, cited: Cited, line: Line) -> Iterator[Note]:
    index = cited.index
    for name in said.names:
        if _plain_opening(said, name, cited) or name.text.lower() in CALENDAR or _spelled_out(name.text, cited):
            continue
        if name.text not in index.text and _joins_two(name.text, cited):
            yield _joined_unproven(said, name)
            continue
        if name.text not in index.text and (changed := misspelt(name.text, index)):
            yield wrong_name(said, name, changed, index)
            continue
        if _named(name.text, cited):
            rival = (
                _bearer(said, name, cited) or _beside_itself(said, name, cited) or whose_place(said, name, cited, line)
            )
            if rival is not None and may_abbreviate(name.text, rival.text, index):
                if not is_ticker(name.text, rival.text, index):
                    yield _letters_unproven(said, name, rival, index)
            elif rival is not None and (
                only_by_pronoun(name.text, rival, cited) or is_by_pronoun_only(name, rival, cited)
            ):
                yield find(
                    Code.STATEMENT_UNPROVEN,
                    said.path,
                    f"The article has a pronoun there, which may mean {quoted(name.text)} or {quoted(rival.text)}.",
                    said=said.text,
                    article=index.article,
                    place=(rival.start, rival.end),
                )
            elif rival is not None and not is_no_rival(said.text, name, rival, index):
                yield _called_so(said, name, rival, cited) or wrong_name(said, name, rival, index)
            elif (place := _reporter(said, name, index)) is not None:
                yield _only_reports(said, name, place, index)
            continue
        if teller := _other_teller(said, name, cited):
            yield wrong_name(said, name, teller, index)
            continue
        if (place := _reporter(said, name, index)) is not None:
            yield _only_reports(said, name, place, index)
            continue
        numbers = _naming(name.text, index)
        best = _best(said, numbers, cited) if numbers else None
        rival = displacing(said, name, cited) or whose_place(said, name, cited, line)
        if rival is not None and (only_tells(name.text, rival, index) or may_abbreviate(name.text, rival.text, index)):
            rival = None
        if rival is not None and (numbers or is_generic(rival, index)) and is_no_rival(said.text, name, rival, index):
            rival = None
        if rival is not None and (best is None or not _says_more(said, best, cited)):
            yield _called_so(said, name, rival, cited) or wrong_name(said, name, rival, index)
        elif best is not None:
            bearer = meant(said, name, cited)
            if bearer is not None and only_tells(name.text, bearer, index):
                continue
            if bearer is not None and not _says_more(said, best, cited):
                yield wrong_name(said, name, bearer, index)
                continue
            if (other := _foreign(said, name, cited)) is not None and not (
                only_tells(name.text, other, index) or _says_more(said, best, cited)
            ):
                yield wrong_name(said, name, other, index)
                continue
            yield Supported(said.path, (best,))
            if not _left_open(cited) or _by_letters_only(name.text, cited):
                yield find(
                    Code.STATEMENT_UNPROVEN,
                    said.path,
                    f"The cited sentences do not name {quoted(name.text)}, and leave nobody open whom it could be.",
                    said=said.text,
                )
        elif not _common_words(name, index) and not place_of(name.text, index.folded.text):
            yield from _nowhere(said, name, cited)
    yield from _unknown_in_headline(said, cited)


def _joins_two(name: str, cited: Cited) -> bool:
    """Whether a name joins two by a hyphen that the cited sentences have apart: "the Lund-Malmo route"."""
    parts = name.split("-")
    return len(parts) > 1 and all(
        part[:1].isupper() and re.search(rf"\b{re.escape(folded(part))}\b", cited.folded) is not None for part in parts
    )


def _joined_unproven(said: Said, name: NameSpan) -> Finding:
    return find(
        Code.STATEMENT_UNPROVEN,
        said.path,
        f"The cited sentences name the parts of {quoted(name.text)} apart.",
        said=said.text,
    )


def _called_so(said: Said, name: NameSpan, rival: NameSpan, cited: Cited) -> Finding | None:
    """That "the Corvo" of the cited sentences may be what was named right before: a nickname, or a common noun that is
    written with a capital. None where it is the name of somebody else."""
    index = cited.index
    number = index.sentences_of((rival.start, rival.end))[0]
    if (
        " " in rival.text
        or index.text[max(0, rival.start - len("the ")) : rival.start].lower() != "the "
        or (
            said.text[max(0, name.start - len("the ")) : name.start].lower() == "the "
            and not _is_common(rival.text, index)
        )
        or name_kind(rival.text) in ("company", "government", "person")
        or not (
            _is_common(rival.text, index) or all(_has_article(one, index) for one in index.occurrences_of(rival.text))
        )
        or not any(
            same(name.text, other.text, index)
            for near in (number - 1, number - 2)
            if near > 0
            for other in index.names_of(near)
        )
    ):
        return None
    return find(
        Code.STATEMENT_UNPROVEN,
        said.path,
        f"The article does not say that {quoted('the ' + rival.text)} is {quoted(name.text)}.",
        said=said.text,
        article=index.article,
        place=(rival.start, rival.end),
    )


def _is_common(name: str, index: Index) -> bool:
    """Whether the article has the name as a common noun too: "a VAN"."""
    return any(
        re.search(r"\b(?:an?|another|every)\s\Z", index.text[max(0, one.start - 8) : one.start], re.IGNORECASE)
        and not index.text[one.end + 1 : one.end + 2].isupper()
        for one in index.occurrences_of(name)
    )


def _has_article(name: NameSpan, index: Index) -> bool:
    return index.text[max(0, name.start - len("the ")) : name.start].lower() == "the "


def _letters_unproven(said: Said, name: NameSpan, rival: NameSpan, index: Index) -> Finding:
    return find(
        Code.STATEMENT_UNPROVEN,
        said.path,
        f"The article does not say that {quoted(rival.text)} is {quoted(name.text)}.",
        said=said.text,
        article=index.article,
        place=(rival.start, rival.end),
    )


def _by_letters_only(name: str, cited: Cited) -> bool:
    """Whether the cited sentences have only letters that may stand for the name, which no one has beside it."""
    return any(
        may_abbreviate(name, other.text, cited.index)
        and not same(name, other.text, cited.index)
        and not is_ticker(name, other.text, cited.index)
        for other in cited.names
    )


def _foreign(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """Whom the cited sentences name instead of `name`, where nothing in them can mean `name`: they stand far from any
    mention of it, or leave nobody open, and it is not what the article is about."""
    index = cited.index
    if not cited.numbers or place_of(name.text, index.folded.text) or is_main(name.text, index):
        return None
    others = [other for other in strangers(said, cited)[:MOST] if name_kind(other.text) != "place"]
    if not others or any(
        akin(name.text, other.text, index)
        or index.belongs(name.text, other.text)
        or index.belongs(other.text, name.text)
        for other in others
    ):
        return None
    if within_reach(name.text, cited.numbers, index, main=False) and _stands_in(cited) and _left_open(cited):
        return None
    return others[0]


def _reporter(said: Said, name: NameSpan, index: Index) -> Place | None:
    """Where the article names somebody who only reports, and of whom the statement says something else."""
    place = outlet(name.text, index)
    if place is None or _TELLS.match(said.text, name.end):
        return None
    return None if speaks_of_reporting(said.text[: name.start] + said.text[name.end :]) else place


def _only_reports(said: Said, name: NameSpan, place: Place, index: Index) -> Finding:
    return find(
        Code.NAME_ALTERED,
        said.path,
        f"The article names {quoted(name.text)} only as who reports.",
        said=said.text,
        article=index.article,
        place=place,
    )


def _stands_in(cited: Cited) -> bool:
    """Whether the cited sentences have any word that can mean somebody without a name."""
    return any(
        word.low in _STAND_INS or word.low in _STAND_IN_NOUNS
        for number in cited.numbers
        for word in cited.index.words(number)
    )


_WHAT = pattern(r"\b(?:what|whatever)\s(?:the\s)?\Z")
"""Before one who tells only a part of what the statement says: "if it is what Roe says it is"."""


def _other_teller(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """Whom the cited sentences give their words to, where the statement gives them to `name`: "Roe said …"."""
    if not _TELLS.match(said.text, name.end) or _WHAT.search(said.text, 0, name.start):
        return None
    index = cited.index
    told = [speech for speech in index.speeches_in(cited.numbers) if speech.source]
    if not told or any(
        speech.speaker is None
        or akin(name.text, speech.speaker, index)
        or (speech.affiliation and akin(name.text, speech.affiliation, index))
        or index.belongs(name.text, speech.speaker)
        for speech in told
    ):
        return None
    start, end = told[0].source or (0, 0)
    if not index.names_in((start, end)) and leaves_body_to(name.text, (start, end), index):
        return None
    return NameSpan(start, end, str(told[0].speaker))


def _nowhere(said: Said, name: NameSpan, cited: Cited) -> Iterator[Finding]:
    """The finding for a name that the article does not have."""
    index = cited.index
    alike = similar(name.text, cited.names) or similar_in_article(name.text, index)
    if alike is not None and (is_organ_of(name.text, alike.text, index) or _is_adjective(name.text, alike.text)):
        return
    if alike is not None:
        yield wrong_name(said, name, alike, index)
    elif name.start > 0 or len(name.text.split()) > 1 or not name.text.istitle():
        yield find(Code.NAME_UNSUPPORTED, said.path, f"The article does not name {quoted(name.text)}.", said=said.text)
    else:
        yield find(
            Code.STATEMENT_UNPROVEN,
            said.path,
            f"The article does not have the word {quoted(name.text)}.",
            said=said.text,
        )


def _names(said: Said, index: Index) -> list[NameSpan]:
    """The names of the statement; in a headline, where capitals tell nothing, those that the article has too."""
    if not said.is_headline:
        return list(said.names)
    found = list(said.names)
    for known in index.distinct_names.values():
        at = said.text.find(known.text)
        end = at + len(known.text)
        if at >= 0 and stands_alone(said.text, at, end) and not any(at < one.end and one.start < end for one in found):
            found.append(NameSpan(at, end, known.text))
    return sorted(found, key=lambda name: name.start)


def _unknown_in_headline(said: Said, cited: Cited) -> Iterator[Finding]:
    """In a headline, whose names no capital marks: words one letter away from a name, and words that the article does
    not have in the place of a name."""
    if not said.is_headline:
        return
    index = cited.index
    for word in said.clause.words:
        if any(name.start <= word.start < name.end for name in said.names):
            continue
        if changed := misspelt_word(word.text, index):
            yield wrong_name(said, NameSpan(word.start, word.end, word.text), changed, index)
            return
    own = said.clause.words
    for other in strangers(said, cited)[:MOST]:
        around = index.words(index.sentences_of((other.start, other.end))[0])
        theirs = [word.stem for word in behind(around, other.end, _BEHIND_NAME)]
        for at in range(1, len(own) - len(theirs) + 1):
            word = own[at - 1]
            if (
                len(theirs) == _BEHIND_NAME
                and [one.stem for one in own[at : at + _BEHIND_NAME]] == theirs
                and word.text[0].isupper()
                and content([word])
                and not has(word.text, index)
            ):
                yield wrong_name(said, NameSpan(word.start, word.end, word.text), other, index)
                return


def _beside_itself(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """The name that a near copy of the one cited sentence has where the statement has `name`, which it names
    elsewhere: "Acme beat Bolt" told as "Bolt beat Bolt"."""
    index = cited.index
    if len(cited.numbers) != 1 or len(said.names) < 2:
        return None
    mine = sum(same(name.text, other.text, index) for other in said.names)
    if mine < 2:
        return None
    held = sum(same(name.text, other.text, index) for other in cited.names)
    return displacing(said, name, cited) if mine > held else None


def _left_open(cited: Cited) -> bool:
    """Whether a cited sentence speaks of somebody whom it has not named: "he", "the company", "the deal"."""
    index = cited.index
    for number in cited.numbers:
        end = index.sentences[number - 1].end
        first = min((name.start for name in index.names_of(number)), default=end)
        opening = [word.low for word in index.words(number) if word.start < first]
        if any(word in _STAND_INS for word in opening) or (
            {"the", "this", "that"} & set(opening) and _STAND_IN_NOUNS & set(opening)
        ):
            return True
    return False


def _named(name: str, cited: Cited) -> bool:
    if locate_cited(name, cited, name=True) is not None or any(
        same(name, other.text, cited.index) for other in cited.names
    ):
        return True
    # A brand that is written small: "glyd", "Glyd" where it opens a sentence.
    return name.lower() not in OPENERS and f" {folded(name)} " in f" {cited.folded} " and name.isalpha()


def _naming(name: str, index: Index) -> list[int]:
    """The sentences of the article that name it."""
    found = {
        number
        for key in {folded(form) for form in known_as(name, index)}
        if same(name, index.distinct_names[key].text, index)
        for occurrence in index.occurrences[key]
        for number in index.sentences_of((occurrence.start, occurrence.end))
    }
    if not found:
        located = locate_cited(name, Cited(index, range(1, len(index.sentences) + 1)), name=True)
        if located:
            found.update(index.sentences_of(located.whole))
    return sorted(found)


def _best(said: Said, numbers: Sequence[int], cited: Cited) -> int:
    """Of these sentences the one that shares most words with the statement, then the nearest to the cited ones."""
    own = said.stems
    nearest = min(cited.numbers, default=1)
    return max(
        numbers[:200],
        key=lambda number: (len(own & cited.index.stems(number)), -abs(number - nearest)),
    )


def _says_more(said: Said, number: int, cited: Cited) -> bool:
    """Whether an uncited sentence says more of the statement than the cited ones: the citation was wrong, not the
    name."""
    index = cited.index

    def share(numbers: Sequence[int]) -> int:
        stems = {stem for one in numbers for stem in index.stems(one)}
        amounts = [amount for one in numbers for amount in index.amounts(one)]
        held = sum(any(borne_out(mine, amount) for amount in amounts) for mine in said.amounts)
        return len(said.stems & stems) + 2 * held

    return share((number,)) > share(cited.numbers)


def _bearer(said: Said, name: NameSpan, cited: Cited) -> NameSpan | None:
    """Of whom the source says the amount that the statement says of `name`, where both put it alike.

    "Dell shares slipped 3.8%" in a cited sentence, "HPE shares fell 3.8%" in the statement: names in different
    sentences, so that each would be found.
    """
    index = cited.index
    if not said.amounts or len(said.names) != 1:
        return None
    mine = company(said.text, said.clause.words, name.end)
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
                theirs = company(index.text, index.words(number), other.end)
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


def _plain_opening(said: Said, name: NameSpan, cited: Cited) -> bool:
    """Whether the cited sentences have the words in lower case, so that only opening the statement capitalised them."""
    if name.start > 0 and said.text[: name.start].rstrip()[-1:] not in (".", "!", "?", ":", "”", '"'):
        return False
    return name.text.lower() in " ".join(sentence.text for sentence in cited.sentences) and len(name.text) > 2


def _is_adjective(name: str, place: str) -> bool:
    """Whether a name is a place's with an ending, so that it says of what sort something is: "North American"."""
    return name_kind(place) == "place" and is_derived(name, place) and len(name) - len(place) in (1, 2)


def _spelled_out(name: str, cited: Cited) -> bool:
    """Whether the cited sentences have the words whose first letters the name is: "LNG", "liquefied natural gas"."""
    letters = name.lower()
    if not (name.isupper() and name.isalpha() and 2 < len(name) <= _INITIALS):
        return False
    for number in cited.numbers:
        told = "".join(word.low[:1] for word in cited.index.words(number))
        if letters in told:
            return True
    return False


_INITIALS = 5
"""Letters of an abbreviation at most that is held against the words of the article."""


def _common_words(name: NameSpan, index: Index) -> bool:
    """Whether the article has all words of the "name" as plain words: a capital that only opens the statement."""
    return all(len(word.stem) < 2 or word.stem in index.sentences_by_stem for word in words(name.text))


def wrong_name(said: Said, name: NameSpan, rival: NameSpan, index: Index) -> Finding:
    """The finding that the article says of `rival` what the statement says of `name`."""
    return find(
        Code.NAME_ALTERED,
        said.path,
        f"The article says it of {quoted(rival.text)}, the record of {quoted(name.text)}.",
        said=said.text,
        article=index.article,
        place=(rival.start, rival.end),
    )
