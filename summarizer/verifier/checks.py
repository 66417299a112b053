"""Which checks a field of which kind goes through, and a record of which class.

A field check takes a field and the cited sentences; a record check takes the record with everything found so far.
Both yield notes. Fields go first, the copied ones before the statements, so that a statement is held against the
citation as mended by then; judgements that no check has settled come last.

A judgement is *settled* where the words of the article bear it out: the class's own checks say by which words, for
any other class its very words must stand in the cited sentences. What is neither settled nor at fault makes the
record `inferred`. A label (a term's name) claims little of its own: those of a deal are judged where they name a
kind of sum (`term_labels`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from summarizer.fields import FieldKind, Leaf, Record
from summarizer.records import Claim, Deal, Headline, Party, Quote
from summarizer.verifier import claims, deal_events, deal_kinds, deal_stages, parties, quotes, roles
from summarizer.verifier.affiliations import check_affiliation
from summarizer.verifier.case import Case
from summarizer.verifier.contrasted import check_contrast
from summarizer.verifier.cut_short import check_cut_short
from summarizer.verifier.deal_stumps import check_stumps
from summarizer.verifier.deal_values import check_deal_value
from summarizer.verifier.denied_words import denial_left_out
from summarizer.verifier.figures import check_figures
from summarizer.verifier.headlines import check_headline
from summarizer.verifier.index import Cited
from summarizer.verifier.jobs import check_job
from summarizer.verifier.judgements import check_judgement
from summarizer.verifier.names import check_name
from summarizer.verifier.notes import Note
from summarizer.verifier.plain_numbers import check_number
from summarizer.verifier.silence import check_silence
from summarizer.verifier.speaker_kinds import check_speaker_kind
from summarizer.verifier.speakers import check_speaker
from summarizer.verifier.statements import check_statement
from summarizer.verifier.term_labels import check_terms
from summarizer.verifier.texts import check_verbatim
from summarizer.verifier.times import check_when
from summarizer.verifier.values import check_value

FieldCheck = Callable[[Leaf, Cited], Iterator[Note]]
RecordCheck = Callable[[Case], Iterator[Note]]

FIELD_CHECKS: Mapping[FieldKind, tuple[FieldCheck, ...]] = {
    FieldKind.VERBATIM: (check_verbatim,),
    FieldKind.NAME: (check_name,),
    FieldKind.QUOTATION: (quotes.check_quotation,),
    FieldKind.MONEY: (check_value,),
    FieldKind.PERCENT: (check_value,),
    FieldKind.QUANTITY: (check_value,),
    FieldKind.FIGURE: (check_value,),
    FieldKind.NUMBER: (check_number,),
    FieldKind.WHEN: (check_when,),
    FieldKind.STATEMENT: (check_statement,),
    FieldKind.JUDGEMENT: (check_judgement,),
    FieldKind.LABEL: (),
}

RECORD_CHECKS: Mapping[type[Record], tuple[RecordCheck, ...]] = {
    Headline: (check_headline,),
    Party: (
        parties.check_aliases,
        parties.check_ticker,
        parties.check_description,
        parties.check_party_kind,
    ),
    Deal: (
        roles.check_roles,
        deal_stages.check_status,
        deal_kinds.check_deal_kind,
        deal_events.check_events,
        check_deal_value,
        check_contrast,
        check_stumps,
        check_terms,
    ),
    Quote: (
        check_speaker,
        check_speaker_kind,
        denial_left_out,
        check_cut_short,
        quotes.check_mode,
        check_silence,
        check_affiliation,
        check_job,
    ),
    Claim: (
        claims.check_claimant,
        claims.check_claim_statement,
        claims.check_claim_certainty,
        claims.check_claim_kind,
        check_figures,
    ),
}

LEFT_TO_THE_RECORD: Mapping[type[Record], frozenset[str]] = {
    Party: frozenset({"aliases"}),
    Quote: frozenset({"speaker", "affiliation"}),
    Claim: frozenset({"statement", "claimant"}),
}
"""Fields that the class's own checks look up, so that the check of their kind is left out."""


@lru_cache(maxsize=128)
def record_checks(record: type[Record]) -> tuple[RecordCheck, ...]:
    """The checks of a record's class, or of the nearest class that it is derived from."""
    return next((RECORD_CHECKS[cls] for cls in record.__mro__ if cls in RECORD_CHECKS), ())


@lru_cache(maxsize=128)
def left_to_the_record(record: type[Record]) -> frozenset[str]:
    """The names of the fields that `record_checks` look up themselves."""
    return next((LEFT_TO_THE_RECORD[cls] for cls in record.__mro__ if cls in LEFT_TO_THE_RECORD), frozenset())
