"""A statement settled piece by piece: each sentence of it, and each clause behind a semicolon, by one cited sentence.

Copies need no following, but for the question whose words they are. Deals that a cited sentence has outright, in other
words, are settled too: who does what to whom, and how far it has come, is all that such a statement says.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech import Speech
from summarizer.verdicts import Finding
from summarizer.verifier.copies import is_copy
from summarizer.verifier.index import Cited
from summarizer.verifier.left_out import restricting
from summarizer.verifier.outright import told_outright
from summarizer.verifier.said import Said
from summarizer.verifier.same_party import means
from summarizer.verifier.settled import check_settled
from summarizer.verifier.speaker_kinds import are_companies
from summarizer.verifier.stand_ins import is_stand_in
from summarizer.verifier.wording import stems_of, words

_PARTED = pattern(r"(?<=;)\s|(?<=[a-z]{3}[.!?])(?<!Inc\.)(?<!Corp\.)(?<!Ltd\.)(?<!Bros\.)\s(?=[A-Z]\w*\s\w+\s\w+\s)")
"""Where one sentence or clause of a statement ends and another begins."""
_MODALS = word_set("can could may might shall should will would")


def check_pieces(path: str, said: Said, cited: Cited, *, attributed: bool, denied: bool) -> Iterator[Finding]:
    """What `check_settled` finds of the first piece of the statement that is not settled."""
    if attributed and is_copy(said.text, cited):
        return
    pieces = _PARTED.split(said.text)
    for text in pieces:
        piece = said if len(pieces) == 1 else Said(path, text, cited.index.article.published)
        if not piece.clause.words or (attributed and is_copy(text, cited)):
            continue
        found = list(check_settled(path, piece, cited, attributed=attributed, denied=denied))
        if found and (denied or not _is_deal(piece, cited, attributed=attributed)):
            yield from found
            return


def _is_deal(said: Said, cited: Cited, *, attributed: bool) -> bool:
    """Whether the statement only tells of deals that stand there outright, in the same mood, and as the word of nobody
    but a side of them."""
    if not told_outright(said, cited):
        return False
    there = {word.low for number in cited.numbers for word in cited.index.words(number)}
    stems, kept = stems_of(said.text), restricting(said.text)
    if any(
        restricting(one.text) - kept for one in cited.sentences if 2 * len(stems & stems_of(one.text)) >= len(stems)
    ):
        return False
    if any(word.low in _MODALS and word.low not in there for word in said.clause.words):
        return False
    return attributed or not any(_is_anothers(speech, said, cited) for speech in cited.index.speeches_in(cited.numbers))


def _is_anothers(speech: Speech, said: Said, cited: Cited) -> bool:
    """Whether somebody says most of the statement's words whom it does not name."""
    if speech.source is None or speech.mode == "no_comment":
        return False
    index, stems = cited.index, stems_of(said.text)
    source = index.text[slice(*speech.source)]
    if are_companies(source) or is_stand_in(words(source)):
        # "The companies said": the sides themselves.
        return False
    told = frozenset[str]().union(*(stems_of(index.text[slice(*piece)]) for piece in speech.content))
    speaker = speech.speaker
    return 2 * len(stems & told) >= len(stems) and not (
        speaker is not None and any(means(name.text, speaker, index) for name in said.names)
    )
