"""What a party is, by its name and by the words around its mentions; and which names are of products or regions.

Origin of the lists: nouns for companies of newswire usage; acronyms of public bodies of the USA, Britain and the world
that news prose writes alone; the words around a name that show a company, a product or a place were read off the
development articles and generalised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.models.offline.party_signs import kind_beside, lives
from summarizer.models.offline.reading import Reading
from summarizer.text.name_forms import has_legal_form, name_kind, strip_suffix
from summarizer.text.name_words import GROUP_WORDS
from summarizer.text.patterns import alternatives, pattern
from summarizer.text.phrases import phrase_set, word_set
from summarizer.text.speech_words import MEDIA_WORDS, RESEARCH_WORDS

KINDS_OF_COMPANY = word_set("""
    airline automaker bank brewer broadcaster brokerage builder carmaker carrier chain chipmaker company
    conglomerate developer distributor division drugmaker firm giant grocer group insurer lender maker manufacturer
    miner network operator owner partnership platform producer provider publisher railroad retailer start-up startup
    subsidiary supplier unit utility
""")
"""Nouns that say that a name is a company's."""
COMPANY_NOUNS = KINDS_OF_COMPANY | word_set("agency bottler contractor fund investor rival shipyard union")
"""Nouns right before a name that say that it is a body's."""
_PUBLIC_ACRONYMS = word_set("""
    cdc cfpb cftc cms dea dod doe doj dot ecb epa eu faa fasb fbi fcc fda fdic ferc fhfa finra fsa ftc
    hhs hmrc imf irs itc nasa nato ndrc nhs nhtsa nlrb nrc nsa ntsb occ oecd ofcom ofgem omb opec osha ppb
    sec sfo tsa un usda ustr uspto wto
""")
"""Public bodies that news names by their initials alone, of English-speaking countries and between states."""
_MEDIA_ALONE = MEDIA_WORDS - word_set("associated express fox mail press punch record register sun time times wire")
_MEDIA_ENDS = MEDIA_WORDS - word_set("express fox record register sun time wire")
_GROUPS_BEHIND = word_set("and for of to")
_ACTS = pattern(
    r"(?:['’]s?)?\s{1,2}(?:shares?|stocks?|(?:[a-z]+ )?(?:chief|founder|co-founder|insider)s?|"
    r"arm|division|operations|stockholders|shareholders|investors|board|chief|ceo|cfo|customers|employees|staff|"
    r"executives?|management|headquarters|founders?|chairman|chairwoman|president|spokes\w+|analysts?|economists?|"
    r"strategists?|engineers|earnings|acquisition|ambitions|announcement|bid|board|competitors|deal|decision|efforts|"
    r"guidance|leadership|offer|plans?|purchase|push|results|rivals|statement|strategy|takeover|"
    r"profits?|workers|workforce|stores|subsidiary|unit|officials|lawyers)\b"
    r"|(?: also| has| had| have| will| recently| already| itself| now| officially| first)? (?:said|says|told|"
    r"acquired?|acquiring|agreed|announced|bought|buys|buy|declined|employs|estimates|expects|forecasts|hired|hopes|"
    r"intends|invested|launched|makes|offers|opened|operates|owns|paid|partnered|plans|posted|raised|refused|"
    r"reported|sells|sold|spent|spun|sued|unveiled|upgraded|downgraded|wants|warned)\b"
    r"|, (?:which|whose) (?:has|owns|is|makes|sells|said|operates|employs|shares|stock)\b",
    re.IGNORECASE,
)
"""What bodies have and do, right behind their names."""
_CALLED = pattern(
    r"\b(?:shares (?:of|in)|board of|customers of|users of|investors in|stake in|acquire|acquired|acquisition of|"
    r"buyout of|takeover of|merger with|parent of|owner "
    r"of|owned by|subsidiary of|division of|unit of|arm of|C[EF]O of|chief executive of|head of|analysts? (?:at|with|"
    r"from)|strategists? at|economists? at|rivals?|competitors?|rivals like|competitors like|companies like|works? "
    r"(?:at|for)|working (?:at|for)|worked (?:at|for)|employees (?:at|of)|according to|a report from|deal with|"
    r"(?:attorney|banker|broker|dealer|dealing|director|lawyer|manager|partner|president|trader|trading)s? (?:at|with)|"
    r"partnership with|supplier to|sued|unlike|versus|"
    r"(?:acquired|bought|developed|founded|led|made|operated|owned|run|sold) by|"
    r"(?:companies|firms|giants|rivals|players|names|brands|makers|retailers|banks|carriers|sites) (?:such as|like)) \Z"
)
"""What leads to the name of a body."""
_DETERMINED = pattern(r"(?:\b(?:the|an?|this|that|these|each|every|your|its|their|our|his|her|new|latest)|['’]s?) \Z")
_COUNTED = pattern(
    r"[ -]?\d|s?['’]? (?:device|model|app|platform|drug|phone|tablet|car|truck|"
    r"brand|product|chip|console)s?\b"
)
_OWNED = pattern(r"(?:\b(?:its|their|our)|['’]s?) \Z")
_SEGMENT = pattern(r" (?:segment|division|business|operations|brand)s?\b")
_INSIDE = pattern(r"\b(?:in|near|outside|across|throughout|around|from|downtown|to) (?:the )?\Z", re.IGNORECASE)
_HELD = pattern(
    r"\b(?:stake|shares?|interest|invest\w*|stock|position|holding\w*|faith|confidence|belie\w+) in \Z"
    r"|\b(?:bought|loan|offer|order|purchased|statement|warning) from \Z",
    re.IGNORECASE,
)
_ANALYSTS_BEHIND = pattern(
    r"['’]?s? (?:(?:senior|chief|market|equity|industry|media|research) )?(?:analysts?|strategists?|economists?)\b"
)
_ANALYSTS_BEFORE = pattern(
    r"\b(?:analysts?|strategists?|economists?) (?:at|with|from|for|of) (?:the )?\Z", re.IGNORECASE
)
_RATES = pattern(
    r"(?: (?:has|have))? (?:cut|downgraded|initiated|kept|lifted|lowered|maintained|raised|reiterated|started|trimmed|"
    r"upgraded|upped)\s[^.;]{0,60}?\b(?:(?:price )?targets?|target price|price objective|ratings?|recommendation|"
    r"coverage)\b"
)
"""What houses do whose business is research: "Tarn Securities cut its price target"."""
_BEFORE_ANALYSTS = ("analyst ", "Analyst ", "'s ", "’s ", "' ", "’ ")
"""What stands before the name of an analyst who does so."""
_FOLLOWED_AT = pattern(r"\bwho (?:covers?|follows?|tracks?) [^.;]{2,70} (?:at|for) \Z")
"""An analyst without the word leads to his house: "who follows steel at Tarn Insight"."""
_TOLD = pattern(
    r"\b(?:told|(?:interview|conversation) (?:with|to)|(?:comments?|e-?mail|remarks|statement) to|(?:obtained|reported|"
    r"reviewed|seen) (?:first )?by) (?:the )?\Z"
)
"""What leads to the name of an outlet: "told Harbour Wire", "a note seen by Harbour Wire"."""
_UNION_BEFORE = pattern(r"\b(?:trade union|union|trade group|industry group|lobby group|industry body|charity) \Z")
_WORKS_AT = pattern(r"(?:,| (?:at|from|of|with)) (?:the )?[A-Z]")
_OWNS = pattern(
    r"(?:['’]s)? (?:shares|stock|board|chief|CEO|shareholders|customers)\b|['’]s (?:profit|revenue|earnings)\b"
)
"""Whose analysts are heard, and which of those is a company of the story itself."""
_CENTRAL = phrase_set("central bank, monetary authority, reserve bank")
_TOWNS = word_set("borough city county town")
"""What a municipality is called before its name, as one that sues, buys and borrows: "the City of Calder"."""
_EDITIONS = word_set("daily evening morning sunday weekly")
_TITLES = word_set("argus courier echo examiner inquirer mercury sentinel standard star")
"""Titles of newspapers that other companies bear too, where an edition's time does not stand before them."""
_CENTRAL_BANKS = word_set(
    "canada england finland france greece indonesia israel italy japan korea mexico russia spain thailand"
)
_LOOKED_AT = 8
"""Mentions whose surroundings are read."""
_BEFORE = 36
_FUND_BEFORE = pattern(
    r"\b(?:hedge fund|private equity (?:firm|group)|buyout firm|venture firm|pension fund|wealth fund) \Z"
)
_RESEARCH_BEFORE = pattern(
    r"\b(?:research (?:firm|company|house)|ratings? (?:agency|firm)|consultancy|consulting firm|think tank|"
    r"data provider|market researcher|"
    r"intelligence firm|analytics (?:firm|company)) \Z",
    re.IGNORECASE,
)
_MEDIA_BEFORE = pattern(
    r"\b(?:newspaper|magazine|broadcaster|news (?:agency|site|website)|website|blog|news outlet) \Z"
)

