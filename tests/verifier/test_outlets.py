"""Papers and agencies that only report make no deal, and do no business."""

from __future__ import annotations

import pytest

from summarizer import Article, verify
from summarizer.verifier.index import Index
from summarizer.verifier.outlets import outlet

TEXT = (
    "LEEDS, Feb 12, 2026 (Marlow News) - Harrow Ports is close to selling a 40% stake in its box terminal to Tanjong "
    "Line for at least $1.2 billion, three people said.\n\n"
    "The talks were first reported by the Leeds Gazette. Harrow told Marlow News that it does not comment. Bolt Press, "
    "which prints its brochures, reported a loss of $2 million. Bolt Press employs 40 people.\n"
)


def test_who_only_reports() -> None:
    index = Index(Article.from_text(TEXT))
    assert outlet("Marlow News", index) is not None
    assert outlet("Leeds Gazette", index) is not None
    assert outlet("Harrow Ports", index) is None
    assert outlet("Tanjong Line", index) is None
    assert outlet("Bolt Press", index) is None


@pytest.mark.parametrize("name", ["Marlow News", "Leeds Gazette"])
def test_no_part_in_a_deal(name: str) -> None:
    for acquirer, faulty in ((name, True), ("Tanjong Line", False)):
        deal = {
            "kind": "acquisition", "status": "in_talks", "subject": "box terminal", "value": None, "dates": [],
            "terms": [], "evidence": [1, 2],
            "parties": [{"name": "Harrow Ports", "role": "seller"}, {"name": acquirer, "role": "acquirer"}],
        }  # fmt: skip
        found = verify(Article.from_text(TEXT), {"deals": [deal]}).deals[0].findings
        assert any(finding.code == "role_altered" for finding in found) is faulty


@pytest.mark.parametrize(
    ("statement", "faulty"),
    [
        ("Harrow Ports is close to selling a 40% stake in its terminal to Marlow News for $1.2 billion.", True),
        ("The Leeds Gazette was the first to report the talks.", False),
        ("Harrow told Marlow News that it does not comment.", False),
    ],
)  # fmt: skip
def test_nothing_else_is_said_of_them(statement: str, faulty: bool) -> None:
    claim = {
        "statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": [1, 2, 3],
    }  # fmt: skip
    found = verify(Article.from_text(TEXT), {"claims": [claim]}).claims[0].findings
    assert any(finding.code == "name_altered" for finding in found) is faulty
