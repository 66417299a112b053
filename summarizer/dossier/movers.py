"""The companies of which an article tells one thing each, as a round-up of a market or of a day's news does.

"Tarn fell 3 percent after a downgrade. Orrin named a finance chief. Among deals, Quill rose 30 percent on a bid": each
of them begins a clause with a verb of its own, and none is spoken of again.
"""

from __future__ import annotations

from itertools import islice

from summarizer.dossier.cast import Cast
from summarizer.dossier.specifics import telling_word
from summarizer.dossier.stories import Story
from summarizer.text.patterns import pattern

_SENTENCES = 100
"""Sentences of a story that are read."""
_TIMES = 2
"""Sentences that name one of whom a round-up tells one thing, at most."""
_VERB = pattern(
    r"\s(?:\([^()\n]{1,24}\)\s)?(?:,\s[^,.;\n]{1,60},\s)?(?:shares\s|stock\s)?(?:has\s|have\s|is\s|was\s|will\s|also\s)*"
    r"(?:add(?:s|ed)|agree[sd]|announce[sd]|buy(?:s|ing)?|bought|clos(?:es|ed|ing)|climb(?:s|ed)|cuts?|cutting|dips?|"
    r"dipped|drops?|dropped|eas(?:es|ed)|ends?|ended|fall(?:s|en|ing)?|fell|firm(?:s|ed)|gain(?:s|ed)|hires?|hired|jump(?:s|ed)|"
    r"launch(?:es|ed)|lift(?:s|ed)|los(?:es|t)|loses|names?|named|open(?:s|ed)|plans?|planned|post(?:s|ed)|put(?:s|ting)?|"
    r"raise[sd]|rall(?:ies|ied)|recall(?:s|ed)|reports?|reported|rise[sn]?|rising|rose|sank|sell(?:s|ing)?|settle[sd]|"
    r"shed(?:s|ding)?|sign(?:s|ed)|sinks?|slid(?:es)?|slip(?:s|ped)|slump(?:s|ed)|soar(?:s|ed)|sold|surge[sd]|"
    r"tumble[sd]|unveil(?:s|ed)|w[io]ns?)\b"
)
"""Behind a name: what a company or its share does, in a market report's or a news list's words."""
_ARTICLE = pattern(r"\b(?:[Aa]n?|[Oo]ur|[Tt]he|[Tt]heir)\s\Z")
_BEFORE = 8


_MARKET = pattern(
    r"\b(?:stocks|shares|equities)\s(?:\w+\s){0,2}?(?:closed|drift\w*|dipped|eased|edged|ended|fell|gained|rose|slipped)\b"
    r"|\bindex\b|\byield(?:ed|s)?\b|\bnote\syielded|\b(?:oil|crude|gold)\s(?:closed|fell|gained|rose|settled|slipped|was)"
    r"|\bvolume\s(?:was|came)|\b(?:advancers|decliners)\b|\bthin\strading|\b[Ww]all\sSt(?:reet)?\b"
)
_MARKET_CUES = 3


def is_market_report(story: Story) -> bool:
    """Whether a story reports how a market went: an index, a yield, oil or gold, the volume."""
    return len({match.group().lower() for match in islice(_MARKET.finditer(story.head), 40)}) >= _MARKET_CUES


def movers_in(story: Story, cast: Cast) -> frozenset[str]:
    """The telling words of the companies of which the story tells one thing each."""
    text = story.head
    named: dict[str, set[int]] = {}
    moving: set[str] = set()
    for at, sentence in enumerate(islice(story.sentences, _SENTENCES)):
        if sentence.end > len(text):
            break
        for span, entity in cast.spans_within(sentence.start, sentence.end):
            if entity.person or not entity.can_trade or not (word := telling_word(entity)):
                continue
            named.setdefault(word, set()).add(at)
            if _VERB.match(text, span.end, sentence.end) and not _ARTICLE.search(
                text, max(sentence.start, span.start - _BEFORE), span.start
            ):
                moving.add(word)
    return frozenset(word for word in moving if len(named[word]) <= _TIMES)
