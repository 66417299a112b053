"""What the verbs of business news mean, so far as one says the same as another or the contrary of it.

A line is a meaning: phrases that say it, a stroke, phrases that say the contrary (there may be none). Words stand for
all their forms. A phrase may have several meanings; two texts are compared in one meaning at a time. Origin: the
synonyms and antonyms that dictionaries and thesauruses give for the verbs, and for the adjectives and nouns that act
like verbs, of business English.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.verifier.wording import stem


class Sense(NamedTuple):
    """A meaning of a word: `sign` is 1 where it says it, -1 where it says the contrary."""

    meaning: str
    sign: int


# What is done or not done: whoever does not do the one as a rule does the other.
_ACTS = """
accept, agree to accept, say yes to / reject, turn down, rebuff, spurn, decline an offer, knock back, refuse, throw out,
    dismiss
approve, clear, sign off on, give the green light, green light, greenlight, wave through, ratify, authorise, authorize,
    endorse, vote for, vote in favour, vote in favor, give its blessing, give approval, back, rubber stamp, accept, pass
    / reject, block, veto, vote against, vote down, turn down, throw out, refuse, rebuff
support, back, favour, favor, endorse, be in favour of, in favour of, in favor of, vote for, stand behind, approve
    / oppose, be against, object to, vote against, resist, fight, reject, criticize, criticise
welcome, applaud, praise, hail, cheer / criticize, criticise, condemn, attack, slam, blast, deplore, denounce, oppose
allow, permit, let, enable, free to, entitle, authorise, authorize, clear / bar, ban, prohibit, forbid, prevent, block,
    stop, keep from
ban, outlaw, prohibit / legalise, legalize, allow, permit
confirm, acknowledge, admit, concede, affirm, bear out / deny, dispute, refute, contradict
agree, consent, accept / refuse, decline to, disagree, reject
reach an agreement, reach agreement, reach a deal, strike a deal, sign a deal, clinch a deal / break off, collapse,
    fall apart, break down
succeed, manage / fail
hire, appoint, recruit, name, take on, engage / dismiss, fire, sack, oust, lay off, let go, axe
resign, step down, quit, stand down, bow out / stay on, remain, stay
join / leave, quit, exit
open, reopen, inaugurate / close, shut, shutter, idle, mothball, shut down
start, begin, launch, commence, initiate, kick off, open, introduce / stop, end, halt, cease, discontinue, terminate,
    close
continue, go on, keep, keep up, carry on, maintain / stop, end, halt, cease, discontinue, abandon, suspend
resume, restart, reopen, reinstate, restore, start again / suspend, halt, pause, stop, interrupt
keep, retain, hold on to, stick to, stick with, stick by, maintain, reiterate, stand by, preserve, leave unchanged
    / drop, scrap, abandon, ditch, give up, withdraw, relinquish
impose, slap, introduce, levy / lift, scrap, remove, waive, abolish, repeal, drop
extend, prolong, lengthen, renew / shorten, cut short, curtail
include, comprise, count / exclude, leave out, omit
enter, move into, push into / exit, leave, pull out of, withdraw from, quit
delay, postpone, put off, push back, defer / bring forward, advance, accelerate, speed up
rescue, save, bail out / abandon
build, construct, erect / scrap, demolish, tear down, abandon
complete, close, finalise, finalize, consummate, wrap up, finish / abandon, call off, scrap, cancel,
    terminate, walk away from
disclose, reveal, release, publish, give details, make public / withhold, conceal, hide, keep secret
find, locate / lose
attend, show up, take part, participate / skip, miss, boycott, absent
pay, distribute / withhold, suspend
comply, adhere, observe / breach, violate, break, flout
honour, honor, fulfil, fulfill, meet / breach, renege on, default, miss
uphold, affirm / overturn, strike down, dismiss, quash, throw out, reverse
lift, raise, remove / impose
pass / fail
profit, be profitable, turn a profit, make money, in the black / lose money, in the red, unprofitable
protect, shield, defend / expose, harm
admit, plead guilty / deny, plead innocent
recommend, urge, advise / warn against, advise against
upgrade / downgrade
accuse, blame / clear, exonerate, acquit
seize, confiscate, impound / release, return
freeze / unfreeze, release
unite, merge, combine / split, separate, demerge, divide, break up
list, float, go public / delist, go private, take private
nationalise, nationalize / privatise, privatize
outperform / underperform, lag, trail
"""

# Deeds that another party does from the other side: what one sells another buys.
_CONVERSE = """
win, gain, secure, clinch / lose
beat, defeat, outbid / lose to
export / import
lease, rent / let
"""

# The same, where who does it is left to the checks of roles.
_TRADES = """
buy, acquire, purchase, take over, snap up
sell, divest, dispose, offload
"""

# Which way something goes.
_WAYS = """
rise, increase, climb, jump, gain, grow, surge, soar, advance, rally, up, higher, expand, spike, skyrocket, swell,
    double,
    triple, quadruple, add, go up, pick up, edge up, tick up, inch up, mount, top, balloon, escalate, multiply
    / fall, decrease, decline, drop, slip, slide, sink, plunge, tumble, shrink, lower, down, contract, slump, halve,
    crash,
    dip, plummet, retreat, go down, edge down, tick down, inch down, dwindle, ebb, recede, subside, shed
