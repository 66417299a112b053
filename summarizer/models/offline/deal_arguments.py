"""Who stands behind "from", "to", "by" and "with" in a clause, and which names a phrase for a party holds.

Origin: the patterns over tags follow the order of English prepositional phrases; the verbs of purpose and the
participles before "by" are those of newswire usage.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.models.offline.deal_phrases import Phrase, phrase_end
from summarizer.models.offline.deal_tokens import Tokens
from summarizer.text.name_forms import name_kind
from summarizer.text.phrases import word_set

_INFINITIVE = re.compile(r"r*[AGBV]")
_LED_BY = re.compile(r"[GxrApiB,do]{0,3}?[bop]?[dxrSk']{0,5}N(?:[xk]{1,3}N|'N)?")
_LED_BY_OWN = re.compile(r"[Gx]bd?x{1,4},N(?![r'BHVRGA])")
"""A leader in apposition to what he is: "a group led by its chairman, Ada Roe"."""
_OF_KIND = re.compile(r"o[dxkn]{1,4}(?:c[dxkn]{1,3})?(?=[xGR])")
_OF_NAME = re.compile(r"(?:o[dx]{1,5}h)?[oi]d?x{0,2}N(?!'(?!h))")
_APPOSED = re.compile(r",N(?=,|[.;)]|$|f)")
_HELD_JOB = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:chairman|president|chief|executive|director|officer|founder|owner)s? \ue000"
)
"""What stands between a company and a person with a job in it: "Tarn vice chairman Ada Roe"."""
_MEMBERS = re.compile(r"(?:,N){0,4},?cd?x?N(?!')")
_JOINING = word_set("alliance consortium group pair partnership syndicate team trio")
"""Nouns for several who act as one."""
_TOGETHER = word_set("along jointly together")
_WITH_NAME = re.compile(r",[rpx]wd?N,")
_SEVERAL = word_set("boards directors executives holders managements shareholders stockholders")
_MOST_ARGUMENTS = 60
"""Words behind an object among which its arguments are looked for."""
_LEADS = word_set(
    "affiliated composed comprising consisting controlled formed headed including led made of organized owned"
)
_NO_CLAUSE = word_set("according excluding following holding including manufacturing mining pending publishing trading")
"""Words in -ing behind a comma that open no clause."""
_SPEAKERS = word_set("official officials representative spokesman spokesperson spokeswoman")
_FOR_WHOM = re.compile(r"[fo]d?x{0,2}N")
_ACT_OF_ANOTHER = re.compile(r"N'[xrM]{0,3}a")
_PURPOSES = word_set("""
    avoid boost build comply concentrate create develop enter expand finance focus form fund gain get grab help improve
    keep lure meet pay poach protect recover reduce regain repay run shield steal strengthen support take use win
""")
"""Verbs that say to what end somebody buys or sells."""


@dataclass(slots=True)
class Arguments:
    """The phrases behind the prepositions of a clause, at most one each."""

    source: Phrase | None = None
    second: Phrase | None = None
    """The next source, behind "and from"."""
    goal: Phrase | None = None
    agent: Phrase | None = None
    partner: Phrase | None = None
    leader: Phrase | None = None
    """Who leads those who buy: "a buyout led by Tarn"."""


def read_arguments(tokens: Tokens, at: int) -> Arguments:
    """The phrases behind from, to, by and with from `at` on, as far as the clause reaches."""
    tags, words = tokens.tags, tokens.words
    found = Arguments()
    start = at
    limit = min(len(tags), at + _MOST_ARGUMENTS)
    while at < limit:
        tag = tags[at]
        if tag in ".;R" or (tag == "u" and words[at] not in ("as", "than")):
            break
        if tag == "q":
            comma = tags.find(",", at, limit)
            if comma < 0:
                break
            at = comma + 1
            continue
        if _ACT_OF_ANOTHER.match(tags, at + (tag in "tm")) or words[at : at + 2] == ["as", "part"]:
            # "buy Lund as part of its plan to win share from", "after Tarn's purchase of Lund from Orrin"
            break
        if tag == "," and words[at + 1 : at + 2] and words[at + 1].endswith("ing") and words[at + 1] not in _NO_CLAUSE:
            # "to buy Lund, topping a bid from Orrin"
            break
        if tag in "VH" or (tag == "B" and tags[at - 1] != ","):
            break
        if tag == "t" and (_INFINITIVE.match(tags, at + 1) or (words[at + 1 : at + 2] and words[at + 1] in _PURPOSES)):
            break
        if tag == "b" and words[at - 1] in _LEADS:
            found.leader = found.leader or party_phrase(tokens, at + 1)
            at += 1
            continue
        if tag in "mtbw" and at + 1 < limit:
            phrase = party_phrase(tokens, at + 1)
            if phrase is not None:
                if tag == "m" and found.source is None:
                    found.source = phrase
                elif tag == "m" and found.second is None and tags[at - 1] == "c":
                    # "bought from the founders and from Orrin"
                    found.second = phrase
                elif tag == "t" and found.goal is None:
                    found.goal = phrase
                elif tag == "b" and found.agent is None and not (tags[at - 1] in "xe" and "," in tags[start:at]):
                    found.agent = phrase
                elif tag == "w" and found.partner is None:
                    found.partner = phrase
                at = phrase[1]
                continue
        at += 1
    return found


def party_phrase(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase at `at` that can name a party; None for figures, dates and things."""
    tags = tokens.tags
    if at >= len(tags) or (tags[at] not in "dxrnkNI" and not tags.startswith("ak", at)):
        # "to buyout firm Tarn" too
        return None
    end = phrase_end(tags, tokens.words, at)
    if end <= at or (tags[at] == "x" and tokens.words[at][0].isdigit() and "N" not in tags[at:end]):
        return None
    return at, end


