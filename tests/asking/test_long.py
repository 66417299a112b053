"""An article asked about section by section: what is found, what is merged, and what becomes of faults."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.long.document import Planted, long_document
from summarizer.asking.chunks import Chunk, Divider
from summarizer.errors import ConfigurationError, NotAuthorized, Refused, Truncated, Unavailable
from summarizer.models.base import Answer, Question
from summarizer.pipeline import Pipeline, Settings
from summarizer.records import Summary, Unread, Usage
from summarizer.schema import NEWS
from summarizer.verdicts import Verdict
from tests.asking.conftest import Finder

Run = Callable[..., Summary]

MEGABYTE = 1_000_000


def wanted(planted: Planted, section: str) -> int:
    return len({str(record) for _, name, record in planted.records if name == section})


def test_what_is_planted_in_a_megabyte_is_found_at_its_place(run: Run) -> None:
    planted = long_document(MEGABYTE)
    finder = Finder(planted)
    summary = run(finder)
    text = planted.article.text
    assert {name: len(getattr(summary, name)) for name in ("deals", "quotes", "claims")} == {
        name: wanted(planted, name) for name in ("deals", "quotes", "claims")
    }
    assert summary.verification.altered == summary.verification.unsupported == 0
    for _, record in summary.records():
        for span in record.spans:
            assert text[span.start : span.end] == span.text
    # Each quote stands where it was planted, however far into the document.
    starts = [at for at, name, _ in planted.records if name == "quotes"]
    found = [min(span.start for span in quote.spans if span.field == "evidence") for quote in summary.quotes]
    assert found == starts
    assert max(found) > 0.9 * len(text)
    assert summary.provenance.unread == []


def test_sections_begin_with_the_same_words_and_go_out_side_by_side(run: Run, finder: Finder) -> None:
    run(finder, repairs=0)
    sections = [question for question in finder.asked if question.task == "extract"]
    assert len(sections) > 3
    assert len({question.messages[0] for question in sections}) == 1
    texts = [question.messages[1].content for question in sections]
    # The head of the document comes first in all but the first section, which goes on from there.
    head = texts[1].split("\n")[:10]
    assert all(text.split("\n")[:10] == head for text in texts)
    assert finder.most_at_once == min(len(sections), 8)


def test_one_headline_and_abstract_are_written_over_all(run: Run, finder: Finder, chunks: list[Chunk]) -> None:
    summary = run(finder)
    [overview] = [question for question in finder.asked if question.task == "overview"]
    assert list(overview.wire.model_fields) == ["headline", "abstract"]
    shown = overview.messages[-1].content
    assert shown.count("\n[") < 4 * len(chunks)
    assert summary.headline is not None
    # The finder gives a sentence of the text, which stands below a title.
    assert summary.headline.verdict is Verdict.INFERRED
    assert len(summary.abstract) == 2


def test_where_no_overview_is_to_be_had_that_of_a_section_stands_in(run: Run, finder: Finder) -> None:
    finder.fails = lambda question, _first, _last: Refused("no") if question.task == "overview" else None
    summary = run(finder)
    assert summary.headline is not None
    assert 1 <= len(summary.abstract) <= 4
    assert summary.provenance.notes == [
        "the headline and the abstract are those of one section, as those of the whole failed: no"
    ]


def test_a_section_that_fails_is_its_own(run: Run, finder: Finder, chunks: list[Chunk]) -> None:
    lost = chunks[2]
    fault = Unavailable("the service did not answer")
    finder.fails = lambda question, first, _: fault if first == lost.first and question.task == "extract" else None
    summary = run(finder)
    assert summary.provenance.unread == [Unread(first=lost.first, last=lost.last)]
    assert summary.provenance.notes == [f"{lost.words()} were not read: the service did not answer"]
    cited = {number for _, record in summary.records() for number in record.evidence}
    assert cited
    assert not any(lost.first <= number <= lost.last for number in cited)


def test_an_article_none_of_whose_sections_came_through_fails_with_what_it_took(run: Run, finder: Finder) -> None:
    def refused(*_: Any) -> Refused:
        fault = Refused("it declined")
        fault.calls, fault.usage, fault.cost_usd = 1, Usage(input_tokens=10, output_tokens=1), 0.25
        return fault

    finder.fails = refused
    with pytest.raises(Refused, match=r"none of \d+ sections could be read; the first: it declined") as failed:
        run(finder)
    asked = len(finder.asked)
    assert (failed.value.calls, failed.value.cost_usd) == (asked, 0.25 * asked)
    assert failed.value.usage == Usage(input_tokens=10 * asked, output_tokens=asked)


def test_what_ends_a_run_ends_it_at_once(run: Run, finder: Finder) -> None:
    finder.fails = lambda _question, first, _last: NotAuthorized("no such key") if first > 1 else None
    with pytest.raises(NotAuthorized):
        run(finder)
    assert len(finder.asked) < 10


def test_a_section_whose_answer_is_cut_is_asked_about_in_halves(
    run: Run, finder: Finder, planted: Planted, chunks: list[Chunk]
) -> None:
    def cut(question: Question, first: int, last: int) -> Truncated | None:
        is_long = question.task == "extract" and first == chunks[1].first and last == chunks[1].last
        return Truncated("the answer ran into the limit") if is_long else None

    finder.fails = cut
    summary = run(finder)
    assert summary.provenance.unread == []
    assert len(summary.deals) == wanted(planted, "deals")
    halves = Divider(planted.article).halves(chunks[1])
    asked = [question for question in finder.asked if question.task == "extract"]
    assert len(asked) == len(chunks) + len(halves)


def test_an_answer_that_is_cut_however_little_is_asked_for_fails(run: Run, finder: Finder) -> None:
    finder.fails = lambda *_: Truncated("the answer ran into the limit")
    with pytest.raises(Truncated):
        run(finder)
    assert len(finder.asked) < 100


def test_faulty_records_go_back_with_their_own_section(run: Run, finder: Finder, chunks: list[Chunk]) -> None:
    number = next(one for one in finder.by_sentence if chunks[3].first <= one <= chunks[3].last)
    wrong = {"statement": "Nobody bought 77 llamas in Lima.", "claimant": None, "kind": "fact", "certainty": "asserted"}
    finder.by_sentence[number].append(("claims", {**wrong, "figures": []}))
    summary = run(finder)
    [repair] = [question for question in finder.asked if question.task == "repair"]
    assert "llamas" in repair.messages[-1].content
    assert f"[{chunks[3].first}] to [{chunks[3].last}] are to be read" in repair.messages[-1].content
    assert f"\n[{chunks[1].first + 1}] " not in repair.messages[-1].content
    assert len(summary.faulty()) == 1


def test_a_second_pass_brings_what_the_first_left_out(run: Run, finder: Finder, planted: Planted) -> None:
    finder.skips = ("claims",)
    once = run(finder)
    assert once.claims == []
    finder.asked.clear()
    twice = run(finder, passes=2)
    assert len(twice.claims) == wanted(planted, "claims")
    assert len(twice.deals) == len(once.deals)
    assert len(twice.quotes) == len(once.quotes)
    again = [question for question in finder.asked if question.task == "again"]
    assert again
    assert "headline" not in again[0].wire.model_fields
    speaker = next(record["speaker"] for _, name, record in planted.records if name == "quotes")
    assert any(speaker in question.messages[-1].content.rpartition("</article>")[2] for question in again)


def test_no_further_pass_is_made_where_the_last_brought_nothing(run: Run, finder: Finder) -> None:
    finder.skips = ("claims",)
    found = finder.found

    def nothing_again(question: Question, first: int, last: int) -> dict[str, Any]:
        if question.task == "again":
            return {name: [] for name in question.wire.model_fields}
        return found(question, first, last)

    finder.found = nothing_again  # type: ignore[method-assign]
    run(finder, passes=5)
    tasks = [question.task for question in finder.asked]
    assert tasks.count("again") == tasks.count("extract")


def test_a_pass_that_fails_takes_nothing_away(run: Run, finder: Finder) -> None:
    finder.fails = lambda question, _first, _last: Unavailable("down") if question.task == "again" else None
    summary = run(finder, passes=2)
    assert summary.deals
    assert summary.provenance.notes[0].startswith("pass 2 over sentences 1–")
    assert summary.provenance.unread == []


def test_the_offline_rules_read_the_whole_at_once(planted: Planted) -> None:
    from summarizer.models.offline import OfflineModel

    pipeline = Pipeline(OfflineModel(), Settings())
    assert len(pipeline.questions(planted.article)) == 1
    summary = asyncio.run(pipeline.run(planted.article))
    assert summary.provenance.calls == 0


@pytest.mark.parametrize(("wrong", "said"), [({"passes": 0}, "passes is 1 or more"), ({"section_tokens": 10}, "200")])
def test_settings_that_cannot_work_are_refused(wrong: dict[str, int], said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        Settings(**wrong)  # type: ignore[arg-type]


def test_of_an_answer_that_is_cut_however_little_is_asked_for_the_whole_records_are_kept(
    run: Run, finder: Finder
) -> None:
    def cut(*_: Any) -> Truncated:
        fault = Truncated("the answer ran into the limit")
        fault.calls, fault.usage = 1, Usage(input_tokens=10, output_tokens=1)
        empty: dict[str, Any] = {name: [] for name in NEWS.wire.model_fields} | {"headline": None}
        fault.kept = Answer(empty, "finder", calls=1, usage=fault.usage)
        return fault

    finder.fails = cut
    summary = run(finder)
    assert any("an answer was cut" in note for note in summary.provenance.notes)
    assert summary.provenance.calls == len(finder.asked)
