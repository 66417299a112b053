"""Statements in the model's own words: every number, name and date, and what turns them round, borne out.

Wording is free. What is compared are the facts that a paraphrase must keep: amounts by value, names by whom they
mean, dates by the days they mean, negation, certainty and direction where both sides use the word. Facts that the
cited sentences lack may stand in others that are about the same; those are then added to the citation.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from summarizer.fields import Leaf
from summarizer.text import modality
from summarizer.text.numbers import Amount
from summarizer.verdicts import Finding
from summarizer.verifier.certainty import check_certainty
from summarizer.verifier.copies import is_copy, is_kept, is_part, is_told, stands
from summarizer.verifier.denials import check_denials
from summarizer.verifier.directions import check_acts, check_contraries, check_direction
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.foretold import check_foretold
from summarizer.verifier.index import Cited
from summarizer.verifier.laid import Laid
from summarizer.verifier.notes import Note, Supported, find
from summarizer.verifier.opposites import check_opposites
from summarizer.verifier.outright import told_otherwise, told_outright
from summarizer.verifier.polarity import check_negation, sentences
from summarizer.verifier.said import LONGEST, Said, compared
from summarizer.verifier.set_right import check_replaced
from summarizer.verifier.settled_pieces import check_pieces
from summarizer.verifier.stages import check_told_stage
from summarizer.verifier.statement_amounts import check_amounts
from summarizer.verifier.statement_dates import check_dates
from summarizer.verifier.statement_names import check_names
from summarizer.verifier.subject_matter import check_matter, foreign, recentred, spoken_of
from summarizer.verifier.substituted import check_substituted
from summarizer.verifier.told_relations import check_told_relations
from summarizer.verifier.unasserted import check_unasserted


def check_statement(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """Every fact of the statement must be borne out by the cited sentences, or by others that are about the same."""
    yield from compare(leaf.path, str(leaf.value), cited, facts_only=leaf.path.endswith(".measures"))


def compare(
    path: str,
    text: str,
    cited: Cited,
    *,
    denied: bool = False,
    hedged: bool = False,
    facts_only: bool = False,
    attributed: bool = False,
) -> Iterator[Note]:
    """What `check_statement` finds. That a statement is not proven is left out where it is at fault anyway.

    `denied` and `hedged`: the record says so beside the statement, which then need not say it itself; `attributed`: it
    says whose statement it is.
    `facts_only`: it is no sentence but the name of a thing ("share price rise"); only its facts are compared.
    """
    faulty = doubted = False
    added: set[int] = set()
    said = Said(path, compared(text), cited.index.article.published)
    for note in _compare(said, cited, denied=denied, hedged=hedged, facts_only=facts_only):
        if facts_only and isinstance(note, Supported):
            # Any sentence may have a measure's word ("price"): it is no evidence of the figure.
            continue
        if isinstance(note, Finding):
            doubted = True
            faulty = faulty or note.verdict.faulty
            if faulty and note.code == Code.STATEMENT_UNPROVEN:
                continue
        elif isinstance(note, Supported):
            added.update(note.sentences)
        yield note
    if not doubted and not facts_only and cited.numbers:
        yield from check_pieces(path, said, cited.with_more(added), attributed=attributed, denied=denied)
    if len(text) > LONGEST and not faulty:
        yield find(
            Code.STATEMENT_UNPROVEN,
            path,
            f"Of {len(text):,} characters, only the first {LONGEST:,} were compared with the article: {quoted(text)}.",
            said=text,
        )


def _compare(said: Said, cited: Cited, *, denied: bool, hedged: bool, facts_only: bool) -> Iterator[Note]:
    path, text = said.path, said.text
    if not facts_only and (replaced := list(check_replaced(path, text, cited))):
        # A copy of what is taken back at once is no more right than another wording of it.
        yield from replaced
        return
    if not facts_only and not denied and (unasserted := list(check_unasserted(path, text, cited, hedged=hedged))):
        # The words of a condition or a question may be a copy all the same.
        yield from unasserted
        return
    if stands(text, cited) if facts_only else is_copy(text, cited):
        return
    if not facts_only and is_kept(text, cited):
        staged = [] if modality.negations(text) else list(check_told_stage(path, text, cited))
        if staged and not is_told(text, cited):
            yield from staged
        return
    if not facts_only and is_told(text, cited):
        return
    if said.is_empty:
        if not any(character.isalnum() for character in text):
            yield find(Code.STATEMENT_UNSUPPORTED, path, f"The field {path} states nothing: {quoted(text)}.", said=text)
        return
    pairs: list[tuple[Amount, Amount]] = []
    part = not facts_only and is_part(text, cited)
    if not part:
        for centre in () if facts_only else recentred(said, cited):
            cited = cited.with_more(centre.sentences)
            yield centre
        added: set[int] = set()
        wrong = False
        for note in (*check_amounts(said, cited, pairs), *check_names(said, cited), *check_dates(said, cited)):
            if isinstance(note, Supported):
                added.update(note.sentences)
            wrong = wrong or (isinstance(note, Finding) and note.verdict.faulty)
            yield note
        if facts_only:
            return
        cited = cited.with_more(added)
        if not wrong:
            yield from check_substituted(said, cited)
    clause, sources = said.clause, sentences(cited)
    laid = Laid.of(path, clause, sources, cited)
    if laid.copied:
        return
    # Whatever is negated elsewhere, a deal that stands there outright is not.
    outright = told_outright(said, cited)
    turned: list[Finding] = []
    if not outright:
        turned.extend(check_negation(laid, denied=denied))
        turned.extend(islice(chain(check_contraries(laid), check_direction(laid, pairs)), 1))
        yield from turned
    if not denied:
        if not turned:
            yield from check_denials(laid)
        if not turned and not outright:
            yield from check_acts(laid)
        certain = list(check_certainty(laid, hedged=hedged))
        yield from certain
        if not certain and not hedged:
            yield from check_foretold(laid)
    if not part:
        yield from check_told_relations(said, cited)
        yield from check_opposites(said, cited)
    if not clause.negations:
        yield from check_told_stage(path, text, cited)
    if not part and not outright:
        yield from _contents(said, cited)


def _contents(said: Said, cited: Cited) -> Iterator[Finding]:
    """What the statement says beside its facts must have something to do with the cited sentences."""
    if not said.content:
        return
    if foreign(said, cited):
        yield from check_matter(said, cited)
        return
    strange = [] if spoken_of(said, cited) else list(check_matter(said, cited))
    yield from strange
    if not strange and told_otherwise(said, cited):
        yield find(
            Code.STATEMENT_UNPROVEN,
            said.path,
            f"The cited sentences say it in other words or in pieces: {quoted(said.text)}; "
            "its meaning was not checked.",
            said=said.text,
        )
