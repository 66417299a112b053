"""A mention of a deal, and the parties of an event while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.text.numbers import Amount


@dataclass(slots=True)
class Mention:
    """One mention of a deal. Parties map a full name to its role, in the order of the text."""

    kind: str
    status: str | None
    parties: dict[str, str]
    subject: tuple[int, int]
    sentences: list[int]
    noun: bool
    cue: tuple[int, int]
    target: tuple[int, int] | None = None
    """The words of a target that has no name."""
    target_noun: str = ""
    """The noun of a target that has no name."""
    again: bool = False
    """Whether it speaks of "the shares" and so only of a deal that is known."""
    part: bool = False
    """Whether it is of a part of the target: a stake, its shares."""
    denied: bool = False
    """Whether somebody says that it is not so."""
    stage: tuple[int, int] | None = None
    """The verb group that says how far it is, where no stage word does: "has ordered"."""
    round: str = ""
    """The name of a funding round, "series b"."""
    amount: Amount | None = None
    """The money that its own words hold: "a $3 million loan"."""


@dataclass(slots=True)
class Found:
    """The parties of one event, full names by role, and the sentences besides its own that name them."""

    buyers: list[str] = field(default_factory=list)
    sellers: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
