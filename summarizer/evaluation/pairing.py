"""Which document of the output is about the article of which document of the gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.evaluation.documents import Document


@dataclass(frozen=True)
class Pairs:
    """Each document of the gold with its partner, and who is left."""

    pairs: tuple[tuple[Document, Document | None], ...]
    left_out: tuple[Document, ...]
    """Documents of the output that have no partner."""
    notes: tuple[str, ...]


def pair_documents(gold: Sequence[Document], output: Sequence[Document]) -> Pairs:
    """Pairs by the hash of the text, else by the path, the longest common end first, at least the file's name.

    Of several documents about the same text the path says which. Where there is one document on each side they are
    partners, unless both say in `source.path` what they are about. What could be paired in two ways is not paired, and
    noted. A document about the same text as another that is left over counts for nothing, and is noted.
    """
    notes: list[str] = []
    partner: dict[int, int] = {}
    _by_path(gold, output, partner, same_text=True)
    _by_hash(gold, output, partner, alone=True)
    unsure = _by_path(gold, output, partner)
    _by_hash(gold, output, partner)
    if len(gold) == len(output) == 1 and not (gold[0].states_path and output[0].states_path):
        partner.setdefault(0, 0)
    for at, other in sorted(partner.items()):
        if gold[at].sha256 and output[other].sha256 and gold[at].sha256 != output[other].sha256:
            notes.append(
                f"{gold[at].article}: gold and output were made from different texts (source.sha256), so that offsets "
                "and cited sentences are not compared"
            )
    spare = _spare(gold, set(partner), notes)
    spare_output = _spare(output, set(partner.values()), notes)
    notes += [
        f"{gold[at].name}: several documents can be about the same article; name it by source.sha256 or source.path"
        for at in sorted(unsure - partner.keys() - spare)
    ]
    names = {key[-1] for document in output for key in document.keys}
    notes += [
        f"{document.name} says in source.path that it is about {document.article}, of which there is no output; what "
        "the file itself is called does not count then"
        for at, document in enumerate(gold)
        if at not in partner and at not in spare and document.states_path and document.own and document.own[-1] in names
    ]
    pairs = tuple(
        (document, output[partner[at]] if at in partner else None)
        for at, document in enumerate(gold)
        if at not in spare
    )
    taken = spare_output.union(partner.values())
    return Pairs(pairs, tuple(one for at, one in enumerate(output) if at not in taken), tuple(notes))


def _spare(documents: Sequence[Document], paired: set[int], notes: list[str]) -> set[int]:
    """The unpaired documents about the same text as a paired one or an earlier one."""
    seen: dict[str, Document] = {}
    spare = set()
    for at, document in sorted(enumerate(documents), key=lambda item: item[0] not in paired):
        if not document.sha256:
            continue
        first = seen.setdefault(document.sha256, document)
        if first is not document and at not in paired:
            notes.append(f"{document.name} is about the same text as {first.name} and counts for nothing")
            spare.add(at)
    return spare


def _by_hash(
    gold: Sequence[Document], output: Sequence[Document], partner: dict[int, int], *, alone: bool = False
) -> None:
    """Pairs what is left by the hash, in order; with `alone` only where one document on each side has it."""
    taken = set(partner.values())
    free: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (documents, done) in enumerate(((gold, partner.keys()), (output, taken))):
        for at, document in enumerate(documents):
            if document.sha256 and at not in done:
                free[document.sha256][side].append(at)
    for rows, columns in free.values():
        if not alone or len(rows) == len(columns) == 1:
            partner.update(zip(rows, columns, strict=False))


def _by_path(
    gold: Sequence[Document], output: Sequence[Document], partner: dict[int, int], *, same_text: bool = False
) -> set[int]:
    """Pairs what is left by the common end of the paths, with `same_text` only what has the same hash.

    Returns those of the gold that could be paired in two ways; where these are of one text the first is taken.
    """
    named: dict[str, set[int]] = defaultdict(set)
    for at, document in enumerate(output):
        for key in document.keys:
            named[key[-1]].add(at)
    lengths: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, document in enumerate(gold):
        for other in sorted({other for key in document.keys for other in named.get(key[-1], ())}):
            if not same_text or (document.sha256 and document.sha256 == output[other].sha256):
                lengths[_common(document.keys, output[other].keys)].append((at, other))
    unsure: set[int] = set()
    for length in sorted(lengths, reverse=True):
        taken = set(partner.values())
        free = [(at, other) for at, other in lengths[length] if at not in partner and other not in taken]
        free = _first_of_a_text(free, output)
        rows, columns = _times(at for at, _ in free), _times(other for _, other in free)
        for at, other in free:
            if rows[at] == columns[other] == 1 and at not in unsure:
                partner[at] = other
            else:
                unsure.add(at)
    return unsure


def _first_of_a_text(free: Sequence[tuple[int, int]], output: Sequence[Document]) -> list[tuple[int, int]]:
    """`free` with one output for each text that a document of the gold could be paired with."""
    seen: set[tuple[int, str]] = set()
    kept = []
    for at, other in free:
        text = output[other].sha256
        if text and (at, text) in seen:
            continue
        if text:
            seen.add((at, text))
        kept.append((at, other))
    return kept


def _common(keys: Sequence[tuple[str, ...]], others: Sequence[tuple[str, ...]]) -> int:
    """The number of parts at the end that some path of the one and some path of the other have in common."""
    best = 0
    for key in keys:
        for other in others:
            count = 0
            while count < min(len(key), len(other)) and key[-1 - count] == other[-1 - count]:
                count += 1
            best = max(best, count)
    return best


def _times(places: Iterable[int]) -> dict[int, int]:
    counted: dict[int, int] = defaultdict(int)
    for place in places:
        counted[place] += 1
    return counted
