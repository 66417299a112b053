"""What the verifier found, as a list: every finding with what was said, what the article says, and where."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.article import Article
from summarizer.escaping import markdown_text, one_line
from summarizer.exports.brief import dollars, judge_words, tally
from summarizer.records import Result
from summarizer.verdicts import Finding


@dataclass(frozen=True)
class _Row:
    path: str
    """Of the record."""
    finding: Finding
    where: str
    """Where the article says it: `sentence 1, characters 73 to 95`."""

    @property
    def field(self) -> str:
        return f"{self.path}.{self.finding.field}" if self.finding.field else self.path


def findings_text(result: Result, article: Article) -> str:
    """The count by verdict and every finding, in plain text that ends with a line break."""
    lines = [one_line(article.path) if article.path else "standard input", tally(result.verification)]
    lines += [one_line(words) for words in _judged(result)]
    for row in _rows(result, article):
        lines += ["", f"{row.finding.verdict.value}: {one_line(row.field)} ({row.finding.code})"]
        if row.finding.said is not None:
            lines.append(f"  said    {one_line(row.finding.said)}")
        if source := _source(row):
            lines.append(f"  source  {one_line(source)}")
        lines.append(f"  why     {one_line(row.finding.message)}")
    return "\n".join(lines) + "\n"


def findings_markdown(result: Result, article: Article) -> str:
    """The same as a Markdown document."""
    name = markdown_text(article.path) if article.path else "standard input"
    blocks = [f"# Verification of {name}", tally(result.verification), *map(markdown_text, _judged(result))]
    for row in _rows(result, article):
        lines = [f"- **{row.finding.verdict.value}**: {markdown_text(row.field)} ({markdown_text(row.finding.code)})"]
        if row.finding.said is not None:
            lines.append(f"  - said: {markdown_text(row.finding.said)}")
        if source := _source(row):
            lines.append(f"  - source: {markdown_text(source)}")
        lines.append(f"  - why: {markdown_text(row.finding.message)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _judged(result: Result) -> list[str]:
    """What the judge did and took, where there was one."""
    run = result.provenance.judge
    if run is None:
        return []
    tokens = f"{run.usage.input_tokens + run.usage.output_tokens:,} tokens"
    return [f"{judge_words(run)} ({tokens if run.cost_usd is None else f'{tokens}, {dollars(run.cost_usd)}'})"]


def _rows(result: Result, article: Article) -> list[_Row]:
    """The findings, those that make a record altered or unsupported first, otherwise in the order of the records."""
    rows = [
        _Row(path, finding, _where(finding, article))
        for path, record in result.records()
        for finding in record.findings
    ]
    return sorted(rows, key=lambda row: not row.finding.verdict.faulty)


def _where(finding: Finding, article: Article) -> str:
    if finding.start is None or finding.end is None:
        return ""
    sentence = article.sentence_at(finding.start)
    number = f"sentence {sentence.number}, " if sentence else ""
    return f"{number}characters {finding.start} to {finding.end}"


def _source(row: _Row) -> str:
    said = row.finding.source or ""
    return f"{said} ({row.where})" if said and row.where else said or row.where
