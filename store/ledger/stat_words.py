"""Statistics as they are read: heads, figures, their base, what is counted more than once or apart."""

from decimal import Decimal

from store.ledger.stat_columns import BYS, ROWS
from store.ledger.stat_lines import NOBODY
from store.ledger.state_words import BEHIND
from store.ledger.stats import StatLine, StatTable
from store.records.ranges import numbered_row
from store.records.tasklist import TaskList

_OF_SEVERAL = {
    "unit": ("2 个牵头单位", "两个单位", "几个牵头单位", "各单位"),
    "leader": ("2 位分管领导", "两位领导名下", "几位分管领导", "各领导名下"),
}
"""By what a table is made: how two, and how several, that a row has are called, and where it is counted."""

NO_FIGURE = "—"
"""Stands where there is nothing to be a share of."""
_SHARE, _IN_TIME = "占比", "按时率"


def heads_of(table: StatTable) -> list[str]:
    """Return what stands over the columns: by what the table is made, what is counted, shares."""
    labels = [column.label for column in table.columns]
    heads = [BYS[table.by], *labels]
    if table.by == "state":
        heads.insert(2, _SHARE)
    return [*heads, _IN_TIME] if table.has_reports else heads


def figures_of(table: StatTable) -> list[tuple[StatLine, list[str]]]:
    """Return each line that is shown with its figures as they are printed, 重复计 and 合计 last."""
    shares: list[Decimal | None] = [*table.shares, None, table.share_of_all]
    found = []
    for line, share in zip((*table.lines, table.repeated, table.total), shares, strict=True):
        counts = [line.count(column.code) for column in table.columns]
        figures = list(map(str, counts))
        if table.by == "state":
            figures.insert(1, per_cent_said(share))
        if table.has_reports:
            rate = None if line is table.repeated else line.in_time
            figures.append(per_cent_said(rate))
        if line is not table.repeated or table.several:
            found.append((line, figures))
    return found


def per_cent_said(number: Decimal | None) -> str:
    """Return a share in per cent as it is printed: 66.7%; a dash for none."""
    return NO_FIGURE if number is None else f"{number}%"


def base_said(table: StatTable) -> str:
    """Return the sentence that says what was counted, as of which day, and what is counted more than once."""
    count, day = table.total.count(ROWS), table.base.day
    said = f"统计口径：{count} 行，截至 {day.isoformat()}"
    several = table.several
    if not several:
        return f"{said}。"
    two, both, more, each = _OF_SEVERAL[table.by]
    are_all_two = set(several.values()) == {1}
    whose, where = (two, both) if are_all_two else (more, each)
    rows = f"有 {whose}的 {len(several)} 行"
    return f"{said}；{rows}在{where}各计一次，合计不重复计。"


def apart_said(table: StatTable) -> list[str]:
    """Return the sentences on what is counted apart: reports, rows of nobody, rows behind the plan."""
    said = []
    if table.has_reports:
        said.append(f"应报按“行×单位”计，为{table.base.period.label}的报送。")
        if table.unclear:
            said.append(f"统称未明的 {len(table.unclear)} 行不计应报。")
    for line in table.lines:
        if line.key == NOBODY:
            count = line.count(ROWS)
            said.append(f"{line.label}的 {count} 行单列。")
    if table.total.count(BEHIND):
        said.append("落后在未办结的各行中另计，不加在各状态里。")
    return said


def repeated_said(tasks: TaskList, table: StatTable) -> list[str]:
    """Return the sentence that names each row that is counted more than once, and where; none without one."""
    found = []
    for row in table.several:
        labels = [line.label for line in table.lines if row in line.rows(ROWS)]
        names = "、".join(labels)
        found.append(f"{numbered_row(tasks, row)}（{names}）")
    said = "、".join(found)
    return [f"重复计：{said}。"] if said else []
