"""What comes back of answers that are broken in known ways: `python -m benchmarks.mending`.

The texts and citations of the gold documents, as one JSON answer a document, are broken in one way each as weak models
break them. Of what the program makes of it (and json-repair, where it is installed) is counted: given back as it was
meant; asked for again; given back other than it was meant, which is the one that must not be.
"""

from __future__ import annotations

import importlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, create_model

from summarizer.models.mending import read_answer

KINDS = ("as meant", "asked again", "other")
GOLD = Path(__file__).parent / "data" / "offline"
MOST_RECORDS = 12
STRICT = ConfigDict(extra="forbid")
RECORD = create_model("Record", __config__=STRICT, text=(str, ...), evidence=(list[int], ...))
ANSWER = create_model("Answer", __config__=STRICT, items=(list[RECORD], ...))  # type: ignore[valid-type]

Broken = tuple[str, Any] | None
"""A broken answer, and what was meant by it; None where it has nothing to break."""


def records(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        text, evidence = document.get("text"), document.get("evidence")
        if isinstance(text, str) and evidence and '"' not in text:
            yield {"text": text, "evidence": evidence}
        document = list(document.values())
    if isinstance(document, list):
        for member in document:
            yield from records(member)


def replaced(pattern: str, by: str, count: int = 1) -> Callable[[str], Broken]:
    def breaking(answer: str) -> Broken:
        broken = re.sub(pattern, by, answer, count=count)
        return None if broken == answer else (broken, json.loads(answer))

    return breaking


def quoted(pattern: str, by: str) -> Callable[[str], Broken]:
    """Quotation marks (`~` in `by`) put into a text, not escaped."""

    def breaking(answer: str) -> Broken:
        found = re.search(pattern, answer)
        if found is None:
            return None
        before, after, inside = answer[: found.start()], answer[found.end() :], found.expand(by)
        meant = json.loads(before + inside.replace("~", '\\"') + after)
        return before + inside.replace("~", '"') + after, meant

    return breaking


BREAKS: dict[str, Callable[[str], Broken]] = {
    "commas before the end": replaced(r'([}\]"0-9])([}\]])', r"\1,\2", 3),
    "a comma missing": replaced(r"\}, \{", "} {"),
    "a Python dictionary": lambda answer: (str(json.loads(answer)), json.loads(answer)),
    "citations as text": replaced(r'"evidence": (\[[^]]*\])', r'"evidence": "\1"', 3),
    "a code fence": replaced(r"\A([\s\S]*)\Z", r"Here it is:\n```json\n\1\n```"),
    "cut at 60%": lambda answer: (answer[: len(answer) * 3 // 5], json.loads(answer)),
    "~a word~ in a text": quoted(r'("text": "[^"]{15,}? )(\w+)( )', r"\1~\2~\3"),
    "~a word~, in a text": quoted(r'("text": "[^",]{10,}?) (\w+), (\w+)', r"\1 ~\2~, \3"),
    "~a word,~ in a text": quoted(r'("text": "[^",]{10,}?) (\w+), (\w+)', r"\1 ~\2,~ \3"),
    "~a whole text~": quoted(r'"text": "([^"]{10,}?)"', r'"text": "~\1~"'),
}


def ours(text: str) -> Any:
    read = read_answer(text, ANSWER)
    return None if read is None else read.parsed.model_dump()


def count(answers: list[str], reader: Callable[[str], Any], breaking: Callable[[str], Broken]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for answer in answers:
        if (broken := breaking(answer)) is not None:
            read = reader(broken[0])
            counted[KINDS[0] if read == broken[1] else KINDS[1] if read is None else KINDS[2]] += 1
    return counted


def main() -> None:
    documents = [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.rglob("*.json"))]
    held = [list(records(document))[:MOST_RECORDS] for document in documents]
    answers = [json.dumps({"items": items}, ensure_ascii=False) for items in held if items]
    readers: dict[str, Callable[[str], Any]] = {"summarizer": ours}
    try:
        readers["json-repair"] = importlib.import_module("json_repair").loads
    except ImportError:
        print("json-repair is not installed; to see it too: pip install json-repair")
    print(f"{'':<24}" + "".join(f"{name + ': as meant / asked again / other':>48}" for name in readers))
    for name, breaking in BREAKS.items():
        row = f"{name.replace('~', chr(34)):<24}"
        for reader in readers.values():
            counted = count(answers, reader, breaking)
            row += f"{' / '.join(str(counted[kind]) for kind in KINDS):>48}"
        print(row)


if __name__ == "__main__":
    main()
