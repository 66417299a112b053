"""What articles will take of the models: tokens and dollars, from the articles' lengths alone.

All is linear in three sums over the articles (`Lengths`), so that a million of them need no list. The figures that are
measured, and those that are assumed, are told apart in docs/cost.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import cached_property
from math import ceil
from typing import Self

from pydantic import BaseModel

from summarizer.article import Article
from summarizer.asking.chunks import CONTEXT_TOKENS, HEAD_TOKENS
from summarizer.batch.tokens import article_tokens
from summarizer.judging.wire import Judgements
from summarizer.models.base import Model
from summarizer.models.pricing import PriceList, Prices, prices_of
from summarizer.models.providers import OFFLINE
from summarizer.models.strict import wire_schema
from summarizer.pipeline import Pipeline
from summarizer.schema import NEWS
from summarizer.text.tokens import count_tokens

ANSWER, ANSWER_PER_TOKEN = 319.0, 1.99
"""Tokens of an answer about business news: so many, and so many for each token of the article. Fitted on the 19 answers
that are recorded in `cassettes/` (residual 198 tokens; each left out in turn, it is missed by 14% on average):
`python -m benchmarks.cost`."""
LONGEST_RECORDED = 611
"""Tokens of the longest of those articles: what is said of longer ones lies outside of what was seen."""
OWN_ANSWER_PER_TOKEN = 1.0
"""The same for records of one's own, of which nothing is known: as in the two recordings there are."""
REPAIR_INPUT, REPAIR_OUTPUT = 150.0, 150.0
"""Tokens that a repair adds to the request, and those of its answer; 73 to 150 in the three recordings."""
OVERVIEW_PROMPT, OVERVIEW_PER_SECTION, OVERVIEW_ANSWER = 500.0, 150.0, 200.0
"""Tokens of the question about the whole of an article that was asked about section by section, so many and so many for
each section, and of its answer; assumed."""
KNOWN, FURTHER = 0.3, 0.25
"""By how much a further pass is told of what the first has found, and how much it finds, for each token of the first
answer; assumed."""
JUDGED_PER_TOKEN, JUDGE_PER_TOKEN = 0.36, 0.14
"""Tokens of the statements that a judge is shown, and of its answer, for each of the answer that it judges: as
recorded, once."""


@dataclass(frozen=True)
class Cache:
    """How a service keeps the beginning of a request that it has seen before, unasked."""

    least: int
    """Tokens from which on it does."""
    step: int = 1
    """It keeps a multiple of so many."""

    def of(self, prefix: float) -> float:
        """Tokens that can come from the cache where so many are the same in every request."""
        return prefix // self.step * self.step if prefix >= self.least else 0.0


CACHES: Mapping[str, Cache] = {
    "deepseek": Cache(64, 64),
    "google": Cache(2_048),
    "groq": Cache(1_024),
    "openai": Cache(1_024, 128),
    "x-ai": Cache(1_024),
}
"""By the price list's name. Anthropic and Mistral keep nothing that a request does not ask them to keep."""

THINKS = re.compile(
    r"(?:^|/)(?:o[1-9](?:-|$)|gpt-5(?:-mini|-nano|-pro)?(?:-2\d{3}-\d\d-\d\d)?$|gpt-oss|deepseek-r(?:1|easoner)"
    r"|gemini-(?:2\.5-(?:pro|flash(?!-lite))|[3-9])|grok-(?:3-mini|4)(?!.*non-reasoning)|magistral|qwq)|thinking",
    re.IGNORECASE,
)
"""Models that think before they answer unless they are told not to; the thoughts are paid for as output."""


@dataclass(frozen=True)
class Case:
    """One way in which it may turn out."""

    counted: float
    """Tokens of the input, where the count says 1."""
    answered: float
    """The same of the answers about news."""
    own: float
    """The same of the answers with records of one's own."""
    beyond: float
    """By how much answers grow with articles that are longer than the recorded ones, where the recordings say 1."""
    thoughts: float
    """Tokens of thoughts for each of the answer, of a model that thinks."""
    hits: float
    """The share of the requests whose beginning comes from the cache."""
    repaired: float
    """The share of the articles that take a repair."""
    fallen_back: float
    """The share of the articles that each fallback is asked about."""
    escalated: float
    """The share of the articles that the better model is asked about."""


LOW = Case(0.93, 0.65, 0.25, 0.5, 0.0, 1.0, 0.0, 0.0, 0.0)
LIKELY = Case(1.0, 1.0, 1.0, 1.0, 1.0, 0.8, 0.25, 0.0, 0.2)
HIGH = Case(1.08, 1.5, 4.0, 1.0, 3.0, 0.0, 1.0, 0.0, 1.0)
CASES = (LOW, LIKELY, HIGH)


