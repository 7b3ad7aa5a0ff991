"""The sheets a bureau prints, each made from a list as plain values for the writers."""

from tui.paper.sheets.task_list import task_list_sheet

__all__ = ["task_list_sheet"]
