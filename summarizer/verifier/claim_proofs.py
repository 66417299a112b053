"""Which words prove the label of a claim: that it is hedged, denied, or an opinion. What none proves is a judgement.

A cue proves a label only where it bears on what is claimed. "It said costs would fall" is reported speech for "will",
"Tarn said it would not appeal" is what Tarn asserts of itself, and "she raised her target" is an act.

Origin of the lists: how agency copy denies and appraises (Martin and White, The Language of Evaluation).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verifier.clause import Clause
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing
from summarizer.verifier.wording import Word, content, stem

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
_FAR = 16
"""Content words behind a word that denies, or before it, among which what is denied is looked for."""
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


def is_denied(said: Clause, sources: Sequence[Clause]) -> bool:
    """Whether a word that denies bears on what is claimed, in the statement or in the article. A bare "no" or "not" is
    none: what has no plans to happen, or is not certain, nobody denies."""
    if any(_denies(said.reading.low, at, said) for at in _denying(said)):
        return True
    wanted = {word.stem for word in said.content}
    return any(_denied(source, wanted) for source in sources)


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


def _end(low: Sequence[str], at: int) -> int:
    """Where the clause of the word `at` ends, at the latest: "denied the report and said that …"."""
    for there in range(at + 1, len(low)):
        if low[there] == "but" or (low[there] == "and" and not _SAYS.isdisjoint(low[there + 1 : there + 3])):
            return there
    return len(low)


def _denied(source: Clause, wanted: Set[str]) -> bool:
    """Whether a word of the article that denies has the statement's content around it, or only a word for it."""
    words = source.reading.words
    for at in _denying(source):
        if not _denies(source.reading.low, at, source):
            continue
        behind = [word.stem for word in content(words[at + 1 : _end(source.reading.low, at)])][:_FAR]
        before = [word.stem for word in content(words[:at])][-_FAR:]
        around = {*behind, *before} if source.reading.low[at] in _PREDICATES else set(behind)
        shared = len(wanted & around)
        if shared and shared >= _SHARED * len(wanted):
            return True
        if any(_leaves_out(words, said) for said in range(at + 1, min(at + 1 + _OBJECT, len(words)))):
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
