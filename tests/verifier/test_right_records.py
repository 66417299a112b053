"""Right records that a check may take for wrong ones, each beside a wrong one that it must still find."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.article import Article
from summarizer.text.names import NameSpan
from summarizer.verifier import Code
from summarizer.verifier.index import Index
from summarizer.verifier.statement_rivals import is_no_rival
from tests.verifier import makers
from tests.verifier.makers import claim


def quote(text: str, speaker: str, affiliation: str | None, *evidence: int, **fields: Any) -> dict[str, Any]:
    return makers.quote(text, speaker, *evidence, affiliation=affiliation, **fields)


# Who speaks, and for whom

COUNCIL = (
    "Norvane Corp. is selling its mills to Orrin Group, and Norvane said Orrin would keep them.\n"
    "The works council's deputy head, Lasse Brandvold, said that the jobs run out in May.\n"
)
MINISTRY = (
    "Norvane Corp. may get help for its mills, Norvane said.\n"
    "The Ministry of Trade and Labor is expected to pay a third of the cost, according to a person at the ministry.\n"
    "The Oslo Harbor Board has yet to agree.\n"
)
STRATEGY = (
    "Norvane Corp. sold its pumps to Quill Water.\n"
    "Dr Marte Solheim, Director of Fleet Strategy at Quill Water, said that the pumps leak.\n"
)
BROKERAGE = (
    "Norvane Corp. won an order on Monday, and Norvane shares rose.\n"
    "Brokerage firm Corvid Research raised its target to Rs 495 from Rs 440.\n"
    "The order de-risks FY27 revenue, its analyst Dagfinn Rostad wrote.\n"
)


@pytest.mark.parametrize(
    ("text", "record", "wrong"),
    [
        (COUNCIL, quote("the jobs run out in May", "Lasse Brandvold", "works council", 2), "Orrin Group"),
        (MINISTRY, quote("is expected to pay a third of the cost", "a person at the ministry",
                         "Ministry of Trade and Labor", 2), "Oslo Harbor Board"),
        (STRATEGY, quote("the pumps leak", "Marte Solheim", "Quill Water", 2), "Norvane Corp."),
        (BROKERAGE, quote("The order de-risks FY27 revenue", "Dagfinn Rostad", "Corvid Research", 2, 3),
         "Norvane Corp."),
    ],
)  # fmt: skip
def test_a_speaker_is_placed_by_the_words_beside_him(
    check: Any, faults: Any, text: str, record: dict[str, Any], wrong: str
) -> None:
    assert faults(check("quotes", record, article=text)) == []
    found = {finding.code for finding in check("quotes", {**record, "affiliation": wrong}, article=text).findings}
    assert found & {Code.AFFILIATION_ALTERED, Code.AFFILIATION_UNPROVEN}


def test_an_unnamed_spokesman_speaks_for_whom_the_sentence_before_is_about(check: Any, faults: Any) -> None:
    text = (
        "Norvane Corp. beat Tarn Works to the order.\nNorvane said it was glad, and Norvane shares rose.\n"
        "Tarn said it would not sue.\nThe better bid won, a company spokesperson said.\n"
    )
    record = quote("The better bid won", "a company spokesperson", "Tarn Works", 3, 4)
    assert faults(check("quotes", record, article=text)) == []


def test_a_dateline_speaks_for_nobody(check: Any, faults: Any) -> None:
    text = (
        "TARNHOLM, 30 September 2025 (Nordwire) – Norvane Corp. has agreed to buy gas from Quill Energy, "
        "the two companies said on Tuesday.\n"
    )
    record = quote("Norvane Corp. has agreed to buy gas from Quill Energy", "Quill Energy", None, 1)
    assert Code.SPEAKER_ALTERED not in faults(check("quotes", record, article=text))


RELEASE = (
    "Norvane Pumps plc is pleased to announce an order from Quill Water.\nNorvane Pumps has a new credit facility with "
    "Bank of Lune at 2% over SONIA.\nThe Board expects the order to raise revenue to £92 million.\n"
    "The Company also confirms that talks with Dorn AG have ended.\n"
)


def test_the_company_and_the_board_of_a_release_are_its_own(check: Any, faults: Any) -> None:
    right = quote("the order to raise revenue to £92 million", "Norvane Pumps plc", None, 1, 3, speaker_kind="company")
    assert faults(check("quotes", right, article=RELEASE)) == []
    own = quote("talks with Dorn AG have ended", "Norvane Pumps plc", None, 4, speaker_kind="company")
    assert faults(check("quotes", own, article=RELEASE)) == []
    theirs = claim("The Board of Norvane Pumps plc expects the order to raise revenue.", 1, 3, claimant="The Board")
    assert Code.NAME_ALTERED not in faults(check("claims", theirs, article=RELEASE))
    wrong = quote("talks with Dorn AG have ended", "Marte Solheim", None, 4)
    told = RELEASE + "Nothing else is known.\n" * 4 + "Marte Solheim, an analyst, said the shares look dear.\n"
    assert Code.SPEAKER_ALTERED in faults(check("quotes", wrong, article=told))


INTERVIEW = (
    "When Runa Achterberg took over Quill Bank, it had 94 branches.\n"
    "She is asked about Lewis Framling-Rey, who runs a rival and wants to merge.\n"
    "“Mr Framling-Rey is clever.\nIn 2007 the clever men were keen on growth.”\n"
    "She expects prices to be flat.\n"
)


def test_a_man_is_not_meant_by_she(check: Any, faults: Any) -> None:
    right = quote("prices to be flat", "Runa Achterberg", "Quill Bank", 1, 5)
    assert faults(check("quotes", right, article=INTERVIEW)) == []
    told = claim("Runa Achterberg expects prices to be flat.", 1, 5, claimant="Runa Achterberg", kind="forecast",
                 certainty="hedged")  # fmt: skip
    assert Code.CLAIMANT_ALTERED not in faults(check("claims", told, article=INTERVIEW))


def test_a_company_told_by_its_town_is_left_open(check: Any, faults: Any) -> None:
    text = "Quill has agreed to refund $4 million.\nIn a statement, the Oslo company said that it disagrees.\n"
    record = quote("it disagrees", "Quill", None, 2, speaker_kind="company")
    assert faults(check("quotes", record, article=text)) == []


@pytest.mark.parametrize(
    "words", ["had nothing to add", "could not be contacted", "offered no comment", "“does not discuss rumors”"]
)
def test_other_words_for_silence(check: Any, faults: Any, words: str) -> None:
    record = quote(words.strip("“”"), "Lasse Brandvold", None, 1, mode="no_comment")
    said = f"said that he {words}" if words.startswith("“") else words
    assert faults(check("quotes", record, article=f"Lasse Brandvold, who left in May, {said}.")) == []
    spoken = quote("left in May", "Lasse Brandvold", None, 1, mode="no_comment")
    found = faults(check("quotes", spoken, article="Lasse Brandvold said that he left in May."))
    assert Code.NO_COMMENT_UNSUPPORTED in found


# Names in statements


def test_the_end_of_a_title_takes_nobodys_place(check: Any, faults: Any) -> None:
    text = (
        "Kestrel Lane Pictures, the company behind “The Coroner's Wife” and “Five Bells”, has acquired the rights "
        "to Edwina Sorrel's novel “The Reed Ledger” from Marchbank Press.\n"
    )
    told = (
        "Kestrel Lane Pictures has acquired the rights to Edwina Sorrel's novel “The Reed Ledger” from Marchbank Press."
    )
    assert faults(check("headline", {"text": told, "evidence": [1]}, article=text)) == []
    turned = told.replace("Kestrel Lane Pictures has", "Marchbank Press has").replace("from Marchbank Press", "")
    assert faults(check("headline", {"text": turned, "evidence": [1]}, article=text)) != []


def test_what_an_officer_says_of_his_house(check: Any, faults: Any) -> None:
    text = (
        "Norvane president Harlan Duquesne spoke by telephone, and Norvane shares rose.\nDuquesne said third quarter "
        "earnings would be a little better than the 44 cents a share reported a year ago.\n"
        "Orrin Group did not comment.\n"
    )
    told = "Norvane's third quarter earnings would be a little better than the 44 cents a share reported a year ago."
    record = claim(told, 1, 2, claimant="Harlan Duquesne", kind="forecast", certainty="hedged")
    assert faults(check("claims", record, article=text)) == []
    wrong = {**record, "statement": told.replace("Norvane's", "Orrin Group's")}
    assert Code.NAME_ALTERED in faults(check("claims", wrong, article=text))


def test_another_name_of_what_was_bought(check: Any, faults: Any) -> None:
    text = (
        "Norvane bought the unit, then known as Crisp Row, from the Havel family for $3 billion in 2018, and has since "
        "written off more than half of that.\n"
    )
    record = claim("Norvane has since written off more than half of the $3 billion it paid.", 1)
    assert faults(check("claims", record, article=text)) == []


def test_words_for_a_thing_that_has_its_name_later(check: Any, faults: Any) -> None:
    text = (
        "Hartsgrove Capital wants Norvane Foods to sell its struggling bread unit, a filing said on Monday.\n"
        "Its founder wrote a letter.\nThe shares rose.\nNothing else is known.\nThe weather was fine.\n"
        "Norvane bought the unit, then known as Crisp Row, in 2018.\n"
    )
    party = {"name": "Crisp Row", "aliases": [], "kind": "company", "description": "struggling bread unit",
             "ticker": None, "evidence": [1, 6]}  # fmt: skip
    assert Code.DESCRIPTION_ALTERED not in faults(check("parties", party, article=text))
    other = {**party, "name": "Tarn Works", "evidence": [1]}
    told = text + "The rain came and went.\n" * 20 + "Tarn Works rose too.\n"
    assert Code.DESCRIPTION_ALTERED in faults(check("parties", other, article=told))


def test_a_dateline_takes_nobodys_place() -> None:
    text = "OSLO, Nov. 21, 2024 (Corvid News) -- Norvane Corp. is preparing to buy Orrin Group, four people said.\n"
    index = Index(Article.from_text(text))
    quill = NameSpan(0, len("Quill"), "Quill")
    rivals = {
        name.text: is_no_rival("Quill is preparing to buy Orrin Group.", quill, name, index) for name in index.names
    }
    assert rivals["Corvid News"]
    assert not rivals["Norvane Corp."]


def test_the_town_of_a_brewer_takes_nobodys_place(check: Any, faults: Any) -> None:
    text = (
        "Start with Thackley & Sons.\nThe Elmsford brewer has sold 41 of its pubs to Gantry Inns for £23.5m.\n"
        "Orrin Ales of Truro has sold nothing.\n"
    )
    told = "Thackley & Sons has sold 41 pubs to Gantry Inns."
    assert Code.NAME_ALTERED not in faults(check("headline", {"text": told, "evidence": [1, 2]}, article=text))
    wrong = "Orrin Ales has sold 41 pubs to Gantry Inns."
    assert Code.NAME_ALTERED in faults(check("headline", {"text": wrong, "evidence": [2]}, article=text))


def test_who_she_is_may_be_named_nearer(check: Any, faults: Any) -> None:
    text = (
        "“We looked at eleven lakes,” said Minera Tarnquén's General Manager, Ximena Arredal.\n"
        "She added that drilling of the first three wells could begin as early as July.\n"
    )
    told = "The drilling of three wells might start as soon as July, according to Arredal."
    record = claim(told, 2, 1, claimant="Ximena Arredal", kind="forecast", certainty="hedged")
    assert faults(check("claims", record, article=text)) == []


# Terms, kinds


def test_a_penalty_that_is_paid_is_no_price(check: Any, faults: Any) -> None:
    text = "Quill has agreed to refund $46 million to borrowers and pay an $11 million penalty.\n"
    deal = {
        "kind": "other", "status": "agreed", "parties": [{"name": "Quill", "role": "other"}], "subject": "refund",
        "value": None, "dates": [], "terms": [{"name": "penalty", "text": "$11 million"}], "evidence": [1],
    }  # fmt: skip
    assert faults(check("deals", deal, article=text)) == []
    wrong = {**deal, "terms": [{"name": "premium", "text": "$11 million"}]}
    assert Code.UNIT_ALTERED in faults(check("deals", wrong, article=text))


def test_a_float_is_financing(check: Any, faults: Any) -> None:
    text = (
        "Norvane agreed to buy Tarn Works.\nTarn was weighing a sharemarket float, but those plans have been shelved.\n"
    )
    deal = {
        "kind": "financing", "status": "terminated", "parties": [{"name": "Tarn Works", "role": "investee"}],
        "subject": "a sharemarket float", "value": None, "dates": [], "terms": [], "evidence": [1, 2],
    }  # fmt: skip
    assert Code.KIND_ALTERED not in faults(check("deals", deal, article=text))
    bought = {**deal, "status": "agreed", "subject": "Tarn Works", "evidence": [1]}
    assert Code.KIND_ALTERED in faults(check("deals", bought, article=text))


# Numbers


def test_a_bare_number_of_millions_may_be_money(check: Any, faults: Any) -> None:
    text = "Tarn had a net loss of 860,000 dlrs last year on revenues of 57.3 mln.\nIt has 57,300 members.\n"
    figure = {"text": "57.3 mln", "measures": "revenues", "period": None, "type": "money", "amount": 57300000,
              "currency": "USD"}  # fmt: skip
    told = claim("Tarn had a net loss of 860,000 dlrs last year on revenues of 57.3 mln.", 1, figures=[figure])
    assert faults(check("claims", told, article=text)) == []
    counted = claim("It has 57,300 members.", 2, figures=[{**figure, "text": "57,300 members", "amount": 57300}])
    assert Code.UNIT_ALTERED in faults(check("claims", counted, article=text))


LINES = (
    "Norvane Corp. reports its first quarter.\n\nShr 81 cts vs 54 cts\n\nAvg shrs 14.1 mln vs 14.0 mln\n\n"
    "Norvane Corp. said first quarter profit rose on a 3.2 mln dlr gain from the sale of land.\n"
)
AT_ONCE = (
    "Quill made a profit of 7.2 mln stg on turnover of 88 mln in the year to September 30, 1986, against 6.1 mln on "
    "79 mln a year earlier.\n"
)


def test_an_amount_copied_with_the_one_it_is_compared_with(check: Any, faults: Any) -> None:
    right = "Norvane Corp.'s first quarter earnings per share were 81 cts vs 54 cts."
    assert faults(check("claims", claim(right, 2, 4), article=LINES)) == []
    wrong = "Norvane Corp.'s first quarter earnings per share were 84 cts vs 54 cts."
    assert Code.NUMBER_ALTERED in faults(check("claims", claim(wrong, 2, 4), article=LINES))


def test_two_amounts_compared_at_once(check: Any, faults: Any) -> None:
    right = "Quill had turnover of 88 mln in the year to September 30, 1986, against 79 mln a year earlier."
    assert faults(check("claims", claim(right, 1), article=AT_ONCE)) == []
    wrong = right.replace("79 mln", "97 mln")
    assert Code.NUMBER_ALTERED in faults(check("claims", claim(wrong, 1), article=AT_ONCE))


def test_a_number_that_stands_alone_is_not_the_one_beside_it(check: Any, faults: Any) -> None:
    text = "Two mills closed.\nHartsgrove has made demands at three other food makers, winning board seats at two.\n"
    figure = {"text": "two", "measures": "seats", "period": None}
    record = claim("Hartsgrove won board seats at two food makers.", 2, figures=[figure])
    assert Code.NUMBER_ALTERED not in faults(check("claims", record, article=text))
    wrong = {**record, "figures": [{**figure, "text": "five other food makers"}]}
    assert Code.NUMBER_ALTERED in faults(check("claims", wrong, article=text))


# What is negated, allowed, denied, concluded


def test_silence_about_a_report_does_not_negate_it(check: Any, faults: Any) -> None:
    text = (
        "She would not be drawn on a report in the Mutual Gazette that Quill Bank had proposed a merger in the "
        "spring.\n"
    )
    record = claim("A report in the Mutual Gazette said that Quill Bank had proposed a merger in the spring.", 1,
                   claimant="Mutual Gazette", kind="allegation")  # fmt: skip
    assert faults(check("claims", record, article=text)) == []
    bare = claim("Quill Bank had proposed a merger in the spring.", 1)
    assert Code.NEGATION_ALTERED in faults(check("claims", bare, article=text))


def test_what_a_contract_allows_is_asserted(check: Any, faults: Any) -> None:
    text = "Either side may walk away after the third year on payment of a $12 million fee.\n"
    told = claim("Either side of the pact may walk away after the third year on payment of a $12 million fee.", 1)
    assert faults(check("claims", told, article=text)) == []
    open_text = "Norvane Corp. may close three mills next year.\n"
    found = faults(check("claims", claim("Norvane Corp. may close three mills next year.", 1), article=open_text))
    assert Code.CERTAINTY_ALTERED in found


def test_the_month_of_may_leaves_nothing_open(check: Any, faults: Any) -> None:
    text = "the tournament of norvane bakers runs from may 27 to june 7, and may end early.\n"
    told = claim("the tournament of norvane bakers runs from may 27 to june 7.", 1)
    assert Code.CERTAINTY_ALTERED not in faults(check("claims", told, article=text))
    open_one = claim("the tournament of norvane bakers may end early.", 1)
    assert Code.CERTAINTY_ALTERED in faults(check("claims", open_one, article=text))


def test_who_disagrees_denies(check: Any, faults: Any) -> None:
    text = "Quill said that it disagrees with the watchdog's account but wanted to move on.\n"
    told = "Quill said that it disagrees with the watchdog's account but wanted to move on."
    assert faults(check("claims", claim(told, 1, claimant="Quill", kind="denial"), article=text)) == []
    plain = "Quill said that it accepts the watchdog's account."
    found = faults(check("claims", claim(plain, 1, claimant="Quill", kind="denial"), article=f"{plain}\n"))
    assert Code.KIND_ALTERED in found


def test_who_concluded_that_something_is_so_has_finished_nothing(check: Any, faults: Any) -> None:
    text = (
        "The fund wants Norvane Foods to sell its mills.\n"
        "Directors had discussed a sale of the mills in May but concluded that it would cost too much.\n"
    )
    told = (
        "Directors of Norvane Foods had discussed a sale of the mills in May but concluded that it would cost too much."
    )
    assert faults(check("claims", claim(told, 1, 2), article=text)) == []
    wrong = "Norvane Foods completed the sale of its mills."
    assert Code.STATUS_ALTERED in faults(check("claims", claim(wrong, 1, 2), article=text))


# Long quotations, lists, a speaker's own house

BROADCAST = (
    "On Sunday's broadcast Governor Marte Solheim said the tweet was a joke, and Solheim laughed.\n"
    "Solheim spoke for an hour.\n"
    + "It was late and it rained.\n" * 5
    + "Orrin Vance essentially wants to keep the old taxes.\nHere in Elmsford the crowds were large and loud.\n"
)


def test_in_the_midst_of_a_long_quotation_nobody_else_speaks(check: Any, faults: Any) -> None:
    told = claim("Orrin Vance wants to keep the old taxes.", 8, claimant="Marte Solheim", kind="allegation")
    assert Code.CLAIMANT_ALTERED not in faults(check("claims", told, article=BROADCAST))
    words = quote("the crowds were large and loud", "Marte Solheim", None, 9, mode="direct")
    assert Code.SPEAKER_ALTERED not in faults(check("quotes", words, article=BROADCAST))
    spoken = BROADCAST + "Orrin Vance said the taxes would rise.\n"
    wrong = claim("The taxes would rise.", 10, claimant="Marte Solheim", kind="forecast")
    assert Code.CLAIMANT_ALTERED in faults(check("claims", wrong, article=spoken))


def test_a_spokeswoman_is_not_read_as_her_house(check: Any, faults: Any) -> None:
    text = (
        "Angela Bruun, an Oslo-based developer and spokeswoman for the Harbor Trade Coalition, which is made up of "
        "builders, said many of the examples had failed.\nLasse Brandvold disagreed.\n"
    )
    right = quote("many of the examples had failed", "Angela Bruun", "Harbor Trade Coalition", 1)
    assert faults(check("quotes", right, article=text)) == []
    wrong = quote("many of the examples had failed", "Lasse Brandvold", None, 1)
    assert Code.SPEAKER_ALTERED in faults(check("quotes", wrong, article=text))


def test_words_for_two_are_said_of_both(check: Any, faults: Any) -> None:
    text = (
        "Prosecutors charged two Oslo developers, Arne Quist and Wilhelm Stang, with fraud; Lasse Brandvold watched.\n"
    )
    party = {"name": "Wilhelm Stang", "aliases": [], "kind": "person", "description": "developers", "ticker": None,
             "evidence": [1]}  # fmt: skip
    assert faults(check("parties", party, article=text)) == []
    other = {**party, "name": "Lasse Brandvold"}
    assert Code.DESCRIPTION_ALTERED in faults(check("parties", other, article=text))


def test_milestones_may_be_of_several_sorts(check: Any, faults: Any) -> None:
    text = (
        "Norvane Bio will receive an upfront payment of $55 million from Quill Pharma and is eligible for up to $410 "
        "million in development, regulatory and sales milestones under the license.\n"
    )
    deal = {
        "kind": "licensing", "status": "agreed", "subject": "license", "value": None, "dates": [], "evidence": [1],
        "parties": [{"name": "Norvane Bio", "role": "licensor"}, {"name": "Quill Pharma", "role": "licensee"}],
        "terms": [{"name": "milestones", "text": "up to $410 million"}],
    }  # fmt: skip
    assert faults(check("deals", deal, article=text)) == []
    wrong = {**deal, "terms": [{"name": "milestones", "text": "$55 million"}]}
    assert Code.UNIT_ALTERED in faults(check("deals", wrong, article=text))


def test_police_may_be_the_police_of_a_town(check: Any, faults: Any) -> None:
    text = "Police say he refused to stop, and Arne Quist saw it.\nLasse Brandvold heads the Elmsford police.\n"
    record = quote("he refused to stop", "Elmsford police", None, 1)
    assert Code.SPEAKER_ALTERED not in faults(check("quotes", record, article=text))
    told = claim("He refused to stop.", 1, claimant="Elmsford police", kind="allegation")
    assert Code.CLAIMANT_ALTERED not in faults(check("claims", told, article=text))


def test_first_letters_of_words_are_no_new_name(check: Any, faults: Any) -> None:
    text = "VELGRAD, 30 September 2025 (Nordwire) – Norvane has agreed to buy liquefied natural gas from Quill.\n"
    told = "Norvane has agreed to buy LNG from Quill."
    assert faults(check("headline", {"text": told, "evidence": [1]}, article=text)) == []
    other = "Norvane has agreed to buy from QXV Energy."
    assert faults(check("headline", {"text": other, "evidence": [1]}, article=text)) != []


def test_the_person_may_be_the_one_just_told_of(check: Any, faults: Any) -> None:
    text = "Another large shareholder of Norvane was less loyal.\n“At 560 I sell,” the person said.\n"
    record = quote("At 560 I sell,", "Another large shareholder", None, 1, 2, mode="direct", speaker_kind="anonymous")
    assert faults(check("quotes", record, article=text)) == []


def test_a_dateline_is_not_described(check: Any, faults: Any) -> None:
    text = (
        "ELMSFORD, Calif. - A former quality manager at Norvane has accused it of fraud.\n"
        "In the complaint, Wilma Trask says that the pumps leak.\n"
    )
    party = {"name": "Wilma Trask", "aliases": [], "kind": "person", "description": "former quality manager",
             "ticker": None, "evidence": [1, 2]}  # fmt: skip
    assert Code.DESCRIPTION_ALTERED not in faults(check("parties", party, article=text))


# Deals


def deal(kind: str, status: str, subject: str, **parties: str) -> dict[str, Any]:
    sides = [{"name": name.replace("_", " "), "role": role} for name, role in parties.items()]
    told = {"kind": kind, "status": status, "subject": subject, "parties": sides}
    return {**told, "value": None, "dates": [], "terms": [], "evidence": [1]}


OUTBID = "Harnell plc has agreed to buy Ostby Cables for $412 million, beating {} Swedish {} Lindgren Foundry AB."


@pytest.mark.parametrize("offer", ["an offer from", "a $350 million bid from", "a bid worth $350 million from its"])
@pytest.mark.parametrize("rival", ["rival", "competitor"])
def test_who_was_outbid_is_a_rival_and_no_seller(check: Any, faults: Any, offer: str, rival: str) -> None:
    article, sides = OUTBID.format(offer, rival), {"Harnell_plc": "acquirer", "Ostby_Cables": "target"}
    right = deal("acquisition", "agreed", "Ostby Cables", **sides, Lindgren_Foundry_AB="rival")
    wrong = deal("acquisition", "agreed", "Ostby Cables", **sides, Lindgren_Foundry_AB="seller")
    assert faults(check("deals", right, article=article)) == []
    assert faults(check("deals", wrong, article=article)) == [Code.ROLE_ALTERED]


def test_who_sells_is_no_rival(check: Any, faults: Any) -> None:
    article = "Harnell plc has agreed to buy Ostby Cables for $412 million from Swedish rival Lindgren Foundry AB."
    sides = {"Harnell_plc": "acquirer", "Ostby_Cables": "target"}
    wrong = deal("acquisition", "agreed", "Ostby Cables", **sides, Lindgren_Foundry_AB="rival")
    assert faults(check("deals", wrong, article=article)) == [Code.ROLE_ALTERED]


@pytest.mark.parametrize("goods", ["fuel", "green hydrogen", "copper wire", "cocoa beans and sugar"])
def test_who_buys_stuff_is_supplied_with_it(check: Any, faults: Any, goods: str) -> None:
    article = f"Harnell plc agreed to buy {goods} from Ostby Trading."
    assert faults(check("deals", deal("supply", "agreed", goods, **STUFF), article=article)) == []


@pytest.mark.parametrize("asset", ["a refinery", "a fuel depot", "the fuel business", "land", "shares", "control"])
def test_who_buys_an_asset_is_not_supplied_with_it(check: Any, faults: Any, asset: str) -> None:
    article = f"Harnell plc agreed to buy {asset} from Ostby Trading."
    bare = asset.removeprefix("a ").removeprefix("the ")
    for subject in (asset, bare):
        record = deal("supply", "agreed", subject, **STUFF)
        assert faults(check("deals", record, article=article)) == [Code.KIND_ALTERED]


STUFF = {"Harnell_plc": "customer", "Ostby_Trading": "supplier"}
LEASE = (
    "Harnell plc has sold its 40 per cent stake in a mine to Ostby Pension, and will lease a crane from Lindgren AB."
)


def test_who_sold_something_else_to_a_third_may_be_a_customer(check: Any, faults: Any) -> None:
    sides = {"Harnell_plc": "customer", "Lindgren_AB": "supplier"}
    assert faults(check("deals", deal("supply", "agreed", "a crane", **sides), article=LEASE)) == []


def test_who_sold_the_subject_is_no_acquirer_though_the_buyer_is_left_out(check: Any, faults: Any) -> None:
    sides = {"Harnell_plc": "acquirer", "Lindgren_AB": "seller"}
    record = deal("acquisition", "closed", "40 per cent stake in a mill", **sides)
    assert Code.ROLE_ALTERED in faults(check("deals", record, article=LEASE))
