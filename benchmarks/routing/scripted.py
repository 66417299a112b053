"""Models that answer with the gold records of an article, faults of stated kinds put in at stated rates.

They are no language models: what they show is how a route behaves with models of which it is known how often they are
wrong, and nothing of how often any real one is.

    left out    a record is missing
    amount      the first number of a deal's value, a claim or a sentence of the abstract is another
    name        a party's name stands in the place of another's: as the speaker of a quote, in a claim, in a deal
    refusal     the article is not answered at all

Faults of real models come together: an article that is hard for one has many. So a share of the articles is hard.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from summarizer.batch.tokens import count_tokens
from summarizer.errors import Refused
from summarizer.models.base import Answer, Question
from summarizer.models.pricing import Prices
from summarizer.records import Usage

Record = dict[str, Any]
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SECTIONS = ("abstract", "parties", "deals", "quotes", "claims")


@dataclass(frozen=True)
class Rates:
    """How often it goes wrong: shares of the records."""

    left_out: float
    wrong: float


@dataclass(frozen=True)
class Skill:
    """What a model can do."""

    usual: Rates
    hard: Rates
    hard_articles: float = 0.0
    """The share of the articles that are hard for it."""
    refused: float = 0.0
    """The share of the articles that it does not answer."""


class ScriptedModel:
    """A model of this skill, whose answers are the same each time for the same seed."""

    needs_prompt = True

    def __init__(
        self, name: str, skill: Skill, prices: Prices, gold: Mapping[str, Mapping[str, Any]], seed: int
    ) -> None:
        self.name = name
        self.price_list = prices
        self._skill = skill
        self._gold = gold
        self._seed = seed
        self.asked = 0
        self.wrong: dict[str, int] = {}
        """By article, the records that were made wrong."""

    async def answer(self, question: Question) -> Answer:
        """The gold records with this model's faults."""
        self.asked += 1
        article = question.article
        chance = Random(f"{self._seed} {self.name} {article.sha256}")
        told = sum(count_tokens(message.content) for message in question.messages)
        if chance.random() < self._skill.refused:
            fault = Refused(f"{self.name}: the model declined to answer")
            fault.calls, fault.usage = 1, Usage(input_tokens=told, output_tokens=20)
            fault.cost_usd = self.price_list.of(told, 0, 20)
            raise fault
        rates = self._skill.hard if chance.random() < self._skill.hard_articles else self._skill.usual
        data, wrong = spoiled(self._gold[article.sha256], rates, chance)
        self.wrong[article.sha256] = wrong
        written = count_tokens(json.dumps(data, ensure_ascii=False))
        usage = Usage(input_tokens=told, output_tokens=written)
        return Answer(data, self.name, "strict", 1, usage, self.price_list.of(told, 0, written))

    async def close(self) -> None:
        """Nothing to give up."""


def spoiled(gold: Mapping[str, Any], rates: Rates, chance: Random) -> tuple[Record, int]:
    """The records of `gold` with faults at these rates, and how many of them are wrong."""
    names = [party["name"] for party in gold["parties"]]
    data: Record = {"headline": gold["headline"]}
    wrong = 0
    for section in SECTIONS:
        data[section] = []
        for record in gold[section]:
            if chance.random() < rates.left_out:
                continue
            if chance.random() < rates.wrong and (other := _wrong(section, record, names, chance)) is not None:
                data[section].append(other)
                wrong += 1
            else:
                data[section].append(record)
    return data, wrong


def _wrong(section: str, record: Record, names: list[str], chance: Random) -> Record | None:
    """`record` with one fault; None where there is none of the kinds for it."""
    changed: Record = json.loads(json.dumps(record))
    if section == "quotes":
        return _renamed(changed, "speaker", names, chance)
    if section == "deals":
        if changed.get("value") and (other := _other_number(changed["value"]["text"])):
            # As a model writes it: the words alone.
            changed["value"] = {"text": other}
            return changed
        party = chance.choice(changed["parties"]) if changed["parties"] else None
        return changed if party and _renamed(party, "name", names, chance) else None
    for field in ("statement", "text"):
        if field not in changed:
            continue
        if other := _other_number(changed[field]):
            changed[field], changed["figures"] = other, []
            if section != "claims":
                del changed["figures"]
            return changed
        inside = [name for name in names if name in changed[field]]
        if inside and (others := [name for name in names if name not in changed[field]]):
            changed[field] = changed[field].replace(chance.choice(inside), chance.choice(others))
            return changed
    return None


def _renamed(record: Record, field: str, names: list[str], chance: Random) -> Record | None:
    others = [name for name in names if name != record[field]]
    if not others:
        return None
    record[field] = chance.choice(others)
    return record


def _other_number(text: str) -> str | None:
    """`text` with its first number's first digit one higher, 9 becoming 2."""
    found = NUMBER.search(text)
    if found is None:
        return None
    digit = int(text[found.start()])
    return f"{text[: found.start()]}{2 if digit == 9 else digit + 1}{text[found.start() + 1 :]}"
