"""The distinct sides that a list's rows print, of which the portfolio is proposed."""

from store.changes import created
from store.model import Doubt, Item, Mention, SideName, Task
from store.tasklist import TaskList

UNIT, LEADER = Mention("unit", "成果处"), Mention("person", "胡军")


def listed(*doubts: SideName) -> TaskList:
    """A row whose two sides are the same, in doubt on some."""
    task = Task(
        "row",
        item="item",
        lead_units=(UNIT,),
        lead_leaders=(LEADER,),
        participant_units=(UNIT,),
        participant_leaders=(LEADER,),
        doubts=tuple(Doubt(side, "原文难辨") for side in doubts),
    )
    tasks = TaskList()
    tasks.apply([created(Item("item", order="1")), created(task)])
    return tasks


def test_equal_sides_count_once_and_a_doubt_on_either_leaves_the_other() -> None:
    assert len(listed().sides()) == 1
    assert len(listed("lead").sides()) == 1
    assert len(listed("participant").sides()) == 1


def test_sides_in_doubt_on_both_are_none() -> None:
    assert listed("lead", "participant").sides() == ()
