"""Rules on one row: a made list that each finds fault with, and one that it does not."""

from dataclasses import replace

import pytest

from store.checks.checker import checked
from store.checks.grouping import grouped
from store.checks.registry import RULES
from store.checks.settings import Severity
from store.records.changes import updated
from store.records.notice import DEFAULT_COLUMNS
from store.records.task import Task
from store.records.unit import Unit
from store.records.values import Column
from tests.store.checks.made import LEADERS, NOTICE, codes, hits, places, row, small_list

PAIRS = "水利处:钱一 河湖处:孙二 财务处:李三"


def test_a_row_that_lacks_nothing_is_let_be() -> None:
    tasks = small_list(
        row("水利处", "钱一", "河湖处 财务处 水文站", "孙二 李三"), pairs=f"{PAIRS} 水文站:李三"
    )
    assert codes(tasks) == []


@pytest.mark.parametrize(
    ("code", "bad", "where", "good"),
    [
        ("C01", row("", ""), "1", row()),
        ("C02", row("水利处 河湖处", "钱一 孙二"), "1", row()),
        ("C03", row("相关处室", "钱一"), "1", row()),
        ("C04", row("水利处", ""), "1", row()),
        (
            "C09",
            row("水利处", "钱一", "河湖处", "相关分管领导"),
            "1",
            row("水利处", "钱一", "河湖处", "孙二"),
        ),
        ("C10", row("水务处"), "水务处", row("水利处")),
        ("C11", row("水利处", "赵六"), "赵六", row("水利处", "钱一")),
        ("C18", row("水利处", "钱一", "水利处", "钱一"), "水利处", row("水利处", "钱一", "河湖处", "孙二")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hit_and_no_hit(code: str, bad: Task, where: str, good: Task) -> None:
    assert hits(small_list(bad, pairs=PAIRS), code) == [(where, RULES[code].severity)]
    assert hits(small_list(good, pairs=PAIRS), code) == []


LACKING = row(text="加强宣传。", deadline=None, targets=())
FULL = row(text="新增3家。", deadline="年底前", targets=())


@pytest.mark.parametrize(
    ("code", "column", "grade"), [("C16", "deadline", "提醒"), ("C17", "targets", "说明")]
)
def test_what_a_list_has_no_column_for_is_told_once_for_all_rows(
    code: str, column: str, grade: Severity
) -> None:
    assert hits(small_list(FULL), code) == []
    without = checked(small_list(LACKING, replace(LACKING, key="row2", order="row2")))
    assert places(without, code) == [("1.1", "说明"), ("1.2", "说明")]
    (group,) = [one for one in grouped(without.tasks, without.findings()) if one.code == code]
    (line,) = group.lines
    assert line.says.startswith("全部 2 行：没有") and len(line.findings) == 2
    notice = replace(NOTICE, columns=(*DEFAULT_COLUMNS, Column(column, "一栏")))
    with_column = checked(small_list(LACKING, replace(LACKING, key="row2", order="row2"), notice=notice))
    assert places(with_column, code) == [("1.1", grade), ("1.2", grade)]
    (group,) = [one for one in grouped(with_column.tasks, with_column.findings()) if one.code == code]
    assert len(group.lines) == 2


def test_a_column_that_comes_makes_the_rows_without_it_reminders() -> None:
    tasks = small_list(LACKING, replace(LACKING, key="row2", order="row2"))
    checker = checked(tasks)
    edits = updated(tasks.notice, columns=(*DEFAULT_COLUMNS, Column("deadline", "时限")))
    tasks.apply(edits)
    checker.note(edits)
    checker.work()
    assert places(checker, "C16") == [("1.1", "提醒"), ("1.2", "提醒")]


def test_a_collective_is_told_until_its_members_are_known() -> None:
    bad = row("水利处", "钱一", "各处室")
    assert hits(small_list(bad), "C10") == [("各处室", "说明")]
    known = Unit("all", order="9", full_name="各处室", kind="collective", members=("u-水利处", "u-财务处"))
    assert hits(small_list(bad, others=[known]), "C10") == []
    named = Unit("all", order="9", full_name="水利口", kind="collective")
    assert hits(small_list(row("水利口", "钱一"), others=[named]), "C03") == [("1", "提醒")]


def test_an_ambiguous_unit_is_named_with_what_it_may_be() -> None:
    finding = next(one for one in checked(small_list(row("水处"))).findings() if one.code == "C10")
    assert "农田水利处" not in finding.hit.says or "市水文监测站" not in finding.hit.says
    both = small_list(row("理处"), others=[Unit("more", order="8", full_name="水库管理处")])
    finding = next(one for one in checked(both).findings() if one.code == "C10")
    assert (
        "可指" in finding.hit.says and "河湖管理处" in finding.hit.says and "水库管理处" in finding.hit.says
    )


def test_a_unit_that_is_no_more_is_named_with_its_successor() -> None:
    gone = Unit("gone", order="8", full_name="旧处", valid_until="2020-01-01", successors=("u-水利处",))
    tasks = small_list(
        Task(
            "row", "item", "1", text="修渠3条。", lead_units=(row().lead_units[0].__class__("gone", "旧处"),)
        ),
        others=[gone],
    )
    assert hits(tasks, "C10") == [("旧处", "错误")]


def test_a_list_without_a_roster_is_not_held_against_one() -> None:
    tasks = small_list(row("水利处", "赵六"), roster=())
    assert {"C11", "C13", "C14", "C15"}.isdisjoint(codes(tasks))
    assert "C11" in codes(small_list(row("水利处", "赵六"), roster=LEADERS))
