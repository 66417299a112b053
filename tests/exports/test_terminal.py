from __future__ import annotations

import io

import pytest

from summarizer.exports.terminal import open_console, print_brief
from summarizer.fields import Figure
from summarizer.records import Claim, Headline, Quote, Summary
from summarizer.verdicts import Verdict


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def brief(summary: Summary, stream: io.StringIO) -> str:
    print_brief(summary, open_console(stream))
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_pipe_gets_plain_text_without_spaces_at_the_ends_of_lines(summary: Summary) -> None:
    text = brief(summary, io.StringIO())
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_a_terminal_gets_colours(summary: Summary) -> None:
    assert "\x1b[" in brief(summary, Terminal())


def test_no_color_takes_the_colours_away(summary: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in brief(summary, Terminal())


def test_lines_keep_to_the_width(summary: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    long = summary.model_copy(update={"headline": Headline(text="Orrin Foods " * 20, verdict=Verdict.VERIFIED)})
    assert max(len(line) for line in brief(long, io.StringIO()).splitlines()) <= 44


def test_every_deal_field_quote_and_claim_is_there(summary: Summary) -> None:
    text = brief(summary, io.StringIO())
    for words in (
        "Acquisition, agreed [1, 2]",
        "Acquirer        Orrin Foods NV",
        "about $2.4 billion (≈ USD 2,400,000,000)",
        "“We waited nine years”",
        "— Ada Lindqvist, Orrin chief executive (quoted) [4]",
        "• Pasta sales rose 7% in 2030. — the article: estimate, hedged [5]",
        "• Orrin Foods NV (Orrin, ORRN) — company [1]",
    ):
        assert words in text


def test_a_doubtful_record_is_marked_under_it(summary: Summary) -> None:
    text = brief(summary, io.StringIO())
    assert "Regulators have agreed. [3]\n  ! altered: The article says the opposite.\n" in text


def test_rich_markup_in_a_text_is_not_interpreted(summary: Summary) -> None:
    tricky = summary.model_copy(update={"headline": Headline(text="[bold red]Orrin[/] :smile: [link=x]y[/link]")})
    assert "[bold red]Orrin[/] :smile: [link=x]y[/link]" in brief(tricky, io.StringIO())


def test_escape_sequences_in_a_text_do_not_reach_the_terminal(summary: Summary) -> None:
    tricky = summary.model_copy(update={"headline": Headline(text="\x1b]0;owned\x07Orrin \x1b[2J")})
    text = brief(tricky, Terminal())
    assert "\x1b]" not in text
    assert "\x1b[2J" not in text


def test_where_it_comes_from_breaks_between_items(summary: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "66")
    lines = brief(summary, io.StringIO()).splitlines()
    assert lines[1:3] == [
        "wire/orrin.txt · published 2031-03-04 (from its dateline)",
        "read by openai/some-model · $0.0123",
    ]


def test_the_figures_of_a_claim_stand_under_the_quote_that_makes_it(summary: Summary) -> None:
    quote = Quote(text="sales rise 9%", mode="indirect", speaker="Ada", speaker_kind="executive", evidence=[7])
    claim = Claim(
        statement="Sales rise 9%",
        claimant="Ada",
        kind="estimate",
        certainty="asserted",
        figures=[Figure(text="9%", measures="pasta")],
        evidence=[7],
        verdict=Verdict.VERIFIED,
    )
    text = brief(summary.model_copy(update={"quotes": [quote], "claims": [claim]}), io.StringIO())
    assert "  sales rise 9%\n    — Ada (paraphrased; estimate) [7]\n      9%: pasta\n" in text
