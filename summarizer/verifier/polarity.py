"""Negation: what a statement asserts must not be what the article negates, nor the reverse.

Words of the statement are compared with the words of the article that they go back to. A negation counts where it
bears on such a word; other negating words around it are weighed on both sides, so that "refused to" may stand for
"would not". A paraphrase that shares no word with the article is judged only where the article negates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.text.numbers import read_amounts
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.alignment import Gap
from summarizer.verifier.amounts import same_size
from summarizer.verifier.clause import NEGATIVE, Clause, negates_by_prefix
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Cited
from summarizer.verifier.laid import Laid
from summarizer.verifier.reading import Bearing, Reading
from summarizer.verifier.wording import Word, before, behind

_AHEAD, _BEHIND = 8, 6
"""Words before and behind a word among which negating words are counted."""
_FEWEST_TOLD = 2
"""Content words, names aside, that a statement shares with what the article negates before it counts as denied."""
_WIDE = 10
"""Words to either side among which a negation may stand in another place."""
_TIGHT = 6
"""Words of a gap in which a negation without any counterpart is a fault."""
_OUTRIGHT = frozenset({"never", "no", "no longer", "none", "not"})
_SAME = 0.65
"""Share of a statement's words that go back to the article, for a negation without any counterpart to be a fault."""
_NEARLY_ALL = 0.8
"""Share of a statement's words that go back to the article, for a negated word to mean the same in both."""
_BESIDE, _LINKED = 4, 2
"""Words on either side of a negated word, and how many of them must go back to its neighbours in the article."""
_CLEAN_SHARE, _CLEAN_LOOSE = 0.35, 0.4
"""The same two shares where the cited sentences negate nothing and set nothing apart."""
_SETTING_APART = word_set("""
    alone before but confidential drop except final instead just last only private quiet quit rather secret silent still
    than though undisclosed until yet
""")
"""Words that leave something out, so that a negation may tell the same: "the price is being kept quiet"."""
_AS_ANY = frozenset({"another", "any", "as", "else", "ever", "like", "other", "such", "than"})
"""Words of a statement that has nothing as large as what the article calls the largest."""
_SUPREME = frozenset({"best", "first", "most", "record", "unique", "worst"})
_NOT_SO_SOON = frozenset({"before", "beyond", "except", "only", "than", "unless", "until", "without"})
"""With these a negation asserts something: "not until 2027"."""
_EARLIER = frozenset({"before", "earlier", "ever", "previously", "until"})
"""With these a negation tells that something is new."""
_EMPTY = frozenset({"did", "do", "does", "even", "ever"})
"""Words that come and go with a negation."""
_SAYING = frozenset({"added", "insisted", "said", "says", "told", "tells"})


def sentences(cited: Cited) -> list[Clause]:
    """The cited sentences as clauses."""
    return [cited.index.clause(number) for number in cited.numbers]


def check_negation(laid: Laid, *, denied: bool = False) -> Iterator[Finding]:
    """What the statement negates must be negated in the source, and the reverse, where both have the word.

    `denied`: the record says beside the statement that it is; then the statement need not say it, unless it has
    somebody say it.
    """
    found = next(_faults(laid, denied), None)
    if found is not None and laid.said.reading.negations and (place := _negated_by_pronoun(laid)) is not None:
        # What is denied may be what the statement negates: neither wrong nor proven.
        yield laid.finding(Code.STATEMENT_UNPROVEN, place, "What the article negates here only a pronoun says")
    elif found is not None and not laid.said.reading.negations and (place := _asserted_by_pronoun(laid)) is not None:
        yield laid.finding(Code.STATEMENT_UNPROVEN, place, "What the article negates here another one asserts")
    elif found is not None:
        yield found


