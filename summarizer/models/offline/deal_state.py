"""What is known of a deal while an article is read, and the deals that turn out to be one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from summarizer.models.offline.deal_details import Details
from summarizer.models.offline.deal_facets import Facets
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_twins import are_twins

OWNERSHIP = frozenset({"acquisition", "divestiture", "investment", "merger"})
"""Kinds of which the same deal can be told as another."""
_TARGETS = frozenset({"target", "investee"})
_BUYERS = frozenset({"acquirer", "investor"})


_NEXT = 5
"""Sentences behind a headline within which a report tells the news of it."""
_OWN_PEOPLE = ("employees", "executives", "management", "managers")
"""Who may buy beside a company that is named: "a group of managers and Tarn"."""


@dataclass(slots=True)
class KnownDeal:
    """One deal of an article."""

    mentions: list[Mention]
    details: Details = field(default_factory=Details)
    facets: Facets = field(default_factory=Facets)
    sentences: set[int] = field(default_factory=set)
    last: int = 0
    titled: bool = False
    """Whether its value is that of a headline."""
    kept_back: tuple[int, int, int] | None = None
    """The words that say that the price is not told, with their sentence."""

    @property
    def kind(self) -> str:
        """The kind that its clauses tell, before that of its nouns."""
        kinds = [mention.kind for mention in self.mentions if not mention.noun] or [self.mentions[0].kind]
        return kinds[0]

    @property
    def parties(self) -> dict[str, str]:
        """The role of each party, by its fullest name."""
        parties: dict[str, str] = {}
        mentions = self.mentions
        if any(mention.kind == "merger" for mention in mentions):
            # What is called a merger and told as a purchase has a buyer and a target.
            mentions = sorted(mentions, key=lambda mention: (mention.kind == "merger") != (self.kind == "merger"))
        for mention in mentions:
            for name, role in mention.parties.items():
                twin = next((held for held in parties if held != name and are_twins(held, name)), None)
                if twin is not None and parties[twin] == role:
                    if len(name) <= len(twin):
                        continue
                    parties = {name if held == twin else held: part for held, part in parties.items()}
                parties.setdefault(name, role)
        return _without_groups(parties)

    def event_at(self, cue: tuple[int, int]) -> str | None:
        """What a date of the verb at `cue` dates: `closed` of what is done, `signed` of a contract."""
        mention = next((one for one in self.mentions if one.cue == cue and not one.noun), None)
        if mention is None or mention.kind == "merger":
            return None
        if mention.status == "closed":
            return "closed"
        return "signed" if mention.status == "agreed" and mention.kind not in OWNERSHIP else None

    @property
    def is_off(self) -> bool:
        """Whether it is told to have come to nothing."""
        return self.facets.status == "terminated" or any(stage == "terminated" for stage, _ in self.details.stages)

    def role_of(self, role: str) -> set[str]:
        """The names in a role."""
        return {name for name, held in self.parties.items() if held == role}


def _without_groups(parties: dict[str, str]) -> dict[str, str]:
    """The parties without an unnamed group whose members are named: "syndicate of seven banks"."""
    named = {role for name, role in parties.items() if name[:1].isupper()}
    return {
        name: role
        for name, role in parties.items()
        if name[:1].isupper() or " of " not in name or role not in named or name.endswith(_OWN_PEOPLE)
    }


def merged(deals: Sequence[KnownDeal], titles: Set[int]) -> list[KnownDeal]:
    """The deals, those of the same target and buyer put together into the first of them.

    `titles` numbers the headlines, which tell of no deal that the report does not tell too.
    """
    kept: list[KnownDeal] = []
    for deal in deals:
        first = next((known for known in kept if _are_one(known, deal) or _is_headline_of(known, deal, titles)), None)
        if first is None:
            kept.append(deal)
        else:
            _take_over(first, deal)
    return kept


def _is_headline_of(known: KnownDeal, deal: KnownDeal, titles: Set[int]) -> bool:
    """Whether a headline tells of a deal in shorter words: of the same kind, with the same in each role that it names.

    "Tarn buys lock maker" is told of "Tarn AG has bought Lund Locks", "Tarn orders ships from Lund" of "Tarn has
    ordered six ships from Lund Yards".
    """
    if not known.sentences <= titles or deal.sentences & titles:
        return False
    if known.kind != deal.kind and not {known.kind, deal.kind} <= OWNERSHIP:
        return False
    told = known.parties
    if not told or any(
        not any(role == held and are_twins(name, other) for other, held in deal.parties.items())
        for name, role in told.items()
    ):
        return False
    first = min(deal.sentences) - max(known.sentences)
    return first <= _NEXT and (len(told) > 1 or any(mention.target for mention in known.mentions))


def _are_one(known: KnownDeal, deal: KnownDeal) -> bool:
    if known.kind not in OWNERSHIP or deal.kind not in OWNERSHIP:
        return False
    matches = 0
    for roles in (_TARGETS, _BUYERS):
        ours, theirs = ([name for name, role in of.parties.items() if role in roles] for of in (known, deal))
        if not ours or not theirs or not any(are_twins(one, other) for one in ours for other in theirs):
            return False
        matches += 1
    return matches > 1


def _take_over(first: KnownDeal, later: KnownDeal) -> None:
    """Adds all that is known of `later` to `first`; what the prose says before what a headline does."""
    first.mentions.extend(later.mentions)
    first.sentences |= later.sentences
    first.kept_back = first.kept_back or later.kept_back
    mine, other = first.details, later.details
    if other.value is not None and (mine.value is None or (first.titled and not later.titled)):
        mine.value, mine.value_sentence, mine.currencies = other.value, other.value_sentence, other.currencies
    mine.dates += [date for date in other.dates if all(date[0] != held[0] for held in mine.dates)]
    mine.terms += [term for term in other.terms if all(term[0] != held[0] for held in mine.terms)]
    mine.stages += other.stages
    mine.rivals += other.rivals
    mine.helpers += other.helpers
    if first.facets.stage is None:
        first.facets.stage, first.facets.stage_sentence = later.facets.stage, later.facets.stage_sentence
    first.facets.over = first.facets.over or later.facets.over
    first.facets.mentions += later.facets.mentions
