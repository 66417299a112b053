"""Words of the article that bear out what kind a party or a speaker is, beside the name itself and its neighbours.

The kind comes from a model; that a second, independent sign of the article says the same proves it. So a sign needs to
fit the kind that is claimed, not to decide between all kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from summarizer.records import Party
from summarizer.text.name_words import BODY_WORDS, COMPANY_WORDS, GROUP_WORDS, LEGAL_FORMS
from summarizer.text.names import name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.speech_words import BODY_NOUNS, JOB_HEADS, MEDIA_WORDS, ORGANISATION_NOUNS, RESEARCH_WORDS
from summarizer.verifier.case import Case
from summarizer.verifier.index import Index
from summarizer.verifier.outlets import outlet

_OCCURRENCES = 24
"""Mentions of a name whose neighbours are read."""
REACH = 80
"""Characters before a mention that are read."""
OF_WHAT = pattern(r"\s(?:at|behind|by|for|from|in|of|on|that|to|which|who|with)\s|[,;(]")
_WORD = pattern(r"[^\W\d_][\w’'-]*")

_COMPANIES = (ORGANISATION_NOUNS | BODY_NOUNS) - word_set(
    "agency association charity club consortium family foundation fund lab office owner party platform rival union"
) | word_set("""
    auditor bookmaker brewery broker canner canneries chipmaker co-op co-operative cooperative drugmaker foundry grocer
    hotelier housebuilder jeweller joint-venture marketer miller mill miner parent pharmacy plant processor
    restaurateur retailer shipbuilder shipyard smelter specialist start-up startup subsidiary underwriter venture yard
""")
"""Nouns that end what a company is called: "Portuguese canner"."""
_DOES_BUSINESS = pattern(
    r"(?:assembles|brews|builds|develops|distils|grows|imports|leases|lends|makes|manages|mines|operates|owns|processes"
    r"|produces|provides|publishes|rents|runs|sells|supplies)\s"
)
"""How words begin that describe a business by what it does."""
_PERSONS = word_set("""
    accountant actor adviser administrator analyst architect attorney author baker barrister billionaire campaigner
    cfo ceo chairman chairwoman chair chairperson chief clerk co-founder cofounder columnist commissioner consultant coo
    coroner correspondent councillor councilman councilwoman cto curator director economist editor electrician engineer
    entrepreneur executive farmer financier fisherman founder foreman forewoman governor grower guide head heir
    historian inspector investor janitor journalist judge justice lawyer leader lecturer librarian liquidator magistrate
    manager mayor mechanic minister negotiator nurse officer organiser organizer pharmacist photographer pilot planner
    plumber president professor prosecutor receiver reporter representative researcher resident scientist secretary
    senator shopkeeper solicitor spokesman spokesperson spokeswoman steward strategist superintendent teacher
    technician trader treasurer trustee weaver welder widow widower winemaker worker
""")
"""Nouns that end what one person is called."""
_TITLES = pattern(
    r"\b(?:[Aa]nalyst|[Cc]hairm[ae]n|[Cc]hief\s[Ee]xecutive|[Cc]ommissioner|[Cc]ouncillor|[Ee]conomist|[Ff]ounder"
    r"|[Jj]udge|[Jj]ustice|[Mm]ayor|[Mm]inister|[Pp]rofessor|[Ss]enator|[Ss]ecretary|[Ss]pokes(?:man|woman|person))\s\Z"
)
_CREDIT = pattern(
    r"(?:^|[|\n(;]|\s[–—-]\s)[ \t]*(?:(?:additional\s|reporting\sand\s|words\sand\s)?"
    r"(?:by|compiled\sby|edited\sby|editing\sby|interview\sby|interviewed\sby|photographs?\sby|pictures?\sby|posted\sby|reporting\sby|story\sby|words(?:\sby|:)|"
    r"writing\sby|written\sby)|(?:[\w ]{0,24}\b)?contacts?:)\s"
    r"(?:[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,4}(?:\sin\s[A-Z][\w.’' -]*?)?(?:,\s|\sand\s|\s&\s|,\sand\s)){0,4}\Z",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands before whoever wrote the article, took its pictures or is to be called."""
