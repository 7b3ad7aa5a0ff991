"""Settling who has a unit: the bureau's word, as a record of the portfolio. It changes no row."""

from collections.abc import Sequence

from store.acts.preview import Preview, RowChange
from store.portfolio.standings import leaders_of, settled_pairs
from store.records.changes import Change, Edit, created, deleted, updated
from store.records.kept import Pair
from store.records.keys import new_key
from store.records.ranges import names_in_words
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, Side, SideName
from store.refused import Refused


def settling_edits(
    tasks: TaskList,
    unit: str,
    leader: str,
    since: str | None = None,
    basis: str = "",
    from_leader: str | None = None,
) -> Sequence[Edit]:
    """The edits that give a unit its leader in charge; none where that is settled so already."""
    pair = settled_pairs(tasks).get(unit)
    if pair is None:
        pair = Pair(new_key(), unit, leader, since, basis, from_leader)
        return [created(pair)]
    return updated(pair, leader=leader, since=since, basis=basis, from_leader=from_leader)


def settle(tasks: TaskList, unit: str, leader: str, since: str | None = None, basis: str = "") -> Change:
    """Settle that a leader has a unit; said again without a day and a basis, it keeps those it has."""
    pair = settled_pairs(tasks).get(unit)
    is_so_already = pair is not None and pair.leader == leader
    again = is_so_already and not (since or basis)
    edits = () if again else settling_edits(tasks, unit, leader, since, basis)
    named, charged = tasks.wording_of(unit), tasks.person_name(leader)
    title = f"定下{named}由{charged}分管"
    return Change(title, tuple(edits), basis=basis, effective_on=since)


def settle_together(tasks: TaskList, units: Sequence[str], leader: str) -> Change:
    """Settle that a leader has several units, as one change."""
    edits = [edit for unit in units for edit in settle(tasks, unit, leader).edits]
    named = names_in_words([tasks.wording_of(unit) for unit in units])
    return Change(f"定下{named}由{tasks.person_name(leader)}分管", tuple(edits))


def unsettle(tasks: TaskList, unit: str) -> Change:
    """Take back that a unit's leader is settled: what the rows imply holds again."""
    pair = settled_pairs(tasks).get(unit)
    if pair is None:
        raise Refused(f"{tasks.wording_of(unit)}的分管领导还没有定,不必取消。")
    named, charged = tasks.wording_of(unit), tasks.person_name(pair.leader)
    title = f"取消已定的分管:{named}({charged})"
    return Change(title, (deleted(pair),))


def followers_preview(tasks: TaskList, unit: str) -> Preview:
    """Propose leaders for rows where they did not follow a unit, its leader being open, and are known now."""
    rows: list[RowChange] = []
    edits: list[Edit] = []
    for row in tasks.rows_naming(unit):
        task = tasks.task(row)
        answered = [side for side in SIDES if _follows_now(tasks, task, side, unit)]
        for name in answered:
            side = task.side(name)
            leaders, _ = leaders_of(tasks, side.units)
            after = Side(side.units, leaders)
            rows.append(RowChange(row, name, side, after))
        left = tuple(doubt for doubt in task.doubts if doubt.side not in answered)
        edits += updated(task, doubts=left)
    title = f"{tasks.wording_of(unit)}的分管领导已定,各行分管领导随之改动"
    return Preview(title, tuple(rows), edits=tuple(edits))


def _follows_now(tasks: TaskList, task: Task, name: SideName, unit: str) -> bool:
    """Tell whether a side names a unit, its leaders did not follow, and all of them are known now."""
    side = task.side(name)
    if not task.has_doubt(name, "leaders_left") or all(mention.key != unit for mention in side.units):
        return False
    _, still_open = leaders_of(tasks, side.units)
    return not still_open
