"""Made grids, and what a reader of a file must find of one."""

from dataclasses import replace

from hypothesis import strategies as st

from store.records.tasklist import TaskList
from tests.bench.lists import change_of
from tui.paper import Sheet
from tui.paper.layout import Row, SheetCell, SheetColumn, origins

Found = dict[tuple[int, int], tuple[str, int, int]]
"""Row and column, headings included, to text, rows and columns of the cell that begins there."""

NASTY = st.text(st.sampled_from("任务单位,。“”—·①ab 1.(=+-@<&>\"'|[/]{}_x亓𠮷🙂　"), max_size=24)
FORMULAS = st.sampled_from(
    [
        "=1+1",
        '=HYPERLINK("http://x")',
        "-2+3|cmd",
        "@SUM(A1)",
        "+1",
        "1234567890123456789",
        "_x000D_",
        "<b>&amp;</b>",
        "http://a.b/c",
    ]
)
LONG = (
    st.integers(1, 400)
    .map(lambda count: "推进“一网通办”,加快电子证照共享调用。" * (count // 19 + 1))
    .map(lambda text: text[:400])
)
LINES = st.lists(st.one_of(NASTY, NASTY, FORMULAS, LONG), max_size=3).map(tuple)


@st.composite
def sheets(draw: st.DrawFn, rows: int = 10, rowspan: int = 8) -> Sheet:
    """A sheet with row and column spans, empty cells, long cells and nasty text."""
    width, height = draw(st.integers(2, 5)), draw(st.integers(1, rows))
    grid: list[list[SheetCell | None]] = [[None] * width for _ in range(height)]
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            down = min(draw(st.sampled_from([1, 1, 1, 2, rowspan])), height - row)
            across = 1
            while (
                across < width - column
                and (row, column + across) not in taken
                and draw(st.integers(0, 5)) == 0
            ):
                across += 1
            grid[row][column] = SheetCell(draw(LINES), down, across, strong=draw(st.booleans()))
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
    columns = tuple(
        SheetColumn(f"列{place}", draw(st.integers(1, 3)), draw(st.booleans())) for place in range(width)
    )
    return Sheet(draw(NASTY) or "标题", columns, tuple(map(tuple, grid)), notes=draw(LINES))


def expected(sheet: Sheet) -> Found:
    """What a file of a sheet must hold."""
    return {
        (row, column): ("\n".join(cell.lines), cell.rowspan, cell.colspan)
        for row, column, cell in origins((*sheet.heading, *sheet.rows))
    }


def texts(sheet: Sheet) -> list[list[str]]:
    """What each cell of each row says, lines put together; empty where a joined cell covers."""
    return [["".join(cell.lines) if cell else "" for cell in row] for row in sheet.rows]


def thousand() -> TaskList:
    """A list of 1,000 rows, each with its number in its text."""
    tasks = TaskList()
    tasks.apply(change_of(1000).edits)
    return tasks


def tall(rows: int, lines: int) -> Sheet:
    """A cell of some lines beside many rows of one line."""
    first = SheetCell(tuple(f"单位{number}" for number in range(lines)), rows)
    grid: list[Row] = [(first if row == 0 else None, SheetCell((f"任务{row}",))) for row in range(rows)]
    return Sheet("清单", (SheetColumn("单位", 1, True), SheetColumn("任务", 2, False)), tuple(grid))


def renamed(sheet: Sheet, name: str) -> Sheet:
    """The same sheet under another name."""
    return replace(sheet, name=name)
