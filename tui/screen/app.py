"""The application: opens a list, or shows the start screen where there is none."""

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.worker import WorkerFailed

from store.file.opened import open_list
from store.file.problems import FileDamaged
from store.file.task_file import TaskFile
from store.machine.settings import Settings
from store.machine.view_state import ViewState, load_view
from store.machine.whereabouts import documents_folder, file_name, free_path, recent_files, remember
from store.refused import Refused
from tui.screen.main_screen import MainScreen
from tui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from store.file.repair import Source
    from store.reading import Reading
    from store.records.changes import Change
    from tui.screen.dialogs import start


STARTED_SECONDS = 1.0
"""After this the first screen stands, and garbage is looked for again."""


class YaodianApp(TerminalApp[None]):
    """Yaodian on the screen."""

    CSS_PATH = "app.tcss"
    TITLE = "要点"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        file: TaskFile | None = None,
        reading: "tuple[Reading, Path] | None" = None,
        damage: FileDamaged | None = None,
    ) -> None:
        """Take an open list, or a notice that was read and its path, or the damage of a list, or nothing."""
        super().__init__()
        self._file = file
        self._reading = reading
        self._damage = damage
        self._leaving = False
        self.problem = ""
        """A sentence for the clerk on what was wrong at the start."""
        self.asks_basis = False

    def on_mount(self) -> None:
        """Show what there is to show."""
        self.set_timer(STARTED_SECONDS, _collect_garbage)
        self.call_later(self._begin)

    async def _begin(self) -> None:
        if self._file is not None:
            await self._show_list(self._file)
        elif self._reading is not None:
            self._preview(*self._reading)
        elif self._damage is not None:
            self._show_start(str(self._damage))
            await self._offer(self._damage)
        else:
            self._show_start()

    def _show_start(self, problem: str = "") -> None:
        from tui.screen.dialogs.start import StartScreen

        self._leave_screens()
        self.push_screen(StartScreen(recent_files(), problem or self.problem))

    async def _show_list(self, file: TaskFile) -> None:
        view = await asyncio.to_thread(_taken_up, file)
        self._leave_screens()
        self.push_screen(MainScreen(file, self.problem, asks_basis=self.asks_basis, view=view))

    def _leave_screens(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    # ------------------------------------------------------------------ opening

    async def _open(self, make: Callable[[], TaskFile]) -> None:
        """Open or make a list away from the event loop, and show it; a refusal goes back to the start."""
        try:
            await self._show_list(await asyncio.to_thread(make))
        except FileDamaged as damage:
            self._show_start(str(damage))
            await self._offer(damage)
        except Refused as refusal:
            self._show_start(str(refusal))

    async def on_start_screen_chosen(self, event: "start.StartScreen.Chosen") -> None:
        """Begin with what was chosen on the start screen."""
        path = Path(event.text if event.act != "paste" else "").expanduser()
        match event.act:
            case "sample":
                await self._open(make_sample)
            case "new":
                await self._open(lambda: make_new(event.text))
            case "import":
                await self._import(path)
            case "paste":
                await self._read(lambda: read_pasted(event.text), documents_folder() / "粘贴的通知.txt")
            case "open" if path.suffix.lower() != ".json":
                await self._import(path)
            case "open":
                await self._open(lambda: open_list(path))

    async def _offer(self, damage: FileDamaged) -> None:
        """Offer what a damaged list can be restored from."""
        from tui.screen.acts.repairing import good_sources, repair_dialog, restored

        async def chosen(source: "Source | None") -> None:
            if source is not None:
                await self._open(lambda: restored(source, damage.path))

        found = await asyncio.to_thread(good_sources, damage.path)
        if found:
            self.push_screen(repair_dialog(damage, found), chosen)

    async def _import(self, path: Path) -> None:
        from store.reading import read_file

        await self._read(lambda: read_file(path), path)

    async def _read(self, read: "Callable[[], Reading]", path: Path) -> None:
        """Preview what is read, away from the event loop; a refusal goes back to the start screen."""
        try:
            self._preview(await asyncio.to_thread(read), path)
        except Refused as refusal:
            self._show_start(str(refusal))

    def _preview(self, reading: "Reading", path: Path) -> None:
        from store.importing.draft import Draft
        from tui.screen.dialogs.import_preview import ImportPreview

        target = free_path(path.with_suffix(".json"))

        async def answered(change: "Change | None") -> None:
            if change:
                await self._open(lambda: TaskFile.create(target, change))
            elif len(self.screen_stack) == 1:  # Begun with the notice: there is no start screen yet.
                self._show_start()

        self.push_screen(ImportPreview(Draft(reading), str(target)), answered)

    # ------------------------------------------------------------------ leaving

    def action_help_quit(self) -> None:
        """Ctrl+C copies and does not quit; Textual would say so in English."""

    def on_main_screen_list_closed(self) -> None:
        """Close the list and offer another."""
        self._reading = None
        self._leave_list(self._show_start)

    async def action_quit(self) -> None:
        """Save, fold, let the file go, and leave; a text that was typed and not saved is asked about
        first.
        """
        from tui.screen.dialogs.text import TextDialog

        match self.screen:
            case TextDialog() as dialog if dialog.is_changed:
                dialog.action_cancel()
                return
            case MainScreen() as screen if screen.desk.is_writing and screen.desk.editor.is_changed:
                screen.desk.editor.leave()
                return
        self._leave_list(lambda said: self.exit(message=Text(said) if said else None))

    def _handle_exception(self, error: Exception) -> None:
        """Save what was changed, write the trace of an error nobody foresaw to the log, and tell the clerk.

        Textual would print the trace, with what the variables hold.
        """
        from store.machine.mishaps import recorded

        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):  # Acts run in workers.
            error = error.error
        self._return_code = 1
        said = recorded(error)
        if screen := self._list_screen:
            said = f"{said} {_closed(screen.desk.file)}".rstrip()
        self.panic(Text(said))

    @property
    def _list_screen(self) -> MainScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, MainScreen)), None)

    def _leave_list(self, then: Callable[[str], None]) -> None:
        """Close the list, which may wait for the disk or ask, and go on with a sentence, maybe empty."""
        if not self._leaving:
            self._leaving = True
            self.run_worker(self._left(then))

    async def _left(self, then: Callable[[str], None]) -> None:
        try:
            screen = self._list_screen
            said = await _let_go(screen) if screen else ""
            if said is not None:
                then(said)
        finally:
            self._leaving = False


