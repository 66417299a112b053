"""The signs, codes and words of money, each with the currencies (ISO 4217) that it can stand for, the likeliest first.

Sources: ISO 4217 lists 1 and 3, Unicode CLDR's English currency symbols and names, the signs of the financial wires
(Reuters and AP style books: "dlrs", "stg", "C$", "Cdn$"). A sign that several countries share lists those with the
most business news first.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.plain import GAP

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

CODES = word_set(
    """
    AED ARS ATS AUD BDT BEF BGN BHD BRL CAD CHF CLP CNH CNY COP CZK DEM DKK DZD EGP ESP ETB EUR FIM FRF GBP GHS GRD
    HKD HUF IDR IEP ILS INR ISK ITL JMD JOD JPY KES KRW KWD KZT LKR LUF MAD MXN MYR NGN NLG NOK NZD OMR PEN PHP PKR
    PLN PTE QAR RON RUB SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU VND XAF XOF ZAR ZMW
    """
)
"""ISO 4217 codes met in business news, former ones too, but none that is an English word in capitals (ALL, TOP)."""


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

_SYMBOLS = frozenset(sign[-1] for sign in SIGNS if not sign[-1].isalpha())
_IN_LETTERS = {sign: currencies for sign, currencies in SIGNS.items() if sign.isalpha()} | {
    code: (code,) for code in CODES
}
_IN_SYMBOLS = "|".join(sorted((re.escape(sign) for sign in SIGNS if not sign.isalpha()), key=lambda s: (-len(s), s)))
_SIGN = rf"(?:(?P<code>{'|'.join(sorted(CODES))})[ ]?)?(?P<sign>{_IN_SYMBOLS})"
_BEFORE = pattern(rf"(?<![^\W\d_])(?:{_SIGN})[ \xa0]?\Z|(?P<bare>[^\w\s])[ \xa0]?\Z")
_LEADING = pattern(rf"(?:{_SIGN}|(?P<letters>[^\W\d_]{{1,4}})\.?)[ \xa0]?(?=[\d.])")
_NEXT_WORD = pattern(rf"(?>{GAP}|-|[ ]-[ ])(?P<word>U\.S\.?|[^\W\d_]{{1,12}}(?![^\W_]))")
MONEY_SIGNS = "£€¥₹₽₩₺₪¢$"
"""What may stand behind a number, besides letters, and say that it is money."""
_OPENING_SIGNS = MONEY_SIGNS[:-1]
"""Those that a space may go before: behind one, "$" opens the next amount."""
_SPACES = " \xa0"
_GLUED = pattern(
    rf"[ \xa0]?(?P<sign>[{_OPENING_SIGNS}])(?!\d)|(?P<dollar>\$)(?![\w(])"
    r"|(?:(?<=\d)(?P<minor>[pc])|(?P<code>[A-Z]{3}))(?![^\W_])"
)
_SCREENS = pattern(r"\s+(?:video|videos|resolution|display|screen|hd)\b", re.IGNORECASE)
_OF_WEIGHT = pattern(
    rf"{GAP}of(?!{GAP}(?:(?:annual|extra|fresh|further|gross|net|new|pre-?tax|senior|total|yearly){GAP})?"
    r"(?:sterling|assets|bonds|capital|cash|claims|costs|debts?|earnings|equity|funding|funds|income|investments?|loans"
    r"|loss(?:es)?|money|profits?|revenues?|sales|savings|shares|spending|stock|tax(?:es)?|turnover)\b)"
)
_TELLING = frozenset(WORDS) | {nation.split()[0] for nation in NATIONS}
"""What the first word of an amount of money may be: of money itself, or of the nation whose it is."""
_DOUBTFUL = frozenset({"mark", "penny", "rand", "won"})


class Sign(NamedTuple):
    """A sign before a number: where it begins, what it can stand for, and whether it is one letter, as "R" is."""

    start: int
    currencies: tuple[str, ...]
    letter: bool = False


def sign_before(text: str, floor: int, start: int) -> Sign | None:
    """The currency sign or code right before the number at `start`: "US$", "EUR ", "Rs. "; nothing before `floor`."""
    low = max(floor, start - 9)
    tail = text[low:start]
    body = tail[:-1] if tail[-1:] in (" ", "\xa0") else tail
    if body[-1:] in _SYMBOLS:
        found = _BEFORE.search(tail)
        if not found:
            return None
        if found["bare"]:
            return Sign(low + found.start(), SIGNS[found["bare"]]) if found["bare"] in SIGNS else None
        return Sign(low + found.start(), (found["code"],) if found["code"] else SIGNS[found["sign"]])
    words = body.removesuffix(".")
    if not words[-1:].isalpha():
        return None
    begin = len(words)
    while begin and words[begin - 1].isalpha():
        begin -= 1
    letters = words[begin:]
    if letters not in _IN_LETTERS or (begin and words[begin - 1] in "-_") or (begin and words[begin - 1].isdecimal()):
        return None
    return Sign(low + begin, _IN_LETTERS[letters], len(letters) == 1)


def leading_sign(text: str, at: int) -> int:
    """Where the number begins whose currency sign stands at `at`; `at` itself where none stands."""
    found = _LEADING.match(text, at)
    return found.end() if found and (found["sign"] or found["letters"] in _IN_LETTERS) else at


def money_behind(text: str, at: int, *, scaled: bool) -> tuple[Coin, int] | None:
    """What stands behind a number that ends at `at` and says that it is money, and where it ends.

    `scaled` tells that the number has a scale word or thousands marks: only then is "won" no verb.
    """
    first = text[at : at + 1]
    spaced = first in _SPACES
    may_be_glued = text[at + 1 : at + 2] in _OPENING_SIGNS if spaced else first in MONEY_SIGNS or first.isalpha()
    if may_be_glued and (glued := _GLUED.match(text, at)):
        if glued["minor"]:
            if scaled or _SCREENS.match(text, glued.end()):
                return None
            return WORDS["pence" if glued["minor"] == "p" else "cents"], glued.end()
        if glued["code"]:
            return (Coin((glued["code"],)), glued.end()) if glued["code"] in CODES else None
        sign = glued["sign"] or glued["dollar"]
        return (WORDS["cents"] if sign == "¢" else Coin(SIGNS[sign])), glued.end()
    word = _NEXT_WORD.match(text, at)
    if not word:
        return None
    written = word["word"]
    if written in CODES:
        return Coin((written,)), word.end()
    if written.lower().rstrip(".") not in _TELLING:
        return None
    nation, word = _nation(text, word)
    name = word["word"].lower()
    if name not in WORDS:
        return None
    end = word.end()
    if name in ("pound", "pounds") and not nation:
        if _OF_WEIGHT.match(text, end):
            return None
        sterling = _NEXT_WORD.match(text, end)
        if sterling and sterling["word"].lower() == "sterling":
            return Coin(("GBP",)), sterling.end()
    if name in _DOUBTFUL and not (scaled or nation):
        return None
    return _coin(name, nation), end


def _nation(text: str, word: re.Match[str]) -> tuple[str | None, re.Match[str]]:
    """The nation that `word` begins, if it does, and the word behind it."""
    name = word["word"].lower().rstrip(".")
    following = _NEXT_WORD.match(text, word.end())
    if following and f"{name} {following['word'].lower()}" in NATIONS:
        name = f"{name} {following['word'].lower()}"
        following = _NEXT_WORD.match(text, following.end())
    return (name, following) if name in NATIONS and following else (None, word)


def _coin(word: str, nation: str | None) -> Coin:
    coin = WORDS[word]
    if nation:
        stem = "dollar" if word.startswith("dlr") else word
        codes = NATIONS[nation]
        code = next((code for beginning, code in codes.items() if stem.startswith(beginning)), None)
        if code is None and coin.factor != 1:
            code = next(iter(codes.values()))
        if code:
            return Coin((code,), coin.factor)
    return coin
