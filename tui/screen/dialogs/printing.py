"""Printing (F9): which sheet, for whom, in which format, to where; under it the sheet, page by page."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.history.earlier import State
from store.history.prints import print_change
from store.machine.whereabouts import file_name, free_path
from store.progress import Progress
from store.records.changes import Change
from store.refused import Refused
from tui.paper import FORMATS, PageSetup, Sheet, write_each, write_sheets
from tui.paper.fonts import face
from tui.paper.job import Job, sheets_for, title_of
from tui.paper.print_form import Name, PrintForm
from tui.paper.printer import Order, Printers, print_file, printers
from tui.paper.setup import saved_page_setup
from tui.paper.sheets.open_rows import open_said
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.progress import LongWork
from tui.screen.dialogs.sheet_preview import SheetPreview
from tui.screen.widgets.line import Line, Part, padded, widest
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox

_FIELDS: tuple[Name, ...] = ("kind", "whom", "format", "target")
_PATH = len(_FIELDS)
_FEWEST_LINES = 6
"""Lines of a sheet that can be read; with fewer it takes the room of the fields."""
_SHEET_ALONE = "-sheet-alone"


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """What became of a print: the sentence, and the change that records it."""

    said: str
    change: Change
    path: Path
    """The file, or the folder of several."""


class PrintDialog(ModalScreen[PrintOutcome | None]):
    """Enter prints what is shown; gives back what became of it."""

    place = "print"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("up", "move(-1)", priority=True),
        Binding("down", "move(1)", priority=True),
        Binding("left", "turn(-1)", priority=True),
        Binding("right", "turn(1)", priority=True),
        Binding("pageup", "page(-1)", priority=True),
        Binding("pagedown", "page(1)", priority=True),
        Binding("f2,f3", "choose", priority=True),
    ]

    def __init__(self, state: State, path: Path, form: PrintForm) -> None:
        """The list, the path of its file, which the names of prints go by, and what is chosen first."""
        super().__init__()
        self._state = state
        self._path = path
        self._form = form
        self._line = 0
        self._busy = False
        self._printing: LongWork[PrintOutcome] | None = None
        self._setup: PageSetup | None = None
        """The page as the settings have it, read once a print."""
        self._printers_known = asyncio.Event()

    def compose(self) -> ComposeResult:
        """The fields, the file, and the sheet."""
        with DialogBox(classes="dialog page print") as box:
            box.plane.show_title("打印")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield LineList(id="fields")
            yield Input(str(self._proposed()), compact=True, select_on_focus=False)
            yield Static(id="refusal")
            yield SheetPreview()

    def on_mount(self) -> None:
        """Show the first choice; read the settings and look for printers meanwhile."""
        self._show_fields()
        self.run_worker(self._know_machine())

    async def _know_machine(self) -> None:
        setup, wrong = await asyncio.to_thread(saved_page_setup)
        self._setup = setup
        self._say(" ".join(wrong))
        self.call_after_refresh(self._preview)
        self._form.know_printers(*await asyncio.to_thread(_machine, setup))
        self._printers_known.set()
        self._show_fields()

    # ------------------------------------------------------------------ choosing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the path ← and → move the caret."""
        return not (action == "turn" and self._line == _PATH)

    def action_move(self, step: int) -> None:
        """To another field; the last is the file."""
        self._give_room_to_sheet(False)
        self._line = max(0, min(self._line + step, _PATH))
        self._show_fields()

    def action_turn(self, step: int) -> None:
        """Choose the next value of the field."""
        if not self._busy:
            name = _FIELDS[self._line]
            self._form.turn(name, step)
            self._show_fields()
            if name in ("kind", "whom"):
                self._preview()

    def action_choose(self) -> None:
        """Find a value of the field by typing: a unit among two hundred."""
        if self._busy:
            return
        if self._line == _PATH:
            self._choose_path()
            return
        name = _FIELDS[self._line]

        def chosen(value: str | None) -> None:
            if value is not None:
                self._form.choose(name, value)
                self._show_fields()
                self._preview()

        field = self._form.fields[name]
        choices = [Choice(value, words, self._form.names(name, value)) for value, words in field.values]
        self.app.push_screen(ChooseDialog(field.label, by_names(choices)), chosen)

    def _choose_path(self) -> None:
        """Choose the folder and name of the file from a list."""
        from tui.screen.dialogs.file_request import FileRequest
        from tui.screen.dialogs.files import FileDialog

        entry = self.query_one(Input)

        def chosen(path: Path | None) -> None:
            if path is not None:
                entry.value = str(path)
                entry.cursor_position = len(entry.value)

        suffixes = (FORMATS[self._form.format].suffix,)
        proposed = Path(entry.value.strip()).expanduser()
        request = FileRequest("打印存到", suffixes, "print", "存到此处", proposed)
        self.app.push_screen(FileDialog(request, self._state.tasks.clock), chosen)

    def _show_fields(self) -> None:
        where = "文件(存到此处,再送打印机)" if self._form.printer is not None else "文件"
        width = widest([self._form.fields[name].label for name in _FIELDS])
        lines = [self._field_line(name, width) for name in _FIELDS]
        lines.append(Line(lead=(Part(where, "dim"),)))
        self.query_one("#fields", LineList).show_lines(lines, self._line)
        entry = self.query_one(Input)
        if self._line != _PATH:
            entry.value = str(self._proposed())

    def _field_line(self, name: Name, width: int) -> Line:
        """Return a field and its value, between arrows where the keys choose another."""
        field = self._form.fields[name]
        left, right = ("◂ ", " ▸") if len(field.values) > 1 else ("  ", "")
        label = Part(f"{padded(field.label, width)}  ", "dim")
        return Line((Part(left, "faint"), Part(field.words), Part(right, "faint")), (label,))

    def _proposed(self) -> Path:
        """A free name beside the list: the list's own, with what the sheet is where it is another."""
        kind, whom = (self._form.fields[name] for name in ("kind", "whom"))
        whose = kind.value in ("unit", "leader") and whom.index and not self._form.a_file_each
        more = "" if kind.value == "list" else f" {whom.words if whose else kind.words}"
        path = self._path
        suffix = "" if self._form.a_file_each else FORMATS[self._form.format].suffix
        return free_path(path.with_name(f"{file_name(f'{path.stem}{more}')}{suffix}"))

    def _preview(self) -> None:
        """Show the sheet, once the page is known."""
        if self._setup is not None:
            self.query_one(SheetPreview).show(partial(self._made_sheets, self._setup))

    def _made_sheets(self, setup: PageSetup) -> tuple[list[Sheet], PageSetup]:
        return sheets_for(self._form.job(), self._state, setup), setup

    async def action_page(self, step: int) -> None:
        """A screenful on, and from the page's end to the next; first, room for a sheet that has none."""
        sheet = self.query_one(SheetPreview)
        if sheet.size.height < _FEWEST_LINES:
            self._give_room_to_sheet(True)
        else:
            await sheet.page(step)

    def _give_room_to_sheet(self, is_given: bool) -> None:
        self.query_one(DialogBox).set_class(is_given, _SHEET_ALONE)

    def on_sheet_preview_missing(self, event: SheetPreview.Missing) -> None:
        """Say why there is no such sheet."""
        self._say(event.because)

    # ------------------------------------------------------------------ printing

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Print in a thread, once it is known which printers there are."""
        if not self._busy:
            self._busy = True
            self.run_worker(self._print(event.value))

    async def _print(self, typed: str) -> None:
        if not self._printers_known.is_set():
            self._say("正在查找打印机…")
            await self._printers_known.wait()
        setup = self._setup or PageSetup()
        target = Path((typed if self._line == _PATH else str(self._proposed())).strip()).expanduser()
        self._printing = LongWork(partial(self._printed, self._form.job(), target, setup))
        self._say("")
        try:
            self.dismiss(await self._printing.result(self.app, "正在生成打印文件"))
        except Refused as refusal:
            self._say(str(refusal))
        finally:
            self._busy, self._printing = False, None

    def _printed(self, job: Job, target: Path, setup: PageSetup, progress: Progress) -> PrintOutcome:
        """Save the file, then hand it to the printer; one that fails leaves the file and a sentence."""
        form = self._form
        sheets = sheets_for(job, self._state, setup)
        files = [target]
        if form.a_file_each:
            files, remarks = write_each(sheets, form.format, target, setup, progress)
        else:
            remarks = write_sheets(sheets, form.format, target, setup, progress)
        title = title_of(job, sheets)
        said = f"已保存到 {target}{f',共 {len(files)} 个文件' if form.a_file_each else ''},请打开后打印。"
        if form.printer is not None:
            said = _sent(
                files,
                Order(form.printer, title=title, raw=form.format == "text" and setup.encoding == "gb18030"),
            )
        state, subjects = self._state, job.subjects or ()
        printed_at = state.tasks.clock.stamp()
        change = print_change(state.history, title, job.kind, subjects, form.format, printed_at)
        return PrintOutcome(" ".join((said, *remarks, *open_said(sheets))), change, target)

    def _say(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    def action_cancel(self) -> None:
        """Call a print off, or leave."""
        if self._printing is not None:
            self._printing.stop()
        else:
            self.dismiss(None)


def _sent(files: Sequence[Path], order: Order) -> str:
    """Hand the files to the printer; what became of them."""
    try:
        answers = [print_file(path, order) for path in files]
    except Refused as refusal:
        return str(refusal)
    return (
        f"{answers[-1]}。"
        if len(answers) == 1
        else f"{len(answers)} 个文件已送去打印,最后一个:{answers[-1]}。"
    )


def _machine(setup: PageSetup) -> tuple[Printers, bool]:
    """Return the printers of this machine, and whether it has Chinese letters for pdf."""
    try:
        face("text", setup.fonts, setup.font_files)
    except Refused:
        return printers(), False
    return printers(), True
