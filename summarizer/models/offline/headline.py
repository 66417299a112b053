"""The headline: the article's own where its first lines have one, else the sentence that tells the news.

Origin of the lists: openings that lean on a sentence before are pronouns, determiners and connectives, closed classes
of English grammar; verbs of headlines are those of newswire usage; labels above a story are those of newspapers and of
press releases.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Any, NamedTuple

from summarizer.article import Sentence
from summarizer.models.offline.lexicon import is_furniture
from summarizer.models.offline.reading import Reading
from summarizer.text.datelines import find_dateline
from summarizer.text.mastheads import is_issue, masthead
from summarizer.text.name_forms import strip_suffix
from summarizer.text.patterns import pattern
from summarizer.text.phrases import phrase_set, word_set
from summarizer.text.speech_content import DATELINE

_LONGEST = 220
"""Characters of a headline, at most."""
LONGEST_SENTENCE, _LONGEST_CUT = 700, 300
"""Characters of a sentence of news at most, and of the headline that is cut out of a longer one."""
_LINES = 4
"""Lines at the top among which the headline stands."""
_MOST_SENTENCES = 3
"""Sentences that one line of a headline is cut into, at most: "Is It Over?! Not Yet"."""
_LABEL_WORDS = 3
"""Words of a first line up to which it may be the label above the headline."""
_LABELS = phrase_set("""
    breaking news, corporate news, earnings report, exclusive, for immediate release, for release, market report,
    market wrap, news analysis, news release, press release
""")
_NO_TITLE = pattern(
    r"\W*(?:by|from|posted|published|updated|photo|image|source|reuters|ap|afp|dow jones|bloomberg)\b"
    r"(?=[:.]|\s(?:[A-Z]|on\b|at\b|-|--|\d)|\s*\Z)|\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s.{0,30}\d"
    r"|\W*\d[\d\s/:.,-]*(?:[ap]m)?\Z|.*[@|].*\d{4}|(?:https?:|www\.)"
    r"|[^|]{2,40} \| [A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,2}\Z"
    r"|[^,.;:]{1,40}, (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2} [a-z]{3,9} \d{4}\Z",
    re.IGNORECASE,
)
"""How lines begin that stand around a headline: bylines, agencies, dates, addresses of the web, a paper and its day."""
_SLUG = pattern(
    r"(?:ADVISORY|ANALYSIS|BREAKING|BRIEF|BULLETIN|CORRECTED|EXCLUSIVE|FACTBOX|FEATURE|FLASH|INTERVIEW|REFILE|TEXT|TIMELINE|"
    r"UPDATE(?: ?\d+)?|URGENT|WRAPUP(?: ?\d+)?)(?:\s*[-–—:]+\s*)(?=\S+\s\S)"
)
"""What agencies put before a headline, in capitals: the kind of the story or which writing of it this is. A dateline's
place stands in capitals before a dash too, so such a line would be taken for one."""
_MARKUP = pattern(r"(?:#{1,6} (?P<words>.*?\S)(?: #+)?|(?P<mark>\*\*|__)(?P<bold>[^*_]*\S)(?P=mark))")
"""A heading of Markdown, or a line in bold that stands for one (CommonMark 0.31, 4.2 and 6.2)."""
STALE_START = pattern(
    r"[“\"]?(?:it|he|she|they|its|his|her|their|this|that|these|those|such|both|but|and|or|so|however|still|also|"
    r"meanwhile|"
    r"additionally|instead|moreover|overall|per figure|scenario|separately|simply put|therefore|thus|well|then|yet|"
    r"there|here|what|in addition|as a result|for example|for instance|in fact|of "
    r"course|on the other hand|at the same time|the (?:deal|latter|former|two|move|news|plan|report))\b",
    re.IGNORECASE,
    look=True,
)
"""How sentences begin that lean on the one before."""
_TITLE_VERBS = word_set("""
    acquires agrees beats buys cuts drops ends expects falls files gains hires joins jumps launches leaves loses
    merges misses
    names offers plans posts raises rejects reports rises seeks sees sells settles slips sues to unveils warns wins
