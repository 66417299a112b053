"""Asking the judge, and what its answers make of the records."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summarizer.article import Article
from summarizer.errors import ENDS_RUN, ConfigurationError, Deferred, MalformedAnswer, ModelError
from summarizer.fields import Record
from summarizer.judging.statements import MOST_CHARACTERS, Statement, shown_sentences, split, statements_of
from summarizer.judging.wire import Judged, Judgements
from summarizer.models.base import Answer, Model, Question
from summarizer.prompts import judge_messages, load_prompt
from summarizer.records import JudgeRun, Provenance, Result, Usage, Verification
from summarizer.schema import NEWS, Sections
from summarizer.verdicts import Finding, worst
from summarizer.verifier.findings import Code, shown
from summarizer.verifier.notes import find

log = logging.getLogger(__name__)

CODES: Mapping[str, Code] = {"contradicted": Code.MEANING_CONTRADICTED, "not_stated": Code.MEANING_UNSUPPORTED}
"""The labels that lower a verdict."""
OPENINGS: Mapping[Code, str] = {
    Code.MEANING_CONTRADICTED: "The judge reads the cited sentences otherwise",
    Code.MEANING_UNSUPPORTED: "The judge does not find this in the cited sentences",
}


@dataclass(frozen=True)
class Judgement:
    """What the judge made of the records of one article."""

    run: JudgeRun
    lowered: Mapping[str, Record] = field(default_factory=dict)
    """By path: the records whose verdict it lowered, as they are now."""
    notes: tuple[str, ...] = ()
    """What went other than planned."""

    def of_sections(self, sections: Sections) -> Sections:
        """`sections` with the lowered records in their places."""
        return {
            name: [self.lowered.get(f"{name}[{at}]", record) for at, record in enumerate(records)]
            for name, records in sections.items()
        }

    def of_result(self, result: Result) -> Result:
        """`result` with the lowered records in their places, its count and its provenance."""
        before = dict(result.records())
        count = Counter(result.verification.model_dump())
        for path, record in self.lowered.items():
            count.subtract([str(before[path].verdict)])
            count.update([str(record.verdict)])
        changed: dict[str, Any] = {}
        for name in type(result).model_fields:
            value = getattr(result, name)
            if isinstance(value, Record):
                changed[name] = self.lowered.get(name, value)
            elif isinstance(value, list):
                changed[name] = [self.lowered.get(f"{name}[{at}]", item) for at, item in enumerate(value)]
        changed |= {"verification": Verification(**count), "provenance": self.of_provenance(result.provenance)}
        return result.model_copy(update=changed)

    def of_provenance(self, before: Provenance) -> Provenance:
        """`before` with the judge's calls, tokens, cost and notes added."""
        run = self.run
        costs = [one.cost_usd for one in (before, run) if one.calls or one.cost_usd is not None]
        known = [cost for cost in costs if cost is not None]
        return before.model_copy(
            update={
                "calls": before.calls + run.calls,
                "usage": before.usage + run.usage,
                "cost_usd": sum(known) if known and len(known) == len(costs) else None,
                "notes": [*before.notes, *self.notes],
                "judge": run,
            }
        )


@dataclass
class _Session:
    """What the requests about one article have come to."""

    article: Article
    answers: list[Answer] = field(default_factory=list)
    failed: list[ModelError] = field(default_factory=list)
    judged: dict[Statement, Judged] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def say(self, message: str) -> None:
        log.warning("%s: %s", self.article.path or "text", message)
        self.notes.append(message)


