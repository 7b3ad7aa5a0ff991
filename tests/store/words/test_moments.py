"""Moments as one says them from today, and short ones."""

from datetime import date, datetime

import pytest

from store.words.moments import since_today, without_year


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-29T17:38", "今天 17:38"),
        ("2026-11-28T09:05", "昨天 09:05"),
        ("2026-03-12T10:00", "3月12日"),
        ("2020-12-03T10:00", "2020年12月3日"),
        ("2026-11-30T10:00", "11月30日"),
    ],
)
def test_a_moment_in_words(moment: str, words: str) -> None:
    assert since_today(datetime.fromisoformat(moment), date(2026, 11, 29)) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [("2026-10-21T15:40:02+08:00", "10-21 15:40"), ("2026-10-21T15:40", "10-21 15:40"), ("", "")],
)
def test_a_recorded_moment_without_its_year(at: str, words: str) -> None:
    assert without_year(at) == words
