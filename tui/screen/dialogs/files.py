"""Choosing a file: folders, lists and notices with title and day, found by typing, by a path too."""

from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker

from store.machine.clock import SYSTEM_CLOCK, Clock
from store.machine.folders import (
    entries,
    is_path,
    kind_of,
    last_folder,
    parted,
    path_of,
    places,
    remember_folder,
)
from store.machine.whereabouts import documents_folder
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.cutting import cut_before
from tui.screen.dialogs.file_lines import (
    FileLine,
    FolderLines,
    beginning_with,
    common_beginning,
    name_width_of,
    title_in,
)
from tui.screen.dialogs.file_request import HINT, FileRequest
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.slow_disk import SlowDisk
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox
from tui.terminal.aside import aside
from tui.terminal.at_work import Work


class FileDialog(FoundByTyping[Path]):
    """Gives back the path of a file, or none when left; folders are read beside the keys."""

    place = "files"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", priority=True),
        Binding("left,backspace", "go_up", priority=True),
    ]

    def __init__(self, request: FileRequest, clock: Clock = SYSTEM_CLOCK) -> None:
        """Take what is asked for, and the clock that says which day is today."""
        super().__init__()
        self.work = Work()
        self._disk = SlowDisk(self, self.work, self._say)
        self._request = request
        self._today = clock.day()
        self._origin = Path.home()
        """The folder that was gone to, from which a path is typed."""
        self._folder = FolderLines(Path.home())
        """The folder that is shown: where a path is typed, the one that it leads to."""
        self._asked: Path | None = None
        self._shown: list[FileLine] = []
        self._is_in_list = request.proposed is None
        """The arrows have come to the list: in saving, Enter means the name until then."""

    def compose(self) -> ComposeResult:
        """The folder, the field, the files."""
        with DialogBox(classes="dialog files") as box:
            box.plane.show_title(self._request.title)
            box.plane.show_keys(foot_of(self, {"enter": self._request.takes}))
            yield said_under_title(self)
            yield Static(id="folder")
            yield LineField(self._request.typed_first, placeholder=HINT, compact=True, select_on_focus=False)
            yield LineList(wraps=False)
            yield Static(Content(self._request.problem), id="refusal")

    def on_mount(self) -> None:
        """Begin in the folder of the last time."""
        self._to_field()
        self._disk.start(self._begin())

    async def _begin(self) -> None:
        proposed = self._request.proposed
        folders = await aside(lambda: (last_folder(self._request.purpose), documents_folder()))
        known, documents = folders
        self._origin = proposed.parent if proposed else known or documents
        self._beside(self._find_places, "places")
        if not await self._go(self._folder_typed):
            self._origin = documents
            await self._go(documents)

    def _beside(self, look: Callable[[], Coroutine[None, None, None]], group: str) -> Worker[None]:
        """Look for something that no key waits for; begun anew, it leaves what it began before."""
        return self.run_worker(look, group=group, exclusive=True)

    async def _find_places(self) -> None:
        found = await aside(places)
        self._folder.places = found
        self._show(keeping=True)

    # ------------------------------------------------------------------ folders

    async def _go(self, folder: Path, came_from: Path | None = None) -> bool:
        """Show a folder; return whether it could be read. Of several asked for the last is shown."""
        self._asked = folder
        try:
            found = await self._disk.patiently(lambda: entries(folder, self._request.suffixes))
        except Refused as refusal:
            if self._asked == folder:
                self._say(str(refusal))
            return False
        if self._asked == folder:
            self._folder.show(folder, found)
            self._say(self._request.problem if came_from is None and folder == self._origin else "")
            self._show()
            self._stand_on(came_from)
            self._beside(self._read_titles, "titles")
        return True

    async def _read_titles(self) -> None:
        """Read the titles one after the other."""
        for path in self._folder.untitled():
            self._folder.titles[path] = await aside(partial(title_in, path))
            self._show(keeping=True)

    # ------------------------------------------------------------------ what is shown

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value.strip()

    def _show(self, *, keeping: bool = False) -> None:
        """Show what fits what is typed; the cursor on the first file, or where it was."""
        here = self._line if keeping else None
        self._shown = self._folder.lines(self._typed, is_saving=self._request.is_saving)
        self._show_folder()
        self._draw()
        self._stand_on(here.entry.path if here else None)

    def _show_folder(self) -> None:
        line = self.query_one("#folder", Static)
        line.update(Content(cut_before(clean_line(str(self._folder.path)), line.size.width, cell_len)))

    def _draw(self) -> None:
        files = self.query_one(LineList)
        width = files.size.width
        name_width = name_width_of(self._shown, width)
        files.show(len(self._shown), lambda row: self._shown[row].line(name_width, self._today))

    def _stand_on(self, path: Path | None) -> None:
        """Bring the cursor to a path, else to the first file where nothing is typed."""
        paths = [line.entry.path for line in self._shown]
        if path in paths:
            self.query_one(LineList).move_to(paths.index(path))
        elif not self._typed and not self._request.is_saving:
            files = (row for row, line in enumerate(self._shown) if not line.entry.is_folder)
            self.query_one(LineList).move_to(next(files, 0))

    @property
    def _line(self) -> FileLine | None:
        cursor = self.query_one(LineList).cursor
        return self._shown[cursor] if cursor is not None and cursor < len(self._shown) else None

    def _say(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    def on_resize(self) -> None:
        """Draw the lines in the new width, the cursor staying."""
        self.call_after_refresh(self._show, keeping=True)

    # ------------------------------------------------------------------ typing and moving

    def on_input_changed(self) -> None:
        """Find by what is typed; of a path, show the folder that it leads to."""
        self._say("")
        self._to_field()
        if self._folder_typed != self._asked:
            self._disk.start(self._go(self._folder_typed))
        self._show()

    @property
    def _folder_typed(self) -> Path:
        """The folder that a path leads to which is typed; else the one that was gone to."""
        typed = self._typed
        return path_of(parted(typed)[0], self._origin) if is_path(typed) else self._origin

    def action_move(self, step: int) -> None:
        """Move in the list; the first arrow only comes to it, where something is to be saved."""
        if self._is_in_list:
            super().action_move(step)
        self._is_in_list = True
        self._mark_cursor()

    def action_page(self, pages: int) -> None:
        """Move a page on in the list."""
        self._is_in_list = True
        self._mark_cursor()
        super().action_page(pages)

    def _to_field(self) -> None:
        """Enter means what is typed again, where something is to be saved."""
        self._is_in_list = not self._request.is_saving
        self._mark_cursor()

    def _mark_cursor(self) -> None:
        self.query_one(LineList).set_class(not self._is_in_list, "-quiet")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a field that holds something ← and Backspace are the field's."""
        return not (action == "go_up" and self.query_one(Input).value)

    def action_go_up(self) -> None:
        """Go to the folder that this one is in."""
        self._disk.start(self._into(self._folder.path.parent, self._folder.path))

    async def _into(self, folder: Path, came_from: Path | None = None) -> None:
        """Go to a folder; what was typed to find it has done its work."""
        field = self.query_one(Input)
        if not self._request.is_saving or is_path(field.value):
            with field.prevent(Input.Changed):
                field.value = ""
        self._to_field()
        before, self._origin = self._origin, folder
        if not await self._go(folder, came_from):
            self._origin = before

    def action_complete(self) -> None:
        """Complete what is typed as far as the names that begin with it agree, else to that of the cursor."""
        field = self.query_one(Input)
        folder, part = parted(field.value) if is_path(field.value) else ("", field.value)
        names = [line.entry.completed for line in beginning_with(self._shown, part)]
        common = common_beginning(names) if names else ""
        if len(common) <= len(part) and self._line:
            common = self._line.entry.completed
        if common:
            field.value = folder + common
            field.cursor_position = len(field.value)

    # ------------------------------------------------------------------ taking

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is typed or what the cursor is on."""
        self._disk.start(self._take(event.value.strip()))

    def on_line_list_selected(self) -> None:
        """A click on the line under the cursor takes it."""
        if self._line:
            self._disk.start(self._enter(self._line))

    async def _take(self, typed: str) -> None:
        line = self._line if self._is_in_list else None
        is_saving = self._request.is_saving
        if is_path(typed) or (is_saving and typed and not line):
            target = path_of(typed, self._origin)
            kind = await self._disk.patiently(lambda: kind_of(target))
            if kind == "folder":
                await self._into(target)
                return
            if kind == "file" or is_saving:
                await self._chosen(target)
                return
        if line:
            await self._enter(line)
        elif is_path(typed):
            self._say("没有这个文件，请核对路径。")
        else:
            self._say("请写文件名。" if is_saving else "没有符合的文件，请改输别的字，或按 ← 到上一级找。")

    async def _enter(self, line: FileLine) -> None:
        """Go into a folder; take a file, or its name where something is to be saved."""
        if line.entry.is_folder:
            await self._into(line.entry.path, self._folder.path if line.entry.name == ".." else None)
        elif not self._request.is_saving:
            await self._chosen(line.entry.path)
        else:
            self.query_one(Input).value = line.entry.name

    async def _chosen(self, path: Path) -> None:
        await aside(lambda: remember_folder(self._request.purpose, path.parent))
        self.dismiss(path)
