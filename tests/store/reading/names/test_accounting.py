"""What of a text is kept, and what is layout."""

import pytest

from store.reading.names.accounting import covered, left_over, runs_of, words_of


def test_signs_that_carry_words_in_one_width_and_script() -> None:
    assert words_of("（一）責任單位：Ａ区 3") == "一责任单位A区3"
    assert list(runs_of("责任单位:县水务局;县财政局等部门配合")) == ["县水务局县财政局"]
    assert list(runs_of("县水务局牵头,县财政局配合")) == ["县水务局", "县财政局"]


@pytest.mark.parametrize(
    ("cell", "names", "left"),
    [
        ("县水务局牵头,县财政局配合", "县水务局县财政局", ""),
        ("胡 军、徐涛", "胡军徐涛", ""),
        ("县水务局(负责河道部分)", "县水务局", "县水务局负责河道部分"),
        ("", "", ""),
    ],
)
def test_what_a_cell_says_beyond_its_names(cell: str, names: str, left: str) -> None:
    assert left_over(cell, names) == left


def test_a_run_is_known_where_each_sign_stands_in_a_known_pair() -> None:
    assert covered("清理河道", "市水务局清理河道三十公里")
    assert not covered("清理沟渠", "清理河道")
    assert covered("1清理", "清理")
    assert not covered("甲", "乙")
