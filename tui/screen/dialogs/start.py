"""The start page: the lists last opened, a notice to import, a list to open or make, the sample."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar, Literal

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker

from data import QUICK_START
from store.machine.clock import SYSTEM_CLOCK, Clock
from store.machine.folders import is_path, kind_of
from store.machine.whereabouts import Recent
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.cutting import cut_before
from store.words.moments import since_today
from tui.screen.commands import by_id
from tui.screen.dialogs.file_request import EXCHANGE_FILES, LISTS, NOTICES, FileRequest
from tui.screen.dialogs.frame import foot_of
from tui.screen.dialogs.manual import ManualDialog
from tui.screen.dialogs.manual_text import lines_of, title_of
from tui.screen.dialogs.text import TextDialog
from tui.screen.widgets.line import BLANK, Line, Part, heading, padded, plain, widest
from tui.screen.widgets.line_list import KeyedList
from tui.screen.widgets.plane import DialogBox
from tui.terminal.aside import aside
from tui.terminal.at_work import Work

StartChoice = Literal["sample", "import", "new", "open", "paste"]

_ACTS: tuple[tuple[StartChoice, str, str], ...] = (
    ("import", "导入通知", "从通知读出清单；也可在此粘贴通知全文、WPS 表格"),
    ("open", "打开清单", "选文件夹里的清单、通知、交换文件；直接输入名称也可"),
    ("new", "新建清单", "从空白开始；据上年的清单建，请先打开它，再按 F10"),
    ("sample", "打开示例", "市科技局 2021 年“放管服”重点任务清单，可随意试"),
)
_GONE, _LONGEST_PATH = "找不到，是否没有插上？", 46
_COMMANDS = ("settings", "manual")
"""What can be done from the menu as over a list."""
_ABOUT = "把通知变成清单，改分工，留依据，打印上报"
_INDENT = "   "
_EVERYWHERE = (("F1", "帮助"), ("F10", "菜单"))
_SHOWN = 5
"""Lists last opened that have room on a small screen beside what else there is."""

OPEN = FileRequest("打开清单或通知", (*LISTS, *EXCHANGE_FILES, *NOTICES), "open", "打开")
IMPORT = FileRequest("选要导入的通知", NOTICES, "import", "读取")


def some_name(text: str) -> None:
    """Refuse an empty name."""
    if not text.strip():
        raise Refused("名称不能为空，请输入。")


class StartScreen(Screen[None]):
    """What to begin with; Enter takes the list last opened. Over an open list Esc goes back to that."""

    place = "start"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "go_back", "返回"),
        Binding("ctrl+q", "app.quit", "退出"),
    ]

    @dataclass
    class Chosen(Message):
        """What the clerk wants to begin with: the act and the path or title it is about."""

        act: StartChoice
        text: str = ""

    def __init__(
        self,
        recent: Sequence[Recent],
        problem: str = "",
        *,
        is_over_list: bool = False,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        """Take the lists last opened, and a sentence on why the last choice did not open."""
        super().__init__()
        self.work = Work()
        self._recent = recent[:_SHOWN]
        self._problem = problem
        self._is_over_list = is_over_list
        self._gone: set[int] = set()
        """The lists that are not there now."""
        self._chosen: list[str | None] = []
        """What each line stands for; none of a line that is only read."""
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The lists and acts, and the keys at the foot."""
        with DialogBox(classes="dialog page start") as box:
            box.plane.show_title("要点")
            leaves = {"escape": "返回清单" if self._is_over_list else "退出"}
            box.plane.show_keys([*foot_of(self, leaves), *_EVERYWHERE])
            with Vertical():
                yield KeyedList()
                yield Static(id="refusal")

    def on_mount(self) -> None:
        """Stand on the list last opened, the first time on the sample; say which lists are not there."""
        first = "0" if self._recent else "open" if self._is_over_list else "sample"
        self._chosen = [None] * len(self._head())
        self._chosen += [str(place) for place in range(len(self._recent))]
        self._chosen += [None] * bool(self._recent)
        self._chosen += [act for act, _, _ in _ACTS]
        self._show(self._chosen.index(first))
        self.refuse(self._problem)
        self._begin_looking()

    def _show(self, cursor: int) -> None:
        recent = [self._recent_line(place) for place in range(len(self._recent))]
        width = widest([label for _, label, _ in _ACTS])
        acts = [_act_line(label, about, width) for _, label, about in _ACTS]
        between = [BLANK] * bool(recent)
        lines = [*self._head(), *recent, *between, *acts, *self._first_steps()]
        self.query_one(KeyedList).show_lines(lines, cursor)

    def _first_steps(self) -> list[Line]:
        """Return the first page of the manual, for who never opened a list here."""
        if self._recent or self._is_over_list:
            return []
        return [BLANK, heading(title_of(QUICK_START)), *lines_of(QUICK_START)]

    def _head(self) -> list[Line]:
        name = Line((Part(_ABOUT, "dim"),), (Part("要点  ", "accent"),), is_read_only=True)
        heads = [name, BLANK]
        if self._recent:
            heads.append(plain("最近", "dim", is_read_only=True))
        return heads

    def _recent_line(self, place: int) -> Line:
        """Return a list's title and day, below it how many rows it has and where it lies."""
        recent = self._recent[place]
        day = since_today(datetime.fromisoformat(recent.at), self._clock.day()) if recent.at else ""
        rows = Part(_GONE, "due") if place in self._gone else Part(f"{recent.rows} 项任务", "dim")
        path = cut_before(clean_line(str(recent.path)), _LONGEST_PATH, cell_len)
        where = Line((rows, Part(f"  {path}", "dim")), (Part(_INDENT),))
        title = Part(clean_line(recent.title or recent.path.name), "bold")
        return Line((title,), right=day, below=(where,))

    def _begin_looking(self) -> Worker[None]:
        return self.run_worker(self._look_for_lists)

    async def _look_for_lists(self) -> None:
        for place, recent in enumerate(self._recent):
            if not await aside(partial(kind_of, recent.path)):
                self._gone.add(place)
                self._show(self.query_one(KeyedList).row)

    def refuse(self, problem: str) -> None:
        """Say why what was chosen did not open."""
        said = self.query_one("#refusal", Static)
        said.update(Content(problem))
        said.display = bool(problem)

    # ------------------------------------------------------------------ choosing

    def acts_offered(self) -> Iterable[tuple[str, str, str]]:
        """What the menu offers here: the acts, each with its words, the settings and the manual."""
        return (*_ACTS, *((one.id, one.label, one.help) for one in map(by_id, _COMMANDS)))

    def on_line_list_selected(self) -> None:
        """Begin with what was chosen."""
        cursor = self.query_one(KeyedList).cursor
        if cursor is not None:
            self.begin(self._chosen[cursor])

    def begin(self, chosen: str | None) -> None:
        """Begin with an act or a list, asking for a path or a title where one is needed."""
        match chosen:
            case "settings":
                self._show_settings()
            case "manual":
                self.app.push_screen(ManualDialog())
            case "sample":
                self.post_message(self.Chosen("sample"))
            case "new":
                self.app.push_screen(TextDialog("新清单的名称", check=some_name), self._named)
            case "import":
                self._ask_file(IMPORT, "import")
            case "open":
                self._ask_file(OPEN)
            case str() as place:
                self.post_message(self.Chosen("open", str(self._recent[int(place)].path)))

    def _show_settings(self) -> None:
        from tui.screen.dialogs.settings import SettingsDialog

        try:
            self.app.push_screen(SettingsDialog())
        except Refused as refusal:
            self.refuse(str(refusal))

    def _named(self, title: str | None) -> None:
        if title:
            self.post_message(self.Chosen("new", title))

    def _ask_file(self, request: FileRequest, act: StartChoice = "open") -> None:
        from tui.screen.dialogs.files import FileDialog

        def chosen(path: Path | None) -> None:
            if path is not None:
                self.post_message(self.Chosen(act, str(path)))

        self.app.push_screen(FileDialog(request, self._clock), chosen)

    def on_key(self, event: events.Key) -> None:
        """What is typed begins the search for a file."""
        if event.is_printable and event.character and event.character.strip():
            event.stop()
            self._ask_file(replace(OPEN, typed=event.character))

    def on_paste(self, event: events.Paste) -> None:
        """A notice or a table pasted here is read like a file, a path is gone to."""
        event.stop()
        text = event.text.strip()
        if is_path(text) and len(text.splitlines()) == 1 and "\t" not in text:
            self._ask_file(replace(OPEN, typed=text))
        elif text:
            self.post_message(self.Chosen("paste", event.text))

    def action_go_back(self) -> None:
        """Go back to the list beneath, or leave the program."""
        if self._is_over_list:
            self.dismiss(None)
        else:
            self.app.exit()


def _act_line(label: str, about: str, width: int) -> Line:
    return Line((Part(about, "dim"),), (Part(f"{padded(label, width)}  ", "bold"),))
