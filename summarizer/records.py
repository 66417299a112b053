"""The business-news schema: the records that `summarizer` writes, and the summary that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field, SerializeAsAny

from summarizer.article import Article, PublishedFrom
from summarizer.fields import Figure, Label, Money, Name, Part, Quotation, Record, Statement, Verbatim, When
from summarizer.tables import frames
from summarizer.verdicts import Frozen

if TYPE_CHECKING:
    import pandas
    import polars

SCHEMA_VERSION = "1"

PartyKind = Literal["company", "person", "government", "fund", "research_firm", "media", "group", "other"]
DealKind = Literal[
    "supply",
    "acquisition",
    "merger",
    "investment",
    "partnership",
    "joint_venture",
    "licensing",
    "financing",
    "divestiture",
    "other",
]
DealStatus = Literal["rumored", "in_talks", "proposed", "agreed", "closed", "terminated"]
Role = Literal[
    "supplier",
    "customer",
    "acquirer",
    "target",
    "seller",
    "investor",
    "investee",
    "partner",
    "licensor",
    "licensee",
    "lender",
    "borrower",
    "adviser",
    "regulator",
    "rival",
    "other",
]
DealEvent = Literal["announced", "signed", "closed", "expected_close", "terminated", "other"]
QuoteMode = Literal["direct", "indirect", "mixed", "no_comment"]
SpeakerKind = Literal["analyst", "executive", "company", "government", "anonymous", "other"]
ClaimKind = Literal["fact", "estimate", "forecast", "opinion", "allegation", "denial"]
Certainty = Literal["asserted", "hedged", "denied"]


class Headline(Record):
    """The news in one sentence."""

    text: Statement


class AbstractSentence(Record):
    """One sentence of the abstract."""

    text: Statement


class Party(Record):
    """A company, person or body that the article names."""

    name: Annotated[Name, Field(description="the fullest form in the article")]
    aliases: Annotated[list[Name], Field(description="other forms the article uses for it")] = Field(
        default_factory=list
    )
    kind: PartyKind
    description: Annotated[
        Verbatim | None, Field(description='words that say what it is: "Bloomberg Intelligence analyst"')
    ] = None
    ticker: Verbatim | None = None


class DealParty(Part):
    """Who takes part in the deal, and as what."""

    name: Name
    role: Role


class DealDate(Part):
    """When something about the deal happened or will."""

    event: DealEvent
    when: Annotated[When, Field(description='the date words, copied: "late last year"')]


class Term(Part):
    """One condition of the deal."""

    name: Annotated[Label, Field(description='"payment", "premium", "break fee", "condition", …')]
    text: Verbatim


class Deal(Record):
    """A deal between parties: made, planned, rumored or called off."""

    kind: DealKind
    status: DealStatus
    parties: list[DealParty]
    subject: Annotated[Verbatim, Field(description="what changes hands, copied")]
    value: Annotated[Money | None, Field(description="the deal's total value, where said")] = None
    dates: list[DealDate] = Field(default_factory=list)
    terms: list[Term] = Field(default_factory=list)


class Quote(Record):
    """What somebody said or wrote, or that they declined to."""

    text: Annotated[Quotation, Field(description="the words as in the article, without the outer quotation marks")]
    mode: QuoteMode
    speaker: Annotated[Name, Field(description='fullest name; for unnamed sources their words ("people familiar …")')]
    affiliation: Annotated[Name | None, Field(description="the speaker's organisation")] = None
    role: Annotated[Verbatim | None, Field(description='the speaker\'s job: "Chief Financial Officer"')] = None
    speaker_kind: SpeakerKind


class Claim(Record):
    """A checkable statement of the article or of somebody in it."""

    statement: Statement
    claimant: Annotated[Name | None, Field(description="who claims it; null: the article itself")] = None
    kind: ClaimKind
    certainty: Certainty
    figures: list[Figure] = Field(default_factory=list)


class Source(Frozen):
    """The article that a result was made from."""

    path: str | None = None
    sha256: Annotated[str, Field(description="of the text in UTF-8")]
    characters: int
    media_type: str = "text/plain"
    encoding: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    text: Annotated[
        str | None,
        Field(description="the text that offsets count in, where decoding the file does not give it"),
    ] = None

    @classmethod
    def of(cls, article: Article) -> Source:
        """The source entry for `article`."""
        return cls(
            path=article.path,
            sha256=article.sha256,
            characters=len(article.text),
            media_type=article.media_type,
            encoding=article.encoding,
            title=article.title,
            author=article.author,
            url=article.url,
            published=article.published,
            published_from=article.published_from,
            text=article.text if article.derived else None,
        )


class Usage(Frozen):
    """Tokens, as the service counted them, over all calls for one article."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_input_tokens: Annotated[int, Field(description="the part of input_tokens read from the cache")] = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cached_input_tokens=self.cached_input_tokens + other.cached_input_tokens,
        )