_ASSERTED = pattern(
    r"\b(?:claim(?:ed|s)|insist(?:ed|s)|reported|said|says)\s(?:that\s)?(?:he|it|she|they)\s(?:are|did|does|had|has|have|is|was|were|would)"
    r"(?=\W*\Z|[,.;:”\"])"
    r"|\A\W*(?:But\s)?(?:Actually|In\s(?:actual\s)?fact|In\sreality)\b"
    r"|,\san?\s(?:idea|measure|move|plan|pledge|promise|step)\s(?:that|which)\s[^.;]{2,120}\b(?:demanded|pledged|promised|proposed|urged|wanted)\b",
)
"""What one negates is asserted beside, by a pronoun ("a site had said that it was"), set right ("In fact"), or what
another one has promised ("ruled out a sale, a step that Roe had promised")."""


def _asserted_by_pronoun(laid: Laid) -> tuple[int, int] | None:
    for source in laid.sources:
        if (found := _ASSERTED.search(source.text)) is not None:
            return found.start() + source.offset, found.end() + source.offset
    return None


_BY_PRONOUN = pattern(
    r"\b(?:denie[sd]|deny|denying|dismisse[sd]|disputed?s?|rejecte?d?s?|refuted|ruled\sout)\s(?:it|so|that|these|this|those|the\s(?:"
    r"allegations?|assertions?|claims?|reports?|rumou?rs?|speculation|suggestions?))"
    r"(?=\W*\Z|[,.;:”\"]|\s(?:and|as|at|but|in|last|late|on|over|this|through|via|when|yesterday)\b)"
    r"|(?:\b(?:not|never)|n[’']t)\s(?:\w+\s){0,2}?(?:buy|buying|do|doing|done|make|making|met|meet|seen|see|sell|selling|want|wanting"
    r"|\w+ing|\w+ed)\s(?:it|so|that|this|them|one)\b"
    r"|(?:\b(?:not|never)|n[’']t)\s(?:\w+\s){0,3}?otherwise\b"
    r"|\b(?:are|can|could|did|do|does|had|has|have|is|was|were|will|would)(?:\snot|n[’']t)(?:\syet)?(?=\W*\Z|[,.;:”\"’'])"
    r"|(?:\bnot|n[’']t)\s(?:at|for|in|of|on|this|with)\s(?:it|that|them|this|time|week|month|quarter|year)\b|\bnothing\sof\sthe\ssort\b"
    r"|\bneither\s\w+\s(?:\w+\s)?(?:has|have|had|is|was|did|would|nor)\b|n[’']?o?t\sgot\sit\b"
    r"|\bdenie[sd]\s(?:an?|the|any|that|it)\b"
    r"|(?:\bnot|n[’']t)\s(?:her|him|me|so|them|true|us)(?=\W*\Z|[,.;:”\"’'])"
    r"|\bnone\s(?:did|had|has|have|was|were)(?=\W*\Z|[,.;:”\"])"
    r"|\A\W*[“\"‘']No[,.]|\bno\ssuch\b|\b(?:should|ought\sto|was\sto|were\sto)\shave\b"
    r"|\b(?:be|was|were)\slying\sif\b",
    re.IGNORECASE,
)
"""A denial whose object stands elsewhere: "denied this", "I am not buying it", "could not prove otherwise", "it has
not"."""


def _negated_by_pronoun(laid: Laid) -> tuple[int, int] | None:
    """Where a cited sentence negates what only a pronoun or "the report" says."""
    for source in laid.sources:
        found = _BY_PRONOUN.search(source.text)
        if found is not None:
            return found.start() + source.offset, found.end() + source.offset
    return None


def _faults(laid: Laid, denied: bool) -> Iterator[Finding]:
    if not any(clause.reading.negations or clause.negations for clause in (laid.said, *laid.sources)):
        return
    own = not denied or bool(_SAYING.intersection(laid.said.reading.low))
    for mine, cue, gap in _elided(laid):
        if laid.asks(gap.source) or _made_up_for(laid, gap, mine=mine):
            continue
        if mine:
            yield _negated(laid, gap.source, min(gap.told[0], len(laid.told(gap.source).low) - 1))
        elif own:
            told = laid.told(gap.source)
            place = told.place(cue.first, min(gap.told[1], len(told.low) - 1))
            yield laid.finding(Code.NEGATION_ALTERED, place, "The article negates it")
    yield from _negated_though_asserted(laid)
    if own:
        yield from _dropped(laid)
    if not denied:
        yield from _asserted_though_negated(laid)


