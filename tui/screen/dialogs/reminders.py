"""The register of reminders (催办登记): which went out, which wait for an answer, what was answered."""

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from store.ledger.follow_ups import is_awaited, ran_out, standing_word
from store.records.follow_up import FollowUp
from store.records.ranges import numbered_rows
from store.records.tasklist import TaskList
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import Line, Part, padded, plain, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

RegisterAct = Literal["answer", "print", "go"]


class RegisterChosen(NamedTuple):
    """What the clerk chose to do with which reminder."""

    act: RegisterAct
    slip: FollowUp


class RegisterDialog(ModalScreen[RegisterChosen | None]):
    """The reminders, the newest first; gives back the one that was chosen and what for, or None."""

    place = "reminders"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("f9", "choose('print')"),
        Binding("ctrl+l", "choose('go')"),
        Binding("f2", "choose('answer')"),
    ]

    def __init__(self, tasks: TaskList, slips: Sequence[FollowUp], at: str = "") -> None:
        """Take the list, its reminders, and the key of the one that the cursor is on first."""
        super().__init__()
        self._tasks, self._slips = tasks, slips
        keys = [slip.key for slip in slips]
        self._first = keys.index(at) if at in keys else 0
        self._width = widest([slip.number for slip in slips])

    def compose(self) -> ComposeResult:
        """The reminders, two lines and more each."""
        with DialogBox(classes="dialog wide") as box:
            today, count = self._tasks.today, len(self._slips)
            waiting = [slip for slip in self._slips if is_awaited(slip, today)]
            box.plane.show_title("催办登记", f"{count} 次，未回复 {len(waiting)} 次")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield KeyedList()

    def on_mount(self) -> None:
        """Begin at the newest, or at the one that was asked for."""
        self._lines.show(len(self._slips), self._line, self._first)

    @property
    def _lines(self) -> KeyedList:
        return self.query_one(KeyedList)

    def _line(self, place: int) -> Line:
        slip, tasks = self._slips[place], self._tasks
        number = padded(slip.number, self._width + 2)
        rows = [row for row in slip.tasks if row in tasks.places]
        named = numbered_rows(tasks, rows) if rows else "（行已删除）"
        unit = tasks.wording_of(slip.unit)
        parts = [Part(f"{unit}  {named}")]
        parts += [Part(f"  {slip.level}", "dim")] if slip.level else []
        said = standing_word(slip, tasks.today)
        is_due = ran_out(slip, tasks.today)
        parts.append(Part(f"  {said}", "due" if is_due else "dim"))
        indent = self._width + 2
        further = self._further(slip)
        below = [plain(words, "dim", indent=indent) for words in further]
        return Line(tuple(parts), (Part(number, "bold"),), below=tuple(below))

    def _further(self, slip: FollowUp) -> list[str]:
        """Return when it went out and what was asked; then what was answered, where that is so."""
        sent = f"{slip.sent_on} 发" if slip.sent_on else ""
        by = f"{slip.answer_by} 前回复" if slip.answer_by else ""
        phone = f"接话人 {slip.phone_with}" if slip.phone_with else ""
        lines = [_joined(sent, by, phone, slip.why, slip.require)]
        if slip.answered_on:
            answered = f"{slip.answered_on} 回复"
            lines.append(_joined(answered, slip.answered_by, slip.answer))
        return lines

    def on_line_list_selected(self) -> None:
        """Enter notes an answer."""
        self.action_choose("answer")

    def action_choose(self, act: RegisterAct) -> None:
        """Do something with the reminder under the cursor."""
        cursor = self._lines.cursor
        if cursor is not None:
            self.dismiss(RegisterChosen(act, self._slips[cursor]))

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss(None)


def _joined(*words: str) -> str:
    """Return the words that there are, one after another."""
    return "  ".join(filter(None, words))
