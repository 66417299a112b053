"""Other tools that check extractions against their source, each used as its documentation says.

None of them knows of roles, statuses, modes, speakers or certainties: such fields are not given to them, and what is
not given counts as accepted. They look at copied words (names, amounts, dates, quotes, terms), so each is measured in
two ways: with these alone, and with the sentences in the writer's own words as well, which most say they are not for.
"""

from __future__ import annotations

import re
import signal
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from benchmarks.verifier.cases import Case, Draft, Outcome
from benchmarks.verifier.texts import MONEY, value_of

Accepts = Callable[[Case, Draft, bool], bool]
"""Whether a tool accepts a draft; the flag gives it the statements too."""

STATEMENTS = {"headline": "text", "abstract": "text", "claims": "statement"}


@dataclass(frozen=True)
class Peer:
    """A tool, in one of the ways to use it."""

    name: str
    how: str
    """What it is given, and what counts as accepting."""
    accepts: Accepts


def copied_words(section: str, draft: Draft) -> Iterator[str]:
    """The fields of a draft that are copied from the article."""
    if section == "parties":
        yield from filter(
            None, (draft["name"], *draft.get("aliases", ()), draft.get("description"), draft.get("ticker"))
        )
    elif section == "deals":
        yield from (party["name"] for party in draft["parties"])
        yield draft["subject"]
        if draft.get("value"):
            yield draft["value"] if isinstance(draft["value"], str) else draft["value"]["text"]
        yield from (
            entry["when"] if isinstance(entry["when"], str) else entry["when"]["text"]
            for entry in draft.get("dates", ())
        )
        yield from (term["text"] for term in draft.get("terms", ()))
    elif section == "quotes":
        yield from filter(None, (draft["text"], draft["speaker"], draft.get("affiliation"), draft.get("role")))
    elif section == "claims":
        yield from (figure["text"] for figure in draft.get("figures", ()))
        if draft.get("claimant"):
            yield draft["claimant"]


def words_given(case: Case, draft: Draft, statements: bool) -> list[str]:
    given = [words for words in copied_words(case.section, draft) if words.strip()]
    if statements and case.section in STATEMENTS:
        given.append(draft[STATEMENTS[case.section]])
    return given


class TooLong(Exception):
    """A tool did not answer in time."""


def give_up(_signal: int, _frame: object) -> None:
    raise TooLong


def answer_of(peer: Peer, outcome: Outcome, statements: bool, seconds: float = 1.0) -> bool | None:
    """Whether the tool accepts the draft; None where it has not answered after so many seconds."""
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return peer.accepts(outcome.case, outcome.draft, statements)
    except TooLong:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def remembered(ask: Callable[[str, str], Any]) -> Callable[[str, str], Any]:
    """`ask` with each text and words asked once; what took too long once does so again."""
    known: dict[tuple[str, str], Any] = {}

    def answer(source: str, words: str) -> Any:
        if (source, words) not in known:
            try:
                known[source, words] = ask(source, words)
            except TooLong:
                known[source, words] = None
                raise
        if known[source, words] is None:
            raise TooLong
        return known[source, words]

    return answer


def available() -> tuple[list[Peer], list[str]]:
    """The tools that are installed, and a line for each that is not."""
    makers: Sequence[tuple[str, Callable[[], list[Peer]]]] = (
        ("langextract", _langextract),
        ("groundgate", _groundgate),
        ("llmground", _llmground),
        ("instructor", _instructor),
    )
    found: list[Peer] = []
    missing = []
    for package, maker in makers:
        try:
            number = version(package)
            found += [Peer(f"{peer.name} {number}", peer.how, peer.accepts) for peer in maker()]
        except (ImportError, PackageNotFoundError) as fault:
            missing.append(f"{package}: not installed ({fault}); pip install -r benchmarks/verifier/requirements.txt")
    return found, missing


def _langextract() -> list[Peer]:
    from langextract.core.data import AlignmentStatus, Extraction
    from langextract.resolver import Resolver

    resolver = Resolver()

    def align(source: str, words: str) -> Any:
        group = [Extraction(extraction_class="field", extraction_text=words)]
        return [one.alignment_status for one in resolver.align(group, source, token_offset=0, char_offset=0)]

    # One at a time: it aligns a group in the order of the text, which a record's fields do not keep.
    answer = remembered(align)

    def statuses(case: Case, words: list[str]) -> list[Any]:
        return [status for text in words for status in answer(case.article.text, text)]

    def default(case: Case, draft: Draft, statements: bool) -> bool:
        return all(status is not None for status in statuses(case, words_given(case, draft, statements)))

    def exact(case: Case, draft: Draft, statements: bool) -> bool:
        found = statuses(case, words_given(case, draft, statements))
        return all(status is AlignmentStatus.MATCH_EXACT for status in found)

    return [
        Peer(
            "langextract, aligned",
            "extraction_text against the whole article; any alignment accepts (its default)",
            default,
        ),
        Peer("langextract, exact", "the same; only MATCH_EXACT accepts", exact),
    ]


