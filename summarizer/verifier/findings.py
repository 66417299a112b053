"""Everything that the verifier can find: a stable code each, the verdict it makes of the record, and what it means.

A finding whose verdict is `verified` is a remark: it takes nothing from the record.
"""

from __future__ import annotations

from enum import StrEnum

from summarizer.verdicts import Verdict

_V, _I, _A, _U = Verdict.VERIFIED, Verdict.INFERRED, Verdict.ALTERED, Verdict.UNSUPPORTED


class Code(StrEnum):
    """The stable code of a finding, the verdict that it alone makes of a record, and what it means."""

    verdict: Verdict
    meaning: str

    def __new__(cls, value: str, verdict: Verdict, meaning: str) -> Code:
        """A code with its verdict and its meaning."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.verdict = verdict
        member.meaning = meaning
        return member

    CITATION_UNKNOWN = "citation_unknown", _V, "A cited sentence number does not exist; it was left out."
    CITATION_REPEATED = "citation_repeated", _V, "A sentence was cited more than once; it is kept once."
    CITATION_CORRECTED = (
        "citation_corrected",
        _V,
        "Other sentences than the cited ones say it; the citation was mended.",
    )
    CITATION_MISSING = "citation_missing", _U, "No sentence is cited, and none was found that says it."

    OFFSETS_CORRECTED = (
        "offsets_corrected",
        _V,
        "The words stand at other offsets than those given; the span shows where.",
    )
    OFFSETS_UNKNOWN = "offsets_unknown", _V, "The offsets given lie outside the article; they were left out."

    TEXT_ALTERED = "text_altered", _A, "Copied words differ from what the article has in their place."
    TEXT_UNSUPPORTED = "text_unsupported", _U, "Copied words stand nowhere in the article."
    NEGATION_ELIDED = "negation_elided", _A, "The words left out of a copied passage hold a negation."

    NUMBER_ALTERED = "number_altered", _A, "The article gives another number."
    SCALE_ALTERED = "scale_altered", _A, "The digits are the article's, the scale is not: million for billion."
    CURRENCY_ALTERED = "currency_altered", _A, "The number is the article's, the currency is not."
    UNIT_ALTERED = "unit_altered", _A, "The number is the article's, but it counts or measures something else."
    BOUND_ALTERED = "bound_altered", _A, "The article bounds the number differently: more than, up to, about."
    SIGN_ALTERED = "sign_altered", _A, "The article has the change or the result go the other way."
    NUMBER_UNSUPPORTED = "number_unsupported", _U, "The article gives no such number."
    VALUE_UNREAD = "value_unread", _I, "The words stand in the article, but no value could be read from them."

    DATE_ALTERED = "date_altered", _A, "The article gives another date."
    DATE_UNSUPPORTED = "date_unsupported", _U, "The article gives no such date."
    DATE_UNREAD = "date_unread", _I, "The words stand in the article, but no calendar date could be read from them."

    NAME_ALTERED = "name_altered", _A, "The article has another name, or another form of it, in this place."
    NAME_UNSUPPORTED = "name_unsupported", _U, "The article does not name this person, company or thing."
    NAME_EXPANDED = "name_expanded", _I, "The article only uses a shorter form of the name."
    ALIAS_ALTERED = "alias_altered", _A, "The alias is somebody else's name."
    ALIAS_UNPROVEN = "alias_unproven", _I, "The article uses the alias, but does not show whose it is."
    TICKER_ALTERED = "ticker_altered", _A, "The article gives the ticker to somebody else."
    DESCRIPTION_ALTERED = "description_altered", _A, "The article says these words of somebody else."

    QUOTE_ALTERED = "quote_altered", _A, "The words of the quote differ from what the article has."
    QUOTE_UNSUPPORTED = "quote_unsupported", _U, "The words of the quote stand nowhere in the article."
    QUOTE_SPLICED = "quote_spliced", _A, "Words of different speakers, or far apart, are joined into one quote."
    QUOTE_MODE_ALTERED = (
        "quote_mode_altered",
        _A,
        "Direct speech is claimed where the article paraphrases, or the reverse.",
    )
    NO_COMMENT_UNSUPPORTED = "no_comment_unsupported", _A, "The article does not say that the speaker kept silent."
    SPEAKER_ALTERED = "speaker_altered", _A, "The article gives the words to somebody else."
    SPEAKER_UNPROVEN = "speaker_unproven", _I, "The article does not say outright whose words these are."
    AFFILIATION_ALTERED = "affiliation_altered", _A, "The article places the speaker in another organisation."
    AFFILIATION_UNPROVEN = "affiliation_unproven", _I, "The article does not say outright where the speaker belongs."
    JOB_ALTERED = "job_altered", _A, "The article gives the role to somebody else."

    NEGATION_ALTERED = "negation_altered", _A, "One side negates what the other asserts."
    DIRECTION_ALTERED = "direction_altered", _A, "One side says up where the other says down."
    EXTENT_ALTERED = "extent_altered", _A, "The article says it of more, or of fewer, or more or less often."
    CERTAINTY_ALTERED = "certainty_altered", _A, "It is said with more certainty than the article has."
    STATEMENT_UNSUPPORTED = "statement_unsupported", _U, "Nothing in the article speaks of this."
    STATEMENT_UNPROVEN = (
        "statement_unproven",
        _I,
        "The cited sentences say it in other words, or only in part; or it is too long to be compared to its end.",
    )
    CLAIMANT_ALTERED = "claimant_altered", _A, "The article gives the statement to somebody else."

    ROLE_ALTERED = "role_altered", _A, "The article gives the party another part in the deal."
    STATUS_ALTERED = "status_altered", _A, "The article has the deal at another stage."
    EVENT_ALTERED = "event_altered", _A, "The article dates another event, or one still to come."
    KIND_ALTERED = "kind_altered", _A, "The article shows it to be something of another kind."
    JUDGEMENT_UNPROVEN = "judgement_unproven", _I, "A judgement that no words of the cited sentences prove."

    MEANING_CONTRADICTED = "meaning_contradicted", _A, "The judge reads the cited sentences as saying otherwise."
    MEANING_UNSUPPORTED = "meaning_unsupported", _U, "The judge does not find it in the cited sentences."


_LONGEST = 160
"""Characters of any text that a message or a side of a finding shows at most."""


def shown(text: object) -> str:
    """`text` as one line of bounded length with nothing that a terminal would obey, for a message or a finding."""
    line = str(text)[: 4 * _LONGEST]
    if not line.isprintable():
        line = "".join(character if character.isprintable() else " " for character in line)
    line = " ".join(line.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def quoted(text: object) -> str:
    """`shown`, between quotation marks."""
    return f"“{shown(text)}”"
