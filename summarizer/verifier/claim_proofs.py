"""Which words prove the label of a claim: that it is hedged, denied, or an opinion. What none proves is a judgement.

A cue proves a label only where it bears on what is claimed. "It said costs would fall" is reported speech for "will",
"Tarn said it would not appeal" is what Tarn asserts of itself, and "she raised her target" is an act.

Origin of the lists: how agency copy denies and appraises (Martin and White, The Language of Evaluation).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.clause import Clause
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing
from summarizer.verifier.wording import Word, content, stem

Subject = Callable[[Clause, int, int], bool]
"""Whether the claimant may be the subject that the words of a clause from one place to another tell of."""
_SETTLED = word_set("can must shall will would 'll")
_SETTLED_PHRASES = frozenset(
    {"able to", "are to", "going to", "had to", "has to", "have to", "is to", "was to", "were to", *_SETTLED}
)
"""What lies ahead, or must be, is not left open by them; behind a verb of saying "would" stands for "will"."""
_DENYING = word_set("""
    baseless contradict contradicted contradicting contradicts denial denials denied denies deny denying disputed
    disputes disputing false groundless inaccurate incorrect misleading refuted refutes refuting rebutted rebuts
    unfounded untrue
""")
_TURNS_DOWN = word_set("dismiss dismissed dismisses dismissing reject rejected rejecting rejects")
"""What is done to a bid as well as to an allegation."""
_NOT_SO = pattern(
    r"\b(?:not\strue|n[o’']t\sthe\scase|no\struth|without\struth|without\sfoundation|no\sfoundation"
    r"|contrary(?=\sto\s(?:[a-z]+\s){0,3}(?:assertion|claim|report|rumou?r|speculation|suggestion)s?\b)"
    r"|rul(?:e|es|ed|ing)\s(?:(?:it|that|this)\s)?out)\b",
    re.IGNORECASE,
)
_PREDICATES = word_set("""
    baseless case contrary false foundation groundless inaccurate incorrect misleading true unfounded untrue
""")
"""What may stand behind what it denies: "the reports are false"."""
_SAID_BEFORE = frozenset(
    stem(word)
    for word in word_set("""
        accusation allegation article assertion charge claim criticism idea notion report rumor rumour speculation
        statement story suggestion
    """)
)
"""What is said of somebody, and denied by turning it down."""
_LEADS_ON = word_set("about against in of on over that")
_SAYS = word_set("added adds insisted insists noted notes reiterated said says stated told")
_JOINS = word_set("although and though whereas while")
_GOES_ON = word_set("how in of that to what when whether which who why")
"""Behind a word that joins, what goes on with the clause before."""
_CALLS = word_set("called calls described describes labelled labels")
_FINITE = (
    word_set("""
        are can cannot could declined did do does had has have is may might must refused shall should was
        were will would
    """)
    | _CALLS
    | _DENYING
    | _TURNS_DOWN
)
_NOT = word_set("declined n't neither never no not nothing refused t")
_SUBJECT = 6
"""Words behind a word that joins two clauses in which the verb of the second stands, its subject before it."""
_NO_VERBS = _PREDICATES | word_set("contradiction denial denials truth foundation")
"""What denies with its subject anywhere in the clause: "the report, Tarn said, is false"."""
_FAR = 16
"""Content words behind a word that denies, or before it, among which what is denied is looked for."""
_STRETCH = 64
"""Words of its clause that are read on either side of it."""
_SHARED = 0.5
"""Share of a statement's content words that stand there, from which it is what is denied."""
_OBJECT = 5
"""Words behind a word that denies in which its object stands."""
_APPRAISING = word_set("""
    admirable aggressive ambitious attractive best bold cheap clever compelling conservative convincing costly crucial
    damaging dangerous deserve deserves difficult disappointing disappointment disastrous encouraging essential
    excellent excessive exciting expensive fair fairly foolish generous good great hard healthy ideal important
    impressive inadequate ludicrous mistake modest must necessary needed needs nonsense odd ought outrageous overdue
    overpriced overvalued painful pity poor preferable premature promising prudent rash reasonable reckless remarkable
    right rich risky sensible serious shame should significant silly solid sound strong stupid superb surprising
    tough troubling undervalued unfair unfortunate unnecessary unrealistic unreasonable unwise vital weak welcome
    wise wonderful worrying worst worth wrong
""")
_APPRAISES = word_set("""
    argue argued argues believe believed believes consider considers criticised criticises criticized criticizes
    disagree disagreed disagrees doubt doubts feel feels felt favour favor judged judges lamented opinion praised
    praises regard regards think thinks thought urged urges view views welcomed
""")
_QUOTED = pattern(r"[\"“”„«»]")
_CALLED = pattern(
    r"\b(?:brand|call|deem|describ|dismiss|dub|label|prais|slamm)(?:ed|e?s|ing)?\b[^.;!?]{0,80}?[\"“„«]", re.IGNORECASE
)
"""Who calls the bid "opportunistic" appraises it."""
_RATED = word_set("coverage estimate estimates forecast forecasts rating recommendation target")
_RATES = word_set("""
    cut cuts downgraded held initiated kept left lifted lowered maintained raised reiterated resumed slashed started
    trimmed upgraded
""")


