"""What two desks added alike: it is found, and becomes one with all that names it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.acts.alike_merged import added_alike, merge_alike
from store.acts.roster import new_person
from store.acts.rows import new_item, new_row
from store.acts.settling import settle
from store.acts.units import new_unit
from store.checks.checker import checked
from store.checks.registry import rules_named
from store.file.task_file import TaskFile
from store.records.changes import Change, updated
from store.records.describing import alike_named
from store.records.kept import Pair
from store.records.unit import Unit
from store.records.values import Mention
from store.refused import Refused
from tests.store.file.two_desks import differing, meet, take_in, two_desks
from tests.store.small_list import ROWS, UNITS

Desks = tuple[TaskFile, TaskFile]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    one, two = two_desks(tmp_path)
    with one, two:
        yield one, two


def set_row(file: TaskFile, row: str, **values: object) -> None:
    file.commit(Change("修改", tuple(updated(file.tasks.task(row), **values))))


def add_row(file: TaskFile, text: str, **values: object) -> str:
    change, row = new_row(file.tasks, ROWS[2].key)
    file.commit(change)
    set_row(file, row, text=text, **values)
    return row


def add_unit(file: TaskFile, name: str, row: int) -> str:
    """A new unit that leads a row."""
    change, unit = new_unit(file.tasks, name)
    file.commit(change)
    set_row(file, ROWS[row].key, lead_units=(Mention(unit, name),))
    return unit


def add_person(file: TaskFile, name: str, row: int, **entry: object) -> str:
    change, key = new_person(file.tasks, name)
    file.commit(change)
    there = next(one for one in file.tasks.entries if one.key == key)
    if entry:
        file.commit(Change("名册", tuple(updated(there, **entry))))
    set_row(file, ROWS[row].key, lead_leaders=(Mention(there.person, name),))
    return there.person


def found(file: TaskFile) -> list[str]:
    return [alike_named(file.tasks, pair) for pair in added_alike(file.tasks)]


def merge(file: TaskFile) -> None:
    file.commit(merge_alike(file.tasks, added_alike(file.tasks)))
    assert added_alike(file.tasks) == ()
    assert file.breaks() == []


def texts(file: TaskFile) -> list[str]:
    return [task.text for task in file.tasks.tasks]


def test_a_unit_that_both_added_is_one_and_leads_both_rows(desks: Desks) -> None:
    for file, row in zip(desks, (0, 1), strict=True):
        add_unit(file, "宣传处", row)
    meet(*desks)
    assert found(desks[0]) == found(desks[1]) == ["单位“宣传处”"]
    merge(desks[0])
    (unit,) = [unit for unit in desks[0].tasks.units if unit.full_name == "宣传处"]
    assert desks[0].tasks.rows_naming(unit.key) == (ROWS[0].key, ROWS[1].key)
    meet(*desks)
    assert (found(desks[1]), differing(*desks)) == ([], [])


def test_a_person_that_both_added_stands_on_the_roster_once_with_all_that_was_said(desks: Desks) -> None:
    one, two = desks
    add_person(one, "王芳", 0, post="宣传处处长")
    add_person(two, "王芳", 1, unit=UNITS[0].key)
    meet(one, two)
    assert found(one) == ["人员“王芳”"]
    merge(one)
    (person,) = one.tasks.people_named("王芳")
    (entry,) = one.tasks.entries
    assert (entry.person, entry.post, entry.unit) == (person.key, "宣传处处长", UNITS[0].key)
    assert one.tasks.rows_naming(person.key) == (ROWS[0].key, ROWS[1].key)


def test_two_of_a_name_with_other_posts_keep_both_lines(desks: Desks) -> None:
    one, two = desks
    add_person(one, "王芳", 0, post="宣传处处长")
    add_person(two, "王芳", 1, post="法规处处长")
    meet(one, two)
    merge(one)
    assert sorted(entry.post for entry in one.tasks.entries) == ["宣传处处长", "法规处处长"]


@pytest.mark.parametrize(
    ("one_says", "other_says", "both_say"),
    [
        ({}, {}, {"remark": "", "deadline": None}),
        ({"remark": "已发函"}, {"deadline": "6月底前"}, {"remark": "已发函", "deadline": "6月底前"}),
        ({"remark": "已 发函"}, {"remark": "已发函"}, {}),
    ],
)
def test_a_row_that_both_typed_is_one_and_says_what_either_said(
    desks: Desks, one_says: dict[str, object], other_says: dict[str, object], both_say: dict[str, object]
) -> None:
    one, two = desks
    add_row(one, "举办 档案展览", **one_says)
    add_row(two, "举办档案展览", **other_says)
    meet(one, two)
    assert len(texts(one)) == 5
    merge(one)
    (task,) = [task for task in one.tasks.tasks if "展览" in task.text]
    assert len(texts(one)) == 4
    assert {field: getattr(task, field) for field in both_say} == both_say


def test_a_row_that_they_said_otherwise_stays_twice(desks: Desks) -> None:
    one, two = desks
    add_row(one, "举办展览", deadline="5月底前")
    add_row(two, "举办展览", deadline="6月底前")
    meet(one, two)
    assert found(one) == []


def test_what_one_desk_typed_twice_or_having_seen_the_other_is_meant(desks: Desks) -> None:
    one, two = desks
    add_row(one, "举办展览")
    add_row(one, "举办展览")
    take_in(two, one)
    add_row(two, "举办展览")
    set_row(one, ROWS[0].key, remark="已发函")
    meet(one, two)
    assert (found(one), texts(one).count("举办展览")) == ([], 3)


def test_empty_rows_are_not_alike(desks: Desks) -> None:
    for file in desks:
        file.commit(new_row(file.tasks, ROWS[2].key)[0])
    meet(*desks)
    assert found(desks[0]) == []


def test_an_item_that_both_added_is_one_with_its_rows(desks: Desks) -> None:
    one, two = desks
    for file, also in ((one, "编制目录"), (two, "培训人员")):
        change, row = new_item(file.tasks, "三、加强管理")
        file.commit(change)
        set_row(file, row, text="举办展览")
        under, other = new_row(file.tasks, row)
        file.commit(under)
        set_row(file, other, text=also)
    meet(one, two)
    assert found(one) == ["事项“三、加强管理”"]
    merge(one)
    (item,) = [item for item in one.tasks.items if item.title == "三、加强管理"]
    rows = [one.tasks.task(row).text for row in one.tasks.task_keys_of(item.key)]
    assert sorted(rows) == ["举办展览", "培训人员", "编制目录"]


def test_both_desks_that_merge_by_themselves_do_the_same(desks: Desks) -> None:
    for file, row in zip(desks, (0, 1), strict=True):
        add_unit(file, "宣传处", row)
        add_row(file, "举办展览")
    meet(*desks)
    for file in desks:
        merge(file)
    meet(*desks)
    assert differing(*desks) == []
    assert not desks[0].undecided
    assert texts(desks[0]).count("举办展览") == 1


def test_units_with_other_leaders_are_not_merged_unasked(desks: Desks) -> None:
    for file, name in zip(desks, ("胡军", "赵峰"), strict=True):
        unit = add_unit(file, "宣传处", 0)
        leader = add_person(file, name, 1)
        file.commit(settle(file.tasks, unit, leader))
    meet(*desks)
    with pytest.raises(Refused, match="定下的分管领导不同"):
        merge_alike(desks[0].tasks, added_alike(desks[0].tasks))


def test_a_settled_pair_follows(desks: Desks) -> None:
    one, two = desks
    add_unit(one, "宣传处", 0)
    unit = add_unit(two, "宣传处", 1)
    leader = add_person(two, "赵峰", 2)
    two.commit(settle(two.tasks, unit, leader, basis="局务会"))
    meet(one, two)
    merge(one)
    (pair,) = one.tasks.all_of(Pair)
    (kept,) = [unit for unit in one.tasks.units if unit.full_name == "宣传处"]
    assert (pair.unit, pair.leader, pair.basis) == (kept.key, leader, "局务会")


def test_the_check_tells_it_until_it_is_merged(desks: Desks) -> None:
    one, two = desks
    add_unit(one, "宣传处", 0)
    add_unit(two, "宣传处", 1)
    rules = rules_named(["C32"])
    assert not checked(one.tasks, rules=rules).findings()
    meet(one, two)
    (finding,) = checked(one.tasks, rules=rules).findings()
    assert finding.hit.record and finding.hit.record[0] == Unit.TABLE
    assert "单位“宣传处”在两台电脑上各新增了一次" in finding.hit.says
    merge(one)
    assert not checked(one.tasks, rules=rules).findings()