_UNION_ENDS = ("body ", "charity ", "group ", "union ")
_FUND_ENDS = ("firm ", "fund ", "group ")
_RESEARCH_ENDS = ("agency ", "company ", "consultancy ", "firm ", "house ", "provider ", "researcher ", "tank ")
_MEDIA_ENDS_BEFORE = ("agency ", "blog ", "broadcaster ", "magazine ", "newspaper ", "outlet ", "site ", "website ")
_NOUN_ENDS = (*_UNION_ENDS, *_FUND_ENDS, *_RESEARCH_ENDS, *_MEDIA_ENDS_BEFORE)
_INSIDE_ENDS = ("across ", "around ", "from ", "in ", "near ", "outside ", "the ", "throughout ", "to ", "town ")
_TOLD_ENDS = ("by ", "the ", "to ", "told ", "with ")
_FOLLOWED_ENDS = ("at ", "for ")
_BEFORE_STAFF = " '’s"
"""What is between a name and its analysts, at first."""
_ANALYSTS_ENDS = ("at ", "for ", "from ", "of ", "the ", "with ")
_CALLED_ENDS = (
    "acquire ",
    "acquired ",
    "as ",
    "at ",
    "by ",
    "competitor ",
    "competitors ",
    "for ",
    "from ",
    "in ",
    "like ",
    "of ",
    "rival ",
    "rivals ",
    "sued ",
    "to ",
    "unlike ",
    "versus ",
    "with ",
)
_DETERMINED_ENDS = (
    "' ",
    "'s ",
    "a ",
    "an ",
    "each ",
    "every ",
    "her ",
    "his ",
    "its ",
    "latest ",
    "new ",
    "our ",
    "that ",
    "the ",
    "their ",
    "these ",
    "this ",
    "your ",
    "’ ",
    "’s ",
)
"""What the patterns above end in: looked at first, since most names have other words before them."""


