"""Shares in per cent that add up: by the largest remainder, to one place, always 100.0.

Plain rounding gives 17, 10, 24, 9 and 162 of 222 a sum of 100.1. Here each share is cut to a tenth, and the
tenths that are left go to those that lost most, the first of two that lost the same.
"""

from collections.abc import Sequence
from decimal import Decimal

from store.ledger.figures import rounded
from store.refused import Refused

_TENTHS = 1000
"""Of the whole, which is 100.0."""
_PLACES = Decimal(10)


def shares(counts: Sequence[int]) -> tuple[Decimal, ...]:
    """Return the share of each count in their sum; of nothing 0.0 each, as there is nothing to share."""
    whole = sum(counts)
    if not whole:
        return tuple(Decimal("0.0") for _ in counts)
    cut = [count * _TENTHS // whole for count in counts]
    lost = [count * _TENTHS % whole for count in counts]
    places = range(len(counts))
    by_loss = sorted(places, key=lost.__getitem__, reverse=True)
    left = _TENTHS - sum(cut)
    for place in by_loss[:left]:
        cut[place] += 1
    return tuple(map(_in_per_cent, cut))


def _in_per_cent(tenths: int) -> Decimal:
    return rounded(Decimal(tenths) / _PLACES)


def refuse_other_total(counts: Sequence[int], stated: int) -> None:
    """Refuse a total that somebody states and that is not the sum of its parts."""
    found = sum(counts)
    if found != stated:
        raise Refused(f"各类相加 {found}，与总数 {stated} 不符。")
