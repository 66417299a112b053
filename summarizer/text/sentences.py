"""Where sentences begin and end in English news prose.

The text is cut into paragraphs first, then each paragraph at the full stops, question marks, exclamation marks and
ellipses that end a sentence. What a full stop after an abbreviation means depends on the word that follows: one that
opens sentences, or one that this very text also writes in lower case, begins a new one (the orthographic evidence of
Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", 2006). How the rules compare with libraries:
docs/decisions/sentences.md.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.text import abbreviations as words
from summarizer.text.cached import cached_property
from summarizer.text.paragraphs import paragraphs
from summarizer.text.patterns import pattern

_FOREIGN_MARKS = "。！？｡।؟۔"
_CLOSERS = "\"'”’»›)\\]}\u200b\u200c\u200d\u2060\ufeff"
_MARK = pattern(rf"[.!?…‼⁇⁈⁉{_FOREIGN_MARKS}]")
"""Where a candidate may begin: one class of characters, which is quicker looked for than the whole."""
_CANDIDATE = pattern(
    rf"(?P<mark>\.(?:[ \u00a0]\.)+(?!\.)|[.!?…‼⁇⁈⁉]+|[{_FOREIGN_MARKS}]+)"
    rf"(?P<close>(?:[{_CLOSERS}]|\[\d{{1,3}}\]|\s(?:''(?!\w)|-RRB-|-RSB-|”))*)"
)
"""Marks, then what still belongs to the sentence: closing quotation marks, brackets, a footnote's number."""
_LEAD = pattern(r"(?:(?:``|[\"“”'‘’«‹(\[{…·—–]|--?|\.{3})\s?|[$€£¥₹¿¡*_#@]){0,8}")
_WORD = pattern(r"[^\W_](?:[\w&'’]|-(?=\w)){0,40}")
_BEFORE_WORD = pattern(r"[\s\"“”'‘’(\[{<>«»/—–-]")
_GAP = pattern(r"\s*")
_ALNUM = pattern(r"[^\W_]")
_LOWER_WORD = pattern(r"(?<![^\W_])[a-z]{2,}(?![^\W_])")
_LONE_LETTER = pattern(r"(?<![\w&.'’/-])[B-HJ-Z](?![\w&.-])")
_SPEECH = pattern(r"(?:[^\W_][\w.’'-]{0,30},?\s+){1,5}?([a-z]{3,12})\b")
_DOTTED = pattern(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_REACH = 32
"""Characters looked back for the word before a mark: longer words are no abbreviations."""


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as half-open (start, end) in characters.

    They are in order and disjoint, neither begin nor end with white space, and together hold every character that is
    not white space. The same text always gives the same sentences, in time linear in its length.
    """
    evidence = _Evidence(text)
    return [span for start, end in paragraphs(text) for span in _split_paragraph(evidence, start, end)]


class _Evidence:
    """What the whole text shows about its words, gathered when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that stand in lower case somewhere: capitalised, they open a sentence."""
        return frozenset(_LOWER_WORD.findall(self.text))

    @cached_property
    def lone_letters(self) -> frozenset[str]:
        """Capital letters that stand alone without a full stop, such as the company X: not initials."""
        return frozenset(_LONE_LETTER.findall(self.text))

    def opens(self, word: str) -> bool:
        folded = word.casefold()
        return folded in words.OPENERS or (folded in self.lower_words and not word.isupper())


class _Turn(NamedTuple):
    """A place where a sentence may end, and what stands before and after it."""

    begin: int
    """Where the first word stands of the sentence that may end here."""
    stop: int
    """Where the mark stands."""
    mark: str
    closed: str
    """Quotation marks and brackets that close after the mark."""
    after: int
    """Where the next sentence would begin."""
    led: str
    """Quotation marks, brackets, dashes and signs before the next word."""
    word: str
    """The next word."""


def _split_paragraph(evidence: _Evidence, start: int, end: int) -> list[tuple[int, int]]:
    text = evidence.text
    spans: list[tuple[int, int]] = []
    worded = _first_letter(text, start, end)
    quotes, counted = 0, start
    cut = start
    for mark in _MARK.finditer(text, start, end):
        if mark.start() <= worded or mark.start() < cut:
            continue
        match = _CANDIDATE.match(text, mark.start(), end)
        if match is None:
            continue
        cut = match.end()
        if text.startswith(' "', cut) and text[cut + 2 : cut + 3] in ("", " "):
            quotes += text.count('"', counted, cut)
            counted = cut
            cut += 2 * (quotes % 2)  # tokenised text: the mark closes what was opened before
        if cut >= end:
            break
        if _ends(evidence, match, cut, worded, end):
            spans.append((start, cut))
            start = _after_gap(text, cut, end)
            worded = _first_letter(text, start, end)
    if start < end:
        if spans and worded >= end:
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _first_letter(text: str, start: int, end: int) -> int:
    found = _ALNUM.search(text, start, end)
    return found.start() if found else end


def _after_gap(text: str, start: int, end: int) -> int:
    gap = _GAP.match(text, start, end)
    return gap.end() if gap else start


def _ends(evidence: _Evidence, match: re.Match[str], cut: int, begin: int, end: int) -> bool:
    """Whether the sentence with its first word at `begin` ends with this match, closing marks up to `cut` taken in."""
    text = evidence.text
    if match["mark"][0] in _FOREIGN_MARKS:
        return True
    after = _after_gap(text, cut, end)
    if after == cut:
        return _lacks_space(text, match, cut, end)
    lead = _LEAD.match(text, after, end)
    opening = lead.end() if lead else after
    following = _WORD.match(text, opening, end)
    if following is None:
        return False
    closed = text[match.end("mark") : cut].strip()
    turn = _Turn(begin, match.start(), match["mark"], closed, after, text[after:opening], following[0])
    if not _may_open(turn):
        return False
    if turn.mark[-1] in "!?‼⁇⁈⁉":
        return _shout_ends(text, turn, end)
    if "…" in turn.mark or turn.mark.count(".") > 2:
        return _ellipsis_ends(text, turn)
    return turn.mark == ".." or bool(turn.closed.strip("'’")) or _full_stop_ends(evidence, turn)


def _may_open(turn: _Turn) -> bool:
    """Whether the next word can begin a sentence: a capital, a digit, a script without case, a name like xAI, @name."""
    if turn.led[:1] in ("—", "–", "-") and turn.closed:
        return False  # “… the deal.” — Jane Roe
    return (
        not turn.word[0].islower() or any(letter.isupper() for letter in turn.word[1:4]) or turn.led[-1:] in ("@", "#")
    )


def _lacks_space(text: str, match: re.Match[str], cut: int, end: int) -> bool:
    """“… the deal.The company”: a word in lower case, one mark, no space, and a word that opens sentences."""
    before = text[max(0, match.start() - 2) : match.start()]
    if len(match["mark"]) > 1 or len(before) < 2 or not (before.isalpha() and before.islower()):
        return False
    quoted = text[cut] == "“"
    following = _WORD.match(text, cut + quoted, end)
    if following is None or not following[0].istitle():
        return False
    return bool(match["close"]) or quoted or following[0].casefold() in words.OPENERS


def _shout_ends(text: str, turn: _Turn, end: int) -> bool:
    """A question or exclamation mark ends a sentence, save in “Why now?” Roe asked, and in Yahoo! Inc."""
    following = turn.word.casefold()
    if turn.closed:
        speech = _SPEECH.match(text, turn.after, min(end, turn.after + 120))
        return not (speech and speech[1] in words.SPEECH_VERBS)
    if turn.mark == "!" and not turn.led:
        named = _word_before(text, turn.stop).casefold() in words.NAMES_WITH_MARK
        return following not in words.FORMS_AFTER and (not named or following in words.OPENERS)
    return True


def _ellipsis_ends(text: str, turn: _Turn) -> bool:
    """An ellipsis before a capital ends a sentence, save one in brackets and a stutter: “I… I never knew”."""
    if turn.closed[:1] in ("]", ")") and text[turn.stop - 1] in "[(":
        return False
    return not turn.led.startswith(("$", "€", "£")) and _word_before(text, turn.stop) != turn.word


def _word_before(text: str, stop: int) -> str:
    """The word that ends at `stop`, spaces before it skipped."""
    near = text[max(0, stop - _REACH) : stop].rstrip()
    return _BEFORE_WORD.split(near)[-1]


def _full_stop_ends(evidence: _Evidence, turn: _Turn) -> bool:
    before = _word_before(evidence.text, turn.stop)
    key = before.casefold()
    if turn.stop - len(before) <= turn.begin and (before.isdecimal() or len(before) == 1):
        return len(before) > 3  # the number of a list item
    if key in words.BEFORE_NUMBER and turn.word[0].isdigit():
        return False
    if key in words.LINKS or (key in words.TITLES and before[0].isupper()):
        return False
    if len(before) == 1 and before.isupper():
        return _letter_ends(evidence, turn, before)
    if not _is_abbreviation(before):
        return True
    if turn.led[:1] in ("(", "—", "–", "-"):
        return False  # Acme Corp. (NYSE: ACM), Dayton, Calif. —
    if len(before) > 1 and before.isupper() and len(turn.word) > 1 and turn.word.isupper() and "." not in before:
        return turn.word.casefold() in words.OPENERS_IN_CAPITALS
    return _abbreviation_ends(evidence, turn, key)


def _is_abbreviation(word: str) -> bool:
    key = word.casefold()
    if key in words.ALSO_WORDS and not word[0].isupper():
        return False
    return key in words.COMPANY_FORMS or key in words.PLACES_AND_TIMES or _DOTTED.fullmatch(word) is not None


def _letter_ends(evidence: _Evidence, turn: _Turn, letter: str) -> bool:
    """A capital letter and a full stop: a name's initial, or a name of one letter at the end of a sentence."""
    following = turn.word.casefold()
    if (following in words.OPENERS and len(following) > 1) or letter in evidence.lone_letters:
        return True
    before = _word_before(evidence.text, max(turn.begin, turn.stop - 2))
    if before == "&" or (letter == "I" and before.islower()):
        return True
    return evidence.opens(turn.word) and len(following) > 1 and not before[:1].isupper()


def _abbreviation_ends(evidence: _Evidence, turn: _Turn, key: str) -> bool:
    following = turn.word.casefold()
    if following in words.ROLES or (key in words.TIMES_OF_DAY and following in words.TIME_ZONES):
        return False
    if key == "st" and not _word_before(evidence.text, max(turn.begin, turn.stop - 3))[:1].isupper():
        return False  # Saint, where a capital before it makes it a street
    if key in words.BEFORE_NAMES:
        return following in words.OPENERS or turn.led[:1] in ('"', "“", "‘")
    if evidence.opens(turn.word) or turn.led[:1] in ('"', "“", "‘"):
        return True
    if key in words.COMPANY_FORMS:
        return not (following in words.FORMS_AFTER or turn.word[0].isdigit() or _is_ticker(evidence.text, turn))
    return False


def _is_ticker(text: str, turn: _Turn) -> bool:
    """Whether the next word may be the exchange symbol of the company before: “Orchard Robotics Inc. ORBT rose 4%”."""
    if not (turn.word.isupper() and len(turn.word) <= 5):
        return False
    name = text[max(turn.begin, turn.stop - 60) : turn.stop].split()
    return any(part[0] == turn.word[0] for part in name)
