"""The figures of a claim: which numbers are news, what each measures, and for which period.

Origin of the lists: verbs of rise and fall and the rows of earnings reports are those of newswire usage, read off the
development articles and generalised; units of time, pronouns, determiners and prepositions are closed classes of
English grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from summarizer.article import Sentence
from summarizer.models.offline.claim_fractions import fractions_in
from summarizer.models.offline.claim_pairs import PAIRING, pair_listed
from summarizer.models.offline.reading import Reading
from summarizer.text.dates import DateSpan
from summarizer.text.magnitudes import is_magnitude, is_noun
from summarizer.text.noun_kinds import KINDS
from summarizer.text.numbers import Amount
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set

_MOST = 8
_AHEAD = 90
"""Characters behind a number in which the noun of its change stands."""
_REACH = 170
"""Characters before a number in which the words that it measures stand."""
_DURATIONS = word_set("""
    day days week weeks month months quarter quarters year years decade decades hour hours minute minutes
""")
_SIZES = word_set("inch inches liter litre liters litres core cores gb tb mb ghz nm megapixel megapixels nits hz")
_CHANGE = pattern(
    r"(?:\s(?:a|per)\s(?:share|year|day|month))?[ -](?:\w+\s)?(?:increase|decrease|rise|drop|decline|jump|gain|fall|"
    r"growth|improvement|reduction|"
    r"cut|surge|dip|slump|hike|rebound)\s(?:in|of|for)\s"
)
_NOUN = pattern(r"[a-zA-Z][\w’'&-]*")
_BEHIND = pattern(r"\s(?:in\s(?=[a-z])|of\s)")
_ATTRIBUTE = pattern(
    r"(?:^|\s)(?:an?|the|its|their|his|her|another|this|that|whose|one|new|initial|total)\s$", re.IGNORECASE
)
_OF = pattern(
    r"\s(?:of|worth|totaling|totalling)\s(?:(?:an?|the|its|their|about|around|just|only|nearly|some)\s)*$",
    re.IGNORECASE,
)
_NEAR = pattern(
    r"\b(?:an?|the|its|their)\s((?:[\w-]+\s){0,2}[\w-]+)\s(?:near|above|below|around|at|to|exceeding)\s$", re.IGNORECASE
)
_VALUED = pattern(r"\bvalu(?:es|ed|ing)\s(?:[^\s,;:.]+\s){0,6}?at\s\Z", look=True)
"""What a sum is in "the deal values Lund at $3 billion"."""
_ATTRIBUTES = word_set("a an another her his initial its new one that the their this total whose")
_NEARS = word_set("above around at below exceeding near to")
"""The last words of the two patterns above that begin in the open, without which these are not tried."""
_SET = pattern(
    r"\b(?:adjust(?:ed|s)|boost(?:ed|s)|bump(?:ed|s)|cuts?|grown?|hik(?:ed|es)|increas(?:ed|es)|lift(?:ed|s)|lower(?:ed|s)|"
    r"narrow(?:ed|s)|rais(?:ed|es|ing)|reduc(?:ed|es|ing)|revis(?:ed|es)|slash(?:ed|es)|trimm?(?:ed|s)|upp(?:ed|s))\s(?:its|the|their|his|her|[A-Z][\w&.-]*(?:\s?['’]\s?s?))\s((?:[\w-]+\s){1,3}?)(?:(?:on|for|in)\s[^,;]{1,40}\s)?"
    r"(?:to|by|from)\s(?:about\s)?$",
    re.IGNORECASE,
    look=True,
)
"""What somebody sets anew: "raised its price target on Lund to $4"."""
_TERM = pattern(r"\d{1,2}-(?:day|month|week|year)")
_INDEXED = word_set("100 1000 2000 225 250 30 300 40 400 50 500 600")
"""Numbers that are part of the names of stock indices, behind a capital: "S&P 500", "Nikkei 225"."""
_SAME = pattern(
    r"(?:\s(?:a|per)\s\w+)?(?:\s(?:annually|y-o-y|yoy|year[- ]o(?:n|ver)[- ]year))?"
    r"(?:\s(?:in|for|during|on|at)(?=\s\s))?"
    r"\s*,?\s?\(?(?:up|down|off|at|to|to\s(?:close|end|finish|settle|trade)\sat|from|or|and|versus|vs\.?|compared\s(?:with|to)|against|"
    r"up\sfrom|down\sfrom|rather\sthan|instead\sof|"
    r"for\sa\stotal\sof)\s(?:by\s|about\s|just\s|only\s|around\s|an?\s|the\s)?$",
    re.IGNORECASE,
)
"""What joins two numbers of one measure: "rose 3% to $40", "12 cents, up from 10"."""
_MOVES = word_set("""
    accounted accounts added advanced amount amounted amounting amounts are averaged beat became been
    being came climb climbed climbing
    climbs closed cost costs cut decline declined declines declining decrease decreased dip dipped double doubled
    doubling down drop dropped dropping drops edged ended exceed exceeded expanded fall fallen falling falls fell
    finished gain gained gains generated grew grow growing grown grows hit improved increase increased increases is
    jump jumped jumping jumps lost missed narrowed opened plunged plunging priced rallied ran reach reached remained
    represent represented represents rise risen rises rising rose sank shed shrank shrinking sinking sits slid
    sliding slipped slipping slumped soared soaring stand stands stood surge surged surging tallied topped totaled
    ticked ticks inched inches popped pops spiked spikes crept bounced leapt
    totaling totalled totalling totals trade traded trades trading tripled tripling tumbled up was were widened
    yield yielded yields
