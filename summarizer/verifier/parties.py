"""Parties: their aliases, their ticker, the words that describe them, and what kind of body they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from summarizer.records import Party
from summarizer.text.folding import folded
from summarizer.text.name_words import BODY_WORDS, NATIONALITIES, PLACES
from summarizer.text.names import NameSpan, name_kind
from summarizer.text.patterns import pattern
from summarizer.text.phrases import word_set
from summarizer.text.slips import plain_words
from summarizer.text.speech_content import DATELINE
from summarizer.text.speech_words import ORGANISATION_NOUNS
from summarizer.verdicts import Finding
from summarizer.verifier.case import Case
from summarizer.verifier.described import (
    describes_firm,
    lies_ahead,
    of_another_sort,
    stands_in_parentheses,
    tells_what_it_is,
)
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Index, Place, refers
from summarizer.verifier.job_letters import same_job
from summarizer.verifier.jobs import is_said_by_pronoun
from summarizer.verifier.kind_proofs import is_what_somebody_is, shows_party_kind
from summarizer.verifier.lent_aliases import begins_a_firm, is_only_a_place
from summarizer.verifier.locate import locate
from summarizer.verifier.names import akin, said_elsewhere_of, said_of_another, same, stands, unnamed
from summarizer.verifier.notes import Held, Note, Settled, find
from summarizer.verifier.reach import stands_for, within_reach
from summarizer.verifier.unnamed_groups import is_of_several
from summarizer.verifier.wording import words

# Words that stand beside a name and tell of what kind its bearer is.
_KIND_WORDS = {
    "company": word_set("""
        airline automaker bank brand business carmaker chipmaker company conglomerate contractor corporation
        developer drugmaker employees firm giant insurer lender maker manufacturer operator owner producer provider
        retailer rival rivals seller servers shareholders shares startup stock store stores subsidiary supplier unit
        utility vendor
    """),
    "person": word_set("""
        adviser analyst analysts attorney billionaire chair chairman chairwoman chief co-founder cofounder director
        economist entrepreneur executive founder he head her his investor manager mr mrs ms officer partner
        president she spokesman spokesperson spokeswoman strategist who ceo cfo coo cto
    """),
    "government": word_set("""
        agency authorities authority city commission council country court department government ministry nation
        police province regulator regulators senate state treasury
    """),
    "fund": word_set("equity fund funds hedge investor investors pension private sovereign venture wealth"),
    "research_firm": word_set("analysts analytics consultancy consultants intelligence market report research"),
    "media": word_set("broadcaster magazine media network news newspaper publisher reported reports website"),
    "group": word_set("alliance association coalition consortium group investors lobby members union"),
}
_PERSONAL_JOBS = word_set("""
    analyst attorney ceo cfo chairman chairwoman chairperson chief cio cmo coo cto director economist executive governor
    manager minister officer president secretary senator spokesman spokesperson spokeswoman strategist treasurer
""")
"""Jobs that only a person holds."""
_PRIVATE_TOO = word_set(
    "association bank board council credit exchange institute rating ratings savings society trust union"
)
"""Words of public bodies' names that companies bear too."""
_PUBLIC = word_set("export federal national port postal public state")
_DEFINITE = word_set("the its their his her this that who whose which")
_PRONOUNS = word_set("he she it they")
_AROUND = 300
"""Characters around describing words in which a name counts that was read as none."""
_FOLLOWING = 2
"""Sentences behind describing words in which their bearer may be named."""
_NEAR = 4
"""Words on either side of a name among which such a word is looked for."""
_WINDOW = 128
"""Characters on either side in which these words stand."""
_WORD = pattern(r"[^\W_]+")
_OCCURRENCES = 24
"""Occurrences of a name whose neighbours are read."""


def _party(case: Case) -> Party:
    assert isinstance(case.record, Party)  # noqa: S101
    return case.record


