"""Questions on rows, on made lists: doubts that an assignment left, deadlines."""

from dataclasses import replace

import pytest

from store.acts.assigning import SideAnswer, assign, assignment_change
from store.acts.resolving import units_named
from store.checks.checker import checked
from store.portfolio.standings import standings
from store.records.changes import Change
from store.records.values import Doubt, Mention
from tests.sample import sample_list
from tests.store.checks.made import NOTICE, row, small_list, unit
from tests.store.giving import assign_units
from tests.store.questions.asked import of_kind


def test_a_doubt_that_an_assignment_left_offers_whose_the_unit_may_be() -> None:
    tasks = sample_list()
    key = tasks.rows_named("1")[0]
    wanted = next(one for one in tasks.units if one.full_name == "高新技术处")
    mention = type(unit("水利处"))(wanted.key, "高新处")
    tasks.apply(assign_units(tasks, (key,), "lead", (mention,)).edits)
    question = next(one for one in of_kind(tasks, "Q03") if one.row == key)
    assert {"胡军", "刘红"} <= set(question.candidates)
    tasks.apply(next(one for one in question.answers if one.words == "刘红").act().edits)
    task = tasks.task(key)
    assert [one.wording for one in task.lead_leaders] == ["刘红"] and not task.doubts


def test_an_answer_that_a_rule_refuses_changes_nothing() -> None:
    from store.refused import Refused

    tasks = small_list(row(deadline=None))
    (question,) = of_kind(tasks, "Q05")
    assert question.typed
    with pytest.raises(Refused, match="写明时限"):
        question.typed("  ")
    with pytest.raises(Refused, match="看不懂这个时限"):
        question.typed("下周五")
    with pytest.raises(Refused, match="写上年份"):
        question.typed("6月底前")
    assert isinstance(question.typed("月底"), Change)


def test_one_answer_gives_all_rows_without_a_deadline_the_same() -> None:
    notice = replace(NOTICE, list_title="2021年水利任务清单")
    tasks = small_list(row(key="a", deadline=None), row(key="b", deadline=" "), row(key="c"), notice=notice)
    first, second = of_kind(tasks, "Q05")
    assert first.candidates == second.candidates == ["2021年12月31日前", "长期推进"]
    answer = next(one for one in first.answers if not one.is_candidate)
    assert answer.words == "没有时限的 2 行都填“2021年12月31日前”"
    tasks.apply(answer.act().edits)
    assert [task.deadline for task in tasks.tasks] == ["2021年12月31日前", "2021年12月31日前", "6月底前"]
    assert of_kind(tasks, "Q05") == []


def test_the_first_of_several_leads_is_put_first_and_the_finding_accepted() -> None:
    tasks = small_list(row("水利处 河湖处", "钱一 孙二"))
    (question,) = of_kind(tasks, "Q10")
    tasks.apply(question.answers[1].act().edits)
    assert [unit.wording for unit in tasks.task("row").lead_units] == ["河湖处", "水利处"]
    assert of_kind(tasks, "Q10") == []
    checker = checked(tasks)
    assert [code for code, _ in checker.accepted()] == ["C02"]


def test_cells_that_may_belong_to_the_other_side_are_moved() -> None:
    doubt = Doubt("lead", "不知是牵头单位还是责任单位")
    tasks = small_list(row("水利处", "钱一", doubts=(doubt,)))
    (question,) = of_kind(tasks, "Q03")
    moves = {answer.words: answer for answer in question.answers}
    tasks.apply(moves["是责任单位"].act().edits)
    task = tasks.task("row")
    assert (task.lead_units, task.lead_leaders) == ((), ())
    assert [unit.wording for unit in task.participant_units] == ["水利处"]
    assert [leader.wording for leader in task.participant_leaders] == ["钱一"]
    assert task.doubts == ()


def test_a_joined_cell_is_asked_about_once_and_answered_for_all_its_rows() -> None:
    tasks = sample_list()
    keys = tasks.rows_named("3.1-3.3")
    wanted = next(one for one in tasks.units if one.full_name == "高新技术处")
    tasks.apply(assign_units(tasks, keys, "lead", (Mention(wanted.key, "高新处"),)).edits)
    (question,) = [one for one in of_kind(tasks, "Q03") if one.row in keys]
    assert question.text.startswith("第 3.1–3.3 行 牵头单位：")
    change = next(one for one in question.answers if one.words == "刘红").act()
    tasks.apply(change.edits)
    leaders = [[one.wording for one in tasks.task(key).lead_leaders] for key in keys]
    assert leaders == [["刘红"]] * 3 and of_kind(tasks, "Q03")[0].row not in keys


def test_the_first_of_the_leads_of_joined_rows_is_asked_once() -> None:
    joined = {"lead_units": "join1"}
    tasks = small_list(
        row("水利处 河湖处", "钱一", key="a", joins=joined),
        row("水利处 河湖处", "钱一", key="b", joins=joined),
    )
    (question,) = of_kind(tasks, "Q10")
    assert question.about == "第 1.1–1.2 行 牵头单位"
    tasks.apply(question.answers[1].act().edits)
    assert [task.lead_units[0].wording for task in tasks.tasks] == ["河湖处", "河湖处"]
    assert [one for one, _ in checked(tasks).accepted()] == ["C02", "C02"]


def test_leaders_that_stay_are_those_of_the_open_unit_from_then_on() -> None:
    tasks = sample_list()
    (row,) = tasks.rows_named("4")
    answer = SideAnswer(units=units_named(tasks, ["高新处"]))
    tasks.apply(assignment_change(tasks, (row,), assign(tasks, (row,), {"lead": answer})).edits)
    question = next(one for one in of_kind(tasks, "Q03") if one.row == row)
    stay = next(one for one in question.answers if "不变" in one.words)
    tasks.apply(stay.act().edits)
    assert tasks.task(row).doubts == ()
    unit_now = units_named(tasks, ["高新处"])[0].key
    assert tasks.person_name(standings(tasks)[unit_now or ""].leader) == "徐涛"
