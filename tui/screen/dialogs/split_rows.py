"""A unit split: for every row, which of the parts takes it over, answered in place before anything is done."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.acts.unit_split import Split, Takers, split_preview, split_rows
from store.records.tasklist import TaskList
from store.records.values import Mention

_DIGITS = "123456789"


class SplitDialog(ModalScreen[Takers | None]):
    """Gives back who takes which row, once every row is answered for; Space goes through the answers, digits turn one part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel"),
        Binding("space,right", "turn(1)"),
        Binding("left", "turn(-1)"),
        *(Binding(digit, f"part({digit})") for digit in _DIGITS),
    ]

    def __init__(self, tasks: TaskList, split: Split) -> None:
        """The list and the split."""
        super().__init__()
        self._tasks = tasks
        self._split = split
        self._rows = split_rows(tasks, split)
        self._takers: dict[str, tuple[str, ...]] = {}
        self._preview = split_preview(tasks, split, {})
        parts = [unit.key for unit in split.into]
        self._answers: list[tuple[str, ...]] = [*((key,) for key in parts), tuple(parts)]

    def compose(self) -> ComposeResult:
        """The rows, then what changes beside them."""
        with Vertical(classes="dialog wide") as box:
            box.border_title = Content(self._preview.title)
            box.border_subtitle = Content("空格 换承接的单位 · 数字 加减一个 · Enter 执行 · Esc 取消")
            parts = "  ".join(f"{number} {unit.full_name}" for number, unit in enumerate(self._split.into, 1))
            yield Static(Content(parts))
            yield Static(id="preview-state")
            rows = [Option(Content(self._line(row))) for row in self._rows]
            yield OptionList(*rows, None, *(Option(Content(words)) for words in self._preview.others))

    def on_mount(self) -> None:
        """Begin at the first row."""
        self.query_one(OptionList).highlighted = 0
        self._state()

    def _line(self, row: str) -> str:
        changes = [change for change in self._preview.rows if change.row == row]
        after = (
            "、".join(_words(change.after.units) for change in changes)
            if row in self._takers
            else "〔待答复〕"
        )
        before = "、".join(_words(change.before.units) for change in changes)
        return f"{self._tasks.row_name(row)}  {self._tasks.task(row).text[:36]}\n    {before} → {after}"

    @property
    def _left(self) -> list[str]:
        return [row for row in self._rows if row not in self._takers]

    def _state(self) -> None:
        left = len(self._left)
        words = f"共 {len(self._rows)} 行" + (
            f",还有 {left} 行没有答复由谁承接" if left else ",都已答复" if self._rows else ""
        )
        self.query_one("#preview-state", Static).update(Content(words))

    # ------------------------------------------------------------------ answers

    def action_turn(self, step: int) -> None:
        """Go through the answers of the highlighted row."""
        if row := self._row:
            answer = self._takers.get(row)
            number = self._answers.index(answer) + step if answer in self._answers else min(0, step)
            self._give(row, self._answers[number % len(self._answers)])

    def action_part(self, number: int) -> None:
        """Let one part take the highlighted row, or not."""
        if (row := self._row) and number <= len(self._split.into):
            key = self._split.into[number - 1].key
            now = self._takers.get(row, ())
            wanted = {*now} ^ {key}
            self._give(row, tuple(unit.key for unit in self._split.into if unit.key in wanted))

    @property
    def _row(self) -> str | None:
        index = self.query_one(OptionList).highlighted
        return self._rows[index] if index is not None and index < len(self._rows) else None

    def _give(self, row: str, answer: tuple[str, ...]) -> None:
        self._takers[row] = answer
        if not answer:
            del self._takers[row]
        self._preview = split_preview(self._tasks, self._split, self._takers)
        self.query_one(OptionList).replace_option_prompt_at_index(
            self._rows.index(row), Content(self._line(row))
        )
        self._state()

    def on_option_list_option_selected(self) -> None:
        """Enter carries out, or goes to the next row without an answer."""
        if left := self._left:
            self.query_one(OptionList).highlighted = self._rows.index(left[0])
            self.query_one("#preview-state", Static).update(
                Content(f"还有 {len(left)} 行没有答复:按空格选由谁承接,都答复后再按 Enter。")
            )
        else:
            self.dismiss(self._takers)

    def action_cancel(self) -> None:
        """Leave without doing it."""
        self.dismiss(None)


def _words(mentions: tuple[Mention, ...]) -> str:
    return " ".join(mention.wording for mention in mentions)
