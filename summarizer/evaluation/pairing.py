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

    Where there is one document on each side they are partners. What could be paired in two ways is not paired, and
    noted. A second document about the same text counts for nothing, and is noted.
    """
    notes: list[str] = []
    gold, output = _first_of_each(gold, notes), _first_of_each(output, notes)
    partner: dict[int, int] = {}
    by_hash = {document.sha256: at for at, document in enumerate(output) if document.sha256}
    for at, document in enumerate(gold):
        if document.sha256 in by_hash:
            partner[at] = by_hash[document.sha256]
    _by_path(gold, output, partner, notes)
    if len(gold) == len(output) == 1:
        partner.setdefault(0, 0)
    for at, other in sorted(partner.items()):
        if gold[at].sha256 and output[other].sha256 and gold[at].sha256 != output[other].sha256:
            notes.append(
                f"{gold[at].article}: gold and output were made from different texts (source.sha256), so that offsets "
                "and cited sentences are not compared"
            )
    pairs = tuple((document, output[partner[at]] if at in partner else None) for at, document in enumerate(gold))
    taken = set(partner.values())
    return Pairs(pairs, tuple(one for at, one in enumerate(output) if at not in taken), tuple(notes))


def _first_of_each(documents: Sequence[Document], notes: list[str]) -> list[Document]:
    seen: dict[str, Document] = {}
    kept = []
    for document in documents:
        if document.sha256 and document.sha256 in seen:
            notes.append(
                f"{document.name} is about the same text as {seen[document.sha256].name} and counts for nothing"
            )
            continue
        if document.sha256:
            seen[document.sha256] = document
        kept.append(document)
    return kept


def _by_path(gold: Sequence[Document], output: Sequence[Document], partner: dict[int, int], notes: list[str]) -> None:
    """Pairs what is left by the common end of the paths."""
    named: dict[str, set[int]] = defaultdict(set)
    for at, document in enumerate(output):
        for key in document.keys:
            named[key[-1]].add(at)
    lengths: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, document in enumerate(gold):
        for other in sorted({other for key in document.keys for other in named.get(key[-1], ())}):
            lengths[_common(document.keys, output[other].keys)].append((at, other))
    unsure: set[int] = set()
    for length in sorted(lengths, reverse=True):
        taken = set(partner.values())
        free = [(at, other) for at, other in lengths[length] if at not in partner and other not in taken]
        rows, columns = _times(at for at, _ in free), _times(other for _, other in free)
        for at, other in free:
            if rows[at] == columns[other] == 1 and at not in unsure:
                partner[at] = other
            else:
                unsure.add(at)
    notes += [
        f"{gold[at].name}: several documents can be about the same article; name it by source.sha256 or source.path"
        for at in sorted(unsure - partner.keys())
    ]


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
