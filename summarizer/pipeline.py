"""One article's way: ask, verify, repair, and what the policy does with what still does not hold."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from summarizer.article import Article
from summarizer.errors import ConfigurationError, MalformedAnswer, ModelError, VerificationFailed
from summarizer.fields import Record
from summarizer.models.base import Answer, Model, Question
from summarizer.prompts import Prompt, extract_messages, load_prompt, repair_messages
from summarizer.records import Dropped, Provenance, Result, Source
from summarizer.schema import NEWS, Schema, Sections
from summarizer.verdicts import Verdict
from summarizer.verify import verify_sections

log = logging.getLogger(__name__)

Policy = Literal["flag", "drop", "fail"]
"""What happens to altered and unsupported records: kept and marked, taken out, or the article fails."""

Faulty = dict[str, list[tuple[int, Record]]]
"""Per section, the records that did not hold, each with its index in the section."""


@dataclass(frozen=True)
class Settings:
    """How every article of a run is done."""

    schema: Schema = NEWS
    policy: Policy = "flag"
    repairs: int = 1
    """How often the faulty records are sent back at most."""
    prompts: Path | None = None
    """A folder whose prompt files replace the built-in ones of the same name."""

    def __post_init__(self) -> None:
        if self.policy not in ("flag", "drop", "fail"):
            raise ConfigurationError(f"the policy is flag, drop or fail, not {self.policy!r}")
        if self.repairs < 0:
            raise ConfigurationError(f"the number of repairs is 0 or more, not {self.repairs}")


@dataclass
class _Account:
    """What the calls for one article add up to."""

    answers: list[Answer] = field(default_factory=list)
    repaired: int = 0
    notes: list[str] = field(default_factory=list)

    def provenance(self, prompt: Prompt | None) -> Provenance:
        first = self.answers[0]
        usage = first.usage
        for answer in self.answers[1:]:
            usage += answer.usage
        costs = [answer.cost_usd for answer in self.answers]
        return Provenance(
            model=first.model,
            prompt=prompt.label if prompt else None,
            schema_mode=first.schema_mode,
            calls=sum(answer.calls for answer in self.answers),
            repaired=self.repaired,
            usage=usage,
            cost_usd=None if None in costs else sum(cost for cost in costs if cost is not None),
            notes=self.notes,
        )


class Pipeline:
    """Asks `model` about articles and verifies what it answers. Safe for many articles at once."""

    def __init__(self, model: Model, settings: Settings | None = None) -> None:
        self.model = model
        self.settings = settings or Settings()
        self._extract: Prompt | None = None
        self._repair: Prompt | None = None
        if model.needs_prompt:
            self._extract = load_prompt("extract", self.settings.prompts)
            self._repair = load_prompt("repair", self.settings.prompts)

    async def run(self, article: Article) -> Result:
        """The verified result for `article`.

        Raises `ModelError` where the model gave no usable answer, `VerificationFailed` under the policy `fail`,
        `ConfigurationError` where the model cannot be asked at all.
        """
        schema = self.settings.schema
        account = _Account()
        messages = extract_messages(self._extract, article, schema) if self._extract else ()
        answer = await self.model.answer(Question("extract", article, schema, schema.wire, messages))
        account.answers.append(answer)
        sections = verify_sections(_drafts(schema, answer.data), article)
        withdrawn: list[Dropped] = []
        for _ in range(self.settings.repairs if self._repair else 0):
            faulty = _faulty(sections)
            if not faulty:
                break
            try:
                sections = await self._repaired(article, sections, faulty, account, withdrawn)
            except ModelError as fault:
                log.warning("%s: the repair failed, the records stay as they are: %s", article.path or "text", fault)
                account.notes.append(f"repair failed: {fault}")
                break
        sections, dropped = self._apply_policy(sections)
        return schema.assemble(
            sections, Source.of(article), account.provenance(self._extract), [*withdrawn, *dropped]
        )

    async def _repaired(
        self, article: Article, sections: Sections, faulty: Faulty, account: _Account, withdrawn: list[Dropped]
    ) -> Sections:
        """`sections` with each faulty record replaced by the model's new one where that holds better."""
        assert self._repair is not None
        schema = self.settings.schema
        messages = repair_messages(self._repair, article, schema, faulty)
        answer = await self.model.answer(Question("repair", article, schema, schema.repair_wire(list(faulty)), messages))
        account.answers.append(answer)
        replacements = _replacements(schema, faulty, answer.data)
        candidates = {
            name: [replacements.get((name, at)) or record for at, record in enumerate(records)]
            for name, records in sections.items()
        }
        candidates = verify_sections(candidates, article)
        mended: Sections = {}
        for name, records in sections.items():
            mended[name] = []
            for at, record in enumerate(records):
                if (name, at) not in replacements:
                    mended[name].append(record)
                elif replacements[name, at] is None:
                    withdrawn.append(Dropped(section=name, record=record.model_dump(mode="json")))
                elif _badness(candidate := candidates[name][at]) < _badness(record):
                    account.repaired += 1
                    mended[name].append(candidate)
                else:
                    mended[name].append(record)
        return mended

    def _apply_policy(self, sections: Sections) -> tuple[Sections, list[Dropped]]:
        faulty = _faulty(sections)
        if not faulty or self.settings.policy == "flag":
            return sections, []
        if self.settings.policy == "fail":
            name, [(at, record), *_] = next(iter(faulty.items()))
            count = sum(len(records) for records in faulty.values())
            first = next(finding for finding in record.findings if finding.verdict.faulty)
            raise VerificationFailed(f"{count} records do not hold; the first, {name}[{at}]: {first.message}")
        kept = {
            name: [record for record in records if not (record.verdict and record.verdict.faulty)]
            for name, records in sections.items()
        }
        dropped = [
            Dropped(section=name, record=record.model_dump(mode="json"))
            for name, records in faulty.items()
            for _, record in records
        ]
        return kept, dropped


def _drafts(schema: Schema, data: Mapping[str, Any]) -> Sections:
    try:
        return schema.drafts(data)
    except ConfigurationError as fault:
        raise MalformedAnswer(f"the answer does not fit the schema: {fault}") from fault


def _faulty(sections: Sections) -> Faulty:
    marked = {
        name: [(at, record) for at, record in enumerate(records) if record.verdict and record.verdict.faulty]
        for name, records in sections.items()
    }
    return {name: records for name, records in marked.items() if records}


def _replacements(schema: Schema, faulty: Faulty, data: Mapping[str, Any]) -> dict[tuple[str, int], Record | None]:
    """By section and index: the new draft, or None where the model takes the record back. The first answer counts."""
    found: dict[tuple[str, int], Record | None] = {}
    for name, records in faulty.items():
        asked = {at for at, _ in records}
        for item in data.get(name) or []:
            key = (name, item["record"])
            if item["record"] in asked and key not in found:
                new = item["replacement"]
                single = schema.sections[name].single
                found[key] = None if new is None else _drafts(schema, {name: new if single else [new]})[name][0]
    return found


def _badness(record: Record) -> tuple[int, int]:
    verdict = record.verdict or Verdict.UNSUPPORTED
    return verdict.rank, sum(finding.verdict.faulty for finding in record.findings)
