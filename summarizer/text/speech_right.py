"""What is said behind a cue: behind "that", a colon or a quotation mark, or the clause that follows.

Origin of the lists: conjunctions and prepositions, closed classes of English grammar; nouns for what is said, by a
thesaurus.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.text.phrases import word_set
from summarizer.text.speech_adjuncts import ADJUNCTS, behind_addressee, behind_adverbs, behind_occasion
from summarizer.text.speech_clauses import after, has_letters, is_verb, next_paragraph, opens_clause
from summarizer.text.speech_tokens import QUOTE, Word
from summarizer.text.speech_units import TURNS, Cue, Place, Unit
from summarizer.text.speech_words import (
    ADVERBS,
    ANALYST_NOUNS,
    ANONYMOUS,
    AUXILIARIES,
    CLAUSAL,
    DETERMINERS,
    DOCUMENTS,
    GENERAL_NOUN_STOPS,
    SUBJECT_PRONOUNS,
)

COMMENT_END = frozenset({"but", "while", "and", "saying", "citing", "which"})
_AFTER_NAMED = COMMENT_END | TURNS | {"after", "as", "at", "because", "before", "during", "in", "on", "when"}
_NAMELESS = frozenset({"anonymity", "anonymous", "confidentiality", "unidentified", "unnamed"})
_LONGEST_OCCASION = 8
_LONGEST_NAMED = 24
_LONGEST_OBJECT = 10
_LONGEST_ADJECTIVE = 8
_FEWEST_NAMED = 2
_LONGEST_NAME = 5
_FOR_OF = ("accus", "blam", "blast", "condemn", "critici", "fault", "prais", "rebuk")
"""Verbs of blame and praise, with "for" or "of" what."""
_QUOTED_ONLY = (
    "admir",
    "back",
    "brand",
    "compar",
    "compliment",
    "defin",
    "depict",
    "oppos",
    "paint",
    "portray",
    "rat",
    "refer",
    "regard",
    "reject",
    "tag",
    "term",
    "trumpet",
    "view",
    "welcom",
)
"""Verbs that give an opinion to somebody only where its words stand in quotation marks."""
TAKES_THING = tuple(
    sorted(
        word_set("""
            acknowledg admit bemoan clarif conced confirm defend den detail disclos echo emphasi express lament mention
            not outlin pledg promis propos reaffirm reiterat repeat reveal stress suggest underlin underscor voic warn
        """)
    )
)
"""Verbs that report a thing as well as a clause: "acknowledged the risk", "denied wrongdoing"."""
_THINGS = frozenset({"him", "it", "that", "them", "this"})
_ARTICLES = frozenset({"a", "an", "one", "the"})
_PARTICLES = frozenset({"again", "back", "in", "off", "out", "up"})
_LONGEST_WHO = 6
"""Words of a subject behind "what"."""
_PHRASES = ("phrase", "term", "word", "words")
_WORKS = DOCUMENTS | word_set("biography column diary essay memoir novel piece play poem song thesis verse")
_QUALITIES = ("able", "ated", "ful", "ible", "ious", "less", "ported", "founded", "grounded")
"""Ends of what something is called without an article: "the charges unfounded"."""
_SUGGESTS = ("advis", "advocat", "mention", "propos", "recommend", "suggest")
"""Verbs before a gerund of what is to be done: "suggested selling the mill"."""
_NO_OBJECT_END = frozenset({"and", "of", "or", "than"})
_SPANS = frozenset({"day", "few", "hour", "minute", "moment", "month", "second", "week", "year"})
"""What follows "called the bank a" where it tells when."""
_AFTER_PLAIN = frozenset({"after", "as", "because", "before", "but", "when", "which", "while", "who"})
_AFTER_HEAD = frozenset(
    {
        "about",
        "at",
        "briefed",
        "by",
        "close",
        "familiar",
        "for",
        "from",
        "in",
        "inside",
        "of",
        "on",
        "seen",
        "that",
        "to",
        "which",
        "who",
        "with",
    }
)
"""What stands behind the head of a noun phrase."""
_CITED = (
    ANONYMOUS
    | ANALYST_NOUNS
    | DOCUMENTS
    | word_set("bankers employees executive executives lawyers official officials")
)
"""Who or what a newspaper cites for its report."""
_HOLDINGS = frozenset({"holding", "interest", "position", "stake"})
_CONCEDES = frozenset({"although", "though", "while"})
_SAYINGS = word_set("""
    accusation allegation argument assertion charge claim comment contention criticism demand denial estimate finding
    prediction promise remark statement suggestion verdict view warning
