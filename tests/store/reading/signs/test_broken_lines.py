"""Lines that a page's edge broke, joined again; and lines that stand as they are."""

import pytest

from store.reading.signs.broken_lines import paragraphs
from store.reading.signs.lines import lines_of

PROSE = """关于做好河湖清理工作的通知
各县(市、区)水务局,局属各单位:
为进一步做好河湖清理工作,保障行洪安全,经研究,现就有关事项通知如下。
一、开展排查
(一)全面排查河道。逐条排查河道,建立台账,销号管理。(河湖处牵头,规划处、建设处配合,2026年6月30日前完成)
(二)突出排查湖泊。重点查清侵占水域等问题,9月底前完成首轮排查,12月底前销号,复发率控制在3.5%以内。
二、加强保障
各单位要明确专人负责,每月25日前向河湖处报送进展情况。
联系人:方 正,联系电话:12345678
某某市水务局
2026年3月2日"""


def broken(text: str, width: int) -> str:
    """A text in lines of so many signs."""
    lines: list[str] = []
    for line in text.splitlines():
        lines += (line[start : start + width] for start in range(0, len(line), width))
    return "\n".join(lines)


def joined(text: str, aside: frozenset[int] = frozenset()) -> list[str]:
    lines = [line for line in lines_of(text) if line.number not in aside]
    return [line.text for line in paragraphs(lines, text, aside)]


@pytest.mark.parametrize("width", range(24, 61))
def test_a_text_in_lines_of_any_width_is_whole_again(width: int) -> None:
    assert joined(broken(PROSE, width)) == PROSE.splitlines()


@pytest.mark.parametrize("width", [26, 28, 34, 45])
def test_blanks_at_line_ends_and_between_lines_are_none(width: int) -> None:
    with_blanks = "\n".join(f"{line} " for line in broken(PROSE, width).splitlines())
    assert joined(with_blanks) == PROSE.splitlines()
    far_apart = broken(PROSE, width).replace("\n", "\n\n")
    assert joined(far_apart) == PROSE.splitlines()


def test_unbroken_lines_stay() -> None:
    assert joined(PROSE) == PROSE.splitlines()


def test_a_page_of_print_with_half_width_digits_and_indents() -> None:
    text = """　　为确保2026年度农村饮水安全工程按期投入运行,根据
省水利厅统一部署,各地要在2026年5月20日前完成水源地
水质检测300处,并将结果报送至市水务局农村水利科。
　　各乡镇(街道)要落实专人,做到责任到人、措施到位。
　　检查组将于6月上旬赴现场抽查,抽查比例不低于15%,
抽查结果予以通报,对问题突出的单位进行约谈。
　　特此通知。"""
    assert joined(text) == [
        "为确保2026年度农村饮水安全工程按期投入运行,根据省水利厅统一部署,各地要在2026年5月20日前完成水源地"
        "水质检测300处,并将结果报送至市水务局农村水利科。",
        "各乡镇(街道)要落实专人,做到责任到人、措施到位。",
        "检查组将于6月上旬赴现场抽查,抽查比例不低于15%,抽查结果予以通报,对问题突出的单位进行约谈。",
        "特此通知。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "组长:高 山 市水务局局长\n成员:方 正 市财政局副局长\n李 强 市审计局副局长\n陈 静 市教育局副局长",
        "序号\n任务\n牵头单位\n1\n清理河道\n市水务局\n2\n巡查湖泊\n市湖泊局",
        "一、加强领导\n二、压实责任\n三、严格督查\n四、加大宣传",
        "某某省人民政府办公厅关于印发全省\n农村饮水安全巩固提升工程实施方案的通知\n各市、县人民政府:",
        "加强组织领导,落实工作责任\n完善制度机制,提升管理水平\n加大宣传力度,营造良好氛围",
    ],
    ids=["roster", "cells", "headings", "title", "slogans"],
)
def test_short_lines_stand_as_they_are(text: str) -> None:
    assert joined(text) == text.splitlines()


def test_a_sentence_goes_on_over_a_page() -> None:
    text = "请各单位加强协作,形\n— 2 —\n成工作合力。"
    assert joined(text, frozenset({2})) == ["请各单位加强协作,形成工作合力。"]


def test_an_annex_can_be_of_another_width() -> None:
    wide = (
        "方案要求各单位在规定时间内完成自查,逐项对照检查标准,形成自查报告,"
        "并由主要负责同志签字后,于4月底前统一报送领导小组办公室汇总。"
    )
    text = f"{broken(PROSE, 28)}\n附件\n工作方案\n{broken(wide, 40)}"
    assert joined(text) == [*PROSE.splitlines(), "附件", "工作方案", wide]


def test_a_joined_line_stands_for_its_source_lines() -> None:
    text = broken(PROSE, 28)
    lines = paragraphs(lines_of(text), text, frozenset())
    printed = text.splitlines()
    for line in lines:
        assert line.text == "".join(printed[number - 1] for number in line.numbers)
        assert [one.text for one in line.as_printed()] == [
            printed[number - 1].strip() for number in line.numbers
        ]


@pytest.mark.parametrize("width", [28, 33, 38, 45, 52])
def test_a_whole_list_on_one_line(width: int) -> None:
    """Labels and numbers within a line go on within it, wherever the page broke it."""
    text = (
        "清溪县河湖问题整改清单一、巡查不到位(一)个别河段无人巡查。整改目标:巡查率达到90%以上。"
        "责任单位:县水务局、县财政局,各镇党委和政府责任人:县水务局主要负责人整改时限:立行立改整改措施:"
        "1.落实巡查制度。2.加强培训。(二)台账不完整。责任单位:县档案馆责任人:县档案馆主要负责人"
    )
    assert joined(broken(text, width)) == [text]


def test_a_heading_that_ends_at_the_edge_does_not_swallow_the_next_point() -> None:
    text = "一、完善河湖管护长效机制和考核评价\n(一)建立巡查制度,逐级压实责任,明确到\n人。\n(二)完善考核办法,结果与奖惩挂钩,并\n通报。"
    assert joined(text) == [
        "一、完善河湖管护长效机制和考核评价",
        "(一)建立巡查制度,逐级压实责任,明确到人。",
        "(二)完善考核办法,结果与奖惩挂钩,并通报。",
    ]


def test_a_signature_is_not_joined_to_the_text() -> None:
    text = f"{broken(PROSE, 28)}\n各单位要切实加强组织领导,认真抓好各项任务的落实到位。\n某某市水务局\n2026年3月2日"
    assert joined(text)[-2:] == ["某某市水务局", "2026年3月2日"]