class Judge:
    """Asks `model` whether the cited sentences entail the statements of records. Safe for many articles at once.

    `prompts`: a folder whose `judge.md` replaces the built-in one. Raises `ConfigurationError` where `model` takes no
    prompt, as the offline rules do not.
    """

    def __init__(self, model: Model, prompts: Path | None = None, *, most_characters: int = MOST_CHARACTERS) -> None:
        if not model.needs_prompt:
            raise ConfigurationError(
                f"the judge must be a chat model, which {model.name} is not: set OPENAI_API_KEY, or name one with "
                '--judge-model (in Python, judge="provider/model")'
            )
        self.model = model
        self.prompt = load_prompt("judge", prompts)
        self.most_characters = most_characters

    async def judge(self, records: Iterable[tuple[str, Record]], article: Article) -> Judgement:
        """What the judge makes of verified `records`, which come with their paths.

        Where it fails, or leaves something out, the records concerned stay as they are, and a note says so. Raises
        what `ENDS_RUN` names, which no article would be spared.
        """
        given = dict(records)
        requests, too_long = split(statements_of(given.items()), article, self.most_characters)
        session = _Session(article)
        if too_long:
            session.say(f"{_statements(len(too_long))} not judged: too long, with the cited sentences, for one request")
        deferred: Deferred | None = None
        for statements in requests:
            try:
                await self._judge(statements, session)
            except Deferred as fault:  # the others can go with the same batch
                deferred = fault
        if deferred is not None:
            raise deferred
        findings = _findings(session.judged, article)
        lowered = {path: _lowered(given[path], found) for path, found in findings.items()}
        return Judgement(self._run(session, len(lowered)), lowered, tuple(session.notes))

    async def result(self, result: Result, article: Article) -> Result:
        """`result`, which was verified against `article`, as the judge leaves it.

        Raises what `judge` does, and `ConfigurationError` for the result of another text.
        """
        if result.source.sha256 != article.sha256:
            raise ConfigurationError(
                "the result is of another text than this article: verify it against this one first"
            )
        if article.published is None:
            article = replace(article, published=result.source.published)
        return (await self.judge(result.records(), article)).of_result(result)

    async def _judge(self, statements: Sequence[Statement], session: _Session) -> None:
        """Asks about `statements`, and once more about those that the answer leaves open."""
        left = list(statements)
        for _ in range(2):
            try:
                left = await self._ask(left, session)
            except ENDS_RUN:
                raise
            except ModelError as fault:
                session.failed.append(fault)
                session.say(f"the judge failed, {_statements(len(left))} not judged: {fault}")
                return
            if not left:
                return
        session.say(f"the judge gave no clear answer twice, {_statements(len(left))} not judged")

    async def _ask(self, statements: Sequence[Statement], session: _Session) -> list[Statement]:
        """One question; returns the statements on which the answer has no word, or two that differ."""
        article = session.article
        # Above every number of a sentence, so that neither can be taken for the other.
        first = (len(article.sentences) // 100 + 1) * 100 + 1
        asked = dict(enumerate(statements, start=first))
        lines = [statement.shown(number) for number, statement in asked.items()]
        messages = judge_messages(self.prompt, article, shown_sentences(statements, article), lines)
        answer = await self.model.answer(Question("judge", article, NEWS, Judgements, messages))
        session.answers.append(answer)
        words: dict[int, list[Judged]] = {}
        for judged in _read(answer).judgements:
            words.setdefault(judged.statement, []).append(judged)
        if invented := words.keys() - asked.keys():
            session.say(f"the judge answered {len(invented)} questions that were not asked; that is left out")
        if repeated := [number for number in words.keys() & asked.keys() if len(words[number]) > 1]:
            session.say(f"the judge gave several answers to {len(repeated)} of its questions")
        for number, statement in asked.items():
            if len({judged.label for judged in words.get(number, ())}) == 1:
                session.judged[statement] = words[number][0]
        return [statement for statement in statements if statement not in session.judged]

    def _run(self, session: _Session, lowered: int) -> JudgeRun:
        paid: list[Answer | ModelError] = [*session.answers, *(error for error in session.failed if error.calls)]
        costs = [one.cost_usd for one in paid]
        return JudgeRun(
            model=session.answers[0].model if session.answers else self.model.name,
            prompt=self.prompt.label,
            statements=len(session.judged),
            lowered=lowered,
            calls=sum(one.calls for one in paid),
            usage=sum((one.usage for one in paid if one.usage is not None), Usage()),
            cost_usd=None if not costs or None in costs else sum(cost for cost in costs if cost is not None),
        )


def _read(answer: Answer) -> Judgements:
    try:
        return Judgements.model_validate(answer.data)
    except ValidationError as fault:
        raise MalformedAnswer(f"the answer does not fit the schema: {fault.errors()[0]['msg']}") from fault


def _findings(judged: Mapping[Statement, Judged], article: Article) -> dict[str, list[Finding]]:
    """By the record's path: what the labels that lower a verdict become."""
    found: dict[str, list[Finding]] = {}
    for statement, word in judged.items():
        if code := CODES.get(word.label):
            for path, name in statement.places:
                found.setdefault(path, []).append(_finding(code, name, statement, word, article))
    return found


def _finding(code: Code, name: str, statement: Statement, word: Judged, article: Article) -> Finding:
    shows = word.sentence if word.sentence in statement.evidence else None
    if shows is None and len(statement.evidence) == 1:
        [shows] = statement.evidence
    sentence = article.sentence(shows) if shows is not None else None
    difference = shown(word.difference or "").rstrip(". ")
    return find(
        code,
        name,
        f"{OPENINGS[code]}{': ' if difference else ''}{difference}.",
        said=statement.text,
        article=article if sentence else None,
        place=(sentence.start, sentence.end) if sentence else None,
    )


def _lowered(record: Record, found: Sequence[Finding]) -> Record:
    findings = [*record.findings, *found]
    verdicts = [finding.verdict for finding in findings] + ([record.verdict] if record.verdict else [])
    return record.model_copy(update={"findings": findings, "verdict": worst(verdicts)})


def _statements(count: int) -> str:
    return "1 statement was" if count == 1 else f"{count} statements were"
