"""One article's way where several models may be asked: the route.

The first model is asked, and where it fails, or too much of what it says does not hold, the next: the fallbacks in
order. Of what they say the best is taken; where that is bad by the measure of `Rules`, or nobody has answered, the
better model is asked, to which the article is escalated. The judge and the policy see the records that are kept and no
others.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import pairwise

from summarizer.article import Article
from summarizer.asking.asker import HELD
from summarizer.asking.together import AT_ONCE
from summarizer.errors import ConfigurationError, ModelError
from summarizer.models.base import Model
from summarizer.models.standby import OUTAGES, Guarded, Standby, all_failed, told
from summarizer.pipeline import Pipeline, Settings, Verified
from summarizer.records import Attempt, Provenance, Usage
from summarizer.routing.checking import Role, check_route
from summarizer.routing.rules import Rules, Standing, is_empty, sections_missed

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Leg:
    """One model of a route."""

    role: Role
    name: str
    pipeline: Pipeline


@dataclass
class _Tried:
    """What became of a leg."""

    leg: _Leg
    verified: Verified | None = None
    fault: ModelError | None = None
    reason: str | None = None
    """Why the next was asked."""
    sentences: int = 0
    """Of the article."""
    missed: Sequence[str] = ()
    """Sections that it left empty although the rules find something for them."""
    held: Sequence[str] = ()
    """What there is to say of its records, if they are kept."""

    @property
    def standing(self) -> Standing:
        return Standing() if self.verified is None else Standing.of(self.verified.sections)

    @property
    def unread(self) -> int:
        """Sentences of a long article that it was asked about in vain."""
        ranges = self.verified.provenance.unread if self.verified else ()
        return sum(one.last - one.first + 1 for one in ranges)

    @property
    def worth(self) -> float:
        """What its records are worth, less by the share of the article that they are not from: so far a part and a
        whole can be compared."""
        worth = self.standing.worth
        return worth * (1 - self.unread / self.sentences) if worth > 0 and self.sentences else worth

    def paid(self) -> tuple[int, Usage, float | None]:
        """Calls, tokens and US dollars, the last None where they are not known."""
        if self.verified is not None:
            said = self.verified.provenance
            return said.calls, said.usage, said.cost_usd if said.calls or said.cost_usd else 0.0
        assert self.fault is not None  # noqa: S101
        calls = self.fault.calls
        return calls, self.fault.usage or Usage(), self.fault.cost_usd if calls else 0.0


class _LegPipeline(Pipeline):
    """The way with one model: where an outage meets its repair, its records stay as they are."""

    _ends_run = (ConfigurationError,)


class Route(Pipeline):
    """A pipeline that asks `model`, each of `fallbacks` where those before failed, and `better` where that is not good
    enough. Safe for many articles at once.

    Raises `ConfigurationError` where the route has a model twice, one behind the offline rules, which never fail, or
    rules that do not know the schema.
    """

    def __init__(
        self,
        model: Model,
        settings: Settings | None = None,
        judge: Model | None = None,
        *,
        fallbacks: Sequence[Model] = (),
        better: Model | None = None,
        rules: Rules | None = None,
    ) -> None:
        settings = settings or Settings()
        self.rules = rules or Rules()
        roles: list[tuple[Role, Model]] = [("model", model), *(("fallback", one) for one in fallbacks)]
        if better is not None:
            roles.append(("escalation", better))
        check_route(roles, settings)
        self.fallbacks, self.better = tuple(fallbacks), better
        self._models = tuple(one for _, one in roles)
        self._legs = tuple(_Leg(role, one.name, _LegPipeline(_guarded(one), settings)) for role, one in roles)
        self._judge_apart = judge is not None and all(judge is not one for one in self._models)
        if judge is model and fallbacks:
            # Who judges must not be missing where another answers.
            asked = [leg.pipeline.model for leg in self._legs if leg.role != "escalation"]
            judge = Standby([one for one in asked if one.needs_prompt] or asked)
        super().__init__(model, settings, judge)
        self.waits = any(leg.pipeline.waits for leg in self._legs) or self.waits

    @property
    def models(self) -> tuple[Model, ...]:
        """Who may be asked for the records: the model, the fallbacks, the better one."""
        return self._models

    @property
    def ways(self) -> tuple[Pipeline, ...]:
        """The way with each of them."""
        return tuple(leg.pipeline for leg in self._legs)

    @property
    def route(self) -> Sequence[object]:
        """What each of them is asked as, and the rules."""
        return [*self.roles, *astuple(self.rules)]

    @property
    def roles(self) -> tuple[Role, ...]:
        """What each of them is asked as."""
        return tuple(leg.role for leg in self._legs)

    def asked(self, name: str) -> Model:
        """The one of them that is called so, as it is asked."""
        return next(leg.pipeline.model for leg in self._legs if leg.name == name)

    @property
    def prompt_hashes(self) -> tuple[str, ...]:
        """The hashes of the prompts that the models are asked with."""
        return next((hashes for leg in self._legs if (hashes := leg.pipeline.prompt_hashes)), ())

    def with_models(self, put: Callable[[Model], Model], at_once: int | None = AT_ONCE) -> Route:
        """The same route with what `put` makes of its models in their places, asked so much `at_once`."""
        changed = super().with_models(put, at_once)
        assert isinstance(changed, Route)  # noqa: S101
        changed._legs = tuple(replace(leg, pipeline=leg.pipeline.with_models(put, at_once)) for leg in self._legs)
        return changed

    async def close(self) -> None:
        """Gives up the connections of the models."""
        for leg in self._legs:
            await leg.pipeline.close()
        if self._judge is not None and self._judge_apart:
            await self._judge.model.close()

    async def verified(self, article: Article) -> Verified:
        """The best of what the models say of `article`, verified and repaired.

        Raises a `ModelError` that names each where all failed, and `ConfigurationError` as `Pipeline.run` does.
        """
        tried: list[_Tried] = []
        better: _Leg | None = None
        for leg in self._legs:
            if leg.role == "escalation":
                better = leg
            elif not tried or await self._has_failed(article, tried[-1]):
                await _add(leg, article, tried)
        if better is not None and await self._is_bad(article, tried):
            await _add(better, article, tried)
        return _kept(article, tried)

    async def _has_failed(self, article: Article, tried: _Tried) -> bool:
        """Whether the next fallback is to be asked."""
        if tried.unread:
            tried.reason = _unread(tried)
        elif tried.fault is None and tried.standing.share > self.rules.fallback_above:
            tried.reason = tried.standing.words()
        elif tried.verified is not None and is_empty(tried.verified.sections):
            # An answer without a record says that there is nothing to say: where there is, the model has failed.
            tried.missed = await sections_missed(article, tried.verified.sections)
            tried.reason = _missed(tried)
        return tried.reason is not None

    async def _is_bad(self, article: Article, tried: Sequence[_Tried]) -> bool:
        """Whether the better model is to be asked."""
        best = _best(tried)
        if best is None or best.verified is None:
            # In an outage, which concerns all articles, they would all go to the dearer model.
            return not all(isinstance(one.fault, OUTAGES) for one in tried)
        if best.unread:
            best.reason = _unread(best)
        elif best.standing.share > self.rules.escalate_above:
            best.reason = best.standing.words()
        elif missed := await sections_missed(article, best.verified.sections):
            best.missed = missed
            best.reason = _missed(best)
        return best.reason is not None


def _guarded(model: Model) -> Model:
    """`model`, left out after an outage; the offline rules have none."""
    return Guarded(model) if getattr(model, "waits", True) else model


async def _add(leg: _Leg, article: Article, tried: list[_Tried]) -> None:
    """Tries a leg; what it misses is looked for where another one missed something, by which they are compared."""
    tried.append(await _try(leg, article))
    if any(one.missed for one in tried) and (last := tried[-1].verified) is not None:
        tried[-1].missed = await sections_missed(article, last.sections)


async def _try(leg: _Leg, article: Article) -> _Tried:
    held: list[str] = []
    token = HELD.set(held)
    try:
        return _Tried(leg, await leg.pipeline.verified(article), sentences=len(article.sentences), held=held)
    except ModelError as fault:
        return _Tried(leg, fault=fault, reason=told(leg.name, fault))
    finally:
        HELD.reset(token)


def _best(tried: Sequence[_Tried]) -> _Tried | None:
    """The one whose records are kept: what misses no section goes first, then what is worth more, then what is from
    more of the text, then what the model says that was asked later. None where there are none."""
    done = [at for at, one in enumerate(tried) if one.verified is not None]
    if not done:
        return None
    return tried[max(done, key=lambda at: (-len(tried[at].missed), tried[at].worth, -tried[at].unread, at))]


def _missed(tried: _Tried) -> str | None:
    """`no deals and no quotes, where the offline rules find some`; None where nothing was missed."""
    if not tried.missed:
        return None
    return f"no {' and no '.join(tried.missed)}, where the offline rules find some"


def _unread(tried: _Tried) -> str:
    return "1 sentence was not read" if tried.unread == 1 else f"{tried.unread} sentences were not read"


def _kept(article: Article, tried: Sequence[_Tried]) -> Verified:
    """The best records, with what all of them took in their provenance."""
    best = _best(tried)
    if best is None or best.verified is None:
        raise all_failed([(one.leg.name, one.fault) for one in tried if one.fault is not None])
    for line in best.held:
        log.warning("%s", line)
    if len(tried) == 1:
        return best.verified
    notes = list(_notes(tried, best))
    for note in notes:
        log.info("%s: %s", article.path or "text", note)
    return replace(best.verified, provenance=_provenance(tried, best, best.verified.provenance, notes))


def _provenance(tried: Sequence[_Tried], best: _Tried, said: Provenance, notes: Sequence[str]) -> Provenance:
    paid = [one.paid() for one in tried]
    costs = [cost for _, _, cost in paid]
    free = not any(calls for calls, _, _ in paid)
    return said.model_copy(
        update={
            "calls": sum(calls for calls, _, _ in paid),
            "usage": sum((usage for _, usage, _ in paid), Usage()),
            "cost_usd": said.cost_usd if free else None if None in costs else sum(cost or 0.0 for cost in costs),
            "notes": [*notes, *said.notes],
            "attempts": [_attempt(one, kept=one is best) for one in tried],
        }
    )


def _attempt(tried: _Tried, *, kept: bool) -> Attempt:
    calls, usage, cost = tried.paid()
    return Attempt(
        model=tried.leg.name,
        role=tried.leg.role,
        outcome="failed" if tried.verified is None else "kept" if kept else "outdone",
        reason=tried.reason,
        error=None if tried.fault is None else type(tried.fault).__name__,
        records=tried.standing.records,
        faulty=tried.standing.faulty,
        calls=calls,
        usage=usage,
        cost_usd=cost,
    )


def _notes(tried: Sequence[_Tried], best: _Tried) -> Iterator[str]:
    """What went other than planned, in a line each."""
    for one, after in pairwise(tried):
        reason = one.reason or "its records could be better"
        said = reason if one.fault is not None else f"{one.leg.name}: {reason}"
        yield f"{said}; {after.leg.name} was asked"
    if tried[-1].fault is not None:
        yield f"{tried[-1].reason}; the records of {best.leg.name} are kept"
    elif best is not tried[-1]:
        last = tried[-1]
        kept = f"the records of {best.leg.name} are kept"
        if best.unread > last.unread:
            yield f"{last.leg.name}: {_holding(last)}; {kept} ({_holding(best)}), though {_unread(best)}"
        else:
            yield f"{last.leg.name}: {last.standing.words()}; {kept}, which hold better"


def _holding(tried: _Tried) -> str:
    standing = tried.standing
    return f"{standing.records - standing.faulty} of {standing.records} records hold"
