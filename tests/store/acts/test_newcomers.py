"""Units and people that a cell is given before the list has them."""

import pytest

from store.acts.assigning import SideAnswer, assign, assignment_change
from store.acts.newcomers import newcomer, with_newcomers
from store.acts.resolving import one_unit_named
from store.records.changes import updated
from store.records.tasklist import TaskList
from store.records.values import SideName
from tests.sample import sample_list


@pytest.fixture
def tasks() -> TaskList:
    return sample_list()


@pytest.mark.parametrize("typed", ["", "czj", "规划处", "发展规划处", " 发展 规划处"])
def test_what_the_list_has_and_letters_make_nothing(tasks: TaskList, typed: str) -> None:
    assert newcomer(tasks, "units", typed) is None


def test_a_unit_that_is_no_more_is_not_made_again(tasks: TaskList) -> None:
    tasks.apply(updated(one_unit_named(tasks, "创新平台处"), valid_until="2021-06-01"))
    assert newcomer(tasks, "units", "创新平台处") is None


def test_a_collective_is_taken_as_it_is_worded(tasks: TaskList) -> None:
    found = newcomer(tasks, "units", "各有关单位")
    assert found is not None and found.key is None


def test_two_at_once_stand_one_behind_the_other(tasks: TaskList) -> None:
    finance, audit = newcomer(tasks, "units", "财政局"), newcomer(tasks, "units", "审计局")
    boss = newcomer(tasks, "leaders", "袁洁")
    assert finance and audit and boss
    rows = tasks.rows_named("1")
    answers: dict[SideName, SideAnswer] = {
        "lead": SideAnswer((finance, audit), (boss,)),
        "participant": SideAnswer((audit,)),
    }
    change = assignment_change(tasks, rows, assign(tasks, rows, answers))
    change = with_newcomers(tasks, answers, change)
    assert change.title.startswith("新增单位：财政局；新增单位：审计局；新增人员：袁洁；第 1 行牵头单位：")
    tasks.apply(change.edits)
    assert [unit.full_name for unit in tasks.units][-2:] == ["财政局", "审计局"]
    assert tasks.unit_name(tasks.task(rows[0]).participant_units[0].key) == "审计局"
