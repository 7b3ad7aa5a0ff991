"""The screen of a list: composes the panes and the desk, and hands to the acts what the clerk wants."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker

from store.file.task_file import TaskFile
from store.machine.settings import Settings
from store.machine.view_state import ViewState
from tui.screen.acts.acts import Acts
from tui.screen.acts.checking import Checking
from tui.screen.commands import bindings, by_id
from tui.screen.commands.command import Pane
from tui.screen.commands.places import why_not_in
from tui.screen.desk import Desk
from tui.screen.looks.themed_app import read_dialogs
from tui.screen.panes.matrix import Matrix
from tui.screen.panes.roster import RosterPane
from tui.screen.panes.work_points import WorkPointsPane
from tui.screen.place_keeping import PlaceKeeper
from tui.screen.room import Past
from tui.screen.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from tui.screen.panes.crossing import CrossingPane

WARM_UP_SECONDS = 0.2
"""After the first frame, when the picker and the editor are made ready for the first letter to come."""

CHECK_SECONDS = 0.3
"""After the first screen, when the list is first checked."""

BACK_UP_AFTER_SECONDS = 1.0
"""From the first frame to the backup that opening makes: the clerk's first keys go before it."""

_WIDE = 120
"""Columns from which on all panes are shown at once."""


class MainScreen(Screen[None]):
    """Data goes down to the panes, messages come up, and the desk commits."""

    AUTO_FOCUS = "#matrix"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(), Binding("escape", "go_back", show=False)]

    @dataclass
    class AnotherWanted(Message):
        """The clerk wants to open another list: the one of a path, else one to be chosen."""

        path: Path | None

    def __init__(
        self,
        file: TaskFile,
        problem: str = "",
        *,
        past: Past | None = None,
        asks_basis: bool = False,
        opens_today: bool = False,
        view: ViewState | None = None,
    ) -> None:
        """Take the file of the list, and a sentence on what was wrong at the start.

        A past list is looked at only. `asks_basis` says that edits of responsibilities ask for their basis,
        `opens_today` that 今日 opens by itself; `view` is what this user saw of the file the last time.
        """
        super().__init__()
        self.desk = Desk(self, self, file, past=past, asks_basis=asks_basis, view=view)
        self.desk.panes.matrix.set_reactive(Matrix.has_focus, True)  # It will; its styles are made once.
        self._opens_today = opens_today
        self._was_seen = False
        self._checking = Checking(self, self.desk)
        self.acts = Acts(self.desk, self._checking)
        self.work = self.desk.work
        self.place_keeper = None if past else PlaceKeeper(self, self.desk.panes, self.desk.view)
        """Keeps where the cursor is; an earlier list is looked at and left."""
        self.set_class(past is not None, "-earlier")
        self._problems = [] if past else [*filter(None, [problem]), *file.notices]
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]
        # Textual sets these at the first resize, which comes after the first frame.
        width, height = self.app.size
        across, down = self.HORIZONTAL_BREAKPOINTS, self.app.VERTICAL_BREAKPOINTS
        self.add_class(*_classes_at(width, across), *_classes_at(height, down), update=False)
        self._first_frame = ExitStack()
        """Holds painting back until the matrix has its size: the first frame is the list, once."""

    def compose(self) -> ComposeResult:
        """The state of the file, the panes, what was done, and the keys; the picker will lie over them."""
        yield self.desk.saying.top
        yield self.desk.panes
        yield Static(id="room_for_said")
        yield self.desk.saying.line
        yield KeyLine()

    # ------------------------------------------------------------------ the first frames

    def on_mount(self) -> None:
        """Put the cursor on the first lead cell, and draw once the list has its size."""
        self._first_frame.enter_context(self.app.batch_update())
        self.desk.show_state()
        self.desk.panes.take_view(self.desk.view.state)
        self.desk.panes.to_pane("matrix")
        self.screen_layout_refresh_signal.subscribe(self, self._draw_first)
        if not self.desk.past:
            self.set_timer(BACK_UP_AFTER_SECONDS, self._back_up)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Have styles made anew where another screen lay over this: the first time they were just made."""
        event.refresh_styles = event.refresh_styles and self._was_seen
        self._was_seen = True

    def _draw_first(self, _: Screen[object]) -> None:
        self.screen_layout_refresh_signal.unsubscribe(self)
        self.desk.panes.show_rows()
        if self.place_keeper:
            self.place_keeper.show_row()
        self._first_frame.close()
        self.call_after_refresh(self._draw_rest)

    async def _draw_rest(self) -> None:
        """After the first frame: the panes beside the list, and the picker for the first letter."""
        desk = self.desk
        read_dialogs(self.app)
        await desk.panes.mount_beside()
        desk.panes.link(desk.panes.pane)
        if self._problems:
            desk.warn(" ".join(self._problems))
        elif not desk.tasks.task_keys:
            desk.say("还没有任务，请按 Ctrl+N 新增事项。")
        self.mount(desk.picker)
        if self.place_keeper and self.place_keeper.is_elsewhere:
            desk.start(self.place_keeper.go_back())
        desk.start(self.acts.beginning.ask(opens_today=self._opens_today))
        self.set_timer(CHECK_SECONDS, self._begin_checking)
        self.set_timer(WARM_UP_SECONDS, self._warm_up)

    def _warm_up(self) -> Worker[None]:
        _ = self.acts.editing
        return self.run_worker(self.desk.mount_editor)  # No coroutine is left over where the screen goes.

    def _begin_checking(self) -> Worker[None]:
        return self.run_worker(self._checking.begin)

    def take_settings(self, settings: Settings) -> None:
        """Have the settings hold from now on that are about a list."""
        self.desk.asks_basis = settings.ask_basis
        self._begin_checking()

    def _back_up(self) -> Worker[None]:
        return self.run_worker(self._backed_up)

    async def _backed_up(self) -> None:
        await self.desk.saver.back_up()
        await self.acts.exchange.tell_of_others()

    def on_unmount(self) -> None:
        """Let painting go on where the screen went before it was drawn."""
        self._first_frame.close()

    def on_key(self) -> None:
        """Put the folding off, as a key came."""
        self.desk.saver.put_off()

    # ------------------------------------------------------------------ commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a command is there: in its panes, and not while the picker or the editor asks."""
        is_asking = self.desk.is_asking
        match action, parameters:
            case "run", (str() as command_id,):
                return not is_asking and self._pane in by_id(command_id).panes
            case "go_back", _:
                leads_back = self.desk.past or self.desk.marks.are_there or self._pane == "ledger"
                return bool(leads_back) and not is_asking
        return True

    async def action_run(self, command_id: str) -> None:
        """Carry out a command, or say why it cannot be used here: the one way that keys, menu and find go."""
        reason = self.why_not(command_id)
        if reason:
            self.desk.warn(reason)
        else:
            self.desk.start(self.acts.named(by_id(command_id).act)())

    async def run_command(self, command_id: str) -> None:
        """Carry out a command that was chosen in a list of them."""
        await self.action_run(command_id)

    def why_not(self, command_id: str) -> str:
        """Return the sentence that says why a command cannot be used here; empty where it can."""
        command, desk = by_id(command_id), self.desk
        if self._pane not in command.panes:
            return why_not_in(command, self._pane)
        reason = desk.looks_only if command.changes else ""
        if reason:
            return reason if desk.past else command.refusal or reason
        is_of_rows = command.in_lists_order and desk.pane == "matrix"
        return desk.panes.shown.refusal if is_of_rows else ""

    @property
    def place(self) -> str:
        """Where the keys go: a pane, or the picker or the editor over it."""
        if self.desk.is_writing:
            return "editor"
        return "picker" if self.desk.is_picking else self._pane

    @property
    def _pane(self) -> Pane:
        return self.desk.panes.place

    def action_go_back(self) -> None:
        """Let the marks go; without any, leave the ledger for the list, an earlier list for that of now."""
        if self.desk.marks.let_go():
            return
        if self._pane == "ledger":
            self.desk.start(self.desk.panes.show_view("list"))
        else:
            self.dismiss()

    def look_at(self, past: Past) -> None:
        """Show the list as it was, on a screen of its own."""
        self.app.push_screen(MainScreen(self.desk.file, past=past, view=self.desk.view.state))

    def open_another(self, path: Path | None = None) -> None:
        """Open the list or notice of a path in the place of this one, else one that is chosen."""
        self.post_message(self.AnotherWanted(path))

    async def leave(self) -> None:
        """Save and leave."""
        await self.app.action_quit()

    # ------------------------------------------------------------------ what the clerk wants at the cursor

    def action_mark_on(self, step: int) -> None:
        """Mark the row above or below as well."""
        self.desk.marks.stretch(step)

    def on_paste(self, event: events.Paste) -> None:
        """What another program gave to the clipboard goes into the cells of the list."""
        if self.desk.panes.matrix.has_focus:
            self.desk.start(self.acts.clipboard.take(event.text))
        elif not self.desk.is_asking:  # What is being written takes it.
            self.desk.warn("粘贴只能在清单的格中，请先到重点任务清单。")

    def on_matrix_activated(self, event: Matrix.Activated) -> None:
        """Change or open a cell of the list or of the ledger."""
        if not self.desk.is_writing:
            self.desk.start(self.acts.editing.open(event.cell, event.typed))

    def on_crossing_pane_turned(self, event: "CrossingPane.Turned") -> None:
        """Put the next sign into a crossing."""
        self.desk.start(self.acts.crossings.turn(event.crossing))

    def on_crossing_pane_activated(self, event: "CrossingPane.Activated") -> None:
        """Go to the cell that a crossing stands for, or change it, or go to the row's card."""
        self.desk.start(self.acts.crossings.open(event.crossing, event.typed))

    async def on_crossing_pane_left(self) -> None:
        """Go back to the list."""
        await self.desk.panes.show_view("list")

    def on_work_points_pane_activated(self, event: WorkPointsPane.Activated) -> None:
        """Edit a node."""
        if self.desk.may_change():
            self.desk.start(self.acts.texts.edit_place(event.place))

    def on_roster_pane_activated(self, event: RosterPane.Activated) -> None:
        """Open the card of a line of the roster, or edit it."""
        self.desk.start(self.acts.roster.open(event.place))


def _classes_at(cells: int, breakpoints: Sequence[tuple[int, str]] | None) -> list[str]:
    """Return the class of the last breakpoint that so many cells reach; none where there are none."""
    return [name for least, name in breakpoints or () if cells >= least][-1:]
