"""`unit`, `person`, `replace-person`, `rename-unit`, `merge-units`, `split-unit`, and `show` of one unit or
leader.
"""

from pathlib import Path

import pytest

from tests.tui.command_line.conftest import Yaodian
from tests.tui.command_line.people import Shown, Words, names, one, row, unit


def test_a_unit_and_a_leader_are_shown_with_all_that_concerns_them(yaodian: Yaodian, listed: Path) -> None:
    results = one(yaodian, listed, "unit", "成果处")
    assert (results["led"], results["shared"], results["by_collective"]) == (
        ["1"],
        ["3.1", "3.2", "3.3", "4"],
        ["5", "6"],
    )
    assert (results["head"], results["leader"]["leader"], results["leader"]["grade"]) == (
        "程乐学",
        "胡军",
        "certain",
    )
    office = one(yaodian, listed, "unit", "办公室")
    assert (office["head"], office["led"], office["shared"], office["by_collective"]) == (
        "阮聪",
        [],
        [],
        ["5", "6"],
    )
    hu = one(yaodian, listed, "leader", "胡 军")
    assert (hu["led"], hu["shared"]) == (["1", "3.4"], ["3.1", "3.2", "3.3", "4"])
    assert [(pair["unit"], pair["grade"]) for pair in hu["portfolio"]][:2] == [
        ("成果处", "certain"),
        ("转化中心", "certain"),
    ]
    _, out, _ = yaodian("show", "leader", "胡军", "-f", listed)
    assert "牵头 2 行：1、3.4" in out and "高新处（待定）" in out
    _, out, _ = yaodian("show", "unit", "规划处", "-f", listed)
    assert "负责人：郑雪（主持工作）" in out and "统称可能涉及 1 行：6" in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("unit",), "写明名称"),
        (("tasks", "成果处"), "后面不写名称"),
        (("unit", "科技中心"), "可以指 4 个单位"),
        (("unit", "相关处室单位"), "不是清单中的一个单位"),
        (("leader", "相关分管领导"), "不是一个人"),
        (("leader", "胡俊"), "胡军"),
    ],
)
def test_who_is_not_known_is_told(yaodian: Yaodian, listed: Path, words: Words, says: str) -> None:
    code, out, err = yaodian("show", *words, "-f", listed)
    assert (code, out) == (1, "") and says in err


@pytest.mark.parametrize(
    ("name", "count"),
    [("科技处", 2), ("发展处", 2), ("创新处", 2), ("促进中心", 2), ("服务中心", 2), ("科技中心", 4)],
)
def test_a_name_that_fits_several_is_never_taken(
    yaodian: Yaodian, listed: Path, name: str, count: int
) -> None:
    before = listed.read_bytes()
    code, _, err = yaodian("assign", "1", "--lead", name, "-f", listed)
    assert code == 1 and f"可以指 {count} 个单位" in err
    assert listed.read_bytes() == before


def test_the_fields_of_a_unit(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    words = (
        "--alias",
        "科技处,对外处",
        "--no-alias",
        "合作处",
        "--head",
        "余文珠",
        "--acting",
        "--place",
        "1",
        "--basis",
        "任免通知",
    )
    assert yaodian("unit", "合作处", *words, "-f", listed)[0] == 0
    found = shown("units")[0]
    assert (found["full_name"], found["aliases"]) == ("科技合作处", ["科技处", "对外处"])
    assert (found["head"], found["acting"]) == ("余文珠", True)
    assert [change["basis"] for change in shown("history")][1:] == ["任免通知"]
    assert yaodian("assign", "1", "--lead", "科技处", "-f", listed)[0] == 0
    assert row(shown, "1")["lead_units"] == ["合作处"]
    assert yaodian("unit", "科技处", "--head", "", "--valid-until", "2021-06-01", "-f", listed)[0] == 0
    assert unit(shown, "科技合作处")["head"] is None
    code, _, err = yaodian("assign", "2", "--lead", "科技合作处", "-f", listed)
    assert code == 1 and "已于 2021-06-01 撤销" in err
    assert "科技合作处（2021-06-01 撤销）" in yaodian("show", "units", "-f", listed)[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("平台处", "--alias", "成果处"), "已是成果转化处的简称"),
        (("平台处", "--no-alias", "基地处"), "不是创新平台处的简称"),
        (("平台处", "--head", "李明"), "没有“李明”"),
        (("平台处", "--valid-from", "昨天"), "不是日期"),
        (("平台处", "--place", "99"), "最后一个单位"),
        (("平台处", "--members", "成果处"), "不是统称"),
        (("各处室", "--members", "相关处室单位"), "不能再写统称"),
        (("相关处室单位", "--head", "阮聪"), "不是清单中的一个单位"),
    ],
)
def test_what_a_unit_cannot_be_is_refused(yaodian: Yaodian, listed: Path, words: Words, says: str) -> None:
    before = listed.read_bytes()
    code, out, err = yaodian("unit", *words, "-f", listed)
    assert (code, out) == (1, "") and says in err
    assert listed.read_bytes() == before


