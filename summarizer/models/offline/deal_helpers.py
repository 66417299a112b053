"""Who stands beside a deal: the banks and law firms that advise its parties, and the authorities that judge it.

Origin: the closing sentences of merger reports ("{} advised {}", "{} acted as financial adviser to {}") and the verbs
of merger control. In a skeleton \\ue000 is a name; the text is in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from summarizer.models.offline.reading import Skeleton
from summarizer.text.name_forms import name_kind

_SOME = r"(?P<{0}>\ue000(?:(?:, | and |, and )\ue000){{0,3}})"
_HELPERS = _SOME.format("helpers")
_CLIENTS = _SOME.format("clients")
_ADVISER = r"(?:(?:an?|the|its|exclusive|financial|joint|lead|legal|m&a|sole) ){0,4}(?:advis[eo]rs?|counsel)"
_ADVICE = tuple(
    re.compile(words)
    for words in (
        rf"{_HELPERS} (?:(?:are|has been|have been|is|was|were) )?(?:advis(?:ed|es|ing)|represent(?:ed|ing|s))"
        rf" {_CLIENTS}",
        rf"{_HELPERS} (?:(?:are|is|was|were) |(?:(?:are|is|was|were) )?(?:act(?:ed|ing|s)|serv(?:ed|es|ing)) as )"
        rf"{_ADVISER} (?:for|to) {_CLIENTS}",
        rf"{_CLIENTS} (?:(?:are|is|was|were) )?(?:being )?(?:advised|represented) by"
        rf" (?:the (?:law|advisory) firms? )?{_HELPERS}(?!,? by \ue000)",
        rf"advised by \ue000(?: and \ue000)?,? (?:and|while) {_CLIENTS}(?: (?:is|was))? by {_HELPERS}",
        rf"{_HELPERS} (?:provided|is providing|provides|gave|gives) (?:financial|legal) (?:advice|counsel)"
        rf" to {_CLIENTS}",
        rf"{_CLIENTS} (?:appointed|engaged|has hired|has retained|hired|retained) {_HELPERS}"
        rf" (?:to advise|as {_ADVISER})",
    )
)
_JUDGES = re.compile(
    r"\b(?:agency|antitrust|authority|board|bundeskartellamt|bureau|cma|commission|court|department|doj|fcc|fed"
    r"|federal reserve|ftc|ministry|office|regulator|sec|watchdog)\b"
)
"""A word that the name of an authority has."""
_AUTHORITY = re.compile(
    r"\b(?:accc|antitrust|bundeskartellamt|cma|commission|competition|court|department of justice|doj|fcc|fdic"
    r"|federal reserve(?: board)?\Z|ferc|ftc|justice department|regulator|sec|tribunal|watchdog)\b"
)
"""A word that the name of an authority has which judges deals and makes none."""
_JUDGED = re.compile(
    r"\ue000 (?:(?:are|conditionally|had|has|have|is|was|will|yesterday|\ue002|on \ue002) ){0,3}"
    r"(?:approv(?:ed|es|ing)|block(?:ed|ing|s)|challeng(?:ed|es|ing)|clear(?:ed|ing|s)|investigat(?:ed|es|ing)"
    r"|review(?:ed|ing|s)|sued to block|suing to block) "
    r"(?:(?:an?|its|the|their|\ue000's|proposed|planned|\ue001) ){0,4}"
    r"(?:acquisition|bid|buyout|combination|deal|merger|offer|purchase|sale|takeover|tie-up|transaction)\b"
)
_LEAVE_WORDS = re.compile(r"clearance|consent|go-ahead|nod of|nod from|permission")
_LEAVE = re.compile(
    r"\b(?:approvals?|blessing|clearance|consent|go-ahead|nod|permission) (?:by|from|of) (?:the )?\ue000"
)
"""What a deal needs of an authority: "subject to the approval of"."""
_NO_NAMES = frozenset(["agency", "authority", "board", "commission", "court", "ministry", "regulator", "watchdog"])
"""What headlines call an authority whose name the report tells."""
_CHEAP = re.compile(r"advis|represent|counsel")


def is_authority(name: str) -> bool:
    """Whether a name is that of an authority which judges the deals of others and buys nothing itself."""
    return _AUTHORITY.search(name.lower()) is not None and name_kind(name) != "company"


def advisers_in(skeleton: Skeleton, full: Callable[[int], str]) -> Iterator[tuple[str, frozenset[str]]]:
    """(adviser, its clients) of a sentence; `full` gives the full name at a place of the skeleton."""
    text = skeleton.text.lower()
    if not _CHEAP.search(text):
        return
    for pattern in _ADVICE:
        for match in pattern.finditer(text):
            clients = frozenset(_names(skeleton, match.span("clients"), full))
            for name in _names(skeleton, match.span("helpers"), full):
                yield name, clients


def tells_of_helpers(text: str) -> bool:
    """Whether a sentence has a word for advice on a deal: the cheap test."""
    return _CHEAP.search(text) is not None


def regulators_in(skeleton: Skeleton, full: Callable[[int], str]) -> Iterator[str]:
    """The authorities that a sentence about a deal has judge it."""
    text = skeleton.text.lower()
    places = [match.start() for match in _JUDGED.finditer(text)]
    if "approv" in text or _LEAVE_WORDS.search(text):
        places += [match.end() - 1 for match in _LEAVE.finditer(text)]
    for place in places:
        if place in skeleton.names:
            name = full(place)
            if _JUDGES.search(name.lower()) and name.lower() not in _NO_NAMES:
                yield name


def _names(skeleton: Skeleton, span: tuple[int, int], full: Callable[[int], str]) -> list[str]:
    return [full(place) for place in range(*span) if place in skeleton.names]
