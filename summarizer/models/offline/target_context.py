"""Where an article says what a deal's target is: the words around its name, and the sentences that are about it.

Origin of the list: nouns by which newswires come back to what was sold ("the mill", "the unit").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.article import Sentence
from summarizer.text.name_forms import strip_suffix
from summarizer.text.name_words import COMPANY_WORDS, NATIONALITIES, OPENERS, PLACES
from summarizer.text.phrases import word_set

REACH_BEFORE = 110
_REACH_AFTER = 240
_MOST_SENTENCES = 12
"""Sentences about a target that are read."""
_LONGEST = 3000
"""Characters beyond which a sentence is no prose."""
_SPACES = "\n\r\t\xa0"
_TICKER = re.compile(r" ?(?:\((?:[A-Z][\w.]{0,12}|[^()]{1,30}[:=][^()]{1,20})\)|<[^<>]{1,12}>)")


def shifted(span: tuple[int, int] | None, at: int) -> tuple[int, int] | None:
    """A span in a piece of a text as one in the text, where the piece begins at `at`."""
    return (span[0] + at, span[1] + at) if span is not None else None


def flat(text: str) -> str:
    """`text` with a space for every white space and a straight apostrophe for a curly one: offsets stay."""
    for space in _SPACES:
        text = text.replace(space, " ")
    return text.replace("’", "'")


@dataclass(frozen=True, slots=True)
class Context:
    """Words before and behind one mention of a target; `start` and `end` are the mention's in the article.

    White space is one space for each character, so that offsets stay the article's.
    """

    before: str
    after: str
    start: int
    end: int
    sentence: int
    in_deal: bool
    """Whether the sentence mentions the deal itself."""
    name: str = ""
    """The words of the mention."""

    @property
    def subject(self) -> bool:
        """Whether the mention opens the clause: what follows is what the article says of the target."""
        return bool(_OPENS.search(self.before))


HEADS = (
    "affiliate|bank|branch|brewery|business(?:es)?|chain|clinic|division|facilit(?:y|ies)|field|hospital|hotel"
    "|magazine|maker"
    "|mill|mine|network|newspaper|operations?|paper|plant|propert(?:y|ies)|refinery|restaurants?|retailer|ship|shop"
    "|start-?up"
    "|station|stores?|subsidiar(?:y|ies)|system|units?|venture"
)
"""What a target can be, as the article calls it when it speaks of it again: "The unit makes"."""
_AGAIN = re.compile(rf"(?:^|\b(?:said|added|says)(?: that)? )[Tt]he (?:[A-Z][\w-]+ )?(?P<head>{HEADS})\b")
_TOLD_BY = frozenset(["magazine", "network", "newspaper", "paper", "station"])
_TELLS = re.compile(r",? (?:added|also|citing|cited|did not|quoted|quoting|reported|reports|said|says|wrote)\b")
"""What the newspaper does that tells of a deal, and not the one that is sold."""
_NEAR = 5
"""Sentences behind the mention of a deal in which "the unit" still means its target."""


def taken_up(sentences: Sequence[Sentence], mention: int) -> Iterator[tuple[int, int]]:
    """Where sentences behind number `mention` take the target up again with a noun, (start, end) in the article."""
    for sentence in sentences:
        if mention < sentence.number <= mention + _NEAR:
            match = _AGAIN.search(flat(sentence.text[:90]))
            if match is not None and not (
                match["head"] in _TOLD_BY and _TELLS.match(flat(sentence.text[match.end() : match.end() + 12]))
            ):
                yield sentence.start + match.end(), sentence.start + match.end()


_PLAIN_FIRST = (
    NATIONALITIES
    | PLACES
    | OPENERS
    | COMPANY_WORDS
    | word_set("""
    allied american associated capital central consolidated continental eastern federal first general great home hotel
    image international national new north northern old pacific premier royal saint south southern st standard state
    super the trans union united universal west western
""")
)
"""First words that many names have, which alone stand for none."""
_SHORTEST = 4
"""Letters that a first word has at least that stands for a name."""


def mentions_of(text: str, name: str, others: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Where `name` stands in `text`, whole, without its legal form, or cut to its first words, in order.

    A first word alone counts if it is no common one and no name in `others` begins with it.
    """
    words = strip_suffix(" ".join(name.split())).split()
    forms = [" ".join(name.split()), *(" ".join(words[:count]) for count in range(len(words), 0, -1))]
    firsts = {other.split()[0] for other in others if other and other != name}
    if words[0] in firsts or len(words[0]) < _SHORTEST or words[0].lower() in _PLAIN_FIRST or words[0][0].islower():
        forms.pop()
    line = flat(text)
    found: list[tuple[int, int]] = []
    if not forms:
        return found
    at = line.find(forms[-1])
    while at >= 0 and len(found) < 2 * _MOST_SENTENCES:
        end = at + next(len(form) for form in forms if line.startswith(form, at))
        if not (line[at - 1 : at].isalnum() or line[end : end + 1].isalnum()):
            found.append((at, end))
        at = line.find(forms[-1], end)
    return found


_OPENS = re.compile(
    r"(?:^|[.;:] +|\b(?:said|says|that|and|added|noted|but|while|which)[ ,]+)"
    r"(?:(?:the |its |a |an )?(?:[a-z]+ )?|the (?:[A-Z][\w-]+ )?[a-z]+"
    r"|)(?:[A-Z][\w.' ]{1,24}(?:, [A-Z][\w.]+)?-based )?$",
    re.IGNORECASE,
)


def contexts_of(
    sentences: Sequence[Sentence], targets: Sequence[tuple[int, int]], mentions: frozenset[int]
) -> Iterator[Context]:
    """The contexts of the spans in `targets` (in order), in sentences; `mentions` numbers those that tell the deal."""
    at = 0
    for start, end in targets[:_MOST_SENTENCES]:
        while at < len(sentences) and sentences[at].end <= start:
            at += 1
        if at == len(sentences):
            return
        sentence = sentences[at]
        if not sentence.start <= start < sentence.end or sentence.end - sentence.start > _LONGEST:
            continue
        text = flat(sentence.text)
        low, high = start - sentence.start, end - sentence.start
        ticker = _TICKER.match(text, high)
        high = ticker.end() if ticker else high
        context = Context(
            text[max(0, low - REACH_BEFORE) : low],
            text[high : high + _REACH_AFTER],
            start,
            sentence.start + high,
            sentence.number,
            sentence.number in mentions,
            text[low:high],
        )
        yield context
        if context.subject and at + 1 < len(sentences) and sentences[at + 1].text.startswith("It "):
            following = sentences[at + 1]
            words = flat(following.text[2 : 2 + _REACH_AFTER])
            yield Context("", words, following.start, following.start + 2, following.number, False)
