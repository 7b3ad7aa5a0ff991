"""A list's views as lines for a person to read."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from store.acts.crossings import SIGNS
from store.history.batches import came_in_words
from store.portfolio.standing import GRADES
from store.records.cells import leaders_field, units_field
from store.records.changes import History
from store.records.describing import NOTHING, describe, label, reasons, told
from store.records.fields import fields_for
from store.records.person import Person
from store.records.task import Task, numbered_text
from store.records.tasklist import TaskList
from store.records.unit import UNIT_KINDS
from store.records.values import SideName
from store.views.values import JsonObject
from tui.command_line.answers import question_line
from tui.command_line.output import aligned

_EDITS_SHOWN = 24
_TEXTS = [field for field in fields_for(Task, "column") if field.kind in ("line", "lines", "text")]
_TEXTS_BEHIND = [field for field in _TEXTS if field.name != "text"]
"""The texts of a row that stand behind those who answer for it."""
_SIDE_KEYS: dict[SideName, tuple[str, str]] = {
    "lead": ("lead_units", "lead_leaders"),
    "participant": ("participants", "participant_leaders"),
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table: its heading, the value that it shows, and what stands between several."""

    heading: str
    key: str
    between: str = "、"

    def cell(self, view: JsonObject) -> str:
        """Return what it shows of a view."""
        value = view.get(self.key)
        if isinstance(value, list):
            return self.between.join(value)
        return "" if value is None else str(value)


_LED, _SHARED = _Column("牵头行", "led", " "), _Column("责任行", "shared", " ")
_ROSTER = (
    _Column("组内职务", "role"),
    _Column("姓名", "name"),
    _Column("分管单位", "portfolio"),
    _LED,
    _SHARED,
    _Column("职务", "post"),
)
_CONTACT = tuple(_Column(field.label, field.name) for field in fields_for(Person, "json"))
_UNITS = (
    _Column("全称", "full_name"),
    _Column("简称", "aliases"),
    _Column("类别", "kind"),
    _Column("负责人", "head"),
    _Column("分管领导", "leader"),
    _LED,
    _SHARED,
)
_PORTFOLIO = (
    _Column("单位", "unit"),
    _Column("分管领导", "leader"),
    _Column("把握", "grade"),
    _Column("出处", "ground"),
    _Column("理由", "reason"),
)
_PLANS = (
    _Column("序号", "number"),
    _Column("生效日期", "effective_on"),
    _Column("移交人", "from_leader"),
    _Column("接收人", "to_leader"),
    _Column("单位", "units"),
    _Column("依据", "basis"),
)
_LISTS = (
    _Column("序号", "number"),
    _Column("成文日期", "issued_on"),
    _Column("事项", "items"),
    _Column("任务", "rows"),
    _Column("名称", "name"),
)


def task_lines(tasks: TaskList, rows: Sequence[JsonObject]) -> Iterator[str]:
    """Return the rows under their items, each with who answers for it and what else is known."""
    names = [row["row"] for row in rows]
    width = max(map(len, names), default=0)
    for item, group in groupby(rows, key=lambda row: row["item"]):
        yield item
        for row in group:
            name = row["row"].ljust(width)
            margin = " " * (width + 4)
            yield f"  {name}  {numbered_text(row['number'], row['text'])}"
            yield from (f"{margin}{line}" for line in _details(tasks, row))


def _details(tasks: TaskList, row: JsonObject) -> Iterator[str]:
    """Return who answers for a row, and what else is known of it."""
    for side, (units, leaders) in _SIDE_KEYS.items():
        if row[units] or row[leaders]:
            name = label(tasks, units_field(side))
            answering = _joined(row[units])
            in_charge = _joined(row[leaders])
            yield f"{name}：{answering}  分管领导：{in_charge}"
    for field in _TEXTS_BEHIND:
        said = row.get(field.name)
        if said:
            text = "、".join(said) if isinstance(said, list) else said
            yield f"{field.label}：{text}"
    for name, text in row["extras"]:
        if text:
            yield f"{name}：{text}"
    for doubt in row["doubts"]:
        column = label(tasks, units_field(doubt["side"]))
        yield f"待定（{column}）：{doubt['reason']}"


def _joined(names: Sequence[str]) -> str:
    return "、".join(names) or NOTHING


