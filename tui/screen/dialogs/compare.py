"""Body against annex: two texts side by side, what differs in brackets, and one to be taken for the other."""

from collections.abc import Callable
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.checks.two_texts import TwoTexts, parts
from store.records.changes import Change
from store.records.ranges import ends_in_words
from store.refused import Refused

TextName = Literal["annex", "body"]
"""The text that the other is to be taken for."""

_CHOICES: dict[TextName, str] = {"annex": "正文改从清单", "body": "清单改从正文"}


class CompareDialog(ModalScreen[Change | None]):
    """Shows an item's two texts; gives back the change that takes one for the other, or none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel"),
        Binding("pageup", "scroll(-1)", priority=True),
        Binding("pagedown", "scroll(1)", priority=True),
    ]

    def __init__(self, both: TwoTexts, take: Callable[[TextName], Change]) -> None:
        """The texts, and what makes the change that takes a side; Refused is shown and nothing is changed."""
        super().__init__()
        self._both = both
        self._take = take

    def compose(self) -> ComposeResult:
        """The texts, then what can be done."""
        both = self._both
        body, annex = _marked(both.body, both.annex)
        body_title, annex_title = _marked(both.body_title, both.annex_title)
        with Vertical(classes="dialog compare") as box:
            box.border_title = Content(f"正文与清单:{both.item.title}")
            box.border_subtitle = Content("【】为不同之处 · Enter 采用 · PgUp PgDn 翻看 · Esc 返回")
            with Horizontal(classes="texts"):
                yield from self._text("正文(工作要点)", body_title, body, both.point.source)
                lines = tuple(line for row in both.rows for line in row.source)
                count = f"{len(both.rows)} 行合看" if len(both.rows) > 1 else "1 行"
                yield from self._text(
                    f"清单({count})", annex_title, annex, (min(lines), max(lines)) if lines else ()
                )
            yield OptionList(
                *(Option(Content(words), id=side) for side, words in _CHOICES.items()),
                Option(Content("都不改,返回"), id="none"),
            )
            yield Static(id="refusal")

    def _text(self, heading: str, title: Content, text: Content, source: tuple[int, ...]) -> ComposeResult:
        where = f"  通知第 {ends_in_words(source)} 行" if source else ""
        with VerticalScroll(classes="text", can_focus=False) as box:
            box.border_title = Content(f"{heading}{where}")
            yield Static(title.stylize("bold"))
            yield Static(text)

    def on_mount(self) -> None:
        """Begin on what changes nothing."""
        options = self.query_one(OptionList)
        options.highlighted = len(_CHOICES)
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take a side, or leave."""
        side = next((side for side in _CHOICES if side == event.option_id), None)
        if side is None:
            self.dismiss(None)
            return
        try:
            self.dismiss(self._take(side))
        except Refused as refusal:
            self.query_one("#refusal", Static).update(Content(str(refusal)))

    def action_scroll(self, pages: int) -> None:
        """Scroll both texts."""
        for text in self.query(".text"):
            text.scroll_relative(y=pages * max(1, text.size.height - 1), animate=False)

    def action_cancel(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)


def _marked(body: str, annex: str) -> tuple[Content, Content]:
    """Both texts with what differs in brackets and in another colour; an empty bracket stands where the other has more."""
    left, right = Content(), Content()
    for same, one, other in parts(body, annex):
        if same:
            left, right = left + Content(one), right + Content(other)
        else:
            left += Content.styled(f"【{one}】", "$text-warning reverse")
            right += Content.styled(f"【{other}】", "$text-warning reverse")
    return left, right
