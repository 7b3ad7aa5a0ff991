"""One unit or one leader as lines: what `show unit` and `show leader` say to a person."""

from collections.abc import Iterator, Sequence

from store.acts.profile import TellsFindings
from store.checks.checker import checked
from store.checks.concerning import findings_concerning
from store.portfolio.standing import GRADES
from store.records.fields import fields_for
from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import UNIT_KINDS
from store.views.values import JsonObject
from tui.command_line.check import check_settings

_ROWS = {"牵头": "led", "责任": "shared", "统称可能涉及": "by_collective"}


def findings_on(tasks: TaskList) -> TellsFindings:
    """Return what tells the open findings on a unit or leader."""
    return findings_concerning(checked(tasks, check_settings()))


def unit_lines(view: JsonObject) -> list[str]:
    """Return a unit's view for a person to read."""
    known = [("简称", _listed(view["aliases"])), ("曾用名", _listed(view["former_names"]))]
    known.append(("类别", UNIT_KINDS[view["kind"]]))
    known.append(("负责人", _head(view)))
    known += [("设立", view["valid_from"]), ("撤销", view["valid_until"])]
    known.append(("承接单位", _listed(view["successors"])))
    known.append(("所含单位", _members(view)))
    known.append(("分管领导", _charge(view["leader"])))
    said = [f"{name}：{value}" for name, value in known if value]
    return [view["full_name"], *said, *_row_lines(view)]


def _listed(names: Sequence[str]) -> str:
    return "、".join(names)


def _head(view: JsonObject) -> str:
    head: str = view["head"] or "未定"
    return f"{head}（主持工作）" if view["acting"] else head


def _members(view: JsonObject) -> str:
    unknown = "成员未定" if view["kind"] == "collective" else ""
    return _listed(view["members"]) or unknown


def leader_lines(view: JsonObject) -> list[str]:
    """Return a leader's view for a person to read."""
    lines = [view["name"]]
    for field in fields_for(Person, "json"):
        if field.name in view:
            lines.append(f"{field.label}：{view[field.name]}")
    for one in view["roster"]:
        role = one["role"]
        post = one["post"]
        left_on = one["left_on"]
        left = f"（{left_on} 离开）" if left_on else ""
        lines.append(f"{role}：{post}{left}")
    units = _listed([_unit_with_grade(one) for one in view["portfolio"]]) or "看不出"
    return [*lines, f"分管单位：{units}", *_row_lines(view)]


def _unit_with_grade(one: JsonObject) -> str:
    grade = GRADES[one["grade"]]
    return f"{one['unit']}（{grade}）"


def _charge(one: JsonObject | None) -> str:
    """Return who is in charge, how certain that is, and why; nothing for a unit that nobody can have."""
    if one is None:
        return ""
    who = one["leader"] or "或".join(one["candidates"]) or "?"
    grade = GRADES[one["grade"]]
    return f"{who}（{grade}）  {one['reason']}"


def _row_lines(view: JsonObject) -> Iterator[str]:
    for name, key in _ROWS.items():
        rows = view[key]
        named = f"：{_listed(rows)}" if rows else ""
        yield f"{name} {len(rows)} 行{named}"
    yield from view["findings"]
