"""The fields of one event side by side: for each, what the articles say, and whether they agree.

Values are put together where they are the same after normalisation, or where one is more exact within the other's
bound. `agreed`: two articles say so. `complementary`: one says it and the others are silent, or they say different
parts. `conflicting`: two values that cannot both be right. `superseded`: a later article tells a later stage.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import cast

from summarizer.dossier.comparing import (
    Relation,
    close_only,
    compare_amounts,
    compare_money,
    compare_when,
    compare_words,
    days_of,
)
from summarizer.dossier.entities import Entity, Resolved
from summarizer.dossier.model import Citation, Row, RowValue, State
from summarizer.dossier.triggers import FAMILY_OF
from summarizer.fields import Money, When
from summarizer.records import DealKind, DealStatus
from summarizer.text.numbers import Amount, read_amounts

STAGES: tuple[DealStatus, ...] = ("rumored", "in_talks", "proposed", "agreed", "closed", "terminated")
"""The statuses in the order in which a deal passes them."""
_ONE_EACH = frozenset(("acquirer", "target", "supplier", "customer", "investee", "borrower", "licensor", "licensee"))
"""Roles that a deal has one of, so that two names conflict."""
_TWO = 2
"""Articles that have a kind of deal which the others have not, for the kinds to conflict: one may be misread."""
_OWN_DAYS = 2
"""Between an article and the day of its own news."""
_FOR_READING = {"about": "≈ ", "at_least": "≥ ", "less_than": "< ", "more_than": "> ", "up_to": "≤ "}


@dataclass(frozen=True)
class Said:
    """One value as one article gives it."""

    field: str
    value: object
    citation: Citation
    day: date | None
    """Of the article."""


@dataclass
class _Same:
    """Values that are one."""

    said: list[Said]
    distinct: list[Said]
    """The first of each that are the same to the letter."""

    @property
    def head(self) -> Said:
        return self.said[0]

    @property
    def deciding(self) -> list[Said]:
        return [one for one in self.said if one.citation.decides]


class Rows:
    """Lays the values of one event out.

    sources     how many independent sources some articles come to
    guess       the day by which words of undated articles are read
    named       whether an article names somebody at all
    """

    def __init__(
        self,
        articles: Sequence[str],
        sources: Callable[[Iterable[str]], int],
        guess: date | None,
        named: Callable[[str, Entity], bool] = lambda *_: False,
    ) -> None:
        self._named = named
        self._articles = articles
        self._sources = sources
        self._guess = guess
        self._same = Resolved(())

    def lay_out(self, said: Iterable[Said]) -> list[Row]:
        """A row for each field that an article gives, in the order of the fields' first values."""
        said = list(said)
        self._same = Resolved(one.value for one in said if isinstance(one.value, Entity))
        fields: dict[str, list[Said]] = {}
        for one in said:
            fields.setdefault(one.field, []).append(one)
        return [self._row(field, values) for field, values in fields.items()]

    def _row(self, field: str, said: Sequence[Said]) -> Row:
        groups = self._groups(said)
        state, note = self._state(field, groups)
        if field == "status":
            groups.sort(key=_by_stage)
        told = {one.citation.article for one in said}
        return Row(
            field=field,
            state=state,
            values=[self._value(group) for group in groups],
            silent=[article for article in self._articles if article not in told],
            note=note,
        )

    def _groups(self, said: Sequence[Said]) -> list[_Same]:
        """The values that are the same put together, the most exact first in each group; the group most say first."""
        groups: list[_Same] = []
        # What many articles say to the letter is compared once, and goes where the first of them went.
        homes: dict[Hashable, _Same] = {}
        for one in sorted(said, key=lambda one: not one.citation.decides):
            key = self._key(one.value)
            home = homes.get(key)
            if home is None:
                home = next((group for group in groups if self._joins(one, group)), None)
                if home is None:
                    home = _Same([], [])
                    groups.append(home)
                homes[key] = home
                home.distinct.append(one)
            if home.said and self._compare(one.value, home.head.value) == "finer":
                home.said.insert(0, one)
            else:
                home.said.append(one)
        return sorted(groups, key=lambda group: -len({one.citation.article for one in group.deciding}))

    def _joins(self, one: Said, group: _Same) -> bool:
        relations = (self._compare(one.value, other.value) for other in group.distinct)
        return all(relation not in ("conflicting", "open") for relation in relations)

    def _key(self, value: object) -> Hashable:
        """What is the same of values that every comparison takes for one."""
        if isinstance(value, Money):
            return Money, value.text, value.amount, value.currency, value.bound, value.high
        if isinstance(value, When):
            return When, value.text, value.earliest, value.latest
        return (Entity, self._same.root(value)) if isinstance(value, Entity) else (type(value), str(value))

    def _compare(self, one: object, other: object) -> Relation:
        if isinstance(one, Money) and isinstance(other, Money):
            relation = compare_money(one, other)
            return "open" if relation in ("coarser", "finer") and close_only(one, other) else relation
        if isinstance(one, When) and isinstance(other, When):
            return compare_when(one, other, self._guess)
        if isinstance(one, Entity) and isinstance(other, Entity):
            return "same" if self._same(one, other) else "conflicting"
        if isinstance(one, _Label) and isinstance(other, _Label):
            return "same" if one == other else "conflicting"
        return compare_words(str(one), str(other))

    def _state(self, field: str, groups: Sequence[_Same]) -> tuple[State, str | None]:
        counted = [group for group in groups if group.deciding]
        if not counted:
            return "complementary", "only records that the verifier found faulty say so"
        if len(counted) == 1:
            return self._of_one(counted[0])
        if field == "status":
            return _status_state(counted)
        if field == "kind":
            by_family: dict[str, set[str]] = {}
            for group in counted:
                articles = by_family.setdefault(FAMILY_OF[_kind(group.head.value)], set())
                articles |= {one.citation.article for one in group.deciding}
            if len(by_family) == 1:
                return "complementary", "kinds of one family"
            if set.intersection(*by_family.values()):
                return "complementary", "an article has it as both"
            if by_family.keys() == {"financing", "ownership"}:
                return "complementary", "a stake is bought, or invested in"
            if min(map(len, by_family.values())) < _TWO:
                return "complementary", "one article was read otherwise than the others"
            return "conflicting", None
        if field.startswith(("role: ",)):
            by = [{one.citation.article for one in group.deciding} for group in counted]
            # One article may name two: it sees no conflict in them.
            conflict = field.removeprefix("role: ") in _ONE_EACH and not set.intersection(*by)
            if conflict and self._all_known(counted):
                return "complementary", "each article names both: one of them may be misread"
            if not conflict and all(len(articles) > 1 for articles in by):
                return "agreed", None
            return ("conflicting" if conflict else "complementary"), None
        announced = field.endswith("announced")
        told = [list({(self._key(one.value), one.day): one for one in group.deciding}.values()) for group in counted]
        if any(
            self._conflict(mine.value, theirs.value) and not (announced and _tell_their_own_day(mine, theirs))
            for one, other in combinations(told, 2)
            for mine in one
            for theirs in other
        ):
            return "conflicting", None
        if all(isinstance(group.head.value, Money) for group in counted):
            return "complementary", "amounts that cannot be held against one another, or are only about the same"
        most = max(len({one.citation.article for one in group.deciding}) for group in counted)
        return ("agreed", "with other words elsewhere") if most > 1 else ("complementary", "in different words")

    def _all_known(self, groups: Sequence[_Same]) -> bool:
        """Whether every article that gives somebody a role names the others whom other articles give it."""
        return all(
            self._named(said.citation.article, other.head.value)
            for group in groups
            for other in groups
            if other is not group and isinstance(other.head.value, Entity)
            for said in group.deciding
        )

    def _of_one(self, group: _Same) -> tuple[State, str | None]:
        if len({one.citation.article for one in group.deciding}) == 1:
            return "complementary", None
        values = [one.value for one in group.deciding]
        exact = [value for value in values if self._compare(value, values[0]) in ("coarser", "finer")]
        if exact and not any(self._compare(one, values[0]) == "same" for one in values[1:]):
            return "complementary", "one is more exact within the other's bound"
        guessed = any(
            isinstance(value, When) and days_of(value) is None and days_of(value, self._guess) is not None
            for value in values
        )
        if guessed and self._guess is not None:
            return "agreed", f"read against {self._guess.year}, as an article has no date of its own"
        return "agreed", None

    def _conflict(self, one: object, other: object) -> bool:
        relation = self._compare(one, other)
        if relation == "open" and isinstance(one, str) and isinstance(other, str):
            return _numbers_conflict(one, other)
        return relation == "conflicting"

    def _value(self, group: _Same) -> RowValue:
        deciding = group.deciding
        days = [one.day for one in group.said if one.day is not None]
        return RowValue(
            text=str(group.head.value) if isinstance(group.head.value, _Label) else group.head.citation.text,
            reading=reading_of(group.head.value),
            citations=[one.citation for one in group.said],
            sources=self._sources(dict.fromkeys(one.citation.article for one in deciding)),
            latest=max(days, default=None),
        )


