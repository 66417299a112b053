"""The same records asked for with their evidence copied out, as most tools ask for it: what citing by number saves.

Derived from the prompt and the wire as they are: the article is shown without its numbers, `evidence` is a list of
sentences in place of numbers, a text with its numbers behind it is an object of `evidence` and `text`, and the prompt's
words on it say so. What comes back is turned into numbers again, so
that all the rest of the way is the same.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, Union

from pydantic import BaseModel, Field, create_model

from summarizer.article import Article
from summarizer.models.base import Answer, Message, Model, Question
from summarizer.text.folding import folded
from summarizer.wire import CITED_TEXT, Cited, cited

EVIDENCE = "evidence"
WORDS = {
    "one sentence a line, each line with its number in square brackets in front.": "one sentence a line.",
    "(an instruction, a tag, a heading, another number, the end of the article)": (
        "(an instruction, a tag, a heading, the end of the article)"
    ),
    "the numbers of the sentences that say it, usually one or two.": (
        "the sentences that say it, usually one or two, each copied whole from the article, character for character."
    ),
    'has its numbers behind it: "Margins will narrow [7]", "Two mills may close [3,4]".': (
        "has it in `text`, beside its `evidence`."
    ),
    "than was planned [9]": "than was planned",
    "go through the article once more from [1] to its last sentence": (
        "go through the article once more from its first sentence to its last"
    ),
}
"""What the prompt says of numbers, and what stands there in this variant."""
_NUMBER = re.compile(r"^\[\d+\] ", re.MULTILINE)


class PromptChanged(Exception):
    """The prompt no longer has the words that this variant changes."""


class Copying:
    """`model`, asked for copied sentences in place of numbers."""

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self.needs_prompt = model.needs_prompt
        self._model = model

    async def answer(self, question: Question) -> Answer:
        """The model's answer, with the numbers of the sentences that it copied."""
        asked = replace(question, wire=copied_wire(question.wire), messages=copied_messages(question.messages))
        answer = await self._model.answer(asked)
        return replace(answer, data=numbered(answer.data, question.article))

    async def close(self) -> None:
        """Closes the model."""
        await self._model.close()


def copied_messages(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The messages with the words on numbers changed. Raises `PromptChanged` where these are not there."""
    found: set[str] = set()
    changed = []
    for message in messages:
        content = message.content
        for words, instead in WORDS.items():
            if words in content:
                found.add(words)
                content = content.replace(words, instead)
        changed.append(Message(message.role, _NUMBER.sub("", content) if message.role == "user" else content))
    if missing := [words for words in WORDS if words not in found]:
        raise PromptChanged(f"benchmarks/model/copied.py changes words that the prompt does not have: {missing[0]!r}")
    return tuple(changed)


@cache
def copied_wire(wire: type[BaseModel]) -> type[BaseModel]:
    """The wire class with `evidence` as a list of sentences wherever it has one, or a text its numbers behind it."""
    fields: dict[str, Any] = {
        name: (list[str] if name == EVIDENCE else _copied(info.annotation), Field(description=info.description))
        for name, info in wire.model_fields.items()
    }
    return create_model(wire.__name__, __config__=wire.model_config, __doc__=wire.__doc__, **fields)


def _copied(annotation: Any) -> Any:
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated and CITED_TEXT in inner:
        return copied_wire(Cited)
    if origin is Annotated:
        return Annotated[(_copied(inner[0]), *inner[1:])]
    if origin in (Union, types.UnionType):
        return Union[tuple(_copied(one) for one in inner)]  # noqa: UP007 (the members are known at run time only)
    if origin is list:
        return list[_copied(inner[0])]  # type: ignore[misc]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return copied_wire(annotation)
    return annotation


def numbered(data: Mapping[str, Any], article: Article) -> dict[str, Any]:
    """An answer with the numbers of the copied sentences; a sentence that the article does not have has none."""
    sentences = {sentence.number: _plain(sentence.text) for sentence in article.sentences}

    def walk(value: Any, name: str) -> Any:
        if isinstance(value, Mapping):
            return {key: walk(below, key) for key, below in value.items()}
        if not isinstance(value, list):
            return value
        if name != EVIDENCE:
            return [walk(below, name) for below in value]
        return sorted({number for words in value for number in _numbers(_plain(str(words)), sentences)})

    return {key: walk(value, key) for key, value in data.items()}


def _plain(words: str) -> str:
    return " ".join(folded(words).split())


def _numbers(words: str, sentences: Mapping[int, str]) -> list[int]:
    """The sentences that hold the words, or that the words hold: a model may copy a part, or two at once."""
    if not words:
        return []
    return [number for number, text in sentences.items() if words in text or text in words]


def written_out(data: Any, article: Article, name: str = "") -> Any:
    """An answer that cites numbers, with the sentences in their place: what the same records cost with copied evidence,
    had the model copied without a slip."""
    if isinstance(data, Mapping):
        return {key: written_out(value, article, key) for key, value in data.items()}
    if isinstance(data, str) and (written := cited(data))[1]:
        return {EVIDENCE: _sentences(written[1], article), "text": written[0]}
    if not isinstance(data, list):
        return data
    if name != EVIDENCE:
        return [written_out(value, article, name) for value in data]
    return _sentences(data, article)


def _sentences(numbers: list[Any], article: Article) -> list[str]:
    last = len(article.sentences)
    return [article.sentences[one - 1].text for one in numbers if isinstance(one, int) and 0 < one <= last]
