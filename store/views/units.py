"""The units of a list as JSON."""

from collections.abc import Mapping

from store.portfolio.standings import certain_pairs
from store.records.several_lists import units_of_list
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.views.values import JsonObject, rows_of


def units_view(tasks: TaskList) -> list[JsonObject]:
    """Return the units, each with its head, its certain leader in charge, and the rows it stands in."""
    leaders = certain_pairs(tasks)
    return [_unit(tasks, unit, leaders) for unit in units_of_list(tasks)]


def _unit(tasks: TaskList, unit: Unit, leaders: Mapping[str, str]) -> JsonObject:
    view: JsonObject = {"full_name": unit.full_name}
    view["aliases"] = list(unit.aliases)
    view["kind"] = unit.kind
    view["head"] = tasks.person_name(unit.head) or None
    view["acting"] = unit.acting
    view["valid_until"] = unit.valid_until
    view["key"] = unit.key
    view["leader"] = tasks.person_name(leaders.get(unit.key)) or None
    view |= rows_of(tasks, unit.key)
    return view
