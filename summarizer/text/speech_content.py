"""The content beside each cue of speech: the clause or the quotation that is given to the source.

Origin of the patterns: the forms of a dateline in newswires and press releases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.text.patterns import pattern
from summarizer.text.phrases import Phrase, word_set
from summarizer.text.quotation import QuoteMap
from summarizer.text.speech_anchors import anchored
from summarizer.text.speech_chains import called_by, carried, carries_words, to_say
from summarizer.text.speech_clauses import opens_clause
from summarizer.text.speech_constructions import according, in_words, inverted, opened_by_cue, passive
from summarizer.text.speech_cues import cues_in
from summarizer.text.speech_participles import participle_of, subject_of
from summarizer.text.speech_right import TAKES_THING, right_of, until
from summarizer.text.speech_sides import beside_subject, is_marked, says_when, subordinate_end
from summarizer.text.speech_silence import silent
from summarizer.text.speech_sources import Found, source_after
from summarizer.text.speech_subjects import people_before, subject_before
from summarizer.text.speech_tokens import QUOTE, Word, words_of
from summarizer.text.speech_units import Attribution, Cue, Place, Unit, closes, cues_of, high_of, low_of, span, units_of
from summarizer.text.speech_whole_subjects import trailing_subject, whole_subject
from summarizer.text.speech_words import (
    ADJUNCT_OPENERS,
    AMBIGUOUS,
    ANALYST_NOUNS,
    CONTRACTED,
    CUES,
    DENIALS,
    DOCUMENTS,
    PHRASE_DETERMINERS,
    SUBJECT_PRONOUNS,
    is_expected,
)

DATELINE = pattern(
    r"(?:\([A-Z][\w .&]{1,30}\)\s*[—–-]+\s*"
    r"|[A-Z][A-Z .’'/&]{2,40}(?:,\s[^—–()\n]{0,50})?(?:\s?\([^()\n]{2,40}\))?\s*[—–-]+\s+"
    r"|(?:[A-Z][\w.]+,? (?:and )?){0,8}(?:[A-Z][a-z]{2,8}\.? \d{1,2},?|\d{1,2} [A-Z][a-z]{2,8}\.?,?) \d{4}"
    r"(?: \([^()\n]{2,60}\)| /[^/\n]{3,40}/)?\s*[—–-]+\s+)"
)
"""What stands before the first sentence of agency copy: "(Agency) — ", "COLUMBUS, Ohio, March 4 (Agency) - "."""
_BEFORE_OBJECT = frozenset({"about", "by", "for", "of", "on", "than", "to"})
_CLAUSAL_SENSES = frozenset({"acts", "finds", "notes", "says", "tells"})
_CONTRACTED = frozenset({"here's", "it's", "that's", "there's", "what's", "who's"})
_SILENT = frozenset({"neither", "no_comment", "unanswered"})
_WRITTEN = frozenset({"read", "reading", "reads"})
_FINDERS = ANALYST_NOUNS | word_set(
    """audit auditor auditors commission court courts economists experts inquiry investigation investigators judge
    jurors jury ombudsman panel regulator regulators review scientists tribunal watchdog"""
)
"""Who finds out by trade, besides analysts and texts."""
_NOBODY = frozenset({"neither", "no", "nobody", "none", "nor"})
_EVERYBODY = word_set("all every everybody everyone many")
"""Of whom it is told with "not" that they do not say it."""
_LONGEST_WHAT = 4
"""Words behind the verb of "what Acme is saying here is"."""
_LONGEST_ASIDE = 30
"""Words of a relative clause between a subject and its verb."""
_OPENS_RELATIVE = frozenset({"that", "which", "who", "whose"})


def attributions_in(
    text: str, sentences: Sequence[Place], quotes: QuoteMap, cues: Sequence[Phrase] | None = None
) -> list[Attribution]:
    """Every cue of these sentences outside quotation marks that has a source and a content, in order.

    `cues` may bring what `cues_in(text)` finds in them.
    """
    if cues is None:
        first = sentences[0][0] if sentences else 0
        cues = [cue for cue in cues_in(text) if cue.start >= first]
    found: list[Attribution] = []
    for start, end, held in units_of(text, sentences, quotes, cues):
        if held or quotes.within(start, end):
            found.extend(_of_unit(text, start, end, held, quotes))
    return found


def _of_unit(text: str, start: int, end: int, found_cues: Sequence[Phrase], quotes: QuoteMap) -> list[Attribution]:
    if head := DATELINE.match(text, start, end):
        start = head.end()
    words = words_of(text, start, end, quotes.within(start, end))
    unit = Unit(text, start, end, words, quotes)
    cues = cues_of(unit, found_cues)
    found: list[Attribution] = []
    for number, cue in enumerate(cues):
        inside = found and cue.place[0] < max(stop for _, stop in found[-1].content)
        if inside and not cue.participle and cue.sense != "according":
            continue
        if inside and cue.participle and cue.sense == "acts" and words[cue.first - 1].text[0].isalpha():
            # "vowed to end it and set up a policy urging staff to report": part of what is vowed.
            continue
        # Who "expects" need not have said it: "Acme expects A, according to its head, Jane Roe".
        told = [item for item in found if not _is_expected(unit, item)] if cue.sense == "according" else found
        low = low_of(words, told, cue)
        if cue.sense in _SILENT:
            found.extend(silent(unit, cue, low))
            continue
        if _is_inner(unit, cue, cues[number + 1 :]):
            continue
        high = high_of(unit, cue, cues[number + 1 : number + 5], len(words))
        if taken := [start for item in found[-1:] for start, _ in item.content if start >= cue.place[1]]:
            # What comes behind “A,” Roe said, noting B, “and C” is said already.
            high = min(high, next((at for at, word in enumerate(words) if word.end > taken[0]), high))
        item = _attribution(unit, cue, low, high, found)
        if item is not None:
            found.append(_as_meant(unit, cue, cues[number + 1 : number + 2], item))
    return found + anchored(unit, found) if unit.quotes.within(start, end) else found


def _is_expected(unit: Unit, item: Attribution) -> bool:
    return item.cue is not None and is_expected(unit.text[slice(*item.cue)])


def _is_inner(unit: Unit, cue: Cue, later: Sequence[Cue]) -> bool:
    """Whether a verb that names a thing is a part of what the sentence gives to somebody at its end.

    "Keld had talked about the mill for years, Jane Roe said."
    """
    words = unit.words
    told = cue.sense in ("calls_for", "expects") or words[cue.first].lower.startswith(TAKES_THING)
    if not told or not later:
        return False
    last = later[-1]
    if not closes(words, last, len(words)) or any(word.text == QUOTE for word in words[cue.last : last.first]):
        return False
    subject = subject_before(words, cue.last, last.verb)
    return subject is not None and words[subject[0] - 1].text == ","


def _as_meant(unit: Unit, cue: Cue, following: Sequence[Cue], item: Attribution) -> Attribution:
    """The item with the verb of a denial or an accusation in its words.

    It is a refusal where "said the company had no comment".
    """
    start, end = item.content[0]
    if len(item.content) > 1 or start < cue.place[1] or item.no_comment:
        return item
    verb = unit.words[cue.first].lower
    if verb in DENIALS or (verb.startswith("accus") and not unit.quotes.within(start, end)):
        return replace(item, content=((cue.place[0], end),))
    for other in following:
        if other.sense == "no_comment" and start < other.place[0] < end:
            ahead = [word.lower for word in unit.words[cue.last : other.verb] if word.start >= start]
            if ahead in (["it"], ["he"], ["she"], ["they"]) or (ahead[:1] in (["the"], ["its"]) and len(ahead) == 2):
                return replace(item, content=((other.place[0], end),), no_comment=True)
    return item


def _attribution(unit: Unit, cue: Cue, low: int, high: int, before_it: Sequence[Attribution]) -> Attribution | None:
    if cue.sense == "according":
        return according(unit, cue, low, high)
    if cue.sense == "words":
        return in_words(unit, cue, low, high)
    if cue.sense == "passive":
        return passive(unit, cue, high)
    if cue.sense == "named":
        return called_by(unit, cue, low, high)
    if cue.participle:
        return participle_of(unit, cue, low, high, before_it)
    if cue.verb and unit.words[cue.verb - 1].lower == "to":
        return to_say(unit, cue, low, high)
    if cue.sense in ("says", "tells") and cue.verb and unit.words[cue.verb - 1].lower in ("that", "which"):
        item = carried(unit, cue, low, high)
        if item is not None:
            return item
    if relative := _relative(unit, cue, before_it):
        content = right_of(unit, cue, high)
        return Attribution((content,), cue.place, relative) if content is not None else None
    if _prefers_inverted(unit, cue, low) and (turned := inverted(unit, cue, low, high)) is not None:
        return turned
    subject = subject_before(unit.words, low, cue.verb) or _before_aside(unit.words, cue, before_it)
    if cue.sense in ("says", "tells") and (subject is None or _is_object(unit.words, subject)):
        subject = people_before(unit.words, low, cue.verb) or subject
    doubtful = (
        subject is None
        or _is_object(unit.words, subject)
        or (cue.sense == "finds" and not _is_study(unit.words, subject))
    )
    doubtful = doubtful or (
        subject is not None
        and subject[0] > low
        and unit.words[subject[0] - 1].lower.endswith(("ing", "ed", "s", "which", "who", "that", "and"))
        and says_when(unit, cue, high)
    )
    doubtful = doubtful or _in_relative(unit.words, low, subject, cue)
    if doubtful and cue.sense in _CLAUSAL_SENSES:
        subject = _any_subject(unit, cue, low, high) or subject
    if unit.words[cue.first].lower in _WRITTEN and not _is_written(unit.words, subject):
        return None
    if cue.sense == "finds" and not _is_study(unit.words, subject):
        return None
    if subject is not None and _says_nothing(unit.words, low, subject):
        return None
    if subject is not None and subject[0] < subject[1] and unit.words[subject[0]].lower == "what":
        subject = subject[0] + 1, subject[1]
    if subject is not None and subject[0] > 0 and unit.words[subject[0] - 1].lower == "what":
        begin = _behind_what(unit.words, cue, high)
        if begin is not None:
            content = until(unit, begin, high)
            return Attribution((content,), cue.place, span(unit, subject)) if content is not None else None
    if subject is not None and not _is_object(unit.words, subject):
        return beside_subject(unit, cue, low, high, subject)
    if cue.sense in ("says", "notes", "acts") and (turned := inverted(unit, cue, low, high)) is not None:
        return turned
    if cue.first == 0 and (opened := opened_by_cue(unit, cue, high)) is not None:
        return opened
    if cue.sense == "names" and cue.last < high and unit.words[cue.last].text == QUOTE:
        # "A firm, called “Keld,” …": a participle.
        return None
    if cue.verb > 0 and unit.words[cue.verb - 1].lower in ("and", "but", "then", ","):
        source = before_it[-1].source if before_it else subject_of(unit, 0, cue.verb)
        if source is not None:
            first = next((at for at, word in enumerate(unit.words[: cue.first]) if word.start == source[0]), 0)
            high = subordinate_end(unit.words, cue, first, high)
        content = right_of(unit, cue, high)
        if content is not None and source is not None:
            return Attribution((content,), cue.place, source)
    return None


def _is_written(words: Sequence[Word], subject: Found | None) -> bool:
    """Whether the subject is a text, which "reads" something to nobody."""
    return subject is not None and any(map(carries_words, words[subject[0] : subject[1] + 1]))


def _any_subject(unit: Unit, cue: Cue, low: int, high: int) -> Found | None:
    """The subject of a verb whose phrase is none that the lists know: all before it, or all behind the last comma."""
    words = unit.words
    lead = words[cue.verb - 1] if cue.verb > low else None
    if lead is None:
        return None
    if lead.text == ",":
        # A comma too many: "A group led by Keld Ltd, said it bought 5 pct of Norvane."
        own = cue.last < high and words[cue.last].lower in SUBJECT_PRONOUNS and cue.sense == "says"
        return whole_subject(words, low, cue.verb) if own else None
    if is_marked(words, cue, high) or cue.sense in ("says", "tells"):
        if (found := whole_subject(words, low, cue.verb)) is not None:
            return found
        return trailing_subject(words, low, cue.verb) if says_when(unit, cue, high) else None
    return None


def _is_study(words: Sequence[Word], subject: Found | None) -> bool:
    """Whether the subject is a text, or somebody whose work it is to find out: "a survey found", "the court found"."""
    return subject is not None and any(
        word.lower in DOCUMENTS or word.lower in _FINDERS for word in words[subject[0] : subject[1] + 1]
    )


def _prefers_inverted(unit: Unit, cue: Cue, low: int) -> bool:
    """Whether a comma stands before the verb and a phrase that ends the clause behind it: ", said Jane Roe."."""
    words = unit.words
    if cue.sense not in ("says", "notes", "acts") or cue.verb == 0 or words[cue.verb - 1].text not in (",", QUOTE):
        return False
    if cue.last < len(words) and words[cue.last].lower in SUBJECT_PRONOUNS:
        return False
    found = source_after(unit.text, words, cue.last, len(words))
    if found is None:
        return False
    behind = found[2]
    if behind < len(words) and words[behind].text == QUOTE:
        return False
    named = any(word.capital for word in words[cue.last : behind])
    if (not named or opens_clause(words, cue.last, len(words))) and subject_before(words, low, cue.verb) is not None:
        # "Jane Roe, chief executive of Keld, said the office in Paris would shut."
        return False
    return behind >= len(words) or not words[behind].text[0].isalnum() or words[behind].lower in ADJUNCT_OPENERS


def _relative(unit: Unit, cue: Cue, before_it: Sequence[Attribution]) -> Place | None:
    """The speaker of “A,” said Roe, who added that B."""
    source = before_it[-1].source if before_it else None
    lead = unit.words[cue.verb - 1] if cue.verb else None
    if source is None or lead is None or lead.lower != "who":
        return None
    return source if 0 < lead.start - source[1] <= 3 else None


def _in_relative(words: Sequence[Word], low: int, subject: Found | None, cue: Cue) -> bool:
    """Whether the phrase before a verb is the object of a relative clause: "the firm that owns the mill said"."""
    if subject is None or cue.sense not in ("says", "tells") or not low < subject[0]:
        return False
    relative = next((at for at in range(low + 1, subject[0]) if words[at].lower in _OPENS_RELATIVE), None)
    if relative is None or (relative == subject[0] - 1 and _opens_phrase(words[subject[0]])):
        return False
    return all(word.text[0].isalnum() for word in words[low : cue.verb])


def _opens_phrase(word: Word) -> bool:
    """Whether a word behind "that" is a subject's and no verb."""
    return word.capital or word.lower in PHRASE_DETERMINERS or word.lower in SUBJECT_PRONOUNS


