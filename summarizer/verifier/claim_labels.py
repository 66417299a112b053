"""A claim's certainty and kind against its own statement and the cited sentences: labels that both contradict.

A label is a judgement, and most of them no word proves; here are those that the words speak against.
"""

from __future__ import annotations

from summarizer.text.modality_words import ASKED_FOR, ASKED_WITHIN
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set
from summarizer.verifier.clause import Clause
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing, Reading
from summarizer.verifier.wording import STOP_WORDS, stem

_DENYING = word_set(
    """
    contest contested contests denial denials denied denies deny denying disagree disagreed disagrees
    disclaim disclaimed disclaims dismiss dismissed dismisses dispute disputed disputes disputing refute
    refuted refutes reject rejected rejecting rejects rebuffed
    """
)
_FALSE = word_set("""baseless exaggerated false groundless inaccurate incorrect misleading nonsense rubbish unfounded
    unsubstantiated untrue wrong""")
_REPORTS = frozenset(
    stem(word)
    for word in word_set(
        """
        accusation allegation article assertion charge claim idea notion point report rumor rumour speculation
        statement story suggestion talk
        """
    )
)
"""What is denied where the denial itself does not repeat it: "rejects the allegation"."""
_BARE = 3
"""Content words that stand behind a denial without naming what is denied at most."""
_FAR = 16
"""Words behind a verb that denies among which what is denied is looked for."""
_SCOPE_SHARED = 0.5
"""Share of a statement's content words within the reach of a negation for it to be what is negated."""

_MIGHT = word_set("could may might")
_LICENSED = frozenset(
    stem(word)
    for word in word_set(
        """
        accelerate appoint ask assign borrow buy call cancel choose convert demand draw elect exercise extend increase
        end exit leave nominate offer opt pay prepay purchase put redeem refuse
        renew repay request require seek sell terminate use vote walk
        withdraw
        """
    )
)
"""Behind "may" these are as a rule what a contract allows: "Casterline may terminate the agreement"."""
_CONTRACT = frozenset(
    stem(word)
    for word in word_set(
        """
        agreement bond clause contract covenant fee holder indenture lease lender licence license notice option
        penalty right rule shareholder side stockholder term warrant
        """
    )
)
_ABILITY = word_set("enough ever not never only so that who which could")
_FORECASTS = word_set("anticipates expects forecasts foresees predicts")
_FORETOLD = frozenset({"anticipated", "estimated", "expected", "forecast", "predicted", "projected"})
_HAS_DENIED = frozenset({"denied", "denies", "refuted", "refutes"})
_OTHER_CLAUSE = word_set(
    "after although as because before but if since than that though unless until what when where which while who"
)
_OPENING = 40
"""Words of a statement in which its main verb is looked for."""
_QUOTE = pattern(r"[\"“”„«»]")


def denies(said: Clause, laid: Laid) -> bool:
    """Whether the statement itself negates, or the cited sentences negate or deny what it says."""
    reading = said.reading
    if reading.negations or _untrue(reading, _FALSE | _DENYING):
        return True
    wanted = {word.stem for word in said.content if not word.text[:1].isupper()} or {word.stem for word in said.content}
    for number in range(len(laid.sources)):
        told = laid.told(number)
        if _untrue(told) or any(_bears(laid, number, cue, told, wanted) for cue in told.negations):
            return True
        if any(_rejects(told, at, wanted) for at, low in enumerate(told.low) if low in _DENYING):
            return True
    return False


def _untrue(reading: Reading, words: frozenset[str] = _FALSE) -> bool:
    return any(low in words for low in reading.low)


def _bears(laid: Laid, number: int, cue: Bearing, told: Reading, wanted: set[str]) -> bool:
    """Whether what a negation of the article bears on is what the statement says."""
    reach = range(cue.last + 1, cue.reach)
    if any((number, there) in laid.alignment.back for there in (cue.target, *cue.through)):
        return True
    scope = [told.words[index].stem for index in reach if told.low[index] not in STOP_WORDS]
    shared = wanted.intersection(scope)
    return bool(shared) and len(shared) >= _SCOPE_SHARED * len(wanted)


def _rejects(told: Reading, at: int, wanted: set[str]) -> bool:
    """Whether a verb that denies has the statement behind it, or only a word for it: "rejects the allegation"."""
    scope = [word.stem for word in told.words[at + 1 : at + 1 + _FAR] if word.low not in STOP_WORDS]
    return len(scope) < _BARE or not _REPORTS.isdisjoint(scope[:_BARE]) or not wanted.isdisjoint(scope)


def has_it_denied(said: Clause) -> bool:
    """Whether the main verb of the statement denies: "Norvane denied that it is in talks".

    What is refused to somebody is not: "the court denied Norvane's petition".
    """
    if _HAS_DENIED.isdisjoint(letters_of(said.text)):
        return False
    for at, low in enumerate(said.reading.low[:_OPENING]):
        if low in _OTHER_CLAUSE:
            return False
        if low in _HAS_DENIED:
            behind = said.reading.low[at + 1 : at + 1 + ASKED_WITHIN]
            return not any(word in ASKED_FOR or word.removesuffix("s") in ASKED_FOR for word in behind)
    return False


