"""Deals: the mentions of one deal brought together, with the sentences that speak of it, as records.

Origin of the patterns: modal verbs and conditions of English grammar, and the nouns by which newswires come back to a
deal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from summarizer.article import Sentence
from summarizer.models.offline.deal_capitals import as_spelled
from summarizer.models.offline.deal_details import (
    dates_in,
    rivals_in,
    stage_in,
    tells_terms,
    terms_in,
)
from summarizer.models.offline.deal_helpers import advisers_in, regulators_in, tells_of_helpers
from summarizer.models.offline.deal_lists import told_apart
from summarizer.models.offline.deal_mention import Mention
from summarizer.models.offline.deal_mentions import MentionFinder
from summarizer.models.offline.deal_shares import Span, belongs, in_clause_before
from summarizer.models.offline.deal_state import OWNERSHIP, KnownDeal, merged
from summarizer.models.offline.deal_twins import are_twins
from summarizer.models.offline.deal_values import kept_back, price_in
from summarizer.models.offline.deal_words import DEAL_NOUNS, NEGATED, NOUN_KINDS, TOLD_BEFORE
from summarizer.models.offline.reading import Reading, Skeleton
from summarizer.text.currency_context import likeliest
from summarizer.text.name_forms import name_kind

_HANGING = re.compile(r"(?<=[a-z])\s+[a-z]+ed\Z")
_LEADS_ON = re.compile(r"\s+(?:as|at|by|for|from|in|on|to|with)\b")
"""A participle at the end of a noun phrase whose own words come behind it: "servers optimized for"."""
_POSSIBLE = re.compile(r"\b(?:may|might|can|could|if|unless|would|right to|either (?:party|side)|subject to)\b")
_SPOKEN_OF = re.compile(
    r"deal|transaction|agreement|acqui|takeover|purchase|merger|sale|contract|order|offer|bid|buyout|partnership|venture|"
    r"investment|round|financing|loan|licen|divestiture|disposal|[Tt]erms|tie-up|combination|bought|sold|[Cc]losing|"
    r"[Cc]ompletion|[Dd]etails|rival|compet|vied|outbid|beat|price|"
    r"\bfees?\b|\bpay\b|front|milestone|royalt|holders|advis|counsel|represent|share\b|valu(?:es|ing)\b"
)
"""One of these stands in every sentence that speaks of a known deal or its rivals: the cheap test."""
_ENDED = re.compile(r"\b(?:abandon|cancel|drop|end|rescind|scrap|terminat|withdr)(?:l?ed|ped|s|ates|ated|ew|n)?\b")
_FELL = re.compile(r"\bf(?:ell|allen) (?:apart|through)\b(?! (?:an?|the|its)\b| \W?\d)")
_SIDES = (frozenset({"target", "investee"}), frozenset({"acquirer", "investor"}), frozenset({"seller"}))
_SERIES = re.compile(r"\bseries [a-h]\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?:, the (?:day|month|week|year))? (?:after|before|since|when|while|whereas)\b")
"""What opens a clause beside that of "the deal", whose names do not tell which deal it is."""
_NEAR = 4
"""Sentences after a deal's last mention in which "the deal" still means it."""
_EARLY = 3
"""Sentences at the top in which a nominal mention is news, not a reminder."""
_OPEN = frozenset({"in_talks", "proposed", "rumored"})
"""Stages at which a company may be for sale with no buyer known."""
_OPENING = 4
"""Sentences that make the opening of a report."""
_MOST_MENTIONS = 12
"""Mentions of one deal that are read: later ones only repeat it."""
_MOST_DEALS = 12
_STATUS_FORCE = {"terminated": 6, "closed": 5, "agreed": 4, "proposed": 3, "in_talks": 2, "rumored": 1}


