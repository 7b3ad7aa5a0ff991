"""In which order rows are looked at (排序); the list's own order stays what it is."""

from collections.abc import Callable, Sequence

from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.views.selection import SortedBy, due_days
from store.words.names import name_key

SORTED_BY: dict[SortedBy, str] = {
    "unit": "牵头单位",
    "leader": "分管领导",
    "deadline": "完成时限",
    "state": "状态",
    "text": "重点任务",
}
"""What rows can be sorted by, in the clerk's words."""

_Key = Callable[[Task], tuple[object, ...]]


def rows_sorted(tasks: TaskList, rows: Sequence[str], by: SortedBy) -> tuple[str, ...]:
    """Return rows in another order: units and people as the list has them, days by date, texts by pinyin.

    What has none of it comes last; equal rows keep the list's order.
    """
    if not by:
        return tuple(rows)
    key = _key(tasks, by)
    return tuple(sorted(rows, key=lambda row: key(tasks.task(row))))


def _key(tasks: TaskList, by: SortedBy) -> _Key:
    match by:
        case "unit":
            return _by_place(_places_of_units(tasks), lambda task: task.lead_units)
        case "leader":
            return _by_place(_places_of_people(tasks), lambda task: task.lead_leaders)
        case "deadline":
            return _by_day(due_days(tasks))
        case "state":
            return _by_state(tasks)
    return lambda task: _last_if_empty(task.text)


def _by_day(due: Callable[[Task], str]) -> _Key:
    """Return a key by the day due, then by the deadline's wording."""
    return lambda task: (*_last_if_empty(due(task)), *_last_if_empty(task.deadline or ""))


def _by_state(tasks: TaskList) -> _Key:
    """Return a key by the state today, those that want attention first, then by the day due."""
    from store.ledger.state_keeping import states_on
    from store.ledger.state_words import BEHIND, BY_GRAVITY

    states = states_on(tasks, tasks.clock.day())
    places = {code: place for place, code in enumerate(BY_GRAVITY)}

    def key(task: Task) -> tuple[object, ...]:
        state = states.of(task.key)
        place = places[state.code]
        if state.is_behind:
            place = min(place, places[BEHIND])
        return place, state.due or "9999"

    return key


def _places_of_units(tasks: TaskList) -> dict[str, int]:
    return {unit.key: place for place, unit in enumerate(tasks.units)}


def _places_of_people(tasks: TaskList) -> dict[str, int]:
    return {entry.person: place for place, entry in enumerate(tasks.entries)}


def _by_place(places: dict[str, int], named: Callable[[Task], tuple[Mention, ...]]) -> _Key:
    """Return a key by the place of the first that a row names: a name without a record after all others."""

    def key(task: Task) -> tuple[object, ...]:
        first = next(iter(named(task)), None)
        if first is None:
            return 2, 0, ""
        place = places.get(first.key or "")
        return (1, 0, first.wording) if place is None else (0, place, "")

    return key


def _last_if_empty(text: str) -> tuple[object, ...]:
    """Return a key for a text: the usual Chinese signs stand in GB 18030 by their pinyin."""
    return not text, name_key(text).encode("gb18030", "replace")
