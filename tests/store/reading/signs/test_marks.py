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
        ("1.4月底前完成选址", "1.", 1, "4月底前完成选址"),
        ("2.10月15日前开馆", "2.", 2, "10月15日前开馆"),
        ("(3)完善制度", "(3)", 3, "完善制度"),
        ("1)完善制度", "1)", 1, "完善制度"),
        ("1．深入推进", "1．", 1, "深入推进"),
        ("11、3家试点先行", "11、", 11, "3家试点先行"),
        ("2、2026年底前完成", "2、", 2, "2026年底前完成"),
        ("1、深入推进", "1、", 1, "深入推进"),
        ("1.2 等级划分", "1.2", 2, "等级划分"),
        ("１．２　等级划分", "１．２", 2, "等级划分"),
        ("2.1国家粮食应急工作指挥部", "2.1", 1, "国家粮食应急工作指挥部"),
        ("2.1.3　成员单位职责", "2.1.3", 3, "成员单位职责"),
        ("4.2.2国务院批准启动后", "4.2.2", 2, "国务院批准启动后"),
        ("1.1.1.4 编制依据", "1.1.1.4", 4, "编制依据"),
        ("3.5 日常管理", "3.5", 5, "日常管理"),
        ("第三节 组织领导", "第三节", 3, "组织领导"),
        ("第12条 本办法", "第12条", 12, "本办法"),
        ("第一阶段：动员部署", "第一阶段：", 1, "动员部署"),
        ("第二步 清理整治", "第二步", 2, "清理整治"),
        ("③完善制度", "③", 3, "完善制度"),
        ("㈡完善制度", "㈡", 2, "完善制度"),
        ("B.完善制度", "B.", 2, "完善制度"),
    ],
)
def test_a_number_its_value_and_the_text_behind_it(text: str, printed: str, value: int, rest: str) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.printed, mark.value, mark.rest) == (printed, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        *("3.5%的增长", "一些单位", "2021年3月", "第三季度", "(含10亩以下)", "市水务局"),
        *(
            "3.5亿元投资到位",
            "3.5 亿元投资到位",
            "1.5倍以上",
            "2.5万亩",
            "6.30前完成",
            "6.30 前完成",
            "2026.6.30前完成",
        ),
        *(
            "26.6.30前完成",
            "10.1假期值守",
            "2026年6月底前",
            "2026 年工作要点",
            "A、B等部门",
            "A.B公司",
            "1.1",
            "第一阶段完成",
        ),
        *("1 总则", "30家企业", "3、6、9月底前", "1、2号楼", "一是加强领导。"),
    ],
)
def test_what_is_no_number_of_a_point(text: str) -> None:
    assert mark_of(text) is None
    assert without_mark(text) == text


def test_outer_styles_stand_over_inner_ones_and_sections_over_points() -> None:
    marks = [
        mark_of(text)
        for text in ("第一章 总则", "一、甲", "(一)乙", "1.丙", "1.1 己", "1.1.1 庚", "(1)丁", "①戊")
    ]
    depths = [mark.depth for mark in marks if mark]
    assert len(depths) == 8
    assert depths == sorted(set(depths))
    assert [mark.rank < 3 for mark in marks if mark] == [True] * 3 + [False] * 5


def test_numbers_in_characters() -> None:
    assert [chinese_number(text) for text in ("十", "十二", "二十", "一百零五", "二〇二一", "两")] == [
        10,
        12,
        20,
        105,
        2021,
        2,
    ]
