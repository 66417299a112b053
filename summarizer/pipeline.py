"""One article's way: ask, verify, repair, judge, and what the policy does with what still does not hold."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarizer import telemetry
from summarizer.article import Article
from summarizer.asking.account import Account
from summarizer.asking.asker import Asker, Prompts
from summarizer.asking.chunks import CHUNK_TOKENS, LEAST_TOKENS
from summarizer.asking.emptiness import note_empty
from summarizer.asking.extracting import extract
from summarizer.asking.mending import mend
from summarizer.asking.merging import merge
from summarizer.asking.repair import faulty_records, told_of_answers
from summarizer.asking.together import AT_ONCE
from summarizer.errors import ENDS_RUN, ConfigurationError, VerificationFailed
from summarizer.fields import Record
from summarizer.judging import Judge
from summarizer.mapping.deal_terms import with_deal_terms
from summarizer.models.base import Model, Question
from summarizer.records import Dropped, Provenance, Result, Source, Unread
from summarizer.schema import NEWS, Schema, Sections
from summarizer.verifier import verify_sections

Policy = Literal["flag", "drop", "fail"]
"""What happens to altered and unsupported records: kept and marked, taken out, or the article fails."""

FAULTY_BY_POLICY: Mapping[Policy, str] = {
    "flag": "the records stay as they are",
    "drop": "the records that do not hold are dropped as they were",
    "fail": "the records that do not hold let the article fail",
}
"""What becomes of records whose repair failed, which is said then."""


@dataclass(frozen=True)
class Settings:
    """How every article of a run is done."""

    schema: Schema = NEWS
    policy: Policy = "flag"
    repairs: int = 1
    """How often the faulty records are sent back at most."""
    prompts: Path | None = None
    """A folder whose prompt files replace the built-in ones of the same name."""
    section_tokens: int = CHUNK_TOKENS
    """Tokens of an article that are asked about at once: a longer one is asked about section by section."""
    passes: int = 1
    """How often the records are asked for at most, each time those that are missing."""

    def __post_init__(self) -> None:
        if self.policy not in ("flag", "drop", "fail"):
            raise ConfigurationError(f"the policy is flag, drop or fail, not {self.policy!r}")
        if self.prompts is not None and not self.prompts.is_dir():
            raise ConfigurationError(f"{self.prompts}: not a folder of prompts")
        if self.repairs < 0:
            raise ConfigurationError(f"the number of repairs is 0 or more, not {self.repairs}")
        if self.section_tokens < LEAST_TOKENS:
            raise ConfigurationError(f"a section has {LEAST_TOKENS} tokens or more, not {self.section_tokens}")
        if self.passes < 1:
            raise ConfigurationError(f"the number of passes is 1 or more, not {self.passes}")


@dataclass(frozen=True)
class Verified:
    """The records of one article as they come from the model: verified and repaired, not judged yet."""

    sections: Sections
    provenance: Provenance
    withdrawn: list[Dropped]
    """What the model took back in a repair."""


class Pipeline:
    """Asks `model` about articles and verifies what it answers. Safe for many articles at once.

    `judge`: the model that is asked whether the cited sentences entail the statements; None for no such question.
    """

    _ends_run: tuple[type[Exception], ...] = ENDS_RUN
    """What a repair that meets it does not come back from."""

    def __init__(self, model: Model, settings: Settings | None = None, judge: Model | None = None) -> None:
        self.model = model
        self.settings = settings or Settings()
        folder = self.settings.prompts
        self._prompts = Prompts.load(folder) if model.needs_prompt else None
        self._judge = Judge(judge, folder) if judge is not None else None
        self.waits = judge is not None or getattr(model, "waits", True)
        """Whether an answer may have to be waited for; with `waits = False` a model says that its own never have."""
        self.at_once: int | None = AT_ONCE
        """Questions about one article at once; None where its models hold themselves back."""

    @property
    def models(self) -> tuple[Model, ...]:
        """Who may be asked for the records, in this order."""
        return (self.model,)

    @property
    def ways(self) -> tuple[Pipeline, ...]:
        """The way with each of them."""
        return (self,)

    @property
    def route(self) -> Sequence[object]:
        """What says which of them is asked when, where there are several."""
        return ()

    def asked(self, name: str) -> Model:
        """The one of them that is called so."""
        return next(model for model in self.models if model.name == name)

    @property
    def judge(self) -> Judge | None:
        """Who is asked for the meaning, None where nobody is."""
        return self._judge

    def with_models(self, put: Callable[[Model], Model], at_once: int | None = AT_ONCE) -> Pipeline:
        """The same pipeline with what `put` makes of its models in their places, asked so much `at_once`."""
        changed = copy.copy(self)
        changed.model = put(self.model)
        changed.at_once = at_once
        if self._judge is not None:
            changed._judge = copy.copy(self._judge)
            changed._judge.model = put(self._judge.model)
        return changed

    @property
    def prompt_label(self) -> str | None:
        """The label of the prompt that asks for the records, as it stands in the output; None for the offline rules."""
        return self._prompts.extract.label if self._prompts else None

    @property
    def prompt_hashes(self) -> tuple[str, ...]:
        """The hashes of the prompts that the model is asked with; none for the offline rules."""
        return self._prompts.hashes if self._prompts else ()

    async def close(self) -> None:
        """Gives up the connections of the models."""
        await self.model.close()
        if self._judge is not None and self._judge.model is not self.model:
            await self._judge.model.close()

    def question(self, article: Article) -> Question:
        """What the model is asked about `article` first."""
        return self.questions(article)[0]

    def questions(self, article: Article) -> list[Question]:
        """What the model is asked about `article` at first, side by side: a question for each section of a long one."""
        asker = self._asker(article, Account())
        return [asker.extraction(chunk) for chunk in asker.chunks(self.settings.section_tokens)]

    def _asker(self, article: Article, account: Account) -> Asker:
        settings = self.settings
        return Asker(self.model, article, settings.schema, self._prompts, account, self._ends_run, self.at_once)

    async def run(self, article: Article) -> Result:
        """The verified result for `article`.

        Raises `ModelError` where the model gave no usable answer, `VerificationFailed` under the policy `fail`,
        `ConfigurationError` where the model cannot be asked at all.
        """
        if (told := telemetry.current()) is None:
            return await self.finish(article, await self.verified(article))
        with told.article(len(article.text), article.sha256) as span:
            result = await self.finish(article, await self.verified(article))
            span.result(result)
            return result

    async def verified(self, article: Article) -> Verified:
        """What the model says of `article`, verified and repaired. Raises as `run` does."""
        account, settings = Account(), self.settings
        asker = self._asker(article, account)
        gathered = await extract(asker, asker.chunks(settings.section_tokens), settings.passes)
        await note_empty(asker, gathered)
        withdrawn: list[Dropped] = []
        guarded = told_of_answers(account) if self._prompts else nullcontext()
        with guarded:
            gathered.sections = verify_sections(gathered.sections, article, asker.index)
        if self._prompts:
            withdrawn = await mend(asker, gathered, settings.repairs, FAULTY_BY_POLICY[settings.policy])
            with told_of_answers(account):
                if len(gathered.chunks) > 1 or settings.passes > 1:
                    gathered.sections = merge(gathered, article)
                if settings.schema.answer:
                    # Behind the repair, which is shown what the model wrote.
                    gathered.sections = with_deal_terms(gathered.sections, asker.index)
        unread = [Unread(first=chunk.first, last=chunk.last) for chunk in gathered.unread]
        return Verified(gathered.sections, account.provenance(self.prompt_label, unread), withdrawn)

    async def finish(self, article: Article, verified: Verified) -> Result:
        """The result that `verified` records of `article` come to, after the judge and by the policy."""
        sections, provenance = verified.sections, verified.provenance
        if self._judge:
            # Behind the repair, which the verifier alone can hold to the article: what is judged down stays so.
            judgement = await self._judge.judge(_with_paths(sections), article)
            sections, provenance = judgement.of_sections(sections), judgement.of_provenance(provenance)
        sections, dropped = self._apply_policy(sections)
        withdrawn = [*verified.withdrawn, *dropped]
        return self.settings.schema.assemble(sections, Source.of(article), provenance, withdrawn)

    def _apply_policy(self, sections: Sections) -> tuple[Sections, list[Dropped]]:
        faulty = faulty_records(sections)
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


def _with_paths(sections: Sections) -> list[tuple[str, Record]]:
    return [(f"{name}[{at}]", record) for name, records in sections.items() for at, record in enumerate(records)]
