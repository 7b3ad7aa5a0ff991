"""A form of a few lines: each a text, or one of some words; Enter keeps all of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.refused import Refused
from tui.screen.dialogs.form_dialog import FormDialog
from tui.screen.dialogs.form_fields import FormKept, FormText, OneOf
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.plane import DialogBox

Given = Mapping[str, str]
"""By the name of a line what was typed there, or the value that was chosen."""


@dataclass(frozen=True, slots=True)
class LineAsked:
    """A line of the form: its name, its label, what it begins with, and what an empty one shows."""

    name: str
    label: str
    text: str = ""
    """Of one with choices the value that is chosen at first."""
    hint: str = ""
    is_long: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    """Values with their words; none where it is typed."""


class LinesDialog(FormDialog[Given]):
    """Gives back what stands in the lines, or None when left; a check may refuse it with a sentence."""

    place = "lines"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel")]

    def __init__(
        self,
        title: str,
        asked: Sequence[LineAsked],
        check: Callable[[Given], object],
        *,
        about: str = "",
        begins_in: str = "",
    ) -> None:
        """Take a title, the lines, the check, a sentence over them, and the line that has the keys first."""
        super().__init__()
        self._title, self._asked, self._check = title, asked, check
        self._about = about
        self._begins_in = begins_in or asked[0].name

    def compose(self) -> ComposeResult:
        """The lines, one under another."""
        with DialogBox(classes="dialog wide lines") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self, self._about)
            with VerticalScroll(can_focus=False):
                for line in self._asked:
                    label = Static(Content(line.label))
                    classes = "labelled long" if line.is_long else "labelled"
                    yield Horizontal(label, _field(line), classes=classes)
            yield Static(id="refusal")

    def on_mount(self) -> None:
        """Begin in the first line, or in that which is asked for."""
        for line in self._asked:
            field = self.query_one(f"#{line.name}", Widget)
            if isinstance(field, FormText):
                field.begin(line.text, line.hint)
            elif len(line.choices) < 2:
                field.can_focus = False
        self.query_one(f"#{self._begins_in}", Widget).focus()

    @property
    def given(self) -> Given:
        """What stands in the lines."""
        return {line.name: self._value(line) for line in self._asked}

    def _value(self, line: LineAsked) -> str:
        if line.choices:
            field = self.query_one(f"#{line.name}", OneOf)
            return line.choices[field.number][0]
        return self.text_of(line.name).words

    # ------------------------------------------------------------------ going about

    def on_one_of_turned(self, event: OneOf.Turned) -> None:
        """Take back what was said of what stood there."""
        event.stop()
        self.say("")

    # ------------------------------------------------------------------ leaving

    def on_form_kept(self, event: FormKept) -> None:
        """Give back what stands in the lines, unless it is refused."""
        event.stop()
        given = self.given
        try:
            self._check(given)
        except Refused as refusal:
            self.say(str(refusal))
        else:
            self.dismiss(given)


def _field(line: LineAsked) -> Widget:
    if not line.choices:
        return FormText(line.text, id=line.name, is_long=line.is_long, placeholder=line.hint)
    values = [value for value, _ in line.choices]
    labels = [words for _, words in line.choices]
    number = values.index(line.text) if line.text in values else 0
    return OneOf(labels, number, id=line.name)
