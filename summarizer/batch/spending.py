"""What a run has paid so far: counted answer by answer, as they come in."""

from __future__ import annotations

from summarizer.batch.plan import Todo
from summarizer.models.base import Kept
from summarizer.records import Usage


class Spending:
    """The account of one run, for those who show it or hold it to a budget while it goes on.

    total       articles to do
    size        bytes of those of them whose size is known, and how many these are
    """

    def __init__(self, total: int = 0, size: tuple[int, int] = (0, 0)) -> None:
        self.calls = 0
        self.usage = Usage()
        self.cost_usd = 0.0
        """The sum over the calls whose price is known."""
        self.unpriced = 0
        """Calls that took tokens at a price that is not known."""
        self.ended = 0
        """Articles that are done or have failed."""
        self.by_batch = False
        """Whether the requests go with provider batches, whose answers come many at once and long after."""
        self.pending = 0
        """Requests that are in provider batches."""
        self._foreseen = 0
        self._foreseen_usd = 0.0
        """What requests that were written into batches in this run were foreseen to cost, and how many these are."""
        self._bytes, self._sized = size
        # Where no size is known, all articles count alike.
        self._usual = self._bytes / self._sized if self._sized and self._bytes else 1.0
        self._all = self._bytes + self._usual * max(0, total - self._sized)
        self._done = 0.0

    @property
    def tokens(self) -> int:
        """Tokens that were paid for, the questions' and the answers'."""
        return self.usage.input_tokens + self.usage.output_tokens

    @property
    def projected_usd(self) -> float | None:
        """What the whole run will have cost if the articles to come cost by the byte what those until now did; None
        before the first article is done, and where no price is known.

        By provider batches: with what is in them, each request at what the answers of this run took, or else at what
        was foreseen; what follows from the answers (repairs, the judge) is not foreseen.
        """
        if self.by_batch:
            each = self.cost_usd / self.calls if self.calls else self._foreseen_usd / max(1, self._foreseen)
            return self.cost_usd + each * self.pending if each else None
        if not self._done or not self.cost_usd:
            return None
        return self.cost_usd * max(1.0, self._all / self._done)

    def pay(self, kept: Kept) -> None:
        """Counts what came back for a request."""
        self.calls += kept.calls
        self.usage += kept.usage
        if kept.cost_usd is not None:
            self.cost_usd += kept.cost_usd
        elif kept.usage != Usage():
            self.unpriced += kept.calls

    def submit(self, foreseen_usd: float | None) -> None:
        """Counts a request that goes with a provider batch, and what it is foreseen to cost."""
        self.pending += 1
        if foreseen_usd is not None:
            self._foreseen += 1
            self._foreseen_usd += foreseen_usd

    def end(self, todo: Todo) -> None:
        """Counts an article that is done or has failed."""
        self.ended += 1
        self._done += todo.signature[0] if todo.signature else self._usual
