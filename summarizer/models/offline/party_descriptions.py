"""The words by which an article says what a party is: "Petrel Research analyst", "a maker of pumps".

Origin of the lists: verbs, prepositions and conjunctions that end an apposition are closed classes and the commonest
verbs of newswire usage; the nouns for companies are those of `party_kinds` with a few more of the same sort.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.models.offline.party_kinds import COMPANY_NOUNS, KINDS_OF_COMPANY
from summarizer.models.offline.reading import Reading
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_APPOSED = pattern(
    r",\s((?:an?|the|one\sof|formerly\s(?:an?|the))\s(?:[^,.;:“”\"()]|\.(?=\w)|(?<=\b[A-Z])\.(?=\s[a-z])){4,110}?)"
    r"(?=,|\.(?!\w)|;|\)|$)"
)
_LINKS = ("for", "in", "of", "that", "with")
_LISTED_ON = pattern(r",\s[a-z-]+(?:\s[a-z-]+){0,2},?\sand\s")
_PRICED = pattern(r"\s(?:at|for|in|on|to|with)\s(?:\S+\s){0,3}?[\d$£€]")
"""What an apposition does not reach over: a price, a date."""
_FINITE = pattern(r"\b(?:said|says|which|who|will|is|was|has|had|were|would|that|told|tells)\b")
_STOPS = word_set("""
    a about according acquire acquires acquiring after against also an and as at before but buy by called
    earlier for from has her month months purchase purchases purchasing quarter week weeks year years
    his in include includes into its later like named of off on or our out over push rival said says sell since
    such than that the their then this to told under was when where which while who with
""")
"""Words that no describing phrase before a name goes across."""
_BEFORE = 90
_LONGEST = 5
"""Words of a describing phrase before a name, at most."""


def describe(name: str, kind: str, places: Sequence[int], reading: Reading) -> tuple[str | None, int | None]:
    """(the describing words, an offset where they stand), both None where the article has none."""
    if kind == "person":
        return _of_person(name, reading)
    if kind == "government":
        return None, None
    for at in places[:4]:
        mention = reading.name_at(at)
        if mention is None:
            continue
        if (apposed := _behind(mention.end, reading)) is not None and name not in apposed:
            return apposed, at
        if (words := _ahead(at, reading)) is not None:
            return words, at
    for at in places[:_DEFINED]:
        mention = reading.name_at(at)
        if mention is not None and (words := _defined(mention.end, reading)) is not None:
            return words, at
    return None, None


def _behind(end: int, reading: Reading) -> str | None:
    """The apposition behind a company's name, where its noun is one for companies."""
    if reading.text[end : end + 1] != ",":
        return None
    match = _APPOSED.match(reading.text, end, end + 125)
    if match is None or _LISTED_ON.match(reading.text, match.end()) or _FINITE.search(match[1]):
        return None
    priced = _PRICED.search(match[1])
    words = (match[1][: priced.start()] if priced else match[1]).split()
    if words[-1] in ("U.S", "U.K"):
        words[-1] += "."
    links = [nth for nth, word in enumerate(words) if nth > 1 and word in _LINKS]
    head = words[: links[0]] if links else words
    known = any(word.lower() in KINDS_OF_COMPANY for word in head)
    if words[0].lower() in ("a", "an", "the"):
        words = words[1:]
    return " ".join(words) if known and len(words) > 1 else None


_DEFINED = 8
"""Mentions behind which a definition is looked for."""
_IS = pattern(
    r"\s(?:is|was)\san?\s((?:[^,.;:“”\"()\n]|\.(?=\w)|(?<=\b[A-Z])\.(?=\s[a-z])){4,110}?)(?=,|\.(?!\w)|;|\)|\n|$)"
)
_DOES = pattern(
    r",\swhich\s((?:builds|designs|develops|distributes|employs|makes|manages|manufactures|operates|owns|produces|provides|"
    r"runs|sells|supplies)\s[^,.;:“”\"()]{4,90})(?=,)"
)
"""What a company does, between commas behind its name."""


def _defined(end: int, reading: Reading) -> str | None:
    """What a sentence about a company says that it is or does: "is a maker of pumps"."""
    text = reading.text
    if text[end : end + 1] == ",":
        match = _DOES.match(text, end, end + 120)
        return reading.words(*match.span(1)) if match else None
    match = _IS.match(text, end, end + 130) if text.startswith((" is ", " was ", "\nis "), end) else None
    if match is None or _FINITE.search(match[1]):
        return None
    words = match[1].split()
    links = [nth for nth, word in enumerate(words) if nth and word in _LINKS]
    head = words[: links[0]] if links else words
    return " ".join(words) if any(word.lower() in KINDS_OF_COMPANY for word in head) else None


