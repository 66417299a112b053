"""What calls took: as the service says, and by a vocabulary of OpenAI's where one is installed.

Services differ in how they count, and the relay only estimates, so that variants are compared by the same vocabulary:
`o200k_base`, which the package bpe-openai brings with it (benchmarks/model/requirements.txt). Answers are counted as
compact JSON, as models that are held to a schema write it; of the input count the messages, a few tokens for each, and
the schema. The prices are list prices, without what a cache takes off.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.model.runs import Call
from summarizer.models.pricing import Prices

VOCABULARY = "o200k_base"
PER_MESSAGE = 4
"""Tokens that a service adds to each message, as OpenAI describes it."""

Count = Callable[[str], int]


@dataclass(frozen=True)
class Took:
    """The tokens of some calls."""

    calls: int = 0
    repairs: int = 0
    """Of these."""
    service_input: int = 0
    service_output: int = 0
    input: int | None = None
    """By the vocabulary; None where it is not installed."""
    output: int | None = None
    article_input: int | None = None
    """Of the input, what is not the same for every article: the last message."""

    def cost(self, prices: Prices) -> float:
        """US dollars, by the vocabulary where it is installed."""
        given = self.service_input if self.input is None else self.input
        said = self.service_output if self.output is None else self.output
        return prices.of(given, 0, said)


def counter() -> Count | None:
    """Counts the tokens of a text; None where the vocabulary is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the way in which it opens its own file
        try:
            import bpe_openai  # type: ignore[import-not-found]
        except ImportError:
            return None
        encoding = bpe_openai.get_encoding(VOCABULARY)
    return lambda text: len(encoding.encode(text))


def add_up(calls: Iterable[Call], tokens: Count | None) -> Took:
    """What the calls took together."""
    calls = list(calls)
    took = Took(
        len(calls),
        sum(call.task == "repair" for call in calls),
        sum(call.usage.input_tokens for call in calls),
        sum(call.usage.output_tokens for call in calls),
    )
    if tokens is None:
        return took
    said = {text: tokens(text) for call in calls for text in (*call.messages, call.schema)}
    return Took(
        took.calls,
        took.repairs,
        took.service_input,
        took.service_output,
        sum(sum(said[text] + PER_MESSAGE for text in call.messages) + said[call.schema] for call in calls),
        sum(tokens(compact(call.answer)) for call in calls),
        sum(said[call.messages[-1]] for call in calls if call.messages),
    )


def compact(answer: str) -> str:
    """An answer's JSON without white space; as it is where it is no JSON."""
    try:
        return json.dumps(json.loads(answer), ensure_ascii=False, separators=(",", ":"))
    except ValueError:
        return answer
