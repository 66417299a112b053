from __future__ import annotations

import pytest

from summarizer import Article, verify
from summarizer.exports.brief import dollars, lay_out, plural, tally
from summarizer.exports.brief_entries import Entry, claim_kind, entry_of
from summarizer.fields import Figure, Label, Part, Quantity, Record, Statement, Verbatim, When
from summarizer.records import (
    AbstractSentence,
    Claim,
    Deal,
    DealDate,
    DealParty,
    Extraction,
    Headline,
    JudgeRun,
    Party,
    Provenance,
    Quote,
    Source,
    Summary,
    Term,
    Verification,
)
from summarizer.verdicts import Finding, Verdict


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


def entries(summary: Summary, chapter: str, **update: object) -> tuple[Entry, ...]:
    chapters = lay_out(summary.model_copy(update=update)).chapters
    return next((found.entries for found in chapters if found.title == chapter), ())


def claim(statement: str, kind: str = "forecast", **more: object) -> Claim:
    given = {"statement": statement, "kind": kind, "certainty": "asserted", "evidence": [7], **more}
    return Claim.model_validate({"verdict": Verdict.VERIFIED, **given})


def quote(text: str, speaker: str = "Ada Lindqvist", **more: object) -> Quote:
    given = {"text": text, "speaker": speaker, "mode": "indirect", "speaker_kind": "executive", "evidence": [7], **more}
    return Quote.model_validate({"verdict": Verdict.VERIFIED, **given})


def test_an_abstract_does_not_repeat_the_headline(summary: Summary) -> None:
    headline = Headline(text="Orrin “buys” Dell’Acqua", evidence=[1], verdict=Verdict.VERIFIED)
    same = AbstractSentence(text='Orrin "buys" Dell\'Acqua.', evidence=[1], verdict=Verdict.VERIFIED)
    other = AbstractSentence(text="Orrin sells Dell’Acqua.", evidence=[2], verdict=Verdict.VERIFIED)
    found = entries(summary, "In short", headline=headline, abstract=[same, other])
    assert [entry.text for entry in found] == ["Orrin sells Dell’Acqua."]


def test_a_sentence_with_another_verdict_than_the_headline_stays(summary: Summary) -> None:
    text = summary.headline.text if summary.headline else ""
    doubtful = AbstractSentence(text=text, evidence=[1], verdict=Verdict.ALTERED)
    assert [entry.text for entry in entries(summary, "In short", abstract=[doubtful])] == [text]


def test_a_claim_that_a_quote_tells_stands_with_the_quote(summary: Summary) -> None:
    figures = [Figure(text="9%", measures="sales", period=When(text="next year"))]
    said = claim("Sales may rise 9%.", certainty="hedged", claimant="Ada Lindqvist", figures=figures, evidence=[7, 8])
    update = {"quotes": [quote("the weather helps, and sales may rise 9%")], "claims": [said]}
    [entry] = entries(summary, "Who said what", **update)
    assert entry.aside == "Ada Lindqvist (paraphrased; forecast, hedged)"
    assert entry.rows == (("9%", "sales, next year"),)
    assert entry.citations == (7, 8)
    assert entries(summary, "Claims", **update) == ()


def test_a_claim_of_somebody_else_or_in_doubt_or_with_other_words_stands_for_itself(summary: Summary) -> None:
    claims = [
        claim("Sales may rise 9%", claimant="Ketter"),
        claim("Sales may rise 9%", claimant="Ada Lindqvist", verdict=Verdict.INFERRED),
        claim("Sales will rise 9%", claimant="Ada Lindqvist"),
        claim("Sales may rise 9%", claimant="Ada Lindqvist", evidence=[12]),
        claim("ales may rise 9%", claimant="Ada Lindqvist"),
    ]
    assert len(entries(summary, "Claims", quotes=[quote("sales may rise 9%")], claims=claims)) == len(claims)


