"""Records as answers hold them, for tests."""

from __future__ import annotations

from typing import Any


def quote(text: str, speaker: str, *evidence: int, **fields: Any) -> dict[str, Any]:
    return {
        "text": text, "mode": "indirect", "speaker": speaker, "affiliation": None, "role": None,
        "speaker_kind": "other", "evidence": list(evidence), **fields,
    }  # fmt: skip


def claim(statement: str, *evidence: int, **fields: Any) -> dict[str, Any]:
    return {
        "statement": statement, "claimant": None, "kind": "fact", "certainty": "asserted", "figures": [],
        "evidence": list(evidence), **fields,
    }  # fmt: skip
