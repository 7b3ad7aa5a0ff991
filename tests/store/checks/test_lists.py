"""Rules on units, people, texts and the notice: made lists that they find fault with, and some that they do not."""

import pytest

from store.checks.settings import CheckSettings
from store.records.changes import Edit
from store.records.person import Person, RosterEntry
from store.records.task import Item, Task
from store.records.unit import Unit
from store.records.values import Mention
from tests.store.checks.made import codes, hits, noticed, point, row, small_list


def test_c12_a_name_in_two_spellings() -> None:
    split = noticed("成 员:孙 二 副局长\n修渠 | 水利处 | 孙二 |\n李三 局长\n李三说")
    assert hits(small_list(row(), notice=split), "C12") == [("孙二", "提醒")]
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


def test_c13_and_c14_units_and_roster_cover_each_other() -> None:
    new = Unit("u-new", order="9", full_name="水库处")
    tasks = small_list(
        Task("row", "item", "1", text="修渠3条。", lead_units=(Mention("u-new", "水库处"),)), others=[new]
    )
    assert hits(tasks, "C13") == [("水库处", "错误")]
    assert [about for about, _ in hits(tasks, "C14")] == [
        "农田水利处",
        "河湖管理处",
        "财务审计处",
        "市水文监测站",
    ]
    everyone = small_list(row("水利处", "钱一", "河湖处 财务处 水文站", "孙二"))
    assert hits(everyone, "C13") == hits(everyone, "C14") == []


def test_c13_an_outside_body_has_no_member() -> None:
    outside = Unit("u-out", order="9", full_name="市公安局", kind="outside_body")
    tasks = small_list(
        Task("row", "item", "1", text="修渠3条。", lead_units=(Mention("u-out", "市公安局"),)),
        others=[outside],
    )
    assert hits(tasks, "C13") == []


def test_c14_a_member_of_a_collective_in_a_row_is_named_by_it() -> None:
    collective = Unit(
        "all", order="9", full_name="各处室", kind="collective", members=("u-河湖处", "u-财务处", "u-水文站")
    )
    assert hits(small_list(row("水利处", "钱一", "各处室", "孙二"), others=[collective]), "C14") == []
    assert len(hits(small_list(row(), others=[collective]), "C14")) == 3


def test_c15_a_member_without_a_unit() -> None:
    someone = [
        Person("p-x", name="吴七"),
        RosterEntry("r-x", person="p-x", order="3", role="成员", post="一级调研员"),
    ]
    assert hits(small_list(row(), others=someone), "C15") == [("吴七", "说明")]
    assert hits(small_list(row()), "C15") == []


def test_c15_who_has_left_is_no_member() -> None:
    left = [
        Person("p-x", name="吴七"),
        RosterEntry("r-x", person="p-x", order="3", role="成员", left_on="2021-01-01"),
    ]
    assert hits(small_list(row(), others=left), "C15") == []


def test_c19_more_than_the_limit_of_the_lead_rows() -> None:
    rows = [row("水利处", "钱一", key="a"), row("水利处", "钱一", key="b"), row("河湖处", "孙二", key="c")]
    assert hits(small_list(*rows), "C19") == [("钱一", "提醒")]
    assert hits(small_list(*rows), "C19", CheckSettings(load_limit=0.7)) == []
    half = [*rows, row("河湖处", "孙二", key="d")]
    assert hits(small_list(*half), "C19") == []
    assert hits(small_list(row()), "C19") == []


LAID_DOWN = Edit("items", "item", "work_point", None, "p1")
BODY = "修建水渠20公里。"


@pytest.mark.parametrize(
    ("body", "differs"),
    [
        (BODY, False),
        ("修建水渠 20 公里。", False),
        ("修建水渠２０公里。", False),
        ("修建水渠20公里;", True),
        ("修建水渠30公里。", True),
        ("", False),
    ],
)
def test_c20_body_against_annex(body: str, differs: bool) -> None:
    tasks = small_list(row(), others=[point("p1", "(一)", "兴修水利", body, source=(3, 3))])
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == ([("一、兴修水利", "提醒")] if differs else [])


def test_c20_rows_are_put_together_and_a_title_counts() -> None:
    rows = [row(text="修渠3条。", key="a", number="1."), row(text="修路2条。", key="b", number="2.")]
    tasks = small_list(*rows, others=[point("p1", "(一)", "兴修水利", "修渠3条。修路2条。")])
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == []
    tasks = small_list(*rows, others=[point("p1", "(一)", "大兴水利", "修渠3条。修路2条。")])
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == [("一、兴修水利", "提醒")]


def test_c20_a_list_that_was_read_from_the_body_is_not_held_against_it() -> None:
    tasks = small_list(
        row(source=(5, 5)), others=[point("p1", "(一)", "兴修水利", "另一段文字。", source=(4, 6))]
    )
    tasks.apply([LAID_DOWN])
    assert hits(tasks, "C20") == []


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


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("兴修水利工程建设。修渠3条。", True),
        ("修渠三条以上工程。修渠三条以上工程。", True),
        ("兴修水利工程建设。", False),
        ("修渠三条以上工程。修路三条以上工程。", False),
        ("是。是。", False),
    ],
)
def test_c25_said_twice(text: str, repeats: bool) -> None:
    item = Item("item2", order="2", title="二、兴修水利工程建设")
    tasks = small_list(row(key="b", item="item2", text=text), others=[item])
    assert hits(tasks, "C25") == ([("二、兴修水利工程建设", "说明")] if repeats else [])


def test_c26_one_name_for_several_bodies() -> None:
    office = Unit("office", order="9", full_name="办公室")
    with_office = noticed("", group_office_unit="u-水利处")
    assert hits(small_list(row(), others=[office], notice=with_office), "C26") == [("办公室", "提醒")]
    assert hits(small_list(row(), others=[office]), "C26") == []
    twin = Unit("twin", order="9", full_name="水利建设处", aliases=("水利处",))
    assert hits(small_list(row(), others=[twin]), "C26") == [("水利处", "提醒")]


def test_rules_can_be_switched_off_and_graded() -> None:
    tasks = small_list(row(deadline=None))
    assert "C16" not in codes(tasks, CheckSettings(off=frozenset({"C16"})))
    assert hits(tasks, "C16", CheckSettings(grades={"C16": "错误"})) == [("1", "错误")]
