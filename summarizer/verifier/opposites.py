"""Verbs with an opposite: the same party must not be said to sell what the article has it buy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.text.names import NameSpan
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.names import akin
from summarizer.verifier.notes import find
from summarizer.verifier.said import Said
from summarizer.verifier.wording import Word, behind, content

OPPOSITES = (
    (word_set("win winning wins won"), word_set("lose loses losing lost")),
    (word_set("accept accepted accepting accepts"), word_set("reject rejected rejecting rejects rebuffed")),
    (word_set("hire hired hires hiring"), word_set("cut cuts cutting fire fired")),
    (
        word_set("close closed closes complete completed completes"),
        word_set("abandon abandoned cancelled canceled scrap scrapped terminate terminated terminates"),
    ),
)
"""Verbs by their forms, each set with the one that says the contrary. Origin: the verbs of `deal_words`, and the
antonyms that dictionaries give for them."""
_CONTRARY = {form: (own, contrary) for pair in OPPOSITES for own, contrary in (pair, pair[::-1]) for form in own}
"""By each form of a verb: the forms that mean the same and those that mean the contrary; no form is in two rows."""


def check_opposites(said: Said, cited: Cited) -> Iterator[Finding]:
    """No verb of the statement may be the opposite of the article's for the same doer and the same object."""
    if said.clause.negations:
        return
    index = cited.index
    for mine, own, contrary in _opposed(said.clause.words):
        doer, objects = _doer(said.names, mine), _objects(said.clause.words, mine)
        for number in cited.numbers:
            around = index.words(number)
            if any(word.low in own for word in around):
                continue
            names = index.names_of(number)
            for theirs in (word for word in around if word.low in contrary):
                other = _doer(names, theirs)
                if doer is None or other is None or not akin(doer.text, other.text, index):
                    continue
                if index.negations(number) or not objects & _objects(around, theirs):
                    continue
                yield find(
                    Code.DIRECTION_ALTERED,
                    said.path,
                    f"The record says {quoted(mine.text)} where the article says {quoted(theirs.text)}.",
                    said=said.text,
                    article=index.article,
                    place=(theirs.start, theirs.end),
                )
                return


def _opposed(told: Sequence[Word]) -> Iterator[tuple[Word, frozenset[str], frozenset[str]]]:
    """Each verb of the table with the verbs that mean the same and those that mean the contrary."""
    for word in told:
        if found := _CONTRARY.get(word.low):
            yield word, *found


def _doer(names: Sequence[NameSpan], verb: Word) -> NameSpan | None:
    """The nearest name before the verb."""
    return next((name for name in reversed(names) if name.end <= verb.start), None)


def _objects(around: Sequence[Word], verb: Word) -> set[str]:
    """The stems of the first content words behind the verb."""
    return {word.stem for word in content(behind(around, verb.end, 6))}