def is_left_open(said: Clause, sources: Sequence[Clause], laid: Laid) -> bool:
    """Whether the statement, or the article of the same words, leaves it open by more than a "will" or "would"."""
    if not any(source.soft for source in sources):
        return False
    if any(cue.text.lower() not in _SETTLED_PHRASES for cue in said.hedges) or any(
        map(_opens, said.reading.softenings)
    ):
        return True
    return any(
        _opens(cue) and cue.last < there < cue.reach
        for (number, there) in laid.alignment.back
        for cue in laid.told(number).softenings
    )


def _opens(cue: Bearing) -> bool:
    return cue.text not in _SETTLED_PHRASES


def is_denied(said: Clause, sources: Sequence[Clause], is_subject: Subject) -> bool:
    """Whether a word that denies bears on what is claimed, in the statement or in the article. A bare "no" or "not" is
    none: what has no plans to happen, or is not certain, nobody denies. Nor is a word of another clause, or one whose
    subject is somebody else than `is_subject` allows."""
    low = said.reading.low
    for at in _denying(said):
        # In a statement of one clause the denial is what is claimed, whoever makes it.
        whole = low[at] in _NO_VERBS or not _openings(said)
        if _denies(low, at, said) and (whole or _is_of_claimant(said, at, is_subject)):
            return True
    wanted = {word.stem for word in said.content}
    return any(_denied(source, wanted, is_subject) for source in sources)


def _denying(clause: Clause) -> Iterator[int]:
    """The last words of what denies."""
    low = clause.reading.low
    if not (_DENYING | _TURNS_DOWN).isdisjoint(low):
        yield from (at for at, word in enumerate(low) if word in _DENYING or word in _TURNS_DOWN)
    for phrase in _NOT_SO.finditer(clause.text):
        ends = [at for at, word in enumerate(clause.reading.words) if word.start - clause.offset < phrase.end()]
        if ends:
            yield ends[-1]


def _denies(low: Sequence[str], at: int, clause: Clause) -> bool:
    """Whether the word `at` denies what is told, and does not turn down a bid or stand in a clause of its own: "the
    bid, which a rival had rejected, valued"."""
    word = clause.reading.words[at]
    if low[at] not in _PREDICATES and clause.text[word.end - clause.offset :].lstrip().startswith((",", ";")):
        return False
    behind = clause.reading.words[at + 1 : at + 1 + _OBJECT]
    return low[at] not in _TURNS_DOWN or any(one.low == "that" or one.stem in _SAID_BEFORE for one in behind)


def _leaves_out(words: Sequence[Word], at: int) -> bool:
    """Whether the word `at` stands for what is denied and does not lead on to it: "the report", not "a report of"."""
    return words[at].stem in _SAID_BEFORE and not (at + 1 < len(words) and words[at + 1].low in _LEADS_ON)


