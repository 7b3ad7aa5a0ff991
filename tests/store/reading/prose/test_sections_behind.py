"""The sections that go on behind a roster or a table."""

import pytest

from store.reading.prose.sections_behind import first_section, last_mark
from store.reading.signs.lines import lines_of
from store.reading.signs.marks import mark_of


@pytest.mark.parametrize(
    "text",
    [
        "三、工作要求\n各单位要细化措施。",
        "三、工作要求\n（一）提高认识\n要高度重视。",
        "四、其他事项：",
        "第三章 附则\n本办法自印发之日起施行。",
        "三、各镇要抓好落实；",
    ],
)
def test_a_numbered_line_over_a_sentence_begins_a_section(text: str) -> None:
    assert first_section(lines_of("县水利局\n" + text)) == 1


@pytest.mark.parametrize(
    "text", ["三、民生福祉", "二、县直部门\n孙立\n周玉梅", "1.细化措施。", "各镇要细化措施。"]
)
def test_other_lines_begin_none(text: str) -> None:
    assert first_section(lines_of(text)) is None


def test_inner_numbers_begin_one_where_they_go_on() -> None:
    lines = lines_of("（三）加强调度\n每月通报。")
    assert first_section(lines, mark_of("（二）分解指标")) == 0
    assert first_section(lines, mark_of("（一）分解指标")) is None
    assert last_mark(lines_of("一、指标\n（二）分解指标\n如下表：")) == mark_of("（二）分解指标")
    assert last_mark(lines_of("如下表：")) is None
