"""The records of an article asked for: section by section, once or several times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.asking.asker import Asker
from summarizer.asking.chunks import Chunk
from summarizer.asking.gathered import Gathered
from summarizer.asking.repair import drafts_of
from summarizer.asking.wires import overview_sections
from summarizer.errors import ModelError, Truncated
from summarizer.fields import Record, leaves
from summarizer.models.base import Answer, Question
from summarizer.records import Usage
from summarizer.schema import Sections

CUT = "an answer was cut: the records that were whole are kept, any behind them are missing"
MOST_WORDS, MOST_WORDS_OF_FIELD = 16, 10
"""Words by which a record that is known is told to the model again, and those of one of its fields."""


async def extract(asker: Asker, chunks: Sequence[Chunk], passes: int = 1) -> Gathered:
    """The drafts that the model has for `chunks`, asked up to `passes` times each.

    A section whose answer was cut is divided and asked about again. What goes wrong with one section is noted, and the
    others stand; where all came to nothing, the first fault is raised with what all took. Raises besides as
    `answers_of` does.
    """
    gathered = Gathered(asker.schema)
    faults: list[tuple[Chunk, ModelError]] = []
    todo = list(chunks)
    while todo:
        further: list[Chunk] = []
        for chunk, came in await _drafts(asker, [(chunk, asker.extraction(chunk)) for chunk in todo]):
            if not isinstance(came, ModelError):
                gathered.chunks.append(chunk)
                gathered.add(len(gathered.chunks) - 1, came)
            elif isinstance(came, Truncated) and (halves := asker.divider.halves(chunk)):
                further += halves
            elif (rest := _whole_of(asker, came)) is not None:
                asker.note(f"{CUT}: {came}")
                gathered.chunks.append(chunk)
                gathered.add(len(gathered.chunks) - 1, rest)
            else:
                faults.append((chunk, came))
        todo = further
    if not gathered.chunks:
        raise _total([fault for _, fault in faults], asker)
    for chunk, fault in faults:
        gathered.unread.append(chunk)
        asker.note(f"{chunk.words()} {'was' if chunk.first == chunk.last else 'were'} not read: {fault}")
    gathered.order()
    if asker.prompts is not None:
        await _further(asker, gathered, passes)
    return gathered


async def _further(asker: Asker, gathered: Gathered, passes: int) -> None:
    """Asks for what is missing in each section, as long as that brings something."""
    about_all = overview_sections(gathered.schema)
    left = list(range(len(gathered.chunks)))
    for number in range(2, passes + 1):
        if not left:
            break
        told = gathered.by_home([name for name in gathered.sections if name not in about_all])
        asked = [(gathered.chunks[home], asker.again(gathered.chunks[home], _known(told[home]))) for home in left]
        homes, left = left, []
        for home, (chunk, came) in zip(homes, await _drafts(asker, asked), strict=True):
            if isinstance(came, ModelError):
                asker.note(f"pass {number} over {chunk.words()} came to nothing: {came}")
            elif any(came.values()):
                gathered.add(home, came)
                left.append(home)
    gathered.order()


async def _drafts(asker: Asker, asked: Sequence[tuple[Chunk, Question]]) -> list[tuple[Chunk, Sections | ModelError]]:
    """What each answer holds, or the fault of its question."""
    found: list[tuple[Chunk, Sections | ModelError]] = []
    for (chunk, _), came in zip(asked, await asker.ask([question for _, question in asked]), strict=True):
        drafts: Sections | ModelError
        if isinstance(came, Answer):
            try:
                drafts = drafts_of(asker.schema, came.data, asker.index)
            except ModelError as fault:
                drafts = fault
        else:
            drafts = came
        found.append((chunk, drafts))
    return found


def _whole_of(asker: Asker, fault: ModelError) -> Sections | None:
    """What is whole of an answer that was cut, which is an answer then; None where nothing is."""
    if not isinstance(fault, Truncated) or fault.kept is None:
        return None
    try:
        found = drafts_of(asker.schema, fault.kept.data, asker.index)
    except ModelError:
        return None
    asker.account.failed = [one for one in asker.account.failed if one is not fault]
    asker.account.answers.append(fault.kept)
    return found


def _total(faults: Sequence[ModelError], asker: Asker) -> ModelError:
    """The first of several faults, which are all there is, with what the questions took."""
    first, account = faults[0], asker.account
    if len(faults) == 1 and not account.answers and len(account.failed) == 1:
        return first
    told = first
    if len(faults) > 1:
        told = type(first)(f"none of {len(faults)} sections could be read; the first: {first}")
    paid: list[Answer | ModelError] = [*account.answers, *(fault for fault in account.failed if fault.calls)]
    told.calls = sum(one.calls for one in paid)
    told.usage = sum((one.usage for one in paid if one.usage is not None), Usage())
    costs = [one.cost_usd for one in paid]
    told.cost_usd = None if None in costs else sum(cost for cost in costs if cost is not None)
    return told


def _known(records: Sequence[tuple[str, Record]]) -> list[str]:
    """Records of a section, a line each: `deals [3, 4]: supply; Oberline Grid Systems Inc.; …`."""
    return [f"{name} {record.evidence}: {'; '.join(_words(record))}" for name, record in records]


def _words(record: Record) -> Iterator[str]:
    left = MOST_WORDS
    for leaf in leaves(record):
        words = str(getattr(leaf.value, "text", leaf.value)).split()
        shown = words[: min(left, MOST_WORDS_OF_FIELD)]
        if shown:
            yield " ".join(shown) + (" …" if len(words) > len(shown) else "")
        left -= len(shown)
        if left <= 0:
            return