_OF_A_HOUSE = pattern(r"\s(?:of|at|from|with)\s(?:the\s|consultants?\s)?(?:[a-z][\w-]*\s){0,3}")
_THINKS = pattern(
    r"(?:,[^,.;]{0,80},)?\s(?:also\s|now\s|still\s|was\s|is\s|has\s|had\s|have\s)?(?:adds?|added|argue[sd]?|believe[sd]?|bets?|calculate[sd]?"
    r"|call(?:s|ed)|cautious|cautione?[sd]|cooler|crunch\w*|been|disagree[sd]?|disputes?|disputed|doubt(?:s|ed)?|estimate[sd]?|expect(?:s|ed)"
    r"|figure[sd]|forecasts?|gives|gave|keeps|kept|less\ssure|more\s\w+|nods|note[sd]|predict(?:s|ed)|puts?|rate[sd]|reckon(?:s|ed)|remains"
    r"|said|saw|says|sceptical|sees|shrug(?:s|ged)|skeptical|suspect(?:s|ed)|tells|thinks|thought|told|unconvinced|warn(?:s|ed)"
    r"|wonder(?:s|ed)|worries|worried|writes|wrote)\b"
)
"""What behind "NAME of HOUSE" only somebody does who thinks or speaks."""
_PERSONAL = pattern(r"\A(?:,\s(?:who|whose|\d{2},)|\s(?:himself|herself)\b)")
_AS_BODY = pattern(r"\A(?:,\s(?:which\b|whose\s(?:shares|software|staff|stores)\b)|\s\((?:[A-Z]+:\s?)?[A-Z]{2,5}\))")
"""Behind the name of a body, never of a person."""
_IS_PLACED = pattern(r"\b[A-Z][\w-]*-based\s\Z")
_TRADED_LINE = pattern(r"\s{1,4}[-+−–][ ]?\d+(?:\.\d+)?\s?%")
_BUSINESS_BEFORE = pattern(
    r"\b(?:advised\s(?:\w+\s)?by|(?:agree[sd]?|agreement|deal|offer(?:ed)?|plans?|plan(?:s|ned)|talks|right|option)\sto\s(?:acquire|buy|merge\swith|take\sover)"
    r"|acqui(?:re|red|res|ring|sition\sof)|b(?:uys|uying|ought)|merge[sd]?\swith|merger\swith|takeover\sof|stakes?\sin|shares\s(?:in|of)"
    r"|(?:supplied|made|built|operated|owned|run)\sby|contract\swith|order(?:s|ed)?\sfrom|(?:lawyer|partner|receiver|administrator|accountant"
    r"|auditor|trader|banker|broker|analyst|executive|director|president|officer|chairman|attorney)s?\s(?:at|of|with))"
    r"\s(?:the\s|its\s|their\s)?(?:[A-Z][\w’'-]*[’']s\s|[A-Z][\w-]*-based\s)?(?:[a-z][\w-]*\s){0,3}\Z"
)
"""What before a name shows a business: what is bought, held, ordered from or has such staff."""
_BUSINESS_BEHIND = pattern(
    r"\A(?:[’']s\s(?:shares|stock|profit|revenue|sales|bonds|customers|debt|factory|plant|subsidiary|brand)\b"
    r"|\s(?:shares|stock|bonds)\b|\s(?:is|was|are|were)\s(?:also\s)?advising\b|\s(?:advised|acted\sas)\b"
    r"|,?\s(?:has|had)\s(?:raised|ordered|filed|acquired|merged)\b|\s(?:raised|filed\sfor|ordered|completed\sthe|reported\sa)\b"
    r"|\s(?:rose|fell|climbed|shed|gained|lost|dropped|slipped|jumped|added|was\sup|was\sdown)\s\d)"
)
_DATELINE = pattern(r"[/(]\Z")
_DATELINE_ENDS = pattern(r"\s?[/)]\s*[—–-]")
_LINE_AHEAD = pattern(r"(?:\A|\n)[ \t]*(?:the\s)?\Z", re.IGNORECASE)
_MASTHEAD_ENDS = pattern(
    r"[ \t]*(?:\n|\Z|[|–—:-]\s?[^\n.]{0,40}(?:\n|\Z)"
    r"|(?:\s(?:staff|blog|desk))?[ \t]*[,|–—-]?[ \t]*(?=[^\n]{0,40}\b(?:19|20)\d\d\b)[^\n.]{0,60}(?:\n|\Z))",
    re.IGNORECASE,
)
"""Behind a paper's name in a line that has nothing else but a section, or a date."""
_TOP_LINES = 4
GOVERNS = word_set("""
    administration agency authority authorities body council court customs department government inspectorate ministry
    municipality parliament police prosecutor prosecutors regulator regulators state superintendent supervisor tribunal
    watchdog
""")
_PUBLIC_BEHIND = pattern(
    r"\A,\s(?:the|its|a)\s(?:[\w-]+\s){0,3}(?:supervisor|regulator|watchdog|ministry|authority|government\s\w+)\b"
)
CENTRAL_BANK = pattern(
    r"(?:the\s)?(?:bank\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?|(?:central|reserve|national)\sbank(?:\sof\s[A-Z]\w+)?)",
    re.IGNORECASE,
)
_FUND_NOUNS = pattern(
    r"\b(?:buy-?out|private[\s-]equity|venture[\s-]capital|hedge\sfund|pension|sovereign|investment\s(?:firm|fund|trust|vehicle)"
    r"|family\soffice|funds?|investor)\b",
    re.IGNORECASE,
)
_FUND_ENDS = word_set("capital equity fund funds investors partners pension ventures")
_RESEARCH = pattern(
    r"\b(?:research|rating|ratings|credit\srating|consultan(?:cy|ts?)|brokers?|brokerage|analytics|data|forecaster|think[\s-]tank|pollster|polling)\b",
    re.IGNORECASE,
)
_PRESS = pattern(
    r"\b(?:blog|broadcaster|daily|magazine|newsletter|newspaper|news\s(?:agency|site|website|wire)|paper|podcast|weekly|wire)\b",
    re.IGNORECASE,
)
_PRESS_NAMES = MEDIA_WORDS | word_set("courier examiner inquirer ledger news newspapers packet radio tidings tv weekly")
_GROUP_ENDS = GROUP_WORDS | word_set("""
    activists creditors employees families family farmers federation foundation
    groups growers heirs holders investors lenders members owners pensioners residents shareholders
    trustees unions voters workers
""")
_STAFF_OF_RESEARCH = pattern(
    r"\b(?:analysts?|economists?|strategists?)\s(?:at|of|from|with)\s(?:the\s)?(?:[a-z-]+\s){0,2}\Z"
)
HOUSE_OF_RESEARCH = pattern(
    r"\b(?:research|rating|ratings|brokers?|brokerage|consultan(?:cy|ts?)|analytics|advisory)\b[^.;:\n]{0,24}\Z",
    re.IGNORECASE,
)
KINDS_OF_PARTIES = _COMPANIES | _PERSONS | GOVERNS | _GROUP_ENDS | ORGANISATION_NOUNS | BODY_NOUNS | JOB_HEADS
"""Nouns that say what a party is by themselves."""
_HEAD_END = "\"'“”‘’.()"


