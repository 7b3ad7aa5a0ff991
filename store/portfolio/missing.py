"""What a side of a row says otherwise than is known: units whose leader does not stand beside them."""

from dataclasses import dataclass

from store.portfolio.standings import certain_pairs
from store.records.doubts import doubt
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Doubt, Mention, SideName


@dataclass(frozen=True, slots=True)
class Missing:
    """A unit of a side whose leader, settled or certain, does not stand among the side's."""

    unit: Mention
    leader: str
    """Key of the one who has it."""


def missing_leaders(tasks: TaskList, task: Task, name: SideName) -> tuple[Missing, ...]:
    """Return the units of a side whose leader does not stand beside them.

    None where the side is in doubt, names a collective or no leader, or has more leaders than units.
    """
    side = task.side(name)
    leaders = {leader.key for leader in side.leaders}
    if not leaders or len(leaders) > len(side.units) or any(one.side == name for one in task.doubts):
        return ()
    if any(_is_collective(tasks, mention) for mention in (*side.units, *side.leaders)):
        return ()
    pairs = certain_pairs(tasks)
    known = [(unit, pairs.get(unit.key or "")) for unit in side.units]
    return tuple(Missing(unit, leader) for unit, leader in known if leader and leader not in leaders)


def _is_collective(tasks: TaskList, mention: Mention) -> bool:
    unit = tasks.find(Unit, mention.key)
    return mention.is_collective or (unit is not None and unit.kind == "collective")


def open_units(tasks: TaskList, task: Task, side: SideName) -> tuple[Mention, ...]:
    """Return the units of a side whose leader is open, so that the side's leaders did not follow (〔待定〕)."""
    if not task.has_doubt(side, "leaders_left"):
        return ()
    pairs = certain_pairs(tasks)
    return tuple(unit for unit in task.side(side).units if (unit.key or "") not in pairs)


def standing_doubts(tasks: TaskList, task: Task) -> tuple[Doubt, ...]:
    """Return the doubts of a row that nothing has answered since, each with the units that are open still."""
    return tuple(one for each in task.doubts for one in _as_it_stands(tasks, task, each))


def _as_it_stands(tasks: TaskList, task: Task, one: Doubt) -> tuple[Doubt, ...]:
    if one.code != "leaders_left":
        return (one,)
    still_open = [unit.wording for unit in open_units(tasks, task, one.side)]
    return (doubt(one.side, "leaders_left", "、".join(still_open)),) if still_open else ()
