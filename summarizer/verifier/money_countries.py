"""Whose dollars, pounds and rupees an article counts in, by the countries that it tells of.

Several countries write their own money with a bare "$". Whichever of them an article tells of more than of the one that
the sign stands for first may be the one meant. A mention at the head counts for two.

Origin of the table: the names, adjectives, main business cities, provinces and exchanges of the countries whose money
English calls by a word that several share (ISO 4217 lists 1 and 3, ISO 3166-2, ISO 10383). Names that are as often a
person's or another country's town's (Austin, Hamilton, Victoria, Georgia) are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from summarizer.text.currencies import SIGNS
from summarizer.text.currency_context import likeliest
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Index
from summarizer.verifier.measured import rate

_COUNTRIES: dict[str, str] = {
    "USD": "US|U.S.|U.S|USA|U.S.A.|United States|America|American|Americans|Wall Street|NYSE|Nasdaq|NASDAQ|AMEX"
    "|Dow Jones|S&P 500|New York|Washington|Silicon Valley|Federal Reserve|Fortune 500|Pentagon|White House|Chapter 11"
    "|Federal Trade Commission|Securities and Exchange Commission|Food and Drug Administration|Department of Justice"
    "|Justice Department|SEC|FTC|FDA"
    "|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana"
    "|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana"
    "|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon"
    "|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|West Virginia|Wisconsin"
    "|Wyoming|Ariz.|Calif.|Colo.|Conn.|Fla.|Ill.|Ind.|Kan.|Mass.|Mich.|Minn.|N.C.|N.J.|N.Y.|Pa.|Tenn.|Wis."
    "|Atlanta|Baltimore|Boston|Brooklyn|Chicago|Cincinnati|Cleveland|Dallas|Denver|Detroit|Houston|Indianapolis"
    "|Las Vegas|Los Angeles|Manhattan|Miami|Milwaukee|Minneapolis|Nashville|Philadelphia|Pittsburgh|Salt Lake City"
    "|San Diego|San Francisco|San Jose|Seattle|St. Louis",
    "ARS": "Argentina|Argentine|Argentinian|Buenos Aires",
    "AUD": "ACCC|Adelaide|ASX|Australia|Australian|Australians|Brisbane|Canberra|Melbourne|New South Wales|Perth"
    "|Queensland|Sydney|Tasmania|Tasmanian",
    "BBD": "Barbadian|Barbados|Bridgetown",
    "BND": "Brunei|Bruneian",
    "CAD": "Alberta|British Columbia|Calgary|Canada|Canadian|Canadians|Edmonton|Manitoba|Montreal|Montréal|Nova Scotia"
    "|Ontario|Ottawa|Quebec|Québec|Saskatchewan|Toronto|TSX|TSXV|TSX-V|Vancouver|Winnipeg",
    "CLP": "Chile|Chilean|Chileans|Santiago",
    "COP": "Bogota|Bogotá|Colombia|Colombian|Colombians|Medellin|Medellín",
    "FJD": "Fiji|Fijian|Fijians|Suva",
    "GYD": "Guyana|Guyanese",
    "HKD": "Hang Seng|HKEX|HKEx|Hong Kong|Kowloon",
    "JMD": "Jamaica|Jamaican|Jamaicans",
    "MXN": "BMV|Guadalajara|Mexican|Mexicans|Mexico|Mexico City|Monterrey",
    "NAD": "Namibia|Namibian|Windhoek",
    "NZD": "Aotearoa|Auckland|Christchurch|Dunedin|Kiwi|Kiwis|Maori|Māori|New Zealand|New Zealander|New Zealanders|NZ"
    "|NZX|Otago|Queenstown|Rotorua|Taranaki|Tauranga|Waikato|Wellington",
    "SGD": "SGX|Singapore|Singaporean|Singaporeans",
    "TTD": "Port of Spain|Tobago|Trinidad|Trinidadian",
    "TWD": "Kaohsiung|Taipei|Taiwan|Taiwanese|TWSE",
    "GBP": "AIM|Birmingham|Britain|Briton|Britons|British|City of London|Edinburgh|England|English|FTSE|Glasgow|Leeds"
    "|London|LSE|Manchester|Northern Ireland|Scotland|Scottish|U.K.|U.K|UK|United Kingdom|Wales|Welsh",
    "EGP": "Cairo|Egypt|Egyptian|Egyptians|EGX",
    "LBP": "Beirut|Lebanese|Lebanon",
    "SDG": "Khartoum|Sudan|Sudanese",
    "SYP": "Damascus|Syria|Syrian|Syrians",
    "INR": "Bangalore|Bengaluru|BSE|Chennai|Delhi|Gujarat|India|Indian|Indians|Kolkata|Maharashtra|Mumbai|New Delhi"
    "|Nifty|NSE|SEBI|Sensex",
    "LKR": "Colombo|Sri Lanka|Sri Lankan",
    "MUR": "Mauritian|Mauritius|Port Louis",
    "NPR": "Kathmandu|Nepal|Nepalese|Nepali",
    "PKR": "Islamabad|Karachi|Lahore|Pakistan|Pakistani|Pakistanis|PSX",
    "CNY": "Beijing|China|Chinese|Guangzhou|Shanghai|Shenzhen",
    "ZAR": "Cape Town|Johannesburg|JSE|South Africa|South African|South Africans",
    "JPY": "Japan|Japanese|Nikkei|Osaka|Tokyo",
}
_NOWHERE = (
    "Central America|Central American|Latin America|Latin American|Melbourne, Fla|New England|North America"
    "|North American|Northern Territory|Ontario, Calif|Perth, Scotland|South America|South American|Vancouver, Wash"
)
"""Names within which one stands that tells of another country, or of several."""
_OF = {word: code for code, words in _COUNTRIES.items() for word in words.split("|")}
_CAPITALS = 4
"""Letters from which a name is read in capitals too, as at the head of a dateline."""


def _in_capitals(word: str) -> str:
    town, comma, state = word.partition(",")
    return f"{town.upper()}{comma}{state}" if len(town) >= _CAPITALS else word


_FORMS: dict[str, str | None] = {
    form: _OF.get(word) for word in (*_OF, *_NOWHERE.split("|")) for form in {word, _in_capitals(word)}
}
_ALSO_GIVEN_NAMES = "Adelaide|Santiago|Sydney|Wellington"
_LONGEST_FIRST = sorted(_FORMS, key=lambda form: (-len(form), form))
_ANY = "|".join(map(re.escape, _LONGEST_FIRST)).replace(r"\ ", r"\s")
_CUE = pattern(rf"(?<![^\W_])(?=[A-Z])(?!(?:{_ALSO_GIVEN_NAMES})\s[A-Z][a-z])(?:{_ANY})(?![^\W_]|\$)")
"""A sign ("US$") is no cue: it tells of one amount and not of the article's country."""
_MARKED = pattern(
    r"(?<![^\W_])(?:(?P<sign>AU|Aus|A|CA|Can|CDN|Cdn|C|HK|J|MX|Mex|NT|NZ|S|TT|TW|US)\$|(?P<code>[A-Z]{3})(?=\s?\d)"
    r"|\$(?P<behind>US|[AC])\b)"
)
_INTO = pattern(r"(?:\s(?:a|per)\sshare|\sapiece)?(?:\s?[(\[]|,\sor\s)(?:[a-z]+\s){0,2}", re.IGNORECASE)
"""Between a sum and the same in another currency: "C$640 million ($460 million)"."""
_NO_MORE = pattern(r"\s?[)\],.]|\s(?:at|each|apiece)\b|\s(?:a|per)\sshare\b", re.IGNORECASE)
"""Behind it: "($2 million of debt)" is another sum."""
_ALL_OF_US = pattern(
    r"\b(?:amounts?|currency|dollars?|figures|prices|references|sums|values)\b[^.\n]{0,80}"
    r"\b(?:US|U\.S\.|United\sStates)\s(?:dollars?|dlrs|currency|funds)\b",
    re.IGNORECASE,
)
"""A line that says what all bare dollars are."""
_EURO = pattern(r"€|\beuros?\b", re.IGNORECASE)
_DOLLAR = pattern(
    r"\$\s?\d|\d\s?(?:(?:[a-z]+|U\.?S\.?)\s){0,2}(?:dollars?|dlrs?)\b|\bin\s(?:U\.?S\.?\s)dollars\b", re.IGNORECASE
)
_HEAD = 3
"""Sentences at the head of an article, its headline among them."""
_BY_SIGN_ALONE = frozenset({"GBP", "INR", "JPY", "USD"})
"""Currencies that come first for their sign or word alone, whatever the article tells of."""


