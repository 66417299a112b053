"""What the tools do: the same as the commands of their names."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from summarizer.api import Summarizer
from summarizer.article import Article
from summarizer.coroutines import at_once
from summarizer.errors import ConfigurationError, ReadError, SummarizerError
from summarizer.extractions import read_documents, verify
from summarizer.foreign.results import ForeignResult
from summarizer.mcp_server.aside import Aside
from summarizer.mcp_server.inputs import (
    MOST_ARTICLES,
    MOST_CHARACTERS,
    Checked,
    DossierInput,
    ExtractInput,
    Found,
    Source,
    VerifyInput,
    VerifyOutput,
)
from summarizer.mcp_server.root import Root
from summarizer.readers import decode_article
from summarizer.records import Result, Summary

NO_FILES = "this server may read no files: give the text itself, or start it with --root FOLDER"
LINES = "summaries.jsonl"
"""What the output folder of a batch has."""


@dataclass(frozen=True)
class Said:
    """What a tool returns: to read, and as JSON."""

    text: str
    data: dict[str, Any]


class Tools:
    """The tools, with one summarizer. `root`: the folder whose files may be read; None: none.

    Each raises a `SummarizerError` that says what to do.
    """

    def __init__(self, summarizer: Summarizer, root: Root | None) -> None:
        self._summarizer = summarizer
        self._root = root
        self._aside = Aside()

    async def close(self) -> None:
        """Gives up the model's connections."""
        await self._aside.close(self._summarizer.pipeline.close())

    async def extract(self, given: ExtractInput) -> Said:
        """The records of an article."""
        from summarizer.exports.documents import document

        article = await self._aside.compute(lambda: self._article(given))
        result = await self._result(article)
        return await self._aside.compute(lambda: Said(_brief(result), document(result)))

    async def verify(self, given: VerifyInput) -> Said:
        """What of statements, or of an extraction, the article bears out."""
        return await self._aside.compute(lambda: self._verified(given))

    async def dossier(self, given: DossierInput) -> Said:
        """Articles about one event, side by side."""
        if given.articles is None:
            stories = await self._aside.compute(lambda: self._stored(given.output or ""))
        else:
            stories = []
            for at, source in enumerate(given.articles):
                try:
                    article = await self._aside.compute(lambda source=source: self._article(source))  # type: ignore[misc]
                    stories.append((await self._result(article), article.text))
                except SummarizerError as fault:
                    raise type(fault)(f"articles[{at}]: {fault}") from fault
        return await self._aside.compute(lambda: _dossier(stories))

    async def _result(self, article: Article) -> Any:
        pipeline = self._summarizer.pipeline
        if pipeline.waits:
            return await self._aside.wait(pipeline.run(article))
        return await self._aside.compute(lambda: at_once(pipeline.run(article)))

    def _article(self, source: Source) -> Article:
        if source.text is not None:
            if not source.text.strip():
                raise ReadError("the text is empty: give at least one sentence")
            return Article.from_text(source.text, published=source.published)
        name, raw = self._files().read(source.path or "")
        article = decode_article(raw, name, published=source.published)
        if len(article.text) > MOST_CHARACTERS:
            raise ReadError(f"{name} has more than {MOST_CHARACTERS:,} characters: use the command `summarizer batch`")
        return article

    def _files(self) -> Root:
        if self._root is None:
            raise ReadError(NO_FILES)
        return self._root

    def _verified(self, given: VerifyInput) -> Said:
        from summarizer.exports.verification import findings_text

        article = self._article(given)
        extraction: Any = given.extraction
        mapping: Any = given.mapping
        if given.statements is not None:
            extraction, mapping = {"statements": given.statements}, "statements[*]=claim"
        result = verify(article, extraction, mapping=mapping)
        output = VerifyOutput(
            holds=bool(result.verification.records) and not result.faulty(),
            verification=result.verification,
            records=[Checked(path=path, verdict=record.verdict) for path, record in _records(result)],
            findings=list(_findings(result, article)),
            not_checked=[f"{one.path}: {one.why}" for one in result.unchecked]
            if isinstance(result, ForeignResult)
            else [],
        )
        text = findings_text(result, article)
        if article.path is None:
            text = text.partition("\n")[2]  # what the command calls a text that has no file
        return Said(text, output.model_dump(mode="json"))

    def _stored(self, output: str) -> list[tuple[Summary, str | None]]:
        """The summaries in a batch's output, each with its article's text where that is below the folder too."""
        files = self._files()
        place = files.place(output)
        if place.is_dir() and not (place / LINES).exists():
            raise ReadError(f"{output} has no {LINES}: name the output folder of `summarizer batch`, or its file")
        name, raw = files.read(f"{output}/{LINES}" if place.is_dir() else output)
        unread: list[ConfigurationError] = []
        documents = read_documents(raw, name, unread=unread)
        if unread:
            raise unread[0]
        if len(documents) > MOST_ARTICLES:
            raise ConfigurationError(
                f"{name} has {len(documents):,} summaries, and this tool takes {MOST_ARTICLES}: run the command dossier"
            )
        try:
            summaries = [Summary.model_validate(document) for document in documents]
        except ValidationError as fault:
            raise ConfigurationError(
                f"{name} holds what is no summary of business news: name what `summarizer batch` wrote"
            ) from fault
        return [(summary, self._text(summary, output)) for summary in summaries]

    def _text(self, summary: Summary, output: str) -> str | None:
        """The text that a summary was made of; None where it is outside, gone or another by now."""
        source = summary.source
        if source.text is not None or source.path is None:
            return source.text
        for path in (source.path, f"{output}/{source.path}"):
            try:
                text = decode_article(self._files().read(path)[1], source.path).text
            except (ReadError, ValueError):
                continue
            if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == source.sha256:
                return text
        return None


