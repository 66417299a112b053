"""What a model that misses nothing answers about some sentences of a planted document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from benchmarks.long.document import Planted

NUMBER = re.compile(r"^\[(\d+)\] ", re.MULTILINE)
TO_READ = re.compile(r"sentences, \[(\d+)\] to \[(\d+)\] are to be read")

Found = Sequence[tuple[str, dict[str, Any]]]
"""Records with their citation, each with the section of the schema that it belongs to."""


def read_now(text: str) -> tuple[int, int]:
    """The first and the last of the sentences that the last message of a question is about."""
    if told := TO_READ.search(text):
        return int(told[1]), int(told[2])
    numbers = [int(number) for number in NUMBER.findall(text)]
    return numbers[0], numbers[-1]


class Finder:
    """Finds the planted records by sentence."""

    def __init__(self, planted: Planted) -> None:
        self.article = planted.article
        self.by_sentence: dict[int, list[tuple[str, dict[str, Any]]]] = {}
        for at, section, record in planted.records:
            sentence = planted.article.sentence_at(at)
            assert sentence is not None
            self.by_sentence.setdefault(sentence.number, []).append((section, record))

    def answer(self, wire: type[BaseModel], first: int, last: int, skipped: Sequence[str] = ()) -> dict[str, Any]:
        """The answer in the shape of `wire` about these sentences, without the records of the `skipped` sections."""
        named = [number for number in range(first, last + 1) if number in self.by_sentence]
        found = [
            (section, {**record, "evidence": [number]})
            for number in named
            for section, record in self.by_sentence[number]
            if section not in skipped
        ]
        answer = in_shape(wire, found)
        if "headline" in answer:
            answer["headline"], *answer["abstract"] = [self.sentence(number) for number in (named or [first])[:3]]
        return answer

    def sentence(self, number: int) -> dict[str, Any]:
        """A sentence of the article as a headline, or one of an abstract."""
        return {"text": self.article.sentences[number - 1].text, "evidence": [number]}


def in_shape(wire: type[BaseModel], found: Found) -> dict[str, Any]:
    """Records as a model writes them: what somebody said under who said it, claims under who makes them."""
    answer: dict[str, Any] = {name: [] for name in wire.model_fields}
    if "organizations" not in answer:
        for section, record in found:
            if section in answer:
                answer[section].append(record)
        return answer
    speakers = {record["speaker"]: record for section, record in found if section == "quotes"}
    said: dict[str, list[str]] = {}
    for section, record in found:
        if section == "quotes":
            said.setdefault(record["speaker"], []).append(_cited(record["text"], record["evidence"]))
    names = dict.fromkeys(record["name"] for section, record in found if section == "parties")
    kinds = {record["name"]: record["kind"] for section, record in found if section == "parties"}
    for name in names:
        words = said.get(name, [])
        if kinds[name] == "person":
            quote = speakers.get(name, {})
            told = {"role": quote.get("role"), "affiliation": quote.get("affiliation")}
            answer["people"].append({"name": name, "kind": quote.get("speaker_kind", "other"), **told, "said": words})
        else:
            answer["organizations"].append({"name": name, "kind": kinds[name], "description": None, "said": words})
    answer["deals"] = [
        {**record, "value": record["value"]["text"], "currency": record["value"]["currency"]}
        for section, record in found
        if section == "deals"
    ]
    claims = [_cited(record["statement"], record["evidence"]) for section, record in found if section == "claims"]
    answer["claims"] = [{"claimant": None, "kind": "fact", "claims": claims}] if claims else []
    return answer


def _cited(text: str, numbers: Sequence[int]) -> str:
    return f"{text} [{','.join(map(str, numbers))}]"
