"""The tables that a list's file holds for itself: what came from where, and what nobody has decided yet.

They go to no other desk. `arrived` is what this desk alone knows; `conflicts` is made of the changes, and
`verify` compares it with them. A list that never met another desk has neither.

    "arrived": {"1": {"key": "k3v9x2mqa1b2", "at": "2026-11-02T09:00:00+08:00", "desk": "王芳 · PC-05"}}
"""

from pathlib import Path
from typing import Any

from store.file.problems import damaged
from store.records.changes import Arrival, History
from store.records.conflicts import TABLE as CONFLICTS
from store.records.conflicts import Conflict
from store.records.record import Doc
from store.records.undecided import Undecided

_ARRIVED = "arrived"
LOCAL_TABLES = (_ARRIVED, CONFLICTS)
"""Their names."""


def arrived(data: dict[str, Any], path: Path) -> dict[str, Arrival]:
    """Return by id the changes that came from other desks."""
    try:
        docs = data.get(_ARRIVED, {}).values()
        return {doc["key"]: Arrival(doc["at"], doc["desk"]) for doc in docs}
    except (AttributeError, KeyError, TypeError) as error:
        raise damaged(path, f"表 {_ARRIVED} 中有不完整的记录") from error


def undecided(data: dict[str, Any], path: Path) -> Undecided:
    """Return the conflicts that were open."""
    try:
        return Undecided(map(Conflict.from_doc, data.get(CONFLICTS, {}).values()))
    except (AttributeError, KeyError, TypeError, IndexError) as error:
        raise damaged(path, f"表 {CONFLICTS} 中有不完整的记录") from error


def local_tables(history: History, conflicts: Undecided) -> dict[str, list[Doc]]:
    """Return those of these tables that hold anything, as the file has them."""
    there = {doc["id"] for doc in history.docs} if history.arrived else ()
    came: list[Doc] = []
    for key, arrival in history.arrived.items():
        if key in there:
            came.append({"key": key, **arrival._asdict()})
    tables = {_ARRIVED: came, CONFLICTS: [conflict.to_doc() for conflict in conflicts]}
    return {name: docs for name, docs in tables.items() if docs}
