"""What the words that lead to a deal's verb say of it: denied, planned, in talks, agreed, done."""

from __future__ import annotations

import re

from summarizer.models.offline.deal_clauses import PUTTING_IN, Event
from summarizer.models.offline.deal_status import TO_COME
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_triggers import VERBS
from summarizer.models.offline.deal_words import NEGATED, STAGES, STANCE_STATUS
from summarizer.text.phrases import word_set

_DENYING = re.compile(r"\b(?:den(?:ied|ies|ying)|false)\b(?: \S+){0,6} (?:it|that)\b")
_SUPPOSING = word_set("if unless whether")
_ADVISED = re.compile(r"\b(?:ought to|should)(?: [\w-]+)?$")
_DEMANDING = re.compile(
    r"\b(?:ask|demand|insist|mandat|order|propos|recommend|request|requir|suggest|urg)\w*(?: \w+)? that$"
)
_ORDERED = re.compile(r"\b(?:compel|demand|direct|forc|oblig|order|press|requir|told|urg)\w* (?:\S+ ){0,5}?to $")
"""What somebody else wants done: "ordered Tarn to sell"."""
_WILL = re.compile(r"\b(?:can|could|will|would)\b")
_COULD_BE = re.compile(r"\b(?:could|may|might) (?:be|happen|prove|turn out)(?: \w+)? that$")
_DEPENDING = re.compile(r"\b(?:could|might|would)\b")
_DONE = re.compile(r"\b(?:complete[ds]|close[ds]|concluded|finali[sz]ed|consummated)\b")
_HAS_DONE = re.compile(r"Hr*\Z")
_TALKS_TO = re.compile(r"etr*\Z")
_TALKS_ENDED = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:been )?(?:ended|collapsed|failed|broken (?:off|down)|fallen through|called off)|"
    r"ended|collapsed|broke)\b"
)
"""What becomes of "talks to sell the unit"."""
_PREDICATE = re.compile(r"cr*[GBHVRA]")
_OBJECT = re.compile(r"[Nnkhea]")
_BEEN = re.compile(
    r"^(?:[^.;]{0,40} )?(?:has|have|had|was|were) (?:now |also )?(?:been )?(?:(?P<ended>terminated|called off|"
    r"abandoned|withdrawn|"
    r"cancelled|canceled|dropped|scrapped)|completed|closed|concluded|consummated|finali[sz]ed)\b"
)
_SPENT = re.compile(r"^(?:(?:has|have|had|also|just|already|recently) )*(?:spent|paid)\b[^,;]*$")
"""Money that went into a deal that is done: "spent $3 billion buying"."""
_MEANS = re.compile(r"\bby $")
"""What was done by way of the deal: "expanded by acquiring"."""
_TO_COME = re.compile(r"\b(?:aim|can|could|expect|hop|intend|look|may|might|plan|seek|should|to\b|want|will|would)")
_NOT_YET = re.compile(r"(?:\bnot|\bnever|n't)(?: yet)?(?: (?:be|been|have))? \Z")
"""Before the word for an end that does not come: "has not withdrawn its bid"."""
_COMPLETION = re.compile(r"\bannounce[ds] (?:the )?completion of\b")


def is_negated(event: Event, tokens: Tokens) -> bool:
    """Whether the words between the subject, or who says it, and the act deny it."""
    if event.own or _is_given(event, tokens) or is_denied(event, tokens):
        return False
    start = event.chain
    if event.speaker and event.speaker[1] <= start:
        start = event.speaker[1]
    text = tokens.text(max(start, event.at - 40), event.at)
    if event.act == "offer" and re.search(r"\b(?:accept|reject|not take|comment|no action)", text):
        return False
    return NEGATED.search(text) is not None and not re.search(
        r"\b(?:call(?:ed|s)? off|terminat|abandon|withdr|drop|no longer)", text
    )


def is_denied(event: Event, tokens: Tokens) -> bool:
    """Whether somebody denies the deal, which stays a rumour: "denied that it is in talks to buy"."""
    return event.subject is not None and (
        _DENYING.search(tokens.text(max(0, event.subject[0] - 9), event.subject[0] + 1)) is not None
    )


def is_supposed(event: Event, tokens: Tokens) -> bool:
    """Whether a verb only supposes the deal, or advises it: "if Tarn bought Lund", "Tarn should buy Lund"."""
    if event.noun or event.subject is None:
        return False
    start = event.subject[0]
    if start and tokens.words[start - 1] in _SUPPOSING:
        return True
    if _COULD_BE.search(tokens.text(max(0, start - 5), start)):
        return True
    stance = tokens.text(event.chain, event.at)
    if tokens.words[:1] and tokens.words[0] in _SUPPOSING and _DEPENDING.search(stance):
        # "If Tarn bought Lund, it would sell its mill"
        return "," in tokens.tags[: event.at]
    return _ADVISED.search(stance) is not None


