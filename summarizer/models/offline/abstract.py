"""Headline and abstract: the article's own sentences that carry the deal or the news.

Origin of the lists: openings that lean on a sentence before are pronouns, determiners and connectives, closed classes
of English grammar; verbs of headlines and words of background are those of newswire usage, read off the development
articles and generalised.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from summarizer.article import Sentence
from summarizer.models.offline.headline import (
    LONGEST_SENTENCE,
    NEWS_VERBS,
    STALE_START,
    bounded,
    has_word,
    telling_sentence,
    without_dateline,
    words_of,
)
from summarizer.models.offline.lexicon import is_furniture
from summarizer.models.offline.reading import Reading
from summarizer.text.patterns import pattern
from summarizer.text.phrases import letters_of, word_set

_LONGEST_HEADLINE = 220
_MOST_SENTENCES = 3
_LONG_ARTICLE = 25
"""Sentences of an article from which on its abstract has one more."""
_NAMELESS = pattern(
    r"the (?:[\w-]+ ){0,2}(?:airline|automaker|bank|carrier|chain|chipmaker|company|drugmaker|firm|giant|group|"
    r"lender|maker|"
    r"retailer|site|stock|service|unit)\b",
    re.IGNORECASE,
)
"""Subjects that only a name before them explains."""
_ASIDE = pattern(
    r"(?:when|while|if|although|though|for those|as for|because|since|given|even|to be|speaking|consider|let|think|"
    r"imagine|"
    r"according to the|despite)\b",
    re.IGNORECASE,
)
_BACKGROUND = pattern(
    r"\b(?:founded in|back in|years ago|previously|historically|in the past|earlier this (?:year|month)|recall|"
    r"traditionally|known for|a year ago)\b",
    re.IGNORECASE,
)
_EARLIER = pattern(r"(?:Last\s(?:year|month|week)|Earlier\sthis|In\s(?:(?:early|late)\s)?(?:19|20)\d\d)\b")
"""How sentences begin that tell what was before the news."""
_EARLIER_OPENINGS = ("Last", "Earlier", "In")
_ENDS = pattern(r"\.[”\"’')]*\Z")
_BACKGROUND_WORDS = word_set("back earlier founded historically known past previously recall traditionally year years")
_BACKGROUND_ALONE = _BACKGROUND_WORDS - {"year", "years"}
_ADDRESS = word_set(
    "I I'd I'll I'm I've I’d I’ll I’m I’ve Let's Let’s My You You'll You’ll let's let’s my you you're you’re your"
)
_ADDRESS_LETTERS = frozenset({"i", "let", "my", "you", "your"})
"""The first letters of these: looked up first, since most sentences have none of them."""


def find_abstract(
    reading: Reading, deals: Sequence[dict[str, Any]], headline: dict[str, Any] | None
) -> list[dict[str, Any]]:
    """Two to four sentences in the article's order: the lead, the deals' sentences, what weighs most besides."""
    # A sentence that stands for a missing headline opens the abstract too.
    lead = headline is not None and _ENDS.search(headline["text"]) is not None
    taken = set(headline["evidence"]) if headline and not lead else set()
    telling = telling_sentence(reading, deals[0]) if deals else None
    if telling is not None:
        taken.discard(telling.number)
    repeated = Counter(sentence.text for sentence in reading.sentences)
    told = [sentence for sentence in reading.sentences if repeated[sentence.text] == 1] or list(reading.sentences)
    sentences = [sentence for sentence in told if 40 <= len(sentence.text) <= LONGEST_SENTENCE] or told
    if sum(sentence.number not in taken for sentence in sentences) > 1:
        sentences = [sentence for sentence in sentences if sentence.number not in taken]
    if not sentences:
        sentences = [sentence for sentence in reading.article.sentences if not is_furniture(sentence.text)]
    if not sentences:
        return []
    answers = [
        sentence
        for sentence in sentences
        if "?" not in sentence.text or not sentence.text.rstrip("”\"’')").endswith("?")
    ]
    sentences = answers if len(answers) >= _MOST_SENTENCES else sentences
    told_words = {sentence.number: words_of(sentence.text) for sentence in sentences}
    words = {number: frozenset(found) for number, found in told_words.items()}
    title = _words(headline["text"]) if headline and not lead else frozenset()
    weights = _weights(sentences, words, _key_words(told_words.values()), title, reading, deals)
    ranked = sorted(sentences, key=lambda sentence: (-weights[sentence.number], sentence.number))
    most = _MOST_SENTENCES + (len(sentences) > _LONG_ARTICLE)
    if telling is not None and telling in ranked:
        ranked.remove(telling)
        ranked.insert(0, telling)
    chosen: list[Sentence] = []
    for sentence in ranked:
        if len(chosen) >= most or (chosen and weights[sentence.number] < 0):
            break
        mine = words[sentence.number]
        if not has_word(sentence.text):
            continue
        if any(_alike(mine, words[other.number]) for other in chosen):
            continue
        if (
            sentence is not telling
            and len(sentences) > _MOST_SENTENCES
            and _repeats(mine, title)
            and not reading.amounts_of(sentence)
        ):
            continue
        chosen.append(sentence)
    chosen.sort(key=lambda sentence: sentence.number)
    return [
        {"evidence": [item.number], "text": bounded(without_dateline(item.text), LONGEST_SENTENCE)} for item in chosen
    ]


def _repeats(words: frozenset[str], title: frozenset[str]) -> bool:
    return bool(title) and len(words - title) < _LEAST_NEW and _alike(words, title)


_LEAST_NEW = 4
"""Words that a sentence must have more than the headline that it repeats."""


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


def _key_words(sentences: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words that stand in most sentences, the earlier ones where they stand in as many."""
    frequent = Counter(chain.from_iterable(sentences))
    repeated = sorted([item for item in frequent.items() if item[1] > 1], key=itemgetter(1), reverse=True)
    return frozenset(word for word, _ in repeated[:_KEY_WORDS])


