"""Which of the two sides of a supply agreement supplies: who makes the goods, and who needs and pays for them.

"Lund signed a supply agreement with Orrin" leaves it open. What tells it stands around: "the battery maker Lund",
"Orrin, which needs cells", "Lund will ship", "from Lund", "to Orrin".
Origin: verbs and nouns of FrameNet's frames Supply, Manufacturing, Needing and Using.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.article import Sentence
from summarizer.models.offline.reading import Reading

_AHEAD = 2
"""Sentences after the first that still tell the sides."""
_REACH = 70
"""Characters around a name in which its verb or its trade stands."""
_STEM = 5
"""Letters in which two words for the same goods agree: "battery", "batteries"."""
_MAKERS = r"(?:builder|developer|grower|maker|manufacturer|miner|producer|provider|refiner|supplier)"
_PROMISE = r"(?:(?:,? which|that|and) )?(?:(?:will|would|has agreed|agreed|is to|has begun|began) (?:\w+ ){0,2}?)"
_GIVES = re.compile(
    rf"{_PROMISE}(?:build|deliver|make|manufacture|produce|provide|sell|ship|supply)(?:ing)?\b(?! (?:\w+ )?with\b)"
)
_TAKES = re.compile(rf"{_PROMISE}(?:buy|order|pay|purchase|receive|source|take|use)(?:ing)?\b")
_MAKES = re.compile(
    r",? (?:(?:which|that) )?(?:grows?|makes?|manufactures?|mines?|produces?|refines?|sells?|ships?|supplies) "
    r"(?P<goods>(?:[\w-]+ ){0,3}[\w-]+)"
)
_IS_MAKER = re.compile(
    rf",? (?:is )?(?:an?|the) (?P<goods>(?:[\w-]+ ){{0,4}}){_MAKERS}(?P<of> of (?:[\w-]+ ?){{1,3}})?"
)
_NEEDS = re.compile(
    r",? (?:(?:which|that) )?(?:(?:buys?|needs?|requires?|uses?) |(?:is|was) (?:short of|looking for|seeking) )"
)
_MAKER_BEFORE = re.compile(rf"(?P<goods>(?:[\w-]+ ){{1,2}}?){_MAKERS}(?:,)? $")
_FROM = re.compile(
    r"\b(?:buy|order|purchase|receive|source|take)(?:s|d|ing)?\b[^.;]{0,50} from (?:the )?(?:[a-z-]+ ){0,3}$"
)
_TO = re.compile(
    r"\b(?:deliver|provide|sell|ship|suppl(?:y|ie))(?:s|ed|ing)?\b(?! (?:accord|agreement|contract|deal|pact))"
    r"[^.;]{0,50} to (?:the )?(?:[a-z-]+ ){0,3}$"
)
_SERVED = re.compile(r"\b(?:to|will|would) (?:equip|provide|supply) (?:the )?(?:[a-z-]+ ){0,2}$")


def supplier_of(reading: Reading, sentence: Sentence, one: str, other: str, goods: Iterable[str]) -> str | None:
    """Which of two full names supplies the other, by the words from `sentence` on; None where they tell neither.

    `goods`: the words that the agreement itself has for what is supplied, in lower case; may be none.
    """
    stems = {word[:_STEM] for word in goods}
    first, second = (_score(reading, sentence, name, stems) for name in (one, other))
    if first == second:
        return None
    return one if first > second else other


def _score(reading: Reading, sentence: Sentence, name: str, stems: set[str]) -> int:
    """Above zero where the words around a name make it the one who supplies, below where it is supplied."""
    score = 0
    for told in reading.article.sentences[sentence.number - 1 : sentence.number + _AHEAD]:
        for span in reading.names_of(told):
            if reading.full(span) != name and not name.startswith(span.text):
                continue
            behind = reading.text[span.end : min(told.end, span.end + _REACH)].replace("\n", " ")
            before = reading.text[max(told.start, span.start - _REACH) : span.start].replace("\n", " ")
            if _GIVES.match(behind.lstrip(", ")):
                score += 2
            elif _TAKES.match(behind.lstrip(", ")) or _NEEDS.match(behind):
                score -= 2
            elif (made := _MAKES.match(behind) or _IS_MAKER.match(behind)) and _are_same(made.group(), stems):
                score += 1
            if _FROM.search(before):
                score += 2
            elif _TO.search(before) or _SERVED.search(before):
                score -= 2
            elif (maker := _MAKER_BEFORE.search(before)) and _are_same(maker["goods"], stems):
                score += 1
    return score


def _are_same(words: str, stems: set[str]) -> bool:
    """Whether words name the goods of the agreement, or it names none."""
    return not stems or any(word[:_STEM] in stems for word in re.findall(r"[a-z]+", words.lower()))