def test_a_claim_that_a_sentence_tells_leaves_its_kind_there_unless_it_is_a_plain_fact(summary: Summary) -> None:
    texts = ["Orrin Foods pays $2.4 billion.", "Ketter expects a rise.", "Ketter is no bidder."]
    update = {
        "abstract": [AbstractSentence(text=text, evidence=[1], verdict=Verdict.VERIFIED) for text in texts],
        "claims": [
            claim(texts[0], kind="fact"),
            claim(texts[1], claimant="Ketter"),
            claim(texts[2], kind="denial", certainty="denied", claimant="Ketter AG"),
        ],
    }
    assert [entry.aside for entry in entries(summary, "In short", **update)] == ["", "(forecast)", "(denial)"]
    assert entries(summary, "Claims", **update) == ()


def test_a_headline_takes_up_plain_facts_only(summary: Summary) -> None:
    text = summary.headline.text if summary.headline else ""
    claims = [claim(text, kind="fact"), claim(text, kind="allegation")]
    assert [entry.aside for entry in entries(summary, "Claims", claims=claims)] == ["the article: allegation"]


def test_what_may_not_be_so_comes_before_figures_views_and_plain_facts(summary: Summary) -> None:
    claims = [
        claim("It is a plant.", kind="fact"),
        claim("It is a fine plant.", kind="opinion"),
        claim("It employs 40 people.", kind="fact", figures=[Figure(text="40 people")]),
        claim("It will close."),
        claim("It has not closed.", kind="fact", certainty="denied"),
    ]
    assert [entry.text for entry in entries(summary, "Claims", claims=claims)] == [
        "It will close.",
        "It has not closed.",
        "It employs 40 people.",
        "It is a fine plant.",
        "It is a plant.",
    ]


def test_a_figure_that_its_claim_shows_as_well_has_no_row(summary: Summary) -> None:
    claims = [claim("It employs 40 people.", kind="fact", figures=[Figure(text="40 people")])]
    assert [entry.rows for entry in entries(summary, "Claims", claims=claims)] == [()]


def test_a_speaker_is_introduced_once_in_a_row(summary: Summary) -> None:
    ada = {"role": "chairman", "affiliation": "Orrin"}
    quotes = [quote("one", **ada), quote("two", **ada), quote("three", speaker="Bo Ketter"), quote("four", **ada)]
    assert [entry.aside for entry in entries(summary, "Who said what", quotes=quotes)] == [
        "Ada Lindqvist, chairman, Orrin (paraphrased)",
        "Ada Lindqvist (paraphrased)",
        "Bo Ketter (paraphrased)",
        "Ada Lindqvist, chairman, Orrin (paraphrased)",
    ]


def test_a_deal_tells_its_target_its_day_and_its_status_once(summary: Summary) -> None:
    deal = Deal(
        kind="acquisition",
        status="closed",
        parties=[DealParty(name="Dell’Acqua", role="target")],
        subject="Dell'Acqua",
        dates=[DealDate(event="expected_close", when=When(text="by June"))],
        terms=[
            Term(name="status", text="closed"),
            Term(name="expected close", text="by June"),
            Term(name="break fee", text="€40 million"),
        ],
    )
    [entry] = entries(summary, "Deals", deals=[deal])
    assert entry.rows == (("Target", "Dell’Acqua"), ("Expected close", "by June"), ("Break fee", "€40 million"))


def judged(field: str, said: str) -> Finding:
    message = f"{field} is “{said}” by judgement: the cited sentences do not say so outright."
    return Finding(code="judgement_unproven", field=field, verdict=Verdict.INFERRED, said=said, message=message)


def test_judgements_are_told_in_one_sentence_and_other_findings_in_their_own_words(summary: Summary) -> None:
    deal = Deal(
        kind="acquisition",
        status="agreed",
        parties=[DealParty(name="Orrin", role="acquirer")],
        subject="a port",
        dates=[DealDate(event="announced", when=When(text="Friday"))],
        terms=[Term(name="stake held", text="31 pct")],
        verdict=Verdict.INFERRED,
        findings=[
            judged("status", "agreed"),
            Finding(code="date_unread", field="dates[0]", verdict=Verdict.INFERRED, message="No day could be read."),
            judged("parties[0].role", "acquirer"),
            judged("dates[0].event", "announced"),
            judged("terms[0].name", "stake held"),
        ],
    )
    [entry] = entries(summary, "Deals", deals=[deal])
    assert entry.remarks == (
        "The status (agreed), the role of Orrin, the event of Friday and the name of 31 pct are judgements, "
        "not said outright.",
        "No day could be read.",
    )