def _ahead(at: int, reading: Reading) -> str | None:
    """The words before a company's name that end in a noun for companies: "German engine maker"."""
    before = reading.text[max(0, at - _BEFORE) : at]
    if "\n" in before and (not reading.is_wrapped or "\n\n" in before):
        before = before[before.rfind("\n") + 1 :]
    words = before.replace("\n", " ").split(" ")
    if words.pop() or not words or words[-1].lower() not in COMPANY_NOUNS:
        return None
    low = at - 1 - len(words[-1])
    taken = 1
    for word in reversed(words[:-1]):
        plain = word.replace("-", "").replace("’", "").replace("'", "")
        name = reading.name_over(low - 2)
        if name is not None and name.text == word and _OF_PLACE.search(word):
            name = None
        if taken >= _LONGEST or not plain.isalpha() or word.lower() in _STOPS or word.lower().endswith("ly") or name:
            break
        if word.endswith("ed") and "-" not in word:
            break
        low -= 1 + len(word)
        taken += 1
    found = reading.text[low : at - 1]
    return found if taken > 1 or found.lower() not in ("company", "group", "unit", "owner", "maker") else None


_OF_PLACE = pattern(r"(?:[ai]an|ish|ese|ch|[a-z]-based)\Z")
"""Ends of adjectives of places: "Asturian", "Danish"."""


def _of_person(name: str, reading: Reading) -> tuple[str | None, int | None]:
    """The person's job, with the organisation where it stands right before it: "Petrel Research analyst"."""
    role = reading.directory.described(name)[0]
    span = reading.directory.role_at(name)
    if role is None or span is None:
        return _by_clause(name, reading)
    start, end = span
    if role.startswith("and "):
        role, start = role[4:], start + 4
    if (lead := _behind_name(start, name, reading)) is not None:
        start = lead
        more = _REST.match(reading.text, end, end + _LONGEST_REST)
        if more is not None and not _GOES_ON.match(reading.text, more.end()):
            end = more.end()
        return reading.words(start, end), start
    for joint in (1, 3, 2):
        before = reading.name_over(start - joint - 1)
        if before is not None and before.end == start - joint and reading.text[before.end : start] in _JOINTS:
            return reading.words(before.start, end), before.start
    return role, start


_JOINTS = (" ", "’s ", "'s ", "’ ", "' ")
_ENDS_REST = r"\s(?:who|said|says|told|in\s(?:an?|the)\s(?:call|email|interview|note|report|statement))\b"
_REST = pattern(
    rf"\s(?:of|at|for|in)(?:(?!{_ENDS_REST})\s(?:[^\s,.;:()“”\"]|\.(?=\w))+){{1,8}}?(?=,|\.(?:\s|$)|;|\s?$|{_ENDS_REST})"
)
"""What follows a job in its apposition: "head of dealing at Tarn Bank"."""
_CLAUSE = pattern(
    r",\s(who\s(?:also\s)?(?:co-?founded|covers|follows|founded|heads|leads|manages|owns|runs|teaches|tracks)\s[^,.;:“”\"]{4,90})(?=,)"
)
_GOES_ON = pattern(r"[,;]\s[A-Z]")
_LONGEST_REST = 70


def _by_clause(name: str, reading: Reading) -> tuple[str | None, int | None]:
    """What a person does where no job is named: "who follows steel at Tarn Bank"."""
    for mention in reading.directory.mentions_of(name)[:_CLAUSES]:
        if match := _CLAUSE.match(reading.text, mention.end, mention.end + 120):
            return reading.words(*match.span(1)), match.start(1)
    return None, None


_CLAUSES = 3
"""Mentions behind which such a clause is looked for."""


def _behind_name(start: int, name: str, reading: Reading) -> int | None:
    """Where the job's words begin in an apposition behind its bearer, "Ines Varga, a tax partner at"; else None."""
    lead = _MODIFIERS.search(reading.text, max(0, start - _LEAD), start)
    ahead = reading.name_over(lead.start() - 1) if lead and lead.start() else None
    if lead is None or ahead is None or ahead.end != lead.start() or reading.full(ahead) != name:
        return None
    return lead.start("kept")


_LEAD = 60
_MODIFIERS = pattern(
    r"(?:, (?:M\.?D|Ph\.?D|J\.?D|D\.?Phil|M\.?B\.?A|CFA|CPA|Esq)\b\.?)?, (?:an?\s|the\s|its\s)?(?:former\s)?"
    r"(?P<kept>(?:(?!(?:and|currently|is|now|then|was|who)\s)[a-z][a-z-]+\s){0,2})\Z"
)
"""What stands between a name and a job behind it: a degree, an article, words that tell which job it is."""