raise, boost, lift, increase, hike, up, push up, step up, bump up, ramp up, add to, bolster, expand, higher, grow, rise
    / cut, reduce, lower, trim, slash, pare, scale back, cut back, shrink, bring down, curb, prune, curtail,
    decrease, fall,
    drop, decline
widen, broaden, grow, rise, increase, swell, expand / narrow, shrink, fall, decrease, drop, cut, reduce, decline, lower
improve, strengthen, recover, rebound, better, firm / worsen, deteriorate, weaken, soften, sour, erode, suffer
accelerate, speed up, quicken / slow, decelerate, cool, ease
strong, robust, solid, buoyant, brisk, healthy / weak, soft, sluggish, tepid, feeble, poor, slack
high, highest, peak, record high / low, lowest, trough, record low
heavy, heavier, heaviest / light, lighter, lightest
large, larger, largest, big, bigger, biggest, greater / small, smaller, smallest
expensive, more expensive, dearer / cheap, cheaper, less expensive, affordable
early, earlier, ahead of schedule / late, later, behind schedule
optimistic, upbeat, bullish, confident / pessimistic, downbeat, bearish, gloomy
"""

# More or less than was expected.
_COMPARED = """
beat, exceed, top, surpass, above, outstrip, more than, better than, ahead, higher than, stronger than, greater than,
    bigger
    than, past, over, outpace, faster than
    / miss, short, below, less than, worse than, lower than, weaker than, smaller than, behind, under, fewer than,
    trail,
    lag, undershoot, slower than, disappoint
"""

# What nothing says the contrary of, but for a negation.
_PLAIN = """
want, seek, desire
plan, intend, intention, aim, propose
expect, forecast, anticipate, predict
return, come back
explain, account for
discuss, talk, negotiate
owe
own, control
depend, hinge
afford
receive, get, obtain
approach, contact
need, require
comment
apologise, apologize
cooperate, collaborate
threaten
regret
contest, challenge, appeal, fight
know, aware
serve, supply, provide, deliver
employ
manufacture, produce, make
"""

# Nouns and adjectives that newsrooms take for the same; no contraries.
_NOUNS = """
bid, offer, proposal
deal, agreement, accord, pact, transaction, contract, acquisition, takeover, buyout, merger
talk, negotiation, discussion
worker, employee, staff, workforce, personnel
layoff, redundancy
plant, factory, works, mill, facility
revenue, sale, turnover
profit, earning, income
shareholder, investor
company, firm, group, maker
unit, division, business, arm, subsidiary, operation
regulator, watchdog, authority, agency
forecast, outlook, guidance, projection, estimate, target, consensus
bank, lender
carrier, airline
apartment, flat
drug, medicine, treatment
trial, study
car, vehicle, auto
store, shop, outlet
stake, interest
board, director
loss, deficit
customer, client
flight, service
job, employment
"""

ACTS = "act"
CONVERSE = "converse"
WAYS = "way"
COMPARED = "compared"
PLAIN = "plain"
TRADES = "trade"


def _lines(listed: str) -> list[str]:
    """The meanings of a list: a line that begins with white space goes on with the one before."""
    found: list[str] = []
    for line in listed.strip().splitlines():
        if line[:1].isspace() and found:
            found[-1] += " " + line.strip()
        else:
            found.append(line.strip())
    return found


def _table() -> dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]]:
    senses: dict[tuple[str, ...], dict[Sense, None]] = {}
    for kind, listed in (
        (ACTS, _ACTS),
        (CONVERSE, _CONVERSE),
        (WAYS, _WAYS),
        (COMPARED, _COMPARED),
        (PLAIN, _PLAIN),
        (TRADES, _TRADES),
    ):
        for number, line in enumerate(_lines(listed)):
            for sign, side in zip((1, -1), line.split(" / "), strict=False):
                for phrase in side.split(","):
                    stems = tuple(stem(word) for word in phrase.split())
                    if stems:
                        senses.setdefault(stems, {})[Sense(f"{kind} {number}", sign)] = None
    found: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = {}
    for stems, meant in senses.items():
        # A word on both sides of a meaning says nothing in it.
        clear = tuple(sense for sense in meant if Sense(sense.meaning, -sense.sign) not in meant)
        if clear:
            found.setdefault(stems[0], []).append((stems[1:], clear))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


PHRASES = _table()
"""By the stem of a phrase's first word: the stems of its others and what it means, the longest first."""


CLASSES = {
    stem(other.strip()): stem(first)
    for first, *others in (line.split(",") for line in _lines(_NOUNS))
    for other in others
}
"""By the stem of a noun: the stem of the one that stands for all that mean the same."""
