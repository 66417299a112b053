"""Claims: checkable statements with a figure, an outlook or a source, as the article words them.

Origin of the patterns: pronouns, determiners and conjunctions are closed classes of English grammar; the furniture of
web pages and the verbs of expecting are those of news, read off the development articles and generalised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from summarizer.article import Sentence
from summarizer.models.offline.claim_figures import TABLE_ROW, figures_of
from summarizer.models.offline.claim_kinds import certainty_of, kind_of, telling_names, without
from summarizer.models.offline.claim_parts import Piece, beside, is_courtesy, is_torn, pieces_of
from summarizer.models.offline.reading import Reading
from summarizer.models.offline.speaker_kinds import Speakers
from summarizer.text.headline_words import CAPITALS_CLOSED
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set
from summarizer.text.speech import Speech
from summarizer.text.speech_content import DATELINE
from summarizer.text.speech_words import is_expected

_MOST = 20
_LONGEST = 500
"""Characters of a statement, at most."""
_FURNITURE = pattern(
    r"\b(?:click|subscribe|read more|newsletter|photo(?!-)|forward-looking|website|visit|words such as|"
    r"no (?:duty|obligation) to update)\b",
    re.IGNORECASE,
)
_FURNITURE_WORDS = word_set("click looking newsletter photo read subscribe such update visit website")
_DANGLING = pattern(
    r"[\s“\"'-]*(?:this|that|these|those|here|there|let[’']s|and|or|so|yes|no|well|imagine|consider)\b", re.IGNORECASE
)
_FIRST_WORD = pattern(r"[\s“\"'-]*(\w+)")
_DANGLERS = word_set("and consider here imagine let no or so that there these this those well yes")
_MUSING = word_set("consider imagine let")
"""First words of sentences that only suppose something."""
_PRONOUNS = word_set("he her his it its our she their they we you")
"""First words of statements that only the sentence before explains; `_DANGLERS` those of `_DANGLING`."""
_CUT_OFF = pattern(r"\b(?:a|an|and|but|of|or|the|to|today|which|with)$")
"""How words end that were cut too early."""
_CUT_ENDS = ("a", "an", "and", "but", "of", "or", "the", "to", "today", "which", "with")
_MARKS = '“”"'
_LEAST_WORDS = 4
_LEAST_FIGURE = 3
"""Words of what a source says where one is a figure: "profit fell 4%"."""
_MOVE = pattern(
    r"[A-Z]\S+\s(?:added|climbed|dipped|dropped|eased|fell|gained|jumped|lost|plunged|rallied|rose|sank|shed|slid|slipped|"
    r"slumped|soared|surged|tumbled)\s\d[\d.,]*\s?(?:%|percent|per\scent|pct)"
)
"""A report of a market may be as short as that: "Orvane gained 2%"."""
_FIRST = 4
"""Sentences among which a dateline stands that is not in capitals."""
_LONGEST_ITEM = 250
"""Characters of an item of a list of news, at most."""
_LONGEST_ROW = 120
"""Characters of a row of a table of earnings, at most."""


def find_claims(reading: Reading, speakers: Speakers | None = None) -> list[dict[str, Any]]:
    """The article's claims in the shape of Claim records: a sentence or a clause each, as it stands.

    `speakers` of the same reading, where they have been looked up already.
    """
    spoken: dict[int, list[Speech]] = {}
    silent: set[int] = set()
    known = speakers or Speakers(reading)
    for found in reading.settled_speech:
        # What somebody expects is a claim as it stands, by the words of its sentence.
        if found.mode != "no_comment" and not (found.cue and is_expected(reading.text[slice(*found.cue)])):
            speech = known.settle(found, found.speaker) if found.speaker is not None else found
            for number in speech.sentences:
                spoken.setdefault(number, []).append(speech)
        elif found.mode == "no_comment":
            silent.update(found.sentences)
    claims: list[dict[str, Any]] = []
    seen: set[str] = set()
    names = telling_names(reading.directory.distinct)
    for sentence in reading.article.sentences:
        if len(claims) >= _MOST:
            break
        if not reading.is_prose(sentence) and not (_is_row(sentence) or _is_item(sentence, reading)):
            continue
        for claim in _claims(sentence, spoken.get(sentence.number, []), reading, names):
            if sentence.number in silent and sentence.number not in spoken and not claim["figures"]:
                # That nobody answered is no news.
                continue
            if claim["statement"] not in seen:
                seen.add(claim["statement"])
                claims.append(claim)
    return claims[:_MOST]


def _is_row(sentence: Sentence) -> bool:
    """Whether a line is a row of a table of earnings."""
    return len(sentence.text) <= _LONGEST_ROW and TABLE_ROW.match(sentence.text) is not None


def _is_item(sentence: Sentence, reading: Reading) -> bool:
    """Whether a line is an item of a list in capitals, or a line of a flash that has no other sentences."""
    text = sentence.text
    return text.isupper() and len(text) <= _LONGEST_ITEM and (text[:2] == "* " or not reading.sentences)


def _claims(sentence: Sentence, speeches: list[Speech], reading: Reading, names: Sequence[str]) -> list[dict[str, Any]]:
    """The claims of one sentence: what each source is given as saying in it, or the sentence itself."""
    text = sentence.text
    if len(text) > _LONGEST or _is_furniture(text) or ("?" in text and text.rstrip("”\"' ")[-1:] == "?"):
        return []
    if not speeches:
        claim = _own_claim(sentence, reading, names)
        return _halves(sentence, reading, names) or [claim] if claim else []
    found = []
    whole = False
    for speech in speeches[:2]:
        for piece in pieces_of(speech, sentence, reading.text, speeches):
            whole = whole or piece.part == "whole"
            if speech.speaker is not None and (claim := _spoken_claim(piece, speech, sentence, reading, names)):
                found.append(claim)
    ahead = None if whole else beside(speeches, sentence, reading.text)
    if (
        ahead is not None
        and (claim := _own_claim(Sentence(sentence.number, sentence.start, ahead.end, text), reading, names))
        and claim["figures"]
    ):
        found.insert(0, claim)
    return found


def _halves(sentence: Sentence, reading: Reading, names: Sequence[str]) -> list[dict[str, Any]]:
    """The two claims of "Tarn Bank expects 5%, while Lund forecasts 4%", [] for other sentences."""
    joint = _CONTRAST.search(sentence.text) if "," in sentence.text else None
    if joint is None:
        return []
    middle, begin = sentence.start + joint.start(), sentence.start + joint.end()
    parts = [(sentence.start, middle), (begin, sentence.end)]
    found = []
    for start, end in parts:
        half = Sentence(sentence.number, start, end, reading.text[start:end])
        claim = _own_claim(half, reading, names)
        if claim is None or claim["claimant"] is None or not claim["figures"]:
            return []
        found.append(claim)
    return found if found[0]["claimant"] != found[1]["claimant"] else []


_CONTRAST = pattern(r",\s(?:but|whereas|while)\s(?=[A-Z])")


def _is_furniture(text: str) -> bool:
    return not _FURNITURE_WORDS.isdisjoint(letters_of(text)) and _FURNITURE.search(text) is not None


def _own_claim(sentence: Sentence, reading: Reading, names: Sequence[str]) -> dict[str, Any] | None:
    """The claim that the article itself makes in a sentence: with a figure, or an outlook, a denial, an allegation."""
    start, end = _after_dateline(sentence, reading), sentence.end
    words = reading.text[start:end]
    first = _FIRST_WORD.match(words)
    opening = first[1].lower() if first else ""
    if len(words.split(None, _LEAST_WORDS)) < _LEAST_WORDS and not _MOVE.match(words):
        return None
    if words[0] in '“"' or opening in _MUSING or words.startswith("Q: "):
        return None
    figures = figures_of(start, end, sentence, reading)
    if not figures and not _can_tell_without_figures(words, opening, sentence, reading):
        return None
    plain = without(names, words)
    kind = kind_of(plain, plain, spoken=False, direct=False, figures=bool(figures))
    if not figures and not _tells_without_figures(words, opening, kind, sentence, reading):
        return None
    certainty = certainty_of(plain, kind)
    claim = _record(words, _claimant(kind, sentence, reading), kind, certainty, figures, sentence)
    if claim["claimant"] is None and kind in _EXPECTING and (whose := _named_before(kind, words, sentence, reading)):
        claim["claimant"], claim["evidence"] = whose, [sentence.number - 1, sentence.number]
    return claim


def _can_tell_without_figures(words: str, opening: str, sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence without a figure can be news, of whatever kind its claim is: read before the kind is."""
    if opening in _DANGLERS and _DANGLING.match(words):
        return False
    if _is_item(sentence, reading):
        return True
    if "likely" in words and _LIKELY.match(words):
        return True
    return opening not in _PRONOUNS and (opening == "the" or bool(reading.names_of(sentence)))