async def _let_go(screen: MainScreen) -> str | None:
    """Close the list of a screen; return a sentence to leave with, maybe empty, or None to stay."""
    desk = screen.desk
    said = await desk.work.waited_for(screen.acts.file.let_go())
    if said is None:
        return None
    return await asyncio.to_thread(_closed, desk.file) or said


def _closed(file: TaskFile) -> str:
    """Close a list; return why it could not be folded: its changes are in the journal all the same."""
    try:
        file.close()
    except Refused as refusal:
        return str(refusal)
    return ""


def _taken_up(file: TaskFile) -> ViewState:
    """Note a list as the one last opened; return what this user saw of it the last time."""
    remember(file.path)
    return load_view(file.file_id, file.path)


def _collect_garbage() -> None:
    """Look for garbage again, in what is made from now on: what the start made stays."""
    gc.freeze()
    gc.enable()


def make_sample() -> TaskFile:
    """Make the sample list, in the documents folder under a free name."""
    from data import SAMPLE_NOTICE, sample_notice
    from store.importing.new_list import import_change
    from store.reading import read_notice

    change = import_change(read_notice(sample_notice(), SAMPLE_NOTICE))
    return TaskFile.create(free_path(documents_folder() / "示例.json"), change)


def make_new(title: str) -> TaskFile:
    """Make a list without rows, in the documents folder under its title."""
    from store.importing.new_list import blank_change

    path = free_path(documents_folder() / f"{file_name(title)}.json")
    return TaskFile.create(path, blank_change(title))


def read_pasted(text: str) -> "Reading":
    """Read a pasted text as a notice."""
    from store.reading import read_notice

    return read_notice(text.encode("utf-8", "replace"), "粘贴的文字", "utf-8")


def app_for(path: Path | None, settings: Settings, problem: str = "") -> YaodianApp:
    """Make the app for a list, for a notice to import, or for the start screen.

    A problem with the settings is told to the clerk.
    """
    file = reading = damage = None
    if path is not None and path.suffix.lower() == ".json":
        try:
            file = open_list(path)
        except FileDamaged as found:
            damage = found
    elif path is not None:
        from store.reading import read_file

        reading = (read_file(path), path)
    app = YaodianApp(file, reading, damage)
    app.set_keymap(settings.keys)
    app.problem, app.asks_basis = problem, settings.ask_basis
    return app


def run(path: Path | None, settings: Settings, problem: str = "") -> int:
    """Open the screen on a list, on a notice to import, or on the start screen; the exit status."""
    app = app_for(path, settings, problem)
    app.run()
    return app.return_code or 0
