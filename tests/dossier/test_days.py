"""The day of an article from its edges."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.dossier.days import day_at_edge, month_at_edge, open_days_at_edge

PROSE = "Tarn Mills said that it will buy Orrin Paper, which it has pursued since May 4, 2019, for cash.\n" * 3


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The Mill Courier, May 5, 2026", date(2026, 5, 5)),
        ("https://mills.example/news/2026/05/05/tarn-buys-orrin", date(2026, 5, 5)),
        ("Mill Notes | 5 May 2026 | in brief", date(2026, 5, 5)),
        ("Paper Week / 19.05.26", date(2026, 5, 19)),
        ("Tue 05/05/2026 07:31 ET", date(2026, 5, 5)),
        ("(The Daily Pulp, 2026.05.05 17:31)", date(2026, 5, 5)),
        ("5-May-26", date(2026, 5, 5)),
        ("5/19/98", date(1998, 5, 19)),
        ("19-May-98", date(1998, 5, 19)),
        ("05.19.26, 9:22 AM EDT", date(2026, 5, 19)),
        (
            "ORRIN, Ohio & TARN, Wis.--(MillWire)--May 5, 2026--Tarn Mills Inc. (NYSE: TRN) today announced that it "
            "has entered into an agreement with Orrin",
            date(2026, 5, 5),
        ),
        ("Terms hold until May 5, 2026", None),
        ("Filed under paper", None),
        ("Mill Notes, 05/06/2026", None),
        ("Mill Notes, 31/31/2026", None),
    ],
)
def test_the_first_and_the_last_lines_state_the_day(line: str, day: date | None) -> None:
    assert day_at_edge(f"{line}\n\n{PROSE}") == day
    assert day_at_edge(f"Orrin is sold\n{PROSE}\n{line}") == day


def test_a_day_inside_of_prose_is_not_the_articles() -> None:
    assert day_at_edge(PROSE) is None
    assert day_at_edge("") is None
    assert open_days_at_edge(PROSE) == ()


def test_a_date_in_numbers_can_mean_two_days() -> None:
    assert open_days_at_edge(f"Mill Notes, 05/06/2026\n{PROSE}") == (date(2026, 5, 6), date(2026, 6, 5))


@pytest.mark.parametrize("line", ["May 2018", "Harbour Life, May 2018", "By Dora Finch | May 2018"])
def test_a_magazine_states_its_month(line: str) -> None:
    assert month_at_edge(f"The long wait for a mill\n{line}\n{PROSE}") == date(2018, 5, 15)


@pytest.mark.parametrize("line", ["Sold since May 2018", "Orrin Paper, founded in May 2018", "4 May 2018 was a Friday"])
def test_a_month_of_something_else_is_not_its_own(line: str) -> None:
    assert month_at_edge(f"The long wait for a mill\n{line}\n{PROSE}") is None
