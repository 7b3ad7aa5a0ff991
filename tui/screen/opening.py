"""Opening lists and reading notices, beside the keys, in the place of the list that is open."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import App

from store.file.glance import glance
from store.file.opened import open_list
from store.file.problems import FileDamaged
from store.file.task_file import TaskFile
from store.machine.whereabouts import documents_folder, file_name, free_path, recent_lists
from store.progress import Progress
from store.refused import Refused
from tui.screen.acts.acts import Acts
from tui.screen.desk import Desk
from tui.screen.dialogs.file_request import EXCHANGE_FILES
from tui.terminal.at_work import HasWork, Work

if TYPE_CHECKING:
    from store.file.repair import Source
    from store.reading import Reading
    from store.records.changes import Change
    from tui.screen.dialogs.start import StartChoice


class Stage(Protocol):
    """What is asked of the app."""

    work: Work
    """Where its acts are counted while no screen counts them."""

    @property
    def open_path(self) -> Path | None:
        """The path of the list that is open."""

    def show_start(self, problem: str = "") -> None:
        """Show the start page with a sentence on what went wrong."""

    async def show_list(self, file: TaskFile, said: str = "") -> None:
        """Show a list in the place of all that is shown."""

    def go_back_to_list(self) -> None:
        """Leave what lies over the list."""

    async def let_go(self) -> str | None:
        """Close the list that is open; a sentence to go on with, maybe empty, or None to stay."""


@runtime_checkable
class ShowsList(Protocol):
    """The screen of a list."""

    desk: Desk
    acts: Acts


class Opening:
    """What the start page offers, carried out; keys wait for the disk, never for an answer of the clerk."""

    def __init__(self, app: App[None], stage: Stage) -> None:
        """Take the app, for its screens and workers, and what is asked of it."""
        self._app = app
        self._stage = stage
        self._work = stage.work

    def begin(self, act: "StartChoice", text: str) -> None:
        """Begin with what was chosen: an act, and the path or title it is about."""
        self._start(self._chosen(act, text))

    def _start(self, act: Coroutine[object, object, None]) -> None:
        screen = self._app.screen
        self._work = screen.work if isinstance(screen, HasWork) else self._stage.work
        self._work.begin()
        self._app.run_worker(self._carried_out(act, self._work))

    async def _carried_out(self, act: Coroutine[object, object, None], work: Work) -> None:
        try:
            await act
        finally:
            work.end()

    async def _chosen(self, act: "StartChoice", text: str) -> None:
        match act:
            case "sample":
                await self._open(make_sample)
            case "new":
                await self._open(lambda: make_new(text))
            case "paste":
                await self._read(
                    lambda progress: read_pasted(text, progress), documents_folder() / "粘贴的通知.txt"
                )
            case _:
                await self._open_path(Path(text).expanduser())

    async def _open_path(self, path: Path) -> None:
        """Open a list or read a notice, whichever a file is; the list that is open is gone back to."""
        there = self._stage.open_path
        if there is not None and await asyncio.to_thread(_is_same, path, there):
            self._stage.go_back_to_list()
        elif await asyncio.to_thread(_is_list_file, path):
            await self._open(lambda: open_list(path))
        elif path.suffix.lower() in EXCHANGE_FILES:
            await self._bring_in(path)
        else:
            await self._import(path)

    async def _bring_in(self, path: Path) -> None:
        """Bring an exchange file into the list that it is of, opened first where it is not open."""
        try:
            list_path = await asyncio.to_thread(list_of, path)
        except Refused as refusal:
            self._stage.show_start(str(refusal))
            return
        await self._open_path(list_path)
        screen = self._app.screen
        if isinstance(screen, ShowsList):
            screen.desk.start(screen.acts.exchange.bring_in_from(path))

    # ------------------------------------------------------------------ lists

    async def _open(self, make: Callable[[], TaskFile]) -> None:
        """Open or make a list away from the event loop, and show it in the place of the one that is open.

        A refusal is said on the start page; the list that was open stays until the other one is.
        """
        try:
            file = await asyncio.to_thread(make)
        except FileDamaged as damage:
            await self.offer(damage)
            return
        except Refused as refusal:
            self._stage.show_start(str(refusal))
            return
        self._work.end()  # It may ask what becomes of unsaved changes.
        said = await self._stage.let_go()
        self._work.begin()
        if said is None:
            await asyncio.to_thread(file.close)
        else:
            await self._stage.show_list(file, said)

    async def offer(self, damage: FileDamaged) -> None:
        """Offer what a damaged list can be restored from."""
        from tui.screen.acts.repairing import good_sources, repair_dialog, restored

        def chosen(source: "Source | None") -> None:
            if source is not None:
                self._start(self._open(lambda: restored(source, damage.path)))

        self._stage.show_start(str(damage))
        found = await asyncio.to_thread(good_sources, damage.path)
        if found:
            self._app.push_screen(repair_dialog(damage, found), chosen)

    # ------------------------------------------------------------------ notices

    async def _import(self, path: Path) -> None:
        from store.importing.own_words import own_words
        from store.reading import read_file

        await self._read(lambda progress: read_file(path, progress=progress, words=own_words()), path)

    async def _read(self, read: "Callable[[Progress], Reading]", path: Path) -> None:
        """Preview what is read, away from the event loop; a refusal is said on the start page."""
        from tui.screen.dialogs.progress import LongWork

        try:
            reading = await LongWork(read).result(self._app, "正在读通知")
            target = await asyncio.to_thread(free_path, path.with_suffix(".json"))
            self.preview(reading, target)
        except Refused as refusal:
            self._stage.show_start(str(refusal))

    def preview(self, reading: "Reading", target: Path) -> None:
        """Show what a notice would make, to be put right before it is a list; and where that would be."""
        from store.importing.draft import Draft
        from tui.screen.dialogs.import_preview import ImportPreview

        def answered(change: "Change | None") -> None:
            if change:
                self._start(self._open(lambda: TaskFile.create(target, change)))
            elif len(self._app.screen_stack) == 1:  # Begun with the notice: there is no start page yet.
                self._stage.show_start()

        self._app.push_screen(ImportPreview(Draft(reading), str(target)), answered)


def make_sample() -> TaskFile:
    """Make the sample list, in the documents folder under a free name."""
    from data import SAMPLE_NOTICE, sample_notice
    from store.importing.new_list import import_change
    from store.reading import read_notice

    change = import_change(read_notice(sample_notice(), SAMPLE_NOTICE))
    return TaskFile.create(free_path(documents_folder() / "示例.json"), change)


def make_new(title: str) -> TaskFile:
    """Make a list without rows, in the documents folder under its title."""
    from store.importing.new_list import blank_change

    path = free_path(documents_folder() / f"{file_name(title)}.json")
    return TaskFile.create(path, blank_change(title))


def read_pasted(text: str, progress: Progress) -> "Reading":
    """Read a pasted text as a notice."""
    from store.importing.own_words import own_words
    from store.reading import read_notice

    return read_notice(text.encode("utf-8", "replace"), "粘贴的文字", "utf-8", progress, own_words())


def list_of(path: Path) -> Path:
    """Return where the list is that an exchange file is of; of several copies the one last opened.

    Refused where it was never opened here.
    """
    from store.exchange.reading import read_header
    from store.machine.desks import paths_of

    header = read_header(path)
    copies = list(paths_of(header.file_id, path))
    last_opened = [one.path for one in recent_lists() if one.path in copies]
    if not copies:
        raise Refused(
            f"本机没有打开过清单“{header.title}”，请先向对方拷来清单文件，打开它，再并入“{path.name}”。"
        )
    return [*last_opened, *copies][0]


def _is_same(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def _is_list_file(path: Path) -> bool:
    """Tell whether a file is to be opened as a list: it is named as one, or is one whatever its name."""
    return path.suffix.lower() == ".json" or glance(path).is_list
