"""Printing (F9): which sheet, for whom, in which format, to where; under it the sheet, page by page."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.history.earlier import State
from store.machine.whereabouts import file_name, free_path
from store.refused import Refused
from tui.paper import FORMATS, PageSetup, Sheet, better_name
from tui.paper.carrying_out import PrintOutcome, carried_out, known_of_letters, known_of_machine
from tui.paper.form_field import FormField
from tui.paper.kinds import KINDS
from tui.paper.making import SheetsMade
from tui.paper.page_form import PAGE_FIELDS, PageName
from tui.paper.print_form import Name, PrintForm
from tui.paper.setup import saved_page_setup
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.print_fields import field_line
from tui.screen.dialogs.progress import LongWork
from tui.screen.dialogs.sheet_preview import SheetPreview
from tui.screen.widgets.line import Line, Part, widest
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox

_FIELDS: tuple[Name, ...] = ("kind", "whom", "format", "target")
_PATH = len(_FIELDS)
"""The line of the file, after those of the print."""
_FEWEST_LINES = 6
"""Lines of a sheet that can be read; with fewer it takes the room of the fields."""
_SHEET_ALONE = "-sheet-alone"


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
        Binding("f6", "turn_group", priority=True),
        Binding("ctrl+s", "keep", priority=True),
    ]

    def __init__(self, state: State, path: Path, form: PrintForm) -> None:
        """The list, the path of its file, which the names of prints go by, and what is chosen first."""
        super().__init__()
        self._state = state
        self._path = path
        self._form = form
        self._line = 0
        self._busy = False
        self._sheets = SheetsMade(state)
        self._printing: LongWork[PrintOutcome] | None = None
        self._settings_known = False
        """The settings are read once a print."""
        self._is_page_shown = False
        """The fields are those of the page, not those of the print."""
        self._asked_about = ""
        """A path whose name promises another format, that the clerk was asked about."""
        self._printers_known = asyncio.Event()

    def compose(self) -> ComposeResult:
        """The fields, the file, and the sheet."""
        with DialogBox(classes="dialog page print") as box:
            box.plane.show_title("打印")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield LineList(id="fields")
            yield LineField(str(self._proposed()), compact=True, select_on_focus=False)
            yield Static(id="refusal")
            yield SheetPreview()

    def on_mount(self) -> None:
        """Show the first choice; read the settings and look for printers meanwhile."""
        self._show_fields()
        self.run_worker(self._know_machine())

    async def _know_machine(self) -> None:
        setup, wrong = await asyncio.to_thread(saved_page_setup)
        self._form.page.take_settings(setup)
        self._settings_known = True
        self._say(" ".join(wrong))
        self.call_after_refresh(self._preview)
        self._form.know_printers(*await asyncio.to_thread(known_of_machine, setup))
        self._printers_known.set()
        self._show_fields()
        self._form.know_letters(await asyncio.to_thread(known_of_letters, setup))
        self._say(" ".join((*wrong, *self._form.said())))

    # ------------------------------------------------------------------ choosing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the path ← and → move the caret."""
        return not (action == "turn" and self._is_on_path)

    @property
    def _is_on_path(self) -> bool:
        return not self._is_page_shown and self._line == _PATH

    def action_turn_group(self) -> None:
        """Show the fields of the page, or those of the print again."""
        self._give_room_to_sheet(False)
        self._is_page_shown = not self._is_page_shown
        self._line = 0
        self._show_fields()

    def action_move(self, step: int) -> None:
        """To another field; the last of the print is the file."""
        self._give_room_to_sheet(False)
        last = len(PAGE_FIELDS) - 1 if self._is_page_shown else _PATH
        self._line = max(0, min(self._line + step, last))
        self._show_fields()

    def _field(self) -> FormField:
        """Return the field under the cursor."""
        if self._is_page_shown:
            return self._page_field(PAGE_FIELDS[self._line])
        return self._form.fields[_FIELDS[self._line]]

    def _page_field(self, name: PageName) -> FormField:
        return self._form.page.field(self._form.kind, name)

    def _take(self, value: str) -> None:
        """Take a value of the field under the cursor, and show what it makes."""
        if self._is_page_shown:
            self._form.page.choose(self._form.kind, PAGE_FIELDS[self._line], value)
        else:
            self._form.choose(_FIELDS[self._line], value)
        self._show_fields()
        self._say(" ".join(self._form.said()))
        self._preview()

    def action_keep(self) -> None:
        """Keep what is chosen as a template of the list."""
        if not self._busy:
            self.run_worker(self._keep())

    async def _keep(self) -> None:
        from tui.screen.dialogs.keeping_template import kept_as_template

        said = await kept_as_template(self.app, self._form)
        self._show_fields()
        self._say(said)

    def action_turn(self, step: int) -> None:
        """Choose the next value of the field."""
        if not self._busy:
            self._take(self._field().turned(step).value)

    def action_choose(self) -> None:
        """Find a value of the field by typing: a unit among two hundred."""
        if self._busy:
            return
        if self._is_on_path:
            self._choose_path()
            return

        def chosen(value: str | None) -> None:
            if value is not None:
                self._take(value)

        field = self._field()
        choices = [Choice(value, words, self._names(value, words)) for value, words in field.values]
        self.app.push_screen(ChooseDialog(field.label, by_names(choices)), chosen)

    def _names(self, value: str, words: str) -> tuple[str, ...]:
        """Return what a value of the field under the cursor is found by."""
        return (words,) if self._is_page_shown else self._form.names(_FIELDS[self._line], value)

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
        fields = [self._form.fields[name] for name in _FIELDS]
        if self._is_page_shown:
            fields = [self._page_field(name) for name in PAGE_FIELDS]
        width = widest([field.label for field in fields])
        lines = [field_line(field, width) for field in fields]
        if not self._is_page_shown:
            where = "文件（存到此处，再送打印机）" if self._form.printer is not None else "文件"
            lines.append(Line(lead=(Part(where, "dim"),)))
        self.query_one("#fields", LineList).show_lines(lines, self._line)
        if not self._is_on_path:
            self.query_one(Input).value = str(self._proposed())

    def _proposed(self) -> Path:
        """A free name beside the list: the list's own, with what the sheet is where it is another."""
        kind, whom = (self._form.fields[name] for name in ("kind", "whom"))
        whose = KINDS[kind.value].of_each and whom.index and not self._form.a_file_each
        more = "" if kind.value == "list" else f" {whom.words if whose else kind.words}"
        path = self._path
        suffix = "" if self._form.a_file_each else FORMATS[self._form.format].suffix
        return free_path(path.with_name(f"{file_name(f'{path.stem}{more}')}{suffix}"))

    def _preview(self) -> None:
        """Show the sheet, once the page is known."""
        if self._settings_known:
            self.query_one(SheetPreview).show(self._made_sheets)

    def _made_sheets(self) -> tuple[Sequence[Sheet], PageSetup]:
        job = self._form.job()
        page = self._form.page.page(job.kind)
        return self._sheets.of(job, page), page

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
        words = typed if self._is_on_path else str(self._proposed())
        target = Path(words.strip()).expanduser()
        if not self._may_be_called(target):
            self._busy = False
            return
        form = self._form
        try:
            job = form.job()
            page = form.page.page(job.kind)
            self._printing = LongWork(partial(carried_out, form, job, self._state, target, page))
            self._say("")
            self.dismiss(await self._printing.result(self.app, "正在生成打印文件"))
        except Refused as refusal:
            self._say(str(refusal))
        finally:
            self._busy, self._printing = False, None

    def _may_be_called(self, target: Path) -> bool:
        """Return whether a file may have its name; one that promises another format is asked about once."""
        made = FORMATS[self._form.format]
        better = "" if self._form.a_file_each else better_name(target, made.name)
        if not better or str(target) == self._asked_about:
            return True
        self._asked_about = str(target)
        self._say(f"“{target.name}”不像 {made.name} 文件的名字，宜改为 {better}；照原样存请再按 Enter。")
        return False

    def _say(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    def action_cancel(self) -> None:
        """Call a print off, or leave."""
        if self._printing is not None:
            self._printing.stop()
        else:
            self.dismiss(None)