""")
"""Verbs in the present tense of headlines."""
NEWS_VERBS = word_set("""
    acquire acquired acquires agreed announced announces approved beat bought completed dropped expects fell filed hired
    jumped launched missed named plans raised rejected reported rose said says settled signed sold sued unveiled will
""")
"""Verbs of news, of four letters and more, as `_WORD` finds them."""


_BULLETS = frozenset(f"{mark} " for mark in "*•‣▪◦·●■")
"""Marks of a list's items, as plain text and web pages have them. No dash: it may be a minus."""


def find_headline(reading: Reading, deals: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The article's own headline if it stands in its text, else the sentence that carries the news.

    None only for an article without a single word.
    """
    if line := _title_line(reading) or _heading(reading):
        return {"evidence": list(line.sentences), "text": line.text}
    sentence = _title(reading, deals) or _lead(reading, deals)
    sentence = sentence if sentence and has_word(sentence.text) else _first_words(reading)
    if sentence is None:
        return None
    return {"evidence": [sentence.number], "text": bounded(without_dateline(sentence.text), _LONGEST_CUT)}


def bounded(text: str, most: int) -> str:
    """`text`, or where it is longer than any sentence of news its first words, about `most` characters of them.

    Only text without sentence ends comes to that: tables, lists, transcripts without marks.
    """
    if len(text) <= LONGEST_SENTENCE:
        return text
    head = text[: most + 1]
    for mark in (";", ",", " "):
        if (at := head.rfind(mark, most // 2)) > 0:
            return head[:at].rstrip(" ,;")
    return text[:most]


def has_word(text: str) -> bool:
    """Whether a text says anything at all: what has no letter and no digit states nothing to the verifier either."""
    return any(map(str.isalnum, text))


def _first_words(reading: Reading) -> Sentence | None:
    return next((sentence for sentence in reading.article.sentences if has_word(sentence.text)), None)


class _Line(NamedTuple):
    """A line at the top that is cut into whole sentences."""

    text: str
    sentences: tuple[int, ...]


def _title_line(reading: Reading) -> _Line | None:
    """The first line that can be a headline; a label above another such line gives way to it."""
    top = list(_top_lines(reading))
    papers = {line.sentences for line, below in pairwise(top) if is_issue(below.text)}
    titles = [line for line in top if line.sentences not in papers and _is_title(line, reading)]
    lines = _without_mastheads(_whole(titles))
    if len(lines) > 1 and len(lines[1].text.split()) > _LABEL_WORDS and _may_be_label(lines[0].text):
        return lines[1] if _is_label(lines[0].text, lines[1].text) else lines[0]
    return lines[0] if lines else None


def _without_mastheads(lines: list[_Line]) -> list[_Line]:
    """The lines from the first on that is no paper's name, section or column with another line behind it."""
    while len(lines) > 1:
        kind = masthead(lines[0].text)
        if kind is None or (kind == "likely" and len(lines[1].text) <= len(lines[0].text)):
            break
        lines = lines[1:]
    return lines


def _heading(reading: Reading) -> _Line | None:
    """The first line where it is a few words above a blank line, in capitals as over news in brief or over a byline."""
    line = next(_top_lines(reading), None)
    if line is None or line.text[-1] in _CLOSING or not 1 < len(line.text.split()) <= _HEADING_WORDS:
        return None
    if not line.text.isupper() and not _NO_TITLE.match(next(islice(_top_lines(reading), 1, None), line).text):
        return None
    label = line.text.lower().strip(" :") in _LABELS or _NO_TITLE.match(line.text) or is_furniture(line.text)
    end = reading.article.sentences[line.sentences[-1] - 1].end
    return None if label or not _BLANK_LINE.match(reading.text, end) else line


_HEADING_WORDS = 6
_BLANK_LINE = pattern(r"[ \t]*\n[ \t]*\n")


def _whole(lines: list[_Line]) -> list[_Line]:
    """The lines, the first two as one where the first breaks off behind a company's name with its legal form."""
    if len(lines) < 2 or not _BROKEN.search(lines[0].text) or lines[1].sentences[0] != lines[0].sentences[-1] + 1:
        return lines
    text = f"{lines[0].text} {lines[1].text}"
    return [_Line(text, lines[0].sentences + lines[1].sentences), *lines[2:]] if len(text) <= _LONGEST else lines


_BROKEN = pattern(r"\b(?:Co|Corp|Inc|Ltd)\.\Z")


def _top_lines(reading: Reading) -> Iterator[_Line]:
    """The first lines of the text that are not blank, up to one in which prose begins."""
    text, at, found = reading.text, 0, 0
    sentences = reading.article.sentences
    while at < len(text) and found < _LINES:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if line := " ".join(text[at:end].split()):
            held = [item for item in sentences[: _LINES * _MOST_SENTENCES] if at < item.end and item.start < end]
            if not held or held[0].start < at or held[-1].end > end or not text[end:].strip():
                return
            found += 1
            yield _Line(_without_slug(_without_markup(line)), tuple(item.number for item in held))
        at = end + 1


def _without_markup(line: str) -> str:
    """A line without what Markdown puts around a heading: "# Lund sells", "**Lund sells**", "## Lund sells ##"."""
    marked = _MARKUP.fullmatch(line)
    return (marked["words"] or marked["bold"]) if marked else line


def _without_slug(line: str) -> str:
    slug = _SLUG.match(line)
    return line[slug.end() :] if slug else line


def _is_title(line: _Line, reading: Reading) -> bool:
    """Whether a line of its own can be a headline: no full stop, no byline, no dateline, no label alone."""
    text = line.text
    if len(text) > _LONGEST or len(line.sentences) > _MOST_SENTENCES or text.count(" ") < 1 or not has_word(text):
        return False
    if (
        (text[-1] in _CLOSING and _CLOSED.search(text))
        or _NO_TITLE.match(text)
        or text.lower().strip(" :") in _LABELS
        or is_furniture(text)
    ):
        return False
    if DATELINE.match(f"{text} ") or find_dateline(text) is not None:
        return False
    if text.endswith("?") or text.count(" ") >= _LABEL_WORDS:
        return True
    # So few words name somebody and say something, or are a caption.
    return _has_news(reading.article.sentences[line.sentences[0] - 1], reading)


_CLOSED = pattern(r"(?=\.)(?<!\.)(?<!\b[A-Z]\.[A-Z])(?<!\bInc)(?<!\bCorp)(?<!\bLtd)(?<!\bCo)\.[”\"’')]*\Z|[:;,-]\Z")
"""How lines end that are sentences, or that lead to what follows."""
_CLOSING = frozenset(".”\"’'):;,-")
"""Their last letter: the pattern is tried at each letter of a line, and few lines end so."""


def _may_be_label(text: str) -> bool:
    """Whether a line is so short, or a paper's name with a section of it: "Mast & Keel – Tankers"."""
    return len(text.split()) <= _LABEL_WORDS or _SECTION.fullmatch(text) is not None


_SECTION = pattern(r"(?:[A-Z&][\w’'&.]*\s){1,3}(?:[-–—|/•·]\s)[A-Z][\w’'&.]*(?:\s[\w’'&.]+){0,2}")
_ARTICLES = frozenset({"a", "an", "the"})


def _is_label(first: str, second: str) -> bool:
    """Whether the first of two lines only says where the second belongs: it tells nothing of what the second tells."""
    words = set(first.lower().split()) - _ARTICLES
    return words.isdisjoint(second.lower().split()) and words.isdisjoint(_TITLE_VERBS) and first[-1] != "?"


def without_dateline(text: str) -> str:
    """A sentence on one line, without the place and day that agency copy begins with, or the mark of a list's item."""
    line = " ".join(text.split())
    if line[:2] in _BULLETS and len(line) > 2:
        line = line[2:]
    head = DATELINE.match(line)
    return line[head.end() :] if head and len(line) - head.end() > 20 else line


def _title(reading: Reading, deals: Sequence[dict[str, Any]]) -> Sentence | None:
    """A headline among the first lines, the one that names a party of a deal before others; captions repeat."""
    texts = Counter(sentence.text for sentence in reading.article.sentences[:40])
    candidates = [
        sentence
        for sentence in reading.article.sentences[:5]
        if reading.is_title(sentence)
        and not reading.is_prose(sentence)
        and texts[sentence.text] == 1
        and len(sentence.text) <= _LONGEST
        and (sentence.number == 1 or not sentence.text.isupper())
        and not _NO_TITLE.match(sentence.text)
        and _has_news(sentence, reading)
    ]
    for sentence in candidates:
        if deals and any(sentence.number in deal["evidence"] for deal in deals):
            return sentence
    return candidates[0] if candidates else None


def _has_news(sentence: Sentence, reading: Reading) -> bool:
    """A headline names somebody and says something of them: no caption without a name, no byline or place and date."""
    names = reading.names_of(sentence)
    words = sentence.text.split()
    rest = len(words) - sum(len(name.text.split()) for name in names)
    least = 1 if sentence.number == 1 else 3
    return bool(names) and rest >= least and not re.match(r"(?:by|from)\s", sentence.text, re.IGNORECASE)


def _lead(reading: Reading, deals: Sequence[dict[str, Any]]) -> Sentence | None:
    first = next((item for item in reading.sentences if not DATELINE.fullmatch(f"{item.text} ")), None)
    if first is not None and _opens_with_news(first, reading):
        return first
    if deals and (told := telling_sentence(reading, deals[0])) is not None:
        return told
    named = [
        sentence
        for sentence in reading.sentences[:6]
        if not STALE_START.match(sentence.text) and reading.names_of(sentence)
    ]
    telling = [item for item in named if reading.amounts_of(item) or not NEWS_VERBS.isdisjoint(words_of(item.text))]
    if named:
        return (telling or named)[0]
    prose = reading.sentences or tuple(item for item in reading.article.sentences if not is_furniture(item.text))
    return prose[0] if prose else None


def _opens_with_news(sentence: Sentence, reading: Reading) -> bool:
    """Whether the first sentence is the news itself: it names somebody, and tells a figure or a step."""
    words = without_dateline(sentence.text)
    if STALE_START.match(words) or not reading.names_of(sentence):
        return False
    return bool(reading.amounts_of(sentence)) or not NEWS_VERBS.isdisjoint(words_of(words))


def telling_sentence(reading: Reading, deal: dict[str, Any]) -> Sentence | None:
    """The sentence of the prose that tells the deal: which names most of what the record holds, the first of equals."""
    cited = [sentence for sentence in reading.sentences if sentence.number in deal["evidence"]]
    told = [sentence for sentence in cited if not STALE_START.match(sentence.text)]
    return max(told, key=lambda sentence: (_held(sentence, deal), -sentence.number), default=None)


def _held(sentence: Sentence, deal: dict[str, Any]) -> int:
    """How many of the deal's parties, its subject and its value a sentence names."""
    value = [deal["value"]["text"]] if deal["value"] else []
    words = [strip_suffix(party["name"]) for party in deal["parties"]] + [deal["subject"] or "", *value]
    return sum(bool(word) and word in " ".join(sentence.text.split()) for word in words)


_WORD = pattern(r"[a-z][a-z'’-]{3,}")


def words_of(text: str) -> dict[str, None]:
    """The different words of four letters and more of a text, in lower case and in order."""
    return dict.fromkeys(_WORD.findall(text.lower()))