""")
"""What somebody's words are called where the reporter goes on to tell what became of them."""
_LONGEST_TAIL = 8
"""Words that a phrase goes on behind its quotation at most."""
_STOPS = (".", ";", ":", "!", "?")
_STOPS_OR_QUOTE = frozenset({*_STOPS, QUOTE})
_BREAKS = frozenset({*_STOPS, ",", "—", "–", "―", "-"})
_FEWEST_TOLD = 4
_FEWEST_WORDS = 5
"""Tokens of a clause behind "argued" without "that"."""
QUOTE_NEAR = 14
"""Words between "called" and the quotation that says what."""


def right_of(unit: Unit, cue: Cue, high: int, *, plain: bool = False) -> Place | None:
    """What is said behind a cue: behind "that", a colon or a quotation mark, or the clause that follows."""
    words = unit.words
    if cue.last < len(words) and words[cue.last].text == ":" and cue.last + 1 >= len(words):
        return next_paragraph(unit, words[cue.last].end)
    if cue.sense == "names":
        return _named(unit, cue, high)
    if cue.sense == "expects":
        return _expected(unit, cue, high)
    if cue.sense == "tells":
        behind = behind_adverbs(words, behind_addressee(words, cue.last, high), high)
        behind = behind_occasion(words, behind, high)
        if behind + 2 < high and (words[behind].lower, words[behind + 1].lower) == ("not", "to"):
            return until(unit, behind, high)
        if behind + 1 < high and words[behind].lower == "to":
            return until(unit, behind, high)
    if words[cue.first].lower.startswith("continu") and cue.last < high and words[cue.last].text[0].isalnum():
        # "continues to gain from" tells of no speech, "continued: “A”" does.
        return None
    if words[cue.first].lower in ("writes", "wrote") and cue.last + 1 < high and _is_work(words, cue.last, high):
        return None
    if words[cue.first].lower.startswith("ask") and asks_for_anonymity(words, cue.last):
        return None
    if words[cue.first].lower.startswith("advis") and _is_deed(words, cue.last, high):
        return None
    if cue.sense == "acts" and (infinitive := _infinitive(words, cue.last, high)) is not None:
        return until(unit, infinitive, high)
    found = after(unit, cue.last, high, cue.sense)
    if found is None:
        if cue.last < high and words[high - 1].text == ":" and high == len(words):
            return next_paragraph(unit, words[high - 1].end)
        return None
    at, sure = found
    if cue.sense == "calls_for":
        return until(unit, at, high)
    if cue.sense == "puts":
        if sure and words[at].text == QUOTE and words[cue.last - 1].lower in _PHRASES:
            return words[at].start, words[at].end
        return until(unit, at, high) if sure else None
    if cue.sense == "notes" and words[cue.first].lower in CLAUSAL and high - at >= _FEWEST_WORDS:
        return until(unit, at, high)
    if sure or plain or cue.sense in ("says", "tells", "quoted"):
        if not sure and cue.sense == "tells" and not (opens_clause(words, at, high) or _tells_all(words, at, high)):
            return None
        return until(unit, at, high) if at < high and (sure or words[at].lower not in ("to",)) else None
    if opens_clause(words, at, high) or _is_gerund(words, cue, at, high):
        return until(unit, at, high)
    for place in range(at, min(high, at + QUOTE_NEAR)):
        if words[at].lower == "to":
            break
        if words[place].text == QUOTE:
            return until(unit, at, high)
        if words[place].text in (",", ";", ":") or is_verb(words[place]):
            break
    if words[cue.first].lower.startswith(TAKES_THING) and at == cue.last and _is_thing(words, at, high):
        end = _end_of_thing(words, at, high)
        if words[cue.first].lower.startswith("disclos") and any(word.lower in _HOLDINGS for word in words[at:end]):
            # "disclosed a 6% stake": it took one, and says nothing of it.
            return None
        return words[at].start, words[end - 1].end
    return None


