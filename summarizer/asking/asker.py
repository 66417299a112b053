"""Who asks about one article: the questions about its sections, and what came of them."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from summarizer.article import Article
from summarizer.asking.account import Account
from summarizer.asking.chunks import Chunk, Divider
from summarizer.asking.repair import Faulty
from summarizer.asking.together import AT_ONCE, answers_of
from summarizer.asking.wires import again_wire, overview_wire
from summarizer.errors import ENDS_RUN, ModelError
from summarizer.models.base import Answer, Message, Model, Question
from summarizer.prompts import (
    Prompt,
    again_messages,
    extract_messages,
    load_prompt,
    overview_messages,
    repair_messages,
    show_article,
    show_section,
)
from summarizer.schema import Schema
from summarizer.verifier.index import Index

log = logging.getLogger(__name__)

HELD: ContextVar[list[str] | None] = ContextVar("held", default=None)
"""Takes what there is to say at once where it may be said in vain, as another model's records may be kept; None: it is
said."""


@dataclass(frozen=True)
class Prompts:
    """The prompts by which an article's records are asked for."""

    extract: Prompt
    repair: Prompt
    section: Prompt
    again: Prompt
    overview: Prompt

    @classmethod
    def load(cls, folder: Path | None) -> Self:
        """The built-in ones, those in `folder` in their places. Raises `ConfigurationError`."""
        names = ("extract", "repair", "section", "again", "overview")
        return cls(*(load_prompt(name, folder) for name in names))

    @property
    def hashes(self) -> tuple[str, ...]:
        """The hashes of all."""
        return tuple(one.hash for one in (self.extract, self.repair, self.section, self.again, self.overview))


@dataclass
class Asker:
    """Asks `model` about `article`, and keeps the account of it.

    prompts     None for a model that reads the article itself, which is then asked about the whole
    at_once     questions at once, None for any number
    ends_run    what a repair that meets it does not keep to itself
    """

    model: Model
    article: Article
    schema: Schema
    prompts: Prompts | None
    account: Account
    ends_run: tuple[type[Exception], ...]
    at_once: int | None = AT_ONCE

    @cached_property
    def divider(self) -> Divider:
        """By which the article is divided."""
        return Divider(self.article)

    @cached_property
    def index(self) -> Index:
        """What is read of the article, to make records of the answers and to verify them."""
        return Index(self.article)

    def chunks(self, most_tokens: int) -> list[Chunk]:
        """The sections that are asked about; a single one is the whole article."""
        if self.prompts is None:
            return [Chunk(1, len(self.article.sentences))]
        return self.divider.chunks(most_tokens)

    def is_whole(self, chunk: Chunk) -> bool:
        """Whether a section is all of the article."""
        return chunk.first == 1 and chunk.last == len(self.article.sentences)

    def extraction(self, chunk: Chunk) -> Question:
        """What the model is asked about a section first."""
        messages: tuple[Message, ...] = ()
        if self.prompts is not None:
            messages = extract_messages(self.prompts.extract, self.article, self.schema, self._shown(chunk))
        return Question("extract", self.article, self.schema, self.schema.wire, messages)

    def again(self, chunk: Chunk, found: Sequence[str]) -> Question:
        """What is asked about a section of which these records are known, a line each."""
        assert self.prompts is not None  # noqa: S101
        shown = self._shown(chunk)
        messages = again_messages(self.prompts.again, self.article, self.schema, found, shown)
        return Question("again", self.article, self.schema, again_wire(self.schema), messages)

    def repair(self, chunk: Chunk, faulty: Faulty) -> Question:
        """What is asked about records of a section that did not hold."""
        assert self.prompts is not None  # noqa: S101
        messages = repair_messages(self.prompts.repair, self.article, self.schema, faulty, self._shown(chunk))
        return Question("repair", self.article, self.schema, self.schema.repair_wire(list(faulty)), messages)

    def repair_overview(self, numbers: Collection[int], faulty: Faulty) -> Question:
        """What is asked about the headline and the abstract of the whole that did not hold."""
        assert self.prompts is not None  # noqa: S101
        shown = show_article(self.article, numbers)
        messages = repair_messages(self.prompts.repair, self.article, self.schema, faulty, shown)
        return Question("repair", self.article, self.schema, self.schema.repair_wire(list(faulty)), messages)

    def overview(self, numbers: Collection[int]) -> Question:
        """What is asked about the whole from these sentences."""
        assert self.prompts is not None  # noqa: S101
        messages = overview_messages(self.prompts.overview, self.article, numbers)
        return Question("overview", self.article, self.schema, overview_wire(self.schema), messages)

    async def ask(
        self, questions: Sequence[Question], ends_run: tuple[type[Exception], ...] = ENDS_RUN
    ) -> list[Answer | ModelError]:
        """What came of each question, which the account knows then. Raises as `answers_of` does."""
        found = await answers_of(self.model, questions, ends_run, self.at_once)
        for one in found:
            if isinstance(one, Answer):
                self.account.answers.append(one)
            else:
                self.account.failed.append(one)
        return found

    def note(self, words: str, logged: str | None = None) -> None:
        """Says what went other than planned, in the output and (in the words `logged`) at once, if it is not `HELD`."""
        line = f"{self.article.path or 'text'}: {logged or words}"
        held = HELD.get()
        if held is None:
            log.warning("%s", line)
        else:
            held.append(line)
        self.account.notes.append(words)

    def _shown(self, chunk: Chunk) -> str | None:
        """A section as the prompt shows it; None for the whole article, which is shown as any."""
        if self.prompts is None or self.is_whole(chunk):
            return None
        return show_section(self.prompts.section, self.article, chunk.numbers, chunk.first, chunk.last)
