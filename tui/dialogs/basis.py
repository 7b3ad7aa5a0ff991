"""The standing basis (依据): what all changes of this sitting stand on, and the day they are in force from."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.cleaning import clean_line
from store.dates import day_named
from store.model import Refused


@dataclass(frozen=True, slots=True)
class Basis:
    """Words, empty for none, and an ISO day, or none."""

    words: str
    effective_on: str | None


class BasisDialog(ModalScreen[Basis | None]):
    """Two lines; Enter goes from the first to the second and takes both there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "take", priority=True),
        Binding("escape", "cancel", priority=True),
        Binding("up", "app.focus_previous"),
        Binding("down", "app.focus_next"),
    ]

    def __init__(self, words: str, effective_on: str | None) -> None:
        """What stands now."""
        super().__init__()
        self._words = words
        self._effective_on = effective_on or ""

    def compose(self) -> ComposeResult:
        """The two lines."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("依据:接下来的修改都写上,改掉或退出为止")
            box.border_subtitle = Content("Enter 下一行、确定 · 留空为不写 · Esc 取消")
            yield Static(Content("依据"))
            yield Input(self._words, placeholder="如 局长办公会纪要〔2026〕3号", id="words", compact=True, select_on_focus=False)
            yield Static(Content("\n生效日期(可不填)"))
            yield Input(self._effective_on, placeholder="如 2026-11-01", id="day", compact=True, select_on_focus=False)
            yield Static(id="refusal")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the first line to the second, from there out."""
        if event.input.id == "words":
            self.query_one("#day", Input).focus()
        else:
            self.action_take()

    def action_take(self) -> None:
        """Give both back; a day that is none is refused."""
        words = clean_line(self.query_one("#words", Input).value).strip()
        day = self.query_one("#day", Input).value.strip()
        try:
            self.dismiss(Basis(words, day_named(day, datetime.now().date()).isoformat() if day else None))
        except Refused as refusal:
            self.query_one("#refusal", Static).update(Content(str(refusal)))
            self.query_one("#day", Input).focus()

    def action_cancel(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)
