"""Rows, lines and names in few words."""

import pytest

from store.records.ranges import ends_in_words, names_in_words, numbered_rows
from store.records.tasklist import TaskList
from tests.sample import sample_list


@pytest.fixture(scope="module")
def sample() -> TaskList:
    return sample_list()


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (["3.2"], "第 3.2 行"),
        (["3.1-3.3"], "第 3.1–3.3 行"),
        (["3.1", "3.3"], "第 3.1、3.3 行"),
        (["4", "3.4", "2"], "第 2、3.4、4 行"),
    ],
    ids=["one", "a range", "a gap", "several items, in the list's order"],
)
def test_rows_go_by_their_names_and_neighbours_of_one_item_as_a_range(
    sample: TaskList, named: list[str], said: str
) -> None:
    rows = [row for name in named for row in sample.rows_named(name)]
    assert numbered_rows(sample, rows) == said


def test_the_ends_of_lines() -> None:
    assert (ends_in_words((54, 66)), ends_in_words((54, 54))) == ("54–66", "54")


def test_many_names_are_cut_short() -> None:
    assert names_in_words(list("甲乙")) == "甲、乙"
    assert names_in_words(["处"] * 13) == "、".join(["处"] * 12) + "等"