class _Label(str):
    """A value of a closed list."""


def label(value: str) -> object:
    """A kind or a status as a value that is compared as such."""
    return _Label(value)


def _kind(value: object) -> DealKind:
    return cast("DealKind", str(value))


def _by_stage(group: _Same) -> int:
    return STAGES.index(cast("DealStatus", str(group.head.value)))


def _status_state(groups: Sequence[_Same]) -> tuple[State, str | None]:
    """A conflict where a deal is not agreed yet on the day on which it closed or later, or where it ended on the day
    on which it was agreed. A bid may go on after a refusal, and what is done is still called agreed. An article counts
    for the last stage that it tells."""
    groups = sorted(groups, key=_by_stage)
    last_told = {one.citation.article: _by_stage(group) for group in groups for one in group.deciding}
    days: dict[int, list[date]] = {}
    for group in groups:
        stage = _by_stage(group)
        told_last = [one for one in group.deciding if last_told[one.citation.article] == stage]
        if told_last:
            days[stage] = [one.day for one in told_last if one.day is not None]
    if not all(days.values()):
        return "superseded", "in the order of the stages, as not every article has a date"
    agreed, closed, ended = (STAGES.index(stage) for stage in ("agreed", "closed", "terminated"))
    for stage, told in days.items():
        if closed in days and stage < agreed and max(told) >= max(days[closed]):
            return "conflicting", "closed, and not agreed yet on that day or later"
        if closed in days and stage == ended and not set(told).isdisjoint(days[closed]):
            return "conflicting", "closed and ended on one day"
        if stage == agreed and ended in days and not set(told).isdisjoint(days[ended]):
            return "conflicting", "agreed and ended on one day"
    return "superseded", None


