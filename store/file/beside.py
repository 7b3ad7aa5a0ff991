"""The names of what stands beside a list: journals, lock, staged files, and what was set aside.

A name that would be too long for a disk is cut short before the ending, with a sign that tells it from
others: `很长的名字….json` has its lock at `很长的~1f2e3d4c.lock`.
"""

import hashlib
import os
import re
from datetime import datetime
from pathlib import Path

from store.records.keys import new_key

LONGEST_NAME = 255
"""How long a name may be: bytes on Linux and macOS, signs of two bytes on Windows."""
_SIGNS = 8
_JOURNAL = ".journal"
_STAGED = ".tmp"


def fitted(name: str, ending: str, longest: int = LONGEST_NAME) -> str:
    """Return a file's name with an ending, the name cut short where both are too long for a disk."""
    if _size(name + ending) <= longest:
        return name + ending
    mark = "~" + hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:_SIGNS]
    while _size(name + mark + ending) > longest:
        name = name[:-1]
    return name + mark + ending


def _size(name: str) -> int:
    """Return how long a name is as the disk counts."""
    if os.name == "nt":
        return len(name.encode("utf-16-le", "surrogatepass")) // 2
    return len(os.fsencode(name))


def lock_path(path: Path) -> Path:
    """Return where the lock of a list stands."""
    return path.with_name(fitted(path.name, ".lock"))


def first_journal_path(path: Path) -> Path:
    """Return where the one journal of a list stood while all its writers had it in common."""
    return path.with_name(fitted(path.name, _JOURNAL))


def new_journal_path(path: Path) -> Path:
    """Return a name for the journal of one writer: `清单.json.k3v9x2mq.journal`."""
    return _signed(path, _JOURNAL)


def new_staged_path(path: Path) -> Path:
    """Return a name for a new file that is to take the place of a list: `清单.json.k3v9x2mq.tmp`."""
    return _signed(path, _STAGED)


def _signed(path: Path, ending: str) -> Path:
    return path.with_name(fitted(path.name, f".{new_key()[:_SIGNS]}{ending}"))


def journals(path: Path) -> list[Path]:
    """Return the journals that stand beside a list, that of all writers and those of each, by name."""
    found = _all_signed(path, _JOURNAL)
    first = first_journal_path(path)
    return [first, *found] if os.path.lexists(first) else found


def staged(path: Path) -> list[Path]:
    """Return the files that are about to take the place of a list, or were when their writer died."""
    older = rf"{re.escape(path.name)}\.\d+-\d+\.tmp"  # 清单.json.4711-0.tmp
    return [*_all_signed(path, _STAGED), *_all_named(path, older, _STAGED)]


def _all_signed(path: Path, ending: str) -> list[Path]:
    """Return what stands under the names that `_signed` gives."""
    sample = f".{'a' * _SIGNS}{ending}"
    name = fitted(path.name, sample).removesuffix(sample)
    # 清单.json.k3v9x2mq.journal
    return _all_named(path, rf"{re.escape(name)}\.[a-z2-7]{{{_SIGNS}}}{re.escape(ending)}", ending)


def _all_named(path: Path, pattern: str, ending: str) -> list[Path]:
    """Return what stands beside a list under names of a pattern and ending; nothing in a folder that cannot
    be listed.
    """
    try:
        found = [other for other in path.parent.iterdir() if other.name.endswith(ending)]
    except OSError:
        return []
    return sorted(other for other in found if re.fullmatch(pattern, other.name))


def free_name(path: Path) -> Path:
    """Return a name under which a state of a file is kept: its own with the time, and a number if need be."""
    ending = f".{datetime.now():%Y%m%d-%H%M%S}"
    number = 1
    aside = path.with_name(fitted(path.name, ending))
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(fitted(path.name, f"{ending}-{number}"))
    return aside


def is_set_aside(other: Path, path: Path) -> bool:
    """Tell whether a file is a kept state of another: `清单.json.20261129-184300` of `清单.json`."""
    _, dot, date = other.name.rpartition(".")
    return date.replace("-", "").isdecimal() and other.name == fitted(path.name, dot + date)


def is_beside(other: Path, path: Path) -> bool:
    """Tell whether a name is, or looks like, that of a journal, lock or staged file of a list."""
    return other.parent == path.parent and other.suffix in (_JOURNAL, _STAGED, ".lock")
