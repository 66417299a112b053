"""Words by which statements are compared: what makes them weigh, what ends a subject, what means the same."""

from __future__ import annotations

from summarizer.text.phrases import phrase_set, word_set
from summarizer.verifier.wording import stem

STRONG = phrase_set("""
    big, central, certainly, clear, considerable, critical, crucial, decisive, definite, definitely, enormous,
    essential, huge, instrumental, key, main, major, massive, pivotal, primary, prime, sharply, significant,
    significantly, strongly, substantial, substantially, surely, sweeping, undoubtedly, vital, without doubt
""")
"""Words that make a statement weigh more."""
WEAK = phrase_set(
    "a little, limited, marginal, marginally, minor, modest, modestly, partly, slight, slightly, small, somewhat"
)
"""Words that make it weigh less."""
VERBS = word_set("""
    are be been being did do does had has have is isn must shall was were will won would
    adds added buys bought cuts cut makes made gives gave takes took rejected says said
""")
"""Words that end a subject, beside hedges."""
SYNONYMS = {
    stem(word): stem(group.split()[0])
    for group in (
        "acquire acquisition acquired buy bought purchase takeover",
        "ask demand insist request require seek",
        "boost increase lift raise",
        "close complete completion finish",
        "cut reduce slash trim",
        "deal transaction",
        "employ employee employees staff workers people",
        "end halt stop",
        "sell divest dispose",
    )
    for word in group.split()
}
"""Words that newsrooms use for one another."""