def leaves_open(said: Clause) -> Bearing | None:
    """The "may", "might" or "could" by which the statement itself says that something may be so.

    What somebody is allowed or was able to do is asserted: "lenders may demand repayment", "only two could promise".
    """
    if _MIGHT.isdisjoint(letters_of(said.text)):
        return None
    reading = said.reading
    for cue in reading.softenings:
        if cue.text not in _MIGHT or _within_quotes(said, cue):
            continue
        low = reading.low[cue.first]
        if any(abs(cue.first - one.first) <= 1 for one in reading.negations):
            continue
        if low == "may" and (_allowed(reading, cue) or _is_month(reading, cue)):
            continue
        if _in_relative_clause(reading, cue) or (low == "might" and _is_strength(reading, cue)):
            continue
        before = reading.low[max(0, cue.first - 6) : cue.first]
        if _told_meanwhile(reading, cue):
            continue
        if low == "could" and (_ABILITY.intersection(before) or _in_the_past(reading, cue)):
            continue
        return cue
    return None


_SUBORDINATING = word_set("before if knew known knows neither nor until whether")


def is_no_hedge(said: Clause, cue: Bearing) -> bool:
    """Whether "could" or the like leaves nothing open of what the statement says: it tells what did not come about
    ("could have sold"), what must come before something, what was asked or known, or a second thing beside one that is
    plainly told ("wants nine tenths but may take less")."""
    low = said.reading.low
    behind = low[cue.last + 1 : cue.last + 2]
    return (
        behind in (["have"], ["’ve"], ["'ve"])
        or _HAVE.match(said.text, said.reading.words[cue.last].end) is not None
        or low[max(0, cue.first - 1) : cue.first] == ["but"]
        or not _SUBORDINATING.isdisjoint(low[: cue.first])
    )


_HAVE = pattern(r"['’]ve\b")


def _told_meanwhile(reading: Reading, cue: Bearing) -> bool:
    """Whether what may be so is told by somebody in a clause that only dates or explains what the statement asserts:
    "shares fell after Roe warned that it might be so"."""
    ahead = reading.low[: cue.first]
    turn = next((at for at, low in enumerate(ahead) if at > 2 and low in _MEANWHILE), None)
    return turn is not None and "that" in ahead[turn + 2 :]


_MEANWHILE = word_set("after as because when")


def _in_relative_clause(reading: Reading, cue: Bearing) -> bool:
    """Whether what may be so is only said of a thing that the statement names: "avoid deals that might help Tarn"."""
    lead = reading.low[max(0, cue.first - 3) : cue.first]
    return len(lead) > 2 and lead[-1] in ("that", "which", "who") and not (_TELLING.intersection(lead[:-1]))


_TELLING = word_set("""
    add added argue argued argues believe believed believes claim claimed claims expect expected expects fear feared
    fears hope hopes is note noted notes said say says suggest suggested suggests thinks thought told true warn warned
    warns was
""")


def _is_strength(reading: Reading, cue: Bearing) -> bool:
    """Whether "might" is the noun: "use their combined might to"."""
    return reading.low[cue.first + 1 : cue.first + 2] in (["to"], ["of"], ["and"], ["in"]) or not (
        {"all", "his", "its", "military", "their"}.isdisjoint(reading.low[max(0, cue.first - 2) : cue.first])
    )


def _allowed(reading: Reading, cue: Bearing) -> bool:
    verb = reading.words[cue.target].stem if cue.target >= 0 else ""
    return verb in _LICENSED and any(word.stem in _CONTRACT for word in reading.words)


_BEFORE_MONTHS = word_set("between by during early in last late mid next since this through until")


def _is_month(reading: Reading, cue: Bearing) -> bool:
    """Whether "may" in a text without capitals is the month: "from may 27", "last may"."""
    following = reading.low[cue.first + 1 : cue.first + 2]
    return bool(following and following[0][:1].isdigit()) or not _BEFORE_MONTHS.isdisjoint(
        reading.low[max(0, cue.first - 1) : cue.first]
    )


def _in_the_past(reading: Reading, cue: Bearing) -> bool:
    """Whether a past deed is told in the same breath, so that "could" is what somebody was able to do."""
    return any(
        low in ("was", "were", "had", "did") or (low.endswith("ed") and len(low) > 4)
        for low in reading.low[max(0, cue.first - 8) : cue.first]
        if low not in ("said", "added", "warned", "noted", "argued", "believed")
    )


def _within_quotes(said: Clause, cue: Bearing) -> bool:
    start = said.reading.words[cue.first].start
    return len(_QUOTE.findall(said.text[:start])) % 2 == 1


def foretells(said: Clause) -> bool:
    """Whether the main verb of the statement is a forecast: "expects revenue of", "is expected to"."""
    if _FORECASTS.isdisjoint(said_words := letters_of(said.text)) and _FORETOLD.isdisjoint(said_words):
        return False
    reading = said.reading
    low = reading.low
    for at, word in enumerate(low[:_OPENING]):
        if word in _OTHER_CLAUSE:
            return False
        if (
            word in _FORECASTS
            and 0 < at < len(low) - 2
            and low[at - 1] not in ("the", "a", "its", "their", "of", "to", "and")
        ):
            return True
        if word in _FORETOLD and at + 1 < len(low) and low[at + 1] in ("to", "at", "in"):
            before = [one for one in low[max(0, at - 2) : at] if not one.endswith("ly") and one not in ("still", "now")]
            if before and before[-1] in ("is", "are"):
                return True
    return False
