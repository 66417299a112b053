"""Words that stand for one name in the articles of a run."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import summarize
from summarizer.article import Article
from summarizer.dossier.aliasing import aliases_of
from summarizer.dossier.likeness import Likeness
from summarizer.dossier.stories import Story
from summarizer.dossier.telling import Telling


def tellings(texts: Sequence[str]) -> list[Telling]:
    return [
        Telling(at, Story(summarize(Article.from_text(text), model="offline"), text)) for at, text in enumerate(texts)
    ]


INITIALS = "Quarrel & Moss Holdings Inc. (QMH) has hired a bank. Shares in QMH rose. Quarrel & Moss had no comment."
BREWER = "Braukontor Ostrelle hired brewers in Lund. A week before, Braukontor Ostrelle had closed two bars of its own."
SHORT = "The bars of Ostrelle were full again. Nobody at Ostrelle knew why, and guests of Ostrelle did not ask."


def test_initials_that_an_article_states_are_the_name_in_all_of_them() -> None:
    found = aliases_of(tellings([INITIALS, "QMH sold two mills to its rivals. It was told that QMH needs cash."]))
    assert found["qmh"] == found["quarrel"]


def test_a_first_word_that_never_stands_alone_is_no_name_by_itself() -> None:
    found = aliases_of(tellings([BREWER, SHORT]))
    assert found["braukontor"] == found["ostrelle"]
    other = "Analysts like Braukontor. The shares of Braukontor rose by a tenth, and Braukontor sold a brewery."
    assert "braukontor" not in aliases_of(tellings([BREWER, SHORT, other]))


def test_two_companies_of_one_article_are_two() -> None:
    texts = ["Garrow Tools sued Plindale Locks. A judge heard Garrow, and then Plindale, for two days in Perth."] * 3
    assert aliases_of(tellings(texts)) == {}


def test_stories_are_compared_by_the_names_that_are_one() -> None:
    tail = " The bars in Lund stay open, and the brewers go on strike in May as they did last year, for more pay."
    found = tellings([f"{BREWER}{tail * 4}", f"{SHORT}{tail * 4}"])
    likeness = Likeness(found)
    assert likeness.names_of(0).keys() & likeness.names_of(1).keys() & {"ostrelle", "braukontor"}
