"""Body against annex: two texts side by side, what differs in brackets, and one to be taken for the other."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.checks.two_texts import TwoTexts, parts
from store.records.changes import Change
from store.records.ranges import ends_in_words
from store.refused import Refused
from tui.screen.dialogs.frame import foot_of, said_under_title
from tui.screen.widgets.line import plain
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox, TitledScroll

TextName = Literal["annex", "body"]
"""The text that the other is to be taken for."""

_CHOICES: tuple[tuple[TextName | None, str], ...] = (
    ("annex", "正文改从清单"),
    ("body", "清单改从正文"),
    (None, "都不改，返回"),
)


class CompareDialog(ModalScreen[Change | None]):
    """Shows an item's two texts; gives back the change that takes one for the other, or None."""

    place = "compare"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel"),
        Binding("pageup", "scroll(-1)", priority=True),
        Binding("pagedown", "scroll(1)", priority=True),
    ]

    def __init__(self, both: TwoTexts, take: Callable[[TextName], Change]) -> None:
        """Take the texts, and what makes the change that takes one of them; what it refuses is shown."""
        super().__init__()
        self._both = both
        self._take = take

    def compose(self) -> ComposeResult:
        """The texts, then what can be done."""
        with DialogBox(classes="dialog compare") as box:
            box.plane.show_title(f"正文与清单：{self._both.item.title}")
            box.plane.show_keys(foot_of(self))
            yield said_under_title(self)
            with Horizontal(classes="texts"):
                yield from self._texts()
            yield KeyedList()
            yield Static(id="refusal")

    def _texts(self) -> ComposeResult:
        """The body at the left, the annex at the right, each with its title and its lines of the notice."""
        both = self._both
        body, annex = _marked(both.body, both.annex)
        body_title, annex_title = _marked(both.body_title, both.annex_title)
        yield from _text("正文（工作要点）", body_title, body, both.point.source)
        lines = [line for row in both.rows for line in row.source]
        ends = (min(lines), max(lines)) if lines else ()
        rows = len(both.rows)
        count = f"{rows} 行合看" if rows > 1 else "1 行"
        yield from _text(f"清单（{count}）", annex_title, annex, ends)

    def on_mount(self) -> None:
        """Begin on what changes nothing."""
        choices = self.query_one(KeyedList)
        choices.show_lines([plain(words) for _, words in _CHOICES], len(_CHOICES) - 1)
        choices.focus()

    def on_line_list_selected(self) -> None:
        """Take a side, or leave."""
        taken, _ = _CHOICES[self.query_one(KeyedList).row]
        if taken is None:
            self.dismiss(None)
            return
        try:
            self.dismiss(self._take(taken))
        except Refused as refusal:
            self.query_one("#refusal", Static).update(Content(str(refusal)))

    def action_scroll(self, pages: int) -> None:
        """Scroll both texts."""
        for text in self.query(".text"):
            page = max(1, text.size.height - 1)
            text.scroll_relative(y=pages * page, animate=False)

    def action_cancel(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)


def _text(heading: str, title: Content, text: Content, source: Sequence[int]) -> ComposeResult:
    """One of the texts, with the lines of the notice that it stands in."""
    where = f"  通知第 {ends_in_words(source)} 行" if source else ""
    with TitledScroll(classes="text", can_focus=False) as box:
        box.plane.show_title(f"{heading}{where}")
        yield Static(title.stylize("bold"))
        yield Static(text)


def _marked(body: str, annex: str) -> tuple[Content, Content]:
    """Return both texts with what differs in brackets and in another colour.

    An empty bracket stands where the other text has more.
    """
    left, right = Content(), Content()
    for same, one, other in parts(body, annex):
        if same:
            left += Content(one)
            right += Content(other)
        else:
            left += Content.styled(f"【{one}】", "$due reverse")
            right += Content.styled(f"【{other}】", "$due reverse")
    return left, right
