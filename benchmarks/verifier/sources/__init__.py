"""Where right records come from: a module a source, each with `cases()`.

What needs the reference data beside the repository (`../shared`) yields nothing where it is not on the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.verifier.cases import Case, Draft
from summarizer.article import Article

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"


def cases_of(source: str, name: str, article: Article, drafts: Sequence[tuple[str, Draft]]) -> Iterator[Case]:
    """A case for each right record of one article."""
    for place, (section, draft) in enumerate(drafts):
        yield Case(source, f"{name}/{section}/{place}", article, section, draft, siblings=drafts)


def load(names: Sequence[str] = ()) -> dict[str, list[Case]]:
    """The cases by source, of these sources or of all; an absent source is an empty list."""
    from benchmarks.verifier.sources import articles, claims, deals, own, quotes, written

    makers: dict[str, Callable[[], Iterator[Case]]] = {
        "own": own.cases,
        "written": written.cases,
        "unseen": written.unseen,
        "deals": deals.cases,
        "quotes": quotes.cases,
        "claims": claims.cases,
        "articles": articles.cases,
    }
    unknown = set(names) - set(makers)
    if unknown:
        raise SystemExit(f"no such source: {', '.join(sorted(unknown))}; there are {', '.join(makers)}")
    return {name: list(maker()) for name, maker in makers.items() if not names or name in names}
