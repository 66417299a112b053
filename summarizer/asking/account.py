"""What the calls for one article add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.errors import ModelError
from summarizer.models.base import Answer
from summarizer.records import Provenance, Unread, Usage


@dataclass
class Account:
    """The answers to the questions about one article, and the questions that came to nothing."""

    answers: list[Answer] = field(default_factory=list)
    failed: list[ModelError] = field(default_factory=list)
    """Questions that took answers and came to nothing."""
    repaired: int = 0
    notes: list[str] = field(default_factory=list)

    def provenance(self, prompt: str | None, unread: Sequence[Unread] = ()) -> Provenance:
        """Who answered, and what it took; `prompt` is the label of the one that asked for the records."""
        first = self.answers[0]
        paid: list[Answer | ModelError] = [*self.answers, *(error for error in self.failed if error.calls)]
        used = [one.usage for one in paid if one.usage is not None]
        usage = used[0] if len(used) == 1 else sum(used, Usage())
        costs = [one.cost_usd for one in paid]
        return Provenance(
            model=first.model,
            prompt=prompt,
            schema_mode=first.schema_mode,
            calls=sum(one.calls for one in paid),
            repaired=self.repaired,
            usage=usage,
            cost_usd=None if None in costs else sum(cost for cost in costs if cost is not None),
            unread=list(unread),
            # The same may be said of many sections.
            notes=[*dict.fromkeys(note for one in self.answers for note in one.notes), *self.notes],
        )
