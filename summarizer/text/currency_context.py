"""Whose francs and crowns an amount is in: by the countries that its sentence, or the whole text, tells of.

Origin of the table: the names, adjectives and main business cities of the countries whose money English calls by a word
that several share (ISO 4217 lists 1 and 3, United Nations country names), and the legal forms of one country alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.currencies import CROWNS, FRANCS, PESOS, WORDS
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern

_COUNTRIES: dict[str, str] = {
    "AED": "Abu Dhabi|Dubai|Emirati|Emirates|UAE",
    "ARS": "Argentina|Argentine|Argentinian|Buenos Aires",
    "BEF": "Antwerp|Belgian|Belgium",
    "BHD": "Bahrain|Bahraini",
    "CHF": "Basel|Geneva|Swiss|Switzerland|Zurich|Zürich",
    "CLP": "Chile|Chilean|Santiago",
    "COP": "Bogota|Bogotá|Colombia|Colombian",
    "CZK": "Czech|Czechia|Prague",
    "DKK": "Copenhagen|Danish|Denmark",
    "FRF": "France|French|Lyon|Marseille|Paris",
    "IQD": "Baghdad|Iraq|Iraqi",
    "ISK": "Iceland|Icelandic|Reykjavik",
    "JOD": "Amman|Jordanian",
    "KES": "Kenya|Kenyan|Nairobi",
    "KWD": "Kuwait|Kuwaiti",
    "LUF": "Luxembourg",
    "MAD": "Casablanca|Moroccan|Morocco",
    "MXN": "Mexican|Mexico|Monterrey",
    "NOK": "ASA|Bergen|Norway|Norwegian|Oslo",
    "PHP": "Manila|Philippine|Philippines|Filipino",
    "RSD": "Belgrade|Serbia|Serbian",
    "SEK": "AB|Gothenburg|Stockholm|Sweden|Swedish",
    "SKK": "Bratislava|Slovak|Slovakia",
    "TZS": "Dar es Salaam|Tanzania|Tanzanian",
    "UGX": "Kampala|Uganda|Ugandan",
    "UYU": "Montevideo|Uruguay|Uruguayan",
    "XAF": "Cameroon|Chad|Congo|Congolese|Gabon|Gabonese",
    "XOF": "Abidjan|Benin|Burkina Faso|Dakar|Ivorian|Ivory Coast|Mali|Malian|Niger|Senegal|Senegalese|Togo",
}
_OF = {word: code for code, words in _COUNTRIES.items() for word in words.split("|")}
_COUNTRY = pattern(rf"(?<![\w-])(?:{'|'.join(sorted(_OF, key=lambda word: (-len(word), word)))})(?![\w])")
_SHARED = frozenset(
    {CROWNS, FRANCS, PESOS, *(WORDS[word].currencies for word in ("dinars", "dirhams", "kroner", "shillings"))}
)
"""Candidates of which none is likelier than the others where no country is told."""


def in_context(
    amounts: Sequence[Amount], text: str, start: int, end: int, whole: dict[tuple[str, ...], str | None]
) -> Sequence[Amount]:
    """The amounts of the sentence `text[start:end]`; of francs, crowns and the like the currency of the one country
    told there, or else in the whole text, comes first, before the other candidates. `whole` keeps what the whole text
    tells from one sentence to the next."""
    if not any(amount.currencies in _SHARED for amount in amounts):
        return amounts
    found = []
    for amount in amounts:
        code = None
        if amount.currencies in _SHARED:
            code = _told(amount.currencies, text, start, end)
            if code is None:
                if amount.currencies not in whole:
                    whole[amount.currencies] = _told(amount.currencies, text, 0, len(text))
                code = whole[amount.currencies]
        if code is not None:
            others = sorted((other for other in amount.currencies if other != code), reverse=True)
            # Of two the other one is dropped, since their order alone would not show that it was told.
            found.append(amount._replace(currencies=(code, *(others if len(others) > 1 else ()))))
        else:
            found.append(amount)
    return found


def likeliest(currencies: Sequence[str]) -> str | None:
    """The first of the candidates for an amount's currency; None where it would only be a guess."""
    return None if not currencies or tuple(currencies) in _SHARED else currencies[0]


def _told(currencies: Sequence[str], text: str, start: int, end: int) -> str | None:
    """The one of the currencies whose country is told in `text[start:end]`, None where none or several are."""
    told = {code for match in _COUNTRY.finditer(text, start, end) if (code := _OF[match.group()]) in currencies}
    return told.pop() if len(told) == 1 else None
