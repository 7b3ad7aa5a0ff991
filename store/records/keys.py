"""Keys and order: what names a record, and what places it between its neighbours."""

import base64
import hashlib
import secrets
from collections.abc import Sequence

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_ORDER_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def new_key() -> str:
    """Return a key for a record: 12 random base32 characters, given once and never reused."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(12))


def key_made_of(*parts: str) -> str:
    """Return the key that is always the same for the same parts: of what an old file did not name yet."""
    digest = hashlib.sha256("/".join(parts).encode("utf-8", "backslashreplace")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:12]


def order_between(before: str, after: str) -> str:
    """Return a sortable place between two neighbours; an empty string stands for no neighbour.

    Placing one record edits that record alone. Places are fractions written in base 36 without the point.
    """
    if not after:
        return _place_after(before)
    place, depth = "", 0
    while True:
        low = _ORDER_DIGITS.index(before[depth]) if depth < len(before) else 0
        high = _ORDER_DIGITS.index(after[depth]) if depth < len(after) else len(_ORDER_DIGITS)
        if high - low > 1:
            return place + _ORDER_DIGITS[(low + high) // 2]
        place += _ORDER_DIGITS[low]
        if high > low:
            after = ""
        depth += 1


def order_among(orders: Sequence[str], index: int) -> str:
    """Return the place before the record that stands at an index now."""
    before = orders[index - 1] if index > 0 else ""
    after = orders[index] if index < len(orders) else ""
    return order_between(before, after)


def _place_after(before: str) -> str:
    """Return the next of the evenly spread six-digit places: a counter of four digits, then room for two."""
    number = int(before[:4] or "0", 36) + 1
    digits = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        digits = _ORDER_DIGITS[digit] + digits
    return digits + "00"
