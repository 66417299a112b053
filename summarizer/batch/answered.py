"""Whether the store has the answer to what would be asked about an article."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.batch.reading import Reading
from summarizer.models.recording import request_of
from summarizer.pipeline import Pipeline


def is_answered(reading: Reading, pipeline: Pipeline, article: Article, *, anew: bool) -> bool:
    """Whether the first questions about `article`, one for each section, are answered in the store; `anew`: by answers
    that came to something.

    Re-asks and repairs follow from these, and most of them are there too.
    """
    settings = getattr(pipeline.model, "request_settings", None)
    return settings is not None and all(
        reading.has_answer(request_of(settings, question), spent=not anew) for question in pipeline.questions(article)
    )
