"""The dossier: summaries of many articles, grouped by event and laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from summarizer.dossier.citing import article_id
from summarizer.dossier.clauses import top_of
from summarizer.dossier.events import build_event
from summarizer.dossier.grouping import Group, group
from summarizer.dossier.model import DossierArticle, DossierData, Event
from summarizer.dossier.outlets import own_outlet
from summarizer.dossier.proposals import Proposer, apply_proposals
from summarizer.dossier.sharing import Sharing
from summarizer.dossier.shelf import FileShelf, ListShelf, Shelf
from summarizer.dossier.small_names import Readings
from summarizer.dossier.stories import Story
from summarizer.errors import ConfigurationError
from summarizer.records import Summary


class Dossier:
    """What several articles say about each event.

    `events` are those that at least two articles tell of, `alone` the articles that share none; `data` is all of it,
    ready to be dumped as JSON.
    """

    def __init__(self, data: DossierData) -> None:
        self.data = data

    @property
    def events(self) -> list[Event]:
        """The events, in the order of their first articles."""
        return self.data.events

    @property
    def articles(self) -> list[DossierArticle]:
        """Every article, in the order in which the summaries came."""
        return self.data.articles

    @property
    def alone(self) -> list[str]:
        """The ids of the articles that share no event with another one."""
        return self.data.alone

    def article(self, identifier: str) -> DossierArticle:
        """The article called `identifier`. Raises `KeyError` where there is none."""
        found = next((one for one in self.data.articles if one.id == identifier), None)
        if found is None:
            raise KeyError(identifier)
        return found

    def to_json(self) -> str:
        """The dossier as one JSON document, which ends without a line break."""
        return self.data.model_dump_json(indent=2)

    @classmethod
    def of(
        cls,
        summaries: Iterable[Summary],
        texts: Sequence[str | None] | None = None,
        *,
        roots: Iterable[Path] = (),
        proposer: Proposer | None = None,
    ) -> Dossier:
        """The dossier of summaries in memory.

        texts   the texts of their articles, in the same order; without them, or where one is None, the article is
                looked for at its path, and where it is not there or has changed, the sentences that the summary cites
                stand for it
        roots   folders that relative paths may start from
        proposer
                names groups that it takes for one event where names differ; see `summarizer.dossier.proposals`
        """
        return cls.of_shelf(ListShelf(list(summaries), texts, roots=tuple(roots)), proposer=proposer)

    @classmethod
    def read(cls, *paths: str | Path, articles: str | Path | None = None, proposer: Proposer | None = None) -> Dossier:
        """The dossier of the outputs of `summarizer batch`, or of files of summaries.

        articles    the folder that the articles' paths start from, where that is not the working directory
        proposer    as that of `of`

        Raises `ConfigurationError` for a path that is missing or holds no summary at all.
        """
        roots = (Path(articles),) if articles is not None else ()
        shelf = FileShelf([Path(path) for path in paths], roots=roots)
        dossier = cls.of_shelf(shelf, proposer=proposer)
        if not dossier.articles:
            why = shelf.unread[0] if shelf.unread else "the files are empty"
            raise ConfigurationError(f"no summaries in {', '.join(map(str, paths)) or 'nothing'}: {why}")
        return dossier

    @classmethod
    def of_shelf(
        cls, shelf: Shelf, progress: Callable[[int], None] | None = None, *, proposer: Proposer | None = None
    ) -> Dossier:
        """The dossier of summaries wherever they are kept: each is read once to be grouped, and those that share an
        event once more. `progress` is told how many have been read."""
        articles: list[DossierArticle] = []
        readings = Readings()
        for place, story in enumerate(shelf.stories()):
            articles.append(_article(place, story, readings.read(story).title))
            if progress is not None:
                progress(place + 1)
        tellings = readings.again(shelf.story)
        groups = group(tellings)
        reasons: dict[int, list[str]] = {}
        if proposer is not None:
            reasons = apply_proposals(groups, tellings, proposer, lambda place: top_of(shelf.story(place)))
        sharing = Sharing(tellings)
        shared = {at: sharing.of(places) for at, one in enumerate(groups) if len(places := one.stories()) > 1}
        # What grouping needed goes as the events come: of a large run both are large.
        del tellings, readings, sharing
        events: list[Event] = []
        for at in range(len(groups)):
            one, groups[at] = groups[at], Group([])
            if len(one.stories()) > 1:
                stories = {place: shelf.story(place) for place in one.stories()}
                events.append(build_event(len(events) + 1, one, stories, reasons.get(at, []), shared.pop(at)))
        told = {article for event in events for article in event.articles}
        alone = [article.id for article in articles if article.id not in told]
        return cls(DossierData(articles=articles, events=events, alone=alone))


def _article(place: int, story: Story, title: str | None) -> DossierArticle:
    summary = story.summary
    said = summary.headline
    # What the article does not say is no name for it.
    headline = None if said is None or (said.verdict is not None and said.verdict.faulty) else said.text
    return DossierArticle(
        id=article_id(place),
        path=summary.source.path,
        sha256=summary.source.sha256,
        title=summary.source.title or title or headline,
        url=summary.source.url,
        published=summary.source.published,
        outlet=own_outlet(story),
        whole=story.whole,
    )