def test_the_members_of_a_collective(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    before = row(shown, "5")
    assert yaodian("unit", "相关处室单位", "--members", "成果处,平台处", "-f", listed)[0] == 0
    assert row(shown, "5") == before
    assert one(yaodian, listed, "unit", "相关处室单位")["members"] == ["成果处", "平台处"]
    assert one(yaodian, listed, "unit", "办公室")["by_collective"] == ["6"]
    assert one(yaodian, listed, "unit", "平台处")["by_collective"] == ["5", "6"]
    assert "没有变化" in yaodian("unit", "相关处室单位", "--members", "成果处,平台处", "-f", listed)[1]


def test_where_a_person_is_reached(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    words = ("--phone", " 65692166、13800138000 ", "--office", "3号楼 512 室")
    assert yaodian("person", "徐涛", *words, "-f", listed)[0] == 0
    found = {person["name"]: person for person in shown("roster")}
    assert found["徐涛"]["phone"] == "65692166、13800138000"
    assert "phone" not in found["胡军"], "it is told where it is known"
    assert one(yaodian, listed, "leader", "徐涛")["office"] == "3号楼 512 室"
    assert "电话：65692166、13800138000" in yaodian("show", "leader", "徐涛", "-f", listed)[1]
    table = yaodian("show", "roster", "-f", listed)[1].splitlines()
    assert table[0].split()[-2:] == ["电话", "办公地点"]
    assert yaodian("person", "徐涛", "--phone", "", "-f", listed)[0] == 0
    assert "电话" not in yaodian("show", "roster", "-f", listed)[1]


def test_the_fields_of_a_person(yaodian: Yaodian, listed: Path, shown: Shown) -> None:
    words = (
        "--name",
        "胡君",
        "--post",
        "局党组副书记",
        "--place",
        "2",
        "--entered-on",
        "2021.3.31",
        "--basis",
        "更正",
    )
    code, out, _ = yaodian("person", "胡军", *words, "-f", listed)
    assert code == 0 and "胡军 → 胡君" in out
    assert names(shown)[1] == "胡君"
    assert row(shown, "3.4")["lead_leaders"] == ["徐涛", "胡君"]
    assert len(shown("history")) == 2
    code, _, err = yaodian("person", "胡君", "--left-on", "2021-06-01", "-f", listed)
    assert code == 1 and "人员接替" in err
    assert yaodian("person", "余文珠", "--left-on", "2021-06-01", "--unit", "", "-f", listed)[0] == 0
    assert "余文珠" not in names(shown)
    assert "没有变化" in yaodian("person", "胡君", "--post", "局党组副书记", "-f", listed)[1]


def test_a_person_who_stands_at_the_place_already_stays(yaodian: Yaodian, listed: Path) -> None:
    before = listed.read_bytes()
    places = [("盛继亮", "1"), ("胡军", "6"), ("王振旭", "3")]
    for name, place in places:
        assert yaodian("person", name, "--place", place, "-f", listed) == (0, "没有变化。\n", "")
    assert listed.read_bytes() == before
    assert yaodian("person", "胡军", "--place", "6", "--post", "调研员", "-f", listed)[0] == 0