""")
"""Verbs behind whose subject comes its amount."""
_LIGHT = word_set("""
    a about additional again almost already also an another approximately around as at be been by could currently
    down estimated expected forecast from further had has have initially just less likely may might more most much
    nearly not now of off on only over projected rate roughly seen set sharply should slightly still than the then
    to up was were will would
""")
"""Words that may stand between a verb and its amount, or between a subject and its verb."""
_EDGES = word_set("""
    after although and as because bear bears before believe believes booked bought but called carried carries carry
    earned holds include included includes made offered owns paid pays posted posts received recorded
    sold spent estimate estimated estimates
    expect expected
    expecting expects forecast forecasts given had has how if is its' note noted notes or predict predicts put puts
    report
    reported reports said saw saying says see sees since so than that then though until was were what when where
    whereas whether which while who whose will with would
""")
"""Words that end the noun phrase of a subject on its left."""
_HIDING = word_set("cause caused conceal concealed face faced hid hide hides incurred suffer suffered took")
"""Verbs that take a sum of losses, fines and the like behind them."""
_PRONOUNS = word_set(
    "he her him his i it its itself one she that their them there these they this those we what which who you"
)
_ARTICLES = ("a", "an", "the")
_ARTICLES_OR_POSSESSIVES = frozenset({*_ARTICLES, "its", "their", "our", "his", "her"})
_DETERMINERS = ("a", "an", "his", "her", "its", "our", "that", "the", "their", "this")
_PREPOSITIONS = word_set("about against among at by during for from in into of on over through to under with within")
_STOPS_AHEAD = word_set("""
    a above after an and are as at because before below but by can during for from had has have if in into is it its
    last more next of on or over per since so than that the their this through to under until was were what when
    where which while who will with would year
    came come comes could did do does may might must should
""")
_NO_NOUNS = word_set("""
    after-hours afternoon aggregate all annually apiece back better cash common each early exchange fact friday full
    general higher late less likely longer lower monday more morning older or over pre-market premarket
    quarter-over-quarter respectively share so stock straight the thursday today total trading tuesday wednesday
    worth y-o-y year-on-year year-over-year yesterday younger yoy
""")
_NO_MEASURES = word_set(
    """ago all back be better cash composed comprising consisting fact general higher late less lower more morning
    others some the total"""
)
_DOING = word_set("""
    adding beating bringing cutting edging generating giving including lifting making missing posting putting raising
    post posts reporting representing tacking taking topping
