"""Quotes: the reported speech of an article as records, where it is clear who speaks.

Origin of the lists: third-person pronouns, and the suffixes of English nouns for people.
"""

from __future__ import annotations

import re
from typing import Any

from summarizer.models.offline.claim_parts import is_torn
from summarizer.models.offline.reading import Reading
from summarizer.models.offline.speaker_kinds import Speakers
from summarizer.text.modality import negations
from summarizer.text.phrases import word_set
from summarizer.text.speech import Speech
from summarizer.text.speech_words import ADVERBS, AUXILIARIES, CUES, DETERMINERS, GENERAL_NOUN_STOPS, SPEAKING_NOUNS

_SECOND = re.compile(r"(?<=[”\"]) and (?=that\b[^“\"]{0,60}[“\"])")
"""Where one sentence quotes two statements: “A,” and that its “B”."""
_LETTERS = re.compile(r"[^\W\d_]{3}")
_SHORTEST = 5
"""Characters of a statement that is worth a record; a refusal to comment may be shorter."""
_LONGEST = 1500
_OPEN = frozenset({"he", "it", "she", "they"})
"""Speakers that stay open."""
_WRITERS = frozenset({"i", "we"})
"""Who writes the article, heard where what he said is quoted."""
_NO_NAMES = (
    GENERAL_NOUN_STOPS
    | ADVERBS
    | (DETERMINERS - {"one"})
    | AUXILIARIES
    | word_set("dr let's miss mr mrs ms plus that's there's what's")
)
"""Words that are nobody's name though a sentence begins with them."""
_ONLY_PEOPLE = word_set("alleged argued asserted complained contended insisted pleaded testified")
"""Verbs beside "said" whose subject is always somebody, or what he wrote: "the appeals argued"."""
_FEWEST_WORDS = 3
"""Words of a statement that is not quoted."""
_LONGEST_PLURAL = 3
"""Words of "opposition leaders", "local union bosses"."""
_PEOPLE = ("ers", "ors", "ists", "ants", "ents", "ans", "men", "women", "people", "ioner", "ncer", "ator")
"""Ends of nouns for people, most of them in the plural: "drivers", "senators", "accountants"."""


def find_quotes(reading: Reading, speakers: Speakers | None = None) -> list[dict[str, Any]]:
    """The statements with a known speaker, in the shape of Quote records, none twice.

    `speakers` of the same reading, where they have been looked up already.
    """
    quotes: list[dict[str, Any]] = []
    seen: set[tuple[str, str]] = set()
    known = speakers or Speakers(reading)
    for speech in reading.settled_speech:
        speaker = speech.speaker or _pronoun(reading, speech)
        if speaker is None or _in_title(reading, speech):
            continue
        if _is_nobody(speaker) or not (
            _is_somebody(speaker, reading) or _is_quoted(reading.text, speech) or _only_speaks(reading.text, speech)
        ):
            continue
        for text in _texts(reading.text, speech):
            key = (text, speaker)
            if key in seen or (speech.mode != "no_comment" and not _is_worth_it(text, speech)):
                continue
            seen.add(key)
            quotes.append(_record(reading, known.settle(speech, speaker), speaker, text))
    return quotes


def _pronoun(reading: Reading, speech: Speech) -> str | None:
    """The words that give a statement to one of several: what somebody said is not left out for that."""
    if speech.source is None:
        return None
    words = reading.text[slice(*speech.source)]
    if words.lower() in _OPEN:
        return words.lower()
    if words.lower() in _WRITERS and speech.mode in ("direct", "mixed") and speech.cue is not None:
        return "I" if words == "I" else words.lower()
    return " ".join(words.split()) if " " in words else None


def _is_worth_it(text: str, speech: Speech) -> bool:
    """Whether the words say anything: no single word, no leftover of a clause."""
    if speech.mode == "direct" and (speech.cue is not None or text[-1:] in ("!", "?")):
        # "Yes" is an answer where somebody says it.
        return len(text) > 1
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    return speech.mode != "indirect" or (len(text.split()) >= _FEWEST_WORDS and not is_torn(text))


def _is_nobody(speaker: str) -> bool:
    """Whether one word at the head of a sentence is no name: "Now", "Let's", "Ms"."""
    word = speaker.lower().replace("’", "'")
    if speaker[0].isdigit() and not _LETTERS.search(speaker):
        return True
    return (
        speaker not in _OPEN
        and word not in _WRITERS
        and (word in _NO_NAMES or word.endswith(("'d", "'ll", "'re", "'ve")))
    )


def _is_quoted(text: str, speech: Speech) -> bool:
    """Whether a cue gives several quoted words to somebody, whatever the nouns for him are."""
    words = sum(len(text[start:end].split()) for start, end in speech.content)
    return speech.cue is not None and speech.mode in ("direct", "mixed") and words >= _FEWEST_WORDS


