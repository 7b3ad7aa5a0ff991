"""What a line mentions that must not be lost."""

import pytest

from store.reading.mentions import Mentions
from store.reading.result import Member, UnitFound


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("联系单位:市水务局", ("单位",)),
        ("由创业中心代管", ("单位",)),
        ("巡河队 值守", ("单位",)),
        ("2026年6月30日", ("日期",)),
        ("二〇二六年六月三十日", ("日期",)),
        ("6月底前 市水务局", ("单位", "日期")),
        ("sections 0", ()),
        ("一级指标", ()),
        ("全文", ()),
    ],
)
def test_a_line_mentions(text: str, mentions: tuple[str, ...]) -> None:
    units = [UnitFound("创业中心", "affiliated_agency")]
    members = [Member("成员", "张三", "队长", "巡河队", (1, 1))]
    assert Mentions(units, members).of(text) == mentions


def test_a_notice_without_units_can_be_asked() -> None:
    assert Mentions([], []).of("区教育局") == ("单位",)