def kind_of(name: str, places: Sequence[int], reading: Reading, *, listed: bool = False) -> str:
    """The party's kind; "other" where neither its name nor its mentions tell. `listed`: it has a ticker."""
    words = [word.strip(".,()").lower() for word in strip_suffix(name).split()] or [name.lower()]
    own = name_kind(name)
    legal = has_legal_form(name)
    if "rating" in words:
        return "research_firm"
    if not legal and (
        (own == "government" and not _is_council(words) and not _is_no_body(words))
        or (len(words) == 1 and name.isupper() and words[0] in _PUBLIC_ACRONYMS)
    ):
        return "government"
    if not listed and not legal and reading.directory.is_person(name):
        if own != "person" and any(_invests(at, reading) for at in places[:8]):
            return "fund"
        return "person"
    if not legal and _is_council(words):
        # A town's council needs no article, an association does.
        return "government" if len(words) == 2 and not _has_article(places, reading) else "group"
    if not legal and (_is_group(words) or (len(words) > 1 and words[-1] in _MEMBERS) or name.endswith(" family")):
        return "group"
    if words[-1] in RESEARCH_WORDS or RESEARCH_WORDS & set(words[1:]):
        return "research_firm"
    if not legal and ((len(words) > 1 and words[-1] in _MEDIA_ENDS) or (len(words) == 1 and words[0] in _MEDIA_ALONE)):
        return "media"
    if _is_fund(words, firm=listed or legal):
        return "fund"
    if not legal and " ".join(words[-2:]) in _CENTRAL:
        return "government"
    if not legal and len(words) > 2 and words[1] == "of" and words[0] in _TOWNS:
        return "government"
    if not legal and len(words) > 1 and words[0] in _EDITIONS and words[-1] in _TITLES:
        return "media"
    if not legal and len(words) == 3 and words[:2] == ["bank", "of"] and words[2] in _CENTRAL_BANKS:
        return "government"
    text = reading.text
    spans = [(text[max(0, at - _BEFORE) : at], reading.end_of(at)) for at in places[:_LOOKED_AT]]
    led = [before for before, _ in spans if before.lower().endswith(_NOUN_ENDS)]
    if led and (told := _by_noun_before(led)) is not None:
        return told
    beside = kind_beside(places, reading)
    if beside is not None and not (listed and beside == "fund"):
        return beside
    if listed or legal:
        return "company"
    if words[-1] in _NEITHER and len(words) > 1:
        return "other"
    if _does_research(spans, places, text):
        return "research_firm"
    if words[-1] == "capital" and len(words) > 1:
        return "fund"
    if own == "company":
        return "company"
    spoken = reading.speaker_kinds.get(name, set())
    if spoken & {"analyst", "executive"} and 1 < len(name.split()) < 5:
        return "person"
    if (
        own == "other"
        and reading.directory.can_be_person(name)
        and not reading.directory.is_body(name)
        and not any(word.isupper() and len(word) > 1 for word in name.split())
        and lives(places, reading)
    ):
        return "person"
    if "company" in spoken:
        return "company"
    if spoken and reading.directory.can_be_person(name) and any(_WORKS_AT.match(text, end) for _, end in spans):
        return "person"
    if (
        own == "other"
        and not spoken
        and any(before.endswith(_TOLD_ENDS) and _TOLD.search(before) for before, _ in spans)
        and not _acts(places, reading)
    ):
        return "media" if not reading.directory.can_be_person(name) else "other"
    return "company" if _acts(places, reading) else "other"


