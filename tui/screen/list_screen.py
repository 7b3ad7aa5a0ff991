"""What the acts that are not on the desk yet find on the screen: all of it is the desk's."""

from textual.screen import Screen

from store.file.task_file import TaskFile
from store.records.changes import Change
from store.records.tasklist import TaskList
from tui.screen.acts.acts import Acts
from tui.screen.commands import Pane
from tui.screen.desk import Desk


class ListScreen(Screen[None]):
    """Hands on to the desk what such an act asks of the screen."""

    desk: Desk
    acts: Acts

    @property
    def file(self) -> TaskFile:
        """The open file of the list."""
        return self.desk.file

    @property
    def tasks(self) -> TaskList:
        """The list on the screen."""
        return self.desk.tasks

    @property
    def pane(self) -> Pane:
        """The pane that has the keys."""
        return self.desk.pane

    @property
    def row_at_cursor(self) -> str | None:
        """The row that the cursor is on; none in a list without rows."""
        return self.desk.row

    def commit(self, change: Change, said: str = "") -> bool:
        """Commit at once; where the basis is asked for first, say that it is done."""
        desk = self.desk
        if not desk.may_change():
            return False
        if not change.edits:
            desk.say("没有变化")
            return False
        if not (change.undoes or change.redoes or change.basis):
            if desk.basis.stands:
                change = desk.basis.given_to(change)
            elif desk.asks_basis_of(change):
                desk.start(desk.commit(change, said))
                return True
        return desk.take(change, said) is not None

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the clerk in the status line what an act did or why it was refused."""
        (self.desk.warn if warning else self.desk.say)(text)

    def go_to_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row."""
        self.desk.go_to_row(row, field)

    def go_to_roster(self, record: str) -> None:
        """Bring the cursor to a person or unit."""
        self.desk.go_to_roster(record)

    def go_to_work_point(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node of the tree."""
        self.desk.go_to_work_point(table, key, field)

    def show_new_row(self, row: str) -> None:
        """Bring the cursor to a row that was just made."""
        self.desk.show_new_row(row)

    def edit_card_field(self, row: str, field: str) -> None:
        """Edit a field of the card."""
        raise NotImplementedError

    def show_rows_title(self) -> None:
        """Say over the rows what is shown, the count of open findings included."""
        raise NotImplementedError
