"""A leader or a unit that the heading over rows names, and owners in joined cells before the rows."""

import pytest

from store.reading.signs.columns import columns_of
from store.reading.tables.owners_over import owners_over
from tests.store.reading.tables.forms import ACROSS, FORMS, read_rows

COLUMNS = columns_of(["序号", "工作任务", "责任科室", "完成时限"]) or ()


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("一、党组成员、副局长 郑 洁", ("郑洁",)),
        ("（一）党组书记、局长田永胜", ("田永胜",)),
        ("高建华（四级调研员）", ("高建华",)),
        ("二、郑洁同志牵头任务", ("郑洁",)),
        ("责任领导：郑　洁（副局长）", ("郑洁",)),
        ("分管领导：郑洁", ("郑洁",)),
        ("一、经济运行方面", ()),
        ("三、高建华", ()),
        ("联系人：郑洁", ()),
        ("一、局办公室", ()),
    ],
)
def test_a_heading_that_names_a_leader(heading: str, names: tuple[str, ...]) -> None:
    assert owners_over(heading, COLUMNS) == ({"participant_leaders": names} if names else {})


def test_a_table_with_leaders_of_its_own_keeps_them() -> None:
    columns = columns_of(["序号", "工作任务", "责任领导", "责任科室"]) or ()
    assert owners_over("一、副局长 郑洁", columns) == {}


def test_a_unit_over_a_table_without_units() -> None:
    columns = columns_of(["序号", "目标任务", "分管领导", "责任人", "完成时限"]) or ()
    for heading in ("一、待遇保障科", "（一）待遇保障科（3项）", "待遇保障科"):
        assert owners_over(heading, columns) == {"participant_units": ("待遇保障科",)}
    assert owners_over("一、待遇保障科", COLUMNS) == {}
    assert owners_over("一、重点工作", columns) == {}


@pytest.mark.parametrize("form", FORMS)
def test_a_leader_across_the_table_has_the_rows_below(form: str) -> None:
    rows = [
        ["序号", "工作任务", "责任科室", "完成时限"],
        ["一、党组书记、局长 田永胜", ACROSS, ACROSS, ACROSS],
        ["1", "推进改革。", "规划科", "6月底前"],
        ["二、副局长 郑 洁", ACROSS, ACROSS, ACROSS],
        ["2", "建设中心。", "艺术科", "年底前"],
    ]
    tasks = read_rows(rows, form)["tasks"]
    assert [task["participant_leaders"] for task in tasks] == [["田永胜"], ["郑洁"]]


@pytest.mark.parametrize("form", FORMS)
def test_owners_before_the_rows_that_they_group(form: str) -> None:
    rows = [
        ["责任单位", "包案领导", "序号", "信访事项", "化解措施", "办结时限"],
        ["区住建局", "马文涛", "1", "房产证问题", "分批办证。", "5月20日前"],
        ["", "", "2", "物业纠纷问题", "重新选聘物业。", "6月10日前"],
        ["区教育局", "何 丽", "3", "欠薪问题", "督促发放。", "4月30日前"],
    ]
    tasks = read_rows(rows, form)["tasks"]
    owners = [(task["item"], task["participants"], task["participant_leaders"]) for task in tasks]
    assert owners == [
        ("房产证问题", ["区住建局"], ["马文涛"]),
        ("物业纠纷问题", ["区住建局"], ["马文涛"]),
        ("欠薪问题", ["区教育局"], ["何丽"]),
    ]
