"""Rules on spelling and numbering: made lists that they find fault with, and some that they do not."""

import pytest

from store.records.task import Task
from store.records.values import Mention
from tests.store.checks.made import hits, noticed, point, row, small_list


def test_c12_a_name_in_two_spellings() -> None:
    split = noticed("成 员:孙 二 副局长\n修渠 | 水利处 | 孙二 |\n李三 局长\n李三说")
    assert hits(small_list(row(), notice=split), "C12") == [("孙二", "说明")], "blanks are layout"
    same = noticed("成 员:孙 二 副局长\n修渠 | 水利处 | 孙 二 |\n孙二十人在场")
    assert hits(small_list(row(), notice=same), "C12") == []


def test_c12_a_name_that_a_row_spells_otherwise_than_the_roster() -> None:
    other = Task(
        "row",
        "item",
        "1",
        text="修渠3条。",
        lead_units=row().lead_units,
        lead_leaders=(Mention("p-钱一", "钱壹"),),
    )
    assert hits(small_list(other), "C12") == [("钱一", "提醒")]


@pytest.mark.parametrize(
    ("numbers", "where"),
    [
        (["一、", "二、", "三、"], []),
        (["一、", "二、", "二、"], ["p3"]),
        (["", "二、", "三、"], ["p1"]),
        (["一、", "三、", "四、"], ["p2"]),
        (["1.", "2.", "4."], ["p3"]),
    ],
)
def test_c21_numbers(numbers: list[str], where: list[str]) -> None:
    points = [point(f"p{place}", number, f"第{place}部分") for place, number in enumerate(numbers, 1)]
    found = hits(small_list(row(), others=points), "C21")
    assert found == [(f"第{name[1:]}部分", "说明") for name in where]


@pytest.mark.parametrize(
    ("text", "group", "about"),
    [
        ("成立市水利普查领导小组。\n市水利普查工作领导小组办公室", "市水利普查领导小组", ["领导小组"]),
        ("成立市水利普查领导小组。\n领导小组下设办公室", "市水利普查领导小组", []),
        ("驻局纪检监察组参加,派驻纪检组监督", "", []),
        ("驻局纪检组参加,市纪委监委派驻局纪检监察组监督", "", ["派驻纪检机构"]),
        ("局属各单位:\n直属单位要落实", "", ["直属单位"]),
        ("直属各单位:\n直属单位要落实", "", []),
    ],
)
def test_c22_names_of_bodies(text: str, group: str, about: list[str]) -> None:
    found = hits(small_list(row(), notice=noticed(text, group=group)), "C22")
    assert [name for name, _ in found] == about


def test_c22_a_unit_that_rows_call_by_two_names() -> None:
    other = Task("b", "item", "2", text="修渠3条。", lead_units=(Mention("u-水利处", "农田水利处"),))
    assert hits(small_list(row(), other), "C22") == [("农田水利处", "提醒")]
    assert hits(small_list(row(key="a"), row(key="b")), "C22") == []


ANNEXES = (
    "关于印发水利要点的通知\n各处室:\n现印发。\n附件:1.水利任务清单\n市水利局\n2021年3月1日\n"
    "附件1\n{heading}\n任务 | 牵头单位 |\n修渠 | 水利处 |"
)


def test_c23_an_annex_under_another_name() -> None:
    assert hits(small_list(row(), notice=noticed(ANNEXES.format(heading="水利工作清单"))), "C23") == [
        ("通知第 7 行", "错误")
    ]
    assert hits(small_list(row(), notice=noticed(ANNEXES.format(heading="水利任务清单"))), "C23") == []


def test_c24_title_brackets() -> None:
    assert hits(small_list(row(), notice=noticed("按照《水利法的规定办理。")), "C24") == [
        ("通知第 1 行", "说明")
    ]
    assert hits(small_list(row(), notice=noticed("按照《水利法》的规定办理。")), "C24") == []
