"""The application: opens a list, or shows the start screen where there is none."""

import asyncio
import gc
import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.worker import WorkerFailed

from store.file.opened import open_list
from store.file.problems import FileDamaged
from store.file.task_file import TaskFile
from store.machine.settings import Settings, load_settings
from store.machine.view_state import ViewState
from store.machine.whereabouts import recent_lists
from tui.screen.commands.place import HoldsText
from tui.screen.commands.rekeying import choose_keys
from tui.screen.everywhere import HelpfulApp
from tui.screen.looks.themed_app import SHEETS_OF_LIST, depth_of_terminal
from tui.screen.looks.themes import Depth
from tui.screen.looks.tokens import DEFAULT, THEMES
from tui.screen.main_screen import MainScreen
from tui.screen.taking_up import closed, taken_up
from tui.terminal.at_work import Work
from tui.terminal.ending import call_by_signal

if TYPE_CHECKING:
    from tui.screen.dialogs import start
    from tui.screen.opening import Opening

THEME = "YAODIAN_THEME"
"""The variable that says which theme to begin with, whatever the settings say."""

STARTED_SECONDS = 1.0
"""After this the first screen stands, and garbage is looked for again."""


class YaodianApp(HelpfulApp[None]):
    """Yaodian on the screen."""

    TITLE = "要点"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        file: TaskFile | None = None,
        damage: FileDamaged | None = None,
        *,
        wanted: Path | None = None,
        theme: str = DEFAULT,
        depth: Depth = "truecolor",
    ) -> None:
        """Take an open list, or the damage of a list, or nothing.

        `wanted` is a notice that is yet to be read, or an exchange file, of a list that is yet to be found.
        Further a theme, and how many colours the terminal has.
        """
        super().__init__(theme, depth, SHEETS_OF_LIST if file else None)
        self._file = file
        self._damage = damage
        self._wanted = wanted
        self._leaving = False
        self.work = Work()
        """What is at work before there is a screen that counts its own acts."""
        self.problem = ""
        """A sentence for the clerk on what was wrong at the start."""
        self.asks_basis = False
        self.opens_today = True
        """Whether what is to be seen to today opens by itself, once a day."""
        self._settings = Settings()
        self.take_settings(self._settings)

    def take_settings(self, settings: Settings) -> None:
        """Have the settings hold from now on that can."""
        self.set_keymap(choose_keys(settings.keys))
        self.asks_basis = settings.ask_basis
        self.opens_today = settings.today != "never"
        self._settings = settings
        if screen := self._list_screen:
            screen.take_settings(settings)

    @cached_property
    def _opening(self) -> "Opening":
        from tui.screen.opening import Opening

        return Opening(self, self)

    def on_load(self) -> None:
        """Leave the terminal as it was when a signal ends the program."""
        if not self.is_headless:
            call_by_signal(self._end)

    def on_mount(self) -> None:
        """Show what there is to show."""
        self.set_timer(STARTED_SECONDS, _collect_garbage)
        self.call_later(self._begin)

    async def _begin(self) -> None:
        if self._file is not None:  # Waited for a thread, an empty screen would be drawn first.
            self._push_list(self._file, taken_up(self._file, self._settings))
        elif self._damage is not None:
            await self._opening.offer(self._damage)
        elif self._wanted is not None:
            self._opening.begin("open", str(self._wanted))
        else:
            self.show_start()

    def show_start(self, problem: str = "") -> None:
        """Show the start page, over the list where one is open; where it is shown, say what is wrong."""
        from tui.screen.dialogs.start import StartScreen

        if isinstance(self.screen, StartScreen):
            self.screen.refuse(problem)
            return
        there = self.open_path
        recent = [one for one in recent_lists() if one.path != there]
        self.push_screen(StartScreen(recent, problem or self.problem, is_over_list=there is not None))

    async def show_list(self, file: TaskFile, said: str = "") -> None:
        """Show a list in the place of all that is shown, with a sentence on the one before, maybe empty."""
        view = await asyncio.to_thread(taken_up, file, self._settings)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._push_list(file, view, said)

    def _push_list(self, file: TaskFile, view: ViewState, said: str = "") -> None:
        problem = " ".join(filter(None, (said, self.problem)))
        asks, opens = self.asks_basis, self.opens_today
        self.push_screen(MainScreen(file, problem, asks_basis=asks, opens_today=opens, view=view))

    def go_back_to_list(self) -> None:
        """Leave what lies over the list."""
        while not isinstance(self.screen, MainScreen):
            self.pop_screen()

    # ------------------------------------------------------------------ opening

    def on_start_screen_chosen(self, event: "start.StartScreen.Chosen") -> None:
        """Begin with what was chosen on the start page."""
        self._opening.begin(event.act, event.text)

    def on_main_screen_another_wanted(self, event: MainScreen.AnotherWanted) -> None:
        """Open another list in the place of this one, or offer what there is; this one stays until then."""
        if event.path is None:
            self.show_start()
        else:
            self._opening.begin("open", str(event.path))

    # ------------------------------------------------------------------ settings

    def on_settings_dialog_changed(self) -> None:
        """Have what was written hold from now on; the theme of this start stays until another is chosen."""
        before, settings = self._settings, load_settings()
        self.take_settings(settings)
        if settings.theme != before.theme:
            self.theme = settings.theme

    # ------------------------------------------------------------------ leaving

    def action_help_quit(self) -> None:
        """Ctrl+C copies and does not quit; Textual would say so in English."""

    async def action_quit(self) -> None:
        """Save, fold, let the file go, and leave; a text that was typed and not saved is asked about
        first.
        """
        match self.screen:
            case HoldsText() as dialog if dialog.is_changed:
                dialog.action_cancel()
                return
            case MainScreen() as screen if screen.desk.is_writing and screen.desk.editor.is_changed:
                screen.desk.editor.leave()
                return
        self._leave_list()

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
            said = f"{said} {closed(screen.desk.file)}".rstrip()
        self.panic(Text(said))

    def _end(self, exit_code: int) -> None:
        """Close the list as it stands, and leave: there is nobody to ask."""
        screen = self._list_screen
        said = closed(screen.desk.file) if screen else ""
        self.exit(return_code=exit_code, message=Text(said) if said else None)

    @property
    def open_path(self) -> Path | None:
        """The path of the list that is open."""
        screen = self._list_screen
        return screen.desk.file.path if screen else None

    @property
    def _list_screen(self) -> MainScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, MainScreen)), None)

    def _leave_list(self) -> None:
        """Close the list, which may wait for the disk or ask, and end with a sentence, maybe empty."""
        if not self._leaving:
            self._leaving = True
            self.run_worker(self._left())

    async def let_go(self) -> str | None:
        """Close the list that is open; return a sentence to go on with, maybe empty, or None to stay."""
        screen = self._list_screen
        if screen is None:
            return ""
        return await screen.desk.work.waited_for(self._let_go(screen))

    async def _let_go(self, screen: MainScreen) -> str | None:
        from tui.screen.dialogs.progress import LongWork

        said = await screen.acts.file.let_go()
        if said is None:
            return None
        if screen.place_keeper:
            await screen.place_keeper.leave()
        return await LongWork(partial(closed, screen.desk.file)).result(self, "正在并入清单文件") or said

    async def _left(self) -> None:
        try:
            said = await self.let_go()
            if said is not None:
                self.exit(message=Text(said) if said else None)
        finally:
            self._leaving = False


def _collect_garbage() -> None:
    """Where the start put it off, look for garbage again in what is made from now on: the rest stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def app_for(
    path: Path | None, settings: Settings, problem: str = "", depth: Depth = "truecolor"
) -> YaodianApp:
    """Make the app for a list, for a notice to import, or for the start screen.

    A problem with the settings is told to the clerk.
    """
    file = damage = wanted = None
    if path is not None and path.suffix.lower() == ".json":
        try:
            file = open_list(path)
        except FileDamaged as found:
            damage = found
    else:
        wanted = path
    theme = os.environ.get(THEME, settings.theme)
    if theme not in THEMES:
        theme = settings.theme
    app = YaodianApp(file, damage, wanted=wanted, theme=theme, depth=depth)
    app.take_settings(settings)
    app.problem = " ".join(filter(None, (problem, *app.MISFITS)))
    return app


def run(path: Path | None, settings: Settings, problem: str = "") -> int:
    """Open the screen on a list, on a notice to import, or on the start screen; the exit status."""
    app = app_for(path, settings, problem, depth_of_terminal())
    app.run()
    return app.return_code or 0
