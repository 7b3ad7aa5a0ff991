"""One unit or one leader, as JSON and as lines: what `show unit` and `show leader` say."""

from collections.abc import Iterator
from typing import Any

from store.acts.profile import Findings, Profile, leader_profile, unit_profile
from store.checks.checker import checked
from store.checks.concerning import findings_concerning
from store.portfolio.standings import GRADES, Standing
from store.records.describing import KINDS
from store.records.person import Person
from store.records.tasklist import TaskList
from store.records.unit import Unit
from tui.command_line.check import check_settings


def unit_view(tasks: TaskList, unit: Unit) -> dict[str, Any]:
    """A unit: its names, head and leader, what it leads and shares, what may concern it, what is open."""
    found = unit_profile(tasks, unit.key, _findings(tasks))
    return {
        "unit": tasks.wording_of(unit.key),
        "full_name": unit.full_name,
        "aliases": list(unit.aliases),
        "former_names": list(unit.former_names),
        "kind": unit.kind,
        "head": tasks.person_name(unit.head) or None,
        "acting": unit.acting,
        "valid_from": unit.valid_from,
        "valid_until": unit.valid_until,
        "successors": [tasks.unit_name(key) for key in unit.successors],
        "members": [tasks.wording_of(key) for key in unit.members],
        "leader": _standing(tasks, found.portfolio[0]) if found.portfolio else None,
        **_rows(tasks, found),
    }


def _findings(tasks: TaskList) -> Findings:
    """What the checks find open about one of them."""
    return findings_concerning(checked(tasks, check_settings()))


def leader_view(tasks: TaskList, person: Person) -> dict[str, Any]:
    """A leader: his posts, his units with their grade, the rows of both sides, what may concern him, what is open."""
    found = leader_profile(tasks, person.key, _findings(tasks))
    entries = [entry for entry in tasks.entries if entry.person == person.key]
    return {
        "name": person.name,
        "roster": [
            {
                "role": entry.role,
                "post": entry.post,
                "unit": tasks.unit_name(entry.unit) or None,
                "entered_on": entry.entered_on,
                "left_on": entry.left_on,
            }
            for entry in entries
        ],
        "portfolio": [
            {"unit": tasks.wording_of(one.unit), **_standing(tasks, one)} for one in found.portfolio
        ],
        **_rows(tasks, found),
    }


def _standing(tasks: TaskList, one: Standing) -> dict[str, Any]:
    return {
        "grade": one.grade,
        "leader": tasks.person_name(one.leader) or None,
        "candidates": [tasks.person_name(key) for key in one.candidates],
        "reason": one.reason,
    }


def _rows(tasks: TaskList, found: Profile) -> dict[str, Any]:
    parts = {"led": found.led, "shared": found.shared, "by_collective": found.by_collective}
    return {
        **{name: [tasks.row_name(row) for row in rows] for name, rows in parts.items()},
        "findings": list(found.findings),
        "key": found.key,
    }


def unit_lines(view: dict[str, Any]) -> list[str]:
    """A unit's view for a person to read."""
    known = (
        ("简称", "、".join(view["aliases"])),
        ("曾用名", "、".join(view["former_names"])),
        ("类别", KINDS[view["kind"]]),
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
