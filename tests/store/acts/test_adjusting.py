"""Adjusting the course of a row: deferred, altered, suspended, resumed, cancelled."""

from datetime import date

import pytest

from store.acts.adjusting import AdjustmentGiven, EarlierDay, adjust_rows, proposed_due
from store.records.closing import Adjustment, AdjustmentKind
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.ledger.small_list import ROW, adjustment, closing, small_list, state

DAY = date(2021, 11, 3)


def adjusted(
    tasks: TaskList, kind: AdjustmentKind, given: AdjustmentGiven, day: date = DAY
) -> tuple[str, tuple[str, ...]]:
    """Adjust the row; the title of the change, and what is said."""
    done = adjust_rows(tasks, kind, (ROW,), given, day)
    tasks.apply(done.change.edits)
    return done.change.title, done.said


def last(tasks: TaskList) -> Adjustment:
    """The adjustment that came last."""
    return tasks.all_of(Adjustment)[-1]


def test_a_deferral_moves_the_day_due_and_keeps_the_old_one() -> None:
    tasks = small_list(deadline="12月底前")
    given = AdjustmentGiven("2022-03-31", "用地未落实", approved_by="徐涛", approved_on="2021-11-02")
    assert adjusted(tasks, "deferral", given) == ("第 1 行延期至 2022-03-31（徐涛批准）", ())
    assert tasks.task(ROW).deadline == "12月底前"
    assert state(tasks, "2022-01-15").due == "2022-03-31"
    made = last(tasks)
    assert (made.from_due, made.to_due, made.days_late) == ("2021-12-31", "2022-03-31", 0)
    assert (made.asked_on, made.applies_from) == ("2021-11-02", "2021-11-02")


def test_a_deferral_that_is_asked_too_late_is_taken_and_the_lateness_is_kept() -> None:
    tasks = small_list(due_on="2021-10-31")
    given = AdjustmentGiven("2021-12-31", asked_on="2021-11-03")
    _, said = adjusted(tasks, "deferral", given)
    assert said == ("延期在到期之后提出，逾期 3 天照记",)
    assert last(tasks).days_late == 3
    assert state(tasks, "2021-11-04").code == "under_way"


@pytest.mark.parametrize("kind", ["deferral", "alteration"])
def test_an_earlier_day_is_asked_once(kind: AdjustmentKind) -> None:
    tasks = small_list(due_on="2021-12-31")
    with pytest.raises(EarlierDay, match=r"^新时限早于现时限，确定提前？$"):
        adjusted(tasks, kind, AdjustmentGiven("2021-12-01"))
    adjusted(tasks, kind, AdjustmentGiven("2021-12-01", is_earlier_meant=True))
    assert tasks.task(ROW).due_on == "2021-12-01"