_COMPARATORS = {
    "more than": "gt", "over": "gt", "at least": "ge",
    "up to": "le", "as much as": "le", "less than": "lt",
    "fewer than": "lt", "about": "approx", "around": "approx",
}  # fmt: skip
_SIGNS = {"$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP"}


def _groundgate() -> list[Peer]:
    import groundgate

    def outcomes(case: Case, draft: Draft, statements: bool) -> set[str]:
        fields: dict[str, Any] = {}
        candidates = []
        for place, words in enumerate(words_given(case, draft, statements)):
            name = f"field_{place}"
            money = MONEY.search(words)
            text = unicodedata.normalize("NFC", words)
            if money and money["sign"] in _SIGNS and len(MONEY.findall(words)) == 1 and len(words) < 40:
                bound = next((bound for bound in _COMPARATORS if re.search(rf"\b{bound}\b", words)), None)
                fields[name] = {
                    "type": "number",
                    "unit": _SIGNS[money["sign"]],
                    "comparator": _COMPARATORS.get(bound or "", "eq"),
                }
                amount = f"{value_of(money):.4f}".rstrip("0").rstrip(".")
                candidate = {"field": name, "value": amount, "unit": _SIGNS[money["sign"]]}
            else:
                fields[name] = {"type": "string"}
                candidate = {"field": name, "value": text}
            candidates.append({**candidate, "evidence": [{"text": text}]})
        if not candidates:
            return set()
        source = unicodedata.normalize("NFC", case.article.text)
        receipt = groundgate.admit(source, {"fields": fields}, candidates)
        return {str(decision.outcome) for decision in receipt.decisions}

    def lenient(case: Case, draft: Draft, statements: bool) -> bool:
        return "rejected" not in outcomes(case, draft, statements)

    def strict(case: Case, draft: Draft, statements: bool) -> bool:
        return outcomes(case, draft, statements) <= {"admitted"}

    how = "amounts as numbers with unit, comparator and quoted evidence, other words as strings"
    return [
        Peer("groundgate, not rejected", how + "; admitted or sent to a person accepts", lenient),
        Peer("groundgate, admitted", how + "; only admitted accepts", strict),
    ]


def _llmground() -> list[Peer]:
    import llmground

    # The two ways to read a report share it.
    reports: dict[tuple[str, tuple[str, ...]], Any] = {}

    def report_of(case: Case, draft: Draft, statements: bool) -> Any:
        words = tuple(words_given(case, draft, statements))
        key = (case.article.text, words)
        if key not in reports:
            reports[key] = None
            reports[key] = llmground.verify({f"field_{place}": one for place, one in enumerate(words)}, key[0])
        if reports[key] is None:
            raise TooLong
        return reports[key]

    def accepts(case: Case, draft: Draft, statements: bool) -> bool:
        return not report_of(case, draft, statements).has_hallucinations

    def grounded(case: Case, draft: Draft, statements: bool) -> bool:
        report = report_of(case, draft, statements)
        return len(report.grounded) == len(report.checked)

    how = "the fields as a dict against the whole article"
    return [
        Peer("llmground, no hallucination", how + "; grounded or weak (fuzzy) accepts", accepts),
        Peer("llmground, grounded", how + "; only grounded accepts", grounded),
    ]


def _instructor() -> list[Peer]:
    from instructor import CitationMixin

    class Cited(CitationMixin):  # type: ignore[misc, unused-ignore]
        """The copied words as the quotes of an answer."""

    def kept(source: str, words: str) -> list[str]:
        """What is left of a quote; its fuzzy search of a long one that is not there takes minutes, uninterrupted."""
        if len(words) > 60 and words not in source:
            raise TooLong
        done = Cited.model_validate({"substring_quotes": [words]}, context={"context": source})
        return list(done.substring_quotes)

    answer = remembered(kept)

    def accepts(case: Case, draft: Draft, statements: bool) -> bool:
        return all(answer(case.article.text, words) for words in words_given(case, draft, statements))

    def unchanged(case: Case, draft: Draft, statements: bool) -> bool:
        return all(answer(case.article.text, words) == [words] for words in words_given(case, draft, statements))

    how = "the words as substring_quotes, the article as context"
    return [
        Peer("instructor CitationMixin", how + "; a quote that it keeps (rewritten within 5 edits) accepts", accepts),
        Peer("instructor, unchanged", how + "; only a quote that it leaves as it is accepts", unchanged),
    ]
