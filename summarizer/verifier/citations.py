"""The citation of a record: which of its numbers exist, and what it is after the fields were looked up."""

from __future__ import annotations

from collections.abc import Sequence
from operator import lt

from summarizer.verdicts import Finding
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Index
from summarizer.verifier.notes import find


def read_citation(evidence: Sequence[int], index: Index) -> tuple[list[int], list[Finding]]:
    """The sentence numbers that exist, ascending and each once, with a finding for those that don't or are repeated."""
    count = len(index.sentences)
    if not evidence or (evidence[0] >= 1 and evidence[-1] <= count and all(map(lt, evidence, evidence[1:]))):
        return list(evidence), []
    findings = []
    unknown = sorted({number for number in evidence if not 1 <= number <= count})
    if unknown:
        findings.append(
            find(
                Code.CITATION_UNKNOWN,
                "evidence",
                f"The article has {_sentences(count)}; there is no {_listed(unknown)}.",
                said=_listed(unknown),
            )
        )
    known = [number for number in evidence if 1 <= number <= count]
    if len(set(known)) < len(known):
        repeated = sorted({number for number in known if known.count(number) > 1}) if len(known) < 1000 else []
        findings.append(
            find(
                Code.CITATION_REPEATED,
                "evidence",
                f"{_listed(repeated) or 'A sentence'} is cited more than once.",
                said=_listed(repeated) or None,
            )
        )
    return sorted(set(known)), findings


def mend_citation(
    given: Sequence[int], added: set[int], *, held: bool, index: Index
) -> tuple[list[int], list[Finding]]:
    """The citation after the check, with what to say of it.

    given  the existing sentences that the record cites
    added  those that hold one of its fields
    held   whether any field stands in the given ones: if not, and others were found, they are replaced
    """
    if given and added.issubset(given):
        return list(given), []
    more = sorted(added.difference(given))
    if not more:
        message = "No sentence is cited, and none was found that says this."
        return [], [find(Code.CITATION_MISSING, "evidence", message)]
    mended = sorted({*given, *more}) if held else more
    if not given:
        message = f"No existing sentence was cited; {_listed(more)} {_say(more)} it."
    elif held:
        was = "was" if len(more) == 1 else "were"
        message = f"{_listed(given)} {_do(given)} not say all of it; {_listed(more)} {was} added."
    else:
        message = f"{_listed(given)} {_do(given)} not say it; {_listed(more)} {_say(more)} it."
    first = index.sentences[more[0] - 1]
    finding = find(
        Code.CITATION_CORRECTED,
        "evidence",
        message,
        said=_listed(given) or None,
        article=index.article,
        place=(first.start, first.end),
    )
    return mended, [finding]


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(f"[{number}]" for number in numbers[:12])
    return shown + (", …" if len(numbers) > 12 else "")


def _say(numbers: Sequence[int]) -> str:
    return "says" if len(numbers) == 1 else "say"


def _do(numbers: Sequence[int]) -> str:
    return "does" if len(numbers) == 1 else "do"


def _sentences(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count} sentences"
