"""An article about an invented takeover, and a way to verify one record against any article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from summarizer.article import Article
from summarizer.fields import Record
from summarizer.schema import NEWS
from summarizer.verifier import verify_sections

TAKEOVER = """\
OSLO, March 4, 2025 (Nordwire) — Brightwater Energy ASA agreed to buy Tessel Grid Systems Inc. for about $2.4 billion \
in cash, its largest acquisition to date.
The purchase of the San Diego-based maker of grid batteries is expected to close in the third quarter, subject to \
regulatory approval, Brightwater said in a statement on Tuesday.
Tessel shareholders will receive $41.50 a share, a premium of 27% to Monday’s closing price.
Brightwater had earlier offered up to $38 a share, according to two people with knowledge of the talks.
“We are paying a fair price,” Chief Executive Officer Ingrid Solberg told reporters, “and we will not raise it again.”
She said that Brightwater may sell Tessel’s software unit next year.
Halden Power, a rival bidder, withdrew its offer last week. Halden declined to comment.
Marcus Webb, an analyst at Corvid Research, said the deal could lift Brightwater’s earnings by 3% to 5% in 2026. \
“The price looks full,” Webb wrote. “Integration won’t be easy.”
Brightwater shares fell 4.5% to 212 kroner in Oslo, while Tessel rose 24% in New York.
Tessel, which employs 1,850 people, lost $36 million last year on revenue of $610 million, down from $655 million \
in 2023.
Morrow & Finch is advising Brightwater. Tessel is not working with Lindqvist Bank, contrary to an earlier report.
"""

Check = Callable[..., Record]


@pytest.fixture(scope="session")
def takeover() -> Article:
    """Sentences: 1 the deal, 2 closing, 3 terms, 4 earlier offer, 5 and 6 Solberg, 7 and 8 Halden, 9 to 11 Webb,
    12 shares, 13 figures, 14 and 15 advisers."""
    return Article.from_text(TAKEOVER)


@pytest.fixture(scope="session")
def check(takeover: Article) -> Check:
    """`check("claims", {…})`: the verified record; `article=` for another text, `beside=` for other sections."""

    def run(
        section: str, draft: dict[str, Any], *, article: Article | str = takeover, beside: dict[str, Any] | None = None
    ) -> Record:
        source = Article.from_text(article) if isinstance(article, str) else article
        answer = {**(beside or {}), section: draft if NEWS.sections[section].single else [draft]}
        return verify_sections(NEWS.drafts(answer), source)[section][0]

    return run


@pytest.fixture(scope="session")
def faults() -> Callable[[Record], list[str]]:
    """`faults(record)`: the codes of its findings, without remarks and what is only inferred."""
    return lambda record: [finding.code for finding in record.findings if finding.verdict.faulty]
