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
        ("建立台账。", None),
    ],
)
def test_the_deadline_that_a_text_words(text: str, deadline: str | None) -> None:
    assert deadlines_in(text) == deadline


@pytest.mark.parametrize(
    "text", ["6月底完成", "长期坚持", "每月25日前", "力争年底前建成", "2024年6月底前完成并长期坚持"]
)
def test_a_clause_that_only_says_when(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize("text", ["市水务局", "6月底前完成清理工作", "高山", ""])
def test_a_clause_that_says_more(text: str) -> None:
    assert not is_time(text)
