"""The key that a service was asked with, taken out of what it answers: some gateways echo it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from summarizer.models.completions import Completion

SHORTEST = 6
"""Characters of what is taken for a key in messages and logs."""
SHORTEST_IN_ANSWERS = 8
"""And in answers, whose words are records: there it is no plain word either, as local servers are given for a key."""
TAKEN_OUT = "***"


@lru_cache(maxsize=64)
def forms_of(secret: str | None) -> tuple[str, ...]:
    """A key as it may come back, the longest first: itself, in JSON, in an address, in base64."""
    if not secret or len(secret) < SHORTEST:
        return ()
    data = secret.encode("utf-8", "surrogatepass")
    coded = [base64.b64encode(data).decode(), base64.urlsafe_b64encode(data).decode()]
    quoted = [quote(data, safe=""), quote(data), quote_plus(data)]
    escaped = [json.dumps(secret)[1:-1], secret.replace("/", "\\/")]
    forms = {secret, *coded, *(one.rstrip("=") for one in coded), *quoted, *escaped}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def answer_scrubber(secret: str | None) -> Callable[[Any], Any]:
    """A function that takes a key out of a JSON value's texts and names; the same object where it is nowhere."""
    is_one = secret is not None and len(secret) >= SHORTEST_IN_ANSWERS and not secret.isalpha()
    forms = forms_of(secret) if is_one else ()

    def scrub(value: Any) -> Any:
        if isinstance(value, str):
            for form in forms:
                if form in value:
                    value = value.replace(form, TAKEN_OUT)
            return value
        if isinstance(value, dict):
            changed = {scrub(name): scrub(one) for name, one in value.items()}
            return changed if changed != value else value
        if isinstance(value, list):
            items = [scrub(one) for one in value]
            return items if items != value else value
        return value

    return scrub if forms else lambda value: value


def scrubbed(completion: Completion, secret: str | None) -> Completion:
    """A completion without the key."""
    said = answer_scrubber(secret)(completion.said)
    return completion if said is completion.said else replace(completion, said=said, text=json.dumps(said))
