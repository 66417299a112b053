"""Who does what in a sentence: every verb and noun of a deal with its subject, its voice, and who says so.

One pass from left to right over the tags of `deal_tokens`, with the current subject in hand: the first noun phrase of a
clause that no preposition governs. A verb of saying opens a clause of its own, a relative pronoun one for as long as
its commas hold, an infinitive has the subject of the verb that governs it (control, as grammars call it).
Origin of the lists: verbs that control an infinitive from English grammars (Quirk et al.), verbs of what authorities
and shareholders do to a deal from newswire usage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.models.offline.deal_phrases import Phrase, phrase_end
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.models.offline.deal_triggers import BUYERS, NOUNS, OFFERS, VERBS, Act, Verb
from summarizer.models.offline.deal_word_classes import CLASSES, JUDGING
from summarizer.text.name_forms import name_kind
from summarizer.text.phrases import word_set

_PREPOSITIONS = "oiftbmwp"
_NP_START = "dxnhkeaNMSDI"
_FINITE = re.compile(r"r*(?:\([^()]*\))?(?:,[^,]{1,18},)?r*[BHVRGA]")
_OBJECT_CONTROL = word_set("""
    allow allowed allows asked asking authorized clear cleared clearing clears expect expected expects force forced
    forcing invited let lets order ordered permit permitted permits persuade require required requires requiring urged
    want wanted wants
""")
_OUTSIDERS = word_set("""
    accepted approved blocked cleared opposed overturned rejected reviewed
""")
"""What is done to somebody else's deal."""
_GETTING = word_set("attracted got received receives")
"""Who gets a proposal does not make it."""
_CHOSEN = word_set("high highest leading preferred successful winning")
_TURNING_OUT = word_set("emerge emerged emerges emerging named picked selected chosen")
BUYERS_SOUGHT = word_set("buyer buyers purchaser purchasers")
"""Who is sought for what is to be sold."""
_SEEKING = word_set("find finding found look looking looks seek seeking seeks sought")
_WINNING = word_set("win winning wins won")
_OFFERING = word_set("bid offer offered offering offers")
_OFFERED = re.compile(r"[dxSMphrB]{0,8}M[^;.R]{0,6}f")
_APPROACHING = word_set("approached approaches approaching")
_APPROACHED = re.compile(r"[dxk]{0,4}N[pw][dx]{0,4}[aeA]")
"""Whom somebody approaches with a deal in mind: "approached Lund about a possible takeover"."""
_APPROACHED_BY = re.compile(r"b[dxkrA]{0,5}[Nk]")
_FROM_NAME = re.compile(r"[fm][dxk]{0,4}N")
_OUTBID = re.compile(r"[dxk]{0,4}Nf[dxk]{0,4}[Nn]")
_APPROACHES = word_set("bid buyout indicative informal merger non-binding preliminary takeover tentative unsolicited")
"""What makes an approach one to buy a company."""
_HELD = word_set("holding interest shareholding stake")
_GROWING = word_set("climbed dropped fallen fell grew grown risen rose shrank shrunk stands")
_SHRINKING = word_set("dropped fallen fell shrank shrunk")
"""What a holding does of which its owner buys or sells a part."""
_LEAVE = word_set("approval approvals authorisation authorization clearance consent go-ahead green-light permission")
"""What an authority gives to those who make a deal."""
_FORBIDDING = word_set("""
    ban banned bans bar barred bars block blocked blocking blocks discourage discouraged keep kept prevent prevented
    prevents prohibit prohibited prohibits stop stopped stops
""")
_HELPING = word_set("""
    advised advises advising assisted assisting assists counseled counselled counselling helped helping helps lent
    represented representing represents
""")
"""What banks and law firms do for those who make a deal."""
_WITH_WHAT = word_set("during for in on with")
_WHAT_FOR = word_set("about against for on over regarding")
_SUITORS = frozenset(["bidders", "suitors"])
_RECEIVING = word_set("get receive received receives receiving")
_PAID_BY = re.compile(r"[dxp]{0,3}M[^.;RVAG]{0,4}m[^.;RVAG]{1,6}f")
"""Money from somebody for something, which is a sale."""
_PUTTING = word_set("put puts putting")
PUTTING_IN = word_set("put puts putting ploughed plowed poured pumped sank sunk")
_MONEY_INTO = re.compile(r"[dprx]{0,3}M[^;.,RVAG]{0,4}i[dxk]{0,3}N")
"""Money that goes into a company: "put another $4 million into"."""
_UP_FOR_SALE = re.compile(r"\b(?:up for sale|on the (?:auction )?block)\b")
_BECOMING = word_set("became become becomes becoming")
_PART_OF = re.compile(r"(?:d[xrG]{0,3}n|x)o[dxrk]{0,4}N")
_HAS_SHARE = re.compile(r"[dprt]{0,3}(?:S|x{1,2}h[^;.]{0,6}S)")
_OWN_STAKE = re.compile(r"d[xSM]{0,4}h")
_BUILDING = word_set("build builds building built")
_STAKE_IN = re.compile(r"d[xS]{0,3}h")
_GRANTED = word_set("option options right rights")
_HOLDERS = word_set("holders shareholders stockholders")
_AUCTION = "auction"
_OUTBIDDING = "outbid"
NOUN_EVENT_WORDS = frozenset().union(NOUNS, OFFERS, BUYERS, BUYERS_SOUGHT, _SUITORS, (_AUCTION,))
"""The nouns at which `Clauses` finds an event."""
EVENT_WORDS = NOUN_EVENT_WORDS.union(
    VERBS, _OFFERING, _RECEIVING, _PUTTING, PUTTING_IN, _BECOMING, _BUILDING, _APPROACHING, _GROWING,
    ("tendered", _OUTBIDDING),
)  # fmt: skip
"""These and the verbs, but for a holding in percent that somebody has."""
HAVING = frozenset(word for word, tag in CLASSES.items() if tag == "H")
_LONGEST_DATELINE = 16
_DASHES = frozenset("-\u2013\u2014")
_TELLING = word_set("informed notified told")
_LIKE_PREPOSITIONS = word_set("as than")
_OWN_SUBJECT = re.compile(r"(?:d[xr]{0,2})?[NIk]r*[HBVAG]")
"""A subject with its verb behind a relative pronoun."""
_NEXT_CLAUSE = re.compile(r"Nr*[AHV](?=[^,])")
"""A name with its verb behind a comma."""
_VERB = re.compile(r"r*[AGBV]")