def _does_research(spans: Sequence[tuple[str, int]], places: Sequence[int], text: str) -> bool:
    """Whether mentions, each by the words before it and its end, show a house that rates others or has analysts."""
    heard = False
    for (before, end), at in zip(spans, places, strict=False):
        behind = text[end : end + 1]
        if behind == " " and _RATES.match(text, end) and not before.endswith(_BEFORE_ANALYSTS):
            return True
        if before.endswith(_FOLLOWED_ENDS) and _FOLLOWED_AT.search(text, max(0, at - _FAR), at):
            return True
        heard = (
            heard
            or (behind in _BEFORE_STAFF and _ANALYSTS_BEHIND.match(text, end) is not None)
            or (before.lower().endswith(_ANALYSTS_ENDS) and _ANALYSTS_BEFORE.search(before) is not None)
        )
    return heard and not any(_OWNS.match(text, end) for _, end in spans)


def _by_noun_before(led: Sequence[str]) -> str | None:
    """The kind that a noun right before a mention tells: "the hedge fund Tarn Row"."""
    if any(before.endswith(_UNION_ENDS) and _UNION_BEFORE.search(before) for before in led):
        return "group"
    if any(before.endswith(_FUND_ENDS) and _FUND_BEFORE.search(before) for before in led):
        return "fund"
    if any(before.lower().endswith(_RESEARCH_ENDS) and _RESEARCH_BEFORE.search(before) for before in led):
        return "research_firm"
    if any(before.endswith(_MEDIA_ENDS_BEFORE) and _MEDIA_BEFORE.search(before) for before in led):
        return "media"
    return None


_FAR = 110
_MEMBERS = word_set("""
    autoworkers drivers employees engineers machinists miners nurses pilots steelworkers teachers teamsters trades
    workers
""")
"""Ends of the names of unions, by whom they stand for."""
_NEITHER = word_set("exchange university")
"""Ends of the names of bodies that trade in nothing."""
_FUND_ENDS_NAMES = phrase_set("""
    capital, capital management, capital partners, equity partners, growth partners, investment partners, pension,
    pensions, superannuation, venture partners, ventures
""")
"""Ends of the names of those who invest other people's money, a legal form behind them or not."""
_FUNDS = word_set("endowment fund funds superannuation")
_SERVICES = word_set("customs forest health marshals park postal revenue secret weather")
"""Services that a state has; others deliver parcels."""
_HOUSES = word_set("commons lords representatives")


_APPOSED = pattern(
    r",\s(?:an?|the)\s(?:[\w’'&-]+\s){0,2}?"
    rf"(?:{alternatives(KINDS_OF_COMPANY - {'network', 'platform', 'unit'})})\b(?!['’])",
    re.IGNORECASE,
)
"""What shows a company in apposition: "Tarn, the supplier backed by"."""
_INVESTS = pattern(r"\b(?:private[\s-]equity|venture(?:[\s-]capital)?)\sinvestor\s\Z", re.IGNORECASE)


def _invests(at: int, reading: Reading) -> bool:
    """Whether a name is called a private-equity investor, which is a firm where it is no plain person's name."""
    before = reading.text[max(0, at - _BEFORE) : at]
    return before.endswith("nvestor ") and _INVESTS.search(before) is not None


