"""A list's views as lines for a person to read."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from store.acts.crossings import SIGNS
from store.portfolio.standings import GRADES
from store.records.cells import leaders_field, units_field
from store.records.changes import Change
from store.records.describing import NOTHING, describe, label, reasons
from store.records.fields import fields_for
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.unit import UNIT_KINDS
from store.records.values import SideName
from store.views.values import JsonObject
from tui.command_line.output import aligned

_EDITS_SHOWN = 24
_TEXTS = [field for field in fields_for(Task, "column") if field.kind in ("line", "lines", "text")]
_TEXTS_BEHIND = [field for field in _TEXTS if field.name != "text"]
"""The texts of a row that stand behind those who answer for it."""
_SIDE_KEYS: dict[SideName, tuple[str, str]] = {
    "lead": ("lead_units", "lead_leaders"),
    "participant": ("participants", "participant_leaders"),
}


def task_lines(tasks: TaskList, rows: Sequence[JsonObject]) -> Iterator[str]:
    """Return the rows under their items, each with who answers for it and what else is known."""
    width = max((len(row["row"]) for row in rows), default=0)
    for item, group in groupby(rows, key=lambda row: row["item"]):
        yield item
        for row in group:
            margin = " " * (width + 4)
            yield f"  {row['row']:<{width}}  {row['number']}{row['text']}"
            yield from (f"{margin}{line}" for line in _details(tasks, row))


def _details(tasks: TaskList, row: JsonObject) -> Iterator[str]:
    """Return who answers for a row, and what else is known of it."""
    for side, (units, leaders) in _SIDE_KEYS.items():
        if row[units] or row[leaders]:
            name = label(tasks, units_field(side))
            yield f"{name}:{_joined(row[units])}  分管领导:{_joined(row[leaders])}"
    for field in _TEXTS_BEHIND:
        said = row.get(field.name)
        if said:
            yield f"{field.label}:{'、'.join(said) if isinstance(said, list) else said}"
    yield from (f"{name}:{text}" for name, text in row["extras"] if text)
    for doubt in row["doubts"]:
        yield f"待定({label(tasks, units_field(doubt['side']))}):{doubt['reason']}"


def _joined(names: Sequence[str]) -> str:
    return "、".join(names) or NOTHING


def roster_lines(people: Sequence[JsonObject]) -> list[str]:
    """Return the roster as a table."""
    rows = [("组内职务", "姓名", "分管单位", "牵头行", "责任行", "职务")]
    for one in people:
        units, led, shared = "、".join(one["portfolio"]), " ".join(one["led"]), " ".join(one["shared"])
        rows.append((one["role"], one["name"], units, led, shared, one["post"]))
    return aligned(rows)


def unit_lines(units: Sequence[JsonObject]) -> list[str]:
    """Return the units as a table."""
    rows = [("全称", "简称", "类别", "负责人", "分管领导", "牵头行", "责任行")]
    for unit in units:
        closed = f"({unit['valid_until']} 撤销)" if unit["valid_until"] else ""
        acting = "(主持工作)" if unit["acting"] else ""
        name, aliases = f"{unit['full_name']}{closed}", "、".join(unit["aliases"])
        kind = UNIT_KINDS[unit["kind"]]
        head, leader = f"{unit['head'] or ''}{acting}", unit["leader"] or ""
        led, shared = " ".join(unit["led"]), " ".join(unit["shared"])
        rows.append((name, aliases, kind, head, leader, led, shared))
    return aligned(rows)


def portfolio_lines(units: Sequence[JsonObject]) -> list[str]:
    """Return who has which unit as a table, with the reason."""
    rows = [("单位", "分管领导", "把握", "理由")]
    for unit in units:
        leader = unit["leader"] or "或".join(unit["candidates"])
        rows.append((unit["unit"], leader, GRADES[unit["grade"]], unit["reason"]))
    return aligned(rows)


def preview_lines(tasks: TaskList, preview: JsonObject) -> Iterator[str]:
    """Return the rows that an act changes, each before and after, and what has to be answered."""
    for row in preview["rows"]:
        leaders = label(tasks, leaders_field(row["side"]))
        before, after = " ".join(row["before"]), " ".join(row["after"]) or NOTHING
        yield f"第 {row['row']} 行 {leaders}:{before} → {after}"
    yield from map(question_line, preview["questions"])


def question_line(question: JsonObject) -> str:
    """Return a question that has to be answered before an act, in a sentence."""
    who = "或".join(question["candidates"])
    about = f"第 {question['row']} 行待答复:{question['unit']}可能由{who}分管"
    return f"{about},{question['leader']}留(keep)还是去(drop)?"


def plan_lines(plans: Sequence[JsonObject]) -> list[str]:
    """Return the handovers dated ahead as a table; no lines where there are none."""
    rows = [("序号", "生效日期", "移交人", "接收人", "单位", "依据")]
    for plan in plans:
        day = plan["effective_on"] + ("(已到)" if plan["due"] else "")
        leaders, units = (plan["from_leader"], plan["to_leader"]), "、".join(plan["units"])
        rows.append((str(plan["number"]), day, *leaders, units, plan["basis"]))
    return aligned(rows) if plans else []


def matrix_lines(matrix: JsonObject) -> list[str]:
    """Return the matrix as a table of the columns that a row names; the sums at its foot."""
    columns = [one for one in matrix["columns"] if one["lead"] or one["participant"]]
    names = [one["name"] for one in columns]
    table = [["", *names]]
    for row in matrix["rows"]:
        table.append([row["row"], *(row["signs"].get(name, "") for name in names)])
    for side, sign in SIGNS.items():
        table.append([f"合计{sign} {matrix[side]}", *(str(one[side]) for one in columns)])
    return aligned(table)


def list_lines(lists: Sequence[JsonObject]) -> list[str]:
    """Return the lists of a file as a table."""
    rows = [("序号", "成文日期", "事项", "任务", "名称")]
    for one in lists:
        counts = (str(one["items"]), str(one["rows"]))
        rows.append((str(one["number"]), one["issued_on"] or "", *counts, one["name"]))
    return aligned(rows)


def point_lines(points: Iterable[JsonObject], depth: int = 0) -> Iterator[str]:
    """Return the work points as an indented tree."""
    for point in points:
        rows = f"(第 {'、'.join(point['rows'])} 行)" if point["rows"] else ""
        yield f"{'  ' * depth}{point['number']}{point['heading']}{rows}"
        if point["text"]:
            yield "  " * (depth + 1) + point["text"]
        yield from point_lines(point["children"], depth + 1)


def history_lines(
    tasks: TaskList, changes: Iterable[Change], keys: Collection[str] | None = None
) -> Iterator[str]:
    """Return the changes: when, who, what, on which basis.

    Under each stand its edits of these keys, or of all; not those of a change of many.
    """
    for change in changes:
        moment = change.at[:16].replace("T", " ")
        yield "  ".join((moment, f"{change.by}@{change.machine}", change.title, *reasons(change)))
        edits = tuple(edit for edit in change.edits if keys is None or edit.key in keys)
        if len(edits) <= _EDITS_SHOWN:
            for where, before, after in describe(tasks, replace(change, edits=edits)):
                yield f"    {where}:{before} → {after}"
