"""Acts on the cells of the matrix: the quick edit by the picker, copy, paste, fill down, clear."""

from collections.abc import Sequence
from typing import TypeGuard

from store.acts.assigning import Assignment, assign_leaders, assign_units
from store.acts.rows import row_words
from store.file.task_file import TaskFile
from store.records.cells import CELL_OF, RESPONSIBILITY_FIELDS, CellKind, kind_of
from store.records.changes import Change
from store.records.describing import label
from store.records.values import Mention
from tui.screen.dialogs.picker import Picker, PickRequest
from tui.screen.list_screen import ListScreen
from tui.screen.panes.matrix import Matrix, MatrixCell


class CellActs(ListScreen):
    """What can be done to a responsibility cell; the text cells are the card's."""

    _cell: MatrixCell | None = None
    """The cell that the picker was opened on."""
    _copied: tuple[CellKind | None, tuple[Mention, ...]] | None = None
    """The kind of field that was copied (units or leaders) and its mentions."""

    def __init__(self, file: TaskFile) -> None:
        """The open file of the list; the picker stands ready to be mounted."""
        super().__init__(file)
        self.picker = Picker()
        self.picker.display = False

    @property
    def matrix(self) -> Matrix:
        """The matrix pane."""
        return self.query_one(Matrix)

    def pick(self, cell: MatrixCell, typed: str = "") -> None:
        """Open the picker on a cell, with what was typed as its filter."""
        from tui.screen.dialogs.candidates import leader_candidates, unit_candidates

        self._cell = cell
        candidates = unit_candidates if kind_of(cell.field) == "units" else leader_candidates
        name = label(self.tasks, cell.field)
        joined = len(cell.rows) > 1
        first, last = self.tasks.row_name(cell.rows[0]), self.tasks.row_name(cell.rows[-1])
        request = PickRequest(
            title=f"{first}–{last} 共 {len(cell.rows)} 行 {name}" if joined else f"{first} {name}",
            title_alone=f"{self.tasks.row_name(cell.row)} 仅此行 {name}" if joined else "",
            candidates=candidates(self.tasks),
            current=getattr(self.tasks.task(cell.row), cell.field),
            preview=lambda mentions, alone: self._preview(cell, mentions, alone),
        )
        self.picker.open(request, typed)

    def _assignment(self, cell: MatrixCell, mentions: Sequence[Mention], rows: Sequence[str]) -> Assignment:
        responsibility = CELL_OF[cell.field]
        assign = assign_units if responsibility.kind == "units" else assign_leaders
        return assign(self.tasks, rows, responsibility.side, mentions)

    def _preview(self, cell: MatrixCell, mentions: Sequence[Mention], alone: bool) -> str:
        """In words, what a choice would do: the new cell, and the leaders that follow or why they stay."""
        assignment = self._assignment(cell, mentions, (cell.row,) if alone else cell.rows)
        if not assignment.edits:
            return "没有变化"
        before = _words(getattr(self.tasks.task(cell.row), cell.field))
        return f"{before} → {_words(mentions)}" + followed(assignment, "\n")

    def on_picker_picked(self, event: Picker.Picked) -> None:
        """Assign what was picked and move on to the next row."""
        cell = self._cell
        self.focus_cells()
        if cell is not None:
            rows = (cell.row,) if event.alone else cell.rows
            self._assign(cell, event.mentions, rows)
            self.focus_cells(step=True)

    def on_picker_closed(self) -> None:
        """Go back to the cell."""
        self.focus_cells()

    def focus_cells(self, *, step: bool = False) -> None:
        """Give the keys back to the rows; a step on where a choice was made."""
        self.matrix.focus()
        if step:
            self.matrix.action_step(1, 0)

    @property
    def row_at_cursor(self) -> str | None:
        """The row that the cursor is on; none in a list without rows."""
        return self.matrix.cell.row if self.matrix.cell else None

    def _assign(self, cell: MatrixCell, mentions: Sequence[Mention], rows: Sequence[str]) -> None:
        assignment = self._assignment(cell, mentions, rows)
        before = _words(getattr(self.tasks.task(rows[0]), cell.field))
        title = f"{row_words(self.tasks, rows)}{label(self.tasks, cell.field)}:{before} → {_words(mentions)}"
        self.commit(Change(title, assignment.edits), said=title + followed(assignment, ";"))

    # ------------------------------------------------------------------ as in a table

    def _responsibility_cell(self) -> MatrixCell | None:
        cell = self.matrix.cell
        if self.matrix.has_focus and _is_responsibility(cell):
            return cell
        self.say("请把光标移到牵头、责任单位或分管领导的格中再试。", warning=True)
        return None

    def action_copy(self) -> None:
        """Copy the units or leaders of the cell; the text goes to the terminal's clipboard too where it takes it."""
        cell = self.matrix.cell
        if cell is None:
            return
        from tui.screen.panes.matrix_layout import cell_text

        text = cell_text(self.tasks, cell.row, cell.field)
        if _is_responsibility(cell):
            self._copied = (kind_of(cell.field), getattr(self.tasks.task(cell.row), cell.field))
            text = _words(self._copied[1])
        self.app.copy_to_clipboard(text)
        self.say(f"已复制:{text[:40]}")

    def action_paste(self) -> None:
        """Put the copied units or leaders into the cell."""
        cell = self._responsibility_cell()
        if cell is None:
            return
        if self._copied is None:
            self.say("还没有复制内容。请先在一格上按 Ctrl+C。", warning=True)
        elif self._copied[0] != kind_of(cell.field):
            self.say("单位和领导不能互相粘贴,请粘贴到同类的栏。", warning=True)
        else:
            self._assign(cell, self._copied[1], cell.rows)

    def action_fill_down(self) -> None:
        """Give the cell what the row above has in the same column."""
        cell = self._responsibility_cell()
        if cell is None:
            return
        above = self.tasks.task_keys.index(cell.rows[0]) - 1
        if above < 0:
            self.say("已是第一行,上面没有可填充的内容。", warning=True)
        else:
            self._assign(cell, getattr(self.tasks.task(self.tasks.task_keys[above]), cell.field), cell.rows)

    def action_clear(self) -> None:
        """Empty the cell; a side without units has no leaders either."""
        cell = self._responsibility_cell()
        if cell is not None:
            self._assign(cell, (), cell.rows)


def _is_responsibility(cell: MatrixCell | None) -> TypeGuard[MatrixCell]:
    return cell is not None and cell.field in RESPONSIBILITY_FIELDS


def _words(mentions: Sequence[Mention]) -> str:
    return " ".join(mention.wording for mention in mentions) or "(空)"


def followed(assignment: Assignment, gap: str) -> str:
    """The leaders that follow, or the units that keep them from following, in words."""
    if assignment.open_units:
        return f"{gap}{'、'.join(assignment.open_units)}的分管领导未定,分管领导不变"
    if assignment.followed:
        return f"{gap}分管领导 {_words(assignment.followed)}"
    return ""
