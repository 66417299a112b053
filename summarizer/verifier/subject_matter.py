"""What a statement is about, and whether the article speaks of it at all.

Wording is free, so a statement need not use the words of what it cites. But one that shares neither a name nor a
figure with the article, and hardly a word that is not in every newspaper, is about something else: it was taken from
another article, or made up. Words are weighed by how much they tell, after the inverse document frequency of
information retrieval (Spärck Jones, 1972), with two weights in place of a curve: a word of everyday business news
counts three tenths of any other.

Both shares below were chosen on foreign statements put into articles of business news, and on right statements about
them: on either half of these the two are far apart. What makes them unlike is the cited share (right statements have
more than half); the other sentences of the article only speak for a statement whose citation is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.text.folding import folded
from summarizer.text.phrases import word_set
from summarizer.verdicts import Finding
from summarizer.verifier.amounts import borne_out
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.locate import likely_sentences
from summarizer.verifier.notes import Supported, find
from summarizer.verifier.said import Said
from summarizer.verifier.wording import stem, words

_FEW = 0.25
"""Share of a statement's words, each counted alike, from which it speaks of what the cited sentences speak of."""
_MOST = 0.6
"""Share from which another sentence is taken to be the one that says it."""
_CITED = 0.25
"""Weighed share that the cited sentences have of a foreign statement at most."""
_ANYWHERE = 0.4
"""Weighed share that any one sentence has of a foreign statement at most."""
_SLIGHT = 1.6
"""Weight of the words of a statement that is too short to be judged by them: one of its own and two of everyday."""
_AMPLE = 5.0
"""Weight from which a name alone does not make it the article's, if hardly a word of it does."""
_NOTHING = 0.1
_SOME = 0.12
"""Weighed share from which deeds in common speak for a statement."""
_FEW_SENTENCES = 8
"""Cited sentences whose deeds are compared."""

_COMMON = 0.3
_COMMON_STEMS = frozenset(
    stem(word)
    for word in word_set("""
        able according accounting acquisition across added addition additional advanced ago agreed allow almost already
        analyst announced annual appear applied around average back bank based became began believe benefits best
        better big biggest billion boost break bring build business buy called came capital case cash cents change
        chief city clear close come company compared competition concerns consumers continue costs created current
        customers cut data date day deal decision decline deliver despite development directly dollars drive drop due
        earlier early earnings end estimates even executive expected experience face fact fall far financial firm first
        five focus following former found four full fund future gain general generation giant given global going good
        great group growth half held help high hit home impact important improve including increase industrial industry
        interest investors issues keep key known large largest last late latest launch least led less levels likely
        line long look lost lot lower major management margin mark market means meeting million model money month move
        nearly need net news next note number offer officer open operating options order overall part past pay people
        percent performance period place plans play point position positive post potential power president previous
        price process production products profit program project provide public purchase push quarter raised range rate
        reach really recent record reduce release remains report research results return revenue right rise risk rival
        run sales second see seems service set shares short show sign significant similar small spending start
        statement still stock strong suggest support system target team term things think third three time today top
        total trading trying turn unit value view want way weakness week well won work world wrote year
    """)
)
"""The commonest words of business news: those that stand in more than one of nine articles, names, topics of one
trade and stop words left out."""


def recentred(said: Said, cited: Cited) -> Iterator[Supported]:
    """Another sentence, where the cited ones share next to nothing with the statement and that one most of it."""
    index = cited.index
    everything = said.clause.stems
    if not everything or (cited.numbers and len(everything & cited.stems) / len(everything) > _FEW):
        return
    for number in likely_sentences(said.text, index, 1):
        stems = index.stems(number)
        if number not in cited.numbers and len(everything & stems) / len(everything) >= _MOST:
            yield Supported(said.path, (number,))


def spoken_of(said: Said, cited: Cited) -> bool:
    """Whether the cited sentences use enough of the statement's words, or go the same way where it gives a way."""
    own = said.stems
    if not own:
        return True
    return len(own & cited.stems) / len(own) >= _FEW or (
        len(own & (cited.stems | _shared_directions(said, cited))) / len(own) >= _FEW
    )


def check_matter(said: Said, cited: Cited) -> Iterator[Finding]:
    """The finding for a statement whose words the cited sentences do not use: foreign, or not proven by its words."""
    if foreign(said, cited):
        yield find(
            Code.STATEMENT_UNSUPPORTED,
            said.path,
            f"Nothing in the article speaks of this: {quoted(said.text)}.",
            said=said.text,
        )
    elif len(said.content) >= 2 or not _bound(said, cited):
        yield find(
            Code.STATEMENT_UNPROVEN,
            said.path,
            f"The cited sentences do not use the words of {quoted(said.text)}; its meaning was not checked.",
            said=said.text,
        )


def foreign(said: Said, cited: Cited) -> bool:
    """Whether the statement is about something that the article does not speak of."""
    weights = {word.stem: _COMMON if word.stem in _COMMON_STEMS else 1.0 for word in said.content}
    total = sum(weights.values())
    if not total or sum(weight for one, weight in weights.items() if one in cited.stems) >= _CITED * total:
        return False
    if _figures(said, cited):
        return False
    shared: dict[int, float] = {}
    for one, weight in weights.items():
        for number in cited.index.sentences_by_stem.get(one, ()):
            shared[number] = shared.get(number, 0.0) + weight
    most = max(shared.values(), default=0.0) / total
    if _bound(said, cited):
        return total >= _AMPLE and most < _NOTHING
    told = sum(weight for one, weight in weights.items() if one in cited.stems)
    if told >= _SOME * total and _same_deeds(said, cited):
        return False
    if total < _SLIGHT:
        return not shared and len(weights) > 1
    return most < _ANYWHERE


def _same_deeds(said: Said, cited: Cited) -> bool:
    """Whether the statement tells of something done that the cited sentences tell of in another word."""
    mine = {sense.meaning for act in said.clause.acts for sense in act.senses if not sense.meaning.startswith("plain")}
    return any(
        sense.meaning in mine
        for number in cited.numbers[:_FEW_SENTENCES]
        for act in cited.index.clause(number).acts
        for sense in act.senses
    )


def _bound(said: Said, cited: Cited) -> bool:
    """Whether the article has a name of the statement's, or the cited sentences a figure."""
    whole = cited.index.folded.text
    return any(folded(name.text) in whole for name in said.names) or _figures(said, cited)


def _figures(said: Said, cited: Cited) -> bool:
    """Whether the cited sentences have an amount of the statement's; small numbers in words stand everywhere."""
    told = [amount for amount in said.amounts if any(map(str.isdigit, said.text[amount.start : amount.end]))]
    return bool(told) and any(borne_out(mine, other) for mine in told for other in cited.each(cited.index.amounts))


def _shared_directions(said: Said, cited: Cited) -> set[str]:
    """The stems of the statement's words of direction that go the same way as some of the cited sentences."""
    senses = {cue.sense for cue in cited.each(cited.index.directions)}
    cues = [cue for cue in said.clause.directions if cue.sense in senses]
    return {word.stem for cue in cues for word in words(cue.text)}
