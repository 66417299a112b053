"""Records from several answers about one article brought together: each thing once, with all that is said of it.

uniting.py    members that are one, and what is kept of them
parties.py    by names and other names
apart.py      what tells two deals of the same parties apart
deals.py      by kind, parties in their roles, value, subject and cited sentences
places.py     quotes by where they stand, claims by statement and place, a user's own records by content
"""

from __future__ import annotations

from summarizer.article import Article
from summarizer.asking.gathered import Gathered
from summarizer.asking.merging.deals import united_deals
from summarizer.asking.merging.parties import Names, united_parties
from summarizer.asking.merging.places import distinct_claims, distinct_quotes, distinct_records
from summarizer.asking.merging.uniting import United
from summarizer.fields import Record
from summarizer.records import Claim, Deal, Party, Quote
from summarizer.schema import Sections
from summarizer.verifier import verify_records
from summarizer.verifier.index import Index

__all__ = ["merge"]


def merge(gathered: Gathered, article: Article) -> Sections:
    """The verified records that were gathered, each thing once and in the order of the article.

    What was united is verified anew; where it does not hold as well as the best of its members, that one stands.
    """
    sections = gathered.sections
    united: dict[str, list[United]] = {}
    for name, section in gathered.schema.sections.items():
        if section.record is Party:
            united[name] = united_parties(
                [one for one in sections[name] if isinstance(one, Party)], gathered.homes[name]
            )
    parties = [one.record for ones in united.values() for one in ones if isinstance(one.record, Party)]
    deals = [one for records in sections.values() for one in records if isinstance(one, Deal)]
    names = Names(parties, [party.name for deal in deals for party in deal.parties])
    for name, section in gathered.schema.sections.items():
        records, of = sections[name], section.record
        if of is Deal:
            united[name] = united_deals([one for one in records if isinstance(one, Deal)], names)
        elif of is Quote:
            united[name] = distinct_quotes([one for one in records if isinstance(one, Quote)], names)
        elif of is Claim:
            united[name] = distinct_claims([one for one in records if isinstance(one, Claim)], names)
        elif name not in united:
            united[name] = [United(one, one) for one in records] if section.single else distinct_records(records)
    return _verified(united, article)


def _is_worse(record: Record, best: Record) -> bool:
    """Whether united records hold less well than the best of them. A party's full name is kept though what describes it
    may be another's: a short form that is proven names it no better."""
    if record.verdict is None or best.verdict is None:
        return record.verdict is None
    if isinstance(record, Party) and not record.verdict.faulty:
        return False
    return record.verdict.rank > best.verdict.rank


def _verified(united: dict[str, list[United]], article: Article) -> Sections:
    sections: dict[str, list[Record]] = {name: [one.record for one in ones] for name, ones in united.items()}
    left = {(name, at): one.tries for name, ones in united.items() for at, one in enumerate(ones) if one.tries}
    index = Index(article) if left else None
    while left:
        for (name, at), tries in left.items():
            sections[name][at] = tries.pop(0)
        for (name, at), record in verify_records(sections, article, list(left), index).items():
            best = united[name][at].best
            if _is_worse(record, best):
                sections[name][at] = best
            else:
                sections[name][at] = record
                left[name, at].clear()
        left = {place: tries for place, tries in left.items() if tries}
    return sections
