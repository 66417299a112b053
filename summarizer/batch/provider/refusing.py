"""That no run asks directly while batches are open."""

from __future__ import annotations

from summarizer.batch.provider.tables import Tables, open_words
from summarizer.batch.store import Store
from summarizer.errors import ConfigurationError

SINCE = "asked_since"
"""The fact that says with which run the batches began that are not all collected: an article that has failed since is
not asked about again before they are."""


def refuse_open(store: Store) -> None:
    """Raises `ConfigurationError` where batches are open: a run that asks directly would pay for them twice."""
    if words := open_words(Tables(store).open()):
        raise ConfigurationError(
            f"{words} at the service, open since an earlier run: go on with --provider-batch, or give them up with "
            "`summarizer batches OUT --cancel`; asked directly they would be paid for twice"
        )
    if store.reading.facts().get(SINCE):
        store.remember({SINCE: 0})
