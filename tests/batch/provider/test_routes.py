"""Several models by provider batches: a further one is asked when the answers of the one before are there."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch import StoredRun
from summarizer.batch.provider import ProviderBatches
from summarizer.errors import ConfigurationError
from summarizer.models.chat import ChatModel, ChatOptions, Endpoint
from summarizer.models.limits import Limits
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Settings
from summarizer.routing import Route

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

MakeFolder = Callable[..., Path]

ARTICLES = {
    "a.txt": "Orrin Foods opened nine shops in Velm.",
    "b.txt": "Tessel Air bought two ships. DECLINE",
    "c.txt": "Velm Oil drilled two wells. LIE",
}


@pytest.fixture
def models(service: Any, batching: Any) -> Counter[str]:
    """How often each model was asked, in batches and by calls; only `cheap` refuses and lies, `unknown` is none."""
    asked: Counter[str] = Counter()
    usual = service.answer

    def answer(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        name = body["model"]
        asked[name] += 1
        if name == "unknown":
            return 400, {"error": {"message": "not for this model"}}
        text = json.dumps(body)
        if name != "cheap":
            text = text.replace("DECLINE", "Decline").replace("LIE", "Lie")
        status, said = usual(json.loads(text))
        return status, {**said, "model": name}

    service.answer = batching.answer = answer
    return asked


@pytest.fixture
def route(service: Any, batching: Any) -> Callable[..., Route]:
    """Makes a route over the service with batches; a model whose name begins with `call` is at the one without."""

    def make(first: str = "cheap", *fallbacks: str, better: str | None = None, judged: bool = False) -> Route:
        async def sleep(_: float) -> None:
            await asyncio.sleep(0)

        def chat(name: str) -> Any:
            if name == "offline":
                return OfflineModel()
            url = service.base_url if name.startswith("call") else batching.base_url
            return ChatModel(name, name, Endpoint(url, "none"), ChatOptions(limits=Limits(patience=0.0)), sleep=sleep)

        model = chat(first)
        return Route(
            model,
            Settings(repairs=0),
            model if judged else None,
            fallbacks=[chat(name) for name in fallbacks],
            better=None if better is None else chat(better),
        )

    return make


def answered_by(done: Any) -> dict[str, str]:
    """By the article's name: whose records it has."""
    return {Path(one["source"]["path"]).name: one["provenance"]["model"] for one in done.documents}


def test_what_a_batch_does_not_answer_goes_with_the_fallbacks_batch(
    folder: MakeFolder, by_batch: Callable[..., Any], models: Counter[str], route: Callable[..., Route], batching: Any
) -> None:
    root = folder(ARTICLES)
    done = by_batch(root, route("cheap", "spare"))
    assert done.fault is None
    assert answered_by(done) == {"a.txt": "cheap", "b.txt": "spare", "c.txt": "spare"}
    assert batching.sizes == [3, 2]
    assert models == {"cheap": 3, "spare": 2}
    [declined] = [one["provenance"] for one in done.documents if one["source"]["path"].endswith("b.txt")]
    assert [(one["outcome"], one["error"]) for one in declined["attempts"]] == [("failed", "Refused"), ("kept", None)]
    again = by_batch(root, route("cheap", "spare"))
    assert again.documents == done.documents
    assert batching.sizes == [3, 2]


def test_a_request_that_fails_in_its_batch_for_good_goes_to_the_fallback(
    folder: MakeFolder, by_batch: Callable[..., Any], models: Counter[str], route: Callable[..., Route]
) -> None:
    done = by_batch(folder(ARTICLES), route("unknown", "spare"))
    assert (set(answered_by(done).values()), done.failures) == ({"spare"}, {})
    assert models["spare"] == 3


def test_a_fallback_that_takes_no_batches_is_called(
    folder: MakeFolder,
    by_batch: Callable[..., Any],
    models: Counter[str],
    route: Callable[..., Route],
    batching: Any,
    service: Any,
) -> None:
    done = by_batch(folder(ARTICLES), route("cheap", "call"))
    assert answered_by(done) == {"a.txt": "cheap", "b.txt": "call", "c.txt": "call"}
    assert batching.sizes == [3]
    assert service.calls == models["call"] == 2


def test_the_rules_may_stand_last(
    folder: MakeFolder, by_batch: Callable[..., Any], route: Callable[..., Route]
) -> None:
    done = by_batch(folder({"b.txt": ARTICLES["b.txt"]}), route("cheap", "offline"))
    assert answered_by(done) == {"b.txt": "offline"}


@pytest.mark.usefixtures("models")
def test_articles_are_escalated_in_a_batch_of_their_own(
    folder: MakeFolder, by_batch: Callable[..., Any], route: Callable[..., Route], batching: Any
) -> None:
    done = by_batch(folder(ARTICLES), route("cheap", better="better"))
    assert answered_by(done) == {"a.txt": "cheap", "b.txt": "better", "c.txt": "better"}
    assert batching.sizes == [3, 2]


@pytest.mark.usefixtures("models")
def test_a_run_that_is_broken_off_between_the_batches_goes_on(
    folder: MakeFolder, by_batch: Callable[..., Any], route: Callable[..., Route], batching: Any
) -> None:
    root, looks = folder(ARTICLES), 0
    while True:
        done = by_batch(root, route("cheap", "spare"), wait=False)
        looks += 1
        assert looks < 20
        if not done.run.waiting and len(done.documents) == len(ARTICLES):
            break
    assert answered_by(done) == {"a.txt": "cheap", "b.txt": "spare", "c.txt": "spare"}
    assert batching.sizes == [3, 2]


def test_the_model_that_is_asked_about_every_article_must_take_batches(
    folder: MakeFolder, tmp_path: Path, route: Callable[..., Route]
) -> None:
    first = route("cheap", "spare")
    first._models = (OfflineNamed(), *first._models[1:])
    with pytest.raises(ConfigurationError, match="takes no batches"):
        StoredRun(folder(ARTICLES), tmp_path / "out", first, batches=ProviderBatches())


class OfflineNamed(OfflineModel):
    """A model that speaks no protocol."""

    name = "own"
