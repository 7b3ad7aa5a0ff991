"""Asking for a stick or another folder that files are to go to."""

from functools import partial
from pathlib import Path

from rich.cells import cell_len

from store.machine.folders import drives, is_path, kind_of, last_folder, path_of
from store.words.cleaning import clean_line
from store.words.cutting import cut_before
from tui.screen.desk import Desk
from tui.screen.dialogs.choices import Choice, by_names
from tui.terminal.aside import aside

_LONGEST_PATH = 40


async def ask_folder(desk: Desk, purpose: str, title: str, *, enter: str, about: str) -> Path | None:
    """Ask for a folder until it is there; None where the clerk leaves.

    `purpose` is under which the folder of the last time is remembered, `enter` what Enter does.
    """
    from tui.screen.dialogs.choose import ChooseDialog

    beside = desk.file.path.parent
    choices = await aside(lambda: _folders(purpose, beside))
    said = about
    while True:
        dialog = ChooseDialog(
            title,
            by_names(choices),
            placeholder="选一个盘，也可输入、粘贴文件夹的路径",
            nothing="没有这样的盘；可以输入文件夹的路径。",
            keys={"enter": enter},
            typed=lambda words: path_of(words, beside) if is_path(words) else None,
            about=said,
        )
        folder = await desk.ask(dialog)
        if folder is None or await aside(partial(kind_of, folder)) == "folder":
            return folder
        said = f"没有“{short(folder)}”这个文件夹，请插好 U 盘，核对路径。\n{about}"


def _folders(purpose: str, beside: Path) -> list[Choice[Path]]:
    """Return where files may go: the drives, the folder of the last time, that of the list."""
    named = {Path(drive): f"盘 {Path(drive).name or drive}" for drive in drives()}
    last = last_folder(purpose)
    if last and kind_of(last) == "folder":
        named = {last: named.get(last, "上次的文件夹"), **named}
    named.setdefault(beside, "清单所在的文件夹")
    return [Choice(path, name, (name, str(path)), about=short(path)) for path, name in named.items()]


def short(path: Path) -> str:
    """Return a path with its end, which tells one from another."""
    return cut_before(clean_line(str(path)), _LONGEST_PATH, cell_len)
