"""What a speaker denies is kept with the verb that denies it."""

from __future__ import annotations

import pytest

from summarizer.article import Article
from summarizer.mapping import record_of
from summarizer.verifier.index import Index

BARE = "Varrick Tin was planning to close its Oslund yard"


def text_of(article: str, text: str, *evidence: int) -> str:
    written = {"text": text, "evidence": list(evidence or [1]), "speaker": "Una Brack", "affiliation": None,
               "role": None, "speaker_kind": "executive"}  # fmt: skip
    found: str = record_of("quotes", written, Index(Article.from_text(article)))["text"]
    return found


@pytest.mark.parametrize(
    "lead",
    [
        "denied that",
        "denied",
        "denies that",
        "denied on Monday that",
        "flatly denied the union's claim that",
        "rejected a report that",
        "rejected suggestions that",
        "dismissed talk that",
        "dismissed newspaper reports on Friday that",
        "disputed that",
        "refuted claims that",
        "did not deny that",
        "declined to confirm or deny that",
        "neither confirmed nor denied that",
        "refused to confirm that",
        "declined to comment on reports that",
        "doubted that",
    ],
)
def test_denied_words_begin_with_the_verb(lead: str) -> None:
    found = text_of(f"Una Brack {lead} {BARE}. She left at noon.", BARE)
    assert found == f"{lead.removeprefix('flatly ')} {BARE}"


@pytest.mark.parametrize(
    ("article", "text", "wanted"),
    [
        ("Una Brack denied that the yard was “dead”.", "The yard was “dead”", "denied that the yard was “dead”"),
        ("Una Brack denied that the yard was shut.", "that the yard was shut", "denied that the yard was shut"),
        ("Una Brack dismissed talk of a sale.", "talk of a sale", "dismissed talk of a sale"),
        ("Una Brack denied any breach.", "any breach", "denied any breach"),
    ],
)
def test_so_do_other_forms(article: str, text: str, wanted: str) -> None:
    assert text_of(article, text) == wanted


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (f"Una Brack denied that {BARE}.", f"denied that {BARE}"),
        (f"Una Brack denied that {BARE}.", f"Una Brack denied that {BARE}"),
        (f"Una Brack denied the report and said that {BARE}.", BARE),
        (f"Una Brack rejected the offer because {BARE}.", BARE),
        (f"Una Brack, who denied the charges, said {BARE}.", BARE),
        (f"Ole Varn rejected Brack's claim that {BARE}.", BARE),
        (f"Una Brack confirmed that {BARE}.", BARE),
        (f"Una Brack had no doubts that {BARE}.", BARE),
        (f"Ole Varn denied that {BARE}, as Una Brack wrote.", BARE),
        (f"Una Brack said no one could deny that {BARE}.", BARE),
        ("Una Brack said Varrick was denied a permit.", "a permit"),
        ("Una Brack rejected the bid.", "the bid"),
        ("Una Brack denied it. “The yard stays open,” she said.", "The yard stays open"),
        ("Una Brack denied that it was “a fire sale”.", "a fire sale"),
        (f"Una Brack denied that {BARE}.", "the moon is sold"),
        ("Una Brack denied it.", ""),
    ],
)
def test_what_is_not_denied_there_stays_as_it_is(article: str, text: str) -> None:
    assert text_of(article, text, 1, 2) == text


def test_a_second_run_adds_nothing() -> None:
    article = f"Una Brack denied that {BARE}."
    once = text_of(article, BARE)
    assert text_of(article, once) == once