def is_open(given: str, currencies: Sequence[str], index: Index) -> bool:
    """Whether the sign or word for `currencies`, the likeliest first, may mean another than `given` in this article, by
    the countries that it tells of."""
    if len(currencies) < 2 or given not in currencies:
        return False
    if likeliest(currencies) is None:
        return True
    if currencies[0] not in _BY_SIGN_ALONE:
        return given != currencies[0]
    if "EUR" in currencies and _EURO.search(index.text) and not _DOLLAR.search(index.text):
        return given != "EUR"
    told = _told(index)
    rivals = {*currencies, *_ELSEWHERE} if "AUD" in currencies else currencies
    # The first of equals in the order of the candidates.
    best = max((*currencies, *sorted(set(rivals) - set(currencies))), key=lambda code: told.get(code, 0))
    return best != given


_ELSEWHERE = ("BND", "FJD", "GYD", "NAD")
"""Other dollars that are written with the bare sign at home."""
_FIRST = "USD"
"""Whose dollar a bare sign is where nothing is told; "US$" sets it off from the bare one and so speaks not for it."""
_NOT_BARE = -1
"""Less than of any country: a currency into which, or from which, bare signs are converted."""
_WRITTEN_ALIKE = frozenset(_COUNTRIES)
"""Currencies whose countries are looked for."""


