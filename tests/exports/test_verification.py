from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.article import Article
from summarizer.exports.verification import findings_markdown, findings_text
from summarizer.records import JudgeRun, Summary, Usage

ARTICLE = replace(
    Article.from_text(
        "Orrin Foods NV buys the pasta maker Dell’Acqua. The price is about $2.4 billion, it said on Monday. "
        "Regulators in Turin, though, have not agreed."
    ),
    path="wire/orrin.txt",
)


@pytest.fixture
def checked(summary: Summary) -> Summary:
    """The summary with its one placed finding where the article above has the words."""
    start = ARTICLE.text.index("have not agreed")
    [finding] = summary.abstract[1].findings
    finding = finding.model_copy(update={"start": start, "end": start + len("have not agreed")})
    doubtful = summary.abstract[1].model_copy(update={"findings": [finding]})
    return summary.model_copy(update={"abstract": [summary.abstract[0], doubtful]})


def test_the_article_and_the_count_come_first(checked: Summary) -> None:
    assert findings_text(checked, ARTICLE).splitlines()[:2] == [
        "wire/orrin.txt",
        "6 records: 3 verified, 1 inferred, 1 altered, 1 unsupported",
    ]


def test_a_finding_shows_both_sides_and_the_place(checked: Summary) -> None:
    start = ARTICLE.text.index("have not agreed")
    assert f"""\
altered: abstract[1].text (negation)
  said    have agreed
  source  have not agreed (sentence 3, characters {start} to {start + 15})
  why     The article says the opposite.
""" in findings_text(checked, ARTICLE)


def test_a_finding_without_a_source_shows_what_there_is(checked: Summary) -> None:
    assert "unsupported: claims[0].statement (not_found)\n  why     No sentence says so.\n" in (
        findings_text(checked, ARTICLE)
    )


def test_what_is_wrong_comes_before_what_is_merely_inferred(checked: Summary) -> None:
    text = findings_text(checked, ARTICLE)
    assert text.index("unsupported: claims[0]") < text.index("inferred: parties[0].kind")


def test_markdown_holds_the_same(checked: Summary) -> None:
    text = findings_markdown(checked, ARTICLE)
    assert text.startswith("# Verification of wire/orrin.txt\n")
    assert r"- **altered**: abstract\[1\].text (negation)" in text
    assert "  - said: have agreed\n" in text


def test_control_sequences_are_not_passed_on(checked: Summary) -> None:
    nasty = replace(ARTICLE, path="\x1b[2Jorrin.txt")
    assert "\x1b" not in findings_text(checked, nasty) + findings_markdown(checked, nasty)


def test_what_the_judge_did_and_took_stands_below_the_count(checked: Summary) -> None:
    usage = Usage(input_tokens=1_400, output_tokens=90)
    run = JudgeRun(model="sol\x1b[2Jon-2", prompt="judge@0", statements=3, lowered=1, calls=1, usage=usage)
    for cost, shown in [(None, "1,490 tokens"), (0.00213, "1,490 tokens, $0.0021")]:
        priced = run.model_copy(update={"cost_usd": cost})
        judged = checked.model_copy(update={"provenance": checked.provenance.model_copy(update={"judge": priced})})
        text = findings_text(judged, ARTICLE)
        assert text.splitlines()[2].startswith("3 statements judged by sol")
        assert text.splitlines()[2].endswith(f"on-2, 1 record lowered ({shown})")
        assert "\x1b" not in text + findings_markdown(judged, ARTICLE)
        assert "3 statements judged by sol" in findings_markdown(judged, ARTICLE)
