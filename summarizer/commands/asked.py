"""The options by which a model is asked, and those by which articles are read: several commands take them all, and hand
them on together."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any, Concatenate, ParamSpec, TypeVar, get_type_hints

from summarizer.options import (
    SECTION_TOKENS,
    BaseUrlOption,
    EffortOption,
    EscalateAboveOption,
    EscalateOption,
    FallbackAboveOption,
    FallbackOption,
    JudgeModelOption,
    JudgeOption,
    MaxOutputOption,
    ModelOption,
    PassesOption,
    PolicyOption,
    PromptsOption,
    RepairOption,
    SectionTokensOption,
    TemperatureOption,
    TimeoutOption,
)

P = ParamSpec("P")


@dataclass(frozen=True, kw_only=True)
class ModelAsked:
    """How a model is asked, whatever about, as the options say it."""

    base_url: BaseUrlOption = None
    prompts: PromptsOption = None
    timeout: TimeoutOption = None
    reasoning_effort: EffortOption = None
    temperature: TemperatureOption = None
    max_output_tokens: MaxOutputOption = None

    def given(self) -> list[str]:
        """The options of these that were given: `--base-url`."""
        named = [one.name for one in fields(ModelAsked) if getattr(self, one.name) is not None]
        return [f"--{name.replace('_', '-')}" for name in named]


@dataclass(frozen=True, kw_only=True)
class _ArticlesAsked:
    """Who is asked about articles, and what becomes of the answers."""

    model: ModelOption = None
    fallback: FallbackOption = None
    fallback_above: FallbackAboveOption = None
    escalate: EscalateOption = None
    escalate_above: EscalateAboveOption = None
    policy: PolicyOption = "flag"
    repair: RepairOption = 1
    passes: PassesOption = 1
    section_tokens: SectionTokensOption = SECTION_TOKENS
    judge: JudgeOption = False
    judge_model: JudgeModelOption = None

    @property
    def judged_by(self) -> bool | str:
        """Whether a model judges too, or which one."""
        return self.judge if self.judge_model is None else self.judge_model


@dataclass(frozen=True, kw_only=True)
class Asked(ModelAsked, _ArticlesAsked):
    """Who is asked about an article and how, as the options say it; in help the second base's come first."""


A = TypeVar("A", bound=ModelAsked)


def takes_asked(
    *, after: str | None = None, **defaults: Any
) -> Callable[[Callable[Concatenate[A, P], int]], Callable[..., int]]:
    """Gives a command whose first parameter is a `ModelAsked` or an `Asked` the options of its members in that one's
    place; `defaults` are those that differ. In help they stand behind the parameter `after`, else before all options.
    """

    def decorate(command: Callable[Concatenate[A, P], int]) -> Callable[..., int]:
        mine = get_type_hints(command, include_extras=True)
        kind = inspect.Parameter.KEYWORD_ONLY
        taken, *others = inspect.signature(command).parameters.values()
        members: type[A] = mine[taken.name]
        hints = get_type_hints(members, include_extras=True)
        options = [
            inspect.Parameter(one.name, kind, default=defaults.get(one.name, one.default), annotation=hints[one.name])
            for one in fields(members)
            if one.default is not MISSING
        ]
        own = [one.replace(kind=kind, annotation=mine[one.name]) for one in others]
        first = [one for one in own if one.default is inspect.Parameter.empty]
        rest = [one for one in own if one.default is not inspect.Parameter.empty]
        at = 0 if after is None else [one.name for one in rest].index(after) + 1

        @functools.wraps(command)
        def run(**given: Any) -> int:
            asked = members(**{one.name: given.pop(one.name, one.default) for one in options})
            return command(asked, **given)  # type: ignore[call-arg]

        parameters = [*first, *rest[:at], *options, *rest[at:]]
        run.__signature__ = inspect.Signature(parameters, return_annotation=int)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": int}
        return run

    return decorate
