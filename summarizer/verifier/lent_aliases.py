"""Aliases that stand in a party's name and are, in this article, as much somebody else's: a place's, or a firm's.

Origin of the countries: the short names of ISO 3166-1, without those that `PLACES` has.
"""

from __future__ import annotations

import re

from summarizer.text.name_words import LEGAL_FORMS, PLACES
from summarizer.text.names import name_kind
from summarizer.text.phrases import word_set
from summarizer.verifier.index import Index

_STATES = word_set("and commonwealth federal government kingdom nation of people republic state the union")
"""Words of a state's name beside that of its country."""
_COUNTRIES = frozenset(
    """Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Armenia|Azerbaijan|Bahamas|Bahrain|Bangladesh
    |Barbados|Belarus|Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brunei|Burkina Faso|Burundi|Cambodia|Cameroon
    |Cape Verde|Chad|Comoros|Congo|Costa Rica|Cuba|Czechia|Djibouti|Dominica|Dominican Republic|East Timor|Ecuador
    |El Salvador|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Gabon|Gambia|Ghana|Grenada|Guatemala|Guinea|Guyana|Haiti
    |Honduras|Hong Kong|Iraq|Ivory Coast|Jamaica|Jordan|Kazakhstan|Kiribati|Kosovo|Kyrgyzstan|Laos|Latvia|Lebanon
    |Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Madagascar|Malawi|Maldives|Mali|Malta|Mauritania|Mauritius|Moldova
    |Monaco|Mongolia|Montenegro|Mozambique|Myanmar|Namibia|Nauru|Nepal|New Zealand|Nicaragua|Niger|North Korea
    |North Macedonia|Oman|Palau|Panama|Papua New Guinea|Paraguay|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia
    |Seychelles|Sierra Leone|Slovenia|Somalia|South Africa|South Korea|South Sudan|Sri Lanka|Sudan|Suriname|Syria
    |Tajikistan|Tanzania|Togo|Tonga|Trinidad|Tunisia|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|Uruguay
    |Uzbekistan|Vanuatu|Venezuela|Yemen|Zambia|Zimbabwe""".replace("\n    ", "")
    .casefold()
    .split("|")
)


def is_only_a_place(alias: str, name: str, index: Index) -> bool:
    """Whether the alias is the place where the party lies, and not its name, which the article states: "Zambia" of
    "the Zambia Ports Authority". A country is its government's name."""
    if not _is_place(alias, index) or name_kind(name) == "place" or any(alias == other for _, other in index.aliases):
        return False
    own = {word.strip(".,()").lower() for word in alias.split()}
    rest = {word.strip(".,()").lower().removesuffix("'s").removesuffix("’s") for word in name.split()} - own
    return bool(rest - _STATES - LEGAL_FORMS)


def _is_place(words: str, index: Index) -> bool:
    low = words.strip(". ").casefold()
    if name_kind(words) == "place" or low in PLACES or low in _COUNTRIES:
        return True
    # Not "in" alone, behind which a firm may stand: "its stake in Tarn".
    here = re.escape(words)
    return re.search(rf"\b(?:based|born|headquartered|located)\sin\s{here}\b|\b{here}-based\b", index.text) is not None


def begins_a_firm(alias: str, name: str, index: Index) -> str | None:
    """The firm of the article that begins with a person's family name, which alone may then mean either."""
    words = name.split()
    if len(words) < 2 or alias != words[-1].strip(","):
        return None
    for other in (name.text for name in index.distinct_names.values()):
        if (
            other.startswith((f"{alias} ", f"{alias}'s ", f"{alias}’s "))
            and name_kind(other) in ("company", "other")
            and not index.directory.is_person(other)
        ):
            return other
    return None
