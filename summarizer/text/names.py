"""Capitalised names in English prose: where they stand, which short forms fit them, which aliases a text states.

Origin of the lists: words in lower case in headlines by style guides; determiners and quantifiers are closed classes
of English grammar; nouns before a company's name are those of newswire usage; letters of quarters as earnings reports
write them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase

from summarizer.text.aliases import stated_aliases
from summarizer.text.currencies import CODES
from summarizer.text.headline_names import (
    around_verb,
    headline_verb,
    is_inside,
    names_in_capitals,
    sentences_in_capitals,
)
from summarizer.text.lines import is_wrapped
from summarizer.text.lower_names import names_in_small_letters
from summarizer.text.name_forms import NameKind, initials, may_refer, name_kind, strip_suffix
from summarizer.text.name_runs import (
    NEVER_CERTAIN,
    ONLY_OPENERS,
    PART,
    TAIL,
    NameSpan,
    begins_no_name,
    is_common,
    names_in_run,
    opens_sentence,
    runs_in,
)
from summarizer.text.name_stops import without_last_stops
from summarizer.text.name_words import BANKS, COMPANY_WORDS, LEGAL_FORMS, LINK_WORDS, OPENERS, PLACES, TRADES_AHEAD
from summarizer.text.patterns import pattern
from summarizer.text.phrases import lower_words_of, word_set
from summarizer.text.possessive_names import with_possessives_inside

__all__ = ["NameKind", "NameSpan", "find_names", "initials", "may_refer", "name_kind", "stated_aliases", "strip_suffix"]


_LETTERS = frozenset(ascii_lowercase)
_HEADING_WORD = pattern(r"[A-Za-z][\w'’&-]*")
_SHORT_LINE = 45
_LONGEST_HEADING = 200
_SMALL_WORDS = word_set("about after amid among before from into like near onto over than that through under with")
"""Words of more than three letters that style guides leave in lower case in a headline."""
_BEFORE_NAMES = word_set("a an and but earlier in its later meanwhile our owner parent rival the")
"""Words before a name of plain words that do not belong to it."""
_NEVER_FIRST = word_set("""
    according all another any both each earlier either even fellow few five former four further here including last late
    later like many more most neither next nobody none nor now once only other our several six some still ten then these
    those three thus today tomorrow two unlike whereas yesterday yet
""")
"""Determiners, numbers and adverbs that a sentence begins with and no company's name."""
_BEFORE_COMPANIES = _BEFORE_NAMES | word_set("""
    airline analyst analysts automaker bank banks brewer broker buyer buyers carmaker carrier chipmaker clients
    companies company competitor competitors conglomerate customer customers developer distributor drugmaker firm
    giant group insurer investor investors lender lenders maker makers manufacturer member members miner operator
    operators owners parents partner partners producer producers provider publisher regulator rivals retailer seller
    sellers sister startup subsidiary supplier suppliers takeover target targets unit utility
""")
"""Nouns that say what the company named behind them is."""


_QUARTER = pattern(r"(?:FY|[1-4][QH]|[QH][1-4])(?:\d{2}|\d{4})?", re.IGNORECASE)
_TICKER = 5
"""Letters of a ticker, at most."""
_NO_POSSESSIVE = pattern(
    r"[.,;:)]|\s(?:agreed|also|and|are|could|expects|had|has|have|in|is|may|plans|said|says|to|was|were|will|would)\b"
)
"""What follows "'s" where nothing is possessed."""
_CODE = 3
"""Letters of the code of a currency, at most."""


