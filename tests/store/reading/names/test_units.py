"""Units in a cell and in a post, their kinds, and what each wording means."""

import pytest

from store.reading.names.units import (
    UnitOfPost,
    kind_of,
    looks_like_unit,
    meanings,
    unit_of_post,
    units_found,
    units_in,
)
from store.reading.result import Member, TaskFound


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("市水务局、市财政局", ["市水务局", "市财政局"]),
        ("市水务局，市财政局；市审计局", ["市水务局", "市财政局", "市审计局"]),
        ("成果处 法制处", ["成果处", "法制处"]),
        ("市商务局、市财政局等部门", ["市商务局", "市财政局"]),
        ("市水务局和市财政局", ["市水务局", "市财政局"]),
        ("文化和旅游部", ["文化和旅游部"]),
        ("州委编办及州直相关单位", ["州委编办", "州直相关单位"]),
        ("管委会(产业园、物流园)", ["管委会(产业园、物流园)"]),
        ("县人社局县经信局", ["县人社局", "县经信局"]),
        ("水务局、水务局", ["水务局"]),
        ("", []),
    ],
)
def test_the_units_of_a_cell(cell: str, units: list[str]) -> None:
    assert list(units_in(cell)) == units


def test_a_name_broken_by_a_blank_is_one_where_only_the_whole_is_a_unit() -> None:
    assert units_in("市生态 环境局") == ("市生态环境局",)


@pytest.mark.parametrize(
    "name", ["成果处", "市水务局", "创业中心", "各街道", "市水务局(牵头)", "相关处室单位", "工商联"]
)
def test_what_looks_like_a_unit(name: str) -> None:
    assert looks_like_unit(name)


@pytest.mark.parametrize("name", ["胡军", "新建3处", "清理河道", "中国电信", ""])
def test_what_does_not(name: str) -> None:
    assert not looks_like_unit(name)


@pytest.mark.parametrize(
    ("post", "unit"),
    [
        ("成果处处长", UnitOfPost("成果处", heads=True)),
        ("成果处副处长", UnitOfPost("成果处")),
        ("办公室副主任(主持工作)", UnitOfPost("办公室", heads=True, acting=True)),
        ("规划处二级调研员", UnitOfPost("规划处")),
        ("机关党委专职副书记、人事处处长", UnitOfPost("机关党委")),
        ("局党组书记、局长", UnitOfPost()),
        ("市水务局", UnitOfPost("市水务局")),
        ("", UnitOfPost()),
    ],
)
def test_the_unit_of_a_post(post: str, unit: UnitOfPost) -> None:
    assert unit_of_post(post) == unit


def test_kinds_of_units() -> None:
    assert [kind_of(name) for name in ("成果处", "创业中心", "市水务局", "区政府")] == [
        "division",
        "affiliated_agency",
        "outside_body",
        "outside_body",
    ]


def test_a_wording_may_mean_one_unit_several_or_none() -> None:
    names = ["成果转化处", "成果推广处", "法规处"]
    assert meanings(["成果处", "法规处", "规划处", "各处室"], names) == {
        "成果处": ["成果转化处", "成果推广处"],
        "法规处": ["法规处"],
        "规划处": [],
    }


def test_units_of_the_roster_stand_before_those_that_only_tasks_name() -> None:
    roster = [Member("成员", "胡军", "成果转化处处长", "成果转化处", (3, 3))]
    tasks = [
        TaskFound("", "1.", "推进", (5, 5), lead_units=("成果处",), participant_units=("市水务局", "各处室"))
    ]
    found = units_found(roster, tasks)
    assert [(unit.full_name, unit.kind, unit.aliases, unit.head) for unit in found] == [
        ("成果转化处", "division", ("成果处",), "胡军"),
        ("市水务局", "outside_body", (), None),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "经市政府",
        "报省财政厅",
        "市水务局指导",
        "有关部门对试点工作进行指导和成效评估",
        "各单位要认真落实",
        "各区做好巡查",
        "重大事项报市政府研究",
        "管理部门",
    ],
)
def test_words_of_a_sentence_are_no_unit(name: str) -> None:
    assert not looks_like_unit(name)


@pytest.mark.parametrize(
    "name",
    [
        "经信局",
        "经开区管委会",
        "市应急管理部门",
        "财政部门",
        "公安机关",
        "市对外联络办",
        "市要闻中心",
        "各区负责人",
    ],
)
def test_names_that_begin_or_sound_like_them_are_units(name: str) -> None:
    assert looks_like_unit(name)
