"""The start screen: the sample, a notice to import, a new list, or one of the recent files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.refused import Refused
from store.words.cleaning import clean_line
from tui.screen.dialogs.text import TextDialog

StartChoice = Literal["sample", "import", "new", "open", "paste"]

_ACTS: tuple[tuple[StartChoice, str], ...] = (
    ("sample", "打开示例      市科技局 2021 年“放管服”重点任务清单"),
    ("import", "导入通知      从通知文件(.txt、.docx、.html、.xlsx)读出清单"),
    ("new", "新建          从空白开始一份清单"),
    ("open", "打开          打开已有的清单文件"),
)


def existing_file(text: str) -> None:
    """Refuse a path that is no file."""
    if not Path(text).expanduser().is_file():
        raise Refused("没有这个文件,请核对路径。")


def some_name(text: str) -> None:
    """Refuse an empty name."""
    if not text.strip():
        raise Refused("名称不能为空,请输入。")


class StartScreen(Screen[None]):
    """What to begin with; Enter takes the first."""

    place = "start"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+q", "app.quit", "退出")]

    @dataclass
    class Chosen(Message):
        """What the clerk wants to begin with: the act and the path or title it is about."""

        act: StartChoice
        text: str = ""

    def __init__(self, recent: Sequence[Path], problem: str = "") -> None:
        """The recent files, and a sentence on why the last choice did not open."""
        super().__init__()
        self._recent = recent
        self._problem = problem

    def compose(self) -> ComposeResult:
        """The acts, then the recent files."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("要点")
            box.border_subtitle = Content("Enter 选定 · Esc 退出")
            yield Static(
                Content(
                    "把通知变成清单,改分工,存历史,打印。\n也可在此粘贴通知全文或从 WPS 表格复制的清单。\n"
                )
            )
            acts = [Option(Content(label), id=act) for act, label in _ACTS]
            recent = [
                Option(Content(clean_line(f"最近  {path.name}  {path.parent}"))) for path in self._recent
            ]
            yield OptionList(*acts, *([None, *recent] if recent else []))
            yield Static(Content(self._problem), id="refusal")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin with what was chosen, asking for a path or a title where one is needed."""
        index = event.option_index
        if index >= len(_ACTS):
            self.post_message(self.Chosen("open", str(self._recent[index - len(_ACTS)])))
            return
        act = _ACTS[index][0]
        if act == "sample":
            self.post_message(self.Chosen(act))
        elif act == "new":
            self._ask(act, TextDialog("新清单的名称", check=some_name))
        else:
            what = "通知文件的路径(.txt、.docx、.html、.xlsx)" if act == "import" else "清单文件的路径(.json)"
            self._ask(act, TextDialog(what, check=existing_file))

    def on_paste(self, event: events.Paste) -> None:
        """A notice or a table pasted here is read like a file."""
        event.stop()
        if event.text.strip():
            self.post_message(self.Chosen("paste", event.text))

    def _ask(self, act: StartChoice, dialog: TextDialog) -> None:
        def given(text: str | None) -> None:
            if text:
                self.post_message(self.Chosen(act, text))

        self.app.push_screen(dialog, given)
