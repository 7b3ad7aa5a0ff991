"""The sheets a bureau prints, each made from a list as plain values for the writers."""

from tui.paper.sheets.changes import change_sheet
from tui.paper.sheets.matrix import matrix_sheets
from tui.paper.sheets.roster import roster_sheet
from tui.paper.sheets.subject import leader_sheets, unit_sheets
from tui.paper.sheets.summary import summary_sheet
from tui.paper.sheets.task_list import task_list_sheet

__all__ = [
    "change_sheet",
    "leader_sheets",
    "matrix_sheets",
    "roster_sheet",
    "summary_sheet",
    "task_list_sheet",
    "unit_sheets",
]
