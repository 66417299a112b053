"""The example articles with a model's recorded answers, as tests/test_recordings.py replays them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from benchmarks.verifier.cases import RECORDS, Case, Draft
from benchmarks.verifier.sources import ROOT, cases_of
from summarizer.mapping import records_of
from summarizer.readers import read_article
from summarizer.verifier.index import Index

ARTICLES = ROOT / "examples" / "articles"
RECORDINGS = ROOT / "cassettes" / "test_recordings"

NOT_RIGHT = {
    ("port_stake_agency.txt", "deals"): "the buyer of the stake is called an investor",
    ("injected_instructions.txt", "claims"): "some claims repeat what the injected lines say",
}
"""What a reader would not call right in the recorded answers, and why; tests/test_recordings.py says the same."""


def cases() -> Iterator[Case]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted(ARTICLES.iterdir()):
        recording = RECORDINGS / f"test_an_article_becomes_a_summary[{path.name}].yaml"
        interactions = yaml.load(recording.read_text(encoding="utf-8"), loader)["interactions"]
        # The first answer: a repair, where there is one, holds only some of the records.
        choice = interactions[0]["response"]["body"]["$json"]["choices"][0]
        article = read_article(path)
        answer: dict[str, Any] = records_of(choice["message"]["content"]["$json"], Index(article))
        drafts: list[tuple[str, Draft]] = []
        for section in RECORDS:
            if (path.name, section) in NOT_RIGHT:
                continue
            records = answer.get(section) or []
            drafts += [(section, draft) for draft in (records if isinstance(records, list) else [records])]
        yield from cases_of("own", path.stem, article, drafts)
