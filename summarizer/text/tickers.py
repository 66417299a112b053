"""Tickers: the symbol of a listed company beside its name, as newswires and market pages write it.

Origin of the patterns: the forms of Reuters, Bloomberg, Dow Jones and company releases.
"""

from __future__ import annotations

from summarizer.text.name_forms import has_legal_form, may_refer
from summarizer.text.name_words import NOT_NAMES
from summarizer.text.patterns import pattern

_MARKETS = r"(?:AU|CN|FP|GR|GY|HK|IM|IN|JP|KS|LN|NA|NO|SM|SP|SS|SW|UN|UQ|US|UW)"
"""The two letters that Bloomberg puts behind a symbol."""
_TICKER = pattern(
    r"\s?[(<\[]\$?(?P<exchange>(?:[A-Z][A-Za-z .-]{1,20}|ticker|symbol|ticker symbol)(?:: ?|/))?"
    r"(?P<symbol>(?(exchange)[A-Z0-9]{1,12}|[A-Z0-9]{1,6})(?:\.[A-Z]{1,3})?)"
    rf"(?P<market>[: ]{_MARKETS}(?: Equity)?|-(?:AMEX|NASDAQ|Nasdaq|NYSE|N|O|Q))?"
    r"(?:[;,][^()<>\[\]]{0,40})?[)>\]]"
)
_LISTED = pattern(rf"\s?[(<\[]([A-Z0-9]{{1,6}}):{_MARKETS}[)>\]]")
_SYMBOL_BEHIND = pattern(rf" ([A-Z]{{1,5}})(?: {_MARKETS}(?: Equity)?)?(?=,| [a-z])")
_SYMBOL_WITH_CHANGE = pattern(r"(?:['’]s)?,? ([A-Z]{1,5}), ?[+–−-] ?\d")
"""As market pages write it behind a name: "Acme Tool ATL, +0.35%"."""
_RATINGS = frozenset({"ADD", "BUY", "CUT", "HOLD", "NR", "REDUCE", "SELL"})
"""What an analyst's note has in brackets behind a name besides: his advice."""
_EVENTS = frozenset(
    {
        "AGM",
        "CEO",
        "CFO",
        "CMD",
        "COO",
        "CTO",
        "EGM",
        "ESG",
        "FY",
        "GDP",
        "H1",
        "H2",
        "HY",
        "IPO",
        "JV",
        "PLC",
        "Q1",
        "Q2",
    }
    | {"Q3", "Q4", "TBA", "TBC"}
)
"""What a calendar or a list has in brackets behind a name: what a company reports that day, or who of it speaks."""
_BRACKETS = ("(", "<", "[")


def ticker_behind(text: str, at: int, full: str, form: str) -> str | None:
    """The ticker that a text has right behind `form`, a name that ends at the offset `at` and means `full`."""
    following = text[at : at + 2]
    if following[:1] in _BRACKETS or following[1:] in _BRACKETS:
        if listed := _LISTED.match(text, at):
            return listed[1]
        match = _TICKER.match(text, at, at + 70)
        if match is None or not any(map(str.isalpha, match["symbol"])):
            return None
        if (
            match["exchange"]
            or match["market"]
            or "." in match["symbol"]
            or following.strip()[:1] == "<"
            or text[match.start("symbol") - 1] == "$"
        ):
            return match["symbol"].rstrip(".")
        short = match["symbol"]
        if short in _RATINGS or short in _EVENTS:
            return None
        # In brackets alone it may be an acronym, as of names that do not begin where they were read to begin.
        words = full.split()
        tails = (" ".join(words[low:]) for low in range(len(words)))
        return None if len(short) > 5 or any(may_refer(short, tail) for tail in tails) else short
    if (following[:1] in ",'’" or following[1:].isupper()) and (match := _SYMBOL_WITH_CHANGE.match(text, at)):
        return match[1]
    if following[:1] == " " and following[1:].isupper() and has_legal_form(form):
        match = _SYMBOL_BEHIND.match(text, at)
        if match and match[1].lower() not in NOT_NAMES and match[1] not in ("A", "I", "US", "UK"):
            return match[1]
    return None
