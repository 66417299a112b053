"""The same said in other words: names in another form, synonyms, another order, the passive."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.texts import forms, mentions, once, renamed, replaced
from benchmarks.verifier.variants.spelling import _restated, _sentence

SUFFIX = re.compile(r",? (?:Inc|Corp|Co|Ltd|plc|PLC|Plc|AG|SA|NV|GmbH|LLC|AB|Oyj|Limited|Corporation)\b\.?$")
SAYING: tuple[tuple[str, str], ...] = (
    ("said that", "stated that"), ("said it", "stated it"), ("said the", "noted that the"), ("told reporters", "said"),
    ("said in a statement", "said"), ("added", "said"), ("said", "stated"), ("says", "said"), ("announced", "said"),
)  # fmt: skip
CONTRACTIONS: tuple[tuple[str, str], ...] = (
    ("did not", "didn't"), ("does not", "doesn't"), ("do not", "don't"), ("is not", "isn't"), ("was not", "wasn't"),
    ("were not", "weren't"), ("has not", "hasn't"), ("have not", "haven't"), ("would not", "wouldn't"),
    ("will not", "won't"), ("could not", "couldn't"), ("cannot", "can't"), ("are not", "aren't"),
)  # fmt: skip
NUMBERED = r"(?= (?:[A-Z]{0,3}[$€£₹]|Rs|\d))"
SYNONYMS: tuple[tuple[str, str], ...] = (
    ("rose", "increased"), ("fell", "dropped"), ("climbed", "rose"), (r"declined(?! to)", "fell"), ("slid", "fell"),
    ("jumped", "rose"), ("sank", "fell"), ("agreed to buy", "agreed to acquire"),
    ("agreed to acquire", "agreed to buy"), ("bought", "purchased"), ("purchased", "bought"),
    (r"(?<!to )(?<!will )(?<!would )purchase", "acquisition"), (rf"about{NUMBERED}", "around"),
    (rf"more than{NUMBERED}", "over"), ("nearly", "almost"), ("almost", "nearly"),
    ("approximately", "about"), ("roughly", "about"),
    (rf"at least{NUMBERED}", "no less than"), ("fewer than", "less than"), ("firm", "company"), ("employees", "staff"),
    ("headquartered", "based"), ("a year earlier", "the year before"), ("the year before", "a year earlier"),
    (r"(?<=\d )per share", "a share"), (r"(?<=\d )a share", "per share"), ("plans to", "intends to"),
    ("helped by", "aided by"), ("because", "since"), ("compared with", "versus"), ("large", "big"),
    ("rejected", "turned down"), ("turned down", "rejected"), ("last year", "the previous year"),
)[:-1]  # fmt: skip


def suffixes(case: Case, _: random.Random) -> Iterator[Draft]:
    """A name without its legal form, where the record has it."""
    for party in case.parties:
        bare = SUFFIX.sub("", party["name"])
        if bare == party["name"] or len(bare) < 4:
            continue
        if case.section == "deals":
            changed = [{**one, "name": bare} if one["name"] == party["name"] else one for one in case.draft["parties"]]
            yield case.having(parties=changed)
        elif case.statement_field and party["name"] in case.statement:
            yield _restated(case, case.statement.replace(party["name"], bare))
        elif case.section == "quotes" and case.draft.get("affiliation") == party["name"]:
            yield case.having(affiliation=bare)


def short_names(case: Case, _: random.Random) -> Iterator[Draft]:
    """A party by another of its names."""
    for party in case.parties:
        names = forms(party)
        if len(names) < 2:
            continue
        if case.section == "deals":
            changed = [
                {**one, "name": names[-1]} if one["name"] == party["name"] else one for one in case.draft["parties"]
            ]
            yield case.having(parties=changed)
        elif case.section == "quotes" and case.draft["speaker"] == names[0] and party.get("kind") != "person":
            yield case.having(speaker=names[-1])
        elif case.statement_field and len(mentions(case.statement, party)) == 1:
            for name in (names[0], names[-1]):
                if not re.search(rf"(?:the|The) {re.escape(name)}", case.statement):
                    yield _restated(case, renamed(case.statement, party, name))


def saying(case: Case, _: random.Random) -> Iterator[Draft]:
    yield from _first(case, SAYING)


def contractions(case: Case, _: random.Random) -> Iterator[Draft]:
    yield from _first(case, CONTRACTIONS + tuple((short, long) for long, short in CONTRACTIONS))


def synonyms(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    for old, new in SYNONYMS:
        match = once(text, old)
        if match and text[match.start()].islower():
            yield _restated(case, replaced(text, *match.span(), new))


def _first(case: Case, pairs: tuple[tuple[str, str], ...]) -> Iterator[Draft]:
    text = _sentence(case)
    for old, new in pairs:
        match = once(text, old)
        if match:
            yield _restated(case, replaced(text, *match.span(), new))
            return


def clause_order(case: Case, _: random.Random) -> Iterator[Draft]:
    """“… , X said” becomes “X said that …”, and the reverse."""
    text = _sentence(case).rstrip(".")
    back = re.fullmatch(r"([^,;:]{20,}), ((?:[A-Z][\w.’'-]+ ){1,4})(said|says|estimates)", text)
    if back:
        said = back[1][0].lower() + back[1][1:] if back[1].startswith(("The ", "A ", "It ")) else back[1]
        yield _restated(case, f"{back[2]}{back[3]} that {said}.")
    forth = re.fullmatch(
        r"((?:[A-Z][\w.’'-]+ ){1,4})(said|says|estimates) (?:that )?((?:the|a|it|there) [^,;:]{20,})", text
    )
    if forth and not re.search(r"\b(?:he|she|it|its|his|her|they|their)\b", forth[3]):
        yield _restated(case, f"{forth[3][0].upper()}{forth[3][1:]}, {forth[1]}{forth[2]}.")


PASSIVE: tuple[tuple[str, str], ...] = (
    ("has agreed to buy", "has agreed to be bought by"), ("bought", "was bought by"), ("acquired", "was acquired by"),
    ("rejected", "was rejected by"), ("has acquired", "has been acquired by"), ("will acquire", "will be acquired by"),
    ("agreed to acquire", "agreed to be acquired by"), ("agreed to buy", "agreed to be bought by"),
    ("sued", "was sued by"), ("has bought", "has been bought by"),
)  # fmt: skip


def passive(case: Case, _: random.Random) -> Iterator[Draft]:
    """“A bought B for X.” becomes “B was bought by A for X.”: subject and object bare names."""
    text = _sentence(case)
    for active, turned in PASSIVE:
        for party in case.parties:
            for other in case.parties:
                for one in forms(party):
                    for two in forms(other):
                        start = f"{one} {active} {two}"
                        if (
                            party is not other
                            and text.startswith(start)
                            and re.match(r"\.| (?:for|in|on) ", text[len(start) :])
                        ):
                            yield _restated(case, f"{two} {turned} {one}{text[len(start) :]}")
                            return


def coreference(case: Case, _: random.Random) -> Iterator[Draft]:
    """The company's name where a copied sentence says “the company” and the one before, cited too, names only it."""
    text = _sentence(case)
    if not case.evidence or text not in case.article.text or case.evidence[-1] < 2:
        return
    before = case.article.sentences[case.evidence[-1] - 2]
    named = [party for party in case.parties if mentions(before.text, party) and party.get("kind") == "company"]
    match = once(text, "[Tt]he company")
    if match and len(named) == 1 and not any(mentions(text, party) for party in case.parties):
        new = replaced(text, *match.span(), forms(named[0])[-1])
        yield case.having(**{str(case.statement_field): new}, evidence=[before.number, *case.evidence])


def that(case: Case, _: random.Random) -> Iterator[Draft]:
    text = _sentence(case)
    match = once(text, "said that")
    if match:
        yield _restated(case, replaced(text, *match.span(), "said"))