def find_names(text: str, words: frozenset[str] | None = None) -> list[NameSpan]:
    """The names of companies, persons, bodies, products and places in `text`, in order and disjoint.

    Capitalised words that only begin a sentence, months, week days, titles and job names are no names and are no
    part of one. In headlines, where every word is capitalised, only names that the prose has too are found.
    `words` are the text's `lower_words_of`, for who has them.
    """
    lower = set(lower_words_of(text) if words is None else words) - _LETTERS
    wrapped = is_wrapped(text)
    headings = _headings(text, wrapped)
    found: list[NameSpan] = []
    in_headings: list[tuple[int, int]] = []
    sure: set[str] = set()
    capitals = sentences_in_capitals(text)
    heading = 0
    for match in runs_in(text):
        run = match.group()
        if run in ONLY_OPENERS:
            continue
        for start, end in (match.span(),) if wrapped or "\n" not in run else _lines(text, *match.span()):
            while heading < len(headings) and headings[heading][1] <= start:
                heading += 1
            if (heading < len(headings) and headings[heading][0] <= start) or (capitals and is_inside(start, capitals)):
                in_headings.append((start, end))
            elif " " in run and (verb := headline_verb(text, start, end)):
                sure.update(around_verb(text, start, verb, end))
                in_headings.append((start, end))
            else:
                found.extend(names_in_run(text, start, end))
    found = _settle_openings(text, found, lower)
    if in_headings:
        known = {name.text for name in found} | sure
        known.update(names_in_capitals(text, capitals))
        found.extend(_known_names(text, in_headings, known, capitals))
        found.sort(key=lambda name: name.start)
    if small := names_in_small_letters(text):
        found = sorted((*small, *_apart(found, small)), key=lambda name: name.start)
    found = [name for name in found if len(name.text) > _CODE or not _before_amount(text, name)]
    found = _without_tails(_without_months(_without_descriptors(text, found, lower)))
    found = _with_possessives(text, without_last_stops(text, _with_partners(text, found)))
    return with_possessives_inside(text, found)


def _apart(names: list[NameSpan], others: list[NameSpan]) -> Iterator[NameSpan]:
    """The names that none of the others overlaps."""
    for name in names:
        if all(other.end <= name.start or name.end <= other.start for other in others):
            yield name


def _with_partners(text: str, names: list[NameSpan]) -> list[NameSpan]:
    """Joins the names of partners that make one of a firm: "Pratt, Lowe & Co.", but not of a list that goes on."""
    if not any("& " in name.text for name in names):
        return names
    counts = Counter(name.text for name in names)
    joined: list[NameSpan] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.text.isalpha()
            and text[last.end : name.start] == ", "
            and (
                _PARTNERS.fullmatch(name.text)
                or (
                    _TWO_PARTNERS.fullmatch(name.text)
                    and _FIRM_BEFORE.search(text, max(0, last.start - 30), last.start)
                )
            )
            and not _LIST_GOES_ON.match(text, name.end)
            and counts[last.text] == 1
        ):
            joined[-1] = NameSpan(last.start, name.end, text[last.start : name.end])
        else:
            joined.append(name)
    return joined


_PARTNERS = pattern(r"[\w’'-]+ & (?:Bros|Co|Cos|Partners|Sons)\b\.?")
_TWO_PARTNERS = pattern(r"[\w’'-]+ & [\w’'-]+")
_FIRM_BEFORE = pattern(
    r"\b(?:agency|auctioneer|bank|boutique|broker|brokerage|builder|consultancy|firm|house|partnership)\s\Z"
)
"""One house, whose partners' names follow: "the law firm Pratt, Lowe & Byrd"."""
_LIST_GOES_ON = pattern(r",?\s(?:and|or)\s[A-Z]|,\s[A-Z]")


def _without_months(names: list[NameSpan]) -> list[NameSpan]:
    """Drops "May", which stays in no table of months, where nobody of that name is in the text."""
    if any(name.text.endswith(" May") for name in names):
        return names
    return [name for name in names if name.text != "May"]


def _without_tails(names: list[NameSpan]) -> list[NameSpan]:
    """Cuts off tickers behind names that stand without them elsewhere, as market reports write: "Acme Tool ATL"."""
    alone = {name.text for name in names}
    return [_without_ticker(name, alone) if name.text[-1].isupper() else name for name in names]


def _without_ticker(name: NameSpan, alone: set[str]) -> NameSpan:
    head, _, last = name.text.rpartition(" ")
    if not (last.isupper() and last.isalpha()) or last.lower() in LEGAL_FORMS or last.lower() in PLACES:
        return name
    if head not in alone and last not in initials(head):
        return name
    return NameSpan(name.start, name.start + len(head), head) if len(last) <= _TICKER else name


def _with_possessives(text: str, names: list[NameSpan]) -> list[NameSpan]:
    """Gives brands that end in 's ("Barrow's") their ending back: names that never stand without it, and stand with
    it where no possessive can."""
    standing: dict[str, list[bool]] = {}
    for name in names:
        ending = text[name.end : name.end + 2] in ("'s", "’s")
        standing.setdefault(name.text, []).append(ending)
    always = {name for name, endings in standing.items() if all(endings)}
    if not always:
        return names
    brands = {name.text for name in names if name.text in always and _NO_POSSESSIVE.match(text, name.end + 2)}
    if not brands:
        return names
    return [
        NameSpan(name.start, name.end + 2, text[name.start : name.end + 2]) if name.text in brands else name
        for name in names
    ]


