"""The summary: how many rows each unit and each leader leads and shares, with sums that agree."""

from collections.abc import Sequence

from store.acts.crossings import By, Crossings, crossings
from store.records.tasklist import TaskList
from store.records.values import SIDES
from store.words.cleaning import clean_line
from tui.paper.layout import Row, Sheet, SheetCell, SheetColumn, banner
from tui.paper.sheets.cells import list_title

_COLUMNS = (
    SheetColumn("单位 / 领导", 40, False),
    SheetColumn("牵头（行）", 15, True),
    SheetColumn("责任（行）", 15, True),
    SheetColumn("合计", 15, True),
)


def summary_sheet(tasks: TaskList, rows: Sequence[str] | None = None) -> Sheet:
    """Return the counts over some rows, or over all."""
    count = len(tasks.task_keys if rows is None else rows)
    by_unit = _section(tasks, rows, "unit", "一、按单位")
    by_leader = _section(tasks, rows, "leader", "二、按分管领导")
    note = (
        f"注：以上按 {count} 行任务统计。一行有几个牵头（或责任）单位、领导的，各计一次，所以合计可多于 {count} 行；"
        "统称（如“相关处室”）单列。"
    )
    under = f"（{list_title(tasks)}）"
    sections = (*by_unit, *by_leader)
    return Sheet("重点任务责任汇总表", _COLUMNS, sections, notes=(note,), under=(under,), name="汇总")


def _section(tasks: TaskList, rows: Sequence[str] | None, by: By, heading: str) -> list[Row]:
    """Return the counts by unit or by leader, and their sums."""
    found = crossings(tasks, rows, by)
    lines: list[Row] = [banner(heading, len(_COLUMNS))]
    for column in found.columns:
        counts = [found.sums[column.id][side] for side in SIDES]
        name = clean_line(column.mention.wording)
        said = [name, *_figures(counts)]
        lines.append(tuple(SheetCell((words,)) for words in said))
    totals = _figures([found.total(side) for side in SIDES])
    lines.append((_strong("合计"), *map(_strong, totals)))
    named = sum(_names_somebody(found, row) for row in found.rows)
    base = SheetCell((f"{named} 行",), colspan=3, strong=True, centred=True)
    lines.append((_strong("所涉任务（不重复）"), base, None, None))
    return lines


def _names_somebody(found: Crossings, row: str) -> bool:
    """Return whether a row names a unit or leader."""
    return any(found.sides(row, column) for column in found.columns)


def _figures(counts: Sequence[int]) -> list[str]:
    """Return the counts of both sides and their sum as they are printed."""
    return [str(figure) for figure in (*counts, sum(counts))]


def _strong(text: str) -> SheetCell:
    return SheetCell((text,), strong=True, centred=True)
