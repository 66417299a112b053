"""An answer as a model writes it, through the pipeline: what cannot be written out goes back and comes mended."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from summarizer.article import Article
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Summary
from summarizer.verdicts import Verdict

TEXT = (
    'Ostrel Grid ordered nine barges. "The yard is full and the yard is late, and the yard has no crane that can lift '
    'a barge of this size before the summer," said Ines Marlowe, chief engineer of Ostrel Grid. They are due in May.'
)
WHOLE = (
    "The yard is full and the yard is late, and the yard has no crane that can lift a barge of this size "
    "before the summer"
)


class Scripted:
    """Gives prepared answers in turn, each held to the question's class as a service's is."""

    name = "test/scripted"
    needs_prompt = True

    def __init__(self, *answers: Mapping[str, Any]) -> None:
        self.answers = list(answers)
        self.asked: list[Question] = []

    async def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        parsed = question.wire.model_validate_json(json.dumps(self.answers.pop(0)))
        return Answer(parsed.model_dump(mode="json"), "test/scripted-1", "strict")

    async def close(self) -> None:
        pass


def answer(words: str) -> dict[str, Any]:
    """What is answered where Marlowe's words are written in this way."""
    marlowe = {"name": "Ines Marlowe", "kind": "executive", "role": "chief engineer", "affiliation": "Ostrel Grid"}
    ostrel = {"name": "Ostrel Grid", "kind": "company", "description": None, "said": []}
    return {
        "headline": "Ostrel Grid ordered nine barges. [1]",
        "abstract": [],
        "organizations": [ostrel],
        "people": [{**marlowe, "said": [f"{words} [2]"]}],
        "deals": [],
        "claims": [],
    }


def run(*answers: Mapping[str, Any]) -> tuple[Summary, Scripted]:
    model = Scripted(*answers)
    summary = asyncio.run(Pipeline(model, Settings()).run(Article.from_text(TEXT)))
    assert isinstance(summary, Summary)
    return summary, model


def test_shortened_words_need_no_second_question() -> None:
    summary, model = run(answer("The yard is full and ~ size before the summer"))
    assert [quote.text for quote in summary.quotes] == [WHOLE]
    assert [(quote.verdict, quote.mode) for quote in summary.quotes] == [(Verdict.VERIFIED, "direct")]
    assert [party.name for party in summary.parties] == ["Ostrel Grid", "Ines Marlowe"]
    assert summary.faulty() == []
    assert [question.task for question in model.asked] == ["extract"]


def test_words_that_cannot_be_written_out_go_back_and_come_mended() -> None:
    mended = {
        "evidence": [2],
        "text": WHOLE,
        "speaker": "Ines Marlowe",
        "affiliation": "Ostrel Grid",
        "role": "chief engineer",
        "speaker_kind": "executive",
    }
    ambiguous = "the yard ~ size before the summer"
    summary, model = run(answer(ambiguous), {"quotes": [{"record": 0, "replacement": mended}]})
    assert [question.task for question in model.asked] == ["extract", "repair"]
    shown = model.asked[1].messages[-1].content
    assert ambiguous in shown
    assert '"mode"' not in shown
    assert [(quote.text, quote.mode, quote.verdict) for quote in summary.quotes] == [
        (WHOLE, "direct", Verdict.VERIFIED)
    ]
    assert summary.provenance.repaired == 1


def test_words_that_stay_shortened_are_marked() -> None:
    ambiguous = "the yard ~ size before the summer"
    summary, _ = run(answer(ambiguous), {"quotes": []})
    assert [(quote.text, quote.verdict and quote.verdict.faulty) for quote in summary.quotes] == [(ambiguous, True)]
