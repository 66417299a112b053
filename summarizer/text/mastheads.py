"""Lines above a story that only say where it stands: a paper's name, a section, a column, an issue, a path.

Origin of the lists: the names of newspapers and magazines in English, and the names of their sections.
"""

from __future__ import annotations

from typing import Literal

from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

Masthead = Literal["sure", "likely"]

_PAPERS = word_set("""
    advertiser argus bugle bulletin chronicle courier daily dispatch echo edition enquirer examiner express gazette
    globe guardian herald independent inquirer journal ledger magazine mail mercury messenger mirror monitor
    newsletter newspaper newswire observer online packet register reporter review sentinel standard star sun
    telegraph times tribune weekly
""")
_SECTIONS = word_set("""
    analysis banking brief briefing briefs business city column comment commentary companies corporate deal deals
    diary digest economy editorial energy evening exclusive feature features finance friday industry insight
    interview leader letter market markets media monday money morning news note notebook notes opinion page politics
    ports property regional report retail round-up roundup saturday section shipping sport sunday tech technology
    thursday today trade transport tuesday viewpoint wednesday week world wrap
""")
_SMALL = word_set("a an and at by for from in of on our the this to with your")
_VERBS = word_set("""
    acquire acquires act acts add adds agree agrees aim aims are ask asks back backs beat beats bid bids block
    blocks boost boosts buy buys call calls can cancel cancels climb climbs close closes could cut cuts denies deny
    do drop drops end ends expect expects eye eyes face faces fail fails fall falls file files find finds gain gains
    get gets give gives go goes grow grows had has have help helps hike hikes hire hires hit hits hold holds is join
    joins jump jumps keep keeps launch launches lay lead leads leave leaves lift lifts lose loses lost may meet
    meets merge merges might miss misses move moves must need needs offer offers open opens pay pays plan plans
    plunge plunges posts probe probes pull pulls push pushes put puts raise raises rally reach reaches rebound
    rebounds reject rejects reports rise rises said says scrap scraps see seek seeks sees sell sells set sets settle
    settles should shut shuts sign signs sink sinks slide slides slip slips slump slumps soar soars stay stays stop
    stops sue sues surge surges take takes talk talks target targets tell tells top tops tumble tumbles urge urges
    vote votes vow vows wants warn warns was weigh weighs were will win wins won work works would
""")
_NOUNS_TOO = word_set("""
    back backs bid bids block boost call calls climb close cut cuts drop drops end ends eye eyes face faces fail
    fall falls file files find finds gain gains go help hike hikes hire hit hits hold jump jumps lead lift lost move
    moves needs offer offers open pay plan plans plunge posts probe probes push rally rebound reports rise rises
    scrap sets sign signs slide slip slump stay stop surge talk talks target targets top tops tumble vote votes win
    wins work works
""")
"""Of these the ones that are nouns too, so that they do not tell for certain that a line says something."""
_WORD = pattern(r"[^\W\d_][\w’'-]*")
_PATH = pattern(r"[^>»]{1,30}(?:\s[>»]\s[^>»]{1,30})+")
_ISSUE = pattern(
    r"\W*(?:vol(?:ume)?|issue|no|number|page|edition)\b\.?\s*#?\d",
)
_COLUMN = pattern(
    r"\b(?:daily|fortnightly|monthly|regular|weekly)\s(?:brief(?:ing)?|column|digest|look|newsletter|notes?|review|round-?up)\b|\bcolumn\sby\b"
)
_MOST = 7
"""Words of such a line beside small ones, at most."""
_ENOUGH = 2


def masthead(line: str) -> Masthead | None:
    """Whether a line is no headline by its form: for sure, or likely where a longer line follows."""
    low = line.lower()
    if _PATH.fullmatch(line.strip()) or _ISSUE.match(low) or _COLUMN.search(low):
        return "sure"
    words = [word for word in _WORD.findall(line) if word.lower() not in _SMALL]
    if not words or len(words) > _MOST or any(map(str.isdigit, line)) or any(mark in line for mark in "$£€?!%"):
        return None
    lows = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    if all(word in _PAPERS or word in _SECTIONS for word in lows):
        return "sure"
    if not is_capitalised(line) or has_verb(line):
        return None
    if not _PAPERS.isdisjoint(lows) or sum(word in _SECTIONS for word in lows) >= _ENOUGH:
        return "likely"
    return None


def is_issue(line: str) -> bool:
    """Whether a line numbers an issue or a page, so that the one above it is the paper's name."""
    return _ISSUE.match(line.lower()) is not None


def is_capitalised(line: str) -> bool:
    """Whether every word but the small ones has a capital, as in names and in headlines of that style."""
    return all(word[0].isupper() for word in _WORD.findall(line) if word.lower() not in _SMALL)


def has_verb(line: str, *, sure: bool = False) -> bool:
    """Whether a line has a verb as headlines have them, so that it says something; `sure`: one that is no noun too."""
    words = [word.lower() for word in _WORD.findall(line)]
    verbs = _VERBS - _NOUNS_TOO if sure else _VERBS
    return any(word in verbs or (word.endswith(("ed", "n't", "n’t")) and len(word) > 3) for word in words)
