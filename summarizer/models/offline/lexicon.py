"""The words of the offline rules that are not about one kind of record alone.

Origin: written for this project from the development articles' furniture and from newspapers' style guides.
"""

from __future__ import annotations

TITLE_WORDS = 3
"""Sentences at the top among which a headline may stand without capitals."""

BOILERPLATE = (
    r"^(?:most|also|must) read\b",
    r"^read (?:more|next|the (?:full|rest)|also)\b",
    r"^(?:related|more|see also|photo|image|picture|video|source|credit|chart|click|subscribe|sign up|share|watch|listen)\b.{0,20}:",
    r"^(?:click here|sign up|subscribe|follow us|advertisement|table of contents|story continues|continue reading)\b",
    r"\b(?:all rights reserved|getty images|terms of (?:use|service)|privacy policy|forward-looking statements?|safe harbor)\b",
    r"^(?:contact|media contact|investor relations|for more information|for further information)\b",
    r"\b(?:reporting by|editing by|writing by|compiled by)\b",
    r"^[\w.+-]+@[\w-]+\.[\w.]+$",
    r"https?://\S+$",
    r"^\(?c\)|^©|^copyright\b",
    r"^by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}$",
    r"\b(?:disclosure|disclaimer):",
    r"\b(?:ignore|disregard|forget) (?:all |any |everything )?(?:the )?(?:previous|prior|above|earlier|your) (?:instructions?|prompts?|rules?)\b|\bsystem prompt\b|^(?:system|assistant|user):",
    r"\b(?:hedge funds? and other institutional investors|has recently modified its|institutional investors? (?:own|have)|"
    r"moving average|market cap(?:italization)? of|analysts? have (?:recently )?(?:issued|rated|given)|"
    r"to get the latest|free daily email|research note on|has a beta of|price-to-earnings)\b",
)
"""Patterns of sentences that are not part of the story, most of them seen from the start of the sentence."""
