"""A print: a kind of sheet, for whom, of which rows, since when; and the sheets that this makes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.history.earlier import State
from store.history.prints import changes_of_list, is_print, newer_print
from store.refused import Refused
from store.words.cleaning import clean_line
from tui.paper.dressing import OF_EACH, dressed
from tui.paper.layout import Sheet, written_day
from tui.paper.setup import PageSetup
from tui.paper.sheets import (
    change_sheet,
    leader_sheets,
    matrix_sheets,
    roster_sheet,
    summary_sheet,
    task_list_sheet,
    unit_sheets,
)

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

OF_ROWS = ("list", "matrix", "summary")
"""The kinds that put some rows on paper as well as all."""
_NAMED = 3
"""Units or leaders that the title of a print names."""

PRINTABLE = ("pdf", "text")
"""Formats that print systems take as they are; Windows hands any file to the program that opens it."""


@dataclass(frozen=True, slots=True)
class Job:
    """One print."""

    kind: str = "list"
    subjects: tuple[str, ...] | None = None
    """Keys of the units or leaders; None for all."""
    rows: tuple[str, ...] | None = None
    """Keys of the rows that a filter shows; None for all."""
    with_idle: bool = False
    """Whether units that no row names have a sheet too, where all are printed."""
    as_of: str = ""
    """The day of the state that is printed (2026-11-01); empty for that of now."""
    newer_print: str = ""
    """When a later state was printed than this one; empty where none was."""
    since: int | None = None
    """How many changes precede what a 调整对照表 shows; None for the list as it was issued."""


def sheets_for(job: Job, state: State, setup: PageSetup) -> list[Sheet]:
    """Return the sheets of a print of a list as it is, or as it was, with the words that the page gives each.

    Refused where there is nothing to print: no row names a unit, or a leader.
    """
    today = state.tasks.clock.day()
    number = clean_line(state.tasks.notice.document_number or "")
    says_state = setup.state or job.as_of
    said = (_state_line(job, state),) if says_state else ()
    sheets = [dressed(sheet, setup, today, number, said) for sheet in _bare_sheets(job, state)]
    if job.newer_print:
        note = newer_note(job)
        sheets = [replace(sheet, notes=(*sheet.notes, note)) for sheet in sheets]
    if not sheets:
        who = OF_EACH[job.kind]
        what = KINDS[job.kind]
        raise Refused(f"清单里没有一行写明{who},没有可以打印的{what}。")
    return sheets


def _state_line(job: Job, state: State) -> str:
    """Return of which day and of which change a list is; prints are no changes of it."""
    day = written_day(job.as_of or state.tasks.clock.day().isoformat())
    return f"截至{day}，第{changes_of_list(state.history)}次变更"


def of_earlier(job: Job, now: State, shown: State, day: str) -> Job:
    """Return a print of an earlier state with its day, and with when a later one was printed."""
    newer = newer_print(now.tasks, now.history, len(shown.history), job.kind)
    return replace(job, as_of=day, newer_print=newer)


def newer_note(job: Job) -> str:
    """Return the sentence that a later state was printed already."""
    return f"{written_day(job.newer_print[:10])}已有更新的打印，以后印的为准。"


def _bare_sheets(job: Job, state: State) -> list[Sheet]:
    tasks = state.tasks
    match job.kind:
        case "unit":
            return unit_sheets(tasks, job.subjects, with_idle=job.with_idle)
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
    """Return a print in words: the kind, and for whom (单位任务分解单(成果处、办公室))."""
    if job.kind not in OF_EACH:
        return KINDS[job.kind]
    names = "、".join(sheet.name for sheet in sheets[:_NAMED])
    count = len(sheets)
    more = f"等 {count} 份" if count > _NAMED else ""
    return f"{KINDS[job.kind]}({names}{more})"


def _changes(state: State, count: int) -> Sheet:
    """Return what differs between the list after its first `count` changes and now."""
    history = state.history
    moments = [history[count - 1].at, history[-1].at]
    days = [written_day(moment[:10]) for moment in moments if moment]
    later = [change for change in history[count:] if not is_print(change)]
    period = "至".join(dict.fromkeys(days))
    return change_sheet(state.after(count).tasks, state.tasks, later, period)
