"""Help (F1): what each key does where the cursor is, and how cells are changed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.screen.commands import in_pane
from tui.screen.commands.command import Pane

_WHERE = {"work_points": "工作要点", "matrix": "任务清单", "roster": "名册"}
_MOVING = {
    "work_points": "↑ ↓ 选择,← → 或空格收起展开,回车修改;选中的要点在清单中标出 ›。",
    "matrix": "方向键移动,Home/End 到行首行尾,Ctrl+Home/End 到首行末行,PgUp/PgDn 翻页。\n"
    "责任栏上直接输入(如 ptc、平台、转化处)或回车,即打开选择框;合并的格一改全改,选择框中 Tab 改为仅此行。\n"
    "任务文字上回车看行卡片。",
    "roster": "↑ ↓ 选择,回车看卡片并修改;选中的人员或单位所在的行在清单中标出 ›。",
}


class HelpDialog(ModalScreen[None]):
    """The keys that can be used in a pane, each with its line of help."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,f1,ctrl+g", "close")]

    def __init__(self, pane: Pane) -> None:
        """Help for where the cursor is."""
        super().__init__()
        self._pane: Pane = pane

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(classes="dialog wide") as box:
            box.border_title = Content(f"帮助:{_WHERE[self._pane]}")
            box.border_subtitle = Content("Esc 返回")
            lines = [_MOVING[self._pane], ""]
            lines += [
                f"{command.key_names or '菜单':<14} {command.label}:{command.help}"
                for command in in_pane(self._pane)
            ]
            yield Static(Content("\n".join(lines)))

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
