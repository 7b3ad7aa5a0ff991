"""销号, 延期 and the like in the 调整对照表: before beside after, with reason, approval and basis."""

from datetime import date

from store.acts.adjusting import AdjustmentGiven, adjust_rows
from store.acts.closing import ClosingGiven, close_rows, reopen_rows
from store.acts.course import CourseChange
from store.acts.field_values import set_fields
from tests.tui.paper.sheets.test_changes import Year, lines

DAY = date(2021, 7, 2)
HOMES = "新增省级及以上众创孵化机构40家。"


def done(year: Year, change: CourseChange) -> None:
    year.change(change.change.edits, basis=change.change.basis)


def closed(year: Year, words: str, result: str = "已办结") -> None:
    given = ClosingGiven(result, approved_by="徐涛", approved_on="2021-07-01", basis="局办公会纪要")
    done(year, close_rows(year.now, year.now.rows_named(words), given, DAY))


def rows(year: Year) -> list[tuple[str, ...]]:
    """The rows under 重点任务, without the text of the task and the day."""
    return [(one[0], *one[2:6]) for one in lines(year.sheet())[1:]]


def test_a_deferral_is_told_with_both_days_reason_and_approval_and_the_day_due_once() -> None:
    year = Year()
    task = year.now.task(year.now.rows_named("2")[0])
    year.before.apply(set_fields(year.before, task, due_on="2021-06-29").edits)
    year.now.apply(set_fields(year.now, task, due_on="2021-06-29").edits)
    given = AdjustmentGiven("2021-09-30", "用地未落实", approved_by="徐涛", approved_on="2021-07-02")
    done(year, adjust_rows(year.now, "deferral", (task.key,), given, DAY))
    (line,) = rows(year)
    after = "2021年9月30日 原因：用地未落实 徐涛批准（2021年7月2日） 提出时已逾期 3 天"
    assert line == ("2", "延期", "2021年6月29日", after, "")
    assert lines(year.sheet())[1][1] == HOMES


def test_neighbours_closed_by_one_act_stand_together_and_one_opened_again_says_why() -> None:
    year = Year()
    closed(year, "3.1-3.2")
    after = "已销号 已办结 徐涛批准（2021年7月1日）"
    assert rows(year) == [("3.1–3.2", "销号", "—", after, "局办公会纪要")]
    year.before.apply(edit for change in year.changes for edit in change.edits)
    year.changes.clear()
    done(year, reopen_rows(year.now, year.now.rows_named("3.2"), "验收未通过", DAY))
    assert rows(year) == [("3.2", "恢复", after, "办理中 原因：验收未通过", "")]


def test_suspended_cancelled_and_waiting_rows_are_told() -> None:
    year = Year()
    given = AdjustmentGiven(reason="政策调整", applies_from="2021-07-01")
    done(year, adjust_rows(year.now, "suspension", year.now.rows_named("1"), given, DAY))
    done(year, adjust_rows(year.now, "cancellation", year.now.rows_named("2"), AdjustmentGiven(), DAY))
    done(year, close_rows(year.now, year.now.rows_named("4"), ClosingGiven("已试点"), DAY))
    assert rows(year) == [
        ("1", "中止", "—", "2021年7月1日起中止 原因：政策调整", ""),
        ("2", "取消", "—", "2021年7月2日起取消", ""),
        ("4", "申请销号", "—", "待销号 已试点", ""),
    ]


def test_what_was_done_and_taken_back_is_not_told() -> None:
    year = Year()
    closed(year, "2")
    year.now.apply([edit.inverted() for edit in reversed(year.changes[-1].edits)])
    assert lines(year.sheet()) == [("没有调整。",)]