def test_a_remark_does_not_tell_the_statement_under_which_it_stands_again() -> None:
    text = "Fiddlewood Mills Ltd. means to end work at an ageing site later on."
    article = Article.from_text(
        "Fiddlewood Mills Ltd. will close the old plant after the new one runs a year, it said. Nobody answered calls."
    )
    result = verify(article, {"abstract": [{"text": text, "evidence": [1]}]})
    assert isinstance(result, Summary)
    assert any(text[:40] in finding.message for finding in result.abstract[0].findings)
    [entry] = lay_out(result).chapters[0].entries
    assert entry.remarks
    assert not any("Fiddlewood" in remark for remark in entry.remarks)


def test_a_claim_whose_kind_alone_is_a_judgement_stands_with_its_quote_and_is_said_to_be_inferred(
    summary: Summary,
) -> None:
    by_judgement = {"verdict": Verdict.INFERRED, "findings": [judged("kind", "forecast")]}
    doubtful = Finding(code="claimant_unproven", field="claimant", verdict=Verdict.INFERRED, message="Who knows.")
    said = claim("Sales may rise", claimant="Ada Lindqvist", **by_judgement)
    update = {"quotes": [quote("sales may rise")], "claims": [said]}
    assert entries(summary, "Claims", **update) == ()
    assert [entry.aside for entry in entries(summary, "Who said what", **update)] == [
        "Ada Lindqvist (paraphrased; forecast, inferred)"
    ]
    update["claims"] = [said.model_copy(update={"findings": [*said.findings, doubtful]})]
    [entry] = entries(summary, "Claims", **update)
    assert (entry.marked, entry.remarks) == (
        False,
        ("The kind (forecast) is a judgement, not said outright.", "Who knows."),
    )


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("In a statement, Ketter said it sees “no need” to sell and that it “will wait.”", True),
        ("Ketter, which lost €2 million, said it sees “no need” to sell and that it “will wait.”", False),
        ("Ketter denied that it sees “no need” to sell and that it “will wait.”", False),
    ],
)
def test_a_claim_that_only_puts_a_speaker_to_two_halves_of_a_quote_stands_with_the_first(
    summary: Summary, statement: str, told: bool
) -> None:
    quotes = [quote(text, speaker="Ketter") for text in ("it sees “no need” to sell", "that it “will wait.”")]
    claims = [claim(statement, claimant="Ketter")]
    assert (entries(summary, "Claims", quotes=quotes, claims=claims) == ()) is told
    [first, second] = entries(summary, "Who said what", quotes=quotes, claims=claims)
    assert ("forecast" in first.aside, "forecast" in second.aside) == (told, False)
    assert second.text == "it “will wait.”"


def test_the_articles_own_claim_that_a_quote_gives_to_a_speaker_stands_with_the_quote(summary: Summary) -> None:
    update = {"quotes": [quote("that output should rise in Africa")], "claims": [claim("Output should rise in Africa")]}
    assert entries(summary, "Claims", **update) == ()


def test_a_claim_is_not_left_to_a_quote_or_a_sentence_that_does_not_hold(summary: Summary) -> None:
    update = {
        "quotes": [quote("output rose", verdict=Verdict.ALTERED)],
        "abstract": [AbstractSentence(text="Sales fell.", evidence=[7], verdict=Verdict.UNSUPPORTED)],
        "claims": [claim("Output rose", kind="fact"), claim("Sales fell.", kind="fact")],
    }
    assert [entry.text for entry in entries(summary, "Claims", **update)] == ["Output rose", "Sales fell."]


def test_a_quote_keeps_a_that_which_points_at_something(summary: Summary) -> None:
    found = entries(summary, "Who said what", quotes=[quote("that deal is dead"), quote("that the deal is dead")])
    assert [entry.text for entry in found] == ["that deal is dead", "the deal is dead"]