def find_deals(reading: Reading) -> list[dict[str, Any]]:
    """The deals of an article in the shape of Deal records, in the order of their first mention."""
    finder = MentionFinder(reading)
    deals: list[KnownDeal] = []
    for sentence in reading.article.sentences:
        prose = reading.is_prose(sentence)
        title = not prose and reading.is_title(sentence)
        if not prose and not title:
            continue
        near = (
            prose
            and deals
            and (sentence.number - max(deal.last for deal in deals) <= 2 * _NEAR or tells_of_helpers(sentence.text))
        )
        if not finder.can_mention(sentence) and not (near and _SPOKEN_OF.search(sentence.text)):
            finder.remember(sentence)
            continue
        skeleton = reading.skeleton(sentence)
        if skeleton is None:
            continue
        mentions = [
            one for told in finder.mentions(sentence, skeleton) for one in told_apart(told, skeleton, finder.full)
        ]
        if mentions and sentence.text.isupper():
            mentions = as_spelled(mentions, reading)
        if len(deals) < _MOST_DEALS:
            placed = [(deal, mention) for mention in mentions if (deal := _place(deals, mention, sentence)) is not None]
            for deal, mention in placed:
                others = [other.cue for held, other in placed if held is not deal and other.cue != mention.cue]
                deal.facets.read_mention(sentence, mention.cue, others, title=title, denied=mention.denied)
                if mention.amount and deal.details.value is None:
                    deal.details.value = mention.amount.start, mention.amount.end
                    deal.details.value_sentence, deal.details.currencies = sentence.number, mention.amount.currencies
                    deal.titled = title
                _collect(deal, sentence, skeleton, reading, mention.cue, others)
        if near and not mentions:
            _attach(deals, sentence, skeleton, reading, finder.full)
    deals = [deal for deal in deals if _is_sound(deal)]
    deals = merged(deals, _headlines(deals, reading)) if len(deals) > 1 else deals
    if not deals and (loose := _read_loosely(reading, finder)) is not None:
        deals = [loose]
    for deal in deals:
        deal.facets.others = frozenset(number for other in deals if other is not deal for number in other.sentences)
    return [_record(deal, reading) for deal in deals]


def _headlines(deals: Sequence[KnownDeal], reading: Reading) -> set[int]:
    """The headlines at the top, but for those that have a name in the words for a target that they do not name."""
    found = {sentence.number for sentence in reading.article.sentences[:_OPENING] if reading.is_title(sentence)}
    named = {word for name in reading.directory.distinct if name_kind(name) != "place" for word in name.split()}
    for mention in (mention for deal in deals for mention in deal.mentions if mention.target is not None):
        if mention.target is not None and not named.isdisjoint(reading.words(*mention.target).split()):
            found.difference_update(mention.sentences)
    return found


def _read_loosely(reading: Reading, closer: MentionFinder) -> KnownDeal | None:
    """The deal that an article's opening tells in words which the closer rules do not follow, with what adds to it."""
    finder = MentionFinder(reading, closer.tokens)
    deals: list[KnownDeal] = []
    for sentence in reading.sentences[:_OPENING]:
        told = finder.can_mention(sentence) or (bool(deals) and finder.has_cue(sentence))
        known = finder.tokens.get(sentence.number)
        skeleton = None if not told else known.skeleton if known else reading.skeleton(sentence)
        mention = finder.loose_mention(sentence, skeleton) if skeleton is not None else None
        finder.remember(sentence)
        if skeleton is None:
            continue
        if mention is not None and (deal := _place(deals, mention, sentence)) is not None:
            deal.facets.read_mention(sentence, mention.cue)
            _collect(deal, sentence, skeleton, reading, mention.cue)
        elif deals and _SPOKEN_OF.search(sentence.text):
            _attach(deals, sentence, skeleton, reading, finder.full)
    return deals[0] if deals else None


def _place(deals: list[KnownDeal], mention: Mention, sentence: Sentence) -> KnownDeal | None:
    """Gives a mention to its deal, a known one or a new one, if it is to be read."""
    deal = next((deal for deal in deals if _same(deal, mention)), None)
    if deal is None and mention.again:
        return None
    if deal is None:
        deal = KnownDeal([])
        deals.append(deal)
    if len(deal.mentions) >= _MOST_MENTIONS:
        return None
    deal.mentions.append(mention)
    deal.sentences.update(mention.sentences)
    deal.last = sentence.number
    if mention.status:
        deal.details.stages.append((mention.status, sentence.number))
    return deal


