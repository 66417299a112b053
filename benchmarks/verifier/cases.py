"""A case is one right record with its article; the verifier's answer to a draft of it is an outcome."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from summarizer.article import Article
from summarizer.fields import Record
from summarizer.records import AbstractSentence, Claim, Deal, Headline, Party, Quote
from summarizer.verdicts import Finding, Verdict
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

Draft = dict[str, Any]
"""A record as somebody's JSON has it: the fields of its class and `evidence`, without verdicts."""

RECORDS: dict[str, type[Record]] = {
    "headline": Headline,
    "abstract": AbstractSentence,
    "parties": Party,
    "deals": Deal,
    "quotes": Quote,
    "claims": Claim,
}


@dataclass(frozen=True, eq=False)
class Case:
    """One right record: what it says is what its article says."""

    source: str
    """Where it comes from: own, written, unseen, deals, quotes, claims, articles."""
    key: str
    """Names it among all cases, and seeds what is done to it."""
    article: Article
    section: str
    draft: Draft
    siblings: Sequence[tuple[str, Draft]] = field(default=(), repr=False)
    """Section and draft of all right records of the same article, this one among them."""
    wrong: Sequence[tuple[str, Draft]] = field(default=(), repr=False)
    """Corruptions written by hand: the operator they belong to, and the fields that change."""

    @property
    def evidence(self) -> list[int]:
        return list(self.draft.get("evidence", ()))

    @cached_property
    def cited(self) -> str:
        """The cited sentences."""
        sentences = [self.article.sentence(number) for number in self.evidence]
        return "\n".join(sentence.text for sentence in sentences if sentence)

    @cached_property
    def parties(self) -> list[Draft]:
        """The article's parties, as far as right records name them."""
        return [draft for section, draft in self.siblings if section == "parties"]

    @property
    def statement_field(self) -> str | None:
        """The field with a sentence in the writer's own words."""
        return {"headline": "text", "abstract": "text", "claims": "statement"}.get(self.section)

    @property
    def statement(self) -> str:
        return str(self.draft[self.statement_field]) if self.statement_field else ""

    def having(self, **fields: Any) -> Draft:
        """The draft with other values for these fields."""
        return {**copy.deepcopy(self.draft), **fields}

    def with_statement(self, text: str) -> Draft:
        """The draft with another sentence; figures that the sentence no longer holds are left out."""
        assert self.statement_field
        draft = self.having(**{self.statement_field: text})
        if "figures" in draft:
            draft["figures"] = [one for one in draft["figures"] if one["text"] in text]
        return draft

    def copied(self, draft: Draft) -> Case:
        """The same case with another draft."""
        return replace(self, draft=draft)


@dataclass(frozen=True)
class Outcome:
    """What the verifier made of one draft."""

    case: Case
    """The right record."""
    label: str
    """The operator or the variant that made the draft; `untouched` for the record itself."""
    draft: Draft
    verdict: Verdict
    findings: tuple[Finding, ...]

    @property
    def marked(self) -> bool:
        return self.verdict.faulty

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(finding.code for finding in self.findings if Verdict(finding.verdict).faulty)


@cache
def _index(article: Article) -> Index:
    return Index(article)


def judge(case: Case, label: str, draft: Draft) -> Outcome:
    """The verifier's answer to `draft`, which stands in an extraction whose other records are right."""
    names = [str(party["name"]) for party in case.parties]
    if case.section == "parties" and "name" in draft:
        names = [str(draft["name"]) if name == case.draft["name"] else name for name in names]
    record = verify_record(RECORDS[case.section].model_validate(draft), _index(case.article), names)
    assert record.verdict is not None
    return Outcome(case, label, draft, record.verdict, tuple(record.findings))
