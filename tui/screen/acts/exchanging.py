"""Acts by which a list's changes leave for other desks by a stick, and theirs come in."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from store.exchange.parcel import SUFFIX
from store.exchange.problems import AheadOfClock
from store.machine.folders import drives, is_path, kind_of, last_folder, path_of, remember_folder
from store.machine.settings import load_settings
from store.refused import Refused
from store.words.cleaning import clean_line
from store.words.cutting import cut_before
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice, by_names
from tui.screen.dialogs.file_request import LISTS, FileRequest
from tui.terminal.aside import aside

if TYPE_CHECKING:
    from store.exchange.entering import Entering
    from store.exchange.noticing import Lost, Offer
    from store.history.coming import TakenIn

_PURPOSE = "exchange"
"""Under which the folder is remembered: in and out are of one stick."""
_WARNING = "内网专用盘；涉密内容不得写入。"
_LONGEST_PATH = 40
_ALL = "用菜单中的“全部导出到U盘”"
_ANOTHER_FILE = Path()
"""Stands for a file that is yet to be chosen."""

FROM_OTHERS = FileRequest(
    "选要并入的文件：交换文件、对方的清单或备份", (SUFFIX, *LISTS), _PURPOSE, "看会并入什么"
)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where changes are known to be that the list lacks."""

    lost: "Lost | None"
    offers: "list[Offer]"


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
        folder = await self._ask_folder()
        if folder is not None:
            said = await desk.long_work("正在导出", lambda _: self._sent(folder, everything))
            desk.say(said)

    def _sent(self, folder: Path, everything: bool) -> str:
        """Write the exchange file, in a thread; say what was written."""
        from store.exchange.leaving import leaving, said_of

        file, clock = self._desk.file, self._desk.tasks.clock
        found = leaving(file, clock, everything=everything)
        written = found.written(folder, clock, load_settings().passphrase)
        remember_folder(_PURPOSE, folder)
        return "".join(said_of(found, written, _ALL))

    async def _ask_folder(self) -> Path | None:
        """Ask for a stick or another folder until it is there; None where the clerk leaves."""
        from tui.screen.dialogs.choose import ChooseDialog

        desk = self._desk
        beside = desk.file.path.parent
        choices = await aside(lambda: _folders(beside))
        about = _WARNING
        while True:
            dialog = ChooseDialog(
                "导出到U盘",
                by_names(choices),
                placeholder="选一个盘，也可输入、粘贴文件夹的路径",
                nothing="没有这样的盘；可以输入文件夹的路径。",
                keys={"enter": "导出"},
                typed=lambda words: path_of(words, beside) if is_path(words) else None,
                about=about,
            )
            folder = await desk.ask(dialog)
            if folder is None or await aside(partial(kind_of, folder)) == "folder":
                return folder
            about = f"没有“{_short(folder)}”这个文件夹，请插好 U 盘，核对路径。\n{_WARNING}"

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
            would = await desk.long_work("正在看会并入什么", lambda _: desk.file.would_take_in(docs))
            if not await desk.ask(MergeDialog(desk.tasks, path.name, would)):
                desk.say("没有并入，清单没有改动。")
                return
        taken = await desk.long_work("正在并入", lambda _: self._taken(coming))
        self._show(coming, taken)

    async def _coming(self, path: Path) -> "Entering | None":
        """Read a file; where changes are ahead of the clock, ask first. None where the clerk leaves."""
        desk = self._desk
        try:
            return await desk.long_work("正在读交换文件", lambda _: self._read(path, ahead=False))
        except AheadOfClock as problem:
            choices = (Choice("back", "返回"), Choice("ahead", "时钟没有错，照样并入"))
            answer = await desk.choose(f"“{path.name}”", choices, about=str(problem))
        if answer != "ahead":
            return None
        return await desk.long_work("正在读交换文件", lambda _: self._read(path, ahead=True))

    def _read(self, path: Path, *, ahead: bool) -> "Entering":
        from store.exchange.entering import entering

        desk = self._desk
        passphrase = load_settings().passphrase
        return entering(desk.file, [path], desk.tasks.clock, passphrase=passphrase, ahead=ahead)

    def _taken(self, coming: "Entering") -> "TakenIn":
        from store.exchange.entering import take_in
        from store.exchange.noticing import note_seen

        taken = take_in(self._desk.file, coming, self._desk.tasks.clock)
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

    # ------------------------------------------------------------------ where changes are to be found

    async def _ask_source(self) -> Path | None:
        """Ask which file: those known to have what is lacking first, if any, else one that is chosen."""
        from tui.screen.dialogs.files import FileDialog

        desk = self._desk
        choices = _known_files(await aside(self._sources))
        path: Path | None = _ANOTHER_FILE
        if choices:
            choices.append(Choice(_ANOTHER_FILE, "另选文件"))
            path = await desk.choose("并入对方的变更", choices, placeholder="输入字词筛选")
        if path == _ANOTHER_FILE:
            path = await desk.ask(FileDialog(FROM_OTHERS, desk.tasks.clock))
        return path

    def _sources(self) -> Sources:
        from store.exchange.noticing import lost, offers

        file = self._desk.file
        return Sources(lost(file), offers(file, [*map(Path, drives())], again=True))


def _folders(beside: Path) -> list[Choice[Path]]:
    """Return where an exchange file may go: the drives, the folder of the last time, that of the list."""
    named = {Path(drive): f"盘 {Path(drive).name or drive}" for drive in drives()}
    last = last_folder(_PURPOSE)
    if last and kind_of(last) == "folder":
        named = {last: named.get(last, "上次的文件夹"), **named}
    named.setdefault(beside, "清单所在的文件夹")
    return [Choice(path, name, (name, str(path)), about=_short(path)) for path, name in named.items()]


def _known_files(sources: Sources) -> list[Choice[Path]]:
    """Return the files that are known to have what is lacking."""
    choices: list[Choice[Path]] = []
    if sources.lost and sources.lost.copy:
        copy = sources.lost.copy
        choices.append(Choice(copy, copy.name, about=f"上次在本机看到的 {sources.lost.count} 次变更在这里"))
    choices += [Choice(one.path, one.path.name, about=one.who or _short(one.path)) for one in sources.offers]
    return choices


def _short(path: Path) -> str:
    """Return a path with its end, which tells one from another."""
    return cut_before(clean_line(str(path)), _LONGEST_PATH, cell_len)