def _tells_without_figures(words: str, opening: str, kind: str, sentence: Sentence, reading: Reading) -> bool:
    """Whether one that can be news is it: an outlook, a denial, an allegation, terms of a deal, a rating."""
    if kind == "forecast" and _is_item(sentence, reading):
        return True
    if kind == "fact" and (_TERM_WORDS.isdisjoint(letters_of(words)) or _TERMS.search(words) is None):
        return False
    return (
        bool(reading.names_of(sentence))
        or ("likely" in words and _LIKELY.match(words) is not None)
        or (kind in ("fact", "forecast") and opening == "the" and (kind == "fact" or bool(reading.dates_of(sentence))))
    )


def _after_dateline(sentence: Sentence, reading: Reading) -> int:
    """Where a sentence begins behind the place and day that agency copy opens with."""
    if sentence.text[:1] in "(" or sentence.text[1:2].isupper() or sentence.number <= _FIRST:
        head = DATELINE.match(reading.text, sentence.start, sentence.end)
        return head.end() if head else sentence.start
    return sentence.start


_RATINGS = r"(?:buy|equal[- ]weight|hold|neutral|outperform|overweight|sell|underperform|underweight)"
_TERMS = pattern(
    r"\b(?:must|has\sto|have\sto|needs?\sto)\s(?:still\s)?be\s(?:approved|cleared|ratified)\b|\brequires?\s(?:\w+\s){0,3}?"
    r"(?:approval|clearance|consent)\b|\b(?:is|are|remains?)\ssubject\sto\b"
    r"|\bwill\s(?:also\s|then\s|each\s|jointly\s)?(?:assume|bear|hold|keep|own|retain)\b"
    r"|\bretain(?:s|ed)?\s(?:all\s|its\s|the\s)?(?:\w+\s)?(?:control|ownership|rights?|stake)\b"
    r"|\b(?:has|have)\suntil\s|\b(?:closed|completed)\s(?:its|the|their)\s(?:\w+\s)?(?:acquisition|merger|purchase|sale|"
    r"takeover)\b"
    r"|\b(?:abandoned|cancelled|canceled|ditched|dropped|postponed|scrapped|shelved|suspended)\s(?:\S+\s){0,3}?plans?\s"
    r"(?:for|to)\b"
    rf"|\b(?:cut|downgraded|kept|lifted|lowered|maintained|raised|reiterated|upgraded)\s(?:\S+\s){{0,7}}?"
    rf"(?:['‘’“”\"]?{_RATINGS}['‘’“”\"]?\s(?:from|rating|recommendation)|to\s['‘“\"]?{_RATINGS}\b)",
    re.IGNORECASE,
    look=True,
)
"""What a deal lays down, and how analysts change a rating: news without a figure."""
_TERM_WORDS = word_set(
    "abandoned cancelled canceled ditched dropped postponed scrapped shelved suspended "
    "closed completed cut downgraded kept lifted lowered maintained must need needs raised reiterated requires require "
    "retain retained retains subject until upgraded will has have"
)
"""The words without which `_TERMS` cannot match."""
_LIKELY = pattern(r"(?:It\sis|(?:[\w’'-]+\s){1,4}(?:is|are))\s(?:now\s|still\s|\w+ly\s)?(?:un)?likely\s(?:that|to)\b")
"""How an outlook begins that needs no name: "Sales are likely to fall", "It is unlikely that ..."."""
_GROUPS = pattern(
    r"((?:[\w-]+\s){0,2}?(?:[Aa]nalysts|[Ee]conomists|[Ii]nvestors|[Ll]awyers|[Oo]fficials|[Pp]laintiffs|"
    r"[Pp]rosecutors|[Rr]egulators|[Tt]raders))\s(?:also\s|now\s|still\s|had\s|have\s)?"
    r"(?:(?:polled|surveyed)\sby\s(?:[A-Z][\w.&’'-]*\s){1,3})?(?:accuse[ds]?|allege[ds]?|claim(?:ed)?|contend(?:ed)?|doubt(?:ed)?|estimated?|fear(?:ed)?|expect(?:ed)?|forecast|predict(?:ed)?|"
    r"project(?:ed)?|reckon(?:ed)?|see)\b"
)
"""Groups without a name who foretell or allege, at the head of a sentence."""
_NOBODY = pattern(
    r"(?:any|every|no|some)\s?(?:body|one)\b|(?:few|many|most|not|others|several|some|those|who)\b", re.IGNORECASE
)
"""How words begin that are a claimant's place and name none."""


