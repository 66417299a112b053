"""The answers that the work on one article takes, through the store."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from summarizer.batch.spending import Spending
from summarizer.batch.store import Store
from summarizer.errors import Deferred
from summarizer.models.base import ASKED, Failure, Kept, Letter


class Outbox(Protocol):
    """Takes requests that are not sent one by one."""

    async def put(self, request: bytes, path: str, letter: Letter) -> Failure | None:
        """What came of the request if it has failed for good, None where it is to be sent by itself; raises `Deferred`
        where its answer is still to come."""
        ...


class ArticleLedger:
    """The ledger of the article at `path`.

    Answers that came to nothing are given again where the program or the settings have changed, which may make
    something of them; where the article is tried again as it was (`anew`), the service is asked. Requests go into the
    `outbox` where there is one. Where the article is `free`, nobody is asked: `put_off` and `sent` raise `Deferred`.
    """

    def __init__(
        self,
        store: Store,
        path: str,
        spending: Spending,
        *,
        anew: bool,
        outbox: Outbox | None = None,
        free: bool = False,
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._path = path
        self._spending = spending
        self._anew = anew
        self._free = free
        self.recalled = False
        """Whether the store had an answer."""
        self.used: list[bytes] = []
        """The requests that were answered, by the store or the service."""
        self.nothing: list[bytes] = []
        """Those of them whose answers nothing could be made of."""
        self.unanswered: dict[bytes, str | None] = {}
        """The requests on which the service failed, and that were not answered after all, each with the model that was
        asked where it is one of several."""
        self._begun: Counter[bytes] = Counter()
        self.cost_usd = 0.0
        """What the service was paid for it now, as far as the price is known."""

    def begun(self, request: bytes) -> bytes:
        """The request by which a question is known that is asked now."""
        before = self._begun[request]
        self._begun[request] += 1
        return hashlib.sha256(request + before.to_bytes(4)).digest() if before else request

    def recall(self, request: bytes) -> Kept | None:
        """What came back for this request before."""
        kept = self._store.reading.answer(request, spent=not self._anew)
        if kept is not None:
            self.recalled = True
            self.used.append(request)
        return kept

    async def put_off(self, request: bytes, letter: Letter) -> Failure | None:
        """None: the request is to be sent now."""
        self._check_free(request)
        if self._outbox is None:
            return None
        failure = await self._outbox.put(request, self._path, letter)
        if failure is not None:
            self.unanswered[request] = ASKED.get()
        return failure

    async def sent(self, request: bytes) -> None:
        """Notes that the request goes out now."""
        self._check_free(request)
        await self._store.sent(request, self._path)

    def _check_free(self, request: bytes) -> None:
        if self._free:
            raise Deferred(request)

    async def keep(self, request: bytes, kept: Kept) -> None:
        """Returns when what came back is safe."""
        self.used.append(request)
        self.unanswered.pop(request, None)
        self.pay(kept)
        await self._store.keep(request, self._path, kept)

    def came_to_nothing(self, requests: Sequence[bytes]) -> None:
        """Notes that nothing could be made of the answers to these."""
        self.nothing += requests

    def pay(self, kept: Kept) -> None:
        """Counts what came back."""
        self.cost_usd += kept.cost_usd or 0.0
        self._spending.pay(kept)

    async def landed(self, request: bytes) -> None:
        """Notes that nothing will come back."""
        self.unanswered[request] = ASKED.get()
        await self._store.landed(request, self._path)