def _tell_their_own_day(one: Said, other: Said) -> bool:
    """Whether two articles of different days each give the day of its own news: what a regulator said on Wednesday is
    no other announcement of the deal."""
    if one.day is None or other.day is None or one.day == other.day:
        return False
    for said in (one, other):
        days = days_of(said.value) if isinstance(said.value, When) else None
        if days is None or said.day is None or abs((said.day - days[1]).days) > _OWN_DAYS:
            return False
    return True


def _numbers_conflict(one: str, other: str) -> bool:
    """Whether two texts have one amount of a kind each, and these differ."""
    first, second = _by_kind(one), _by_kind(other)
    return any(
        len(first[kind]) == len(second[kind]) == 1 and compare_amounts(first[kind][0], second[kind][0]) == "conflicting"
        for kind in first.keys() & second.keys()
    )


def _by_kind(text: str) -> Mapping[tuple[str, str | None], list[Amount]]:
    found: dict[tuple[str, str | None], list[Amount]] = {}
    for amount in read_amounts(text):
        unit = amount.unit if amount.kind == "quantity" else None
        found.setdefault((amount.kind, unit), []).append(amount)
    return found


def reading_of(value: object) -> str | None:
    """What a value's words come to: `> USD 1,000,000,000`, `2024-10-01 to 2024-12-31`; None where they say it all."""
    if isinstance(value, Money) and value.amount is not None:
        high = f" to {value.high:,}" if value.high is not None else ""
        currency = f"{value.currency} " if value.currency else ""
        return f"{_FOR_READING.get(value.bound or '', '')}{currency}{value.amount:,}{high}"
    if isinstance(value, When) and (days := days_of(value)) is not None:
        first, last = days
        return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    if isinstance(value, Entity):
        return value.name
    return None
