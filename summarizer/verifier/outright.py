"""A deal told in other words that is nevertheless proven: who did what to whom, and how far it has come, read outright.

"Acme has agreed to acquire Borel for $3 million" follows from "Borel said it signed a contract to be bought by Acme
Inc. for $3 million" though hardly a word is the same: both are read as the same act of the same two at the same
stage, and amounts, dates and names have checks of their own. Nothing else may be said beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.numbers import Amount
from summarizer.text.phrases import PhraseList, word_set
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.argument_words import COMMITS, FINISHING, STAGES
from summarizer.verifier.index import Cited
from summarizer.verifier.relations import Joined, kindred
from summarizer.verifier.said import Said
from summarizer.verifier.same_party import means
from summarizer.verifier.wording import Word, before

_STAGING = FINISHING | frozenset(COMMITS) | frozenset().union(*(words for _, words in STAGES)) | word_set(
    "announce announced announces deal has have said say says terms transaction"
)  # fmt: skip
"""Words of a statement that only say how far the act has come."""
_LEADING = 4
"""Words before an amount among which what leads up to it is looked for."""
_LEADERS = frozenset({"at", "by", "for", "from", "in", "of", "over", "paid", "pay", "to", "under", "with", "worth"})
_REACHED = ("agreed", "done")
_EARLY = word_set("initial preliminary tentative tentatively principle")
_EARLY_THERE = PhraseList(
    dict.fromkeys(
        (
            "agreement in principle", "agreed in principle", "heads of agreement", "in principle", "initial agreement",
            "letter of intent", "letters of intent", "memorandum of understanding", "preliminary", "tentative",
            "tentatively",
        ),
        "early",
    )
)  # fmt: skip
"""What makes an agreement of the article a preliminary one."""


_MOST = 32
"""Acts of a statement that are compared, each with all of the cited sentences; a sentence has a few."""


def told_outright(said: Said, cited: Cited) -> bool:
    """Whether the statement tells of deals alone, each of which a cited sentence has outright at the same stage."""
    clause = said.clause
    told = said.relations
    if not told or len(told) > _MOST or not said.names:
        return False
    if clause.negations or any(cue.text.lower() not in _EARLY for cue in clause.hedges):
        return False
    sources = cited.each(cited.index.relations)
    proven = [one for one in told if _stands_there(one, sources, cited)]
    if {one.cue for one in told} != {one.cue for one in proven}:
        return False
    return all(_accounted(word, proven, cited) for word in said.content) and all(
        _beside(amount, said, proven, sources, cited) for amount in said.amounts
    )


def _beside(amount: Amount, said: Said, proven: Sequence[Joined], sources: Sequence[Joined], cited: Cited) -> bool:
    """Whether the sentence that proves the act has the amount, behind the same word: "for about 12 mln dlrs"."""
    index = cited.index
    leader = _leader(said.clause.words, amount)
    for act in proven:
        for source in _same_act(act, sources, cited):
            for number in index.sentences_of(source.cue):
                for other in index.amounts(number):
                    if borne_out(amount, other) and _leader(index.words(number), other) == leader:
                        return True
    return False


def _leader(words: Sequence[Word], amount: Amount) -> str:
    """The last preposition before an amount, in lower case; bounds between them are passed over."""
    leading = [word.low for word in before(words, amount.start, _LEADING)]
    return next((low for low in reversed(leading) if low in _LEADERS), "")


def told_otherwise(said: Said, cited: Cited) -> bool:
    """Whether the statement has a deal done, or agreed, that every cited sentence which has it has at another stage, or
    has one of the two do what the cited sentences have it do with somebody else.

    No fault by itself, since other words may bring it to that stage; but no proof either, however alike the words.
    """
    told = said.relations
    if not told:
        return False
    sources = cited.each(cited.index.relations)
    for one in told[:_MOST]:
        same_act = _same_act(one, sources, cited)
        stages = {source.stage for source in same_act}
        if not same_act and _of_another(one, sources, cited):
            return True
        if one.stage in _REACHED and stages and one.stage not in stages and "" not in stages:
            return True
    return False


def _stands_there(told: Joined, sources: Sequence[Joined], cited: Cited) -> bool:
    return any(source.sure and source.stage == told.stage for source in _same_act(told, sources, cited))


def _of_another(told: Joined, sources: Sequence[Joined], cited: Cited) -> bool:
    index = cited.index
    return any(
        means(told.doer.text, source.doer.text, index) != means(told.other.text, source.other.text, index)
        for source in kindred(told, sources)
        if source.sure
    )


def _same_act(told: Joined, sources: Sequence[Joined], cited: Cited) -> list[Joined]:
    index = cited.index
    return [
        source
        for source in kindred(told, sources)
        if means(told.doer.text, source.doer.text, index) and means(told.other.text, source.other.text, index)
    ]


def _accounted(word: Word, proven: Sequence[Joined], cited: Cited) -> bool:
    """Whether a word is part of a proven act: its verb, its two sides, or how far it has come."""
    low = word.low
    for act in proven:
        if act.cue[0] <= word.start < act.cue[1]:
            return True
        if any(side.start <= word.start < side.end for side in (act.doer, act.other)) and word.stem in cited.stems:
            return True
    if low == "definitive":
        return word.stem in cited.stems
    if low in _EARLY:
        return any(cited.index.phrases(_EARLY_THERE, number) for number in cited.numbers)
    return low in _STAGING