def _claimant(kind: str, sentence: Sentence, reading: Reading) -> str | None:
    """Who expects, plans, estimates or denies, where the article tells it of somebody named: "Orvane expects"."""
    if kind in ("forecast", "estimate", "allegation") and (group := _GROUPS.match(sentence.text)):
        return None if _NOBODY.match(group[1]) else " ".join(group[1].split())
    if kind not in _EXPECTING and not _says_itself(sentence.text):
        return None
    names = [name for name in reading.names_of(sentence) if sentence.start <= name.start < sentence.end][:3]
    for at, name in enumerate(names):
        if (_EXPECTING.get(kind) or _SAYS).match(reading.text, name.end, sentence.end):
            before = names[at - 1] if at else name
            who = before if reading.text[before.end : name.start] in _WORKS_AT else name
            return reading.full(who if reading.directory.is_person(reading.full(who)) else name)
    return _trailing(sentence, reading) if kind in ("forecast", "estimate") else None


def _says_itself(text: str) -> bool:
    """Whether somebody is told to say something of itself, for claims that are of no kind that somebody expects."""
    return ("said" in text or "says" in text) and _SAID_ITSELF.search(text) is not None


_WORKS_AT = (" at ", " from ", " of ", " with ")
"""What stands between a person and his house: of "Roe of Tarn Bank expects" it is Roe who does."""


