"""Provider batches: the requests of a run as files that a service works off within a day, at a lower price.

`tables.py` is what the store knows of them, `outbox.py` writes requests down and sends them, `collecting.py` brings
back what came of them, `rounds.py` does the articles over and over until none waits for an answer.
"""

from summarizer.batch.provider.services import ProviderBatches, services_of
from summarizer.batch.provider.tables import open_batches, open_words

__all__ = ["ProviderBatches", "open_batches", "open_words", "services_of"]