def _negated_though_asserted(laid: Laid) -> Iterator[Finding]:
    said, alignment = laid.said.reading, laid.alignment
    loose = []
    for cue in said.negations:
        if (
            any(at in alignment.of for at in range(cue.first, cue.last + 1))
            or _begun(laid, cue)
            or _sets_right(laid, cue)
        ):
            # The article has the very word that negates, or tells of the first time what never was before, or somebody
            # takes a number back.
            continue
        borne = [at for at in _borne(cue) if at in alignment.of and alignment.supported(at)]
        if any(laid.asks(match.source) for at in _borne(cue) if (match := alignment.of.get(at))):
            continue
        if any(laid.acts.borne_out(at, at) for at in _borne(cue)):
            continue
        if any(_no_less(laid.sources[alignment.of[at].source], alignment.of[at].there, said) for at in borne):
            continue
        if _leaves_out(laid, cue) or any(_seen_by_nobody(laid, at) for at in borne):
            continue
        if not borne:
            if not _NOT_SO_SOON.intersection(said.low[cue.last + 1 : cue.reach + 1]):
                loose.append(cue)
        elif _negated_elsewhere(laid, cue, borne) or any(_negated_by_another(laid, at) for at in borne):
            continue
        elif _same_thing(laid, borne) and all(
            _heavier(said, at, laid.told(alignment.of[at].source), alignment.of[at].there) for at in borne
        ):
            yield _negated(laid, alignment.of[borne[0]].source, alignment.of[borne[0]].there)
    anchors = sum(said.anchors)
    if not loose or len(alignment.of) < (_CLEAN_LOOSE if _clean(laid) else _SAME) * anchors or _spare(laid):
        return
    for gap in alignment.gaps:
        told = laid.told(gap.source)
        if gap.said[1] - gap.said[0] > _TIGHT or gap.told[1] - gap.told[0] > _TIGHT or gap.said[1] >= len(said.low):
            continue
        if any(gap.said[0] <= cue.first < gap.said[1] for cue in loose) and not _negative_within(
            told, gap.told[0] - _WIDE, gap.told[1] + _WIDE
        ):
            yield _negated(laid, gap.source, min(gap.told[0], len(told.low) - 1))
    if (
        any(cue.text in _OUTRIGHT for cue in loose)
        and alignment.of
        and not any(_negative_within(source.reading, 0, len(source.reading.low)) for source in laid.sources)
    ):
        match = next(iter(alignment.of.values()))
        yield _negated(laid, match.source, match.there)


def _same_thing(laid: Laid, borne: Sequence[int]) -> bool:
    """Whether the negated words mean in the article what they mean in the statement: nearly all of the statement goes
    back to it, or words around them go back to words around theirs."""
    alignment = laid.alignment
    if len(alignment.of) >= _NEARLY_ALL * sum(laid.said.reading.anchors):
        return True
    if _clean(laid) and len(alignment.of) >= _CLEAN_SHARE * sum(laid.said.reading.anchors):
        return True
    match = alignment.of[borne[0]]
    beside = range(match.at - _BESIDE, match.at + _BESIDE + 1)
    linked = (
        other.source == match.source and abs(other.there - match.there) <= _BESIDE + 1
        for at in beside
        if at != match.at and (other := alignment.of.get(at)) is not None
    )
    return sum(linked) >= _LINKED


def _clean(laid: Laid) -> bool:
    """Whether the cited sentences negate nothing at all, and set nothing against anything."""
    compared = not _AS_ANY.isdisjoint(laid.said.reading.low)
    return not any(
        _negative_within(source.reading, 0, len(source.reading.low))
        or not _SETTING_APART.isdisjoint(source.reading.low)
        or (compared and any(low in _SUPREME or (low.endswith("est") and len(low) > 5) for low in source.reading.low))
        for source in laid.sources
    )


