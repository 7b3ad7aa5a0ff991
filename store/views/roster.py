"""The roster of a list as JSON."""

from collections.abc import Mapping

from store.portfolio.standings import certain_pairs
from store.records.person import RosterEntry
from store.records.tasklist import TaskList
from store.views.values import JsonObject, contact_of, rows_of


def roster_view(tasks: TaskList) -> list[JsonObject]:
    """Return the roster by rank, each with the units certainly in his charge and his rows."""
    charge: dict[str, list[str]] = {}
    for unit, leader in certain_pairs(tasks).items():
        charge.setdefault(leader, []).append(tasks.wording_of(unit))
    return [_entry(tasks, entry, charge) for entry in tasks.roster]


def _entry(tasks: TaskList, entry: RosterEntry, charge: Mapping[str, list[str]]) -> JsonObject:
    view: JsonObject = {"role": entry.role}
    view["name"] = tasks.person_name(entry.person)
    view["post"] = entry.post
    view["unit"] = tasks.unit_name(entry.unit) or None
    view |= contact_of(tasks, entry.person)
    view["key"] = entry.key
    view["portfolio"] = charge.get(entry.person, [])
    view |= rows_of(tasks, entry.person)
    return view
