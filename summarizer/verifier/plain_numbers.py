"""Plain numbers of a user's schema: each must stand in the cited sentences, in digits or in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from summarizer.fields import Leaf
from summarizer.text.numbers import Amount
from summarizer.verifier.amounts import decimal_of, mantissa, plain_number, same_size
from summarizer.verifier.findings import Code, quoted
from summarizer.verifier.index import Cited
from summarizer.verifier.locate import locate_cited
from summarizer.verifier.notes import Held, Note, find
from summarizer.verifier.values import concerns, goes_down


def check_number(leaf: Leaf, cited: Cited) -> Iterator[Note]:
    """A bare number of a user's schema: it must stand in the cited sentences, in digits or in words."""
    wanted = decimal_of(leaf.value)
    index = cited.index
    if wanted is None or not wanted.is_finite():
        yield find(
            Code.NUMBER_UNSUPPORTED, leaf.path, f"{leaf.value} is not a number that a text can give.", said=leaf.value
        )
        return
    turned: Amount | None = None
    for amount in cited.each(index.amounts):
        if same_size(wanted, amount):
            if wanted < 0 < amount.value and not goes_down(amount, index):
                turned = turned or amount
                continue
            yield Held(leaf.path, (amount.core,))
            return
    if turned is not None:
        yield find(
            Code.SIGN_ALTERED,
            leaf.path,
            f"The number is {plain_number(wanted)}, but nothing in the article says that "
            f"{quoted(index.text[turned.start : turned.end])} is negative.",
            said=leaf.value,
            article=index.article,
            place=(turned.start, turned.end),
        )
        return
    for form in _written(wanted):
        if located := locate_cited(form, cited):
            yield Held(leaf.path, located.places)
            return
    elsewhere = [amount for amount in index.amounts_by_value.get(abs(wanted), ()) if concerns(cited, amount)]
    if elsewhere:
        best = min(elsewhere, key=lambda amount: abs(amount.start - cited.middle))
        yield Held(leaf.path, (best.core,))
        return
    pool = cited.each(index.amounts)
    shifted = [amount for amount in pool if mantissa(amount.value) == mantissa(wanted) != ""]
    if shifted or pool:
        meant = shifted[0] if shifted else min(pool, key=lambda amount: abs(abs(amount.value) - abs(wanted)))
        yield find(
            Code.SCALE_ALTERED if shifted else Code.NUMBER_ALTERED,
            leaf.path,
            f"The cited sentences do not have the number {plain_number(wanted)}; "
            f"they have {quoted(index.text[meant.start : meant.end])}.",
            said=leaf.value,
            article=index.article,
            place=(meant.start, meant.end),
        )
        return
    yield find(
        Code.NUMBER_UNSUPPORTED,
        leaf.path,
        f"The cited sentences do not have the number {plain_number(wanted)}.",
        said=leaf.value,
    )


def _written(value: Decimal) -> list[str]:
    """How a number without a unit may be written in digits."""
    if abs(value) >= Decimal(10) ** 24:
        return []
    plain = f"{value:f}"
    return [plain, f"{value:,f}"]
