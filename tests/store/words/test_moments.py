"""Moments as one says them from today."""

from datetime import date, datetime

import pytest

from store.words.moments import since_today


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