def check_aliases(case: Case) -> Iterator[Note]:
    """Each alias must stand in the article and be the party's own: a form of the name, or one that the text states."""
    record, index = _party(case), case.index
    for at, alias in enumerate(record.aliases):
        path = f"aliases[{at}]"
        located = locate(alias, case.cited, name=True)
        if located is None:
            if same(alias, record.name, index) and set(plain_words(alias)) <= set(plain_words(record.name)):
                yield _unproven(path, alias, record, index)
            else:
                yield unnamed(path, alias, case.cited)
            continue
        yield Held(path, located.places, cites=False)
        if _begins(alias, record.name):
            continue
        if _is_lent(alias, record, index):
            yield _unproven(path, alias, record, index, located.places[0])
            continue
        if same(alias, record.name, index) or any(
            same(alias, other, index) and same(other, record.name, index) for other in record.aliases if other != alias
        ):
            rival = _other_bearer(case, alias)
            if rival is None:
                continue
        else:
            rival = _other_bearer(case, alias)
        if rival is not None:
            yield find(
                Code.ALIAS_ALTERED,
                path,
                f"{quoted(alias)} is a name of {quoted(rival)}, not of {quoted(record.name)}.",
                said=alias,
                article=index.article,
                place=located.places[0],
            )
        elif any(character.isupper() for character in alias):
            yield _unproven(path, alias, record, index, located.places[0])


def _begins(alias: str, name: str) -> bool:
    """Whether a name begins with the alias, possessive and all: "Stockman's" of "Stockman's Supply"."""
    return alias.endswith(("'s", "’s")) and folded(name).startswith(f"{folded(alias)} ")


def _is_lent(alias: str, record: Party, index: Index) -> bool:
    """Whether the alias is one of the party's own words and yet as much a place's, or a firm's beside a person."""
    if not same(alias, record.name, index):
        return False
    if record.kind == "person":
        return begins_a_firm(alias, record.name, index) is not None
    return is_only_a_place(alias, record.name, index)


def _unproven(path: str, alias: str, record: Party, index: Index, place: Place | None = None) -> Note:
    return find(
        Code.ALIAS_UNPROVEN,
        path,
        f"The article does not show that {quoted(alias)} is {quoted(record.name)}.",
        said=alias,
        article=index.article,
        place=place,
    )


def _other_bearer(case: Case, alias: str) -> str | None:
    """Another name of the extraction or the article that the alias fits, while it does not fit the party's own."""
    record, index = _party(case), case.index
    if same(alias, record.name, index):
        return None
    for other in (*case.parties, *(name.text for name in index.distinct_names.values())):
        if other != alias and refers(alias, other) and not same(other, record.name, index):
            return other
    return next((other for other in case.parties if other == alias and not same(other, record.name, index)), None)


def check_ticker(case: Case) -> Iterator[Note]:
    """The ticker must be given to this party and not to another."""
    record, index = _party(case), case.index
    places = case.places.get("ticker")
    if record.ticker is None or not places:
        return
    symbol = record.ticker.rsplit(":", 1)[-1].strip(" ()").upper()
    owners = [name for name, alias in index.aliases if alias.upper() == symbol]
    forms = [record.name, *record.aliases]
    if owners:
        wrong = not any(same(form, owner, index) for form in forms for owner in owners)
    else:
        # A line of tickers alone says nothing against it; one that names somebody else does.
        numbers = index.sentences_of(places[0])
        named = [name for number in numbers for name in index.names_of(number)]
        wrong = not stands(forms, numbers, index) and any(
            name.end <= places[0][0] or name.start >= places[0][1] for name in named
        )
    if wrong:
        whose = f" It gives it to {quoted(owners[0])}." if owners else ""
        yield find(
            Code.TICKER_ALTERED,
            "ticker",
            f"The article does not give the ticker {quoted(record.ticker)} to {quoted(record.name)}.{whose}",
            said=record.ticker,
            article=index.article,
            place=places[0],
        )
    elif ":" not in record.ticker and not _is_listed(symbol, forms, places, index):
        yield find(
            Code.JUDGEMENT_UNPROVEN,
            "ticker",
            f"{quoted(record.ticker)} may be a ticker or only a short name: no shares are spoken of.",
            said=record.ticker,
            article=index.article,
            place=places[0],
        )


_EXCHANGE_BEFORE = pattern(r"(?:[A-Za-z]{2,20}\s?:\s?|\$|\b(?:symbol|ticker)\W{1,3})\Z")
_SHARES = word_set("equity exchange float index listed nasdaq nyse shareholder shareholders share shares stock traded")
_MARKET_BEHIND = pattern(r"(?:\.[A-Z]{1,3}|[: ][A-Z]{2}|-[A-Z]{1,6})?[;,)\]>]|\s[+−–-]?\d")


