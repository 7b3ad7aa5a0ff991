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


ROLES = """
常务委员 青年委员 指挥 总指挥 联络员 秘书 会长 理事长 主席 执行主任 名誉组长 第一召集人 政治委员 专家 队长
特邀顾问 常务理事
"""


@pytest.mark.parametrize("role", ROLES.split())
@pytest.mark.parametrize(
    "form", ["{}:孙 七 市审计局局长", "{}：\n孙 七 市审计局局长", "{}\n孙 七 市审计局局长"]
)
def test_no_role_takes_the_one_before_it(role: str, form: str) -> None:
    text = f"组长:盛继亮 局长\n{form.format(role)}\n周八一 市档案馆馆长"
    assert people(text)[1:] == [(role, "孙七", "市审计局局长"), (role, "周八一", "市档案馆馆长")]


@pytest.mark.parametrize(
    "role", ["青年工作委员", "县直部门", "特约代表", "企业代表", "分片包干领导", "技术指导员", "列席单位代表"]
)
@pytest.mark.parametrize("form", ["{}:\n{}", "{}：{}", "{}\n{}", "{} (按姓氏笔画排序)：\n{}"])
def test_a_role_of_no_list_is_told_by_its_form(role: str, form: str) -> None:
    text = "成员:盛继亮 局长\n" + form.format(role, "孙 七 市审计局局长")
    assert people(text)[-1] == (role, "孙七", "市审计局局长")


@pytest.mark.parametrize(
    "line",
    [
        "组 长 张三丰 局长",
        "组长　张三丰　局长",
        "组长张三丰 局长",
        "组 长:局长张三丰",
        "组长：张三丰同志 局长",
        "组长:张三丰(女) 局长",
    ],
)
def test_a_head_in_every_form(line: str) -> None:
    text = f"{line}\n成员:胡军 处长"
    assert starts_roster(SourceLine(1, line))
    assert people(text) == [("组长", "张三丰", "局长"), ("成员", "胡军", "处长")]


@pytest.mark.parametrize(
    "line",
    [
        "主任 李明",
        "组长单位 市财政局",
        "成员单位:市财政局、市审计局",
        "组长应当履行职责",
        "主任会议研究决定",
        "成员 名单",
    ],
)
def test_what_begins_no_roster(line: str) -> None:
    assert not starts_roster(SourceLine(1, line))


def test_roles_on_one_line_without_colons() -> None:
    assert people("组长张三丰，副组长李四光、王五一，成员赵六一、钱七。") == [
        ("组长", "张三丰", ""),
        ("副组长", "李四光", ""),
        ("副组长", "王五一", ""),
        ("成员", "赵六一", ""),
        ("成员", "钱七", ""),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "(二)综合协调组",
        "二、综合协调组",
        "综合协调组:",
        "综合协调组",
        "2.综合协调组成员名单",
        "综合协调组人员名单：",
    ],
)
def test_a_group_within_the_group(heading: str) -> None:
    read = read_roster(lines_of(f"组长:盛继亮\n{heading}\n组长:徐涛\n成员:胡军、赵峰"))
    groups = [(member.subgroup, member.role, member.name) for member in read.members]
    assert groups == [
        ("", "组长", "盛继亮"),
        ("综合协调组", "组长", "徐涛"),
        ("综合协调组", "成员", "胡军"),
        ("综合协调组", "成员", "赵峰"),
    ]
    assert read.rest == []


def test_a_group_on_one_line_and_one_without_roles() -> None:
    read = read_roster(lines_of("组长:盛继亮\n综合组：组长徐涛，成员胡军、赵峰\n宣传组：刘红、王振旭"))
    groups = [(member.subgroup, member.role, member.name) for member in read.members[1:]]
    assert groups == [
        ("综合组", "组长", "徐涛"),
        ("综合组", "成员", "胡军"),
        ("综合组", "成员", "赵峰"),
        ("宣传组", "", "刘红"),
        ("宣传组", "", "王振旭"),
    ]


@pytest.mark.parametrize(
    ("line", "posts"),
    [
        ("市财政局主要负责同志", ["市财政局主要负责同志"]),
        ("各县(市、区)人民政府分管领导", ["各县(市、区)人民政府分管领导"]),
        ("市发改局、市财政局主要负责人", ["市发改局主要负责人", "市财政局主要负责人"]),
        ("各乡镇党委主要负责人", ["各乡镇党委主要负责人"]),
        ("市审计局负责人、", ["市审计局负责人"]),
    ],
)
def test_who_is_named_by_the_office_alone_has_no_name(line: str, posts: list[str]) -> None:
    assert people(f"组长:盛继亮\n成员:{line}")[1:] == [("成员", "", post) for post in posts]
    assert people(f"组长:盛继亮\n成员:徐涛\n{line}")[2:] == [("成员", "", post) for post in posts]


