"""Acts on the list's file: copies, backups, reading again, and the question before unsaved changes go."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from store.machine.whereabouts import documents_folder, free_path
from store.refused import Refused
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice

if TYPE_CHECKING:
    from store.file.restoring import Restoring, Whose

_BEFORE_UNSAVED_GO = (
    Choice("retry", "再试一次"),
    Choice("copy", "另存副本", about="把现在的内容（含这些修改）存到别处，再关闭"),
    Choice("drop", "放弃这些修改", about="关闭，这些修改不再保留"),
    Choice("back", "返回", about="继续修改，以后再试"),
)

_WHOSE: "tuple[Choice[Whose], ...]" = (
    Choice("own", "只收回本机的变更", about="别处并入的变更不动"),
    Choice("all", "全部收回", about="别处并入的变更也收回"),
)


class FileActs:
    """What can be done to the file as a whole; each waits for the disk in a thread."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    async def save(self) -> None:
        """Try again to save what the disk did not take; in a window that only looks, read it again."""
        desk = self._desk
        if desk.looks_only:
            await self.reload()
        elif desk.file.unsaved:
            desk.saver.save_soon()
        else:
            desk.say("修改都已保存。")

    # ------------------------------------------------------------------ copies

    async def save_copy(self) -> None:
        """Ask for a path and write the whole list there."""
        path = await self._save_copy()
        if path is not None:
            self._desk.say(f"副本已存为 {path}。")

    async def _save_copy(self) -> Path | None:
        """Ask for a path and write the copy there, or ask again; None where the clerk leaves."""
        from tui.screen.dialogs.file_request import LISTS, FileRequest
        from tui.screen.dialogs.files import FileDialog

        desk = self._desk
        earlier = desk.past.earlier if desk.past else None
        problem, proposed = "", await asyncio.to_thread(self._free_name)
        while True:
            request = FileRequest("另存副本到", LISTS, "copy", "存到此处", proposed, problem=problem)
            path = await desk.ask(FileDialog(request, desk.tasks.clock))
            if path is None:
                return None
            try:
                await asyncio.to_thread(desk.file.save_copy, path, earlier)
            except Refused as refusal:
                problem, proposed = str(refusal), path
            else:
                return path

    def _free_name(self) -> Path:
        """Return a free path beside the list, or among the documents where its folder takes nothing."""
        beside = self._desk.file.path
        folder = documents_folder() if self._desk.saver.unsaved_because else beside.parent
        return free_path(folder / f"{beside.stem} 副本{beside.suffix}")

    # ------------------------------------------------------------------ backups

    async def restore_backup(self) -> None:
        """Go back to a backup, shown before it is done; Ctrl+Z takes it back."""
        from store.file.backups import chosen
        from store.file.restoring import Restoring
        from tui.screen.dialogs.restore import Copies, RestoreDialog

        desk, file = self._desk, self._desk.file

        def copies() -> Copies:
            return chosen(file.path).all()

        dialog = RestoreDialog(desk.tasks, copies, lambda copy: Restoring.of(file, copy))
        restoring = await desk.ask(dialog)
        if restoring is None:
            return
        whose = await self._whose(restoring)
        if whose is not None:
            restored = restoring.restored(desk.tasks, whose)
            said = f"{restoring.title}：{restored}，Ctrl+Z 可撤销"
            await desk.commit(restoring.change(desk.tasks, whose), said)

    async def _whose(self, restoring: "Restoring") -> "Whose | None":
        """Ask whose changes are taken back, where another desk made some; None where the clerk leaves it."""
        if not restoring.theirs:
            return "all"
        return await self._desk.choose(restoring.others_in_words, _WHOSE)

    async def decide_foreign(self) -> None:
        """Take over what another program wrote into the list, or set it aside."""
        from tui.screen.acts.foreign import decide_foreign

        await decide_foreign(self._desk)

    # ------------------------------------------------------------------ reading again

    async def reload(self) -> None:
        """Read the file again where another window writes it, or write it once that window has gone."""
        from store.file.opened import open_list

        desk = self._desk
        if desk.past:
            desk.may_change()  # Says that this is an earlier list.
            return
        if not desk.file.read_only:
            desk.say("本窗口正在修改这份清单，显示的就是最新内容。")
            return
        before = desk.file
        file = await asyncio.to_thread(open_list, before.path)
        file.choose(before.tasks.notice.key)
        desk.open_anew(file)
        new = len(file.history) - len(before.history)
        said = f"已重新读取，新增变更 {new} 次。" if new > 0 else "已重新读取，没有新的变更。"
        if not file.read_only:
            desk.say(" ".join((said, "对方已关闭，现在可以修改了。", *file.notices)))
            await desk.saver.back_up()
        elif file.notices:
            desk.warn(" ".join((said, *file.notices)))
        else:
            desk.say(said)

    # ------------------------------------------------------------------ leaving

    async def open_another(self) -> None:
        """Offer other lists; this one stays until another is chosen."""
        self._desk.room.open_another()

    async def leave(self) -> None:
        """Save and leave the program."""
        await self._desk.room.leave()

    async def let_go(self) -> str | None:
        """Wait until all is saved, or ask what to do; return a sentence to leave with, or None to stay."""
        desk = self._desk
        while True:
            await desk.saver.save()
            if not desk.file.unsaved:
                return ""
            answer = await desk.choose(
                f"有 {desk.file.unsaved} 项修改还没有保存",
                _BEFORE_UNSAVED_GO,
                about=desk.saver.unsaved_because,
                placeholder="输入字词筛选",
            )
            copy = await self._save_copy() if answer == "copy" else None
            if answer == "drop" or copy is not None:
                await asyncio.to_thread(desk.file.drop_unsaved)
                return f"没有存进原清单的修改在副本 {copy} 里。" if copy else ""
            if answer in (None, "back"):
                return None
