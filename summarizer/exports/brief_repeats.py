"""What a result says twice: a brief tells it once.

A claim is a record of its own beside the quote or the sentence in which it is made. In a brief that would be the same
words twice, so the claim goes with what already tells it. So does one whose kind is a judgement and nothing else in
doubt, which is then said there; any other in doubt stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from summarizer.exports.brief_judgements import only_judged
from summarizer.fields import Record
from summarizer.records import AbstractSentence, Claim, Headline, Quote, Result
from summarizer.text.folding import bare, fold, folded
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import ADVERBS, CUES, DENIALS, OCCASIONS, PRONOUNS
from summarizer.verdicts import Verdict

R = TypeVar("R", bound=Record)

_ATTRIBUTING = (
    frozenset(cue for cue, sense in CUES.items() if sense in ("says", "tells", "notes", "expects"))
    | ADVERBS
    | OCCASIONS
    | PRONOUNS
    | word_set("a according an and at by during her his in its on that the their them to")
) - DENIALS
"""Words by which a sentence tells who said something, and on what occasion."""


class Repeats:
    """Which records of a result only repeat another one."""

    def __init__(self, result: Result) -> None:
        self._claims: dict[int, list[Claim]] = {}
        self._told: set[int] = set()
        headline = getattr(result, "headline", None)
        self._leave_out_the_headline(headline, getattr(result, "abstract", ()))
        quotes: list[tuple[Quote, str]] = [(quote, _words(quote.text)) for quote in _telling(Quote, result)]
        sentences: list[tuple[Record, str]] = [
            (one, _words(one.text)) for one in _telling(AbstractSentence, result) if id(one) not in self._told
        ]
        if isinstance(headline, Headline) and headline.verdict not in (Verdict.ALTERED, Verdict.UNSUPPORTED):
            sentences.append((headline, _words(headline.text)))
        for claim in _of(Claim, result):
            if claim.verdict is Verdict.VERIFIED or only_judged(claim, "kind", "certainty"):
                teller = _quoted(claim, quotes) or _stated(claim, sentences)
                if teller is not None:
                    self._claims.setdefault(id(teller), []).append(claim)
                    self._told.add(id(claim))

    def told_elsewhere(self, record: Record) -> bool:
        """Whether another record of the brief already says what `record` says."""
        return id(record) in self._told

    def of(self, record: Record) -> Sequence[Claim]:
        """The claims that `record` tells as well."""
        return self._claims.get(id(record), ())

    def _leave_out_the_headline(self, headline: Record | None, abstract: Sequence[AbstractSentence]) -> None:
        text = getattr(headline, "text", None)
        if headline is None or text is None:
            return
        for sentence in abstract:
            if sentence.verdict is headline.verdict and _words(sentence.text) == _words(text):
                self._told.add(id(sentence))


def _of(kind: type[R], result: Result) -> Iterator[R]:
    return (record for _, record in result.records() if isinstance(record, kind))


def _telling(kind: type[R], result: Result) -> Iterator[R]:
    """Those that may tell a claim as well: what does not hold itself would take the claim along."""
    faulty = (Verdict.ALTERED, Verdict.UNSUPPORTED)
    return (record for record in _of(kind, result) if record.verdict not in faulty)


def _quoted(claim: Claim, quotes: Sequence[tuple[Quote, str]]) -> Quote | None:
    """The quote that holds the claim's words, or the first of those that the claim only puts a speaker to.

    It is from one of the same sentences, and of the same speaker; where the claim is the article's own, the quote says
    better whose it is.
    """
    words = _words(claim.statement)
    near = [(quote, text) for quote, text in quotes if not set(claim.evidence).isdisjoint(quote.evidence)]
    same = [(quote, text) for quote, text in near if folded(quote.speaker) == folded(claim.claimant or "")]
    for quote, text in near if claim.claimant is None else same:
        if words and f" {words} " in f" {text} ":
            return quote
    held = [(quote, text) for quote, text in same if text and f" {text} " in f" {words} "]
    return held[0][0] if held and _only_attributes(words, held) else None


def _only_attributes(words: str, held: Iterable[tuple[Quote, str]]) -> bool:
    """Whether `words` without those of the quotes tell only who spoke, and where: "in a statement, Tarn said"."""
    known = set(_ATTRIBUTING)
    for quote, text in held:
        words = f" {words} ".replace(f" {text} ", "  ")
        known.update(*(_words(who).split() for who in (quote.speaker, quote.role, quote.affiliation) if who))
    return all(word.removesuffix("'s") in known for word in _words(words).split())


def _stated(claim: Claim, sentences: Sequence[tuple[Record, str]]) -> Record | None:
    """The sentence that is the claim word for word, and names the claimant at least by the first word of the name.

    A headline stands without asides, so it tells plain facts only.
    """
    words = _words(claim.statement)
    claimant = _words(claim.claimant or "").partition(" ")[0]
    plain = claim.kind == "fact" and claim.certainty == "asserted"
    for sentence, text in sentences:
        if words == text and claimant in text and (plain or not isinstance(sentence, Headline)):
            return sentence
    return None


def _words(text: str) -> str:
    return bare(fold(text)).text.strip(" .,;:!?\"'")
