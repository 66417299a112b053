"""Which words prove the label of a claim: that it is hedged, denied, or an opinion. What none proves is a judgement.

A cue proves a label only where it bears on what is claimed. "It said costs would fall" is reported speech for "will",
"Tarn said it would not appeal" is what Tarn asserts of itself, and "she raised her target" is an act.

Origin of the lists: how agency copy denies and appraises (Martin and White, The Language of Evaluation).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.clause import Clause
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing

_SETTLED = word_set("can must shall will would 'll")
_SETTLED_PHRASES = frozenset(
    {"able to", "are to", "going to", "had to", "has to", "have to", "is to", "was to", "were to", *_SETTLED}
)
"""What lies ahead, or must be, is not left open by them; behind a verb of saying "would" stands for "will"."""
_DENYING = word_set("""
    baseless denial denied denies deny denying disputed disputes disputing false groundless incorrect misleading
    refuted refutes rebutted rejected rejects unfounded untrue
""")
_AHEAD = word_set("do does did intend intends intention plan plans planning seek shall will won would ll going")
"""Beside a negation: what somebody will not do, which he asserts."""
_NEAR = 3
"""Words on either side of a negation among which they stand."""
_APPRAISING = word_set("""
    admirable aggressive ambitious attractive best bold cheap clever compelling conservative convincing costly crucial
    damaging dangerous deserve deserves difficult disappointing disappointment disastrous encouraging essential
    excellent excessive exciting expensive fair fairly foolish generous good great hard healthy ideal important
    impressive inadequate ludicrous mistake modest must necessary needed needs nonsense odd ought outrageous overdue
    overpriced overvalued painful pity poor preferable premature promising prudent rash reasonable reckless remarkable
    right rich risky sensible serious shame should significant silly solid sound strong stupid superb surprising
    tough troubling undervalued unfair unfortunate unnecessary unrealistic unreasonable unwise vital weak welcome
    wise wonderful worrying worst worth wrong
""")
_APPRAISES = word_set("""
    argue argued argues believe believed believes consider considers criticised criticises criticized criticizes
    disagree disagreed disagrees doubt doubts feel feels felt favour favor judged judges lamented opinion praised
    praises regard regards think thinks thought urged urges view views welcomed
""")
_QUOTED = pattern(r"[\"“”„«»]")
_CALLED = pattern(
    r"\b(?:brand|call|deem|describ|dismiss|dub|label|prais|slamm)(?:ed|e?s|ing)?\b[^.;!?]{0,80}?[\"“„«]", re.IGNORECASE
)
"""Who calls the bid "opportunistic" appraises it."""
_RATED = word_set("coverage estimate estimates forecast forecasts rating recommendation target")
_RATES = word_set("""
    cut cuts downgraded held initiated kept left lifted lowered maintained raised reiterated resumed slashed started
    trimmed upgraded
""")


def is_left_open(said: Clause, sources: Sequence[Clause], laid: Laid) -> bool:
    """Whether the statement, or the article of the same words, leaves it open by more than a "will" or "would"."""
    if not any(source.soft for source in sources):
        return False
    if any(cue.text.lower() not in _SETTLED_PHRASES for cue in said.hedges) or any(
        map(_opens, said.reading.softenings)
    ):
        return True
    return any(
        _opens(cue) and cue.last < there < cue.reach
        for (number, there) in laid.alignment.back
        for cue in laid.told(number).softenings
    )


def _opens(cue: Bearing) -> bool:
    return cue.text not in _SETTLED_PHRASES


def is_denied(said: Clause, sources: Sequence[Clause], laid: Laid) -> bool:
    """Whether a verb or an adjective denies, or the article negates what the statement tells without a negation, or the
    statement negates what is or was; what somebody says he will not do is no denial."""
    if not _DENYING.isdisjoint(said.reading.low) or any(map(_rejects, sources)):
        return True
    if said.reading.negations:
        return not all(_lies_ahead(said, cue) for cue in said.reading.negations)
    return said.reading.negative or any(
        cue.last < there < cue.reach for (number, there) in laid.alignment.back for cue in laid.told(number).negations
    )


def _rejects(source: Clause) -> bool:
    """Whether a word that denies has what it denies behind it: not "the bid, which a rival had rejected, valued"."""
    words = source.reading.words
    return any(
        word.low in _DENYING
        and not (at + 1 < len(words) and source.text[word.end - source.offset :].lstrip().startswith((",", ";")))
        for at, word in enumerate(words)
    )


def _lies_ahead(said: Clause, cue: Bearing) -> bool:
    low = said.reading.low
    around = (*low[max(0, cue.first - _NEAR) : cue.first], *low[cue.first : cue.last + 1 + _NEAR])
    return bool({"will", "would", "shall", "won"} & set(around)) or len(_AHEAD.intersection(around)) > 1


def is_appraised(said: Clause, sources: Sequence[Clause]) -> bool:
    """Whether the statement has a word of appraisal, or the article a verb that gives an opinion; that somebody changed
    or kept a rating is an act."""
    low = set(said.reading.low)
    if _RATED & low and _RATES & low:
        return False
    if (_APPRAISING | _APPRAISES) & low or "too" in said.reading.low[:-1]:
        return True
    if any(cue.sense in ("possible", "likely") for cue in said.hedges):
        return True
    if _QUOTED.search(said.text) and any(_CALLED.search(source.text) for source in sources):
        return True
    return any(not _APPRAISES.isdisjoint(source.reading.low) for source in sources)
