"""A deadline as a clerk writes it: what it means, and what is not understood; today is 29 November 2026."""

from datetime import date

import pytest

from store.reading.signs.deadline_given import deadline_given, list_year
from store.records.notice import Notice

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("6月底前", "2026-06-30"),
        ("６月底前", "2026-06-30"),
        ("每季度", "每季末"),
        ("长期坚持", "不设日期"),
        ("全年", "不设日期"),
        ("年底前", "2026-12-31"),
        ("上半年", "2026-06-30"),
        ("三季度末", "2026-09-30"),
        ("2026年6月", "2026-06-30"),
        ("6.30", "2026-06-30"),
        ("6/30", "2026-06-30"),
        ("６／３０", "2026-06-30"),
        ("2027.3.5", "2027-03-05"),
        ("20270305", "2027-03-05"),
        ("11月15日", "2026-11-15"),
        ("11月15前", "2026-11-15"),
        ("十一月十五日前", "2026-11-15"),
        ("每月5日前", "每月5日"),
        ("每年6月底前", "每年6月末"),
        ("每周五", "每周五"),
        ("3月至6月底", "2026-06-30"),
        ("1-10月", "2026-10-31"),
        ("6月底前报方案,12月底前完成", "2026-06-30、2026-12-31"),
        ("立行立改", "立即办理"),
    ],
)
def test_it_is_said_what_a_deadline_means(words: str, means: str) -> None:
    given = deadline_given(words, 2026, TODAY)
    assert (given.means, given.problem, given.needs_year) == (means, "", False)


@pytest.mark.parametrize("words", ["下周五", "尽快", "15日前", "三个月内", "春节前", "x"])
def test_what_is_not_understood_is_said(words: str) -> None:
    given = deadline_given(words, 2026, TODAY)
    assert (given.wording, given.said) == (words, "看不懂这个时限")


@pytest.mark.parametrize("words", ["6月前", "2月31日"])
def test_a_deadline_without_a_day_is_no_deadline(words: str) -> None:
    assert deadline_given(words, 2026, TODAY).said == "定不下是哪一天"


@pytest.mark.parametrize(
    ("words", "year", "kept", "means"),
    [
        ("月底", 2026, "11月底", "2026-11-30"),
        ("本月内", 2026, "11月底前", "2026-11-30"),
        ("下月15日前", 2026, "12月15日前", "2026-12-15"),
        ("下个月底", 2021, "2026年12月底", "2026-12-31"),
        ("每月底", 2026, "每月底", "每月末"),
    ],
)
def test_a_month_that_means_another_one_next_month_is_named(
    words: str, year: int, kept: str, means: str
) -> None:
    given = deadline_given(words, year, TODAY)
    assert (given.wording, given.means) == (kept, means)


def test_the_year_is_wanted_only_where_it_matters() -> None:
    assert deadline_given("6月底前", None, TODAY).needs_year
    assert not any(
        deadline_given(words, None, TODAY).needs_year for words in ("2026年6月底", "每季度", "长期")
    )
    assert deadline_given("", None, TODAY).said == ""


def test_the_year_of_a_list_is_as_the_clerk_said_where_its_notice_tells_none() -> None:
    assert list_year(Notice("n", title="工作要点")) is None
    assert list_year(Notice("n", title="工作要点", year="2026")) == 2026
    assert list_year(Notice("n", title="2025年工作要点", year="2026")) == 2025