def _only_speaks(text: str, speech: Speech) -> bool:
    """Whether the verb is one that only people, bodies and texts do, and words are its subject: "the airport said".

    Of things prices "say" something, but hardly "said" it; of figures it is told what those counted said.
    """
    if speech.cue is None or speech.source is None:
        return False
    verb = text[slice(*speech.cue)].lower()
    argues = verb in _ONLY_PEOPLE
    if not argues and (CUES.get(verb) not in ("says", "tells") or verb in ("say", "says", "tell", "tells")):
        return False
    words = text[slice(*speech.source)].lower().split()
    opens = words[0] in DETERMINERS or (words[-1].endswith("s") and len(words) <= _LONGEST_PLURAL)
    return opens and not any(word.isdigit() or word in ("percent", "pct") for word in words) and words[0][0].isalpha()


def _is_somebody(speaker: str, reading: Reading) -> bool:
    """Whether the words are a name, or tell of people, a body or a text that can say something."""
    if any(name in reading.directory.first for name in (speaker, speaker.partition(",")[0])):
        return True
    if speaker in _OPEN or speaker.lower() in _WRITERS or speaker.lower().startswith("those who "):
        return True
    if speaker[0].isupper() and " " not in speaker and len(speaker) > 1:
        return True
    words = [word.strip(".,'’").lower() for word in speaker.split()]
    if any(
        word in SPEAKING_NOUNS or word.removesuffix("s") in SPEAKING_NOUNS or (word.endswith(_PEOPLE) and len(word) > 5)
        for word in words
    ):
        return True
    return any(word[0].isupper() for word in speaker.split()[1:])


def _in_title(reading: Reading, speech: Speech) -> bool:
    """Whether the words stand in a headline, which only says shorter what the story says."""
    if speech.mode == "direct" and speech.cue is None:
        # Signed quotations stand in lines of their own, as headlines do.
        return False
    if not reading.sentences:
        # A flash has headlines only, and no story that says it again.
        return False
    sentences = [reading.article.sentences[number - 1] for number in speech.sentences]
    return all(reading.is_title(sentence) and not reading.is_prose(sentence) for sentence in sentences)


def _texts(article: str, speech: Speech) -> list[str]:
    """The words of each statement; pieces of a split quotation joined by an ellipsis."""
    pieces = [" ".join(article[start:end].split()) for start, end in speech.content]
    if len(pieces) == 1 and speech.mode == "mixed" and (cut := _SECOND.search(pieces[0])):
        return [pieces[0][: cut.start()].rstrip(), pieces[0][cut.end() :]]
    joined = pieces[:1]
    for (_, end), (start, _), piece in zip(speech.content, speech.content[1:], pieces[1:], strict=False):
        if negations(article[end:start]):
            # An ellipsis must not seem to stand for a "not".
            joined.append(piece)
        else:
            joined[-1] = f"{joined[-1]} … {piece}"
    return joined


def _record(reading: Reading, speech: Speech, speaker: str, text: str) -> dict[str, Any]:
    evidence = set(speech.sentences)
    unnamed = bool(speech.role and speech.role in speaker)
    # A company that speaks through its spokesman is the speaker: it has no job and belongs to nobody.
    own = speech.affiliation == speaker
    if " " in speaker and speaker not in reading.directory.first and not _stands_in(reading, speaker, evidence):
        # Whom "they" means, where no name says it.
        evidence.update(_sentence_with(reading, speaker, speech))
    for words in () if own else (speech.role, speech.affiliation):
        if words and not _stands_in(reading, words, evidence):
            evidence.update(_sentence_with(reading, words, speech))
    return {
        "evidence": sorted(evidence),
        "text": text,
        "mode": speech.mode,
        "speaker": speaker,
        "affiliation": None if own else speech.affiliation,
        "role": None if own or (unnamed and not speech.affiliation) else speech.role,
        "speaker_kind": speech.speaker_kind,
    }


def _stands_in(reading: Reading, words: str, numbers: set[int]) -> bool:
    sentences = reading.article.sentences
    return any(words in sentences[number - 1].text for number in numbers)


def _sentence_with(reading: Reading, words: str, speech: Speech) -> list[int]:
    """The sentence that names the speaker together with `words`, or else the first that has them."""
    with_speaker = [
        sentence.number
        for at in reading.places_of(words)
        if (sentence := reading.article.sentence_at(at)) and speech.speaker and speech.speaker in sentence.text
    ]
    if with_speaker:
        return with_speaker[:1]
    first = reading.article.sentence_at(reading.text.find(words)) if words in reading.text else None
    return [first.number] if first else []