class JudgeRun(Frozen):
    """What the judge for meaning was asked about one article, and what it took."""

    model: str
    prompt: Annotated[str, Field(description="name@hash of the prompt")]
    statements: Annotated[int, Field(description="statements that were judged")] = 0
    lowered: Annotated[int, Field(description="records whose verdict it lowered")] = 0
    calls: int = 0
    usage: Usage = Usage()
    cost_usd: Annotated[float | None, Field(description="null where the model's price is not known")] = None


class Unread(Frozen):
    """Sentences of a long article that no usable answer could be had about."""

    first: Annotated[int, Field(description="the number of the first of them")]
    last: Annotated[int, Field(description="that of the last")]


class Attempt(Frozen):
    """One of several models that were asked about an article one after the other."""

    model: Annotated[str, Field(description="provider/name, or offline")]
    role: Annotated[
        Literal["model", "fallback", "escalation"],
        Field(description="what it was asked as: first, where another failed, or as the better one"),
    ]
    outcome: Annotated[
        Literal["kept", "outdone", "failed"],
        Field(description="its records are the result; another's hold better; there are none"),
    ]
    reason: Annotated[str | None, Field(description="what was wrong with it; null where nothing was")] = None
    error: Annotated[str | None, Field(description="the class of the error, where it failed")] = None
    records: int = 0
    faulty: Annotated[int, Field(description="records that were altered or unsupported, after the repair")] = 0
    calls: int = 0
    usage: Usage = Usage()
    cost_usd: Annotated[float | None, Field(description="null where the model's price is not known")] = None


class Provenance(Frozen):
    """Who answered, and how; calls, tokens and cost with those of the judge."""

    model: str
    prompt: Annotated[str | None, Field(description="name@hash of the prompt; null for the offline rules")] = None
    schema_mode: Annotated[
        Literal["strict", "plain"] | None,
        Field(description="whether the service was held to the schema or only shown it; null for the offline rules"),
    ] = None
    calls: Annotated[int, Field(description="requests that were answered, re-asks and repairs included")] = 0
    repaired: Annotated[int, Field(description="records replaced by a repair")] = 0
    usage: Usage = Usage()
    cost_usd: Annotated[float | None, Field(description="null where the model's price is not known")] = None
    judge: Annotated[JudgeRun | None, Field(description="null where no judge was asked about these records")] = None
    unread: Annotated[
        list[Unread],
        Field(
            description="sentences of a long article that were not read, as the model failed there; left away if none",
            exclude_if=lambda unread: not unread,
        ),
    ] = Field(default_factory=list)
    notes: Annotated[list[str], Field(description="what went other than planned, e.g. a repair that failed")] = Field(
        default_factory=list
    )
    attempts: Annotated[
        list[Attempt],
        Field(
            description="the models that were asked, where more than one was; left away otherwise",
            exclude_if=lambda attempts: not attempts,
        ),
    ] = Field(default_factory=list)


class Verification(Frozen):
    """How many records have which verdict; dropped records are counted too."""

    records: int = 0
    verified: int = 0
    inferred: int = 0
    altered: int = 0
    unsupported: int = 0
    dropped: int = 0


class Dropped(Frozen):
    """A record that was taken out of the result: by the policy `drop`, by the model that took it back in a repair, or
    since its repair says what another one says."""

    section: str
    record: dict[str, Any]


class Result(Frozen):
    """What is known about one article. `records()` walks all of it."""

    schema_version: Literal["1"] = "1"
    source: Source
    provenance: Provenance
    verification: Verification = Verification()
    dropped: list[Dropped] = Field(default_factory=list)

    def records(self) -> Iterator[tuple[str, Record]]:
        """Every record with its path, e.g. `("deals[0]", Deal(…))`, in the order of the sections."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Record):
                yield name, value
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    if isinstance(item, Record):
                        yield f"{name}[{index}]", item

    def faulty(self) -> list[tuple[str, Record]]:
        """The records that are altered or unsupported, with their paths."""
        return [(path, record) for path, record in self.records() if record.verdict and record.verdict.faulty]

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """The tables of this result by name (`deals`, `deal_parties`, `quotes`, …); several results: `to_pandas`.

        Raises `ConfigurationError` where pandas is missing.
        """
        return frames.to_pandas([self], type(self))

    def to_polars(self) -> dict[str, polars.DataFrame]:
        """The same as polars frames. Raises `ConfigurationError` where polars is missing."""
        return frames.to_polars([self], type(self))


class Summary(Result):
    """A business-news article as records."""

    headline: Headline | None = None
    abstract: list[AbstractSentence] = Field(default_factory=list)
    parties: list[Party] = Field(default_factory=list)
    deals: list[Deal] = Field(default_factory=list)
    quotes: list[Quote] = Field(default_factory=list)
    claims: list[Claim] = Field(default_factory=list)


R = TypeVar("R", bound=Record)


class Extraction(Result, Generic[R]):
    """An article as records of a user's own class."""

    records_of: Annotated[str, Field(description="the class's name")]
    items: list[SerializeAsAny[R]] = Field(default_factory=list)
