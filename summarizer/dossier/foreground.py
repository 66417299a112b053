"""What a sentence tells as its news, and which of its stretches only place it, explain it or describe somebody.

News stands in the main clause. What stands in a relative clause (with its pronoun or without: "the drug it licensed"),
in a clause or a phrase of time, cause or purpose, in an apposition or behind a participle is background, whatever it
speaks of. So the words that open such a stretch decide, which are closed classes of English; no word of any trade does.
Origin: the adverbials, appositions and postmodifiers of R. Quirk et al., A Comprehensive Grammar of the English
Language, chapters 8, 14 and 17; that news stands in the main clause of the first sentence, and background in clauses
that depend on it: T. van Dijk, News as Discourse (1988).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.text.patterns import pattern

_TO_COMMA = r"[^,;:!?—]*"
_FINITE = r"\b(?:are|had|has|have|is|said|says|was|were|will|would)\b"
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

_TELLING = (
    r"(?:acknowledg\w+|add(?:ed|s)|admit\w*|agree[ds]?|agreement|announc\w+|argu\w+|assur\w+|ask\w*|belie[fv]\w*|cite[ds]?|"
    r"claim\w*|confirm\w*|decid\w+|den(?:y|ies|ied)|disclos\w+|doubt\w*|expect\w*|fear\w*|find\w*|forecast\w*|found|"
    r"hear[ds]?|hop(?:e|ed|es|ing)|idea|indicat\w+|insist\w*|know[ns]?|learn\w*|mean[st]?|news|not(?:ed|es?)|plan\w*|"
    r"predict\w*|promise[ds]|propos\w+|read[s]?|recommend\w*|re(?:port|veal)\w*|require[ds]?|rul(?:ed|es|ing)|rumou?rs?|saw|say(?:s|ing)?|said|see[ns]?|"
    r"show\w*|signal\w*|signs?|so|speculat\w+|stat(?:e|ed|ement|es)|stress\w*|suggest\w*|sure|tell[s]?|think[s]?|"
    r"thought|told|understood|urge[ds]|vot(?:e|ed)|want(?:ed|s)|warn\w*|word)"
)
"""Behind one of these "that" opens what is said, and a pronoun the clause of what is said."""
_OF_DEAL = (
    r"(?:agreement|bid|contract|deal|investment|merger|offer|order|plan|proposal|purchase|round|stake|takeover|tie-?up|"
    r"transaction)"
)
"""A relative clause behind one of these tells of the deal itself."""
_SAID_THAT = rf"\b{_TELLING}(?:\s[\w.’'-]+)?(?:\s(?:on\s)?{_DAYS})?,?"
_RELATIVE = pattern(
    rf"(?<!\w)(?:(?P<told>(?:{_SAID_THAT}|{_OF_DEAL})\s)?"
    r"(?:(?<!now )that\b|(?:(?:of|in|to|for|from|with|by|at|on)\s)?(?:which|who(?:m|se)?)\b)"
    rf"(?:(?:\s[^\s,;:!?—]+){{2}}[^,;:!?—]*?(?=\s{_FINITE}|[,;:!?—]|\Z))?)"
)
"""A relative clause: behind a comma up to the next one, else up to the verb that goes on; "that" behind `told` opens
none."""
_BARE_RELATIVE = pattern(
    rf"(?<![\w-])(?!{_TELLING}\b)"
    r"(?!(?:and|as|because|but|for|how|if|into|nor|once|over|since|than|that|then|though|unless|until|what|when|where|whether|"
    r"which|while|who|whom|why|with|yet|today|tonight|yesterday|(?:after)?noon|evening|morning|month|week|year)\b)"
    r"[a-z]{3,}(?<!ly)\s(?:it|he|she|they)\s"
    r"(?!(?:and|as|at|by|but|for|from|in|into|last|of|on|or|over|said|says|this|to|under|up|with)\b)"
    rf"[a-z]{_TO_COMMA}"
)
"""A relative clause without a pronoun: "savings it promised", "the drug it licensed"."""
_WITH_SUBJECT = pattern(
    r"that\s(?:an?|each|he|her|his|in|it|its|no|on|she|some|the|their|there|these|they|this|those|we|[A-Z])"
)
_TELLS = pattern(rf"\b{_TELLING}\b")
_TIME_OR_CAUSE = pattern(
    r"\b(?:(?:(?:[\w-]+\s){0,2}(?:day|hour|minute|month|week|year|decade)s?\s)?(?:after|before|since)\b|"
    r"(?:because|once|until|unless|whereas|(?:al)?though|now that|(?<!even )when|where|while)\b|"
    r"(?:even |just )?as\b(?!\s(?:early|expected|few|far|for|high|late|little|long|low|many|much|part|of|planned|"
    r"soon|to|well)\b|\s\W?\d)|"
    r"(?:amid|besides|citing|despite|excluding|except for|following|including|reflecting|unlike)\b|"
    r"than\b(?!\s(?:\W?\d|(?:an?\s(?:billion|dozen|hundred|million|thousand)|half|one|two|three|twice)\b))|"
    r"(?:ahead|because|by way|fresh out|in (?:the )?(?:aftermath|course|light|middle|midst|spite|wake|anticipation)|"
    r"instead|on the back|on top|regardless|short)\sof\b|"
    r"(?:apart from|aside from|compared (?:to|with)|due to|fresh from|in addition to|in contrast to|next to|owing to|"
    r"prior to|separate(?:ly)? from|thanks to)\b|"
    r"(?:boosted|buoyed|dragged down|driven|fuel?led|held back|helped|hit|hurt|lifted|offset|swelled|weighed down)"
    r"\sby\b)"
    rf"{_TO_COMMA}",
    re.IGNORECASE,
)
"""Clauses and phrases of time, cause, concession and comparison."""
_PURPOSE = pattern(
    rf"\b(?:(?:in order )?to (?:help )?(?:absorb|cover|finance|fund|integrate|pay (?:down|for|off)|prepare for|"
    rf"refinance|repay|support)|towards?)\b{_TO_COMMA}"
)
"""What money is for."""
_APPOSITION = pattern(
    r"(?<=[\w.’'])(?<!\bday),\s(?:an?|both|formerly|its|now|once|one of|long|soon|the|then|their|already|his|her)\s"
    rf"(?P<words>{_TO_COMMA})"
)
_NAMED = pattern(r"[A-Z][\w&.’'-]*\Z")
_CALENDAR = pattern(
    rf"\b(?:{_DAYS}|January|February|March|April|May|June|July|August|September|October|November|December)\Z"
)
_CLAUSE_OF_ITS_OWN = pattern(_FINITE)
_PRONOUN = pattern(r"\b(?:that|which|who(?:m|se)?)\b")
_PARTICIPLE = pattern(
    r",\s(?:(?:already|being|currently|due|having|just|newly|now|once|recently|set|soon|still)\s|"
    r"(?:acquired|absorbed|backed|bought|founded|owned|purchased|sold|swallowed|taken over)\s)[^,;:!?—]*(?=,|\Z)"
)
"""A participle between commas: "Orrin, being bought by Tarn, said"."""
_REDUCED = pattern(
    r"(?<!\bare )(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bgets )(?<!\bgot )(?<!\bis )(?<!\bwas )(?<!\bwere )"
    r"(?<!\band )(?<!\bor )(?<![,;:—] )(?<!\w’s )(?<=[a-z0-9] )"
    rf"(?:acquired|bought|built|ordered|owned|purchased|sold|supplied|taken over)\sby\s{_TO_COMMA}"
)
"""A participle behind what it describes: "the mill bought by Tarn"."""
_ATTRIBUTE = pattern(
    r"\b(?:freshly|just|newly|previously|recently)[ -](?:acquired|bought|merged|purchased|taken-over)\b"
)
_OPENING = pattern(
    r"\A\W*(?:(?:Having|Along with|Combined with|Fresh from|Like|Under|Until)\b[^,;:!?—]*(?=,)|"
    r"With\s(?:[\w&.’'-]+\s){1,6}?(?:\w+ing|behind|closed|complete[d]?|done|finished|over|secured|signed)\b[^,;:!?—]*(?=,))"
)
"""What stands before the first clause: "With the purchase done, Tarn turns to paint"."""
_HEADING = pattern(
    r"\b(?:after|ahead of|amid|as|because of|before|despite|due to|following|in wake of|on back of|since|when|while)\b"
    r".*\Z",
    re.IGNORECASE | re.DOTALL,
)

_NUMBER_COMMA = pattern(r"(?<=\d),(?=\d)|(?<=\d),(?= (?:19|20)\d\d\b)|,(?= (?:Co|Corp|Inc|LLC|Ltd|Plc|PLC|LP|N\.A)\b)")
_HIDDEN = "\x1f"
_MARKS = " .,;:!?\"'“”’\n"

_ADJUNCT = pattern(
    r"\b(?P<head>[\w’'-]+)\s(?P<preposition>about|against|at|by|for|from|in|into|of|on|over|through|to|under|with)\s"
    r"(?P<phrase>(?:(?:an?|another|any|her|his|its|some|such|that|the|their|this)\s)?"
    r"(?:(?!(?:about|against|at|by|for|from|in|into|of|on|over|through|to|under|with)\s)[\w&.,’'$€£%\x1f-]+\s){0,7}?)\Z"
)
_NO_PHRASE = pattern(
    r"\b(?:and|are|be|been|but|could|did|do|does|had|has|have|he|is|it|may|might|or|said|says|she|should|that|they|was|"
    r"we|were|will|would)\b|(?<=[A-Za-z] )(?<!\ban )(?<!\bits )(?<!\bthe )(?<!’s )(?<!'s )(?<!\btheir )(?<!\ba )"
    r"\w+ed\b",
)
"""What no noun phrase has: a verb stands between, so that the preposition governs something else."""
_COURSE = (
    r"accept\w*|agree\w*|announc\w+|approach|approv\w*|auction|bid\w*|block\w*|cancel\w*|challeng\w+|clear\w*|clos\w+|"
    r"comment\w*|complain\w*|complet\w+|concern\w*|condition\w*|consent|connection|contest\w*|critic\w+|deadline|decid\w+|"
    r"decision|delay\w*|details?|doubt\w*|end\w*|exclusivity|expir\w+|fate|favou?r|fears?|go-ahead|hearing\w*|hopes?|"
    r"investigat\w+|judg\w+|lawsuit|merits?|negotiat\w+|news|nod|objec\w+|offer\w*|oppos\w+|opposition|outlines?|part|"
    r"parties|period|permission|plan\w*|price|probe\w*|proposal\w*|protest\w*|questions?|reject\w*|resistance|review\w*|"
    r"rul\w+|rumou?rs?|say|scrutin\w+|shareholders|side|sides|sign\w*|size|speculation|statement|stop\w*|sue[ds]?|suit|"
    r"support\w*|talks?|terminat\w+|terms?|value|verdict|vote[ds]?|voting|warn\w*|worth|yes"
)
_OWN_COURSE = pattern(rf"\A(?:{_COURSE}|out)\Z")
_STAGE = {
    **dict.fromkeys(("about", "against", "at", "for", "into", "of", "on", "over", "to"), _OWN_COURSE),
    "by": pattern(r"\A(?:stand|standing|stands|stood)\Z"),
    "from": pattern(r"\A(?:away|back\w*|out|walk\w*|withdr\w+)\Z"),
    "in": pattern(r"\A(?:interest\w*|parties|partners?|stakes?)\Z"),
    "through": pattern(r"\A(?!.)"),
    "under": pattern(r"\A(?!.)"),
    "with": pattern(r"\A(?:ahead|connection|forward|on|proceed\w*|through)\Z"),
}
"""By preposition: the heads that a deal's own course has ("approval of the merger", "walked away from its purchase").
Behind any other the deal only explains it: "savings from the purchase"."""
_MANNER = pattern(r"\A(?:an?|another)\s")
_OF_NOW = pattern(rf"\A(?:today|yesterday|{_DAYS})['’]s\b")
"""What is of today is news wherever it stands: "go on with today's purchase"."""
_REACH = 120
"""Characters before the noun within which its preposition is looked for."""
_LONGEST = 20_000
"""Characters of a sentence that are read: what is longer is no prose."""
_CHAIN = 3
"""Prepositions, one behind the other's noun, that are gone back over: "approval from Brussels for its purchase"."""


