"""What the last act gave, to be given again."""

import pytest

from store.acts.assigning import SideAnswer, assign, assignment_change
from store.acts.field_values import set_fields
from store.acts.repeating import answers_given, last_given, texts_given
from store.acts.resolving import leader_named, unit_named
from store.records.changes import Change, Edit, created
from store.records.ground import Ground
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.store.giving import assign_leaders
from tests.store.made_history import made_history

FIRST = Change("导入", ())


def test_units_are_given_again_and_their_leaders_follow_anew(sample: TaskList) -> None:
    rows = sample.rows_named("1-2")
    unit = unit_named(sample, "合作处")
    done = assign(sample, rows, {"lead": SideAnswer(units=(unit,))})
    given = last_given(made_history([FIRST, assignment_change(sample, rows, done)]))
    assert answers_given(given) == {"lead": SideAnswer(units=(unit,))}
    assert not texts_given(given)


def test_what_is_known_of_units_is_worked_out_anew(sample: TaskList) -> None:
    (row,) = sample.rows_named("1")
    leader = leader_named(sample, "赵峰")
    edits = assign_leaders(sample, (row,), "lead", (leader,)).edits
    known = created(Ground("g", sample.notice.key, row, "1", "lead", ("u",), ("p",), origin="hand"))
    here = Edit("tasks", row, "only_here", [], ["lead"])
    given = last_given(made_history([FIRST, Change("改", (*edits, known, here))]))
    assert answers_given(given) == {"lead": SideAnswer(leaders=(leader,))}


def test_texts_are_given_again(sample: TaskList) -> None:
    task = sample.task(sample.task_keys[0])
    given = last_given(made_history([FIRST, set_fields(sample, task, targets=("甲", "乙"))]))
    assert texts_given(given) == {"targets": ("甲", "乙")}


def test_what_was_undone_is_passed_over(sample: TaskList) -> None:
    task = sample.task(sample.task_keys[0])
    one, other = set_fields(sample, task, remark="甲"), set_fields(sample, task, remark="乙")
    assert texts_given(last_given(made_history([FIRST, one, other, Change("", (), undoes=other.id)]))) == {
        "remark": "甲"
    }


def test_what_gave_rows_this_and_that_is_refused(sample: TaskList) -> None:
    first, second = (sample.task(row) for row in sample.task_keys[:2])
    edits = set_fields(sample, first, remark="甲").edits + set_fields(sample, second, remark="乙").edits
    with pytest.raises(Refused, match="“粘贴”不是填写一格，不能重复"):
        last_given(made_history([FIRST, Change("粘贴", edits)]))
    with pytest.raises(Refused, match="不能重复"):
        last_given(made_history([FIRST, set_fields(sample, sample.units[0], full_name="甲")]))
    with pytest.raises(Refused, match="还没有可以重复的操作"):
        last_given(made_history([FIRST]))
