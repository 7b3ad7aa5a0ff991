"""Small files of this user's state, a JSON value each: read whole or not at all, put in place in one step."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

_LONGEST_FILE = 1 << 20


def load_state(path: Path) -> dict[str, Any]:
    """Return what was kept under a name; nothing where nothing was, or where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as file:
            held = json.loads(file.read(_LONGEST_FILE))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def keep_state(path: Path, value: dict[str, Any]) -> None:
    """Keep a value for the owner alone; where it cannot be kept nothing is lost but the convenience."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with suppress(OSError, UnicodeError):
        path.parent.mkdir(0o700, parents=True, exist_ok=True)
        with suppress(OSError):
            fresh.unlink()
        fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(fd, "w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False)
        fresh.replace(path)