@lru_cache(maxsize=256)
def background_of(sentence: str, *, heading: bool = False) -> tuple[tuple[int, int], ...]:
    """The (start, end) of a sentence's stretches of background, in order; they may overlap.

    heading     whether it is a headline, in which only clauses and phrases of time and cause count
    """
    text = _NUMBER_COMMA.sub(_HIDDEN, sentence[:_LONGEST])
    found = _of_heading(text) if heading else _of_prose(text)
    # What leaves nothing of the sentence is no part of it: "After years of talks the family is selling the mill."
    return tuple(sorted(place for place in found if text[: place[0]].strip(_MARKS) or text[place[1] :].strip(_MARKS)))


def _of_heading(text: str) -> Iterator[tuple[int, int]]:
    found = _HEADING.search(text)
    if found is not None and found.start() > 0:
        yield found.span()


def _of_prose(text: str) -> Iterator[tuple[int, int]]:
    for found in _RELATIVE.finditer(text):
        if found["told"] is None and not _opens_what_is_said(text, found):
            yield found.start(), _clause_end(text, found.start(), found.end())
    for found in _BARE_RELATIVE.finditer(text):
        yield found.start(), found.end()
    for cue in (_TIME_OR_CAUSE, _PURPOSE, _PARTICIPLE, _REDUCED, _ATTRIBUTE, _OPENING):
        for found in cue.finditer(text):
            yield found.span()
    for found in _APPOSITION.finditer(text):
        near = max(0, found.start() - _REACH)
        if not _NAMED.search(text, near, found.start()) or _CALENDAR.search(text, near, found.start()):
            continue
        words = _PRONOUN.split(found["words"], maxsplit=1)[0]
        if _CLAUSE_OF_ITS_OWN.search(words) is None:
            yield found.span()


