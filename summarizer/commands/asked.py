"""The options by which articles are read: several commands take them all, and hand them on together."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any, Concatenate, ParamSpec, get_type_hints

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
class Asked:
    """Who is asked about an article and how, as the options say it."""

    model: ModelOption = None
    fallback: FallbackOption = None
    fallback_above: FallbackAboveOption = None
    escalate: EscalateOption = None
    escalate_above: EscalateAboveOption = None
    base_url: BaseUrlOption = None
    policy: PolicyOption = "flag"
    repair: RepairOption = 1
    passes: PassesOption = 1
    section_tokens: SectionTokensOption = SECTION_TOKENS
    judge: JudgeOption = False
    judge_model: JudgeModelOption = None
    prompts: PromptsOption = None
    timeout: TimeoutOption = None
    reasoning_effort: EffortOption = None
    temperature: TemperatureOption = None
    max_output_tokens: MaxOutputOption = None

    @property
    def judged_by(self) -> bool | str:
        """Whether a model judges too, or which one."""
        return self.judge if self.judge_model is None else self.judge_model


def takes_asked(**defaults: Any) -> Callable[[Callable[Concatenate[Asked, P], int]], Callable[..., int]]:
    """Gives a command whose first parameter is an `Asked` the options of its members in that one's place; `defaults`
    are those that differ."""

    def decorate(command: Callable[Concatenate[Asked, P], int]) -> Callable[..., int]:
        hints = get_type_hints(Asked, include_extras=True)
        mine = get_type_hints(command, include_extras=True)
        kind = inspect.Parameter.KEYWORD_ONLY
        options = [
            inspect.Parameter(one.name, kind, default=defaults.get(one.name, one.default), annotation=hints[one.name])
            for one in fields(Asked)
            if one.default is not MISSING
        ]
        _, *others = inspect.signature(command).parameters.values()
        own = [one.replace(kind=kind, annotation=mine[one.name]) for one in others]
        first = [one for one in own if one.default is inspect.Parameter.empty]
        rest = [one for one in own if one.default is not inspect.Parameter.empty]

        @functools.wraps(command)
        def run(**given: Any) -> int:
            asked = Asked(**{one.name: given.pop(one.name, one.default) for one in options})
            return command(asked, **given)  # type: ignore[call-arg]

        parameters = [*first, *options, *rest]
        run.__signature__ = inspect.Signature(parameters, return_annotation=int)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters} | {"return": int}
        return run

    return decorate