def _is_listed(symbol: str, forms: Sequence[str], places: Sequence[Place], index: Index) -> bool:
    """Whether the article shows a bare symbol to be a ticker: an exchange stands before it, or the company's shares are
    spoken of; and it is not a name by which the text goes on to call the company."""
    if any(_EXCHANGE_BEFORE.search(index.text, max(0, place[0] - 24), place[0]) for place in places):
        return True
    for found in re.finditer(rf"(?<![\w(<\[$.:]){re.escape(symbol)}\b", index.text):
        if not _MARKET_BEHIND.match(index.text, found.end()):
            return False
    numbers = {
        number
        for form in forms
        for name in index.occurrences_of(form)[:_OCCURRENCES]
        for number in index.sentences_of((name.start, name.end))
    }
    return any(not _SHARES.isdisjoint(word.low for word in index.words(number)) for number in numbers)


_PART_OF = pattern(
    r"\b(?:(?:one|two|three|four|five|some|many|several|most|each)\sof|among)\s(?:the\s)?\Z", re.IGNORECASE
)
"""Before words for several: "two of the county's oldest banks"."""


def check_description(case: Case) -> Iterator[Note]:
    """The describing words must not be those of somebody named right beside them."""
    record, index = _party(case), case.index
    places = case.places.get("description")
    if record.description is None or not places:
        return
    forms = [record.name, *record.aliases]
    whole = places[0][0], places[-1][1]
    if any(form in record.description for form in forms):
        return
    told = record.description.split()
    if record.description.islower() and len(told) == 1 and not is_what_somebody_is(told[0]):
        yield _open_description(
            case, f"{quoted(record.description)} alone says nothing of what {quoted(record.name)} is.", places[0]
        )
        return
    if (part := _PART_OF.search(index.text, max(0, places[0][0] - 24), places[0][0])) is not None:
        yield _open_description(
            case,
            f"{quoted(record.description)} are several, of which {quoted(record.name)} is one.",
            (part.start(), places[-1][1]),
        )
        return
    if _is_among(forms, places[-1][1], index) or _is_called_so(record.description, forms, index):
        return
    name = said_of_another(whole, forms, index)
    told_before = False
    if name is None:
        name = _sentence_of_another(whole, forms, index)
        told_before = name is not None and _named_next(whole, name, forms, index)
    if (
        name is not None
        and name_kind(name.text) != "place"
        and not any(akin(form, name.text, index) for form in forms)
        and not said_elsewhere_of(whole, forms, index)
    ):
        if told_before or _may_be_either(record, name, index) or _may_be_told_of(record, index):
            yield _open_description(
                case,
                f"No cited sentence has {quoted(record.name)} as {quoted(record.description)} outright.",
                places[0],
            )
            return
        yield find(
            Code.DESCRIPTION_ALTERED,
            "description",
            f"The article says {quoted(record.description)} of {quoted(name.text)}, not of {quoted(record.name)}.",
            said=record.description,
            article=index.article,
            place=(min(places[0][0], name.start), max(places[0][1], name.end)),
        )
        return
    other_sort = of_another_sort(record.description, record.kind)
    if not other_sort and said_elsewhere_of(whole, forms, index):
        return
    if not tells_what_it_is(whole, forms, index):
        yield _open_description(
            case, f"{quoted(record.description)} does not stand beside {quoted(record.name)} as what it is.", places[0]
        )
        return
    if (what := _unsure(record, places[0], forms, index)) is not None:
        yield _open_description(
            case,
            f"{quoted(record.description)} {what}: no cited sentence has {quoted(record.name)} so outright.",
            places[0],
        )


def _open_description(case: Case, why: str, place: Place) -> Finding:
    """The finding that describing words are not proven of the party."""
    return find(
        Code.JUDGEMENT_UNPROVEN,
        "description",
        why,
        said=_party(case).description,
        article=case.index.article,
        place=place,
    )


_TOLD = 12
"""Places of the same words that are looked at."""


def _may_be_told_of(record: Party, index: Index) -> bool:
    """Whether the same words stand elsewhere behind "she is now" or the like, which may mean the party, or the party is
    the one whom somebody follows in a job: "She succeeds Jane Roe"."""
    told = islice(re.finditer(rf"\b{re.escape(str(record.description))}\b", index.text), _TOLD)
    return any(is_said_by_pronoun(found.span(), record.name, index) for found in told) or any(
        _SUCCEEDS.search(index.text, max(0, name.start - _TOLD * 4), name.start)
        for name in index.occurrences_of(record.name)[:_TOLD]
    )