def _before_amount(text: str, name: NameSpan) -> bool:
    """Whether it is the letters of a currency before its figure: "US$1 million", "CAD 75 million"."""
    if len(name.text) > _CODE or not name.text.isupper():
        return False
    follows = text[name.end : name.end + 2]
    return follows[:1] in ("$", "£", "€", "¥") or (
        name.text in CODES and (follows[:1].isdigit() or (follows[:1] in (" ", "\xa0") and follows[1:].isdigit()))
    )


def _settle_openings(text: str, found: list[NameSpan], lower: set[str]) -> list[NameSpan]:
    """Cuts off the words that are capitalised only because a sentence begins with them.

    What stands inside a sentence too, whole or at the start of a longer name, is a name and stays whole.
    """
    inside: set[str] = set()
    opening = [opens_sentence(text, name.start) for name in found]
    for name, opens in zip(found, opening, strict=True):
        if not opens:
            inside.add(name.text)
            if " " in name.text or "\n" in name.text:
                words = name.text.split()
                inside.update(" ".join(words[:count]) for count in range(1, len(words) + 1))
    settled = []
    for name, opens in zip(found, opening, strict=True):
        if not opens or name.text in inside:
            settled.append(name)
            continue
        if name.text.isalpha() and name.text[1:].islower() and _TRADE_BEHIND.match(text, name.end):
            continue
        parts = [(name.start + part.start(), part.group()) for part in PART.finditer(name.text)]
        words = [word for _, word in parts]
        if _is_trade_ahead(words, inside):
            settled.append(NameSpan(parts[1][0], name.end, text[parts[1][0] : name.end]))
            continue
        # "Cedar Ledge" of "the Cedar Ledge fund" is one where it opens a sentence too, though the text has cedars.
        known = len(words) > 1 and " ".join(words[:2]) in inside
        if known or _is_whole(words, inside) or _of_common_words(words, lower):
            settled.append(name)
            continue
        while (
            parts
            and " ".join(word for _, word in parts) not in inside
            and is_common([word for _, word in parts], lower)
        ):
            parts.pop(0)
        if parts and parts[0][1].lower() not in LINK_WORDS:
            settled.append(NameSpan(parts[0][0], name.end, text[parts[0][0] : name.end]))
    return settled


def _is_trade_ahead(words: list[str], inside: set[str]) -> bool:
    """Whether the first word only says what the company is: "Chipmaker Orvane", not "Carrier Global", "Miner Inc"."""
    return (
        len(words) > 1
        and words[0].lower() in TRADES_AHEAD
        and words[0] not in inside
        and words[1][0].isupper()
        and words[1].lower().strip(".,") not in _BEHIND_NO_TRADE
    )


_BEHIND_NO_TRADE = COMPANY_WORDS | LEGAL_FORMS | OPENERS
_TRADE_BEHIND = pattern(
    r"\s(?:[a-z-]+\s){0,2}(?:bottler|brewer|builder|chain|company|contractor|designer|developer|distributor|firm|giant|group|"
    r"insurer|lender|maker|manufacturer|miner|operator|processor|producer|provider|publisher|refiner|retailer|seller|"
    r"shipper|specialist|startup|start-up|trader|wholesaler)\s<?[A-Z]"
)
"""What shows that the word that opens a sentence is a trade and no name: "Software maker Acme"."""


def _is_whole(words: list[str], inside: set[str]) -> bool:
    """Whether a name with a legal form begins with its own first word: "Senior Marine Plc", not "Rival Acme Inc"."""
    first = words[0].lower()
    if first == "first" and words[-1].strip(".").lower() in _BANK_ENDS:
        return " ".join(words[1:]) not in inside
    if "and" in words:
        return not begins_no_name(words[0])
    return (
        len(words) > 2
        and words[-1].strip(".").lower() in LEGAL_FORMS
        and first not in _BEFORE_COMPANIES
        and first not in _NEVER_FIRST
        and not begins_no_name(words[0])
        and not first.endswith("ly")
        and " ".join(words[1:]) not in inside
    )


