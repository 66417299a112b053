"""Lines above a story that are no headline, by their form."""

from __future__ import annotations

import pytest

from summarizer.text.mastheads import has_verb, masthead


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Deals of the week", "sure"),
        ("COMPANIES & MARKETS", "sure"),
        ("The Monday Interview", "sure"),
        ("Home > Business > Transport", "sure"),
        ("Vol. 12, No. 4", "sure"),
        ("Rails and Keels, a weekly column by Ole Stent", "sure"),
        ("Harbour Courier Business Weekly", "likely"),
        ("Tarn Port Gazette | Shipping", "likely"),
        ("MORNING NOTE FROM THE COAST", "likely"),
        ("Lund Rail buys Tarn Ferries", None),
        ("Lund Rail Posts Record Profit", None),
        ("Lund's Low-Tide Bid", None),
        ("Morning Tide: mussels, a marina and a milk app", None),
        ("Tarn News sold for $40m", None),
        ("", None),
    ],
)
def test_the_form_of_a_line_tells_a_masthead(line: str, kind: str | None) -> None:
    assert masthead(line) == kind


def test_a_verb_that_is_a_noun_too_is_not_a_sure_one() -> None:
    assert [has_verb("Lund's Low-Tide Bid"), has_verb("Lund's Low-Tide Bid", sure=True)] == [True, False]
    assert has_verb("Lund Rail buys Tarn Ferries", sure=True)
    assert not has_verb("A Port in Winter")