""")
"""Participles before a noun phrase that are no part of it."""
_OPENING = frozenset({*_ARTICLES, *_DOING, "also", "now", "then", "still", "yet", "however", "meanwhile"})
"""Words before a noun phrase that are no part of it."""
_LONGEST = 7
"""Words of a noun phrase, at most."""


def figures_of(start: int, end: int, sentence: Sentence, reading: Reading) -> list[dict[str, Any]]:
    """The figures inside [start, end) of the sentence, in order, as Figure parts."""
    amounts = [item for item in reading.amounts_of(sentence) if start <= item.start and item.end <= end]
    if fractions := fractions_in(start, end, reading.text, amounts):
        amounts = [
            item for item in amounts if not any(item.start < one.end and one.start < item.end for one in fractions)
        ]
        amounts = sorted([*amounts, *fractions], key=lambda item: item.start)
    if not amounts:
        return []
    dates = reading.dates_of(sentence)
    kept = [
        item
        for nth, item in enumerate(amounts)
        if _is_news(item, dates, sentence, reading) or (nth and _goes_on(amounts[nth - 1], item, reading))
    ]
    figures: list[dict[str, Any]] = []
    last: Amount | None = None
    for item in kept[:_MOST]:
        before = _blanked(max(start, item.start - _REACH), item.start, dates, reading)
        if last is not None and _goes_on(last, item, reading):
            measures = figures[-1]["measures"]
        elif (
            last is not None
            and _SAME.fullmatch(_blanked(last.end, item.start, dates, reading))
            and not _CHANGE.match(reading.text, item.end, min(sentence.end, item.end + _AHEAD))
        ):
            measures = _measures_too(item, last, figures[-1]["measures"])
        else:
            measures = _measures(item, before, sentence, reading)
        words = reading.words(item.start, item.end)
        figures.append({"text": words, "measures": measures, "period": _period(item, kept, dates, reading)})
        last = item
    if len(figures) > 1 and PAIRING in sentence.text:
        pair_listed(figures, kept[:_MOST], (start, end), dates, reading, _subject)
    return figures


def _blanked(start: int, end: int, dates: Sequence[DateSpan], reading: Reading) -> str:
    """The text in [start, end), each date in it replaced by as many spaces."""
    words = reading.text[start:end]
    for date in dates:
        if date.end > start and date.start < end:
            low, high = max(0, date.start - start), min(len(words), date.end - start)
            words = f"{words[:low]}{' ' * (high - low)}{words[high:]}"
    return words


def _goes_on(first: Amount, second: Amount, reading: Reading) -> bool:
    """Whether a bare number counts what the one before it counts, at another time: "300 jobs in 2024 and 120 in"."""
    return (
        first.kind == "quantity"
        and first.unit is not None
        and second.kind == "quantity"
        and second.unit is None
        and _OTHER_TIME.fullmatch(reading.text[first.end : second.start]) is not None
        and _IN_YEAR.match(reading.text, second.end) is not None
    )


_IN_YEAR = pattern(r"\s(?:in|for|by|during)\s(?:19|20)\d\d\b")
_OTHER_TIME = pattern(r"\s(?:in|for|by|during)\s(?:19|20)\d\d,?\s(?:and|but|then)\s(?:another\s|only\s)?")


def _is_news(amount: Amount, dates: Sequence[DateSpan], sentence: Sentence, reading: Reading) -> bool:
    """Whether the number tells something: no model's number, no size of a part, no length of time that dates it."""
    if amount.kind in ("money", "percent"):
        return True
    if any(date.start <= amount.start < date.end or date.start < amount.end <= date.end for date in dates):
        return False
    text = reading.text[amount.start : amount.end]
    before = reading.text[max(sentence.start, amount.start - 24) : amount.start]
    if before[-1:] in ("/", "-") or before[-2:] in ("/ ", "- "):
        return False
    if amount.unit is None:
        return bool(re.search(r"(?:,\d{3}|mln|bln|million|billion|/|\.\d)", text) or _COUNTED_BEFORE.search(before))
    unit = amount.unit.lower()
    if unit in _SIZES or _MODEL.search(text):
        return False
    if unit in _DURATIONS:
        return bool(_LASTING.search(before))
    return any(map(str.isdigit, text)) or unit in KINDS or unit == "times"


_MODEL = pattern(r"\d\s?[-‐]\s?[A-Za-z]|(?<![\d,])\d{1,4}\s[A-Z]{2,}\b")
"""Numbers that are part of a word or of a model's name: "21-inch", "737 MAX jets"."""
_COUNTED_BEFORE = pattern(
    r"\b(?:rose|fell|up|down|off|at|closed|vs|versus|gained|lost|added|shed|to|from|of)\s(?:\d\S*\s)?$", re.IGNORECASE
)
_LASTING = pattern(
    r"\b(?:delay\w*\sby|by|extend\w*\sby|last(?:s|ed)?|take|takes|took|term\sof|at\sleast)\s$", re.IGNORECASE
)