def _same(deal: KnownDeal, mention: Mention) -> bool:
    """Whether a mention is of a deal that is known: a kind that fits, and no role held by different parties."""
    if mention.round and any(held.round not in ("", mention.round) for held in deal.mentions):
        return False
    kinds = {held.kind for held in deal.mentions}
    if mention.kind in OWNERSHIP and kinds & OWNERSHIP:
        return _same_ownership(deal, mention)
    generic = (mention.kind == "supply" and "partnership" in kinds) or (
        mention.kind == "partnership" and "supply" in kinds
    )
    if mention.kind not in kinds and not generic:
        return False
    known = deal.parties
    shared = set(known) & set(mention.parties)
    if not shared:
        return False
    if set(mention.parties) <= set(known) or set(known) <= set(mention.parties):
        return len(shared) > 1 or len(mention.parties) == 1 or len(known) == 1
    for name, role in mention.parties.items():
        if role == "customer" and deal.role_of(role) and name not in known:
            return False
    return len(shared) > 1


def _same_ownership(deal: KnownDeal, mention: Mention) -> bool:
    """Two mentions are of one deal where neither target, buyer nor seller are others, and one of them is the same."""
    known = deal.parties
    shared = set(known) & set(mention.parties)
    if not shared:
        return False
    if mention.again:
        theirs, ours = ({name for name, role in of.parties.items() if role in _SIDES[0]} for of in (mention, deal))
        return not theirs or not ours or bool(theirs & ours)
    if mention.noun and mention.kind == "divestiture" and len(shared) > 1 and _of_itself(deal, mention):
        return True
    if mention.kind == "merger" or any(held.kind == "merger" for held in deal.mentions):
        return len(shared) > 1
    for roles in _SIDES:
        ours = {name for name, role in known.items() if role in roles}
        theirs = {name for name, role in mention.parties.items() if role in roles}
        if ours and theirs and not ours & theirs:
            return False
    theirs = {name for name, role in mention.parties.items() if role in _SIDES[0]}
    ours = {name for name, role in known.items() if role in _SIDES[0]}
    if bool(ours) != bool(theirs):
        # A target with a name and one without are one only where both other sides are told.
        return len(shared) > 1
    if not ours and not theirs:
        return len(shared) > 1 or _alike(deal, mention)
    return True


def _of_itself(deal: KnownDeal, mention: Mention) -> bool:
    """Whether a mention has for its target who sells something in a known deal: "Tarn's $4 million sale to Orrin"."""
    targets = {name for name, role in mention.parties.items() if role in _SIDES[0]}
    return bool(targets) and targets <= deal.role_of("seller")


def _alike(deal: KnownDeal, mention: Mention) -> bool:
    """Whether the words of two targets without a name end in the same noun."""
    return any(held.target_noun == mention.target_noun for held in deal.mentions if held.target_noun)