_SUCCEEDS = pattern(r"\b(?:replac(?:e|ed|es|ing)|succeed(?:ed|ing|s)?|(?:took|takes|taking)\sover\sfrom)\s\Z")


_INTRODUCES = pattern(r"(?:\b[Aa]n?|\b(?:ACQUIRE|ACQUIRES|BUY|BUYS|SELL|SELLS))\s\Z")
"""Before words for somebody who gets a name later: "an American bidder", in a headline "to buy tube maker"."""


def _named_next(place: Place, beside: NameSpan, forms: Sequence[str], index: Index) -> bool:
    """Whether describing words introduce somebody whom their own sentence does not name, and the next one names the
    party: "an American bidder took the lead. Tarn Corp said …"."""
    if not _INTRODUCES.search(index.text, max(0, place[0] - 12), place[0]) or beside.start >= place[1]:
        return False
    following = index.sentences_of(place)[-1] + 1
    return following <= len(index.sentences) and any(
        akin(form, name.text, index) for form in forms for name in index.names_of(following)
    )


def _may_be_either(record: Party, beside: NameSpan, index: Index) -> bool:
    """Whether describing words may be the party's though another name stands beside them: a person who cannot be what a
    body is called ("the drug giant, Jane Roe says"), or the house of a job of which the article gives the party the
    letters ("Tarn CFO Roe … Tarn's chief financial officer")."""
    told = _plain(str(record.description))
    if record.kind != "person":
        person = index.directory.is_person(index.directory.fullest(beside.text))
        return person and _PERSONAL_JOBS.isdisjoint(told) and not told.isdisjoint(ORGANISATION_NOUNS | {"giant"})
    job = index.directory.described(index.directory.fullest(record.name))[0]
    return job is not None and same_job(job, str(record.description))


def _unsure(record: Party, place: Place, forms: Sequence[str], index: Index) -> str | None:
    """Why describing words may not say what the party is."""
    firm = describes_firm(place, forms, index) if record.kind == "person" else None
    if firm is not None:
        return f"may describe {quoted(firm)}"
    if stands_in_parentheses(place, forms, index):
        return "may describe whom the parentheses stand behind"
    if of_another_sort(str(record.description), record.kind):
        return f"is not what a {record.kind} is called"
    return "is said of a time to come" if lies_ahead(place, forms, index) else None


def _is_called_so(description: str, forms: Sequence[str], index: Index) -> bool:
    """Whether the words stand right behind the party's name, possessor before or not: "Tarn's Lund unit"."""
    return description.islower() and any(
        index.text[name.end :].startswith(f" {description}")
        and not index.text[name.end + 1 + len(description) :][:1].isalnum()
        for form in forms
        for name in index.occurrences_of(form)[:_OCCURRENCES]
    )


_LISTED = pattern(r",?\s(?:and\s)?")
_LIST_BEGINS = pattern(r",?\s(?:and\s)?|\s?[:–—-]\s|,?\s(?:including|like|such\sas)\s")
"""Between words that describe several and the first of them: "two developers, Roe and Lund"."""
_MOST_LISTED = 6


def _is_among(forms: Sequence[str], end: int, index: Index) -> bool:
    """Whether the words that end at `end` describe several, the party among them: "two developers, Roe and Lund"."""
    at = end
    for name in index.names_in((end, end + _AROUND))[:_MOST_LISTED]:
        if not (_LISTED if at > end else _LIST_BEGINS).fullmatch(index.text, at, name.start):
            return False
        if any(same(form, name.text, index) for form in forms):
            return True
        at = name.end
    return False


