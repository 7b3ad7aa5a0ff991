"""A unit split: which of the parts takes over each row is answered in place, before anything is done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.acts.unit_split import Split, Takers, split_preview, split_rows
from store.records.tasklist import TaskList
from store.records.values import Mention
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import BLANK, Line, Part, plain
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox

_TURNS: list[BindingType] = [(digit, f"part({digit})") for digit in "123456789"]
"""A digit turns the part of its number."""


class SplitDialog(ModalScreen[Takers | None]):
    """Gives back who takes which row, once every row is answered for.

    Space goes through the answers, digits turn one part.
    """

    place = "split"

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel"),
        ("space,right", "turn(1)"),
        ("left", "turn(-1)"),
        *_TURNS,
    ]

    def __init__(self, tasks: TaskList, split: Split) -> None:
        """Take the list and the split."""
        super().__init__()
        self._tasks = tasks
        self._split = split
        self._rows = split_rows(tasks, split)
        self._takers: dict[str, tuple[str, ...]] = {}
        self._preview = split_preview(tasks, split, {})
        parts = tuple(unit.key for unit in split.into)
        alone = [(key,) for key in parts]
        self._answers: list[tuple[str, ...]] = [*alone, parts]

    def compose(self) -> ComposeResult:
        """The rows, then what changes beside them."""
        with DialogBox(classes="dialog wide") as box:
            box.plane.show_title(self._preview.title)
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            yield Static(Content("  ".join(self._parts())), id="parts")
            yield KeyedList()
            yield Static(id="preview-state")

    def _parts(self) -> list[str]:
        """Return the parts with the digit that turns each."""
        names = [unit.full_name for unit in self._split.into]
        return [f"{number} {name}" for number, name in enumerate(names, 1)]

    def on_mount(self) -> None:
        """Begin at the first row."""
        self._show(0)
        self._state()

    @property
    def _lines(self) -> KeyedList:
        return self.query_one(KeyedList)

    def _show(self, cursor: int) -> None:
        rows = [self._line(row) for row in self._rows]
        others = [plain(words) for words in self._preview.others]
        self._lines.show_lines([*rows, BLANK, *others], cursor)

    def _line(self, row: str) -> Line:
        """Return a row with its units before and after, or with the answer that it waits for."""
        changes = [change for change in self._preview.rows if change.row == row]
        before = "、".join(_words(change.before.units) for change in changes)
        after = "、".join(_words(change.after.units) for change in changes)
        taken = Part(after) if row in self._takers else Part("〔待答复〕", "due")
        name = f"{self._tasks.row_name(row)}  "
        moved = Part(before, "dim"), Part(" → ", "faint"), taken
        below = Line(moved, (Part(" " * len(name)),))
        return Line((Part(self._tasks.task(row).text),), (Part(name, "bold"),), below=(below,))

    @property
    def _left(self) -> list[str]:
        return [row for row in self._rows if row not in self._takers]

    def _state(self) -> None:
        left = len(self._left)
        words = f"共 {len(self._rows)} 行"
        if left:
            words += f"，还有 {left} 行没有答复由谁承接"
        elif self._rows:
            words += "，都已答复"
        self._say(words)

    def _say(self, words: str) -> None:
        self.query_one("#preview-state", Static).update(Content(words))

    # ------------------------------------------------------------------ answers

    def action_turn(self, step: int) -> None:
        """Go through the answers of the highlighted row."""
        if row := self._row:
            answer = self._takers.get(row)
            number = min(0, step)
            if answer in self._answers:
                number = self._answers.index(answer) + step
            self._give(row, self._answers[number % len(self._answers)])

    def action_part(self, number: int) -> None:
        """Let one part take the highlighted row, or not."""
        if (row := self._row) and number <= len(self._split.into):
            key = self._split.into[number - 1].key
            wanted = set(self._takers.get(row, ())) ^ {key}
            takers = [unit.key for unit in self._split.into if unit.key in wanted]
            self._give(row, tuple(takers))

    @property
    def _row(self) -> str | None:
        index = self._lines.cursor
        if index is None or index >= len(self._rows):
            return None
        return self._rows[index]

    def _give(self, row: str, answer: tuple[str, ...]) -> None:
        self._takers[row] = answer
        if not answer:
            del self._takers[row]
        self._preview = split_preview(self._tasks, self._split, self._takers)
        self._show(self._rows.index(row))
        self._state()

    def on_line_list_selected(self) -> None:
        """Enter carries out, or goes to the next row without an answer."""
        if left := self._left:
            self._lines.move_to(self._rows.index(left[0]))
            self._say(f"还有 {len(left)} 行没有答复：按空格选由谁承接，都答复后再按 Enter。")
        else:
            self.dismiss(self._takers)

    def action_cancel(self) -> None:
        """Leave without doing it."""
        self.dismiss(None)


def _words(mentions: tuple[Mention, ...]) -> str:
    return " ".join(mention.wording for mention in mentions)
