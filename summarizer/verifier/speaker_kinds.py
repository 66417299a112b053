"""What kind of speaker the article shows somebody to be: by his job, his house, or the words for who has no name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from summarizer.records import Party, Quote
from summarizer.text.name_words import BODY_WORDS, GROUP_WORDS
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import ANALYST_NOUNS, RESEARCH_WORDS
from summarizer.verifier.case import Case
from summarizer.verifier.kind_proofs import (
    CENTRAL_BANK,
    GOVERNS,
    HOUSE_OF_RESEARCH,
    OF_WHAT,
    is_called_public,
    is_company,
    is_full_name,
    mentions,
)
from summarizer.verifier.names import same
from summarizer.verifier.notes import Note, Settled

_UNNAMED = pattern(
    r"(?:(?:the\s)?(?:one|two|three|four|five|six|several|some|many|most|a\sfew|both|another|others?|the\sother|a|an|a\s(?:second|third|fourth)|the\s(?:first|second|third))\b"
    r"|(?:the\s)?(?:sources?|people|persons?|insiders?|bankers|officials|individuals)\b)",
    re.IGNORECASE,
)
_NOT_ANONYMOUS = pattern(
    r"\b(?:agency|analysts?|association|banks?|bod(?:y|ies)|brokers?|brokerages?|committee|compan(?:y|ies)|council|court|economists?|firms?|government"
    r"|groups?|lenders?|ministry|newspaper|paper|report|spokes(?:man|men|woman|women|person|people|persons)|statement|union|unions|letter|filing"
    r"|document|memo|survey|study)\b",
    re.IGNORECASE,
)
_LEADS_FIRM = pattern(
    r"\b(?:ceo|cfo|coo|cto|cio|chief(?:\s\w+)?\s(?:executive|officer)|chief\sexecutive|co-?founders?|founders?|chairm[ae]n|chairwom[ae]n|chairperson"
    r"|managing\sdirector|(?:finance|commercial|operations|sales|technical|marketing)\s(?:director|chief)|general\smanager"
    r"|(?:executive\s|senior\s)?vice[\s-]president|president)\b",
    re.IGNORECASE,
)
_STUDIES_FIRMS = pattern(
    r"\b(?:analysts?|analy[sz]es|economists?|strategists?|covers|follows|tracks|researchers?|(?:head|director)\sof\s(?:\w+\s){0,2}research)\b",
    re.IGNORECASE,
)
GOVERNS_JOBS = pattern(
    r"\b(?:ambassador|commissioner|congress(?:man|woman)|council\sleader|councillor|deputy\sminister|governor|judge|lawmaker|mayor|minister"
    r"|prosecutor|(?:insurance\s)?superintendent|senator|attorney\sgeneral|treasurer\sof\sthe\sstate|regulator)\b",
    re.IGNORECASE,
)
_ONE_OF_ANALYSTS = pattern(r",\s(?:one\sof\s(?:the\s)?\w+\sanalysts|an?\s(?:\w+\s)?analyst)\b")
_OWNING = frozenset({"her", "his", "its", "their"})
_COMPANIES = pattern(
    r"(?:(?:both|the|these|the\s(?:two|three|four)|two|three|four)\s)(?:[a-z-]+\s)?"
    r"(?:airlines|automakers|banks|carmakers|companies|drugmakers|firms|insurers|lenders|retailers)",
    re.IGNORECASE,
)


def are_companies(speaker: str) -> bool:
    """Whether the words call several companies, and name none: "the companies", "both lenders"."""
    return _COMPANIES.fullmatch(speaker.strip()) is not None


def check_speaker_kind(case: Case) -> Iterator[Note]:
    """What kind of speaker it is may be told by the job, the house or the words for him."""
    record = case.record
    assert isinstance(record, Quote)  # noqa: S101
    proof = _SPEAKER_PROOFS.get(record.speaker_kind)
    if proof is not None and proof(case, record):
        yield Settled("speaker_kind")


def _unnamed(case: Case, record: Quote) -> bool:
    """Words for somebody without a name: "another", "a third person", "people close to it"."""
    del case
    words = record.speaker.split()
    head = OF_WHAT.split(record.speaker, maxsplit=1)[0]
    return (
        _UNNAMED.match(record.speaker) is not None
        and not _NOT_ANONYMOUS.search(head)
        and not any(word[:1].isupper() for word in words[1 : len(head.split())])
    )


def _analyst(case: Case, record: Quote) -> bool:
    if record.role and _STUDIES_FIRMS.search(record.role):
        return True
    index = case.index
    job = index.directory.described(index.directory.fullest(record.speaker))[0]
    if job and not ANALYST_NOUNS.isdisjoint(job.lower().split()):
        return True
    if record.affiliation is None or record.role is not None:
        return False
    if not RESEARCH_WORDS.isdisjoint(record.affiliation.lower().split()):
        return True
    if any(HOUSE_OF_RESEARCH.search(before[-40:]) for before, _, _ in mentions([record.affiliation], index)):
        return True
    return any(_ONE_OF_ANALYSTS.match(behind) for _, _, behind in mentions([record.speaker], index))


def _executive(case: Case, record: Quote) -> bool:
    """An office of a business; of a state, a union or an association it is none."""
    house = record.affiliation
    if house is None or not is_full_name(record.speaker):
        return False
    low = set(house.lower().split())
    if name_kind(house) in ("government", "place") or not low.isdisjoint(
        (GROUP_WORDS | BODY_WORDS) - word_set("agency board house institute office service society trust")
    ):
        return False
    role = record.role
    if role is None:
        role, told = case.index.directory.described(case.index.directory.fullest(record.speaker))
        if told is not None and not same(told, house, case.index):
            return False
    return role is not None and _LEADS_FIRM.search(role) is not None


def _body(case: Case, record: Quote) -> bool:
    name = record.speaker
    if name_kind(name) == "person" or case.index.directory.is_person(name):
        return False
    if name.islower():
        return False
    party = Party.model_construct(name=name, aliases=[], kind="company", description=None, ticker=None)
    return is_company(case, party)


def _official(case: Case, record: Quote) -> bool:
    if record.role and GOVERNS_JOBS.search(record.role):
        return True
    if name_kind(record.speaker) == "government" or CENTRAL_BANK.fullmatch(record.speaker):
        return True
    words = record.speaker.lower().split()
    if words and record.affiliation is None and words[-1] in GOVERNS and words[0] not in _OWNING:
        return True
    return record.role is None and is_called_public(record.speaker, case.index)


_SPEAKER_PROOFS: Mapping[str, Callable[[Case, Quote], bool]] = {
    "anonymous": _unnamed,
    "analyst": _analyst,
    "executive": _executive,
    "company": _body,
    "government": _official,
}
