"""Rules on units and people of the whole list: made lists that they find fault with, and some that they do
not.
"""

from store.checks.settings import CheckSettings
from store.records.person import Person, RosterEntry
from store.records.task import Task
from store.records.unit import Unit
from store.records.values import Mention
from tests.store.checks.made import hits, noticed, row, small_list


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


def test_c26_one_name_for_several_bodies() -> None:
    office = Unit("office", order="9", full_name="办公室")
    with_office = noticed("", group_office_unit="u-水利处")
    assert hits(small_list(row(), others=[office], notice=with_office), "C26") == [("办公室", "提醒")]
    assert hits(small_list(row(), others=[office]), "C26") == []
    twin = Unit("twin", order="9", full_name="水利建设处", aliases=("水利处",))
    assert hits(small_list(row(), others=[twin]), "C26") == [("水利处", "提醒")]
