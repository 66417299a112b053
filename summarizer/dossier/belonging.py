"""How likely a story tells of the event that a set of others tells of.

One story of an event may be unlike each other one (a rumor, a walkout at the works, a look back) and still name only
whom they name together. So it is looked at beside the whole set: whether it has what nearly all of them name and few
others do, whom it has that none of them names, what numbers, how near in time. The features are weighted by a
logistic regression, as those of two stories are (`likeness`), fitted on events of which a story was left out. Origin:
cluster-level features in coreference (A. Culotta et al., First-Order Probabilistic Models for Coreference Resolution,
2007).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import inf, log, log1p

from summarizer.dossier.belonging_weights import INTERCEPT, WEIGHTS
from summarizer.dossier.likeness import Likeness, days_between
from summarizer.dossier.matching import Strength, matches
from summarizer.dossier.mentions import is_whole
from summarizer.dossier.specifics import Kind, Specific
from summarizer.dossier.telling import Telling

Score = Callable[[Telling, Telling], float]

MOST = 24
"""Stories of a set that are looked at."""
_NEARLY_ALL = 0.6
"""The part of a set's stories from which on they count as nearly all."""
_OWN, _TWO = 0.4, 2
"""The part of the stories that name somebody from which on a set is known by it, and how many of these it takes."""
_KINDS: tuple[Kind, ...] = ("money", "price", "part")
_TOLD = 2.0
"""What numbers of one kind in common count at most."""
_NEW = 4
"""Names of a story that the set has not, from which on more say no more."""
_UNKNOWN = 30
"""Days that stand for those to a set of which no day is known."""
_QUARTER, _RUMOR_DAYS = 25, 120
"""Days from which on results are those of another quarter; and that a rumor comes before the news at most."""
_NEAR = 0.1
"""The part by which two amounts may differ that are told as one."""


class Gathered:
    """The stories of a set, with what they name."""

    def __init__(self, stories: Sequence[Telling]) -> None:
        self.stories = stories[:MOST]
        self.ents: Counter[str] = Counter()
        """How many of them name somebody."""
        self.told: set[Specific] = set()
        self.people: set[str] = set()
        for one in self.stories:
            self.ents.update(one.profile.ents.keys())
            self.told |= one.told
            self.people |= one.profile.people
        self.money = [amount for one in self.stories for amount in one.head_money]
        size = len(self.stories)
        self.buying = sum("purchase" in one.profile.head_acts for one in self.stories) / size
        """The part of them that speaks of a purchase at the top."""
        self.results = sum(one.results for one in self.stories) / size
        self.days = [day for one in self.stories for day in one.days]


def belongs(story: Telling, others: Gathered, likeness: Likeness, score: Score) -> float:
    """The logarithm of the odds that a story is of the event of some others.

    score       that of two stories being of one event
    """
    if not _are_near(story, others, likeness):
        return -inf
    found = features(story, others, likeness, score)
    return INTERCEPT + sum(weight * found[name] for name, weight in WEIGHTS.items())


def _are_near(story: Telling, others: Gathered, likeness: Likeness) -> bool:
    """Whether a day near to them is known of a story, or else it names two that a set is known by: undated articles on
    one company are of any years."""
    if any(days_between(story, one) < inf for one in others.stories):
        return True
    own = _own_names(story, others, likeness)
    return sum(part >= _OWN and name in story.profile.ents for name, part in own.items()) >= _TWO


def _own_names(story: Telling, others: Gathered, likeness: Likeness) -> dict[str, float]:
    """What nearly all of a set name, no people: of the stories that name it, but this one, the part that is theirs."""
    people = story.profile.people | others.people
    fewest = _NEARLY_ALL * len(others.stories)
    return {
        name: count / max(count, likeness.having(name) - (name in story.profile.ents))
        for name, count in others.ents.items()
        if count >= fewest and name not in people
    }


def features(story: Telling, others: Gathered, likeness: Likeness, score: Score) -> dict[str, float]:
    """What speaks for a story to be of a set of others, and against it, each mostly between 0 and 1 but for scores."""
    size = len(others.stories)
    scores = sorted((score(story, one) for one in others.stories), reverse=True)
    half = scores[: (size + 1) // 2]
    found = {"most": scores[0], "half": sum(half) / len(half), "size": log(size)}
    found |= _names(story, others, likeness)
    for kind in _KINDS:
        shared = (likeness.telling(one) for one in story.told & others.told if one.kind == kind)
        found[f"told_{kind}"] = min(_TOLD, sum(shared))
    found |= _times(story, others)
    mentions = [other for one in others.stories for other in one.main]
    alike = any(matches(mine, other) is Strength.BOTH for mine in story.main for other in mentions)
    sold = [party for one in story.main if is_whole(one) for party in one.objects or one.principals()]
    found["another_deal"] = float(not alike and any(likeness.word(party) not in others.ents for party in sold))
    pairs = [(amount, other) for amount, unit in story.head_money for other, same in others.money if unit == same]
    close = any(abs(amount - other) <= _NEAR * max(amount, other) for amount, other in pairs)
    found["other_money"] = float(bool(pairs) and not close)
    return found


def _names(story: Telling, others: Gathered, likeness: Likeness) -> dict[str, float]:
    profile = story.profile
    people = profile.people | others.people
    salient = {name for name, count in profile.ents.items() if count > 1 or name in profile.head_ents}
    own = _own_names(story, others, likeness)
    anchor = max(own, key=lambda name: (own[name] * others.ents[name], name), default="")
    return {
        "salient_new": min(_NEW, sum(name not in others.ents for name in salient - people)) / _NEW,
        "people_new": min(_NEW, sum(name not in others.ents for name in salient & profile.people)) / _NEW,
        "anchor_head": max((own[name] for name in own if name in profile.head_ents), default=0.0),
        "anchor_times": log1p(profile.ents.get(anchor, 0)) / 3,
    }


def _times(story: Telling, others: Gathered) -> dict[str, float]:
    away = min((days_between(story, one) for one in others.stories), default=inf)
    days = _UNKNOWN if away == inf else away
    far = log1p(days) / 7
    before = (min(others.days) - max(story.days)).days if others.days and story.days else 0
    return {
        "days": far,
        "days_not_buying": far * (1 - others.buying),
        "long_before": float(before > _RUMOR_DAYS),
        "results_apart": float(story.results and days > _QUARTER) * others.results * (1 - others.buying),
    }
