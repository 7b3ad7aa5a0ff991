"""What a side of a row says otherwise than is known: units whose leader does not stand beside them."""

from dataclasses import dataclass

from store.portfolio.standings import certain_pairs
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention, SideName
from store.records.whois import is_collective


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
    if not leaders or len(leaders) > len(side.units) or task.doubt(name):
        return ()
    if any(is_collective(tasks, mention) for mention in (*side.units, *side.leaders)):
        return ()
    pairs = certain_pairs(tasks)
    known = [(unit, pairs.get(unit.key or "")) for unit in side.units]
    return tuple(Missing(unit, leader) for unit, leader in known if leader and leader not in leaders)
