"""The label of a schema that a weak model means, where it writes it in another form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

SPELLINGS: Mapping[str, str] = {
    "advisor": "adviser",
    "canceled": "cancelled",
    "licence": "license",
    "licencing": "licensing",
    "organisation": "organization",
    "rumoured": "rumored",
}
"""Other spellings of the same word, looked up in both directions; a synonym is another word, and is asked about."""
OTHER_SPELLING = {**SPELLINGS, **{there: here for here, there in SPELLINGS.items()}}
SAME_KIND: Mapping[str, str] = {"denied": "denial", "denied_denial": "denial", "denial_denied": "denial"}
"""A denial is denied as it is."""
ASSERTED = "asserted"
"""What is said of a claim that is neither hedged nor denied, which goes without saying."""


def label_of(said: str, labels: Sequence[Any]) -> Any:
    """The one of `labels` that the words are in another form; None where none is, or it is not plain which."""
    known = {plain(label): label for label in labels if isinstance(label, str)}
    words = plain(said)
    bare = "_".join(word for word in words.split("_") if word != ASSERTED)
    turned = [form for form in known if "_" in form and sorted(form.split("_")) == sorted(words.split("_"))]
    for form in (
        words,
        OTHER_SPELLING.get(words),
        words.removesuffix("s"),
        OTHER_SPELLING.get(words.removesuffix("s")),
        turned[0] if len(turned) == 1 else None,  # "forecast, hedged"
        SAME_KIND.get(words),
        bare,
    ):
        if form in known:
            return known[form]
    return None


def plain(name: str) -> str:
    """A label or a field's name in small letters, its words apart: `speakerKind`, "Speaker kind" are one."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[\W_]+", "_", apart).strip("_").lower()
