"""Rows are named by their place: item in the list and row in the item, and ranges of these."""

import pytest

from store.records.row_names import RowNames
from store.refused import Refused

NAMES = RowNames([["a"], ["b", "c", "d"], [], ["e"]])


def test_a_row_alone_in_its_item_has_the_items_number_and_an_item_without_rows_keeps_its_own() -> None:
    assert [NAMES.of(row) for row in "abcde"] == ["1", "2.1", "2.2", "2.3", "4"]
    assert NAMES.of("x") == ""


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("1", "a"),
        ("1.1", "a"),
        ("2.2", "c"),
        ("2.1-2.3", "bcd"),
        ("2.1–2.3", "bcd"),
        ("2.1 — 2.2", "bc"),
        ("２．１", "b"),
        ("1-4", "abcde"),
    ],
)
def test_rows_are_found_by_their_names(words: str, rows: str) -> None:
    assert NAMES.named(words) == tuple(rows)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("2", "没有第 2 行。这一事项有 3 行，请写明是哪一行：2.1、2.2、2.3。"),
        ("3", "没有第 3 行。本清单的行为 1 至 4。"),
        ("4.2", "没有第 4.2 行。"),
        ("2.1-", "没有第 2.1- 行。"),
        ("-2.1", "没有第 -2.1 行。"),
        ("x", "没有第 x 行。"),
        ("", "没有第  行。"),
        ("2.3-2.1", "行的次序颠倒：2.3-2.1。请写作 2.1-2.3。"),
    ],
)
def test_what_names_no_row_is_refused_with_the_rows_that_there_are(words: str, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        NAMES.named(words)
    assert str(refusal.value).startswith(sentence)


def test_of_many_rows_of_an_item_some_are_named() -> None:
    with pytest.raises(Refused, match=r"1\.12 …。$"):
        RowNames([[str(number) for number in range(13)]]).named("1")


def test_a_list_without_rows_says_so() -> None:
    with pytest.raises(Refused, match="本清单还没有任务"):
        RowNames([]).named("1")
