"""Names, descriptions and organisations that the article gives to somebody else than the record does."""

from __future__ import annotations

from summarizer.article import Article
from summarizer.fields import Record
from summarizer.records import Claim, Party
from summarizer.verifier.index import Index
from summarizer.verifier.verifier import verify_record

TEXT = """Calder Rail Group won the Orwell tram contract on Monday, and Calder shares rose. Calder will build 40 trams.

Its rival Ostrava Wagon, a family-owned builder of night trains, had protested.

Prices have been falling for years. Steel is cheap. Labour is not. Nobody expects that to change soon.

"We were ready for this," admitted project manager Ines Halvard. She expects the first tram to run in 2027.

Bystrom Seats employs some 310 people in Kuopio. Analyst Piet Aarden of Lowland Research rates Calder a buy.
"""


INDEX = Index(Article.from_text(TEXT))


def number(words: str) -> int:
    """The number of the sentence with these words."""
    return next(one.number for one in INDEX.sentences if words in one.text)


def codes(record: Record) -> set[str]:
    return {str(finding.code) for finding in verify_record(record, INDEX).findings if finding.verdict.faulty}


def party(name: str, description: str, words: str) -> Party:
    return Party(name=name, aliases=[], kind="company", description=description, ticker=None, evidence=[number(words)])


def claim(statement: str, claimant: str | None, words: str) -> Claim:
    return Claim(
        statement=statement,
        claimant=claimant,
        kind="fact",
        certainty="asserted",
        figures=[],
        evidence=[number(words)],
    )


def test_a_description_belongs_to_whoever_its_sentence_names() -> None:
    words = "a family-owned builder of night trains"
    assert codes(party("Ostrava Wagon", words, "Its rival")) == set()
    assert codes(party("Bystrom Seats", words, "Bystrom")) == {"description_altered"}


def test_a_statement_about_a_company_that_its_sentences_do_not_mean_is_altered() -> None:
    assert codes(claim("Bystrom Seats has about 310 people in Kuopio.", None, "Bystrom")) == set()
    assert "name_altered" in codes(claim("Ostrava Wagon employs some 310 people in Kuopio.", None, "Bystrom"))


def test_a_pronoun_behind_a_person_named_in_the_citation_means_that_person() -> None:
    told = "The first tram will run in 2027, she expects."
    both = [number("admitted"), number("She expects")]
    right = claim(told, "Ines Halvard", "She expects").model_copy(update={"evidence": both})
    assert "claimant_altered" not in codes(right)
    assert "claimant_altered" in codes(right.model_copy(update={"claimant": "Piet Aarden"}))


def test_a_description_before_a_semicolon_is_of_the_one_in_front_of_it() -> None:
    text = "It was signed by Mara Tolk, Orvane vice president of flight; Jon Hesse, union vice president, and Carey."
    record = Party(
        name="Mara Tolk", aliases=[], kind="person", description="vice president of flight", ticker=None, evidence=[1]
    )
    index = Index(Article.from_text(text))
    assert not [finding for finding in verify_record(record, index).findings if finding.verdict.faulty]
    other = record.model_copy(update={"name": "Jon Hesse"})
    assert [str(finding.code) for finding in verify_record(other, index).findings] == ["description_altered"]