def _attach(
    deals: list[KnownDeal], sentence: Sentence, skeleton: Skeleton, reading: Reading, full: Callable[[str], str]
) -> None:
    """Gives a sentence about "the deal" to the deal it means, and rivals' bids to the last one."""
    noun = DEAL_NOUNS.search(skeleton.text.lower())
    aside = _ASIDE.search(skeleton.text, noun.end()) if noun is not None and len(deals) > 1 else None
    names = {full(name.text) for place, name in skeleton.names.items() if aside is None or place < aside.start()}
    target: KnownDeal | None = None
    if noun is not None:
        word = (noun.group("noun") or "terms").rstrip("s") if noun.group("noun") != "terms" else "terms"
        allowed = NOUN_KINDS.get(word) or NOUN_KINDS.get(word + "s")
        fitting = [
            deal for deal in deals if allowed is None or {mention.kind for mention in deal.mentions} & set(allowed)
        ]
        named = [deal for deal in fitting if len(names & set(deal.parties)) > 1] or [
            deal for deal in fitting if names & set(deal.parties) and sentence.number - deal.last <= _NEAR * 2
        ]
        near = [deal for deal in fitting if sentence.number - deal.last <= _NEAR]
        named, near = _alive(named), _alive(near)
        if len(named) == 1:
            target = named[0]
        elif not named and near and not (len(near) > 1 and near[-1].last == near[-2].last):
            target = max(near, key=lambda deal: deal.last)
    elif tells_terms(skeleton.text.lower()):
        target = _deal_with(deals, names, sentence)
    if target is not None and (
        _is_of_another_round(target, sentence.text)
        or (target.kind == "investment" and TOLD_BEFORE.search(skeleton.text.lower()))
    ):
        return
    if target is not None:
        before = len(target.details.dates) + len(target.details.terms) + len(target.details.stages)
        before += (target.kept_back is not None) + len(target.details.helpers)
        had_value = target.details.value
        # A skeleton has "fell through in May" as "fell" and a date.
        stage = "terminated" if _FELL.search(sentence.text) else stage_in(skeleton.text)
        if stage is not None and target.kind == "supply" and _is_of_stranger(target, skeleton, reading, full):
            return
        if (
            stage in ("closed", "terminated")
            and not _POSSIBLE.search(skeleton.text.lower())
            and not NEGATED.search(skeleton.text.lower())
        ):
            target.details.stages.append((stage, sentence.number))
            target.facets.read_outcome(sentence, stage)
        _collect(target, sentence, skeleton, reading, None)
        after = len(target.details.dates) + len(target.details.terms) + len(target.details.stages)
        after += (target.kept_back is not None) + len(target.details.helpers)
        if after > before or target.details.value != had_value:
            target.sentences.add(sentence.number)
            target.last = max(target.last, sentence.number)
        return
    last = deals[-1]
    if sentence.number - last.last <= _NEAR:
        found = rivals_in(reading, sentence, list(last.parties))
        if found:
            last.details.rivals.extend((name, sentence.number) for name in found)
            last.sentences.add(sentence.number)


def _alive(deals: list[KnownDeal]) -> list[KnownDeal]:
    """Those of which "the deal" is said where one has come to its end in the sentence that tells of another."""
    if len(deals) < 2:
        return deals
    last = max(deal.last for deal in deals)
    return [deal for deal in deals if deal.last == last and not deal.is_off] or deals


def _is_of_stranger(deal: KnownDeal, skeleton: Skeleton, reading: Reading, full: Callable[[str], str]) -> bool:
    """Whether a company outside the deal is told last before what ends a contract: "Lund cancelled the order"."""
    ended = _ENDED.search(skeleton.text)
    before = [full(name.text) for place, name in skeleton.names.items() if ended and place < ended.start()]
    if not before or any(are_twins(before[-1], held) for held in deal.parties):
        return False
    return reading.is_company(before[-1]) and name_kind(before[-1]) != "government"


def _is_of_another_round(deal: KnownDeal, text: str) -> bool:
    """Whether a sentence names a round that is not the deal's: "had raised $2 million in its Series A round"."""
    rounds = {mention.round for mention in deal.mentions} - {""}
    told = {match.group().lower() for match in _SERIES.finditer(text)} if rounds else set()
    return bool(told) and told.isdisjoint(rounds)


def _deal_with(deals: Sequence[KnownDeal], names: set[str], sentence: Sentence) -> KnownDeal | None:
    """The one deal told shortly before whose parties a sentence names, or the only one if it has no name."""
    near = [deal for deal in deals if sentence.number - deal.last <= _NEAR]
    if names and tells_of_helpers(sentence.text):
        # Reports name the advisers at their end, without the deal.
        near = list(deals)
    if names:
        near = [deal for deal in near if names & set(deal.parties)]
        near = [deal for deal in near if deal.kind in OWNERSHIP] or near if tells_of_helpers(sentence.text) else near
    return near[0] if len(near) == 1 else None


