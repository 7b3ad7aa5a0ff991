"""The desk: what an act works with. It holds the list, says things to the clerk, asks, and commits.

An act is a plain class that is given the desk. Its methods are coroutines that ask in order, `await desk.ask(...)`,
and end with `await desk.commit(change)`. A rule that refuses (`Refused`) may be raised anywhere in an act: the clerk
reads its sentence in the status line.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from textual.screen import Screen

from store.file.problems import OpenedReadOnly
from store.file.task_file import TaskFile
from store.records.cells import RESPONSIBILITY_FIELDS
from store.records.changes import Change, History
from store.records.tasklist import TaskList
from store.refused import Refused
from tui.screen.commands import Pane
from tui.screen.panes.matrix import MatrixCell
from tui.screen.panes.roster import RosterPlace
from tui.screen.panes.work_points import TreePlace
from tui.terminal.at_work import Work

if TYPE_CHECKING:
    from store.acts.preview import Act, Answers, Preview
    from tui.screen.dialogs.choices import Choice
    from tui.screen.dialogs.day_and_basis import DayAndBasis

_T = TypeVar("_T")

ANY_NAME = "输入汉字、全拼或首字母"
"""What stands in the empty field of a list that is searched by names."""


_BASIS_SHOWN = 18
"""Characters of the basis in the status line, which has more to say."""


class ListView(Protocol):
    """What the desk needs of the screen that shows its list."""

    @property
    def pane(self) -> Pane:
        """The pane that has the keys."""

    @property
    def cell(self) -> MatrixCell | None:
        """The cell under the cursor of the list."""

    @property
    def row_at_cursor(self) -> str | None:
        """The row under the cursor, in whichever view is shown."""

    @property
    def roster_place(self) -> RosterPlace | None:
        """The line under the cursor of the roster."""

    @property
    def tree_place(self) -> TreePlace | None:
        """The node under the cursor of the work points."""

    def draw(self, change: Change) -> None:
        """Draw what a change touched."""

    def draw_all(self) -> None:
        """Draw the list anew."""

    def say(self, text: str, *, warning: bool = False) -> None:
        """Show a sentence in the status line."""

    def say_once_saved(self, text: str) -> None:
        """Show a sentence as soon as all is on the disk."""

    def save_soon(self) -> None:
        """Save what was taken."""

    def fold_later(self) -> None:
        """Fold the journal when no key comes any more."""

    def go_to_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it."""

    def go_to_roster(self, record: str) -> None:
        """Bring the cursor to a person or unit."""

    def go_to_work_point(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node of the tree."""

    def show_new_row(self, row: str) -> None:
        """Bring the cursor to a row that was just made."""

    def look_at(self, earlier: TaskFile, moment: str) -> None:
        """Show the list as it was at a moment, on a screen of its own."""

    async def run_command(self, command_id: str) -> None:
        """Carry out a command, or say why it cannot be used here."""


class Desk:
    """Composes the list, its file, the clerk's standing basis, and the ways to ask and to commit."""

    def __init__(
        self,
        screen: Screen[None],
        view: ListView,
        file: TaskFile,
        *,
        moment: str = "",
        asks_basis: bool = False,
    ) -> None:
        """Take the screen that dialogs are laid over, what shows the list, and the file.

        A moment in words says that the list is as it was then, to be looked at only. `asks_basis` says that an edit
        of a responsibility is asked for its basis.
        """
        self._screen = screen
        self.view = view
        self.file = file
        self.moment = moment
        self.asks_basis = asks_basis
        self.basis = ""
        """The basis that changes are given until the clerk says otherwise; empty for none."""
        self.effective_on: str | None = None
        """The day that changes are in force from until the clerk says otherwise."""
        self.work = Work()
        """The acts that are at work now."""

    @property
    def reasons(self) -> list[str]:
        """The standing basis and its day, in words for the status line."""
        shown = self.basis if len(self.basis) <= _BASIS_SHOWN else self.basis[:_BASIS_SHOWN] + "…"
        reasons = [f"依据:{shown}"] if shown else []
        if self.effective_on:
            reasons.append(f"{self.effective_on} 起生效")
        return reasons

    # ------------------------------------------------------------------ the list and the cursor

    @property
    def tasks(self) -> TaskList:
        """The list on the screen."""
        return self.file.tasks

    @property
    def history(self) -> History:
        """The changes that made the list, the oldest first."""
        return self.file.history

    @property
    def pane(self) -> Pane:
        """The pane that has the keys."""
        return self.view.pane

    @property
    def cell(self) -> MatrixCell | None:
        """The cell under the cursor of the list; None in a list without rows."""
        return self.view.cell

    @property
    def row(self) -> str | None:
        """The row under the cursor, in the list or in the 方阵; None in a list without rows."""
        return self.view.row_at_cursor

    @property
    def roster_place(self) -> RosterPlace | None:
        """The line under the cursor of the roster, whichever pane has the keys."""
        return self.view.roster_place

    @property
    def tree_place(self) -> TreePlace | None:
        """The node under the cursor of the work points, whichever pane has the keys."""
        return self.view.tree_place

    # ------------------------------------------------------------------ going somewhere

    def go_to_row(self, row: str, field: str = "") -> None:
        """Bring the cursor to a row, and to a column of it; a filter that hides the row goes."""
        self.view.go_to_row(row, field)

    def go_to_roster(self, record: str) -> None:
        """Bring the cursor to a person or unit."""
        self.view.go_to_roster(record)

    def go_to_work_point(self, table: str, key: str, field: str) -> None:
        """Bring the cursor to a node of the tree."""
        self.view.go_to_work_point(table, key, field)

    def show_new_row(self, row: str) -> None:
        """Bring the cursor to a row that was just made."""
        self.view.show_new_row(row)

    def look_at(self, earlier: TaskFile, moment: str) -> None:
        """Show the list as it was at a moment, on a screen of its own."""
        self.view.look_at(earlier, moment)

    # ------------------------------------------------------------------ running acts

    async def run(self, command_id: str) -> None:
        """Carry out a command, or say why it cannot be used here."""
        await self.view.run_command(command_id)

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

    def say(self, text: str) -> None:
        """Tell the clerk in the status line what an act did."""
        self.view.say(text)

    def warn(self, text: str) -> None:
        """Tell the clerk in the status line why an act did nothing."""
        self.view.say(text, warning=True)

    @property
    def looks_only(self) -> str:
        """The sentence that says why the list is not changed here; empty where it may be."""
        if self.moment:
            return f"这是 {self.moment} 的清单,只能查看;请按 Esc 返回后再改。"
        return str(OpenedReadOnly(self.file.path)) if self.file.read_only else ""

    def may_change(self, refusal: str = "") -> bool:
        """Return whether the list may be changed; where it may not, say why, in a read-only window by another sentence."""
        reason = self.looks_only
        if reason:
            self.warn(refusal if refusal and not self.moment else reason)
        return not reason

    # ------------------------------------------------------------------ asking

    async def ask(self, dialog: Screen[_T]) -> _T | None:
        """Show a dialog and return what it gives back; None where the clerk leaves it."""
        answered = self._screen.app.push_screen(dialog, wait_for_dismiss=True)
        answered.add_done_callback(lambda _: self.work.begin())
        self.work.end()
        # The dialog sets the answer, also where this act was cancelled meanwhile, as its screen went.
        return await asyncio.shield(answered)

    async def choose(
        self,
        title: str,
        choices: "Sequence[Choice[_T]]",
        *,
        placeholder: str = "",
        nothing: str = "没有符合的。",
        about: str = "",
    ) -> _T | None:
        """Ask for one of some things, found by typing; `about` is a sentence over them."""
        from tui.screen.dialogs.choices import by_names
        from tui.screen.dialogs.choose import ChooseDialog

        dialog = ChooseDialog(
            title, by_names(choices), placeholder=placeholder or ANY_NAME, nothing=nothing, about=about
        )
        return await self.ask(dialog)

    async def ask_text(
        self,
        title: str,
        text: str = "",
        *,
        long: bool = False,
        check: Callable[[str], object] | None = None,
        problem: str = "",
    ) -> str | None:
        """Ask for a text; a check may refuse it with a sentence, which is then said in the field."""
        from tui.screen.dialogs.text import TextDialog

        return await self.ask(TextDialog(title, text, long=long, check=check, problem=problem))

    async def ask_day_and_basis(self, title: str, *, hint: str = "") -> "DayAndBasis | None":
        """Ask from which day an act is in force, today being proposed, and on what basis."""
        from store.words.days import today
        from tui.screen.dialogs.day_and_basis import DayAndBasisDialog

        return await self.ask(DayAndBasisDialog(title, today(), hint=hint))

    async def ask_preview(
        self, act: "Act", answers: "Answers | None" = None, *, may_wait: bool = False
    ) -> "Preview | None":
        """Show what an act on many rows would do, and ask what it must; None where the clerk leaves it."""
        from tui.screen.dialogs.preview_rows import PreviewDialog

        return await self.ask(PreviewDialog(self.tasks, act, answers, may_wait=may_wait))

    # ------------------------------------------------------------------ committing

    async def commit(self, change: Change, said: str = "", *, basis_asked: bool = False) -> Change | None:
        """Give a change its basis, take it, draw it and have it saved; return it, or None where nothing was changed.

        `said` is what the clerk reads once it is on the disk, else its title. An act that has asked for the basis
        says so with `basis_asked`, so that one left empty is not asked for again.
        """
        if not self.may_change():
            return None
        if not change.edits:
            self.say("没有变化")
            return None
        based = await self._with_basis(change, basis_asked)
        if based is None:
            self.say("已取消,没有改动。")
            return None
        return self.take(based, said)

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
        self, act: "Act", answers: "Answers | None" = None, *, basis_asked: bool = False
    ) -> Change | None:
        """Show what an act on many rows would do, ask what it must, and commit it."""
        preview = await self.ask_preview(act, answers)
        if preview is None:
            return None
        return await self.commit(preview.change(self.tasks), basis_asked=basis_asked)

    async def _with_basis(self, change: Change, asked: bool) -> Change | None:
        """Return the change with the standing basis, or with the one that the settings ask for; None where it is left."""
        if change.undoes or change.redoes or change.basis:
            return change
        if self.basis or self.effective_on:
            return replace(change, basis=self.basis, effective_on=change.effective_on or self.effective_on)
        if not self.asks_basis or asked:
            return change
        if not any(edit.field in RESPONSIBILITY_FIELDS for edit in change.edits):
            return change
        basis = await self.ask_text("这次修改的依据(可不填)")
        return None if basis is None else replace(change, basis=basis)

    def take(self, change: Change, said: str = "") -> Change | None:
        """Take a change that has its basis, draw it and have it saved; None, with a sentence, where it is refused."""
        try:
            taken = self.file.take(change)
        except Refused as refusal:
            self.warn(str(refusal))
            return None
        self.view.say_once_saved(said or taken.title)
        self.view.save_soon()
        self.view.draw(taken)
        self.view.fold_later()
        return taken
