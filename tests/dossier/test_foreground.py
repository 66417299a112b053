"""What a sentence tells as its news, and what it only explains."""

from __future__ import annotations

import pytest

from summarizer.dossier.foreground import background_of, explains, in_background


def stands_back(sentence: str, word: str, *, heading: bool = False) -> bool:
    return in_background(background_of(sentence, heading=heading), sentence.index(word))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Tarn Mills, which is buying Orrin Paper, will close a depot.", "Orrin"),
        ("The firm that on Tuesday agreed to buy Orrin Paper said its chief would leave.", "Orrin"),
        ("Tarn will cut 900 jobs, part of savings it promised with Orrin Paper.", "Orrin"),
        ("The recall does not touch the ink it licensed from Orrin Paper.", "Orrin"),
        ("Tarn sold its cups to Ashby, days after it bought Orrin Paper.", "Orrin"),
        ("Tarn cut its outlook because of costs of the Orrin Paper purchase.", "Orrin"),
        ("Tarn borrowed $200 million to help finance the purchase of Orrin Paper.", "Orrin"),
        ("Corley Partners, an investor in Orrin Paper, has raised a fund.", "Orrin"),
        ("Orrin Paper, being bought by Tarn Mills, reported a loss.", "Tarn"),
        ("A fire at a mill bought by Tarn Mills hurt nobody.", "Tarn"),
        ("With the Orrin Paper purchase behind it, Tarn turns to ink.", "Orrin"),
        ("Tarn earned more, helped by Orrin Paper.", "Orrin"),
        ("Tarn is moving to Lund, where it is taking over Orrin Paper.", "Orrin"),
    ],
)
def test_what_depends_on_the_main_clause_is_background(sentence: str, word: str) -> None:
    assert stands_back(sentence, word)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Tarn Mills said on Monday that it had agreed to buy Orrin Paper.", "Orrin"),
        ("Tarn Mills told reporters on Monday that it will buy Orrin Paper.", "Orrin"),
        ("The two founders have agreed to sell it to Orrin Paper.", "Orrin"),
        ("Tarn Mills, a maker of cartons, will buy Orrin Paper.", "Orrin"),
        ("Tarn Mills agreed to pay more than $90 million for Orrin Paper.", "Orrin"),
        ("Tarn Mills Inc., of Port Elmet, agreed to pay as much as $1,200 million for Orrin Paper.", "Orrin"),
        ("On Monday, the board of Orrin Paper backed the offer of Tarn.", "Orrin"),
        ("After three generations the Dorn family is selling its mill to Orrin Paper.", "Orrin"),
        ("Pilots asked for a meeting over the stake that Orrin Paper bought.", "Orrin"),
        ("Orrin Paper was bought by Tarn Mills.", "Tarn"),
    ],
)
def test_the_main_clause_and_what_is_said_is_foreground(sentence: str, word: str) -> None:
    assert not stands_back(sentence, word)


def test_in_a_heading_only_time_and_cause_stand_back() -> None:
    assert stands_back("Tarn chief to leave after Orrin takeover", "Orrin", heading=True)
    assert not stands_back("Orrin, bought by Tarn, opens mill", "Tarn", heading=True)


def test_no_sentence_is_background_as_a_whole() -> None:
    assert not stands_back("Since Monday Orrin Paper belongs to Tarn Mills.", "Orrin")
    assert background_of("") == ()


@pytest.mark.parametrize(
    "word", ["Tarn, the ", "said that ", "after ", "savings it ", "of the ", "bought by ", ", having "]
)
def test_a_hostile_sentence_has_its_stretches_in_order(word: str) -> None:
    sentence = word * 3000
    found = background_of(sentence)
    assert list(found) == sorted(found)
    assert all(0 <= start < end <= len(sentence) for start, end in found)


@pytest.mark.parametrize(
    ("sentence", "explained"),
    [
        ("Tarn spoke of savings from the purchase of Orrin.", True),
        ("A jury ruled on patents of the Orrin purchase.", True),
        ("Regulators gave approval for the purchase of Orrin.", False),
        ("Holders voted in favour of the purchase of Orrin.", False),
        ("Tarn walked away from its purchase of Orrin.", False),
        ("Tarn got approval from Brussels for its purchase of Orrin.", False),
        ("Tarn has completed its $90 million purchase of Orrin.", False),
        ("Tarn goes on with today's purchase of Orrin.", False),
    ],
)
def test_a_noun_behind_a_preposition_explains_unless_it_is_the_deals_own_course(sentence: str, explained: bool) -> None:
    assert explains(sentence, sentence.index("purchase")) is explained
