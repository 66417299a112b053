"""Certainty: a statement may say as much as the article or less, never that it will be, or is, where that is open.

The verb of the statement is compared with the article's verb that it goes back to: what softens the one against what
softens the other, by the degrees of `certainty_words`.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.text.certainty_words import HEARSAY, SOFTENING, Degree
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing, Reading
from summarizer.verifier.wording import stem

_FINITE = word_set("am are did do does had has have is was were")
_DONE = word_set("had has have was were")
_NEVER_FINITE = word_set(
    """
    a an and any at be being by every for from her his in into its more my new no of on or our over some such that the
    their these this those to under with would your s could may might should
    """
)
"""Behind these stands no finite verb."""
_SUBJECTS = word_set("he i it she that they we which who you")
_IRREGULAR_PAST = word_set(
    """
    became began bought brought built came chose did drew drove fell found gave got grew had held hired kept knew laid
    led left lent lost made meant met paid ran rose said sank saw sent shrank sold sought spent spoke stood struck took
    told went withdrew won wrote
    """
)
_REPORTING = frozenset(
    stem(word)
    for word in word_set(
        """
        accuse accused according accusation allegation allege alleged allegedly apparently charge charged claim claimed
        claims lawsuit people reported reportedly reports report rumor rumored rumour said say says source sources
        speculation sued suspect suspected told unconfirmed understood
        """
    )
)
_CONCLUDING = word_set("closed completed concluded consummated finalised finalized")
_DEALS = frozenset(stem(word) for word in word_set("acquisition buyout deal merger purchase sale takeover transaction"))
_BEFORE_A_NOUN = word_set("potential possible proposed planned expected estimated alleged suspected projected")
_MODAL = word_set("could likely may maybe might perhaps possibly potentially presumably probably")
_WISHES = word_set("hope hopes like love prefer want wanted wants wish wishes")
_WIDEST = 8
"""Words of a gap that are compared."""
_LOOK_BACK = 4


def check_certainty(laid: Laid, *, hedged: bool = False) -> Iterator[Finding]:
    """No verb of the statement may be more certain than the article's own.

    `hedged`: the record says beside the statement that it is; then only an outright "will" or a finished deed is one
    too many.
    """
    found = next(_faults(laid, hedged), None)
    if found is not None:
        yield found


def _faults(laid: Laid, hedged: bool) -> Iterator[Finding]:
    if not laid.said.reading.softenings and not any(
        source.reading.softenings or source.reading.hearsay for source in laid.sources
    ):
        return
    alignment = laid.alignment
    if not hedged:
        yield from _elided(laid)
    for number in range(len(laid.sources)):
        told = laid.told(number)
        for cue in told.softenings:
            there = _borne(laid, number, cue)
            if there is None or (hedged and told.low[cue.first : cue.first + 2] == ["would", "say"]):
                # "I would say it has probably peaked" only says so.
                continue
            at = alignment.back[number, there]
            if alignment.supported(at) and _stronger(laid, cue, told, there, at, hedged):
                yield laid.finding(
                    Code.CERTAINTY_ALTERED,
                    told.place(cue.first, there),
                    "The record says with more certainty what the article softens",
                )
        if hedged:
            continue
        for cue in told.hearsay:
            there = _borne(laid, number, cue)
            if there is None or not alignment.supported(alignment.back[number, there]):
                continue
            if not _passes_on(laid.said.reading):
                yield laid.finding(
                    Code.CERTAINTY_ALTERED,
                    told.place(cue.first, there),
                    "The record asserts what the article only has from others",
                )
    yield from _put_ahead(laid)


def _elided(laid: Laid) -> Iterator[Finding]:
    """Softening words that are all that the article has more than the statement between two linked words."""
    said = laid.said.reading
    for gap in laid.alignment.gaps:
        told = laid.told(gap.source)
        if not 0 < gap.told[1] - gap.told[0] <= _WIDEST:
            continue
        for cue in told.softenings:
            inside = gap.told[0] <= cue.first and cue.last < gap.told[1]
            if not inside or cue.text not in _MODAL or cue.text in said.vocabulary:
                continue
            if any(
                gap.said[0] <= one.first < gap.said[1] and one.text not in ("will", "shall") for one in said.softenings
            ):
                continue
            mine, theirs = said.without(*gap.said), told.without(*gap.told, cue)
            if [_as_is(word) for word in mine if word != "will"] == [_as_is(word) for word in theirs]:
                yield laid.finding(
                    Code.CERTAINTY_ALTERED,
                    told.place(cue.first, min(gap.told[1], len(told.low) - 1)),
                    "The record says with more certainty what the article softens",
                )


def _as_is(word: str) -> str:
    return "be" if word in ("is", "are", "was", "were") else "have" if word in ("has", "had") else word


def _borne(laid: Laid, number: int, cue: Bearing) -> int | None:
    """The first word that the cue bears on and that the statement has too."""
    if cue.target < 0:
        return None
    back = laid.alignment.back
    return next((there for there in (cue.target, *cue.through) if (number, there) in back), None)


def _stronger(laid: Laid, cue: Bearing, told: Reading, there: int, at: int, hedged: bool) -> bool:
    said = laid.said.reading
    assert cue.degree is not None  # noqa: S101
    if cue.text in ("could", "can") and (_is_negated(told, cue) or "couldn" in said.vocabulary):
        return False
    if cue.text == "if" and "if" in said.vocabulary:
        return False
    if cue.text == "would" and not _WISHES.isdisjoint(said.vocabulary) and not _WISHES.isdisjoint(told.vocabulary):
        # "what he would like to see would be a sale": he would like to see a sale
        return False
    if (
        cue.text == "able to"
        and told.low[max(0, cue.first - 1)] in ("been", "was", "were")
        and not _is_negated(told, cue)
    ):
        # Who was able to do it did.
        return False
    if cue.text.startswith("agree") and told.low[cue.last + 1 : cue.last + 2] == ["that"]:
        # Who agrees that something is so admits it.
        return False
    if cue.text.startswith("discuss") and told.low[max(0, cue.first - 1) : cue.first] in (["we"], ["i"], ["as"]):
        # "the ratios we discussed above"
        return False
    if cue.text in _BEFORE_A_NOUN and told.low[max(0, cue.first - 1)] not in ("is", "are", "was", "were", "be", "been"):
        return False
    reaching = [one for one in said.softenings if one.last < at < one.reach]
    if any(one.text == cue.text for one in reaching):
        return False
    common = {one.text for one in told.softenings if one is not cue and one.last < there < one.reach}
    own = [one.degree for one in reaching if one.degree is not None and one.text not in common]
    if own:
        claims = min(degree.claims for degree in own)
        return claims > cue.degree.allows and (not hedged or claims >= Degree.SETTLED > cue.degree.allows + 1)
    if _softened_elsewhere(said, told, at):
        return False
    if _done(said, told, at, there):
        return cue.degree.allows < Degree.SO and not any(_concluded(source.reading) for source in laid.sources)
    if any(one.text in common for one in reaching):
        return False
    return not hedged and cue.degree.allows <= Degree.LIKELY and _finite(said, at)


def _concluded(told: Reading) -> bool:
    """Whether a deal is told as done: "the deal closed on Friday", "has completed the purchase"."""
    for at, low in enumerate(told.low):
        if low not in _CONCLUDING or any(cue.last < at < cue.reach for cue in (*told.softenings, *told.negations)):
            continue
        around = {told.words[index].stem for index in range(max(0, at - _LOOK_BACK), min(len(told.low), at + 5))}
        if not _DEALS.isdisjoint(around) and told.low[at - 1] not in ("be", "is", "are", "once", "when", "if", "until"):
            return True
    return False


def _is_negated(told: Reading, cue: Bearing) -> bool:
    return any(cue.last <= one.first <= cue.last + 1 or one.first == cue.first for one in told.negations)


def _softened_elsewhere(said: Reading, told: Reading, at: int) -> bool:
    """Whether the statement softens behind the verb, or as a whole, in a way that is its own."""
    return any(
        one.degree is not None and one.degree.claims <= Degree.LIKELY and one.text not in told.vocabulary
        for one in said.softenings
        if abs(one.first - at) <= 12
    ) or any(one.text in HEARSAY for one in said.hearsay)


def _before(said: Reading, at: int) -> int:
    """The word before `at`, adverbs passed over, -1 where there is none in the same part of the sentence."""
    while at > 0:
        if said.breaks[at]:
            return -1
        at -= 1
        if not said.low[at].endswith("ly") and said.low[at] not in ("also", "already", "now", "just", "not"):
            return at
    return -1


def _finite(said: Reading, at: int) -> bool:
    """Whether the word is a verb that asserts, or stands behind one that does: "is the largest"."""
    low, leader = said.low[at], _before(said, at)
    for index in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        if said.breaks[index + 1]:
            break
        if said.low[index] in _FINITE:
            return True
        if said.anchors[index] or said.low[index] in ("to", "of", "for", "by"):
            break
    if leader < 0:
        return False
    if said.low[leader] in _NEVER_FINITE or low.endswith("ing"):
        return said.low[leader] == "that" and low.endswith(("s", "ed"))
    if low.endswith("ed") or low in _IRREGULAR_PAST:
        return True
    return (
        low.endswith("s")
        and not low.endswith("ss")
        and (said.low[leader] in _SUBJECTS or said.words[leader].text[0].isupper())
    )


def _done(said: Reading, told: Reading, at: int, there: int) -> bool:
    """Whether the statement has the verb as done: "has closed", "closed"."""
    low = said.low[at]
    if not (low.endswith(("ed", "en", "wn")) or low in _IRREGULAR_PAST):
        return False
    leader = _before(said, at)
    if leader >= 0 and said.low[leader] == "been":
        leader = _before(said, leader)
    if leader < 0:
        return False
    if said.low[leader] in _DONE:
        return True
    return (
        low != told.low[there]
        and said.low[leader] not in _NEVER_FINITE
        and said.low[leader] not in ("is", "are", "been", "will", "shall", "when", "once", "if", "as", "than")
    )


def _passes_on(said: Reading) -> bool:
    return bool(said.hearsay or said.anonymous) or any(word.stem in _REPORTING for word in said.words)


def _put_ahead(laid: Laid) -> Iterator[Finding]:
    """What the article has as done must not be said to lie ahead."""
    said, alignment = laid.said.reading, laid.alignment
    for cue in said.softenings:
        if cue.text not in ("will", "plans to", "plan to", "is expected to", "expects to", "intends to", "shall"):
            continue
        match = alignment.of.get(cue.target)
        if match is None or not alignment.supported(cue.target):
            continue
        told = laid.told(match.source)
        if said.low[cue.target] == told.low[match.there] or not _plainly_done(told, match.there):
            continue
        yield laid.finding(
            Code.CERTAINTY_ALTERED,
            told.place(max(0, match.there - 1), match.there),
            "The record puts ahead what the article has as done",
        )


def _plainly_done(told: Reading, there: int) -> bool:
    low, leader = told.low[there], _before(told, there)
    if leader < 0 or not (low.endswith("ed") or low in _IRREGULAR_PAST):
        return False
    if any(cue.last < there < cue.reach for cue in told.softenings):
        return False
    before = told.low[leader]
    return before in ("has", "have", "had") or (
        before not in _NEVER_FINITE
        and before not in SOFTENING
        and before not in ("is", "are", "been", "was", "were")
        and (before in _SUBJECTS or told.words[leader].text[0].isupper())
    )
