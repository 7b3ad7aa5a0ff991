"""Folders as a clerk goes through them: what is in one, where else to look, where one was last."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from store.machine.whereabouts import note, state_file
from store.machine.windows import windows
from store.refused import Refused, fault_sentence

_MOUNTS = ("/media", "/run/media", "/mnt")
"""Where Linux puts sticks and network drives, for each user or for all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or folder: its path, what it is called in a list, and when it was written."""

    path: Path
    name: str
    is_folder: bool = False
    modified: datetime | None = None

    @property
    def completed(self) -> str:
        """The name as a path goes on with it."""
        return f"{self.name}{os.sep}" if self.is_folder else self.name


def entries(folder: Path, suffixes: Sequence[str]) -> list[Entry]:
    """Return the folders of a folder by name, then its files of some kinds, the latest first.

    What is hidden is left out. Refused where the folder cannot be read.
    """
    folders: list[Entry] = []
    files: list[Entry] = []
    try:
        with os.scandir(folder) as found:
            for one in found:
                if one.name.startswith((".", "~$")):
                    continue
                if one.is_dir():
                    folders.append(Entry(folder / one.name, one.name, is_folder=True))
                elif one.name.lower().endswith(tuple(suffixes)):
                    written = datetime.fromtimestamp(one.stat().st_mtime)
                    files.append(Entry(folder / one.name, one.name, modified=written))
    except OSError as error:
        raise Refused(fault_sentence(f"打不开文件夹“{folder}”", error)) from error
    folders.sort(key=lambda entry: entry.name)
    files.sort(key=lambda entry: entry.modified or datetime.min, reverse=True)
    return [*folders, *files]


def places() -> list[Entry]:
    """Return where else notices and lists lie: the user's own folders, sticks and drives that are there."""
    return [Entry(path, name, is_folder=True) for name, path in _places() if path.is_dir()]


def _places() -> Iterator[tuple[str, Path]]:
    from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

    yield "文档", user_documents_path()
    yield "桌面", user_desktop_path()
    yield "下载", user_downloads_path()
    for drive in drives():
        yield f"盘 {Path(drive).name or drive}", Path(drive)


def drives() -> list[str]:
    """Return the drives of this machine; on Linux, what is mounted for users. No drive is touched."""
    system = windows()
    return system.drives() if system else [str(path) for path in _mounted()]


def _mounted() -> Iterator[Path]:
    """Yield what stands in the folders of mounts; one that is named after a user holds those of the user."""
    for folder in map(Path, _MOUNTS):
        own = folder / Path.home().name
        try:
            yield from sorted((own if own.is_dir() else folder).iterdir())
        except OSError:
            continue


def is_path(text: str) -> bool:
    """Tell whether what was typed is a path, and not a part of a name."""
    return "/" in text or os.sep in text or text.startswith("~") or text[1:2] == ":"


def parted(text: str) -> tuple[str, str]:
    """Return the folder part of a path that is being typed, its last separator included, and the rest."""
    end = max(text.rfind("/"), text.rfind(os.sep)) + 1
    return text[:end], text[end:]


def kind_of(path: Path) -> Literal["file", "folder", ""]:
    """Return whether a path is that of a file or of a folder; nothing where there is none."""
    try:
        return "file" if path.is_file() else "folder" if path.is_dir() else ""
    except (OSError, ValueError):
        return ""


def path_of(text: str, folder: Path) -> Path:
    """Return the path that was typed or pasted: quoted, as file:// or from the folder that is shown."""
    bare = text.strip().strip("\"'“”")
    if bare.startswith("file://"):
        from urllib.parse import unquote, urlsplit
        from urllib.request import url2pathname

        bare = url2pathname(unquote(urlsplit(bare).path))
    return folder / Path(bare).expanduser()


def _folders_file() -> Path:
    return state_file("folders.json")


def last_folder(purpose: str) -> Path | None:
    """Return the folder that was last chosen from for a purpose (open, import, copy); none at first."""
    folder = _noted().get(purpose)
    return Path(folder) if folder else None


def remember_folder(purpose: str, folder: Path) -> None:
    """Note a folder for the next time; where it cannot be noted nothing is lost but the convenience."""
    note(_folders_file(), _noted() | {purpose: str(folder)})


def _noted() -> dict[str, str]:
    try:
        noted = json.loads(_folders_file().read_text(encoding="utf-8"))
        return {str(purpose): str(folder) for purpose, folder in noted.items()}
    except (OSError, ValueError, AttributeError):
        return {}
