"""Where things lie on this machine: the documents folder, free names, the files last opened."""

import json
from pathlib import Path

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


def _recent_file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("yaodian", appauthor=False) / "recent.json"


def _remembered() -> list[Path]:
    try:
        paths = json.loads(_recent_file().read_text(encoding="utf-8"))
        return [Path(path) for path in paths if isinstance(path, str)]
    except (OSError, ValueError, TypeError):
        return []


def recent_files() -> list[Path]:
    """Return the lists last opened that are still there, the latest first."""
    return [path for path in _remembered() if path.is_file()]


def last_opened() -> Path | None:
    """Return the list last opened, there or not: a command never takes another one in its place."""
    return next(iter(_remembered()), None)


def remember(path: Path) -> None:
    """Note a list as the one last opened; where it cannot be noted nothing is lost but the convenience."""
    latest = path.resolve()
    others = [str(other) for other in recent_files() if other != latest]
    paths = [str(latest), *others][:_RECENT_KEPT]
    recent = _recent_file()
    try:
        recent.parent.mkdir(parents=True, exist_ok=True)
        recent.write_text(json.dumps(paths, ensure_ascii=False), encoding="utf-8")
    except (OSError, UnicodeError):
        return
