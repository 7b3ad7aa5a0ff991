"""Days and moments as a clerk writes them."""

from datetime import date, datetime

import pytest

from store.refused import Refused
from store.words.days import day_in, day_named, moment_named, past_day_named

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 15, 30, 10)


@pytest.mark.parametrize(
    "words",
    [
        "2026-11-01",
        "11-1",
        "2026年11月1日",
        "11月1日",
        "2026.11.1",
        "2026/11/01",
        "20261101",
        "２０２６－１１－０１",
        "１１月１日",
        " １１月1号 ",
        "2026—11—1",
    ],
)
def test_a_day_is_written_in_many_ways(words: str) -> None:
    assert past_day_named(words, TODAY) == day_in(words, TODAY) == date(2026, 11, 1)


def test_a_day_without_a_year_is_the_latest_that_has_been_or_one_of_this_year() -> None:
    assert past_day_named("12-1", TODAY) == date(2025, 12, 1)
    assert day_in("12-1", TODAY) == date(2026, 12, 1)
    assert past_day_named("11-25", TODAY) == TODAY


@pytest.mark.parametrize(
    "words",
    ["", "昨天", "2026", "11", "2026-13", "11-1-1-1", "2026-11-01 9:30", "[/x]", "\x1b[31m", "一月一日"],
)
def test_what_is_no_day_is_refused(words: str) -> None:
    for named in (day_in, past_day_named):
        with pytest.raises(Refused, match=r"不是日期|请只写日期"):
            named(words, TODAY)


@pytest.mark.parametrize("words", ["2026-02-30", "13-1", "2-29", "0-1"])
def test_a_day_that_there_is_not_is_refused(words: str) -> None:
    with pytest.raises(Refused, match="没有这一天"):
        past_day_named(words, TODAY)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2026-11-01", datetime(2026, 11, 1, 23, 59, 59)),
        ("11-25", datetime(2026, 11, 25, 23, 59, 59)),
        ("11-1 9:30", datetime(2026, 11, 1, 9, 30, 59)),
        ("１１月１日９：３０", datetime(2026, 11, 1, 9, 30, 59)),
        ("2026年11月1日 9时30分", datetime(2026, 11, 1, 9, 30, 59)),
        ("2026-11-01T09:30:15", datetime(2026, 11, 1, 9, 30, 15)),
        ("11月1日 9点", datetime(2026, 11, 1, 9, 0, 59)),
    ],
)
def test_a_moment_is_meant_to_its_end(words: str, moment: datetime) -> None:
    assert moment_named(words, NOW) == moment


def test_the_form_of_the_history_with_its_zone_is_exact() -> None:
    assert moment_named("2026-11-01T09:30:15+08:00", NOW) == datetime.fromisoformat(
        "2026-11-01T09:30:15+08:00"
    )


@pytest.mark.parametrize("words", ["2026-11-26", "11-25 15:40", "2027-01-01"])
def test_what_is_still_to_come_is_refused(words: str) -> None:
    with pytest.raises(Refused, match="还没有到"):
        moment_named(words, NOW)


@pytest.mark.parametrize("words", ["11-1 25:00", "11-1 9:61"])
def test_a_time_of_day_that_there_is_not_is_refused(words: str) -> None:
    with pytest.raises(Refused, match="没有这个时刻"):
        moment_named(words, NOW)


def test_a_day_is_given_as_the_file_holds_it_and_no_words_are_no_day() -> None:
    assert day_named("２０２１年6月1日", TODAY) == day_named("20210601", TODAY) == "2021-06-01"
    assert day_named("6-1", TODAY) == f"{TODAY.year}-06-01"
    assert day_named("", TODAY) is day_named(" ", TODAY) is None
    with pytest.raises(Refused, match="没有这一天"):
        day_named("20210231", TODAY)
