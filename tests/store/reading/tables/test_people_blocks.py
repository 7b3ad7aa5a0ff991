"""Several people in a row of a table, each under a role."""

import pytest

from tests.store.reading.tables.forms import ACROSS, read_rows

TITLE = ("附件", "打击非法集资工作领导小组成员及联络员名单")


@pytest.mark.parametrize("form", ["page", "document", "workbook", "framed bars"])
def test_members_and_liaisons_in_two_rows_of_words(form: str) -> None:
    rows = [
        ["序号", "单位", "领导小组成员", ACROSS, "联络员", ACROSS, ACROSS],
        ["", "", "姓名", "职务", "姓名", "职务", "联系电话"],
        ["1", "县金融办", "宣 言", "主任", "白 描", "科员", "13900010001"],
        ["2", "县公安局", "狄 仁", "副局长", "", "", ""],
    ]
    found = read_rows(rows, form, TITLE)
    assert [(one["role"], one["name"], one["post"], one["unit"]) for one in found["roster"]] == [
        ("成员", "宣言", "县金融办主任", "县金融办"),
        ("联络员", "白描", "县金融办科员", "县金融办"),
        ("成员", "狄仁", "县公安局副局长", "县公安局"),
    ]
    assert found["tasks"] == []
    assert "13900010001" in [unread["text"] for unread in found["unread"]]


@pytest.mark.parametrize("form", ["page", "document", "workbook", "framed bars", "bars", "tabs"])
def test_groups_a_row_with_their_heads(form: str) -> None:
    rows = [
        ["专班名称", "组长", "副组长", "成员", "牵头单位", "主要职责"],
        ["综合协调组", "蔺海涛", "池小敏", "秦 川、尤 佳", "县卫健局", "负责统筹协调。"],
        ["市容环境组", "宓 兰", "", "时 光", "县城管局", "负责市容整治。"],
    ]
    found = read_rows(rows, form, TITLE)
    assert [(one["subgroup"], one["role"], one["name"]) for one in found["roster"]] == [
        ("综合协调组", "组长", "蔺海涛"),
        ("综合协调组", "副组长", "池小敏"),
        ("综合协调组", "成员", "秦川"),
        ("综合协调组", "成员", "尤佳"),
        ("市容环境组", "组长", "宓兰"),
        ("市容环境组", "成员", "时光"),
    ]
    left = [unread["text"] for unread in found["unread"]]
    assert {"县卫健局", "负责市容整治。"} <= set(left)


def test_a_list_of_tasks_with_who_heads_them_is_no_roster() -> None:
    rows = [
        ["序号", "重点任务", "组长", "副组长", "责任单位", "完成时限"],
        ["1", "清理河道。", "蔺海涛", "池小敏", "县水利局", "6月底"],
    ]
    found = read_rows(rows, "page", ("附件", "任务表"))
    assert found["roster"] == []
    assert [task["participants"] for task in found["tasks"]] == [["县水利局"]]


def test_names_over_one_column_with_their_role() -> None:
    rows = [["单位", "联络员姓名", "职务", "联系电话"], ["县财政局", "李 强", "科员", "13900010001"]]
    roster = read_rows(rows, "page", ("附件", "联络员信息"))["roster"]
    assert [(one["role"], one["name"], one["post"]) for one in roster] == [("联络员", "李强", "县财政局科员")]