def _says_nothing(words: Sequence[Word], low: int, subject: Found) -> bool:
    """Whether nobody is the subject: "neither Roe nor Lund said whether", "no analyst said that"."""
    lead = words[subject[0] - 1].lower if subject[0] > low else ""
    first, behind = words[subject[0]].lower, words[min(subject[0] + 1, len(words) - 1)].lower
    return (
        lead in _NOBODY
        or first in _NOBODY
        or (lead == "not" and first in _EVERYBODY)
        or (first == "not" and behind in _EVERYBODY)
    )


def _behind_what(words: Sequence[Word], cue: Cue, high: int) -> int | None:
    """Where the clause begins that is said in "What Acme is saying here is it has the cash"."""
    for at in range(cue.last, min(high - 1, cue.last + _LONGEST_WHAT)):
        if words[at].lower in ("is", "was"):
            sure = words[at + 1].lower == "that"
            begin = at + 1 + sure
            return begin if sure or opens_clause(words, begin, high) else None
        if not words[at].text[0].isalnum():
            return None
    return None


def _before_aside(words: Sequence[Word], cue: Cue, before_it: Sequence[Attribution]) -> Found | None:
    """The subject of "said" in "Roe, who called the plan “rash,” said": that of the relative clause before it."""
    source = before_it[-1].source if before_it else None
    if source is None or cue.verb == 0 or words[cue.verb - 1].text not in (",", QUOTE):
        return None
    first = next((at for at, word in enumerate(words[: cue.verb]) if word.start == source[0]), None)
    last = next((at for at, word in enumerate(words[: cue.verb]) if word.end == source[1]), None)
    if first is None or last is None or last + 2 >= cue.verb:
        return None
    relative = words[last + 1].text == "," and words[last + 2].lower in ("which", "who")
    return (first, last) if relative and cue.verb - last < _LONGEST_ASIDE else None


