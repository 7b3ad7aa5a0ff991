"""Several notices and years in one file: each list by itself, units and people shared."""

import pytest

from data import sample_notice
from store.acts.roster import delete_person, rename_person
from store.acts.rows import new_item
from store.acts.units import delete_unit, new_unit
from store.importing.new_list import blank_change, import_change
from store.reading import read_notice
from store.records.changes import Change, updated
from store.records.person import Person
from store.records.several_lists import short_names, units_of_list
from store.records.task import Task
from store.records.tasklist import TaskList
from store.records.values import Mention
from store.refused import Refused
from store.views.units import units_view

LATER = (
    sample_notice()
    .decode()
    .replace("2021", "2022")
    .replace("新增省级及以上众创孵化机构40家。", "新增省级及以上众创孵化机构50家。")
)


@pytest.fixture
def tasks() -> TaskList:
    """The sample of 2021 and, beside it, the list of 2022."""
    made = TaskList()
    made.apply(import_change(read_notice(sample_notice())).edits)
    made.apply(import_change(read_notice(LATER.encode()), made).edits)
    return made


def apply(tasks: TaskList, change: Change) -> None:
    assert tasks.conflict(change.edits) is None
    tasks.apply(change.edits)


def row(tasks: TaskList, name: str) -> str:
    (key,) = tasks.rows_named(name)
    return key


def test_each_list_has_its_own_rows_and_both_share_units_and_people(tasks: TaskList) -> None:
    first, second = tasks.notices
    assert [notice.list_title[4:8] for notice in tasks.notices] == ["2021", "2022"]
    assert (len(tasks.units), len(tasks.keys_of(Person)), len(tasks.keys_of(Task))) == (15, 24, 18)
    assert tasks.notice == first
    assert tasks.task(row(tasks, "2")).text == "新增省级及以上众创孵化机构40家。"
    tasks = tasks.of(second.key)
    assert tasks.task(row(tasks, "2")).text == "新增省级及以上众创孵化机构50家。"
    assert (len(tasks.items), len(tasks.task_keys), len(tasks.roster), len(tasks.work_points())) == (
        6,
        9,
        24,
        3,
    )


def test_a_unit_stands_in_the_rows_of_the_list_looked_at(tasks: TaskList) -> None:
    unit = next(unit for unit in tasks.units if unit.full_name == "成果转化处")
    assert [tasks.row_name(key) for key in tasks.rows_naming(unit.key)] == ["1", "3.1", "3.2", "3.3", "4"]
    assert len(tasks.rows_naming_anywhere(unit.key)) == 10
    elsewhere = tasks.of(tasks.notices[1].key)
    assert tasks.row_name(row(elsewhere, "3.2")).startswith("3.2（市科技局2022年")


def test_a_new_item_comes_into_the_list_looked_at(tasks: TaskList) -> None:
    tasks = tasks.of(tasks.notices[1].key)
    change, _ = new_item(tasks, "七、办好实事", None)
    apply(tasks, change)
    assert len(tasks.items) == 7
    assert len(tasks.of(tasks.notices[0].key).items) == 6


def test_a_name_is_put_right_in_all_lists(tasks: TaskList) -> None:
    (person,) = tasks.people_named("胡军")
    apply(tasks, rename_person(tasks, tasks.get(Person, person.key), "胡钧"))
    for notice in tasks.notices:
        assert [leader.wording for leader in tasks.task(row(tasks.of(notice.key), "1")).lead_leaders] == [
            "胡钧"
        ]


def test_what_another_list_uses_cannot_be_taken_out(tasks: TaskList) -> None:
    unit = next(unit for unit in tasks.units if unit.full_name == "发展规划处")
    with pytest.raises(Refused, match="正在使用"):
        delete_unit(tasks, unit.key)
    entry = next(entry for entry in tasks.roster if tasks.person_name(entry.person) == "余文珠")
    apply(tasks, delete_person(tasks, entry.key))
    assert len(tasks.people_named("余文珠")) == 1
    assert len(tasks.of(tasks.notices[1].key).roster) == 24


def test_a_notice_of_one_name_more_for_a_unit_adds_it() -> None:
    made = TaskList()
    made.apply(import_change(read_notice(sample_notice())).edits)
    later = LATER.replace("成果处", "转化处")
    change = import_change(read_notice(later.encode()), made)
    apply(made, change)
    unit = next(unit for unit in made.units if unit.full_name == "成果转化处")
    assert unit.aliases == ("成果处", "转化处")
    made = made.of(made.notices[1].key)
    assert made.task(row(made, "1")).lead_units[0].key == unit.key


OTHER = """2024年民生实事责任分解
序号\t重点任务\t牵头单位
1\t新建口袋公园\t区城管局
2\t改造老旧小区\t区住建局、发展规划处"""


@pytest.fixture
def two() -> TaskList:
    """The sample and, beside it, a list of other units; one unit stands in both."""
    made = TaskList()
    made.apply(import_change(read_notice(sample_notice())).edits)
    made.apply(import_change(read_notice(OTHER.encode()), made).edits)
    return made


def test_the_units_are_those_of_the_list_looked_at(two: TaskList) -> None:
    first, second = (two.of(notice.key) for notice in two.notices)
    assert len(two.units) == 17
    assert len(units_of_list(first)) == 15
    assert [unit.full_name for unit in units_of_list(second)] == ["发展规划处", "区城管局", "区住建局"]
    assert [unit["full_name"] for unit in units_view(second)] == ["发展规划处", "区城管局", "区住建局"]


def test_a_unit_that_stands_nowhere_yet_is_shown_in_the_list_and_one_of_its_collectives_too(
    two: TaskList,
) -> None:
    second = two.of(two.notices[1].key)
    change, made = new_unit(second, "区园林局")
    apply(second, change)
    assert units_of_list(second)[-1].key == made
    park = second.task(row(second, "1"))
    apply(second, Change("统称", tuple(updated(park, lead_units=(Mention(made, "区园林局"),)))))
    assert made in [unit.key for unit in units_of_list(second)]
    assert made not in [unit.key for unit in units_of_list(second.of(second.notices[0].key))]


@pytest.mark.parametrize(
    ("titles", "short"),
    [
        (("市科技局2021年重点任务清单", "市科技局2022年重点任务清单"), ("2021年", "2022年")),
        (("民生实事清单", "放管服清单"), ("民生实事", "放管服")),
        (("重点任务清单", "重点任务清单"), ("第 1 份", "第 2 份")),
        (("重点任务清单", "重点任务清单(修订)"), ("第 1 份", "第 2 份")),
    ],
)
def test_lists_are_told_apart_by_a_short_name(titles: tuple[str, ...], short: tuple[str, ...]) -> None:
    made = TaskList()
    for title in titles:
        made.apply(blank_change(title).edits)
    assert tuple(short_names(made).values()) == short
