"""The terms of a deal that no model is asked for: the words for how far it is, what its target does, and where.

They are read as the offline rules read them, but for the deal that the model has told: by its own target, the words
for what changes hands, and its cited sentences. A term that the model has given stays. What is added stands in a
cited sentence, or in one that names the target, which is cited then; the record is verified with it, and what the
verifier would not have as it was before is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.fields import Record
from summarizer.mapping.deal_reader import STATUS, DealReader, Found
from summarizer.records import Deal, Party, Term
from summarizer.schema import Sections
from summarizer.text.english import reads_as_english
from summarizer.text.patterns import pattern
from summarizer.verdicts import Span, Verdict, with_fields
from summarizer.verifier import verify_records
from summarizer.verifier.findings import Code
from summarizer.verifier.index import Cited, Index
from summarizer.verifier.locate import locate_cited

_KINDS_OF_PAPER = frozenset({"agreement", "agreement type", "form", "type", "type of agreement"})
"""Names under which models give the words for the stage: "agreement": "letter of intent"."""
_MOST_DEALS = 40
"""Deals beyond which an article is a list, whose sentences are too many for what they tell."""


def with_deal_terms(sections: Sections, index: Index) -> Sections:
    """Verified `sections` of business news with the terms of their deals that the rules find in the article.

    Nothing else of them changes, and no verdict gets worse.
    """
    places = [
        (name, at, record)
        for name, records in sections.items()
        for at, record in enumerate(records)
        if isinstance(record, Deal)
    ]
    article = index.article
    if not 0 < len(places) <= _MOST_DEALS or not reads_as_english(article.text, article.readings.lower_words):
        return sections
    deals = [deal for _, _, deal in places]
    parties = [record for records in sections.values() for record in records if isinstance(record, Party)]
    reader = DealReader(index, deals, parties)
    changed = {name: list(records) for name, records in sections.items()}
    for name, at, deal in places:
        if found := reader.of(deal):
            changed[name][at] = _held(changed, name, at, deal, found, index)
    return changed


def _held(sections: Sections, name: str, at: int, deal: Deal, found: Sequence[Found], index: Index) -> Record:
    """The deal with as many of these terms as hold, all of them or each by itself."""
    text = index.text
    if (proven := _proven(deal, found, index)) is not None:
        return proven
    whole = _verified(sections, name, at, _added(deal, found, text), index)
    if _as_good(whole, deal) or len(found) == 1:
        return whole if _as_good(whole, deal) else deal
    for one in found:
        more = _verified(sections, name, at, _added(deal, [one], text), index)
        deal = more if _as_good(more, deal) else deal
    return deal


def _proven(deal: Deal, found: Sequence[Found], index: Index) -> Deal | None:
    """The deal with its terms as the verifier would leave it, where that is known without asking: each stands in a
    cited sentence that bears the deal out already, so that no check reads other sentences than before.
    """
    changed = _added(deal, found, index.text)
    if changed.evidence != list(deal.evidence) or len(changed.terms) != len(deal.terms) + len(found):
        return None
    at = max((nth for nth, span in enumerate(deal.spans) if _COPIED.fullmatch(span.field)), default=-1) + 1
    if not at:
        return None
    bearing = {index.sentence_at(span.start) for span in deal.spans if _BEARS_OUT.match(span.field)}
    cited, spans = Cited(index, deal.evidence), list[Span]()
    for nth, term in enumerate(changed.terms[len(deal.terms) :], len(deal.terms)):
        place = locate_cited(term.text, cited)
        if place is None or len(place.places) > 1 or not bearing.issuperset(index.sentences_of(place.whole)):
            return None
        spans.append(Span.of(f"terms[{nth}].text", *place.whole, index.text))
    return with_fields(changed, {"spans": [*deal.spans[:at], *spans, *deal.spans[at:]]})


_COPIED = pattern(r"parties\[\d+\]\.name|subject|value(?:\.text)?|dates\[\d+\]\.when(?:\.text)?|terms\[\d+\]\.text")
"""Fields that are looked up one by one, before the checks of the record."""
_BEARS_OUT = pattern(r"(?:value|dates|terms)\b")
"""Fields whose sentences tell of the deal, whatever else they name."""


def _added(deal: Deal, found: Sequence[Found], text: str) -> Deal:
    terms, evidence = list(deal.terms), set(deal.evidence)
    for name, start, end, number in found:
        words = " ".join(text[start:end].split())
        same = [at for at, term in enumerate(terms) if " ".join(term.text.split()).lower() == words.lower()]
        if not same:
            terms.append(Term(name=name, text=words))
            evidence.add(number)
        elif name == STATUS and terms[same[0]].name.lower() in _KINDS_OF_PAPER:
            terms[same[0]] = with_fields(terms[same[0]], {"name": name})
    return with_fields(deal, {"evidence": sorted(evidence), "terms": terms})


def _verified(sections: Sections, name: str, at: int, deal: Deal, index: Index) -> Deal:
    records = [*sections[name][:at], deal, *sections[name][at + 1 :]]
    verified = verify_records({**sections, name: records}, index.article, [(name, at)], index)[name, at]
    assert isinstance(verified, Deal)  # noqa: S101
    # That its citation was mended at first stays told.
    mended = [one for one in sections[name][at].findings if one.code == Code.CITATION_CORRECTED]
    return with_fields(verified, {"findings": [*verified.findings, *mended]}) if mended else verified


def _as_good(deal: Deal, before: Deal) -> bool:
    """Whether nothing is said against the record that was not said of it before."""
    ours, theirs = deal.verdict or Verdict.UNSUPPORTED, before.verdict or Verdict.UNSUPPORTED
    said = {(finding.code, finding.field) for finding in before.findings}
    return ours.rank <= theirs.rank and all((finding.code, finding.field) in said for finding in deal.findings)
