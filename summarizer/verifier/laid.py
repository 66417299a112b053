"""A statement laid beside what it cites, as the checks of its polarity see both."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.cached import cached_property
from summarizer.verdicts import Finding
from summarizer.verifier.act_pairs import ActPairs
from summarizer.verifier.alignment import Alignment
from summarizer.verifier.clause import Clause
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.notes import find
from summarizer.verifier.reading import Reading


class Laid:
    """A statement, the sentences that it cites, and which words go back to which."""

    def __init__(self, path: str, said: Clause, sources: Sequence[Clause], cited: Cited) -> None:
        self.path = path
        self.said = said
        self.sources = sources
        self.cited = cited

    @staticmethod
    def of(path: str, said: Clause, sources: Sequence[Clause], cited: Cited) -> Laid:
        """Both laid side by side."""
        return Laid(path, said, sources, cited)

    @cached_property
    def alignment(self) -> Alignment:
        """Which words go back to which."""
        return Alignment(self.said.reading, [source.reading for source in self.sources])

    @cached_property
    def acts(self) -> ActPairs:
        """What both say is done or not done, side by side."""
        said = self.said.acts
        return ActPairs(said, [source.acts for source in self.sources] if said else ())

    @cached_property
    def copied(self) -> bool:
        """Whether the statement is one of the sentences, word for word."""
        low = self.said.reading.low
        return any(source.reading.low == low for source in self.sources)

    def told(self, source: int) -> Reading:
        """The reading of a source sentence."""
        return self.sources[source].reading

    def asks(self, source: int) -> bool:
        """Whether a source sentence is a question, which asserts nothing."""
        return self.sources[source].text.rstrip("\"'”’)» ").endswith("?")

    def finding(self, code: Code, place: tuple[int, int], begins: str) -> Finding:
        """The finding that the article says otherwise at `place`; the message is `begins` and what stands there."""
        text = self.cited.index.text[slice(*place)]
        return find(
            code,
            self.path,
            f"{begins}: {quoted(text)}.",
            said=self.said.text,
            article=self.cited.index.article,
            place=place,
        )
