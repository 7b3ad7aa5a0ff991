"""Changing who answers for rows: the edits, the leaders that follow the units, and what stays open.

The screen shows a proposal before Enter; the command line says it after. Both commit the same change.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from store.acts.cell_grounds import (
    Reason,
    answered_edits,
    ground_edits,
    is_as_issued,
    with_only_here,
    without_what_goes,
)
from store.portfolio.missing import Missing, missing_leaders
from store.portfolio.standings import leaders_of
from store.records.cells import Cell, leaders_field, units_field
from store.records.changes import Change, Edit, updated
from store.records.describing import changed_in_words, label, words
from store.records.doubts import doubt
from store.records.fields import field_of
from store.records.ranges import numbered_rows
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import SIDES, Mention, Side, SideName
from store.refused import Refused


@dataclass(frozen=True, slots=True)
class SideAnswer:
    """Who is to answer for a side: units, leaders or both. None is not said; without units are no leaders."""

    units: tuple[Mention, ...] | None = None
    leaders: tuple[Mention, ...] | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an assignment would do: its edits, the leaders that follow or the units that keep them from it."""

    edits: tuple[Edit, ...]
    followed: tuple[Mention, ...] = ()
    """Leaders that the portfolio gives; empty where they were given or stay."""
    open_units: tuple[str, ...] = ()
    """Wordings of the units whose leader is open: the leaders stay and the row keeps the question."""
    asked: tuple[Missing, ...] = ()
    """Units whose known leader would not stand beside them: the clerk is to say why before it is done."""


def assign(
    tasks: TaskList, rows: Sequence[str], answers: Mapping[SideName, SideAnswer], reason: Reason = ""
) -> dict[SideName, Assignment]:
    """Return what answers for one side or both would do; the second side's edits build on the first's.

    Where the leader of a unit, settled or certain, would not stand beside it, `asked` names it; `reason` is
    what the clerk answers: `only_here` or `misread` (a handover is an act of its own, `handovers_meant`).
    """
    current = [tasks.task(row) for row in rows]
    done: dict[SideName, Assignment] = {}
    for side, answer in answers.items():
        leaders, open_units = _leaders(tasks, answer)
        edits: list[Edit] = []
        asked: dict[Missing, None] = {}
        for place, old in enumerate(current):
            answered = _closed(tasks, _answered(old, side, answer, leaders, open_units), side)
            then = without_what_goes(tasks, answered, side)
            why = _asked(then, old, answered, side, reason)
            asked |= dict.fromkeys(() if reason else why)
            given: Reason = reason if why else ""
            is_excused = given == "only_here" or (not why and side in old.only_here)
            new = with_only_here(then, answered, side, is_so=is_excused)
            current[place] = new
            edits += _edits(old, new, side)
            is_said = answer.leaders is not None and not why
            if new != old:
                edits += ground_edits(tasks, old, new, side, is_said=is_said, reason=given)
        follow = bool(edits) and answer.leaders is None
        followed = leaders if follow and not open_units else ()
        still_open = open_units if follow else ()
        done[side] = Assignment(tuple(edits), followed, still_open, tuple(asked))
    return done


def _asked(tasks: TaskList, old: Task, new: Task, side: SideName, reason: Reason) -> tuple[Missing, ...]:
    """Return what the clerk is to say why: not again what he said of this row alone.

    That the notice was misread may be said of what stands there already.
    """
    is_misread = reason == "misread"
    if not is_misread and (old.side(side), old.doubts) == (new.side(side), new.doubts):
        return ()
    missing = missing_leaders(tasks, new, side)
    known = missing_leaders(tasks, old, side) if side in old.only_here and not is_misread else ()
    return () if set(missing) <= set(known) else missing


def _leaders(tasks: TaskList, answer: SideAnswer) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """Return the leaders given, else those that the units have, with the units whose leader is open."""
    if answer.leaders is not None:
        return answer.leaders, ()
    return leaders_of(tasks, answer.units or ())