def _measures(amount: Amount, before: str, sentence: Sentence, reading: Reading) -> str | None:
    """The noun that the number counts, or the magnitude that it is said of; None where neither is sure."""
    if amount.kind == "quantity" and amount.unit not in (None, "times"):
        return amount.unit
    if row := TABLE_ROW.match(before.rsplit("\n", 1)[-1].lstrip()):
        return row[1]
    noun = _noun(amount, before, sentence, reading)
    if noun is None:
        return None
    magnitude = is_magnitude(noun)
    if not magnitude and not any(word[0].islower() for word in noun.split()):
        return noun  # a name: "Orvane closed at $33"
    if amount.kind == "money" and _MOVED_BY.search(before):
        return None
    if (magnitude and not _BEATEN.search(before)) or noun in _OF_SUMS:
        return noun
    share = amount.kind == "percent" and is_noun(noun)
    counted = share and noun.rsplit(" ", 1)[-1] in KINDS and reading.text.startswith(noun, amount.end + 1)
    changed = noun in _CHANGES and _OF.search(before) is not None
    return noun if counted or changed or (share and _PART.match(reading.text, amount.end)) else None


_PART = pattern(r"\sof\s")
_CHANGES = word_set(
    "cut cuts decline declines decrease decreases drop drops fall falls gain gains increase increases rise rises"
)
_OF_SUMS = frozenset(("bid", "debt", "earnings", "investment", "offer", "payment", "price", "spending", "value"))
"""What a sum is by its verb, as `_dealt` says it, and what a deal values something at."""
_MOVED_BY = pattern(
    r"\b(?:advanced|climbed|declined|decreased|dipped|dropped|fallen|fell|gained|grew|grown|increased|jumped|lost|plunged|risen"
    r"|rose|shed|slid|slipped|slumped|soared|sank|surged|tumbled|widened|narrowed|up|down|off)"
    r"\s(?:by\s)?(?:(?:about|almost|an?|another|around|as\smuch\sas|at\sleast|just|more\sthan|nearly|only|over|roughly|some)\s)*\Z"
)
"""What a sum changed by is not what it came to: "prices jumped $2,100"."""


_BEATEN = pattern(
    r"\b(?:beat(?:en|s|ing)?|miss(?:ed|es|ing)|topp(?:ed|ing)|tops)\s(?:the\s|(?:[\w’'-]+\s){1,2}by\s)?\Z"
)
"""Before what was expected of a magnitude, or what it differs from that by."""


def _measures_too(amount: Amount, first: Amount, measures: str | None) -> str | None:
    """What the second of two joined numbers measures, by what the first does: "rose 3% to $40"; no share counts."""
    if amount.kind == "quantity" and amount.unit is not None:
        return amount.unit
    return measures if amount.kind == first.kind or measures != first.unit else None


def _noun(amount: Amount, before: str, sentence: Sentence, reading: Reading) -> str | None:
    """The noun that the number is said of, or the subject of the verb before it, as the words stand."""
    after = reading.text[amount.end : min(sentence.end, amount.end + _AHEAD)]
    change = _CHANGE.match(after)
    if change and (noun := _phrase_ahead(after[change.end() :])):
        return noun
    last = before[-24:].split()[-1:]
    leading = last[0].lower() if last else ""
    if (
        leading in _ATTRIBUTES
        and _ATTRIBUTE.search(before)
        and after[:1] in (" ", "-")
        and (noun := _phrase_ahead(after[1:]))
    ):
        return noun
    if match := _OF.search(before):
        return _phrase_before(before[: match.start()])
    if leading == "at" and _VALUED.search(before):
        return "value"
    if leading in _NEARS and (match := _NEAR.search(before)):
        words = match[1].split()
        while words and words[-1].lower() in _MOVES:
            words.pop()
        return _trimmed(words)
    if (match := _SET.search(before)) and (noun := _trimmed(match[1].split())):
        return noun
    if subject := _subject(before):
        return subject
    if (match := _BEHIND.match(after)) and (noun := _phrase_ahead(after[match.end() :])):
        return noun
    if amount.kind == "percent" and after[:1] == " " and (noun := _phrase_ahead(after[1:])) and _IS_NOUN.search(noun):
        return noun
    return _dealt(before) if amount.kind == "money" else None