def test_those_who_did_not_comment_come_last_and_in_one_entry_where_the_words_are_the_same(summary: Summary) -> None:
    silent = {"mode": "no_comment", "speaker_kind": "company"}
    quotes = [
        quote("declined to comment", speaker="Orrin", evidence=[3], **silent),
        quote("sales will rise"),
        quote("Declined to comment", speaker="Ketter", evidence=[4], **silent),
        quote("declined to comment", speaker="Tessel", verdict=Verdict.INFERRED, **silent),
    ]
    found = entries(summary, "Who said what", quotes=quotes)
    assert [(entry.text, entry.aside, entry.citations) for entry in found] == [
        ("sales will rise", "Ada Lindqvist (paraphrased)", (7,)),
        ("declined to comment", "Tessel (no comment)", (7,)),
        ("declined to comment", "Orrin, Ketter (no comment)", (3, 4)),
    ]


def test_judgements_that_an_aside_can_tell_have_no_remark_of_their_own(summary: Summary) -> None:
    inferred = {"verdict": Verdict.INFERRED}
    party = Party(name="Ketter", kind="company", evidence=[1], findings=[judged("kind", "company")], **inferred)
    said = quote("one", findings=[judged("speaker_kind", "executive")], **inferred)
    own = claim("Output rose.", kind="fact", findings=[judged("kind", "fact")], **inferred)
    update = {"parties": [party], "quotes": [said], "claims": [own]}
    told = [entries(summary, chapter, **update)[0] for chapter in ("Who is who", "Who said what", "Claims")]
    assert [entry.aside for entry in told] == [
        "company (inferred)",
        "Ada Lindqvist (paraphrased; inferred to be an executive)",
        "the article: fact, inferred",
    ]
    assert all(entry.marked for entry in told)


def test_a_figure_of_which_the_statement_tells_all_has_no_row_and_one_in_other_money_has(summary: Summary) -> None:
    figures = [
        Figure(text="$2 billion", measures="sales", type="money", amount=2_000_000_000, currency="USD"),
        Figure(text="58 mln dlrs", measures="debt", type="money", amount=58_000_000, currency="CAD"),
        Figure(text="9%", measures="the growth of sales", type="percent", amount=9),
    ]
    claims = [claim("Sales of $2 billion, up 9%, and debt of 58 mln dlrs.", kind="fact", figures=figures)]
    [entry] = entries(summary, "Claims", claims=claims)
    assert entry.rows == (("58 mln dlrs (CAD 58,000,000)", "debt"), ("9%", "the growth of sales"))


def test_a_headline_that_the_article_does_not_bear_out_is_no_title(summary: Summary) -> None:
    headline = Headline(text="Orrin buys the moon", evidence=[1], verdict=Verdict.UNSUPPORTED)
    source = summary.source.model_copy(update={"title": "Pasta changes hands"})
    brief = lay_out(summary.model_copy(update={"headline": headline, "source": source}))
    assert (brief.title, brief.headline) == ("Pasta changes hands", None)
    assert brief.chapters[0].title == "Headline"
    assert (brief.chapters[0].entries[0].text, brief.chapters[0].entries[0].verdict) == (
        "Orrin buys the moon",
        Verdict.UNSUPPORTED,
    )


@pytest.mark.parametrize(
    ("kind", "certainty", "said"),
    [
        ("forecast", "asserted", "forecast"),
        ("forecast", "hedged", "forecast, hedged"),
        ("forecast", "denied", "forecast, in the negative"),
        ("allegation", "denied", "allegation, denied"),
        ("denial", "denied", "denial"),
    ],
)
def test_the_kind_of_a_claim_says_how_sure_it_is(kind: str, certainty: str, said: str) -> None:
    assert claim_kind(kind, certainty) == said


@pytest.mark.parametrize(
    ("words", "shown"),
    [("has won", False), ("agreed to buy", False), ("pending approval", True), ("has won two thirds", True)],
)
def test_a_status_that_says_no_more_than_the_title_is_left_out(summary: Summary, words: str, shown: bool) -> None:
    deal = summary.deals[0].model_copy(update={"terms": [Term(name="status", text=words)]})
    assert (("Status", words) in entry_of(deal).rows) is shown
