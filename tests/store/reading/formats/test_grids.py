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


def next_page(before: list[str], after: list[str]) -> str:
    """Return the first row of a page whose table goes on from the page before."""
    last_row: dict[int, str] = {}
    for row in (before, after):
        table = Grid(last_row=last_row)
        for cells in (["事项", "任务", "单位"], row):
            table.start_row()
            for words in cells:
                table.start_cell()
                for line in words.split("\n"):
                    table.add(line)
        lines = table.lines()
    return lines[-1]


@pytest.mark.parametrize(
    "marked",
    [
        "清河行动（续）",
        "清河行动(续)",
        "清河行动\n（续表）",
        "清河\n行动 ( 续 )",
        "清河行动（接上页）",
        "清河行动（续上表）",
        "（续）",
        "(续表)",
    ],
)
def test_a_cell_that_goes_on_from_the_page_before_says_the_same(marked: str) -> None:
    assert next_page(["清河行动", "清理。", "市水务局"], [marked, "巡查。", "市水务局"]).startswith(
        "清河行动 | 巡查。 | 市水务局"
    )


@pytest.mark.parametrize(
    "other", ["清河行动二期（续）", "清河（续）", "清河行动（续建）", "清河行动（二）", "（续）清河行动"]
)
def test_a_cell_that_says_something_else_stays_as_it_is(other: str) -> None:
    assert next_page(["清河行动", "清理。", "市水务局"], [other, "巡查。", "市水务局"]).startswith(other)


def test_a_mark_without_a_page_before_stays() -> None:
    assert grid(
        [("事项", 1, 1), ("任务", 1, 1), ("单位", 1, 1)], [("（续）", 1, 1), ("清理。", 1, 1), ("局", 1, 1)]
    )[1].startswith("（续）")


def test_joined_cells_go_on_below_a_page_end() -> None:
    last_row = {0: "清河行动", 1: "清理。", 2: "市水务局"}
    table = Grid(last_row=last_row)
    table.start_row()
    for words in ("清河行动（续）", "巡查。", "（续）"):
        table.start_cell()
        table.add(words)
    table.start_row()
    for words, goes_on in (("", True), ("通报。", False), ("", True)):
        table.start_cell(goes_on=goes_on)
        table.add(words)
    assert table.lines() == ["清河行动 | 巡查。 | 市水务局 |", "清河行动 | 通报。 | 市水务局 |"]
