"""The body of a notice and its annexes, each given to the reader of what it holds."""

from store.reading import read_notice
from store.reading.regions import ANNEX, Parts, read_annex, read_body
from store.reading.signs.lines import lines_of

BODY = """关于成立河湖清理工作领导小组的通知
各处室:
根据《河道管理条例》,制定本方案。
一、总体要求
以人为本。
组长:盛继亮 局长
成员:胡军 成果转化处处长
领导小组办公室设在法规处,徐涛同志兼任办公室主任。
二、重点任务
(一)清理河道。
市水务局
2021年3月31日
"""


def body(text: str) -> Parts:
    parts = Parts()
    read_body(lines_of(text), parts)
    return parts


def annex(text: str, *listed: str) -> Parts:
    parts = body("关于印发清单的通知\n各处室:\n" + "".join(f"附件:{name}\n" for name in listed))
    read_annex(lines_of(text), parts)
    return parts


def unread(parts: Parts) -> list[str]:
    return [line.text for line in parts.unread]


def test_a_body_with_a_roster_among_its_sections() -> None:
    parts = body(BODY)
    assert parts.head.title == "关于成立河湖清理工作领导小组的通知"
    assert parts.head.preamble == "根据《河道管理条例》,制定本方案。"
    assert parts.head.basis == "《河道管理条例》"
    assert [node.title for node in parts.nodes] == ["一、总体要求", "二、重点任务"]
    assert [member.name for member in parts.members] == ["盛继亮", "胡军"]
    assert (parts.group.name, parts.group.office_unit) == ("河湖清理工作领导小组", "法规处")
    assert parts.group.office_director == "徐涛"
    assert unread(parts) == []


def test_a_table_in_the_body_has_the_title_of_the_notice_and_the_heading_over_it() -> None:
    parts = body(
        "关于印发清单的通知\n各处室:\n一、上半年完成的事项\n序号 | 任务 | 责任单位 |\n1 | 清理。 | 市水务局 |\n"
    )
    [(title, table)] = parts.tables
    assert title == "关于印发清单的通知"
    assert [row.cells[0] for row in table.rows] == ["一、上半年完成的事项", "1"]
    assert parts.nodes == []


def test_below_numbered_sections_such_a_heading_is_a_section() -> None:
    parts = body("关于巡查的通知\n一、清河\n二、建档\n序号 | 任务 | 责任单位 |\n1 | 清理。 | 市水务局 |\n")
    assert [node.title for node in parts.nodes] == ["一、清河", "二、建档"]
    assert [len(table.rows) for _, table in parts.tables] == [1]


def test_an_annex_with_a_table() -> None:
    parts = annex(
        "附件\n重点任务清单\n(单位:个)\n序号 | 任务 | 责任单位 |\n1 | 清理。 | 市水务局 |", "重点任务清单"
    )
    assert [title for title, _ in parts.tables] == ["重点任务清单"]
    assert parts.headings == [(1, "重点任务清单")]
    assert unread(parts) == ["(单位:个)"]


def test_an_annex_with_a_roster_names_the_group() -> None:
    parts = annex("附件1\n河湖清理工作领导小组成员名单\n组长:盛继亮 局长\n成员:胡军 处长")
    assert parts.group.name == "河湖清理工作领导小组"
    assert [member.role for member in parts.members] == ["组长", "成员"]


def test_an_annex_with_sections() -> None:
    parts = annex("附件\n河湖清理工作方案\n说明文字\n一、要求\n二、任务")
    assert [node.title for node in parts.nodes] == ["一、要求", "二、任务"]
    assert unread(parts) == ["说明文字"]


def test_the_line_over_an_annex() -> None:
    assert all(ANNEX.fullmatch(text) for text in ("附件", "附件1", "附 件 2:", "附件一"))
    assert not ANNEX.fullmatch("附件:重点任务清单")


def test_category_rows_of_an_annexed_table_are_no_sections() -> None:
    text = (
        "关于开展考核的通知\n各区水务局：\n一、考核范围\n各河道。\n二、考核程序\n先自评。\n附件：考核指标\n"
        "附件\n考核指标\n一级指标\n二级指标\n指标性质\n指标说明\n一、水质\n(一)断面\n1.达标率\n定量\n二、岸线\n2.绿化率\n定量\n"
    )
    reading = read_notice(text.encode())
    assert [section.heading for section in reading.work_points] == ["考核范围", "考核程序"]
    assert "定量" in [unread.text for unread in reading.unread]
