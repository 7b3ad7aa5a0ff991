"""Tables of pages and documents as lines."""

import pytest

from store.reading.formats.grids import MAX_CELLS, Grid
from store.refused import Refused


def grid(*rows: list[tuple[str, int, int]]) -> list[str]:
    """Return the lines of a table whose cells are given as words, columns and rows."""
    table = Grid()
    for row in rows:
        table.start_row()
        for words, columns, height in row:
            table.start_cell(columns, height)
            for line in words.split("\n"):
                table.add(line)
    return table.lines()


def test_a_joined_cell_says_the_same_for_each_of_its_rows() -> None:
    assert grid(
        [("事项", 1, 1), ("任务", 1, 1), ("单位", 1, 1)],
        [("清河", 1, 2), ("清理。", 1, 1), ("市水务局", 1, 2)],
        [("巡查。", 1, 1)],
    ) == ["事项 | 任务 | 单位 |", "清河 | 清理。 | 市水务局 |", "清河 | 巡查。 | 市水务局 |"]


def test_a_cell_over_several_columns_leaves_the_others_blank() -> None:
    assert grid([("责任", 2, 1), ("时限", 1, 1)], [("单位", 1, 1), ("领导", 1, 1), ("", 1, 1)]) == [
        "责任 |  | 时限 |",
        "单位 | 领导 |  |",
    ]


def test_one_cell_over_the_first_row_is_text_and_later_a_heading() -> None:
    assert grid(
        [("重点任务清单", 3, 1)],
        [("1", 1, 1), ("清理,\n巡查。", 1, 1), ("市水务局", 1, 1)],
        [("二、下半年", 3, 1)],
        [("2", 1, 1), ("建档。", 1, 1), ("市档案馆", 1, 1)],
    ) == ["重点任务清单", "1 | 清理, 巡查。 | 市水务局 |", "二、下半年 |", "2 | 建档。 | 市档案馆 |"]


def test_a_bar_within_a_cell_parts_nothing() -> None:
    assert grid([("甲|乙", 1, 1), ("丙", 1, 1)]) == ["甲｜乙 | 丙 |"]


def test_a_table_of_one_column_or_round_a_whole_text_lays_out_the_page() -> None:
    assert grid([("第一段。", 1, 1)], [("第二段。", 1, 1)]) == ["第一段。", "第二段。"]
    text = "\n".join(f"第{number}段。" for number in range(20))
    assert grid([("导航", 1, 1), (text, 1, 1)]) == ["导航", *text.split("\n")]


def test_a_cell_that_goes_on_says_what_the_one_above_says() -> None:
    table = Grid()
    for words, goes_on in (("市水务局", False), ("", True)):
        table.start_row()
        table.start_cell()
        table.add("任务")
        table.start_cell(goes_on=goes_on)
        if words:
            table.add(words)
    assert table.lines() == ["任务 | 市水务局 |", "任务 | 市水务局 |"]


def test_a_table_too_large_is_refused() -> None:
    table = Grid()
    with pytest.raises(Refused, match="太大"):
        for _ in range(MAX_CELLS // 100 + 1):
            table.start_row()
            table.start_cell(100)
