"""Statistics as JSON: each figure with the rows behind it."""

from store.ledger.stat_columns import BYS, StatColumn
from store.ledger.stat_words import apart_said, base_said
from store.ledger.stats import StatLine, StatTable
from store.records.tasklist import TaskList
from store.views.values import JsonObject


def stats_view(tasks: TaskList, table: StatTable) -> JsonObject:
    """Return a table with its base, its columns, and its lines."""
    base = table.base
    view: JsonObject = {"by": table.by, "by_word": BYS[table.by]}
    view["day"] = base.day.isoformat()
    view["period"] = base.period.name
    view["base"] = base_said(table)
    view["notes"] = apart_said(table)
    view["unclear"] = list(map(tasks.row_name, table.unclear))
    view["columns"] = [_column(column) for column in table.columns]
    lines = [_line(tasks, table, line) for line in table.lines]
    if table.by == "state":
        for line, share in zip(lines, table.shares, strict=True):
            line["share"] = str(share)
    view["lines"] = lines
    view["repeated"] = _line(tasks, table, table.repeated)
    view["total"] = _line(tasks, table, table.total)
    return view


def _column(column: StatColumn) -> JsonObject:
    return {"code": column.code, "label": column.label}


def _line(tasks: TaskList, table: StatTable, line: StatLine) -> JsonObject:
    codes = [column.code for column in table.columns]
    rows = {}
    for code in filter(line.count, codes):
        rows[code] = list(map(tasks.row_name, line.rows(code)))
    view: JsonObject = {"key": line.key, "label": line.label, "rows": rows}
    view["counts"] = {code: line.count(code) for code in codes}
    if table.has_reports and line is not table.repeated:
        rate = line.in_time
        view["in_time"] = None if rate is None else str(rate)
    return view
