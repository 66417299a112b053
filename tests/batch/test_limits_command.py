"""`summarizer batch` where the service is down, has no quota left, or is limited by the user."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer import Summarizer
from summarizer.cli import app
from summarizer.errors import ConfigurationError
from summarizer.models.chat import ChatModel, ChatOptions
from tests.loopback import Chat, Reply

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"Orrin Foods opened mill {number}.", "utf-8")
    root, ours = logging.getLogger(), logging.getLogger("summarizer")
    handlers = list(root.handlers), list(ours.handlers)
    yield folder
    root.handlers[:], ours.handlers[:] = handlers


@pytest.fixture
def without_quota() -> Iterator[str]:
    """The base url of a service whose account has no quota left."""
    said = {"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}}
    with Chat(lambda _: Reply(said, 429)) as service:
        yield service.base_url


def batch(articles: Path, base_url: str, *options: str) -> Result:
    out = str(articles.parent / "out")
    return CliRunner().invoke(app, ["batch", str(articles), "-o", out, "-m", "x", "--base-url", base_url, *options])


def test_a_service_that_stays_down_ends_the_run_like_an_interruption(articles: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        base_url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    done = batch(articles, base_url, "--patience", "0")
    assert done.exit_code == 130
    assert done.stderr.count("the service is down") == 1
    assert "what is done is kept, run the same command again later" in done.stderr
    assert "0 done, 0 failed" in done.stderr


def test_a_used_up_quota_ends_the_run(articles: Path, without_quota: str) -> None:
    done = batch(articles, without_quota)
    assert done.exit_code == 2
    assert done.stderr.count("quota or credit is used up") == 1


@pytest.mark.parametrize("option", ["--rpm", "--tpm"])
def test_a_limit_is_more_than_nothing(articles: Path, option: str) -> None:
    assert batch(articles, "http://127.0.0.1:9/v1", option, "0").exit_code == 2


def test_a_summarizer_holds_its_model_to_the_limits() -> None:
    summarizer = Summarizer("x", base_url="http://127.0.0.1:9/v1", rpm=30, tpm=9000, options=ChatOptions(timeout=5))
    model = summarizer.pipeline.model
    assert isinstance(model, ChatModel)
    assert (model.options.limits.rpm, model.options.limits.tpm, model.options.timeout) == (30, 9000, 5)
    with pytest.raises(ConfigurationError):
        Summarizer("x", base_url="http://127.0.0.1:9/v1", rpm=0)
