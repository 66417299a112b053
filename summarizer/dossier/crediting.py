"""Outlets that an article credits with its news, known by the construction alone and not by their names.

"Name reported on Tuesday, citing people close to the talks", "Name, which first reported the talks", "according to the
daily Name", "told Name in an interview". A company reports too, its results: so who is credited takes no part in the
article's deals, and what he reports has somebody of these in it. Origin: the phrases by which newsrooms credit one
another (the style books of the agencies under "attribution").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.article import Sentence
from summarizer.dossier.stories import Story
from summarizer.text.name_forms import may_refer, name_kind
from summarizer.text.patterns import pattern

_NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w&’'-]*[a-z][\w&’'-]*(?: [A-Z][\w&’'-]+){0,3})"
_REPORTS = r"(?:(?:also|earlier|first|had|has) ){0,2}(?:reported|reports|writes|wrote)"
_WHEN = r"(?:,? (?:early |earlier |late |on )?(?:[A-Z][a-z]+day|this (?:week|month)|today|yesterday)\b(?: \w+ing\b)?)?"
_PRESS = (
    r"(?:broadcaster|business daily|daily|financial daily|magazine|news (?:agency|service|site|website)|newspaper|"
    r"paper|tabloid|trade (?:magazine|paper)|weekly)"
)
_OF_DEAL = r"(?:bid|deal|interest|merger|news|offer|plan|purchase|sale|story|talks|takeover|transaction)"
_CONSTRUCTIONS = [
    pattern(rf"(?:\A|[,;:—–] |[.!?”\"] ){_NAME} {_REPORTS}{_WHEN}(?:,? (?:citing|quoting|without \w+ing)\b|,? that\b)"),
    pattern(rf"[,;—–][”\"]? {_NAME} {_REPORTS}{_WHEN}(?=[.,;]|\Z)"),
    pattern(
        rf"{_NAME},? (?:which|who) (?:(?:earlier|first|had) )*(?:broke|reported|revealed) (?:on )?the {_OF_DEAL}\b"
    ),
    pattern(rf"\b[Aa]ccording to (?:a report in |the )?(?:[\w-]+ )?{_PRESS} {_NAME}"),
    pattern(rf"\b(?:[Ff]irst|[Ee]arlier) (?:reported|revealed) (?:\w+ )?by {_NAME}"),
    pattern(rf"\btold (?:the {_PRESS} )?{_NAME} in an interview\b"),
]
_DEAL = pattern(rf"\b[Tt]he {_OF_DEAL}\b")
_BESIDE = frozenset(("adviser", "other", "regulator", "rival"))
"""Roles of those who make no deal."""
_CUE = pattern(r"\b(?:according to|interview|report(?:s|ed)|reveal(?:s|ed)|wr[io]tes?|broke)\b", re.IGNORECASE)
_NO_OUTLETS = frozenset(("board", "company", "he", "it", "management", "one", "she", "they", "this", "we"))


def credited_by_words(story: Story, sentence: Sentence) -> Iterator[str]:
    """The names of the outlets that a sentence credits."""
    text = sentence.text
    if not _CUE.search(text):
        return
    parties = _parties(story, sentence.number)
    for words in _CONSTRUCTIONS:
        for found in words.finditer(text):
            name = " ".join(found["name"].split()).removeprefix("The ").removeprefix("the ")
            if name.lower() in _NO_OUTLETS or name_kind(name) == "place" or _is_one(name, parties):
                continue
            # What is reported is of the deal, be it before or behind.
            rest = text[: found.start("name")] + " " + text[found.end("name") :]
            if _DEAL.search(rest) or any(form.split()[0] in rest for form in parties if form):
                yield name


def _parties(story: Story, number: int) -> list[str]:
    """Who makes the article's deals, by all names; but for those deals that only this sentence tells of: its words may
    have been taken for one."""
    summary = story.summary
    deals = [deal for deal in summary.deals if set(deal.evidence) - {number}] or summary.deals
    named = {party.name for deal in deals for party in deal.parties if party.role not in _BESIDE}
    aliases = (alias for party in summary.parties if party.name in named for alias in party.aliases)
    return [*sorted(named), *aliases]


def _is_one(name: str, parties: Sequence[str]) -> bool:
    return any(may_refer(name, party) or may_refer(party, name) for party in parties)
