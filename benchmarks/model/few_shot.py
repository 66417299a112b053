"""langextract's way to the same records: its own prompt, with few-shot examples in its documented format.

The request is langextract's own (`OpenAILanguageModel`, held to the schema that it derives from the examples) and so is
the reading of the answer. The kinds of records and their fields are ours, as classes and attributes. Kinder than its
defaults is that a whole article is one question: by default it cuts at 1,000 characters and repeats the prompt.

Needs `pip install -r benchmarks/model/requirements.txt` beside the program.
"""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.model.runs import Call
from benchmarks.model.sets import Item
from benchmarks.model.tokens import compact
from summarizer import verify
from summarizer.records import Usage
from summarizer.verdicts import Verdict, worst

DESCRIPTION = """\
Extract the parties, deals, quotes and claims of a business-news article in the order in which they appear.
Use exact text for extractions and for attributes; do not paraphrase and do not overlap entities. Provide meaningful
attributes for each entity to add context; leave out what the article does not say.
- party: every company, person and body that the article names, once, by its fullest name.
- deal: each transaction between parties that is made, planned, rumored or called off; the text is the words for what
is done. kind: supply, acquisition, merger, investment, partnership, joint_venture, licensing, financing, divestiture
or other. status: rumored, in_talks, proposed, agreed, closed or terminated. parties: everyone with a part in it;
roles: for each of them supplier, customer, acquirer, target, seller, investor, investee, partner, licensor, licensee,
lender, borrower, adviser, regulator, rival or other. subject: what changes hands; value: the total value; dates and
terms: copied words.
- quote: everything that somebody is reported to have said or declined to say. mode: direct, indirect, mixed or
no_comment. speaker_kind: analyst, executive, company, government, anonymous or other.
- claim: the important checkable statements. claimant: whom the article gives it to. kind: fact, estimate, forecast,
opinion, allegation or denial. certainty: asserted, hedged or denied. figures: each number with its unit."""

EXAMPLE = (
    "Pallister Mills Inc. agreed to buy Tessary Grain for about $40 million in cash, the companies said on Monday. "
    "“We have looked for such a mill since 2019,” said Odile Brandt, chief executive of Pallister. "
    "Regulators must approve the purchase, which is expected to close in June. "
    "Tessary’s profit may fall 5% this year, Corvane Research estimates. Tessary declined to comment."
)
EXTRACTIONS: Sequence[tuple[str, str, Mapping[str, Any]]] = (
    ("party", "Pallister Mills Inc.", {"kind": "company", "aliases": ["Pallister"]}),
    (
        "deal",
        "agreed to buy",
        {
            "kind": "acquisition",
            "status": "agreed",
            "parties": ["Pallister Mills Inc.", "Tessary Grain"],
            "roles": ["acquirer", "target"],
            "subject": "Tessary Grain",
            "value": "about $40 million",
            "dates": ["in June"],
            "terms": ["in cash", "Regulators must approve the purchase"],
        },
    ),
    ("party", "Tessary Grain", {"kind": "company", "aliases": ["Tessary"]}),
    (
        "quote",
        "We have looked for such a mill since 2019,",
        {
            "mode": "direct",
            "speaker": "Odile Brandt",
            "affiliation": "Pallister",
            "role": "chief executive",
            "speaker_kind": "executive",
        },
    ),
    ("party", "Odile Brandt", {"kind": "person", "description": "chief executive of Pallister"}),
    (
        "claim",
        "Tessary’s profit may fall 5% this year",
        {"claimant": "Corvane Research", "kind": "estimate", "certainty": "hedged", "figures": ["5%"]},
    ),
    ("party", "Corvane Research", {"kind": "research_firm"}),
    ("quote", "declined to comment", {"mode": "no_comment", "speaker": "Tessary", "speaker_kind": "company"}),
)
_AT = re.compile(r"extractions\[(\d+)\]")


class FewShot:
    """Asks the model behind `base_url` through langextract; answers are kept in `out` by the hash of their request.

    Raises `ImportError` where langextract is not installed.
    """

    def __init__(self, model: str, base_url: str | None, api_key: str, out: Path, timeout: float) -> None:
        import langextract
        from langextract.core.data import ExampleData, Extraction
        from langextract.providers.openai import OpenAILanguageModel
        from langextract.providers.schemas.openai import OpenAISchema

        self.label = f"langextract {version('langextract')}"
        self.calls: list[Call] = []
        extractions = [
            Extraction(extraction_class=kind, extraction_text=text, attributes=dict(attributes))
            for kind, text, attributes in EXTRACTIONS
        ]
        examples = [ExampleData(text=EXAMPLE, extractions=extractions)]
        folder, calls = out / "langextract", self.calls
        folder.mkdir(parents=True, exist_ok=True)

        class Kept(OpenAILanguageModel):  # type: ignore[misc]
            """langextract's own client, that asks for nothing twice."""

            def infer(self, batch_prompts: Sequence[str], **options: Any) -> Iterator[Sequence[Any]]:
                from langextract.core.types import ScoredOutput

                for prompt in batch_prompts:
                    body = self._build_chat_completions_params(prompt, self.merge_kwargs(options))
                    digest = hashlib.sha256(json.dumps([base_url, body], sort_keys=True).encode()).hexdigest()
                    file = folder / f"{digest}.json"
                    if not file.exists():
                        answer = self._client.with_options(timeout=timeout).chat.completions.create(**body)
                        file.write_text(answer.model_dump_json(), encoding="utf-8")
                    said = json.loads(file.read_text(encoding="utf-8"))
                    text, usage = said["choices"][0]["message"]["content"] or "", said.get("usage") or {}
                    calls.append(
                        Call(
                            "extract",
                            tuple(message["content"] for message in body["messages"]),
                            compact(json.dumps(body["response_format"]["json_schema"]["schema"])),
                            text,
                            Usage(
                                input_tokens=usage.get("prompt_tokens") or 0,
                                output_tokens=usage.get("completion_tokens") or 0,
                            ),
                            None,
                        )
                    )
                    yield [ScoredOutput(score=1.0, output=text)]

        self._examples = examples
        self._extract = langextract.extract
        self._model = Kept(model_id=model, base_url=base_url, api_key=api_key)
        self._model.apply_schema(OpenAISchema.from_examples(examples))

    def run(self, items: Sequence[Item], concurrency: int) -> list[list[Verdict]]:
        """For each article the verdicts on its extractions, so many articles at once."""
        with warnings.catch_warnings(), ThreadPoolExecutor(concurrency) as pool:
            warnings.simplefilter("ignore")
            return list(pool.map(self._one, items))

    def _one(self, item: Item) -> list[Verdict]:
        """The verdict on each extraction: the worst of those on its text and its attributes."""
        from langextract.data_lib import annotated_document_to_dict

        document = self._extract(
            item.article.text,
            prompt_description=DESCRIPTION,
            examples=self._examples,
            model=self._model,
            max_char_buffer=max(1000, len(item.article.text)),
            show_progress=False,
        )
        found = annotated_document_to_dict(document)
        if not found.get("extractions"):
            return []
        by_extraction: dict[int, list[Verdict]] = defaultdict(list)
        for value in verify(item.article, found).items:  # type: ignore[attr-defined]
            if match := _AT.match(value.path):
                by_extraction[int(match[1])].append(value.verdict)
        return [worst(verdicts) for verdicts in by_extraction.values()]