def _is_country(tokens: Tokens, place: int) -> bool:
    name = tokens.skeleton.names.get(tokens.at[place])
    return name is not None and name_kind(name.text) == "place"


def _joined(tags: str, at: int) -> list[int]:
    """The names that "and" joins at `at` to the one before: "a consortium of Tarn, Lund and Orrin"."""
    more = _MEMBERS.match(tags, at)
    return [place for place in range(at, more.end()) if tags[place] == "N"] if more else []


def names_in(tokens: Tokens, phrase: Phrase) -> list[int]:
    """The names that a phrase means as a party: of "Orrin's Lund unit" Lund, of "a group led by Tarn" Tarn."""
    tags, words = tokens.tags, tokens.words
    start, end = phrase
    mark = tags.rfind("'", start, end)
    if tags[end - 1] in "nk" and tags[start] in "dNx" and (apposed := _APPOSED.match(tags, end)):
        # "its Dorn unit, Lund Forge", "a buyout firm, Heron"
        return [apposed.end() - 1]
    names = [place for place in range(start, end) if tags[place] == "N" and place > mark]
    if mark > start and "cN'" in tags[start:end]:
        # "Canada's Tarn and Japan's Lund"
        named = [place for place in range(start, end) if tags[place] == "N"]
        owners = [place for place in named if tags[place + 1 : place + 2] == "'"]
        if all(_is_country(tokens, place) for place in owners):
            names = [place for place in named if place not in owners]
    names = [place for place in names if not _HELD_JOB.match(tokens.text(place + 1, end))]
    if not names and mark > start and tags[mark - 1] == "N":
        # "Orrin's pipeline unit" acts for Orrin.
        names = [mark - 1] if tags[end - 1] in "nk" or end == mark + 1 else []
    if len(names) > 1 and names[0] == 0 and set(tags[1 : names[1]]) <= set("nkhx") and "'" not in tags[:end]:
        first = tokens.skeleton.names.get(tokens.at[0])
        if names[1] > 1 and first is not None and " " not in first.text and tags[end - 1] == "N":
            # "Olive oil bottler Lund": a capital that only opens the sentence
            names = names[1:]
    if (
        len(names) > 1
        and set(tags[names[0] + 1 : names[-1]]) <= set("nkhx")
        and set(tags[names[0] + 1 : names[-1]]) & set("nk")
    ):
        # "Orrin unit Lund", "Lund parent Orrin"
        names = names[-1:]
    if names:
        if (
            mark < 0
            and tags[end - 1] == "N"
            and (more := re.compile(r"(?:,N){0,3},?cd?x?N(?![rBHVRGA'])").match(tags, end))
        ):
            names += [place for place in range(end, more.end()) if tags[place] == "N"]
        elif tags[end - 1] == "N" and words[end + 1 : end + 2] and words[end + 1] in _TOGETHER:
            # "Tarn, together with Orrin, agreed"
            names += [match.end() - 2] if (match := _WITH_NAME.match(tags, end)) else []
        return names
    if words[end - 1] in _SPEAKERS and (for_whom := _FOR_WHOM.match(tags, end)):
        # "a spokesman for Orrin"
        return [for_whom.end() - 1]
    if tags[end - 1 : end] and tags[end - 1] in "khnxeS":
        at = end
        if words[end - 1] in _SEVERAL and tags[end : end + 4] == "oNcN":
            # "the boards of Orrin and Lund"
            return [end + 1, end + 3]
        if group := _OF_KIND.match(tags, at):
            at = group.end()
        if words[at : at + 1] and words[at] in _LEADS:
            match = _LED_BY_OWN.match(tags, at) or _LED_BY.match(tags, at)
            if match and match.end() - at < 9:
                led = [place for place in range(at, match.end()) if tags[place] == "N"][-1:]
                return led + (_joined(tags, led[0] + 1) if led and led[0] + 1 == match.end() else [])
        elif tags[end : end + 1] == "o":
            # "shareholders of Orrin", "subsidiaries of Orrin"
            match = _OF_NAME.match(tags, end)
            members = _joined(tags, match.end()) if match and words[end - 1] in _JOINING else []
            return [match.end() - 1, *members] if match else []
        elif tags[end - 1] in "hxS" and tags[end : end + 1] == "i":
            # "shares in Lund were tendered"
            match = _OF_NAME.match(tags, end)
            return [match.end() - 1] if match else []
    return []