@dataclass(frozen=True)
class Lengths:
    """How long articles are, all together."""

    articles: float = 0.0
    tokens: float = 0.0
    short: float = 0.0
    """Tokens, of each question `LONGEST_RECORDED` at most."""
    questions: float = 0.0
    """What is asked first: one question an article, or one for each section of a long one."""
    long: float = 0.0
    """Articles that are asked about section by section."""
    repeated: float = 0.0
    """Tokens of such articles that are shown with more than one section."""

    @classmethod
    def of(cls, tokens: float, questions: int = 1) -> Self:
        """One article of so many tokens, asked about with so many questions."""
        short = questions * min(tokens / questions, LONGEST_RECORDED)
        repeated = float((questions - 1) * (HEAD_TOKENS + CONTEXT_TOKENS))
        return cls(1.0, tokens, short, float(questions), float(questions > 1), repeated)

    def __add__(self, other: Lengths) -> Lengths:
        return Lengths(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def times(self, factor: float) -> Lengths:
        """As many times as many of them."""
        return Lengths(*(one * factor for one in astuple(self)))


@dataclass(frozen=True)
class Taken:
    """Requests and their tokens; on average, so that they need not be whole."""

    requests: float = 0.0
    input: float = 0.0
    cached: float = 0.0
    """Of the input, what comes from the service's cache."""
    output: float = 0.0

    def __add__(self, other: Taken) -> Taken:
        return Taken(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def times(self, factor: float) -> Taken:
        """So many times as much."""
        return Taken(*(one * factor for one in astuple(self)))

    def at(self, prices: Prices) -> float:
        """US dollars."""
        return prices.of(self.input, self.cached, self.output)


@dataclass(frozen=True)
class Forecast:
    """What articles take: of the extraction, its repairs, the judge, and the further models of a route."""

    extraction: Taken
    repairs: Taken
    judge: Taken
    others: tuple[Taken, ...] = ()
    """What each further model of a route takes, repairs included."""

    @property
    def total(self) -> Taken:
        """All of it."""
        return sum(self.others, self.extraction + self.repairs + self.judge)

    @property
    def rest(self) -> Forecast:
        """What comes after the first answer."""
        return Forecast(Taken(), self.repairs, self.judge, self.others)


@dataclass(frozen=True)
class _Asked:
    """A model, and what every request to it begins with."""

    model: Model
    prefix: int
    """Tokens of the instructions and the schema."""

    @property
    def list(self) -> PriceList:
        """Where its prices are."""
        holder = getattr(self.model, "endpoint", self.model)
        found: PriceList = getattr(holder, "price_list", None)
        return found

    @property
    def name(self) -> str:
        """What the service calls it."""
        found: str = getattr(self.model, "model", self.model.name)
        return found

    @cached_property
    def prices(self) -> Prices | None:
        """What its tokens cost; None where nobody knows."""
        return prices_of(self.name, self.list)

    @cached_property
    def batch_prices(self) -> Prices | None:
        """What they cost in the service's batches; None where that is not known, or no less."""
        return prices_of(self.name, self.list, provider_batch=True)

    @cached_property
    def cached(self) -> float:
        """Tokens of the prefix that the service keeps."""
        prices = self.list
        if isinstance(prices, Prices):
            found = Cache(1_024) if prices.cached_input < prices.input else None
        else:
            found = CACHES.get(prices or "")
        return found.of(self.prefix) if found else 0.0

    @cached_property
    def thinks(self) -> bool:
        """Whether its thoughts are paid for."""
        return THINKS.search(self.name) is not None


class Forecaster:
    """Tells what articles will take of a pipeline."""

    def __init__(self, pipeline: Pipeline) -> None:
        judge = pipeline.judge
        self._own = pipeline.settings.schema is not NEWS
        self._repairs = pipeline.settings.repairs
        self._extraction, *self._others = [
            _Asked(one, _prefix(way)) if one.name != OFFLINE else None
            for one, way in zip(pipeline.models, pipeline.ways, strict=True)
        ]
        self.roles = [role for role in pipeline.route if isinstance(role, str)][1:]
        """What the further models of a route are asked as."""
        self._judge = None
        if judge is not None:
            told = judge.prompt.system + judge.prompt.user
            self._judge = _Asked(judge.model, count_tokens(told) + _schema_tokens(Judgements))
        self._section_tokens = pipeline.settings.section_tokens
        self._passes = pipeline.settings.passes
        self.asked = [one for one in (self._extraction, *self._others, self._judge) if one is not None]
        """Who is asked, the models and the judge; none where all is free."""

    @property
    def thinks(self) -> bool:
        """Whether a model thinks before it answers, at a length that nobody can tell."""
        return any(one.thinks for one in self.asked)

    def unpriced(self) -> list[str]:
        """The models whose prices nobody knows."""
        return list(dict.fromkeys(one.model.name for one in self.asked if one.prices is None))

    def lengths(self, tokens: float) -> Lengths:
        """Those of one article of so many tokens, which may be asked about section by section."""
        return Lengths.of(tokens, max(1, ceil(tokens / self._section_tokens)))

    def of(self, lengths: Lengths, case: Case = LIKELY) -> Forecast:
        """What articles of these lengths take."""
        answers = self._answers(lengths, case)
        extraction, repairs = self._of(self._extraction, lengths, case, answers)
        judge = Taken()
        shares = {"fallback": case.fallen_back, "escalation": case.escalated}
        others = tuple(
            sum(self._of(one, lengths, case, answers), Taken()).times(shares[role])
            for one, role in zip(self._others, self.roles, strict=True)
        )
        if self._judge is not None:
            shown = self._judge.prefix * lengths.articles + lengths.tokens + JUDGED_PER_TOKEN * answers
            judge = Taken(
                lengths.articles,
                shown * case.counted,
                case.hits * self._judge.cached * lengths.articles,
                JUDGE_PER_TOKEN * answers * (1 + case.thoughts * self._judge.thinks),
            )
        return Forecast(extraction, repairs, judge, others)

    def _of(self, asked: _Asked | None, lengths: Lengths, case: Case, answers: float) -> tuple[Taken, Taken]:
        """What a model takes for the records of articles that are answered with so many tokens, and for its repairs."""
        if asked is None:
            return Taken(), Taken()
        shown = asked.prefix * lengths.questions + lengths.tokens + lengths.repeated
        thoughts = 1 + case.thoughts * asked.thinks
        hits = case.hits * asked.cached * lengths.questions
        extraction = Taken(lengths.questions, shown * case.counted, hits, answers * thoughts)
        if self._passes > 1:
            known = Taken(0.0, KNOWN * answers * case.counted, 0.0, -(1 - FURTHER) * answers * thoughts)
            extraction += (extraction + known).times(self._passes - 1)
        if lengths.long and not self._own:
            told = OVERVIEW_PROMPT * lengths.long + OVERVIEW_PER_SECTION * lengths.questions
            extraction += Taken(lengths.long, told * case.counted, 0.0, OVERVIEW_ANSWER * lengths.long * thoughts)
        share = sum(case.repaired**number for number in range(1, self._repairs + 1))
        repairs = Taken(
            lengths.questions * share,
            (shown + REPAIR_INPUT * lengths.questions) * share * case.counted,
            0.0,  # another schema stands before the instructions
            REPAIR_OUTPUT * lengths.questions * share * thoughts,
        )
        return extraction, repairs

    def dollars(self, forecast: Forecast, *, provider_batch: bool = False) -> float | None:
        """US dollars for it; None where nobody knows a price."""
        cost = 0.0
        for asked, taken in (
            (self._extraction, forecast.extraction + forecast.repairs),
            (self._judge, forecast.judge),
            *zip(self._others, forecast.others, strict=False),
        ):
            if asked is None:
                continue
            prices = asked.batch_prices if provider_batch else asked.prices
            if prices is None:
                return None
            cost += taken.at(prices)
        return cost

    def _answers(self, lengths: Lengths, case: Case) -> float:
        """Tokens of the answers, without thoughts."""
        if self._own:
            return OWN_ANSWER_PER_TOKEN * lengths.tokens * case.own
        seen = lengths.short + (lengths.tokens - lengths.short) * case.beyond
        return (ANSWER * lengths.questions + ANSWER_PER_TOKEN * seen) * case.answered


def _prefix(pipeline: Pipeline) -> int:
    """Tokens of a question without its article, and of the schema."""
    if not pipeline.model.needs_prompt:
        return 0
    article = Article.from_text("A.")
    messages = pipeline.question(article).messages
    told = sum(count_tokens(message.content) for message in messages) - article_tokens(article)
    return told + _schema_tokens(pipeline.settings.schema.wire)


def _schema_tokens(wire: type[BaseModel]) -> int:
    """Tokens of the shape that an answer is held to, which services count as input too."""
    return count_tokens(json.dumps(wire_schema(wire), separators=(",", ":")))