def roster_lines(people: Sequence[JsonObject]) -> list[str]:
    """Return the roster as a table."""
    columns = list(_ROSTER)
    for column in _CONTACT:
        if any(column.key in view for view in people):
            columns.append(column)
    return _table(columns, people)


def unit_lines(units: Sequence[JsonObject]) -> list[str]:
    """Return the units as a table."""
    return _table(_UNITS, map(_unit_said, units))


def _unit_said(unit: JsonObject) -> JsonObject:
    """Return a unit with what its table says behind its name and its head."""
    said = {**unit, "kind": UNIT_KINDS[unit["kind"]]}
    if unit["valid_until"]:
        said["full_name"] += f"（{unit['valid_until']} 撤销）"
    if unit["acting"]:
        said["head"] = f"{unit['head'] or ''}（主持工作）"
    return said


def portfolio_lines(units: Sequence[JsonObject]) -> list[str]:
    """Return who has which unit as a table, with where that was said, and the reason."""
    rows = []
    for unit in units:
        leader = unit["leader"] or "或".join(unit["candidates"])
        rows.append({**unit, "leader": leader, "grade": GRADES[unit["grade"]]})
    return _table(_PORTFOLIO, rows)


def _table(columns: Sequence[_Column], rows: Iterable[JsonObject]) -> list[str]:
    table = [[column.heading for column in columns]]
    for row in rows:
        table.append([column.cell(row) for column in columns])
    return aligned(table)


def preview_lines(tasks: TaskList, preview: JsonObject) -> Iterator[str]:
    """Return the rows that an act changes, each before and after, and what has to be answered."""
    for row in preview["rows"]:
        leaders = label(tasks, leaders_field(row["side"]))
        before = " ".join(row["before"])
        after = " ".join(row["after"]) or NOTHING
        yield f"第 {row['row']} 行{leaders}：{before} → {after}"
    yield from map(question_line, preview["questions"])


def plan_lines(plans: Sequence[JsonObject]) -> list[str]:
    """Return the handovers dated ahead as a table; no lines where there are none."""
    rows = []
    for plan in plans:
        due = "（已到）" if plan["due"] else ""
        rows.append({**plan, "effective_on": f"{plan['effective_on']}{due}"})
    return _table(_PLANS, rows) if rows else []


def matrix_lines(matrix: JsonObject) -> list[str]:
    """Return the matrix as a table of the columns that a row names; the sums at its foot."""
    columns = [column for column in matrix["columns"] if column["lead"] or column["participant"]]
    names = [column["name"] for column in columns]
    table = [["", *names]]
    for row in matrix["rows"]:
        signs = row["signs"]
        crossed = [signs.get(name, "") for name in names]
        table.append([row["row"], *crossed])
    for side, sign in SIGNS.items():
        sums = [str(column[side]) for column in columns]
        table.append([f"合计{sign} {matrix[side]}", *sums])
    return aligned(table)


def list_lines(lists: Sequence[JsonObject]) -> list[str]:
    """Return the lists of a file as a table."""
    return _table(_LISTS, lists)


def point_lines(points: Iterable[JsonObject], depth: int = 0) -> Iterator[str]:
    """Return the work points as an indented tree."""
    for point in points:
        margin = "  " * depth
        names = "、".join(point["rows"])
        rows = f"（第 {names} 行）" if names else ""
        yield f"{margin}{point['number']}{point['heading']}{rows}"
        if point["text"]:
            yield f"{margin}  {point['text']}"
        yield from point_lines(point["children"], depth + 1)


def history_lines(
    tasks: TaskList, history: History, places: Iterable[int], keys: Collection[str] | None = None
) -> Iterator[str]:
    """Return the changes at some places: when, who, what, on which basis, and when they came from where.

    Under each stand its edits of these keys, or of all; not those of a change of many.
    """
    for place in places:
        change = history[place]
        came = came_in_words(history.arrived.get(change.id))
        moment = change.at[:16].replace("T", " ")
        who = f"{change.by}@{change.machine}"
        yield "  ".join(filter(None, (moment, who, change.title, *reasons(change), came)))
        edits = told(change.edits)
        if keys is not None:
            edits = tuple(edit for edit in edits if edit.key in keys)
        if len(edits) <= _EDITS_SHOWN:
            for where, before, after in describe(tasks, replace(change, edits=edits)):
                yield f"    {where}：{before} → {after}"
