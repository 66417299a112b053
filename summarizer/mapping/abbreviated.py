"""Copied words that a model has shortened to their beginning and their end: `The order may lift ~ above $2 billion`.

They are written out from the article, between the two pieces inside the cited sentences. Where that could be done in
more than one way, or would run on into something else (past the end of what the speaker says, over who says it), the
words stay as they are: then the verifier does not find them, and they are asked for again. Where a wrong sentence is
cited, the one that holds all the pieces takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from summarizer.mapping.running_on import around_attribution, runs_on, sets_another_beside
from summarizer.text.folding import bare, fold
from summarizer.text.patterns import pattern
from summarizer.verifier.index import Cited, Index, Place
from summarizer.verifier.locate import locate_cited, stands_alone, trimmed
from summarizer.verifier.names import same
from summarizer.verifier.utterances import beyond, only_attribution, speeches_at

_MARK = pattern(r"\s~+\s")
_PAUSED = pattern(r"\s*(?:…|\.\.\.)\s*~+\s|\s~+\s*(?:…|\.\.\.)(?:\s+|\Z)")
"""A pause right beside the mark of what is left out is part of what is left out."""
_PAUSE = pattern(r"\s*(?:…|\.\.\.)\s*")
"""Where the speaker's name stands between two pieces of a quote."""
_WORD = pattern(r"\w+")
_LEADING, _TRAILING = pattern(r"[^\w\s]*"), pattern(r"[^\w\s]*\Z")
_STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
_FEWEST = 2
"""Words that a beginning or an end has at least."""
_MOST_PLACES = 8
"""Places of a beginning or an end that are looked at; with more it could not be told which is meant."""


def written_out(text: str, numbers: Sequence[int], index: Index, *, said: bool = False) -> str:
    """`text` with its shortened stretches as the article has them, or `text` where they cannot be told for sure.

    numbers     the sentences that hold the words
    said        whether they are somebody's words, which then must all be the same speaker's
    """
    if not _MARK.search(text):
        return text
    whole, text = text, _PAUSED.sub(" ~ ", text)
    cited = Cited(index, [number for number in numbers if 0 < number <= len(index.sentences)])
    if locate_cited(text, cited):
        return whole
    return _from(text, cited, said=said) or _from_elsewhere(text, cited, said=said) or whole


def _from(text: str, cited: Cited, *, said: bool) -> str | None:
    pieces = [_piece(piece, cited, said=said) if _MARK.search(piece) else piece for piece in _PAUSE.split(text)]
    return None if None in pieces else " … ".join(filter(None, pieces))


def _from_elsewhere(text: str, cited: Cited, *, said: bool) -> str | None:
    """The text from a sentence that is not cited, where the cited ones hold not one of its pieces and only that
    sentence of the article holds all of them."""
    index = cited.index
    parts = [part.strip() for piece in _PAUSE.split(text) for part in _MARK.split(piece)]
    if any(next(_places(part, cited), None) for part in parts):
        return None
    everywhere = Cited(index, range(1, len(index.sentences) + 1))
    homes = [{number for place in _places(part, everywhere) for number in index.sentences_of(place)} for part in parts]
    common = set.intersection(*homes)
    return _from(text, Cited(index, common), said=said) if len(common) == 1 else None


def _piece(text: str, cited: Cited, *, said: bool) -> str | None:
    parts = [part.strip() for part in _MARK.split(text)]
    if any(len(_WORD.findall(part)) < _FEWEST for part in parts):
        return None
    places = [list(_places(part, cited)) for part in parts]
    if not all(0 < len(found) <= _MOST_PLACES for found in places):
        return None
    found = {
        stretches
        for chosen in product(*places)
        if all(before[1] <= after[0] for before, after in pairwise(chosen))
        and cited.holds((chosen[0][0], chosen[-1][1]))
        and (stretches := _stretches(chosen[0], chosen[-1], cited, said=said))
    }
    if len(found) != 1:
        return None
    [stretches] = found
    return _joined(_with_marks(text, stretches, cited.index), cited.index.text)


def _with_marks(text: str, stretches: tuple[Place, ...], index: Index) -> tuple[Place, ...]:
    """The stretches with the marks before and behind their words that the given ones have too, but for the quotation
    marks around all of it."""
    (low, begin), (end, high) = stretches[0], stretches[-1]
    if len(stretches) == 1:
        begin, end = high, low
    first, last = _around(stretches, index)
    for mark in reversed(_LEADING.match(text)[0]):  # type: ignore[index]
        if low <= first or _level(index.text[low - 1]) != _level(mark):
            break
        low -= 1
    for mark in _TRAILING.search(text)[0]:  # type: ignore[index]
        if high >= last or _level(index.text[high]) != _level(mark):
            break
        high += 1
    if len(stretches) == 1:
        return ((low, high),)
    return ((low, begin), *stretches[1:-1], (end, high))


