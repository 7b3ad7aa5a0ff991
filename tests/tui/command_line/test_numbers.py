"""Numbers on the command line: all, none, 1,3-5."""

import pytest

from store.refused import Refused
from tui.command_line.numbers import indices_meant


@pytest.mark.parametrize(
    ("words", "indices"),
    [
        ("all", [0, 1, 2]),
        (" ALL ", [0, 1, 2]),
        ("none", []),
        ("2", [1]),
        ("1、3", [0, 2]),
        ("2-3,1", [0, 1, 2]),
    ],
)
def test_what_words_mean(words: str, indices: list[int]) -> None:
    assert indices_meant("--proposed", words, 3, "条") == indices


@pytest.mark.parametrize("words", ["", "x", "1-", "-1", "1,,2", "一"])
def test_words_that_are_no_numbers_are_refused(words: str) -> None:
    with pytest.raises(Refused, match="--proposed 看不懂"):
        indices_meant("--proposed", words, 3, "条")


@pytest.mark.parametrize("words", ["0", "4", "2-99999999999"])
def test_a_number_that_is_not_there_is_refused(words: str) -> None:
    with pytest.raises(Refused, match="共有 3 条"):
        indices_meant("--proposed", words, 3, "条")
