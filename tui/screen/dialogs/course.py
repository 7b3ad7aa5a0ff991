"""The dialog 销号、调整: what is done to the course of rows, and what is said of it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from store.acts.adjusting import EarlierDay
from store.refused import Refused
from tui.screen.dialogs.course_form import (
    FIELDS,
    HINTS,
    LABELS,
    LABELS_OF,
    CourseAsked,
    CourseOption,
    CourseTyped,
)
from tui.screen.dialogs.form_fields import FieldLeft, FormKept, FormText, OneOf
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.text_entry import ask_unsaved
from tui.screen.widgets.plane import DialogBox

_LONG = ("result", "reason")
_ONCE_MORE = "确定的请再按一次 Enter，不是的请改新时限。"


class CourseDialog(ModalScreen[CourseTyped | None]):
    """The act in the first line, under it what it asks for; gives back what was typed, or None when left."""

    place = "course"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel")]

    def __init__(self, asked: CourseAsked) -> None:
        """Take what is asked."""
        super().__init__()
        self._asked = asked
        self._option = asked.options[0]
        self._asked_about = ""
        """The day due that was earlier, and asked about."""

    def compose(self) -> ComposeResult:
        """The acts, and all fields, of which those of the act are shown."""
        asked = self._asked
        with DialogBox(classes="dialog wide course") as box:
            box.plane.show_title(asked.title, asked.counts)
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            with VerticalScroll(can_focus=False):
                yield _line("办理", OneOf([one.label for one in asked.options], 0, id="act"))
                yield Static(id="about")
                for name, label in LABELS.items():
                    is_long = name in _LONG
                    text = FormText("", id=name, is_long=is_long, placeholder=HINTS[name])
                    line = _line(label, text)
                    line.id = f"line-{name}"
                    line.set_class(is_long, "long")
                    yield line
            yield Static(id="refusal")

    def on_mount(self) -> None:
        """Show the first act; the cursor is where it is chosen."""
        self._show(self._option)
        self.query_one("#act", OneOf).focus()

    def _show(self, option: CourseOption) -> None:
        """Show what an act asks for; what was typed for another stays where this one asks for it too."""
        self._option = option
        about = self.query_one("#about", Static)
        about.update(Content(option.says))
        about.display = bool(option.says)
        for name in LABELS:
            line = self.query_one(f"#line-{name}")
            line.display = name in FIELDS[option.act]
            called = LABELS_OF.get((option.act, name), LABELS[name])
            line.query_one(".label", Static).update(Content(called))
            field = self._text(name)
            if not field.is_changed:
                field.begin(option.values.get(name, ""), HINTS[name])

    def _text(self, name: str) -> FormText:
        return self.query_one(f"#{name}", FormText)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that would be lost."""
        return any(field.is_changed for field in self.query(FormText))

    # ------------------------------------------------------------------ going about

    def on_field_left(self, event: FieldLeft) -> None:
        """Go to another field."""
        event.stop()
        fields: list[Widget] = [self.query_one("#act", OneOf)]
        fields += [self._text(name) for name in LABELS if name in FIELDS[self._option.act]]
        at = next((number for number, field in enumerate(fields) if field.has_focus), 0)
        fields[(at + event.step) % len(fields)].focus()

    def on_one_of_turned(self, event: OneOf.Turned) -> None:
        """Show what another act asks for."""
        event.stop()
        self._say("")
        self._show(self._asked.options[event.field.number])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have the input method open its window at the caret."""
        self.call_after_refresh(self._place_caret)

    def on_text_area_changed(self) -> None:
        """Take back what was said of a text that was written on since."""
        self._say("")
        self.call_after_refresh(self._place_caret)

    def _place_caret(self) -> None:
        if isinstance(self.focused, FormText):
            self.app.cursor_position = self.focused.cursor_screen_offset

    def _say(self, words: str) -> None:
        self.query_one("#refusal", Static).update(Content(words))

    # ------------------------------------------------------------------ leaving

    def on_form_kept(self, event: FormKept) -> None:
        """Give back what was typed, unless it is refused; an earlier day due is asked about once."""
        event.stop()
        typed = self._typed()
        try:
            self._asked.check(typed)
        except EarlierDay as earlier:
            self._asked_about = typed.values["to_due"]
            self._say(f"{earlier}{_ONCE_MORE}")
        except Refused as refusal:
            self._say(str(refusal))
        else:
            self.dismiss(typed)

    def _typed(self) -> CourseTyped:
        values = {name: self._text(name).words for name in FIELDS[self._option.act]}
        to_due = values.get("to_due", "")
        is_meant = bool(to_due) and to_due == self._asked_about
        return CourseTyped(self._option.act, values, is_meant)

    def on_form_left(self) -> None:
        """Leave."""
        self.action_cancel()

    def action_cancel(self) -> None:
        """Leave; what was typed is asked about."""
        if self.is_changed:
            ask_unsaved(self.app, lambda: self.dismiss(None))
        else:
            self.dismiss(None)


def _line(label: str, field: Widget) -> Horizontal:
    return Horizontal(Static(Content(label), classes="label"), field, classes="labelled")
