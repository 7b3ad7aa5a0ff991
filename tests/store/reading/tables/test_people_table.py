"""A roster as a table: the same people from a copied sheet, bars, blanks, a page, a document, a workbook."""

from typing import Any

import pytest

from store.reading import as_json, read_notice
from tests.store.reading.tables.forms import ACROSS, FORMS, Rows, read_rows

TITLE = ("附件", "某某工作领导小组成员名单")
PEOPLE = [
    ("组长", "张三丰", "市政府", "副市长"),
    ("副组长", "李四光", "市财政局", "局长"),
    ("成员", "欧阳锋", "市审计局", "副局长"),
    ("成员", "阿卜杜拉", "市民宗局", "二级调研员"),
]
ORDERS = {
    "roles first": ("组内职务", "姓名", "单位", "职务"),
    "names first": ("姓名", "工作单位", "职务", "领导小组职务"),
    "numbered": ("序号", "姓名", "工作单位", "职务", "组内职务"),
    "with telephones": ("序号", "拟任职务", "姓名", "所在单位", "职务", "联系电话"),
    "posts with units": ("职务", "姓名", "单位及职务"),
    "units last": ("序号", "姓 名", "职 务", "小组职务", "单 位"),
}


def rows_in(order: tuple[str, ...]) -> Rows:
    rows: list[list[str]] = [list(order)]
    has_role = any("组" in label or "拟任" in label for label in order)
    for number, (role, name, unit, post) in enumerate(PEOPLE, 1):
        cells = []
        for label in order:
            words = label.replace(" ", "")
            if words == "序号":
                cells.append(str(number))
            elif words == "姓名":
                cells.append(name)
            elif words == "单位及职务":
                cells.append(unit + post)
            elif "单位" in words:
                cells.append(unit)
            elif "电话" in words:
                cells.append(f"1380000000{number}")
            elif words == "职务" and has_role:
                cells.append(post)
            else:
                cells.append(role)
        rows.append(cells)
    return rows


def people(found: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [(one["role"], one["name"], one["unit"], one["post"]) for one in found["roster"]]


WANTED = [(role, name, unit, unit + post) for role, name, unit, post in PEOPLE]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS.keys())
def test_the_people_of_a_table(form: str, order: tuple[str, ...]) -> None:
    found = read_rows(rows_in(order), form, TITLE)
    assert people(found) == WANTED
    assert found["tasks"] == []
    left = [unread["text"] for unread in found["unread"]]
    telephones = [f"1380000000{number}" for number in range(1, 5)] if "联系电话" in order else []
    assert [text for text in left if text in telephones] == telephones
    if form != "workbook":
        assert found["group"] == "某某工作领导小组"
        assert left == telephones


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS.keys())
@pytest.mark.parametrize("gap", [" ", "  ", "　", "    "])
def test_the_people_of_words_parted_by_blanks(order: tuple[str, ...], gap: str) -> None:
    lines = [gap.join(row) for row in rows_in(order)]
    assert people(read_written(lines)) == WANTED


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS.keys())
def test_the_people_of_one_cell_a_line(order: tuple[str, ...]) -> None:
    lines = [cell for row in rows_in(order) for cell in row]
    assert people(read_written(lines)) == WANTED


def read_written(lines: list[str]) -> dict[str, Any]:
    above = [
        "关于成立某某工作领导小组的通知",
        "各单位：",
        "现将名单印发给你们。",
        "某某局",
        "2026年3月2日",
        *TITLE,
    ]
    return as_json(read_notice("\n".join([*above, *lines]).encode()))