def _collect(
    deal: KnownDeal,
    sentence: Sentence,
    skeleton: Skeleton,
    reading: Reading,
    cue: Span | None,
    others: Sequence[Span] = (),
) -> None:
    details = deal.details
    if (details.value is None or deal.titled) and (
        amount := price_in(skeleton, cue, others, reading.text, kind=deal.kind)
    ):
        # A headline rounds what the report says.
        deal.titled = not reading.is_prose(sentence)
        details.value, details.value_sentence = (amount.start, amount.end), sentence.number
        details.currencies = amount.currencies
    event = deal.event_at(cue) if cue is not None else None
    done = (*cue, event) if cue is not None and event else None
    for event, start, end in dates_in(reading, skeleton, mention=cue is not None, done=done):
        if cue is not None and not _is_of(reading.text, (start, end), cue, others):
            continue
        if all(event != held for held, *_ in details.dates):
            details.dates.append((event, start, end, sentence.number))
    if not others and (rivals := rivals_in(reading, sentence, list(deal.parties))):
        details.rivals += [(name, sentence.number) for name in rivals]
    if deal.kept_back is None and (words := kept_back(skeleton)):
        deal.kept_back = (*words, sentence.number)
    if not others:

        def full(place: int) -> str:
            return reading.full(skeleton.names[place])

        known = deal.parties
        found = [
            (name, "adviser")
            for name, clients in advisers_in(skeleton, full)
            if reading.is_company(name) and any(are_twins(one, held) for one in clients for held in known)
        ]
        found += [(name, "regulator") for name in regulators_in(skeleton, full)]
        details.helpers += [
            (name, role, sentence.number) for name, role in found if not any(are_twins(name, held) for held in known)
        ]
    for name, start, end in terms_in(skeleton):
        if cue is not None and not _is_of(reading.text, (start, end), cue, others):
            continue
        if all(name != held for held, *_ in details.terms):
            details.terms.append((name, start, end, sentence.number))


def _is_of(text: str, words: Span, cue: Span, others: Sequence[Span]) -> bool:
    """Whether a date or a term of a sentence is of the deal at `cue`, by its clause and the other deals there."""
    return belongs(text, words, cue, others) and not in_clause_before(text, words, cue)


def _is_sound(deal: KnownDeal) -> bool:
    """A deal needs a clause of its own, or a nominal mention that says more: a value, a date, a stage, a second one."""
    if any(not mention.noun for mention in deal.mentions):
        return True
    unnamed = any(mention.target for mention in deal.mentions)
    if len(deal.parties) + unnamed < 2:
        # "is in talks on the sale of the company": who would buy it is not told.
        open_sale = deal.role_of("target") and {stage for stage, _ in deal.details.stages} & _OPEN
        return bool(open_sale) and min(deal.sentences) <= _EARLY
    early = min(deal.sentences) <= _EARLY and bool(
        ((deal.role_of("target") or unnamed) and (deal.role_of("acquirer") or deal.role_of("seller")))
        or len(deal.role_of("partner")) > 1
        or (deal.role_of("investee") and deal.role_of("investor"))
    )
    return early or deal.details.value is not None or len(deal.mentions) > 1 or bool(deal.details.stages)


def _status(deal: KnownDeal, reading: Reading) -> str:
    told = [(stage, number) for stage, number in deal.details.stages if stage in _STATUS_FORCE]
    # A headline makes firm what the report has people say.
    stages = [stage for stage, number in told if reading.is_prose(reading.article.sentences[number - 1])]
    if deal.facets.status is not None and not (deal.facets.titled and stages):
        return deal.facets.status
    stages = stages or [stage for stage, _ in told]
    if not stages:
        return "agreed"
    if "terminated" in stages:
        return "terminated"
    first = stages[0]
    if first in ("rumored", "in_talks", "proposed"):
        return first if "agreed" not in stages[1:2] else "agreed"
    return max(stages, key=_STATUS_FORCE.__getitem__)


def _overruled(deal: KnownDeal, status: str, reading: Reading) -> set[int]:
    """The headlines that have the deal at another stage than the report, which bear the record out no longer."""
    sentences = reading.article.sentences
    report = "\n".join(
        sentences[number - 1].text for number in sorted(deal.sentences) if reading.is_prose(sentences[number - 1])
    )
    if not report or not all(name in report for name in deal.parties):
        return set()
    return {
        number
        for stage, number in deal.details.stages
        if stage in _STATUS_FORCE and stage != status and not reading.is_prose(sentences[number - 1])
    }


