"""Why a cell is to name other leaders than have its units: asked where no picker is open."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.plane import DialogBox
from tui.screen.widgets.why_line import WhyAsked, WhyLine


class WhyDialog(ModalScreen[str | None]):
    """Gives back what the chosen answer stands for; Enter before a choice gives nothing back."""

    place = "why"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)"),
        Binding("right,down", "step(1)"),
        Binding("enter", "take"),
        Binding("escape", "leave"),
    ]

    def __init__(self, title: str, asked: WhyAsked) -> None:
        """Take what is to be done, as the title, and the question."""
        super().__init__()
        self._title = title
        self._asked = asked

    def compose(self) -> ComposeResult:
        """The question."""
        with DialogBox(classes="dialog") as box:
            box.plane.show_title(self._title)
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield WhyLine()

    def on_mount(self) -> None:
        """Ask."""
        self.query_one(WhyLine).ask(self._asked)

    def action_step(self, step: int) -> None:
        """Choose an answer."""
        self.query_one(WhyLine).step(step)

    def action_take(self) -> None:
        """Give back the chosen answer."""
        if answer := self.query_one(WhyLine).answer:
            self.dismiss(answer)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
