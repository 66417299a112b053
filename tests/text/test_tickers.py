"""Tickers in brackets behind a name, and what else stands there."""

from __future__ import annotations

import pytest

from summarizer.text.tickers import ticker_behind


@pytest.mark.parametrize(
    ("behind", "ticker"),
    [
        (" (OSTR)", "OSTR"),
        (" (NYSE: AGM)", "AGM"),
        (" (AGM)", None),
        (" (HY)", None),
        (" (CEO)", None),
        (" (HOLD)", None),
    ],
)
def test_what_a_company_reports_is_no_ticker(behind: str, ticker: str | None) -> None:
    assert ticker_behind(f"Pellam Wire{behind}", len("Pellam Wire"), "Pellam Wire", "Pellam Wire") == ticker
