"""The columns of the ledger (台账): their fields, heads and widths."""

from typing import NamedTuple

from tui.screen.panes.matrix_columns import DrawnColumn

REPORT_FIELDS = ("done", "problem", "next_step")
"""Columns that show what units reported for the period: the fields of a report."""

OF_REPORTS = (*REPORT_FIELDS, "values", "owed")
"""Columns on whose cells a report is entered."""

IS_LOOKED_AT = ("state",)
"""Columns that are worked out, on whose cells nothing is written."""

WISHED_WIDTH = 118
"""Cells in which all columns stand with texts that can be read."""


class _Column(NamedTuple):
    """A column: its field, its heads, the width that it has at least and its part of what room is left."""

    field: str
    head: str
    short_head: str
    least: int
    part: int = 0


_COLUMNS = (
    _Column("text", "重点任务", "重点任务", 16, 3),
    _Column("lead_units", "牵头单位", "牵头", 8),
    _Column("deadline", "完成时限", "时限", 10),
    _Column("state", "状态", "状态", 10),
    _Column("done", "本期进展", "本期进展", 16, 4),
    _Column("problem", "存在问题", "问题", 10, 2),
    _Column("next_step", "下一步", "下一步", 10, 2),
    _Column("values", "完成值/目标", "完成/目标", 11),
    _Column("owed", "应报/已报", "应/已报", 9),
)
_PARTS = sum(column.part for column in _COLUMNS)
_WIDEST_LEAD = 12


def columns_fitted(width: int, lead: int, *, short_heads: bool) -> tuple[DrawnColumn, ...]:
    """Return the columns fitted into a width in cells; none without room.

    `lead` is the width of the longest name of a lead unit.
    """
    if width <= 0:
        return ()
    least = {column.field: column.least for column in _COLUMNS}
    least["lead_units"] = min(_WIDEST_LEAD, max(least["lead_units"], lead))
    room = max(0, width - sum(least.values()) - len(_COLUMNS) + 1)
    fitted: list[DrawnColumn] = []
    for column in _COLUMNS:
        given = least[column.field] + room * column.part // _PARTS
        fitted.append(DrawnColumn(column.field, column.short_head if short_heads else column.head, given))
    return tuple(fitted)