@pytest.mark.parametrize("form", FORMS)
def test_rows_without_a_header_that_begin_with_a_role(form: str) -> None:
    rows = [
        ["组 长", "张三丰", "副市长"],
        ["副组长", "李四光", "市财政局局长"],
        ["", "王 五", "市审计局局长"],
        ["成 员", "赵六一", "市民政局副局长"],
        ["", "", "各县区分管负责人"],
    ]
    found = read_rows(rows, form, TITLE)
    assert [(one["role"], one["name"], one["post"]) for one in found["roster"]] == [
        ("组长", "张三丰", "副市长"),
        ("副组长", "李四光", "市财政局局长"),
        ("副组长", "王五", "市审计局局长"),
        ("成员", "赵六一", "市民政局副局长"),
        ("成员", "", "各县区分管负责人"),
    ]
    assert found["tasks"] == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "group", ["综合协调组", "（一）综合协调组", "二、综合协调组", "办公室", "综合协调组成员名单"]
)
def test_groups_across_the_table(form: str, group: str) -> None:
    rows = [
        ["序号", "姓名", "组内职务", "单位及职务"],
        ["1", "张三丰", "组长", "副市长"],
        [group, ACROSS, ACROSS, ACROSS],
        ["2", "李四光", "组长", "市财政局局长"],
        ["3", "王五一", "成员", "市审计局副局长"],
    ]
    found = read_rows(rows, form, TITLE)
    name = "办公室" if group == "办公室" else "综合协调组"
    assert [(one["subgroup"], one["role"], one["name"]) for one in found["roster"]] == [
        ("", "组长", "张三丰"),
        (name, "组长", "李四光"),
        (name, "成员", "王五一"),
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("title", ["通讯录", "联系方式一览表", "办事窗口联系表", "值班电话", "联系人信息"])
def test_how_others_are_reached_is_kept_and_no_task(form: str, title: str) -> None:
    rows = [
        ["序号", "单位", "姓名", "职务", "联系电话"],
        ["1", "市财政局", "李四光", "科长", "87654321"],
        ["2", "市审计局", "王五一", "科员", "87654322"],
    ]
    found = read_rows(rows, form, ("附件", title))
    assert found["tasks"] == found["roster"] == []
    text = "".join(unread["text"] for unread in found["unread"])
    assert "李四光" in text
    assert "87654322" in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("专家组专家名单", "专家"),
        ("联络员名单", "联络员"),
        ("各单位联络员信息表", "联络员"),
        ("领导小组成员名单", "成员"),
        ("督查队员一览表", "队员"),
    ],
)
def test_a_title_says_the_role_of_all(form: str, title: str, role: str) -> None:
    rows = [["姓名", "单位", "职务"], ["李四光", "市财政局", "科长"], ["王 五", "市审计局", "科员"]]
    roster = read_rows(rows, form, ("附件", title))["roster"]
    assert [(one["role"], one["name"], one["post"]) for one in roster] == [
        (role, "李四光", "市财政局科长"),
        (role, "王五", "市审计局科员"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_roles_with_a_colon_and_a_remark_that_holds_the_roles(form: str) -> None:
    rows = [["组　长：", "张三丰", "副市长"], ["成　员：", "李四光", "局长"], ["", "王 五", "副局长"]]
    roster = read_rows(rows, form, TITLE)["roster"]
    assert [one["role"] for one in roster] == ["组长", "成员", "成员"]
    rows = [
        ["序号", "姓名", "工作单位及职务", "备注"],
        ["1", "张三丰", "市政府副市长", "组长"],
        ["2", "李四光", "市财政局局长", "成员兼办公室主任"],
    ]
    found = read_rows(rows, form, TITLE)
    assert [one["role"] for one in found["roster"]] == ["组长", "成员"]
    assert "兼办公室主任" in [unread["text"] for unread in found["unread"]]


def test_a_remark_in_some_rows_is_no_role() -> None:
    rows = [
        ["序号", "姓名", "工作单位及职务", "备注"],
        ["1", "张三丰", "市政府副市长", "组长"],
        ["2", "李四光", "市财政局局长", ""],
    ]
    assert [one["role"] for one in read_rows(rows, "page", TITLE)["roster"]] == ["成员", "成员"]


@pytest.mark.parametrize("form", ["page", "document", "workbook"])
@pytest.mark.parametrize("group", ["第一工作组（城关镇）", "县直部门"])
def test_what_parts_the_people_of_a_table(form: str, group: str) -> None:
    rows = [
        ["序号", "姓名", "组内职务", "单位及职务"],
        [group, ACROSS, ACROSS, ACROSS],
        ["1", "张三丰", "组长", "市财政局副局长"],
    ]
    roster = read_rows(rows, form, TITLE)["roster"]
    assert [(one["subgroup"], one["name"]) for one in roster] == [(group, "张三丰")]


def test_the_heading_over_a_further_table_names_its_group() -> None:
    page = "<html><body><p>关于调整工作专班的通知</p><p>各单位：</p><p>现调整如下：</p>"
    for heading, name in (("一、领导小组", "武 松"), ("二、办公室成员", "燕 青")):
        page += f"<p>{heading}</p><table><tr><td>职务</td><td>姓名</td><td>单位</td></tr>"
        page += f"<tr><td>组长</td><td>{name}</td><td>县发改局局长</td></tr></table>"
    roster = as_json(read_notice(f"{page}</body></html>".encode()))["roster"]
    assert [(one["name"], one["subgroup"]) for one in roster] == [("武松", ""), ("燕青", "办公室")]
