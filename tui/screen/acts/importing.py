"""Acts with further notices: compared with the list, kept beside it, and which list is shown."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from store.file.glance import glance
from store.records.notice import Notice
from store.records.several_lists import place_in_file
from store.words.names import name_key
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.reading import Reading


_ONLY_ONE = "本文件只有一份清单；要加一份，请用菜单中的“导入通知”。"


class ImportActs:
    """What can be done with a notice where a list is open."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def import_notice(self) -> None:
        """Read a notice: to bring this list up to date, or to keep its list beside this one."""
        from store.importing.own_words import own_words
        from store.reading import read_file
        from tui.screen.dialogs.files import FileDialog
        from tui.screen.dialogs.start import IMPORT

        desk = self._desk
        path = await desk.ask(FileDialog(IMPORT, desk.tasks.clock))
        if path is None:
            return
        if (await asyncio.to_thread(glance, path)).is_list:
            await self._offer_list(path)
            return
        reading = await desk.long_work(
            "正在读通知", lambda progress: read_file(path, progress=progress, words=own_words())
        )
        for notice in desk.tasks.notices:
            if _is_of(notice, reading):
                self._show_list(notice.key)
                await self._compare(reading)
                return
        match await self._ask_beside_or_compare():
            case "beside":
                await self._keep_beside(reading)
            case "compare":
                await self._compare(reading)

    async def _offer_list(self, path: Path) -> None:
        """Offer what was chosen as a notice for what it is: a list."""
        choices = [Choice("open", "打开", about="关闭现在的清单，打开它"), Choice("back", "返回")]
        answer = await self._desk.choose(f"“{path.name}”是要点的清单文件", choices, placeholder="选一种做法")
        if answer == "open":
            self._desk.room.open_another(path)

    async def _ask_beside_or_compare(self) -> str | None:
        desk = self._desk
        choices = [
            Choice("beside", "作为另一份清单存入本文件"),
            Choice("compare", f"与现在的清单“{desk.tasks.list_name}”比较，逐处采用"),
        ]
        return await desk.choose("这份通知与本文件各清单的标题不同", choices, placeholder="选一种做法")

    async def _compare(self, reading: "Reading") -> None:
        from store.importing.comparing import compare
        from tui.screen.dialogs.comparison import ComparisonDialog

        desk = self._desk
        tasks, history, file_id = desk.tasks, desk.history, desk.file.file_id
        comparison = await desk.long_work(
            "正在与清单比较", lambda progress: compare(tasks, reading, history, progress, file_id)
        )
        if not comparison.differences:
            desk.say("清单与这份通知没有不同。")
            return
        taken = await desk.ask(ComparisonDialog(comparison))
        if taken is None:
            desk.say("没有采用，清单没有改动。")
        else:
            said = f"已按通知更新清单，采用 {len(taken)} 处，Ctrl+Z 可撤销。"
            await desk.commit(comparison.change(taken), said)

    async def _keep_beside(self, reading: "Reading") -> None:
        from store.importing.draft import Draft
        from tui.screen.dialogs.import_preview import ImportPreview

        desk = self._desk
        draft = Draft(reading, desk.tasks, desk.file.file_id)
        change = await desk.ask(ImportPreview(draft, f"{desk.file.path}（本文件的另一份清单）"))
        if change is not None and await desk.commit(change):
            self._show_list(draft.tasks.notice.key)

    # ------------------------------------------------------------------ which list is shown

    async def next_list(self) -> None:
        """Show the list of this file that comes after this one."""
        desk = self._desk
        keys = [notice.key for notice in desk.tasks.notices]
        if len(keys) < 2:
            desk.say(_ONLY_ONE)
            return
        after = keys.index(desk.tasks.notice.key) + 1
        self._show_list(keys[after % len(keys)])

    async def switch_list(self) -> None:
        """Show another list of this file."""
        desk = self._desk
        choices = []
        for notice in desk.tasks.notices:
            one = desk.tasks.of(notice.key)
            here = "正在看" if notice.key == desk.tasks.notice.key else ""
            names, rows = (one.list_name, notice.title), f"{len(one.task_keys)} 行"
            choices.append(Choice(notice.key, one.list_name, names, about=here, right=rows))
        if len(choices) < 2:
            desk.say(_ONLY_ONE)
            return
        chosen = await desk.choose("换清单", choices)
        if chosen:
            self._show_list(chosen)

    def _show_list(self, notice: str) -> None:
        desk = self._desk
        if notice != desk.tasks.notice.key:
            desk.file.choose(notice)
            desk.draw_all()
            desk.say(f"现在是：{desk.tasks.list_name}（{place_in_file(desk.tasks)}）")


def _is_of(notice: Notice, reading: "Reading") -> bool:
    """Return whether a reading is of a notice: they have the same title."""
    title = reading.head.title or reading.list_title
    return bool(notice.title) and name_key(notice.title) == name_key(title)
