"""Reported speech in English news prose: what is said, by which words it is given to whom, and who that is.

    quoted_stretches(text)        what stands between quotation marks
    find_speech(text, sentences)  direct, indirect and mixed statements with their speakers
    SpeechReader                  the same, sentence by sentence as it is asked for

Each cue ("said", "according to", "declined to comment") is read on its own: its source stands before or behind it
(speech_sources), its content is the clause beside it, with the quotation it belongs to (speech_content). Quotations
that no cue took are read from their marks (speech_anchors), refusals to comment from their own phrases
(speech_silence).
Where the words leave the speaker open, `speaker` is None.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.directory import Directory
from summarizer.text.names import NameSpan, find_names, stated_aliases
from summarizer.text.quotation import Quoted, quoted_stretches
from summarizer.text.speech_reader import SpeechReader
from summarizer.text.speech_statements import Mode, Speech

__all__ = ["Mode", "Quoted", "Speech", "SpeechReader", "find_speech", "quoted_stretches"]


def find_speech(
    text: str,
    sentences: Sequence[tuple[int, int]],
    names: Sequence[NameSpan] | None = None,
    directory: Directory | None = None,
) -> list[Speech]:
    """The statements that `text` gives to somebody, in the order of their content.

    `sentences` are the (start, end) of `split_sentences(text)`; `names` may bring what `find_names(text)` found,
    `directory` what was built from them.
    """

    def build() -> Directory:
        return directory or Directory(text, find_names(text) if names is None else names, stated_aliases(text))

    return SpeechReader(text, sentences, quoted_stretches(text), build).everything()
