"""`today`: what is to be seen to on a day."""

import json
from pathlib import Path

from store.file.task_file import TaskFile
from store.records.changes import Change, created
from store.records.kept import Plan
from store.records.tasklist import TaskList
from tests.tui.command_line.conftest import Yaodian


def plan(tasks: TaskList) -> Plan:
    people = {tasks.person_name(entry.person): entry.person for entry in tasks.roster}
    units = tuple(unit.key for unit in tasks.units if tasks.wording_of(unit.key) == "成果处")
    return Plan("plan", "2021-10-01", people["胡军"], people["赵峰"], units)


def test_today_has_the_groups_that_are_not_empty_in_their_order(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "2", "--deadline", "9月底前", "-f", listed)
    yaodian("set", "1", "--deadline", "10月30日前", "-f", listed)
    with TaskFile.open(listed) as file:
        file.commit(Change("预定", (created(plan(file.tasks)),)))
    code, out, err = yaodian("today", "-f", listed, today="2021-10-27")
    assert (code, err) == (0, "")
    heads = [line for line in out.splitlines() if not line.startswith(" ")]
    assert heads[:3] == ["逾期 1", "三日内到期 1", "预定分工今天生效 1"]
    late = next(line for line in out.splitlines() if line.startswith("  2 "))
    assert late.split()[-4:] == ["9月30日", "逾期", "27", "天"]
    assert "平台处" in late and "刘红" in late


def test_today_as_json_counts_each_group(yaodian: Yaodian, listed: Path) -> None:
    yaodian("set", "2", "--deadline", "9月底前", "-f", listed)
    code, out, _ = yaodian("today", "--on", "2021-10-27", "--json", "-f", listed)
    said = json.loads(out)
    assert (code, said["day"]) == (0, "2021-10-27")
    late = said["groups"][0]
    assert (late["group"], late["group_word"], late["count"]) == ("overdue", "逾期", 1)
    (line,) = late["lines"]
    assert (line["row"], line["day"], line["units"]) == ("2", "2021-09-30", ["平台处"])
    assert line["said"] == "9月30日 逾期 27 天"


def test_errors_of_the_checks_are_among_it(yaodian: Yaodian, listed: Path) -> None:
    _, out, _ = yaodian("check", "--json", "-f", listed)
    errors = [one for one in json.loads(out) if one["severity"] == "错误"]
    _, out, _ = yaodian("today", "--json", "-f", listed)
    counts = {group["group"]: group["count"] for group in json.loads(out)["groups"]}
    assert counts.get("errors", 0) == len(errors)


def test_a_day_that_is_none_is_refused(yaodian: Yaodian, listed: Path) -> None:
    code, out, err = yaodian("today", "--on", "2021-02-30", "-f", listed)
    assert (code, out) == (1, "")
    assert "没有这一天" in err