def _opens_clause(clause: Clause, at: int) -> bool:
    """Whether a clause of its own begins with the word `at`: "…, and the regulator has said that …"; not "and that",
    which goes on with what is denied, nor "and Harrow" with no verb near."""
    low, words = clause.reading.low, clause.reading.words
    before = clause.text[words[at - 1].end - clause.offset : words[at].start - clause.offset] if at else ""
    if ";" in before or low[at] == "but":
        return True
    if low[at] not in _JOINS or at + 1 >= len(low) or low[at + 1] in _GOES_ON:
        return False
    near = low[at + 1 : at + 1 + _SUBJECT]
    if not _SAYS.isdisjoint(near):
        return True
    verb = next((there for there, word in enumerate(near) if word in _FINITE), 0)
    behind = low[at + 1 + verb : at + 4 + verb]
    return verb > 0 and ("," in before or low[at] != "and" or not _NOT.isdisjoint(behind))


@lru_cache(maxsize=64)
def _openings(clause: Clause) -> tuple[int, ...]:
    """The words with which clauses of their own begin."""
    return tuple(at for at in range(1, len(clause.reading.low)) if _opens_clause(clause, at))


def _begin(clause: Clause, at: int) -> int:
    """Where the clause of the word `at` begins."""
    openings = _openings(clause)
    nth = bisect_right(openings, at)
    return openings[nth - 1] if nth else 0


def _end(clause: Clause, at: int) -> int:
    """Where the clause of the word `at` ends, at the latest: "denied the report and said that …"."""
    openings = _openings(clause)
    nth = bisect_right(openings, at)
    return openings[nth] if nth < len(openings) else len(clause.reading.low)


def _is_of_claimant(clause: Clause, at: int, is_subject: Subject) -> bool:
    """Whether the subject of the word `at`, or whoever stands behind its "by", may be the claimant."""
    words, low = clause.reading.words, clause.reading.low
    begin, end = max(_begin(clause, at), at - _STRETCH), min(_end(clause, at), at + _STRETCH)
    if low[at] in _NO_VERBS:
        # Who says that a report is false may stand in another sentence, or behind it.
        says = next((there for there in range(begin, end) if low[there] in _SAYS or low[there] in _CALLS), None)
        alone = not _openings(clause)
        return alone or says is None or is_subject(clause, words[begin].start, words[says].start)
    if low[at + 1 : at + 2] == ["by"]:
        return is_subject(clause, words[at + 1].start, words[end - 1].end)
    return is_subject(clause, words[begin].start, words[at].start)


def _denied(source: Clause, wanted: Set[str], is_subject: Subject) -> bool:
    """Whether a word of the article that denies has the statement's content around it, or only a word for it."""
    words, low = source.reading.words, source.reading.low
    for at in _denying(source):
        if not _denies(low, at, source):
            continue
        begin, end = max(_begin(source, at), at - _STRETCH), min(_end(source, at), at + _STRETCH)
        behind = [word.stem for word in content(words[at + 1 : end])][:_FAR]
        before = [word.stem for word in content(words[begin:at])][-_FAR:]
        around = {*behind, *before} if low[at] in _PREDICATES else set(behind)
        shared = len(wanted & around)
        named = any(_leaves_out(words, there) for there in range(at + 1, min(at + 1 + _OBJECT, end)))
        if (named or (shared and shared >= _SHARED * len(wanted))) and _is_of_claimant(source, at, is_subject):
            return True
    return False


def is_appraised(said: Clause, sources: Sequence[Clause]) -> bool:
    """Whether the statement has a word of appraisal, or the article a verb that gives an opinion; that somebody changed
    or kept a rating is an act."""
    low = set(said.reading.low)
    if _RATED & low and _RATES & low:
        return False
    if (_APPRAISING | _APPRAISES) & low or "too" in said.reading.low[:-1]:
        return True
    if any(cue.sense in ("possible", "likely") for cue in said.hedges):
        return True
    if _QUOTED.search(said.text) and any(_CALLED.search(source.text) for source in sources):
        return True
    return any(not _APPRAISES.isdisjoint(source.reading.low) for source in sources)
