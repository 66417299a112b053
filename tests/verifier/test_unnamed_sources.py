"""Words that give a speaker without his name contradict no name that may be his; a plain other name still does."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code
from tests.verifier.makers import claim, quote

NOMINEE = (
    "Gregor Halvik wants the harbor sold, and Halvik has said so since May.\n"
    "The NRP nominee argued that the cranes are too old.\n"
)
LISTED = (
    "Property group Zellmer plc has sold Kelby Wharf to Danish investor Ravn Holding A/S.\n"
    "The NDX 50 company said the sale would cut its debt.\n"
)
FORMER = (
    "A former quality manager at Crestal Motors Corp. has said that the brakes fail in the rain.\n"
    "In a letter to the court, Wilma Trosk, the former quality manager, said the brakes cost $3.\n"
    "Dora Lindqvist, a lawyer, said the court was slow.\n"
)
FILING = (
    "Ostrava Marketing Inc. bought shares of Mad Eric Inc. in May.\n"
    "According to the SEC filing, the shares cost $7 each.\n"
)
SUBJECT = (
    "Ostrava Marketing Inc. told regulators that it bought 6% of Ipso Corp. in May.\nIt said that the stake may grow.\n"
)
PASSED_ON = "Nadia Reyes was hurt on Sunday.\nReyes had told police officials that the road was dark, a source said.\n"
ADVISER = "Tarn Broadcasting yesterday, however, said financial advisor Goldring, Sacks and Co found the bid too low.\n"
OF_BROKERS = "Analyst Paul Spadling of brokers Kleinfeld Grove noted that the sale depends on the market.\n"
QUOTED = (
    "Corvid News reports that Harrow Ports may sell a pier.\n"
    "Fergus Hallam, quoted by Corvid News, thinks Harrow sells too cheap.\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (NOMINEE, quote("the cranes are too old", "Gregor Halvik", 2)),
        (LISTED, quote("the sale would cut its debt", "Zellmer plc", 2)),
        (FORMER, quote("the brakes fail in the rain", "Wilma Trosk", 1, 2, role="former quality manager")),
        (SUBJECT, quote("the stake may grow", "Ostrava Marketing Inc.", 2)),
        (PASSED_ON, quote("the road was dark", "Nadia Reyes", 2)),
        (ADVISER, quote("found the bid too low", "Tarn Broadcasting", 1)),
        (OF_BROKERS, quote("the sale depends on the market", "Paul Spadling", 1)),
        (QUOTED, quote("Harrow sells too cheap", "Fergus Hallam", 2)),
    ],
)
def test_a_description_or_a_stand_in_contradicts_no_name(
    check: Any, faults: Any, text: str, record: dict[str, Any]
) -> None:
    assert faults(check("quotes", record, article=text)) == []


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (NOMINEE.replace("The NRP nominee", "Tora Lindmark"), quote("the cranes are too old", "Gregor Halvik", 2)),
        (LISTED.replace("The NDX 50 company", "The Ravn chairman"),
         quote("the sale would cut its debt", "Zellmer plc", 2)),
        (FORMER, quote("the brakes fail in the rain", "Dora Lindqvist", 1, 3, role="lawyer")),
        (SUBJECT.replace("It said", "Ipso Corp. said"), quote("the stake may grow", "Ostrava Marketing Inc.", 2)),
        ("Tora Lindmark said that the road was dark.\nReyes was hurt there.\nNadia Reyes is a driver.\n",
         quote("the road was dark", "Nadia Reyes", 1)),
        (QUOTED.replace("Fergus Hallam, quoted by Corvid News,", "Tora Lindmark"),
         quote("Harrow sells too cheap", "Corvid News", 2)),
    ],
)  # fmt: skip
def test_another_name_still_does(check: Any, faults: Any, text: str, record: dict[str, Any]) -> None:
    assert Code.SPEAKER_ALTERED in faults(check("quotes", record, article=text))


def test_whose_a_filing_is_its_name_does_not_say(check: Any, faults: Any) -> None:
    record = claim("The shares cost $7 each.", 2, claimant="Ostrava Marketing Inc.")
    assert faults(check("claims", record, article=FILING)) == []
    other = FILING.replace("the SEC filing", "Tora Lindmark")
    assert Code.CLAIMANT_ALTERED in faults(check("claims", record, article=other))


def test_a_sentence_cited_for_the_job_gives_nobody_the_words(check: Any, faults: Any) -> None:
    text = (
        "A former party chairman says President Bertil Aho should name a successor.\n"
        "“Now is the time,” said Dan Fowley, who led the party until 1997.\nFowley recalled the vote of 1972.\n"
        "The vote was close.\nIt took two days.\nThe hall was full.\n“This is a different time,” he said.\n"
    )
    record = quote("This is a different time", "Dan Fowley", 1, 2, 7, mode="direct", role="former party chairman")
    assert faults(check("quotes", record, article=text)) == []
    other = text.replace("The hall was full.", "Bertil Aho was there.")
    assert Code.SPEAKER_ALTERED in faults(check("quotes", {**record, "evidence": [6, 7]}, article=other))


# Descriptions and jobs that stand at several places


def party(name: str, kind: str, description: str, *evidence: int) -> dict[str, Any]:
    return {
        "name": name, "aliases": [], "kind": kind, "description": description, "ticker": None,
        "evidence": list(evidence),
    }  # fmt: skip


def test_a_title_of_two_is_the_one_of_either(check: Any, faults: Any) -> None:
    text = "He admires President Ilmar Vask and compares him to President Odell.\nTora Lindmark was there.\n"
    assert faults(check("parties", party("Odell", "person", "President", 1), article=text)) == []
    found = faults(check("parties", party("Tora Lindmark", "person", "President", 1, 2), article=text))
    assert Code.DESCRIPTION_ALTERED in found


def test_the_seat_before_a_description_is_not_what_it_describes(check: Any, faults: Any) -> None:
    text = "The fund is run by Schloss and Co Inc and Prime Marrow Inc, a Grentham, S.C., medical firm.\n"
    assert faults(check("parties", party("Prime Marrow Inc", "company", "medical firm", 1), article=text)) == []
    other = text.replace("a Grentham, S.C.,", "and Grentham Foods, a")
    found = faults(check("parties", party("Prime Marrow Inc", "company", "medical firm", 1), article=other))
    assert Code.DESCRIPTION_ALTERED in found
