"""What a statement may leave out of the sentence that it follows, and still say the same.

Left out may be what only adds: words that carry nothing, an aside between pauses, a day, what a name is described by,
the rest behind a pause. Everything else is taken to govern or to restrict what is kept: a condition, a negation, a
"hopes to", an "of trucks" behind "sales", an "except". No list of such words could be complete, so that the list is of
what is harmless, and whatever is not on it leaves the statement unproven.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_content import DATELINE
from summarizer.verifier.index import Index
from summarizer.verifier.reach import subject_of
from summarizer.verifier.wording import Word

EMPTY = word_set("""
    a also already an as dr had has have he her his however i indeed it its just meanwhile mr mrs ms now own s
    separately she still such that the their then these they this those today too which who yesterday
""")
"""Words that carry nothing by themselves: left out, they take nothing away."""
_TAKES_BACK = (
    r"apart|as\slong|assuming|bar|barring|besides|but\s(?:for|not|only)|conditional|depend\w*|except\w*|excluding|excludes?"
    r"|if|in\scase|in\sthe\sevent|less|lest|[a-z]+n[’']t|never|nor|not|on\scondition|once|only|other\sthan|pending"
    r"|pro\sforma|provided|providing|so\slong|subject\sto|than|unless|until|when|whenever|whether|without"
)
_RESTRICTS = pattern(
    rf"\b(?:{_TAKES_BACK}|adjusted|although|before|could|hypothetical\w*|like-for-like|mainly|may|might|most|mostly|no"
    r"|organic\w*|partly|should|some|though|would)\b",
    re.IGNORECASE,
)
"""Words that may restrict what stands beside them, or take it back."""
_TURNS = pattern(rf"\b(?:{_TAKES_BACK})\b", re.IGNORECASE)
"""Of these what turns back to what stands before it."""
_CONDITION = pattern(
    r"\b(?:conditional|except\w*|excluding|(?<!even\s)if|on\scondition|provided|subject\sto|unless)\b", re.IGNORECASE
)
_CLAUSE = pattern(r"[,;:—.]\s|\b(?:and|but|said|says|while)\b", re.IGNORECASE)
"""Where the rest of a sentence comes to something else."""
_PAUSES = frozenset(',;:()[]<>—–“”"„«»')
_ENDS = frozenset('.,;:()[]<>—–!”"»')
_TIMES = word_set("after by during earlier from in last next of on since the this through until within")
_GOES_ON = word_set("""
    after and as at because but by during even following for from in into on since that to under via while who which
    with
""")
"""Words with which something is added that a statement can end before."""
_MEASURES_ON = word_set("after and as because but by even following from on since to while who which")
"""Of these the ones that do not say what part a figure is of."""
_DANGLING = word_set("""
    a all an and any as at be both but by every for from her his if in into is its more most no not of on or our some
    than that the their to was were when which while who whose will with would
""")
"""Words with which nothing ends."""
_BRACKETED = pattern(r"\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]")
_MODAL = word_set("can could may might must shall should to will would")
_FINITE = word_set("are had has have is was were will")
"""Small verbs with which a second deed of a subject begins that nothing before governs."""
_OPENS_CLAUSE = word_set(
    "after although as because before how if since that though what when where which while who whose why"
)
_TRADES = word_set("""
    backed banking based brewing building clothing engineering gambling holding lending limited listed manufacturing
    mining owned printing publishing shipping trading united
""")
"""Words on -ed and -ing that describe a company and say nothing that it does."""
_NO_DESCRIPTION = word_set("""
    about above after against among and around at because before behind between but by during for from if in into
    is never no not of on or over said says than that through to under until was were when where which while who will
    with without would
