"""What is to be printed: a kind of sheet, for whom, of which rows, since when; and the sheets that this makes."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.history.earlier import State
from store.history.prints import is_print
from tui.paper.layout import Sheet
from tui.paper.sheets import (
    change_sheet,
    leader_sheets,
    matrix_sheets,
    roster_sheet,
    summary_sheet,
    task_list_sheet,
    unit_sheets,
)
from tui.paper.sheets.cells import written_day

KINDS = {
    "list": "任务清单",
    "unit": "单位任务分解单",
    "leader": "领导分管任务清单",
    "matrix": "责任分配矩阵",
    "roster": "领导小组名单",
    "changes": "调整对照表",
    "summary": "责任汇总表",
}
"""The kinds of sheets by their names in words typed, with their labels."""

WHOLE = ("list", "changes")
"""The kinds that put the state of the whole list on paper: the last of them is what a 调整对照表 goes on from."""

PRINTABLE = ("pdf", "text")
"""Formats that print systems take as they are; Windows hands any file to the program that opens it."""


@dataclass(frozen=True, slots=True)
class Job:
    """One print."""

    kind: str = "list"
    subjects: tuple[str, ...] | None = None
    """Keys of the units or leaders; none for all."""
    rows: tuple[str, ...] | None = None
    """Keys of the rows that a filter shows; none for all."""
    since: int | None = None
    """How many changes the earlier state has that a 调整对照表 begins with; none for the list as it was issued."""


def sheets_for(job: Job, state: State) -> list[Sheet]:
    """The sheets of a print of a list as it is now, or as it was."""
    tasks = state.tasks
    match job.kind:
        case "unit":
            return unit_sheets(tasks, job.subjects)
        case "leader":
            return leader_sheets(tasks, job.subjects)
        case "matrix":
            return matrix_sheets(tasks, job.rows)
        case "roster":
            return [roster_sheet(tasks)]
        case "changes":
            return [_changes(state, max(1, job.since or 1))]
        case "summary":
            return [summary_sheet(tasks, job.rows)]
        case _:
            return [task_list_sheet(tasks, job.rows)]


def title_of(job: Job, sheets: Sequence[Sheet]) -> str:
    """A print in words: the kind, and for whom."""
    names = [sheet.name for sheet in sheets] if job.kind in ("unit", "leader") else []
    return KINDS[job.kind] + (
        f"({'、'.join(names[:3])}{f'等 {len(names)} 份' if len(names) > 3 else ''})" if names else ""
    )


def _changes(state: State, count: int) -> Sheet:
    """What differs between the list after its first `count` changes and now."""
    history = state.history
    days = [
        written_day(history[place].at[:10]) for place in (count - 1, len(history) - 1) if history[place].at
    ]
    later = [change for change in history[count:] if not is_print(change)]
    return change_sheet(state.after(count).tasks, state.tasks, later, "至".join(dict.fromkeys(days)))
