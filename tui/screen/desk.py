"""The desk: what an act works with. It holds the list, says things to the clerk, asks, and commits.

An act is a plain class that is given the desk. Its methods are coroutines that ask in order,
`await desk.ask(...)`, and end with `await desk.commit(change)`. `Refused` may be raised anywhere in an act:
the clerk reads its sentence over the foot.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.screen import Screen

from store.file.problems import OpenedReadOnly
from store.file.task_file import TaskFile
from store.history.earlier import Earlier, State
from store.machine.view_state import ViewState
from store.records.changes import Change, History
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.screen.asking import Asking
from tui.screen.commands.command import Pane
from tui.screen.list_panes import ListPanes
from tui.screen.marks import Marks
from tui.screen.panes.matrix import MatrixCell
from tui.screen.panes.roster_place import RosterPlace
from tui.screen.room import Past, Room
from tui.screen.saving import Saver
from tui.screen.saying import Saying, state_of
from tui.screen.standing_basis import StandingBasis, is_of_responsibility
from tui.screen.view_keeping import ViewKeeper
from tui.screen.widgets.row_pane import RowPane

if TYPE_CHECKING:
    from store.acts.preview import ActOnRows, Answers, Preview
    from tui.screen.dialogs.day_and_basis import DayAndBasis


class Desk(Asking):
    """Composes the list, its file, the panes and the standing basis; says, asks and commits."""

    def __init__(
        self,
        screen: Screen[None],
        room: Room,
        file: TaskFile,
        *,
        past: Past | None = None,
        asks_basis: bool = False,
        view: ViewState | None = None,
    ) -> None:
        """Take the screen that dialogs are laid over, what it does for the desk, and the file.

        A past list is looked at only. `asks_basis` says that edits of responsibilities ask for their basis;
        `view` is what this user saw of the file the last time.
        """
        super().__init__(screen)
        self.room = room
        self.past = past
        self.asks_basis = asks_basis
        self.basis = StandingBasis()
        self.saying = Saying()
        self.view = ViewKeeper(screen, file, view)
        self.saver = Saver(screen, file, self.show_state, self.warn)
        self.panes = ListPanes(self.tasks, lambda: self.history, id="panes")
        if not past:
            self.panes.shown.resume(self.view.state.shown)
        self.marks = Marks(self.panes)
        self.panes.watchers.append(self._look_at_cell)
        self._watchers: list[Callable[[Change | None], None]] = []

    # ------------------------------------------------------------------ the list and the cursor

    @property
    def file(self) -> TaskFile:
        """The file of the list."""
        return self.saver.file

    @property
    def state(self) -> State:
        """The list with its changes: of now, or as it was."""
        return self.past.earlier if self.past else self.file

    @property
    def tasks(self) -> TaskList:
        """The list on the screen."""
        return self.state.tasks

    @property
    def history(self) -> History:
        """The changes that made the list, the oldest first."""
        return self.state.history

    @property
    def pane(self) -> Pane:
        """The pane that has the keys."""
        return self.panes.pane

    @property
    def cell(self) -> MatrixCell | None:
        """The cell under the cursor of the list; None in a list without rows."""
        return self.panes.matrix.cell

    @property
    def row(self) -> str | None:
        """The row under the cursor, in the list or in the 方阵; None in a list without rows."""
        return self.panes.row

    def rows_meant(self, at: MatrixCell | None) -> tuple[str, ...]:
        """Return the rows that an act is for: those marked that are shown, else those of a cell."""
        return self.marks.rows or (at.rows if at else ())

    @property
    def roster_place(self) -> RosterPlace | None:
        """The line under the cursor of the roster, whichever pane has the keys."""
        return self.panes.roster.place

    def watch(self, watcher: Callable[[Change | None], None]) -> None:
        """Have each change told once it is taken, before it is drawn; None where the list was opened anew."""
        self._watchers.append(watcher)

    def open_anew(self, file: TaskFile) -> None:
        """Show a file in the place of the one that was open."""
        self.saver.file = file
        self.draw_all()
        self.show_state()

    def draw_all(self) -> None:
        """Draw the list anew, the cursors staying on their lines."""
        self._tell(None)
        self.panes.show(self.tasks)

    def _tell(self, change: Change | None) -> None:
        for watcher in self._watchers:
            watcher(change)

    # ------------------------------------------------------------------ going somewhere

    def go_to_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it; a filter that hides the row goes."""
        self.panes.go_to_row(row, field)

    def go_to_roster(self, record: str) -> None:
        """Bring the cursor to a person or unit."""
        self.panes.go_to_roster(record)

    def go_to_work_point(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node of the tree."""
        self.panes.go_to_work_point(table, key, field)

    def show_new_row(self, row: str) -> None:
        """Bring the cursor to a row that was just made."""
        self.panes.show_new_row(row)

    def look_at(self, earlier: Earlier, moment: str) -> None:
        """Show the list as it was at a moment, on a screen of its own."""
        self.room.look_at(Past(earlier, moment))

    # ------------------------------------------------------------------ running acts

    async def run(self, command_id: str) -> None:
        """Carry out a command, or say why it cannot be used here."""
        await self.room.run_command(command_id)

    def start(self, act: Awaitable[object]) -> None:
        """Carry out an act beside the message that asked for it, so that it may wait for the clerk."""
        self.work.begin()
        self._screen.run_worker(self._carried_out(act))

    async def _carried_out(self, act: Awaitable[object]) -> None:
        try:
            await act
        except Refused as refusal:
            self.warn(str(refusal))
        finally:
            self.work.end()

    # ------------------------------------------------------------------ saying

    def copy_to_clipboard(self, text: str) -> None:
        """Give a text to the terminal's clipboard, where it takes it."""
        self._screen.app.copy_to_clipboard(text)

    def say(self, text: str) -> None:
        """Tell the clerk what an act did."""
        self.saying.say(text)

    def _look_at_cell(self, pane: RowPane) -> None:
        """Show whole what a pane with the keys shows a part of at its cursor."""
        if pane is self.panes.pane_with_keys:
            self.saying.line.look_at(pane.whole_text)

    def warn(self, text: str) -> None:
        """Tell the clerk why an act did nothing."""
        self.saying.say(text, warns=True)

    def show_state(self) -> None:
        """Say of the file what is so now, and of the last change what it did once it is saved."""
        self.saying.show(state_of(self.state, self.saver, self.basis, self.past))

    @property
    def looks_only(self) -> str:
        """The sentence that says why the list is not changed here; empty where it may be."""
        if self.past:
            return self.past.refusal
        return self.file.held_because or str(OpenedReadOnly(self.file.path)) if self.file.read_only else ""

    def may_change(self) -> bool:
        """Return whether the list may be changed; else say why."""
        reason = self.looks_only
        if reason:
            self.warn(reason)
        return not reason

    # ------------------------------------------------------------------ changing

    async def ask_preview(
        self, act: "ActOnRows", answers: "Answers | None" = None, *, may_wait: bool = False
    ) -> "Preview | None":
        """Show what an act on many rows would do, and ask what it must; None where the clerk leaves it."""
        from tui.screen.dialogs.preview_rows import PreviewDialog

        return await self.ask(PreviewDialog(self.tasks, act, answers, may_wait=may_wait))

    async def ask_day_and_basis(self, title: str, *, hint: str = "") -> "DayAndBasis | None":
        """Ask from which day an act is in force, today being proposed, and on what basis."""
        from tui.screen.dialogs.day_and_basis import DayAndBasisDialog

        clock = self.tasks.clock
        return await self.ask(DayAndBasisDialog(title, clock.today(), today=clock.day(), hint=hint))

    async def commit(self, change: Change, said: str = "", *, basis_asked: bool = False) -> Change | None:
        """Give a change its basis, take, draw and save it; return it, or None where nothing was changed.

        `said` is what the clerk reads once it is on the disk, else its title. `basis_asked` says that the act
        has asked for the basis: one left empty is not asked for again.
        """
        if not self.may_change():
            return None
        if not change.edits:
            self.say("没有变化")
            return None
        based = await self._with_basis(change, basis_asked)
        if based is None:
            self.say("已取消，没有改动。")
            return None
        return self._take(based, said)

    async def attempt(self, make: Callable[[], Change], said: str = "") -> Change | None:
        """Commit a change that a rule may refuse in the making; the act goes on, with None, where it does."""
        try:
            change = make()
        except Refused as refusal:
            self.warn(str(refusal))
            return None
        return await self.commit(change, said)

    async def change_text(
        self, title: str, text: str, make: Callable[[str], Change], *, long: bool = False
    ) -> Change | None:
        """Ask for a text that makes a change, and commit it; what a rule refuses is said in the field."""
        given = await self.ask_text(title, text, long=long, check=make)
        return None if given is None else await self.commit(make(given))

    async def preview(
        self, act: "ActOnRows", answers: "Answers | None" = None, *, basis_asked: bool = False
    ) -> Change | None:
        """Show what an act on many rows would do, ask what it must, and commit it."""
        preview = await self.ask_preview(act, answers)
        if preview is None:
            return None
        return await self.commit(preview.change(self.tasks), basis_asked=basis_asked)

    async def _with_basis(self, change: Change, asked: bool) -> Change | None:
        """Return the change with the standing basis, or with the one asked for; None where that is left."""
        if change.undoes or change.redoes or change.basis:
            return change
        if self.basis.stands:
            return self.basis.given_to(change)
        if asked or not self.asks_basis or not is_of_responsibility(change):
            return change
        words = await self.ask_text("这次修改的依据（可不填）")
        return None if words is None else replace(change, basis=words)

    def _take(self, change: Change, said: str = "") -> Change | None:
        """Take, draw and save a change that has its basis; None, with a sentence, where it is refused."""
        try:
            taken = self.file.take(change)
        except Refused as refusal:
            self.warn(str(refusal))
            return None
        self.saying.say_once_saved(taken, said, self.file.left_out)
        self.show_state()
        self.saver.save_soon()
        self._tell(taken)
        self.marks.use(taken.edits)
        self.panes.draw(taken.edits, go=bool(taken.undoes or taken.redoes))
        self.saver.fold_later()
        return taken
