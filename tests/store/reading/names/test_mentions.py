"""Whether a text mentions bodies, understood or not."""

import pytest

from store.reading.names.mentions import is_remark, names_bodies


@pytest.mark.parametrize(
    "text",
    [
        "市水务局抓好落实",
        "请县财政局、各镇政府按规定办理",
        "报市委办公室备案",
        "联系河湖管理处",
        "列入省发展改革委计划",
        "由园区管委会统一安排",
    ],
)
def test_bodies_within_a_phrase(text: str) -> None:
    assert names_bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "不含10亩",
        "共3项",
        "试行",
        "以下简称市水务局",
        "含市政府大楼",
        "见附件2",
        "原市水利局",
        "详见市财政局文件",
        "一户一档",
        "2026年6月底前",
        "处理及时、办理规范",
    ],
)
def test_remarks_name_nobody_who_has_a_task(text: str) -> None:
    assert not names_bodies(text)


def test_the_units_of_the_roster_are_known_whatever_they_are_called() -> None:
    assert not names_bodies("送数据湖管护中枢")
    assert names_bodies("送数据湖管护中枢", ["数据湖管护中枢"])
    assert is_remark("(不含)"[1:]) and not is_remark("市水务局")
