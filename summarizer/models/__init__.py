"""Who answers: any chat model behind `chat.py`, other services' own SDKs behind `sdk.py`, the offline rules.

Open one by name with `summarizer.models.providers.open_model`.
"""

from summarizer.models.base import Answer, Message, Model, Question

__all__ = ["Answer", "Message", "Model", "Question"]
