"""Rows of a table flattened to one cell a line."""

from store.reading.signs.lines import lines_of
from store.reading.tables.table import read_tables


def rows(text: str) -> list[tuple[str, ...]]:
    tables, _ = read_tables(lines_of(text))
    return [row.cells for table in tables for row in table.rows]


def test_a_cell_a_line_with_row_numbers() -> None:
    text = "序号\n任务\n牵头单位\n责任单位\n1\n清理河道。\n市水务局\n各区\n2\n巡查。\n市水务局\n市财政局"
    assert rows(text) == [("1", "清理河道。", "市水务局", "各区"), ("2", "巡查。", "市水务局", "市财政局")]


def test_a_cell_a_line_without_numbers_goes_by_width_or_by_owners() -> None:
    head = "事项\n任务\n责任单位\n"
    assert rows(head + "清河\n清理河道。\n市水务局\n建档\n建立台账。\n市档案馆") == [
        ("清河", "清理河道。", "市水务局"),
        ("建档", "建立台账。", "市档案馆"),
    ]
    assert rows(head + "一、清河\n清理河道。\n市水务局、各区\n建立台账。\n市档案馆、各区") == [
        ("一、清河", "清理河道。", "市水务局、各区"),
        ("", "建立台账。", "市档案馆、各区"),
    ]


def test_numbers_that_no_header_word_stands_over() -> None:
    text = "任务\n责任单位\n时限\n1\n清理。\n市水务局\n6月底前\n2\n巡查。\n各区\n9月底前"
    assert rows(text) == [("1", "清理。", "市水务局", "6月底前"), ("2", "巡查。", "各区", "9月底前")]
