"""Settling who has a unit, and the rows whose leaders can follow now."""

import pytest

from store.acts.resolving import leader_named, unit_named, units_named
from store.acts.settling import followers_preview, settle, unsettle
from store.records.tasklist import TaskList
from store.refused import Refused
from tests.sample import sample_list
from tests.store.giving import assign_units


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


def test_leaders_that_could_not_follow_follow_once_their_unit_is_settled(tasks: TaskList) -> None:
    row = tasks.rows_named("1")[0]
    tasks.apply(assign_units(tasks, (row,), "lead", units_named(tasks, ["高新处"])).edits)
    unit, leader = unit_named(tasks, "高新处").key or "", leader_named(tasks, "刘红")
    change = settle(tasks, unit, leader.key or "")
    assert change.title == "定下高新处由刘红分管"
    tasks.apply(change.edits)
    assert tasks.task(row).doubts == (), "whose it is, is known"
    preview = followers_preview(tasks, unit, change.edits)
    assert [(one.row, one.side, one.after.leaders) for one in preview.rows] == [(row, "lead", (leader,))]
    tasks.apply(preview.change(tasks).edits)
    assert tasks.task(row).lead_leaders == (leader,)


def test_what_is_settled_is_said_once_and_taken_back_once(tasks: TaskList) -> None:
    unit, leader = unit_named(tasks, "高新处").key or "", leader_named(tasks, "刘红").key or ""
    tasks.apply(settle(tasks, unit, leader, "2021-04-01", "会议纪要").edits)
    assert settle(tasks, unit, leader).edits == ()
    change = unsettle(tasks, unit)
    assert change.title == "取消已定的分管：高新处（刘红）"
    tasks.apply(change.edits)
    with pytest.raises(Refused, match="还没有定"):
        unsettle(tasks, unit)
