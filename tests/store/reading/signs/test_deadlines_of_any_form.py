"""The same day in any spelling: blanks, numerals of either kind, signs of either width never change it."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.reading.signs.deadlines import deadlines_of, year_of
from store.reading.signs.marks import in_chinese
from store.reading.signs.measures import deadlines_in

ISSUED = "2026-03-02"
_DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2039, 12, 31))
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ZEROS = ("〇", "○", "零", "Ｏ")


def _due(wording: str) -> list[str | None]:
    return [deadline.due for deadline in deadlines_of(wording, 2026, ISSUED)]


def _in_signs(year: int, zero: str) -> str:
    return "".join((zero, *"一二三四五六七八九")[int(digit)] for digit in str(year))


def _spellings(day: date) -> list[str]:
    year, month, of_month = day.year, day.month, day.day
    plain = f"{year}年{month}月{of_month}日"
    signs = [f"{_in_signs(year, zero)}年{in_chinese(month)}月{in_chinese(of_month)}日" for zero in _ZEROS]
    return [
        plain,
        plain.translate(_WIDE),
        f"{year} 年 {month} 月 {of_month} 日",
        f"{year}年 {month}月 {of_month}日",
        f"{year}　年　{month}　月　{of_month}　日",
        f"{year}年{month:02}月{of_month:02}日",
        f"{year}年{month}月{of_month}号",
        f"{year}-{month:02}-{of_month:02}",
        f"{year}.{month}.{of_month}",
        f"{year}/{month}/{of_month}",
        f"{year}{month:02}{of_month:02}",
        *signs,
    ]


@given(
    _DAYS, st.sampled_from(["", "前", "之前", "以前", "前完成"]), st.sampled_from(["", "力争", "于", "在"])
)
def test_a_day_is_the_same_in_any_spelling(day: date, behind: str, before: str) -> None:
    for spelling in _spellings(day):
        assert _due(f"{before}{spelling}{behind}") == [day.isoformat()], spelling


@given(
    st.integers(2021, 2035),
    st.integers(1, 12),
    st.sampled_from(["底前", "底", "末", "底之前", "下旬", "", "份"]),
)
def test_a_month_ends_with_its_last_day_in_any_spelling(year: int, month: int, part: str) -> None:
    last = date(year, month, monthrange(year, month)[1]).isoformat()
    signs = f"{_in_signs(year, '〇')}年{in_chinese(month)}月"
    for spelling in (f"{year}年{month}月", f"{year} 年 {month} 月", f"{year}年{month:02}月", signs):
        assert _due(spelling + part) == [last], spelling


@given(_DAYS, st.integers(0, 400), st.sampled_from(["至", "—", "-", "~", "到", " 至 ", "起至"]))
def test_a_span_falls_due_at_its_end(first: date, days: int, sign: str) -> None:
    last = first + timedelta(days=days)
    begins, ends = (f"{day.year}年{day.month}月{day.day}日" for day in (first, last))
    assert _due(f"{begins}{sign}{ends}") == [last.isoformat()]


@given(_DAYS, st.sampled_from(["18:00", "18：00", "下午5点", "17时30分", "24时", "(星期五)", "（周五）下班"]))
def test_the_hour_changes_no_day(day: date, hour: str) -> None:
    wording = f"{day.year}年{day.month}月{day.day}日{hour}前"
    assert _due(wording) == [day.isoformat()]
    assert _due(deadlines_in(f"请于{wording}报送自查报告。") or "") == [day.isoformat()]


@given(
    _DAYS,
    st.integers(1, 300),
    st.sampled_from(["自印发之日起{}日内", "本通知印发后{}天内", "自发布之日起 {} 日内"]),
)
def test_days_are_counted_from_the_day_of_issue(issued: date, days: int, form: str) -> None:
    found = deadlines_of(form.format(days), 2026, issued.isoformat())
    assert [deadline.due for deadline in found] == [(issued + timedelta(days=days)).isoformat()]
    assert [deadline.due for deadline in deadlines_of(form.format(days), 2026, None)] == [None]


@given(_DAYS)
def test_a_text_words_the_day_that_its_deadline_means(day: date) -> None:
    for spelling in _spellings(day)[:-5]:
        found = deadlines_in(f"各区水务局{spelling}前完成清理。")
        assert _due(found or "") == [day.isoformat()], spelling


@pytest.mark.parametrize(
    ("wording", "due"),
    [
        ("6 月底前", "2026-06-30"),
        ("2026 年 6 月底前", "2026-06-30"),
        ("3 季度末", "2026-09-30"),
        ("2026年第 3 季度", "2026-09-30"),
        ("2026年前三季度", "2026-09-30"),
        ("“十五五”末", "2030-12-31"),
        ("十四五期末前", "2025-12-31"),
        ("“十六五”期间", "2035-12-31"),
        ("次年1月底前", "2027-01-31"),
        ("12 月 31 日前", "2026-12-31"),
        ("11 月下旬", "2026-11-30"),
        ("11月上旬", "2026-11-10"),
        ("６月", "2026-06-30"),
        ("九月底前", "2026-09-30"),
        ("元月15日前", "2026-01-15"),
        ("26年9月底前", "2026-09-30"),
        ("27年底前", "2027-12-31"),
        ("明年3月", "2027-03-31"),
        ("6.30前", "2026-06-30"),
        ("6.1-6.30", "2026-06-30"),
        ("2026.6.1—2026.6.30", "2026-06-30"),
        ("6—8月", "2026-08-31"),
        ("3月1日—15日", "2026-03-15"),
        ("10月至次年3月", "2027-03-31"),
        ("11月至3月", "2027-03-31"),
        ("即日起至6月底", "2026-06-30"),
        ("自印发之日起10个工作日内", "2026-03-16"),
        ("印发后一个月内", "2026-04-02"),
        ("通知下发之日起半年内", "2026-09-02"),
        ("5月底前(汛期前)", "2026-05-31"),
        ("2026年6月底前基本完成", "2026-06-30"),
    ],
)
def test_a_wording_falls_due(wording: str, due: str) -> None:
    found = deadlines_of(wording, 2026, ISSUED)
    assert [(deadline.kind, deadline.due) for deadline in found] == [("dated", due)]


def test_the_year_that_follows_one_named_is_meant() -> None:
    assert _due("2027年6月启动,次年3月底前完成") == ["2027-06-30", "2028-03-31"]


@pytest.mark.parametrize(
    "wording",
    [
        *(
            "底前",
            "末",
            "月底前",
            "季度末",
            "年初",
            "汛期前",
            "春节前完成",
            "国庆前",
            "2026年汛期前",
            "2026年春节前完成",
        ),
        *("收到通知后10日内", "三年内", "学年末前", "6月第一周", "15日前", "开工前", "待定", "按上级要求"),
        *(
            "2020年以来",
            "2026年起",
            "6月1日起施行",
            "截至2025年底已建成",
            "2025年版",
            "文件〔2021〕3号",
            "去年12月底",
        ),
    ],
)
def test_what_names_no_day_is_unset_and_never_the_end_of_the_year(wording: str) -> None:
    found = deadlines_of(wording, 2026, ISSUED)
    assert [(deadline.wording, deadline.kind, deadline.due) for deadline in found] == [
        (wording, "unset", None)
    ]


def test_one_of_several_that_is_no_day_is_kept() -> None:
    found = deadlines_of("6月底前完成排查，汛期前完成整改", 2026, ISSUED)
    assert [(deadline.wording, deadline.kind) for deadline in found] == [
        ("6月底前", "dated"),
        ("汛期前完成整改", "unset"),
    ]


@pytest.mark.parametrize("wording", ["二季度前", "2030年前", "6月前", "2月30日前"])
def test_what_may_be_either_of_two_days_is_none(wording: str) -> None:
    assert _due(wording) == [None]


@pytest.mark.parametrize(
    ("wording", "due"),
    [
        ("每年6月底前", ["2026-06-30"]),
        ("每年 2 月底前", ["2027-02-28"]),
        ("每月25日前", ["2026-03-25"]),
        ("每半年", ["2026-06-30"]),
        ("每季度末", ["2026-03-31"]),
        ("每季度首月10日前", ["2026-04-10"]),
        ("每季度末月25日前", ["2026-03-25"]),
        ("每季度结束后10日内", ["2026-04-10"]),
        ("每年第一季度末", ["2026-03-31"]),
        ("每年6月、12月底前", ["2026-06-30", "2026-12-31"]),
        ("每月10日、20日前", ["2026-03-10", "2026-03-20"]),
        ("每年底", ["2026-12-31"]),
        ("每两个月", [None]),
        ("每周五前", [None]),
        ("半年一次", [None]),
        ("每学期末", [None]),
    ],
)
def test_a_rhythm_falls_due_next(wording: str, due: list[str]) -> None:
    found = deadlines_of(wording, 2026, ISSUED)
    assert [deadline.kind for deadline in found] == ["recurring"] * len(due)
    assert [deadline.due for deadline in found] == due


def test_a_rhythm_past_on_the_day_of_issue_comes_in_its_next_period() -> None:
    assert [deadline.due for deadline in deadlines_of("每月25日前", 2026, "2026-12-26")] == ["2027-01-25"]


def test_a_month_long_past_on_the_day_of_issue_is_of_no_year_that_is_known() -> None:
    assert [deadline.due for deadline in deadlines_of("1月底前", 2026, "2026-11-20")] == [None]
    assert [deadline.due for deadline in deadlines_of("2026年1月底前", 2026, "2026-11-20")] == ["2026-01-31"]
    assert [deadline.due for deadline in deadlines_of("2月底前", 2026, "2026-04-20")] == ["2026-02-28"]


def test_this_year_is_asked_where_a_list_was_issued_in_another() -> None:
    assert [deadline.due for deadline in deadlines_of("今年6月底,明年3月底", 2027, "2026-12-20")] == [
        None,
        None,
    ]


def test_a_plan_of_several_years_says_of_which_year_a_month_is() -> None:
    assert year_of("三年行动计划(2026—2028年)", "2026-01-09") is None
    assert year_of("二〇二六年工作要点", None) == 2026
    found = deadlines_of("9月底前,本年度内,明年3月底前", None, "2026-01-09")
    assert [deadline.due for deadline in found] == [None, "2026-12-31", "2027-03-31"]
