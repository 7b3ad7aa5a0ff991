"""The settings (F10 设置): by groups, found by typing; what is chosen is written, and holds at once."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from store.machine.entries import Entry, typed
from store.refused import Refused
from tui.screen.commands import by_id
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.choose import ChooseDialog
from tui.screen.dialogs.found_by_typing import FoundByTyping
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.press_key import PressKeyDialog
from tui.screen.dialogs.settings_form import SettingLine, SettingsForm, lines, named, next_choice
from tui.screen.dialogs.settings_text import SettingsTextDialog
from tui.screen.dialogs.text import TextDialog
from tui.screen.dialogs.text_entry import Note, TextAsked
from tui.screen.dialogs.themes import ThemeDialog
from tui.screen.widgets.line import BLANK, Line, Part, Weight, heading, plain, widest
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.line_list import LineList
from tui.screen.widgets.plane import DialogBox
from tui.terminal.ruler import ruler_lines

_AT_NEXT_START = "下次打开时起用。"


class SettingsDialog(FoundByTyping[None]):
    """Writes each choice into the file of this user, and tells that it was written."""

    place = "settings"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", priority=True),
        Binding("right", "turn(1)", priority=True),
        Binding("delete", "to_default", priority=True),
    ]

    class Changed(Message):
        """The file says something else."""

    def __init__(self) -> None:
        """Read the file; Refused where it cannot be read."""
        super().__init__()
        self._form = SettingsForm()
        self._lines = lines(self._form.words)
        self._search = by_names([Choice(line, line.entry.label, named(line)) for line in self._lines])
        self._shown: Sequence[SettingLine | str] = ()
        """The setting on each line, the name of a group over those that follow, or nothing before that."""

    def compose(self) -> ComposeResult:
        """The field, the settings, and what the one under the cursor is for."""
        with DialogBox(classes="dialog wide settings") as box:
            box.plane.show_title("设置")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield LineField(placeholder="输入汉字、全拼或首字母；改了即存", compact=True)
            yield LineList(wraps=False)
            yield Static(id="what")

    def on_mount(self) -> None:
        """Show all there is."""
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits what is typed, the best first."""
        self._find(event.value)

    def _find(self, words: str) -> None:
        found = [choice.value for choice in self._search(words)]
        self._shown = found if words.strip() else _with_headings(found)
        self.lines.show_lines(self._lines_shown())

    def _draw(self) -> None:
        """Draw the same settings with other values, the cursor where it is."""
        self.lines.say_anew(self._lines_shown())

    def _lines_shown(self) -> list[Line]:
        labels = [_label(one) for one in self._shown if isinstance(one, SettingLine)]
        width = min(widest(labels), self.app.size.width * 2 // 5)
        shown = [self._line(one, width) for one in self._shown]
        return shown or [plain("没有符合的。", "dim", is_read_only=True)]

    def _line(self, one: SettingLine | str, width: int) -> Line:
        """Return a heading, or a setting with its value, which is dim where it is the default."""
        if isinstance(one, str):
            return heading(one) if one else BLANK
        label = set_cell_size(_label(one), width)
        weight: Weight = "text" if self._form.is_said(one) else "dim"
        is_under_heading = any(isinstance(other, str) for other in self._shown)
        group = "" if is_under_heading else one.group
        return Line((Part(self._form.shown(one), weight),), (Part(f"  {label}  ", "dim"),), right=group)

    @property
    def _at(self) -> SettingLine | None:
        number = self.lines.cursor
        one = "" if number is None or not self._shown else self._shown[number]
        return one if isinstance(one, SettingLine) else None

    def on_line_list_moved(self) -> None:
        """Say what the setting under the cursor is for."""
        if line := self._at:
            self._say(_what(line))

    def _say(self, words: str, *, warning: bool = False) -> None:
        what = self.query_one("#what", Static)
        what.set_class(warning, "-warning")
        what.update(Content(words))

    # ------------------------------------------------------------------ choosing

    async def action_turn(self, step: int) -> None:
        """Take the next choice."""
        line = self._at
        if line and line.entry.choices:
            await self._write(line, next_choice(line.entry, self._form.value(line), step))
        elif line:
            self._say(f"{line.entry.label}不是几种之一，请按回车改写。", warning=True)

    async def action_to_default(self) -> None:
        """Take the default again."""
        if line := self._at:
            if line.kind == "file":
                self._say("设置文件不能这样清空，请按回车打开它。", warning=True)
            else:
                await self._write(line, None)

    def on_input_submitted(self) -> None:
        """Enter asks for another value."""
        line = self._at
        match line:
            case None:
                return
            case SettingLine(kind="file"):
                self.app.push_screen(SettingsTextDialog(), self._file_written)
            case SettingLine(kind="key"):
                command = by_id(line.name)
                self.app.push_screen(PressKeyDialog(command, self._form.keys), self._pressed)
            case SettingLine(key="theme"):
                self._ask(line, ThemeDialog(line.entry.label, line.entry.choices))
            case _ if line.entry.choices:
                choices = [Choice(value, words) for value, words in line.entry.choices.items()]
                by_eye = "\n".join(ruler_lines()) if line.key == "ambiguous" else ""
                self._ask(line, ChooseDialog(line.entry.label, by_names(choices), about=by_eye))
            case _:
                self._ask_words(line)

    def on_line_list_selected(self) -> None:
        """A click on the cursor asks for another value."""
        self.on_input_submitted()

    def _ask(self, line: SettingLine, dialog: ChooseDialog[Any]) -> None:
        async def answered(value: Any) -> None:
            if value is not None:
                await self._write(line, value)

        self.app.push_screen(dialog, answered)

    def _ask_words(self, line: SettingLine) -> None:
        entry = line.entry

        def note(words: str) -> Note:
            return _note(entry, words)

        def check(words: str) -> None:
            said = note(words)
            if said.warns:
                raise Refused(said.text)

        async def answered(words: str | None) -> None:
            if words is not None:
                await self._write(line, entry.understood(words))

        value = self._form.value(line)
        asked = TextAsked(
            f"{entry.label}：{entry.help}",
            "" if value is None else typed(value),
            is_selected=True,
            saves=True,
            check=check,
            note=note,
        )
        self.app.push_screen(TextDialog.asking(asked), answered)

    async def _pressed(self, keys: Mapping[str, str] | None) -> None:
        """Write the key of a command, and of the one that it changed keys with."""
        for line in self._lines:
            if keys and line.kind == "key" and line.name in keys:
                await self._write(line, keys[line.name])

    # ------------------------------------------------------------------ writing

    async def _write(self, line: SettingLine, value: Any) -> None:
        """Write a value, and say that it holds, or from when on; or why it was not written."""
        try:
            await asyncio.to_thread(self._form.write, line, value)
        except Refused as refusal:
            self._say(str(refusal), warning=True)
            return
        self._draw()
        when = "" if line.entry.at_once else _AT_NEXT_START
        self._say(f"{_what(line)}\n已存：{self._form.shown(line)}。{when}")
        self.post_message(self.Changed())

    def _file_written(self, is_written: bool | None) -> None:
        """Show what stands in the file that was written as text."""
        if is_written:
            self._form.read()
            self._draw()
            self._say("已存。")
            self.post_message(self.Changed())


def _what(line: SettingLine) -> str:
    """Return what a setting is for, what it may be, and what holds where nothing is said."""
    entry = line.entry
    if line.kind == "file":
        return entry.help
    may_be = f"可选：{'、'.join(entry.choices.values())}。" if entry.choices else ""
    return f"{entry.help}。\n{may_be}默认：{entry.shown(None) or '无'}。"


def _label(line: SettingLine) -> str:
    """Return what a setting is called; a rule by its code goes by its title too."""
    return f"{line.entry.label} {line.entry.help}" if line.kind == "rule" else line.entry.label


def _note(entry: Entry, words: str) -> Note:
    """Return what is said of a value while it is typed."""
    try:
        value = entry.understood(words)
    except ValueError:
        return Note(entry.wrong(), warns=True)
    if value is None:
        return Note(f"留空：用默认（{entry.shown(None) or '无'}）")
    return Note("")


def _with_headings(found: Sequence[SettingLine]) -> Sequence[SettingLine | str]:
    """Return settings, and before each group its name."""
    shown: list[SettingLine | str] = []
    group = ""
    for line in found:
        if line.group != group:
            group = line.group
            shown += [""] * bool(shown)
            shown.append(group)
        shown.append(line)
    return shown
