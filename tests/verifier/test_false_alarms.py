"""Right records of careful readers that were marked as altered, by class, each beside a wrong one that still is."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.verdicts import Verdict
from summarizer.verifier import Code
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.short_names import is_ticker, may_abbreviate
from summarizer.verifier.taken_places import only_by_pronoun
from tests.verifier.makers import claim, quote

FIRST = "Nothing else happened on Monday.\n"


def deal(kind: str, status: str, parties: dict[str, str], *evidence: int, **fields: Any) -> dict[str, Any]:
    return {
        "kind": kind, "status": status, "subject": "", "value": None, "dates": [], "terms": [],
        "parties": [{"name": name, "role": role} for name, role in parties.items()], "evidence": list(evidence),
        **fields,
    }  # fmt: skip


def party(name: str, kind: str, *evidence: int, **fields: Any) -> dict[str, Any]:
    return {"name": name, "aliases": [], "kind": kind, "ticker": None, "description": None, "evidence": list(evidence),
            **fields}  # fmt: skip


# For whom somebody speaks

FOUNDER = (
    "Runa Vestergard, 58, founder and chief executive of the Bergen boat builder Skarvik Verft AS, has a visitor.\n"
    "Her rival Lumen Yards went under in May, and Lumen Yards owed money to Lumen Yards staff.\n"
    "“We built forty,” Vestergard says of the year.\n"
)
ANALYST = (
    "We hear from Tarn Motors this week, and while Tarn may be ahead, Corvid Research thinks it has risen too far.\n"
    "Analyst Dagfinn Rostad and his team kept a rating on Tarn Motors today.\n"
    "He writes that margins may shrink at Tarn.\nTarn rose 2%.\nTarn is to show a car in Lund.\nTarn sold ten.\n"
)
SMALL = (
    "glimt, a chain of lamp shops in Malmo, has raised $4 million.\n"
    "“We light rooms,” founder Tuva Sandell said by email.\n" + FIRST + "Orrin Group makes lamps too.\n"
)
COUNCILLOR = (
    "Harmsey Council voted to give the route to Norvane Lines.\n"
    "Norvane Lines has hired more ferrymen, and Norvane Lines is glad.\n"
    "It will sail on Sundays.\nTickets will cost less, and islanders will pay by card.\n"
    "Norvane Lines has bought two boats.\n"
    "Councillor Edda Plowright, who voted against, called the vote a farce.\n"
    "Norvane sailed in March.\nNorvane has crews, and Norvane has tugs.\n"
)


@pytest.mark.parametrize(
    ("text", "record"),
    [
        (FOUNDER, quote("We built forty", "Runa Vestergard", 1, 3, affiliation="Skarvik Verft AS", mode="direct")),
        (ANALYST, quote("margins may shrink at Tarn", "Dagfinn Rostad", 1, 2, 3, affiliation="Corvid Research",
                        role="Analyst", speaker_kind="analyst")),
        (SMALL, quote("We light rooms", "Tuva Sandell", 1, 2, affiliation="glimt", role="founder", mode="direct")),
        (COUNCILLOR, quote("a farce", "Edda Plowright", 1, 6, affiliation="Harmsey Council", role="Councillor",
                           mode="mixed")),
    ],
)  # fmt: skip
def test_whom_the_article_is_about_is_not_everybodys_house(
    check: Any, faults: Any, text: str, record: dict[str, Any]
) -> None:
    assert Code.AFFILIATION_ALTERED not in faults(check("quotes", record, article=text))


def test_a_house_that_the_article_has_elsewhere_is_still_wrong(check: Any, faults: Any) -> None:
    text = FIRST + ANALYST + FIRST * 6 + "Quill Partners, a bank, has opened an office in Lund.\n"
    wrong = quote("margins may shrink at Tarn", "Dagfinn Rostad", 3, 4, affiliation="Quill Partners", role="Analyst")
    assert Code.AFFILIATION_ALTERED in faults(check("quotes", wrong, article=text))


# Letters that stand for a name

TICKER = (
    "We look at Skovgard's SKVG debts.\nSkovgard borrowed a little.\nSKVG's debt rose to $40 million in 2024.\n"
    "Lindqvist's debt fell to $9 million in 2024.\n"
)


def test_a_ticker_behind_the_name_is_the_company(check: Any, faults: Any) -> None:
    right = claim("Skovgard's debt rose to $40 million in 2024", 2, 3)
    assert faults(check("claims", right, article=TICKER)) == []
    wrong = claim("Lindqvist's debt rose to $40 million in 2024", 3, 4)
    assert faults(check("claims", wrong, article=TICKER)) != []


OFFICE = (
    "The U.S. Bureau of Canals has sued.\nNothing is settled.\n"
    "The press release from the BoC alleges the merger would raise tolls.\n"
)


def test_unexplained_letters_are_neither_wrong_nor_proof(check: Any, faults: Any) -> None:
    index = Index(Article.from_text(OFFICE))
    assert may_abbreviate("BoC", "Bureau of Canals", index)
    assert not is_ticker("BoC", "Bureau of Canals", index)
    assert not may_abbreviate("BoC", "Harbor Board", index)
    right = check("quotes", quote("the merger would raise tolls", "U.S. Bureau of Canals", 1, 3), article=OFFICE)
    assert faults(right) == []
    assert right.verdict is Verdict.INFERRED


# Who says it

JOINT = "Skarvik AS, a maker of boats, and Lumen Yards today announced that they will share a dock in Bergen.\n"


def test_of_two_who_announce_together_either_may_be_named(check: Any, faults: Any) -> None:
    words = "they will share a dock in Bergen"
    right = check("quotes", quote(words, "Skarvik AS", 1, speaker_kind="company"), article=JOINT)
    assert Code.SPEAKER_ALTERED not in faults(right)
    told = claim("Skarvik AS and Lumen Yards will share a dock in Bergen", 1, claimant="Skarvik AS")
    assert Code.CLAIMANT_ALTERED not in faults(check("claims", told, article=JOINT))
    alone = JOINT.replace(", and Lumen Yards today", ", fell. Lumen Yards today")
    wrong = check("quotes", quote(words, "Orrin Group", 2), article=alone + FIRST * 9 + "Orrin Group rose.\n")
    assert Code.SPEAKER_ALTERED in faults(wrong)


def test_she_is_whoever_was_told_of_last_though_unnamed(check: Any, faults: Any) -> None:
    text = (
        "Finance chief Hanne Lindqvist said sales fell.\n"
        "A buyer at another chain, who asked not to be named, disagrees.\n"
        "“Theirs went to $9,” she told me.\n"
    )
    words = "Theirs went to $9"
    right = quote(words, "A buyer at another chain", 2, 3, mode="direct", speaker_kind="anonymous")
    assert Code.SPEAKER_ALTERED not in faults(check("quotes", right, article=text))
    wrong = quote(words, "A clerk at the harbor", 3, mode="direct", speaker_kind="anonymous")
    assert faults(check("quotes", wrong, article=text)) != []


def test_what_a_report_says_is_denied_by_somebody_else(check: Any, faults: Any) -> None:
    text = (
        "Skarvik Oil fell 2% after the Fjord Herald reported that it was in talks to sell its pumps to Lumen Yards.\n"
        "“The report is idle and without basis,” the oil trader said.\n"
    )
    statement = "The report that Skarvik Oil was in talks to sell its pumps to Lumen Yards is idle and without basis"
    right = claim(statement, 1, 2, claimant="Skarvik Oil", kind="denial", certainty="denied")
    assert Code.CLAIMANT_ALTERED not in faults(check("claims", right, article=text))
    wrong = claim("Skarvik Oil was in talks to sell its pumps", 1, claimant="Lumen Yards")
    article = text.replace("“The report is idle and without basis,” the oil trader said.\n", "")
    assert check("claims", wrong, article=article).verdict is not Verdict.VERIFIED


# What is denied

DENIAL = (
    "The Fjord Herald reported last week that Lumen Yards was also considering a bid for the tile maker.\n"
    "Lumen denied this on Thursday.\n"
)


def test_a_denial_may_point_at_what_another_sentence_says(check: Any, faults: Any) -> None:
    right = claim("Lumen Yards was not considering a bid for the tile maker", 1, 2, claimant="Lumen Yards",
                  kind="denial", certainty="denied")  # fmt: skip
    record = check("claims", right, article=DENIAL)
    assert Code.NEGATION_ALTERED not in faults(record)
    assert record.verdict is Verdict.INFERRED
    plain = DENIAL.replace("Lumen denied this on Thursday.", "Lumen spoke on Thursday.")
    assert Code.NEGATION_ALTERED in faults(check("claims", {**right, "certainty": "asserted"}, article=plain))


def test_no_secret_denies_nothing(check: Any, faults: Any) -> None:
    text = "It is no secret that Lumen Yards beat the estimates of its bankers.\n"
    right = claim("Lumen Yards beat the estimates of its bankers", 1)
    assert Code.NEGATION_ALTERED not in faults(check("claims", right, article=text))
    denied = text.replace("It is no secret", "It is not true")
    assert Code.NEGATION_ALTERED in faults(check("claims", right, article=denied))


# What may be

MIGHT = "Lawmakers have begged banks to avoid deals that might help the harbor board of Lund.\n"


def test_what_a_thing_may_do_leaves_the_claim_asserted(check: Any, faults: Any) -> None:
    right = claim("Lawmakers have begged banks to avoid deals that might help the harbor board of Lund", 1)
    assert Code.CERTAINTY_ALTERED not in faults(check("claims", right, article=MIGHT))
    wrong = claim("The deals might help the harbor board of Lund", 1)
    open_ = "The deals might help the harbor board of Lund.\n"
    assert Code.CERTAINTY_ALTERED in faults(check("claims", wrong, article=open_))


# What a party is

PARTIES = (
    "Skarvik sold ten shops to Marlow Hythe Estates, a Bergen fund manager.\n"
    "Its lenders include the family office of O. P. Quist.\n"
    "Danish brewers - Hop, Sund and Kornholt - have 80% of it, and they include Lindqvist Ltd.'s Kornholt unit, "
    "Orrin Inc.'s Hop unit.\n"
)


@pytest.mark.parametrize(
    "record",
    [
        party("Marlow Hythe Estates", "fund", 1, description="Bergen fund manager"),
        party("family office of O. P. Quist", "fund", 2),
        party("Sund", "company", 3, description="Danish brewers"),
        party("Kornholt", "company", 3, description="unit"),
    ],
)
def test_a_fund_manager_and_one_of_several_are_what_they_are_called(
    check: Any, faults: Any, record: dict[str, Any]
) -> None:
    assert faults(check("parties", record, article=PARTIES)) == []


def test_whose_description_it_is_not_is_found(check: Any, faults: Any) -> None:
    wrong = party("Skarvik", "company", 1, description="Bergen fund manager")
    assert Code.DESCRIPTION_ALTERED in faults(check("parties", wrong, article=PARTIES))
    text = "Jane Solheim, chief executive of Skarvik, spoke.\n"
    assert faults(check("parties", party("Jane Solheim", "fund", 1), article=text)) != []


# Deals


def test_who_sells_shares_in_itself_is_invested_in(check: Any, faults: Any) -> None:
    text = (
        "Skarvik Verft is in talks to sell a 49 per cent stake in itself to Corvid Capital, people close to it said.\n"
    )
    right = deal("investment", "in_talks", {"Skarvik Verft": "investee", "Corvid Capital": "investor"}, 1,
                 subject="49% stake")  # fmt: skip
    assert Code.ROLE_ALTERED not in faults(check("deals", right, article=text))
    wrong = deal("investment", "in_talks", {"Skarvik Verft": "investor", "Corvid Capital": "investee"}, 1,
                 subject="49% stake")  # fmt: skip
    assert check("deals", wrong, article=text).verdict is not Verdict.VERIFIED


def test_a_start_ups_town_is_not_what_is_bought(check: Any, faults: Any) -> None:
    text = "Last year Skarvik bought the Lund start-up Hylt AS, whose lamps float, for 6 million francs.\n"
    right = deal("acquisition", "closed", {"Skarvik": "acquirer", "Hylt AS": "target"}, 1, subject="Hylt AS")
    assert faults(check("deals", right, article=text)) == []
    wrong = deal("acquisition", "closed", {"Skarvik": "target", "Hylt AS": "acquirer"}, 1, subject="Skarvik")
    told = text.replace("the Lund start-up ", "")
    assert Code.ROLE_ALTERED in faults(check("deals", wrong, article=told))


MANY = (
    "The council rejected a $103 million bid from Skarvik AS, the family firm.\n" + FIRST * 6
    + "Skarvik sold its tugs to Lumen Yards in 2019 for $64 million.\n"
)  # fmt: skip


def test_a_deal_far_down_is_not_the_one_at_the_top(check: Any, faults: Any) -> None:
    right = deal("divestiture", "closed", {"Skarvik AS": "seller", "Lumen Yards": "acquirer"}, 1, 8, subject="tugs",
                 value={"text": "$64 million"})  # fmt: skip
    assert Code.STATUS_ALTERED not in faults(check("deals", right, article=MANY))
    near = "Skarvik AS agreed to sell its tugs to Lumen for $64 million.\nOn Monday Skarvik called off the sale.\n"
    wrong = deal("divestiture", "agreed", {"Skarvik AS": "seller", "Lumen": "acquirer"}, 1, 2, subject="tugs")
    assert Code.STATUS_ALTERED in faults(check("deals", wrong, article=near))


def test_the_bidder_sits_in_the_country_before_it(check: Any, faults: Any) -> None:
    text = (
        "The family turned down an offer of 290 million euros in cash from the U.S. buyout firm Orrin Hall for Tarn.\n"
    )
    right = deal("acquisition", "terminated", {"Orrin Hall": "acquirer", "Tarn": "target"}, 1, subject="Tarn",
                 value={"text": "290 million euros"})  # fmt: skip
    assert Code.NUMBER_ALTERED not in faults(check("deals", right, article=text))
    wrong = deal("acquisition", "terminated", {"Lumen Yards": "acquirer", "Tarn": "target"}, 1, 2, subject="Tarn",
                 value={"text": "290 million euros"})  # fmt: skip
    told = text + "Lumen Yards will buy Tarn instead.\n"
    assert Code.NUMBER_ALTERED in faults(check("deals", wrong, article=told))


# Statements


TRIAL = (
    "Martin Skov, 51, a grandson of the founder, pleaded not guilty.\n"
    "The prosecutor, Ingrid Solheim KC, told the court that between 2019 and 2022 he had clerks hide bills.\n"
)


def test_a_pronoun_may_mean_whom_the_sentence_before_has() -> None:
    def leaves_open(text: str) -> bool:
        index = Index(Article.from_text(text))
        teller = next(name for name in index.names if "Solheim" in name.text)
        return only_by_pronoun("Martin Skov", teller, Cited(index, (1, 2)))

    assert leaves_open(TRIAL)
    assert not leaves_open(TRIAL.replace("he had clerks", "Lasse Vang had clerks"))
    assert not leaves_open(TRIAL.replace("Martin Skov, 51, a grandson", "An heir, 51, a grandson"))


def test_who_agrees_that_it_is_so_admits_it(check: Any, faults: Any) -> None:
    text = "Asked by Lasse Mavros, Runa Skov agreed that she had signed the accounts in each of the three years.\n"
    right = claim("Runa Skov had signed the accounts in each of the three years", 1, claimant="Runa Skov")
    assert faults(check("claims", right, article=text)) == []
    ahead = text.replace("agreed that she had signed", "agreed to sign")
    wrong = claim("Runa Skov has signed the accounts in each of the three years", 1)
    assert Code.CERTAINTY_ALTERED in faults(check("claims", wrong, article=ahead))


def test_a_date_stays_with_the_words_of_its_clause(check: Any, faults: Any) -> None:
    text = (
        "BERGEN, 4 March 2026 (Nordwire) - The Net Council, a trade group, says cheap nets took 31% of U.S. net sales "
        "last year, up from 22% in 2023, and that they will pass 40% by 2028.\n"
    )
    right = claim("Cheap nets will pass 40% of U.S. net sales by 2028", 1)
    assert Code.DATE_ALTERED not in faults(check("claims", right, article=text))
    wrong = claim("Cheap nets took 31% of U.S. net sales by 2028", 1)
    assert faults(check("claims", wrong, article=text)) != []


def test_a_third_that_was_read_before_is_a_third(check: Any, faults: Any) -> None:
    text = "Lund takes a third of all boats, and Bergen takes a half.\n"
    figure = {"text": "a third", "measures": None, "period": None, "type": "quantity"}
    right = claim("Lund takes a third of all boats", 1, figures=[{**figure, "amount": 1 / 3}])
    assert Code.NUMBER_ALTERED not in faults(check("claims", right, article=text))
    wrong = claim("Lund takes a third of all boats", 1, figures=[{**figure, "amount": 0.34}])
    assert Code.NUMBER_ALTERED in faults(check("claims", wrong, article=text))


def test_the_end_of_a_name_is_no_other_name(check: Any, faults: Any) -> None:
    text = (
        "Unity Coast Bank agreed to pay $2.2 million to settle an inquiry.\n"
        "The regulator's director, Asta Rune, called the sum a school fee.\n"
    )
    right = claim("The sum of $2.2 million that Unity Coast Bank agreed to pay is a school fee", 1, 2)
    assert Code.NAME_ALTERED not in faults(check("claims", right, article=text))
    wrong = claim("Tarn Bank agreed to pay $2.2 million to settle an inquiry", 1, 3)
    assert faults(check("claims", wrong, article=text + "Tarn Bank is in Lund.\n")) != []
