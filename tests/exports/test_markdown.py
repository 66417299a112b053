from __future__ import annotations

from markdown_it import MarkdownIt

from summarizer.exports.markdown import to_markdown
from summarizer.fields import Figure, Money, Record, Verbatim, When
from summarizer.records import AbstractSentence, Extraction, Headline, Provenance, Source, Summary
from summarizer.verdicts import Verdict

MARKDOWN = MarkdownIt("commonmark").enable("table")


class Recall(Record):
    """A product that is called back."""

    product: Verbatim
    cost: Money | None = None
    when: list[When] = []  # noqa: RUF012 - Pydantic copies it
    urgent: bool = False


def test_the_headline_is_the_title(summary: Summary) -> None:
    assert to_markdown(summary).startswith("# Orrin Foods buys Dell’Acqua \\[1\\]\n")


def test_the_abstract_cites_its_sentences(summary: Summary) -> None:
    assert r"Orrin Foods pays $2.4 billion. \[1, 2\]" in to_markdown(summary)


def test_a_deal_is_a_table_with_its_terms(summary: Summary) -> None:
    table = """\
### Acquisition, agreed \\[1, 2\\]

| | |
| --- | --- |
| Acquirer | Orrin Foods NV |
| Target | Dell’Acqua S.p.A. |
| Subject | the pasta maker |
| Value | about $2.4 billion (≈ USD 2,400,000,000) |
| Expected close | by June (2031-03-04 to 2031-06-30) |
| Break fee | €40 million |
"""
    assert table in to_markdown(summary)


def test_a_quote_names_its_speaker_and_does_not_say_the_affiliation_twice(summary: Summary) -> None:
    assert "> “We waited nine years”\n>\n> — Ada Lindqvist, Orrin chief executive (quoted) \\[4\\]" in to_markdown(
        summary
    )


def test_a_claim_names_who_claims_it_and_how_surely(summary: Summary) -> None:
    assert "- Pasta sales rose 7% in 2030. — the article: estimate, hedged \\[5\\]" in to_markdown(summary)


def test_a_claim_that_a_quote_tells_stands_in_the_quote(summary: Summary) -> None:
    quote = summary.quotes[0].model_copy(update={"text": "Sales rise 9%", "verdict": Verdict.VERIFIED})
    claim = summary.claims[0].model_copy(
        update={
            "statement": "Sales rise 9%.",
            "claimant": quote.speaker,
            "figures": [Figure(text="9%", measures="sales of <b>")],
            "evidence": [4],
            "verdict": Verdict.VERIFIED,
        }
    )
    text = to_markdown(summary.model_copy(update={"quotes": [quote], "claims": [claim]}))
    who = "Ada Lindqvist, Orrin chief executive (quoted; estimate, hedged)"
    assert f"> “Sales rise 9%”\n>\n> — {who} \\[4\\]\n>\n> - 9%: sales of \\<b\\>\n" in text
    assert "## Claims" not in text


def test_a_doubtful_record_is_marked_behind_it_with_the_reason(summary: Summary) -> None:
    lines = to_markdown(summary).splitlines()
    at = next(number for number, line in enumerate(lines) if "Regulators have agreed" in line)
    assert lines[at + 2] == "**⚠ Altered.** The article says the opposite."


def test_a_doubtful_deal_is_marked_behind_its_table(summary: Summary) -> None:
    deal = summary.deals[0].model_copy(update={"verdict": Verdict.ALTERED})
    text = to_markdown(summary.model_copy(update={"deals": [deal]}))
    assert "| Break fee | €40 million |\n\n**⚠ Altered.**" in text


def test_a_verified_record_carries_no_mark(summary: Summary) -> None:
    calm = summary.model_copy(update={"abstract": summary.abstract[:1], "parties": [], "claims": []})
    assert "⚠" not in to_markdown(calm)


def test_the_count_by_verdict_ends_it(summary: Summary) -> None:
    assert to_markdown(summary).endswith("\n---\n\n6 records: 3 verified, 1 inferred, 1 altered, 1 unsupported\n")


def test_text_of_an_article_makes_no_heading_link_or_html(summary: Summary) -> None:
    nasty = "x\n# Owned\n\n[click](http://evil.example) <script>alert(1)</script>"
    data = summary.model_copy(
        update={
            "headline": Headline(text=nasty, verdict=Verdict.VERIFIED),
            "abstract": [AbstractSentence(text=nasty, verdict=Verdict.VERIFIED)],
            "source": summary.source.model_copy(update={"path": nasty}),
        }
    )
    tokens = MARKDOWN.parse(to_markdown(data))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or []}
    assert not kinds & {"html_block", "html_inline", "link_open", "image"}
    assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1


def test_an_extraction_of_a_users_class_is_laid_out_by_its_fields() -> None:
    recall = Recall(
        product="the Model 9 heater",
        cost=Money(text="$3 million", amount=3_000_000, currency="USD", bound="exactly"),
        when=[When(text="Monday"), When(text="Friday")],
        urgent=True,
        evidence=[2],
        verdict=Verdict.VERIFIED,
    )
    extraction = Extraction[Recall](
        source=Source(sha256="1" * 64, characters=10),
        provenance=Provenance(model="offline"),
        records_of="Recall",
        items=[recall],
    )
    assert """\
## Recall

### Recall 1 \\[2\\]

| | |
| --- | --- |
| Product | the Model 9 heater |
| Cost | $3 million (USD 3,000,000) |
| When | Monday; Friday |
| Urgent | yes |
""" in to_markdown(extraction)
