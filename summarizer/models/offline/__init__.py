"""The built-in rules: a model without a model, for business news only.

Everything it writes stands in the article: sentences, names, amounts and dates are copied, kinds and roles follow
from the words around them. What the rules are not sure of they leave out.
"""

from __future__ import annotations

import logging
from typing import Any

from summarizer.article import Article
from summarizer.errors import ConfigurationError
from summarizer.models.base import Answer, Question
from summarizer.models.offline.abstract import find_abstract
from summarizer.models.offline.claims import find_claims
from summarizer.models.offline.deals import find_deals
from summarizer.models.offline.headline import find_headline
from summarizer.models.offline.parties import find_parties
from summarizer.models.offline.quotes import find_quotes
from summarizer.models.offline.reading import Reading
from summarizer.models.offline.speaker_kinds import Speakers
from summarizer.schema import NEWS
from summarizer.text.english import reads_as_english

__all__ = ["OfflineModel", "read_news"]

log = logging.getLogger(__name__)


class OfflineModel:
    """Answers for the business-news schema by rules; costs nothing and calls nobody."""

    name = "offline"
    needs_prompt = False
    waits = False

    async def answer(self, question: Question) -> Answer:
        """The answer to an `extract` question about `NEWS`; `ConfigurationError` for any other."""
        if question.schema != NEWS:
            raise ConfigurationError(
                f"the offline rules know business news only, not {question.schema.name!r}: "
                "name a model with --model or set OPENAI_API_KEY"
            )
        if question.task != "extract":
            raise ConfigurationError(
                f"the offline rules cannot {question.task} records: name a model with --model or set OPENAI_API_KEY"
            )
        article = question.article
        if not reads_as_english(article.text, article.readings.lower_words):
            log.warning("%s does not read as English: the offline rules know English only", article.path or "the text")
        return Answer(data=read_news(article), model=self.name, calls=0, cost_usd=None)

    async def close(self) -> None:
        """Nothing to give up."""


def read_news(article: Article) -> dict[str, Any]:
    """The records of an article in the shape that `NEWS.drafts` takes; without a word none, the headline null."""
    reading = Reading(article)
    deals = find_deals(reading)
    speakers = Speakers(reading)
    quotes = find_quotes(reading, speakers)
    headline = find_headline(reading, deals)
    return {
        "headline": headline,
        "abstract": find_abstract(reading, deals, headline),
        "parties": find_parties(reading, deals, quotes),
        "deals": deals,
        "quotes": quotes,
        "claims": find_claims(reading, speakers),
    }
