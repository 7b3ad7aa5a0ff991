"""Acts on the records of a list, by where the cursor is: new, delete, move."""

from collections.abc import Sequence

from store.acts.roster import delete_person, move_person, new_person
from store.acts.rows import delete_rows, items_emptied, move_items, move_rows, new_item, new_row
from store.acts.units import delete_unit, move_unit, new_unit
from store.records.changes import Change, Edit
from tui.screen.acts.renumbering import RenumberingActs
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.panes.matrix import MatrixCell
from tui.screen.panes.roster_place import RosterPlace


class RecordActs:
    """What can be done to rows, items, people and units."""

    def __init__(self, desk: Desk, numbers: RenumberingActs) -> None:
        """The desk to work on, and what lets numbers run on behind an act."""
        self._desk = desk
        self._numbers = numbers

    # ------------------------------------------------------------------ new

    async def new(self) -> None:
        """Add a row under the cursor's, or a person or unit where the cursor is at the roster."""
        desk = self._desk
        if desk.pane == "roster":
            await self._new_in_roster(desk.roster_place)
        elif desk.cell is None:
            await self.new_item()
        else:
            change, row = new_row(desk.tasks, desk.cell.row)
            if await self._numbers.commit(change):
                desk.show_new_row(row)

    async def _new_in_roster(self, line: RosterPlace | None) -> None:
        if line and line.kind in ("unit", "office"):
            await self._new_unit()
        else:
            above = line.record if line and line.kind == "person" else None
            await self._new_person(above)

    async def _new_unit(self) -> None:
        desk = self._desk

        def make(name: str) -> tuple[Change, str]:
            return new_unit(desk.tasks, name)

        name = await desk.ask_text("新单位的全称", check=make)
        if name is not None:
            change, unit = make(name)
            if await desk.commit(change):
                desk.go_to_roster(unit)

    async def _new_person(self, after: str | None) -> None:
        desk = self._desk

        def make(name: str) -> tuple[Change, str]:
            return new_person(desk.tasks, name, after)

        name = await desk.ask_text("新成员的姓名", check=make)
        if name is not None:
            change, entry = make(name)
            if await desk.commit(change):
                desk.go_to_roster(entry)

    async def new_item(self) -> None:
        """Add an item with one row, after the cursor's item."""
        desk = self._desk
        after = desk.cell.row if desk.cell else None

        def make(title: str) -> tuple[Change, str]:
            return new_item(desk.tasks, title, after)

        title = await desk.ask_text("新事项的名称", check=make)
        if title is not None:
            change, row = make(title)
            if await self._numbers.commit(change):
                desk.show_new_row(row)

    # ------------------------------------------------------------------ delete

    async def delete(self) -> None:
        """Take out what is marked, else what the cursor is on; an item goes with its rows once that is
        answered.
        """
        desk = self._desk
        if desk.pane == "roster":
            await self._delete_in_roster(desk.marks.places)
        elif desk.cell is not None:
            rows = self._rows_meant(desk.cell)
            change = delete_rows(desk.tasks, rows)
            if not items_emptied(desk.tasks, rows) or await self._is_meant(change):
                await self._numbers.commit(change, f"{change.title}，Ctrl+Z 可撤销")

    def _rows_meant(self, cell: MatrixCell) -> Sequence[str]:
        """Return the marked rows; without marks the row of a cell, in the items' column all of the item."""
        if self._desk.marks.rows:
            return self._desk.marks.rows
        return self._desk.tasks.task_keys_of(self._item(cell)) if cell.field == "item" else (cell.row,)

    async def _is_meant(self, change: Change) -> bool:
        """Ask whether an item is to go with its rows."""
        choices = [Choice(True, change.title), Choice(False, "不删除")]
        return await self._desk.choose("事项的任务全部删除，事项也随之删除", choices) is True

    async def _delete_in_roster(self, lines: Sequence[RosterPlace]) -> None:
        desk = self._desk
        edits: list[Edit] = []
        title = ""
        for line in lines:
            if line.kind in ("person", "unit"):
                delete = delete_person if line.kind == "person" else delete_unit
                change = delete(desk.tasks, line.record)
                title = title or change.title
                edits += change.edits
        more = f"等 {len(lines)} 个" if len(lines) > 1 else ""
        if edits:
            await desk.commit(Change(title + more, tuple(edits)))

    # ------------------------------------------------------------------ move

    async def move_up(self) -> None:
        """Move up the row, the item, the person or the unit under the cursor."""
        await self._move(-1)

    async def move_down(self) -> None:
        """Move down the row, the item, the person or the unit under the cursor."""
        await self._move(1)

    async def _move(self, step: int) -> None:
        desk = self._desk
        cell = desk.cell
        if desk.pane == "roster":
            await self._move_in_roster(desk.roster_place, step)
        elif cell is None:
            return
        elif cell.field == "item" and not desk.marks.rows:
            await self._numbers.commit(move_items(desk.tasks, (self._item(cell),), step))
        else:
            await self._numbers.commit(move_rows(desk.tasks, self._rows_meant(cell), step))

    def _item(self, cell: MatrixCell) -> str:
        return self._desk.tasks.task(cell.row).item

    async def _move_in_roster(self, line: RosterPlace | None, step: int) -> None:
        """Move a person in rank, or a unit in the units' order; the cursor goes along."""
        if line is None or line.kind not in ("person", "unit"):
            return
        move = move_person if line.kind == "person" else move_unit
        if await self._desk.commit(move(self._desk.tasks, line.record, step)):
            self._desk.go_to_roster(line.record)
