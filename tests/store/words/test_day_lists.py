"""Lists of days, as notices of holidays write them."""

from datetime import date

import pytest

from store.refused import Refused
from store.words.day_lists import days_in_words, days_listed

TODAY = date(2021, 3, 1)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", ()),
        ("10月1日", ("2021-10-01",)),
        ("10月1日至3日", ("2021-10-01", "2021-10-02", "2021-10-03")),
        ("2020-12-31 到 2021-1-2，10-1", ("2020-12-31", "2021-01-01", "2021-01-02", "2021-10-01")),
        ("9月30日—10月1日；9月30日。", ("2021-09-30", "2021-10-01")),
        ("１０月１日～２日", ("2021-10-01", "2021-10-02")),
    ],
)
def test_days_are_listed_in_order_each_once(words: str, days: tuple[str, ...]) -> None:
    assert days_listed(words, TODAY) == days
    assert days_listed(days_in_words(days), TODAY) == days


def test_days_that_follow_one_another_are_shown_as_a_span() -> None:
    days = ("2021-01-01", "2021-10-01", "2021-10-02", "2021-10-03")
    assert days_in_words(days) == "2021-01-01、2021-10-01至2021-10-03"


@pytest.mark.parametrize("words", ["国庆", "2月30日", "10月7日至1日", "1月1日至12月31日"])
def test_what_is_no_list_of_days_is_refused(words: str) -> None:
    with pytest.raises(Refused):
        days_listed(words, TODAY)
