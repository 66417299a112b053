"""The verbs and nouns that a deal about ownership turns on, and what each does with its parts.

Origin: the verbs of acquiring and selling in newswire usage; the classes follow FrameNet's frames Getting,
Commerce_buy, Commerce_sell, Amalgamation and Takeover.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Act = Literal[
    "buy", "sell", "merge", "pay", "take", "hold", "gain", "cut", "invest", "offer", "transfer", "become", "tender"
]
Form = Literal["base", "finite", "past", "ing"]


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb: `lemma` for messages, `act` for what is done, `form` for its place in a clause."""

    lemma: str
    act: str
    form: Form


_FORMS: tuple[tuple[str, Act, str, str, str, str], ...] = (
    # lemma, act, third person, past, participle, -ing
    ("absorb", "buy", "absorbs", "absorbed", "absorbed", "absorbing"),
    ("accumulate", "gain", "accumulates", "accumulated", "accumulated", "accumulating"),
    ("acquire", "buy", "acquires", "acquired", "acquired", "acquiring"),
    ("amass", "gain", "amasses", "amassed", "amassed", "amassing"),
    ("assume", "take", "assumes", "assumed", "assumed", "assuming"),
    ("boost", "gain", "boosts", "boosted", "boosted", "boosting"),
    ("buy", "buy", "buys", "bought", "bought", "buying"),
    ("combine", "merge", "combines", "combined", "combined", "combining"),
    ("cut", "cut", "cuts", "cut", "cut", "cutting"),
    ("dispose", "sell", "disposes", "disposed", "disposed", "disposing"),
    ("divest", "sell", "divests", "divested", "divested", "divesting"),
    ("exchange", "pay", "exchanges", "exchanged", "exchanged", "exchanging"),
    ("gain", "take", "gains", "gained", "gained", "gaining"),
    ("get", "take", "gets", "got", "got", "getting"),
    ("gobble", "buy", "gobbles", "gobbled", "gobbled", "gobbling"),
    ("hold", "hold", "holds", "held", "held", "holding"),
    ("increase", "gain", "increases", "increased", "increased", "increasing"),
    ("inject", "invest", "injects", "injected", "injected", "injecting"),
    ("invest", "invest", "invests", "invested", "invested", "investing"),
    ("issue", "pay", "issues", "issued", "issued", "issuing"),
    ("lift", "gain", "lifts", "lifted", "lifted", "lifting"),
    ("lower", "cut", "lowers", "lowered", "lowered", "lowering"),
    ("merge", "merge", "merges", "merged", "merged", "merging"),
    ("obtain", "take", "obtains", "obtained", "obtained", "obtaining"),
    ("offload", "sell", "offloads", "offloaded", "offloaded", "offloading"),
    ("own", "hold", "owns", "owned", "owned", "owning"),
    ("pay", "pay", "pays", "paid", "paid", "paying"),
    ("pick", "buy", "picks", "picked", "picked", "picking"),
    ("purchase", "buy", "purchases", "purchased", "purchased", "purchasing"),
    ("raise", "gain", "raises", "raised", "raised", "raising"),
    ("reduce", "cut", "reduces", "reduced", "reduced", "reducing"),
    ("scoop", "buy", "scoops", "scooped", "scooped", "scooping"),
    ("seek", "take", "seeks", "sought", "sought", "seeking"),
    ("sell", "sell", "sells", "sold", "sold", "selling"),
    ("snap", "buy", "snaps", "snapped", "snapped", "snapping"),
    ("spin", "sell", "spins", "spun", "spun", "spinning"),
    ("swallow", "buy", "swallows", "swallowed", "swallowed", "swallowing"),
    ("swap", "pay", "swaps", "swapped", "swapped", "swapping"),
    ("take", "take", "takes", "took", "taken", "taking"),
    ("transfer", "transfer", "transfers", "transferred", "transferred", "transferring"),
    ("trim", "cut", "trims", "trimmed", "trimmed", "trimming"),
    ("unload", "sell", "unloads", "unloaded", "unloaded", "unloading"),
    ("up", "gain", "ups", "upped", "upped", "upping"),
    ("win", "take", "wins", "won", "won", "winning"),
)

VERBS: dict[str, Verb] = {}
for _lemma, _act, _third, _past, _participle, _ing in _FORMS:
    VERBS[_lemma] = Verb(_lemma, _act, "base")
    VERBS[_third] = Verb(_lemma, _act, "finite")
    VERBS[_past] = Verb(_lemma, _act, "past")
    VERBS[_participle] = Verb(_lemma, _act, "past")
    VERBS[_ing] = Verb(_lemma, _act, "ing")
VERBS["controls"] = Verb("hold", "hold", "finite")
# What is chiefly a noun, and the participles that describe a holding, are no acts.
for _word in ("holding", "owned", "gains", "increases", "up", "ups"):
    del VERBS[_word]

NOUNS: dict[str, Act] = {
    "acquisition": "buy",
    "amalgamation": "merge",
    "buy-out": "buy",
    "buy": "buy",
    "buyout": "buy",
    "combination": "merge",
    "disposal": "sell",
    "disposition": "sell",
    "divestiture": "sell",
    "divestment": "sell",
    "investment": "invest",
    "merger": "merge",
    "purchase": "buy",
    "purchases": "buy",
    "pursuit": "buy",
    "sale": "sell",
    "sell-off": "sell",
    "spinoff": "sell",
    "spin-off": "sell",
    "take-over": "buy",
    "takeover": "buy",
}
"""The nouns of an act; "buy" and "purchase" are verbs too and are told by their places."""

BUYERS = frozenset(["acquirer", "bidder", "buyer", "purchaser"])
"""The nouns for who buys: "emerged as the buyer of", "was the winning bidder for"."""

OFFERS: dict[str, Act] = {
    "acceptances": "offer",
    "approach": "offer",
    "bid": "offer",
    "bids": "offer",
    "offer": "offer",
    "offers": "offer",
    "proposal": "offer",
    "tender": "offer",
}
"""Nouns of an offer, of which the target stands behind "for"."""
