"""The order in which records stand in their tables: as they came, by cause and not by arrival."""

from collections.abc import Callable, Iterable

from store.history.lineage import Lineage
from store.history.record_history import RecordAddress
from store.records.changes import History
from store.records.documents import Tables
from store.records.raised_grounds import may_lack_grounds
from store.records.record import Doc

_Place = tuple[int, int]
"""The causal place of a change, and of an edit in it."""


def in_causal_order(
    tables: Tables, history: History, lineage: Lineage, *, since: int | None = None
) -> Tables:
    """Return the tables with their records in the order that all desks give them.

    First those that came with the changes which all others have seen, as they stand; then by the creation
    that no deletion has seen, and where there is none by the last deletion. `since` says how many changes
    made what stands in order already.
    """
    if since is None:
        since = lineage.shared
    places = _places(history, lineage, since)
    ordered: Tables = {}
    for table, docs in tables.items():
        later = [key for key in docs if (table, key) in places]
        later.sort(key=_by_place(table, places))
        names = dict.fromkeys(key for key in docs if (table, key) not in places)
        names |= dict.fromkeys(later)
        ordered[table] = {key: docs[key] for key in names}
    return ordered


def _by_place(table: str, places: dict[RecordAddress, _Place]) -> Callable[[str], _Place]:
    return lambda key: places[table, key]


def _places(history: History, lineage: Lineage, since: int) -> dict[RecordAddress, _Place]:
    """Return the places of the records that were made or taken out since not all had seen all."""
    made: dict[RecordAddress, list[tuple[int, _Place]]] = {}
    last: dict[RecordAddress, _Place] = {}
    for rank in range(since, len(lineage)):
        number = lineage.order[rank]
        for step, edit in enumerate(_edits(history, number)):
            address = edit["table"], edit["key"]
            if edit["field"]:
                continue
            standing = made.setdefault(address, [])
            if edit["after"] is None:
                last[address] = rank, step
                made[address] = [one for one in standing if not _has_seen(lineage, number, one[0])]
            else:
                standing.append((number, (rank, step)))
    for address, standing in made.items():
        if standing:
            last[address] = standing[0][1]
    return last


def _has_seen(lineage: Lineage, later: int, earlier: int) -> bool:
    return later == earlier or lineage.has_seen(later, earlier)


def _edits(history: History, number: int) -> Iterable[Doc]:
    """Return the edits of a change as documents, those that an older program left out included."""
    doc = history.docs[number]
    if may_lack_grounds(doc):
        return [edit.to_doc() for edit in history[number].edits]
    edits: list[Doc] = doc["edits"]
    return edits