def _sentence_of_another(place: Place, forms: Sequence[str], index: Index) -> NameSpan | None:
    """Whom the sentence of describing words names outside them, where it names none of `forms` and has no word that may
    mean one of them: "the bank" may, "a bank" may not, nor does "the bank" far from any mention."""
    numbers = index.sentences_of(place)
    if stands(forms, numbers, index):
        return None
    opening = [word.low for word in index.words(numbers[0]) if word.start < place[0]]
    meant = words(index.text[slice(*place)])[:1]
    lead = (*opening[-1:], *(word.low for word in meant))
    names = [name for number in numbers for name in index.names_of(number) if name_kind(name.text) != "place"]
    first = index.sentences[numbers[0] - 1]
    if dateline := DATELINE.match(index.text, first.start, first.end):
        names = [name for name in names if name.start >= dateline.end()]
    others = [name for name in names if not place[0] <= name.start < place[1]]
    if any(akin(form, name.text, index) for form in forms for name in names):
        return None
    near = any(within_reach(form, numbers, index, behind=_FOLLOWING) for form in forms)
    if not near:
        around = folded(index.text[max(0, place[0] - _AROUND) : place[1] + _AROUND])
        if any(folded(form) in around for form in forms):
            return None
        if _OWNING & set(lead) and _called_so(_noun_of(place, index), forms, index):
            return None
        return next(iter(others or names), NameSpan(*place, "somebody else"))
    if _DEFINITE & set(lead) or stands_for(opening[:3]) is not None or _PRONOUNS & set(opening):
        return None
    ahead = [name for name in others if name.start < place[0]]
    return ahead[-1] if ahead else None


_OWNING = frozenset({"her", "his", "its", "their"})


def _noun_of(place: Place, index: Index) -> str | None:
    """The stem of the noun that ends describing words."""
    told = words(index.text[slice(*place)])
    return told[-1].stem if told else None


def _called_so(noun: str | None, forms: Sequence[str], index: Index) -> bool:
    """Whether a sentence that names the party has the noun too: "its baking unit … the unit, known as Tarn"."""
    return any(
        noun in index.stems(number)
        for form in forms
        for name in index.occurrences_of(form)[:_OCCURRENCES]
        for number in index.sentences_of((name.start, name.end))
    )


def check_party_kind(case: Case) -> Iterator[Note]:
    """The kind is settled by the name itself, by words beside it, or by how the article has it speak."""
    record = _party(case)
    kinds = {name_kind(form) for form in (record.name, *record.aliases)} - {"other"}
    if _IS_FUND.search(record.name):
        # "the family office of Jane Roe": no public office.
        kinds.discard("government")
    if name_kind(record.name) == "person" and (
        not case.index.directory.is_person(record.name)
        or _JOB_OF_NEXT.match(case.index.text, _first_end(record.name, case.index))
    ):
        # What stands beside it shows that a name like a person's is a firm's: "Morgan Brandt analysts".
        kinds.discard("person")
    if record.kind == "person" and is_of_several(record.name):
        # What is no one person's name, no word beside it makes one.
        return
    if record.kind == "person" and "company" in kinds and "person" not in kinds:
        yield _kind_fault(case, "company")
    elif record.kind in ("company", "fund") and kinds == {"person"} and not _stands_beside(case, "company", "fund"):
        yield _kind_fault(case, "person")
    elif (shown := _shown_kind(case, kinds)) is not None:
        yield _kind_fault(case, shown)
    elif (
        record.kind in kinds
        or _speaks_as(case) == record.kind
        or _stands_beside(case, record.kind)
        or shows_party_kind(case, record)
    ):
        yield Settled("kind")


def _shown_kind(case: Case, kinds: Set[str]) -> str | None:
    """What a job or its own name shows the party to be, where that excludes the record's kind."""
    record, index = _party(case), case.index
    body = record.kind in ("company", "fund", "research_firm", "media", "government")
    if body and "company" not in kinds and "government" not in kinds:
        full = index.directory.fullest(record.name)
        if " " not in record.name.strip() and full != record.name:
            # Whoever bears the name of a firm beside his own shows nothing of the firm.
            full = record.name
        role = index.directory.described(full)[0] if " " in full else None
        if role and _TICKER_BEHIND.match(index.text, _first_end(record.name, index)):
            role = None
        if role and _JOB_OF_NEXT.match(index.text, _first_end(record.name, index)):
            # "Roe Mills general manager Jane Lund": the job of whose name comes behind it.
            role = None
        if role and _MANAGES_MONEY.search(f"{role} {record.description or ''}"):
            role = None
        if role and _OTHERS.search(index.text, 0, _first_start(record.name, index)):
            # "chief of Tarn Fields": whose job it is, the name behind it does not say.
            role = None
        if kinds == {"person"} or (role and _PERSONAL_JOBS & set(role.lower().replace("-", " ").split())):
            return None if kinds == {"person"} and _stands_beside(case, record.kind) else "person"
    if kinds == {"government"} and record.kind in ("company", "person", "fund", "media"):
        if record.kind == "media" and shows_party_kind(case, record):
            # "TBILISI (Caspian News Agency) —"
            return None
        return None if _plain(record.name) & _PRIVATE_TOO else "government"
    if kinds == {"company"} and record.kind == "government":
        return (
            None
            if _plain(record.name) & (_OF_PUBLIC_BODIES | _OFFICES) or _MAY_BE_PUBLIC.search(record.name)
            else "company"
        )
    return None


