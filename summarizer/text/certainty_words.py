"""How sure a statement may be: words that negate, soften or attribute, by what they do to the verb behind them.

A softening phrase has two degrees: how much it claims where a statement has it, and how much it lets others claim
where the article has it. They differ, since a statement may say "will" for "plans to" but need not.

Origin: as `modality_words`; the ladder is the usual one of epistemic modality (Palmer): must, will, expected, likely,
may, with what newsrooms take for the same: "plans to", "agreed to" and "said it will".
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Degree(IntEnum):
    """How certain something is said to be, from a mere possibility to what is so."""

    OPEN = 2
    LIKELY = 3
    EXPECTED = 4
    SETTLED = 5
    SO = 6


class Softening(NamedTuple):
    """What a softening phrase claims in a statement, and the most that it allows where the article has it."""

    claims: Degree
    allows: Degree


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in listed.split(",") if phrase.strip())


_SOFT: tuple[tuple[Softening, str], ...] = (
    (
        Softening(Degree.OPEN, Degree.OPEN),
        """may, might, could, perhaps, maybe, possibly, potentially, considering, considers, consider, considered,
        weighing, weighs, weigh, weighed, exploring, explores, explore, explored, mulling, mulls, mull, mulled, eyeing,
        eyes, evaluating, studying, contemplating, contemplates, whether, in talks, in discussions, in negotiations,
        in preliminary talks, in advanced talks, in early talks, in exclusive talks, talks to, talks on, talks about,
        discussing, discussed, if, unclear, chance of, chance that, risk of, risk that, possibility of,
        possibility that, potential to, possible, potential, tentatively, looking at, looking into, thinking about,
        speculation, rumors, rumours, rumored, rumoured, negotiating, would consider, interested in, interest in""",
    ),
    (
        Softening(Degree.OPEN, Degree.LIKELY),
        """appears to, appear to, appeared to, appears, seems to, seem to, seemed to, seems, presumably,
        suggests, suggest, suggested, indicates, indicated, hinted, hints, tends to, tend to,
        believed to, thought to, believes, believe, believed, thinks, think, thought, arguably, in doubt""",
    ),
    (Softening(Degree.LIKELY, Degree.LIKELY), "likely, likely to, most likely, very likely, probably, probable"),
    (
        Softening(Degree.LIKELY, Degree.EXPECTED),
        """expected to, expects to, expect to, expecting to, expected, expects, expect, expecting, expectation,
        expectations, anticipated, anticipates, anticipate, anticipating, forecast, forecasts, forecasting,
        projected, projects, projecting, predicts, predicted, predict, predicting, should, estimated to, estimates,
        estimate, estimated, aims to, aim to, aimed to, aiming to, aims for, hopes to, hope to, hoped to, hoping to,
        hopes, wants to, want to, wanted to, seeks to, seek to, sought to, seeking to, trying to, tries to, tried to,
        looking to, would like to, on track to, poised to, sees, see, seen, foresees, guidance, outlook, targets,
        target, targeting, attempting to, bid to, offered to, offer to, proposed to, proposes to, proposed, proposes,
        proposing, ready to, prepared to, willing to""",
    ),
    (
        Softening(Degree.EXPECTED, Degree.SETTLED),
        """plans to, plan to, planned to, planning to, plans, plan, planned, planning, intends to, intend to,
        intended to, intends, intend, intention to, agreed to, agrees to, agree to, agreement to, agreed, deal to,
        set to, due to, scheduled to, slated to, would, promised to, promises to, promise to, promised, pledged to,
        pledges to, vowed to, vows to, committed to, decided to, decision to, is to, are to, was to, were to, about to,
        going to, contract to, order to, option to, right to, able to, can, must, has to, have to, had to, need to,
        needs to, needed to, subject to, required to, ordered to""",
    ),
    (Softening(Degree.SETTLED, Degree.SETTLED), "will, shall, 'll"),
)

SOFTENING: dict[str, Softening] = {phrase: degrees for degrees, listed in _SOFT for phrase in _phrases(listed)}

HEARSAY = frozenset(
    _phrases(
        """reportedly, allegedly, purportedly, supposedly, apparently, said to, reported to, understood to,
        rumored to, rumoured to, alleged to, alleged, allegedly, accused of, suspected of, claimed to, believed to,
        thought to, suspected, unconfirmed"""
    )
)
"""With these it is not the article that says so, nor anybody who is named."""

ANONYMOUS = frozenset(
    _phrases(
        """people familiar, person familiar, people close, person close, source close, sources close, sources said,
        sources say, source said, people briefed, person briefed, people with knowledge, person with knowledge,
        source familiar, sources familiar, people with direct knowledge, person with direct knowledge,
        according to sources, according to a source, according to people, according to a person, unnamed sources,
        anonymous sources, market talk, market rumors, market rumours, rumor has it, rumors, rumours"""
    )
)
"""Sources without a name: whoever passes on what they say names them, or says that it is hearsay."""

NEGATING = frozenset(
    _phrases(
        """not, no, never, neither, nor, none, nobody, nothing, nowhere, without, cannot, no longer, instead of,
        rather than, far from, failed to, fails to, fail to, failing to, failure to, declined to, declines to,
        decline to, declining to, refused to, refuses to, refuse to, refusing to, refusal to, unable to, inability to,
        unwilling to, reluctant to, unlikely to, unlikely, denied, denies, deny, denying, denial, ruled out,
        rules out, rule out, ruling out, lack of, lacks, lacked, lacking, lack, stopped short of, stops short of,
        stop short of, stopping short of, yet to, few, hardly, barely, scarcely, refrained from, refrain from,
        prevented from, prohibited from, barred from, banned from, blocked from, kept from, disputed, disputes,
        refuted, rejected suggestions, rejected claims, rejected reports, dismissed suggestions, dismissed claims,
        dismissed reports, scrapped plans, scrapped a plan, scrapped its plan, scrapped its plans, abandoned plans,
        abandoned its plans, abandoned a plan, abandoned its plan, shelved plans, shelved its plans,
        shelved a plan, shelved its plan, dropped plans, dropped its plans, dropped a plan, dropped its plan,
        canceled plans, cancelled plans, canceled its plans, cancelled its plans, withdrew plans, ended plans,
        doubt, doubts, doubted, doubtful, avoided, avoids, avoid, avoiding, averted, not yet"""
    )
)
"""What turns round the word behind it. Contractions ("didn't") are read as "not"."""

NOT_REALLY = frozenset(
    _phrases(
        """not only, not just, not least, not merely, not simply, not necessarily, no doubt, no secret,
        no question that, no surprise that, no wonder, no less than, no less,
        no fewer than, no more than, not more than, not less than, no later than, no sooner than, no earlier than,
        not to mention, nothing but, a few, quite a few, the last few, the past few, past few, last few, next few,
        whether or not, why not, if not, no matter, can not only, the next few, first few"""
    )
)
"""Set phrases with a negating word that turn nothing round, or only bound a number."""
