"""Closing paragraphs: no part of a list's last point, and what they give to somebody is offered."""

import pytest

from store.reading import read_notice

LIST = "市水务局工作方案\n\n一、重点任务\n1.加强巡查。（责任单位：市水务局）\n2.加强宣传。（责任单位：市委宣传部）\n"


@pytest.mark.parametrize(
    "closing",
    [
        "各部门要于每月25日前将进展情况报送市水务局。",
        "请各单位认真抓好落实。",
        "各责任单位要高度重视，市水务局要加强督导，于10月底前将整改情况报市政府。",
        "各县（市、区）应按照方案要求于6月底前报送总结。",
        "以上任务由市政府督查室负责督办。",
        "联系人：王明，联系电话：12345678。",
        "特此通知。",
        "市直各部门请于3月15日前报送方案。",
    ],
)
def test_a_closing_paragraph_is_no_part_of_the_last_point(closing: str) -> None:
    reading = read_notice(f"{LIST}{closing}\n".encode())
    assert [row.text for row in reading.rows] == ["加强巡查。", "加强宣传。"]
    assert [row.deadline for row in reading.rows] == [None, None]
    assert closing in (reading.head.preamble, *reading.head.imprint)


def test_what_it_gives_to_somebody_is_offered() -> None:
    reading = read_notice(f"{LIST}各部门要于每月25日前将进展情况报送市水务局。\n".encode())
    [one] = reading.proposed
    assert (one.task.participant_units, one.task.deadline) == (("各部门",), "每月25日前")


@pytest.mark.parametrize(
    "text",
    [
        "各单位要加强宣传。\n责任单位：市委宣传部",
        "加强培训，提高能力。",
        "各项制度要完善。（责任单位：市司法局）",
    ],
)
def test_what_goes_on_about_the_point_stays(text: str) -> None:
    reading = read_notice(f"{LIST}{text}\n".encode())
    assert not reading.head.preamble