@pytest.mark.parametrize("role", ["委员", "委 员", "成员：", "青年委员：", "专家"])
def test_a_role_over_what_is_not_read_is_left_over_with_it(role: str) -> None:
    read = read_roster(lines_of(f"组长:盛继亮\n{role}\n甲乙丙丁戊己庚辛"))
    assert [member.name for member in read.members] == ["盛继亮"]
    assert [line.text for line in read.rest] == ["甲乙丙丁戊己庚辛", role]


def test_a_post_broken_over_lines_begins_no_role() -> None:
    read = read_roster(lines_of("成员:徐涛 市发改局党组成员、\n副主任\n胡军 市财政局局长"))
    assert [(member.role, member.name) for member in read.members] == [("成员", "徐涛"), ("成员", "胡军")]
    assert [line.text for line in read.rest] == ["副主任"]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "组长：党委书记、董事长：孙立\n副组长：总经理：周敏\n副总经理：王敏",
            [
                ("组长", "孙立", "党委书记、董事长"),
                ("副组长", "周敏", "总经理"),
                ("副组长", "王敏", "副总经理"),
            ],
        ),
        (
            "组长：孙立 总经理\n成员：财务部部长：赵敏\n办公室主任：钱立、何晓",
            [
                ("组长", "孙立", "总经理"),
                ("成员", "赵敏", "财务部部长"),
                ("成员", "钱立", "办公室主任"),
                ("成员", "何晓", ""),
            ],
        ),
        (
            "组长:医务部主任:高山 副组长:护理部主任:林海",
            [("组长", "高山", "医务部主任"), ("副组长", "林海", "护理部主任")],
        ),
    ],
)
def test_a_post_before_a_colon_is_no_role(text: str, members: list[tuple[str, str, str]]) -> None:
    assert people(text) == members


def test_a_post_right_behind_a_role_is_no_role() -> None:
    assert people("组长:书记鲁强、校长段毅\n副组长:副书记蒲松") == [
        ("组长", "鲁强", "书记"),
        ("组长", "段毅", "校长"),
        ("副组长", "蒲松", "副书记"),
    ]


def test_a_name_of_three_signs_with_a_blank_between_each() -> None:
    assert people("组  长:李  强   县委书记\n副 组 长:赵 明 亮   县委副书记、县长\n秘书长:欧 阳 锋(兼)") == [
        ("组长", "李强", "县委书记"),
        ("副组长", "赵明亮", "县委副书记、县长"),
        ("秘书长", "欧阳锋", "兼"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "成员单位：县发改局、县财政局",
        "成员单位（共2家）：县发改局，县财政局。",
        "成员单位：\n县发改局\n县财政局",
        "成员：县发改局、县财政局",
    ],
)
def test_bodies_without_anybody_named_are_members(line: str) -> None:
    read = read_roster(lines_of(f"组长:盛继亮\n{line}"))
    assert [(member.name, member.post, member.unit) for member in read.members[1:]] == [
        ("", "县发改局", "县发改局"),
        ("", "县财政局", "县财政局"),
    ]


def test_people_and_those_by_their_offices_alone_on_one_line() -> None:
    assert people("组长:盛继亮\n成员:徐涛（规划处）、胡军、各县区主要负责人、市财政局负责同志")[1:] == [
        ("成员", "徐涛", "规划处"),
        ("成员", "胡军", ""),
        ("成员", "", "各县区主要负责人"),
        ("成员", "", "市财政局负责同志"),
    ]


def test_the_remark_behind_a_role_is_left_over_with_its_people_read() -> None:
    read = read_roster(
        lines_of("组长:盛继亮\n成员(按单位排序):徐涛\n青年工作委员(按姓氏排序):胡军\n主任發(fā):赵峰")
    )
    assert [(member.role, member.name) for member in read.members[1:]] == [
        ("成员", "徐涛"),
        ("青年工作委员", "胡军"),
        ("主任發", "赵峰"),
    ]
    assert [line.text for line in read.rest] == ["(按单位排序)", "(按姓氏排序)", "(fā)"]


def test_the_sentence_on_the_office_glued_to_the_last_member() -> None:
    read = read_roster(lines_of("组长:盛继亮\n成员:徐涛、胡军下设办公室,办公室设在规划处,主任由胡军兼任。"))
    assert [member.name for member in read.members] == ["盛继亮", "徐涛", "胡军"]
    assert (read.group.office_unit, read.group.office_director) == ("规划处", "胡军")
