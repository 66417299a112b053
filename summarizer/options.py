"""The options that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model", "-m", help="provider/name, or offline. See `summarizer models`.", metavar="MODEL", show_default=False
    ),
]
FallbackOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fallback",
        help="The model that is asked where those before it fail; may be repeated. At last perhaps offline.",
        metavar="MODEL",
        show_default=False,
    ),
]
FallbackAboveOption = Annotated[
    float | None,
    typer.Option(
        "--fallback-above",
        help="The share of records that do not hold above which the next fallback is asked (0.5).",
        min=0.0,
        max=1.0,
        metavar="SHARE",
        show_default=False,
    ),
]
EscalateOption = Annotated[
    str | None,
    typer.Option(
        "--escalate",
        help="The better model, for articles on which the verdicts on the others' records are bad.",
        metavar="MODEL",
        show_default=False,
    ),
]
EscalateAboveOption = Annotated[
    float | None,
    typer.Option(
        "--escalate-above",
        help="The share of records that do not hold above which an article is escalated (0.1).",
        min=0.0,
        max=1.0,
        metavar="SHARE",
        show_default=False,
    ),
]
BaseUrlOption = Annotated[
    str | None, typer.Option("--base-url", help="Any OpenAI-compatible server.", metavar="URL", show_default=False)
]
SchemaOption = Annotated[
    str | None,
    typer.Option(
        "--schema",
        help="Your own record class. The file is run to load it.",
        metavar="FILE.py:Class",
        show_default=False,
    ),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help="What a field is, such as price=money, or a .toml or .json file that says so. May be repeated.",
        metavar="PATH=KIND|FILE",
        show_default=False,
    ),
]
PolicyOption = Annotated[
    Literal["flag", "drop", "fail"],
    typer.Option("--policy", help="Altered and unsupported records: keep and mark them, drop them, fail the article."),
]
RepairOption = Annotated[
    int, typer.Option("--repair", help="How often faulty records go back to the model at most.", min=0, metavar="N")
]
SectionTokensOption = Annotated[
    int,
    typer.Option(
        "--section-tokens",
        help="Tokens of a long article that are asked about at once; a longer one goes section by section.",
        min=200,
        metavar="N",
    ),
]
PassesOption = Annotated[
    int,
    typer.Option("--passes", help="How often the records are asked for, each time those missing.", min=1, metavar="N"),
]
SECTION_TOKENS = 3_000
"""What `--section-tokens` is where nothing is said, as in `summarizer.asking.chunks`, which loads too much for help."""
JudgeOption = Annotated[
    bool,
    typer.Option("--judge", help="Also ask a model whether the cited sentences entail the statements."),
]
JudgeModelOption = Annotated[
    str | None,
    typer.Option(
        "--judge-model", help="The model that judges, if another; implies --judge.", metavar="MODEL", show_default=False
    ),
]
PromptsOption = Annotated[
    Path | None,
    typer.Option(
        "--prompts", help="A folder of prompts to use instead of the built-in ones.", metavar="DIR", show_default=False
    ),
]
PublishedOption = Annotated[
    datetime | None,
    typer.Option(
        "--published",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help='The day the article was published: what "on Tuesday" is read against.',
        show_default=False,
    ),
]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        "--timeout", help="Seconds to wait for one answer of the model.", min=0.1, metavar="SECONDS", show_default=False
    ),
]
EffortOption = Annotated[
    Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | None,
    typer.Option(
        "--reasoning-effort",
        help="How much the model thinks before it answers: none, minimal, low, medium, high, xhigh or max.",
        metavar="EFFORT",
        show_default=False,
    ),
]
TemperatureOption = Annotated[
    float | None,
    typer.Option(
        "--temperature", help="The model's temperature, if it takes one.", min=0.0, metavar="T", show_default=False
    ),
]
MaxOutputOption = Annotated[
    int | None,
    typer.Option(
        "--max-output-tokens",
        help="Tokens that one answer may have; a longer one is asked for in parts, or kept as far as whole.",
        min=1,
        metavar="N",
        show_default=False,
    ),
]
RpmOption = Annotated[
    float | None,
    typer.Option("--rpm", help="Requests a minute to the model at most.", min=0.01, metavar="N", show_default=False),
]
TpmOption = Annotated[
    float | None,
    typer.Option(
        "--tpm", help="Tokens a minute at most, with those of the answers.", min=1, metavar="N", show_default=False
    ),
]
PatienceOption = Annotated[
    float | None,
    typer.Option(
        "--patience",
        help="Seconds to wait for a model's service that is down (600).",
        min=0,
        metavar="SECONDS",
        show_default=False,
    ),
]
BudgetOption = Annotated[
    float | None,
    typer.Option(
        "--budget",
        help="US dollars that all runs into OUT together may cost; no article is begun that they might not cover.",
        min=0.0,
        metavar="USD",
        show_default=False,
    ),
]
PriceOption = Annotated[
    str | None,
    typer.Option(
        "--price",
        help="US dollars for a million tokens in and out, where the price list does not know: 0.25,2; with those from "
        "a cache 0.25,2,0.025; or the list's for provider/name.",
        metavar="IN,OUT",
        show_default=False,
    ),
]
PricesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--price",
        help="US dollars for a million tokens in and out, where the price list does not know: 0.25,2; with those from "
        "a cache 0.25,2,0.025; or the list's for provider/name. Of another model than --model: NAME=2,8.",
        metavar="IN,OUT",
        show_default=False,
    ),
]
ShardOption = Annotated[
    str | None,
    typer.Option(
        "--shard",
        help="Only the I-th of N parts of the folder, by content; each into an OUT of its own. See `summarizer merge`.",
        metavar="I/N",
        show_default=False,
    ),
]
ReportOption = Annotated[
    bool | None,
    typer.Option(
        "--report/--no-report",
        help="The HTML report of all results, OUT/report.html; up to 20,000 articles where neither is said.",
        show_default=False,
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but errors.")]