def _tells_in_relative(words: Sequence[Word], relative: int) -> bool:
    """Whether the verb right behind "which" is "said" or one that "that" or a quotation follows."""
    for at in range(relative + 1, min(relative + 4, len(words) - 1)):
        if sense := CUES.get(words[at].lower):
            return sense in ("says", "tells") or words[at + 1].text in ("that", ":", QUOTE)
    return False


def _is_object(words: Sequence[Word], subject: Found) -> bool:
    """Whether the phrase is no subject: "of Acme", "Acme's", "Having"."""
    last = words[subject[1]].lower
    if last in CONTRACTED:
        return False
    if last.endswith(("'s", "s'")):
        # A possessive cannot stand before a verb, but some firms are called "Keld's".
        name = subject[0] == subject[1] and words[subject[1]].capital and last not in _CONTRACTED
        return not name or words[min(subject[1] + 1, len(words) - 1)].lower in AMBIGUOUS
    if subject[0] == subject[1] and last.endswith("ing") and not words[subject[1]].capital:
        return True
    behind = subject[1] + 1
    behind += behind < len(words) and words[behind].text == ","
    if behind < len(words) and words[behind].lower in ("which", "who") and _tells_in_relative(words, behind):
        # "a bill levied by the Union, which argued that"
        return False
    return subject[0] > 0 and words[subject[0] - 1].lower in _BEFORE_OBJECT