@pytest.mark.parametrize(
    ("row", "to", "sentence"),
    [
        ({"due_on": "2021-12-31"}, "", "延期请写新时限"),
        ({"due_on": "2021-12-31"}, "2021-12-31", "1 的时限就是 2021-12-31"),
        ({}, "2021-12-31", "1 没有到期日，不能延期"),
        ({"deadline": "长期坚持"}, "2021-12-31", "1 没有到期日，不能延期"),
        ({"deadline": "每季度"}, "2021-12-31", "1 没有到期日，不能延期"),
    ],
)
def test_a_deferral_that_makes_no_sense_is_refused(row: dict[str, str], to: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        adjusted(small_list(**row), "deferral", AdjustmentGiven(to))


def test_an_alteration_needs_a_day_or_words() -> None:
    tasks = small_list(deadline="长期坚持")
    with pytest.raises(Refused, match="变更请写新时限，或写明变更了什么"):
        adjusted(tasks, "alteration", AdjustmentGiven())
    assert adjusted(tasks, "alteration", AdjustmentGiven(reason="目标改为30家"))[0] == "第 1 行变更"
    assert state(tasks, "2021-11-03").code == "continuing"
    title, _ = adjusted(tasks, "alteration", AdjustmentGiven("2021-12-31"))
    assert title == "第 1 行变更时限为 2021-12-31"
    assert state(tasks, "2021-11-03").due == "2021-12-31"


def test_a_suspended_row_is_not_late_and_resumes_with_the_days_added() -> None:
    tasks = small_list(due_on="2021-11-10")
    adjusted(tasks, "suspension", AdjustmentGiven(reason="上级政策调整"))
    assert state(tasks, "2021-11-30").code == "suspended"
    with pytest.raises(Refused, match="1 已经中止"):
        adjusted(tasks, "suspension", AdjustmentGiven())
    resumed = date(2021, 11, 23)
    assert proposed_due(tasks, ROW, "2021-11-23") == "2021-11-30"
    with pytest.raises(Refused, match="原 2021-11-10，顺延为 2021-11-30"):
        adjusted(tasks, "resumption", AdjustmentGiven(), resumed)
    title, _ = adjusted(tasks, "resumption", AdjustmentGiven("顺延"), resumed)
    assert title == "第 1 行恢复"
    assert (last(tasks).from_due, last(tasks).to_due) == ("2021-11-10", "2021-11-30")
    assert state(tasks, "2021-11-23").due == "2021-11-30"
    assert state(tasks, "2021-11-22").code == "suspended"


@pytest.mark.parametrize(("to", "due"), [("不变", "2021-11-10"), ("2021-12-20", "2021-12-20")])
def test_the_day_due_of_a_row_that_resumes_is_as_the_clerk_says(to: str, due: str) -> None:
    tasks = small_list(adjustment("suspension", "2021-11-01"), due_on="2021-11-10")
    adjusted(tasks, "resumption", AdjustmentGiven(to))
    assert state(tasks, "2021-11-03").due == due


def test_an_earlier_day_than_before_is_asked_of_a_row_that_resumes_too() -> None:
    tasks = small_list(adjustment("suspension", "2021-11-01"), due_on="2021-11-10")
    with pytest.raises(EarlierDay):
        adjusted(tasks, "resumption", AdjustmentGiven("2021-11-05"))


def test_a_row_without_a_day_resumes_without_one() -> None:
    tasks = small_list(adjustment("cancellation", "2021-11-01"), deadline="长期坚持")
    adjusted(tasks, "resumption", AdjustmentGiven())
    assert state(tasks, "2021-11-03").code == "continuing"


def test_resuming_needs_a_row_that_stands_still_and_a_day_after_it_stopped() -> None:
    with pytest.raises(Refused, match=r"^1 没有中止或取消，不用恢复。$"):
        adjusted(small_list(), "resumption", AdjustmentGiven("顺延"))
    tasks = small_list(adjustment("suspension", "2021-11-01"), due_on="2021-11-10")
    with pytest.raises(Refused, match="恢复日期 2021-10-30 早于中止日期 2021-11-01"):
        adjusted(tasks, "resumption", AdjustmentGiven("顺延", applies_from="2021-10-30"))


def test_an_adjustment_may_apply_from_a_later_day() -> None:
    tasks = small_list(due_on="2021-12-31")
    title, _ = adjusted(tasks, "cancellation", AdjustmentGiven(applies_from="2021-12-01"))
    assert title == "第 1 行自 2021-12-01 起取消"
    assert state(tasks, "2021-11-30").code == "under_way"
    assert state(tasks, "2021-12-01").code == "cancelled"


def test_stopping_and_going_on_twice_on_a_day_end_with_the_last() -> None:
    tasks = small_list(deadline="长期坚持")
    for _ in range(2):
        adjusted(tasks, "suspension", AdjustmentGiven())
        assert state(tasks, "2021-11-03").code == "suspended"
        adjusted(tasks, "resumption", AdjustmentGiven())
        assert state(tasks, "2021-11-03").code == "continuing"
    adjusted(tasks, "suspension", AdjustmentGiven())
    adjusted(tasks, "resumption", AdjustmentGiven())
    assert state(tasks, "2021-11-03").code == "continuing"
    assert len(tasks.all_of(Adjustment)) == 6


@pytest.mark.parametrize("kind", ["deferral", "alteration", "suspension", "cancellation"])
def test_a_row_that_has_ended_is_not_adjusted(kind: AdjustmentKind) -> None:
    tasks = small_list(closing(approved_by="徐涛", approved_on="2021-11-01"), due_on="2021-12-31")
    with pytest.raises(Refused, match=r"^1 已于 2021-11-01 销号（徐涛批准），要改请先恢复。$"):
        adjusted(tasks, kind, AdjustmentGiven("2022-01-31"))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (AdjustmentGiven("2022-01-31", asked_on="2021-11-04"), "提出日期 2021-11-04 还没有到"),
        (AdjustmentGiven("2022-01-31", approved_on="2021-11-04"), "批准日期 2021-11-04 还没有到"),
        (
            AdjustmentGiven("2022-01-31", asked_on="2021-11-02", approved_on="2021-11-01"),
            "批准日期 2021-11-01 早于提出日期 2021-11-02",
        ),
    ],
)
def test_days_that_cannot_be_are_refused(given: AdjustmentGiven, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        adjusted(small_list(due_on="2021-12-31"), "deferral", given)