def _repeating(deal: KnownDeal, numbers: set[int], reading: Reading) -> set[int]:
    """The headlines that only repeat what the report says: all parties are named and told of without them."""
    sentences = reading.article.sentences
    prose = {number for number in numbers if reading.is_prose(sentences[number - 1])}
    if not prose & {number for mention in deal.mentions for number in mention.sentences}:
        return set()
    report = " ".join(" ".join(sentences[number - 1].text.split()) for number in sorted(prose))
    return numbers - prose if all(name in report for name in deal.parties) else set()


def _record(deal: KnownDeal, reading: Reading) -> dict[str, Any]:
    details = deal.details
    details.terms[:0] = deal.facets.terms(reading, deal.kind, deal.parties)
    parties = [{"name": name, "role": role} for name, role in deal.parties.items()]
    parties += [{"name": name, "role": "rival"} for name in dict.fromkeys(name for name, _ in details.rivals)]
    beside = {name: role for name, role, _ in details.helpers if name not in deal.parties}
    parties += [{"name": name, "role": role} for name, role in beside.items()]
    status = _status(deal, reading)
    numbers = deal.sentences - _overruled(deal, status, reading)
    numbers -= _repeating(deal, numbers, reading)
    numbers.update(number for *_, number in details.dates)
    numbers.update(number for *_, number in details.helpers)
    numbers.update(number for *_, number in details.terms)
    if details.value_sentence:
        numbers.add(details.value_sentence)
    value = None
    terms = [(name, reading.words(start, end)) for name, start, end, _ in details.terms]
    sentences = reading.article.sentences
    staged = [mention for mention in deal.mentions if mention.stage]
    staged.sort(key=lambda mention: not reading.is_prose(sentences[mention.sentences[-1] - 1]))
    if staged and staged[0].stage and all(name != "status" for name, _ in terms):
        terms.insert(0, ("status", reading.words(*staged[0].stage)))
        numbers.update(staged[0].sentences)
    terms += [
        ("expected close", reading.words(start, end))
        for event, start, end, _ in details.dates
        if event == "expected_close"
    ]
    unnamed = next((mention.target for mention in _prose_first(deal, reading) if mention.target), None)
    if unnamed and not deal.role_of("target") and not deal.role_of("investee"):
        terms.append(("target", reading.words(*unnamed)))
    if details.value:
        words = reading.words(*details.value)
        value = {"text": words, "currency": likeliest(details.currencies)}
    elif deal.kept_back:
        terms = [(name, words) for name, words in terms if "undisclosed" not in words]
        terms.append(("price", reading.words(*deal.kept_back[:2])))
        numbers.add(deal.kept_back[2])
    return {
        "evidence": sorted(numbers),
        "kind": deal.kind,
        "status": status,
        "parties": parties,
        "subject": _subject(deal, reading),
        "value": value,
        "dates": [{"event": event, "when": reading.words(start, end)} for event, start, end, _ in details.dates],
        "terms": [{"name": name, "text": words} for name, words in terms],
    }


def _prose_first(deal: KnownDeal, reading: Reading) -> list[Mention]:
    """The mentions of a deal, those of headlines in capitals behind those of the report."""
    sentences = reading.article.sentences
    return sorted(deal.mentions, key=lambda mention: sentences[mention.sentences[-1] - 1].text.isupper())


def _subject(deal: KnownDeal, reading: Reading) -> str:
    """What changes hands: a company by its name; else the longest subject of the first mentions, not "a deal"."""
    mentions = _prose_first(deal, reading)
    target = deal.role_of("target")
    if deal.kind in OWNERSHIP and len(target) == 1 and not mentions[0].part:
        name = next(iter(target))
        sentences = reading.article.sentences
        if any(name in " ".join(sentences[number - 1].text.split()) for number in deal.sentences):
            return name
    spans = [mention.subject for mention in mentions if not mention.noun] or [mention.subject for mention in mentions]
    start, end = max(spans[:3], key=lambda span: span[1] - span[0])
    hanging = _HANGING.search(reading.text[start:end])
    if hanging and _LEADS_ON.match(reading.text, end):
        end = start + hanging.start()
    return reading.words(start, end)
