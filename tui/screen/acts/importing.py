"""Acts with further notices: the list beside a new reading of its notice, another list in the same file, which list is shown."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from store.records.notice import Notice
from store.refused import Refused
from store.words.names import name_key
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.list_screen import ListScreen

if TYPE_CHECKING:
    from store.reading import Reading


class ImportActs(ListScreen):
    """What can be done with a notice where a list is open."""

    def action_import_notice(self) -> None:
        """Read a notice: to bring this list up to date, or to keep its list beside this one."""
        if self.file.read_only:
            self.say("只能查看,不能导入通知。", warning=True)
        else:
            self.run_worker(self._import_notice())

    async def _import_notice(self) -> None:
        from store.reading import read_file
        from tui.screen.dialogs.start import existing_file
        from tui.screen.dialogs.text import TextDialog

        path = await self.app.push_screen_wait(
            TextDialog("通知文件的路径(.txt、.docx、.html、.xlsx)", check=existing_file)
        )
        if not path:
            return
        try:
            reading = await asyncio.to_thread(read_file, Path(path).expanduser())
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return
        same = next((notice for notice in self.tasks.notices if _same_notice(notice, reading)), None)
        if same is not None:
            self._show_list(same.key)
            await self._compare(reading)
            return
        choices = [
            Choice("beside", "作为另一份清单存入本文件"),
            Choice("compare", f"与现在的清单“{self.tasks.list_name}”比较,逐处采用"),
        ]
        from tui.screen.dialogs.choose import ChooseDialog

        answer = await self.app.push_screen_wait(
            ChooseDialog("这份通知与本文件各清单的标题不同", by_names(choices), placeholder="选一种做法")
        )
        if answer == "beside":
            await self._beside(reading)
        elif answer == "compare":
            await self._compare(reading)

    async def _compare(self, reading: "Reading") -> None:
        from store.importing.comparing import compare
        from tui.screen.dialogs.comparison import ComparisonDialog

        comparison = await asyncio.to_thread(compare, self.tasks, reading, self.file.history)
        if not comparison.differences:
            self.say("清单与这份通知没有不同。")
            return
        change = await self.app.push_screen_wait(ComparisonDialog(comparison))
        if change is None:
            self.say("没有采用,清单没有改动。")
        else:
            self.commit(change, said=f"已按通知更新清单,改动 {len(change.edits)} 处,Ctrl+Z 可撤销。")

    async def _beside(self, reading: "Reading") -> None:
        from store.importing.draft import Draft
        from tui.screen.dialogs.import_preview import ImportPreview

        draft = Draft(reading, self.tasks)
        change = await self.app.push_screen_wait(
            ImportPreview(draft, f"{self.file.path}(本文件的另一份清单)")
        )
        if change is not None and self.commit(change):
            self._show_list(draft.tasks.notice.key)

    # ------------------------------------------------------------------ which list is shown

    def action_switch_list(self) -> None:
        """Show another list of this file."""
        from tui.screen.dialogs.choose import ChooseDialog

        lists = [self.tasks.of(notice.key) for notice in self.tasks.notices]
        choices = [
            Choice(
                one.notice.key, f"{one.list_name}  {len(one.task_keys)} 行", (one.list_name, one.notice.title)
            )
            for one in lists
        ]
        if len(choices) < 2:
            self.say("本文件只有一份清单;要加一份,请用菜单中的“导入通知”。")
            return
        self.app.push_screen(
            ChooseDialog("切换清单", by_names(choices)), lambda key: self._show_list(key) if key else None
        )

    def _show_list(self, notice: str) -> None:
        if notice != self.tasks.notice.key:
            self.file.choose(notice)
            self.draw_all()
            self.say(f"现在是:{self.tasks.list_name}")


def _same_notice(notice: Notice, reading: "Reading") -> bool:
    return bool(notice.title) and name_key(notice.title) == name_key(reading.head.title or reading.list_title)