def _opens_what_is_said(text: str, found: re.Match[str]) -> bool:
    """Whether "that" with a subject behind it depends on a verb of saying before it: "said in a filing that it had"."""
    if _WITH_SUBJECT.match(text, found.start()) is None:
        return False
    said = list(_TELLS.finditer(text, max(0, found.start() - _REACH // 2), found.start()))
    return bool(said) and not set(",;:") & set(text[said[-1].end() : found.start()])


def _clause_end(text: str, start: int, end: int) -> int:
    """Where a relative clause ends: one behind a comma goes to the next, whatever verbs it has."""
    if start > 1 and text[start - 2] == ",":
        stop = min((at for mark in ",;:!?—" if (at := text.find(mark, start)) >= 0), default=len(text))
        return max(end, stop)
    return end


def reasons_of(sentence: str) -> list[tuple[int, int]]:
    """The (start, end) of the stretches that say after what or because of what the rest happens."""
    text = _NUMBER_COMMA.sub(_HIDDEN, sentence[:_LONGEST])
    return [found.span() for found in _TIME_OR_CAUSE.finditer(text)]


def describes_of(sentence: str) -> list[tuple[int, int]]:
    """The (start, end) of the stretches that describe somebody or something: relative clauses and their like."""
    text = _NUMBER_COMMA.sub(_HIDDEN, sentence[:_LONGEST])
    reasons = {found.span() for found in _TIME_OR_CAUSE.finditer(text)}
    return [place for place in background_of(sentence) if place not in reasons]


def in_background(places: tuple[tuple[int, int], ...], at: int) -> bool:
    """Whether a place is in one of some stretches."""
    return any(start <= at < end for start, end in places)


def explains(sentence: str, at: int) -> bool:
    """Whether the noun of a deal at a place only explains another noun or verb, by a preposition: "savings from the
    purchase", but not "approval of the purchase", and not "in a deal"."""
    text = _NUMBER_COMMA.sub(_HIDDEN, sentence[max(0, at - _CHAIN * _REACH) : at])
    at = len(text)
    for step in range(_CHAIN):
        found = _ADJUNCT.search(text, max(0, at - _REACH), at)
        if found is None or _NO_PHRASE.search(found["phrase"]):
            return step > 0
        preposition = found["preposition"]
        if _OF_NOW.match(found["phrase"]):
            return False
        if preposition in ("in", "under", "through") and _MANNER.match(found["phrase"]):
            return False
        if step > 0 and preposition not in ("by", "from", "of"):
            return True
        heads = _STAGE[preposition] if step == 0 else _OWN_COURSE
        if heads.match(found["head"].lower()):
            return False
        at = found.start()
    return True
