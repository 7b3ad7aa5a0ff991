"""Figures as they are printed: decimal numbers, and shares in per cent to one place, rounded half up."""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?")
_ONE_PLACE = Decimal("0.1")
HUNDRED = Decimal(100)


def number_in(words: str) -> Decimal | None:
    """Return the number that a text is, in signs of either width: 1,200.5; none where it is none."""
    plain = unicodedata.normalize("NFKC", words).replace(",", "").strip()
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def per_cent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """Return a part in per cent of a whole, as it is printed and judged: 11 of 12 are 91.7."""
    return rounded(Decimal(part) * HUNDRED / Decimal(whole))


def rounded(number: Decimal) -> Decimal:
    """Return a number to one place, rounded half up."""
    return number.quantize(_ONE_PLACE, ROUND_HALF_UP)
