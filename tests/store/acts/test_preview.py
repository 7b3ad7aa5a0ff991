"""What an act on many rows would do: it is no change while a question is open."""

import pytest

from store.acts.preview import LeaderQuestion, Preview, RowChange, in_words
from store.records.changes import created, updated
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.records.values import Side
from store.refused import Refused
from tests.store.checks.made import leader, row, small_list, unit


def asked(tasks: TaskList, answered: bool) -> Preview:
    before = tasks.task("row").side("lead")
    after = Side(before.units, (leader("李三"),))
    question = LeaderQuestion("row", "lead", leader("钱一"), unit("水利处"), ("p-钱一",))
    return Preview(
        "换领导",
        (RowChange("row", "lead", before, after),),
        (question,),
        {question.place: "drop"} if answered else {},
    )


def test_an_open_question_is_refused_and_an_answered_one_is_not() -> None:
    tasks = small_list(row())
    with pytest.raises(Refused, match="还有没答复的问题"):
        asked(tasks, answered=False).change(tasks)
    preview = asked(tasks, answered=True)
    assert preview.open == ()
    tasks.apply(preview.change(tasks).edits)
    assert [one.wording for one in tasks.task("row").lead_leaders] == ["李三"]


def test_day_and_basis_are_those_of_the_change() -> None:
    tasks = small_list(row())
    change = asked(tasks, answered=True).dated("2021-06-01", "会议纪要").change(tasks)
    assert (change.title, change.effective_on, change.basis) == ("换领导", "2021-06-01", "会议纪要")


def test_other_records_are_said_in_words() -> None:
    tasks = small_list(row())
    water = tasks.get(Unit, "u-水利处")
    edits = [
        created(Unit("new", order="z", full_name="水库处", aliases=("库处",))),
        created(Person("p-new", name="吴七")),
        created(RosterEntry("r-new", person="p-new", order="z", role="成员", post="处长")),
        *updated(water, valid_until="2021-06-01", order="zz"),
    ]
    first, second, third = in_words(tasks, edits)
    assert first == "新设单位：水库处（库处）"
    assert second == "名册新增：吴七 成员 处长"
    assert "农田水利处" in third and third.endswith("2021-06-01")
