"""The signs, codes and words of money, each with the currencies (ISO 4217) that it can stand for, the likeliest first.

Sources: ISO 4217 lists 1 and 3, Unicode CLDR's English currency symbols and names, the signs of the financial wires
(Reuters and AP style books: "dlrs", "stg", "C$", "Cdn$"). A sign that several countries share lists those with the
most business news first.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

DOLLARS = ("USD", "CAD", "AUD", "HKD", "SGD", "NZD", "TWD", "MXN", "BRL", "CLP", "COP", "ARS", "JMD", "BBD", "TTD")
POUNDS = ("GBP", "EGP", "LBP", "SYP", "IEP", "CYP", "SDG")
RUPEES = ("INR", "PKR", "LKR", "NPR", "MUR")
CROWNS = ("SEK", "NOK", "DKK", "CZK", "ISK", "SKK")
FRANCS = ("FRF", "CHF", "BEF", "LUF", "XOF", "XAF")
PESOS = ("MXN", "PHP", "ARS", "CLP", "COP", "UYU")

SIGNS: dict[str, tuple[str, ...]] = {
    "$": DOLLARS,
    "$A": ("AUD",),
    "$C": ("CAD",),
    "$US": ("USD",),
    "A$": ("AUD",),
    "AU$": ("AUD",),
    "Aus$": ("AUD",),
    "BZ$": ("BZD",),
    "B$": ("BND", "BSD"),
    "C$": ("CAD",),
    "CA$": ("CAD",),
    "CN¥": ("CNY",),
    "Can$": ("CAD",),
    "Cdn$": ("CAD",),
    "CDN$": ("CAD",),
    "DM": ("DEM",),
    "Dfl": ("NLG",),
    "E£": ("EGP",),
    "FF": ("FRF",),
    "Fr": ("CHF", "FRF"),
    "Ft": ("HUF",),
    "HK$": ("HKD",),
    "IR£": ("IEP",),
    "J$": ("JMD",),
    "JP¥": ("JPY",),
    "Kč": ("CZK",),
    "M$": ("MYR", "MXN"),
    "MX$": ("MXN",),
    "Mex$": ("MXN",),
    "N$": ("NAD",),
    "NT$": ("TWD",),
    "NZ$": ("NZD",),
    "P": ("PHP", "MXN"),
    "Php": ("PHP",),
    "R": ("ZAR",),
    "R$": ("BRL",),
    "RM": ("MYR",),
    "RMB": ("CNY",),
    "RMB¥": ("CNY",),
    "Rp": ("IDR",),
    "Re": RUPEES,
    "Rs": RUPEES,
    "S$": ("SGD",),
    "SFr": ("CHF",),
    "Sfr": ("CHF",),
    "SwFr": ("CHF",),
    "TT$": ("TTD",),
    "TW$": ("TWD",),
    "U.S.$": ("USD",),
    "US$": ("USD",),
    "Z$": ("ZWL",),
    "kr": CROWNS,
    "zł": ("PLN",),
    "£": POUNDS,
    "¥": ("JPY", "CNY"),
    "฿": ("THB",),
    "₡": ("CRC",),
    "₦": ("NGN",),
    "₩": ("KRW", "KPW"),
    "₪": ("ILS",),
    "₫": ("VND",),
    "€": ("EUR",),
    "₭": ("LAK",),
    "₮": ("MNT",),
    "₱": ("PHP",),
    "₲": ("PYG",),
    "₴": ("UAH",),
    "₵": ("GHS",),
    "₸": ("KZT",),
    "₹": ("INR",),
    "₺": ("TRY",),
    "₼": ("AZN",),
    "₽": ("RUB",),
    "₾": ("GEL",),
    "₿": ("XBT",),
}
"""What stands before a number. Kept as it is written: case counts."""

LETTER_SIGNS = frozenset({"DM", "Dfl", "FF", "Fr", "Ft", "Kč", "P", "Php", "R", "RM", "RMB", "Rp", "Re", "Rs", "SFr"})
"""Signs made of letters alone; one of a single letter counts only before a scale word or a grouped number."""

CODES = frozenset(
    """
    AED ARS ATS AUD BDT BEF BGN BHD BRL CAD CHF CLP CNH CNY COP CZK DEM DKK DZD EGP ESP ETB EUR FIM FRF GBP GHS GRD HKD
    HUF IDR IEP ILS INR ISK ITL JMD JOD JPY KES KRW KWD KZT LKR LUF MAD MXN MYR NGN NLG NOK NZD OMR PEN PHP PKR PLN PTE
    QAR RON RUB SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU VND XAF XOF ZAR ZMW
    """.split()
)
"""ISO 4217 codes met in business news, former ones too; those that are English words in capitals (ALL, TOP) left out."""


class Coin(NamedTuple):
    """What a word for money means: `factor` units of one of `currencies`."""

    currencies: tuple[str, ...]
    factor: Decimal = Decimal(1)


_HUNDREDTH = Decimal("0.01")

WORDS: dict[str, Coin] = {
    "baht": Coin(("THB",)),
    "bolivars": Coin(("VEF", "VES")),
    "cent": Coin((*DOLLARS, "EUR", "ZAR"), _HUNDREDTH),
    "cents": Coin((*DOLLARS, "EUR", "ZAR"), _HUNDREDTH),
    "cruzados": Coin(("BRC",)),
    "crowns": Coin(CROWNS),
    "cts": Coin((*DOLLARS, "EUR", "ZAR"), _HUNDREDTH),
    "dinar": Coin(("KWD", "BHD", "JOD", "IQD", "RSD")),
    "dinars": Coin(("KWD", "BHD", "JOD", "IQD", "RSD")),
    "dirham": Coin(("AED", "MAD")),
    "dirhams": Coin(("AED", "MAD")),
    "dlr": Coin(DOLLARS),
    "dlrs": Coin(DOLLARS),
    "dollar": Coin(DOLLARS),
    "dollars": Coin(DOLLARS),
    "dong": Coin(("VND",)),
    "drachmas": Coin(("GRD",)),
    "ecus": Coin(("XEU",)),
    "escudos": Coin(("PTE",)),
    "euro": Coin(("EUR",)),
    "euros": Coin(("EUR",)),
    "forint": Coin(("HUF",)),
    "forints": Coin(("HUF",)),
    "franc": Coin(FRANCS),
    "francs": Coin(FRANCS),
    "greenbacks": Coin(("USD",)),
    "guilder": Coin(("NLG",)),
    "guilders": Coin(("NLG",)),
    "hryvnia": Coin(("UAH",)),
    "koruna": Coin(("CZK", "SKK")),
    "kroner": Coin(("NOK", "DKK")),
    "kronor": Coin(("SEK",)),
    "lira": Coin(("TRY", "ITL")),
    "liras": Coin(("TRY", "ITL")),
    "lire": Coin(("ITL",)),
    "loonies": Coin(("CAD",)),
    "mark": Coin(("DEM", "FIM")),
    "marks": Coin(("DEM", "FIM")),
    "naira": Coin(("NGN",)),
    "pence": Coin(("GBP", "IEP"), _HUNDREDTH),
    "penny": Coin(("GBP", "USD"), _HUNDREDTH),
    "pennies": Coin(("USD", "GBP"), _HUNDREDTH),
    "pesetas": Coin(("ESP",)),
    "peso": Coin(PESOS),
    "pesos": Coin(PESOS),
    "pound": Coin(POUNDS),
    "pounds": Coin(POUNDS),
    "pounds sterling": Coin(("GBP",)),
    "punts": Coin(("IEP",)),
    "quid": Coin(("GBP",)),
    "rand": Coin(("ZAR",)),
    "reais": Coin(("BRL",)),
    "renminbi": Coin(("CNY",)),
    "ringgit": Coin(("MYR",)),
    "riyal": Coin(("SAR", "QAR")),
    "riyals": Coin(("SAR", "QAR")),
    "rmb": Coin(("CNY",)),
    "rouble": Coin(("RUB",)),
    "roubles": Coin(("RUB",)),
    "ruble": Coin(("RUB",)),
    "rubles": Coin(("RUB",)),
    "rupee": Coin(RUPEES),
    "rupees": Coin(RUPEES),
    "rupiah": Coin(("IDR",)),
    "schilling": Coin(("ATS",)),
    "schillings": Coin(("ATS",)),
    "shekel": Coin(("ILS",)),
    "shekels": Coin(("ILS",)),
    "shillings": Coin(("KES", "TZS", "UGX")),
    "sterling": Coin(("GBP",)),
    "stg": Coin(("GBP",)),
    "tenge": Coin(("KZT",)),
    "won": Coin(("KRW", "KPW")),
    "yen": Coin(("JPY",)),
    "yuan": Coin(("CNY",)),
    "zloty": Coin(("PLN",)),
    "zlotys": Coin(("PLN",)),
}
"""What stands behind a number, in lower case."""

NATIONS: dict[str, dict[str, str]] = {
    "american": {"dollar": "USD"},
    "argentine": {"peso": "ARS"},
    "australian": {"dollar": "AUD"},
    "austrian": {"schilling": "ATS"},
    "belgian": {"franc": "BEF"},
    "brazilian": {"rea": "BRL"},
    "british": {"pound": "GBP"},
    "canadian": {"dollar": "CAD"},
    "chilean": {"peso": "CLP"},
    "chinese": {"yuan": "CNY"},
    "colombian": {"peso": "COP"},
    "czech": {"crown": "CZK", "koruna": "CZK"},
    "danish": {"crown": "DKK", "krone": "DKK"},
    "dutch": {"guilder": "NLG"},
    "egyptian": {"pound": "EGP"},
    "finnish": {"mark": "FIM"},
    "french": {"franc": "FRF"},
    "german": {"mark": "DEM"},
    "hong kong": {"dollar": "HKD"},
    "indian": {"rupee": "INR"},
    "irish": {"pound": "IEP", "punt": "IEP"},
    "italian": {"lir": "ITL"},
    "jamaican": {"dollar": "JMD"},
    "japanese": {"yen": "JPY"},
    "kuwaiti": {"dinar": "KWD"},
    "lebanese": {"pound": "LBP"},
    "luxembourg": {"franc": "LUF"},
    "malaysian": {"ringgit": "MYR", "dollar": "MYR"},
    "mexican": {"peso": "MXN"},
    "new taiwan": {"dollar": "TWD"},
    "new zealand": {"dollar": "NZD"},
    "norwegian": {"crown": "NOK", "krone": "NOK"},
    "pakistani": {"rupee": "PKR"},
    "philippine": {"peso": "PHP"},
    "russian": {"rouble": "RUB", "ruble": "RUB"},
    "saudi": {"riyal": "SAR"},
    "singapore": {"dollar": "SGD"},
    "slovak": {"crown": "SKK", "koruna": "SKK"},
    "south african": {"rand": "ZAR"},
    "south korean": {"won": "KRW"},
    "swedish": {"crown": "SEK", "krono": "SEK"},
    "swiss": {"franc": "CHF"},
    "taiwan": {"dollar": "TWD"},
    "turkish": {"lira": "TRY"},
    "u.s": {"dollar": "USD"},
    "us": {"dollar": "USD"},
    "zimbabwean": {"dollar": "ZWL"},
}
"""Nations before a word for money, with the currency that the beginning of the word then means."""

_GAP = r"(?:[ \t\xa0]{1,8}(?:\r?\n[ \t\xa0]{0,12})?|\r?\n[ \t\xa0]{0,12})"


def _either(words: object) -> str:
    return "|".join(sorted((re.escape(str(word)) for word in words), key=lambda word: (-len(word), word)))  # type: ignore[attr-defined]


_CODE = _either(CODES)
_SIGN = rf"(?:(?:{_CODE})[ ]?)?(?:{_either(SIGNS)})\.?|(?:{_CODE})"
BEFORE = re.compile(rf"(?:(?<![^\W\d_])(?P<sign>{_SIGN})|(?P<glued>[$£€¥₹₩₽₺₪₱₦]))[ \xa0]?\Z")
"""The sign before a number, to be searched in the characters that lead up to the number."""
LEADING = re.compile(rf"(?<![^\W\d_])(?:{_SIGN})[ \xa0]?(?=[\d.])")
"""A sign and what leads from it to a number's digits."""
_NATION = "|".join(re.escape(nation).replace(r"\ ", _GAP) for nation in sorted(NATIONS, key=lambda n: -len(n)))
_WORD = "|".join(re.escape(word).replace(r"\ ", _GAP) for word in sorted(WORDS, key=lambda w: -len(w)))
BEHIND = re.compile(
    rf"(?:{_GAP}|-)(?:(?i:(?P<nation>{_NATION})\.?(?:{_GAP}|-))?(?i:(?P<word>{_WORD}))(?![^\W_])|(?P<code>{_CODE})(?![^\W_]))"
    rf"|[ \xa0]?(?P<sign>[£€¥₹₩₽₺₪¢])(?!\d)|(?P<dollar>\$)(?![\w(])|(?P<minor>[pc])(?![^\W_])|(?P<codeglued>{_CODE})(?![^\W_])"
)
"""What stands behind a number and says that it is money."""


def sign_currencies(sign: str) -> tuple[str, ...]:
    """The currencies that a sign or code stands for: "USD $" → ("USD",)."""
    sign = sign.strip().rstrip(".")
    if sign[:3] in CODES:
        return (sign[:3],)
    return SIGNS.get(sign) or SIGNS.get(sign + ".", ())


def word_coin(word: str, nation: str | None = None) -> Coin:
    """What a word behind a number means, for its nation where one is named: "Hong Kong", "dollars" → HKD."""
    word = " ".join(word.lower().split())
    coin = WORDS[word]
    if nation:
        for beginning, code in NATIONS[" ".join(nation.lower().split())].items():
            if word.startswith(beginning) or (beginning == "dollar" and word.startswith("dlr")):
                return Coin((code,), coin.factor)
        if coin.factor != 1:
            code = next(iter(NATIONS[" ".join(nation.lower().split())].values()))
            return Coin((code,), coin.factor)
    return coin
