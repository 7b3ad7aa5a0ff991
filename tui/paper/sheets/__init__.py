"""The sheets that can be printed, a module each: records in, a layout of plain values out.

They may import `tui.paper.layout` and the store; no writer of a format.
"""

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
