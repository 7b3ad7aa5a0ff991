"""The dialog 销号、调整: what is done to the course of rows, and what is said of it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from store.acts.adjusting import EarlierDay
from store.acts.course import CourseChange
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
from tui.screen.dialogs.form_dialog import FormDialog
from tui.screen.dialogs.form_fields import FormKept, FormText, OneOf
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.dialogs.progress import LongWork
from tui.screen.widgets.plane import DialogBox
from tui.terminal.at_work import Work

_LONG = ("result", "reason")
_ONCE_MORE = "确定的请再按一次 Enter，不是的请改新时限。"


class CourseDialog(FormDialog[CourseChange]):
    """The act in the first line, under it what it asks for; gives back the change, or None when left."""

    place = "course"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel")]

    def __init__(self, asked: CourseAsked) -> None:
        """Take what is asked."""
        super().__init__()
        self.work = Work()
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
            field = self.text_of(name)
            if not field.is_changed:
                field.begin(option.values.get(name, ""), HINTS[name])

    # ------------------------------------------------------------------ going about

    @property
    def fields(self) -> Sequence[Widget]:
        """The act, and the fields that it asks for."""
        names = FIELDS[self._option.act]
        texts = [self.text_of(name) for name in LABELS if name in names]
        return [self.query_one("#act", OneOf), *texts]

    def on_one_of_turned(self, event: OneOf.Turned) -> None:
        """Show what another act asks for."""
        event.stop()
        self.say("")
        self._show(self._asked.options[event.field.number])

    # ------------------------------------------------------------------ leaving

    def on_form_kept(self, event: FormKept) -> None:
        """Give back the change that does what was typed; it is made beside the keys, which wait for it."""
        event.stop()
        self.work.begin()
        self.run_worker(self._make(self._typed()))

    async def _make(self, typed: CourseTyped) -> None:
        """Make the change, unless it is refused; an earlier day due is asked about once."""
        work = LongWork(partial(self._asked.make, typed))
        try:
            self.dismiss(await work.result(self.app, "正在办理所选的行"))
        except EarlierDay as earlier:
            self._asked_about = typed.values["to_due"]
            self.say(f"{earlier}{_ONCE_MORE}")
        except Refused as refusal:
            self.say(str(refusal))
        finally:
            self.work.end()

    def _typed(self) -> CourseTyped:
        values = {name: self.text_of(name).words for name in FIELDS[self._option.act]}
        to_due = values.get("to_due", "")
        is_meant = bool(to_due) and to_due == self._asked_about
        return CourseTyped(self._option.act, values, is_meant)


def _line(label: str, field: Widget) -> Horizontal:
    return Horizontal(Static(Content(label), classes="label"), field, classes="labelled")
