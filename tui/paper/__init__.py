"""Sheets on paper: the layout as plain values, a writer for each format, the file. No textual here.

It may import all of the store but `store.views`; neither the screen nor the command line.
"""

import secrets
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from store.machine.whereabouts import file_name
from store.progress import Progress, silent
from store.refused import Refused, fault_sentence
from tui.paper import cut_fonts, docx, html, pdf, text, xlsx
from tui.paper.layout import Sheet, row_count
from tui.paper.output import Output
from tui.paper.setup import PageSetup

__all__ = [
    "FORMATS",
    "Format",
    "PageSetup",
    "Sheet",
    "better_name",
    "write_each",
    "write_sheets",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of sheets: its name as it is typed, the suffix of its files, its label, its writer."""

    name: str
    suffix: str
    label: str
    write: Callable[[Sequence[Sheet], PageSetup, Progress], Output]


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format("docx", ".docx", "Word / WPS 文档（.docx）", docx.write),
        Format("pdf", ".pdf", "PDF（.pdf，版面固定）", pdf.write),
        Format("xlsx", ".xlsx", "Excel / WPS 表格（.xlsx）", xlsx.write),
        Format("html", ".html", "网页（.html，浏览器可打印）", html.write),
        Format("text", ".txt", "纯文本（.txt）", text.write),
    )
}
"""The formats by name, in the order in which they are offered."""


def better_name(path: Path, format_name: str) -> str:
    """Return the name that a file of a format should have in place of one that promises another; or empty.

    a.docx for a pdf becomes a.pdf; a pipe or a device may be called anything, and a text .prn.
    """
    suffix = FORMATS[format_name].suffix
    typed = path.suffix.lower()
    others = {made.suffix for made in FORMATS.values() if made.suffix != suffix}
    is_text_of_its_own = format_name == "text" and typed and typed not in others
    fits = typed == suffix or (typed, suffix) == (".htm", ".html") or is_text_of_its_own
    if fits or (path.exists() and not path.is_file()):
        return ""
    return f"{path.stem if typed in others else path.name}{suffix}"


def write_sheets(
    sheets: Sequence[Sheet],
    format_name: str,
    path: Path,
    setup: PageSetup | None = None,
    progress: Progress = silent,
) -> tuple[str, ...]:
    """Write sheets to a file in a format, each on pages of its own.

    Return what the clerk should know of the file, in sentences; Refused where it cannot be written.
    A file that was there stays whole until the new one is.
    """
    setup = setup or PageSetup()
    output = FORMATS[format_name].write(sheets, setup, progress)
    rows = row_count(sheets)
    progress(rows, rows)  # The last moment to call it off: a writer's last part may take long.
    try:
        _put(output.data, path)
    except IsADirectoryError as error:
        raise Refused(f"“{path}”是文件夹，请写明要保存的文件名。") from error
    except OSError as error:
        raise Refused(fault_sentence(f"不能保存“{path}”", error)) from error
    return output.remarks


def write_each(
    sheets: Sequence[Sheet],
    format_name: str,
    folder: Path,
    setup: PageSetup | None = None,
    progress: Progress = silent,
) -> tuple[list[Path], tuple[str, ...]]:
    """Write each sheet to a file of its own in a folder, made if need be.

    Return the files, and what the clerk should know of them.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(fault_sentence(f"不能建文件夹“{folder}”", error)) from error
    suffix = FORMATS[format_name].suffix
    files: list[Path] = []
    remarks: dict[str, None] = {}
    with ExitStack() as stack:
        if format_name == "pdf":
            setup = setup or PageSetup()
            setup = stack.enter_context(cut_fonts.cut_fonts(setup, pdf.characters_of(sheets)))
        for done, sheet in enumerate(sheets):
            progress(done, len(sheets))
            path = _free_path(folder, file_name(sheet.name or sheet.title), suffix, files)
            remarks |= dict.fromkeys(write_sheets([sheet], format_name, path, setup))
            files.append(path)
    return files, tuple(remarks)


def _free_path(folder: Path, name: str, suffix: str, used: Sequence[Path]) -> Path:
    """Return a path of a name that was not used; a number tells the second of one name from the first."""
    path = folder / f"{name}{suffix}"
    number = 1
    while path in used:
        number += 1
        path = path.with_stem(f"{name} {number}")
    return path


def _put(data: bytes, path: Path) -> None:
    """Write aside and replace; what is no plain file (a pipe, a device) is written to."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    target = path.resolve()
    aside = target.with_name(f".{secrets.token_hex(4)}.yaodian")
    try:
        aside.write_bytes(data)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
