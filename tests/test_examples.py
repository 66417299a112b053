"""The examples are what their README says they are: their awkwardness must survive editors and git."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from summarizer.article import Article
from summarizer.models.offline import OfflineModel
from summarizer.pipeline import Pipeline, Settings
from summarizer.readers import article_suffixes, read_article
from summarizer.records import Extraction, Summary
from summarizer.user_schemas import load_schema
from summarizer.verdicts import Verdict
from summarizer.verifier import verify

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
ARTICLES = sorted((EXAMPLES / "articles").iterdir())
RUN = 12
"""Words in a row that two texts share by copying only."""

PUBLISHED = {
    "acquisition.html": (date(2025, 10, 13), "metadata"),
    "divestiture.txt": (date(1987, 6, 11), "dateline"),
    "funding_round.md": (date(2026, 1, 22), "metadata"),
    "licensing.html": (date(2026, 2, 5), "metadata"),
    "port_stake_agency.txt": (date(2026, 2, 12), "dateline"),
    "supply_contract.txt": (date(2026, 3, 4), "dateline"),
    "terminated_deal.txt": (date(2025, 12, 9), "dateline"),
    "unsolicited_bid.txt": (None, None),
}
"""The day, and what tells it, of those articles that leave no doubt about it."""


def article(name: str) -> Article:
    return read_article(EXAMPLES / "articles" / name)


def word_runs(text: str) -> set[tuple[str, ...]]:
    words = [word.lower() for word in re.findall(r"[A-Za-z0-9']+", text)]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_every_example_is_described() -> None:
    page = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(\w+\.(?:txt|html|md))`", page)) == {path.name for path in ARTICLES}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_an_example_is_read_as_an_article(path: Path) -> None:
    assert path.suffix in article_suffixes()
    read = read_article(path)
    assert 80 <= len(read.text.split()) <= 450
    assert len(read.sentences) >= 8


@pytest.mark.parametrize(("name", "published"), sorted(PUBLISHED.items()))
def test_an_example_tells_its_day(name: str, published: tuple[date | None, str | None]) -> None:
    read = article(name)
    assert (read.published, read.published_from) == published


def test_the_merger_is_in_windows_1252_with_both_line_end_characters() -> None:
    raw = (EXAMPLES / "articles/merger.txt").read_bytes()
    assert b"\x93There is no acquirer here,\x94" in raw
    assert b"\xa34.1bn" in raw
    assert raw.count(b"\r\n") == raw.count(b"\n") > 10
    assert "£4.1bn" in article("merger.txt").text
    assert "Naïma Thorsby" in article("merger.txt").text


def test_the_partnership_is_in_utf_16() -> None:
    assert (EXAMPLES / "articles/partnership.txt").read_bytes()[:2] == b"\xff\xfe"
    assert "Kaisu Rantamäe" in article("partnership.txt").text


def test_the_pages_are_read_without_what_surrounds_the_article() -> None:
    text = article("acquisition.html").text
    assert "We are not closing a single oven." in text
    assert "Cookie settings" not in text
    assert "dataLayer" not in text


@pytest.mark.parametrize(
    "character",
    [
        pytest.param(character, id=name)
        for name, character in {
            "no-break space": "\u00a0",
            "narrow no-break space": "\u202f",
            "en space": "\u2002",
            "soft hyphen": "\u00ad",
            "non-breaking hyphen": "\u2011",
            "en dash": "\u2013",
            "em dash": "\u2014",
            "minus": "\u2212",
            "zero-width space": "\u200b",
            "byte order mark": "\ufeff",
            "line separator": "\u2028",
            "ligature": "\ufb01",
            "full-width digit": "\uff18",
            "combining diaeresis": "\u0308",
            "low quotation mark": "\u201e",
            "straight quotation mark": '"',
            "half": "\u00bd",
        }.items()
    ],
)
def test_the_odd_typography_is_still_odd(character: str) -> None:
    assert character in (EXAMPLES / "articles/odd_typography.txt").read_text(encoding="utf-8")


def test_the_injected_instructions_are_still_there() -> None:
    text = article("injected_instructions.txt").text
    for bait in ("Ignore all previous instructions", "```system", "</article>", "<script>", "[27]", '{"deals"'):
        assert bait in text


def test_the_wire_copy_is_hard_wrapped() -> None:
    text = (EXAMPLES / "articles/divestiture.txt").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 70
    assert "mln dlrs" in text


@pytest.mark.parametrize("path", [*ARTICLES, EXAMPLES / "notes/trial_note.txt"], ids=lambda path: path.name)
def test_no_example_copies_a_reference_article(path: Path, shared: Path) -> None:
    known: set[tuple[str, ...]] = set()
    for file in [*shared.glob("articles/*.txt"), *shared.glob("data/*/*.txt")]:
        known |= word_runs(file.read_text(encoding="utf-8", errors="replace"))
    assert word_runs(read_article(path).text) & known == set()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_the_offline_rules_say_nothing_of_an_example_that_it_does_not_say(path: Path) -> None:
    read = read_article(path)
    summary = asyncio.run(Pipeline(OfflineModel(), Settings()).run(read))
    assert isinstance(summary, Summary)
    assert summary.headline is not None
    for _, record in summary.records():
        for span in record.spans:
            assert read.text[span.start : span.end] == span.text
    assert summary.faulty() == []


TRIALS = {
    "items": [
        {
            "evidence": [3, 4, 5, 6, 7, 8, 9, 10, 11, 15],
            "name": "LANTERN",
            "drug": "brenaxolin",
            "sponsor": "Ardlevane Biosciences",
            "condition": "refractory chronic cough",
            "phase": "II",
            "status": "completed",
            "enrolled": "318 adults",
            "arms": [
                {"treatment": "25 mg twice daily", "patients": "107 patients", "responded": "36%"},
                {"treatment": "50 mg twice daily", "patients": "105 patients", "responded": "48%"},
                {"treatment": "placebo", "patients": "106 patients", "responded": "29%"},
            ],
            "endpoint": "24-hour cough frequency at week 12",
            "endpoint_met": True,
            "started": "September 2024",
            "results": None,
            "cost": {"text": "about $34 million", "currency": "USD"},
            "safety": ["Taste disturbance was reported by 22% on 50 mg and by 3% on placebo."],
        },
    ]
}
"""The first trial of the note, as a careful reader writes it down."""


def clinical_trial(**changes: object) -> dict[str, object]:
    return {"items": [{**TRIALS["items"][0], **changes}]}


def verified(answer: dict[str, object]) -> Extraction:  # type: ignore[type-arg]
    note = read_article(EXAMPLES / "notes/trial_note.txt")
    schema = load_schema(f"{EXAMPLES / 'schemas/clinical_trial.py'}:ClinicalTrial")
    result = verify(note, answer, schema)
    assert isinstance(result, Extraction)
    return result


def test_a_trial_that_is_copied_rightly_holds() -> None:
    result = verified(TRIALS)
    [trial] = result.items
    assert trial.verdict in (Verdict.VERIFIED, Verdict.INFERRED), trial.findings
    assert (trial.enrolled.amount, trial.enrolled.unit) == (318, "adults")
    assert [arm.responded.amount for arm in trial.arms] == [36, 48, 29]
    assert (trial.cost.amount, trial.cost.currency, trial.cost.bound) == (34_000_000, "USD", "about")
    assert (trial.started.earliest, trial.started.latest) == (date(2024, 9, 1), date(2024, 9, 30))


@pytest.mark.parametrize(
    "change",
    [
        {"enrolled": "381 adults"},
        {"drug": "brenaxoline"},
        {"sponsor": "Aldervane Biosciences"},
        {"endpoint": "24-hour cough frequency at week 21"},
        {"started": "September 2023"},
        {"cost": {"text": "about $34 billion", "currency": "USD"}},
        {"safety": ["Taste disturbance was reported by 32% on 50 mg."]},
        {"safety": ["Patients stopped treatment because of it."]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_trial_that_is_copied_wrongly_does_not_hold(change: dict[str, object]) -> None:
    [trial] = verified(clinical_trial(**change)).items
    assert trial.verdict is not None
    assert trial.verdict.faulty


@pytest.mark.parametrize("phase", ["2", "phase 2", "Phase II", "ii"])
def test_a_phase_in_other_numerals_is_sent_back_with_what_to_write(phase: str) -> None:
    schema = load_schema(f"{EXAMPLES / 'schemas/clinical_trial.py'}:ClinicalTrial")
    record = schema.sections["items"].record
    with pytest.raises(ValidationError, match="write the phase in Roman numerals alone"):
        record.model_validate({**TRIALS["items"][0], "phase": phase})


@pytest.mark.parametrize("phase", ["I", "II", "I/II", "III", "IV", None])
def test_a_phase_in_roman_numerals_is_taken(phase: str | None) -> None:
    schema = load_schema(f"{EXAMPLES / 'schemas/clinical_trial.py'}:ClinicalTrial")
    assert schema.sections["items"].record.model_validate({**TRIALS["items"][0], "phase": phase}).phase == phase
