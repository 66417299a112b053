"""Harmless variants: a reader would call each as right as the record it was made from."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping

from benchmarks.verifier.cases import Case, Draft
from benchmarks.verifier.variants import citations, spelling, typography, wording

VARIANTS: Mapping[str, Callable[[Case, random.Random], Iterable[Draft]]] = {
    "curly or straight quotes": typography.quotation_marks,
    "dashes": typography.dashes,
    "non-breaking spaces": typography.spaces,
    "line breaks": typography.line_breaks,
    "initial letter": typography.initial_letter,
    "final full stop": typography.full_stop,
    "percent sign and word": spelling.percent,
    "scale word and letter": spelling.scale,
    "digits and number words": spelling.number_words,
    "thousands separators": spelling.separators,
    "months": spelling.months,
    "weekday left off": spelling.weekday,
    "ordinals of dates": spelling.ordinals,
    "British and American": spelling.british,
    "ampersand": spelling.ampersand,
    "legal suffix of names": wording.suffixes,
    "short names": wording.short_names,
    "saying verbs": wording.saying,
    "contractions": wording.contractions,
    "synonyms": wording.synonyms,
    "clause order": wording.clause_order,
    "passive": wording.passive,
    "name for the company": wording.coreference,
    "that": wording.that,
    "neighbouring sentence cited": citations.neighbour,
    "whole article cited": citations.everything,
    "citation reversed": citations.reversed_order,
}
