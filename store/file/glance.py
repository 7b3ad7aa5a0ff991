"""What a file is, told from its beginning and its end: lists of any size are named without being read."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

_BEGINNING, _END = 1 << 18, 1 << 12
"""Bytes that are looked at: the notice stands first in a list, what names the format last."""
_META = re.compile(rb'"meta":\s*\{\s*"1":\s*\{[^}]*"file_id":\s*"')
_TITLE = re.compile(r'"(list_title|title)":\s*("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Glance:
    """Whether a file is a list of ours, and what the list is called."""

    is_list: bool
    title: str = ""


def glance(path: Path) -> Glance:
    """Look at a file; what cannot be read, and a pipe or device, is no list."""
    try:
        if not path.is_file():
            return Glance(is_list=False)
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
            if beginning.lstrip()[:1] != b"{":
                return Glance(is_list=False)
            file.seek(max(0, path.stat().st_size - _END))
            end = file.read()
    except OSError:
        return Glance(is_list=False)
    if not _META.search(end):
        return Glance(is_list=False)
    return Glance(True, _title(beginning.decode("utf-8", "replace")))


def is_list_data(data: bytes) -> bool:
    """Tell whether the bytes of a whole file are a list of ours."""
    return data.lstrip()[:1] == b"{" and _META.search(data) is not None


def _title(beginning: str) -> str:
    """Return the title of the first list; of the records before it nothing is looked at."""
    _, found, notices = beginning.partition('"notices":')
    titles: dict[str, str] = {}
    for match in _TITLE.finditer(notices.partition('"work_points":')[0] if found else ""):
        titles.setdefault(match[1], json.loads(match[2]))
    return titles.get("list_title") or titles.get("title") or ""
