"""What tools that ground extractions make of one altered detail: the table of docs/compare.md.

    python -m benchmarks.compare

An invented article, right words copied from it, and each time the same with one detail changed. Each tool gets them as
its documentation says; for one that is not installed a line says so. No model is asked: compared is what becomes of an
answer. `python -m benchmarks.verifier --peers` asks the same on a sample of many kinds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from summarizer import Article, verify

ARTICLE = (
    "Quarrel Bay Foods Inc. agreed on March 4, 2031, to buy Tessaly Mills Ltd. for $640 million in cash. "
    '"The purchase will not cost jobs at the mill," Ada Brandvold, chief executive of Quarrel Bay, said. '
    "Milo Serrat, an analyst at Copperline Research, called the price fair. "
    "Tessaly Foods Ltd., a competitor, was sold for $460 million on March 9, 2030."
)
VALUE, DATE, TARGET, BUYER = "$640 million", "March 4, 2031", "Tessaly Mills Ltd.", "Quarrel Bay Foods Inc."
CLAIM = "Quarrel Bay Foods is buying Tessaly Mills for $640 million."
NAMES = ("buyer", "date", "target", "value", "quote", "speaker", "claim")
QUOTE, SPEAKER = "The purchase will not cost jobs at the mill", "Ada Brandvold"


@dataclass(frozen=True)
class Given:
    """One deal and one quote, as somebody's model may have written them down."""

    value: str = VALUE
    amount: int = 640_000_000
    """What is stored for `value`, in USD."""
    date: str = DATE
    target: str = TARGET
    buyer: str = BUYER
    quote: str = QUOTE
    speaker: str = SPEAKER
    claim: str | None = None
    """A sentence in the model's own words."""

    @property
    def words(self) -> list[str]:
        """The copied words, in the order of the article."""
        words = [self.buyer, self.date, self.target, self.value, self.quote, self.speaker]
        return [*words, self.claim] if self.claim else words


ALTERED: dict[str, Given] = {
    "nothing changed": Given(),
    "a digit: $645 million for $640 million": Given(value="$645 million", amount=645_000_000),
    "the scale: $640 billion for $640 million": Given(value="$640 billion", amount=640_000_000_000),
    "the stored number alone: 645,000,000 beside “$640 million”": Given(amount=645_000_000),
    "the amount of another deal": Given(value="$460 million", amount=460_000_000),
    "a date: March 6, 2031": Given(date="March 6, 2031"),
    "a party that the article does not have: Tessaly Mines Ltd.": Given(target="Tessaly Mines Ltd."),
    "a negation left out of a quote": Given(quote=QUOTE.replace("not ", "")),
    "the words given to another speaker": Given(speaker="Milo Serrat"),
    "buyer and target exchanged": Given(buyer=TARGET, target=BUYER),
    "nothing, and a true sentence in other words beside it": Given(claim=CLAIM),
    "such a sentence, with another amount": Given(claim=CLAIM.replace("640", "620")),
}

Answer = Callable[[Given], str]
"""What a tool makes of what it is given: one of the words of the table."""
PASSED, FLAGGED, REFUSED = "passes", "flagged", "refused"


def ours(given: Given) -> str:
    party = [{"name": given.buyer, "role": "acquirer"}, {"name": given.target, "role": "target"}]
    value = {"text": given.value, "amount": given.amount, "currency": "USD"}
    date = {"event": "signed", "when": given.date}
    deal = {"evidence": [1], "kind": "acquisition", "status": "agreed", "parties": party, "subject": given.target}
    said = {"evidence": [2], "text": given.quote, "mode": "direct", "speaker": given.speaker}
    extraction: dict[str, Any] = {
        "deals": [{**deal, "value": value, "dates": [date]}],
        "quotes": [{**said, "speaker_kind": "executive"}],
    }
    if given.claim:
        claim = {"evidence": [1], "statement": given.claim, "kind": "fact", "certainty": "asserted"}
        extraction["claims"] = [claim]
    result = verify(Article.from_text(ARTICLE), extraction)
    faulty = any(record.verdict.faulty for _, record in result.records())
    return REFUSED if faulty else PASSED