@dataclass(slots=True)  # not frozen, which makes building one three times as long
class Event:
    """A verb or noun of a deal at `at`, as it stands in its clause."""

    at: int
    act: str
    noun: bool
    passive: bool
    reduced: bool
    """Whether it is a bare participle behind what it describes: "the mill bought by"."""
    subject: Phrase | None
    """Who acts, or in the passive what is acted on; of a noun the possessor or the subject of its clause."""
    speaker: Phrase | None
    """Who says it."""
    chain: int
    """Where the words begin that lead to it: those behind the subject."""
    phrase: Phrase | None = None
    """The noun phrase that a noun of a deal stands in."""
    own: bool = False
    """Whether a noun's subject is its possessor."""
    other: Phrase | None = None
    """The subject of the clause where it is not the one who acts."""
    gap: Phrase | None = None
    """What a relative clause speaks of that has a subject of its own: "Lund, which Tarn bought"."""


def events_of(tokens: Tokens) -> list[Event]:
    """All verbs and nouns of deals in a sentence, in order."""
    has_share = "H" in tokens.tags and "S" in tokens.tags
    return list(Clauses(tokens).events()) if has_share or not EVENT_WORDS.isdisjoint(tokens.words) else []


class Clauses:
    """The state of the pass: whose clause it is, who speaks, what the last noun phrase was."""

    verbs: Mapping[str, Verb] = VERBS
    """The verbs tagged `A`, which make events."""
    event_words = EVENT_WORDS
    """The words at which events are found, those apart that a percentage or a name behind them makes one."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.words = tokens.words
        self.subject: Phrase | None = None
        self.speaker: Phrase | None = None
        self.outer: Phrase | None = None
        """The subject to go back to behind a relative clause."""
        self.last: Phrase | None = None
        self.last_governor = ""
        self.before_governor = ""
        self.governor = ""
        self.verb = ""
        """The last verb that is no auxiliary."""
        self.fresh = True
        self.acted = False
        """Whether the subject has its verb."""
        self.subordinate = False
        self.relative = False
        self.indirect = False
        self.near: Phrase | None = None
        """The last noun phrase without those that "and" joins to it."""
        self.before: Phrase | None = None
        """The noun phrase before the last."""
        self.gap: Phrase | None = None
        """What a relative clause with a subject of its own speaks of."""
        self.doer: Phrase | None = None
        """Whom a participle behind a noun speaks of: "a letter from Tarn proposing to"."""

    def events(self) -> Iterator[Event]:
        """The events in order."""
        tags, words = self.tags, self.words
        at = self._dateline()
        has_nouns = self.has_nouns()
        # What stands behind the last word that can make an event changes none of them.
        stop = self._last_stop()
        while at < stop:
            tag = tags[at]
            if tag in _NP_START or (tag == "r" and self._describes(at)):
                end = max(phrase_end(tags, words, at), at + 1)
                if has_nouns:
                    yield from self._nouns(at, end)
                self._take(at, end)
                at = end
                continue
            if tag == "(":
                close = tags.find(")", at)
                at = close + 1 if 0 < close < at + 14 else at + 1
                continue
            if tag == "t" and _infinitive(tags, at):
                self.governor = ""
            elif tag in _PREPOSITIONS or words[at] in _LIKE_PREPOSITIONS:
                self.governor = tag
            elif tag == "A":
                yield self._verb(at)
                self.acted, self.governor, self.verb, self.fresh = True, "", words[at], False
            elif tag == "R":
                self._say(at)
            elif tag in "GBHV":
                self.acted, self.governor, self.fresh = True, "", False
                if tag in "GH":
                    yield from self._other_verbs(at)
            elif tag == "u":
                self._subordinate(at)
            elif tag == "q":
                self._relative(at)
            elif tag == "," and self.acted and not self.relative and _NEXT_CLAUSE.match(tags, at + 1):
                # "Tarn bought Lund, Orrin acquired Dorn"
                self.fresh, self.governor = True, ""
            elif tag == ",":
                self._comma()
            elif tag in ';"':
                self.fresh, self.governor, self.relative = True, "", False
            elif tag == "c":
                self._join(at)
            at += 1

    def _last_stop(self) -> int:
        """Where the last word ends that can make an event."""
        at = len(self.words)
        if "H" not in self.tags or "S" not in self.tags:
            words, event_words = self.words, self.event_words
            while at and words[at - 1] not in event_words:
                at -= 1
        return at

    def _describes(self, at: int) -> bool:
        """Whether an adverb begins a noun phrase: "closely held Lund"."""
        ends = self.tags[at + 1 : at + 3] in ("xN", "xn", "xk", "xx") and self.words[at + 1].endswith(("ed", "held"))
        return ends and self.tags[at - 1 : at] not in ("B", "H", "V")

    def _dateline(self) -> int:
        """Where the sentence begins behind a place and date set off by a dash."""
        for at, word in enumerate(self.words[:_LONGEST_DATELINE]):
            if self.tags[at] in "BHVRGA":
                return 0
            if word in _DASHES and not (at and self.words[at - 1].isdigit()):
                return at + 1
        return 0

    def _other_verbs(self, at: int) -> Iterator[Event]:
        """Remembers the verb; events of the verbs that are of a deal only with what stands behind them."""
        tags, word = self.tags, self.words[at]
        if tags[at] == "H":
            if word != "having" and _HAS_SHARE.match(tags, at + 1):
                yield self._event(at, "hold")
            return
        if tags[at] != "G":
            return
        self.verb = word
        if word.endswith("ing") and self.last and self.last[1] == at and self.last != self.subject:
            self.doer = self.last
        if word in PUTTING_IN and _MONEY_INTO.match(tags, at + 1):
            yield self._event(at, "invest")
        elif word in _OFFERING and (
            _OFFERED.match(tags, at + 1) or (word == "bid" and tags[at + 1 : at + 4].startswith(("fN", "fdk", "fI")))
        ):
            yield self._event(at, "offer")
        elif word in _GROWING and (held := self._holding()) is not None:
            owner = self._owner(held)
            if owner is not None:
                act: Act = "cut" if word in _SHRINKING else "gain"
                yield Event(at, act, False, False, False, owner, self.speaker, held[1], gap=held)
        elif word == "approached" and self.tags[at - 1 : at] in ("B", "r") and _APPROACHED_BY.match(tags, at + 1):
            phrase = (at, at + 1)
            yield Event(at, "offer", True, False, False, self.subject, self.speaker, at, phrase)
        elif (word in _APPROACHING and _APPROACHED.match(tags, at + 1)) or (
            word == _OUTBIDDING and _OUTBID.match(tags, at + 1)
        ):
            yield self._event(at, "offer")
        elif (word in _RECEIVING and _PAID_BY.match(tags, at + 1)) or (
            word in _PUTTING and _UP_FOR_SALE.search(self.tokens.text(at + 2, at + 14))
        ):
            yield self._event(at, "sell")
        elif (
            word in _BECOMING and _PART_OF.match(tags, at + 1) and (tags[at + 1] == "d" or self.words[at + 1] == "part")
        ):
            yield self._event(at, "become")
        elif word == "tendered" and at and tags[at - 1] == "B" and self.speaker:
            yield self._event(at, "tender")
        elif word == "tendered" and _OWN_STAKE.match(tags, at + 1):
            yield self._event(at, "sell")
        elif word in _BUILDING and self.words[at + 1 : at + 2] == ["up"] and _STAKE_IN.match(tags, at + 2):
            yield self._event(at + 1, "gain")

    def _event(self, at: int, act: Act) -> Event:
        chain = self.subject[1] if self.subject and self.subject[1] <= at else max(0, at - 8)
        subject = self._controller(at - 1) if self.tags[at - 1 : at] == "t" else self.subject
        return Event(at, act, False, False, False, subject, self.speaker, chain)

    def _take(self, start: int, end: int) -> None:
        """A noun phrase: the subject of a clause that has none, else an object."""
        tags = self.tags[start:end]
        if "D" in tags and not tags.strip("dD"):
            self.governor = ""
            return
        if self.governor:
            pass
        elif self.words[start] == "subject" and self.tags[end : end + 1] == "t":
            # "that, subject to approval, it will buy"
            return
        elif self.indirect:
            self.indirect = self.tags[end : end + 1] == "c" and self.tags[end + 1 : end + 2] == "N"
        elif self.fresh:
            self.subject, self.fresh, self.acted = (start, end), False, False
        elif self.subject and not self.acted and start and self.tags[start - 1] == "c" and "N" in tags:
            between = self.tags[self.subject[1] : start]
            if between.strip(",cN()dxp") == "":
                self.subject = (self.subject[0], end)
        elif (
            self.subject and not self.acted and self.tags[start - 1 : start] == "c" and self.tags[end : end + 2] == "oN"
        ):
            # "its board and that of Orrin"
            self.subject = (self.subject[0], end + 2)
        self.near = (start, end)
        if self.last and start and self.tags[start - 1] == "c" and self.last[1] == start - 1 and not self.governor:
            self.last = self.last[0], end
            return
        self.before, self.before_governor = self.last, self.last_governor
        self.last, self.last_governor, self.governor = (start, end), self.governor, ""

    def _say(self, at: int) -> None:
        if self.relative and self.outer:
            self.subject, self.relative = self.outer, False
        if self.subject is not None and not (self.speaker and self.tags[slice(*self.subject)] == "I"):
            # "Lund said it was told that": "its" in what follows is still Lund's.
            self.speaker = self.subject
        self.fresh, self.acted, self.governor = True, True, ""
        self.verb = self.words[at]
        self.indirect = self.words[at] in _TELLING
        self.subordinate = False

    def _subordinate(self, at: int) -> None:
        self.governor = ""
        follows = self.tags[at + 1 : at + 2]
        if follows == "A" or (follows == "G" and self.words[at + 1].endswith("ing")):
            return
        if not self.subordinate:
            self.outer = self.subject
        self.fresh = True
        self.subordinate = at < 2 or self.tags[at - 1] in ',;"'

    def _relative(self, at: int) -> None:
        word = self.words[at]
        before = self.tags[at - 1] if at else ""
        if word == "that" and self.tags[at + 1 : at + 2] not in ("B", "H", "V", "G", "A", "R", "r"):
            # "that" before a noun phrase: what is said, or what somebody does with the thing.
            self.fresh, self.governor, self.indirect = True, "", False
            return
        if not self.relative:
            self.outer = self.subject
        self.relative = True
        if word in ("which", "whom") and _OWN_SUBJECT.match(self.tags, at + 1) and before not in _PREPOSITIONS:
            self.gap, self.fresh, self.acted, self.governor = self.near, True, False, ""
            return
        if before in _PREPOSITIONS or word == "whose":
            self.fresh = True
        elif self.near is not None:
            self.subject, self.fresh = self.near, False
        self.acted, self.governor = False, ""

    def _comma(self) -> None:
        self.governor = ""
        if self.relative and self.acted:
            self.relative = False
            self.gap = None
            if self.outer is not None:
                self.subject, self.acted = self.outer, True
        elif self.subordinate:
            self.subordinate = False
            self.fresh = True

    def _join(self, at: int) -> None:
        """A conjunction opens a clause where a noun phrase and a finite verb follow it."""
        self.governor = ""
        follows = at + 1
        if not self.acted or follows >= len(self.tags) or self.tags[follows] not in _NP_START:
            return
        end = phrase_end(self.tags, self.words, follows)
        if end > follows and _FINITE.match(self.tags, end) and self.tags[end] != "t":
            self.fresh, self.relative = True, False

    def _verb(self, at: int) -> Event:
        verb = self.verbs[self.words[at]]
        before = at - 1
        while before >= 0 and self.tags[before] == "r":
            before -= 1
        led = self.tags[before] if before >= 0 else ""
        follows = self.tags[at + 1 : at + 2]
        passive = verb.form == "past" and led == "B"
        reduced = False
        subject = self.subject
        if verb.form == "past" and not passive and led not in ("H", "c") and follows in ("b", "t", "m", "i", "p"):
            by = self.tags.find("b", at, at + 12)
            if by >= 0 and not self._is_own_verb(at, before):
                passive = reduced = True
                subject = self.last
        to_be = passive and before > 1 and self.words[before] == "be" and self.tags[before - 1] == "t"
        if led == "t" or to_be:
            subject = self._controller(before - to_be)
        elif verb.form == "base" and led not in ("V", "c") and self.last and self.last[1] == before + 1:
            # "helped Tarn buy"
            subject = self.last
        elif verb.form == "ing" and led == "m" and self.last and self.last[1] == before and self.verb in _FORBIDDING:
            # "blocked Tarn from buying"
            subject = self.last
        elif verb.form == "ing" and before > 0 and self.words[before - 1] == "interested" and self.last:
            subject = self.subject if self.tags[before - 2] in "Br" else self.before or self.subject
        chain = self.subject[1] if self.subject and self.subject[1] <= at else max(0, at - 8)
        other = self.subject if self.subject != subject else None
        if verb.form == "ing" and verb.act == "take" and self.last and self.last[1] == at and self.last != self.subject:
            self.doer = self.last
        gap, self.gap = (self.gap if self.relative else None), None
        return Event(at, verb.act, False, passive, reduced, subject, self.speaker, chain, other=other, gap=gap)

    def _is_own_verb(self, at: int, before: int) -> bool:
        """Whether a past form right behind the subject is the clause's verb."""
        return (
            self.subject is not None
            and self.subject[1] == before + 1
            and not self.acted
            and self.tags[at + 1 : at + 2] != "b"
        )

    def _controller(self, to: int) -> Phrase | None:
        """Who would do what an infinitive names."""
        last = self.last
        if self.doer and self.words[to - 1].endswith("ing"):
            return self.doer
        if last is None or last[1] != to:
            return self.subject
        if self.words[to - 1] in _GRANTED and self.before and self.before[1] == last[0] and self.before != self.subject:
            # "granted Tarn an option to buy"
            return self.before
        if "e" in self.tags[last[0] : last[1]]:
            owner = self._owner(last)
            if owner is not None:
                return owner
            if self.verb in _GETTING:
                return None
            return self.speaker if self.subject == last else self.subject
        if self.last_governor in ("m", "f", "b") and self.subject != last:
            if self.last_governor == "m" and self.before and self.words[self.before[1] - 1] in _LEAVE:
                # "received approval from the ministry to buy"
                return self.subject
            return last
        group = self.before
        if self.last_governor == "o" and self.before_governor == "f" and group and self.tags[group[1] - 1] == "k":
            # "for a group of investors to buy"
            return group
        if self.verb in _OBJECT_CONTROL and self.subject != last:
            return last
        return self.subject

    def _owner(self, phrase: Phrase) -> Phrase | None:
        """The possessor that a noun phrase begins with: "Acme's agreement", "its agreement" (then the subject)."""
        start, end = phrase
        mark = self.tags.rfind("'", start, end)
        if mark > start and self.tags[mark - 1] in "Nknx":
            return (mark - 1, mark) if self.tags[mark - 1] == "N" else (start, mark)
        if self.words[start] in ("its", "their", "his", "her"):
            if self.verb in JUDGING and self.last and self.last != self.subject and self.words[start - 1] in _WHAT_FOR:
                # "sued Tarn over its purchase"
                return self.last if "N" in self.tags[slice(*self.last)] else None
            if (
                self.verb in _HELPING
                and self.last
                and self.last != self.subject
                and self.words[start - 1] in _WITH_WHAT
            ):
                # "advised Tarn on its purchase"
                return self.last if "N" in self.tags[slice(*self.last)] else None
            if self.speaker and (self.verb in _OUTSIDERS or self._owns_nothing(self.subject)):
                return self.speaker
            return self.subject if self.subject and self.subject != phrase else self.speaker
        return None

    def _owns_nothing(self, phrase: Phrase | None) -> bool:
        """Whether a phrase is one of a thing, or names a court or an office of a state, which have no deals."""
        if phrase is None:
            return False
        if not set("NIkn") & set(self.tags[slice(*phrase)]) or self.words[phrase[1] - 1] in _HOLDERS:
            return True
        names = [self.tokens.skeleton.names.get(self.tokens.at[place]) for place in range(*phrase)]
        return any(name is not None and name_kind(name.text) == "government" for name in names)

    def _is_winner(self, start: int, end: int) -> bool:
        """Whether a noun for a buyer says of the clause's subject that it has won."""
        follows = self.tags[end : end + 1]
        if self.words[end - 1] == "bidder":
            return follows == "f" and not _CHOSEN.isdisjoint(self.words[start:end])
        return follows == "o" and (self.verb in _TURNING_OUT or self.tags[start - 1 : start] == "B")

    def _holding(self) -> Phrase | None:
        """The subject, where it is somebody's holding in another: "its stake in Lund has risen"."""
        if self.subject is None or self.words[self.subject[1] - 1] not in _HELD:
            return None
        return self.subject if self.tags[self.subject[1] : self.subject[1] + 1] == "i" else None

    def _is_bid(self, start: int, end: int) -> bool:
        """Whether an approach is one to buy a company, and not a way of doing things."""
        return not _APPROACHES.isdisjoint(self.words[start:end]) or _FROM_NAME.match(self.tags, end) is not None

    def has_nouns(self) -> bool:
        """Whether one of the noun phrases can make an event."""
        return not NOUN_EVENT_WORDS.isdisjoint(self.words)

    def _nouns(self, start: int, end: int) -> Iterator[Event]:
        for at in range(start, end):
            word = self.words[at]
            act = NOUNS.get(word) if self.tags[at] == "a" else OFFERS.get(word)
            if at == end - 1 and word in BUYERS and self.subject and self._is_winner(start, end):
                act = "buy"
            elif at == end - 1 and word in BUYERS_SOUGHT and self.verb in _SEEKING and self.tags[end : end + 1] == "f":
                act = "sell"
            elif at == end - 1 and word == _AUCTION and self.verb in _WINNING:
                act = "offer"
            if word in _SUITORS and self.words[start - 1 : start] == ["among"] and self.tags[end : end + 1] == "f":
                act = "offer"
            if word == "approach" and not self._is_bid(start, end):
                continue
            if act is None or (act == "offer" and "merger" in self.words[start:at]):
                continue
            if act == "buy" and any(later in OFFERS for later in self.words[at + 1 : end]):
                # A takeover bid is a bid.
                continue
            owner = self._owner((start, end))
            if act == "buy" and owner is None and self.words[start - 1 : start] == ["whose"]:
                # "Tarn, whose takeover of Lund closed in May"
                owner = self.near
            opens = self.fresh and not self.governor
            subject = owner or (self.speaker if opens else self.subject)
            chain = self.subject[1] if self.subject and self.subject[1] <= start and not opens else start
            other = self.subject if subject != self.subject and not opens else None
            yield Event(
                at, act, True, False, False, subject, self.speaker, chain, (start, end), owner is not None, other
            )


def _infinitive(tags: str, at: int) -> bool:
    return _VERB.match(tags, at + 1) is not None
