"""Which lines the rows of a pane take."""

from tui.screen.widgets.row_lines import EvenRows, UnevenRows


def rows_of(*heights: int) -> tuple[UnevenRows, list[int]]:
    """Rows of these heights, and which of them were asked for."""
    asked: list[int] = []

    def lines_of(row: int) -> int:
        asked.append(row)
        return heights[row]

    return UnevenRows(len(heights), lines_of), asked


def test_rows_of_one_line_are_laid_out_from_the_start() -> None:
    rows = EvenRows(10_000)
    rows.extend(to_row=9_999)
    assert (rows.height, rows.complete) == (10_000, True)
    assert rows.span(7) == (7, 1)
    assert rows.row_at(7) == (7, 0)


def test_only_what_is_asked_for_is_laid_out() -> None:
    rows, asked = rows_of(2, 3, 1, 4)
    assert (rows.height, rows.complete, asked) == (0, False, [])
    rows.extend(to_line=3)
    assert (rows.height, rows.laid_out, asked) == (5, 2, [0, 1])
    assert rows.span(2) == (5, 1)
    assert asked == [0, 1, 2]
    rows.extend(seconds=5)
    assert (rows.complete, rows.height) == (True, 10)


def test_each_line_belongs_to_a_row() -> None:
    rows, _ = rows_of(2, 1)
    rows.extend(to_row=1)
    assert [rows.row_at(line) for line in range(rows.height)] == [(0, 0), (0, 1), (1, 0)]
    assert rows.span(1) == (2, 1)


def test_a_row_laid_out_anew_moves_those_below_as_they_are() -> None:
    heights = [1, 1, 1, 1]
    asked: list[int] = []

    def lines_of(row: int) -> int:
        asked.append(row)
        return heights[row]

    rows = UnevenRows(4, lines_of)
    rows.extend(to_row=2)
    heights[1] = 5
    asked.clear()
    rows.lay_out_anew(1, 1)
    assert asked == [1]
    assert [rows.span(row) for row in range(3)] == [(0, 1), (1, 5), (6, 1)]
    rows.lay_out_anew(3, 1)
    assert (asked, rows.laid_out) == ([1], 3)


def test_rows_that_are_not_laid_out_yet_are_laid_out_anew_when_they_come() -> None:
    rows, asked = rows_of(1, 2, 3)
    rows.extend(to_row=0)
    rows.lay_out_anew(0, 3)
    assert asked == [0, 0]
    assert rows.span(2) == (3, 3)
