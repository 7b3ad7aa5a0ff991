"""One unit or one leader as lines: what `show unit` and `show leader` say to a person."""

from collections.abc import Iterator
from typing import Any

from store.acts.profile import TellsFindings
from store.checks.checker import checked
from store.checks.concerning import findings_concerning
from store.portfolio.standings import GRADES
from store.records.tasklist import TaskList
from store.records.unit import UNIT_KINDS
from tui.command_line.check import check_settings


def findings_on(tasks: TaskList) -> TellsFindings:
    """Return what tells the open findings on a unit or leader."""
    return findings_concerning(checked(tasks, check_settings()))


def unit_lines(view: dict[str, Any]) -> list[str]:
    """A unit's view for a person to read."""
    known = (
        ("简称", "、".join(view["aliases"])),
        ("曾用名", "、".join(view["former_names"])),
        ("类别", UNIT_KINDS[view["kind"]]),
        ("负责人", (view["head"] or "未定") + ("(主持工作)" if view["acting"] else "")),
        ("设立", view["valid_from"]),
        ("撤销", view["valid_until"]),
        ("承接单位", "、".join(view["successors"])),
        ("所含单位", "、".join(view["members"]) or ("成员未定" if view["kind"] == "collective" else "")),
        ("分管领导", _charge(view["leader"]) if view["leader"] else ""),
    )
    return [view["full_name"], *(f"{name}:{value}" for name, value in known if value), *_row_lines(view)]


def leader_lines(view: dict[str, Any]) -> list[str]:
    """A leader's view for a person to read."""
    lines = [view["name"]]
    for one in view["roster"]:
        left = f"({one['left_on']} 离开)" if one["left_on"] else ""
        lines.append(f"{one['role']}:{one['post']}{left}")
    units = "、".join(f"{one['unit']}({GRADES[one['grade']]})" for one in view["portfolio"])
    return [*lines, f"分管单位:{units or '看不出'}", *_row_lines(view)]


def _charge(one: dict[str, Any]) -> str:
    who = one["leader"] or "或".join(one["candidates"]) or "?"
    return f"{who}({GRADES[one['grade']]})  {one['reason']}"


def _row_lines(view: dict[str, Any]) -> Iterator[str]:
    parts = (("牵头", view["led"]), ("责任", view["shared"]), ("统称可能涉及", view["by_collective"]))
    for name, rows in parts:
        yield f"{name} {len(rows)} 行" + (f":{'、'.join(rows)}" if rows else "")
    yield from view["findings"]
