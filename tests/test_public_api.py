"""What `import summarizer` offers: changing it is a decision, not an accident."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import summarizer

NAMES = [
    "Article",
    "ArticleError",
    "Claim",
    "ConfigurationError",
    "Deal",
    "Dossier",
    "Evaluation",
    "Extraction",
    "Figure",
    "Finding",
    "ForeignResult",
    "Label",
    "ModelError",
    "Money",
    "Name",
    "Part",
    "Party",
    "Percent",
    "Quantity",
    "Quotation",
    "Quote",
    "ReadError",
    "Record",
    "Result",
    "Sentence",
    "Span",
    "Statement",
    "SummarizeRows",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "Verbatim",
    "Verdict",
    "When",
    "evaluate",
    "judge",
    "read_article",
    "summarize",
    "to_pandas",
    "to_polars",
    "verify",
]


def test_these_names_are_public_and_no_others() -> None:
    assert summarizer.__all__ == NAMES


def test_the_names_are_sorted() -> None:
    assert sorted(summarizer.__all__) == summarizer.__all__


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(summarizer, name) is not None


@pytest.mark.parametrize("room", ["summarizer.cli", "summarizer.pipeline", "summarizer.verifier"])
def test_verify_is_the_function_whatever_was_imported_before(room: str) -> None:
    program = f"import inspect, {room}; from summarizer import verify; print(inspect.signature(verify))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("(article:"), done.stderr


def test_dir_shows_the_public_names() -> None:
    assert dir(summarizer) == NAMES


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Summariser'"):
        _ = summarizer.Summariser


def test_a_star_import_brings_the_public_names() -> None:
    program = "from summarizer import *; print(*sorted(name for name in globals() if not name.startswith('_')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == NAMES


def test_a_summarizer_takes_these_options() -> None:
    assert list(inspect.signature(summarizer.Summarizer).parameters) == [
        "model",
        "schema",
        "policy",
        "repairs",
        "base_url",
        "api_key",
        "prompts",
        "published",
        "options",
        "judge",
        "rpm",
        "tpm",
        "prices",
        "passes",
        "section_tokens",
        "fallback",
        "escalate",
        "rules",
    ]


def test_every_error_can_be_caught_by_its_root() -> None:
    for name in ("ArticleError", "ConfigurationError", "ModelError", "ReadError"):
        assert issubclass(getattr(summarizer, name), summarizer.SummarizerError)