def _trailing(sentence: Sentence, reading: Reading) -> str | None:
    """Who expects what the sentence tells before its last comma: ", Tarn Research estimates", ", unions fear"."""
    found = _BEHIND.search(sentence.text)
    if found is None or _NOBODY.match(found[1]):
        return None
    low = sentence.start + found.start(1)
    for name in reading.names_of(sentence):
        if low <= name.start and name.end == sentence.start + found.end(1):
            return reading.full(name)
    return found[1] if _PLURAL.fullmatch(found[1]) else None


_BEHIND = pattern(
    r",[”\"]?\s(?:as\s)?(?:the\s)?((?:[^\s,;:“”\"]+\s){0,5}?[^\s,;:“”\"]+)\s(?:now\s|still\s|had\s)?(?:anticipate[sd]?|"
    r"believe[sd]?|estimate[sd]?|expect(?:s|ed)?|fear(?:s|ed)?|forecasts?|hope[sd]?|predict(?:s|ed)?|reckon(?:s|ed)?|"
    r"think(?:s)?)\.?\Z"
)
"""Who expects it, at the end of a sentence."""
_PLURAL = pattern(r"(?:[a-z-]+\s){0,2}[a-z-]*[a-rt-z]s")
"""Groups by a plain plural: "unions", "local residents"."""


