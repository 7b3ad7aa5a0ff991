"""Rows of cells parted by bars, broken over lines or not."""

from store.reading.signs.lines import lines_of
from store.reading.tables.table import read_tables


def rows(text: str) -> list[tuple[str, ...]]:
    tables, _ = read_tables(lines_of(text))
    return [row.cells for table in tables for row in table.rows]


BARS = "序号 | 任务 | 责任单位 |\n"


def test_a_row_broken_over_lines_ends_where_its_cells_are_full() -> None:
    text = BARS + "1 | 清理河道,\n建立台账。 | 市水务局 |\n2 | 巡查。 | 各区 |"
    assert rows(text) == [("1", "清理河道,\n建立台账。", "市水务局"), ("2", "巡查。", "各区")]


def test_a_header_printed_again_and_a_rule_are_no_rows() -> None:
    text = BARS + "|---|---|---|\n1 | 清理。 | 市水务局 |\n" + BARS + "2 | 巡查。 | 各区 |"
    assert rows(text) == [("1", "清理。", "市水务局"), ("2", "巡查。", "各区")]