def _is_fund(words: Sequence[str], *, firm: bool) -> bool:
    if not _FUNDS.isdisjoint(words):
        return True
    two = " ".join(words[-2:])
    if len(words) > 2 and two in _FUND_ENDS_NAMES:
        return True
    return len(words) > 1 and words[-1] in _FUND_ENDS_NAMES and (words[-1] != "capital" or firm)


def _is_no_body(words: Sequence[str]) -> bool:
    """Whether a public body's noun in the name is none: a carrier's "parcel service", a film's "house of"."""
    if words[-1] in ("service", "services"):
        return _SERVICES.isdisjoint(words)
    return list(words[:2]) == ["house", "of"] and _HOUSES.isdisjoint(words)


def _has_article(places: Sequence[int], reading: Reading) -> bool:
    return any(reading.text[max(0, at - 4) : at].lower() == "the " for at in places)


def _is_council(words: Sequence[str]) -> bool:
    return (
        len(words) > 1 and words[-1] == "council" and words[-2] not in ("city", "county", "privy", "security", "state")
    )


def _is_group(words: Sequence[str]) -> bool:
    if len(words) < 2 or GROUP_WORDS.isdisjoint(words):
        return False
    return any(
        word in GROUP_WORDS and (at == len(words) - 1 or words[at + 1] in _GROUPS_BEHIND)
        for at, word in enumerate(words)
    )


def _acts(places: Sequence[int], reading: Reading) -> bool:
    """Whether a mention shows a body: by what it does or has, by a noun before it, by who works there."""
    text = reading.text
    for at in places[:12]:
        end = reading.end_of(at)
        if _ACTS.match(text, end) or (text.startswith(", ", end) and _APPOSED.match(text, end)):
            return True
        before = text[max(0, at - _BEFORE) : at]
        if (
            (before.endswith(_CALLED_ENDS) and _CALLED.search(before))
            or _is_kind(before)
            or _is_listed(at, end, reading)
        ):
            return True
    return False


def _is_listed(at: int, end: int, reading: Reading) -> bool:
    """Whether the name stands in one list with a company's: "Orvane, Lune and Lund Corp"."""
    text = reading.text
    joint = _JOINT.match(text, end) if text[end : end + 1] in _BETWEEN else None
    after = reading.name_at(joint.end()) if joint else None
    if after is not None and name_kind(after.text) == "company":
        return True
    back = _JOINT_BEFORE.search(text, max(0, at - 6), at) if text.endswith(_JOINT_ENDS, 0, at) else None
    ahead = reading.name_over(back.start() - 1) if back else None
    return ahead is not None and name_kind(ahead.text) == "company"


_BETWEEN = ", "
_JOINT_ENDS = (", ", " and ")
_JOINT = pattern(r",? and |, ")
_JOINT_BEFORE = pattern(r"(?:,? and |, )\Z")


def _is_kind(before: str) -> bool:
    """Whether the word right before a name says that it is a company: "the retailer Orvane"."""
    last = before.split()[-1:]
    return before[-1:].isspace() and bool(last) and last[0].lower() in COMPANY_NOUNS


def is_product(name: str, places: Sequence[int], reading: Reading) -> bool:
    """Whether most mentions stand behind an article or a possessive, or before a model's number: "the Lune 8"."""
    shown = sum(
        bool(
            (
                reading.text.endswith(_DETERMINED_ENDS, max(0, at - _BEFORE), at)
                and _DETERMINED.search(reading.text, max(0, at - _BEFORE), at)
            )
            or _COUNTED.match(reading.text, reading.end_of(at))
        )
        for at in places
    )
    if shown * 2 < len(places):
        return False
    if name_kind(name) != "company":
        return True
    return sum(
        bool(_OWNED.search(reading.text, max(0, at - _BEFORE), at) or _SEGMENT.match(reading.text, reading.end_of(at)))
        for at in places
    ) * 2 >= len(places)


def is_region(name: str, places: Sequence[int], reading: Reading) -> bool:
    """Whether the name stands only behind "in", "near" and the like, and is nobody's one holds a stake in."""
    return name_kind(name) == "other" and all(
        reading.text[max(0, at - _BEFORE) : at].lower().endswith(_INSIDE_ENDS)
        and _INSIDE.search(reading.text, max(0, at - _BEFORE), at)
        and not _HELD.search(reading.text, max(0, at - _BEFORE), at)
        for at in places
    )
