"""Labels of a quote that its words leave open are judgements: the mode, the kind of speaker, a role, an affiliation."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.makers import quote

PARTLY = "Marl Copper said the pit was “a gift” and would stay open."
WHOLE = "“The pit will stay open,” said Ines Colby, an analyst at Asker Bank."
REFUSED = "Marl Copper declined to comment on the pit."


def _doubted(check: Any, article: str, draft: dict[str, Any]) -> list[str]:
    return [finding.field for finding in check("quotes", draft, article=article).findings]


@pytest.mark.parametrize(
    ("article", "words", "speaker", "mode", "doubted"),
    [
        (PARTLY, "the pit was “a gift” and would stay open", "Marl Copper", "indirect", True),
        (PARTLY, "the pit was “a gift” and would stay open", "Marl Copper", "mixed", False),
        (PARTLY, "a gift", "Marl Copper", "mixed", False),
        (WHOLE, "The pit will stay open", "Ines Colby", "mixed", True),
        (WHOLE, "The pit will stay open", "Ines Colby", "direct", False),
        (REFUSED, "declined to comment on the pit", "Marl Copper", "indirect", True),
        (REFUSED, "declined to comment on the pit", "Marl Copper", "no_comment", False),
    ],
)
def test_a_mode_beside_which_another_is_meant_is_a_judgement(
    check: Any, article: str, words: str, speaker: str, mode: str, doubted: bool
) -> None:
    assert ("mode" in _doubted(check, article, quote(words, speaker, 1, mode=mode))) is doubted


@pytest.mark.parametrize(("kind", "doubted"), [("analyst", False), ("other", True)])
def test_another_kind_than_the_words_show_is_a_judgement(check: Any, kind: str, doubted: bool) -> None:
    draft = quote("The pit will stay open", "Ines Colby", 1, mode="direct", speaker_kind=kind)
    assert ("speaker_kind" in _doubted(check, WHOLE, draft)) is doubted


def test_a_job_of_somebody_else_in_the_sentence_is_not_the_speakers(check: Any) -> None:
    article = "Receiver Stan Roe sold Colby Mills. “We will stay,” said Ines Colby. Receiver Stan Roe thanked Colby."
    draft = quote("We will stay", "Ines Colby", 2, mode="direct", role="Receiver")
    assert "role" in _doubted(check, article, draft)


def test_a_body_named_beside_another_does_not_speak_for_it(check: Any) -> None:
    article = "Marl Copper told Dock News the pit will stay open."
    draft = quote("the pit will stay open", "Marl Copper", 1, speaker_kind="company", affiliation="Dock News")
    assert "affiliation" in _doubted(check, article, draft)
