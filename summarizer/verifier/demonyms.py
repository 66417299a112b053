"""Adjectives of places, so that "Chinese regulators" is borne out by "regulators in China"."""

from __future__ import annotations

from summarizer.text.name_words import NATIONALITIES, PLACES

# By what the place's own name begins with, folded; adjectives that begin like their place need no entry.
_PLACES = {
    "american": ("u.s.", "us ", "united states", "america"),
    "britain": ("u.k.", "uk ", "united kingdom", "british"),
    "british": ("u.k.", "uk ", "united kingdom", "britain"),
    "danish": ("denmark",),
    "dutch": ("netherlands", "holland"),
    "english": ("england",),
    "eu": ("european union",),
    "european": ("eu ", "e.u."),
    "french": ("france",),
    "german": ("germany",),
    "greek": ("greece",),
    "irish": ("ireland",),
    "netherlands": ("dutch",),
    "polish": ("poland",),
    "spanish": ("spain",),
    "swedish": ("sweden",),
    "swiss": ("switzerland",),
    "turkish": ("turkey", "türkiye"),
    "u.k": ("british", "britain", "united kingdom", "uk "),
    "u.s": ("american", "america", "united states", "us "),
    "uk": ("british", "britain", "united kingdom", "u.k."),
    "united kingdom": ("british", "britain", "u.k.", "uk "),
    "united states": ("american", "u.s.", "us "),
    "us": ("american", "u.s.", "united states"),
    "welsh": ("wales",),
}
_STEM = 4
"""Letters that the adjective of a place shares with its name: China, Chinese."""


def place_of(name: str, text: str) -> bool:
    """Whether `text` (folded) names the place that `name` is another form of."""
    plain = name.casefold().strip(". ")
    if any(f" {form}" in text or text.startswith(form) for form in _PLACES.get(plain, ())):
        return True
    return len(plain) > _STEM and plain in NATIONALITIES | PLACES and f" {plain[:_STEM]}" in f" {text}"