""")
_DESCRIPTION = 6
"""Words before a name that describe it, at most."""
_RELATIVE = 8
"""Words that lead from a name to what is told of it, at most: ", a maker of tiles that"."""
_OPENERS = pattern(
    r"[\s“\"'‘*#-]*(?:(?:also|and|but|dr|earlier|however|in\saddition|meanwhile|moreover|mr|mrs|ms|now|separately|so|still"
    r"|then|today|yesterday|yet)\b\.?,?\s*)*[\s“\"'‘]*",
    re.IGNORECASE,
)
_ADJUNCT = pattern(
    r"[\s“\"'‘]*(?:after|amid|as|at|because|by|despite|during|following|for|from|in|last|next|on|since|this|to|under|while"
    r"|with(?!\s(?:[\w-]+\s){0,3}(?:approvals?|backing|clearances?|consent|help|luck|permission|support)\b))\b[^;:—]*,\s[“\"'‘]?",
    re.IGNORECASE,
)
_PART = pattern(
    r"(?:[Aa]mong|[Aa]t|[Ff]or|[Ii]n|[Oo]n|[Ww]ith)\b.*?"
    r"(?:\b(?!I\b)[A-Z]|\b(?:business|categor|division|market|region|segment|store|unit))"
)
"""The beginning of words that say of what part a figure is: "In Asia", "At its stores"."""
_THAT = pattern(r"\b(?:and|but)\sthat\s(?:the\s|a\s|an\s)?\Z", re.IGNORECASE)
_JOINED = pattern(
    r"(?:[;:]\s(?:and\s|but\s)?|—\s?|,\s(?:after|and|as|because|but|since|while)\s|\s(?:after|because|since|while)\s)"
    r"(?:the\s|a\s|an\s)?[“\"'‘]?\Z",
    re.IGNORECASE,
)
"""Where a clause of its own begins that nothing before it governs."""
_ACCORDING = pattern(r"[\s“\"'‘]*according\sto\s[^,]{2,80},\s[“\"'‘]?", re.IGNORECASE)


def pause_before(words: Sequence[Word], at: int, index: Index) -> bool:
    """Whether a mark stands before word `at` of a sentence, or the sentence begins there."""
    return at == 0 or not _PAUSES.isdisjoint(index.text[words[at - 1].end : words[at].start])


def restricting(text: str) -> set[str]:
    """The words of a text that may restrict what stands beside them, in small letters."""
    return {word.lower() for word in _RESTRICTS.findall(text)}


def may_go(words: Sequence[Word], first: int, last: int, number: int, index: Index) -> bool:
    """Whether the words [first, last) of a sentence, between two that are kept, may be left out."""
    rest = [word for word in outside_brackets(words[first:last], number, index) if word.low not in EMPTY]
    if not rest or _within_name(words, first, last, number, index):
        return True
    if [word.low for word in rest] == ["on"] and _in_dates(words[last : last + 1], number, index):
        return True
    ends = words[last - 1] is rest[-1] or words[last - 1].low == "that"
    if first and words[first - 1].low not in _TIMES and ends and _in_dates(rest, number, index):
        return True
    if _other_verb(words, first, last, index):
        return True
    paused = pause_before(words, first, index) and last < len(words) and pause_before(words, last, index)
    if paused and words[first].low in ("which", "who") and _behind_name(words, first, number, index):
        # Whatever it says, it says beside the name.
        return True
    if _RESTRICTS.search(index.text, words[first].start, words[last - 1].end):
        return False
    if paused:
        return True
    if [word.low for word in rest] == ["whose"] or _leads_on(words, first, last, index):
        return True
    return describes(words, first, last, number, index)


def _behind_name(words: Sequence[Word], at: int, number: int, index: Index) -> bool:
    """Whether a name ends right before word `at`."""
    return at > 0 and any(name.start <= words[at - 1].start < name.end for name in index.names_of(number))


def outside_brackets(words: Sequence[Word], number: int, index: Index) -> list[Word]:
    """Those of the words that stand in no brackets which begin among them."""
    sentence = index.sentences[number - 1]
    inside = [
        match.span()
        for match in _BRACKETED.finditer(index.text, sentence.start, sentence.end)
        if words and words[0].start <= match.start() + 1
    ]
    return [word for word in words if not any(start <= word.start < end for start, end in inside)]


def _within_name(words: Sequence[Word], first: int, last: int, number: int, index: Index) -> bool:
    """Whether the words are the rest of a name of which one word beside them is kept: "Tarn *Steel plc*"."""
    around = (*words[max(0, first - 1) : first], *words[last : last + 1])
    return any(
        name.start <= words[first].start
        and words[last - 1].end <= name.end
        and any(name.start <= word.start < name.end for word in around)
        for name in index.names_of(number)
    )


def _in_dates(rest: Sequence[Word], number: int, index: Index) -> bool:
    """Whether the words are those of dates, and what leads up to them."""
    dates = index.dates(number)
    dated = [any(date.start <= word.start < date.end for date in dates) for word in rest]
    return any(dated) and all(there or word.low in _TIMES for there, word in zip(dated, rest, strict=True))


def _other_verb(words: Sequence[Word], first: int, last: int, index: Index) -> bool:
    """Whether the words are the first of two deeds of one subject: "will *cut costs and* sell"."""
    if first == 0 or words[last - 1].low != "and" or last - first < 2 or last >= len(words):
        return False
    if not _PAUSES.isdisjoint(index.text[words[first - 1].end : words[last].start]):
        return False
    if _TURNS.search(index.text, words[first].start, words[last].start):
        return False
    if words[last].low in _FINITE and _is_first_deed(words, first, last, index):
        return True
    return words[first - 1].low in _MODAL or (words[first].low.endswith("ed") and words[last].low.endswith("ed"))


def _is_first_deed(words: Sequence[Word], first: int, last: int, index: Index) -> bool:
    """Whether words behind a name with which a sentence opens are the first of its two deeds, and hold no other verb
    whose subject the second could share: "Tarn *has accused Fenwick of a breach and* is seeking damages"."""
    number = index.sentences_of((words[first].start, words[first].end))[0]
    opens = subject_of(number, index)
    if any(one.cue and words[first].start <= one.cue[0] < words[last].start for one in index.speeches_in((number,))):
        return False
    if opens is None or not opens.start <= words[first - 1].start < opens.end:
        return False
    low = [word.low for word in words[first : last - 1]]
    lead = 2 if low[0] in _FINITE else 1
    if low[0] not in _FINITE and not low[0].endswith("ed"):
        return False
    return not any(one in _FINITE or one in _OPENS_CLAUSE or one.endswith("ed") for one in low[lead:])


def _leads_on(words: Sequence[Word], first: int, last: int, index: Index) -> bool:
    """Whether the words only lead from a name to what is told of it: ", a fund that", ", chief of Tarn, who"."""
    if not pause_before(words, first, index):
        return False
    article = words[first].low in ("a", "an", "the") and last - first <= _RELATIVE
    return words[last - 1].low == "who" or (words[last - 1].low in ("that", "which") and article)


def describes(words: Sequence[Word], first: int, last: int, number: int, index: Index) -> bool:
    """Whether the words stand right before a name and describe it: "the Dutch fund Tarn", "Norway's Tarn"."""
    if last >= len(words) or last - first > _DESCRIPTION:
        return False
    if not any(name.start <= words[last].start < name.end for name in index.names_of(number)):
        return False
    if any(mark in index.text[words[first].start : words[last].start] for mark in ",;:()—–"):
        return False
    low = [word.low for word in words[first:last]]
    return _NO_DESCRIPTION.isdisjoint(low) and not any(
        one.endswith(("ed", "ing")) and one not in _TRADES for one in low
    )


def begins_there(
    words: Sequence[Word], at: int, number: int, index: Index, *, measures: bool, start: int | None = None
) -> bool:
    """Whether what stands before word `at` of a sentence neither governs nor restricts what begins there.

    `measures`: what begins there gives a figure or the like, which may be that of a part only. `start`: where what is
    read of the sentence begins, if not with it.
    """
    sentence = index.sentences[number - 1]
    if start is None:
        head = DATELINE.match(index.text, sentence.start, sentence.end)
        start = head.end() if head else sentence.start
    while at > 0 and words[at - 1].low in ("a", "an", "the") and not pause_before(words, at, index):
        at -= 1
    lead = index.text[start : max(start, words[at].start)]
    if not lead.strip(" <“”\"'‘’*#-—–•·►\t\n") or _OPENERS.fullmatch(lead):
        return True
    if any(
        words[back].start >= start
        and describes(words, back, at, number, index)
        and begins_there(words, back, number, index, measures=measures, start=start)
        for back in range(max(0, at - _DESCRIPTION), at)
    ):
        return True
    if _ADJUNCT.fullmatch(lead) and not _RESTRICTS.search(lead):
        ahead = [word for word in words[:at] if word.start >= start and word.low not in EMPTY]
        return not (measures and _PART.match(lead.lstrip(' “"')) and not _in_dates(ahead, number, index))
    return _JOINED.search(lead) is not None


def is_attribution(lead: str) -> bool:
    """Whether the words before a statement are "according to" somebody."""
    return _ACCORDING.fullmatch(lead) is not None


def goes_on_that(lead: str) -> bool:
    """Whether the words before a clause end with "and that", with which another clause of the same speech begins."""
    return _THAT.search(lead) is not None


def goes_on(lead: str) -> bool:
    """Whether the words before a clause end where one of its own begins."""
    return _THAT.search(lead) is not None or _JOINED.search(lead) is not None


def is_restricted(words: Sequence[Word], at: int, number: int, index: Index) -> bool:
    """Whether word `at` of a sentence goes on with what restricts what stands before it, or takes it back."""
    between = index.text[words[at - 1].end : words[at].start]
    if any(mark in between for mark in ";:—") or ("," in between and words[at].low == "without"):
        return False
    rest = index.text[words[at].start : index.sentences[number - 1].end]
    return bool(_TURNS.match(rest) or _CONDITION.search(_CLAUSE.split(rest, maxsplit=1)[0]))


def ends_there(words: Sequence[Word], at: int, number: int, index: Index, *, measures: bool) -> bool:
    """Whether what stands from word `at` of a sentence on neither goes on with what ends before it nor restricts it."""
    if at >= len(words):
        return True
    if words[at - 1].low in _DANGLING:
        return False
    between = index.text[words[at - 1].end : words[at].start]
    if any(mark in between for mark in ";:—"):
        return True
    if is_restricted(words, at, number, index):
        return False
    if not _ENDS.isdisjoint(between):
        return True
    near = words[at : at + 2] if words[at].low in _TIMES else words[at : at + 1]
    if any(date.start <= word.start < date.end for date in index.dates(number) for word in near):
        return True
    return words[at].low in (_MEASURES_ON if measures else _GOES_ON)
