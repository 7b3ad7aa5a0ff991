"""Acts on the texts and records of a list: edit, new, delete, move, by where the cursor is."""

from collections.abc import Callable, Sequence

from store.acts.roster import move_person
from store.acts.rows import (
    delete_person,
    delete_rows,
    delete_unit,
    field_text,
    field_value,
    move_item,
    move_row,
    new_item,
    new_person,
    new_row,
    new_unit,
    set_fields,
)
from store.acts.units import move_unit
from store.records.changes import Change
from store.records.describing import field_title
from store.records.fields import is_long
from store.records.notice import Notice, WorkPoint
from store.records.record import Record
from store.records.task import Item
from store.refused import Refused
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.list_screen import ListScreen
from tui.screen.panes.matrix import Matrix, MatrixCell
from tui.screen.panes.roster import RosterPane
from tui.screen.panes.work_points import TreePlace


class RecordActs(ListScreen):
    """What can be done to rows, items, people, units, work points and the notice's head."""

    def edit_field(self, record: Record, field: str, then: Callable[[], None] | None = None) -> None:
        """Ask for a field's new text and save it; lists are edited one a line."""
        from tui.screen.dialogs.text import TextDialog

        text = field_text(self.tasks, record, field)
        dialog = TextDialog(field_title(self.tasks, record, field), text, long=is_long(type(record), field))
        self.app.push_screen(dialog, lambda text: self._edited(record, field, text, then))

    def _edited(self, record: Record, field: str, text: str | None, then: Callable[[], None] | None) -> None:
        if text is not None:
            self.commit(
                set_fields(self.tasks, record, **{field: field_value(self.tasks, record, field, text)})
            )
        if then:
            then()

    def edit_tree_place(self, place: TreePlace) -> None:
        """Edit a field of the notice's head, or the heading and text of a work point."""
        if place.table == "notices":
            self.edit_field(self.tasks.get(Notice, place.key), place.field)
            return
        point = self.tasks.get(WorkPoint, place.key)
        fields = [
            Choice("text", f"正文:{point.text[:30]}"),
            Choice("heading", f"标题:{point.heading}"),
            Choice("number", f"编号:{point.number}"),
        ]
        self._choose_field(f"工作要点 {point.number}{point.heading}", fields, point)

    def _choose_field(self, title: str, fields: Sequence[Choice[str]], record: Record) -> None:
        from tui.screen.dialogs.choose import ChooseDialog

        def chosen(field: str | None) -> None:
            if field:
                self.edit_field(record, field)

        self.app.push_screen(ChooseDialog(title, by_names(fields)), chosen)

    def edit_item_title(self, row: str) -> None:
        """Edit the title of a row's item."""
        self.edit_field(self.tasks.get(Item, self.tasks.task(row).item), "title")

    # ------------------------------------------------------------------ new, delete, move

    def _try(self, make: Callable[[], Change]) -> bool:
        """Commit a change that a rule may refuse."""
        try:
            change = make()
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return False
        return self.commit(change)

    def action_new(self) -> None:
        """A new row under the cursor's, or a new person or unit, by where the cursor is."""
        if isinstance(self.focused, RosterPane):
            place = self.focused.place
            if place and place.kind in ("unit", "office"):
                self._ask_new("新单位的全称", lambda name: new_unit(self.tasks, name), self._show_in_roster)
            else:
                after = place.record if place and place.kind == "person" else None
                self._ask_new(
                    "新成员的姓名", lambda name: new_person(self.tasks, name, after), self._show_in_roster
                )
            return
        cell = self.query_one(Matrix).cell
        if cell is None:
            self.action_new_item()
            return
        change, row = new_row(self.tasks, cell.row)
        if self.commit(change):
            self.show_new_row(row)

    def action_new_item(self) -> None:
        """A new item with one row, after the cursor's item."""
        cell = self.query_one(Matrix).cell
        after = cell.row if cell else None
        self._ask_new("新事项的名称", lambda title: new_item(self.tasks, title, after), self.show_new_row)

    def _ask_new(
        self, title: str, make: Callable[[str], tuple[Change, str]], show: Callable[[str], None]
    ) -> None:
        from tui.screen.dialogs.text import TextDialog

        def given(text: str | None) -> None:
            if text is not None:
                change, key = make(text)
                if self.commit(change):
                    show(key)

        def check(text: str) -> None:
            make(text)

        self.app.push_screen(TextDialog(title, check=check), given)

    def _show_in_roster(self, record: str) -> None:
        self.query_one(RosterPane).show_place(record)

    def action_delete(self) -> None:
        """Take out what the cursor is on; an item in its column goes with its rows."""
        tasks = self.tasks
        if isinstance(self.focused, RosterPane):
            place = self.focused.place
            if place and place.kind == "person":
                self._try(lambda: delete_person(tasks, place.record))
            elif place and place.kind == "unit":
                self._try(lambda: delete_unit(tasks, place.record))
            return
        cell = self.query_one(Matrix).cell
        if cell is not None:
            rows = tasks.task_keys_of(tasks.task(cell.row).item) if cell.field == "item" else (cell.row,)
            self._try(lambda: delete_rows(tasks, rows))

    def action_move_up(self) -> None:
        """Move the row or item up."""
        self._move(-1)

    def action_move_down(self) -> None:
        """Move the row or item down."""
        self._move(1)

    def _move(self, step: int) -> None:
        if isinstance(self.focused, RosterPane):
            self._move_in_roster(step)
            return
        cell: MatrixCell | None = self.query_one(Matrix).cell
        if cell is None:
            return
        item = self.tasks.task(cell.row).item
        self._try(
            lambda: (
                move_item(self.tasks, item, step)
                if cell.field == "item"
                else move_row(self.tasks, cell.row, step)
            )
        )

    def _move_in_roster(self, step: int) -> None:
        """Move a person in rank, or a unit in the units' order; the cursor goes along."""
        place = self.query_one(RosterPane).place
        if place and place.kind in ("person", "unit"):
            move = move_person if place.kind == "person" else move_unit
            if self._try(lambda: move(self.tasks, place.record, step)):
                self._show_in_roster(place.record)