def _dossier(pairs: list[tuple[Summary, str | None]]) -> Said:
    from summarizer.dossier import Dossier
    from summarizer.dossier.stories import Story
    from summarizer.exports.dossier import dossier_markdown

    class Shelf:
        """Summaries in memory, whose articles are read from nowhere else."""

        def stories(self) -> Iterator[Story]:
            return map(self.story, range(len(pairs)))

        def story(self, place: int) -> Story:
            return Story(*pairs[place])

    if not pairs:
        raise ConfigurationError("there are no summaries: give articles, or the output of `summarizer batch`")
    made = Dossier.of_shelf(Shelf())
    return Said(dossier_markdown(made.data), made.data.model_dump(mode="json"))


def _brief(result: Result) -> str:
    from summarizer.exports.terminal import open_console, print_brief

    stream = io.StringIO()
    print_brief(result, open_console(stream))
    return stream.getvalue()


def _records(result: Result) -> Iterator[tuple[str, Any]]:
    for path, record in result.records():
        yield (record.path if isinstance(result, ForeignResult) else path), record  # type: ignore[attr-defined]


def _findings(result: Result, article: Article) -> Iterator[Found]:
    for path, record in _records(result):
        foreign = isinstance(result, ForeignResult)
        for finding in record.findings:
            sentence = None if finding.start is None else article.sentence_at(finding.start)
            yield Found(
                path=finding.field if foreign else f"{path}.{finding.field}",
                verdict=finding.verdict,
                code=finding.code,
                said=finding.said,
                source=finding.source,
                sentence=None if sentence is None else sentence.number,
                start=finding.start,
                end=finding.end,
                why=finding.message,
            )


def output_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of what a tool returns."""
    from summarizer.dossier.model import DossierData
    from summarizer.exports.schemas import schema_of

    classes: dict[str, type[BaseModel]] = {"extract": Summary, "verify": VerifyOutput, "dossier": DossierData}
    return schema_of(classes[name])
