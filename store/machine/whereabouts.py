"""Where things lie on this machine: the documents folder, free names, the files last opened."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from store.machine.clock import SYSTEM_CLOCK, Clock
from store.machine.own_folders import own_folder

_RECENT_KEPT = 9
_LONGEST_NAME = 60
_KEPT_BY_SYSTEMS = '/\\:*?"<>|'
"""Signs that no file name has on Windows."""


def documents_folder() -> Path:
    """Return the user's documents folder, made if need be; the home folder where there can be none."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path.home()
    return folder


def file_name(title: str) -> str:
    """Return a title as a file's name: without the signs that a system keeps for itself."""
    name = "".join("-" if sign in _KEPT_BY_SYSTEMS else sign for sign in title.strip())
    return name[:_LONGEST_NAME] or "清单"


def free_path(path: Path) -> Path:
    """Return a path, or the first of its numbered siblings (示例 2.json) that is not there yet."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} {number}")
    return free


def state_file(*names: str) -> Path:
    """Return where a file of this user's state lies, there or not: `views/….json`."""
    return own_folder("state").joinpath(*names)


def note(path: Path, noted: object) -> None:
    """Write down what is remembered; where it cannot be, nothing is lost but the convenience."""
    with suppress(OSError, UnicodeError):
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        path.write_text(json.dumps(noted, ensure_ascii=False), encoding="utf-8")
        path.chmod(0o600)  # An older program let everybody read it.


def _recent_file() -> Path:
    return state_file("recent.json")


class Recent(NamedTuple):
    """A list that was opened here: where it lies, what it is called, how many rows it had, and when."""

    path: Path
    title: str = ""
    rows: int = 0
    at: str = ""
    """ISO, local; empty where an older program noted the path alone."""


def recent_lists() -> list[Recent]:
    """Return the lists last opened, there or not, the latest first."""
    try:
        noted = json.loads(_recent_file().read_text(encoding="utf-8"))
        return [_recent(one) for one in noted] if isinstance(noted, list) else []
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _recent(noted: str | dict[str, Any]) -> Recent:
    if isinstance(noted, str):
        return Recent(Path(noted))
    return Recent(Path(noted["path"]), str(noted["title"]), int(noted["rows"]), str(noted["at"]))


def last_opened() -> Path | None:
    """Return the list last opened, there or not: a command never takes another one in its place."""
    return next((recent.path for recent in recent_lists()), None)


def remember(path: Path, title: str = "", rows: int = 0, clock: Clock = SYSTEM_CLOCK) -> None:
    """Note a list as the one last opened; where it cannot be noted nothing is lost but the convenience."""
    latest = path.absolute()  # Links are resolved by then, and no disk is to be asked again.
    others = [recent for recent in recent_lists() if recent.path != latest]
    at = clock.now().isoformat(timespec="seconds")
    noted = [_as_noted(one) for one in (Recent(latest, title, rows, at), *others)]
    note(_recent_file(), noted[:_RECENT_KEPT])


def _as_noted(recent: Recent) -> dict[str, Any]:
    return {"path": str(recent.path), "title": recent.title, "rows": recent.rows, "at": recent.at}
