"""From which day, and on what basis: what every act of weight is asked for."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.days import day_named
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.text_entry import ask_unsaved, is_written
from tui.screen.widgets.line_field import LineField
from tui.screen.widgets.plane import DialogBox

DayAndBasis = tuple[str | None, str]
"""The ISO day, None where none is said, and the basis in words."""


class DayAndBasisDialog(ModalScreen[DayAndBasis | None]):
    """Asks for the day, then for the basis; both may be left empty. Gives back both, or None when left."""

    place = "day_and_basis"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("up", "move(-1)"),
        Binding("down", "move(1)"),
    ]

    def __init__(
        self,
        title: str,
        day: str = "",
        *,
        today: date,
        day_label: str = "生效日期",
        hint: str = "",
        basis: str = "",
    ) -> None:
        """Take a title, the day and basis to propose, which day it is, and a sentence on what the day
        does.
        """
        super().__init__()
        self._title = title
        self._day = day
        self._today = today
        self._day_label = day_label
        self._hint = hint
        self._basis = basis

    def compose(self) -> ComposeResult:
        """Two fields."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self, self._hint)
            with Horizontal(classes="labelled"):
                yield Static(Content(self._day_label))
                yield entry("day", self._day, "如 2021-06-01，可不填", is_selected=True)
            with Horizontal(classes="labelled"):
                yield Static(Content("依据"))
                yield entry("basis", self._basis, "如会议纪要、文号，可不填")
            yield from self.more_fields()
            yield Static(id="refusal")

    def more_fields(self) -> Iterable[Widget]:
        """What else an act asks for: nothing."""
        return ()

    def on_mount(self) -> None:
        """Remember what stands in the fields."""
        self._began = {field.id: field.value for field in self.query(Input)}

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes from the day to the basis, then on."""
        try:
            day = day_named(self.value("day"), self._today)
        except Refused as refusal:
            self._refuse(str(refusal))
            self.query(Input)[0].focus()
            return
        if event.input.id == "day":
            self._refuse("")
            self.query(Input)[1].focus()
        else:
            self.dismiss((day, self.value("basis")))

    def value(self, name: str) -> str:
        """Return what stands in a field."""
        return clean_line(self.query_one(f"#{name}", Input).value).strip()

    def _refuse(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    def action_move(self, step: int) -> None:
        """Go to the field above or below."""
        fields = list(self.query(Input))
        at = next(number for number, field in enumerate(fields) if field.has_focus)
        fields[max(0, min(at + step, len(fields) - 1))].focus()

    def action_cancel(self) -> None:
        """Leave; what was typed is asked about."""
        if any(is_written(self._began[field.id], field.value) for field in self.query(Input)):
            ask_unsaved(self.app, lambda: self.dismiss(None))
        else:
            self.dismiss(None)


def entry(name: str, text: str, placeholder: str, *, is_selected: bool = False) -> Input:
    """Return a field to type in; what stands in one that is selected is written anew by the first key."""
    return LineField(text, placeholder=placeholder, compact=True, select_on_focus=is_selected, id=name)
