"""What comes after the first answers: faulty records sent back, section by section, and the overview of the whole."""

from __future__ import annotations

from collections import Counter

from summarizer.asking.asker import Asker
from summarizer.asking.chunks import Chunk
from summarizer.asking.gathered import WHOLE, Gathered
from summarizer.asking.overview import Parts
from summarizer.asking.repair import Faulty, Replacements, drafts_of, mended, replacements_in, told_of_answers
from summarizer.errors import ModelError
from summarizer.models.base import Answer, Question
from summarizer.records import Dropped
from summarizer.schema import Sections
from summarizer.verifier import verify_sections


async def mend(asker: Asker, gathered: Gathered, repairs: int, left: str) -> list[Dropped]:
    """Has faulty records repaired, each `repairs` times at most, and where there are several sections the headline and
    the abstract of the whole written, and repaired likewise. Returns what the model took back.

    After a repair that fails, the records concerned stay as they are; `left` says what becomes of them then. Raises as
    `answers_of` does, and `MalformedAnswer` where the program breaks on what the model wrote.
    """
    withdrawn: list[Dropped] = []
    sent: Counter[int] = Counter()
    overview = _Overview(asker, gathered) if len(gathered.chunks) > 1 else None
    while True:
        faulty = {home: records for home, records in _by_home(gathered).items() if sent[home] < repairs}
        questions = [_repair(asker, gathered, overview, home, records) for home, records in faulty.items()]
        pending = overview is not None and overview.pending
        if overview is not None and overview.pending:
            questions.append(overview.question())
        if not questions:
            return withdrawn
        came = await asker.ask(questions, asker.ends_run)
        replacements: Replacements = {}
        for (home, records), reply in zip(faulty.items(), came, strict=False):
            sent[home] += 1
            try:
                if isinstance(reply, ModelError):
                    raise reply
                replacements |= replacements_in(asker.schema, records, reply.data, asker.index)
            except ModelError as fault:
                sent[home] = repairs
                where = "" if overview is None else f" of {_words(gathered, home)}"
                asker.note(
                    f"repair{where} failed: {fault}",
                    f"the repair{where} failed, {left}: {fault}",
                )
        if replacements:
            with told_of_answers(asker.account):
                gathered.take(mended(asker.index, gathered.sections, replacements, asker.account, withdrawn))
        if overview is not None and pending:
            with told_of_answers(asker.account):
                overview.take(came[-1])


class _Overview:
    """The question about the whole."""

    def __init__(self, asker: Asker, gathered: Gathered) -> None:
        self._asker = asker
        self._gathered = gathered
        self._parts = Parts(gathered)
        self.numbers = self._parts.numbers(asker.article)
        self.pending = bool(self.numbers)

    def question(self) -> Question:
        """It."""
        return self._asker.overview(self.numbers)

    def take(self, came: Answer | ModelError) -> None:
        """Adds what it brought, verified."""
        self.pending = False
        asker = self._asker
        try:
            if isinstance(came, ModelError):
                raise came
            drafts = drafts_of(asker.schema, came.data, asker.index)
        except ModelError as fault:
            asker.note(f"the headline and the abstract are those of one section, as those of the whole failed: {fault}")
            self._gathered.add(WHOLE, self._parts.stand_in())
            return
        self._gathered.add(WHOLE, _with_content(verify_sections(drafts, asker.article, asker.index)))


def _with_content(sections: Sections) -> Sections:
    return {name: records for name, records in sections.items() if records}


def _repair(asker: Asker, gathered: Gathered, overview: _Overview | None, home: int, faulty: Faulty) -> Question:
    if home == WHOLE and overview is not None:
        return asker.repair_overview(overview.numbers, faulty)
    return asker.repair(gathered.chunks[home], faulty)


def _by_home(gathered: Gathered) -> dict[int, Faulty]:
    """The records that do not hold, by the section of the article that they came from."""
    found: dict[int, Faulty] = {}
    for name, records in gathered.sections.items():
        for at, record in enumerate(records):
            if record.verdict and record.verdict.faulty:
                home = gathered.homes[name][at]
                found.setdefault(home, {}).setdefault(name, []).append((at, record))
    return dict(sorted(found.items()))


def _words(gathered: Gathered, home: int) -> str:
    if home == WHOLE:
        return "the headline and the abstract"
    chunk: Chunk = gathered.chunks[home]
    return chunk.words()