def _begun(laid: Laid, cue: Bearing) -> bool:
    """Whether the statement says that it never was so before, where the article tells of a first time."""
    if cue.text not in _OUTRIGHT or _EARLIER.isdisjoint(laid.said.reading.low):
        return False
    return any("first" in source.reading.vocabulary for source in laid.sources)


def _sets_right(laid: Laid, cue: Bearing) -> bool:
    """Whether the statement negates no more than a number that is said in the turn of a transcript and replaced behind
    it by the one that the statement asserts: "was $489 million, not $498 million"."""
    index = laid.cited.index
    if cue.text != "not" or not index.turns.turns:
        return False
    text, end = laid.said.text, laid.said.reading.place(cue.first, cue.last)[1]
    amounts = read_amounts(text)
    denied = next((amount for amount in amounts if amount.start >= end and not text[end : amount.start].strip()), None)
    if denied is None:
        return False
    told = laid.cited.each(index.amounts)
    wrong = [amount.start for amount in told if same_size(denied.value, amount) and index.turns.at(amount.start)]
    right = [
        amount.start
        for asserted in amounts
        if asserted.end <= end and asserted.kind == denied.kind
        for amount in told
        if same_size(asserted.value, amount)
    ]
    return bool(wrong and right) and min(wrong) < min(right)


def _negated_elsewhere(laid: Laid, cue: Bearing, borne: Sequence[int]) -> bool:
    """Whether a word behind the negation, in its part of the statement, goes back to what another cited sentence
    negates: the word that the negation bears on is then matched with a mere mention."""
    said, alignment = laid.said.reading, laid.alignment
    homes = {alignment.of[at].source for at in borne}
    _, high = _part(said, cue.last)
    for at in range(cue.last + 1, min(len(said.low), max(high, cue.reach + 1))):
        match = alignment.of.get(at)
        if match is not None and match.source not in homes and _weight(laid.told(match.source), match.there):
            return True
    return False


def _negated_by_another(laid: Laid, at: int) -> bool:
    """Whether another cited sentence than the one that the word goes back to negates the same word, of a pronoun or in
    more words of the statement: "Acme is dear. But it is not dear, Roe says"."""
    said, home = laid.said.reading, laid.alignment.of[at].source
    own = said.words[at].stem
    others = {word.stem for word in laid.said.content} - {own}
    for number, source in enumerate(laid.sources):
        told = source.reading
        for cue in told.negations if number != home else ():
            if all(told.words[there].stem != own for there in _borne(cue)):
                continue
            ahead = told.low[max(0, cue.first - 2) : cue.first + 1]
            if not _BODILESS.isdisjoint(ahead) or len(others & source.stems) >= _FEWEST_TOLD:
                return True
    return False


_BODILESS = word_set("he i it she they this that these those we")
_LEAVING_OUT = word_set("aside ex excluded excludes excluding minus out setting stripped stripping")


def _leaves_out(laid: Laid, cue: Bearing) -> bool:
    """Whether "without" of the statement is "if one factors out" of the article."""
    return cue.text == "without" and any(
        not _LEAVING_OUT.isdisjoint(source.reading.low) and not laid.said.stems.isdisjoint(source.stems)
        for source in laid.sources
    )


_FINDING = frozenset({"find", "get", "hear", "meet", "see"})


def _seen_by_nobody(laid: Laid, at: int) -> bool:
    """Whether the article has it that one will not find what the statement says is not there."""
    match = laid.alignment.of[at]
    told = laid.told(match.source)
    return any(
        cue.target >= 0 and told.low[cue.target] in _FINDING and cue.target < match.there < cue.reach
        for cue in told.negations
    )


def _spare(laid: Laid) -> bool:
    """Whether the cited sentences negate something in words that the statement does not have: that may be what it
    says in other words, so that a negation of its own without a counterpart proves nothing."""
    taken = laid.alignment.taken
    for number, source in enumerate(laid.sources):
        reading = source.reading
        if any((number, cue.first) not in taken for cue in reading.negations):
            return True
        if any(_negative(reading, index) and (number, index) not in taken for index in range(len(reading.low))):
            return True
    return False