def is_demanded(event: Event, tokens: Tokens) -> bool:
    """Whether a bare form behind its subject is a subjunctive: "demanding that Tarn divest Lund"."""
    verb = VERBS.get(tokens.words[event.at])
    if verb is None or verb.form != "base" or event.subject is None or tokens.tags[event.at - 1] not in "NkIn":
        return False
    return _DEMANDING.search(tokens.text(max(0, event.subject[0] - 4), event.subject[0])) is not None


def _is_past(event: Event, tokens: Tokens) -> bool:
    """Whether a verb is in the past tense by its form: "in 2015 it bought Lund"."""
    verb = VERBS.get(tokens.words[event.at])
    if verb is None or verb.form != "past":
        return False
    before = event.at - 1
    while before >= 0 and tokens.tags[before] == "r":
        before -= 1
    return before >= 0 and tokens.tags[before] in "NIk"


def _is_given(event: Event, tokens: Tokens) -> bool:
    """Whether an offer is spoken of as one that is there: "nobody will top the $3 million bid for Lund by Tarn"."""
    if event.act != "offer" or event.phrase is None or tokens.words[event.phrase[0]] != "the":
        return False
    return "b" in tokens.tags[event.phrase[1] : event.phrase[1] + 10]


def status_of(event: Event, tokens: Tokens, stop: int | None = None) -> str | None:
    """The status that the mention itself gives, None where it gives none; `stop` is where its object ends."""
    start = _own_predicate(min(event.chain, event.at), event, tokens)
    stance = tokens.text(max(start, event.at - 40), event.at) + " "
    behind = tokens.text(event.at, min(len(tokens.words), event.at + 16))
    if event.noun and (told := _told_behind(event, tokens, stop)):
        return told
    if stop and _TALKS_TO.search(tokens.tags[: event.at]) and _TALKS_ENDED.search(tokens.text(stop, stop + 8)):
        return "terminated"
    if not event.noun and not event.passive and event.act != "offer" and _HAS_DONE.search(tokens.tags[: event.at]):
        return "closed"
    if not event.noun and not event.passive and _is_past(event, tokens):
        return "closed"
    if event.noun and _COMPLETION.search(tokens.text(max(0, start - 4), event.at)):
        return "closed"
    if event.gap and event.act in ("gain", "cut"):
        # "its stake has risen"
        return "closed"
    if event.passive and tokens.words[event.at - 1] == "being":
        return "agreed"
    if _SPENT.search(stance):
        return "closed"
    if not event.noun and _ORDERED.search(tokens.text(max(0, event.at - 7), event.at) + " "):
        return "proposed"
    for status, pattern in STANCE_STATUS:
        if match := pattern.search(stance):
            if status == "terminated" and _NOT_YET.search(stance, 0, match.start()):
                continue
            if status == "agreed" and event.noun and _DONE.search(stance):
                return "closed"
            if status == "agreed" and event.act == "offer" and "accept" not in stance:
                return "proposed"
            return status
    if event.act == "offer":
        return "proposed"
    if event.act == "hold" or (event.act == "invest" and tokens.words[event.at] in PUTTING_IN):
        return "closed"
    if not event.noun and tokens.words[event.at].endswith(("ed", "bought", "sold", "took", "taken", "paid", "spun")):
        return "closed"
    if not event.noun and _MEANS.search(stance) and not _TO_COME.search(tokens.text(event.chain, event.at - 1)):
        # "By buying Lund, Tarn will gain a port" has it still to come.
        return None if event.at == 1 and _WILL.search(behind) else "closed"
    for status, pattern in STAGES:
        if status != "expected" and (match := pattern.search(behind)):
            to_come = status == "closed" and TO_COME.search(behind, 0, match.start())
            return "agreed" if to_come else status
    return None


def _own_predicate(start: int, event: Event, tokens: Tokens) -> int:
    """Where the predicate with the act begins, behind another of the same subject: "dropped its bid and agreed to"."""
    joint = tokens.tags.rfind("c", start, event.at)
    while joint >= 0:
        match = _PREDICATE.match(tokens.tags, joint)
        past = match is not None and (match.end() <= event.at or _is_past_form(event, tokens))
        if past and _OBJECT.search(tokens.tags, start, joint):
            return joint + 1
        joint = tokens.tags.rfind("c", start, joint)
    return start


def _is_past_form(event: Event, tokens: Tokens) -> bool:
    verb = VERBS.get(tokens.words[event.at])
    return verb is not None and verb.form == "past"


def _told_behind(event: Event, tokens: Tokens, stop: int | None) -> str | None:
    """What the verb says of a noun that is its subject: "its purchase of Lund has been terminated"."""
    end = stop or (event.phrase[1] if event.phrase else event.at + 1)
    text = tokens.text(end, min(len(tokens.words), end + 14))
    match = _BEEN.search(text)
    if match is None or event.chain < (event.phrase[0] if event.phrase else event.at):
        return None
    return "terminated" if match.group("ended") else "closed"