def _is_gerund(words: Sequence[Word], cue: Cue, at: int, high: int) -> bool:
    """Whether "selling the mill" follows "suggested"."""
    gerund = at == cue.last and words[at].lower.endswith("ing") and not words[at].capital
    return gerund and high - at >= _FEWEST_TOLD and words[cue.first].lower.startswith(_SUGGESTS)


def _is_work(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether "his book" follows "wrote", and neither what it says nor a quotation."""
    for place in range(at + 1, min(high, at + 4)):
        if words[place].lower in _WORKS:
            behind = words[place + 1].text if place + 1 < high else ","
            return words[at].lower in DETERMINERS and behind not in (QUOTE, ":", "that", "saying")
        if not words[place].text[0].isalpha():
            return False
    return False


def _expected(unit: Unit, cue: Cue, high: int) -> Place | None:
    """What somebody expects: "the mill to close", "that it will close", "sales of $4 billion"."""
    words, at = unit.words, cue.last + (cue.last < high and unit.words[cue.last].lower == "that")
    end = at
    while (
        end < high
        and words[end].text not in _STOPS_OR_QUOTE
        and not (words[end].text == "," and words[min(end + 1, high - 1)].lower in _AFTER_NAMED)
    ):
        end += 1
    held = words[at:end]
    if len(held) < _FEWEST_TOLD or not held[0].text[0].isalnum():
        return None
    if held[0].lower in _AFTER_NAMED or held[0].lower in ADJUNCTS:
        return None
    return until(unit, at, end)


def _is_thing(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether an object of a few words follows: "acknowledged the risk of fire"."""
    return high - at > _FEWEST_NAMED and (
        words[at].lower in DETERMINERS or words[at].lower in ("all", "any") or words[at].lower.endswith("'s")
    )


def _end_of_thing(words: Sequence[Word], at: int, high: int) -> int:
    """The token before which the object of a verb that begins at token `at` ends."""
    end = at
    while end < high and words[end].text not in _BREAKS:
        if words[end].lower in _AFTER_PLAIN:
            break
        if words[end].lower == "and" and end + 1 < high:
            behind = words[end + 1]
            if behind.capital or behind.lower in SUBJECT_PRONOUNS or opens_clause(words, end + 1, high):
                break
        end += 1
    return end


def _tells_all(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether what follows who is told is long enough for a clause: "told Reuters the talks, held in May, ended"."""
    return high - at > _FEWEST_TOLD and (words[at].lower in DETERMINERS or words[at].capital)


def asks_for_anonymity(words: Sequence[Word], at: int) -> bool:
    """Whether "not to be named", "to remain anonymous" or "for anonymity" at `at` follows "asked": it says nothing."""
    if at < len(words) and words[at].lower == "not":
        return True
    ahead = [word.lower for word in words[at : at + 5]]
    return ahead[:1] in (["to"], ["for"], ["that"]) and not _NAMELESS.isdisjoint(ahead)


def _infinitive(words: Sequence[Word], at: int, high: int) -> int | None:
    """The token where "to close the mill" or "shareholders to reject it" begins."""
    for place in range(at, min(high, at + 8)):
        if words[place].lower == "to" and place + 1 < high:
            return place if place == at else at
        if not words[place].text[0].isalnum():
            return None
    return None


def _named(unit: Unit, cue: Cue, high: int) -> Place | None:
    """What somebody calls something: from the cue to the last quotation of the clause."""
    words = unit.words
    last = None
    gap = 0
    for at in range(cue.last, high):
        if words[at].text == QUOTE:
            last, gap = at, 0
        elif (
            words[at].text in (".", ";", "!", "?")
            or (last is None and gap > QUOTE_NEAR)
            or (last is not None and ((words[at].lower in _AFTER_NAMED and not _joins(words, at, high)) or gap > 4))
        ):
            break
        gap += 1
    if last is None:
        return _named_plainly(unit, cue, high)
    begin = cue.last + (cue.last < last and words[cue.last].lower in ("as", "to"))
    begin = next((at + 1 for at in range(begin, last) if words[at].text == ":"), begin)
    if begin == last and any(word.lower == "what" for word in words[max(0, cue.verb - _LONGEST_WHO) : cue.verb]):
        # "what several lawmakers called “fraud” led to": what follows is the sentence's.
        return words[last].start, words[last].end
    if begin + 1 == last and words[begin].lower in _THINGS:
        # "it" in "calling it “fiction”" is the reporter's.
        return words[last].start, words[_end_of_named(words, last, high)].end
    if words[cue.first].lower.startswith("accus"):
        begin = next((at + 1 for at in range(begin, last) if words[at].lower == "of"), begin)
    return words[begin].start, words[_end_of_named(words, last, high)].end


def _named_plainly(unit: Unit, cue: Cue, high: int) -> Place | None:
    """What is named without quotation marks: "cited weak demand", "called the plan a mistake"."""
    words, begin = unit.words, cue.last
    end = begin
    while end < high and words[end].text not in _BREAKS and end - begin <= _LONGEST_NAMED:
        if words[end].lower in _AFTER_PLAIN and not (words[end].lower == "as" and end - begin <= _LONGEST_OBJECT):
            break
        end += 1
    held = words[begin:end]
    verb = words[cue.first].lower
    if len(held) < _FEWEST_NAMED or end - begin > _LONGEST_NAMED:
        return None
    if held[0].lower in ADJUNCTS or held[0].lower in _AFTER_NAMED or held[0].lower in ADVERBS:
        return None
    if verb.startswith(("cit", "invok")):
        fits = not _is_source(held)
    elif verb.startswith(_QUOTED_ONLY):
        fits = False
    elif verb.startswith(_FOR_OF):
        fits = any(word.lower in ("as", "for", "of") for word in held[1:_LONGEST_OBJECT]) and not any(
            map(is_verb, held[:2])
        )
    elif verb.startswith("call"):
        fits = _has_complement(held)
    else:
        fits = any(
            word.lower == "as" and held[at].lower != "as" and not (at + 2 < len(held) and held[at + 2].lower == "well")
            for at, word in enumerate(held[1:_LONGEST_OBJECT])
        ) and not any(map(is_verb, held[:2]))
    return (held[0].start, held[-1].end) if fits else None


def _is_deed(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether "advised holders to wait" tells what somebody did; "advised that" and "advised: “A”" what he said."""
    if at >= high or words[at].lower in ("that", "to"):
        return False
    return not any(word.text in (QUOTE, ":", "that") for word in words[at:high])


def _is_source(held: Sequence[Word]) -> bool:
    """Whether what is cited is who or what told it, and no reason: "people close to the talks", "a company memo"."""
    for at, word in enumerate(held):
        if at and (word.lower in _AFTER_HEAD or word.lower in SUBJECT_PRONOUNS or word.lower.endswith(("ed", "ing"))):
            break
        head = word.lower
    return head in _CITED


def _has_complement(held: Sequence[Word]) -> bool:
    """Whether words behind "called" are a thing and what it is called: "it unfair", "the plan a mistake"."""
    if held[0].lower in _THINGS:
        return held[1].lower in _ARTICLES or (not _is_no_quality(held[1]) and len(held) <= _LONGEST_ADJECTIVE)
    if held[0].capital:
        # "called Roe a quack"
        named = next((at for at, word in enumerate(held[:_LONGEST_NAME]) if not word.capital), 0)
        article = held[named].lower in ("a", "an") and named + 1 < len(held)
        return bool(named) and article and held[named + 1].lower not in _SPANS
    if held[0].lower not in DETERMINERS - _ARTICLES - {"that"} | {"the"} and not held[0].lower.endswith("'s"):
        return False
    if any(word.lower.endswith(_QUALITIES) for word in held[2:_LONGEST_NAME]) and not any(map(is_verb, held[1:2])):
        return True
    return any(
        word.lower in ("a", "an")
        and not is_verb(held[at])
        and held[at].lower not in ADJUNCTS
        and held[at].lower not in _NO_OBJECT_END
        and not (at + 2 < len(held) and held[at + 2].lower in _SPANS)
        for at, word in enumerate(held[2:_LONGEST_OBJECT], 1)
    )


def _is_no_quality(word: Word) -> bool:
    """Whether a word cannot be what something is called."""
    return (
        word.capital
        or word.lower in GENERAL_NOUN_STOPS
        or word.lower in ADJUNCTS
        or word.lower in ADVERBS
        or word.lower in _PARTICLES
    )


def _joins(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether "and" at `at` leads to another quotation: “a breach” and a “grave threat”."""
    return words[at].lower == "and" and any(word.text == QUOTE for word in words[at + 1 : min(at + 4, high)])


def _end_of_named(words: Sequence[Word], last: int, high: int) -> int:
    """The token that ends the phrase that a quotation at `last` is a part of: “a breach” of its rules, “bold” plans."""
    at = last + 1
    while at < high and at - last <= _LONGEST_TAIL:
        word = words[at]
        if word.text in _BREAKS or word.lower in _AFTER_NAMED or word.lower == "that":
            break
        if word.lower in AUXILIARIES or word.lower in SUBJECT_PRONOUNS:
            return last
        at += 1
    if at < high and at - last > _LONGEST_TAIL:
        return last
    return at - 1 if at == last + 1 or words[last + 1].text[0].isalnum() else last


def end_of_clause(words: Sequence[Word], at: int, high: int) -> int:
    """The token before which what is said from token `at` on ends.

    ", although …" is mostly the reporter's, and "in a statement on Monday" at the end tells how it was said.
    """
    for place in range(at + _FEWEST_WORDS - 2, high - 1):
        if words[place].text != ",":
            continue
        if words[place + 1].lower in _CONCEDES:
            return high if any(word.text == QUOTE for word in words[place:high]) else place
        if words[place + 1].lower in ("a", "an") and _sums_up(words, place + 2, high):
            return place
    for place in range(max(at + 2, high - _LONGEST_OCCASION), high - 2):
        if words[place].lower == "in" and words[place + 1].lower in ("a", "an"):
            last = high - 1 if words[high - 1].text == "." else high
            return place if behind_occasion(words, place, last) == last else high
    return high


def _sums_up(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether what was said is called by a noun at `at` or behind an adjective: ", a claim that Roe denied"."""
    for noun in range(at, min(at + 2, high - 1)):
        if words[noun].lower in _SAYINGS:
            behind = words[noun + 1]
            return behind.capital or behind.lower in DETERMINERS | SUBJECT_PRONOUNS | {"that", "which"}
    return False


def _behind_second(words: Sequence[Word], at: int, high: int) -> int:
    """The token behind a quotation at `at`, or behind the next one of “A,” and that “B.”"""
    second = at + 1
    while second < high and (words[second].text == "," or words[second].lower in ("and", "but", "that")):
        second += 1
    return second + 1 if second > at + 1 and second < high and words[second].text == QUOTE else at + 1


def until(unit: Unit, at: int, high: int) -> Place | None:
    """From token `at` to before token `high`; of a quotation that is a sentence of its own, the quotation."""
    words = unit.words
    if at >= high:
        return None
    end = words[end_of_clause(words, at, high) - 1].end
    if words[at].text == QUOTE:
        inside = unit.text[words[at].start : words[at].end].rstrip("”\"'’» ")
        if inside[-1:] in (".", "?", "!") or ((at + 1 < high and words[at + 1].text in (",",)) or inside[-1:] == ","):
            end = words[_behind_second(words, at, high) - 1].end
    piece = words[at].start, end
    return piece if has_letters(unit.text, piece) else None