def _answered(
    task: Task, side: SideName, answer: SideAnswer, leaders: tuple[Mention, ...], open_units: tuple[str, ...]
) -> Task:
    now = task.side(side)
    units = now.units if answer.units is None else answer.units
    if answer.leaders is None and units and units == now.units:
        return task
    after = task.with_side(side, Side(units, now.leaders if open_units else leaders))
    is_answered = answer.leaders is not None and bool(task.doubt(side))
    if after == task and not is_answered:
        return task
    left = (doubt(side, "leaders_left", "、".join(open_units)),) if open_units else ()
    return replace(after, doubts=(*task.doubts_elsewhere(side), *left))


def _closed(tasks: TaskList, task: Task, side: SideName) -> Task:
    """Return a row without the doubt that leaders did not follow, where a side is as the notice had it."""
    if not task.has_doubt(side, "leaders_left") or not is_as_issued(tasks, task, side):
        return task
    return replace(task, doubts=task.doubts_elsewhere(side))


def _edits(old: Task, new: Task, side: SideName) -> list[Edit]:
    now = new.side(side)
    cells = {units_field(side): now.units, leaders_field(side): now.leaders}
    return updated(old, **cells, doubts=new.doubts, only_here=new.only_here)


def assignment_change(
    tasks: TaskList, rows: Sequence[str], assignments: Mapping[SideName, Assignment], basis: str = ""
) -> Change:
    """Return the one change that assignments to some rows make, titled by what the clerk gave.

    By key, by command and in the 方阵 the title is the same: 第 3.1–3.3 行牵头单位:法制处 → 平台处. Refused
    where the clerk was asked why and has not said.
    """
    edits = assigned_edits(tasks, rows, assignments.values())
    return Change(_title(tasks, rows, edits), tuple(edits), basis=basis)


def assigned_edits(tasks: TaskList, rows: Iterable[str], done: Collection[Assignment]) -> list[Edit]:
    """Return all edits of assignments to rows; Refused where the clerk was asked why and has not said."""
    if asked := asked_of(done):
        said = asked_in_words(tasks, rows, asked)
        raise Refused(f"{said}请说明是“仅此行”、“分工调整”，还是“原文读错”。")
    edits = [edit for assignment in done for edit in assignment.edits]
    return [*edits, *answered_edits(tasks, edits)]


def asked_of(done: Iterable[Assignment]) -> tuple[Missing, ...]:
    """Return of which units the clerk is to say why their leader is not there, each once."""
    asked: dict[Missing, None] = {}
    for assignment in done:
        asked |= dict.fromkeys(assignment.asked)
    return tuple(asked)


def asked_in_words(tasks: TaskList, rows: Iterable[str], asked: Iterable[Missing]) -> str:
    """Return of which units the clerk is asked why their leader is not there."""
    who = "、".join(f"{one.unit.wording}由{tasks.person_name(one.leader)}分管" for one in asked)
    where = numbered_rows(tasks, rows)
    return f"{where}没有改动：{who}，改后没有他。"


def _title(tasks: TaskList, rows: Sequence[str], edits: Sequence[Edit]) -> str:
    changed = {edit.key for edit in edits}
    said = [_side_title(tasks, side, edits) for side in SIDES]
    where = numbered_rows(tasks, [row for row in rows if row in changed])
    what = "；".join(filter(None, said)) or "分管领导不变"
    return f"{where}{what}"


def _side_title(tasks: TaskList, side: SideName, edits: Sequence[Edit]) -> str:
    """Return which units of a side changed, or which leaders where no units did: who follows goes unsaid."""
    for cell in (Cell(side, "units"), Cell(side, "leaders")):
        changed = cell_changed(tasks, cell, edits)
        if changed:
            return f"{label(tasks, cell.field)}：{changed}"
    return ""


def cell_changed(tasks: TaskList, cell: Cell, edits: Iterable[Edit]) -> str:
    """Return what edits change in a cell, 甲处 → 乙处 or +甲处; nothing where they do not.

    Of rows that do not change alike it says what they come to hold.
    """
    field = field_of(Task, cell.field)
    own = [edit for edit in edits if edit.field == cell.field]
    changed = {changed_in_words(tasks, field, edit.before, edit.after) for edit in own}
    if len(changed) > 1:
        return f"（各行不同） → {words(tasks, field, own[0].after)}"
    return "".join(changed)
