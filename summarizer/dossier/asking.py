"""A model that proposes matches: it is shown the tops of two articles that names alone do not bring together.

It may be a nickname ("Big Blue") or a product that stands for its maker. The model says whether both tell one event and
cites the sentences that show it. Its word only proposes: `proposals` decides, and what contradicts stays apart.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.article import Article
from summarizer.coroutines import run_to_end
from summarizer.dossier.proposals import GroupView, Proposal
from summarizer.errors import ENDS_RUN, ConfigurationError, ModelError
from summarizer.models.base import Answer, Model, Question
from summarizer.prompts import load_prompt, match_messages
from summarizer.records import Usage
from summarizer.schema import NEWS

if TYPE_CHECKING:
    from summarizer.models.chat import ChatOptions

log = logging.getLogger(__name__)
MOST_PAIRS = 200
"""Pairs that a model is asked about at most, the nearest in time first."""


class Matched(BaseModel):
    """What a model says of two articles: strict, every field required."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # The sentences and the reason come before the label, so that the label is given with them in view.
    first: Annotated[list[int], Field(description="numbers of the first article's sentences that show its event")]
    second: Annotated[list[int], Field(description="the same of the second article")]
    reason: Annotated[str, Field(description="what makes them one event or two, at most 25 words")]
    label: Literal["same", "different", "unclear"]


@dataclass
class Asked:
    """What asking has come to."""

    pairs: int = 0
    left: int = 0
    """Pairs beyond `MOST_PAIRS`, which nobody was asked about."""
    proposed: int = 0
    failed: int = 0
    calls: int = 0
    usage: Usage = field(default_factory=Usage)
    cost_usd: float | None = 0.0
    """None where a price is not known."""

    def told(self, joined: int) -> str:
        """It in a line: how many pairs, what came of them, and the price."""
        price = "at an unknown price" if self.cost_usd is None else f"for USD {self.cost_usd:.4f}"
        failed = f", {self.failed:,} without an answer" if self.failed else ""
        left = f", {self.left:,} more were left" if self.left else ""
        came = f"{self.proposed:,} proposed as one event, {joined:,} joined"
        return f"pairs of articles asked about: {self.pairs:,}, {price}{failed}{left}; {came}"


class ModelProposer:
    """Proposes matches of groups by asking a chat model, which is given or opened by its name.

    model       a model, which stays open, or its name as that of `summarizer.summarize`, None for the default one
    prompts     a folder whose `match.md` replaces the built-in one

    `asked` says what it took. Raises `ConfigurationError` where the model takes no prompt, as the offline rules do not,
    and what `ENDS_RUN` names; another failure leaves the pair apart.
    """

    def __init__(
        self,
        model: Model | str | None = None,
        *,
        base_url: str | None = None,
        prompts: Path | None = None,
        options: ChatOptions | None = None,
    ) -> None:
        from summarizer.models.providers import open_model

        self._opened = model is None or isinstance(model, str)
        if model is None or isinstance(model, str):
            model = open_model(model, base_url=base_url, options=options)
        if not model.needs_prompt:
            raise ConfigurationError(
                f"{model.name} cannot be asked whether two articles match, as the rules decide in any case: name a "
                "chat model with --model"
            )
        self.model = model
        self.prompt = load_prompt("match", prompts)
        self.asked = Asked()

    def __call__(self, views: Sequence[GroupView]) -> list[Proposal]:
        """The pairs that the model takes for one event. Works inside a running event loop too."""
        return run_to_end(self._propose(views))

    async def _propose(self, views: Sequence[GroupView]) -> list[Proposal]:
        known = {view.id: view for view in views}
        pairs = [(view, known[other]) for view in views for other in view.open_to if view.id < other and other in known]
        pairs.sort(key=lambda pair: (_days_apart(*pair), pair[0].id, pair[1].id))
        self.asked = Asked(pairs=min(len(pairs), MOST_PAIRS), left=max(0, len(pairs) - MOST_PAIRS))
        try:
            found = await asyncio.gather(*(self._ask(one, other) for one, other in pairs[:MOST_PAIRS]))
        finally:
            if self._opened:
                await self.model.close()
        proposals = [one for one in found if one is not None]
        self.asked.proposed = len(proposals)
        return proposals

    async def _ask(self, one: GroupView, other: GroupView) -> Proposal | None:
        article = Article.from_text("\n".join((*one.top, *other.top)))
        size = len("\n".join(one.top))
        first = [sentence.number for sentence in article.sentences if sentence.start < size]
        second = [sentence.number for sentence in article.sentences if sentence.start >= size]
        messages = match_messages(self.prompt, article, (first, one.day), (second, other.day))
        try:
            answer = await self.model.answer(Question("match", article, NEWS, Matched, messages))
            self._count(answer)
            said = Matched.model_validate(answer.data)
        except ENDS_RUN:
            raise
        except (ModelError, ValidationError) as fault:
            self.asked.failed += 1
            log.warning("whether %s and %s match was not answered: %s", one.id, other.id, fault)
            return None
        cited = set(said.first) & set(first), set(said.second) & set(second)
        if said.label != "same" or not all(cited):
            return None
        texts = tuple(
            " ".join(sentence.text for sentence in article.sentences if sentence.number in numbers) for numbers in cited
        )
        return Proposal(one.id, other.id, said.reason, texts)

    def _count(self, answer: Answer) -> None:
        self.asked.calls += answer.calls
        self.asked.usage += answer.usage
        known = self.asked.cost_usd is not None and answer.cost_usd is not None
        self.asked.cost_usd = (self.asked.cost_usd or 0.0) + (answer.cost_usd or 0.0) if known else None


def _days_apart(one: GroupView, other: GroupView) -> int:
    return abs((one.day - other.day).days) if one.day is not None and other.day is not None else 0
