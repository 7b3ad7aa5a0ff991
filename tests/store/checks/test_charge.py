"""Rules on a side of a row against who has which unit: a made list that each finds fault with, and one that
it does not.
"""

import pytest

from store.checks.registry import RULES
from store.records.changes import created, updated
from store.records.issued_grounds import issued_grounds
from store.records.kept import Pair
from store.records.task import Task
from store.records.values import Column, Doubt
from tests.store.checks.made import NOTICE, codes, hits, noticed, row, small_list

PAIRS = "水利处:钱一 河湖处:孙二 财务处:李三"


@pytest.mark.parametrize(
    ("code", "bad", "where", "good"),
    [
        ("C05", row("水利处", "孙二"), "1", row("水利处", "钱一")),
        (
            "C05",
            row("水利处", "钱一", "河湖处 财务处", "钱一 李三"),
            "1",
            row("水利处", "钱一", "河湖处 财务处", "李三 孙二"),
        ),
        ("C06", row("水利处 河湖处", "钱一 孙二 李三"), "1", row("水利处 河湖处", "钱一 孙二")),
        (
            "C07",
            row("水利处", "钱一", "河湖处 财务处", "李三"),
            "1",
            row("水利处", "钱一", "河湖处 财务处", "孙二 李三"),
        ),
        ("C07", row("水利处", "钱一", "河湖处", ""), "1", row("水利处", "钱一", "相关处室", "")),
        ("C07", row("水利处", "相关分管领导"), "1", row("水文站", "相关分管领导")),
        ("C08", row("水利处 水文站 财务处", "钱一 李三"), "1", row("水利处 河湖处", "钱一 孙二")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hit_and_no_hit(code: str, bad: Task, where: str, good: Task) -> None:
    assert hits(small_list(bad, pairs=PAIRS), code) == [(where, RULES[code].severity)]
    assert hits(small_list(good, pairs=PAIRS), code) == []


def test_two_rows_that_contradict_each_other_are_against_the_portfolio() -> None:
    tasks = small_list(row("水利处", "钱一", key="a"), row("水利处", "孙二", key="b"))
    assert hits(tasks, "C05") == [("1.1", "错误"), ("1.2", "错误")]


def test_a_question_on_a_side_is_no_contradiction() -> None:
    doubt = Doubt("lead", "水利处的分管领导未定")
    tasks = small_list(row("水利处", "钱一", key="a"), row("水利处", "孙二", key="b", doubts=(doubt,)))
    assert hits(tasks, "C05") == [("1.2", "错误")]


def test_an_inferred_leader_counts_and_an_open_one_excuses() -> None:
    tasks = small_list(row("水利处", "钱一", "水文站 河湖处", "孙二 李三"), pairs="水利处:钱一")
    assert hits(tasks, "C06") == []


def test_a_list_without_a_column_for_leaders_lacks_none() -> None:
    columns = (
        Column("item", "事项"),
        Column("text", "任务"),
        Column("lead_units", "责任单位"),
        Column("participant_units", "配合单位"),
    )
    notice = type(NOTICE)("notice", columns=columns)
    tasks = small_list(row("水利处", "", "河湖处", ""), pairs=PAIRS, notice=notice)
    assert codes(tasks) == [code for code in codes(tasks) if code not in ("C04", "C07")]


def test_a_notice_that_says_otherwise_than_was_settled_before_it_is_told() -> None:
    notice = noticed("通知", issued_on="2026-05-01")
    tasks = small_list(row(), notice=notice)
    tables = tasks.documents.tables
    tasks.apply(list(map(created, issued_grounds(tables, tasks.task_keys))))
    pair = Pair("pair", unit="u-水利处", leader="p-孙二", since="2026-03-01")
    tasks.apply([created(pair)])
    assert hits(tasks, "C31") == [("水利处", "提醒")]
    tasks.apply(updated(pair, since="2026-06-01"))
    assert hits(tasks, "C31") == []
    tasks.apply(updated(tasks.get(Pair, "pair"), since="2026-03-01", leader="p-钱一"))
    assert hits(tasks, "C31") == []


def test_a_side_that_holds_for_its_row_alone_is_not_held_against_the_portfolio() -> None:
    for code, found in (
        ("C05", row("水利处", "孙二")),
        ("C06", row("水利处 河湖处", "钱一 孙二 李三")),
        ("C07", row("水利处 河湖处", "钱一")),
        ("C08", row("水利处 水文站 财务处", "钱一 李三")),
    ):
        tasks = small_list(found, pairs=PAIRS)
        assert hits(tasks, code), code
        tasks.apply(updated(found, only_here=("lead",)))
        assert not hits(tasks, code), code
