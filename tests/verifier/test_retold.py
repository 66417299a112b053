"""Words that one passes on from another are not held to be the wrong one's, unless a name there says so."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def speaker(
    check: Any, text: str, words: str, who: str, at: int, mode: str = "indirect", role: str | None = None
) -> bool:
    """Whether the record is said to have the wrong speaker."""
    draft = {
        "text": words, "mode": mode, "speaker": who, "affiliation": None, "role": role, "speaker_kind": "other",
        "evidence": [at],
    }  # fmt: skip
    return Code.SPEAKER_ALTERED in {finding.code for finding in check("quotes", draft, article=text).findings}


def claimant(check: Any, text: str, statement: str, who: str, *at: int, **fields: Any) -> bool:
    draft = {
        "statement": statement, "claimant": who, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": list(at), **fields,
    }  # fmt: skip
    return Code.CLAIMANT_ALTERED in {finding.code for finding in check("claims", draft, article=text).findings}


LETTER = (
    "Ms Helen Brandt, the works manager, signed the letter. It was long. "
    "“That is an offer,” said Tom Aldous, the convener. "
    "“Then we walk in and {who}, ‘We are minded to think about it.’ And that was that.”"
)


@pytest.mark.parametrize(
    ("who", "altered"), [("she says", False), ("he says", True), ("I said", True), ("Olaf Thorne says", True)]
)
def test_words_within_another_ones_words(check: Any, who: str, altered: bool) -> None:
    text = LETTER.format(who=who)
    assert speaker(check, text, "We are minded to think about it", "Ms Helen Brandt", 4, "direct") is altered


HEIR = (
    "Peter Corran, the {job} of Corran Beef, is at odds with his men. “They told us in March,” said Nell Barra. "
    "“{who} said it. ‘Nobody goes.’ I have it on my phone.” Peter Corran did not dispute the words."
)


@pytest.mark.parametrize(("who", "altered"), [("Corran's son", False), ("Odo Lindh", True)])
def test_a_sentence_of_its_own_within_anothers_words(check: Any, who: str, altered: bool) -> None:
    text = HEIR.format(job="director", who=who)
    if who == "Odo Lindh":
        text = text.replace("Odo Lindh said it. ‘Nobody", "Odo Lindh said, ‘Nobody")
    assert speaker(check, text, "Nobody goes", "Peter Corran", 3, "direct") is altered


@pytest.mark.parametrize(("by", "altered"), [("the airline's buying office", False), ("Olaf Thorne", True)])
def test_what_somebody_was_assured_by_another(check: Any, by: str, altered: bool) -> None:
    text = (
        f"Jana Weil, who is owed money, said she had been assured by {by} in May that she would be paid by Friday. "
        "Beside it lies the airline's buying office."
    )
    assert speaker(check, text, "she would be paid by Friday", "the airline's buying office", 1) is altered


OWNER = (
    "Corran Beef will shut its hall, blaming what {who} called “a price without sense”. Wages are due. "
    "“We lost a lot,” the owner, Peter Corran, told a radio."
)


def test_who_is_told_by_his_job_right_before_the_words(check: Any) -> None:
    text = OWNER.format(who="its owner") + " “We lost more,” said Nell Barra, a cutter."
    assert not speaker(check, text, "a price without sense", "Peter Corran", 1, "direct", "owner")
    assert speaker(check, text, "a price without sense", "Nell Barra", 1, "direct", "cutter")


PORT = (
    "The dockers' union Sindal met in Selm. Halmer Port offered 15 crowns in May and, according to the {noun}, "
    "17 on Thursday."
)


@pytest.mark.parametrize(("noun", "altered"), [("union", False), ("ministry", True)])
def test_according_to_the_union(check: Any, noun: str, altered: bool) -> None:
    text = PORT.format(noun=noun)
    assert speaker(check, text, "17 on Thursday", "Sindal", 2) is altered


BEANS = (
    "Chocolate group Van Elst has settled with cocoa trader Abena Cacao SA. Terms were not told. "
    "Van Elst had claimed 2 million euros for beans it said were mouldy; the {noun}, which had claimed 1 million, has "
    "always held that they were dry in Ghent."
)


@pytest.mark.parametrize(("noun", "altered"), [("trader", False), ("insurer", True)])
def test_the_trader_behind_a_semicolon(check: Any, noun: str, altered: bool) -> None:
    text = BEANS.format(noun=noun)
    assert speaker(check, text, "they were dry in Ghent", "Abena Cacao SA", 3) is altered
    assert claimant(check, text, "The beans were dry in Ghent", "Abena Cacao SA", 3) is altered


TOWN = (
    "Aube Wings has had two offers. One is from Spain's Aerolanza. {who} said the company had not made an offer. "
    "He declined to say more."
)


@pytest.mark.parametrize(("who", "altered"), [("A spokesman in Murcia", False), ("A spokesman for Brunel Air", True)])
def test_a_spokesman_in_a_town(check: Any, who: str, altered: bool) -> None:
    text = TOWN.format(who=who)
    assert speaker(check, text, "the company had not made an offer", "Aerolanza", 3) is altered


PAPER = (
    "Bluestem drops its pipe. Partners learned of it from {what}. CPW has a copy. "
    "“We still believe in the pipe,” it says."
)


@pytest.mark.parametrize(("what", "altered"), [("a letter dated May 4", False), ("a neighbour", True)])
def test_a_letter_that_says_it(check: Any, what: str, altered: bool) -> None:
    text = PAPER.format(what=what) + " A letter dated May 4 hangs in a shop of Redfield."
    assert speaker(check, text, "We still believe in the pipe", "a letter dated May 4", 4, "direct") is altered
    assert claimant(check, text, "Bluestem still believes in the pipe", "a letter dated May 4", 4) is altered


BID = (
    "Sarn Cement has dropped its bid. {first} had offered 34 crore. "
    "{it} wrote to the trustee, Jacob Kurian, late on Thursday to say it “is unable to keep the plan open”."
)


@pytest.mark.parametrize(("it", "altered"), [("It", False), ("Deccan Lime", True)])
def test_it_wrote_to_somebody_to_say(check: Any, it: str, altered: bool) -> None:
    text = BID.format(first="Sarn", it=it)
    assert speaker(check, text, "is unable to keep the plan open", "Sarn Cement", 3) is altered


CALL = (
    "Norrfeld Kabel ASA, results call\nOperator: Good morning and welcome to all of you who have come.\n"
    "Ina Brekk: Thank you. With me are Tor Amlid, our CEO, and Mette Lund, who has the figures.\n"
    "Tor Amlid: Revenue was 2.1 billion, and I am not happy with the result. Mette?\n"
    "Mette Lund: For the year we guide for 720. Earlier {we} said “above 800”. That is all from me.\n"
    "Jarl Wist: Is it the same joint that failed at the other project two years ago?\n"
    "Amlid: It is not the same joint, and we will test it in the autumn of this year.\n"
    "Wist: And if that goes badly?\n"
    "Amlid: Then you would have to think of something like half of what it cost us.\n"
)


def test_we_said_in_a_call(check: Any) -> None:
    text = CALL.format(we="we")
    assert not speaker(check, text, "above 800", "Norrfeld Kabel ASA", 8, "direct")
    assert speaker(check, text, "above 800", "Jarl Wist", 8, "direct")


def test_the_short_turn_of_one_who_has_the_word_by_his_family_name(check: Any) -> None:
    text = CALL.format(we="we")
    assert not speaker(check, text, "And if that goes badly?", "Jarl Wist", 12)
    assert speaker(check, text, "And if that goes badly?", "Tor Amlid", 12)


FIRED = (
    "Kolding Frost runs ten cold rooms. Odo Lindh, once its bookkeeper, says that he was sacked for a warning. "
    "{who} denies this. It says he resigned."
)


@pytest.mark.parametrize(("who", "altered"), [("The company", False), ("Brunel Air", True)])
def test_the_company_denies_it(check: Any, who: str, altered: bool) -> None:
    text = FIRED.format(who=who)
    statement, denial = "Odo Lindh was not sacked for a warning", {"kind": "denial", "certainty": "denied"}
    assert claimant(check, text, statement, "Kolding Frost", 2, 3, **denial) is altered
    if not altered:
        assert not speaker(check, text, "he resigned", "Kolding Frost", 4)


def test_counsel_speaks_from_before_those_whom_she_is_for(check: Any) -> None:
    text = (
        "Rosa Thane KC, {inserted}Simon Vale and Priya Dhar of Marchbank, had told the court that no design was found. "
        "Odo Lindh was silent."
    )
    assert not claimant(check, text.format(inserted="for the trustees, "), "No design was found", "Rosa Thane", 1)
    assert claimant(check, text.format(inserted="for the trustees, "), "No design was found", "Odo Lindh", 1)


@pytest.mark.parametrize(("told", "altered"), [("The judge", False), ("The bailiff", True)])
def test_a_justice_is_the_judge(check: Any, told: str, altered: bool) -> None:
    text = (
        "Justice Harriet Fenn of the high court refused it. She let the suit go on. Mirelle is glad. It rained. "
        f"Its boss swore an oath. Odo Lindh overheard it. {told} observed that a lot might turn on a word."
    )
    assert claimant(check, text, "A lot might turn on a word", "Harriet Fenn", 7) is altered


@pytest.mark.parametrize(("who", "altered"), [("Keizai Weekly Mirror", False), ("Odo Lindh", True)])
def test_what_a_denied_report_says(check: Any, who: str, altered: bool) -> None:
    text = (
        "Nagisa Pumps raised its outlook and denied a magazine report that it was selling a stake to Obrecht. "
        "Its president was amused. He shrugged. The weekly Keizai Weekly Mirror quoted a banker. Odo Lindh came."
    )
    assert claimant(check, text, "Nagisa Pumps was selling a stake to Obrecht", who, 1) is altered


INTERVIEW = (
    "Nairobi-based Savane Link bought Boda Fast. Its chief, Wanja Kamau, spoke to us. {edited} "
    "Boda Fast's riders say their share will fall. Who told them? There's no decision. It may fall to 74."
)


@pytest.mark.parametrize(
    ("edited", "who", "altered"),
    [
        ("The conversation has been edited for length.", "Wanja Kamau", False),
        ("The conversation has been edited for length.", "Odo Lindh", True),
    ],
)
def test_an_interview_without_labels(check: Any, edited: str, who: str, altered: bool) -> None:
    text = INTERVIEW.format(edited=edited) + " Odo Lindh was not there."
    assert claimant(check, text, "There is no decision on the share of Boda Fast's riders", who, 4, 6) is altered


def test_capitals_with_which_a_story_begins_are_nobody(check: Any) -> None:
    text = (
        "{word} on the walkout at Dunrenn ended last night, with the union accusing managers of tearing up an offer. "
        "Some 400 of the Allied Foundry Workers are out. No more talks are planned."
    )
    words, who = "managers of tearing up an offer", "Allied Foundry Workers"
    assert not speaker(check, text.format(word="TALKS"), words, who, 1)


def test_the_midst_of_a_quotation_goes_on_with_who_is_named_before_it(check: Any) -> None:
    text = (
        "Brightpram says Odo Lindh was sacked for other reasons. His lawyer, Rena Pohl, laughed at that. "
        "“I have read the mail. The word pram is in it four times.”"
    )
    statement = "The word pram is in the mail of Odo Lindh four times"
    assert not claimant(check, text, statement, "Rena Pohl", 1, 4)
    assert claimant(check, text + " Uma Reiss was there.", statement, "Uma Reiss", 1, 4)
