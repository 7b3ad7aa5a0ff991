"""Ground: what a cell of units and leaders said when it was issued; it proves who has which unit.

A ground stays as it is when its row is changed, moved or taken out: what was known stays known.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import product
from typing import ClassVar, Literal

from store.records.cells import units_field
from store.records.record import Record
from store.records.values import SIDES, Mention, SideName

Origin = Literal["notice", "hand"]
"""Whether a notice said it, or the clerk did."""
ORIGINS: tuple[Origin, ...] = ("notice", "hand")


@dataclass(frozen=True, slots=True)
class Ground(Record):
    """Units and the leaders in charge of them, as a side of a row had them in a notice or by hand.

    A row has at most one of each origin on a side.
    """

    TABLE: ClassVar[str] = "grounds"
    LATER: ClassVar[tuple[str, ...]] = ("at", "basis")

    notice: str = ""
    """Key of the notice whose list the row stands in; empty in a list without one."""
    row: str = ""
    """Key of the row, which may be gone since."""
    name: str = ""
    """What the row was called when it was said: 3.2."""
    side: SideName = "lead"
    units: tuple[str, ...] = ()
    """Keys, each once, in the order of the cell; a wording that nobody has settled stands as “某处”."""
    leaders: tuple[str, ...] = ()
    """The same of the people."""
    source: tuple[int, ...] = ()
    """Lines of the notice's source text."""
    origin: Origin = "notice"
    at: str = ""
    """When it was said by hand, ISO with zone."""
    basis: str = ""


_WORDED = "“"
_LETTERS = bytes([b"abcdefghijklmnopqrstuvwxyz234567"[byte % 32] for byte in range(256)])
"""A letter of base32 for each byte."""


def ground_key(row: str, side: SideName, origin: Origin) -> str:
    """Return the key of a ground, made from what it is the ground of: 12 characters of base32."""
    digest = hashlib.sha256(f"ground:{origin}:{side}:{row}".encode()).digest()
    return digest[:12].translate(_LETTERS).decode()


def grounds_of_cells(row: str, fields: Collection[str]) -> Iterator[str]:
    """Yield the keys of the grounds of those cells of a row whose units are among some fields."""
    for side, origin in product(SIDES, ORIGINS):
        if units_field(side) in fields:
            yield ground_key(row, side, origin)


def is_worded(name: str) -> bool:
    """Tell whether a ground's name is a wording that nobody has settled, not a key."""
    return name.startswith(_WORDED)


def named(key: str | None, wording: str) -> str:
    """Return how a ground names what a cell mentions: by its key, else as it is worded."""
    return key or f"{_WORDED}{wording}”"


def names_of(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Return how a ground names what a cell mentions, each once."""
    return tuple(dict.fromkeys(named(mention.key, mention.wording) for mention in mentions))
