"""Lines of a source: their numbers, one width and script, and what of a page is no text."""

import pytest

from store.reading.signs.lines import SourceLine, folded, is_furniture, lines_of, unpadded, without_glosses


def test_a_line_keeps_the_number_that_an_editor_shows() -> None:
    assert [(line.number, line.text) for line in lines_of("关于…的通知\n\n　　各处室:\n\t\n正文。")] == [
        (1, "关于…的通知"),
        (3, "各处室:"),
        (5, "正文。"),
    ]


def test_a_joined_line_knows_its_lines() -> None:
    line = SourceLine(3, "请水务局、财政局于6月底前完成。", starts=((0, 3), (7, 5), (12, 6)))
    assert (line.last, list(line.numbers)) == (6, [3, 4, 5, 6])
    assert [(one.number, one.text) for one in line.as_printed()] == [
        (3, "请水务局、财政"),
        (5, "局于6月底"),
        (6, "前完成。"),
    ]
    assert line.piece(8, 12) == SourceLine(5, "于6月底")
    assert (line.piece(5, 9).number, line.piece(5, 9).last) == (3, 5)
    assert line.saying("请局完成").last == 6


def test_patterns_see_one_width_and_script_and_cut_from_the_text_itself() -> None:
    text = "（一）責任單位：市場監管局　２０２１年"
    assert folded(text) == "(一)责任单位:市场监管局 2021年"
    assert len(folded(text)) == len(text)
    assert unpadded("牵 头　单 位") == "牵头单位"


def test_readings_behind_signs_are_dropped_where_a_conversion_left_many() -> None:
    assert without_glosses("發(fā)改委、監(jiān)管局、稅(shuì)務局") == "發改委、監管局、稅務局"
    assert without_glosses("重(zhòng)视这一点") == "重(zhòng)视这一点"
    assert without_glosses("甲(a)、乙(b)、丙(c)、丁(d)") == "甲(a)、乙(b)、丙(c)、丁(d)"


@pytest.mark.parametrize(
    "text",
    [
        "(此件公开发布)",
        "上一篇:关于开展检查的通知",
        "您当前的位置: 首页 > 政务公开 > 通知",
        "浏览次数: 120",
        "【大】【中】【小】【打印】【关闭】",
        "扫一扫在手机打开当前页",
        "————————",
    ],
)
def test_what_a_page_puts_round_a_text(text: str) -> None:
    assert is_furniture(SourceLine(1, text))


@pytest.mark.parametrize(
    "text", ["1.清理河道30公里。", "2021年3月31日", "组长", "市水务局", "附件1", "大中小学"]
)
def test_what_is_text(text: str) -> None:
    assert not is_furniture(SourceLine(1, text))
