"""Names that are spelt alike or share a word that tells: what a name most likely was before something changed in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from summarizer.text.folding import folded
from summarizer.text.names import NameSpan, strip_suffix
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Index
from summarizer.verifier.wording import content, words

_ALIKE = 80
"""Rapidfuzz's ratio from which two names are taken for spellings of one."""
_COMMON = word_set("""
    american bank capital company corporation energy financial first general global group holdings industries
    international national new partners systems technologies technology united
""")
"""Words that so many names share that they make no two names alike."""


def similar(said: str, names: Iterable[NameSpan]) -> NameSpan | None:
    """The name that `said` most likely was before something in it changed."""
    from rapidfuzz import fuzz

    wanted = folded(said)
    parts = telling(said)
    best: tuple[float, NameSpan] | None = None
    for name in names:
        form = folded(name.text)
        score = fuzz.ratio(wanted, form)
        shared = parts & telling(name.text)
        if score < _ALIKE and not shared:
            continue
        score += 50 * len(shared)
        if best is None or score > best[0]:
            best = score, name
    return best[1] if best else None


def similar_in_article(said: str, index: Index) -> NameSpan | None:
    """`similar` among all names of the article: only those are looked at that share a word or are spelt much alike."""
    from rapidfuzz import fuzz, process

    names = list(index.distinct_names.values())
    if index.names_by_telling is None:
        index.names_by_telling = {}
        for at, name in enumerate(names):
            for word in telling(name.text):
                index.names_by_telling.setdefault(word, []).append(at)
    alike = process.extract(
        folded(said), list(index.distinct_names), scorer=fuzz.ratio, processor=None, score_cutoff=_ALIKE, limit=None
    )
    found = {at for _, _, at in alike}
    for word in telling(said):
        found.update(index.names_by_telling.get(word, ()))
    return similar(said, (names[at] for at in sorted(found)))


@lru_cache(maxsize=4096)
def telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(
        word.low for word in content(words(strip_suffix(name))) if len(word.text) >= 4 and word.low not in _COMMON
    )
