"""A summary for paper: the layout as plain values, and a writer for each format. No textual here."""

import secrets
from collections.abc import Callable
from pathlib import Path

from store.model import Refused
from store.problems import because
from tui.paper import docx, text
from tui.paper.layout import Sheet, task_list_sheet

__all__ = ["FORMATS", "Sheet", "task_list_sheet", "write_sheet"]

FORMATS: dict[str, Callable[[Sheet], bytes]] = {"text": text.to_bytes, "docx": docx.to_bytes}
"""Format to its writer, which gives the whole file."""


def write_sheet(sheet: Sheet, format_name: str, path: Path) -> None:
    """Write a sheet to a file in a format; Refused where that cannot be. A file that was there stays whole until the new one is."""
    data = FORMATS[format_name](sheet)
    try:
        _put(data, path)
    except IsADirectoryError as error:
        raise Refused(f"“{path}”是文件夹,请写明要保存的文件名。") from error
    except OSError as error:
        raise because(f"不能保存“{path}”", error) from error


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