_BANK_ENDS = BANKS | word_set("bancorp bancorporation bancshares bankshares financial national savings trust")
"""What banks that are called "First" end in."""


def _of_common_words(words: list[str], lower: set[str]) -> bool:
    """Whether a name with a legal form is made of plain words throughout: "Convenient Food Mart Inc"."""
    return (
        len(words) > 3
        and words[-1].strip(".").lower() in LEGAL_FORMS
        and not words[0].lower().endswith("ly")
        and words[0].lower() not in _BEFORE_NAMES
        and is_common(words, lower)
        and is_common(words[1:], lower)
    )


def _headings(text: str, wrapped: bool) -> list[tuple[int, int]]:
    """Lines without a closing full stop in which nearly every longer word is capitalised."""
    spans = []
    start = 0
    for line in text.splitlines(keepends=True):
        if (
            12 < len(line) < _LONGEST_HEADING
            and ((end := line.rstrip()[-3:])[-1:] not in ".:,;" or end == "...")
            and not (wrapped and _goes_on(text, start + len(line)))
        ):
            words = [word for word in _HEADING_WORD.findall(line) if len(word) > 3 and word not in _SMALL_WORDS]
            capital = sum(word[0].isupper() for word in words)
            if len(words) >= 2 and capital >= (0.75 if len(words) > 3 else 1) * len(words):
                spans.append((start, start + len(line)))
        start += len(line)
    covered = sum(end - first for first, end in spans)
    return spans if covered < 0.9 * len(text) else [span for span in spans if span[1] - span[0] > _SHORT_LINE]


def _goes_on(text: str, at: int) -> bool:
    """Whether a line of wrapped text is followed by another without a blank line between."""
    return not text.startswith(("\n", "\r"), at) and bool(text[at : at + 40].strip())


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a run line by line."""
    at = start
    for piece in text[start:end].split("\n"):
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield at + lead, at + len(piece.rstrip())
        at += len(piece) + 1


def _known_names(
    text: str, spans: list[tuple[int, int]], known: set[str], in_capitals: list[tuple[int, int]]
) -> Iterator[NameSpan]:
    """Names of the prose, and acronyms or names with a legal form, inside the runs of headlines."""
    forms = (
        known | {strip_suffix(name) for name in known} | {name.split()[0] for name in known if len(name.split()[0]) > 3}
    )
    forms -= {form for form in forms if form.lower() in OPENERS}
    upper = {form.upper() for form in forms}
    for start, end in spans:
        capitals = is_inside(start, in_capitals) or _in_capitals(text, start)
        words = [
            (start + part.start(), start + part.start() + len(TAIL.sub("", part.group())))
            for part in PART.finditer(text[start:end])
        ]
        at = 0
        while at < len(words):
            for last in range(min(len(words), at + 6) - 1, at - 1, -1):
                piece = text[words[at][0] : words[last][1]].rstrip(".")
                if piece in (upper if capitals else forms) or (last == at and not capitals and _is_certain(piece)):
                    yield NameSpan(words[at][0], words[at][0] + len(piece), piece)
                    at = last
                    break
            at += 1


def _in_capitals(text: str, at: int) -> bool:
    """Whether the line around `at` is written in capitals, so that they show no acronym."""
    start, stop = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    letters = [letter for letter in text[start : stop if stop >= 0 else None] if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _is_certain(word: str) -> bool:
    """Acronyms and words with a capital inside are names in a headline too."""
    lower = word.lower()
    inner = any(letter.isupper() for letter in word[1:])
    return inner and word.isalnum() and lower not in NEVER_CERTAIN and not _QUARTER.fullmatch(word)


def _without_descriptors(text: str, names: list[NameSpan], lower: set[str]) -> list[NameSpan]:
    """Cuts leading words off a name that the text writes in lower case elsewhere, where the rest is a name alone."""
    alone = {name.text for name in names}
    result = []
    for name in names:
        words = () if name.text.isalpha() else name.text.split()
        if len(words) < 2 or words[0].lower() not in lower:
            result.append(name)
            continue
        start = name.start
        for count in range(1, len(words)):
            rest = name.text.split(None, count)[-1]
            if rest in alone and all(word.lower() in lower for word in words[:count]):
                start = name.end - len(rest)
                break
        result.append(NameSpan(start, name.end, text[start : name.end]))
    return result