def _elided(laid: Laid) -> Iterator[tuple[bool, Bearing, Gap]]:
    """Negations that are all that one side has more than the other between two linked words.

    Each with whether it is the statement that has it, and with the gap.
    """
    said = laid.said.reading
    for gap in laid.alignment.gaps:
        told = laid.told(gap.source)
        mine, theirs = gap.said[1] - gap.said[0], gap.told[1] - gap.told[0]
        if mine > _WIDE or theirs > _WIDE or mine == theirs == 0:
            continue
        for cue in said.negations if mine else ():
            inside = gap.said[0] <= cue.first and cue.last < gap.said[1]
            if inside and _plain(said.without(*gap.said, cue)) == _plain(told.without(*gap.told)):
                yield True, cue, gap
        for cue in told.negations if theirs else ():
            inside = gap.told[0] <= cue.first and cue.last < gap.told[1]
            if inside and _plain(told.without(*gap.told, cue)) == _plain(said.without(*gap.said)):
                yield False, cue, gap


def _made_up_for(laid: Laid, gap: Gap, *, mine: bool) -> bool:
    """Whether the side without the negation of a gap has another in its stead: "without" for "does not"."""
    said, told, back = laid.said.reading, laid.told(gap.source), laid.alignment.back
    one, other, at = (told, said, gap.told[1]) if mine else (said, told, gap.said[1])
    low, high = max(0, at - _WIDE), min(len(one.low), at + _WIDE)
    for cue in one.negations:
        bears = not mine or cue.target < 0 or any((gap.source, there) in back for there in _borne(cue))
        if bears and low <= cue.first < high and cue.text not in other.vocabulary:
            return True
    return any(_negative(one, index) and one.low[index] not in other.vocabulary for index in range(low, high))


def _plain(low: Sequence[str]) -> list[str]:
    return [word for word in low if word not in _EMPTY]


def _heavier(one: Reading, at: int, other: Reading, there: int) -> bool:
    """Whether more negates the word `at` of the one than the word `there` of the other."""
    return _weight(one, at) > _weight(other, there) and _weight(one, at, wide=True) > _weight(other, there, wide=True)


def _negated(laid: Laid, source: int, there: int) -> Finding:
    place = _around(laid.told(source), there)
    return laid.finding(Code.NEGATION_ALTERED, place, "The record negates what the article asserts")


def _dropped(laid: Laid) -> Iterator[Finding]:
    said, alignment = laid.said.reading, laid.alignment
    for number, source in enumerate(laid.sources):
        told = source.reading
        for cue in told.negations:
            there = next((there for there in _borne(cue) if (number, there) in alignment.back), None)
            if there is None or _NOT_SO_SOON.intersection(told.low[cue.last + 1 : cue.reach + 1]):
                continue
            if cue.text not in _OUTRIGHT and cue.text in said.low:
                continue
            if _only_a_report(laid, number, cue, there):
                continue
            at = alignment.back[number, there]
            if (
                alignment.supported(at)
                and _same_thing(laid, (at,))
                and _heavier(told, there, said, at)
                and not laid.acts.borne_out(at, at)
                and not _no_less(laid.said, at, told)
            ):
                yield laid.finding(Code.NEGATION_ALTERED, told.place(cue.first, there), "The article negates it")


def _only_a_report(laid: Laid, number: int, cue: Bearing, there: int) -> bool:
    """Whether the statement only shares the word "report" with what the article negates, and nothing of what is
    reported: "disputed a report that the lenders had quarrelled" beside "the paper based its report on two people"."""
    told = laid.told(number)
    if told.low[there] not in _REPORTS or "that" not in told.low[there + 1 : cue.reach]:
        return False
    clause = told.low.index("that", there + 1)
    return not any(source == number and clause < at < cue.reach for source, at in laid.alignment.back)


