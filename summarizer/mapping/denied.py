"""What a speaker denies, with the verb that denies it: copied without it the words would say the reverse.

`prompts/extract.md` asks for the words without their verb, also those of a denial.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.verifier.denied_words import denial_before
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate_cited


def with_denial(text: str, speaker: str | None, numbers: Sequence[int], index: Index) -> str:
    """`text` from the denying verb on, where the sentences `numbers` have the speaker deny these words with it, outside
    of quotation marks: "denied that the pier is shut" for "the pier is shut"."""
    found = locate_cited(text, Cited(index, [number for number in numbers if 0 < number <= len(index.sentences)]))
    words = text.lstrip()
    if found is None or not words[:1].isalnum() or index.quoted_in((found.whole[0], found.whole[0] + 1)):
        return text
    start = found.whole[0]
    denial = denial_before(found.whole, speaker, index)
    if denial is None or index.text[start].lower() != words[0].lower():
        return text
    return " ".join(index.text[slice(*denial)].split()) + " " + index.text[start] + words[1:]
