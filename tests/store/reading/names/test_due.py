"""Names where a role says that they follow."""

import pytest

from store.reading import read_notice
from store.reading.names.due import people_due


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("阿依古丽、扎西、旦增、李文华", [("阿依古丽", ""), ("扎西", ""), ("旦增", ""), ("李文华", "")]),
        ("旦增　县水利局局长", [("旦增", "县水利局局长")]),
        ("扎西（县水利局局长）", [("扎西", "县水利局局长")]),
        ("央金 李文华 是珍", [("央金", ""), ("李文华", ""), ("是珍", "")]),
        ("阿依古丽，买买提江·吐尔逊", [("阿依古丽", ""), ("买买提江·吐尔逊", "")]),
    ],
)
def test_a_line_of_people_some_of_them_surely(line: str, people: list[tuple[str, str]]) -> None:
    due = people_due(line)
    assert [(one.name, one.post) for one in due.people] == people
    assert due.is_sure


def test_a_bare_name_without_a_surname_is_not_sure() -> None:
    assert people_due("扎西").people[0].name == "扎西"
    assert not people_due("扎西").is_sure


@pytest.mark.parametrize(
    "line",
    ["县教育局", "全体教师", "各村支部书记", "工作职责", "扎西负责全面工作。", "商务 科长", "有关单位", ""],
)
def test_what_is_no_name_is_nobody(line: str) -> None:
    assert people_due(line).people == []


def roster(text: str) -> list[tuple[str, str]]:
    reading = read_notice(f"关于成立工作组的通知\n{text}\n".encode())
    return [(one.role, one.name) for one in reading.roster]


@pytest.mark.parametrize(
    "text",
    [
        "组长：\n艾力江\n副组长：\n扎西\n成员：\n阿依古丽\n买买提江·吐尔逊\n次仁\n古丽娜尔",
        "组 长\n艾力江\n副组长\n扎西\n成 员\n阿依古丽\n买买提江·吐尔逊\n次仁\n古丽娜尔",
        "组长：\n艾力江\n副组长：\n扎西\n成员：\n阿依古丽 买买提江·吐尔逊\n次仁\n古丽娜尔",
    ],
)
def test_names_alone_on_lines_below_a_role(text: str) -> None:
    members = [("成员", name) for name in ("阿依古丽", "买买提江·吐尔逊", "次仁", "古丽娜尔")]
    assert roster(text) == [("组长", "艾力江"), ("副组长", "扎西"), *members]


def test_names_without_a_surname_beside_their_posts() -> None:
    first = "组长：王建国 县长\n成员：阿依古丽（县教育局局长） 扎西（县水利局局长）"
    text = f"{first}\n旦增　县审计局局长\n是珍（县卫健局局长）"
    names = ["阿依古丽", "扎西", "旦增", "是珍"]
    assert roster(text) == [("组长", "王建国"), *(("成员", name) for name in names)]


def test_a_heading_over_people_is_no_name() -> None:
    text = "组长：王建国\n成员：孙立\n特约代表\n周玉梅\n县直部门\n吴刚"
    assert roster(text) == [
        ("组长", "王建国"),
        ("成员", "孙立"),
        ("特约代表", "周玉梅"),
        ("县直部门", "吴刚"),
    ]