def _weights(
    sentences: Sequence[Sentence],
    words: Mapping[int, frozenset[str]],
    top: frozenset[str],
    title: frozenset[str],
    reading: Reading,
    deals: Sequence[dict[str, Any]],
) -> dict[int, float]:
    """How much of the news a sentence carries: deals, position, the headline's and the article's words, figures.

    The features are those of Edmundson (1969): cue words, title words, key words and place; the weights were set by
    hand.
    """
    deal_rank: dict[int, float] = {}
    for nth, deal in enumerate(deals):
        for place, number in enumerate(deal["evidence"]):
            worth = (_OTHER_DEAL if nth else _MAIN_DEAL) - _LATER_MENTION * min(place, 2)
            deal_rank[number] = max(deal_rank.get(number, 0.0), worth)
    weights = {}
    for place, sentence in enumerate(sentences):
        found = words[sentence.number]
        text = sentence.text
        letters = letters_of(text)
        named = len(reading.names_of(sentence))
        amounts = reading.amounts_of(sentence)
        figures = len([amount for amount in amounts if amount.kind != "quantity"])
        earlier = text.startswith(_EARLIER_OPENINGS) and _EARLIER.match(text) is not None
        weight = 4.0 if place == 0 else 3.2 / (place + 1)
        if not earlier:
            weight += min(deal_rank.get(sentence.number, 0.0), _MAIN_DEAL)
        weight += 3 * len(top & found) / (len(found) + 6)
        weight += 2 * len(title & found) / (len(title) + 2)
        outcome = bool(deals) and _tells_outcome(text, letters)
        reaction = bool(deals) and not _SHARES_WORDS.isdisjoint(letters) and _SHARES.search(text) is not None
        weight += _OUTCOME * outcome + _REACTION * reaction
        weight += _OPENS_PARAGRAPH * _opens_paragraph(sentence, reading)
        weight += min(named, 3) * 0.25 + min(figures, 2) * 0.35
        if not NEWS_VERBS.isdisjoint(found):
            weight += 0.5
        elif not named and not outcome and not amounts:
            weight -= _SCENE
        weight -= _faults(text, letters, found, named, earlier=earlier) + 1.5 * place / len(sentences)
        if len(found) > _TOO_LONG or len(found) < _TOO_SHORT:
            weight -= 1.0
        weights[sentence.number] = weight
    return weights


