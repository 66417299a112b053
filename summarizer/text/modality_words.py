"""Words that turn a statement round, soften it, say its direction, or say whose it is.

Origin: written for this project from the usual hedging and negation lists of linguistics (Hyland's hedges, the
BioScope cues) as far as they occur in business news, and read through against the development articles.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set


def _table(**lists: str) -> dict[str, str]:
    """Phrases by sense: one phrase a comma."""
    return {
        " ".join(phrase.split()): sense.rstrip("_") for sense, phrases in lists.items() for phrase in phrases.split(",")
    }


NEGATIONS = _table(
    not_="""not, no, never, neither, nor, none, nobody, nothing, nowhere, without, cannot, can't, couldn't, didn't,
        doesn't, don't, hadn't, hasn't, haven't, isn't, aren't, wasn't, weren't, won't, wouldn't, shouldn't, mustn't,
        needn't, ain't, no longer, not yet, instead of, rather than, far from""",
    denied="""deny, denied, denies, denying, denial, disputed, disputes, rebuffed, rejected, rejects, rejecting, reject,
        ruled out, rules out, rule out, refuted""",
    declined="""declined, declines, decline to, declining to, refused, refuses, refuse, refusing""",
    failed="""failed, fails, fail to, failing, unable, unwilling, unlikely, absent, lacks, lacked, lack of, lacking,
        barely, hardly""",
)

HEDGES = _table(
    possible="""may, might, could, can, possible, possibly, potential, potentially, perhaps, maybe, would, if""",
    likely="""likely, probable, probably, unlikely, presumably, appears, appeared, appear, seems, seemed, seem,
        suggests, suggest, suggesting, suggested, strongly hints, hints, hinted, indicates, indicated, indicating,
        tends to, widely seen, seen as, viewed as, believed, believes, believe, thinks, think""",
    reported="""reportedly, reported, allegedly, alleged, purported, purportedly, supposedly, rumored, rumoured, rumors,
        rumours, said to, understood to, according to""",
    expected="""expected, expects, expect, expecting, expectation, expectations, anticipated, anticipates, anticipate,
        forecast, forecasts, projected, projects that, predicts, predicted, predict, guidance, outlook, should,
        estimated, estimates, estimate, poised to, set to, on track, due to close, slated""",
    planned="""plan, plans, planned, planning, intends, intend, intended, intention, aims, aim, aiming, seeks, seeking,
        hopes, hope, hoping, proposed, proposes, propose, considering, considers, weighing, exploring, looking to,
        in talks, preliminary, tentative, tentatively, in principle, subject to, conditional, would-be""",
    about="""about, around, approximately, roughly, nearly, almost, some, estimated at, as much as, up to""",
)

DIRECTIONS = _table(
    up="""rise, rises, rose, risen, rising, increase, increases, increased, increasing, climb, climbs, climbed,
        climbing, jump, jumps, jumped, jumping, gain, gains, gained, gaining, grow, grows, grew, grown, growing, growth,
        surge, surges, surged, surging, soar, soars, soared, soaring, advance, advances, advanced, rally, rallies,
        rallied, higher, up, upgrade, upgraded, upgrades, raise, raises, raised, raising, expand, expands, expanded,
        expanding, expansion, improve, improves, improved, improving, improvement, boost, boosts, boosted, boosting,
        accelerate, accelerates, accelerated, accelerating, double, doubles, doubled, doubling, triple, tripled,
        quadrupled, rebound, rebounds, rebounded, recover, recovers, recovered, strengthen, strengthened, outperform,
        outperformed, beat, beats, exceed, exceeded, exceeding, topped, tops, upward, upbeat,
        spike, spiked, skyrocket, skyrocketed, hike, hiked, widen, widened, lift, lifted, lifts, tick up""",
    down="""fall, falls, fell, fallen, falling, decrease, decreases, decreased, decreasing, decline, declines, declined,
        declining, drop, drops, dropped, dropping, lose, loses, lost, losing, slip, slips, slipped,
        slipping, slide, slides, slid, sliding, sink, sinks, sank, sunk, sinking, plunge, plunges, plunged, plunging,
        tumble, tumbles, tumbled, tumbling, shrink, shrinks, shrank, shrunk, shrinking, lower, lowered, lowers,
        lowering, down, downgrade, downgraded, downgrades, cut, cuts, cutting, reduce, reduces, reduced, reducing,
        reduction, contracted, contraction, weaken, weakened, weaker, weak, slow, slowed, slows, slowing,
        slowdown, slower, slump, slumps, slumped, slumping, halve, halved, crash, crashed, collapse, collapsed,
        underperform, underperformed, miss, missed, misses, downward, downbeat, narrow, narrowed,
        plummet, plummets, plummeted, plummeting, dip, dips, dipped, deteriorate, deteriorated, erode, eroded,
        retreat, retreated, shed, trim, trimmed, worsen, worsened, ease, eased, tick down""",
)

RESULTS = _table(
    profit="profit, profits, profitable, net income, surplus, gain, gains, earned, earning",
    loss="loss, losses, net loss, unprofitable, deficit, shortfall, write-down, writedown, charge",
)

ATTRIBUTIONS = _table(
    says="""said, says, say, saying, told, tells, telling, wrote, writes, writing, written, added, adds, adding, stated,
        states, stating, noted, notes, noting, commented, comments, remarked, remarks, explained, explains, explaining,
        announced, announces, announcing, reported, reports, reporting, disclosed, discloses, revealed, reveals,
        revealing, argued, argues, arguing, claimed, claims, claiming, alleged, alleges, alleging, insisted, insists,
        insisting, warned, warns, warning, acknowledged, acknowledges, admitted, admits, conceded, concedes,
        concluded, concludes, confirmed, confirms, confirming, emphasized, emphasizes, stressed, stresses, tweeted,
        tweets, posted, replied, responded, asked, continued, continues, recalled, suggested, suggests, predicted,
        predicts, forecast, estimated, estimates, expects, believes, thinks, described, called, testified, declared,
        cautioned, quipped, joked, observed, reiterated, repeated, complained, contended, contends, maintained,
        maintains, pointed out, points out, lamented, boasted, promised, pledged, urged, read, reads, put it""",
    according="according to, as per, in the words of, cited by, citing, quoted as saying",
    no_comment="""would not be drawn, declined to be drawn, refused to be drawn,
        had nothing to add, has nothing to add, have nothing to add, had nothing more to say, had nothing to say,
        could not be contacted, couldn't be contacted, could not be located, offered no comment, made no comment,
        declined to comment, declined comment, declines to comment, declining to comment, refused to comment,
        no comment, did not respond, didn't respond, did not immediately respond, didn't immediately respond,
        has not commented, have not commented, hasn't commented, could not be reached, couldn't be reached,
        was not available for comment, were not available for comment, not immediately available""",
    denied="denied, denies, denying, disputed, rejected, refuted",
)

ASKED_FOR = word_set(
    """
    access appeal application bail bid coverage entry licence license loan motion permission permit petition request
    visa
    """
)
"""What an authority refuses when it denies it: "denied the petition" says no to somebody, and contradicts nothing.

Origin: the objects of this sense of "deny" in the dictionaries.
"""
ASKED_WITHIN = 5
"""Words behind "denied" among which it stands."""
