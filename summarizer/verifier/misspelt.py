"""Names with a letter changed, or a word of them: too near to a name of the article to be another's."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.text.abbreviations import FORMS_AFTER
from summarizer.text.folding import folded
from summarizer.text.names import NameSpan
from summarizer.text.slips import SHORTEST, WORD, is_slip, one_less, plain_words
from summarizer.verifier.index import Index
from summarizer.verifier.wording import stem

_SORTS = {
    form: forms.split()[0]
    for forms in (
        "inc incorporated",
        "corp corporation",
        "co cos company companies",
        "ltd limited",
        "plc",
        "llc",
        "llp lp",
        "ag",
        "gmbh",
        "nv",
        "sa",
        "spa",
        "ab",
        "asa",
        "oyj",
    )
    for form in forms.split()
}
"""Legal forms by the sort that their spellings share."""
_HEADLINE = 0.7
"""Share of capitalised words, of the longer ones, from which capitals tell nothing."""


def is_headline(text: str) -> bool:
    """Whether nearly all longer words of `text` are capitalised, so that capitals mark no names."""
    longer = [word for word in WORD.findall(text) if len(word) > 3]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _HEADLINE * len(longer)


def misspelt(said: str, index: Index) -> NameSpan | None:
    """The name of the article that `said` is but for one letter of one word, None where the article has `said`."""
    if has(said, index):
        return None
    mine = plain_words(said)
    if form := _other_form(mine, index) or _cut_short(mine, index) or _merged(mine, index):
        return form
    for name in _neighbours(mine, index):
        theirs = plain_words(name.text)
        if len(mine) == len(theirs):
            differing = [(one, two) for one, two in zip(mine, theirs, strict=True) if one != two]
            if len(differing) == 1 and is_slip(*differing[0], short=len(mine) > 1):
                return name
    return None


def _other_form(mine: list[str], index: Index) -> NameSpan | None:
    """The name of the article that `mine` is but for its legal form: "Acme Corp." for "Acme Inc."."""
    base, forms = _parted(mine)
    if not forms or not base:
        return None
    others = []
    for name in index.names_by_slip.get(base[0], ()):
        theirs, own = _parted(plain_words(name.text))
        if theirs == base and own:
            if forms & own:
                return None
            others.append(name)
    return others[0] if others else None


def _cut_short(mine: list[str], index: Index) -> NameSpan | None:
    """The name of which `mine` is the beginning with a legal form of its own: "Acme Inc." for "Acme Tool Works Co."."""
    base, forms = _parted(mine)
    if not forms or not base or f" {' '.join(base)} " not in index.plain:
        return None
    longer = None
    for name in index.names_by_slip.get(base[0], ()):
        theirs, own = _parted(plain_words(name.text))
        if theirs == base:
            return None
        if theirs[: len(base)] == base and own and not forms & own:
            longer = name
    return longer


def _merged(mine: list[str], index: Index) -> NameSpan | None:
    """The name of which `mine` has the beginning, and of another name the rest: "Acme Foods" of Acme and Bolt Foods."""
    base, _ = _parted(mine)
    if len(base) < 2:
        return None
    heads = [plain_words(name.text) for name in index.names_by_slip.get(base[0], ())]
    for count in range(len(base) - 1, 0, -1):
        head, rest = base[:count], base[count:]
        if FORMS_AFTER.issuperset(rest):
            continue
        if not any(len(rest[0]) > 2 and _ends(name, rest, heads) for name in index.names_by_slip.get(rest[0], ())):
            continue
        for name in index.names_by_slip.get(head[0], ()):
            if plain_words(name.text)[:count] == head:
                return name
    return None


def _ends(name: NameSpan, rest: list[str], heads: list[list[str]]) -> bool:
    """Whether `name` has the words of `rest` behind its own beginning, legal form aside, and is none of `heads`."""
    base = _parted(plain_words(name.text))[0]
    return base not in [_parted(head)[0] for head in heads] and any(
        base[at : at + len(rest)] == rest for at in range(1, len(base) - len(rest) + 1)
    )


def _parted(name: list[str]) -> tuple[list[str], frozenset[str]]:
    """The words of a name without its legal form, and the sorts of that form."""
    end = len(name)
    while end > 1 and name[end - 1] in _SORTS:
        end -= 1
    return name[:end], frozenset(_SORTS[word] for word in name[end:])


def misspelt_word(word: str, index: Index) -> NameSpan | None:
    """The name of the article that holds `word` but for one letter, None where the article has the word itself."""
    plain = folded(word)
    if len(plain) < SHORTEST or not word[0].isupper() or has(word, index) or stem(plain) in index.sentences_by_stem:
        return None
    for form in one_less(plain):
        for name in index.names_by_slip.get(form, ()):
            if any(is_slip(plain, other) for other in plain_words(name.text)):
                return name
    return None


def has(said: str, index: Index) -> bool:
    """Whether the article has these very words, typography aside."""
    sought = " ".join(plain_words(said))
    return f" {sought} " in index.plain


def _neighbours(mine: list[str], index: Index) -> Iterator[NameSpan]:
    """Names that share a whole word with `mine`, or have one that is a letter away."""
    seen: set[int] = set()
    keys = [*mine, *(form for word in mine if len(word) >= SHORTEST for form in one_less(word))]
    for key in keys:
        for name in index.names_by_slip.get(key, ()):
            if name.start not in seen:
                seen.add(name.start)
                yield name
