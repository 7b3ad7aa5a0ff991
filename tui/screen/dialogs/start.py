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
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker

from store.machine.clock import SYSTEM_CLOCK, Clock
from store.machine.folders import is_path, kind_of
from store.machine.whereabouts import Recent
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.cutting import cut_before
from store.words.moments import since_today
from tui.screen.commands import by_id
from tui.screen.dialogs.file_request import LISTS, NOTICES, FileRequest
from tui.screen.dialogs.options import foot_of
from tui.screen.dialogs.text import TextDialog
from tui.screen.widgets.plane import DialogBox
from tui.terminal.aside import aside
from tui.terminal.at_work import Work

StartChoice = Literal["sample", "import", "new", "open", "paste"]

_ACTS: tuple[tuple[StartChoice, str, str], ...] = (
    ("import", "导入通知", "从通知读出清单;也可在此粘贴通知全文、WPS 表格"),
    ("open", "打开清单", "选文件夹里的清单或通知;直接输入名称也可"),
    ("new", "新建清单", "从空白开始;据上年的清单建,请先打开它,再按 F10"),
    ("sample", "打开示例", "市科技局 2021 年“放管服”重点任务清单,可随意试"),
)
_GONE, _LONGEST_PATH = "找不到,是否没有插上?", 46
_SHOWN = 5
"""Lists last opened that have room on a small screen beside what else there is."""

OPEN = FileRequest("打开清单或通知", (*LISTS, *NOTICES), "open", "打开")
IMPORT = FileRequest("选要导入的通知", NOTICES, "import", "读取")


def some_name(text: str) -> None:
    """Refuse an empty name."""
    if not text.strip():
        raise Refused("名称不能为空,请输入。")


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
        self._clock = clock

    def compose(self) -> ComposeResult:
        """The lists, then the acts."""
        with DialogBox(classes="dialog wide start") as box:
            box.plane.show_title("要点")
            back = "返回清单" if self._is_over_list else "退出"
            box.plane.show_keys(foot_of(self, {"escape": back}))
            yield Static(Content("把通知变成清单,改分工,留依据,打印上报。\n"), classes="hint")
            acts = [Option(_act_words(label, about), id=act) for act, label, about in _ACTS]
            yield OptionList(*self._recent_options(), *acts)
            yield Static(Content(self._problem), id="refusal")

    def _recent_options(self) -> list[Option | None]:
        if not self._recent:
            return []
        heading = Option(Content.styled("最近", "$dim"), disabled=True)
        lists = [
            Option(self._recent_words(recent), id=str(place)) for place, recent in enumerate(self._recent)
        ]
        return [heading, *lists, None]

    def _recent_words(self, recent: Recent, *, is_there: bool = True) -> Content:
        """Return a list's title and day, below it how many rows it has and where it lies."""
        day = since_today(datetime.fromisoformat(recent.at), self._clock.day()) if recent.at else ""
        title = Content.styled(clean_line(recent.title or recent.path.name), "bold")
        rows = Content(f"{recent.rows} 项任务") if is_there else Content.styled(_GONE, "$due")
        path = cut_before(clean_line(str(recent.path)), _LONGEST_PATH, cell_len)
        where = Content.assemble("   ", rows, f"  {path}").stylize_before("$dim")
        return Content.assemble(title, Content.styled(f"  {day}", "$dim"), "\n", where)

    def on_mount(self) -> None:
        """Stand on the list last opened, the first time on the sample; say which lists are not there."""
        options = self.query_one(OptionList)
        act = "open" if self._is_over_list else "sample"
        options.highlighted = options.get_option_index("0" if self._recent else act)
        self._begin_looking()

    def _begin_looking(self) -> Worker[None]:
        return self.run_worker(self._look_for_lists)

    async def _look_for_lists(self) -> None:
        options = self.query_one(OptionList)
        for place, recent in enumerate(self._recent):
            if not await aside(partial(kind_of, recent.path)):
                options.replace_option_prompt(str(place), self._recent_words(recent, is_there=False))

    def refuse(self, problem: str) -> None:
        """Say why what was chosen did not open."""
        self.query_one("#refusal", Static).update(Content(problem))

    # ------------------------------------------------------------------ choosing

    def acts_offered(self) -> Iterable[tuple[str, str, str]]:
        """What the menu offers here: the acts, each with its words, and the settings."""
        return (*_ACTS, ("settings", by_id("settings").label, by_id("settings").help))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin with what was chosen."""
        self.begin(event.option_id)

    def begin(self, chosen: str | None) -> None:
        """Begin with an act or a list, asking for a path or a title where one is needed."""
        match chosen:
            case "settings":
                self._show_settings()
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


def _act_words(label: str, about: str) -> Content:
    return Content.assemble(Content.styled(label, "bold"), Content.styled(f"  {about}", "$dim"))