def _around(stretches: tuple[Place, ...], index: Index) -> Place:
    """The quotations that the first stretch begins in and the last one ends in, or all of the article."""
    marks = [
        next((mark for mark in index.quoted_in(place) if mark.start <= place[0] and place[1] <= mark.end), None)
        for place in (stretches[0], stretches[-1])
    ]
    if marks[0] is None or marks[1] is None:
        return 0, len(index.text)
    return marks[0].start, marks[1].end


def _level(mark: str) -> str:
    """A mark as typewriters have it."""
    return mark.translate(_STRAIGHT)


def _places(part: str, cited: Cited) -> Iterator[Place]:
    """Where the words stand in the cited sentences, read over marks and spaces."""
    sought = trimmed(bare(fold(part)).text)
    if not sought:
        return
    for start, end in cited.runs:
        form = cited.index.form(start, end).bare
        low, high = form.at(start), form.at(end)
        while (at := form.text.find(sought, low, high)) >= 0:
            if stands_alone(form.text, at, at + len(sought)):
                yield form.span(at, at + len(sought))
            low = at + 1


def _stretches(head: Place, tail: Place, cited: Cited, *, said: bool) -> tuple[Place, ...]:
    """The article's stretches from a beginning to an end; none where these cannot belong together.

    Outside of quotation marks they stand in one sentence. Of a quotation that is interrupted, its pieces.
    """
    index = cited.index
    whole = head[0], tail[1]
    marks = sorted((stretch.start, stretch.end) for stretch in index.quoted_in(whole))
    begins = next((mark for mark in marks if mark[0] <= head[0] and head[1] <= mark[1]), None)
    ends = next((mark for mark in marks if mark[0] <= tail[0] and tail[1] <= mark[1]), None)
    if begins is None or ends is None or begins == ends:
        stretches: tuple[Place, ...] = (whole,)
        fits = (begins is not None and begins == ends) or len(index.sentences_of(whole)) == 1
        fits = fits or (begins is None and ends is None and not marks and _is_unmarked(whole, cited))
    else:
        between = (mark for mark in marks if begins[1] <= mark[0] and mark[1] <= ends[0])
        stretches = ((head[0], begins[1]), *between, (ends[0], tail[1]))
        fits = all(_is_break((before[1], after[0]), cited) for before, after in pairwise(stretches))
        if not fits and len(index.sentences_of(whole)) == 1:
            # A clause that is quoted here and there.
            stretches, fits = (whole,), True
    if not fits:
        return ()
    return _spoken(stretches, cited) if said else stretches


def _is_unmarked(place: Place, cited: Cited) -> bool:
    """Whether a stretch over several sentences, all of them cited, gives nothing of it to anybody, as where "he said:"
    stands before a list or a paragraph without marks."""
    numbers = cited.index.sentences_of(place)
    return set(numbers) <= set(cited.numbers) and not list(cited.index.speeches_in(numbers))


def _is_break(gap: Place, cited: Cited) -> bool:
    """Whether nothing stands between two quoted stretches but marks, or who says it."""
    return not _WORD.search(cited.index.text, *gap) or only_attribution(gap, cited)


def _spoken(stretches: tuple[Place, ...], cited: Cited) -> tuple[Place, ...]:
    """The stretches less the words that give them to somebody; none where the article gives them to several."""
    whole = stretches[0][0], stretches[-1][1]
    speeches = speeches_at(stretches, cited)
    if sets_another_beside(whole, cited):
        return ()
    for speech in speeches:
        low, high = speech.content[0][0], speech.content[-1][1]
        if low <= whole[0] and whole[1] <= high:
            if len(stretches) > 1 or len(speech.content) == 1:
                return stretches
            pieces = ((max(start, whole[0]), min(end, whole[1])) for start, end in speech.content)
            return tuple(piece for piece in pieces if piece[0] < piece[1])
    if any(beyond(place, cited) for place in stretches):
        return ()
    if len(stretches) == 1 and (around := around_attribution(whole, cited)):
        return around
    if any(runs_on(place, cited) for place in stretches):
        return ()
    # Who is quoted inside of what another says says none of its beginning and end.
    outer = [
        one for one in speeches if any(low <= whole[0] < high or low < whole[1] <= high for low, high in one.content)
    ]
    speakers = [str(one.speaker) for one in outer or speeches if one.speaker]
    return stretches if all(same(speakers[0], other, cited.index) for other in speakers[1:]) else ()


def _joined(stretches: Sequence[Place], text: str) -> str:
    """The words, with a mark where words that are no part of them stand between two stretches."""
    joined = " ".join(text[slice(*stretches[0])].split())
    for before, after in pairwise(stretches):
        pause = " … " if _WORD.search(text, before[1], after[0]) else " "
        joined = joined.rstrip(" ,") + pause + " ".join(text[slice(*after)].split())
    return joined
