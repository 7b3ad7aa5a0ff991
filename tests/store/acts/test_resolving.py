"""From what a clerk writes to what the list holds."""

import pytest

from store.acts.resolving import (
    leader_named,
    list_named,
    names_in,
    one_unit_named,
    person_named,
    unit_named,
    units_named,
)
from store.records.changes import created, updated
from store.records.person import Person, RosterEntry
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused


@pytest.mark.parametrize("name", ["成果转化处", "成果处", "转化处", " 成果 处 ", "成处"])
def test_a_unit_by_any_name_that_fits_it_alone(sample: TaskList, name: str) -> None:
    assert unit_named(sample, name).wording == "成果处"


def test_a_name_that_fits_several_is_refused_with_all_of_them(sample: TaskList) -> None:
    sample.apply([created(Unit("more", order="zz", full_name="成果推广处"))])
    with pytest.raises(Refused, match="可以指 2 个单位：成果转化处、成果推广处。请写明是哪一个"):
        unit_named(sample, "成处")


def test_a_name_that_fits_none_is_refused_with_what_is_near(sample: TaskList) -> None:
    with pytest.raises(Refused, match="没有单位“成果转换处”，名称相近的有：成果转化处"):
        unit_named(sample, "成果转换处")


def test_a_collective_is_taken_as_it_stands_but_is_no_one_unit(sample: TaskList) -> None:
    found = unit_named(sample, "各处室")
    assert (found.key, found.wording) == (None, "各处室")
    with pytest.raises(Refused, match="不是清单中的一个单位"):
        one_unit_named(sample, "各处室")


def test_a_unit_is_found_by_the_name_it_had(sample: TaskList) -> None:
    unit = one_unit_named(sample, "平台处")
    sample.apply(updated(unit, former_names=("孵化处",)))
    assert unit_named(sample, "孵化处").key == unit.key


def test_a_unit_that_is_no_more_stands_behind_one_of_today_and_cannot_be_assigned(sample: TaskList) -> None:
    old = Unit("old", order="a", full_name="旧处", aliases=("老处",), valid_until="2020-01-01")
    new = Unit("new", order="b", full_name="老处室", aliases=("老处",))
    sample.apply([created(old), created(new)])
    assert unit_named(sample, "老处").key == "new"
    with pytest.raises(Refused, match="旧处”已于 2020-01-01 撤销"):
        units_named(sample, ["旧处"])


def test_leaders_of_one_name_are_told_apart_by_their_post(sample: TaskList) -> None:
    sample.apply(
        [
            created(Person("twin", name="胡军")),
            created(RosterEntry("line", person="twin", order="zz", role="成员", post="法制处处长")),
        ]
    )
    with pytest.raises(Refused, match="有 2 人叫“胡军”"):
        leader_named(sample, "胡军")
    assert leader_named(sample, "胡军(法制处处长)").key == "twin"


def test_leaders_at_large_are_no_person(sample: TaskList) -> None:
    assert leader_named(sample, "相关分管领导").key is None
    with pytest.raises(Refused, match="不是一个人"):
        person_named(sample, "相关分管领导")


def test_names_are_parted_by_the_signs_of_either_width() -> None:
    assert names_in("成果处、法制处,规划处;平台处\n合作处、") == [
        "成果处",
        "法制处",
        "规划处",
        "平台处",
        "合作处",
    ]


def test_a_list_by_its_number_or_its_name(sample: TaskList) -> None:
    assert list_named(sample, "1") == list_named(sample, "放管服") == sample.notice
    with pytest.raises(Refused, match="没有哪份清单的名称含“安全生产”，请写序号：1 "):
        list_named(sample, "安全生产")
