"""Deadlines and targets as a text words them."""

import pytest

from store.reading.signs.measures import deadlines_in, is_time, targets_in


def test_the_clause_with_a_figure_is_a_target() -> None:
    assert targets_in("新培育专精特新企业12家,9月底前完成首批申报。增长5.5%左右。") == (
        "新培育专精特新企业12家",
        "增长5.5%左右",
    )
    assert targets_in("清理河道。") == ()


@pytest.mark.parametrize("text", ["按照〔2021〕12号文件", "落实第3项任务", "3.抓好落实"])
def test_a_number_of_a_document_or_point_is_no_target(text: str) -> None:
    assert targets_in(text) == ()


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("2019年6月底前制定方案。", "2019年6月底前"),
        ("推动新校区9月投入使用。", "9月"),
        ("2020年底前实现", "2020年底前"),
        ("3月底前申报,6月底前开工。", "3月底前、6月底前"),
        ("自2018年11月起施行。", None),
        ("各市（州）于6月20日18:00前报送自查报告。", "6月20日18:00前"),
        ("于 6 月底前报送。", "6月底前"),
        ("二〇二六年六月底前制定方案。", "二〇二六年六月底前"),
        ("10月中旬前完成验收。", "10月中旬前"),
        ("三季度末完成主体工程。", "三季度末"),
        ("到“十五五”末建成。", "“十五五”末"),
        ("次年1月底前报送总结。", "次年1月底前"),
        ("自印发之日起30日内制定细则。", "自印发之日起30日内"),
        ("各单位每月25日前报送进展。", "每月25日前"),
        ("每半年开展一次评估。", "每半年"),
        ("每年6月底前完成检修。", "每年6月底前"),
        ("3月至6月底前集中清理。", "3月至6月底前"),
        ("6.30前报送。", "6.30前"),
        ("汛期前完成清淤。", "汛期前"),
        ("2026年汛期前完成清淤。", "2026年汛期前"),
        ("2020年以来,持续推进。", None),
        ("截至2025年底,已建成泵站3座。", None),
        ("2025年底前已建成。", None),
        ("对2024年1月1日前投入使用的设备重点检查。", None),
        ("三年内建成。", None),
        ("6月30日召开会议。", None),
        ("国家每年拨付资金。", None),
        ("提前完成任务,做好前期工作。", None),
        ("建立台账。", None),
    ],
)
def test_the_deadline_that_a_text_words(text: str, deadline: str | None) -> None:
    assert deadlines_in(text) == deadline


@pytest.mark.parametrize(
    "text",
    [
        *("6月底完成", "长期坚持", "每月25日前", "力争年底前建成", "2024年6月底前完成并长期坚持"),
        *("6月20日18:00前", "2026 年 6 月底前", "3月1日—15日", "即日起至6月底", "汛期前完成", "“十五五”末"),
        *("自印发之日起30日内", "每季度末月25日前", "2026年全年", "立查立改", "2026-06-30", "8月至年底"),
    ],
)
def test_a_clause_that_only_says_when(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize(
    "text", ["市水务局", "6月底前完成清理工作", "高山", "", "6.5", "3-5", "提前", "2020年以来", "30家"]
)
def test_a_clause_that_says_more(text: str) -> None:
    assert not is_time(text)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("11―12月底前完成", "11―12月底前"),
        ("7～9月完成整改", "7～9月"),
        ("4至6月完成自查", "4至6月"),
        ("2026年4—6月开展自查", "2026年4—6月"),
        ("5月至7月集中整治", "5月至7月"),
        ("4-6月开展的调查", None),
        ("3月至5月组织了培训", None),
        ("适用于3-6月龄婴儿", None),
        ("每周通报一次", "每周"),
    ],
)
def test_spans_of_months_with_any_dash(text: str, deadline: str | None) -> None:
    assert deadlines_in(text) == deadline


@pytest.mark.parametrize("text", ["4—6月", "4-6月", "2026年4—6月", "7～10月", "1至3月底"])
def test_months_before_a_dash_are_months(text: str) -> None:
    assert is_time(text)
