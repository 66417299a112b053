"""Words for a stage or a side that are not of the deal at hand, and the same words where they are."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def deal(status: str, kind: str, parties: dict[str, str], *evidence: int, subject: str) -> dict[str, Any]:
    return {
        "kind": kind, "status": status, "parties": [{"name": name, "role": role} for name, role in parties.items()],
        "subject": subject, "value": None, "dates": [], "terms": [], "evidence": list(evidence),
    }  # fmt: skip


SIDES = {"Tarn Corp.": "acquirer", "Dorn Inc.": "target"}
TALKS = "Tarn Corp. is in talks to buy Dorn Inc. for $3 million.\n"


@pytest.mark.parametrize(
    ("text", "other", "record"),
    [
        # What is agreed is only to look.
        ("Tarn Corp. approached Dorn Inc. about a purchase.\nDorn has agreed to permit a review of its books.\n",
         "Tarn Corp. approached Dorn Inc. about a purchase.\nDorn has agreed to be bought by Tarn.\n",
         deal("in_talks", "acquisition", SIDES, 1, 2, subject="Dorn Inc.")),
        # A rival leaves.
        (TALKS + "Another bidder, the Dutch fund Veldman, dropped out in May.\n",
         TALKS.replace("is in", "was in") + "The buyer, Tarn, dropped out in May.\n",
         deal("in_talks", "acquisition", {**SIDES, "Veldman": "rival"}, 1, 2, subject="Dorn Inc.")),
        (TALKS + "Dorn broke off talks last night with Veldman Foods, which had offered less.\n",
         TALKS.replace("is in", "was in") + "Dorn broke off talks last night with Tarn Corp., whose bid was low.\n",
         deal("in_talks", "acquisition", {**SIDES, "Veldman Foods": "rival"}, 1, 2, subject="Dorn Inc.")),
        # A refusal with an insertion.
        ("Tarn Corp. made a proposal to Dorn Inc.\nAn offer of 28 francs, made in private, was turned down by Dorn.\n",
         "Tarn Corp. made a proposal to Dorn Inc.\nAn offer of 28 francs, made in private, was raised by Tarn.\n",
         deal("terminated", "acquisition", SIDES, 1, 2, subject="Dorn Inc.")),
        # A right that is used.
        ("Tarn Corp. said it would exercise its right to acquire Dorn Inc. for $3 million.\n",
         "Tarn Corp. said it would like the right to acquire Dorn Inc. for $3 million.\n",
         deal("agreed", "acquisition", SIDES, 1, subject="Dorn Inc.")),
        # Beside a contract its sides may buy something.
        ("Tarn Corp. acquired a stake in a mill.\nTarn and Dorn Inc. intend to set up a joint laboratory.\n",
         "Tarn Corp. and Dorn Inc. completed the venture.\n",
         deal("proposed", "partnership", {"Tarn Corp.": "partner", "Dorn Inc.": "partner"}, 1, 2,
              subject="joint laboratory")),
        ("Dorn Inc. has stopped soliciting orders to purchase Dorn.\n",
         "Dorn Inc. is soliciting orders to purchase Dorn.\n",
         deal("terminated", "acquisition", {"Dorn Inc.": "target"}, 1, subject="Dorn")),
    ],
)  # fmt: skip
def test_a_stage_is_contradicted_by_words_of_the_deal_only(
    check: Any, faults: Any, text: str, other: str, record: dict[str, Any]
) -> None:
    assert Code.STATUS_ALTERED not in faults(check("deals", record, article=text))
    wrong = {**record, "evidence": [one for one in record["evidence"] if one <= other.count("\n")]}
    assert Code.STATUS_ALTERED in faults(check("deals", wrong, article=other))


def test_a_bid_that_was_fended_off_leaves_another_deal_done(check: Any, faults: Any) -> None:
    text = "The Wahl group fought off a hostile takeover bid for Dorn Inc. by increasing its stake in Dorn.\n"
    record = deal("closed", "investment", {"Wahl": "investor", "Dorn Inc.": "investee"}, 1, subject="its stake")
    assert faults(check("deals", record, article=text)) == []


def test_whose_bid_was_beaten_sells_nothing(check: Any, faults: Any) -> None:
    text = "Tarn Corp. agreed to acquire Dorn Inc. for $2 billion in cash, beating a rival bid from Iver Partners.\n"
    record = deal("agreed", "acquisition", {**SIDES, "Iver Partners": "rival"}, 1, subject="Dorn Inc.")
    assert faults(check("deals", record, article=text)) == []
    sold = text.replace("in cash, beating a rival bid from", "from")
    assert Code.ROLE_ALTERED in faults(check("deals", record, article=sold))


def test_who_only_says_it_takes_nobodys_place(check: Any, faults: Any) -> None:
    text = (
        "Tarn Corp. wants to buy Dorn Hill Technologies of Leeds.\n"
        "“I am no pirate,” Matis Rugsauer told the Northern Chronicle.\n"
        "“If they show me the book and the book is what they say it is, we can talk about price.”\n"
    )
    record = {
        "statement": "If Dorn Hill shows the book and it is what Dorn Hill says it is, Tarn can talk about price.",
        "claimant": "Matis Rugsauer", "kind": "forecast", "certainty": "hedged", "figures": [], "evidence": [2, 3],
    }  # fmt: skip
    assert Code.NAME_ALTERED not in faults(check("claims", record, article=text))
    wrong = {**record, "statement": "Dorn Hill says Matis Rugsauer is no pirate.", "certainty": "asserted"}
    assert Code.NAME_ALTERED in faults(check("claims", wrong, article=text))


def test_a_name_with_and_is_one_name(check: Any, faults: Any) -> None:
    text = (
        "The board announced the purchase of Halm Savings and Loan\nAssociation by Inter Bank.\n"
        "The board said Halm Savings had assets of 150.6 mln dlrs.\n"
    )
    record = {
        "statement": "Halm Savings and Loan Association had assets of 150.6 mln dlrs.", "claimant": None,
        "kind": "fact", "certainty": "asserted", "figures": [], "evidence": [1, 2],
    }  # fmt: skip
    assert faults(check("claims", record, article=text)) == []
    wrong = {**record, "statement": "Inter Bank had assets of 150.6 mln dlrs."}
    assert faults(check("claims", wrong, article=text)) != []