def _named_before(kind: str, words: str, sentence: Sentence, reading: Reading) -> str | None:
    """The company that alone is named in the sentence before, where this one goes on with "It expects"."""
    subject = _THE_COMPANY.match(words)
    if subject is None or sentence.number < 2 or not _EXPECTING[kind].match(words, subject.end()):
        return None
    before = reading.article.sentences[sentence.number - 2]
    if not reading.is_prose(before):
        return None
    named = {reading.full(name) for name in reading.names_of(before) if name_kind(name.text) != "place"}
    bodies = [name for name in named if reading.is_company(name)]
    return bodies[0] if len(named) == 1 and bodies else None


_THE_COMPANY = pattern(r"(?:It|The\s(?:bank|carrier|chain|company|firm|group|maker|retailer))(?=\s)")
_GAP = r">?(?:,[^,;.]{3,80},)?(?:\s(?:also|now|still|currently|however|on\s\w+day|\w+day))*\s"
_SAID_ITSELF = pattern(
    r"\bsa(?:id|ys)\s(?:(?:on\s)?\w+day\s)?(?:that\s)?it(?:s|[’']s|\s(?:has|had|will|would|is|was))?\b"
)
_SAYS = pattern(_GAP + r"(?:said|says)\b")
_EXPECTING = {
    "forecast": pattern(
        _GAP
        + r"(?:expects?|forecasts?|predicts?|projects|plans|aims|hopes|intends|sees|targets|anticipates|said|says)\b",
        re.IGNORECASE,
    ),
    "estimate": pattern(_GAP + r"(?:estimates?|estimated|reckons?|reckoned|puts?|said|says)\b"),
    "denial": pattern(
        _GAP + r"(?:den(?:ies|ied)|rejects?|rejected|disputes?|disputed|dismiss(?:es|ed)|refuted|said|says)\b",
        re.IGNORECASE,
    ),
}


def _spoken_claim(
    piece: Piece, speech: Speech, sentence: Sentence, reading: Reading, names: Sequence[str]
) -> dict[str, Any] | None:
    """What a source is given as saying: with a figure, or more than a remark that only its speaker's words carry."""
    start, end, part, (low, high) = piece
    said = reading.text[low:high]
    direct = speech.mode == "direct"
    if sum(map(said.count, _MARKS)) % 2 or reading.text[high : high + 1].isalnum():
        return None
    if speech.source is not None and _NOT_SAID.search(reading.text[slice(*speech.source)]):
        return None
    if said[0].isdigit() and _TORN.search(reading.text, max(0, low - 4), low):
        return None
    if (said.rstrip().endswith(_CUT_ENDS) and _CUT_OFF.search(said)) or (not direct and is_torn(said)):
        return None
    if part == "whole":
        start = _after_dateline(sentence, reading)
    elif len(said.split(None, _LEAST_FIGURE)) < _LEAST_FIGURE:
        return None
    figures = figures_of(start, end, sentence, reading)
    if part != "whole" and len(said.split()) < _LEAST_WORDS and (not figures or _HANGING.match(said)):
        return None
    analyst = speech.speaker_kind == "analyst"
    kind = kind_of(
        without(names, said),
        without(names, _as_given(speech, low, high, sentence, reading.text)),
        spoken=True,
        direct=direct,
        figures=bool(figures),
        analyst=analyst,
    )
    if kind == "fact" and part == "whole" and said.startswith("to ") and speech.cue is not None:
        kind = "forecast" if _PROMISING.match(reading.text, *speech.cue) else kind
    if not figures and kind in ("fact", "opinion"):
        alone = len(speech.content) == 1 and sentence.start <= low and speech.content[0] == (low, high)
        if is_courtesy(said) or (direct and (not alone or _is_remark(said))):
            return None
    told = f"{reading.text[sentence.start : low]} {reading.text[high : sentence.end]}"
    words = reading.text[start:end]
    certainty = certainty_of(without(names, words), kind, without(names, told))
    claim = _record(words, _named(speech.speaker, reading), kind, certainty, figures, sentence)
    if speech.source is not None and not sentence.start <= speech.source[0] < sentence.end:
        named = reading.article.sentence_at(speech.source[0])
        claim["evidence"] = sorted({sentence.number, named.number if named else sentence.number})
    return claim


