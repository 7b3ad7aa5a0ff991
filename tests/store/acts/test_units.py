"""Units: names that must ask, aliases, fields, order, and units that are no more."""

from typing import Any

import pytest

from store.acts.resolving import one_unit_named, unit_named, units_named
from store.acts.units import delete_unit, move_unit, new_unit, open_units, set_head, set_unit
from store.portfolio.standings import standings
from store.records.changes import updated
from store.records.tasklist import TaskList
from store.records.unit import Unit
from store.refused import Refused
from tests.sample import sample_list

AMBIGUOUS = [
    ("科技处", {"科技合作处", "科技金融与财务处"}),
    ("发展处", {"发展规划处", "农村与社会发展处"}),
    ("创新处", {"创新平台处", "政策法制与创新体系建设处"}),
    ("促进中心", {"武汉市科技发展促进中心", "武汉市科技成果转化促进中心"}),
    ("服务中心", {"武汉市科技项目管理服务中心", "武汉市企业科技创新服务中心"}),
    (
        "科技中心",
        {
            "武汉市科技发展促进中心",
            "武汉市科技项目管理服务中心",
            "武汉市科技成果转化促进中心",
            "武汉市企业科技创新服务中心",
        },
    ),
]


@pytest.fixture
def sample() -> TaskList:
    return sample_list()


def unit(tasks: TaskList, name: str) -> Unit:
    return one_unit_named(tasks, name)


@pytest.mark.parametrize(("name", "means"), AMBIGUOUS, ids=[name for name, _ in AMBIGUOUS])
def test_a_name_that_fits_several_is_asked_about_with_all_of_them(
    sample: TaskList, name: str, means: set[str]
) -> None:
    with pytest.raises(Refused) as refusal:
        unit_named(sample, name)
    assert f"可以指 {len(means)} 个单位" in str(refusal.value)
    assert all(full_name in str(refusal.value) for full_name in means)


def test_an_alias_is_the_answer_to_a_name_that_fits_several(sample: TaskList) -> None:
    sample.apply(set_unit(sample, unit(sample, "合作处"), aliases=("合作处", " 科技 处 ")).edits)
    assert unit(sample, "合作处").aliases == ("合作处", "科技处")
    assert unit(sample, "科技处").full_name == "科技合作处"


@pytest.mark.parametrize(
    ("name", "values", "says"),
    [
        ("平台处", {"aliases": ("成果处",)}, "“成果处”已是成果转化处的简称"),
        ("平台处", {"aliases": ("高新技术处",)}, "已有单位“高新技术处”"),
        ("平台处", {"aliases": ("创新平台处",)}, "就是它的全称"),
        ("平台处", {"head": "nobody"}, "名册中没有此人"),
        ("平台处", {"valid_from": "2021-06-01", "valid_until": "2021-06-01"}, "要晚于设立日期"),
        ("平台处", {"kind": "collective"}, "不能互改"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    sample: TaskList, name: str, values: dict[str, Any], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        set_unit(sample, unit(sample, name), **values)


def test_head_and_dates_are_set_and_no_head_is_not_acting(sample: TaskList) -> None:
    planning = unit(sample, "规划处")
    assert sample.person_name(planning.head) == "郑雪" and planning.acting
    change = set_unit(sample, planning, head=None, basis="干部任免通知")
    assert {(edit.field, edit.after) for edit in change.edits} == {("head", None), ("acting", False)}
    assert change.basis == "干部任免通知"
    set_unit(sample, planning, valid_from="2019-01-01")


def test_order_is_data(sample: TaskList) -> None:
    before = [one.full_name for one in sample.units]
    sample.apply(move_unit(sample, unit(sample, "成果处").key, -1).edits)
    after = [one.full_name for one in sample.units]
    index = before.index("成果转化处")
    assert (after[index - 1], after[index]) == ("成果转化处", "创新平台处")
    with pytest.raises(Refused, match="已是第一个单位"):
        move_unit(sample, sample.units[0].key, -1)
    with pytest.raises(Refused, match="已是最后一个单位"):
        move_unit(sample, sample.units[-1].key, 1)


def test_three_bodies_called_office_stay_three(sample: TaskList) -> None:
    office = unit(sample, "办公室")
    assert (office.full_name, sample.person_name(office.head)) == ("办公室", "阮聪")
    assert sample.person_name(sample.notice.group_office_director) == "王建平"
    assert sample.unit_name(sample.notice.group_office_unit) == "政策法制与创新体系建设处"
    change, key = new_unit(sample, "市营商办")
    sample.apply(change.edits)
    assert sample.get(Unit, key).kind == "outside_body"
    assert unit(sample, "办公室").key == office.key != key


def test_a_unit_that_is_no_more_is_not_assigned_and_has_no_leader_to_ask_for(sample: TaskList) -> None:
    staff = unit(sample, "组织人事处")
    sample.apply(updated(staff, valid_until="2021-06-01", successors=(unit(sample, "办公室").key,)))
    with pytest.raises(Refused, match="“组织人事处”已于 2021-06-01 撤销，由办公室承接，请改用现在的单位"):
        units_named(sample, ["组织人事处"])
    assert staff.key not in standings(sample)
    shares = unit(sample, "成果处")
    sample.apply(updated(shares, valid_until="2021-06-01"))
    assert standings(sample)[shares.key].grade == "certain"


def test_deleting_a_unit_leaves_nothing_that_points_at_it(sample: TaskList) -> None:
    change, key = new_unit(sample, "综合处")
    sample.apply(change.edits)
    sample.apply(updated(unit(sample, "成果处"), successors=(key,)))
    sample.apply(delete_unit(sample, key).edits)
    assert unit(sample, "成果处").successors == ()


def test_a_heads_post_says_whether_he_acts(sample: TaskList) -> None:
    liu = next(one for one in sample.roster if sample.person_name(one.person) == "刘维华")
    sample.apply(updated(liu, post="副处长(主持工作)"))
    sample.apply(set_head(sample, unit(sample, "科技合作处"), liu.person).edits)
    assert unit(sample, "科技合作处").acting
    sample.apply(set_head(sample, unit(sample, "科技合作处"), None).edits)
    headless = unit(sample, "科技合作处")
    assert headless.head is None and not headless.acting


def test_open_units_are_those_of_a_day(sample: TaskList) -> None:
    sample.apply(updated(unit(sample, "科技合作处"), valid_until="2021-06-01"))
    closed = unit(sample, "科技合作处")
    assert closed in open_units(sample, "2021-05-31")
    assert closed not in open_units(sample, "2021-06-01")