_IS_NOUN = pattern(r"\A[a-z][\w-]*(?<!ly)(?:\s[\w-]+){0,3}\Z")
_DEALT = {
    "bid": "bid bids bidding",
    "debt": "owe owed owes owing",
    "earnings": "earn earned earning earns",
    "investment": "invest invested investing invests",
    "offer": "offer offered offering offers",
    "payment": "pay paying pays paid",
    "spending": "spend spending spends spent",
}
"""Nouns for the sum that is the object of a verb."""
_NOUN_OF = {verb: noun for noun, verbs in _DEALT.items() for verb in verbs.split()}
_PRICED_VERB = pattern(
    r"\b(?:acquir(?:e|ed|es|ing)|b(?:ought|uy|uys|uying)|purchas(?:e|ed|es|ing)|s(?:old|ell|ells|elling)|(?:takeover|"
    r"acquisition|purchase|sale)\sof)\s(?:[^.;:]{1,120}\s)?for\s(?:(?:about|around|some|nearly|up\sto|as\smuch\sas|roughly|"
    r"approximately|just|only|a\stotal\sof)\s)*$",
    re.IGNORECASE,
)
"""What is bought or sold "for" a sum: that is its price."""


def _dealt(before: str) -> str | None:
    """What a sum is by the verb that it is the object of: "spending" of "spent about $4 million"."""
    words = before.split()
    while words and words[-1].lower() in _LIGHT and words[-1].lower() not in ("by", "for", "from"):
        words.pop()
    if words and (noun := _NOUN_OF.get(words[-1].lower())):
        return noun
    return "price" if _PRICED_VERB.search(before) else None


_PARTICIPLES = word_set("bought built drawn due given held led made owed paid remain remains sold spent spread won")
_ED_NOUNS = word_set("bed feed need red seed shed speed weed")


def _phrase_ahead(text: str) -> str | None:
    """The noun phrase at the start of `text`, up to a preposition, verb or comma."""
    words: list[str] = []
    at = 0
    raws = text.split()
    for place, raw in enumerate(raws):
        word = raw.rstrip(",.;:)")
        if not words and word.lower() in _ARTICLES_OR_POSSESSIVES:
            at += 1
            continue
        if not _NOUN.fullmatch(word) or word.lower() in _STOPS_AHEAD or len(words) >= 4:
            break
        if word.lower() in _PARTICIPLES or (word.islower() and word.endswith("ed") and word not in _ED_NOUNS):
            # "a round led by", "$2 expected by": what was done to it is no part of it; of "paid customers" it is.
            following = raws[place + 1].lower() if place + 1 < len(raws) and raw == word else "by"
            owned = bool(words) and words[-1].endswith(("'s", "’s"))
            if (words and not owned and "-" not in word) or following in _STOPS_AHEAD or following in _PREPOSITIONS:
                break
        words.append(word)
        if raw != word:
            break
    while words and (words[-1].lower() in _NO_NOUNS or words[-1].endswith(("'s", "’s"))):
        words.pop()
    if not words or words[0].lower() in _NO_NOUNS:
        return None
    return " ".join(words)


def _phrase_before(text: str) -> str | None:
    """The noun phrase that `text` ends in."""
    words: list[str] = []
    for raw in reversed(text.split()[-_LONGEST:]):
        if raw[-1] in ',;:)—”"' or raw[0] in '(“"—':
            break
        lower = raw.lower()
        if (
            lower in _EDGES
            or (words and lower in _MOVES)
            or lower in _PRONOUNS
            or lower in _PREPOSITIONS
            or lower == "not"
            or (words and (lower.endswith("ly") or lower in _HIDING))
        ):
            break
        words.insert(0, raw)
        if lower in _ARTICLES:
            break
    return _trimmed(words)


