"""What each tool is given and what it returns, as the schemas say it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from summarizer.records import Verification
from summarizer.verdicts import Verdict

MOST_CHARACTERS = 2_000_000
"""Of one text, or one file."""
MOST_ARTICLES = 200
"""In one dossier."""
MOST_STATEMENTS = 500

Text = Annotated[str, Field(max_length=MOST_CHARACTERS)]
Path = Annotated[str, Field(max_length=4096, description="A file below the folder that the server may read.")]


class Source(BaseModel):
    """An article: its text or its file."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[Text | None, Field(description="The article's text, as plain text.")] = None
    path: Path | None = None
    published: Annotated[
        date | None, Field(description='The day it was published, which "on Tuesday" is read against: 2026-03-04.')
    ] = None

    @model_validator(mode="after")
    def check(self) -> Source:
        """Either of the two."""
        if (self.text is None) == (self.path is None):
            raise ValueError("give one of `text` and `path` (a file, where the server was started with --root)")
        return self


class ExtractInput(Source):
    """What `extract` is given."""


class VerifyInput(Source):
    """What `verify` is given."""

    statements: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=10_000)]] | None,
        Field(
            min_length=1,
            max_length=MOST_STATEMENTS,
            description="Sentences that the article should bear out, one claim each.",
        ),
    ] = None
    extraction: Annotated[
        dict[str, Any] | list[Any] | None,
        Field(
            description="JSON that was extracted from the article: records as `extract` returns them, or any other "
            "shape, whose strings are looked up as copied words and whose numbers as numbers of the article."
        ),
    ] = None
    mapping: Annotated[
        dict[str, Any] | None,
        Field(description='What fields of `extraction` are: {"fields": {"company.ceo": "name", "price": "money"}}.'),
    ] = None

    @model_validator(mode="after")
    def check_what(self) -> VerifyInput:
        """Either of the two."""
        if (self.statements is None) == (self.extraction is None):
            raise ValueError("give `statements` or `extraction`, one of them")
        if self.mapping is not None and self.extraction is None:
            raise ValueError("`mapping` goes with `extraction`")
        return self


class DossierInput(BaseModel):
    """What `dossier` is given."""

    model_config = ConfigDict(extra="forbid")

    articles: Annotated[
        list[Source] | None, Field(min_length=2, max_length=MOST_ARTICLES, description="Articles about one event.")
    ] = None
    output: Annotated[
        str | None,
        Field(
            max_length=4096,
            description="The output folder of `summarizer batch`, or a file of summaries, below the folder that the "
            "server may read.",
        ),
    ] = None

    @model_validator(mode="after")
    def check(self) -> DossierInput:
        """Either of the two."""
        if (self.articles is None) == (self.output is None):
            raise ValueError("give `articles` or `output`, one of them")
        return self


class Checked(BaseModel):
    """One thing that was verified."""

    path: Annotated[str, Field(description="Where it stands in what was given: `statements[2]`.")]
    verdict: Verdict | None


class Found(BaseModel):
    """One thing that the verifier noticed."""

    path: str
    verdict: Verdict
    code: str
    said: Annotated[str | None, Field(description="What was given.")]
    source: Annotated[str | None, Field(description="What the article says instead, where it says something.")]
    sentence: Annotated[int | None, Field(description="The number of the sentence in which it does, from 1.")]
    start: Annotated[int | None, Field(description="Its first character in the article.")]
    end: Annotated[int | None, Field(description="One past its last character.")]
    why: str


class VerifyOutput(BaseModel):
    """What `verify` returns."""

    holds: Annotated[
        bool, Field(description="Whether something was checked, and nothing of it is altered or unsupported.")
    ]
    verification: Verification
    records: list[Checked]
    findings: list[Found]
    not_checked: Annotated[list[str], Field(description="What was given and not checked, with the reason.")]


ToolName = Literal["extract", "verify", "dossier"]
INPUTS: dict[str, type[BaseModel]] = {"extract": ExtractInput, "verify": VerifyInput, "dossier": DossierInput}


def input_schema(name: ToolName, *, files: bool) -> dict[str, Any]:
    """The JSON Schema of what a tool is given; `files`: whether there is a folder that may be read."""
    schema = INPUTS[name].model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        if not files:
            for of_files in ("path", "output"):
                part.get("properties", {}).pop(of_files, None)
    return schema
