from __future__ import annotations

from summarizer.exports.brief import dollars, lay_out, plural, tally
from summarizer.fields import Label, Part, Quantity, Record, Statement, Verbatim
from summarizer.records import (
    Deal,
    DealParty,
    Extraction,
    JudgeRun,
    Party,
    Provenance,
    Quote,
    Source,
    Summary,
    Verification,
)


class TrialArm(Part):
    """A group of patients."""

    treatment: Verbatim
    patients: Quantity | None = None


class ClinicalTrial(Record):
    """A trial of a drug."""

    drug: Verbatim
    phase: Label | None = None
    sites: list[Verbatim]
    arms: list[TrialArm]
    safety: list[Statement]


def test_counts_and_costs_are_written_as_people_do() -> None:
    assert (plural(1, "record"), plural(1204, "record"), plural(0, "record")) == (
        "1 record",
        "1,204 records",
        "0 records",
    )
    assert (dollars(0.00421), dollars(1234.5)) == ("$0.0042", "$1,234.50")


def test_dropped_records_are_counted_and_said_to_be_dropped() -> None:
    count = Verification(records=3, verified=1, unsupported=2, dropped=2)
    assert tally(count) == "3 records: 1 verified, 0 inferred, 0 altered, 2 unsupported (2 of them dropped)"


def test_sections_come_in_the_order_of_reading_and_empty_ones_are_left_out(summary: Summary) -> None:
    assert [chapter.title for chapter in lay_out(summary).chapters] == [
        "In short",
        "Deals",
        "Who said what",
        "Claims",
        "Who is who",
    ]
    assert [chapter.title for chapter in lay_out(summary.model_copy(update={"quotes": [], "claims": []})).chapters] == [
        "In short",
        "Deals",
        "Who is who",
    ]


def test_where_it_comes_from_is_said(summary: Summary) -> None:
    assert lay_out(summary).about == (
        "wire/orrin.txt",
        "published 2031-03-04 (from its dateline)",
        "read by openai/some-model",
        "$0.0123",
    )


def test_an_unknown_day_is_said_to_be_unknown(summary: Summary) -> None:
    source = summary.source.model_copy(update={"published": None, "published_from": None})
    assert "publication date unknown" in lay_out(summary.model_copy(update={"source": source})).about


def test_without_a_headline_the_articles_title_stands_at_the_top(summary: Summary) -> None:
    source = summary.source.model_copy(update={"title": "Pasta changes hands"})
    brief = lay_out(summary.model_copy(update={"headline": None, "source": source}))
    assert (brief.title, brief.headline) == ("Pasta changes hands", None)


def test_parties_of_one_role_share_a_row(summary: Summary) -> None:
    deal = Deal(
        kind="joint_venture",
        status="in_talks",
        parties=[
            DealParty(name="Orrin", role="partner"),
            DealParty(name="Ketter", role="other"),
            DealParty(name="Tessel", role="partner"),
        ],
        subject="a port",
    )
    brief = lay_out(summary.model_copy(update={"deals": [deal]}))
    [entry] = next(chapter for chapter in brief.chapters if chapter.title == "Deals").entries
    assert entry.text == "Joint venture, in talks"
    assert entry.rows == (("Partner", "Orrin, Tessel"), ("Also in it", "Ketter"), ("Subject", "a port"))


def test_a_quote_that_holds_quotation_marks_is_not_given_others(summary: Summary) -> None:
    quote = Quote(text="it sees “no need” to sell", mode="mixed", speaker="Ketter", speaker_kind="company")
    brief = lay_out(summary.model_copy(update={"quotes": [quote]}))
    [entry] = next(chapter for chapter in brief.chapters if chapter.title == "Who said what").entries
    assert (entry.text, entry.aside) == ("it sees “no need” to sell", "Ketter (partly quoted)")


def test_an_extraction_without_records_has_no_chapters() -> None:
    extraction = Extraction[Party](
        source=Source(sha256="1" * 64, characters=10), provenance=Provenance(model="offline"), records_of="Party"
    )
    assert lay_out(extraction).chapters == ()


def test_a_record_of_a_users_class_is_a_card_of_its_fields() -> None:
    trial = ClinicalTrial(
        drug="velotide",
        sites=["Turin", "Bergen"],
        arms=[TrialArm(treatment="5 mg daily", patients=Quantity(text="40 adults")), TrialArm(treatment="placebo")],
        safety=["Headache was the commonest complaint.", "Nobody died."],
        evidence=[2],
    )
    extraction = Extraction[ClinicalTrial](
        source=Source(path="notes/trial.txt", sha256="1" * 64, characters=10),
        provenance=Provenance(model="unknown", notes=["made elsewhere"]),
        records_of="ClinicalTrial",
        items=[trial],
    )
    brief = lay_out(extraction)
    assert brief.title == "trial.txt"
    assert brief.about == ("notes/trial.txt", "publication date unknown", "made elsewhere")
    [chapter] = brief.chapters
    assert (chapter.title, chapter.entries[0].text) == ("Clinical trial", "Clinical trial 1")
    assert chapter.entries[0].rows == (
        ("Drug", "velotide"),
        ("Sites", "Turin; Bergen"),
        ("Arms", "treatment: 5 mg daily; patients: 40 adults"),
        ("", "treatment: placebo"),
        ("Safety", "Headache was the commonest complaint."),
        ("", "Nobody died."),
    )


def test_a_brief_says_who_judged(summary: Summary) -> None:
    run = JudgeRun(model="solon-2", prompt="judge@0", statements=12, lowered=0)
    provenance = summary.provenance.model_copy(update={"judge": run})
    about = lay_out(summary.model_copy(update={"provenance": provenance})).about
    assert "12 statements judged by solon-2, 0 records lowered" in about
