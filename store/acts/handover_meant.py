"""The handover that an assignment amounts to, where the clerk says so of leaders who have not the units."""

from collections.abc import Mapping, Sequence

from store.acts.assigning import SideAnswer, assign, assignment_change
from store.acts.handover import Handover, handover_preview
from store.portfolio.standings import certain_pairs
from store.records.changes import Change, Edit
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SideName
from store.refused import Refused


def handovers_meant(
    tasks: TaskList, rows: Sequence[str], answers: Mapping[SideName, SideAnswer]
) -> tuple[Handover, ...]:
    """Return the handovers that give units to the leaders whom rows are to name for them, one a leader.

    `to_leader` is empty where several may be meant.
    """
    after = tasks.copy()
    units: dict[tuple[str, str], dict[str, None]] = {}
    for side, done in assign(tasks, rows, answers).items():
        after.apply(done.edits)
        for missing in done.asked:
            taker = _taker(tasks, after.task(rows[0]), side)
            units.setdefault((missing.leader, taker), {})[missing.unit.key or ""] = None
    return tuple(Handover(giver, taker, tuple(keys)) for (giver, taker), keys in units.items())


def _taker(tasks: TaskList, task: Task, side: SideName) -> str:
    """Return the one leader of a side who has none of its units yet; empty where there are several."""
    named = task.side(side)
    pairs = certain_pairs(tasks)
    having = {pairs.get(unit.key or "") for unit in named.units}
    takers = {leader.key or "" for leader in named.leaders if leader.key not in having}
    return takers.pop() if len(takers) == 1 else ""


def handed_over_change(
    tasks: TaskList, rows: Sequence[str], answers: Mapping[SideName, SideAnswer], basis: str = ""
) -> Change:
    """Return the one change that hands units over and then assigns; all rows of these units follow.

    Refused where it cannot be told to whom, or where the handover asks about another row.
    """
    after = tasks.copy()
    edits: list[Edit] = []
    titles: list[str] = []
    for handover in handovers_meant(tasks, rows, answers):
        if not handover.to_leader:
            raise Refused("看不出移交给哪一位，请用“分工调整”写明移交人、接收人和单位。")
        preview = handover_preview(after, handover, {})
        if preview.open:
            names = "、".join(dict.fromkeys(tasks.row_name(question.row) for question in preview.open))
            raise Refused(f"第 {names} 行还要答复移交人留或去，请用“分工调整”逐行答复。")
        change = preview.change(after)
        after.apply(change.edits)
        edits += change.edits
        titles.append(change.title)
    assigned = assignment_change(after, rows, assign(after, rows, answers))
    titles += [assigned.title] if assigned.edits else []
    return Change("；".join(titles), (*edits, *assigned.edits), basis=basis)
