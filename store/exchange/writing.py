"""Writing an exchange file: whole or not at all, never over another, read back before it is said to be there.

What it promises, and the test that holds it (tests/store/exchange/test_writing.py):
- No file of this name is lost: test_a_name_that_stands_is_never_written_over.
- A fault at any call leaves no exchange file: test_a_disk_that_refuses_leaves_nothing.
- What is there is what was meant, read back from the disk:
  test_a_file_that_the_disk_altered_is_not_said_to_be_there.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store.exchange.parcel import SUFFIX, Header, end_line
from store.file.new_file import write_new
from store.file.storage import discard
from store.machine.whereabouts import file_name
from store.records.changes import canonical
from store.records.record import Doc
from store.refused import Refused, fault_sentence

_LONGEST_PART = 40
"""Signs of the list's name and of the machine's in the file's name: 255 bytes hold both in Chinese."""


@dataclass(frozen=True, slots=True)
class Written:
    """An exchange file that is on the disk."""

    path: Path
    count: int
    """Changes in it."""
    size: int
    """Bytes."""


def content(header: Header, docs: Sequence[Doc], passphrase: str = "") -> bytes:
    """Return the bytes of an exchange file."""
    lines = [header.line().encode("utf-8", "replace")]
    lines += [canonical(doc) + b"\n" for doc in docs]
    before = b"".join(lines)
    return before + end_line(before, passphrase).encode()


def exchange_path(folder: Path, list_name: str, machine: str, now: datetime) -> Path:
    """Return the file's path in a folder: 清单_PC-03_20261021-1602.yaodian; numbered where that stands."""
    parts = (file_name(part)[:_LONGEST_PART] for part in (list_name, machine))
    stem = "_".join((*parts, f"{now:%Y%m%d-%H%M}"))
    number, path = 1, folder / f"{stem}{SUFFIX}"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path


def write(path: Path, data: bytes, count: int) -> Written:
    """Put an exchange file on the disk and read it back; Refused where it is not there whole."""
    try:
        there = write_new(path, data)
    except FileExistsError as error:
        raise Refused(f"已有同名文件“{path.name}”，没有导出；请过一分钟再试。") from error
    except OSError as error:
        raise Refused(fault_sentence("没有导出", error)) from error
    if there != data:
        discard(path)
        raise Refused("写到盘上的内容读回来不一样，没有导出；请换一个 U 盘再试。")
    return Written(path, count, len(data))
