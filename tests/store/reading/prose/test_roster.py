"""The roster of a leading group, and its office."""

import pytest

from store.reading.prose.roster import office_in, read_roster, starts_roster
from store.reading.result import Member
from store.reading.signs.lines import SourceLine, lines_of


def people(text: str) -> list[tuple[str, str, str]]:
    return [(member.role, member.name, member.post) for member in read_roster(lines_of(text)).members]


def test_a_role_holds_for_the_lines_below_it() -> None:
    text = "组　长:盛继亮 局长\n副组长:徐 涛 副局长\n成　员:胡 军 成果转化处处长\n赵 峰 企业中心主任"
    assert people(text) == [
        ("组长", "盛继亮", "局长"),
        ("副组长", "徐涛", "副局长"),
        ("成员", "胡军", "成果转化处处长"),
        ("成员", "赵峰", "企业中心主任"),
    ]


def test_a_role_alone_on_its_line_and_a_note_behind_it() -> None:
    read = read_roster(lines_of("组长\n盛继亮 局长\n成员:(按单位排序)\n胡军 处长"))
    assert [(member.role, member.name) for member in read.members] == [("组长", "盛继亮"), ("成员", "胡军")]
    assert [line.text for line in read.rest] == ["(按单位排序)"]


def test_a_role_that_nobody_is_named_for_is_left_over() -> None:
    read = read_roster(lines_of("组长:盛继亮\n顾问:\n成员:胡军"))
    assert [member.role for member in read.members] == ["组长", "成员"]
    assert [line.text for line in read.rest] == ["顾问:"]


def test_several_roles_on_one_line() -> None:
    assert people("组长:盛继亮 副组长:徐涛、赵峰 成员:胡军") == [
        ("组长", "盛继亮", ""),
        ("副组长", "徐涛", ""),
        ("副组长", "赵峰", ""),
        ("成员", "胡军", ""),
    ]


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("组长:盛继亮 局长", True),
        ("召 集 人", True),
        ("主任:李干杰 生态环境部部长", True),
        ("负责人:高山", False),
        ("组长负责全面工作。", False),
        ("主任办公会研究决定。", False),
    ],
)
def test_how_a_roster_begins(line: str, starts: bool) -> None:
    assert starts_roster(SourceLine(1, line)) == starts


def test_the_office_of_the_group() -> None:
    members = [Member("成员", "胡廖明", "局长", None, (1, 1))]
    found = office_in(
        SourceLine(7, "领导小组下设办公室,办公室设在市发改局,胡廖明同志兼任办公室主任。"), members
    )
    assert found is not None
    assert (found.office_unit, found.office_director, found.source) == ("市发改局", "胡廖明", (7, 7))
    found = office_in(SourceLine(7, "办公室设在生态环境部,办公室主任由赵英民同志兼任。"), [])
    assert found is not None
    assert (found.office_unit, found.office_director) == ("生态环境部", "赵英民")
    assert office_in(SourceLine(7, "市政府办公室要加强督办。"), members) is None