def _subject(before: str) -> str | None:
    """The subject of the verb that leads to the number: "spending on tracks" of "Spending on tracks rose by"."""
    words = before.split()
    at = len(words) - 1
    moved = False
    while at >= 0:
        lower = words[at].lower()
        if lower in ("made", "make", "makes"):
            return None
        if lower in _MOVES and not (moved and lower == "yield"):
            moved = True
        elif lower not in _LIGHT and not lower.endswith("ly"):
            break
        at -= 1
    if not moved or at < 0:
        return None
    if words[at].endswith(","):
        at = _before_apposition(words, at)
        if at < 0:
            return None
        words[at] = words[at].rstrip(",")
        if not words[at]:
            return None
    if words[at].lower() in ("which", "that") and at:
        return _phrase_before(" ".join(words[:at]).rstrip(","))
    nominal = words[at + 1].lower() in _FALLS
    found: list[str] = []
    while at >= 0 and (len(found) < _LONGEST or (found[0][:1].isupper() and words[at][:1].isupper())):
        raw = words[at]
        lower = raw.lower().strip('“”"')
        if raw[0] == "(" and raw[-1] == ")":
            at -= 1
            continue
        if lower in _FORETOLD and not found and at and words[at - 1].lower() not in _PRONOUNS:
            found.insert(0, raw)
            at -= 1
            continue
        if raw[-1] in ",;:)" or raw in ("-", "--", "—", "–") or lower in _EDGES:
            break
        index = raw in _INDEXED and at > 0 and words[at - 1][0].isupper()
        if any(map(str.isdigit, raw)) and not found and not index:
            return None
        if found and found[0].lower() in _DETERMINERS and lower not in _PREPOSITIONS:
            break
        found.insert(0, raw.strip('“”"('))
        if raw[0] in '(“"':
            break
        at -= 1
    pared = next((place for place, word in enumerate(found) if word.lower() in _PARING), len(found))
    found = found[:pared]
    if (nominal and found and found[0].lower() in ("a", "an")) or not _AUXILIARIES.isdisjoint(found):
        return None
    return _trimmed(found)


_PARING = word_set(
    "cut erased erasing extended extending pared paring recouped recouping reversed reversing trimmed trimming"
)
"""What a share does to its losses before it "trades up": no part of the subject."""
_FALLS = word_set("decline decrease dip drop fall gain increase jump rise")
"""Nouns that are verbs too: "a slight decline from $4 million" has no subject."""
_AUXILIARIES = word_set("are has have is was were")
"""What a subject holds only where a whole clause was taken for one."""


def _before_apposition(words: list[str], at: int) -> int:
    """The place of the word that the clause or apposition between commas that ends at `at` is added to; -1 for none."""
    for low in range(at - 1, max(-1, at - _LONGEST_APPOSITION), -1):
        if words[low].endswith(","):
            return low
    return -1


_LONGEST_APPOSITION = 15
"""Words between two commas behind a subject, at most."""
_FORETOLD = word_set("estimate estimates forecast forecasts report reports")
"""Nouns at the end of a subject that are verbs elsewhere."""


def _trimmed(words: list[str]) -> str | None:
    """A noun phrase without its article; None where it is only a pronoun or begins with a preposition."""
    while words and words[0].lower() in _OPENING:
        words = words[1:]
    if not words or words[0].lower() in _PREPOSITIONS or all(word.lower() in _PRONOUNS for word in words):
        return None
    if words[0].lower() in ("it", "they", "he", "she", "we", "this", "which", "who", "that", "there", "you", "i"):
        return None
    while len(words) > 1 and words[-1].lower() in _PREPOSITIONS:
        words = words[:-1]
    if words[-1].lower() == "ago":
        return None
    joined = " ".join(words).rstrip(",.")
    numbered = any(
        any(map(str.isdigit, word))
        and not _TERM.fullmatch(word)
        and not (at and word in _INDEXED and words[at - 1][0].isupper())
        for at, word in enumerate(words)
    )
    return None if numbered or not joined or joined.lower() in _NO_MEASURES else joined


def _period(amount: Amount, amounts: Sequence[Amount], dates: Sequence[DateSpan], reading: Reading) -> str | None:
    """The date words nearest behind the number, before the next one; else those that open the sentence."""
    dates = [date for date in dates if not amount.start <= date.start < amount.end]
    for date in dates:
        if date.start < amount.end:
            continue
        between = reading.text[amount.end : date.start]
        if len(between) > _PERIOD_REACH or _NEW_CLAUSE.search(between):
            break
        if any(amount.end <= other.start < date.start for other in amounts) and (
            not _SAME_PERIOD.search(between) or _AGAINST.search(between)
        ):
            break
        if _OTHER_EVENT.search(between) or (
            _SINCE.match(reading.text, date.start, date.end) and _MOVED.search(between)
        ):
            break
        return reading.words(date.start, date.end)
    ahead = [date for date in dates if date.end <= amount.start]
    if ahead:
        if amounts[0] is not amount and _COMPARED_TO.search(reading.text, max(0, amount.start - 40), amount.start):
            # "5.1% in March from 5.7%": what a number is compared with is of another time.
            return None
        date = ahead[-1]
        between = reading.text[date.end : amount.start]
        if _is_of_another(date, between, reading.text):
            return None
        if not _ENDED.search(between) and (len(between) < 50 or (len(ahead) == 1 and between.startswith(","))):
            return reading.words(date.start, date.end)
    return None


