"""The Python face: `Summarizer` for many articles, `summarize` for one, `judge` for what is verified already."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarizer.article import Article
from summarizer.asking.chunks import CHUNK_TOKENS
from summarizer.coroutines import at_once, run_to_end
from summarizer.errors import ConfigurationError
from summarizer.fields import Record
from summarizer.generators import Generators
from summarizer.pipeline import Pipeline, Policy, Settings
from summarizer.records import Result
from summarizer.schema import NEWS, Schema

if TYPE_CHECKING:
    from summarizer.batch.estimate import Estimate
    from summarizer.models.base import Model
    from summarizer.models.chat import ChatOptions
    from summarizer.models.pricing import Prices
    from summarizer.routing import Rules

log = logging.getLogger(__name__)


LONGEST_PATH = 4096
"""Characters above which a string is surely the text itself and not a path."""


class Summarizer:
    """Summarizes articles with one model and one set of settings. Use it with `async with`.

    model       "provider/model", "offline", a `Model` of your own, or None: the hosted default where a key or a base
                url is set in the environment, the offline rules otherwise
    schema      your own `Record` class instead of the business-news records
    policy      what to do with records that do not hold: "flag" (keep, marked), "drop" or "fail"
    repairs     how often faulty records are sent back to the model at most
    passes      how often the records are asked for at most, each time those that are missing
    section_tokens
                tokens of an article that are asked about at once: a longer one is asked about section by section
    base_url    any OpenAI-compatible server
    prompts     a folder whose prompt files replace the built-in ones
    published   the articles' date, where they do not say it themselves
    judge       True: the model is asked too whether the cited sentences entail each statement, which can only lower a
                verdict; "provider/model" or a `Model` of your own: another model is asked
    options     how a chat model is asked: its time-outs, retries and limits
    rpm, tpm    requests and tokens a minute at most, those of the answers included; None: what the service grants
    prices      what the model's tokens cost where that is not what the price list says: `Prices`, or a text like
                "0.25,2" (US dollars for a million tokens of input and output) or "openai/gpt-5-mini" (its list prices);
                of several models by their names, {"openai/gpt-5": "2,8"}
    fallback    the models that are asked, in this order, where those before them failed: by name, or your own
    escalate    the better model that is asked where the records of those before do not hold
    rules       from which shares of faulty records on the next model is asked: `Rules`

    Raises `ConfigurationError` for anything that cannot work.
    """

    def __init__(
        self,
        model: str | Model | None = None,
        *,
        schema: type[Record] | Schema | None = None,
        policy: Policy = "flag",
        repairs: int = 1,
        base_url: str | None = None,
        api_key: str | None = None,
        prompts: Path | str | None = None,
        published: date | None = None,
        options: ChatOptions | None = None,
        judge: bool | str | Model = False,
        rpm: float | None = None,
        tpm: float | None = None,
        prices: Prices | str | Mapping[str, Prices | str] | None = None,
        passes: int = 1,
        section_tokens: int = CHUNK_TOKENS,
        fallback: str | Model | Sequence[str | Model] = (),
        escalate: str | Model | None = None,
        rules: Rules | None = None,
    ) -> None:
        settings = Settings(
            schema=NEWS if schema is None else schema if isinstance(schema, Schema) else Schema.of(schema),
            policy=policy,
            repairs=repairs,
            prompts=Path(prompts) if prompts is not None else None,
            section_tokens=section_tokens,
            passes=passes,
        )
        priced: dict[str, Prices] = {}
        if fallback and options is None:
            options = _impatient()
        if rpm is not None or tpm is not None:
            options = _limited(options, rpm, tpm)
        if model is None or isinstance(model, str):
            from summarizer.models.pricing import prices_by_name
            from summarizer.models.providers import default_model, open_model

            name = default_model(base_url, api_key) if model is None else model.strip()
            priced = prices_by_name(prices, name)
            # Before a better model the rules take nothing, and what is given is that one's.
            own = (None, None) if name == "offline" and escalate is not None else (base_url, api_key)
            model = open_model(model, base_url=own[0], api_key=own[1], prices=priced.get(name), options=options)
        elif base_url is not None or api_key is not None or prices is not None:
            raise ConfigurationError(
                "base_url, api_key and prices go with a model's name, not with a model of your own"
            )
        judging = model if judge is True else open_judge(judge, model.name, base_url, api_key, options, priced)
        self.pipeline = _pipeline(
            model,
            settings,
            judging,
            fallback=fallback,
            escalate=escalate,
            rules=rules,
            base_url=base_url,
            api_key=api_key,
            options=options,
            prices=priced,
        )
        if unknown := [name for name in priced if name not in self._names(judging)]:
            raise ConfigurationError(f"a price is given for {unknown[0]}, which is not asked")
        self.published = published
        self._batches = Generators()

    def _names(self, judge: Model | None) -> set[str]:
        """The names of all models that may be asked."""
        return {model.name for model in (*self.pipeline.models, judge) if model is not None}

    @property
    def model_name(self) -> str:
        """`provider/model` of the model that answers, or `offline`."""
        return self.pipeline.model.name

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._batches.close()
        finally:
            await self.pipeline.close()

    async def summarize(self, source: str | Path | Article) -> Result:
        """The verified result for one article: a path, the text itself, or an `Article`.

        A `Summary`, or an `Extraction` where a schema of your own was given. Raises `ArticleError` or
        `ConfigurationError`.
        """
        return await self.pipeline.run(open_article(source, self.published))

    def batch(
        self,
        folder: str | Path,
        *,
        concurrency: int = 8,
        out: str | Path | None = None,
        documents: bool | None = None,
        budget: float | None = None,
        processes: int | None = 1,
        provider_batch: bool = False,
        shard: str | None = None,
        log_requests: bool = False,
    ) -> AsyncGenerator[Result, None]:
        """The results for the articles of a folder and those below it, as they are finished.

        With `out`, the folder that `summarizer batch -o` writes, and in the same way: what is done there already is not
        done again, and its results come first. `documents`: a JSON file for each article there too. `budget`: US
        dollars that all runs into `out` together may cost; no article is begun that they might not cover, and a warning
        is logged where some are left so. `processes`: how many read and verify, None for as many as there are cores;
        they are forked from this one. `provider_batch`: the requests go as batches, which the service works off within
        a day, at a lower price; it needs `out`. `shard`: "2/8", the second of eight parts of the folder, each with an
        `out` of its own. `log_requests`: every request is kept in `out` with what came back, keys taken out.

        An article that fails is logged and left out; with `out` it is in `failures.jsonl` too, and without, use
        `summarizer.batch.run` to be given the failures. Who breaks the loop off ends the run: its files are written and
        `out` is free when `async with` the summarizer is left, or the generator is closed (`contextlib.aclosing`).
        """
        asked = {"documents": documents, "budget": budget, "processes": processes, "log_requests": log_requests}
        return self._batches.follow(self._batch(folder, concurrency, out, provider_batch, shard, asked))

    async def _batch(
        self,
        folder: str | Path,
        concurrency: int,
        out: str | Path | None,
        provider_batch: bool,
        shard: str | None,
        asked: Mapping[str, Any],
    ) -> AsyncGenerator[Result, None]:
        from summarizer.batch import Shard, StoredRun, run

        if out is None:
            if asked["budget"] is not None:
                raise ConfigurationError("a budget needs `out`, the folder in which is written down what was spent")
            if asked["processes"] != 1:
                raise ConfigurationError("several processes are for a batch with `out`, which they write into a store")
            if provider_batch:
                raise ConfigurationError("provider_batch needs a folder `out`, where what is at the service is kept")
            if shard is not None:
                raise ConfigurationError("a shard is written into a folder: give its `out` too")
            if asked["log_requests"]:
                raise ConfigurationError("requests are logged in the store of a batch: give its `out` too")
            outcomes = run(Path(folder), self.pipeline, published=self.published, concurrency=concurrency)
            async with contextlib.aclosing(outcomes):
                async for outcome in outcomes:
                    if outcome.result is not None:
                        yield outcome.result
                    else:
                        log.warning("%s: %s", outcome.path, outcome.error)
            return
        await self._batches.forgotten()
        # Looking through the folder and writing the files can take their time: in threads, beside the caller's work.
        options: dict[str, Any] = {
            **asked,
            "published": self.published,
            "shard": None if shard is None else Shard.parse(shard),
        }
        if provider_batch:
            from summarizer.batch.provider import ProviderBatches

            options["batches"] = ProviderBatches(say=log.info)
        stored = await asyncio.to_thread(StoredRun, Path(folder), Path(out), self.pipeline, **options)
        try:
            for known in stored.unchanged():
                yield known
            async with contextlib.aclosing(stored.run(concurrency)) as outcomes:
                async for outcome in outcomes:
                    if outcome.elsewhere:
                        continue
                    result = stored.result(outcome.path) if outcome.stored else outcome.result
                    if result is not None:
                        yield result
                    else:
                        log.warning("%s: %s", outcome.path, outcome.error)
            if stored.budget and stored.budget.refused is not None:
                log.warning("the budget of $%.2f is used up, and articles are left", stored.budget.limit)
        finally:
            await asyncio.to_thread(stored.close)

    def estimate(self, folder: str | Path, *, out: str | Path | None = None, shard: str | None = None) -> Estimate:
        """What `batch` would take for the articles of a folder: requests, tokens and US dollars, each with its range.

        Nobody is asked and nothing is written. With `out`, what is done there already costs nothing, and the figures go
        by what it took. `shard`: "2/8", of the second of eight parts of the folder alone. Raises `ConfigurationError`
        where there is no article, or `out` cannot be read or is of another shard.
        """
        from summarizer.batch.estimate import estimate
        from summarizer.batch.shards import Shard

        place = None if out is None else Path(out)
        part = None if shard is None else Shard.parse(shard)
        return estimate(Path(folder), place, self.pipeline, published=self.published, shard=part)


def summarize(source: str | Path | Article, **options: Any) -> Result:
    """Summarizes one article: `summarize("article.txt")`, or the text itself, or an `Article`.

    Takes the options of `Summarizer`, returns and raises what `Summarizer.summarize` does. Works inside a running
    event loop too (a notebook's), in a thread of its own.
    """

    summarizer = Summarizer(**options)

    async def once() -> Result:
        async with summarizer:
            return await summarizer.summarize(source)

    return run_to_end(once()) if summarizer.pipeline.waits else at_once(once())


def judge(
    source: str | Path | Article,
    result: Result,
    model: str | Model | None = None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    prompts: Path | str | None = None,
    options: ChatOptions | None = None,
) -> Result:
    """`result`, which `verify` or `summarize` made from `source`, with the verdicts that a judge lowers.

    `model` is asked whether the cited sentences entail each statement; it is found as that of `Summarizer` is. What
    the judge takes is added to `result.provenance`, and a note there says where it failed. Works inside a running
    event loop too.

    Raises `ConfigurationError` where there is no model to ask, `NotAuthorized` where it takes no key of ours.
    """
    folder = Path(prompts) if prompts is not None else None
    article = open_article(source)
    [judged] = run_to_end(
        judge_results([(result, article)], model, base_url=base_url, api_key=api_key, prompts=folder, options=options)
    )
    return judged


async def judge_results(
    results: Sequence[tuple[Result, Article]],
    model: str | Model | None = None,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    prompts: Path | None = None,
    options: ChatOptions | None = None,
) -> list[Result]:
    """Several results, each with its article, as the judge leaves them: `judge`, to be awaited."""
    from summarizer.judging import Judge

    opened = open_judge(True if model is None else model, None, base_url, api_key, options)
    assert opened is not None  # noqa: S101
    asked = Judge(opened, prompts)
    try:
        return [await asked.result(result, article) for result, article in results]
    finally:
        await opened.close()


def open_judge(
    judge: bool | str | Model,
    beside: str | None,
    base_url: str | None,
    api_key: str | None,
    options: ChatOptions | None,
    prices: Mapping[str, Prices] | None = None,
) -> Model | None:
    """The judging model: the default one for True, the one of this name, or the model itself; None for False.

    `base_url` and `api_key` are those of the model `beside`, and the judge's too unless it is of another provider.
    """
    if judge is False:
        return None
    if not isinstance(judge, bool | str):
        return judge
    from summarizer.routing import open_beside

    return open_beside("the judge", None if judge is True else judge, beside, base_url, api_key, options, prices)


def _pipeline(
    model: Model,
    settings: Settings,
    judge: Model | None,
    *,
    fallback: str | Model | Sequence[str | Model],
    escalate: str | Model | None,
    rules: Rules | None,
    **place: Any,
) -> Pipeline:
    """The pipeline of one model, or the route of several."""
    if not fallback and escalate is None:
        if rules is not None:
            raise ConfigurationError("the rules of a route go with a model to fall back or to escalate to")
        return Pipeline(model, settings, judge)
    from summarizer.routing import open_route

    return open_route(model, settings, judge, fallback=fallback, escalate=escalate, rules=rules, **place)


def _impatient() -> ChatOptions:
    """The usual options, where another model need not be kept waiting."""
    from summarizer.models.chat import ChatOptions
    from summarizer.models.limits import Limits
    from summarizer.routing import FALLBACK_PATIENCE

    return ChatOptions(limits=Limits(patience=FALLBACK_PATIENCE))


def _limited(options: ChatOptions | None, rpm: float | None, tpm: float | None) -> ChatOptions:
    from summarizer.models.chat import ChatOptions

    options = options or ChatOptions()
    return dataclasses.replace(options, limits=dataclasses.replace(options.limits, rpm=rpm, tpm=tpm))


def open_article(source: str | Path | Article, published: date | None = None) -> Article:
    """`source` as an article: a `Path`, a string that names a file, a text, or an article as it is.

    A string is a path where a file of that name exists, or where it is one word that ends like an article's file
    (so that a misspelt path is an error and not a text of one word). Raises `ReadError`.
    """
    from summarizer.readers import article_suffixes, read_article

    if isinstance(source, Article):
        if published is None or source.published_from == "flag":
            return source
        return dataclasses.replace(source, published=published, published_from="flag")
    if isinstance(source, Path):
        return read_article(source, published=published)
    if len(source) <= LONGEST_PATH and "\n" not in source and "\0" not in source:
        path = Path(source)
        one_word = not any(character.isspace() for character in source)
        if _is_file(path) or (one_word and path.suffix.lower() in article_suffixes()):
            return read_article(path, published=published)
    return Article.from_text(source, published=published)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
