"""Two desks with a copy of one list, and what they come to when they have met."""

from typing import Any

from store.records.conflicts import Conflict
from store.records.record import Doc
from tests.store.history.desks import Desk, joined
from tests.store.small_list import IMPORT, ROWS, UNITS

ROW = ROWS[0].key
FIRST, SECOND = UNITS[0].key, UNITS[1].key


def begun() -> tuple[Desk, Desk]:
    """Two desks with a copy of one list."""
    one = Desk("a")
    one.make(IMPORT)
    return one, one.copy("b")


def set_field(desk: Desk, field: str, value: Any, second: int, key: str = ROW, **how: Any) -> str:
    return desk.edit(("tasks", key, field, value), second=second, **how)


def met(*desks: Desk) -> tuple[dict[str, Doc], tuple[Conflict, ...]]:
    """The rows, by key, and the conflicts when all have met, in either order the same."""
    there, back = joined(desks).state(), joined(desks[::-1]).state()
    assert (there.tables, there.conflicts, there.kept) == (back.tables, back.conflicts, back.kept)
    return there.tables["tasks"], there.conflicts


def values(conflict: Conflict, field: str) -> list[Any]:
    return [side.values[field] for side in conflict.sides]


def mention(key: str, wording: str) -> Doc:
    return {"key": key, "wording": wording}
