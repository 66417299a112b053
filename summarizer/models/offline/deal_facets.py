"""The facets of one deal, gathered from the sentences that mention it: the words for its stage."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.article import Sentence
from summarizer.models.offline.deal_status import Stage, stage_of
from summarizer.models.offline.reading import Reading
from summarizer.models.offline.stage_words import Status


@dataclass(slots=True)
class Facets:
    """What is known so far; offsets are the article's."""

    stage: Stage | None = None
    stage_sentence: int = 0

    def read_mention(self, sentence: Sentence, cue: tuple[int, int]) -> None:
        """Takes what a sentence says that mentions the deal at `cue`, (start, end) in the article."""
        if self.stage is None:
            self._take(sentence, stage_of(sentence.text, (cue[0] - sentence.start, cue[1] - sentence.start)))

    def read_outcome(self, sentence: Sentence, status: str) -> None:
        """Takes the words of a later sentence about "the deal" that has it at its end: `closed` or `terminated`."""
        stage = stage_of(sentence.text)
        if stage is not None and stage.status == status:
            self._take(sentence, stage)

    def _take(self, sentence: Sentence, stage: Stage | None) -> None:
        if stage is not None and not stage.plain:
            self.stage = replace(stage, start=stage.start + sentence.start, end=stage.end + sentence.start)
            self.stage_sentence = sentence.number

    @property
    def status(self) -> Status | None:
        """The status that the words for the stage mean, None where there are none."""
        return self.stage.status if self.stage is not None else None

    def terms(self, reading: Reading) -> list[tuple[str, int, int, int]]:
        """(name, start, end, sentence) of the facets that are terms of the record."""
        found = []
        if self.stage is not None:
            found.append(("status", self.stage.start, self.stage.end, self.stage_sentence))
        return found
