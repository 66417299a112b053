"""What turns a statement round or softens it, compared word by word: negations, hedges, directions.

Only words that both sides share are compared: a hedge or a negation counts where it stands right before a word that
the statement has too. A paraphrase in other words is never judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.modality import Cue
from summarizer.text.numbers import Amount
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.clause import Clause
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.notes import find
from summarizer.verifier.wording import Word, before, behind

# Soft only before a noun, or too weak to tell: "a potential acquisition" asserts no acquisition in either text.
_NO_HEDGE = {"according to"} | word_set("""
    anticipated believe believed believes can estimate estimates expectation expectations forecast forecasts
    guidance hints if indicate indicated indicates indicating intention outlook planned possible potential
    preliminary probable proposal proposed reported rumors rumours should suggest suggested suggesting suggests
    tentative think thinks would would-be
""")
_RESULT_WORDS = {
    "deficit": "loss",
    "earned": "profit",
    "earning": "profit",
    "lose": "loss",
    "loses": "loss",
    "losing": "loss",
    "loss": "loss",
    "losses": "loss",
    "lost": "loss",
    "profit": "profit",
    "profits": "profit",
    "revenue": "sales",
    "revenues": "sales",
    "sales": "sales",
    "surplus": "profit",
}
_FEWEST_TOLD = 2
"""Content words, names aside, that a statement shares with what the article negates before it counts as denied."""
_NOT_SO_SOON = word_set("before beyond except only than unless until without")
"""With these a negation asserts something: "not until 2027"."""
_APART = 80
"""Characters between an amount and the word of direction that belongs to it."""
_SURE_SENSES = frozenset({"possible", "likely", "reported"})
_FUTURE_SENSES = frozenset({"expected", "planned"})


def sentences(cited: Cited) -> list[Clause]:
    """The cited sentences as clauses."""
    return [cited.index.clause(number) for number in cited.numbers]


def check_negation(path: str, said: Clause, sources: Sequence[Clause], cited: Cited) -> Iterator[Finding]:
    """What the statement negates must be negated in the source, and the reverse, where both have the word."""
    for cue in said.negations:
        target = said.told_of(cue)
        if target is None:
            continue
        holders = [(source, word) for source in sources for word in source.by_stem.get(target.stem, ())]
        if holders and not any(source.negative_beside(target.stem) for source, _ in holders):
            source, word = holders[0]
            yield _finding(
                Code.NEGATION_ALTERED,
                path,
                said,
                cited,
                _around(source, word),
                f"The record negates what the article asserts: {quoted(_text(cited, _around(source, word)))}.",
            )
            return
    seen: set[str] = set()
    for source in sources:
        for cue in source.negations:
            target = source.target(cue)
            if target is None or target.stem not in said.by_stem or cue.sense == "failed" or target.stem in seen:
                continue
            seen.add(target.stem)
            if said.negative_beside(target.stem):
                continue
            free = any(
                not other.near_negation(word) for other in sources for word in other.by_stem.get(target.stem, ())
            )
            if not free:
                place = cue.start, target.end
                yield _finding(
                    Code.NEGATION_ALTERED,
                    path,
                    said,
                    cited,
                    place,
                    f"The article negates it: {quoted(_text(cited, place))}.",
                )
                return
    yield from _asserted_though_negated(path, said, sources, cited)


def _asserted_though_negated(path: str, said: Clause, sources: Sequence[Clause], cited: Cited) -> Iterator[Finding]:
    """A statement must not assert, word for word, what stands behind a negation: "denied that it is in talks"."""
    told = {word.stem for word in said.content if not word.text[0].isupper()}
    if said.negative or len(told) < _FEWEST_TOLD:
        return
    if any(not source.negations and told <= source.stems for source in sources):
        return
    for source in sources:
        for cue in source.negations:
            scope = source.scope(cue)
            if told <= {word.stem for word in scope} and not any(word.text.lower() in _NOT_SO_SOON for word in scope):
                place = cue.start, scope[-1].end
                yield _finding(
                    Code.NEGATION_ALTERED,
                    path,
                    said,
                    cited,
                    place,
                    f"The article negates it: {quoted(_text(cited, place))}.",
                )
                return


def check_certainty(path: str, said: Clause, sources: Sequence[Clause], cited: Cited) -> Iterator[Finding]:
    """A statement must not drop the hedge that the source has before the very word."""
    if said.soft:
        return
    seen: set[str] = set()
    for source in sources:
        for cue in source.hedges:
            if cue.text.lower() in _NO_HEDGE or cue.sense not in _SURE_SENSES | _FUTURE_SENSES:
                continue
            target = source.target(cue)
            if target is None or target.stem not in said.by_stem or target.stem in seen:
                continue
            if source.near_negation(target):
                continue
            seen.add(target.stem)
            if cue.sense in _FUTURE_SENSES and (
                said.ahead or _follows_to(said, said.by_stem[target.stem][0]) or not _joined(source, cue, target)
            ):
                continue
            if any(word.start not in other.hedged for other in sources for word in other.by_stem.get(target.stem, ())):
                continue
            place = cue.start, target.end
            yield _finding(
                Code.CERTAINTY_ALTERED,
                path,
                said,
                cited,
                place,
                f"The record asserts what the article hedges: {quoted(_text(cited, place))}.",
            )
            return


def _follows_to(said: Clause, word: Word) -> bool:
    """Whether the word is an infinitive, as headlines put the future: "Norvane to buy Tessel"."""
    return any(other.text.lower() in ("to", "will") for other in before(said.words, word.start, 2))


def _joined(source: Clause, cue: Cue, target: Word) -> bool:
    """Whether cue and target are "plans to buy", "is expected to close": an infinitive lies ahead."""
    between = source.text[cue.end - source.offset : target.start - source.offset].lower().split()
    return "to" in between or cue.text.lower().endswith(" to")


def strong_hedge(clause: Clause) -> Cue | None:
    """The first hedge in it that leaves open whether it is so: "may", "likely", "reportedly"."""
    return next(
        (cue for cue in clause.hedges if cue.sense in _SURE_SENSES and cue.text.lower() not in _NO_HEDGE),
        None,
    )


def check_direction(
    path: str,
    said: Clause,
    sources: Sequence[Clause],
    cited: Cited,
    pairs: Sequence[tuple[Amount, Amount]],
) -> Iterator[Finding]:
    """What the statement has rise must not fall in the source.

    `pairs` are amounts of the statement with the article's own; around them the nearest words of direction are
    compared. Where the statement has no amount, all words of direction of the sentence that is most like it are.
    """
    compared = False
    for mine, theirs in pairs:
        holder = next(
            (source for source in sources if source.offset <= theirs.start < source.offset + len(source.text)), None
        )
        if holder is None:
            continue
        if fault := _turned(said, mine, holder, theirs):
            yield _opposite(path, said, cited, *fault)
            return
        one = _nearest(said, mine)
        other = _nearest(holder, theirs)
        if one is None or other is None:
            continue
        compared = True
        if one.sense != other.sense and not _ambiguous(holder, theirs, one.sense):
            yield _opposite(path, said, cited, one, other)
            return
    if compared or not said.directions or not sources:
        return
    stems = said.stems
    like = max(sources, key=lambda source: len(stems & source.stems))
    shared = stems & like.stems
    senses = {cue.sense for cue in said.directions}
    others = {cue.sense for cue in like.directions}
    if (
        len(senses) == 1
        and len(others) == 1
        and senses != others
        and len(shared) >= 2
        and not said.negations
        and not like.negations
    ):
        yield _opposite(path, said, cited, said.directions[0], like.directions[0])


def _turned(said: Clause, mine: Amount, source: Clause, theirs: Amount) -> tuple[Cue, Cue] | None:
    """Where a profit is told as a loss, or the old figure as the new one ("to" for "from")."""
    for words_of in (_result_of, _preposition_of):
        one, other = words_of(said, mine), words_of(source, theirs)
        if one is not None and other is not None and one.sense != other.sense:
            return one, other
    return None


def _result_of(clause: Clause, amount: Amount) -> Cue | None:
    """The nearest word near the amount that makes it a profit or a loss."""
    around = [*before(clause.words, amount.start, 8), *behind(clause.words, amount.end, 5)]
    near = [
        Cue(word.start, word.end, word.text, _RESULT_WORDS[word.text.lower()])
        for word in around
        if word.text.lower() in _RESULT_WORDS
    ]
    if len({cue.sense for cue in near}) > 1:
        # "lost $3 million on sales of $4 million": the word right before an amount is its own.
        near = [cue for cue in near if cue.end <= amount.start][-1:]
    return near[0] if near else None


def _preposition_of(clause: Clause, amount: Amount) -> Cue | None:
    leader = before(clause.words, amount.core[0], 1)
    if not leader or leader[0].text.lower() not in ("from", "to") or amount.core[0] - leader[0].end > 2:
        return None
    word = leader[0]
    return Cue(word.start, word.end, word.text, word.text.lower())


def _nearest(clause: Clause, amount: Amount) -> Cue | None:
    """The word of direction that belongs to an amount: the nearest in its part of the sentence, before it rather
    than behind."""
    best: tuple[int, Cue] | None = None
    for cue in clause.directions:
        ahead = cue.end <= amount.start
        gap = (cue.end, amount.start) if ahead else (amount.end, cue.start)
        if gap[1] - gap[0] > _APART:
            continue
        between = clause.text[gap[0] - clause.offset : gap[1] - clause.offset]
        if any(mark in between for mark in ";:—") or (not ahead and "," in between):
            continue
        cost = len(between) + (0 if ahead else 30) + 40 * between.count(", ")
        if best is None or cost < best[0]:
            best = cost, cue
    return best[1] if best else None


def _ambiguous(clause: Clause | None, amount: Amount, sense: str) -> bool:
    """Whether a word of the other direction stands as near, so that nothing can be said for sure."""
    if clause is None:
        return True
    low, high = amount.start - clause.offset - 40, amount.end - clause.offset + 25
    return any(cue.sense == sense and low <= cue.start - clause.offset <= high for cue in clause.directions)


def _opposite(path: str, said: Clause, cited: Cited, one: Cue, other: Cue) -> Finding:
    place = other.start, other.end
    return _finding(
        Code.DIRECTION_ALTERED,
        path,
        said,
        cited,
        place,
        f"The record says {quoted(one.text)} where the article says {quoted(other.text)}.",
    )


def _around(source: Clause, word: Word) -> tuple[int, int]:
    around = [*before(source.words, word.start, 3), *behind(source.words, word.start, 4)]
    return around[0].start, around[-1].end


def _text(cited: Cited, place: tuple[int, int]) -> str:
    return cited.index.text[slice(*place)]


def _finding(code: Code, path: str, said: Clause, cited: Cited, place: tuple[int, int], message: str) -> Finding:
    return find(code, path, message, said=said.text, article=cited.index.article, place=place)
