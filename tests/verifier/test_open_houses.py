"""For whom a speaker speaks, where the words beside him leave it open, and where they do not."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.verifier import Code


def codes(check: Any, text: str, words: str, speaker: str, body: str, role: str | None = None) -> set[str]:
    numbers = [at for at, part in enumerate(text.replace("\n", " ").split(". "), 1) if words[:20] in part] or [1]
    draft = {
        "text": words, "mode": "indirect", "speaker": speaker, "affiliation": body, "role": role,
        "speaker_kind": "executive", "evidence": numbers,
    }  # fmt: skip
    return {finding.code for finding in check("quotes", draft, article=text).findings}


BRANCH = (
    "Ostwind won the tram order. Ostwind will build the trams at Selm. Ostwind is paid next year. "
    "The rail union Zugkraft was sour. Its Selm branch head, Uma Reiss, said shifts were long."
)


def test_a_branch_of_its_own_is_its_house(check: Any) -> None:
    assert Code.AFFILIATION_ALTERED not in codes(check, BRANCH, "shifts were long", "Uma Reiss", "Zugkraft")
    assert Code.AFFILIATION_ALTERED in codes(check, BRANCH, "shifts were long", "Uma Reiss", "Ostwind")


LAWYER = (
    "Pell Mills bought the quarry from Harrow Stone in May. Harrow Stone had sold badly. Harrow Stone owed money. "
    "A letter went to {whose} lawyer in spring. Nobody wrote back. Rain fell on the town. It was a wet year. "
    "The lawyer, Uma Reiss of Selm, said letters were private."
)


@pytest.mark.parametrize(("whose", "altered"), [("Pell Mills's", False), ("Harrow Stone's", True), ("the", True)])
def test_the_lawyer_is_whose_lawyer_was_told_of(check: Any, whose: str, altered: bool) -> None:
    found = codes(check, LAWYER.format(whose=whose), "letters were private", "Uma Reiss", "Pell Mills", "lawyer")
    assert (Code.AFFILIATION_ALTERED in found) is altered


THROUGH = (
    "Brightpram recalls its prams, Brightpram said on Friday. Brightpram will mend them. "
    "The supplier, Kestal Springs, said through {who} that the springs were right. "
    "“They were right,” the representative, Uma Reiss, wrote."
)


@pytest.mark.parametrize(("who", "altered"), [("a representative", False), ("its website", True)])
def test_the_representative_is_that_of_who_spoke_through_one(check: Any, who: str, altered: bool) -> None:
    text = THROUGH.format(who=who)
    draft = {
        "text": "They were right", "mode": "direct", "speaker": "Uma Reiss", "affiliation": "Kestal Springs",
        "role": "representative", "speaker_kind": "company", "evidence": [4],
    }  # fmt: skip
    found = {finding.code for finding in check("quotes", draft, article=text).findings}
    assert Code.AFFILIATION_ALTERED not in found
    assert altered or Code.AFFILIATION_UNPROVEN in found
    draft["affiliation"] = "Brightpram"
    assert check("quotes", draft, article=text).findings is not None


MARKET = (
    "Shares were flat as Lodz Sofas fell. Lodz Sofas lost 9%. "
    "Lodz Sofas cut its outlook. Lodz Sofas had cut it before. "
    "{other} rose 2% after its results. It will pay a dividend. A year ago it paid less. "
    "Finance chief Uma Reiss told reporters that the lender was cautious."
)


def test_a_bare_job_goes_with_whom_the_sentences_before_are_about(check: Any) -> None:
    text = MARKET.format(other="Bank Wisla")
    words = "the lender was cautious"
    assert Code.AFFILIATION_ALTERED not in codes(check, text, words, "Uma Reiss", "Bank Wisla", "Finance chief")
    other = MARKET.format(other="Selm Glass").replace(
        "flat as Lodz Sofas fell", "flat as Lodz Sofas fell and Bank Wisla rose"
    )
    assert Code.AFFILIATION_ALTERED in codes(check, other, words, "Uma Reiss", "Bank Wisla", "Finance chief")


MINISTER = (
    "Harrow Stone will shut its works{first}. Harrow Stone blamed prices. Harrow Stone has two more. "
    "It had hoped. It rained. The town is poor. Nobody came. The rent is due. "
    "The state's {job}, Uma Reiss, said she had heard it late. She said that {payer} had paid for the kiln."
)


@pytest.mark.parametrize(
    ("body", "job", "altered"),
    [
        ("Nordmark", "economy minister", False),
        ("Nordmark", "biggest brewer", True),
        ("Pell Mills plc", "economy minister", True),
    ],
)
def test_a_minister_is_not_of_the_company_that_it_is_about(check: Any, body: str, job: str, altered: bool) -> None:
    first = " beside a shop of Pell Mills plc" if body == "Pell Mills plc" else ""
    text = MINISTER.format(first=first, job=job, payer="it" if first else body)
    found = codes(check, text, "she had heard it late", "Uma Reiss", body, job)
    assert (Code.AFFILIATION_ALTERED in found) is altered


def test_the_organ_of_a_company_is_no_other_house(check: Any) -> None:
    text = (
        "Ebba Starch NV publishes its results. Ebba Starch NV is glad. Pell Mills is its rival. "
        "“She leaves in May,” says Uma Reiss, chair of the Supervisory Board."
    )
    role = "chair of the Supervisory Board"
    draft = {
        "text": "She leaves in May", "mode": "direct", "speaker": "Uma Reiss", "affiliation": "Ebba Starch NV",
        "role": role, "speaker_kind": "executive", "evidence": [4],
    }  # fmt: skip
    assert Code.AFFILIATION_ALTERED not in {f.code for f in check("quotes", draft, article=text).findings}
    other = text.replace("chair of the Supervisory Board", "chair of Pell Mills")
    assert Code.AFFILIATION_ALTERED in {f.code for f in check("quotes", draft, article=other).findings}


PET = (
    "Two founders and a cat named {cat}\nAnna Reiss and Odo Lindh built a freight firm. "
    "“I threw it,” says Anna Reiss. {cat}{who} sat there. Tolmar runs ten depots. {cat} is old. {cat} was never sold."
)


@pytest.mark.parametrize(("who", "altered"), [(", who limps,", False), ("", True)])
def test_who_is_a_who_is_nobodys_house(check: Any, who: str, altered: bool) -> None:
    text = PET.format(cat="Ledger", who=who)
    draft = {
        "text": "I threw it", "mode": "direct", "speaker": "Anna Reiss", "affiliation": "Tolmar", "role": None,
        "speaker_kind": "executive", "evidence": [3],
    }  # fmt: skip
    assert (Code.AFFILIATION_ALTERED in {f.code for f in check("quotes", draft, article=text).findings}) is altered


JOB = (
    "Uma Reiss and her co-founder, Odo Lindh, run Tolmar. “Near me,” says Lindh. The board met. "
    "{last} {who} executive chairman, a title that says little."
)


@pytest.mark.parametrize(
    ("last", "who", "altered"),
    [("Lindh stays.", "He's", False), ("Lindh stays.", "Abel Krohn is", True), ("Lindh stays.", "They want an", True)],
)
def test_a_job_behind_a_pronoun_may_be_his(check: Any, last: str, who: str, altered: bool) -> None:
    text = JOB.format(last=last, who=who)
    draft = {
        "text": "Near me", "mode": "direct", "speaker": "Odo Lindh", "affiliation": "Tolmar",
        "role": "executive chairman", "speaker_kind": "executive", "evidence": [2, 5],
    }  # fmt: skip
    assert (Code.JOB_ALTERED in {f.code for f in check("quotes", draft, article=text).findings}) is altered


@pytest.mark.parametrize(("verb", "altered"), [("succeeds", False), ("met", True)])
def test_the_job_of_who_follows_may_be_that_of_who_went(check: Any, verb: str, altered: bool) -> None:
    text = f"Harrow Re has named Uma Reiss chief risk officer. She comes from Pell Re. She {verb} Odo Lindh."
    draft = {
        "name": "Odo Lindh", "aliases": [], "kind": "person", "description": "chief risk officer", "ticker": None,
        "evidence": [1, 3],
    }  # fmt: skip
    assert (Code.DESCRIPTION_ALTERED in {f.code for f in check("parties", draft, article=text).findings}) is altered
