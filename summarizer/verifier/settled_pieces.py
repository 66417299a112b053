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
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.left_out import restricting
from summarizer.verifier.notes import find
from summarizer.verifier.outright import told_outright
from summarizer.verifier.said import Said
from summarizer.verifier.same_party import means
from summarizer.verifier.settled import check_settled
from summarizer.verifier.speaker_kinds import are_companies
from summarizer.verifier.stand_ins import is_stand_in
from summarizer.verifier.wording import STOP_WORDS, stems_of, words

_PARTED = pattern(r"(?<=;)\s|(?<=[a-z]{3}[.!?])(?<!Inc\.)(?<!Corp\.)(?<!Ltd\.)(?<!Bros\.)\s(?=[A-Z]\w*\s\w+\s\w+\s)")
"""Where one sentence or clause of a statement ends and another begins."""
_FEWEST, _SURE = 3, 5
"""Words of a statement at least, and from which on its last one is not looked at."""
_SAYS = word_set("added said say says told wrote")
_RELATIVE = frozenset({"which", "who", "whom", "whose"})
_MODALS = word_set("can could may might shall should will would")


def check_pieces(path: str, said: Said, cited: Cited, *, attributed: bool, denied: bool) -> Iterator[Finding]:
    """What `check_settled` finds of the first piece of the statement that is not settled."""
    whole = path != "statement" and any(one.text.strip() == said.text.strip() for one in cited.sentences)
    if not whole and not is_enough(said):
        yield find(Code.STATEMENT_UNPROVEN, path, f"{quoted(said.text)} is too little to say anything.", said=said.text)
        return
    if attributed and is_copy(said.text, cited):
        return
    pieces = _PARTED.split(said.text)
    for text in pieces:
        piece = said if len(pieces) == 1 else Said(path, text, cited.index.article.published)
        if not piece.clause.words or (attributed and is_copy(text, cited)):
            continue
        found = list(check_settled(path, piece, cited, attributed=attributed, denied=denied))
        short = len(piece.clause.words) < _SURE
        if found and (denied or short or not _is_deal(piece, cited, attributed=attributed)):
            yield from found
            return


def is_enough(said: Said) -> bool:
    """Whether a statement has words enough to say something, and does not break off: "March", "Roe said"."""
    words = said.clause.words
    if len(words) < _FEWEST or said.text.rstrip().endswith((",", "-", "–", "—", ":")):
        return False
    if len(words) >= _SURE:
        return True
    if words[-1].low in _SAYS or words[-1].low in STOP_WORDS or any(word.low in _RELATIVE for word in words):
        return False
    return any(word.text.islower() and word.low not in STOP_WORDS for word in words)


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
