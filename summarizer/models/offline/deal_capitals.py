"""Names of a headline in capitals as the report spells them, so that one deal is not told of two sets of parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_twins import are_twins
from summarizer.models.offline.reading import Reading


def as_spelled(mentions: Iterable[Mention], reading: Reading) -> list[Mention]:
    """The mentions of a headline in capitals with each party's name as the rest of the article has it, if it does."""
    written = [name for name in reading.names if not name.text.isupper()]
    fullest = [name.text if (full := reading.full(name)).isupper() else full for name in written]
    report = list(dict.fromkeys(fullest))

    def spelled(name: str) -> str:
        fitting = [other for other in report if name.isupper() and are_twins(name, other)]
        same = [other for other in fitting if other.casefold() == name.casefold()]
        return (same or fitting or [name])[0]

    return [
        replace(mention, parties={spelled(name): role for name, role in mention.parties.items()})
        for mention in mentions
    ]
