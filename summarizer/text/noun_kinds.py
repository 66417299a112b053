"""Nouns that numbers count in news, in groups of those that may name the same things.

"46 hospitals" may be told as "46 sites", never as "46 schools". A noun may stand in several groups; two nouns of the
table that share none name different things. Of a noun that is not here nothing is known.
"""

from __future__ import annotations

from summarizer.text.phrases import word_set

_GROUPS = (
    "employees people workers staff staffers jobs positions personnel roles posts men women hands heads workforce",
    "customers clients users subscribers accounts consumers people households buyers viewers members",
    "members people workers employees staff teachers nurses drivers miners",
    "films movies features pictures titles productions releases",
    "series shows programmes programs titles productions",
    "titles films books games albums songs tracks works",
    "patients people participants volunteers adults children subjects",
    "passengers people travelers travellers guests visitors customers",
    "students pupils people children",
    "nurses people employees workers staff clinicians caregivers",
    "doctors physicians people clinicians surgeons",
    "engineers people employees workers developers programmers staff researchers scientists",
    "lawyers attorneys people advisers",
    "soldiers troops people men personnel",
    "hospitals facilities sites centers centres clinics locations buildings",
    "schools colleges universities facilities sites buildings institutions",
    "plants factories sites facilities mills works refineries smelters locations units",
    "stores shops outlets locations branches sites supermarkets restaurants dealerships",
    "restaurants outlets locations stores sites cafes",
    "branches offices outlets locations sites",
    "warehouses depots sites facilities buildings centers centres",
    "hotels properties resorts sites inns",
    "homes houses apartments flats units households properties dwellings residences",
    "rooms suites bedrooms keys units",
    "beds places",
    "aircraft planes jets airliners airplanes jetliners units helicopters",
    "ships vessels tankers boats freighters carriers ferries units",
    "vehicles cars trucks automobiles autos vans buses pickups suvs units",
    "engines motors turbines units",
    "trains locomotives railcars wagons cars units",
    "robots machines devices units systems",
    "units machines devices phones handsets computers servers transformers pumps products systems",
    "chips processors semiconductors gpus units accelerators",
    "servers computers machines units systems racks",
    "laboratories labs sites facilities locations",
    "mines quarries pits sites operations",
    "quarries pits sites operations",
    "wells sites holes",
    "containers boxes teus",
    "banks lenders institutions firms companies underwriters",
    "bidders suitors companies parties groups firms contenders offers bids buyers",
    "suppliers vendors companies firms contractors",
    "companies firms businesses groups corporations enterprises manufacturers makers",
    "analysts economists people forecasters",
    "shares stock units adrs",
    "bonds notes debentures securities",
    "loans credits mortgages",
    "patents inventions",
    "countries nations markets states",
    "states provinces",
    "cities towns municipalities markets",
    "acres", "hectares", "barrels", "tonnes tons", "miles", "kilometres kilometers km", "gallons", "litres liters",
    "ounces", "pounds lbs", "megawatts mw", "gigawatts gw", "kilowatts kw",
)  # fmt: skip

_KINDS: dict[str, frozenset[int]] = {}
for _nth, _group in enumerate(_GROUPS):
    for _noun in word_set(_group):
        _KINDS[_noun] = _KINDS.get(_noun, frozenset()) | {_nth}
KINDS = dict(_KINDS)
"""The groups of each noun, by their numbers."""


def same_things(one: str | None, other: str | None) -> bool:
    """Whether both nouns are known, and may name the same things: "sites" and "locations"."""
    mine, theirs = KINDS.get((one or "").lower()), KINDS.get((other or "").lower())
    return mine is not None and theirs is not None and bool(mine & theirs)


def different_things(one: str, other: str) -> bool:
    """Whether both nouns are known, and never name the same things."""
    mine, theirs = KINDS.get(one.lower()), KINDS.get(other.lower())
    return mine is not None and theirs is not None and not mine & theirs
