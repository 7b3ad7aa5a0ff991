"""Acts on the list's file: save again, save a copy, restore a backup, read again, and the question before unsaved changes go."""

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from store.machine.whereabouts import documents_folder, free_path
from store.refused import Refused
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.list_screen import ListScreen

if TYPE_CHECKING:
    from store.file.restoring import Restoring

_T = TypeVar("_T")


class FileActs(ListScreen):
    """What can be done to the file as a whole; each waits for the disk in a thread."""

    async def action_save(self) -> None:
        """Try again to save what the disk did not take; a change is saved by itself."""
        if self.file.unsaved:
            self.save_soon()
        else:
            self.say("只能查看,没有要保存的修改。" if self.file.read_only else "修改都已保存。")

    # ------------------------------------------------------------------ copies

    def action_save_copy(self) -> None:
        """Write the whole list to a new file."""
        self.app.run_worker(self._save_copy_and_say())

    async def _save_copy_and_say(self) -> None:
        if (path := await self._save_copy()) is not None:
            self.say(f"副本已存为 {path}。")

    async def _save_copy(self) -> Path | None:
        """Ask for a path and write the copy there, asking again where that fails; the path, or none where the clerk leaves."""
        from tui.screen.dialogs.text import TextDialog

        problem, proposed = "", str(self._free_name())
        while True:
            text = await self.app.push_screen_wait(TextDialog("另存副本到", proposed, problem=problem))
            if not text:
                return None
            path = Path(text).expanduser()
            try:
                await asyncio.to_thread(self.file.save_copy, path)
            except Refused as refusal:
                problem, proposed = str(refusal), text
            else:
                return path

    def _free_name(self) -> Path:
        """A name that is free, beside the list, or among the documents where the list's folder does not take it."""
        beside = self.file.path
        folder = documents_folder() if self.unsaved_because else beside.parent
        return free_path(folder / f"{beside.stem} 副本{beside.suffix}")

    # ------------------------------------------------------------------ backups

    def action_restore_backup(self) -> None:
        """Go back to a backup, shown before it is done; Ctrl+Z takes it back."""
        from store.file.backups import chosen
        from store.file.restoring import Restoring
        from tui.screen.dialogs.restore import RestoreDialog

        file = self.file
        if file.read_only:
            self.say("只能查看,不能恢复备份;要用备份里的内容,请直接打开那份备份。", warning=True)
            return
        dialog = RestoreDialog(
            self.tasks, lambda: chosen(file.path).all(), lambda copy: Restoring.of(file, copy)
        )
        self.app.push_screen(dialog, self._restore)

    def _restore(self, restoring: "Restoring | None") -> None:
        if restoring is not None:
            self.commit(
                restoring.change(self.tasks),
                said=f"{restoring.title}:{restoring.restored(self.tasks)},Ctrl+Z 可撤销",
            )

    # ------------------------------------------------------------------ reading again

    def action_reload(self) -> None:
        """Read the file again where another window writes it, or take over from that window once it has gone."""
        self.run_worker(self._reload())

    async def _reload(self) -> None:
        from store.file.opened import open_list

        if not self.file.read_only:
            self.say("本窗口正在修改这份清单,显示的就是最新内容。")
            return
        before = self.file
        try:
            self.file = await asyncio.to_thread(open_list, before.path)
        except Refused as refusal:
            self.say(str(refusal), warning=True)
            return
        self.file.choose(before.tasks.notice.key)
        self.draw_all()
        new = len(self.file.history) - len(before.history)
        said = f"已重新读取,新增变更 {new} 次。" if new > 0 else "已重新读取,没有新的变更。"
        if self.file.read_only:
            self.say(" ".join((said, *self.file.notices)), warning=bool(self.file.notices))
        else:
            self.say(" ".join((said, "对方已关闭,现在可以修改了。", *self.file.notices)))
            await self.back_up()

    # ------------------------------------------------------------------ leaving

    async def let_go(self) -> str | None:
        """Wait until all is saved, and where it cannot be, ask: a sentence to leave with, maybe empty; none to stay."""
        while True:
            await self.save()
            if not self.file.unsaved:
                return ""
            choices = [
                Choice("retry", "再试一次"),
                Choice("copy", "另存副本      把现在的内容(含这些修改)存到别处,再关闭"),
                Choice("drop", "放弃这些修改  关闭,这些修改不再保留"),
                Choice("back", "返回          继续修改,以后再试"),
            ]
            answer = await self._asked(
                f"有 {self.file.unsaved} 项修改还没有保存", choices, self.unsaved_because
            )
            if answer == "drop":
                await asyncio.to_thread(self.file.drop_unsaved)
                return ""
            if answer == "copy" and (path := await self._save_copy()) is not None:
                await asyncio.to_thread(self.file.drop_unsaved)
                return f"没有存进原清单的修改在副本 {path} 里。"
            if answer in (None, "back"):
                return None

    def _asked(self, title: str, choices: list[Choice[_T]], about: str) -> Awaitable[_T | None]:
        from tui.screen.dialogs.choose import ChooseDialog

        return self.app.push_screen_wait(
            ChooseDialog(title, by_names(choices), about=about, placeholder="输入字词筛选")
        )