_JOB_OF_NEXT = pattern(r"\s(?:[a-z][\w-]*\s){1,4}[A-Z][\w’'-]+\s[A-Z]")
_TICKER_BEHIND = pattern(r"\s\((?:[A-Z]+:\s?)?[A-Z]{2,5}\)")


_OTHERS = pattern(r"(?:\b(?:at|from|of|with)\s|\ball\sof\s)(?:the\s)?\Z")
_OFFICES = frozenset({"authorities", "inquiry", "reserve"})


def _first_start(name: str, index: Index) -> int:
    """Where the first mention of the name begins; 0 where it has none."""
    return next((one.start for one in index.occurrences_of(name)), 0)


def _first_end(name: str, index: Index) -> int:
    """Where the first mention of the name ends; the end of the text where it has none."""
    return next((one.end for one in index.occurrences_of(name)), len(index.text))


_IS_FUND = pattern(r"(?:[Tt]he\s)?[Ff]amily\s[Oo]ffice\b")
_MANAGES_MONEY = pattern(
    r"\b(?:asset|estate|fund|investment|money|pension|property|wealth)s?\smanagers?\b", re.IGNORECASE
)
"""What a house is called as well as a person."""
_MAY_BE_PUBLIC = pattern(
    r"\A(?:the\s)?(?:\w+bank\Z|(?:division|office|service)\sof\b|\w+['’]s\s(?-i:[a-z][a-z\s]*)fund\Z)", re.IGNORECASE
)
"""Words of a public body's name that a company may bear too: a central bank in one word, "Division of Waters", a
country's "road fund"."""


def _plain(name: str) -> set[str]:
    return {word.strip(".,").lower() for word in name.split()}


_OF_PUBLIC_BODIES = BODY_WORDS | NATIONALITIES | PLACES | _PUBLIC


def _kind_fault(case: Case, shown: str) -> Note:
    record = _party(case)
    return find(
        Code.KIND_ALTERED,
        "kind",
        f"{quoted(record.name)} is called a {record.kind}, but the article shows it to be a {shown}.",
        said=record.kind,
        article=case.index.article,
        place=next(iter(case.places.get("name", ())), None),
    )


def _stands_beside(case: Case, *kinds: str) -> bool:
    """Whether a word that tells of one of these kinds stands beside an occurrence of the name, in its description or at
    its end."""
    telling = frozenset().union(*(_KIND_WORDS.get(kind, ()) for kind in kinds))
    record, index = _party(case), case.index
    told = [*_WORD.findall(record.description or ""), *_WORD.findall(record.name)[-1:]]
    if not telling.isdisjoint(map(str.lower, told)):
        return True
    for form in (record.name, *record.aliases):
        for name in index.occurrences_of(form)[:_OCCURRENCES]:
            for number in index.sentences_of((name.start, name.end)):
                if telling.isdisjoint(index.letters(number)):
                    continue
                sentence = index.sentences[number - 1]
                ahead = index.text[max(sentence.start, name.start - _WINDOW) : max(sentence.start, name.start)]
                behind = index.text[name.end : max(name.end, min(sentence.end, name.end + _WINDOW))]
                # Half of the stretch ahead has words enough, as a rule: all but the first of them stand there whole.
                before = _WORD.findall(ahead[-_WINDOW // 2 :])
                if len(before) <= _NEAR:
                    before = _WORD.findall(ahead)
                near = [*before[-_NEAR:], *(word[0] for word in islice(_WORD.finditer(behind), _NEAR))]
                if not telling.isdisjoint(map(str.lower, near)):
                    return True
    return False


def _speaks_as(case: Case) -> str | None:
    record, index = _party(case), case.index
    for speech in index.speeches_in(case.cited.numbers):
        if speech.speaker and same(record.name, speech.speaker, index):
            kind = {"analyst": "person", "executive": "person"}.get(speech.speaker_kind, speech.speaker_kind)
            return str(kind)
    return None
