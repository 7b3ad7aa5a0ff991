"""Who stays and who comes in a cell when a unit of it passes from 钱一 to 李三."""

from store.acts.leaders_in_a_cell import Passed, pass_units
from store.acts.preview import KeepOrDrop
from store.records.tasklist import TaskList
from tests.store.checks.made import leader, row, small_list, unit


def passed(tasks: TaskList, units: str, answer: KeepOrDrop | None = None) -> Passed:
    """What is left when 水利处 passes over from 钱一 to 李三."""
    cell = [unit(name) for name in units.split()]
    return pass_units(tasks, ("row", "lead"), cell, {"u-水利处": leader("李三")}, leader("钱一"), answer)


def names(found: Passed) -> list[str]:
    return [one.wording for one in found.side.leaders]


def test_he_goes_with_his_last_unit() -> None:
    tasks = small_list(row("水利处 河湖处", "钱一 孙二"), pairs="水利处:钱一 河湖处:孙二")
    found = passed(tasks, "水利处 河湖处")
    assert names(found) == ["李三", "孙二"] and not found.questions


def test_he_stays_for_another_unit_that_is_his() -> None:
    tasks = small_list(row("水利处 河湖处", "钱一"), pairs="水利处:钱一 河湖处:钱一")
    found = passed(tasks, "水利处 河湖处")
    assert names(found) == ["李三", "钱一"] and not found.questions


def test_whoever_takes_over_and_is_there_already_stands_once() -> None:
    tasks = small_list(row("水利处 财务处", "钱一 李三"), pairs="水利处:钱一 财务处:李三")
    assert names(passed(tasks, "水利处 财务处")) == ["李三"]


def test_the_answer_lets_him_go_or_stay() -> None:
    tasks = small_list(row("水利处 相关处室", "钱一"), pairs="水利处:钱一")
    open_one = passed(tasks, "水利处 相关处室")
    assert [question.unit.wording for question in open_one.questions] == ["相关处室"]
    assert names(open_one) == ["李三", "钱一"]
    assert names(passed(tasks, "水利处 相关处室", "keep")) == ["李三", "钱一"]
    assert names(passed(tasks, "水利处 相关处室", "drop")) == ["李三"]


def test_a_collective_with_leaders_of_its_own_asks_nothing() -> None:
    tasks = small_list(row("水利处 相关处室", "钱一 相关分管领导"), pairs="水利处:钱一")
    found = passed(tasks, "水利处 相关处室")
    assert names(found) == ["李三", "相关分管领导"] and not found.questions
