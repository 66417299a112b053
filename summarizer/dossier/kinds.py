"""What kind of news an article tells, other than a deal: a recall, a closing, a departure, a penalty, a scandal, a
strike.

The words are looked for among the stems that a profile keeps, so that nothing of the text is needed. Origin: the event
types of the ACE and SENTiVENT schemas, as for `profiles.ACTS`, those of them that befall one company alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zlib import crc32

from summarizer.dossier.profiles import Profile
from summarizer.text.phrases import word_set
from summarizer.verifier.wording import stem

_WORDS: Mapping[str, frozenset[str]] = {
    "closing": word_set(
        """
        close closed closes closing closure discontinue discontinued discontinues idled layoffs mothballed redundancies
        shut shuts shutdown shutting
        """
    ),
    "leaving": word_set(
        """
        depart departed departure interim oust ousted outgoing quit quits resign resignation resigned resigns succeed
        successor
        """
    ),
    "penalty": word_set("fine fined fines mis-selling mislead misleading misled penalties penalty regulator"),
    "recall": word_set(
        "contamination defect defective faulty hazard hazards recall recalled recalling recalls refund refunds"
    ),
    "scandal": word_set(
        """
        accounting bribe bribery bribes corruption doctored doctoring fake faked falsified falsifying forged forgery
        fraud fraudulent inflated inquiry irregularities manipulated manipulation misstated misstatement misstatements
        overstated overstatement raid raided restated restatement rigged rigging scandal tampered tampering
        whistleblower
        """
    ),
    "strike": word_set(
        "lockout picket picketing pickets stoppage strike strikers strikes striking union unions walkout"
    ),
}
_KEYS: Mapping[str, frozenset[int]] = {
    kind: frozenset(crc32(stem(word).encode()) for word in words) for kind, words in _WORDS.items()
}


def kinds_at_top(profile: Profile) -> frozenset[str]:
    """The kinds of which the top of a story speaks; none of a short one."""
    return _kinds(profile.words[: profile.top])


def kinds_in(profile: Profile) -> frozenset[str]:
    """The kinds of which a story speaks anywhere."""
    return _kinds(profile.words)


def _kinds(words: Iterable[int]) -> frozenset[str]:
    there = set(words)
    return frozenset(kind for kind, keys in _KEYS.items() if not keys.isdisjoint(there))
