"""Numbers in front of headings and points."""

import pytest

from store.reading.signs.marks import chinese_number, mark_of, without_mark


@pytest.mark.parametrize(
    ("text", "printed", "value", "rest"),
    [
        ("一、总体要求", "一、", 1, "总体要求"),
        ("二十一、强化保障", "二十一、", 21, "强化保障"),
        ("第二章 组织领导", "第二章", 2, "组织领导"),
        ("第三条 本办法所称", "第三条", 3, "本办法所称"),
        ("（十二）推进改革", "（十二）", 12, "推进改革"),
        ("1.深入推进", "1.", 1, "深入推进"),
        ("３．深入推进", "３．", 3, "深入推进"),
        ("2.2021年底前完成", "2.", 2, "2021年底前完成"),
        ("(3)完善制度", "(3)", 3, "完善制度"),
        ("1)完善制度", "1)", 1, "完善制度"),
    ],
)
def test_a_number_its_value_and_the_text_behind_it(text: str, printed: str, value: int, rest: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.printed, mark.value, mark.rest) == (printed, value, rest)


@pytest.mark.parametrize(
    "text", ["3.5%的增长", "一些单位", "2021年3月", "第三季度", "(含10亩以下)", "市水务局"]
)
def test_what_is_no_number_of_a_point(text: str) -> None:
    assert mark_of(text) is None
    assert without_mark(text) == text


def test_outer_styles_stand_over_inner_ones_and_sections_over_points() -> None:
    marks = [mark_of(text) for text in ("第一章 总则", "一、甲", "(一)乙", "1.丙", "(1)丁", "①戊")]
    depths = [mark.depth for mark in marks if mark]
    assert len(depths) == 6
    assert depths == sorted(set(depths))
    assert [mark.rank < 3 for mark in marks if mark] == [True, True, True, False, False, False]


def test_numbers_in_characters() -> None:
    assert [chinese_number(text) for text in ("十", "十二", "二十", "一百零五", "二〇二一", "两")] == [
        10,
        12,
        20,
        105,
        2021,
        2,
    ]