def _told(index: Index) -> Mapping[str, int]:
    """How often the article tells of each currency's country. A dollar with a sign of its own tells of its country once
    where nothing else does; only where it is converted into the bare one is that another's."""
    key = (_told,)
    kept = index.remembered.get(key)
    if not isinstance(kept, Counter):
        text = index.text
        head = index.sentences[:_HEAD][-1].end if index.sentences else 0
        told: Counter[str] = Counter()
        for cue in _CUE.finditer(text):
            code = _FORMS[" ".join(cue.group().split())]
            if code is not None:
                told[code] += 2 if cue.start() < head else 1
        for code, converted in _marked(index).items():
            if converted:
                told[code] = _NOT_BARE
            elif code != _FIRST:
                told[code] = max(1, told[code])
        if _ALL_OF_US.search(text):
            told[_FIRST] += len(text)
        kept = index.remembered[key] = told
    return kept


def _marked(index: Index) -> dict[str, bool]:
    """The currencies that have a sign of their own in the article, each with whether a sum in it is given in the bare
    one too."""
    found: dict[str, bool] = {}
    numbers: set[int] = set()
    for mark in _MARKED.finditer(index.text):
        sign = f"{mark['sign']}$" if mark["sign"] else f"${mark['behind']}" if mark["behind"] else None
        code = SIGNS[sign][0] if sign else mark["code"]
        if code in _WRITTEN_ALIKE:
            found[code] = False
            numbers.update(index.sentences_of(mark.span()))
    found.update((code, True) for number in numbers for code in _converted(number, index))
    return found


def _converted(number: int, index: Index) -> Iterator[str]:
    """The currencies with a sign of their own of which a sum in the sentence is given in the bare one beside it."""
    amounts = [amount for amount in index.amounts(number) if amount.kind == "money"]
    for one, other in pairwise(amounts):
        marked, bare = sorted((one, other), key=lambda amount: len(amount.currencies))
        if (
            len(marked.currencies) == 1
            and marked.currencies[0] in bare.currencies
            and len(bare.currencies) > 1
            and _INTO.fullmatch(index.text, one.end, other.start)
            and _NO_MORE.match(index.text, other.end)
            and rate(index.text, other.end) in (rate(index.text, one.end), None)
        ):
            yield marked.currencies[0]