def _is_of_another(date: DateSpan, between: str, text: str) -> bool:
    """Whether a date ahead of a number tells when it was said, or belongs to a clause of its own before a comma."""
    lead = text[max(0, date.start - _PERIOD_REACH) : date.start]
    day = _DAY.search(text, date.start, date.end) is not None
    if _TOLD_ON.search(lead) or (day and (_TOLD.search(lead) or _REPORTED.match(between))):
        return True
    if not between.startswith(","):
        return False
    clause = _CLAUSE_START.split(lead)[-1]
    return _CLAUSE_OF_ITS_OWN.match(clause) is not None


_TELLING = (
    r"\b(?:added|announced|disclosed|estimated|reiterated|reported|said|says|told(?:\s[^\s,.;]+){1,4}?|warned|wrote)\s"
)
_TOLD_ON = pattern(_TELLING + r"(?:(?:early|in|late|on)\s)+\Z")
_TOLD = pattern(_TELLING + r"\Z")
_DAY = pattern(r"day\b|\d\d?\Z", re.IGNORECASE)
_REPORTED = pattern(r"\s(?:announced|disclosed|posted|reported|said|says|unveiled)\b")
"""A day of telling: "said on Friday that", "on Friday reported"."""
_CLAUSE_START = pattern(r"[,.;:(]\s|\n")
_CLAUSE_OF_ITS_OWN = pattern(
    r"(?:(?:which|who|whose|that)\s(?!lasts|runs)|(?:[A-Z]?[a-z]+ed|[Bb]orn|[Bb]uilt|[Ss]et\sup|[Bb]egun)\s)"
)
"""How "Founded in 2014," and ", which listed in 2012," begin."""
TABLE_ROW = pattern(
    r"((?:Oper(?:ating)?|Pretax|Primary|Qtly|Qtrly|Gross|Diluted|Fully dil|Avg|Attrib)?\s?(?:[Ss]hrs?|[Nn]et|[Rr]evs|"
    r"[Ss]ales|[Dd]iv(?:idend)?|[Tt]urnover|[Pp]rofit|[Aa]ssets|[Dd]eposits|[Ll]oans|[Ii]ncome))\s"
    r"(?=(?:profit\s|loss\s)?(?:\d|$|nil))"
)
"""The label that opens a row of an earnings table of newswires: "Shr 34 cts vs 30", "Oper net 1.2 mln vs 1.0 mln"."""
_PERIOD_REACH = 60
_ENDED = pattern(r"[;:]|,\s(?:and|but|while)\b")
_NEW_CLAUSE = pattern(
    r"\band\s(?:are|has|have|is|was|were)\b|\b(?:established|founded|set\sup)\b|[;:]|,\s(?!(?:in|for|during|on|over|up|down|or|a)\b)"
)
_AGAINST = pattern(r"\b(?:against|compared|from|versus|vs)\b")
_COMPARED_TO = pattern(
    r"\b(?:against|compared\s(?:to|with)|from|versus|vs\.?)\s(?:an?\s(?:[a-z]+\s){1,3}of\s)?(?:about\s)?\Z"
)
_OTHER_EVENT = pattern(r"\b(?:after(?!\stax)|amid|because|despite|due\sto|following|owing\sto|thanks\sto)\b")
"""What opens a phrase about something else, whose date that is: "will rise 5% despite weak orders in May"."""
_SINCE = pattern(r"since\b", re.IGNORECASE)
_MOVED = pattern(r"\b(?:in|during)\s(?:an?|its|the)\s(?:[\w-]+\s){1,3}\Z")
"""What has a date of its own: "in the drop since May"."""
_SAME_PERIOD = pattern(r"^,?\s(?:to|or|and|,)\s")
