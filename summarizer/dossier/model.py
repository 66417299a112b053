"""What a dossier holds: articles, events, the fields of each event side by side. Plain data, made to be rendered."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from summarizer.records import DealKind, DealStatus
from summarizer.verdicts import Frozen, Verdict

DOSSIER_VERSION = "1"

State = Literal["agreed", "complementary", "conflicting", "superseded"]
ArticleId = Annotated[str, Field(description="`a1`, `a2`, …: an article of `Dossier.articles`")]


class Citation(Frozen):
    """Where an article says something."""

    article: ArticleId
    sentences: Annotated[list[int], Field(description="numbers of the cited sentences")]
    start: Annotated[int | None, Field(description="first character of `text` in the article")] = None
    end: Annotated[int | None, Field(description="one past its last character")] = None
    text: Annotated[str, Field(description="the article's words")]
    record: Annotated[
        str | None, Field(description="path of the record in the summary; null for what was read from the text")
    ] = None
    verdict: Annotated[Verdict | None, Field(description="of that record; null where no record says it")] = None

    @property
    def decides(self) -> bool:
        """Whether it counts: what a record says that is altered or unsupported is shown, and decides nothing."""
        return self.verdict is None or not self.verdict.faulty


class Statement(Citation):
    """What an article says, with whose word it is."""

    speaker: Annotated[str | None, Field(description="who says it; null for the article itself")] = None


class DossierArticle(Frozen):
    """One article of the dossier."""

    id: ArticleId
    path: str | None = None
    sha256: str
    title: Annotated[str | None, Field(description="its title, else the headline of its summary")] = None
    url: str | None = None
    published: date | None = None
    outlet: Annotated[str | None, Field(description="who publishes it, where the article says so")] = None
    whole: Annotated[
        bool, Field(description="false where only the sentences that the summary cites could be read, not the article")
    ] = True


class Derivation(Frozen):
    """That one article has its news from somebody else, so that it is no second source."""

    article: ArticleId
    source: Annotated[str | None, Field(description="the article that it has it from, where that is here")] = None
    outlet: Annotated[str | None, Field(description="the outlet that it names")] = None
    how: Literal["cites", "copies"]
    evidence: Annotated[list[Citation], Field(description="the sentences that say so, or are the same in both")]


class RowValue(Frozen):
    """One value of a field, and every article that gives it."""

    text: Annotated[str, Field(description="the words of the most exact citation; of a kind or a status its name")]
    reading: Annotated[str | None, Field(description="what the words come to, e.g. `> USD 1,000,000,000`")] = None
    citations: list[Citation]
    sources: Annotated[int, Field(description="independent sources: an echo is none, nor is a faulty record")]
    latest: Annotated[date | None, Field(description="publication of the latest article that says so")] = None


class Row(Frozen):
    """One field of the event, from all its articles."""

    field: Annotated[
        str,
        Field(
            description="`kind`, `status`, `value`, `subject`, a role, `date: closed`, `term: …`, or `statement: …` "
            "with the speaker of what one article has and another denies"
        ),
    ]
    state: State
    values: Annotated[list[RowValue], Field(description="two or more where they conflict or supersede one another")]
    silent: Annotated[list[ArticleId], Field(description="articles from which none is recorded; they may say it")]
    note: Annotated[str | None, Field(description="why it has this state, where that is not plain")] = None


class Stage(Frozen):
    """One entry of the timeline."""

    day: Annotated[date | None, Field(description="the article's date; null where it is unknown")] = None
    status: DealStatus
    citation: Citation


class DriftStatement(Frozen):
    """One of the two wordings of a statement that drifts."""

    citation: Citation
    degree: Annotated[int, Field(description="how sure it is, 2 (may) to 6 (is so), as `text.certainty_words` has it")]
    cues: Annotated[list[str], Field(description="the words that soften or strengthen it")]


class Drift(Frozen):
    """The same statement, stronger in one article than in another."""

    speaker: Annotated[str | None, Field(description="who says it; null for the articles themselves")]
    weaker: DriftStatement
    stronger: DriftStatement
    direction: Annotated[
        Literal["hardened", "softened", "unknown"],
        Field(description="from the source, or the earlier article, to the other one"),
    ]
    strength: Annotated[int, Field(description="steps between the two, one for each degree and each intensifier")]
    shared: Annotated[list[str], Field(description="the words that show it is the same statement")]


class EventParty(Frozen):
    """Somebody who takes part, with every form of the name that the articles use."""

    name: str
    forms: list[str]
    roles: list[str]


class Shared(Frozen):
    """One thing that an article has in common with others of its event."""

    kind: Literal["name", "figure", "day", "quote", "word"]
    text: Annotated[str, Field(description="the article's words for it")]
    others: Annotated[int, Field(description="how many of the event's other articles have it")]


class Event(Frozen):
    """One event as several articles tell it."""

    id: Annotated[str, Field(description="`e1`, `e2`, …")]
    title: str
    kind: Annotated[DealKind | None, Field(description="null where the articles are copies that tell of no deal")]
    parties: list[EventParty]
    articles: Annotated[list[ArticleId], Field(description="the articles that tell of it as their news")]
    mentioned_in: Annotated[list[ArticleId], Field(description="articles about something else that name it in passing")]
    sources: Annotated[int, Field(description="independent sources among the articles")]
    rows: list[Row]
    timeline: list[Stage]
    drift: list[Drift]
    derivations: list[Derivation]
    only: Annotated[
        dict[ArticleId, list[Statement]], Field(description="statements that just one of the articles makes")
    ]
    joined: Annotated[list[str], Field(description="why a proposer joined it from groups that the rules had not")] = (
        Field(default_factory=list)
    )
    shared: Annotated[
        dict[ArticleId, list[Shared]],
        Field(description="what each article has in common with the others, what tells most first"),
    ] = Field(default_factory=dict)


class DossierData(Frozen):
    """A dossier as JSON."""

    dossier_version: Literal["1"] = "1"
    articles: list[DossierArticle]
    events: Annotated[list[Event], Field(description="events that at least two articles tell of")]
    alone: Annotated[list[ArticleId], Field(description="articles that share no event with another one")]
