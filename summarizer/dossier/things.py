"""What changes hands, as far as it tells two deals of the same two apart: how many things, and which paper.

Origin: the instruments are the headings under which filings list financings (debt securities, bank credit, equity).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.dossier.comparing import money_of
from summarizer.dossier.facts import LARGE
from summarizer.dossier.news import News
from summarizer.fields import Money
from summarizer.text.numbers import read_amounts
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_NO_THINGS = word_set("""
    day days employee employees hour hours job jobs minute minutes month months people person point points quarter
    quarters share shares staff time times week weeks worker workers year years
""")
"""Units of which a number says nothing of how much is dealt in."""
_INSTRUMENTS = {
    "bond": pattern(
        r"\b(?:bonds?|debentures?|(?:senior|convertible|secured|unsecured|medium-term) notes?)\b", re.IGNORECASE
    ),
    "equity": pattern(
        r"\b(?:equity|funding round|ipo|private placement|rights issue|series [a-k]|share (?:issue|offering|sale)|"
        r"stake)\b",
        re.IGNORECASE,
    ),
    "loan": pattern(
        r"\b(?:borrow\w*|credit (?:facilit\w+|line)|lend(?:s|ing)?|lent|line of credit|loans?|revolver)\b",
        re.IGNORECASE,
    ),
}


def counts_in(text: str) -> frozenset[float]:
    """How many things a text says that there are; stretches of time, people and shares of a company left out."""
    return frozenset(
        float(one.value)
        for one in read_amounts(text)
        if one.kind == "quantity" and one.unit and _NO_THINGS.isdisjoint(one.unit.lower().split())
    )


def instruments_in(texts: Iterable[str]) -> frozenset[str]:
    """The kinds of paper that some texts name: `bond`, `equity`, `loan`."""
    listed = list(texts)
    return frozenset(name for name, words in _INSTRUMENTS.items() if any(map(words.search, listed)))


def only_amount(news: News) -> Money | None:
    """The one large amount of money that the top of an article names, reminders left out; None where it has several."""
    large = [one for one in news.amounts() if one.value >= LARGE]
    if len({(one.value, one.high) for one in large}) != 1:
        return None
    return money_of(news.story.head[large[0].start : large[0].end])
