"""Tables of pages and documents as lines: what a cell joined over several rows says holds for each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from store.refused import Refused

MAX_CELLS = 200_000
"""Cells of one table, joined ones counted as often as they print; more are refused."""
MAX_SPAN = 1_000
"""Rows that one cell can cover."""
_MAX_COLUMNS = 100
_PARAGRAPHS = 15


@dataclass(slots=True)
class Grid:
    """A table while it is being read, cell after cell."""

    _rows: list[dict[int, str]] = field(default_factory=list)
    _joined: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Column to how many more rows a cell from above covers, and its words."""
    _place: tuple[int, int, int] | None = None
    _words: list[str] = field(default_factory=list)
    _outside: list[str] = field(default_factory=list)
    _goes_on: bool = False
    _cells: int = 0
    _is_layout: bool = False

    def start_row(self) -> None:
        """Begin a row; the cells joined from above take their places in it."""
        self.end_cell()
        self._joined = (
            {column: (left - 1, words) for column, (left, words) in self._joined.items() if left > 1}
            if self._rows
            else {}
        )
        self._rows.append({column: words for column, (_, words) in self._joined.items()})
        self._cells += len(self._joined)

    def start_cell(self, columns: int = 1, rows: int = 1, goes_on: bool = False) -> None:
        """Begin a cell that covers some columns and rows, or goes on with the one above it and says the same."""
        self.end_cell()
        if not self._rows:
            self.start_row()
        row, column = self._rows[-1], 0
        while column in row:
            column += 1
        columns, rows = min(max(columns, 1), _MAX_COLUMNS), min(max(rows, 1), MAX_SPAN)
        self._cells += columns
        if self._cells > MAX_CELLS or column > MAX_SPAN:
            raise Refused("文件中的表格太大,不像一份清单。请只留下清单的表格,另存后再导入。")
        for covered in range(column, column + columns):
            row[covered] = ""
        self._place = (column, columns, rows)
        self._goes_on = goes_on

    def add(self, words: str) -> None:
        """Words of the cell begun last; words beside all cells stand before the table."""
        (self._words if self._place else self._outside).append(words.replace("|", "｜"))

    def add_table(self, lines: Sequence[str]) -> None:
        """The lines of a table within a cell: this one then only lays out the page."""
        self._is_layout = True
        (self._words if self._place else self._outside).extend(lines)

    def end_cell(self) -> None:
        """End the cell begun last."""
        if self._place is None:
            return
        column, columns, rows = self._place
        words = "\n".join(self._words)
        if self._goes_on and not words and len(self._rows) > 1:
            words = self._rows[-2].get(column, "")
        self._rows[-1][column] = words
        if rows > 1:
            self._joined |= {
                covered: (rows, self._rows[-1].get(covered, ""))
                for covered in range(column, column + columns)
            }
        self._words.clear()
        self._place = None

    def lines(self) -> list[str]:
        """A line a row, each cell closed by a bar; plain text where one cell is all of the first row or of every row."""
        self.end_cell()
        width = max((max(row, default=-1) + 1 for row in self._rows), default=0)
        if width * len(self._rows) > 2 * MAX_CELLS:
            raise Refused("文件中的表格太大,不像一份清单。请只留下清单的表格,另存后再导入。")
        lines = list(self._outside)
        has_rows = False
        for row in self._rows:
            filled = [cell for cell in row.values() if cell]
            alone = len(filled) == 1 and len(row) == width
            if self._is_layout or width == 1 or (alone and not has_rows) or any(map(_is_page, filled)):
                lines += [line for cell in filled for line in cell.split("\n")]
            elif alone:
                lines.append(filled[0].replace("\n", " ") + " |")
            elif filled:
                has_rows = True
                lines.append(
                    "".join(f"{row.get(column, '')} | " for column in range(width)).replace("\n", " ").strip()
                )
        return lines


def _is_page(cell: str) -> bool:
    """Whether a cell holds a whole text: the table around it only lays out the page."""
    return cell.count("\n") >= _PARAGRAPHS
