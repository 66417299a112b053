"""Statements that no verb gives to anybody: the turns of a transcript, and a quotation behind a colon.

Origin of the patterns: how transcripts label turns and how letters and pulled quotes are signed; labels that name no
speaker are those of newspaper pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.quotation import Quoted, QuoteMap
from summarizer.text.speech_sources import subject_of_clause
from summarizer.text.speech_tokens import QUOTE, outside_marks, words_of
from summarizer.text.speech_units import Attribution, Place
from summarizer.text.speech_words import SUBJECT_PRONOUNS

_LABEL = pattern(
    r"^[ \t]*[“\"]?(?P<name>(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|de|van|von)){0,3})"
    r"(?: ?\([^()\n]{1,40}\))?:[ \t]+(?=\S)"
)
_SIGNATURE = pattern(
    r"[ \t\xa0]*(?:\n[ \t\xa0]*){0,2}(?:[—–―]|--|-(?= ))[ \t\xa0]*(?P<name>[A-Z][^\s“”\",]*(?: [^\s“”\",]+){0,6}?)"
    r"(?:, [^\n“”\"]{1,80})?[ \t\xa0.]*(?:\n|\Z)"
)
_HEAD = pattern(r"[ \t•*]*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}),?[ \xa0]*(?:[—–―]|--)[ \xa0]*")
_FEWEST_SIGNED = 4
_LONGEST_SIGNATURE = 12
_LONGEST_HEAD = 70
_FEWEST_TURNS = 3
"""Labelled paragraphs from which a text is a transcript."""
NO_SPEAKERS = word_set("""
    analysis background caption correction editor exclusive fact facts gallery image live note photo photos poll read
    related source sources update updated video watch
""")
"""Labels of what is no speech."""


def turns_in(text: str) -> list[Attribution]:
    """The turns of a transcript: paragraphs that open with a speaker's name and a colon, and those that go on.

    A text is one if at least three paragraphs open so, two of them with the same name, or all in capitals.
    """
    labels: list[tuple[int, Place, int]] = []
    lines: list[Place] = []
    at = 0
    for line in text.split("\n"):
        if (
            ":" in line[:80]
            and (match := _LABEL.match(line))
            and NO_SPEAKERS.isdisjoint(match.group("name").lower().split())
        ):
            labels.append((len(lines), (at + match.start("name"), at + match.end("name")), at + match.end()))
        lines.append((at, at + len(line)))
        at += len(line) + 1
    names = Counter(text[slice(*place)] for _, place, _ in labels)
    if len(labels) < _FEWEST_TURNS or (max(names.values()) < 2 and not all(name.isupper() for name in names)):
        return []
    found = []
    wanted = {name for name, times in names.items() if times > 1 or name.isupper()}
    for position, (number, place, start) in enumerate(labels):
        if text[slice(*place)] not in wanted:
            continue
        last = labels[position + 1][0] if position + 1 < len(labels) else len(lines)
        opened = text[place[0] - 1 : place[0]] in ("“", '"')
        pieces = [(start, lines[number][1])]
        alone = True
        for low, high in lines[number + 1 : last]:
            paragraph = text[low:high].strip()
            if not paragraph:
                alone = False
                continue
            if alone and last < len(lines):
                pieces.append((low, high))
                continue
            if not opened or paragraph[0] not in '“"' or paragraph[1:2] == "(":
                break
            pieces.append((low, high))
        found.append(Attribution(tuple(pieces), None, place))
    return found


def behind_colon(text: str, sentence: Place, quotes: QuoteMap) -> Attribution | None:
    """The quotation that ends a sentence behind a colon, given to the subject: "Roe was blunt: “We lost.”"."""
    held = quotes.within(*sentence)
    if text[sentence[0] : sentence[1]].endswith(":"):
        return _leading_on(text, sentence, quotes)
    if not held:
        return None
    low, high = outside_marks(text, held[-1])
    rest = text[high : sentence[1]].strip(" .”\"'’")
    if text[max(0, low - 2) : low].rstrip()[-1:] != ":" or (rest and rest[0] not in "—–―-"):
        # "Roe, on taxes: “A.” — a rally on Friday": where it was said may follow.
        return None
    if low < sentence[0] or len(text[low:high].split()) < 3 or text[high - 2 : high - 1] not in ".!?":
        return None
    return _of_subject(text, sentence[0], (low, high), quotes)


def _leading_on(text: str, sentence: Place, quotes: QuoteMap) -> Attribution | None:
    """The quotation in the paragraph behind a sentence that ends with a colon."""
    at = sentence[1]
    while at < len(text) and text[at].isspace():
        at += 1
    stretch = quotes.holding(at + 1)
    if at == sentence[1] or stretch is None or stretch.start > at + 2:
        return None
    return _of_subject(text, sentence[0], outside_marks(text, stretch), quotes)


def _of_subject(text: str, start: int, content: Place, quotes: QuoteMap) -> Attribution | None:
    """`content` given to the subject of the clause that begins at `start`."""
    words = words_of(text, start, content[0], quotes.within(start, content[0]))
    subject = subject_of_clause(words, 0, len(words))
    if subject is None or any(word.text == QUOTE for word in words[subject[0] : subject[1] + 1]):
        return None
    phrase = words[subject[0] : subject[1] + 1]
    if not any(word.capital for word in phrase) and phrase[0].lower not in SUBJECT_PRONOUNS:
        return None
    return Attribution((content,), None, (phrase[0].start, phrase[-1].end))


def signed(text: str, stretch: Quoted) -> Attribution | None:
    """A quotation with a name behind a dash, "“We lost.” ― Ines Roe", or before one at the head of the line."""
    low, high = outside_marks(text, stretch)
    if len(text[low:high].split()) < _FEWEST_SIGNED:
        return None
    if (behind := _SIGNATURE.match(text, high)) is not None and len(behind.group("name").split()) <= _LONGEST_SIGNATURE:
        return Attribution(((low, high),), None, behind.span("name"))
    line = text.rfind("\n", max(0, low - _LONGEST_HEAD), low) + 1
    if low - line < _LONGEST_HEAD and (before := _HEAD.fullmatch(text, line, low)) is not None:
        return Attribution(((low, high),), None, before.span("name"))
    return None


def colons_in(
    text: str, sentences: Sequence[Place], quotes: QuoteMap, found: Sequence[Attribution]
) -> list[Attribution]:
    """`behind_colon`, or `signed`, of every sentence with a quotation that nothing in `found` has."""
    taken = {stretch.start for item in found for piece in item.content for stretch in quotes.within(*piece)}
    added = []
    for sentence in sentences:
        held = quotes.within(sentence[0], sentence[1] + 4)
        if held and held[-1].start not in taken and (item := behind_colon(text, sentence, quotes)) is not None:
            added.append(item)
    taken |= {stretch.start for item in added for piece in item.content for stretch in quotes.within(*piece)}
    for stretch in quotes.within(sentences[0][0], sentences[-1][1]) if sentences else ():
        if stretch.start not in taken and (item := signed(text, stretch)) is not None:
            added.append(item)
    return added
