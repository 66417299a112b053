"""Whether a sentence denies a term of a deal that it names: "no break fee is due", "not subject to financing".

Origin: the negators of English grammar; the verbs that leave their object as it is when they are negated ("will not
waive the condition") are those of changing and of giving up in any thesaurus.
"""

from __future__ import annotations

from summarizer.text.patterns import pattern

_REACH = 80
"""Characters before a term in which its clause may be negated."""
_AND = r"and (?:are|ha[sv]e?|is|was|were|will|would)"
_BOUNDARY = rf"(?:although|but|if|that|though|unless|until|when|where|which|while|who|{_AND})"
_KEEPING = (
    r"(?:abandon|alter|amend|chang|dispute|drop|extend|improv|increas|lift|lower|object|oppos|rais|reduc|relax|renounc"
    r"|sweeten|waiv|withdraw)\w*"
)
_WORD = r"(?:[^\s.,;:()\u2013\u2014]|[.,](?=\d))+"
_BEFORE = pattern(
    r"(?:\b(?:cannot|neither|never|no|nor|not|without)\b|n['\u2019]t\b)"
    r"(?! (?:earlier|fewer|just|later|less|merely|more|only|simply|solely|sooner)\b)"
    rf"(?: (?!{_BOUNDARY}\b|(?:be )?{_KEEPING}\b){_WORD}){{0,11}} $"
    rf"|\b(?:unclear|unknown|unsaid|whether)\b(?: (?!{_BOUNDARY}\b){_WORD}){{0,9}} $"
)
_BEHIND = pattern(
    rf"(?: (?!{_BOUNDARY}\b){_WORD}){{0,5}}? (?:"
    r"(?:(?:can|could|did|does|do|is|are|has|have|had|must|need|was|were|will|would) (?:not|never|no longer)"
    r"|(?:ca|could|did|does|do|is|are|was|were|wo|would)n['\u2019]t)"
    r"(?: (?:be|been|have to be|need to be))?(?: \w+ly)?"
    r" (?:agreed|applicable|apply|assumed|demanded|due|envisaged|expected|foreseen|included|needed|offered|owed|paid"
    r"|payable|planned|provided|required)"
    r"|(?:has been|have been|was|were|been|be) (?:\w+ly )?waived)\b"
)


def is_denied_term(text: str, start: int, end: int) -> bool:
    """Whether the term at [start, end) of `text`, a sentence in small letters, is denied, waived or left open there."""
    return _BEFORE.search(text, max(0, start - _REACH), start) is not None or _BEHIND.match(text, end) is not None