def _asserted_though_negated(laid: Laid) -> Iterator[Finding]:
    """A statement must not assert, word for word, what stands behind a negation: "denied that it is in talks"."""
    said, sources = laid.said, laid.sources
    told = {word.stem for word in said.content if not word.text[0].isupper()}
    if len(told) < _FEWEST_TOLD or said.negative:
        return
    if any(not source.negations and told <= source.stems for source in sources):
        return
    for source in sources:
        for cue in source.negations:
            scope = source.scope(cue)
            if _on_a_report(scope, said) or _is_given(source, cue.start, scope[-1].end if scope else cue.end):
                continue
            if cue.text.lower().startswith(_WANTING) and cue.text.split()[0].lower() in said.reading.low:
                continue
            if told <= {word.stem for word in scope} and not any(word.low in _NOT_SO_SOON for word in scope):
                yield laid.finding(Code.NEGATION_ALTERED, (cue.start, scope[-1].end), "The article negates it")
                return


_GIVEN = pattern(r"(?:help|hurt|matter|mind)(?:ed|s)?\sthat\b|\b(?:reasons?|why)\b", re.IGNORECASE)


def _is_given(source: Clause, start: int, end: int) -> bool:
    """Whether what is told stands behind a negation that takes it for granted: "it did not help that", "would not say
    why"."""
    return _GIVEN.search(source.text[max(0, start - source.offset) : end - source.offset]) is not None


_WANTING = ("fail", "inability", "refus")
"""Words that negate, and still do with something between them and what they bear on: "failure by Tarn to pay"."""
_SILENT = word_set("comment confirm discuss drawn elaborate respond say speculate")
_REPORTS = word_set("article dispatch report reports story")


def _on_a_report(scope: Sequence[Word], said: Clause) -> bool:
    """Whether what is negated is that somebody speaks about a report, which is what the statement has say it: "would
    not be drawn on a report that it had bid"."""
    first = next((word.low for word in scope if word.low in _SILENT), None)
    return first is not None and any(word.low in _REPORTS and word.stem in said.stems for word in scope)


def _no_less(clause: Clause, at: int, other: Reading) -> bool:
    """Whether a word that another text negates is negated here too, or stands with a verb of refusal that the other
    lacks: "no dividend will be paid" is "dividends will be suspended"."""
    if any(at in _borne(cue) for cue in clause.reading.negations):
        return True
    return any(
        act.refuses
        and not clause.reading.comes_to_nothing(act.first)
        and act.part[0] <= at < act.part[1]
        and not act.first <= at <= act.last
        and clause.reading.words[act.first].stem not in other.keys
        for act in clause.acts
    )


def _borne(cue: Bearing) -> Sequence[int]:
    return () if cue.target < 0 else (cue.target, *cue.through)


def _weight(reading: Reading, at: int, *, wide: bool = False) -> int:
    """How many words negate around the word `at`, in its part of the sentence, or on either side of a pause too."""
    low, high = (max(0, at - _WIDE), min(len(reading.low), at + _WIDE)) if wide else _part(reading, at)
    cues = [cue for cue in reading.negations if low <= cue.first < high and cue.first != at]
    taken = {index for cue in cues for index in range(cue.first, cue.last + 1)}
    if len(cues) > 1:
        cues = [cue for cue in cues if cue.text != "nor"]
    others = (index for index in range(low, high) if index != at and index not in taken)
    return len(cues) + sum(1 for index in others if _negative(reading, index))


def _part(reading: Reading, at: int) -> tuple[int, int]:
    low = at
    while low > max(0, at - _AHEAD) and not reading.breaks[low]:
        low -= 1
    high = at + 1
    while high < min(len(reading.low), at + _BEHIND) and not reading.breaks[high]:
        high += 1
    return low, high


def _negative(reading: Reading, index: int) -> bool:
    if reading.comes_to_nothing(index):
        return False
    return reading.words[index].stem in NEGATIVE or negates_by_prefix(reading.low[index])


def _negative_within(reading: Reading, low: int, high: int) -> bool:
    low, high = max(0, low), min(high, len(reading.low))
    return any(low <= cue.first < high for cue in reading.negations) or any(
        _negative(reading, index) for index in range(low, high)
    )


def _around(told: Reading, there: int) -> tuple[int, int]:
    start = told.words[there].start
    around = [*before(told.words, start, 3), *behind(told.words, start, 4)]
    return around[0].start, around[-1].end
