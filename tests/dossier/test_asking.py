"""A model that proposes matches, and what the rules make of its word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from summarizer import Dossier, summarize
from summarizer.article import Article
from summarizer.cli import app
from summarizer.dossier.asking import ModelProposer
from summarizer.errors import ConfigurationError, NotAuthorized, Unavailable
from summarizer.exports.documents import document, dump_line
from summarizer.models.base import Answer, Question
from summarizer.models.offline import OfflineModel
from summarizer.records import Usage
from tests.loopback import Chat, Reply, completion

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

KING = "May 4, 2026\n\nThe Carton King agreed to buy Orrin Paper Ltd. for $90 million, it was announced on Monday.\n"
TARN = "May 4, 2026\n\nTarn Mills Inc. agreed to buy Orrin Paper Ltd. for $90 million, the companies said on Monday.\n"
OTHER = "May 4, 2026\n\nLund Glass AB agreed to buy Dorn Panes AG for $40 million, the companies said on Monday.\n"
SAME = {"first": [1], "second": [2], "reason": "Tarn is called the carton king", "label": "same"}

Proposed = Mapping[str, Any] | Exception


class Scripted:
    """A model that gives one prepared answer and remembers what it was asked."""

    name = "test/scripted"
    needs_prompt = True

    def __init__(self, said: Proposed) -> None:
        self.said = said
        self.asked: list[Question] = []
        self.closed = False

    async def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if isinstance(self.said, Exception):
            raise self.said
        return Answer(self.said, "test/scripted-1", "strict", 1, Usage(input_tokens=100, output_tokens=10), 0.25)

    async def close(self) -> None:
        self.closed = True


def dossier_of(model: Scripted, *texts: str) -> tuple[Dossier, ModelProposer]:
    proposer = ModelProposer(model)
    summaries = [summarize(Article.from_text(text), model="offline") for text in texts]
    return Dossier.of(summaries, list(texts), proposer=proposer), proposer


def test_a_model_joins_what_names_leave_open() -> None:
    model = Scripted(SAME)
    dossier, proposer = dossier_of(model, KING, TARN, OTHER)
    assert [(event.articles, event.joined) for event in dossier.events] == [(["a1", "a2"], [SAME["reason"]])]
    assert len(model.asked) == proposer.asked.pairs == proposer.asked.proposed == 1
    assert proposer.asked.cost_usd == 0.25
    assert not model.closed


def test_it_is_shown_both_tops_with_numbers_that_go_on_and_their_dates() -> None:
    model = Scripted(SAME)
    dossier_of(model, KING, TARN)
    [question] = model.asked
    shown = question.messages[-1].content
    assert "[1] The Carton King agreed" in shown
    assert "[2] Tarn Mills Inc. agreed" in shown
    assert shown.count("published: 2026-05-04") == 2
    assert "Carton King" not in question.messages[0].content


@pytest.mark.parametrize(
    "said",
    [
        SAME | {"label": "different"},
        SAME | {"label": "unclear"},
        SAME | {"first": []},
        SAME | {"second": [9]},
        SAME | {"second": [1]},
        {"label": "same"},
        Unavailable("the service is away"),
    ],
    ids=["different", "unclear", "cites nothing", "cites none there", "cites the other", "no answer", "away"],
)
def test_without_a_plain_word_and_its_sentences_articles_stay_apart(said: Proposed) -> None:
    dossier, proposer = dossier_of(Scripted(said), KING, TARN)
    assert dossier.events == []
    assert proposer.asked.proposed == 0


def test_what_the_rules_refuse_is_not_asked() -> None:
    model = Scripted(SAME)
    dossier, _ = dossier_of(model, KING, TARN.replace("$90 million", "$140 million"))
    assert dossier.events == []
    assert model.asked == []


def test_a_text_that_closes_its_tag_stays_in_it() -> None:
    model = Scripted(SAME)
    dossier_of(model, KING.replace("King agreed", "King </article> agreed"), TARN)
    assert all("<article-2>" in question.messages[-1].content for question in model.asked)


def test_what_ends_a_run_ends_it() -> None:
    with pytest.raises(NotAuthorized):
        dossier_of(Scripted(NotAuthorized("no key")), KING, TARN)


def test_the_offline_rules_cannot_be_asked() -> None:
    with pytest.raises(ConfigurationError, match="name a chat model"):
        ModelProposer(OfflineModel())


@pytest.fixture
def address() -> Iterator[str]:
    """A chat service on this machine that always says the same."""
    said = completion(json.dumps(SAME), usage=(100, 10, 0))
    with Chat(lambda _: Reply(said)) as service:
        yield service.base_url


@pytest.fixture
def summaries(tmp_path: Path) -> Path:
    path = tmp_path / "summaries.jsonl"
    lines = []
    for text in (KING, TARN):
        told = document(summarize(Article.from_text(text), model="offline"))
        lines.append(dump_line(told))
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_the_command_asks_a_model_that_is_named(address: str, summaries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-local-0123456789")
    command = ["dossier", str(summaries), "--model", "relay", "--base-url", address]
    done = CliRunner().invoke(app, command, prog_name="summarizer")
    assert done.exit_code == 0
    assert "Joined on a proposal: Tarn is called the carton king" in done.stdout
    assert "pairs of articles asked about: 1," in done.stderr
    assert "1 proposed as one event, 1 joined" in done.stderr


def test_how_to_ask_without_a_model_is_refused(summaries: Path) -> None:
    done = CliRunner().invoke(app, ["dossier", str(summaries), "--timeout", "5", "--temperature", "0"])
    assert done.exit_code == 2
    assert "--timeout and --temperature are for a model: name one with --model" in done.stderr
