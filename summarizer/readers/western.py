"""Telling Windows-1252 from Mac Roman, and both from everything else, by how the characters stand beside each other.

English news in an 8-bit encoding holds few characters beyond ASCII, nearly all of them quotation marks, dashes,
currency signs and accented letters of names. General detectors need more to go on: on such texts charset-normalizer 3.5
took £ for Ł. A wrong decoding shows at once instead: “cafŽ”, “companyÕs”, “og³osi³a”, “ÒWe”.
"""

from __future__ import annotations

from summarizer.text.patterns import pattern

_CANDIDATES = ("cp1252", "mac_roman")
_LIKELY = 0.9
"""The least share of characters beyond ASCII that must stand where such characters stand in prose."""
_MOST = 20_000
"""Characters beyond ASCII that are looked at."""
_SAMPLE = 100_000
"""Characters whose script is looked at."""
_MOST_LETTERS = 0.25
"""The largest share of all letters that has an accent in a Western language: 0.06 in German, 0.08 in French, 0.1 in
Swedish. Greek and Cyrillic have nearly all theirs beyond ASCII."""

_BEYOND = pattern(r"[^\x00-\x7f]")
_WITHIN_WORDS = frozenset("’–—\u00ad")
_SIGNS = frozenset("“”‘‚„†‡•…‰‹›€™¡¢£¥§©«®°±²³´¶·»¼½¾¿×÷\u00a0ªº")
_RARE_LETTERS = frozenset("ýþðÝÞÐ")
"""Icelandic ones, which are far more often Turkish ones read wrong."""
_WORDS_OF_ONE = frozenset("àáèéìíòóùúÀÁÈÉÒÓÚ")


def guess_western(raw: bytes) -> str | None:
    """ "cp1252" or "mac_roman" where the bytes so decoded read as prose, else None."""
    shares = {encoding: _western_share(raw, encoding) for encoding in _CANDIDATES}
    best = max(_CANDIDATES, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _LIKELY else None


def _western_share(raw: bytes, encoding: str) -> float:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = sum(map(str.isalpha, _BEYOND.findall(text, 0, _SAMPLE)))
    return 0.0 if beyond > _MOST_LETTERS * sum(map(str.isalpha, text[:_SAMPLE])) else likely_share(text)


def likely_share(text: str) -> float:
    """The share, 0 to 1, of the characters beyond ASCII that stand where such characters stand in prose."""
    likely = seen = 0
    for match in _BEYOND.finditer(text):
        likely += _is_likely(text, match.start())
        seen += 1
        if seen == _MOST:
            break
    return likely / max(1, seen)


def _is_likely(text: str, at: int) -> bool:
    character, before, after = text[at], text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if character in _WITHIN_WORDS:
        return True
    if character in "²³" and before.isalpha():
        return before == "m"  # square and cubic metres
    if character in _SIGNS:
        return not (before.isalpha() and after.isalpha()) and not (character in "£€¥" and after.isalpha())
    if (
        not character.isalpha()
        or character in _RARE_LETTERS
        or before.isdecimal()
        or after.isdecimal()
        or before in (",", ".", ";", "!", "?")
    ):
        return False
    if not before.isalpha() and not after.isalpha():
        return character in _WORDS_OF_ONE
    if character.isupper():
        return not before.islower() and not (
            not before.isalpha() and after.isupper() and text[at + 2 : at + 3].islower()
        )
    return True
