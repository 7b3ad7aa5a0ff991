"""Statistics as JSON: each figure with the rows behind it."""

from store.ledger.stat_columns import BYS
from store.ledger.stat_words import apart_said, base_said
from store.ledger.stats import StatLine, StatTable
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def stats_view(tasks: TaskList, table: StatTable) -> JsonObject:
    """Return a table with its base, its columns, and its lines."""
    base = table.base
    view: JsonObject = {"by": table.by, "by_word": BYS[table.by], "day": base.day.isoformat()}
    view["period"] = base.period.name
    view["base"] = base_said(table)
    view["notes"] = apart_said(table)
    view["columns"] = [{"code": column.code, "label": column.label} for column in table.columns]
    lines = [_line(tasks, table, line) for line in table.lines]
    if table.by == "state":
        for line, share in zip(lines, table.shares, strict=True):
            line["share"] = str(share)
    view["lines"] = lines
    view["repeated"] = _line(tasks, table, table.repeated)
    view["total"] = _line(tasks, table, table.total)
    return view


def _line(tasks: TaskList, table: StatTable, line: StatLine) -> JsonObject:
    counts = {column.code: line.count(column.code) for column in table.columns}
    rows = {}
    for code, count in counts.items():
        if count:
            rows[code] = [tasks.row_name(row) for row in line.rows(code)]
    view: JsonObject = {"key": line.key, "label": line.label, "counts": counts, "rows": rows}
    if table.has_reports and line is not table.repeated:
        view["in_time"] = None if line.in_time is None else str(line.in_time)
    return view
