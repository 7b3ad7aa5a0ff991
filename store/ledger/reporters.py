"""Who reports of a row: the units that stand in it; a collective (统称) as the units that it holds."""

from collections.abc import Iterable
from typing import NamedTuple

from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Mention, SideName


class Reporting(NamedTuple):
    """The units of one side of a row that can report, and what stands there and cannot."""

    units: tuple[str, ...]
    """Keys, each once."""
    unclear: tuple[str, ...] = ()
    """Wordings that nobody has settled, and collectives without members: 相关处室."""

    @property
    def is_whole(self) -> bool:
        """Whether there are units, and all that stands there can report."""
        return bool(self.units) and not self.unclear


def reporting_units(tasks: TaskList, task: Task, side: SideName = "lead") -> Reporting:
    """Return who reports of a row on a side."""
    return reporting_of(tasks, task.side(side).units)


def reporting_of(tasks: TaskList, mentions: Iterable[Mention]) -> Reporting:
    """Return who reports of those that a cell names."""
    units: dict[str, None] = {}
    unclear: list[str] = []
    for mention in mentions:
        unit = tasks.find(Unit, mention.key)
        members = _members(unit)
        units.update(dict.fromkeys(members))
        if not members:
            unclear.append(mention.wording)
    return Reporting(tuple(units), tuple(unclear))


def _members(unit: Unit | None) -> tuple[str, ...]:
    """Return a unit itself, or of a collective its members; none where they are not known."""
    if unit is None:
        return ()
    return unit.members if unit.kind == "collective" else (unit.key,)