def shows_party_kind(case: Case, record: Party) -> bool:
    """Whether the article bears out the party's kind by a sign of its own."""
    proof = _PROOFS.get(record.kind)
    return proof is not None and proof(case, record)


def is_what_somebody_is(word: str) -> bool:
    """Whether a single word says what a party is: "utility", "economist", "regulator"."""
    low = word.strip(_HEAD_END).lower()
    return (
        low in KINDS_OF_PARTIES
        or low.removesuffix("s") in KINDS_OF_PARTIES
        or _PRESS.fullmatch(low) is not None
        or _RESEARCH.fullmatch(low) is not None
    )


def _head(description: str | None) -> str:
    """The noun that ends describing words, before what they are of: "owner" of "cafe owner in Leeds"."""
    words = OF_WHAT.split((description or "").strip(), maxsplit=1)[0].split()
    return words[-1].strip(_HEAD_END).lower() if words else ""


def mentions(forms: Sequence[str], index: Index) -> Iterator[tuple[str, int, str]]:
    """Each mention, whether it was read as a name or not: what stands before it, where it begins, what is behind."""
    text = index.text
    for form in forms:
        at = text.find(form) if form.strip() else -1
        for _ in range(_OCCURRENCES):
            if at < 0:
                break
            end = at + len(form)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                yield text[max(0, at - REACH) : at], at, text[end : end + REACH]
            at = text.find(form, end)


def _forms(record: Party) -> tuple[str, ...]:
    return (record.name, *record.aliases)