def langextract_with(exact: bool) -> Answer:
    from langextract.core.data import AlignmentStatus, Extraction
    from langextract.resolver import Resolver

    def answer(given: Given) -> str:
        kept = []
        for words in given.words:  # one at a time: it aligns a group in the order of the text
            group = [Extraction(extraction_class="field", extraction_text=words)]
            [one] = Resolver().align(group, ARTICLE, token_offset=0, char_offset=0)
            status = one.alignment_status
            kept.append(status is AlignmentStatus.MATCH_EXACT if exact else status is not None)
        return PASSED if all(kept) else REFUSED

    return answer


def groundgate_with() -> Answer:
    import groundgate

    fields: dict[str, Any] = {name: {"type": "string"} for name in NAMES}
    fields["value"] = {"type": "number", "unit": "USD"}

    def answer(given: Given) -> str:
        candidates = []
        for name, words in zip(NAMES, given.words, strict=False):
            own = {"value": str(given.amount), "unit": "USD"} if name == "value" else {"value": words}
            candidates.append({"field": name, **own, "evidence": [{"text": words}]})
        decisions = groundgate.admit(ARTICLE, {"fields": fields}, candidates).decisions
        outcomes = {str(decision.outcome) for decision in decisions}
        return REFUSED if "rejected" in outcomes else PASSED if outcomes == {"admitted"} else FLAGGED

    return answer


def delm_with() -> Answer:
    from delm import ExtractionVariable
    from delm.schemas.schemas import SimpleSchema

    variables = [
        ExtractionVariable(name=name, description=name, data_type="string", validate_in_text=True) for name in NAMES
    ]
    schema: Any = SimpleSchema(variables)
    made = schema.create_pydantic_schema()

    def answer(given: Given) -> str:
        said = dict(zip(NAMES, given.words, strict=False))
        kept = schema.validate_and_parse_response_to_dict(made(**said), ARTICLE)
        return PASSED if all(kept.get(name) == words for name, words in said.items()) else REFUSED

    return answer


def instructor_with(unchanged: bool) -> Answer:
    from instructor import CitationMixin

    class Cited(CitationMixin):  # type: ignore[misc, unused-ignore]
        """The copied words as the quotes of an answer."""

    def answer(given: Given) -> str:
        done = Cited.model_validate({"substring_quotes": given.words}, context={"context": ARTICLE})
        kept = list(done.substring_quotes)
        if len(kept) < len(given.words) or (unchanged and kept != given.words):
            return REFUSED
        return PASSED if kept == given.words else "rewritten"

    return answer


TOOLS: Sequence[tuple[str, str, Callable[[], Answer]]] = (
    ("langextract", "any alignment", lambda: langextract_with(exact=False)),
    ("langextract", "MATCH_EXACT", lambda: langextract_with(exact=True)),
    ("groundgate", "admit", groundgate_with),
    ("delm", "validate_in_text", delm_with),
    ("instructor", "CitationMixin", lambda: instructor_with(unchanged=False)),
)


def main() -> None:
    columns: list[tuple[str, Answer]] = [("summarizer", ours)]
    for package, how, maker in TOOLS:
        try:
            columns.append((f"{package} {version(package)}, {how}", maker()))
        except (ImportError, PackageNotFoundError) as fault:
            print(f"{package}, {how}: not compared ({fault}); pip install {package}")
    print("\n| changed | " + " | ".join(name for name, _ in columns) + " |")
    print("| --- |" + " --- |" * len(columns))
    for name, given in ALTERED.items():
        print(f"| {name} | " + " | ".join(answer(given) for _, answer in columns) + " |")


if __name__ == "__main__":
    main()
