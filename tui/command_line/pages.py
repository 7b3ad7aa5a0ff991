"""A list's views as lines for a person to read."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

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
from tui.command_line.output import aligned

_EDITS_SHOWN = 24
_TEXTS = [field for field in fields_for(Task, "column") if field.kind in ("line", "lines", "text")]
_TEXTS_BEHIND = [field for field in _TEXTS if field.name != "text"]
"""The texts of a row that stand behind those who answer for it."""
_SIDE_KEYS: dict[SideName, tuple[str, str]] = {
    "lead": ("lead_units", "lead_leaders"),
    "participant": ("participants", "participant_leaders"),
}


def task_lines(tasks: TaskList, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The rows under their items, each with who answers for it and what else is known."""
    width = max((len(row["row"]) for row in rows), default=0)
    for item, group in groupby(rows, key=lambda row: row["item"]):
        yield item
        for row in group:
            margin = " " * (width + 4)
            yield f"  {row['row']:<{width}}  {row['number']}{row['text']}"
            yield from (f"{margin}{line}" for line in _details(tasks, row))


def _details(tasks: TaskList, row: dict[str, Any]) -> Iterator[str]:
    for side, (units, leaders) in _SIDE_KEYS.items():
        if row[units] or row[leaders]:
            cells = ((label(tasks, units_field(side)), row[units]), ("分管领导", row[leaders]))
            yield "  ".join(f"{name}:{'、'.join(values) or '(空)'}" for name, values in cells)
    for field in _TEXTS_BEHIND:
        said = row.get(field.name)
        if said:
            yield f"{field.label}:{'、'.join(said) if isinstance(said, list) else said}"
    yield from (f"{name}:{text}" for name, text in row["extras"] if text)
    for doubt in row["doubts"]:
        yield f"待定({label(tasks, units_field(doubt['side']))}):{doubt['reason']}"


def roster_lines(people: Sequence[dict[str, Any]]) -> list[str]:
    """The roster as a table."""
    head = ("组内职务", "姓名", "分管单位", "牵头行", "责任行", "职务")
    rows = [
        (
            one["role"],
            one["name"],
            "、".join(one["portfolio"]),
            " ".join(one["led"]),
            " ".join(one["shared"]),
            one["post"],
        )
        for one in people
    ]
    return aligned([head, *rows])


def unit_lines(units: Sequence[dict[str, Any]]) -> list[str]:
    """The units as a table."""
    head = ("全称", "简称", "类别", "负责人", "分管领导", "牵头行", "责任行")
    rows = [
        (
            unit["full_name"] + (f"({unit['valid_until']} 撤销)" if unit["valid_until"] else ""),
            "、".join(unit["aliases"]),
            UNIT_KINDS.get(unit["kind"], unit["kind"]),
            (unit["head"] or "") + ("(主持工作)" if unit["acting"] else ""),
            unit["leader"] or "",
            " ".join(unit["led"]),
            " ".join(unit["shared"]),
        )
        for unit in units
    ]
    return aligned([head, *rows])


def portfolio_lines(units: Sequence[dict[str, Any]]) -> list[str]:
    """Who has which unit as a table, with the reason."""
    head = ("单位", "分管领导", "把握", "理由")
    rows = [
        (unit["unit"], unit["leader"] or "或".join(unit["candidates"]), GRADES[unit["grade"]], unit["reason"])
        for unit in units
    ]
    return aligned([head, *rows])


def preview_lines(tasks: TaskList, preview: dict[str, Any]) -> Iterator[str]:
    """The rows that an act changes, each before and after, and what has to be answered."""
    for row in preview["rows"]:
        leaders = label(tasks, leaders_field(row["side"]))
        before, after = " ".join(row["before"]), " ".join(row["after"]) or NOTHING
        yield f"第 {row['row']} 行 {leaders}:{before} → {after}"
    for one in preview["questions"]:
        who = "或".join(one["candidates"])
        yield f"第 {one['row']} 行待答复:{one['unit']}可能由{who}分管,{one['leader']}留(keep)还是去(drop)?"


def plan_lines(plans: Sequence[dict[str, Any]]) -> list[str]:
    """The handovers dated ahead as a table."""
    head = ("序号", "生效日期", "移交人", "接收人", "单位", "依据")
    rows = [
        (
            str(plan["number"]),
            plan["effective_on"] + ("(已到)" if plan["due"] else ""),
            plan["from_leader"],
            plan["to_leader"],
            "、".join(plan["units"]),
            plan["basis"],
        )
        for plan in plans
    ]
    return aligned([head, *rows]) if rows else []


def matrix_lines(matrix: dict[str, Any]) -> list[str]:
    """The matrix as a table of the columns that a row names; the sums at its foot."""
    columns = [one for one in matrix["columns"] if one["lead"] or one["participant"]]
    rows = [(row["row"], *(row["signs"].get(one["name"], "") for one in columns)) for row in matrix["rows"]]
    sums = [
        (f"合计{sign} {matrix[side]}", *(str(one[side]) for one in columns)) for side, sign in SIGNS.items()
    ]
    return aligned([("", *(one["name"] for one in columns)), *rows, *sums])


def list_lines(lists: Sequence[dict[str, Any]]) -> list[str]:
    """The lists of a file as a table."""
    rows = [
        (str(one["number"]), one["issued_on"] or "", str(one["items"]), str(one["rows"]), one["name"])
        for one in lists
    ]
    return aligned([("序号", "成文日期", "事项", "任务", "名称"), *rows])


def point_lines(points: Iterable[dict[str, Any]], depth: int = 0) -> Iterator[str]:
    """The work points as an indented tree."""
    for point in points:
        rows = f"(第 {'、'.join(point['rows'])} 行)" if point["rows"] else ""
        yield "  " * depth + f"{point['number']}{point['heading']}{rows}"
        if point["text"]:
            yield "  " * (depth + 1) + point["text"]
        yield from point_lines(point["children"], depth + 1)


def history_lines(
    tasks: TaskList, changes: Iterable[Change], keys: Collection[str] | None = None
) -> Iterator[str]:
    """The changes: when, who, what, on which basis; then each edit of these keys or of all, but for changes of many."""
    for change in changes:
        yield "  ".join(
            (
                change.at[:16].replace("T", " "),
                f"{change.by}@{change.machine}",
                change.title,
                *reasons(change),
            )
        )
        edits = tuple(edit for edit in change.edits if keys is None or edit.key in keys)
        if len(edits) <= _EDITS_SHOWN:
            yield from (
                f"    {where}:{before} → {after}"
                for where, before, after in describe(tasks, replace(change, edits=edits))
            )