def is_full_name(name: str) -> bool:
    """Whether it has the form of a person's whole name, with no word of a body's."""
    words = name.replace(".", " ").split()
    low = {word.lower().strip(",") for word in words}
    return (
        1 < len(words) < 6
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and not any(map(str.isdigit, name))
        and low.isdisjoint(LEGAL_FORMS | COMPANY_WORDS | BODY_WORDS | GROUP_WORDS | RESEARCH_WORDS)
    )


def _person(case: Case, record: Party) -> bool:
    if not is_full_name(record.name) or case.index.directory.is_body(record.name):
        return False
    if _head(record.description) in _PERSONS:
        return True
    houses = [name for name in case.parties if name != record.name]
    for before, _, behind in mentions([record.name], case.index):
        if _TITLES.search(before) or _PERSONAL.match(behind) or _CREDIT.search(before):
            return True
        of = _OF_A_HOUSE.match(behind)
        if of is None:
            continue
        house = next((name for name in houses if behind.startswith(name, of.end())), None)
        if house is not None and name_kind(house) != "place" and _THINKS.match(behind[of.end() + len(house) :]):
            return True
    return False


def is_company(case: Case, record: Party) -> bool:
    """Whether the party is described as a business, is bought, held or ordered from, or does what only one does."""
    told = (record.description or "").strip()
    if _head(told) in _COMPANIES or _DOES_BUSINESS.match(told):
        return True
    index = case.index
    if index.directory.is_person(record.name) or outlet(record.name, index) is not None:
        return False
    for before, _, behind in mentions(_forms(record), index):
        if (
            _AS_BODY.match(behind)
            or _IS_PLACED.search(before)
            or _TRADED_LINE.match(behind)
            or _BUSINESS_BEFORE.search(before)
            or _BUSINESS_BEHIND.match(behind)
        ):
            return True
        last = _WORD.findall(before)[-1:]
        if last and last[0].islower() and before.endswith(f"{last[0]} ") and last[0] in _COMPANIES:
            return True
    return False


def _media(case: Case, record: Party) -> bool:
    index = case.index
    if _PRESS.search(record.description or "") or outlet(record.name, index) is not None:
        return True
    if not _PRESS_NAMES.isdisjoint(record.name.lower().split()):
        return True
    top = index.text.split("\n", _TOP_LINES)
    end = sum(len(line) + 1 for line in top[:_TOP_LINES])
    for before, start, behind in mentions(_forms(record), index):
        if start >= end:
            continue
        if _DATELINE.search(before) and _DATELINE_ENDS.match(behind):
            return True
        if _LINE_AHEAD.search(before) and _MASTHEAD_ENDS.match(behind):
            return True
    return False


def _government(case: Case, record: Party) -> bool:
    if _head(record.description) in GOVERNS or CENTRAL_BANK.fullmatch(record.name):
        return True
    words = record.name.lower().split()
    return not GOVERNS.isdisjoint((*words[:1], *words[-1:])) or is_called_public(record.name, case.index)


def is_called_public(name: str, index: Index) -> bool:
    """Whether words behind the name call its bearer a body of the state: ", the supervisor,"."""
    return any(_PUBLIC_BEHIND.match(behind) for _, _, behind in mentions([name], index))


def _fund(case: Case, record: Party) -> bool:
    told = record.description or ""
    last = record.name.lower().split()[-1:]
    if _FUND_NOUNS.search(told) or "family office" in record.name.lower() or not _FUND_ENDS.isdisjoint(last):
        return True
    return any(_FUND_NOUNS.search(before[-24:]) for before, _, _ in mentions(_forms(record), case.index))


def _research(case: Case, record: Party) -> bool:
    low = set(record.name.lower().replace("&", " ").split())
    if _RESEARCH.search(record.description or "") or not low.isdisjoint(RESEARCH_WORDS | {"data"}):
        return True
    return any(
        _STAFF_OF_RESEARCH.search(before) or HOUSE_OF_RESEARCH.search(before[-24:])
        for before, _, _ in mentions(_forms(record), case.index)
    )


def _group(case: Case, record: Party) -> bool:
    del case
    return _head(record.name) in _GROUP_ENDS or _head(record.description) in _GROUP_ENDS


_PROOFS: Mapping[str, Callable[[Case, Party], bool]] = {
    "person": _person,
    "company": is_company,
    "media": _media,
    "government": _government,
    "fund": _fund,
    "research_firm": _research,
    "group": _group,
}
