"""Acts by which a list's changes leave for other desks by a stick, and theirs come in."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.exchange.problems import AheadOfClock
from store.machine.folders import remember_folder
from store.machine.settings import load_settings
from store.progress import Progress, begin_to_write
from store.refused import Refused
from tui.screen.acts.exchange_sources import (
    PURPOSE,
    batch_choices,
    known_files,
    new_offers,
    noted,
    sources,
)
from tui.screen.acts.folder_asking import ask_folder
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice
from tui.screen.dialogs.file_request import EXCHANGE_FILES, LISTS, FileRequest
from tui.terminal.aside import aside

if TYPE_CHECKING:
    from store.exchange.entering import Entering
    from store.history.coming import TakenIn

_WARNING = "内网专用盘；涉密内容不得写入。"
_ALL = "用菜单中的“全部导出到U盘”"
_ANOTHER_FILE = Path()
"""Stands for a file that is yet to be chosen."""

FROM_OTHERS = FileRequest(
    "选要并入的文件：交换文件、对方的清单或备份", (*EXCHANGE_FILES, *LISTS), PURPOSE, "看会并入什么"
)


class ExchangeActs:
    """Giving changes to other desks, and taking theirs; each waits for the disk in a thread."""

    def __init__(self, desk: Desk) -> None:
        """The desk to work on."""
        self._desk = desk

    # ------------------------------------------------------------------ what leaves

    async def send(self) -> None:
        """Put on a stick what the other desks are not known to have."""
        await self._send(everything=False)

    async def send_all(self) -> None:
        """Put all changes on a stick, whatever the other desks have."""
        await self._send(everything=True)

    async def _send(self, *, everything: bool) -> None:
        desk = self._desk
        await desk.saver.save()
        if desk.file.unsaved:
            raise Refused("有修改还没有保存，请先按 Ctrl+S 保存，再导出。")
        folder = await ask_folder(desk, PURPOSE, "导出到U盘", enter="导出", about=_WARNING)
        if folder is not None:
            said = await desk.long_work("正在导出", partial(self._sent, folder, everything))
            desk.say(said)

    def _sent(self, folder: Path, everything: bool, progress: Progress) -> str:
        """Write the exchange file, in a thread; say what was written."""
        from store.exchange.leaving import leaving, said_of

        file, clock = self._desk.file, self._desk.tasks.clock
        found = leaving(file, clock, everything=everything)
        begin_to_write(progress)
        written = found.written(folder, clock, load_settings().passphrase)
        remember_folder(PURPOSE, folder)
        return "".join(said_of(found, written, _ALL))

    # ------------------------------------------------------------------ what comes in

    async def bring_in(self) -> None:
        """Ask for what another desk gave, and take it in once what it would do was looked at."""
        path = await self._ask_source()
        if path is not None:
            await self.bring_in_from(path)

    async def bring_in_from(self, path: Path) -> None:
        """Show what a file would bring, and take it in; left, all stays as it was."""
        from tui.screen.dialogs.merge import MergeDialog

        desk = self._desk
        if desk.looks_only:
            raise Refused(desk.looks_only)
        coming = await self._coming(path)
        if coming is None:
            return
        if coming.docs:
            docs = coming.docs
            would = await desk.long_work("正在看会并入什么", partial(desk.file.would_take_in, docs))
            if not await desk.ask(MergeDialog(desk.tasks, path.name, would)):
                desk.say("没有并入，清单没有改动。")
                return
        taken = await desk.long_work("正在并入", partial(self._taken, coming))
        self._show(coming, taken)

    async def _coming(self, path: Path) -> "Entering | None":
        """Read a file; where changes are ahead of the clock, ask first. None where the clerk leaves."""
        desk = self._desk
        try:
            return await desk.long_work("正在读交换文件", partial(self._read, path, ahead=False))
        except AheadOfClock as problem:
            choices = (Choice("back", "返回"), Choice("ahead", "时钟没有错，照样并入"))
            answer = await desk.choose(f"“{path.name}”", choices, about=str(problem))
        if answer != "ahead":
            return None
        return await desk.long_work("正在读交换文件", partial(self._read, path, ahead=True))

    def _read(self, path: Path, progress: Progress, *, ahead: bool) -> "Entering":
        from store.exchange.entering import entering

        desk = self._desk
        passphrase = load_settings().passphrase
        return entering(desk.file, [path], desk.tasks.clock, progress, passphrase=passphrase, ahead=ahead)

    def _taken(self, coming: "Entering", progress: Progress) -> "TakenIn":
        from store.exchange.entering import take_in
        from store.exchange.noticing import note_seen

        taken = take_in(self._desk.file, coming, self._desk.tasks.clock, progress)
        note_seen(self._desk.file)
        return taken

    def _show(self, coming: "Entering", taken: "TakenIn") -> None:
        """Draw what came, and say it."""
        from store.exchange.entering import said_of

        desk = self._desk
        desk.show_state()
        if not taken.changes:
            desk.say(coming.nothing_new)
            return
        desk.draw_all()
        desk.saver.fold_later()
        way = "按 F5 逐处定夺。" if taken.conflicts else ""
        desk.say(f"{said_of(taken)}{way}")

    # ------------------------------------------------------------------ taking back what came in

    async def take_back(self) -> None:
        """Give what one person's changes wrote that came in together its earlier values, in one change."""
        from store.history.countering import countering

        desk = self._desk
        choices = await asyncio.to_thread(batch_choices, desk.history)
        if not choices:
            desk.say("没有并入的变更可以撤销。")
            return
        batch = await desk.choose(
            "撤销这批并入", choices, about="选谁的哪一批；后来又改过的不动，历史仍在，可撤销。"
        )
        if batch is None:
            return
        countered = await asyncio.to_thread(countering, desk.tasks, desk.history, batch.changes)
        title = countered.change.title
        left = "；".join(countered.left_out)
        await desk.commit(countered.change, f"{title}。{left}" if left else "")

    # ------------------------------------------------------------------ where changes are to be found

    async def _ask_source(self) -> Path | None:
        """Ask which file: those known to have what is lacking first, if any, else one that is chosen."""
        from tui.screen.dialogs.files import FileDialog

        desk = self._desk
        choices = known_files(await aside(partial(sources, desk.file)))
        path: Path | None = _ANOTHER_FILE
        if choices:
            choices.append(Choice(_ANOTHER_FILE, "另选文件"))
            path = await desk.choose("并入对方的变更", choices, placeholder="输入字词筛选")
        if path == _ANOTHER_FILE:
            path = await desk.ask(FileDialog(FROM_OTHERS, desk.tasks.clock))
        return path

    # ------------------------------------------------------------------ when the list is opened

    async def look_for_lost(self) -> None:
        """Where the list has less than was last seen here, say so, and offer what has the rest."""
        from store.exchange.noticing import keep_as_it_is

        file = self._desk.file
        lost = None if self._desk.looks_only else await asyncio.to_thread(noted, file)
        if lost is None:
            return
        choices = [Choice("keep", "以现在的清单为准", about="缺少的变更不要了，不再提示")]
        if lost.copy:
            choices.insert(0, Choice("bring_in", "并入", about=f"先看“{lost.copy.name}”里的会改动什么"))
        choices.insert(1, Choice("later", "以后再说", about="下次打开时再提示"))
        match await self._desk.choose("清单比上次少了变更", choices, about=str(lost)):
            case "bring_in" if lost.copy:
                await self.bring_in_from(lost.copy)
            case "keep":
                await asyncio.to_thread(keep_as_it_is, file)
                self._desk.say("以现在的清单为准，不再提示缺少的变更。")

    async def tell_of_others(self) -> None:
        """Say once that another copy, or an exchange file, has what the list lacks, and what to do."""
        file = self._desk.file
        if not self._desk.looks_only and (offers := await aside(partial(new_offers, file))):
            self._desk.say(f"{offers[0]}请按 F10，选“并入对方的变更”。")