_MAIN_DEAL, _OTHER_DEAL, _LATER_MENTION = 6.0, 3.0, 2.0
"""What a sentence gains that tells the first deal of the article or another one, and loses where it is not the first
that is cited for it."""
_OLD_DEAL = 1.5
"""What a sentence loses that begins with a time before the news; its deal adds nothing then."""
_OUTCOME, _REACTION, _OPENS_PARAGRAPH = 1.5, 1.0, 0.7
"""What a sentence gains that says when or on what conditions a deal is done, or how shares took it; or that opens a
paragraph."""
_COMPLETION = pattern(
    r"\b(?:expect\w*\s(?:\w+\s){0,3}?to\s(?:be\s)?(?:becom|clos|complet|conclud|final)\w*|expected\sby|subject\sto|"
    r"must\sbe\sapproved|(?:transaction|deal|offer)\s(?:is|was)\s(?:valued|worth)|including\sdebt)\b",
    re.IGNORECASE,
)
_SHARES = pattern(
    r"\b(?:shares|stock)\b.{0,60}?\b(?:added|climbed|closed|dropped|fell|gained|jumped|lost|plunged|rose|slid|slipped|"
    r"slumped|soared|surged|tumbled)\b"
)
_COMPLETION_WORDS = frozenset({"deal", "including", "must", "offer", "subject", "transaction"})
"""One of these, or "expect" in some form, stands in whatever `_COMPLETION` finds; one of the next for `_SHARES`."""
_SHARES_WORDS = frozenset({"shares", "stock"})
_KEY_WORDS = 25
"""Words that the article has in most sentences, which count as what it is about."""
_SCENE = 1.5
"""What a sentence loses that sets a scene: without a name, a figure or a verb of news."""
_TOO_LONG, _TOO_SHORT = 30, 4
"""Different words of four letters and more beyond which a sentence is long, and under which it is short."""


def _tells_outcome(text: str, letters: frozenset[str]) -> bool:
    if _COMPLETION_WORDS.isdisjoint(letters) and "expect" not in text.lower():
        return False
    return _COMPLETION.search(text) is not None


def _opens_paragraph(sentence: Sentence, reading: Reading) -> bool:
    before = reading.text[max(0, sentence.start - _INDENT) : sentence.start]
    if "\n" not in before:
        return False
    gap = before[len(before.rstrip()) :]
    return "\n" in gap and (not reading.is_wrapped or gap.count("\n") > 1 or gap.endswith("  "))


_INDENT = 12
"""Characters before a sentence in which a paragraph's break stands."""


def _faults(text: str, letters: frozenset[str], found: frozenset[str], named: int, *, earlier: bool) -> float:
    """What a sentence loses that needs another before it, or that is no news: an aside, a question, background."""
    loss = 0.0
    if STALE_START.match(text) or (not named and text[:4].lower() == "the " and _NAMELESS.match(text)):
        loss += 1.5
    elif _ASIDE.match(text):
        loss += 0.6
    if text[:1] in '“"-':
        loss += 1.0
    if not named and text.startswith("The "):
        loss += 0.5
    if text.rstrip()[-1:] == ":":
        loss += 2.0
    if not _ADDRESS_LETTERS.isdisjoint(letters) and not _ADDRESS.isdisjoint(text.split()):
        loss += 1.2
    if earlier:
        loss += _OLD_DEAL
    if not _BACKGROUND_WORDS.isdisjoint(found) and _tells_background(text, found):
        loss += 0.6
    return loss


def _tells_background(text: str, found: frozenset[str]) -> bool:
    if _BACKGROUND_ALONE.isdisjoint(found) and "ago" not in text.lower():
        return False
    return _BACKGROUND.search(text) is not None


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sentences say much the same, by the words that they share."""
    return len(first & second) > _SHARED * min(len(first), len(second)) if first and second else first == second


_SHARED = 0.65