def _as_given(speech: Speech, low: int, high: int, sentence: Sentence, text: str) -> str:
    """A source, its verb and what it says in [low, high), without what else the sentence tells of others."""
    if speech.cue is None:
        return text[low:high]
    source = text[slice(*speech.source)] if speech.source else ""
    start, end = speech.cue
    after = text.find("according to", high, sentence.end)
    told = f" {text[after : sentence.end]}" if after >= 0 else ""
    if low <= start < high:
        return f"{source} {text[low:high]}{told}"
    if end <= low <= end + _NEAR_CUE:
        return f"{source} {text[start:high]}{told}"
    if end <= low:
        return f"{source} {text[start:end]} {text[low:high]}{told}"
    return f"{text[low:high]} {text[start:end]} {source}{told}"


_NEAR_CUE = 60
"""Characters between a verb and its words in which only "on Monday that" and the like stand."""
_HANGING = pattern(r"(?:are|be|being|has|have|is|was|were|will|would)\b", re.IGNORECASE)
"""First words of a clause that lost its subject."""
_PROMISING = pattern(r"(?:commit|pledg|promis|threaten|undert|vow)\w*", re.IGNORECASE)
"""Verbs behind which "to" tells of what is to come."""
_NOT_SAID = pattern(r"\b(?:no|nobody|none|not)\b|n[’']t\b", re.IGNORECASE)
"""Sources who are said not to say it: "not everyone", "those who don't see a risk"."""
_TORN = pattern(r"\w\s?[-–]\s?\Z|\d[,.]\Z")
"""What stands before a number that is the second half of a word or a range."""


def _is_remark(said: str) -> bool:
    """Whether quoted words are too few or lean on others too much to be a claim."""
    first = _FIRST_WORD.match(said)
    opening = first[1].lower() if first else ""
    return opening in _PRONOUNS or opening in _DANGLERS or opening in _ADDRESSING or len(said.split()) < _LEAST_OPINION


_ADDRESSING = word_set("actually ask because but don frankly if look one please say think wait")
"""First words of remarks that ask for something or hang on what was said before."""
_LEAST_OPINION = 6
"""Words of a quoted opinion, at least."""
_STAFF = pattern(r"(?:[Aa]nalysts|[Ee]conomists|[Ss]trategists)\s(?:at|for|from|of|with)\s(?:the\s)?([A-Z].+)")
"""People who speak for the house that is named: "analysts at Tarn Bank"."""
_NO_CLAIMANTS = frozenset({"DAX", "Dow", "Dow Jones", "FTSE", "Inc", "Inc.", "Ltd", "Ltd.", "Nasdaq", "Nikkei", "S&P"})
"""Indices that stand before a company, and legal forms torn off a name."""


def _named(speaker: str | None, reading: Reading) -> str | None:
    """The speaker by name, without job and employer: "Per Dahl" of "analyst Per Dahl of Tarn Bank"; None for nobody."""
    if speaker is None or _NOBODY.match(speaker):
        return None
    if speaker in _NO_CLAIMANTS or (speaker.isalpha() and speaker.lower() in CAPITALS_CLOSED):
        return None
    if speaker in reading.directory.first:
        return speaker
    if group := _STAFF.match(speaker):
        return group[1]
    return next(
        (name for name in reading.directory.distinct if name in speaker and reading.directory.is_person(name)), speaker
    )


def _record(
    words: str, claimant: str | None, kind: str, certainty: str, figures: list[dict[str, Any]], sentence: Sentence
) -> dict[str, Any]:
    return {
        "evidence": [sentence.number],
        "statement": _statement(words, as_written=sentence.text.startswith(words)),
        "claimant": claimant,
        "kind": kind,
        "certainty": certainty,
        "figures": figures,
    }


def _statement(words: str, *, as_written: bool) -> str:
    """The words on one line; with a capital where they are cut out of a sentence, not where its author wrote none."""
    words = " ".join(words.split()).lstrip("-–—•* ").rstrip(",;")
    if as_written:
        return words
    return words[0].upper() + words[1:] if words[0].islower() and words[:2].isalpha() else words
